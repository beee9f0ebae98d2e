package live

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	"github.com/google/uuid"

	"github.com/viceconsul/viceconsul/interview"
	"github.com/viceconsul/viceconsul/interview/store"
	"github.com/viceconsul/viceconsul/scoring"
)

// A Section is all windows of this instance.
type Section struct {
	o       Options
	work    sync.WaitGroup  // lines being worded
	leaving context.Context // ends when the section closes
	leave   context.CancelFunc

	mu      sync.Mutex // guards the rest
	windows map[key]*window
	closing bool
}

// A key names an interview.
type key struct{ tenant, id string }

// NewSection opens no window yet.
func NewSection(o Options) *Section {
	s := &Section{o: o.withDefaults(), windows: make(map[key]*window)}
	s.leaving, s.leave = context.WithCancel(context.Background())
	return s
}

// now is the time as events carry it.
func (s *Section) now() time.Time { return s.o.Now().UTC().Truncate(time.Microsecond) }

// Start stores a new interview and its first question; ID, At, Rubric, Bank and,
// when it is empty, Date of started are filled in. It returns the head.
func (s *Section) Start(ctx context.Context, tenant, applicant string, started interview.Started) (store.Interview, error) {
	if s.isClosing() {
		return store.Interview{}, ErrClosing
	}
	id, err := uuid.NewV7()
	if err != nil {
		return store.Interview{}, fmt.Errorf("name an interview: %w", err)
	}
	now := s.now()
	started.ID, started.At = id.String(), now
	rubric, _ := scoring.RubricNamed("")
	started.Rubric, started.Bank = rubric.Version, s.o.Bank.Version
	if started.Date == "" {
		started.Date = now.Format(time.DateOnly)
	}
	b := batch{session: interview.New(s.o.Bank), now: s.now}
	if err := b.advance(started); err != nil {
		return store.Interview{}, fmt.Errorf("start an interview: %w", err)
	}
	head := store.Interview{
		Tenant: tenant, ID: started.ID, Applicant: applicant, Category: string(started.Category), Mode: string(started.Mode),
		Epoch: now.UnixMicro(), Offset: b.offset, Created: now, Active: now,
	}
	if err := s.create(ctx, head, b.events); err != nil {
		return head, err
	}
	s.keep(head, b)
	return head, nil
}

// keep opens the window of an interview that was just stored: whoever comes first
// need not read what this instance wrote. The fence of a log that nobody took is
// its creator's.
func (s *Section) keep(head store.Interview, b batch) {
	w, err := s.window(key{head.Tenant, head.ID})
	if err != nil {
		return // the server goes away; the log has it all
	}
	err = w.do(context.Background(), func(context.Context) error {
		now := s.o.Now()
		w.head, w.session, w.first, w.opened = head, b.session, b.told, true
		w.started, w.active, w.left = now, now, now
		w.setAlarm()
		return nil
	})
	s.report(head.ID, err)
}

// create stores the first events, and looks when it is not known whether it did.
func (s *Section) create(ctx context.Context, head store.Interview, events []store.Event) error {
	err := s.o.Recorder.Create(ctx, head, events)
	if errors.Is(err, store.ErrUnknown) {
		if _, look := s.o.Recorder.Interview(ctx, head.Tenant, head.ID); look == nil {
			return nil
		}
	}
	if err != nil {
		return fmt.Errorf("start interview %s: %w", head.ID, err)
	}
	return nil
}

// Attach makes l the one listener of an interview, opening its window when this
// instance does not have it. The former listener is told Replaced.
func (s *Section) Attach(ctx context.Context, tenant, id string, from Position, l Listener) (*Visit, Welcome, error) {
	var (
		v *Visit
		m Welcome
	)
	err := s.within(ctx, key{tenant, id}, func(ctx context.Context, w *window) (err error) {
		v, m, err = w.attach(ctx, from, l)
		return err
	})
	return v, m, err
}

// within runs f while holding the interview's window, opened when need be.
func (s *Section) within(ctx context.Context, k key, f func(context.Context, *window) error) error {
	for {
		w, err := s.window(k)
		if err != nil {
			return err
		}
		err = w.do(ctx, func(ctx context.Context) error { return f(ctx, w) })
		if !errors.Is(err, errLetGo) {
			return err
		}
	}
}

// window finds the interview's window, or makes one that its first holder opens.
func (s *Section) window(k key) (*window, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.closing {
		return nil, ErrClosing
	}
	w, ok := s.windows[k]
	if !ok {
		w = &window{section: s, key: k, held: make(chan struct{}, 1)}
		s.windows[k] = w
	}
	return w, nil
}

// forget lets the next arrival open a window of its own.
func (s *Section) forget(w *window) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.windows[w.key] == w {
		delete(s.windows, w.key)
	}
}

func (s *Section) isClosing() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.closing
}

// Sweep ends and grades interviews idle for longer than the limit, also those no
// instance has open, and returns how many. What one of them failed by is joined
// into the error; the others are ended.
func (s *Section) Sweep(ctx context.Context) (int, error) {
	ended, faults := 0, []error(nil)
	for {
		stale, err := s.o.Recorder.Idle(ctx, s.now().Add(-s.o.Idle-grace), swept)
		if err != nil {
			return ended, errors.Join(append(faults, fmt.Errorf("sweep: %w", err))...)
		}
		before := ended
		faults = nil // those that failed are listed again
		for _, head := range stale {
			err := s.within(ctx, key{head.Tenant, head.ID}, func(ctx context.Context, w *window) error {
				err := w.open(ctx)
				if err == nil && w.session.Closed() {
					ended++
				}
				return err
			})
			if err != nil {
				faults = append(faults, fmt.Errorf("sweep: %w", err))
			}
		}
		if len(stale) < swept || ended == before {
			return ended, errors.Join(faults...)
		}
	}
}

// Close tells every listener Closing, finishes the turns in progress and returns.
// Lines a model is wording are said in the bank's words.
func (s *Section) Close(ctx context.Context) error {
	s.mu.Lock()
	s.closing = true
	open := make([]*window, 0, len(s.windows))
	for _, w := range s.windows {
		open = append(open, w)
	}
	s.mu.Unlock()

	var faults []error
	for _, w := range open {
		if err := w.do(ctx, w.close); err != nil && !errors.Is(err, errLetGo) {
			faults = append(faults, err)
		}
	}
	s.leave()
	return errors.Join(append(faults, s.finish(ctx))...)
}

// finish waits for the lines being worded to be dropped.
func (s *Section) finish(ctx context.Context) error {
	done := make(chan struct{})
	go func() {
		s.work.Wait()
		close(done)
	}()
	select {
	case <-done:
		return nil
	case <-ctx.Done():
		return fmt.Errorf("close the section: %w", context.Cause(ctx))
	}
}

// report logs what no caller hears of.
func (s *Section) report(id string, err error) {
	if err == nil || errors.Is(err, errLetGo) {
		return
	}
	s.o.Log.Error("interview stopped", "interview", id, "error", err)
}
