package questionbank

import (
	"cmp"
	"slices"
	"strings"
	"sync"

	"github.com/kljensen/snowball/english"

	"github.com/viceconsul/viceconsul/interview/transcript"
)

// An index holds the vectors of every wording, by the category they belong to; all of
// them under "".
type index map[transcript.Category]*shelf

// A shelf holds the questions of a category and the vectors of their wordings. A vector
// has about fifty parts that are not zero, and so has that of a line: kept by part, only
// what both have is looked at.
type shelf struct {
	entries  []entry
	wordings int
	by       [Dimensions][]component
}

// An entry is a question with its wordings' numbers on the shelf.
type entry struct {
	question *Question
	from, to int
}

// A component is what one wording has of one dimension.
type component struct {
	wording int32
	by      float32
}

// Nearest finds the n open questions most like a text, the likest first and equal
// ones by ID: n of them whenever as many are open. A question is as like as its
// likest wording, by Embed. The first call embeds the whole bank.
func (b *Bank) Nearest(text string, f Filter, n int) []Match {
	b.once.Do(b.makeIndex)
	s := b.index.shelf(f.Category)
	matches := make([]Match, 0, max(min(n, len(s.entries)), 0))
	var query [Dimensions]float32
	embedInto(query[:], text, b.stems)
	room := sumsRoom.Get().(*[]float32)
	defer sumsRoom.Put(room)
	sums := s.likenesses(query[:], (*room)[:0])
	*room = sums
	for _, e := range s.entries {
		m := Match{e.question, e.likeness(sums)}
		full := len(matches) >= n
		if full && n > 0 && m.Likeness < matches[n-1].Likeness {
			continue
		}
		if full && (n <= 0 || nearer(m, matches[n-1]) > 0) || !f.admitsTopic(e.question.Topic) || !f.admits(e.question) {
			continue
		}
		if !full {
			matches = append(matches, m)
		}
		at := len(matches) - 1
		for ; at > 0 && nearer(m, matches[at-1]) < 0; at-- {
			matches[at] = matches[at-1]
		}
		matches[at] = m
	}
	return matches
}

// nearer orders matches: the likest first, equal ones by ID.
func nearer(a, b Match) int {
	if a.Likeness != b.Likeness {
		return cmp.Compare(b.Likeness, a.Likeness)
	}
	return strings.Compare(a.Question.ID, b.Question.ID)
}

// makeIndex embeds the bank and puts its questions on the shelf of every category
// they belong to, and all on the shelf "".
func (b *Bank) makeIndex() {
	b.index, b.stems = index{"": {}}, map[string]string{}
	for _, q := range b.Pick(Filter{Off: true}) {
		var vectors [][]float32
		for _, wording := range q.Wordings() {
			b.learn(wording)
			vector := make([]float32, Dimensions)
			embedInto(vector, wording, b.stems)
			vectors = append(vectors, vector)
		}
		b.index[""].add(q, vectors)
		for _, c := range q.Topic.AppliesTo {
			if !q.For(c) {
				continue
			}
			if b.index[c] == nil {
				b.index[c] = &shelf{}
			}
			b.index[c].add(q, vectors)
		}
	}
}

// learn keeps the stems of a wording's words, which officers mostly use too.
func (b *Bank) learn(wording string) {
	for _, word := range wordsOf(wording) {
		if _, known := b.stems[word]; !known {
			b.stems[strings.Clone(word)] = english.Stem(word, false)
		}
	}
}

// shelf is that of a category; an empty one when no question is for it.
func (x index) shelf(c transcript.Category) *shelf {
	if s := x[c]; s != nil {
		return s
	}
	return &shelf{}
}

func (s *shelf) add(q *Question, vectors [][]float32) {
	from := s.wordings
	for _, vector := range vectors {
		for at, by := range vector {
			if by != 0 {
				s.by[at] = append(s.by[at], component{int32(s.wordings), by})
			}
		}
		s.wordings++
	}
	s.entries = append(s.entries, entry{q, from, s.wordings})
}

// sumsRoom is room for the likenesses of a shelf, used again: they are the largest of
// what a line needs.
var sumsRoom = sync.Pool{New: func() any { return new([]float32) }}

// likenesses are those of every wording on the shelf to a vector, in the given room.
func (s *shelf) likenesses(query, room []float32) []float32 {
	sums := slices.Grow(room, s.wordings)[:s.wordings]
	clear(sums)
	for at, by := range query {
		if by == 0 {
			continue
		}
		for _, p := range s.by[at] {
			sums[p.wording] += float32(by * p.by)
		}
	}
	return sums
}

// likeness is that of the question's likest wording.
func (e entry) likeness(sums []float32) float64 {
	best := sums[e.from]
	for _, sum := range sums[e.from+1 : e.to] {
		if sum > best {
			best = sum
		}
	}
	return float64(best)
}
