package migrations

import (
	"context"
	"database/sql"
	"fmt"
	"log/slog"

	"github.com/jackc/pgx/v5/pgxpool"
	"github.com/jackc/pgx/v5/stdlib"
	"github.com/pressly/goose/v3"
	"github.com/riverqueue/river/riverdriver/riverpgxv5"
	"github.com/riverqueue/river/rivermigrate"
)

// rivers are the migrations of Postgres that are River's: its tables hand out the second
// readings there. On SQLite the file of the same number makes a table of our own. A
// later River with more of them gets another number here.
var rivers = []*goose.Migration{river(12, "0012_readings.go", 8)}

// river brings River's schema up to a version of its own, each step in a transaction.
// What was done already changes nothing, so it can be taken up after a crash.
func river(number int64, name string, version int) *goose.Migration {
	m := goose.NewGoMigration(number, &goose.GoFunc{RunDB: func(ctx context.Context, db *sql.DB) error {
		pool, err := poolOf(ctx, db)
		if err != nil {
			return fmt.Errorf("river: %w", err)
		}
		defer pool.Close()
		migrator, err := rivermigrate.New(riverpgxv5.New(pool), &rivermigrate.Config{Logger: slog.New(slog.DiscardHandler)})
		if err != nil {
			return fmt.Errorf("river: %w", err)
		}
		_, err = migrator.Migrate(ctx, rivermigrate.DirectionUp, &rivermigrate.MigrateOpts{TargetVersion: version})
		return err
	}}, nil)
	m.Source = name
	return m
}

// poolOf opens a pool to the database that a handle of database/sql is open to.
func poolOf(ctx context.Context, db *sql.DB) (pool *pgxpool.Pool, err error) {
	conn, err := db.Conn(ctx)
	if err != nil {
		return nil, err
	}
	defer conn.Close()
	err = conn.Raw(func(driver any) error {
		config, err := pgxpool.ParseConfig(driver.(*stdlib.Conn).Conn().Config().ConnString())
		if err != nil {
			return err
		}
		pool, err = pgxpool.NewWithConfig(ctx, config)
		return err
	})
	return pool, err
}
