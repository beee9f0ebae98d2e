package web

import (
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/labstack/echo/v4"

	"github.com/viceconsul/viceconsul/interview/store"
	"github.com/viceconsul/viceconsul/interview/transcript"
	"github.com/viceconsul/viceconsul/scoring"
)

// drillsPage is the page of one's own that keeps the grades of drills.
const drillsPage = "drills"

// A drillsView is what drills.html shows.
type drillsView struct {
	Category transcript.Category
	Slug     string
	Track    string
	receivers
	Drills []drillRow
}

// A drillRow is one drill with what was kept of it.
type drillRow struct {
	Name string
	Kept drillGrade
}

// A drillGrade is the best and the last grade of a drill; "" before the first.
type drillGrade struct {
	Best int    `json:"best"`
	Last int    `json:"last"`
	Done string `json:"done"` // the day of the last one, as 2006-01-02
}

// A drillView is what drill.html shows.
type drillView struct {
	Category    transcript.Category
	Slug, Track string
	receivers
	Name                             string
	Sample                           bool // the facts are a sample applicant's
	N, Of                            int  // the line's number from 1, and how many there are
	Topics                           []filterView
	Topic                            string
	Before                           *transcript.Turn
	Line                             string
	Text, Trouble                    string
	Answer                           *answerView
	Points                           []pointView
	Overall, Letter, Capped, Unheard string
	Kept                             drillGrade
}

// Hears is after how many words the officer of this drill cuts in.
func (drillView) Hears() int { return heardWords }

// Most is how many letters an answer has at most.
func (drillView) Most() int { return answerLimit }

// Next is the number of the line after this one.
func (v drillView) Next() int { return v.N%v.Of + 1 }

// showDrills lists the drills of a category.
func (s *Server) showDrills(c echo.Context) error {
	category, err := categoryOf(c)
	if err != nil {
		return err
	}
	kept, err := s.keptDrills(c, category)
	if err != nil {
		return err
	}
	v := drillsView{Category: category, Slug: slug(category), Track: trackTitle(category), receivers: s.receivers()}
	n, err := loadNotes()
	if err != nil {
		return err
	}
	sample, err := sampleProfile(category)
	if err != nil {
		return err
	}
	for _, d := range drills {
		if len(d.prompts(drilled{bank: s.bank, notes: n, category: category, profile: sample})) > 0 {
			v.Drills = append(v.Drills, drillRow{d.name, kept[d.name]})
		}
	}
	return c.Render(http.StatusOK, "drills.html", v)
}

// keptDrills are the grades kept for whoever asks.
func (s *Server) keptDrills(c echo.Context, category transcript.Category) (map[string]drillGrade, error) {
	a, err := s.applicant(c)
	if errors.Is(err, ErrUnauthorized) {
		return map[string]drillGrade{}, nil
	}
	if err != nil {
		return nil, err
	}
	return s.drillGrades(c, a, category)
}

// drillGrades are the grades kept for an applicant, by drill; never nil.
func (s *Server) drillGrades(c echo.Context, a store.Applicant, category transcript.Category) (map[string]drillGrade, error) {
	kept := map[string]drillGrade{}
	body, err := s.store.Page(c.Request().Context(), a.Tenant, a.ID, string(category), drillsPage)
	if errors.Is(err, store.ErrNotFound) {
		return kept, nil
	}
	if err != nil {
		return nil, fmt.Errorf("drills: %w", err)
	}
	if err := json.Unmarshal(body, &kept); err != nil {
		return nil, fmt.Errorf("drills: %w", err)
	}
	return kept, nil
}

// showDrill puts one line of a drill.
func (s *Server) showDrill(c echo.Context) error {
	_, _, v, err := s.drillOf(c, c.QueryParams())
	if err != nil {
		return err
	}
	return c.Render(http.StatusOK, "drill.html", v)
}

// drillOf is the drill that an address names, the line put, and the page without an
// answer. Without a profile of one's own it is about the sample applicant.
func (s *Server) drillOf(c echo.Context, values url.Values) (drill, posedLine, drillView, error) {
	category, err := categoryOf(c)
	if err != nil {
		return drill{}, posedLine{}, drillView{}, err
	}
	d, ok := drillNamed(c.Param("drill"))
	if !ok {
		return drill{}, posedLine{}, drillView{}, store.ErrNotFound
	}
	v := drillView{Category: category, Slug: slug(category), Track: trackTitle(category), receivers: s.receivers(),
		Name: d.name, Topic: values.Get("topic")}
	who, err := s.drilledCase(c, &v)
	if err != nil {
		return d, posedLine{}, v, err
	}
	lines := d.prompts(who)
	if len(lines) == 0 { // a profile that declares no such thing
		if who.profile, err = sampleProfile(category); err != nil {
			return d, posedLine{}, v, err
		}
		v.Sample, lines = true, d.prompts(who)
	}
	if len(lines) == 0 {
		return d, posedLine{}, v, store.ErrNotFound
	}
	n, err := strconv.Atoi(values.Get("n"))
	if err != nil || n < 1 || n > len(lines) {
		asks := func(p prompt) bool { return p.question != "" && p.question == values.Get("question") }
		n = max(slices.IndexFunc(lines, asks), 0) + 1
	}
	asked := lines[n-1]
	v.N, v.Of, v.Line, v.Before = n, len(lines), asked.line, asked.before
	kept, err := s.keptDrills(c, category)
	v.Kept = kept[d.name]
	return d, posedLine{asked, who}, v, err
}

// A posedLine is a prompt with the case it is put to.
type posedLine struct {
	prompt
	drilled
}

// drilledCase is the visitor's own case, or the sample applicant's.
func (s *Server) drilledCase(c echo.Context, v *drillView) (drilled, error) {
	n, err := loadNotes()
	if err != nil {
		return drilled{}, err
	}
	who := drilled{bank: s.bank, notes: n, category: v.Category, topic: v.Topic}
	texts, err := s.visitorProfile(c, v.Category)
	if err != nil {
		return who, err
	}
	if who.profile = readTexts(texts).profile; len(texts) == 0 {
		v.Sample = true
		who.profile, err = sampleProfile(v.Category)
	}
	if v.Name == topicDrill {
		for _, t := range who.topics() {
			v.Topics = append(v.Topics, filterView{Key: t.ID, Title: t.Title, Current: t.ID == v.Topic})
		}
	}
	return who, err
}

func sampleProfile(category transcript.Category) (transcript.Profile, error) {
	texts, err := sampleOf(category)
	return readTexts(texts).profile, err
}

// postDrill judges one answer. The answer is not kept, its grade is.
func (s *Server) postDrill(c echo.Context) error {
	form, err := formOf(c)
	if err != nil {
		return err
	}
	d, asked, v, err := s.drillOf(c, form)
	if err != nil {
		return err
	}
	v.Text = cleaned(form.Get("answer"))
	if v.Trouble = troubleWith(v.Text); v.Trouble != "" {
		return c.Render(http.StatusUnprocessableEntity, "drill.html", v)
	}
	if err := s.spend(c); err != nil {
		return err
	}
	judged := asked.judge(v.Text)
	if err := v.judge(asked, judged); err != nil {
		return err
	}
	if d.points != nil {
		v.Points = d.points(asked.prompt, judged)
	}
	if err := s.keepDrill(c, &v); err != nil {
		return err
	}
	return c.Render(http.StatusOK, "drill.html", v)
}

// judge scores an answer to the line, as far as the officer hears it.
func (p posedLine) judge(answer string) scoring.Judged {
	c := scoring.NewCase(p.bank, p.category, p.profile, time.Now().UTC().Format(time.DateOnly))
	var before []scoring.Judged
	if p.before != nil {
		before = append(before, c.Judge(*p.before, nil))
	}
	turn := transcript.Turn{N: len(before) + 1, Officer: p.line, Question: p.question, Applicant: answer}
	if words := strings.Fields(answer); p.hears > 0 && len(words) > p.hears {
		turn.Applicant, turn.Unheard, turn.Cut = strings.Join(words[:p.hears], " "), strings.Join(words[p.hears:], " "), true
	}
	return c.Judge(turn, before)
}

// judge adds what the grader saw.
func (v *drillView) judge(asked posedLine, j scoring.Judged) error {
	v.Unheard = j.Turn.Unheard
	answer := answerOf(j.Turn, asked.profile)
	if asked.ungraded {
		answer.Notes, answer.Kept, answer.Bands, answer.Turn.Suggestion = nil, nil, nil, nil
	}
	v.Answer = &answer
	if asked.ungraded || asked.before != nil { // what was said before would weigh on the grade
		return nil
	}
	t, err := scoring.Grade(asked.bank, transcript.Transcript{Category: asked.category, Profile: asked.profile,
		InterviewDate: time.Now().UTC().Format(time.DateOnly), Turns: []transcript.Turn{j.Turn}})
	if err != nil {
		return fmt.Errorf("grade a drill: %w", err)
	}
	v.Overall, v.Letter, v.Capped = overall(t.Grades), t.Grades.Letter, t.Grades.Capped
	return nil
}

// grade is the drill's, of 100: the answer's, or the part of its points that was met.
func (v *drillView) grade() (int, bool) {
	if n, err := strconv.Atoi(v.Overall); err == nil {
		return n, true
	}
	if len(v.Points) == 0 {
		return 0, false
	}
	met := 0
	for _, p := range v.Points {
		if p.Met {
			met++
		}
	}
	return 100 * met / len(v.Points), true
}

// keepDrill stores the grade beside the best one.
func (s *Server) keepDrill(c echo.Context, v *drillView) error {
	grade, ok := v.grade()
	if !ok {
		return nil
	}
	a, _, err := s.ensureApplicant(c)
	if err != nil {
		return err
	}
	kept, err := s.keptDrills(c, v.Category)
	if err != nil {
		return err
	}
	v.Kept = drillGrade{Best: max(grade, kept[v.Name].Best), Last: grade, Done: time.Now().UTC().Format(time.DateOnly)}
	kept[v.Name] = v.Kept
	return s.saveDrillGrades(c, a, v.Category, kept)
}

func (s *Server) saveDrillGrades(c echo.Context, a store.Applicant, category transcript.Category, kept map[string]drillGrade) error {
	body, err := json.Marshal(kept)
	if err != nil {
		return fmt.Errorf("drills: %w", err)
	}
	if err := s.store.SavePage(c.Request().Context(), a.Tenant, a.ID, string(category), drillsPage, body); err != nil {
		return fmt.Errorf("save drills: %w", err)
	}
	return nil
}

// valid reports whether a grade can be one: it may come from outside.
func (g drillGrade) valid() bool {
	_, err := time.Parse(time.DateOnly, g.Done)
	return err == nil && 0 <= g.Last && g.Last <= g.Best && g.Best <= 100
}
