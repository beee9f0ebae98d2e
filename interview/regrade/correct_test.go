package regrade

import (
	"errors"
	"strings"
	"testing"

	"github.com/viceconsul/viceconsul/interview/store"
	"github.com/viceconsul/viceconsul/interview/transcript"
)

// A corrected answer is the one that is graded, once; the answer as it was stays, and so
// does the first grade.
func TestCorrect(t *testing.T) {
	for _, door := range []transcript.Door{transcript.Misheard, transcript.SaidWrong} {
		r := sealed(t, false, unchanged)
		g := r.regrader(nil)
		if _, err := g.Correct(t.Context(), store.Local, r.id, 1, door, " My father in New Jersey. "); err != nil {
			t.Fatal(err)
		}
		now, stored := r.newest()
		turn := now.Turns[0]
		if stored.N != 2 || stored.Cause != store.Answer || turn.Applicant != "My father in New Jersey." ||
			turn.Corrected == nil || *turn.Corrected != (transcript.Correction{Door: door, Was: "My uncle in New Jersey."}) {
			t.Errorf("%s: revision %d %s, turn %+v", door, stored.N, stored.Cause, turn.Corrected)
		}
		for _, f := range turn.Findings {
			if f.Verdict == transcript.Contradiction {
				t.Errorf("%s: the corrected answer is still a conflict: %s", door, f.Reason)
			}
		}
		first, err := r.Revision(t.Context(), store.Local, r.id, 1)
		if err != nil || !strings.Contains(string(first.Body), "My uncle in New Jersey.") || strings.Contains(string(first.Body), "corrected") {
			t.Errorf("%s: the first revision changed, %v", door, err)
		}
		if again, err := g.Correct(t.Context(), store.Local, r.id, 1, door, " My father in New Jersey. "); err != nil || again.N != 2 {
			t.Errorf("%s: the same correction again: revision %d, %v", door, again.N, err)
		}
		if _, err := g.Correct(t.Context(), store.Local, r.id, 1, door, "My brother."); !errors.Is(err, store.ErrConflict) {
			t.Errorf("%s: a second correction: %v, want ErrConflict", door, err)
		}
		if _, err := g.Again(t.Context(), store.Local, r.id); err != nil {
			t.Fatal(err)
		}
		if again, _ := r.newest(); again.Turns[0].Corrected == nil {
			t.Errorf("%s: grading again forgets the correction", door)
		}
	}
}

func TestCorrectRefuses(t *testing.T) {
	r := sealed(t, false, unchanged)
	g := r.regrader(nil)
	for name, bad := range map[string]struct {
		turn int
		door transcript.Door
		text string
	}{
		"no such turn": {9, transcript.Misheard, "x"}, "no such door": {1, "hide", "x"}, "nothing": {1, transcript.Misheard, "  "},
		"too long": {1, transcript.Misheard, strings.Repeat("x", answerRunes+1)}, "no text": {1, transcript.Misheard, "a\x00b"},
		"the same": {1, transcript.Misheard, "My uncle in New Jersey."},
	} {
		if _, err := g.Correct(t.Context(), store.Local, r.id, bad.turn, bad.door, bad.text); !errors.Is(err, transcript.ErrInvalid) {
			t.Errorf("%s: %v, want ErrInvalid", name, err)
		}
	}
	if _, err := g.Correct(t.Context(), store.Local, "0198f1a0-7c5e-7b52-9d6c-2f1d3a4b5c6d", 1, transcript.Misheard, "x"); !errors.Is(err, store.ErrNotFound) {
		t.Errorf("another interview: %v, want ErrNotFound", err)
	}
	if _, stored := r.newest(); stored.N != 1 {
		t.Errorf("%d revisions, want the first alone", stored.N)
	}
}

// A corrected profile grades the same words again; the same profile changes nothing. A
// model that reads here reads what was changed.
func TestUnder(t *testing.T) {
	r := sealed(t, false, unchanged)
	g := r.regrader(&scriptedHearer{model: "reader"})
	p, err := transcript.ReadProfile(map[string]string{"finance.sponsors": "uncle", "f1.school": "Example State University"})
	if err != nil {
		t.Fatal(err)
	}
	before, _ := r.newest()
	if _, err := g.Under(t.Context(), store.Local, r.id, before.Profile); err != nil {
		t.Fatal(err)
	}
	if _, stored := r.newest(); stored.N != 1 {
		t.Errorf("the same profile made revision %d", stored.N)
	}
	if _, err := g.Under(t.Context(), store.Local, r.id, p); err != nil {
		t.Fatal(err)
	}
	now, stored := r.newest()
	if stored.N != 2 || stored.Cause != store.Profile || !stored.Due || !now.Profile.Equal(p) {
		t.Errorf("revision %d, %s, due %t", stored.N, stored.Cause, stored.Due)
	}
	for _, f := range now.Turns[0].Findings {
		if f.Verdict == transcript.Contradiction {
			t.Errorf("the corrected profile still conflicts: %s", f.Reason)
		}
	}
}
