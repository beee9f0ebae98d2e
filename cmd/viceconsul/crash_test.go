package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/viceconsul/viceconsul/interview/store"
	"github.com/viceconsul/viceconsul/interview/transcript"
)

const (
	kills      = 50
	rehearsers = 8
)

// A rehearsed interview is what one applicant typed and what came back in the end.
type rehearsed struct {
	id     string
	typed  []string
	sealed transcript.Transcript
}

// TestKilledServerLosesNothing kills the server 50 times while applicants rehearse:
// every answer that was acknowledged stands once in the graded transcript, in
// order, every interview ends graded, and every log is gapless.
func TestKilledServerLosesNothing(t *testing.T) {
	for name, env := range stores() {
		t.Run(name, func(t *testing.T) {
			environment := append(env(t), "VICECONSUL_LIMIT_INTERVIEWS=100000")
			s := newServer(t, environment...)
			done := rehearseThrough(t, s)
			t.Logf("%d interviews rehearsed over %d kills", len(done), kills)
			if len(done) < rehearsers {
				t.Errorf("only %d interviews were finished", len(done))
			}
			s.cmd.Process.Kill()
			s.cmd.Wait()
			db := openStore(t, environment)
			for _, r := range done {
				checkRehearsed(t, db, r)
			}
		})
	}
}

// rehearseThrough keeps applicants rehearsing while the server is killed and started.
func rehearseThrough(t *testing.T, s *server) []rehearsed {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 5*time.Minute)
	defer cancel()
	var over atomic.Bool
	var mu sync.Mutex
	var done []rehearsed
	var wait sync.WaitGroup
	address := s.address
	for n := range rehearsers {
		wait.Go(func() {
			for k := 0; !over.Load(); k++ {
				r, err := rehearseOnce(ctx, address, fmt.Sprintf("applicant %d interview %d", n, k))
				if err != nil {
					t.Errorf("applicant %d: %v", n, err)
					return
				}
				mu.Lock()
				done = append(done, r)
				mu.Unlock()
			}
		})
	}
	for range kills {
		time.Sleep(time.Duration(50+rand.IntN(350)) * time.Millisecond) // a random instant is what is tested
		s.kill()
		s.start()
	}
	over.Store(true)
	wait.Wait()
	return done
}

// rehearseOnce holds one interview to its graded transcript, through lost connections.
func rehearseOnce(ctx context.Context, address, name string) (rehearsed, error) {
	c := &client{server: address}
	profile := `{"trip":{"payer":"other_person"},"finance":{"sponsors":[{"relationship":"father"}]},"f1":{"school":"Example State University"}}`
	for try := 0; ; try++ {
		err := c.start(ctx, order{Category: "F-1", Profile: []byte(profile)})
		if err == nil {
			break
		}
		if errors.Is(err, errUnusable) {
			return rehearsed{}, err
		}
		if err := pause(ctx, 0); err != nil {
			return rehearsed{}, err
		}
	}
	result := rehearsed{id: c.id}
	lines := make(chan string)
	typing, stop := context.WithCancel(ctx)
	finished := make(chan struct{})
	go func() {
		defer close(finished)
		for n := 1; ; n++ {
			line := fmt.Sprintf("My father pays, this is answer %d of %s.", n, name)
			select {
			case lines <- line:
				result.typed = append(result.typed, line)
			case <-typing.Done():
				return
			}
		}
	}()
	r := rehearsal{client: c, streams: streams{out: io.Discard, err: io.Discard}, lines: lines}
	sealed, err := r.hold(ctx)
	stop()
	<-finished
	result.sealed = sealed
	return result, err
}

// checkRehearsed compares what was typed with the transcript and the log.
func checkRehearsed(t *testing.T, db store.Store, r rehearsed) {
	t.Helper()
	var stored []string
	for _, turn := range r.sealed.Turns {
		stored = append(stored, turn.Applicant)
	}
	if diff := cmp.Diff(r.typed, stored); diff != "" {
		t.Errorf("interview %s: typed and stored answers differ (-typed +stored):\n%s", r.id, diff)
	}
	if r.sealed.Outcome == nil || !r.sealed.Outcome.Practice {
		t.Errorf("interview %s is not graded", r.id)
	}
	events, err := db.Events(t.Context(), store.Local, r.id, 0)
	if err != nil {
		t.Fatalf("events of %s: %v", r.id, err)
	}
	var names []string
	for i, e := range events {
		if e.Offset != int64(i)+1 {
			t.Fatalf("interview %s: event %d has offset %d", r.id, i+1, e.Offset)
		}
		names = append(names, e.Name)
	}
	if got := strings.Join(names[len(names)-2:], " "); got != "decided graded" {
		t.Errorf("interview %s ends with %q, want decided and graded", r.id, got)
	}
}
