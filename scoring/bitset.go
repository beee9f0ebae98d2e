package scoring

import "iter"

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
