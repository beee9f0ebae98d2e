package speech

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"sync"
)

// mostSound bounds the sound of one line, in bytes (our judgement: 600 letters take 45
// seconds, which MP3 at the usual rates has in one mebibyte and plain samples in two).
const mostSound = 2 << 20

// errSound says that an engine wrote something other than sound.
var errSound = errors.New("speech: not a sound a browser plays")

// A Sound is a line being spoken: it can be heard while it is made, by many at once.
type Sound struct {
	mu      sync.Mutex
	bytes   []byte
	kind    string // media type; "" while too little is there to tell
	done    bool
	err     error
	changed chan struct{} // closed at the next change
}

func newSound() *Sound { return &Sound{changed: make(chan struct{})} }

// Begun waits for the first bytes and returns the media type; the error is the engine's
// when it failed before them.
func (s *Sound) Begun(ctx context.Context) (kind string, err error) {
	for {
		s.mu.Lock()
		kind, done, err, changed := s.kind, s.done, s.err, s.changed
		s.mu.Unlock()
		switch {
		case kind != "":
			return kind, nil
		case done:
			return "", err
		}
		select {
		case <-changed:
		case <-ctx.Done():
			return "", ctx.Err()
		}
	}
}

// Play writes the sound as it comes, to its end. The error is the writer's, or the
// engine's when it broke off.
func (s *Sound) Play(ctx context.Context, w io.Writer) error {
	for at := 0; ; {
		s.mu.Lock()
		var part []byte
		if s.kind != "" {
			part = s.bytes[at:]
		}
		done, err, changed := s.done, s.err, s.changed
		s.mu.Unlock()
		if len(part) > 0 {
			n, err := w.Write(part)
			if err != nil {
				return fmt.Errorf("play a line: %w", err)
			}
			at += n
			continue
		}
		if done {
			return err
		}
		select {
		case <-changed:
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

// Write takes the engine's next bytes.
func (s *Sound) Write(p []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(s.bytes)+len(p) > mostSound {
		return 0, fmt.Errorf("%w: over %d bytes", errSound, mostSound)
	}
	s.bytes = append(s.bytes, p...)
	if s.kind == "" && len(s.bytes) >= telling {
		if s.kind = kindOf(s.bytes); s.kind == "" {
			s.bytes = nil
			return 0, errSound
		}
	}
	if s.kind != "" {
		s.change()
	}
	return len(p), nil
}

// finish ends the sound.
func (s *Sound) finish(err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if err == nil && s.kind == "" {
		err = errSound
	}
	s.done, s.err = true, err
	s.change()
}

// change wakes who listens, with s.mu held.
func (s *Sound) change() {
	close(s.changed)
	s.changed = make(chan struct{})
}

// silent reports whether nothing has been heard yet; what an engine wrote that tells no
// kind is forgotten, so that another engine can begin.
func (s *Sound) silent() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.kind != "" {
		return false
	}
	s.bytes = nil
	return true
}

// whole is how many bytes a finished sound has; false when it failed.
func (s *Sound) whole() (int, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return len(s.bytes), s.done && s.err == nil
}

// telling is how many bytes tell what kind of sound it is.
const telling = 12

// kindOf is the media type of sound that browsers play; "" for anything else.
func kindOf(b []byte) string {
	switch {
	case bytes.HasPrefix(b, []byte("ID3")), b[0] == 0xFF && b[1]&0xE0 == 0xE0:
		return "audio/mpeg"
	case bytes.HasPrefix(b, []byte("OggS")):
		return "audio/ogg"
	case WAV.Fits(append(b[:telling:telling], 0)):
		return "audio/wav"
	}
	return ""
}
