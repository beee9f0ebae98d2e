package main

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"net/url"
	"strings"

	"github.com/viceconsul/viceconsul/interview/store/postgres"
	"github.com/viceconsul/viceconsul/migrations"
)

// newSchema makes a migrated schema of our own, so that nothing left by others is
// measured, and returns its address. public comes after it, for the vector type.
func newSchema(ctx context.Context, database string) (address string, drop func(context.Context) error, err error) {
	u, err := url.Parse(database)
	if err != nil {
		return "", nil, errors.New("database-url is no URL")
	}
	db, err := postgres.OpenPlain(database)
	if err != nil {
		return "", nil, err
	}
	name := "bench_" + strings.ToLower(rand.Text())
	if _, err := db.ExecContext(ctx, "CREATE SCHEMA "+name); err != nil {
		return "", nil, errors.Join(fmt.Errorf("make a schema: %w", err), db.Close())
	}
	drop = func(ctx context.Context) error {
		_, err := db.ExecContext(ctx, "DROP SCHEMA "+name+" CASCADE")
		return errors.Join(err, db.Close())
	}
	q := u.Query()
	q.Set("search_path", name+",public")
	u.RawQuery = q.Encode()
	if err := migrate(ctx, u.String()); err != nil {
		return "", nil, errors.Join(err, drop(ctx))
	}
	return u.String(), drop, nil
}

func migrate(ctx context.Context, address string) error {
	db, err := postgres.OpenPlain(address)
	if err != nil {
		return err
	}
	_, err = migrations.Up(ctx, db, migrations.Postgres)
	return errors.Join(err, db.Close())
}
