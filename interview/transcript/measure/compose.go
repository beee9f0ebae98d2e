package measure

import "strconv"

// compose reads a number made of words and figures, as "a hundred and twelve",
// "12 lakh", "1 crore 20 lakh", "six and a half million", "three point eight".
func (s *scanner) compose(i int) (num, bool) {
	c := composer{s: s, at: i, factor: 1, smallest: 1e18}
	for c.at < len(s.words) && c.next(i) {
	}
	if !c.any {
		return num{}, false
	}
	if c.group >= 10 && c.group < 100 && (c.smallest == 1e5 || c.smallest == 1e7) {
		c.group *= map[float64]float64{1e5: 1e3, 1e7: 1e5}[c.smallest] // "one lakh forty" is forty thousand more
	}
	v := c.total + c.group
	n := num{low: v, high: v, base: v / c.factor, factor: c.factor, to: c.at, spelled: c.last != figure}
	n.year = v >= 1950 && v < 2100 && v == float64(int(v)) && (c.last == figure && s.tokens[i].text == "year" && c.at == i+1 || n.spelled && c.thousands)
	return n, true
}

// A composer adds up one number. total holds what stands before the last scale
// word, group what has come since.
type composer struct {
	s            *scanner
	at           int
	total, group float64
	factor       float64 // the last scale
	smallest     float64 // the next scale must be smaller
	last         sense
	any          bool
	thousands    bool // "two thousand", which may go on as a year
}

// next takes the word at c.at when the number goes on with it.
func (c *composer) next(first int) bool {
	s := c.s
	if c.at > first && s.words[c.at].Breaks {
		return false
	}
	t := s.tokens[c.at]
	switch t.sense {
	case article:
		if c.any || c.at != first {
			return false
		}
		c.group, c.at = 1, c.at+1
		return true
	case unit:
		return (!c.any || c.last == tens && t.n > 0 || c.last == hundred || c.last == scale) && c.add(t)
	case teen, tens:
		if c.any && t.n == 10 && (s.is(c.at+1, "thousands") || s.is(c.at+1, "thousand") && s.words[c.at+1].mark == '-') {
			c.at++
			return c.addScale(1e4) // "eight ten-thousands", as Chinese counts
		}
		return (!c.any || c.last == hundred || c.last == scale) && c.add(t)
	case figure:
		return (!c.any || c.last == scale && t.n < c.smallest) && c.add(t)
	case half:
		return !c.any && c.addHalf()
	case hundred:
		return c.addHundred()
	case scale:
		return c.addScale(t.n)
	}
	return c.join()
}

func (c *composer) add(t *entry) bool {
	c.group += t.n
	if t.sense == figure && t.m > 1 {
		c.factor = t.m
	}
	c.last, c.any, c.at = t.sense, true, c.at+1
	return true
}

// addHalf takes "half", with the scale behind it: "half a million", "half million".
func (c *composer) addHalf() bool {
	c.group, c.last, c.any, c.at = 0.5, half, true, c.at+1
	if c.s.sense(c.at) == article && c.s.sense(c.at+1) == scale {
		c.at++
	}
	return true
}

func (c *composer) addHundred() bool {
	switch {
	case c.last == hundred || c.last == scale || c.group >= 100:
		return false
	case c.group == 0:
		c.group = 1
	}
	c.group *= 100
	c.last, c.any, c.at = hundred, true, c.at+1
	return true
}

// addScale takes a scale word: it multiplies what came since the last one, or,
// larger than the last, all ("two lakh crore").
func (c *composer) addScale(n float64) bool {
	switch {
	case c.group == 0 && !c.any:
		return false
	case c.last == scale && n <= c.smallest:
		return false
	case n > c.smallest:
		c.total = (c.total + c.group) * n
	default:
		c.total += c.group * n
	}
	c.thousands = n == 1000 && c.total == 2000
	c.group, c.smallest, c.factor = 0, n, n
	c.last, c.any, c.at = scale, true, c.at+1
	return true
}

// join takes "and" or "point" when the number goes on behind it.
func (c *composer) join() bool {
	s := c.s
	if !c.any {
		return false
	}
	switch {
	case s.is(c.at, "point") && s.sense(c.at+1) == unit && c.last != figure && c.last != scale:
		return c.decimals()
	case !s.is(c.at, "and"):
		return false
	case s.sense(c.at+1) == article && s.sense(c.at+2) == half, s.sense(c.at+1) == half:
		return c.andHalf(2)
	case s.sense(c.at+1) == article && s.is(c.at+2, "quarter") && !s.is(c.at+3, "of"):
		return c.andHalf(4)
	case c.last != hundred && c.last != scale || c.last == scale && c.smallest < 1000:
		return false
	}
	if !c.continues(c.at + 1) {
		return false
	}
	c.at++
	return true
}

// continues reports whether the number at i, behind an "and", is the smaller part
// of this one: "a hundred and twelve", "two lakh and fifty thousand", but not "a
// hundred and two hundred".
func (c *composer) continues(i int) bool {
	if t := c.s.sense(i); t != unit && t != teen && t != tens && (t != figure || c.last == hundred) {
		return false
	}
	rest := composer{s: c.s, at: i, factor: 1, smallest: c.smallest}
	if c.last == hundred {
		for t := c.s.sense(rest.at); (t == unit || t == teen || t == tens) && rest.next(i); t = c.s.sense(rest.at) {
		}
		return rest.group > 0 && rest.group < 100 && c.s.sense(rest.at) != hundred
	}
	for rest.at < len(c.s.words) && rest.next(i) {
	}
	v := rest.total + rest.group
	return v > 0 && v < c.smallest
}

// andHalf takes "and a half", "and a quarter": a part of the last scale, or of one.
func (c *composer) andHalf(part float64) bool {
	to := c.at + 2
	if c.s.sense(c.at+1) == article {
		to++
	}
	if c.last == scale {
		c.total += c.smallest / part
	} else {
		c.group += 1 / part
	}
	c.last, c.at = half, to
	return true
}

// decimals takes "point eight five".
func (c *composer) decimals() bool {
	digits := []byte("0.")
	for c.at++; c.s.sense(c.at) == unit; c.at++ {
		digits = append(digits, '0'+byte(c.s.tokens[c.at].n))
	}
	part, err := strconv.ParseFloat(string(digits), 64)
	c.group, c.last = c.group+part, half
	return err == nil
}
