package scoring

import (
	"slices"
	"strings"

	"github.com/viceconsul/viceconsul/interview/transcript/measure"
)

// An implied fact is one that cannot be so when what a clause tells is: who left college in
// the third semester holds no degree, and who trains in a preliminary place trains one year.
type implied struct {
	paths  []string
	chance bool                                   // what could have been tells it too
	said   map[string]bool                        // one of these stands in the answer
	is     wordClasses                            // the class of these
	tells  func(c *Case, a *answer, n int) string // the fields of which clause n denies what is declared, "" for none
}

// impliedFacts are the readings of clauses that state something outright.
var impliedFacts = []implied{
	{paths: schooled, said: set("finish finished complete completed graduate graduated left dropped quit abandoned discontinued stopped stop semester papers subjects arrears backlogs exams sat attended defend defending submit"), tells: (*Case).brokeOffStudies},
	{paths: []string{"jp.program_length_years"}, said: set("preliminary prelim transitional"), tells: (*Case).onlyFirstYear},
	{paths: []string{"education.institutions"}, said: set("phd ph.d doctorate bachelor bachelor's bachelors master's masters master diploma"), tells: (*Case).otherHighest},
	{paths: []string{"hp.licence.state"}, said: set("licence license"), tells: (*Case).licensedElsewhere},
	{paths: []string{"employment.leave.paid"}, said: set("leave"), tells: (*Case).otherwisePaid},
	{paths: []string{"jp.pgy_level"}, said: set("skip skipping skipped straight directly direct"), tells: (*Case).pastFirstYear},
	{paths: []string{"h1b.manager"}, said: set("above over"), tells: (*Case).nobodyAbove},
	{paths: []string{"jw.home_university"}, said: set("froze frozen freeze deferred suspended paused interrupted more left remaining go"), tells: (*Case).otherStudies},
	{paths: []string{"employment.title"}, said: set("patients pupils passengers tenants"), tells: (*Case).otherPeople},
	{paths: []string{"h1b.degree_held.school", "education.institutions"}, said: set("from at in"), tells: (*Case).degreeOfOtherSchool},
	{paths: []string{"education.tests"}, said: set("toefl ielts duolingo pte gre gmat sat"), tells: (*Case).testNeverTaken},
	{paths: []string{"employment.occupation"}, said: set("away gone back return"), tells: (*Case).standsInForIdle},
	{paths: movable, said: set("anymore more longer"), tells: (*Case).noMoreIn},
	{paths: schooled, said: set("none nowhere nobody"), tells: (*Case).noSchool},
	{paths: graduatedIn, said: ofStudies, tells: (*Case).degreeFrom},
	{paths: []string{"f1.schools_applied"}, chance: true, said: admissionWords, tells: (*Case).otherAdmission},
}

// schooled are the fields of studies that are declared as finished.
var schooled = []string{"h1b.degree_held", "jp.medical_school", "education.institutions"}

// impliedClaims finds what an answer tells that leaves no room for a declared fact, whatever
// the line asks.
func (c *Case) impliedClaims(a *answer, out []Claim) []Claim {
	var all wordClasses
	for _, l := range a.lexemes {
		all |= l.is
	}
	for i := range impliedFacts {
		r := &impliedFacts[i]
		if all&r.is == 0 || c.first(r.paths...) == nil {
			continue
		}
		for n := range a.clauses {
			cl := &a.clauses[n]
			if !a.settled(n) && !(r.chance && cl.plain()) || cl.who&^pSelf != 0 && cl.who&pHuman != 0 && !cl.inherits || a.narrates(cl) {
				continue
			}
			path := r.tells(c, a, n)
			if path == "" || slices.ContainsFunc(out, func(k Claim) bool { return k.Field == path && k.kind == kindStatus }) {
				continue
			}
			k := a.claim(kindStatus, path, cl, cl.from, cl.to)
			k.Negative, k.word, k.Certain = true, "left", true
			if c.fact(path).none {
				k.Negative, k.word = false, ""
			}
			out = append(out, k)
		}
	}
	return out
}

// brokeOffStudies reads that studies which are declared as finished were not: "I didn't
// finish the degree", "I left in the third semester", "I still have two papers to clear".
func (c *Case) brokeOffStudies(a *answer, n int) string {
	cl := &a.clauses[n]
	if a.has(cl.from, cl.to, "when", "while", "before", "until", "till", "then", "you", "they", "students", "nearly", "almost", "also", "wanted", "thought", "units") || !a.unfinishedIn(cl) || a.finishedElse(cl) {
		return ""
	}
	from := cl.from
	for from > 0 && a.clauseOf(from-1).sentence == cl.sentence {
		from = a.clauseOf(from - 1).from
	}
	said := levels.find(a.words[from:cl.to])
	for _, path := range schooled {
		f := c.fact(path)
		if f == nil || path == "education.institutions" && declaredDegree(c, f)&studying != 0 || path == "jp.medical_school" && declaredGraduation(c, f) == studying {
			continue
		}
		declared := declaredLabels(&levels, f)
		if len(said) == 0 || slices.Contains(declared, said[len(said)-1].label) || said[len(said)-1].label == "unfinished" {
			return path
		}
	}
	return ""
}

// finishedElse reports whether another clause says that studies were finished.
func (a *answer) finishedElse(cl *clause) bool {
	return slices.ContainsFunc(a.clauses, func(o clause) bool {
		return o.from != cl.from && !o.negated && !o.hypothetical && o.marks&mSoon == 0 && a.has(o.from, o.to, "finished", "completed", "graduated", "passed") && o.who&^pSelf == 0
	})
}

// unfinishedIn reports whether a clause says of studies that they have no end: denied, broken
// off in the middle, or with a part still to be passed.
func (a *answer) unfinishedIn(cl *clause) bool {
	of := a.anyWord(cl.from, cl.to, ofStudies)
	if cl.negated {
		end := a.has(cl.not, cl.to, "finish", "finished", "complete", "completed", "graduate", "graduated") && (of || a.asks(schooled...))
		never := a.absolute(cl) && a.has(cl.not, cl.to, "went", "gone", "go", "sat", "studied", "attended", "been", "entered") && a.has(cl.not, cl.to, "university", "college")
		return end && !a.has(cl.to-1, cl.to, "yet") && !a.has(cl.from, cl.to, "early", "late", "first", "last", "there") || never && !a.is(cl.from, cl.to, mUS)
	}
	for i := cl.from; i < cl.to; i++ {
		switch a.words[i].Text {
		case "left", "quit", "dropped", "abandoned", "discontinued", "stopped":
			middle := a.has(i+1, cl.to, "semester", "halfway", "middle") || a.has(i+1, cl.to, "year") && a.has(i+1, cl.to, "first", "second", "third", "fourth", "final", "last")
			if middle && !a.has(i+1, cl.to, "job", "work", "company", "after") {
				return true
			}
		case "defend", "defending", "submit":
			if a.is(cl.from, i, mI) && (a.has(i+1, cl.to, "in", "next", "this") || cl.marks&mSoon != 0) && len(levels.find(a.words[i:cl.to])) > 0 {
				return true
			}
		case "still":
			left := a.has(i+1, cl.to, "papers", "subjects", "arrears", "backlogs", "exams", "semesters", "semester", "paper", "subject") && a.has(i+1, cl.to, "clear", "pass", "write", "left", "pending", "remaining", "finish")
			if left && a.has(cl.from, cl.to, "have", "has") && a.asks(schooled...) {
				return true
			}
		}
	}
	return false
}

// ofStudies are the words of studies that end with a degree.
var ofStudies = set("degree college university studies bachelor's bachelors bachelor master's masters btech b.tech engineering mbbs diploma graduation polytechnic")

// onlyFirstYear reads that a place in training is for its first year alone, where more are
// declared: "mine is a preliminary".
func (c *Case) onlyFirstYear(a *answer, n int) string {
	cl := &a.clauses[n]
	f := c.fact("jp.program_length_years")
	if f == nil || f.value().Num < 2 || cl.negated || cl.marks&mPast != 0 || a.has(0, len(a.words), "categorical", "advanced", "included", "includes", "first", "then") {
		return ""
	}
	if !a.has(cl.from, cl.to, "mine", "it's", "it", "my", "i'm", "only", "just") && !a.verbless(cl) {
		return ""
	}
	if a.has(cl.from, cl.to, "preliminary", "prelim", "transitional") && !a.has(cl.from, cl.to, "exam", "interview", "offer", "letter") {
		return f.path
	}
	return ""
}

// otherHighest reads that the highest degree is another than the highest of those declared:
// "I stopped after the bachelor", "PhD" to a line that asks for the highest.
func (c *Case) otherHighest(a *answer, n int) string {
	cl := &a.clauses[n]
	f := c.fact("education.institutions")
	if f == nil || cl.negated || declaredDegree(c, f)&studying != 0 {
		return ""
	}
	declared, said := 0, 0
	for _, h := range levels.find(f.words) {
		declared = max(declared, levelRank[h.label])
	}
	for _, h := range levels.find(a.words[cl.from:cl.to]) {
		said = max(said, levelRank[h.label])
	}
	if declared == 0 || said == 0 || said == declared {
		return ""
	}
	ended := a.has(cl.from, cl.to, "stopped", "ended") && a.has(cl.from, cl.to, "after", "with", "at")
	asked := a.lineHas([]string{"highest", "qualification"}) && a.verbless(cl) && n == 0
	if said < declared && ended && cl.who&pSelf != 0 || said > declared && asked && !a.has(0, len(a.words), "will", "doing", "going", "now", "first") {
		return f.path
	}
	return ""
}

// licensedElsewhere reads that a licence is of another state than the declared one.
func (c *Case) licensedElsewhere(a *answer, n int) string {
	cl := &a.clauses[n]
	f := c.fact("hp.licence.state")
	if f == nil || cl.negated || a.gone(cl) || a.has(cl.from, cl.to, "also", "too", "another", "second", "old", "driving", "driver's", "training", "expired", "home", "had", "was", "later") {
		return ""
	}
	if slices.ContainsFunc(a.terms, func(t term) bool {
		return t.place != nil && slices.ContainsFunc(f.terms, func(o term) bool { return o.place == t.place })
	}) {
		return "" // one of several
	}
	for i := cl.from; i < cl.to; i++ {
		at := a.terms[i].place
		if at != nil && at.us && at.whole && a.has(i+1, min(i+3, cl.to), "licence", "license") && slices.ContainsFunc(f.terms, func(t term) bool { return t.place != nil && t.place.us && t.place.where != at.where }) {
			return f.path
		}
	}
	return ""
}

// otherwisePaid reads that a leave is without pay where it is declared as paid, or with it.
func (c *Case) otherwisePaid(a *answer, n int) string {
	cl := &a.clauses[n]
	f := c.fact("employment.leave.paid")
	if f == nil || cl.negated && !a.has(cl.from, cl.to, "without", "no") || cl.marks&mPast != 0 && a.has(cl.from, cl.to, "last") {
		return ""
	}
	unpaid := a.has(cl.from, cl.to, "unpaid")
	for i := cl.from; i+1 < cl.to; i++ {
		unpaid = unpaid || a.has(i, i+1, "without", "no") && a.has(i+1, i+2, "pay", "salary", "wages")
	}
	switch {
	case !a.has(cl.from, cl.to, "leave") || a.has(cl.from, cl.to, "maternity", "sick", "if"):
		return ""
	case unpaid && f.value().Bool, !unpaid && !cl.negated && !f.value().Bool && a.has(cl.from, cl.to, "paid", "full") && a.has(cl.from, cl.to, "leave", "pay", "salary") && !a.has(cl.from, cl.to, "partly", "half"):
		return f.path
	}
	return ""
}

// pastFirstYear reads that the first year of a training is left out where it is declared as
// the one entered: "I'm skipping the intern year".
func (c *Case) pastFirstYear(a *answer, n int) string {
	cl := &a.clauses[n]
	f := c.fact("jp.pgy_level")
	if f == nil || f.value().Num != 1 || cl.negated || a.has(cl.from, cl.to, "school", "college", "university") {
		return ""
	}
	skips := a.has(cl.from, cl.to, "skip", "skipping", "skipped") && a.has(cl.from, cl.to, "intern", "internship", "pgy", "first")
	straight := a.has(cl.from, cl.to, "straight", "directly", "direct") && a.has(cl.from, cl.to, "second", "third") && a.has(cl.from, cl.to, "me", "i", "i'm", "i'll")
	if skips || straight {
		return f.path
	}
	return ""
}

// nobodyAbove reads that the applicant will have no manager: "there's nobody above me".
func (c *Case) nobodyAbove(a *answer, n int) string {
	cl := &a.clauses[n]
	f := c.fact("h1b.manager")
	if f == nil || f.none || !cl.negated || !a.absolute(cl) || cl.marks&mPast != 0 {
		return ""
	}
	for i := cl.not + 1; i+1 < cl.to; i++ {
		if a.has(i, i+1, "above", "over") && a.has(i+1, i+2, "me") {
			return f.path
		}
	}
	return ""
}

// otherStudies reads that the studies at home rest, or have more years to go than the declared
// year leaves: "two more after this" of the second of three.
func (c *Case) otherStudies(a *answer, n int) string {
	cl := &a.clauses[n]
	f := c.fact("jw.home_university")
	if f == nil || cl.marks&mPast != 0 && !a.has(cl.from, cl.to, "froze", "deferred", "suspended", "paused", "interrupted") {
		return ""
	}
	if !cl.negated && a.has(cl.from, cl.to, "froze", "frozen", "freeze", "deferred", "suspended", "paused", "interrupted") {
		if a.has(cl.from, cl.to, "studies", "university", "year", "semester", "college", "degree") && a.is(cl.from, cl.to, mI|mMine) {
			return f.path
		}
		return ""
	}
	year, of := studyYear(f)
	if year == 0 || of == 0 || cl.negated || !a.asks(f.path) && !a.anyWord(cl.from, cl.to, ofStudies) {
		return ""
	}
	for i := range a.mentions {
		m := &a.mentions[i]
		if m.From < cl.from || m.To > cl.to || m.Ordinal || m.Kind != measure.Number && (m.Kind != measure.Duration || m.Unit != "year") || !a.has(m.To, min(m.To+3, cl.to), "more", "left", "remaining", "go") {
			continue
		}
		left := m.Low
		if m.Kind == measure.Duration {
			left /= daysIn["year"]
		}
		if left < 8 && (left > float64(of-year)+1.2 || left < float64(of-year)-0.8 || left > float64(of-year)+0.2 && a.has(m.To, cl.to, "after")) {
			return f.path
		}
	}
	return ""
}

// workedWith are people one has to do with in some work only, with the kinds of work.
var workedWith = map[string][]string{
	"patients":   {"medicine", "nursing", "health", "social work", "childcare", "counselor", "religion", "trainee", "student", "driving", "administration", "management", "research"},
	"pupils":     {"teaching", "childcare", "counselor", "arts", "sport", "religion", "student", "trainee", "driving", "librarian"},
	"passengers": {"driving", "transport", "maritime", "aviation", "travel", "tourism", "hotel", "ride operator", "customer service", "security", "lifeguard"},
	"tenants":    {"real estate", "trading", "management", "administration", "construction", "retired"},
}

// otherPeople reads that the people called one's own belong to other work than the declared:
// "my patients" of a teller.
func (c *Case) otherPeople(a *answer, n int) string {
	cl := &a.clauses[n]
	f := c.fact("employment.title")
	if f == nil || cl.negated || a.gone(cl) || cl.marks&(mSoon|mPast) != 0 || !a.asksOfWork() {
		return ""
	}
	for i := cl.from + 1; i < cl.to; i++ {
		kinds := workedWith[a.words[i].Text]
		if kinds == nil || !a.terms[i-1].is(mMine) {
			continue
		}
		declared := declaredLabels(&jobs, f)
		fits := func(d string) bool {
			return jobs.vague[d] || slices.ContainsFunc(kinds, func(k string) bool { return under(d)(k) || under(k)(d) })
		}
		if len(declared) > 0 && !slices.ContainsFunc(declared, fits) {
			return f.path
		}
	}
	return ""
}

// movable are the fields of a place where the applicant is to be, which another one may take
// the place of.
var movable = []string{"h1b.worksites", "j1.host_city", "f1.campus", "us_contact.city_state"}

// noMoreIn reads that a declared place is the place no longer: "not Plano any more".
func (c *Case) noMoreIn(a *answer, n int) string {
	cl := &a.clauses[n]
	if !cl.negated || !a.has(cl.not, cl.to, "anymore", "longer") && !(a.has(cl.not, cl.to, "any") && a.has(cl.not, cl.to, "more")) || cl.marks&mPast != 0 {
		return ""
	}
	for i := cl.from; i < cl.to; i++ {
		at := a.terms[i].place
		if at == nil {
			continue
		}
		for _, path := range movable {
			if f := c.fact(path); f != nil && slices.ContainsFunc(f.terms, func(t term) bool { return t.place == at }) {
				return path
			}
		}
	}
	return ""
}

// graduatedIn are the parts of declared studies that tell the country.
var graduatedIn = []string{"jp.medical_school.country", "h1b.degree_held.country"}

// noSchool reads that there is no degree where the line asks where it is from: "from none".
func (c *Case) noSchool(a *answer, n int) string {
	cl := &a.clauses[n]
	if n > 0 || !a.ownLine || cl.to-cl.from > 3 || !a.has(cl.from, cl.to, "none", "nowhere", "nobody") || a.polarLine() && !a.lineHas([]string{"from"}) || a.lineHas([]string{"other", "else", "another", "gap", "gaps"}) || !a.lineHas([]string{"degree", "diploma", "study", "studied", "graduate", "graduated", "school", "university", "college"}) {
		return ""
	}
	for _, path := range schooled {
		if a.asks(path) && c.fact(path) != nil && path != "education.institutions" {
			return path
		}
	}
	return ""
}

// degreeFrom reads that a degree is from another country than the declared one: "my degree is
// from China".
func (c *Case) degreeFrom(a *answer, n int) string {
	cl := &a.clauses[n]
	if cl.negated || !a.is(cl.from, cl.to, mMine|mI) || !a.anyWord(cl.from, cl.to, ofStudies) || a.has(cl.from, cl.to, "second", "also", "too", "another", "online", "master's", "masters", "master", "other", "equivalence", "exam", "want", "will") {
		return ""
	}
	for i := cl.from + 1; i < cl.to; i++ {
		at := a.terms[i].place
		if at == nil || !at.whole || !a.has(i-1, i, "from", "in") {
			continue
		}
		for _, path := range graduatedIn {
			if f := c.fact(path); f != nil && slices.ContainsFunc(f.terms, func(t term) bool { return t.place != nil && t.place.where != at.where }) {
				return path
			}
		}
	}
	return ""
}

// degreeOfOtherSchool reads that the declared degree is told to be of another school: "master
// from Tsinghua". What may be an abbreviation, a place or another degree tells nothing.
func (c *Case) degreeOfOtherSchool(a *answer, n int) string {
	cl := &a.clauses[n]
	if cl.negated || cl.marks&mSoon != 0 {
		return ""
	}
	said := levels.find(a.words[cl.from:cl.to])
	if len(said) != 1 {
		return ""
	}
	f := c.degreeDeclared(a, cl, said[0].label)
	if f == nil || slices.ContainsFunc(a.words, func(w measure.Word) bool {
		return len(w.Text) > 3 && !generic[w.Text] && !heads[w.Text] && f.has(w.Text)
	}) {
		return ""
	}
	level := cl.from + said[0].from
	names := slices.DeleteFunc(c.namings(a), func(o naming) bool { return o.alone && o.from <= level && level < o.to })
	if len(names) != 1 || len(names[0].declared) > 0 || names[0].person || names[0].cl != cl || !a.has(names[0].from-1, names[0].from, "from", "at", "in") {
		return ""
	}
	long := false
	for i := names[0].from; i < names[0].to; i++ {
		w := a.words[i]
		if a.terms[i].place != nil || upper(a.turn.Applicant[w.Start:w.End]) || a.is(i, i+1, mUS) {
			return ""
		}
		long = long || len(w.Text) > 4
	}
	if !long {
		return ""
	}
	return f.path
}

// degreeDeclared is the declared school of a level of study: of the one degree a petition names,
// or of the only institution of that level, where a clause cannot be about the studies to come.
func (c *Case) degreeDeclared(a *answer, cl *clause, level string) *fact {
	if f := c.fact("h1b.degree_held.school"); f != nil && slices.Contains(declaredLabels(&levels, c.fact("h1b.degree_held")), level) {
		return f
	}
	f := c.fact("education.institutions")
	if f == nil || !a.gone(cl) && slices.ContainsFunc(c.levelsAhead(), func(l string) bool { return l == level }) {
		return nil
	}
	of := 0
	for i := range f.items {
		if l, ok := f.items[i].part("level"); ok && l.Text == level {
			of++
		}
	}
	if of != 1 {
		return nil
	}
	return f
}

// levelsAhead are the levels of the studies to come.
func (c *Case) levelsAhead() []string {
	if f := c.fact("f1.level"); f != nil {
		return []string{f.value().Text}
	}
	return nil
}

// testNeverTaken reads that a declared test was never taken: "the TOEFL I never sat for it".
func (c *Case) testNeverTaken(a *answer, n int) string {
	cl := &a.clauses[n]
	f := c.fact("education.tests")
	if f == nil || !cl.negated || cl.who&^pSelf&pHuman != 0 || a.has(cl.from, cl.to, "again", "twice", "second", "retake", "more", "yet", "only", "coaching", "classes", "course", "well") {
		return ""
	}
	named := slices.ContainsFunc(a.words[cl.from:cl.to], func(w measure.Word) bool {
		return slices.ContainsFunc(f.items, func(item fact) bool { v, ok := item.part("name"); return ok && strings.EqualFold(v.Text, w.Text) })
	})
	if named && a.has(cl.not, cl.to, "sat", "sit", "take", "took", "taken", "give", "gave", "given", "write", "wrote", "written") {
		return f.path
	}
	return ""
}

// standsInForIdle reads that somebody does the applicant's work during the journey, where none
// is declared: "they found somebody to take my classes while I am away".
func (c *Case) standsInForIdle(a *answer, n int) string {
	cl := &a.clauses[n]
	f := c.fact("employment.occupation")
	if f == nil || cl.negated || a.gone(cl) && !a.has(cl.from, cl.to, "has", "have") || !slices.ContainsFunc(occupationJobs[f.value().Text], func(l string) bool { return l == "retired" || l == "homemaker" || l == "unemployed" }) {
		return ""
	}
	away := slices.ContainsFunc(a.inSentence(cl.sentence), func(o clause) bool {
		return a.has(o.from, o.to, "while", "until", "till", "when") && a.has(o.from, o.to, "i", "i'm") && a.has(o.from, o.to, "away", "gone", "back", "return")
	})
	for i := cl.from; away && i+1 < cl.to; i++ {
		if a.has(i, i+1, "take", "takes", "cover", "covers", "covering", "handle", "handles", "do", "does", "teach", "teaches", "taking") && a.has(i+1, i+2, "my", "over") && a.has(i+2, min(i+6, cl.to), "classes", "class", "shift", "shifts", "duties", "desk", "patients", "post") {
			return f.path
		}
	}
	return ""
}

// admissionWords are what a school does with an application, and how one speaks of it.
var admissionWords = set("rejected refused denied declined no yes gave took accepted admitted offered taken")

// otherAdmission reads that a school did otherwise than declared: "Wayne rejected me" of one
// that is declared as admitting.
func (c *Case) otherAdmission(a *answer, n int) string {
	cl := &a.clauses[n]
	f := c.fact("f1.schools_applied")
	if denies := cl.negated && !(cl.not == cl.from && a.has(cl.from, cl.from+1, "no")); f == nil || denies && !a.has(cl.from, cl.to, "said") || cl.hypothetical {
		return ""
	}
	refused := a.has(cl.from, cl.to, "rejected", "refused", "denied") && (a.has(cl.from, cl.to, "me") || a.has(cl.to-1, cl.to, "rejected", "refused")) || a.has(cl.from, cl.to, "said") && a.has(cl.from, cl.to, "no")
	took := a.has(cl.from, cl.to, "gave") && a.has(cl.from, cl.to, "me") && a.has(cl.from, cl.to, "place", "admission", "seat", "offer") || a.has(cl.from, cl.to, "accepted", "admitted", "took", "offered") && a.has(cl.from, cl.to, "me") || a.has(cl.from, cl.to, "could") && a.has(cl.from, cl.to, "have") && a.has(cl.from, cl.to, "taken", "joined", "gone")
	if refused == took {
		return ""
	}
	for i := range c.names {
		d := &c.names[i]
		if d.path != f.path || d.item >= len(f.items) {
			continue
		}
		result, ok := f.items[d.item].part("result")
		if !ok || refused != (result.Text == "admitted") || took != (result.Text == "refused") {
			continue
		}
		if slices.ContainsFunc(a.words[cl.from:cl.to], func(w measure.Word) bool {
			return len(w.Text) > 3 && !heads[w.Text] && !generic[w.Text] && d.name.matches(w.Text)
		}) {
			return f.path
		}
	}
	return ""
}
