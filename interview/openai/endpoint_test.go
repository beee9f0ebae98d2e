package openai

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

// An endpoint speaks the OpenAI protocol and misbehaves as its replies say.
type endpoint struct {
	*httptest.Server
	asked []map[string]any // request bodies, in order
}

// newEndpoint serves answer for every call; answer writes the whole reply.
func newEndpoint(t *testing.T, answer func(w http.ResponseWriter, r *http.Request)) *endpoint {
	t.Helper()
	e := &endpoint{}
	e.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, err := io.ReadAll(r.Body)
		if err != nil {
			t.Errorf("read request: %v", err)
		}
		var asked map[string]any
		if err := json.Unmarshal(body, &asked); err != nil {
			t.Errorf("request is not JSON: %v", err)
		}
		e.asked = append(e.asked, asked)
		answer(w, r)
	}))
	t.Cleanup(e.Close)
	return e
}

// streamed says the pieces as a chat stream and ends it with the finish reason;
// "" ends the stream without one.
func streamed(finish string, pieces ...string) func(http.ResponseWriter, *http.Request) {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/event-stream")
		for _, p := range pieces {
			content, _ := json.Marshal(p)
			fmt.Fprintf(w, "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":%s}}]}\n\n", content)
			w.(http.Flusher).Flush()
		}
		if finish != "" {
			fmt.Fprintf(w, "data: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":%q}]}\n\ndata: [DONE]\n\n", finish)
		}
	}
}

// status answers with an error status and a body that must never be shown.
func status(code int) func(http.ResponseWriter, *http.Request) {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.WriteHeader(code)
		fmt.Fprint(w, `{"error":{"message":"SECRET BODY"}}`)
	}
}

// stalled says a piece and then nothing until the caller gives up.
func stalled(w http.ResponseWriter, r *http.Request) {
	streamed("", "Who is")(w, r)
	<-r.Context().Done()
}

// endless keeps sending until the caller stops reading.
func endless(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "text/event-stream")
	line := "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"" + strings.Repeat("a", 4096) + "\"}}]}\n\n"
	for r.Context().Err() == nil {
		if _, err := io.WriteString(w, line); err != nil {
			return
		}
	}
}
