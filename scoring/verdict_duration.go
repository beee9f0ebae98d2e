package scoring

import (
	"math"
	"slices"

	"github.com/viceconsul/viceconsul/interview/transcript"
	"github.com/viceconsul/viceconsul/interview/transcript/measure"
)

// durations judges how long something is said to take. Values said for sure decide;
// what is only possible ("maybe four", "up to six months") leaves it partly open.
func (j *comparison) durations(group []Claim, f *fact) {
	low, high, ok := j.nearestLength(group, f)
	if !ok {
		return
	}
	if group[0].word == "open" {
		j.openEnded(group[0], f)
		return
	}
	if group[0].word == prolonged {
		j.add(group[0], transcript.Contradiction, f)
		return
	}
	var firm, open []Claim
	for _, k := range group {
		if k.partial {
			open = append(open, k)
		} else {
			firm = append(firm, k)
		}
	}
	if len(firm) == 0 {
		j.add(open[0], transcript.Partial, f)
		return
	}
	if sum := total(firm); len(firm) > 1 && j.days(sum, low, high, f) == transcript.Consistent {
		j.add(sum, transcript.Consistent, f)
		return
	}
	if f.path == "trip.length_of_stay" && j.further(firm) {
		firm = []Claim{total(firm)}
	}
	n := len(j.out)
	j.settle(firm, f, func(k Claim) transcript.Verdict { return j.days(k, low, high, f) })
	if len(j.out) == n || j.out[n].Verdict != transcript.Consistent {
		return
	}
	switch {
	case len(open) > 0 && j.days(open[0], low, high, f) != transcript.Consistent:
		j.out = j.out[:n]
		j.add(open[0], transcript.Partial, f)
	case f.path == "jp.program_length_years" && j.furtherTraining(firm[0]) && !j.a.clauses[len(j.a.clauses)-1].negated:
		j.out = j.out[:n]
		j.add(firm[0], transcript.Partial, f) // a longer horizon: fellowship afterwards
	}
}

// further reports whether each length after the first is told as one more: they add up.
func (j *comparison) further(firm []Claim) bool {
	for _, k := range firm[1:] {
		if at := j.a.wordAt(k.Span.Start); !j.a.has(at-2, at, "other", "another", "further", "additional", "plus", "extra") {
			return false
		}
	}
	return len(firm) > 1
}

// furtherTraining reports whether training is spoken of beside a length, and not as
// what lasts so long: "twenty-four months for this fellowship".
func (j *comparison) furtherTraining(k Claim) bool {
	cl := j.a.clauseOf(j.a.wordAt(k.Span.Start))
	return j.a.is(0, cl.from, mTrain) || j.a.is(cl.to, len(j.a.terms), mTrain) || j.a.is(cl.from, cl.to, mTrain) && j.a.has(cl.from, cl.to, "then", "after", "maybe", "plus", "later", "perhaps")
}

// nearestLength is the declared length of a field, in days; of several, as of
// earlier visits, the one that is said, else the first.
func (j *comparison) nearestLength(group []Claim, f *fact) (low, high float64, ok bool) {
	for i := range f.items {
		l, h, known := j.declaredDays(&f.items[i])
		if known && !ok {
			low, high, ok = l, h, true
		}
		if known && slices.ContainsFunc(group, func(k Claim) bool { return j.days(k, l, h, f) == transcript.Consistent }) {
			return l, h, true
		}
	}
	if len(f.items) == 0 {
		return j.declaredDays(f)
	}
	return low, high, ok
}

// openEnded judges a length left open. Under a direct question it contradicts a
// number; a plan not made yet is only partial.
func (j *comparison) openEnded(k Claim, f *fact) {
	for _, w := range measureWords(k.Span.Text) {
		if w.Text == "decided" || w.Text == "fixed" {
			j.add(k, transcript.Partial, f)
			return
		}
	}
	j.add(k, transcript.Contradiction, f)
}

// total is several lengths taken together.
func total(all []Claim) Claim {
	sum := all[0]
	for _, k := range all[1:] {
		sum.low, sum.high, sum.about = sum.low+k.low, sum.high+k.high, sum.about || k.about
	}
	return sum
}

// declaredDays is the declared length of a field, in days.
func (j *comparison) declaredDays(f *fact) (low, high float64, ok bool) {
	switch f.path {
	case "f1.end_date", "j1.end_date", "h1b.valid_to":
		start := j.c.fact(startOf[f.path])
		if start == nil || start.value().Date.Year == 0 || f.value().Date.Year == 0 {
			return 0, 0, false
		}
		d := daysBetween(start.value().Date, f.value().Date)
		return d, d, d > 0
	case "employment.start_date", "identity.residence_since", "employment.business.since":
		if j.c.today.Year == 0 || f.value().Date.Year == 0 {
			return 0, 0, false
		}
		d := daysBetween(f.value().Date, j.c.today)
		return d, d, d > 0
	case "finance.scholarship.period":
		for _, m := range measure.Scan(measure.Words(f.said), j.c.today) {
			if m.Kind == measure.Duration {
				return m.Low, m.High, true
			}
		}
		return 0, 0, false
	case "employment.leave":
		for _, m := range f.mentions {
			if m.Kind == measure.Duration {
				return m.Low, m.High, true
			}
		}
		from, _ := f.part("from")
		to, _ := f.part("to")
		if from.Date.Year != 0 && to.Date.Year != 0 {
			d := daysBetween(from.Date, to.Date)
			return d, d, d > 0
		}
		return 0, 0, false
	}
	if f.kind == transcript.TypeNumber {
		d := f.value().Num * daysIn["year"]
		return d, d, d > 0
	}
	return f.value().Days.Low, f.value().Days.High, f.value().Days.Low > 0
}

// startOf is where the beginning of what a field ends is declared.
var startOf = map[string]string{"f1.end_date": "f1.start_date", "j1.end_date": "j1.start_date", "h1b.valid_to": "h1b.valid_from"}

// days judges one length: the same within a tenth, two days, or half of the unit
// it was said in when it was said in years (source: the duration class; the half
// year is our judgement, people count in whole years).
func (j *comparison) days(k Claim, low, high float64, f *fact) transcript.Verdict {
	if j.annualForm(k, high, f) {
		return transcript.Consistent
	}
	share := 0.1
	if k.about || !k.Certain {
		share = 0.25 // our judgement: as for an approximate amount
	}
	slack := max(2, share*high)
	if k.unit == "year" && f.path != "trip.length_of_stay" && f.path != "jp.program_length_years" {
		slack = max(slack, min(daysIn["year"], max(0.35*high, daysIn["year"]/2)))
	}
	if k.unit == "semester" {
		slack = max(slack, daysIn["year"]*0.4) // of months, and not of half a year
	}
	switch {
	case k.low <= high+slack && k.high >= low-slack:
		if k.high > 1.4*k.low && k.high > high+slack {
			return transcript.Partial
		}
		return transcript.Consistent
	case k.bound > 0 && k.low < high, k.bound < 0 && k.high > low:
		return transcript.Partial
	case k.low <= high+1.5*slack && k.high >= low-1.5*slack && !(k.unit == "year" && !k.about && k.Certain && ofProgram[f.path] && math.Abs(k.low-high) > 0.45*high):
		return transcript.SoftMismatch
	}
	return transcript.Contradiction
}

// ofProgram are the lengths of programs that are told in whole years: one is not two.
var ofProgram = set("j1.end_date f1.end_date h1b.valid_to finance.scholarship.period")

// annualForm reports whether a physician gives the length of the program where the
// form holds one year: a DS-2019 is issued year by year.
func (j *comparison) annualForm(k Claim, declared float64, f *fact) bool {
	if j.c.category != transcript.J1Physician || f.path != "trip.length_of_stay" || declared > 1.1*daysIn["year"] || declared < 0.9*daysIn["year"] {
		return false
	}
	years := k.low / daysIn["year"]
	if p := j.c.fact("jp.program_length_years"); p != nil {
		return math.Abs(years-p.value().Num) < 0.2
	}
	return years >= 1 && years <= 8 // the longest accredited training; source: jp.pgy_level runs from 1 to 8
}

func daysBetween(from, to measure.Date) float64 {
	return dayOf(to).Sub(dayOf(from)).Hours() / 24
}
