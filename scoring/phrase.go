package scoring

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/viceconsul/viceconsul/interview/transcript"
	"github.com/viceconsul/viceconsul/interview/transcript/measure"
)

// Sides are the two values of a contradiction in words an officer can read out,
// after "You said" and after "your form says", or after "Before, you said" when it
// contradicts one of the answers before it.
func (c *Case) Sides(f transcript.Finding, before []Judged) (heard, declared string) {
	heard, declared = secondPerson(f.Heard), clip(f.Declared)
	if f.Rule == ruleOf[kindRelative] && strings.Count(f.Heard, " ") < 2 && !anyIs(termsOf(measure.Words(f.Heard)), mNot) {
		heard = "your " + lowerFirst(f.Heard) + " is there"
	}
	if f.Rule == ruleOf[kindCompanion] && strings.Count(f.Heard, " ") < 2 && !strings.EqualFold(f.Heard, "alone") && !strings.EqualFold(f.Heard, "no") {
		heard = "your " + lowerFirst(f.Heard) + " comes along"
	}
	if d := c.fact(f.Field); d != nil && f.Earlier == 0 {
		declared = c.declaredFor(f, d)
	}
	for _, j := range before {
		if j.Turn.N == f.Earlier {
			declared = secondPerson(clip(j.saidOf(f)))
		}
	}
	return heard, declared
}

// saidOf is what an answer said of the field that a later one contradicts it on.
func (j Judged) saidOf(f transcript.Finding) string {
	for _, k := range j.Claims {
		if k.Certain && k.asked && whole(k.Field) == f.Field && ruleOf[k.kind] == f.Rule {
			return k.Span.Text
		}
	}
	return ""
}

// labelFor is what a finding was compared with is called. An amount said of a
// sponsor is an income.
func (c *Case) labelFor(fi transcript.Finding, f *fact) string {
	if _, ok := incomeOf(fi, f); ok {
		return "sponsor's income"
	}
	return labelOf(f.path)
}

// declaredFor is the declared value a finding was compared with, as people say it.
func (c *Case) declaredFor(fi transcript.Finding, f *fact) string {
	if income, ok := incomeOf(fi, f); ok {
		return clip(moneyInWords(income))
	}
	return c.inWords(f)
}

// incomeOf is the declared income of a sponsor, when an amount was compared with it.
func incomeOf(fi transcript.Finding, f *fact) (measure.Mention, bool) {
	if fi.Rule != ruleOf[kindAmount] || f.path != "finance.sponsors" {
		return measure.Mention{}, false
	}
	for i := range f.items {
		if income, ok := f.items[i].part("income"); ok {
			return income.Money, true
		}
	}
	return measure.Mention{}, false
}

// moneyInWords writes an amount: "USD 24,000 a year".
func moneyInWords(m measure.Mention) string {
	digits := strconv.FormatFloat(m.Low, 'f', -1, 64)
	for i := strings.IndexByte(digits+".", '.') - 3; i > 0; i -= 3 {
		digits = digits[:i] + "," + digits[i:]
	}
	text := strings.TrimSpace(m.Unit + " " + digits)
	if m.Per != "" {
		text += " a " + m.Per
	}
	return text
}

// inWords is a declared value as people say it.
func (c *Case) inWords(f *fact) string {
	p := fieldPhrases[f.path]
	switch {
	case f.none && p.none != "":
		return p.none
	case f.none:
		return "no " + labelOf(f.path)
	case f.kind == transcript.TypeBool:
		return cmp.Or(p.yes, "yes")
	case f.kind == transcript.TypeEnum:
		return c.enumInWords(f)
	case f.kind == transcript.TypeDate:
		return dateInWords(f.value().Date, f.said)
	case f.kind == transcript.TypeNumber:
		return strings.TrimSpace(f.said + " " + p.unit)
	case f.path == "f1.cost_year1":
		if total, ok := c.profile.Declared(f.path + ".total"); ok {
			return total.Text
		}
	case f.path == "f1.funding_year1":
		if school, ok := c.profile.Declared(f.path + ".school"); ok && amountOf(school.Value) > 0 {
			return school.Text + " from the school"
		}
	case f.path == children:
		return plural(childrenOf(f), "child", "children")
	case f.kind == transcript.TypeList:
		return listInWords(f)
	}
	return inPlainWords(clip(f.said))
}

// listInWords names at most two items, and says that there are more. Of a sponsor
// it names who, not what they earn.
func listInWords(f *fact) string {
	all := strings.Split(f.said, "; ")
	for i := range all {
		if i < len(f.items) {
			if v, ok := f.items[i].part("relationship"); ok && v.Text != "" {
				all[i] = v.Text
			}
		}
		all[i] = inPlainWords(clip(all[i]))
	}
	switch len(all) {
	case 1:
		return all[0]
	case 2:
		return all[0] + " and " + all[1]
	}
	return all[0] + ", " + all[1] + " and others"
}

func plural(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return strconv.Itoa(n) + " " + many
}

// enumInWords is a choice of the form in everyday words; who another payer is, is
// said with the name or the relation declared beside it.
func (c *Case) enumInWords(f *fact) string {
	if f.value().Text == "other_person" {
		if rel := c.fact("trip.payer_relationship"); rel != nil {
			return inPlainWords(rel.value().Text)
		}
		if name := c.fact("trip.payer_name"); name != nil {
			return clip(name.said)
		}
	}
	return inPlainWords(f.value().Text)
}

// inPlainWords puts everyday words in the place of the form's own.
func inPlainWords(text string) string {
	if said, ok := plainWords[text]; ok {
		return said
	}
	if !strings.Contains(text, "_") && !strings.Contains(text, "LPR") && !strings.Contains(text, "nonimmigrant") {
		return text
	}
	words := strings.Split(text, " ")
	for i, w := range words {
		bare := strings.TrimRight(w, ",;")
		if said, ok := plainWords[bare]; ok && strings.Contains(bare, "_") || bare == "LPR" || bare == "nonimmigrant" {
			words[i] = said + w[len(bare):]
		}
	}
	return strings.ReplaceAll(strings.Join(words, " "), "_", " ")
}

// plainWords are the form's choices that nobody says aloud.
var plainWords = map[string]string{
	"us_petitioner": "the US petitioner", "us_employer": "the US employer", "present_employer": "your present employer",
	"other_person": "another person", "other_company": "another company", "other_relative": "a relative",
	"US_citizen": "US citizen", "LPR": "green card holder", "nonimmigrant": "on a visa", "other_unknown": "status unknown",
	"practical_training_maybe": "practical training, maybe", "us_career": "a career in the US", "consular": "consular processing", "onsite": "on site",
}

// dateInWords writes a date as it is said: "23 August 2027", "March 2021".
func dateInWords(d measure.Date, declared string) string {
	switch {
	case d.Year == 0:
		return declared
	case d.Month == 0:
		return strconv.Itoa(d.Year)
	case d.Day == 0:
		return fmt.Sprintf("%s %d", time.Month(d.Month), d.Year)
	}
	return fmt.Sprintf("%d %s %d", d.Day, time.Month(d.Month), d.Year)
}

// secondPerson says the applicant's words back: "my uncle" is "your uncle".
func secondPerson(heard string) string {
	words := strings.Fields(strings.TrimRight(heard, ".,;:!? "))
	for len(words) > 1 && fromBefore[strings.ToLower(words[0])] {
		words = words[1:]
	}
	for i, w := range words {
		if i > 0 && strings.EqualFold(w, "was") && strings.EqualFold(words[i-1], "you") {
			words[i] = "were"
		} else if back, ok := saidBack[strings.ToLower(w)]; ok {
			words[i] = back
		}
	}
	return clip(lowerFirst(strings.Join(words, " ")))
}

// fromBefore join what is quoted to what went before it.
var fromBefore = set("and but so because then")

var saidBack = map[string]string{"my": "your", "mine": "yours", "i": "you", "i'm": "you're", "i've": "you've", "i'll": "you'll", "am": "are", "me": "you",
	"our": "your", "we": "you", "myself": "yourself", "us": "you"}

// clip keeps the first words of a text, up to a mark between its parts when one is
// near: what is quoted is for reading at a glance.
func clip(s string) string {
	const most, longest = 7, 60 // words, and runes of a text without spaces
	if len(s) <= longest && strings.Count(s, " ") < most && !strings.Contains(s, "  ") && !strings.ContainsAny(s, "\t\n\r") {
		return strings.TrimRight(strings.TrimSpace(s), ".,; ") // the usual case
	}
	words := strings.Fields(s)
	if len(words) <= most {
		text := strings.TrimRight(strings.Join(words, " "), ".,; ")
		if utf8.RuneCountInString(text) > longest {
			return string([]rune(text)[:longest]) + "…"
		}
		return text
	}
	to := most
	for i := 2; i < most; i++ {
		if strings.HasSuffix(words[i], ",") || strings.HasSuffix(words[i], ";") {
			to = i + 1
		}
	}
	for to > 1 && joining[strings.ToLower(words[to-1])] {
		to--
	}
	return strings.TrimSuffix(clip(strings.Join(words[:to], " ")), "…") + "…"
}

// joining are words a quotation does not end with.
var joining = set("a an the of in on at to for with and or but my our his her their by from as that which who is are was if so")

// phrases are what a field is called inside a sentence, and how its values are said.
type phrases struct {
	label string // "first-year cost"
	none  string // what is declared when it is declared as none
	yes   string // and when it is declared as so
	unit  string // of a number
}

// fieldPhrases holds the fields whose title does not do inside a sentence.
var fieldPhrases = map[string]phrases{
	"trip.payer": {label: "payer"}, "finance.sponsors": {label: "sponsor", none: "no sponsor"}, "j1.funding": {label: "funding"},
	"f1.funding_year1": {label: "funding"}, "trip.payer_name": {label: "payer"}, "trip.payer_relationship": {label: "payer"},
	"finance.sources": {label: "source of money"}, "finance.scholarship": {label: "scholarship"}, "finance.loan": {label: "loan"},
	"trip.cost_usd": {label: "trip cost"}, "f1.cost_year1": {label: "first-year cost"}, "finance.liquid_funds": {label: "amount saved"},
	"employment.monthly_income": {label: "monthly income"}, "h1b.wage_usd": {label: "wage"}, "jp.stipend_usd": {label: "stipend"}, "jw.pay": {label: "pay"},
	"us_history.visits.arrival": {label: "earlier US visit"}, visitLength: {label: "length of that visit"}, "finance.sponsors.amount": {label: "amount from the sponsor"},
	"finance.loan.amount": {label: "loan"}, "finance.scholarship.amount": {label: "scholarship"}, "j1.funding.amount": {label: "funding"},
	"finance.large_recent_deposits.amount": {label: "deposit"}, "employment.leave.from": {label: "start of the leave"}, "employment.business.since": {label: "start of the business"},
	"employment.business.employees": {label: "number of employees"}, "jp.statement_of_need.issued": {label: "date of the statement of need"},
	"jp.medical_school.graduated": {label: "graduation from medical school"}, "h1b.degree_held.year": {label: "year of the degree"},
	"jw.degree_and_experience.graduated": {label: "graduation"}, "jw.degree_and_experience.years_experience": {label: "experience", unit: "years"},
	"us_history.prior_visas.issued": {label: "date of the earlier visa"}, "family.children.age": {label: "children's ages"}, "jw.host_family.children": {label: "ages of the children"},
	"j1.start_date": {label: "program start"}, "j1.end_date": {label: "program end"}, "h1b.valid_from": {label: "start of validity"}, "h1b.valid_to": {label: "end of validity"},
	"employment.start_date": {label: "start at work"}, "jp.program_length_years": {label: "program length", unit: "years"}, "jp.match_year": {label: "Match year"},
	"identity.dob": {label: "date of birth"}, "jp.usmle": {label: "exam record"}, "jp.pgy_level": {label: "PGY level"}, "jp.publications": {label: "publications"},
	"employment.business": {label: "business"}, "family.spouse.travelling": {label: "spouse's journey", none: "husband or wife does not travel with you", yes: "husband or wife travels with you"},
	"j1.subject_212e":       {label: "two-year rule", none: "the two-year rule does not apply", yes: "the two-year rule applies"},
	"j1.subject_212e_basis": {label: "reason for the two-year rule"},
	"jp.ecfmg_certified":    {label: "ECFMG certificate", none: "not certified yet", yes: "certified"},
	"hp.step3_passed":       {label: "Step 3 result", none: "Step 3 not passed", yes: "Step 3 passed"},
	"h1b.work_model":        {label: "place of work"}, "h1b.filed_from": {label: "kind of petition"},
	"h1b.maintained_status": {label: "status record", none: "a break in status", yes: "status kept without a break"},
	"trip.places":           {label: "list of places"}, "other_travel.countries_5y": {label: "travel history", none: "no other travel"},
	"other_travel.refusals": {label: "refusal by another country", none: "no refusals by other countries"},
	"jw.hours_per_week":     {label: "weekly hours", unit: "hours a week"}, "jw.childcare_hours": {label: "childcare experience", unit: "hours"},
	"jw.degree_and_experience": {label: "degree"}, "jw.home_university": {label: "place at university"}, "jw.host_family": {label: "host family"},
	"trip.length_of_stay": {label: "length of stay"}, "trip.arrival_date": {label: "arrival"}, "trip.departure_date": {label: "departure"},
	"trip.us_address": {label: "address there"}, "us_contact.name_or_org": {label: "contact"}, "us_contact.city_state": {label: "contact's city"},
	"f1.school": {label: "school"}, "f1.major": {label: "field of study"}, "f1.level": {label: "level of study"}, "f1.start_date": {label: "program start"}, "f1.end_date": {label: "program end"},
	"f1.schools_applied": {label: "list of schools"}, "f1.prior_us_degree": {label: "earlier US study", none: "no earlier study there", yes: "earlier study there"}, "f1.campus": {label: "campus"},
	"us_history.visits":                       {label: "earlier US visit", none: "no earlier visit"},
	"us_history.prior_visas":                  {label: "earlier US visa", none: "no earlier visa"},
	"us_history.prior_refusals":               {label: "visa refusal", none: "no visa refusal"},
	"us_history.immigrant_petition":           {label: "immigrant petition", none: "no immigrant petition"},
	"h1b.immigrant_petition":                  {label: "immigrant petition", none: "no immigrant petition"},
	"us_history.overstay_or_status_violation": {label: "overstay", none: "no overstay", yes: "an overstay"},
	"us_history.unauthorized_work":            {label: "work without permission", none: "no work without permission", yes: "work without permission"},
	"us_history.prior_j1":                     {label: "earlier J-1 program", none: "no earlier J-1 program"},
	"us_history.visa_cancelled_or_revoked":    {label: "cancelled visa", none: "no cancelled visa", yes: "a cancelled visa"},
	"us_history.esta_denied":                  {label: "denied ESTA", none: "no denied ESTA", yes: "a denied ESTA"},
	"us_history.dv_lottery":                   {label: "lottery entry", none: "no lottery entry"},
	"security.arrests":                        {label: "arrest", none: "no arrest", yes: "an arrest"},
	"security.misrepresentation":              {label: "false statement", none: "no false statement", yes: "a false statement"},
	"passport.lost_or_stolen":                 {label: "lost passport", none: "no lost passport", yes: "a lost passport"},
	immediateUS:                               {label: "close relative in the US", none: "no close relatives there"},
	otherUS:                                   {label: "other relative in the US", none: "no other relatives there", yes: "other relatives there"},
	marital:                                   {label: "marital status"}, children: {label: "number of children", none: "no children"},
	companions:            {label: "companion", none: "nobody with you"},
	"employment.employer": {label: "employer"}, "h1b.petitioner": {label: "petitioner"}, "h1b.worksites": {label: "worksite"},
	"employment.leave": {label: "leave"}, "employment.previous": {label: "earlier job"}, "employment.gaps": {label: "gap", none: "no gap"}, "employment.duties": {label: "work"},
	"h1b.duties": {label: "job description"}, "h1b.job_title": {label: "job title"}, "h1b.degree_held": {label: "degree"}, "h1b.degree_required": {label: "required degree"},
	"h1b.employer_size": {label: "company size", unit: "people"}, "h1b.end_client": {label: "end client", none: "no end client"}, "h1b.vendor_chain": {label: "vendor", none: "no vendor"},
	"h1b.employer_business": {label: "line of business"}, "h1b.experience_years": {label: "experience", unit: "years"}, "h1b.manager": {label: "manager"},
	"h1b.previous_employers_us": {label: "earlier US employer", none: "no earlier US employer"},
	"h1b.third_party_placement": {label: "client placement", none: "no client placement", yes: "you work at a client's site"},
	"h1b.cap_exempt":            {label: "cap exemption", none: "not cap exempt", yes: "cap exempt"},
	"ties.plan_after":           {label: "plan afterwards"}, "ties.return_role": {label: "return post", none: "no return post"}, "f1.work_plan": {label: "work plan", none: "no work"},
	"ties.property": {label: "home or property", none: "no property"}, "trip.purpose": {label: "purpose"},
	"additional.military": {label: "military service", none: "no military service"}, "identity.nationality": {label: "nationality"},
	"additional.special_skills": {label: "special training", none: "no special training", yes: "special training"},
	"education.institutions":    {label: "school record"}, "education.tests": {label: "test result", none: "no test"},
	"ties.obligations": {label: "duty at home", none: "no duty at home"}, "f1.sevis_status": {label: "kind of I-20"},
	"hp.licence": {label: "state licence"}, "jp.home_licence": {label: "licence at home"}, "hp.facility_area": {label: "area of the facility"},
	"hp.j1_waiver": {label: "waiver", none: "no waiver needed"}, "h1b.proclamation_payment": {label: "payment under the proclamation"},
	"application.ds160_submitted_on": {label: "day the form was sent"},
	"j1.insurance":                   {label: "insurance", none: "no insurance", yes: "insurance"},
	"jw.driving_licence":             {label: "driving licence", none: "no driving licence", yes: "a driving licence"},
	"social.public":                  {label: "account setting", none: "private accounts", yes: "public accounts"},
	"family.siblings":                {label: "brother or sister", none: "no brothers or sisters"}, "family.spouse": {label: "spouse", none: "no spouse"}, "family.parents": {label: "parents"},
	"jp.us_clinical_history":      {label: "clinical work in the US", none: "no clinical work in the US"},
	hostTie:                       {label: "relationship with the contact"},
	"family.dependants_supported": {label: "person you support", none: "nobody you support"}, "finance.large_recent_deposits": {label: "large deposit", none: "no large deposit"},
}

// labelOf is what a field is called inside a sentence.
func labelOf(path string) string {
	if p := fieldPhrases[path]; p.label != "" {
		return p.label
	}
	if f, ok := transcript.LookupField(path); ok {
		return lowered(f.Title)
	}
	return "value"
}
