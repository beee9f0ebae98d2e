package standin

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"io"
	"math"
	"mime"
	"mime/multipart"
	"net/http"
	"strings"
	"time"
)

// readRecording reads the form a recording comes in.
func readRecording(r *http.Request, body []byte) (*Call, error) {
	_, params, err := mime.ParseMediaType(r.Header.Get("Content-Type"))
	if err != nil {
		return nil, fmt.Errorf("the request's type: %w", err)
	}
	c := &Call{ID: r.Header.Get("X-Client-Request-Id"), Path: r.URL.Path, Form: map[string]string{}, done: make(chan struct{})}
	for form := multipart.NewReader(bytes.NewReader(body), params["boundary"]); ; {
		part, err := form.NextPart()
		if err == io.EOF {
			c.Model = c.Form["model"]
			return c, nil
		}
		if err != nil {
			return nil, fmt.Errorf("the request is no form: %w", err)
		}
		value, err := io.ReadAll(part)
		switch {
		case err != nil:
			return nil, fmt.Errorf("the request is no form: %w", err)
		case part.FormName() == "file":
			c.Sound, c.Form["file"] = value, part.FileName()
		default:
			c.Form[part.FormName()] += string(value) + " "
		}
		c.Form[part.FormName()] = strings.TrimSpace(c.Form[part.FormName()])
	}
}

// Hears writes a recording down as a text, each word with a confidence: sure for all but
// the doubtful ones, which are half as sure as that. It tells them when it is asked to.
func Hears(text string, sure float64, doubtful ...string) Reply {
	return func(w http.ResponseWriter, _ *http.Request, c *Call) {
		if c.Form["response_format"] != "verbose_json" {
			reply(w, c, map[string]any{"text": text})
			return
		}
		var words []map[string]any
		for i, word := range strings.Fields(text) {
			p := sure
			for _, d := range doubtful {
				if strings.Trim(word, ".,?") == d {
					p /= 2
				}
			}
			words = append(words, map[string]any{"word": " " + word, "start": i, "end": i + 1, "probability": p})
		}
		heard(w, map[string]any{"words": words, "segments": []any{segment(text, math.Log(sure), 0.01)}}, text, "english")
	}
}

// segment is a stretch of a recording.
func segment(text string, logprob, noSpeech float64) map[string]any {
	return map[string]any{"id": 0, "start": 0, "end": 1, "text": " " + text, "avg_logprob": logprob, "no_speech_prob": noSpeech}
}

// heard writes a recording down with details of them.
func heard(w http.ResponseWriter, document map[string]any, text, language string) {
	document["task"], document["language"], document["duration"], document["text"] = "transcribe", language, 4.2, text
	document["usage"] = map[string]any{"type": "duration", "seconds": 5}
	write(w, document)
}

// HearingKinds are the ways a reply to a recording can be wrong. None of them gives a
// text that may count as it is.
func HearingKinds() []Kind {
	text := "It costs thirty thousand dollars."
	hear := func(details map[string]any, said, language string) Reply {
		return func(w http.ResponseWriter, _ *http.Request, _ *Call) { heard(w, details, said, language) }
	}
	return append(broken(),
		Kind{"nothing but the text", func(w http.ResponseWriter, _ *http.Request, _ *Call) { write(w, map[string]any{"text": text}) }},
		Kind{"silence", hear(map[string]any{"segments": []any{segment("Thank you for watching!", -1.4, 0.9)}}, "Thank you for watching!", "english")},
		Kind{"empty text", hear(map[string]any{"segments": []any{}}, "", "english")},
		Kind{"only marks", hear(map[string]any{}, " . . . ", "english")},
		Kind{"low confidence", Hears(text, 0.4)},
		Kind{"another language", hear(map[string]any{"segments": []any{segment("Mi padre paga.", -0.1, 0)}}, "Mi padre paga.", "spanish")},
		Kind{"NUL", hear(map[string]any{}, "It costs\x00 thirty thousand.", "english")},
		Kind{"bidi", hear(map[string]any{}, "It costs \u202edruof\u202c thousand.", "english")},
		Kind{"endless text", hear(map[string]any{}, strings.Repeat("It costs a lot. ", 4000), "english")},
		Kind{"words of another text", hear(map[string]any{"words": []any{map[string]any{"word": "approve", "probability": 1}}}, text, "english")},
		Kind{"confidence beyond one", func(w http.ResponseWriter, _ *http.Request, _ *Call) {
			write(w, map[string]any{"text": text, "words": []any{map[string]any{"word": "It", "probability": -7}}})
		}},
		Kind{"no JSON", Raw("application/json", `{"text":`)},
		Kind{"a list", Raw("application/json", `["text"]`)},
		Kind{"wrong types", Raw("application/json", `{"text":{"text":"It costs"},"words":"many"}`)},
		Kind{"an event stream", Raw("text/event-stream", "data: {\"text\":\"It costs\"}\n\n")},
		Kind{"sound in return", Raw("audio/mpeg", string(MP3(1)))},
	)
}

// broken are the ways a status and a connection can be wrong, whatever was asked for.
func broken() []Kind {
	return []Kind{
		{"unauthorised", Status(http.StatusUnauthorized)},
		{"too many requests", Status(http.StatusTooManyRequests, "Retry-After: 3600")},
		{"server error with a huge body", hugeError},
		{"redirect", Status(http.StatusTemporaryRedirect, "Location: /v1/elsewhere")},
		{"empty reply", Status(http.StatusNoContent)},
		{"hangs up", hangUp},
		{"slow headers", func(_ http.ResponseWriter, r *http.Request, _ *Call) { rest(r, time.Hour) }},
		{"gzip bomb", gzipBomb},
		{"HTML", Raw("text/html", "<html><body>Log in to the network</body></html>")},
	}
}

// SpeakingKinds are the ways a spoken line can be wrong: none of them is heard whole.
func SpeakingKinds() []Kind {
	return append(broken(),
		Kind{"no sound", Raw("audio/mpeg", "")},
		Kind{"HTML that says it is sound", Raw("audio/mpeg", "<html><body>Log in to the network</body></html>")},
		Kind{"JSON that says it is sound", Raw("audio/mpeg", `{"error":"`+Secret+`"}`)},
		Kind{"JSON", Raw("application/json", `{"audio":"`+Secret+`"}`)},
		Kind{"huge", func(w http.ResponseWriter, r *http.Request, _ *Call) {
			w.Header().Set("Content-Type", "audio/mpeg")
			for page := MP3(64); r.Context().Err() == nil && play(w, page); {
			}
		}},
		Kind{"stalls", func(w http.ResponseWriter, r *http.Request, _ *Call) {
			w.Header().Set("Content-Type", "audio/mpeg")
			play(w, MP3(4))
			rest(r, time.Hour)
		}},
		Kind{"one byte a second", func(w http.ResponseWriter, r *http.Request, _ *Call) {
			w.Header().Set("Content-Type", "audio/mpeg")
			for _, b := range MP3(1) {
				if !play(w, []byte{b}) || !rest(r, time.Second) {
					return
				}
			}
		}},
		Kind{"cut", func(w http.ResponseWriter, _ *http.Request, _ *Call) {
			w.Header().Set("Content-Type", "audio/mpeg")
			w.Header().Set("Content-Length", "100000")
			play(w, MP3(4))
			if conn, _, err := http.NewResponseController(w).Hijack(); err == nil {
				conn.Close()
			}
		}},
	)
}

// Speaks answers with sound: the first part at once, each other one after the gap.
func Speaks(gap time.Duration, parts ...[]byte) Reply {
	return func(w http.ResponseWriter, r *http.Request, _ *Call) {
		w.Header().Set("Content-Type", "audio/mpeg")
		for i, p := range parts {
			if i > 0 && !rest(r, gap) || !play(w, p) {
				return
			}
		}
	}
}

func play(w http.ResponseWriter, part []byte) bool {
	if _, err := w.Write(part); err != nil {
		return false
	}
	return http.NewResponseController(w).Flush() == nil
}

// MP3 is silence in so many frames of MPEG layer III: 48 kb/s, 24 kHz, 24 ms each.
func MP3(frames int) []byte {
	frame := make([]byte, 144)
	copy(frame, []byte{0xFF, 0xF3, 0x64, 0xC4})
	return bytes.Repeat(frame, frames)
}

// WAV is a second of a tone in plain samples, 8 kHz.
func WAV() []byte {
	const samples = 8000
	b := []byte("RIFF")
	b = binary.LittleEndian.AppendUint32(b, 36+2*samples)
	b = append(b, "WAVEfmt "...)
	for _, v := range []any{uint32(16), uint16(1), uint16(1), uint32(8000), uint32(16000), uint16(2), uint16(16)} {
		b, _ = binary.Append(b, binary.LittleEndian, v)
	}
	b = append(b, "data"...)
	b = binary.LittleEndian.AppendUint32(b, 2*samples)
	for i := range samples {
		b = binary.LittleEndian.AppendUint16(b, uint16(int16(8000*math.Sin(float64(i)/3))))
	}
	return b
}
