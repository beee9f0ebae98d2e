package scoring

import (
	"slices"

	"github.com/viceconsul/viceconsul/interview/transcript"
	"github.com/viceconsul/viceconsul/interview/transcript/measure"
)

// answered is how specific a closed question's answer is when the fact it asked for
// was given: 4, or 3 when it is only thought so; 0 when it was not given.
func (s *sheet) answered() int {
	at := s.at
	if at < 0 || s.any(0, len(s.words), tForget|tDecline|tDeflect) && s.press == nil || s.relevant(at) == strays {
		return 0
	}
	if s.press != nil {
		return 4
	}
	for _, cl := range s.claims {
		if cl.tells() && s.suits(cl) && cl.Certain && !cl.broad && !s.openEnded() && cl.asked && s.wordAt(cl.Span.Start) == at && cl.kind != kindPayer && cl.kind != kindLabel && cl.kind != kindName && !s.vague() && !s.bareYes() {
			return 4
		}
	}
	if s.query.which && !s.properName() {
		return 0
	}
	want := s.query.want
	if s.query.leaves && s.traits[at]&(tYes|tNo|tNegate) == 0 {
		want = wantAnything
	}
	switch want {
	case wantYesNo:
		return s.polarDetail(at)
	case wantWho:
		switch {
		case s.terms[at].broad || s.any(at, at+2, tKin) || s.somebody(at):
			return 0
		case s.oneOnly(at):
			return 4
		}
		return s.pointed()
	case wantAmount, wantCount, wantLength:
		return full(!s.vague() && !s.openEnded())
	case wantDate:
		switch {
		case s.vague() || s.openEnded():
			return 0
		case s.seasonal():
			return 3
		}
	case wantPlace:
		if s.wider() {
			return s.pointed()
		}
	case wantAnything, wantReason:
		points, _ := s.points()
		switch {
		case points < 2*particularPoints && !s.any(0, len(s.words), tRole):
			return 0
		case !s.titled():
			return s.pointed()
		}
	}
	return 4
}

// polarDetail is how specific a yes or a no is.
func (s *sheet) polarDetail(at int) int {
	switch {
	case s.bareYes():
		return 2
	case s.traits[at]&(tYes|tNo|tNegate) == 0 && !s.owns(*s.clauseOf(at)) && !s.specific(0, len(s.words)):
		return 0
	case s.any(0, len(s.words), tUndecided):
		return 3
	}
	return 4
}

// pointed is band 4 when an answer holds something that can be checked, and 3 when it
// only says of what kind its fact is.
func (s *sheet) pointed() int {
	if points, _ := s.points(); points >= factPoints {
		return 4
	}
	return 3
}

// oneOnly reports whether whoever stands at a word can be only one: the applicant,
// a parent, a spouse, the employer. Brothers, uncles and friends have names.
func (s *sheet) oneOnly(at int) bool {
	return s.terms[at].party&^(pSelf|pParents|pSpouse|pEmployer|pSchool|pGovernment|pScholarship) == 0 && s.traits[at]&tRole == 0 || s.traits[at]&(tNo|tNegate) != 0
}

// seasonal reports whether a day is told by its season alone: "this coming fall".
func (s *sheet) seasonal() bool {
	return s.answer.has(0, len(s.words), "spring", "summer", "autumn", "fall", "winter", "season") && s.measured(0, len(s.words), measure.Number) < 0
}

// wider reports whether a question for a city was answered with a state or a country
// and nothing nearer.
func (s *sheet) wider() bool {
	if s.lineHas([]string{"country", "countries", "state", "states", "which"}) {
		return false
	}
	whole := false
	for i := range s.words {
		switch p := s.terms[i].place; {
		case p != nil && !p.whole, p == nil && s.named(i) && !s.terms[i].is(mPlace):
			return false
		case p != nil:
			whole = true
		}
	}
	return whole
}

// titled reports whether a question asks for no more than a title: "What is your job
// title?"
func (s *sheet) titled() bool {
	return s.lineHas([]string{"title", "position", "occupation", "profession", "designation", "rank", "major", "specialty", "speciality", "specialization", "subject", "level", "status", "class", "visa", "category"})
}

// somebody reports whether who stands at a word is left open: "one senior there", or
// only called what the question called him.
func (s *sheet) somebody(at int) bool {
	cl := s.clauseOf(at)
	echo := s.terms[at].party == 0 && !s.terms[at].is(mI|mOwn)
	for i := cl.from; i < cl.to && echo; i++ {
		echo = s.traits[i]&(tEmpty|tFirst) != 0 || slices.Contains(s.query.plain, s.words[i].Text)
	}
	return s.nameAt < 0 && (echo && s.traits[at]&tNo == 0 && s.words[at].Text != "nobody") || s.nameAt < 0 && s.answer.has(max(0, at-2), at+1, "a", "an", "one", "some", "someone", "somebody", "certain")
}

// properName reports whether an answer names something by its own name, or by more
// than one word of its own; where it lies is no name.
func (s *sheet) properName() bool {
	own := 0
	for i := range s.words {
		switch {
		case s.named(i) && !s.terms[i].is(mPlace), s.measured(i, len(s.words), measure.Number) == i:
			return true
		case s.particular(i) && !s.named(i):
			own++
		}
	}
	return own > 1
}

// full is band 4 for yes.
func full(yes bool) int {
	if yes {
		return 4
	}
	return 0
}

// bareYes reports whether an answer admits something grave and says neither when,
// where nor what.
func (s *sheet) bareYes() bool {
	grave := slices.ContainsFunc(s.claims, func(cl Claim) bool {
		f, ok := transcript.LookupField(cl.Field)
		return ok && f.Serious && cl.asked && !cl.Negative
	})
	facts, loose := s.facts()
	return grave && loose == 0 && !slices.Contains(facts, true)
}
