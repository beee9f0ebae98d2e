package interview

import "time"

// Silence is how long an applicant may say nothing to a line before the officer asks
// whether it was heard (our judgement: three times what a considered answer takes to
// begin).
const Silence = 45 * time.Second

// Unanswered is the officer asking an applicant who says nothing whether the line was
// heard, and saying it again; false where the officer would not: in coach mode, for an
// applicant who chose never to be hurried, and more than once a line. patience is how
// long to wait after the line for it.
func (s Session) Unanswered(at time.Time) (again Repeated, patience time.Duration, ok bool) {
	if s.phase != listening || s.started.Mode != Exam || s.started.Officer.Patient || s.repeats > 0 || s.cut != nil {
		return Repeated{}, 0, false
	}
	line := s.asked[len(s.asked)-1]
	if line.Private() {
		return Repeated{}, 0, false
	}
	again = Repeated{Turn: line.Turn, Text: "Did you hear me? " + withoutNod(line.Text), At: at}
	return again, Silence + time.Duration(line.Typing)*time.Second, sayable(again.Text)
}
