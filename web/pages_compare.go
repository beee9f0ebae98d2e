package web

import (
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"unicode"

	"github.com/google/uuid"
	"github.com/labstack/echo/v4"

	"github.com/viceconsul/viceconsul/interview/store"
	"github.com/viceconsul/viceconsul/interview/transcript"
)

// A compareView is what compare.html shows: two attempts of one category by topic.
type compareView struct {
	Category transcript.Category
	Slug     string
	Track    string
	receivers
	First       attemptRow
	Second      attemptRow
	OtherRubric bool // their grades come from different rubrics
	Grades      []compareGrade
	Topics      []compareTopic
}

// A compareGrade is one criterion in both; "" is not tested.
type compareGrade struct{ Title, First, Second string }

// A compareTopic is what was said about a topic in each.
type compareTopic struct {
	Title         string
	First, Second []comparedAnswer
}

// A comparedAnswer is what was said in one attempt.
type comparedAnswer struct {
	answerView
	Learned bool // with the same long wording as in the other
}

// learnedRun is how many words in a row sound learned when they come in two attempts. Our
// judgement: shorter runs repeat by nature, and as much within one interview is noted.
const learnedRun = 8

// runsOf are all runs of so many words in the answers of an attempt.
func runsOf(t transcript.Transcript) map[string]bool {
	all := map[string]bool{}
	for _, turn := range t.Counted() {
		for _, run := range runsIn(turn.Applicant) {
			all[run] = true
		}
	}
	return all
}

func runsIn(answer string) (runs []string) {
	words := strings.FieldsFunc(strings.ToLower(answer), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '\'' })
	for i := learnedRun; i <= len(words); i++ {
		runs = append(runs, strings.Join(words[i-learnedRun:i], " "))
	}
	return runs
}

// showCompare shows two attempts side by side, each its owner's.
func (s *Server) showCompare(c echo.Context) error {
	a, err := s.applicant(c)
	if err != nil {
		return err
	}
	first, err := s.attemptNamed(c, a, c.QueryParam("a"))
	if err != nil {
		return err
	}
	second, err := s.attemptNamed(c, a, c.QueryParam("b"))
	if err != nil {
		return err
	}
	if first.t.Category != second.t.Category {
		return fmt.Errorf("%w: two attempts can be compared when they are for one visa", transcript.ErrInvalid)
	}
	category := first.t.Category
	v := compareView{Category: category, Slug: slug(category), Track: trackTitle(category), receivers: s.receivers(),
		First: first, Second: second, OtherRubric: first.t.Rubric != second.t.Rubric}
	v.Grades = compareGrades(category, first.t, second.t)
	v.Topics = s.compareTopics(first, second)
	return c.Render(http.StatusOK, "compare.html", v)
}

// attemptNamed is an applicant's graded attempt by its ID; store.ErrNotFound for anybody
// else's, and before it is graded.
func (s *Server) attemptNamed(c echo.Context, a store.Applicant, id string) (attemptRow, error) {
	if uuid.Validate(id) != nil {
		return attemptRow{}, store.ErrNotFound
	}
	head, err := s.store.Interview(c.Request().Context(), a.Tenant, id)
	if err != nil {
		return attemptRow{}, fmt.Errorf("interview %s: %w", id, err)
	}
	if head.Applicant != a.ID {
		return attemptRow{}, store.ErrNotFound
	}
	row, err := s.attemptOf(c, head)
	if errors.Is(err, store.ErrNotFound) {
		return attemptRow{}, store.ErrNotFound
	}
	return row, err
}

func compareGrades(category transcript.Category, first, second transcript.Transcript) []compareGrade {
	text := func(m transcript.Mark) string {
		if grade, ok := m.Value(); ok {
			return fmt.Sprint(grade)
		}
		return ""
	}
	all := []compareGrade{{"Overall", text(first.Grades.Overall), text(second.Grades.Overall)}}
	for _, words := range criteria {
		row := compareGrade{words.title, text(gradeOf(first.Grades, words.key)), text(gradeOf(second.Grades, words.key))}
		if words.key != otherLaw(category) && words.key != transcript.Risk && row.First+row.Second != "" {
			all = append(all, row)
		}
	}
	return all
}

// compareTopics puts the answers of both beside each other, in the order the first
// attempt came to the topics; those of one attempt alone stand at the end.
func (s *Server) compareTopics(first, second attemptRow) []compareTopic {
	var ids []string
	var all []compareTopic
	add := func(one, other attemptRow, side func(*compareTopic) *[]comparedAnswer) {
		said := map[string]bool{}
		if one.ID != other.ID {
			said = runsOf(other.t)
		}
		for _, turn := range one.t.Counted() {
			i := slices.Index(ids, turn.Topic)
			if i < 0 {
				i = len(ids)
				ids, all = append(ids, turn.Topic), append(all, compareTopic{Title: s.topicTitle(turn.Topic)})
			}
			answers := side(&all[i])
			again := slices.ContainsFunc(runsIn(turn.Applicant), func(run string) bool { return said[run] })
			*answers = append(*answers, comparedAnswer{answerOf(turn, one.t.Profile), again})
		}
	}
	add(first, second, func(c *compareTopic) *[]comparedAnswer { return &c.First })
	add(second, first, func(c *compareTopic) *[]comparedAnswer { return &c.Second })
	slices.SortStableFunc(all, func(a, b compareTopic) int { return a.alone() - b.alone() })
	return all
}

// alone is 1 when only one attempt came to the topic.
func (c compareTopic) alone() int {
	if len(c.First) == 0 || len(c.Second) == 0 {
		return 1
	}
	return 0
}

// topicTitle is a topic for people.
func (s *Server) topicTitle(id string) string {
	if t, ok := s.bank.Topic(id); ok {
		return t.Title
	}
	return "Other lines"
}
