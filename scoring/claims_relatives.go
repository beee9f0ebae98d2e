package scoring

import (
	"slices"

	"github.com/viceconsul/viceconsul/interview/transcript/measure"
)

// relativeClaims finds relatives said to be in the United States, or said not to be.
func (c *Case) relativeClaims(a *answer, out []Claim) []Claim {
	asked := a.asksRelatives()
	some := a.lineHas([]string{"doctors", "nurses", "engineers", "students", "working", "studying"}) // "no" denies those alone
	n := len(out)
	for i := range a.clauses {
		cl := &a.clauses[i]
		if cl.hypothetical || cl.question || cl.quoted {
			continue
		}
		if asked && !some && (cl.negated && a.deniesRelatives(cl) || a.allElsewhere(cl) || a.firstOfAll(cl)) || a.ownsNoKin(cl) {
			k := a.claim(kindRelative, immediateUS, cl, cl.from, cl.to)
			k.Negative, k.asked, k.broad = true, true, true
			k.party = pImmediate | pExtended
			if only := a.limitedTo(cl); only != 0 && cl.negated {
				k.party = only
			}
			k.Certain = k.Certain && !a.exceptsKin(cl)
			out = append(out, k)
			continue
		}
		if asked && a.onlyDistant(cl) {
			k := a.claim(kindRelative, immediateUS, cl, cl.from, cl.to)
			k.party, k.Negative, k.asked, k.broad = pImmediate, true, true, true
			out = append(out, k) // and those it names are there
		}
		if asked && i+1 < len(a.clauses) && a.deniedNext(cl, &a.clauses[i+1]) {
			k := a.claim(kindRelative, immediateUS, cl, cl.from, a.clauses[i+1].to)
			k.party, k.Negative, k.asked, k.broad = pImmediate|pExtended, true, true, true
			out = append(out, k)
			continue
		}
		denied := slices.ContainsFunc(out[n:], func(k Claim) bool {
			return k.Negative && k.broad && a.clauseOf(a.wordAt(k.Span.Start)).sentence < cl.sentence
		}) && !a.has(cl.from, cl.to, "there")
		out = c.relativesIn(a, cl, asked && !denied, out)
	}
	if asked && len(out) == n {
		out = c.relativeByStatus(a, out)
	}
	if asked && len(out) == n {
		out = a.relativesByParticle(out)
	}
	return out
}

// ownsNoKin reports whether a clause says unasked that the applicant has none of some
// relatives there: "I have no relatives in America".
func (a *answer) ownsNoKin(cl *clause) bool {
	if !cl.negated || cl.hedged || cl.marks&mPast != 0 || a.gone(cl) || !a.is(cl.from, cl.to, mUS|mThere) && !a.thatSide(cl) || a.has(cl.from, cl.to, "with", "stay", "close", "near", "visit", "other", "more", "else") {
		return false
	}
	if a.terms[max(cl.not, 0)].is(mAbsolute) && a.has(cl.from, cl.to, "blood", "ours", "mine") && a.has(cl.from, cl.to, "of") && !a.has(cl.from, cl.to, "ever", "went", "been") {
		return true // "of my blood there is nobody in America"
	}
	for i := max(cl.not, cl.from); i < cl.to-1; i++ {
		if a.is(cl.from, i, mKin) && a.has(i-1, i, "has", "have") && (a.terms[i].is(mAbsolute) || a.has(i, i+1, "no") && a.has(i+1, i+2, "one")) {
			return true // "our family has nobody there"
		}
		bare := a.terms[i].is(mNot) && a.has(i, i+1, "don't") && a.has(i+1, i+2, "have") && i+2 < cl.to && a.terms[i+2].is(mKin)
		if bare && a.is(cl.from, i+1, mI) {
			return true
		}
		if a.has(i, i+1, "no", "any") && a.terms[i+1].party&pFamily != 0 && a.has(cl.from, i, "have", "has", "don't", "got") && a.is(cl.from, i, mI) {
			return true
		}
	}
	return false
}

// thatSide reports whether a clause speaks of "that side", by which people mean the country
// the line is about.
func (a *answer) thatSide(cl *clause) bool {
	for i := cl.from + 1; i < cl.to; i++ {
		if a.has(i, i+1, "side", "end") && a.has(i-1, i, "that", "other", "american", "us") {
			return true
		}
	}
	return false
}

// onlyDistant reports whether a clause says that those there are cousins, uncles or aunts
// only, and the answer names nobody closer: "only cousins, sir".
func (a *answer) onlyDistant(cl *clause) bool {
	if cl.negated || cl.hedged || cl.marks&mPast != 0 || !a.is(cl.from, cl.from+2, mOnly) {
		return false
	}
	var here, all party
	for i, t := range a.terms {
		if p := t.party & pFamily; p != 0 && !t.is(mKin) && !t.poss {
			if all |= p; i >= cl.from && i < cl.to {
				here |= p
			}
		}
	}
	return here != 0 && all&^pExtended == 0
}

// firstOfAll reports whether the applicant claims to be the first of the family there:
// "I will be the first of us to step there".
func (a *answer) firstOfAll(cl *clause) bool {
	for i := cl.from; i+2 < cl.to; i++ {
		if a.is(cl.from, cl.to, mUS|mThere) && a.has(i, i+1, "first") && a.has(i+1, i+3, "of", "in", "from") && cl.who&pSelf != 0 && !cl.negated {
			return a.is(i+2, min(i+5, cl.to), mKin) || a.has(i+2, min(i+4, cl.to), "us", "family")
		}
	}
	return false
}

// allElsewhere reports whether a clause places all of the family somewhere else: "my
// whole family lives in Accra", "everyone is here".
func (a *answer) allElsewhere(cl *clause) bool {
	if cl.negated || cl.hedged || !a.has(cl.from, cl.to, "all", "whole", "entire", "everyone", "everybody") || a.is(cl.from, cl.to, mUS|mThere|mExcept) {
		return false
	}
	kin := a.is(cl.from, cl.to, mKin) || a.has(cl.from, cl.from+1, "everyone", "everybody") || a.has(cl.from, cl.from+1, "we") && a.has(cl.from+1, cl.from+3, "all")
	return kin && (a.has(cl.from, cl.to, "here") || a.otherCountry(cl))
}

// deniedNext reports whether a clause only names relatives and the next denies them
// all: "relatives, not even one".
func (a *answer) deniedNext(cl, next *clause) bool {
	if next.sentence != cl.sentence || !next.negated || next.to-next.from > 4 || !a.is(next.from, next.to, mAbsolute) || anyParty(a.terms[next.from:next.to]) {
		return false
	}
	return cl.to-cl.from <= 3 && a.is(cl.from, cl.to, mKin) && !cl.negated
}

// relativeByStatus reads "he is a citizen" in answer to a line about one relative.
func (c *Case) relativeByStatus(a *answer, out []Claim) []Claim {
	var who party
	for _, t := range a.line {
		who |= t.party & pImmediate &^ pPartner
	}
	if f := c.fact(immediateUS); who == 0 && f != nil && len(f.items) == 1 && a.lineHas([]string{"he", "she"}) {
		who = f.items[0].parties & pImmediate &^ pPartner
	}
	for i := range a.clauses {
		cl := &a.clauses[i]
		if who == 0 || !cl.plain() || cl.negated || cl.marks&mThey == 0 || cl.marks&mPast != 0 || a.statusToday(cl) == "" {
			continue
		}
		k := a.claim(kindRelative, immediateUS, cl, cl.from, cl.to)
		k.party, k.unit, k.asked = who, a.statusToday(cl), true
		return append(out, k)
	}
	return out
}

// becoming are the verbs, past or not, that tell of a status somebody has since.
var becoming = set("became become got gotten took given gave received naturalised naturalized sworn swore adjusted changed did passed completed finished celebrated voted votes has have is")

// asksRelatives reports whether the officer's line asks who of the family is there.
func (a *answer) asksRelatives() bool {
	if a.asksOtherOfKin() || a.lineHas([]string{"worked", "helping", "married"}) {
		return false
	}
	return a.asks(immediateUS, otherUS) && (a.lineIs(mUS|mThere|mStatusUS) || len(a.ask) <= shortLine && a.lineHas([]string{"relatives", "relations"}) || slices.Contains(a.ask, "status") || slices.ContainsFunc(a.line, func(t term) bool { return t.place != nil && t.place.us }) || slices.Contains(a.ask, "form")) && slices.ContainsFunc(a.ask, func(w string) bool {
		switch w {
		case "family", "relatives", "nobody", "anybody", "anyone", "somebody", "someone", "who", "who's", "whom", "alone", "brother", "sister", "brother's", "brothers", "uncle", "siblings", "settle", "status", "card", "parents", "cousin", "cousins", "aunts", "uncles", "citizen", "citizens":
			return true
		}
		return false
	}) && !slices.Contains(a.ask, "when")
}

// asksOtherOfKin reports whether a line only states that a relative is there, and then asks
// something else: "Your sister is a citizen. Did she ever apply for you?"
func (a *answer) asksOtherOfKin() bool {
	if !a.ownLine {
		return false
	}
	line := sentences(a.turn.Officer)
	if len(line) < 2 {
		return false
	}
	last := texts(measure.Words(line[len(line)-1]))
	return anyOf(last, "apply applied file filed sponsor petition pay pays paying when how why") && !anyOf(last, "family relatives anybody anyone who status else")
}

// deniesRelatives reports whether a denying clause denies that relatives are there:
// "none of my family is in the US", "no relatives", "I don't have anyone there".
func (a *answer) deniesRelatives(cl *clause) bool {
	for i := cl.from; i < cl.to; i++ {
		t := a.terms[i]
		if t.is(mKin) || t.broad && t.party&pFamily != 0 || t.is(mAbsolute) && (cl.to-cl.from <= 3 || t.is(mNot) && a.is(cl.from, cl.to, mThere|mUS)) {
			return !a.has(cl.from, cl.to, "close", "near", "contact", "visit", "with", "support", "know")
		}
		if a.has(i, i+1, "anyone", "anybody", "any") && a.is(cl.from, cl.to, mThere|mUS|mKin) {
			return true
		}
		if t.party&(pImmediate|pExtended) != 0 && cl.not >= 0 && (cl.not < i || a.has(i+1, i+2, "i", "we")) && (a.is(cl.from, cl.to, mThere|mUS) || a.has(cl.from, cl.to, "no", "any", "don't", "have")) {
			return true
		}
	}
	return false
}

// exceptsKin reports whether the sentence of a denial goes on to name family after
// all: "no one, only my cousin".
func (a *answer) exceptsKin(cl *clause) bool {
	for i := range a.clauses {
		o := &a.clauses[i]
		if o.sentence != cl.sentence || o.marks&(mExcept|mOnly|mBut) == 0 {
			continue
		}
		if o != cl && o.marks&mOnly != 0 && a.has(o.from, o.to, "him", "her", "them") {
			return true // "no, it's only him"
		}
		for _, t := range a.terms[o.from:o.to] {
			if limit := a.limitedTo(cl); t.party&pFamily != 0 && !t.is(mKin) && (limit == 0 || o == cl || limit&t.party != 0) {
				return true
			}
		}
	}
	return false
}

// limitedTo is whom a denial speaks of, when it does not speak of all: "no
// brothers there", "no immediate family".
func (a *answer) limitedTo(cl *clause) party {
	var p party
	for i := cl.from; i < cl.to; i++ {
		t := a.terms[i]
		if t.is(mKin) && t.party == pFamily {
			return 0
		}
		p |= t.party & (pImmediate | pExtended)
	}
	return p
}

// relativesIn finds relatives placed in the United States by one clause.
func (c *Case) relativesIn(a *answer, cl *clause, asked bool, out []Claim) []Claim {
	there := a.is(cl.from, cl.to, mUS) || a.is(cl.from, cl.to, mThere) && a.there(cl)
	status := a.is(cl.from, cl.to, mStatusUS)
	for i := cl.from; i < cl.to; i++ {
		t := a.terms[i]
		if to := a.hasKin(i, cl.to); to > 0 {
			if asked || there {
				k := a.claim(kindRelative, otherUS, cl, i, to)
				k.party, k.asked = pOtherKin, asked
				out = append(out, k)
			}
			i = to - 1
			continue
		}
		ofKin := i > cl.from && a.ofMyKin(cl, i)
		if ofKin {
			t.party, t.broad = pOtherKin, false // "my aunt's children"
		}
		if a.has(i-1, i, "host") || t.party&(pImmediate|pExtended)&^pPartner == 0 || t.is(mKin) && !asked || t.poss && i+1 < cl.to && !a.terms[i+1].is(mStatusUS) {
			continue
		}
		if !ofKin && i > cl.from && (a.terms[i-1].is(mTheirs) || a.terms[i-1].poss && t.party&(pUncle|pAunt|pCousin|pGrandparent) == 0) || i > cl.from+1 && a.terms[i-2].poss && a.has(i-1, i, "ex", "former", "late", "new", "second") || cl.other && cl.who&t.party == 0 && !(i > cl.from+1 && a.terms[i-1].is(mMine) && a.has(i-2, i-1, "and")) {
			continue
		}
		if !asked && a.has(cl.from, cl.to, "me") && a.has(cl.from, cl.to, "with") && a.has(cl.from, cl.to, "live", "lives", "living", "stay", "stays") {
			continue // the household moves with the applicant
		}
		gone := a.leftThere(cl)
		visited := a.has(cl.from, i, "visited", "visit") && cl.marks&mSoon == 0 && a.asks("us_history.visits")
		switch {
		case asked && (a.takenAsThere(cl, i) || a.thereIs(cl, i)):
		case there && a.locates(cl, i):
		case visited:
		default:
			continue
		}
		path := immediateUS
		if t.party&pImmediate == 0 {
			path = otherUS
		}
		k := a.claim(kindRelative, path, cl, i, i+max(int(t.n), 1))
		k.party, k.broad, k.asked = t.party, t.broad, asked
		k.Negative = cl.negated && cl.not >= 0
		if gone {
			k.word = "gone"
		}
		if visited && !asked {
			k.word = "visited"
		}
		if status {
			k.unit = a.statusToday(cl)
		}
		k.low = a.countBefore(i)
		out = append(out, k)
	}
	return out
}

// hasKin is the end of what the relative at word i is said to have there, when that is a
// relative: "my mother has a cousin in Orange County"; 0 for none.
func (a *answer) hasKin(i, end int) int {
	has := i + max(int(a.terms[i].n), 1)
	if a.terms[i].party&pFamily == 0 || !a.has(has, has+1, "has", "have", "got") {
		return 0
	}
	for j := has + 1; j < min(has+4, end); j++ {
		if t := a.terms[j]; t.party&(pImmediate|pExtended)&^(pPartner|pOffspring) != 0 && !t.poss {
			return min(j+max(int(t.n), 1), end)
		}
	}
	return 0
}

// ofMyKin reports whether the relative at word i is one of the applicant's own
// relatives': "my aunt's children".
func (a *answer) ofMyKin(cl *clause, i int) bool {
	owner := a.terms[i-1]
	return owner.poss && owner.party&pFamily != 0 && a.terms[i].party&pFamily != 0 && i-1 > cl.from && a.terms[i-2].is(mMine)
}

// takenAsThere reports whether a relative named in answer to "any family there?" is
// one who is there: the clause only names, places or tells the status of relatives,
// and no other country stands in its sentence.
func (a *answer) takenAsThere(cl *clause, i int) bool {
	for j := range a.clauses {
		if o := &a.clauses[j]; o.sentence == cl.sentence && (a.otherCountry(o) || a.has(o.from, o.to, "here")) {
			return false
		}
	}
	if a.has(cl.from, cl.to, "here", "pays", "paying", "wanted", "wants", "hoped", "hopes", "planned", "tried", "dreams", "dreamed") || a.terms[i].is(mKin) && cl.to-cl.from > 4 && cl.marks&(mUS|mThere) == 0 {
		return false
	}
	is := a.has(i+1, i+3, "is", "are", "was") && cl.marks&(mUS|mThere|mStatusUS) == 0
	return !is && (a.verbless(cl) || cl.marks&(mUS|mThere|mStatusUS) != 0)
}

// there reports whether "there" in a clause is a place, and that place the United
// States: the officer's line spoke of it.
func (a *answer) there(cl *clause) bool {
	for i := cl.from; i < cl.to; i++ {
		if a.words[i].Text == "there" && !(i+1 < cl.to && a.has(i+1, i+2, "is", "are", "was", "were", "will")) {
			abroad := slices.ContainsFunc(a.terms[:i], func(t term) bool { return t.place != nil && !t.place.us })
			named := slices.ContainsFunc(a.terms[:i], func(t term) bool { return t.place != nil && t.place.us })
			return !abroad && (named || a.lineIs(mUS|mThere) || a.asks(immediateUS, otherUS))
		}
	}
	return false
}

// leftThere reports whether this clause, or a later one of the sentence, says that
// a relative is no longer there.
func (a *answer) leftThere(cl *clause) bool {
	said := a.inSentence(cl.sentence)
	for i := range said {
		o := &said[i]
		if o.from >= cl.from && (o.marks&mLeftUS != 0 || o.marks&mPast != 0 && a.has(o.from, o.to, "used", "lived", "was", "were", "studied", "worked") && !a.has(o.from, o.to, "since")) {
			return true
		}
	}
	return false
}

// locates reports whether a clause places the relative at word i somewhere: "my
// uncle in New Jersey", "my cousin lives in Chicago", "my sister is there".
func (a *answer) locates(cl *clause, i int) bool {
	if !a.terms[max(i-1, 0)].is(mMine) && !a.has(max(i-3, cl.from), i, "my", "our", "one", "two", "a", "have") {
		return false
	}
	for j := i + 1; j < cl.to; j++ {
		t := a.terms[j]
		if t.is(mUS) || a.words[j].Text == "there" {
			return true
		}
		if !t.is(mStatusUS|mPlace) && !slices.Contains([]string{"in", "lives", "is", "living", "stays", "works", "studies", "and", "from", "near", "the", "at", "who", "here", "resides", "settled", "staying", "working", "studying", "now", "also", "already", "family", "he", "she", "been", "has", "are", "live", "work"}, a.words[j].Text) {
			return false
		}
	}
	return false
}

// statusToday is the status a clause tells that a relative has, and not the one somebody
// went there with: "he went with student visa".
func (a *answer) statusToday(cl *clause) string {
	if a.gone(cl) && !a.anyWord(cl.from, cl.to, becoming) {
		return ""
	}
	if a.stillToBe(cl) {
		return ""
	}
	return a.statusWord(cl)
}

// statusWord sorts what a clause says of a relative's status there.
func (a *answer) statusWord(cl *clause) string {
	switch {
	case a.has(cl.from, cl.to, "citizen", "citizens", "citizenship", "naturalised", "naturalized", "passport", "oath", "votes", "vote", "voted"):
		return "US_citizen"
	case a.has(cl.from, cl.to, "green", "resident", "lpr", "greencard", "permanent"):
		return "LPR"
	case a.has(cl.from, cl.to, "visa", "h1b", "h", "f1", "f", "opt", "student"):
		return "nonimmigrant"
	}
	return ""
}

// countBefore is the number said directly before word i: "two sisters".
func (a *answer) countBefore(i int) float64 {
	for _, m := range a.mentions {
		if m.Kind == measure.Number && m.To <= i && m.To >= i-1 && !m.Ordinal && m.Low < 30 && !a.words[i].Breaks && (m.To == i || !a.words[i-1].Breaks) {
			return m.Low
		}
	}
	if a.has(i-1, i, "twin") {
		return 2
	}
	return 0
}

// relativesByParticle reads yes or no to "do you have family there?".
func (a *answer) relativesByParticle(out []Claim) []Claim {
	yes, to, sure := a.particles()
	if to == 0 || !a.polarLine() || !a.lineHas([]string{"family", "relatives"}) || a.lineHas([]string{"doctors", "visit", "coming"}) {
		return out
	}
	k := a.claim(kindRelative, immediateUS, &clause{not: -1}, 0, to)
	k.party, k.broad, k.asked = pImmediate|pExtended, true, true
	k.Negative, k.Certain = !yes || a.statesNone(), sure
	if !yes && a.exceptsKin(&a.clauses[0]) {
		k.Certain = false
	}
	return append(out, k)
}

// thereIs reports whether a clause says of the relative at word i, to a line that asks who is
// there, that "there is" such a one, and not in another country.
func (a *answer) thereIs(cl *clause, i int) bool {
	if cl.negated || cl.hedged || cl.marks&(mPast|mSoon) != 0 || i-cl.from > 4 {
		return false
	}
	is := a.has(cl.from, i, "there's") || a.has(cl.from, i, "there") && a.has(cl.from, i, "is", "are")
	return is && !slices.ContainsFunc(a.inSentence(cl.sentence), func(o clause) bool { return a.otherCountry(&o) || a.has(o.from, o.to, "here", "home", "died") })
}
