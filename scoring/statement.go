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
	{^trait(0), (*sheet).saysWork}, {^trait(0), (*sheet).saysJob}, {tMarry | tConvert, (*sheet).saysMarry},
	{^trait(0), (*sheet).saysSettle}, {tUndecided | tChance | tRemain | tReturn, (*sheet).saysUndecided},
	{^trait(0), (*sheet).saysEarnFees}, {^trait(0), (*sheet).saysFunds}, {tPatients, (*sheet).saysPatients}, {^trait(0), (*sheet).saysPurpose},
	{^trait(0), (*sheet).saysScript}, {^trait(0), (*sheet).saysThreat},
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
	return s.insinuated(s.scenesOf(out))
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
	return s.is(cl.from, cl.to, mUS) || s.hasWord(cl, "there") && !s.thereIsHome(cl) || s.usPlace(cl)
}

// thereIsHome reports whether "there" in a clause stands for a place at home: the last
// one named before it, or where the applicant goes back to.
func (s *sheet) thereIsHome(cl clause) bool {
	for i := cl.from - 1; i >= 0; i-- {
		p := s.terms[i].place
		switch {
		case p != nil && p.side(true) == nil:
			return true
		case s.traits[i]&tReturn != 0 && !s.clauseOf(i).negated && !s.clauseOf(i).hedged:
			return s.pinned(*s.clauseOf(i)) // "I go back to Port Harcourt"
		case p != nil, s.terms[i].is(mUS):
			return false
		}
	}
	return false
}

func (s *sheet) usPlace(cl clause) bool {
	for i := cl.from; i < cl.to; i++ {
		if p := s.terms[i].place; p != nil && p.us && p.side(false) == nil {
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

func (s *sheet) saysMarry(cl clause) (statement, bool) {
	told := cl.quoted && s.hasWord(cl, "we", "i") && s.hasWord(s.sentence(cl), "papers", "citizen") // "she says when we marry I get my papers"
	if at := s.find(cl.from, cl.to, tMarry|tConvert); cl.quoted && !told || cl.question || cl.negated && cl.not < at {
		return statement{}, false
	}
	se := s.sentence(cl)
	stay := s.any(se.from, se.to, tRemain|tGreenCard) || s.there(se) || s.hasWord(se, "reach", "arrive", "land", "citizen", "files", "file", "papers") || s.hasWord(se, "not") && s.hasWord(se, "leave")
	if s.any(cl.from, cl.to, tMarry) && (told || s.any(cl.from, cl.to, tIntent) || s.hasWord(se, "papers", "citizen") && s.any(se.from, se.to, tIntent)) && s.any(se.from, se.to, tFirst) && stay && !s.atHomeLand(cl) && !s.hasWord(cl, "cousin's", "sister's", "brother's", "friend's", "niece's", "son's", "daughter's") {
		return stated(riskMarry, se, !s.thought(cl))
	}
	if s.mine(cl) && s.any(cl.from, cl.to, tConvert) && s.any(cl.from, cl.to, tStatus) && s.any(cl.from, cl.to, tIntent|tIf) && !s.hasWord(cl, "appointment", "interview", "date", "address") {
		return stated(riskMarry, cl, !s.thought(cl))
	}
	return statement{}, false
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
	case s.staysAway(cl):
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
	case s.query.ties && (intent || s.planned(cl)) && s.any(cl.from, cl.to, tRemain) && s.there(cl) && s.measured(cl.from, cl.to, measure.Duration, measure.Calendar) < 0:
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
	return line&(tPay|tFees) != 0 || anyOf(s.ask, "budget rent tuition money costs cost short missing complete afford manage cover pay")
}

// pays reports whether the applicant pays fees in a sentence.
func (s *sheet) pays(sentence int) bool {
	return slices.ContainsFunc(s.clauses, func(o clause) bool {
		return o.sentence == sentence && !o.other && s.any(o.from, o.to, tPay) && s.any(o.from, o.to, tFees)
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

func (s *sheet) saysPatients(cl clause) (statement, bool) {
	present := s.asksAhead() || anyOf(s.ask, "involve involves include includes do role daily day duties") // what the visit holds
	told := cl.quoted && s.hasWord(cl, "i") && s.hasWord(cl, "can", "will")
	if s.programmeWork() || !s.mine(cl) && !told || !s.any(cl.from, cl.to, tIntent) && !present || !s.any(cl.from, cl.to, tPatients) || !s.any(cl.from, cl.to, tTreat) {
		return statement{}, false
	}
	if s.hasWord(cl, "observe", "observing", "watch", "watching", "shadow", "shadowing", "how") || s.atHomeLand(cl) || s.gone(&cl) && !told || s.hasWord(s.sentence(cl), "not") && !cl.negated && s.hasWord(cl, "own") {
		return statement{}, false
	}
	return stated(riskPatients, cl, !s.thought(cl))
}

func (s *sheet) saysPurpose(cl clause) (statement, bool) {
	se := s.sentence(cl)
	asks := cl.question || s.hasWord(cl, "please", "let", "can", "could")
	other := s.hasWord(cl, "real", "actual", "true") && s.hasWord(cl, "reason", "purpose") && (s.lineTraits()&(tVisitor|tPretend) != 0 || s.any(0, len(s.words), tVisitor)) && s.any(se.from, se.to, tFirst)
	if other && !cl.negated && !s.visitsOnly(cl) {
		return stated(riskPurpose, se, true)
	}
	if cl.quoted || cl.negated || !s.any(cl.from, cl.to, tPretend) || !s.any(cl.from, cl.to, tVisitor) {
		return statement{}, false
	}
	covers := s.answer.has(0, len(s.words), "easier", "really", "real", "refuse", "refused", "reject")
	if asks && s.hasWord(cl, "you", "just", "we") || covers && s.any(se.from, se.to, tFirst) && !s.hasWord(se, "last", "earlier") {
		return stated(riskPurpose, cl, true)
	}
	return statement{}, false
}

// visitsOnly reports whether the real purpose told is a visit after all.
func (s *sheet) visitsOnly(cl clause) bool {
	return s.any(cl.from, cl.to, tVisitor)
}

func (s *sheet) saysScript(cl clause) (statement, bool) {
	others := s.hasWord(cl, "consultancy", "consultant", "agent", "agency", "coach", "they", "he", "she", "friend")
	learnt := others && s.hasWord(cl, "me", "us") && (s.hasWord(cl, "answer", "answers") || s.hasWord(cl, "heart")) && s.hasWord(cl, "gave", "give", "made", "taught", "prepared", "wrote", "trained")
	if !s.any(cl.from, cl.to, tScript) && !learnt || cl.negated {
		return statement{}, false
	}
	return stated(riskScript, cl, true)
}

func (s *sheet) saysThreat(cl clause) (statement, bool) {
	if cl.negated || cl.quoted || cl.question {
		return statement{}, false
	}
	bribe := s.hasWord(cl, "envelope", "gift", "token", "money", "cash", "something") && s.hasWord(cl, "for") && s.answer.has(cl.from, cl.to, "you") && !s.hasWord(cl, "letter") && s.hasWord(cl, "there", "have", "brought", "small", "little")
	bribe = bribe || s.hasWord(cl, "gratitude", "appreciation") && s.hasWord(cl, "show", "give") && s.hasWord(s.sentence(cl), "approve", "something", "you")
	price := s.hasWord(cl, "how") && s.hasWord(cl, "much") && s.hasWord(cl, "you") && s.hasWord(cl, "want", "need", "take")
	press := s.hasWord(cl, "newspaper", "newspapers", "press", "media", "television", "lawyer", "president") && s.any(cl.from, cl.to, tIntent) && s.hasWord(cl, "you", "your", "this", "write", "go", "call")
	if !s.any(cl.from, cl.to, tThreat) && !bribe && !price && !press {
		return statement{}, false
	}
	return stated(riskHostile, cl, true)
}

// agrees finds a yes to a question that itself asks for a risk: "Will you take a
// second job?" "Yes."
func (s *sheet) agrees() (statement, bool) {
	at := s.first()
	if at < 0 || s.query.want != wantYesNo {
		return statement{}, false
	}
	if st, ok := s.wavers(at); ok {
		return st, true
	}
	if !s.assents(at) {
		return statement{}, false
	}
	line := s.lineTraits()
	yes := *s.clauseOf(at)
	switch {
	case line&tFind != 0 && line&tWork != 0 && s.c.category.HasTies() && !s.programmeWork() && s.asksWork() && line&(tReturn|tHere) == 0:
		return stated(riskJob, yes, true)
	case s.visitor() && s.asksWork() && (line&tUSPlace != 0 || s.words[at].Text == "only"):
		return stated(riskWork, yes, true)
	case s.c.category.HasTies() && s.asksToStay():
		return stated(riskSettle, yes, true)
	case line&tExtra != 0:
		return stated(riskJob, yes, true)
	case line&tForGood != 0 && line&(tRemain|tUSPlace) != 0, line&tRemain != 0 && line&tChance != 0:
		return stated(riskSettle, yes, true)
	case line&tPatients != 0 && line&tTreat != 0 && !s.programmeWork():
		return stated(riskPatients, yes, true)
	}
	return statement{}, false
}

// wavers finds an answer that leaves open what a visitor or a student must deny: "Do you
// intend to work?" "Not at first."
func (s *sheet) wavers(at int) (statement, bool) {
	first := *s.clauseOf(at)
	if !s.c.category.HasTies() || s.programmeWork() || first.other || !s.answer.opensOpen(at) {
		return statement{}, false
	}
	switch {
	case s.visitor() && s.asksWork() && s.lineTraits()&(tReturn|tHere) == 0:
		return stated(riskJob, first, s.words[at].Text == "not")
	case s.asksToStay() && s.visitor():
		return stated(riskSettle, first, s.words[at].Text == "not")
	}
	return statement{}, false
}

// opensOpen reports whether an answer opens with a no for now, or a perhaps: "not yet",
// "only if", "it depends".
func (a *answer) opensOpen(at int) bool {
	for i := at; i < min(at+3, len(a.words)); i++ {
		next := i + 1
		switch a.words[i].Text {
		case "not", "never":
			return a.has(next, next+2, "first", "now", "yet", "immediately", "initially", "beginning", "soon", "sure", "decided")
		case "only":
			return a.has(next, next+1, "if", "when", "after")
		case "depends", "perhaps", "maybe", "hopefully", "possibly":
			return true
		}
	}
	return false
}

// asksToStay reports whether the line asks if the applicant means to stay on: not
// where, or with whom.
func (s *sheet) asksToStay() bool {
	return anyOf(s.ask, "plan plans intend intention") && anyOf(s.ask, "stay remain") && anyOf(s.ask, "after permanently") && !anyOf(s.ask, "with where how long at hotel return home")
}

// assents reports whether an answer agrees with the line from word at on: "yes",
// "why not", "if the chance comes".
func (s *sheet) assents(at int) bool {
	if s.traits[at]&tYes != 0 && s.traits[at]&tNegate == 0 {
		return true
	}
	if first := *s.clauseOf(at); s.words[at].Text == "only" && s.hasWord(first, "until", "till", "weekends", "evenings", "sometimes") && !s.atHomeLand(first) {
		return true
	}
	for i := at; i+1 < len(s.words); i++ {
		if s.words[i].Text == "why" && s.words[i+1].Text == "not" {
			return true
		}
	}
	return false
}
