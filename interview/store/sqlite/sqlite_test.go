package sqlite

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"go.uber.org/goleak"

	"github.com/viceconsul/viceconsul/interview/store"
	"github.com/viceconsul/viceconsul/interview/store/storetest"
)

// crashDir names the store that a child process appends to until it is killed.
const crashDir = "VICECONSUL_CRASH_DIR"

// crashReading has the child work readings off in the place of appending.
const crashReading = "VICECONSUL_CRASH_READING"

func TestMain(m *testing.M) {
	if dir := os.Getenv(crashDir); dir != "" {
		fmt.Fprintln(os.Stderr, untilKilled(dir))
		os.Exit(1)
	}
	goleak.VerifyTestMain(m)
}

func untilKilled(dir string) error {
	s, err := Open(context.Background(), dir)
	if err != nil {
		return err
	}
	if os.Getenv(crashReading) != "" {
		return storetest.ReadUntilKilled(context.Background(), s, os.Stdout)
	}
	return storetest.AppendUntilKilled(context.Background(), s, os.Stdout)
}

func TestStore(t *testing.T) {
	storetest.Run(t, func(t *testing.T) store.Store { return open(t, t.TempDir()) })
}

func TestCrash(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	storetest.Crash(t, func() *exec.Cmd {
		child := exec.Command(os.Args[0])
		child.Env, child.Stderr = append(os.Environ(), crashDir+"="+dir), os.Stderr
		return child
	}, func(t *testing.T) store.Store { return open(t, dir) })
}

func TestCrashReading(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	storetest.CrashReading(t, func() *exec.Cmd {
		child := exec.Command(os.Args[0])
		child.Env, child.Stderr = append(os.Environ(), crashDir+"="+dir, crashReading+"=1"), os.Stderr
		return child
	}, func(t *testing.T) store.Store { return open(t, dir) })
}

func TestOpenKeepsOthersOut(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "new", "data")
	s := open(t, dir)
	create(t, s)
	for name, want := range map[string]os.FileMode{"": 0o700, File: 0o600, File + "-wal": 0o600} {
		stat, err := os.Stat(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		if got := stat.Mode().Perm(); got != want {
			t.Errorf("%q has mode %o, want %o", name, got, want)
		}
	}
}

func TestOpenAgain(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "a%20b?c#d") // a name that must not be read as an address
	s := open(t, dir)
	head := create(t, s)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := open(t, dir).Interview(t.Context(), head.Tenant, head.ID); err != nil {
		t.Errorf("Interview after opening again = %v", err)
	}
	if _, err := os.Stat(filepath.Join(dir, File)); err != nil {
		t.Errorf("the database is not where it should be: %v", err)
	}
}

func TestOpenSaysWhere(t *testing.T) {
	path := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(path, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(t.Context(), path); err == nil || !strings.Contains(err.Error(), path) {
		t.Errorf("Open of a file = %v, want an error with its path", err)
	}
}

func TestSettings(t *testing.T) {
	s := open(t, t.TempDir())
	for pragma, want := range map[string]string{"journal_mode": "wal", "synchronous": "2", "foreign_keys": "1"} {
		var got string
		if err := s.writing.QueryRowContext(t.Context(), "PRAGMA "+pragma).Scan(&got); err != nil || got != want {
			t.Errorf("%s = %s, %v; want %s", pragma, got, err, want)
		}
	}
	if _, err := s.reading.ExecContext(t.Context(), "DELETE FROM events"); err == nil {
		t.Error("the reading handle can write")
	}
}

func TestSealedNoticesChange(t *testing.T) {
	s := open(t, t.TempDir())
	head := create(t, s)
	a := store.Append{Tenant: head.Tenant, ID: head.ID, Events: []store.Event{{Offset: 2, Name: "graded"}}, Sealed: []byte(`{"overall":61}`)}
	if err := s.Append(t.Context(), a); err != nil {
		t.Fatal(err)
	}
	if _, err := s.writing.ExecContext(t.Context(), `UPDATE transcripts SET body = '{"overall":99}'`); err != nil {
		t.Fatal(err)
	}
	if body, err := s.Sealed(t.Context(), head.Tenant, head.ID); err == nil {
		t.Errorf("Sealed = %s, want an error: it was changed", body)
	}
}

// A full disk refuses appends with a clear error and takes them again when there is room.
func TestDiskFull(t *testing.T) {
	s := open(t, t.TempDir())
	head := create(t, s)
	limit := func(pages int) {
		if _, err := s.writing.ExecContext(t.Context(), fmt.Sprintf("PRAGMA max_page_count = %d", pages)); err != nil {
			t.Fatal(err)
		}
	}
	limit(1) // no less than it has
	a := store.Append{Tenant: head.Tenant, ID: head.ID, Events: []store.Event{
		{Offset: 2, Name: "asked", Body: []byte(strings.Repeat("x", 1<<16))}}}
	if err := s.Append(t.Context(), a); err == nil || !strings.Contains(err.Error(), "full") {
		t.Errorf("Append = %v, want database is full", err)
	}
	limit(1 << 20)
	if err := s.Append(t.Context(), a); err != nil {
		t.Errorf("Append with room again = %v", err)
	}
}

// A commit that fails is unknown to all who shared it, and harms nobody after it.
func TestCommitFails(t *testing.T) {
	s := open(t, t.TempDir())
	err := s.write(t.Context(), func(ctx context.Context, tx *transaction) (refused, err error) {
		if _, err := tx.exec(ctx, "PRAGMA defer_foreign_keys = 1"); err != nil {
			return nil, err
		}
		_, err = tx.exec(ctx, `INSERT INTO transcripts VALUES (99, 1, 'rules', '', 0, '', zeroblob(32), 0)`) // of no interview
		return nil, err
	})
	if !errors.Is(err, store.ErrUnknown) {
		t.Errorf("write = %v, want ErrUnknown", err)
	}
	create(t, s)
}

func open(t testing.TB, dir string) *Store {
	t.Helper()
	s, err := Open(t.Context(), dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

func create(t *testing.T, s *Store) store.Interview {
	t.Helper()
	head := store.Interview{Tenant: store.Local, ID: "an interview", Applicant: "somebody", Category: "F1", Epoch: 1}
	err := s.Create(t.Context(), head, []store.Event{{Offset: 1, Name: "started", At: time.Unix(0, 0), Body: []byte(`{}`)}})
	if err != nil {
		t.Fatal(err)
	}
	return head
}
