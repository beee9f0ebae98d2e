package pgbank

import (
	"context"
	"database/sql"
	"net/url"
	"os"
	"strings"
	"testing"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5/pgxpool"
	_ "github.com/jackc/pgx/v5/stdlib"
	pgxvec "github.com/pgvector/pgvector-go/pgx"

	"github.com/viceconsul/viceconsul/migrations"
	"github.com/viceconsul/viceconsul/questionbank/vectors"
	"github.com/viceconsul/viceconsul/questionbank/vectors/shelftest"
)

const tenant = "00000000-0000-0000-0000-000000000001"

func TestShelf(t *testing.T) {
	shelftest.Run(t, func(t *testing.T) vectors.Shelf { return New(migrated(t), tenant) })
}

func TestTenantsDoNotMeet(t *testing.T) {
	pool := migrated(t)
	one, other := New(pool, tenant), New(pool, "00000000-0000-0000-0000-000000000002")
	set := vectors.Set{Model: "m", Dimensions: 2}
	if err := one.Put(t.Context(), set, []vectors.Row{{Key: vectors.Key{ID: "F01"}, Text: "Why?", Vector: []float32{1, 0}}}); err != nil {
		t.Fatal(err)
	}
	if err := one.Finish(t.Context(), set, nil); err != nil {
		t.Fatal(err)
	}
	whole, err := other.Whole(t.Context())
	texts, err2 := other.Texts(t.Context(), set)
	near, err3 := other.Nearest(t.Context(), set, []float32{1, 0}, []string{"F01"}, 3)
	if len(whole)+len(texts)+len(near) > 0 || err != nil || err2 != nil || err3 != nil {
		t.Errorf("another tenant sees %v, %v and %v (%v, %v, %v), want nothing", whole, texts, near, err, err2, err3)
	}
}

// migrated is a pool on a schema of its own with the tables in it, gone when the
// test ends. public comes after it, for the vector type.
func migrated(t testing.TB) *pgxpool.Pool {
	t.Helper()
	base := os.Getenv("TEST_DATABASE_URL")
	if base == "" {
		if os.Getenv("CI") == "true" {
			t.Fatal("TEST_DATABASE_URL is not set: eval \"$(scripts/testservices)\" provides it")
		}
		t.Skip("no TEST_DATABASE_URL")
	}
	schema := "test_" + strings.ReplaceAll(uuid.NewString(), "-", "")
	execute(t, base, "CREATE SCHEMA "+schema)
	t.Cleanup(func() { execute(t, base, "DROP SCHEMA "+schema+" CASCADE") })
	address, err := url.Parse(base)
	if err != nil {
		t.Fatal(err)
	}
	address.RawQuery = url.Values{"search_path": {schema + ",public"}}.Encode()
	db, err := sql.Open("pgx", address.String())
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if _, err := migrations.Up(t.Context(), db, migrations.Postgres); err != nil {
		t.Fatal(err)
	}
	config, err := pgxpool.ParseConfig(address.String())
	if err != nil {
		t.Fatal(err)
	}
	config.AfterConnect = pgxvec.RegisterTypes
	pool, err := pgxpool.NewWithConfig(t.Context(), config)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(pool.Close)
	return pool
}

// execute runs a statement on a connection of its own.
func execute(t testing.TB, address, statement string) {
	t.Helper()
	db, err := sql.Open("pgx", address)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if _, err := db.ExecContext(context.Background(), statement); err != nil {
		t.Fatal(err)
	}
}
