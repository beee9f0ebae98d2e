package scoring

import (
	"slices"
	"strings"

	"github.com/viceconsul/viceconsul/interview/transcript"
	"github.com/viceconsul/viceconsul/interview/transcript/measure"
)

const (
	immediateUS = "family.us_immediate_relatives"
	otherUS     = "family.us_other_relatives"
	marital     = "identity.marital_status"
	children    = "family.children"
	companions  = "trip.companions"
)

// familyClaims finds who is family, where they are and who comes along.
func (c *Case) familyClaims(a *answer, out []Claim) []Claim {
	out = c.maritalClaims(a, out)
	out = c.relativeClaims(a, out)
	out = c.childClaims(a, out)
	out = c.companionClaims(a, out)
	out = c.spouseTravels(a, out)
	return c.nationalityClaims(a, out)
}

// maritalClaims finds what an answer says, or takes for granted, about being
// married: "my husband will meet me there".
func (c *Case) maritalClaims(a *answer, out []Claim) []Claim {
	asked := a.asks(marital) && a.lineHas([]string{"married", "single", "spouse"}) && !a.lineHas([]string{"planning", "get", "getting"})
	for i := range a.terms {
		cl := a.clauseOf(i)
		if !cl.plain() || cl.quoted {
			continue
		}
		word, negative := a.maritalWord(cl, i, asked)
		if word == "" && asked && a.weddingHeld(cl, i) {
			word = "married"
		}
		if word == "" && i == cl.from {
			word = a.unionTold(cl)
		}
		if word == "" {
			continue
		}
		k := a.claim(kindMarital, marital, cl, i, i+max(int(a.terms[i].n), 1))
		if i > 0 && a.terms[i-1].is(mMine) {
			k.Span = a.span(i-1, i+1)
		}
		if k.word, k.asked, k.Negative = word, asked, negative; negative && cl.not < i {
			k.Span = a.span(max(cl.not, cl.from), i+1)
		}
		out = append(out, k)
	}
	if asked && !slices.ContainsFunc(out, func(k Claim) bool { return k.kind == kindMarital }) {
		if yes, to, sure := a.particles(); to > 0 && slices.Contains(a.ask, "married") && !slices.Contains(a.ask, "single") {
			k := a.claim(kindMarital, marital, &clause{not: -1}, 0, to)
			k.word, k.Negative, k.Certain, k.asked = "married", !yes, sure, true
			out = append(out, k)
		}
	}
	return out
}

// householdLine are words by which a line asks whom the applicant lives with.
var householdLine = []string{"family", "household", "married", "spouse", "home", "house", "mrs", "wife", "husband", "alone"}

// unionTold is what a clause tells of a marriage without a word for the status: "the
// judge ended that", "we are still together".
func (a *answer) unionTold(cl *clause) string {
	switch {
	case cl.negated || cl.hedged || !a.lineHas(unionLine):
	case a.lineHas([]string{"husband", "wife", "spouse"}) && a.has(cl.from, cl.to, "died", "passed", "buried", "deceased", "expired") && a.has(cl.from, cl.to, "he", "she", "him", "her") && cl.who&pFamily == 0:
		return "widowed"
	case a.has(cl.from, cl.to, "judge", "court", "lawyers", "tribunal") && a.has(cl.from, cl.to, "ended", "dissolved", "finished", "annulled", "separated", "signed", "granted"):
		return "divorced"
	case a.has(cl.from, cl.to, "together") && a.has(cl.from, cl.to, "we", "we're") && a.has(cl.from, cl.to, "still", "are", "live", "living", "remain"):
		return "married"
	}
	return ""
}

// unionLine are words by which a line asks after a marriage.
var unionLine = []string{"divorced", "separated", "married", "marriage", "mrs", "wife", "husband", "spouse", "widow", "widowed"}

// weddingHeld reports whether the word at i is the applicant's own wedding, told as
// over: "the nikah is done".
func (a *answer) weddingHeld(cl *clause, i int) bool {
	if cl.negated || cl.hedged || cl.other || !a.has(i, i+1, "wedding", "marriage", "nikah") || a.has(max(i-2, 0), i, "his", "her", "their", "brother's", "sister's", "friend's") {
		return false
	}
	return a.has(cl.from, cl.to, "done", "did", "held", "performed", "happened", "completed") && cl.marks&mSoon == 0
}

// maritalWord is the marital status the word at i stands for.
func (a *answer) maritalWord(cl *clause, i int, asked bool) (word string, negative bool) {
	t := a.terms[i]
	if t.party&pSpouse != 0 && t.party&^pSpouse == 0 {
		switch {
		case t.poss && a.has(i+1, i+3, "friend", "friends"):
			return "", false
		case t.is(mMine), a.verbless(cl) && i <= cl.from+1 && a.has(i-1, i, "a", "one") && a.lineHas(householdLine):
			return "married", false // "my madam"; "a wife, since two years"
		case a.has(i+1, cl.to, "died", "deceased", "dead", "passed", "expired"), a.has(max(i-3, cl.from), i, "lost"):
			return "widowed", false
		case a.has(max(i-2, cl.from), i, "late", "ex", "former", "future"):
			return "", false
		case i > cl.from && a.terms[i-1].is(mMine), a.has(max(i-2, cl.from), i, "have", "got") && cl.who&pSelf != 0:
			return "married", cl.negated && cl.not < i && i-cl.not <= 4
		}
		return "", false
	}
	if !t.is(mMarital) || cl.other && cl.who&pHuman != 0 || a.has(max(i-3, cl.from), i, "his", "her", "their", "brother", "sister", "parents", "get", "getting", "be") {
		return "", false
	}
	denied := cl.negated && cl.not < i && i-cl.not <= 3
	if !denied && a.has(max(i-2, cl.from), i, "was", "were", "been") && a.has(i, cl.to, "before", "once", "previously", "earlier") {
		return "formerly", false
	}
	if !asked && cl.who&pSelf == 0 {
		return "", false
	}
	switch a.words[i].Text {
	case "married":
		if asked || a.has(max(i-4, cl.from), i, "i'm", "am", "i", "got", "are", "not") {
			return "married", denied
		}
	case "never":
		return "single", false
	case "single", "unmarried", "bachelor", "spinster":
		if i > cl.from && a.terms[i-1].is(mMine) {
			return "", false // "my bachelor" is a degree
		}
		if i+1 < cl.to && a.has(i+1, i+2, "entry", "child", "parent", "time", "day", "room", "one", "mother", "father", "degree") {
			return "", false
		}
		return "single", denied
	case "divorced":
		return "divorced", denied
	case "widow", "widowed", "widower":
		return "widowed", denied
	case "separated":
		return "legally_separated", denied
	case "engaged":
		return "single", denied
	}
	return "", false
}

// childClaims finds how many children there are, and how old.
func (c *Case) childClaims(a *answer, out []Claim) []Claim {
	if a.lineHas([]string{"other", "another", "more", "else"}) {
		return out // those told of before are left out
	}
	for _, path := range []string{"jw.host_family", children} {
		asked := a.asks(path) && (path != children || a.lineHas([]string{"children", "kids"}) && (a.lineHas([]string{"have", "any", "many", "old", "leave", "leaving", "behind"}) || len(a.ask) == 1))
		if !asked {
			continue
		}
		return a.childCount(path, out)
	}
	return c.ownChildren(a, out)
}

// ownChildren finds children the applicant speaks of unasked as his or her own, where
// the form declares none or fewer: "my son is six", "we and the twins".
func (c *Case) ownChildren(a *answer, out []Claim) []Claim {
	f := c.fact(children)
	if f == nil || c.category == transcript.J1AuPair {
		return out
	}
	for i := range a.terms {
		cl, t := a.clauseOf(i), a.terms[i]
		twins := a.has(i, i+1, "twins") && a.has(max(i-2, cl.from), i, "the", "our", "my")
		if !cl.plain() || cl.negated || cl.hedged || cl.marks&mSoon != 0 || !twins && !a.ownChild(cl, i) {
			continue
		}
		n := a.countBefore(i)
		if twins {
			n = 2
		}
		if n = max(n, 1); n <= float64(len(f.items)) {
			continue
		}
		k := a.claim(kindChildren, children, cl, max(i-1, cl.from), i+max(int(t.n), 1))
		k.low, k.Negative = n, false
		return append(out, k)
	}
	return out
}

// ownChild reports whether the word at i is a child the applicant calls his or her own.
func (a *answer) ownChild(cl *clause, i int) bool {
	t := a.terms[i]
	next := i + max(int(t.n), 1)
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
		if !cl.plain() || path == children && cl.other && cl.who&pHuman&^pOffspring != 0 || !a.childWord(i) {
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
	yes, to, sure := a.particles()
	having := (a.lineHas([]string{"have", "any"}) || len(a.ask) == 1) && !a.lineHas([]string{"going", "travelling", "after", "born", "attend"})
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

// bareCount is the number an answer gives by itself: "Three. One son, two
// daughters."
func (a *answer) bareCount(path string) (Claim, bool) {
	k, found := Claim{}, false
	for _, m := range a.mentions {
		cl := a.clauseOf(m.From)
		if m.Kind != measure.Number || m.Low >= 15 || m.Ordinal || cl.to-cl.from > 2 && !a.onlyCount(cl) && !(cl.to-cl.from <= 4 && m.To == cl.to && cl.who&pSelf != 0 && a.has(m.From-1, m.From, "have", "got", "given", "us", "me", "with", "having", "raising", "raised")) || slices.ContainsFunc(a.terms[:m.From], func(t term) bool { return t.is(mChildren) }) {
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
		if !a.terms[i].is(mOnly|mSpeech) && !a.has(i, i+1, "the", "this", "that", "one", "just", "only", "child", "kid") {
			return false
		}
	}
	return a.is(cl.from, cl.to, mOnly) || a.has(cl.from, cl.to, "just", "only")
}

// fixedBefore reports whether words of correction stand right before the word at i,
// in its sentence: "two, no, three".
func (a *answer) fixedBefore(i int) bool {
	for j := i - 1; j >= max(i-3, 0); j-- {
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

// companionClaims finds who travels too.
func (c *Case) companionClaims(a *answer, out []Claim) []Claim {
	asked := a.asks(companions) && slices.ContainsFunc(a.ask, func(w string) bool {
		switch w {
		case "travelling", "traveling", "alone", "going", "coming", "taking", "goes", "bring", "applying", "j", "with", "join", "joining", "joins", "group", "accompanying", "accompany", "companions", "company", "come", "comes", "travel", "travels":
			return true
		}
		return false
	})
	if !asked && c.fact(companions) == nil {
		return out
	}
	n := len(out)
	for i := range a.terms {
		cl, t := a.clauseOf(i), a.terms[i]
		if !cl.plain() || !asked && !a.comesAlong(cl, i) && !a.goesAlone(cl, i) {
			continue
		}
		if !a.tellsCompany(cl) {
			continue
		}
		alone := !cl.negated && (a.has(i, i+1, "alone") || a.has(i, i+1, "myself") && !a.has(i+1, i+2, "and") && !a.amongOthers(cl))
		if a.staysBehind(cl) {
			continue
		}
		if t.party&(pFamily|pFriend) == 0 && !alone || a.has(i+1, cl.to, "stays", "stay", "here", "remain", "remains", "home", "works", "later", "pays", "paying", "job") || t.poss {
			continue
		}
		k := a.claim(kindCompanion, companions, cl, i, i+max(int(t.n), 1))
		k.party, k.broad, k.asked = t.party&(pFamily|pFriend), t.broad, asked
		if alone {
			k.party, k.Negative = pFamily|pFriend, true
		}
		out = append(out, k)
	}
	named := a.lineParty(pFamily | pFriend)
	anyone := named == pFamily|pFriend
	if yes, to, sure := a.particles(); asked && len(out) == n && to > 0 && (!yes || !anyone) && a.polarLine() && !a.lineHas([]string{"alone", "attendant", "school"}) && !(anyone && a.lineHas(personPronouns)) {
		k := a.claim(kindCompanion, companions, &clause{not: -1}, 0, to)
		k.party, k.Negative, k.Certain, k.asked = named, !yes, sure, true
		out = append(out, k)
	}
	return out
}

// personPronouns stand in a line for somebody spoken of before.
var personPronouns = []string{"he", "she", "they", "he's", "she's", "they're", "him", "her", "them"}

// goesAlone reports whether a clause says unasked that the applicant travels alone.
func (a *answer) goesAlone(cl *clause, i int) bool {
	return a.has(i, i+1, "alone") && cl.who == pSelf && !cl.negated && !cl.hedged && a.has(cl.from, i, "going", "travelling", "traveling", "coming", "go", "travel", "come", "fly", "flying") && !a.gone(cl)
}

// tellsCompany reports whether a clause can say who travels too: it names somebody,
// or says who comes along.
func (a *answer) tellsCompany(cl *clause) bool {
	if a.has(cl.from, cl.to, "coming", "comes", "come", "travelling", "traveling", "travel", "travels", "going", "go", "goes", "with", "joins", "join", "joining", "taking", "bringing", "alone", "accompany") {
		return !a.gone(cl)
	}
	return a.verbless(cl) && !a.has(cl.from, cl.to, "is", "are", "was", "have", "has")
}

// comesAlong reports whether a clause says unasked that the family member at word i
// will make the journey with the applicant: "my wife will come with me".
func (a *answer) comesAlong(cl *clause, i int) bool {
	if a.terms[i].party&pFamily == 0 || cl.negated || cl.hedged || a.gone(cl) || i == cl.from || !a.terms[i-1].is(mMine) && !a.has(i-1, i, "and", "the", "small") {
		return false
	}
	for j := i + 1; j+2 < cl.to; j++ {
		if a.has(j, j+1, "come", "comes", "coming", "travel", "travels", "travelling", "traveling", "fly", "flies", "flying") {
			return a.has(j+1, j+2, "with") && a.has(j+2, j+3, "me", "us")
		}
	}
	return false
}

// staysBehind reports whether a clause, or its sentence, says that those it names do
// not come along: they stay with somebody, or are in a town at home.
func (a *answer) staysBehind(cl *clause) bool {
	if a.has(cl.from, cl.to, "staying", "stay", "stays", "remain", "remains", "remaining") && cl.who&pSelf == 0 && !a.has(cl.from, cl.to, "me", "us") {
		return true
	}
	for i := range a.clauses {
		o := &a.clauses[i]
		if o.sentence != cl.sentence || o.from < cl.from || o.who&pSelf != 0 || a.is(o.from, o.to, mUS|mThere) || a.has(o.from, o.to, "me", "us", "flight", "plane", "same") {
			continue
		}
		for w := o.from; w+1 < o.to; w++ {
			if a.has(w, w+1, "be", "are", "stay", "remain") && a.has(w+1, w+2, "in", "at", "with", "here") {
				return true
			}
		}
	}
	return false
}

// amongOthers reports whether the sentence of a clause counts the applicant in with
// others: "all of us, myself, my wife and the twins".
func (a *answer) amongOthers(cl *clause) bool {
	for i := range a.words {
		if o := a.clauseOf(i); o.sentence == cl.sentence && (a.terms[i].party&(pFamily|pFriend)&^pSelf != 0 || a.has(i, i+1, "us", "we", "group")) {
			return true
		}
	}
	return false
}

// lineParty is whom the officer's line asks about, or all when it names nobody.
func (a *answer) lineParty(all party) party {
	var p party
	for _, t := range a.line {
		p |= t.party & all
	}
	if p == 0 {
		return all
	}
	return p
}

// partnerThere reports whether a clause places somebody in the United States, for now
// or to come.
func (a *answer) partnerThere(cl *clause) bool {
	us := a.is(cl.from, cl.to, mUS) || slices.ContainsFunc(a.terms[cl.from:cl.to], func(t term) bool { return t.place != nil && t.place.us })
	return us && !a.otherCountry(cl) && !a.leftThere(cl) && a.has(cl.from, cl.to, "lives", "is", "moved", "works", "studies", "living", "staying", "working")
}

// nationalityClaims finds a second passport, and a partner in the United States.
func (c *Case) nationalityClaims(a *answer, out []Claim) []Claim {
	for i := range a.terms {
		cl := a.clauseOf(i)
		p := a.terms[i].place
		if p != nil && p.whole && !p.us && cl.plain() && !cl.negated && !(cl.other && cl.who&pHuman != 0) && a.has(i+1, i+3, "passport", "citizen", "citizenship", "nationality", "national") && !a.has(cl.from, i, "my brother", "expired") {
			k := a.claim(kindStatus, "identity.nationality", cl, i, i+2)
			k.word = p.where
			k.asked = a.asks("identity.nationality", "identity.other_nationalities")
			out = append(out, k)
		}
		if a.terms[i].party&pPartner != 0 && cl.plain() && (a.asks("us_contact.relationship") || a.partnerThere(cl)) && !cl.negated && i > 0 && a.terms[i-1].is(mMine) {
			k := a.claim(kindStatus, "us_contact.relationship", cl, i-1, i+1)
			k.word, k.asked = "partner", true
			out = append(out, k)
		}
	}
	return out
}
