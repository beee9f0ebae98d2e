package measure

import "strconv"

// date reads the date at word i.
func (s *scanner) date(i int) (Mention, bool) {
	switch t := s.tokens[i]; {
	case s.words[i].Text == "in" && !s.before(i, "put", "puts", "putting"): // "I put in six years"
		return s.inDuration(i)
	case s.words[i].Text == "before":
		return s.priorTo(i)
	case s.words[i].Text == "new" && s.sense(i+1) == period && s.is(i+1, "year", "year's", "years"):
		return s.withYear(Date{Month: 1, Day: 1}, s.skip(i+2, "day", "eve")), true
	case t.sense == movable:
		return s.feastAt(i)
	case t.sense == dotted:
		return s.dotted(i)
	case t.sense == near:
		return s.near(i)
	case t.sense == month:
		return s.monthFirst(i)
	case t.sense == part || t.sense == partOf:
		return s.partOf(i)
	case t.sense == season:
		return s.season(i)
	case t.sense == holiday:
		return s.withYear(Date{Month: int(t.n), Day: int(t.m)}, s.skip(i+1, "day", "eve")), true
	case t.sense == day:
		m := Mention{Kind: Calendar, To: i + 1}
		if s.today.Year != 0 {
			m.Date = s.today.plus(t.n, 0)
		}
		return m, true
	case t.sense == figure || t.sense == nth || t.sense == unit || t.sense == teen || t.sense == tens:
		return s.dayFirst(i)
	}
	return Mention{}, false
}

// monthFirst reads "June", "June 5th", "June 5, 2027", "June 2027", "June next
// year". "May" and "March" must not be verbs.
func (s *scanner) monthFirst(i int) (Mention, bool) {
	t := s.tokens[i]
	d := Date{Month: int(t.n)}
	if day, to, ok := s.dayAt(i + 1); ok && !s.closes(i+1) && day <= daysIn(0, d.Month) {
		d.Day = day
		return s.withYear(d, to), true
	}
	m := s.withYear(d, i+1)
	if m.To == i+1 && (t.text == "short" && !s.afterPreposition(i) || s.verbLike(i)) {
		return Mention{}, false
	}
	return m, true
}

// verbLike reports whether the month at i may as well be the verb "may" or "march".
func (s *scanner) verbLike(i int) bool {
	switch s.words[i].Text {
	case "may", "march":
	default:
		return false
	}
	alone := s.opens(i) && (s.closes(i+1) || s.is(i+1, "or", "to", "and"))
	listed := s.before(i, "or", "to", "and") && i >= 2 && s.tokens[i-2].sense == month
	return !(alone || listed || s.afterPreposition(i) || s.words[i].cap && !s.opens(i))
}

func (s *scanner) afterPreposition(i int) bool {
	return s.before(i, "in", "by", "since", "until", "till", "from", "of", "last", "next", "early", "late", "mid", "during", "before", "after", "around", "through")
}

// dayAt reads the day behind a month: "5", "5th", "fifth", "twenty-sixth", "the 5th".
func (s *scanner) dayAt(i int) (day, to int, ok bool) {
	i = s.skip(i, "the")
	if i >= len(s.words) {
		return 0, 0, false
	}
	switch s.tokens[i].sense {
	case figure, unit, teen, tens, nth:
	default:
		return 0, 0, false
	}
	if s.tokens[i].sense == tens && s.sense(i+1) == nth && s.tokens[i+1].n < 10 {
		day, to = int(s.tokens[i].n+s.tokens[i+1].n), i+2
	} else {
		n, found := s.number(i)
		if !found || n.low != float64(int(n.low)) || n.low > 31 {
			return 0, 0, false
		}
		day, to = int(n.low), n.to
	}
	if day < 1 || day > 31 || s.sense(to) == period && s.words[to].mark != '-' || s.sense(to) == currency || s.sense(to) == scale {
		return 0, 0, false
	}
	return day, to, true
}

// dayFirst reads dates that begin with digits or a day: "2027-06-05", "2027-08",
// "23/08/2027", "5 June 2027", "the fifth of June", "first week of June", and a
// day alone after "on the".
func (s *scanner) dayFirst(i int) (Mention, bool) {
	if m, ok := s.numeric(i); ok {
		return m, true
	}
	if s.tokens[i].sense == nth && s.is(i+1, "week", "half") && s.is(i+2, "of", "in") && s.sense(i+3) == month {
		return s.withYear(Date{Month: int(s.tokens[i+3].n), Part: weekPart(int(s.tokens[i].n))}, i+4), true
	}
	if s.tokens[i].sense == nth {
		if m, ok := s.weekdayOf(i, int(s.tokens[i].n)); ok {
			return m, true
		}
	}
	day, to, ok := s.dayAt(i)
	if !ok {
		return Mention{}, false
	}
	ordinal := s.tokens[to-1].sense == nth
	at := s.skip(to, "of")
	if s.sense(at) == month && (at == to || ordinal || s.words[at].cap) && (ordinal || s.tokens[i].sense == figure || s.words[at].cap) && day <= daysIn(0, int(s.tokens[at].n)) {
		return s.withYear(Date{Month: int(s.tokens[at].n), Day: day}, at+1), true
	}
	if last, ok := s.rangeStart(i); ok && !ordinal {
		return Mention{Kind: Calendar, To: to, Date: Date{Year: last.Year, Month: last.Month, Day: day}}, true
	}
	if ordinal && s.dayAlone(i, to, day) {
		return Mention{Kind: Calendar, To: to, Date: Date{Day: day}}, true
	}
	return Mention{}, false
}

// weekPart says which part of a month its nth week is in.
func weekPart(n int) string {
	switch n {
	case 1:
		return "early"
	case 2, 3:
		return "mid"
	}
	return "late"
}

// rangeStart is the date a bare day at i goes on from: "June 5 to 26".
func (s *scanner) rangeStart(i int) (Date, bool) {
	if len(s.found) == 0 || i == 0 {
		return Date{}, false
	}
	last := s.found[len(s.found)-1]
	joined := last.To == i-1 && s.before(i, "to", "until", "till", "through") || last.To == i && s.words[i].mark == '-'
	return last.Date, joined && last.Kind == Calendar && last.Date.Day != 0 && last.Date.Month != 0
}

// dayAlone reports whether the ordinal from i to to is a day of the month: "on the
// twenty-sixth", but not "the first year".
func (s *scanner) dayAlone(i, to, day int) bool {
	if !s.before(i, "the") || !(s.closes(to) || s.is(to, "because", "and", "but", "to", "until", "from", "my", "i", "so", "when", "then", "at", "before", "after")) {
		return false
	}
	return i >= 2 && !s.words[i-1].Breaks && (s.words[i-2].Text == "on" || day > 3 && s.before(i-1, "until", "till", "by", "before", "after", "from", "to"))
}

// numeric reads dates in digits. Day and month that could be exchanged are left
// out: then only the year is sure.
func (s *scanner) numeric(i int) (Mention, bool) {
	a, ok := s.part(i, 0)
	if !ok {
		return Mention{}, false
	}
	mark := byte(0)
	if i+1 < len(s.words) {
		mark = s.words[i+1].mark
	}
	if mark != '-' && mark != '/' {
		return Mention{}, false
	}
	b, okB := s.part(i+1, mark)
	c, okC := s.part(i+2, mark)
	year := s.tokens[i].text == "year"
	switch {
	case year && okB && okC && b >= 1 && b <= 12 && c >= 1 && c <= daysIn(a, b):
		return Mention{Kind: Calendar, To: i + 3, Date: Date{Year: a, Month: b, Day: c}}, true
	case year && okB && !okC && mark == '-' && b >= 1 && b <= 12 && s.words[i+1].End-s.words[i+1].Start == 2:
		return Mention{Kind: Calendar, To: i + 2, Date: Date{Year: a, Month: b}}, true
	case !year && okB && okC && s.tokens[i+2].text == "year":
		return s.dayMonthYear(a, b, c, i+3)
	}
	return Mention{}, false
}

// part is the whole number at i, written right behind mark.
func (s *scanner) part(i int, mark byte) (int, bool) {
	if i >= len(s.words) || s.tokens[i].sense != figure || s.tokens[i].m != 1 || mark != 0 && (s.words[i].mark != mark || s.words[i].Breaks) {
		return 0, false
	}
	n := s.tokens[i].n
	return int(n), n == float64(int(n)) && n >= 0 && n < 10000
}

func (s *scanner) dayMonthYear(a, b, year, to int) (Mention, bool) {
	m := Mention{Kind: Calendar, To: to, Date: Date{Year: year}}
	switch {
	case a < 1 || b < 1 || a > 31 || b > 31 || a > 12 && b > 12:
		return Mention{}, false
	case a > 12 && a <= daysIn(year, b), a == b:
		m.Date.Month, m.Date.Day = b, a
	case b > 12 && b <= daysIn(year, a):
		m.Date.Month, m.Date.Day = a, b
	case a > 12 || b > 12:
		return Mention{}, false
	}
	return m, true
}

// dotted reads "23.8.2027".
func (s *scanner) dotted(i int) (Mention, bool) {
	t := s.tokens[i]
	year, err := strconv.Atoi(t.text)
	if err != nil || t.m < 1 || t.m > 12 || t.n < 1 || int(t.n) > daysIn(year, int(t.m)) {
		return Mention{}, false
	}
	return Mention{Kind: Calendar, To: i + 1, Date: Date{Year: year, Month: int(t.m), Day: int(t.n)}}, true
}

// partOf reads "late August", "mid-2019", "end of June", "beginning of next year".
func (s *scanner) partOf(i int) (Mention, bool) {
	t := s.tokens[i]
	at := i + 1
	if t.sense == partOf || s.is(at, "in") {
		if !s.is(at, "of", "in") || t.sense == partOf && !s.is(at, "of") {
			return Mention{}, false
		}
		at++
	}
	at = s.skip(at, "the")
	if at >= len(s.words) || s.words[at].Breaks {
		return Mention{}, false
	}
	var m Mention
	switch e := s.tokens[at]; {
	case e.sense == month:
		m = s.withYear(Date{Month: int(e.n)}, at+1)
	case e.sense == near && s.sense(at+1) == period:
		m, _ = s.nearPeriod(at, int(e.n), s.tokens[at+1])
	case e.sense == near || e.sense == season:
		return Mention{}, false
	default:
		n, ok := s.number(at)
		if !ok || !n.year || s.sense(n.to) == currency {
			return Mention{}, false
		}
		m = Mention{Kind: Calendar, To: n.to, Date: Date{Year: int(n.low)}}
	}
	if m.Kind == 0 || m.Date.Day != 0 {
		return Mention{}, false
	}
	m.Date.Part = t.text
	return m, true
}

// season reads "summer 2019", "in the autumn"; a season in a name ("summer work
// travel") or alone is none.
func (s *scanner) season(i int) (Mention, bool) {
	d := Date{Part: s.tokens[i].text}
	m := s.withYear(d, s.skip(i+1, "of"))
	if m.Date.Year != 0 {
		return m, true
	}
	m.To = i + 1
	if s.is(i+1, "work", "job", "jobs", "school", "camp", "program", "programme", "semester", "term", "intake") {
		return Mention{}, false
	}
	at := i
	if s.before(i, "the") {
		at--
	}
	return m, s.before(at, "in", "by", "during", "until", "till", "from", "since", "every", "after", "before") || s.opens(at) && s.closes(i+1)
}

// withYear adds the year behind a part of a year: "2027", "of 2027", "next year".
func (s *scanner) withYear(d Date, i int) Mention {
	m := Mention{Kind: Calendar, To: i, Date: d}
	at := s.skip(i, "of", "in")
	if at >= len(s.words) || s.words[at].Breaks && s.words[i-1].End+2 < s.words[at].Start {
		return m
	}
	if s.tokens[at].sense == near && s.is(at+1, "year") && s.today.Year != 0 {
		m.To, m.Date.Year = at+2, s.today.Year+int(s.tokens[at].n)
		return m
	}
	n, ok := s.number(at)
	if ok && n.year && !s.isoStart(at) && s.sense(n.to) != currency && s.sense(n.to) != scale {
		m.To, m.Date.Year = n.to, int(n.low)
	}
	return m
}

// isoStart reports whether the year at i begins a date in digits.
func (s *scanner) isoStart(i int) bool {
	_, ok := s.numeric(i)
	return ok
}

// yearContext reports whether the year-like number q at i is a year: it was said
// as one, or a word of time stands before it, or it ends a span of years.
func (s *scanner) yearContext(i int, q quantity) bool {
	if q.certain || s.before(i, "in", "since", "from", "until", "till", "by", "during", "before", "after", "last", "year", "batch", "of", "summer", "season", "late", "early", "mid", "graduated", "match") {
		return true
	}
	if i > 0 && !s.words[i].Breaks && s.words[i].mark == '-' && s.tokens[i-1].text == "year" {
		return true
	}
	if s.sense(q.to) == figure && s.words[q.to].mark == '-' && s.tokens[q.to].text == "year" {
		return true
	}
	if len(s.found) == 0 || i < 2 {
		return false
	}
	last := s.found[len(s.found)-1]
	return last.Kind == Calendar && last.To == i-1 && s.before(i, "to", "and", "or", "until", "till")
}
