package scoring

import (
	"slices"
	"strings"

	"github.com/viceconsul/viceconsul/interview/transcript"
	"github.com/viceconsul/viceconsul/interview/transcript/measure"
)

// A volunteered value is a length or a date an answer gives without being asked for
// it: "to be with my sister for three months". Its clause must say what it is of.
type volunteered struct {
	path string
	kind measure.Kind
	verb map[string]bool // one stands in the clause
	not  map[string]bool // none does
	with map[string]bool // one more stands before the value; nil for any
	past bool            // it tells of what is over, where the line asks for that
	line string          // the field, or the group of fields, the line must ask for; "" for any
}

// volunteers are the values that are recognised by the verb of their clause. Words
// that show another matter (work, study, somebody's contract) rule a row out.
var volunteers = []volunteered{
	{path: "trip.length_of_stay", kind: measure.Duration,
		verb: set("send sending sends away stay staying visit visiting spend spending be being go going travel travelling traveling trip there tour holiday vacation stays drive driving explore exploring roam roaming tour touring rest resting remain remaining remains"),
		not:  set("leave work working worked course study studying classes visa job contract married experience flight hours hour old walk from far every wait waiting bond lease salary pay rent open closed process processing rule told after later back studies treatment program programme school degree residency")},
	{path: "trip.departure_date", kind: measure.Calendar,
		verb: set("return returning back home"),
		not:  set("visa passport sister brother mother father husband wife son daughter job work classes school college")},
	{path: "trip.arrival_date", kind: measure.Calendar,
		verb: set("go going travel travelling traveling fly flying leave leaving arrive arriving land landing"),
		not:  set("back return returning home school sister brother mother father job work college university until till for from retire leave")},
	{path: "j1.start_date", kind: measure.Calendar, verb: set("start starts begin begins starting beginning report commence commences"),
		not: set("school college university year semester term classes studies study degree exams business job work salary application applying back return returning")},
	{path: "f1.start_date", kind: measure.Calendar, verb: set("start starts begin begins starting beginning report commence commences"),
		not: set("job work business salary application applying career internship")},
	{path: "jp.program_length_years", kind: measure.Duration, verb: set("residency fellowship program programme training"),
		not: set("rule home after experience completed finished did done ago stay two-year obligation")},
	{path: "j1.end_date", kind: measure.Duration, verb: set("invite invites invited invitation hosts hosting program programme training internship exchange placement"),
		not: set("rule home after experience completed finished did done ago stay obligation before degree school work worked visa leave")},
	{path: "j1.end_date", kind: measure.Calendar, verb: set("needs need wants want keeps keep contract"), with: set("until till"),
		not: set("school college university class classes professor visa leave apply application")},
	{path: "identity.residence_since", kind: measure.Calendar, line: "identity.residence_since", verb: set("live living lived residing reside resident moved came settled residence"),
		not: set("us usa america visa born company")},
	{path: "us_history.prior_visas.issued", kind: measure.Calendar, past: true, line: "us_history.prior_visas", verb: set("stamping stamped stamp issued visa"),
		not: set("refused denied applied student expired")},
	{path: "us_history.visits.length", kind: measure.Duration, past: true, line: "us_history.visits",
		verb: set("went visited visit was were stayed spent came trip there"),
		not:  set("ago old worked experience visa exam married waited flight")},
}

// wholeStay are the words of a clause that tells how long the whole journey is, and not a part.
var wholeStay = set("send sending sends away stay staying stays trip travel travelling traveling holiday vacation tour remain remaining remains return whole total altogether")

// volunteeredClaims finds lengths and dates nobody asked for, of fields that no claim
// is about yet.
func (c *Case) volunteeredClaims(a *answer, out []Claim) []Claim {
	if a.asksHowLongOther() {
		return out
	}
	who := len(a.ask) > 0 && whoOpens[a.ask[0]] && a.asks("us_history.visits") // "who'd you stay with?"
	for i := range a.mentions {
		m := &a.mentions[i]
		if who && m.Kind == measure.Duration {
			continue
		}
		if m.Kind != measure.Duration && m.Kind != measure.Calendar || m.Kind == measure.Duration && m.Unit == "hour" {
			continue
		}
		cl := a.clauseOf(m.From)
		if !cl.plain() || cl.negated && cl.not < m.From || cl.hedged || a.otherCountry(cl) || cl.other && !cl.inherits || a.ofOccasion(cl, m.From) || a.howOften(m) || a.ofMyLeave(m) || a.offset(m, cl) || a.toldThen(cl, m.From) && !a.asksAny("us_history.visits") {
			continue
		}
		for v := range volunteers {
			if k, ok := c.volunteeredBy(a, &volunteers[v], m, cl); ok && !claimed(out, k) {
				out = append(out, k)
				break
			}
		}
	}
	return out
}

// offset reports whether a length only says how far from another time something is:
// "I want to be there one week before". How long a stay before something is, its verb says.
func (a *answer) offset(m *measure.Mention, cl *clause) bool {
	switch {
	case m.Kind == measure.Duration && a.countsTo(m, cl):
		return true
	case m.Kind != measure.Duration || !a.has(m.To, m.To+1, "before", "after", "beforehand", "earlier", "ahead", "prior"):
		return false
	case m.To+1 == cl.to:
		return true
	}
	return !a.has(cl.from, m.From, "stay", "staying", "spend", "spending", "remain", "for")
}

// countsTo reports whether a length counts from what happened once to a day that comes:
// "it will be nine years in November".
func (a *answer) countsTo(m *measure.Mention, cl *clause) bool {
	if !a.has(cl.from, m.From, "be", "makes", "is", "it's", "it'll", "that's") || !a.has(cl.from, m.From, "it", "it's", "it'll", "that", "that's", "this") {
		return false
	}
	return a.has(m.To, m.To+1, "since") || slices.ContainsFunc(a.mentions, func(o measure.Mention) bool {
		return o.Kind == measure.Calendar && o.From >= m.To && a.anniversary(m, &o)
	})
}

// claimed reports whether a field, or the words of a claim, are claimed already.
func claimed(out []Claim, k Claim) bool {
	return slices.ContainsFunc(out, func(o Claim) bool {
		return o.Field == k.Field || o.Span.Start < k.Span.End && k.Span.Start < o.Span.End && (o.kind == kindDate || o.kind == kindDuration || o.kind == kindCount)
	})
}

// volunteeredBy is the claim a mention makes by a row, if it does.
func (c *Case) volunteeredBy(a *answer, v *volunteered, m *measure.Mention, cl *clause) (Claim, bool) {
	if m.Kind == measure.Calendar && v.kind != m.Kind && !a.has(m.From-2, m.From, "until", "till", "to", "by", "through", "before") {
		return Claim{}, false // a length is told by a date only where it ends
	}
	if v.with != nil && !a.anyWord(cl.from, m.From, v.with) {
		return Claim{}, false
	}
	if !a.ofTime(v, m, cl) || !c.declares(v.path) || c.partOfTrip(a, cl, v.path, m.High) || strings.HasPrefix(v.path, "trip.") && (!c.visitor() && v.path == "trip.length_of_stay" || a.meansAny("us_history") || a.meansAny("other_travel")) || v.path == "j1.end_date" && c.category == transcript.J1Physician || a.anyWord(a.pastThen(cl), a.tellsUntil(m, cl), v.not) {
		return Claim{}, false
	}
	if v.path == "trip.length_of_stay" && m.Kind == measure.Duration && !a.anyWord(cl.from, cl.to, wholeStay) && m.High < c.fact(v.path).value().Days.Low {
		return Claim{}, false // "to stand there one full day"
	}
	if v.path == "j1.end_date" && m.Kind == measure.Duration && m.High < 14 {
		return Claim{}, false // a training of some days within it
	}
	if comingTrip[v.path] && m.Kind == measure.Calendar && c.gone(m.Date) {
		return Claim{}, false // "two years back"
	}
	kind := kindDate
	if m.Kind == measure.Duration {
		if kind = kindDuration; a.has(m.To, m.To+1, "more", "longer", "extra") && !a.has(m.To+1, m.To+2, "than") {
			return Claim{}, false // "and stay two weeks more": what comes before it counts too
		}
	}
	k := a.claim(kind, v.path, cl, m.From, m.To)
	k.Negative = false
	k.partial = kind == kindDuration && a.has(cl.from, m.From, "can", "could", "may", "might")
	k.low, k.high, k.about, k.unit, k.date, k.asked = m.Low, m.High, m.About, m.Unit, m.Date, false
	if k.bound = a.boundOf(m); kind == kindDate {
		k.word = c.edge(a, m)
	}
	return k, true
}

// pastThen is the first word of a clause behind "after that", which only goes on.
func (a *answer) pastThen(cl *clause) int {
	if a.has(cl.from, cl.from+1, "after") && a.has(cl.from+1, cl.from+2, "that", "this") {
		return cl.from + 2
	}
	return cl.from
}

// ofTime reports whether a clause tells by its verb, and in the time of a row, what a
// mention is of. A clause without a verb goes on with its sentence: "my company is
// sending me, but for three weeks".
func (a *answer) ofTime(v *volunteered, m *measure.Mention, cl *clause) bool {
	if v.line != "" {
		if !a.asksAny(v.line) || v.past && a.ownLine && !slices.Contains(a.own, v.line) || m.Kind == measure.Duration && !v.past {
			return false
		}
		return a.verbless(cl) && v.past || a.anyWord(cl.from, cl.to, v.verb) && (v.past && a.gone(cl) || !v.past && !a.otherJob(cl))
	}
	if m.Kind == measure.Calendar && m.Date.Month == 0 || a.gone(cl) || slices.ContainsFunc(a.ask, func(w string) bool { return over[w] }) {
		return false
	}
	from := cl.from
	if a.verbless(cl) && (a.has(m.From-1, m.From, "for", "until", "till") || m.From == cl.from && m.To == cl.to) {
		for from > 0 && a.clauseOf(from-1).sentence == cl.sentence {
			from = a.clauseOf(from - 1).from
		}
		if a.anyWord(from, cl.from, v.not) {
			return false
		}
	}
	for i := from; i < cl.to; i++ {
		if v.verb[a.words[i].Text] && !a.has(i-1, i, "the") {
			return true // and not "home at the start of September"
		}
	}
	return false
}

// tellsUntil is where a clause stops telling of a mention in it and goes on to what
// comes then: "three weeks and come back before school opens".
func (a *answer) tellsUntil(m *measure.Mention, cl *clause) int {
	for i := m.To; i < cl.to; i++ {
		switch a.words[i].Text {
		case "and", "before", "then", "so", "because", "until", "till", "while":
			return i
		}
	}
	return cl.to
}

// asksAny reports whether the officer's line asks for a field, or for one of a group
// ("employment").
func (a *answer) asksAny(path string) bool {
	return slices.ContainsFunc(a.asked, func(p string) bool { return p == path || strings.HasPrefix(p, path+".") })
}

// meansAny is asksAny by the words of the officer's line alone, where those ask for something.
func (a *answer) meansAny(path string) bool {
	if !a.ownLine || len(a.own) == 0 {
		return a.asksAny(path)
	}
	return slices.ContainsFunc(a.own, func(p string) bool { return p == path || strings.HasPrefix(p, path+".") })
}

// otherJob reports whether a clause speaks of an earlier post.
func (a *answer) otherJob(cl *clause) bool {
	return a.has(cl.from, cl.to, "previous", "former", "before", "left", "until", "till", "was", "were")
}

// visitor reports whether an applicant comes for a stay and no program.
func (c *Case) visitor() bool {
	return c.category == transcript.B1 || c.category == transcript.B2 || c.category == transcript.B1B2
}

// anyOf reports whether one of the words from from to to is of a class.
func (a *answer) anyOf(from, to int, is wordClasses) bool {
	return slices.ContainsFunc(a.lexemes[from:to], func(l *lexeme) bool { return l.is&is != 0 })
}

// anyWord reports whether one of the words from from to to is in a set.
func (a *answer) anyWord(from, to int, words map[string]bool) bool {
	return slices.ContainsFunc(a.words[from:to], func(w measure.Word) bool { return words[w.Text] })
}
