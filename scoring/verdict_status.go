package scoring

import (
	"slices"
	"strings"

	"github.com/viceconsul/viceconsul/interview/transcript"
	"github.com/viceconsul/viceconsul/interview/transcript/measure"
)

// status judges whether something is so. Of several claims the last word counts,
// but a fact told after a denial is told.
func (j *comparison) status(group []Claim, f *fact) {
	k := group[len(group)-1]
	for _, o := range group {
		if !o.Negative && o.Certain && o.word == "" {
			k = o
		}
	}
	if v, known := j.special(k, f); known {
		if v != "" {
			j.add(k, v, f)
		}
		return
	}
	switch {
	case k.Negative && f.none:
		j.add(k, transcript.Consistent, f)
	case k.Negative != f.none && !f.none:
		j.add(k, transcript.Contradiction, f)
	case f.none:
		j.add(k, transcript.Contradiction, f)
	default:
		j.instances(k, f)
	}
}

// special judges the claims that carry a word of their own. known is false for
// plain yes and no.
func (j *comparison) special(k Claim, f *fact) (v transcript.Verdict, known bool) {
	switch k.word {
	case "":
		return "", false
	case "left":
		if f.none || f.value().Text == "none" {
			return transcript.Consistent, true
		}
		return transcript.Contradiction, true
	case "matched":
		return contradictsIf(len(yearsOf(f.mentions)) > 0 && !slices.Contains(yearsOf(f.mentions), k.years[0])), true
	case "other":
		return transcript.NewFact, true
	case "partner":
		if f.none {
			return transcript.Contradiction, true
		}
		return transcript.NewFact, true
	}
	if f.path == "identity.nationality" {
		return j.nationality(k, f), true
	}
	return "", false
}

func contradictsIf(different bool) transcript.Verdict {
	if different {
		return transcript.Contradiction
	}
	return transcript.Consistent
}

// studyYear reads "3rd year of 4": the year, and the years in all, 0 when unknown.
func studyYear(f *fact) (year, of int) {
	for _, m := range f.mentions {
		if (m.Kind == measure.Number || m.Kind == measure.Duration) && !isYear(m) && m.Low < 10 || m.Ordinal {
			n := int(m.Low)
			if m.Kind == measure.Duration {
				n = int(m.Low/daysIn["year"] + 0.5)
			}
			if year == 0 {
				year = n
			} else if of == 0 {
				of = n
			}
		}
	}
	return year, of
}

// nationality judges a passport the applicant says to hold.
func (j *comparison) nationality(k Claim, f *fact) transcript.Verdict {
	for _, p := range []*fact{f, j.c.fact("identity.other_nationalities"), j.c.fact("identity.country_of_residence")} {
		if p != nil && (slices.ContainsFunc(p.terms, func(t term) bool { return t.place != nil && t.place.where == k.word }) || strings.EqualFold(p.said, k.word)) {
			return transcript.Consistent
		}
	}
	return transcript.Contradiction
}

// instances judges a fact told against the declared list of its kind: years and
// number must fit; some left out is partial.
func (j *comparison) instances(k Claim, f *fact) {
	n, years := len(f.items), yearsOf(f.mentions)
	if f.path == "us_history.prior_refusals" && j.otherSection(k, f) {
		j.add(k, transcript.Contradiction, f)
		return
	}
	told, stay := 0, longestYears(f)
	for _, y := range k.years {
		if len(years) == 0 {
			break
		}
		if j.c.today.Year != 0 && y > j.c.today.Year {
			continue // "and next year the case was closed"
		}
		if !j.yearFits(y, years, stay) {
			j.add(k, transcript.Contradiction, f)
			return
		}
		told++
	}
	switch {
	case n <= 1 && k.low <= 1, k.low == float64(n), told == len(years) && told > 0:
		j.add(k, transcript.Consistent, f)
	case k.low > float64(n), k.low > 0 && k.low < float64(n) && j.a.is(0, len(j.a.terms), mOnly):
		j.add(k, transcript.Contradiction, f)
	case told == 0 && k.low == 0 && !j.wantsAll(f):
		j.add(k, transcript.Consistent, f)
	default:
		j.add(k, transcript.Partial, f)
	}
}

// otherSection reports whether an answer names the other of the two sections of the
// law a visa is refused under: 221(g) asks for papers, 214(b) refuses.
func (j *comparison) otherSection(k Claim, f *fact) bool {
	said := func(section string) bool { return j.a.has(0, len(j.a.words), section) }
	if len(f.items) != 1 || said("221") == said("214") {
		return false
	}
	v, ok := f.items[0].part("section")
	return ok && (said("221") && strings.HasPrefix(v.Text, "214") || said("214") && strings.HasPrefix(v.Text, "221"))
}

// wantsAll reports whether the answer was asked, or took it upon itself, to tell
// what happened: a bare yes tells none of several, and needs not to.
func (j *comparison) wantsAll(f *fact) bool {
	return f.path == "us_history.visits" && slices.ContainsFunc(j.a.ask, func(w string) bool { return w == "when" || w == "about" || w == "many" }) && len(j.a.words) > 1
}

// longestYears is into how many later years the longest declared stay reaches, 0
// when none is as long as half a year.
func longestYears(f *fact) int {
	most := 0.0
	for _, item := range f.items {
		if v, ok := item.part("length"); ok {
			most = max(most, v.Days.High)
		}
	}
	return int(most/daysIn["year"] + 0.5)
}

// yearFits reports whether a year is one of the declared ones, or one that a long
// stay begun then, of so many years, reaches. A time counted back
// ("two years ago") may be off by one.
func (j *comparison) yearFits(y int, declared []int, stay int) bool {
	for _, d := range declared {
		if d == y || y > d && y <= d+stay || j.a.roughYears() && (d == y-1 || d == y+1) {
			return true
		}
	}
	return false
}

// roughYears reports whether the answer counts years back instead of naming them.
func (a *answer) roughYears() bool {
	for _, m := range a.mentions {
		if m.Kind == measure.Calendar && (m.Date.Span > 60 || m.About) {
			return true
		}
	}
	return false
}
