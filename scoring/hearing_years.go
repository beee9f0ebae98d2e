package scoring

import (
	"slices"

	"github.com/viceconsul/viceconsul/interview/transcript/measure"
)

// yearsBeforeYes leaves out of the years told with a refusal the one in which the visa
// was given after all: "then I got it in 2012".
func (r *hearing) yearsBeforeYes(years []int) []int {
	given := func(year int) bool {
		return slices.ContainsFunc(r.mentions, func(m measure.Mention) bool {
			cl := r.clauseOf(m.From)
			return m.Kind == measure.Calendar && m.Date.Year == year && !cl.negated && r.has(cl.from, m.From, "got", "gave", "granted", "issued", "approved") && r.has(cl.from, cl.to, "it", "visa", "then")
		})
	}
	return slices.DeleteFunc(slices.Clone(years), given)
}

// yearsGiven lists the years a sentence names for a visa's issue, not for its end.
func (r *hearing) yearsGiven(sentence int) []int {
	var out []int
	for i := range r.mentions {
		m := &r.mentions[i]
		if m.Kind == measure.Calendar && m.Date.Year != 0 && r.clauseOf(m.From).sentence == sentence && !r.has(m.From-4, m.From, "expired", "expires", "expire", "until", "till", "to", "valid", "ended", "finished", "used", "travelled", "went") {
			out = append(out, m.Date.Year)
		}
	}
	return out
}

// onlyTimes reports whether a sentence says no more than when, or how often, it was:
// "it happened only once, in 2025".
func (r *hearing) onlyTimes(sentence int) bool {
	found := false
	for i := range r.clauses {
		cl := &r.clauses[i]
		if cl.sentence != sentence {
			continue
		}
		if cl.negated || !cl.plain() || cl.other {
			return false
		}
		for w := cl.from; w < cl.to; w++ {
			if r.traits[w]&hLight == 0 && !r.terms[w].is(mSpeech|mYes|mOnly|mPlace) && r.terms[w].place == nil && !r.inMention(w) && r.words[w].Text != "here" {
				return false
			}
		}
		found = true
	}
	return found
}

// tookBack is the first word after words of correction between two years or numbers,
// 0 for none: "2021, no, sorry, 2022".
func (r *hearing) tookBack() int {
	if len(r.mentions) < 2 {
		return 0
	}
	for i := r.mentions[0].To; i < r.mentions[len(r.mentions)-1].From; i++ {
		if r.terms[i].is(mFix) && r.words[i].Text != "well" || r.has(i, i+1, "actually") || r.has(i, i+1, "no") && r.has(i+1, i+2, "no", "not", "wait") {
			return i + 1
		}
	}
	return 0
}

// yearsAfter lists the years named from a word on.
func (r *hearing) yearsAfter(word int) []int {
	var out []int
	for i := range r.mentions {
		if m := &r.mentions[i]; m.From >= word {
			out = append(out, yearsOf(r.mentions[i:i+1])...)
		}
	}
	return out
}
