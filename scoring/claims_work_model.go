package scoring

import "slices"

// workModel finds where the work is done: at the office, at home, or both.
func (a *answer) workModel(out []Claim) []Claim {
	told := false
	for i := range a.clauses {
		cl := &a.clauses[i]
		if !cl.plain() || cl.other && cl.who&pHuman&^pPerson != 0 || a.narrates(cl) {
			continue
		}
		home := a.atHome(cl)
		asked := a.polarLine() && a.lineHas([]string{"home", "remote", "remotely"}) && !a.lineHas([]string{"or"})
		seen := a.has(cl.from, cl.to, "video", "zoom", "screen", "photo", "photos", "pictures") // not from inside
		given := a.has(cl.from, cl.to, "closed", "gave", "sold", "shut", "left", "lost", "vacated") && a.gone(cl)
		office := !seen && !given && a.has(cl.from, cl.to, "onsite", "office") || a.has(cl.from, cl.to, "site") && a.has(cl.from, cl.to, "on")
		word := ""
		switch {
		case a.has(cl.from, cl.to, "hybrid"):
			word = "hybrid"
		case home && !cl.negated:
			if word = "remote"; a.has(cl.from, cl.to, "rest", "remaining", "others") {
				word = "hybrid" // "the rest at home"
			}
		case home && cl.negated && a.has(cl.from, cl.to, "possible", "allowed", "permitted", "allow"):
			word = "onsite"
		case cl.negated && asked && !office && (home || a.has(cl.from, cl.to, "home", "remote")):
			if word = "onsite"; a.has(cl.from, cl.to, "every", "always", "only", "full", "all", "fully", "whole", "daily") {
				word = "hybrid" // "not every day"
			}
		case office && cl.negated && a.is(cl.from, cl.to, mAbsolute):
			word = "remote" // "never in the office"
		case office && !cl.negated, i == 0 && !cl.negated && a.verbless(cl) && a.daily(cl) && a.lineHas([]string{"go"}), cl.who&^pSelf == 0 && !cl.negated && a.daily(cl) && a.has(cl.from, cl.to, "there", "in") && a.has(cl.from, cl.to, "sit", "work", "go", "come", "am", "i'm"):
			word = "onsite"
		default:
			continue
		}
		k := a.claim(kindPlace, "h1b.work_model", cl, cl.from, cl.to)
		k.word, k.asked = word, true
		out = append(out, k)
		told = true
	}
	if yes, to, sure := a.particles(); !told && to > 0 && a.polarLine() && a.lineHas([]string{"home", "remote", "remotely"}) && !a.lineHas([]string{"or"}) {
		k := a.claim(kindPlace, "h1b.work_model", &clause{not: -1}, 0, to)
		if k.word, k.Certain, k.asked = "onsite", sure, true; yes {
			k.word = "remote"
		}
		out = append(out, k)
	}
	return out
}

// daily reports whether a clause speaks of each working day: "Monday to Friday".
func (a *answer) daily(cl *clause) bool {
	return a.has(cl.from, cl.to, "daily", "everyday") || a.has(cl.from, cl.to, "every", "all", "each", "five") && a.has(cl.from, cl.to, "day", "days") || a.has(cl.from, cl.to, "monday") && a.has(cl.from, cl.to, "friday")
}

// neverThere reports whether an answer says outright that the applicant does not go to the
// office at all: "I never go in".
func (a *answer) neverThere() bool {
	return slices.ContainsFunc(a.clauses, func(cl clause) bool {
		if !cl.plain() || cl.hedged || cl.who&^pSelf != 0 {
			return false
		}
		if n := int(a.within[cl.from]) + 1; n < len(a.clauses) && !cl.negated && a.atHome(&cl) && a.verbless(&a.clauses[n]) && a.clauses[n].sentence == cl.sentence && a.daily(&a.clauses[n]) {
			return true // "from home, all five days"
		}
		if cl.negated && cl.who&pSelf != 0 && a.has(cl.not+1, cl.not+2, "go", "come") && a.has(cl.to-1, cl.to, "in") {
			return true // "I don't go in"
		}
		if cl.negated {
			return a.absolute(&cl) && (a.has(cl.not, cl.to, "go", "went", "come", "going", "been", "office") || a.has(cl.not, cl.to, "seen", "entered") && a.has(cl.not, cl.to, "building", "place", "there", "inside"))
		}
		return a.atHome(&cl) && (a.onlyThere(&cl) || a.has(cl.from, cl.to, "always", "fully", "entirely", "completely", "100%", "whole", "every", "all", "permanently"))
	})
}

// onlyThere reports whether a clause says that the work is done in one place and nowhere else, and
// not only on some days: "only at my kitchen table", "everything is from home".
func (a *answer) onlyThere(cl *clause) bool {
	if a.has(cl.from, cl.to, "monday", "mondays", "tuesday", "tuesdays", "wednesday", "wednesdays", "thursday", "thursdays", "friday", "fridays", "when", "days", "day", "once", "twice", "sometimes", "if") {
		return false
	}
	for i := cl.from; i < cl.to; i++ {
		if a.has(i, i+1, "everything") && (i == cl.from || a.has(i+1, i+2, "is", "was", "happens")) {
			return true
		}
	}
	return a.is(cl.from, cl.from+1, mOnly)
}

// atHome reports whether a clause puts the work where the applicant lives.
func (a *answer) atHome(cl *clause) bool {
	if a.has(cl.from, cl.to, "remote", "remotely", "wfh") {
		return true
	}
	for i := cl.from; i < cl.to; i++ {
		switch a.words[i].Text {
		case "home":
			if a.has(cl.from, cl.to, "work", "working", "from") || a.has(cl.from, cl.to, "at") && !a.gone(cl) {
				return true
			}
		case "house", "apartment", "flat", "bedroom", "kitchen", "sofa", "couch":
			mine := i - 1
			if a.has(mine, i, "own") {
				mine--
			}
			if mine-1 >= cl.from && !a.has(i, cl.to, "office") && a.terms[mine].is(mMine) && a.has(mine-1, mine, "at", "from", "in") && (a.verbless(cl) || a.has(cl.from, cl.to, "work", "working", "sit", "i'm", "am")) {
				return true // "at my house"
			}
		}
	}
	return false
}
