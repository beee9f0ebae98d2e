package live

import (
	"context"
	"encoding/json"
	"errors"
	"testing"

	"github.com/viceconsul/viceconsul/interview"
	"github.com/viceconsul/viceconsul/interview/store"
	"github.com/viceconsul/viceconsul/interview/transcript"
)

// appended keeps the last append of an interview.
type appended struct {
	*memory
	last store.Append
}

func (a *appended) Append(ctx context.Context, one store.Append) error {
	a.last = one
	return a.memory.Append(ctx, one)
}

// Where a model reads what was graded, sealing makes that due, with what the model was
// asked for so far. Not in a plain interview, nor in one without an answer; and no cost
// that cannot be known holds the seal up.
func TestSealMakesAReadingDue(t *testing.T) {
	cost := func(err error) func(context.Context, string) (*transcript.Cost, error) {
		return func(context.Context, string) (*transcript.Cost, error) { return &transcript.Cost{Calls: 7}, err }
	}
	for name, tt := range map[string]struct {
		reads, plain, silent bool
		cost                 func(context.Context, string) (*transcript.Cost, error)
		due                  bool
		calls                int
	}{
		"a model reads":     {reads: true, cost: cost(nil), due: true, calls: 7},
		"no model reads":    {cost: cost(nil), calls: 7},
		"plain":             {reads: true, plain: true, cost: cost(nil)},
		"without an answer": {reads: true, silent: true, cost: cost(nil), calls: 7},
		"cost unknown":      {reads: true, cost: cost(errors.New("no")), due: true},
		"nobody counts":     {reads: true, due: true},
	} {
		t.Run(name, func(t *testing.T) {
			log := &appended{memory: newMemory()}
			s := open(t, log, func(o *Options) { o.Reads, o.Cost = tt.reads, tt.cost })
			with := started(t)
			with.Officer.Plain = tt.plain
			head, err := s.Start(t.Context(), store.Local, "somebody", with)
			if err != nil {
				t.Fatal(err)
			}
			v, _, e := attach(t, s, head, Position{})
			if !tt.silent {
				if _, err := v.Answer(t.Context(), say(1, "To study data science.")); err != nil {
					t.Fatal(err)
				}
			}
			if err := v.End(t.Context()); err != nil {
				t.Fatal(err)
			}
			if log.last.Sealed == nil || log.last.Due != tt.due {
				t.Errorf("sealed %d bytes, due %t, want %t", len(log.last.Sealed), log.last.Due, tt.due)
			}
			var sealed transcript.Transcript
			if err := json.Unmarshal(log.last.Sealed, &sealed); err != nil {
				t.Fatal(err)
			}
			if (sealed.Cost != nil) != (tt.calls > 0) || tt.calls > 0 && sealed.Cost.Calls != tt.calls || sealed.Plain != tt.plain {
				t.Errorf("cost %+v, plain %t; want %d calls, %t", sealed.Cost, sealed.Plain, tt.calls, tt.plain)
			}
			for _, m := range e.messages() {
				if _, ok := m.Event.(interview.Graded); ok && (m.Revision != 1 || m.Reading != tt.due) {
					t.Errorf("graded is told as revision %d, reading %t", m.Revision, m.Reading)
				}
			}
		})
	}
}
