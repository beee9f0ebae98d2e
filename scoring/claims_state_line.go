package scoring

import (
	"slices"
	"sync"

	"github.com/viceconsul/viceconsul/interview/transcript"
)

// concernLines finds the matters an officer's own words ask for.
var concernLines = sync.OnceValue(newConcernLines)

// newConcernLines is a book of each matter's lines, by their first words.
func newConcernLines() map[string][]concernLine {
	book := map[string][]concernLine{}
	for i := range allConcerns {
		m := &allConcerns[i]
		own := lineBook{}
		own.add(m.asks)
		field, _ := transcript.LookupField(m.field)
		for first, lists := range own {
			for _, rest := range lists {
				book[first] = append(book[first], concernLine{rest, m.field, field.For})
			}
		}
	}
	return book
}

// A concernLine is what else a line must say to ask for a field, and in which
// interviews.
type concernLine struct {
	rest []string
	path string
	in   []transcript.Category
}

// concernsOfLine adds the fields whose state a line asks for in its own words.
func (c *Case) concernsOfLine(line *spoken, out []string) []string {
	for _, l := range line.shape().concerns {
		if !slices.Contains(out, l.path) && (slices.Contains(l.in, c.category) || c.fact(l.path) != nil) {
			out = append(out, l.path)
		}
	}
	return out
}

// concernsIn are the lines of matters whose words a line has, in its order.
func concernsIn(line *spoken) []concernLine {
	var out []concernLine
	said, book := formsOf(line.words, line.lexemes), concernLines()
	for _, f := range said {
		lines := book[f.base]
		for i := range lines {
			if l := &lines[i]; allSaid(said, l.rest) {
				out = append(out, *l)
			}
		}
	}
	return out
}
