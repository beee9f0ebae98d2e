package openai

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"net/http"
	"strings"
	"sync/atomic"
	"unicode"
	"unicode/utf8"

	goopenai "github.com/sashabaranov/go-openai"

	"github.com/viceconsul/viceconsul/interview/speech"
)

const (
	heardRunes = 8000 // longest text of an answer (security limit)
	heardWords = 4000 // in a reply; nobody says more in three minutes
)

// What makes a stretch of a recording silence: the rule of the first model's own
// program, without which it writes down words of thanks that nobody said.
const (
	noSpeech    = 0.6
	noSpeechLog = -1.0
)

// A Transcriber writes spoken answers down with the endpoint's model. The model is told
// that the language is English and nothing else: no prompt, and no word of the profile.
type Transcriber struct {
	endpoint *endpoint
	model    string
	plain    atomic.Bool // the model takes no reply with confidences
}

var _ speech.Transcriber = (*Transcriber)(nil)

// NewTranscriber makes a transcriber; TranscriptionModel must be set.
func NewTranscriber(c Config) (*Transcriber, error) {
	if c.TranscriptionModel == "" {
		return nil, fmt.Errorf("openai: a transcriber needs a model")
	}
	e, err := newEndpoint(c, writingDown)
	if err != nil {
		return nil, err
	}
	return &Transcriber{endpoint: e, model: c.TranscriptionModel}, nil
}

// Name is the model's.
func (t *Transcriber) Name() string { return t.model }

// Transcribe writes a recording down. speech.ErrNothing when it holds no words,
// ErrRefused when the reply is no text of an answer. It waits at most 18 seconds.
func (t *Transcriber) Transcribe(ctx context.Context, r speech.Recording) (speech.Heard, error) {
	verbose := !t.plain.Load()
	heard, err := t.transcribe(ctx, r, verbose)
	if verbose && statusOf(err) == http.StatusBadRequest {
		if heard, err = t.transcribe(ctx, r, false); err == nil {
			t.plain.Store(true) // newer models answer with the text alone
		}
	}
	if err == nil || errors.Is(err, speech.ErrNothing) {
		return heard, err
	}
	return speech.Heard{}, described("write an answer down", err)
}

func (t *Transcriber) transcribe(ctx context.Context, r speech.Recording, verbose bool) (speech.Heard, error) {
	tab := &tab{on: Account(r.Account), heard: Sound{Seconds: math.Ceil(r.Seconds) + 1}, copy: &bytes.Buffer{}}
	ask := goopenai.AudioRequest{
		Model: t.model, FilePath: "answer." + string(r.Format), Reader: bytes.NewReader(r.Sound), Language: "en",
		Format: goopenai.AudioResponseFormatJSON,
	}
	if verbose {
		ask.Format = goopenai.AudioResponseFormatVerboseJSON
		ask.TimestampGranularities = []goopenai.TranscriptionTimestampGranularity{
			goopenai.TranscriptionTimestampGranularityWord, goopenai.TranscriptionTimestampGranularitySegment}
	}
	var heard speech.Heard
	err := t.endpoint.callFor(ctx, tab, func(ctx context.Context) (used *Usage, err error) {
		if _, err = t.endpoint.client.CreateTranscription(ctx, ask); err != nil {
			return nil, err
		}
		heard, used, err = readHeard(tab.copy.Bytes())
		return used, err
	})
	return heard, err
}

// A heardReply is what endpoints tell of a recording. The library leaves out the
// confidences, so the reply is read once more.
type heardReply struct {
	Text     string  `json:"text"`
	Language string  `json:"language"`
	Duration float64 `json:"duration"`
	Segments []struct {
		Text         string   `json:"text"`
		AvgLogprob   *float64 `json:"avg_logprob"`
		NoSpeechProb float64  `json:"no_speech_prob"`
	} `json:"segments"`
	Words []struct {
		Word        string   `json:"word"`
		Probability *float64 `json:"probability"`
	} `json:"words"`
	Usage *struct {
		Type   string `json:"type"`
		Input  int    `json:"input_tokens"`
		Output int    `json:"output_tokens"`
	} `json:"usage"`
}

// readHeard reads a reply; what is none of an answer is ErrRefused.
func readHeard(body []byte) (speech.Heard, *Usage, error) {
	var r heardReply
	if err := json.Unmarshal(body, &r); err != nil {
		return speech.Heard{}, nil, fmt.Errorf("%w: not of the protocol", ErrRefused)
	}
	var used *Usage
	if r.Usage != nil && r.Usage.Type == "tokens" && r.Usage.Input >= 0 && r.Usage.Output >= 0 {
		used = &Usage{r.Usage.Input, r.Usage.Output}
	}
	h, err := r.heard()
	return h, used, err
}

func (r heardReply) heard() (speech.Heard, error) {
	text, segments := r.spoken()
	switch {
	case len(r.Words) > heardWords || len(r.Segments) > heardWords || utf8.RuneCountInString(text) > heardRunes:
		return speech.Heard{}, fmt.Errorf("%w: longer than an answer", ErrRefused)
	case strings.ContainsFunc(text, unspeakable) || !utf8.ValidString(text):
		return speech.Heard{}, fmt.Errorf("%w: no plain text", ErrRefused)
	case !strings.ContainsFunc(text, unicode.IsLetter) && !strings.ContainsFunc(text, unicode.IsDigit):
		return speech.Heard{}, speech.ErrNothing
	}
	h := speech.Heard{Text: text, Seconds: max(0, r.Duration), Foreign: notEnglish(r.Language)}
	if h.Words = r.words(text); h.Words == nil {
		h.Words = segments
	}
	return h, nil
}

// spoken is the text without the stretches of silence, on one line, and how sure the
// engine is of each other stretch; nil when it does not tell.
func (r heardReply) spoken() (string, []speech.Word) {
	if len(r.Segments) == 0 {
		return oneLine(r.Text), nil
	}
	var b strings.Builder
	var sure []speech.Word
	told := true
	for _, s := range r.Segments {
		part := oneLine(s.Text)
		if part == "" || s.NoSpeechProb > noSpeech && s.AvgLogprob != nil && *s.AvgLogprob < noSpeechLog {
			continue
		}
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		start := b.Len()
		b.WriteString(part)
		if s.AvgLogprob == nil {
			told = false
			continue
		}
		sure = append(sure, speech.Word{Start: start, End: b.Len(), Confidence: share(math.Exp(*s.AvgLogprob))})
	}
	if !told {
		sure = nil
	}
	return b.String(), sure
}

// words places the words in the text; nil when the engine tells no confidence of each,
// or its words are not the text's.
func (r heardReply) words(text string) []speech.Word {
	var all []speech.Word
	at := 0
	for _, w := range r.Words {
		word := strings.TrimFunc(w.Word, func(c rune) bool { return unicode.IsSpace(c) || unicode.IsPunct(c) })
		if word == "" {
			continue
		}
		i := strings.Index(text[at:], word)
		if w.Probability == nil || i < 0 {
			return nil
		}
		start := at + i
		at = start + len(word)
		all = append(all, speech.Word{Start: start, End: at, Confidence: share(*w.Probability)})
	}
	return all
}

// share holds a stranger's number to 0 to 1.
func share(p float64) float64 {
	if math.IsNaN(p) {
		return 0
	}
	return min(max(p, 0), 1)
}

func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }

// unspeakable holds for what no transcription of speech has: controls and invisible or
// direction marks.
func unspeakable(r rune) bool { return unicode.IsControl(r) || unicode.Is(unicode.Cf, r) }

// notEnglish holds for a language told that is not English.
func notEnglish(language string) bool {
	language = strings.ToLower(language)
	return language != "" && language != "english" && language != "en" && !strings.HasPrefix(language, "en-")
}
