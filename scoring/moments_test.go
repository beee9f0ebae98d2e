package scoring

import (
	"testing"

	"github.com/viceconsul/viceconsul/interview/transcript"
)

func TestNamesFact(t *testing.T) {
	agrees := []transcript.Finding{{Criterion: transcript.Consistency, Verdict: transcript.Consistent, Field: "finance.sponsors", Heard: "father"}}
	denied := []transcript.Finding{{Criterion: transcript.Consistency, Verdict: transcript.Consistent, Field: "us_history.prior_refusals", Heard: "No"}}
	for _, test := range []struct {
		answer   string
		findings []transcript.Finding
		want     bool
	}{
		{"Yes, officer. It is in my papers.", nil, false},
		{"No, Officer.", denied, false},
		{"I am ready. Yes, I have it here, Sir.", nil, false},
		{"my father", agrees, true},
		{"It costs 47,000 dollars.", nil, true},
		{"I will work at Aga Khan Hospital.", nil, true},
		{"my wife and my house are there", []transcript.Finding{{Criterion: transcript.TieStrength, Severity: transcript.Note}}, true},
	} {
		if got := NamesFact(transcript.Turn{Applicant: test.answer, Findings: test.findings}); got != test.want {
			t.Errorf("%q names a fact: %t, want %t", test.answer, got, test.want)
		}
	}
}
