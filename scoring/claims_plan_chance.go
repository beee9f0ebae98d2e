package scoring

// chancesTaken finds each plan to take up what might be offered there.
func (a *answer) chancesTaken(out []Claim) []Claim {
	for i := range a.clauses {
		if from := a.takesChance(i); from >= 0 {
			k := a.claim(kindPlan, planAfter, &a.clauses[i], from, a.clauses[i].to)
			k.word, k.asked, k.Certain, k.Negative = planStay, true, !a.clauses[i].hedged, false
			out = append(out, k)
		}
	}
	return out
}

// takesChance finds an answer that means to take what it supposes might come there: "if I
// find work there I take it", "if a faculty post comes in some US university, I will take
// that and settle". It is the word its condition begins with; -1 for none.
func (a *answer) takesChance(n int) int {
	cl := &a.clauses[n]
	if n == 0 || cl.negated || cl.question || cl.quoted || cl.hedged || cl.who&pSelf == 0 || a.gone(cl) || a.hasHome(cl) {
		return -1
	}
	takes := a.has(cl.from, cl.to, "take", "accept", "grab", "seize") && a.has(cl.from, cl.to, "it", "that", "this", "one", "them")
	if !takes && !a.has(cl.from, cl.to, "stay", "remain", "settle") {
		return -1
	}
	was := &a.clauses[n-1]
	supposed := was.hypothetical || a.has(was.from, was.from+2, "when", "once", "should")
	if was.sentence != cl.sentence || !supposed || was.negated || a.hasHome(was) || a.has(was.from, was.to, "would", "had") {
		return -1
	}
	if !a.has(was.from, was.to, "job", "jobs", "work", "post", "position", "offer", "offers", "opportunity", "chance", "contract", "faculty", "vacancy", "hospital", "company", "employer", "sponsor") {
		return -1
	}
	if !a.ofUS(was) && !a.inStates(was) && !a.ofUS(cl) && !a.inStates(cl) && !a.lineIs(mUS) {
		return -1
	}
	return was.from
}

// hasHome reports whether a clause speaks of the applicant's own country.
func (a *answer) hasHome(cl *clause) bool {
	return a.has(cl.from, cl.to, "home", "here", "back", "country", "homeland", "hometown") || a.otherCountry(cl)
}

// staysOn reports whether a clause tells of going on working there: "I remain working with
// them in Orlando", "the salary there is ten times, so I would continue as attending".
func (a *answer) staysOn(cl *clause) bool {
	if cl.negated || cl.question || a.gone(cl) || a.hasHome(cl) || a.has(cl.from, cl.to, "until", "till", "my", "our", "same", "weeks", "study", "studies", "studying", "phd", "family", "visit") {
		return false
	}
	there := a.inStates(cl) || a.is(cl.from, cl.to, mUS)
	for i := 0; i < cl.to && !there; i++ {
		there = a.words[i].Text == "there" && !(i+1 < len(a.words) && being[a.words[i+1].Text] && a.clauseOf(i) == cl)
	}
	if !there {
		return false
	}
	for i := cl.from; i < cl.to; i++ {
		if a.has(i, i+1, "remain", "stay", "continue", "keep") {
			return a.has(i+1, min(i+4, cl.to), "working", "work", "practising", "practicing", "as", "job", "practice")
		}
	}
	return false
}

// inStates reports whether a clause names a place in the United States.
func (a *answer) inStates(cl *clause) bool {
	for i := cl.from; i < cl.to; i++ {
		if p := a.terms[i].place; p != nil && p.us && p.side(false) == nil {
			return true
		}
	}
	return false
}
