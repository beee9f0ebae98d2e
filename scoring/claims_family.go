package scoring

import (
	"slices"
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
	out = c.householdTravels(a, out)
	return c.nationalityClaims(a, out)
}

// maritalClaims finds what an answer says, or takes for granted, about being
// married: "my husband will meet me there".
func (c *Case) maritalClaims(a *answer, out []Claim) []Claim {
	ever := a.lineHas([]string{"ever", "been", "before", "previously"})
	asked := a.ownLine && len(a.ask) <= shortLine && a.lineHas([]string{"no", "any", "got"}) && a.lineHas([]string{"wife", "husband", "spouse"}) || a.asks(marital) && a.lineHas([]string{"married", "single", "spouse"}) && !a.lineHas([]string{"planning", "get", "getting"}) && a.lineParty(pFamily)&pSpouse != 0
	declared := c.fact(marital)
	for i := range a.terms {
		cl := a.clauseOf(i)
		if mine := i > cl.from && i <= cl.from+2 && a.terms[i].party&pSpouse != 0 && a.terms[i-1].is(mMine); !cl.plain() && !mine || cl.quoted && !mine || cl.hypothetical || cl.question {
			continue // what "my wife says" takes her for granted
		}
		word, negative := a.maritalWord(cl, i, asked)
		if word == "" && asked && a.weddingHeld(cl, i) {
			word = "married"
		}
		if word == "" && i == cl.from {
			word = a.unionTold(cl)
		}
		if word == "" {
			word = a.unionEntailed(cl, i)
		}
		if word == "" && i == cl.from && declared != nil && !slices.Contains(wed, declared.value().Text) && a.spouseLives(cl) {
			word = "married"
		}
		if word == "" {
			continue
		}
		k := a.claim(kindMarital, marital, cl, i, i+max(int(a.terms[i].n), 1))
		if i > 0 && a.terms[i-1].is(mMine) {
			k.Span = a.span(i-1, i+1)
		}
		k.Certain = k.Certain || cl.quoted && !cl.hedged
		k.past = a.gone(cl) // "we built it with my husband"
		if k.word, k.asked, k.Negative = word, asked, negative; negative && cl.not < i {
			k.Span = a.span(max(cl.not, cl.from), i+1)
		}
		out = append(out, k)
	}
	if asked && !slices.ContainsFunc(out, func(k Claim) bool { return k.kind == kindMarital }) {
		if yes, to, sure := a.particles(); to > 0 && !slices.Contains(a.ask, "single") && !(yes && slices.Contains(a.ask, "no")) {
			k := a.claim(kindMarital, marital, &clause{not: -1}, 0, to)
			k.word, k.Negative, k.Certain, k.asked = "married", !yes, sure, true
			if ever && yes {
				k.word = "formerly"
			}
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
	case a.lineHas([]string{"husband", "wife", "spouse"}) && a.has(cl.from, cl.to, "died", "passed", "buried", "deceased", "expired", "lost") && a.has(cl.from, cl.to, "he", "she", "him", "her") && cl.who&pFamily == 0:
		return "widowed"
	case a.has(cl.from, cl.to, "judge", "court", "lawyers", "tribunal") && a.has(cl.from, cl.to, "ended", "dissolved", "finished", "annulled", "separated", "signed", "granted"):
		return "divorced"
	case a.has(cl.from, cl.to, "together") && a.has(cl.from, cl.to, "we", "we're") && a.has(cl.from, cl.to, "still", "are", "live", "living", "remain"):
		return "married"
	}
	return ""
}

// unionEntailed is what the word at i takes for granted about a marriage: who has in-laws has
// married, and for whom a bride is looked for has not.
func (a *answer) unionEntailed(cl *clause, i int) string {
	t := a.terms[i]
	if t.party != pInLaw && a.lexemes[i].is&isUnwed == 0 {
		return ""
	}
	mine := i > cl.from && a.is(max(i-2, cl.from), i, mMine)
	switch {
	case t.party == pInLaw && mine && (a.has(i, i+1, "in-laws", "inlaws", "in") || a.has(i, i+1, "mother-in-law", "father-in-law", "mother", "father", "saas", "sasur")):
		return onceMarried
	case t.party == pInLaw || cl.negated && cl.not < i:
		return ""
	case mine && !a.has(cl.from, cl.to, "was", "brother's", "sister's"), a.has(cl.from, i, "me") && a.has(cl.from, i, "find", "finding", "found", "look", "looking", "search", "searching", "choose", "choosing", "bring", "get"):
		return stillUnwed
	}
	return ""
}

// What a word takes for granted about a marriage, which fits several of its statuses.
const (
	onceMarried = "married once"
	stillUnwed  = "still to marry"
)

// unwedWords are words for whom one is still to marry.
var unwedWords = set("fiancé fiancée fiance fiancee bride groom bridegroom betrothed")

// spouseLives reports whether a clause answers a line that takes a husband or a wife for
// granted by telling of him or her at present: "she is at home in Amman".
func (a *answer) spouseLives(cl *clause) bool {
	if !a.ownLine || !a.lineHas([]string{"your"}) || cl.negated || cl.hedged || len(a.clauses) == 0 || cl != &a.clauses[0] || a.lineParty(pFamily)&^pSpouse != 0 || a.gone(cl) {
		return false
	}
	his := a.has(cl.from, cl.from+1, "he", "she", "he's", "she's") && a.has(cl.from, cl.from+2, "is", "works", "lives", "stays", "has", "teaches", "he's", "she's")
	his = his || a.has(cl.from, cl.from+1, "he'll", "she'll") || a.has(cl.from, cl.from+1, "he", "she") && a.has(cl.from+1, cl.from+2, "will")
	return his && !a.has(0, len(a.words), "was", "late", "ex", "died", "passed", "dead", "gone", "fiancé", "fiance", "fiancee", "engaged", "boyfriend", "girlfriend", "divorced", "separated", "resting", "heaven", "buried")
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
		case t.poss && a.has(i+1, i+3, "friend", "friends"), a.has(i+1, cl.to, "time") && a.has(i+1, cl.to, "that"):
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
		if i > cl.from && (a.terms[i-1].is(mMine) || !asked && !a.has(i-1, i, "a", "am", "i'm", "still", "confirmed", "not", "single", "unmarried")) || a.words[i].Text == "bachelor" && a.lineHas(degreeLine) {
			return "", false // "my bachelor", "the bachelor I did at home" is a degree
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

// degreeLine are words by which a line is about degrees.
var degreeLine = []string{"degree", "degrees", "master", "master's", "masters", "bachelor", "bachelor's", "bachelors", "phd", "doctorate", "undergraduate", "graduate", "study", "studied", "studies", "university", "college"}

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
