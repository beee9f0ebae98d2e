package scoring

import (
	"slices"

	"github.com/viceconsul/viceconsul/interview/transcript/measure"
)

// spouseGoes is the part of the declared spouse that says who travels.
const spouseGoes = "family.spouse.travelling"

// householdTravels finds whether the spouse and the children come along, where the line asks
// after them and the profile says who travels.
func (c *Case) householdTravels(a *answer, out []Claim) []Claim {
	if !a.lineHas(spouseLine) || !a.asks(companions, spouse, children, immediateUS) {
		return out
	}
	named := party(0)
	for _, t := range a.line {
		named |= t.party & pFamily
	}
	if named == 0 && a.lineHas(spouseMoves) && !a.lineHas([]string{"you", "you're", "who", "who's", "anyone", "anybody", "someone", "somebody", "else"}) {
		for path, of := range map[string]party{spouse: pSpouse, children: pOffspring} {
			if a.asks(path) {
				named |= of // "Coming too?"
			}
		}
	}
	for _, one := range []struct {
		declared, path string
		of             party
	}{{spouseGoes, spouseGoes, pSpouse}, {children + ".travelling", children, pOffspring}} {
		if c.fact(one.declared) == nil || named != 0 && named&one.of == 0 || one.path == children && slices.ContainsFunc(out, func(k Claim) bool { return k.kind == kindTravels && k.Field == children }) {
			continue
		}
		k, told := a.movesWith(one.path, one.of, named == 0)
		if !told || !k.Negative && named == pFamily && k.Span.Start == a.words[0].Start {
			continue // "yes" to whether family comes along does not say who
		}
		if k.party = one.of; one.path == children {
			k.kind = kindTravels
		}
		out = append(out, k)
	}
	return out
}

// keptHere reports whether a clause only says that its subject is here: "she is here with the
// baby", and not "she's a nurse here", who may still come along.
func (a *answer) keptHere(cl *clause) bool {
	for i := cl.from + 1; i < cl.to; i++ {
		if a.has(i, i+1, "here") {
			return a.has(i-1, i, "is", "are", "he's", "she's", "they're", "be", "from", "them", "her", "him", "both", "all", "back", "only", "right") || i+1 < cl.to && a.has(i+1, i+2, "with", "until", "till", "and", "because")
		}
	}
	return false
}

// movesWith is what an answer says of whether some of the household come along; a line that
// names nobody is answered only by who is named.
func (a *answer) movesWith(path string, of party, unnamed bool) (Claim, bool) {
	for i := range a.clauses {
		cl := &a.clauses[i]
		if !cl.plain() || cl.hedged || !a.tellsOfKin(cl, of) || unnamed && cl.who&of == 0 || a.has(cl.from, cl.to, "later", "after", "join", "joins", "months", "weeks", "days", "until", "till", "before", "visit", "visits") {
			continue
		}
		if cl.negated && a.timed(cl) {
			continue // "minimum four months she can't fly"
		}
		stays := (a.has(cl.from, cl.to, "stay", "stays", "staying", "stayed", "remain", "remains", "remained", "remaining", "behind") || a.keptHere(cl)) && !a.has(cl.from, cl.to, "sitting", "standing", "waiting") && !(a.has(cl.from, cl.to, "behind") && a.has(cl.from, cl.to, "me"))
		comes := a.has(cl.from, cl.to, "come", "comes", "coming", "came", "go", "goes", "going", "went", "travel", "travels", "travelling", "traveling", "fly", "flies", "flying", "accompany", "accompanies", "shift", "shifting", "move", "moving", "relocate", "relocating")
		withMe := a.has(cl.from, cl.to, "with") && a.has(cl.from, cl.to, "me", "us")
		if stays == (comes || withMe) || comes && !withMe && !cl.negated && !a.has(cl.from, cl.to, "together", "along", "too", "also") {
			continue
		}
		k := a.claim(kindStatus, path, cl, cl.from, cl.to)
		k.Negative, k.asked = stays != cl.negated, true
		return k, true
	}
	yes, to, sure := a.particles()
	if to == 0 || !sure || unnamed || !a.polarLine() || !a.lineHas(spouseMoves) && !a.lineHas([]string{"with"}) || a.lineHas([]string{"did", "stay", "staying", "remain", "later", "live", "living"}) {
		return Claim{}, false
	}
	k := a.claim(kindStatus, path, &clause{not: -1}, 0, to)
	k.Negative, k.asked = !yes, true
	return k, true
}

// timed reports whether the sentence of a clause names a length of time.
func (a *answer) timed(cl *clause) bool {
	return slices.ContainsFunc(a.mentions, func(m measure.Mention) bool {
		return m.Kind == measure.Duration && a.clauseOf(m.From).sentence == cl.sentence
	})
}

// spouseMoves are the words by which a line asks whether somebody comes along.
var spouseMoves = []string{"going", "go", "coming", "come", "travelling", "traveling", "travel", "accompanying", "accompany", "joining", "join", "joins", "packing", "flying", "fly"}

// spouseLine are those and the ones by which it asks where somebody is.
var spouseLine = append(slices.Clone(spouseMoves), "with", "here", "stay", "stays", "staying", "goes", "comes", "there")

// tellsOfKin reports whether a clause tells of some of the household: it names them, or
// only a pronoun where the answer names nobody else it could stand for.
func (a *answer) tellsOfKin(cl *clause, of party) bool {
	if cl.who&of != 0 {
		return true
	}
	if cl.who != pPerson || !a.has(cl.from, cl.to, "she", "he", "they", "she's", "he's", "they're", "she'll", "he'll", "they'll") {
		return false
	}
	return !slices.ContainsFunc(a.terms[:cl.from], func(t term) bool { return t.party&pHuman&^(pSelf|pSpouse|pOffspring|pPerson) != 0 })
}
