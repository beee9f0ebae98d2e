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
	planOff    = "off"    // works elsewhere
	planAway   = "away"   // goes to another country
)

// planClaims finds what an applicant means to do afterwards, and whether to work
// meanwhile. In H-1B there is nothing to find: settling is allowed there.
func (c *Case) planClaims(a *answer, before []Judged, out []Claim) []Claim {
	if !c.category.HasTies() || a.lineHas([]string{"been"}) && a.lineHas([]string{"since"}) {
		return out
	}
	if k, ok := c.offerTaken(a); ok {
		return append(out, k)
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
	return a.lineHas([]string{"next", "afterwards", "graduation", "tempted", "once", "after", "when", "back", "return", "home", "over", "end", "ending", "tempt", "tempts", "tempting", "keeps", "offer", "offers", "extend", "extends", "comes", "waits", "promised", "expires"}) || allOf(a.ask, "in years") || a.ask[len(a.ask)-1] == "then" && !a.lineHas([]string{"since", "until", "till", "by"}) || allOf(a.ask, "last day") || allOf(a.ask, "final day") || a.lineHas([]string{"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december", "morning", "day"}) && a.lineHas([]string{"comes", "come", "where", "happens"})
}

// namesYearAhead reports whether a line names a year that is years away: "2032. Where are
// you?"
func (c *Case) namesYearAhead(a *answer) bool {
	return slices.ContainsFunc(a.ask, func(w string) bool {
		y, err := strconv.Atoi(w)
		return err == nil && c.today.Year != 0 && y >= c.today.Year+2 && y < c.today.Year+30
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

// meansNotTo reports whether a clause denies the plan to return that the line takes for
// granted: "Why go back?" "I don't plan on it."
func (a *answer) meansNotTo(cl *clause) bool {
	if !cl.negated || cl.who != pSelf || cl.marks&mBut != 0 || a.has(0, cl.from, "stay", "stays", "remain", "settle") || a.gone(cl) || !a.lineHas([]string{"back", "return"}) || a.lineHas([]string{"not", "never", "don't"}) {
		return false
	}
	for i := cl.not + 1; i < cl.to; i++ {
		if a.has(i, i+1, "plan", "planning", "intend", "want", "mean") {
			return cl.to-i <= 3 && (i+1 == cl.to || a.has(i+1, cl.to, "it", "to", "on"))
		}
	}
	return false
}

// asksPlan reports whether the officer's line asks what comes afterwards.
func (a *answer) asksPlan() bool {
	return a.lineHas(planWords) || allOf(a.ask, "go home") || allOf(a.ask, "come home") || allOf(a.ask, "coming home") || allOf(a.ask, "going home") || allOf(a.ask, "will home") || asksAfter(a.ask)
}

var planWords = strings.Fields("once then graduate after afterwards next plan plans return come finish happens back immigrate permanently stay waivers waiver first degree do done over future long keeps ends intend intention intentions remain settle fellowship hired residency")

// asksAfter reports whether a line asks where a life goes from here: "where do you
// see yourself in ten years?"
func asksAfter(line []string) bool {
	return allOf(line, "see yourself") || allOf(line, "then what") || anyOf(line, "where") && (anyOf(line, "you'll") && anyOf(line, "be") || allOf(line, "will you be")) && (anyOf(line, "years year when after then later next finish finished done over") || slices.ContainsFunc(line, func(w string) bool { return len(w) == 4 && strings.HasPrefix(w, "20") })) && !anyOf(line, "staying studying working based") || anyOf(line, "years year") && anyOf(line, "five ten") && anyOf(line, "you yourself") && anyOf(line, "see will be where")
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
		if a.whyReturn(cl) || a.meansNotTo(cl) {
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
	if len(out) == n && !c.visitor() {
		out = c.placedThere(a, out)
	}
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
