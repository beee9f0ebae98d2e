package live

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"time"

	"github.com/viceconsul/viceconsul/interview"
	"github.com/viceconsul/viceconsul/interview/store"
	"github.com/viceconsul/viceconsul/interview/transcript"
)

// A batch is a session stepped ahead of its log: the events that become durable
// together, and what is told once they are.
type batch struct {
	session interview.Session
	offset  int64 // of the last event
	now     func() time.Time
	model   bool                    // a model words the lines: the batch ends where one is due
	reads   bool                    // a model reads what was graded
	cost    func() *transcript.Cost // of the interview so far; nil when no model has a part in it

	events   []store.Event
	told     []Message
	sealed   []byte
	readable bool            // sealed holds answers that a model is to read
	due      *interview.Move // the line a model has to word
}

// advance steps the session by an event and carries out what follows from it.
func (b *batch) advance(ev interview.Event) error {
	effects, err := b.step(ev)
	if err != nil {
		return err
	}
	return b.carry(effects)
}

// step applies one event and keeps it for the log.
func (b *batch) step(ev interview.Event) ([]interview.Effect, error) {
	next, effects, err := b.session.Step(ev)
	if err != nil {
		return nil, err
	}
	stored, err := record(b.offset+1, ev)
	if err != nil {
		return nil, err
	}
	b.session, b.offset = next, stored.Offset
	b.events = append(b.events, stored)
	m := Message{Offset: stored.Offset, Event: ev}
	if _, ok := ev.(interview.Graded); ok {
		m.Sealed, m.Revision, m.Reading = b.sealed, 1, b.readable
	}
	b.told = append(b.told, m)
	return effects, nil
}

// carry answers effects with events until none is owed, or a model has to speak.
func (b *batch) carry(effects []interview.Effect) error {
	for len(effects) > 0 {
		ev, err := b.answer(effects[0])
		if err != nil {
			return err
		}
		effects = effects[1:]
		if ev == nil {
			continue
		}
		more, err := b.step(ev)
		if err != nil {
			return err
		}
		effects = append(effects, more...)
	}
	return nil
}

// answer is the event an effect asks for; nil when it asks for none now.
func (b *batch) answer(e interview.Effect) (interview.Event, error) {
	switch e := e.(type) {
	case interview.Compose:
		asked := e.Move.Asked(e.Move.Line, "", b.now())
		if b.model && !asked.Private() { // those lines are said as they stand
			b.due = &e.Move
			return nil, nil
		}
		return asked, nil
	case interview.Decide:
		return interview.Decided{Outcome: e.Outcome, Typing: e.Typing, At: b.now()}, nil
	case interview.Seal:
		if b.cost != nil {
			e.Transcript.Cost = b.cost()
		}
		b.readable = b.reads && len(e.Transcript.Turns) > 0
		sealed, err := e.Transcript.MarshalJSON() // as json.Marshal would, which reads it all over once more
		if err != nil {
			return nil, fmt.Errorf("seal the transcript: %w", err)
		}
		b.sealed = sealed
		hash := sha256.Sum256(sealed)
		return interview.Graded{Hash: hex.EncodeToString(hash[:]), At: b.now()}, nil
	case interview.Coaching:
		b.told = append(b.told, Message{Coach: &e})
	}
	return nil, nil
}

// record is an event as it is stored.
func record(offset int64, ev interview.Event) (store.Event, error) {
	name, body, err := interview.Encode(ev)
	if err != nil {
		return store.Event{}, err
	}
	stored := store.Event{Offset: offset, Name: name, Body: body}
	switch ev := ev.(type) {
	case interview.Started:
		stored.At = ev.At
	case interview.Asked:
		stored.Turn, stored.At = ev.Turn, ev.At
	case interview.Answered:
		stored.Turn, stored.Client, stored.At = ev.Turn, ev.ID, ev.At
	case interview.Repeated:
		stored.Turn, stored.At = ev.Turn, ev.At
	case interview.CutIn:
		stored.Turn, stored.At = ev.Turn, ev.At
	case interview.Retried:
		stored.Turn, stored.At = ev.Turn, ev.At
	case interview.Ended:
		stored.At = ev.At
	case interview.Decided:
		stored.At = ev.At
	case interview.Graded:
		stored.At = ev.At
	}
	return stored, nil
}
