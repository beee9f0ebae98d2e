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
	if k.Field == spouseGoes {
		j.add(k, contradictsIf(f.value().Bool == k.Negative), f)
		return
	}
	for _, o := range group {
		if !o.Negative && o.Certain && o.word == "" {
			k = o
		}
	}
	if at := slices.IndexFunc(group, func(o Claim) bool { return o.Negative && o.Certain }); f.path == eventPaths[ofPublicProfiles] && at >= 0 && !j.a.has(0, len(j.a.words), "now", "changed", "opened", "already", "before") {
		k = group[at] // one that is closed, and the rest open: not all are open
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
	if f.path == "social.accounts" {
		return contradictsIf(!f.has(k.word) && !(k.word == "twitter" && f.has("x"))), true
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
