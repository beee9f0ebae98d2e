package scoring

import (
	"slices"

	"github.com/viceconsul/viceconsul/interview/transcript"
)

func (s *sheet) saysWork(cl clause) (statement, bool) {
	switch {
	case cl.quoted && s.evades(cl) && s.hasWord(cl, "me") && s.answer.has(cl.to, len(s.words), "i'll", "i") && !s.any(cl.to, len(s.words), tNegate):
		return stated(riskWork, s.sentence(cl), s.any(cl.to, len(s.words), tIntent) && !s.any(cl.to, len(s.words), tNegate))
	case cl.quoted || cl.question || s.any(cl.from, cl.to, tTiePost) && s.visitor():
	case s.unlawful(cl):
		return stated(riskWork, cl, true)
	case s.knowsBetter(cl) && (s.lineTraits()&tWork != 0 || s.any(0, len(s.words), tWork)):
		return stated(riskWork, cl, true)
	case !s.visitor() || s.denied(cl):
	case s.asksWork() && s.offersWork(cl):
		return stated(riskWork, cl, !s.thought(cl))
	case s.paidThere(cl), s.paidByHost(cl):
		return stated(riskWork, cl, !s.thought(cl))
	case s.hasWord(cl, "job", "employer", "employers", "companies") && s.hasWord(cl, "interview", "interviews") && s.any(cl.from, cl.to, tFirst|tIntent):
		return stated(riskJob, cl, true)
	case !s.refuses() && s.planned(cl) && s.toils(cl) && s.overThere(cl) && (!s.seeks(cl) || s.hasWord(cl, "shift", "shifts")) && !s.hasWord(cl, "employer", "office", "from", "remotely", "online") && !(s.hasWord(cl, "company") && !s.hasWord(cl, "cash")):
		return stated(riskWork, cl, !s.thought(cl) || cl.hypothetical && !cl.hedged && s.hasWord(s.sentence(cl), "get", "find"))
	}
	return statement{}, false
}

// offersWork reports whether a clause, to a line that asks about working there, says
// what the applicant can do, or who waits for it, instead of no.
func (s *sheet) offersWork(cl clause) bool {
	if s.first() < 0 || s.any(0, len(s.words), tNegate) || s.atHomeLand(cl) || cl.other || cl.question {
		return false
	}
	return s.any(cl.from, cl.to, tFirst) && s.hasWord(cl, "can", "do", "know", "good") && cl.marks&mSoon == 0 || s.hasWord(cl, "customers", "clients") && s.hasWord(cl, "waiting")
}

// denied reports whether a clause denies, in the answer to a line about the very
// thing, what it names.
func (s *sheet) denied(cl clause) bool { return cl.negated && cl.not < cl.to }

// unlawful reports whether a clause tells of work kept from the authorities that is
// the applicant's own, or offered in answer to what the applicant will do.
func (s *sheet) unlawful(cl clause) bool {
	if !s.evades(cl) || !s.any(cl.from, cl.to, tWork|tPay) || s.visitor() && (s.asksJobNow() || s.presentJob() && !s.asksAhead() && !s.any(cl.from, cl.to, tIntent)) && !s.there(s.sentence(cl)) {
		return false
	}
	se := s.sentence(cl)
	lacks := s.hasWord(cl, "without", "no", "nobody")
	mine := s.mine(cl) || s.hasWord(se, "me") || lacks && s.any(cl.from, cl.to, tFirst) && !cl.other
	asked := slices.Contains(s.ask, "you") && s.asksAhead() || s.asksFees() && !s.asksWhereKin()
	offered := asked && (!s.any(0, len(s.words), tNegate) || s.hasWord(se, "without", "no", "nobody")) && !s.hasWord(se, "nothing")
	denies := cl.negated && cl.not >= 0 && s.hasWord(cl, "without") && s.words[cl.not].Text == "never"
	return (mine || offered) && !(cl.negated && !lacks) && !denies
}

// paidByHost reports whether somebody there is to pay the applicant: "she will give
// me something every week", "put me on their payroll".
func (s *sheet) paidByHost(cl clause) bool {
	if s.hasWord(cl, "payroll") && s.hasWord(cl, "me") && (s.hasWord(cl, "their", "american") || s.there(cl)) {
		return true
	}
	if !s.hasWord(cl, "every", "each", "per", "weekly", "daily") || s.hasWord(cl, "tenant", "tenants", "pension") || cl.who&(pSelf|pEmployer) != 0 {
		return false
	}
	for i := cl.from; i+1 < cl.to; i++ {
		if s.answer.has(i, i+1, "give", "gives", "giving", "pay", "pays", "paying") && s.words[i+1].Text == "me" && s.answer.has(i+2, cl.to, "week", "day", "month", "hour", "weekend", "weekly", "daily") {
			return true
		}
	}
	return false
}

// paidThere reports whether a clause tells of pay for work done on a visit: "they
// will give me some money for the work". Who pays for the journey pays no wage.
func (s *sheet) paidThere(cl clause) bool {
	if cl.negated || cl.quoted || cl.question || cl.who == 0 || cl.who&(pSelf|pEmployer) != 0 {
		return false
	}
	for i := cl.from; i+1 < cl.to; i++ {
		gives := s.answer.has(i, i+1, "give", "gives", "giving") && s.answer.has(i+2, cl.to, "money", "salary", "cash", "wage", "dollars")
		if (s.answer.has(i, i+1, "pay", "pays", "paying") || gives) && s.words[i+1].Text == "me" {
			return s.answer.has(i+2, cl.to, "work", "job", "help", "helping", "babysitting", "hour", "daycare", "nanny", "wage", "salary") || s.any(i+2, cl.to, tCash)
		}
	}
	return false
}

func (s *sheet) saysJob(cl clause) (statement, bool) {
	se := s.sentence(cl)
	if cl.quoted || cl.question || cl.negated && !s.hasWord(cl, "here") || cl.other && !s.any(cl.from, cl.to, tChance) {
		return statement{}, false
	}
	if s.any(cl.from, cl.to, tChance) && s.any(se.from, se.to, tFirst) && cl.hypothetical && s.there(se) && s.c.category.HasTies() && !s.refuses() {
		st, ok := stated(riskJob, se, true)
		st.chance = true
		return st, ok
	}
	if s.c.category == transcript.F1 && s.hasWord(cl, "outside") && s.any(cl.from, cl.to, tWork) && s.there(cl) && !cl.negated && !cl.other {
		return stated(riskJob, cl, true)
	}
	plain := !cl.negated && !s.gone(&cl) && (s.any(cl.from, cl.to, tFirst|tIntent) || s.planned(cl))
	switch {
	case !plain:
	case s.any(cl.from, cl.to, tExtra), !s.c.category.HasTies() && s.partTime(cl), s.secondPlace(cl):
		return stated(riskJob, cl, !s.thought(cl))
	case s.programmeWork() || s.any(cl.from, cl.to, tCampus) && !s.hasWord(cl, "outside", "off"):
	case s.seeks(cl) && !s.atHomeLand(cl) && !s.any(cl.from, cl.to, tReturn):
		return stated(riskJob, cl, (s.there(cl) || s.visitor() && s.asksAhead()) && (!s.thought(cl) || s.hasWord(cl, "luck")))
	case s.c.category == transcript.F1 && (s.works(cl) || s.planned(cl) && s.toils(cl)) && (s.there(cl) || s.hasWord(cl, "part", "while", "during", "weekends", "evenings")) && !s.any(cl.from, cl.to, tReturn) && !s.atHomeLand(cl):
		return stated(riskJob, cl, true)
	}
	return statement{}, false
}

// seeks reports whether a clause tells of looking for an employer: looking for work,
// leaving a CV, trying one's luck.
func (s *sheet) seeks(cl clause) bool {
	find := s.any(cl.from, cl.to, tFind) || s.hasWord(cl, "drop", "give", "send", "leave", "see", "attend", "meet")
	if s.hasWord(cl, "ask", "asking") && s.hasWord(s.sentence(cl), "need", "needs", "vacancy", "vacancies", "position", "positions", "job", "jobs") && s.asksAhead() {
		return true
	}
	if s.any(cl.from, cl.to, tFind) && s.hasWord(cl, "something", "anything") && s.hasWord(cl, "do") && s.there(cl) {
		return true
	}
	what := s.hasWord(cl, "cv", "resume", "resumes", "hiring", "employers", "recruiters") || s.any(cl.from, cl.to, tFind) && s.any(cl.from, cl.to, tWork)
	return find && what || s.hasWord(cl, "luck") && s.hasWord(cl, "try", "trying")
}

// secondPlace reports whether work is planned at another place than the one the
// programme is for.
func (s *sheet) secondPlace(cl clause) bool {
	if !s.programmeWork() || !s.planned(cl) || !s.toils(cl) && !s.hasWord(cl, "pays", "pay") {
		return false
	}
	for i := cl.from; i+1 < cl.to; i++ {
		if s.answer.has(i, i+1, "another", "other", "different") && smallBusiness[s.words[i+1].Text] {
			return true
		}
	}
	return false
}

// refuses reports whether the answer says no to what it supposes: "even if somebody
// offers, I would say no".
func (s *sheet) refuses() bool {
	for i := range s.words {
		if s.hasWord(clause{from: i, to: i + 1}, "no", "refuse", "decline", "thank") && (i == 0 && s.query.want == wantYesNo || i > 0 && s.hasWord(clause{from: max(i-3, 0), to: i}, "say", "would", "will", "i'd", "i'll")) {
			return true
		}
	}
	return false
}

// partTime reports whether a clause tells of part-time work that is to come.
func (s *sheet) partTime(cl clause) bool {
	return s.any(cl.from, cl.to, tIntent) && s.hasWord(cl, "part") && s.hasWord(cl, "time") && s.any(cl.from, cl.to, tWork)
}

// asksJobNow reports whether the line asks if, or for whom, the applicant works, and
// nothing about the journey.
func (s *sheet) asksJobNow() bool {
	return s.lineTraits()&(tWork|tUSPlace) == tWork && !s.lineHas([]string{"will", "would", "going", "plan", "intend", "want"}) && s.query.want != wantAnything
}
