package store

import (
	"context"
	"errors"
	"runtime"
	"slices"
	"sync"
)

// ErrClosed says that the store has been closed.
var ErrClosed = errors.New("store: closed")

// largestBatch bounds how long one commit keeps its first caller waiting (our judgement,
// from some 30 microseconds a write).
const largestBatch = 256

// A Pending is a write on its way to the database.
type Pending[W any] struct {
	Write W
	Err   error // set by a Commit that refuses this write and stores nothing of it
	done  chan struct{}
}

// A Commit stores writes of different callers in one transaction. It marks those it
// refuses with their Err. When one of them makes the database fail before the commit, it
// undoes everything and returns that one as faulty: the others will be tried again
// without it. An error without a faulty one concerns the whole batch.
type Commit[W any] func(batch []*Pending[W]) (faulty *Pending[W], err error)

// A Batcher lets writes share commits. While a commit is running the next ones gather,
// and go together once it is through; each call returns only after its own commit.
type Batcher[W any] struct {
	commit     Commit[W]
	committers int

	mu      sync.Mutex
	waiting []*Pending[W]
	running int // committers at work
	closed  bool
	atWork  sync.WaitGroup
}

// NewBatcher makes a Batcher that runs up to so many commits at a time.
func NewBatcher[W any](commit Commit[W], committers int) *Batcher[W] {
	return &Batcher[W]{commit: commit, committers: committers}
}

// Do waits until a write is stored. When ctx ends first, it returns at once with ctx's
// error, and the write may still be stored: read before trying again.
func (b *Batcher[W]) Do(ctx context.Context, write W) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	p := &Pending[W]{Write: write, done: make(chan struct{})}
	if err := b.enqueue(p); err != nil {
		return err
	}
	select {
	case <-p.done:
		return p.Err
	case <-ctx.Done():
		return ctx.Err()
	}
}

// Close lets the waiting writes finish and refuses later ones with ErrClosed.
func (b *Batcher[W]) Close() {
	b.mu.Lock()
	b.closed = true
	b.mu.Unlock()
	b.atWork.Wait()
}

func (b *Batcher[W]) enqueue(p *Pending[W]) error {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.closed {
		return ErrClosed
	}
	b.waiting = append(b.waiting, p)
	if b.running < b.committers {
		b.running++
		b.atWork.Go(b.work)
	}
	return nil
}

// work commits batches until nobody waits.
func (b *Batcher[W]) work() {
	var batch []*Pending[W]
	for {
		runtime.Gosched()
		batch = b.next(batch[:0])
		if len(batch) == 0 {
			return
		}
		b.settle(batch)
		clear(batch[:cap(batch)])
	}
}

// next moves the longest waiting writes into batch. An empty one ends a committer.
func (b *Batcher[W]) next(batch []*Pending[W]) []*Pending[W] {
	b.mu.Lock()
	defer b.mu.Unlock()
	n := min(len(b.waiting), largestBatch)
	if n == 0 {
		b.running--
		return nil
	}
	batch = append(batch, b.waiting[:n]...)
	b.waiting = slices.Delete(b.waiting, 0, n)
	return batch
}

// settle commits a batch, again without each faulty write, and tells the callers.
func (b *Batcher[W]) settle(batch []*Pending[W]) {
	for len(batch) > 0 {
		for _, p := range batch {
			p.Err = nil // of an attempt that was undone
		}
		faulty, err := b.commit(batch)
		if faulty == nil {
			tell(batch, err)
			return
		}
		batch = slices.DeleteFunc(batch, func(p *Pending[W]) bool { return p == faulty })
		tell([]*Pending[W]{faulty}, err)
	}
}

// tell wakes callers, with one error for all or with what each was refused for.
func tell[W any](batch []*Pending[W], err error) {
	for _, p := range batch {
		if err != nil {
			p.Err = err
		}
		close(p.done)
	}
}
