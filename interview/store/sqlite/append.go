package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"github.com/viceconsul/viceconsul/interview/store"
)

// insertEvent stores the next event of an interview. It touches no row when the interview
// is not there, or another writer took it, or the seal, another event or another answer
// stands already. There is one writer at a time, so what it reads stays true until the
// commit. VALUES rather than SELECT at its top saves a temporary table each time.
const insertEvent = `
	INSERT OR IGNORE INTO events (interview, "offset", name, turn, client, at, body)
	VALUES ((
		SELECT n FROM interviews
		WHERE  tenant_id = ?1 AND id = ?2 AND fence = ?3 AND sealed = 0
		AND    ?4 = 1 + (SELECT coalesce(max("offset"), 0) FROM events WHERE interview = n)
	), ?4, ?5, ?6, ?7, ?8, ?9)`

// insertTranscript stores the revision that follows the newest one. It touches no row
// when another stands there, or its cause does.
const insertTranscript = `
	INSERT OR IGNORE INTO transcripts (interview, revision, cause, about, due, body, hash, sealed_at)
	VALUES ((
		SELECT n FROM interviews
		WHERE  tenant_id = ?1 AND id = ?2
		AND    ?3 = 1 + (SELECT coalesce(max(revision), 0) FROM transcripts WHERE interview = n)
	), ?3, ?4, ?5, ?6, ?7, ?8, ?9)`

const sealInterview = `UPDATE interviews SET sealed = 1 WHERE tenant_id = ? AND id = ?`

// Append stores events with those of other callers in one commit. When ctx ends while it
// waits, they may still be stored.
func (s *Store) Append(ctx context.Context, a store.Append) error {
	if err := a.Check(); err != nil {
		return err
	}
	err := s.write(ctx, func(ctx context.Context, tx *transaction) (refused, err error) {
		refused, err = insertEvents(ctx, tx, a)
		if refused == nil && err == nil && a.Sealed != nil {
			err = seal(ctx, tx, a)
		}
		return refused, err
	})
	if err == nil && a.Due {
		s.wake()
	}
	return wrap(err, "append to interview %s", a.ID)
}

// insertEvents stores all events, or refuses them. A refusal after the first event is an
// error, since that one must be undone.
func insertEvents(ctx context.Context, tx *transaction, a store.Append) (refused, err error) {
	for i, e := range a.Events {
		var client any
		if e.Client != "" {
			client = e.Client
		}
		rows, err := tx.exec(ctx, insertEvent, a.Tenant, a.ID, a.Fence, e.Offset,
			e.Name, e.Turn, client, micros(e.At), string(e.Body))
		if err != nil {
			return nil, err
		}
		if rows == 1 {
			continue
		}
		refused, err := refusal(ctx, tx, a)
		if i > 0 {
			return nil, errors.Join(refused, err)
		}
		return refused, err
	}
	return nil, nil
}

func seal(ctx context.Context, tx *transaction, a store.Append) error {
	first := store.Revision{N: 1, Cause: store.Rules, Due: a.Due, Body: a.Sealed, At: a.Events[len(a.Events)-1].At}
	if stored, err := insertRevision(ctx, tx, a.Tenant, a.ID, first); err != nil || !stored {
		return errors.Join(err, fmt.Errorf("seal interview %s: no place for its transcript", a.ID))
	}
	_, err := tx.exec(ctx, sealInterview, a.Tenant, a.ID)
	return err
}

// refusal finds out why an event found no place.
func refusal(ctx context.Context, tx *transaction, a store.Append) (refused, err error) {
	head, err := scanInterview(tx.tx.QueryRowContext(ctx, selectInterview, a.Tenant, a.ID))
	if errors.Is(err, sql.ErrNoRows) {
		return store.ErrNotFound, nil
	}
	if err != nil {
		return nil, err
	}
	return a.Refusal(head), nil
}
