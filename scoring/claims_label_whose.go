package scoring

import "strings"

// about is whom the word at i is told of: pSelf for the applicant, 0 for nobody named.
func (r *labelReader) about(i int) party {
	if r.topics == nil {
		r.topics = r.a.topicsFrom(r.lineTopic())
	}
	n := r.a.within[i]
	cl := &r.a.clauses[n]
	for j := i; j > cl.from && r.topics[n]&pSelf == 0; j-- {
		if t := r.a.terms[j]; t.party&(pFamily|pPartner) != 0 && !t.poss && (r.a.terms[j-1].is(mMine) || j-1 > cl.from && kinAdjective[r.a.words[j-1].Text] && r.a.terms[j-2].is(mMine)) {
			return t.party // "my mother sews and my father drives"
		}
		if p := r.a.lexemes[j].stands; p != 0 && p&pParents != pParents && r.topics[n]&p != 0 && r.topics[n]&^p != 0 {
			return r.topics[n] & p // "he grows oranges and she does the books"
		}
	}
	return r.topics[n]
}

// lineTopic is whom the officer's line asks about.
func (r *labelReader) lineTopic() party {
	if r.line != pSelf {
		return r.line
	}
	topic := party(0)
	for i, t := range r.a.line {
		if p := t.party & pHuman &^ pSelf; p != 0 && r.a.ask[i] != "kind" { // no form of "kin"
			topic = p
		}
	}
	if topic == 0 && (r.a.asks("finance.sponsors") || r.a.seeksPart("finance.sponsors")) && r.a.lineHas([]string{"sponsor", "sponsor's", "he", "she", "he's", "she's", "his", "her", "person"}) {
		if f := r.c.fact("finance.sponsors"); f != nil {
			topic = f.parties & pHuman
		}
	}
	if topic == 0 && r.a.asks(marital) && r.a.lineHas([]string{"married", "spouse"}) {
		topic = pSpouse // "Yes. She teaches." to "Are you married?"
	}
	r.line = topic
	return topic
}

// topicsFrom tells for every clause whom it is about. Who is named is the subject of
// what follows until somebody else is: "I have a husband. He works in a bank."
func (a *answer) topicsFrom(topic party) []party {
	all := make([]party, len(a.clauses))
	var men, women party // last named
	for n := range a.clauses {
		cl := &a.clauses[n]
		named, object := a.kinIn(cl)
		switch {
		case named != 0:
			all[n] = named
			if !a.theirs(cl) {
				topic = named
			}
		case a.pronounIn(cl) != 0:
			all[n] = narrowed(topic, men, women, a.pronounIn(cl))
		case cl.inherits && n > 0 && !a.oneOf(cl):
			all[n] = all[n-1]
		case cl.who == pSelf && !cl.inherits:
			all[n] = pSelf
		case cl.who&^(pPerson|pSelf) != 0 && cl.who&pFamily == 0:
			all[n] = cl.who // a friend, a company
		case cl.who == pPerson && !cl.inherits && !a.oneOf(cl):
			all[n] = pPerson
		case a.has(cl.from, cl.from+1, "it", "it's", "there"), a.thingIs(cl, topic):
		default:
			all[n] = topic
		}
		for i := cl.from; i < cl.to; i++ {
			thing := a.terms[i].poss && i+1 < cl.to && a.terms[i+1].is(mHost) // "my sister's room"
			if p := a.terms[i].party & (pFamily | pPartner); p != 0 && p&(p-1) == 0 && (!a.terms[i].poss || thing) {
				men, women = lastOf(men, p&pMen), lastOf(women, p&pWomen)
			}
		}
		if named == 0 && a.namesTitled(cl) {
			all[n], topic, men, women = pPerson, pPerson, pPerson, pPerson
		}
		if a.isNoKin(cl) {
			all[n], topic = pFriend, pFriend
		}
		if object != 0 {
			topic = object
			if named == 0 && all[n] == pSelf {
				all[n] |= object // "I have one brother, an engineer"
			}
		}
	}
	return all
}

// thingIs reports whether the subject of a clause is a thing, a place or some of many: "the
// head office is in Minneapolis", "Tucson has a big airport", "one is in Seattle" after a
// husband.
func (a *answer) thingIs(cl *clause, topic party) bool {
	const most = 3 // words of a subject
	for i := cl.from; i < min(cl.from+most, cl.to-1); i++ {
		w := a.words[i].Text
		switch {
		case a.terms[i].party != 0 || workOf[w] || a.terms[i].is(mMine|mTheirs) || a.has(i, i+1, "both", "all", "them", "each"):
			return false
		case someOf[w] && topic&^(pSpouse|pFather|pMother|pPartner) != 0:
			return false
		case !a.has(i+1, i+2, "is", "are", "has", "have", "was", "were"), leadingUp[w]:
		default:
			return a.terms[i].place != nil || someOf[w] || !a.properAt(i) || a.opens(i) && (a.ordinary(i) || headquarters[w])
		}
	}
	return false
}

// headquarters are words for where a company sits.
var headquarters = set("headquarter headquarters hq office")

// someOf are words for some of those spoken of.
var someOf = set("one some two three many most few several another")

// namesTitled reports whether a clause begins with somebody's title and name, who is nobody of
// the family: "Professor Liang, he is retired now".
func (a *answer) namesTitled(cl *clause) bool {
	at := a.headOf(cl)
	return at+1 < cl.to && formalTitles[a.words[at].Text] && a.properAt(at+1) && !a.terms[at+1].is(mVerb)
}

// formalTitles are titles that no relative is called by.
var formalTitles = set("mr mrs ms dr doctor prof professor officer")

// isNoKin reports whether a clause says that who was spoken of is no relative: "she's our
// neighbour".
func (a *answer) isNoKin(cl *clause) bool {
	if cl.negated || a.pronounIn(cl) == 0 {
		return false
	}
	for i := cl.from + 1; i < cl.to; i++ {
		if a.terms[i].party == pFriend && !a.terms[i].poss && !a.has(i, i+1, "pastor") {
			return a.has(cl.from, i, "is", "he's", "she's", "are", "they're")
		}
	}
	return false
}

// kinIn is the relative a clause is about, and the one it only mentions.
func (a *answer) kinIn(cl *clause) (named, object party) {
	for i := cl.from; i < cl.to; i++ {
		t := a.terms[i]
		p := t.party & (pFamily | pPartner | pSponsorKin) &^ pSelf
		self := a.is(cl.from, i, mI)
		switch {
		case p == 0, a.is(cl.from, i, mVerb|mThey) && !self, a.has(i, i+1, "girl", "boy") && i > cl.from && a.has(i-1, i, "the"):
		case (t.poss || strings.HasSuffix(a.words[i].Text, "'s")) && !(i+1 < cl.to && workOf[a.words[i+1].Text]):
			return named, object // "my father's friend"
		case object == 0 && named == 0 && (self || a.has(cl.from, i, "with", "for", "to", "by", "like") && !a.is(i, cl.to, mVerb)):
			object = p
		case named == 0:
			named = p
		}
	}
	return named, object
}

// theirs reports whether a clause speaks of the relatives of who was told of before:
// "his sons are doctors".
func (a *answer) theirs(cl *clause) bool {
	for i := cl.from + 1; i < cl.to; i++ {
		if a.terms[i].party&pFamily != 0 {
			return a.terms[i-1].is(mTheirs)
		}
	}
	return false
}

// pSponsorKin are those who are no relatives and may still pay.
const pSponsorKin = pFriend

// workOf are nouns of which a person before them is the one told of: "my father's
// job".
var workOf = set("job work profession occupation business trade title")

// oneOf reports whether a clause speaks of one of several: "the other is a nurse".
func (a *answer) oneOf(cl *clause) bool {
	return a.has(cl.from, min(cl.from+4, cl.to), "one", "other", "others", "both", "girl", "boy", "elder", "younger", "they", "eldest", "youngest", "all", "another", "everybody", "everyone")
}

// pronounIn is by which a clause's subject is told again: he, she, they.
func (a *answer) pronounIn(cl *clause) party {
	for i := cl.from; i < cl.to; i++ {
		switch w := a.words[i].Text; w {
		case "he", "he's", "his", "him", "he'll":
			return pMen
		case "she", "she's", "her", "she'll":
			return pWomen
		case "they", "they're", "they've":
			return pMen | pWomen
		case "i", "i'm", "we", "my":
			return 0
		}
		if a.terms[i].is(mVerb) {
			return 0
		}
	}
	return 0
}

const (
	pMen   = pFather | pBrother | pHusband | pUncle | pSon | pGrandparent | pNephew | pInLaw | pCousin | pOtherKin | pPartner | pFriend
	pWomen = pMother | pSister | pWife | pAunt | pDaughter | pGrandparent | pNephew | pInLaw | pCousin | pOtherKin | pPartner | pFriend
)

// lastOf is who was named last.
func lastOf(before, now party) party {
	if now != 0 {
		return now
	}
	return before
}

// narrowed is who of the persons last named a pronoun can mean; all of them when it
// fits none, since many languages do not tell he from she.
func narrowed(topic, men, women, by party) party {
	if topic&by == 0 && by == pMen && men != 0 {
		return men
	}
	if topic&by == 0 && by == pWomen && women != 0 {
		return women
	}
	if topic&^pSelf == 0 {
		return pPerson
	}
	if p := topic & by; p != 0 {
		return p
	}
	return topic
}
