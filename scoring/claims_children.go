package scoring

import (
	"slices"
	"strings"

	"github.com/viceconsul/viceconsul/interview/transcript"
	"github.com/viceconsul/viceconsul/interview/transcript/measure"
)

// childClaims finds how many children there are, and how old.
func (c *Case) childClaims(a *answer, out []Claim) []Claim {
	if a.lineHas([]string{"other", "another", "more", "else"}) {
		return c.onlyTold(a, out) // those told of before are left out
	}
	if k, ok := c.twinsTold(a); ok {
		return append(out, k)
	}
	for _, path := range []string{"jw.host_family", children} {
		if path == children && !a.lineCountsChildren(c) || path != children && !a.asks(path) {
			continue
		}
		if k, ok := a.countAgreed(path); ok {
			return append(out, k)
		}
		return a.childCount(path, out)
	}
	return c.ownChildren(a, out)
}

// onlyTold finds that the child told of before is the only one, in answer to whether there are
// others: "no, he is the only one".
func (c *Case) onlyTold(a *answer, out []Claim) []Claim {
	if c.fact(children) == nil || !a.ownLine || !a.childrenInLine() || a.asksTheirChildren() || !a.has(0, len(a.words), "only", "just") {
		return out
	}
	for i := range a.words {
		cl := a.clauseOf(i)
		if !cl.plain() || cl.negated || cl.hedged || !a.has(i, i+1, "only", "just") {
			continue
		}
		known := a.has(i-1, i, "the", "my", "our") || a.has(i+1, i+2, "the", "this", "that", "him", "her")
		if known && a.has(i+1, min(i+4, cl.to), "one", "child", "son", "daughter", "him", "her", "kid") && !a.has(i+1, min(cl.to+1, len(a.words)), "other", "girl", "boy", "here", "left", "at", "in", "who") {
			k := a.claim(kindChildren, children, cl, cl.from, cl.to)
			k.low, k.asked, k.Negative = 1, true, false
			return append(out, k)
		}
	}
	return out
}

// lineCountsChildren reports whether the officer's line asks what children there are, by
// whatever word: "Any little ones?", "Only one kid?"
func (a *answer) lineCountsChildren(c *Case) bool {
	if a.asksTheirChildren() {
		return false
	}
	if a.asks(children) && onlyOfYours(a.ask) {
		return true
	}
	counts := a.lineHas([]string{"have", "any", "many", "old", "leave", "leaving", "behind"}) || a.asksChildrenAlone()
	if a.asks(children) && a.lineHas([]string{"children", "kids"}) && counts {
		return true
	}
	if !a.ownLine || c.fact(children) == nil || c.category == transcript.J1AuPair || !a.childrenInLine() {
		return false
	}
	counts = counts || a.lineHas([]string{"boys", "sons"}) || a.lineNumber() > 0 || a.lineHas([]string{"got", "there", "no"}) && len(a.ask) <= 2*shortLine
	return counts && !a.lineHas([]string{"his", "her", "their", "sister's", "brother's", "old", "school", "going", "travelling", "traveling", "host", "care"})
}

// asksChildrenAlone reports whether a sentence of the officer's line is no more than a
// word for children: "Wife? Kids?"
func (a *answer) asksChildrenAlone() bool {
	if n := len(a.ask); n == 2 && a.lineParty(pFamily)&pSpouse != 0 && childrenWords[a.ask[1]] {
		return true // "Wife, children?"
	}
	return len(a.ask) == 1 || a.childrenInLine() && slices.ContainsFunc(sentences(a.turn.Officer), func(s string) bool {
		words := measure.Words(s)
		for len(words) > 1 && (lineLeads[words[0].Text] || words[0].Text == "your" || words[0].Text == "the") {
			words = words[1:]
		}
		for len(words) > 1 && ofYours[words[len(words)-1].Text] {
			words = words[:len(words)-1]
		}
		return len(words) == 1 && childrenWords[words[0].Text] || len(words) == 2 && words[1].Text == "ones"
	})
}

// ofYours are the words that say of children only whose they are: "kids of your own".
var ofYours = set("of your own yours together yet already")

// childrenWords are the words for children in general.
var childrenWords = set("children kids kid child")

// asksMinded reports whether a line asks an au pair about the children to be looked after: it
// speaks of children, and not of those of the applicant.
func (c *Case) asksMinded(a *answer) bool {
	return c.category == transcript.J1AuPair && c.fact("jw.host_family") != nil && a.childrenInLine() && !a.lineHas([]string{"you", "your", "you've", "own", "before"})
}

// asksTheirChildren reports whether the officer's line asks what children somebody else
// has: "Does he have kids?"
func (a *answer) asksTheirChildren() bool {
	if !a.childrenInLine() {
		return false
	}
	for i := range len(a.ask) - 1 {
		w, next := a.ask[i], a.ask[i+1]
		had := next == "have" || next == "has" || next == "got" || next == "having"
		who := standIns[w]&pHuman != 0 || i < len(a.line) && a.line[i].party&pHuman&^(pSelf|pOffspring) != 0 || i < len(a.line) && a.line[i].party&pOffspring != 0 && !a.line[i].is(mChildren)
		if had && who || w == "has" && standIns[next]&pHuman != 0 {
			return true
		}
	}
	return false
}

// childrenInLine reports whether the officer's line speaks of children.
func (a *answer) childrenInLine() bool {
	return a.lineHas([]string{"children", "kids", "kid", "child"}) || a.lineHas([]string{"little", "young", "small"}) && a.lineHas([]string{"ones"}) || a.lineHas([]string{"boys", "sons"}) && a.lineHas([]string{"girls", "daughters"})
}

// lineNumber is the number the officer's line names, 0 for none.
func (a *answer) lineNumber() float64 {
	if said := measure.Scan(measure.Words(a.turn.Officer), measure.Date{}); len(said) == 1 && said[0].Kind == measure.Number && !said[0].Ordinal {
		return said[0].Low
	}
	return 0
}

// countAgreed is the number of children a line puts before the applicant and the answer
// agrees to without a number of its own: "Just the one child?" "Yes, only that one."
func (a *answer) countAgreed(path string) (Claim, bool) {
	yes, to, sure := a.particles()
	if path != children || to == 0 || !yes || !a.ownLine || anyIs(a.terms[to:], mChildren|mFix|mBut) {
		return Claim{}, false
	}
	n := a.lineNumber()
	if n == 0 && onlyOfYours(a.ask) {
		n = 1
	}
	for _, m := range a.mentions {
		if m.Low != n {
			return Claim{}, false
		}
	}
	k := a.claim(kindChildren, path, &clause{not: -1}, 0, to)
	k.low, k.Certain, k.asked = n, sure, true
	return k, n > 0
}

// ownChildren finds children the applicant speaks of unasked as his or her own, where
// the form declares none or fewer: "my son is six", "we and the twins".
func (c *Case) ownChildren(a *answer, out []Claim) []Claim {
	f := c.fact(children)
	if f == nil {
		return out
	}
	for i := range a.terms {
		cl, t := a.clauseOf(i), a.terms[i]
		if c.category == transcript.J1AuPair && (t.broad || !a.has(i, i+1, "son", "daughter") || i == 0 || !a.has(i-1, i, "my")) {
			continue // "the" children are those of the host
		}
		if a.hasNone(cl, i) || a.hopesForFirst(cl, i) {
			k := a.claim(kindChildren, children, cl, max(cl.not, cl.from), i+1)
			k.Negative = true
			return append(out, k)
		}
		two := a.has(i, i+1, "twins") && a.has(max(i-2, cl.from), i, "the", "our", "my")
		if !cl.plain() || cl.negated || cl.hedged || cl.marks&mSoon != 0 || !two && !a.ownChild(cl, i) && !a.hasSo(cl, i) {
			continue
		}
		n := a.countBefore(i)
		if two || n == 0 && a.has(i-1, i, "elder", "eldest", "older", "oldest", "younger", "youngest", "other", "middle") && !t.broad {
			n = 2
		}
		if n = max(n, 1); n <= float64(childrenOf(f)) && !a.hasSo(cl, i) {
			continue
		}
		k := a.claim(kindChildren, children, cl, max(i-1, cl.from), i+max(int(t.n), 1))
		k.low, k.Negative = n, false
		return append(out, k)
	}
	return out
}

// twins is what is told of children who are of one age.
const twins = "twins"

// twinsTold finds that the applicant's children are called twins where no two of those
// declared are of one age.
func (c *Case) twinsTold(a *answer) (Claim, bool) {
	f := c.fact(children)
	if f == nil || !a.has(0, len(a.words), "twins") || len(f.items) == 0 || a.asksTheirChildren() || c.asksMinded(a) {
		return Claim{}, false
	}
	seen := map[float64]bool{}
	for i := range f.items {
		age, ok := f.items[i].part("age")
		if !ok || age.Type != transcript.TypeNumber || seen[age.Num] {
			return Claim{}, false
		}
		seen[age.Num] = true
	}
	for i := range a.words {
		cl := a.clauseOf(i)
		if !a.has(i, i+1, "twins") || !cl.plain() || cl.negated || cl.hedged || i == cl.from {
			continue
		}
		if a.terms[i-1].is(mMine) || a.has(cl.from, cl.from+1, "they're", "they") && a.childrenInLine() && a.has(i-1, i, "they're", "are") {
			k := a.claim(kindChildren, children, cl, max(i-1, cl.from), i+1)
			k.word, k.asked = twins, a.asks(children)
			return k, true
		}
	}
	return Claim{}, false
}

// hopesForFirst reports whether a clause says that the applicant still hopes for a first child,
// by the word at i: "we are praying for the first child".
func (a *answer) hopesForFirst(cl *clause, i int) bool {
	if a.lexemes[i].is&isChildren == 0 && !a.has(i, i+1, "baby") || !a.has(i-1, i, "first") || !cl.plain() || cl.negated || cl.other || a.gone(cl) {
		return false
	}
	return a.is(cl.from, i, mI) && a.has(cl.from, i, "praying", "pray", "trying", "hoping", "hope", "waiting", "expecting", "wait") && a.has(i-3, i-1, "for", "our", "the", "a")
}

// hasNone reports whether a clause says in so many words that the applicant has no
// children, by the word at i: "we are not blessed with kids yet".
func (a *answer) hasNone(cl *clause, i int) bool {
	if a.lexemes[i].is&isChildren == 0 || !cl.plain() || !cl.negated || cl.hedged || cl.not > i || cl.marks&(mPast|mSoon) != 0 || cl.who&^pSelf != 0 {
		return false
	}
	own := a.is(cl.from, i, mI) && a.has(cl.from, i, "have", "haven't", "don't", "got", "blessed", "given") || i-cl.from <= 1
	own = own || i-cl.from == 3 && a.has(cl.from, i, "there") && a.has(cl.from, i, "is", "are")
	return own && (i+1 == cl.to || a.has(i+1, i+2, "yet", "so", "till", "until", "now", "sir", "madam", "together", "either"))
}

// hasSo reports whether a clause says in so many words how many children the applicant
// has, by the word at i: "I have four children".
func (a *answer) hasSo(cl *clause, i int) bool {
	if !a.childWord(i) || a.countBefore(i) == 0 || a.lineHas([]string{"help", "helping", "helps", "staff", "employees", "workers", "working"}) || i-cl.from < 2 || i+1 < cl.to && isKin(a.terms[i+1]) {
		return false
	}
	for j := max(i-3, cl.from+1); j < i; j++ {
		if a.has(j, j+1, "have", "got", "having") && a.is(j-1, j, mI) && !a.has(cl.from, cl.to, "class", "pupils", "only", "there", "school", "still") {
			return true
		}
	}
	return false
}

// childrenOf is how many children are declared: those listed, or the number written.
func childrenOf(f *fact) int {
	if len(f.items) <= 1 && len(f.mentions) == 1 && f.mentions[0].Kind == measure.Number && !strings.Contains(f.said, "age") {
		return int(f.mentions[0].Low)
	}
	return len(f.items)
}

// ownChild reports whether the word at i is a child the applicant calls his or her own.
func (a *answer) ownChild(cl *clause, i int) bool {
	t := a.terms[i]
	next := i + max(int(t.n), 1)
	if t.party == 0 && a.has(i, i+1, "boys", "girls") && i > cl.from+1 && a.countBefore(i) > 0 && a.terms[i-2].is(mMine) {
		return !a.has(cl.from, cl.to, "shop", "staff", "workers", "class", "team", "office", "dogs")
	}
	if t.party&pOffspring == 0 || t.party&^pOffspring != 0 || t.poss || i == cl.from || next < cl.to && isKin(a.terms[next]) {
		return false
	}
	mine := a.terms[i-1].is(mMine) || a.countBefore(i) > 0 && i > cl.from+1 && a.terms[i-2].is(mMine) || kinAdjective[a.words[i-1].Text] && i > cl.from+1 && a.terms[i-2].is(mMine)
	return mine && !a.has(cl.from, cl.to, "class", "pupils", "students", "ward", "patients", "future", "would", "boss", "like", "die", "died", "lost")
}

func (a *answer) childCount(path string, out []Claim) []Claim {
	if a.lineHas([]string{"times", "often", "hours", "weeks", "months", "calls", "interviews"}) {
		return out
	}
	if k, ok := a.bareCount(path); ok {
		return append(out, k)
	}
	k, found := Claim{}, false
	for i := range a.terms {
		cl := a.clauseOf(i)
		if !cl.plain() || path == children && cl.other && !cl.inherits && cl.who&pHuman&^pOffspring != 0 || !a.childWord(i) {
			continue
		}
		n := a.countBefore(i)
		from := i
		if n > 0 && i > 0 {
			from = i - 1
		} else if a.has(max(i-2, cl.from), i, "one", "a", "only") || i > cl.from && a.terms[i-1].is(mMine) && !a.terms[i].broad && !strings.HasSuffix(a.words[i].Text, "s") {
			n = 1
		}
		if found && k.broad {
			continue // "two children, a boy and a girl"
		}
		if found {
			k.low += n // "a boy and a girl"
			k.Span = transcript.SpanOf(a.turn.Applicant, k.Span.Start, a.words[i].End)
			continue
		}
		k, found = a.claim(kindChildren, path, cl, from, i+1), true
		k.low, k.asked = n, true
		k.broad = n > 0 && (a.terms[i].broad || strings.HasPrefix(a.words[i].Text, "child") || strings.HasPrefix(a.words[i].Text, "kid"))
		if k.Negative = n == 0 && cl.negated && cl.not < i; k.Negative {
			k.Span = a.span(max(cl.not, cl.from), i+1)
		}
	}
	if found {
		return append(out, k)
	}
	if k, ok := a.onlyOne(path); ok {
		return append(out, k)
	}
	yes, to, sure := a.particles()
	having := (a.lineHas([]string{"have", "any"}) || a.asksChildrenAlone()) && !a.lineHas([]string{"going", "travelling", "after", "born", "attend"})
	if cl := &a.clauses[0]; to == 0 && having && a.polarLine() && cl.plain() && cl.negated && a.has(cl.not, cl.to, "yet", "given", "blessed", "give", "luck") && a.childrenInLine() {
		k := a.claim(kindChildren, path, cl, cl.from, cl.to)
		k.Negative, k.asked = true, true
		return append(out, k) // "not yet", "God has not given us"
	}
	none := a.statesNone() && !a.lineHas([]string{"else", "other", "more"}) && a.lineIs(mChildren) && a.ownLine
	if to > 0 && none && yes {
		k := a.claim(kindChildren, path, &clause{not: -1}, 0, to)
		k.Negative, k.Certain, k.asked = true, sure, true
		return append(out, k)
	}
	if to > 0 && !yes && (having && a.polarLine() || to == len(a.words) && a.lineHas([]string{"many"})) {
		k := a.claim(kindChildren, path, &clause{not: -1}, 0, to)
		k.Negative, k.Certain, k.asked = true, sure, true
		return append(out, k)
	}
	return out
}

// onlyOne reads "I have only one" to a line about children: a lone "one" counts where it is
// all there is.
func (a *answer) onlyOne(path string) (Claim, bool) {
	for i := 1; i < len(a.words); i++ {
		cl := a.clauseOf(i)
		if a.words[i].Text == "one" && i > cl.from && a.has(i-1, i, "only", "just") && i+1 == cl.to && cl.plain() && !cl.negated && !cl.other && a.lineIs(mChildren) {
			k := a.claim(kindChildren, path, cl, i-1, i+1)
			k.low, k.asked = 1, true
			return k, true
		}
	}
	return Claim{}, false
}

// bareCount is the number an answer gives by itself: "Three. One son, two
// daughters."
func (a *answer) bareCount(path string) (Claim, bool) {
	k, found := Claim{}, false
	for _, m := range a.mentions {
		if a.lineHas([]string{"old"}) && !a.lineHas([]string{"many", "have", "any"}) && m.Low != float64(len(a.mentions)-1) {
			break // an age, where a count would go before as many of them
		}
		cl := a.clauseOf(m.From)
		if m.Kind != measure.Number || m.Low >= 15 || m.Ordinal || cl.to-cl.from > 2 && !a.onlyCount(cl) && !(m.From-cl.from <= 3 && (m.To == cl.to || a.has(m.To, m.To+1, "now", "since", "already", "today", "of", "all")) && cl.who&pSelf != 0 && a.has(m.From-1, m.From, "have", "got", "given", "us", "me", "with", "having", "raising", "raised")) || slices.ContainsFunc(a.terms[:m.From], func(t term) bool { return t.is(mChildren) }) {
			continue
		}
		if found && !a.fixedBefore(m.From) {
			break
		}
		k, found = a.claim(kindChildren, path, cl, m.From, m.To), true
		k.low, k.asked = m.Low, true
	}
	return k, found
}

// onlyCount reports whether a clause says no more than that there is one: "only the
// one".
func (a *answer) onlyCount(cl *clause) bool {
	for i := cl.from; i < cl.to; i++ {
		if !a.terms[i].is(mOnly|mSpeech) && !a.has(i, i+1, "the", "this", "that", "one", "just", "only", "child", "kid", "so", "far", "yet") {
			return false
		}
	}
	return a.is(cl.from, cl.to, mOnly) || a.has(cl.from, cl.to, "just", "only")
}

// fixedBefore reports whether words of correction stand right before the word at i,
// in its sentence: "two, no, three".
func (a *answer) fixedBefore(i int) bool { return a.fixedBetween(max(i-3, 0), i) }

// fixedBetween reports whether a word from from to to takes back what was said before it.
func (a *answer) fixedBetween(from, to int) bool {
	for j := from; j < to; j++ {
		if a.terms[j].is(mFix) || a.words[j].Text == "no" {
			return true
		}
	}
	return false
}

// childWord reports whether the word at i stands for children and nobody else.
func (a *answer) childWord(i int) bool {
	t := a.terms[i]
	return t.party&pOffspring != 0 && t.party&^pOffspring == 0 || t.is(mChildren)
}
