package scoring

import (
	"math"
	"slices"

	"github.com/viceconsul/viceconsul/interview/transcript"
	"github.com/viceconsul/viceconsul/interview/transcript/measure"
)

// A tolerance says how far a spoken amount may lie from the declared one: up to
// ok it is the same, up to soft it is a slip, beyond it contradicts. Shares of the
// declared amount.
type tolerance struct{ ok, soft float64 }

// Tolerances by class, and when the speaker says "about". Source: consistent
// within 2% or 10%, 25% after "about" for the approximate class; the soft margins,
// and "about" for the exact class, are our judgement, to be calibrated.
var (
	exactly      = tolerance{0.02, 0.05}
	aboutExactly = tolerance{0.03, 0.10}
	nearly       = tolerance{0.10, 0.15}
	aboutNearly  = tolerance{0.25, 0.35}
	aboutHours   = tolerance{0.15, 0.25} // a week has a maximum
)

func toleranceOf(f *fact, about bool) tolerance {
	exact := f.field != nil && f.field.Class == transcript.ClassExact
	switch {
	case exact && about:
		return aboutExactly
	case exact:
		return exactly
	case about:
		return aboutNearly
	}
	return nearly
}

// amounts judges amounts of money said for one declared field.
func (j *comparison) amounts(group []Claim, f *fact) {
	if f.path == "f1.cost_year1" && j.costSum(group, f) {
		return
	}
	if f.path == "finance.scholarship" && group[0].word == fullAward {
		j.fullAward(group[0], f)
		return
	}
	group = withoutParts(j.summed(group), f)
	judged := func(k Claim) transcript.Verdict {
		if k.partial {
			return transcript.Partial
		}
		best := transcript.Verdict("")
		for _, m := range j.declaredAmounts(k, f) {
			if k.word == noPay && m.Low > 0 {
				return transcript.Contradiction
			}
			v := j.amount(k, m, toleranceOf(f, k.about || !k.Certain))
			if k.share > 0 && v != transcript.Consistent {
				v = j.amount(k.ofWhole(), m, toleranceOf(f, k.about || !k.Certain))
			}
			if v == transcript.Consistent {
				return v
			}
			if best == "" || v == transcript.SoftMismatch {
				best = v
			}
		}
		if k.share < 0 && best != transcript.Consistent {
			return transcript.NotComparable
		}
		if best == transcript.Contradiction && !k.asked && k.word != "tuition" && k.word != "living" {
			return transcript.SoftMismatch // volunteered: what it is the amount of is less sure
		}
		return best
	}
	j.settle(wrongPart(group, judged), f, judged)
}

// wrongPart leaves of the amounts of several parts of a cost those of the part that is told
// wrong: what agrees with the rent does not agree with the tuition.
func wrongPart(group []Claim, judged func(Claim) transcript.Verdict) []Claim {
	for _, part := range []string{"tuition", "living"} {
		var of []Claim
		for _, k := range group {
			if k.word == part {
				of = append(of, k)
			}
		}
		if len(of) > 0 && len(of) < len(group) && !slices.ContainsFunc(of, func(k Claim) bool { return judged(k) != transcript.Contradiction }) {
			return of
		}
	}
	return group
}

// withoutParts leaves out of the amounts of a cost those that are parts of the declared total
// which another one gives: "the course is nine thousand. With the house, twenty thousand."
func withoutParts(group []Claim, f *fact) []Claim {
	total, ok := f.part("total")
	if f.path != "f1.cost_year1" || !ok || len(group) < 2 {
		return group
	}
	whole := func(k Claim) bool { return math.Abs(k.low-total.Money.Low) <= exactly.ok*total.Money.Low }
	if !slices.ContainsFunc(group, whole) {
		return group
	}
	return slices.DeleteFunc(slices.Clone(group), func(k Claim) bool {
		return !whole(k) && k.low < total.Money.Low && k.word != "tuition" && k.word != "living"
	})
}

// declaredAmounts are the declared amounts a claim can be.
func (j *comparison) declaredAmounts(k Claim, f *fact) []measure.Mention {
	switch f.path {
	case "f1.cost_year1":
		return j.declaredCosts(k, f)
	case "finance.sponsors":
		var all []measure.Mention
		for _, item := range f.items {
			if v, ok := item.part("income"); ok {
				all = append(all, v.Money)
			}
		}
		return append(all, j.together(all)...)
	case "f1.funding_year1":
		if v, ok := f.part("school"); ok {
			return []measure.Mention{v.Money}
		}
	case "finance.loan", "finance.scholarship":
		if v, ok := f.part("amount"); ok {
			return []measure.Mention{v.Money}
		}
	default:
		return f.moneys()
	}
	return nil
}

// together is the sum of what several sponsors earn, where the line or the answer
// speaks of them as one.
func (j *comparison) together(all []measure.Mention) []measure.Mention {
	if len(all) < 2 || !j.a.lineHas([]string{"they", "together", "both", "parents", "combined", "total", "family", "household"}) && !j.a.has(0, len(j.a.words), "together", "both", "combined", "total", "altogether", "they") {
		return nil
	}
	sum := all[0]
	for _, m := range all[1:] {
		if m.Unit != sum.Unit || m.Per != sum.Per {
			return nil
		}
		sum.Low, sum.High = sum.Low+m.Low, sum.High+m.High
	}
	return []measure.Mention{sum}
}

// moneys are the amounts a field or a part holds, one for each item of a list.
func (f *fact) moneys() []measure.Mention {
	if f.kind == transcript.TypeMoney {
		return []measure.Mention{f.value().Money}
	}
	var all []measure.Mention
	for i := range f.items {
		if f.items[i].kind == transcript.TypeMoney {
			all = append(all, f.items[i].value().Money)
		}
	}
	return all
}

// declaredCosts are the amounts of an I-20 a claim about cost can be: its own part
// when it names one, else the total, or what is left after the scholarship.
func (j *comparison) declaredCosts(k Claim, f *fact) []measure.Mention {
	total, ok := f.part("total")
	if k.word == "tuition" || k.word == "living" {
		v, known := f.part(k.word)
		switch {
		case !known:
			return nil
		case ok && j.included(k):
			return []measure.Mention{v.Money, total.Money}
		}
		return []measure.Mention{v.Money}
	}
	if !ok {
		return nil
	}
	all := []measure.Mention{total.Money}
	if v, ok := f.part("tuition"); ok && (k.per == "semester" || k.word == "fee") {
		all = append(all, v.Money) // what a school charges, by the semester or as its fee
	}
	if share := j.c.schoolShare(); share > 0 && j.netMeant(k) {
		net := total.Money
		net.Low, net.High = net.Low-share, net.High-share
		all = append(all, net)
	}
	return all
}

// included reports whether an amount is told with what it takes in, so that it may be the
// whole: "with the house and food, twenty thousand".
func (j *comparison) included(k Claim) bool {
	at := j.a.wordAt(k.Span.Start)
	cl := j.a.clauseOf(at)
	from := cl.from
	if cl.from > 0 && j.a.verbless(cl) && j.a.clauseOf(cl.from-1).sentence == cl.sentence {
		from = j.a.clauseOf(cl.from - 1).from
	}
	return j.a.has(from, cl.to, "with", "including", "includes", "include", "included", "plus", "together")
}

// schoolShare is what the school is declared to bear of the first year, in dollars.
func (c *Case) schoolShare() float64 {
	if fund := c.fact("f1.funding_year1"); fund != nil {
		if v, ok := fund.part("school"); ok {
			return v.Money.Low
		}
	}
	if award := c.fact("finance.scholarship"); award != nil {
		if v, ok := award.part("amount"); ok && v.Money.Unit == "USD" {
			return v.Money.Low
		}
	}
	return 0
}

// netMeant reports whether the words around an amount say that the applicant's own
// part of the cost is meant: "I have to bring", "my family pays", "after the
// scholarship".
func (j *comparison) netMeant(k Claim) bool {
	cl := j.a.clauseOf(j.a.wordAt(k.Span.Start))
	own := cl.marks&mPay != 0 && (cl.who != 0 || cl.marks&mMine != 0)
	return own || j.a.has(cl.from, cl.to, "bring", "rest", "remaining", "remainder", "balance", "part", "share", "us", "show", "after", "minus", "without", "net", "need", "personal") ||
		j.a.has(0, len(j.a.words), "scholarship", "waiver", "assistantship", "rest", "school", "university")
}

// costSum reports, and judges, several parts of a cost that add up to the declared
// total.
func (j *comparison) costSum(group []Claim, f *fact) bool {
	total, ok := f.part("total")
	if !ok || len(group) < 2 {
		return false
	}
	sum := 0.0
	for _, k := range group {
		sum += k.low
	}
	if n := len(group); n > 2 && group[n-1].low == sum-group[n-1].low {
		sum /= 2 // "eighteen and fourteen, so thirty-two"
	}
	if sum < 1000 {
		sum *= 1000
	}
	if math.Abs(sum-total.Money.Low) > exactly.ok*total.Money.Low {
		return false
	}
	j.add(group[0], transcript.Consistent, f)
	return true
}

const million = 1e6

// amount judges one amount against one declared amount.
func (j *comparison) amount(k Claim, d measure.Mention, t tolerance) transcript.Verdict {
	if d.Low <= 0 {
		return transcript.NotComparable
	}
	rate, ok := exchange(k.unit, d.Unit)
	if !ok {
		return transcript.NotComparable
	}
	best := math.Inf(1)
	for _, factor := range j.periods(k, d) {
		low, high := k.low*rate*factor, k.high*rate*factor
		best = min(best, distance(low, high, d.Low, k.bound))
		if rest := math.Mod(k.low, million); k.low > million && k.low == k.high && rest >= 100 && rest < 1000 {
			said := (k.low + 999*rest) * rate * factor // "one million nine hundred" is said of thousands
			best = min(best, distance(said, said, d.Low, k.bound))
		}
	}
	switch {
	case best <= t.ok:
		if k.high > 1.5*k.low {
			return transcript.Partial
		}
		return transcript.Consistent
	case best <= t.soft:
		return transcript.SoftMismatch
	case absurd(k, d, rate):
		return transcript.NotComparable
	case d.Per == "" && k.per != "" && k.per != "year" && k.per != "semester" && !(whole(k.Field) == "j1.funding" && k.per == "month" && j.programMonths() > 0):
		return transcript.NotComparable // so much a month of what has no period
	case j.net() && best < 0.45:
		return transcript.NotComparable
	}
	return transcript.Contradiction
}

// absurd reports whether an amount is so far off in every period that it must be
// the amount of something else, a bus ticket and not a year. Source of the hundred:
// our judgement; slips of a factor of ten, and of lakh and crore, stay below it.
func absurd(k Claim, d measure.Mention, rate float64) bool {
	for _, factor := range periods(k, d) {
		if said := k.high * rate * factor; said > d.Low/100 && said < d.Low*100 {
			return false
		}
	}
	return true
}
