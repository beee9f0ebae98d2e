package scoring

import (
	"strings"

	"github.com/viceconsul/viceconsul/interview/transcript/measure"
)

// staysAway reports whether a clause denies the way back: "I will not come back", or
// a bare no to "Do you intend to return?". What follows an if is only supposed.
func (s *sheet) staysAway(cl clause) bool {
	if !cl.negated || s.asks("j1.subject_212e") && (s.there(cl) || s.measured(cl.from, cl.to, measure.Duration) >= 0 || s.hasWord(cl, "cannot", "can't", "have", "until")) {
		return false
	}
	returns := s.any(cl.from, cl.to, tReturn) || s.hasWord(cl, "back") && s.hasWord(cl, "come", "go")
	meant := s.any(max(cl.not-2, cl.from), min(cl.not+2, cl.to), tIntent) // "will not", "don't want to"
	if returns && s.any(cl.from, cl.to, tFirst) && (meant || s.any(cl.from, cl.to, tIntent) && !s.is(cl.from, cl.to, mIf)) {
		return !s.hasWord(cl, "why", "late", "without", "until", "before", "problem", "need", "needed", "must", "required", "obliged")
	}
	leaves := allOf(s.ask, "you leave") && !s.lineHas([]string{"have", "job", "work"})
	if leaves && s.query.want == wantYesNo && s.words[cl.to-1].Text == "think" && s.hasWord(clause{from: cl.to, to: min(cl.to+1, len(s.words))}, "so") {
		return true
	}
	asked := leaves || (s.lineTraits()&tReturn != 0 || s.lineHas([]string{"return"})) && s.lineHas([]string{"will", "intend", "going", "plan"}) && s.lineTraits()&(tNegate|tRemain) == 0
	return asked && s.query.want == wantYesNo && s.flatNo(cl) && !s.any(cl.to, len(s.words), tReturn)
}

// flatNo reports whether a clause says no and nothing else.
func (s *sheet) flatNo(cl clause) bool {
	for i := cl.from; i < cl.to; i++ {
		if !noWords[s.words[i].Text] {
			return false
		}
	}
	return cl.from == max(s.first(), 0) || cl.from == 0
}

// noWords are the words of a plain no.
var noWords = set("no not never really honestly to be honest frankly sir madam officer probably i think")

// overstays reports whether a clause tells of staying beyond what is allowed: "I
// stay even if the visa is finished", "I will just stay the five" when three are
// given.
func (s *sheet) overstays(cl clause) bool {
	se := s.sentence(cl)
	stay := s.any(cl.from, cl.to, tRemain) && s.any(se.from, se.to, tFirst) || s.hasWord(cl, "overstay") && s.any(cl.from, cl.to, tFirst) && s.any(cl.from, cl.to, tIntent)
	if !stay || s.atHomeLand(cl) || cl.other || s.gone(&cl) || s.hasWord(se, "extend", "extension", "renew", "apply", "permission") || cl.negated {
		return false
	}
	if s.hasWord(cl, "overstay") {
		return true
	}
	leave := s.hasWord(se, "visa", "stamp", "permit", "status", "date", "allowed", "i-94")
	over := s.hasWord(se, "finished", "finishes", "expired", "expires", "expire", "ends", "ended", "over", "beyond", "past", "without", "longer") && s.hasWord(se, "even", "beyond", "past", "without", "after", "longer", "when", "though")
	if s.hasWord(cl, "catch", "caught") || s.lineHas([]string{"visa", "stamp", "month", "months", "date"}) && s.hasWord(cl, "after") && s.hasWord(cl, "it", "that", "expiry") && s.any(cl.from, cl.to, tIntent) {
		return true
	}
	if s.lineHas([]string{"visa", "stamp", "permit", "status"}) && s.lineHas([]string{"expires", "expire", "runs", "ends", "finishes", "finished", "over"}) && s.hasWord(cl, "anyway", "still", "regardless") {
		return true
	}
	if leave && over && !s.hasWord(se, "before") {
		return true
	}
	return s.hasWord(se, "give", "allow", "stamp") && s.hasWord(se, "need", "want") && s.moreThanGiven(se, cl)
}

// moreThanGiven reports whether the stay told in a clause is longer than what the
// sentence says is given.
func (s *sheet) moreThanGiven(se, cl clause) bool {
	var given, wanted float64
	for _, m := range s.mentions {
		if m.From < se.from || m.To > se.to || m.Kind != measure.Duration && m.Kind != measure.Number {
			continue
		}
		if given == 0 {
			given = m.Low
		}
		if m.From >= cl.from {
			wanted = m.Low
		}
	}
	return given > 0 && wanted != 0 && wanted != given
}

// lifeThere reports whether a clause places the applicant's life in the United
// States: a home, a future, a career there, or joining the family for good.
func (s *sheet) lifeThere(cl clause) bool {
	if !s.c.category.HasTies() || s.gone(&cl) {
		return false
	}
	se := s.sentence(cl)
	me := s.any(cl.from, cl.to, tFirst) || s.any(se.from, cl.to, tFirst) && !cl.other || s.bare(cl) && s.query.ties || s.horizon() && cl.who == 0
	there := s.there(cl)
	switch {
	case !me:
		return false
	case s.forGoodPhrase(cl) && s.hasWord(cl, "join", "go", "going", "move", "moving") && !s.hasWord(cl, "back", "home"):
		return true
	case there && s.hasWord(cl, "home") && s.hasWord(cl, "make", "making", "build"):
		return true
	case s.atHomeLand(cl):
		return false
	case s.hasWord(cl, "kids", "children", "son", "daughter", "family") && s.hasWord(cl, "grow", "raise", "raised") && (there || s.hasWord(cl, "american", "americans")):
		return true
	case there && s.hasWord(cl, "future", "life") && s.hasWord(cl, "make", "making", "build", "start", "see", "have", "want", "try"):
		return true
	case s.horizon() && there && s.measured(se.from, se.to, measure.Duration, measure.Calendar) < 0 && !s.hasWord(cl, "visit", "visiting", "conference", "travel") && (s.verbless(&cl) || s.hasWord(cl, "see", "myself", "be", "living", "working", "have")):
		return true
	case s.query.ties && s.hasWord(cl, "always", "forever") && s.any(cl.from, cl.to, tRemain) && there:
		return true
	}
	if s.query.ties && s.hasWord(cl, "waiver", "sponsor", "sponsors") && s.any(cl.from, cl.to, tChance|tGreenCard) && s.any(cl.from, cl.to, tIntent) && s.any(cl.from, cl.to, tRemain) {
		return true
	}
	careers := s.any(se.from, se.to, tGreenCard) || s.answer.has(se.from, se.to, "h1b") || s.is(se.from, se.to, mStatusUS)
	return s.query.ties && careers && there && s.any(cl.from, cl.to, tWork) && (s.any(se.from, se.to, tIntent) || s.bare(cl)) && !s.hasWord(se, "before", "until", "uncle", "aunt", "brother", "sister")
}

// forGoodPhrase reports whether a clause says "for good" as its own phrase.
func (s *sheet) forGoodPhrase(cl clause) bool {
	for i := cl.from; i+1 < cl.to; i++ {
		if s.words[i].Text == "for" && s.words[i+1].Text == "good" && (i+2 == cl.to || s.traits[i+2]&tEmpty != 0) {
			return true
		}
	}
	return false
}

// horizon reports whether the line asks for the years to come.
func (s *sheet) horizon() bool {
	if s.question != nil && s.question.Topic != nil && strings.HasSuffix(s.question.Topic.ID, ".fund") {
		return false // "the plan for later years" is then one of money
	}
	return asksAfter(s.ask) || s.lineHas([]string{"future"}) || allOf(s.ask, "long term") || allOf(s.ask, "plan years")
}
