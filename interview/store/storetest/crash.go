package storetest

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"math/rand/v2"
	"os/exec"
	"sync"
	"testing"

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
