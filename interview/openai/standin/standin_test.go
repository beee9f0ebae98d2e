package standin

import (
	"io"
	"net/http"
	"strings"
	"testing"
	"time"
)

func ask(t *testing.T, s *Server, path, body string) (string, error) {
	t.Helper()
	client := http.Client{Timeout: 2 * time.Second, CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	defer client.CloseIdleConnections()
	res, err := client.Post(s.URL()+path, "application/json", strings.NewReader(body))
	if err != nil {
		return "", err
	}
	defer res.Body.Close()
	all, err := io.ReadAll(io.LimitReader(res.Body, 1<<20))
	return string(all), err
}

// The server tells whole and streamed replies, and counts what they used.
func TestSpeaksTheProtocol(t *testing.T) {
	s := New(t, func(c *Call) Reply {
		if c.Path == "/v1/embeddings" {
			return Vectors
		}
		return Says("Who is paying?")
	})
	for body, want := range map[string]string{
		`{"model":"m","messages":[{"role":"user","content":"a b"}]}`:                                                       `"total_tokens":5`,
		`{"model":"m","stream":true,"stream_options":{"include_usage":true},"messages":[{"role":"user","content":"a b"}]}`: `"total_tokens":5`,
		`{"model":"m","response_format":{"type":"json_schema"},"messages":[]}`:                                             `"total_tokens":3`,
	} {
		if got, err := ask(t, s, "/chat/completions", body); err != nil || !strings.Contains(got, want) {
			t.Errorf("asked %s: %q, %v; want %s in it", body, got, err, want)
		}
	}
	if got, err := ask(t, s, "/embeddings", `{"model":"m","input":["one","three"],"dimensions":3}`); err != nil || !strings.Contains(got, "[5,2,0]") {
		t.Errorf("embeddings: %q, %v", got, err)
	}
	calls := s.Calls()
	if len(calls) != 4 || s.Opened() == 0 {
		t.Fatalf("%d calls over %d connections, want 4 over some", len(calls), s.Opened())
	}
	for _, c := range calls {
		if !c.Told {
			t.Errorf("call %d does not count as told", c.N)
		}
	}
}

// There are enough kinds, of different names, and every one ends with its caller.
func TestKinds(t *testing.T) {
	names := map[string]bool{}
	for _, k := range Kinds() {
		names[k.Name] = true
		t.Run(k.Name, func(t *testing.T) {
			t.Parallel()
			s := New(t, Always(k.Reply))
			_, _ = ask(t, s, "/chat/completions", `{"model":"m","stream":true,"messages":[]}`) // that it returns is what is tested
			if n := len(s.Calls()); n != 1 {
				t.Errorf("%d calls, want 1", n)
			}
		})
	}
	if len(names) != len(Kinds()) || len(names) < 25 {
		t.Errorf("%d kinds of %d names, want 25 or more, each once", len(Kinds()), len(names))
	}
}
