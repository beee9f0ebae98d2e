package measure

// A quantity is a number with what it measures, as far as it was read.
type quantity struct {
	num
	kind Kind
	unit string
	days float64 // of the unit
}

// quantity reads a number, money or duration at word i, ranges included. A
// duration with "ago" behind it is a date.
func (s *scanner) quantity(i int) (Mention, bool) {
	between := s.words[i].Text == "between"
	if between {
		i++
	}
	q, ok := s.single(i)
	if !ok || q.ordinal {
		return s.ordinalMention(q), ok && !between
	}
	ranged := false
	if q, ranged = s.rangeTo(q, between); between && !ranged {
		return Mention{}, false
	}
	if q.kind == Duration {
		if m, ok := s.counted(i, q); ok {
			return m, true
		}
	}
	m := Mention{Kind: q.kind, To: q.to, Low: q.low, High: q.high, About: q.about, Unit: q.unit}
	if q.kind == Duration {
		m.Low, m.High = q.low*q.days, q.high*q.days
	}
	m = s.withPeriod(m)
	if m.Kind == Number && q.year && !ranged && m.Per == "" && s.yearContext(i, q) {
		m = Mention{Kind: Calendar, To: q.to, Date: Date{Year: int(q.low)}}
	}
	return m, true
}

func (s *scanner) ordinalMention(q quantity) Mention {
	return Mention{Kind: Number, To: q.to, Low: q.low, High: q.low, Ordinal: true}
}

// single reads one quantity: "USD 47,000", "47 thousand dollars", "a week and a
// half", "two".
func (s *scanner) single(i int) (quantity, bool) {
	if code, to, ok := s.currencyAt(i, true); ok {
		n, ok := s.number(to)
		if !ok || n.ordinal || s.words[to].Breaks && !s.is(i, "rs") {
			return quantity{}, false
		}
		q := quantity{num: n, kind: Money, unit: code}
		if again, to, ok := s.currencyAt(q.to, false); ok && (code == "" || again == code) {
			q.unit, q.to = again, to
		}
		return q, true
	}
	if i >= len(s.words) {
		return quantity{}, false
	}
	if s.tokens[i].sense == article && s.sense(i+1) == period {
		return s.articleDuration(i)
	}
	n, ok := s.number(i)
	if !ok {
		return quantity{}, false
	}
	return s.measured(i, quantity{num: n, kind: Number}), true
}

// measured reads what the number q counts.
func (s *scanner) measured(i int, q quantity) quantity {
	if q.ordinal || q.certain {
		return q
	}
	if code, to, ok := s.currencyAt(q.to, false); ok {
		q.kind, q.unit, q.to = Money, code, to
		return s.cents(q)
	}
	if d := denominators[s.text(q.to)]; d > 0 && s.is(q.to+1, "of") {
		q.low, q.high, q.to, q.year = q.low/d, q.high/d, q.to+1, false
		return q
	}
	if s.sense(q.to) == percent || s.is(q.to, "per") && s.is(q.to+1, "cent") {
		q.unit, q.to, q.year = "%", s.skip(q.to+1, "cent"), false
		return q
	}
	if d, ok := s.duration(i, q); ok {
		return d
	}
	return q
}

// denominators are the fractions of "three quarters of".
var denominators = map[string]float64{"quarter": 4, "quarters": 4, "third": 3, "thirds": 3}

// currencyAt reads a currency at word i, with its nation: "US dollars", "Indian
// rupees", "us $". A word that means something else as well counts before a number
// only in capitals.
func (s *scanner) currencyAt(i int, leading bool) (code string, to int, ok bool) {
	if i >= len(s.words) || i > 0 && s.words[i].Breaks && !leading {
		return "", 0, false
	}
	t := s.tokens[i]
	switch {
	case t.sense == currency:
		if w := s.words[i]; !w.upper && (codes[w.Text] || leading && capitals[w.Text]) {
			return "", 0, false
		}
		return t.text, i + 1, true
	case !leading && t.text == "us" && t.sense == nation && s.words[i].upper && s.closes(i+1):
		return "USD", i + 1, true // "three thousand US"
	case t.sense == nation && s.sense(i+1) == currency:
		kin := s.tokens[i+1]
		if code, ok := national[[2]string{t.text, kin.kin}]; ok {
			return code, i + 2, true
		}
		return kin.text, i + 2, true
	}
	return "", 0, false
}

// cents reads "and fifty cents" behind dollars.
func (s *scanner) cents(q quantity) quantity {
	at := s.skip(q.to, "and")
	if n, ok := s.number(at); ok && n.low < 100 && s.is(n.to, "cents", "cent") {
		q.low, q.high, q.to = q.low+n.low/100, q.high+n.low/100, n.to+1
	}
	return q
}

// rangeTo reads the second end of a range that begins with q: "two to three
// weeks", "$40,000 to $50,000", "2-3", "between X and Y".
func (s *scanner) rangeTo(q quantity, between bool) (quantity, bool) {
	at, pair := q.to, false
	if at >= len(s.words) {
		return q, false
	}
	switch {
	case between && s.is(at, "and"), s.is(at, "to", "or", "till"):
		at++
	case s.words[at].mark == '-' && q.kind != Duration && !s.words[at].Breaks:
	default:
		if pair = s.spokenPair(q); !pair {
			return q, false
		}
	}
	if at >= len(s.words) || s.words[at].Breaks && !pair {
		return q, false
	}
	r, ok := s.single(s.more(at))
	if !ok || r.ordinal || q.certain || r.certain || q.year && r.year && r.kind == Number && !between {
		return q, false
	}
	return unite(q, r)
}

// spokenPair reports whether q is the first of two numbers said in one breath, the
// second at most twice the first, that are the two ends of one value: "two three
// weeks", "ten fifteen thousand"; with a pause between, only neighbours: "nine, ten
// thousand". "Fifteen fifty" and "one eighteen thousand" are one number.
func (s *scanner) spokenPair(q quantity) bool {
	if q.kind != Number || !q.spelled || q.factor != 1 || q.low != q.high || q.low >= 100 || q.ordinal || q.to >= len(s.words) {
		return false
	}
	if t := s.tokens[q.to].sense; t != unit && t != teen && t != tens {
		return false
	}
	r, ok := s.number(q.to)
	if !ok || r.ordinal || r.low != r.high || r.base <= q.low {
		return false
	}
	counts := r.factor >= 1000 || s.sense(r.to) == period && !s.is(r.to+1, "old") && !(s.words[q.to].Breaks && s.is(r.to, "year", "years")) // ages
	return counts && (r.base == q.low+1 || r.base <= 2*q.low && !s.words[q.to].Breaks && q.low < 20)
}

// unite makes one quantity of the two ends of a range, or leaves q as it is. What
// the first end left out (scale, currency, unit) it takes from the second.
func unite(q, r quantity) (quantity, bool) {
	if !sameKind(q, r) {
		return q, false
	}
	u := r
	u.low, u.about = q.low, q.about || r.about
	if q.factor == 1 && r.factor > 1 && q.low <= r.base && q.low < 1000 {
		u.low *= r.factor
	}
	switch {
	case q.kind == Number:
	case q.kind == Duration:
		u.low = q.low * q.days / r.days
	case r.kind == Number:
		u.kind, u.unit = q.kind, q.unit
	case r.unit == "":
		u.unit = q.unit
	}
	// The spread of a range is our judgement: "1 to 30" is a list of things.
	if u.high <= u.low || u.high > 20*u.low {
		return q, false
	}
	return u, true
}

// sameKind reports whether q and r can be two ends of one range.
func sameKind(q, r quantity) bool {
	switch {
	case q.kind == Number:
		return true
	case r.kind == Number:
		return q.kind == Money && q.low <= r.low*100
	}
	return q.kind == r.kind && (q.unit == r.unit || q.unit == "" || r.unit == "" || q.kind == Duration)
}

// withPeriod reads "an hour", "per year", "/yr", "monthly" behind a value. A bare
// number of a hundred or more with a period is an amount of money whose currency
// was left out.
func (s *scanner) withPeriod(m Mention) Mention {
	if m.Kind == Duration && m.Unit != "hour" && m.Unit != "day" {
		return m
	}
	per, to := s.periodAt(m.To)
	if per == "" {
		return m
	}
	m.Per, m.To = per, to
	if m.Kind == Number && m.Unit == "" && m.High >= 100 {
		m.Kind = Money
	}
	return m
}

func (s *scanner) periodAt(i int) (per string, to int) {
	switch {
	case i >= len(s.words) || s.words[i].Breaks:
	case s.tokens[i].sense == frequent:
		return s.tokens[i].text, i + 1
	case s.words[i].mark == '/' && s.tokens[i].sense == period:
		return s.tokens[i].text, i + 1
	case (s.tokens[i].sense == article || s.is(i, "per", "each", "every")) && s.sense(i+1) == period && s.tokens[i+1].n != 14:
		return s.tokens[i+1].text, i + 2
	case s.is(i, "in") && s.sense(i+1) == article && s.sense(i+2) == period && s.closes(i+3):
		return s.tokens[i+2].text, i + 3
	case s.is(i, "the") && s.sense(i+1) == period && s.tokens[i+1].n != 14 && (s.closes(i+2) || s.is(i+1, "hour") || s.is(i+2, "and", "plus", "with", "before", "after", "but")):
		return s.tokens[i+1].text, i + 2
	case s.is(i, "in", "by") && s.is(i+1, "the", "one", "each", "every") && s.sense(i+2) == period && s.tokens[i+2].n != 14 && s.closes(i+3), s.is(i, "for") && s.is(i+1, "one", "an", "each") && s.is(i+2, "hour"):
		return s.tokens[i+2].text, i + 3
	}
	return "", i
}
