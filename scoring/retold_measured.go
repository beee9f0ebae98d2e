package scoring

import (
	"math"
	"strings"

	"github.com/viceconsul/viceconsul/interview/transcript"
	"github.com/viceconsul/viceconsul/interview/transcript/measure"
)

// measured finds a declared amount, length, number or date.
func (e *retelling) measured(g *valueGroup, v *groupValue) trace {
	best := trace{}
	for i := range e.mentions {
		m := &e.mentions[i]
		points := e.alike(g.f, v, m)
		if points == 0 || !e.tells(g, m.From) || m.Kind == measure.Calendar && (e.ofOccasion(e.clauseOf(m.From), m.From) || e.answer.gone(e.clauseOf(m.From)) && !e.c.gone(v.value.Date)) {
			continue
		}
		if points == surely && !e.ofMatter(g, m.From) {
			points = perhaps
		}
		best = surer(best, trace{points, m.From, m.To})
	}
	return best
}

// afterSlip reports whether the value told was said otherwise first and then put right:
// "twenty-eight thousand, sorry, thirty-eight thousand".
func (e *retelling) afterSlip(t trace) bool {
	for i := 1; i < len(e.mentions); i++ {
		m, was := &e.mentions[i], &e.mentions[i-1]
		if m.From == t.from && m.To == t.to && (was.Kind == m.Kind || was.Kind+m.Kind == measure.Money+measure.Number) && (was.Low != m.Low || was.Date != m.Date) && e.is(was.To, m.From, mFix) {
			return true
		}
	}
	return false
}

// alike is how surely a mention is of a declared value.
func (e *retelling) alike(f *fact, v *groupValue, m *measure.Mention) int {
	switch v.kind {
	case transcript.TypeMoney:
		return amountAlike(v.value.Money, m, toleranceOf(f, m.About))
	case transcript.TypeDuration:
		if e.answer.lineHas([]string{"leave"}) || f.path == volunteers[0].path && e.anyWord(e.clauseOf(m.From).from, e.clauseOf(m.From).to, volunteers[0].not) {
			return 0
		}
		points := lengthAlike(e.answer, v.value.Days, m)
		if cl := e.clauseOf(m.From); points > 0 && m.Unit == v.value.Days.Unit && cl.from == m.From && cl.to == m.To {
			return surely // "They train us on the machines, twelve days"
		}
		return points
	case transcript.TypeDate:
		return dayAlike(v.value.Date, m)
	}
	if m.Kind == measure.Duration && m.Unit == "year" && strings.HasSuffix(f.path, "_years") && m.Low == v.value.Num*measure.Days("year") && m.High == m.Low {
		return perhaps
	}
	if m.Kind == measure.Duration && m.Unit == "hour" && strings.HasSuffix(f.path, "hours_per_week") && m.Low == v.value.Num*measure.Days("hour") {
		return surely
	}
	if m.Kind == measure.Number && m.Low == v.value.Num && m.High == m.Low && !m.Ordinal {
		return perhaps
	}
	return 0
}

// sureAmount is the least number said without a currency that is surely an amount when it
// is the declared one to the last digit: few other numbers of an interview are so large.
const sureAmount = 10000

// amountAlike judges an amount: in the declared currency within the narrowest tolerance
// surely, within that of its class, or without the currency or the thousand, perhaps.
func amountAlike(d measure.Mention, m *measure.Mention, t tolerance) int {
	off := math.Abs(m.Low-d.Low) / max(d.Low, 1)
	switch {
	case d.Low <= 0 || m.High > m.Low*1.02 || m.Per != "" && d.Per != "" && m.Per != d.Per:
		return 0
	case m.Kind == measure.Money && m.Unit == d.Unit && off <= exactly.ok:
		return surely
	case (m.Kind == measure.Number || m.Kind == measure.Money) && m.Unit == "" && !m.Ordinal && off == 0 && m.Low >= sureAmount:
		return surely
	case m.Kind == measure.Money && m.Unit == d.Unit && off <= t.ok:
		return perhaps
	case (m.Kind == measure.Number || m.Kind == measure.Money) && m.Unit == "" && !m.Ordinal && (off == 0 && m.Low >= 100 || m.Low >= 20 && m.Low*1000 == d.Low):
		return perhaps
	}
	return 0
}

// lengthOff is how far a length in another unit may be off: two weeks and fifteen days.
// Our judgement.
const lengthOff = 0.08

// lengthAlike judges a length: as many of the same unit, or nearly as many days.
func lengthAlike(a *answer, d measure.Mention, m *measure.Mention) int {
	if m.Kind != measure.Duration || m.Low != m.High || math.Abs(m.Low-d.Low) > lengthOff*d.Low || m.Unit == d.Unit && m.Low != d.Low || a.has(m.To, m.To+1, "ago", "old", "before", "earlier", "back", "later", "more") {
		return 0
	}
	return perhaps
}

// dayAlike judges a date: a day or a month of its year surely, a month or a year alone
// perhaps.
func dayAlike(d measure.Date, m *measure.Mention) int {
	said := m.Date
	switch {
	case m.Kind == measure.Number && m.Low == float64(d.Year) && d.Year != 0:
		return perhaps
	case m.Kind != measure.Calendar || said.Span > 40 || said.Month == 0 && said.Part != "" && d.Year > said.Year || dateVerdict(Claim{date: said, about: m.About}, d) != transcript.Consistent:
		return 0
	case said.Month != 0 && said.Month == d.Month && (said.Day == d.Day && d.Day != 0 || said.Day == 0 && said.Year == d.Year):
		return surely
	case said.Day != 0 && d.Day != 0 && said.Day != d.Day:
		return 0
	}
	return perhaps
}
