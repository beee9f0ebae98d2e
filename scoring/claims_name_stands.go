package scoring

import "strings"

// stands reports whether a name stands as the answer to a line that asks for a name:
// it opens a clause and is all it says or does something for the applicant, or a word
// that names follow leads to it in a clause about the applicant.
func (a *answer) stands(n *naming, ro *role) bool {
	from := n.from
	for from > n.cl.from && (honorifics[a.words[from-1].Text] || a.words[from-1].Text == "the" || heads[a.words[from-1].Text] && !a.words[from].Breaks) {
		from--
	}
	if a.aside(n) {
		return false
	}
	if n.to < len(a.words) && a.words[n.to].Breaks && !n.body && n.to-n.from <= 2 && a.terms[n.to].place != nil && a.terms[n.to].place.whole {
		return false // "Greenwood, Mississippi"
	}
	if !n.body && len(n.declared) == 0 && ro.sort != sortPerson && a.lineHas([]string{"where"}) && a.lineHas(wayTo) {
		return false // one goes to a place, whatever its name
	}
	if n.alone && n.cl.to < len(a.words) && a.clauseOf(n.cl.to).sentence == n.cl.sentence && a.has(n.cl.to, n.cl.to+1, "because", "since") {
		return false // "History, because of the teacher"
	}
	if town := from > n.cl.from && a.has(from-1, from, "in", "to") && !n.body && n.to-n.from == 1 && ro.sort != sortPerson; town {
		return false
	}
	if from == n.cl.from || a.opened(n.cl.from, from) {
		return a.standsAlone(n) || n.alone && ro.sort == sortPerson && n.to < n.cl.to && !a.terms[n.to].is(mVerb|mNot)
	}
	w := a.words[from-1].Text
	switch {
	case w == "it" && a.has(from-2, from-1, "call", "called", "named"):
		return true
	case n.body && objectVerbs[w]:
		return !a.ofAnother(n)
	case isLead[w] && (!n.alone || n.cl.to-n.cl.from > 1):
		return a.bears(n, w, ro)
	case w == "of" && (a.nounIn(max(n.cl.from, from-4), from-1) || a.has(from-2, from-1, "one", "that", "house", "home", "apartment", "place", "team")):
		return !n.cl.other
	}
	return a.terms[from-1].party&pHuman != 0 && ro.sort&sortPerson != 0 // "my brother Kwabena"
}

// wayTo are the words of a line that asks where one goes.
var wayTo = []string{"going", "go", "headed", "heading", "travelling", "traveling", "travel", "flying", "fly"}

// objectVerbs are verbs whose object is where one studies or works.
var objectVerbs = set("finished finish attended attend attending completed complete graduate graduated studied did do got chose have passed")

// isLead are the words that lead to the name an answer gives.
var isLead = set("at for by called named with from in under through via to is it's that's be are as joined name's into attended was and join joining meet meeting visit visiting see")

// bears reports whether the clause a led name stands in speaks of the applicant and
// this role, and the word before it leads to a body and not to a city.
func (a *answer) bears(n *naming, lead string, ro *role) bool {
	if a.ofAnother(n) && !a.has(n.cl.from, n.cl.to, "name", "name's", "me", "us") {
		return false
	}
	if (lead == "in" || lead == "to" || lead == "at" && a.opensWith("where")) && !n.body && n.to-n.from == 1 && !a.allCapitals(n.from) && !n.person {
		return lead == "at" // a town of no gazetteer, as likely
	}
	if (lead == "in" || lead == "to") && !n.body && !n.person && ro.sort != sortPerson {
		return a.has(n.cl.from, n.from, "work", "working", "employed", "study", "studying", "join") && n.to-n.from > 1 && lead == "in"
	}
	return lead != "was" || ro.past || !a.wasOnly(n)
}

// aside reports whether a clause puts a name forward for something other than the
// answer: who was written to, applied to, compared or heard of.
func (a *answer) aside(n *naming) bool {
	if a.has(n.to, n.to+1, "that") && a.opened(n.cl.from, n.from) {
		return false // "it is Delmar that gave me the better aid"
	}
	for i := n.cl.from; i < n.from; i++ {
		if asides[a.words[i].Text] {
			return true
		}
	}
	if a.has(n.to, min(n.to+4, n.cl.to), "also", "too") || a.has(n.cl.from, n.cl.to, "instead", "better", "agent", "consultancy") {
		return true
	}
	return !n.person && a.has(n.cl.from, n.cl.to, "friend", "friend's", "classmate", "colleague", "cousin's", "neighbour")
}

// asides are the words of what is done with a body that plays no part.
var asides = set("wrote write written emailed applied apply applying contacted heard hear read considered compared compare interviewed interview talked spoke asked ask near opposite behind next like unlike than rejected refused declined withdrew considered tried recruiter posting part division subsidiary owned belongs branch affiliated known formerly renamed acquired bought merged brand visited live lives living born grew speak speaks")

// opened reports whether only words that open an answer stand from from to to.
func (a *answer) opened(from, to int) bool {
	for i := from; i < to; i++ {
		if w := a.words[i].Text; !a.terms[i].is(mSpeech|mYes|mOnly|mHedge) && !openings[w] && !honorifics[w] {
			return false
		}
	}
	return true
}

// openings are the words a short answer begins with.
var openings = set("it it's is that's this the a now then yes no name called company firm still just only mainly there's there with at for by from under in to and but so well one certain some as my his her first firstly then later finally")

// standsAlone reports whether what follows a name that opens a clause leaves it the
// answer: nothing, where it is, or what it does for the applicant.
func (a *answer) standsAlone(n *naming) bool {
	if n.to >= n.cl.to || n.to < len(a.words) && a.words[n.to].Breaks {
		return !n.alone || n.cl.to-n.cl.from == 1 || !a.words[n.from].Breaks
	}
	w := a.words[n.to].Text
	switch {
	case w == "is" && n.to+1 < n.cl.to && doing(a.words[n.to+1].Text):
		return true
	case a.opened(n.to, n.cl.to):
		return !n.alone
	case a.terms[n.to].is(mSpeech), w == "in" || w == "at" || w == "near" || w == "is" || w == "are" || w == "from":
		return !n.alone || w != "is" && w != "are" || a.has(n.to, n.cl.to, "me", "my", "employer", "company", "client", "name")
	case a.has(n.to, n.cl.to, "me", "my", "us"), strings.HasSuffix(a.words[n.to-1].Text, "'s"), w == "people":
		return true
	}
	return !n.alone && playing[w] && !a.is(n.to, n.cl.to, mRefused)
}

// playing are the verbs of what a body or a person does in its part.
var playing = set("is are was pays gives gave took hired hires employs offered accepted admitted sent invited filed sponsors sponsored covers handles awarded granted lends lent leads manages supervises runs provides issued signed does will would")

// left reports whether an answer says that a named body plays its part no more, or
// never did: "not Quillon any more", "I left Lagoon", "Tarnhill is on the paper, I
// never joined them".
func (a *answer) left(n *naming) bool {
	cl := n.cl
	if cl.negated && cl.not >= 0 && cl.not < n.from && !a.has(cl.from, n.from, "except", "only", "but", "other", "besides") && (cl.not >= n.from-3 || !a.has(cl.not, n.from, "any", "have", "know")) {
		return !cl.other || cl.who&pHuman == 0
	}
	for i := cl.from; i < n.from; i++ {
		if a.terms[i].is(mLeftJob) && !cl.other && !a.deniedBefore(cl, i) {
			return true // "I no longer work with Crown"
		}
		if leaving[a.words[i].Text] && !a.deniedBefore(cl, i) && n.from-i < 5 && !cl.other && !a.offDuty(cl) {
			return true
		}
	}
	if a.has(n.to, n.to+1, "has", "have", "had") && a.has(n.to+1, n.to+2, "nothing", "no") && a.has(n.to+2, n.to+4, "to", "role", "part", "say") {
		return true
	}
	for i := n.to; i < cl.to && i < n.to+8; i++ {
		if dropping[a.words[i].Text] && !a.has(i+1, cl.to, "me", "my") {
			return true
		}
	}
	return a.deniedAfter(n)
}

// offDuty reports whether a clause tells of the end of a day's work or of a thing put down, and
// of no post: "I left the ward only this morning", "I left it with the guard".
func (a *answer) offDuty(cl *clause) bool {
	for i := cl.from; i+2 < cl.to; i++ {
		if a.has(i, i+1, "left") && a.has(i+1, i+2, "it", "them", "my", "the") && a.has(i+2, min(i+5, cl.to), "with", "outside", "behind", "inside", "phone", "bag") {
			return true
		}
	}
	return a.has(cl.from, cl.to, "morning", "today", "yesterday", "tonight", "evening", "afternoon", "early", "o'clock", "midnight", "noon", "late", "hour", "hours", "minutes")
}

// leaving are what one does with a body that is over; dropping what a body does that
// plays its part no more.
var (
	leaving  = set("left leave leaving quit quitted resigned replaced stopped changed switched")
	dropping = set("dropped ended closed finished left pulled withdrew exited over gone bankrupt terminated cancelled")
)

// deniedAfter reports whether the next clause of the sentence says that the body
// just named is or was none of the applicant's: "I never joined them".
func (a *answer) deniedAfter(n *naming) bool {
	if n.to >= len(a.words) || n.cl.to >= len(a.words) {
		return false
	}
	next := a.clauseOf(n.cl.to)
	if next.sentence == n.cl.sentence && !next.other && !next.negated && a.has(next.from, next.to, "declined", "rejected", "refused", "withdrew") && a.is(next.from, next.to, mI) {
		return true
	}
	return next.negated && next.sentence == n.cl.sentence && !next.other && a.has(next.from, next.to, "them", "there", "it") && a.has(next.from, next.to, "joined", "join", "worked", "work", "belong", "with")
}

// wasOnly reports whether a clause tells of a time that is over and of nothing that
// goes on: "it used to be Marlow".
func (a *answer) wasOnly(n *naming) bool {
	if a.has(n.cl.from, n.cl.from+1, "it") && a.has(n.cl.from+1, n.cl.from+2, "was") && a.has(n.to, n.to+1, "who", "that") {
		return false // "it was Professor Marsh who invited me"
	}
	if n.cl.marks&mPast == 0 {
		return a.has(n.cl.from, n.from, "before", "earlier") && !a.has(n.cl.from, n.from, "never")
	}
	return !a.has(n.from, n.cl.to, "now", "still") && !(a.has(n.cl.from, n.from, "was", "were") && a.has(n.cl.from, n.from, "hired", "employed", "admitted", "accepted", "invited", "placed", "matched", "selected", "assigned"))
}
