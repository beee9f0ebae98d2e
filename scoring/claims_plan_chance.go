package scoring

import (
	"slices"

	"github.com/viceconsul/viceconsul/interview/transcript/measure"
)

// A future there is read off who it is of, that it is to come, and what holds it there:
// the country or a place in it, one of its firms, papers to work with, or whoever keeps
// the applicant on.

// chancesTaken finds each plan to take up what might be offered there.
func (a *answer) chancesTaken(out []Claim) []Claim {
	for i := range a.clauses {
		if from := a.takesChance(i); from >= 0 {
			k := a.claim(kindPlan, planAfter, &a.clauses[i], from, a.clauses[i].to)
			k.word, k.asked, k.Certain, k.Negative = planStay, true, !a.clauses[i].hedged, false
			out = append(out, k)
		}
	}
	return out
}

// takesChance finds an answer that means to take what it supposes might come there: "if I
// find work there I take it", "if a faculty post comes in some US university, I will take
// that and settle". It is the word its condition begins with; -1 for none.
func (a *answer) takesChance(n int) int {
	cl := &a.clauses[n]
	if n == 0 || cl.negated || cl.question || cl.quoted || cl.hedged || cl.who&pSelf == 0 || a.gone(cl) || a.hasHome(cl) {
		return -1
	}
	takes := a.has(cl.from, cl.to, "take", "accept", "grab", "seize") && a.has(cl.from, cl.to, "it", "that", "this", "one", "them")
	if !takes && !a.has(cl.from, cl.to, "stay", "remain", "settle") && !(a.has(cl.from, cl.to, "work", "continue", "join") && a.ofUS(cl)) {
		return -1
	}
	was := &a.clauses[n-1]
	supposed := was.hypothetical || a.has(was.from, was.from+2, "when", "once", "should")
	if was.sentence != cl.sentence || !supposed || was.negated || a.hasHome(was) || a.has(was.from, was.to, "would", "had") {
		return -1
	}
	kept := a.keptBy(was)
	if !kept && !a.has(was.from, was.to, "job", "jobs", "work", "post", "position", "offer", "offers", "opportunity", "chance", "contract", "faculty", "vacancy", "hospital", "company", "employer", "sponsor") {
		return -1
	}
	if !kept && !a.holdsThere(was) && !a.holdsThere(cl) && !a.lineIs(mUS) {
		return -1
	}
	return was.from
}

// offerTaken finds an answer that takes up what the officer's line supposes to be offered
// there: "Suppose they offer you a job?" "Then I would take it."
func (c *Case) offerTaken(a *answer) (Claim, bool) {
	if !a.ownLine || c.fact(planAfter) == nil || !a.heardLine.shape().supposes || !a.lineHas(offered) {
		return Claim{}, false
	}
	for i := range a.clauses {
		cl := &a.clauses[i]
		if cl.negated || cl.question || cl.quoted || cl.hypothetical && cl.marks&mSoon == 0 || cl.who&pSelf == 0 || a.gone(cl) || a.hasHome(cl) || !a.takesUp(cl) {
			continue
		}
		if slices.ContainsFunc(a.clauses[i+1:], func(o clause) bool { return o.negated || o.marks&mBut != 0 || a.hasHome(&o) }) {
			return Claim{}, false
		}
		k := a.claim(kindPlan, planAfter, cl, cl.from, cl.to)
		k.word, k.asked, k.Certain, k.Negative = planStay, true, !cl.hedged, false
		return k, true
	}
	return Claim{}, false
}

// offered are the words of a line about what might be offered there.
var offered = []string{"offer", "offers", "offered", "stay", "keep", "keeps", "hire", "hires", "extend", "longer"}

// takesUp reports whether a clause says no more than that something is taken, or that one
// stays.
func (a *answer) takesUp(cl *clause) bool {
	for i := cl.from; i < cl.to; i++ {
		switch {
		case a.has(i, i+1, "take", "accept", "grab") && a.has(i+1, i+2, "it", "that") && i+2 == cl.to:
			return true
		case a.has(i, i+1, "accept", "stay", "remain") && (i+1 == cl.to || i+2 == cl.to && a.has(i+1, i+2, "there", "longer", "on", "more")):
			return true
		}
	}
	return false
}

// holdsThere reports whether a clause holds on to the United States: it names the
// country, a place in it, one of its firms, or papers to work there.
func (a *answer) holdsThere(cl *clause) bool {
	return a.ofUS(cl) || a.inStates(cl) || cl.marks&mStatusUS != 0 || a.anyWord(cl.from, cl.to, usFirms)
}

// keptBy reports whether a clause tells that somebody keeps, hires or sponsors the
// applicant: "they keep me", "she can change me to a working visa".
func (a *answer) keptBy(cl *clause) bool {
	for i := cl.from + 1; i < cl.to; i++ {
		if a.has(i, i+1, "me") && (keepsOne[a.words[i-1].Text] || a.has(i-1, i, "take", "takes") && i+1 == cl.to && a.holdsThere(cl)) {
			return !a.hasHome(cl)
		}
	}
	return false
}

var (
	keepsOne = set("keep keeps keeping hire hires hiring sponsor sponsors sponsoring employ employs absorb absorbs retain retains change changes transfer transfers convert")

	// usFirms are firms that stand for a career in the United States, by the names
	// they go by. Source: our own list.
	usFirms = set("google apple amazon microsoft facebook meta tesla nvidia intel boeing nasa spacex netflix qualcomm amd uber airbnb disney pfizer moderna exxon chevron lockheed raytheon northrop goldman blackrock mckinsey salesforce snowflake openai ford gm faang")
)

// offeredThere reports whether a clause tells of an offer that an answer about the plan
// leaves standing: "my manager said she can change me to a working visa".
func (a *answer) offeredThere(cl *clause) bool {
	if !a.keptBy(cl) || cl.negated || cl.question {
		return false
	}
	if cl.who&pSelf != 0 && cl.marks&mMine == 0 && a.has(cl.from, cl.from+4, "like", "want", "hope", "wish", "love") {
		return true // "I would like that the hotel keeps me"
	}
	if cl.marks&(mStatusUS|mPetition) == 0 && !a.ofUS(cl) && !a.inStates(cl) && !a.isGladOf(cl) {
		return false
	}
	return !slices.ContainsFunc(a.clauses, func(o clause) bool {
		return o.from >= cl.to && (o.negated || o.marks&mBut != 0 || a.hasHome(&o))
	})
}

// isGladOf reports whether the applicant, asked for the plan, welcomes what others are said
// to offer, who are not his or her own people: "they can keep me, I would love that".
func (a *answer) isGladOf(cl *clause) bool {
	return cl.marks&mMine == 0 && cl.who&pFamily == 0 && slices.ContainsFunc(a.clauses, func(o clause) bool {
		return o.from >= cl.to && o.who&pSelf != 0 && a.has(o.from, o.to, "love", "like", "accept", "take", "glad", "happy", "hope", "agree", "stay", "say")
	})
}

// staysPlainly reports whether a clause says no more than that the applicant stays: "I
// will stay", "I would like to remain some years". How long the stay is tells a stay with
// an end.
func (a *answer) staysPlainly(cl *clause) bool {
	if cl.who&pSelf == 0 || a.gone(cl) || a.hasHome(cl) || cl.marks&mSoon == 0 && !a.has(cl.from, cl.to, "want", "wish", "like", "prefer", "hope", "try", "maybe", "probably") {
		return false
	}
	for i := cl.from; i < cl.to; i++ {
		if a.has(i, i+1, "stay", "remain") && (i+1 == cl.to || a.has(i+1, i+2, "on", "longer", "more", "some", "few", "several", "as", "there", "and", "permanently")) {
			return !a.has(i+1, cl.to, "weeks", "days", "with", "until", "till", "visit", "hotel", "campus", "dormitory") && !slices.ContainsFunc(a.mentions, func(m measure.Mention) bool {
				return m.Kind == measure.Duration && m.From > i && m.To <= cl.to
			})
		}
	}
	return false
}

// placedThere finds a plan that is no more than a place in the United States, where what
// comes afterwards is asked for: "so San Diego I hope".
func (c *Case) placedThere(a *answer, out []Claim) []Claim {
	if !a.ownLine && a.turn.Question == "" || a.lineHas([]string{"orientation", "arrive", "arrival", "landing", "first"}) || slices.ContainsFunc(a.clauses, func(o clause) bool { return o.negated || o.question || a.hasHome(&o) }) {
		return out
	}
	for i := range a.clauses {
		cl := &a.clauses[i]
		own := cl.who&pSelf != 0 || cl.who == 0 && a.verbless(cl)
		if !own || !cl.plain() || cl.hedged || a.gone(cl) || !a.inStates(cl) || c.namesDeclaredPlace(a, cl) || a.anyWord(cl.from, cl.to, learning) || a.anyWord(cl.from, cl.to, passing) {
			continue
		}
		k := a.claim(kindPlan, planAfter, cl, cl.from, cl.to)
		k.word, k.asked = planStay, true
		return append(out, k)
	}
	return out
}

// namesDeclaredPlace reports whether a place that a clause names is one where the stay
// itself is: "in Dayton" of who studies there tells no plan.
func (c *Case) namesDeclaredPlace(a *answer, cl *clause) bool {
	for i := cl.from; i < cl.to; i++ {
		p := a.terms[i].place
		if p != nil && p.us && slices.ContainsFunc(c.facts, func(f fact) bool {
			return slices.ContainsFunc(f.terms, func(t term) bool { return t.place != nil && t.place.name == p.name })
		}) {
			return true
		}
	}
	return false
}

// passing are words of what is done in a place that one only passes through, or finishes.
var passing = set("go goes going bus train drive orientation visit visiting trip tour travel travelling traveling holiday vacation sightseeing weeks days week day fly flight plane airport finish finishing end ends until till graduation wedding start starts arrive land know like from friend sister brother uncle aunt cousin")

// hasHome reports whether a clause speaks of the applicant's own country.
func (a *answer) hasHome(cl *clause) bool {
	return a.has(cl.from, cl.to, "home", "here", "back", "country", "homeland", "hometown") || a.otherCountry(cl)
}

// staysOn reports whether a clause tells of going on working there: "I remain working with
// them in Orlando", "the salary there is ten times, so I would continue as attending".
func (a *answer) staysOn(cl *clause) bool {
	if cl.negated || cl.question || a.gone(cl) || a.hasHome(cl) || a.has(cl.from, cl.to, "until", "till", "my", "our", "same", "weeks", "study", "studies", "studying", "phd", "family", "visit") {
		return false
	}
	there := a.inStates(cl) || a.is(cl.from, cl.to, mUS)
	for i := 0; i < cl.to && !there; i++ {
		there = a.words[i].Text == "there" && !(i+1 < len(a.words) && being[a.words[i+1].Text] && a.clauseOf(i) == cl)
	}
	if !there {
		return false
	}
	for i := cl.from; i < cl.to; i++ {
		if a.has(i, i+1, "remain", "stay", "continue", "keep") {
			return a.has(i+1, min(i+4, cl.to), "working", "work", "practising", "practicing", "as", "job", "practice")
		}
	}
	return false
}

// inStates reports whether a clause names a place in the United States.
func (a *answer) inStates(cl *clause) bool {
	for i := cl.from; i < cl.to; i++ {
		if p := a.terms[i].place; p != nil && p.us && p.side(false) == nil {
			return true
		}
	}
	return false
}
