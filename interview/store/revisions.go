package store

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"time"
)

// The causes of revisions.
const (
	Rules    = "rules"    // sealed with the interview
	Model    = "model"    // a model read the revision before; about its number
	GivenUp  = "given_up" // no model could read it; about its number, and graded as before
	Regraded = "regraded" // graded again by the present rubric; about the number of the revision before
	Profile  = "profile"  // graded again by a corrected profile; about the number of the revision before
	Answer   = "answer"   // graded again with a corrected answer; about its turn
)

// A Revision is one grading of a sealed interview. None is ever changed.
type Revision struct {
	N     int    // from 1, without gaps; 1 was sealed with the interview
	Cause string // why it was made
	About string // what the cause concerns; with it, unique in the interview
	Due   bool   // a model is to read it: a Reading is due until another revision follows
	Body  []byte // graded transcript as JSON
	At    time.Time
}

// Revisions keeps what became of an interview's grades after it was sealed.
type Revisions interface {
	// Revise stores the revision that follows the newest one, and with Due its Reading in
	// the same commit. ErrConflict when it does not follow, or the cause came already for
	// what it is about; ErrNotFound for an interview that is not sealed; ErrUnknown when
	// the commit's outcome is not known.
	Revise(ctx context.Context, tenant, id string, r Revision) error
	// Revision returns one revision, the newest for 0; ErrNotFound when there is none.
	Revision(ctx context.Context, tenant, id string, n int) (Revision, error)
	// Revisions returns all of them in order, without their bodies.
	Revisions(ctx context.Context, tenant, id string) ([]Revision, error)
}

// Check reports what no adapter stores: the first revision, which only sealing makes, one
// without a cause, and text that Postgres refuses.
func (r Revision) Check() error {
	if r.N < 2 || r.Cause == "" {
		return fmt.Errorf("store: revision %d of cause %q", r.N, r.Cause)
	}
	if err := errors.Join(CheckText(r.Body), CheckText([]byte(r.Cause+r.About))); err != nil {
		return fmt.Errorf("store: revision %d: %w", r.N, err)
	}
	return nil
}

// A Reading is one attempt at a second reading that is due, by ids alone.
type Reading struct {
	Tenant, ID string // of the interview
	Revision   int    // to be read
	Attempt    int    // from 1
}

// Work says how readings are worked off.
type Work struct {
	// Do makes one attempt and is called from several goroutines. nil ends the reading,
	// an error makes another attempt due. Its text is stored and logged. Its ctx ends
	// with the attempt's time, and when Work is to end.
	Do     func(ctx context.Context, r Reading) error
	AtOnce int                             // attempts under way here, at least 1
	Time   time.Duration                   // of an attempt; when it has passed, or the process died, another is made
	Pause  func(attempt int) time.Duration // after a failed attempt
	Log    *slog.Logger                    // of failures of the queue itself
}

// Queue hands out the readings that are due. Each has at most one attempt at a time under
// way, on all instances together, unless one outlives its time.
type Queue interface {
	// Work works readings off until ctx ends, and returns when the attempts under way
	// have. What they left undone is due at once, and does not count as an attempt.
	Work(ctx context.Context, w Work) error
}
