package web

import (
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"slices"

	"github.com/labstack/echo/v4"

	"github.com/viceconsul/viceconsul/interview/program"
	"github.com/viceconsul/viceconsul/interview/store"
	"github.com/viceconsul/viceconsul/interview/transcript"
	"github.com/viceconsul/viceconsul/scoring"
)

// A transcriptView is what transcript.html shows, in its order.
type transcriptView struct {
	Weights  []weightView
	Letters  []scoring.Letter
	Caps     []scoring.Cap
	ID       string
	Category transcript.Category
	Changed  bool // the profile that is kept now declares something else
	Slug     string
	Track    string
	receivers
	T     transcript.Transcript
	Made  madeView
	Heard string // what became of what a model proposed; "" where none was asked

	Mode     string // how the applicant was helped; "" in an exam
	Decision string
	Meaning  string
	Status   string // the anchor that explains it; "" when none does
	Because  []reasonView
	Best     *momentView
	Fix      *momentView
	Criteria []criterionView
	Untested []string
	Filters  []filterView
	Turns    []answerView
	Shown    int // turns that pass the filter
	Facts    []factView
	Named    []tieView // ties spoken of; none for H-1B
	Unused   []string  // titles of ties declared and not spoken of
	Exports  []exportView
	Papers   []paperView // for what was declared
	Usual    []paperView // that everybody of the category may be asked for
}

// A reasonView is a reason that decided, with the turns it was found in.
type reasonView struct {
	Turns  []int
	Reason string
}

// A momentView is the best moment or the first fix.
type momentView struct {
	Turn   int
	Quote  string
	Reason string
	Advice string
}

// A criterionView is the grade of one criterion.
type criterionView struct {
	Title, Asks string
	Grade       int
	Turns       int // that could be judged by it
}

// A weightView is what a criterion counts for in the overall grade, of 100.
type weightView struct {
	Title string
	Part  int
}

// A tieView is one tie the applicant spoke of.
type tieView struct {
	Turn         int
	Title, Quote string
}

// An exportView is one format of the transcript.
type exportView struct{ Title, Suffix string }

var exports = []exportView{{"PDF", ".pdf"}, {"Markdown", ".md"}, {"JSON", ".json"}}

func (s *Server) showTranscript(c echo.Context) error {
	iv, err := s.owned(c, program.Read)
	if err != nil {
		return err
	}
	newest, err := s.store.Revision(c.Request().Context(), iv.Tenant, iv.ID, 0)
	if errors.Is(err, store.ErrNotFound) {
		return c.Redirect(http.StatusSeeOther, "/interviews/"+iv.ID)
	}
	if err != nil {
		return fmt.Errorf("transcript of %s: %w", iv.ID, err)
	}
	var t transcript.Transcript
	if err := json.Unmarshal(newest.Body, &t); err != nil {
		return fmt.Errorf("transcript of %s: %w", iv.ID, err)
	}
	view := viewOf(transcript.Category(iv.Category), t, c.QueryParam("show"))
	view.ID, view.receivers, view.Made = iv.ID, s.receivers(), s.madeOf(newest, t)
	view.Made.Same = c.QueryParam("again") == "same"
	if view.Made.First, err = s.firstGrade(c, iv, newest); err != nil {
		return err
	}
	present, err := s.present(c, iv)
	if err != nil {
		return err
	}
	n, err := loadNotes()
	if err != nil {
		return err
	}
	view.Papers, view.Usual = papersOf(n, view.Category, t.Profile)
	view.Changed = len(present.Paths()) > 0 && !present.Equal(t.Profile)
	return c.Render(http.StatusOK, "transcript.html", view)
}

// viewOf lays a graded transcript out for the page. show names the filter.
func viewOf(category transcript.Category, t transcript.Transcript, show string) transcriptView {
	if t.Grades == nil {
		t.Grades = &transcript.Grades{}
	}
	if t.Outcome == nil {
		t.Outcome = &transcript.Outcome{Practice: true}
	}
	if t.Grader == nil {
		t.Grader = &transcript.Grader{Mode: transcript.ByRules}
	}
	v := transcriptView{Category: category, Slug: slug(category), Track: trackTitle(category), T: t, Heard: hearingText(t.Hearing), Exports: exports}
	v.Mode = modeWords[t.Mode]
	v.Decision, v.Meaning = decisionWords[t.Outcome.Decision], meaningOf(t.Outcome, category)
	if rubric, ok := scoring.RubricNamed(t.Rubric); ok {
		v.Letters, v.Caps = rubric.Letters(), rubric.Caps()
		for _, w := range rubric.Weights(category) {
			v.Weights = append(v.Weights, weightView{wordsOf(w.Criterion).title, w.Part})
		}
	}
	v.Status = statusAnchor(t.Outcome)
	v.Because = becauseOf(t)
	v.Best, v.Fix = bestMoment(t), firstFix(t)
	v.Criteria, v.Untested = criteriaOf(t, category)
	v.Filters = filtersOf(t, category, show)
	for _, turn := range t.Turns {
		if passes(turn, show) {
			answer := answerOf(turn, t.Profile)
			answer.Tried, answer.Disputes = t.Superseded(turn), disputes(t.Hearing, turn.N)
			v.Turns = append(v.Turns, answer)
		}
	}
	for _, turn := range t.Counted() {
		v.Facts = append(v.Facts, factsOf(turn)...)
	}
	if category.HasTies() && t.Ties != nil {
		v.Named, v.Unused = tiesOf(t.Ties.Evidence), titles(t.Ties.Unused)
	}
	return v
}

// tiesOf lists each tie once: who says it again is shown where it was said first.
func tiesOf(evidence []transcript.Evidence) []tieView {
	var all []tieView
	for _, e := range evidence {
		v := tieView{Turn: e.Turn, Title: tieWords[e.Kind], Quote: quote(e.Span.Text)}
		said := func(o tieView) bool { return o.Title == v.Title && o.Quote == v.Quote }
		if !slices.ContainsFunc(all, said) {
			all = append(all, v)
		}
	}
	return all
}

// becauseOf are the reasons that decided, each once.
func becauseOf(t transcript.Transcript) []reasonView {
	var all []reasonView
	for _, b := range t.Outcome.Because {
		f, ok := findingAt(t, b)
		if !ok {
			continue
		}
		said := slices.IndexFunc(all, func(r reasonView) bool { return r.Reason == f.Reason })
		if said < 0 {
			said, all = len(all), append(all, reasonView{Reason: f.Reason})
		}
		all[said].Turns = append(all[said].Turns, b.Turn)
	}
	return all
}

// findingAt is the finding an outcome points at.
func findingAt(t transcript.Transcript, b transcript.Because) (transcript.Finding, bool) {
	for _, turn := range t.Turns {
		if turn.N == b.Turn && 0 <= b.Finding && b.Finding < len(turn.Findings) {
			return turn.Findings[b.Finding], true
		}
	}
	return transcript.Finding{}, false
}

// criteriaOf are the grades that exist, and the titles of those nothing was asked
// for.
func criteriaOf(t transcript.Transcript, category transcript.Category) (graded []criterionView, untested []string) {
	for _, words := range criteria {
		mark := gradeOf(t.Grades, words.key)
		if !mark.Exists() || words.key == otherLaw(category) {
			continue
		}
		grade, ok := mark.Value()
		if !ok {
			untested = append(untested, words.title)
			continue
		}
		graded = append(graded, criterionView{words.title, words.asks, grade, turnsJudged(t, words.key)})
	}
	return graded, untested
}

// otherLaw is the criterion that has no meaning for a category.
func otherLaw(category transcript.Category) transcript.Criterion {
	if category.HasTies() {
		return transcript.Fit
	}
	return transcript.TieStrength
}

func turnsJudged(t transcript.Transcript, c transcript.Criterion) int {
	n := 0
	for _, turn := range t.Counted() {
		if _, ok := turn.Bands.Of(c).Value(); ok {
			n++
		}
	}
	return n
}
