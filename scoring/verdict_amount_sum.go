package scoring

import (
	"math"
	"slices"

	"github.com/viceconsul/viceconsul/interview/transcript"
	"github.com/viceconsul/viceconsul/interview/transcript/measure"
)

// summed makes one amount of several that are parts of a whole by their construction:
// "twelve hundred the flights and two thousand four hundred for hotels", "twenty-five in
// my father's account and fifteen in my mother's". Where the answer adds them up itself,
// its sum stands for them.
func (j *comparison) summed(group []Claim) []Claim {
	if len(group) < 2 || slices.ContainsFunc(group, func(k Claim) bool { return k.unit != group[0].unit || k.per != group[0].per || k.partial }) {
		return group
	}
	last := group[len(group)-1]
	if j.isSum(group) {
		return group[len(group)-1:]
	}
	for _, k := range group {
		if !j.a.partOfWhole(k) {
			return group
		}
	}
	sum := total(group)
	sum.Span = transcript.SpanOf(j.a.turn.Applicant, group[0].Span.Start, last.Span.End)
	return []Claim{sum}
}

// isSum reports whether the last of several amounts is what the others add up to.
func (j *comparison) isSum(group []Claim) bool {
	n := len(group) - 1
	rest := total(group[:n])
	return n > 0 && group[n].low == rest.low && (n > 1 || j.a.has(0, len(j.a.words), "so", "total", "altogether", "makes"))
}

// partOfWhole reports whether an amount is told as the amount of one part: a noun
// follows it that says what it goes for, or where it lies.
func (a *answer) partOfWhole(k Claim) bool {
	to := a.wordAt(k.Span.End)
	cl := a.clauseOf(a.wordAt(k.Span.Start))
	if to >= cl.to || a.terms[to].is(mNot) {
		return false
	}
	if a.has(to, to+1, "for", "of", "in", "on") && to+1 < cl.to {
		return !a.has(to+1, to+2, "total", "all", "everything", "dollars", "cash", "me", "us", "each", "ours", "mine") && !a.has(to+1, to+3, "year", "month", "week", "semester", "term", "time")
	}
	return a.has(to, to+1, "the", "my") && to+1 < cl.to && (a.terms[to+1].is(mCost) || amountCues[a.words[to+1].Text] != noAttribute) ||
		a.terms[to].is(mCost) && a.verbless(cl)
}

// periods are the factors that may turn what was said into the declared period. Where
// the hours of a week are declared, a week's pay and an hour's are tied by them.
func (j *comparison) periods(k Claim, d measure.Mention) []float64 {
	all := periods(k, d)
	if months := j.programMonths(); d.Per == "" && whole(k.Field) == "j1.funding" && months > 0 {
		switch k.per {
		case "month":
			return []float64{12, months} // of the first form, or of the whole program
		case "year":
			return []float64{1, months / 12}
		}
	}
	hours := j.c.fact("jw.hours_per_week")
	if hours == nil || d.Per != "hour" || k.per == "hour" || hours.value().Num <= 0 {
		return all
	}
	week := 1 / hours.value().Num
	switch k.per {
	case "week":
		return []float64{week}
	case "fortnight":
		return []float64{week / 2}
	case "month":
		return []float64{week * 12 / 52}
	case "":
		if j.a.lineHas([]string{"week", "weekly"}) {
			return append(all, week)
		}
	}
	return all
}

// programMonths is how many months the declared exchange program lasts, 0 where that is not
// declared.
func (j *comparison) programMonths() float64 {
	start, end := j.c.fact("j1.start_date"), j.c.fact("j1.end_date")
	if start == nil || end == nil || start.value().Date.Year == 0 || end.value().Date.Year == 0 {
		return 0
	}
	return math.Round(daysBetween(start.value().Date, end.value().Date) / daysIn["month"])
}

// fullAward marks an award that is told as bearing the whole of the tuition.
const fullAward = "full"

// leastTuition is what a year of study costs a student from abroad at the least. Source:
// our judgement, by the list prices of community colleges.
const leastTuition = 8000

// wholeAward finds a scholarship told without a number: "it is full tuition", "zero, they
// forgave the tuition entirely".
func (c *Case) wholeAward(a *answer, out []Claim) []Claim {
	if !a.asks("finance.scholarship", "f1.funding_year1") && !a.lineHas([]string{"scholarship", "tuition", "award"}) || c.fact("finance.scholarship") == nil ||
		slices.ContainsFunc(out, func(k Claim) bool { return k.Field == "finance.scholarship" && k.kind == kindAmount }) {
		return out
	}
	for i := range a.words {
		cl := a.clauseOf(i)
		if !a.terms[i].is(mScholar|mCost) && !a.has(i, i+1, "tuition", "ride", "funding", "waiver") || !cl.plain() || cl.hedged || cl.negated || cl.who&pFamily != 0 {
			continue
		}
		whole := a.has(i-1, i, "full", "complete", "entire", "whole") || a.anyWord(cl.from, i, lessening) && a.has(cl.from, cl.to, "entirely", "fully", "completely", "all", "whole", "full")
		if whole && !a.has(i, i+2, "cost", "costs") && a.has(i, i+1, "tuition", "ride", "scholarship", "funding", "waiver", "fee", "fees") {
			k := a.claim(kindAmount, "finance.scholarship", cl, max(i-1, cl.from), i+1)
			k.word, k.asked, k.low, k.high = fullAward, true, 1, 1
			return append(out, k)
		}
	}
	return out
}

// fullAward judges an award told as the whole of the tuition: the declared one must be
// as much as the tuition declared, or as the least there is.
func (j *comparison) fullAward(k Claim, f *fact) {
	v, ok := f.part("amount")
	if !ok || v.Money.Unit != "USD" || v.Money.Low <= 0 {
		return
	}
	tuition := 0.0
	if cost := j.c.fact("f1.cost_year1"); cost != nil {
		if t, known := cost.part("tuition"); known {
			tuition = amountOf(t)
		}
	}
	switch {
	case tuition > 0 && v.Money.Low >= (1-nearly.ok)*tuition:
		j.add(k, transcript.Consistent, f)
	case tuition > 0, v.Money.Low < leastTuition:
		j.add(k, transcript.Contradiction, f)
	}
}
