// Package migrations holds the schema of both databases as numbered SQL files, embedded
// and applied in order. A file is one change and is not edited once merged; the two
// databases count alike. What belongs to a library of Postgres is a number of its own,
// which calls that library.
//
// It does not decide when to migrate: the embedded store does so at start, Postgres
// when the operator says so.
package migrations

import (
	"context"
	"database/sql"
	"embed"
	"fmt"
	"hash/fnv"
	"io/fs"
	"path"
	"slices"
	"strconv"
	"strings"

	"github.com/pressly/goose/v3"
	"github.com/pressly/goose/v3/lock"
)

//go:embed sqlite/*.sql postgres/*.sql
var files embed.FS

// A Dialect is a database that the schema is written for.
type Dialect string

// The two databases.
const (
	SQLite   Dialect = "sqlite"
	Postgres Dialect = "postgres"
)

// A Migration is one numbered change of the schema.
type Migration struct {
	Number int64  // from 1, without gaps
	Name   string // file name, "0001_applicants.sql"
	State  State
}

// A State says whether a database has a migration.
type State string

// The two states.
const (
	Applied State = "applied"
	Pending State = "pending"
)

// Up applies what is missing, each change in its own transaction, and returns the file
// names of what it applied. Several servers may call it at once on Postgres: one goes
// first, the others find nothing to do.
func Up(ctx context.Context, db *sql.DB, dialect Dialect) ([]string, error) {
	var options []goose.ProviderOption
	if dialect == Postgres {
		locker, err := newLocker(ctx, db)
		if err != nil {
			return nil, err
		}
		options = append(options, goose.WithSessionLocker(locker))
	}
	provider, err := newProvider(db, dialect, options...)
	if err != nil {
		return nil, err
	}
	results, err := provider.Up(ctx)
	if err != nil {
		return nil, fmt.Errorf("migrations: %w", err)
	}
	applied := make([]string, len(results))
	for i, r := range results {
		applied[i] = path.Base(r.Source.Path)
	}
	return applied, nil
}

// Status returns every known migration in order. It does not wait for a running Up.
func Status(ctx context.Context, db *sql.DB, dialect Dialect) ([]Migration, error) {
	provider, err := newProvider(db, dialect)
	if err != nil {
		return nil, err
	}
	states, err := provider.Status(ctx)
	if err != nil {
		return nil, fmt.Errorf("migrations: %w", err)
	}
	all := make([]Migration, len(states))
	for i, s := range states {
		all[i] = Migration{Number: s.Source.Version, Name: path.Base(s.Source.Path), State: State(s.State)}
	}
	return all, nil
}

func newProvider(db *sql.DB, dialect Dialect, options ...goose.ProviderOption) (*goose.Provider, error) {
	sources, err := fs.Sub(files, string(dialect))
	if err != nil {
		return nil, fmt.Errorf("migrations: %w", err)
	}
	options = append(options, goose.WithDisableGlobalRegistry(true))
	gooseDialect, libraries := goose.DialectSQLite3, []*goose.Migration(nil)
	if dialect == Postgres {
		gooseDialect, libraries = goose.DialectPostgres, rivers
		options = append(options, goose.WithGoMigrations(libraries...))
	}
	if err := checkNumbers(sources, libraries...); err != nil {
		return nil, err
	}
	provider, err := goose.NewProvider(gooseDialect, db, sources, options...)
	if err != nil {
		return nil, fmt.Errorf("migrations: %w", err)
	}
	return provider, nil
}

// newLocker returns an advisory lock of the schema in use, so that two installations in
// one database do not wait for each other. It is tried once a second for five minutes
// (our judgement: longer than any migration of tables this small).
func newLocker(ctx context.Context, db *sql.DB) (lock.SessionLocker, error) {
	var schema sql.NullString
	if err := db.QueryRowContext(ctx, "SELECT current_schema()").Scan(&schema); err != nil {
		return nil, fmt.Errorf("migrations: %w", err)
	}
	id := fnv.New64a()
	id.Write([]byte("viceconsul migrations of " + schema.String))
	locker, err := lock.NewPostgresSessionLocker(
		lock.WithLockID(int64(id.Sum64())), lock.WithLockTimeout(1, 300))
	if err != nil {
		return nil, fmt.Errorf("migrations: %w", err)
	}
	return locker, nil
}

// checkNumbers reports a gap or a repeated number among the files: either would make two
// databases that claim the same number differ.
func checkNumbers(sources fs.FS, libraries ...*goose.Migration) error {
	names, err := fs.Glob(sources, "*.sql")
	if err != nil {
		return fmt.Errorf("migrations: %w", err)
	}
	for _, m := range libraries {
		names = append(names, m.Source)
	}
	slices.Sort(names)
	for i, name := range names {
		digits, _, _ := strings.Cut(name, "_")
		if n, err := strconv.Atoi(digits); err != nil || len(digits) != 4 || n != i+1 {
			return fmt.Errorf("migrations: %s stands where %04d_….sql is due: numbers run from 0001 without gaps or repeats", name, i+1)
		}
	}
	return nil
}
