package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net"
	"net/http"
	"strings"
	"time"

	"github.com/google/uuid"
	"github.com/gorilla/websocket"
)

// applicantProfile is what every measured applicant declares.
const applicantProfile = `{"category":"F-1","profile":{
	"trip":{"length_of_stay":"2 years","payer":"other_person"},
	"finance":{"sponsors":[{"relationship":"father","occupation":"civil engineer","income":"USD 24,000"}],"liquid_funds":"USD 42,000"},
	"f1":{"school":"Example State University","level":"master","major":"MS Data Science","start_date":"2027-08-23",
		"cost_year1":{"total":47000},"funding_year1":{"personal":35000,"school":12000}},
	"ties":{"plan_after":"family construction firm in Kumasi","family_at_home":["parents"]}}}`

// answers are said in turn; between them they touch what the grader looks at.
var answers = []string{
	"Example State University in Dayton, for a master's in data science.",
	"My father, sir. He is a civil engineer with the ministry and he has saved for this.",
	"About forty-seven thousand dollars for the first year, and the university gives twelve thousand of it.",
	"It has a health analytics track, and my bachelor's project was on hospital records, so it continues what I did.",
	"I plan to return to my family's construction company in Kumasi and run its data office.",
	"My parents and our firm are in Kumasi; nobody of my family lives in the United States.",
	"No, I have never been refused a visa.",
	"Two years, from August 2027 until May 2029.",
}

// dialFrom spreads connections over loopback addresses, as the server bounds them by address.
func dialFrom(n int) *net.Dialer {
	host := n / 20 // under the bound of 50 connections an address, while those just closed linger
	return &net.Dialer{LocalAddr: &net.TCPAddr{IP: net.IPv4(127, 1, byte(host/250), byte(host%250+1))}, Timeout: 20 * time.Second}
}

// A session is one interview held over a socket.
type session struct {
	conn *websocket.Conn
	turn int // the turn that waits for an answer
	said int
	over bool
}

// open starts an interview and waits for its first question.
func open(ctx context.Context, p *process, n int) (*session, error) {
	transport := &http.Transport{DialContext: dialFrom(n).DialContext, DisableKeepAlives: true}
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, p.address+"/api/v1/interviews", strings.NewReader(applicantProfile))
	if err != nil {
		return nil, err
	}
	r.Header.Set("Content-Type", "application/json")
	resp, err := transport.RoundTrip(r)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	var made struct{ Socket, Token string }
	if err := json.NewDecoder(resp.Body).Decode(&made); err != nil || made.Socket == "" {
		return nil, fmt.Errorf("start an interview: status %s: %w", resp.Status, err)
	}
	dialer := websocket.Dialer{NetDialContext: dialFrom(n).DialContext, Subprotocols: []string{"viceconsul.v1"}, ReadBufferSize: 1024, WriteBufferSize: 1024}
	_, path, _ := strings.Cut(strings.TrimPrefix(made.Socket, "ws://"), "/")
	conn, _, err := dialer.DialContext(ctx, "ws"+strings.TrimPrefix(p.address, "http")+"/"+path, http.Header{"Authorization": {"Bearer " + made.Token}})
	if err != nil {
		return nil, err
	}
	s := &session{conn: conn}
	if err := conn.WriteMessage(websocket.TextMessage, []byte(`{"type":"hello"}`)); err != nil {
		return nil, errors.Join(err, conn.Close())
	}
	if err := s.awaitQuestion(); err != nil {
		return nil, errors.Join(err, conn.Close())
	}
	return s, nil
}

// awaitQuestion reads on until the officer asks, or the interview is graded. A
// snapshot shows the first question in the welcome.
func (s *session) awaitQuestion() error {
	for {
		_, data, err := s.conn.ReadMessage()
		if err != nil {
			return err
		}
		switch typeOf(data) {
		case "welcome":
			s.turn = 1
			return nil
		case "question":
			s.turn++
			return nil
		case "graded":
			s.over = true
			return nil
		case "ack", "ended", "decision":
		default:
			return fmt.Errorf("server said %s", data)
		}
	}
}

// typeOf reads the type of a message, which stands first, without reading on: a
// graded transcript is long, and its reading would be measured as the server's time.
func typeOf(data []byte) string {
	rest, _ := bytes.CutPrefix(data, []byte(`{"type":"`))
	name, _, _ := bytes.Cut(rest, []byte(`"`))
	return string(name)
}

// An answer is what the load sends; the protocol wants its type first.
type answer struct {
	Type string `json:"type"`
	ID   string `json:"id"`
	Turn int    `json:"turn"`
	Text string `json:"text"`
}

// answer holds one turn: an answer out, its ack and the next question in.
func (s *session) answer() error {
	out, err := json.Marshal(answer{"answer", uuid.NewString(), s.turn, answers[s.said%len(answers)]})
	if err != nil {
		return err
	}
	s.said++
	if err := s.conn.WriteMessage(websocket.TextMessage, out); err != nil {
		return err
	}
	return s.awaitQuestion()
}

// held are open sessions.
type held []*session

func (h held) close() {
	for _, s := range h {
		if s != nil {
			s.conn.Close()
		}
	}
}

// holdOpen opens n interviews and leaves them waiting at the first question.
func holdOpen(ctx context.Context, p *process, n int) (held, error) {
	all := make(held, n)
	err := together(min(n, 50), func(worker int) error {
		for i := worker; i < n; i += 50 {
			s, err := open(ctx, p, i)
			if err != nil {
				return err
			}
			all[i] = s
		}
		return nil
	})
	return all, err
}
