package interview

import (
	"time"

	"github.com/viceconsul/viceconsul/interview/transcript"
	"github.com/viceconsul/viceconsul/questionbank"
)

// An Event is something that happened in an interview. Stored events, replayed
// through Step in order, give the session back.
type Event interface{ Name() string }

// Started opens the log of an interview.
type Started struct {
	ID       string              `json:"id"`
	Category transcript.Category `json:"category"`
	Profile  transcript.Profile  `json:"profile"`
	Date     string              `json:"date"` // ISO day of the interview, which relative dates count from
	Officer  Persona             `json:"officer"`
	Mode     Mode                `json:"mode"`
	Fear     bool                `json:"fear,omitempty"` // the deployer turned the questions on harm and fear on
	Before   Before              `json:"before,omitzero"`
	Minutes  int                 `json:"minutes"` // the officer decides about then; 1 to 60
	Rubric   string              `json:"rubric"`
	Bank     string              `json:"bank"` // questionbank.Bank.Version
	At       time.Time           `json:"at"`
}

// Before is what earlier interviews of this applicant leave to the choice of
// questions: new ones first, and what went badly again. The officer knows nothing else
// of them.
type Before struct {
	Asked []string `json:"asked,omitempty"` // IDs of the bank
	Weak  []string `json:"weak,omitempty"`  // topics
}

// A Persona is who sits at the window: a temper, and a seed that makes two
// officers of one temper differ and one interview repeatable.
type Persona struct {
	Temper Temper `json:"temper"`
	Seed   uint64 `json:"seed"`
	// Patient has the officer never cut in, whatever the temper.
	Patient bool `json:"patient,omitempty"`
	// Plain has the officer speak in the bank's words: no model takes part in the
	// interview, and nothing of it is sent to one.
	Plain bool `json:"plain,omitempty"`
}

// A Temper is how an officer behaves; it is fixed within a session.
type Temper string

// The tempers.
const (
	Neutral   Temper = "neutral"
	Brisk     Temper = "brisk"
	Sceptical Temper = "sceptical"
	Warm      Temper = "warm"
)

// A Mode is what the applicant hears between questions: nothing, or the findings.
type Mode string

// The modes.
const (
	Exam  Mode = "exam"
	Coach Mode = "coach"
)

// Asked is a line the officer said.
type Asked struct {
	Turn     int             `json:"turn"`               // from 1; the turn the answer will carry
	Question string          `json:"question,omitempty"` // of the bank: asked, or stayed on by a follow-up or probe
	Topic    string          `json:"topic,omitempty"`
	Text     string          `json:"text"`           // as it was said
	Line     string          `json:"line,omitempty"` // the bank's words, where a model said others; "" otherwise
	Kind     transcript.Kind `json:"kind"`
	Reason   string          `json:"reason"` // one sentence, for the transcript

	Cause questionbank.Cause `json:"cause,omitempty"` // of a follow-up; "" for a question's own next line
	Field string             `json:"field,omitempty"` // what a probe presses on, as its finding names it
	// Typing is how long the officer types in silence before the line, in seconds; 0 not.
	Typing int `json:"typing,omitempty"`
	Again  int `json:"again,omitempty"` // the turn that is tried again; 0 for none

	By string    `json:"by,omitempty"` // the model that worded it; "" when the bank did
	At time.Time `json:"at"`
}

// meant is the line in the bank's words: what answers are judged by, and what is not to
// be said twice.
func (ev Asked) meant() string {
	if ev.Line != "" {
		return ev.Line
	}
	return ev.Text
}

// Answered is the applicant's answer to a turn.
type Answered struct {
	Turn    int     `json:"turn"`
	ID      string  `json:"id"`                // the client's UUID
	Text    string  `json:"text"`              // 0 to 8,000 code points, valid UTF-8, no NUL
	Seconds float64 `json:"seconds,omitempty"` // as measured by the client; 0 when not
	// Voice is how a spoken answer was heard; nil for a typed one.
	Voice *transcript.Voice `json:"voice,omitempty"`
	At    time.Time         `json:"at"`
}

// Repeated is the officer's line said again because the applicant asked.
type Repeated struct {
	Turn int       `json:"turn"`
	Text string    `json:"text"`
	At   time.Time `json:"at"`
}

// CutIn is the officer cutting a long answer short: what comes after the words said
// until then is kept, but not heard.
type CutIn struct {
	Turn  int       `json:"turn"`
	Text  string    `json:"text"`
	Words int       `json:"words"` // of the answer that were heard
	At    time.Time `json:"at"`
}

// Retried asks for the last answered question once more, in coach mode: the line
// that waits for an answer is put off.
type Retried struct {
	Turn int       `json:"turn"` // answered last
	At   time.Time `json:"at"`
}

// Ended is the end of the questions before the officer chose it.
type Ended struct {
	By Ending    `json:"by"`
	At time.Time `json:"at"`
}

// An Ending is who or what ended the questions.
type Ending string

// The endings.
const (
	ByApplicant Ending = "applicant"
	ByIdling    Ending = "idling" // 15 minutes without an answer
	ByTime      Ending = "time"   // 60 minutes, or the end of a log that was brought back
)

// Decided is the officer's decision, said at the window.
type Decided struct {
	Outcome transcript.Outcome `json:"outcome"`
	Typing  int                `json:"typing,omitempty"` // seconds of typing in silence before it
	At      time.Time          `json:"at"`
}

// Graded closes the log: the transcript is sealed beside it.
type Graded struct {
	Hash string    `json:"hash"` // SHA-256 of the sealed transcript, hex
	At   time.Time `json:"at"`
}

// Name is the name the event is stored under.
func (Started) Name() string { return "started" }

// Name is the name the event is stored under.
func (Asked) Name() string { return "asked" }

// Name is the name the event is stored under.
func (Answered) Name() string { return "answered" }

// Name is the name the event is stored under.
func (Repeated) Name() string { return "repeated" }

// Name is the name the event is stored under.
func (CutIn) Name() string { return "cut_in" }

// Name is the name the event is stored under.
func (Retried) Name() string { return "retried" }

// Name is the name the event is stored under.
func (Ended) Name() string { return "ended" }

// Name is the name the event is stored under.
func (Decided) Name() string { return "decided" }

// Name is the name the event is stored under.
func (Graded) Name() string { return "graded" }
