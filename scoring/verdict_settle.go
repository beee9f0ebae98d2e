package scoring

import (
	"slices"

	"github.com/viceconsul/viceconsul/interview/transcript"
	"github.com/viceconsul/viceconsul/interview/transcript/measure"
)

// settle judges each claim of a group by itself and settles on one. A later value
// takes back the one before it when words of correction stand between; without them
// a match among several values is the answer.
func (j *comparison) settle(group []Claim, f *fact, of func(Claim) transcript.Verdict) {
	all := make([]transcript.Verdict, len(group))
	for i, k := range group {
		all[i] = of(k)
	}
	for i := len(group) - 1; i > 0; i-- {
		if group[i].word == again && all[i-1] == transcript.Consistent {
			j.add(group[i], transcript.SelfCorrection, f)
			return
		}
		if j.corrected(group[i-1], group[i]) {
			j.add(group[i], corrects(all[i], unlike(group[i-1], group[i]) || all[i-1] == transcript.Contradiction), f)
			return
		}
	}
	if last := len(group) - 1; last > 0 && j.overruled(group[0], group[last]) {
		j.add(group[last], all[last], f)
		return
	}
	if i := slices.Index(all, transcript.Consistent); i >= 0 {
		j.add(group[i], corrects(transcript.Consistent, j.tookBack(group[i])), f)
		return
	}
	if i := slices.Index(all, transcript.Contradiction); i >= 0 {
		j.add(group[i], transcript.Contradiction, f)
		return
	}
	if all[0] != "" {
		j.add(group[0], all[0], f)
	}
}

// corrects is the verdict on the value an answer ends with: when it is the declared
// one, and another was said before it, the answer corrected itself.
func corrects(v transcript.Verdict, other bool) transcript.Verdict {
	if other && v == transcript.Consistent {
		return transcript.SelfCorrection
	}
	return v
}

// unlike reports whether two claims give two values.
func unlike(a, b Claim) bool {
	if a.kind == kindDate {
		x, y := a.date, b.date
		return x.Year != 0 && y.Year != 0 && x.Year != y.Year || x.Month != 0 && y.Month != 0 && x.Month != y.Month || x.Day != 0 && y.Day != 0 && x.Day != y.Day
	}
	return a.low != b.low && a.low > 0
}

// corrected reports whether words of correction stand between two claims.
func (j *comparison) corrected(first, last Claim) bool {
	from, to := j.a.wordAt(first.Span.End), j.a.wordAt(last.Span.Start)
	return first.Span.End <= last.Span.Start && j.a.takesBack(from, to)
}

// overruled reports whether the first of two claims is of something else, which the
// applicant's own intention stands against: "the conference is five days, but I will
// take my whole leave, forty-five days".
func (j *comparison) overruled(first, last Claim) bool {
	was, is := j.a.clauseOf(j.a.wordAt(first.Span.Start)), j.a.clauseOf(j.a.wordAt(last.Span.Start))
	for c := is; c.from > was.from; c = j.a.clauseOf(c.from - 1) {
		if j.a.words[c.from].Text == "but" {
			return was.who&pSelf == 0 && was.marks&mVerb != 0 && is.who&pSelf != 0
		}
	}
	return false
}

// takesBack reports whether one of the words from from to to takes back what was
// said before it.
func (a *answer) takesBack(from, to int) bool {
	for i := from; i < to; i++ {
		switch {
		case a.terms[i].is(mFix), a.words[i].Text == "actually":
			return true
		case a.words[i].Text == "no" && !a.has(i+1, i+2, "more", "less", "longer", "later"):
			return true
		}
	}
	return false
}

// tookBack reports whether an unfinished or another value stands before a claim and
// was taken back: "two month... sorry, two weeks", "the fourth... sorry, the
// fourteenth of September".
func (j *comparison) tookBack(k Claim) bool {
	at := j.a.wordAt(k.Span.Start)
	for i := len(j.a.mentions) - 1; i >= 0; i-- {
		m := &j.a.mentions[i]
		if m.To > at {
			continue
		}
		if at-m.To > farthestFix || !j.a.takesBack(m.To, at) {
			return false
		}
		return j.a.dangles(m) && rivals(m, &k)
	}
	return false
}

// farthestFix is how many words may stand between a value and its correction.
// Source: our judgement.
const farthestFix = 10

// dangles reports whether nothing follows a mention but a break or words of
// correction: it counts nothing else.
func (a *answer) dangles(m *measure.Mention) bool {
	return m.Kind != measure.Number || m.To == len(a.words) || a.words[m.To].Breaks || a.terms[m.To].is(mFix|mSpeech)
}

// rivals reports whether a mention can be a value of what a claim gives, and is
// another one.
func rivals(m *measure.Mention, k *Claim) bool {
	number := m.Kind == measure.Number
	switch k.kind {
	case kindAmount:
		return (m.Kind == measure.Money || number && !m.Ordinal) && m.Low != k.low
	case kindDuration:
		return m.Kind == measure.Duration && m.Low != k.low || number && m.Low != k.low/daysIn[k.unit]
	case kindCount, kindChildren:
		return number && m.Low != k.low
	case kindDate:
		d := m.Date
		switch {
		case m.Ordinal, number && m.Low <= 31:
			d = measure.Date{Day: int(m.Low)}
		case number && isYear(*m):
			d = measure.Date{Year: int(m.Low)}
		case m.Kind != measure.Calendar:
			return false
		}
		return unlike(Claim{kind: kindDate, date: d}, *k)
	}
	return false
}
