package web

import (
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strconv"

	"github.com/labstack/echo/v4"

	"github.com/viceconsul/viceconsul/interview/transcript"
	"github.com/viceconsul/viceconsul/questionbank"
)

// A questionView is a bank question as the API shows it.
type questionView struct {
	ID       string                  `json:"id"`
	Topic    string                  `json:"topic"`
	Ask      string                  `json:"ask"`
	Also     []string                `json:"also,omitempty"`
	Type     questionbank.AnswerType `json:"type"`
	Fields   []string                `json:"fields"`
	Then     string                  `json:"then,omitempty"`
	Tests    string                  `json:"tests"`
	Likeness *float64                `json:"likeness,omitempty"` // from -1 to 1; with like only
}

// A questionPage is one page of a list. Next is the value of after for the page
// that follows; "" when there is none.
type questionPage struct {
	Bank      string         `json:"bank"`
	Questions []questionView `json:"questions"`
	Next      string         `json:"next,omitempty"`
}

func (s *Server) listQuestions(c echo.Context) error {
	q, err := s.readQuestionQuery(c.QueryParams())
	if err != nil {
		return err
	}
	page := questionPage{Bank: s.bank.Version, Questions: []questionView{}}
	if q.like != "" {
		if err := s.spend(c); err != nil { // a model may be asked
			return err
		}
		matches, err := s.search.Nearest(c.Request().Context(), q.like, q.filter, q.limit)
		if err != nil {
			return fmt.Errorf("nearest questions: %w", err)
		}
		for _, m := range matches {
			view := viewQuestion(m.Question)
			view.Likeness = &m.Likeness
			page.Questions = append(page.Questions, view)
		}
		return c.JSON(http.StatusOK, page)
	}
	all := s.bank.Pick(q.filter)
	all = all[after(all, q.after):]
	if len(all) > q.limit {
		all = all[:q.limit]
		page.Next = all[q.limit-1].ID
	}
	for _, question := range all {
		page.Questions = append(page.Questions, viewQuestion(question))
	}
	return c.JSON(http.StatusOK, page)
}

func viewQuestion(q *questionbank.Question) questionView {
	return questionView{
		ID: q.ID, Topic: q.Topic.ID, Ask: q.Ask, Also: q.Also, Type: q.Type,
		Fields: append([]string{}, q.Fields...), Then: q.Then, Tests: q.Topic.Tests,
	}
}

// after is where the question that follows an ID stands; 0 when there is no such
// ID in the list.
func after(all []*questionbank.Question, id string) int {
	return slices.IndexFunc(all, func(q *questionbank.Question) bool { return q.ID == id }) + 1
}

type questionQuery struct {
	filter      questionbank.Filter
	like, after string
	limit       int
}

// readQuestionQuery reads each parameter once; unknown ones are refused.
func (s *Server) readQuestionQuery(values url.Values) (questionQuery, error) {
	known := []string{"category", "track", "topic", "like", "after", "limit"}
	for name, v := range values {
		if !slices.Contains(known, name) || len(v) > 1 {
			return questionQuery{}, fmt.Errorf("%w: query: each of category, track, topic, like, after and limit may stand once, and nothing else", transcript.ErrInvalid)
		}
	}
	q := questionQuery{like: values.Get("like"), after: values.Get("after"), limit: pageLimit}
	if category := values.Get("category"); category != "" {
		found, err := transcript.ParseCategory(category, values.Get("track"))
		if err != nil {
			return questionQuery{}, err
		}
		q.filter.Category = found
	}
	if q.filter.Topic = values.Get("topic"); q.filter.Topic != "" {
		if _, ok := s.bank.Topic(q.filter.Topic); !ok {
			return questionQuery{}, fmt.Errorf("%w: topic is not in the bank; see the topics of /api/v1/questions", transcript.ErrInvalid)
		}
	}
	if text := values.Get("limit"); text != "" {
		n, err := strconv.Atoi(text)
		if err != nil || n < 1 || n > pageLimit {
			return questionQuery{}, fmt.Errorf("%w: limit is from 1 to %d", transcript.ErrInvalid, pageLimit)
		}
		q.limit = n
	}
	return q, nil
}
