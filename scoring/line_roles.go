package scoring

import (
	"strings"
)

// A roleReader knows the words of every role's line.
type roleReader struct {
	number map[string]bitset // of each item of an entry
	whole  map[string]bitset // of a word of a line: what it is, and the kinds it is of
	stems  map[string]bitset // of a word that its other forms count for
	pairs  []pair
	lines  []roleLine // the entries of all roles
	by     *sieve     // what they need
	not    []bitset   // of each role, what turns a line away
	naming bitset     // the words that ask for a name
	whom   bitset     // those that ask for somebody
}

// A roleLine is one way to ask for the player of a role, by its number.
type roleLine struct {
	role  int
	needs bitset
}

// a pair is two words that must stand side by side.
type pair struct {
	first, second string
	mask          bitset
}

var roleLines = newRoleReader()

func newRoleReader() *roleReader {
	r := &roleReader{number: map[string]bitset{}, whole: map[string]bitset{}, stems: map[string]bitset{}}
	for i := range roles {
		for _, entry := range roles[i].line {
			r.lines = append(r.lines, roleLine{i, r.mask(entry)})
		}
		r.not = append(r.not, r.mask(roles[i].not))
	}
	r.naming, r.whom = r.mask("WHO"), r.mask("WHOM")
	needs := make([]*bitset, len(r.lines))
	for i := range r.lines {
		needs[i] = &r.lines[i].needs
	}
	r.by = newSieve(needs)
	return r
}

// mask is the set an entry of a role's line needs.
func (r *roleReader) mask(entry string) bitset {
	var m bitset
	if phrase, ok := strings.CutPrefix(entry, "="); ok {
		first, second, _ := strings.Cut(phrase, " ")
		m = r.numbered(entry)
		r.pairs = append(r.pairs, pair{first, second, m})
		return m
	}
	for w := range strings.FieldsSeq(entry) {
		m.add(r.item(w))
	}
	return m
}

// item is the number of a word or a kind of words, new ones with all that counts for
// them.
func (r *roleReader) item(w string) bitset {
	if m, ok := r.number[w]; ok {
		return m
	}
	m := r.numbered(w)
	kind, ok := wordKinds[w]
	if !ok {
		r.joins(r.whole, w, m)
		if len(w) > 3 {
			r.joins(r.stems, w, m)
		}
		return m
	}
	for word := range kind {
		r.joins(r.whole, word, m)
		r.joins(r.whole, word+"'s", m)
	}
	return m
}

func (r *roleReader) numbered(w string) bitset {
	m := numbered(len(r.number))
	r.number[w] = m
	return m
}

func (r *roleReader) joins(to map[string]bitset, w string, m bitset) {
	all := to[w]
	all.add(m)
	to[w] = all
}

// read is what a line holds of the words of roles. A word counts for its stem with up
// to three letters more.
func (r *roleReader) read(line []string) bitset {
	var m bitset
	for i, w := range line {
		if w == "what" && (i+1 == len(line) || !whatNames[line[i+1]]) {
			continue
		}
		m.add(r.whole[w])
		for cut := 1; cut <= 3 && len(w)-cut > 3; cut++ {
			m.add(r.stems[w[:len(w)-cut]])
		}
		for _, p := range r.pairs {
			if i > 0 && line[i-1] == p.first && w == p.second {
				m.add(p.mask)
			}
		}
	}
	if n := len(line); n > 0 && openEnds[line[n-1]] {
		m.add(r.naming)
		m.add(r.whom)
	}
	return m
}

// openEnds are the words of a line left for the answer to end: "The loan is from?"
var openEnds = set("from by is at for with was")

// whatNames are the words after which "what" asks for a name: "what company", but not
// "what do they make".
var whatNames = set("is was are were company firm employer business hospital university college school uni institution institute organization organisation agency bank lender client vendor program programme place lab workplace brand camp resort hotel restaurant name client's")

// asks is of each role whether a line asks for who plays it.
func (r *roleReader) asks(line *bitset) []bool {
	all := make([]bool, len(roles))
	for _, i := range r.by.within(line) {
		l := &r.lines[i]
		all[l.role] = all[l.role] || line.holds(&l.needs) && !line.meets(&r.not[l.role])
	}
	return all
}
