package scoring

import (
	"github.com/viceconsul/viceconsul/interview/transcript"
	"github.com/viceconsul/viceconsul/questionbank"
)

// Weigh grades a transcript by the rules, and then by what of a model's hearing of it
// can be verified. The errors are those of Grade. What is not the grader's, the mode and
// the notice, stays as it is.
func Weigh(bank *questionbank.Bank, t transcript.Transcript, h transcript.Hearing) (transcript.Transcript, error) {
	graded, err := Grade(bank, t)
	if err != nil {
		return transcript.Transcript{}, err
	}
	h.Rules, h.Decision = graded.Grades, graded.Outcome.Decision
	if n := len(h.Proposals); n > 0 {
		h.Proposals, h.Dropped = []transcript.Proposal{}, []transcript.Dropped{{Reason: "not weighed yet", Count: n}}
	}
	graded.Hearing = &h
	graded.Grader = &transcript.Grader{Mode: transcript.ByModel, Model: h.Model, Prompt: h.Prompt}
	graded.Mode, graded.Notice = t.Mode, t.Notice
	return graded, nil
}
