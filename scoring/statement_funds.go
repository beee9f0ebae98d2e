package scoring

import (
	"slices"
	"strings"
)

func (s *sheet) saysEarnFees(cl clause) (statement, bool) {
	if s.programmeWork() || cl.negated || s.terms[cl.from].is(mThey) || s.any(cl.from, cl.to, tCampus) || s.visitor() && !s.there(cl) || s.atHomeLand(cl) {
		return statement{}, false
	}
	works := s.mine(cl) && s.works(cl) || (s.planned(cl) || s.asksFees() && s.bare(cl)) && s.toils(cl)
	if !works || !s.pays(cl.sentence) && !(s.asksFees() && s.there(s.sentence(cl))) {
		return statement{}, false
	}
	return stated(riskEarnFees, cl, !s.thought(cl))
}

// asksFees reports whether the officer's line asks how costs will be met.
func (s *sheet) asksFees() bool {
	line := s.lineTraits()
	return line&(tPay|tFees) != 0 || s.lineHas([]string{"budget", "rent", "tuition", "money", "costs", "cost", "short", "missing", "complete", "afford", "manage", "cover", "pay"})
}

// pays reports whether the applicant pays fees in a sentence.
func (s *sheet) pays(sentence int) bool {
	return slices.ContainsFunc(s.inSentence(sentence), func(o clause) bool {
		return !o.other && s.any(o.from, o.to, tPay) && s.any(o.from, o.to, tFees)
	})
}

func (s *sheet) saysFunds(cl clause) (statement, bool) {
	money := s.any(cl.from, cl.to, tPay|tFees) || slices.ContainsFunc(s.query.fields, moneyField) || s.lineTraits()&(tPay|tFees) != 0
	unsettled := cl.negated && s.hasWord(cl, "figured", "arranged", "decided", "sorted", "settled", "found", "know")
	open := s.any(cl.from, cl.to, tSomehow) || unsettled && s.lineTraits()&(tPay|tFees) != 0 && s.hasWord(cl, "yet", "part", "how") || s.hasWord(cl, "looking", "searching", "find") && s.hasWord(cl, "sponsor", "somebody", "someone") && s.hasWord(cl, "still", "yet") ||
		s.hasWord(cl, "god", "god's", "allah") && (s.hasWord(cl, "money", "provide", "provides", "grace") && s.any(cl.from, cl.to, tIntent) || s.hasWord(cl, "hand", "hands", "leave"))
	if !money || !open || cl.quoted || cl.question || s.answer.has(0, len(s.words), "sanctioned", "released", "already") {
		return statement{}, false
	}
	return stated(riskFunds, cl, true)
}

// moneyField reports whether a field says who pays or with what.
func moneyField(path string) bool {
	return strings.HasPrefix(path, "finance.") || strings.HasPrefix(path, "trip.payer") || slices.Contains([]string{"trip.cost_usd", "f1.funding_year1", "f1.cost_year1", "j1.funding"}, path)
}
