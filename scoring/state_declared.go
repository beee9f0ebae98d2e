package scoring

import (
	"strings"

	"github.com/viceconsul/viceconsul/interview/transcript"
	"github.com/viceconsul/viceconsul/interview/transcript/measure"
)

// declaredYes reads a field that is declared as so or not so.
func declaredYes(c *Case, f *fact) stages {
	return declaredAs(inForce, underWay|lapsed|noneThere)(c, f)
}

// declaredAs reads a field that is so or not so as one of two stages.
func declaredAs(yes, no stages) func(*Case, *fact) stages {
	return func(_ *Case, f *fact) stages {
		if f.none {
			return no
		}
		return yes
	}
}

// declaredPart reads a part of a field that is so or not so, 0 when it is left out.
func declaredPart(key string, yes, no stages) func(*Case, *fact) stages {
	return func(_ *Case, f *fact) stages {
		v, ok := partValue(f, key)
		switch {
		case !ok || v.Type != transcript.TypeBool:
			return 0
		case v.Bool:
			return yes
		}
		return no
	}
}

// declaredWord reads a field or a part of it by the words it is declared with.
func declaredWord(key string, of map[string]stages) func(*Case, *fact) stages {
	return func(_ *Case, f *fact) stages {
		text := flat(f.value())
		if key != "" {
			v, ok := partValue(f, key)
			if !ok {
				return 0
			}
			text = flat(v)
		}
		text = strings.ToLower(text)
		best := ""
		for word := range of {
			if strings.Contains(text, word) && (len(word) > len(best) || len(word) == len(best) && word < best) {
				best = word
			}
		}
		return of[best]
	}
}

// partValue is a part of a declared object, or the value itself when the fact already
// is that part.
func partValue(f *fact, key string) (transcript.Value, bool) {
	if strings.HasSuffix(f.path, "."+key) && strings.Count(f.path, ".") == 2 {
		return f.value(), true
	}
	return f.part(key)
}

// paperStates are the words a form uses for the state of a paper.
var paperStates = map[string]stages{
	"sanctioned": inForce, "approved": inForce, "disbursed": inForce, "granted": inForce, "issued": inForce, "active": inForce, "valid": inForce, "current": inForce, "in force": inForce, "full": inForce, "signed": inForce, "running": inForce | underWay, "repaying": inForce,
	"applied": underWay, "pending": underWay, "process": underWay, "waiting": underWay, "not yet": underWay, "not approved": underWay, "not sanctioned": underWay, "submitted": underWay, "review": underWay,
	"expired": lapsed, "lapsed": lapsed, "suspended": lapsed, "repaid": lapsed, "closed": lapsed, "inactive": lapsed, "cancelled": lapsed, "revoked": lapsed,
	"none": noneThere, "refused": noneThere, "rejected": noneThere,
}

// declaredLicence reads a state licence: pending when its kind or its status says so.
func declaredLicence(c *Case, f *fact) stages {
	if v, ok := partValue(f, "type"); ok && v.Text == "pending" {
		return underWay
	}
	return declaredWord("status", paperStates)(c, f)
}

// declaredWaiver reads whether a waiver is needed, and then whether it is there.
func declaredWaiver(_ *Case, f *fact) stages {
	if f.none {
		return noneThere
	}
	v, ok := f.part("approved")
	switch {
	case !ok:
		return underWay | inForce
	case v.Bool:
		return inForce
	}
	return underWay
}

// declaredNeed reads a statement of need: one with a date is issued.
func declaredNeed(_ *Case, f *fact) stages {
	if _, ok := f.part("issued"); ok {
		return inForce
	}
	return 0
}

// declaredRule reads whether the two-year rule applies.
func declaredRule(_ *Case, f *fact) stages {
	switch {
	case f.has("unknown"):
		return inForce | noneThere
	case f.none:
		return noneThere
	}
	return inForce
}

// declaredDuty reads the duties of one kind out of those declared; of a kind that is
// not declared nothing is known unless there is no duty at all.
func declaredDuty(words ...string) func(*Case, *fact) stages {
	return func(_ *Case, f *fact) stages {
		switch {
		case len(f.items) == 0:
			return noneThere
		case len(words) == 0 || f.has(words...):
			return inForce
		}
		return 0
	}
}

// declaredPost reads whether there is a post to return to.
func declaredPost(_ *Case, f *fact) stages {
	if v, ok := f.part("status"); f.none || ok && v.Text == "none" {
		return noneThere | lapsed
	}
	return inForce
}

// declaredSteps reads how an examination record went: one that was failed outweighs
// the others.
func declaredSteps(_ *Case, f *fact) stages {
	switch {
	case f.has("fail_then_pass", "fail", "failed"):
		return passedLater
	case f.has("pass", "passed"):
		return passedFirst
	}
	return notTaken
}

// declaredYear reads how far a student is at home.
func declaredYear(_ *Case, f *fact) stages {
	if f.has("graduated", "graduate") {
		return graduated
	}
	year, of := studyYear(f)
	switch {
	case f.has("final", "last"), year != 0 && of != 0 && year >= of:
		return finalYear
	case year == 0:
		return 0
	}
	return midway
}

// declaredDegreeYear reads whether an intern or trainee is still a student.
func declaredDegreeYear(_ *Case, f *fact) stages {
	if f.has("student") {
		return midway | finalYear
	}
	if _, ok := f.part("graduated"); ok {
		return graduated
	}
	return 0
}

// declaredDegree reads whether the last of the declared schools is finished by the day
// of the interview; 0 when the answer or the day leaves it open.
func declaredDegree(c *Case, f *fact) stages {
	if c.today.Year == 0 || len(f.items) == 0 {
		return 0
	}
	last := &f.items[len(f.items)-1]
	if last.has("ongoing", "present", "enrolled", "studying") {
		return studying
	}
	v, ok := last.part("to")
	if years := yearsOf(measure.Scan(measure.Words(flat(v)), c.today)); ok && v.Date.Year == 0 && len(years) == 1 {
		v.Date.Year = years[0]
	}
	switch {
	case !ok || v.Date.Year == 0:
		return 0
	case v.Date.Year > c.today.Year || v.Date.Year == c.today.Year && v.Date.Month > c.today.Month:
		return studying
	case v.Date.Year == c.today.Year && v.Date.Month == 0:
		return 0
	}
	return completed
}

// declaredSource reads where a large deposit came from.
func declaredSource(_ *Case, f *fact) stages {
	said := formsOf(f.words, lexemesOf(f.words))
	var is stages
	for i := range said {
		if k, _ := sourceBook().find(said, i, len(said)); k != nil {
			is |= k.is
		}
	}
	return is
}

// declaredList reads the values of a list, any of which may be told.
func declaredList(of map[string]stages) func(*Case, *fact) stages {
	return func(_ *Case, f *fact) stages {
		var is stages
		for i := range f.items {
			is |= of[f.items[i].value().Text]
		}
		return is
	}
}

// ownedBy reads whether what is declared as property belongs to the applicant or the
// family: any owner will do.
func ownedBy(_ *Case, f *fact) stages {
	if len(f.items) == 0 {
		return noneThere | stateA
	}
	return inForce
}

// declaredMatch reads how a place in training was got.
func declaredMatch(_ *Case, f *fact) stages {
	if f.has("outside", "off", "prematch", "pre") {
		return outsideMatch
	}
	if len(yearsOf(f.mentions)) > 0 {
		return inMatch
	}
	return 0
}

// declaredBacklogs reads whether a subject was ever failed; 0 when no result tells.
func declaredBacklogs(_ *Case, f *fact) stages {
	var is stages
	for i := range f.items {
		words := f.items[i].words
		for n := 1; n < len(words); n++ {
			if !failedSubjects[baseOf(words[n].Text)] {
				continue
			}
			if words[n-1].Text == "0" || words[n-1].Text == "no" || words[n-1].Text == "zero" {
				is |= failedNone
			} else {
				is |= failedOnce
			}
		}
	}
	if is&failedOnce != 0 {
		return failedOnce
	}
	return is
}

// failedSubjects, in base form, are what a failed subject is called.
var failedSubjects = bases("backlogs arrears carryovers")

// declaredGraduation reads whether a medical school was finished by the day of the
// interview.
func declaredGraduation(c *Case, f *fact) stages {
	years := yearsOf(f.mentions)
	switch {
	case c.today.Year == 0 || len(years) == 0:
		return 0
	case years[0] < c.today.Year:
		return completed
	case years[0] > c.today.Year:
		return studying
	}
	return 0
}

// declaredTraining reads whether a physician's post is one in training.
func declaredTraining(_ *Case, f *fact) stages {
	if f.has("residency", "fellowship", "resident", "fellow", "trainee", "training") {
		return inTraining
	}
	return independent
}
