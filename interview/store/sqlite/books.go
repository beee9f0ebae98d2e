package sqlite

import (
	"context"
	"time"

	"github.com/viceconsul/viceconsul/interview/store"
)

// reserveTokens writes a call into a book, or begins the book anew with it. It touches no
// row when the book would pass its cap, or is of an interview that is not there. A clock
// that is behind begins nothing anew.
const reserveTokens = `
	INSERT INTO spending (tenant_id, book, owner, day, calls, prompt, completion, assumed, sounded, heard_millis, spoken_letters, millis)
	SELECT ?1, ?2, ?3, ?4, 1, 0, 0, ?5, 0, 0, 0, 0
	WHERE  ?2 <> 'interview' OR EXISTS (SELECT 1 FROM interviews WHERE tenant_id = ?1 AND id = ?3)
	ON CONFLICT (tenant_id, book, owner) DO UPDATE SET
		day            = max(day, excluded.day),
		calls          = 1  + CASE WHEN day < excluded.day THEN 0 ELSE calls END,
		prompt         =      CASE WHEN day < excluded.day THEN 0 ELSE prompt END,
		completion     =      CASE WHEN day < excluded.day THEN 0 ELSE completion END,
		assumed        = ?5 + CASE WHEN day < excluded.day THEN 0 ELSE assumed END,
		sounded        =      CASE WHEN day < excluded.day THEN 0 ELSE sounded END,
		heard_millis   =      CASE WHEN day < excluded.day THEN 0 ELSE heard_millis END,
		spoken_letters =      CASE WHEN day < excluded.day THEN 0 ELSE spoken_letters END,
		millis         =      CASE WHEN day < excluded.day THEN 0 ELSE millis END
	WHERE day < excluded.day OR prompt + completion + assumed + ?5 <= ?6`

const settleTokens = `
	UPDATE spending
	SET    prompt = prompt + ?5, completion = completion + ?6, assumed = assumed + ?7, sounded = sounded + ?8,
	       heard_millis = heard_millis + ?9, spoken_letters = spoken_letters + ?10, millis = millis + ?11
	WHERE  tenant_id = ?1 AND book = ?2 AND owner = ?3 AND day = ?4`

const usedTokens = `
	SELECT calls, prompt, completion, assumed, sounded, heard_millis, spoken_letters, millis FROM spending
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
				why, err := notReserved(ctx, tx, tenant, b)
				if err != nil {
					return nil, err
				}
				return refuse(i, why)
			}
		}
		return nil, nil
	})
	return wrap(err, "reserve tokens")
}

// notReserved says why a book took no call.
func notReserved(ctx context.Context, tx *transaction, tenant string, b store.Book) (why, err error) {
	var there bool
	err = tx.tx.QueryRowContext(ctx, `SELECT EXISTS (SELECT 1 FROM interviews WHERE tenant_id = ? AND id = ?)`, tenant, b.Owner).Scan(&there)
	if b.Kind == store.InterviewBook && !there {
		return store.ErrNotFound, err
	}
	return store.ErrSpent, err
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
				used.Prompt, used.Completion, used.Assumed-tokens, used.Sounded,
				used.Heard.Milliseconds(), used.Spoken, used.Took.Milliseconds())
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
	var heard, took int64
	err = r.Scan(&u.Calls, &u.Prompt, &u.Completion, &u.Assumed, &u.Sounded, &heard, &u.Spoken, &took)
	u.Heard, u.Took = time.Duration(heard)*time.Millisecond, time.Duration(took)*time.Millisecond
	return u, err
}
