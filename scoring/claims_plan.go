package scoring

import "slices"

const (
	planAfter = "ties.plan_after"
	workPlan  = "f1.work_plan"
)

// A plan's direction.
const (
	planHome   = "home"   // goes back
	planStay   = "stay"   // stays, or works, beyond the programme
	planStage  = "stage"  // something else first
	planWork   = "work"   // works while studying
	planTrain  = "train"  // practical training
	planSame   = "same"   // words of the declared plan
	planCampus = "campus" // works on campus
)

// planClaims finds what an applicant means to do afterwards, and whether to work
// meanwhile. In H-1B there is nothing to find: settling is allowed there.
func (c *Case) planClaims(a *answer, out []Claim) []Claim {
	if !c.category.HasTies() {
		return out
	}
	if a.asks(planAfter) && a.asksPlan() {
		out = c.plansAfter(a, out)
	}
	if a.asks(workPlan) && slices.ContainsFunc(a.ask, func(w string) bool { return w == "work" || w == "job" || w == "training" || w == "opt" }) {
		return a.plansToWork(out)
	}
	if c.fact(workPlan) != nil {
		out = a.volunteersWork(out)
	}
	return out
}

// volunteersWork finds a student who says unasked that the fees are to be earned, or
// a part-time job is planned.
func (a *answer) volunteersWork(out []Claim) []Claim {
	for i := range a.clauses {
		cl := &a.clauses[i]
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

// asksPlan reports whether the officer's line asks what comes afterwards.
func (a *answer) asksPlan() bool {
	return slices.ContainsFunc(a.ask, func(w string) bool {
		switch w {
		case "after", "next", "plan", "return", "come", "finish", "happens", "back", "immigrate", "permanently", "stay", "waivers", "waiver", "first", "degree", "do":
			return true
		}
		return false
	})
}

// plansAfter reads each clause for the direction of the plan it tells.
func (c *Case) plansAfter(a *answer, out []Claim) []Claim {
	told := map[string]bool{}
	if f := c.fact(planAfter); f != nil {
		told = distinctive(f.words)
	}
	for i := range a.clauses {
		cl := &a.clauses[i]
		if cl.question || cl.quoted || cl.hypothetical && cl.marks&mSoon == 0 || a.has(cl.from, cl.to, "had", "have") && cl.hypothetical || cl.other && cl.who&pHuman&^pFamily != 0 {
			continue
		}
		for _, word := range a.directions(cl, told) {
			k := a.claim(kindPlan, planAfter, cl, cl.from, cl.to)
			k.word, k.asked = word, true
			out = append(out, k)
		}
	}
	return out
}

// directions lists where a clause points.
func (a *answer) directions(cl *clause, told map[string]bool) []string {
	var out []string
	home := a.has(cl.from, cl.to, "back", "return", "returning", "home") || cl.marks&mReturn != 0
	settle := cl.marks&mSettle != 0 && !a.has(cl.from, cl.to, "here")
	abroad := a.is(cl.from, cl.to, mUS) || a.has(cl.from, cl.to, "there", "abroad")
	work := cl.marks&mWork != 0 || a.has(cl.from, cl.to, "experience", "offer", "practice", "practise", "clinic", "hospital")
	same := 0
	for i := cl.from; i < cl.to; i++ {
		if told[a.words[i].Text] {
			same++
		}
	}
	switch {
	case settle && !(home && cl.negated) && !a.has(cl.from, cl.to, "back home", "my country"):
		out = append(out, planStay)
	case abroad && work && !home && a.wants(cl):
		out = append(out, planStay)
	case work && a.has(cl.from, cl.to, "experience") && a.has(cl.from, cl.to, "first", "abroad") || cl.marks&mTrain != 0:
		out = append(out, planStage)
	}
	if home {
		out = append(out, planHome)
	}
	if same > 0 {
		out = append(out, planSame)
	}
	return out
}

// wants reports whether a clause tells an intention.
func (a *answer) wants(cl *clause) bool {
	return cl.marks&mSoon != 0 || a.has(cl.from, cl.to, "want", "get", "find", "look", "work", "would", "like", "hope", "plan", "join")
}

// plansToWork reads whether a student means to work.
func (a *answer) plansToWork(out []Claim) []Claim {
	n := len(out)
	for i := range a.clauses {
		cl := &a.clauses[i]
		if !cl.plain() || cl.other && cl.who&pHuman != 0 || a.gone(cl) || a.has(cl.from, cl.to, "how") {
			continue
		}
		word := ""
		switch {
		case cl.marks&mTrain != 0:
			word = planTrain
		case !a.intends(cl):
			continue
		case a.has(cl.from, cl.to, "campus") && !a.has(cl.from, cl.to, "off") && a.has(cl.from, cl.to, "on", "work", "job"):
			word = planCampus
		case a.has(cl.from, cl.to, "work", "job", "working", "part"):
			word = planWork
		default:
			continue
		}
		k := a.claim(kindPlan, workPlan, cl, cl.from, cl.to)
		k.word, k.asked = word, true
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

// intends reports whether a clause tells what the applicant means or has to do, or
// only names it.
func (a *answer) intends(cl *clause) bool {
	return cl.marks&(mSoon|mHedge) != 0 || cl.negated || a.verbless(cl) || a.has(cl.from, cl.to, "must", "can", "may", "need", "part", "hours")
}
