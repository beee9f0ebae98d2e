package scoring

import (
	"slices"

	"github.com/viceconsul/viceconsul/interview/transcript/measure"
)

// turn corrects what a denial means: "I have never applied before" denies a refusal,
// "I did not get the visa" tells of one, and a loan not yet approved is a loan.
func (s *status) turn(a *answer, cl *clause, k *Claim) {
	switch s.path {
	case "us_history.prior_refusals":
		if cl.marks&(mRefused|mFirst) == 0 && !cl.negated && a.has(cl.from, cl.to, "always", "all", "every", "each") {
			k.Negative = true
		} else if cl.marks&mApplied != 0 && cl.marks&mRefused == 0 {
			k.Negative = true
		} else if cl.marks&(mRefused|mFirst) == 0 && cl.negated && !a.has(cl.from, cl.to, "turned") {
			k.Negative = false
		}
	case "us_history.prior_j1": // "my first J visa", "the only visa I held was a B-1"
		k.Negative = k.Negative || a.has(cl.from, cl.to, "first") && cl.marks&mPast == 0 || cl.marks&mOnly != 0 && cl.marks&mJ1 == 0
	case "hp.step3_passed":
		k.Negative = k.Negative || a.has(cl.from, cl.to, "waiting")
	case "security.arrests":
		k.Negative = k.Negative && cl.marks&mArrest != 0 || a.has(cl.from, cl.to, "clean")
	case "us_history.overstay_or_status_violation":
		k.Negative = k.Negative || cl.marks&mOverstay == 0 && !a.has(cl.from, cl.to, "extra")
	case "finance.loan":
		k.Negative = k.Negative && cl.marks&mPending == 0
	}
}

// cueOfRefusal finds a refusal told, or denied, without its word: "never applied",
// "they did not give me the visa".
func (s *status) cueOfRefusal(a *answer, cl *clause, i int) bool {
	if !cl.negated || cl.not >= i {
		return false
	}
	if a.terms[i].is(mApplied) {
		return a.terms[cl.not].is(mAbsolute)
	}
	return a.has(i, i+1, "get", "got", "give", "gave", "given", "granted", "issue", "issued", "approved", "grant", "approve", "successful") && (cl.marks&mVisa != 0 || a.has(i, i+1, "give", "issue", "grant", "approve") && a.has(i+1, i+2, "it"))
}

// usVisa reports whether a refusal is one of a US visa: not of a school, another
// country, or somebody else.
func (a *answer) usVisa(cl *clause, at int, asked bool) bool {
	if a.asks("other_travel.refusals") && !a.asks("us_history.prior_refusals") && !a.is(cl.from, cl.to, mUS) {
		return false // the line asks about other countries
	}
	for i := cl.from; i < cl.to; i++ {
		if p := a.terms[i].place; p != nil && !p.us && p.whole && (i+1 < cl.to && a.has(i+1, i+2, "visa", "embassy", "refused", "rejected") || i > cl.from && a.has(i-1, i, "by", "from")) {
			return false
		}
		if a.words[i].Text == "schengen" || a.terms[i].party&(pSchool|pBank|pEmployer) != 0 && cl.marks&mVisa == 0 {
			return false
		}
	}
	if cl.who == pPerson && asked && cl.other && a.has(at, at+1, "214", "221") {
		return true // "they said 214(b)"
	}
	if cl.other && !a.ownCase(cl) || cl.other && cl.who&pFamily != 0 && !a.has(cl.from, cl.to, "me") {
		return false
	}
	if a.terms[at].is(mFirst) {
		return asked && (a.asks("us_history.prior_refusals") && slices.Contains(a.ask, "first") || slices.Contains(a.ask, "times") || cl.marks&(mApplied|mVisa) != 0)
	}
	if a.terms[at].is(mApplied) {
		return asked && !a.has(at, cl.to, "after", "again", "job", "jobs", "schools", "school", "university", "asylum")
	}
	return asked || cl.marks&mVisa != 0
}

// ownCase reports whether a clause about somebody else acts on the applicant: "they
// refused me", "they rejected my visa".
func (a *answer) ownCase(cl *clause) bool {
	for i := cl.from; i < cl.to; i++ {
		w := a.words[i].Text
		if w == "me" || w == "us" || w == "visa" && cl.who == pPerson || w == "my" && i+1 < cl.to && (a.terms[i+1].is(mVisa|mApplied|mPetition) || a.has(i+1, i+2, "case", "request", "first", "last", "student", "tourist")) {
			return true
		}
	}
	return false
}

// wasThere reports whether a clause says that the applicant has, or has not, been
// in the United States.
func (a *answer) wasThere(cl *clause, at int, asked bool) bool {
	if a.excepts(cl) && (cl.negated || a.terms[at].is(mFirst)) {
		return false
	}
	if a.terms[at].is(mFirst) {
		return asked && !cl.negated && !a.has(at, cl.to, "in", "when", "was") && cl.marks&mApplied == 0 && !slices.Contains(a.ask, "applying")
	}
	if !slices.Contains([]string{"been", "went", "visited", "came", "travelled", "traveled", "was", "were", "stayed", "gone", "entered", "set", "flew", "stepped", "landed", "foot"}, a.words[at].Text) &&
		!(cl.negated && a.has(at, at+1, "visit", "travel", "go", "come", "gone")) {
		return false
	}
	if a.otherCountry(cl) || a.words[at].Text == "been" && !a.beenTo(cl, at) {
		return false
	}
	us := a.is(cl.from, cl.to, mUS) || a.is(cl.from, cl.to, mThere)
	return us || asked && (!cl.negated || cl.to-at <= 3) && a.asks("us_history.visits")
}

// beenTo reports whether the "been" at word at means a journey: "been to the US",
// not "been refused".
func (a *answer) beenTo(cl *clause, at int) bool {
	return at+1 == cl.to || a.has(at+1, at+2, "to", "in", "there", "back", "before", "abroad", "once", "twice", "over")
}

// otherCountry reports whether a clause names a place outside the United States
// and none inside.
func (a *answer) otherCountry(cl *clause) bool {
	other := false
	for i := cl.from; i < cl.to; i++ {
		if p := a.terms[i].place; p != nil {
			if p.us {
				return false
			}
			other = true
		}
	}
	return other && !a.is(cl.from, cl.to, mUS)
}

// excepts reports whether the sentence of a clause takes something out of what it
// says: "never again", "not since 2019", "except once".
func (a *answer) excepts(cl *clause) bool {
	for i := range a.clauses {
		if o := &a.clauses[i]; o.sentence == cl.sentence && (o.marks&mExcept != 0 || o != cl && o.from > cl.from && o.marks&(mBut|mOnly) != 0) {
			return true
		}
	}
	return false
}

// petitionForMe reports whether a clause about a petition speaks of one for the
// applicant, or of none at all.
func (a *answer) petitionForMe(path string, cl *clause) bool {
	if cl.quoted || a.has(cl.from, cl.to, "labour", "labor", "perm") && !a.has(cl.from, cl.to, "petition", "140") && path == "us_history.immigrant_petition" {
		return false // a labour certification is no petition yet
	}
	if a.petitionFor(cl) {
		return false
	}
	if cl.who&pHuman != 0 && !cl.negated && cl.marks&mPetition != 0 && a.has(cl.from, cl.to, "has", "have", "holder", "got", "is") && !a.has(cl.from, cl.to, "me", "us", "filed", "my") {
		return false // "my brother has a green card"
	}
	return cl.marks&mSoon == 0
}

// petitionOfOther notes a petition the answer tells of that is not for the
// applicant: "my aunt applied for my mother".
func (a *answer) petitionOfOther(out []Claim) []Claim {
	const path = "us_history.immigrant_petition"
	if !a.asks(path) || !slices.Contains(a.ask, "filed") && !slices.Contains(a.ask, "petition") {
		return out
	}
	for i := range a.clauses {
		cl := &a.clauses[i]
		if cl.negated || cl.hypothetical || cl.marks&(mFiled|mPetition) == 0 || !a.petitionFor(cl) {
			continue
		}
		k := a.claim(kindStatus, path, cl, cl.from, cl.to)
		k.word, k.asked = "other", true
		return append(out, k)
	}
	return out
}

// petitionFor reports whether a clause says for whom in the family a petition is,
// and it is not the applicant.
func (a *answer) petitionFor(cl *clause) bool {
	for i := cl.from; i < cl.to; i++ {
		if a.words[i].Text != "for" {
			continue
		}
		for j := i + 1; j < min(i+4, cl.to); j++ {
			if a.terms[j].party&pFamily != 0 && !a.terms[j].is(mKin) {
				return true
			}
		}
	}
	return false
}

// yearsIn lists the years a sentence names.
func (a *answer) yearsIn(sentence int) []int {
	var out []int
	for i := range a.mentions {
		m := &a.mentions[i]
		if m.Kind == measure.Calendar && m.Date.Year != 0 && a.clauseOf(m.From).sentence == sentence && !slices.Contains(out, m.Date.Year) {
			out = append(out, m.Date.Year)
		}
	}
	return out
}

// timesIn is how many times a sentence says something happened; 0 when it does not.
func (a *answer) timesIn(sentence int) float64 {
	for i, w := range a.words {
		if a.clauseOf(i).sentence != sentence {
			continue
		}
		switch w.Text {
		case "once":
			return 1
		case "twice":
			return 2
		case "thrice":
			return 3
		case "times", "time":
			for _, m := range a.mentions {
				if m.Kind == measure.Number && m.To == i {
					return m.Low
				}
			}
		}
	}
	return 0
}

// visitDates takes dates and counts in an answer to "when were you there?" as
// visits, when no clause said so in words.
func (c *Case) visitDates(a *answer, out []Claim) []Claim {
	const path = "us_history.visits"
	asked := func(w string) bool {
		return slices.Contains([]string{"when", "trips", "trip", "been", "visited", "last", "times"}, w)
	}
	other := func(w string) bool { return w == "leave" || w == "here" || w == "see" }
	told := func(k Claim) bool {
		return k.Field == path && k.kind == kindStatus && (len(k.years) > 0 || k.Negative && k.Certain)
	}
	if !a.asks(path) || !slices.ContainsFunc(a.ask, asked) || slices.ContainsFunc(a.ask, other) || slices.ContainsFunc(out, told) {
		return out
	}
	k, found := Claim{}, false
	for i := range a.clauses {
		cl := &a.clauses[i]
		years, times := a.yearsOf(cl), a.timesIn(cl.sentence)
		if len(years) == 0 && times == 0 || !a.tellsVisit(cl) {
			continue
		}
		if !found {
			k, found = a.claim(kindStatus, path, cl, cl.from, cl.to), true
			k.asked = true
		}
		k.low = max(k.low, times)
		k.years = append(k.years, years...)
	}
	if !found {
		return out
	}
	out = slices.DeleteFunc(out, func(o Claim) bool { return o.Field == path && o.kind == kindStatus })
	return append(out, k)
}

// tellsVisit reports whether a clause can tell of the applicant's own visit: it
// names only a time, or goes, stays or does there what visitors do.
func (a *answer) tellsVisit(cl *clause) bool {
	if !cl.plain() || cl.negated || cl.other && cl.who&pHuman != 0 && !cl.inherits || a.otherCountry(cl) || cl.marks&mSoon != 0 || a.has(cl.from, cl.to, "than") {
		return false
	}
	for i := range a.clauses {
		if o := &a.clauses[i]; o.sentence == cl.sentence && o != cl && a.verbless(o) && a.otherCountry(o) {
			return false // "I had a visa, but for Canada", "just to Ghana, two times"
		}
	}
	return a.verbless(cl) || cl.marks&(mUS|mThere) != 0 || a.goes(cl) || purposes.named(a.words[cl.from:cl.to])
}

// goes reports whether a clause has a word of going there.
func (a *answer) goes(cl *clause) bool {
	for i := cl.from; i < cl.to; i++ {
		if a.terms[i].is(mWent) && (a.words[i].Text != "been" || a.beenTo(cl, i)) {
			return true
		}
	}
	return false
}

// yearsOf lists the years one clause names.
func (a *answer) yearsOf(cl *clause) []int {
	var out []int
	for i := range a.mentions {
		if m := &a.mentions[i]; m.From >= cl.from && m.To <= cl.to && m.Kind == measure.Calendar && m.Date.Year != 0 {
			out = append(out, m.Date.Year)
		}
	}
	return out
}
