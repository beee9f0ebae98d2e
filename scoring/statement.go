package scoring

import (
	"slices"
	"strings"

	"github.com/viceconsul/viceconsul/interview/transcript"
	"github.com/viceconsul/viceconsul/interview/transcript/measure"
)

// A statement is one thing said that an officer would act on.
type statement struct {
	kind     string
	from, to int
	sure     bool // said as a plan, not as a thought
	chance   bool // depends on an offer there
}

// frames find statements in one clause, in the order findings are listed. A frame
// is tried where the clause has one of the traits it needs.
var frames = []struct {
	needs trait
	says  func(*sheet, clause) (statement, bool)
}{
	{^trait(0), (*sheet).saysWork}, {tExtra | tFind | tChance | tWork, (*sheet).saysJob}, {tMarry | tConvert, (*sheet).saysMarry},
	{tReturn | tForGood | tGreenCard | tRemain | tChance, (*sheet).saysSettle}, {tUndecided | tChance | tRemain | tReturn, (*sheet).saysUndecided},
	{tIntent, (*sheet).saysEarnFees}, {tSomehow, (*sheet).saysFunds}, {tPatients, (*sheet).saysPatients}, {tPretend, (*sheet).saysPurpose},
	{tScript, (*sheet).saysScript}, {tThreat, (*sheet).saysThreat},
}

// statementsOf lists the statements of an answer, at most one of each kind.
func (s *sheet) statementsOf() []statement {
	var out []statement
	for _, cl := range s.clauses {
		var has trait
		for i := cl.from; i < cl.to; i++ {
			if !s.dead[i] {
				has |= s.traits[i]
			}
		}
		for _, f := range frames {
			if has&f.needs == 0 {
				continue
			}
			if st, ok := f.says(s, cl); ok {
				out = withStatement(out, st)
			}
		}
	}
	if st, ok := s.agrees(); ok {
		out = withStatement(out, st)
	}
	return out
}

// withStatement adds a statement, or what it adds to one of its kind.
func withStatement(all []statement, st statement) []statement {
	for i := range all {
		if all[i].kind == st.kind {
			all[i].sure = all[i].sure || st.sure
			all[i].chance = all[i].chance || st.chance
			return all
		}
	}
	return append(all, st)
}

// stated is a statement on the clause's words.
func stated(kind string, cl clause, sure bool) (statement, bool) {
	return statement{kind: kind, from: cl.from, to: cl.to, sure: sure}, true
}

// mine reports whether a clause says something of the applicant, as so.
func (s *sheet) mine(cl clause) bool {
	return !cl.quoted && !cl.question && !cl.negated && s.any(cl.from, cl.to, tFirst) && !cl.other
}

// there reports whether a clause, or its sentence, speaks of the United States.
func (s *sheet) there(cl clause) bool {
	return s.is(cl.from, cl.to, mUS) || s.hasWord(cl, "there") || s.usPlace(cl)
}

func (s *sheet) usPlace(cl clause) bool {
	for i := cl.from; i < cl.to; i++ {
		if p := s.terms[i].place; p != nil && p.us {
			return true
		}
	}
	return false
}

func (s *sheet) hasWord(cl clause, words ...string) bool {
	return s.answer.has(cl.from, cl.to, words...)
}

// thought reports whether a clause is a thought rather than a plan: maybe, try, if
// I have time. If somebody gives the chance is a plan.
func (s *sheet) thought(cl clause) bool {
	se := s.sentence(cl)
	return (cl.hypothetical || cl.hedged || s.hasWord(cl, "try", "trying", "might", "maybe", "perhaps")) && !s.any(se.from, se.to, tChance)
}

// works reports whether the clause has an intention and soon after it working or
// earning: "must work", "going to do part time".
func (s *sheet) works(cl clause) bool {
	for i := cl.from; i < cl.to; i++ {
		if s.traits[i]&tIntent == 0 {
			continue
		}
		for j := i + 1; j < min(i+5, cl.to); j++ {
			if slices.Contains([]string{"work", "working", "earn", "earning", "job", "jobs"}, s.words[j].Text) {
				return true
			}
		}
	}
	return false
}

// programmeWork reports whether working is what the category is for.
func (s *sheet) programmeWork() bool {
	switch s.c.category {
	case transcript.J1SWT, transcript.J1AuPair, transcript.J1Intern, transcript.J1Trainee, transcript.J1Physician, transcript.H1B, transcript.H1BPhysician:
		return true
	}
	return false
}

// visitor reports whether the category allows no work at all.
func (s *sheet) visitor() bool {
	return slices.Contains([]transcript.Category{transcript.B1, transcript.B2, transcript.B1B2}, s.c.category)
}

func (s *sheet) saysWork(cl clause) (statement, bool) {
	se := s.sentence(cl)
	me := s.mine(cl) || s.hasWord(se, "me") && !cl.quoted
	unlawful := s.any(cl.from, cl.to, tCash) || s.any(cl.from, cl.to, tPapers) && s.hasWord(cl, "without", "no")
	if unlawful && s.any(cl.from, cl.to, tWork) && me && !(cl.negated && !s.hasWord(cl, "without", "no")) {
		return stated(riskWork, cl, true)
	}
	if s.visitor() && s.hasWord(cl, "job") && s.hasWord(cl, "interview", "interviews") && !cl.negated && !cl.quoted && !cl.question && s.any(cl.from, cl.to, tFirst) {
		return stated(riskJob, cl, true)
	}
	if s.visitor() && s.paidThere(cl) {
		return stated(riskWork, cl, !s.thought(cl))
	}
	if s.visitor() && s.mine(cl) && s.works(cl) && s.there(cl) && !s.hasWord(cl, "company", "employer", "remotely", "online", "office") {
		return stated(riskWork, cl, !s.thought(cl))
	}
	return statement{}, false
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
	if cl.quoted || cl.question || cl.negated || cl.other && !s.any(cl.from, cl.to, tChance) {
		return statement{}, false
	}
	if s.any(cl.from, cl.to, tChance) && s.any(se.from, se.to, tFirst) && cl.hypothetical && s.there(se) && s.c.category.HasTies() {
		st, ok := stated(riskJob, se, true)
		st.chance = true
		return st, ok
	}
	switch {
	case !s.any(cl.from, cl.to, tFirst) && !s.any(cl.from, cl.to, tIntent):
	case s.any(cl.from, cl.to, tExtra), !s.c.category.HasTies() && s.partTime(cl):
		return stated(riskJob, cl, !s.thought(cl))
	case s.programmeWork() || s.any(cl.from, cl.to, tCampus):
	case s.any(cl.from, cl.to, tFind) && s.any(cl.from, cl.to, tWork) && !s.any(cl.from, cl.to, tReturn|tHere):
		return stated(riskJob, cl, s.there(cl) && !s.thought(cl))
	case s.c.category == transcript.F1 && s.works(cl) && (s.there(cl) || s.hasWord(cl, "part", "while", "during", "weekends", "evenings")) && !s.any(cl.from, cl.to, tReturn|tHere):
		return stated(riskJob, cl, true)
	}
	return statement{}, false
}

// partTime reports whether a clause tells of part-time work that is to come.
func (s *sheet) partTime(cl clause) bool {
	return s.any(cl.from, cl.to, tIntent) && s.hasWord(cl, "part") && s.hasWord(cl, "time") && s.any(cl.from, cl.to, tWork)
}

func (s *sheet) saysMarry(cl clause) (statement, bool) {
	if cl.quoted || cl.question || cl.negated {
		return statement{}, false
	}
	se := s.sentence(cl)
	stay := s.any(se.from, se.to, tRemain|tGreenCard) || s.there(se)
	if s.any(cl.from, cl.to, tMarry) && s.any(cl.from, cl.to, tIntent) && s.any(se.from, se.to, tFirst) && stay {
		return stated(riskMarry, se, !s.thought(cl))
	}
	if s.mine(cl) && s.any(cl.from, cl.to, tConvert) && s.any(cl.from, cl.to, tStatus) && s.any(cl.from, cl.to, tIntent|tIf) && !s.hasWord(cl, "appointment", "interview", "date", "address") {
		return stated(riskMarry, cl, !s.thought(cl))
	}
	return statement{}, false
}

func (s *sheet) saysSettle(cl clause) (statement, bool) {
	if cl.quoted || cl.question || cl.other || cl.hypothetical && s.hasWord(cl, "had") {
		return statement{}, false
	}
	first, intent := s.any(cl.from, cl.to, tFirst), s.any(cl.from, cl.to, tIntent)
	if se := s.sentence(cl); cl.inherits && cl.who&pSelf != 0 && s.any(cl.from, cl.to, tForGood) {
		first, intent = true, intent || s.any(se.from, cl.to, tIntent) // "I will do OPT, then settle in Dallas"
	}
	if cl.negated {
		if first && intent && s.any(cl.from, cl.to, tReturn) && !s.asks("j1.subject_212e") {
			return stated(riskSettle, cl, !s.thought(cl))
		}
		return statement{}, false
	}
	forGood := s.any(cl.from, cl.to, tForGood) && (s.any(cl.from, cl.to, tRemain) || s.there(cl))
	switch {
	case !first && !intent:
	case forGood && (intent || first):
		return stated(riskSettle, cl, !s.thought(cl))
	case intent && first && s.c.category.HasTies() && s.hasWord(cl, "hire", "hires") && s.hasWord(cl, "me") && !s.employerAtHome(cl) && !s.hasWord(cl, "here", "home", "back"):
		return stated(riskSettle, cl, false)
	case s.any(cl.from, cl.to, tGreenCard) && intent && !s.hasWord(cl, "before", "until"): // "two years at home before a green card" knows the rule
		return stated(riskSettle, cl, !s.thought(cl))
	case s.query.ties && intent && s.any(cl.from, cl.to, tRemain) && s.there(cl) && s.measured(cl.from, cl.to, measure.Duration, measure.Calendar) < 0:
		return stated(riskSettle, cl, !s.thought(cl))
	}
	return statement{}, false
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
	if s.any(cl.from, cl.to, tRemain) && cl.hypothetical && !cl.negated && !s.hasWord(se, "had", "wanted") && s.any(cl.from, cl.to, tFirst) && !s.any(cl.from, cl.to, tHere|tReturn) {
		return stated(riskSettle, se, false) // "if a good opportunity comes, then I will stay"
	}
	if s.returnsOnly(cl, se) {
		return stated(riskSettle, se, false)
	}
	if s.any(cl.from, cl.to, tChance) && (cl.hypothetical || cl.hedged) && !cl.negated &&
		!s.any(se.from, se.to, tReturn) && !s.there(se) && !s.employerAtHome(se) {
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

func (s *sheet) saysEarnFees(cl clause) (statement, bool) {
	if s.programmeWork() || !s.mine(cl) || !s.works(cl) || !s.pays(cl.sentence) {
		return statement{}, false
	}
	if s.any(cl.from, cl.to, tCampus) || s.visitor() && !s.there(cl) {
		return statement{}, false
	}
	return stated(riskEarnFees, cl, !s.thought(cl))
}

// pays reports whether the applicant pays fees in a sentence.
func (s *sheet) pays(sentence int) bool {
	return slices.ContainsFunc(s.clauses, func(o clause) bool {
		return o.sentence == sentence && !o.other && s.any(o.from, o.to, tPay) && s.any(o.from, o.to, tFees)
	})
}

func (s *sheet) saysFunds(cl clause) (statement, bool) {
	money := s.any(cl.from, cl.to, tPay|tFees) || slices.ContainsFunc(s.query.fields, moneyField)
	if !money || !s.any(cl.from, cl.to, tSomehow) || cl.quoted || cl.question {
		return statement{}, false
	}
	return stated(riskFunds, cl, true)
}

// moneyField reports whether a field says who pays or with what.
func moneyField(path string) bool {
	return strings.HasPrefix(path, "finance.") || strings.HasPrefix(path, "trip.payer") || slices.Contains([]string{"trip.cost_usd", "f1.funding_year1", "f1.cost_year1", "j1.funding"}, path)
}

func (s *sheet) saysPatients(cl clause) (statement, bool) {
	if s.programmeWork() || !s.mine(cl) || !s.any(cl.from, cl.to, tIntent) || !s.any(cl.from, cl.to, tPatients) || !s.any(cl.from, cl.to, tTreat) {
		return statement{}, false
	}
	if s.hasWord(cl, "observe", "observing", "watch", "watching", "shadow", "shadowing", "back", "home") {
		return statement{}, false
	}
	return stated(riskPatients, cl, !s.thought(cl))
}

func (s *sheet) saysPurpose(cl clause) (statement, bool) {
	se := s.sentence(cl)
	asks := cl.question || s.hasWord(cl, "please", "let", "can", "could")
	if s.any(cl.from, cl.to, tPretend) && s.any(cl.from, cl.to, tVisitor) && (asks && s.hasWord(cl, "you", "just") || s.hasWord(se, "easier", "really", "real")) && !cl.quoted {
		return stated(riskPurpose, cl, true)
	}
	return statement{}, false
}

func (s *sheet) saysScript(cl clause) (statement, bool) {
	if !s.any(cl.from, cl.to, tScript) || cl.negated {
		return statement{}, false
	}
	return stated(riskScript, cl, true)
}

func (s *sheet) saysThreat(cl clause) (statement, bool) {
	if !s.any(cl.from, cl.to, tThreat) || cl.negated || cl.quoted {
		return statement{}, false
	}
	return stated(riskHostile, cl, true)
}

// agrees finds a yes to a question that itself asks for a risk: "Will you take a
// second job?" "Yes."
func (s *sheet) agrees() (statement, bool) {
	at := s.first()
	if at < 0 || s.query.want != wantYesNo || s.traits[at]&tYes == 0 || s.traits[at]&tNegate != 0 {
		return statement{}, false
	}
	var line trait
	for _, t := range s.query.traits {
		line |= t
	}
	yes := *s.clauseOf(at)
	switch {
	case line&tExtra != 0:
		return stated(riskJob, yes, true)
	case line&tForGood != 0 && line&(tRemain|tUSPlace) != 0, line&tRemain != 0 && line&tChance != 0:
		return stated(riskSettle, yes, true)
	case line&tPatients != 0 && line&tTreat != 0 && !s.programmeWork():
		return stated(riskPatients, yes, true)
	}
	return statement{}, false
}
