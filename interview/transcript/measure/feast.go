package measure

import "time"

// A feast is a day that the year moves: on says when it is in a year, false for a
// year nobody here has looked up. rest are the words its name goes on with.
type feast struct {
	rest []string
	on   func(year int) (Date, bool)
	span int // days a plan made by its name may be off
}

// feasts are by the first word of their name.
var feasts = map[string]feast{
	"easter":       {on: afterEaster(0)},
	"good":         {rest: []string{"friday"}, on: afterEaster(-2)},
	"pentecost":    {on: afterEaster(49)},
	"carnival":     {on: afterEaster(-47), span: 3},
	"thanksgiving": {on: func(year int) (Date, bool) { return nthWeekday(year, 11, time.Thursday, 4) }},
	"labor":        {rest: []string{"day"}, on: func(year int) (Date, bool) { return nthWeekday(year, 9, time.Monday, 1) }},
	"memorial":     {rest: []string{"day"}, on: func(year int) (Date, bool) { return nthWeekday(year, 5, time.Monday, -1) }},
	"diwali":       {on: lookedUp(diwali)},
	"deepavali":    {on: lookedUp(diwali)},
	"dussehra":     {on: lookedUp(diwali), span: 21}, // about three weeks before
	"holi":         {on: lookedUp(holi)},
	"lunar":        {rest: []string{"new", "year"}, on: lookedUp(lunarYear)},
	"chinese":      {rest: []string{"new", "year"}, on: lookedUp(lunarYear)},
	"tet":          {on: lookedUp(lunarYear), span: 3},
	"seollal":      {on: lookedUp(lunarYear)},
	"nowruz":       {on: func(year int) (Date, bool) { return Date{Year: year, Month: 3, Day: 20}, true }},
	"songkran":     {on: func(year int) (Date, bool) { return Date{Year: year, Month: 4, Day: 13}, true }},
	"tabaski":      {on: lookedUp(adha), span: 1},
	"bakrid":       {on: lookedUp(adha), span: 1},
	"ramadan":      {on: midFast, span: 15},
	"ramzan":       {on: midFast, span: 15},
}

// The days of feasts that follow the moon, by year, as almanacs give them; a day
// either way where the moon has to be seen.
var (
	diwali = map[int][2]int{2024: {10, 31}, 2025: {10, 20}, 2026: {11, 8}, 2027: {10, 29}, 2028: {10, 17}, 2029: {11, 5}, 2030: {10, 26}, 2031: {11, 14}, 2032: {11, 2}}
	holi   = map[int][2]int{2024: {3, 25}, 2025: {3, 14}, 2026: {3, 4}, 2027: {3, 22}, 2028: {3, 11}, 2029: {3, 1}, 2030: {3, 20}, 2031: {3, 9}, 2032: {3, 27}}
	adha   = map[int][2]int{2024: {6, 17}, 2025: {6, 7}, 2026: {5, 27}, 2027: {5, 17}, 2028: {5, 5}, 2029: {4, 24}, 2030: {4, 14}, 2031: {4, 3}, 2032: {3, 22}}
	fitr   = map[int][2]int{2024: {4, 10}, 2025: {3, 31}, 2026: {3, 20}, 2027: {3, 10}, 2028: {2, 27}, 2029: {2, 15}, 2030: {2, 5}, 2031: {1, 25}, 2032: {1, 14}}

	lunarYear = map[int][2]int{2024: {2, 10}, 2025: {1, 29}, 2026: {2, 17}, 2027: {2, 6}, 2028: {1, 26}, 2029: {2, 13}, 2030: {2, 3}, 2031: {1, 23}, 2032: {2, 11}}
)

func lookedUp(days map[int][2]int) func(int) (Date, bool) {
	return func(year int) (Date, bool) {
		d, ok := days[year]
		return Date{Year: year, Month: d[0], Day: d[1]}, ok
	}
}

// midFast is the middle of the month of fasting, which ends with its feast.
func midFast(year int) (Date, bool) {
	d, ok := lookedUp(fitr)(year)
	if !ok {
		return Date{}, false
	}
	return d.plus(-15, 0), true
}

// afterEaster is the day so many days after Easter Sunday, which is reckoned by the
// rule of Gauss for the Gregorian calendar.
func afterEaster(days float64) func(int) (Date, bool) {
	return func(year int) (Date, bool) {
		golden, century := year%19, year/100
		moon := (19*golden + century - century/4 - (century-(century+8)/25+1)/3 + 15) % 30
		week := (32 + 2*(century%4) + 2*(year%100/4) - moon - year%100%4) % 7
		late := (golden + 11*moon + 22*week) / 451
		n := moon + week - 7*late + 114
		return Date{Year: year, Month: n / 31, Day: n%31 + 1}.plus(days, 0), true
	}
}

// nthWeekday is the nth day of its name in a month, the last for -1.
func nthWeekday(year, month int, day time.Weekday, n int) (Date, bool) {
	first := Date{Year: year, Month: month, Day: 1}
	ahead := (int(day) - int(first.time().Weekday()) + 7) % 7
	last := daysIn(year, month)
	at := 1 + ahead + 7*(n-1)
	if n < 0 {
		for at = 1 + ahead; at+7 <= last; at += 7 {
		}
	}
	return Date{Year: year, Month: month, Day: at}, at <= last
}

// feastAt reads the name of a movable feast at word i: that of the year named behind
// it, else the next one to come.
func (s *scanner) feastAt(i int) (Mention, bool) {
	f, known := feasts[s.words[i].Text]
	if !known {
		return Mention{}, false
	}
	to := i + 1
	for _, w := range f.rest {
		if !s.is(to, w) {
			return Mention{}, false
		}
		to++
	}
	m := s.withYear(Date{}, s.skip(to, "day", "sunday", "holiday", "holidays", "weekend", "week"))
	year := m.Date.Year
	if year == 0 {
		year = s.today.Year
	}
	d, ok := f.on(year)
	if ok && m.Date.Year == 0 && d.time().Before(s.today.time()) {
		d, ok = f.on(year + 1)
	}
	d.Span = f.span
	m.Date = d
	return m, ok && year != 0
}

// weekdays are the days of the week by name.
var weekdays = map[string]time.Weekday{
	"monday": time.Monday, "tuesday": time.Tuesday, "wednesday": time.Wednesday, "thursday": time.Thursday,
	"friday": time.Friday, "saturday": time.Saturday, "sunday": time.Sunday,
}

// weekdayOf reads "last Sunday of May", "second Friday in June", n its count, -1 for
// the last.
func (s *scanner) weekdayOf(i, n int) (Mention, bool) {
	if i+3 >= len(s.words) || !s.is(i+2, "of", "in") || s.sense(i+3) != month {
		return Mention{}, false
	}
	day, known := weekdays[s.words[i+1].Text]
	if !known {
		return Mention{}, false
	}
	m := s.withYear(Date{Month: int(s.tokens[i+3].n)}, i+4)
	year := m.Date.Year
	if year == 0 {
		year = s.coming(Date{Month: m.Date.Month, Day: daysIn(0, m.Date.Month)}).Year
	}
	d, ok := nthWeekday(year, m.Date.Month, day, n)
	if ok && year != 0 {
		m.Date = d
	}
	return m, true
}
