package storetest

import (
	"context"
	"errors"
	"log/slog"
	"maps"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/viceconsul/viceconsul/interview/store"
)

// patience is how long a test waits for a reading that must come. River looks for dead
// workers twice a minute.
const patience = 2 * time.Minute

// A desk works readings off and remembers them.
type desk struct {
	mu      sync.Mutex
	seen    map[store.Reading]int // attempts, by reading
	arrived chan store.Reading
}

// work has do make the attempts, until the test ends or stop is called, which waits.
func work(t *testing.T, s store.Queue, do func(ctx context.Context, r store.Reading) error) (d *desk, stop func()) {
	t.Helper()
	d = &desk{seen: map[store.Reading]int{}, arrived: make(chan store.Reading, 1000)}
	ctx, cancel := context.WithCancel(context.WithoutCancel(t.Context()))
	ended := make(chan error, 1)
	go func() {
		ended <- s.Work(ctx, store.Work{
			AtOnce: 4, Time: 5 * time.Second, Pause: func(int) time.Duration { return 0 }, Log: slog.New(slog.DiscardHandler),
			Do: func(ctx context.Context, r store.Reading) error {
				d.mu.Lock()
				d.seen[r]++
				d.mu.Unlock()
				defer func() { d.arrived <- r }()
				return do(ctx, r)
			},
		})
	}()
	stop = sync.OnceFunc(func() {
		cancel()
		if err := <-ended; err != nil {
			t.Errorf("Work = %v", err)
		}
	})
	t.Cleanup(stop)
	return d, stop
}

// wait returns the next attempt that has ended.
func (d *desk) wait(t *testing.T) store.Reading {
	t.Helper()
	select {
	case r := <-d.arrived:
		return r
	case <-time.After(patience):
		t.Fatal("no reading came")
		return store.Reading{}
	}
}

// quiet fails when another attempt was made.
func (d *desk) quiet(t *testing.T, attempts int) {
	t.Helper()
	d.mu.Lock()
	defer d.mu.Unlock()
	n := 0
	for r, times := range d.seen {
		n += times
		if times != 1 {
			t.Errorf("%+v came %d times", r, times)
		}
	}
	if n != attempts {
		t.Errorf("%d attempts were made, want %d", n, attempts)
	}
}

func fine(context.Context, store.Reading) error { return nil }

// readings: one comes for each revision that is due, stored before or after the worker
// came, and for nothing else.
func readings(t *testing.T, s store.Store) {
	before := sealedInterview(t, s, `{}`, true)
	sealedInterview(t, s, `{}`, false)
	refused := revision(3, store.Regraded)
	refused.Due = true
	want(t, "Revise", s.Revise(t.Context(), before.Tenant, before.ID, refused), store.ErrConflict)
	again := to(before, event(3))
	again.Sealed, again.Due = []byte(`{}`), true
	want(t, "second seal", s.Append(t.Context(), again), store.ErrConflict)

	d, _ := work(t, s, fine)
	got := []store.Reading{d.wait(t)}
	after := sealedInterview(t, s, `{}`, true)
	got = append(got, d.wait(t))
	revised := revision(2, store.Regraded)
	revised.Due = true
	want(t, "Revise", s.Revise(t.Context(), after.Tenant, after.ID, revised), nil)
	got = append(got, d.wait(t))
	due := func(head store.Interview, revision int) store.Reading {
		return store.Reading{Tenant: head.Tenant, ID: head.ID, Revision: revision, Attempt: 1}
	}
	wanted := []store.Reading{due(before, 1), due(after, 1), due(after, 2)}
	if !slices.Equal(got, wanted) {
		t.Errorf("readings %+v, want %+v", got, wanted)
	}
	d.quiet(t, 3)
	newest, err := s.Revision(t.Context(), after.Tenant, after.ID, 0)
	if err != nil || !newest.Due {
		t.Errorf("Revision = due %t, %v; it says what was asked for", newest.Due, err)
	}
}

// readingsAgain: a failed attempt, and one that panics, are followed by another.
func readingsAgain(t *testing.T, s store.Store) {
	sealedInterview(t, s, `{}`, true)
	d, stop := work(t, s, func(_ context.Context, r store.Reading) error {
		switch r.Attempt {
		case 1:
			return errors.New("it failed")
		case 2:
			panic("words")
		}
		return nil
	})
	for attempt := range 3 {
		if r := d.wait(t); r.Attempt != attempt+1 {
			t.Errorf("attempt %d, want %d", r.Attempt, attempt+1)
		}
	}
	later := sealedInterview(t, s, `{}`, true) // by now the first is done with
	stopped := false
	for !stopped {
		r := d.wait(t)
		if r.ID != later.ID {
			t.Errorf("%+v after it had ended well", r)
		}
		stopped = r.Attempt == 3
	}
	stop()
	d.quiet(t, 6)
}

// readingsShared: two workers at once make each attempt once.
func readingsShared(t *testing.T, s store.Store) {
	const many = 40
	one, stopOne := work(t, s, fine)
	two, stopTwo := work(t, s, fine)
	for range many {
		sealedInterview(t, s, `{}`, true)
	}
	for range many {
		select {
		case <-one.arrived:
		case <-two.arrived:
		case <-time.After(patience):
			t.Fatal("readings are missing")
		}
	}
	stopOne()
	stopTwo()
	all := maps.Clone(one.seen)
	for r, n := range two.seen {
		all[r] += n
	}
	for r, n := range all {
		if n != 1 || r.Attempt != 1 {
			t.Errorf("%+v came %d times", r, n)
		}
	}
	if len(all) != many {
		t.Errorf("%d readings, want %d", len(all), many)
	}
}

// readingsLeft: the end of Work ends the attempt; the next worker makes it again, as if
// it had not been.
func readingsLeft(t *testing.T, s store.Store) {
	sealedInterview(t, s, `{}`, true)
	begun := make(chan struct{})
	_, stop := work(t, s, func(ctx context.Context, _ store.Reading) error {
		close(begun)
		<-ctx.Done()
		return ctx.Err()
	})
	select {
	case <-begun:
	case <-time.After(patience):
		t.Fatal("no reading came")
	}
	stop()
	d, _ := work(t, s, fine)
	if r := d.wait(t); r.Attempt != 1 {
		t.Errorf("attempt %d after one that was left, want 1", r.Attempt)
	}
}

// readingsErased: with its interview, or its applicant, a reading is gone.
func readingsErased(t *testing.T, s store.Store) {
	gone, left := sealedInterview(t, s, `{}`, true), sealedInterview(t, s, `{}`, true)
	kept := sealedInterview(t, s, `{}`, true)
	want(t, "Delete", s.Delete(t.Context(), gone.Tenant, gone.ID), nil)
	want(t, "CreateApplicant", s.CreateApplicant(t.Context(), store.Applicant{Tenant: store.Local, ID: left.Applicant, Created: start}, [32]byte{1}), nil)
	want(t, "EraseApplicant", s.EraseApplicant(t.Context(), left.Tenant, left.Applicant), nil)
	d, _ := work(t, s, fine)
	if r := d.wait(t); r.ID != kept.ID {
		t.Errorf("a reading of interview %s, want %s", r.ID, kept.ID)
	}
	d.quiet(t, 1)
}

// readingsErasedMeanwhile: one whose interview goes while it is read, well or badly, is not
// made again, and those after it are.
func readingsErasedMeanwhile(t *testing.T, s store.Store) {
	for _, failure := range []error{nil, errors.New("it failed")} {
		gone := sealedInterview(t, s, `{}`, true)
		begun, erased := make(chan struct{}), make(chan struct{})
		d, stop := work(t, s, func(_ context.Context, r store.Reading) error {
			if r.ID != gone.ID {
				return nil
			}
			close(begun) // panics the second time
			<-erased
			return failure
		})
		<-begun
		want(t, "Delete", s.Delete(t.Context(), gone.Tenant, gone.ID), nil)
		close(erased)
		d.wait(t)
		kept := sealedInterview(t, s, `{}`, true)
		if r := d.wait(t); r.ID != kept.ID {
			t.Errorf("a reading of interview %s, want %s", r.ID, kept.ID)
		}
		stop()
		d.quiet(t, 2)
	}
}
