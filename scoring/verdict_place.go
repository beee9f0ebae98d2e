package scoring

import (
	"slices"

	"github.com/viceconsul/viceconsul/interview/transcript"
)

// places judges where something is said to be.
func (j *comparison) places(group []Claim, f *fact) {
	if f.path == "h1b.work_model" {
		j.workModel(group[0], f)
		return
	}
	declared := placesOf(f)
	if len(declared) == 0 && !f.none {
		return
	}
	if f.path == "h1b.worksites" && j.leavesOut(group, declared) {
		j.add(group[0], transcript.Contradiction, f)
		return
	}
	if f.path == "trip.places" || f.path == "other_travel.countries_5y" {
		j.placeList(group, f, declared)
		return
	}
	j.settle(group, f, func(k Claim) transcript.Verdict { return placeVerdict(k, f, declared) })
}

// leavesOut reports whether an answer says that one of several declared cities is
// the only one: "only in Tulsa, there is no second site".
func (j *comparison) leavesOut(group []Claim, declared []*place) bool {
	return len(group) == 1 && j.exclusive(group[0]) && slices.ContainsFunc(declared, func(d *place) bool {
		return !d.whole && slices.ContainsFunc(declared, func(o *place) bool { return !o.whole && !sameCity(d, o) })
	})
}

// exclusive reports whether an answer says that a place is the only one.
func (j *comparison) exclusive(k Claim) bool {
	i := j.a.wordAt(k.Span.Start)
	cl := j.a.clauseOf(i)
	if j.a.is(cl.from, i, mOnly) {
		return true
	}
	for i := range j.a.words {
		if j.a.has(i, i+1, "no", "any") && j.a.has(i+1, i+2, "other", "second") && j.a.has(i+2, i+3, "place", "country", "site", "office", "location", "city") {
			return true
		}
	}
	return false
}

// sameCity reports whether two places lie in one metropolitan area.
func sameCity(a, b *place) bool {
	return a.name == b.name || metro[a.name] != 0 && metro[a.name] == metro[b.name]
}

func placesOf(f *fact) []*place {
	var all []*place
	for _, t := range f.terms {
		if t.place != nil {
			all = append(all, t.place)
		}
	}
	return all
}

// placeVerdict judges one place: the same city is the same, its state alone is
// less, another state is another place, unless one metropolitan area spans both.
// Within one state only a campus or a host must be in the same city; a worksite may
// be near by.
func placeVerdict(k Claim, f *fact, declared []*place) transcript.Verdict {
	p, ok := gazetteer[k.word]
	if !ok {
		return ""
	}
	inState, exact, near := false, false, false
	for _, d := range declared {
		inState = inState || d.where == p.where
		near = near || sameCity(d, &p)
		exact = exact || d.name == p.name || f.path == "jp.statement_of_need" && d.where == p.where
	}
	switch {
	case k.partial:
		return transcript.Partial
	case exact && !p.whole, exact && f.path == "jp.statement_of_need":
		return transcript.Consistent
	case inState && p.whole:
		if f.path == "jw.host_family" {
			return transcript.Consistent
		}
		return transcript.Partial
	case inState && !near && (f.path == "f1.campus" || f.path == "j1.host_city"):
		return transcript.Contradiction
	case inState, near:
		return transcript.SoftMismatch
	}
	return transcript.Contradiction
}

// placeList judges places told of a declared list. Countries are told by their
// cities. One that is not declared is a slip, some left out is partial.
func (j *comparison) placeList(group []Claim, f *fact, declared []*place) {
	abroad := f.path == "other_travel.countries_5y"
	seen := map[string]bool{}
	var misfit []Claim
	for _, k := range group {
		p := gazetteer[k.word]
		if abroad && p.us || !abroad && !p.us {
			continue
		}
		fits := slices.ContainsFunc(declared, func(d *place) bool { return d.name == p.name || (abroad || p.whole) && d.where == p.where })
		if !fits {
			misfit = append(misfit, k)
			continue
		}
		if abroad {
			seen[p.where] = true
		} else {
			seen[p.name] = true
		}
	}
	switch {
	case len(misfit) > 0 && len(seen) == 0 && abroad && j.exclusive(misfit[0]):
		j.add(misfit[0], transcript.Contradiction, f)
		return
	case len(misfit) > 1 && len(seen) == 0 && !abroad:
		j.add(misfit[0], transcript.Contradiction, f) // nothing said is declared
		return
	case len(misfit) > 0:
		j.add(misfit[0], transcript.SoftMismatch, f)
		return
	}
	all := map[string]bool{}
	for _, d := range declared {
		if abroad {
			all[d.where] = true
		} else if !d.whole || d.name == "new york" {
			all[d.name] = true
		}
	}
	switch {
	case len(seen) == 0:
	case len(seen) < len(all) && abroad && j.exclusive(group[0]):
		j.add(group[0], transcript.Contradiction, f)
	case len(seen) < len(all):
		j.add(group[0], transcript.Partial, f)
	default:
		j.add(group[0], transcript.Consistent, f)
	}
}

// workModel judges where the work is done.
func (j *comparison) workModel(k Claim, f *fact) {
	switch {
	case k.word == f.value().Text, f.value().Text == "hybrid" && (k.word != "remote" || j.a.has(0, len(j.a.words), "office", "days", "hybrid", "sometimes", "site")):
		j.add(k, transcript.Consistent, f)
	case k.word == "hybrid", f.value().Text == "hybrid":
		j.add(k, transcript.SoftMismatch, f)
	default:
		j.add(k, transcript.Contradiction, f)
	}
}

// plans judges what comes afterwards, or meanwhile.
func (j *comparison) plans(group []Claim, f *fact) {
	if f.path == workPlan {
		j.workPlans(group, f)
		return
	}
	said := map[string]Claim{}
	for _, k := range group {
		word := k.word
		switch {
		case k.Negative && word == planStay:
			word = planHome
		case k.Negative && word == planHome:
			word = planStay
		case k.Negative && word == planStage:
			continue
		}
		if _, ok := said[word]; !ok {
			said[word] = k
		}
	}
	stay, stays := said[planStay]
	stage, staged := said[planStage]
	home, back := said[planHome]
	same, told := said[planSame]
	switch {
	case stays && !back && !told, stays && stay.Span.Start > home.Span.Start && !told:
		stay.Negative = false
		j.add(stay, transcript.Contradiction, f)
	case stays:
		j.add(stay, transcript.Partial, f)
	case staged:
		j.add(stage, transcript.Partial, f)
	case told:
		j.add(same, transcript.Consistent, f)
	case back && !home.Certain:
		j.add(home, transcript.Partial, f)
	case back:
		j.add(home, transcript.Consistent, f)
	}
}

// workPlans judges whether a student means to work.
func (j *comparison) workPlans(group []Claim, f *fact) {
	declared := f.value().Text
	for _, k := range group {
		v := transcript.Consistent
		switch {
		case declared == "us_career", k.Negative:
		case declared == "none" && k.word == planTrain, declared == "on_campus" && k.word == planTrain:
			v = transcript.SoftMismatch
		case declared == "none":
			v = transcript.Contradiction
		case declared == "practical_training_maybe" && k.word == planWork:
			v = transcript.SoftMismatch
		}
		j.add(k, v, f)
	}
}
