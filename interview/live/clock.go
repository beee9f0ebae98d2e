package live

import (
	"context"
	"errors"
	"time"

	"github.com/viceconsul/viceconsul/interview"
)

// errUnheard says that a window was let go because nobody listened.
var errUnheard = errors.New("live: nobody listens")

// overdue says what ends the questions now; "" when nothing does.
func (w *window) overdue() interview.Ending {
	now := w.section.o.Now()
	switch {
	case !w.away && !w.session.Open():
		return ""
	case now.Sub(w.started) >= w.section.o.Longest:
		return interview.ByTime
	case now.Sub(w.active) >= w.section.o.Idle:
		return interview.ByIdling
	}
	return ""
}

// setAlarm has the window looked at when something is due: the end of the
// interview, of idling, of keeping the session at hand, or of waiting for a
// listener to come back.
func (w *window) setAlarm() {
	if w.session.Closed() {
		return
	}
	next := sooner(w.started.Add(w.section.o.Longest), w.active.Add(w.section.o.Idle))
	if !w.away && w.wording == nil {
		next = sooner(next, w.quiet().Add(atHand))
	}
	if w.listener == nil {
		next = sooner(next, w.left.Add(linger))
	}
	if _, due, asks := w.unanswered(); asks {
		next = sooner(next, due)
	}
	wait := max(0, next.Sub(w.section.o.Now()))
	if w.alarm == nil {
		w.alarm = time.AfterFunc(wait, w.ring)
		return
	}
	w.alarm.Reset(wait)
}

// unanswered is the officer asking a listener who has said and written nothing whether
// the line was heard, and when that is due.
func (w *window) unanswered() (again interview.Repeated, due time.Time, ok bool) {
	if w.listener == nil || w.composing || w.away || w.wording != nil {
		return interview.Repeated{}, time.Time{}, false
	}
	again, patience, ok := w.session.Unanswered(w.section.now())
	return again, w.quiet().Add(patience), ok
}

// quiet is when the window became quiet: its session is at hand since then.
func (w *window) quiet() time.Time {
	if w.touched.After(w.active) {
		return w.touched
	}
	return w.active
}

func sooner(a, b time.Time) time.Time {
	if b.Before(a) {
		return b
	}
	return a
}

// ring is called by the alarm.
func (w *window) ring() {
	w.section.report(w.key.id, w.do(context.Background(), w.look))
}

// look does what is due.
func (w *window) look(ctx context.Context) error {
	if w.overdue() != "" {
		return w.open(ctx)
	}
	if w.listener == nil && w.section.o.Now().Sub(w.left) >= linger {
		_ = w.drop(Closing, errUnheard) // the reason for those who come too late, no failure
		return nil
	}
	if again, due, asks := w.unanswered(); asks && !w.section.o.Now().Before(due) {
		return w.advance(ctx, again)
	}
	if w.wording == nil && w.section.o.Now().Sub(w.quiet()) >= atHand {
		w.putAway()
	}
	w.setAlarm()
	return nil
}

// close finishes the turn in progress and tells the listener.
func (w *window) close(ctx context.Context) error {
	var err error
	if w.wording != nil {
		err = w.settle(ctx, false)
	}
	if w.gone == nil {
		_ = w.drop(Closing, ErrClosing) // the reason for those who come too late, no failure
	}
	return err
}
