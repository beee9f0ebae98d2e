package scoring

import (
	"slices"

	"github.com/viceconsul/viceconsul/interview/transcript/measure"
)

func (s *sheet) saysMarry(cl clause) (statement, bool) {
	told := cl.quoted && s.hasWord(cl, "we", "i") && s.hasWord(s.sentence(cl), "papers", "citizen") // "she says when we marry I get my papers"
	if at := s.find(cl.from, cl.to, tMarry|tConvert); cl.quoted && !told || cl.question || cl.negated && cl.not < at {
		return statement{}, false
	}
	se := s.sentence(cl)
	stay := s.any(se.from, se.to, tRemain|tGreenCard) || s.there(se) || s.hasWord(se, "reach", "arrive", "land", "citizen", "files", "file", "papers") || s.hasWord(se, "not") && s.hasWord(se, "leave")
	if s.any(cl.from, cl.to, tMarry) && (told || s.any(cl.from, cl.to, tIntent) || s.hasWord(se, "papers", "citizen") && s.any(se.from, se.to, tIntent)) && s.any(se.from, se.to, tFirst) && stay && !s.atHomeLand(cl) && !s.kinMarries(cl) && !s.hasWord(cl, "cousin's", "sister's", "brother's", "friend's", "niece's", "son's", "daughter's") {
		return stated(riskMarry, se, !s.thought(cl))
	}
	if s.mine(cl) && s.any(cl.from, cl.to, tConvert) && s.any(cl.from, cl.to, tStatus) && s.any(cl.from, cl.to, tIntent|tIf) && !s.hasWord(cl, "appointment", "interview", "date", "address") {
		return stated(riskMarry, cl, !s.thought(cl))
	}
	return statement{}, false
}

// kinMarries reports whether a clause tells of the wedding of somebody else in the family: "my
// sister will have the wedding party".
func (s *sheet) kinMarries(cl clause) bool {
	return cl.other && cl.who&pFamily&^pSpouse != 0 && !s.hasWord(cl, "me", "i", "we", "us")
}

// keepsMe reports whether somebody keeps or hires the applicant: "keeps my post" is
// no such thing.
func (s *sheet) keepsMe(cl clause) bool {
	for i := cl.from + 1; i < cl.to; i++ {
		if s.words[i].Text == "me" && s.answer.has(i-1, i, "keeps", "keep", "hires", "hire", "takes", "take", "employs", "employ") {
			return true
		}
	}
	return false
}

func (s *sheet) saysSettle(cl clause) (statement, bool) {
	keeps := s.keepsMe(cl)
	if cl.quoted || cl.question || cl.other && !keeps || cl.hypothetical && s.hasWord(cl, "had") {
		return statement{}, false
	}
	first, intent := s.any(cl.from, cl.to, tFirst), s.any(cl.from, cl.to, tIntent)
	if se := s.sentence(cl); cl.inherits && cl.who&pSelf != 0 && s.any(cl.from, cl.to, tForGood) {
		first, intent = true, intent || s.any(se.from, cl.to, tIntent) // "I will do OPT, then settle in Dallas"
	}
	forGood := s.any(cl.from, cl.to, tForGood) && (s.any(cl.from, cl.to, tRemain) || s.there(cl))
	switch {
	case s.staysAway(cl) && !s.comesBack(cl.from, cl.to):
		return stated(riskSettle, cl, !cl.hedged)
	case cl.negated:
	case s.overstays(cl), s.lifeThere(cl):
		return stated(riskSettle, cl, !s.thought(cl) || s.hasWord(cl, "try") && !cl.hedged)
	case keeps && s.any(cl.from, cl.to, tForGood) && !s.atHomeLand(cl), (s.horizon() || s.query.ties || s.asksAhead()) && deeds[s.words[cl.from].Text] && s.any(cl.from, cl.to, tGreenCard) && s.c.category.HasTies() && !s.hasWord(s.sentence(cl), "before", "until"):
		return stated(riskSettle, cl, !s.thought(cl))
	case !first && !intent:
	case forGood && (intent || first):
		return stated(riskSettle, cl, !s.thought(cl))
	case keeps && intent && first && s.c.category.HasTies() && !s.employerAtHome(s.sentence(cl)) && !s.takenBack() && !s.hasWord(cl, "here", "home", "back"):
		return stated(riskSettle, cl, s.any(cl.from, cl.to, tIntent) && s.hasWord(cl, "always", "live", "keeps"))
	case s.any(cl.from, cl.to, tGreenCard) && intent && !s.hasWord(cl, "before", "until"): // "two years at home before a green card" knows the rule
		return stated(riskSettle, cl, !s.thought(cl))
	case s.query.ties && !s.lodges(cl) && (intent || s.planned(cl)) && s.any(cl.from, cl.to, tRemain) && s.there(cl) && s.measured(cl.from, cl.to, measure.Duration, measure.Calendar) < 0:
		return stated(riskSettle, cl, !s.thought(cl))
	}
	return statement{}, false
}

// lodges reports whether a visitor tells with whom, or under which roof, the nights of the
// visit are spent: "I will stay with my sister in Boston".
func (s *sheet) lodges(cl clause) bool {
	if !s.visitor() || s.asks(planAfter) && s.asksPlan() {
		return false
	}
	for i := cl.from; i+2 < cl.to; i++ {
		if s.traits[i]&tRemain != 0 && s.answer.has(i+1, i+2, "with", "at", "in") {
			return true
		}
	}
	return false
}

// saysUndecided finds a plan left open to staying, when the plan was asked for.
func (s *sheet) saysUndecided(cl clause) (statement, bool) {
	if !s.query.ties || cl.quoted || cl.question {
		return statement{}, false
	}
	se := s.sentence(cl)
	open := s.any(cl.from, cl.to, tUndecided)
	if open && s.any(se.from, se.to, tChance) {
		return stated(riskSettle, se, false)
	}
	if s.any(cl.from, cl.to, tRemain) && (cl.hypothetical || s.is(se.from, cl.from, mIf)) && !cl.negated && !s.hasWord(se, "had", "wanted") && s.any(cl.from, cl.to, tFirst) && !s.any(cl.from, cl.to, tHere|tReturn) && !s.employerAtHome(se) {
		return stated(riskSettle, se, false) // "if a good opportunity comes, then I will stay"
	}
	if s.returnsOnly(cl, se) {
		return stated(riskSettle, se, false)
	}
	if s.any(cl.from, cl.to, tChance) && (cl.hypothetical || cl.hedged) && !cl.negated &&
		!s.any(se.from, se.to, tReturn) && !s.there(se) && !s.employerAtHome(se) && !s.takenBack() {
		return stated(riskSettle, se, false)
	}
	return statement{}, false
}

// returnsOnly reports whether the way back hangs on something at home: "if there is
// peace I will come back".
func (s *sheet) returnsOnly(cl, se clause) bool {
	if !s.any(cl.from, cl.to, tReturn) || !s.any(cl.from, cl.to, tIntent) || !cl.hypothetical || cl.negated {
		return false
	}
	for i := se.from; i < se.to; i++ {
		if w := s.words[i].Text; w == "if" || w == "unless" {
			return s.terms[i].is(mIf) && s.answer.has(i+1, se.to, "peace", "situation", "war", "better", "improves", "improve", "economy", "job", "safe", "there")
		}
	}
	return false
}

// employerAtHome reports whether a sentence speaks of the applicant's own employer:
// "my hospital offers me the unit".
func (s *sheet) employerAtHome(se clause) bool {
	for i := se.from; i < se.to; i++ {
		if s.terms[i].party&(pEmployer|pHospital) != 0 && (s.terms[i].is(mMine) || s.words[i].Text == "my" || i > 0 && s.terms[i-1].is(mMine)) {
			return true
		}
	}
	return false
}

// takenBack reports whether an answer names who waits for the applicant at home: the
// declared post or employer. A chance besides leaves no plan open then.
func (s *sheet) takenBack() bool {
	return slices.ContainsFunc(s.c.names, func(d declaredName) bool {
		if d.path != "employment.employer" && d.path != "ties.return_role" {
			return false
		}
		from, _ := s.c.findName(s.answer, &d.name)
		return from >= 0
	})
}
