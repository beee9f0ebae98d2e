package scoring

import (
	"slices"

	"github.com/viceconsul/viceconsul/interview/transcript/measure"
)

// byAnswer reads an answer to a yes-or-no line that names the matter in no clause:
// "No", "They did", "not a single day", "only by three days".
func (r *hearing) byAnswer(out []Claim) []Claim {
	yes, no := r.polarity()
	if yes == 0 && no == 0 {
		if said, to, sure := r.particles(); r.of == ofTravel && to > 0 && !said && r.lineHas([]string{"which", "what", "where", "many"}) {
			return r.stands(out, false, 1, -1, 0, to, sure)
		}
		if cl := r.deniesPresumed(); cl != nil {
			return r.stands(out, false, 1, -1, cl.from, cl.to, !cl.hedged)
		}
		return r.byDetail(out)
	}
	if before, at := r.byOrdinal(); at >= 0 && (yes == -no || !before) {
		return r.stands(out, before, 1, -1, at, at+1, true)
	}
	if cl := &r.clauses[0]; r.deniesSaying(cl, cl.to) {
		return r.stands(out, true, yes, no, cl.from, cl.to, !cl.hedged)
	}
	if said, to, sure := r.particles(); to > 0 && !(said && r.namesAbroadFirst(to)) {
		return r.stands(out, said, yes, no, 0, to, sure)
	}
	if cl := &r.clauses[0]; r.ownsSome(cl) {
		return r.stands(out, true, yes, no, cl.from, cl.to, true)
	}
	for i := range r.clauses {
		cl := &r.clauses[i]
		if cl.plain() && r.notDoneByOther(cl) {
			return r.stands(out, false, yes, no, cl.from, cl.to, !cl.hedged)
		}
		if cl.plain() && r.filedByOther(cl) {
			return r.stands(out, true, yes, no, cl.from, cl.to, !cl.hedged)
		}
		if !cl.plain() || r.ofOther(cl) && !r.onlyOther(cl) {
			continue
		}
		if said, ok := r.bare(cl, i); ok && !(said && r.namesAbroadFirst(cl.from)) {
			return r.stands(out, said, yes, no, cl.from, cl.to, !cl.hedged)
		}
	}
	return out
}

// deniesPresumed is the clause that denies what a line takes for granted: "there was no
// last time" to "How did it go last time?" Nil for none.
func (r *hearing) deniesPresumed() *clause {
	if r.yesNoLine() || r.aboutTelling() || !r.lineHas([]string{"how", "what", "when", "why"}) {
		return nil
	}
	for i := range r.clauses {
		if cl := &r.clauses[i]; cl.plain() && cl.negated && !cl.other && cl.who&pSelf == 0 && r.has(cl.from, cl.not, "there") && r.deniesNoun(cl) {
			return cl
		}
	}
	return nil
}

// namesAbroadFirst reports whether a yes, which ends at word to, follows the name of
// another country, and so is said of that one: "England, yes".
func (r *hearing) namesAbroadFirst(to int) bool {
	return (r.of == ofRefusal || r.of == ofVisit || r.of == ofVisa) && r.otherCountry(&clause{to: to})
}

// byOrdinal reads an answer that opens with which time this is, and no more: "Second,
// officer" tells of one before. It is the word, -1 for none.
func (r *hearing) byOrdinal() (before bool, at int) {
	if r.of != ofVisit && r.of != ofJ1 && r.of != ofTravel && r.of != ofVisa {
		return false, -1
	}
	cl := &r.clauses[0]
	for i := cl.from; i < cl.to; i++ {
		first, later := r.has(i, i+1, "first"), r.has(i, i+1, "second", "third", "fourth", "fifth")
		switch {
		case first || later:
			if i+1 < cl.to && !(i+2 >= cl.to && r.has(i+1, cl.to, "time", "one", "visit", "trip", "sir", "officer")) {
				return false, -1
			}
			return later, i
		case !r.terms[i].is(mSpeech) && !r.has(i, i+1, "the", "my", "it's", "no", "yes", "it", "is", "this", "will", "be"):
			return false, -1
		}
	}
	return false, -1
}

// filedByOther reports whether a clause takes up the line's verb for somebody else, who
// then did for the applicant what the line asks: "my sister did, in 2018".
func (r *hearing) filedByOther(cl *clause) bool {
	if r.of != ofPetition && r.of != ofEmployerPetition || cl.negated {
		return false
	}
	for i := cl.from + 1; i < cl.to; i++ {
		if r.has(i, i+1, "did", "has", "have") && anyParty(r.terms[cl.from:i]) {
			return i+1 == cl.to || r.inMention(i+1) || r.has(i+1, i+2, "in", "it", "so", "already", "that", "for", "long")
		}
	}
	return false
}

// notDoneByOther reports whether a clause denies that somebody else did what the line asks
// of them: "she has not done it till now".
func (r *hearing) notDoneByOther(cl *clause) bool {
	return (r.of == ofPetition || r.of == ofEmployerPetition) && cl.negated && cl.other && cl.to-cl.from <= 8 && r.has(cl.not, cl.to, "done", "did", "do", "started", "filed") && r.has(cl.from, cl.to, "it", "that", "anything", "so", "yet")
}

// ownsSome reports whether an answer opens with how much there was of what the line asks
// about: "some nights at the station of a relative".
func (r *hearing) ownsSome(cl *clause) bool {
	if r.of != ofWork && r.of != ofOverstay && r.of != ofStatus || !cl.plain() || cl.negated || !r.verbless(cl) {
		return false
	}
	return r.has(cl.from, cl.from+1, "some", "few", "a", "several", "couple", "only", "just", "one", "two", "three") &&
		r.has(cl.from+1, cl.from+4, "night", "nights", "day", "days", "week", "weeks", "weekend", "weekends", "evening", "evenings", "month", "months", "shift", "shifts", "hours", "times") && !r.seen(cl.from, cl.to, hTimely)
}

// stands makes a claim of a plain yes or no. yes and no are what these say of the
// matter: 1 that it happened, -1 that it did not, 0 nothing.
func (r *hearing) stands(out []Claim, said bool, yes, no, from, to int, sure bool) []Claim {
	sign := no
	if said {
		sign = yes
	}
	if sign == 0 {
		return out
	}
	if sign < 0 && r.excepted(r.clauseOf(to-1)) {
		sign = 1 // "never, except in 2019"
	}
	k := r.claim(kindStatus, eventPaths[r.of], &clause{not: -1}, from, to)
	k.Negative, k.Certain, k.asked = sign < 0, sure, true
	cl := r.clauseOf(to - 1)
	r.detail(&k, cl)
	if said && k.low == 0 && r.has(cl.from, cl.to, "there", "had", "have") {
		k.low = r.numberIn(cl)
	}
	return append(out, k)
}

// polarity is what yes and no to the officer's line say of the matter: both the same
// when the line states that nothing was, since either may agree with it.
func (r *hearing) polarity() (yes, no int) {
	if !r.yesNoLine() || r.aboutTelling() {
		return 0, 0
	}
	first := r.lineHas([]string{"first"}) || r.asksOfNew() || r.lineHas([]string{"number"}) && r.lineHas([]string{"one"})
	switch r.of {
	case ofVisa:
		return 0, -sign((r.line&hEarlier != 0 || r.lineHas([]string{"held", "hold"})) && !r.lineHas([]string{"same", "type", "lost", "other"}) && r.line&hJ1 == 0)
	case ofAccounts:
		return 0, -sign(r.opensWith("do"))
	case ofTravel:
		return 0, -sign(!r.lineHas([]string{"live", "lived", "living", "resided", "work", "worked"}))
	case ofLostPassport:
		if r.line&hLost == 0 {
			return 0, 0
		}
	case ofRefusal:
		if first {
			return -1, 0 // yes may deny; no may only mean an earlier visa
		}
		if r.line&hRefuse == 0 && !r.lineHas(obstacles) {
			return 0, -1 // "have you applied before?"
		}
	case ofJ1:
		if first {
			return -1, 1
		}
	case ofVisit:
		if r.lineHas([]string{"from"}) && r.lineHas([]string{"to"}) {
			return 0, 0 // "did you go from visitor to student there?"
		}
		if first && !r.lineHas([]string{"applying", "visa", "application"}) {
			return -1, 1
		}
	case ofOverstay, ofStatus:
		kept := r.lineHas([]string{"always", "maintain", "maintained", "keep", "kept", "valid"}) || r.line&hTimely != 0 && r.line&(hOver|hLate) == 0
		if kept == (r.of == ofOverstay) {
			return -1, 1
		}
	case ofMisrepresentation:
		if r.line&hGenuine != 0 && r.line&hFake == 0 {
			return -1, 1
		}
	case ofPublicProfiles:
		if r.line&hClosed != 0 && r.line&hOpen == 0 {
			return -1, 1
		}
	}
	if r.statesNone() {
		return -1, -1
	}
	return 1, -1
}

// obstacles are the words of a line that asks whether getting a visa was hard.
var obstacles = []string{"trouble", "problem", "problems", "difficulty", "difficulties", "hard", "issue", "issues"}

// asksOfNew reports whether "new" in the line is no part of a name: not "New York again?"
func (r *hearing) asksOfNew() bool {
	at := slices.Index(r.ask, "new")
	return at >= 0 && r.answer.line[at].place == nil
}

// yesNoLine reports whether the line can be answered by yes or no: it asks by no
// question word, and demands nothing.
func (a *answer) yesNoLine() bool {
	if a.polarLine() {
		return true
	}
	for _, w := range a.ask {
		if questionWord[w] {
			return false
		}
	}
	return len(a.ask) > 0 && !demand[a.ask[0]]
}

var (
	questionWord = set("who whom what when where which why how whose")
	demand       = set("tell describe explain list name show give walk talk")
)

// aboutTelling reports whether the line asks whether a thing was told, or about its
// course, and not whether it was.
func (a *answer) aboutTelling() bool {
	return a.lineHas([]string{"tell", "list", "listed", "answer", "221", "know", "ticked", "mention", "mentioned", "declare", "changed", "complete", "completed", "understand", "same", "explain", "include"}) && !a.lineHas([]string{"should"})
}

// statesNone reports whether the line states that nothing was, for the applicant to
// agree: "so you have never been refused?"
func (a *answer) statesNone() bool {
	if len(a.ask) == 0 || helpingVerb[a.ask[0]] {
		return false
	}
	for i, w := range a.ask {
		said := w == "no" && i > 0 && slices.Contains([]string{"said", "say", "says", "told", "you"}, a.ask[i-1])
		if noneWords[w] && !said && !anyOf(a.ask[i+1:min(i+4, len(a.ask))], "approve approved give given grant granted issue issued qualify get convince convinced satisfied let") {
			return true // and not "we said no to you", "we didn't approve it"
		}
	}
	return false
}

// noneWords are the words by which a line states that nothing was.
var noneWords = set("never no not nobody none nothing haven't didn't weren't wasn't")

var helpingVerb = set("do does did have has are is was were will can would could haven't didn't weren't wasn't hasn't don't doesn't isn't aren't")

// ofOther reports whether a clause speaks of somebody else alone.
func (r *hearing) ofOther(cl *clause) bool {
	return cl.other && cl.who&(pFamily|pFriend|pPartner) != 0 && !r.onMe(cl.from, cl.to)
}

// bare reads a clause that says yes or no and names nothing else: "one of them, yes",
// "it never happened to me", "not so much as a ticket", "only by three days".
func (r *hearing) bare(cl *clause, n int) (yes, ok bool) {
	not, said, timed := false, false, r.timed(cl)
	content := 0
	for i := cl.from; i < cl.to; i++ {
		t := r.terms[i]
		switch {
		case t.is(mNot) && !(particle(r.words, r.terms, cl, i) && i+1 < cl.to):
			not = true
		case t.is(mYes):
			said = true
		}
		if r.traits[i]&hLight == 0 && t.marks&(mNot|mYes|mSpeech) == 0 && !r.inMention(i) {
			content++
		}
	}
	light := content == 0
	switch {
	case r.deniesSaying(cl, cl.to):
		return true, true
	case not && cl.to-cl.not == 2 && demonstrative[r.words[cl.to-1].Text]:
		return false, true // "not that, only the H petition"
	case not && (r.of == ofStatus || r.of == ofOverstay) && r.has(cl.from, cl.to, "gap", "gaps", "break", "breaks", "interruption", "violation"):
		kept, _ := r.polarity()
		return (kept > 0) == (r.of == ofStatus), true // "without a single day of gap"
	case not && r.of == ofRefusalElsewhere && cl.to-cl.from <= 4 && r.has(cl.not, cl.to, "country", "countries", "embassy", "consulate"):
		return false, true // "with no country"
	case not && r.moreTimes(cl):
		return true, true
	case not && (light && r.deniesIt(cl) || r.notHere(cl) || r.leastOf(cl) || r.deniesChance(cl) || r.noSuch(cl) || r.deniesAsked(cl) || r.deniesNoun(cl) || r.deniesThat(cl)):
		return false, true
	case not:
		return false, false
	case said && light:
		return true, true
	case light && !not && r.has(cl.from, cl.to, "times", "occasions") && !r.abroadIn(cl.sentence):
		return true, true // "several times"
	case !not && r.has(cl.from, cl.from+1, "there") && r.has(cl.from+1, cl.from+2, "was", "were") && r.has(cl.from+2, cl.to, "period", "time", "gap", "occasion", "incident", "month", "months", "week", "weeks", "days"):
		return true, true // "there was a period of thirty days"
	case !not && r.onlyOther(cl):
		return false, true
	case light && !not && r.seen(cl.from, cl.to, hAllTime) && r.keepsTo():
		return true, true // "every time", "to the letter"
	case light && r.echoes(cl):
		return true, true
	case light && timed && n == 0 && !r.is(cl.from, cl.to, mI) && toldByTime[r.of] && r.verbless(cl):
		return true, true // "in 2019", "one night"
	case !not && cl.to-cl.from <= 7 && r.has(cl.from, cl.to, "one", "two", "some", "couple") && r.has(cl.from, cl.to, "there", "have", "had", "see", "find") && r.verbExists(cl):
		return true, true // "you will see one"
	}
	return true, n == 0 && r.ownsPart(cl)
}

// toldByTime are the events that a time alone owns, in answer to whether they were.
var toldByTime = [eventCount]bool{ofRefusal: true, ofRefusalElsewhere: true, ofEsta: true, ofArrest: true, ofOverstay: true, ofCancellation: true, ofJ1: true, ofLottery: true}

// verbExists reports whether a clause says that one of a kind is there, and names no
// other thing: "there was one", "I have two".
func (r *hearing) verbExists(cl *clause) bool {
	for i := cl.from; i < cl.to; i++ {
		if r.traits[i]&hLight == 0 && !r.terms[i].is(mSpeech|mVerb|mI|mThey|mSoon) && !r.has(i, i+1, "one", "two", "some", "couple", "see", "find") {
			return false
		}
	}
	return true
}

// keepsTo reports whether the line asks whether all was as it should be, so that yes
// says that nothing was.
func (r *hearing) keepsTo() bool {
	yes, no := r.polarity()
	return yes < 0 && no > 0
}

// abroadIn reports whether a sentence names another country and not this one.
func (r *hearing) abroadIn(sentence int) bool {
	return slices.ContainsFunc(r.inSentence(sentence), func(o clause) bool { return r.otherCountry(&o) })
}

// moreTimes reports whether a denial of once goes on to tell of more: "not once, not
// twice, three times".
func (r *hearing) moreTimes(cl *clause) bool {
	return r.has(cl.from, cl.to, "once", "one", "twice") && slices.ContainsFunc(r.inSentence(cl.sentence), func(o clause) bool {
		return o.from >= cl.to && !o.negated && r.has(o.from, o.to, "twice", "thrice", "times")
	})
}

// onlyOther reports whether a clause says that somebody else alone did: "only my
// husband has".
func (r *hearing) onlyOther(cl *clause) bool {
	switch r.of {
	case ofVisit, ofRefusal, ofArrest, ofOverstay, ofWork:
		return cl.marks&mOnly != 0 && !cl.negated && cl.to-cl.from <= 5 && r.verbless(cl) && r.has(cl.from, cl.from+1, "only", "just") && anyParty(r.terms[cl.from:cl.to]) && cl.who&pSelf == 0 && cl.marks&mVisa == 0
	}
	return false
}

// notHere reports whether a clause without a verb denies for this country or its
// offices alone: "not in the US embassy".
func (r *hearing) notHere(cl *clause) bool {
	if r.of != ofRefusal && r.of != ofVisit && r.of != ofVisa || !r.verbless(cl) || cl.not < 0 || r.is(cl.not, cl.to, mAbsolute) && cl.to-cl.not > 4 {
		return false
	}
	if cl.to-cl.not <= 3 && r.has(cl.not+1, cl.to, "here", "you") {
		return true // "England, yes. Not here."
	}
	return r.has(cl.not+1, cl.not+2, "in", "by", "at", "from", "with", "for") && (r.is(cl.not, cl.to, mUS) || r.seen(cl.not, cl.to, hVisa) || r.has(cl.not, cl.to, "you", "your", "here", "this")) && !r.otherCountry(cl)
}

// leastOf reports whether a clause denies even the least: "not so much as a ticket",
// "not a single rupee".
func (r *hearing) leastOf(cl *clause) bool {
	for i := cl.from; i < cl.to; i++ {
		if r.terms[i].is(mNot) && (r.has(i+1, i+3, "even", "single") || r.has(i+1, i+2, "one", "once") || r.has(i+1, i+2, "so") && r.has(i+2, i+3, "much")) {
			return cl.to == len(r.words) || !r.has(cl.to, cl.to+1, "but")
		}
		if r.terms[i].is(mNot) && r.terms[i].n > 1 && r.terms[i].is(mAbsolute) {
			return true // "not a single"
		}
	}
	return false
}

var (
	demonstrative = set("that this such those any")
	befalling     = set("problem problems issue issues situation situations experience experiences misfortune trouble difficulty incident incidents matter case story thing bad")
)

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
	if cl.negated || a.has(cl.from, cl.to, "hospital", "home", "airport") || !a.asks("security.arrests") && !a.events.has(ofArrest) || !a.has(i, i+1, "held", "taken", "took", "kept", "locked", "let", "released", "release", "detained", "caught", "picked", "put", "brought") {
		return false
	}
	if cl.who&pSelf != 0 && i > cl.from && a.has(i-1, i, "was", "were", "got", "been") {
		return true
	}
	they := i > cl.from && (a.terms[i-1].is(mThey) || a.has(i-1, i, "police", "officers"))
	return they && a.has(i+1, i+5, "me", "us")
}
