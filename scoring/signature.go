package scoring

// wordSigns are the signs of some words, of the 512 there are. Most words that are not
// among them have a sign that none of them has, and need not be looked for. Of words
// that were never read they tell nothing.
type wordSigns struct {
	of   [8]uint64
	read bool
}

// signOf is the sign of a word.
func signOf(w string) uint {
	if w == "" {
		return 0
	}
	return (uint(len(w)) + 5*uint(w[0]) + 11*uint(w[len(w)-1]) + 3*uint(w[len(w)/2])) % 512
}

func (s *wordSigns) add(w string) {
	n := signOf(w)
	s.of[n/64] |= 1 << (n % 64)
	s.read = true
}

// may reports whether a word may be one of them.
func (s *wordSigns) may(w string) bool {
	n := signOf(w)
	return s.of[n/64]&(1<<(n%64)) != 0 || !s.read
}
