package openai

import (
	"context"
	"fmt"

	goopenai "github.com/sashabaranov/go-openai"

	"github.com/viceconsul/viceconsul/interview/transcript"
)

// An Embedder turns bank questions into vectors with the endpoint's model.
type Embedder struct {
	endpoint *endpoint
	config   Config
}

// NewEmbedder makes an embedder; EmbeddingModel and Dimensions must be set, since a
// bank is stored at one width.
func NewEmbedder(c Config) (*Embedder, error) {
	if c.EmbeddingModel == "" || c.Dimensions <= 0 {
		return nil, fmt.Errorf("openai: an embedder needs a model and its dimensions")
	}
	e, err := newEndpoint(c, atTheWindow)
	if err != nil {
		return nil, err
	}
	return &Embedder{endpoint: e, config: c}, nil
}

// Embed returns one vector a text, in the order of the texts, each Dimensions wide.
// A reply of another shape is ErrRefused. It waits at most 8 seconds.
func (e *Embedder) Embed(ctx context.Context, texts []string) ([][]float32, error) {
	var reply goopenai.EmbeddingResponse
	err := e.endpoint.call(ctx, Account{}, func(ctx context.Context) (_ *Usage, err error) {
		reply, err = e.endpoint.client.CreateEmbeddings(ctx, goopenai.EmbeddingRequestStrings{
			Input:      texts,
			Model:      goopenai.EmbeddingModel(e.config.EmbeddingModel),
			Dimensions: e.config.Dimensions,
		})
		if err != nil || reply.Usage.TotalTokens == 0 {
			return nil, err
		}
		return &Usage{Prompt: reply.Usage.PromptTokens}, nil
	})
	if err != nil {
		return nil, described("embed questions", err)
	}
	return placed(reply.Data, len(texts), e.config.Dimensions)
}

// EmbedQuery is the vector of what a person wrote, with identifiers replaced before it is
// sent.
func (e *Embedder) EmbedQuery(ctx context.Context, text string) ([]float32, error) {
	vectors, err := e.Embed(ctx, []string{newRedactor(transcript.Profile{}).text(text)})
	if err != nil {
		return nil, err
	}
	return vectors[0], nil
}

// placed puts vectors where their index says, and refuses gaps, repeats and other widths.
func placed(data []goopenai.Embedding, n, wide int) ([][]float32, error) {
	vectors := make([][]float32, n)
	for _, d := range data {
		if d.Index < 0 || d.Index >= n || vectors[d.Index] != nil || len(d.Embedding) != wide {
			return nil, fmt.Errorf("embed questions: %w: vector %d has %d numbers, want %d once", ErrRefused, d.Index, len(d.Embedding), wide)
		}
		vectors[d.Index] = d.Embedding
	}
	if len(data) != n {
		return nil, fmt.Errorf("embed questions: %w: %d vectors for %d texts", ErrRefused, len(data), n)
	}
	return vectors, nil
}
