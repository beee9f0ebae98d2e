package scoring

import (
	"strings"

	"github.com/viceconsul/viceconsul/interview/transcript/measure"
)

// A vocabulary says what words tell, as a set of bits: by themselves, and in phrases,
// which stand with their first word.
type vocabulary[T ~uint64] struct {
	words map[string]headword[T]
	tails map[string]T // by what follows an apostrophe: "I'll", "don't"
}

// A headword is what a word tells by itself, and the phrases that begin with it.
type headword[T ~uint64] struct {
	says    T
	phrases []idiom[T]
}

// An idiom is a phrase after its first word.
type idiom[T ~uint64] struct {
	rest []string
	says T
}

// newVocabulary reads lists of terms apart by commas; a term of several words is a
// phrase, and "work~" stands for work, works, worked, working.
func newVocabulary[T ~uint64](lists map[T]string, tails map[string]T) vocabulary[T] {
	v := vocabulary[T]{words: map[string]headword[T]{}, tails: tails}
	for t, list := range lists {
		for term := range strings.SplitSeq(list, ",") {
			for _, form := range forms(strings.TrimSpace(term)) {
				v.add(measure.Words(strings.ReplaceAll(form, "-", " ")), t)
			}
		}
	}
	return v
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

func (v vocabulary[T]) add(words []measure.Word, t T) {
	h := v.words[words[0].Text]
	if len(words) == 1 {
		h.says |= t
	} else {
		h.phrases = append(h.phrases, idiom[T]{texts(words[1:]), t})
	}
	v.words[words[0].Text] = h
}

// traits gives every word what it tells: by itself and in the phrases it stands in.
func (v vocabulary[T]) traits(words []measure.Word) []T {
	out := make([]T, len(words))
	for i, w := range words {
		h := v.lookUp(w.Text)
		out[i] |= h.says
		for _, p := range h.phrases {
			if starts(words[i+1:], p.rest) {
				for j := range len(p.rest) + 1 {
					out[i+j] |= p.says
				}
			}
		}
	}
	return out
}

// word is what one word tells by itself.
func (v vocabulary[T]) word(w string) T { return v.lookUp(w).says }

// lookUp finds a word; what an apostrophe joins counts as its first part, without the
// phrases that begin with it.
func (v vocabulary[T]) lookUp(w string) headword[T] {
	h := v.words[w]
	if h.says == 0 {
		if head, tail, ok := strings.Cut(w, "'"); ok {
			h.says = v.words[head].says | v.tails[tail]
		}
	}
	return h
}
