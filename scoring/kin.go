package scoring

import (
	"strings"

	"github.com/viceconsul/viceconsul/interview/transcript/measure"
)

// joinKin reads rows of kin as the one person they stand for: "my mother's younger
// brother" is an uncle, "the son of my brother" a nephew, "her husband" after "my
// sister" a brother-in-law, "my father brother" an uncle too. A friend's kin is
// somebody outside the family.
func joinKin(words []measure.Word, terms []term) {
	for i := range terms {
		for terms[i].n > 0 && joinNext(words, terms, i) {
		}
		if i > 0 && isKin(terms[i]) && whoseKin[words[i-1].Text] {
			if of := antecedentOf(words, terms, i-1); of != 0 {
				terms[i].party = kinOfKin(of, terms[i].party)
				terms[i].broad = false
			}
		}
	}
}

// joinKinOf reads the kin of whom the officer's line spoke: "her husband" is a son-in-law
// when it asked about a daughter.
func joinKinOf(line []term, words []measure.Word, terms []term) {
	for i := 1; i < len(terms); i++ {
		if !isKin(terms[i]) || !whoseKin[words[i-1].Text] || antecedentOf(words, terms, i-1) != 0 {
			continue
		}
		if of := lastKin(line, ownersBy(words[i-1].Text)); of != 0 {
			terms[i].party, terms[i].broad = kinOfKin(of, terms[i].party), false
		}
	}
}

// lastKin is the one relative, of those who fit, that a line names last.
func lastKin(line []term, fits party) party {
	for i := len(line) - 1; i >= 0; i-- {
		if p := line[i].party & fits; p != 0 && isKin(line[i]) {
			return p
		}
	}
	return 0
}

// joinNext joins the person at word i with the kin named right after, and reports
// whether it did.
func joinNext(words []measure.Word, terms []term, i int) bool {
	t, next := terms[i], i+max(int(terms[i].n), 1)
	owner := t.party & pHuman &^ pSelf
	if t.poss && owner == 0 && t.marks == 0 && t.party == 0 && genitive(words[i].Text) {
		owner = pFriend // "the landlord's son"
	}
	if owner == 0 || t.is(mKin) {
		return false
	}
	side := next < len(words) && words[next].Text == "side"
	at := next
	for at < len(words) && !words[at].Breaks && (kinAdjective[words[at].Text] || at == next && side) && !isKin(terms[at]) {
		at++
	}
	switch {
	case at >= len(words) || words[at].Breaks:
		return false
	case t.poss && isKin(terms[at]), side && isKin(terms[at]), at == next && ownerLeftOut(words, terms, i, at):
		party := kinOfKin(owner, terms[at].party)
		if side {
			party = terms[at].party
		}
		return mergeKin(words, terms, i, at, party)
	case at == next && words[at].Text == "of" && isKin(t) && !t.poss:
		return joinOf(words, terms, i, at+1)
	}
	return false
}

// joinOf reads "the son of my brother": the kin of whom is named from word at on.
func joinOf(words []measure.Word, terms []term, i, at int) bool {
	if at >= len(words) || !terms[at].is(mMine) {
		return false
	}
	for at++; at < len(words) && kinAdjective[words[at].Text] && !isKin(terms[at]); at++ {
	}
	if last := min(at, len(words)) - 1; byBirth[words[last].Text] && (at >= len(words) || words[at].Breaks || !isKin(terms[at])) {
		return mergeKin(words, terms, i, last, kinOfKin(pOffspring, terms[i].party))
	}
	if at >= len(words) || !isKin(terms[at]) && terms[at].party&(pFriend|pPartner) == 0 {
		return false
	}
	for joinNext(words, terms, at) { // "the husband of my father's sister"
	}
	return mergeKin(words, terms, i, at, kinOfKin(terms[at].party, terms[i].party))
}

// byBirth are the words that stand for a child by its place among the children: "the son of my
// eldest".
var byBirth = set("eldest oldest youngest firstborn")

// ownerLeftOut reports whether two kin in a row are one person whose owner has no
// mark of possession: "my father brother", not a row of names.
func ownerLeftOut(words []measure.Word, terms []term, i, at int) bool {
	if w := words[i].Text; (w == "kid" || w == "baby") && terms[at].party&pSiblings != 0 {
		terms[i] = term{n: 1} // the youngest one
		return false
	}
	one := pBrother | pSister | pHusband | pWife | pSon | pDaughter | pCousin
	if i == 0 || !terms[i-1].is(mMine) || terms[i].party&pFamily == 0 || terms[at].party&one == 0 || terms[at].party&^one != 0 || terms[at].poss {
		return false
	}
	after := at + max(int(terms[at].n), 1)
	return after >= len(words) || !isKin(terms[after]) && words[after].Text != "and" && !words[after].Breaks
}

// mergeKin makes one term of the words from i to the end of the term at word at.
func mergeKin(words []measure.Word, terms []term, i, at int, p party) bool {
	former := words[at-1].Text == "ex" || words[at-1].Text == "former"
	last := terms[at]
	if former {
		p = pFriend // "my father's ex-wife" is family no more
	}
	to := at + max(int(last.n), 1)
	for j := i + 1; j < to; j++ {
		terms[j] = term{}
	}
	terms[i] = term{party: p, marks: last.marks &^ mChildren, n: uint8(to - i), poss: last.poss, broad: last.broad && p&pExtended == 0}
	return true
}

// isKin reports whether a term names kin of a certain kind, not family in general.
func isKin(t term) bool {
	return t.party&(pFamily|pPartner) != 0 && t.party&^(pFamily|pPartner) == 0 && !t.is(mKin)
}

// antecedentOf is who "his" or "her" at word i belongs to: the kin or friend named
// last before it, in this sentence or the one before.
func antecedentOf(words []measure.Word, terms []term, i int) party {
	fits := ownersBy(words[i].Text)
	for j := i - 1; j >= 0 && j > i-14; j-- {
		if terms[j].is(mI) && terms[j].party == 0 && words[i].Text == "their" {
			return 0
		}
		if p := terms[j].party & fits; p != 0 && !terms[j].is(mKin) {
			return p
		}
	}
	return 0
}

// ownersBy are those whom "his", "her" or "their" can stand for.
func ownersBy(word string) party {
	switch all := pHuman &^ pSelf &^ pPerson; word {
	case "his":
		return all &^ (pMother | pSister | pWife | pDaughter | pAunt)
	case "her":
		return all &^ (pFather | pBrother | pHusband | pSon | pUncle)
	default:
		return all
	}
}

// whoseKin are the words that tie kin to somebody named before.
var whoseKin = set("his her their")

// kinAdjective are words that may stand between an owner and the kin.
var kinAdjective = set("elder older eldest oldest younger youngest big bigger little small own real late only second first third senior junior twin favourite favorite other maternal paternal dear immediate same ex former")

// kinRules say what the kin of a kin is to the applicant: a father's brother is an
// uncle. The first rule that fits holds.
var kinRules = []struct{ of, kin, is party }{
	{pParents, pBrother, pUncle},
	{pParents, pSister, pAunt},
	{pParents, pSiblings, pUncle | pAunt},
	{pParents, pParents, pGrandparent},
	{pParents, pHusband, pFather | pOtherKin},
	{pParents, pWife, pMother | pOtherKin},
	{pParents, pSon, pBrother},
	{pParents, pDaughter, pSister},
	{pParents, pNephew, pCousin},
	{pParents, pCousin, pUncle | pAunt | pOtherKin},
	{pSiblings, pSpouse, pInLaw},
	{pSiblings, pOffspring, pNephew},
	{pSiblings, pSiblings, pSiblings},
	{pSpouse, pOffspring, pOffspring},
	{pSpouse, pFamily, pInLaw},
	{pOffspring, pSpouse, pInLaw},
	{pOffspring, pOffspring, pGrandparent},
	{pOffspring, pParents, pSpouse},
	{pUncle | pAunt, pOffspring, pCousin},
	{pUncle, pWife, pAunt},
	{pAunt, pHusband, pUncle},
	{pInLaw, pFamily, pInLaw | pOtherKin},
	{pFriend, pFamily | pPartner, pFriend},
	{pPartner, pFamily, pFriend},
}

// kinOfKin is what the kin of a kin is to the applicant.
func kinOfKin(of, kin party) party {
	for _, r := range kinRules {
		if of&r.of != 0 && kin&r.kin != 0 {
			return r.is
		}
	}
	if kin&(pFriend|pPartner) != 0 {
		return pFriend
	}
	return pOtherKin
}

// genitive reports whether a word without a sense of its own owns what follows: "the
// manager's", not "it's" or "today's".
func genitive(w string) bool {
	at := strings.IndexByte(w, '\'')
	return at > 2 && !notOwner[w[:at]]
}

// notOwner are words before "'s" that are nobody.
var notOwner = set("it that this there here what who where how let today tomorrow yesterday year month week world one how")

// byCourtesy takes no relative out of a word for one that somebody is only called by, or is
// only like: "we call her aunty", "he is like a brother to me".
func (a *answer) byCourtesy() {
	for i := 1; i < len(a.words); i++ {
		t := &a.terms[i]
		if t.party&pFamily == 0 || t.is(mKin) {
			continue
		}
		from := i - 1
		for from > 0 && a.has(from, from+1, "a", "an", "my", "our", "as", "elder", "big") {
			from--
		}
		called := from > 0 && a.has(from, from+1, "him", "her", "them") && a.has(from-1, from, "call", "calls", "called", "calling")
		said := a.has(i-1, i, "say", "says", "saying", "said") && a.has(i+1, i+2, "to") && a.has(i+2, i+3, "him", "her", "them")
		spokenTo := from == i-1 && i+1 < len(a.words) && a.has(from, i, "no", "yes", "okay", "ok", "hi", "sorry") && subjectWords[a.words[i+1].Text] && a.has(0, i, "said", "say", "says", "tell", "tells", "telling", "told")
		if called || said || spokenTo || from < i-1 && a.has(from, from+1, "like") && a.has(i+1, i+3, "to", "for") {
			*t = term{n: t.n}
		}
	}
}

// byMarriage takes "the husband" for a relative's where a relative was named just before,
// and not the applicant: "my daughter and the husband".
func (a *answer) byMarriage() {
	for i := 2; i < len(a.words); i++ {
		if t := &a.terms[i]; t.party&pSpouse == 0 || t.party&^pSpouse != 0 || a.words[i-1].Text != "the" {
			continue
		}
		for j := i - 2; j >= max(i-9, 0) && !a.terms[j].is(mI|mMine); j-- {
			if t := a.terms[j]; t.party&(pOffspring|pSiblings|pExtended) != 0 || t.is(mThey) && a.has(j, j+1, "he", "she", "he's", "she's") {
				a.terms[i].party = pInLaw
				break
			}
		}
	}
}
