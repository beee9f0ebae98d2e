package scoring

import "slices"

// A nothing is a count of which there is none, told by a denial and not by a number:
// "Have you looked after children before?" "Never."
type nothing struct {
	path  string
	line  []string        // the officer's line must hold one of these
	never map[string]bool // or a clause says "never" of one of these
	first map[string]bool // or a clause says that the first of them is to come
}

// nothings are the counts that can be denied altogether.
var nothings = []nothing{
	{path: "jw.childcare_hours", line: []string{"before", "ever", "experience", "already", "looked", "cared", "around"},
		never: set("kept keep cared care looked took babysat held worked")},
	{path: "us_history.visits", line: []string{"times", "often"}, never: set("been gone went visited travelled traveled"), first: set("time trip visit")},
	{path: "jw.degree_and_experience.years_experience", line: []string{"before", "experience", "previous", "previously", "earlier"},
		never: set("worked employed"), first: set("job work employment")},
	{path: "h1b.experience_years", line: []string{"before", "experience", "previous", "previously", "earlier"},
		never: set("worked employed"), first: set("job work employment")},
}

// nothingClaims finds that there is none of what the officer's line counts.
func (c *Case) nothingClaims(a *answer, out []Claim) []Claim {
	for i := range nothings {
		n := &nothings[i]
		if !a.asks(n.path) && !a.seeks(n.path) || c.fact(n.path) == nil || !a.lineHas(n.line) || slices.ContainsFunc(out, func(k Claim) bool { return k.Field == n.path }) {
			continue
		}
		from, to, ok := a.toldNone(n)
		if !ok {
			continue
		}
		k := a.claim(kindCount, n.path, &clause{not: -1}, from, to)
		k.Certain, k.asked = true, true
		out = append(out, k)
	}
	return out
}

// toldNone is where an answer says that there is none.
func (a *answer) toldNone(n *nothing) (from, to int, ok bool) {
	for i := range a.clauses {
		cl := &a.clauses[i]
		if !cl.plain() || cl.hedged || cl.other && cl.who&pHuman != 0 {
			continue
		}
		switch {
		case cl.negated && a.polarLine() && cl.to-cl.from == 1 && a.absolute(cl) && !a.restated(cl.to):
			return cl.not, cl.to, true
		case cl.negated && a.absolute(cl) && a.anyWord(cl.not, cl.to, n.never):
			return cl.not, cl.to, true
		case a.has(cl.from, cl.to, "fresher"), !cl.negated && a.is(cl.from, cl.to, mFirst) && cl.to-cl.from <= 7 && a.anyWord(cl.from, cl.to, n.first):
			return cl.from, cl.to, len(n.first) > 0
		}
	}
	yes, end, sure := a.particles()
	if end > 0 && !yes && sure && a.polarLine() && !a.restated(end) {
		return 0, end, true
	}
	return 0, 0, false
}

// restated reports whether an answer goes on after its no to tell of some all the same.
func (a *answer) restated(from int) bool {
	return a.is(from, len(a.terms), mBut|mFix|mExcept|mOnly) || len(a.mentions) > 0
}
