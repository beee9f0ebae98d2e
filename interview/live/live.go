// Package live runs interviews that are going on. Each has a window that one
// goroutine holds at a time: it steps the session, stores before it speaks, hands
// lines to whoever listens, and gives the window up. An idle window is a value and
// a timer: it has no goroutine of its own, and after a quiet minute its session is
// put away until somebody speaks. Listeners come and go; a window nobody listens to
// is let go. Both come back by replay.
//
// It knows nothing of sockets or SQL. An Officer words moves; a Recorder stores.
package live

import (
	"context"
	"errors"
	"log/slog"
	"time"

	"github.com/viceconsul/viceconsul/interview"
	"github.com/viceconsul/viceconsul/interview/store"
	"github.com/viceconsul/viceconsul/interview/transcript"
	"github.com/viceconsul/viceconsul/questionbank"
)

var (
	// ErrClosing says that the section takes no more.
	ErrClosing = errors.New("live: closing")
	// ErrReplaced says that a newer visit holds the window.
	ErrReplaced = errors.New("live: replaced by a newer visit")
)

// An Officer words a move for this applicant and this moment. Passing pieces are
// handed to say as they come. An error or a late answer makes the bank's own line
// stand; nobody waits past the deadline in ctx.
type Officer interface {
	Word(ctx context.Context, b Brief, say func(piece string)) (line string, err error)
	Name() string // of the model, for the transcript
}

// A Brief is what an officer is told to word a move.
type Brief struct {
	Applicant, Interview string // on whose account it goes
	Category             transcript.Category
	Temper               interview.Temper
	Move                 interview.Move
	Turns                []transcript.Turn  // so far
	Declared             map[string]string  // the declared facts the move's fields name, by path
	Profile              transcript.Profile // all that was declared: what must not be told on, too
}

// A Recorder is what live needs of storage; store.Log offers all of it.
type Recorder interface {
	Create(ctx context.Context, head store.Interview, events []store.Event) error
	Take(ctx context.Context, tenant, id string) (store.Interview, error)
	Append(ctx context.Context, a store.Append) error
	Events(ctx context.Context, tenant, id string, after int64) ([]store.Event, error)
	Interview(ctx context.Context, tenant, id string) (store.Interview, error)
	Revision(ctx context.Context, tenant, id string, n int) (store.Revision, error)
	Idle(ctx context.Context, before time.Time, limit int) ([]store.Interview, error)
}

// A Message is what a window tells whoever listens: one event of the log, or
// something passing (Offset 0).
type Message struct {
	Offset int64
	Event  interview.Event // nil for what is passing
	Delta  *Delta
	Coach  *interview.Coaching // follows the answer it is about
	Sealed []byte              // the newest graded transcript, beside interview.Graded
	// Revision is that transcript's number: 1 when it was just sealed.
	Revision int
	Reading  bool // a model is reading that revision: another will follow
	More     bool // another message is told at once after this one
}

// A Delta is a passing piece of the officer's line while a model words it.
type Delta struct {
	Turn int
	Text string
}

// A Listener hears a window. Both methods are called by whoever holds the window,
// one call at a time; neither may block or call the window back. An answer is heard
// before Visit.Answer returns. Messages may come before Attach has returned to its
// caller: they stand after the last one of its Welcome.
type Listener interface {
	Hear(m Message)
	// Leave says that the window will tell no more, and why. It is the last call.
	Leave(why Leaving)
}

// A Leaving is why a listener hears no more.
type Leaving string

// The ways to leave.
const (
	Replaced Leaving = "replaced" // a newer connection took the place
	Finished Leaving = "finished" // sealed; everything was told
	Fenced   Leaving = "fenced"   // another instance has the interview; come back there
	Closing  Leaving = "closing"  // the server goes away
	Broken   Leaving = "broken"   // storage failed; come back later
)

// A Position is where a returning client stands.
type Position struct{ Epoch, Offset int64 }

// A Welcome is the answer to an arrival: when Recovered, Missed follows the
// client's offset; otherwise everything must be redrawn from Missed, which then
// is the whole log. When Head is sealed, Missed is all there is: the listener
// hears nothing, and is not told to leave.
type Welcome struct {
	Head      store.Interview
	Recovered bool
	Missed    []Message
	Plain     bool // no model takes part in the interview
}

// Options are what a Section is made of. Zero limits take the defaults of the
// security requirements.
type Options struct {
	Recorder Recorder
	Bank     *questionbank.Bank
	Officer  Officer          // nil: the offline officer speaks
	Now      func() time.Time // nil: time.Now
	Idle     time.Duration    // without an answer; 15 minutes
	Longest  time.Duration    // of an interview; 60 minutes
	Wording  time.Duration    // for one line of a model; 8 seconds
	Reads    bool             // a model reads what was graded: sealing makes that due, but for plain interviews
	// Cost is what a model was asked for in an interview so far; nil for nothing.
	Cost func(ctx context.Context, id string) (*transcript.Cost, error)
	Log  *slog.Logger // of failures no caller hears of; nil: slog.Default
}

const (
	idle    = 15 * time.Minute // security limit
	longest = 60 * time.Minute // security limit
	wording = 8 * time.Second  // security limit of one call to a model
	storing = 10 * time.Second // for one step in storage; twice the database's limit of a statement
	atHand  = time.Minute      // a quiet session is kept in memory (our judgement: longer than most answers take)
	linger  = time.Minute      // a window nobody listens to is kept (our judgement: longer than a lost connection takes to come back)
	grace   = time.Minute      // a sweep leaves to the window's own timer, so that instances do not race (our judgement)
	swept   = 100              // interviews of one look for idle ones
)

func (o Options) withDefaults() Options {
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.Log == nil {
		o.Log = slog.Default()
	}
	if o.Cost == nil {
		o.Cost = func(context.Context, string) (*transcript.Cost, error) { return nil, nil }
	}
	for limit, standard := range map[*time.Duration]time.Duration{&o.Idle: idle, &o.Longest: longest, &o.Wording: wording} {
		if *limit == 0 {
			*limit = standard
		}
	}
	return o
}
