package scoring

import "slices"

// spouseGoes is the part of the declared spouse that says who travels.
const spouseGoes = "family.spouse.travelling"

// spouseTravels finds whether the spouse comes along, where the line asks after the
// spouse and the profile says who travels.
func (c *Case) spouseTravels(a *answer, out []Claim) []Claim {
	if c.fact(spouseGoes) == nil || !a.asks(companions, "family.spouse", immediateUS) || a.lineParty(pFamily)&pSpouse == 0 || !a.lineHas(spouseLine) {
		return out
	}
	for i := range a.clauses {
		cl := &a.clauses[i]
		if !cl.plain() || cl.hedged || !a.ofSpouse(cl) || a.has(cl.from, cl.to, "later", "after", "join", "joins", "months", "visit", "visits") {
			continue
		}
		stays := a.has(cl.from, cl.to, "stay", "stays", "staying", "stayed", "remain", "remains", "remained", "remaining", "here", "behind") && !a.has(cl.from, cl.to, "sitting", "standing", "waiting") && !(a.has(cl.from, cl.to, "behind") && a.has(cl.from, cl.to, "me"))
		comes := a.has(cl.from, cl.to, "come", "comes", "coming", "came", "go", "goes", "going", "went", "travel", "travels", "travelling", "traveling", "fly", "flies", "flying", "accompany", "accompanies", "shift", "shifting", "move", "moving", "relocate", "relocating")
		withMe := a.has(cl.from, cl.to, "with") && a.has(cl.from, cl.to, "me", "us")
		if stays == (comes || withMe) || comes && !withMe && !cl.negated && !a.has(cl.from, cl.to, "together", "along", "too", "also") {
			continue
		}
		k := a.claim(kindStatus, spouseGoes, cl, cl.from, cl.to)
		k.Negative, k.asked = stays != cl.negated, true
		return append(out, k)
	}
	if yes, to, sure := a.particles(); to > 0 && sure && a.polarLine() && a.lineHas(spouseMoves) && !a.lineHas([]string{"did", "stay", "staying", "remain", "later"}) {
		k := a.claim(kindStatus, spouseGoes, &clause{not: -1}, 0, to)
		k.Negative, k.asked = !yes, true
		return append(out, k)
	}
	return out
}

// spouseMoves are the words by which a line asks whether somebody comes along.
var spouseMoves = []string{"going", "go", "coming", "come", "travelling", "traveling", "travel", "accompanying", "accompany", "joining", "join", "joins"}

// spouseLine are those and the ones by which it asks where somebody is.
var spouseLine = append(slices.Clone(spouseMoves), "with", "here", "stay", "stays", "staying", "goes", "comes", "there")

// ofSpouse reports whether a clause tells of the spouse: it names one, or only a
// pronoun where the answer names nobody else it could stand for.
func (a *answer) ofSpouse(cl *clause) bool {
	if cl.who&pSpouse != 0 {
		return true
	}
	if cl.who != pPerson || !a.has(cl.from, cl.to, "she", "he", "they", "she's", "he's", "they're") {
		return false
	}
	return !slices.ContainsFunc(a.terms[:cl.from], func(t term) bool { return t.party&pHuman&^(pSelf|pSpouse|pOffspring|pPerson) != 0 })
}
