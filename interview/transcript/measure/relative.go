package measure

// counted reads a duration that is counted from today: "two years ago", "three
// weeks back", "six weeks from now", and "in six weeks" unless something is said
// to have been finished in them.
func (s *scanner) counted(i int, q quantity) (Mention, bool) {
	switch {
	case s.is(q.to, "ago"):
		return s.from(q, -1, q.to+1), true
	case s.is(q.to, "back") && (s.closes(q.to+1) || s.is(q.to+1, "i", "we", "he", "she", "they", "when", "only", "my", "and")):
		return s.from(q, -1, q.to+1), true
	case s.is(q.to, "from") && s.is(q.to+1, "now"), s.is(q.to, "hence"):
		return s.from(q, 1, s.skip(q.to+1, "now")), true
	case s.is(q.to, "from", "after", "before") && q.low == q.high && q.unit != "hour":
		return s.shifted(q)
	}
	return Mention{}, false
}

// shifted is a date so far from another: "three weeks from tomorrow", "two days
// before Christmas".
func (s *scanner) shifted(q quantity) (Mention, bool) {
	if q.to+1 >= len(s.words) || s.words[q.to+1].Breaks || s.text(q.to+1) == "in" {
		return Mention{}, false
	}
	m, ok := s.date(s.skip(q.to+1, "the"))
	switch {
	case !ok:
		return Mention{}, false
	case s.sense(q.to+1) == day && s.today.Year == 0:
		return Mention{Kind: Calendar, To: m.To, About: q.about}, true
	case m.Date.Day == 0 || m.Date.Month == 0:
		return Mention{}, false
	}
	n := q.low
	if s.is(q.to, "before") {
		n = -n
	}
	if m.Date.Year == 0 {
		m.Date = s.coming(m.Date)
	}
	if m.Date.Year == 0 {
		return Mention{}, false
	}
	m.Date, m.About = m.Date.plus(max(-73000, min(73000, n*q.days)), 1), q.about
	return m, true
}

// coming is the next day with this month and day; without today, it stays as it is.
func (s *scanner) coming(d Date) Date {
	if d.Year = s.today.Year; d.Year != 0 && d.time().Before(s.today.time()) {
		d.Year++
	}
	return d
}

// priorTo reads "before two years" at i as two years ago, the way many say it.
// Before what follows it is a preposition: "before two years of study".
func (s *scanner) priorTo(i int) (Mention, bool) {
	if i+1 >= len(s.words) || s.words[i+1].Breaks {
		return Mention{}, false
	}
	q, ok := s.single(i + 1)
	if !ok || q.kind != Duration || q.unit == "hour" {
		return Mention{}, false
	}
	if !s.closes(q.to) && !s.is(q.to, "only", "i", "we", "he", "she", "they", "my", "when", "in", "from", "now", "itself", "and", "by") {
		return Mention{}, false
	}
	return s.from(q, -1, q.to), true
}

// from is the date q before or after today.
func (s *scanner) from(q quantity, sign float64, to int) Mention {
	m := Mention{Kind: Calendar, To: to, About: q.about}
	if s.today.Year == 0 {
		return m
	}
	n := sign * (q.low + q.high) / 2
	switch q.unit {
	case "hour", "day":
		m.Date = s.today.plus(n*q.days, 1)
	case "week":
		m.Date = s.today.plus(n*q.days, 7)
	case "month":
		m.Date = s.fraction(n, 1, 31)
	case "year":
		m.Date = s.fraction(n, 12, 183)
	}
	return m
}

// fraction is the day n units of so many months from today.
func (s *scanner) fraction(n float64, months, span int) Date {
	if n == float64(int(n)) && n > -200 && n < 200 {
		return s.today.plusMonths(int(n)*months, span)
	}
	return s.today.plus(max(-73000, min(73000, n*float64(months)*monthDays)), span)
}

// inDuration reads "in about six weeks" as a day to come. What was or is to be
// finished in a time ("I did it in two years") is a duration.
func (s *scanner) inDuration(i int) (Mention, bool) {
	if i+1 >= len(s.words) || s.words[i+1].Breaks || s.finishing(i) {
		return Mention{}, false
	}
	at, about := s.qualifier(i + 1)
	if at >= len(s.words) {
		return Mention{}, false
	}
	q, ok := s.single(at)
	if !ok || q.ordinal {
		return Mention{}, false
	}
	q, _ = s.rangeTo(q, false)
	if q.kind != Duration || s.is(q.to, "of", "a") || s.sense(q.to) == article {
		return Mention{}, false
	}
	m := s.from(q, 1, s.skip(q.to, "time"))
	m.About = m.About || about
	return m, true
}

// finishing reports whether a word of completion stands up to six words before i
// in its clause.
func (s *scanner) finishing(i int) bool {
	for j := i - 1; j >= 0 && j > i-7; j-- {
		switch s.words[j].Text {
		case "finished", "finish", "completed", "complete", "did", "done", "earn", "earned", "learned", "passed", "cleared", "been", "was", "were", "times":
			return true
		}
		if s.words[j+1].Breaks {
			break
		}
	}
	return false
}

// near reads "last year", "next month", "this summer", "last October".
func (s *scanner) near(i int) (Mention, bool) {
	n := int(s.tokens[i].n)
	if n < 0 && s.is(i+1, "week") && s.is(i+2, "of", "in") && s.sense(i+3) == month {
		return s.withYear(Date{Month: int(s.tokens[i+3].n), Part: "late"}, i+4), true
	}
	if m, ok := s.weekdayOf(i, n); ok && n < 0 {
		return m, true
	}
	if s.before(i, "my", "his", "her", "their", "our", "the", "your", "final") && !s.is(i, "coming", "upcoming", "previous", "next") {
		return Mention{}, false
	}
	m := Mention{Kind: Calendar, To: i + 2}
	known := s.today.Year != 0
	switch t := s.token(i + 1); t.sense {
	case period:
		return s.nearPeriod(i, n, t)
	case month:
		if t.text == "short" || n == 0 && s.verbLike(i+1) {
			return Mention{}, false
		}
		m.Date = Date{Month: int(t.n)}
	case season:
		m.Date = Date{Part: t.text}
	case holiday:
		m.Date = Date{Month: int(t.n), Day: int(t.m)}
	default:
		return Mention{}, false
	}
	if known {
		m.Date.Year = s.nearYear(m.Date, n)
	}
	return m, true
}

// nearYear is the year of the last, this or next occurrence of a part of a year.
func (s *scanner) nearYear(d Date, n int) int {
	start := d.Month
	if start == 0 {
		start = seasonMonth[d.Part]
	}
	year := s.today.Year
	switch {
	case n < 0 && start >= s.today.Month:
		return year - 1
	case n > 0 && start <= s.today.Month:
		return year + 1
	}
	return year
}

// seasonMonth is the first month of a season in the northern half of the world,
// by which the United States name theirs.
var seasonMonth = map[string]int{"spring": 3, "summer": 6, "autumn": 9, "winter": 12}

// nearPeriod reads "last year", "next month", "this week", but not "last year of
// school".
func (s *scanner) nearPeriod(i, n int, t *entry) (Mention, bool) {
	switch s.words[i+1].Text {
	case "year", "year's", "month", "month's", "week", "week's":
	default:
		return Mention{}, false
	}
	if s.is(i+2, "of") || s.before(i, "the") && n < 0 {
		return Mention{}, false
	}
	m := Mention{Kind: Calendar, To: i + 2}
	if s.today.Year == 0 {
		return m, true
	}
	switch t.text {
	case "year":
		m.Date = Date{Year: s.today.Year + n}
		if i+2 < len(s.words) && !s.words[i+2].Breaks && s.sense(i+2) == month && s.closes(i+3) {
			m.Date.Month, m.To = int(s.tokens[i+2].n), i+3 // "last year March"
		}
	case "month":
		m.Date = s.today.plusMonths(n, 0)
		m.Date.Day = 0
	case "week":
		m.Date = s.today.plus(float64(n)*weekDays, 4)
	}
	return m, true
}
