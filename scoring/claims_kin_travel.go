package scoring

import (
	"slices"
	"strings"
)

// travelClaims finds whether a husband, wife or child comes along.
func (c *Case) travelClaims(r *labelReader, out []Claim) []Claim {
	a := r.a
	if k, ok := c.dependantVisas(a); ok && !slices.ContainsFunc(out, func(o Claim) bool { return o.kind == kindCompanion }) {
		out = append(out, k)
	}
	asked := a.lineHas([]string{"come", "coming", "comes", "travel", "travelling", "traveling", "travels", "go", "goes", "going", "join", "joining", "along", "accompany", "accompanying", "bring", "bringing", "take", "taking", "fly", "flying"}) || a.ownLine && a.lineHas([]string{"who", "who's", "whose"}) && a.lineHas([]string{"applying", "for"}) && a.lineHas([]string{"visa", "visas", "applying"}) || a.ownLine && a.onlyNamesKin()
	for n := range a.clauses {
		cl := &a.clauses[n]
		if !cl.plain() || cl.hedged {
			continue
		}
		for i := cl.from; i < cl.to; i++ {
			if a.lexemes[i].is&isTravel == 0 {
				continue
			}
			if they := a.lineParty(pFamily); a.goesAlone(cl, i) && they&^(pSpouse|pOffspring) == 0 {
				out = c.travelClaim(a, cl, i, they, true, asked, out) // "so I go alone", of whom the line asks about
			}
			comes, stays := a.comingAt(cl, i, asked), a.stayingAt(cl, i) || a.waitsHere(cl, i) || asked && a.cannotLeave(cl, i)
			if !comes && !stays {
				continue
			}
			who := r.about(i) & (pSpouse | pOffspring)
			if stays && i > cl.from && childNouns[a.words[i-1].Text] {
				who = pOffspring // "the boy stays with my mother-in-law"
			}
			if stays && a.has(i-1, i, "ones") && a.has(cl.from, i-1, "small", "little", "young", "younger", "tiny") {
				who = pOffspring
			}
			if with := a.namedAfter(n) & (pSpouse | pOffspring); with != 0 && comes && !cl.negated && a.has(cl.from, i, "we", "we'll", "all") {
				for _, of := range []party{pSpouse, pOffspring} {
					if with&of != 0 {
						out = c.travelClaim(a, cl, i, with&of, false, asked, out)
					}
				}
				break
			}
			if asked && stays && cl.who&pSelf == 0 && a.is(cl.from, i, mKin) && !a.has(cl.from, i, "my", "her", "his") {
				out = c.travelClaim(a, cl, i, pSpouse, true, asked, out)
				out = c.travelClaim(a, cl, i, pOffspring, true, asked, out)
				break
			}
			if they := a.lineParty(pFamily) & (pSpouse | pOffspring); asked && (comes || stays) && a.has(cl.from, cl.from+1, "they", "both") && they&(they-1) != 0 && they&pSpouse != 0 && they&pOffspring != 0 && they != pFamily&(pSpouse|pOffspring) {
				out = c.travelClaim(a, cl, i, they&pSpouse, stays || cl.negated, asked, out)
				out = c.travelClaim(a, cl, i, they&pOffspring, stays || cl.negated, asked, out)
				break
			}
			if who == 0 || r.about(i)&^(pSpouse|pOffspring|pParents|pPartner) != 0 || !comes && !(stays && (asked || a.waitsHere(cl, i))) {
				continue
			}
			out = c.travelClaim(a, cl, i, who, stays || cl.negated, asked, out)
			break
		}
	}
	return out
}

// travelWords are the words with which it is told who comes along and who does not.
var travelWords = set("alone came leave wait waits waiting " + strings.Join(comingVerbs, " ") + " " + strings.Join(stayingVerbs, " "))

var (
	comingVerbs  = []string{"come", "comes", "coming", "travel", "travels", "travelling", "traveling", "fly", "flies", "flying", "joins", "joining", "join", "accompany", "accompanying", "goes", "going", "go"}
	stayingVerbs = []string{"remain", "remains", "remaining", "stay", "stays", "staying"}
)

// onlyNamesKin reports whether the officer's line names a husband, wife or children and says
// nothing else: "Your wife and the kid?"
func (a *answer) onlyNamesKin() bool {
	return a.lineParty(pFamily)&^(pSpouse|pOffspring) == 0 && !slices.ContainsFunc(a.ask, func(w string) bool {
		return whWords[w] || inverted[w] || helping[w] || strings.Contains(w, "'") || w == "how"
	}) && len(a.ask) <= 2*shortLine
}

// namedAfter is whom the clause after the n-th names that goes on with it and has no verb of
// its own: "we go together, the wife and the little ones".
func (a *answer) namedAfter(n int) party {
	if n+1 >= len(a.clauses) {
		return 0
	}
	cl, next := &a.clauses[n], &a.clauses[n+1]
	if next.sentence != cl.sentence || next.negated || !next.plain() || !a.verbless(next) {
		return 0
	}
	var all party
	for _, t := range a.terms[next.from:next.to] {
		all |= t.party & pHuman
	}
	return all
}

// dependantVisas reads the visas of dependants as who comes along: "J-2 for them".
func (c *Case) dependantVisas(a *answer) (Claim, bool) {
	if c.fact(companions) == nil {
		return Claim{}, false
	}
	for i := range a.words {
		cl := a.clauseOf(i)
		if a.dependantVisaAt(i) && cl.plain() && !cl.negated && !cl.hedged && !a.gone(cl) && (cl.who&(pSpouse|pOffspring) != 0 || a.has(cl.from, cl.to, "them", "her", "him", "they", "family")) {
			k := a.claim(kindCompanion, companions, cl, cl.from, cl.to)
			k.party, k.broad, k.Negative = pSpouse|pOffspring, true, false
			return k, true
		}
	}
	return Claim{}, false
}

// dependantVisaAt reports whether the word at i names the visa of those who come with
// somebody: "H-4", "J2".
func (a *answer) dependantVisaAt(i int) bool {
	switch a.words[i].Text {
	case "j2", "f2", "h4":
		return true
	case "j", "f":
		return a.has(i+1, i+2, "2")
	case "h":
		return a.has(i+1, i+2, "4")
	}
	return false
}

// travelClaim adds who comes along, or does not, to what is declared of that person
// and to the companions.
func (c *Case) travelClaim(a *answer, cl *clause, i int, who party, behind, asked bool, out []Claim) []Claim {
	for _, path := range []string{spouse, children} {
		of := party(pSpouse)
		if path == children {
			of = pOffspring
		}
		if who&of == 0 || who&^of != 0 || c.fact(path) == nil || path == spouse && slices.ContainsFunc(out, func(k Claim) bool { return k.Field == spouseGoes }) {
			continue
		}
		k := a.claim(kindTravels, path, cl, cl.from, cl.to)
		k.party, k.asked, k.Negative = who, asked, behind
		out = append(out, k)
	}
	if c.fact(companions) == nil || slices.ContainsFunc(out, func(k Claim) bool { return k.kind == kindCompanion }) {
		return out
	}
	k := a.claim(kindCompanion, companions, cl, i, i+1)
	k.party, k.asked, k.Negative = who, asked, behind
	return append(out, k)
}

// comingAt reports whether the word at i says that somebody comes along.
func (a *answer) comingAt(cl *clause, i int, asked bool) bool {
	if a.has(i, i+1, "came") && a.has(i+1, i+2, "with", "along") && a.has(i+2, i+4, "me", "us") && !cl.negated && !a.has(i+1, cl.to, "ago", "last", "then", "before", "when", "in") && len(a.yearsOf(cl)) == 0 {
		return cl.sentence == 0 && asked
	}
	if !a.has(i, i+1, comingVerbs...) || a.gone(cl) {
		return false
	}
	if a.has(i+1, i+3, "on") && slices.ContainsFunc([]int{i + 2, i + 3, i + 4}, func(at int) bool { return at < cl.to && a.dependantVisaAt(at) }) {
		return true
	}
	me := a.has(i+1, i+5, "me", "us") && (a.has(i+1, i+2, "with", "along", "me", "us") || a.has(i+2, i+3, "with"))
	return me || asked && (i+1 == cl.to || a.has(i+1, i+2, "too", "also", "along", "sir", "together"))
}

// cannotLeave reports whether the word at i says that what somebody has here does not let them go:
// "my wife can't leave her class".
func (a *answer) cannotLeave(cl *clause, i int) bool {
	return a.has(i, i+1, "leave") && cl.negated && cl.not == i-1 && a.has(i-1, i, "can't", "cannot", "won't") && a.has(i+1, i+2, "her", "his", "the", "their", "school", "work") && cl.who&pSelf == 0
}

// childNouns are words for a child of one's own, with "the" or "my" before them.
var childNouns = set("boy girl baby kid kids child children boys girls toddler")

// staysWithKin reports whether the word at i says that somebody stays with a relative who is
// kept apart from the applicant: "the boy stays with my mother-in-law".
func (a *answer) staysWithKin(cl *clause, i int) bool {
	return a.has(i+1, i+2, "with") && i+2 < cl.to && !a.has(i+2, cl.to, "me", "us", "there") && slices.ContainsFunc(a.terms[i+2:cl.to], func(t term) bool { return t.party&pFamily&^(pSpouse|pOffspring) != 0 }) &&
		!a.inStates(cl) && !a.is(cl.from, cl.to, mUS)
}

// stayingAt reports whether the word at i says that somebody stays behind.
func (a *answer) stayingAt(cl *clause, i int) bool {
	return a.has(i, i+1, stayingVerbs...) && (a.has(i+1, i+3, "behind", "here", "home", "back", "at") || a.staysWithKin(cl, i) || i+1 == cl.to || a.has(i+1, i+2, "in") && !a.inStates(cl) && !a.is(cl.from, cl.to, mUS)) && !cl.negated
}

// waitsHere reports whether the word at i says that somebody waits at home until the applicant
// is back: "she waits for me here".
func (a *answer) waitsHere(cl *clause, i int) bool {
	if !a.has(i, i+1, "wait", "waits", "waiting") || cl.negated || cl.marks&mPast != 0 || a.inStates(cl) || a.is(cl.from, cl.to, mUS|mThere) {
		return false
	}
	return a.has(i+1, i+2, "for") && a.has(i+2, i+3, "me") && a.has(i+3, min(i+6, cl.to), "here", "home") && !a.has(cl.from, cl.to, "outside", "downstairs", "today", "now", "car")
}
