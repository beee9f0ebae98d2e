package scoring

import (
	"encoding/json"
	"testing"

	"github.com/viceconsul/viceconsul/interview/transcript"
)

// What is stated outright is compared whatever the officer asked; what only shares its
// words is not.
func TestOutright(t *testing.T) {
	var p transcript.Profile
	if err := json.Unmarshal([]byte(`{"employment": {"employer": "Kigoma Cold Store Ltd", "title": "accounts officer"}, "trip": {"payer": "self"}}`), &p); err != nil {
		t.Fatal(err)
	}
	c := NewCase(bank(t), transcript.B2, p, "2027-04-22")
	for said, want := range map[string]transcript.Verdict{
		"I work at Tanga Cement.":                               transcript.Contradiction,
		"Nothing more. The company I work for is Tanga Cement.": transcript.Contradiction,
		"I work at Kigoma Cold Store.":                          transcript.Consistent,
		"I used to work at Tanga Cement.":                       "",
		"If I worked at Tanga Cement I would say so.":           "",
		"I also work at Tanga Cement on weekends.":              "",
		"My brother says, I work at Tanga Cement.":              "",
		"He works at Tanga Cement.":                             "",
	} {
		turn := transcript.Turn{Officer: "Anything else I should see?", Applicant: said}
		var got transcript.Verdict
		for _, f := range c.Judge(turn, nil).Turn.Findings {
			if f.Field == "employment.employer" && f.Criterion == transcript.Consistency {
				got = f.Verdict
				if heard := said[f.Span.Start:f.Span.End]; heard != f.Span.Text {
					t.Errorf("%q: the span holds %q, not %q", said, heard, f.Span.Text)
				}
			}
		}
		if got != want {
			t.Errorf("%q: %q, want %q", said, got, want)
		}
	}
}
