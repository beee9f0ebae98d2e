package scoring

// wordSigns are the signs of the words of a text, of the 512 there are. Most words that
// are not in it have a sign that none of its words has, and need not be looked for.
type wordSigns struct {
	of   [8]uint64
	long [32]uint32 // how long the words are that begin with a letter
	each []uint16   // of the words in order; nil when they were never read
}

// signOf is the sign of a word.
func signOf(w string) uint16 {
	if w == "" {
		return 0
	}
	return uint16((uint(len(w)) + 5*uint(w[0]) + 11*uint(w[len(w)-1]) + 3*uint(w[len(w)/2])) % 512)
}

func (s *wordSigns) add(w string) {
	n := signOf(w)
	s.of[n/64] |= 1 << (n % 64)
	if w != "" {
		s.long[w[0]%32] |= 1 << (len(w) % 32)
	}
	s.each = append(s.each, n)
}

// have reports whether a word of the text has a sign. Of words that were never read it
// tells nothing.
func (s *wordSigns) have(n uint16) bool {
	return s == nil || s.of[n/64]&(1<<(n%64)) != 0 || s.each == nil
}

// may reports whether a word may stand in the text.
func (s *wordSigns) may(w string) bool {
	return s == nil || s.each == nil || s.alike(w) && s.have(signOf(w))
}

// alike reports whether a word of a text that was read begins and is as long as a word.
func (s *wordSigns) alike(w string) bool {
	return w != "" && s.long[w[0]%32]&(1<<(len(w)%32)) != 0
}
