// Package regrade grades sealed interviews again: a second reading, in which a model
// hears what the rules graded, and a new grading by the rules when somebody asks for it.
// Each is stored as a revision of the transcript; the ones before stay.
//
// It decides what is to be graded, not how: scoring does that.
package regrade

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"maps"
	"reflect"
	"strconv"
	"sync"
	"time"

	"github.com/viceconsul/viceconsul/interview/store"
	"github.com/viceconsul/viceconsul/interview/transcript"
	"github.com/viceconsul/viceconsul/questionbank"
	"github.com/viceconsul/viceconsul/scoring"
)

// ErrTooMany says that an interview has as many revisions as it may have.
var ErrTooMany = errors.New("regrade: too many revisions")

// mostRevisions bounds what one interview can cost and fill (our judgement: a correction
// of nearly every answer, each read again).
const mostRevisions = 50

// A Hearer has a model read a graded interview. Its errors hold no word of the applicant.
type Hearer interface {
	Hear(ctx context.Context, applicant, interview string, graded transcript.Transcript) (transcript.Hearing, error)
	// Grader is who grades with what it hears.
	Grader() transcript.Grader
}

// A Keeper is what regrade needs of storage.
type Keeper interface {
	store.Revisions
	Interview(ctx context.Context, tenant, id string) (store.Interview, error)
}

// Options are what a Regrader is made of.
type Options struct {
	Keeper Keeper
	Bank   *questionbank.Bank
	Hearer Hearer // nil: the rules grade alone
	// Cost is what a model was asked for in an interview so far; nil for nothing.
	Cost func(ctx context.Context, id string) (*transcript.Cost, error)
	Now  func() time.Time // nil: time.Now
	Log  *slog.Logger     // nil: slog.Default
}

// A Regrader grades again. Its methods may be called from any goroutine.
type Regrader struct {
	o Options

	mu       sync.Mutex
	readings map[string]int // attempts, by outcome
}

// New grades nothing yet.
func New(o Options) *Regrader {
	if o.Cost == nil {
		o.Cost = func(context.Context, string) (*transcript.Cost, error) { return nil, nil }
	}
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.Log == nil {
		o.Log = slog.Default()
	}
	return &Regrader{o: o, readings: map[string]int{}}
}

// Readings counts the attempts at second readings by what became of them: "read",
// "failed", "given up", or "passed over" where nothing was left to do.
func (g *Regrader) Readings() map[string]int {
	g.mu.Lock()
	defer g.mu.Unlock()
	return maps.Clone(g.readings)
}

// Reads reports whether a model reads interviews here.
func (g *Regrader) Reads() bool { return g.o.Hearer != nil }

// Reader is the name of the model that reads interviews here; "" for none.
func (g *Regrader) Reader() string {
	if !g.Reads() {
		return ""
	}
	return g.o.Hearer.Grader().Model
}

// Again grades a sealed interview by the present rubric, and has a model read it when
// there is one that has not. It returns the newest revision, which is the one before when
// there was nothing to do. store.ErrNotFound before the seal; ErrTooMany.
func (g *Regrader) Again(ctx context.Context, tenant, id string) (store.Revision, error) {
	newest, err := g.o.Keeper.Revision(ctx, tenant, id, 0)
	if err != nil {
		return store.Revision{}, fmt.Errorf("grade interview %s again: %w", id, err)
	}
	if newest.Due && g.Reads() {
		return newest, nil
	}
	before, err := transcript.ReadTranscript(newest.Body)
	if err != nil {
		return store.Revision{}, fmt.Errorf("grade interview %s again: %w", id, err)
	}
	graded, err := g.byRules(before)
	if err != nil {
		return store.Revision{}, fmt.Errorf("grade interview %s again: %w", id, err)
	}
	due := g.Reads() && !before.Plain && !g.heard(before)
	if !due && same(before, graded) {
		return newest, nil
	}
	if newest.N >= mostRevisions {
		return store.Revision{}, fmt.Errorf("grade interview %s again: %w", id, ErrTooMany)
	}
	next, err := g.revision(ctx, id, newest.N, store.Regraded, graded)
	if err != nil {
		return store.Revision{}, err
	}
	next.Due = due
	return g.store(ctx, tenant, id, next)
}

// byRules grades a transcript by the present rubric. What is not the grader's stays.
func (g *Regrader) byRules(before transcript.Transcript) (transcript.Transcript, error) {
	before.Rubric = ""
	graded, err := scoring.Grade(g.o.Bank, before)
	graded.Mode, graded.Notice, graded.Plain = before.Mode, before.Notice, before.Plain
	return graded, err
}

// heard reports whether a transcript holds what this model hears.
func (g *Regrader) heard(t transcript.Transcript) bool {
	return t.Grader != nil && *t.Grader == g.o.Hearer.Grader()
}

// same reports whether the rules grade as they did. Where a model had its part, what the
// rules alone gave is compared.
func same(before, graded transcript.Transcript) bool {
	if before.Hearing != nil {
		return before.Rubric == graded.Rubric && reflect.DeepEqual(before.Hearing.Rules, graded.Grades)
	}
	before.Revision, before.Cause, before.Cost = 0, "", nil
	was, err := json.Marshal(before)
	now, also := json.Marshal(graded)
	return err == nil && also == nil && bytes.Equal(was, now)
}

// revision makes the one that follows another.
func (g *Regrader) revision(ctx context.Context, id string, after int, cause string, t transcript.Transcript) (store.Revision, error) {
	cost, err := g.o.Cost(ctx, id)
	if err != nil {
		g.o.Log.Warn("cost not known", "interview", id, "err", err)
	}
	t.Revision, t.Cause, t.Cost = after+1, cause, cost
	body, err := json.Marshal(t)
	if err != nil {
		return store.Revision{}, fmt.Errorf("grade interview %s again: %w", id, err)
	}
	return store.Revision{N: after + 1, Cause: cause, About: strconv.Itoa(after), Body: body, At: g.o.Now().UTC().Truncate(time.Microsecond)}, nil
}

// store stores a revision and returns it; where somebody was faster, theirs.
func (g *Regrader) store(ctx context.Context, tenant, id string, next store.Revision) (store.Revision, error) {
	err := g.o.Keeper.Revise(ctx, tenant, id, next)
	if errors.Is(err, store.ErrConflict) || errors.Is(err, store.ErrUnknown) {
		next, err = g.o.Keeper.Revision(ctx, tenant, id, 0)
	}
	if err != nil {
		return store.Revision{}, fmt.Errorf("grade interview %s again: %w", id, err)
	}
	return next, nil
}
