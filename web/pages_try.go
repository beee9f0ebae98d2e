package web

import (
	"fmt"
	"net/http"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/labstack/echo/v4"

	"github.com/viceconsul/viceconsul/interview/transcript"
	"github.com/viceconsul/viceconsul/scoring"
)

// A trial is one question to a sample applicant, answered without an account.
type trial struct {
	category transcript.Category
	question string   // of the bank
	facts    []string // of the sample applicant that the question is about
}

// trials are in the order the page offers them; the first is shown to begin with.
var trials = []trial{
	{transcript.F1, "F27", []string{"f1.school", "finance.sponsors", "finance.scholarship", "family.us_other_relatives"}},
	{transcript.B2, "B10", []string{"trip.purpose", "trip.length_of_stay", "trip.payer", "trip.cost_usd", "employment.title"}},
	{transcript.J1Physician, "JP39", []string{"jp.program", "jp.program_length_years", "ties.return_role", "ties.plan_after"}},
	{transcript.H1B, "H01", []string{"h1b.petitioner", "h1b.job_title", "h1b.duties", "h1b.worksites", "h1b.degree_held"}},
}

// A tryView is what try.html shows.
type tryView struct {
	Slug     string
	Category transcript.Category
	Others   []filterView // the visas to choose from; Key is the address's
	Facts    []claimView
	Question string
	Text     string // the answer as typed
	Trouble  string // names why it is not graded
	Answer   *answerView
	Overall  string // of 100; "" when nothing could be graded
	Letter   string
	Capped   string
	receivers
}

// A claimView is a declared fact with its title.
type claimView struct{ Title, Text string }

// Most is how many letters an answer has at most.
func (tryView) Most() int { return answerLimit }

// showTry asks one question.
func (s *Server) showTry(c echo.Context) error {
	_, view, err := s.tryOf(c.QueryParam("visa"))
	if err != nil {
		return err
	}
	return c.Render(http.StatusOK, "try.html", view)
}

// postTry grades one answer. Nothing of it is stored, and nobody is remembered.
func (s *Server) postTry(c echo.Context) error {
	form, err := formOf(c)
	if err != nil {
		return err
	}
	asked, view, err := s.tryOf(form.Get("visa"))
	if err != nil {
		return err
	}
	view.Text = cleaned(form.Get("answer"))
	if view.Trouble = troubleWith(view.Text); view.Trouble != "" {
		return c.Render(http.StatusUnprocessableEntity, "try.html", view)
	}
	if err := s.spend(c); err != nil {
		return err
	}
	graded, err := scoring.Grade(s.bank, asked.with(view.Text))
	if err != nil {
		return fmt.Errorf("grade one answer: %w", err)
	}
	view.grade(graded)
	return c.Render(http.StatusOK, "try.html", view)
}

// troubleWith names why an answer is not graded; "" when it can be.
func troubleWith(answer string) string {
	switch {
	case answer == "":
		return "empty"
	case utf8.RuneCountInString(answer) > answerLimit:
		return "long"
	}
	return ""
}

// cleaned is a text as typed, without what cannot be shown.
func cleaned(text string) string {
	return strings.TrimSpace(strings.ReplaceAll(strings.ToValidUTF8(text, "\uFFFD"), "\x00", ""))
}

// A posed trial is a question put to its sample applicant.
type posed struct {
	trial
	profile transcript.Profile
	ask     string
}

// tryOf is the trial of a category's slug, the first when there is none.
func (s *Server) tryOf(key string) (posed, tryView, error) {
	chosen := trials[0]
	v := tryView{receivers: s.receivers()}
	for _, t := range trials {
		if slug(t.category) == key {
			chosen = t
		}
	}
	for _, t := range trials {
		v.Others = append(v.Others, filterView{Key: slug(t.category), Title: categoryTitle(t.category), Current: t.category == chosen.category})
	}
	texts, err := sampleOf(chosen.category)
	if err != nil {
		return posed{}, v, err
	}
	q, ok := s.bank.Question(chosen.question)
	if !ok {
		return posed{}, v, fmt.Errorf("try: the bank has no question %s", chosen.question)
	}
	read := readTexts(texts)
	v.Slug, v.Category, v.Question = slug(chosen.category), chosen.category, q.Ask
	for _, path := range chosen.facts {
		if d, ok := read.profile.Declared(path); ok {
			v.Facts = append(v.Facts, claimView{fieldTitle(path), d.Text})
		}
	}
	return posed{chosen, read.profile, q.Ask}, v, nil
}

// with is the interview of this one answer.
func (p posed) with(answer string) transcript.Transcript {
	return transcript.Transcript{
		Category: p.category, Profile: p.profile, InterviewDate: time.Now().UTC().Format(time.DateOnly),
		Turns: []transcript.Turn{{N: 1, Officer: p.ask, Applicant: answer, Question: p.question}},
	}
}

// grade adds what the grader saw.
func (v *tryView) grade(t transcript.Transcript) {
	answer := answerOf(t.Turns[0], t.Profile)
	v.Answer = &answer
	v.Overall, v.Letter, v.Capped = overall(t.Grades), t.Grades.Letter, t.Grades.Capped
}
