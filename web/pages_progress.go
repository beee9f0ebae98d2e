package web

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/labstack/echo/v4"

	"github.com/viceconsul/viceconsul/interview/store"
	"github.com/viceconsul/viceconsul/interview/transcript"
	"github.com/viceconsul/viceconsul/questionbank"
	"github.com/viceconsul/viceconsul/scoring"
)

// A progressView is what progress.html shows: the graded attempts of one category.
type progressView struct {
	Category transcript.Category
	Slug     string
	Track    string
	receivers
	Others    []filterView // the categories with attempts; Key is the address's
	Attempts  []attemptRow // oldest first
	Regraded  int          // attempts graded again, because their rubric is an older one
	Plots     []plotView
	Conflicts []conflictView
	Unasked   []string  // titles of topics nobody asked about yet
	Days      *daysView // until the interview; nil when no date is declared
	Next      *nextView
}

// An attemptRow is one graded attempt.
type attemptRow struct {
	attempt
	N       int // from 1, the oldest
	Overall string
	Letter  string

	t transcript.Transcript
}

// A plotView is one criterion over the attempts, drawn on the same scale as the others.
type plotView struct {
	Title string
	Rows  []plotRow
	Lines []string // points of unbroken lines, as SVG has them
	Dots  []dot
}

// Last is the newest grade; "" when none was tested.
func (v plotView) Last() string {
	for _, row := range slices.Backward(v.Rows) {
		if row.Grade != "" {
			return row.Grade
		}
	}
	return ""
}

// A plotRow is the grade of one attempt.
type plotRow struct {
	N     int
	Grade string // "" when not tested
}

// A dot is a grade in the drawing.
type dot struct{ X, Y int }

// A conflictView is one declared fact that some attempt contradicted.
type conflictView struct {
	Title, Path, Anchor string
	Found               []int // the attempts that contradicted it
	Open                bool  // the last attempt that spoke of it still did
}

// Numbers are the attempts that contradicted it, "2, 3".
func (c conflictView) Numbers() string {
	var all []string
	for _, n := range c.Found {
		all = append(all, strconv.Itoa(n))
	}
	return strings.Join(all, ", ")
}

// A nextView is what to practise next, and why.
type nextView struct {
	Drill, Address string
	Conflict       string // title of the fact that still differs; "" when none does
	Criterion      string // that went worst
	Grade          int    // of it
}

// A daysView is how many days are left to the interview; below 0 it is past.
type daysView struct{ Left int }

// The drawing of a plot, in its own units; a grade of 100 is at the top.
const (
	plotWidth  = 240
	plotHeight = 100
	plotEdge   = 10 // left and right of the first and last dot
)

// showProgress shows how the grades of a category went, the newest one's unless the
// address names another.
func (s *Server) showProgress(c echo.Context) error {
	view := progressView{receivers: s.receivers()}
	a, err := s.applicant(c)
	if errors.Is(err, ErrUnauthorized) {
		return c.Render(http.StatusOK, "progress.html", view)
	}
	if err != nil {
		return err
	}
	all, err := s.graded(c, a)
	if err != nil {
		return err
	}
	if view.choose(all, c.QueryParam("visa")); len(view.Attempts) == 0 {
		return c.Render(http.StatusOK, "progress.html", view)
	}
	texts, err := s.draftTexts(c, a, view.Category)
	if err != nil {
		return err
	}
	if err := view.regrade(s.bank); err != nil {
		return err
	}
	view.draw()
	view.Conflicts = conflictsOf(view.Attempts)
	view.Unasked = unasked(s.bank, view.Category, view.Attempts)
	view.Days = daysLeft(readTexts(texts).profile, time.Now())
	view.Next = nextOf(view)
	return c.Render(http.StatusOK, "progress.html", view)
}

// graded are an applicant's graded attempts, newest first.
func (s *Server) graded(c echo.Context, a store.Applicant) ([]attemptRow, error) {
	heads, err := s.store.Interviews(c.Request().Context(), a.Tenant, a.ID, attemptsShown)
	if err != nil {
		return nil, fmt.Errorf("list interviews: %w", err)
	}
	var all []attemptRow
	for _, h := range heads {
		if !h.Sealed {
			continue
		}
		row, err := s.attemptOf(c, h)
		if errors.Is(err, store.ErrNotFound) {
			continue // erased meanwhile
		}
		if err != nil {
			return nil, err
		}
		all = append(all, row)
	}
	return all, nil
}

func (s *Server) attemptOf(c echo.Context, h store.Interview) (attemptRow, error) {
	sealed, err := s.store.Sealed(c.Request().Context(), h.Tenant, h.ID)
	if err != nil {
		return attemptRow{}, fmt.Errorf("transcript of %s: %w", h.ID, err)
	}
	row := attemptRow{attempt: attemptIn(h)}
	if err := json.Unmarshal(sealed, &row.t); err != nil {
		return attemptRow{}, fmt.Errorf("transcript of %s: %w", h.ID, err)
	}
	row.t.Category = transcript.Category(h.Category)
	row.grade()
	return row, nil
}

// grade takes the overall grade from the transcript.
func (r *attemptRow) grade() {
	if r.t.Grades == nil {
		r.t.Grades = &transcript.Grades{}
	}
	r.Overall, r.Letter = overall(r.t.Grades), r.t.Grades.Letter
}

// choose takes the attempts of the category that the address names, else of the newest.
func (v *progressView) choose(all []attemptRow, key string) {
	var chosen transcript.Category
	for _, row := range all {
		category := row.t.Category
		if chosen == "" || slug(category) == key {
			chosen = category
		}
		if !slices.ContainsFunc(v.Others, func(f filterView) bool { return f.Key == slug(category) }) {
			v.Others = append(v.Others, filterView{Key: slug(category), Title: categoryTitle(category)})
		}
	}
	for i := range v.Others {
		v.Others[i].Current = v.Others[i].Key == slug(chosen)
	}
	for _, row := range slices.Backward(all) {
		if row.t.Category == chosen {
			row.N = len(v.Attempts) + 1
			v.Attempts = append(v.Attempts, row)
		}
	}
	v.Category, v.Slug, v.Track = chosen, slug(chosen), trackTitle(chosen)
}

// regrade brings every attempt under the present rubric, so that grades can be joined by
// a line.
func (v *progressView) regrade(bank *questionbank.Bank) error {
	present, _ := scoring.RubricNamed("")
	for i := range v.Attempts {
		row := &v.Attempts[i]
		if row.t.Rubric == present.Version || len(row.t.Turns) == 0 {
			continue
		}
		row.t.Rubric = ""
		t, err := scoring.Grade(bank, row.t)
		if err != nil {
			return fmt.Errorf("grade %s again: %w", row.ID, err)
		}
		row.t = t
		row.grade()
		v.Regraded++
	}
	return nil
}

// draw makes a plot of the overall grade and of each criterion that was tested.
func (v *progressView) draw() {
	v.plot("Overall", func(t transcript.Transcript) transcript.Mark { return t.Grades.Overall })
	for _, words := range criteria {
		if words.key != otherLaw(v.Category) && words.key != transcript.Risk {
			v.plot(words.title, func(t transcript.Transcript) transcript.Mark { return gradeOf(t.Grades, words.key) })
		}
	}
}

func (v *progressView) plot(title string, of func(transcript.Transcript) transcript.Mark) {
	p := plotView{Title: title}
	line := ""
	cut := func() {
		if line != "" {
			p.Lines = append(p.Lines, line)
		}
		line = ""
	}
	for i, row := range v.Attempts {
		grade, tested := of(row.t).Value()
		if !tested {
			p.Rows = append(p.Rows, plotRow{N: row.N})
			cut()
			continue
		}
		at := dot{plotEdge + i*(plotWidth-2*plotEdge)/max(len(v.Attempts)-1, 1), plotHeight - grade}
		p.Dots = append(p.Dots, at)
		p.Rows = append(p.Rows, plotRow{row.N, fmt.Sprint(grade)})
		line += fmt.Sprintf("%d,%d ", at.X, at.Y)
	}
	cut()
	if len(p.Dots) > 0 {
		v.Plots = append(v.Plots, p)
	}
}

// order puts open conflicts first, then by the attempt that had it first, then by title.
func (c conflictView) order() string {
	return fmt.Sprintf("%t %06d %s", !c.Open, c.Found[0], c.Title)
}

// conflictsOf are the declared facts that attempts contradicted, the open ones first.
func conflictsOf(attempts []attemptRow) []conflictView {
	var all []conflictView
	for _, row := range attempts {
		for path, against := range spokenOf(row.t) {
			i := slices.IndexFunc(all, func(c conflictView) bool { return c.Path == path })
			switch {
			case i >= 0:
				all[i].Open = against
			case against:
				all = append(all, conflictView{Title: fieldTitle(path), Path: path, Anchor: fieldAnchor(path), Open: true})
				i = len(all) - 1
			}
			if against {
				all[i].Found = append(all[i].Found, row.N)
			}
		}
	}
	slices.SortFunc(all, func(a, b conflictView) int { return cmp.Compare(a.order(), b.order()) })
	return all
}

// spokenOf are the declared facts that a transcript agrees with (false) or contradicts
// somewhere (true).
func spokenOf(t transcript.Transcript) map[string]bool {
	spoken := map[string]bool{}
	for _, turn := range t.Counted() {
		for _, f := range turn.Findings {
			if f.Field == "" || f.Earlier != 0 {
				continue
			}
			switch f.Verdict {
			case transcript.Contradiction:
				spoken[f.Field] = true
			case transcript.Consistent, transcript.SelfCorrection, transcript.Partial:
				spoken[f.Field] = spoken[f.Field] || false
			}
		}
	}
	return spoken
}

// unasked are the topics an interview of the category covers that no attempt came to.
func unasked(bank *questionbank.Bank, category transcript.Category, attempts []attemptRow) []string {
	recipe, ok := bank.Recipe(category)
	if !ok {
		return nil
	}
	asked := map[string]bool{}
	for _, row := range attempts {
		for _, turn := range row.t.Turns {
			asked[turn.Topic] = true
		}
	}
	var all []string
	for _, one := range recipe.Cover {
		if slices.ContainsFunc(one, func(id string) bool { return asked[id] }) {
			continue
		}
		if t, ok := bank.Topic(one[0]); ok {
			all = append(all, t.Title)
		}
	}
	return all
}

// daysLeft is how long it is to the declared interview; nil when no day is declared.
func daysLeft(p transcript.Profile, now time.Time) *daysView {
	d, ok := p.Declared("application.interview_date")
	if !ok || d.Value.Date.Day == 0 {
		return nil
	}
	on := time.Date(d.Value.Date.Year, time.Month(d.Value.Date.Month), d.Value.Date.Day, 0, 0, 0, 0, time.UTC)
	return &daysView{int(on.Sub(now.UTC().Truncate(24*time.Hour)).Hours() / 24)}
}

// nextOf is what to practise next: an open conflict before the criterion that went worst
// in the last attempt.
func nextOf(v progressView) *nextView {
	at := func(drill string) string { return "/drills/" + v.Slug + "/" + drill }
	if len(v.Conflicts) > 0 && v.Conflicts[0].Open {
		drill := topicDrill
		if f, ok := transcript.LookupField(v.Conflicts[0].Path); ok && slices.Contains(numbers, f.Class) {
			drill = numbersDrill
		}
		return &nextView{Drill: drill, Address: at(drill), Conflict: v.Conflicts[0].Title}
	}
	last := v.Attempts[len(v.Attempts)-1].t
	worst, lowest := transcript.Criterion(""), 101
	for _, words := range criteria {
		if grade, ok := gradeOf(last.Grades, words.key).Value(); ok && grade < lowest {
			worst, lowest = words.key, grade
		}
	}
	next, known := drillFor[worst]
	if !known || lowest >= enough {
		return nil
	}
	return &nextView{Drill: next, Address: at(next), Criterion: wordsOf(worst).title, Grade: lowest}
}

// enough is the grade from which a criterion needs no drill: the letter A.
const enough = 90

// drillFor is the drill that trains each criterion.
var drillFor = map[transcript.Criterion]string{
	transcript.Consistency: numbersDrill, transcript.TieStrength: topicDrill, transcript.Fit: topicDrill,
	transcript.Brevity: cutInDrill, transcript.Directness: topicDrill, transcript.Specificity: numbersDrill, transcript.Composure: repeatDrill,
}
