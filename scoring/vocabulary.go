package scoring

import (
	"slices"
	"strings"

	"github.com/viceconsul/viceconsul/interview/transcript/measure"
)

// wordNumbers are the numbers, from 1, of all words that vocabularies and constructions
// speak of: a word is looked up once, and is a number from then on.
var wordNumbers = make(map[string]int, 1<<13)

// numberOf is the number of a word, a new one if need be.
func numberOf(w string) int {
	n, ok := wordNumbers[w]
	if !ok {
		n = len(wordNumbers) + 1
		wordNumbers[w] = n
	}
	return n
}

// A vocabulary says what words tell, as a set of bits: by themselves, and in phrases,
// which stand with their first word.
type vocabulary[T ~uint64] struct {
	heads []headword[T] // by the number of the word
	at    int           // its place among the vocabularies
	tails map[string]T  // by what follows an apostrophe: "I'll", "don't"
}

// A headword is what a word tells by itself, and the phrases that begin with it.
type headword[T ~uint64] struct {
	says    T
	phrases []idiom[T]
}

// An idiom is a phrase after its first word. One that closes has nothing behind it that
// it could belong to: "for good", but not "for good chances".
type idiom[T ~uint64] struct {
	rest   []string
	says   T
	closes bool
}

// newVocabulary reads lists of terms apart by commas; a term of several words is a
// phrase, one with a full stop behind it closes, and "work~" stands for work, works,
// worked, working.
func newVocabulary[T ~uint64](lists map[T]string, tails map[string]T) vocabulary[T] {
	v := vocabulary[T]{tails: tails}
	for t, list := range lists {
		for term := range strings.SplitSeq(list, ",") {
			for _, form := range forms(strings.TrimSpace(term)) {
				words := wordsIn(form)
				v.add(numberOf(words[0]), words, t, strings.HasSuffix(form, "."))
			}
		}
	}
	v.at = len(vocabularies)
	vocabularies = append(vocabularies, func(n int) (says uint64, phrases bool) {
		h := v.head(n)
		if h == nil {
			return 0, false
		}
		return uint64(h.says), len(h.phrases) > 0
	})
	return v
}

// vocabularies tell, of each vocabulary, what it says of a word by its number, and whether
// it has phrases that begin with it. There are vocabularyCount of them.
var vocabularies []func(n int) (says uint64, phrases bool)

const vocabularyCount = 5

// readVocabularies notes what the vocabularies tell of a word, once all of them are read.
func (l *lexeme) readVocabularies() {
	if numbers == nil {
		l.told = ^uint8(0)
		return
	}
	for i, tell := range vocabularies {
		says, phrases := tell(l.number)
		if l.says[i] = says; phrases {
			l.told |= 1 << i
		}
	}
}

func forms(term string) []string {
	stem, ok := strings.CutSuffix(term, "~")
	if !ok {
		return []string{term}
	}
	if short, ok := strings.CutSuffix(stem, "e"); ok {
		return []string{stem, stem + "s", stem + "d", short + "ing"}
	}
	return []string{stem, stem + "s", stem + "ed", stem + "ing"}
}

// wordsIn are the words of a term, as those of an answer are cut.
func wordsIn(term string) []string {
	plain := func(r rune) bool { return r == ' ' || r == '-' }
	if strings.IndexFunc(term, func(r rune) bool { return !plain(r) && (r < 'a' || r > 'z') }) < 0 {
		return strings.FieldsFunc(term, plain)
	}
	return texts(measure.Words(strings.ReplaceAll(term, "-", " ")))
}

func (v *vocabulary[T]) add(n int, words []string, t T, closes bool) {
	if n >= len(v.heads) {
		v.heads = append(v.heads, make([]headword[T], n+1-len(v.heads))...)
	}
	h := &v.heads[n]
	if len(words) == 1 {
		h.says |= t
	} else {
		h.phrases = append(h.phrases, idiom[T]{words[1:], t, closes})
	}
}

// traits gives every word what it tells: by itself and in the phrases it stands in.
func (v *vocabulary[T]) traits(words []measure.Word) []T { return v.traitsBy(words, lexemesOf(words)) }

// traitsBy is traits for words that were looked up.
func (v *vocabulary[T]) traitsBy(words []measure.Word, known []*lexeme) []T {
	out := make([]T, len(words))
	for i, l := range known {
		if l.told&(1<<v.at) == 0 && !l.joined {
			out[i] |= T(l.says[v.at])
			continue
		}
		h := v.head(l.number)
		if l.joined && (h == nil || h.says == 0) {
			out[i] |= v.joined(words[i].Text)
		}
		if h == nil {
			continue
		}
		out[i] |= h.says
		if i+1 == len(words) {
			break
		}
		next := words[i+1].Text[0]
		for n := range h.phrases {
			p := &h.phrases[n]
			if p.rest[0][0] == next && starts(words[i+1:], p.rest) && (!p.closes || closesAt(words, i+1+len(p.rest))) {
				for j := range len(p.rest) + 1 {
					out[i+j] |= p.says
				}
			}
		}
	}
	return out
}

// speaksOf reports whether the vocabulary may tell something of one of the words.
func (v *vocabulary[T]) speaksOf(known []*lexeme) bool {
	return slices.ContainsFunc(known, func(l *lexeme) bool { return l.joined || l.says[v.at] != 0 || l.told&(1<<v.at) != 0 })
}

// closesAt reports whether nothing stands at word i that goes on with what is before it.
func closesAt(words []measure.Word, i int) bool {
	return i >= len(words) || words[i].Breaks || after[words[i].Text] || closed[words[i].Text] || lineLeads[words[i].Text] || words[i].Text == "because" || words[i].Text == "if"
}

// word is what one word tells by itself.
func (v *vocabulary[T]) word(w string) T {
	if h := v.head(wordNumbers[w]); h != nil && h.says != 0 {
		return h.says
	}
	return v.joined(w)
}

// head is a word of the vocabulary by its number, nil when it is none.
func (v *vocabulary[T]) head(n int) *headword[T] {
	if n == 0 || n >= len(v.heads) {
		return nil
	}
	return &v.heads[n]
}

// joined is what a word tells that an apostrophe joins: what its parts do, without the
// phrases that begin with the first.
func (v *vocabulary[T]) joined(w string) T {
	first, tail, ok := strings.Cut(w, "'")
	if !ok {
		return 0
	}
	says := v.tails[tail]
	if h := v.head(wordNumbers[first]); h != nil {
		says |= h.says
	}
	return says
}
