package scoring

import (
	"slices"
	"strings"
)

// beside reports whether what a claim takes for the value asked for belongs to another
// statement: its clause says something of its own, by its verb and what goes with it,
// that is of no matter of the field or of the line. "I trained two thousand farmers" is
// no answer to "how long?", nor is "I go back to Kumasi" one to "who pays?". A value that
// stands alone, or that only joins the line's own words, is the line's.
func (c *Case) beside(a *answer, k Claim) bool {
	if a.press != nil || !k.asked || !standsBeside[k.kind] || k.kind == kindName && k.word == "left" {
		return false
	}
	cl := a.clauseOf(a.wordAt(k.Span.Start))
	switch {
	case a.countsThings(k), c.ofWhatLasts(a, k), a.measuresOther(k, cl):
		return true
	case k.kind == kindDate && a.isThrough(cl):
		return false
	case a.verbless(cl), a.namesField(k), k.kind == kindAmount && k.word == attributeNames[aScholarship]:
		return false
	case k.kind == kindPayer:
		return !a.is(0, len(a.words), mPay) && !a.ofBearing(cl) && !a.earnedIt(cl)
	}
	of := c.matterAsked(a, k)
	if k.kind == kindPlace {
		of |= aboutDwelling // "I live in New Jersey" tells where the work is done
	}
	said := a.matters()
	var told matter
	own := false
	for i := cl.from; i < cl.to; i++ {
		w := a.words[i]
		switch {
		case w.Start >= k.Span.Start && w.End <= k.Span.End, said[i] == 0 && manner.word(w.Text)&tEmpty != 0:
			continue
		case said[i]&of != 0, a.terms[i].is(mPay|mFunds|mSaved|mLoan|mScholar) && of&aboutMoney != 0, a.lineStem(w.Text):
			return false
		}
		told |= said[i]
		own = own || measuredKinds[k.kind] && said[i] == 0 && a.doneTo(cl, i)
	}
	return told&^aboutLaw != 0 || own
}

// standsBeside are the kinds of claim that are a value and no statement.
var standsBeside = map[kind]bool{kindPayer: true, kindAmount: true, kindDuration: true, kindDate: true, kindCount: true,
	kindName: true, kindPlace: true, kindHost: true, kindCompanion: true}

// matterAsked is what a value on a field may stand with: what the field and the line are
// about, and what may answer that.
func (c *Case) matterAsked(a *answer, k Claim) matter {
	field := matterOfField(whole(k.Field))
	of := field
	for _, m := range a.heardLine.matters {
		of |= m
	}
	for _, answered := range answeredBy {
		if field&answered.matter != 0 {
			of |= answered.by
		}
	}
	return of
}

// doneTo reports whether word i is a thing that is done something to by the verb before
// it: "took over the storage sites".
func (a *answer) doneTo(cl *clause, i int) bool {
	at := i - 1
	if at <= cl.from || len(a.words[i].Text) < 3 || a.terms[i].marks != 0 || a.inMention(i) || !a.has(at, at+1, "the", "a", "an", "my", "our", "his", "her", "their") {
		return false
	}
	return pastForm(a.words[at-1].Text) || at-2 >= cl.from && pastForm(a.words[at-2].Text) && besideIt[a.words[at-1].Text]
}

// lineStem reports whether the officer's line has a word in one of its forms.
func (a *answer) lineStem(w string) bool {
	s := stemOf(w)
	return slices.ContainsFunc(a.ask, func(o string) bool { return o == w || len(s) > 2 && stemOf(o) == s })
}

// ofBearing reports whether a clause says that somebody bears, gives or takes on
// something: what whoever pays may be said to do besides paying.
func (a *answer) ofBearing(cl *clause) bool {
	for i := cl.from; i < cl.to; i++ {
		w := a.words[i].Text
		if a.terms[i].is(mPay|mFunds|mSaved|mLoan|mScholar) || bearing[w] || giving[w] || acted[w] || matters.word(w)&aboutMoney != 0 || a.lineStem(w) {
			return true
		}
		if strings.HasPrefix(w, "com") && a.has(i+1, i+2, "from") {
			return true
		}
	}
	return false
}

// giving are the verbs of what somebody does for another, and of promising it.
var giving = set("give gives gave given giving help helps helped helping support supports supported supporting put puts putting send sends sent sending bring brings brought provide provides provided providing arrange arranges arranged arranging assist assists assisting offer offers offered promise promised agree agreed insist insists insisted contribute contributes contributing share shares sharing add adds adding spend spends spending take takes took taking care charge responsible behind")

// countsThings reports whether a number that would be a result counts things: "forty
// rooms" is no score.
func (a *answer) countsThings(k Claim) bool {
	if k.kind != kindCount || !strings.HasPrefix(k.Field, "education.") && k.Field != "jp.usmle" {
		return false
	}
	next := a.wordAt(k.Span.End)
	if a.has(next, next+1, "people", "persons") {
		return true
	}
	return next < len(a.words) && !a.words[next].Breaks && a.terms[next].marks == 0 && !a.inMention(next) && manner.word(a.words[next].Text)&(tEmpty|tFiller) == 0 && !a.lineStem(a.words[next].Text) && !scored[a.words[next].Text]
}

// measuresOther reports whether a number is told of a relative or friend nobody asked
// about: "my brother gets ninety thousand in Dammam".
func (a *answer) measuresOther(k Claim, cl *clause) bool {
	if !measuredKinds[k.kind] || !cl.other || cl.who&(pFamily|pFriend) == 0 || a.verbless(cl) || cl.inherits && a.leadsUp(cl.from, a.wordAt(k.Span.Start)) || cl.marks&mSay != 0 || strings.HasPrefix(k.Field, "family.") || strings.HasPrefix(k.Field, "finance.") {
		return false
	}
	return !slices.ContainsFunc(a.line, func(t term) bool { return t.party&^pSelf != 0 || t.is(mThey) && t.party != 0 }) && !a.has(cl.from, cl.to, "i", "me", "we", "us", "our", "for", "with", "until", "till", "when", "while", "after", "before")
}

// scored are words after the number of a result.
var scored = set("points point percent overall band bands total score scores marks mark grade attempt attempts try tries")

// ofWhatLasts reports whether a date or a length is of what goes on since long, where the
// line asks for no such thing: "since 2009", "almost ten years now".
func (c *Case) ofWhatLasts(a *answer, k Claim) bool {
	past := strings.HasPrefix(k.Field, "employment.") || strings.HasSuffix(k.Field, "since")
	from, to := a.wordAt(k.Span.Start), a.wordAt(k.Span.End)
	switch {
	case k.kind != kindDate && k.kind != kindDuration || past:
		return false
	case k.kind == kindDate && a.has(from-1, from+1, "since") && a.ofPost(a.clauseOf(from)):
		return true
	case a.lineHas(lasting):
		return false
	}
	if k.kind == kindDuration {
		return a.has(to, to+1, "now", "already", "ago", "back")
	}
	return (a.has(from-1, from+1, "since") || a.has(from-1, from+1, "from") && k.date.Month == 0) && k.date.Year > 0 && k.date.Year < c.today.Year
}

// ofPost reports whether a clause, or the one before where it has no verb, says what the
// applicant is or works as today: "I'm medical officer at Mayo. Since 2022."
func (a *answer) ofPost(cl *clause) bool {
	for a.verbless(cl) && cl.from > 0 {
		cl = a.clauseOf(cl.from - 1)
	}
	return cl.who&pSelf != 0 && !cl.negated && a.has(cl.from, cl.to, "i'm", "am", "work", "working", "teach", "run") && cl.marks&(mUS|mThere) == 0
}

// lasting are words of a line that asks for the past or for how long something has gone
// on.
var lasting = []string{"been", "since", "have", "has", "did", "join", "joined", "worked", "were", "was", "started", "began", "ago", "begin", "start"}
