package scoring

import (
	"slices"

	"github.com/viceconsul/viceconsul/interview/transcript"
	"github.com/viceconsul/viceconsul/interview/transcript/measure"
)

// durationFields are the fields a length of time is compared with, with the unit a
// bare number stands for when the officer's line names none.
var durationFields = []struct {
	path, unit string
	line       []string // the officer's line must hold one of these; nil for any
}{
	{"trip.length_of_stay", "", []string{"long", "weeks", "days", "months", "stay", "month", "period", "duration"}},
	{"jp.program_length_years", "year", []string{"long", "years", "finish", "length"}},
	{"f1.end_date", "year", []string{"long", "years", "finish"}},
	{"j1.end_date", "year", []string{"long", "years", "end", "dates"}},
	{"employment.start_date", "year", []string{"long", "start", "since"}},
	{"h1b.experience_years", "year", []string{"experience", "years"}},
	{"employment.leave", "day", []string{"leave", "long"}},
}

// durationClaims finds how long something is said to take.
func (c *Case) durationClaims(a *answer, out []Claim) []Claim {
	field, unit := c.askedDuration(a)
	if field == "" {
		return out
	}
	n := len(out)
	for i := range a.mentions {
		m := &a.mentions[i]
		cl := a.clauseOf(m.From)
		days, ok := a.daysOf(m, unit)
		ok = ok && a.shortYear(m, cl) == 0 && !(m.Kind == measure.Number && a.ownLine && a.opensWith("when"))
		if i > 0 && !ok && m.Kind == measure.Number && (cl.marks&mHedge != 0 || a.has(cl.from, m.From, "so", "total", "altogether")) && a.mentions[i-1].Kind == measure.Duration {
			days, ok = daysIn[a.mentions[i-1].Unit], true // "three weeks, maybe four"; "so nine"
		}
		if !ok && i > 0 && a.sameUnit(m, &a.mentions[i-1]) {
			days, ok = daysIn[a.mentions[i-1].Unit], true
		}
		if m.Kind != measure.Duration && cl.other && cl.inherits && cl.who&pHuman != 0 {
			continue // "he's a doctor, sixty-eight"
		}
		if !ok || cl.quoted && !(allotments[field] && a.stated(cl, true)) || cl.question || cl.other && !cl.inherits && !a.headed(m, cl) && !(field == "employment.leave" && a.givenMe(cl, m.From)) && !a.allotted(cl, field) || a.ofOccasion(cl, m.From) || a.elsewhere(m, cl, field) {
			continue
		}
		k := a.claim(kindDuration, field, cl, m.From, m.To)
		k.low, k.high, k.about, k.unit = days*m.Low, days*m.High, m.About, m.Unit
		k.bound = a.boundOf(m)
		k.asked = true
		if m.Kind == measure.Duration {
			k.low, k.high = m.Low, m.High
		}
		k.partial = cl.hypothetical || cl.hedged && len(out) > n || a.is(cl.from, m.From, mHedge) && len(out) > n || a.has(cl.from, m.From, "can", "could")
		short := cl.negated && field == "employment.start_date" && !slices.ContainsFunc(a.words[cl.from:m.From], func(w measure.Word) bool { return !shortOf[w.Text] })
		if short {
			k.bound, k.Negative = -1, false // "not two years yet"
		}
		if cl.negated && cl.not < m.From && !short || c.lastsLess(a, field, k.high) || c.partOfTrip(a, cl, field, k.high) || field == "employment.leave" && (k.low > 3*daysIn["year"] || k.low > daysIn["year"] && !a.lineHas([]string{"leave", "long"})) || field == "employment.start_date" && (k.low < daysIn["month"] || a.ofEarlierPost(cl) || c.wholeCareer(a, k.high)) {
			continue
		}
		out = append(out, k)
	}
	if len(out) == n {
		out = c.stretchClaims(a, field, a.firstYearOnly(field, out))
	}
	if len(out) == n {
		return a.openEnded(field, out)
	}
	if at, more := a.extends(); more && field == "trip.length_of_stay" {
		for i := n; i < len(out); i++ {
			out[i].word = prolonged
		}
		out[n].Span = a.span(a.clauseOf(at).from, a.clauseOf(at).to)
	}
	return out
}

// firstYearOnly reads a length that is told as the first of a row and no more: "for the first
// year only".
func (a *answer) firstYearOnly(field string, out []Claim) []Claim {
	if field != "finance.scholarship.period" {
		return out
	}
	for i := range a.words {
		cl := a.clauseOf(i)
		if a.has(i, i+1, "first", "one", "this") && a.has(i+1, i+2, "year", "semester") && a.has(cl.from, cl.to, "only", "just") && cl.plain() && !cl.negated && !cl.hedged {
			k := a.claim(kindDuration, field, cl, i, i+2)
			k.low, k.high, k.unit, k.asked = daysIn["year"], daysIn["year"], "year", true
			return append(out, k)
		}
	}
	return out
}

// shortOf are the words of a length that is not reached yet.
var shortOf = set("no not even yet quite fully full still it's it is isn't hasn't been completed there sir madam")

// lengths is how many lengths of time an answer names.
func (a *answer) lengths() int {
	n := 0
	for i := range a.mentions {
		if a.mentions[i].Kind == measure.Duration {
			n++
		}
	}
	return n
}

// partOfTrip reports whether a length is only that of one of several places: "three days
// we go to Memphis".
func (c *Case) partOfTrip(a *answer, cl *clause, field string, days float64) bool {
	stay, places := c.fact("trip.length_of_stay"), c.fact("trip.places")
	if field != "trip.length_of_stay" || stay == nil || places == nil || len(places.items) < 2 || a.lengths() > 1 || days >= stay.value().Days.Low {
		return false
	}
	return slices.ContainsFunc(a.terms[cl.from:cl.to], func(t term) bool { return t.place != nil && t.place.us })
}

// lastsLess reports whether the line asks how long something within the journey lasts, and a
// length is no longer than the stay: "How long's the fair?"
func (c *Case) lastsLess(a *answer, field string, days float64) bool {
	stay := c.fact("trip.length_of_stay")
	return field == "trip.length_of_stay" && stay != nil && days <= stay.value().Days.Low && a.ownLine && slices.ContainsFunc(a.ask, func(w string) bool { return withinStay[w] }) && !a.lineHas(ofStay) && !a.lineHas([]string{"you", "you'll", "you're"})
}

// withinStay are the events that a journey is made for, which last less than it.
var withinStay = set("fair fair's conference conference's course course's training training's meeting meetings event show exhibition expo congress seminar workshop convention wedding ceremony festival tournament game match")

// ofEarlierPost reports whether a length only follows what was begun or done once, and a later
// sentence tells of the present post: "I began at a day school, three years. From 2014 I'm at
// the girls' school".
func (a *answer) ofEarlierPost(cl *clause) bool {
	n := int(a.within[cl.from])
	if n == 0 || !a.verbless(cl) || a.clauses[n-1].sentence != cl.sentence || !a.gone(&a.clauses[n-1]) {
		return false
	}
	return slices.ContainsFunc(a.clauses[n:], func(o clause) bool {
		return o.sentence > cl.sentence && !o.negated && a.has(o.from, o.to, "from", "since", "now", "then") && a.has(o.from, o.to, "i'm", "am", "i")
	})
}

// wholeCareer reports whether a line asks how long the applicant has been at work, in
// whatever post, and a length is as long as that may be: more than in the present one.
func (c *Case) wholeCareer(a *answer, days float64) bool {
	was, now := c.fact("employment.previous"), c.fact("employment.start_date")
	if now == nil || (was == nil || was.none) && c.fact("h1b.experience_years") == nil || a.lineHas([]string{"there", "company", "job", "position", "here", "them", "with", "at", "employer"}) {
		return false
	}
	began := now.value().Date
	return began.Year != 0 && days > float64(c.today.Year-began.Year+1)*daysIn["year"]
}

// prolonged marks a length that the applicant means to make longer.
const prolonged = "prolonged"

// headed reports whether a length is what the clause gives although it speaks of
// somebody: it stands before them ("the six months that they give"), or is what
// something is ("they are five years in total").
func (a *answer) headed(m *measure.Mention, cl *clause) bool {
	if cl.who&^pPerson&pHuman != 0 {
		return false
	}
	return a.verbless(cl) || m.From-cl.from <= 2 && !a.is(cl.from, m.From, mThey|mVerb) || a.has(cl.from, cl.from+1, "it", "it'll", "that", "that'll") && a.leadsLength(cl.from+1, m.From)
}

// leadsLength reports whether the words from from to to only lead up to how long something
// has been: "it will soon be" two years.
func (a *answer) leadsLength(from, to int) bool {
	return !slices.ContainsFunc(a.words[from:to], func(w measure.Word) bool { return !lengthLeads[w.Text] })
}

var lengthLeads = set("will be is has have been makes make now already almost nearly about just soon going to only exactly full around like the")

// askedDuration is the field whose length the officer's line asks for: one the line
// is known to ask for, or a declared one its words name.
func (c *Case) askedDuration(a *answer) (field, unit string) {
	if a.anyones || a.asksHowLongOther() {
		return "", ""
	}
	m := a.soughtOne((*measured).lasts)
	if c.visitor() && (m == nil || m.path == "trip.length_of_stay") && a.ownLine && a.lineHas([]string{"years"}) && (len(a.ask) <= shortLine || a.lineHas([]string{"now", "already"})) && c.fact("employment.start_date") != nil {
		return "employment.start_date", "year" // "for how many years now?" goes on about the post
	}
	if c.visitor() && m != nil && m.path == "trip.length_of_stay" && a.ownLine && len(a.ask) <= shortLine && !a.lineHas(ofStay) && c.fact("employment.start_date") != nil && slices.ContainsFunc(a.own, func(path string) bool { return slices.Contains(workFields, path) }) {
		return "employment.start_date", "year" // "Long time?" after what the work is
	}
	if m != nil && a.ownLine {
		if c.asksTraining(a, m) {
			return "jp.program_length_years", a.lineUnit("year")
		}
		return m.path, a.lineUnit(m.unit)
	}
	for _, declared := range []bool{true, false} {
		for _, f := range durationFields {
			if (c.fact(f.path) != nil) == declared && c.topicAsks(a, f.path, f.line) {
				return f.path, a.lineUnit(f.unit)
			}
		}
	}
	if m != nil {
		return m.path, a.lineUnit(m.unit)
	}
	return "", ""
}

// asksTraining reports whether a line that could ask for the end of a physician's form asks
// how long the training takes: the form runs one year, and the line does not speak of it.
func (c *Case) asksTraining(a *answer, m *measured) bool {
	return m.path == "j1.end_date" && c.category == transcript.J1Physician && c.fact("jp.program_length_years") != nil && !a.lineHas([]string{"form", "ds", "2019", "ds2019", "date", "dates"})
}

// asksHowLongOther reports whether the officer's line asks how long somebody else did
// something: "how long has she been there?"
func (a *answer) asksHowLongOther() bool {
	return a.ownLine && a.lineHas([]string{"long"}) && a.lineHas(personPronouns) && !a.lineHas([]string{"you", "your", "you'll"})
}

// lineUnit is the unit the officer's line names.
func (a *answer) lineUnit(unless string) string {
	for _, w := range a.ask {
		switch w {
		case "days", "weeks", "months", "years":
			return w[:len(w)-1]
		}
	}
	return unless
}

var daysIn = map[string]float64{"day": 1, "week": 7, "month": 365.25 / 12, "year": 365.25}

// daysOf is the number of days one unit of a mention has. A bare number counts
// when the officer's line names the unit and the number stands by itself.
func (a *answer) daysOf(m *measure.Mention, unit string) (float64, bool) {
	switch {
	case m.Kind == measure.Duration && m.Unit != "hour":
		return 1, true
	case m.Kind == measure.Number && unit != "" && !m.Ordinal && a.bare(m) && m.Low < 100:
		stands := m.To >= len(a.words) || a.words[m.To].Breaks || a.terms[m.To].is(mSpeech)
		cl := a.clauseOf(m.From)
		if m.From == cl.from && m.To < cl.to && m.Low >= 1 && a.has(m.To, m.To+1, "for", "in", "all") && a.verbless(cl) && !a.is(m.To, cl.to, mKin) && !anyParty(a.terms[m.To:cl.to]) {
			return daysIn[unit], true // "three for medicine"
		}
		return daysIn[unit], stands && (a.leadsUp(cl.from, m.From) || m.Low < m.High && a.verbless(cl) && m.From-cl.from <= 2)
	}
	return 0, false
}

// leadsUp reports whether the words from from to to only lead up to a number that is the
// whole of what its clause says: "only one", "it is about three".
func (a *answer) leadsUp(from, to int) bool {
	for i := from; i < to; i++ {
		if !a.terms[i].is(mSpeech|mOnly|mHedge) && !a.has(i, i+1, "only", "just", "about", "it", "is", "it's", "around", "so", "for", "like") {
			return false
		}
	}
	return true
}

// elsewhere reports whether a length of time is not the one asked for: an age, a
// time ago, a visit of somebody, how often.
func (a *answer) elsewhere(m *measure.Mention, cl *clause, field string) bool {
	if a.howOften(m) {
		return true
	}
	if field == "trip.length_of_stay" && m.Low > longStay && !a.lineHas(ofStay) && (!a.anyWord(cl.from, cl.to, visiting) || a.has(m.To, m.To+1, "come")) {
		return true // years of something else
	}
	if field == visitLength && (cl.marks&mSoon != 0 || a.has(cl.from, m.From, "i'm", "am", "we're") || !a.gone(cl) && a.anyWord(cl.from, cl.to, ahead)) {
		return true // what is still to come
	}
	if a.has(m.To, min(m.To+2, cl.to), "old", "ago", "later", "earlier", "before", "after", "experience", "contract", "visa", "bond", "notice") && field != "h1b.experience_years" {
		return true
	}
	if m.From > 0 && slices.Contains([]string{"every", "per", "each", "last", "previous", "past", "after", "within", "before"}, a.words[m.From-1].Text) {
		return true
	}
	if field == "employment.start_date" && a.has(cl.from, m.From, "before", "previously", "earlier", "formerly") {
		return true // "before that I was nine years at the market"
	}
	if field == "employment.start_date" && cl.from > 0 && a.has(a.clauseOf(cl.from-1).from, cl.from, "before", "previously", "earlier", "first") && a.clauseOf(cl.from-1).sentence == cl.sentence {
		return true // "before, I was in Juhayna, two years"
	}
	if field == "employment.start_date" {
		return a.otherCountry(cl) || !a.verbless(cl) && cl.marks&mWork == 0 && !a.has(cl.from, cl.to, "there", "here", "been", "since", "joined", "made", "makes", "make", "making", "completed", "complete", "completing", "going", "it's", "turned", "clocked", "be")
	}
	if field == visitLength {
		return !a.verbless(cl) && !a.anyWord(cl.from, cl.to, visiting) || a.anyWord(cl.from, cl.to, unvisited) || a.otherCountry(cl)
	}
	if a.gone(cl) && !lastedTill[field] && !a.allotted(cl, field) && !(field == "employment.leave" && a.givenMe(cl, m.From)) {
		return true
	}
	if field == "trip.length_of_stay" {
		return a.has(cl.from, m.From, "worked", "working", "married", "known", "visa", "study", "studied", "employed", "leave", "flight", "since", "spent", "lived", "been") || a.has(m.To, cl.to, "leave", "experience", "job", "visa") || a.ofMyLeave(m)
	}
	return false
}

// ofMyLeave reports whether a length is only what the applicant takes of the days off: "six days
// of my vacations".
func (a *answer) ofMyLeave(m *measure.Mention) bool {
	return a.has(m.To, m.To+1, "of", "from") && a.has(m.To+1, m.To+5, "vacation", "vacations", "holiday", "holidays", "leave")
}

// allotted reports whether a clause tells what others have given of a length that is still to
// run: "they gave eighteen months".
func (a *answer) allotted(cl *clause, field string) bool {
	return allotments[field] && !cl.negated && cl.who&(pSelf|pFamily|pFriend) == 0 && a.has(cl.from, cl.to, "gave", "given", "approved", "granted", "offered", "issued", "promised", "said", "told")
}

// allotments are the lengths that others decide on.
var allotments = set("h1b.valid_to jp.program_length_years j1.end_date finance.scholarship.period")

// howOften reports whether a length only says how often something is: "every three years",
// "two weeks a year".
func (a *answer) howOften(m *measure.Mention) bool {
	return m.Kind == measure.Duration && a.has(m.From-1, m.From, "every", "each", "per") || a.has(m.To, m.To+1, "a", "per", "each", "every") && a.has(m.To+1, m.To+2, "week", "month", "year", "day")
}

// longStay is a length that nobody gives a visit whose line has not asked for it.
const longStay = 3 * 365.25

// ofStay are the words of a line that asks how long a stay is to be, and ahead those of a
// clause about what is planned.
var (
	ofStay = []string{"stay", "staying", "trip", "visit", "there", "remain", "remaining", "us", "america", "states", "back", "travel"}
	ahead  = set("plan plans planned planning next then release phase project rollout finish complete")
)

// lastedTill are the lengths told in the perfect: of what has lasted until today.
var lastedTill = set("h1b.experience_years jw.degree_and_experience.years_experience identity.residence_since employment.business.since")

// visiting are the words of a clause that tells how long a visit was, and unvisited
// those of one that tells something else of it.
var (
	visiting  = set("went visited visiting visit was were stayed stay staying spent spend spending came come trip there remained")
	unvisited = set("ago old worked experience visa exam married waited flight gave stamped allowed told permission permitted authorised authorized")
)

// sameUnit reports whether a bare number goes on in the unit of the length before it:
// "my leave is four weeks but I use only three".
func (a *answer) sameUnit(m, was *measure.Mention) bool {
	cl := a.clauseOf(m.From)
	return m.Kind == measure.Number && was.Kind == measure.Duration && was.Unit != "hour" && !m.Ordinal && a.bare(m) && m.To == cl.to &&
		cl.sentence == a.clauseOf(was.From).sentence && a.has(cl.from, m.From, "only", "just", "use", "take", "spend", "stay", "need") || a.another(m, was)
}

// another reports whether a number is of further units of the length before it: "ten days
// in Florida and other ten in California".
func (a *answer) another(m, was *measure.Mention) bool {
	return m.Kind == measure.Number && was.Kind == measure.Duration && was.Unit != "hour" && !m.Ordinal && a.has(m.From-1, m.From, "other", "another") && (m.To == len(a.words) || a.words[m.To].Breaks || a.has(m.To, m.To+1, "in", "at", "with", "there", "for"))
}

// untilAsks are the words of a line that asks for a length or an end.
var untilAsks = []string{"long", "until", "till", "when", "weeks", "days", "months", "much", "duration", "period", "stay", "remain"}

// untilEvent reports whether the word at i begins an end that nobody can put a date to:
// what others say or do, or what gets better: "until the doctors say finish", "till my
// mother can walk again". A wedding, a term or a flight has its date.
func (a *answer) untilEvent(cl *clause, i int) bool {
	if !a.has(i, i+1, "until", "till", "til") || i > cl.from+2 || cl.question || cl.quoted && i > cl.from {
		return false
	}
	for _, m := range a.mentions {
		if m.From >= cl.from && m.To <= cl.to {
			return false
		}
	}
	return a.has(i+2, cl.to, "say", "says", "tell", "tells", "can", "recover", "recovers", "recovered", "better", "well", "strong", "walk", "heal", "heals", "healed", "allow", "allows", "decide", "decides", "tired", "send", "sends", "chase")
}

// openEnded notes that a length was asked for and left open: "as long as they
// allow me".
func (a *answer) openEnded(field string, out []Claim) []Claim {
	for i := range a.terms {
		cl := a.clauseOf(i)
		if field == "trip.length_of_stay" && a.lineHas(untilAsks) && a.untilEvent(cl, i) {
			k := a.claim(kindDuration, field, cl, i, cl.to)
			k.word, k.asked, k.Negative, k.Certain = "open", true, false, !cl.hedged
			return append(out, k)
		}
		if !a.terms[i].is(mOpen) || cl.question || cl.quoted || cl.negated || cl.to-cl.from > 6 && a.has(i, cl.to, "decided", "fixed") && !a.has(cl.from, cl.to, "long", "stay", "date", "return") {
			continue
		}
		k := a.claim(kindDuration, field, cl, cl.from, cl.to)
		k.word, k.asked = "open", true
		k.Certain = !cl.hedged && cl.who&^pSelf&pFamily == 0
		return append(out, k)
	}
	return out
}
