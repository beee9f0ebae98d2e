// Package pgbank keeps the vectors of a bank's wordings in Postgres, and ranks them
// there with pgvector: for embeddings of the operator's choice, and banks too large to
// hold.
//
// It needs the tables of the migrations and connections that know pgvector's types.
package pgbank

import (
	"context"
	"fmt"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"
	"github.com/pgvector/pgvector-go"

	"github.com/viceconsul/viceconsul/questionbank/vectors"
)

// A Shelf is one tenant's.
type Shelf struct {
	pool   *pgxpool.Pool
	tenant string
}

var _ vectors.Shelf = (*Shelf)(nil)

// New is the shelf of a tenant (a UUID). The pool's connections speak pgvector's binary
// form: with vectors as text the same query takes fifty times as long.
func New(pool *pgxpool.Pool, tenant string) *Shelf { return &Shelf{pool, tenant} }

// Whole are the sets that were finished, the last one first.
func (s *Shelf) Whole(ctx context.Context) ([]vectors.Set, error) {
	rows, err := s.pool.Query(ctx, `
		SELECT   model, dimensions
		FROM     question_models
		WHERE    tenant_id = $1 AND whole_at IS NOT NULL
		ORDER BY whole_at DESC, model COLLATE "C", dimensions`, s.tenant)
	if err != nil {
		return nil, fmt.Errorf("pgbank: whole sets: %w", err)
	}
	all, err := pgx.CollectRows(rows, pgx.RowToStructByPos[vectors.Set])
	if err != nil {
		return nil, fmt.Errorf("pgbank: whole sets: %w", err)
	}
	return all, nil
}

// Texts are the wordings a set has vectors of.
func (s *Shelf) Texts(ctx context.Context, set vectors.Set) (map[vectors.Key]string, error) {
	rows, err := s.pool.Query(ctx, `
		SELECT id, wording_n, wording
		FROM   question_vectors
		WHERE  tenant_id = $1 AND model = $2 AND dimensions = $3`, s.tenant, set.Model, set.Dimensions)
	if err != nil {
		return nil, fmt.Errorf("pgbank: texts of %s: %w", set.Model, err)
	}
	all := map[vectors.Key]string{}
	var key vectors.Key
	var text string
	_, err = pgx.ForEachRow(rows, []any{&key.ID, &key.N, &text}, func() error {
		all[key] = text
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("pgbank: texts of %s: %w", set.Model, err)
	}
	return all, nil
}

// Put adds rows to a set.
func (s *Shelf) Put(ctx context.Context, set vectors.Set, all []vectors.Row) error {
	var puts pgx.Batch
	puts.Queue(`
		INSERT INTO question_models (tenant_id, model, dimensions) VALUES ($1, $2, $3)
		ON CONFLICT DO NOTHING`, s.tenant, set.Model, set.Dimensions)
	for _, r := range all {
		puts.Queue(`
			INSERT INTO question_vectors (tenant_id, model, dimensions, id, wording_n, wording, embedding)
			VALUES ($1, $2, $3, $4, $5, $6, $7)
			ON CONFLICT (tenant_id, model, dimensions, id, wording_n) DO UPDATE
			SET wording = excluded.wording, embedding = excluded.embedding`,
			s.tenant, set.Model, set.Dimensions, r.ID, r.N, r.Text, pgvector.NewVector(r.Vector))
	}
	return s.send(ctx, &puts, "put vectors of "+set.Model)
}

// Finish takes rows away and marks the set as whole. Its vectors and those of the set
// it follows stay, for servers that have not changed over yet.
func (s *Shelf) Finish(ctx context.Context, set vectors.Set, gone []vectors.Key) error {
	var puts pgx.Batch
	for _, k := range gone {
		puts.Queue(`
			DELETE FROM question_vectors
			WHERE  tenant_id = $1 AND model = $2 AND dimensions = $3 AND id = $4 AND wording_n = $5`,
			s.tenant, set.Model, set.Dimensions, k.ID, k.N)
	}
	puts.Queue(`
		INSERT INTO question_models (tenant_id, model, dimensions, whole_at) VALUES ($1, $2, $3, clock_timestamp())
		ON CONFLICT (tenant_id, model, dimensions) DO UPDATE SET whole_at = excluded.whole_at`,
		s.tenant, set.Model, set.Dimensions)
	puts.Queue(`
		DELETE FROM question_models
		WHERE  tenant_id = $1 AND whole_at IS NOT NULL AND (model, dimensions) NOT IN (
			SELECT model, dimensions FROM question_models
			WHERE  tenant_id = $1 AND whole_at IS NOT NULL ORDER BY whole_at DESC LIMIT 2)`, s.tenant)
	return s.send(ctx, &puts, "finish vectors of "+set.Model)
}

// send runs all statements in one transaction.
func (s *Shelf) send(ctx context.Context, puts *pgx.Batch, doing string) error {
	err := pgx.BeginFunc(ctx, s.pool, func(tx pgx.Tx) error { return tx.SendBatch(ctx, puts).Close() })
	if err != nil {
		return fmt.Errorf("pgbank: %s: %w", doing, err)
	}
	return nil
}

// Nearest ranks the questions that may be asked: these are filtered first, then all
// are looked at, since an approximate index would silently return fewer than n. A vector
// of nothing is no more like one question than another.
func (s *Shelf) Nearest(ctx context.Context, set vectors.Set, query []float32, ids []string, n int) ([]vectors.Near, error) {
	rows, err := s.pool.Query(ctx, `
		SELECT   id, max(coalesce(nullif(1 - (embedding <=> $4), 'NaN'), 0)) AS likeness
		FROM     question_vectors
		WHERE    tenant_id = $1 AND model = $2 AND dimensions = $3 AND id = ANY ($5)
		GROUP BY id
		ORDER BY likeness DESC, id COLLATE "C"
		LIMIT    $6`,
		s.tenant, set.Model, set.Dimensions, pgvector.NewVector(query), ids, n)
	if err != nil {
		return nil, fmt.Errorf("pgbank: nearest by %s: %w", set.Model, err)
	}
	near, err := pgx.CollectRows(rows, pgx.RowToStructByPos[vectors.Near])
	if err != nil {
		return nil, fmt.Errorf("pgbank: nearest by %s: %w", set.Model, err)
	}
	return near, nil
}

// filling names the lock that one server holds while it fills a tenant's shelf.
const filling = "viceconsul question vectors "

// Alone holds a lock of the database, on a connection of its own, as long as f runs.
func (s *Shelf) Alone(ctx context.Context, f func(context.Context) error) error {
	conn, err := s.pool.Acquire(ctx)
	if err != nil {
		return fmt.Errorf("pgbank: lock the vectors: %w", err)
	}
	defer conn.Release()
	var free bool
	if err := conn.QueryRow(ctx, `SELECT pg_try_advisory_lock(hashtextextended($1 || current_schema(), 0))`, filling+s.tenant).Scan(&free); err != nil {
		return fmt.Errorf("pgbank: lock the vectors: %w", err)
	}
	if !free {
		return vectors.ErrHeld
	}
	defer func() {
		if _, err := conn.Exec(context.WithoutCancel(ctx), `SELECT pg_advisory_unlock(hashtextextended($1 || current_schema(), 0))`, filling+s.tenant); err != nil {
			conn.Conn().Close(context.WithoutCancel(ctx)) // the lock ends with its connection
		}
	}()
	return f(ctx)
}
