package postgres

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"os/exec"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"go.uber.org/goleak"

	"github.com/viceconsul/viceconsul/interview/store"
	"github.com/viceconsul/viceconsul/interview/store/storetest"
	"github.com/viceconsul/viceconsul/migrations"
)

// crashURL names the database that a child process appends to until it is killed.
const crashURL = "VICECONSUL_CRASH_URL"

// crashReading has the child work readings off in the place of appending.
const crashReading = "VICECONSUL_CRASH_READING"

func TestMain(m *testing.M) {
	if address := os.Getenv(crashURL); address != "" {
		fmt.Fprintln(os.Stderr, untilKilled(address))
		os.Exit(1)
	}
	goleak.VerifyTestMain(m)
}

func untilKilled(address string) error {
	s, err := Open(context.Background(), address)
	if err != nil {
		return err
	}
	if os.Getenv(crashReading) != "" {
		return storetest.ReadUntilKilled(context.Background(), s, os.Stdout)
	}
	return storetest.AppendUntilKilled(context.Background(), s, os.Stdout)
}

func TestStore(t *testing.T) {
	storetest.Run(t, func(t *testing.T) store.Store { return open(t, migrated(t)) })
}

func TestCrash(t *testing.T) {
	t.Parallel()
	address := migrated(t)
	storetest.Crash(t, func() *exec.Cmd {
		child := exec.Command(os.Args[0])
		child.Env, child.Stderr = append(os.Environ(), crashURL+"="+address), os.Stderr
		return child
	}, func(t *testing.T) store.Store { return open(t, address) })
}

func TestCrashReading(t *testing.T) {
	t.Parallel()
	address := migrated(t)
	storetest.CrashReading(t, func() *exec.Cmd {
		child := exec.Command(os.Args[0])
		child.Env, child.Stderr = append(os.Environ(), crashURL+"="+address, crashReading+"=1"), os.Stderr
		return child
	}, func(t *testing.T) store.Store { return open(t, address) })
}

func TestOpenWantsSchema(t *testing.T) {
	t.Parallel()
	_, err := Open(t.Context(), schema(t))
	if err == nil || !strings.Contains(err.Error(), "viceconsul migrate up") || !strings.Contains(err.Error(), "serve --migrate") {
		t.Errorf("Open of an empty schema = %v, want the command to run", err)
	}
}

func TestOpenWantsDurability(t *testing.T) {
	t.Parallel()
	_, err := Open(t.Context(), with(t, migrated(t), "synchronous_commit", "off"))
	if err == nil || !strings.Contains(err.Error(), "synchronous_commit is off") {
		t.Errorf("Open = %v, want a refusal that names synchronous_commit", err)
	}
}

func TestConnectionsAreLimited(t *testing.T) {
	t.Parallel()
	s := open(t, migrated(t))
	for setting, want := range map[string]string{
		"statement_timeout": "5s", "lock_timeout": "2s", "idle_in_transaction_session_timeout": "10s",
	} {
		var got string
		if err := s.pool.QueryRow(t.Context(), "SELECT current_setting($1)", setting).Scan(&got); err != nil || got != want {
			t.Errorf("%s = %s, %v; want %s", setting, got, err, want)
		}
	}
	conn, err := s.Pool().Acquire(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Release()
	if _, ok := conn.Conn().TypeMap().TypeForName("vector"); !ok {
		t.Error("the pool's connections do not know vectors")
	}
	if got := s.pool.Config().MaxConns; got != maxConnections {
		t.Errorf("pool of %d, want %d", got, maxConnections)
	}
}

func TestAddresses(t *testing.T) {
	tests := map[string]string{ // address to a part of the error, "" for none
		"postgres://u@localhost/db":                                         "",
		"postgres://u@127.0.0.1:5433/db?sslmode=disable":                    "",
		"postgres://u@[::1]/db":                                             "",
		"postgres://u@/db?host=/var/run/postgresql":                         "",
		"host=/tmp user=u":                                                  "",
		"postgres://u@db.internal/db?sslmode=verify-full":                   "",
		"postgres://u@db.internal/db":                                       "sslmode=verify-full",
		"postgres://u@db.internal/db?sslmode=disable":                       "sslmode=verify-full",
		"postgres://u@db.internal/db?sslmode=require":                       "sslmode=verify-full",
		"postgres://u@db.internal/db?sslmode=verify-ca":                     "sslmode=verify-full",
		"postgres://u@localhost,10.0.0.7/db":                                "10.0.0.7",
		"postgres://u@localhost/db?default_query_exec_mode=simple_protocol": "simple_protocol",
		"postgres://u@localhost/db?default_query_exec_mode=exec":            "",
		"postgres://u:geheim@localhost:port/db":                             "postgres:",
		"postgres://u@localhost/db?pool_max_conns=0":                        "pool_max_conns",
	}
	for address, want := range tests {
		_, err := poolConfig(address)
		switch {
		case want == "" && err != nil:
			t.Errorf("%s: %v", address, err)
		case want != "" && (err == nil || !strings.Contains(err.Error(), want)):
			t.Errorf("%s: %v, want an error about %s", address, err, want)
		case err != nil && strings.Contains(err.Error(), "geheim"):
			t.Errorf("the error shows the password: %v", err)
		}
	}
}

func TestPoolSizeOfAddress(t *testing.T) {
	config, err := poolConfig("postgres://u@localhost/db?pool_max_conns=3")
	if err != nil || config.MaxConns != 3 {
		t.Errorf("pool of %v, %v; want 3", config, err)
	}
}

// Several servers may migrate at once; then nothing is left to do.
func TestMigrateTogether(t *testing.T) {
	t.Parallel()
	db, err := OpenPlain(schema(t))
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	var all sync.WaitGroup
	var mu sync.Mutex
	var applied []string
	for range 3 {
		all.Go(func() {
			names, err := migrations.Up(t.Context(), db, migrations.Postgres)
			if err != nil {
				t.Errorf("Up = %v", err)
			}
			mu.Lock()
			defer mu.Unlock()
			applied = append(applied, names...)
		})
	}
	all.Wait()
	states, err := migrations.Status(t.Context(), db, migrations.Postgres)
	if err != nil || len(states) == 0 || len(applied) != len(states) {
		t.Errorf("%d applied, %d known: %v", len(applied), len(states), err)
	}
	for _, m := range states {
		if m.State != migrations.Applied {
			t.Errorf("%s is %s", m.Name, m.State)
		}
	}
}

func TestSealedNoticesChange(t *testing.T) {
	t.Parallel()
	s := open(t, migrated(t))
	head := create(t, s)
	a := next(head)
	a.Sealed = []byte(`{"overall":61}`)
	if err := s.Append(t.Context(), a); err != nil {
		t.Fatal(err)
	}
	if _, err := s.pool.Exec(t.Context(), `UPDATE transcripts SET body = '{"overall":99}'`); err != nil {
		t.Fatal(err)
	}
	if body, err := s.Sealed(t.Context(), head.Tenant, head.ID); err == nil {
		t.Errorf("Sealed = %s, want an error: it was changed", body)
	}
}

// A backend that is ended before the commit says so: nothing is stored, and the next
// append works.
func TestBackendTerminated(t *testing.T) {
	t.Parallel()
	address := migrated(t)
	s := open(t, address)
	head := create(t, s)
	release := lockHead(t, address, head)
	result := make(chan error, 1)
	go func() { result <- s.Append(t.Context(), next(head)) }()
	terminateWaiting(t, address)
	release()
	err := <-result
	if err == nil || errors.Is(err, store.ErrUnknown) || !strings.Contains(err.Error(), "terminating connection") {
		t.Errorf("Append = %v, want what the server said, and not ErrUnknown", err)
	}
	if err := s.Append(t.Context(), next(head)); err != nil {
		t.Errorf("next Append = %v", err)
	}
}

// A connection cut before the answer leaves the outcome unknown; the log tells.
func TestConnectionCut(t *testing.T) {
	t.Parallel()
	address := migrated(t)
	cut, through := proxy(t, address)
	s := open(t, through)
	head := create(t, s)
	cut.Store(true)
	if err := s.Append(t.Context(), next(head)); !errors.Is(err, store.ErrUnknown) {
		t.Errorf("Append = %v, want ErrUnknown", err)
	}
	cut.Store(false)
	if err := s.Ping(t.Context()); err != nil { // which connects again
		t.Fatal(err)
	}
	cut.Store(true)
	if _, err := s.Take(t.Context(), head.Tenant, head.ID); !errors.Is(err, store.ErrUnknown) {
		t.Errorf("Take = %v, want ErrUnknown", err)
	}
	cut.Store(false)
	taken, err := s.Take(t.Context(), head.Tenant, head.ID)
	if err != nil || taken.Fence == 0 {
		t.Fatalf("Take = %+v, %v", taken, err)
	}
	a := next(taken)
	a.Events[0].Offset = taken.Offset + 1
	if err := s.Append(t.Context(), a); err != nil {
		t.Errorf("Append after the cut = %v", err)
	}
}

// River has no goroutine here before readings are worked off, nor afterwards.
func TestRiverSleeps(t *testing.T) {
	s := open(t, migrated(t)) // not in parallel: other tests work readings off
	asleep := func(when string) {
		t.Helper()
		stacks := make([]byte, 1<<20)
		if stacks = stacks[:runtime.Stack(stacks, true)]; strings.Contains(string(stacks), "riverqueue") {
			t.Errorf("River is awake %s:\n%s", when, stacks)
		}
	}
	head := create(t, s)
	a := next(head)
	a.Sealed, a.Due = []byte(`{}`), true
	if err := s.Append(t.Context(), a); err != nil {
		t.Fatal(err)
	}
	asleep("after enqueuing")
	ctx, cancel := context.WithCancel(t.Context())
	err := s.Work(ctx, store.Work{AtOnce: 1, Time: time.Second, Pause: func(int) time.Duration { return 0 }, Log: slog.New(slog.DiscardHandler),
		Do: func(context.Context, store.Reading) error { cancel(); return nil }})
	if err != nil {
		t.Errorf("Work = %v", err)
	}
	asleep("after Work")
}

// One append that waits too long for its interview fails alone.
func TestLockTimeoutAlone(t *testing.T) {
	t.Parallel()
	address := migrated(t)
	s := open(t, address)
	stuck, free := create(t, s), create(t, s)
	defer lockHead(t, address, stuck)()
	batch := []*store.Pending[write]{{Write: s.appendOf(next(stuck))}, {Write: s.appendOf(next(free))}}
	faulty, err := s.commit(batch)
	if faulty == nil || faulty.Write.id != stuck.ID || !strings.Contains(err.Error(), "lock timeout") {
		t.Errorf("commit = %v, %v; want the stuck one as faulty", faulty, err)
	}
	if err := s.Append(t.Context(), next(free)); err != nil {
		t.Errorf("Append of the neighbour = %v", err)
	}
}

func TestPoolExhausted(t *testing.T) {
	t.Parallel()
	s := open(t, with(t, migrated(t), "pool_max_conns", "1"))
	conn, err := s.pool.Acquire(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	_, err = s.Interview(t.Context(), store.Local, "any")
	if err == nil || !strings.Contains(err.Error(), "no connection within") {
		t.Errorf("Interview with no free connection = %v", err)
	}
	conn.Release()
	if err := s.Ping(t.Context()); err != nil {
		t.Errorf("Ping afterwards = %v", err)
	}
}

func create(t *testing.T, s *Store) store.Interview {
	t.Helper()
	head := store.Interview{Tenant: store.Local, ID: newName(), Applicant: "somebody", Category: "F1", Epoch: 1}
	err := s.Create(t.Context(), head, []store.Event{{Offset: 1, Name: "started", At: time.Unix(0, 0), Body: []byte(`{}`)}})
	if err != nil {
		t.Fatal(err)
	}
	return head
}

// next is the append of an interview's second event.
func next(head store.Interview) store.Append {
	return store.Append{Tenant: head.Tenant, ID: head.ID, Fence: head.Fence,
		Events: []store.Event{{Offset: 2, Name: "asked", At: time.Unix(1, 0), Body: []byte(`{}`)}}}
}
