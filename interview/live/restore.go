package live

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/google/uuid"

	"github.com/viceconsul/viceconsul/interview"
	"github.com/viceconsul/viceconsul/interview/store"
	"github.com/viceconsul/viceconsul/interview/transcript"
)

// mostEvents is the longest log that is taken back (our judgement: 40 turns with every
// event a turn can have).
const mostEvents = 400

// A Logged event is one of a log that is brought back: its name and its JSON.
type Logged struct {
	Name string `json:"name"`
	Body string `json:"body"`
}

// Restore stores an applicant's interview from its log, under the ID it had. Each event
// is read and stepped through as it was when it happened, so what could not have happened
// is transcript.ErrInvalid. The decision and the grade are made anew: a log that comes
// from outside is believed in what was said, not in what it was worth. store.ErrConflict
// when the ID exists.
func (s *Section) Restore(ctx context.Context, tenant, applicant string, log []Logged) (store.Interview, error) {
	if s.isClosing() {
		return store.Interview{}, ErrClosing
	}
	b, graded, err := s.retold(log)
	if err != nil {
		return store.Interview{}, err
	}
	open := len(b.events)
	if graded {
		if err := b.finish(); err != nil {
			return store.Interview{}, err
		}
	}
	started := b.session.Started()
	head := store.Interview{
		Tenant: tenant, ID: started.ID, Applicant: applicant, Category: string(started.Category), Mode: string(started.Mode),
		Epoch: s.now().UnixMicro(), Offset: int64(open), Created: started.At, Active: b.events[open-1].At,
	}
	if err := s.o.Recorder.Create(ctx, head, b.events[:open]); err != nil {
		return head, fmt.Errorf("bring back interview %s: %w", head.ID, err)
	}
	if !graded {
		return head, nil
	}
	head, err = s.o.Recorder.Take(ctx, tenant, head.ID)
	if err == nil {
		err = s.o.Recorder.Append(ctx, store.Append{Tenant: tenant, ID: head.ID, Fence: head.Fence, Events: b.events[open:], Sealed: b.sealed})
	}
	if err != nil {
		return head, fmt.Errorf("bring back interview %s: %w", head.ID, err)
	}
	head.Sealed = true
	return head, nil
}

// retold steps through a log as far as words were exchanged, and says whether it went on
// to a grade.
func (s *Section) retold(log []Logged) (b *batch, graded bool, err error) {
	if len(log) == 0 || len(log) > mostEvents {
		return nil, false, fmt.Errorf("%w: events: an interview has 1 to %d", transcript.ErrInvalid, mostEvents)
	}
	var last time.Time
	b = &batch{session: interview.New(s.o.Bank), now: func() time.Time { return last }}
	for i, stored := range log {
		ev, err := interview.Decode(stored.Name, []byte(stored.Body))
		if err != nil {
			return nil, false, fmt.Errorf("events[%d]: %w", i, err)
		}
		switch ev.(type) {
		case interview.Decided:
			continue
		case interview.Graded:
			graded = true
			continue
		}
		if started, ok := ev.(interview.Started); ok && uuid.Validate(started.ID) != nil {
			return nil, false, fmt.Errorf("%w: events[%d]: id is no UUID", transcript.ErrInvalid, i)
		}
		if _, err := b.step(ev); err != nil {
			if errors.Is(err, interview.ErrUnexpected) || errors.Is(err, interview.ErrClosed) {
				err = fmt.Errorf("%w: %w", transcript.ErrInvalid, err)
			}
			return nil, false, fmt.Errorf("events[%d]: %w", i, err)
		}
		last = b.events[len(b.events)-1].At
	}
	if len(b.events) == 0 {
		return nil, false, fmt.Errorf("%w: events: an interview begins with started", transcript.ErrInvalid)
	}
	return b, graded, nil
}

// finish decides and grades. Where this build would have asked on, the questions end.
func (b *batch) finish() error {
	if b.session.Open() {
		return b.advance(interview.Ended{By: interview.ByTime, At: b.now()})
	}
	return b.carry(b.session.Pending())
}
