package scoring

import (
	"iter"
	"slices"
)

// A bitset is a set of numbers below 640: of the concepts officers speak of, or of the
// words, kinds of words and pairs of words roles are asked for with.
type bitset [concepted / 64]uint64

// concepted is how many numbers there are.
const concepted = 640

// numbered is the set of one number.
func numbered(n int) bitset {
	var one bitset
	one[n/64] = 1 << (n % 64)
	return one
}

func (s *bitset) add(o bitset) {
	for i := range s {
		s[i] |= o[i]
	}
}

// all are the numbers in s, in order.
func (s *bitset) all() iter.Seq[int] { return idSet(s[:]).all() }

// holds reports whether all of o is in s.
func (s *bitset) holds(o *bitset) bool {
	for i := range s {
		if o[i]&^s[i] != 0 {
			return false
		}
	}
	return true
}

// meets reports whether any of o is in s.
func (s *bitset) meets(o *bitset) bool {
	for i := range s {
		if o[i]&s[i] != 0 {
			return true
		}
	}
	return false
}

// A sieve finds those of many sets that may be held by one, without going through all: each
// stands under that of its numbers which the fewest others have.
type sieve [concepted][]int

func newSieve(sets []*bitset) *sieve {
	var had [concepted]int
	for _, s := range sets {
		for n := range s.all() {
			had[n]++
		}
	}
	var out sieve
	for i, s := range sets {
		rarest := -1
		for n := range s.all() {
			if rarest < 0 || had[n] < had[rarest] {
				rarest = n
			}
		}
		out[rarest] = append(out[rarest], i)
	}
	return &out
}

// within are the places of the sets that may be held by one, in order.
func (v *sieve) within(s *bitset) []int {
	var found []int
	for n := range s.all() {
		found = append(found, v[n]...)
	}
	slices.Sort(found)
	return found
}
