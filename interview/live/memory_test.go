package live

import (
	"context"
	"errors"
	"slices"
	"sync"
	"time"

	"github.com/viceconsul/viceconsul/interview/store"
)

// A fault is how one call to storage fails.
type fault int

const (
	works     fault = iota
	refuses         // an error, nothing stored
	loses           // outcome unknown, nothing stored
	forgets         // outcome unknown, stored
	misspeaks       // an error, though it is stored
	explodes        // a panic
)

var errDisk = errors.New("disk on fire")

// memory is a recorder that keeps interviews in memory and fails on demand.
type memory struct {
	mu     sync.Mutex
	heads  map[string]*store.Interview
	events map[string][]store.Event
	sealed map[string][]byte
	calls  int
	fail   func(call int) fault // nil: never
	slow   time.Duration        // of every append
}

func newMemory() *memory {
	return &memory{heads: map[string]*store.Interview{}, events: map[string][]store.Event{}, sealed: map[string][]byte{}}
}

// call counts a call and carries it out as its fault wants.
func (m *memory) call(ctx context.Context, do func() error) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.calls++
	if err := ctx.Err(); err != nil {
		return err
	}
	f := works
	if m.fail != nil {
		f = m.fail(m.calls)
	}
	switch f {
	case refuses:
		return errDisk
	case loses:
		return store.ErrUnknown
	case forgets:
		return errors.Join(do(), store.ErrUnknown)
	case misspeaks:
		return errors.Join(do(), errDisk)
	case explodes:
		panic("storage")
	}
	return do()
}

func (m *memory) head(tenant, id string) (*store.Interview, error) {
	h, ok := m.heads[id]
	if !ok || h.Tenant != tenant {
		return nil, store.ErrNotFound
	}
	return h, nil
}

func (m *memory) Create(ctx context.Context, head store.Interview, events []store.Event) error {
	return m.call(ctx, func() error {
		if _, ok := m.heads[head.ID]; ok {
			return store.ErrConflict
		}
		m.heads[head.ID], m.events[head.ID] = &head, slices.Clone(events)
		return nil
	})
}

func (m *memory) Take(ctx context.Context, tenant, id string) (taken store.Interview, err error) {
	err = m.call(ctx, func() error {
		h, err := m.head(tenant, id)
		if err != nil {
			return err
		}
		h.Fence++
		taken = *h
		return nil
	})
	return taken, err
}

func (m *memory) Append(ctx context.Context, a store.Append) error {
	time.Sleep(m.slow) // in a bubble of fake time only
	return m.call(ctx, func() error {
		h, err := m.head(a.Tenant, a.ID)
		switch {
		case err != nil:
			return err
		case a.Fence != h.Fence:
			return store.ErrFenced
		case h.Sealed:
			return store.ErrConflict
		}
		for i, e := range a.Events {
			stands := slices.ContainsFunc(m.events[a.ID], func(o store.Event) bool {
				return e.Client != "" && (o.Client == e.Client || o.Name == e.Name && o.Turn == e.Turn)
			})
			if stands || e.Offset != h.Offset+int64(i)+1 {
				return store.ErrConflict
			}
		}
		last := a.Events[len(a.Events)-1]
		m.events[a.ID] = append(m.events[a.ID], a.Events...)
		h.Offset, h.Active = last.Offset, last.At
		if a.Sealed != nil {
			h.Sealed, m.sealed[a.ID] = true, a.Sealed
		}
		return nil
	})
}

func (m *memory) Events(ctx context.Context, tenant, id string, after int64) (events []store.Event, err error) {
	err = m.call(ctx, func() error {
		if _, err := m.head(tenant, id); err != nil {
			return err
		}
		events = slices.Clone(m.events[id][min(after, int64(len(m.events[id]))):])
		return nil
	})
	return events, err
}

func (m *memory) Interview(ctx context.Context, tenant, id string) (head store.Interview, err error) {
	err = m.call(ctx, func() error {
		h, err := m.head(tenant, id)
		if err == nil {
			head = *h
		}
		return err
	})
	return head, err
}

func (m *memory) Revision(ctx context.Context, tenant, id string, n int) (r store.Revision, err error) {
	err = m.call(ctx, func() error {
		if _, err := m.head(tenant, id); err != nil {
			return err
		}
		if m.sealed[id] == nil || n > 1 {
			return store.ErrNotFound
		}
		r = store.Revision{N: 1, Cause: store.Rules, Body: m.sealed[id]}
		return nil
	})
	return r, err
}

func (m *memory) Idle(ctx context.Context, before time.Time, limit int) (idle []store.Interview, err error) {
	err = m.call(ctx, func() error {
		for _, h := range m.heads {
			if !h.Sealed && h.Active.Before(before) && len(idle) < limit {
				idle = append(idle, *h)
			}
		}
		return nil
	})
	return idle, err
}

// stored is the log of an interview as it stands.
func (m *memory) stored(id string) []store.Event {
	m.mu.Lock()
	defer m.mu.Unlock()
	return slices.Clone(m.events[id])
}
