package interview

import (
	"errors"
	"testing"

	"github.com/viceconsul/viceconsul/interview/transcript"
)

// An interview with the questions on harm and fear turned on asks both, of everybody. No
// answer to them is cut short, judged, tried again or kept.
func TestPrivateLines(t *testing.T) {
	bank := embedded(t)
	for _, category := range []transcript.Category{transcript.B2, transcript.F1, transcript.J1Physician, transcript.H1B} {
		for seed := range uint64(20) {
			started := opened(category, transcript.Profile{}, Brisk, seed)
			started.Fear, started.Minutes, started.Mode = true, 60, Coach
			r := rehearse(t, bank, started, plausible)
			s, private := New(bank), 0
			for _, ev := range r.events {
				if a, ok := ev.(Answered); ok && a.Text == NotKept {
					private++
					checkPrivate(t, s, a)
				}
				s = stepped(t, s, ev)
			}
			if private != 2 || r.sealed.Notice == "" {
				t.Errorf("%s, seed %d: %d private answers of %d, notice %q", category, seed, private, len(r.sealed.Turns), r.sealed.Notice)
			}
			for _, turn := range r.sealed.Turns {
				if private := turn.Topic == privateTopic; private != (turn.Applicant == NotKept) || private && len(turn.Findings) > 0 {
					t.Errorf("%s, seed %d: turn %d on %s holds %q with %d findings", category, seed, turn.N, turn.Topic, turn.Applicant, len(turn.Findings))
				}
			}
		}
	}
}

// checkPrivate offers the words of an answer that only a marker may stand for.
func checkPrivate(t *testing.T, s Session, a Answered) {
	t.Helper()
	words := a
	words.Text = "Yes, they threatened me."
	if _, _, err := s.Step(words); !errors.Is(err, transcript.ErrInvalid) {
		t.Errorf("the words of a private answer: %v, want ErrInvalid", err)
	}
	if _, cuts := s.CutIn(a.Turn, 500, 0, a.At); cuts {
		t.Error("the officer cuts in on a private answer")
	}
	if _, _, err := stepped(t, s, a).Step(Retried{Turn: a.Turn}); !errors.Is(err, ErrUnexpected) && !errors.Is(err, ErrClosed) {
		t.Errorf("a private answer tried again: %v, want ErrUnexpected", err)
	}
}
