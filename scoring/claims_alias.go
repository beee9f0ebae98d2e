package scoring

import "strings"

// soundsLike reports whether the words from from to to are the name as it is heard or
// shortened: put together of the beginnings of its words ("UMass", "LASUTH"), or with
// its letters a little off ("Wex Comb" for Wexcombe).
func (n *name) soundsLike(a *answer, from, to int) bool {
	if n.letter || len(n.marks) == 0 {
		return false
	}
	if to-from == 1 {
		if w := strings.TrimSuffix(a.words[from].Text, "'s"); len(w) > 3 && blends(w, n.all, 0, 0) {
			return true
		}
	}
	var said strings.Builder
	for i := from; i < to; i++ {
		if w := a.words[i].Text; !heads[w] && !small[w] && !legal[w] && !honorifics[w] {
			said.WriteString(strings.TrimSuffix(w, "'s"))
		}
	}
	var declared strings.Builder
	for _, m := range n.marks {
		declared.WriteString(m)
	}
	s, d := said.String(), declared.String()
	const most = 40 // letters: longer names are compared by their words
	return len(s) > 5 && len(d) > 5 && len(s) < most && len(d) < most && s[0] == d[0] && apartBy(s, d) <= max(len(d)/6, 1)
}

// blends reports whether a word is put together of the beginnings of words, in order,
// one of them of three letters or of at least three words.
func blends(w string, of []string, parts, longest int) bool {
	if w == "" {
		return parts > 1 && (longest > 2 || parts > 2)
	}
	for i, word := range of {
		for n := min(len(word), len(w)); n > 0; n-- {
			if w[:n] == word[:n] && blends(w[n:], of[i+1:], parts+1, max(longest, n)) {
				return true
			}
		}
	}
	return false
}

// apartBy is how many letters must be put in, left out or changed to make one word of
// the other.
func apartBy(a, b string) int {
	var row [41]int
	for j := range row {
		row[j] = j
	}
	for i := 1; i <= len(a); i++ {
		last := row[0]
		row[0] = i
		for j := 1; j <= len(b); j++ {
			change := last
			if a[i-1] != b[j-1] {
				change++
			}
			last = row[j]
			row[j] = min(change, row[j]+1, row[j-1]+1)
		}
	}
	return row[len(b)]
}
