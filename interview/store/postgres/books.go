package postgres

import (
	"context"
	"time"

	"github.com/jackc/pgx/v5"

	"github.com/viceconsul/viceconsul/interview/store"
)

// reserveTokens writes a call into a book, or begins the book anew with it. It touches no
// row when the book would pass its cap.
const reserveTokens = `
	INSERT INTO spending AS s (tenant_id, book, owner, day, calls, prompt, completion, assumed, millis)
	VALUES ($1, $2, $3, $4, 1, 0, 0, $5, 0)
	ON CONFLICT (tenant_id, book, owner) DO UPDATE SET
		day        = excluded.day,
		calls      = 1  + CASE WHEN s.day = excluded.day THEN s.calls ELSE 0 END,
		prompt     =      CASE WHEN s.day = excluded.day THEN s.prompt ELSE 0 END,
		completion =      CASE WHEN s.day = excluded.day THEN s.completion ELSE 0 END,
		assumed    = $5 + CASE WHEN s.day = excluded.day THEN s.assumed ELSE 0 END,
		millis     =      CASE WHEN s.day = excluded.day THEN s.millis ELSE 0 END
	WHERE s.day <> excluded.day OR s.prompt + s.completion + s.assumed + $5 <= $6`

const settleTokens = `
	UPDATE spending
	SET    prompt = prompt + $5, completion = completion + $6, assumed = assumed + $7, millis = millis + $8
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
				return store.ErrSpent
			}
		}
		return nil
	})
	return wrap(err, "reserve tokens")
}

// Settle puts what a call has used in the place of what was reserved.
func (s *Store) Settle(ctx context.Context, tenant string, books []store.Book, tokens int, used store.Use) error {
	err := s.together(ctx, func(ctx context.Context, tx pgx.Tx) error {
		for _, b := range books {
			_, err := tx.Exec(ctx, settleTokens, tenant, b.Kind, b.Owner, b.Day,
				used.Prompt, used.Completion, used.Assumed-tokens, used.Took.Milliseconds())
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
		SELECT calls, prompt, completion, assumed, millis FROM spending
		WHERE  tenant_id = $1 AND book = $2 AND owner = $3 AND day = $4`, tenant, b.Kind, b.Owner, b.Day)
	if err != nil || len(all) == 0 {
		return store.Use{}, wrap(err, "read a book")
	}
	return all[0], nil
}

func scanUse(row pgx.CollectableRow) (u store.Use, err error) {
	var millis int64
	err = row.Scan(&u.Calls, &u.Prompt, &u.Completion, &u.Assumed, &millis)
	u.Took = time.Duration(millis) * time.Millisecond
	return u, err
}
