package web

import (
	"context"
	"errors"
	"fmt"
	"math"
	"time"

	"github.com/viceconsul/viceconsul/interview"
	"github.com/viceconsul/viceconsul/interview/speech"
	"github.com/viceconsul/viceconsul/interview/transcript"
)

// heardFrom says which recording an answer was heard from.
type heardFrom struct {
	ID      string `json:"id"`
	Checked bool   `json:"checked"` // the applicant read the text and sent it
}

// A hearing is what was heard last, until it is answered.
type hearing struct {
	id, text string
	turn     int
	seconds  float64
	confirm  bool
	doubtful []transcript.Span
}

// transcribe has a recording written down and tells the client.
func (k *socket) transcribe(ctx context.Context, m audioEndMessage, r *recording) {
	clock := min(r.last.Sub(r.began).Seconds(), recordingSeconds)
	heard, err := k.server.transcriber.Transcribe(ctx, speech.Recording{
		Account: speech.Account{Applicant: k.applicant, Interview: k.interview, Turn: m.Turn},
		Format:  r.format, Sound: r.sound, Seconds: clock,
	})
	k.server.forgetSound(r)
	if ctx.Err() != nil {
		k.server.counts.heard("dropped")
		return // the applicant speaks anew, typed or left
	}
	switch {
	case errors.Is(err, speech.ErrNothing):
		k.server.counts.heard("nothing")
		k.complain(complaint{"nothing_heard", "No words were heard. Speak again, or type.", m.ID})
		return
	case err != nil:
		k.server.counts.heard("failed")
		k.server.log.Warn("answer not written down", "interview", k.interview, "err", err)
		k.complain(complaint{"not_transcribed", "The answer could not be written down. Say it again, or type.", m.ID})
		return
	}
	if heard.Seconds == 0 || heard.Seconds > recordingSeconds {
		heard.Seconds = clock
	}
	k.server.counts.heard("heard")
	k.tellHeard(m, heard)
}

// tellHeard tells what was heard, and remembers it until it is answered.
func (k *socket) tellHeard(m audioEndMessage, h speech.Heard) {
	told := heardMessage{Type: "heard", Turn: m.Turn, ID: m.ID, Text: h.Text, Final: true,
		Seconds: math.Round(h.Seconds*10) / 10, Confirm: h.Confirm(), Doubtful: h.Doubts()}
	if c, ok := h.Confidence(); ok {
		c = math.Round(c*100) / 100
		told.Confidence = &c
	}
	now := &hearing{id: m.ID, turn: m.Turn, text: h.Text, seconds: told.Seconds, confirm: told.Confirm}
	for _, d := range told.Doubtful {
		now.doubtful = append(now.doubtful, d.Span)
	}
	k.mu.Lock()
	k.heardLast = now
	k.mu.Unlock()
	k.say(frameOf(told))
}

// spoken completes a spoken answer with how it was heard, and with the recording's own
// seconds where this connection knows it, less the silence that ended it. One that the
// applicant has not looked at must be what this connection heard, and surely enough.
func (k *socket) spoken(m answerMessage, a interview.Answered) (interview.Answered, error) {
	if m.Voice == nil {
		return a, nil
	}
	k.mu.Lock()
	h := k.heardLast
	k.mu.Unlock()
	known := h != nil && h.id == uuidOf(m.Voice.ID) && h.turn == m.Turn
	if known && (m.Seconds <= 0 || m.Seconds < h.seconds-closingSilence || m.Seconds > h.seconds) {
		a.Seconds = h.seconds
	}
	switch {
	case m.Voice.Checked:
		a.Voice = &transcript.Voice{Corrected: known && h.text != m.Text}
	case known && !h.confirm && h.text == m.Text:
		a.Voice = &transcript.Voice{Doubtful: h.doubtful}
	default:
		return a, complaint{"unchecked", "Read what was heard, then send it yourself.", m.ID}
	}
	return a, nil
}

// noteCut remembers when the officer cut in, with k.mu held.
func (k *socket) noteCut(turn int) { k.cutTurn, k.cutSince = turn, time.Now() }

// cutAt is when the officer cut in on the answer to a turn; zero while not.
func (k *socket) cutAt(turn int) time.Time {
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.cutTurn != turn {
		return time.Time{}
	}
	return k.cutSince
}

// An offer is what of voice an interview has.
type offer struct {
	Hears  *hearsOffer  `json:"hears,omitempty"`
	Speaks *speaksOffer `json:"speaks,omitempty"`
}

// hearsOffer is what a recording may be.
type hearsOffer struct {
	Engine  string          `json:"engine"`
	Formats []speech.Format `json:"formats"`
	Seconds int             `json:"seconds"`
	Bytes   int             `json:"bytes"`
}

type speaksOffer struct {
	Engine string `json:"engine"`
}

// voiceOffer is what this server offers an interview; plain is one without a model.
func (s *Server) voiceOffer(plain bool) offer {
	var o offer
	if s.transcriber != nil && !plain {
		o.Hears = &hearsOffer{Engine: s.transcriber.Name(), Formats: speech.Formats(), Seconds: recordingSeconds, Bytes: recordingBytes}
	}
	if s.speaker != nil {
		if engine := s.speaker.Engine(plain); engine != "" {
			o.Speaks = &speaksOffer{Engine: engine}
		}
	}
	return o
}

// hearing has a recording written down beside its socket; false when the server goes
// away.
func (s *Server) hearing(f func()) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.leaving.Err() != nil {
		return false
	}
	s.hearings.Go(f)
	return true
}

// waitForHearings drops the recordings being written down and waits until none is.
func (s *Server) waitForHearings(ctx context.Context) error {
	s.mu.Lock()
	s.leave()
	s.mu.Unlock()
	done := make(chan struct{})
	go func() {
		s.hearings.Wait()
		close(done)
	}()
	select {
	case <-done:
		return nil
	case <-ctx.Done():
		return fmt.Errorf("web: shutdown: recordings still being heard: %w", ctx.Err())
	}
}
