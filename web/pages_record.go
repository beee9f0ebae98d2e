package web

import (
	"errors"
	"fmt"
	"io"
	"net/http"

	"github.com/labstack/echo/v4"
)

// recordPage is where an applicant sees what is kept, takes it along, brings it back and
// erases it.
const recordPage = "/record"

// A recordView is what record.html shows.
type recordView struct {
	receivers
	Interviews int
	Profiles   int
	Pages      int
	Done       *broughtBack // after a file was brought back
	Unreadable bool         // the file was none of ours
}

// Anything reports whether something is kept.
func (v recordView) Anything() bool { return v.Interviews+v.Profiles+v.Pages > 0 }

func (s *Server) showRecord(c echo.Context) error {
	view, err := s.recordView(c)
	if err != nil {
		return err
	}
	return c.Render(http.StatusOK, "record.html", view)
}

func (s *Server) recordView(c echo.Context) (recordView, error) {
	view := recordView{receivers: s.receivers()}
	a, err := s.applicant(c)
	if errors.Is(err, ErrUnauthorized) {
		return view, nil
	}
	if err != nil {
		return view, err
	}
	r, err := s.recordOf(c, a)
	if err != nil {
		return view, err
	}
	view.Interviews, view.Profiles, view.Pages = len(r.Interviews), len(r.Profiles), len(r.Pages)+len(r.Drills)
	return view, nil
}

// postRecord brings back the file that the form holds.
func (s *Server) postRecord(c echo.Context) error {
	body, err := uploaded(c)
	if err != nil {
		return err
	}
	done, err := s.bringBack(c, body)
	f := faultOf(err)
	if err != nil && f.code != "invalid" {
		return err
	}
	view, err := s.recordView(c)
	if err != nil {
		return err
	}
	status := http.StatusOK
	if view.Done = &done; f.code == "invalid" {
		view.Done, view.Unreadable, status = nil, true, http.StatusUnprocessableEntity
	}
	return c.Render(status, "record.html", view)
}

// uploaded is the file of a form.
func uploaded(c echo.Context) ([]byte, error) {
	header, err := c.FormFile("file")
	var long *http.MaxBytesError
	if errors.As(err, &long) {
		return nil, errTooLarge
	}
	if err != nil {
		return nil, nil // no file: nothing to read
	}
	file, err := header.Open()
	if err != nil {
		return nil, fmt.Errorf("read the file of a form: %w", err)
	}
	defer file.Close()
	body, err := io.ReadAll(file)
	if err != nil {
		return nil, fmt.Errorf("read the file of a form: %w", err)
	}
	return body, nil
}

// postEraseRecord erases everything. It asks once.
func (s *Server) postEraseRecord(c echo.Context) error {
	a, err := s.applicant(c)
	if err != nil {
		return err
	}
	if c.FormValue("confirm") != "yes" {
		return c.Render(http.StatusOK, "confirm.html", confirmView{
			What: "record", Action: recordPage + "/erase", Back: recordPage,
		})
	}
	if err := s.eraseAll(c.Request().Context(), a); err != nil {
		return err
	}
	s.forget(c)
	return c.Redirect(http.StatusSeeOther, "/")
}
