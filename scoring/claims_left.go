package scoring

import "slices"

// gaveUpPlace reports whether the word at j tells that the applicant's own shop or firm is
// closed for good: "I shut the place in May", and not for the time of the trip.
func (a *answer) gaveUpPlace(cl *clause, j int) bool {
	if !a.has(j, j+1, "shut", "closed", "sold", "wound", "liquidated") || cl.who&pSelf == 0 || cl.negated || cl.marks&mSoon != 0 || !a.asksOfWork() && !a.ofOwnWork() {
		return false
	}
	if a.has(j, cl.to, "for", "while", "during", "until", "till", "weeks", "days", "sunday", "sundays") {
		return false
	}
	if a.has(j+1, j+2, "it") && a.has(j, j+1, "closed", "shut", "sold") && (a.has(0, 1, "nobody") || a.has(0, len(a.words), "sold")) {
		return true // "Nobody, we closed it at Christmas"
	}
	for i := j + 1; i+1 < min(j+5, cl.to); i++ {
		if a.has(i, i+1, "the", "my", "our") && a.has(i+1, min(i+3, cl.to), "place", "shop", "store", "business", "company", "firm", "salon", "clinic", "pharmacy", "restaurant", "workshop", "practice", "office", "stall", "farm", "bakery") {
			return true
		}
	}
	return false
}

// ofOwnWork reports whether the line asks who does the applicant's work.
func (a *answer) ofOwnWork() bool {
	return a.lineHas([]string{"covers", "cover", "minds", "manages", "manage", "runs", "run", "work", "job", "shop", "business", "office", "changed"})
}

// noMoreAt reports whether the word at j says of the applicant's place of work that he or
// she is there no more: "I am no more at the bank", "I don't work there anymore".
func (c *Case) noMoreAt(a *answer, cl *clause, j int) bool {
	if cl.who&pSelf == 0 || cl.marks&mSoon != 0 {
		return false
	}
	noMore := a.has(j, j+1, "no") && a.has(j+1, j+2, "more", "longer")
	noMore = noMore || a.has(j, j+1, "not", "don't") && a.has(j+1, cl.to, "anymore")
	if !noMore || a.has(cl.from, j, "live", "study") {
		return false
	}
	if a.has(cl.from, cl.to, "work", "working", "employed", "teach", "teaching") {
		return true
	}
	f := c.fact("employment.employer")
	for i := j + 1; i+2 < cl.to; i++ {
		if w := a.words[i+2].Text; a.has(i, i+1, "at", "with", "in") && a.has(i+1, i+2, "the", "my", "that", "their") && (heads[w] || trade[w] || a.terms[i+2].party&pBody != 0 || f != nil && f.holds(w)) {
			return true
		}
	}
	return false
}

// leftNamed reports whether the word at j leaves the declared employer by its name: "I
// left Lagoon two months ago".
func (c *Case) leftNamed(a *answer, cl *clause, j int, out []Claim) bool {
	if !a.has(j, j+1, "left", "quit", "resigned") || a.has(j, j+1, "left") && a.offDuty(cl) || cl.who&pSelf == 0 || cl.negated || a.has(cl.from, j, "before", "when", "after", "since") {
		return false
	}
	if slices.ContainsFunc(out, func(k Claim) bool { return k.kind == kindName && k.word == "left" }) {
		return false // told by its name already
	}
	for i := range c.names {
		d := &c.names[i]
		if d.path != "employment.employer" && d.path != "h1b.petitioner" {
			continue
		}
		name := j + 1
		if a.has(name, name+1, "the") {
			name++
		}
		if hits, _ := d.name.compare(a, name, cl.to); hits > 0 && a.properAt(min(name, cl.to-1)) {
			return true
		}
	}
	return false
}

// ownInstead reports whether the word at j begins to tell of a business of the applicant's
// own now, where an employer is declared and none such: "I have my own shop now".
func (c *Case) ownInstead(a *answer, cl *clause, j int) bool {
	if !a.has(j, j+1, "own") || !a.has(j-1, j, "my", "our") || !a.has(cl.from, cl.to, "now", "currently", "presently") && !a.has(cl.from, j, "run", "opened") || cl.who&pSelf == 0 || cl.negated || cl.marks&mSoon != 0 {
		return false
	}
	if !a.asks("employment.title", "employment.occupation", "employment.employer") || c.fact("employment.business") != nil || a.anyWord(cl.from, cl.to, besides) {
		return false
	}
	f := c.fact("employment.employer")
	if f == nil || slices.ContainsFunc(c.names, func(d declaredName) bool {
		hits, _ := d.name.compare(a, 0, len(a.words))
		return d.path == f.path && hits > 0 && !a.has(0, len(a.words), "customers", "customer", "clients", "client")
	}) {
		return false
	}
	return a.has(j+1, min(j+4, cl.to), "shop", "store", "business", "company", "firm", "salon", "clinic", "practice", "workshop", "restaurant", "bakery", "studio", "farm", "press")
}

// handedIn reports whether the word at j gives back what only who works somewhere has: "I
// gave back the office key", and neither for a time nor beside a post that is kept.
func (a *answer) handedIn(cl *clause, j int) bool {
	back := a.has(j, j+1, "returned", "surrendered") || a.has(j, j+1, "gave", "handed", "turned") && a.has(j+1, cl.to, "back", "over", "in")
	if !back || cl.who&^pSelf&pHuman != 0 || cl.negated || !a.asksOfWork() || a.has(0, len(a.words), "leave", "hold", "holds", "held", "keep", "keeps", "kept", "until", "till") {
		return false
	}
	return a.has(j+1, cl.to, "badge") || a.has(j+1, cl.to, "key", "keys", "uniform", "laptop", "desk") && a.has(j+1, cl.to, "my", "office", "company", "staff", "work", "lab", "hospital", "hotel", "shop")
}

// letGo finds that the applicant has lost the declared post where the line asks of it: others
// "let me go", or a no says that it is not held "still".
func (c *Case) letGo(a *answer, out []Claim) []Claim {
	const path = "employment.employer"
	if c.fact(path) == nil || !a.asks(path) || slices.ContainsFunc(out, func(k Claim) bool { return k.word == "left" || k.Field == path }) {
		return out
	}
	cl, from, to := &a.clauses[0], 0, 0
	if yes, end, sure := a.particles(); end > 0 && !yes && sure && a.lineHas([]string{"still"}) && a.polarLine() && !a.saysDeclared(c, path) {
		to = end
	}
	for i := 0; i+2 < len(a.words) && to == 0; i++ {
		if a.has(i, i+1, "let") && a.has(i+1, i+2, "me", "us") && a.has(i+2, i+3, "go") && a.asksOfWork() {
			cl = a.clauseOf(i)
			if ends := i+3 == cl.to || a.has(i+3, i+4, "in", "last", "because", "since") || a.inMention(i+3); ends && !cl.negated && cl.plain() && cl.marks&mSoon == 0 {
				from, to = cl.from, i+3
			}
		}
	}
	if to == 0 {
		return out
	}
	k := a.claim(kindStatus, path, cl, from, to)
	k.Negative, k.Certain, k.word, k.asked = true, true, "left", true
	return append(out, k)
}

// saysDeclared reports whether an answer says the declared name of a field.
func (a *answer) saysDeclared(c *Case, path string) bool {
	return slices.ContainsFunc(c.names, func(d declaredName) bool {
		hits, _ := d.name.compare(a, 0, len(a.words))
		return d.path == path && hits > 0
	})
}
