package main

import (
	"encoding/json"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/gorilla/websocket"

	"github.com/viceconsul/viceconsul/interview/openai/standin"
)

// The models that are named hear and speak, the welcome says so, and the metrics count.
func TestVoiceModels(t *testing.T) {
	s := standin.New(t, standin.Always(standin.Speaks(0, standin.MP3(4))))
	h, err := (&serveCommand{Data: t.TempDir(), Model: modelFlags{URL: s.URL(), Name: "m", Transcription: "ear", Speech: "mouth", SpeechVoice: "nova"}}).
		open(t.Context(), slog.New(slog.DiscardHandler))
	if err != nil {
		t.Fatal(err)
	}
	defer h.close()
	server := httptest.NewServer(h.server)
	defer server.Close()
	defer func() { _ = h.server.Shutdown(t.Context()) }()
	reply, err := http.Post(server.URL+"/api/v1/interviews", "application/json", strings.NewReader(`{"category":"F-1"}`))
	if err != nil {
		t.Fatal(err)
	}
	defer reply.Body.Close()
	var started struct{ ID, Socket, Token string }
	if err := json.NewDecoder(reply.Body).Decode(&started); err != nil {
		t.Fatal(err)
	}
	bearer := http.Header{"Authorization": {"Bearer " + started.Token}}
	dialer := websocket.Dialer{Subprotocols: []string{"viceconsul.v1"}}
	conn, _, err := dialer.Dial("ws"+strings.TrimPrefix(server.URL, "http")+started.Socket, bearer)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	if err := conn.WriteMessage(websocket.TextMessage, []byte(`{"type":"hello"}`)); err != nil {
		t.Fatal(err)
	}
	_, welcome, err := conn.ReadMessage()
	if err != nil || !strings.Contains(string(welcome), `"hears":{"engine":"ear"`) || !strings.Contains(string(welcome), `"speaks":{"engine":"mouth"}`) {
		t.Errorf("welcome %s, %v", welcome, err)
	}
	r, err := http.NewRequest("GET", server.URL+"/api/v1/interviews/"+started.ID+"/lines/1/speech", nil)
	if err != nil {
		t.Fatal(err)
	}
	r.Header = bearer
	spoken, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := io.Copy(io.Discard, spoken.Body); err != nil { // its end comes when the call is booked
		t.Error(err)
	}
	spoken.Body.Close()
	if calls := s.Calls(); spoken.StatusCode != http.StatusOK || len(calls) != 1 || calls[0].Voice != "nova" {
		t.Errorf("speech: %s, %d calls", spoken.Status, len(calls))
	}
	w := httptest.NewRecorder()
	h.server.Metrics().ServeHTTP(w, httptest.NewRequest("GET", "/metrics", nil))
	for _, want := range []string{`viceconsul_spoken_lines_total{outcome="spoken by mouth"} 1`, "viceconsul_model_speech_characters_total ", "viceconsul_model_audio_seconds_total 0"} {
		if !strings.Contains(w.Body.String(), want) {
			t.Errorf("metrics lack %s", want)
		}
	}
}

// Models for voice need an endpoint.
func TestVoiceModelsNeedAnEndpoint(t *testing.T) {
	t.Setenv("OPENAI_BASE_URL", "")
	t.Setenv("OPENAI_API_KEY", "")
	t.Setenv("VICECONSUL_SPEECH_MODEL", "tts-1")
	code, _, errs := ran(t, "", "serve", "--listen", "127.0.0.1:0")
	if code != exitUnusable || !strings.Contains(errs, "VICECONSUL_SPEECH_MODEL") {
		t.Errorf("exit %d, %q; want what is missing", code, errs)
	}
}
