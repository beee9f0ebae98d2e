package scoring

import (
	"strings"

	"github.com/viceconsul/viceconsul/interview/transcript"
)

// reason is one sentence that names what was heard and what is declared, without
// blame. A high severity adds what it can lead to, and asks which is true.
func reason(fi transcript.Finding, f *fact) string {
	heard, label := quoted(fi.Heard), labelOf(fi.Field)
	if fi.Rule == "payer" {
		fi.Declared, _, _ = strings.Cut(fi.Declared, ",") // who, not what they earn
	}
	none := f != nil && f.none && (f.value.Type != transcript.TypeBool || f.path == otherUS)
	switch {
	case fi.Verdict == transcript.Consistent && none:
		return "You said " + heard + "; your profile declares no " + label + " either."
	case fi.Verdict == transcript.Consistent:
		return "You said " + heard + "; that matches your declared " + label + "."
	case f == nil:
		return "You said " + heard + "; your profile does not mention it."
	case fi.Verdict == transcript.NotComparable:
		return "You said " + heard + "; it cannot be compared with " + clip(fi.Declared) + "."
	case fi.Verdict == transcript.Partial && len(f.items) > 1:
		return "You said " + heard + "; that is part of the declared " + label + ": " + clip(fi.Declared) + "."
	case fi.Verdict == transcript.Partial:
		return "You said " + heard + "; the declared " + label + " is more exact: " + clip(fi.Declared) + "."
	case fi.Verdict == transcript.SelfCorrection:
		return "You corrected yourself: " + heard + "; the declared " + label + " is " + clip(fi.Declared) + "."
	case fi.Verdict == transcript.NewFact:
		return "You said " + heard + "; the declared " + label + " is " + clip(fi.Declared) + "."
	case none:
		return "You said " + heard + "; your profile declares no " + label + "." + caution(fi)
	}
	return "You said " + heard + "; your declared " + label + " is " + clip(fi.Declared) + "." + caution(fi)
}

// caution is what a high severity adds. It never offers a story.
func caution(fi transcript.Finding) string {
	if fi.Severity != transcript.High {
		return ""
	}
	return " Which is true? A wrong answer here can be judged as misrepresentation."
}

// quoted puts marks around words that are more than a short name.
func quoted(heard string) string {
	heard = strings.TrimRight(clip(heard), ".,;:!? ")
	if strings.Count(heard, " ") < 3 && !strings.HasPrefix(heard, "I ") {
		return lowerFirst(heard)
	}
	return "\u201c" + heard + "\u201d"
}

// lowerFirst writes the first word of a quoted part as it stands inside a sentence,
// unless it is part of a name.
func lowerFirst(s string) string {
	first, rest, _ := strings.Cut(s, " ")
	if first == "" || first == "I" || first[0] < 'A' || first[0] > 'Z' || upper(first) && len(first) > 1 {
		return s
	}
	name := rest != "" && rest[0] >= 'A' && rest[0] <= 'Z'
	if name || months[strings.ToLower(first)] || lexicon.word(strings.ToLower(first)).place != nil {
		return s
	}
	return strings.ToLower(s[:1]) + s[1:]
}

// months keep their capital.
var months = set("january february march april may june july august september october november december christmas easter")

// clip keeps the first words of a text: a reason is for reading at a glance.
func clip(s string) string {
	const most = 5
	words := strings.Fields(s)
	if len(words) <= most {
		return strings.Join(words, " ")
	}
	return strings.TrimRight(strings.Join(words[:most], " "), ",;") + "…"
}

// labelOf is what a field is called inside a sentence.
func labelOf(path string) string {
	if l, ok := fieldLabels[path]; ok {
		return l
	}
	if f, ok := transcript.LookupField(path); ok {
		return strings.ToLower(f.Title[:1]) + f.Title[1:]
	}
	return "value"
}

var fieldLabels = map[string]string{
	"trip.payer": "payer", "finance.sponsors": "sponsor", "j1.funding": "funding", "f1.funding_year1": "funding", "trip.payer_name": "payer",
	"trip.payer_relationship": "payer", "finance.sources": "source of money", "finance.scholarship": "scholarship", "finance.loan": "loan",
	"trip.cost_usd": "trip cost", "f1.cost_year1": "first-year cost", "finance.liquid_funds": "amount saved", "employment.monthly_income": "monthly income",
	"h1b.wage_usd": "wage", "jp.stipend_usd": "stipend", "jw.pay": "pay",
	"j1.start_date": "program start", "j1.end_date": "program end", "h1b.valid_from": "start of validity", "h1b.valid_to": "end of validity",
	"employment.start_date": "start at work", "jp.program_length_years": "program length", "jp.match_year": "Match year", "identity.dob": "date of birth",
	"j1.subject_212e": "answer on the two-year rule", "jp.ecfmg_certified": "answer on ECFMG", "hp.step3_passed": "answer on Step 3", "jp.usmle": "exam record",
	"h1b.work_model": "place of work", "h1b.filed_from": "kind of petition", "h1b.maintained_status": "answer on kept status", "trip.places": "list of places",
	"other_travel.countries_5y": "travel history", "jw.hours_per_week": "weekly hours", "jw.degree_and_experience": "degree", "jw.home_university": "studies at home",
	"trip.length_of_stay": "length of stay", "trip.arrival_date": "arrival", "trip.departure_date": "departure",
	"f1.school": "school", "f1.major": "field of study", "f1.level": "level of study", "f1.start_date": "program start", "f1.end_date": "program end",
	"us_history.visits": "earlier US visit", "us_history.prior_refusals": "visa refusal", "us_history.immigrant_petition": "immigrant petition",
	"us_history.overstay_or_status_violation": "answer on overstays", "us_history.prior_j1": "earlier J-1 program", "security.arrests": "answer on arrests",
	immediateUS: "close relative in the US", otherUS: "other relative in the US", marital: "marital status", children: "children",
	companions: "companion", "employment.employer": "employer", "h1b.petitioner": "petitioner", "h1b.worksites": "worksite",
	"h1b.duties": "description of duties", "h1b.job_title": "job title", "h1b.degree_held": "degree", "h1b.employer_size": "company size", "h1b.end_client": "end client",
	"ties.plan_after": "plan afterwards", "ties.return_role": "return post", "f1.work_plan": "work plan", "trip.purpose": "purpose",
	"additional.military": "military record", "h1b.third_party_placement": "client placement", "identity.nationality": "nationality",
}
