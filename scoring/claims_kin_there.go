package scoring

import (
	"math/bits"
	"slices"
)

// pairs is the most that a word for relatives of one kind stands for, husband and wife
// of either side; more is family in general, the host's too.
const pairs = 2

// thereClaims finds which relatives are told to live in the United States, or not to,
// and with what status, by who each clause is about: "my aunt, she is in Tampa", "he
// took the oath". It reads them whatever the line asks for.
func (c *Case) thereClaims(r *labelReader, out []Claim) []Claim {
	near := c.fact(immediateUS)
	if near == nil && c.fact(otherUS) == nil {
		return out
	}
	for n := range r.a.clauses {
		cl := &r.a.clauses[n]
		rooted := cl.quoted && !cl.hypothetical && !cl.question && r.a.rootedThere(cl) // "she says she'll show me her church in Ohio"
		if !cl.plain() && !rooted || cl.hedged || cl.negated || cl.marks&mSoon != 0 && !rooted && !r.a.citizenToBe(cl) {
			continue
		}
		who := r.about(cl.to - 1)
		if n > 0 && r.a.oneThere(cl) && r.a.clauses[n-1].sentence == cl.sentence {
			who = r.about(r.a.clauses[n-1].to - 1) // "my own brother, the one in Newark"
		}
		if who == pPerson && near != nil && len(near.items) == 1 && r.lineTopic() == 0 && r.a.lineHas(personPronouns) && near.parties&r.a.pronounIn(cl) != 0 {
			who = near.parties & pFamily // "he even voted" of the one who is there
		}
		if who&(pSelf|pFriend|pPerson|pPartner) != 0 || who&pFamily == 0 || bits.OnesCount32(uint32(who)) > pairs || r.a.theirs(cl) {
			continue
		}
		switch {
		case r.a.livesInUS(cl):
			out = r.a.thereClaim(cl, who, false, out)
		case near != nil && r.a.livesElsewhere(cl) && onlyOne(near, who) && (r.lineTopic() == who || r.a.answersWhoIsThere(cl)):
			out = r.a.thereClaim(cl, who, true, out)
		case near != nil && r.a.movedHome(cl) && onlyOne(near, who) && (r.lineTopic() == who || r.a.answersWhoIsThere(cl)):
			out = r.a.thereClaim(cl, who, true, out)
		case near != nil && near.parties&who != 0 && r.a.livesElsewhere(cl) && r.a.saysAll(cl):
			out = r.a.thereClaim(cl, who, true, out)
		}
		if near != nil && near.parties&who != 0 && who&(who-1) == 0 && !r.a.otherCountry(cl) {
			out = r.a.statusClaim(cl, who, out)
		}
	}
	return out
}

// answersWhoIsThere reports whether a clause places the one it is about elsewhere in answer
// to who of the family is there: "Only friends. My sister is in Bangalore."
func (a *answer) answersWhoIsThere(cl *clause) bool {
	return a.asksRelatives() && a.has(cl.from, cl.from+1, "my") && !a.has(0, len(a.words), "other", "another", "one", "elder", "eldest", "younger", "youngest", "big", "small", "second", "first", "also", "too")
}

// saysAll reports whether the sentence of a clause speaks of every one of those it is
// about: "all of them are around me in Enugu".
func (a *answer) saysAll(cl *clause) bool {
	return slices.ContainsFunc(a.inSentence(cl.sentence), func(o clause) bool {
		return o.to <= cl.to && !o.negated && a.has(o.from, o.to, "all", "everyone", "everybody", "both")
	})
}

// onlyOne reports whether one relative of a party is declared and no more.
func onlyOne(f *fact, who party) bool { return who&(who-1) == 0 && countOf(f, who) == 1 }

// livesInUS reports whether a clause says that its subject lives at a place in the
// United States.
func (a *answer) livesInUS(cl *clause) bool {
	if a.callsFrom(cl) || a.oneThere(cl) {
		return true
	}
	if a.leftThere(cl) || a.wasThere(cl) || a.otherCountry(cl) {
		return false
	}
	if a.placedBefore(cl) || a.rootedThere(cl) || a.servesThere(cl) {
		return true
	}
	if a.has(cl.from, cl.to, "visa", "born", "visit", "visited", "visiting", "holiday", "trip", "embassy", "from") {
		return false
	}
	for i := cl.from + 1; i < cl.to; i++ {
		p := a.terms[i].place
		us := p != nil && p.side(false) == nil && a.looksPlace(i, p) || a.terms[i].is(mUS) || a.terms[i].is(mThere) && a.there(cl)
		if us && a.has(cl.from, i, "live", "lives", "living", "stay", "stays", "staying", "settled", "based", "resides", "is", "are", "he's", "she's", "they're", "works", "working", "studies", "studying", "moved", "doing", "does", "has", "job") {
			return true
		}
	}
	return false
}

// usPlaceAt reports whether a place that is in the United States alone stands at word i behind
// "in" or "at".
func (a *answer) usPlaceAt(i int, leads ...string) bool {
	p := a.terms[i].place
	return p != nil && p.us && p.side(false) == nil && a.looksPlace(i, p) && a.has(i-1, i, leads...)
}

// oneThere reports whether a clause only tells somebody apart by where he or she is: "the one in
// Newark", "the nurse in Tampa".
func (a *answer) oneThere(cl *clause) bool {
	if !a.has(cl.from, cl.from+1, "the") || !a.verbless(cl) || cl.to-cl.from > 6 || cl.to-cl.from > 1 && a.properAt(cl.from+1) {
		return false
	}
	for i := cl.from + 3; i < cl.to; i++ {
		if a.usPlaceAt(i, "in") {
			return true
		}
	}
	return false
}

// rootedThere reports whether a clause speaks of what somebody has where he or she lives: "her
// church in New Jersey".
func (a *answer) rootedThere(cl *clause) bool {
	for i := cl.from + 3; i < cl.to; i++ {
		if a.usPlaceAt(i, "in", "at", "near") && a.terms[i-3].is(mTheirs) && rooted[a.words[i-2].Text] {
			return true
		}
	}
	return false
}

// servesThere reports whether a clause tells of somebody in the forces of the United States.
func (a *answer) servesThere(cl *clause) bool {
	for i := cl.from + 1; i < cl.to; i++ {
		if a.has(i, i+1, "army", "navy", "marines", "military") && (a.has(i-1, i, "american") || a.terms[i-1].is(mUS)) {
			return !a.has(cl.from, cl.to, "company", "contractor", "base", "film", "museum")
		}
	}
	return false
}

// rooted are what somebody has at the place of living.
var rooted = set("church mosque temple parish house home flat apartment job office shop store bakery restaurant salon garage school street neighbourhood neighborhood hospital clinic company firm business neighbours neighbors garden kitchen")

// callsFrom reports whether a clause tells that somebody calls, sends or helps from a place in
// the United States, again and again: "she helped me by video every night from Houston".
func (a *answer) callsFrom(cl *clause) bool {
	if !a.has(cl.from, cl.to, "from") || !a.has(cl.from, cl.to, "every", "always", "calls", "sends", "phones") || !a.has(cl.from, cl.to, "call", "calls", "called", "video", "phone", "phones", "sends", "send", "sent", "helps", "helped", "teaches", "whatsapp") {
		return false
	}
	for i := cl.from + 2; i < cl.to; i++ {
		if a.usPlaceAt(i, "from") {
			return !a.has(cl.from, cl.to, "visit", "visiting", "holiday", "trip")
		}
	}
	return false
}

// placedBefore reports whether a clause only names the place in the United States where the
// clause before puts its subject: "he is two hours from my university, in Houston".
func (a *answer) placedBefore(cl *clause) bool {
	n := int(a.within[cl.from])
	if n == 0 || !cl.inherits || !a.verbless(cl) || !a.has(cl.from, cl.from+1, "in", "at", "near") || !a.inStates(cl) {
		return false
	}
	was := &a.clauses[n-1]
	return was.sentence == cl.sentence && !was.negated && was.to-was.from <= 8 && !a.has(was.from, was.to, "work", "works", "working", "company", "was") &&
		a.has(was.from, was.to, "is", "are", "he's", "she's", "they're", "lives", "live", "stays", "settled")
}

// livesElsewhere reports whether a clause says that its subject now lives in another
// country.
func (a *answer) livesElsewhere(cl *clause) bool {
	if a.gone(cl) || !a.otherCountry(cl) || a.has(cl.from, cl.to, "visit", "visiting", "holiday", "now", "came", "weeks", "month", "until", "born", "from") {
		return false
	}
	for i := cl.from + 1; i < cl.to; i++ {
		if a.terms[i].place != nil && a.has(i-1, i, "in", "at", "near") && a.has(cl.from, i, "live", "lives", "living", "stay", "stays", "staying", "is", "are", "he's", "she's", "they're", "settled", "resides") {
			return true
		}
	}
	return false
}

// movedHome reports whether a clause says that its subject has gone back to another country for
// good: "in 2025 she came back to Cartagena".
func (a *answer) movedHome(cl *clause) bool {
	if cl.negated || !a.gone(cl) || !a.otherCountry(cl) || a.has(cl.from, cl.to, "visit", "holiday", "holidays", "vacation", "weeks", "days", "month", "months", "wedding", "funeral", "christmas", "then", "again", "when", "before") {
		return false
	}
	for i := cl.from; i+2 < cl.to; i++ {
		back := a.has(i, i+1, "came", "moved", "went", "shifted", "relocated", "come", "gone") && a.has(i+1, i+2, "back", "home") || a.has(i, i+1, "returned", "moved", "relocated", "shifted")
		if back && a.has(i+1, min(i+4, cl.to), "to", "in") {
			return true
		}
	}
	return false
}

// thereClaim adds a relative who is there, or is not, unless a claim tells it already.
func (a *answer) thereClaim(cl *clause, who party, absent bool, out []Claim) []Claim {
	if slices.ContainsFunc(out, func(k Claim) bool { return k.kind == kindRelative && k.party&who != 0 }) {
		return out
	}
	if !a.asks(immediateUS, otherUS) && a.has(cl.from, cl.to, "me") && a.has(cl.from, cl.to, "with") {
		return out // "they live with me": a household, and no relatives to be visited
	}
	path := immediateUS
	if who&pImmediate == 0 {
		path = otherUS
	}
	k := a.claim(kindRelative, path, cl, cl.from, cl.to)
	k.party, k.broad, k.Negative, k.asked = who, who&(who-1) != 0, absent, a.asks(immediateUS, otherUS)
	return append(out, k)
}

// notCitizen is the status of somebody who is still to become a citizen.
const notCitizen = "no citizen yet"

// citizenToBe reports whether a clause tells that somebody is still to become a citizen: "she
// can take her citizenship test next year".
func (a *answer) citizenToBe(cl *clause) bool {
	if a.statusWord(cl) != "US_citizen" || a.has(cl.from, cl.to, "passport", "vote", "votes", "voted") || a.gone(cl) {
		return false
	}
	if a.has(cl.from, cl.to, "citizenship", "naturalization", "naturalisation") && a.has(cl.from, cl.to, "waiting", "applying", "eligible", "preparing") {
		return true
	}
	for i := cl.from; i+2 < cl.to; i++ {
		if a.has(i, i+1, "must", "will", "can", "may", "to", "could", "finally") && a.has(i+1, i+3, "be", "become", "get", "take", "apply", "sit") {
			return a.has(i+2, min(i+6, cl.to), "citizen", "citizenship", "oath") && !a.has(cl.from, i, "citizen")
		}
	}
	return false
}

// stillToBe reports whether a clause tells what somebody has to become first: "he must be a
// citizen first".
func (a *answer) stillToBe(cl *clause) bool {
	for i := cl.from; i+1 < cl.to; i++ {
		if a.has(i, i+1, "must", "should", "would", "could", "may", "might", "to", "will", "can") && a.has(i+1, i+2, "be", "become", "get", "take", "have") {
			return true
		}
	}
	return false
}

// statusClaim adds the status a clause tells of a declared relative to the claim of
// that relative, or makes one.
func (a *answer) statusClaim(cl *clause, who party, out []Claim) []Claim {
	status := a.statusToday(cl)
	if a.citizenToBe(cl) {
		status = notCitizen
	}
	if status == "" {
		return out
	}
	for i := range out {
		if k := &out[i]; k.kind == kindRelative && k.party&who != 0 {
			if k.unit == "" && k.word == "" && !k.Negative {
				k.unit, k.Span = status, a.span(cl.from, cl.to)
			}
			return out
		}
	}
	k := a.claim(kindRelative, immediateUS, cl, cl.from, cl.to)
	k.party, k.unit, k.asked = who, status, a.asks(immediateUS)
	return append(out, k)
}
