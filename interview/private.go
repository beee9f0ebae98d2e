package interview

import (
	"fmt"
	"slices"

	"github.com/viceconsul/viceconsul/interview/transcript"
	"github.com/viceconsul/viceconsul/scoring"
)

// NotKept stands where the words of an answer are kept by nobody.
const NotKept = "[not kept]"

// privateTopic holds the questions on harm and fear. A yes to them may cost the visa and
// a false no is a misrepresentation, so their answers are neither kept nor judged
// (domain/officer.md section 8).
const privateTopic = "com.fear"

// Private reports whether the answer to the line is for nobody to keep.
func (ev Asked) Private() bool { return ev.Topic == privateTopic }

// Kept is an answer as it may be stored: of one to a private line only that it was given.
func (s Session) Kept(ev Answered) Answered {
	if ev.Turn >= 1 && ev.Turn <= len(s.asked) && s.asked[ev.Turn-1].Private() {
		ev.Text, ev.Seconds, ev.Voice = NotKept, 0, nil
	}
	return ev
}

// checkKept refuses words that may not be stored.
func (s Session) checkKept(ev Answered) error {
	if s.Kept(ev) != ev {
		return fmt.Errorf("%w: text: an answer about harm or fear is not kept", transcript.ErrInvalid)
	}
	return nil
}

// notice is what a transcript says of private questions; "" when none was answered.
func notice(judged []scoring.Judged) string {
	if !slices.ContainsFunc(judged, func(j scoring.Judged) bool { return j.Turn.Topic == privateTopic }) {
		return ""
	}
	return "You were asked about harm or fear at home, because officers are reported to ask every applicant. " +
		"Your answers were not kept and not graded. " +
		"If your true answer is yes, talk to a qualified immigration lawyer before any interview."
}
