package scoring

import (
	"slices"

	"github.com/viceconsul/viceconsul/interview/transcript/measure"
)

// An insinuation is a way to tell a risk without naming it: who does what to whom, with
// words of whole classes in their order.
type insinuation struct {
	kind  string
	in    func(*sheet) bool
	ways  string // constructions, apart by commas
	bars  string // a sentence with one of these words tells something else
	ahead bool   // it must be to come
}

// A hinting is an insinuation made ready for use.
type hinting struct {
	*insinuation
	no map[string]bool
}

// hintings are all insinuations by the words they begin with.
var hintings = newGrammar(func(yield func(hinting, []string) bool) {
	for i := range insinuations {
		if in := &insinuations[i]; !yield(hinting{in, set(in.bars)}, []string{in.ways}) {
			return
		}
	}
}, nil)

// insinuated adds what the sentences of an answer tell by what they hint at.
func (s *sheet) insinuated(out []statement) []statement {
	from := 0
	for _, se := range s.spans {
		to := from
		for to < len(s.tokens) && s.tokens[to].word < se.to {
			to++
		}
		if !s.dead[se.from] {
			out = s.insinuatedIn(se, s.tokens[from:to], out)
		}
		from = to
	}
	return out
}

func (s *sheet) insinuatedIn(se clause, said []token, out []statement) []statement {
	for i, t := range said {
		ways := hintings.from(&said[i])
		for n := range ways {
			k := &ways[n]
			if !k.can(&s.said) || slices.ContainsFunc(out, func(st statement) bool { return st.kind == k.is.kind }) {
				continue
			}
			if hintings.end(k, said, i) < 0 || s.toldNo(t.word) || !s.construes(k, se, t.word) {
				continue
			}
			out = withStatement(out, statement{kind: k.is.kind, from: se.from, to: se.to, sure: true})
		}
	}
	return out
}

// toldNo reports whether the "no" a construction begins with is all that somebody said,
// so that it denies nothing of what comes after: "my teacher said no, then my mother said
// yes".
func (s *sheet) toldNo(at int) bool {
	cl := s.clauseOf(at)
	return s.words[at].Text == "no" && cl.to == at+1 && cl.from < at && s.answer.has(at-1, at, "said", "says", "say", "told")
}

// construes reports whether a construction from a word of a sentence on is the
// applicant's plan, and not what others said, did or asked.
func (s *sheet) construes(k *construction[hinting], se clause, from int) bool {
	if !k.is.in(s) || !s.affirmed(k, from) || s.hasAny(se, k.is.no) {
		return false
	}
	return !k.is.ahead || s.asksAhead() || !s.presentJob() && !s.happened(*s.clauseOf(from))
}

// comesBack reports whether the applicant says from word from to word to, in so many
// words, to come back.
func (s *sheet) comesBack(from, to int) bool {
	w := s.words[:to]
	for i := from; i < to; i++ {
		if w[i].Text != "i" && w[i].Text != "i'm" && w[i].Text != "i'll" || i > 0 && subordinators[w[i-1].Text] {
			continue
		}
		if s.answer.has(i-3, i, "think", "sure", "know", "say", "if") {
			continue
		}
		for j := i + 1; j < min(i+4, len(w)) && !s.any(j, j+1, tNegate); j++ {
			if (w[j].Text == "coming" || w[j].Text == "come") && s.answer.has(j+1, j+2, "back", "home") || w[j].Text == "return" || w[j].Text == "returning" {
				return true
			}
		}
	}
	return false
}

// subordinators begin a clause that says only when or whether.
var subordinators = set("if when whether before until unless once after that")

// ofToday are risks told of the words of the interview, which others may have said.
var ofToday = map[string]bool{riskScript: true, riskPurpose: true, riskHostile: true}

// affirmed reports whether the clause a construction begins in says it as so.
func (s *sheet) affirmed(k *construction[hinting], at int) bool {
	cl := *s.clauseOf(at)
	denies := k.holds("not") || k.holds("nobody") || k.holds("nothing")
	told := denies || ofToday[k.is.kind] || !(s.happened(cl) && cl.other)
	return (denies || !cl.negated) && told && !s.refuses()
}

func (s *sheet) hasAny(se clause, words map[string]bool) bool {
	return slices.ContainsFunc(s.words[se.from:se.to], func(w measure.Word) bool { return words[w.Text] })
}
