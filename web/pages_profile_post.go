package web

import (
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"github.com/labstack/echo/v4"

	"github.com/viceconsul/viceconsul/interview"
	"github.com/viceconsul/viceconsul/interview/store"
	"github.com/viceconsul/viceconsul/interview/transcript"
)

// What the buttons of the profile page ask for.
const (
	actionSample = "sample"
	actionErase  = "erase"
	actionBegin  = "begin"
	actionCase   = "case"
	actionBorrow = "borrow" // everything else saves
)

// postProfile keeps what was typed and does what the button says. Nothing typed
// is lost: what cannot be read is kept, and said at its field.
func (s *Server) postProfile(c echo.Context) error {
	category, form, err := categoryForm(c)
	if err != nil {
		return err
	}
	if form.Get("action") == actionErase && form.Get("confirm") != "yes" {
		return c.Render(http.StatusOK, "confirm.html", erasingProfile(category))
	}
	texts, err := wantedTexts(category, form)
	if err != nil {
		return err
	}
	a, _, err := s.ensureApplicant(c)
	if err != nil {
		return err
	}
	if form.Get("action") == actionBorrow {
		_, lent, err := s.lender(c, a, category)
		if err != nil {
			return err
		}
		maps.Copy(lent, texts) // what was typed here stays
		texts = lent
	}
	if err := s.keepDraft(c, a, category, texts); err != nil {
		return err
	}
	return s.afterKeeping(c, a, category, texts)
}

// categoryForm reads the form of a page that is there for each category.
func categoryForm(c echo.Context) (transcript.Category, url.Values, error) {
	category, err := categoryOf(c)
	if err != nil {
		return "", nil, err
	}
	form, err := formOf(c)
	return category, form, err
}

// formOf reads a form that a page sent.
func formOf(c echo.Context) (url.Values, error) {
	form, err := c.FormParams()
	var tooLarge *http.MaxBytesError
	if errors.As(err, &tooLarge) {
		return nil, errTooLarge
	}
	if err != nil {
		return nil, fmt.Errorf("%w: the form cannot be read", transcript.ErrInvalid)
	}
	return form, nil
}

// wantedTexts are what the profile is to hold after the button was pressed.
func wantedTexts(category transcript.Category, form url.Values) (map[string]string, error) {
	switch form.Get("action") {
	case actionSample:
		return sampleOf(category)
	case actionErase:
		return map[string]string{}, nil
	}
	return textsOf(category, form), nil
}

// afterKeeping answers a form whose texts are kept.
func (s *Server) afterKeeping(c echo.Context, a store.Applicant, category transcript.Category, texts map[string]string) error {
	read := readTexts(texts)
	switch {
	case len(read.problems) > 0:
		view := profileOf(category, texts, "")
		view.receivers = s.receivers()
		view.Choice.take(c.Request().Form)
		view.showFaults()
		return c.Render(http.StatusUnprocessableEntity, "profile.html", view)
	case c.FormValue("action") == actionBegin:
		return s.begin(c, a, category, read.profile)
	case c.FormValue("action") == actionCase:
		return c.Redirect(http.StatusSeeOther, "/case/"+slug(category))
	}
	return c.Redirect(http.StatusSeeOther, "/profile/"+slug(category))
}

// begin starts an interview with the officer the form asks for, and leads to its
// room.
func (s *Server) begin(c echo.Context, a store.Applicant, category transcript.Category, p transcript.Profile) error {
	if err := s.spend(c); err != nil {
		return err
	}
	minutes, err := minutesOf(c)
	if err != nil {
		return err
	}
	iv, err := s.start(c.Request().Context(), a, startRequest{
		Category: category, Profile: p, Minutes: minutes,
		Temper: interview.Temper(c.FormValue("officer.temper")), Mode: interview.Mode(c.FormValue("mode")),
		Patient: !cutsIn(c.Request().Form), Plain: c.FormValue("officer.plain") != "",
	})
	if err != nil {
		return err
	}
	return c.Redirect(http.StatusSeeOther, "/interviews/"+iv.ID)
}

// minutesOf is the length the form asks for, or the usual one.
func minutesOf(c echo.Context) (int, error) {
	text := c.FormValue("minutes")
	if text == "" {
		return minutesUsual, nil
	}
	minutes, err := strconv.Atoi(text)
	if err != nil {
		return 0, fmt.Errorf("%w: minutes is a whole number", transcript.ErrInvalid)
	}
	return minutes, nil
}

// textsOf are the fields of a category that hold text in a form.
func textsOf(category transcript.Category, form url.Values) map[string]string {
	texts := map[string]string{}
	for _, f := range transcript.Fields() {
		if !f.UsedBy(category) || f.Path == categoryPath {
			continue
		}
		text := strings.ReplaceAll(strings.ToValidUTF8(form.Get(f.Path), "\uFFFD"), "\x00", "")
		if text = strings.TrimSpace(text); text != "" {
			texts[f.Path] = text
		}
		if key := transcript.SectionKey(f.Section); form.Get(key) != "" {
			texts[key] = form.Get(key)
		}
	}
	return texts
}

// facts is how many fields hold text: what is said of a section is no fact.
func facts(texts map[string]string) int {
	n := 0
	for path := range texts {
		if _, ok := transcript.LookupField(path); ok {
			n++
		}
	}
	return n
}

// lender is the other profile of an applicant that shares most facts with a category, and
// those facts; "" when none shares any. Its own texts are not touched.
func (s *Server) lender(c echo.Context, a store.Applicant, category transcript.Category) (transcript.Category, map[string]string, error) {
	var from transcript.Category
	lent := map[string]string{}
	for _, other := range transcript.Categories() {
		if other == category {
			continue
		}
		texts, err := s.draftTexts(c, a, other)
		if err != nil {
			return "", nil, err
		}
		maps.DeleteFunc(texts, func(path, _ string) bool {
			f, ok := transcript.LookupField(path)
			return !ok || !f.UsedBy(category) || path == categoryPath
		})
		if len(texts) > len(lent) {
			from, lent = other, texts
		}
	}
	return from, lent, nil
}

// keepDraft stores a profile as typed.
func (s *Server) keepDraft(c echo.Context, a store.Applicant, category transcript.Category, texts map[string]string) error {
	body, err := json.Marshal(texts)
	if err != nil {
		return fmt.Errorf("profile draft %s: %w", category, err)
	}
	if err := s.store.SaveProfile(c.Request().Context(), a.Tenant, a.ID, string(category), body); err != nil {
		return fmt.Errorf("save profile %s: %w", category, err)
	}
	return nil
}

// A reading is what was understood of a profile as typed.
type reading struct {
	profile  transcript.Profile
	read     map[string]string // by path, for people
	problems map[string]string // by path
}

func readTexts(texts map[string]string) reading {
	r := reading{read: map[string]string{}, problems: map[string]string{}}
	if len(texts) == 0 {
		return r
	}
	profile, err := transcript.ReadProfile(texts)
	for _, p := range places(err) {
		r.problems[p.Path] = sentence(p.Problem) + "."
	}
	r.profile = profile
	for _, path := range profile.Paths() {
		if d, ok := profile.Declared(path); ok {
			r.read[path] = d.Reading()
		}
	}
	return r
}

// showFaults lists the fields that cannot be read on top of the page, and opens
// their sections.
func (v *profileView) showFaults() {
	v.Faults = append(v.Faults, faultsOf(v.Opening.Fields)...)
	for i := range v.Sections {
		found := faultsOf(v.Sections[i].Fields)
		v.Sections[i].Open = v.Sections[i].Open || len(found) > 0
		v.Faults = append(v.Faults, found...)
	}
}

func faultsOf(fields []fieldView) []fieldView {
	var all []fieldView
	for _, f := range fields {
		if f.Problem != "" {
			all = append(all, f)
		}
	}
	return all
}

func erasingProfile(category transcript.Category) confirmView {
	return confirmView{
		What: "profile", Visa: category.Visa(),
		Action: "/profile/" + slug(category), Name: "action", Value: actionErase, Back: "/profile/" + slug(category),
	}
}
