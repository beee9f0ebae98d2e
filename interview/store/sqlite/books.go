package sqlite

import (
	"context"
	"time"

	"github.com/viceconsul/viceconsul/interview/store"
)

// reserveTokens writes a call into a book, or begins the book anew with it. It touches no
// row when the book would pass its cap.
const reserveTokens = `
	INSERT INTO spending (tenant_id, book, owner, day, calls, prompt, completion, assumed, millis)
	VALUES (?1, ?2, ?3, ?4, 1, 0, 0, ?5, 0)
	ON CONFLICT (tenant_id, book, owner) DO UPDATE SET
		day        = excluded.day,
		calls      = 1  + CASE WHEN day = excluded.day THEN calls ELSE 0 END,
		prompt     =      CASE WHEN day = excluded.day THEN prompt ELSE 0 END,
		completion =      CASE WHEN day = excluded.day THEN completion ELSE 0 END,
		assumed    = ?5 + CASE WHEN day = excluded.day THEN assumed ELSE 0 END,
		millis     =      CASE WHEN day = excluded.day THEN millis ELSE 0 END
	WHERE day <> excluded.day OR prompt + completion + assumed + ?5 <= ?6`

const settleTokens = `
	UPDATE spending
	SET    prompt = prompt + ?5, completion = completion + ?6, assumed = assumed + ?7, millis = millis + ?8
	WHERE  tenant_id = ?1 AND book = ?2 AND owner = ?3 AND day = ?4`

const usedTokens = `
	SELECT calls, prompt, completion, assumed, millis FROM spending
	WHERE  tenant_id = ?1 AND book = ?2 AND owner = ?3 AND day = ?4`

// Reserve writes one call into all books, or into none.
func (s *Store) Reserve(ctx context.Context, tenant string, books []store.Book, tokens int) error {
	err := s.write(ctx, func(ctx context.Context, tx *transaction) (refused, err error) {
		for i, b := range books {
			if tokens > b.Cap {
				return refuse(i, store.ErrSpent)
			}
			rows, err := tx.exec(ctx, reserveTokens, tenant, b.Kind, b.Owner, b.Day, tokens, b.Cap)
			if err != nil {
				return nil, err
			}
			if rows == 0 {
				return refuse(i, store.ErrSpent)
			}
		}
		return nil, nil
	})
	return wrap(err, "reserve tokens")
}

// refuse refuses a write, which after its first statement is an error, since that one
// must be undone.
func refuse(statement int, why error) (refused, err error) {
	if statement == 0 {
		return why, nil
	}
	return nil, why
}

// Settle puts what a call has used in the place of what was reserved.
func (s *Store) Settle(ctx context.Context, tenant string, books []store.Book, tokens int, used store.Use) error {
	err := s.write(ctx, func(ctx context.Context, tx *transaction) (refused, err error) {
		for _, b := range books {
			_, err := tx.exec(ctx, settleTokens, tenant, b.Kind, b.Owner, b.Day,
				used.Prompt, used.Completion, used.Assumed-tokens, used.Took.Milliseconds())
			if err != nil {
				return nil, err
			}
		}
		return nil, nil
	})
	return wrap(err, "settle a call")
}

// Used returns what stands in a book.
func (s *Store) Used(ctx context.Context, tenant string, b store.Book) (store.Use, error) {
	all, err := collect(ctx, s, scanUse, usedTokens, tenant, b.Kind, b.Owner, b.Day)
	if err != nil || len(all) == 0 {
		return store.Use{}, wrap(err, "read a book")
	}
	return all[0], nil
}

func scanUse(r row) (u store.Use, err error) {
	var millis int64
	err = r.Scan(&u.Calls, &u.Prompt, &u.Completion, &u.Assumed, &millis)
	u.Took = time.Duration(millis) * time.Millisecond
	return u, err
}
