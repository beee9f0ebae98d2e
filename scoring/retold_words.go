package scoring

import (
	"slices"
	"strings"

	"github.com/viceconsul/viceconsul/interview/transcript"
)

// named finds another name of the label a value goes by: "nephrologist".
func (e *retelling) named(g *valueGroup, v *groupValue) trace {
	for _, name := range v.names {
		if !e.answer.signs.may(name[0]) {
			continue
		}
		for i := range e.words {
			if e.words[i].Text == name[0] && starts(e.words[i+1:], name[1:]) && e.tells(g, i) && !e.over(g, i) {
				return trace{g.labelPoints, i, i + len(name)}
			}
		}
	}
	return trace{}
}

// over reports whether the word at i is told of what is over, for a field of what is so.
func (e *retelling) over(g *valueGroup, i int) bool {
	cl := e.clauseOf(i)
	return !g.past && e.answer.gone(cl) && !(e.answer.has(cl.from, i, "have", "has", "i've") && e.answer.has(cl.from, i, "been"))
}

// worded finds the words of a declared text, in one sentence: most of them say it, one of
// them perhaps.
func (e *retelling) worded(g *valueGroup, v *groupValue) trace {
	if !e.hasRoot(v.roots) {
		return trace{}
	}
	best := trace{}
	for _, se := range e.spans {
		hits, telling, exact, t := 0, false, false, trace{}
		for n, stem := range v.stems {
			if !e.roots.has(v.roots[n]) {
				continue
			}
			at := e.stemIn(stem, se.from, se.to)
			if at < 0 || !e.tells(g, at) || e.over(g, at) {
				continue
			}
			if hits++; hits == 1 {
				t.from, t.to = at, at+1
			}
			t.from, t.to = min(t.from, at), max(t.to, at+1)
			exact = exact || e.stems[at] == stem
			inRow := hits > 1 && n > 0 && e.stemIn(v.stems[n-1], max(at-2, se.from), at) >= 0
			telling = telling || (!v.usual[n] || inRow) && !e.heardAlready(g, at)
		}
		switch {
		case hits == 0 || !telling:
		case hits > 1 && 2*hits >= len(v.stems), g.f.field.Class == transcript.ClassName && e.byName(v, t):
			t.points = surely
		case exact && len(v.stems) <= 3 && len(e.words[t.from].Text) > 3:
			t.points = perhaps
		}
		best = surer(best, t)
	}
	return best
}

// byName reports whether a trace is a word written as a name that is long enough to be
// nobody else's: "Dr. Coyle", "the Solstice people".
func (e *retelling) byName(v *groupValue, t trace) bool {
	other := func(i int) bool {
		return i >= 0 && i < len(e.words) && e.properAt(i) && !slices.Contains(v.stems, e.stems[i]) && !honorifics[e.words[i].Text]
	}
	if n := slices.IndexFunc(v.stems, func(stem string) bool { return sameRoot(stem, e.stems[t.from]) }); n < 0 || v.usual[n] || other(t.from-1) && !e.words[t.from].Breaks || t.to < len(e.words) && other(t.to) && !e.words[t.to].Breaks {
		return false // "Kigoma College" for Kigoma Cold Store
	}
	return len(e.words[t.from].Text) > 4 && e.properAt(t.from) && (t.from > 0 && !e.words[t.from].Breaks || t.to-t.from > 1) && !e.inPlace(t.from)
}

// heardAlready reports whether the word at i is part of a name or a label that is judged
// as another field's, and the line does not ask for this one.
func (e *retelling) heardAlready(g *valueGroup, i int) bool {
	start := e.words[i].Start
	return !e.answer.asks(g.f.path) && slices.ContainsFunc(e.verdicts, func(f transcript.Finding) bool {
		return byNameRules[f.Rule] && f.Span.Start <= start && start < f.Span.End
	})
}

// byNameRules are the rules whose findings show a name, a label or a place.
var byNameRules = map[string]bool{ruleOf[kindName]: true, ruleOf[kindList]: true, ruleOf[kindLabel]: true, ruleOf[kindPlace]: true}

// hasRoot reports whether a word of the answer may be of one of some roots.
func (e *retelling) hasRoot(roots []uint16) bool {
	if e.stems == nil {
		e.stems = make([]string, len(e.words))
		for i := range e.words {
			e.stems[i] = e.lexemes[i].stem
			e.roots.add(rootOf(e.stems[i]))
		}
	}
	return slices.ContainsFunc(roots, e.roots.has)
}

// stemIn is the first word from from to to of a stem, -1 for none.
func (e *retelling) stemIn(stem string, from, to int) int {
	if at := slices.IndexFunc(e.stems[from:to], func(said string) bool { return sameRoot(said, stem) }); at >= 0 {
		return from + at
	}
	return -1
}

// Letters that two forms of one word share at least, and that one may have more than the
// other: "serve" and "service", "hearings" and "hearing". Our judgement.
const (
	rootLetters  = 4
	endingAtMost = 3
)

// sameRoot reports whether two stems are of one word.
func sameRoot(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	return a == b || len(a) >= rootLetters && len(b)-len(a) <= endingAtMost && strings.HasPrefix(b, a)
}

// A rootSet is what roots the stems of an answer have, as far as their numbers tell them
// apart.
type rootSet [rootCount / 64]uint64

const rootCount = 1024

func (s *rootSet) has(root uint16) bool { return s[root/64]>>(root%64)&1 != 0 }
func (s *rootSet) add(root uint16)      { s[root/64] |= 1 << (root % 64) }

// rootOf is a number for the letters that all forms of a word share.
func rootOf(stem string) uint16 {
	n := uint16(0)
	for i := range min(len(stem), rootLetters) {
		n = 31*n + uint16(stem[i])
	}
	return n % rootCount
}
