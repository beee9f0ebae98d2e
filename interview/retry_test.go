package interview

import (
	"errors"
	"testing"

	"github.com/viceconsul/viceconsul/interview/transcript"
)

// until steps a session to the line of a turn, answering with what plausible says.
func until(t *testing.T, started Started, turn int) Session {
	t.Helper()
	s := New(embedded(t))
	for _, ev := range rehearse(t, embedded(t), started, plausible).events {
		s = stepped(t, s, ev)
		if s.Turn() == turn {
			return s
		}
	}
	t.Fatalf("no turn %d", turn)
	return s
}

func stepped(t *testing.T, s Session, ev Event) Session {
	t.Helper()
	next, _, err := s.Step(ev)
	if err != nil {
		t.Fatalf("%s: %v", ev.Name(), err)
	}
	return next
}

// In coach mode the last question comes again as another turn, and only the last try
// counts; an exam has no second try.
func TestTryAgain(t *testing.T) {
	started := opened(transcript.F1, profileOf(t, student), Neutral, 4)
	if _, _, err := until(t, started, 3).Step(Retried{Turn: 2, At: morning}); !errors.Is(err, ErrUnexpected) {
		t.Errorf("a second try in an exam: %v, want ErrUnexpected", err)
	}

	started.Mode = Coach
	s := until(t, started, 3)
	pending := s.asked[2]
	s, effects, err := s.Step(Retried{Turn: 2, At: morning})
	if err != nil {
		t.Fatal(err)
	}
	move := effects[0].(Compose).Move
	if move.Turn != 3 || move.Again != 2 || move.Line != withoutNod(s.asked[1].Text) {
		t.Errorf("the second try is turn %d of turn %d, %q", move.Turn, move.Again, move.Line)
	}
	s = stepped(t, s, move.Asked(move.Line, "", morning))
	s = stepped(t, s, Answered{Turn: 3, ID: "again", Text: "My father, he is a civil engineer.", At: morning})
	if n := s.asked; len(n) != 3 || s.phase != asking {
		t.Fatalf("%d lines and %s after the second try", len(n), s.phase)
	}
	if next := s.Pending()[0].(Compose).Move; next.Question != nil && next.Question.ID != pending.Question {
		t.Logf("the line put off, %s, gives way to %s", pending.Question, next.Question.ID)
	}
	sealed := s.grader.Seal(s.judged)
	if len(sealed.Turns) != 3 || sealed.Turns[2].Again != 2 {
		t.Errorf("the transcript has %d turns, the last a try of turn %d", len(sealed.Turns), sealed.Turns[2].Again)
	}
	for _, b := range sealed.Outcome.Because {
		if b.Turn == 2 {
			t.Errorf("the outcome rests on turn 2, which was tried again")
		}
	}
}

// A long answer is cut short at the words said by then: the rest is kept and not
// heard. Nobody patient cuts in, nor on a short answer, nor twice on one.
func TestCutIn(t *testing.T) {
	started := opened(transcript.B2, profileOf(t, visitor), Brisk, 4)
	s := until(t, started, 1)
	if _, cut := s.CutIn(1, 20, 0, morning); cut {
		t.Error("cut in after 20 words")
	}
	cut, ok := s.CutIn(1, 60, 0, morning)
	if !ok || cut.Words != 60 || cut.Text == "" {
		t.Fatalf("after 60 words: %+v, %t", cut, ok)
	}
	cut.Words = 4
	s = stepped(t, s, cut)
	if _, twice := s.CutIn(1, 90, 0, morning); twice {
		t.Error("cut in twice on one answer")
	}
	s = stepped(t, s, Answered{Turn: 1, ID: "long", Text: "To  see my sister and then the whole family.", At: morning})
	turn := s.Turns()[0]
	if !turn.Cut || turn.Applicant != "To  see my sister" || turn.Unheard != "and then the whole family." {
		t.Errorf("heard %q, not %q, cut %t", turn.Applicant, turn.Unheard, turn.Cut)
	}

	started.Officer.Patient = true
	if _, cut := until(t, started, 1).CutIn(1, 500, 300, morning); cut {
		t.Error("a patient officer cut in")
	}
	started.Officer = Persona{Temper: Warm}
	if _, cut := until(t, started, 1).CutIn(1, 500, 300, morning); cut {
		t.Error("a warm officer cut in")
	}
}
