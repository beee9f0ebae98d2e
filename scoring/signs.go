package scoring

// signs say, matter by matter, whether the word at i of a clause tells that it
// happened (1), that it did not (-1), or nothing of it (0).
var signs = [eventCount]func(r *hearing, cl *clause, i int) int{
	ofRefusal: (*hearing).refusal, ofEsta: (*hearing).esta, ofVisa: (*hearing).visa, ofRefusalElsewhere: (*hearing).elsewhere,
	ofVisit: (*hearing).visit, ofPetition: (*hearing).petition, ofEmployerPetition: (*hearing).petition,
	ofOverstay: (*hearing).overstay, ofStatus: (*hearing).status, ofWork: (*hearing).work, ofArrest: (*hearing).arrest,
	ofMisrepresentation: (*hearing).misrepresentation, ofJ1: (*hearing).exchange, ofCancellation: (*hearing).cancellation,
	ofLottery: (*hearing).lottery, ofMilitary: (*hearing).military, ofLostPassport: (*hearing).lostPassport,
	ofPublicProfiles: (*hearing).profiles, ofNumber: (*hearing).number, ofTravel: (*hearing).travel, ofAccounts: (*hearing).accounts,
}

// seen reports whether a word from from to to has one of the traits.
func (r *hearing) seen(from, to int, t telling) bool {
	for i := max(from, 0); i < min(to, len(r.traits)); i++ {
		if r.traits[i]&t != 0 {
			return true
		}
	}
	return false
}

// exchange reads earlier exchange programs.
func (r *hearing) exchange(cl *clause, i int) int {
	j1 := r.traits[i]&hJ1 != 0 || r.terms[i].is(mJ1)
	switch {
	case cl.marks&mSoon != 0 && !cl.negated, r.seen(cl.from, cl.to, hRefuse), r.has(cl.from, cl.to, "this", "now") && !cl.negated && cl.marks&mPast == 0 && !r.has(cl.from, cl.to, "first", "only"):
		return 0
	case j1 && r.has(cl.from, cl.to, "first") && cl.marks&mPast == 0 && !cl.negated && r.near:
		return -1 // "my first J visa"
	case r.terms[i].is(mVisa) && cl.marks&mOnly != 0 && cl.marks&mJ1 == 0 && !r.seen(cl.from, cl.to, hJ1) && r.asked:
		return -1 // "the only visa I held was a B-1"
	case r.has(i, i+1, "first") && r.has(i+1, i+2, "program", "programme", "exchange", "internship", "season") && r.has(i+2, cl.to, "life", "ever") && cl.marks&mPast == 0:
		return -1 // "the first program of my life"
	case cl.negated && cl.who&pSelf != 0 && r.has(cl.from, i, "never") && r.has(i, i+1, "program", "programme", "exchange") && (r.is(cl.from, cl.to, mThere|mUS) || r.inUS(cl)):
		return 1 // "I was never in a program there"
	case r.firstAt(cl, i) && r.asked && !r.has(cl.from, i, "was"):
		return -1
	case r.asked && r.line&hVisa != 0 && !cl.negated && cl.marks&mJ1 == 0 && r.classAt(i) != 0 && r.classAt(i) != 'J' && (r.gone(cl) || r.verbless(cl)):
		return -1 // "I did it on H-1B", of the visa then
	case r.asked && (cl.marks&mPast == 0 || r.inUS(cl)) && !cl.negated && r.has(i, i+1, "scholar", "intern", "trainee", "internship", "professor", "counselor", "pair"):
		return 1 // "I came as short-term scholar"
	case j1 && (r.near || cl.marks&mPast != 0 || cl.negated || r.gone(cl)):
		return 1
	}
	return 0
}

// firstAt reports whether the word at i says that there was none before: "my first
// trip", or "this is the first" and no more.
func (r *hearing) firstAt(cl *clause, i int) bool {
	return r.terms[i].is(mFirst) || r.has(i, i+1, "first") && i+1 == cl.to && r.has(i-1, i, "the", "my", "very", "our")
}

// neverSeen reports whether the word at i is what the applicant knows the United States from
// without having been there, or says that he or she does not know them: "only by television",
// "the States I don't know yet".
func (r *hearing) neverSeen(cl *clause, i int) bool {
	if pictures.at(r.words[i].Text) {
		return r.asked && (cl.marks&mOnly != 0 || r.has(cl.from, i, "all")) && (r.verbless(cl) || r.has(cl.from, i, "know", "saw", "see", "seen", "watched", "visited", "been")) && r.has(max(i-3, cl.from), i, "by", "on", "in", "from", "through", "at", "the")
	}
	if !r.terms[i].is(mDontKnow) || r.has(i, cl.to, "well", "much", "very", "how", "where", "why") {
		return false
	}
	next := i + max(int(r.terms[i].n), 1)
	return r.is(cl.from, i, mUS) && (next == cl.to || r.has(next, next+1, "yet", "at")) || r.is(next, next+2, mUS) && next+2 >= cl.to
}

// pictures are what people know a country from that they have not been to.
var pictures = newWordTable(set("television tv telly movies films cinema youtube pictures photos postcards map maps screen google books dreams internet"))

// military reads service, and being let off it.
func (r *hearing) military(cl *clause, i int) int {
	t := r.traits[i]
	switch {
	case !r.near, r.has(i, i+1, "serve", "served", "serving") && (cl.marks&mSoon != 0 || r.has(i+1, cl.to, "community", "communities", "people", "patients", "humanity", "society", "customers", "clients", "nation")):
		return 0 // "I will serve my community"
	case t&hExempt != 0:
		return -1
	case r.asked && cl.negated && r.has(i, i+1, "call", "called", "pick", "picked", "select", "selected", "recruited", "enlisted", "chosen", "take", "taken"):
		return 1 // "they did not call me"
	case (t&hServe != 0 && (i == cl.from || cl.who&pSelf != 0 || !cl.other && r.seen(cl.from, i, hFrom)) || r.terms[i].is(mMilitary) || r.has(i, i+1, "duty", "training") && !r.seen(cl.from, cl.to, hExempt)) && !r.seen(cl.from, cl.to, hExempt):
		return 1
	}
	return 0
}

// lostPassport reads what became of a passport.
func (r *hearing) lostPassport(cl *clause, i int) int {
	switch t := r.traits[i]; {
	case !r.asked:
		return 0
	case t&hLost != 0 && !r.has(cl.from, cl.to, "phone", "luggage", "wallet", "job", "weight"):
		return 1
	case t&hKept != 0 && !r.seen(cl.from, cl.to, hLost) && !cl.negated && !r.has(cl.from, cl.to, "police", "report", "bag"):
		return -1
	}
	return 0
}

// profiles reads whether they are open to all.
func (r *hearing) profiles(cl *clause, i int) int {
	switch t := r.traits[i]; {
	case !r.near:
		return 0
	case t&hClosed != 0:
		return -1
	case t&hOpen != 0:
		return 1
	}
	return 0
}

// number reads a social security number or a licence.
func (r *hearing) number(_ *clause, i int) int {
	if r.asked && r.traits[i]&hNumber != 0 {
		return 1
	}
	return 0
}

// travel reads only denials: which countries were visited is a matter of places.
func (r *hearing) travel(cl *clause, i int) int {
	switch {
	case !r.near:
		return 0
	case r.terms[i].is(mFirst) && r.has(cl.from, cl.to, "leave", "leaving", "travel", "travelling", "traveling", "fly", "flying", "abroad", "outside", "plane", "cross", "go", "going", "out"):
		return -1
	case cl.negated && cl.not < i && r.terms[max(cl.not, 0)].is(mAbsolute) && (r.has(i, i+1, "left", "leave", "crossed", "travelled", "traveled", "abroad", "outside", "flown", "entered", "gone", "passed", "stepped") || r.has(i, i+1, "been") && r.beenTo(cl, i)) && !r.excepts(cl) && !r.is(cl.from, cl.to, mUS) && !r.otherPlace(cl):
		return 1
	}
	return 0
}

// otherPlace reports whether a clause names a country that is not the applicant's
// home.
func (r *hearing) otherPlace(cl *clause) bool {
	for i := cl.from; i < cl.to; i++ {
		if p := r.terms[i].place; p != nil && !r.has(i-2, i, "of", "left", "leave") && !r.has(i-1, i, "outside") {
			return true
		}
	}
	return false
}

// accounts reads only denials of having any.
func (r *hearing) accounts(cl *clause, i int) int {
	if r.asked && cl.negated && cl.not < i && r.traits[i]&hSocial != 0 && r.has(cl.from, cl.to, "use", "have", "any", "no", "never", "do") && !r.has(cl.from, cl.to, "other", "else", "another", "forget", "forgot") {
		return 1
	}
	return 0
}
