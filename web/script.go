package web

import (
	"slices"
	"strings"
	"time"

	"github.com/viceconsul/viceconsul/interview"
	"github.com/viceconsul/viceconsul/interview/live"
	"github.com/viceconsul/viceconsul/interview/transcript"
)

// A snapshot is an interview as a client redraws it.
type snapshot struct {
	ID        string              `json:"id"`
	Category  string              `json:"category"` // as on the visa
	Track     string              `json:"track,omitempty"`
	Mode      interview.Mode      `json:"mode,omitempty"`
	Officer   interview.Temper    `json:"officer,omitempty"`
	Patient   bool                `json:"patient,omitempty"` // the officer never cuts in
	StartedAt *time.Time          `json:"started_at,omitempty"`
	Turns     []turnView          `json:"turns,omitempty"`
	Ended     bool                `json:"ended,omitempty"`
	Decision  *transcript.Outcome `json:"decision,omitempty"`
}

type turnView struct {
	Turn      int             `json:"turn"`
	ID        string          `json:"id,omitempty"` // of the bank's question
	Officer   string          `json:"officer"`
	Applicant *string         `json:"applicant,omitempty"`
	Kind      transcript.Kind `json:"kind"`
	Interrupt *interruption   `json:"interrupt,omitempty"` // where the officer cut in
	Again     int             `json:"again,omitempty"`     // the turn that is tried again
	Private   bool            `json:"private,omitempty"`   // nobody keeps the answer
}

// An interruption is an officer cutting in after so many words of the answer.
type interruption struct {
	Text  string `json:"text"`
	Words int    `json:"words"`
}

// A script turns events of one interview into frames, in their order. It
// remembers the last line, because a repeated one does not carry its kind, and which
// revision of the transcript was told.
type script struct {
	epoch int64
	voice offer // told in the welcome
	asked interview.Asked

	graded   int64 // offset of the graded event; 0 before
	revision int   // of the transcript told last
}

// frame is the wire event of a stored one; nil for those that only a welcome
// tells.
func (s *script) frame(m live.Message) []byte {
	head := place{Epoch: s.epoch, Offset: m.Offset}
	switch ev := m.Event.(type) {
	case interview.Asked:
		s.remember(ev)
		head.Type = "question"
		return frameOf(questionMessage{place: head, Turn: ev.Turn, ID: ev.Question, Text: ev.Text, Kind: ev.Kind,
			Again: ev.Again, Private: ev.Private(), Typing: ev.Typing})
	case interview.Repeated:
		head.Type = "question"
		q := questionMessage{place: head, Turn: ev.Turn, Text: ev.Text, Repeated: true}
		if s.asked.Turn == ev.Turn {
			q.ID, q.Kind, q.Again, q.Private = s.asked.Question, s.asked.Kind, s.asked.Again, s.asked.Private()
		}
		return frameOf(q)
	case interview.Answered:
		head.Type = "ack"
		return frameOf(ackMessage{place: head, ID: ev.ID, Turn: ev.Turn})
	case interview.CutIn:
		head.Type = "interrupt"
		return frameOf(interruptMessage{place: head, Turn: ev.Turn, Text: ev.Text, Words: ev.Words})
	case interview.Retried:
		head.Type = "retried"
		return frameOf(retriedMessage{place: head, Turn: ev.Turn})
	case interview.Ended:
		head.Type = "ended"
		return frameOf(endedMessage{place: head, By: string(ev.By)})
	case interview.Decided:
		head.Type = "decision"
		return frameOf(decisionMessage{place: head, Outcome: ev.Outcome, Typing: ev.Typing})
	case interview.Graded:
		s.graded, s.revision = m.Offset, m.Revision
		head.Type = "graded"
		return gradedFrame(gradedMessage{place: head, Revision: m.Revision, Reading: m.Reading}, m.Sealed)
	}
	return nil
}

// passing is the frame of a passing piece; nil when the message has none.
func passing(m live.Message) []byte {
	switch {
	case m.Delta != nil:
		return frameOf(deltaMessage{Type: "delta", Turn: m.Delta.Turn, Text: m.Delta.Text})
	case m.Coach != nil:
		return frameOf(coachMessage{Type: "coach", Turn: m.Coach.Turn, Findings: m.Coach.Findings})
	}
	return nil
}

// draw adds an event to a snapshot.
func (v *snapshot) draw(ev interview.Event) {
	switch ev := ev.(type) {
	case interview.Started:
		v.Mode, v.Officer, v.Patient, v.StartedAt = ev.Mode, ev.Officer.Temper, ev.Officer.Patient, &ev.At
	case interview.Asked:
		v.Turns = append(v.Turns, turnView{Turn: ev.Turn, ID: ev.Question, Officer: ev.Text, Kind: ev.Kind,
			Again: ev.Again, Private: ev.Private()})
	case interview.Answered:
		v.change(ev.Turn, func(t *turnView) {
			t.Applicant = &ev.Text
			if t.Interrupt != nil && ev.Voice != nil {
				t.Interrupt.Words = len(strings.Fields(ev.Text)) // all that was spoken was heard
			}
		})
	case interview.CutIn:
		v.change(ev.Turn, func(t *turnView) { t.Interrupt = &interruption{ev.Text, ev.Words} })
	case interview.Retried:
		v.Turns = slices.DeleteFunc(v.Turns, func(t turnView) bool { return t.Turn > ev.Turn })
	case interview.Ended:
		v.Ended = true
	case interview.Decided:
		v.Decision = &ev.Outcome
	}
}

// change alters the turn of a number.
func (v *snapshot) change(turn int, f func(*turnView)) {
	for i := range v.Turns {
		if v.Turns[i].Turn == turn {
			f(&v.Turns[i])
		}
	}
}

// frames is what an arriving client is told: the welcome, then what follows it.
// told is the offset of the last event. A snapshot holds everything but coaching
// and the graded transcript, which follow as messages of their own.
func (s *script) frames(w live.Welcome) (frames [][]byte, told int64) {
	s.epoch = w.Head.Epoch
	c := transcript.Category(w.Head.Category)
	view := snapshot{ID: w.Head.ID, Category: c.Visa(), Track: c.Track()}
	told = w.Head.Offset
	drawn := told // offset up to which the welcome tells
	for _, m := range w.Missed {
		_, graded := m.Event.(interview.Graded)
		switch {
		case m.Event == nil: // coaching
		case w.Recovered || graded:
			drawn = min(drawn, m.Offset-1)
		default:
			view.draw(m.Event)
			s.remember(m.Event)
			continue
		}
		frames = append(frames, s.both(atOnce(m))...)
	}
	head := place{Type: "welcome", Epoch: s.epoch, Offset: drawn}
	welcome := frameOf(welcomeMessage{place: head, Recovered: w.Recovered, Interview: view, Voice: s.voice})
	return append([][]byte{welcome}, frames...), told
}

// atOnce is a message without the silence before it: who comes back waits for nothing.
func atOnce(m live.Message) live.Message {
	switch ev := m.Event.(type) {
	case interview.Asked:
		ev.Typing = 0
		m.Event = ev
	case interview.Decided:
		ev.Typing = 0
		m.Event = ev
	}
	return m
}

// both are the frames of a message: its event and its passing piece.
func (s *script) both(m live.Message) (frames [][]byte) {
	for _, f := range [][]byte{s.frame(m), passing(m)} {
		if f != nil {
			frames = append(frames, f)
		}
	}
	return frames
}

// remember keeps the last line.
func (s *script) remember(ev interview.Event) {
	if asked, ok := ev.(interview.Asked); ok {
		s.asked = asked
	}
}
