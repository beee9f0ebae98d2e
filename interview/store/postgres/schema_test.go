package postgres

import (
	"context"
	"io"
	"net"
	"net/url"
	"os"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/google/uuid"

	"github.com/viceconsul/viceconsul/interview/store"
	"github.com/viceconsul/viceconsul/migrations"
)

// open opens a migrated schema until the test ends.
func open(t testing.TB, address string) *Store {
	t.Helper()
	s, err := Open(t.Context(), address)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

// migrated returns the address of a schema of its own with the tables in it.
func migrated(t testing.TB) string {
	t.Helper()
	address := schema(t)
	db, err := OpenPlain(address)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if _, err := migrations.Up(t.Context(), db, migrations.Postgres); err != nil {
		t.Fatal(err)
	}
	return address
}

// schema returns the address of an empty schema of its own, gone when the test ends.
// public comes after it, for the vector type.
func schema(t testing.TB) string {
	t.Helper()
	base := os.Getenv("TEST_DATABASE_URL")
	if base == "" {
		if os.Getenv("CI") == "true" {
			t.Fatal(`TEST_DATABASE_URL is not set: eval "$(scripts/testservices)" provides it`)
		}
		t.Skip("no TEST_DATABASE_URL")
	}
	name := newName()
	execute(t, base, "CREATE SCHEMA "+name)
	t.Cleanup(func() { execute(t, base, "DROP SCHEMA "+name+" CASCADE") })
	return with(t, base, "search_path", name+",public")
}

func newName() string { return "test_" + strings.ReplaceAll(uuid.NewString(), "-", "") }

// with returns an address with one more parameter.
func with(t testing.TB, address, name, value string) string {
	t.Helper()
	u, err := url.Parse(address)
	if err != nil {
		t.Fatal(err)
	}
	q := u.Query()
	q.Set(name, value)
	u.RawQuery = q.Encode()
	return u.String()
}

// execute runs a statement on a connection of its own.
func execute(t testing.TB, address, statement string) {
	t.Helper()
	db, err := OpenPlain(address)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if _, err := db.ExecContext(context.Background(), statement); err != nil {
		t.Fatal(err)
	}
}

// lockHead holds the head of an interview in a transaction until release is called.
func lockHead(t *testing.T, address string, head store.Interview) (release func()) {
	t.Helper()
	db, err := OpenPlain(address)
	if err != nil {
		t.Fatal(err)
	}
	tx, err := db.BeginTx(context.Background(), nil)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := tx.ExecContext(t.Context(), "SELECT FROM interviews WHERE id = $1 FOR UPDATE", head.ID); err != nil {
		t.Fatal(err)
	}
	return func() {
		tx.Rollback()
		db.Close()
	}
}

// terminateWaiting ends the backend that waits for a lock, once there is one.
func terminateWaiting(t *testing.T, address string) {
	t.Helper()
	const waiting = `
		SELECT count(pg_terminate_backend(a.pid))
		FROM   pg_locks l
		JOIN   pg_stat_activity a ON a.pid = l.pid
		WHERE  NOT l.granted
		AND    EXISTS (SELECT FROM pg_locks r WHERE r.pid = a.pid AND r.relation = 'interviews'::regclass)`
	db, err := OpenPlain(address)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	for ended := 0; ended == 0; {
		if err := db.QueryRowContext(t.Context(), waiting).Scan(&ended); err != nil {
			t.Fatalf("wait for an append that waits for a lock: %v", err)
		}
	}
}

// proxy stands before a database and, when cut is set, closes each connection as soon as
// the database answers on it.
func proxy(t *testing.T, address string) (cut *atomic.Bool, through string) {
	t.Helper()
	u, err := url.Parse(address)
	if err != nil {
		t.Fatal(err)
	}
	database := u.Host
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { listener.Close() })
	cut = new(atomic.Bool)
	go func() {
		for {
			client, err := listener.Accept()
			if err != nil {
				return
			}
			go carry(client, database, cut)
		}
	}()
	u.Host = listener.Addr().String()
	return cut, u.String()
}

func carry(client net.Conn, database string, cut *atomic.Bool) {
	server, err := net.Dial("tcp", database)
	if err != nil {
		client.Close()
		return
	}
	go func() {
		_, _ = io.Copy(server, client)
		server.Close()
	}()
	defer client.Close()
	answer := make([]byte, 1<<16)
	for {
		n, err := server.Read(answer)
		if err != nil || cut.Load() {
			return
		}
		if _, err := client.Write(answer[:n]); err != nil {
			return
		}
	}
}
