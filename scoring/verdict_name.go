package scoring

import (
	"slices"
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

// labels judges labels of one family against the declared ones.
func (j *comparison) labels(group []Claim, f *fact) {
	if group[0].word == "same" {
		j.add(group[0], transcript.Consistent, f)
		return
	}
	if group[0].partial {
		j.add(group[0], transcript.Partial, f)
		return
	}
	if f.path == "h1b.degree_held" && j.degreeLevel(group, f) {
		return
	}
	family := familyOf(f.path)
	declared := family.find(f.words)
	if f.path == "h1b.degree_held" {
		fields := slices.DeleteFunc(slices.Clone(group), func(k Claim) bool { return levelRank[k.word] != 0 })
		if len(fields) == 0 {
			j.add(group[0], transcript.Consistent, f)
			return
		}
		group = fields
	}
	j.settle(group, f, func(k Claim) transcript.Verdict {
		if k.Negative {
			return ""
		}
		return labelVerdict(k, f, declared, j.c.category)
	})
}

// degreeLevel judges the level of a degree; false leaves the rest to its field. A
// higher one than declared is not held; a lower one is an earlier degree, unless it
// is said to be the only one.
func (j *comparison) degreeLevel(group []Claim, f *fact) bool {
	declared, said, at := 0, 0, 0
	for _, h := range levels.find(f.words) {
		declared = max(declared, levelRank[h.label])
	}
	for i, k := range group {
		if r := levelRank[k.word]; r > said && !k.Negative {
			said, at = r, i
		}
	}
	if declared == 0 || said == 0 || said == declared {
		return false
	}
	cl := j.a.clauseOf(j.a.wordAt(group[at].Span.Start))
	switch {
	case said > declared, j.a.is(cl.from, cl.to, mOnly):
		j.add(group[at], transcript.Contradiction, f)
		return true
	}
	return false
}

// levelRank orders the levels of study.
var levelRank = map[string]int{"language": 1, "associate": 2, "bachelor": 3, "master": 4, "doctorate": 5}

func familyOf(path string) *taxonomy {
	for _, l := range labelFields {
		if l.path == path {
			return l.family
		}
	}
	return &jobs
}

// labelVerdict judges one label.
func labelVerdict(k Claim, f *fact, declared []hit, cat transcript.Category) transcript.Verdict {
	for _, d := range declared {
		if d.label == k.word || d.parent != "" && d.parent == k.word || k.unit != "" && k.unit == d.label {
			return transcript.Consistent
		}
	}
	switch {
	case len(declared) == 0:
		for _, w := range measureWords(k.Span.Text) {
			if len(w.Text) > 3 && f.has(w.Text) {
				return transcript.Consistent
			}
		}
		return transcript.NotComparable
	case f.path == "trip.purpose":
		return purposeVerdict(k.word, declared, cat)
	case sameTrade(k.word, declared[0].label):
		return transcript.SoftMismatch
	case f.path == "h1b.duties":
		return transcript.SoftMismatch
	}
	return transcript.Contradiction
}

// trades are families of work that share tasks: one said for another is a slip.
var trades = [][]string{
	{"software", "devops", "data engineering", "data science", "data analysis", "quality assurance", "database administration", "business analysis", "project management"},
	{"housekeeping", "kitchen", "food service", "front desk"},
	{"medicine", "research", "teaching", "trainee"},
	{"administration", "project management", "front desk"},
	{"mechanical", "trades"},
	{"construction", "civil"},
	{"customer service", "sales", "it support"},
	{"commerce", "accounting", "business administration", "finance", "economics"},
	{"film", "fine arts", "journalism", "fashion design"},
	{"trading", "sales", "farming", "tailoring", "hairdressing"},
	{"government", "administration", "police", "military"},
	{"trading", "sales", "retail", "marketing"},
	{"accounting", "finance"},
}

func sameTrade(a, b string) bool {
	for _, t := range trades {
		if slices.Contains(t, a) && slices.Contains(t, b) {
			return !(a == "housekeeping" && b == "kitchen")
		}
	}
	return false
}

// purposeVerdict judges the purpose of a visit. Sights, family and feasts go
// together; anything else is another purpose, and only a visitor has one.
func purposeVerdict(said string, declared []hit, cat transcript.Category) transcript.Verdict {
	if cat.Visa()[0] != 'B' {
		return ""
	}
	if said == "care" && slices.ContainsFunc(declared, func(h hit) bool { return h.label == "family visit" }) {
		return "" // who visits family helps there
	}
	light := []string{"tourism", "family visit", "event"}
	soft := slices.Contains(light, said) && slices.ContainsFunc(declared, func(h hit) bool { return slices.Contains(light, h.label) })
	trade := []string{"business", "conference", "training"}
	soft = soft || slices.Contains(trade, said) && slices.ContainsFunc(declared, func(h hit) bool { return slices.Contains(trade, h.label) })
	clinical := []string{"observership", "exam", "residency interviews", "medical"}
	soft = soft || slices.Contains(clinical, said) && slices.ContainsFunc(declared, func(h hit) bool { return slices.Contains(clinical, h.label) })
	switch {
	case soft:
		return transcript.SoftMismatch
	case slices.Contains(light, said):
		return transcript.SoftMismatch // visitors mix these with anything
	}
	return transcript.Contradiction
}
