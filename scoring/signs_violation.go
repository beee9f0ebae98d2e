package scoring

import (
	"slices"

	"github.com/viceconsul/viceconsul/interview/transcript/measure"
)

// overstay reads leaving late, and leaving in time.
func (r *hearing) overstay(cl *clause, i int) int {
	t := r.traits[i]
	long := r.lasts(cl)
	if !r.near && (t&hOver == 0 || !r.has(i, i+1, "overstayed", "deported", "terminated") || !r.speaksOfMe(cl)) {
		return 0
	}
	if r.has(i, i+1, "terminated") && !r.has(cl.from, cl.to, "record", "sevis", "status", "i20", "20") && !r.lineHas([]string{"terminated", "record", "sevis"}) {
		return 0 // a job is terminated too
	}
	switch {
	case t&hOver != 0 && !(r.has(i, i+1, "removed") && !r.has(cl.from, i, "was", "were", "been", "got")):
		return 1
	case r.has(i, i+1, "rule", "rules", "law", "laws", "conditions") && r.has(cl.from, i, "broke", "break", "broken", "violated", "breached", "disobeyed", "ignored") && r.asked:
		return 1
	case r.asked && r.has(i, i+1, "active", "valid", "enrolled", "attended", "attending") && !cl.negated && (r.seen(cl.from, cl.to, hAllTime) || r.has(cl.from, cl.to, "full", "whole", "throughout", "until", "till", "entire")):
		return -1
	case t&hTimely != 0 && r.asked && r.has(i, i+1, "respected", "respect", "obeyed", "obey", "complied", "comply", "honoured", "observed", "stuck", "followed", "follow"):
		return -1
	case t&hStay != 0 && r.seen(i+1, cl.to, hTimely) && !r.has(i+1, cl.to, "late", "past", "beyond", "after", "over") && !r.has(cl.from, cl.to, "flight", "hour", "hours"):
		return -1
	case t&hStay != 0 && r.seen(i+1, cl.to, hLate) && (r.seen(i+1, cl.to, hDue) || r.has(i+1, cl.to, "late", "extra", "overdue") || long && r.has(i+1, cl.to, "past", "beyond", "over")):
		return 1
	case t&hStay != 0 && long && r.seen(i+1, cl.to, hDue) && r.asked:
		return 1 // "passed some days of the permitted"
	case t&hStay != 0 && long && r.near && r.paperEnded(cl, i):
		return 1 // "remained four months more after the paper ended"
	case r.asked && long && r.verbless(cl) && r.has(i, i+1, "before", "early", "earlier", "ahead"):
		return -1 // "two days before, even"
	case t&hLate != 0 && long && r.verbless(cl) && r.asked && r.has(i, i+1, "late", "after", "later", "over", "extra", "past", "beyond", "overdue"):
		return 1
	case r.has(i, i+1, "exceeded", "exceed") && r.near, r.asked && r.has(i, i+1, "late") && r.has(cl.from, i, "was", "were", "little", "bit") && !r.has(cl.from, cl.to, "flight"):
		return 1
	case r.asked && t&hDue != 0 && r.has(i+1, i+4, "passed", "finished", "expired", "ran", "over"), r.asked && r.has(i, i+1, "missed") && r.seen(i+1, cl.to, hDue):
		return 1 // "my date passed", "I missed the date"
	}
	return 0
}

// paperEnded reports whether a clause tells, behind the word at i, that the paper for the
// stay had ended by then, and not what the stay was for.
func (r *hearing) paperEnded(cl *clause, i int) bool {
	for j := i + 1; j+1 < cl.to; j++ {
		if r.has(j, j+1, "after", "past", "beyond") {
			return r.has(j+1, cl.to, "paper", "papers", "visa", "status", "permit", "card", "petition", "authorization", "authorisation") && r.has(j+1, cl.to, "end", "ended", "expired", "finished", "over", "ran", "lapsed", "expiry", "expiration")
		}
	}
	return false
}

// outstayed finds a departure that is told by how long the stay was, and lies far behind
// the longest one declared: "I left after eight months" of three weeks.
func (c *Case) outstayed(r *hearing, out []Claim) []Claim {
	const twice, fewWeeks = 2, 45 // our judgement: nobody remembers a stay that wrong
	visits, most := c.fact(eventPaths[ofVisit]), 0.0
	if visits == nil {
		return out
	}
	for i := range visits.items {
		if v, ok := visits.items[i].part("length"); ok {
			most = max(most, v.Days.High)
		}
	}
	for i := range r.mentions {
		m := &r.mentions[i]
		cl := r.clauseOf(m.From)
		if most == 0 || m.Kind != measure.Duration || m.Low < twice*most || m.Low < most+fewWeeks || !cl.plain() || cl.negated || cl.who&pSelf == 0 || r.has(m.To, m.To+1, "ago", "before", "later") {
			continue
		}
		if r.has(m.From-1, m.From, "after", "for") && r.has(cl.from, m.From, "left", "stayed", "returned", "remained", "back") {
			k := r.claim(kindStatus, eventPaths[ofOverstay], cl, cl.from, cl.to)
			k.asked = true
			return append(out, k)
		}
	}
	return out
}

// lasts reports whether a clause names a length of time.
func (r *hearing) lasts(cl *clause) bool {
	for i := range r.mentions {
		if m := &r.mentions[i]; m.From >= cl.from && m.To <= cl.to && m.Kind == measure.Duration {
			return true
		}
	}
	return r.has(cl.from, cl.to, "days", "weeks", "months")
}

// status reads whether a status was kept: the contrary of an overstay, and a break
// without work.
func (r *hearing) status(cl *clause, i int) int {
	switch {
	case r.idle(cl) && r.speaksOfMe(cl):
		return -1
	case !r.near:
		return 0
	case r.terms[i].is(mLeftJob) && r.lasts(cl), r.has(i, i+1, "bench", "benched", "unpaid", "gap"), r.has(i, i+1, "lapsed", "expired") && cl.marks&mSoon == 0:
		return -1
	case r.has(i, i+1, "maintained", "kept", "valid", "always", "continuous", "in") && (r.has(cl.from, cl.to, "status", "maintained", "valid") || r.asked && r.has(i, i+1, "always")):
		return 1
	}
	return -r.overstay(cl, i)
}

// work reads work without permission.
func (r *hearing) work(cl *clause, i int) int {
	if r.traits[i]&hWork == 0 || r.has(cl.from, cl.to, "free", "unpaid", "volunteer", "volunteered", "here", "home", "visa") {
		return 0
	}
	if r.near && (r.has(cl.from, cl.to, "permit", "authorized", "authorised", "campus", "opt", "cpt", "paper", "papers", "ds", "allowed", "contract") || r.has(cl.from, cl.to, "only") && r.has(cl.from, cl.to, "sponsor", "program", "programme")) && !cl.negated {
		return -1
	}
	if !r.asked && !r.ownsCash(cl) {
		return 0
	}
	if !cl.negated && r.has(cl.from, cl.to, "only", "just") && r.words[0].Text == "no" {
		return -1 // "No, only the work of the petition"
	}
	if cl.marks&mSoon != 0 {
		return 0
	}
	return 1
}

// ownsCash reports whether a clause nobody asked for owns work in the United States
// that was paid by hand, or without permission.
func (r *hearing) ownsCash(cl *clause) bool {
	if !r.is(cl.from, cl.to, mUS|mThere) && !r.inUS(cl) && !r.usBefore(cl) && !r.asksOfThen() || !r.speaksOfMe(cl) || cl.marks&mSoon != 0 || !r.gone(cl) && cl.marks&mPast == 0 {
		return false
	}
	for i := range r.clauses {
		if o := &r.clauses[i]; o.sentence == cl.sentence && r.has(o.from, o.to, "cash", "table", "books", "permission", "permit", "tourist", "visiting") && !o.negated {
			return true
		}
	}
	return false
}

// asksOfThen reports whether the line asks what was done in the United States.
func (r *hearing) asksOfThen() bool {
	us := func(t term) bool { return t.is(mUS|mThere) || t.place != nil && t.place.us }
	return slices.Contains(r.ask, "did") && slices.ContainsFunc(r.answer.line, us)
}

// arrest reads being arrested, charged, or taken and held.
func (r *hearing) arrest(cl *clause, i int) int {
	t := r.traits[i]
	switch {
	case cl.who&pSelf != 0 && r.has(cl.from, cl.to, "filed", "reported", "complained", "complaint", "lodged", "denounced", "witness", "denounce", "report"):
		return 0 // the applicant went to the police
	case !r.near && (!r.has(i, i+1, "arrested", "convicted", "jailed", "detained", "imprisoned") || !r.speaksOfMe(cl)):
		return 0
	case t&hArrest != 0 && !r.has(cl.from, cl.to, "murder", "lawyer", "lawyers"):
		return 1
	case t&hClean != 0 && r.asked && r.seen(cl.from, cl.to, hRecord):
		return -1
	case r.terms[i].is(mArrest) && r.near && !r.besideArrest(cl, i) && !cl.negated:
		return 1 // "there was one case"
	case r.takenIn(cl, i), t&hTaken != 0 && r.asked && !cl.other && r.seen(i+1, cl.to, hPolice) && !r.has(cl.from, cl.to, "hospital", "home") && r.has(i, i+1, "slept", "spent", "stayed", "sat", "held", "kept", "put", "taken", "brought"):
		return 1
	case (r.terms[i].is(mArrest) || t&hPolice != 0) && cl.negated && r.asked:
		return 1 // "never in any police case", "never seen the inside of a cell"
	case cl.negated && r.asked && r.absolute(cl) && r.is(cl.from, cl.not+1, mThey) && r.has(i, cl.to, "me") && i == cl.not+1:
		return 1 // "they never touched me"
	}
	return 0
}

// misrepresentation reads papers or words that were false, or true.
func (r *hearing) misrepresentation(cl *clause, i int) int {
	switch t := r.traits[i]; {
	case !r.near:
		return 0
	case t&hFake != 0:
		return 1
	case t&hGenuine != 0 && !r.seen(cl.from, cl.to, hFake):
		return -1
	}
	return 0
}

// besideArrest reports whether the word at i belongs to the police or a court and
// tells of no arrest by itself: "the police took my statement".
func (a *answer) besideArrest(cl *clause, i int) bool {
	return !cl.negated && a.has(i, i+1, "police", "court", "fight") && !slices.ContainsFunc(a.terms[i+1:cl.to], func(t term) bool { return t.is(mArrest) })
}
