package questionbank

import (
	"slices"
)

// Pick lists the questions the filter leaves open, in bank order. Whether the
// profile allows one is for Question.Open to say.
func (b *Bank) Pick(f Filter) []*Question {
	var open []*Question
	for i := range b.Groups {
		for j := range b.Groups[i].Topics {
			t := &b.Groups[i].Topics[j]
			if !f.admitsTopic(t) {
				continue
			}
			for k := range t.Questions {
				if q := &t.Questions[k]; f.admits(q) && (f.Category == "" || q.For(f.Category)) {
					open = append(open, q)
				}
			}
		}
	}
	return open
}

func (f Filter) admitsTopic(t *Topic) bool {
	return (f.Topic == "" || f.Topic == t.ID) && (f.Off || !t.Off)
}

// admits reports whether a question is open, its topic and category being admitted.
func (f Filter) admits(q *Question) bool {
	on := func(field string) bool { return slices.Contains(f.Fields, field) }
	return !q.Retired && !slices.Contains(f.Asked, q.ID) && (f.Fields == nil || slices.ContainsFunc(q.Fields, on))
}
