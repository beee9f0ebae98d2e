package web

import (
	"fmt"
	"net/http"
	"time"

	"github.com/labstack/echo/v4"

	"github.com/viceconsul/viceconsul/interview/store"
	"github.com/viceconsul/viceconsul/interview/transcript"
)

// A draftRequest is the body of PUT /api/v1/profiles/{category}: every text of the
// page, by path, as typed.
type draftRequest struct {
	Texts map[string]string `json:"texts"`
}

// A savedView is its answer.
type savedView struct {
	SavedAt time.Time         `json:"saved_at"`
	Read    map[string]string `json:"read"` // each field as it was understood
	Faults  transcript.Faults `json:"faults"`
}

// typed reads what a page that saves itself sends, and whose it is.
func (s *Server) typed(c echo.Context) (category transcript.Category, a store.Applicant, texts map[string]string, err error) {
	var body draftRequest
	if category, err = categoryOf(c); err == nil {
		err = readJSON(c, &body)
	}
	if err == nil && body.Texts == nil {
		err = fmt.Errorf("%w: texts must be an object of every text of the page", transcript.ErrInvalid)
	}
	if err == nil {
		a, _, err = s.ensureApplicant(c)
	}
	return category, a, body.Texts, err
}

// saveProfile keeps the texts first, so that nothing typed is lost, and then says
// what was understood.
func (s *Server) saveProfile(c echo.Context) error {
	category, a, texts, err := s.typed(c)
	if err != nil {
		return err
	}
	if err := s.keepDraft(c, a, category, texts); err != nil {
		return err
	}
	view := savedView{SavedAt: time.Now().UTC(), Read: map[string]string{}}
	profile, err := transcript.ReadProfile(texts)
	view.Faults = append(transcript.Faults{}, places(err)...)
	for _, path := range profile.Paths() {
		if d, ok := profile.Declared(path); ok {
			view.Read[path] = d.Reading()
		}
	}
	return c.JSON(http.StatusOK, view)
}

// sendProfileSchema serves the profile as JSON Schema.
func (s *Server) sendProfileSchema(c echo.Context) error {
	c.Response().Header().Set("Cache-Control", "public, max-age=300")
	return c.Blob(http.StatusOK, "application/schema+json", transcript.Schema())
}
