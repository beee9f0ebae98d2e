package scoring

import (
	"slices"

	"github.com/viceconsul/viceconsul/interview/transcript/measure"
)

// A hearing is an answer heard for one matter of the past.
type hearing struct {
	*answer
	of     event
	traits []telling // of each word
	asked  bool      // the officer's line asks for the matter
	near   bool      // it does, or its question is about it
	line   telling   // what the line's words tell
}

// happened lists what an answer tells or denies of the past: what the officer's line
// asks for, and what nobody asked for but is told all the same.
func (c *Case) historyClaims(a *answer, out []Claim) []Claim {
	all := a.events | a.around | c.volunteered(a)
	if all == 0 {
		return out
	}
	traits := pastWords.traitsBy(a.words, a.lexemes)
	var line telling
	for _, t := range a.lineTraits {
		line |= t
	}
	for m := range eventCount {
		if !all.has(m) || m == ofVisit && a.untilToday() || c.fact(eventPaths[m]) == nil && (!a.events.has(m) || m == ofEmployerPetition && c.fact(eventPaths[ofPetition]) != nil) {
			continue
		}
		r := hearing{answer: a, of: m, traits: traits, asked: a.events.has(m), near: a.events.has(m) || a.around.has(m) || m == ofRefusal && (a.events.has(ofVisa) || a.events.has(ofVisit)), line: line}
		n := len(out)
		out = r.byClause(out)
		if r.asked && r.opensDenied() {
			out = append(out[:n], slices.DeleteFunc(out[n:], func(k Claim) bool { return !k.Negative && !r.turnsBack(k) })...)
		}
		if r.asked && !slices.ContainsFunc(out[n:], func(k Claim) bool { return k.Certain }) {
			out = r.byAnswer(out)
		}
		if m == ofOverstay && r.asked && len(out) == n {
			out = c.outstayed(&r, out)
		}
	}
	return out
}

// opensDenied reports whether the answer begins by denying all.
func (r *hearing) opensDenied() bool {
	if yes, no := r.polarity(); yes <= 0 || no >= 0 {
		return false
	}
	if said, to, sure := r.particles(); to > 0 {
		return !said && sure
	}
	said, ok := r.bare(&r.clauses[0], 0)
	return ok && !said
}

// turnsBack reports whether a claim that it happened takes back a denial before it: it
// names the applicant as the one it happened to, or limits what was denied.
func (r *hearing) turnsBack(k Claim) bool {
	at := r.clauseOf(r.wordAt(k.Span.Start))
	if at.who&pSelf != 0 && !at.inherits || r.onMe(at.from, at.to) {
		return true
	}
	for i := range r.clauses {
		if o := &r.clauses[i]; o.from <= at.from && o.marks&(mBut|mOnly|mFix|mExcept|mYes) != 0 {
			return true
		}
	}
	return false
}

// freely are the events read wherever they are told, with the marks of which one
// must stand in the answer.
var freely = []struct {
	of event
	by mark
}{
	{ofRefusal, mRefused | mVisa}, {ofEsta, mRefused}, {ofVisit, mUS | mThere | mPlace}, {ofOverstay, mOverstay}, {ofArrest, mArrest},
	{ofJ1, mJ1}, {ofEmployerPetition, mPetition}, {ofCancellation, mVisa}, {ofStatus, mVerb}, {ofWork, mWork | mUS | mPay},
}

// volunteered is what an answer may tell without being asked.
func (c *Case) volunteered(a *answer) events {
	var marks mark
	for i := range a.terms {
		marks |= a.terms[i].marks
	}
	all := events(0)
	if (a.events.has(ofVisa) || a.events.has(ofVisit)) && c.fact(eventPaths[ofRefusal]) != nil {
		all |= 1 << ofRefusal // what else became of an earlier visit to the window
	}
	if c.fact(eventPaths[ofJ1]) != nil && a.has(0, len(a.words), "program", "programme", "exchange") && a.has(0, len(a.words), "never", "first") {
		all |= 1 << ofJ1
	}
	if a.has(0, len(a.words), "terminated") && a.has(0, len(a.words), "record", "sevis", "status") && c.fact(eventPaths[ofOverstay]) != nil {
		all |= 1 << ofOverstay
	}
	if a.has(0, len(a.words), "every", "wherever", "everywhere", "whenever", "whatever", "each") && a.has(0, len(a.words), "asked", "ask", "applied", "apply", "tried", "requested") && (a.events.has(ofTravel) || all != 0 || a.around != 0) && c.fact(eventPaths[ofRefusalElsewhere]) != nil {
		all |= 1 << ofRefusalElsewhere
	}
	if a.around.has(ofTravel) && c.fact(eventPaths[ofRefusalElsewhere]) != nil && (marks&mRefused != 0 || a.has(0, len(a.words), "let")) {
		all |= 1 << ofRefusalElsewhere
	}
	for _, f := range freely {
		if marks&f.by != 0 && c.fact(eventPaths[f.of]) != nil {
			all |= 1 << f.of
		}
	}
	return all
}

// byClause takes each clause that tells of the matter.
func (r *hearing) byClause(out []Claim) []Claim {
	for i := range r.clauses {
		cl := &r.clauses[i]
		if cl.hypothetical || cl.question {
			continue
		}
		at, sign := r.find(cl)
		if sign == 0 || !r.mine(cl, at) || cl.quoted && !r.toldToMe(cl, at) {
			continue
		}
		k := r.claim(kindStatus, eventPaths[r.of], cl, cl.from, cl.to)
		k.asked, k.Certain = r.asked, !cl.hedged
		k.Negative = (sign > 0) == r.denied(cl, at)
		if sign > 0 && !k.Negative && r.unreal(cl, at) {
			continue
		}
		if (k.Negative || r.of == ofPublicProfiles) && r.excepted(cl) {
			k.Negative = !k.Negative // "never, except once"; "all open, except one"
		}
		k.Span = r.narrow(cl, at, 0)
		r.detail(&k, cl)
		out = append(out, k)
	}
	return out
}

// unreal reports whether what the word at tells was only feared, hoped or foreseen: "I
// was afraid to be refused".
func (r *hearing) unreal(cl *clause, at int) bool {
	for i := cl.from; i < at; i++ {
		if unrealWords[r.words[i].Text] || r.words[i].Text == "to" && r.has(i+1, i+2, "be") {
			return !r.deniesSaying(cl, at) && !r.hides(cl.not, at)
		}
	}
	return false
}

// unrealWords are words before which nothing has happened yet.
var unrealWords = set("would could might may will shall can should afraid scared worried fear feared fearing hope hoped hoping wish wished lest i'd i'll they'd they'll he'd she'd")

// detail notes the years and the number a sentence tells with the matter.
func (r *hearing) detail(k *Claim, cl *clause) {
	if k.years = r.yearsOf(cl); len(k.years) == 0 {
		k.years = r.yearsIn(cl.sentence)
	}
	k.low = r.timesIn(cl.sentence)
	if r.of == ofVisa {
		k.years = r.yearsGiven(cl.sentence)
	}
	if r.of == ofRefusal && len(k.years) > 1 {
		k.years = r.yearsBeforeYes(k.years)
	}
	for s := cl.sentence - 1; s <= cl.sentence+1; s++ {
		if s != cl.sentence && r.onlyTimes(s) && (r.near || r.of != ofRefusalElsewhere) {
			k.years = append(k.years, r.yearsIn(s)...)
			k.low = max(k.low, r.timesIn(s))
		}
	}
	if back := r.tookBack(); back > 0 && len(k.years) > 1 {
		k.taken, k.years = true, r.yearsAfter(back)
	}
	k.partial = k.partial || r.has(cl.from, cl.to, "something", "somehow")
}

// find is the word of a clause that tells of the matter, with 1 when it tells that it
// happened, -1 that it did not, 0 for none.
func (r *hearing) find(cl *clause) (at, sign int) {
	for i := cl.from; i < cl.to; i++ {
		if sign := signs[r.of](r, cl, i); sign != 0 {
			return i, sign
		}
	}
	return -1, 0
}

// timed reports whether a clause names a time or a number of times.
func (r *hearing) timed(cl *clause) bool {
	return slices.ContainsFunc(r.mentions, func(m measure.Mention) bool { return m.From >= cl.from && m.To <= cl.to }) || r.has(cl.from, cl.to, "once", "twice")
}
