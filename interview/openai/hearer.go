package openai

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	goopenai "github.com/sashabaranov/go-openai"

	"github.com/viceconsul/viceconsul/interview/transcript"
)

const (
	hearingVersion = 1     // of the prompts; stored with every hearing
	mostToHear     = 6_000 // tokens of one interview, all calls together (performance requirement)
	replyFixed     = 400   // tokens a reply may have (our judgement: three proposals and some air)
	replyATurn     = 60    // and for each answer
	replyText      = 32 << 10
)

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
	e, err := newEndpoint(c, afterwards)
	if err != nil {
		return nil, err
	}
	return &Hearer{endpoint: e, model: c.Model}, nil
}

// Name is the model's, with the version of the prompts.
func (h *Hearer) Name() string { return fmt.Sprintf("%s, hearing %d", h.model, hearingVersion) }

// Grader is who grades with what it hears.
func (h *Hearer) Grader() transcript.Grader {
	return transcript.Grader{Mode: transcript.ByModel, Model: h.model, Prompt: hearingVersion}
}

// Hear is what the model proposes about an interview that the rules graded. It asks
// twice, in another order, and marks as disputed what is not proposed both times; once
// where twice would use too many tokens or the second reply is no use. An error says that
// nothing usable came: the rules' grade stands. The account's turn is not looked at. It
// takes three minutes at most.
func (h *Hearer) Hear(ctx context.Context, on Account, graded transcript.Transcript) (transcript.Hearing, error) {
	on.Turn = afterwardsTurn
	out := transcript.Hearing{Model: h.model, Prompt: hearingVersion, Passes: 1, Proposals: []transcript.Proposal{}}
	s := newScript(graded, randomMark())
	if len(s.Turns) == 0 {
		return out, nil
	}
	first, used, err := h.pass(ctx, on, s, "")
	spent := used
	if errors.Is(err, ErrRefused) && spent+used <= mostToHear { // one attempt to repair
		first, used, err = h.pass(ctx, on, s, "hearing_again.tmpl")
		spent += used
	}
	if err != nil {
		return transcript.Hearing{}, described("hear an interview", err)
	}
	out.Proposals = first
	if spent+used > mostToHear {
		return out, nil
	}
	if second, _, err := h.pass(ctx, on, s.again(), ""); err == nil {
		out.Proposals, out.Passes = agreed(first, second), 2
	}
	if err := ctx.Err(); err != nil {
		return transcript.Hearing{}, described("hear an interview", err)
	}
	return out, nil
}

// pass asks once, with one more word to the model if there is one, and says how many
// tokens that used: as it was told, or the most it can have been.
func (h *Hearer) pass(ctx context.Context, on Account, s *script, more string) (proposals []transcript.Proposal, used int, err error) {
	messages, err := s.messages()
	if err != nil {
		return nil, 0, err
	}
	if more != "" {
		text, err := rendered(more, s)
		if err != nil {
			return nil, 0, err
		}
		messages = append(messages, goopenai.ChatCompletionMessage{Role: goopenai.ChatMessageRoleUser, Content: text})
	}
	most := replyFixed + replyATurn*len(s.Turns)
	for _, m := range messages {
		used += len(m.Content) / bytesPerToken
	}
	err = h.endpoint.callFor(ctx, &tab{on: on, reply: most}, func(ctx context.Context) (*Usage, error) {
		reply, told, err := h.reply(ctx, messages, s.schema(), most)
		if told != nil {
			used = told.Prompt + told.Completion
		}
		if err == nil {
			proposals, err = s.proposals(reply)
		}
		return told, err
	})
	return proposals, used, err
}

// reply asks for JSON by a schema. It comes in a stream, so that a reply which stalls is
// known for one.
func (h *Hearer) reply(ctx context.Context, messages []goopenai.ChatCompletionMessage, schema json.RawMessage, most int) (string, *Usage, error) {
	stream, err := h.endpoint.client.CreateChatCompletionStream(ctx, goopenai.ChatCompletionRequest{
		Model: h.model, Messages: messages, MaxCompletionTokens: most, Stream: true,
		StreamOptions: &goopenai.StreamOptions{IncludeUsage: true},
		ResponseFormat: &goopenai.ChatCompletionResponseFormat{Type: goopenai.ChatCompletionResponseFormatTypeJSONSchema,
			JSONSchema: &goopenai.ChatCompletionResponseFormatJSONSchema{Name: "hearing", Schema: schema, Strict: true}},
	})
	if err != nil {
		return "", nil, err
	}
	defer stream.Close()
	var text strings.Builder
	used, err := heard(stream, h.model, func(piece string) error {
		if text.WriteString(piece); text.Len() > replyText {
			return fmt.Errorf("%w: it is too long", ErrRefused)
		}
		return nil
	})
	return text.String(), used, err
}
