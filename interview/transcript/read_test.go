package transcript

import (
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func mustProfile(t *testing.T, data string) Profile {
	t.Helper()
	var p Profile
	if err := json.Unmarshal([]byte(data), &p); err != nil {
		t.Fatalf("%s: %v", data, err)
	}
	return p
}

func mustDeclared(t *testing.T, p Profile, path string) Declared {
	t.Helper()
	d, ok := p.Declared(path)
	if !ok {
		t.Fatalf("%s is not declared", path)
	}
	return d
}

// humanValues are what is written at a path, how it is shown, and how
// it was read.
var humanValues = []struct{ path, value, text, reading string }{
	{"trip.length_of_stay", `"3 weeks"`, "3 weeks", "3 weeks"},
	{"trip.length_of_stay", `"a week and a half"`, "a week and a half", "1.5 weeks"},
	{"trip.length_of_stay", `"2-3 months"`, "2-3 months", "2 to 3 months"},
	{"trip.cost_usd", `"USD 4,200"`, "USD 4,200", "4,200 US dollars"},
	{"trip.cost_usd", `4200`, "USD 4,200", "4,200 US dollars"},
	{"trip.cost_usd", `12.500`, "USD 12.5", "12.5 US dollars"},
	{"trip.cost_usd", `"about 4200"`, "about 4200", "about 4,200 US dollars"},
	{"trip.cost_usd", `"NGN 6.5 million"`, "NGN 6.5 million", "6,500,000 Nigerian naira"},
	{"finance.liquid_funds", `"12 lakh INR"`, "12 lakh INR", "1,200,000 Indian rupees"},
	{"finance.liquid_funds", `"INR 35 lakh (about USD 42,000)"`, "INR 35 lakh (about USD 42,000)", "3,500,000 Indian rupees"},
	{"us_contact.relationship", `"none"`, "none", "none"},
	{"finance.liquid_funds", `"35 lakh rupees"`, "35 lakh rupees", "3,500,000 (no currency)"},
	{"employment.monthly_income", `180000`, "180,000 a month", "180,000 (no currency) a month"},
	{"employment.monthly_income", `"PKR 180,000"`, "PKR 180,000", "180,000 Pakistani rupees a month"},
	{"h1b.wage_usd", `112000`, "USD 112,000 a year", "112,000 US dollars a year"},
	{"jw.pay", `"$15/hour"`, "$15/hour", "15 US dollars an hour"},
	{"f1.start_date", `"2027-08-23"`, "2027-08-23", "23 August 2027"},
	{"f1.start_date", `"2027-08"`, "2027-08", "August 2027"},
	{"f1.start_date", `"August 2027"`, "August 2027", "August 2027"},
	{"identity.residence_since", `2001`, "2001", "2001"},
	{"application.visa_category", `"J1 physician"`, "J1 PHYSICIAN", "J1 PHYSICIAN"},
	{"application.visa_category", `"F-1"`, "F1", "F1"},
	{"application.visa_category", `"B-1/B-2"`, "B1B2", "B1B2"},
	{"identity.marital_status", `"Married"`, "married", "married"},
	{"trip.payer", `"other person"`, "other person", "other person"},
	{"trip.payer", `"myself"`, "self", "self"},
	{"f1.level", `"Master's"`, "master", "master"},
	{"f1.work_plan", `"OPT"`, "practical training maybe", "practical training maybe"},
	{"j1.subject_212e", `true`, "yes", "yes"},
	{"family.us_other_relatives", `false`, "no", "no"},
	{"security.arrests", `"no"`, "no", "no"},
	{"security.arrests", `"Yes, in 2019, case closed"`, "Yes, in 2019, case closed", "yes, in 2019, case closed"},
	{"jp.match_year", `2027`, "2027", "2027"},
	{"jp.match_year", `"outside the Match"`, "outside the Match", "outside the Match"},
	{"h1b.employer_size", `"about 250"`, "about 250", "250"},
	{"h1b.experience_years", `"four"`, "four", "4"},
	{"identity.other_names", `[]`, "none", "none"},
	{"identity.other_names", `"none"`, "none", "none"},
	{"us_history.visits", `"never"`, "none", "none"},
	{"us_history.visits", `false`, "none", "none"},
	{"us_history.visits", `["no visits"]`, "none", "none"},
	{"us_history.dv_lottery", `[2023, "2024"]`, "2023; 2024", "2023; 2024"},
	{"us_history.dv_lottery", `2024`, "2024", "2024"},
	{"other_travel.countries_5y", `"UAE, Turkey and Oman; Kenya"`, "UAE; Turkey and Oman; Kenya", "UAE; Turkey and Oman; Kenya"},
	{"trip.places", `"New York, NY; Boston, Massachusetts"`, "New York, NY; Boston, Massachusetts", "New York, NY; Boston, Massachusetts"},
	{"trip.places", `"New York, Boston"`, "New York; Boston", "New York; Boston"},
	{"j1.subject_212e_basis", `["skills list"]`, "skills list", "skills list"},
	{"finance.loan", `"no"`, "no", "none"},
	{"finance.loan", `false`, "none", "none"},
	{"finance.loan", `{"lender":"bank","amount":"USD 30,000","status":"approved"}`, "bank, amount USD 30,000, sanctioned", "bank, amount 30,000 US dollars, sanctioned"},
	{"f1.cost_year1", `{"tuition":28000,"total":"47k"}`, "tuition USD 28,000, total USD 47,000", "tuition 28,000 US dollars, total 47,000 US dollars"},
	{"f1.cost_year1", `47000`, "47000", "47000 [total 47,000 US dollars]"},
	{"us_history.immigrant_petition", `{"filed":false}`, "not filed", "not filed"},
	{"additional.military", `true`, "served", "served"},
	{"family.parents", `{"father":{"occupation":"engineer"},"mother":"teacher in Lahore"}`, "father engineer, mother teacher in Lahore", "father engineer, mother teacher in Lahore"},
	{"jw.host_family", `{"city":"Denver","children":[2,5]}`, "Denver, ages of the children 2; 5", "Denver, ages of the children 2; 5"},
}

func TestProfileReadsHumanValues(t *testing.T) {
	for _, tt := range humanValues {
		section, name, _ := strings.Cut(tt.path, ".")
		p := mustProfile(t, fmt.Sprintf(`{%q:{%q:%s}}`, section, name, tt.value))
		d := mustDeclared(t, p, tt.path)
		if d.Text != tt.text || d.Reading() != tt.reading {
			t.Errorf("%s: %s\n got text %q, reading %q\nwant text %q, reading %q", tt.path, tt.value, d.Text, d.Reading(), tt.text, tt.reading)
		}
	}
}

// profileFaults are what is written, and the faults, one on each line.
var profileFaults = []struct{ data, want string }{
	{`{"f1":{"shcool":"X"}}`, "f1.shcool: unknown field; did you mean f1.school?"},
	{`{"fl":{"school":"X"}}`, "fl: unknown field; did you mean f1?"},
	{`{"trip":{"plan_afte":"X"}}`, "trip.plan_afte: unknown field"},
	{`{"ties":{"plan_afte":"X"}}`, "ties.plan_afte: unknown field; did you mean ties.plan_after?"},
	{`{"Trip":{"purpose":"X"}}`, "Trip: unknown field; did you mean trip?"},
	{`{"trip":{"Purpose":"X"}}`, "trip.Purpose: unknown field; did you mean trip.purpose?"},
	{`{"trip":{"qqqqqqqq":"X"}}`, "trip.qqqqqqqq: unknown field"},
	{`{"trip":"New York"}`, "trip: an object of fields is expected, not text"},
	{`[]`, `a profile is an object of sections, such as {"trip": {"purpose": "tourism"}}`},
	{``, "unexpected end of JSON input"},
	{`{"trip":{"purpose":1,"purpose":2}}`, "trip.purpose: written twice: keep one"},
	{`{"trip.payer":"self","trip":{"payer":"self"}}`, "trip.payer: written twice: keep one"},
	{`{"trip":{"length_of_stay":21}}`, "trip.length_of_stay: a length of time with its unit is expected, not a number (for example: 3 weeks)"},
	{`{"trip":{"length_of_stay":"secretly long"}}`, `trip.length_of_stay: unreadable as a length of time: write a number with its unit, such as "3 weeks" or "18 months" (for example: 3 weeks)`},
	{`{"trip":{"cost_usd":"a lot"}}`, `trip.cost_usd: unreadable as money: write an amount with its currency, such as "USD 47,000" or "12 lakh INR" (for example: USD 4,200)`},
	{`{"trip":{"cost_usd":-5}}`, "trip.cost_usd: an amount from 0 is expected (for example: USD 4,200)"},
	{`{"trip":{"cost_usd":true}}`, "trip.cost_usd: an amount of money is expected, not true or false (for example: USD 4,200)"},
	{`{"trip":{"arrival_date":"06/05/2027"}}`, `trip.arrival_date: unreadable as a date: day and month could be exchanged; write it like "2027-06-05" or "5 June 2027" (for example: 2027-06-05)`},
	{`{"trip":{"arrival_date":27}}`, "trip.arrival_date: a year from 1900 to 2099, or a date as text, is expected (for example: 2027-06-05)"},
	{`{"identity":{"marital_status":"complicated"}}`, "identity.marital_status: one of these is expected: single, married, common law, civil union, divorced, legally separated, widowed, other (for example: single)"},
	{`{"security":{"arrests":"maybe"}}`, "security.arrests: yes or no is expected (for example: no)"},
	{`{"trip":{"purpose":{"a":1}}}`, "trip.purpose: text is expected, not an object (for example: tourism: national parks)"},
	{`{"trip":{"purpose":{"value":"tourism","source":"web","confirmd":true}}}`,
		"trip.purpose.source: one of ds160, i20, ds2019, i797, lca, applicant, mentor is expected\n" +
			`trip.purpose.confirmd: unknown key beside "value"; did you mean confirmed?`},
	{`{"trip":{"purpose":{"value":"tourism","confirmed":"yes"}}}`, "trip.purpose.confirmed: true or false is expected"},
	{`{"f1":{"cost_year1":{"totl":5}}}`, "f1.cost_year1.totl: unknown part; did you mean total?"},
	{`{"f1":{"cost_year1":{"total":"lots"}}}`, `f1.cost_year1.total: unreadable as money: write an amount with its currency, such as "USD 47,000" or "12 lakh INR"`},
	{`{"f1":{"cost_year1":[1]}}`, "f1.cost_year1: an object with tuition, living, other, total, or one sentence, is expected, not a list (for example: tuition 28,000; living 16,000; other 3,000; total 47,000)"},
	{`{"family":{"children":["2 sons"]}}`, "family.children[0]: a number of them was written: write each on its own, one by one (for example: age 6, Lahore)"},
	{`{"family":{"children":"2"}}`, "family.children[0]: a number of them was written: write each on its own, one by one (for example: age 6, Lahore)"},
	{`{"us_history":{"visits":true}}`, "us_history.visits: a list is expected, not true or false (for example: November 2024, 5 weeks, B1, Step exam)"},
	{`{"us_history":{"visits":[{"arrival":"soon"}]}}`, `us_history.visits[0].arrival: unreadable as a date: write it like "2027-06-05", "August 2027" or "2027"`},
	{`{"trip":{"purpose":"a` + `\u0000` + `b"}}`, "trip.purpose: holds the character U+0000: take it out"},
	{`{"trip":{"purpose":"a\ud800b"}}`, `trip.purpose: holds half a character (a lone \u surrogate): take it out`},
	{`{"trip":{"purpose":"` + "\xff" + `"}}`, "invalid UTF-8: save the file as UTF-8"},
	{`{"trip":{"purpose":"` + strings.Repeat("é", 1001) + `"}}`, "trip.purpose: 1,001 code points, at most 1,000"},
	{`{"trip":{"purpose":[[[[[[[1]]]]]]]}}`, "trip.purpose[0][0][0][0][0][0]: nested deeper than 8 levels\ntrip.purpose: text is expected, not a list (for example: tourism: national parks)"},
	{`{"passport":{"expires":"x"},"f1":{"level":"x","school":"A1234567"},"zzz":1}`,
		`passport.expires: unreadable as a date: write it like "2027-06-05", "August 2027" or "2027" (for example: 2031-05-02)` + "\n" +
			"f1.level: one of these is expected: language, associate, bachelor, master, doctorate (for example: master)\n" +
			"f1.school: looks like a passport number: leave it out, identity numbers are never needed here\n" +
			"zzz: unknown field"},
}

func TestProfileFaults(t *testing.T) {
	for _, tt := range profileFaults {
		var p Profile
		err := json.Unmarshal([]byte(tt.data), &p)
		var faults Faults
		got := fmt.Sprint(err)
		if errors.As(err, &faults) {
			var lines []string
			for _, f := range faults {
				lines = append(lines, f.String())
			}
			got = strings.Join(lines, "\n")
			if !errors.Is(err, ErrInvalid) {
				t.Errorf("%s: %v does not wrap ErrInvalid", tt.data, err)
			}
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.data, diff)
		}
		if len(p.Paths()) != 0 {
			t.Errorf("%s: refused, yet the profile has %v", tt.data, p.Paths())
		}
	}
}

func TestUnmarshalCalledDirectlyNamesTheLine(t *testing.T) {
	for data, want := range map[string]string{
		"":                       "empty: one JSON object is expected",
		"{\n \"trip\": {,}}":     "line 2, column 11: not JSON",
		"{}\n{}":                 "line 2, column 1: more after the end of the JSON value",
		`{"trip":{"purpose":"x"`: "line 1, column 22: not JSON",
	} {
		var p Profile
		if err := p.UnmarshalJSON([]byte(data)); err == nil || err.Error() != want {
			t.Errorf("%q: %v, want %s", data, err, want)
		}
	}
}

func TestWrapperSaysWhereFromAndWhetherSure(t *testing.T) {
	p := mustProfile(t, `{"trip":{"payer":{"value":"self","source":"ds160","confirmed":false},"purpose":{"value":"tourism"},"places":null,"us_address":""}}`)
	if d := mustDeclared(t, p, "trip.payer"); d.Source != "ds160" || d.Confirmed || d.Value.Text != "self" {
		t.Errorf("payer: source %q, confirmed %v, %q", d.Source, d.Confirmed, d.Value.Text)
	}
	if d := mustDeclared(t, p, "trip.purpose"); d.Source != "" || !d.Confirmed {
		t.Errorf("purpose: source %q, confirmed %v", d.Source, d.Confirmed)
	}
	if diff := cmp.Diff([]string{"trip.payer", "trip.purpose"}, p.Paths()); diff != "" {
		t.Errorf("declared (-want +got):\n%s", diff)
	}
}

func TestMarshalRepeatsTheInput(t *testing.T) {
	const in = `{"f1.cost_year1":{"total":47000.00},"trip":{"payer":{"value":"Self","source":"ds160","confirmed":false},"cost_usd":"4,200 dollars"},"family":{"us_immediate_relatives":["brother in Chicago"]}}`
	const want = `{"trip":{"payer":{"value":"Self","source":"ds160","confirmed":false},"cost_usd":"4,200 dollars"},"family":{"us_immediate_relatives":["brother in Chicago"]},"f1":{"cost_year1":{"total":47000.00}}}`
	p := mustProfile(t, in)
	got, err := json.Marshal(p)
	if err != nil || string(got) != want {
		t.Errorf("got  %s, %v\nwant %s", got, err, want)
	}
	if !mustProfile(t, string(got)).Equal(p) {
		t.Error("read again it is another profile")
	}
	if got, err := json.Marshal(Profile{}); err != nil || string(got) != "{}" {
		t.Errorf("the empty profile is %s, %v", got, err)
	}
}

func TestProfileKeepsNoHoldOnItsInput(t *testing.T) {
	const data = "{\n \"trip\": {\"purpose\": \"A & B <x>\", \"places\": [ \"Boston\" ]}\n}"
	in := []byte(data)
	var p, q Profile
	if err := p.UnmarshalJSON(in); err != nil {
		t.Fatal(err)
	}
	clear(in)
	b, err := json.Marshal(p)
	if err != nil {
		t.Fatal(err)
	}
	if err := q.UnmarshalJSON(b); err != nil || !q.Equal(p) || !mustProfile(t, data).Equal(p) {
		t.Errorf("written as %s, read as another profile: %v", b, err)
	}
}

func TestDeclaredResolvesParts(t *testing.T) {
	p := mustProfile(t, `{"f1":{"cost_year1":{"value":{"tuition":28000,"total":47000},"source":"i20","confirmed":false}},
		"finance":{"sponsors":["father, income USD 24,000 a year"],"loan":"USD 30,000, approved"},
		"us_history":{"visits":["2018, B2","2022, B1"]},
		"family":{"parents":{"father":{"occupation":"engineer"}}}}`)
	for path, want := range map[string]string{
		"f1.cost_year1.total":              "USD 47,000",
		"finance.sponsors.income":          "USD 24,000 a year",
		"finance.sponsors.relationship":    "father",
		"finance.loan.status":              "sanctioned",
		"finance.loan.amount":              "USD 30,000",
		"family.parents.father.occupation": "engineer",
		"f1.cost_year1.living":             "",
		"us_history.visits.class":          "", // two visits: which?
		"family.parents.mother.occupation": "",
		"f1.cost_year1.nothing":            "",
		"nothing":                          "",
	} {
		d, ok := p.Declared(path)
		if d.Text != want || ok != (want != "") {
			t.Errorf("%s = %q, %v, want %q", path, d.Text, ok, want)
		}
		if ok && d.Field.Path != path {
			t.Errorf("%s: its field is %s", path, d.Field.Path)
		}
	}
	if d := mustDeclared(t, p, "f1.cost_year1.total"); d.Source != "i20" || d.Confirmed {
		t.Errorf("a part has source %q, confirmed %v, not those of the whole", d.Source, d.Confirmed)
	}
}

func TestNone(t *testing.T) {
	for _, tt := range []struct {
		path, text string
		none       bool
	}{
		{"us_history.prior_refusals", "none", true},
		{"us_history.prior_refusals", "2022", false},
		{"us_history.overstay_or_status_violation", "no", true},
		{"us_history.overstay_or_status_violation", "yes", false},
		{"employment.employer", "none", true},
		{"employment.employer", "None Such Ltd, Main Street", false},
		{"finance.loan", "no loan", true},
		{"finance.loan", "bank", false},
		{"us_history.immigrant_petition", "filed: no", true},
		{"us_history.immigrant_petition", "filed: yes", false},
		{"us_history.immigrant_petition", "no, nobody has filed anything", true},
		{"additional.military", "no, I was exempted", true},
		{"family.spouse", "teacher, not travelling", false},
		{"family.spouse", "travelling: no", false},
		{"f1.work_plan", "none", true},
		{"jp.publications", "0", true},
		{"trip.cost_usd", "0", true},
		{"trip.length_of_stay", "3 weeks", false},
		{"trip.arrival_date", "2027", false},
	} {
		p, err := Profile{}.With(tt.path, tt.text)
		if err != nil {
			t.Fatal(err)
		}
		if d := mustDeclared(t, p, tt.path); d.Value.None() != tt.none {
			t.Errorf("%s = %q: none is %v, want %v", tt.path, tt.text, !tt.none, tt.none)
		}
	}
}

func TestMissingLeavesOutWhatIsPointless(t *testing.T) {
	missing := func(p Profile, c Category) string {
		var all []string
		for _, f := range p.Missing(c) {
			all = append(all, f.Path)
		}
		return strings.Join(all, " ")
	}
	if got := missing(Profile{}, B2); !strings.Contains(got, "employment.employer employment.title") {
		t.Errorf("an empty profile lacks %s", got)
	}
	retired := mustProfile(t, `{"employment":{"occupation":"retired"}}`)
	if got := missing(retired, B2); strings.Contains(got, "employment.") {
		t.Errorf("someone retired lacks %s", got)
	}
	student := mustProfile(t, `{"employment":{"occupation":"student"}}`)
	if got := missing(student, F1); strings.Contains(got, "employment.title") || !strings.Contains(got, "employment.employer") {
		t.Errorf("a student lacks %s", got)
	}
	direct := mustProfile(t, `{"h1b":{"third_party_placement":false}}`)
	if got := missing(direct, H1B); strings.Contains(got, "h1b.end_client") || !strings.Contains(got, "h1b.petitioner") {
		t.Errorf("someone not placed with a client lacks %s", got)
	}
}

func TestNothingDeclaredIsPrinted(t *testing.T) {
	p := mustProfile(t, `{"trip":{"purpose":"secret"}}`)
	var log strings.Builder
	slog.New(slog.NewJSONHandler(&log, nil)).Info("x", "profile", p, "declared", mustDeclared(t, p, "trip.purpose"))
	for _, text := range []string{fmt.Sprint(p), fmt.Sprintf("%v %+v %#v %s", p, p, p, p), fmt.Sprintf("%+v", Transcript{Profile: p}), log.String()} {
		if strings.Contains(text, "secret") {
			t.Errorf("printed: %s", text)
		}
	}
}
