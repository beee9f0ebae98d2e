package openai

import (
	"context"
	"crypto/rand"
	"embed"
	"encoding/hex"
	"errors"
	"fmt"
	"strings"
	"sync"
	"text/template"

	goopenai "github.com/sashabaranov/go-openai"

	"github.com/viceconsul/viceconsul/interview/live"
)

//go:embed prompts/*.tmpl
var promptFiles embed.FS

var prompts = template.Must(template.ParseFS(promptFiles, "prompts/*.tmpl"))

const (
	wordingVersion = 2   // of the prompts; stored with every line they made
	mostReply      = 120 // tokens; a line of 200 characters is under 60, with room for models that think aloud
	answerRunes    = 500 // of the answer that are sent: more makes no better line
)

// An Officer words moves with a chat model. It is told the bank's line, the applicant's
// last answer, both redacted, the temper and the visa.
type Officer struct {
	endpoint *endpoint
	model    string

	mu       sync.Mutex
	outcomes map[string]int // of lines, for the metrics
}

var _ live.Officer = (*Officer)(nil)

// NewOfficer makes an officer of the endpoint's chat model.
func NewOfficer(c Config) (*Officer, error) {
	if c.Model == "" {
		return nil, fmt.Errorf("openai: an officer needs a model")
	}
	e, err := newEndpoint(c, atTheWindow)
	if err != nil {
		return nil, err
	}
	return &Officer{endpoint: e, model: c.Model, outcomes: map[string]int{}}, nil
}

// Name is the model's, with the version of the prompts.
func (o *Officer) Name() string { return fmt.Sprintf("%s, wording %d", o.model, wordingVersion) }

// Lines counts the lines asked for by what became of them: "said", or why the bank's
// line stood.
func (o *Officer) Lines() map[string]int {
	o.mu.Lock()
	defer o.mu.Unlock()
	all := make(map[string]int, len(o.outcomes))
	for outcome, n := range o.outcomes {
		all[outcome] = n
	}
	return all
}

// Word says the move's line in the model's words, as they come: each whole word is
// checked before it is said, and the one that ends a question only when all of the
// line is in order. What fails is ErrRefused, and the bank's own line stands.
func (o *Officer) Word(ctx context.Context, b live.Brief, say func(piece string)) (string, error) {
	var line string
	on := Account{Applicant: b.Applicant, Interview: b.Interview, Turn: b.Move.Turn}
	err := o.endpoint.call(ctx, on, func(ctx context.Context) (used *Usage, err error) {
		line, used, err = o.word(ctx, b, say)
		return used, err
	})
	o.count(err)
	if err != nil {
		return "", described("word a line", err)
	}
	return line, nil
}

func (o *Officer) count(err error) {
	outcome := "failed"
	for _, known := range []struct {
		err  error
		name string
	}{{nil, "said"}, {ErrRefused, "refused"}, {ErrSpent, "spent"}, {ErrResting, "resting"}, {ErrBusy, "busy"},
		{errTooSlow, "late"}, {context.DeadlineExceeded, "late"}, {context.Canceled, "left"}} {
		if errors.Is(err, known.err) {
			outcome = known.name
			break
		}
	}
	o.mu.Lock()
	defer o.mu.Unlock()
	o.outcomes[outcome]++
}

// word asks for a line and hears it.
func (o *Officer) word(ctx context.Context, b live.Brief, say func(string)) (string, *Usage, error) {
	r := newRedactor(b.Profile)
	messages, sent, err := wordingMessages(b, r, randomMark())
	if err != nil {
		return "", nil, err
	}
	stream, err := o.endpoint.client.CreateChatCompletionStream(ctx, goopenai.ChatCompletionRequest{
		Model:               o.model,
		Messages:            messages,
		MaxCompletionTokens: mostReply,
		Stream:              true,
		StreamOptions:       &goopenai.StreamOptions{IncludeUsage: true},
	})
	if err != nil {
		return "", nil, err
	}
	defer stream.Close()
	h := hearing{check: newLineCheck(b.Move, lastAnswer(b)), say: say,
		restore: func(word string) string { return r.restore(word, sent) }}
	used, err := heard(stream, o.model, h.piece)
	if err != nil {
		return "", used, err
	}
	line, err := h.end()
	return line, used, err
}

// heard reads a streamed reply of a model to its end, a piece at a time; only a finish
// reason makes it whole. What it used may come after that.
func heard(stream *goopenai.ChatCompletionStream, model string, piece func(string) error) (used *Usage, err error) {
	whole := false
	for {
		part, err := stream.Recv()
		switch {
		case whole && err != nil: // all was said; only what it used is not known
			return used, nil
		case err != nil:
			return nil, err
		case !sameModel(model, part.Model):
			return nil, fmt.Errorf("%w: another model answers", ErrRefused)
		}
		if part.Usage != nil {
			used = &Usage{part.Usage.PromptTokens, part.Usage.CompletionTokens}
		}
		if len(part.Choices) == 0 {
			continue
		}
		choice := part.Choices[0]
		if len(choice.Delta.ToolCalls) > 0 || whole && choice.Delta.Content != "" {
			return nil, fmt.Errorf("%w: it does more than was asked", ErrRefused)
		}
		if err := piece(choice.Delta.Content); err != nil {
			return nil, err
		}
		switch choice.FinishReason {
		case "":
		case goopenai.FinishReasonStop:
			whole = true
		default:
			return nil, fmt.Errorf("%w: it ended with another reason than its end", ErrRefused)
		}
	}
}

// A hearing is a line as it comes.
type hearing struct {
	check   *lineCheck
	say     func(piece string)
	restore func(word string) string
	rest    string // of a word not whole yet
	held    string // words that passed and wait for the end of the line
	begun   bool
}

// piece takes some more of the reply and says the whole words in it that pass.
func (h *hearing) piece(text string) error {
	h.rest += text
	if !h.begun {
		h.rest = strings.TrimLeft(h.rest, " \n")
	}
	if len(h.rest) > 4*lineRunes {
		return fmt.Errorf("%w: it is too long", ErrRefused)
	}
	for {
		word, rest, whole := strings.Cut(h.rest, " ")
		if !whole {
			return nil
		}
		h.rest = rest
		if err := h.word(word); err != nil {
			return err
		}
	}
}

func (h *hearing) word(word string) error {
	word = h.restore(unquoted(word))
	for _, w := range strings.Split(word, " ") { // a name put back may have several
		if w == "" {
			continue
		}
		if err := h.check.word(w); err != nil {
			return err
		}
		if h.begun {
			w = " " + w
		}
		h.begun = true
		if h.check.over { // a question is asked once all of it is in order
			h.held += w
			continue
		}
		h.say(w)
	}
	return nil
}

// end judges the whole line and says what was held back.
func (h *hearing) end() (string, error) {
	if err := h.word(strings.TrimSpace(h.rest)); err != nil {
		return "", err
	}
	if err := h.check.done(); err != nil {
		return "", err
	}
	if h.held != "" {
		h.say(h.held)
	}
	return strings.Join(h.check.said, " "), nil
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

// wordingMessages renders the instructions and, apart from them, line and answer as
// data, redacted. It returns the line as it is sent, too.
func wordingMessages(b live.Brief, r *redactor, mark string) (messages []goopenai.ChatCompletionMessage, sent string, err error) {
	sent = r.text(b.Move.Line)
	answer := []rune(r.text(lastAnswer(b)))
	told := map[string]any{
		"Temper": b.Temper, "Visa": b.Category.Visa(), "Kind": strings.ReplaceAll(string(b.Move.Kind), "_", " "),
		"Words": wordsFor(b.Move.Line), "Mark": mark,
		"Line": marked(sent, mark, "^"), "Answer": marked(string(answer[:min(len(answer), answerRunes)]), mark, "^"),
	}
	for _, m := range []struct{ role, file string }{{goopenai.ChatMessageRoleSystem, "wording.tmpl"}, {goopenai.ChatMessageRoleUser, "wording_data.tmpl"}} {
		var text strings.Builder
		if err := prompts.ExecuteTemplate(&text, m.file, told); err != nil {
			return nil, "", fmt.Errorf("render the wording prompt: %w", err)
		}
		messages = append(messages, goopenai.ChatCompletionMessage{Role: m.role, Content: text.String()})
	}
	return messages, sent, nil
}

// marked makes a text tell itself apart from instructions: its words joined by a sign
// that it does not hold, and no mark in it.
func marked(text, mark, sign string) string {
	text = strings.ReplaceAll(strings.ReplaceAll(text, sign, " "), mark, " ")
	return strings.Join(strings.Fields(text), sign)
}

// randomMark cannot be guessed by whoever writes an answer.
func randomMark() string {
	var b [6]byte
	_, _ = rand.Read(b[:]) // never fails
	return hex.EncodeToString(b[:])
}
