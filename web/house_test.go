package web

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/uuid"
	"github.com/gorilla/websocket"
	"go.uber.org/goleak"

	"github.com/viceconsul/viceconsul/interview/live"
	"github.com/viceconsul/viceconsul/interview/regrade"
	"github.com/viceconsul/viceconsul/interview/store"
	"github.com/viceconsul/viceconsul/interview/store/sqlite"
	"github.com/viceconsul/viceconsul/questionbank"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// patience is how long a test waits for something that must come.
const patience = 20 * time.Second

// A house is a whole server on a store of its own.
type house struct {
	*Server
	url string // http://127.0.0.1:port
	log *safeBuffer
}

// safeBuffer is a log that several goroutines write.
type safeBuffer struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (s *safeBuffer) Write(p []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.b.Write(p)
}

func (s *safeBuffer) String() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.b.String()
}

// openHouse serves until the test ends. change may alter the options.
func openHouse(t testing.TB, change ...func(*Options)) *house {
	t.Helper()
	bank, err := questionbank.Embedded()
	if err != nil {
		t.Fatalf("bank: %v", err)
	}
	var kept store.Store
	kept, err = sqlite.Open(context.Background(), t.TempDir())
	if err != nil {
		t.Fatalf("store: %v", err)
	}
	h := &house{log: &safeBuffer{}}
	o := Options{Store: kept, Bank: bank, Log: slog.New(slog.NewTextHandler(h.log, nil)), Version: "test"}
	for _, f := range change {
		f(&o)
	}
	if o.Regrader == nil {
		o.Regrader = regrade.New(regrade.Options{Keeper: o.Store, Bank: bank, Log: o.Log})
	}
	if o.Section == nil {
		o.Section = live.NewSection(live.Options{Recorder: o.Store, Bank: bank, Log: o.Log})
	}
	h.Server, err = New(o)
	if err != nil {
		t.Fatalf("New: %v", err)
	}
	server := httptest.NewUnstartedServer(h)
	server.Config = HTTPServer(h)
	server.Start()
	h.url = server.URL
	t.Cleanup(func() {
		ctx, cancel := context.WithTimeout(context.Background(), patience)
		defer cancel()
		if err := h.Shutdown(ctx); err != nil {
			t.Errorf("shutdown: %v", err)
		}
		server.Close()
		http.DefaultClient.CloseIdleConnections()
		if err := kept.Close(); err != nil {
			t.Errorf("close store: %v", err)
		}
	})
	return h
}

func limited(l Limits) func(*Options) { return func(o *Options) { o.Limits = l } }

// A reply is a whole answer to a request.
type reply struct {
	*http.Response
	body []byte
}

// send makes a request with headers given as "Name: value".
func (h *house) send(t testing.TB, method, path, body string, headers ...string) reply {
	t.Helper()
	r, err := http.NewRequest(method, h.url+path, strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	if body != "" {
		r.Header.Set("Content-Type", "application/json")
	}
	for _, header := range headers {
		name, value, _ := strings.Cut(header, ": ")
		switch name {
		case "Host":
			r.Host = value
		case "Content-Type":
			r.Header.Set(name, value)
		default:
			r.Header.Add(name, value)
		}
	}
	client := http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }, Timeout: patience}
	res, err := client.Do(r)
	if err != nil {
		t.Fatalf("%s %s: %v", method, path, err)
	}
	defer res.Body.Close()
	all, err := io.ReadAll(res.Body)
	if err != nil {
		t.Fatalf("%s %s: %v", method, path, err)
	}
	return reply{res, all}
}

// problem decodes a reply that must be a problem of this status and code.
func (r reply) problem(t testing.TB, status int, code string) problem {
	t.Helper()
	var p problem
	if r.StatusCode != status {
		t.Fatalf("%s %s: status %d, want %d: %s", r.Request.Method, r.Request.URL.Path, r.StatusCode, status, r.body)
	}
	if got := r.Header.Get("Content-Type"); got != "application/problem+json" {
		t.Errorf("%s %s: Content-Type %q, want application/problem+json", r.Request.Method, r.Request.URL.Path, got)
	}
	if err := json.Unmarshal(r.body, &p); err != nil {
		t.Fatalf("problem %s: %v", r.body, err)
	}
	if p.Code != code || p.Status != status || p.RequestID == "" || p.RequestID != r.Header.Get("X-Request-Id") {
		t.Errorf("problem %+v, want code %q, status %d and the response's request id", p, code, status)
	}
	return p
}

// student is a small F-1 profile with the payer and the cost declared.
const student = `{"category":"F-1","profile":{"finance":{"sponsors":[{"relationship":"father"}]},"f1":{"cost_year1":{"total":"USD 47,000"}}},
	"officer":{"temper":"neutral","seed":7}}`

// begin starts an interview and returns its id and the new applicant's key.
func (h *house) begin(t testing.TB, body string, headers ...string) (id, key string) {
	t.Helper()
	r := h.send(t, "POST", "/api/v1/interviews", body, headers...)
	if r.StatusCode != http.StatusCreated {
		t.Fatalf("start: status %d: %s", r.StatusCode, r.body)
	}
	var c created
	if err := json.Unmarshal(r.body, &c); err != nil {
		t.Fatal(err)
	}
	if c.Socket != socketOf(c.ID) {
		t.Errorf("start: socket %q, want %q", c.Socket, socketOf(c.ID))
	}
	return c.ID, c.Token
}

// An event is anything the server says.
type event struct {
	Type       string
	Epoch      int64
	Offset     int64
	Turn       int
	ID         string
	Text       string
	Kind       string
	Code       string
	Title      string
	Again      int
	Repeated   bool
	Private    bool
	Words      int
	Typing     int
	Recovered  bool
	Interview  snapshot
	Hash       string
	Revision   int
	Reading    bool
	Transcript json.RawMessage
	RetryMS    int64 `json:"retry_after_ms"`
}

// A caller is a client on a socket.
type caller struct {
	t    testing.TB
	conn *websocket.Conn
	last string // recording
}

// dial opens a socket with a Bearer key. It says nothing yet.
func (h *house) dial(t testing.TB, id, key string) *caller {
	t.Helper()
	c, res, err := h.tryDial(id, "Authorization: Bearer "+key)
	if err != nil {
		t.Fatalf("dial: %v (%v)", err, res)
	}
	call := &caller{t: t, conn: c}
	t.Cleanup(func() { c.Close() })
	return call
}

func (h *house) tryDial(id string, headers ...string) (*websocket.Conn, *http.Response, error) {
	header := http.Header{}
	for _, line := range headers {
		name, value, _ := strings.Cut(line, ": ")
		header.Add(name, value)
	}
	d := websocket.Dialer{Subprotocols: []string{subprotocol}, HandshakeTimeout: patience}
	return d.Dial("ws"+strings.TrimPrefix(h.url, "http")+socketOf(id), header)
}

// join dials and says hello without a position.
func (h *house) join(t testing.TB, id, key string) (*caller, event) {
	t.Helper()
	c := h.dial(t, id, key)
	c.say(`{"type":"hello"}`)
	return c, c.want("welcome")
}

func (c *caller) say(text string) {
	c.t.Helper()
	if err := c.conn.WriteMessage(websocket.TextMessage, []byte(text)); err != nil {
		c.t.Fatalf("send: %v", err)
	}
}

// answer sends an answer under a new id, which it returns.
func (c *caller) answer(turn int, text string) string {
	c.t.Helper()
	id := uuid.NewString()
	c.say(answerText(id, turn, text))
	return id
}

func answerText(id string, turn int, text string) string {
	quoted, _ := json.Marshal(text)
	return fmt.Sprintf(`{"type":"answer","id":%q,"turn":%d,"text":%s}`, id, turn, quoted)
}

// next reads one event.
func (c *caller) next() event {
	c.t.Helper()
	e, err := c.read()
	if err != nil {
		c.t.Fatalf("read: %v", err)
	}
	return e
}

func (c *caller) read() (event, error) {
	_ = c.conn.SetReadDeadline(time.Now().Add(patience))
	_, text, err := c.conn.ReadMessage()
	if err != nil {
		return event{}, err
	}
	var e event
	if err := json.Unmarshal(text, &e); err != nil {
		return event{}, fmt.Errorf("event %s: %w", text, err)
	}
	if !bytes.HasPrefix(text, []byte(`{"type":"`)) {
		return event{}, fmt.Errorf("event %.40s: type is not its first key", text)
	}
	return e, nil
}

// want reads one event, which must be of this type.
func (c *caller) want(kind string) event {
	c.t.Helper()
	e := c.next()
	if e.Type != kind {
		e.Transcript = nil
		c.t.Fatalf("got %+v, want %s", e, kind)
	}
	return e
}

// complaint reads one event, which must be an error of this code.
func (c *caller) complaint(code string) event {
	c.t.Helper()
	e := c.want("error")
	if e.Code != code {
		c.t.Fatalf("got error %q (%s), want %q", e.Code, e.Title, code)
	}
	return e
}

// closed reads to the end, which must be this one.
func (c *caller) closed(want ending) {
	c.t.Helper()
	for {
		_, err := c.read()
		if err == nil {
			continue
		}
		var got *websocket.CloseError
		if !asClose(err, &got) || got.Code != want.code || got.Text != want.reason {
			c.t.Fatalf("closed with %v, want %d %s", err, want.code, want.reason)
		}
		return
	}
}
