package scoring

import (
	"slices"
	"strings"

	"github.com/viceconsul/viceconsul/interview/transcript"
)

// named judges the names an answer gives for one role. A name that is said to play it
// no more, or another one, contradicts; a later one corrects an earlier.
func (j *comparison) named(group []Claim, f *fact) {
	if f.none {
		return
	}
	if at := slices.IndexFunc(group, func(k Claim) bool { return k.word == "left" }); at >= 0 {
		if other := slices.IndexFunc(group, func(k Claim) bool { return k.word == "another" }); other >= 0 {
			at = other
		}
		j.add(group[at], transcript.Contradiction, f)
		return
	}
	j.settle(group, f, func(k Claim) transcript.Verdict {
		switch k.word {
		case "same":
			return transcript.Consistent
		case "described":
			return transcript.Partial
		}
		return transcript.Contradiction
	})
}

// sitsWith reports whether a name is told as where the applicant is at work now: "I'm with the
// insurance people, Buckeye Mutual", "I sit at Buckeye".
func (a *answer) sitsWith(k Claim) bool {
	at := a.wordAt(k.Span.Start)
	cl := a.clauseOf(at)
	if _, no, _ := a.particles(); no > 0 && a.words[0].Text == "no" {
		return false
	}
	if n := int(a.within[at]); n > 0 && at == cl.from && a.verbless(cl) && a.clauses[n-1].sentence == cl.sentence && a.has(at-1, at, "people", "folks", "guys", "fellows", "client") {
		cl = &a.clauses[n-1]
	} else if !a.has(at-1, at, "with", "at", "for") {
		return false
	}
	if cl.negated || cl.hedged || !cl.plain() || cl.who&pSelf == 0 || a.gone(cl) || a.has(cl.from, cl.to, "once", "sometimes", "demo", "day", "visit", "product", "bank") {
		return false
	}
	return a.has(cl.from, at, "sit", "i'm", "am", "report", "deployed", "placed", "work")
}

// listed judges the names of a declared list an answer gives: all of it, a part, none
// of it, or another.
func (j *comparison) listed(group []Claim, f *fact) {
	said := map[float64]bool{}
	other, left := -1, -1
	for i, k := range group {
		switch k.word {
		case "same":
			said[k.low] = true
		case "another":
			other = i
		case "left":
			left = i
		case "so":
			j.add(k, transcript.Consistent, f)
			return
		case "amiss":
			j.add(k, transcript.Contradiction, f)
			return
		}
	}
	first := group[0]
	switch {
	case first.word == "none" && f.none:
		j.add(first, transcript.Consistent, f)
	case first.word == "none", f.none && other >= 0, other >= 0 && len(said) == 0:
		j.add(group[max(other, 0)], transcript.Contradiction, f)
	case f.none:
	case left >= 0 && len(said) == 0:
		j.add(group[left], transcript.Contradiction, f)
	case other >= 0 && f.path != "f1.schools_applied":
		j.add(group[other], transcript.NewFact, f)
	case f.path == "f1.schools_applied" && len(said) > 0 && len(said) < len(f.items) && left < 0 && j.onlyApplied(first):
		j.add(first, transcript.Contradiction, f)
	case len(said) >= j.needed(f):
		j.add(first, transcript.Consistent, f)
	default:
		j.add(first, transcript.Partial, f)
	}
}

// onlyApplied reports whether the clause of a school says that the applicant applied to no
// other: "I only wrote to Knox".
func (j *comparison) onlyApplied(k Claim) bool {
	at := j.a.wordAt(k.Span.Start)
	cl := j.a.clauseOf(at)
	if !j.a.is(cl.from, at, mOnly) || cl.negated || cl.hedged || cl.other || j.a.lineHas([]string{"admitted", "accepted", "admit", "accept", "offers", "refused"}) {
		return false
	}
	return j.a.has(cl.from, at, "applied", "apply", "wrote", "tried", "try") || j.a.verbless(cl) && j.a.lineHas([]string{"apply", "applied", "try", "tried", "other", "else"})
}

// needed is how many of a list the line asks for: one school for "where is your
// bachelor's from?", those with an offer for "which of them admitted you?"
func (j *comparison) needed(f *fact) int {
	all := len(f.items)
	switch {
	case f.path == "education.institutions" && !j.a.lineHas([]string{"schools", "colleges", "universities", "degrees", "all"}):
		return 1
	case f.path == "f1.schools_applied" && j.a.lineHas([]string{"else", "other", "others", "besides", "apart"}):
		if own := j.c.fact("f1.school"); own != nil {
			all = len(slices.DeleteFunc(slices.Clone(f.items), func(item fact) bool { v, ok := item.part("name"); return ok && strings.EqualFold(v.Text, own.said) }))
		}
	case f.path == "f1.schools_applied" && j.a.lineHas([]string{"admitted", "accepted", "admit", "accept", "offers"}) && !j.a.lineHas([]string{"apply", "applied"}):
		all = 0
		for i := range f.items {
			if v, ok := f.items[i].part("result"); !ok || v.Text == "admitted" {
				all++
			}
		}
	}
	return all
}
