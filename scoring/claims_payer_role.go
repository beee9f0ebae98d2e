package scoring

import (
	"slices"
	"strings"
)

// supportsOther reports whether the applicant keeps somebody else: "I support my
// mother".
func (a *answer) supportsOther(verb int, cl *clause) bool {
	for i := verb + 1; i < cl.to; i++ {
		if a.terms[i].party&pHuman != 0 {
			return a.leadOf(cl, i) == verb
		}
	}
	return false
}

// ownFunds reports whether the words up to i name the applicant's own money: "my
// own savings", "my salary".
func (a *answer) ownFunds(i int) bool {
	t := a.terms[i]
	if !t.is(mFunds) || t.is(mScholar|mLoan) || i == 0 {
		return false
	}
	for j := i - 1; j >= max(i-4, 0); j-- {
		switch before := a.terms[j]; {
		case before.party&^pSelf != 0:
			return false
		case before.is(mMine) || before.is(mOwn) || before.is(mI):
			return true
		case before.is(mTheirs | mThey):
			return false
		}
	}
	return false
}

// othersFunds reports whether the money at word i is somebody else's: "my father's
// savings and salary".
func (a *answer) othersFunds(cl *clause, i int) bool {
	for j := cl.from; j < i; j++ {
		if a.terms[j].party&^pSelf != 0 || a.terms[j].is(mTheirs) {
			return true
		}
	}
	if a.goesBeyond() && a.lineHas(personPronouns) {
		return true
	}
	return a.has(i+1, i+2, "of") && slices.ContainsFunc(a.terms[i+1:min(i+4, cl.to)], func(t term) bool { return t.party&^pSelf != 0 })
}

// standsIn reports whether the word at i, which can tell of money, tells who does the
// applicant's work meanwhile, or brought the applicant up.
func (a *answer) standsIn(i int) bool {
	if a.has(i, i+1, "raised", "raise", "raises") {
		return a.has(i+1, i+2, "me", "us")
	}
	return a.has(i, i+1, "cover", "covers", "covering") && a.has(i+1, i+2, "for") && a.has(i+2, i+3, "me", "us", "him", "her")
}

// paysWage reports whether a clause answers a line about a wage: "only my own company
// pays me here".
func (a *answer) paysWage(cl *clause, verb int) bool {
	return a.lineHas([]string{"paid", "salary", "wage", "wages"}) && a.has(cl.from, verb, "my", "our", "own") && a.has(verb+1, verb+2, "me", "us") && !a.has(verb+2, cl.to, "for", "trip", "ticket", "tickets", "travel", "hotel")
}

// helpsOtherwise reports whether help in a clause is not money: "my uncle helped
// me with the application".
func (a *answer) helpsOtherwise(cl *clause, verb int) bool {
	if a.anyWord(verb+1, cl.to, handedBills) {
		return false
	}
	if a.lexemes[verb].is&isGiving != 0 && a.has(verb+1, verb+2, "me", "us") && a.has(verb+2, verb+3, "a", "an", "one") && !a.is(verb+2, cl.to, mFunds|mCost|mScholar|mLoan) && !a.anyWord(verb+2, cl.to, payables) {
		return true // "so they give me a new one"
	}
	for i := verb; i < cl.to; i++ {
		if noMoney[a.words[i].Text] {
			return true
		}
	}
	return false
}

// noMoney are things people are helped with that cost nothing.
var noMoney = set("days leave time permission letter blessing bed recommendation reference application applications form forms documents document applying apply admission choose choosing advice advise english preparation prepare interview essay find finding settle contact translation paperwork papers morally moral emotionally homework decision idea plan dream choice sevis visa")

// paysForMe reports whether a clause volunteers who pays for this journey: a pay
// verb with a cost, or with the applicant, as its object, and no wage.
func (a *answer) paysForMe(cl *clause, verb int) bool {
	if a.words[verb].Text == "paid" && a.has(cl.from, verb, "my", "he", "she", "they") && !a.has(cl.from, verb, "is", "are", "will", "be", "being") {
		return false // for something gone by
	}
	for _, m := range a.mentions {
		if m.From >= cl.from && m.To <= cl.to && m.Per != "" {
			return false
		}
	}
	if a.has(verb+1, cl.to, "tuition", "fees", "fee", "trip", "expenses", "studies", "education", "training", "everything") || a.has(verb+1, cl.to, "ticket", "tickets", "flight") && !a.opensWith("why") ||
		a.paysForIt(cl, verb) || a.has(verb+1, verb+2, "for") && a.has(verb+2, verb+3, "me", "us") {
		return true
	}
	switch a.words[verb].Text {
	case "sponsor", "sponsors", "sponsoring", "sponsored", "fund", "funds", "funding", "funded", "finance", "finances", "financing", "support", "supports", "supporting":
		return a.has(verb+1, verb+2, "me", "us") || a.byOther(verb, cl)
	}
	return false
}

// paysForIt reports whether somebody "pays for it" and "it" is the study or the
// journey the answer or the officer's line spoke of, not a room or an insurance.
func (a *answer) paysForIt(cl *clause, verb int) bool {
	if n := cl.to - 2; n > verb && n <= verb+4 && a.has(n, n+1, "for") && a.has(n+1, n+2, "me", "us") && a.words[verb].Text != "paid" {
		return true
	}
	after := verb + max(int(a.terms[verb].n), 1)
	if !a.has(after, after+2, "it", "this", "all", "that") && !a.has(verb+1, verb+2, "me") {
		return false
	}
	for i := 0; i < cl.from; i++ {
		if of, ok := amountCues[a.words[i].Text]; ok && of != aCost && of != aTuition || otherBills[a.words[i].Text] {
			return false
		}
	}
	if cl.from == 0 && slices.ContainsFunc(a.asked, ofJourney) {
		return true // "it" is what the line asks about
	}
	return anyIs(a.terms[:cl.from], mCost) || a.lineIs(mCost) && cl.from > 0 || a.asks("trip.cost_usd", "f1.cost_year1") || a.lineHas([]string{"expenses", "cost", "fees", "tuition", "tickets", "trip"})
}

// ofJourney reports whether a field is of the journey or the program itself.
func ofJourney(path string) bool {
	return strings.HasPrefix(path, "trip.") || strings.HasPrefix(path, "f1.") || strings.HasPrefix(path, "j1.")
}

// paysAnother reports whether a clause says what else is paid for: "paid for my
// bachelor's degree", or "it" of an insurance just named.
func (a *answer) paysAnother(cl *clause, verb int) bool {
	for i := verb + 1; i < cl.to; i++ {
		if otherBills[a.words[i].Text] && !a.anyWord(verb+1, i, handedBills) || a.has(i-1, i, "for") && a.forOther(cl, i) {
			return true
		}
	}
	if !a.has(verb+1, verb+3, "it") {
		return false
	}
	for i := verb - 1; i >= 0 && a.clauseOf(i).sentence == cl.sentence; i-- {
		if otherBills[a.words[i].Text] {
			return true
		}
	}
	return false
}

// forOther reports whether the words from i name somebody besides the applicant and not
// the applicant: "pays for her", "for my brother".
func (a *answer) forOther(cl *clause, i int) bool {
	if a.has(i, cl.to, "me", "us", "myself", "both") {
		return false
	}
	if a.has(i, i+1, "her", "him", "them") {
		return i+1 == cl.to || a.words[i+1].Breaks
	}
	at := i
	for at < cl.to-1 && (a.terms[at].is(mMine|mTheirs) || before[a.words[at].Text]) {
		at++
	}
	return a.terms[at].party&pHuman&^pSelf != 0 && !a.terms[at].poss
}

// otherBills are things that are paid for beside the study or the journey.
var otherBills = set("lesson lessons classes tutor coaching car phone laptop exam exams room apartment flat dinner lunch gym dress books clothes bus taxi lawyer agent wedding hospital treatment medicine insurance bachelor's bachelor undergraduate phd's")

// alone reports whether the party at word i stands by itself in its clause, or in
// a row of its like, with no verb that says something else of it.
func (a *answer) alone(cl *clause, i int) bool {
	for j := cl.from; j < i; j++ {
		t := a.terms[j]
		if t.party == 0 && t.is(mVerb) && !slices.Contains([]string{"is", "are", "it's", "that's", "be", "he's", "been", "was"}, a.words[j].Text) && !(a.has(j, j+1, "have", "got", "get", "has") && a.terms[i].party&pHuman == 0) && !(t.is(mWent) && a.is(cl.from, j, mFunds)) || t.is(mHost) {
			return false
		}
	}
	if lead := a.leadOf(cl, i); lead >= cl.from && slices.Contains(notSubject, a.words[lead].Text) {
		return false
	}
	next := i + max(int(a.terms[i].n), 1)
	if a.terms[i].poss || next < cl.to && a.terms[next].is(mHost) {
		return false
	}
	for ; next < cl.to; next++ {
		t, w := a.terms[next], a.words[next].Text
		switch {
		case slices.Contains([]string{"in", "who", "from", "at"}, w), w == "of" && a.terms[i].party&^(pBody&^pBank) == 0:
			return true // "the ministry of education"
		case t.party != 0, t.is(mSpeech | mOwn | mOnly | mMine | mTheirs | mHedge | mFunds | mNot | mI), alongside[w]:
		case t.is(mVerb):
			return slices.Contains([]string{"will", "does", "is", "do", "has", "can"}, w) && (next+1 == cl.to || a.has(next+1, cl.to, "one", "right", "correct"))
		case next+1 < cl.to && a.properAt(next) && t.place == nil && (a.terms[next+1].is(mScholar | mLoan)):
		default:
			return false
		}
	}
	return true
}

// alongside are words that may stand between payers in a row.
var alongside = set("and or with my our the also too both mainly mostly elder older younger plus of a an part partly half together as well first living that any more anymore longer now alone")

// passive reports whether the verb says that its subject is paid for: "I am
// sponsored".
func (a *answer) passive(verb int) bool {
	w := a.words[verb].Text
	if verb == 0 || w != "paid" && (len(w) < 3 || w[len(w)-2:] != "ed") {
		return false
	}
	for i := max(verb-3, 0); i < verb; i++ {
		switch a.words[i].Text {
		case "am", "is", "are", "be", "being", "been", "was", "were", "i'm", "im", "it's", "fully", "getting", "get":
			return true
		}
	}
	return false
}

// byOther reports whether a clause names who pays after "by": "by my uncle", but
// not "by myself".
func (a *answer) byOther(verb int, cl *clause) bool {
	for i := verb; i+1 < cl.to; i++ {
		if a.words[i].Text == "by" {
			return !a.terms[i].is(mOwn) && !a.terms[i+1].is(mOwn)
		}
	}
	return false
}

// applicantBetween reports whether "I" stands between two words: "my father knows
// I pay".
func (a *answer) applicantBetween(from, to int) bool {
	for i := from + 1; i < to; i++ {
		if a.words[i].Text == "i" || a.words[i].Text == "we" {
			return a.words[i-1].Text != "and"
		}
	}
	return false
}

// antecedent is whom "he", "she" or "they" at word i stands for: the person named
// last before it; 0 when there is none.
func (a *answer) antecedent(i int) party {
	if !slices.Contains([]string{"he", "she", "they", "he's", "she's", "he'll", "she'll"}, a.words[i].Text) {
		return 0
	}
	for j := i - 1; j >= 0; j-- {
		if p := a.terms[j].party & pHuman &^ pSelf; p != 0 && !a.terms[j].poss {
			return p
		}
	}
	if p := a.lineParty((pHuman|pBody)&^pSelf) & a.lexemes[i].stands; p != 0 && (p&(p-1) == 0 || p == pParents) {
		return p // whom the line named
	}
	return a.pressedParty(a.words[i].Text)
}
