package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net"
	"net/http"
	"strings"
	"sync"
	"sync/atomic"
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
	host := n / 40 // under the bound of 50 connections an address
	return &net.Dialer{LocalAddr: &net.TCPAddr{IP: net.IPv4(127, 1, byte(host/250), byte(host%250+1))}, Timeout: 20 * time.Second}
}

// A session is one interview held over a socket.
type session struct {
	conn *websocket.Conn
	turn int // the turn that waits for an answer
	said int
	over bool
}

// A message is what the load reads of the server's.
type message struct {
	Type string `json:"type"`
	Turn int    `json:"turn"`
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
		var m message
		if err := json.Unmarshal(data, &m); err != nil {
			return err
		}
		switch m.Type {
		case "welcome":
			s.turn = 1
			return nil
		case "question":
			s.turn = m.Turn
			return nil
		case "graded":
			s.over = true
			return nil
		case "error", "bye":
			return fmt.Errorf("server said %s", data)
		}
	}
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

// closedLoop keeps every session answering as soon as it is asked, and fills in
// processor time a turn and turns a second.
func closedLoop(ctx context.Context, p *process, b *bench, r *result) error {
	ctx, cancel := context.WithTimeout(ctx, b.length+time.Minute)
	defer cancel()
	var turns atomic.Int64
	began, used := time.Now(), p.cpu()
	until := began.Add(b.length)
	err := together(b.sessions, func(n int) error {
		for time.Now().Before(until) {
			s, err := open(ctx, p, n)
			if err != nil {
				return err
			}
			for !s.over && time.Now().Before(until) {
				if err := s.answer(); err != nil {
					return errors.Join(err, s.conn.Close())
				}
				turns.Add(1)
			}
			if err := s.conn.Close(); err != nil {
				return err
			}
		}
		return nil
	})
	done := float64(turns.Load())
	r.cpu = (p.cpu() - used) / done
	r.rate = done / time.Since(began).Seconds()
	return err
}

// openLoop sends answers on a schedule that does not wait for the server, and
// fills in the 99th percentile from when an answer was due.
func openLoop(ctx context.Context, p *process, b *bench, rate float64, r *result) error {
	ctx, cancel := context.WithTimeout(ctx, b.length+time.Minute)
	defer cancel()
	every := time.Duration(float64(b.sessions) / rate * float64(time.Second))
	began := time.Now()
	until := began.Add(b.length)
	var mu sync.Mutex
	var took []float64
	err := together(b.sessions, func(n int) error {
		due := began.Add(every * time.Duration(n) / time.Duration(b.sessions))
		for due.Before(until) {
			s, err := open(ctx, p, n)
			if err != nil {
				return err
			}
			if late := time.Now(); late.After(due) {
				due = late // opening an interview is no turn
			}
			for !s.over && due.Before(until) {
				time.Sleep(time.Until(due))
				if err := s.answer(); err != nil {
					return errors.Join(err, s.conn.Close())
				}
				mu.Lock()
				took = append(took, float64(time.Since(due).Microseconds())/1e3)
				mu.Unlock()
				due = due.Add(every)
			}
			if err := s.conn.Close(); err != nil {
				return err
			}
		}
		return nil
	})
	if err == nil && len(took) == 0 {
		err = errors.New("no turn was measured; make the measurement longer")
	}
	if err == nil {
		r.p99 = percentile(took, 0.99)
	}
	return err
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

// together runs n workers and joins what they report.
func together(n int, work func(n int) error) error {
	errs := make([]error, n)
	var wait sync.WaitGroup
	for i := range n {
		wait.Go(func() { errs[i] = work(i) })
	}
	wait.Wait()
	return errors.Join(errs...)
}
