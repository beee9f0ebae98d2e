package scoring

import (
	"slices"

	"github.com/viceconsul/viceconsul/interview/transcript/measure"
)

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

// refusal reads refusals of a US visa: "turned down", "did not give me the visa",
// "they always gave it".
func (r *hearing) refusal(cl *clause, i int) int {
	t := r.traits[i]
	if !r.near && (!r.seen(cl.from, cl.to, hVisa) && !r.neverMe(cl, i) || !r.speaksOfMe(cl)) || r.elseRefuses(cl, i) || r.seen(cl.from, cl.to, hEsta) {
		return 0
	}
	switch {
	case t&hRefuse != 0:
		if r.refusesItself(cl, i) || t&hGrant != 0 && !cl.negated && r.aboutTelling() {
			return 0
		}
		return 1
	case t&hGrant != 0 && (r.grants(cl, i) || r.grantedToMe(cl)):
		return -1
	case r.terms[i].is(mFirst):
		return r.firstEver(cl, i)
	case t&hApply != 0 && r.near && cl.negated && cl.not < i && (r.asked && r.terms[max(cl.not, 0)].is(mAbsolute) || r.has(i, cl.to, "before", "earlier", "previously")) && !r.has(i, cl.to, "after", "again", "job", "jobs", "asylum", "since"):
		return 1 // "never applied"
	case t&hClean != 0 && r.asked && r.seen(cl.from, cl.to, hRecord):
		return -1
	}
	return 0
}

// neverMe reports whether a clause denies for all time that the applicant was refused:
// "I was never refused".
func (r *hearing) neverMe(cl *clause, i int) bool {
	return cl.who&pSelf != 0 && cl.not >= 0 && cl.not < i && i-cl.not <= 3 && r.terms[cl.not].is(mAbsolute) && cl.to-i <= 3 && r.has(i, i+1, "refused", "denied", "rejected")
}

// elseRefuses reports whether a refusal at word i is that of a school, an employer or
// another country.
func (r *hearing) elseRefuses(cl *clause, i int) bool {
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
		if demonyms[r.words[i].Text] {
			return true
		}
	}
	return false
}

// demonyms are the peoples, and their adjectives, of the countries that visas are
// asked of most. Source: our own list.
var demonyms = set("schengen european europeans british english scottish irish german germans french italian italians spanish spaniards portuguese dutch belgian belgians swiss austrian swedish swedes norwegian danish danes finnish polish czech greek greeks hungarian canadian canadians australian australians japanese korean koreans chinese turkish turks saudi saudis emirati emiratis qatari qataris indian indians russian russians brazilian mexican malaysian singaporean")

// refusesItself reports whether the applicant is the one who refuses, or denies, at
// word i: "I refused the offer", "I don't deny it".
func (r *hearing) refusesItself(cl *clause, i int) bool {
	for j := i - 1; j >= cl.from; j-- {
		switch {
		case r.terms[j].is(mI) && r.words[j].Text != "me":
			return r.has(i+1, i+2, "the", "a", "an", "it", "that", "to", "my", "any", "this", "their", "his", "her")
		case r.terms[j].is(mNot) || r.has(j, j+1, "have", "had", "ever", "do", "did", "will", "would", "can", "cannot"):
			continue
		}
		return false
	}
	return false
}

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
	return r.asked && !r.has(cl.from, cl.to, "once", "second", "finally", "later", "then") && r.allTime(cl) && (visa || r.clauseVisa(cl) || r.has(cl.from, cl.to, "every", "always", "approval", "approvals") || r.seen(cl.from, cl.to, hPassport))
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
	return slices.ContainsFunc(r.clauses, func(o clause) bool {
		return o.sentence == cl.sentence && o.to <= cl.to && r.seen(o.from, o.to, hAllTime)
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
	present := r.near && r.has(cl.from, i, "this", "it's", "it") && r.seen(cl.from, cl.to, hApply)
	if !r.asked && !present || cl.negated || r.seen(cl.from, cl.to, hRefuse) || r.has(cl.from, cl.to, "was", "were", "when", "in") && len(r.yearsOf(cl)) > 0 || r.has(cl.from, i, "was") {
		return 0
	}
	ofVisas := r.seen(cl.from, cl.to, hVisa|hApply) || r.has(cl.from, cl.to, "here", "coming")
	if ofVisas || r.lineHas([]string{"first", "times", "applied", "apply"}) {
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

// elsewhere reads what other countries refused.
func (r *hearing) elsewhere(cl *clause, i int) int {
	if !r.near {
		return 0
	}
	p := r.terms[i].place
	switch {
	case r.traits[i]&hRefuse != 0 && !r.is(cl.from, cl.to, mUS):
		return 1
	case r.traits[i]&hGrant != 0 && r.asked && r.grants(cl, i):
		return -1
	case p != nil && !p.us && p.whole && !cl.negated && r.asked && !r.allGiven() && (r.verbless(cl) || r.has(i+1, i+2, "did", "has", "said")) && !r.has(cl.from, cl.to, "my", "live", "visited"):
		return 1 // "the UK, in 2021", "Canada did"
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
		if p := r.terms[i].place; p != nil && !p.us && p.whole && (r.has(i+1, i+2, "visa", "embassy") || r.has(i-1, i, "for", "to")) {
			return true
		}
	}
	return r.has(cl.from, cl.to, "schengen")
}

// overstay reads leaving late, and leaving in time.
func (r *hearing) overstay(cl *clause, i int) int {
	t := r.traits[i]
	long := r.lasts(cl)
	if !r.near && (t&hOver == 0 || !r.has(i, i+1, "overstayed", "deported") || !r.speaksOfMe(cl)) {
		return 0
	}
	switch {
	case t&hOver != 0 && !(r.has(i, i+1, "removed") && !r.has(cl.from, i, "was", "were", "been", "got")):
		return 1
	case t&hTimely != 0 && r.asked && r.has(i, i+1, "respected", "respect", "obeyed", "obey", "complied", "comply", "honoured", "observed", "stuck", "followed", "follow"):
		return -1
	case t&hStay != 0 && r.seen(i+1, cl.to, hTimely) && !r.has(i+1, cl.to, "late", "past", "beyond", "after", "over") && !r.has(cl.from, cl.to, "flight", "hour", "hours"):
		return -1
	case t&hStay != 0 && r.seen(i+1, cl.to, hLate) && (r.seen(i+1, cl.to, hDue) || r.has(i+1, cl.to, "late", "extra", "overdue") || long && r.has(i+1, cl.to, "past", "beyond", "over")):
		return 1
	case t&hStay != 0 && long && r.seen(i+1, cl.to, hDue) && r.asked:
		return 1 // "passed some days of the permitted"
	case t&hLate != 0 && long && r.verbless(cl) && r.asked && r.has(i, i+1, "late", "after", "later", "over", "extra", "past", "beyond", "overdue"):
		return 1
	case r.has(i, i+1, "exceeded", "exceed") && r.near, r.asked && r.has(i, i+1, "late") && r.has(cl.from, i, "was", "were", "little", "bit") && !r.has(cl.from, cl.to, "flight"):
		return 1
	case r.asked && t&hDue != 0 && r.has(i+1, i+4, "passed", "finished", "expired", "ran", "over"), r.asked && r.has(i, i+1, "missed") && r.seen(i+1, cl.to, hDue):
		return 1 // "my date passed", "I missed the date"
	}
	return 0
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
	case cl.negated && r.asked && r.terms[cl.not].is(mAbsolute) && r.is(cl.from, cl.not+1, mThey) && r.has(i, cl.to, "me") && i == cl.not+1:
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
	case r.terms[i].is(mFirst) && r.asked && !r.has(cl.from, i, "was"):
		return -1
	case r.asked && cl.marks&mPast == 0 && !cl.negated && r.has(i, i+1, "scholar", "intern", "trainee", "internship", "professor", "counselor", "pair"):
		return 1 // "I came as short-term scholar"
	case j1 && (r.near || cl.marks&mPast != 0 || cl.negated || r.gone(cl)):
		return 1
	}
	return 0
}

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

// lottery reads entries in the visa lottery.
func (r *hearing) lottery(cl *clause, i int) int {
	if !r.asked || r.traits[i]&(hPlay|hLottery) == 0 || cl.marks&mSoon != 0 {
		return 0
	}
	kin := cl.other && cl.who&(pFamily|pFriend|pPartner) != 0 && !r.is(cl.from, i, mI)
	if kin && !r.onMe(cl.from, cl.to) && !r.has(cl.from, cl.to, "everybody", "everyone", "all", "family") {
		return 0
	}
	if r.has(cl.from, cl.to, "win", "won", "selected") && cl.negated && r.traits[i]&hPlay != 0 && r.has(i, i+1, "win", "won", "selected") {
		return 0
	}
	return 1
}

// military reads service, and being let off it.
func (r *hearing) military(cl *clause, i int) int {
	t := r.traits[i]
	switch {
	case !r.near:
		return 0
	case t&hExempt != 0:
		return -1
	case r.asked && cl.negated && r.has(i, i+1, "call", "called", "pick", "picked", "select", "selected", "recruited", "enlisted", "chosen", "take", "taken"):
		return 1 // "they did not call me"
	case (t&hServe != 0 || r.terms[i].is(mMilitary) || r.has(i, i+1, "duty", "training") && !r.seen(cl.from, cl.to, hExempt)) && !r.seen(cl.from, cl.to, hExempt):
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
	case cl.negated && cl.not < i && r.terms[max(cl.not, 0)].is(mAbsolute) && r.has(i, i+1, "left", "leave", "crossed", "travelled", "traveled", "abroad", "outside", "flown", "entered", "gone", "been", "passed", "stepped") && !r.excepts(cl) && !r.is(cl.from, cl.to, mUS) && !r.otherPlace(cl):
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

// besideArrest reports whether the word at i belongs to the police or a court and
// tells of no arrest by itself: "the police took my statement".
func (a *answer) besideArrest(cl *clause, i int) bool {
	return !cl.negated && a.has(i, i+1, "police", "court", "fight") && !slices.ContainsFunc(a.terms[i+1:cl.to], func(t term) bool { return t.is(mArrest) })
}
