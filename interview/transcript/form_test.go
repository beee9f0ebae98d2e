package transcript

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestReadProfileReadsAForm(t *testing.T) {
	p, err := ReadProfile(map[string]string{
		"trip.purpose":                  "  tourism ",
		"trip.length_of_stay":           "3 weeks",
		"trip.payer":                    "",
		"finance.sponsors":              "father, civil engineer\nuncle in Dubai\n",
		"family.us_immediate_relatives": "none",
		"trip.places":                   "New York; Boston, MA",
		"f1.cost_year1.total":           "47,000",
		"f1.cost_year1.tuition":         "28k",
		"f1.cost_year1.living":          "",
	})
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]string{}
	for _, path := range p.Paths() {
		got[path] = mustDeclared(t, p, path).Text
	}
	want := map[string]string{
		"trip.purpose":                  "tourism",
		"trip.length_of_stay":           "3 weeks",
		"finance.sponsors":              "father, civil engineer; uncle in Dubai",
		"family.us_immediate_relatives": "none",
		"trip.places":                   "New York; Boston, MA",
		"f1.cost_year1":                 "tuition USD 28,000, total USD 47,000",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("declared (-want +got):\n%s", diff)
	}
}

func TestReadProfileKeepsWhatCanBeRead(t *testing.T) {
	p, err := ReadProfile(map[string]string{
		"trip.purpose":            "tourism",
		"trip.cost_usd":           "a fortune",
		"trip.nothing":            "x",
		"finance.sponsors.income": "USD 5",
		"f1.cost_year1.total":     "much",
		"trip.us_address":         "a\x00b",
		"trip.payer_name":         "\xff",
	})
	var faults Faults
	if !errors.As(err, &faults) || !errors.Is(err, ErrInvalid) {
		t.Fatalf("faults: %v", err)
	}
	var places []string
	for _, f := range faults {
		places = append(places, f.Path)
		if strings.Contains(f.Problem, "fortune") || strings.Contains(f.Problem, "much") {
			t.Errorf("%s: repeats what was typed: %s", f.Path, f.Problem)
		}
	}
	want := []string{"f1.cost_year1.total", "finance.sponsors.income", "trip.cost_usd", "trip.nothing", "trip.payer_name", "trip.us_address"}
	if diff := cmp.Diff(want, places); diff != "" {
		t.Errorf("faults at (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{"trip.purpose"}, p.Paths()); diff != "" {
		t.Errorf("declared (-want +got):\n%s", diff)
	}
}

func TestWithLeavesTheOldProfileAlone(t *testing.T) {
	p := mustProfile(t, `{"trip":{"purpose":{"value":"tourism","source":"ds160","confirmed":false}}}`)
	q, err := p.With("trip.purpose", "conference")
	if err != nil {
		t.Fatal(err)
	}
	if got := mustDeclared(t, p, "trip.purpose").Text; got != "tourism" {
		t.Errorf("the old profile now says %q", got)
	}
	d := mustDeclared(t, q, "trip.purpose")
	if d.Text != "conference" || d.Source != "ds160" || d.Confirmed {
		t.Errorf("retyped: %q from %q, confirmed %v", d.Text, d.Source, d.Confirmed)
	}
	b, err := json.Marshal(q)
	if err != nil || string(b) != `{"trip":{"purpose":{"value":"conference","source":"ds160","confirmed":false}}}` {
		t.Errorf("retyped: %s, %v", b, err)
	}
	if r, err := q.With("trip.purpose", " "); err != nil || len(r.Paths()) != 0 {
		t.Errorf("emptied: %v, %v", r.Paths(), err)
	}
	if r, err := p.With("trip.cost_usd", "x"); err == nil || !r.Equal(p) {
		t.Errorf("refused, yet changed: %v, %v", r.Paths(), err)
	}
}

func TestWithSetsPartsOneByOne(t *testing.T) {
	p := mustProfile(t, `{"f1":{"cost_year1":{"value":{"tuition":28000},"source":"i20","confirmed":true}}}`)
	q, err := p.With("f1.cost_year1.total", "47,000")
	if err != nil {
		t.Fatal(err)
	}
	d := mustDeclared(t, q, "f1.cost_year1")
	if d.Reading() != "tuition 28,000 US dollars, total 47,000 US dollars" || d.Source != "i20" {
		t.Errorf("read as %q from %q", d.Reading(), d.Source)
	}
	for _, part := range []string{"f1.cost_year1.total", "f1.cost_year1.tuition"} {
		if q, err = q.With(part, ""); err != nil {
			t.Fatal(err)
		}
	}
	if len(q.Paths()) != 0 {
		t.Errorf("with no part left %v is declared", q.Paths())
	}
}

// A section's origin is that of each of its declared facts; what is no origin, or no
// section, is named.
func TestReadProfileSections(t *testing.T) {
	f, _ := LookupField("f1.cost_year1")
	key := SectionKey(f.Section)
	texts := map[string]string{"f1.cost_year1": "total USD 47,000", key: "i20"}
	p, err := ReadProfile(texts)
	if d, ok := p.Declared("f1.cost_year1"); err != nil || !ok || d.Source != "i20" || !d.Confirmed {
		t.Errorf("%v: source %q confirmed %t, %v", texts, d.Source, d.Confirmed, err)
	}
	texts[key] = Unchecked
	p, err = ReadProfile(texts)
	if d, _ := p.Declared("f1.cost_year1"); err != nil || d.Confirmed {
		t.Errorf("%v: confirmed, %v", texts, err)
	}
	body, err := json.Marshal(p)
	if err != nil {
		t.Fatal(err)
	}
	var again Profile
	if err := json.Unmarshal(body, &again); err != nil || !again.Equal(p) {
		t.Errorf("%s reads back as another profile: %v", body, err)
	}
	for key, value := range map[string]string{key: "rumour", "section.nothing": "i20"} {
		if _, err := ReadProfile(map[string]string{key: value}); err == nil {
			t.Errorf("%s=%s is taken", key, value)
		}
	}
}
