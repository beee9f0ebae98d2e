package scoring

import (
	"slices"
	"strings"
)

// lineFields says which fields an officer's line asks for when no bank question is
// near: one of the entries must stand in it, with all its words.
var lineFields = []struct {
	words  []string
	fields []string
}{
	{[]string{"paying", "pays", "pay", "sponsoring", "sponsor", "sponsors", "fund", "funds", "funding", "covers", "finance"}, []string{"finance.sponsors", "trip.payer", "j1.funding", "f1.funding_year1"}},
	{[]string{"refused", "refusal", "refusals", "denied", "rejected"}, []string{"us_history.prior_refusals"}},
	{[]string{"relatives", "family", "cousin", "uncle"}, []string{immediateUS, otherUS}},
	{[]string{"married", "single"}, []string{marital}},
	{[]string{"children", "kids"}, []string{children}},
	{[]string{"arrested", "police"}, []string{"security.arrests"}},
	{[]string{"immigrant petition", "petition filed", "filed petition", "green card"}, []string{"us_history.immigrant_petition"}},
	{[]string{"overstayed", "overstay"}, []string{"us_history.overstay_or_status_violation"}},
	{[]string{"stay"}, []string{"trip.length_of_stay"}},
	{[]string{"salary", "wage", "wages"}, []string{"h1b.wage_usd", "jp.stipend_usd", "jw.pay", "employment.monthly_income"}},
	{[]string{"earn", "income"}, []string{"employment.monthly_income"}},
	{[]string{"stipend"}, []string{"jp.stipend_usd", "jw.pay"}},
	{[]string{"cost", "budget", "costs"}, []string{"f1.cost_year1", "trip.cost_usd"}},
	{[]string{"saved", "savings", "account", "bank"}, []string{"finance.liquid_funds"}},
	{[]string{"loan"}, []string{"finance.loan"}},
	{[]string{"scholarship"}, []string{"finance.scholarship", "f1.funding_year1"}},
	{[]string{"university", "college", "school"}, []string{"f1.school"}},
	{[]string{"major", "study", "studying"}, []string{"f1.major", "f1.level"}},
	{[]string{"your employer", "which company"}, []string{"h1b.petitioner", "employment.employer"}},
	{[]string{"hospital"}, []string{"jp.program", "employment.employer"}},
	{[]string{"specialty", "speciality"}, []string{"jp.specialty"}},
	{[]string{"purpose"}, []string{"trip.purpose"}},
	{[]string{"been to", "visited the", "earlier trip"}, []string{"us_history.visits"}},
	{[]string{"afterwards", "graduate", "finish", "after"}, []string{planAfter}},
	{[]string{"client"}, []string{"h1b.end_client", "h1b.third_party_placement"}},
	{[]string{"your degree is", "what degree"}, []string{"h1b.degree_held", "f1.major"}},
}

// fieldsOfLine reads the fields out of the officer's own words.
func fieldsOfLine(line []string) []string {
	var out []string
	for _, f := range lineFields {
		if slices.ContainsFunc(f.words, func(entry string) bool { return allOf(line, entry) }) {
			out = append(out, f.fields...)
		}
	}
	return out
}

// allOf reports whether every word of an entry stands in a line.
func allOf(line []string, entry string) bool {
	for w := range strings.FieldsSeq(entry) {
		if !slices.Contains(line, w) {
			return false
		}
	}
	return true
}
