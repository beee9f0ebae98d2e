package measure

// Scan finds every number, amount of money, duration and date in words, in order
// and without overlap. Relative dates ("two years ago") count from today, the day
// of the interview; with the zero Date they are found but have no parts.
func Scan(words []Word, today Date) []Mention {
	s := scanner{words: words, today: today, tokens: make([]*entry, len(words))}
	for i := range words {
		s.tokens[i] = classify(words[i].Text)
	}
	for i := 0; i < len(words); {
		m, ok := s.mention(i)
		if !ok {
			i++
			continue
		}
		m.Start, m.End = words[m.From].Start, words[m.To-1].End
		s.found = append(s.found, m)
		i = m.To
	}
	return s.found
}

// A scanner reads mentions from left to right; every method takes the word it
// begins at.
type scanner struct {
	words  []Word
	tokens []*entry
	today  Date
	found  []Mention
}

// classify says what a word can mean.
func classify(text string) *entry {
	if isDigit(text[0]) {
		e := readFigure(text)
		return &e
	}
	if e := meaning(text); e != nil {
		return e
	}
	if n := len(text); n > 2 && text[n-2] == '\'' {
		if e := meaning(text[:n-2]); e != nil {
			return e
		}
	}
	return nothing
}

// meaning is what the lexicon says of a word, nil for nothing.
func meaning(text string) *entry {
	if lengths[text[0]]&(1<<(len(text)%32)) == 0 {
		return nil
	}
	return lexicon[text]
}

// lengths are how long the words of the lexicon are that begin with a byte: most words
// need not be looked for.
var lengths = func() (all [256]uint32) {
	for w := range lexicon {
		all[w[0]] |= 1 << (len(w) % 32)
	}
	return all
}()

// mention reads the mention that begins at word i, qualifiers included.
func (s *scanner) mention(i int) (Mention, bool) {
	if s.tokens[i] == nothing {
		return Mention{}, false
	}
	at, about := s.qualifier(i)
	m, ok := s.date(at)
	if !ok {
		m, ok = s.quantity(at)
	}
	if !ok {
		return Mention{}, false
	}
	m.From = i
	m.About = m.About || about
	if to := s.trailer(m.To); to > m.To {
		m.To, m.About = to, true
	}
	return m, true
}

// qualifiers are the phrases that make what follows approximate.
var qualifiers = [][]string{
	{"a", "bit", "under"}, {"a", "bit", "over"}, {"a", "bit", "more", "than"}, {"a", "bit", "less", "than"},
	{"a", "little", "under"}, {"a", "little", "over"}, {"a", "little", "more", "than"}, {"a", "little", "less", "than"},
	{"just", "under"}, {"just", "over"}, {"slightly", "under"}, {"slightly", "over"}, {"well", "over"},
	{"close", "to"}, {"more", "or", "less"}, {"more", "than"}, {"less", "than"}, {"up", "to"},
	{"at", "least"}, {"at", "most"}, {"under"}, {"over"}, {"above"}, {"below"}, {"maybe"}, {"probably"},
}

// qualifier passes what says "about", and says whether it did.
func (s *scanner) qualifier(i int) (int, bool) {
	if s.tokens[i].sense == approx && !s.closes(i+1) {
		return s.more(i + 1), true
	}
	if s.words[i].mark == '~' {
		return i, true
	}
	switch s.words[i].Text {
	case "a", "just", "slightly", "well", "close", "more", "less", "up", "at", "under", "over", "above", "below", "maybe", "probably":
		for _, q := range qualifiers {
			if s.phrase(i, q) && i+len(q) < len(s.words) {
				return s.more(i + len(q)), true
			}
		}
	}
	return i, false
}

// more passes a second qualifier, as in "maybe about", and stays inside the text.
func (s *scanner) more(i int) int {
	if i < len(s.words) && s.tokens[i].sense == approx {
		i++
	}
	return min(i, len(s.words)-1)
}

// trailer passes "or so", "more or less" and "give or take" behind a value.
func (s *scanner) trailer(i int) int {
	for _, t := range [][]string{{"or", "so"}, {"more", "or", "less"}, {"give", "or", "take"}, {"and", "something"}, {"and", "some"}, {"something"}, {"odd"}, {"approximately"}, {"approx"}} {
		if s.phrase(i, t) && (i+len(t) == len(s.words) || len(t) > 1 || s.words[i+len(t)].Breaks || s.words[i].mark == '-' || t[0] == "odd") {
			return i + len(t)
		}
	}
	return i
}

// phrase reports whether the words at i are exactly these, in one clause.
func (s *scanner) phrase(i int, words []string) bool {
	if i+len(words) > len(s.words) {
		return false
	}
	for j, w := range words {
		if s.words[i+j].Text != w || j > 0 && s.words[i+j].Breaks {
			return false
		}
	}
	return true
}

// is reports whether word i is one of these, joined to the word before it.
func (s *scanner) is(i int, words ...string) bool {
	if i < 0 || i >= len(s.words) || i > 0 && s.words[i].Breaks {
		return false
	}
	for _, w := range words {
		if s.words[i].Text == w {
			return true
		}
	}
	return false
}

// sense is what word i means when no clause mark stands before it.
func (s *scanner) sense(i int) sense { return s.token(i).sense }

// token is all of that.
func (s *scanner) token(i int) *entry {
	if i < 0 || i >= len(s.words) || i > 0 && s.words[i].Breaks {
		return nothing
	}
	return s.tokens[i]
}

// text is word i when no clause mark stands before it, else "".
func (s *scanner) text(i int) string {
	if s.closes(i) {
		return ""
	}
	return s.words[i].Text
}

// before reports whether one of these stands right before word i in its clause.
func (s *scanner) before(i int, words ...string) bool {
	if i == 0 || s.closes(i) {
		return false
	}
	for _, w := range words {
		if s.words[i-1].Text == w {
			return true
		}
	}
	return false
}

// opens reports whether word i begins a clause.
func (s *scanner) opens(i int) bool { return i == 0 || s.words[i].Breaks }

// closes reports whether a clause ends before word i.
func (s *scanner) closes(i int) bool { return i >= len(s.words) || s.words[i].Breaks }
