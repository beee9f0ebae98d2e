package sqlite

import (
	"context"
	"database/sql"
	"fmt"

	"github.com/viceconsul/viceconsul/interview/store"
)

// A write is what one caller stores, inside a transaction that others share. It returns
// why it refuses and then has changed nothing; or an error, and then it may have.
type write func(ctx context.Context, tx *transaction) (refused, err error)

// A transaction runs statements, those of the hot path prepared.
type transaction struct {
	tx       *sql.Tx
	prepared map[string]*sql.Stmt
	bound    map[string]*sql.Stmt // to tx
}

// exec runs a statement and returns how many rows it touched.
func (t *transaction) exec(ctx context.Context, statement string, args ...any) (rows int64, err error) {
	var result sql.Result
	if stmt := t.bind(ctx, statement); stmt != nil { //nolint:sqlclosecheck // ends with the transaction
		result, err = stmt.ExecContext(ctx, args...)
	} else {
		result, err = t.tx.ExecContext(ctx, statement, args...)
	}
	if err != nil {
		return 0, err
	}
	return result.RowsAffected()
}

// bind returns a prepared statement inside this transaction, nil when there is none.
func (t *transaction) bind(ctx context.Context, statement string) *sql.Stmt {
	if stmt, ok := t.bound[statement]; ok {
		return stmt
	}
	stmt := t.prepared[statement]
	if stmt != nil {
		stmt = t.tx.StmtContext(ctx, stmt)
	}
	t.bound[statement] = stmt
	return stmt
}

// write stores what one caller wants together with what others do. When ctx ends while
// it waits, it may still be stored.
func (s *Store) write(ctx context.Context, w write) error { return s.batcher.Do(ctx, w) }

// commit stores a batch in one transaction; see store.Commit. It waits for the disk, not
// for a caller: the batch belongs to many.
func (s *Store) commit(batch []*store.Pending[write]) (faulty *store.Pending[write], err error) {
	ctx := context.Background()
	tx, err := s.writing.BeginTx(ctx, nil)
	if err != nil {
		return nil, fmt.Errorf("begin: %w", err)
	}
	t := &transaction{tx: tx, prepared: s.prepared, bound: make(map[string]*sql.Stmt, len(s.prepared))}
	for _, p := range batch {
		if p.Err, err = p.Write(ctx, t); err != nil {
			_ = tx.Rollback() // fails only when SQLite has done it already
			return p, err
		}
	}
	if err := tx.Commit(); err != nil {
		return nil, fmt.Errorf("%w: %w", store.ErrUnknown, err)
	}
	return nil, nil
}
