package scoring

import "slices"

// deniesIt reports whether a clause of light words denies all: not "no problem", and
// not only one time of many.
func (r *hearing) deniesIt(cl *clause) bool {
	return r.is(cl.from, cl.to, mAbsolute) || r.has(cl.from, cl.to, "once", "one", "single", "such", "that", "like", "even", "zero", "it", "haven't", "didn't", "wasn't", "hasn't", "i", "me", "any") || cl.to-cl.from <= 3
}

// deniesChance reports whether a clause denies having had the thing: "I have not had
// that pleasure", "never any problem".
func (r *hearing) deniesChance(cl *clause) bool {
	return cl.not >= 0 && r.seen(cl.not+1, cl.to, hChance) && r.has(cl.from, cl.to, "had", "have", "any", "no", "never", "that", "got") && !r.has(cl.from, cl.to, "visa", "paper", "document")
}

// echoes reports whether a clause takes up the helping verb of the line: "I was", "they
// did once".
func (r *hearing) echoes(cl *clause) bool {
	return r.has(cl.from, cl.from+2, "was", "did", "have", "has", "were", "happened") && (r.is(cl.from, cl.to, mI) || r.has(cl.from, cl.from+1, "they", "it", "he", "she"))
}

// deniesNoun reports whether a clause denies the very thing the line asks for, and says
// no more: "no encounter".
func (r *hearing) deniesNoun(cl *clause) bool {
	if cl.not < 0 || cl.to-cl.not > 4 || cl.other {
		return false
	}
	found := false
	for i := cl.not + 1; i < cl.to; i++ {
		w := r.words[i].Text
		if r.traits[i]&hLight != 0 || r.terms[i].is(mSpeech) {
			continue
		}
		if !slices.Contains(r.ask, w) {
			return false
		}
		found = true
	}
	return found
}

// noSuch reports whether a clause denies the matter by pointing at it: "there is no
// such case".
func (a *answer) noSuch(cl *clause) bool {
	return cl.not >= 0 && cl.not+1 < cl.to && a.words[cl.not+1].Text == "such" && !cl.other
}

// deniesThat reports whether a clause denies the matter by a noun that stands for
// anything that befalls people: "I never had that problem".
func (a *answer) deniesThat(cl *clause) bool {
	if cl.not < 0 || cl.other || cl.to-cl.not > 8 {
		return false
	}
	for i := cl.not + 1; i+1 < cl.to; i++ {
		if demonstrative[a.words[i].Text] && (befalling[a.words[i+1].Text] || a.has(i+1, i+2, "kind", "type", "sort") && a.has(i+3, i+4, "problem", "situation", "experience", "thing", "issue", "trouble")) {
			return true
		}
	}
	return false
}

// deniesAsked reports whether a short clause denies, of the applicant, the very verb
// the line asks by: "I don't own anything" to "do you own property?"
func (a *answer) deniesAsked(cl *clause) bool {
	if !cl.negated || cl.who&pSelf == 0 || cl.inherits || cl.to-cl.from > 6 || cl.not < 0 {
		return false
	}
	for i := cl.not + 1; i < cl.to; i++ {
		if w := a.words[i].Text; len(w) > 2 && !helping[w] && a.terms[i].is(mVerb) && slices.Contains(a.ask, w) {
			return true
		}
	}
	return false
}
