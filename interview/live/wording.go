package live

import (
	"context"
	"errors"

	"github.com/viceconsul/viceconsul/interview"
)

// errOfficer says that a model's officer failed by a bug of ours.
var errOfficer = errors.New("live: the officer panicked")

// A line is one that a model is wording.
type line struct{ stop context.CancelFunc }

// word has the model word a move beside the window, which stays free for the end
// of the interview, other arrivals and the passing of time.
func (w *window) word(move interview.Move) {
	ctx, stop := context.WithTimeout(w.section.leaving, w.section.o.Wording)
	l := &line{stop: stop}
	w.wording = l
	brief := w.brief(move)
	say := func(piece string) {
		_ = w.do(ctx, func(context.Context) error { // what comes too late is not said
			if ctx.Err() == nil && w.wording == l && piece != "" && move.Typing == 0 { // who types in silence says nothing
				w.tell(Message{Delta: &Delta{Turn: move.Turn, Text: piece}})
			}
			return nil
		})
	}
	w.section.work.Go(func() {
		defer stop()
		text, by := w.section.worded(ctx, brief, say)
		w.section.report(w.key.id, w.do(context.WithoutCancel(ctx), func(ctx context.Context) error {
			if w.wording != l {
				return nil // the interview went on without this line
			}
			err := w.advance(ctx, move.Asked(text, by, w.section.now()))
			if errors.Is(err, interview.ErrUnexpected) { // no line at all, or none that can be kept
				err = w.advance(ctx, move.Asked(move.Line, "", w.section.now()))
			}
			return err
		}))
	})
}

func (w *window) stopWording() {
	if w.wording != nil {
		w.wording.stop()
		w.wording = nil
	}
}

// worded is the model's line with its name, or the bank's own when the model fails
// or is late.
func (s *Section) worded(ctx context.Context, b Brief, say func(string)) (text, by string) {
	type reply struct {
		text string
		err  error
	}
	replies := make(chan reply, 1) // a late officer's reply waits here for nobody
	go func() {
		r := reply{err: errOfficer}
		defer func() {
			_ = recover() // its value may hold an applicant's words
			replies <- r
		}()
		text, err := s.o.Officer.Word(ctx, b, say)
		r = reply{text, err}
	}()
	select {
	case r := <-replies:
		if r.err == nil {
			return r.text, s.o.Officer.Name()
		}
	case <-ctx.Done():
	}
	return b.Move.Line, ""
}

func (w *window) brief(move interview.Move) Brief {
	started := w.session.Started()
	b := Brief{
		Applicant: w.head.Applicant, Interview: w.key.id, Profile: started.Profile,
		Category: started.Category, Temper: started.Officer.Temper, Move: move,
		Turns: w.session.Turns(), Declared: make(map[string]string),
	}
	var fields []string
	if move.Question != nil {
		fields = append(fields, move.Question.Fields...)
	}
	if move.Finding != nil {
		fields = append(fields, move.Finding.Field)
	}
	for _, path := range fields {
		if d, ok := started.Profile.Declared(path); ok {
			b.Declared[path] = d.Text
		}
	}
	return b
}
