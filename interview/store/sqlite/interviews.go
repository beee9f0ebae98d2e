package sqlite

import (
	"context"
	"time"

	"github.com/viceconsul/viceconsul/interview/store"
)

// selectHead reads the head of an interview i and of its last event e.
const selectHead = `
	SELECT i.tenant_id, i.id, i.applicant_id, i.category, i.mode, i.epoch, i.fence, coalesce(e."offset", 0), i.sealed,
	       i.created_at, coalesce(e.at, i.created_at) AS active_at
	FROM   interviews i
	LEFT JOIN events e ON e.interview = i.n
	     AND e."offset" = (SELECT max(last."offset") FROM events last WHERE last.interview = i.n)`

const selectInterview = selectHead + ` WHERE i.tenant_id = ? AND i.id = ?`

const insertInterview = `
	INSERT INTO interviews (tenant_id, id, applicant_id, category, mode, epoch, created_at)
	VALUES (?, ?, ?, ?, ?, ?, ?)
	ON CONFLICT DO NOTHING`

// Create stores a new interview with its first events.
func (s *Store) Create(ctx context.Context, head store.Interview, events []store.Event) error {
	if err := store.CheckEvents(head.ID, events, 0); err != nil {
		return err
	}
	err := s.write(ctx, func(ctx context.Context, tx *transaction) (refused, err error) {
		created, err := tx.exec(ctx, insertInterview, head.Tenant, head.ID, head.Applicant, head.Category, head.Mode,
			head.Epoch, micros(head.Created))
		if err != nil {
			return nil, err
		}
		if created == 0 {
			return store.ErrConflict, nil
		}
		return insertEvents(ctx, tx, store.Append{Tenant: head.Tenant, ID: head.ID, Events: events})
	})
	return wrap(err, "create interview %s", head.ID)
}

// Take makes the caller the only writer and returns the head with the new fence.
func (s *Store) Take(ctx context.Context, tenant, id string) (store.Interview, error) {
	var head store.Interview
	err := s.write(ctx, func(ctx context.Context, tx *transaction) (refused, err error) {
		rows, err := tx.exec(ctx, `UPDATE interviews SET fence = fence + 1 WHERE tenant_id = ? AND id = ?`, tenant, id)
		if err != nil {
			return nil, err
		}
		if rows == 0 {
			return store.ErrNotFound, nil
		}
		head, err = scanInterview(tx.tx.QueryRowContext(ctx, selectInterview, tenant, id))
		return nil, err
	})
	if err != nil { // head belongs to a write that may still be waiting
		return store.Interview{}, wrap(err, "take interview %s", id)
	}
	return head, nil
}

// Events returns what follows an offset, in order.
func (s *Store) Events(ctx context.Context, tenant, id string, after int64) ([]store.Event, error) {
	events, err := collect(ctx, s, scanEvent, `
		SELECT   e."offset", e.name, e.turn, coalesce(e.client, ''), e.at, e.body
		FROM     interviews i
		JOIN     events e ON e.interview = i.n
		WHERE    i.tenant_id = ? AND i.id = ? AND e."offset" > ?
		ORDER BY e."offset"`, tenant, id, after)
	return events, wrap(err, "events of interview %s", id)
}

// Interview returns the head.
func (s *Store) Interview(ctx context.Context, tenant, id string) (store.Interview, error) {
	head, err := scanInterview(s.row(ctx, selectInterview, tenant, id))
	return head, wrap(err, "interview %s", id)
}

// Interviews lists an applicant's interviews, newest first.
func (s *Store) Interviews(ctx context.Context, tenant, applicant string, limit int) ([]store.Interview, error) {
	heads, err := collect(ctx, s, scanInterview, selectHead+`
		WHERE    i.tenant_id = ? AND i.applicant_id = ?
		ORDER BY i.created_at DESC, i.id DESC
		LIMIT    ?`, tenant, applicant, limit)
	return heads, wrap(err, "interviews of applicant %s", applicant)
}

// Idle lists open interviews whose last event is older than before, longest idle first.
func (s *Store) Idle(ctx context.Context, before time.Time, limit int) ([]store.Interview, error) {
	heads, err := collect(ctx, s, scanInterview, selectHead+`
		WHERE    i.sealed = 0 AND coalesce(e.at, i.created_at) < ?
		ORDER BY active_at, i.id
		LIMIT    ?`, micros(before), limit)
	return heads, wrap(err, "idle interviews")
}

// Delete removes an interview; its events, transcripts, readings and book go with it.
func (s *Store) Delete(ctx context.Context, tenant, id string) error {
	err := s.write(ctx, func(ctx context.Context, tx *transaction) (refused, err error) {
		gone, err := tx.exec(ctx, `DELETE FROM interviews WHERE tenant_id = ? AND id = ?`, tenant, id)
		if err != nil || gone == 0 {
			return store.ErrNotFound, err
		}
		_, err = tx.exec(ctx, `DELETE FROM spending WHERE tenant_id = ? AND book = ? AND owner = ?`, tenant, store.InterviewBook, id)
		return nil, err
	})
	return wrap(err, "delete interview %s", id)
}

// A row is one row of a result, or an error instead of it.
type row interface{ Scan(into ...any) error }

func scanInterview(r row) (head store.Interview, err error) {
	var created, active int64
	err = r.Scan(&head.Tenant, &head.ID, &head.Applicant, &head.Category, &head.Mode, &head.Epoch, &head.Fence,
		&head.Offset, &head.Sealed, &created, &active)
	if err != nil {
		return store.Interview{}, err
	}
	head.Created, head.Active = moment(created), moment(active)
	return head, nil
}

func scanEvent(r row) (e store.Event, err error) {
	var at int64
	err = r.Scan(&e.Offset, &e.Name, &e.Turn, &e.Client, &at, &e.Body)
	e.At = moment(at)
	return e, err
}

// collect reads a whole result.
func collect[T any](ctx context.Context, s *Store, scan func(row) (T, error), query string, args ...any) ([]T, error) {
	stmt, err := s.query(ctx, query) //nolint:sqlclosecheck // lives as long as the handle
	if err != nil {
		return nil, err
	}
	rows, err := stmt.QueryContext(ctx, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var all []T
	for rows.Next() {
		one, err := scan(rows)
		if err != nil {
			return nil, err
		}
		all = append(all, one)
	}
	return all, rows.Err()
}
