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
	traits := pastWords.traits(a.words)
	var line telling
	for _, t := range a.lineTraits {
		line |= t
	}
	for m := range eventCount {
		if !all.has(m) || c.fact(eventPaths[m]) == nil && (!a.events.has(m) || m == ofEmployerPetition && c.fact(eventPaths[ofPetition]) != nil) {
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
		if s != cl.sentence && r.onlyTimes(s) {
			k.years = append(k.years, r.yearsIn(s)...)
			k.low = max(k.low, r.timesIn(s))
		}
	}
	if back := r.tookBack(); back > 0 && len(k.years) > 1 {
		k.taken, k.years = true, r.yearsAfter(back)
	}
	k.partial = k.partial || r.has(cl.from, cl.to, "something", "somehow")
}

// yearsBeforeYes leaves out of the years told with a refusal the one in which the visa
// was given after all: "then I got it in 2012".
func (r *hearing) yearsBeforeYes(years []int) []int {
	given := func(year int) bool {
		return slices.ContainsFunc(r.mentions, func(m measure.Mention) bool {
			cl := r.clauseOf(m.From)
			return m.Kind == measure.Calendar && m.Date.Year == year && !cl.negated && r.has(cl.from, m.From, "got", "gave", "granted", "issued", "approved") && r.has(cl.from, cl.to, "it", "visa", "then")
		})
	}
	return slices.DeleteFunc(slices.Clone(years), given)
}

// yearsGiven lists the years a sentence names for a visa's issue, not for its end.
func (r *hearing) yearsGiven(sentence int) []int {
	var out []int
	for i := range r.mentions {
		m := &r.mentions[i]
		if m.Kind == measure.Calendar && m.Date.Year != 0 && r.clauseOf(m.From).sentence == sentence && !r.has(m.From-4, m.From, "expired", "expires", "expire", "until", "till", "to", "valid", "ended", "finished", "used", "travelled", "went") {
			out = append(out, m.Date.Year)
		}
	}
	return out
}

// onlyTimes reports whether a sentence says no more than when, or how often, it was:
// "it happened only once, in 2025".
func (r *hearing) onlyTimes(sentence int) bool {
	found := false
	for i := range r.clauses {
		cl := &r.clauses[i]
		if cl.sentence != sentence {
			continue
		}
		if cl.negated || !cl.plain() || cl.other {
			return false
		}
		for w := cl.from; w < cl.to; w++ {
			if r.traits[w]&hLight == 0 && !r.terms[w].is(mSpeech|mYes|mOnly|mPlace) && r.terms[w].place == nil && !r.inMention(w) && r.words[w].Text != "here" {
				return false
			}
		}
		found = true
	}
	return found
}

// tookBack is the first word after words of correction between two years or numbers,
// 0 for none: "2021, no, sorry, 2022".
func (r *hearing) tookBack() int {
	if len(r.mentions) < 2 {
		return 0
	}
	for i := r.mentions[0].To; i < r.mentions[len(r.mentions)-1].From; i++ {
		if r.terms[i].is(mFix) && r.words[i].Text != "well" || r.has(i, i+1, "actually") || r.has(i, i+1, "no") && r.has(i+1, i+2, "no", "not", "wait") {
			return i + 1
		}
	}
	return 0
}

// yearsAfter lists the years named from a word on.
func (r *hearing) yearsAfter(word int) []int {
	var out []int
	for i := range r.mentions {
		if m := &r.mentions[i]; m.From >= word {
			out = append(out, yearsOf(r.mentions[i:i+1])...)
		}
	}
	return out
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

// denied reports whether what the word at tells is denied in its clause. Two denials
// undo each other only when one denies saying the other: "I cannot say I was never
// refused". What a denied telling presumes is so: "I did not mention the refusal".
func (r *hearing) denied(cl *clause, at int) bool {
	first, n := -1, 0
	for i := cl.from; i < cl.to; i++ {
		if r.denies(cl, i, at) {
			if n++; first < 0 {
				first = i
			}
		}
	}
	switch {
	case n == 0:
		return r.carried(cl, at)
	case r.hides(first, at), r.presumes(cl, at):
		return false
	case r.deniesSaying(cl, at), n > 1 && r.has(first, first+2, "that"):
		return false
	}
	return true
}

// deniesSaying reports whether a clause denies that the applicant could deny: "I cannot
// say I was never refused".
func (r *hearing) deniesSaying(cl *clause, at int) bool {
	for i := cl.from + 1; i < at; i++ {
		if !r.has(i, i+1, "say", "claim", "pretend", "swear", "promise") || !r.has(i-2, i, "cannot", "can't", "cant", "not", "won't", "wouldn't", "couldn't", "never") {
			continue
		}
		for j := i + 1; j < cl.to; j++ {
			if r.terms[j].is(mNot) || r.has(j, j+1, "no") {
				return true
			}
		}
	}
	return false
}

// ownNo are the tellings whose idioms hold a denial that is part of them: "said no",
// "out of status", "not genuine".
const ownNo = hRefuse | hCancel | hOver | hFake | hLost | hExempt | hClean | hBlack | hArrest

// denies reports whether the word at i denies what the word at tells: a denial before
// it, or an absolute one after it.
func (r *hearing) denies(cl *clause, i, at int) bool {
	if i == at {
		return r.terms[i].is(mNot) && r.terms[i].n > 1 && r.traits[i]&ownNo == 0 // "was never in"
	}
	if !r.terms[i].is(mNot) || particle(r.words, r.terms, cl, i) || r.traits[i]&r.traits[at]&ownNo != 0 {
		return false // the "no" of "said no" is part of it
	}
	if r.of == ofStatus && (r.terms[i].is(mLeftJob) || r.has(i, i+1, "without") && !r.has(i+1, i+4, "gap", "break", "interruption")) {
		return false // "without a job" is the break
	}
	if r.has(i+1, i+2, "only", "because", "just", "doubt", "longer") {
		return false
	}
	return i < at || r.terms[i].is(mAbsolute) || r.afterSubject(at, i) || r.has(i+1, i+3, "even", "single", "one", "once") && !r.has(i+1, cl.to+1, "but")
}

// afterSubject reports whether the denial at word i denies a verb that the word at is
// the subject of: "the petition is not filed".
func (r *hearing) afterSubject(at, i int) bool {
	verb := helpingVerb[r.words[i-1].Text] || helpingVerb[r.words[i].Text]
	return verb && !r.is(at+1, i, mI|mThey) && !r.passive(at-1, at)
}

// hides reports whether a denied word from first to at means to hide, so that its
// denial owns: "I will not hide that", "I don't deny it".
func (r *hearing) hides(first, at int) bool {
	return r.has(first+1, at, "deny", "hide", "lie", "forget", "conceal", "pretend")
}

// carried reports whether a clause goes on with what a denial before a comma opened:
// "never, in my whole life, been refused".
func (r *hearing) carried(cl *clause, at int) bool {
	if cl.from == 0 || r.is(cl.from, at, mI|mThey) || at-cl.from > 2 {
		return false
	}
	if !r.has(cl.from, at, "been", "ever", "had") && !pastForm(r.words[at].Text) {
		return false
	}
	for i := range r.clauses {
		o := &r.clauses[i]
		if o.sentence == cl.sentence && o.to <= cl.from && o.negated && o.not >= o.to-2 {
			return true
		}
	}
	return false
}

// excepted reports whether what follows a denial takes something out of it: "never
// refused, except in 2019", "nobody, only my brother".
func (r *hearing) excepted(cl *clause) bool {
	for i := range r.clauses {
		o := &r.clauses[i]
		if o.sentence != cl.sentence || o.from < cl.from {
			continue
		}
		for j := o.from; j < o.to; j++ {
			if j+1 < o.to && (r.has(j, j+1, "except", "besides") || r.has(j, j+1, "apart", "other", "aside") && r.has(j+1, j+2, "from", "than")) {
				return true
			}
		}
		if o != cl && o.marks&(mOnly|mBut) != 0 && !o.negated && r.verbless(o) && r.timed(o) && !r.otherCountry(o) {
			return true // "never, only once in 2019"
		}
	}
	return false
}

// timed reports whether a clause names a time or a number of times.
func (r *hearing) timed(cl *clause) bool {
	return slices.ContainsFunc(r.mentions, func(m measure.Mention) bool { return m.From >= cl.from && m.To <= cl.to }) || r.has(cl.from, cl.to, "once", "twice")
}

// mine reports whether what the word at tells happened to the applicant: whoever is
// named nearest before it is the applicant, or acts on him or her.
func (r *hearing) mine(cl *clause, at int) bool {
	if r.of == ofPetition || r.of == ofEmployerPetition || r.of == ofLottery {
		return true // its sign has asked for whom
	}
	if r.onOther(at, cl.to) {
		return false
	}
	object := (actsOnOne[r.of] || r.of == ofArrest) && r.onMe(at, cl.to)
	for i := at - 1; i >= cl.from; i-- {
		t := r.terms[i]
		switch {
		case t.is(mI) && t.party == 0, r.of != ofVisit && r.of != ofWork && r.myThing(i) && !r.with(i):
			return true
		case t.party&(pHuman&^pSelf&^pPerson) != 0 && !r.with(i):
			return object
		case t.is(mThey), r.has(i, i+1, "he", "she", "they", "it", "officer", "consul", "police"):
			return object || actsOnOne[r.of] && r.near && !r.passive(i, at) || r.has(i, i+1, "it") && r.near
		}
	}
	if cl.inherits && cl.other && cl.who&(pFamily|pFriend|pPartner) != 0 {
		return object
	}
	if cl.other && cl.who&(pFamily|pFriend|pPartner) != 0 {
		return object
	}
	if !actsOnOne[r.of] && r.subjectBefore(cl, at) {
		return false
	}
	return object || r.near && !r.nameless(cl, at) || r.onMe(cl.from, cl.to) || cl.who&pSelf != 0 && !cl.inherits
}

// actsOnOne are the events that others bring about: "they turned it down".
var actsOnOne = [eventCount]bool{ofRefusal: true, ofEsta: true, ofRefusalElsewhere: true, ofCancellation: true, ofVisa: true, ofLostPassport: true, ofMilitary: true}

// subjectBefore reports whether the word before the one at is a thing that does what
// it tells, in a clause without the applicant: "but covid came".
func (r *hearing) subjectBefore(cl *clause, at int) bool {
	if at == cl.from || cl.who&pSelf != 0 && !cl.inherits {
		return false
	}
	before := at - 1
	return r.traits[before] == 0 && r.terms[before].marks == 0 && r.terms[before].place == nil && !r.inMention(before) && r.traits[at]&hGo != 0 && !closed[r.words[before].Text]
}

// closed are words no subject is.
var closed = set("also just only really actually probably finally recently to that who which when as long short how why again together alone")

// nameless reports whether something is done, by the word at, to people of whom the
// clause says no more than what they are: "two of the girls were refused".
func (r *hearing) nameless(cl *clause, at int) bool {
	if !r.has(cl.from, at, "was", "were", "got", "get", "been", "are", "being") || r.seen(cl.from, at, hVisa|hApply) || r.has(cl.from, at, "one", "it") {
		return false
	}
	for i := cl.from; i < at; i++ {
		if r.traits[i]&hLight == 0 && !r.terms[i].is(mYes|mSpeech|mNot) && !r.inMention(i) && len(r.words[i].Text) > 3 && r.words[i].Text[len(r.words[i].Text)-1] == 's' {
			return true
		}
	}
	return false
}

// onOther reports whether what the word at tells is done to somebody else: "they refused
// her".
func (r *hearing) onOther(at, to int) bool {
	if !actsOnOne[r.of] && r.of != ofArrest || r.of == ofMilitary {
		return false
	}
	if r.of == ofArrest && !r.seen(at+1, at+2, hArrest) && r.has(at+1, at+2, "the", "a", "an", "some", "two", "his", "their") {
		return true // "they arrested the thief"
	}
	for i := at + 1; i < min(at+3, to); i++ {
		if r.has(i, i+1, "her", "him", "them", "people", "others", "everybody", "everyone", "anyone", "many", "most") || r.terms[i].party&(pFamily|pFriend|pPartner) != 0 && !r.has(at+1, i, "with", "to", "because", "by", "for", "from", "and") {
			return !r.onMe(at, to) || r.terms[i].party != 0
		}
	}
	return false
}

// onMe reports whether the applicant is named from from to to: "refused me", "my case".
func (r *hearing) onMe(from, to int) bool {
	for i := from; i < to; i++ {
		if r.has(i, i+1, "me", "us", "myself", "mine") || r.myThing(i) {
			return true
		}
	}
	return false
}

// myThing reports whether "my" stands at word i before something that is no person.
func (r *hearing) myThing(i int) bool {
	return r.terms[i].is(mMine) && i+1 < len(r.terms) && r.terms[i+1].party&(pHuman&^pSelf) == 0 && !r.has(i+1, i+2, "elder", "younger", "big", "small", "late", "boss", "agent")
}

// with reports whether whoever stands at word i only goes along: "with my brother".
func (r *hearing) with(i int) bool {
	return r.has(i-3, i, "with", "to", "at", "of", "from", "near", "in")
}

// passive reports whether something is done to whoever stands at word i: "people get
// refused".
func (r *hearing) passive(i, at int) bool {
	return !r.has(i, i+1, "it") && r.has(i+1, at, "was", "were", "get", "gets", "got", "been", "being", "are", "is")
}

// toldToMe reports whether somebody's reported words are the event itself: "the
// officer said 214(b)", "they told me no".
func (r *hearing) toldToMe(cl *clause, at int) bool {
	if !r.near || cl.who&(pFamily|pFriend|pPartner) != 0 || r.traits[at]&hRefuse == 0 {
		return false
	}
	return !slices.ContainsFunc(r.clauses, func(o clause) bool {
		return o.sentence == cl.sentence && o.to <= cl.from && o.marks&mSay != 0 && o.who&(pFamily|pFriend|pPartner) != 0
	})
}
