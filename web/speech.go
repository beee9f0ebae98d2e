package web

import (
	"errors"
	"fmt"
	"net/http"
	"strconv"
	"time"

	"github.com/labstack/echo/v4"

	"github.com/viceconsul/viceconsul/interview"
	"github.com/viceconsul/viceconsul/interview/program"
	"github.com/viceconsul/viceconsul/interview/speech"
	"github.com/viceconsul/viceconsul/interview/store"
)

// playing is how long a line may take from the request to its last byte (our judgement:
// an endpoint's 8 seconds, and 100 kB over a bad network).
const playing = 30 * time.Second

// sendSpeech streams a line of the officer as sound, as it was said last.
func (s *Server) sendSpeech(c echo.Context) error {
	iv, err := s.owned(c, program.Read)
	if err != nil {
		return err
	}
	if s.speaker == nil {
		return speech.ErrUnspoken
	}
	line, err := s.lineOf(c, iv)
	if err != nil {
		return err
	}
	if !s.speeches.allow(iv.ID, time.Now()) {
		s.counts.limit("speech")
		return errTooMany
	}
	sound, err := s.speaker.Speak(line)
	if err != nil {
		return err
	}
	ctx := c.Request().Context()
	kind, err := sound.Begun(ctx)
	switch {
	case errors.Is(err, speech.ErrUnspoken):
		return err
	case err != nil:
		return fmt.Errorf("%w: interview %s: %w", errSpeech, iv.ID, err)
	}
	return play(c, kind, sound)
}

// play streams a sound. One that breaks off breaks the connection, so that the client
// knows that the rest is missing.
func play(c echo.Context, kind string, sound *speech.Sound) error {
	w := c.Response()
	if err := http.NewResponseController(w).SetWriteDeadline(time.Now().Add(playing)); err != nil {
		return fmt.Errorf("play a line: %w", err)
	}
	w.Header().Set(echo.HeaderContentType, kind)
	w.WriteHeader(http.StatusOK)
	if err := sound.Play(c.Request().Context(), atOnceWriter{w}); err != nil {
		panic(http.ErrAbortHandler)
	}
	return nil
}

// atOnceWriter sends each part as it is written.
type atOnceWriter struct{ *echo.Response }

func (w atOnceWriter) Write(p []byte) (int, error) {
	n, err := w.Response.Write(p)
	w.Flush()
	return n, err
}

// lineOf is the line of the turn that the address names, as the log has it.
func (s *Server) lineOf(c echo.Context, iv store.Interview) (speech.Line, error) {
	said := c.Param("turn")
	turn, err := strconv.Atoi(said)
	if said != "decision" && (err != nil || turn < 1 || strconv.Itoa(turn) != said) {
		return speech.Line{}, store.ErrNotFound
	}
	events, err := s.store.Events(c.Request().Context(), iv.Tenant, iv.ID, 0)
	if err != nil {
		return speech.Line{}, fmt.Errorf("read interview %s: %w", iv.ID, err)
	}
	l := speech.Line{Account: speech.Account{Applicant: iv.Applicant, Interview: iv.ID, Turn: turn}}
	question := ""
	for i, e := range events {
		said := e.Turn == turn && e.Name != store.Answered
		if turn == 0 {
			said = e.Name == (interview.Decided{}).Name()
		}
		if i > 0 && !said {
			continue
		}
		ev, err := interview.Decode(e.Name, e.Body)
		if err != nil {
			return speech.Line{}, fmt.Errorf("read interview %s at offset %d: %w", iv.ID, e.Offset, err)
		}
		switch ev := ev.(type) {
		case interview.Started:
			l.Home, l.Profile = ev.Officer.Plain, ev.Profile
		case interview.Asked:
			l.Text, question = ev.Text, ev.Question
		case interview.Repeated:
			l.Text = ev.Text
		case interview.CutIn:
			l.Text = ev.Text
		case interview.Decided:
			l.Text = ev.Outcome.Line
		}
	}
	if l.Text == "" {
		return speech.Line{}, store.ErrNotFound
	}
	l.Stock = interview.Stock(s.bank, question, l.Text)
	return l, nil
}
