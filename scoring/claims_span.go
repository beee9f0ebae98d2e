package scoring

import (
	"time"

	"github.com/viceconsul/viceconsul/interview/transcript/measure"
)

// A stretch is a length of time told by the calendar and not by a number: "the whole of
// August", "from June to early December", "June, July and August", "Monday to Friday".
type stretch struct {
	from, to  int // words
	low, high float64
}

// stretchClaims finds lengths told by the calendar, where a length was asked for and no
// number gave one.
func (c *Case) stretchClaims(a *answer, field string, out []Claim) []Claim {
	s, ok := a.stretch()
	if !ok || !stretches[field] {
		return out
	}
	cl := a.clauseOf(s.from)
	if !a.stated(cl, true) || cl.negated && cl.not < s.from && cl.not > cl.from || a.gone(cl) || a.ofOccasion(cl, s.from) || a.otherCountry(cl) {
		return out
	}
	k := a.claim(kindDuration, field, cl, s.from, s.to)
	k.Negative, k.asked = false, true
	k.low, k.high, k.unit = s.low, s.high, "day"
	return append(out, k)
}

// stretches are the fields that hold a length itself, and not a date it follows from.
var stretches = set("trip.length_of_stay employment.leave us_history.visits.length")

// stretch is the first length that an answer tells by the calendar.
func (a *answer) stretch() (stretch, bool) {
	months := -1 // the first mention of a row of months
	for i := range a.mentions {
		m := &a.mentions[i]
		if m.Kind != measure.Calendar {
			continue
		}
		if s, ok := a.wholeOf(m); ok {
			return s, true
		}
		if i > 0 && a.spans(&a.mentions[i-1], m) {
			return a.between(&a.mentions[i-1], m), true
		}
		if i > 0 && a.row(&a.mentions[i-1], m) {
			if months < 0 {
				months = i - 1
			}
			continue
		}
		if months >= 0 {
			return a.monthsOf(months, i-1), true
		}
	}
	if last := len(a.mentions) - 1; months >= 0 {
		return a.monthsOf(months, last), true
	}
	return a.weekdaysNamed()
}

// wholeOf reads "the whole of August", "all July", "the entire summer".
func (a *answer) wholeOf(m *measure.Mention) (stretch, bool) {
	at := m.From
	for at > 0 && a.has(at-1, at, "of", "the", "month") && !a.words[at].Breaks {
		at--
	}
	whole := at > 0 && !a.words[at].Breaks && a.has(at-1, at, "whole", "all", "entire", "full", "complete")
	switch {
	case !whole || m.Date.Day != 0:
		return stretch{}, false
	case m.Date.Month != 0 && m.Date.Part == "":
		return stretch{at - 1, m.To, 28, monthLength(m.Date)}, true // people call four weeks a month
	case m.Date.Month == 0 && m.Date.Part != "":
		return stretch{at - 1, m.To, 75, 95}, true // a season
	}
	return stretch{}, false
}

func monthLength(d measure.Date) float64 {
	return float64(time.Date(max(d.Year, 2001), time.Month(d.Month)+1, 0, 0, 0, 0, 0, time.UTC).Day())
}

// spans reports whether two dates are joined into one stretch: "from June to August".
func (a *answer) spans(was, m *measure.Mention) bool {
	if was.Kind != measure.Calendar || was.Date.Month == 0 || m.Date.Month == 0 || m.From-was.To > 2 {
		return false
	}
	joined := a.has(was.To, m.From, "to", "until", "till", "through", "and")
	return joined && (a.has(was.From-2, was.From, "from", "between") || !a.has(was.To, m.From, "and"))
}

// between is the length from one date to another, as far as both are known.
func (a *answer) between(was, m *measure.Mention) stretch {
	first, last := was.Date, m.Date
	if first.Year == 0 {
		first.Year = max(last.Year, 2001)
	}
	if last.Year == 0 {
		last.Year = first.Year
		if last.Month < first.Month {
			last.Year++
		}
	}
	days := daysBetween(middle(first), middle(last))
	slack := 0.0
	for _, d := range []measure.Date{first, last} {
		if d.Day == 0 {
			slack += 10
		}
	}
	return stretch{was.From, m.To, max(days-slack, 1), days + slack}
}

// row reports whether two months stand in a row: "June, July and August".
func (a *answer) row(was, m *measure.Mention) bool {
	months := was.Kind == measure.Calendar && was.Date.Month != 0 && was.Date.Day == 0 && m.Date.Month == was.Date.Month%12+1 && m.Date.Day == 0
	return months && (was.To == m.From || was.To+1 == m.From && a.has(was.To, m.From, "and"))
}

// monthsOf is the length of the months from one mention to another.
func (a *answer) monthsOf(first, last int) stretch {
	n := float64(last-first+1) * daysIn["month"]
	return stretch{a.mentions[first].From, a.mentions[last].To, n - 10, n + 2}
}

// weekday numbers the days of a working week.
var weekday = map[string]int{"monday": 1, "tuesday": 2, "wednesday": 3, "thursday": 4, "friday": 5, "saturday": 6, "sunday": 7}

// weekdaysNamed reads "Monday to Friday", "we land Monday and leave on Friday".
func (a *answer) weekdaysNamed() (stretch, bool) {
	first, last := -1, -1
	for i := range a.words {
		if weekday[a.words[i].Text] == 0 {
			continue
		}
		if first < 0 {
			first = i
		} else {
			last = i
		}
	}
	if last < 0 || !a.has(first+1, last, "to", "till", "until", "through", "and", "leave", "back") || a.has(0, len(a.words), "every", "each") {
		return stretch{}, false
	}
	n := weekday[a.words[last].Text] - weekday[a.words[first].Text]
	if n <= 0 {
		n += 7
	}
	if a.has(first+1, last, "next") {
		n += 7
	}
	return stretch{first, last + 1, float64(n), float64(n + 1)}, true
}

// extends reports whether an answer tells the applicant means to make a length longer
// than the one it names: "the idea is to renew and renew".
func (a *answer) extends() (int, bool) {
	for i := range a.words {
		cl := a.clauseOf(i)
		if !prolongs[a.words[i].Text] || !cl.plain() || cl.negated || a.gone(cl) || cl.hedged {
			continue
		}
		if a.has(cl.from, i, "will", "idea", "plan", "want", "going", "hope", "intend", "then", "shall", "i'll", "we'll", "planning") && !a.has(cl.from, cl.to, "can", "could", "may", "possible") {
			return i, true
		}
	}
	return 0, false
}

// prolongs are the verbs of making a stay longer.
var prolongs = set("renew renewing extend extending prolong prolonging")
