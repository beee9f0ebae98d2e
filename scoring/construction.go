package scoring

import (
	"iter"
	"math/bits"
	"slices"
	"strings"
)

// A construction is a way of speaking: who does what to whom. It is written as slots
// apart by spaces: "you", "a/b" for either, "@name" for a class of words, "?" before a
// slot that may be missing, "^" where a sentence opens and "$" where it closes, ".."
// for up to three words of any kind, "..." for up to six, "_" for up to four whatever
// marks stand between, and "~" for words that only weigh or point.
type construction[T any] struct {
	is    T
	slots []slot
	needs []int // words it never does without, by their numbers
}

// holds reports whether a word can stand in one of its slots.
func (k *construction[T]) holds(word string) bool {
	id := wordNumbers[word]
	return slices.ContainsFunc(k.slots, func(s slot) bool { return s.words.has(id) })
}

type slot struct {
	words    idSet
	optional bool
	gap      int  // any words up to so many
	across   bool // also across marks
	light    bool
	opens    bool
	closes   bool
}

// An idSet is a set of the words that constructions speak of, by their numbers.
type idSet []uint64

func (s idSet) has(id int) bool { return id>>6 < len(s) && s[id>>6]>>(id&63)&1 != 0 }

func (s *idSet) add(id int) {
	if more := id>>6 + 1 - len(*s); more > 0 {
		*s = append(*s, make(idSet, more)...)
	}
	(*s)[id>>6] |= 1 << (id & 63)
}

// all are the numbers of the words in the set.
func (s idSet) all() iter.Seq[int] {
	return func(yield func(int) bool) {
		for n, part := range s {
			for ; part != 0; part &= part - 1 {
				if !yield(n<<6 + bits.TrailingZeros64(part)) {
					return
				}
			}
		}
	}
}

// A grammar finds constructions by the words they can begin with.
type grammar[T any] struct {
	begun    [][]construction[T] // by the number of the first word
	weighing idSet
}

// newGrammar reads constructions, those of one line apart by commas.
func newGrammar[T any](tables iter.Seq2[T, []string], light map[string]bool) *grammar[T] {
	g := &grammar[T]{}
	for w := range light {
		g.weighing.add(numberOf(w))
	}
	for is, all := range tables {
		for _, line := range all {
			for way := range strings.SplitSeq(line, ",") {
				g.add(is, strings.Fields(way))
			}
		}
	}
	return g
}

func (g *grammar[T]) add(is T, fields []string) {
	k := construction[T]{is: is}
	for _, f := range fields {
		s := slotOf(f)
		k.slots = append(k.slots, s)
		if one, ok := s.only(); ok {
			k.needs = append(k.needs, one)
		}
	}
	for _, s := range k.slots {
		for id := range s.words.all() {
			if id >= len(g.begun) {
				g.begun = append(g.begun, make([][]construction[T], id+1-len(g.begun))...)
			}
			g.begun[id] = append(g.begun[id], k)
		}
		if s.words != nil && !s.optional {
			return
		}
	}
}

func slotOf(field string) slot {
	switch field {
	case "^":
		return slot{opens: true}
	case "$":
		return slot{closes: true}
	case "..":
		return slot{gap: 3}
	case "...":
		return slot{gap: 6}
	case "_":
		return slot{gap: 4, across: true}
	case "~":
		return slot{light: true}
	}
	name, optional := strings.CutPrefix(field, "?")
	return slot{optional: optional, words: wordsOfSlot(name)}
}

// wordsOfSlot are the words a slot names, one by one and by their classes.
func wordsOfSlot(name string) idSet {
	if was, ok := classSets[name]; ok {
		return was
	}
	var all idSet
	for w := range strings.SplitSeq(name, "/") {
		class, ok := strings.CutPrefix(w, "@")
		if !ok {
			all.add(numberOf(w))
			continue
		}
		for v := range classes[class] {
			all.add(numberOf(v))
		}
	}
	if name[0] == '@' {
		classSets[name] = all
	}
	return all
}

// classSets are the words of the classes that slots came to.
var classSets = map[string]idSet{}

// only is the one word a slot must be filled with.
func (s *slot) only() (id int, ok bool) {
	n := 0
	for word := range s.words.all() {
		id, n = word, n+1
	}
	return id, n == 1 && !s.optional
}

// can reports whether an answer may have the words a construction never does without.
func (k *construction[T]) can(said *saidWords) bool {
	for _, id := range k.needs {
		if !said.has(id) {
			return false
		}
	}
	return true
}

// from are the constructions that can begin with a token.
func (g *grammar[T]) from(t *token) []construction[T] {
	if t.id < len(g.begun) {
		return g.begun[t.id]
	}
	return nil
}

// end is the token after the end of a construction that begins at token i, or -1.
func (g *grammar[T]) end(k *construction[T], all []token, i int) int {
	m := matcher{g.weighing, all, i}
	return m.match(k.slots, i)
}

// A matcher lays a construction on the tokens from start on.
type matcher struct {
	weighing idSet
	all      []token
	start    int
}

func (m *matcher) match(slots []slot, i int) int {
	for n := range slots {
		s := &slots[n]
		here := i < len(m.all)
		switch {
		case s.opens:
			if !here || !m.all[i].opens {
				return -1
			}
		case s.closes:
			if i == 0 || !m.all[i-1].closes {
				return -1
			}
		case s.across:
			return m.search(s.gap, slots[n+1:], i)
		case s.gap > 0 || s.light:
			return m.skip(s, slots[n+1:], i)
		case here && s.words.has(m.all[i].id) && (i == m.start || !m.all[i].breaks):
			if s.optional {
				if end := m.match(slots[n+1:], i+1); end >= 0 {
					return end
				}
				continue
			}
			i++
		case !s.optional:
			return -1
		}
	}
	return i
}

// search passes over words and marks to the word that must follow.
func (m *matcher) search(most int, rest []slot, i int) int {
	for last := min(i+most, len(m.all)-1); i <= last; i++ {
		if rest[0].words.has(m.all[i].id) {
			if end := m.match(rest[1:], i+1); end >= 0 {
				return end
			}
		}
	}
	return -1
}

// skip passes over the words of a gap, which never holds a mark.
func (m *matcher) skip(s *slot, rest []slot, i int) int {
	most := s.gap
	if s.light {
		most = mostLight
	}
	for n := 0; n <= most && i+n <= len(m.all); n++ {
		if end := m.match(rest, i+n); end >= 0 {
			return end
		}
		if i+n == len(m.all) || m.all[i+n].breaks && i+n > m.start || s.light && !m.weighing.has(m.all[i+n].id) {
			return -1
		}
	}
	return -1
}

// mostLight is how many words may weigh a word: "such a very big". Our judgement.
const mostLight = 5
