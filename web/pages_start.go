package web

import (
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"net/http"
	"strings"
	"time"

	"github.com/labstack/echo/v4"

	"github.com/viceconsul/viceconsul/interview"
	"github.com/viceconsul/viceconsul/interview/store"
	"github.com/viceconsul/viceconsul/interview/transcript"
)

// attemptsShown is how many interviews the start page lists (our judgement: a
// month of daily rehearsals).
const attemptsShown = 30

// A startView is what start.html shows.
type startView struct {
	Open    []attempt // unfinished, newest first
	Earlier []attempt // graded, newest first
	Drafts  []draft   // profiles kept, without an open interview
	Refused []string
	receivers
}

// A visaList is the four visas to choose from, and where their doors lead.
type visaList struct {
	Visas []visa
	To    string // before the slug
}

// ProfileDoors lead to the profiles, CaseDoors to the checks of the case.
func (startView) ProfileDoors() visaList { return visaList{visas, "/profile/"} }
func (startView) CaseDoors() visaList    { return visaList{visas, "/case/"} }

// Latest is the newest graded interview; nil when there is none.
func (v startView) Latest() *attempt {
	if len(v.Earlier) == 0 {
		return nil
	}
	return &v.Earlier[0]
}

// An attempt is one interview in a list.
type attempt struct {
	ID      string
	Visa    string
	Track   string
	Coached bool
	Created time.Time
}

// A draft is a profile being written.
type draft struct {
	Slug, Visa, Track string
	Facts             int // how many fields hold text
}

// A visa is one of the four a visitor chooses from. Doors are slugs: each leads to the
// profile or the case of one category, and its title is a text of the catalogue.
type visa struct {
	Visa, Group string
	Doors       []string // the common ones
	More        []string // the rest, folded
}

var visas = []visa{
	{Visa: "B-1/B-2", Group: "B", Doors: []string{"b2", "b1", "b1b2"}},
	{Visa: "F-1", Group: "F", Doors: []string{"f1"}},
	{
		Visa: "J-1", Group: "J", Doors: []string{"j1-physician", "j1-research"},
		More: []string{"j1-student", "j1-intern", "j1-trainee", "j1-swt", "j1-au-pair", "j1-other"},
	},
	{Visa: "H-1B", Group: "H", Doors: []string{"h1b", "h1b-physician"}},
}

// refused are the doors of "I was refused before".
var refused = []string{"b1b2", "f1", "j1-physician", "j1-other", "h1b", "h1b-physician"}

// slug is a category in an address: "j1-physician".
func slug(c transcript.Category) string {
	return strings.ReplaceAll(strings.ToLower(string(c)), "_", "-")
}

// categoryOf finds the category an address names; store.ErrNotFound when none.
func categoryOf(c echo.Context) (transcript.Category, error) {
	for _, known := range transcript.Categories() {
		if slug(known) == c.Param("category") {
			return known, nil
		}
	}
	return "", store.ErrNotFound
}

// trackTitle is a category's track for people: "summer work travel".
func trackTitle(c transcript.Category) string { return strings.ReplaceAll(c.Track(), "-", " ") }

func (s *Server) showStart(c echo.Context) error {
	view := startView{Refused: refused, receivers: s.receivers()}
	a, err := s.applicant(c)
	if errors.Is(err, ErrUnauthorized) {
		return c.Render(http.StatusOK, "start.html", view)
	}
	if err == nil {
		err = s.recall(c, a, &view)
	}
	if err != nil {
		return err
	}
	return c.Render(http.StatusOK, "start.html", view)
}

// recall adds what an applicant has done here before.
func (s *Server) recall(c echo.Context, a store.Applicant, view *startView) error {
	heads, err := s.store.Interviews(c.Request().Context(), a.Tenant, a.ID, attemptsShown)
	if err != nil {
		return fmt.Errorf("list interviews: %w", err)
	}
	for _, h := range heads {
		row := attemptIn(h)
		if h.Sealed {
			view.Earlier = append(view.Earlier, row)
		} else {
			view.Open = append(view.Open, row)
		}
	}
	for _, category := range transcript.Categories() {
		texts, err := s.draftTexts(c, a, category)
		if err != nil {
			return err
		}
		if len(texts) > 0 {
			view.Drafts = append(view.Drafts, draft{slug(category), category.Visa(), category.Track(), facts(texts)})
		}
	}
	return nil
}

// attemptIn is an interview as a list shows it.
func attemptIn(h store.Interview) attempt {
	category := transcript.Category(h.Category)
	return attempt{ID: h.ID, Visa: category.Visa(), Track: category.Track(), Coached: h.Mode == string(interview.Coach), Created: h.Created}
}

// categoryTitle is a category for people: "J-1 physician".
func categoryTitle(c transcript.Category) string {
	return strings.TrimSpace(c.Visa() + " " + trackTitle(c))
}

// draftTexts is the profile an applicant is writing, as typed, by path; empty
// when none is kept.
func (s *Server) draftTexts(c echo.Context, a store.Applicant, category transcript.Category) (map[string]string, error) {
	stored, err := s.store.Profile(c.Request().Context(), a.Tenant, a.ID, string(category))
	if errors.Is(err, store.ErrNotFound) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("profile draft %s: %w", category, err)
	}
	var texts map[string]string
	if err := json.Unmarshal(stored, &texts); err != nil {
		return nil, fmt.Errorf("profile draft %s: %w", category, err)
	}
	maps.DeleteFunc(texts, func(_, text string) bool { return strings.TrimSpace(text) == "" })
	return texts, nil
}
