package web

import (
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/labstack/echo/v4"

	"github.com/viceconsul/viceconsul/interview/store"
	"github.com/viceconsul/viceconsul/interview/transcript"
)

// An ownPage is a form that an applicant fills in for nobody else.
type ownPage struct {
	Name     string
	Title    string
	Lead     string
	Sections []struct {
		Title  string
		Fields []ownField
	}
	Sources []string `yaml:"source"`
}

// An ownField is one box or list of an ownPage. Two may have one name, for different
// categories.
type ownField struct {
	Name    string
	For     audience
	Label   string
	Help    string
	Rows    int
	Choices []string
	Most    int // words that are enough; 0 for no such number
}

// The names under which pages are kept.
const (
	refusalPage = "refusal"
	storyPage   = "story"
	folderPage  = "folder"
)

// ownPages are the pages whose texts an applicant writes.
var ownPages = []string{refusalPage, storyPage, folderPage}

// ownLimit is the longest text of one field, in characters (our judgement: two pages).
const ownLimit = 6000

// ownNames are the fields that a page has for a category; nil for an unknown page.
func (n *notes) ownNames(page string, category transcript.Category) map[string]bool {
	names := map[string]bool{}
	if page == folderPage {
		for _, d := range n.documents {
			if d.For.has(category) {
				names[d.ID] = true
			}
		}
		return names
	}
	for _, p := range n.pages {
		if p.Name == page {
			for _, f := range p.fieldsFor(category) {
				names[f.Name] = true
			}
			return names
		}
	}
	return nil
}

func (p ownPage) fieldsFor(category transcript.Category) []ownField {
	var all []ownField
	for _, section := range p.Sections {
		for _, f := range section.Fields {
			if f.For.has(category) {
				all = append(all, f)
			}
		}
	}
	return all
}

// ownTexts is what an applicant wrote on a page, by field; empty when nothing is kept.
func (s *Server) ownTexts(c echo.Context, a store.Applicant, category transcript.Category, page string) (map[string]string, error) {
	body, err := s.store.Page(c.Request().Context(), a.Tenant, a.ID, string(category), page)
	if errors.Is(err, store.ErrNotFound) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("page %s: %w", page, err)
	}
	var texts map[string]string
	if err := json.Unmarshal(body, &texts); err != nil {
		return nil, fmt.Errorf("page %s: %w", page, err)
	}
	return texts, nil
}

// visitorTexts are the texts of whoever asks; none for a visitor the server does not know.
func (s *Server) visitorTexts(c echo.Context, category transcript.Category, page string) (map[string]string, error) {
	a, err := s.applicant(c)
	if errors.Is(err, ErrUnauthorized) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	return s.ownTexts(c, a, category, page)
}

// keepOwn stores the texts of the fields a page has; one that is too long is named and
// nothing is stored.
func (s *Server) keepOwn(c echo.Context, a store.Applicant, category transcript.Category, page string, texts map[string]string) error {
	n, err := loadNotes()
	if err != nil {
		return err
	}
	names := n.ownNames(page, category)
	if names == nil {
		return store.ErrNotFound
	}
	kept := map[string]string{}
	for name := range names {
		text := cleaned(texts[name])
		if utf8.RuneCountInString(text) > ownLimit {
			return fmt.Errorf("%w: %s: at most %d letters can be kept", transcript.ErrInvalid, name, ownLimit)
		}
		if text != "" {
			kept[name] = text
		}
	}
	body, err := json.Marshal(kept)
	if err != nil {
		return fmt.Errorf("page %s: %w", page, err)
	}
	if err := s.store.SavePage(c.Request().Context(), a.Tenant, a.ID, string(category), page, body); err != nil {
		return fmt.Errorf("save page %s: %w", page, err)
	}
	return nil
}

// textsOfForm are the texts of a form by field.
func textsOfForm(form url.Values) map[string]string {
	texts := map[string]string{}
	for name := range form {
		texts[name] = form.Get(name)
	}
	return texts
}

// saveOwn is PUT /api/v1/pages/{category}/{page}: the whole page in place of the last.
func (s *Server) saveOwn(c echo.Context) error {
	category, a, texts, err := s.typed(c)
	if err != nil {
		return err
	}
	if err := s.keepOwn(c, a, category, c.Param("page"), texts); err != nil {
		return err
	}
	return c.JSON(http.StatusOK, map[string]time.Time{"saved_at": time.Now().UTC()})
}

// wordsIn counts the words of a line as a reader would.
func wordsIn(text string) int { return len(strings.Fields(text)) }
