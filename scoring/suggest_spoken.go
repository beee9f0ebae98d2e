package scoring

import (
	"strings"

	"github.com/viceconsul/viceconsul/interview/transcript"
	"github.com/viceconsul/viceconsul/interview/transcript/measure"
)

// wordings say a declared value as an answer at the window, %s standing for it. A field
// that is not here is never put into an applicant's mouth: its declared text is a
// record, not a sentence.
var wordings = map[string]string{
	"trip.arrival_date": "I arrive on %s.", "trip.departure_date": "I leave on %s.", "trip.length_of_stay": "I will stay %s.",
	"trip.places": "I will visit %s.", "trip.us_address": "I will stay in %s.", "trip.cost_usd": "It will cost %s.", "trip.payer": "I am paying myself.",
	"trip.purpose": "For %s.", companions: "I am travelling with %s.",
	"us_contact.name_or_org": "My contact there is %s.", "us_contact.city_state": "It is in %s.",
	"employment.employer": "I work at %s.", "employment.title": "I am %s.", "employment.start_date": "I have worked there since %s.",
	"employment.monthly_income": "I earn %s a month.", "employment.duties": "My work: %s.", "employment.leave": "My leave: %s.",
	"finance.liquid_funds": "I have %s.", "finance.sponsors": "%s.", "finance.loan.amount": "The loan is %s.",
	"family.siblings": "I have %s.", "family.dependants_supported": "I support %s.", "identity.marital_status": "I am %s.",
	"us_history.prior_refusals": "Yes, I was refused %s.", "us_history.visits": "Yes, I was there %s.", "other_travel.countries_5y": "I have been to %s.",
	"ties.plan_after": "Afterwards I will %s.",
	"f1.school":       "I will study at %s.", "f1.campus": "It is in %s.", "f1.major": "I will study %s.", "f1.start_date": "Classes start on %s.", "f1.end_date": "It ends on %s.",
	"f1.cost_year1": "The first year costs %s.", "f1.schools_applied": "I applied to %s.",
	"j1.host": "It is %s.", "j1.host_city": "It is in %s.", "j1.sponsor": "My program sponsor is %s.", "j1.supervisor": "My supervisor is %s.", "j1.research_topic": "My topic is %s.",
	"j1.start_date": "It starts on %s.", "j1.end_date": "It ends on %s.",
	"jp.program": "I will train at %s.", "jp.specialty": "I will train in %s.", "jp.program_length_years": "It is %s years.", "jp.stipend_usd": "They pay %s a year.",
	"jw.employer": "I will work at %s.", "jw.job": "I will be %s.", "jw.hours_per_week": "I will work %s hours a week.", "jw.pay": "They pay %s.", "jw.housing": "I will live in %s.",
	"h1b.petitioner": "My employer is %s.", "h1b.job_title": "I am %s.", "h1b.duties": "My work: %s.", "h1b.wage_usd": "The salary is %s.", "h1b.worksites": "I work in %s.",
	"h1b.end_client": "The client is %s.", "h1b.manager": "My manager is %s.", "h1b.employer_size": "About %s people work there.", "h1b.employer_business": "The company: %s.",
	"h1b.degree_required": "The job needs %s.", "h1b.degree_held": "My degree is %s.", "h1b.experience_years": "I have %s years of experience.",
}

// spoken says a declared fact as an answer, "" for one that is none, cannot be said
// whole in a breath or has no wording.
func (c *Case) spoken(f *fact) string {
	wording, ok := wordings[f.path]
	if !ok || f.none {
		return ""
	}
	value := c.aloud(f)
	switch {
	case value == "":
		return ""
	case f.path == "ties.plan_after" && !startsAsVerb(f.said):
		wording = "My plan afterwards: %s."
	case f.path == "trip.purpose" && startsAsVerb(f.said):
		wording = "I am going to %s."
	case f.value().Date.Month != 0 && f.value().Date.Day == 0:
		wording = strings.Replace(wording, " on %s", " in %s", 1)
	case f.value().Money.Per != "":
		wording = strings.NewReplacer(" a month", "", " a year", "").Replace(wording)
	}
	return sentence(strings.Replace(wording, "%s", value, 1))
}

// aloud is a declared value as people say it, "" for what cannot be said whole.
func (c *Case) aloud(f *fact) string {
	v := f.value()
	switch f.path {
	case "us_history.prior_refusals":
		return eachOf(f, func(item *fact) string {
			return inOrder(item, "in %s", "date", "in %s", "post", "under section %s", "section")
		})
	case "us_history.visits":
		return eachOf(f, func(item *fact) string { return inOrder(item, "in %s", "arrival", "for %s", "length") })
	case "finance.sponsors":
		return eachOf(f, sponsorAloud)
	case "f1.cost_year1":
		total, ok := c.profile.Declared(f.path + ".total")
		if !ok {
			return ""
		}
		return moneyAloud(total.Value.Money)
	case "employment.title", "h1b.job_title", "jw.job", "h1b.degree_required":
		return withArticle(f.said)
	case "trip.payer":
		return map[string]string{"self": "I am paying myself"}[v.Text]
	}
	switch f.kind {
	case transcript.TypeMoney:
		return moneyAloud(v.Money)
	case transcript.TypeDate:
		return dateInWords(v.Date, "")
	case transcript.TypeList:
		return eachOf(f, func(item *fact) string { return itemAloud(f.path, item) })
	case transcript.TypeObject, transcript.TypeBool:
		return ""
	}
	if strings.Contains(f.said, ";") || strings.Contains(f.said, "_") {
		return ""
	}
	return ownKin(strings.TrimRight(strings.TrimSpace(f.said), "."))
}

// ownKin puts "my" before the person of a plan or purpose as forms leave it out:
// "visit sister".
func ownKin(text string) string {
	verb, rest, _ := strings.Cut(text, " ")
	person, _, _ := strings.Cut(rest, " ")
	if startsAsVerb(verb) && lexicon.word(strings.ToLower(strings.TrimSuffix(person, "'s"))).party&pHuman != 0 {
		return verb + " my " + rest
	}
	return text
}

// mostAloud is how many entries of a list are said in one breath.
const mostAloud = 3

// eachOf joins the entries of a list, "" when one cannot be said or they are too many:
// a list told in part would leave something out.
func eachOf(f *fact, say func(item *fact) string) string {
	if len(f.items) > mostAloud {
		return ""
	}
	var all []string
	for i := range f.items {
		text := say(&f.items[i])
		if text == "" {
			return ""
		}
		all = append(all, text)
	}
	if len(all) < 2 {
		return strings.Join(all, "")
	}
	return strings.Join(all[:len(all)-1], ", ") + " and " + all[len(all)-1]
}

// itemAloud says an entry of a list: a person by what they are to the applicant, a
// school by its name.
func itemAloud(path string, item *fact) string {
	v := item.value()
	for _, key := range []string{"relationship", "relation"} {
		if rel, ok := v.Parts[key]; ok && rel.Text != "" {
			return "my " + strings.ToLower(inPlainWords(rel.Text))
		}
	}
	switch name, ok := v.Parts["name"]; {
	case ok:
		return name.Text
	case len(v.Parts) > 0 || strings.Contains(v.Text, "_"):
		return ""
	case path == companions || path == "family.dependants_supported":
		return "my " + v.Text
	}
	return v.Text
}

// sponsorAloud says who pays and what they are: "my father, a civil engineer".
func sponsorAloud(sponsor *fact) string {
	who := itemAloud("finance.sponsors", sponsor)
	if work, ok := sponsor.part("occupation"); ok && strings.HasPrefix(who, "my ") && work.Text != "" {
		return who + ", " + withArticle(work.Text)
	}
	return who
}

// inOrder says parts of an object, each with its words, leaving out what is not
// declared: pairs of a form and the key of the part.
func inOrder(f *fact, pairs ...string) string {
	var said []string
	for i := 0; i+1 < len(pairs); i += 2 {
		v, ok := f.part(pairs[i+1])
		text := v.Text
		if v.Type == transcript.TypeDate {
			text = dateInWords(v.Date, "")
		}
		if v.Type == transcript.TypeDuration && text == "" {
			text = daysInWords(v.Days)
		}
		if ok && text != "" {
			said = append(said, strings.Replace(pairs[i], "%s", text, 1))
		}
	}
	return strings.Join(said, " ")
}

// daysInWords writes a length in the unit it was declared in: "3 weeks".
func daysInWords(m measure.Mention) string {
	days := map[string]float64{"day": 1, "week": 7, "month": 30, "year": 365}[m.Unit]
	if days == 0 || m.Low != m.High {
		return ""
	}
	return plural(int(m.Low/days+0.5), m.Unit, m.Unit+"s")
}

// moneyAloud writes an amount as it is said: "47,000 US dollars a year".
func moneyAloud(m measure.Mention) string {
	text := moneyInWords(m)
	if amount, ok := strings.CutPrefix(text, "USD "); ok {
		number, per, _ := strings.Cut(amount, " ")
		return strings.TrimSpace(number + " US dollars " + strings.Replace(per, "a hour", "an hour", 1))
	}
	return text
}

// withArticle says a job as one has it: "a pharmacist", "an engineer". Retired and
// self-employed are no jobs.
func withArticle(job string) string {
	job = strings.TrimRight(strings.TrimSpace(job), ".")
	first, _, _ := strings.Cut(job, " ")
	switch lower := strings.ToLower(first); {
	case lower == "", lower == "retired", lower == "unemployed", lower == "self-employed", lower == "a", lower == "an", lower == "the", strings.HasPrefix(lower, "head"):
		return lowerFirst(job)
	case strings.ContainsRune("aeio", rune(lower[0])):
		return "an " + lowerFirst(job)
	}
	return "a " + lowerFirst(job)
}

// startsAsVerb reports whether a declared text says what will be done: "return to
// the family bakery", not "consultant at Nishtar Hospital".
func startsAsVerb(text string) bool {
	first, _, _ := strings.Cut(strings.TrimSpace(text), " ")
	return planVerbs[strings.ToLower(first)]
}

// planVerbs begin a plan or a purpose as people write it on a form.
var planVerbs = wordSet("return go join work teach open start run build lead manage study visit attend see help accompany resume continue become practise practice serve set expand take be come get meet give finish complete establish create apply use do make support care treat train tour travel celebrate spend present negotiate inspect buy sign look rejoin restart head direct coach research farm design develop")
