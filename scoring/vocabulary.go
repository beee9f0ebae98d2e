package scoring

import (
	"strings"

	"github.com/viceconsul/viceconsul/interview/transcript/measure"
)

// A vocabulary says what words tell, as a set of bits: single words, and phrases by
// their first word.
type vocabulary[T ~uint64] struct {
	words   map[string]T
	phrases map[string][]idiom[T]
	tails   map[string]T // by what follows an apostrophe: "I'll", "don't"
}

// An idiom is a phrase after its first word.
type idiom[T ~uint64] struct {
	rest []string
	says T
}

// newVocabulary reads lists of terms apart by commas; a term of several words is a
// phrase, and "work~" stands for work, works, worked, working.
func newVocabulary[T ~uint64](lists map[T]string, tails map[string]T) vocabulary[T] {
	v := vocabulary[T]{words: map[string]T{}, phrases: map[string][]idiom[T]{}, tails: tails}
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
	if len(words) == 1 {
		v.words[words[0].Text] |= t
		return
	}
	var rest []string
	for _, w := range words[1:] {
		rest = append(rest, w.Text)
	}
	v.phrases[words[0].Text] = append(v.phrases[words[0].Text], idiom[T]{rest, t})
}

// traits gives every word what it tells: by itself and in the phrases it stands in.
func (v vocabulary[T]) traits(words []measure.Word) []T {
	out := make([]T, len(words))
	for i, w := range words {
		out[i] |= v.word(w.Text)
		for _, p := range v.phrases[w.Text] {
			if starts(words[i+1:], p.rest) {
				for j := range len(p.rest) + 1 {
					out[i+j] |= p.says
				}
			}
		}
	}
	return out
}

// word looks up one word; what an apostrophe joins counts as its first part.
func (v vocabulary[T]) word(w string) T {
	if t, ok := v.words[w]; ok {
		return t
	}
	if head, tail, ok := strings.Cut(w, "'"); ok {
		return v.words[head] | v.tails[tail]
	}
	return 0
}
