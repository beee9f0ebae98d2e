package scoring

import (
	"slices"
	"strings"

	"github.com/viceconsul/viceconsul/interview/transcript"
)

// lineFields says which fields an officer's own words ask for. One of the entries
// must stand in the line, with all its words in any order, and no word of not.
var lineFields = []struct {
	words  []string
	not    string
	fields []string
}{
	{[]string{"paying", "pays", "pay you trip", "pay study", "pay for", "will pay", "parents pay", "father pay", "sponsoring", "sponsor", "sponsors", "fund", "funds", "funding", "funded", "covers", "finance"}, "client company salary hospital taxes visa", []string{"finance.sponsors", "trip.payer", "j1.funding", "f1.funding_year1"}},
	{[]string{"sponsoring visa", "program sponsor", "issued ds", "issued 2019"}, "", []string{"j1.sponsor"}},
	{[]string{"been america", "been us", "been usa", "been states", "been there", "been before", "visited us", "visited america", "visited states", "travelled us", "travelled america", "earlier trip", "first trip us", "first visit us", "trips us", "us before"}, "refused applied denied rejected countries hospital", []string{"us_history.visits"}},
	{[]string{"refused", "refusal", "refusals", "denied", "rejected", "applied before", "ever applied", "applied visa", "first time applying", "first application", "first visa"}, "countries country school schools", []string{"us_history.prior_refusals"}},
	{[]string{"relatives", "family us", "family states", "family america", "family there", "cousin", "uncle", "anyone us", "anybody us", "siblings us", "brother us", "sister us"}, "tell", []string{immediateUS, otherUS}},
	{[]string{"married", "single"}, "", []string{marital}},
	{[]string{"husband", "wife", "spouse"}, "", []string{"family.spouse", companions, marital}},
	{[]string{"children", "kids"}, "", []string{children}},
	{[]string{"going with you", "travelling with you", "coming with you", "alone", "accompanying", "goes with you"}, "", []string{companions}},
	{[]string{"arrested", "police", "convicted"}, "", []string{"security.arrests"}},
	{[]string{"immigrant petition", "petition filed", "filed petition", "green card", "140"}, "", []string{"us_history.immigrant_petition", "h1b.immigrant_petition"}},
	{[]string{"visa cancelled", "visa revoked"}, "", []string{"us_history.visa_cancelled_or_revoked"}},
	{[]string{"esta"}, "", []string{"us_history.esta_denied"}},
	{[]string{"overstayed", "overstay"}, "", []string{"us_history.overstay_or_status_violation"}},
	{[]string{"how long stay", "how long there", "how long trip", "how long visit", "how many weeks", "how many days", "how long america"}, "worked ago been", []string{"trip.length_of_stay"}},
	{[]string{"where stay", "staying where"}, "", []string{"trip.us_address"}},
	{[]string{"salary", "wage", "wages", "they pay", "your pay", "pay you"}, "", []string{"h1b.wage_usd", "jp.stipend_usd", "jw.pay", "employment.monthly_income"}},
	{[]string{"father's income", "sponsor's income", "sponsor earn", "father earn", "father's salary", "sponsor's salary", "mother's income", "parents income", "parents' income", "uncle's income", "husband's income", "he earn", "she earn"}, "", []string{"finance.sponsors"}},
	{[]string{"797", "petition valid", "approval valid"}, "", []string{"h1b.valid_to"}},
	{[]string{"did after", "since graduated", "since graduation", "done since"}, "", []string{"employment.gaps", "employment.previous"}},
	{[]string{"you earn", "your income", "you make"}, "father's mother's sponsor's husband's wife's parents parents' uncle's brother's family family's", []string{"employment.monthly_income"}},
	{[]string{"stipend"}, "", []string{"jp.stipend_usd", "jw.pay"}},
	{[]string{"cost", "budget", "costs"}, "", []string{"f1.cost_year1", "trip.cost_usd"}},
	{[]string{"saved", "savings", "your account", "in account", "in bank"}, "", []string{"finance.liquid_funds"}},
	{[]string{"loan"}, "", []string{"finance.loan"}},
	{[]string{"scholarship"}, "", []string{"finance.scholarship", "f1.funding_year1"}},
	{[]string{"university", "college", "school"}, "your children", []string{"f1.school"}},
	{[]string{"major", "study", "studying", "your course", "your program", "your programme"}, "after plans did sponsor", []string{"f1.major", "f1.level"}},
	{[]string{"your employer", "which company", "working for", "what company"}, "", []string{"h1b.petitioner", "employment.employer"}},
	{[]string{"your job", "your occupation", "for work", "your profession", "for a living", "what do you do"}, "in will when about at week there abroad sponsor father son daughter husband wife after", []string{"employment.occupation", "employment.title", "employment.employer", "h1b.job_title", "h1b.duties"}},
	{[]string{"job title", "your role", "your position", "your designation"}, "", []string{"h1b.job_title", "employment.title"}},
	{[]string{"do there", "do for them"}, "will when where", []string{"h1b.duties", "h1b.job_title", "employment.duties"}},
	{[]string{"where sit", "where office"}, "", []string{"h1b.worksites", "h1b.work_model"}},
	{[]string{"in status", "out status", "maintain status", "maintained status", "bench", "without pay"}, "", []string{"h1b.maintained_status", "us_history.overstay_or_status_violation"}},
	{[]string{"when come back", "when return", "return date", "when leave us", "when fly back"}, "", []string{"trip.departure_date"}},
	{[]string{"your duties", "normal day", "typical day", "responsibilities", "day to day"}, "", []string{"h1b.duties", "employment.duties"}},
	{[]string{"employees"}, "", []string{"h1b.employer_size", "employment.business"}},
	{[]string{"hospital"}, "before", []string{"jp.program", "employment.employer"}},
	{[]string{"specialty", "speciality"}, "", []string{"jp.specialty"}},
	{[]string{"purpose", "why travelling", "why traveling", "why going", "reason trip", "why visit", "doing in us", "do in us", "do in states", "do in america"}, "did before after", []string{"trip.purpose"}},
	{[]string{"afterwards", "after graduate", "after studies", "after graduation", "after degree", "after program", "after programme", "after finish", "after training", "do after", "when finish", "plans", "your plan", "future plan", "when you complete"}, "did have bachelor's", []string{planAfter}},
	{[]string{"come back", "go back", "return home", "brings back", "come home"}, "when", []string{planAfter, "ties.return_role", "ties.obligations"}},
	{[]string{"position return", "on leave", "resign", "job return"}, "", []string{"ties.return_role", "employment.leave"}},
	{[]string{"client", "end client", "end user"}, "", []string{"h1b.end_client", "h1b.third_party_placement"}},
	{[]string{"vendor", "vendors", "middle"}, "", []string{"h1b.vendor_chain"}},
	{[]string{"where work", "work location", "worksite", "remote", "remotely"}, "did last before", []string{"h1b.worksites", "h1b.work_model"}},
	{[]string{"degree is", "what degree", "qualification", "which degree", "your degree", "highest education"}, "after", []string{"h1b.degree_held", "f1.major", "education.institutions"}},
	{[]string{"ielts", "toefl", "gre", "test scores", "duolingo"}, "", []string{"education.tests"}},
	{[]string{"gpa", "grades", "percentage"}, "", []string{"education.institutions"}},
	{[]string{"classes start", "program start", "programme start", "course start", "report date"}, "", []string{"f1.start_date", "j1.start_date"}},
	{[]string{"research", "topic", "project about"}, "", []string{"j1.research_topic"}},
	{[]string{"two year rule", "212", "two year home", "two years home"}, "", []string{"j1.subject_212e"}},
	{[]string{"host", "which lab", "which institution"}, "family", []string{"j1.host", "j1.host_city"}},
	{[]string{"hours"}, "", []string{"jw.hours_per_week"}},
	{[]string{"plan to work", "work while", "part time", "work during", "training"}, "", []string{workPlan}},
}

// fieldsOfLine reads the fields out of the officer's own words: those an interview
// of the category uses.
func (c *Case) fieldsOfLine(line []string) []string {
	var out []string
	for _, f := range lineFields {
		if !slices.ContainsFunc(f.words, func(entry string) bool { return allOf(line, entry) }) || anyOf(line, f.not) {
			continue
		}
		for _, path := range f.fields {
			if field, ok := transcript.LookupField(path); ok && slices.Contains(field.For, c.category) {
				out = append(out, path)
			}
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

// anyOf reports whether one word of an entry stands in a line.
func anyOf(line []string, entry string) bool {
	for w := range strings.FieldsSeq(entry) {
		if slices.Contains(line, w) {
			return true
		}
	}
	return false
}
