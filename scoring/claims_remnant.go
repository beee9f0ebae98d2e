package scoring

import (
	"slices"

	"github.com/viceconsul/viceconsul/interview/transcript/measure"
)

// statusByRemnant reads an answer to a yes-or-no line that has no yes or no and does
// not name the matter: "nobody at all" denies it, "only by three days" owns it.
func (a *answer) statusByRemnant(s *status, out []Claim) []Claim {
	if !a.polarLine() || a.lineHas(s.skip) || a.lineHas(s.denies) || a.lineHas(s.not) {
		return out
	}
	for i := range a.clauses {
		cl := &a.clauses[i]
		if !cl.plain() || cl.hedged {
			continue
		}
		denies := a.deniesAll(cl) || a.noSuch(cl) || a.deniesAsked(cl)
		if !denies && (i > 0 || s.cue == 0 || !a.ownsPart(cl)) {
			continue
		}
		k := a.claim(kindStatus, s.path, &clause{not: -1}, cl.from, cl.to)
		k.Negative, k.Certain, k.asked = denies, true, true
		return append(out, k)
	}
	return out
}

// deniesAll reports whether a clause is nothing but a denial of all: "nobody at
// all", "not once".
func (a *answer) deniesAll(cl *clause) bool {
	if cl.to-cl.from > 3 || !a.terms[cl.from].is(mNot) {
		return false
	}
	return a.terms[cl.from].is(mAbsolute) && a.verbless(cl) || a.has(cl.from+1, cl.to, "once", "one")
}

// noSuch reports whether a clause denies the matter by pointing at it: "there is no
// such case".
func (a *answer) noSuch(cl *clause) bool {
	return cl.not >= 0 && cl.not+1 < cl.to && a.words[cl.not+1].Text == "such" && !cl.other
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

// ownsPart reports whether a clause limits what happened, and so says that it did:
// "only by three days", "one night only".
func (a *answer) ownsPart(cl *clause) bool {
	if cl.negated || cl.other || a.is(cl.from, cl.to, mI) || cl.to-cl.from > 6 || cl.marks&mSoon != 0 || !a.verbless(cl) {
		return false
	}
	if !a.has(cl.from, cl.to, "only", "just") || a.otherCountry(cl) || anyParty(a.terms[cl.from:cl.to]) {
		return false // "only Dubai", "only my brother"
	}
	return slices.ContainsFunc(a.mentions, func(m measure.Mention) bool { return a.clauseOf(m.From).sentence == cl.sentence })
}

// takenIn reports whether the word at i says that the police, or others, took or held
// the applicant: "they held me one night", "they let us go".
func (a *answer) takenIn(cl *clause, i int) bool {
	if cl.negated || a.has(cl.from, cl.to, "hospital", "home", "airport") || !a.asks("security.arrests") || !a.has(i, i+1, "held", "taken", "took", "kept", "locked", "let", "released", "release", "detained", "caught", "picked") {
		return false
	}
	if cl.who&pSelf != 0 && i > cl.from && a.has(i-1, i, "was", "were", "got", "been") {
		return true
	}
	they := i > cl.from && (a.terms[i-1].is(mThey) || a.has(i-1, i, "police", "officers"))
	return they && a.has(i+1, i+5, "me", "us")
}

// besideArrest reports whether the word at i belongs to the police or a court and
// tells of no arrest by itself: "the police took my statement".
func (a *answer) besideArrest(cl *clause, i int) bool {
	return !cl.negated && a.has(i, i+1, "police", "court", "fight") && !slices.ContainsFunc(a.terms[i+1:cl.to], func(t term) bool { return t.is(mArrest) })
}

// cleanRecord reports whether the word at i calls the applicant's record clean.
func (a *answer) cleanRecord(cl *clause, i int) bool {
	return a.has(i, i+1, "clean") && a.has(cl.from, cl.to, "record", "records") && !cl.negated && !cl.other
}

// keptDate reports whether the word at i says that the applicant left in time: "I
// always left before the date".
func (a *answer) keptDate(cl *clause, i int) bool {
	if cl.negated || cl.other || !a.has(i, i+1, "left", "returned", "exited", "departed", "went", "came") {
		return false
	}
	return a.has(i+1, cl.to, "early", "before", "within") || a.has(i+1, cl.to, "on") && a.has(i+1, cl.to, "time")
}

// alwaysGranted reports whether the word at i says that every visa was granted: "all
// my applications were approved".
func (a *answer) alwaysGranted(cl *clause, i int) bool {
	if cl.negated || cl.other && cl.who&pHuman&^pPerson != 0 || !a.terms[i].is(mDone) && !a.has(i, i+1, "come", "came", "got", "given") {
		return false
	}
	return a.has(cl.from, i, "always", "all", "every", "each") && a.is(cl.from, cl.to, mVisa|mApplied) && a.asks("us_history.prior_refusals")
}

// asksEverThere reports whether the officer's line asks whether the applicant ever
// was in the United States, whatever for.
func (a *answer) asksEverThere() bool {
	return (a.opensWith("were") || a.opensWith("have")) && a.lineHas([]string{"ever"}) && a.lineIs(mUS) &&
		!a.lineHas([]string{"stay", "stayed", "longer", "past", "work", "worked", "visa", "refused", "arrested"})
}

// refusalDate takes the year an answer to "when was that refusal?" gives as the
// year of the refusal.
func (c *Case) refusalDate(a *answer, out []Claim) []Claim {
	const path = "us_history.prior_refusals"
	told := func(k Claim) bool { return k.Field == path }
	if !a.asks(path) || !slices.Contains(a.ask, "when") || !a.lineIs(mRefused) || slices.ContainsFunc(out, told) {
		return out
	}
	for i := range a.clauses {
		cl := &a.clauses[i]
		if !cl.plain() || cl.negated || cl.other || !a.verbless(cl) {
			continue
		}
		if years := a.yearsOf(cl); len(years) > 0 {
			k := a.claim(kindStatus, path, cl, cl.from, cl.to)
			k.years, k.asked = years, true
			return append(out, k)
		}
	}
	return out
}
