package scoring

import (
	"strings"
	"testing"

	"github.com/viceconsul/viceconsul/interview/transcript"
)

// Both sides of a contradiction are said as an officer says them.
func TestSides(t *testing.T) {
	c := NewCase(embedded(t), transcript.F1, declared(t, `{
		"family": {"us_other_relatives": false, "children": [{"age": 6}, {"age": 3}]},
		"trip": {"payer": "us_employer"},
		"f1": {"start_date": "2027-08-23", "cost_year1": {"total": "USD 47,000"}, "work_plan": "practical_training_maybe"},
		"finance": {"sponsors": [{"relationship": "father", "occupation": "civil engineer", "income": "USD 24,000/yr"}]},
		"j1": {"subject_212e": "yes"},
		"ties": {"plan_after": "run the data office of the family construction firm in Kumasi, Ghana"}
	}`), "2027-06-10")
	for _, tt := range []struct {
		f               transcript.Finding
		heard, declared string
	}{
		{transcript.Finding{Rule: "relatives", Field: otherUS, Heard: "uncle"}, "your uncle is there", "no other relatives there"},
		{transcript.Finding{Rule: "payer", Field: "trip.payer", Heard: "My uncle, I think."}, "your uncle, you think", "the US employer"},
		{transcript.Finding{Rule: "payer", Field: "finance.sponsors", Heard: "and my uncle"}, "your uncle", "father"},
		{transcript.Finding{Rule: "amount", Field: "finance.sponsors", Heard: "Sixty thousand"}, "sixty thousand", "USD 24,000 a year"},
		{transcript.Finding{Rule: "date", Field: "f1.start_date", Heard: "January"}, "January", "23 August 2027"},
		{transcript.Finding{Rule: "amount", Field: "f1.cost_year1", Heard: "USD 9,000"}, "USD 9,000", "USD 47,000"},
		{transcript.Finding{Rule: "plan", Field: workPlan, Heard: "I was told to work"}, "you were told to work", "practical training, maybe"},
		{transcript.Finding{Rule: "children", Field: children, Heard: "one son"}, "one son", "2 children"},
		{transcript.Finding{Rule: "plan", Field: planAfter, Heard: "I will settle in the"}, "you will settle in the", "run the data office of the family…"},
	} {
		heard, declared := c.Sides(tt.f, nil)
		if heard != tt.heard || declared != tt.declared {
			t.Errorf("%s %q: %q and %q, want %q and %q", tt.f.Field, tt.f.Heard, heard, declared, tt.heard, tt.declared)
		}
	}
	if long := clip(strings.Repeat("wörter", 40)); len([]rune(long)) > 61 || !strings.HasSuffix(long, "…") {
		t.Errorf("a word without end: %q", long)
	}
}
