package scoring

import (
	"slices"

	"github.com/viceconsul/viceconsul/interview/transcript/measure"
)

// byParticle reads yes or no to a line that puts a state to the applicant.
func (s *standing) byParticle(m *concern) (Claim, bool) {
	yes, to, sure := s.a.particles()
	if to == 0 {
		yes, to, sure = s.bareVerb()
	}
	if to == 0 && !s.a.clauses[0].hedged && !s.a.clauses[0].negated {
		return Claim{}, false
	}
	put, denied := s.put(m)
	if to == 0 && put != 0 {
		if to = s.lateNo(); to > 0 {
			sure = true
		} else {
			yes, to = s.hedgedYes()
		}
	}
	if to == 0 || put == 0 || denied && yes {
		return Claim{}, false
	}
	is := put
	if !yes && !denied {
		is = m.all &^ put
	}
	k := s.a.claim(kindState, m.path, &clause{not: -1}, 0, to)
	k.stages, k.concern, k.Certain, k.asked, k.word = is, m, sure, true, "particle"
	return k, is != 0
}

// lateNo is the word after a no that opens an answer behind a word of time: "still
// no", "so far no"; 0 for none.
func (s *standing) lateNo() int {
	cl := s.a.clauseOf(0)
	for i := range min(cl.to, 4) {
		switch s.said[i].said {
		case "no", "not":
			if cl.to-i <= 2 && (i > 0 || cl.to-i == 2 && negligible[s.said[i+1].said]) {
				return cl.to
			}
			return 0
		case "still", "so", "far", "until", "till", "now", "for", "up", "to", "today", "honestly":
		default:
			return 0
		}
	}
	return 0
}

// negligible are the words that leave a no a no: "not now", "not really".
var negligible = set("now really exactly anymore yet quite at more")

// hedgedYes finds a yes of which the speaker is not sure: "I think yes".
func (s *standing) hedgedYes() (yes bool, to int) {
	for i := range s.a.clauses {
		if cl := &s.a.clauses[i]; cl.hedged && cl.marks&mYes != 0 && cl.to-cl.from <= 5 {
			return true, cl.to
		}
	}
	return false, 0
}

// bareVerb reads an answer that repeats only the verb of the line: "They have.", "It
// isn't yet.", "She did."
func (s *standing) bareVerb() (yes bool, to int, sure bool) {
	i := 0
	for i < len(s.said) && s.a.terms[i].is(mSpeech) {
		i++
	}
	if i >= len(s.said) {
		return false, 0, false
	}
	cl := s.a.clauseOf(i)
	if cl.to-i < 2 || cl.to-i > 5 || cl.hedged || cl.question || !s.a.terms[i].is(mI|mThey) && s.said[i].base != "it" && s.said[i].base != "that" {
		return false, 0, false
	}
	for j := i + 1; j < cl.to; j++ {
		if !s.a.terms[j].is(mNot|mSpeech) && !auxiliary[s.said[j].said] {
			return false, 0, false
		}
	}
	return !cl.negated, cl.to, true
}

// auxiliary are the words an answer repeats from a line.
var auxiliary = set("have has had do does did is are was were will can already yet be been sir madam ma'am please still")

// put is the state an officer's question puts to the applicant: "is it approved?", and
// whether it puts it as a denial: "so you have no bond?"
func (s *standing) put(m *concern) (is stages, denied bool) {
	if s.readQuestion(); !s.polar() {
		return 0, false
	}
	to := s.mainClause()
	cl := &clause{to: to, not: -1}
	of := standing{c: s.c, a: &answer{words: wordsOf(s.asks), terms: s.terms}, said: s.asks}
	for i := 0; i < to; {
		k, end := m.cueAt(s.asks, i, to)
		if k == nil || k.weak || k.is&m.all == 0 {
			i++
			continue
		}
		was := is
		if is = k.is & m.all; was != 0 {
			is &= was
		}
		if is == 0 {
			return 0, false // two that cannot both be so
		}
		denied = denied || !k.fixed && of.denied(cl, i, end)
		i = end
	}
	if is != 0 || m.exists == 0 {
		return is, denied
	}
	return of.putsExistence(m, cl)
}

// putsExistence reads a line that asks whether there is one.
func (s *standing) putsExistence(m *concern, cl *clause) (stages, bool) {
	for i := range cl.to {
		k, _ := m.books().named.find(s.said, i, cl.to)
		if k == nil {
			continue
		}
		if slices.ContainsFunc(s.said[:i], func(f form) bool { return possessed[f.base] || f.said == "a" }) {
			return m.exists, s.denied(cl, i, i+1)
		}
		if cl.to <= 3 {
			return m.exists, false
		}
	}
	return 0, false
}

// polar reports whether the last question of the line can be answered by yes or no.
func (s *standing) polar() bool {
	for i, f := range s.asks {
		switch f.said {
		case "what", "when", "where", "who", "why", "how", "which", "whose", "anything", "anyone", "what's", "tell", "explain", "describe":
			if i < 3 {
				return false
			}
		}
	}
	return len(s.asks) > 0
}

// mainClause is the word after the part of the line that asks: what follows "since" or
// "that" is taken for granted.
func (s *standing) mainClause() int {
	for i, f := range s.asks {
		switch f.said {
		case "since", "after", "before", "because", "while", "when", "that", "if", "why", "how", "who", "until":
			if i > 0 {
				return i
			}
		}
	}
	return len(s.asks)
}

// wordsOf are forms as words, for what reads those.
func wordsOf(forms []form) []measure.Word {
	out := make([]measure.Word, len(forms))
	for i, f := range forms {
		out[i] = measure.Word{Text: f.said}
	}
	return out
}
