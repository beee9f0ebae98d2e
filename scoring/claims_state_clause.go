package scoring

import (
	"slices"
	"strings"

	"github.com/viceconsul/viceconsul/interview/transcript/measure"
)

// turned is what a cue says after what stands before it in its clause: a denial turns
// it into all the other stages, and what is granted only later is still sought.
func (s *standing) turned(m *concern, cl *clause, k *cue, i, end int) (stages, bool) {
	denied := !k.fixed && s.denied(cl, i, end) || k.denies && s.a.has(cl.from, i, "even", "never")
	is := k.is & m.all
	switch {
	case is == 0:
		return 0, false
	case denied && k.weak:
		return m.all &^ (inForce | is), true
	case denied:
		is = m.all &^ is
	case !m.coming && m.all != allSources && s.ahead(cl, i, end): // where a sum comes from is no stage of a life
		switch {
		case is == inForce:
			is = underWay & m.all
		case is == lapsed:
			is = inForce // "it will expire in 2030"
		}
	}
	return is, is != 0 && is != m.all
}

// turnReach is how far, in words, what turns a cue stands from it at most (our judgement).
const turnReach = 15

// denied reports whether a denial before or between the words from i to end reaches
// them.
func (s *standing) denied(cl *clause, i, end int) bool {
	no := false
	for j := max(cl.from, i-turnReach); j < end; j++ {
		if !s.a.terms[j].is(mNot) || particle(s.a.words, s.a.terms, cl, j) {
			continue
		}
		if j+1 < end && assured[s.said[j+1].said] {
			continue
		}
		no = !no
	}
	return no
}

// onTime are the forms that tell, with a time, what is still to happen.
var onTime = set("comes arrives issues releases signs approves decides sends gives finishes")

// assured are words whose denial assures: "no problem, it is approved".
var assured = set("problem problems doubt issue issues worry worries only longer matter")

// ahead reports whether a clause puts what begins at word i into the time to come.
func (s *standing) ahead(cl *clause, i, end int) bool {
	for j := max(cl.from, i-turnReach); j < end; j++ {
		if s.a.terms[j].is(mSoon) || strings.HasSuffix(s.said[j].said, "'ll") || slices.Contains([]string{"will", "shall", "gonna", "should", "would", "may", "until", "till", "once", "unless", "if", "before"}, s.said[j].said) {
			return true
		}
	}
	if i > cl.from && s.said[i-1].said == "to" || i-1 > cl.from && s.said[i-2].said == "to" && s.said[i-1].said == "be" {
		return s.said[i].said != "up" && !s.a.has(max(cl.from, i-3), i, "had")
	}
	if slices.ContainsFunc(s.said[i:end], func(f form) bool { return onTime[f.said] }) && s.a.has(end, min(cl.to, end+2), "on", "in", "next", "by", "after", "tomorrow") {
		return true // "it comes out on the twentieth"
	}
	for j := end; j < min(cl.to-1, end+turnReach); j++ {
		if s.said[j].said == "next" || s.said[j].said == "this" && s.said[j+1].said == "coming" {
			return !pastForm(s.said[i].said)
		}
	}
	return false
}

// waitedFor takes back what a clause only waits for: "waiting for the approval", "they
// still have to check before they issue it".
func (s *standing) waitedFor(all []staging) []staging {
	for i := 0; i+1 < len(all); i++ {
		a, b := all[i], all[i+1]
		if a.is == underWay && !a.weak && b.is&underWay == 0 && s.a.has(a.to, b.from, "for", "to", "until", "till", "before", "their", "the", "of") && !s.a.has(a.to, b.from, "and", "but", "then", "now") {
			return append(all[:i+1], all[i+2:]...)
		}
	}
	return all
}

// existence reads a clause that names the matter and gives it no state: that there is
// one, or none.
func (s *standing) existence(m *concern, cl *clause) []staging {
	if m.exists == 0 {
		return nil
	}
	for i := cl.from; i < cl.to; i++ {
		k, end := m.books().named.find(s.said, i, cl.to)
		if k == nil {
			continue
		}
		if end < cl.to && s.said[end].base == "have" {
			continue // "the board has my papers"
		}
		there, none := s.there(cl, i, end)
		switch {
		case none:
			return []staging{{is: m.all &^ m.exists, from: i, to: end}}
		case there:
			return []staging{{is: m.exists, from: i, to: end}}
		}
	}
	return nil
}

// retelling reads a clause that tells the matter by the words it is declared with.
func (s *standing) retelling(m *concern, cl *clause) []staging {
	f, told := s.c.fact(m.field), s.c.fact(m.field)
	if m.ofOther != "" {
		told = s.c.fact(m.ofOther)
	}
	if f == nil || told == nil || told.none || cl.negated {
		return nil
	}
	first, last := -1, 0
	for i := cl.from; i < cl.to; i++ {
		if w := s.said[i]; len(w.said) > 4 && !small[w.said] && slices.ContainsFunc(told.words, func(d measure.Word) bool { return baseOf(d.Text) == w.base }) {
			if first < 0 {
				first = i
			}
			last = i
		}
	}
	if is := m.declared(s.c, f); first >= 0 && is != 0 && is != m.all {
		return []staging{{is: is, from: first, to: last + 1}}
	}
	return nil
}

// there reports whether a clause says that there is what is named at word i, or that
// there is none; or only names it.
func (s *standing) there(cl *clause, i, end int) (there, none bool) {
	if s.ahead(cl, i, end) {
		return false, false
	}
	for j := max(cl.from, i-2); j < i; j++ {
		if slices.Contains([]string{"no", "any", "without", "such"}, s.said[j].said) && (s.said[j].said != "any" || cl.negated) {
			return false, true
		}
	}
	has := slices.ContainsFunc(s.said[max(cl.from, i-turnReach):i], func(f form) bool { return possessed[f.base] })
	if !has && (!s.a.verbless(cl) || cl.to-cl.from > 6) {
		return false, false
	}
	none = s.denied(cl, i, end)
	return !none, none && has
}

// possessed are the verbs, in base form, that say that there is something.
var possessed = bases("have there hold own get carry possess with any")

// bases are the base forms of words.
func bases(words string) map[string]bool {
	out := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		out[baseOf(w)] = true
	}
	return out
}

// claim makes the claim of a cue: with the clause around it as far as it is short.
func (s *standing) claim(m *concern, cl *clause, r staging) Claim {
	const most = 9 // words that are read at a glance
	from, to, start := r.from, r.to, cl.from
	for start < from && (s.a.terms[start].is(mSpeech|mYes) || s.said[start].said == "and" || s.said[start].said == "but" || particle(s.a.words, s.a.terms, cl, start)) {
		start++
	}
	if cl.to-start <= most {
		from, to = start, cl.to
	} else if to-start <= most {
		from = start
	} else if cl.not >= 0 && cl.not < from && to-cl.not <= most {
		from = cl.not
	}
	k := s.a.claim(kindState, m.path, cl, from, to)
	k.Negative, k.Certain = false, !cl.hedged
	k.stages, k.concern, k.asked = r.is, m, true
	return k
}
