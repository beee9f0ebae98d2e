package web

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/google/uuid"

	"github.com/viceconsul/viceconsul/interview/speech"
	"github.com/viceconsul/viceconsul/interview/transcript"
)

// What a client may say. Each is one JSON object with type first.
type (
	helloMessage struct {
		Type   string `json:"type"`
		Epoch  *int64 `json:"epoch"` // both or neither
		Offset *int64 `json:"offset"`
	}
	answerMessage struct {
		Type    string     `json:"type"`
		ID      string     `json:"id"`   // the client's UUID
		Turn    int        `json:"turn"` // from 1
		Text    string     `json:"text"` // 1 to 8,000 code points, not only spaces
		Seconds float64    `json:"seconds"`
		Voice   *heardFrom `json:"voice"` // of a spoken answer
	}
	// audioMessage begins a recording; its parts follow as binary frames.
	audioMessage struct {
		Type   string        `json:"type"`
		Turn   int           `json:"turn"`
		Format speech.Format `json:"format"`
	}
	audioEndMessage struct {
		Type string `json:"type"`
		Turn int    `json:"turn"`
		ID   string `json:"id"` // the client's UUID of the recording
	}
	audioDropMessage struct {
		Type string `json:"type"`
		Turn int    `json:"turn"`
	}
	repeatMessage struct {
		Type      string `json:"type"`
		Turn      int    `json:"turn"`
		Otherwise bool   `json:"otherwise"` // in other words, in coach mode
	}
	// composingMessage counts the words of an answer being written; it never holds them.
	composingMessage struct {
		Type    string  `json:"type"`
		Turn    int     `json:"turn"`
		Words   int     `json:"words"`   // 1 to 8,000
		Seconds float64 `json:"seconds"` // spoken so far; 0 while it is typed
	}
	againMessage struct {
		Type string `json:"type"`
		Turn int    `json:"turn"` // answered last
	}
	pingMessage struct {
		Type string `json:"type"`
	}
	endMessage struct {
		Type string `json:"type"`
	}
)

// A complaint is what is wrong with one message: the session goes on.
type complaint struct {
	Code  string
	Title string
	ID    string // the message's own id, when it could be read
}

func (c complaint) Error() string { return c.Code + ": " + c.Title }

// readMessage decodes one text frame. Every error is a complaint.
func readMessage(b []byte) (any, error) {
	if err := wholeJSON(b); err != nil {
		return nil, malformed(err, "")
	}
	switch name := typeOf(b); name {
	case "hello":
		return readHello(b)
	case "answer":
		return readAnswer(b)
	case "repeat":
		var m repeatMessage
		if err := decodeWhole(b, &m); err != nil {
			return nil, malformed(err, "")
		}
		return m, turnNamed(m.Turn, "")
	case "composing":
		return readComposing(b)
	case "again":
		var m againMessage
		if err := decodeWhole(b, &m); err != nil {
			return nil, malformed(err, "")
		}
		return m, turnNamed(m.Turn, "")
	case "end":
		var m endMessage
		if err := decodeWhole(b, &m); err != nil {
			return nil, malformed(err, "")
		}
		return m, nil
	case "ping":
		var m pingMessage
		if err := decodeWhole(b, &m); err != nil {
			return nil, malformed(err, "")
		}
		return m, nil
	case "audio", "audio_end", "audio_drop":
		return readAudio(name, b)
	case "":
		return nil, complaint{Code: "malformed", Title: `A message is an object whose first key is "type".`}
	default:
		return nil, complaint{Code: "unknown_type", Title: "The types are hello, answer, audio, audio_end, audio_drop, composing, repeat, again, end and ping."}
	}
}

func readHello(b []byte) (any, error) {
	var m helloMessage
	if err := decodeWhole(b, &m); err != nil {
		return nil, malformed(err, "")
	}
	if (m.Epoch == nil) != (m.Offset == nil) || m.Epoch != nil && (*m.Epoch < 0 || *m.Offset < 0) {
		return nil, complaint{Code: "malformed", Title: "hello takes epoch and offset together, as they were last told, or neither."}
	}
	return m, nil
}

func readAnswer(b []byte) (any, error) {
	var m answerMessage
	err := decodeWhole(b, &m)
	id := uuidOf(m.ID)
	if err != nil {
		return nil, malformed(err, id)
	}
	if id == "" {
		return nil, complaint{Code: "malformed", Title: "id must be a UUID, like 0198f1a0-7c5e-7b52-9d6c-2f1d3a4b5c6d."}
	}
	m.ID = id
	if m.Voice != nil && uuidOf(m.Voice.ID) == "" {
		return nil, complaint{"malformed", "voice.id must be the UUID of the recording.", id}
	}
	if err := turnNamed(m.Turn, id); err != nil {
		return nil, err
	}
	if err := secondsNamed(m.Seconds, id); err != nil {
		return nil, err
	}
	if strings.TrimSpace(m.Text) == "" {
		return nil, complaint{"answer_empty", "An answer needs words. Ask for the question again with repeat.", id}
	}
	if utf8.RuneCountInString(m.Text) > answerLimit {
		return nil, complaint{"answer_too_long", fmt.Sprintf("An answer has at most %d characters.", answerLimit), id}
	}
	return m, nil
}

// uuidOf is a client's id in lower case; "" when it is none.
func uuidOf(id string) string {
	if uuid.Validate(id) != nil || len(id) != 36 {
		return ""
	}
	return strings.ToLower(id)
}

func readComposing(b []byte) (any, error) {
	var m composingMessage
	if err := decodeWhole(b, &m); err != nil {
		return nil, malformed(err, "")
	}
	if m.Words < 1 || m.Words > answerLimit {
		return nil, complaint{Code: "malformed", Title: fmt.Sprintf("words is from 1 to %d.", answerLimit)}
	}
	return m, cmp.Or(turnNamed(m.Turn, ""), secondsNamed(m.Seconds, ""))
}

func secondsNamed(seconds float64, id string) error {
	const longest = 3600 // an interview ends then
	if seconds < 0 || seconds > longest || math.IsNaN(seconds) {
		return complaint{"malformed", "seconds is from 0 to 3600.", id}
	}
	return nil
}

func turnNamed(turn int, id string) error {
	if turn < 1 {
		return complaint{"malformed", "turn is the number of the question's turn, from 1.", id}
	}
	return nil
}

func malformed(err error, id string) complaint {
	return complaint{"malformed", problemOf(err), id}
}

// typeOf is the type of a message that is whole JSON; "" when type is not its first
// key.
func typeOf(b []byte) string {
	c := checker{b: b}
	if c.skipSpace(); c.b[c.i] != '{' {
		return ""
	}
	c.i++
	if c.skipSpace(); c.b[c.i] != '"' || c.key() != "type" {
		return ""
	}
	c.skipSpace()
	c.i++ // the colon
	if c.skipSpace(); c.b[c.i] != '"' {
		return ""
	}
	return c.key()
}

// What the server says. Type stands first; a place only in events of the log.
type (
	place struct {
		Type   string `json:"type"`
		Epoch  int64  `json:"epoch"`
		Offset int64  `json:"offset"`
	}
	welcomeMessage struct {
		place
		Recovered bool     `json:"recovered"`
		Interview snapshot `json:"interview"`
		Voice     offer    `json:"voice"`
	}
	// heardMessage is what an engine made of a recording; the applicant may correct it
	// before it counts.
	heardMessage struct {
		Type       string         `json:"type"`
		Turn       int            `json:"turn"`
		ID         string         `json:"id"` // of the recording
		Text       string         `json:"text"`
		Final      bool           `json:"final"`
		Confidence *float64       `json:"confidence,omitempty"` // 0 to 1; absent when the engine tells none
		Seconds    float64        `json:"seconds"`
		Confirm    bool           `json:"confirm"` // the applicant must read it before it counts
		Doubtful   []speech.Doubt `json:"doubtful"`
	}
	questionMessage struct {
		place
		Turn int             `json:"turn"`
		ID   string          `json:"id,omitempty"` // in the bank
		Text string          `json:"text"`
		Kind transcript.Kind `json:"kind,omitempty"`
		// Repeated says that it is the line of this turn, said again.
		Repeated bool `json:"repeated,omitempty"`
		Again    int  `json:"again,omitempty"`   // the turn that is tried again
		Private  bool `json:"private,omitempty"` // nobody keeps the answer
		// Typing is for how many seconds the officer types in silence before the line
		// is said: the client waits, the server does not.
		Typing int `json:"typing,omitempty"`
	}
	ackMessage struct {
		place
		ID   string `json:"id"`
		Turn int    `json:"turn"`
	}
	interruptMessage struct {
		place
		Turn  int    `json:"turn"`
		Text  string `json:"text"`
		Words int    `json:"words"` // of the answer that were heard
	}
	retriedMessage struct {
		place
		Turn int `json:"turn"` // the turns after it are put off
	}
	endedMessage struct {
		place
		By string `json:"by"`
	}
	decisionMessage struct {
		place
		Outcome transcript.Outcome `json:"outcome"`
		Typing  int                `json:"typing,omitempty"` // as in a question
	}
	// gradedMessage goes before the transcript; see gradedFrame.
	gradedMessage struct {
		place
		Revision int    `json:"revision"`
		Reading  bool   `json:"reading,omitempty"` // a model is reading that revision: another will follow
		Hash     string `json:"hash"`
	}
	coachMessage struct {
		Type     string               `json:"type"`
		Turn     int                  `json:"turn"`
		Findings []transcript.Finding `json:"findings"`
	}
	deltaMessage struct {
		Type string `json:"type"`
		Turn int    `json:"turn"`
		Text string `json:"text"`
	}
	errorMessage struct {
		Type  string `json:"type"`
		Code  string `json:"code"`
		Title string `json:"title"`
		ID    string `json:"id,omitempty"`
	}
	pongMessage struct {
		Type string `json:"type"`
	}
	byeMessage struct {
		Type         string `json:"type"`
		RetryAfterMS int64  `json:"retry_after_ms"`
	}
)

// gradedFrame is a graded message with its transcript byte for byte as it is stored, so
// that its hash can be checked.
func gradedFrame(m gradedMessage, sealed []byte) []byte {
	m.Hash = fmt.Sprintf("%x", sha256.Sum256(sealed))
	head := frameOf(m)
	return slices.Concat(head[:len(head)-1], []byte(`,"transcript":`), sealed, []byte("}"))
}

// frameOf encodes a message. The types above always can be.
func frameOf(m any) []byte {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(m); err != nil {
		panic(errors.New("web: a server message does not encode"))
	}
	return bytes.TrimRight(b.Bytes(), "\n")
}
