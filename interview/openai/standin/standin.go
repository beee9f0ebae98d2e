// Package standin is a model endpoint for tests: a real server on a local port that
// speaks the OpenAI protocol (chat whole and streamed, replies by schema, embeddings,
// transcription, speech) and behaves, or misbehaves, as its script says. It keeps its own count of what was
// asked and what was used, to hold a client's against.
package standin

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
)

// mostAsked bounds a request's body: no honest one comes near it.
const mostAsked = 1 << 20

// A Server answers each call as its script says.
type Server struct {
	server *httptest.Server
	script func(*Call) Reply
	opened atomic.Int64

	mu    sync.Mutex // guards what follows
	calls []*Call
}

// A Call is one request and what the server knows of its reply. Its fields may be read
// when Server.Calls has returned it, which is after the reply ended.
type Call struct {
	N         int    // from 1, in the order of arrival
	ID        string // X-Client-Request-Id
	Path      string
	Body      string // as it came
	Model     string
	Stream    bool
	Schema    bool // a reply by JSON schema is asked for
	Messages  []Message
	Input     []string // to embed
	Wide      int      // dimensions asked for; 0 for none
	MostReply int      // completion tokens allowed; 0 when not said

	Form  map[string]string // of a recording: every field that came with it
	Sound []byte            // the recording
	Voice string            // of a line to be spoken; the line is the one of Input

	Prompt, Completion int  // tokens, by Tokens
	Told               bool // the whole reply was written, its usage in it

	withUsage bool // a stream is to end with its usage
	done      chan struct{}
}

// A Message is one of a chat.
type Message struct{ Role, Content string }

// A Reply writes the whole answer to a call. It gives up when the request's context
// ends, which is also when the server closes.
type Reply func(w http.ResponseWriter, r *http.Request, c *Call)

// Tokens is how the server counts tokens: a token for each word, of any length.
func Tokens(text string) int { return len(strings.Fields(text)) }

// New serves until the test ends. The script is asked for a reply to each call, from
// several goroutines at once.
func New(t testing.TB, script func(*Call) Reply) *Server {
	t.Helper()
	ctx, leave := context.WithCancel(context.Background())
	s := &Server{script: script}
	s.server = httptest.NewUnstartedServer(http.HandlerFunc(s.serve))
	s.server.Config.BaseContext = func(net.Listener) context.Context { return ctx }
	s.server.Config.ConnState = func(_ net.Conn, state http.ConnState) {
		if state == http.StateNew {
			s.opened.Add(1)
		}
	}
	s.server.Start()
	t.Cleanup(func() {
		leave()
		s.server.CloseClientConnections()
		s.server.Close()
	})
	return s
}

// Always is a script of one reply.
func Always(r Reply) func(*Call) Reply { return func(*Call) Reply { return r } }

// InTurn is a script of replies one after the other, from the first again at the end.
func InTurn(replies ...Reply) func(*Call) Reply {
	return func(c *Call) Reply { return replies[(c.N-1)%len(replies)] }
}

// URL is the base URL a client is given.
func (s *Server) URL() string { return s.server.URL + "/v1" }

// Opened is how many connections were opened to the server, whatever came over them.
func (s *Server) Opened() int { return int(s.opened.Load()) }

// Calls are all calls so far, in order of arrival; it waits for the replies being written.
func (s *Server) Calls() []*Call {
	s.mu.Lock()
	calls := slices.Clone(s.calls)
	s.mu.Unlock()
	for _, c := range calls {
		<-c.done
	}
	return calls
}

// serve reads a call, counts it and has the script answer.
func (s *Server) serve(w http.ResponseWriter, r *http.Request) {
	c, err := readCall(r)
	if err != nil {
		http.Error(w, `{"error":{"message":"`+err.Error()+`"}}`, http.StatusBadRequest)
		return
	}
	s.mu.Lock()
	s.calls = append(s.calls, c)
	c.N = len(s.calls)
	s.mu.Unlock()
	defer close(c.done)
	s.script(c)(w, r, c)
}

// asked is the part of a request's JSON that a script may want to know.
type asked struct {
	Model    string    `json:"model"`
	Stream   bool      `json:"stream"`
	Messages []Message `json:"messages"`
	Input    any       `json:"input"`
	Voice    string    `json:"voice"`
	Wide     int       `json:"dimensions"`
	Most     int       `json:"max_completion_tokens"`
	Format   any       `json:"response_format"` // of a chat an object, of speech a name
	Options  struct {
		Usage bool `json:"include_usage"`
	} `json:"stream_options"`
}

// schema reports whether a reply by JSON schema is asked for.
func (a asked) schema() bool {
	format, _ := a.Format.(map[string]any)
	return format["type"] == "json_schema"
}

func readCall(r *http.Request) (*Call, error) {
	body, err := io.ReadAll(io.LimitReader(r.Body, mostAsked))
	if err != nil {
		return nil, fmt.Errorf("read the request: %w", err)
	}
	if strings.HasPrefix(r.Header.Get("Content-Type"), "multipart/form-data") {
		return readRecording(r, body)
	}
	var a asked
	if err := json.Unmarshal(body, &a); err != nil {
		return nil, fmt.Errorf("the request is not JSON: %w", err)
	}
	c := &Call{
		ID: r.Header.Get("X-Client-Request-Id"), Path: r.URL.Path, Body: string(body), Model: a.Model, Stream: a.Stream,
		Schema: a.schema(), Messages: a.Messages, Wide: a.Wide, MostReply: a.Most, Voice: a.Voice,
		withUsage: a.Options.Usage, done: make(chan struct{}),
	}
	for _, m := range a.Messages {
		c.Prompt += Tokens(m.Content)
	}
	c.Input = texts(a.Input)
	for _, text := range c.Input {
		c.Prompt += Tokens(text)
	}
	return c, nil
}

// texts are what is to be embedded: one text, or several.
func texts(input any) []string {
	switch input := input.(type) {
	case string:
		return []string{input}
	case []any:
		all := make([]string, 0, len(input))
		for _, i := range input {
			text, _ := i.(string)
			all = append(all, text)
		}
		return all
	}
	return nil
}

// Said is everything the messages hold, whoever they are from.
func (c *Call) Said() string {
	var b strings.Builder
	for _, m := range c.Messages {
		b.WriteString(m.Content + "\n")
	}
	return b.String()
}

// Part is a text that came as data in the last message, without its marking: between a
// line "mark name" and the next that begins with the mark, ^ for spaces.
func (c *Call) Part(name string) string {
	if len(c.Messages) == 0 {
		return ""
	}
	content := c.Messages[len(c.Messages)-1].Content
	mark, _, _ := strings.Cut(content, " ")
	_, rest, _ := strings.Cut(content, mark+" "+name+"\n")
	part, _, _ := strings.Cut(rest, "\n"+mark)
	return strings.ReplaceAll(part, "^", " ")
}
