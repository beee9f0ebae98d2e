package scoring

import (
	"slices"

	"github.com/viceconsul/viceconsul/interview/transcript/measure"
)

// An implied fact is one that cannot be so when what a clause tells is: who left college in
// the third semester holds no degree, and who trains in a preliminary place trains one year.
type implied struct {
	paths  []string
	chance bool                                   // what could have been tells it too
	said   map[string]bool                        // one of these stands in the answer
	tells  func(c *Case, a *answer, n int) string // the fields of which clause n denies what is declared, "" for none
}

// impliedFacts are the readings of clauses that state something outright.
var impliedFacts = []implied{
	{paths: schooled, said: set("finish finished complete completed graduate graduated left dropped quit abandoned discontinued stopped stop semester papers subjects arrears backlogs exams sat attended"), tells: (*Case).brokeOffStudies},
	{paths: []string{"jp.program_length_years"}, said: set("preliminary prelim transitional"), tells: (*Case).onlyFirstYear},
	{paths: movable, said: set("anymore more longer"), tells: (*Case).noMoreIn},
	{paths: graduatedIn, said: ofStudies, tells: (*Case).degreeFrom},
	{paths: []string{"f1.schools_applied"}, chance: true, said: admissionWords, tells: (*Case).otherAdmission},
}

// schooled are the fields of studies that are declared as finished.
var schooled = []string{"h1b.degree_held", "jp.medical_school", "education.institutions"}

// impliedClaims finds what an answer tells that leaves no room for a declared fact, whatever
// the line asks.
func (c *Case) impliedClaims(a *answer, out []Claim) []Claim {
	for i := range impliedFacts {
		r := &impliedFacts[i]
		if c.first(r.paths...) == nil || !a.anyWord(0, len(a.words), r.said) {
			continue
		}
		for n := range a.clauses {
			cl := &a.clauses[n]
			if !a.settled(n) && !(r.chance && cl.plain()) || cl.who&^pSelf != 0 && cl.who&pHuman != 0 && !cl.inherits || a.narrates(cl) {
				continue
			}
			path := r.tells(c, a, n)
			if path == "" || slices.ContainsFunc(out, func(k Claim) bool { return k.Field == path }) {
				continue
			}
			k := a.claim(kindStatus, path, cl, cl.from, cl.to)
			k.Negative, k.word, k.Certain = true, "left", true
			out = append(out, k)
		}
	}
	return out
}

// brokeOffStudies reads that studies which are declared as finished were not: "I didn't
// finish the degree", "I left in the third semester", "I still have two papers to clear".
func (c *Case) brokeOffStudies(a *answer, n int) string {
	cl := &a.clauses[n]
	if a.has(cl.from, cl.to, "when", "while", "before", "until", "till", "then", "you", "they", "students") || !a.unfinishedIn(cl) {
		return ""
	}
	said := levels.find(a.words[cl.from:cl.to])
	for _, path := range schooled {
		f := c.fact(path)
		if f == nil || path == "education.institutions" && declaredDegree(c, f)&studying != 0 || path == "jp.medical_school" && declaredGraduation(c, f) == studying {
			continue
		}
		declared := declaredLabels(&levels, f)
		if len(said) == 0 || slices.ContainsFunc(said, func(h hit) bool { return slices.Contains(declared, h.label) || h.label == "unfinished" }) {
			return path
		}
	}
	return ""
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

// degreeFrom reads that a degree is from another country than the declared one: "my degree is
// from China".
func (c *Case) degreeFrom(a *answer, n int) string {
	cl := &a.clauses[n]
	if cl.negated || !a.is(cl.from, cl.to, mMine|mI) || !a.anyWord(cl.from, cl.to, ofStudies) || a.has(cl.from, cl.to, "second", "master's", "masters", "master", "other", "equivalence", "exam", "want", "will") {
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

// admissionWords are what a school does with an application, and how one speaks of it.
var admissionWords = set("rejected refused denied declined no yes gave took accepted admitted offered taken")

// otherAdmission reads that a school did otherwise than declared: "Wayne rejected me" of one
// that is declared as admitting.
func (c *Case) otherAdmission(a *answer, n int) string {
	cl := &a.clauses[n]
	f := c.fact("f1.schools_applied")
	if f == nil || cl.negated && !a.has(cl.from, cl.to, "said") || cl.hypothetical {
		return ""
	}
	refused := a.has(cl.from, cl.to, "rejected", "refused", "denied") && (a.has(cl.from, cl.to, "me") || a.has(cl.to-1, cl.to, "rejected", "refused")) || a.has(cl.from, cl.to, "said") && a.has(cl.from, cl.to, "no")
	took := a.has(cl.from, cl.to, "accepted", "admitted", "took", "offered") && a.has(cl.from, cl.to, "me") || a.has(cl.from, cl.to, "could") && a.has(cl.from, cl.to, "have") && a.has(cl.from, cl.to, "taken", "joined", "gone")
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
