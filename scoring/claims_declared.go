package scoring

import (
	"slices"
	"strings"

	"github.com/viceconsul/viceconsul/interview/transcript/measure"
)

// a declaredName is a declared school, company, hospital or person with the role
// that is played.
type declaredName struct {
	role *role
	path string
	item int // of a list; 0 for a single value
	name name
}

// collectNames notes every declared name with its role, so that naming one is never
// taken for a wrong answer about another.
func (c *Case) collectNames() {
	for i := range roles {
		r := &roles[i]
		f := c.fact(r.path)
		if f == nil {
			continue
		}
		if !r.list {
			c.addName(r, 0, f)
			continue
		}
		for n := range f.items {
			c.addName(r, n, &f.items[n])
		}
	}
}

// addName notes the name a fact holds, when it holds one.
func (c *Case) addName(r *role, item int, f *fact) {
	words := f.words
	if v, ok := f.part(r.part); ok {
		words = measure.Words(v.Text) // its year and country are no part of the name
	} else if r.part != "" && len(f.value().Parts) > 0 {
		return
	}
	n := nameOf(words)
	if len(words) == 1 && len(words[0].Text) == 1 {
		n = name{all: []string{words[0].Text}, marks: []string{words[0].Text}, letter: true}
	}
	if r.sort == sortPerson || r.sort&sortPerson != 0 && !slices.ContainsFunc(words, func(w measure.Word) bool { return heads[w.Text] || trade[w.Text] }) {
		n = personOf(f.said)
	}
	if len(n.marks) > 0 || len(n.title) > 0 {
		c.names = append(c.names, declaredName{role: r, path: r.path, item: item, name: n})
	}
}

// personOf reads the declared name of a person: between marks stand the name, or the
// rank and its field, or both.
func personOf(text string) name {
	n := name{person: true}
	words := measure.Words(strings.NewReplacer("(", ", ", ")", ", ").Replace(text))
	for from := 0; from < len(words); {
		to := from + 1
		for to < len(words) && !words[to].Breaks {
			to++
		}
		part := words[from:to]
		from = to
		if at := slices.IndexFunc(part, func(w measure.Word) bool { return w.Text == "at" || w.Text == "from" }); at > 0 {
			part = part[:at]
		}
		if rankAt(part) {
			n.title = append(n.title, rankWords(part)...)
			continue
		}
		for _, w := range part {
			if n.all = append(n.all, w.Text); !honorifics[w.Text] && len(w.Text) > 1 && !small[w.Text] {
				n.marks = append(n.marks, w.Text)
			}
		}
	}
	n.others = otherForms(n.marks)
	return n
}

// rankAt reports whether words say a rank and not only how a person is addressed.
func rankAt(words []measure.Word) bool {
	return slices.ContainsFunc(words, func(w measure.Word) bool { return ranks[w.Text] })
}

// rankWords are the words of a rank and its field, without how high it is.
func rankWords(words []measure.Word) []string {
	var out []string
	for _, w := range words {
		switch {
		case rankLetters[w.Text] != nil:
			out = append(out, rankLetters[w.Text]...)
		case !small[w.Text] && !grades[w.Text] && len(w.Text) > 1:
			out = append(out, w.Text)
		}
	}
	return out
}

// rankLetters are ranks written by their letters.
var rankLetters = map[string][]string{
	"vp": {"vice", "president"}, "svp": {"senior", "vice", "president"}, "ceo": {"chief", "executive", "officer"},
	"cto": {"chief", "technology", "officer"}, "cfo": {"chief", "financial", "officer"}, "coo": {"chief", "operating", "officer"},
	"cio": {"chief", "information", "officer"}, "pi": {"principal", "investigator"},
}

// grades say how high a rank is, not which.
var grades = set("senior junior assistant associate deputy lead team head new direct our one my")

// declaredAs lists the declared names that the words from from to to say.
func (c *Case) declaredAs(a *answer, from, to int) []int {
	var out []int
	for i := range c.names {
		if c.names[i].name.is(a, from, to) {
			out = append(out, i)
		}
	}
	return out
}

// is reports whether the words from from to to say the name: its initials, or words
// that tell it from others, without one that tells of another name, unless all that
// tells it apart is said.
func (n *name) is(a *answer, from, to int) bool {
	if to-from == 1 && slices.Contains(n.initials, strings.TrimSuffix(a.words[from].Text, "'s")) && (len(a.words[from].Text) > 2 || a.allCapitals(from)) {
		return true
	}
	hits, strangers := n.compare(a, from, to)
	alike := n.soundsLike(a, from, to)
	if hits == 0 && !alike {
		return false
	}
	for i := from; i < to; i++ {
		if w := a.words[i].Text; !slices.Contains(n.all, w) && (tellers[w] || n.otherNoun(w)) {
			return false // "Ohio State University" for Ohio University
		}
	}
	if n.shortOf(a, from, to) {
		return false
	}
	return alike || strangers == 0 || len(n.marks) > 1 && hits >= len(n.marks)
}

// shortOf reports whether a name said with the noun of its sort leaves out a word such
// as "Northern" that the declared one has: it is another.
func (n *name) shortOf(a *answer, from, to int) bool {
	return a.nounIn(from, to) && slices.ContainsFunc(n.all, func(w string) bool {
		return tellers[w] && !heads[w] && !slices.ContainsFunc(a.words[from:to], func(said measure.Word) bool { return said.Text == w })
	})
}

// wholeIn reports whether every word of a name of several is said, whatever speech ran
// into it: "morning deccan logistics software".
func (n *name) wholeIn(a *answer, from, to int) bool {
	return slices.ContainsFunc(n.marks, func(m string) bool { return !tellers[m] }) && len(n.all) > 1 &&
		!slices.ContainsFunc(n.all, func(w string) bool { return !a.has(from, to, w) }) &&
		!slices.ContainsFunc(a.words[from:to], func(w measure.Word) bool { return tellers[w.Text] && !slices.Contains(n.all, w.Text) })
}

// compare counts the words that tell the name from others, and those that tell of
// another one.
func (n *name) compare(a *answer, from, to int) (hits, strangers int) {
	for i := from; i < to; i++ {
		w := a.words[i].Text
		switch {
		case n.matches(w), len(w) >= 4 && slices.ContainsFunc(n.marks, func(m string) bool { return strings.HasPrefix(m, w) }):
			hits++
		case slices.ContainsFunc(n.all, func(m string) bool { return m == w || len(w) > 3 && strings.HasPrefix(m, w) }):
		case a.allCapitals(i) && slices.ContainsFunc(n.initials, func(s string) bool { return strings.HasPrefix(s, w) }):
		case tellers[w], a.inPlace(i), a.tells(i):
			strangers++
		}
	}
	return hits, strangers
}

// otherNoun reports whether a word is the noun of another sort of body than the name
// has: a bank is no brewery, but a clinic can be called a hospital.
func (n *name) otherNoun(w string) bool {
	sort := nounSort(w)
	if sort == "" {
		return false
	}
	other := false
	for _, d := range n.all {
		switch s := nounSort(d); {
		case s == sort:
			return false
		case s != "":
			other = true
		}
	}
	return other
}

// tellers are words that make another name of a name they stand in.
var tellers = set("state tech technical technological northern southern eastern western north south east west central christian polytechnic wesleyan")

// saidAt is the end of the name when it is said from word i on, with or without
// capitals; 0 when it is not.
func (n *name) saidAt(a *answer, i int) int {
	if to := n.spelled(a, i); to > 0 {
		return to
	}
	w := a.words[i].Text
	if n.letter {
		if w == n.marks[0] && a.properAt(i) && (i+1 == len(a.words) || a.words[i+1].Breaks || a.terms[i+1].is(mVerb|mSay|mRefused)) {
			return i + 1
		}
		return 0
	}
	if slices.Contains(n.initials, w) && len(w) > 2 && a.terms[i].marks == 0 {
		return i + 1
	}
	if !n.matches(w) || a.terms[i].is(mI) {
		return 0
	}
	to, hits := i+1, 1
	for to < len(a.words) && !a.words[to].Breaks && (slices.Contains(n.all, a.words[to].Text) || n.matches(a.words[to].Text)) {
		if n.matches(a.words[to].Text) {
			hits++
		}
		to++
	}
	if to == i+1 && !a.properAt(i) && describes(a.words[i:to]) {
		return 0
	}
	if a.properAt(i) && w == n.marks[0] && !(i > 0 && a.words[i-1].Text == "in") {
		return to
	}
	if to == i+1 && len(n.marks) > 1 && !a.properAt(i) && !a.uncapitalised() {
		return 0
	}
	if hits == 1 && len(n.marks) > 1 && !a.tells(i) && !(a.allCapitals(i) && len(w) > 2) || hits == 1 && !a.tells(i) && !a.properAt(i) && len(a.words) > 4 && to == i+1 {
		return 0 // an everyday word of a longer name
	}
	return to
}

// spelled is the end of the name spelled letter by letter from word i on; 0 when it
// is not: "N-R-M-C".
func (n *name) spelled(a *answer, i int) int {
	if len(a.words[i].Text) != 1 || i+1 == len(a.words) || len(a.words[i+1].Text) != 1 {
		return 0
	}
	var said strings.Builder
	to := i
	for to < len(a.words) && len(a.words[to].Text) == 1 && (to == i || !a.words[to].Breaks) {
		said.WriteString(a.words[to].Text)
		to++
	}
	if to-i > 1 && slices.Contains(n.initials, said.String()) {
		return to
	}
	return 0
}

// findName looks for a declared name in an answer.
func (c *Case) findName(a *answer, n *name) (from, to int) {
	plain := a.uncapitalised()
	for i := 0; i < len(a.words); i++ {
		if run, ok := a.nameAt(i, plain); ok {
			if n.is(a, run.from, run.to) {
				return run.from, run.to
			}
			i = run.to - 1
			continue
		}
		if to := n.saidAt(a, i); to > 0 {
			return i, to
		}
	}
	return -1, -1
}
