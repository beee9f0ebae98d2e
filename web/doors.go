package web

import (
	"encoding/json"
	"fmt"
	"net/http"
	"strconv"

	"github.com/labstack/echo/v4"

	"github.com/viceconsul/viceconsul/interview/program"
	"github.com/viceconsul/viceconsul/interview/store"
	"github.com/viceconsul/viceconsul/interview/transcript"
)

// A correctionRequest is the body of POST …/turns/{turn}/correction.
type correctionRequest struct {
	Door transcript.Door `json:"door"`
	Text string          `json:"text"`
}

// correctAnswer is for programs.
func (s *Server) correctAnswer(c echo.Context) error {
	iv, err := s.regradable(c)
	if err != nil {
		return err
	}
	var body correctionRequest
	if err := readJSON(c, &body); err != nil {
		return err
	}
	newest, err := s.correct(c, iv, body.Door, body.Text)
	if err != nil {
		return err
	}
	view := viewOfInterview(iv)
	view.Revision, view.Reading = newest.N, s.reads(newest)
	return c.JSON(http.StatusOK, view)
}

// postCorrection is for the page.
func (s *Server) postCorrection(c echo.Context) error {
	iv, err := s.regradable(c)
	if err != nil {
		return err
	}
	form, err := formOf(c)
	if err != nil {
		return err
	}
	if _, err := s.correct(c, iv, transcript.Door(form.Get("door")), cleaned(form.Get("text"))); err != nil {
		return err
	}
	return c.Redirect(http.StatusSeeOther, "/interviews/"+iv.ID+"/transcript#t"+c.Param("turn"))
}

// correct grades an interview again with the answer of the request's turn changed.
func (s *Server) correct(c echo.Context, iv store.Interview, door transcript.Door, text string) (store.Revision, error) {
	turn, err := strconv.Atoi(c.Param("turn"))
	if err != nil {
		return store.Revision{}, store.ErrNotFound
	}
	newest, err := s.regrader.Correct(c.Request().Context(), iv.Tenant, iv.ID, turn, door, text)
	if err != nil {
		return store.Revision{}, fmt.Errorf("correct an answer: %w", err)
	}
	return newest, nil
}

// postProfileAgain grades an interview again by the profile that the applicant keeps now.
func (s *Server) postProfileAgain(c echo.Context) error {
	iv, err := s.regradable(c)
	if err != nil {
		return err
	}
	present, err := s.present(c, iv)
	if err != nil {
		return err
	}
	if _, err := s.regrader.Under(c.Request().Context(), iv.Tenant, iv.ID, present); err != nil {
		return fmt.Errorf("grade by another profile: %w", err)
	}
	return c.Redirect(http.StatusSeeOther, "/interviews/"+iv.ID+"/transcript#made")
}

// present is the profile that the applicant of an interview keeps for its category now.
func (s *Server) present(c echo.Context, iv store.Interview) (transcript.Profile, error) {
	texts, err := s.draftTexts(c, store.Applicant{Tenant: iv.Tenant, ID: iv.Applicant}, transcript.Category(iv.Category))
	return readTexts(texts).profile, err
}

// regradable is the sealed interview of the request's address, for its owner, who may have
// it graded again now.
func (s *Server) regradable(c echo.Context) (store.Interview, error) {
	iv, err := s.owned(c, program.Regrade)
	if err != nil {
		return iv, err
	}
	if !iv.Sealed {
		return iv, errNotGraded
	}
	return iv, s.spend(c)
}

// firstGrade is the overall grade at the end of the interview, where a correction came
// after it; "" otherwise.
func (s *Server) firstGrade(c echo.Context, iv store.Interview, newest store.Revision) (string, error) {
	if newest.Cause != store.Answer && newest.Cause != store.Profile {
		return "", nil
	}
	first, err := s.store.Revision(c.Request().Context(), iv.Tenant, iv.ID, 1)
	if err != nil {
		return "", fmt.Errorf("first grade of %s: %w", iv.ID, err)
	}
	var t struct{ Grades transcript.Grades }
	if err := json.Unmarshal(first.Body, &t); err != nil {
		return "", fmt.Errorf("first grade of %s: %w", iv.ID, err)
	}
	return overall(&t.Grades), nil
}
