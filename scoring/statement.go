package scoring

import (
	"slices"

	"github.com/viceconsul/viceconsul/interview/transcript"
)

// A statement is one thing said that an officer would act on.
type statement struct {
	kind     string
	from, to int
	sure     bool // said as a plan, not as a thought
	chance   bool // depends on an offer there
}

// A frame finds a statement in one clause. It is tried where the clause has one of the
// traits, or a word of the classes, it needs: says finds nothing in any other.
type frame struct {
	needs trait
	words wordClasses
	says  func(*sheet, clause) (statement, bool)
}

// frames are in the order findings are listed.
var frames = []frame{
	{^trait(0), 0, (*sheet).saysWork}, {tChance | tExtra | tWork | tFind, workedFor | isSeeking, (*sheet).saysJob}, {tMarry | tConvert, 0, (*sheet).saysMarry},
	{^trait(0), 0, (*sheet).saysSettle}, {tUndecided | tChance | tRemain | tReturn, 0, (*sheet).saysUndecided},
	{0, workedFor, (*sheet).saysEarnFees}, {tSomehow, isUnfunded, (*sheet).saysFunds}, {tPatients, 0, (*sheet).saysPatients}, {tPretend, isReal, (*sheet).saysPurpose},
	{tScript, isLearnt, (*sheet).saysScript}, {tThreat, isBribe, (*sheet).saysThreat},
}

// workedFor are the words one of which stands where work for pay is told of.
const workedFor = isToil | isChore | isBusiness | isEarning

// The words that clauses without a telling trait need for a frame to be tried.
var (
	earningWords  = set("work working earn earning job jobs make making")
	seekingWords  = set("pays pay ask asking luck cv resume resumes hiring employers recruiters")
	unfundedWords = set("figured arranged decided sorted settled found know looking searching find god god's allah")
	realWords     = set("real actual true")
	learntWords   = set("answer answers heart")
	bribeWords    = set("envelope gift token money cash something gratitude appreciation much newspaper newspapers press media television lawyer president")
)

// statementsOf lists the statements of an answer, at most one of each kind.
func (s *sheet) statementsOf() []statement {
	var out []statement
	for _, cl := range s.clauses {
		has, of := s.together(cl)
		for i := range frames {
			f := &frames[i]
			if has&f.needs == 0 && of&f.words == 0 {
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
	said := len(out)
	out = s.insinuated(s.scenesOf(out))
	if len(out) > said && s.comesBack(0, len(s.words)) {
		out = append(out[:said], slices.DeleteFunc(out[said:], func(st statement) bool { return st.kind == riskSettle })...)
	}
	return out
}

// together are the traits of a clause's living words, and the classes of all of them.
func (s *sheet) together(cl clause) (has trait, of wordClasses) {
	for i := cl.from; i < cl.to; i++ {
		of |= s.lexemes[i].is
		if !s.dead[i] {
			has |= s.traits[i]
		}
	}
	return has, of
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
	return s.is(cl.from, cl.to, mUS) || s.pointsThere(cl) && !s.thereIsHome(cl) || s.usPlace(cl)
}

// pointsThere reports whether a clause says "there" of a place: "there is money" points
// nowhere.
func (s *sheet) pointsThere(cl clause) bool {
	for i := cl.from; i < cl.to; i++ {
		if s.words[i].Text == "there" && !(i+1 < cl.to && being[s.words[i+1].Text]) {
			return true
		}
	}
	return false
}

// being are the verbs after "there" that only say that something is.
var being = wordSet("is are was were will would has have had exists remains")

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

func (s *sheet) saysPatients(cl clause) (statement, bool) {
	job := s.asks("employment.title", "employment.occupation", "employment.employer", "employment.duties") && !s.lineHas([]string{"visit", "trip", "there", "during"}) // at home
	present := s.asksAhead() && !s.wantsFact() || !job && s.lineHas([]string{"involve", "involves", "include", "includes", "do", "role", "daily", "day", "duties"})    // what the visit holds
	told := cl.quoted && s.hasWord(cl, "i") && s.hasWord(cl, "can", "will")
	if s.programmeWork() || !s.mine(cl) && !told || !s.any(cl.from, cl.to, tIntent) && !present || !s.any(cl.from, cl.to, tPatients) || !s.any(cl.from, cl.to, tTreat) {
		return statement{}, false
	}
	if s.hasWord(cl, "operations") && s.hasWord(cl, "manage", "managing", "run", "running") {
		return statement{}, false // of a business
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
