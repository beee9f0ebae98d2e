package scoring

// A bitset is a set of numbers below 640: of the concepts officers speak of, or of the
// words, kinds of words and pairs of words roles are asked for with.
type bitset [10]uint64

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

func (s *bitset) has(n int) bool { return s[n/64]&(1<<(n%64)) != 0 }

// numbers are the numbers in s, in order.
func (s *bitset) numbers() (all []int) {
	for n := range len(s) * 64 {
		if s.has(n) {
			all = append(all, n)
		}
	}
	return all
}

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
