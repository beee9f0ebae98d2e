package main

import (
	"github.com/viceconsul/viceconsul/interview/openai"
	"github.com/viceconsul/viceconsul/interview/speech"
)

// transcriber writes spoken answers down; nil when no model is named for it.
func (m modelFlags) transcriber() (speech.Transcriber, error) {
	if m.Transcription == "" {
		return nil, nil
	}
	return openai.NewTranscriber(m.config())
}

// desk speaks the officer's lines: with the endpoint's model when one is named, then with
// what is installed on this machine.
func (m modelFlags) desk() (*speech.Desk, error) {
	engines := speech.Installed()
	if m.Speech != "" {
		speaker, err := openai.NewSpeaker(m.config())
		if err != nil {
			return nil, err
		}
		engines = append([]speech.Engine{speaker}, engines...)
	}
	return speech.NewDesk(engines...), nil
}
