package transcript

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// sentences are a field, a sentence, and the parts that are certain in it, in
// brackets as Reading shows them.
var sentences = []struct{ path, sentence, read string }{
	{"family.us_immediate_relatives", "brother in Chicago", "brother"},
	{"family.us_immediate_relatives", "my sister is a US citizen", "sister, US citizen"},
	{"family.us_immediate_relatives", "brother, green card", "brother, LPR"},
	{"family.us_immediate_relatives", "brother on H1B", "brother, nonimmigrant"},
	{"family.us_immediate_relatives", "my mother's brother", ""}, // mother, or brother?
	{"family.us_immediate_relatives", "sister, not a citizen", "sister"},
	{"family.us_immediate_relatives", "brother-in-law", ""},
	{"h1b.degree_held", "MS Computer Science, 2024", "MS, 2024"},
	{"h1b.degree_held", "BTech 2019, MS 2024", ""},
	{"us_history.prior_refusals", "March 2022 in Karachi, B1/B2, 214(b)", "March 2022, B1B2, 214(b)"},
	{"us_history.prior_refusals", "2022 B1B2 214b", "2022, B1B2, 214(b)"},
	{"us_history.prior_refusals", "F-1 in 2024 and again in 2025", "F1"},
	{"us_history.prior_refusals", "I do not remember", ""},
	{"us_history.visits", "Christmas 2019, for three weeks, B-2", "25 December 2019, 3 weeks, B2"},
	{"us_history.visits", "last year", ""}, // no day to count from
	{"us_history.immigrant_petition", "my sister filed for us in 2019, F4", "filed, sister, F4, 2019"},
	{"us_history.immigrant_petition", "not filed", "not filed"},
	{"us_history.prior_j1", "physician from 2019 to 2022", "physician, from 2019, to 2022"},
	{"trip.companions", "my wife, not travelling", "wife, not travelling with you"},
	{"family.spouse", "teacher in Lahore, not coming", "not travelling with you"},
	{"family.children", "6 years old, stays in Lahore", "age 6"},
	{"employment.leave", "3 weeks approved, unpaid", "approved, not paid"},
	{"employment.leave", "not yet approved", "not approved"},
	{"employment.business", "tailoring since 2015, six employees", "2015, employees 6"},
	{"employment.previous", "City Clinic, house officer, 2019-2021", "from 2019, to 2021"},
	{"employment.previous", "City Clinic since March 2020", "from March 2020"},
	{"employment.previous", "City Clinic until March 2020", "to March 2020"},
	{"employment.previous", "City Clinic, 2020", ""}, // from, or to?
	{"education.tests", "IELTS 7.0 in 2026", "IELTS, score 7, 2026"},
	{"education.tests", "7.5 overall", ""},
	{"finance.sponsors", "father, civil engineer, earns USD 24,000 a year", "father, income 24,000 US dollars a year"},
	{"finance.sponsors", "uncle gives USD 10,000", "uncle, amount given 10,000 US dollars"},
	{"finance.sponsors", "father, USD 24,000", "father"}, // income, or amount?
	{"finance.loan", "USD 30,000 from a bank, already approved", "amount 30,000 US dollars, sanctioned"},
	{"finance.loan", "USD 30,000, not approved yet", "amount 30,000 US dollars"},
	{"f1.cost_year1", "USD 47,000", "total 47,000 US dollars"},
	{"f1.cost_year1", "about 47,000", "total about 47,000 US dollars"},
	{"f1.cost_year1", "28,000 tuition and 16,000 living, total 47,000", "tuition 28,000 US dollars, living 16,000 US dollars, total 47,000 US dollars"},
	{"f1.cost_year1", "tuition is 28,000", "tuition 28,000 US dollars"},
	{"f1.cost_year1", "28,000 and 16,000", ""},
	{"f1.funding_year1", "scholarship of 12,000", "from the school 12,000 US dollars"},
	{"ties.return_role", "consultant at District Hospital, on leave", "leave of absence"},
	{"jp.usmle", "passed everything", ""}, // which Step?
	{"us_history.immigrant_petition", "{filed: false}", "not filed"},
	{"family.us_immediate_relatives", "[brother H1B]", "brother, nonimmigrant"},
	{"employment.leave", "from Monday, to be approved", ""},
	{"finance.loan", "USD 30,000, will be approved next week", "amount 30,000 US dollars"},
	{"additional.military", "yes, from 2015 to 2016", "served, from 2015, to 2016"},
	{"additional.military", "no, I was exempted", "not served"},
	{"jp.us_clinical_history", "observership in Detroit, from October 2024, on B1", "observership, from October 2024, B1"},
	{"jw.degree_and_experience", "BBA 2025, two years of experience", "BBA, 2025, years of experience 2"},
	{"hp.j1_waiver", "not needed", "not needed"},
}

func TestSentences(t *testing.T) {
	for _, tt := range sentences {
		p, err := Profile{}.With(tt.path, tt.sentence)
		if err != nil {
			t.Errorf("%s: %q: %v", tt.path, tt.sentence, err)
			continue
		}
		_, read, _ := strings.Cut(strings.TrimSuffix(mustDeclared(t, p, tt.path).Reading(), "]"), "[")
		if read == "" && strings.EqualFold(tt.sentence, tt.read) {
			read = tt.read // nothing but what was understood
		}
		if diff := cmp.Diff(tt.read, read); diff != "" {
			t.Errorf("%s: %q (-want +got):\n%s", tt.path, tt.sentence, diff)
		}
	}
}

func TestNamedPartsAreReadAsParts(t *testing.T) {
	p, err := Profile{}.With("f1.cost_year1", "Tuition: 28,000\nliving 16,000\ntotal: 47k")
	if err != nil {
		t.Fatal(err)
	}
	d := mustDeclared(t, p, "f1.cost_year1")
	if d.Value.Text != "" || d.Reading() != "tuition 28,000 US dollars, living 16,000 US dollars, total 47,000 US dollars" {
		t.Errorf("read as %q with sentence %q", d.Reading(), d.Value.Text)
	}
	if _, err := (Profile{}).With("f1.cost_year1", "total: lots"); err == nil {
		t.Error("a named part that cannot be read is let through")
	}
	for text, want := range map[string]string{
		"step1 fail_then_pass":                          "step 1 fail then pass",
		"Step 1 pass, Step 2 CK pass, Step 3 not taken": "step 1 pass, step 2 CK pass, step 3 not taken",
	} {
		p, err := Profile{}.With("jp.usmle", text)
		if err != nil || mustDeclared(t, p, "jp.usmle").Reading() != want {
			t.Errorf("%q: %v, %q", text, err, mustDeclared(t, p, "jp.usmle").Reading())
		}
	}
	p, err = Profile{}.With("family.us_immediate_relatives", "relation: sister, status: citizen\nbrother in Chicago")
	if err != nil {
		t.Fatal(err)
	}
	list := mustDeclared(t, p, "family.us_immediate_relatives").Value.List
	if len(list) != 2 || list[0].Parts["status"].Text != "US_citizen" || list[0].Text != "" || list[1].Text != "brother in Chicago" {
		t.Errorf("read as %+v", list)
	}
}

// TestEntries: a list field, what was typed, and its entries.
func TestEntries(t *testing.T) {
	for _, tt := range []struct{ path, text, want string }{
		{"finance.sponsors", "father, uncle", "father|uncle"},
		{"finance.sponsors", "[father, uncle]", "father|uncle"},
		{"finance.sponsors", "my father and my uncle", "my father|my uncle"},
		{"finance.sponsors", "father, civil engineer", "father, civil engineer"},
		{"finance.sponsors", "uncle, my father's brother", "uncle, my father's brother"},
		{"family.us_immediate_relatives", "sister citizen, brother student", "sister citizen|brother student"},
		{"us_history.visits", "2018, B2; 2022, B1\n2024", "2018, B2|2022, B1|2024"},
		{"trip.places", "New York, Boston; Columbus, OH, Austin, Texas", "New York|Boston|Columbus, OH|Austin, Texas"},
		{"ties.family_at_home", "parents, spouse", "parents|spouse"},
		{"identity.other_names", "[]", ""},
		{"identity.other_names", ";", ""},
	} {
		p, err := Profile{}.With(tt.path, tt.text)
		if err != nil {
			t.Errorf("%s: %q: %v", tt.path, tt.text, err)
			continue
		}
		var got []string
		for _, v := range mustDeclared(t, p, tt.path).Value.List {
			got = append(got, v.Text)
		}
		if diff := cmp.Diff(tt.want, strings.Join(got, "|")); diff != "" {
			t.Errorf("%s: %q (-want +got):\n%s", tt.path, tt.text, diff)
		}
	}
}

func TestIdentityNumbersAreRefused(t *testing.T) {
	for text, want := range map[string]string{
		"my passport is AB1234567":        "a passport number",
		"A1234567":                        "a passport number",
		"passport number 1234567":         "a passport number",
		"123-45-6789":                     "a social security number",
		"SSN 123 45 6789":                 "a social security number",
		"123456789":                       "a passport or social security number",
		"A123456789":                      "an A-number",
		"A-123456789":                     "an A-number",
		"SEVIS N0012345678":               "a SEVIS number",
		"4111 1111 1111 1111":             "a card number",
		"4111111111111111":                "a card number",
		"IOE0912345678":                   "a receipt number in full",
		"EAC-21-123-45678":                "a receipt number in full",
		"IOE...123":                       "",
		"father pays INR 350000000":       "",
		"USD 123456789":                   "",
		"MBBS 2014 2019, MD 2021 2023":    "",
		"F1 2019 2022":                    "",
		"B1/B2 2022-05, refused 2024":     "",
		"DS-2019 and I-20, ISO 27001":     "",
		"4111 1111 1111 1112":             "",
		"Flat 12, 54000 Lahore":           "",
		"phone 0300":                      "",
		"2027-06-05 to 2027-06-26":        "",
		"1,234,567 people in 2,000 towns": "",
		"Boeing 737800 captain for years": "",
	} {
		if got := identityNumber(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
	for _, data := range []string{
		`{"h1b":{"receipt_number":"IOE0912345678"}}`,
		`{"identity":{"full_name":123456789}}`,
		`{"family":{"us_immediate_relatives":["brother, A123456789"]}}`,
		`{"family":{"spouse":{"name":"AB1234567"}}}`,
		`{"family":{"spouse":"wife, passport AB1234567"}}`,
	} {
		var p Profile
		err := p.UnmarshalJSON([]byte(data))
		if err == nil || !strings.Contains(err.Error(), "identity numbers are never needed here") {
			t.Errorf("%s: %v", data, err)
		}
	}
}
