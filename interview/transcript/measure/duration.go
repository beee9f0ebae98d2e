package measure

// duration reads the unit of time behind the number q that began at word i, with
// what is added to it: "two weeks", "18-month", "a year and two months", "a week
// and a half".
func (s *scanner) duration(i int, q quantity) (quantity, bool) {
	at := q.to
	if q.low == 0.5 && s.sense(at) == article { // "half an hour"
		at++
	}
	for s.is(at, "working", "business", "full", "whole", "more", "calendar", "academic", "straight", "consecutive", "entire") {
		at++
	}
	if s.sense(at) != period || s.words[at].Text == "annum" || s.is(at, "mo") && q.spelled {
		return q, false
	}
	if s.words[at].mark == '/' {
		return q, false
	}
	q.unit, q.days, q.to, q.year = s.tokens[at].text, s.tokens[at].n, at+1, false
	if age := s.age(q); age.kind == Number && age.to > q.to {
		return age, true
	}
	q.kind = Duration
	return s.addition(q), true
}

// idiomDay reports whether "one day" at i means some day to come.
func (s *scanner) idiomDay(i int) bool {
	return s.is(i+1, "day") && (s.opens(i) && !s.closes(i+2) || s.is(i+2, "i", "we", "he", "she", "they", "my"))
}

// age reads "thirty years old" as the number it is.
func (s *scanner) age(q quantity) quantity {
	switch {
	case s.is(q.to, "old"):
		q.to++
	case s.is(q.to, "of") && s.is(q.to+1, "age"):
		q.to += 2
	default:
		return q
	}
	q.kind, q.unit, q.days = Number, "", 0
	return q
}

// articleDuration reads "a week", "an hour and a half", where no number stands.
// Behind a count ("two visits a year") it is a rate and no duration.
func (s *scanner) articleDuration(i int) (quantity, bool) {
	if s.rate(i) {
		return quantity{}, false
	}
	t := s.tokens[i+1]
	q := quantity{num: num{low: 1, high: 1, base: 1, factor: 1, to: i + 2, spelled: true}, kind: Duration, unit: t.text, days: t.n}
	if s.is(q.to, "or") && s.is(q.to+1, "two") && s.sense(q.to+2) != period {
		q.high, q.to = 2, q.to+2
		return q, true
	}
	return s.addition(q), true
}

// rate reports whether the "a week" at i says how often.
func (s *scanner) rate(i int) bool {
	if s.opens(i) {
		return false
	}
	if s.before(i, "times", "time", "once", "twice", "half", "what", "such", "quite", "times") {
		return true
	}
	return i >= 2 && !s.words[i-1].Breaks && s.tokens[i-1].sense == plain && countable(s.tokens[i-2].sense) && !s.before(i, "for", "in", "after", "and", "is", "was", "or", "about", "with", "to", "within")
}

func countable(t sense) bool {
	return t == unit || t == teen || t == tens || t == figure || t == few || t == couple
}

// addition reads "and a half", "and half" and "and two months" behind a duration.
func (s *scanner) addition(q quantity) quantity {
	if s.is(q.to, "and") {
		at := q.to + 1
		if s.sense(at) == article {
			at++
		}
		if s.sense(at) == half && !s.is(at+1, "of", "day", "month", "year", "an", "the") {
			q.low, q.high, q.to = q.low+0.5, q.high+0.5, at+1
			return q
		}
	}
	at := s.skip(q.to, "and")
	if s.closes(at) {
		return q
	}
	var more quantity
	if s.tokens[at].sense == article && s.sense(at+1) == period && at > q.to {
		more = quantity{num: num{low: 1, to: at + 2}, days: s.tokens[at+1].n}
	} else if n, ok := s.number(at); ok && !n.ordinal && n.low == n.high && s.sense(n.to) == period {
		more = quantity{num: n, days: s.tokens[n.to].n}
		more.to = n.to + 1
	}
	if more.days == 0 || more.days >= q.days || more.low*more.days >= 2*q.days {
		return q
	}
	extra := more.low * more.days / q.days
	q.low, q.high, q.to = q.low+extra, q.high+extra, more.to
	return q
}
