package postgres

import (
	"context"
	"encoding/json"
	"fmt"
	"log/slog"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/riverqueue/river"
	"github.com/riverqueue/river/riverdriver/riverpgxv5"
	"github.com/riverqueue/river/rivertype"

	"github.com/viceconsul/viceconsul/interview/store"
)

// mostAttempts is beyond what any reading should come to: whoever makes attempts gives
// up long before. It bounds those that cannot even say so, since the database fails.
const mostAttempts = 1000

// grace is what is left to an attempt beyond its time before it counts as dead, so that
// one which ends in time is never made twice (our judgement).
const grace = 5 * time.Second

// A reading is River's job: ids alone.
type reading struct {
	Tenant    string `json:"tenant"`
	Interview string `json:"interview"`
	Revision  int    `json:"revision"`
}

// Kind is the name that River stores it under.
func (reading) Kind() string { return "reading" }

// storeDue makes a write with a revision whose reading is due, in one transaction.
func (s *Store) storeDue(ctx context.Context, w write, revision int) error {
	refused := false
	err := s.together(ctx, func(ctx context.Context, tx pgx.Tx) error {
		for i, st := range w.statements {
			tag, err := tx.Exec(ctx, st.query, st.args...)
			if err != nil {
				return err
			}
			if refused = i == 0 && tag.RowsAffected() == 0; refused {
				return store.ErrConflict
			}
		}
		return s.enqueue(ctx, tx, w.tenant, w.id, revision)
	})
	if refused {
		return w.refusal(ctx)
	}
	return err
}

// enqueue makes a reading due with the transaction.
func (s *Store) enqueue(ctx context.Context, tx pgx.Tx, tenant, id string, revision int) error {
	_, err := s.readers.InsertTx(ctx, tx, reading{tenant, id, revision}, &river.InsertOpts{MaxAttempts: mostAttempts})
	if err != nil {
		return fmt.Errorf("enqueue a reading: %w", err)
	}
	return nil
}

// deleteReadings removes the readings of interviews, also those that are over.
func deleteReadings(ctx context.Context, tx pgx.Tx, tenant string, ids []string) error {
	for _, id := range ids {
		args, err := json.Marshal(map[string]string{"tenant": tenant, "interview": id})
		if err != nil {
			return err
		}
		if _, err = tx.Exec(ctx, `DELETE FROM river_job WHERE kind = $1 AND args @> $2`, reading{}.Kind(), string(args)); err != nil {
			return err
		}
	}
	return nil
}

// Work works readings off until ctx ends. River looks after those whose worker died.
func (s *Store) Work(ctx context.Context, w store.Work) error {
	workers := river.NewWorkers()
	river.AddWorker(workers, &reader{w: w, leaving: ctx})
	client, err := river.NewClient(riverpgxv5.New(s.pool), &river.Config{
		Queues:               map[string]river.QueueConfig{river.QueueDefault: {MaxWorkers: w.AtOnce}},
		Workers:              workers,
		JobTimeout:           w.Time,
		RescueStuckJobsAfter: w.Time + grace,
		RetryPolicy:          pauses(w.Pause),
		Logger:               slog.New(warnings{w.Log.Handler()}),
	})
	if err != nil {
		return wrap(err, "work readings off")
	}
	whole := context.WithoutCancel(ctx)
	if err := client.Start(whole); err != nil {
		return wrap(err, "work readings off")
	}
	<-ctx.Done()
	stopping, cancel := context.WithTimeout(whole, answerTimeout)
	defer cancel()
	return wrap(client.StopAndCancel(stopping), "work readings off")
}

// A reader makes River's attempts.
type reader struct {
	river.WorkerDefaults[reading]
	w       store.Work
	leaving context.Context // has ended when Work is to end
}

// Work makes one attempt. One that was cut short by the end of Work is due at once.
func (r *reader) Work(ctx context.Context, job *river.Job[reading]) error {
	due := store.Reading{Tenant: job.Args.Tenant, ID: job.Args.Interview, Revision: job.Args.Revision, Attempt: job.Attempt}
	err := r.attempt(ctx, due)
	if err != nil && r.leaving.Err() != nil {
		return river.JobSnooze(0)
	}
	if err != nil {
		r.w.Log.Warn("reading failed", "interview", due.ID, "revision", due.Revision, "attempt", due.Attempt, "err", err)
	}
	return err
}

// attempt is Do. A panic fails it; its value may hold an applicant's words.
func (r *reader) attempt(ctx context.Context, due store.Reading) (err error) {
	defer func() {
		if v := recover(); v != nil {
			err = fmt.Errorf("panic of type %T", v)
		}
	}()
	return r.w.Do(ctx, due)
}

// pauses are those between attempts.
type pauses func(attempt int) time.Duration

// NextRetry is when the next attempt may begin.
func (p pauses) NextRetry(job *rivertype.JobRow) time.Time {
	return time.Now().Add(p(job.Attempt))
}

// warnings is a handler that passes over what River says while all is well.
type warnings struct{ slog.Handler }

// Enabled holds from warnings on.
func (h warnings) Enabled(ctx context.Context, level slog.Level) bool {
	return level >= slog.LevelWarn && h.Handler.Enabled(ctx, level)
}
