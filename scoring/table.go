package scoring

import "iter"

// A wordTable is what a map from words is, for words that every answer is full of: it is
// made once, and most words that are not in it cost one look at an empty place.
type wordTable[V any] struct {
	words []string // "" where none stands; less than a third of the places are taken
	tells []V
}

// newWordTable is a table of what a map holds.
func newWordTable[V any](of map[string]V) *wordTable[V] {
	size := 4
	for size <= 3*len(of) {
		size *= 2
	}
	t := &wordTable[V]{words: make([]string, size), tells: make([]V, size)}
	for w, v := range of {
		at := t.place(w)
		t.words[at], t.tells[at] = w, v
	}
	return t
}

// at is what the table tells of a word; nothing of one that is not in it.
func (t *wordTable[V]) at(w string) V { return t.tells[t.place(w)] }

// all are the words of the table, in no order.
func (t *wordTable[V]) all() iter.Seq[string] {
	return func(yield func(string) bool) {
		for _, w := range t.words {
			if w != "" && !yield(w) {
				return
			}
		}
	}
}

// place is where a word stands, or the empty place it would have.
func (t *wordTable[V]) place(w string) int {
	last := len(t.words) - 1
	at := int(hashOf(w)) & last
	for t.words[at] != "" && t.words[at] != w {
		at = (at + 1) & last
	}
	return at
}

// hashOf tells most words apart by their length, their first and their last letters.
func hashOf(w string) uint32 {
	n := len(w)
	h := uint32(n)
	switch {
	case n >= 4:
		h ^= (uint32(w[0]) | uint32(w[1])<<8 | uint32(w[2])<<16 | uint32(w[3])<<24) * 0x85ebca6b
		h ^= (uint32(w[n-4]) | uint32(w[n-3])<<8 | uint32(w[n-2])<<16 | uint32(w[n-1])<<24) * 0xc2b2ae35
	case n > 0:
		h ^= (uint32(w[0]) | uint32(w[n/2])<<8 | uint32(w[n-1])<<16) * 0x85ebca6b
	}
	return h ^ h>>15
}
