package storetest

import (
	"context"
	"errors"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/viceconsul/viceconsul/interview/store"
)

// manyWriters: a hundred interviews, each appending in its own order.
func manyWriters(t *testing.T, s store.Store) {
	const writers, turns = 100, 10
	heads := make([]store.Interview, writers)
	var all sync.WaitGroup
	for i := range heads {
		all.Go(func() {
			heads[i] = newHead()
			if err := s.Create(t.Context(), heads[i], []store.Event{event(1)}); err != nil {
				t.Errorf("Create = %v", err)
			}
			for n := range turns {
				offset := int64(2 + 2*n)
				if err := s.Append(t.Context(), to(heads[i], answer(offset, n+1), event(offset+1))); err != nil {
					t.Errorf("Append %d = %v", offset, err)
				}
			}
		})
	}
	all.Wait()
	for _, head := range heads {
		if n := len(log(t, s, head)); n != 1+2*turns {
			t.Errorf("%d events, want %d", n, 1+2*turns)
		}
	}
}

// contenders: of many appends to one place, exactly one is stored.
func contenders(t *testing.T, s store.Store) {
	head := create(t, s)
	for offset := int64(2); offset < 12; offset++ {
		var won atomic.Int64
		var all sync.WaitGroup
		for range 20 {
			all.Go(func() {
				switch err := s.Append(t.Context(), to(head, answer(offset, int(offset)))); {
				case err == nil:
					won.Add(1)
				case !errors.Is(err, store.ErrConflict):
					t.Errorf("Append = %v, want ErrConflict", err)
				}
			})
		}
		all.Wait()
		if won.Load() != 1 {
			t.Errorf("offset %d was stored %d times", offset, won.Load())
		}
	}
	if n := len(log(t, s, head)); n != 11 {
		t.Errorf("%d events, want 11", n)
	}
}

// neighbours: appends that are refused in every way do not touch those beside them.
func neighbours(t *testing.T, s store.Store) {
	victim := create(t, s)
	mustAppend(t, s, to(victim, answer(2, 1)))
	stale := victim
	victim = take(t, s, victim)
	faults := []struct {
		a    func() store.Append
		kind error
	}{
		{func() store.Append { return to(victim, answer(3, 1)) }, store.ErrConflict}, // turn
		{func() store.Append { return to(victim, event(9)) }, store.ErrConflict},
		{func() store.Append { return to(stale, event(3)) }, store.ErrFenced},
		{func() store.Append { return to(newHead(), event(1)) }, store.ErrNotFound},
	}
	var all sync.WaitGroup
	for range 30 {
		head := create(t, s)
		all.Go(func() {
			for offset := int64(2); offset < 12; offset++ {
				if err := s.Append(t.Context(), to(head, answer(offset, int(offset)))); err != nil {
					t.Errorf("Append of a neighbour = %v", err)
				}
			}
		})
	}
	for _, f := range faults {
		all.Go(func() {
			for range 10 {
				if err := s.Append(t.Context(), f.a()); !errors.Is(err, f.kind) {
					t.Errorf("faulty Append = %v, want %v", err, f.kind)
				}
			}
		})
	}
	all.Wait()
	if n := len(log(t, s, victim)); n != 2 {
		t.Errorf("%d events, want 2", n)
	}
}

// takeover: while one writer appends, others take the interview from it. Nobody writes
// after losing it, and each finds all that was acknowledged before.
func takeover(t *testing.T, s store.Store) {
	head := newHead()
	want(t, "Create", s.Create(t.Context(), head, []store.Event{event(1)}), nil)
	var acked atomic.Int64
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			for range 5 {
				before := acked.Load()
				mine, err := s.Take(t.Context(), head.Tenant, head.ID)
				if err != nil {
					t.Errorf("Take = %v", err)
					return
				}
				if mine.Offset < 1+before {
					t.Errorf("Take gave offset %d after %d acknowledged appends", mine.Offset, before)
				}
				for offset := mine.Offset + 1; ; offset++ {
					err := s.Append(t.Context(), to(mine, event(offset)))
					if errors.Is(err, store.ErrFenced) {
						break
					}
					if err != nil {
						t.Errorf("Append = %v", err)
						break
					}
					acked.Add(1)
					if offset > mine.Offset+5 {
						break
					}
				}
			}
		})
	}
	all.Wait()
	if n := len(log(t, s, head)); int64(n) != 1+acked.Load() {
		t.Errorf("%d events, %d acknowledged", n, 1+acked.Load())
	}
}

// cancelled: a caller who stops waiting gets its context's error and harms nobody.
func cancelled(t *testing.T, s store.Store) {
	head := create(t, s)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	want(t, "Append", s.Append(ctx, to(head, event(2))), context.Canceled)
	want(t, "Create", s.Create(ctx, newHead(), []store.Event{event(1)}), context.Canceled)
	_, err := s.Interview(ctx, head.Tenant, head.ID)
	want(t, "Interview", err, context.Canceled)

	var all sync.WaitGroup
	for range 20 {
		head := create(t, s)
		ctx, cancel := context.WithCancel(t.Context())
		all.Go(func() {
			if err := s.Append(ctx, to(head, event(2))); err != nil {
				return // stored or not
			}
			if n := len(log(t, s, head)); n != 2 {
				t.Errorf("acknowledged, and %d events", n)
			}
		})
		all.Go(cancel)
	}
	all.Wait()
	mustAppend(t, s, to(head, event(2)))
}

// closeStore: Close waits for what is running, and nothing is taken afterwards.
func closeStore(t *testing.T, s store.Store) {
	head := create(t, s)
	var all sync.WaitGroup
	for range 20 {
		head := create(t, s)
		all.Go(func() {
			if err := s.Append(t.Context(), to(head, event(2))); err != nil && !errors.Is(err, store.ErrClosed) {
				t.Errorf("Append beside Close = %v", err)
			}
		})
	}
	want(t, "Close", s.Close(), nil)
	want(t, "Append after Close", s.Append(t.Context(), to(head, event(2))), store.ErrClosed)
	all.Wait()
}
