package scoring

import "slices"

// refusal reads refusals of a US visa: "turned down", "did not give me the visa",
// "they always gave it".
func (r *hearing) refusal(cl *clause, i int) int {
	t := r.traits[i]
	if !r.near && (!r.seen(cl.from, cl.to, hVisa) && !r.neverMe(cl, i) && !r.refusedHere(cl, i) || !r.speaksOfMe(cl) && !r.saidNoThen(cl, i)) || r.elseRefuses(cl, i) || r.seen(cl.from, cl.to, hEsta) {
		return 0
	}
	switch {
	case t&hRefuse != 0:
		if r.refusesItself(cl, i) || t&hGrant != 0 && !cl.negated && r.aboutTelling() {
			return 0
		}
		return 1
	case t&hGrant != 0 && r.seen(i+1, cl.to, hRefuse):
		return 0 // "the officer gave me 214(b)"
	case r.near && r.alwaysGiven(cl, i):
		return -1
	case t&hGrant != 0 && (r.grants(cl, i) || r.grantedToMe(cl)):
		return -1
	case r.terms[i].is(mFirst):
		return r.firstEver(cl, i)
	case t&hApply != 0 && r.near && cl.negated && cl.not < i && (r.asked && r.terms[max(cl.not, 0)].is(mAbsolute) || r.has(i, cl.to, "before", "earlier", "previously")) && !r.has(i, cl.to, "after", "again", "job", "jobs", "asylum", "since", "exam", "exams", "test", "toefl", "ielts"):
		return 1 // "never applied"
	case t&hClean != 0 && r.asked && r.seen(cl.from, cl.to, hRecord):
		return -1
	case r.near && cl.negated && cl.not < i && r.absolute(cl) && r.has(i, i+1, "came", "come", "stood", "entered", "appeared", "visited", "been") && r.has(i+1, min(i+4, cl.to), "here", "embassy", "consulate", "window"):
		return 1 // "I never came here"
	case r.near && cl.negated && cl.not < i && i-cl.not <= 2 && r.has(i, i+1, "ask", "asked", "request", "requested") && r.has(i+1, min(i+5, cl.to), "visa"):
		return 1 // "I didn't ask for any visa"
	case r.near && cl.negated && cl.not < i && i-cl.not <= 2 && r.absolute(cl) && r.has(i, i+1, "here") && r.has(max(cl.not-1, cl.from), i, "was", "were", "been"):
		return 1 // "I was never here"
	}
	return 0
}

// refusedHere reports whether a clause tells that "they", whoever stood at a window like this,
// refused the applicant, in an answer that speaks of the place: "last time was here too, they
// refused me".
func (r *hearing) refusedHere(cl *clause, i int) bool {
	return r.has(i, i+1, "refused", "rejected", "denied") && r.has(i+1, i+2, "me") && r.has(cl.from, i, "they") && !cl.negated &&
		r.has(0, cl.to, "here", "embassy", "consulate", "window") && r.has(0, len(r.words), "last", "before", "first", "earlier", "again")
}

// saidNoThen reports whether a clause tells that an officer said no, in a sentence that goes back
// to an earlier time of the applicant's own: "last time I chose California and the officer here
// said no".
func (r *hearing) saidNoThen(cl *clause, i int) bool {
	if !r.has(i, i+1, "said", "told", "says") || !r.has(cl.from, i, "officer", "consul", "consulate", "embassy", "window") || cl.negated {
		return false
	}
	then, me := false, false
	for n := range r.clauses {
		o := &r.clauses[n]
		if o.sentence != cl.sentence {
			continue
		}
		if slices.ContainsFunc(r.terms[o.from:o.to], func(t term) bool { return t.party&(pFamily|pFriend) != 0 }) {
			return false
		}
		then = then || r.has(o.from, o.to, "time", "year") && r.has(o.from, o.to, "last", "first", "previous")
		me = me || o.from <= cl.from && r.is(o.from, o.to, mI)
	}
	return then && me
}

// neverMe reports whether a clause denies for all time that the applicant was refused:
// "I was never refused".
func (r *hearing) neverMe(cl *clause, i int) bool {
	return cl.who&pSelf != 0 && cl.not < i && i-cl.not <= 3 && r.absolute(cl) && cl.to-i <= 3 && r.has(i, i+1, "refused", "denied", "rejected")
}

// abroadBefore reports whether the sentence of a clause has told of another country's
// visa before it, and of no place in the United States: "Australia in 2025, it got
// refused".
func (r *hearing) abroadBefore(cl *clause) bool {
	for i := range r.clauses {
		o := &r.clauses[i]
		if o.from >= cl.from || o.sentence != cl.sentence && !r.unmarked {
			continue
		}
		if p := r.terms[o.from].place; p != nil && !p.us && p.whole {
			return !r.is(o.from, cl.from, mUS)
		}
	}
	return false
}

// elseRefuses reports whether a refusal at word i is that of a school, an employer or
// another country.
func (r *hearing) elseRefuses(cl *clause, i int) bool {
	if r.of == ofRefusal && r.abroadBefore(cl) {
		return true
	}
	for j := cl.from; j < cl.to; j++ {
		school := r.traits[j]&hSchool != 0 && (j < i && !r.seen(cl.from, cl.to, hVisa) || j > i && j < i+5 && !r.has(i+1, j, "for", "because", "due", "of", "about", "without", "visa") && !r.seen(i, j, hVisa))
		if school && r.of == ofRefusal {
			return true
		}
		p := r.terms[j].place
		if p == nil || p.us || !p.whole || r.of == ofRefusalElsewhere {
			continue
		}
		if r.has(j+1, j+2, "visa", "embassy", "refused", "rejected", "denied", "said", "did", "has", "turned") || r.has(j-1, j, "by", "from", "for", "to") || r.has(j-2, j, "for", "by") && r.has(j-1, j, "the") || j < i && !r.has(j-1, j, "in", "at", "here", "of") {
			return true
		}
	}
	return r.of == ofRefusal && r.foreigners(cl)
}

// foreigners reports whether a clause names another country's people or offices.
func (r *hearing) foreigners(cl *clause) bool {
	for i := cl.from; i < cl.to; i++ {
		if demonyms.at(r.words[i].Text) {
			return true
		}
	}
	return false
}

// demonyms are the peoples, and their adjectives, of the countries that visas are
// asked of most. Source: our own list.
var demonyms = newWordTable(set("schengen european europeans british english scottish irish german germans french italian italians spanish spaniards portuguese dutch belgian belgians swiss austrian swedish swedes norwegian danish danes finnish polish czech greek greeks hungarian canadian canadians australian australians japanese korean koreans chinese turkish turks saudi saudis emirati emiratis qatari qataris indian indians russian russians brazilian mexican malaysian singaporean"))

// refusesItself reports whether the applicant is the one who refuses, or denies, at
// word i: "I refused the offer", "I don't deny it".
func (r *hearing) refusesItself(cl *clause, i int) bool {
	for j := i - 1; j >= cl.from; j-- {
		switch {
		case r.terms[j].is(mI) && r.words[j].Text != "me":
			return r.has(i, i+1, "say", "said", "refuse", "decline") || r.has(i+1, i+2, "the", "a", "an", "it", "that", "to", "my", "any", "this", "their", "his", "her")
		case r.terms[j].is(mNot) || r.has(j, j+1, "have", "had", "ever", "do", "did", "will", "would", "can", "cannot", "must", "to", "should", "could", "may"):
			continue
		}
		return false
	}
	return false
}

// elsewhere reads what other countries refused.
func (r *hearing) elsewhere(cl *clause, i int) int {
	if r.alwaysGiven(cl, i) {
		return -1
	}
	if !r.near && !(r.around.has(ofTravel) && r.abroadIn(cl.sentence)) {
		return 0
	}
	p := r.terms[i].place
	switch {
	case r.traits[i]&hRefuse != 0 && cl.other && cl.who == pPerson && r.has(i-1, i, "was", "were", "got", "been"):
		return 0 // somebody else was refused
	case r.traits[i]&hRefuse != 0 && !r.is(cl.from, cl.to, mUS):
		return 1
	case r.traits[i]&hGrant != 0 && r.asked && r.grants(cl, i):
		return -1
	case p != nil && !p.us && p.whole && !cl.negated && r.asked && !r.allGiven() && (r.verbless(cl) || r.has(i+1, i+2, "did", "has", "said")) && !r.has(cl.from, cl.to, "my", "live", "visited"):
		return 1 // "the UK, in 2021", "Canada did"
	}
	return 0
}

// alwaysGiven reports whether the word at i says that whatever was asked for was given: "every
// place I asked opened the door", "wherever I applied they gave".
func (r *hearing) alwaysGiven(cl *clause, i int) bool {
	if r.traits[i]&hGrant == 0 || cl.negated || r.excepts(cl) || r.has(i+1, i+5, besideVisa...) {
		return false
	}
	every := false
	for n := range r.clauses {
		o := &r.clauses[n]
		if o.sentence != cl.sentence || o.negated {
			continue
		}
		if r.seen(o.from, o.to, hSchool) {
			return false // "every college where I applied"
		}
		for j := o.from; j < o.to; j++ {
			every = every || r.has(j, j+1, "every", "wherever", "everywhere", "whenever", "whatever", "each", "all")
			if every && (r.traits[j]&hApply != 0 || r.has(j, j+1, "asked", "ask", "requested")) && r.is(max(o.from, j-3), j, mI) {
				return true
			}
		}
	}
	return false
}

// besideVisa are what an officer gives when it is no visa.
var besideVisa = []string{"reason", "excuse", "letter", "form", "appointment", "date", "slip", "paper", "advice", "no", "offer", "job"}

// cancellation reads a visa taken back, or used to its end.
func (r *hearing) cancellation(cl *clause, i int) int {
	switch t := r.traits[i]; {
	case t&hCancel != 0 && (r.seen(cl.from, cl.to, hVisa) || r.asked) && !r.has(cl.from, cl.to, "flight", "trip", "ticket", "appointment", "wedding", "booking"):
		return 1
	case r.asked && r.has(i, i+1, "expired", "full", "valid") && !r.seen(cl.from, cl.to, hCancel):
		return -1
	}
	return 0
}
