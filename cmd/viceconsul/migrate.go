package main

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"github.com/viceconsul/viceconsul/interview/store/postgres"
	"github.com/viceconsul/viceconsul/migrations"
)

type migrateCommand struct {
	DatabaseURL string           `help:"Postgres to migrate; the embedded store migrates itself." env:"DATABASE_URL" placeholder:"URL"`
	Up          migrateUpCommand `cmd:"" help:"Apply what is missing."`
	Status      migrateStatus    `cmd:"" help:"Show what is applied."`
}

type migrateUpCommand struct{}

func (migrateUpCommand) Run(ctx context.Context, s streams, m *migrateCommand) error {
	applied, err := migrateUp(ctx, m.DatabaseURL)
	for _, name := range applied {
		fmt.Fprintln(s.out, "applied", name)
	}
	if err == nil && len(applied) == 0 {
		fmt.Fprintln(s.out, "the schema is up to date")
	}
	return err
}

type migrateStatus struct{}

func (migrateStatus) Run(ctx context.Context, s streams, m *migrateCommand) error {
	return withDatabase(m.DatabaseURL, func(db *sql.DB) error {
		states, err := migrations.Status(ctx, db, migrations.Postgres)
		for _, st := range states {
			fmt.Fprintf(s.out, "%-8s %s\n", st.State, st.Name)
		}
		return err
	})
}

// migrateUp applies what is missing and returns the names of what it applied.
func migrateUp(ctx context.Context, databaseURL string) (applied []string, err error) {
	err = withDatabase(databaseURL, func(db *sql.DB) error {
		applied, err = migrations.Up(ctx, db, migrations.Postgres)
		return err
	})
	return applied, err
}

// withDatabase lends a plain connection, as migrations need one.
func withDatabase(url string, do func(*sql.DB) error) error {
	if url == "" {
		return fmt.Errorf("%w: no database to migrate: set DATABASE_URL", errUnusable)
	}
	db, err := postgres.OpenPlain(url)
	if err != nil {
		return fmt.Errorf("%w: %w", errUnusable, err)
	}
	return errors.Join(do(db), db.Close())
}
