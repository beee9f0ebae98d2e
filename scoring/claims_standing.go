package scoring

import "slices"

// standingStatuses are of papers, posts and duties.
var standingStatuses = []status{
	{path: "additional.special_skills", line: []string{"explosives", "weapons"}, say: []string{"explosives", "pathogens", "weapons"}, past: true},
	{path: "jp.ecfmg_certified", line: []string{"certified", "ecfmg"}, say: []string{"certified", "certificate", "certification", "ecfmg"}, deny: mPending},
	{path: "hp.step3_passed", line: []string{"passed", "step", "3"}, cue: mDone, say: []string{"failed", "fail", "taken", "waiting"}, deny: mPending},
	{path: "j1.subject_212e", line: []string{"subject", "apply", "applies"}, say: []string{"subject", "apply", "applies", "applicable", "must", "required"}},
	{path: "finance.loan", line: []string{"loan", "loans", "bank", "debt", "debts", "owe"}, skip: []string{"repay", "enough"}, cue: mLoan | mPending | mDone, say: []string{"owe", "debt", "debts", "borrow"}},
	{path: "j1.insurance", line: []string{"insurance", "insured"}, say: []string{"insurance", "insured", "covered"}, deny: mPending},
	{path: "jw.driving_licence", line: []string{"drive", "licence"}, say: []string{"drive", "driving", "licence", "license"}, deny: mPending},
	{path: "h1b.cap_exempt", line: []string{"exempt"}, denies: []string{"lottery"}, say: []string{"exempt"}},
	{path: "ties.return_role", line: []string{"position", "waiting"}, say: []string{"position", "post"}},
	{path: "ties.property", line: []string{"property", "house", "own"}, say: []string{"house", "land", "apartment", "flat", "property", "plot", "home"}},
}

// jobLeft finds that the applicant no longer has, or never had, the declared post.
func (c *Case) jobLeft(a *answer, out []Claim) []Claim {
	field := "employment.employer"
	if f := c.fact("ties.return_role"); f != nil && (a.asks("ties.return_role") || c.fact(field) == nil) {
		field = f.path
	}
	for i := range a.clauses {
		cl := &a.clauses[i]
		if !cl.plain() || cl.other && cl.who != pPerson || cl.quoted || a.has(cl.from, cl.to, "previous", "first", "old", "former", "earlier", "last") && !a.has(cl.from, cl.to, "month", "week", "year") {
			continue
		}
		for j := cl.from; j < cl.to; j++ {
			never := !cl.other && a.terms[j].is(mNot) && a.has(j+1, j+3, "worked", "work", "had", "employed") && a.words[j].Text == "never" && a.has(j+1, cl.to, "worked", "job", "employed") && cl.to-j <= 4
			left := a.terms[j].is(mLeftJob) && !cl.other && !a.deniedBefore(cl, j) && cl.marks&mSoon == 0 && !a.thenJobless(cl, j) && !a.othersLeft(cl, j)
			left = left || a.givenUp(cl, j)
			if !left && !never {
				continue
			}
			k := a.claim(kindStatus, field, cl, cl.from, min(cl.to, j+max(int(a.terms[j].n), 1)))
			k.Negative, k.word, k.asked = true, "left", a.asks("employment.employer", "ties.return_role", "employment.title", "employment.start_date", "employment.occupation")
			return append(out, k)
		}
	}
	return out
}

// givenUp reports whether the word at i is the end of the applicant's own post, told
// as a noun or by who has it now: "put up my resignation", "hired someone in my place".
func (a *answer) givenUp(cl *clause, i int) bool {
	if cl.negated || cl.hypothetical || cl.marks&mSoon != 0 || !a.asks("employment.employer", "ties.return_role") {
		return false
	}
	switch a.words[i].Text {
	case "resignation":
		return a.has(cl.from, i, "my") && a.has(cl.from, i, "put", "gave", "given", "submitted", "sent", "handed")
	case "contract":
		return a.has(cl.from, cl.to, "finish", "finished", "ended", "over", "expired", "finishes") && !a.has(cl.from, cl.to, "until", "after", "first")
	case "hired", "taken", "replaced", "filled":
		if a.has(i, i+1, "replaced") && a.has(i+1, i+2, "me") {
			return true
		}
		return a.has(i+1, cl.to, "my", "the") && a.has(i+1, cl.to, "place", "position", "post", "seat") && a.has(cl.from, cl.to, "someone", "somebody", "another", "other", "new")
	}
	return false
}

// othersLeft reports whether who leaves a post at word i is somebody the clause, or
// the one it goes on from, counts or names: "eleven doctors resigned".
func (a *answer) othersLeft(cl *clause, i int) bool {
	if cl.who&pSelf != 0 || !a.has(i, i+1, "resigned", "resign", "left", "quit", "resigning", "leaving", "stopped") {
		return false
	}
	from := cl.from
	for from < i && a.terms[from].is(mSpeech|mYes) {
		from++
	}
	return i > from
}

// thenJobless reports whether "no job" at word i tells how things were, in a
// sentence about the past: "I was just graduated, no job".
func (a *answer) thenJobless(cl *clause, i int) bool {
	if !a.has(i, i+1, "no", "without", "unemployed", "jobless", "between", "out", "had") {
		return false
	}
	for j := range a.clauses {
		if o := &a.clauses[j]; o.sentence == cl.sentence && o.to <= cl.from && o.marks&mPast != 0 {
			return true
		}
	}
	return false
}

// deniedBefore reports whether a denial stands before word i, outside the term
// that begins there.
func (a *answer) deniedBefore(cl *clause, i int) bool {
	for j := cl.from; j < i; j++ {
		if a.terms[j].is(mNot) {
			return true
		}
	}
	return false
}

// physicianStatus reads examinations and the way into training.
func (c *Case) physicianStatus(a *answer, out []Claim) []Claim {
	for i := range a.clauses {
		cl := &a.clauses[i]
		if !cl.plain() || cl.other && cl.who&pHuman != 0 {
			continue
		}
		if a.asks("jp.usmle") && (cl.marks&mFirst != 0 || a.atOneGo(cl) || a.has(cl.from, cl.to, "failed", "fail") || a.has(cl.from, cl.to, "second", "third") && a.has(cl.from, cl.to, "attempt", "time", "try", "go")) && !slices.Contains(a.ask, "apply") {
			k := a.claim(kindStatus, "jp.usmle", cl, cl.from, cl.to)
			k.word, k.asked = "first", true
			failed := a.has(cl.from, cl.to, "failed", "fail", "lost")
			if cl.marks&mFirst == 0 && !cl.negated && !a.atOneGo(cl) || failed && !cl.negated || a.has(cl.from, cl.to, "second", "third") {
				k.word = "failed"
			} else if !failed && !a.is(cl.from, cl.to, mAll) && cl.negated {
				k.word = "failed"
				k.Negative = false
			}
			out = oneSitting(out, k)
		}
		if years := a.yearsIn(cl.sentence); a.asks("jp.match_year") && len(years) == 1 && a.has(cl.from, cl.to, "matched", "match", "in") && !slices.Contains(a.ask, "apply") {
			k := a.claim(kindStatus, "jp.match_year", cl, cl.from, cl.to)
			k.word, k.years, k.asked = "matched", years, true
			out = append(out, k)
		}
		if a.asks("jp.match_year") && a.has(cl.from, cl.to, "match") && a.has(cl.from, cl.to, "outside", "without", "not") || a.asks("jp.match_year") && a.has(cl.from, cl.to, "prematch", "off") {
			k := a.claim(kindStatus, "jp.match_year", cl, cl.from, cl.to)
			k.Negative, k.word, k.asked = true, "outside", true
			out = append(out, k)
		}
	}
	return a.examsByParticle(out)
}

// examsByParticle reads yes or no to "did you pass all of them the first time?"
func (a *answer) examsByParticle(out []Claim) []Claim {
	const path = "jp.usmle"
	if !a.asks(path) || !a.polarLine() || !a.lineHas([]string{"first"}) || !a.lineHas([]string{"pass", "passed", "clear"}) || slices.ContainsFunc(out, func(k Claim) bool { return k.Field == path }) {
		return out
	}
	yes, to, sure := a.particles()
	if to == 0 {
		return out
	}
	k := a.claim(kindStatus, path, &clause{not: -1}, 0, to)
	k.word, k.Certain, k.asked = "first", sure, true
	if !yes {
		k.word = "failed"
	}
	return append(out, k)
}

// atOneGo reports whether a clause says that one attempt was enough.
func (a *answer) atOneGo(cl *clause) bool {
	return a.has(cl.from, cl.to, "one", "single") && a.has(cl.from, cl.to, "go", "attempt", "sitting", "try")
}

// oneSitting adds what is said of examinations: one that was failed outweighs the
// others that went at first, in whichever order they are told.
func oneSitting(out []Claim, k Claim) []Claim {
	for i := range out {
		if out[i].Field != k.Field || out[i].kind != k.kind {
			continue
		}
		if k.word == "failed" {
			out[i] = k
		}
		return out
	}
	return append(out, k)
}

// studentStatus reads how far a student is.
func (c *Case) studentStatus(a *answer, out []Claim) []Claim {
	for _, path := range []string{"jw.home_university", "jw.degree_and_experience"} {
		if !a.asks(path) {
			continue
		}
		for i := range a.clauses {
			cl := &a.clauses[i]
			if !cl.plain() || cl.negated || cl.other && cl.who&pHuman != 0 {
				continue
			}
			word := ""
			switch {
			case a.has(cl.from, cl.to, "graduated") || a.has(cl.from, cl.to, "finished", "completed") && a.has(cl.from, cl.to, "degree", "studies", "university", "course"):
				word = "graduated"
			case a.has(cl.from, cl.to, "graduate", "graduating") && cl.who&pSelf != 0 || a.has(cl.from, cl.to, "final", "last") && a.has(cl.from, cl.to, "year"):
				word = "graduating"
			default:
				continue
			}
			k := a.claim(kindStatus, path, cl, cl.from, cl.to)
			k.word, k.asked = word, true
			out = append(out, k)
			break
		}
	}
	return out
}

// workStatus reads where an H-1B worker sits and how the petition was filed.
func (c *Case) workStatus(a *answer, out []Claim) []Claim {
	if !a.asks("h1b.third_party_placement", "h1b.filed_from", "h1b.work_model") {
		return out
	}
	for i := range a.clauses {
		cl := &a.clauses[i]
		if !cl.plain() || cl.other && cl.who&pHuman != 0 {
			continue
		}
		at := func(words ...string) bool { return a.has(cl.from, cl.to, words...) }
		if a.asks("h1b.third_party_placement") && at("client", "client's", "clients", "customer", "customer's") && !at("who", "letter") && (at("at", "site", "office", "from", "the", "with") || cl.to-cl.from <= 2) {
			k := a.claim(kindStatus, "h1b.third_party_placement", cl, cl.from, cl.to)
			k.asked = true
			out = append(out, k)
		}
		if a.asks("h1b.filed_from") && (at("consular") || at("change") && at("status")) {
			k := a.claim(kindStatus, "h1b.filed_from", cl, cl.from, cl.to)
			k.word, k.asked = "consular", true
			if at("change") {
				k.word = "change_of_status"
			}
			out = append(out, k)
		}
		if a.asks("h1b.filed_from") && !cl.negated && a.is(cl.from, cl.to, mUS) && at("filed", "while", "was") {
			k := a.claim(kindStatus, "h1b.filed_from", cl, cl.from, cl.to)
			k.word, k.asked = "change_of_status", true
			out = append(out, k)
		}
	}
	return out
}
