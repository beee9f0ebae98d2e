package scoring

import (
	"slices"
	"strings"

	"github.com/viceconsul/viceconsul/interview/transcript"
	"github.com/viceconsul/viceconsul/interview/transcript/measure"
	"github.com/viceconsul/viceconsul/questionbank"
)

// How like an officer's own line must be to a question of the bank. Measured on
// forty lines of our own: those that ask for something in the bank begin at 0.5,
// those that do not (small talk, "One moment, please.") end at 0.51.
const (
	nearEnough = 0.52 // and both ask for the same kind of fact
	nearlySame = 0.9  // whatever they ask for
	candidates = 3    // how many of the nearest are looked at
	shortLine  = 3    // words of a line that only goes on: "By what date?"
)

// questionOf is the bank's question a turn asks: by its ID, or the nearest one.
// A short line that is no question of the bank goes on with the one before. Nil
// when none is near, and for a remark.
func (c *Case) questionOf(t transcript.Turn, before []Judged) *questionbank.Question {
	if q, ok := c.bank.Question(t.Question); ok {
		return q
	}
	line := lastQuestion(t.Officer)
	words := measure.Words(line)
	if asks := strings.Contains(line, "?"); len(words) == 0 || t.Kind == transcript.Remark || !asks && !imperative(words) && wanted(words, asks) != wantPaper {
		return nil
	}
	near := c.bank.Nearest(line, questionbank.Filter{Category: c.category}, candidates)
	switch {
	case len(near) > 0 && near[0].Likeness >= nearlySame:
		return near[0].Question
	case len(words) <= shortLine && len(before) > 0:
		return before[len(before)-1].Question
	}
	want := wanted(words, strings.Contains(line, "?"))
	for _, m := range near {
		if m.Likeness >= nearEnough && wantedBy(m.Question, want) {
			return m.Question
		}
	}
	return nil
}

// wantedBy reports whether one wording of a question asks for a kind of fact.
func wantedBy(q *questionbank.Question, w want) bool {
	return slices.ContainsFunc(append([]string{q.Ask}, q.Also...), func(line string) bool {
		line = lastQuestion(line)
		return wanted(measure.Words(line), strings.Contains(line, "?")) == w
	})
}
