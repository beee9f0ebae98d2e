package web

import (
	"net/http"
	"time"

	"github.com/labstack/echo/v4"

	"github.com/viceconsul/viceconsul/interview/program"
	"github.com/viceconsul/viceconsul/interview/store"
	"github.com/viceconsul/viceconsul/interview/transcript"
)

// A confirmView is what confirm.html asks before something goes for good.
type confirmView struct {
	What        string    // goes: the group of its texts, confirm.interview
	Visa        string    // it is for
	When        time.Time // it was made; zero where that is not said
	Action      string    // where the answer goes
	Name, Value string    // sent with it; none when Name is ""
	Back        string
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
		What: "interview", Visa: transcript.Category(iv.Category).Visa(), When: iv.Created,
		Action: "/interviews/" + iv.ID + "/delete", Back: "/interviews/" + iv.ID,
	}
}
