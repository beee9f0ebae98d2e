package scoring

import "slices"

// grants reports whether a visa given, or not given, at word i speaks of refusals.
func (r *hearing) grants(cl *clause, i int) bool {
	visa := r.seen(i+1, min(i+6, cl.to), hVisa) || r.has(i+1, min(i+4, cl.to), "it", "one") || r.seen(cl.from, i, hVisa|hApply) || r.has(cl.from, i, "one", "it")
	if r.seen(cl.from, cl.to, hSchool) && !r.seen(cl.from, cl.to, hVisa) {
		return false
	}
	if cl.negated {
		visa = visa || i+1 == cl.to && r.line&hVisa != 0 // "they did not give"
		return visa && cl.not < i && !r.seen(i+1, cl.to, hChance)
	}
	return r.asked && !r.has(i+1, i+5, besideVisa...) && !r.has(cl.from, cl.to, "once", "second", "finally", "later", "then") && r.allTime(cl) && (visa || r.clauseVisa(cl) || r.has(cl.from, cl.to, "every", "always", "approval", "approvals") || r.seen(cl.from, cl.to, hPassport))
}

// grantedToMe reports whether a clause sets the applicant, who was given a visa, against
// others who were refused.
func (r *hearing) grantedToMe(cl *clause) bool {
	if !r.asked || cl.negated || !r.onMe(cl.from, cl.to) || r.seen(cl.from, cl.to, hRefuse) {
		return false
	}
	return slices.ContainsFunc(r.clauses, func(o clause) bool {
		return o.to <= cl.from && r.seen(o.from, o.to, hRefuse) && (anyParty(r.terms[o.from:o.to]) || r.has(o.from, o.to, "everybody", "everyone", "many"))
	})
}

// allTime reports whether the sentence of a clause speaks of each and every time.
func (r *hearing) allTime(cl *clause) bool {
	return slices.ContainsFunc(r.inSentence(cl.sentence), func(o clause) bool {
		return o.to <= cl.to && r.seen(o.from, o.to, hAllTime)
	})
}

// clauseVisa reports whether the sentence of a clause speaks of visas.
func (r *hearing) clauseVisa(cl *clause) bool {
	for i := range r.clauses {
		if o := &r.clauses[i]; o.sentence == cl.sentence && r.seen(o.from, o.to, hVisa|hApply) {
			return true
		}
	}
	return false
}

// firstEver reads "this is my first time": nothing went before, unless it tells when
// the first time was.
func (r *hearing) firstEver(cl *clause, i int) int {
	present := r.has(cl.from, i, "this", "it's", "it") && (r.near && r.seen(cl.from, cl.to, hApply) || r.seen(i+2, cl.to, hVisa) && cl.marks&mPast == 0 && !r.has(cl.from, cl.to, "could", "available", "found", "get", "got"))
	if !r.asked && !present || cl.negated || r.seen(cl.from, cl.to, hRefuse) || r.has(cl.from, cl.to, "was", "were", "when", "in") && len(r.yearsOf(cl)) > 0 || r.has(cl.from, i, "was") {
		return 0
	}
	ofVisas := r.seen(cl.from, cl.to, hVisa|hApply) || r.has(cl.from, cl.to, "here", "coming")
	if ofVisas || r.lineHas([]string{"first", "times", "applied", "apply", "tried"}) {
		return -1
	}
	return 0
}

// esta reads a travel authorisation that was refused, or always came.
func (r *hearing) esta(cl *clause, i int) int {
	switch t := r.traits[i]; {
	case !r.asked && !r.seen(cl.from, cl.to, hEsta):
		return 0
	case t&hRefuse != 0:
		return 1
	case t&hGrant != 0 && (r.seen(cl.from, cl.to, hAllTime) || cl.negated):
		return -1
	}
	return 0
}

// allGiven reports whether the answer denies at once, or speaks of visas given: the
// countries it lists then are not those that refused.
func (r *hearing) allGiven() bool {
	said, to, _ := r.particles()
	return to > 0 && !said || r.seen(0, len(r.words), hGrant) && !r.seen(0, len(r.words), hRefuse)
}

// visa reads which visas were held.
func (r *hearing) visa(cl *clause, i int) int {
	if !r.asked && !r.near || cl.other && cl.who&pHuman != 0 {
		return 0
	}
	if r.asked && r.firstEver(cl, i) < 0 && r.terms[i].is(mFirst) {
		return -1 // "it is my first time to apply"
	}
	if cl.negated {
		if r.traits[i]&hVisa != 0 && r.has(cl.from, cl.to, "never", "any", "no") && !r.seen(cl.from, cl.to, hRefuse|hApply|hCancel) && (r.has(cl.from, cl.to, "had", "held", "have", "got", "received")) {
			return 1
		}
		return 0
	}
	if cl.marks&mSoon != 0 || r.seen(cl.from, cl.to, hRefuse|hCancel) || r.otherCountryVisa(cl) {
		return 0
	}
	if class := r.classAt(i); class != 0 && !r.has(cl.from, cl.to, "now", "today", "this") {
		return 1
	}
	if len(r.yearsOf(cl)) > 0 && (r.asked && r.verbless(cl) || r.traits[i]&hGrant != 0) {
		return 1 // "in 2016, at Shanghai"; "stamped in October 2023"
	}
	return 0
}

// otherCountryVisa reports whether a clause speaks of another country's visa.
func (r *hearing) otherCountryVisa(cl *clause) bool {
	for i := cl.from; i < cl.to; i++ {
		if p := r.terms[i].place; p != nil && !p.us && p.whole && (i == cl.from || r.has(i+1, i+2, "visa", "embassy") || r.has(i-1, i, "for", "to")) {
			return true
		}
	}
	return r.has(cl.from, cl.to, "schengen")
}

// lottery reads entries in the visa lottery.
func (r *hearing) lottery(cl *clause, i int) int {
	if !r.asked || r.traits[i]&(hPlay|hLottery) == 0 || cl.marks&mSoon != 0 || cl.negated && r.has(cl.from, cl.to, "this") && r.has(cl.from, cl.to, "year") {
		return 0
	}
	kin := cl.other && cl.who&(pFamily|pFriend|pPartner) != 0 && !r.is(cl.from, i, mI)
	if kin && !r.onMe(cl.from, cl.to) && !r.has(cl.from, cl.to, "everybody", "everyone", "all", "family", "house", "household", "whole") {
		return 0
	}
	if r.has(cl.from, cl.to, "win", "won", "selected") && cl.negated && r.traits[i]&hPlay != 0 && r.has(i, i+1, "win", "won", "selected") {
		return 0
	}
	return 1
}
