package main

import (
	"context"
	"crypto/rand"
	"net/url"
	"os"
	"strings"
	"testing"

	"github.com/jackc/pgx/v5"

	"github.com/viceconsul/viceconsul/interview/store"
	"github.com/viceconsul/viceconsul/interview/store/postgres"
	"github.com/viceconsul/viceconsul/interview/store/sqlite"
)

// freshSchema makes a schema for one test and returns a database URL that works in
// it. Without TEST_DATABASE_URL the test is skipped, and fails where CI runs.
func freshSchema(t *testing.T) string {
	t.Helper()
	address := os.Getenv("TEST_DATABASE_URL")
	if address == "" {
		if os.Getenv("CI") != "" {
			t.Fatal("TEST_DATABASE_URL is not set")
		}
		t.Skip("no TEST_DATABASE_URL; scripts/testservices provides one")
	}
	conn, err := pgx.Connect(t.Context(), address)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close(t.Context())
	schema := "t_" + strings.ToLower(rand.Text())
	if _, err := conn.Exec(t.Context(), "CREATE SCHEMA "+schema); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { dropSchema(t, address, schema) })
	u, err := url.Parse(address)
	if err != nil {
		t.Fatal(err)
	}
	q := u.Query()
	q.Set("search_path", schema+",public")
	u.RawQuery = q.Encode()
	return u.String()
}

func dropSchema(t *testing.T, address, schema string) {
	ctx := context.WithoutCancel(t.Context())
	conn, err := pgx.Connect(ctx, address)
	if err != nil {
		t.Log(err)
		return
	}
	defer conn.Close(ctx)
	if _, err := conn.Exec(ctx, "DROP SCHEMA "+schema+" CASCADE"); err != nil {
		t.Log(err)
	}
}

// openStore opens the store that an environment of stores names.
func openStore(t *testing.T, env []string) store.Store {
	t.Helper()
	value := func(name string) string {
		for _, e := range env {
			if v, ok := strings.CutPrefix(e, name+"="); ok {
				return v
			}
		}
		return ""
	}
	var db store.Store
	var err error
	if address := value("DATABASE_URL"); address != "" {
		db, err = postgres.Open(t.Context(), address)
	} else {
		db, err = sqlite.Open(t.Context(), value("VICECONSUL_DATA"))
	}
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	return db
}
