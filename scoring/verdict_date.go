package scoring

import (
	"math"
	"slices"
	"strings"
	"time"

	"github.com/viceconsul/viceconsul/interview/transcript"
	"github.com/viceconsul/viceconsul/interview/transcript/measure"
)

func dayOf(d measure.Date) time.Time {
	return time.Date(d.Year, time.Month(max(d.Month, 1)), max(d.Day, 1), 0, 0, 0, 0, time.UTC)
}

// dates judges dates said for one declared date.
func (j *comparison) dates(group []Claim, f *fact) {
	declared := j.declaredDates(f)
	if len(declared) == 0 {
		return
	}
	group = withoutEdges(group)
	j.settle(group, f, func(k Claim) transcript.Verdict {
		v := nearestDate(k, declared)
		if programStarts[f.path] && v != transcript.Consistent && j.landsAhead(k, declared[0]) {
			return ""
		}
		if v != transcript.Consistent || !strings.HasPrefix(f.path, "trip.") {
			return v
		}
		switch apart := daysApart(k, declared); {
		case apart > otherJourney:
			return transcript.Contradiction
		case apart > rebooked:
			return transcript.SoftMismatch
		}
		return v
	})
}

// landsAhead reports whether a date is that of the flight to a program that begins within the
// days one may land before it, for which no field stands.
// Source: 8 CFR 214.2(f)(5)(i) and (j)(1)(ii).
func (j *comparison) landsAhead(k Claim, start measure.Date) bool {
	const allowed = 30
	at := j.a.clauseOf(j.a.wordAt(k.Span.Start))
	said := k.date
	if said.Year == 0 {
		said.Year = nearestYear(said, start)
	}
	ahead := daysBetween(middle(said), middle(start))
	return ahead > 0 && ahead <= allowed && (j.a.lineHas(flying) || j.a.has(at.from, at.to, flying...))
}

var (
	programStarts = set("j1.start_date f1.start_date")
	flying        = []string{"fly", "flying", "flight", "flights", "ticket", "tickets", "leave", "leaving", "travel", "travelling", "traveling", "land", "landing", "arrive", "arriving", "plane"}
)

// withoutEdges are the claims that are no mere limit, when there are any: of "in
// September, after the summer holiday" the first.
func withoutEdges(group []Claim) []Claim {
	limit := func(k Claim) bool { return k.word == "after" || k.word == "before" }
	if !slices.ContainsFunc(group, limit) {
		return group
	}
	if told := slices.DeleteFunc(slices.Clone(group), limit); len(told) > 0 {
		return told
	}
	return group
}

// How many days a day of travel, named outright, may lie from the declared one in the
// same month, which the class of dates allows as such. Source: our judgement; a
// flight lands a day late, a journey is rebooked by a few days.
const (
	rebooked     = 4 // still the declared journey
	otherJourney = 9 // beyond it another one
)

// daysApart is how many days a day named outright lies from the only declared one of
// the same month; 0 when it names no such day.
func daysApart(k Claim, declared []measure.Date) int {
	d := declared[0]
	if len(declared) > 1 || k.about || !k.Certain || k.word != "" || k.date.Span != 0 || k.date.Day == 0 || d.Day == 0 || d.Month != k.date.Month {
		return 0
	}
	return max(k.date.Day-d.Day, d.Day-k.date.Day)
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
		d := f.items[i].value().Date
		if years := yearsOf(f.items[i].mentions); d.Year == 0 && len(years) > 0 {
			d.Year = slices.Max(years)
		}
		if d.Year != 0 {
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
		said.Year = nearestYear(said, d)
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

// nearestYear is the year in which a day without one lies nearest to another: New Year
// after a journey in November is the next.
func nearestYear(said, d measure.Date) int {
	best, least := d.Year, math.Inf(1)
	for _, year := range []int{d.Year, d.Year + 1, d.Year - 1} {
		said.Year = year
		if off := math.Abs(daysBetween(middle(said), middle(d))); off < least {
			best, least = year, off
		}
	}
	return best
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
