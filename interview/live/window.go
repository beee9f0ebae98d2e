package live

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"strings"
	"time"

	"github.com/viceconsul/viceconsul/interview"
	"github.com/viceconsul/viceconsul/interview/store"
)

// errLetGo says that the window is no more: whoever comes needs another one.
var errLetGo = errors.New("live: window let go")

// A window is one interview that is open here.
type window struct {
	section *Section
	key     key
	held    chan struct{} // one place: whoever put the token in holds the window, and all below is theirs alone

	opened   bool  // the log was taken
	away     bool  // the session is put away
	gone     error // why the window is no more; nil while it is
	session  interview.Session
	head     store.Interview
	receipts []receipt // of the answers, by turn
	first    []Message // the whole log, from its start here until the first listener came
	visit    *Visit    // the newest
	listener Listener  // nil when nobody listens
	wording  *line     // being worded by a model; nil when none is

	// By the clock of this process, which no change of the wall clock moves:
	started, active time.Time // when the interview started, and its last event came
	touched, left   time.Time // when it was last come to or brought back, and the last listener left
	alarm           *time.Timer
	composing       bool // something was written since the last event
}

// A receipt is what a repeated answer is answered with.
type receipt struct {
	client string
	text   string // as it is kept
	offset int64
}

// do runs f while holding the window. It waits for the window as long as ctx, but
// what has begun is finished: f has its own time for storage. A panic ends this
// window and no other.
func (w *window) do(ctx context.Context, f func(context.Context) error) (err error) {
	if err := w.hold(ctx); err != nil {
		return err
	}
	defer func() { <-w.held }()
	defer func() {
		if recover() != nil {
			err = w.drop(Broken, fmt.Errorf("live: interview %s: panic at %s", w.key.id, panicked()))
		}
	}()
	if w.gone != nil {
		return fmt.Errorf("%w: %w", errLetGo, w.gone)
	}
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), storing)
	defer cancel()
	return f(ctx)
}

// hold takes the window. A free one is taken whatever ctx says, so that one just
// made is always opened or dropped by somebody.
func (w *window) hold(ctx context.Context) error {
	select {
	case w.held <- struct{}{}:
		return nil
	default:
	}
	select {
	case w.held <- struct{}{}:
		return nil
	case <-ctx.Done():
		return fmt.Errorf("wait for interview %s: %w", w.key.id, context.Cause(ctx))
	}
}

// panicked is the place a panic came from; its value may hold an applicant's words.
func panicked() string {
	var callers [32]uintptr
	frames := runtime.CallersFrames(callers[:runtime.Callers(3, callers[:])])
	for {
		f, more := frames.Next()
		if !strings.HasPrefix(f.Function, "runtime.") {
			return fmt.Sprintf("%s:%d", f.Function, f.Line)
		}
		if !more {
			return "an unknown place"
		}
	}
}

// drop ends the window: what is stored stays, the next arrival replays it.
func (w *window) drop(why Leaving, err error) error {
	w.gone = err
	w.rest()
	w.tellLeave(why)
	return err
}

// rest stops what runs for the window and lets the section forget it.
func (w *window) rest() {
	w.stopWording()
	if w.alarm != nil {
		w.alarm.Stop()
	}
	w.section.forget(w)
}

func (w *window) tellLeave(why Leaving) {
	if l := w.listener; l != nil {
		w.listener = nil
		l.Leave(why)
	}
}

func (w *window) tell(m Message) {
	if w.listener != nil {
		w.listener.Hear(m)
	}
}
