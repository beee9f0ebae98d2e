package web

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/language"
)

// pseudoTag is what CLDR calls accented English.
var pseudoTag = language.MustParse("en-XA")

// accents give a letter another shape that still reads as the same.
var accents = strings.NewReplacer(
	"a", "á", "b", "ƀ", "c", "ç", "d", "ð", "e", "é", "f", "ƒ", "g", "ĝ", "h", "ĥ", "i", "î", "j", "ĵ", "k", "ķ", "l", "ļ", "m", "ɱ",
	"n", "ñ", "o", "ö", "p", "þ", "q", "ǫ", "r", "ŕ", "s", "š", "t", "ţ", "u", "û", "v", "ṽ", "w", "ŵ", "x", "ẋ", "y", "ý", "z", "ž",
	"A", "Å", "B", "Ɓ", "C", "Ç", "D", "Ð", "E", "É", "F", "Ƒ", "G", "Ĝ", "H", "Ĥ", "I", "Î", "J", "Ĵ", "K", "Ķ", "L", "Ļ", "M", "Ṁ",
	"N", "Ñ", "O", "Ö", "P", "Þ", "Q", "Ǫ", "R", "Ŕ", "S", "Š", "T", "Ţ", "U", "Û", "V", "Ṽ", "W", "Ŵ", "X", "Ẋ", "Y", "Ý", "Z", "Ž",
)

// pseudo is English, accented and longer, for whoever writes pages or translates them:
// a sentence without accents is in no catalogue, and a line that does not fit will not
// fit in some language either. No list offers it; it is chosen by its tag.
func pseudo(english *catalogue) *catalogue {
	c := &catalogue{
		Tag: pseudoTag, Name: "Þšéûðö", Direction: english.Direction, Read: true,
		texts: map[string]phrase{}, sections: english.sections,
	}
	for _, month := range english.months {
		c.months = append(c.months, accents.Replace(month))
	}
	for key, t := range english.texts {
		said := phrase{}
		for form, pieces := range t {
			said[form] = stretched(pieces)
		}
		c.texts[key] = said
	}
	return c
}

// fillers lengthen a text by words, so that it breaks into lines as another would.
var fillers = strings.Fields("öñé ţŵö ţĥŕéé ƒöûŕ ƒîṽé šîẋ šéṽéñ éîĝĥţ ñîñé ţéñ")

// stretched is a text accented and about two fifths longer, a short one twice as long
// (our judgement, after what short English texts become in other languages).
func stretched(pieces []piece) []piece {
	letters := 0
	longer := []piece{{words: "["}}
	for _, p := range pieces {
		letters += utf8.RuneCountInString(p.words)
		longer = append(longer, piece{words: accents.Replace(p.words), value: p.value})
	}
	want := letters * 2 / 5
	if letters < 12 {
		want = letters
	}
	var b strings.Builder
	for i := 0; utf8.RuneCountInString(b.String()) < want; i++ {
		b.WriteString(" " + fillers[i%len(fillers)])
	}
	return append(longer, piece{words: b.String() + "]"})
}
