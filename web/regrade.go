package web

import (
	"fmt"
	"net/http"

	"github.com/labstack/echo/v4"

	"github.com/viceconsul/viceconsul/interview/store"
)

// regrade grades an interview again: 200 with where it stands then, or 202 while a model
// is reading it.
func (s *Server) regrade(c echo.Context) error {
	iv, newest, err := s.gradeAgain(c)
	if err != nil {
		return err
	}
	view := viewOfInterview(iv)
	view.Revision, view.Reading = newest.N, s.reads(newest)
	status := http.StatusOK
	if view.Reading {
		status = http.StatusAccepted
	}
	return c.JSON(status, view)
}

// postRegrade does the same for the page.
func (s *Server) postRegrade(c echo.Context) error {
	iv, _, err := s.gradeAgain(c)
	if err != nil {
		return err
	}
	return c.Redirect(http.StatusSeeOther, "/interviews/"+iv.ID+"/transcript#made")
}

// gradeAgain grades the interview of the request's address again, for its owner.
func (s *Server) gradeAgain(c echo.Context) (store.Interview, store.Revision, error) {
	iv, err := s.regradable(c)
	if err != nil {
		return iv, store.Revision{}, err
	}
	newest, err := s.regrader.Again(c.Request().Context(), iv.Tenant, iv.ID)
	if err != nil {
		return iv, store.Revision{}, fmt.Errorf("grade again: %w", err)
	}
	return iv, newest, nil
}
