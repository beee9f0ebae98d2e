package scoring

import "slices"

// volunteersWork finds a student who says unasked that the fees are to be earned, or
// a part-time job is planned.
func (a *answer) volunteersWork(out []Claim) []Claim {
	for i := range a.clauses {
		cl := &a.clauses[i]
		if !cl.question && !cl.quoted && !cl.negated && !a.gone(cl) && a.onCampus(cl) && a.has(cl.from, cl.to, "work", "job", "assistantship") {
			k := a.claim(kindPlan, workPlan, cl, cl.from, cl.to)
			k.word, k.Certain = planCampus, false
			return append(out, k)
		}
		if cl.plain() && !cl.negated && !a.has(cl.from, cl.to, "home", "here", "country", "campus", "after", "back") && (a.needsJob(cl) || a.givenShifts(cl)) {
			k := a.claim(kindPlan, workPlan, cl, cl.from, cl.to)
			k.word, k.Certain = planWork, !cl.hedged
			return append(out, k)
		}
		if !cl.plain() || cl.negated || cl.hedged || cl.who&pSelf == 0 || a.has(cl.from, cl.to, "home", "here", "country", "campus", "after") {
			continue
		}
		verb := a.payVerb(cl)
		partTime := a.has(cl.from, cl.to, "part") && a.has(cl.from, cl.to, "work", "job") && cl.marks&mSoon != 0
		if verb >= 0 && a.worksTo(cl, verb) && cl.marks&(mSoon|mVerb) != 0 || partTime {
			k := a.claim(kindPlan, workPlan, cl, cl.from, cl.to)
			k.word = planWork
			return append(out, k)
		}
	}
	return out
}

// needsJob reports whether the applicant says to be in need of work there: "from January
// I need some job".
func (a *answer) needsJob(cl *clause) bool {
	if cl.who&pSelf == 0 || a.gone(cl) {
		return false
	}
	if cl.marks&mSoon != 0 && a.has(cl.from, cl.to, "working", "work") && a.has(cl.from, cl.to, "somewhere", "weekends", "weekend", "evenings", "nights") {
		return true
	}
	for i := cl.from; i < cl.to; i++ {
		if a.has(i, i+1, "need", "find", "search", "get", "take", "look") && a.has(i+1, min(i+5, cl.to), "job", "jobs") && (cl.marks&mSoon != 0 || a.has(i, i+1, "need")) {
			return true
		}
	}
	return false
}

// givenShifts reports whether somebody is said to give the applicant work by the hour.
func (a *answer) givenShifts(cl *clause) bool {
	return !a.gone(cl) && a.has(cl.from, cl.to, "shift", "shifts") && a.has(cl.from, cl.to, "me", "i") && a.has(cl.from, cl.to, "gives", "give", "offers", "take", "do", "work", "promised", "will")
}

// plansToWork reads whether a student means to work.
func (a *answer) plansToWork(out []Claim) []Claim {
	n := len(out)
	for i := range a.clauses {
		cl := &a.clauses[i]
		campus := a.onCampus(cl)
		if cl.question || cl.quoted || cl.hypothetical && !campus || cl.other && cl.who&pHuman != 0 || a.gone(cl) || a.has(cl.from, cl.to, "how") {
			continue
		}
		word := ""
		switch {
		case cl.marks&mTrain != 0:
			word = planTrain
		case !a.intends(cl):
			continue
		case campus:
			word = planCampus
		case !cl.negated && a.paysBills(i):
			word = planWork
		case !cl.negated && a.anyWord(cl.from, cl.to, offCampus) && a.has(cl.from, cl.to, "work", "job", "working", "part", "something", "hours", "shifts", "in", "at"):
			word = planOff
		case a.has(cl.from, cl.to, "work", "job", "working", "part"):
			word = planWork
		default:
			continue
		}
		k := a.claim(kindPlan, workPlan, cl, cl.from, cl.to)
		k.word, k.asked = word, true
		k.Negative = k.Negative || word == planWork && a.has(cl.from, cl.to, "no")
		if a.has(cl.from, cl.to, "home", "here", "country") && word == planWork {
			continue
		}
		out = append(out, k)
	}
	if yes, to, sure := a.particles(); len(out) == n && to > 0 && a.polarLine() && !a.lineHas([]string{"anyone", "did", "any"}) {
		k := a.claim(kindPlan, workPlan, &clause{not: -1}, 0, to)
		k.word, k.Negative, k.Certain, k.asked = planWork, !yes, sure, true
		if slices.Contains(a.ask, "training") || slices.Contains(a.ask, "opt") {
			k.word = planTrain
		}
		out = append(out, k)
	}
	return out
}

// paysBills reports whether the n-th clause is of something the applicant will do that is said to
// pay for living or studies: "I'll go with him the weekends, it pays the rent".
func (a *answer) paysBills(n int) bool {
	if n+1 >= len(a.clauses) || a.clauses[n].who&pSelf == 0 {
		return false
	}
	next := &a.clauses[n+1]
	return next.sentence == a.clauses[n].sentence && next.plain() && !next.negated && a.has(next.from, next.from+1, "it", "that", "which") && a.has(next.from+1, next.from+3, "pays", "covers") && a.has(next.from+2, next.to, "rent", "fees", "tuition", "semester", "bills", "food", "living")
}

// offCampus are the employers, and the trades, that no school gives work in.
var offCampus = set("warehouse warehouses restaurant restaurants mall supermarket uber lyft doordash motel walmart amazon bar salon nanny pizzeria taxi gas")

// onCampus reports whether a clause tells of work the school itself gives.
func (a *answer) onCampus(cl *clause) bool {
	if a.has(cl.from, cl.to, "off", "outside") {
		return false
	}
	work := a.has(cl.from, cl.to, "on", "work", "job", "gives", "offers", "assistant", "assistantship", "needs", "position")
	return work && a.has(cl.from, cl.to, "campus", "lab", "laboratory", "library", "department", "cafeteria", "dining", "bookstore", "gym", "faculty", "assistant", "assistantship")
}

// intends reports whether a clause tells what the applicant means or has to do, or
// only names it.
func (a *answer) intends(cl *clause) bool {
	return cl.marks&(mSoon|mHedge) != 0 || cl.negated || a.verbless(cl) || a.has(cl.from, cl.to, "must", "can", "may", "need", "part", "hours")
}
