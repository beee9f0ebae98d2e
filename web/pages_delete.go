package web

import (
	"fmt"
	"net/http"

	"github.com/labstack/echo/v4"

	"github.com/viceconsul/viceconsul/interview/program"
	"github.com/viceconsul/viceconsul/interview/store"
	"github.com/viceconsul/viceconsul/interview/transcript"
)

// A confirmView is what confirm.html asks before something goes for good.
type confirmView struct {
	Title, Lead, Goes string
	Action            string // where the answer goes
	Name, Value       string // sent with it; none when Name is ""
	Back              string
}

// postDelete erases an interview. It asks once: without confirm=yes it shows what
// would go.
func (s *Server) postDelete(c echo.Context) error {
	iv, err := s.owned(c, program.Delete)
	if err != nil {
		return err
	}
	if c.FormValue("confirm") != "yes" {
		return c.Render(http.StatusOK, "confirm.html", erasingInterview(iv))
	}
	if err := s.remove(c.Request().Context(), iv); err != nil {
		return err
	}
	return c.Redirect(http.StatusSeeOther, "/")
}

func erasingInterview(iv store.Interview) confirmView {
	return confirmView{
		Title:  "Erase this interview?",
		Lead:   fmt.Sprintf("%s interview of %s.", transcript.Category(iv.Category).Visa(), iv.Created.UTC().Format("2 January 2006, 15:04 UTC")),
		Goes:   "Your answers, the officer's questions, the findings and the grade go. Your profile stays. This cannot be undone.",
		Action: "/interviews/" + iv.ID + "/delete", Back: "/interviews/" + iv.ID,
	}
}
