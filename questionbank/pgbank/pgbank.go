// Package pgbank keeps a bank's wordings with their embeddings in Postgres, and
// finds the nearest there with pgvector: the same retrieval as in memory, for
// embeddings of the operator's choice and banks too large to hold.
//
// Only questions are embedded and stored, never an answer. It needs the questions
// table of the migrations and connections that know pgvector's types.
package pgbank

import (
	"context"

	"github.com/jackc/pgx/v5/pgxpool"

	"github.com/viceconsul/viceconsul/questionbank"
)

// An Embedder turns texts into vectors.
type Embedder interface {
	// Embed returns one vector for each text, in their order, each Dimensions wide.
	// With an error it may return those it has: nil stands for a missing one.
	Embed(ctx context.Context, texts []string) ([][]float32, error)
	// Dimensions is the width of every vector.
	Dimensions() int
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

// Dimensions is questionbank.Dimensions.
func (Local) Dimensions() int { return questionbank.Dimensions }

// A Bank is one tenant's copy of a bank in Postgres.
type Bank struct {
	pool     *pgxpool.Pool
	tenant   string
	bank     *questionbank.Bank
	embedder Embedder
	model    string
}

// New is the copy of a bank for a tenant (a UUID). The pool's connections speak
// pgvector's binary form: with vectors as text the same query takes fifty times as long. The model names what the
// embedder runs, without spaces ("text-embedding-3-small"); under another name all
// wordings are embedded again. With Local it is questionbank.EmbedVersion.
func New(pool *pgxpool.Pool, tenant string, bank *questionbank.Bank, embedder Embedder, model string) *Bank {
	return &Bank{pool: pool, tenant: tenant, bank: bank, embedder: embedder, model: model}
}

// version marks rows as made from this content by this model.
func (b *Bank) version() string { return b.bank.Version + " " + b.model }
