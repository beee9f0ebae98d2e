package scoring

import (
	"math"
	"slices"

	"github.com/viceconsul/viceconsul/interview/transcript"
	"github.com/viceconsul/viceconsul/interview/transcript/measure"
)

// counts judges a number of people, hours, points.
func (j *comparison) counts(group []Claim, f *fact) {
	k := group[0]
	switch f.path {
	case "family.children.age", "jw.host_family.children":
		j.ages(group, f)
		return
	case "us_history.visits":
		j.times(k, f)
		return
	case "f1.schools_applied":
		j.tally(k, f)
		return
	case "h1b.wage_level":
		j.level(k, f)
		return
	case "identity.dob":
		j.age(k, f)
		return
	case "education.institutions", "education.tests":
		j.score(k, f)
		return
	}
	if f.kind != transcript.TypeNumber || f.value().Num < 0 {
		return
	}
	j.settle([]Claim{k}, f, func(k Claim) transcript.Verdict { return countVerdict(k, f) })
}

// grown is the age from which somebody's children may have children.
const grown = 18

// countVerdict judges a number against a declared one.
func countVerdict(k Claim, f *fact) transcript.Verdict {
	if f.value().Num == 0 {
		if k.high == 0 {
			return transcript.Consistent
		}
		return transcript.Contradiction
	}
	off := distance(k.low, k.high, f.value().Num, k.bound)
	t := aboutNearly
	if f.path == "jp.pgy_level" {
		t = tolerance{0, 0}
	}
	if f.path == "jw.hours_per_week" {
		t = aboutHours
	}
	switch {
	case off <= t.ok:
		return transcript.Consistent
	case f.path == "h1b.employer_size" && k.low < 2*f.value().Num && f.value().Num < 2*k.high, off <= t.soft:
		return transcript.SoftMismatch
	}
	return transcript.Contradiction
}

// ages judges how old children are said to be: each must be one of the declared
// ages, which may have gone up by a year since.
func (j *comparison) ages(group []Claim, f *fact) {
	declared := f.nums()
	if len(declared) == 0 || f.path == "family.children.age" && slices.Min(declared) >= grown && group[0].high < grown && !j.a.lineHas([]string{"son", "daughter", "son's", "daughter's"}) {
		return // "how old's the little one?" is of a grandchild
	}
	verdicts := make([]transcript.Verdict, len(group))
	for i, k := range group {
		verdicts[i] = ageVerdict(k, declared)
	}
	last := len(group) - 1
	for i := last; i > 0; i-- {
		if j.corrected(group[i-1], group[i]) && verdicts[i] == transcript.Consistent {
			j.add(group[i], transcript.SelfCorrection, f)
			return
		}
	}
	for _, v := range []transcript.Verdict{transcript.Contradiction, transcript.SoftMismatch} {
		if i := slices.Index(verdicts, v); i >= 0 {
			j.add(group[i], v, f)
			return
		}
	}
	switch {
	case len(group) == len(declared):
		j.add(group[last], transcript.Consistent, f)
	case len(group) < len(declared):
		j.add(group[last], transcript.Partial, f)
	}
}

// ageVerdict judges one age against the declared ones.
func ageVerdict(k Claim, declared []float64) transcript.Verdict {
	off := math.Inf(1)
	for _, d := range declared {
		off = min(off, math.Abs(d-math.Floor(k.low)), math.Abs(d-math.Floor(k.high)))
	}
	switch off {
	case 0:
		return transcript.Consistent
	case 1:
		return transcript.SoftMismatch
	}
	return transcript.Contradiction
}

// nums are the numbers a field or a part holds, one for each item of a list.
func (f *fact) nums() []float64 {
	if f.kind == transcript.TypeNumber {
		return []float64{f.value().Num}
	}
	var all []float64
	for i := range f.items {
		if f.items[i].kind == transcript.TypeNumber {
			all = append(all, f.items[i].value().Num)
		}
	}
	return all
}

// times judges how often the applicant says to have been there: more often than is
// declared contradicts, less often leaves some out.
func (j *comparison) times(k Claim, f *fact) {
	declared := float64(len(f.items))
	switch {
	case k.low > declared, k.high == 0 && declared > 0:
		j.add(k, transcript.Contradiction, f)
	case k.high < declared:
		j.add(k, transcript.Partial, f)
	default:
		j.add(k, transcript.Consistent, f)
	}
}

// tally judges how many of a list there are said to be.
func (j *comparison) tally(k Claim, f *fact) {
	n := float64(len(f.items))
	switch {
	case n == 0:
	case k.low <= n && n <= k.high:
		j.add(k, transcript.Consistent, f)
	case !k.about:
		j.add(k, transcript.Contradiction, f)
	}
}

// level judges a wage level, declared in Roman numbers.
func (j *comparison) level(k Claim, f *fact) {
	declared := slices.Index([]string{"", "I", "II", "III", "IV"}, f.value().Text)
	switch {
	case declared < 1:
	case k.low == float64(declared):
		j.add(k, transcript.Consistent, f)
	default:
		j.add(k, transcript.Contradiction, f)
	}
}

// age judges an age against the date of birth.
func (j *comparison) age(k Claim, f *fact) {
	if j.c.today.Year == 0 || f.value().Date.Year == 0 {
		return
	}
	if off := math.Abs(float64(j.c.today.Year-f.value().Date.Year) - k.low); off <= 1 {
		j.add(k, transcript.Consistent, f)
	} else {
		j.add(k, transcript.Contradiction, f)
	}
}

// score judges a grade or a test score against the declared ones.
func (j *comparison) score(k Claim, f *fact) {
	declared := 0
	for _, m := range f.mentions {
		if m.Kind != measure.Number || isYear(m) || m.Ordinal {
			continue
		}
		declared++
		if math.Abs(m.Low-k.low) < 0.01 {
			j.add(k, corrects(transcript.Consistent, k.taken || j.tookBack(k)), f)
			return
		}
	}
	for _, item := range f.items {
		if v, ok := item.part("score"); ok {
			declared++
			if math.Abs(amountOf(v)-k.low) < 0.01 {
				j.add(k, corrects(transcript.Consistent, k.taken || j.tookBack(k)), f)
				return
			}
		}
	}
	if declared > 0 && !k.about {
		j.add(k, transcript.Contradiction, f)
	}
}
