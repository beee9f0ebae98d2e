package scoring

import (
	"slices"

	"github.com/viceconsul/viceconsul/interview/transcript/measure"
)

// inMention reports whether word i belongs to a number, a date or an amount.
func (a *answer) inMention(i int) bool {
	at := leastOf(len(a.mentions), func(n int) bool { return a.mentions[n].To > i })
	return at < len(a.mentions) && a.mentions[at].From <= i
}

// has reports whether one of the words stands between from and to.
func (a *answer) has(from, to int, words ...string) bool {
	from, to = max(from, 0), min(to, len(a.words))
	switch {
	case from >= to:
		return false
	case from+1 == to:
		return slices.Contains(words, a.words[from].Text)
	}
	said := a.words[from:to]
	if a.signs.each == nil {
		return slices.ContainsFunc(said, func(w measure.Word) bool { return slices.Contains(words, w.Text) })
	}
	signs := a.signs.each[from:to]
	for _, w := range words {
		if !a.signs.alike(w) {
			continue
		}
		n := signOf(w)
		if !a.signs.have(n) {
			continue
		}
		for i := range signs {
			if signs[i] == n && said[i].Text == w {
				return true
			}
		}
	}
	return false
}

func anyIs(terms []term, m mark) bool {
	for i := range terms {
		if terms[i].is(m) {
			return true
		}
	}
	return false
}

// lineHas reports whether one of the words stands in the officer's line.
func (a *answer) lineHas(words []string) bool {
	for _, w := range words {
		if a.lineSigns.may(w) && slices.Contains(a.ask, w) {
			return true
		}
	}
	return false
}

// lineAsks reports whether the officer's line asks for a field by one of the words,
// or by what its words mean together.
func (a *answer) lineAsks(words []string, path string) bool {
	return a.lineHas(words) || slices.Contains(a.own, whole(path))
}

// topicAsks reports whether the topic of the officer's line asks for a field, by one
// of the words; nil for any. In words of their own, the line must itself ask for a
// field that is declared: the nearest question of the bank is only near.
func (c *Case) topicAsks(a *answer, path string, words []string) bool {
	if a.ownLine && c.fact(path) != nil && !slices.Contains(a.own, whole(path)) {
		return false
	}
	return a.asks(path) && (words == nil || a.lineAsks(words, path))
}

// opensWith reports whether the officer's line begins with a word.
func (a *answer) opensWith(word string) bool { return len(a.ask) > 0 && a.ask[0] == word }

// wordAt is the word that begins at or after a byte of the answer.
func (a *answer) wordAt(start int) int {
	return leastOf(len(a.words), func(i int) bool { return a.words[i].Start >= start })
}

// leastOf is the least number below n for which something holds that holds for all above
// it; n for none.
func leastOf(n int, holds func(int) bool) int {
	from := 0
	for from < n {
		if middle := (from + n) / 2; holds(middle) {
			n = middle
		} else {
			from = middle + 1
		}
	}
	return from
}
