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
	line, err := checkLine(said, b.Move, lastAnswer(b))
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
		if !sameModel(o.model, part.Model) {
			return "", fmt.Errorf("%w: another model answers", ErrRefused)
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

// sameModel reports whether the name an endpoint gives is the configured one, perhaps
// with a date or a path to it; endpoints that give none are believed.
func sameModel(asked, given string) bool {
	asked, given = strings.ToLower(asked), strings.ToLower(given)
	return given == "" || strings.Contains(given, asked) || strings.Contains(asked, given)
}

// lastAnswer is what the applicant said before this move.
func lastAnswer(b live.Brief) string {
	if len(b.Turns) == 0 {
		return ""
	}
	return b.Turns[len(b.Turns)-1].Applicant
}

// wordingMessages renders the instructions and, apart from them, the line as data.
func wordingMessages(b live.Brief) ([]goopenai.ChatCompletionMessage, error) {
	var system strings.Builder
	err := prompts.ExecuteTemplate(&system, "wording.tmpl", map[string]any{
		"Temper": b.Temper, "Visa": b.Category.Visa(), "Kind": strings.ReplaceAll(string(b.Move.Kind), "_", " "),
		"Words": wordsFor(b.Move.Line),
	})
	if err != nil {
		return nil, fmt.Errorf("render the wording prompt: %w", err)
	}
	return []goopenai.ChatCompletionMessage{
		{Role: goopenai.ChatMessageRoleSystem, Content: system.String()},
		{Role: goopenai.ChatMessageRoleUser, Content: b.Move.Line},
	}, nil
}
