package live

import (
	"context"
	"fmt"

	"github.com/viceconsul/viceconsul/interview"
	"github.com/viceconsul/viceconsul/interview/store"
)

// A Visit is one listener's hold on a window. Its methods are for one goroutine.
// After a newer visit they return ErrReplaced.
type Visit struct{ window *window }

// attach welcomes a listener in the place of the former one.
func (w *window) attach(ctx context.Context, from Position, l Listener) (*Visit, Welcome, error) {
	if err := w.open(ctx); err != nil {
		return nil, Welcome{}, err
	}
	welcome := Welcome{Head: w.head, Plain: w.session.Started().Officer.Plain}
	welcome.Recovered = from.Epoch == w.head.Epoch && from.Offset >= 0 && from.Offset <= w.head.Offset
	if !welcome.Recovered {
		from.Offset = 0
	}
	missed, err := w.missed(ctx, from.Offset)
	if err != nil {
		return nil, Welcome{}, w.drop(Broken, err)
	}
	welcome.Missed = missed
	w.tellLeave(Replaced)
	w.visit = &Visit{window: w}
	if !w.session.Closed() {
		w.listener, w.touched = l, w.section.o.Now()
		w.setAlarm()
	}
	return w.visit, welcome, nil
}

// missed are the messages after an offset: of an interview just started here they are
// at hand, else they are read from the log.
func (w *window) missed(ctx context.Context, after int64) ([]Message, error) {
	if first := w.first; first != nil && after == 0 {
		w.first = nil
		return first, nil
	}
	stored, err := w.section.o.Recorder.Events(ctx, w.key.tenant, w.key.id, after)
	if err != nil {
		return nil, fmt.Errorf("read interview %s: %w", w.key.id, err)
	}
	missed := make([]Message, 0, len(stored))
	for _, e := range stored {
		ev, err := w.decoded(e)
		if err != nil {
			return nil, fmt.Errorf("read interview %s at offset %d: %w", w.key.id, e.Offset, err)
		}
		m := Message{Offset: e.Offset, Event: ev}
		if _, ok := ev.(interview.Graded); ok {
			newest, err := w.section.o.Recorder.Revision(ctx, w.key.tenant, w.key.id, 0)
			if err != nil {
				return nil, fmt.Errorf("read the transcript of interview %s: %w", w.key.id, err)
			}
			m.Sealed, m.Revision, m.Reading = newest.Body, newest.N, newest.Due && w.section.o.Reads
		}
		missed = append(missed, m)
		if answered, ok := ev.(interview.Answered); ok {
			if c, ok := w.session.Coaching(answered.Turn); ok {
				missed = append(missed, Message{Coach: &c})
			}
		}
	}
	return missed, nil
}

// decoded is a stored event. The first is at hand: reading its profile again would
// be most of the work.
func (w *window) decoded(e store.Event) (interview.Event, error) {
	if e.Offset == 1 {
		return w.session.Started(), nil
	}
	return interview.Decode(e.Name, e.Body)
}

// do holds the window for this visit, as long as it is the newest.
func (v *Visit) do(ctx context.Context, f func(context.Context, *window) error) error {
	return v.window.do(ctx, func(ctx context.Context) error {
		if v.window.visit != v {
			return ErrReplaced
		}
		if err := v.window.wake(ctx); err != nil {
			return err
		}
		return f(ctx, v.window)
	})
}

// Answer stores an answer, whatever becomes of ctx once it has begun. It returns
// the offset it stands at; the same id with the same content gives the same
// offset. store.ErrConflict when the id came with other content or the turn is
// answered; interview.ErrUnexpected when the turn is not the one asked;
// transcript.ErrInvalid when it cannot be kept; interview.ErrClosed after the end.
func (v *Visit) Answer(ctx context.Context, a interview.Answered) (offset int64, err error) {
	err = v.do(ctx, func(ctx context.Context, w *window) error {
		offset, err = w.answer(ctx, a)
		return err
	})
	if err != nil {
		return 0, err
	}
	return offset, nil
}

// Receipt is the offset that an answer stands at already; 0 when it does not stand. It
// stores nothing. store.ErrConflict is as in Answer.
func (v *Visit) Receipt(ctx context.Context, a interview.Answered) (offset int64, err error) {
	err = v.do(ctx, func(_ context.Context, w *window) error {
		offset, err = w.receipt(w.session.Kept(a))
		return err
	})
	return offset, err
}

// receipt is where an answer stands; 0 when it does not.
func (w *window) receipt(a interview.Answered) (int64, error) {
	for i, r := range w.receipts {
		turn := i + 1
		switch {
		case r.client != a.ID && turn != a.Turn:
		case r.client == a.ID && turn == a.Turn && r.text == a.Text:
			return r.offset, nil
		default:
			return 0, fmt.Errorf("answer turn %d of interview %s: %w", a.Turn, w.key.id, store.ErrConflict)
		}
	}
	return 0, nil
}

func (w *window) answer(ctx context.Context, a interview.Answered) (int64, error) {
	a = w.session.Kept(a)
	if offset, err := w.receipt(a); err != nil || offset > 0 {
		return offset, err
	}
	a.At = w.section.now()
	if err := w.advance(ctx, a); err != nil {
		return 0, err
	}
	return w.receipts[len(w.receipts)-1].offset, nil
}

// Repeat has the officer say the line of the turn again, at most three times.
func (v *Visit) Repeat(ctx context.Context, turn int) error {
	return v.again(ctx, turn, interview.Session.Again)
}

// Otherwise is Repeat in other words, for a coached applicant.
func (v *Visit) Otherwise(ctx context.Context, turn int) error {
	return v.again(ctx, turn, interview.Session.Otherwise)
}

func (v *Visit) again(ctx context.Context, turn int, words func(interview.Session) (string, error)) error {
	return v.do(ctx, func(ctx context.Context, w *window) error {
		text, err := words(w.session)
		if err != nil {
			return err
		}
		return w.advance(ctx, interview.Repeated{Turn: turn, Text: text, At: w.section.now()})
	})
}

// Compose hears how many words of the answer to a turn there are so far, spoken for so
// many seconds (0 while it is typed): the officer may cut in. A turn that is not open is
// passed over.
func (v *Visit) Compose(ctx context.Context, turn, words int, seconds float64) error {
	return v.do(ctx, func(ctx context.Context, w *window) error {
		if w.session.Turn() != turn {
			return nil
		}
		w.composing, w.touched = true, w.section.o.Now()
		cut, cuts := w.session.CutIn(turn, words, seconds, w.section.now())
		if !cuts {
			return nil
		}
		return w.advance(ctx, cut)
	})
}

// Listens reports whether the officer waits for a spoken answer to a turn: it is open, a
// model may take part in the interview, and its answer is one that is kept.
func (v *Visit) Listens(ctx context.Context, turn int) (open bool, err error) {
	err = v.do(ctx, func(_ context.Context, w *window) error {
		open = w.session.Listens(turn)
		return nil
	})
	return open, err
}

// TryAgain asks the last answered question once more, in coach mode.
func (v *Visit) TryAgain(ctx context.Context, turn int) error {
	return v.do(ctx, func(ctx context.Context, w *window) error {
		return w.advance(ctx, interview.Retried{Turn: turn, At: w.section.now()})
	})
}

// End ends the questions; decision and grades follow.
func (v *Visit) End(ctx context.Context) error {
	return v.do(ctx, func(ctx context.Context, w *window) error {
		return w.advance(ctx, interview.Ended{By: interview.ByApplicant, At: w.section.now()})
	})
}

// Leave gives the window up; the interview stays open for the next Attach. The
// listener is not told, and hears no more.
func (v *Visit) Leave() {
	w := v.window
	_ = w.do(context.Background(), func(context.Context) error { // a window let go has nothing to give up
		if w.visit == v {
			w.listener, w.left = nil, w.section.o.Now()
			w.setAlarm()
		}
		return nil
	})
}
