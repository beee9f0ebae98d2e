// Package sqlite is the embedded store: one file in a directory of its own, written
// through to disk before anything is acknowledged. It is complete for one machine.
//
// It serves one process at a time well; a second one on the same file is kept apart by
// locks and fences, but the two wait for each other.
package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"sync"
	"time"

	driver "modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"

	"github.com/viceconsul/viceconsul/interview/store"
	"github.com/viceconsul/viceconsul/migrations"
)

// File is the name of the database inside its directory.
const File = "viceconsul.db"

// readers bounds the connections for reading (our judgement: reads are short, and each
// connection holds a page cache of its own).
const readers = 4

// A Store keeps interviews in SQLite. Its methods may be called from any goroutine.
type Store struct {
	writing, reading *sql.DB
	batcher          *store.Batcher[write]
	prepared         map[string]*sql.Stmt // of writing, by statement
	woken            chan struct{}        // a reading may be due: one signal waits for whoever works them off

	mu   sync.Mutex
	asks map[string]*sql.Stmt // of reading, by query, prepared when first asked
}

var _ store.Store = (*Store)(nil)

// Open opens the store in a directory, which it creates for this user only, and brings
// its schema up to date.
func Open(ctx context.Context, dir string) (*Store, error) {
	if err := createFile(dir); err != nil {
		return nil, fmt.Errorf("sqlite: %w", err)
	}
	path, err := filepath.Abs(filepath.Join(dir, File))
	if err != nil {
		return nil, fmt.Errorf("sqlite: %w", err)
	}
	s := &Store{asks: make(map[string]*sql.Stmt), woken: make(chan struct{}, 1)}
	s.batcher = store.NewBatcher(s.commit, 1) // SQLite has one writer
	if err := s.open(ctx, path); err != nil {
		return nil, errors.Join(fmt.Errorf("sqlite: open %s: %w", path, err), s.Close())
	}
	return s, nil
}

// createFile makes the directory and an empty database that nobody else may read; SQLite
// gives the files beside it the same permissions.
func createFile(dir string) error {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return err
	}
	f, err := os.OpenFile(filepath.Join(dir, File), os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return err
	}
	return f.Close()
}

func (s *Store) open(ctx context.Context, path string) error {
	var err error
	if s.writing, err = sql.Open("sqlite", dsn(path)+forWriting); err != nil {
		return err
	}
	s.writing.SetMaxOpenConns(1)
	if _, err := migrations.Up(ctx, s.writing, migrations.SQLite); err != nil {
		return err
	}
	s.prepared = make(map[string]*sql.Stmt)
	for _, statement := range []string{insertInterview, insertEvent, insertTranscript, sealInterview} {
		if s.prepared[statement], err = s.writing.PrepareContext(ctx, statement); err != nil { //nolint:sqlclosecheck // lives as long as the handle
			return err
		}
	}
	if s.reading, err = sql.Open("sqlite", dsn(path)+"&_pragma=query_only(1)"); err != nil {
		return err
	}
	s.reading.SetMaxOpenConns(readers)
	s.reading.SetMaxIdleConns(readers)
	return nil
}

// dsn names the database with what every connection must have: pragmas hold for one
// connection only. synchronous=full, since normal may lose acknowledged answers when the
// power fails. Five seconds of waiting for another process are our judgement.
func dsn(path string) string {
	address := url.URL{Scheme: "file", OmitHost: true, Path: path}
	return address.String() + "?_pragma=busy_timeout(5000)&_pragma=journal_mode(wal)" +
		"&_pragma=synchronous(full)&_pragma=foreign_keys(1)"
}

// forWriting is what the writing handle has besides: transactions that lock at once, 8 MB
// of pages kept, and a checkpoint every 4,000 pages in place of 1,000, which writes a page
// once for more commits (measured: a fifth less CPU for an append).
const forWriting = "&_txlock=immediate&_pragma=cache_size(-8000)&_pragma=wal_autocheckpoint(4000)"

// query is a query on the reading handle, prepared once: parsing takes longer than most
// answers (measured: two thirds of reading a head).
func (s *Store) query(ctx context.Context, query string) (*sql.Stmt, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if stmt, ok := s.asks[query]; ok {
		return stmt, nil
	}
	stmt, err := s.reading.PrepareContext(ctx, query) //nolint:sqlclosecheck // lives as long as the handle
	if err != nil {
		return nil, err
	}
	s.asks[query] = stmt
	return stmt, nil
}

// row asks a query for one row; what went wrong before comes with its Scan.
func (s *Store) row(ctx context.Context, query string, args ...any) row {
	stmt, err := s.query(ctx, query) //nolint:sqlclosecheck // lives as long as the handle
	if err != nil {
		return noRow{err}
	}
	return stmt.QueryRowContext(ctx, args...)
}

// A noRow is what stands in the place of a row that could not be asked for.
type noRow struct{ err error }

func (r noRow) Scan(...any) error { return r.err }

// Handles are the database itself, for what keeps tables of its own beside the store's.
func (s *Store) Handles() (reading, writing *sql.DB) { return s.reading, s.writing }

// Ping reports whether the database answers.
func (s *Store) Ping(ctx context.Context) error {
	if err := s.reading.PingContext(ctx); err != nil {
		return fmt.Errorf("sqlite: ping: %w", err)
	}
	return nil
}

// Close waits for running commits and closes the file.
func (s *Store) Close() error {
	s.batcher.Close()
	var errs []error
	for _, db := range []*sql.DB{s.reading, s.writing} {
		if db != nil {
			errs = append(errs, db.Close())
		}
	}
	return errors.Join(errs...)
}

// wrap says what was being done, and turns a missing row into ErrNotFound and a broken
// unique key into ErrConflict.
func wrap(err error, doing string, args ...any) error {
	if err == nil {
		return nil
	}
	doing = fmt.Sprintf(doing, args...)
	var broken *driver.Error
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return fmt.Errorf("sqlite: %s: %w", doing, store.ErrNotFound)
	case errors.As(err, &broken) && (broken.Code() == sqlite3.SQLITE_CONSTRAINT_UNIQUE ||
		broken.Code() == sqlite3.SQLITE_CONSTRAINT_PRIMARYKEY):
		return fmt.Errorf("sqlite: %s: %w: %w", doing, store.ErrConflict, err)
	}
	return fmt.Errorf("sqlite: %s: %w", doing, err)
}

func micros(t time.Time) int64 { return t.UnixMicro() }
func moment(n int64) time.Time { return time.UnixMicro(n).UTC() }
