package scoring

import (
	"slices"
	"strings"
	"sync"

	"github.com/viceconsul/viceconsul/interview/transcript/measure"
)

// A spoken is an officer's line read word by word. It is never changed.
type spoken struct {
	text    string
	bids    string // its last sentence that asks or bids
	words   []measure.Word
	lexemes []*lexeme
	texts   []string
	terms   []term
	traits  []trait
	matters []matter

	signs    wordSigns
	measured lineSet // of its words, those that ask for a measured value
	past     []telling
	about    events

	once   sync.Once
	shaped shape // read when first asked for
}

// lines keeps what was read of the bank's own wordings, which come again in every
// interview: it holds no more than the bank has.
var lines sync.Map // text -> *spoken

// readText reads an officer's line; a wording of the bank only once.
func readText(text string, ofBank bool) *spoken {
	if was, ok := lines.Load(text); ok {
		return was.(*spoken)
	}
	words := lineWordsOf(text)
	known := lexemesOf(words)
	s := &spoken{text: text, bids: lastQuestion(text), words: words, lexemes: known, texts: texts(words), terms: termsBy(words, known), traits: manner.traitsBy(words, known), matters: matters.traitsBy(words, known)}
	s.signs.each = make([]uint16, 0, len(words))
	s.past = pastWords.traitsBy(words, known)
	for i, w := range words {
		if w.Text == "how's" {
			s.texts[i] = "how"
		}
		if w.Text == "us" && (text[w.Start] == 'U' || i > 0 && words[i-1].Text == "the") {
			s.terms[i] = term{marks: mUS, n: 1}
		}
	}
	for _, w := range s.texts {
		s.signs.add(w)
	}
	s.measured = lineWords(s.texts, s.terms)
	s.about = eventsOf(words, s.terms, s.past)
	if ofBank {
		lines.Store(text, s)
	}
	return s
}

// lineWordsOf are the words of an officer's line, those that are run together apart: "How
// old's he?", "When'd you go?"
func lineWordsOf(text string) []measure.Word {
	words := measure.Words(text)
	for i := len(words) - 1; i >= 0; i-- {
		w := words[i]
		first, ending, joined := strings.Cut(w.Text, "'")
		if !joined {
			continue
		}
		verb := runOn[ending]
		if verb == "" || !askingWords[first] || ending == "s" && whWords[w.Text] {
			continue
		}
		words[i].Text, words[i].End = first, w.Start+len(first)
		next := w
		next.Text, next.Start, next.Breaks = verb, words[i].End, false
		words = slices.Insert(words, i+1, next)
	}
	return words
}

// runOn are the verbs that are run on to a word that asks, askingWords those words.
var (
	runOn       = map[string]string{"s": "is", "d": "did", "re": "are"}
	askingWords = set("what who where when why how old long much many far big large soon")
)

// lineTerms are the words and terms of a text read as a line; of one of the bank's wordings
// the words are known.
func lineTerms(text string) ([]measure.Word, []term) {
	if was, ok := lines.Load(text); ok {
		s := was.(*spoken)
		return s.words, termsBy(s.words, s.lexemes)
	}
	words := lineWordsOf(text)
	return words, termsOf(words)
}
