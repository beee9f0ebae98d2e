package questionbank

import (
	"cmp"
	"slices"
	"strings"

	"github.com/viceconsul/viceconsul/interview/transcript"
)

// An index holds the vectors of every wording, question after question.
type index struct {
	vectors []float32 // Dimensions each
	shelves map[transcript.Category][]entry
}

// An entry is a question with its wordings' places among the vectors.
type entry struct {
	question *Question
	from, to int // vectors[from:to]
}

// Nearest finds the n open questions most like a text, the likest first and equal
// ones by ID: n of them whenever as many are open. A question is as like as its
// likest wording, by Embed. The first call embeds the whole bank.
func (b *Bank) Nearest(text string, f Filter, n int) []Match {
	b.once.Do(b.makeIndex)
	query := sparse(Embed(text))
	matches := make([]Match, 0, max(min(n, len(b.index.shelves[f.Category])), 0))
	for _, e := range b.index.shelves[f.Category] {
		if !f.admitsTopic(e.question.Topic) || !f.admits(e.question) {
			continue
		}
		m := Match{e.question, b.index.likeness(query, e)}
		if len(matches) >= n {
			if n <= 0 || nearer(m, matches[n-1]) > 0 {
				continue
			}
			matches = matches[:n-1]
		}
		at, _ := slices.BinarySearchFunc(matches, m, nearer)
		matches = slices.Insert(matches, at, m)
	}
	return matches
}

// nearer orders matches: the likest first, equal ones by ID.
func nearer(a, b Match) int {
	return cmp.Or(cmp.Compare(b.Likeness, a.Likeness), strings.Compare(a.Question.ID, b.Question.ID))
}

// makeIndex embeds the bank and puts its questions on the shelf of every category
// they belong to, and all on the shelf "".
func (b *Bank) makeIndex() {
	b.index = &index{shelves: map[transcript.Category][]entry{}}
	for _, q := range b.Pick(Filter{Off: true}) {
		e := entry{question: q, from: len(b.index.vectors)}
		for _, wording := range q.Wordings() {
			b.index.vectors = append(b.index.vectors, Embed(wording)...)
		}
		e.to = len(b.index.vectors)
		b.index.shelves[""] = append(b.index.shelves[""], e)
		for _, c := range q.Topic.AppliesTo {
			if q.For(c) {
				b.index.shelves[c] = append(b.index.shelves[c], e)
			}
		}
	}
}

// A weight is one part of a vector that is not zero.
type weight struct {
	at int
	by float32
}

// sparse lists the parts of a vector that are not zero: a line has about fifty of
// the 256, and only they count in a product.
func sparse(vector []float32) []weight {
	weights := make([]weight, 0, len(vector))
	for at, by := range vector {
		if by != 0 {
			weights = append(weights, weight{at, by})
		}
	}
	return weights
}

// likeness is that of the question's likest wording.
func (x *index) likeness(query []weight, e entry) float64 {
	best := float32(-1)
	for from := e.from; from < e.to; from += Dimensions {
		row := (*[Dimensions]float32)(x.vectors[from:])
		sum := float32(0)
		for _, w := range query {
			sum += float32(w.by * row[w.at&(Dimensions-1)])
		}
		best = max(best, sum)
	}
	return float64(best)
}
