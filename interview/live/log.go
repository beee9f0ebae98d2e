package live

import (
	"context"
	"errors"
	"fmt"

	"github.com/viceconsul/viceconsul/interview"
	"github.com/viceconsul/viceconsul/interview/store"
	"github.com/viceconsul/viceconsul/interview/transcript"
)

// open reads the log when nobody did, ends the interview when its time is over,
// and otherwise carries out what a replay still owes.
func (w *window) open(ctx context.Context) error {
	if err := w.current(ctx); err != nil {
		return err
	}
	if by := w.overdue(); by != "" {
		return w.advance(ctx, interview.Ended{By: by, At: w.section.now()})
	}
	if w.wording != nil {
		return nil
	}
	return w.settle(ctx, w.section.o.Officer != nil)
}

// current makes sure that the window is the log's present: another instance may
// have taken it over since.
func (w *window) current(ctx context.Context) error {
	if !w.opened {
		if err := w.take(ctx); err != nil {
			return w.drop(Broken, err)
		}
		return nil
	}
	head, err := w.section.o.Recorder.Interview(ctx, w.key.tenant, w.key.id)
	switch {
	case err != nil:
		return w.drop(Broken, fmt.Errorf("look at interview %s: %w", w.key.id, err))
	case head.Fence != w.head.Fence:
		return fmt.Errorf("%w: %w", errLetGo, w.drop(Fenced, store.ErrFenced))
	}
	return w.wake(ctx)
}

// take becomes the one writer of the log and reads it.
func (w *window) take(ctx context.Context) error {
	head, err := w.section.o.Recorder.Take(ctx, w.key.tenant, w.key.id)
	if err != nil {
		return fmt.Errorf("take interview %s: %w", w.key.id, err)
	}
	w.head, w.opened = head, true
	if err := w.replay(ctx); err != nil {
		return err
	}
	now := w.section.o.Now()
	w.started = now.Add(w.session.Started().At.Sub(now))
	w.active = now.Add(head.Active.Sub(now))
	w.left = now
	w.setAlarm()
	return nil
}

// replay steps through the log up to the head.
func (w *window) replay(ctx context.Context) error {
	events, err := w.section.o.Recorder.Events(ctx, w.key.tenant, w.key.id, 0)
	if err != nil {
		return fmt.Errorf("read interview %s: %w", w.key.id, err)
	}
	if int64(len(events)) != w.head.Offset {
		return fmt.Errorf("read interview %s: %d events are stored, its head says %d", w.key.id, len(events), w.head.Offset)
	}
	w.session, w.receipts, w.away = interview.New(w.section.o.Bank), nil, false
	for i, stored := range events {
		if stored.Offset != int64(i+1) {
			return fmt.Errorf("read interview %s: event %d stands at offset %d", w.key.id, i+1, stored.Offset)
		}
		ev, err := interview.Decode(stored.Name, stored.Body)
		if err == nil {
			w.session, _, err = w.session.Step(ev)
		}
		if err != nil {
			return fmt.Errorf("replay interview %s at offset %d: %w", w.key.id, stored.Offset, err)
		}
		w.note(stored.Offset, ev)
	}
	return nil
}

// putAway frees the session of a window that has been quiet: it is the greater
// part of what an open interview costs, and stands in the log.
func (w *window) putAway() {
	w.session, w.receipts, w.first, w.away = interview.Session{}, nil, nil, true
}

// wake brings back a session that was put away.
func (w *window) wake(ctx context.Context) error {
	if !w.away {
		return nil
	}
	if err := w.replay(ctx); err != nil {
		return w.drop(Broken, err)
	}
	w.touched = w.section.o.Now()
	w.setAlarm()
	return nil
}

// note keeps the receipt of an answer.
func (w *window) note(offset int64, ev interview.Event) {
	if a, ok := ev.(interview.Answered); ok {
		w.receipts = append(w.receipts, receipt{client: a.ID, text: a.Text, offset: offset})
	}
}

// advance steps by an event, stores it with all that follows from it, and tells.
func (w *window) advance(ctx context.Context, ev interview.Event) error {
	b := w.batch(ctx, w.section.o.Officer != nil)
	if err := b.advance(ev); err != nil {
		return err
	}
	return w.commit(ctx, b)
}

// settle stores and tells what the session owes; with a model, a line that is due
// is worded first.
func (w *window) settle(ctx context.Context, model bool) error {
	b := w.batch(ctx, model)
	if err := b.carry(w.session.Pending()); err != nil {
		return err
	}
	return w.commit(ctx, b)
}

func (w *window) batch(ctx context.Context, model bool) *batch {
	plain := w.session.Started().Officer.Plain
	b := &batch{session: w.session, offset: w.head.Offset, now: w.section.now, model: model && !plain, reads: w.section.o.Reads && !plain}
	if !plain {
		b.cost = func() *transcript.Cost { return w.section.cost(ctx, w.key.id) }
	}
	return b
}

// cost is what a model was asked for in an interview; nil when nobody knows, which
// holds nothing up.
func (s *Section) cost(ctx context.Context, id string) *transcript.Cost {
	cost, err := s.o.Cost(ctx, id)
	if err != nil {
		s.o.Log.Warn("cost not known", "interview", id, "error", err)
		return nil
	}
	return cost
}

// commit stores a batch in one durable step, then tells it in order.
func (w *window) commit(ctx context.Context, b *batch) error {
	if len(b.events) > 0 {
		if err := w.store(ctx, b); err != nil {
			return err
		}
		w.stopWording()
		w.session, w.head.Offset, w.first = b.session, b.offset, nil
		w.head.Active = b.events[len(b.events)-1].At
		w.head.Sealed = w.session.Closed()
		w.active, w.composing = w.section.o.Now(), false
		for _, m := range b.told {
			w.note(m.Offset, m.Event)
		}
		w.setAlarm()
	}
	for i, m := range b.told {
		m.More = i+1 < len(b.told)
		w.tell(m)
	}
	if b.due != nil {
		w.word(*b.due)
	}
	if w.session.Closed() {
		w.rest()
		w.tellLeave(Finished)
	}
	return nil
}

// store appends a batch. After any failure nothing is known but what is in the
// log, so the window is dropped and the next arrival reads it.
func (w *window) store(ctx context.Context, b *batch) error {
	err := w.section.o.Recorder.Append(ctx, store.Append{
		Tenant: w.key.tenant, ID: w.key.id, Fence: w.head.Fence, Events: b.events, Sealed: b.sealed, Due: b.readable,
	})
	if errors.Is(err, store.ErrUnknown) {
		err = w.recheck(ctx, b, err)
	}
	switch {
	case err == nil:
		return nil
	case errors.Is(err, store.ErrFenced):
		return w.drop(Fenced, fmt.Errorf("append to interview %s: %w", w.key.id, err))
	case errors.Is(err, store.ErrConflict):
		// Not a conflict of the applicant's making: the log is not where we were.
		return w.drop(Broken, fmt.Errorf("append to interview %s: the log has moved on: %v", w.key.id, err))
	}
	return w.drop(Broken, fmt.Errorf("append to interview %s: %w", w.key.id, err))
}

// recheck reads whether a batch of unknown outcome is in the log, whole.
func (w *window) recheck(ctx context.Context, b *batch, unknown error) error {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), storing)
	defer cancel()
	stored, err := w.section.o.Recorder.Events(ctx, w.key.tenant, w.key.id, w.head.Offset)
	if err != nil || len(stored) != len(b.events) {
		return errors.Join(unknown, err)
	}
	for i, e := range stored {
		if e.Offset != b.events[i].Offset || e.Name != b.events[i].Name || e.Client != b.events[i].Client || !e.At.Equal(b.events[i].At) {
			return unknown
		}
	}
	return nil
}
