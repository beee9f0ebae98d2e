package scoring

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/viceconsul/viceconsul/interview/transcript"
	"github.com/viceconsul/viceconsul/interview/transcript/measure"
)

// countFields are the fields a bare number can answer, with the words of the
// officer's line that ask for it and the range a number must lie in to be one.
var countFields = []struct {
	path     string
	line     []string
	low, top float64
}{
	{"h1b.employer_size", []string{"many", "large", "big", "size", "whole", "entire", "total", "headcount", "employees", "staff"}, 1, 5_000_000},
	{"jw.hours_per_week", []string{"hours"}, 1, 100},
	{"jw.childcare_hours", []string{"hours", "experience"}, 50, 50_000},
	{"education.institutions", []string{"gpa", "grades", "result", "grade", "score", "marks", "percentage"}, 1, 100},
	{"education.tests", []string{"score", "scores", "ielts", "toefl", "gre", "gmat", "sat"}, 1, 1600},
	{"jp.pgy_level", []string{"year", "pgy", "first"}, 1, 8},
	{"jp.publications", []string{"publications", "papers", "many"}, 0, 500},
	{"h1b.wage_level", []string{"level"}, 1, 4},
	{"us_history.visits", nil, 1, 50},
	{"f1.schools_applied", []string{"many"}, 1, 50},
	{"employment.business.employees", nil, 0, 100_000},
	{"identity.dob", []string{"old", "age", "birth", "birthday", "born", "forty"}, 14, 100},
}

// countClaims finds the number the officer's line asks for.
func (c *Case) countClaims(a *answer, out []Claim) []Claim {
	for _, f := range countFields {
		if !a.seeks(f.path) && (f.line == nil || !c.topicAsks(a, f.path, f.line)) || slices.Contains(a.ask, "team") {
			continue
		}
		found := false
		for i := range a.mentions {
			said, half := a.spokenAt(i)
			m := &said
			cl := a.clauseOf(m.From)
			if half || !a.stated(cl, true) || staffFields[f.path] && a.ofThen(cl) || (f.path == "identity.dob" || f.path == "education.tests" && a.is(cl.from, m.From, mThey)) && cl.other && !cl.inherits || m.Kind == measure.Number && (m.Low < f.low || m.Low > f.top) || !a.counts(f.path, m) {
				continue
			}
			k := a.claim(kindCount, f.path, cl, m.From, m.To)
			k.low, k.high, k.about, k.bound, k.asked = m.Low, m.High, m.About, a.boundOf(m), true
			if m.Kind == measure.Duration {
				k.low, k.high = 24*m.Low, 24*m.High // hours
			}
			if f.path == "jw.hours_per_week" {
				k.low, k.high = a.weekly(i, k.low, k.high)
			}
			if m.From > cl.from {
				k.word = a.words[m.From-1].Text // "toefl 98"
			}
			whole := f.path == "education.tests" && a.has(cl.from, m.From, "overall", "total", "altogether", "final")
			if found && f.path == "jp.publications" && a.addsTo(&out[len(out)-1], m) {
				continue
			}
			if found && !whole && !a.fixedBetween(max(m.From-3, a.wordAt(out[len(out)-1].Span.End)), m.From) {
				break
			}
			if found {
				k.taken = a.takesBack(a.wordAt(out[len(out)-1].Span.End), m.From)
				out = out[:len(out)-1] // taken back
			}
			out, found = append(out, k), true
		}
	}
	out = c.weekendHours(a, c.onlySchool(a, out))
	if c.declares("jp.pgy_level") && !slices.ContainsFunc(out, func(k Claim) bool { return k.Field == "jp.pgy_level" }) {
		out = a.trainingYear(out)
	}
	return c.ageClaims(a, out)
}

// staffFields count those who work somewhere now.
var staffFields = set("h1b.employer_size employment.business.employees")

// ofThen reports whether a clause tells how things were at an earlier time: "when I joined,
// eighty", "we were thirty then".
func (a *answer) ofThen(cl *clause) bool {
	if a.has(cl.from, cl.to, "was", "were") {
		return true
	}
	n := int(a.within[cl.from])
	if n == 0 || !a.verbless(cl) {
		return false
	}
	was := &a.clauses[n-1]
	return was.sentence == cl.sentence && a.has(was.from, was.from+2, "when", "before", "until") && a.gone(was)
}

// onlySchool reads "just the one" in answer to how many schools were applied to.
func (c *Case) onlySchool(a *answer, out []Claim) []Claim {
	const path = "f1.schools_applied"
	if !c.topicAsks(a, path, []string{"many"}) || a.lineHas(decided) || slices.ContainsFunc(out, func(k Claim) bool { return k.Field == path && k.kind == kindCount }) {
		return out
	}
	for i := range a.clauses {
		if cl := &a.clauses[i]; cl.plain() && a.onlyCount(cl) && a.has(cl.from, cl.to, "one") {
			k := a.claim(kindCount, path, cl, cl.from, cl.to)
			k.low, k.high, k.asked = 1, 1, true
			return append(out, k)
		}
	}
	return out
}

// decided are words of a line that asks how many schools said yes or no.
var decided = []string{"admitted", "admit", "accepted", "accept", "refused", "rejected", "rejections", "admissions", "offers", "yes"}

// addsTo adds a number of a second kind to a count of the first, in one sentence: "two
// case reports and one review".
func (a *answer) addsTo(k *Claim, m *measure.Mention) bool {
	at := a.wordAt(k.Span.End)
	if a.clauseOf(at-1).sentence != a.clauseOf(m.From).sentence || m.From-at > 4 || m.From == at || !a.has(at, m.From, "and", "plus", "with") || a.takesBack(at, m.From) || m.To < len(a.words) && !a.words[m.To].Breaks && !writings[a.words[m.To].Text] {
		return false
	}
	k.low, k.high = k.low+m.Low, k.high+m.High
	k.Span = transcript.SpanOf(a.turn.Applicant, k.Span.Start, a.words[m.To-1].End)
	return true
}

// trainingYear reads the year of training where it is written as a level: "PGY-2",
// "first-year resident".
func (a *answer) trainingYear(out []Claim) []Claim {
	for i := range a.words {
		cl, from := a.clauseOf(i), i
		year, err := strconv.Atoi(a.words[min(i+1, len(a.words)-1)].Text)
		switch {
		case a.words[i].Text == "pgy" && err == nil:
		case i >= 2 && a.has(i, i+1, "resident", "residency", "fellow") && a.words[i-1].Text == "year" && ordinals[a.words[i-2].Text] > 0:
			year, from = ordinals[a.words[i-2].Text], i-2
		case a.has(i, i+1, "intern", "internship") && a.seeks("jp.pgy_level"):
			year = 1
		default:
			continue
		}
		if !cl.plain() || cl.who&^pSelf&pFamily != 0 || cl.negated && cl.not < from || a.gone(cl) {
			continue
		}
		k := a.claim(kindCount, "jp.pgy_level", cl, from, min(i+2, cl.to))
		k.low, k.high, k.asked = float64(year), float64(year), a.seeks("jp.pgy_level")
		return append(out, k)
	}
	return out
}

// ordinals number the years of training.
var ordinals = map[string]int{"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}

// weekly is how many hours a week so many are that the mention at i gives for a shift or a
// day: "ten in one day".
func (a *answer) weekly(i int, low, high float64) (few, most float64) {
	m := &a.mentions[i]
	if shifts := a.shiftsBefore(i); m.Kind == measure.Duration && shifts > 0 {
		return shifts * low, shifts * high
	}
	if m.Per == "day" || m.Kind == measure.Number && a.has(m.To, min(m.To+3, a.clauseOf(m.From).to), "day") {
		few, most = a.workingDays(i)
		return few * low, most * high
	}
	return low, high
}

// shiftsBefore is how many shifts or days of so many hours a week has, as the mention
// before says: "five shifts of seven hours", "six days, ten hours each". 0 for none.
func (a *answer) shiftsBefore(i int) float64 {
	if i == 0 {
		return 0
	}
	was, m := &a.mentions[i-1], &a.mentions[i]
	days := was.Kind == measure.Duration && was.Unit == "day" || was.Kind == measure.Number && a.has(was.To, was.To+1, "shift", "shifts", "turns", "nights")
	n := was.Low
	near := m.From-was.To <= 3 && (a.has(was.To, m.From, "of", "with", "times", "x", "by") || a.has(m.To, m.To+2, "each", "every", "daily") || m.Per == "day")
	if !days || !near || n < 1 || n > 7 {
		return 0
	}
	return n
}

// workingDays is how many days a week are worked, as the next mention says, else five
// to seven.
func (a *answer) workingDays(i int) (few, most float64) {
	if i+1 < len(a.mentions) {
		if next := a.mentions[i+1]; next.Kind == measure.Duration && next.Unit == "day" && next.High <= 7 {
			return next.Low, next.High
		}
	}
	return 5, 7
}

// ages are the fields that hold how old children are.
var ages = []string{"family.children.age", "jw.host_family.children"}

// ageClaims finds how old children are said to be. A number by itself may as well be
// how many they are.
func (c *Case) ageClaims(a *answer, out []Claim) []Claim {
	i := slices.IndexFunc(ages, func(path string) bool {
		return a.seeks(path) || slices.Contains(a.own, whole(path)) && c.declares(path)
	})
	if i < 0 || a.asksTheirChildren() {
		return out
	}
	n, told, fixed, sought := len(out), false, false, a.seeks(ages[i])
	for at := range a.mentions {
		m := &a.mentions[at]
		cl := a.clauseOf(m.From)
		years, ok := a.ageOf(m)
		if !ok || !cl.plain() || cl.negated || cl.who&pSelf != 0 || !sought && !a.has(m.From-1, m.From, "is", "are", "turned", "he's", "she's", "aged") && !a.has(m.To-1, m.To+2, "old") {
			continue
		}
		k := a.claim(kindCount, ages[i], cl, m.From, m.To)
		k.low, k.high, k.asked = years, years, true
		if cl.marks&mSoon != 0 && years > 1 || a.has(m.From-1, m.From, "turns", "turning", "completes", "completing") {
			k.low = years - 1 // "she'll be five in November"
		}
		told = told || m.To-m.From < cl.to-cl.from && (cl.who != 0 || m.Kind == measure.Duration || a.has(m.From-1, m.To, "is", "old", "turned"))
		fixed = fixed || len(out) > n && a.takesBack(a.wordAt(out[len(out)-1].Span.End), m.From)
		out = append(out, k)
	}
	children := max(len(c.fact(ages[i]).items), 1)
	if len(out)-n > 1 && out[n].low == float64(children) && !fixed && (len(out)-n > children || a.clauseOf(a.wordAt(out[n].Span.Start)).sentence != a.clauseOf(a.wordAt(out[n+1].Span.Start)).sentence) {
		out = slices.Delete(out, n, n+1) // "two: nine and four"
	}
	told = told || sought && a.lineHas([]string{"old", "age"}) && len(out) > n
	if !told && (fixed || len(out)-n != children || children == 1) {
		return out[:n]
	}
	return out
}

// ageOf is the years a mention gives as an age.
func (a *answer) ageOf(m *measure.Mention) (float64, bool) {
	switch {
	case a.has(m.From-1, m.From, "for", "since", "in", "over", "after", "before", "grade", "class", "form", "standard", "std", "primary", "basic", "jhs", "shs"):
		return 0, false // "grade two"
	case m.Kind == measure.Duration && m.Unit == "year":
		return m.Low / daysIn["year"], true
	case m.Kind == measure.Duration && (m.Unit == "month" || m.Unit == "week"):
		return math.Floor(m.Low / daysIn["year"]), a.has(m.To, m.To+1, "old") || m.Low >= daysIn["year"] || a.verbless(a.clauseOf(m.From))
	case m.Kind != measure.Number || m.Ordinal || m.Unit != "" || m.Per != "" || m.Low > 60 || a.writtenYear(m):
		return 0, false
	case a.has(m.To, m.To+1, "times", "time"):
		return 0, false
	case m.To == len(a.words), a.words[m.To].Breaks, a.terms[m.To].is(mSpeech | mFix):
		return m.Low, true
	}
	return m.Low, a.has(m.To, m.To+1, "and", "or", "years", "year", "yrs", "in", "this", "last", "now", "already", "next") || a.has(m.To-1, m.To, "old")
}

// required are words by which a score is one that somebody asks for.
var required = []string{"ask", "asks", "asking", "require", "requires", "required", "requirement", "minimum", "cutoff", "demand", "demands"}

// seeks reports whether the officer's line asks for a measured value by its words.
func (a *answer) seeks(path string) bool {
	return slices.ContainsFunc(a.sought, func(m *measured) bool { return m.path == path })
}

// otherSitting reports whether a clause goes on about an earlier sitting of a test: its
// sentence says so, or the line asks whether this one was the first.
func (a *answer) otherSitting(cl *clause) bool {
	if a.polarLine() && a.lineHas([]string{"first"}) && a.lineHas([]string{"go", "try", "time", "attempt", "sitting", "shot", "one"}) {
		return true
	}
	return slices.ContainsFunc(a.inSentence(cl.sentence), func(o clause) bool {
		return o.from < cl.from && a.gone(&o) && a.has(o.from, o.to, "before", "earlier", "previously", "already")
	})
}

// somebodysAge reports whether a bare number says how old somebody is: "she's eighty-one",
// "the big one is four".
func (a *answer) somebodysAge(m *measure.Mention) bool {
	if m.Kind != measure.Number || m.Low > 110 || m.Unit != "" || m.To < len(a.words) && !a.words[m.To].Breaks && !a.has(m.To, m.To+1, "and", "now", "already", "but") {
		return false
	}
	return a.has(m.From-1, m.From, "he's", "she's") || a.has(m.From-1, m.From, "is", "turned") && (a.has(m.From-2, m.From-1, "he", "she", "one") || m.From > 1 && a.terms[m.From-2].party&pFamily != 0)
}

// otherScore reports whether a number is no score of the test asked for: one of a part of it,
// of an earlier attempt, of the school's own scale, or what a school asks for.
func (a *answer) otherScore(m *measure.Mention) bool {
	cl := a.clauseOf(m.From)
	switch {
	case a.has(max(m.From-4, cl.from), m.From, "cgpa", "gpa", "percentage", "listening", "reading", "writing", "speaking", "verbal", "quant", "quants", "quantitative", "math", "section"),
		a.has(m.To, m.To+1, "is", "in", "for") && a.has(m.To, min(m.To+4, len(a.words)), "listening", "reading", "writing", "speaking", "verbal"),
		(a.has(cl.from, m.From, "first", "earlier", "previous", "previously", "before", "old") || a.has(m.To, cl.to, "first", "earlier", "previously", "before")) && !a.lineHas([]string{"first", "earlier", "previous"}),
		a.otherSitting(cl), a.lineHas(required) || a.has(cl.from, m.From, required...),
		a.has(m.To, m.To+1, "out") && a.has(m.To+2, m.To+3, "4", "4.0", "5", "10", "four", "five", "ten"):
		return true
	}
	return false
}

// counts reports whether a mention counts what a field holds.
func (a *answer) counts(path string, m *measure.Mention) bool {
	if path == "jw.hours_per_week" && !a.countsHours(m) {
		return false
	}
	if m.Kind == measure.Duration {
		return (path == "jw.hours_per_week" || path == "jw.childcare_hours") && m.Unit == "hour"
	}
	if m.Per == "hour" || path == "h1b.employer_size" && a.lineHas([]string{"family"}) {
		return false
	}
	if !a.bare(m) && path != "identity.dob" && path != "education.institutions" || path != "identity.dob" && a.somebodysAge(m) || !a.words[m.From].Breaks && a.has(m.From-1, m.From, "class", "grade", "form", "unit", "room") {
		return false
	}
	if m.Kind != measure.Number || a.writtenYear(m) || m.Ordinal != (path == "jp.pgy_level" && m.Ordinal) {
		return false
	}
	if path == "education.tests" && a.otherScore(m) {
		return false
	}
	if m.From > 0 && slices.Contains([]string{"step", "part", "top", "b", "h", "f", "j"}, a.words[m.From-1].Text) {
		return false
	}
	if path != "us_history.visits" && a.has(m.To, m.To+1, "times", "time") {
		return false
	}
	next := ""
	if m.To < len(a.words) && !a.words[m.To].Breaks {
		next = a.words[m.To].Text
	}
	switch path {
	case "h1b.employer_size":
		if cl := a.clauseOf(m.From); a.has(cl.from, cl.to, "floor", "team", "my", "department", "unit", "branch", "section") {
			return false
		}
		return !a.has(m.To, min(m.To+3, len(a.words)), "family") && !(a.clauseOf(m.From).who != 0 && m.From > 0 && a.has(m.From-1, m.From, "am", "is", "i'm")) && (next == "" || counted[next] || goesOnAfter[next])
	case "jw.hours_per_week":
		return next == "" || next == "hours" || next == "a" || next == "per" || next == "hour" || goesOnAfter[next]
	case "identity.dob":
		return !a.has(m.From-1, m.From, "for", "since") && (next == "" || slices.Contains([]string{"years", "in", "now", "this", "since", "from", "last", "next", "and", "already", "but", "going"}, next))
	case "us_history.visits":
		return !a.otherCountry(a.clauseOf(m.From)) && a.clauseOf(m.From).who&^pSelf == 0 && (next == "" || next == "times" || next == "time" || next == "visits" || next == "trips" || a.words[m.From].Text == "twice" || a.words[m.From].Text == "thrice")
	case "employment.business.employees":
		return next == "" || counted[next] || goesOnAfter[next]
	case "f1.schools_applied":
		return !a.lineHas(decided) && a.clauseOf(m.From).who&^pSelf == 0 && (next == "" || slices.Contains([]string{"schools", "universities", "colleges", "places", "applications", "only", "and", "in", "of", "total", "altogether"}, next))
	case "h1b.wage_level":
		return m.From > 0 && a.words[m.From-1].Text == "level" || next == ""
	case "jp.pgy_level":
		if a.has(a.clauseOf(m.From).from, m.From, "finish", "finished", "finishing", "complete", "completed", "completing", "done") {
			return false // "I finish second year and start PGY-3"
		}
		if m.Ordinal && a.has(m.To, a.clauseOf(m.From).to, "did", "done", "finished", "completed", "was", "had") {
			return false // "the first year I did at home"
		}
		return m.Ordinal && (next == "year" || next == "" || next == "of" && a.numbered(m.To+1)) || m.From > 0 && a.words[m.From-1].Text == "pgy"
	}
	return next == "" || !slices.Contains([]string{"years", "year", "months", "weeks", "schools", "times", "semesters", "courses", "subjects", "attempts", "attempt"}, next)
}

// numbered reports whether a number stands at word i: "third of five".
func (a *answer) numbered(i int) bool {
	return slices.ContainsFunc(a.mentions, func(m measure.Mention) bool { return m.From == i && m.Kind == measure.Number })
}

// writings are what counts as published, beside the papers themselves.
var writings = set("paper papers article articles review reviews report reports case letter letters chapter chapters abstract abstracts original editorial editorials publication publications more under in")

// counted are the words for people at work, goesOnAfter those that go on after a number
// which counts what was asked, and name nothing else that it could count.
var (
	counted     = set("people employees staff persons workers engineers members boys girls ladies apprentices men women helpers assistants hands guys folks souls heads")
	goesOnAfter = set("in of at on across over between with and or but so only now all total altogether overall max minimum as tops including counting worldwide globally nationwide here there something odd plus maximum sir madam because by for through already today currently permanent full-time")
)

// countsHours reports whether a number can be that of the hours of a week: no time of day, and
// in the tale of a day only what adds it up.
func (a *answer) countsHours(m *measure.Mention) bool {
	if m.Kind == measure.Number && a.has(m.From-1, m.From, "at", "from", "until", "till", "by", "before", "after", "around") {
		return false
	}
	if !a.lineHas([]string{"look", "looks"}) || !a.lineHas([]string{"day"}) {
		return true
	}
	cl := a.clauseOf(m.From)
	return m.Kind == measure.Duration && (m.Per != "" || a.has(cl.from, cl.to, "that's", "it's", "makes", "total", "altogether", "week", "weekly", "my"))
}

// weekendHours reads the hours of a week from the only days of it that are worked: "only the
// Saturday and the Sunday".
func (c *Case) weekendHours(a *answer, out []Claim) []Claim {
	const path, shortDay, longDay = "jw.hours_per_week", 6, 12
	if !a.seeks(path) || slices.ContainsFunc(out, func(k Claim) bool { return k.Field == path }) {
		return out
	}
	for i := range a.clauses {
		cl := &a.clauses[i]
		if !cl.plain() || cl.negated || cl.hedged || cl.marks&mOnly == 0 || a.has(cl.from, cl.to, "free", "off", "rest", "holiday", "closed", "except", "for") {
			continue
		}
		days := 0.0
		for _, w := range a.words[cl.from:cl.to] {
			days += float64(sign(weekdays[strings.TrimSuffix(w.Text, "s")])) + 2*float64(sign(w.Text == "weekend" || w.Text == "weekends"))
		}
		if days > 0 {
			k := a.claim(kindCount, path, cl, cl.from, cl.to)
			k.low, k.high, k.asked = shortDay*days, longDay*days, true
			return append(out, k)
		}
	}
	return out
}

// weekdays are the days of the week.
var weekdays = set("monday tuesday wednesday thursday friday saturday sunday")
