// Package interview is a visa interview as a value: Step takes an event and
// returns the session after it with what the caller must do. The officer's
// judgement is here too: what to ask next and why, when to press, when to stop.
//
// It has no clock, no goroutine, no chance of its own and no I/O: time and the
// seed arrive in events.
package interview

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/viceconsul/viceconsul/interview/transcript"
	"github.com/viceconsul/viceconsul/questionbank"
	"github.com/viceconsul/viceconsul/scoring"
)

// ErrClosed says that the interview has ended.
var ErrClosed = errors.New("interview: closed")

// ErrUnexpected says that an event has no meaning in the present phase.
var ErrUnexpected = errors.New("interview: unexpected")

// An Effect is something the caller must do after a Step.
type Effect interface{ effect() }

// Compose asks for the officer's next line: word the move (Line as it is, or a
// model's wording of it) and feed Asked back.
type Compose struct{ Move Move }

// Decide asks that Decided with this outcome be fed back.
type Decide struct {
	Outcome transcript.Outcome
	Typing  int // seconds of typing in silence before it
}

// Seal asks that the graded transcript be stored and Graded be fed back.
type Seal struct{ Transcript transcript.Transcript }

// Coaching carries what the grader saw in an answer, in coach mode only.
type Coaching struct {
	Turn     int
	Findings []transcript.Finding
}

func (Compose) effect()  {}
func (Decide) effect()   {}
func (Seal) effect()     {}
func (Coaching) effect() {}

// A Move is what the officer will do next.
type Move struct {
	Turn     int
	Kind     transcript.Kind
	Question *questionbank.Question // that it asks, or that a follow-up or probe stays on
	Topic    string
	Line     string              // the offline officer's words
	Reason   string              // why, one sentence
	Cause    questionbank.Cause  // of a follow-up
	Finding  *transcript.Finding // what a probe presses on
	Typing   int                 // seconds of typing in silence before the line
	Again    int                 // the turn that is tried again; 0 for none
}

// Asked is the event that carries the move out: line as it was said, by the model
// of that name, or by the bank when that is "".
func (m Move) Asked(line, by string, at time.Time) Asked {
	asked := Asked{Turn: m.Turn, Topic: m.Topic, Text: line, Kind: m.Kind,
		Reason: m.Reason, Cause: m.Cause, Typing: m.Typing, Again: m.Again, By: by, At: at}
	if by != "" {
		asked.Line = m.Line
	}
	if m.Question != nil {
		asked.Question = m.Question.ID
	}
	if m.Finding != nil {
		asked.Field = pressedOn(*m.Finding)
	}
	return asked
}

// A Session is one interview. It is a value: Step returns the next one, and the
// one before stays as it was.
type Session struct {
	bank    *questionbank.Bank
	phase   phase
	started Started
	grader  *scoring.Case
	agenda  *agenda          // what the officer means to raise; fixed when the interview starts
	asked   []Asked          // every line of the officer, by turn
	judged  []scoring.Judged // every answer, by turn
	repeats int              // of the line that waits for an answer
	cut     *CutIn           // of the answer to that line; nil while it was not cut short
	cuts    int              // in the whole interview
	rested  time.Duration    // taken over answers in coach mode; it does not count towards the length
	graded  *transcript.Transcript
	owed    []Effect
}

// A phase is what a session waits for.
type phase int

const (
	unopened  phase = iota // Started
	asking                 // Asked: the officer chooses words
	listening              // Answered
	deciding               // Decided
	sealing                // Graded
	closed
)

func (p phase) String() string {
	return [...]string{"unopened", "asking", "listening", "deciding", "sealing", "closed"}[p]
}

// New is a session before its Started event.
func New(bank *questionbank.Bank) Session { return Session{bank: bank} }

// Step applies one event. It returns the session after it and the effects the
// caller must carry out, in order. An event with no meaning in the present phase
// is ErrUnexpected, one that cannot be used as it is transcript.ErrInvalid, and
// both leave the session as it was; after Graded every event is ErrClosed.
func (s Session) Step(ev Event) (Session, []Effect, error) {
	next, effects, err := s.step(ev)
	if err != nil {
		return s, nil, err
	}
	if _, again := ev.(Repeated); !again {
		next.owed = owed(effects)
	}
	return next, effects, nil
}

// Pending is what the caller still owes after a replay: the effects of the last
// step whose answering event was not stored.
func (s Session) Pending() []Effect { return slices.Clone(s.owed) }

// owed keeps the effects that an event answers; coaching is said and done.
func owed(effects []Effect) []Effect {
	var kept []Effect
	for _, e := range effects {
		if _, said := e.(Coaching); !said {
			kept = append(kept, e)
		}
	}
	return kept
}

// Started is how the interview was opened.
func (s Session) Started() Started { return s.started }

// Open reports whether the questions go on: Ended would mean something.
func (s Session) Open() bool { return s.phase == asking || s.phase == listening }

// Closed reports whether the interview is graded.
func (s Session) Closed() bool { return s.phase == closed }

// Turn is the turn that waits for an answer; 0 when none does.
func (s Session) Turn() int {
	if s.phase != listening {
		return 0
	}
	return len(s.asked)
}

// Listens reports whether a turn waits for an answer that an engine may hear: nobody is
// to keep the answer to a private line, and a plain interview has no model in it.
func (s Session) Listens(turn int) bool {
	return turn > 0 && s.Turn() == turn && !s.asked[turn-1].Private() && !s.started.Officer.Plain
}

// Turns are the answered turns so far, each with what the grader saw.
func (s Session) Turns() []transcript.Turn {
	turns := make([]transcript.Turn, len(s.judged))
	for i, j := range s.judged {
		turns[i] = j.Turn
	}
	return turns
}

// Coaching is what the grader saw in an answered turn; false but in coach mode.
func (s Session) Coaching(turn int) (Coaching, bool) {
	if s.started.Mode != Coach || turn < 1 || turn > len(s.judged) {
		return Coaching{}, false
	}
	return Coaching{Turn: turn, Findings: s.judged[turn-1].Turn.Findings}, true
}

// Again is what the officer says when asked to repeat: the same words once, then
// the question in its simpler wording.
func (s Session) Again() (string, error) {
	if s.phase != listening {
		return "", s.unexpected(Repeated{})
	}
	last := s.asked[len(s.asked)-1]
	if s.repeats == 0 {
		return withoutNod(last.Text), nil
	}
	q, ok := s.bank.Question(last.Question)
	switch {
	case !ok || !opensQuestion(last.Kind):
		return withoutNod(last.Text), nil
	case q.Simpler != "":
		return q.Simpler, nil
	}
	return q.Ask, nil
}

// Otherwise is the open question in other words, which a coached applicant may ask for:
// the simpler wording first. A line that has no others is said again.
func (s Session) Otherwise() (string, error) {
	if s.phase != listening || s.started.Mode != Coach {
		return "", s.unexpected(Repeated{})
	}
	last := s.asked[len(s.asked)-1]
	said := withoutNod(last.Text)
	q, ok := s.bank.Question(last.Question)
	if !ok || !opensQuestion(last.Kind) {
		return said, nil
	}
	others := slices.DeleteFunc(append([]string{q.Simpler}, q.Wordings()...), func(words string) bool { return words == "" || words == said })
	if len(others) == 0 {
		return said, nil
	}
	return others[s.repeats%len(others)], nil
}

func (s Session) unexpected(ev Event) error {
	return fmt.Errorf("%w: %s while %s", ErrUnexpected, ev.Name(), s.phase)
}

// withoutNod is a line without the acknowledgement before it.
func withoutNod(line string) string {
	for _, nod := range nods {
		if rest, ok := strings.CutPrefix(line, nod+" "); ok {
			return rest
		}
	}
	return line
}
