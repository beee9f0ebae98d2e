package regrade

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/viceconsul/viceconsul/interview/store"
	"github.com/viceconsul/viceconsul/interview/transcript"
	"github.com/viceconsul/viceconsul/scoring"
)

const (
	// attempts at a second reading before the rules' grade stands (our judgement, with
	// the pauses: an endpoint that is down for a quarter of an hour is not waited for).
	attempts = 5
	hearTime = 3*time.Minute + 10*time.Second // for one attempt; a hearer takes three minutes at most
	readTime = hearTime + 20*time.Second      // with storing what came of it
	// atOnce are read at a time, so that windows with people at them come first (our
	// judgement).
	atOnce = 2
)

// pauses are those after each failed attempt but the last.
var pauses = [attempts - 1]time.Duration{10 * time.Second, time.Minute, 3 * time.Minute, 10 * time.Minute}

// Work works second readings off until ctx ends.
func (g *Regrader) Work(ctx context.Context, q store.Queue) error {
	return q.Work(ctx, store.Work{
		Do: g.Read, AtOnce: atOnce, Time: readTime, Log: g.o.Log,
		Pause: func(attempt int) time.Duration { return pauses[min(attempt, len(pauses))-1] },
	})
}

// Read makes one attempt at a second reading: the model hears the revision, and what can
// be verified becomes the next one. Where that stands already, or the revision is not the
// newest, there is nothing to do. After the last failed attempt the revision says that it
// was given up, and the grades are those of before.
func (g *Regrader) Read(ctx context.Context, r store.Reading) error {
	outcome, err := g.read(ctx, r)
	if err != nil {
		outcome = "failed"
	}
	g.mu.Lock()
	defer g.mu.Unlock()
	g.readings[outcome]++
	return err
}

func (g *Regrader) read(ctx context.Context, r store.Reading) (outcome string, err error) {
	newest, err := g.o.Keeper.Revision(ctx, r.Tenant, r.ID, 0)
	if errors.Is(err, store.ErrNotFound) || err == nil && newest.N != r.Revision {
		return "passed over", nil
	}
	if err != nil {
		return "", err
	}
	before, err := transcript.ReadTranscript(newest.Body)
	if err != nil {
		return "", fmt.Errorf("read interview %s: it is no transcript", r.ID)
	}
	outcome, graded, cause := "given up", before, store.GivenUp
	heard, err := g.hear(ctx, r, before)
	switch {
	case err == nil:
		outcome, graded, cause = "read", heard, store.Model
	case ctx.Err() != nil || r.Attempt < attempts:
		return "", err
	}
	next, err := g.revision(ctx, r.ID, r.Revision, cause, graded)
	if err != nil {
		return "", err
	}
	err = g.o.Keeper.Revise(ctx, r.Tenant, r.ID, next)
	if errors.Is(err, store.ErrConflict) || errors.Is(err, store.ErrNotFound) {
		return "passed over", nil
	}
	return outcome, err
}

// hear has the model hear an interview and weighs what it proposes.
func (g *Regrader) hear(ctx context.Context, r store.Reading, before transcript.Transcript) (transcript.Transcript, error) {
	head, err := g.o.Keeper.Interview(ctx, r.Tenant, r.ID)
	if err != nil {
		return transcript.Transcript{}, err
	}
	ctx, cancel := context.WithTimeout(ctx, hearTime)
	defer cancel()
	hearing, err := g.o.Hearer.Hear(ctx, head.Applicant, r.ID, before)
	if err != nil {
		return transcript.Transcript{}, err
	}
	graded, err := scoring.Weigh(g.o.Bank, before, hearing)
	if err != nil {
		return transcript.Transcript{}, fmt.Errorf("weigh what was heard of interview %s: it cannot be graded", r.ID)
	}
	graded.Plain = before.Plain
	return graded, nil
}
