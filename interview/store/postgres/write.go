package postgres

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/pgxpool"

	"github.com/viceconsul/viceconsul/interview/store"
)

// A write is what one caller stores about an interview, in a transaction that others
// share. It is refused, and must have changed nothing, when its first statement touches
// no row.
type write struct {
	tenant, id string // of the interview, whose head the first statement locks
	statements []statement
	refusal    func(context.Context) error
}

type statement struct {
	query string
	args  []any
}

// commit stores a batch in one transaction; see store.Commit. It waits for the database,
// not for a caller: the batch belongs to many.
func (s *Store) commit(batch []*store.Pending[write]) (faulty *store.Pending[write], err error) {
	slices.SortStableFunc(batch, byInterview)
	var statements pgx.Batch
	var owners []*store.Pending[write] // of the statements
	for _, p := range batch {
		for _, st := range p.Write.statements {
			statements.Queue(st.query, st.args...)
			owners = append(owners, p)
		}
	}
	ctx := context.Background()
	var rows []int64
	var failed int
	err = s.use(ctx, func(ctx context.Context, conn *pgxpool.Conn) (err error) {
		rows, failed, err = transact(ctx, conn, &statements)
		return err
	})
	switch {
	case err != nil && failed > 0:
		return owners[failed-1], err
	case err != nil:
		return nil, err
	}
	for i, p := range owners {
		if rows[i] == 0 && (i == 0 || owners[i-1] != p) {
			p.Err = p.Write.refusal(ctx)
		}
	}
	return nil, nil
}

// byInterview orders writes the same for every committer, here and on other servers, so
// that two never wait for each other's heads; those to one interview stay as they came.
func byInterview(a, b *store.Pending[write]) int {
	return cmp.Or(strings.Compare(a.Write.tenant, b.Write.tenant), strings.Compare(a.Write.id, b.Write.id))
}

// transact sends statements in one round trip as one transaction: what comes without a
// BEGIN before the end of a batch commits together. It returns how many rows each
// touched. When one of them fails, nothing is stored and failed is its number, from 1;
// 0 when the trouble is not with one of them.
func transact(ctx context.Context, conn *pgxpool.Conn, batch *pgx.Batch) (rows []int64, failed int, err error) {
	results := conn.SendBatch(ctx, batch)
	rows = make([]int64, batch.Len())
	for i := range rows {
		tag, err := results.Exec()
		if err != nil {
			_ = results.Close() // says the same
			if said(err) == nil {
				return nil, 0, unknown(err)
			}
			if said(err).SeverityUnlocalized == "ERROR" {
				failed = i + 1
			}
			return nil, failed, err // what the server says here, it says before the commit
		}
		rows[i] = tag.RowsAffected()
	}
	return rows, 0, unknown(results.Close())
}

// exec runs one statement that commits by itself and returns how many rows it touched.
func (s *Store) exec(ctx context.Context, query string, args ...any) (rows int64, err error) {
	err = s.use(ctx, func(ctx context.Context, conn *pgxpool.Conn) error {
		tag, err := conn.Exec(ctx, query, args...)
		rows = tag.RowsAffected()
		return alone(err)
	})
	return rows, err
}

// together runs several statements in a transaction of their own. Nothing of them is
// stored when do fails; the error of the commit may be ErrUnknown.
func (s *Store) together(ctx context.Context, do func(context.Context, pgx.Tx) error) error {
	return s.use(ctx, func(ctx context.Context, conn *pgxpool.Conn) error {
		tx, err := conn.Begin(ctx)
		if err != nil {
			return err
		}
		if err := do(ctx, tx); err != nil {
			_ = tx.Rollback(context.WithoutCancel(ctx)) // fails only where the connection did, and the transaction with it
			return err
		}
		return alone(tx.Commit(ctx))
	})
}

// alone is the error of a statement that commits by itself: an ERROR undid it, all else
// leaves it open.
func alone(err error) error {
	if e := said(err); errors.Is(err, pgx.ErrNoRows) || e != nil && e.SeverityUnlocalized == "ERROR" {
		return err
	}
	return unknown(err)
}

// said is what the server itself said, nil when the error is not from there.
func said(err error) *pgconn.PgError {
	var e *pgconn.PgError
	errors.As(err, &e)
	return e
}

// unknown marks an error that leaves open whether a commit happened.
func unknown(err error) error {
	if err == nil || pgconn.SafeToRetry(err) {
		return err
	}
	return fmt.Errorf("%w: %w", store.ErrUnknown, err)
}
