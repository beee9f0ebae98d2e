package web

import (
	"fmt"
	"net/http"

	"github.com/labstack/echo/v4"
)

// regrade grades an interview again: 200 with where it stands then, or 202 while a model
// is reading it.
func (s *Server) regrade(c echo.Context) error {
	iv, err := s.regradable(c)
	if err != nil {
		return err
	}
	newest, err := s.regrader.Again(c.Request().Context(), iv.Tenant, iv.ID)
	if err != nil {
		return fmt.Errorf("grade again: %w", err)
	}
	view := viewOfInterview(iv)
	view.Revision, view.Reading = newest.N, s.reads(newest)
	status := http.StatusOK
	if view.Reading {
		status = http.StatusAccepted
	}
	return c.JSON(status, view)
}

// postRegrade does the same for the page, which says when nothing changed.
func (s *Server) postRegrade(c echo.Context) error {
	iv, err := s.regradable(c)
	if err != nil {
		return err
	}
	before, err := s.newest(c.Request().Context(), iv)
	if err != nil {
		return err
	}
	newest, err := s.regrader.Again(c.Request().Context(), iv.Tenant, iv.ID)
	if err != nil {
		return fmt.Errorf("grade again: %w", err)
	}
	query := ""
	if newest.N == before.N && !s.reads(newest) {
		query = "?again=same"
	}
	return c.Redirect(http.StatusSeeOther, "/interviews/"+iv.ID+"/transcript"+query+"#made")
}
