package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"sync"
	"time"

	"github.com/viceconsul/viceconsul/interview/store"
)

// grace is what a lease lasts beyond an attempt's time, so that an attempt which ends in
// time is never made twice; looking is how long a worker sleeps at most, since another
// process may have made something due (our judgement, both).
const (
	grace   = 5 * time.Second
	looking = 5 * time.Second
)

// takeReading leases the reading that is due longest.
const takeReading = `
	UPDATE readings
	SET    attempt = attempt + 1, due_at = ?2
	WHERE  (interview, revision) = (SELECT interview, revision FROM readings WHERE due_at <= ?1 ORDER BY due_at, interview, revision LIMIT 1)
	RETURNING interview, revision, attempt`

// A lease is a reading that was taken, until it is due again.
type lease struct {
	interview int64 // number
	store.Reading
}

// Work works readings off until ctx ends: each is leased for the time of an attempt.
func (s *Store) Work(ctx context.Context, w store.Work) error {
	var underWay sync.WaitGroup
	defer underWay.Wait()
	places := make(chan struct{}, w.AtOnce)
	for {
		select {
		case places <- struct{}{}:
		case <-ctx.Done():
			return nil
		}
		l, err := s.lease(ctx, time.Now(), w.Time+grace)
		if err == nil {
			underWay.Go(func() {
				defer func() { <-places }()
				s.attempt(ctx, w, l)
			})
			continue
		}
		<-places
		if !errors.Is(err, store.ErrNotFound) && ctx.Err() == nil {
			w.Log.Error("take a reading", "err", err)
		}
		s.sleep(ctx)
	}
}

// lease takes the next reading that is due; ErrNotFound when none is.
func (s *Store) lease(ctx context.Context, now time.Time, length time.Duration) (l lease, err error) {
	var taken lease
	err = s.write(ctx, func(ctx context.Context, tx *transaction) (refused, err error) {
		err = tx.tx.QueryRowContext(ctx, takeReading, micros(now), micros(now.Add(length))).Scan(&taken.interview, &taken.Revision, &taken.Attempt)
		if errors.Is(err, sql.ErrNoRows) {
			return store.ErrNotFound, nil
		}
		if err != nil {
			return nil, err
		}
		return nil, tx.tx.QueryRowContext(ctx, `SELECT tenant_id, id FROM interviews WHERE n = ?`, taken.interview).Scan(&taken.Tenant, &taken.ID)
	})
	if err != nil { // taken belongs to a write that may still be waiting
		return lease{}, wrap(err, "take a reading")
	}
	return taken, nil
}

// attempt makes one and says what comes after it.
func (s *Store) attempt(ctx context.Context, w store.Work, l lease) {
	within, cancel := context.WithTimeout(ctx, w.Time)
	err := do(within, w, l.Reading)
	cancel()
	statement, args := `DELETE FROM readings WHERE interview = ?1 AND revision = ?2 AND attempt = ?3`, []any{l.interview, l.Revision, l.Attempt}
	switch {
	case err != nil && ctx.Err() != nil:
		statement, args = `UPDATE readings SET attempt = ?3 - 1, due_at = ?4 WHERE interview = ?1 AND revision = ?2 AND attempt = ?3`, append(args, micros(time.Now()))
	case err != nil:
		w.Log.Warn("reading failed", "interview", l.ID, "revision", l.Revision, "attempt", l.Attempt, "err", err)
		statement, args = `UPDATE readings SET due_at = ?4 WHERE interview = ?1 AND revision = ?2 AND attempt = ?3`, append(args, micros(time.Now().Add(w.Pause(l.Attempt))))
	}
	err = s.write(context.WithoutCancel(ctx), func(ctx context.Context, tx *transaction) (refused, err error) {
		_, err = tx.exec(ctx, statement, args...)
		return nil, err
	})
	if err != nil { // its lease runs out, and it is made again
		w.Log.Error("end a reading", "interview", l.ID, "err", err)
	}
	s.wake() // another attempt may be due before whoever sleeps expects one
}

// do makes an attempt. A panic fails it; its value may hold an applicant's words.
func do(ctx context.Context, w store.Work, r store.Reading) (err error) {
	defer func() {
		if v := recover(); v != nil {
			err = fmt.Errorf("panic of type %T", v)
		}
	}()
	return w.Do(ctx, r)
}

// wake tells who works readings off that one may be due.
func (s *Store) wake() {
	select {
	case s.woken <- struct{}{}:
	default:
	}
}

// sleep waits until a reading may be due.
func (s *Store) sleep(ctx context.Context) {
	wait := looking
	var next sql.NullInt64
	if err := s.row(ctx, `SELECT min(due_at) FROM readings`).Scan(&next); err == nil && next.Valid {
		wait = min(wait, max(0, time.Until(moment(next.Int64))))
	}
	timer := time.NewTimer(wait)
	defer timer.Stop()
	select {
	case <-ctx.Done():
	case <-timer.C:
	case <-s.woken:
	}
}
