package postgres

import (
	"context"
	"time"

	"github.com/jackc/pgx/v5"

	"github.com/viceconsul/viceconsul/interview/store"
)

// reserveTokens writes a call into a book, or begins the book anew with it. It touches no
// row when the book would pass its cap, or is of an interview that is not there. A clock
// that is behind begins nothing anew.
const reserveTokens = `
	INSERT INTO spending AS s (tenant_id, book, owner, day, calls, prompt, completion, assumed, sounded, heard_millis, spoken_letters, millis)
	SELECT $1, $2, $3, $4, 1, 0, 0, $5, 0, 0, 0, 0
	WHERE  $2 <> 'interview' OR EXISTS (SELECT 1 FROM interviews WHERE tenant_id = $1 AND id = $3)
	ON CONFLICT (tenant_id, book, owner) DO UPDATE SET
		day            = greatest(s.day, excluded.day),
		calls          = 1  + CASE WHEN s.day < excluded.day THEN 0 ELSE s.calls END,
		prompt         =      CASE WHEN s.day < excluded.day THEN 0 ELSE s.prompt END,
		completion     =      CASE WHEN s.day < excluded.day THEN 0 ELSE s.completion END,
		assumed        = $5 + CASE WHEN s.day < excluded.day THEN 0 ELSE s.assumed END,
		sounded        =      CASE WHEN s.day < excluded.day THEN 0 ELSE s.sounded END,
		heard_millis   =      CASE WHEN s.day < excluded.day THEN 0 ELSE s.heard_millis END,
		spoken_letters =      CASE WHEN s.day < excluded.day THEN 0 ELSE s.spoken_letters END,
		millis         =      CASE WHEN s.day < excluded.day THEN 0 ELSE s.millis END
	WHERE s.day < excluded.day OR s.prompt + s.completion + s.assumed + $5 <= $6`

const settleTokens = `
	UPDATE spending
	SET    prompt = prompt + $5, completion = completion + $6, assumed = assumed + $7, sounded = sounded + $8,
	       heard_millis = heard_millis + $9, spoken_letters = spoken_letters + $10, millis = millis + $11
	WHERE  tenant_id = $1 AND book = $2 AND owner = $3 AND day = $4`

// Reserve writes one call into all books, or into none. Everybody takes the rows of
// books in the same order, the narrowest first, so nobody waits in a circle and the one
// that all share is held shortest.
func (s *Store) Reserve(ctx context.Context, tenant string, books []store.Book, tokens int) error {
	err := s.together(ctx, func(ctx context.Context, tx pgx.Tx) error {
		for _, b := range books {
			if tokens > b.Cap {
				return store.ErrSpent
			}
			tag, err := tx.Exec(ctx, reserveTokens, tenant, b.Kind, b.Owner, b.Day, tokens, b.Cap)
			if err != nil {
				return err
			}
			if tag.RowsAffected() == 0 {
				return notReserved(ctx, tx, tenant, b)
			}
		}
		return nil
	})
	return wrap(err, "reserve tokens")
}

// notReserved says why a book took no call.
func notReserved(ctx context.Context, tx pgx.Tx, tenant string, b store.Book) error {
	var there bool
	err := tx.QueryRow(ctx, `SELECT EXISTS (SELECT 1 FROM interviews WHERE tenant_id = $1 AND id = $2)`, tenant, b.Owner).Scan(&there)
	switch {
	case err != nil:
		return err
	case b.Kind == store.InterviewBook && !there:
		return store.ErrNotFound
	}
	return store.ErrSpent
}

// Settle puts what a call has used in the place of what was reserved.
func (s *Store) Settle(ctx context.Context, tenant string, books []store.Book, tokens int, used store.Use) error {
	err := s.together(ctx, func(ctx context.Context, tx pgx.Tx) error {
		for _, b := range books {
			_, err := tx.Exec(ctx, settleTokens, tenant, b.Kind, b.Owner, b.Day,
				used.Prompt, used.Completion, used.Assumed-tokens, used.Sounded,
				used.Heard.Milliseconds(), used.Spoken, used.Took.Milliseconds())
			if err != nil {
				return err
			}
		}
		return nil
	})
	return wrap(err, "settle a call")
}

// Used returns what stands in a book.
func (s *Store) Used(ctx context.Context, tenant string, b store.Book) (store.Use, error) {
	all, err := many(ctx, s, scanUse, `
		SELECT calls, prompt, completion, assumed, sounded, heard_millis, spoken_letters, millis FROM spending
		WHERE  tenant_id = $1 AND book = $2 AND owner = $3 AND day = $4`, tenant, b.Kind, b.Owner, b.Day)
	if err != nil || len(all) == 0 {
		return store.Use{}, wrap(err, "read a book")
	}
	return all[0], nil
}

func scanUse(row pgx.CollectableRow) (u store.Use, err error) {
	var heard, took int64
	err = row.Scan(&u.Calls, &u.Prompt, &u.Completion, &u.Assumed, &u.Sounded, &heard, &u.Spoken, &took)
	u.Heard, u.Took = time.Duration(heard)*time.Millisecond, time.Duration(took)*time.Millisecond
	return u, err
}
