package questionbank

import (
	"math"
	"slices"
	"strings"
	"sync"

	"github.com/kljensen/snowball/english"
)

// What each kind of likeness counts for Related (source: tried on the open part of
// testdata/retrieval.jsonl and on testdata/phrases.txt).
const (
	aboutWeight  = 0.4 // of what the question's topic is about, against its wordings
	rareWeight   = 0.3 // of words that few questions have
	classWeight  = 0.5 // of the words that a class of words stands for, against those said
	commonMalus  = 0.2 // of a topic that every category has, against one of its own
	ownTextTimes = 1.0 // of a rare word in the question itself
	aboutTimes   = 0.4 // of one in what its topic is about
)

// mostRelated is the most that all kinds together come to.
const mostRelated = 1 + aboutWeight + rareWeight

// A context is what can be compared of a question beside its wordings.
type context struct {
	about []float32          // of follow-ups, red flags and what the topic tests
	stems map[string]float32 // how much each stem stands for the question
}

// Related finds the n open questions that a person would likely ask next after an
// applicant's words: a fact he volunteered, or a vague phrase. Where Nearest compares
// only with the ways a question is asked, this reads also what its topic tests, its
// follow-ups and red flags, gives rare words their due, and knows classes of words ("my
// cousin" is a relative).
//
// It works in memory for every store: the vectors alone, as pgvector has them, cannot say
// how rare a word is.
func (b *Bank) Related(text string, f Filter, n int) []Match {
	b.once.Do(b.makeIndex)
	b.relatedOnce.Do(b.makeContexts)
	meant := meantBy(text)
	query := embedMeant(text, meant)
	words := stemsOf(text + " " + meant)
	var matches []Match
	s := b.index.shelf(f.Category)
	sums := s.likenesses(query, nil)
	for _, e := range s.entries {
		if q := e.question; f.admitsTopic(q.Topic) && f.admits(q) {
			matches = append(matches, Match{q, (e.likeness(sums) + b.related(query, words, q)) / mostRelated})
		}
	}
	slices.SortFunc(matches, nearer)
	return matches[:max(0, min(n, len(matches)))]
}

// related is what counts beside the wordings.
func (b *Bank) related(query []float32, words []string, q *Question) float64 {
	c := b.contexts[q]
	sum := float32(0)
	for at, by := range query {
		sum += float32(by * c.about[at])
	}
	rare, all := float32(0), float32(0)
	for _, stem := range words {
		weight := b.rarity[stem]
		rare += float32(weight * c.stems[stem])
		all += weight
	}
	likeness := aboutWeight * float64(sum)
	if all > 0 {
		likeness += rareWeight * float64(rare/all)
	}
	if strings.HasPrefix(q.Topic.ID, "com.") {
		likeness -= commonMalus
	}
	return likeness
}

// makeContexts reads what the questions are about, and how rare each stem is among them.
func (b *Bank) makeContexts() {
	b.contexts, b.rarity = map[*Question]context{}, map[string]float32{}
	all := b.Pick(Filter{Off: true})
	for _, q := range all {
		own := strings.Join(append(q.Wordings(), q.Simpler, q.Then), " ")
		about := aboutOf(q.Topic) + " " + q.Then
		c := context{about: Embed(about), stems: map[string]float32{}}
		for _, stem := range stemsOf(about) {
			c.stems[stem] = aboutTimes
		}
		for _, stem := range stemsOf(own + " " + meantBy(own) + " " + strings.Join(q.Fields, " ")) {
			c.stems[stem] = ownTextTimes
		}
		for stem := range c.stems {
			b.rarity[stem]++
		}
		b.contexts[q] = c
	}
	for stem, n := range b.rarity {
		b.rarity[stem] = float32(math.Log(float64(len(all)) / float64(n)))
	}
}

func aboutOf(t *Topic) string {
	return strings.Join(append([]string{t.Title, t.Tests, t.Strong, t.FollowUp[Vague], t.FollowUp[Risky]}, t.RedFlags...), " ")
}

// stemsOf are the stems of a text that say something, each once.
func stemsOf(text string) []string {
	var all []string
	for _, word := range wordsOf(text) {
		if _, common := compiled().common[word]; common {
			continue
		}
		if stem := english.Stem(word, false); !slices.Contains(all, stem) {
			all = append(all, stem)
		}
	}
	return all
}

// embedMeant embeds a text together with what its words stand for.
func embedMeant(text, meant string) []float32 {
	vector := Embed(text)
	for at, x := range Embed(meant) {
		vector[at] += float32(classWeight * x)
	}
	normalise(vector)
	return vector
}

// meantBy are the words that the classes of a text's words stand for.
func meantBy(text string) string {
	var meant []string
	for _, word := range wordsOf(text) {
		for _, class := range classOf()[english.Stem(word, false)] {
			if !slices.Contains(meant, class) {
				meant = append(meant, class)
			}
		}
	}
	return strings.Join(meant, " ")
}

// classOf are the classes by the stems of their words.
var classOf = sync.OnceValue(func() map[string][]string {
	all := map[string][]string{}
	for _, c := range classes {
		for word := range strings.FieldsSeq(c.words) {
			stem := english.Stem(word, false)
			all[stem] = append(all[stem], c.means)
		}
	}
	return all
})
