package main

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/viceconsul/viceconsul/interview/openai"
	"github.com/viceconsul/viceconsul/interview/store"
	"github.com/viceconsul/viceconsul/interview/store/postgres"
	"github.com/viceconsul/viceconsul/interview/store/sqlite"
	"github.com/viceconsul/viceconsul/questionbank"
	"github.com/viceconsul/viceconsul/questionbank/litebank"
	"github.com/viceconsul/viceconsul/questionbank/pgbank"
	"github.com/viceconsul/viceconsul/questionbank/vectors"
)

// Pauses between tries to embed the bank, doubling (our judgement: an endpoint that
// starts with the server is there in seconds, one that is down costs nothing to ask).
const (
	embedAgain   = 5 * time.Second
	embedAtLast  = 10 * time.Minute
	embedByOther = 30 * time.Second // while another server is at it
)

// shelf is where a store keeps the vectors of the bank; nil when they are those in
// memory.
func (m modelFlags) shelf(db store.Store) vectors.Shelf {
	switch db := db.(type) {
	case *postgres.Store:
		return pgbank.New(db.Pool(), store.Local)
	case *sqlite.Store:
		if m.Embedding != "" {
			reading, writing := db.Handles()
			return litebank.New(reading, writing, store.Local)
		}
	}
	return nil
}

// search is the bank by vectors on a shelf; nil without one.
func (m modelFlags) search(ctx context.Context, shelf vectors.Shelf, bank *questionbank.Bank) (*vectors.Bank, error) {
	if shelf == nil {
		return nil, nil
	}
	want := vectors.LocalSet
	if m.Embedding != "" {
		want = vectors.Set{Model: m.Embedding, Dimensions: m.Dimensions}
	}
	b := vectors.New(shelf, bank, want, m.embedder)
	if err := b.Open(ctx); err != nil {
		return nil, err
	}
	return b, nil
}

// embedder embeds for a set: this process for the local one, else the endpoint.
func (m modelFlags) embedder(set vectors.Set) (vectors.Embedder, error) {
	if set == vectors.LocalSet {
		return vectors.Local{}, nil
	}
	if !m.configured() {
		return nil, fmt.Errorf("%w: no endpoint for the embedding model %s", errUnusable, set.Model)
	}
	c := m.config()
	c.EmbeddingModel, c.Dimensions = set.Model, set.Dimensions
	return openai.NewEmbedder(c)
}

// embed brings the vectors of the bank up to date beside the server, which searches by
// what there is meanwhile. It goes on until they are whole.
func (h *house) embed(ctx context.Context) {
	if h.vectors == nil {
		return
	}
	for pause := embedAgain; ; pause = min(2*pause, embedAtLast) {
		n, err := h.vectors.Sync(ctx)
		switch {
		case ctx.Err() != nil:
			return
		case err == nil:
			set, _ := h.vectors.Serving()
			h.log.Info("bank embedded", "model", set.Model, "dimensions", set.Dimensions, "new", n)
			return
		case errors.Is(err, vectors.ErrHeld):
			pause = embedByOther
		default:
			h.log.Warn("bank not embedded yet", "new", n, "err", err)
		}
		wait := time.NewTimer(pause)
		select {
		case <-ctx.Done():
			wait.Stop()
			return
		case <-wait.C:
		}
	}
}
