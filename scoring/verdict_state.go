package scoring

import (
	"slices"

	"github.com/viceconsul/viceconsul/interview/transcript"
)

// stages judges what an answer says of the stages of one field: the worst of its
// parts, since a licence that is issued and not of the declared kind is not the one.
func (j *comparison) stages(group []Claim, f *fact) {
	var worst Claim
	var v transcript.Verdict
	for i := range group {
		if slices.ContainsFunc(group[:i], func(o Claim) bool { return o.concern == group[i].concern }) {
			continue
		}
		k, was := combined(j, group[i:])
		is := j.stateVerdict(k, was)
		if is != "" && (v == "" || rankOf[is] > rankOf[v]) {
			worst, v = k, is
		}
	}
	told := slices.IndexFunc(j.out, func(fi transcript.Finding) bool { return fi.Field == f.path })
	switch {
	case v == "", v == transcript.Consistent && told >= 0: // a date or a place of it is more exact
		return
	}
	j.add(worst, v, f)
	if last := len(j.out) - 1; told >= 0 {
		j.out = slices.Insert(j.out[:last:last], told, j.out[last])
	}
}

// rankOf orders verdicts on the parts of one field, the one that counts most last.
var rankOf = map[transcript.Verdict]int{transcript.Consistent: 1, transcript.Partial: 2, transcript.SelfCorrection: 3, transcript.Contradiction: 4}

// combined goes through what is said of one matter in turn. Two wordings that fit
// together narrow each other, a later one takes the place of one it does not fit, and
// a step on the way counts only when nothing is said of its end. was is what words of
// correction took back.
func combined(j *comparison, group []Claim) (k Claim, was stages) {
	k = group[0]
	for _, o := range group[1:] {
		switch {
		case o.concern != k.concern, o.weak && !k.weak, k.stages == k.concern.sticky && k.concern.sticky != 0:
		case k.weak && !o.weak, o.stages == k.concern.sticky && k.concern.sticky != 0:
			k = o
		case k.stages&o.stages != 0:
			is := k.stages & o.stages
			if is != k.stages {
				k = o
			}
			k.stages = is
		default:
			if j.corrected(k, o) && k.word == "" {
				was = k.stages
			}
			k = o
		}
	}
	return k, was
}

// stateVerdict compares the stages said with the declared one: what leaves no room for
// it contradicts.
func (j *comparison) stateVerdict(k Claim, was stages) transcript.Verdict {
	f := j.c.fact(k.Field)
	if f == nil {
		f = j.c.fact(whole(k.Field))
	}
	if f == nil {
		return ""
	}
	declared := k.concern.declared(j.c, f) & k.concern.all
	switch {
	case declared == 0 || declared == k.concern.all:
		return ""
	case k.stages&declared == 0:
		return transcript.Contradiction
	case was != 0 && was&declared == 0:
		return transcript.SelfCorrection
	case !k.Certain, k.concern.list && declared&^k.stages != 0:
		return transcript.Partial
	}
	return transcript.Consistent
}
