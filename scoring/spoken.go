package scoring

import "github.com/viceconsul/viceconsul/interview/transcript/measure"

// spokenAt is the mention at i as the amount it is part of, said in short: "one
// twelve" is a hundred and twelve, "eighty-seven five" 87,500, "fifteen fifty an hour"
// dollars and cents. half reports that the amount goes on in the next mention.
func (a *answer) spokenAt(i int) (m measure.Mention, half bool) {
	for first := max(i-farthestDigit, 0); first <= i; first++ {
		whole, last := a.spokenFrom(first)
		if last >= i && last > first {
			return whole, last > i
		}
	}
	return a.mentions[i], false
}

// farthestDigit is how many mentions a number said in parts may go back.
const farthestDigit = 3

// spokenFrom is the amount said in short from the mention at i on, and the last
// mention that is part of it; i when there is none.
func (a *answer) spokenFrom(i int) (measure.Mention, int) {
	m, last := a.mentions[i], i
	if value, to := a.inDigits(i); to > i {
		return joined(m, a.mentions[to], value), to
	}
	if i+1 < len(a.mentions) {
		if value, ok := a.inHundreds(m, a.mentions[i+1]); ok {
			m, last = joined(m, a.mentions[i+1], value), i+1
		}
	}
	if value, to := a.inHundredsAfter(m, last); to > last {
		m, last = joined(m, a.mentions[to], value), to
	} else if last+1 < len(a.mentions) {
		if value, ok := inThousands(m, a.mentions[last+1]); ok {
			m, last = joined(m, a.mentions[last+1], value), last+1
		}
	}
	return m, last
}

// joined is a mention with what goes on in the next one.
func joined(m, next measure.Mention, value float64) measure.Mention {
	next.From, next.Start, next.About = m.From, m.Start, m.About || next.About
	next.High, next.Low = value+next.High-next.Low, value
	return next
}

// inHundreds reads two numbers side by side as one said in hundreds: "one twenty",
// "one oh five", "fifteen fifty an hour".
func (a *answer) inHundreds(m, next measure.Mention) (float64, bool) {
	if m.Kind == measure.Money && m.Per == "" && m.Low >= 1 && m.Low < 1000 && m.To == next.From && next.Kind == measure.Number && next.Low >= 10 && next.Low <= 99 && a.has(m.To-1, m.To, "dollar", "dollars") {
		return m.Low + next.Low/100, true // "thirteen dollars fifty"
	}
	if m.Kind != measure.Number || m.Low != m.High || m.Ordinal || next.Ordinal || next.Kind != measure.Number && next.Kind != measure.Money {
		return 0, false
	}
	oh := next.From == m.To+1 && a.has(m.To, next.From, "oh", "o") && next.Low >= 1 && next.Low <= 9
	thousands := next.Low / 1000
	switch {
	case m.To == next.From && m.Low >= 1 && m.Low <= 9 && thousands >= 10 && thousands <= 99 && thousands == float64(int(thousands)):
		return 1000 * (100*m.Low + thousands), true // "one eighteen thousand"
	case !oh && (m.To != next.From || next.Low < 10 || next.Low > 99):
		return 0, false
	case m.Low >= 1 && m.Low <= 9:
		return 100*m.Low + next.Low, true
	case m.Low >= 100 && m.Low <= 999 && next.Per != "" && next.Unit == m.Unit:
		return m.Low + next.Low/100, true // "a hundred ninety-five seventy-five a week"
	case m.Low >= 10 && m.Low <= 99 && (next.Per == "hour" || next.Per == "" && (a.hourly || a.lineHas([]string{"hour", "hourly"}))):
		return m.Low + next.Low/100, true
	case m.Low >= 10 && m.Low <= 99 && next.Per == "" && a.seeks("education.tests"):
		return 100*m.Low + next.Low, true // "twelve eighty"
	}
	return 0, false
}

// inHundredsAfter reads thousands and what is left of them said in hundreds, with the last
// of its mentions: "seventy-two one fifty", "seventy-two thousand one fifty". last when
// there are none.
func (a *answer) inHundredsAfter(m measure.Mention, last int) (value float64, to int) {
	plain := func(m measure.Mention) bool {
		return m.Kind == measure.Number && !m.Ordinal && m.Low == m.High && m.Low == float64(int(m.Low))
	}
	rest := int(m.Low) % 1000
	if !plain(m) || last+1 >= len(a.mentions) {
		return 0, last
	}
	next := a.mentions[last+1]
	switch {
	case next.From != m.To || next.Ordinal || next.Low != next.High:
	case m.Low >= 10_000 && rest >= 1 && rest <= 9 && next.Low >= 10 && next.Low <= 99:
		return m.Low + float64(99*rest) + next.Low, last + 1
	case m.Low >= 10 && m.Low <= 999 && next.Low >= 1 && next.Low <= 9 && plain(next) && last+2 < len(a.mentions):
		if tens := a.mentions[last+2]; tens.From == next.To && !tens.Ordinal && tens.Low == tens.High && tens.Low >= 10 && tens.Low <= 99 {
			return 1000*m.Low + 100*next.Low + tens.Low, last + 2
		}
	}
	return 0, last
}

// inThousands reads two numbers side by side as thousands and hundreds: "eighty-seven
// five", "one twenty-four eight", "sixty-two five hundred".
func inThousands(m, next measure.Mention) (float64, bool) {
	if m.Kind != measure.Number || m.To != next.From || m.Ordinal || next.Ordinal || m.Low != m.High || next.Kind != measure.Number && next.Kind != measure.Money || next.Unit == "%" {
		return 0, false
	}
	whole := m.Low == float64(int(m.Low)) && m.Low >= 10 && m.Low < 1000
	switch {
	case !whole:
	case next.Low >= 1 && next.Low <= 9 && next.Low == float64(int(next.Low)):
		return 1000*m.Low + 100*next.Low, true
	case next.Low >= 100 && next.Low < 1000 && m.Low < 1000 && int(next.Low)%50 == 0:
		return 1000*m.Low + next.Low, true
	}
	return 0, false
}

// inDigits reads three or four digits side by side as one number, with the last of
// its mentions: "three zero eight". i when there are none.
func (a *answer) inDigits(i int) (value float64, last int) {
	digit := func(m *measure.Mention) bool {
		return m.Kind == measure.Number && !m.Ordinal && m.To-m.From == 1 && m.Low == m.High && m.Low >= 0 && m.Low <= 9 && m.Low == float64(int(m.Low))
	}
	if i > 0 && a.mentions[i-1].To == a.mentions[i].From && digit(&a.mentions[i-1]) {
		return 0, i // of a longer one: a phone number
	}
	at := i
	for ; at < len(a.mentions) && digit(&a.mentions[at]) && (at == i || a.mentions[at-1].To == a.mentions[at].From && !a.words[a.mentions[at].From].Breaks); at++ {
		value = 10*value + a.mentions[at].Low
	}
	if at-i < 3 || at-i > farthestDigit+1 {
		return 0, i
	}
	return value, at - 1
}
