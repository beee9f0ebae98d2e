package scoring

import (
	"strings"
	"sync/atomic"

	"github.com/viceconsul/viceconsul/interview/transcript/measure"
)

// A lexeme is a word with all that the tables know of it by itself. It is looked up once
// for each word of an answer, and every reader of the answer uses that.
type lexeme struct {
	number  int      // in wordNumbers; 0 for a word that nothing speaks of
	term    term     // alone
	phrases []phrase // the terms that begin with it, longest first
	joined  bool     // an apostrophe joins it from two
	past    bool     // it reads as a verb in the past
	stem    string   // as taxonomies know it
	base    string   // as cues of states know it
	labels  uint16   // the taxonomies of which a label may begin with it
}

// lexemesMet are the numbered words that were met, by their number. It is no longer than
// the tables are; words beside them, which are mostly names, are not kept.
var lexemesMet []atomic.Pointer[lexeme]

// taxonomies are all of them, each with a bit in lexeme.labels.
var taxonomies = [...]*taxonomy{&jobs, &specialties, &studies, &levels, &positions, &purposes, &preparers, &housings, &bookings, &sevisStates, &exchanges, &wageLevels, &industries, &sciences}

func init() {
	for w := range lexicon.known {
		numberOf(w)
	}
	for i, t := range taxonomies {
		t.bit = 1 << i
	}
	lexemesMet = make([]atomic.Pointer[lexeme], len(wordNumbers)+1)
}

// lexemesOf looks up words.
func lexemesOf(words []measure.Word) []*lexeme {
	out := make([]*lexeme, len(words))
	for i := range words {
		out[i] = lexemeOf(words[i].Text)
	}
	return out
}

func lexemeOf(w string) *lexeme {
	n := wordNumbers[w]
	if n == 0 || n >= len(lexemesMet) {
		return newLexeme(w, n)
	}
	if l := lexemesMet[n].Load(); l != nil {
		return l
	}
	l := newLexeme(strings.Clone(w), n) // an answer's text is not to be kept with it
	lexemesMet[n].Store(l)
	return l
}

func newLexeme(w string, n int) *lexeme {
	k := lexicon.known[w]
	l := &lexeme{number: n, term: k.term, phrases: k.phrases, joined: strings.IndexByte(w, '\'') > 0, past: pastForm(w), stem: stemOf(w), base: baseOf(w)}
	if !k.word {
		l.term = lexicon.derived(w)
	}
	l.term.n = 1
	for _, t := range taxonomies {
		if t.begins(w, l.stem) {
			l.labels |= t.bit
		}
	}
	return l
}
