package live

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"log/slog"
	"slices"
	"sync"
	"testing"

	"go.uber.org/goleak"

	"github.com/viceconsul/viceconsul/interview"
	"github.com/viceconsul/viceconsul/interview/store"
	"github.com/viceconsul/viceconsul/interview/transcript"
	"github.com/viceconsul/viceconsul/questionbank"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// student is an F-1 applicant whose father pays.
const student = `{
	"application": {"visa_category": "F1"},
	"identity": {"marital_status": "single"},
	"f1": {"school": "Example State University", "major": "MS Data Science", "level": "master",
		"cost_year1": {"total": "USD 47,000"}, "funding_year1": {"personal": "USD 47,000"}},
	"finance": {"sponsors": [{"relationship": "father", "occupation": "civil engineer"}]},
	"ties": {"plan_after": "return to the family construction firm"}
}`

// open is a section over a recorder, closed at the end of the test.
func open(t testing.TB, log Recorder, change ...func(*Options)) *Section {
	t.Helper()
	bank, err := questionbank.Embedded()
	if err != nil {
		t.Fatalf("bank: %v", err)
	}
	o := Options{Recorder: log, Bank: bank, Log: slog.New(slog.DiscardHandler)}
	for _, c := range change {
		c(&o)
	}
	s := NewSection(o)
	t.Cleanup(func() {
		if err := s.Close(context.Background()); err != nil {
			t.Errorf("close: %v", err)
		}
	})
	return s
}

// started is the student's interview before it is stored.
func started(t testing.TB) interview.Started {
	t.Helper()
	var p transcript.Profile
	if err := json.Unmarshal([]byte(student), &p); err != nil {
		t.Fatalf("profile: %v", err)
	}
	return interview.Started{
		Category: transcript.F1, Profile: p, Mode: interview.Exam, Minutes: 60,
		Officer: interview.Persona{Temper: interview.Neutral, Seed: 7, Patient: true},
	}
}

func begin(t testing.TB, s *Section) store.Interview {
	t.Helper()
	head, err := s.Start(t.Context(), store.Local, "applicant", started(t))
	if err != nil {
		t.Fatalf("start: %v", err)
	}
	return head
}

// ear remembers what a listener heard.
type ear struct {
	mu    sync.Mutex
	heard []Message
	left  []Leaving
}

func (e *ear) Hear(m Message) {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.heard = append(e.heard, m)
}

func (e *ear) Leave(why Leaving) {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.left = append(e.left, why)
}

func (e *ear) leaving() []Leaving {
	e.mu.Lock()
	defer e.mu.Unlock()
	return slices.Clone(e.left)
}

func (e *ear) messages() []Message {
	e.mu.Lock()
	defer e.mu.Unlock()
	return slices.Clone(e.heard)
}

func attach(t testing.TB, s *Section, head store.Interview, from Position) (*Visit, Welcome, *ear) {
	t.Helper()
	e := &ear{}
	v, w, err := s.Attach(t.Context(), head.Tenant, head.ID, from, e)
	if err != nil {
		t.Fatalf("attach: %v", err)
	}
	return v, w, e
}

// say is an answer with an ID of its own for each turn and text.
func say(turn int, text string) interview.Answered {
	sum := sha256.Sum256(fmt.Appendf(nil, "%d %s", turn, text))
	return interview.Answered{Turn: turn, ID: hex.EncodeToString(sum[:8]), Text: text}
}

// checkLog holds a log to its promises: gapless from 1, one answer a turn and a
// client id, and a session that replays; when sealed, the transcript of that hash.
func checkLog(t testing.TB, log *memory, id string) interview.Session {
	t.Helper()
	bank, err := questionbank.Embedded()
	if err != nil {
		t.Fatalf("bank: %v", err)
	}
	session := interview.New(bank)
	turns, clients := map[int]bool{}, map[string]bool{}
	for i, e := range log.stored(id) {
		if e.Offset != int64(i+1) {
			t.Fatalf("event %d of %s stands at offset %d", i+1, id, e.Offset)
		}
		ev, err := interview.Decode(e.Name, e.Body)
		if err != nil {
			t.Fatalf("offset %d: %v", e.Offset, err)
		}
		if session, _, err = session.Step(ev); err != nil {
			t.Fatalf("offset %d: %v", e.Offset, err)
		}
		switch ev := ev.(type) {
		case interview.Answered:
			if turns[ev.Turn] || clients[ev.ID] {
				t.Fatalf("offset %d: turn %d is answered twice", e.Offset, ev.Turn)
			}
			turns[ev.Turn], clients[ev.ID] = true, true
		case interview.Graded:
			log.mu.Lock()
			sealed := log.sealed[id]
			log.mu.Unlock()
			if sum := sha256.Sum256(sealed); hex.EncodeToString(sum[:]) != ev.Hash {
				t.Fatalf("offset %d: the sealed transcript has another hash", e.Offset)
			}
		}
	}
	return session
}
