package scoring

import (
	"math"
	"slices"
	"strings"
	"time"

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
	switch {
	case k.low <= high+slack && k.high >= low-slack:
		if k.high > 1.4*k.low && k.high > high+slack {
			return transcript.Partial
		}
		return transcript.Consistent
	case k.bound > 0 && k.low < high, k.bound < 0 && k.high > low:
		return transcript.Partial
	case k.low <= high+1.5*slack && k.high >= low-1.5*slack:
		return transcript.SoftMismatch
	}
	return transcript.Contradiction
}

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

func dayOf(d measure.Date) time.Time {
	return time.Date(d.Year, time.Month(max(d.Month, 1)), max(d.Day, 1), 0, 0, 0, 0, time.UTC)
}

// dates judges dates said for one declared date.
func (j *comparison) dates(group []Claim, f *fact) {
	declared := j.declaredDates(f)
	if len(declared) == 0 {
		return
	}
	if told := slices.DeleteFunc(slices.Clone(group), func(k Claim) bool { return k.word == "after" || k.word == "before" }); len(told) > 0 {
		group = told // "in September, after the summer holiday"
	}
	j.settle(group, f, func(k Claim) transcript.Verdict {
		v := nearestDate(k, declared)
		if v == transcript.Consistent && strings.HasPrefix(f.path, "trip.") && otherDay(k, declared) {
			return transcript.Contradiction
		}
		return v
	})
}

// otherDay reports whether a day of travel is named outright and lies days from the
// declared one in the same month. Source of the four days: our judgement; a flight
// may land a day late, and a journey is rebooked by a day or two.
func otherDay(k Claim, declared []measure.Date) bool {
	d := declared[0]
	return len(declared) == 1 && !k.about && k.Certain && k.word == "" && k.date.Span == 0 && k.date.Month != 0 && k.date.Day != 0 && d.Day != 0 && d.Month == k.date.Month &&
		math.Abs(float64(k.date.Day-d.Day)) > 4
}

// nearestDate judges a date against the declared one, or against the nearest of
// several.
func nearestDate(k Claim, declared []measure.Date) transcript.Verdict {
	best := transcript.Contradiction
	for _, d := range declared {
		switch v := dateVerdict(k, d); {
		case v == transcript.Consistent:
			return v
		case v == transcript.SoftMismatch:
			best = v
		}
	}
	return best
}

// declaredDates are the dates a field or a part holds, one for each item of a list.
func (j *comparison) declaredDates(f *fact) []measure.Date {
	if d, ok := j.declaredDate(f); ok {
		return []measure.Date{d}
	}
	var all []measure.Date
	for i := range f.items {
		if d := f.items[i].value().Date; d.Year != 0 {
			all = append(all, d)
		}
	}
	return all
}

// declaredDate is the date a field holds, or implies: the end of a program that is
// declared by its length.
func (j *comparison) declaredDate(f *fact) (measure.Date, bool) {
	switch f.path {
	case "jp.program_length_years":
		start := j.c.fact("j1.start_date")
		if start == nil || start.value().Date.Year == 0 {
			return measure.Date{}, false
		}
		end := dayOf(start.value().Date).AddDate(int(f.value().Num), 0, -1)
		return measure.Date{Year: end.Year(), Month: int(end.Month()), Day: end.Day()}, true
	case "jw.home_university":
		v, ok := f.part("returns_on")
		return v.Date, ok && v.Date.Month != 0
	case "jp.match_year":
		if years := yearsOf(f.mentions); len(years) == 1 {
			return measure.Date{Year: years[0]}, true
		}
	case "trip.length_of_stay":
		return j.lastDay(f)
	}
	return f.value().Date, f.value().Date.Year != 0
}

// lastDay is the end of a stay: the declared departure, or as long after the
// arrival as the stay is declared.
func (j *comparison) lastDay(f *fact) (measure.Date, bool) {
	if leave := j.c.fact("trip.departure_date"); leave != nil && leave.value().Date.Month != 0 {
		return leave.value().Date, true
	}
	arrive := j.c.fact("trip.arrival_date")
	if arrive == nil || arrive.value().Date.Day == 0 || f.value().Days.Low <= 0 {
		return measure.Date{}, false
	}
	end := dayOf(arrive.value().Date).AddDate(0, 0, int(f.value().Days.Low))
	return measure.Date{Year: end.Year(), Month: int(end.Month()), Day: end.Day()}, true
}

// dateVerdict judges a date: the same month, as far as both are known. A date
// counted from today may be off by as much as its unit; a season fits either
// hemisphere.
func dateVerdict(k Claim, d measure.Date) transcript.Verdict {
	said := k.date
	switch {
	case said.Month == 0 && said.Day == 0 && said.Part != "" && inSeason(said.Part, d.Month):
		return yearVerdict(said, d)
	case said.Month == 0 && said.Part != "" && said.Year == 0:
		return transcript.SoftMismatch
	case said.Month == 0 && said.Day != 0:
		if d.Day == 0 || said.Day == d.Day {
			return transcript.Consistent
		}
		return transcript.SoftMismatch
	case said.Month == 0 || d.Month == 0:
		return yearVerdict(said, d)
	}
	if said.Year == 0 {
		said.Year = d.Year
	}
	if said.Year == d.Year && said.Month == d.Month {
		return transcript.Consistent
	}
	off := math.Abs(daysBetween(middle(said), middle(d)))
	slack := float64(said.Span)
	if k.about {
		slack = max(slack, 15)
	}
	switch {
	case off <= slack:
		return transcript.Consistent
	case off <= slack+16, k.word == "before" && daysBetween(d, said) > 0, k.word == "by" && daysBetween(d, said) > 0, k.word == "after" && daysBetween(said, d) > 0:
		return transcript.SoftMismatch
	}
	return transcript.Contradiction
}

// middle is the day in the middle of what a date may mean.
func middle(d measure.Date) measure.Date {
	if d.Day == 0 {
		switch d.Part {
		case "early":
			d.Day = 5
		case "late":
			d.Day = 25
		default:
			d.Day = 15
		}
	}
	return d
}

func yearVerdict(said, d measure.Date) transcript.Verdict {
	off := said.Year - d.Year
	switch {
	case said.Year == 0 || off == 0, said.Span > 60 && off >= -1 && off <= 1:
		return transcript.Consistent
	}
	return transcript.Contradiction
}

// inSeason reports whether a month lies in a season of either hemisphere.
func inSeason(season string, month int) bool {
	first := map[string]int{"spring": 3, "summer": 6, "autumn": 9, "winter": 12}[season]
	if first == 0 {
		return true // early, mid, late: of a year
	}
	for _, start := range []int{first, first + 6} {
		if (month-start+24)%12 < 3 {
			return true
		}
	}
	return false
}
