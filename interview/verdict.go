package interview

import (
	"slices"

	"github.com/viceconsul/viceconsul/interview/transcript"
	"github.com/viceconsul/viceconsul/questionbank"
	"github.com/viceconsul/viceconsul/scoring"
)

// confirmed holds when the last answer, given under a press, keeps contradicting
// the same field: nothing more would change the case.
func (r *reading) confirmed() bool {
	asked := r.asked[len(r.asked)-1]
	return asked.Kind == transcript.Probe && slices.ContainsFunc(r.last.Turn.Findings, func(f transcript.Finding) bool {
		return contradicts(f) && pressedOn(f) == asked.Field
	})
}

// clear holds when the officer has heard enough to decide: a strong case with its
// topics covered, a weak one at the end of patience, or the usual length reached.
func (r *reading) clear() bool {
	bad, doubtful := r.tally()
	switch {
	case bad >= r.manner.patience && r.lost():
		return true
	case r.uncovered() > 0:
		return false
	case doubtful == 0:
		return r.line > r.manner.least
	}
	return r.line > r.agenda.lines
}

// lost holds when the interview as it stands is refused: only then do bad answers end it
// before everything was raised.
func (r *reading) lost() bool {
	return r.grader.Seal(r.judged).Outcome.Decision != transcript.Issued
}

// tally counts the questions on what must be covered that ended in a bad answer,
// and all that ended in an answer an officer would follow up.
func (r *reading) tally() (bad, doubtful int) {
	for i, j := range r.judged {
		if i+1 < len(r.judged) && !opensQuestion(r.asked[i+1].Kind) {
			continue // the answer to the follow-up takes its place
		}
		if j.Cause != "" || slices.ContainsFunc(j.Turn.Findings, serious) {
			doubtful++
		}
		if poor(j) && (slices.Contains(r.agenda.must, j.Turn.Topic) || r.opened(i)) {
			bad++
		}
	}
	return bad, doubtful
}

// opened holds for the turn of the first question, behind the counter's.
func (r *reading) opened(i int) bool {
	return r.agenda.opener != nil && r.asked[i].Question == r.agenda.opener.ID
}

func serious(f transcript.Finding) bool {
	return f.Severity == transcript.High || f.Severity == transcript.Medium
}

// poor holds for answers an officer gives no weight: nothing usable, beside the
// question, against the profile, or general words only (band 1 and below).
func poor(j scoring.Judged) bool {
	switch j.Cause {
	case questionbank.NoAnswer, questionbank.Unknown, questionbank.Same, questionbank.Pasted:
		return true
	}
	b := j.Turn.Bands
	if b == nil {
		return false
	}
	low := func(m transcript.Mark, most int) bool { n, ok := m.Value(); return ok && n <= most }
	return low(b.Directness, 1) || low(b.Consistency, 0) || j.Cause == questionbank.Vague && low(b.Specificity, 1)
}
