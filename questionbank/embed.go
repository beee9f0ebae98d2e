package questionbank

import (
	"math"
	"strings"
	"sync"
	"unicode"

	"github.com/kljensen/snowball/english"
)

// Dimensions is the width of Embed's vectors: the first half are the concepts of
// the vocabulary, one each, the second half words and their parts, hashed.
const Dimensions = 256

const hashed = Dimensions / 2

// EmbedVersion names the present way Embed works; vectors stored under another
// name are made again.
const EmbedVersion = "local-1"

// What each feature of a word weighs (source: tried on the labelled phrases of the
// tests).
const (
	stemWeight    = 1.0
	trigramWeight = 0.5 // all trigrams of a word together
	conceptWeight = 1.3 // all concepts of a word together
	pairWeight    = 1.6 // of two words in a row that the vocabulary knows
	kindWeight    = 0.7 // of a concept that says what kind of question it is
	commonWeight  = 0.2 // of a word that every line has, against 1
)

// Embed places a text among others: vectors of length 1 whose product is the
// likeness of two texts, from -1 to 1; all zeros for a text without words. The
// same text always gives the same vector, on any machine.
//
// It counts words, their stems, their groups of three letters and the concepts of
// a small vocabulary of the field. So it tells apart what is said in different
// words of that vocabulary ("Who covers the cost?" is near "Who is paying?"), and
// bears misspellings. It knows spelling, not meaning: it does not see word order,
// negation, who does what to whom, or that two words it never met mean the same.
// Unlike texts that share a common word can look alike. It is good enough to find
// the topic of an officer's line, not to decide whether two answers agree.
func Embed(text string) []float32 {
	vector := make([]float32, Dimensions)
	embedInto(vector, text, nil)
	return vector
}

// embedInto is Embed into a vector of zeros, with the stems of some words that were
// looked for before.
func embedInto(vector []float32, text string, stems map[string]string) {
	vocabulary := compiled()
	before := ""
	for _, word := range wordsOf(text) {
		stem, common := vocabulary.common[word]
		weight := float32(commonWeight)
		if !common {
			stem, weight = stemOf(word, stems), 1
		}
		addHashed(vector, stem, weight*stemWeight)
		addTrigrams(vector, word, weight*trigramWeight)
		addConcepts(vector, vocabulary.concepts[stem], conceptWeight)
		if before != "" {
			addConcepts(vector, vocabulary.concepts[before+"_"+stem], pairWeight)
		}
		before = stem
	}
	normalise(vector)
}

// stemOf is the stem of a word, among those looked for before or by the rules.
func stemOf(word string, stems map[string]string) string {
	if stem, ok := stems[word]; ok {
		return stem
	}
	return english.Stem(word, false)
}

// wordsOf cuts a text into words of lower-case letters and digits; an apostrophe
// joins, every other mark divides.
func wordsOf(text string) []string {
	text = strings.Map(func(c rune) rune {
		if c == '\'' || c == '’' {
			return -1
		}
		return unicode.ToLower(c)
	}, text)
	return strings.FieldsFunc(text, func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsDigit(c) })
}

// addHashed adds a feature at the place and with the sign its hash says.
func addHashed[T string | []byte](vector []float32, feature T, weight float32) {
	h := uint32(2166136261) // FNV-1a
	for i := range len(feature) {
		h = (h ^ uint32(feature[i])) * 16777619
	}
	if h>>31 == 1 {
		weight = -weight
	}
	vector[hashed+int(h%(Dimensions-hashed))] += weight
}

func addTrigrams(vector []float32, word string, weight float32) {
	var room [32]byte
	marked := append(append(append(room[:0], '^'), word...), '$')
	n := len(marked) - 2
	weight /= float32(math.Sqrt(float64(n)))
	for i := range n {
		addHashed(vector, marked[i:i+3], weight)
	}
}

func addConcepts(vector []float32, concepts []concept, weight float32) {
	weight /= float32(math.Sqrt(float64(len(concepts))))
	for _, c := range concepts {
		vector[c.at] += float32(weight * c.weight) // rounded here, or another machine may add otherwise
	}
}

func normalise(vector []float32) {
	sum := 0.0
	for _, x := range vector {
		sum += float64(float64(x) * float64(x))
	}
	if sum == 0 {
		return
	}
	scale := float32(1 / math.Sqrt(sum))
	for i := range vector {
		vector[i] *= scale
	}
}

// A concept is a direction of its own and how much a word points that way.
type concept struct {
	at     int
	weight float32
}

type vocabulary struct {
	concepts map[string][]concept // by stem, or by two stems joined by "_"
	common   map[string]string    // the stems of the words that every line has
}

// compiled is the vocabulary by stems, made for the first Embed.
var compiled = sync.OnceValue(func() vocabulary {
	v := vocabulary{map[string][]concept{}, map[string]string{}}
	for at, line := range concepts {
		weight := float32(1)
		line, kind := strings.CutPrefix(line, "+")
		if kind {
			weight = kindWeight
		}
		for word := range strings.FieldsSeq(line) {
			v.add(word, concept{at, weight})
		}
	}
	for word := range strings.FieldsSeq(commonWords) {
		v.common[word] = english.Stem(word, false)
	}
	return v
})

func (v vocabulary) add(word string, c concept) {
	parts := strings.Split(word, "_")
	for i := range parts {
		parts[i] = english.Stem(parts[i], false)
	}
	key := strings.Join(parts, "_")
	for _, known := range v.concepts[key] {
		if known.at == c.at {
			return
		}
	}
	v.concepts[key] = append(v.concepts[key], c)
}
