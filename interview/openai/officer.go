package openai

import (
	"context"
	"embed"
	"fmt"
	"strings"
	"text/template"

	goopenai "github.com/sashabaranov/go-openai"

	"github.com/viceconsul/viceconsul/interview/live"
)

//go:embed prompts/*.tmpl
var promptFiles embed.FS

var prompts = template.Must(template.ParseFS(promptFiles, "prompts/*.tmpl"))

// An Officer words moves with a chat model. It is told the bank's line, the temper
// and the visa: nothing the applicant said or declared.
type Officer struct {
	client *goopenai.Client
	model  string
}

var _ live.Officer = (*Officer)(nil)

// NewOfficer makes an officer of the endpoint's chat model.
func NewOfficer(c Config) (*Officer, error) {
	if c.Model == "" {
		return nil, fmt.Errorf("openai: an officer needs a model")
	}
	client, err := newClient(c)
	if err != nil {
		return nil, err
	}
	return &Officer{client: client, model: c.Model}, nil
}

// Name is the model's.
func (o *Officer) Name() string { return o.model }

// Word says the move's line in the model's words. The whole line is checked before
// any of it is said; a line that fails is ErrRefused, and the bank's own stands.
func (o *Officer) Word(ctx context.Context, b live.Brief, say func(piece string)) (string, error) {
	ctx, cancel := context.WithTimeout(ctx, callTimeout)
	defer cancel()
	messages, err := wordingMessages(b)
	if err != nil {
		return "", err
	}
	said, err := o.hear(ctx, messages)
	if err != nil {
		return "", described("word a line", err)
	}
	line, err := checkLine(said, b.Move.Line)
	if err != nil {
		return "", err
	}
	say(line)
	return line, nil
}

// hear reads a streamed reply to its end; only a finish reason makes it whole.
func (o *Officer) hear(ctx context.Context, messages []goopenai.ChatCompletionMessage) (string, error) {
	stream, err := o.client.CreateChatCompletionStream(ctx, goopenai.ChatCompletionRequest{
		Model:               o.model,
		Messages:            messages,
		MaxCompletionTokens: 120, // a line of 200 characters is under 60 tokens; room for models that think aloud
		Stream:              true,
	})
	if err != nil {
		return "", err
	}
	defer stream.Close()
	var line strings.Builder
	for {
		part, err := stream.Recv()
		if err != nil {
			return "", err
		}
		if len(part.Choices) == 0 {
			continue
		}
		line.WriteString(part.Choices[0].Delta.Content)
		switch part.Choices[0].FinishReason {
		case "":
		case goopenai.FinishReasonStop:
			return line.String(), nil
		default:
			return "", fmt.Errorf("%w: it ended with %q", ErrRefused, part.Choices[0].FinishReason)
		}
	}
}

// lineWords bounds a line: officers' lines have a median of 7 words and a 90th
// percentile of 15 (remembered interviews, published with a simulator's research).
const lineWords = 15

// wordingMessages renders the instructions and, apart from them, the line as data.
func wordingMessages(b live.Brief) ([]goopenai.ChatCompletionMessage, error) {
	var system strings.Builder
	err := prompts.ExecuteTemplate(&system, "wording.tmpl", map[string]any{
		"Temper": b.Temper, "Visa": b.Category.Visa(), "Kind": strings.ReplaceAll(string(b.Move.Kind), "_", " "),
		"Words": max(lineWords, len(strings.Fields(b.Move.Line))+3),
	})
	if err != nil {
		return nil, fmt.Errorf("render the wording prompt: %w", err)
	}
	return []goopenai.ChatCompletionMessage{
		{Role: goopenai.ChatMessageRoleSystem, Content: system.String()},
		{Role: goopenai.ChatMessageRoleUser, Content: b.Move.Line},
	}, nil
}
