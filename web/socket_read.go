package web

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"net"
	"time"
	"unicode/utf8"

	"github.com/gorilla/websocket"

	"github.com/viceconsul/viceconsul/interview"
	"github.com/viceconsul/viceconsul/interview/live"
	"github.com/viceconsul/viceconsul/interview/program"
	"github.com/viceconsul/viceconsul/interview/store"
	"github.com/viceconsul/viceconsul/interview/transcript"
)

// run reads one message and leaves it to the crew: dealing with a message needs a
// deep stack, waiting for one does not, and stacks do not shrink to what waiting needs.
func (k *socket) run() {
	m, err := k.listen()
	if err != nil {
		k.close(k.endingOf(err))
		k.readEnded()
		return
	}
	k.server.crew.do(func() { k.deal(m) })
}

// A wireMessage is one message as it came.
type wireMessage struct {
	bytes  []byte
	binary bool // part of a recording
}

// listen is next, with a panic as its error.
func (k *socket) listen() (m wireMessage, err error) {
	defer func() {
		if r := recover(); r != nil {
			k.panicked(r)
			err = errFrame{ourFault}
		}
	}()
	return k.next()
}

// deal deals with a message, then waits for the next one.
func (k *socket) deal(m wireMessage) {
	more := false
	defer func() {
		if more {
			go k.run()
		} else {
			k.readEnded()
		}
	}()
	defer k.guard()
	switch {
	case k.ended():
	case m.binary:
		k.hearPart(m.bytes)
	default:
		k.receive(m.bytes)
	}
	k.heard()
	k.wire.quiet(k.quietUntil)
	more = true
}

// heard lets the client be quiet until the pong after the next ping. The time for
// hello is not prolonged by anything but hello.
func (k *socket) heard() {
	if k.visit != nil {
		k.quietUntil = time.Now().Add(k.server.limits.Ping + k.server.limits.Pong)
	}
}

// errFrame is a data frame that ends the connection.
type errFrame struct{ ending }

func (e errFrame) Error() string { return e.reason }

// next reads one message: text, or while a recording comes in, a part of it.
func (k *socket) next() (m wireMessage, err error) {
	kind, r, err := k.conn.NextReader()
	if err != nil {
		return m, err
	}
	k.within = true
	defer func() { k.within = false }()
	m.binary = kind == websocket.BinaryMessage
	if m.binary && k.recording == nil {
		return m, errFrame{binaryFrame}
	}
	if m.bytes, err = io.ReadAll(r); err != nil {
		return m, err
	}
	if !m.binary && !utf8.Valid(m.bytes) {
		return m, errFrame{notUTF8}
	}
	return m, nil
}

// endingOf says how the connection ends after an error of reading.
func (k *socket) endingOf(err error) ending {
	var frame errFrame
	var closed *websocket.CloseError
	var network net.Error
	switch {
	case errors.As(err, &frame):
		return frame.ending
	case errors.Is(err, websocket.ErrReadLimit):
		return tooBig
	case errors.As(err, &closed), errors.Is(err, io.EOF):
		k.clean = true
		return left
	case errors.As(err, &network) && network.Timeout():
		return k.tooLate()
	case network != nil, errors.Is(err, io.ErrUnexpectedEOF):
		return left
	}
	return protocol
}

func (k *socket) tooLate() ending {
	switch {
	case k.wire.within:
		return slowMessage
	case k.visit == nil:
		return lateHello
	}
	return noPong
}

// heardPing answers a ping within the allowance for control frames.
func (k *socket) heardPing(payload string) error {
	if err := k.control(); err != nil {
		return err
	}
	err := k.conn.WriteControl(websocket.PongMessage, []byte(payload), time.Now().Add(k.server.limits.Write))
	var slow net.Error
	if errors.Is(err, websocket.ErrCloseSent) || errors.As(err, &slow) && slow.Timeout() {
		return nil
	}
	return err
}

// heardPong notes that the client is there.
func (k *socket) heardPong(string) error {
	k.heard()
	return k.control()
}

// control counts a control frame. Between messages the quiet goes on after it;
// within one, the message's own deadline stands.
func (k *socket) control() error {
	if !k.controls.Allow() {
		return errFrame{controlFlood}
	}
	if !k.within {
		k.wire.quiet(k.quietUntil)
	}
	return nil
}

// receive deals with one message.
func (k *socket) receive(text []byte) {
	if !k.paced() {
		return
	}
	m, err := readMessage(text)
	if err == nil {
		err = k.act(m)
	}
	if err != nil {
		k.complain(err)
	}
}

// paced holds the client to its allowance: the first message over it is dropped
// with slow_down, the next one ends the connection.
func (k *socket) paced() bool {
	now := time.Now()
	if k.messages.TokensAt(now) >= float64(k.messages.Burst()) {
		k.warned = false
	}
	if k.messages.AllowN(now, 1) {
		return true
	}
	if k.warned {
		k.close(tooFast)
		return false
	}
	k.warned = true
	k.server.counts.limit(tooFast.limit)
	k.say(frameOf(errorMessage{Type: "error", Code: "slow_down",
		Title: "Too many messages. This one was dropped; wait a few seconds before the next."}))
	return false
}

// act carries a message out.
func (k *socket) act(m any) error {
	if hello, ok := m.(helloMessage); ok {
		if k.visit != nil {
			return complaint{Code: "malformed", Title: "hello is said once, first."}
		}
		return k.arrive(position(hello))
	}
	if k.visit == nil {
		k.close(noHello)
		return nil
	}
	switch m := m.(type) {
	case answerMessage:
		return k.answer(m)
	case repeatMessage:
		return k.under(program.Answer, func() error {
			ctx, cancel := k.context()
			defer cancel()
			if m.Otherwise {
				return k.visit.Otherwise(ctx, m.Turn)
			}
			return k.visit.Repeat(ctx, m.Turn)
		})
	case composingMessage:
		return k.composing(m)
	case audioMessage:
		return k.record(m)
	case audioEndMessage:
		return k.endRecording(m)
	case audioDropMessage:
		k.dropAudio()
		return nil
	case againMessage:
		return k.under(program.Answer, func() error {
			ctx, cancel := k.context()
			defer cancel()
			return k.visit.TryAgain(ctx, m.Turn)
		})
	case pingMessage:
		k.say(frameOf(pongMessage{Type: "pong"}))
		return nil
	case endMessage:
		return k.under(program.End, func() error {
			ctx, cancel := k.context()
			defer cancel()
			return k.visit.End(ctx)
		})
	}
	return fmt.Errorf("web: no action for %T", m)
}

// under does something after asking whether the applicant may do it now.
func (k *socket) under(action program.Action, do func() error) error {
	actor := program.Actor{Tenant: k.tenant, ID: k.applicant}
	record := program.Record{Tenant: k.tenant, ID: k.interview, Owner: k.applicant}
	if err := program.May(actor, action, record, nil, time.Now()); err != nil {
		return err
	}
	return do()
}

// answer stores an answer. Its ack goes out when the window tells the stored
// event; an answer that stood already is acknowledged again from here.
func (k *socket) answer(m answerMessage) error {
	return k.under(program.Answer, func() error {
		before := k.toldSoFar()
		ctx, cancel := k.context()
		defer cancel()
		answered, unheard := k.spoken(m, interview.Answered{Turn: m.Turn, ID: m.ID, Text: m.Text, Seconds: m.Seconds})
		if unheard != nil { // it may have been stored over an earlier connection
			offset, err := k.visit.Receipt(ctx, answered)
			if err == nil && offset > 0 {
				k.ackAgain(m, offset)
				return nil
			}
			return cmp.Or(err, unheard)
		}
		offset, err := k.visit.Answer(ctx, answered)
		if err != nil {
			return fmt.Errorf("answer: %w", complaintOn(err, m.ID))
		}
		if offset <= before {
			k.ackAgain(m, offset)
			return nil
		}
		k.server.counts.answers.Inc()
		k.dropAudio() // its text is final
		return nil
	})
}

// composing lets the officer hear how long an answer has become. It is a message like
// any other to the allowance; those that come too soon after one another are passed over.
func (k *socket) composing(m composingMessage) error {
	now := time.Now()
	if now.Sub(k.composed) < composingEvery {
		k.server.counts.limit("composing")
		return nil
	}
	k.composed = now
	return k.under(program.Answer, func() error {
		ctx, cancel := k.context()
		defer cancel()
		return k.visit.Compose(ctx, m.Turn, m.Words, m.Seconds)
	})
}

// complaintOn gives the errors that a client can act on their message id.
func complaintOn(err error, id string) error {
	for _, known := range []struct {
		err         error
		code, title string
	}{
		{store.ErrConflict, "conflict", "Another answer stands here already. Nothing was changed."},
		{interview.ErrUnexpected, "turn_closed", "The turn is not open for this. Answer the line that was asked last."},
		{transcript.ErrInvalid, "malformed", "This answer cannot be kept as it is."},
		{interview.ErrClosed, "closed", "The interview has ended. Nothing was changed."},
	} {
		if errors.Is(err, known.err) {
			return complaint{known.code, known.title, id}
		}
	}
	return err
}

// complain tells the client what was wrong with its message, or ends the
// connection when the message was not.
func (k *socket) complain(err error) {
	var c complaint
	if !errors.As(err, &c) {
		err = complaintOn(err, "")
	}
	switch {
	case errors.As(err, &c):
		if c.Code == "answer_too_long" {
			k.server.counts.limit("answer_length")
		}
		k.say(frameOf(errorMessage{Type: "error", Code: c.Code, Title: c.Title, ID: c.ID}))
	case errors.Is(err, store.ErrNotFound), errors.Is(err, program.ErrDenied):
		k.close(deleted)
	case errors.Is(err, store.ErrFenced):
		k.close(moved)
	case errors.Is(err, live.ErrReplaced):
		k.close(replaced)
	case errors.Is(err, live.ErrClosing):
		k.bye()
	default:
		k.server.counts.failed.Inc()
		k.server.log.Error("socket", "interview", k.interview, "err", err)
		k.close(noStorage)
	}
}
