package web

import (
	"errors"
	"fmt"
	"net/http"
	"slices"
	"time"

	"github.com/labstack/echo/v4"

	"github.com/viceconsul/viceconsul/interview/transcript"
	"github.com/viceconsul/viceconsul/scoring"
)

// An ownView is what own.html shows: a page the applicant fills in for nobody else.
type ownView struct {
	Name, Title, Lead string
	Slug              string
	Category          transcript.Category
	Track             string
	receivers
	Written  bool
	Sections []ownSectionView
	Sources  []source
	Status   *statusRow // what the decision means; nil until one is chosen
	Spots    []spotView // that the profile shows now
	Aloud    int        // seconds the lines take; 0 when none is written
}

// An ownSectionView is the fields under one heading.
type ownSectionView struct {
	Title  string
	Fields []ownFieldView
}

// An ownFieldView is a field with what stands in it.
type ownFieldView struct {
	ownField
	Text    string
	Listed  []choice
	Remarks []string // on what stands there
}

// decidedStatus is the status that explains each choice of the refusal page.
var decidedStatus = map[string]string{
	"214(b)": "214b", "221(g), papers": "221g", "221(g), checks": "processing", "petition returned": "petition",
}

func (s *Server) showRefusal(c echo.Context) error { return s.showOwn(c, refusalPage) }
func (s *Server) showStory(c echo.Context) error   { return s.showOwn(c, storyPage) }
func (s *Server) postRefusal(c echo.Context) error { return s.postOwn(c, refusalPage) }
func (s *Server) postStory(c echo.Context) error   { return s.postOwn(c, storyPage) }

// showOwn shows a page as it was last left.
func (s *Server) showOwn(c echo.Context, name string) error {
	category, err := categoryOf(c)
	if err != nil {
		return err
	}
	n, err := loadNotes()
	if err != nil {
		return err
	}
	texts, err := s.visitorTexts(c, category, name)
	if err != nil {
		return err
	}
	profile, err := s.visitorProfile(c, category)
	if err != nil {
		return err
	}
	view := ownOf(n, category, name, texts)
	view.receivers = s.receivers()
	switch name {
	case refusalPage:
		view.diagnose(n, texts["decided"], profile)
	case storyPage:
		if err := s.tellStory(&view, category, profile); err != nil {
			return err
		}
	}
	return c.Render(http.StatusOK, "own.html", view)
}

// visitorProfile is the profile as typed of whoever asks; empty for a visitor the server
// does not know.
func (s *Server) visitorProfile(c echo.Context, category transcript.Category) (map[string]string, error) {
	a, err := s.applicant(c)
	if errors.Is(err, ErrUnauthorized) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	return s.draftTexts(c, a, category)
}

// ownOf lays a page out with its texts.
func ownOf(n *notes, category transcript.Category, name string, texts map[string]string) ownView {
	page := n.pages[slices.IndexFunc(n.pages, func(p ownPage) bool { return p.Name == name })]
	v := ownView{Name: name, Title: page.Title, Lead: page.Lead, Slug: slug(category), Category: category,
		Track: trackTitle(category), Written: len(texts) > 0, Sources: n.sourcesOf(page.Sources)}
	for _, section := range page.Sections {
		view := ownSectionView{Title: section.Title}
		for _, f := range section.Fields {
			if f.For.has(category) {
				view.Fields = append(view.Fields, ownFieldOf(f, texts[f.Name]))
			}
		}
		v.Sections = append(v.Sections, view)
	}
	return v
}

func ownFieldOf(f ownField, text string) ownFieldView {
	v := ownFieldView{ownField: f, Text: text}
	if f.Choices != nil {
		v.Listed = []choice{{Label: "Not said yet"}}
		for _, c := range f.Choices {
			v.Listed = append(v.Listed, choice{c, sentence(c), c == text})
		}
	}
	if n := wordsIn(text); f.Most > 0 && n > f.Most {
		v.Remarks = append(v.Remarks, fmt.Sprintf("%d words. Stay under %d.", n, f.Most))
	}
	return v
}

// diagnose says what the decision means, and what in the profile may be doubted again.
func (v *ownView) diagnose(n *notes, decided string, profile map[string]string) {
	for _, st := range n.statuses {
		if st.ID == decidedStatus[decided] {
			v.Status = &statusRow{st, n.sourcesOf(st.Sources)}
		}
	}
	v.Spots = caseOf(n, v.Category, profile).Spots
}

// tellStory compares the lines with the profile: what differs is said under its line.
func (s *Server) tellStory(v *ownView, category transcript.Category, profile map[string]string) error {
	t := transcript.Transcript{Category: category, Profile: readTexts(profile).profile, InterviewDate: time.Now().UTC().Format(time.DateOnly)}
	var lines []*ownFieldView
	for i := range v.Sections {
		for j := range v.Sections[i].Fields {
			if f := &v.Sections[i].Fields[j]; f.Text != "" {
				lines = append(lines, f)
				t.Turns = append(t.Turns, transcript.Turn{Officer: f.Label, Applicant: f.Text})
			}
		}
	}
	if len(lines) == 0 {
		return nil
	}
	graded, err := scoring.Grade(s.bank, t)
	if err != nil {
		return fmt.Errorf("compare a story with its profile: %w", err)
	}
	seconds := 0.0
	for i, turn := range graded.Turns {
		seconds += turn.Seconds
		for _, f := range turn.Findings {
			if f.Verdict == transcript.Contradiction {
				lines[i].Remarks = append(lines[i].Remarks, f.Reason)
			}
		}
	}
	v.Aloud = int(seconds + 0.5)
	return nil
}

// postOwn keeps what was written, or erases it.
func (s *Server) postOwn(c echo.Context, name string) error {
	category, form, err := categoryForm(c)
	if err != nil {
		return err
	}
	address := "/" + name + "/" + slug(category)
	if form.Get("action") == actionErase {
		if form.Get("confirm") != "yes" {
			return c.Render(http.StatusOK, "confirm.html", erasingOwn(category, address))
		}
		return s.eraseOwn(c, category, name, address)
	}
	a, _, err := s.ensureApplicant(c)
	if err != nil {
		return err
	}
	if err := s.keepOwn(c, a, category, name, textsOfForm(form)); err != nil {
		return err
	}
	return c.Redirect(http.StatusSeeOther, address)
}

func erasingOwn(category transcript.Category, address string) confirmView {
	return confirmView{
		What: "own", Visa: category.Visa(),
		Action: address, Name: "action", Value: actionErase, Back: address,
	}
}

func (s *Server) eraseOwn(c echo.Context, category transcript.Category, name, address string) error {
	a, err := s.applicant(c)
	if err != nil {
		return err
	}
	if err := s.store.ErasePage(c.Request().Context(), a.Tenant, a.ID, string(category), name); err != nil {
		return fmt.Errorf("erase page %s: %w", name, err)
	}
	return c.Redirect(http.StatusSeeOther, address)
}
