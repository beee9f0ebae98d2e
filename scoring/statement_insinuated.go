package scoring

import (
	"slices"
	"strings"

	"github.com/viceconsul/viceconsul/interview/transcript/measure"
)

// An insinuation is a way to tell a risk without naming it: who does what to whom, with
// words of whole classes in their order.
type insinuation struct {
	kind  string
	in    func(*sheet) bool
	ways  []string
	bars  string // a sentence with one of these words tells something else
	ahead bool   // it must be to come
}

// A hintPlace is one place of an insinuation.
type hintPlace struct {
	words map[string]bool
	tied  bool // it follows the place before it at once
	deny  bool // its words deny
}

// A scheme is one row of places of an insinuation.
type scheme struct {
	*insinuation
	slots []hintPlace
	no    map[string]bool
}

// mostBetween is how many words may stand between two places of an insinuation.
const mostBetween = 4

// waysFrom are the schemes by each word that can stand in their first place: the usual
// answer has few of them.
var waysFrom = func() map[string][]scheme {
	all := map[string][]scheme{}
	for i := range insinuations {
		c := &insinuations[i]
		for _, row := range c.ways {
			w := scheme{insinuation: c, no: set(c.bars)}
			for place := range strings.FieldsSeq(row) {
				word, tied := strings.CutPrefix(place, "<")
				words := wordsOfPlace(word)
				w.slots = append(w.slots, hintPlace{words: words, tied: tied, deny: words["not"] || words["nobody"] || words["nothing"]})
			}
			for first := range w.slots[0].words {
				all[first] = append(all[first], w)
			}
		}
	}
	return all
}()

// wordsOfPlace are the words that can stand in a place.
func wordsOfPlace(place string) map[string]bool {
	all := map[string]bool{}
	for alternative := range strings.SplitSeq(place, "|") {
		class, ok := wordClasses[alternative]
		if !ok {
			class = map[string]bool{alternative: true}
		}
		for w := range class {
			all[w] = true
		}
	}
	return all
}

// insinuated adds what the sentences of an answer tell by what they hint at.
func (s *sheet) insinuated(out []statement) []statement {
	for _, se := range s.spans {
		if s.dead[se.from] {
			continue
		}
		for from := se.from; from < se.to; from++ {
			for _, w := range waysFrom[s.words[from].Text] {
				if !slices.ContainsFunc(out, func(st statement) bool { return st.kind == w.kind }) && s.construes(w, se, from) {
					out = withStatement(out, statement{kind: w.kind, from: se.from, to: se.to, sure: true})
				}
			}
		}
	}
	return out
}

// construes reports whether a sentence tells, from a word on, what an insinuation does.
func (s *sheet) construes(w scheme, se clause, from int) bool {
	if !s.follows(w.slots[1:], from+1, se.to) || !w.in(s) || !s.affirmed(w.kind, w.slots, from) || s.hasAny(se, w.no) {
		return false
	}
	return !w.ahead || s.asksAhead() || !s.presentJob() && !s.happened(*s.clauseOf(from))
}

// ofToday are risks told of the words of the interview, which others may have said.
var ofToday = map[string]bool{riskScript: true, riskPurpose: true, riskHostile: true}

// follows reports whether the words from a place on fill the slots that are left.
func (s *sheet) follows(slots []hintPlace, from, to int) bool {
	if len(slots) == 0 {
		return true
	}
	last := min(from+mostBetween, to-1)
	if slots[0].tied {
		last = min(from, to-1)
	}
	for i := from; i <= last; i++ {
		if slots[0].words[s.words[i].Text] && s.follows(slots[1:], i+1, to) {
			return true
		}
	}
	return false
}

// affirmed reports whether the clause an insinuation begins in says it as so, and not
// what others said, did or asked.
func (s *sheet) affirmed(kind string, slots []hintPlace, at int) bool {
	cl := *s.clauseOf(at)
	denies := slices.ContainsFunc(slots, func(sl hintPlace) bool { return sl.deny })
	told := denies || ofToday[kind] || !(s.happened(cl) && cl.other)
	return (denies || !cl.negated) && told && !s.refuses()
}

func (s *sheet) hasAny(se clause, words map[string]bool) bool {
	return slices.ContainsFunc(s.words[se.from:se.to], func(w measure.Word) bool { return words[w.Text] })
}
