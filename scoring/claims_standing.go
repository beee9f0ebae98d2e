package scoring

import (
	"slices"
	"strings"

	"github.com/viceconsul/viceconsul/interview/transcript/measure"
)

// jobLeft finds that the applicant no longer has, or never had, the declared post.
func (c *Case) jobLeft(a *answer, out []Claim) []Claim {
	field := "employment.employer"
	if f := c.fact(returnRole); f != nil && (a.asks(returnRole) || c.fact(field) == nil) {
		field = f.path
	} else if own := c.fact("employment.business"); own != nil && c.fact(field) == nil {
		field = own.path
	}
	for i := range a.clauses {
		cl := &a.clauses[i]
		if !cl.plain() || cl.other && cl.who != pPerson || cl.quoted || a.has(cl.from, cl.to, "previous", "first", "old", "former", "earlier", "last") && !a.has(cl.from, cl.to, "month", "week", "year") {
			continue
		}
		for j := cl.from; j < cl.to; j++ {
			never := !cl.other && a.neverWorked(cl, j)
			left := a.terms[j].is(mLeftJob) && !(a.has(j, j+1, "left") && a.offDuty(cl)) && !a.leavesLater() && !cl.other && !a.deniedBefore(cl, j) && cl.marks&mSoon == 0 && !a.thenJobless(cl, j) && !a.heldAgain(cl) && !a.othersLeft(cl, j)
			left = left && !a.onlyMeantTo(cl, j)
			left = left && (!a.has(j, j+1, "looking", "searching", "dropped") || c.idleToday(a, cl, j, j+int(a.terms[j].n)))
			left = left || a.terms[j].is(mNot) && a.is(cl.from, j, mI) && j+1 < cl.to && a.has(j+1, cl.to, "work") && j+3 > cl.to-1 && c.idleToday(a, cl, j, cl.to)
			left = left || a.has(j, j+1, "free", "idle", "resting", "jobless") && a.has(j+1, min(j+3, len(a.words)), "since", "now", "until", "till") && a.is(cl.from, j, mI) && !cl.negated && a.asks("employment.employer")
			left = left || a.gaveUpPlace(cl, j) || c.noMoreAt(a, cl, j) || c.leftNamed(a, cl, j, out) || c.ownInstead(a, cl, j) || a.handedIn(cl, j)
			left = left && !(a.has(j, j+1, unemployed...) && (a.asks("employment.gaps") && cl.marks&mPast != 0 || a.has(cl.from, j, "was", "were"))) || a.givenUp(cl, j)
			if field == "employment.business" {
				never, left = false, a.gaveUpPlace(cl, j) // whoever leaves a shop to others has it still
			}
			if !left && !never || a.thingEnded(cl, j) || a.otherEnded(cl, j) || a.has(j, j+1, "left", "closed") && a.terms[j].n > 1 && !a.asksOfWork() {
				continue
			}
			k := a.claim(kindStatus, field, cl, cl.from, min(cl.to, j+max(int(a.terms[j].n), 1)))
			k.Negative, k.word, k.asked = true, "left", a.asks("employment.employer", returnRole, "employment.title", "employment.start_date", "employment.occupation")
			if out = append(out, k); field == "employment.employer" && !never && c.returnsToEmployer() {
				k.Field = returnRole
				out = append(out, k)
			}
			return out
		}
	}
	return out
}

// neverWorked reports whether the denial at word j says that the applicant has had no work
// so far: "never worked", "haven't worked yet".
func (a *answer) neverWorked(cl *clause, j int) bool {
	if j == cl.from && a.has(j, j+1, "nothing", "nowhere") && a.has(j+1, j+2, "since", "now", "currently", "presently", "yet") && a.asks("employment.employer") && !a.asks("employment.gaps") {
		return true
	}
	if a.terms[j].is(mNot) && a.has(j+1, j+2, "worked") && (a.has(j+2, min(j+4, len(a.words)), "since") || a.has(j+2, j+4, "anywhere")) && cl.who&^pSelf == 0 && !a.is(cl.from, cl.to, mUS|mThere) {
		return true
	}
	if !a.terms[j].is(mNot) || cl.to-j > 4 {
		return false
	}
	if a.has(j, j+1, "never") && a.has(j+1, j+2, "joined", "worked", "served") && a.has(cl.to-1, cl.to, "anywhere", "anyone", "anybody") && !a.is(cl.from, cl.to, mUS|mThere) {
		return true
	}
	never := a.has(j, j+1, "never") && a.has(j+1, j+3, "worked", "work", "had", "employed")
	yet := a.asks("employment.title", "employment.occupation", "employment.employer") && a.has(j, j+1, "haven't", "not") && a.has(j+1, j+2, "worked", "started") && a.has(j+2, cl.to, "yet", "anywhere", "before")
	return never && a.has(j+1, cl.to, "worked", "job", "employed") || yet
}

// idleToday reports whether the words at i say of today, and of no time or place alone, that
// the applicant has no work, or no studies any more: "I don't work". Who studies need not.
func (c *Case) idleToday(a *answer, cl *clause, i, next int) bool {
	if a.gone(cl) && !a.has(i, i+1, "dropped") || a.has(next, next+1, "of", "there", "on", "with", "for", "in", "at", "before") || len(a.yearsIn(cl.sentence)) > 0 {
		return false
	}
	student := false
	for _, path := range []string{"employment.title", "employment.occupation"} {
		f := c.fact(path)
		student = student || f != nil && f.has("student", "pupil")
	}
	return student == a.has(i, i+1, "dropped")
}

// gapDenied finds that the applicant says never to have been without work or studies: "I
// worked straight through", "there was no break".
func (c *Case) gapDenied(a *answer, out []Claim) []Claim {
	const path = "employment.gaps"
	if f := c.fact(path); f == nil || f.none || slices.ContainsFunc(out, func(k Claim) bool { return k.Field == path }) {
		return out
	}
	for i := range a.clauses {
		cl := &a.clauses[i]
		if !cl.plain() || cl.hedged || cl.other && !cl.inherits {
			continue
		}
		none := cl.negated && a.has(cl.not, cl.to, "break", "breaks", "gap", "gaps", "idle", "interruption") && !a.has(cl.from, cl.to, "take", "took", "need", "summer", "winter", "lunch")
		through := a.has(cl.from, cl.to, "straight", "all", "right") && a.has(cl.from+1, cl.to, "through") && a.has(cl.from, cl.to, "worked", "working", "employed")
		if !none && !through {
			continue
		}
		k := a.claim(kindStatus, path, cl, cl.from, cl.to)
		k.Negative, k.asked, k.Certain = true, a.asks(path), true
		return append(out, k)
	}
	return out
}

// returnNamed are the fields of the way back whose declared words a line names that asks
// for nothing else: "Kenyatta is fine with a year without you?"
func (c *Case) returnNamed(a *answer) []string {
	var out []string
	if !a.yesNoLine() {
		return nil
	}
	for i := range c.names {
		d := &c.names[i]
		if d.path == returnRole && slices.ContainsFunc(a.ask, func(w string) bool { return len(w) > 3 && d.name.matches(strings.TrimSuffix(w, "'s")) }) {
			out = append(out, d.path)
			break
		}
	}
	if f := c.fact(planAfter); f != nil && slices.ContainsFunc(a.ask, func(w string) bool {
		return len(w) > 3 && !small[w] && !heads[w] && slices.ContainsFunc(f.words, func(d measure.Word) bool { return d.Text == w })
	}) {
		out = append(out, planAfter)
	}
	return out
}

const (
	returnRole  = "ties.return_role"
	subject212e = "j1.subject_212e"
)

// returnsToEmployer reports whether the post declared to be waiting is one with the
// present employer, so that who left has lost it too.
func (c *Case) returnsToEmployer() bool {
	post, employer := c.fact(returnRole), c.fact("employment.employer")
	if post == nil || employer == nil {
		return false
	}
	v, ok := post.part("employer")
	return ok && strings.EqualFold(v.Text, employer.value().Text)
}

// onlyMeantTo reports whether what the word at j tells of was no more than wished or thought
// of: "before, I wanted to resign".
func (a *answer) onlyMeantTo(cl *clause, j int) bool {
	return j-2 >= cl.from && a.has(j-1, j, "to", "of") && a.has(max(j-4, cl.from), j-1, "want", "wanted", "wants", "planned", "plan", "planning", "thought", "thinking", "meant", "intended", "afraid", "ready", "willing", "tempted")
}

// thingEnded reports whether it is a thing, and no person, that the word at i says was
// dismissed or ended: "it was dismissed", of a case.
func (a *answer) thingEnded(cl *clause, i int) bool {
	return a.has(i, i+1, "dismissed", "terminated", "closed") && !a.is(cl.from, i, mI|mMine) && a.has(cl.from, i, "it", "case", "charge", "charges", "complaint", "petition", "that", "this", "matter", "file")
}

// asksOfWork reports whether the officer's line asks about a post, so that what was left
// or closed can be one: "I left it".
func (a *answer) asksOfWork() bool {
	return a.asks("employment.employer", returnRole, "employment.title", "employment.occupation", "employment.previous", "employment.gaps", "employment.start_date", "h1b.petitioner")
}

// unemployed open the words for having no work; of a time that is past they tell a
// gap, not the loss of the present post.
var unemployed = []string{"unemployed", "jobless", "not", "no", "without", "had", "out", "between"}

// heldAgain reports whether an answer goes on to tell that a post once left is held
// again: "I resigned, and in August they gave me the same post".
func (a *answer) heldAgain(left *clause) bool {
	for i := range a.clauses {
		cl := &a.clauses[i]
		if cl.from <= left.from || cl.hypothetical || cl.marks&mSoon != 0 || cl.question {
			continue
		}
		again := a.has(cl.from, cl.to, "rejoined", "reinstated", "rehired", "reappointed")
		given := a.has(cl.from, cl.to, "took", "taken", "gave", "given", "hired", "got", "joined", "returned", "accepted", "approved")
		if again || given && a.has(cl.from, cl.to, "back", "again", "same", "leave") && a.has(cl.from, cl.to, "me", "my", "i") {
			return true
		}
	}
	return false
}

// leavesLater reports whether an answer tells that a post which is given up is still held, as
// the last day in it is to come: "I've put my papers, last day is 31 July".
func (a *answer) leavesLater() bool {
	for i := 1; i < len(a.words); i++ {
		cl := a.clauseOf(i)
		switch {
		case cl.marks&mPast != 0:
		case a.has(i, i+1, "day") && a.has(max(i-2, cl.from), i, "last") && (a.has(i+1, cl.to, "is", "on", "will") || a.verbless(cl)), a.has(i, i+1, "notice") && a.has(cl.from, i, "serving"):
			return true
		}
	}
	return false
}

// givenUp reports whether the word at i is the end of the applicant's own post, told
// as a noun or by who has it now: "put up my resignation", "hired someone in my place".
func (a *answer) givenUp(cl *clause, i int) bool {
	if cl.negated || cl.hypothetical || cl.marks&mSoon != 0 || !a.asks("employment.employer", returnRole) {
		return false
	}
	switch a.words[i].Text {
	case "retired", "superannuated":
		return cl.who&^pSelf == 0 && a.asks("employment.employer")
	case "resignation":
		return a.has(cl.from, cl.to, "my") && a.has(cl.from, i, "put", "gave", "given", "submitted", "sent", "hand", "handed", "tendered", "wrote")
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

// otherEnded reports whether what the word at i says is over, or not there, is no post of
// the applicant: a case that was dismissed, no job "there".
func (a *answer) otherEnded(cl *clause, i int) bool {
	if a.has(i, i+int(a.terms[i].n), "dismissed", "terminated") {
		return cl.who&pSelf == 0 && !a.has(i+1, cl.to, "me") && !a.asksOfWork() || a.has(cl.from, i, "case", "charge", "charges", "complaint")
	}
	return a.has(i, i+int(a.terms[i].n), "job", "work", "working") && a.has(i+1, cl.to, "there", "us", "usa", "america") && !a.asksOfWork()
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

// matchYear reads the year of the Match.
func (c *Case) matchYear(a *answer, out []Claim) []Claim {
	const path = "jp.match_year"
	if !a.asks(path) || slices.Contains(a.ask, "apply") {
		return out
	}
	for i := range a.clauses {
		cl := &a.clauses[i]
		if !cl.plain() || cl.negated || cl.other && cl.who&pHuman != 0 || !a.has(cl.from, cl.to, "matched", "match", "in", "year") {
			continue
		}
		years := a.yearsIn(cl.sentence)
		if len(years) > 1 {
			years = a.yearsOf(cl) // "not this March, the one before, in 2026"
		}
		if len(years) == 0 && c.today.Year != 0 && a.has(cl.from, cl.to, "this") && a.has(cl.from, cl.to, "year") {
			years = []int{c.today.Year} // "this same year"
		}
		if len(years) == 1 && (a.has(cl.from, cl.to, "matched", "match") || a.lineHas([]string{"match", "matched"})) {
			k := a.claim(kindStatus, path, cl, cl.from, cl.to)
			k.word, k.years, k.asked = "matched", years, true
			return append(out, k)
		}
	}
	return out
}
