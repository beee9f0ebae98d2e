package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"strings"
	"time"

	"github.com/google/uuid"
	"github.com/gorilla/websocket"

	"github.com/viceconsul/viceconsul/interview"
	"github.com/viceconsul/viceconsul/interview/transcript"
)

// An order is the request that starts an interview.
type order struct {
	Category string          `json:"category"`
	Track    string          `json:"track,omitempty"`
	Profile  json.RawMessage `json:"profile,omitempty"`
	Officer  *officerOrder   `json:"officer,omitempty"`
	Mode     string          `json:"mode,omitempty"`
	Minutes  int             `json:"minutes,omitempty"`
}

// An officerOrder asks for a temper; without a seed every interview differs.
type officerOrder struct {
	Temper string  `json:"temper,omitempty"`
	Seed   *uint64 `json:"seed,omitempty"`
	Plain  bool    `json:"plain,omitempty"`
}

// A heard message is anything the server says on the socket.
type heard struct {
	Type      string `json:"type"`
	Epoch     int64  `json:"epoch"`
	Offset    int64  `json:"offset"`
	Recovered bool   `json:"recovered"`
	Turn      int    `json:"turn"`
	ID        string `json:"id"`
	Text      string `json:"text"`
	Kind      string `json:"kind"`
	Private   bool   `json:"private"`
	Code      string `json:"code"`
	Title     string `json:"title"`

	Interview struct {
		Turns []struct {
			Turn      int     `json:"turn"`
			Officer   string  `json:"officer"`
			Applicant *string `json:"applicant"`
			Private   bool    `json:"private"`
		} `json:"turns"`
	} `json:"interview"`
	Findings   []transcript.Finding `json:"findings"`
	Outcome    *transcript.Outcome  `json:"outcome"`
	Transcript json.RawMessage      `json:"transcript"`
}

// A sent message is anything the client says. An answer is kept until it is
// acknowledged, and sent again with the same id.
type sent struct {
	Type   string `json:"type"` // first, as the protocol wants it
	ID     string `json:"id,omitempty"`
	Turn   int    `json:"turn,omitempty"`
	Text   string `json:"text,omitempty"`
	Epoch  int64  `json:"epoch,omitempty"`
	Offset int64  `json:"offset,omitempty"`
}

// A client holds one interview over the socket, through any number of connections.
type client struct {
	server string // "http://127.0.0.1:8080"
	token  string
	id     string
	socket string

	epoch, offset int64
	unsent        *sent // the answer not acknowledged yet
	asked         int   // the turn that waits for an answer; 0 for none
	answered      int   // the turn answered last; 0 before the first
	private       bool  // nobody keeps the answer to the turn that waits
}

// start asks the server for an interview.
func (c *client) start(ctx context.Context, o order) error {
	body, err := json.Marshal(o)
	if err != nil {
		return fmt.Errorf("write the order: %w", err)
	}
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, c.server+"/api/v1/interviews", bytes.NewReader(body))
	if err != nil {
		return fmt.Errorf("%w: server %q: want http://host:port", errUnusable, c.server)
	}
	r.Header.Set("Content-Type", "application/json")
	resp, err := http.DefaultClient.Do(r)
	if err != nil {
		return fmt.Errorf("reach the server: %w", err)
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusCreated {
		return problem(resp)
	}
	var made struct{ ID, Socket, Token string }
	if err := json.NewDecoder(resp.Body).Decode(&made); err != nil {
		return fmt.Errorf("read the server's answer: %w", err)
	}
	c.id, c.socket, c.token = made.ID, made.Socket, made.Token
	return nil
}

// problem reads the server's refusal for a person.
func problem(resp *http.Response) error {
	var p struct {
		Title, Detail string
		Errors        []struct{ Path, Problem string }
	}
	if err := json.NewDecoder(io.LimitReader(resp.Body, 1<<20)).Decode(&p); err != nil {
		return fmt.Errorf("the server answered %s", resp.Status)
	}
	text := p.Title
	if p.Detail != "" {
		text += ": " + p.Detail
	}
	for _, e := range p.Errors {
		text += fmt.Sprintf("\n  %s: %s", e.Path, e.Problem)
	}
	if resp.StatusCode < http.StatusInternalServerError {
		return fmt.Errorf("%w: %s", errUnusable, text)
	}
	return errors.New(text)
}

// errDropped says that the connection ended before the interview did.
var errDropped = errors.New("connection lost")

// A sitting is one connection.
type sitting struct {
	conn  *websocket.Conn
	heard chan heard // closed when the connection ends
}

// sit connects, says hello from where the client stands, and sends again what was
// never acknowledged.
func (c *client) sit(ctx context.Context) (*sitting, error) {
	dialer := websocket.Dialer{Subprotocols: []string{"viceconsul.v1"}, HandshakeTimeout: 10 * time.Second}
	address := "ws" + strings.TrimPrefix(c.server, "http") + c.socket
	if strings.Contains(c.socket, "://") {
		address = c.socket
	}
	conn, resp, err := dialer.DialContext(ctx, address, http.Header{"Authorization": {"Bearer " + c.token}})
	if err != nil {
		if resp != nil && resp.StatusCode < http.StatusInternalServerError && resp.StatusCode != http.StatusTooManyRequests {
			defer resp.Body.Close()
			return nil, problem(resp)
		}
		return nil, fmt.Errorf("%w: %w", errDropped, err)
	}
	s := &sitting{conn: conn, heard: make(chan heard)}
	if err := s.say(sent{Type: "hello", Epoch: c.epoch, Offset: c.offset}); err != nil {
		conn.Close()
		return nil, err
	}
	go s.listen(ctx)
	return s, nil
}

// listen passes on what the server says until the connection or ctx ends.
func (s *sitting) listen(ctx context.Context) {
	defer close(s.heard)
	for {
		var h heard
		if err := s.conn.ReadJSON(&h); err != nil {
			return
		}
		select {
		case s.heard <- h:
		case <-ctx.Done():
			return
		}
	}
}

// note moves the client along the log; it reports false for what it has seen before.
func (c *client) note(h heard) bool {
	if h.Type == "welcome" {
		c.epoch = h.Epoch
		if !h.Recovered {
			c.offset, c.asked = h.Offset, 0
			c.standAt(h)
		}
		return true
	}
	if h.Offset > 0 {
		if h.Offset <= c.offset {
			return false
		}
		c.offset = h.Offset
	}
	switch h.Type {
	case "question":
		if h.Kind != string(transcript.Remark) {
			c.asked, c.private = h.Turn, h.Private
		}
	case "ack":
		c.asked, c.answered = 0, h.Turn
		if c.unsent != nil && c.unsent.ID == h.ID {
			c.unsent = nil
		}
	}
	return true
}

// standAt finds the turn that waits for an answer in a snapshot.
func (c *client) standAt(welcome heard) {
	for _, t := range welcome.Interview.Turns {
		if t.Applicant == nil {
			c.asked, c.private = t.Turn, t.Private
		} else {
			c.answered = t.Turn
		}
	}
}

// answer sends an answer to the turn that waits for one. It stays unsent until its
// ack is noted. The words of a private one stay here.
func (c *client) answer(s *sitting, text string) error {
	if c.private {
		text = interview.NotKept
	}
	c.unsent = &sent{Type: "answer", ID: uuid.NewString(), Turn: c.asked, Text: text}
	return s.say(*c.unsent)
}

// say writes one message.
func (s *sitting) say(m sent) error {
	if err := s.conn.WriteJSON(m); err != nil {
		return fmt.Errorf("%w: %w", errDropped, err)
	}
	return nil
}

// pause waits before the next try to connect: longer each time, never in step with others.
func pause(ctx context.Context, try int) error {
	longest := min(10*time.Second, 250*time.Millisecond<<min(try, 6))
	select {
	case <-time.After(longest/2 + rand.N(longest/2)):
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
