package measure

import (
	"strconv"
	"strings"
)

// A num is a number as far as it was read.
type num struct {
	low, high float64
	base      float64 // before the last scale word: 50 in "50 thousand"
	factor    float64 // the last scale word: 1,000 there; 1 when none
	to        int
	about     bool
	ordinal   bool
	year      bool // may be a calendar year
	certain   bool // can only be a year: "twenty twenty-seven"
	spelled   bool // said in words
}

// readFigure reads a word that begins with a digit: "47,000", "12,00,000", "3.8",
// "47k", "5th". What is no number ("2019a") means nothing.
func readFigure(text string) entry {
	n := 0
	for n < len(text) && (isDigit(text[n]) || text[n] == ',' || text[n] == '.') {
		n++
	}
	body, suffix := text[:n], text[n:]
	switch suffix {
	case "st", "nd", "rd", "th":
		v, err := strconv.Atoi(body)
		if err != nil {
			return entry{}
		}
		return entry{sense: nth, n: float64(v)}
	}
	factor, ok := suffixes[suffix]
	if !ok {
		return entry{}
	}
	v, ok := figureValue(body)
	if !ok {
		return readDotted(body)
	}
	e := entry{sense: figure, n: v * factor, m: factor}
	if suffix == "" && len(body) == 4 && digits(body) == 4 {
		e.text = "year"
	}
	return e
}

// readDotted reads "23.8.2027", which has the day first wherever it is written.
func readDotted(body string) entry {
	parts := strings.Split(body, ".")
	if len(parts) != 3 || len(parts[2]) != 4 || len(parts[0]) > 2 || len(parts[1]) > 2 {
		return entry{}
	}
	day, err := strconv.Atoi(parts[0])
	month, err2 := strconv.Atoi(parts[1])
	if err != nil || err2 != nil {
		return entry{}
	}
	return entry{sense: dotted, n: float64(day), m: float64(month), text: parts[2]}
}

// suffixes are the scales written onto a figure.
var suffixes = map[string]float64{"": 1, "k": 1e3, "m": 1e6, "mn": 1e6, "bn": 1e9, "b": 1e9, "cr": 1e7, "l": 1e5, "mil": 1e6}

// figureValue reads the digits. A single point with three zeros behind it, and
// several points, group thousands ("47.000"); a comma with one or two digits
// behind it is a decimal comma.
func figureValue(body string) (float64, bool) {
	points := strings.Count(body, ".")
	switch {
	case points > 1 && !thousands(body):
		return 0, false
	case points > 1, points == 1 && len(body) > 4 && strings.HasSuffix(body, ".000"):
		body = strings.ReplaceAll(body, ".", "")
	case points == 0 && strings.Count(body, ",") == 1 && len(body)-strings.Index(body, ",") < 4:
		body = strings.Replace(body, ",", ".", 1)
	}
	if len(body) > 18 {
		return 0, false
	}
	v, err := strconv.ParseFloat(strings.ReplaceAll(body, ",", ""), 64)
	return v, err == nil
}

// thousands reports whether points group the digits by three.
func thousands(body string) bool {
	groups := strings.Split(body, ".")
	for _, g := range groups[1:] {
		if len(g) != 3 {
			return false
		}
	}
	return len(groups[0]) <= 3 && groups[0] != ""
}

// number reads the number at word i.
func (s *scanner) number(i int) (num, bool) {
	if i >= len(s.words) {
		return num{}, false
	}
	if n, ok := s.spelledYear(i); ok {
		return n, true
	}
	switch t := s.tokens[i]; t.sense {
	case nth:
		return num{low: t.n, high: t.n, base: t.n, factor: 1, to: i + 1, ordinal: true}, !s.isUnitOfTime(i)
	case few:
		return num{low: t.n, high: t.m, base: t.n, factor: 1, to: s.skip(i+1, "of", "more"), about: true, spelled: true}, true
	case counting:
		return num{low: t.n, high: t.n, base: t.n, factor: 1, to: i + 1, spelled: true}, true
	case couple:
		return num{low: 2, high: 2, base: 2, factor: 1, to: s.skip(i+1, "of", "more"), about: true, spelled: true}, true
	case article:
		return s.afterArticle(i)
	case tens:
		if s.sense(i+1) == nth && s.tokens[i+1].n < 10 {
			v := t.n + s.tokens[i+1].n
			return num{low: v, high: v, base: v, factor: 1, to: i + 2, ordinal: true}, true
		}
		return s.compose(i)
	case unit, teen, hundred, half, figure:
		if s.pronoun(i) || s.label(i) {
			return num{}, false
		}
		return s.compose(i)
	}
	return num{}, false
}

// isUnitOfTime reports whether the ordinal at i is the sixtieth part of a minute.
func (s *scanner) isUnitOfTime(i int) bool {
	return s.words[i].Text == "second" && s.before(i, "a", "one", "per", "each")
}

// skip passes word i when it is one of these.
func (s *scanner) skip(i int, words ...string) int {
	if s.is(i, words...) {
		return i + 1
	}
	return i
}

// afterArticle reads "a hundred", "a dozen", "a couple of", "a few", "a half".
func (s *scanner) afterArticle(i int) (num, bool) {
	switch s.sense(i + 1) {
	case hundred, scale:
		return s.compose(i)
	case couple, few:
		return s.number(i + 1)
	case half:
		n, ok := s.compose(i + 1)
		return n, ok
	}
	return num{}, false
}

// pronoun reports whether the "one" at i stands for a thing and counts nothing.
func (s *scanner) pronoun(i int) bool {
	if s.words[i].Text != "one" {
		return false
	}
	if s.before(i, "this", "that", "no", "the", "which", "each", "every", "any", "some", "another", "only", "first", "last", "next", "good", "new", "other", "small", "big", "large", "old", "little", "same", "bigger", "smaller", "nice", "short", "long") {
		return !s.before(i, "the", "only", "small", "big", "large", "old", "little", "same", "nice", "short", "long", "another", "some", "first", "last", "next") || s.closes(i+1) || s.is(i+1, "who", "that", "which", "i", "in", "is", "of", "with")
	}
	return s.idiomDay(i) || s.is(i+1, "of", "another", "who", "can", "should", "must", "is", "has", "thing")
}

// label reports whether the figure at i is part of a name: "J-1", "I-20",
// "DS-2019", "COVID-19", "212(e)", or a time of day.
func (s *scanner) label(i int) bool {
	if s.tokens[i].sense != figure {
		return false
	}
	if i > 0 && s.words[i].mark == '-' && (s.tokens[i-1].sense == plain || s.tokens[i-1].sense == lead) && !s.words[i].Breaks {
		return true
	}
	if s.words[i].mark == ':' || i+1 < len(s.words) && s.words[i+1].mark == ':' {
		return true
	}
	if i+1 < len(s.words) && s.words[i+1].mark == '(' && s.words[i+1].Start == s.words[i].End+1 {
		return true
	}
	return s.is(i+1, "am", "pm", "o'clock")
}

// spelledYear reads "twenty twenty-seven", "nineteen ninety-six", "twenty oh five".
func (s *scanner) spelledYear(i int) (num, bool) {
	century := s.tokens[i].n
	if s.tokens[i].sense == figure || century != 19 && century != 20 || i+1 >= len(s.words) || s.words[i+1].mark == '-' {
		return num{}, false
	}
	v, to := 0.0, i+2
	switch s.sense(i + 1) {
	case teen:
		v = s.tokens[i+1].n
	case tens:
		v = s.tokens[i+1].n
		if s.sense(i+2) == unit && s.tokens[i+2].n > 0 {
			v, to = v+s.tokens[i+2].n, i+3
		}
	default:
		if !s.is(i+1, "oh", "o") || s.sense(i+2) != unit {
			return num{}, false
		}
		v, to = s.tokens[i+2].n, i+3
	}
	if s.tokens[i].sense != teen && s.tokens[i].sense != tens {
		return num{}, false
	}
	v += century * 100
	return num{low: v, high: v, base: v, factor: 1, to: to, year: true, certain: true, spelled: true}, v >= 1950 && v < 2100
}
