// Package litebank keeps the vectors of a bank's wordings in the embedded store, and
// ranks them in memory: an exact look at every one takes under a millisecond for a
// thousand.
//
// It needs the tables of the migrations.
package litebank

import (
	"cmp"
	"context"
	"database/sql"
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/viceconsul/viceconsul/questionbank/vectors"
)

// A Shelf is one tenant's.
type Shelf struct {
	reading, writing *sql.DB
	tenant           string
	filling          sync.Mutex // held while somebody fills the shelf: one process has the store

	mu   sync.Mutex // guards what follows
	set  vectors.Set
	held map[string][][]float32 // vectors of length 1 of that set, by question; nil when not read yet
}

var _ vectors.Shelf = (*Shelf)(nil)

// New is the shelf of a tenant on the store's handles.
func New(reading, writing *sql.DB, tenant string) *Shelf {
	return &Shelf{reading: reading, writing: writing, tenant: tenant}
}

// Whole are the sets that were finished, the last one first.
func (s *Shelf) Whole(ctx context.Context) (all []vectors.Set, err error) {
	err = s.each(ctx, func(row *sql.Rows) error {
		var set vectors.Set
		if err := row.Scan(&set.Model, &set.Dimensions); err != nil {
			return err
		}
		all = append(all, set)
		return nil
	}, `
		SELECT   model, dimensions
		FROM     question_models
		WHERE    tenant_id = ?1 AND whole_at IS NOT NULL
		ORDER BY whole_at DESC, model, dimensions`, s.tenant)
	if err != nil {
		return nil, fmt.Errorf("litebank: whole sets: %w", err)
	}
	return all, nil
}

// each does something with every row of a query.
func (s *Shelf) each(ctx context.Context, do func(*sql.Rows) error, query string, values ...any) error {
	rows, err := s.reading.QueryContext(ctx, query, values...)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		if err := do(rows); err != nil {
			return err
		}
	}
	return rows.Err()
}

// Texts are the wordings a set has vectors of.
func (s *Shelf) Texts(ctx context.Context, set vectors.Set) (map[vectors.Key]string, error) {
	all := map[vectors.Key]string{}
	err := s.each(ctx, func(row *sql.Rows) error {
		var key vectors.Key
		var text string
		if err := row.Scan(&key.ID, &key.N, &text); err != nil {
			return err
		}
		all[key] = text
		return nil
	}, `
		SELECT id, wording_n, wording
		FROM   question_vectors
		WHERE  tenant_id = ?1 AND model = ?2 AND dimensions = ?3`, s.tenant, set.Model, set.Dimensions)
	if err != nil {
		return nil, fmt.Errorf("litebank: texts of %s: %w", set.Model, err)
	}
	return all, nil
}

// Put adds rows to a set.
func (s *Shelf) Put(ctx context.Context, set vectors.Set, all []vectors.Row) error {
	return s.write(ctx, "put vectors of "+set.Model, func(tx *sql.Tx) error {
		if _, err := tx.ExecContext(ctx, `
			INSERT INTO question_models (tenant_id, model, dimensions) VALUES (?1, ?2, ?3)
			ON CONFLICT DO NOTHING`, s.tenant, set.Model, set.Dimensions); err != nil {
			return err
		}
		for _, r := range all {
			if _, err := tx.ExecContext(ctx, `
				INSERT INTO question_vectors (tenant_id, model, dimensions, id, wording_n, wording, embedding)
				VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
				ON CONFLICT (tenant_id, model, dimensions, id, wording_n) DO UPDATE
				SET wording = excluded.wording, embedding = excluded.embedding`,
				s.tenant, set.Model, set.Dimensions, r.ID, r.N, r.Text, packed(r.Vector)); err != nil {
				return err
			}
		}
		return nil
	})
}

// Finish takes rows away and marks the set as whole. The set it follows stays, to serve
// a server that goes back to it.
func (s *Shelf) Finish(ctx context.Context, set vectors.Set, gone []vectors.Key) error {
	return s.write(ctx, "finish vectors of "+set.Model, func(tx *sql.Tx) error {
		for _, k := range gone {
			if _, err := tx.ExecContext(ctx, `
				DELETE FROM question_vectors
				WHERE  tenant_id = ?1 AND model = ?2 AND dimensions = ?3 AND id = ?4 AND wording_n = ?5`,
				s.tenant, set.Model, set.Dimensions, k.ID, k.N); err != nil {
				return err
			}
		}
		if _, err := tx.ExecContext(ctx, `
			INSERT INTO question_models (tenant_id, model, dimensions, whole_at) VALUES (?1, ?2, ?3, ?4)
			ON CONFLICT (tenant_id, model, dimensions) DO UPDATE SET whole_at = excluded.whole_at`,
			s.tenant, set.Model, set.Dimensions, time.Now().UnixMicro()); err != nil {
			return err
		}
		_, err := tx.ExecContext(ctx, `
			DELETE FROM question_models
			WHERE  tenant_id = ?1 AND whole_at IS NOT NULL AND (model, dimensions) NOT IN (
				SELECT model, dimensions FROM question_models
				WHERE  tenant_id = ?1 AND whole_at IS NOT NULL ORDER BY whole_at DESC LIMIT 2)`, s.tenant)
		return err
	})
}

// write runs f in one transaction, and forgets what was read before.
func (s *Shelf) write(ctx context.Context, doing string, f func(*sql.Tx) error) error {
	tx, err := s.writing.BeginTx(ctx, nil)
	if err != nil {
		return fmt.Errorf("litebank: %s: %w", doing, err)
	}
	if err := f(tx); err != nil {
		return errors.Join(fmt.Errorf("litebank: %s: %w", doing, err), tx.Rollback())
	}
	if err := tx.Commit(); err != nil {
		return fmt.Errorf("litebank: %s: %w", doing, err)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.held = nil
	return nil
}

// Nearest ranks the questions that may be asked by their likest wording. A vector of
// nothing is no more like one question than another.
func (s *Shelf) Nearest(ctx context.Context, set vectors.Set, query []float32, ids []string, n int) ([]vectors.Near, error) {
	held, err := s.read(ctx, set)
	if err != nil {
		return nil, fmt.Errorf("litebank: nearest by %s: %w", set.Model, err)
	}
	query = unit(slices.Clone(query))
	var all []vectors.Near
	for _, id := range ids {
		wordings := held[id]
		if len(wordings) == 0 {
			continue
		}
		best := math.Inf(-1)
		for _, v := range wordings {
			best = max(best, product(v, query))
		}
		all = append(all, vectors.Near{ID: id, Likeness: best})
	}
	slices.SortFunc(all, func(a, b vectors.Near) int {
		return cmp.Or(cmp.Compare(b.Likeness, a.Likeness), strings.Compare(a.ID, b.ID))
	})
	return all[:min(n, len(all))], nil
}

// read is a set in memory, read when it is first searched.
func (s *Shelf) read(ctx context.Context, set vectors.Set) (map[string][][]float32, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.held != nil && s.set == set {
		return s.held, nil
	}
	held := map[string][][]float32{}
	err := s.each(ctx, func(row *sql.Rows) error {
		var id string
		var packed []byte
		if err := row.Scan(&id, &packed); err != nil {
			return err
		}
		held[id] = append(held[id], unit(unpacked(packed)))
		return nil
	}, `
		SELECT id, embedding
		FROM   question_vectors
		WHERE  tenant_id = ?1 AND model = ?2 AND dimensions = ?3`, s.tenant, set.Model, set.Dimensions)
	if err != nil {
		return nil, err
	}
	s.set, s.held = set, held
	return held, nil
}

// Alone runs f while nobody else in this process does.
func (s *Shelf) Alone(ctx context.Context, f func(context.Context) error) error {
	if !s.filling.TryLock() {
		return vectors.ErrHeld
	}
	defer s.filling.Unlock()
	return f(ctx)
}

// packed is a vector as it is stored.
func packed(v []float32) []byte {
	b := make([]byte, 0, 4*len(v))
	for _, x := range v {
		b = binary.LittleEndian.AppendUint32(b, math.Float32bits(x))
	}
	return b
}

func unpacked(b []byte) []float32 {
	v := make([]float32, len(b)/4)
	for i := range v {
		v[i] = math.Float32frombits(binary.LittleEndian.Uint32(b[4*i:]))
	}
	return v
}

// unit makes a vector of length 1, in place; one of nothing stays.
func unit(v []float32) []float32 {
	sum := 0.0
	for _, x := range v {
		sum += float64(x) * float64(x)
	}
	if sum == 0 {
		return v
	}
	scale := float32(1 / math.Sqrt(sum))
	for i := range v {
		v[i] *= scale
	}
	return v
}

func product(a, b []float32) float64 {
	sum := float32(0)
	for i, x := range a {
		sum += x * b[i]
	}
	return float64(sum)
}
