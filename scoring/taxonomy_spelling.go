package scoring

import (
	"maps"
	"slices"
	"strings"

	"github.com/viceconsul/viceconsul/interview/transcript/measure"
)

// wordToMisspell is how long a name must be for one wrong letter to be forgiven:
// shorter words have neighbours that mean something else.
const wordToMisspell = 7

// misspelt finds the labels of names that one letter too many, too few or wrong, or
// two letters in each other's place keep from being found.
func (t *taxonomy) misspelt(words []measure.Word) []hit {
	var out []hit
	for i, w := range words {
		if len(w.Text) < wordToMisspell-1 {
			continue
		}
		for _, l := range t.spells()[w.Text[0]] {
			if oneLetterOff(w.Text, l.words[0]) {
				out = append(out, hit{label: l.label, from: i, to: i + 1, way: byThing}) // it may be a word of its own: layers, lawyers
			}
		}
	}
	return out
}

// namesToMisspell are the long names of one word by their first letter, in the order of
// the alphabet: of two that a word may stand for the same comes first every time.
func namesToMisspell(names map[string][]labelled) map[byte][]labelled {
	out := map[byte][]labelled{}
	for _, word := range slices.Sorted(maps.Keys(names)) {
		for _, l := range names[word] {
			if len(l.words) == 1 && len(word) >= wordToMisspell {
				out[word[0]] = append(out[word[0]], l)
			}
		}
	}
	return out
}

// oneLetterOff reports whether two words differ by one slip of the pen.
func oneLetterOff(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(b)-len(a) > 1 {
		return false
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	switch {
	case len(a) < len(b):
		return a[i:] == b[i+1:]
	case i == len(a):
		return true
	case a[i+1:] == b[i+1:]:
		return true
	}
	return i+1 < len(a) && a[i] == b[i+1] && a[i+1] == b[i] && a[i+2:] == b[i+2:]
}

// stemOf takes off what English hangs on a verb or noun, so that "builds", "built"
// and "building" are one. It is no word, only the same for all forms of one.
func stemOf(w string) string {
	if s := irregularStems.at(w); s != "" {
		return s
	}
	w = strings.TrimSuffix(w, "'s")
	switch {
	case len(w) > 4 && (strings.HasSuffix(w, "ies") || strings.HasSuffix(w, "ied")):
		return w[:len(w)-3] + "y"
	case len(w) > 5 && strings.HasSuffix(w, "ing"):
		w = w[:len(w)-3]
	case len(w) > 4 && (strings.HasSuffix(w, "ed") || strings.HasSuffix(w, "es")):
		w = w[:len(w)-2]
	case len(w) > 3 && w[len(w)-1] == 's' && w[len(w)-2] != 's' && w[len(w)-2] != 'u':
		w = w[:len(w)-1]
	}
	if len(w) > 3 && w[len(w)-1] == 'e' {
		w = w[:len(w)-1]
	}
	if n := len(w); n > 3 && w[n-1] == w[n-2] {
		w = w[:n-1]
	}
	return w
}

// irregularStems are the forms no ending tells, with the stem of their verb or noun.
var irregularStems = newWordTable(map[string]string{
	"built": "build", "sold": "sel", "drove": "driv", "driven": "driv", "taught": "teach", "made": "mak", "wrote": "writ", "written": "writ",
	"ran": "run", "grew": "grow", "kept": "keep", "bought": "buy", "gave": "giv", "took": "tak", "caught": "catch", "fought": "fight",
	"flew": "fly", "drew": "draw", "led": "lead", "cut": "cut", "cutting": "cut", "sewn": "sew", "teeth": "tooth", "children": "child", "kids": "kid",
	"lying": "lie", "does": "do", "did": "do", "done": "do", "has": "hav", "had": "hav", "using": "use", "dyeing": "dye",
})
