package scoring

import "slices"

// mine reports whether what the word at tells happened to the applicant: whoever is
// named nearest before it is the applicant, or acts on him or her.
func (r *hearing) mine(cl *clause, at int) bool {
	if r.of == ofPetition || r.of == ofEmployerPetition || r.of == ofLottery || r.of == ofVisit && r.has(at, at+1, "i") {
		return true // its sign has asked for whom
	}
	if r.onOther(at, cl.to) || r.of == ofVisit && r.otherSubject(cl, at) {
		return false
	}
	object := (actsOnOne[r.of] || r.of == ofArrest) && r.onMe(at, cl.to)
	for i := at - 1; i >= cl.from; i-- {
		t := r.terms[i]
		switch {
		case r.mySayer(cl, i), r.of == ofVisit && i+2 == at && r.has(i, i+1, "my", "our"):
			return object // "my boss lived there"
		case t.is(mI) && t.party == 0, r.of != ofVisit && r.of != ofWork && r.myThing(i) && !r.with(i):
			return true
		case t.party&(pHuman&^pSelf&^pPerson) != 0 && !r.with(i):
			return object
		case r.of == ofRefusal && !object && r.has(i, i+1, "officer", "consul") && anyOfParty(r.terms[cl.from:i], pFamily|pFriend):
			return false // "my cousin tried and the officer said no"
		case t.is(mThey), r.has(i, i+1, "he", "she", "they", "it", "officer", "consul", "police"):
			return object || actsOnOne[r.of] && r.near && !r.passive(i, at) || r.has(i, i+1, "it") && r.near || r.of == ofRefusal && r.saidNoThen(cl, at)
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

// otherSubject reports whether a determiner and a noun that carries no meaning here stand
// right before the verb at word at, so that somebody else is its subject: "my boss lived
// there", "the previous owner has been there".
func (r *hearing) otherSubject(cl *clause, at int) bool {
	head := at - 1
	for head > cl.from && (helping[r.words[head].Text] || r.has(head, head+1, "also", "just", "only", "once", "already", "himself", "herself")) {
		head--
	}
	if head <= cl.from || r.traits[head]&^(hLight|hSchool) != 0 || r.terms[head].is(mI|mThey|mUS|mThere|mVisa|mNot|mWent) || r.terms[head].place != nil || r.inMention(head) || closed[r.words[head].Text] || r.has(head, head+1, "time", "visit", "trip", "stay") {
		return false
	}
	for i := head - 1; i >= max(cl.from, head-2); i-- {
		if r.has(i, i+1, "my", "our", "the", "a", "his", "her", "their", "some", "many", "every", "one") {
			return true
		}
	}
	return false
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

// mySayer reports whether "my" stands at word i before a person, told by what follows:
// nobody's teacher speaks for an embassy, but a letter does.
func (r *hearing) mySayer(cl *clause, i int) bool {
	if !r.terms[i].is(mMine) || !actsOnOne[r.of] {
		return false
	}
	for j := i + 2; j < min(i+4, cl.to); j++ {
		if r.has(j, j+1, "said", "says", "say", "told") {
			return !r.seen(i+1, j, hVisa|hApply) && !r.has(i+1, j, "letter", "paper", "slip", "form", "passport", "email", "result", "status")
		}
	}
	return false
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
	return !slices.ContainsFunc(r.inSentence(cl.sentence), func(o clause) bool {
		return o.to <= cl.from && o.marks&mSay != 0 && o.who&(pFamily|pFriend|pPartner) != 0
	})
}
