package live

import (
	"errors"
	"sync"
	"testing"

	"github.com/viceconsul/viceconsul/interview"
	"github.com/viceconsul/viceconsul/interview/store"
	"github.com/viceconsul/viceconsul/interview/store/sqlite"
)

// Twenty interviews at once on the embedded store, each moved to a fresh section
// after every answer: all are graded, and every answer stands where it was
// acknowledged.
func TestOnSQLite(t *testing.T) {
	db, err := sqlite.Open(t.Context(), t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := db.Close(); err != nil {
			t.Errorf("close: %v", err)
		}
	})
	sections := []*Section{open(t, db), open(t, db)}
	var all sync.WaitGroup
	for range 20 {
		all.Go(func() {
			head, err := sections[0].Start(t.Context(), store.Local, "00000000-0000-0000-0000-0000000000aa", started(t))
			if err != nil {
				t.Errorf("start: %v", err)
				return
			}
			acked := wander(t, sections, head)
			if err := checkStored(t, db, head, acked); err != nil {
				t.Errorf("interview %s: %v", head.ID, err)
			}
		})
	}
	all.Wait()
}

// wander answers until the interview is graded, each time at another section.
func wander(t *testing.T, sections []*Section, head store.Interview) map[int]int64 {
	acked := map[int]int64{}
	for turn := 1; turn < 40; turn++ {
		v, w, err := sections[turn%2].Attach(t.Context(), head.Tenant, head.ID, Position{}, &ear{})
		if err != nil {
			t.Errorf("attach: %v", err)
			return acked
		}
		if w.Head.Sealed {
			return acked
		}
		answer := say(turn, "My father pays; he is a civil engineer.")
		if acked[turn], err = v.Answer(t.Context(), answer); err != nil {
			t.Errorf("answer: %v", err)
		}
		if again, err := v.Answer(t.Context(), answer); err != nil || again != acked[turn] {
			t.Errorf("answer again: %d, %v, want %d", again, err, acked[turn])
		}
	}
	t.Error("the interview does not end")
	return acked
}

func checkStored(t *testing.T, db store.Store, head store.Interview, acked map[int]int64) error {
	events, err := db.Events(t.Context(), head.Tenant, head.ID, 0)
	if err != nil {
		return err
	}
	answers := 0
	for i, e := range events {
		if e.Offset != int64(i+1) {
			return errors.New("a gap in the offsets")
		}
		if e.Name == (interview.Answered{}).Name() {
			answers++
			if acked[e.Turn] != e.Offset {
				return errors.New("an answer stands elsewhere than it was acknowledged")
			}
		}
	}
	if answers != len(acked) {
		return errors.New("other answers are stored than were acknowledged")
	}
	_, err = db.Sealed(t.Context(), head.Tenant, head.ID)
	return err
}
