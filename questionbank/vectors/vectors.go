// Package vectors finds the bank questions nearest to a text by the vectors of an
// embedding model, which a store keeps. One model can take another's place while the
// bank is searched: the old vectors serve until the new ones are whole. When a model
// does not answer, the bank's own embedder does, for that one search.
//
// Only questions are kept, never an answer. It knows no database and no protocol.
package vectors

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"sync/atomic"
	"time"

	"github.com/viceconsul/viceconsul/questionbank"
)

// An Embedder turns texts into vectors.
type Embedder interface {
	// Embed returns one vector for each text of the bank, in their order, each as wide
	// as its set. With an error it may return those it has: nil stands for a missing one.
	Embed(ctx context.Context, texts []string) ([][]float32, error)
	// EmbedQuery is Embed for what a person wrote, of which nothing that tells who it is
	// may leave this machine.
	EmbedQuery(ctx context.Context, text string) ([]float32, error)
}

// A Set is the vectors of one model at one width.
type Set struct {
	Model      string // "text-embedding-3-small"; questionbank.EmbedVersion for Local
	Dimensions int
}

// LocalSet is that of Local.
var LocalSet = Set{questionbank.EmbedVersion, questionbank.Dimensions}

// A Key names a wording of a question.
type Key struct {
	ID string
	N  int
}

// A Row is a wording with its vector.
type Row struct {
	Key
	Text   string
	Vector []float32
}

// A Near is a question with the likeness of its likest wording, from -1 to 1.
type Near struct {
	ID       string
	Likeness float64
}

// ErrHeld says that somebody else is filling the shelf.
var ErrHeld = errors.New("vectors: another server is embedding the bank")

// A Shelf keeps sets of vectors. Every method is one durable step.
type Shelf interface {
	// Whole are the sets that were finished, the last one first.
	Whole(ctx context.Context) ([]Set, error)
	// Texts are the wordings a set has vectors of.
	Texts(ctx context.Context, s Set) (map[Key]string, error)
	// Put adds rows to a set, in the place of those of the same key.
	Put(ctx context.Context, s Set, rows []Row) error
	// Finish takes rows away and marks the set as whole, the last one. Sets before the
	// one it follows are dropped.
	Finish(ctx context.Context, s Set, gone []Key) error
	// Nearest ranks questions of a set by likeness to a vector, those that have any
	// wording there; equal ones by ID. At most n.
	Nearest(ctx context.Context, s Set, query []float32, ids []string, n int) ([]Near, error)
	// Alone runs f while no other server does; ErrHeld when one does already.
	Alone(ctx context.Context, f func(context.Context) error) error
}

// Local embeds with questionbank.Embed: at once, without a network.
type Local struct{}

// Embed never fails.
func (Local) Embed(_ context.Context, texts []string) ([][]float32, error) {
	vectors := make([][]float32, len(texts))
	for i, text := range texts {
		vectors[i] = questionbank.Embed(text)
	}
	return vectors, nil
}

// EmbedQuery never fails.
func (Local) EmbedQuery(_ context.Context, text string) ([]float32, error) {
	return questionbank.Embed(text), nil
}

// asking bounds the embedding of one search (our judgement: nobody waits longer for a
// list when another is at hand).
const asking = 2 * time.Second

// A Bank searches a bank by vectors on a shelf.
type Bank struct {
	shelf     Shelf
	bank      *questionbank.Bank
	want      Set
	embedders func(Set) (Embedder, error)
	serving   atomic.Pointer[serving] // nil while no set is whole

	mu     sync.Mutex
	counts map[string]int
}

// serving is the set that is searched, with what embeds for it.
type serving struct {
	set      Set
	embedder Embedder
}

// New searches a bank by the set wanted, once Sync has made it whole. embedders makes
// what embeds for a set: the one wanted, or one that an earlier server left.
func New(shelf Shelf, bank *questionbank.Bank, want Set, embedders func(Set) (Embedder, error)) *Bank {
	return &Bank{shelf: shelf, bank: bank, want: want, embedders: embedders, counts: map[string]int{}}
}

// Open begins to search by what is on the shelf: the set wanted when it is whole, else
// the one that was whole last.
func (b *Bank) Open(ctx context.Context) error {
	whole, err := b.shelf.Whole(ctx)
	if err != nil {
		return fmt.Errorf("vectors: what is on the shelf: %w", err)
	}
	for _, s := range whole {
		if s == b.want {
			return b.serve(s)
		}
	}
	if len(whole) > 0 {
		_ = b.serve(whole[0]) // one whose model this server has no way to ask: it searches without
	}
	return nil
}

func (b *Bank) serve(s Set) error {
	e, err := b.embedders(s)
	if err != nil {
		return fmt.Errorf("vectors: embedder of %s: %w", s.Model, err)
	}
	b.serving.Store(&serving{s, e})
	return nil
}

// Serving is the set that is searched; false while none is whole.
func (b *Bank) Serving() (Set, bool) {
	if now := b.serving.Load(); now != nil {
		return now.set, true
	}
	return Set{}, false
}

// Nearest finds the n open questions most like a text, the likest first and equal ones
// by ID. When the model does not answer, or no vectors are whole yet, it searches as
// questionbank.Nearest does.
func (b *Bank) Nearest(ctx context.Context, text string, f questionbank.Filter, n int) ([]questionbank.Match, error) {
	now := b.serving.Load()
	if now == nil {
		b.count("local: no vectors yet")
		return b.bank.Nearest(text, f, n), nil
	}
	query, err := now.query(ctx, text)
	if err != nil {
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		b.count("local: the model did not answer")
		return b.bank.Nearest(text, f, n), nil
	}
	var ids []string
	for _, q := range b.bank.Pick(f) {
		ids = append(ids, q.ID)
	}
	near, err := b.shelf.Nearest(ctx, now.set, query, ids, max(0, n))
	if err != nil {
		return nil, fmt.Errorf("vectors: nearest questions: %w", err)
	}
	b.count("vectors")
	matches := make([]questionbank.Match, 0, len(near))
	for _, m := range near {
		if q, known := b.bank.Question(m.ID); known {
			matches = append(matches, questionbank.Match{Question: q, Likeness: m.Likeness})
		}
	}
	return matches, nil
}

// query is the vector of what is searched for.
func (now *serving) query(ctx context.Context, text string) ([]float32, error) {
	ctx, cancel := context.WithTimeout(ctx, asking)
	defer cancel()
	v, err := now.embedder.EmbedQuery(ctx, text)
	if err == nil && len(v) != now.set.Dimensions {
		err = fmt.Errorf("vectors: %d dimensions, want %d", len(v), now.set.Dimensions)
	}
	return v, err
}

func (b *Bank) count(by string) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.counts[by]++
}

// Searches counts the searches by what found the questions.
func (b *Bank) Searches() map[string]int {
	b.mu.Lock()
	defer b.mu.Unlock()
	all := make(map[string]int, len(b.counts))
	for by, n := range b.counts {
		all[by] = n
	}
	return all
}
