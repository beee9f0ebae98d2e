package scoring

import "github.com/viceconsul/viceconsul/interview/transcript"

// workModel judges where the work is done.
func (j *comparison) workModel(k Claim, f *fact) {
	switch {
	case k.word == f.value().Text, f.value().Text == "hybrid" && !(k.word == "remote" && j.a.neverThere()) && (k.word != "remote" || j.a.has(0, len(j.a.words), "office", "days", "hybrid", "sometimes", "site")):
		j.add(k, transcript.Consistent, f)
	case k.word == "hybrid", f.value().Text == "hybrid" && !j.a.neverThere():
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
		case k.Negative && (word == planStage || word == planSame):
			continue
		}
		if was, ok := said[word]; !ok || k.Certain && !was.Certain {
			said[word] = k
		}
	}
	stay, stays := said[planStay]
	away, leaves := said[planAway]
	stage, staged := said[planStage]
	home, back := said[planHome]
	same, told := said[planSame]
	switch {
	case stays && !back && !told, stays && stay.Span.Start > home.Span.Start && !told:
		stay.Negative = false
		j.add(stay, transcript.Contradiction, f)
	case stays:
		j.add(stay, transcript.Partial, f)
	case leaves && !back && !told:
		j.add(away, transcript.Contradiction, f)
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
		case k.word == planCampus && !k.Certain:
			v = transcript.Consistent // only if the school offers it
		case declared == "none" && k.word == planTrain, declared == "on_campus" && k.word == planTrain:
			v = transcript.SoftMismatch
		case declared == "none", declared == "on_campus" && k.word == planOff:
			v = transcript.Contradiction
		case declared == "practical_training_maybe" && (k.word == planWork || k.word == planOff):
			v = transcript.SoftMismatch
		}
		j.add(k, v, f)
	}
}
