package web

import (
	"net/http"

	"github.com/labstack/echo/v4"

	"github.com/viceconsul/viceconsul/interview/transcript"
)

// A status is what one outcome is called, with what it means and what comes next.
type status struct {
	ID      string
	Title   string
	Get     string // what one is handed at the window
	Means   []string
	Next    []string
	Sources []string `yaml:"source"`
}

// A label is one word of the public status page.
type label struct{ Label, Means, Next string }

// A statusesView is what status.html shows.
type statusesView struct {
	Statuses     []statusRow
	Labels       []label
	LabelSources []source
	Checked      string
}

// A statusRow is a status with its sources.
type statusRow struct {
	status
	From []source
}

// showStatus explains what a letter or a status page says.
func (s *Server) showStatus(c echo.Context) error {
	n, err := loadNotes()
	if err != nil {
		return err
	}
	view := statusesView{Labels: n.labels, LabelSources: n.sourcesOf(n.labelSource), Checked: n.statusOn}
	for _, st := range n.statuses {
		view.Statuses = append(view.Statuses, statusRow{st, n.sourcesOf(st.Sources)})
	}
	return c.Render(http.StatusOK, "status.html", view)
}

// statusAnchor is where the page of statuses explains an outcome.
func statusAnchor(o *transcript.Outcome) string {
	switch {
	case o.Decision == transcript.Issued:
		return "#s-approved"
	case o.Ground == "214(b)":
		return "#s-214b"
	case o.Ground == "221(g)":
		return "#s-221g"
	}
	return ""
}
