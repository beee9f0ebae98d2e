package scoring

import (
	"strings"

	"github.com/viceconsul/viceconsul/interview/transcript"
)

// named judges the name of a body.
func (j *comparison) named(k Claim, f *fact) {
	switch {
	case f.none:
	case k.word == "same":
		j.add(k, transcript.Consistent, f)
	case k.word == "another":
		j.add(k, transcript.Contradiction, f)
	case (j.c.declaresElsewhere(k.word) || placed(k.word, f)) && !tellsApart(k.word, f):
	default:
		j.add(k, transcript.Contradiction, f)
	}
}

// tellsApart reports whether a name has a word such as "State" that the declared
// one does not have.
func tellsApart(name string, f *fact) bool {
	for w := range strings.FieldsSeq(name) {
		if tellers[w] && !f.has(w) {
			return true
		}
	}
	return false
}

// placed reports whether a name says only what the declared text says too: its city
// ("the Toledo hospital").
func placed(name string, f *fact) bool {
	for w := range strings.FieldsSeq(name) {
		if !heads[w] && !legal[w] && !generic[w] && !f.has(w) {
			return false
		}
	}
	return true
}

// listed judges how much of a declared list an answer names.
func (j *comparison) listed(k Claim, f *fact) {
	if int(k.low) >= len(f.items) {
		j.add(k, transcript.Consistent, f)
		return
	}
	j.add(k, transcript.Partial, f)
}

// declaresElsewhere reports whether every telling word of a name is declared as
// part of another name.
func (c *Case) declaresElsewhere(name string) bool {
	for w := range strings.FieldsSeq(name) {
		if !heads[w] && !legal[w] && !generic[w] && !c.labels(w) {
			return false
		}
	}
	return true
}
