package web

import (
	"context"
	"errors"
	"fmt"
	"math"
	"slices"
	"time"

	"github.com/viceconsul/viceconsul/interview"
	"github.com/viceconsul/viceconsul/interview/program"
	"github.com/viceconsul/viceconsul/interview/speech"
	"github.com/viceconsul/viceconsul/interview/transcript"
)

// Limits of one recording (security requirements, section 4).
const (
	recordingSeconds = 180
	recordingBytes   = 512 << 10
	// partsAtOnce is how many parts may come without pause: what a client kept while the
	// network stalled (our judgement).
	partsAtOnce = 20
	// afterCut is how long parts still come after the officer cut in: what was spoken
	// until the client heard of it (our judgement).
	afterCut = 2 * time.Second
)

// heardFrom says which recording an answer was heard from.
type heardFrom struct {
	ID      string `json:"id"`
	Checked bool   `json:"checked"` // the applicant read the text and sent it
}

// A recording is one that is coming in. It is the reading goroutine's own.
type recording struct {
	turn    int
	format  speech.Format
	sound   []byte
	began   time.Time
	last    time.Time // its last part came
	told    time.Time // the officer was told how long it is
	dropped bool      // what still comes of it is passed over
}

// A hearing is what was heard last, until it is answered.
type hearing struct {
	id, text string
	turn     int
	seconds  float64
	confirm  bool
	doubtful []transcript.Span
}

func readAudio(name string, b []byte) (any, error) {
	switch name {
	case "audio":
		var m audioMessage
		if err := decodeWhole(b, &m); err != nil {
			return nil, malformed(err, "")
		}
		return m, turnNamed(m.Turn, "")
	case "audio_end":
		var m audioEndMessage
		if err := decodeWhole(b, &m); err != nil {
			return nil, malformed(err, "")
		}
		if m.ID = uuidOf(m.ID); m.ID == "" {
			return nil, complaint{Code: "malformed", Title: "id must be a UUID of the recording."}
		}
		return m, turnNamed(m.Turn, m.ID)
	}
	var m audioDropMessage
	if err := decodeWhole(b, &m); err != nil {
		return nil, malformed(err, "")
	}
	return m, turnNamed(m.Turn, "")
}

// record begins a recording, in the place of one that was coming in or being heard.
func (k *socket) record(m audioMessage) error {
	k.dropAudio()
	k.recording = &recording{turn: m.Turn, format: m.Format, dropped: true}
	if k.server.transcriber == nil || k.plain {
		return complaint{Code: "audio_not_offered", Title: "This interview takes typed answers only."}
	}
	if !slices.Contains(speech.Formats(), m.Format) {
		return complaint{Code: "audio_format", Title: "The formats are webm, mp4, ogg and wav."}
	}
	return k.under(program.Answer, func() error {
		ctx, cancel := k.context()
		defer cancel()
		open, err := k.visit.Listens(ctx, m.Turn)
		if err != nil {
			return err
		}
		if !open {
			return complaint{Code: "audio_turn", Title: "This turn takes no spoken answer now. Type, or answer the line that was asked last."}
		}
		k.recording.began, k.recording.dropped = time.Now(), false
		return nil
	})
}

// hearPart takes a part of the recording; false when none is being made.
func (k *socket) hearPart(part []byte) bool {
	r := k.recording
	if r == nil {
		return false
	}
	now := time.Now()
	if r.dropped {
		if !k.parts.AllowN(now, 1) {
			k.close(tooFast)
		}
		return true
	}
	cut := k.cutAt(r.turn)
	switch {
	case !k.parts.AllowN(now, 1), now.Sub(r.began) > recordingSeconds*time.Second+afterCut, len(r.sound)+len(part) > recordingBytes:
		r.sound, r.dropped = nil, true
		k.server.counts.limit("recording")
		k.complain(complaint{Code: "audio_too_long", Title: "A spoken answer has at most 3 minutes and 512 KiB. It was dropped; say it shorter, or type."})
		return true
	case !cut.IsZero() && now.Sub(cut) > afterCut:
		return true
	}
	r.sound, r.last = append(r.sound, part...), now
	k.listenOn(r, now)
	return true
}

// listenOn lets the officer hear how long the answer has become, who may cut in.
func (k *socket) listenOn(r *recording, now time.Time) {
	if now.Sub(r.told) < composingEvery {
		return
	}
	r.told = now
	ctx, cancel := k.context()
	defer cancel()
	if err := k.visit.Compose(ctx, r.turn, 1, now.Sub(r.began).Seconds()); err != nil {
		k.complain(err)
	}
}

// endRecording has the recording written down, while the socket goes on.
func (k *socket) endRecording(m audioEndMessage) error {
	r := k.recording
	k.recording = nil
	switch {
	case r != nil && r.dropped:
		return nil // that was said
	case r == nil || r.turn != m.Turn:
		return complaint{"audio_turn", "No recording of this turn was begun.", m.ID}
	case len(r.sound) == 0:
		return complaint{"nothing_heard", "No sound arrived. Speak again, or type.", m.ID}
	case !r.format.Fits(r.sound):
		return complaint{"audio_format", "The sound is not what its format says. Type your answer.", m.ID}
	}
	return k.under(program.Answer, func() error {
		ctx, stop := context.WithCancel(k.server.leaving)
		k.mu.Lock()
		k.stopHearing = stop
		k.mu.Unlock()
		k.server.hearings.Go(func() {
			defer stop()
			defer k.guard()
			k.transcribe(ctx, m, r)
		})
		return nil
	})
}

// dropAudio forgets the recording that comes in or is being heard.
func (k *socket) dropAudio() {
	k.recording = nil
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.stopHearing != nil {
		k.stopHearing()
		k.stopHearing = nil
	}
}

// transcribe has a recording written down and tells the client.
func (k *socket) transcribe(ctx context.Context, m audioEndMessage, r *recording) {
	clock := min(r.last.Sub(r.began).Seconds(), recordingSeconds)
	heard, err := k.server.transcriber.Transcribe(ctx, speech.Recording{
		Account: speech.Account{Applicant: k.applicant, Interview: k.interview, Turn: m.Turn},
		Format:  r.format, Sound: r.sound, Seconds: clock,
	})
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
// seconds where this connection knows it. One that the applicant has not looked at must
// be what this connection heard, and surely enough.
func (k *socket) spoken(m answerMessage, a interview.Answered) (interview.Answered, error) {
	if m.Voice == nil {
		return a, nil
	}
	k.mu.Lock()
	h := k.heardLast
	k.mu.Unlock()
	known := h != nil && h.id == uuidOf(m.Voice.ID) && h.turn == m.Turn
	if known {
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

// voiceModels name the models that receive sound and lines; "" where none does.
func (s *Server) voiceModels() (hears, speaks string) {
	if s.transcriber != nil {
		hears = s.transcriber.Name()
	}
	if s.speaker != nil && s.speaker.Engine(false) != s.speaker.Engine(true) {
		speaks = s.speaker.Engine(false)
	}
	return hears, speaks
}

// waitForHearings waits until no recording is being written down any more.
func (s *Server) waitForHearings(ctx context.Context) error {
	s.leave()
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
