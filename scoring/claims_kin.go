package scoring

import (
	"slices"
	"strings"

	"github.com/viceconsul/viceconsul/interview/transcript"
	"github.com/viceconsul/viceconsul/interview/transcript/measure"
)

const (
	spouse     = "family.spouse"
	parents    = "family.parents"
	brethren   = "family.siblings"
	dependants = "family.dependants_supported"
	atHome     = "ties.family_at_home"
)

// kinClaims finds what an answer tells of relatives: how many brothers and sisters
// there are, where each lives, who comes along, who depends on the applicant and who
// stays at home.
func (c *Case) kinClaims(a *answer, out []Claim) []Claim {
	if f := c.fact(brethren); f != nil {
		if k, ok := a.siblingsEntailed(len(f.items)); ok {
			out = append(out, k)
		} else if a.asks(brethren) && a.asksOfSiblings() {
			out = a.siblingClaims(out)
		}
	}
	for _, path := range []string{dependants, atHome} {
		if c.fact(path) != nil && slices.Contains(a.own, path) {
			out = a.supportClaims(path, out)
		}
	}
	out = c.hostClaims(a, out)
	r := labelReader{c: c, a: a, line: pSelf}
	if !r.namesKin() && r.lineTopic()&pFamily == 0 {
		return out
	}
	out = c.thereClaims(&r, out)
	out = c.whereaboutsClaims(&r, out)
	return c.travelClaims(&r, out)
}

// asksOfSiblings reports whether the line asks for the brothers and sisters
// themselves, and not for what one of them does.
func (a *answer) asksOfSiblings() bool {
	kin := slices.ContainsFunc(a.line, func(t term) bool { return t.party != 0 && t.party&^pSiblings == 0 })
	if a.onlyChildLine() || len(a.ask) <= 3 && a.lineHas([]string{"only"}) && a.lineHas([]string{"child"}) {
		return true
	}
	return kin && !a.lineIs(mUS|mThere) && !a.lineHas([]string{"where", "do", "does", "paying", "pays"}) || kin && a.lineHas([]string{"have", "many", "got"}) && !a.lineIs(mUS|mThere)
}

// onlyChildLine reports whether the line asks whether the applicant is the only child.
func (a *answer) onlyChildLine() bool {
	return a.lineHas([]string{"only", "single", "sole"}) && a.lineHas([]string{"child", "son", "daughter"}) && a.lineHas([]string{"you", "you're"}) && !a.lineHas([]string{"have", "your", "see"})
}

// siblingClaims finds how many brothers and sisters there are.
func (a *answer) siblingClaims(out []Claim) []Claim {
	k, found := Claim{}, false
	for i := range a.terms {
		cl := a.clauseOf(i)
		if !cl.plain() || cl.quoted {
			continue
		}
		if only := a.onlyChild(cl, i); only > 0 {
			k = a.claim(kindSiblings, brethren, cl, i, i+only)
			k.Negative, k.asked = true, true
			return append(out, k)
		}
		n, ok := a.siblingsAt(cl, i)
		if !ok || found && k.broad {
			continue
		}
		if found {
			n = max(n, 1) // "a sister, and my brother"
			k.low, k.high = k.low+n, k.high+n
			k.Span = transcript.SpanOf(a.turn.Applicant, k.Span.Start, a.words[i].End)
			continue
		}
		k, found = a.claim(kindSiblings, brethren, cl, max(i-1, cl.from), i+1), true
		k.low, k.high, k.asked, k.broad = n, n, true, a.terms[i].broad
		k.partial = !a.has(cl.from, i, "have", "only", "just", "got") && !a.verbless(cl) || a.lineHas(besidesThem)
		k.Negative = n == 0 && cl.negated && cl.not < i
		if k.Negative && a.has(cl.from, cl.to, "own", "other", "more") && cl.from > 0 {
			k.Certain = false
		}
	}
	if found {
		return append(out, k)
	}
	if k, ok := a.siblingsTogether(); ok {
		return append(out, k)
	}
	if a.lineHas([]string{"many"}) {
		if k, ok := a.bareCount(brethren); ok {
			k.kind, k.high = kindSiblings, k.low
			return append(out, k)
		}
	}
	if yes, to, sure := a.particles(); to > 0 && yes && a.onlyChildLine() {
		k = a.claim(kindSiblings, brethren, &clause{not: -1}, 0, to)
		k.Negative, k.Certain, k.asked = true, sure, true
		return append(out, k)
	}
	if yes, to, sure := a.particles(); to > 0 && !yes && a.polarLine() && (a.lineHas([]string{"have", "any", "got"}) || a.onlyNamesSiblings()) && !a.lineHas([]string{"with", "your", "of"}) {
		k = a.claim(kindSiblings, brethren, &clause{not: -1}, 0, to)
		k.Negative, k.Certain, k.asked = true, sure, true
		return append(out, k)
	}
	return out
}

// onlyNamesSiblings reports whether the line says no more than the words for brothers and
// sisters: "Brothers, sisters?"
func (a *answer) onlyNamesSiblings() bool {
	return a.ownLine && len(a.line) == len(a.ask) && !slices.ContainsFunc(a.line, func(t term) bool { return t.party == 0 || t.party&^pSiblings != 0 })
}

// siblingsEntailed reads how many brothers and sisters there are where an answer only takes
// it for granted: "my only sibling", "I'm the third of seven", "I grew up with two brothers"
// of somebody who declares fewer.
func (a *answer) siblingsEntailed(declared int) (Claim, bool) {
	if !a.has(0, len(a.words), "sibling", "of", "brothers", "sisters", "siblings") {
		return Claim{}, false
	}
	for i := range a.words {
		cl := a.clauseOf(i)
		if !cl.plain() || cl.negated || cl.hedged || cl.other && cl.who&pFamily&^(pSiblings|pParents) != 0 {
			continue
		}
		low, high := 0.0, 0.0
		switch {
		case a.has(i, i+1, "sibling") && i > cl.from+1 && a.has(i-1, i, "only") && a.terms[i-2].is(mMine):
			low, high = 1, 1
		case a.words[i].Text == "of":
			low, high = a.ofChildren(cl, i)
		case a.has(i, i+1, "brothers", "sisters", "siblings") && a.is(cl.from, i, mI) && a.has(cl.from, i, "have", "got", "grew", "i've", "had") && !a.is(cl.from, cl.to, mUS|mThere|mIf):
			if n := a.countBefore(i); n > float64(declared) {
				low, high = n, n
			}
		}
		if low > 0 {
			k := a.claim(kindSiblings, brethren, cl, cl.from, i+1)
			k.low, k.high, k.asked, k.Negative = low, high, a.asks(brethren), false
			return k, true
		}
	}
	return Claim{}, false
}

// ofChildren is how many brothers and sisters who is one of so many has, by the "of" at word
// i: "the third of seven", "the eldest of four children"; "the two of us, my sister and me".
func (a *answer) ofChildren(cl *clause, i int) (low, high float64) {
	if a.has(i+1, i+2, "us") && !a.is(cl.from, i, mNot) {
		n := a.countBefore(i)
		next := int(a.within[i]) + 1
		if n > 1 && next < len(a.clauses) && a.clauses[next].who&pFamily == a.clauses[next].who&pSiblings && a.clauses[next].who&pSiblings != 0 && a.has(a.clauses[next].from, a.clauses[next].to, "me", "i", "myself") {
			return n - 1, n - 1
		}
		if n > 1 && a.asks(brethren) && a.asksOfSiblings() && a.has(cl.from, i, "only", "just", "had") {
			return n - 1, n - 1 // "my mother had only the two of us"
		}
		return 0, 0
	}
	born := a.has(i-1, i, "eldest", "oldest", "youngest", "middle", "last", "first") || slices.ContainsFunc(a.mentions, func(m measure.Mention) bool { return m.Ordinal && m.To == i })
	if !born || cl.who&pSelf == 0 || cl.inherits || !a.has(cl.from, i, "i'm", "am") {
		return 0, 0
	}
	for _, m := range a.mentions {
		if m.Kind != measure.Number || m.Ordinal || m.From != i+1 || m.Low < 2 || m.Low > 20 {
			continue
		}
		switch {
		case m.To == cl.to, a.has(m.To, m.To+1, "children", "kids", "of", "sir", "madam", "ma'am", "in"):
			return m.Low - 1, m.Low - 1
		case a.has(m.To, m.To+1, "siblings", "brothers", "sisters"):
			return m.Low - 1, m.Low
		}
	}
	return 0, 0
}

// siblingsTogether reads a number of brothers and sisters that counts the applicant in, or
// may: "we are seven".
func (a *answer) siblingsTogether() (Claim, bool) {
	for _, m := range a.mentions {
		cl := a.clauseOf(m.From)
		if m.Kind == measure.Number && m.Low > 1 && m.Low < 30 && !m.Ordinal && cl.plain() && !cl.negated && (a.has(m.From-2, m.From-1, "we") && a.has(m.From-1, m.From, "are", "were") || a.has(m.From-1, m.From, "we're")) {
			k := a.claim(kindSiblings, brethren, cl, cl.from, m.To)
			k.low, k.high, k.asked = m.Low-1, m.Low, true
			return k, true
		}
	}
	return Claim{}, false
}

// siblingsAt is how many of the applicant's brothers and sisters the word at i
// stands for, 0 when no number is said.
func (a *answer) siblingsAt(cl *clause, i int) (float64, bool) {
	t := a.terms[i]
	if t.party == 0 || t.party&^pSiblings != 0 || t.poss || i > cl.from && (a.terms[i-1].is(mTheirs) || a.terms[i-1].poss) || cl.other && cl.who&pFamily&^pSiblings != 0 {
		return 0, false
	}
	n := a.countBefore(i)
	if n == 0 && i > cl.from+1 {
		n = a.countBefore(i - 1) // "two younger brothers"
	}
	if n == 0 && a.has(max(i-3, cl.from), i, "one", "a", "an") {
		n = 1
	}
	if n == 0 && (i == cl.from || i == cl.from+1 && a.has(i-1, i, "and") || i > cl.from && kinAdjective[a.words[i-1].Text] && (i-1 == cl.from || a.has(i-2, i-1, "and"))) && a.verbless(cl) && !strings.HasSuffix(a.words[i].Text, "s") {
		n = 1 // "and big sister"
	}
	mine := a.is(max(i-3, cl.from), i, mMine)
	return n, n > 0 || cl.negated || mine && !a.has(i+1, i+2, "and")
}

// onlyChild is how many words from i say that there are no brothers or sisters:
// "only child", "had only me".
func (a *answer) onlyChild(cl *clause, i int) int {
	switch {
	case cl.negated || cl.hedged:
		return 0
	case a.has(i, i+1, "only", "single", "sole") && a.has(i+1, i+2, "child", "son", "daughter", "kid") && (cl.who&pSelf != 0 || a.verbless(cl) && !a.has(cl.from, cl.to, "have", "her", "his")):
		return 2
	case a.has(i, i+1, "only") && a.has(i+1, i+2, "one") && i+2 == cl.to && !a.has(i+2, i+3, "who", "that", "in", "of") && cl.who&pSelf != 0 && a.has(cl.from, i, "i'm", "am", "i"):
		return 2
	case a.has(i, i+1, "only", "just") && a.has(i+1, i+2, "me", "myself") && (cl.to-cl.from <= 3 || cl.who&pParents != 0):
		return 2
	}
	return 0
}

// supportClaims finds who is said to depend on the applicant, or to stay at home.
func (a *answer) supportClaims(path string, out []Claim) []Claim {
	n := len(out)
	for i := range a.terms {
		cl, t := a.clauseOf(i), a.terms[i]
		if !cl.plain() || cl.negated && cl.not < i || a.gone(cl) || t.party&pFamily == 0 || t.is(mKin) || t.poss {
			continue
		}
		k := a.claim(kindDependant, path, cl, i, i+max(int(t.n), 1))
		k.party, k.broad, k.asked, k.Negative = t.party&pFamily, t.broad, true, false
		out = append(out, k)
	}
	if len(out) > n {
		return out
	}
	if cl := &a.clauses[0]; cl.plain() && !cl.hedged && !a.lineHas([]string{"outside", "abroad"}) && (cl.marks&mAbsolute != 0 || a.words[0].Text == "no" && a.polarLine()) {
		k := a.claim(kindDependant, path, cl, cl.from, cl.to)
		k.Negative, k.asked = true, true
		return append(out, k)
	}
	return out
}
