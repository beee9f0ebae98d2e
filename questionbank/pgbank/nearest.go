package pgbank

import (
	"context"
	"fmt"

	"github.com/jackc/pgx/v5"
	"github.com/pgvector/pgvector-go"

	"github.com/viceconsul/viceconsul/questionbank"
)

// Nearest finds the n open questions most like a text, as questionbank.Nearest
// does with this embedder: filtered first, ranked exactly, equal ones by ID. Two
// whose likeness differs in the last bits may stand in another order than in
// memory.
func (b *Bank) Nearest(ctx context.Context, text string, f questionbank.Filter, n int) ([]questionbank.Match, error) {
	vectors, err := b.embedder.Embed(ctx, []string{text})
	if err != nil {
		return nil, fmt.Errorf("embed a text to compare: %w", err)
	}
	if len(vectors) != 1 || len(vectors[0]) != b.embedder.Dimensions() {
		return nil, fmt.Errorf("embed a text to compare: no vector of %d dimensions came back", b.embedder.Dimensions())
	}
	// Filter first, then an exact scan: an approximate index would silently return
	// fewer than n. A text without words is no more like one question than another.
	rows, err := b.pool.Query(ctx, `
		SELECT   q.id, max(coalesce(nullif(1 - (q.embedding <=> $2), 'NaN'), 0)) AS likeness
		FROM     questions q
		WHERE    q.tenant_id = $1 AND q.retired_at IS NULL AND vector_dims(q.embedding) = $3
		AND      ($4 = '' OR $4 = ANY (q.applies_to))
		AND      ($5 = '' OR q.topic = $5) AND q.topic <> ALL ($6)
		AND      q.id <> ALL ($7)
		GROUP BY q.id
		ORDER BY likeness DESC, q.id COLLATE "C"
		LIMIT    $8`,
		b.tenant, pgvector.NewVector(vectors[0]), b.embedder.Dimensions(),
		string(f.Category), f.Topic, b.off(f), append([]string{}, f.Asked...), max(0, n))
	if err != nil {
		return nil, fmt.Errorf("nearest questions: %w", err)
	}
	return b.matches(rows)
}

// off are the topics that the filter leaves out though it does not name them.
func (b *Bank) off(f questionbank.Filter) []string {
	topics := []string{}
	for _, g := range b.bank.Groups {
		for _, t := range g.Topics {
			if t.Off && !f.Off {
				topics = append(topics, t.ID)
			}
		}
	}
	return topics
}

// matches reads rows of ID and likeness. A question stored by a server with
// another bank is left out.
func (b *Bank) matches(rows pgx.Rows) ([]questionbank.Match, error) {
	var all []questionbank.Match
	var id string
	var likeness float64
	_, err := pgx.ForEachRow(rows, []any{&id, &likeness}, func() error {
		if q, known := b.bank.Question(id); known {
			all = append(all, questionbank.Match{Question: q, Likeness: likeness})
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("nearest questions: %w", err)
	}
	return all, nil
}
