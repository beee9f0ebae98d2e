package scoring

import (
	"slices"
	"strings"
)

// asksNear reports whether the line asks for the field by whom or what it names,
// although its words stand for another field.
func (r *labelReader) asksNear() bool {
	switch {
	case r.row.path == "finance.sponsors.occupation":
		return r.a.lineHas([]string{"business", "work", "job", "trade", "profession"}) && r.a.lineHas([]string{"his", "her"}) && r.a.seeksPart("finance.sponsors")
	case r.row.of != 0:
		return r.a.lineHas(workAsks) && r.lineTopic()&r.row.of != 0 && r.c.fact(whole(r.row.path)) != nil
	case r.row.path == "jp.statement_of_need.specialty":
		return r.a.asks("jp.specialty") && r.a.lineHas([]string{"ministry", "ministry's", "letter", "statement", "government"})
	}
	return false
}

// asksOfKin reports whether the line asks what somebody does, be it only by naming the
// relative: "And your mother?"
func (a *answer) asksOfKin() bool {
	return a.lineHas(workAsks) || len(a.ask) <= 2*shortLine && a.ownLine && slices.ContainsFunc(jobs.findBy(a.heardLine.words, a.heardLine.lexemes), func(h hit) bool { return h.way == byName }) || len(a.ask) <= 3 && slices.ContainsFunc(a.line, func(t term) bool { return t.party&pFamily != 0 }) && !a.lineHas(measureAsks) && !a.lineHas([]string{"where", "alive", "status", "citizen", "visa", "coming", "travelling", "here", "there"})
}

// tellsUnasked reports whether an answer may tell the field's label of itself: it is
// declared, and whose it is is spoken of.
func (r *labelReader) tellsUnasked() bool {
	switch {
	case ownWork(r.row.path) && r.a.asks("h1b.job_title", "h1b.duties", "employment.title") && r.lineAsks(), r.row.path == "h1b.job_title" && r.a.has(0, len(r.a.words), "i'm", "am"):
	case !r.row.told, r.row.of != 0 && !r.namesKin(), r.c.fact(whole(r.row.path)) == nil:
		return false
	}
	return r.c.fact(r.row.path) != nil
}

// asksTwin reports whether the line asks for the other of title and duties, and the
// profile does not declare that: what somebody does tells the title.
func (r *labelReader) asksTwin() bool {
	twin := ""
	switch r.row.path {
	case "h1b.job_title":
		twin = "h1b.duties"
	case "h1b.duties":
		twin = "h1b.job_title"
	}
	return twin != "" && r.a.asks(twin) && r.c.fact(twin) == nil
}

// ownWork reports whether a field is of the job petitioned for: what answers a question
// for one of them may agree with the other.
func ownWork(path string) bool { return path == "h1b.job_title" || path == "h1b.duties" }

// namesKin reports whether the answer names anybody of the family.
func (r *labelReader) namesKin() bool {
	if r.kin == 0 {
		r.kin = -1
		if slices.ContainsFunc(r.a.terms, func(t term) bool { return t.party&(pFamily|pPartner) != 0 }) {
			r.kin = 1
		}
	}
	return r.kin > 0
}

// lineAsks reports whether the officer's line wants the label itself, and not since
// when, how many or why.
func (r *labelReader) lineAsks() bool {
	a := r.a
	if r.row.of != 0 {
		return !a.lineHas(measureAsks)
	}
	if r.row.line == nil {
		return true
	}
	if r.row.of == 0 && r.row.family == &jobs && a.ownLine && a.pointsBefore() {
		return false // "Before that?"
	}
	if r.row.path == "f1.level" && r.namesLowerLevel() {
		return false // "Master's from here?" of a doctorate
	}
	if strings.HasPrefix(r.row.path, "employment.") && (a.lineHas(pastAsks) || a.ownLine && (a.lineHas(laterAsks) || a.opensWith("will") || a.opensWith("would"))) {
		return false
	}
	if r.row.family == &purposes && strings.Contains(strings.Join(a.ask, " "), "do you do") {
		return false // one's work, whatever "there" is
	}
	if r.row.path == "employment.title" && a.lineHas([]string{"visit", "trip", "meeting", "meetings", "event", "conference", "delegation"}) {
		return false // the part one has for a few days
	}
	if r.lineTopic()&pFamily != 0 && (r.row.family == &studies || r.row.family == &levels) {
		return false // "What are your children going to study?"
	}
	if r.row.family == &sciences && (a.opensWith("who") || a.opensWith("where") || a.opensWith("when")) {
		return false // "Who uses it?"
	}
	if r.row.path == "f1.major" && a.lineHas([]string{"with", "use", "useful", "help", "afterwards"}) && a.lineHas([]string{"degree"}) {
		return false // what it is for
	}
	if a.opensWith("why") && r.row.path != "trip.purpose" && r.row.path != "h1b.degree_held" || a.opensWith("how") && len(a.ask) > 1 && howOften[a.ask[1]] && !a.lineHas([]string{"programmes"}) {
		return false
	}
	return a.lineAsks(r.row.line, r.row.path)
}

// pointsBefore reports whether a line only asks what was before what was told.
func (a *answer) pointsBefore() bool {
	return a.lineHas([]string{"before", "earlier", "previously", "prior"}) && !slices.ContainsFunc(a.ask, func(w string) bool { return !beforeThat[w] })
}

// beforeThat are the words of such a line.
var beforeThat = set("and so what about before earlier previously prior to that this it then was where were you did do")

// namesLowerLevel reports whether the line names a level of study below the declared one, which
// is one the applicant has.
func (r *labelReader) namesLowerLevel() bool {
	f := r.c.fact(r.row.path)
	if f == nil || r.a.lineHas([]string{"you're", "are", "going", "for", "or", "another", "doing"}) {
		return false
	}
	return slices.ContainsFunc(levels.find(measureWords(r.a.turn.Officer)), func(h hit) bool {
		return levelRank[h.label] > 0 && levelRank[h.label] < levelRank[f.value().Text]
	})
}

// howOften are the words after "how" by which a line asks for a measure.
var howOften = set("long much many often old soon far did")

// pastAsks are words by which a line asks for what was.
var pastAsks = []string{"did", "was", "were", "last", "former", "previous", "previously", "earlier", "used"}

// laterAsks are words by which a line asks for what is to come when the trip is over.
var laterAsks = []string{"after", "afterwards", "afterward", "next", "future", "return", "returning", "someday"}

// measureAsks are words by which a line asks for a sum, a count or a time.
var measureAsks = []string{"much", "when", "old", "often", "year", "date", "income", "salary"}

// workAsks are words by which a line asks for somebody's work.
var workAsks = []string{"make", "makes", "earns", "do", "does", "work", "works", "job", "occupation", "profession", "working", "living", "employed", "business", "retired", "about", "doing", "occupied", "busy"}
