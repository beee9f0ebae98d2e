package scoring

import (
	"slices"
	"strings"
	"sync"

	"github.com/viceconsul/viceconsul/interview/transcript"
	"github.com/viceconsul/viceconsul/interview/transcript/measure"
	"github.com/viceconsul/viceconsul/questionbank"
)

// How like an officer's own line must be to a question of the bank. Measured on
// forty lines of our own: those that ask for something in the bank begin at 0.5,
// those that do not (small talk, "One moment, please.") end at 0.51. Where the
// line's own words name a field of the question, half of that is enough.
const (
	nearEnough = 0.52 // and both ask for the same kind of fact
	nearlySame = 0.9  // whatever they ask for
	nearShort  = 0.7  // for a short line to be more than one that goes on
	nearField  = 0.26 // and its words name a field of the question
	candidates = 12   // how many of the nearest are looked at
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
	read := c.readText(line, false)
	words := read.words
	if len(words) == 0 || t.Kind == transcript.Remark {
		return nil
	}
	var fields []string
	asks := strings.Contains(line, "?")
	if !asks {
		fields = c.fieldsOfLine(line)
		asks = read.shape().asks[sign(len(fields) > 0)]
	}
	want, _ := read.shape().asking(asks)
	if !asks && !read.shape().imperative && want != wantPaper {
		return nil
	}
	near := c.nearest(t.Officer, line)
	if asksPast(words) {
		near = slices.DeleteFunc(near, func(m questionbank.Match) bool {
			return m.Likeness < nearlySame && asksAhead(measure.Words(m.Question.Ask))
		})
	}
	if len(near) > 0 && near[0].Likeness >= nearlySame {
		return near[0].Question
	}
	if strings.Contains(line, "?") {
		fields = c.fieldsOfLine(line)
	}
	switch {
	case read.asksWhichSchool(before):
		return nil
	case len(fields) > 0:
		return aboutOne(near, fields, want)
	case len(words) <= shortLine && len(before) > 0 && !turnsAway(read.matters, before) && (len(near) == 0 || near[0].Likeness < nearShort || bare(words)):
		return before[len(before)-1].Question
	case bare(words):
		return nil // "Where?" alone is no question of the bank
	}
	for _, m := range near[:min(len(near), 3)] {
		if m.Likeness >= nearEnough && wantedBy(m.Question, want) {
			return m.Question
		}
	}
	return nil
}

// bare reports whether a line only asks, and names nothing: "Where?", "And you?"
func bare(words []measure.Word) bool {
	return !slices.ContainsFunc(words, func(w measure.Word) bool {
		return !whWords[w.Text] && !lineLeads[w.Text] && !subjects[w.Text] && !inverted[w.Text]
	})
}

// asksPast reports whether a line asks for what is over: "when did you finish?"
func asksPast(line []measure.Word) bool {
	return containsWord(line, "did", "was", "were", "first") && !asksAhead(line)
}

// asksAhead reports whether a line asks for what is to come.
func asksAhead(line []measure.Word) bool {
	return containsWord(line, "will", "plan", "plans", "going", "would", "after")
}

// nearest are the questions nearest to a line: to all of it when it is one of the
// bank's, else to what it asks last. What the profile gives no reason to ask is
// left out, and what is too far for any use.
func (c *Case) nearest(all, last string) []questionbank.Match {
	filter := questionbank.Filter{Category: c.category}
	near := c.bank.Nearest(all, filter, candidates)
	if last != all && (len(near) == 0 || near[0].Likeness < nearlySame) {
		near = c.bank.Nearest(last, filter, candidates)
	}
	return slices.DeleteFunc(near, func(m questionbank.Match) bool {
		return m.Likeness < nearField || m.Likeness < nearlySame && !m.Question.Open(c.profile)
	})
}

// aboutOne is the nearest of the questions that are first about one of the fields,
// one that asks for the same kind of fact before others; nil for none.
func aboutOne(near []questionbank.Match, fields []string, w want) *questionbank.Question {
	for _, same := range []bool{true, false} {
		for _, f := range fields {
			for _, m := range near {
				if m.Likeness >= nearField && len(m.Question.Fields) > 0 && m.Question.Fields[0] == f && (!same || wantedBy(m.Question, w)) {
					return m.Question
				}
			}
		}
	}
	for _, m := range near {
		if m.Likeness >= nearEnough && slices.ContainsFunc(m.Question.Fields, func(f string) bool { return slices.Contains(fields, f) }) {
			return m.Question
		}
	}
	return nil
}

func texts(words []measure.Word) []string {
	all := make([]string, len(words))
	for i, w := range words {
		all[i] = w.Text
	}
	return all
}

// wantedBy reports whether one wording of a question asks for a kind of fact.
func wantedBy(q *questionbank.Question, w want) bool {
	asks := func(line string) bool { return wantOfWording(line) == w }
	return asks(q.Ask) || slices.ContainsFunc(q.Also, asks)
}

// wordingWants keeps what the bank's own wordings want, which come again in every
// interview: it holds no more than the bank has.
var wordingWants sync.Map // wording -> want

// wantOfWording is the kind of fact that a wording of the bank asks for.
func wantOfWording(line string) want {
	if was, ok := wordingWants.Load(line); ok {
		return was.(want)
	}
	read := readText(lastQuestion(line), true)
	w, _ := read.shape().asking(read.shape().asks[0])
	wordingWants.Store(line, w)
	return w
}
