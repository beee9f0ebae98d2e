package openai

import (
	"context"
	"errors"
	"fmt"
	"io"
	"unicode/utf8"

	goopenai "github.com/sashabaranov/go-openai"

	"github.com/viceconsul/viceconsul/interview/speech"
)

// usualVoice is the voice of a speech model when none is named: one that the first
// models had and the others kept.
const usualVoice = "alloy"

// A Speaker speaks the officer's lines with the endpoint's model.
type Speaker struct {
	endpoint     *endpoint
	model, voice string
}

var _ speech.Engine = (*Speaker)(nil)

// NewSpeaker makes a speaker; SpeechModel must be set.
func NewSpeaker(c Config) (*Speaker, error) {
	if c.SpeechModel == "" {
		return nil, fmt.Errorf("openai: a speaker needs a model")
	}
	e, err := newEndpoint(c, atTheWindow)
	if err != nil {
		return nil, err
	}
	if c.Voice == "" {
		c.Voice = usualVoice
	}
	return &Speaker{endpoint: e, model: c.SpeechModel, voice: c.Voice}, nil
}

// Name is the model's.
func (s *Speaker) Name() string { return s.model }

// Home is always false.
func (s *Speaker) Home() bool { return false }

// Speak writes the line's sound as it comes, MP3 when the endpoint does as it is asked.
// A line that holds an identifier, a name or an address of the profile is
// speech.ErrUnspoken: it cannot be sent, and spoken with something in its place would be
// another line.
func (s *Speaker) Speak(ctx context.Context, l speech.Line, to io.Writer) error {
	if l.Home || newRedactor(l.Profile).text(l.Text) != l.Text {
		return speech.ErrUnspoken
	}
	tab := &tab{on: Account(l.Account), heard: Sound{Letters: utf8.RuneCountInString(l.Text)}, sound: true}
	err := s.endpoint.callFor(ctx, tab, func(ctx context.Context) (*Usage, error) {
		reply, err := s.endpoint.client.CreateSpeech(ctx, goopenai.CreateSpeechRequest{
			Model: goopenai.SpeechModel(s.model), Voice: goopenai.SpeechVoice(s.voice), Input: l.Text,
			ResponseFormat: goopenai.SpeechResponseFormatMp3,
		})
		if err != nil {
			return nil, err
		}
		defer reply.Close()
		n, err := io.Copy(to, reply)
		if err == nil && n == 0 {
			err = fmt.Errorf("%w: no sound", ErrRefused)
		}
		return nil, err
	})
	if err != nil && !errors.Is(err, speech.ErrUnspoken) {
		return described("speak a line", err)
	}
	return err
}
