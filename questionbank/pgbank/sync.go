package pgbank

import (
	"context"
	"fmt"
	"slices"

	"github.com/jackc/pgx/v5"
	"github.com/pgvector/pgvector-go"

	"github.com/viceconsul/viceconsul/interview/transcript"
	"github.com/viceconsul/viceconsul/questionbank"
)

// batch is how many wordings are embedded and stored at once (source: our
// judgement; about 800 tokens for an endpoint, and what a stopped sync repeats).
const batch = 64

// A key is one wording's place: the primary key without its tenant.
type key struct {
	id string
	n  int // from 0: Ask, then each of Also
}

// A wording is one line of the bank as it has to stand in the table.
type wording struct {
	key
	text     string
	question *questionbank.Question
}

// Sync brings the table up to the bank and returns how many wordings it embedded:
// those that are new, worded differently or made by another model. What it stored
// stays when it ends with an error, and the next Sync goes on from there. Wordings
// that the bank no longer asks are marked as retired, last of all, so that until
// then the old ones can be found.
func (b *Bank) Sync(ctx context.Context) (embedded int, err error) {
	all := b.wordings()
	stored, err := b.stored(ctx)
	if err != nil {
		return 0, fmt.Errorf("read stored questions: %w", err)
	}
	stale, moved := b.changed(all, stored)
	for some := range slices.Chunk(stale, batch) {
		n, err := b.embed(ctx, some)
		embedded += n
		if err != nil {
			return embedded, err
		}
	}
	if err := b.label(ctx, moved); err != nil {
		return embedded, fmt.Errorf("label stored questions: %w", err)
	}
	if err := b.retire(ctx, gone(all, stored)); err != nil {
		return embedded, fmt.Errorf("retire stored questions: %w", err)
	}
	return embedded, nil
}

// wordings are all that may be asked, topics that are off by default included.
func (b *Bank) wordings() []wording {
	var all []wording
	for _, q := range b.bank.Pick(questionbank.Filter{Off: true}) {
		for n, text := range q.Wordings() {
			all = append(all, wording{key{q.ID, n}, text, q})
		}
	}
	return all
}

// A row is a wording as it stands in the table.
type row struct {
	text, version string
	retired       bool
	usable        bool // its vector is this model's
}

// stored are the tenant's rows.
func (b *Bank) stored(ctx context.Context) (map[key]row, error) {
	rows, err := b.pool.Query(ctx, `
		SELECT id, wording_n, wording, bank_version, retired_at IS NOT NULL,
		       coalesce(split_part(bank_version, ' ', 2) = $2 AND vector_dims(embedding) = $3, false)
		FROM   questions
		WHERE  tenant_id = $1`,
		b.tenant, b.model, b.embedder.Dimensions())
	if err != nil {
		return nil, err
	}
	all := map[key]row{}
	var k key
	var r row
	_, err = pgx.ForEachRow(rows, []any{&k.id, &k.n, &r.text, &r.version, &r.retired, &r.usable}, func() error {
		all[k] = r
		return nil
	})
	return all, err
}

// changed sorts out the wordings that need a vector, and those that keep theirs
// but stand under an earlier content.
func (b *Bank) changed(all []wording, stored map[key]row) (stale, moved []wording) {
	for _, w := range all {
		r, known := stored[w.key]
		switch {
		case !known || !r.usable || r.text != w.text:
			stale = append(stale, w)
		case r.retired || r.version != b.version():
			moved = append(moved, w)
		}
	}
	return stale, moved
}

// embed stores the vectors of some wordings: all that came back, then the error.
func (b *Bank) embed(ctx context.Context, some []wording) (int, error) {
	texts := make([]string, len(some))
	for i, w := range some {
		texts[i] = w.text
	}
	vectors, embedErr := b.embedder.Embed(ctx, texts)
	if len(vectors) > len(some) {
		return 0, fmt.Errorf("embed questions: %d vectors for %d texts", len(vectors), len(some))
	}
	var puts pgx.Batch
	for i, vector := range vectors {
		if wide := b.embedder.Dimensions(); len(vector) == wide {
			b.put(&puts, some[i], vector)
		} else if len(vector) > 0 {
			return 0, fmt.Errorf("embed questions: a vector of %d dimensions, want %d", len(vector), wide)
		}
	}
	if embedErr == nil && puts.Len() < len(some) {
		embedErr = fmt.Errorf("%d vectors for %d texts", puts.Len(), len(some))
	}
	if err := b.send(ctx, &puts); err != nil {
		return 0, fmt.Errorf("store embedded questions: %w", err)
	}
	if embedErr != nil {
		return puts.Len(), fmt.Errorf("embed questions: %w", embedErr)
	}
	return puts.Len(), nil
}

// send runs all statements in one transaction.
func (b *Bank) send(ctx context.Context, puts *pgx.Batch) error {
	if puts.Len() == 0 {
		return nil
	}
	return pgx.BeginFunc(ctx, b.pool, func(tx pgx.Tx) error { return tx.SendBatch(ctx, puts).Close() })
}

func (b *Bank) put(puts *pgx.Batch, w wording, vector []float32) {
	puts.Queue(`
		INSERT INTO questions (tenant_id, id, wording_n, topic, applies_to, bank_version, wording, embedding)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
		ON CONFLICT (tenant_id, id, wording_n) DO UPDATE
		SET topic = excluded.topic, applies_to = excluded.applies_to, bank_version = excluded.bank_version,
		    wording = excluded.wording, embedding = excluded.embedding, retired_at = NULL`,
		b.tenant, w.id, w.n, w.question.Topic.ID, categories(w.question), b.version(), w.text, pgvector.NewVector(vector))
}

// label gives rows that keep their vector the topic and categories of this bank.
func (b *Bank) label(ctx context.Context, moved []wording) error {
	var puts pgx.Batch
	for _, w := range moved {
		puts.Queue(`
			UPDATE questions
			SET    topic = $4, applies_to = $5, bank_version = $6, retired_at = NULL
			WHERE  tenant_id = $1 AND id = $2 AND wording_n = $3`,
			b.tenant, w.id, w.n, w.question.Topic.ID, categories(w.question), b.version())
	}
	return b.send(ctx, &puts)
}

// gone are the stored wordings that the bank no longer asks.
func gone(all []wording, stored map[key]row) (keys []key) {
	asked := make(map[key]bool, len(all))
	for _, w := range all {
		asked[w.key] = true
	}
	for k, r := range stored {
		if !asked[k] && !r.retired {
			keys = append(keys, k)
		}
	}
	return keys
}

// retire marks what the bank no longer asks.
func (b *Bank) retire(ctx context.Context, keys []key) error {
	if len(keys) == 0 {
		return nil
	}
	ids, ns := make([]string, len(keys)), make([]int, len(keys))
	for i, k := range keys {
		ids[i], ns[i] = k.id, k.n
	}
	_, err := b.pool.Exec(ctx, `
		UPDATE questions q
		SET    retired_at = now()
		FROM   unnest($2::text[], $3::int[]) AS gone (id, n)
		WHERE  q.tenant_id = $1 AND q.id = gone.id AND q.wording_n = gone.n`,
		b.tenant, ids, ns)
	return err
}

// categories are those the question is asked in, as stored.
func categories(q *questionbank.Question) []string {
	all := []string{}
	for _, c := range transcript.Categories() {
		if q.For(c) {
			all = append(all, string(c))
		}
	}
	return all
}
