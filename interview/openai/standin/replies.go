package standin

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"strings"
	"time"
)

// Says answers a chat with a text: streamed a word at a time when that is asked for,
// whole otherwise.
func Says(text string) Reply { return Paced(0, 0, strings.SplitAfter(text, " ")...) }

// SaysOf answers each call with the text made for it.
func SaysOf(text func(*Call) string) Reply {
	return func(w http.ResponseWriter, r *http.Request, c *Call) { Says(text(c))(w, r, c) }
}

// Paced answers a chat with pieces: the first after a while, each other one after the
// gap. What is not streamed waits as long.
func Paced(first, gap time.Duration, pieces ...string) Reply {
	return func(w http.ResponseWriter, r *http.Request, c *Call) {
		if !c.Stream {
			if rest(r, first+time.Duration(len(pieces))*gap) {
				whole(w, c, strings.Join(pieces, ""), "stop")
			}
			return
		}
		s := open(w, c)
		for i, p := range pieces {
			wait := gap
			if i == 0 {
				wait = first
			}
			if !rest(r, wait) || !s.piece(p) {
				return
			}
		}
		s.end("stop")
	}
}

// Status answers with an error status, headers ("Name: value") and a body that must
// never be shown.
func Status(code int, headers ...string) Reply {
	return func(w http.ResponseWriter, _ *http.Request, _ *Call) {
		w.Header().Set("Content-Type", "application/json")
		for _, h := range headers {
			name, value, _ := strings.Cut(h, ": ")
			w.Header().Set(name, value)
		}
		w.WriteHeader(code)
		fmt.Fprintf(w, `{"error":{"message":%q,"type":"stand_in"}}`, Secret)
	}
}

// Secret stands in replies whose text must reach no log, error or page.
const Secret = "SECRET-OF-THE-ENDPOINT"

// Vectors embeds readably: each vector holds the text's length and its place.
func Vectors(w http.ResponseWriter, _ *http.Request, c *Call) {
	wide := max(c.Wide, 2)
	data := make([]map[string]any, len(c.Input))
	for i, text := range c.Input {
		v := make([]float32, wide)
		v[0], v[1] = float32(len(text)), float32(i+1)
		data[i] = map[string]any{"object": "embedding", "index": i, "embedding": v}
	}
	reply(w, c, map[string]any{"object": "list", "data": data, "model": c.Model})
}

// Raw answers with a body as it is, status 200.
func Raw(contentType, body string) Reply {
	return func(w http.ResponseWriter, _ *http.Request, _ *Call) {
		w.Header().Set("Content-Type", contentType)
		_, _ = io.WriteString(w, body)
	}
}

// whole answers a chat in one JSON document.
func whole(w http.ResponseWriter, c *Call, text, finish string) {
	c.Completion = Tokens(text)
	reply(w, c, map[string]any{"id": "chat", "object": "chat.completion", "model": c.Model, "choices": []any{
		map[string]any{"index": 0, "finish_reason": finish, "message": map[string]any{"role": "assistant", "content": text}},
	}})
}

// reply writes a JSON document with the usage in it.
func reply(w http.ResponseWriter, c *Call, document map[string]any) {
	document["usage"] = c.usage()
	c.Told = write(w, document)
}

// write writes a JSON document; false when the caller is gone.
func write(w http.ResponseWriter, document map[string]any) bool {
	w.Header().Set("Content-Type", "application/json")
	return json.NewEncoder(w).Encode(document) == nil
}

func (c *Call) usage() map[string]any {
	return map[string]any{"prompt_tokens": c.Prompt, "completion_tokens": c.Completion, "total_tokens": c.Prompt + c.Completion}
}

// rest waits; false when the caller is gone.
func rest(r *http.Request, d time.Duration) bool {
	if d <= 0 {
		return r.Context().Err() == nil
	}
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-t.C:
		return true
	case <-r.Context().Done():
		return false
	}
}

// A stream is a chat reply being streamed.
type stream struct {
	w http.ResponseWriter
	c *Call
}

func open(w http.ResponseWriter, c *Call) *stream {
	w.Header().Set("Content-Type", "text/event-stream")
	return &stream{w, c}
}

// piece sends some of the text; false when the caller is gone.
func (s *stream) piece(text string) bool {
	s.c.Completion += Tokens(text)
	return s.choice(map[string]any{"content": text}, nil)
}

func (s *stream) choice(delta map[string]any, finish any) bool {
	return s.event(map[string]any{"id": "chat", "object": "chat.completion.chunk", "model": s.c.Model,
		"choices": []any{map[string]any{"index": 0, "delta": delta, "finish_reason": finish}}})
}

func (s *stream) event(document map[string]any) bool {
	b, _ := json.Marshal(document) // of strings and numbers
	return s.raw("data: " + string(b) + "\n\n")
}

// raw sends bytes as they are.
func (s *stream) raw(text string) bool {
	if _, err := io.WriteString(s.w, text); err != nil {
		return false
	}
	return http.NewResponseController(s.w).Flush() == nil
}

// end finishes the stream with its reason, and its usage when that was asked for.
func (s *stream) end(finish string) {
	told := s.choice(map[string]any{}, finish)
	if s.c.withUsage {
		told = told && s.event(map[string]any{"id": "chat", "object": "chat.completion.chunk", "model": s.c.Model,
			"choices": []any{}, "usage": s.c.usage()})
	}
	s.c.Told = s.raw("data: [DONE]\n\n") && told && s.c.withUsage
}

// Telling is a reply that says another number of prompt tokens was used.
func Telling(prompt int, r Reply) Reply {
	return func(w http.ResponseWriter, req *http.Request, c *Call) {
		c.Prompt = prompt
		r(w, req, c)
	}
}
