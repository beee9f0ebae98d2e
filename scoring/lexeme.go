package scoring

import (
	"strings"
	"sync"
	"sync/atomic"

	"github.com/viceconsul/viceconsul/interview/transcript/measure"
)

// A lexeme is a word with all that the tables know of it by itself. It is looked up once
// for each word of an answer, and every reader of the answer uses that.
type lexeme struct {
	number  int                     // in wordNumbers; 0 for a word that nothing speaks of
	says    [vocabularyCount]uint64 // what each vocabulary tells of it by itself
	told    uint8                   // the vocabularies it begins a phrase of, and those not read yet
	joined  bool                    // an apostrophe joins it from two
	past    bool                    // it reads as a verb in the past
	labels  uint16                  // the taxonomies of which a label may begin with it
	is      wordClasses
	term    term     // alone
	phrases []phrase // the terms that begin with it, longest first
	stands  party    // for whom it stands in
	stem    string   // as taxonomies know it
	base    string   // as cues of states know it
}

// wordClasses are the sets of words, of those looked for in most answers, that a word is
// in.
type wordClasses uint64

const (
	isHelping wordClasses = 1 << iota
	isPraise
	isAscribing
	isAddress
	isJudging
	isAbuse
	isSlur
	isAdverb
	isTaking
	isDrawing
	isSeeing
	isGiving
	isFlowing
	isKeeping
	isToil
	isChore
	isBusiness
	isSelf
	isForeign
	isStates
	isChildren
	isPeoples
	isUnwed
	isTravel
	isUnsettling
	isEarning
	isSeeking
	isUnfunded
	isReal
	isLearnt
	isBribe
	isNaming
	isCharge  // by its stem
	isImplied // of the first of impliedFacts; those of the others follow
)

// wordSets are the words of each class.
var wordSets = map[wordClasses]map[string]bool{
	isHelping: helping, isPraise: praise, isAscribing: ascribing, isAddress: address, isJudging: judging, isAbuse: classes["abuse"], isSlur: slurs,
	isAdverb: adverbs, isTaking: taking, isDrawing: drawing, isSeeing: seeing, isGiving: gives, isFlowing: flows, isKeeping: keeping,
	isToil: toil, isChore: chores, isBusiness: smallBusiness, isSelf: self, isForeign: foreignOnly,
	isStates: theStates, isChildren: childrenWords, isPeoples: peoples,
}

// soughtSets are the words of the classes without one of which a rule is not tried. That
// a word is in them tells nothing of it.
var soughtSets = map[wordClasses]map[string]bool{
	isUnwed: unwedWords, isTravel: travelWords, isUnsettling: unsettles,
	isEarning: earningWords, isSeeking: seekingWords, isUnfunded: unfundedWords, isReal: realWords, isLearnt: learntWords, isBribe: bribeWords, isNaming: namingWords,
}

// lastMeant is the number of the last word that a table tells something of: those behind it
// are only sought.
var lastMeant int

// numbers are wordNumbers when every word of the tables has its number; nil before.
var numbers *wordTable[int32]

// lexemesMet are the numbered words that were met, by their number. It is no longer than
// the tables are; words beside them, which are mostly names, are not kept.
var lexemesMet []atomic.Pointer[lexeme]

// taxonomies are all of them, each with a bit in lexeme.labels.
var taxonomies = [...]*taxonomy{&jobs, &specialties, &studies, &levels, &positions, &purposes, &preparers, &housings, &bookings, &sevisStates, &exchanges, &wageLevels, &industries, &sciences}

func init() {
	for w := range lexicon.known {
		numberOf(w)
	}
	for _, words := range wordSets {
		for w := range words {
			numberOf(w)
		}
	}
	for i, t := range taxonomies {
		t.bit = 1 << i
	}
	for w := range standIns {
		numberOf(w)
	}
	lastMeant = len(wordNumbers)
	for i := range impliedFacts {
		r := &impliedFacts[i]
		r.is = isImplied << i
		soughtSets[r.is] = r.said
	}
	for _, words := range soughtSets {
		for w := range words {
			numberOf(w)
		}
	}
	all := make(map[string]int32, len(wordNumbers))
	for w, n := range wordNumbers {
		all[w] = int32(n)
	}
	numbers = newWordTable(all)
	lexemesMet = make([]atomic.Pointer[lexeme], len(wordNumbers)+1)
}

// lexemesOf looks up words.
func lexemesOf(words []measure.Word) []*lexeme {
	return appendLexemes(make([]*lexeme, 0, len(words)), words)
}

// appendLexemes looks up words into given room.
func appendLexemes(out []*lexeme, words []measure.Word) []*lexeme {
	for i := range words {
		out = append(out, lexemeOf(words[i].Text))
	}
	return out
}

func lexemeOf(w string) *lexeme {
	if numbers == nil {
		return newLexeme(w, wordNumbers[w])
	}
	n := int(numbers.at(w))
	if n == 0 {
		return newLexeme(w, 0)
	}
	if l := lexemesMet[n].Load(); l != nil {
		return l
	}
	l := newLexeme(strings.Clone(w), n) // an answer's text is not to be kept with it
	lexemesMet[n].Store(l)
	return l
}

func newLexeme(w string, n int) *lexeme {
	l := &lexeme{number: n, joined: strings.IndexByte(w, '\'') > 0, past: pastForm(w), stem: stemOf(w), base: baseOf(w)}
	l.labels = labelsFrom(w, l.stem)
	if !ascii(w) {
		l.is |= isForeign
	}
	if chargeWords[l.stem] {
		l.labels, l.is = ^uint16(0), l.is|isCharge
	}
	var k known
	if n > 0 || numbers == nil { // no table has other words
		k, l.stands = lexicon.known[w], standIns[w]
		l.readVocabularies()
		for _, sets := range []map[wordClasses]map[string]bool{wordSets, soughtSets} {
			for is, words := range sets {
				if words[w] {
					l.is |= is
				}
			}
		}
	}
	if l.term, l.phrases = k.term, k.phrases; !k.word {
		l.term = lexicon.derived(w)
	}
	l.term.n = 1
	return l
}

// meant reports whether a table tells something of a word.
func (l *lexeme) meant() bool { return l.number > 0 && l.number <= lastMeant }

// labelsFrom are the taxonomies of which a label may begin with a word of a stem.
func labelsFrom(w, stem string) uint16 {
	begun := labelHeads()
	return begun.words.at(w) | begun.words.at(singular(w)) | begun.stems.at(stem)
}

// labelHeads are the taxonomies of which a name or a place begins with a word, and those
// of which an act does with a stem, read when first asked for.
var labelHeads = sync.OnceValue(func() (all struct{ words, stems *wordTable[uint16] }) {
	words, stems := map[string]uint16{}, map[string]uint16{}
	for _, t := range taxonomies {
		for w := range t.names {
			words[w] |= t.bit
		}
		for w := range t.places {
			words[w] |= t.bit
		}
		for stem := range t.acts {
			stems[stem] |= t.bit
		}
	}
	all.words, all.stems = newWordTable(words), newWordTable(stems)
	return all
})
