package web

import (
	"context"
	"slices"
	"time"

	"github.com/viceconsul/viceconsul/interview/program"
	"github.com/viceconsul/viceconsul/interview/speech"
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
	// closingSilence is for how many seconds silence may end a recording without a hand: so
	// much less than the recording an answer may have been (2.5 of our page, and a part).
	closingSilence = 3.5
)

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
	case !k.server.keep(len(part)):
		k.refuse(r, "recordings", complaint{Code: "audio_busy", Title: "Too many people speak at once. What you said was dropped; type, or speak again in a minute."})
		return true
	case !k.parts.AllowN(now, 1), now.Sub(r.began) > recordingSeconds*time.Second+afterCut, len(r.sound)+len(part) > recordingBytes:
		k.server.kept.Add(-int64(len(part)))
		k.refuse(r, "recording", complaint{Code: "audio_too_long", Title: "A spoken answer has at most 3 minutes and 512 KiB. It was dropped; say it shorter, or type."})
		return true
	case !cut.IsZero() && now.Sub(cut) > afterCut:
		k.server.kept.Add(-int64(len(part)))
		return true
	}
	r.sound, r.last = append(r.sound, part...), now
	k.listenOn(r, now)
	return true
}

// keep makes room for a part of a recording; false when there is none.
func (s *Server) keep(bytes int) bool {
	if s.kept.Add(int64(bytes)) > int64(s.limits.Recordings) {
		s.kept.Add(-int64(bytes))
		return false
	}
	return true
}

// forgetSound drops the sound of a recording.
func (s *Server) forgetSound(r *recording) {
	if r != nil {
		s.kept.Add(-int64(len(r.sound)))
		r.sound = nil
	}
}

// refuse drops a recording that met a limit, and what still comes of it.
func (k *socket) refuse(r *recording, limit string, why complaint) {
	k.server.forgetSound(r)
	r.dropped = true
	k.server.counts.limit(limit)
	k.complain(why)
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
	err := k.whole(r, m)
	if err == nil {
		err = k.under(program.Answer, func() error { return nil })
	}
	if err != nil || r.dropped { // that was said
		k.server.forgetSound(r)
		return err
	}
	ctx, stop := context.WithCancel(k.server.leaving)
	k.mu.Lock()
	k.stopHearing = stop
	k.mu.Unlock()
	begun := k.server.hearing(func() {
		defer stop()
		defer k.server.forgetSound(r)
		defer k.guard()
		k.transcribe(ctx, m, r)
	})
	if !begun {
		stop()
		k.server.forgetSound(r)
	}
	return nil
}

// whole is what is wrong with a recording that has ended.
func (k *socket) whole(r *recording, m audioEndMessage) error {
	switch {
	case r != nil && r.dropped:
		return nil
	case r == nil || r.turn != m.Turn:
		return complaint{"audio_turn", "No recording of this turn was begun.", m.ID}
	case len(r.sound) == 0:
		return complaint{"nothing_heard", "No sound arrived. Speak again, or type.", m.ID}
	case !r.format.Fits(r.sound):
		return complaint{"audio_format", "The sound is not what its format says. Type your answer.", m.ID}
	}
	return nil
}

// dropAudio forgets the recording that comes in or is being heard.
func (k *socket) dropAudio() {
	k.server.forgetSound(k.recording)
	k.recording = nil
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.stopHearing != nil {
		k.stopHearing()
		k.stopHearing = nil
	}
}
