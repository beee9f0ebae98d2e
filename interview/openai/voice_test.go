package openai

import (
	"bytes"
	"context"
	"errors"
	"io"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/viceconsul/viceconsul/interview/openai/standin"
	"github.com/viceconsul/viceconsul/interview/speech"
	"github.com/viceconsul/viceconsul/interview/transcript"
)

func answer() speech.Recording {
	return speech.Recording{Account: speech.Account{Applicant: "a", Interview: "i", Turn: 1}, Format: speech.WAV, Sound: standin.WAV(), Seconds: 1}
}

func newTranscriber(t *testing.T, s *standin.Server) *Transcriber {
	t.Helper()
	tr, err := NewTranscriber(Config{BaseURL: s.URL(), TranscriptionModel: "ear"})
	if err != nil {
		t.Fatal(err)
	}
	return tr
}

// A recording is written down with how sure the model is of each word; it is told the
// language and nothing that could make it hear one thing rather than another.
func TestTranscribe(t *testing.T) {
	s := standin.New(t, standin.Always(standin.Hears("It costs thirty thousand, in May.", 0.9, "thousand")))
	l := NewLedger(Caps{})
	tr, err := NewTranscriber(Config{BaseURL: s.URL(), TranscriptionModel: "ear", Ledger: l})
	if err != nil {
		t.Fatal(err)
	}
	h, err := tr.Transcribe(t.Context(), answer())
	if err != nil || h.Text != "It costs thirty thousand, in May." || h.Seconds != 4.2 || h.Foreign || h.Confirm() {
		t.Fatalf("Transcribe: %+v, %v", h, err)
	}
	if len(h.Words) != 6 || h.Text[h.Words[3].Start:h.Words[3].End] != "thousand" || h.Words[3].Confidence != 0.45 {
		t.Errorf("words %+v", h.Words)
	}
	c := s.Calls()[0]
	if c.Path != "/v1/audio/transcriptions" || c.Form["language"] != "en" || c.Form["model"] != "ear" || !bytes.Equal(c.Sound, standin.WAV()) || c.Form["file"] != "answer.wav" {
		t.Errorf("asked %s with %v", c.Path, c.Form)
	}
	for name := range c.Form {
		if !strings.Contains("file model language response_format timestamp_granularities[]", name) {
			t.Errorf("the model was told %s", name)
		}
	}
	if got := l.Totals(); got.Calls != 1 || got.Heard != 2*time.Second || got.Assumed == 0 {
		t.Errorf("booked %+v", got)
	}
}

// Models that take no details are asked for the text alone, and not twice each time.
func TestTranscribePlainModels(t *testing.T) {
	s := standin.New(t, func(c *standin.Call) standin.Reply {
		if c.Form["response_format"] != "json" {
			return standin.Status(400)
		}
		return standin.Hears("To study.", 1)
	})
	tr := newTranscriber(t, s)
	for range 2 {
		if h, err := tr.Transcribe(t.Context(), answer()); err != nil || h.Text != "To study." || !h.Confirm() {
			t.Errorf("Transcribe: %+v, %v; want the text, to be confirmed", h, err)
		}
	}
	if n := len(s.Calls()); n != 3 {
		t.Errorf("%d calls, want 3", n)
	}
}

// Whatever is wrong with a reply, there is an error or a text that must be confirmed,
// soon, and nothing of the reply in the error.
func TestTranscribeMisbehaviour(t *testing.T) {
	for _, k := range standin.HearingKinds() {
		t.Run(k.Name, func(t *testing.T) {
			t.Parallel()
			s := standin.New(t, standin.Always(k.Reply))
			ctx, cancel := context.WithTimeout(t.Context(), 3*time.Second)
			defer cancel()
			h, err := newTranscriber(t, s).Transcribe(ctx, answer())
			if err == nil && !h.Confirm() {
				t.Errorf("heard %+v, which would count", h)
			}
			if err != nil && (strings.Contains(err.Error(), standin.Secret) || strings.Contains(err.Error(), "thirty")) {
				t.Errorf("error %v quotes the reply", err)
			}
			if nothing := k.Name == "silence" || k.Name == "empty text" || k.Name == "only marks"; errors.Is(err, speech.ErrNothing) != nothing {
				t.Errorf("Transcribe: %v, want ErrNothing %t", err, nothing)
			}
		})
	}
}

func newSpeaker(t *testing.T, s *standin.Server) *Speaker {
	t.Helper()
	sp, err := NewSpeaker(Config{BaseURL: s.URL(), SpeechModel: "mouth", Voice: "nova"})
	if err != nil {
		t.Fatal(err)
	}
	return sp
}

// A line is spoken as it comes, and never with a name of the profile in it.
func TestSpeak(t *testing.T) {
	s := standin.New(t, standin.Always(standin.Speaks(time.Millisecond, standin.MP3(2), standin.MP3(3))))
	sp := newSpeaker(t, s)
	var got bytes.Buffer
	if err := sp.Speak(t.Context(), speech.Line{Text: "Who is paying?"}, &got); err != nil || !bytes.Equal(got.Bytes(), standin.MP3(5)) {
		t.Errorf("Speak: %d bytes, %v", got.Len(), err)
	}
	c := s.Calls()[0]
	if c.Path != "/v1/audio/speech" || c.Voice != "nova" || c.Model != "mouth" || len(c.Input) != 1 || c.Input[0] != "Who is paying?" {
		t.Errorf("asked %s for %+v", c.Path, c)
	}
	var p transcript.Profile
	if err := p.UnmarshalJSON([]byte(`{"finance":{"sponsors":[{"relationship":"uncle","name":"Tarek Halim"}]}}`)); err != nil {
		t.Fatal(err)
	}
	for _, l := range []speech.Line{
		{Text: "You said Tarek Halim pays. Which is it?", Profile: p}, {Text: "Is your number N1234567?"}, {Text: "Who is paying?", Home: true},
	} {
		if err := sp.Speak(t.Context(), l, io.Discard); !errors.Is(err, speech.ErrUnspoken) {
			t.Errorf("Speak(%q): %v, want ErrUnspoken", l.Text, err)
		}
	}
	if n := len(s.Calls()); n != 1 {
		t.Errorf("%d calls, want none of what may not be sent", n)
	}
}

// Whatever is wrong with the sound, a desk says so, soon, and what it gave out until
// then began as sound.
func TestSpeakMisbehaviour(t *testing.T) {
	for _, k := range standin.SpeakingKinds() {
		t.Run(k.Name, func(t *testing.T) {
			t.Parallel()
			s := standin.New(t, standin.Always(k.Reply))
			d := speech.NewDesk(newSpeaker(t, s))
			defer d.Close()
			sound, err := d.Speak(speech.Line{Text: "Who is paying?", Stock: true})
			if err != nil {
				t.Fatal(err)
			}
			var got bytes.Buffer
			err = sound.Play(t.Context(), &got)
			if err == nil || strings.Contains(err.Error(), standin.Secret) || strings.Contains(err.Error(), "paying") {
				t.Errorf("Play: %v, want an error that quotes nothing", err)
			}
			if got.Len() > 0 && !bytes.HasPrefix(standin.MP3(1), got.Bytes()[:4]) || got.Len() > 2<<20 {
				t.Errorf("%d bytes were given out", got.Len())
			}
		})
	}
}

// Voice is held to the same caps as words, and booked in its own measures: as many
// letters as the endpoint was sent.
func TestVoiceSpends(t *testing.T) {
	s := standin.New(t, func(c *standin.Call) standin.Reply {
		if len(c.Sound) > 0 {
			return standin.Hears("To study.", 0.9)
		}
		return standin.Speaks(0, standin.MP3(4))
	})
	l := NewLedger(Caps{Turn: 1_000})
	b := keepBooks(l)
	c := Config{BaseURL: s.URL(), TranscriptionModel: "ear", SpeechModel: "mouth", Ledger: l}
	ear, err := NewTranscriber(c)
	if err != nil {
		t.Fatal(err)
	}
	mouth, err := NewSpeaker(c)
	if err != nil {
		t.Fatal(err)
	}
	long := answer()
	long.Seconds = 180
	if _, err := ear.Transcribe(t.Context(), long); !errors.Is(err, ErrSpent) {
		t.Errorf("three minutes under a cap of 1,000 tokens: %v, want ErrSpent", err)
	}
	heard := 0
	for ; ; heard++ {
		if _, err := ear.Transcribe(t.Context(), answer()); err != nil {
			break
		}
	}
	letters := 0
	for _, line := range []string{"Who is paying?", "¿Señor?", "Why this school?"} {
		if err := mouth.Speak(t.Context(), speech.Line{Account: speech.Account{Applicant: "b", Interview: "j", Turn: 1}, Text: line}, io.Discard); err != nil {
			t.Fatal(err)
		}
		letters += utf8.RuneCountInString(line)
	}
	got := l.Totals()
	if got.Heard != time.Duration(2*heard)*time.Second || got.Spoken != letters || heard < 3 || got.Calls != heard+3 || len(s.Calls()) != got.Calls || len(b.calls) != got.Calls {
		t.Errorf("%d recordings and %d letters were sent in %d calls; booked %+v", heard, letters, len(s.Calls()), got)
	}
}
