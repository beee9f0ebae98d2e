// Package speech is what is spoken at the window and how it is heard: recordings of
// answers and what an engine made of them, the words in it that are easily misheard,
// and the officer's lines as sound, from an endpoint or a command of this machine.
//
// It knows no protocol and no socket. Nobody is judged by how a voice sounds: all that
// goes on from here is text, its seconds, and which of its words are in doubt.
package speech

import (
	"bytes"
	"context"
	"errors"

	"github.com/viceconsul/viceconsul/interview/transcript"
)

var (
	// ErrNothing says that a recording holds no words.
	ErrNothing = errors.New("speech: no words heard")
	// ErrUnspoken says that no engine may or can speak a line: none is there, or the line
	// must not leave this machine.
	ErrUnspoken = errors.New("speech: no engine for this line")
)

// An Account is on whose behalf an engine works.
type Account struct {
	Applicant, Interview string
	Turn                 int
}

// A Format is the container of a recording.
type Format string

// The formats that are taken.
const (
	WebM Format = "webm"
	MP4  Format = "mp4"
	Ogg  Format = "ogg"
	WAV  Format = "wav"
)

// Formats are all that are taken, the first that a browser can record being the best.
func Formats() []Format { return []Format{WebM, MP4, Ogg, WAV} }

// Fits reports whether sound begins as the format does.
func (f Format) Fits(sound []byte) bool {
	switch f {
	case WebM:
		return bytes.HasPrefix(sound, []byte{0x1A, 0x45, 0xDF, 0xA3})
	case MP4:
		return len(sound) > 8 && string(sound[4:8]) == "ftyp"
	case Ogg:
		return bytes.HasPrefix(sound, []byte("OggS"))
	case WAV:
		return len(sound) > 12 && string(sound[:4]) == "RIFF" && string(sound[8:12]) == "WAVE"
	}
	return false
}

// A Recording is one spoken answer. It lives in memory until its text is there.
type Recording struct {
	Account
	Format  Format
	Sound   []byte
	Seconds float64 // by the clock, from its first part to its last
}

// A Transcriber writes down what was spoken. ErrNothing when that was nothing. It is
// told nothing of the profile: it would hear the declared fact whatever was said.
type Transcriber interface {
	Transcribe(ctx context.Context, r Recording) (Heard, error)
	Name() string // of the engine, for people
}

// Heard is what an engine made of a recording.
type Heard struct {
	Text    string
	Seconds float64 // of the recording, as the engine measured it; 0 when it did not
	Words   []Word  // with their confidence, in order; none when the engine tells none
	Foreign bool    // the engine says it is not English
}

// A Word is a part of the text that an engine was so sure of.
type Word struct {
	Start, End int     // bytes of the text
	Confidence float64 // 0 to 1
}

// Thresholds of confidence (our judgement: published error rates of a word rise steeply
// below one half, and of an answer as a whole below two thirds).
const (
	unsure    = 0.5
	uncertain = 0.65
)

// Confidence is that of the whole text, each word by its length; false when the engine
// told none.
func (h Heard) Confidence() (float64, bool) {
	sum, length := 0.0, 0
	for _, w := range h.Words {
		sum += w.Confidence * float64(w.End-w.Start)
		length += w.End - w.Start
	}
	if length == 0 {
		return 0, false
	}
	return sum / float64(length), true
}

// Confirm reports whether the applicant must read the text before it counts.
func (h Heard) Confirm() bool {
	c, told := h.Confidence()
	return !told || c < uncertain || h.Foreign
}

// A Line is what an officer says, to be spoken.
type Line struct {
	Account
	Text    string
	Stock   bool               // of the bank's own words: anybody may hear it, so its sound may be kept
	Home    bool               // nothing of the interview may be sent to an endpoint
	Profile transcript.Profile // whose names and numbers may not be sent
}
