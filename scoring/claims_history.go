package scoring

import (
	"slices"
	"strings"

	"github.com/viceconsul/viceconsul/interview/transcript/measure"
)

// visit reads being in the United States, or never having been.
func (r *hearing) visit(cl *clause, i int) int {
	switch {
	case r.neverSeen(cl, i):
		return sign(cl.negated) - sign(!cl.negated)
	case r.asked && r.has(i+1, i+2, "here") && r.has(i+2, cl.to, "today", "morning", "early", "bus", "taxi", "traffic", "queue"):
		return 0 // on the way to the window
	case r.has(i-2, i, "for") && r.has(i+1, i+2, "one") && r.firstAt(cl, i):
		return 0 // "for the first one, the girl"
	case r.firstAt(cl, i):
		first := r.asked && !cl.negated && !r.excepts(cl) && !r.has(i, cl.to, "in", "when", "was") && cl.marks&mApplied == 0 && !slices.Contains(r.ask, "applying")
		return -sign(first)
	case r.traits[i]&hChance != 0:
		return sign(r.asked && cl.negated && cl.not < i && r.has(cl.from, i, "had", "have", "got") && !r.seen(cl.from, cl.to, hSchool))
	case r.asked && cl.negated && cl.not < i && r.has(i, i+1, "left", "outside", "abroad", "crossed", "flown") && r.absolute(cl) && !r.excepts(cl):
		return 1 // "I have never left my country"
	case r.asked && r.traits[i]&hClean != 0 && r.has(i, i+3, "passport") && !r.has(i, i+1, "good"):
		return -1
	case !r.journeys(cl, i), r.otherCountry(cl), cl.marks&mSoon != 0 && !cl.negated, r.seen(cl.from, cl.to, hArrest|hSchool&^hRefuse) && !r.near && !r.leadsToUS(i):
		return 0
	case cl.negated && r.excepts(cl) && len(r.yearsIn(cl.sentence)) == 0:
		return 0
	}
	us := r.is(cl.from, cl.to, mUS|mThere) || r.inUS(cl)
	if !us && r.has(i, i+1, "visit", "visited") && i+2 < cl.to && r.has(i+1, i+2, "a", "an", "any", "the", "my", "our", "that", "this") && !r.has(i+2, i+3, "country", "place", "states") {
		return 0 // "I did not visit a hospital"
	}
	if !us && r.has(i+1, i+2, "him", "her", "them", "it") && r.namedAbroad(cl) {
		return 0 // "my brother, in Hamburg. I visited him"
	}
	if !us && r.has(i+1, i+2, "to", "in") && r.has(i+2, i+3, "the", "a", "an", "my", "our", "hospital", "class", "school", "grade") {
		return 0 // "been to the airport"
	}
	if r.asked {
		return sign(us || !cl.negated || cl.to-i <= 3)
	}
	return sign(r.tellsFreely(cl, i, us))
}

// leadsToUS reports whether the word at i is followed at once by a place in the United States:
// "went to Atlanta for the course".
func (r *hearing) leadsToUS(i int) bool {
	return i+2 < len(r.terms) && r.has(i+1, i+2, "to", "in") && r.terms[i+2].place != nil && r.terms[i+2].place.us
}

// sign is 1 for yes and 0 for no.
func sign(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

// inUS reports whether a clause names a place in the United States.
func (r *hearing) inUS(cl *clause) bool {
	return slices.ContainsFunc(r.terms[cl.from:cl.to], func(t term) bool { return t.place != nil && t.place.us })
}

// journeys reports whether the word at i says that somebody went, or was, somewhere.
func (r *hearing) journeys(cl *clause, i int) bool {
	switch w := r.words[i].Text; {
	case w == "came" && r.lineHas([]string{"leave", "left", "here"}) && !r.is(cl.from, cl.to, mUS|mThere):
		return false // came home, where the interview is
	case goings.at(w) && r.has(i+1, i+2, "home", "back") && !r.has(i+2, min(i+4, cl.to), "to", "there"):
		return false // out of the country again
	case w == "been":
		return r.beenTo(cl, i)
	case w == "was", w == "were":
		return r.terms[i].is(mWent) || r.has(i+1, i+2, "there", "in") || r.has(i+1, i+2, "only", "once", "just", "also", "already") && r.has(i+2, i+3, "there", "in") || r.has(i+1, i+2, "as", "living", "staying", "studying", "visiting") || r.asked && cl.who&pSelf != 0 && !cl.inherits && r.inUS(cl) && i+1 < cl.to && !pastForm(r.words[i+1].Text) && !r.has(i+1, i+2, "born", "not", "never")
	case goings.at(w):
		return true
	case stays.at(w):
		return r.timed(cl) || r.is(cl.from, cl.to, mUS|mThere) || r.inUS(cl)
	case r.has(i-2, i, "used") && r.has(i, i+1, "live", "stay", "study", "go", "visit"):
		return true
	case comes.at(w):
		return cl.negated || r.has(i-2, i, "did") && !r.is(cl.from, i, mSoon)
	}
	return r.traits[i]&hGo != 0 && r.has(i, i+1, "set", "foot", "toured", "transited", "attended")
}

var (
	goings = newWordTable(set("went visited came travelled traveled gone entered flew stepped landed"))
	stays  = newWordTable(set("stayed lived spent studied remained passed reached toured returned"))
	comes  = newWordTable(set("visit travel go come enter fly step land set reach"))
)

// tellsFreely reports whether a clause nobody asked for owns a visit: the applicant
// was there, told as past, at a place in the United States or with somebody just
// named there.
func (r *hearing) tellsFreely(cl *clause, i int, us bool) bool {
	if r.has(cl.from, cl.to, "online", "remote", "remotely", "virtual", "zoom", "video") || cl.who&pSelf == 0 || cl.inherits && cl.other {
		return false
	}
	if cl.negated {
		return us && (r.near || r.is(cl.from, i+1, mAbsolute) || r.has(cl.from, i, "ever") || r.has(i, cl.to, "before", "until", "till", "yet", "far"))
	}
	if !r.gone(cl) && !r.has(i, i+1, "been") && !r.has(i-2, i, "used") || r.has(cl.from, cl.to, "website", "embassy", "consulate") {
		return false
	}
	if r.near {
		return us || r.timed(cl) && r.has(i, i+1, "went", "came", "travelled", "traveled", "visited")
	}
	if r.is(cl.from, cl.to, mUS) || r.inUS(cl) {
		reach := 7
		if stays.at(r.words[i].Text) {
			reach = 2 * reach // "passed the whole winter of 2021 with my cousin in Newark"
		}
		return r.has(i+1, min(i+reach, cl.to), "in", "to", "at", "into", "from") || r.has(i, i+1, "visited", "entered") || r.has(i+1, i+2, "there")
	}
	if r.has(i+1, i+2, "there") && r.lineHas([]string{"go", "visit", "travel", "trip", "america"}) && len(r.yearsOf(cl)) > 0 && !slices.ContainsFunc(r.terms, func(t term) bool { return t.place != nil && !t.place.us }) {
		return true
	}
	return r.has(i+1, cl.to, "there", "him", "her", "them", "his", "their") && r.has(i, i+1, "stayed", "lived", "visited", "spent", "passed") && r.usBefore(cl) && len(r.yearsIn(cl.sentence)) > 0
}

// usBefore reports whether the answer has named a place in the United States before
// a clause, and none abroad.
func (r *hearing) usBefore(cl *clause) bool {
	before := &clause{to: cl.from}
	return (r.inUS(before) || r.is(0, cl.from, mUS)) && !slices.ContainsFunc(r.terms[:cl.from], func(t term) bool { return t.place != nil && !t.place.us })
}

// namedAbroad reports whether what the answer named last before a clause is a place abroad,
// and no place in the United States.
func (r *hearing) namedAbroad(cl *clause) bool {
	return r.otherCountry(&clause{to: cl.from})
}

// petition reads an immigrant petition for the applicant: filed by whom it may be,
// for nobody else.
func (r *hearing) petition(cl *clause, i int) int {
	t, named := r.traits[i], r.terms[i].is(mPetition)
	if r.of == ofEmployerPetition && r.byFamily(cl) {
		return 0
	}
	if !r.asked && !(r.has(i, i+1, "140", "i140") && !cl.negated && r.gone(cl)) || cl.marks&mSoon != 0 || cl.quoted || r.petitionFor(cl) || r.goesOnAbout(cl) || r.holdsOne(cl) || r.otherPetition(cl) {
		return 0
	}
	if !r.onMe(cl.from, cl.to) && r.has(cl.from, cl.to, "it", "that", "this") && r.toldForOther(cl) {
		return 0 // "a file is there for my father, my uncle put it"
	}
	if cl.negated && r.has(cl.from, cl.not, "date", "dates", "queue", "category", "bulletin") {
		return 0 // "the priority date is not moving"
	}
	if r.has(cl.from, cl.to, "labour", "labor", "perm") && !r.has(cl.from, cl.to, "petition", "140") && r.of == ofPetition {
		return 0 // a labour certification is no petition yet
	}
	switch {
	case r.asked && r.has(i, i+1, "lawyer", "attorney", "uscis", "nvc") && r.has(i-3, i, "with", "at") && r.has(cl.from, cl.from+2, "they're", "it's", "they", "it", "papers", "petition") && !cl.negated:
		return 1 // "they're with the lawyer"
	case named || t&hPetition != 0 && (r.seen(cl.from, cl.to, hFile) || cl.negated):
		return 1
	case t&hFile != 0 && r.has(cl.from, cl.to, "something", "process"), r.asked && r.terms[i].is(mPending) && !cl.negated && !cl.other:
		return 1
	case t&hFile != 0 && (r.onMe(cl.from, cl.to) || cl.who&pHuman != 0 || cl.negated || r.has(cl.from, cl.to, "company", "hospital", "employer")):
		return sign(!r.has(cl.from, cl.to, "visitor", "tourist", "loan", "job", "school"))
	}
	return 0
}

// byFamily reports whether the sentence of a clause tells of a petition that somebody of the
// family filed, which is no employer's: "my brother did, F4, in 2020".
func (r *hearing) byFamily(cl *clause) bool {
	kin := false
	for i := range r.clauses {
		o := &r.clauses[i]
		if o.sentence != cl.sentence {
			continue
		}
		if r.has(o.from, o.to, "company", "employer", "140", "i140", "perm", "eb2", "eb3") {
			return false
		}
		kin = kin || o.other && !o.inherits && o.who&pFamily != 0 && o.who&^pFamily == 0 && !r.petitionFor(o) || r.has(o.from, o.to, "f1a", "f2a", "f2b", "f3", "f4", "130", "i130")
	}
	return kin
}

// goesOnAbout reports whether a clause only tells more of a petition that the clause
// before gives to somebody else: "one is there for my parents, my uncle put it".
func (r *hearing) goesOnAbout(cl *clause) bool {
	if cl.from == 0 || !r.has(cl.from, cl.to, "it", "that") || r.onMe(cl.from, cl.to) {
		return false
	}
	was := r.clauseOf(cl.from - 1)
	return was.sentence == cl.sentence && !was.negated && r.petitionFor(was)
}

// otherPetition reports whether a clause speaks of a petition for a visa for a time.
func (r *hearing) otherPetition(cl *clause) bool {
	for i := cl.from; i < cl.to; i++ {
		if r.classAt(i) != 0 {
			return !r.is(cl.from, cl.to, mPetition) || r.has(i+1, i+3, "petition")
		}
	}
	return false
}

// holdsOne reports whether a clause only says what somebody in the family holds: "my
// brother has a green card".
func (r *hearing) holdsOne(cl *clause) bool {
	if cl.inherits && !cl.negated && r.verbless(cl) && r.has(cl.from, cl.from+1, "on", "with") {
		return true // "he can't, on a green card"
	}
	return cl.who&pHuman != 0 && cl.who&pSelf == 0 && !cl.negated && cl.marks&mPetition != 0 && r.has(cl.from, cl.to, "has", "have", "holder", "got", "is") && !r.has(cl.from, cl.to, "me", "us", "filed", "my", "our", "put")
}

// beenTo reports whether the "been" at word at means a journey: "been to the US",
// not "been refused".
func (a *answer) beenTo(cl *clause, at int) bool {
	return at+1 == cl.to || a.has(at+1, at+2, "to", "in", "there", "back", "before", "abroad", "once", "twice", "over")
}

// otherCountry reports whether a clause names a place outside the United States
// and none inside.
func (a *answer) otherCountry(cl *clause) bool {
	other := false
	for i := cl.from; i < cl.to; i++ {
		if p := a.terms[i].place; p != nil {
			if p.us {
				return false
			}
			other = true
		}
	}
	return other && !a.is(cl.from, cl.to, mUS)
}

// excepts reports whether the sentence of a clause takes something out of what it
// says: "never again", "not since 2019", "except once".
func (a *answer) excepts(cl *clause) bool {
	for i := range a.clauses {
		if o := &a.clauses[i]; o.sentence == cl.sentence && (o.marks&mExcept != 0 || o != cl && o.from > cl.from && o.marks&(mBut|mOnly) != 0) {
			return true
		}
	}
	return false
}

// petitionOfOther notes a petition the answer tells of that is not for the
// applicant: "my aunt applied for my mother".
func (a *answer) petitionOfOther(out []Claim) []Claim {
	const path = "us_history.immigrant_petition"
	if !a.asks(path) || !a.lineHas([]string{"filed", "file", "files", "filing", "petition", "petitions", "immigrate"}) {
		return out
	}
	for i := range a.clauses {
		cl := &a.clauses[i]
		if cl.negated || cl.hypothetical || cl.marks&(mFiled|mPetition) == 0 && !a.has(cl.from, cl.to, "file", "case", "paper", "papers", "application", "process") || !a.petitionFor(cl) {
			continue
		}
		k := a.claim(kindStatus, path, cl, cl.from, cl.to)
		k.word, k.asked = "other", true
		return append(out, k)
	}
	return out
}

// petitionFor reports whether a clause says for whom in the family a petition is,
// and it is not the applicant.
func (a *answer) petitionFor(cl *clause) bool {
	for i := cl.from; i < cl.to; i++ {
		if a.words[i].Text != "for" {
			continue
		}
		for j := i + 1; j < min(i+4, cl.to); j++ {
			if a.terms[j].party&pFamily != 0 && !a.terms[j].is(mKin) {
				return true
			}
		}
	}
	return false
}

// toldForOther reports whether the answer has, before a clause, named something that is
// for somebody else in the family and nothing that is the applicant's.
func (a *answer) toldForOther(cl *clause) bool {
	for i := range a.clauses {
		if o := &a.clauses[i]; o.from < cl.from && o.sentence >= cl.sentence-1 && a.petitionFor(o) {
			return true
		}
	}
	return false
}

// yearsIn lists the years a sentence names.
func (a *answer) yearsIn(sentence int) []int {
	var out []int
	for i := range a.mentions {
		m := &a.mentions[i]
		if y := a.yearOf(m); y != 0 && a.clauseOf(m.From).sentence == sentence && !slices.Contains(out, y) {
			out = append(out, y)
		}
	}
	return out
}

// yearOf is the year a mention gives to what is told, also by its number alone ("yes,
// two thousand nine"); 0 for none, and for how long something holds.
func (a *answer) yearOf(m *measure.Mention) int {
	if a.has(m.From-1, m.From, "for", "until", "till") {
		return 0
	}
	if isYear(*m) && a.dangles(m) {
		return int(m.Low)
	}
	return m.Date.Year
}

// timesIn is how many times a sentence says something happened; 0 when it does not.
func (a *answer) timesIn(sentence int) float64 {
	for i, w := range a.words {
		if a.clauseOf(i).sentence != sentence {
			continue
		}
		switch w.Text {
		case "once":
			return 1
		case "twice":
			return 2
		case "thrice":
			return 3
		case "times", "time":
			for _, m := range a.mentions {
				if m.Kind == measure.Number && m.To == i && !m.Ordinal {
					return m.Low
				}
			}
		}
	}
	return 0
}

// visitDates takes dates and counts in an answer to "when were you there?" as
// visits, when no clause said so in words.
func (c *Case) visitDates(a *answer, out []Claim) []Claim {
	const path = "us_history.visits"
	asked := func(w string) bool {
		return slices.Contains([]string{"when", "trips", "trip", "been", "visited", "last", "times", "only", "other"}, w)
	}
	other := func(w string) bool { return w == "leave" || w == "here" || w == "see" || startings[w] }
	told := func(k Claim) bool {
		return k.Field == path && k.kind == kindStatus && (len(k.years) > 0 || k.Negative && k.Certain)
	}
	if !a.asks(path) || a.events != 0 && !a.events.has(ofVisit) || !slices.ContainsFunc(a.ask, asked) || slices.ContainsFunc(a.ask, other) || a.untilToday() || slices.ContainsFunc(out, told) {
		return out
	}
	if k, ok := c.oneMore(a); ok {
		return append(slices.DeleteFunc(out, func(o Claim) bool { return o.Field == path && o.kind == kindStatus }), k)
	}
	k, found := Claim{}, false
	for i := range a.clauses {
		cl := &a.clauses[i]
		years, times := a.yearsOf(cl), a.timesIn(cl.sentence)
		if len(years) == 0 && times == 0 || !a.tellsVisit(cl) || c.lateIn(a, cl) {
			continue
		}
		if !found {
			k, found = a.claim(kindStatus, path, cl, cl.from, cl.to), true
			k.asked = true
		}
		k.low = max(k.low, times)
		k.years = append(k.years, years...)
	}
	if !found {
		return out
	}
	out = slices.DeleteFunc(out, func(o Claim) bool { return o.Field == path && o.kind == kindStatus })
	return append(out, k)
}

// visitListed finds a place in the United States told in a row of journeys, with its time: "and
// Miami, one week in 2023".
func (c *Case) visitListed(a *answer, out []Claim) []Claim {
	const path = "us_history.visits"
	if c.fact(path) == nil || !a.asks("other_travel.countries_5y") || slices.ContainsFunc(out, func(k Claim) bool { return k.Field == path }) {
		return out
	}
	for i := range a.clauses {
		cl := &a.clauses[i]
		if !cl.plain() || cl.negated || cl.hedged || !a.verbless(cl) || cl.other && !cl.inherits || !a.inStates(cl) || a.otherCountry(cl) || cl.marks&mSoon != 0 {
			continue
		}
		timed := func(o *clause) bool {
			return o.sentence == cl.sentence && a.verbless(o) && (len(a.yearsOf(o)) > 0 || a.has(o.from, o.to, "last", "ago"))
		}
		if timed(cl) || i+1 < len(a.clauses) && timed(&a.clauses[i+1]) {
			k := a.claim(kindStatus, path, cl, cl.from, cl.to)
			k.asked, k.Certain, k.years = true, true, a.yearsIn(cl.sentence)
			return append(out, k)
		}
	}
	return out
}

// untilToday reports whether a line asks how long something has gone on, which is no visit:
// whoever stands at the window is not there.
func (a *answer) untilToday() bool {
	for i := range len(a.ask) - 1 {
		if a.ask[i] == "long" && (a.ask[i+1] == "have" || a.ask[i+1] == "you've" || a.ask[i+1] == "been") {
			return !a.lineHas([]string{"stay", "stayed"})
		}
	}
	return false
}

// oneMore finds that a visit is told of beside the declared ones, in answer to whether
// they were the only ones: "that, plus a long weekend in Chicago".
func (c *Case) oneMore(a *answer) (Claim, bool) {
	f := c.fact("us_history.visits")
	if f == nil || f.none || !a.lineHas([]string{"only", "other"}) || !a.lineHas([]string{"time", "visit", "trip", "stay", "journey"}) {
		return Claim{}, false
	}
	for i := range a.clauses {
		cl := &a.clauses[i]
		more := a.has(cl.from, cl.to, "plus", "also", "another", "besides", "again", "more", "second")
		if !more || cl.negated || !cl.plain() || cl.marks&mSoon != 0 || cl.other && !cl.inherits || !a.inStates(cl) && cl.marks&(mUS|mThere) == 0 && !a.goes(cl) {
			continue
		}
		k := a.claim(kindStatus, f.path, cl, cl.from, cl.to)
		k.asked, k.low, k.Negative = true, float64(len(f.items)+1), false
		return k, true
	}
	return Claim{}, false
}

// startings are words of a line about a post or studies begun, where "there" is the
// place of those.
var startings = set("start started starting join joined")

// lateIn reports whether a clause names a date that is still to come.
func (c *Case) lateIn(a *answer, cl *clause) bool {
	return slices.ContainsFunc(a.mentions, func(m measure.Mention) bool {
		return m.From >= cl.from && m.To <= cl.to && m.Kind == measure.Calendar && c.comes(m.Date)
	})
}

// tellsVisit reports whether a clause can tell of the applicant's own visit: it
// names only a time, or goes, stays or does there what visitors do.
func (a *answer) tellsVisit(cl *clause) bool {
	if !cl.plain() || cl.negated || cl.other && cl.who&pHuman != 0 && (!cl.inherits || cl.who&(pFamily|pFriend|pPartner) != 0 && !a.events.has(ofVisit)) || a.otherCountry(cl) || cl.marks&mSoon != 0 || a.has(cl.from, cl.to, "than") || a.has(cl.from, cl.to, "since") && a.ofPost(cl) {
		return false
	}
	for i := range a.clauses {
		if o := &a.clauses[i]; o.sentence == cl.sentence && o != cl && a.verbless(o) && a.otherCountry(o) {
			return false // "I had a visa, but for Canada", "just to Ghana, two times"
		}
	}
	return a.verbless(cl) || cl.marks&(mUS|mThere) != 0 || a.goes(cl) || purposes.named(a.words[cl.from:cl.to])
}

// goes reports whether a clause has a word of going there.
func (a *answer) goes(cl *clause) bool {
	for i := cl.from; i < cl.to; i++ {
		if a.terms[i].is(mWent) && (a.words[i].Text != "been" || a.beenTo(cl, i)) {
			return true
		}
	}
	return false
}

// yearsOf lists the years one clause names.
func (a *answer) yearsOf(cl *clause) []int {
	var out []int
	for i := range a.mentions {
		if m := &a.mentions[i]; m.From >= cl.from && m.To <= cl.to {
			if y := a.yearOf(m); y != 0 {
				out = append(out, y)
			}
		}
	}
	return out
}

// classAt is the letter of the visa class named at word i, 0 for none: "B" for
// visitors, "F" for students.
func (a *answer) classAt(i int) byte {
	w := a.words[i].Text
	if c, ok := visaClass[w]; ok {
		return c
	}
	next := ""
	if i+1 < len(a.words) {
		next = a.words[i+1].Text
	}
	switch {
	case len(w) == 1 && (i > 0 && a.has(i-1, i, "on", "an") || next == "petition" || next == "status" || next == "visa") && strings.Contains("bfhj", w):
		return w[0] &^ 0x20 // "I did it on H"
	case len(w) == 1 && visaClass[w+next] != 0:
		return visaClass[w+next]
	case next == "visa" || next == "one":
		return visaNoun[w]
	case i > 1 && a.has(i-1, i, "for") && a.has(max(i-3, 0), i-1, "one", "visa"):
		return visaNoun[w] // "the one for students"
	}
	return 0
}

var (
	visaClass = map[string]byte{
		"b1": 'B', "b2": 'B', "b1b2": 'B', "visitor": 'B', "tourist": 'B', "f1": 'F', "f2": 'F', "m1": 'M', "j1": 'J', "j2": 'J',
		"h1b": 'H', "h1": 'H', "h4": 'H', "l1": 'L', "l2": 'L', "o1": 'O', "c1": 'C', "k1": 'K',
	}
	visaNoun = map[string]byte{
		"student": 'F', "students": 'F', "study": 'F', "studies": 'F', "studying": 'F', "tourists": 'B', "visitors": 'B', "visits": 'B', "working": 'H', "business": 'B', "visit": 'B', "visiting": 'B', "exchange": 'J', "work": 'H', "transit": 'C', "tourism": 'B',
	}
)
