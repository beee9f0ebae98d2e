package scoring

import (
	"slices"

	"github.com/viceconsul/viceconsul/interview/transcript/measure"
)

// companionClaims finds who travels too.
func (c *Case) companionClaims(a *answer, out []Claim) []Claim {
	asked := a.asks(companions) && !a.lineHas([]string{"stay", "stays", "remains", "staying", "live", "living", "today", "outside", "back", "home", "house"}) && !a.lineOfVisit() && !(a.lineHas([]string{"this"}) && a.lineHas([]string{"morning"})) && !(a.lineHas([]string{"have", "got"}) && a.lineHas([]string{"here"})) && slices.ContainsFunc(a.ask, func(w string) bool {
		switch w {
		case "travelling", "traveling", "alone", "go", "going", "coming", "taking", "goes", "bring", "applying", "j", "with", "join", "joining", "joins", "group", "accompanying", "accompany", "companions", "company", "come", "comes", "travel", "travels", "family", "else", "together":
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
		if asked && t.party == 0 && t.is(mChildren) && i > 0 && (a.terms[i-1].is(mMine) || a.countBefore(i) > 0 && a.is(i-2, i-1, mMine)) {
			t.party, t.broad = pOffspring, true // "my two boys"
		}
		if !cl.plain() || !asked && !a.comesAlong(cl, i) && !a.goesAlone(cl, i) {
			continue
		}
		if !a.tellsCompany(cl) || a.narrates(cl) || cl.other && a.has(max(i-2, cl.from), i, "with") && a.is(cl.from, i, mThey) {
			continue
		}
		alone := !cl.negated && (a.onlyMe(cl, i) && asked || a.has(i, i+1, "alone") || a.has(i, i+1, "myself") && !a.has(i+1, i+2, "and") && !a.amongOthers(cl))
		if !alone && i-cl.from >= 2 && a.is(i-1, i, mTheirs) && a.has(i-2, i-1, "with") && (a.has(cl.from, i-2, "is", "are", "lives", "live", "stays") || !a.is(cl.from, i-2, mI) && !anyParty(a.terms[cl.from:i-2])) && !a.has(cl.from, i-2, "coming", "going", "travelling", "traveling", "flying", "joining") {
			continue // "my last born is upstairs with his wife"
		}
		if !alone && (a.staysBehind(cl) || a.has(max(i-3, cl.from), i, "see", "visit", "meet", "visiting", "seeing", "meeting")) {
			continue
		}
		if !alone && len(out) > n && out[n].Negative && a.verbless(cl) && !a.has(cl.from, i, "with", "and") {
			continue // "Only me. My wife, she stays home."
		}
		if asked && a.has(i, i+1, "all") && a.has(i+1, i+3, "us") && a.verbless(cl) && !cl.negated {
			t.party, t.broad = pFamily|pFriend, true // "all of us"
		}
		if t.party&(pFamily|pFriend|pPartner) == 0 && !alone || a.has(i+1, cl.to, "stays", "stay", "here", "upstairs", "downstairs", "remain", "remains", "home", "works", "later", "pays", "paying", "job") || t.poss || a.doesElse(cl, i) {
			continue
		}
		k := a.claim(kindCompanion, companions, cl, i, i+max(int(t.n), 1))
		k.party, k.broad, k.asked = t.party&(pFamily|pFriend|pPartner), t.broad, asked
		if alone {
			k.party, k.Negative = pFamily|pFriend, true
		}
		if alone && len(out) > n && out[len(out)-1].Negative {
			continue // said twice: "only me, I go alone"
		}
		out = append(out, k)
	}
	if asked && len(out) == n && a.lineHas([]string{"alone"}) && a.deniesAlone() {
		k := a.claim(kindCompanion, companions, &clause{not: -1}, 0, a.clauses[0].to)
		k.party, k.broad, k.Certain, k.asked = pFamily|pFriend, true, true, true
		out = append(out, k)
	}
	if asked && len(out) == n {
		out = a.howManyOfUs(out)
	}
	named := a.lineParty(pFamily | pFriend)
	anyone := named == pFamily|pFriend && !a.lineHas([]string{"two", "both"})
	if yes, to, sure := a.particles(); asked && len(out) == n && to > 0 && (!yes || !anyone) && (a.polarLine() || !yes && a.terms[0].is(mAbsolute)) && !a.lineHas([]string{"alone", "attendant", "school"}) && !(anyone && a.lineHas(personPronouns)) {
		k := a.claim(kindCompanion, companions, &clause{not: -1}, 0, to)
		k.party, k.Negative, k.Certain, k.asked = named, !yes, sure, true
		out = append(out, k)
	}
	return out
}

// doesElse reports whether the relative at word i is said to do something of which no rule
// knows: "my mother-in-law cries every day".
func (a *answer) doesElse(cl *clause, i int) bool {
	next := i + max(int(a.terms[i].n), 1)
	if next+1 >= cl.to || a.words[next].Breaks {
		return false
	}
	w := a.words[next].Text
	return len(w) > 3 && w != "flies" && w != "travels" && w[len(w)-1] == 's' && w[len(w)-2] != 's' && a.terms[next].marks == 0 && a.terms[next].party == 0 && manner.word(w) == 0 && !a.inName(next)
}

// howManyOfUs reads by how many the applicant says they travel: "so the three of us".
func (a *answer) howManyOfUs(out []Claim) []Claim {
	for i := range a.mentions {
		m := &a.mentions[i]
		cl := a.clauseOf(m.From)
		if m.Kind == measure.Number && m.Low >= 2 && m.Low <= 12 && a.has(m.To, m.To+1, "of") && a.has(m.To+1, m.To+2, "us") && cl.plain() && !cl.negated && !cl.hedged && !a.gone(cl) {
			k := a.claim(kindCompanion, companions, cl, m.From, m.To+2)
			k.low, k.word, k.asked = m.Low-1, numberOfUs, true
			return append(out, k)
		}
	}
	return out
}

// numberOfUs marks a number of companions that are not named.
const numberOfUs = "number"

// lineOfVisit reports whether the line asks whom the journey is to, and not who makes it:
// "Going to see family?"
func (a *answer) lineOfVisit() bool {
	return a.lineHas([]string{"see", "visit", "visiting", "meet", "seeing"}) && !a.lineHas([]string{"with", "alone", "together", "who", "who's", "along", "else"})
}

// personPronouns stand in a line for somebody spoken of before.
var personPronouns = []string{"he", "she", "they", "he's", "she's", "they're", "him", "her", "them"}

// onlyMe reports whether a clause without a verb names the applicant, by the word at i, and
// nobody else: "only me", "for now me only".
func (a *answer) onlyMe(cl *clause, i int) bool {
	return a.has(i, i+1, "me", "myself") && a.is(cl.from, cl.to, mOnly) && !a.is(cl.from, cl.to, mVerb) && !anyParty(a.terms[cl.from:cl.to]) && !a.has(cl.from, cl.to, "and", "with")
}

// goesAlone reports whether a clause says unasked that the applicant travels alone.
func (a *answer) goesAlone(cl *clause, i int) bool {
	return a.has(i, i+1, "alone") && cl.who == pSelf && !cl.negated && !cl.hedged && a.has(cl.from, i, "going", "travelling", "traveling", "coming", "go", "travel", "come", "fly", "flying") && !a.gone(cl)
}

// deniesAlone reports whether an answer opens with not being alone: "not alone, madam".
func (a *answer) deniesAlone() bool {
	cl := &a.clauses[0]
	return cl.negated && !cl.hedged && a.has(cl.not+1, cl.to, "alone") && cl.who&^pSelf == 0
}

// tellsCompany reports whether a clause can say who travels too: it names somebody,
// or says who comes along.
func (a *answer) tellsCompany(cl *clause) bool {
	if a.has(cl.from, cl.to, "coming", "comes", "come", "travelling", "traveling", "travel", "travels", "fly", "flies", "flying", "going", "go", "goes", "with", "joins", "join", "joining", "taking", "bringing", "alone", "accompany") && !(a.has(cl.from, cl.to, "busy", "occupied", "staying") && !a.has(cl.from, cl.to, "me", "us")) {
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
