package vectors

import (
	"context"
	"fmt"
	"slices"

	"github.com/viceconsul/viceconsul/questionbank"
)

// batch is how many wordings are embedded and stored together (our judgement: one call
// to an endpoint, and little lost when it fails).
const batch = 64

// Sync embeds the wordings that the set wanted lacks: those that are new or worded
// differently. What it stored stays when it ends with an error, and the next Sync goes
// on from there. When nothing is lacking, wordings the bank no longer asks are taken
// away, and the set is searched from then on. ErrHeld when another server is at it.
func (b *Bank) Sync(ctx context.Context) (embedded int, err error) {
	err = b.shelf.Alone(ctx, func(ctx context.Context) error {
		embedded, err = b.sync(ctx)
		return err
	})
	return embedded, err
}

func (b *Bank) sync(ctx context.Context) (embedded int, err error) {
	stored, err := b.shelf.Texts(ctx, b.want)
	if err != nil {
		return 0, fmt.Errorf("read stored vectors: %w", err)
	}
	embedder, err := b.embedders(b.want)
	if err != nil {
		return 0, fmt.Errorf("vectors: embedder of %s: %w", b.want.Model, err)
	}
	lacking, gone := b.compare(stored)
	for some := range slices.Chunk(lacking, batch) {
		n, err := b.embed(ctx, embedder, some)
		embedded += n
		if err != nil {
			return embedded, err
		}
	}
	if err := b.shelf.Finish(ctx, b.want, gone); err != nil {
		return embedded, fmt.Errorf("finish a set of vectors: %w", err)
	}
	b.serving.Store(&serving{b.want, embedder})
	return embedded, nil
}

// compare finds the wordings without a vector, topics that are off by default included,
// and the vectors without a wording.
func (b *Bank) compare(stored map[Key]string) (lacking []Row, gone []Key) {
	asked := map[Key]bool{}
	for _, q := range b.bank.Pick(questionbank.Filter{Off: true}) {
		for n, text := range q.Wordings() {
			key := Key{q.ID, n}
			asked[key] = true
			if was, ok := stored[key]; !ok || was != text {
				lacking = append(lacking, Row{Key: key, Text: text})
			}
		}
	}
	for key := range stored {
		if !asked[key] {
			gone = append(gone, key)
		}
	}
	return lacking, gone
}

// embed stores the vectors of some wordings: all that came back, then the error.
func (b *Bank) embed(ctx context.Context, embedder Embedder, some []Row) (int, error) {
	texts := make([]string, len(some))
	for i, r := range some {
		texts[i] = r.Text
	}
	vectors, failed := embedder.Embed(ctx, texts)
	if len(vectors) > len(some) {
		return 0, fmt.Errorf("embed questions: %d vectors for %d texts", len(vectors), len(some))
	}
	var rows []Row
	for i, v := range vectors {
		if len(v) == b.want.Dimensions {
			some[i].Vector = v
			rows = append(rows, some[i])
		} else if len(v) > 0 {
			return 0, fmt.Errorf("embed questions: a vector of %d dimensions, want %d", len(v), b.want.Dimensions)
		}
	}
	if failed == nil && len(rows) < len(some) {
		failed = fmt.Errorf("%d vectors for %d texts", len(rows), len(some))
	}
	if len(rows) > 0 {
		if err := b.shelf.Put(context.WithoutCancel(ctx), b.want, rows); err != nil { // they were paid for
			return 0, fmt.Errorf("store vectors: %w", err)
		}
	}
	if failed != nil {
		return len(rows), fmt.Errorf("embed questions: %w", failed)
	}
	return len(rows), nil
}
