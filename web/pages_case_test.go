package web

import (
	"slices"
	"strings"
	"testing"

	"github.com/viceconsul/viceconsul/interview/transcript"
)

// spotsIn are the ids of the spots that a profile shows.
func spotsIn(t *testing.T, c transcript.Category, texts map[string]string) []string {
	t.Helper()
	for path, problem := range readTexts(texts).problems {
		t.Fatalf("%s: %s", path, problem)
	}
	var ids []string
	for _, s := range caseOf(allNotes(t), c, texts).Spots {
		ids = append(ids, s.ID)
	}
	return ids
}

// Each row is a profile and the one doubt it must, or must not, raise.
func TestCaseFindsWeakSpots(t *testing.T) {
	for _, c := range []struct {
		category transcript.Category
		texts    map[string]string
		id       string
		want     bool
	}{
		{transcript.F1, map[string]string{"f1.cost_year1": "total USD 47,000", "f1.funding_year1": "personal 30,000; school 12,000"}, "f-gap", true},
		{transcript.F1, map[string]string{"f1.cost_year1": "total USD 47,000", "f1.funding_year1": "personal 35,000; school 12,000"}, "f-gap", false},
		{transcript.F1, map[string]string{"f1.cost_year1": "total USD 47,000"}, "f-gap", false},
		{transcript.F1, map[string]string{"f1.funding_year1": "personal 35,000", "finance.liquid_funds": "USD 20,000"}, "f-funds", true},
		{transcript.F1, map[string]string{"f1.funding_year1": "personal 35,000", "finance.liquid_funds": "INR 2,000,000"}, "f-funds", false},
		{transcript.F1, map[string]string{"finance.large_recent_deposits": "March 2027, INR 8 lakh, sale of a plot"}, "deposit", true},
		{transcript.F1, map[string]string{"finance.large_recent_deposits": "none"}, "deposit", false},
		{transcript.F1, map[string]string{"us_history.prior_refusals": "March 2022 in Karachi, B1/B2, 214(b)"}, "refusal", true},
		{transcript.F1, map[string]string{"us_history.prior_refusals": "none"}, "refusal", false},
		{transcript.F1, map[string]string{"family.us_immediate_relatives": "sister, US citizen"}, "relatives", true},
		{transcript.H1B, map[string]string{"family.us_immediate_relatives": "sister, US citizen"}, "relatives", false},
		{transcript.H1B, map[string]string{"us_history.immigrant_petition": "filed by my employer, 2025"}, "petition", false},
		{transcript.F1, map[string]string{"f1.school": "Example State University"}, "f-plan", true},
		{transcript.F1, map[string]string{"ties.plan_after": "join my father's firm"}, "f-plan", false},
		{transcript.F1, map[string]string{"ties.plan_after": "join my father's firm"}, "b-ties", false},
		{transcript.B2, map[string]string{"trip.purpose": "tourism"}, "b-ties", true},
		{transcript.B2, map[string]string{"employment.employer": "District Hospital"}, "b-ties", false},
		{transcript.B2, map[string]string{"trip.cost_usd": "USD 4,200", "finance.liquid_funds": "USD 3,000"}, "b-cost", true},
		{transcript.B2, map[string]string{"trip.cost_usd": "USD 4,200", "finance.liquid_funds": "USD 3,000", "trip.payer": "present employer"}, "b-cost", false},
		{transcript.B2, map[string]string{"employment.leave": "approved, 1 June 2027 to 20 June 2027", "trip.departure_date": "2027-06-26"}, "b-leave", true},
		{transcript.B2, map[string]string{"employment.leave": "approved, 1 June 2027 to 30 June 2027", "trip.departure_date": "2027-06-26"}, "b-leave", false},
		{transcript.B2, map[string]string{"passport.expires": "2027-10-01", "trip.arrival_date": "2027-06-05", "trip.length_of_stay": "3 weeks"}, "passport", true},
		{transcript.B2, map[string]string{"application.interview_country": "Kenya", "identity.nationality": "Uganda", "identity.country_of_residence": "Uganda"}, "post", true},
		{transcript.B2, map[string]string{"application.interview_country": "Kenya", "identity.nationality": "Uganda", "identity.country_of_residence": "Kenya"}, "post", false},
		{transcript.J1Physician, map[string]string{"identity.nationality": "Nigeria"}, "country", true},
		{transcript.H1BPhysician, map[string]string{"identity.nationality": "Nigeria"}, "country", false},
		{transcript.H1B, map[string]string{"identity.nationality": "Sudan"}, "country", true},
		{transcript.J1Physician, map[string]string{"identity.nationality": "Pakistan"}, "country", false},
		{transcript.J1Physician, map[string]string{"jp.specialty": "Pediatrics", "jp.statement_of_need": "country Pakistan; specialty Internal Medicine"}, "jp-specialty", true},
		{transcript.J1Physician, map[string]string{"jp.specialty": "internal medicine", "jp.statement_of_need": "country Pakistan; specialty Internal Medicine"}, "jp-specialty", false},
		{transcript.J1Physician, map[string]string{"identity.nationality": "Pakistan", "jp.statement_of_need": "country United Arab Emirates; specialty Pediatrics"}, "jp-country", true},
		{transcript.J1Physician, map[string]string{"j1.subject_212e": "no"}, "jp-212e", true},
		{transcript.J1Physician, map[string]string{"ties.plan_after": "find a Conrad waiver job"}, "jp-waiver", true},
		{transcript.J1Physician, map[string]string{"jp.usmle": "step1 fail then pass; step2ck pass"}, "jp-steps", true},
		{transcript.J1Physician, map[string]string{"jp.usmle": "step1 pass; step2ck pass"}, "jp-steps", false},
		{transcript.H1B, map[string]string{"h1b.degree_required": "bachelor's in computer science", "h1b.degree_held": "BE Mechanical Engineering, 2019"}, "h-degree", true},
		{transcript.H1B, map[string]string{"h1b.degree_required": "bachelor's in computer science", "h1b.degree_held": "MS Computer Science, 2024"}, "h-degree", false},
		{transcript.H1B, map[string]string{"h1b.third_party_placement": "yes"}, "h-client", true},
		{transcript.H1B, map[string]string{"h1b.third_party_placement": "yes", "h1b.end_client": "Example Bank"}, "h-placed", true},
		{transcript.H1BPhysician, map[string]string{"hp.step3_passed": "no"}, "hp-step3", true},
		{transcript.H1BPhysician, map[string]string{"hp.licence": "state MI; type pending"}, "hp-licence", true},
		{transcript.F1, map[string]string{"social.public": "no"}, "social", true},
		{transcript.F1, map[string]string{"finance.loan": "bank, USD 30,000, applied"}, "loan", true},
	} {
		if got := spotsIn(t, c.category, c.texts); slices.Contains(got, c.id) != c.want {
			t.Errorf("%s %v: spots %v; %s there: want %t", c.category, c.texts, got, c.id, c.want)
		}
	}
}

// The case page of each sample applicant is well made, shows only what was declared, and
// invents nothing: the same profile gives the same page.
func TestCasePages(t *testing.T) {
	v := visit(t)
	v.get("/case")
	for _, category := range transcript.Categories() {
		path := slug(category)
		empty := v.get("/case/" + path)
		if len(empty.with("class", "spot")) > 0 || len(empty.with("class", "paper")) < 6 {
			t.Errorf("%s: an empty profile shows spots, or no papers", category)
		}
		v.redirected(v.post("/profile/"+path, v.fill(path, actionSample, nil)), "/profile/"+path)
		v.redirected(v.post("/profile/"+path, v.fill(path, actionCase, nil)), "/case/"+path)
		s := v.get("/case/" + path)
		text := words(s.root)
		for _, want := range []string{"no legal advice", "no chance of approval", "Last looked at", "Papers last looked at: 20 November 2026"} {
			if !strings.Contains(text, want) {
				t.Errorf("%s: the page does not say %q", category, want)
			}
		}
		if found := tieWord.FindAllString(text, -1); !category.HasTies() && found != nil {
			t.Errorf("%s: the page says %q", category, found)
		}
		for _, a := range s.all("a") {
			href := value(a, "href")
			own := strings.HasPrefix(href, "/profile/"+path) || href == "/story/"+path || href == "/refusal/"+path
			if strings.HasPrefix(href, "/") && !own && href != "/" && href != "/#how" {
				t.Errorf("%s: a link to %s", category, href)
			}
		}
	}
	if list := words(v.get("/case").one("aria-labelledby", "continue")); !strings.Contains(list, "Check the F-1 case") {
		t.Errorf("the list of cases says %q", list)
	}
}

// What cannot be read is said at its field, before any case is shown.
func TestCaseOfUnreadableFacts(t *testing.T) {
	v := visit(t)
	form := v.fill("b2", actionCase, map[string]string{"trip.length_of_stay": "as long as it takes"})
	if r := v.post("/profile/b2", form); r.StatusCode != 422 {
		t.Errorf("status %d, want 422 with the field named", r.StatusCode)
	}
	if text := words(v.get("/case/b2").root); !strings.Contains(text, "1 fact could not be read") {
		t.Error("the case page hides that a fact was left out")
	}
}
