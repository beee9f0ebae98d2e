package store

import (
	"context"
	"errors"
	"slices"
	"sync"
	"testing"

	"go.uber.org/goleak"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// A scriptedCommit commits when told to, so that a test decides what gathers meanwhile.
type scriptedCommit struct {
	begun chan []int // the writes of a batch
	end   chan func(batch []*Pending[int]) (*Pending[int], error)
}

func newScriptedCommit() scriptedCommit {
	return scriptedCommit{make(chan []int), make(chan func([]*Pending[int]) (*Pending[int], error))}
}

func (c scriptedCommit) commit(batch []*Pending[int]) (*Pending[int], error) {
	var writes []int
	for _, p := range batch {
		writes = append(writes, p.Write)
	}
	c.begun <- writes
	return (<-c.end)(batch)
}

func succeed([]*Pending[int]) (*Pending[int], error) { return nil, nil }

// start calls Do for each write and waits until all are enqueued behind the first.
func start(t *testing.T, b *Batcher[int], writes ...int) map[int]chan error {
	t.Helper()
	results := make(map[int]chan error)
	for _, w := range writes {
		before := gathered(b)
		results[w] = make(chan error, 1)
		go func() { results[w] <- b.Do(context.Background(), w) }()
		for gathered(b) == before {
			if t.Context().Err() != nil {
				t.Fatal("the test ended before a write was enqueued")
			}
		}
	}
	return results
}

func gathered(b *Batcher[int]) int {
	b.mu.Lock()
	defer b.mu.Unlock()
	return len(b.waiting)
}

// first occupies the only committer with write 0.
func first(b *Batcher[int], c scriptedCommit) chan error {
	done := make(chan error, 1)
	go func() { done <- b.Do(context.Background(), 0) }()
	<-c.begun
	return done
}

func TestBatcherShares(t *testing.T) {
	c := newScriptedCommit()
	b := NewBatcher(c.commit, 1)
	zero := first(b, c)
	results := start(t, b, 1, 2, 3)
	c.end <- succeed
	if err := <-zero; err != nil {
		t.Errorf("first write = %v", err)
	}
	if got := <-c.begun; !slices.Equal(got, []int{1, 2, 3}) {
		t.Errorf("second batch is %v, want the three that gathered, in order", got)
	}
	select {
	case err := <-results[1]:
		t.Errorf("a write returned %v before its commit", err)
	default:
	}
	c.end <- succeed
	for w, result := range results {
		if err := <-result; err != nil {
			t.Errorf("write %d = %v", w, err)
		}
	}
	b.Close()
}

func TestBatcherFaultyAlone(t *testing.T) {
	broken, refused := errors.New("broken"), errors.New("refused")
	c := newScriptedCommit()
	b := NewBatcher(c.commit, 1)
	zero := first(b, c)
	results := start(t, b, 1, 2, 3)
	c.end <- succeed
	<-zero
	<-c.begun
	c.end <- func(batch []*Pending[int]) (*Pending[int], error) {
		batch[2].Err = refused // of an attempt that is undone
		return batch[1], broken
	}
	if got := <-c.begun; !slices.Equal(got, []int{1, 3}) {
		t.Errorf("second attempt with %v, want 1 and 3", got)
	}
	c.end <- func(batch []*Pending[int]) (*Pending[int], error) {
		batch[0].Err = refused
		return nil, nil
	}
	for w, want := range map[int]error{1: refused, 2: broken, 3: nil} {
		if err := <-results[w]; err != want {
			t.Errorf("write %d = %v, want %v", w, err, want)
		}
	}
	b.Close()
}

func TestBatcherUnknownToAll(t *testing.T) {
	c := newScriptedCommit()
	b := NewBatcher(c.commit, 1)
	zero := first(b, c)
	results := start(t, b, 1, 2)
	c.end <- succeed
	<-zero
	<-c.begun
	c.end <- func([]*Pending[int]) (*Pending[int], error) { return nil, ErrUnknown }
	for w, result := range results {
		if err := <-result; !errors.Is(err, ErrUnknown) {
			t.Errorf("write %d = %v, want ErrUnknown", w, err)
		}
	}
	b.Close()
}

func TestBatcherCallerLeaves(t *testing.T) {
	c := newScriptedCommit()
	b := NewBatcher(c.commit, 1)
	ctx, cancel := context.WithCancel(t.Context())
	left := make(chan error, 1)
	go func() { left <- b.Do(ctx, 1) }()
	<-c.begun
	cancel()
	if err := <-left; !errors.Is(err, context.Canceled) {
		t.Errorf("Do = %v, want Canceled while the commit still runs", err)
	}
	c.end <- succeed
	b.Close()
	if err := b.Do(t.Context(), 2); !errors.Is(err, ErrClosed) {
		t.Errorf("Do after Close = %v, want ErrClosed", err)
	}
}

// With several committers and many callers every write is committed once.
func TestBatcherCommitsEachOnce(t *testing.T) {
	const writes = 5000
	var mu sync.Mutex
	seen := make(map[int]int)
	largest := 0
	b := NewBatcher(func(batch []*Pending[int]) (*Pending[int], error) {
		mu.Lock()
		defer mu.Unlock()
		largest = max(largest, len(batch))
		for _, p := range batch {
			seen[p.Write]++
		}
		return nil, nil
	}, 4)
	var all sync.WaitGroup
	for w := range writes {
		all.Go(func() {
			if err := b.Do(t.Context(), w); err != nil {
				t.Errorf("write %d = %v", w, err)
			}
		})
	}
	all.Wait()
	b.Close()
	if len(seen) != writes || largest > largestBatch {
		t.Errorf("%d of %d writes committed, largest batch %d", len(seen), writes, largest)
	}
	for w, n := range seen {
		if n != 1 {
			t.Errorf("write %d committed %d times", w, n)
		}
	}
}
