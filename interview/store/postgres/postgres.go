// Package postgres is the store for production: any number of servers over one
// database, each of which may take any interview over.
//
// It does not migrate: the operator does. It refuses a database that could lose what
// was acknowledged.
package postgres

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"
	"github.com/riverqueue/river"
	"github.com/riverqueue/river/riverdriver/riverpgxv5"

	"github.com/viceconsul/viceconsul/interview/store"
)

// committers is how many commits run at a time. More make batches smaller and the whole
// slower (measured on two cores).
const committers = 4

// The wait for a free connection ends before callers lose patience (our judgement), the
// wait for an answer a little after the server's own limit, so that it speaks first.
const (
	acquireTimeout = 3 * time.Second
	answerTimeout  = statementTimeout + 2*time.Second
)

// A Store keeps interviews in Postgres. Its methods may be called from any goroutine.
type Store struct {
	pool    *pgxpool.Pool
	batcher *store.Batcher[write]
	readers *river.Client[pgx.Tx] // enqueues readings; it works none, and has no goroutine
}

var _ store.Store = (*Store)(nil)

// Open connects to a database. It refuses one whose schema is not up to date, one set to
// lose acknowledged commits, and one reached over a network without verified TLS.
func Open(ctx context.Context, url string) (*Store, error) {
	config, err := poolConfig(url)
	if err != nil {
		return nil, err
	}
	if err := checkSchema(ctx, url); err != nil {
		return nil, err
	}
	pool, err := pgxpool.NewWithConfig(ctx, config)
	if err != nil {
		return nil, wrap(err, "open")
	}
	s := &Store{pool: pool}
	if err := s.use(ctx, checkDurability); err != nil {
		pool.Close()
		return nil, wrap(err, "open")
	}
	if s.readers, err = river.NewClient(riverpgxv5.New(pool), &river.Config{Logger: slog.New(slog.DiscardHandler)}); err != nil {
		pool.Close()
		return nil, wrap(err, "open")
	}
	s.batcher = store.NewBatcher(s.commit, committers)
	return s, nil
}

// Pool is the pool of connections, which know pgvector's types where the extension is.
func (s *Store) Pool() *pgxpool.Pool { return s.pool }

// Ping reports whether the database answers.
func (s *Store) Ping(ctx context.Context) error {
	return wrap(s.use(ctx, func(ctx context.Context, conn *pgxpool.Conn) error { return conn.Ping(ctx) }), "ping")
}

// Close waits for running commits and closes the connections.
func (s *Store) Close() error {
	s.batcher.Close()
	s.pool.Close()
	return nil
}

// use lends a connection; the waits for it and for the database are bounded.
func (s *Store) use(ctx context.Context, do func(context.Context, *pgxpool.Conn) error) error {
	waiting, stopWaiting := context.WithTimeout(ctx, acquireTimeout)
	defer stopWaiting()
	conn, err := s.pool.Acquire(waiting)
	if err != nil {
		if ctx.Err() == nil && waiting.Err() != nil {
			return fmt.Errorf("no connection within %v: %w", acquireTimeout, err)
		}
		return err
	}
	defer conn.Release()
	ctx, cancel := context.WithTimeout(ctx, answerTimeout)
	defer cancel()
	return do(ctx, conn)
}

// wrap says what was being done, and turns a missing row, or a key that cannot be one,
// into ErrNotFound and a broken unique key into ErrConflict.
func wrap(err error, doing string, args ...any) error {
	if err == nil {
		return nil
	}
	doing = fmt.Sprintf(doing, args...)
	if e := said(err); e != nil {
		switch e.Code {
		case "23505": // unique_violation
			return fmt.Errorf("postgres: %s: %w: %w", doing, store.ErrConflict, err)
		case "22021", "22P02": // character_not_in_repertoire, invalid_text_representation
			return fmt.Errorf("postgres: %s: %w", doing, store.ErrNotFound)
		}
	}
	if errors.Is(err, pgx.ErrNoRows) {
		return fmt.Errorf("postgres: %s: %w", doing, store.ErrNotFound)
	}
	return fmt.Errorf("postgres: %s: %w", doing, err)
}
