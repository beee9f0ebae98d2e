package live

import (
	"context"
	"errors"
	"testing"
	"testing/synctest"
	"time"

	"github.com/viceconsul/viceconsul/interview"
	"github.com/viceconsul/viceconsul/interview/store"
)

// ending is who ended the interview, by its log.
func ending(t *testing.T, log *memory, id string) interview.Ending {
	t.Helper()
	for _, e := range log.stored(id) {
		ev, err := interview.Decode(e.Name, e.Body)
		if err != nil {
			t.Fatal(err)
		}
		if ended, ok := ev.(interview.Ended); ok {
			return ended.By
		}
	}
	return ""
}

func TestIdling(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		log := newMemory()
		s := open(t, log)
		head := begin(t, s)
		v, _, e := attach(t, s, head, Position{})
		time.Sleep(14 * time.Minute)
		if _, err := v.Answer(t.Context(), say(1, "Still here.")); err != nil {
			t.Fatal(err)
		}
		time.Sleep(14*time.Minute + 59*time.Second)
		synctest.Wait()
		if len(e.leaving()) != 0 {
			t.Fatal("ended before 15 minutes without an answer")
		}
		time.Sleep(2 * time.Second)
		synctest.Wait()
		if got := e.leaving(); len(got) != 1 || got[0] != Finished || ending(t, log, head.ID) != interview.ByIdling {
			t.Errorf("after 15 minutes: left %v, ended by %q", got, ending(t, log, head.ID))
		}
	})
}

func TestLongest(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		log := newMemory()
		s := open(t, log)
		head := begin(t, s)
		v, _, e := attach(t, s, head, Position{})
		for minute := 0; minute < 60; minute += 10 {
			if err := v.Repeat(t.Context(), 1); err != nil && minute < 30 {
				t.Fatal(err)
			}
			if minute == 30 {
				if _, err := v.Answer(t.Context(), say(1, "To study.")); err != nil {
					t.Fatal(err)
				}
			}
			if minute > 30 {
				if err := v.Repeat(t.Context(), 2); err != nil {
					t.Fatal(err)
				}
			}
			time.Sleep(10 * time.Minute)
		}
		synctest.Wait()
		if got := e.leaving(); len(got) != 1 || ending(t, log, head.ID) != interview.ByTime {
			t.Errorf("after 60 minutes: left %v, ended by %q", got, ending(t, log, head.ID))
		}
	})
}

// A window nobody listens to is let go after a minute, and comes back whole.
func TestLinger(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := open(t, newMemory())
		head := begin(t, s)
		v, _, e := attach(t, s, head, Position{})
		if _, err := v.Answer(t.Context(), say(1, "To study.")); err != nil {
			t.Fatal(err)
		}
		v.Leave()
		time.Sleep(59 * time.Second)
		synctest.Wait()
		if len(s.windows) != 1 {
			t.Fatal("let go before a minute")
		}
		v, _, _ = attach(t, s, head, Position{})
		time.Sleep(5 * time.Minute)
		synctest.Wait()
		if len(s.windows) != 1 {
			t.Fatal("let go while somebody listens")
		}
		v.Leave()
		time.Sleep(time.Minute)
		synctest.Wait()
		if len(s.windows) != 0 || len(e.leaving()) != 0 {
			t.Fatalf("%d windows are kept, the first listener was told %v", len(s.windows), e.leaving())
		}
		v, w, _ := attach(t, s, head, Position{head.Epoch, 4})
		if !w.Recovered || len(w.Missed) != 0 {
			t.Errorf("welcome back: %+v", w)
		}
		if offset, err := v.Answer(t.Context(), say(1, "To study.")); err != nil || offset != 3 {
			t.Errorf("the first answer again: %d, %v, want 3", offset, err)
		}
	})
}

// A quiet session is put away after a minute and nobody notices: a repeated answer,
// a new one, an arrival and the end by idling find what they would have found.
func TestPutAway(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		log := newMemory()
		s := open(t, log)
		head := begin(t, s)
		v, _, e := attach(t, s, head, Position{})
		w := v.window
		quiet := func() {
			t.Helper()
			time.Sleep(2 * time.Minute)
			synctest.Wait()
			err := w.do(t.Context(), func(context.Context) error {
				if !w.away || w.session.Turn() != 0 {
					return errors.New("the session is still at hand after two quiet minutes")
				}
				return nil
			})
			if err != nil {
				t.Fatal(err)
			}
		}
		for turn := 1; turn <= 2; turn++ {
			if offset, err := v.Answer(t.Context(), say(turn, "To study.")); err != nil || offset != int64(2*turn+1) {
				t.Fatalf("answer %d: %d, %v", turn, offset, err)
			}
			quiet()
		}
		if offset, err := v.Answer(t.Context(), say(1, "To study.")); err != nil || offset != 3 {
			t.Errorf("the first answer again: %d, %v, want 3", offset, err)
		}
		quiet()
		if _, err := v.Answer(t.Context(), say(1, "To work.")); !errors.Is(err, store.ErrConflict) {
			t.Errorf("another first answer: %v, want ErrConflict", err)
		}
		quiet()
		_, welcome, again := attach(t, s, head, Position{head.Epoch, 4})
		if !welcome.Recovered || len(welcome.Missed) != 2 || len(e.leaving()) != 1 {
			t.Errorf("welcome %+v, the former listener was told %v", welcome, e.leaving())
		}
		quiet()
		time.Sleep(15 * time.Minute)
		synctest.Wait()
		if got := again.leaving(); len(got) != 1 || got[0] != Finished || ending(t, log, head.ID) != interview.ByIdling {
			t.Errorf("after 15 minutes: left %v, ended by %q", got, ending(t, log, head.ID))
		}
	})
}

// An arrival after the limit finds the interview ended and graded.
func TestArrivalTooLate(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		log := newMemory()
		s := open(t, log)
		head := begin(t, s)
		time.Sleep(20 * time.Minute)
		_, w, _ := attach(t, s, head, Position{head.Epoch, 2})
		if !w.Head.Sealed || len(w.Missed) != 3 || ending(t, log, head.ID) != interview.ByIdling {
			t.Errorf("arrival: sealed %t with %d missed, ended by %q", w.Head.Sealed, len(w.Missed), ending(t, log, head.ID))
		}
	})
}

// Sweep ends those no instance has open, leaves the others, and names what fails.
func TestSweep(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		log := newMemory()
		s := open(t, log)
		var heads []store.Interview
		for range swept + 5 {
			heads = append(heads, begin(t, s))
		}
		if n, err := s.Sweep(t.Context()); n != 0 || err != nil {
			t.Errorf("at once: %d, %v, want none", n, err)
		}
		time.Sleep(17 * time.Minute)
		young := begin(t, s)
		broken := heads[0].ID
		log.events[broken] = log.events[broken][:1:1] // its head says two events, its log has none that asks
		log.events[broken][0].Body = []byte(`{`)
		n, err := s.Sweep(t.Context())
		if n != len(heads)-1 || err == nil {
			t.Errorf("swept %d, %v, want %d and the broken one named", n, err, len(heads)-1)
		}
		for _, h := range heads[1:] {
			if ending(t, log, h.ID) != interview.ByIdling || !log.heads[h.ID].Sealed {
				t.Fatalf("interview %s is not ended and sealed", h.ID)
			}
		}
		if log.heads[young.ID].Sealed || len(s.windows) != 1 {
			t.Errorf("young one sealed %t; %d windows open, want its own alone", log.heads[young.ID].Sealed, len(s.windows))
		}
	})
}

// A clock set back by two hours stops nothing, and the log stays in order.
func TestClockSetBack(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		log := newMemory()
		back := time.Duration(0)
		s := open(t, log, func(o *Options) { o.Now = func() time.Time { return time.Now().Add(-back) } })
		head := begin(t, s)
		v, _, _ := attach(t, s, head, Position{})
		back = 2 * time.Hour
		if _, err := v.Answer(t.Context(), say(1, "To study.")); err != nil {
			t.Fatal(err)
		}
		time.Sleep(16 * time.Minute)
		synctest.Wait()
		if ending(t, log, head.ID) != interview.ByIdling || !checkLog(t, log, head.ID).Closed() {
			t.Errorf("ended by %q, want idling by the present clock", ending(t, log, head.ID))
		}
	})
}
