package postgres

import (
	"context"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"

	"github.com/viceconsul/viceconsul/interview/store"
)

// columns are those of a head, in the order scanInterview reads them.
const columns = `tenant_id::text, id, applicant_id, category, mode, epoch, fence, last_offset, sealed, created_at, active_at`

const insertInterview = `
	INSERT INTO interviews (tenant_id, id, applicant_id, category, mode, epoch, last_offset, created_at, active_at)
	VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`

const insertEvents = `
	INSERT INTO events (tenant_id, interview_id, "offset", name, turn, client, at, body)
	SELECT $1, $2, e.n, e.name, e.turn, nullif(e.client, ''), e.at, e.body
	FROM   unnest($3::bigint[], $4::text[], $5::bigint[], $6::text[], $7::timestamptz[], $8::text[])
	       AS e (n, name, turn, client, at, body)`

// Create stores a new interview with its first events.
func (s *Store) Create(ctx context.Context, head store.Interview, events []store.Event) error {
	if err := store.CheckEvents(head.ID, events, 0); err != nil {
		return err
	}
	active := head.Created
	if n := len(events); n > 0 {
		active = events[n-1].At
	}
	err := s.batcher.Do(ctx, write{
		tenant: head.Tenant, id: head.ID,
		statements: []statement{
			{insertInterview, []any{head.Tenant, head.ID, head.Applicant, head.Category, head.Mode, head.Epoch, len(events), head.Created, active}},
			{insertEvents, append([]any{head.Tenant, head.ID}, columnsOf(events)...)},
		},
	})
	return wrap(err, "create interview %s", head.ID)
}

// Take makes the caller the only writer and returns the head with the new fence.
func (s *Store) Take(ctx context.Context, tenant, id string) (head store.Interview, err error) {
	err = s.use(ctx, func(ctx context.Context, conn *pgxpool.Conn) error {
		head, err = one(ctx, conn, scanInterview, `
			UPDATE interviews SET fence = fence + 1 WHERE tenant_id = $1 AND id = $2
			RETURNING `+columns, tenant, id)
		return alone(err)
	})
	return head, wrap(err, "take interview %s", id)
}

// Events returns what follows an offset, in order.
func (s *Store) Events(ctx context.Context, tenant, id string, after int64) ([]store.Event, error) {
	events, err := many(ctx, s, scanEvent, `
		SELECT   "offset", name, turn, coalesce(client, ''), at, body
		FROM     events
		WHERE    tenant_id = $1 AND interview_id = $2 AND "offset" > $3
		ORDER BY "offset"`, tenant, id, after)
	return events, wrap(err, "events of interview %s", id)
}

// Interview returns the head.
func (s *Store) Interview(ctx context.Context, tenant, id string) (head store.Interview, err error) {
	err = s.use(ctx, func(ctx context.Context, conn *pgxpool.Conn) error {
		head, err = one(ctx, conn, scanInterview, `
			SELECT `+columns+` FROM interviews WHERE tenant_id = $1 AND id = $2`, tenant, id)
		return err
	})
	return head, wrap(err, "interview %s", id)
}

// Interviews lists an applicant's interviews, newest first.
func (s *Store) Interviews(ctx context.Context, tenant, applicant string, limit int) ([]store.Interview, error) {
	heads, err := many(ctx, s, scanInterview, `
		SELECT `+columns+`
		FROM     interviews
		WHERE    tenant_id = $1 AND applicant_id = $2
		ORDER BY created_at DESC, id DESC
		LIMIT    $3`, tenant, applicant, limit)
	return heads, wrap(err, "interviews of applicant %s", applicant)
}

// Idle lists open interviews whose last event is older than before, longest idle first.
func (s *Store) Idle(ctx context.Context, before time.Time, limit int) ([]store.Interview, error) {
	heads, err := many(ctx, s, scanInterview, `
		SELECT `+columns+`
		FROM     interviews
		WHERE    NOT sealed AND active_at < $1
		ORDER BY active_at, id
		LIMIT    $2`, before, limit)
	return heads, wrap(err, "idle interviews")
}

// Delete removes an interview; its events, transcripts, readings and book go with it.
func (s *Store) Delete(ctx context.Context, tenant, id string) error {
	err := s.together(ctx, func(ctx context.Context, tx pgx.Tx) error {
		gone, err := tx.Exec(ctx, `DELETE FROM interviews WHERE tenant_id = $1 AND id = $2`, tenant, id)
		if err != nil {
			return err
		}
		if gone.RowsAffected() == 0 {
			return store.ErrNotFound
		}
		if _, err := tx.Exec(ctx, `DELETE FROM spending WHERE tenant_id = $1 AND book = $2 AND owner = $3`, tenant, store.InterviewBook, id); err != nil {
			return err
		}
		return deleteReadings(ctx, tx, tenant, []string{id})
	})
	return wrap(err, "delete interview %s", id)
}

func scanInterview(row pgx.CollectableRow) (head store.Interview, err error) {
	err = row.Scan(&head.Tenant, &head.ID, &head.Applicant, &head.Category, &head.Mode, &head.Epoch, &head.Fence,
		&head.Offset, &head.Sealed, &head.Created, &head.Active)
	head.Created, head.Active = head.Created.UTC(), head.Active.UTC()
	return head, err
}

func scanEvent(row pgx.CollectableRow) (e store.Event, err error) {
	err = row.Scan(&e.Offset, &e.Name, &e.Turn, &e.Client, &e.At, &e.Body)
	e.At = e.At.UTC()
	return e, err
}

// one reads a single row, or returns pgx.ErrNoRows.
func one[T any](ctx context.Context, conn *pgxpool.Conn, scan pgx.RowToFunc[T], query string, args ...any) (T, error) {
	rows, err := conn.Query(ctx, query, args...)
	if err != nil {
		var none T
		return none, err
	}
	return pgx.CollectOneRow(rows, scan)
}

// many reads a whole result on a connection of its own.
func many[T any](ctx context.Context, s *Store, scan pgx.RowToFunc[T], query string, args ...any) (all []T, err error) {
	err = s.use(ctx, func(ctx context.Context, conn *pgxpool.Conn) error {
		rows, err := conn.Query(ctx, query, args...)
		if err != nil {
			return err
		}
		all, err = pgx.CollectRows(rows, scan)
		return err
	})
	return all, err
}
