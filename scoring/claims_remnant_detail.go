package scoring

import "github.com/viceconsul/viceconsul/interview/transcript/measure"

// byDetail reads an answer that gives what the line asks of an event: when, which,
// where, how often or how long. So it was.
func (r *hearing) byDetail(out []Claim) []Claim {
	if r.yesNoLine() || !r.lineHas([]string{"when", "which", "what", "where", "year", "many", "times", "long"}) || r.aboutTelling() || !r.asksOfIt() {
		return out
	}
	many := r.lineHas([]string{"many", "times"})
	if said, to, _ := r.particles(); many && (to > 0 && !said || r.has(0, 1, "zero", "nil")) {
		return r.stands(out, false, 0, -1, 0, max(to, 1), true)
	}
	k, found := Claim{}, false
	for i := range r.clauses {
		cl := &r.clauses[i]
		n := r.numberIn(cl)
		if !cl.plain() || cl.negated || cl.other || !r.verbless(cl) || !r.givesDetail(cl, many && n > 0) {
			continue
		}
		if !found {
			k, found = r.claim(kindStatus, eventPaths[r.of], cl, cl.from, cl.to), true
			k.Certain, k.asked, k.Negative = !cl.hedged, true, false
		}
		if n > 0 && many {
			k.low = n
		}
		k.years = append(k.years, r.yearsBare(cl)...)
	}
	if !found {
		return out
	}
	if back := r.tookBack(); back > 0 {
		k.taken = true
		if after := r.yearsAfter(back); len(after) > 0 {
			k.years = after
		}
	}
	return append(out, k)
}

// givesDetail reports whether a clause gives what a line may want: a year, a number of
// times, of a visit its length.
func (r *hearing) givesDetail(cl *clause, number bool) bool {
	if r.of == ofVisit {
		return r.lasts(cl) && !r.seen(cl.from, cl.to, hVisa)
	}
	return number || len(r.yearsBare(cl)) > 0
}

// yearsBare lists the years a clause names, with or without a month or an "in".
func (r *hearing) yearsBare(cl *clause) []int {
	var out []int
	for i := range r.mentions {
		if m := &r.mentions[i]; m.From >= cl.from && m.To <= cl.to {
			out = append(out, yearsOf(r.mentions[i:i+1])...)
		}
	}
	return out
}

// asksOfIt reports whether a line that wants a detail wants it of the event itself.
func (r *hearing) asksOfIt() bool {
	switch r.of {
	case ofRefusal:
		return r.line&hRefuse != 0 && !r.lineHas([]string{"changed", "different", "reason", "say", "said"})
	case ofVisit:
		return r.lineHas([]string{"long", "many"}) && !r.lineHas([]string{"ago"})
	case ofVisa, ofJ1, ofOverstay, ofArrest, ofRefusalElsewhere, ofLottery, ofEsta, ofCancellation, ofMilitary:
		return true
	}
	return false
}

// numberIn is the bare number a clause gives, 0 for none.
func (r *hearing) numberIn(cl *clause) float64 {
	for i := range r.mentions {
		if m := &r.mentions[i]; m.From >= cl.from && m.To <= cl.to && m.Kind == measure.Number && !m.Ordinal && m.Low < 30 {
			return m.Low
		}
	}
	return 0
}
