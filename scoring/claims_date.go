package scoring

import (
	"slices"
	"strings"

	"github.com/viceconsul/viceconsul/interview/transcript"
	"github.com/viceconsul/viceconsul/interview/transcript/measure"
)

// dateFields are the fields a calendar date is compared with, with words of the
// answer and of the line that point to each.
var dateFields = []struct {
	path string
	cues mark
	line []string
}{
	{"trip.arrival_date", mStart, nil},
	{"trip.departure_date", mEnd | mReturn, nil},
	{"f1.start_date", mStart, nil},
	{"f1.end_date", mEnd, nil},
	{"j1.start_date", mStart, nil},
	{"j1.end_date", mEnd, nil},
	{"h1b.valid_from", mStart, nil},
	{"h1b.valid_to", mEnd, nil},
	{"employment.start_date", mStart, []string{"long", "start", "when", "since"}},
	{"jw.home_university", mStart | mReturn, []string{"when", "term", "back", "start"}},
	{"jp.program_length_years", mEnd, []string{"long", "finish", "when"}},
	{"trip.length_of_stay", mEnd | mReturn, []string{"long"}},
	{"identity.dob", 0, []string{"birth", "birthday", "born", "old"}},
}

// dateClaims finds dates given for what the officer's line asks.
func (c *Case) dateClaims(a *answer, out []Claim) []Claim {
	paths := c.askedDates(a)
	if len(paths) == 0 || a.lineHas([]string{"ever"}) && a.lineHas([]string{"before"}) || a.confirmsYear() || a.ownLine && a.lineOfOthers() && !a.lineHas([]string{"you", "you'll", "you're"}) || slices.Contains(a.ask, "if") {
		return out
	}
	n := len(out)
	for i := range a.mentions {
		m := &a.mentions[i]
		cl := a.clauseOf(m.From)
		if len(out) > n && a.dayAfter(&out[len(out)-1], m) {
			continue
		}
		date, ok := a.dateOf(m, cl)
		if !ok || a.seasonOf(i) || !a.stated(cl, len(a.sought) > 0) || cl.negated || cl.other && !cl.quoted && !a.tookMe(cl, paths[0]) && !a.toldMe(cl, m.From, paths[0]) && (!a.about(cl) || a.has(cl.from, cl.to, "he", "she")) || a.ofOccasion(cl, m.From) || a.pastEvent(m, cl, paths[0]) {
			continue
		}
		path := a.dateField(m, cl, paths)
		if comingTrip[path] && a.lineOfOccasion() {
			continue // "When's the wedding?"
		}
		if path == "trip.arrival_date" && a.lineHas([]string{"until", "till"}) || path == "trip.departure_date" {
			path = c.endOfTrip()
		}
		if path == "trip.departure_date" && a.outbound(cl) {
			continue
		}
		if path == "employment.start_date" && c.fact(businessSince) != nil && a.anyWord(cl.from, cl.to, founding) {
			path = businessSince
		}
		if len(out) > n && (path == "" || a.takesBack(a.wordAt(out[len(out)-1].Span.End), m.From)) {
			path = out[len(out)-1].Field
		}
		if i > 0 && a.anniversary(&a.mentions[i-1], m) || begun(path) && c.comes(date) || path == "employment.start_date" && (a.anyWord(cl.from, cl.to, besidePost) || a.has(cl.from, cl.to, "contract") && a.otherJob(cl)) {
			continue
		}
		if path == "identity.dob" && c.today.Year != 0 && date.Year > c.today.Year-10 {
			continue // "fifty-two since last month"
		}
		if path == "" || c.overAlready(path, date) || !(a.onlyDate(m, cl) || a.tellsDate(cl, path) || a.toldMe(cl, m.From, path)) || endsLength[path] && !a.endsAt(m, cl) || comingTrip[path] && c.gone(date) || yetToCome[path] && c.bygone(a, m, cl) {
			continue
		}
		k := a.claim(kindDate, path, cl, m.From, m.To)
		k.date, k.about, k.asked = date, m.About, true
		if i > 0 && a.mentions[i-1].Kind == measure.Calendar && a.mentions[i-1].From >= cl.from && date.Day == 0 && a.has(m.From-1, m.From+1, "next") {
			k.date.Year = 0 // "from October to the next September": after that October
		}
		k.word = c.edge(a, m)
		out = append(out, k)
	}
	return c.dayTwice(a, out)
}

// businessSince is when the applicant's own business began, which founding is told of.
const businessSince = "employment.business.since"

var founding = set("opened founded established registered launched")

// seasonOf reports whether the i-th mention only names the season of the year that the next one
// counts back to: "since spring two years ago".
func (a *answer) seasonOf(i int) bool {
	m := &a.mentions[i]
	return m.Date.Part != "" && m.Date.Year == 0 && m.Date.Month == 0 && i+1 < len(a.mentions) && a.mentions[i+1].From == m.To && a.mentions[i+1].Date.Year != 0
}

// lineOfOccasion reports whether the officer's line asks when something is that has a day of
// its own, and not when the applicant goes.
func (a *answer) lineOfOccasion() bool {
	return a.ownLine && a.lineHas([]string{"when", "when's", "date", "day"}) && slices.ContainsFunc(a.ask, func(w string) bool { return occasions.at(w) }) && !a.lineHas([]string{"you", "you'll", "you're", "your", "after", "before"})
}

// endOfTrip is the field that says until when the journey lasts.
func (c *Case) endOfTrip() string {
	if c.fact("trip.departure_date") != nil {
		return "trip.departure_date"
	}
	return "trip.length_of_stay"
}

// bygone reports whether the words beside a month say that it is over: "2022, March", "in
// March, five years ago".
func (c *Case) bygone(a *answer, m *measure.Mention, cl *clause) bool {
	for i := range a.mentions {
		o := &a.mentions[i]
		near := a.clauseOf(o.From).sentence == cl.sentence && o.From <= m.To+1 && m.From <= o.To+1
		if o != m && near && (a.writtenYear(o) && c.today.Year != 0 && int(o.Low) < c.today.Year || a.has(o.To, o.To+1, "ago", "back")) {
			return true
		}
	}
	return a.has(m.To, min(m.To+3, len(a.words)), "ago")
}

// confirmsYear reports whether an answer says yes to a line that itself tells the year:
// the dates that follow are of something else.
func (a *answer) confirmsYear() bool {
	return a.clauses[0].marks&mYes != 0 && !a.clauses[0].negated && slices.ContainsFunc(a.ask, func(w string) bool {
		return len(w) == 4 && (strings.HasPrefix(w, "19") || strings.HasPrefix(w, "20"))
	})
}

// outbound reports whether a clause only tells of the way there.
func (a *answer) outbound(cl *clause) bool {
	if was := a.clauseOf(cl.from - 1); cl.from > 0 && was.sentence == cl.sentence && a.verbless(cl) {
		return a.outbound(was) // "I travel only once, on 7 June"
	}
	return a.has(cl.from, cl.to, "go", "going", "travel", "travelling", "traveling", "arrive", "arriving", "land") && cl.marks&(mEnd|mReturn) == 0 && !a.has(cl.from, cl.to, "back", "home", "until", "till", "to")
}

// tookMe reports whether a clause tells that others took the applicant on: "they hired
// me last year" is when the post began.
func (a *answer) tookMe(cl *clause, path string) bool {
	if path != "employment.start_date" {
		return false
	}
	for i := cl.from; i+1 < cl.to; i++ {
		if hiring[a.words[i].Text] && a.has(i+1, i+2, "me", "us") {
			return true
		}
	}
	return false
}

// toldMe reports whether a clause tells which day others have fixed for the applicant: "they
// have told me first of September".
func (a *answer) toldMe(cl *clause, to int, path string) bool {
	if !programDates[path] || cl.who&(pFamily|pFriend) != 0 {
		return false
	}
	for to > cl.from && leadsToDate[a.words[to-1].Text] {
		to--
	}
	return a.has(to-1, to, "me", "us") && a.has(max(to-2, cl.from), to-1, "told", "tell", "tells", "gave", "given", "want", "wants", "need", "needs", "expect", "expects")
}

// hiring are the verbs of giving somebody a post.
var hiring = set("hired took employed recruited appointed engaged absorbed posted")

// overAlready reports whether a date is gone by, for a field whose declared date is still
// to come: it is the date of something else.
func (c *Case) overAlready(path string, d measure.Date) bool {
	if !programDates[path] || !c.gone(d) {
		return false
	}
	f := c.fact(path)
	return f != nil && !c.gone(f.value().Date) && f.value().Date.Year != 0
}

// programDates are the dates of a program to come.
var programDates = set("j1.start_date j1.end_date f1.start_date f1.end_date")

// onlyDate reports whether a clause holds nothing but a date and what leads up to it:
// "in the last week of May".
func (a *answer) onlyDate(m *measure.Mention, cl *clause) bool {
	for i := cl.from; i < m.From; i++ {
		if !leadsToDate[a.words[i].Text] && !a.terms[i].is(mSpeech) {
			return false
		}
	}
	return m.To == cl.to
}

// leadsToDate are the words that may stand before a date in a clause of its own.
var leadsToDate = set("in on at by from around about the this next until till before after it's it is was only just since")

// begun reports whether a date can only lie in the past.
func begun(path string) bool { return happened[path] != nil && path != "h1b.valid_from" }

// comes reports whether a date with its year is still to come.
func (c *Case) comes(d measure.Date) bool {
	return c.today.Year != 0 && (d.Year > c.today.Year || d.Year == c.today.Year && d.Month > c.today.Month)
}

// tellsDate reports whether a clause can tell the date of a field: it only names a
// time, or speaks of beginning, ending or going.
func (a *answer) tellsDate(cl *clause, path string) bool {
	told, past := happened[path]
	switch {
	case a.otherCountry(cl) && path != "identity.residence_since" || a.gone(cl) && !past && !cl.quoted && !a.anyWord(cl.from, cl.to, resets) && !(endsOn(path) && a.isThrough(cl)), path == "employment.start_date" && a.has(cl.from, cl.to, "visa", "got", "b1", "b"):
		return false
	case path == visitArrival && cl.to-cl.from > 6:
		return a.anyWord(cl.from, cl.to, told)
	case a.verbless(cl) || cl.marks&mSoon != 0:
		return true
	case past:
		return a.anyWord(cl.from, cl.to, told)
	}
	for _, f := range dateFields {
		if f.path == path && cl.marks&f.cues&^mPast != 0 && !a.has(cl.from, cl.to, "got", "read", "met", "heard") {
			return true
		}
	}
	return slices.ContainsFunc(a.words[cl.from:cl.to], func(w measure.Word) bool { return dated[w.Text] })
}

// endsLength are lengths that a date can tell by their end.
var endsLength = set("trip.length_of_stay jp.program_length_years")

// endsAt reports whether a date is given as the end of a length: "until June", "I come
// back in June". Another date beside a length is of something else.
func (a *answer) endsAt(m *measure.Mention, cl *clause) bool {
	return a.has(m.From-2, m.From, "until", "till", "to", "by", "before", "through") || a.is(cl.from, m.From, mEnd|mReturn) && !cl.other || a.lineHas([]string{"when", "until", "till", "date"})
}

// comingTrip are the dates of the journey asked for.
var comingTrip = set("trip.arrival_date trip.departure_date trip.length_of_stay")

// gone reports whether a date is over on the day of the interview.
func (c *Case) gone(d measure.Date) bool {
	return c.today.Year != 0 && d.Year != 0 && (d.Year < c.today.Year || d.Year == c.today.Year && d.Month != 0 && d.Month < c.today.Month)
}

// dateOf is the date a mention gives; a year by itself is one.
func (a *answer) dateOf(m *measure.Mention, cl *clause) (measure.Date, bool) {
	if m.Kind == measure.Number && a.writtenYear(m) && (m.From == cl.from || m.To == cl.to) && a.dangles(m) {
		return measure.Date{Year: int(m.Low)}, true
	}
	if y := a.shortYear(m, cl); y != 0 {
		return measure.Date{Year: y}, true
	}
	return m.Date, m.Kind == measure.Calendar
}

// shortYear is the year of the last century that two digits give to a line that asks since
// when something has been so: "Ninety-six." 0 for none.
func (a *answer) shortYear(m *measure.Mention, cl *clause) int {
	const first, last = 50, 99 // nobody has been anywhere for so many years
	if m.Kind != measure.Number || m.Ordinal || m.Low < first || m.Low > last || m.Low != m.High || !a.lineHas([]string{"since", "when"}) || a.lineHas([]string{"long", "many", "years", "old", "age"}) {
		return 0
	}
	if !a.bare(m) || m.To != cl.to || m.From > cl.from && !a.has(m.From-1, m.From, "in", "since", "from", "of", "year") {
		return 0
	}
	return 1900 + int(m.Low)
}

// happened are the dates of what is over, with the words of a clause that tells of
// each.
var happened = map[string]map[string]bool{
	"employment.start_date":              set("there here joined started began start work working worked employed appointed hired took recruited engaged absorbed posted"),
	"identity.dob":                       set("born birthday turned turn"),
	"h1b.valid_from":                     set("approved valid starts started from"),
	"identity.residence_since":           set("came moved lived living live arrived settled shifted relocated residence here"),
	"employment.business.since":          set("opened started began founded registered launched running bought set"),
	visitArrival:                         set("went came visited visit there trip travelled traveled us usa america flew stayed"),
	"us_history.prior_visas.issued":      set("visa issued stamped stamping got received gave"),
	"jp.statement_of_need.issued":        set("issued released gave signed got received letter statement ministry sent"),
	"jp.medical_school.graduated":        set("graduated graduate finished completed qualified mbbs"),
	"h1b.degree_held.year":               set("graduated graduate finished completed degree masters master's bachelor's defended"),
	"jw.degree_and_experience.graduated": set("graduated graduate finished completed degree finish"),
	"jp.match_year":                      set("matched match"),
}

// resets are the verbs of who gives the applicant's program another date: they tell, in
// the past, of what is to come.
var resets = set("shifted postponed deferred moved pushed delayed rescheduled changed advanced fixed scheduled set confirmed booked")

// dated are words of things that have a date of their own.
var dated = set("go going travel travelling leave leaving ticket flight class classes orientation program programme semester term date valid approved birthday born turned turn resume report reporting join joining shifted postponed deferred moved intake")

// edge says whether a date is given as a limit: "before August", "by June".
func (c *Case) edge(a *answer, m *measure.Mention) string {
	if m.From > 0 {
		switch w := a.words[m.From-1].Text; w {
		case "before", "by", "after", "since", "until", "till", "end":
			return w
		}
	}
	return ""
}

// about reports whether a clause about somebody else may still be about the matter
// asked: "the university starts in August", "my classes begin".
func (a *answer) about(cl *clause) bool { return cl.who&pHuman&^pPerson == 0 }

// askedDates lists the date fields the officer's line asks for: the declared ones,
// or all when none is declared.
func (c *Case) askedDates(a *answer) []string {
	var declared, all []string
	for _, m := range a.sought {
		if m.dated() && !slices.Contains(declared, m.path) {
			declared = append(declared, m.path)
		}
	}
	if a.ownLine && len(declared) > 0 {
		return declared
	}
	for _, f := range dateFields {
		switch {
		case f.path == "identity.dob" && a.lineOfOthers(), !c.topicAsks(a, f.path, f.line), f.line != nil && a.ownLine && !dateType(f.path) && !a.lineHas(f.line):
		case c.fact(f.path) == nil:
			all = append(all, f.path)
		case !slices.Contains(declared, f.path):
			declared = append(declared, f.path)
		}
	}
	if len(declared) > 0 {
		return declared
	}
	return all
}

// dateType reports whether a field is itself a date, and not a length or a place at a
// school that only goes with one.
func dateType(path string) bool {
	f, ok := transcript.LookupField(path)
	return ok && f.Type == transcript.TypeDate
}

// dateField says which of the asked dates a date is: the only one, or the one the
// words before it point to.
func (a *answer) dateField(m *measure.Mention, cl *clause, paths []string) string {
	if len(paths) == 1 {
		if endsOn(paths[0]) && a.fromThen(m, cl) {
			return "" // it begins then
		}
		return paths[0]
	}
	for i := m.From - 1; i >= cl.from; i-- {
		for _, f := range dateFields {
			if slices.Contains(paths, f.path) && f.cues != 0 && a.terms[i].is(f.cues) {
				return f.path
			}
		}
	}
	if a.fromThen(m, cl) {
		return startAmong(paths) // "one year, from June"
	}
	if m.From == cl.from || a.mentions[0].From == m.From {
		return paths[0]
	}
	return ""
}

// fromThen reports whether a date only says from when: "from the first of June".
func (a *answer) fromThen(m *measure.Mention, cl *clause) bool {
	at := m.From - 1
	if at > cl.from && a.words[at].Text == "the" {
		at--
	}
	return at >= cl.from && a.words[at].Text == "from" && !a.has(m.To, min(m.To+1, cl.to), "to", "until", "till")
}

// endsOn reports whether a date is one that something ends on.
func endsOn(path string) bool {
	for _, f := range dateFields {
		if f.path == path {
			return f.cues&mEnd != 0
		}
	}
	return false
}

// startAmong is the first of some dates that something begins on, "" for none.
func startAmong(paths []string) string {
	for _, f := range dateFields {
		if f.cues&mStart != 0 && slices.Contains(paths, f.path) {
			return f.path
		}
	}
	return ""
}

// anniversary reports whether a date only says when a length of time just told will be
// full: "sixteen years this September".
func (a *answer) anniversary(was, m *measure.Mention) bool {
	return was.Kind == measure.Duration && (was.To == m.From || was.To+1 == m.From && a.has(was.To, m.From, "in", "this", "by", "next", "on", "coming") || was.To+2 == m.From && a.has(was.To, was.To+1, "this", "in") && a.has(was.To+1, m.From, "coming", "next", "this")) && !a.words[m.From].Breaks
}

// pastEvent reports whether a date tells of something gone by in answer to a line
// about something to come.
func (a *answer) pastEvent(m *measure.Mention, cl *clause, field string) bool {
	if happened[field] != nil {
		return false
	}
	return cl.marks&mPast != 0 && a.has(cl.from, m.From, "was", "were", "graduated", "finished", "applied", "refused", "born", "married", "did", "got", "visited", "went", "approved", "ago") || a.is(m.To, min(m.To+1, cl.to), mPast)
}

// sameJourney reports whether a clause goes on about the applicant's own journey: it
// names only a day, or a ticket, or what the applicant does.
func (a *answer) sameJourney(m *measure.Mention) bool {
	cl := a.clauseOf(m.From)
	return a.verbless(cl) && m.From-cl.from <= 2 || cl.who&pSelf != 0 && !cl.inherits || a.has(cl.from, cl.to, "ticket", "flight", "booking")
}

// dayAfter gives a month just told the day that follows it by itself: "in the end of May,
// the thirtieth".
func (a *answer) dayAfter(k *Claim, m *measure.Mention) bool {
	at := a.wordAt(k.Span.End)
	if !m.Ordinal || m.Low > 31 || k.date.Day != 0 || k.date.Month == 0 || m.From-at > 1 || m.From < at || m.From > at && !a.has(at, m.From, "the") || m.To < len(a.words) && !a.words[m.To].Breaks {
		return false
	}
	k.date.Day, k.date.Part, k.date.Span = int(m.Low), "", 0
	k.Span = transcript.SpanOf(a.turn.Applicant, k.Span.Start, a.words[m.To-1].End)
	return true
}

// again marks a second value of the same date.
const again = "again"

// dayTwice takes a bare day number after a day already given as a second value of
// the same date: "on the twenty-sixth, my ticket says twenty-seven".
func (c *Case) dayTwice(a *answer, out []Claim) []Claim {
	last := -1
	for i := range out {
		if out[i].kind == kindDate && out[i].date.Day != 0 {
			last = i
		}
	}
	if last < 0 {
		return out
	}
	for i := range a.mentions {
		m := &a.mentions[i]
		if m.Kind == measure.Number && m.Low >= 1 && m.Low <= 31 && m.Start > out[last].Span.End && m.Low != float64(out[last].date.Day) &&
			(m.To == len(a.words) || a.words[m.To].Breaks) && a.has(a.clauseOf(m.From).from, m.From, "ticket", "on", "the", "sorry", "no", "actually") && a.sameJourney(m) {
			k := out[last]
			k.date.Day, k.word = int(m.Low), again
			k.Span = a.span(m.From, m.To)
			return append(out, k)
		}
	}
	return out
}

// isThrough reports whether a clause tells when the applicant will be done, in the present:
// "by the summer I am finished".
func (a *answer) isThrough(cl *clause) bool {
	for i := cl.from + 1; i < cl.to; i++ {
		if a.has(i, i+1, "finished", "done", "through", "home", "graduated") && a.has(i-1, i, "am", "i'm", "be", "we're") {
			return cl.who&^pSelf&pHuman == 0
		}
	}
	return false
}
