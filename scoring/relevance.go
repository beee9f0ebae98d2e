package scoring

import (
	"slices"

	"github.com/viceconsul/viceconsul/interview/transcript/measure"
)

// A relevance says how far a clause speaks of what the question asks about.
type relevance int

const (
	strays  relevance = iota - 1 // of something else, or of somebody nobody asked about
	mute                         // of nothing that can be told
	adjoins                      // of what may well answer it
	meets                        // of the very thing
)

// relevances reads every clause against the question. What cannot be told after a
// clause that strays goes on straying.
func (s *sheet) relevances() []relevance {
	out := make([]relevance, len(s.clauses))
	if s.press != nil {
		return out
	}
	open := s.query.about == 0 && s.query.want != wantReason
	told := s.told()
	for n, cl := range s.clauses {
		switch {
		case told[n]:
			out[n] = meets
			continue
		case s.misfits(cl):
			out[n] = strays
			continue
		case open:
			continue
		}
		out[n] = s.relevanceOf(cl, s.matters())
		if out[n] == mute && n > 0 && out[n-1] == strays && s.measured(cl.from, cl.to, measure.Number, measure.Money, measure.Duration, measure.Calendar) < 0 {
			out[n] = strays
		}
	}
	return out
}

func (s *sheet) relevanceOf(cl clause, said []matter) relevance {
	about, mostly := s.aboutIn(cl, said)
	switch {
	case s.query.about == 0 && !s.paysOnly(cl, about):
		return mute
	case s.elsewhere(cl), s.query.theirs && s.ofMine(cl), s.likes(cl):
		return strays
	case about&s.query.about != 0 || s.touchesIn(cl):
		return meets
	case s.query.want == wantReason && s.paysOnly(cl, about):
		return strays
	case about&s.query.answers != 0 || about != 0 && s.query.want == wantReason && s.link:
		return adjoins
	case about == 0 || !mostly, s.query.want == wantWho && s.verbless(&cl) && s.copulaIn(cl) < 0 && (ours[s.words[cl.from].Text] || s.named(cl.from)):
		return mute
	}
	return strays
}

// likes reports whether a clause tells what the applicant likes, where nobody asked for
// that or for a reason.
func (s *sheet) likes(cl clause) bool {
	if s.query.want == wantReason || s.query.want == wantYesNo || s.lineHas([]string{"like", "love", "enjoy", "free", "hobby", "hobbies", "interest", "interests", "interested", "favourite", "favorite", "why", "weekend", "fun"}) {
		return false
	}
	for i := cl.from; i+1 < cl.to; i++ {
		if s.words[i].Text == "i" {
			return liking[s.words[i+1].Text] || i+2 < cl.to && s.traits[i+1]&tEmpty != 0 && liking[s.words[i+2].Text] && !s.terms[i+1].is(mNot)
		}
	}
	return false
}

// liking are the verbs of what somebody is fond of.
var liking = wordSet("like likes liked love loved enjoy enjoyed admire adore prefer")

// ofMine reports whether a clause tells what the applicant does, and names nobody else.
func (s *sheet) ofMine(cl clause) bool {
	if cl.who != pSelf || cl.inherits {
		return false
	}
	for i := cl.from; i < cl.to; i++ {
		if t := s.terms[i]; t.is(mThey) || t.party&^pSelf != 0 || s.words[i].Text == "we" || s.words[i].Text == "our" {
			return false
		}
	}
	return true
}

// paysOnly reports whether a clause tells how something is paid, which is no reason for
// what costs nothing: that it is cheap, or that a scholarship comes with it, can be one.
func (s *sheet) paysOnly(cl clause, about matter) bool {
	money := s.is(cl.from, cl.to, mPay|mFunds|mSaved|mLoan) || s.measured(cl.from, cl.to, measure.Money) >= 0
	return money && about&aboutMoney != 0 && s.query.about&(aboutMoney|aboutKin) == 0 && !s.is(cl.from, cl.to, mScholar) && !s.praised(cl.from, cl.to) && !s.hasWord(cl, "cheaper", "less", "lower", "free", "discount", "assistantship", "afford")
}

// aboutIn is what a clause is about: its words, its people and its sums of money; and
// whether those are most of what it says.
func (s *sheet) aboutIn(cl clause, said []matter) (about matter, mostly bool) {
	known, content := 0, 0
	for i := cl.from; i < cl.to; i++ {
		if s.dead[i] || s.named(i) { // "Finch Bank" is a name, not money
			continue
		}
		m := said[i]
		if s.terms[i].party&pHuman&^pSelf != 0 {
			m |= aboutKin
		}
		about |= m
		switch {
		case m != 0:
			known, content = known+1, content+1
		case s.traits[i]&(tEmpty|tFiller|tGreeting) == 0 && s.lexemes[i].is&isAddress == 0 && !s.inMention(i):
			content++
		}
	}
	if s.measured(cl.from, cl.to, measure.Money) >= 0 {
		about |= aboutMoney
		known++
	}
	return about, 2*known >= content
}

// told marks the clauses in which a claim is on a field that was asked for.
func (s *sheet) told() []bool {
	out := make([]bool, len(s.clauses))
	for _, k := range s.claims {
		if at := s.wordAt(k.Span.Start); at < len(s.words) && k.tells() && s.asks(k.Field) && s.bears(k, *s.clauseOf(at)) && !s.c.beside(s.answer, k) {
			out[s.within[at]] = true
		}
	}
	return out
}

// bears reports whether a claim on who pays stands in a clause that may speak of
// money: "my company gives me leave" names no payer.
func (s *sheet) bears(k Claim, cl clause) bool {
	return k.kind != kindPayer || !s.hasWord(cl, "leave", "time") || s.is(cl.from, cl.to, mFunds|mCost|mSaved|mScholar|mLoan)
}

// elsewhere reports whether a clause tells the story of somebody the question does
// not ask about. What others do for the applicant, what they pay and what they told
// is no such story.
func (s *sheet) elsewhere(cl clause) bool {
	if s.query.people || !cl.other || ofThemAll[s.words[cl.from].Text] || !s.tellsOf(cl) || cl.marks&mSay != 0 || s.hasWord(cl, "me", "us", "our", "mine") || s.is(cl.from, cl.to, mPay) && (s.query.want != wantAnything || s.query.about&(aboutMoney|aboutTrip|aboutStudy) != 0) {
		return false
	}
	for i := cl.from; i < cl.to; i++ {
		t := s.terms[i]
		switch {
		case t.is(mVerb|mI) && t.party == 0 && !t.is(mThey), standins[s.words[i].Text]:
			return false // who he is was said before
		case t.poss || i > cl.from && (takesObject.at(s.words[i-1].Text) || s.terms[i-1].poss):
		case t.party&(pFriend|pPerson|pExtended) != 0, t.is(mThey):
			return true
		case t.party&pHuman&^pSelf != 0:
			return s.query.want != wantReason && s.query.want != wantWho && !s.query.ties && s.query.about&(aboutKin|aboutMoney) == 0
		}
	}
	return false
}

// ofThemAll open a clause about everybody who was asked about.
var ofThemAll = wordSet("everybody everyone all nobody each both none")

// tellsOf reports whether a clause says what somebody is or did, rather than what he
// does: "my cousin keeps the shop open" is no story.
func (s *sheet) tellsOf(cl clause) bool {
	for i := cl.from; i < cl.to; i++ {
		if w := s.words[i].Text; s.lexemes[i].past || w == "is" || w == "are" || w == "was" || w == "were" || w == "had" || w == "got" || w == "has" {
			return true
		}
	}
	return false
}

// standins are pronouns for whoever or whatever was named before.
var standins = wordSet("he she they it")

// astray reports whether all that an answer says is about something else.
func (s *sheet) astray() bool {
	return slices.Contains(s.rel, strays) && !slices.Contains(s.rel, adjoins) && !slices.Contains(s.rel, meets)
}

// relevant is how far the clause of a word speaks of what was asked; mute for no
// word.
func (s *sheet) relevant(word int) relevance {
	if word < 0 {
		return mute
	}
	return s.rel[s.within[word]]
}
