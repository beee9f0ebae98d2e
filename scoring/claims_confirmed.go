package scoring

import (
	"github.com/viceconsul/viceconsul/interview/transcript"
	"github.com/viceconsul/viceconsul/interview/transcript/measure"
)

// confirmedClaims finds the value a line puts before the applicant and the answer agrees
// to: "You'd use the full six months?" "Why not."
func (c *Case) confirmedClaims(a *answer, out []Claim) []Claim {
	if !a.ownLine || len(a.sought) == 0 || len(a.mentions) > 0 || !a.agrees() {
		return out
	}
	said := measure.Scan(measure.Words(a.turn.Officer), c.today)
	if len(said) != 1 {
		return out
	}
	m := &said[0]
	for _, row := range a.sought {
		k := a.claim(0, row.path, &a.clauses[0], 0, a.clauses[0].to)
		k.Negative, k.Certain, k.asked = false, true, true
		k.low, k.high, k.about, k.unit, k.per, k.date = m.Low, m.High, m.About, m.Unit, m.Per, m.Date
		switch f, _ := transcript.LookupField(row.path); {
		case m.Kind == measure.Duration && row.path == "trip.length_of_stay":
			k.kind = kindDuration
		case m.Kind == measure.Money && row.of != noAttribute && row.of != aSponsorIncome:
			k.kind, k.word = kindAmount, attributeNames[row.of]
		case m.Kind == measure.Calendar && f.Type == transcript.TypeDate && m.Date.Month != 0:
			k.kind = kindDate
		default:
			continue
		}
		return append(out, k)
	}
	return out
}

// agrees reports whether an answer says yes to a line that can be answered so, and
// nothing against it.
func (a *answer) agrees() bool {
	line := a.turn.Officer
	if len(line) == 0 || line[len(line)-1] != '?' || a.lineHas(asksOpenly) {
		return false
	}
	for i := range a.clauses {
		if cl := &a.clauses[i]; cl.negated && !a.has(cl.from, cl.to, "why") || cl.marks&(mBut|mFix|mOnly) != 0 {
			return false
		}
	}
	if yes, to, sure := a.particles(); to > 0 {
		return yes && sure
	}
	for i := range a.clauses {
		if cl := &a.clauses[i]; a.has(cl.from, cl.from+1, "why") && cl.to-cl.from == 2 && a.has(cl.from+1, cl.to, "not") {
			return true
		}
	}
	return false
}
