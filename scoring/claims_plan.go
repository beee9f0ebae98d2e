package scoring

import (
	"slices"
	"strconv"
	"strings"

	"github.com/viceconsul/viceconsul/interview/transcript/measure"
)

const (
	planAfter = "ties.plan_after"
	workPlan  = "f1.work_plan"
)

// A plan's direction.
const (
	planHome   = "home"   // goes back
	planStay   = "stay"   // stays, or works, beyond the programme
	planStage  = "stage"  // something else first
	planWork   = "work"   // works while studying
	planTrain  = "train"  // practical training
	planSame   = "same"   // words of the declared plan
	planCampus = "campus" // works on campus
	planAway   = "away"   // goes to another country
)

// planClaims finds what an applicant means to do afterwards, and whether to work
// meanwhile. In H-1B there is nothing to find: settling is allowed there.
func (c *Case) planClaims(a *answer, before []Judged, out []Claim) []Claim {
	if !c.category.HasTies() {
		return out
	}
	switch {
	case a.asks(planAfter) && a.asksPlan():
		out = c.plansAfter(a, out)
	case a.ownLine && c.fact(planAfter) != nil && (a.looksAhead() || slices.Contains(a.own, planAfter) && !a.opensWith("why") || c.namesYearAhead(a)):
		out = c.plansToldAhead(a, out)
	case a.asks(planAfter):
		out = a.chancesTaken(out)
	}
	if a.asks(workPlan) && a.lineHas([]string{"work", "job", "training", "opt", "income", "earn", "shifts"}) {
		return a.plansToWork(out)
	}
	if c.fact(workPlan) != nil || slices.ContainsFunc(before, func(j Judged) bool { return slices.Contains(j.asked, workPlan) }) {
		out = a.volunteersWork(out)
	}
	return out
}

// looksAhead reports whether a line in the officer's own words turns to what comes when
// the stay is over, or what it is for: "The residency over, then?", "September comes.
// Where are you?"
func (a *answer) looksAhead() bool {
	if len(a.ask) == 0 || a.opensWith("why") || a.lineHas([]string{"much", "many", "long", "which", "who", "cost", "costs", "pay", "pays", "paying", "salary", "did", "was", "were"}) {
		return false
	}
	return a.lineHas([]string{"next", "afterwards", "graduation", "tempted", "once", "after", "when", "back", "return", "home", "over", "end", "ending", "tempt", "tempts", "tempting", "keeps", "offer", "offers", "extend", "extends", "comes", "waits", "promised", "expires"}) || allOf(a.ask, "in years") || a.ask[len(a.ask)-1] == "then" || allOf(a.ask, "last day") || allOf(a.ask, "final day") || a.lineHas([]string{"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december", "morning", "day"}) && a.lineHas([]string{"comes", "come", "where", "happens"})
}

// namesYearAhead reports whether a line names a year that is years away: "2032. Where are
// you?"
func (c *Case) namesYearAhead(a *answer) bool {
	return slices.ContainsFunc(a.ask, func(w string) bool {
		y, err := strconv.Atoi(w)
		return err == nil && c.today.Year != 0 && y > c.today.Year+2 && y < c.today.Year+30
	})
}

// plansToldAhead reads the plan where the line only turns to what is to come: what
// repeats the declared plan, and what leads elsewhere, counts; a bare "home" does not.
func (c *Case) plansToldAhead(a *answer, out []Claim) []Claim {
	n := len(out)
	out = c.plansAfter(a, out)
	weak := func(k Claim) bool {
		cl := a.clauseOf(a.wordAt(k.Span.Start))
		job := cl.who&pSelf != 0 && (a.is(cl.from, cl.to, mUS|mThere) && a.has(cl.from, cl.to, "job", "jobs", "work") || a.postThere(cl))
		return k.word == planStay && !job && !(a.staysPlainly(cl) && a.lineHas([]string{"back", "return", "keep", "tempted"})) && cl.marks&(mSettle|mStatusUS|mPetition) == 0 && !a.whyReturn(cl)
	}
	out = append(out[:n], slices.DeleteFunc(out[n:], weak)...)
	told := slices.ContainsFunc(out[n:], func(k Claim) bool { return k.word == planSame || k.word == planStay && !k.Negative })
	if !told {
		return out[:n]
	}
	return out
}

// whyReturn reports whether a clause asks back why one should return, and so says that
// one would not: "why should I run back?"
func (a *answer) whyReturn(cl *clause) bool {
	for i := cl.from; i+2 < cl.to; i++ {
		if a.has(i, i+1, "why", "what") && a.has(i+1, i+2, "should", "would", "must", "for") && a.has(i+2, cl.to, "return", "back", "home", "leave") && !a.has(i+2, cl.to, "not", "stay") {
			return a.has(i+1, cl.to, "i")
		}
	}
	return false
}

// volunteersWork finds a student who says unasked that the fees are to be earned, or
// a part-time job is planned.
func (a *answer) volunteersWork(out []Claim) []Claim {
	for i := range a.clauses {
		cl := &a.clauses[i]
		if !cl.question && !cl.quoted && !cl.negated && !a.gone(cl) && a.onCampus(cl) && a.has(cl.from, cl.to, "work", "job", "assistantship") {
			k := a.claim(kindPlan, workPlan, cl, cl.from, cl.to)
			k.word, k.Certain = planCampus, false
			return append(out, k)
		}
		if cl.plain() && !cl.negated && !a.has(cl.from, cl.to, "home", "here", "country", "campus", "after", "back") && (a.needsJob(cl) || a.givenShifts(cl)) {
			k := a.claim(kindPlan, workPlan, cl, cl.from, cl.to)
			k.word, k.Certain = planWork, !cl.hedged
			return append(out, k)
		}
		if !cl.plain() || cl.negated || cl.hedged || cl.who&pSelf == 0 || a.has(cl.from, cl.to, "home", "here", "country", "campus", "after") {
			continue
		}
		verb := a.payVerb(cl)
		partTime := a.has(cl.from, cl.to, "part") && a.has(cl.from, cl.to, "work", "job") && cl.marks&mSoon != 0
		if verb >= 0 && a.worksTo(cl, verb) && cl.marks&(mSoon|mVerb) != 0 || partTime {
			k := a.claim(kindPlan, workPlan, cl, cl.from, cl.to)
			k.word = planWork
			return append(out, k)
		}
	}
	return out
}

// needsJob reports whether the applicant says to be in need of work there: "from January
// I need some job".
func (a *answer) needsJob(cl *clause) bool {
	if cl.who&pSelf == 0 || a.gone(cl) {
		return false
	}
	if cl.marks&mSoon != 0 && a.has(cl.from, cl.to, "working", "work") && a.has(cl.from, cl.to, "somewhere", "weekends", "weekend", "evenings", "nights") {
		return true
	}
	for i := cl.from; i < cl.to; i++ {
		if a.has(i, i+1, "need", "find", "search", "get", "take", "look") && a.has(i+1, min(i+5, cl.to), "job", "jobs") && (cl.marks&mSoon != 0 || a.has(i, i+1, "need")) {
			return true
		}
	}
	return false
}

// givenShifts reports whether somebody is said to give the applicant work by the hour.
func (a *answer) givenShifts(cl *clause) bool {
	return !a.gone(cl) && a.has(cl.from, cl.to, "shift", "shifts") && a.has(cl.from, cl.to, "me", "i") && a.has(cl.from, cl.to, "gives", "give", "offers", "take", "do", "work", "promised", "will")
}

// asksPlan reports whether the officer's line asks what comes afterwards.
func (a *answer) asksPlan() bool {
	return a.lineHas(planWords) || allOf(a.ask, "go home") || allOf(a.ask, "come home") || allOf(a.ask, "coming home") || allOf(a.ask, "going home") || allOf(a.ask, "will home") || asksAfter(a.ask)
}

var planWords = strings.Fields("once then graduate after afterwards next plan plans return come finish happens back immigrate permanently stay waivers waiver first degree do done over future long keeps ends intend intention intentions remain settle fellowship hired residency")

// asksAfter reports whether a line asks where a life goes from here: "where do you
// see yourself in ten years?"
func asksAfter(line []string) bool {
	return allOf(line, "see yourself") || allOf(line, "then what") || anyOf(line, "where") && (anyOf(line, "you'll") && anyOf(line, "be") || allOf(line, "will you be")) && !anyOf(line, "staying studying working based") || anyOf(line, "years year") && anyOf(line, "five ten") && anyOf(line, "you yourself") && anyOf(line, "see will be where")
}

// plansAfter reads each clause for the direction of the plan it tells.
func (c *Case) plansAfter(a *answer, out []Claim) []Claim {
	told := map[string]bool{}
	if f := c.fact(planAfter); f != nil {
		told = distinctive(f.words)
		tellingOnly(told)
	}
	n := len(out)
	homes := c.homelands()
	for i := range a.clauses {
		cl := &a.clauses[i]
		if a.whyReturn(cl) {
			k := a.claim(kindPlan, planAfter, cl, cl.from, cl.to)
			k.word, k.asked, k.Certain, k.Negative = planStay, true, true, false
			out = append(out, k)
			continue
		}
		if a.offeredThere(cl) {
			k := a.claim(kindPlan, planAfter, cl, cl.from, cl.to)
			k.word, k.asked, k.Certain = planStay, true, !cl.hedged
			out = append(out, k)
			continue
		}
		if cl.question || cl.quoted || cl.hypothetical && cl.marks&mSoon == 0 || a.has(cl.from, cl.to, "had", "have") && cl.hypothetical || cl.other && cl.who&pHuman&^pFamily != 0 || a.forThem(cl) {
			continue
		}
		if a.namesMoney(cl) {
			continue // "there is 40,000 dollars in the bank"
		}
		for _, word := range a.directions(cl, told, homes) {
			k := a.claim(kindPlan, planAfter, cl, cl.from, cl.to)
			k.word, k.asked = word, true
			k.Certain = k.Certain || word == planStay && cl.plain() && a.meansIt(cl)
			out = append(out, k)
		}
	}
	out = a.chancesTaken(out)
	if !slices.ContainsFunc(out[n:], func(k Claim) bool { return k.word != planHome }) {
		out = c.plansAlike(a, out)
	}
	if len(out) == n {
		out = a.plainPlan(out)
	}
	return out
}

// meansIt reports whether a clause hedges an intention only by "I think": "I think I will
// stay" is a plan.
func (a *answer) meansIt(cl *clause) bool {
	for i := cl.from; i < cl.to; i++ {
		if a.terms[i].is(mHedge) && !a.has(i+1, i+2, "think", "guess", "believe", "suppose") {
			return false
		}
	}
	return cl.marks&mSoon != 0
}

// plansAlike finds the plan in the words for the same walk of life as the declared one:
// "back in class" of a degree to finish. Nothing in it may lead elsewhere.
func (c *Case) plansAlike(a *answer, out []Claim) []Claim {
	f := c.fact(planAfter)
	if f == nil {
		return out
	}
	for i := range a.clauses {
		cl := &a.clauses[i]
		if !cl.plain() || cl.negated || cl.who&pSelf == 0 && !a.verbless(cl) && !a.has(cl.from, cl.to, "my", "me", "our") || a.holdsThere(cl) || a.otherCountry(cl) {
			continue
		}
		for _, walk := range walksOfLife {
			if a.anyWord(cl.from, cl.to, walk) && slices.ContainsFunc(f.words, func(w measure.Word) bool { return walk[w.Text] }) {
				k := a.claim(kindPlan, planAfter, cl, cl.from, cl.to)
				k.word, k.asked = planSame, true
				return append(out, k)
			}
		}
	}
	return out
}

// walksOfLife are the words for what people go back to, one walk of life each.
var walksOfLife = []map[string]bool{
	set("study studies degree diploma thesis semester semesters class classes course courses exams title graduate university"),
	set("teach teaching teacher lecturer lectures professor pupils students classroom"),
	set("hospital clinic patients ward consultant doctor practice surgeon physician nurse"),
	set("business shop store trade trading factory workshop export customers"),
	set("farm farming land crops cattle harvest plantation animals"),
	set("law lawyer advocate chambers court"),
	set("hotel guest guests lodge restaurant kitchen tourism"),
}

// namesMoney reports whether a clause that does nothing names a sum of money.
func (a *answer) namesMoney(cl *clause) bool {
	return a.verbless(cl) && slices.ContainsFunc(a.mentions, func(m measure.Mention) bool {
		return m.Kind == measure.Money && m.From >= cl.from && m.To <= cl.to
	})
}

// forThem reports whether a clause tells what is there for somebody else: "there is a
// place for him in our company".
func (a *answer) forThem(cl *clause) bool {
	for i := cl.from; i+1 < cl.to; i++ {
		if a.has(i, i+1, "for") && a.has(i+1, i+2, "him", "her", "them") {
			return !a.has(cl.from, cl.to, "i", "me", "we", "us")
		}
	}
	return false
}

// tellingOnly leaves out of the words of a plan the sorts of bodies in it, as long as
// another word is left: every hospital is one.
func tellingOnly(told map[string]bool) {
	sorts := 0
	for w := range told {
		if heads[w] {
			sorts++
		}
	}
	if sorts == len(told) {
		return
	}
	for w := range told {
		if heads[w] {
			delete(told, w)
		}
	}
}

// plainPlan takes a bare yes or no for the plan the line itself names: "Do you want
// to live there permanently?" "No."
func (a *answer) plainPlan(out []Claim) []Claim {
	yes, to, sure := a.particles()
	stays := a.lineHas([]string{"immigrate", "settle", "permanently", "stay", "remain"}) && !a.lineHas([]string{"long", "where", "who"})
	returns := a.lineHas([]string{"come", "coming", "go", "going"}) && a.lineHas([]string{"back", "home"}) || a.lineHas([]string{"return", "returning"})
	if stays && to == 0 && a.welcomes() {
		yes, to, sure = true, len(a.words), true
	}
	if to == 0 || stays == returns || !a.yesNoLine() {
		return out
	}
	k := a.claim(kindPlan, planAfter, &clause{not: -1}, 0, to)
	k.word, k.Certain, k.asked = planHome, sure, true
	if yes == stays {
		k.word = planStay
	}
	return append(out, k)
}

// welcomes reports whether an answer says no more than that what the line puts would be
// welcome: "if I see something good, why not".
func (a *answer) welcomes() bool {
	for i := range a.words {
		if a.has(i, i+1, "why") && a.has(i+1, i+2, "not") || a.has(i, i+1, "don't", "wouldn't", "not") && a.has(i+1, i+2, "mind", "refuse") || a.has(i, i+1, "say") && a.has(i+1, i+2, "no") && a.has(max(i-2, 0), i, "not", "wouldn't", "won't", "never") {
			return !slices.ContainsFunc(a.clauses, func(cl clause) bool { return cl.marks&mBut != 0 || a.hasHome(&cl) })
		}
	}
	return false
}

// homelands are the countries the applicant belongs to; none when none is declared.
func (c *Case) homelands() map[string]bool {
	all := map[string]bool{}
	for _, path := range []string{"identity.nationality", "identity.country_of_residence", "jp.last_permanent_residence", "application.interview_country", "application.post", "identity.other_nationalities", planAfter, "ties.return_role", "employment.employer"} {
		if f := c.fact(path); f != nil {
			for _, p := range placesOf(f) {
				all[p.where] = all[p.where] || !p.us
			}
		}
	}
	return all
}

// directions lists where a clause points.
func (a *answer) directions(cl *clause, told, homes map[string]bool) []string {
	var out []string
	home := a.has(cl.from, cl.to, "back", "return", "returning", "home", "homeland", "hometown") || cl.marks&mReturn != 0 || !cl.negated && a.goesTo(cl, homes)
	same := 0
	for i := cl.from; i < cl.to; i++ {
		if told[a.words[i].Text] {
			same++
		}
	}
	switch {
	case cl.marks&mSettle != 0 && !a.postedForGood(cl) && !a.has(cl.from, cl.to, "here") && !(home && cl.negated) && !a.has(cl.from, cl.to, "back home", "my country"):
		out = append(out, planStay)
	case !home && a.wants(cl) && a.careerThere(cl), !home && same == 0 && (a.staysOn(cl) || !cl.negated && a.staysPlainly(cl)):
		out = append(out, planStay)
	case !home && same == 0 && !cl.negated && a.wants(cl) && a.goesElsewhere(cl, homes):
		out = append(out, planAway)
	case cl.marks&mWork != 0 && a.has(cl.from, cl.to, "experience") && a.has(cl.from, cl.to, "first", "abroad") || cl.marks&mTrain != 0:
		out = append(out, planStage)
	}
	if home {
		out = append(out, planHome)
	}
	theirs := cl.other && !cl.inherits && cl.who&pFamily != 0 && !a.has(cl.from, cl.to, "me", "us", "i", "we")
	if same > 0 && !theirs && !(home && cl.negated) {
		out = append(out, planSame)
	}
	return out
}

// goesTo reports whether a clause leads to a place of the applicant's own country.
func (a *answer) goesTo(cl *clause, homes map[string]bool) bool {
	for i := cl.from; i < cl.to; i++ {
		if p := a.terms[i].place.side(false); p != nil && homes[p.where] && i > cl.from && a.has(i-1, i, "to", "in", "at", "into") {
			return true
		}
	}
	return false
}

// goesElsewhere reports whether a clause leads to a third country. Where none of the
// applicant's own is declared none is a third.
func (a *answer) goesElsewhere(cl *clause, homes map[string]bool) bool {
	if len(homes) == 0 || cl.who&^pSelf != 0 || a.gone(cl) || cl.marks&mSoon == 0 && !a.has(cl.from, cl.to, "want", "move", "moving", "go", "going", "work", "job", "target", "goal", "choice", "dream", "next") || a.has(cl.from, cl.to, "visit", "conference", "holiday", "export", "exporting", "clients", "customers", "like", "from") {
		return false
	}
	goal := a.has(cl.from, cl.to, "target", "goal", "choice", "plan", "dream", "next", "option")
	for i := cl.from; i < cl.to; i++ {
		if p := a.terms[i].place.side(false); p != nil && p.side(true) == nil && !homes[p.where] && (goal || i > cl.from && a.has(i-1, i, "to", "in", "into")) {
			return true
		}
	}
	return false
}

// careerThere reports whether a clause tells of working or living in the United
// States: what is done there on a journey, or for further study, is none.
func (a *answer) careerThere(cl *clause) bool {
	papers := cl.marks&(mStatusUS|mPetition) != 0 && !cl.negated && !a.has(cl.from, cl.to, "before", "until", "as")
	work := cl.marks&mWork != 0 || a.has(cl.from, cl.to, "experience", "offer", "practice", "practise", "clinic", "hospital", "myself", "attending", "faculty", "future", "house", "business", "company", "hire", "hires", "transfer", "salary", "professor", "engineer", "live")
	journey := a.has(cl.from, cl.to, "travel", "visit", "trip", "tour", "weeks", "days", "sightseeing")
	return papers && !a.has(cl.from, cl.to, "opt") || work && !journey && a.ofUS(cl) || !journey && a.postThere(cl)
}

// postThere reports whether a clause tells of a post in a place, or with a firm, of the
// United States that is not what one is there for anyway.
func (a *answer) postThere(cl *clause) bool {
	post := cl.marks&mWork != 0 || a.becomes(cl) || a.has(cl.from, cl.to, "cv", "resume", "apply", "applying", "hire", "hires", "join", "luck", "way", "career", "living", "future", "attending")
	firm := a.anyWord(cl.from, cl.to, usFirms) && !a.otherCountry(cl)
	return post && (firm || a.inStates(cl) && !a.anyWord(cl.from, cl.to, learning))
}

// learning are words of what one is in the United States for anyway.
var learning = set("study studies studying degree master master's masters phd university college school semester residency fellowship internship training program programme research conference")

// becomes reports whether a clause says what the applicant will be: "and be a nurse in
// Texas".
func (a *answer) becomes(cl *clause) bool {
	for i := cl.from; i+1 < cl.to; i++ {
		if a.has(i, i+1, "be", "become", "as") && a.has(i+1, i+2, "a", "an", "the") {
			return true
		}
	}
	return false
}

// ofUS reports whether a clause speaks of the United States: "there" does, unless a
// place at home was named before it.
func (a *answer) ofUS(cl *clause) bool {
	if a.is(cl.from, cl.to, mUS) || a.has(cl.from, cl.to, "abroad") {
		return true
	}
	for i := cl.from; i < cl.to; i++ {
		if a.words[i].Text == "there" && !a.has(i+1, i+2, "is", "are", "was", "were", "will") {
			return !slices.ContainsFunc(a.terms[:i], func(t term) bool { return t.place != nil && !t.place.us || t.is(mReturn) })
		}
	}
	return false
}

// wants reports whether a clause tells an intention.
func (a *answer) wants(cl *clause) bool {
	return cl.marks&mSoon != 0 || a.has(cl.from, cl.to, "want", "get", "find", "look", "work", "would", "like", "hope", "plan", "join", "see", "try", "dream", "first", "apply", "file", "files", "aim", "goal", "choice", "target") || a.verbless(cl)
}

// plansToWork reads whether a student means to work.
func (a *answer) plansToWork(out []Claim) []Claim {
	n := len(out)
	for i := range a.clauses {
		cl := &a.clauses[i]
		campus := a.onCampus(cl)
		if cl.question || cl.quoted || cl.hypothetical && !campus || cl.other && cl.who&pHuman != 0 || a.gone(cl) || a.has(cl.from, cl.to, "how") {
			continue
		}
		word := ""
		switch {
		case cl.marks&mTrain != 0:
			word = planTrain
		case !a.intends(cl):
			continue
		case campus:
			word = planCampus
		case a.has(cl.from, cl.to, "work", "job", "working", "part"):
			word = planWork
		default:
			continue
		}
		k := a.claim(kindPlan, workPlan, cl, cl.from, cl.to)
		k.word, k.asked = word, true
		k.Negative = k.Negative || word == planWork && a.has(cl.from, cl.to, "no")
		if a.has(cl.from, cl.to, "home", "here", "country") && word == planWork {
			continue
		}
		out = append(out, k)
	}
	if yes, to, sure := a.particles(); len(out) == n && to > 0 && a.polarLine() && !a.lineHas([]string{"anyone", "did", "any"}) {
		k := a.claim(kindPlan, workPlan, &clause{not: -1}, 0, to)
		k.word, k.Negative, k.Certain, k.asked = planWork, !yes, sure, true
		if slices.Contains(a.ask, "training") || slices.Contains(a.ask, "opt") {
			k.word = planTrain
		}
		out = append(out, k)
	}
	return out
}

// onCampus reports whether a clause tells of work the school itself gives.
func (a *answer) onCampus(cl *clause) bool {
	if a.has(cl.from, cl.to, "off", "outside") {
		return false
	}
	work := a.has(cl.from, cl.to, "on", "work", "job", "gives", "offers", "assistant", "assistantship", "needs", "position")
	return work && a.has(cl.from, cl.to, "campus", "lab", "laboratory", "library", "department", "cafeteria", "dining", "bookstore", "gym", "faculty", "assistant", "assistantship")
}

// intends reports whether a clause tells what the applicant means or has to do, or
// only names it.
func (a *answer) intends(cl *clause) bool {
	return cl.marks&(mSoon|mHedge) != 0 || cl.negated || a.verbless(cl) || a.has(cl.from, cl.to, "must", "can", "may", "need", "part", "hours")
}

// postedForGood reports whether what is permanent is a post: "a permanent contract",
// "now I am permanent at the hospital".
func (a *answer) postedForGood(cl *clause) bool {
	for i := cl.from; i < cl.to; i++ {
		if a.words[i].Text == "permanent" {
			return a.has(i+1, i+4, "post", "position", "job", "contract", "staff", "employee", "faculty", "teacher", "worker", "employment", "appointment", "role", "at", "in", "with") && !a.has(i+1, i+2, "residence", "resident", "residency")
		}
	}
	return false
}
