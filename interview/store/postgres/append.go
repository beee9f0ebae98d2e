package postgres

import (
	"context"
	"crypto/sha256"
	"time"

	"github.com/viceconsul/viceconsul/interview/store"
)

// appendEvents moves a head to its new last event and stores the events, unless another
// writer took the interview, or another event or the seal came first. The lock on the
// head keeps two appends to one interview apart; the second sees what the first did.
const appendEvents = `
	WITH head AS (
		UPDATE interviews
		SET    last_offset = $5, active_at = $6
		WHERE  tenant_id = $1 AND id = $2 AND fence = $3 AND last_offset = $4 AND NOT sealed
		RETURNING tenant_id, id
	)
	INSERT INTO events (tenant_id, interview_id, "offset", name, turn, client, at, body)
	SELECT head.tenant_id, head.id, e.n, e.name, e.turn, nullif(e.client, ''), e.at, e.body
	FROM   head, unnest($7::bigint[], $8::text[], $9::bigint[], $10::text[], $11::timestamptz[], $12::text[])
	       AS e (n, name, turn, client, at, body)`

// sealEvents does the same with the last events of an interview and its transcript.
const sealEvents = `
	WITH head AS (
		UPDATE interviews
		SET    last_offset = $5, active_at = $6, sealed = true
		WHERE  tenant_id = $1 AND id = $2 AND fence = $3 AND last_offset = $4 AND NOT sealed
		RETURNING tenant_id, id
	), transcript AS (
		INSERT INTO transcripts (tenant_id, interview_id, body, hash, sealed_at, due)
		SELECT tenant_id, id, $13, $14, $6, $15 FROM head
	)
	INSERT INTO events (tenant_id, interview_id, "offset", name, turn, client, at, body)
	SELECT head.tenant_id, head.id, e.n, e.name, e.turn, nullif(e.client, ''), e.at, e.body
	FROM   head, unnest($7::bigint[], $8::text[], $9::bigint[], $10::text[], $11::timestamptz[], $12::text[])
	       AS e (n, name, turn, client, at, body)`

// Append stores events with those of other callers in one commit. When ctx ends while it
// waits, they may still be stored.
func (s *Store) Append(ctx context.Context, a store.Append) error {
	if err := a.Check(); err != nil {
		return err
	}
	w := s.appendOf(a)
	if a.Sealed != nil && a.Due {
		return wrap(s.storeDue(ctx, w, 1), "append to interview %s", a.ID)
	}
	return wrap(s.batcher.Do(ctx, w), "append to interview %s", a.ID)
}

// appendOf makes the write of an append.
func (s *Store) appendOf(a store.Append) write {
	first, last := a.Events[0], a.Events[len(a.Events)-1]
	args := append(make([]any, 0, 15), a.Tenant, a.ID, a.Fence, first.Offset-1, last.Offset, last.At)
	args = append(args, columnsOf(a.Events)...)
	query := appendEvents
	if a.Sealed != nil {
		hash := sha256.Sum256(a.Sealed)
		query, args = sealEvents, append(args, a.Sealed, hash[:], a.Due)
	}
	return write{
		tenant: a.Tenant, id: a.ID, statements: []statement{{query, args}},
		refusal: func(ctx context.Context) error { return s.refusal(ctx, a) },
	}
}

// refusal finds out why a head did not move.
func (s *Store) refusal(ctx context.Context, a store.Append) error {
	head, err := s.Interview(ctx, a.Tenant, a.ID)
	if err != nil {
		return err
	}
	return a.Refusal(head)
}

// columnsOf turns events into the arrays that the statements unnest.
func columnsOf(events []store.Event) []any {
	n := len(events)
	offsets, names, turns := make([]int64, n), make([]string, n), make([]int64, n)
	clients, times, bodies := make([]string, n), make([]time.Time, n), make([]string, n)
	for i, e := range events {
		offsets[i], names[i], turns[i] = e.Offset, e.Name, int64(e.Turn)
		clients[i], times[i], bodies[i] = e.Client, e.At, string(e.Body)
	}
	return []any{offsets, names, turns, clients, times, bodies}
}
