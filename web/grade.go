package web

import (
	"net/http"

	"github.com/labstack/echo/v4"

	"github.com/viceconsul/viceconsul/interview/transcript"
	"github.com/viceconsul/viceconsul/scoring"
)

// gradePath takes larger bodies than the rest.
const gradePath = "/api/v1/grade"

// grade grades one transcript and stores nothing.
func (s *Server) grade(c echo.Context) error {
	body, err := readBody(c)
	if err != nil {
		return err
	}
	if err := checkJSON(body); err != nil {
		return err
	}
	t, err := transcript.ReadTranscript(body)
	if err != nil {
		return err
	}
	if err := s.spend(c); err != nil {
		return err
	}
	graded, err := scoring.Grade(s.bank, t)
	if err != nil {
		return err
	}
	graded.Mode, graded.Notice = t.Mode, t.Notice // how it was held stays true
	return c.JSON(http.StatusOK, graded)
}
