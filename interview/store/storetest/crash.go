package storetest

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"math/rand/v2"
	"os/exec"
	"sync"
	"testing"
	"time"

	"github.com/viceconsul/viceconsul/interview/store"
)

// Crash kills a process that appends, ten times at random instants, and checks that all
// it acknowledged is there, once and in order. child makes the process, which calls
// AppendUntilKilled on the store that open opens afterwards.
func Crash(t *testing.T, child func() *exec.Cmd, open func(t *testing.T) store.Store) {
	seed := rand.Uint64()
	t.Logf("seed %d", seed)
	random := rand.New(rand.NewPCG(seed, 0))
	for range 10 {
		acked := killAfter(t, child(), 1+random.IntN(500))
		s := open(t)
		for id, offset := range acked {
			head := take(t, s, store.Interview{Tenant: store.Local, ID: id}) // waits for what the dead one began
			if n := len(log(t, s, head)); int64(n) < offset {
				t.Errorf("interview %s: %d acknowledged, %d stored", id, offset, n)
			}
		}
		want(t, "Close", s.Close(), nil)
	}
}

// killAfter runs a process until it has acknowledged so many appends, and returns the
// last acknowledged offset of each interview.
func killAfter(t *testing.T, child *exec.Cmd, acks int) map[string]int64 {
	t.Helper()
	out, err := child.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := child.Start(); err != nil {
		t.Fatal(err)
	}
	acked := make(map[string]int64)
	lines := bufio.NewScanner(out)
	for n := 1; lines.Scan(); n++ {
		var id string
		var offset int64
		if _, err := fmt.Sscan(lines.Text(), &id, &offset); err == nil { // the last line may be torn
			acked[id] = offset
		}
		if n == acks {
			if err := child.Process.Kill(); err != nil {
				t.Error(err)
			}
		}
	}
	if err := child.Wait(); err == nil || len(acked) == 0 {
		t.Fatalf("the process ended by itself after %d interviews: %v", len(acked), err)
	}
	return acked
}

// AppendUntilKilled appends to twenty interviews at a time and writes a line with ID and
// offset for each append that the store acknowledged. It returns only with an error.
func AppendUntilKilled(ctx context.Context, s store.Store, acks io.Writer) error {
	var mu sync.Mutex // of acks
	ended := make(chan error)
	for range 20 {
		go func() { ended <- appendUntilError(ctx, s, &mu, acks) }()
	}
	return <-ended
}

func appendUntilError(ctx context.Context, s store.Store, mu *sync.Mutex, acks io.Writer) error {
	head := newHead()
	if err := s.Create(ctx, head, []store.Event{event(1)}); err != nil {
		return err
	}
	for turn := 1; ; turn++ {
		offset := int64(2 * turn)
		if err := s.Append(ctx, to(head, answer(offset, turn), event(offset+1))); err != nil {
			return err
		}
		mu.Lock()
		_, err := fmt.Fprintln(acks, head.ID, offset+1)
		mu.Unlock()
		if err != nil {
			return err
		}
	}
}

// CrashReading kills a process that works readings off between grading and storing, and
// checks that each reading is made again and none is stored twice. child makes the
// process, which calls ReadUntilKilled on the store that open opens.
func CrashReading(t *testing.T, child func() *exec.Cmd, open func(t *testing.T) store.Store) {
	s := open(t)
	heads := make([]store.Interview, 8)
	for i := range heads {
		heads[i] = sealedInterview(t, s, `{}`, true)
	}
	want(t, "Close", s.Close(), nil)
	graded := killAfter(t, child(), len(heads)/2)
	s = open(t)
	d, stop := work(t, s, func(ctx context.Context, r store.Reading) error { return readAndStore(ctx, s, r) })
	for again := 0; again < len(heads)/2; {
		if r := d.wait(t); r.Attempt == 2 {
			again++
		}
	}
	stop()
	for _, head := range heads {
		all, err := s.Revisions(t.Context(), head.Tenant, head.ID)
		if err != nil || len(all) != 2 {
			t.Errorf("interview %s has %d revisions, want 2 (graded before the kill: %d); %v", head.ID, len(all), graded[head.ID], err)
		}
	}
}

// ReadUntilKilled works readings off, four at a time: each is told with a line when it was
// graded, and never stored, as if the process died just then. It does not return.
func ReadUntilKilled(ctx context.Context, s store.Store, told io.Writer) error {
	var mu sync.Mutex // of told
	return s.Work(ctx, store.Work{
		AtOnce: 4, Time: time.Second, Pause: func(int) time.Duration { return 0 }, Log: slog.New(slog.DiscardHandler),
		Do: func(_ context.Context, r store.Reading) error {
			mu.Lock()
			_, err := fmt.Fprintln(told, r.ID, r.Attempt)
			mu.Unlock()
			if err != nil {
				return err
			}
			select {} // it holds what it graded when the process is killed
		},
	})
}

// readAndStore makes the revision that a reading is due for, once.
func readAndStore(ctx context.Context, s store.Store, r store.Reading) error {
	next := revision(r.Revision+1, store.Model)
	if err := s.Revise(ctx, r.Tenant, r.ID, next); err != nil && !errors.Is(err, store.ErrConflict) {
		return err
	}
	return nil
}
