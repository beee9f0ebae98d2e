package web

import (
	"embed"
	"net/http"

	"github.com/labstack/echo/v4"
)

// The documents are written by hand; tests hold them to the routes, the messages
// and the endings.
//
//go:embed api/openapi.json api/asyncapi.json
var documents embed.FS

// sendDocument serves one of the documents.
func sendDocument(name string) echo.HandlerFunc {
	return func(c echo.Context) error {
		text, err := documents.ReadFile("api/" + name)
		if err != nil {
			return err
		}
		c.Response().Header().Set("Cache-Control", "public, max-age=300")
		return c.Blob(http.StatusOK, "application/json", text)
	}
}

// A statusView is the answer of /healthz and /readyz.
type statusView struct {
	Status  string `json:"status"`
	Version string `json:"version"`
}

// healthy says that the process answers.
func (s *Server) healthy(c echo.Context) error {
	return c.JSON(http.StatusOK, statusView{"ok", s.version})
}

// ready says whether new interviews can be held here: not while the server goes
// away or the database is silent.
func (s *Server) ready(c echo.Context) error {
	if s.closing.Load() {
		return errClosing
	}
	if err := s.store.Ping(c.Request().Context()); err != nil {
		s.log.Warn("not ready", "err", err)
		return errNoDatabase
	}
	return c.JSON(http.StatusOK, statusView{"ready", s.version})
}
