package scoring

import (
	"slices"

	"github.com/viceconsul/viceconsul/interview/transcript/measure"
)

// A standing reads one answer, and the line it answers, for the stages of matters.
type standing struct {
	c     *Case
	a     *answer
	said  []form
	line  []form // the officer's whole line
	asks  []form // its last question
	terms []term // of the last question
}

// allConcerns are the concerns of every category.
var allConcerns = slices.Concat(concerns, workConcerns)

// concernFields are the fields of all concerns.
var concernFields = func() map[string]bool {
	all := map[string]bool{}
	for i := range allConcerns {
		all[allConcerns[i].field] = true
	}
	return all
}()

// stateClaims finds the state an answer gives to each paper, post, duty or thing
// that the officer's line asks for.
func (c *Case) stateClaims(a *answer, out []Claim) []Claim {
	if !slices.ContainsFunc(a.asked, func(path string) bool { return concernFields[path] }) {
		return out
	}
	var s *standing
	for i := range allConcerns {
		m := &allConcerns[i]
		among := m.field == "h1b.vendor_chain" && slices.Contains(a.asked, "h1b.third_party_placement")
		if !among && !slices.Contains(a.asked, m.field) || !c.category.HasTies() && tieField(m.field) {
			continue
		}
		if s == nil {
			s = c.standingOf(a)
		}
		out = s.claims(m, out)
	}
	return slices.DeleteFunc(out, func(k Claim) bool {
		return k.kind == kindState && (toldOfPart(out, k) || a.deniedThen(k) || k.Field == subject212e && a.onlyReturns(k) || c.otherLicence(a, k) || k.Field == "h1b.degree_held" && c.otherDegree(a, k))
	})
}

// onlyReturns reports whether "must" only says where the applicant goes back to, to a line
// that names no rule: "I must return to my school".
func (a *answer) onlyReturns(k Claim) bool {
	to := a.wordAt(k.Span.End)
	return !a.lineHas([]string{"rule", "two", "year", "two-year", "212", "requirement", "residency", "subject", "exempt", "waiver", "obligation", "condition", "apply", "skills"}) &&
		a.has(to, to+1, "return", "go", "come")
}

// deniedThen reports whether a state is denied for a year gone by: "in 2026 I didn't
// match" tells nothing of the Match of this year.
func (a *answer) deniedThen(k Claim) bool {
	cl := a.clauseOf(a.wordAt(k.Span.Start))
	return cl.negated && slices.ContainsFunc(a.mentions, func(m measure.Mention) bool {
		return a.clauseOf(m.From) == cl && a.yearOf(&m) != 0 && a.has(m.From-1, m.From, "in")
	})
}

// otherLicence reports whether what is told of a licence is of one of another state than the
// declared: "the Illinois licence was for training only".
func (c *Case) otherLicence(a *answer, k Claim) bool {
	f := c.fact("hp.licence.state")
	if f == nil || whole(k.Field) != "hp.licence" {
		return false
	}
	cl, other := a.clauseOf(a.wordAt(k.Span.Start)), false
	for _, t := range a.terms[cl.from:cl.to] {
		if t.place == nil || !t.place.us || !t.place.whole {
			continue
		}
		if slices.ContainsFunc(f.terms, func(o term) bool { return o.place == t.place }) {
			return false
		}
		other = true
	}
	return other
}

// otherDegree reports whether what is told of a degree may be of another one than the
// declared: its clause or the line names another level, or neither of them this one.
func (c *Case) otherDegree(a *answer, k Claim) bool {
	f := c.fact(k.Field)
	if f == nil {
		return true
	}
	cl := a.clauseOf(a.wordAt(k.Span.Start))
	said := levels.find(a.words[cl.from:cl.to])
	if len(said) == 0 {
		said = levels.find(measureWords(a.turn.Officer))
	}
	declared := declaredLabels(&levels, f)
	return len(said) == 0 || slices.ContainsFunc(said, func(h hit) bool { return h.label != "unfinished" && !slices.Contains(declared, h.label) })
}

// toldOfPart reports whether the same words tell the state of a part of a field, so
// that they tell nothing of the whole: "not yet" of the third exam.
func toldOfPart(all []Claim, k Claim) bool {
	return slices.ContainsFunc(all, func(o Claim) bool {
		return o.kind == kindState && o.Span.Start < k.Span.End && k.Span.Start < o.Span.End && len(o.Field) > len(k.Field) && whole(o.Field) == k.Field
	})
}

// statesLast puts what is said of states behind the measured parts of the same fields,
// which are more exact.
func statesLast(a, b Claim) int {
	switch {
	case a.kind == b.kind || a.kind != kindState && b.kind != kindState:
		return 0
	case a.kind == kindState:
		return 1
	}
	return -1
}

// standingOf reads an answer and its line for the states of matters.
func (c *Case) standingOf(a *answer) *standing {
	return &standing{c: c, a: a, said: formsOf(a.words, a.lexemes), line: formsOf(a.heardLine.words, a.heardLine.lexemes)}
}

// readQuestion reads the last question of the officer's line, once it is needed.
func (s *standing) readQuestion() {
	if s.asks != nil {
		return
	}
	s.asks, s.terms = s.line, s.a.line
	if last := lastQuestion(s.a.turn.Officer); last != "" && last != s.a.turn.Officer {
		read := s.c.readText(last, false)
		s.asks, s.terms = formsOf(read.words, read.lexemes), read.terms
	}
}

// claims reads an answer for one matter: yes or no to the line first, then each
// clause that speaks of the matter, in the order they are said.
func (s *standing) claims(m *concern, out []Claim) []Claim {
	direct := s.direct(m)
	if direct {
		if k, ok := s.byParticle(m); ok {
			out = append(out, k)
		}
	}
	n, told := len(out), &clause{}
	for i := range s.a.clauses {
		cl := &s.a.clauses[i]
		leaves := len(out) > n && cl.sentence > told.sentence && !s.refersBack(m, cl) && !s.a.is(told.to, cl.from, mFix)
		if leaves || !s.addresses(m, cl, direct) {
			continue
		}
		was := len(out)
		if out = s.clause(m, cl, out); len(out) > was {
			told = cl
		}
	}
	return out
}

// refersBack reports whether a clause of a later sentence goes on about a matter whose
// state was told: it names it, or begins with a word that stands for it. "My teacher
// said no" in a story that follows does not.
func (s *standing) refersBack(m *concern, cl *clause) bool {
	if m.namedIn(s.said, cl.from, cl.to) {
		return true
	}
	from := cl.from
	for from < cl.to-1 && (s.a.terms[from].is(mSpeech|mFix|mYes) || s.a.has(from, from+1, "and", "but", "so")) {
		from++
	}
	return backWords[s.said[from].said] || from < cl.to && !cl.other && cl.marks&(mBut|mFix) != 0
}

// backWords begin a clause that goes on about what was said.
var backWords = set("it it's its they this that but only still actually not no never yet now he she we i'm i've waiting pending approved refused expired")

// direct reports whether the line asks for the state of the matter: by its own words,
// or because the bank's question is first about it.
func (s *standing) direct(m *concern) bool {
	if m.only {
		return m.namedIn(s.line, 0, len(s.line)) || s.bareStep(m)
	}
	q := s.a.question
	if m.books().other.in(s.line) {
		return false
	}
	return m.books().asked.holds(s.line) || s.a.ownLine && (m.field == returnRole || m.field == subject212e) && len(s.a.own) > 0 && s.a.own[0] == m.field || q != nil && q.ID == s.a.turn.Question && s.a.press == nil && len(q.Fields) > 0 && q.Fields[0] == m.field
}

// bareStep reports whether the line is no more than the number of a step: "And 3?"
func (s *standing) bareStep(m *concern) bool {
	if len(s.line) > 3 || m.field != "jp.usmle" {
		return false
	}
	last := s.line[max(len(s.line)-1, 0):]
	return len(last) == 1 && (m.path == "jp.usmle.step1" && (last[0].said == "1" || last[0].said == "one") ||
		m.path == "jp.usmle.step2ck" && (last[0].said == "2" || last[0].said == "two" || last[0].said == "ck") || m.path == "jp.usmle.step3" && (last[0].said == "3" || last[0].said == "three"))
}

// onlyFixes reports whether a clause takes back what was said and says nothing else: "no,
// wait".
func (a *answer) onlyFixes(cl *clause) bool {
	for i := cl.from; i < cl.to; i += max(1, int(a.terms[i].n)) {
		if !a.terms[i].is(mFix | mSpeech) {
			return false
		}
	}
	return a.is(cl.from, cl.to, mFix)
}

// addresses reports whether a clause tells of the matter, and not of somebody else's
// or of another thing: it names it, or the line asks for it and nothing else is named.
func (s *standing) addresses(m *concern, cl *clause, direct bool) bool {
	if s.a.onlyFixes(cl) || cl.hypothetical || cl.question || cl.general || cl.marks&mDontKnow != 0 && !cl.other || cl.quoted && cl.who&(pFamily|pFriend|pPartner) != 0 {
		return false
	}
	if s.said[cl.from].said == "since" && m.all&stateC != 0 && len(s.a.clauses) > 1 {
		return false // "six years, since I graduated" only dates something else
	}
	if m.field == "hp.employment_type" && s.a.supervisedBy(cl) {
		return false
	}
	if s.a.narrates(cl) && !m.namedIn(s.said, cl.from, cl.to) {
		return false
	}
	if s.ofOthers(m, cl) || m.books().other.in(s.said[cl.from:cl.to]) {
		return false
	}
	return m.namedIn(s.said, cl.from, cl.to) || direct && !otherThings().in(s.said[cl.from:cl.to])
}

// narrates reports whether a clause only goes on with a story: "and then my teacher said
// no", "we used to watch films", "I have been dreaming about it".
func (a *answer) narrates(cl *clause) bool {
	from := cl.from
	for from < cl.to && a.has(from, from+1, "and", "so", "because", "but") {
		from++
	}
	for i := from; i+1 < cl.to; i++ {
		switch a.words[i].Text {
		case "used":
			if a.words[i+1].Text == "to" && !a.has(i+2, i+3, "work", "study", "live", "be", "have", "teach", "stay", "run", "own", "sell", "earn") {
				return true
			}
		case "thinking", "dreaming", "talked", "talking", "thought":
			if a.words[i+1].Text == "about" && a.has(i+2, i+3, "it", "this", "that", "a", "an") {
				return true
			}
		}
	}
	return from > 0 && a.has(from, from+1, "then") && a.gone(cl) && cl.other
}

// supervisedBy reports whether a clause tells who watches over the applicant's work: "my
// attending will supervise me".
func (a *answer) supervisedBy(cl *clause) bool {
	for i := cl.from + 1; i+1 < cl.to; i++ {
		if a.has(i, i+1, "supervise", "supervises", "supervising", "guide", "guides", "teach", "teaches", "check", "checks") {
			return a.has(i+1, i+2, "me", "us", "my", "everything") && !a.is(cl.from, cl.from+1, mI)
		}
	}
	return false
}

// namedIn reports whether words name the matter.
func (m *concern) namedIn(said []form, from, to int) bool { return m.books().named.in(said[from:to]) }

// A staging is what some words of a clause say of the matter's state.
type staging struct {
	is       stages
	weak     bool
	vague    bool
	from, to int
}

// clause reads the stages one clause gives to a matter. A clause that only names the
// matter says that there is one, or with a denial that there is none.
func (s *standing) clause(m *concern, cl *clause, out []Claim) []Claim {
	all := s.readings(m, cl)
	if len(all) == 0 && (m.retold || m.ofOther != "") {
		all = s.retelling(m, cl)
		if len(out) > 0 && out[len(out)-1].concern == m {
			all = nil // what was said of it in so many words stands
		}
	}
	if len(all) == 0 {
		all = s.existence(m, cl)
	}
	if m.there != 0 && len(all) == 0 {
		all = s.whereabouts(m, cl)
	}
	if m.owners {
		all = s.owner(m, cl, all)
	}
	all = s.inYear(m, cl, all)
	for _, r := range s.waitedFor(all) {
		if r.vague && s.c.fact(m.field) == nil {
			continue
		}
		k := s.claim(m, cl, r)
		k.weak, k.Certain = r.weak, k.Certain && !r.vague
		out = append(out, k)
	}
	return out
}

// readings are what the cues of a clause say, in order.
func (s *standing) readings(m *concern, cl *clause) []staging {
	var all []staging
	named := m.namedIn(s.said, cl.from, cl.to)
	for i := cl.from; i < cl.to; {
		k, end := m.cueAt(s.said, i, cl.to)
		if k == nil || i > cl.from && s.said[i-1].base == "step" || !named && s.ofAnother(m, cl, i, end) { // "step 3" counts no tries
			i++
			continue
		}
		if is, ok := s.turned(m, cl, k, i, end); ok {
			all = append(all, staging{is, k.weak, k.vague, i, end})
		}
		i = end
	}
	return all
}

// cueAt is the cue that begins at a word: the matter's own before the common ones.
func (m *concern) cueAt(said []form, i, to int) (*cue, int) {
	k, end := m.books().told.find(said, i, to)
	if m.common {
		if o, oEnd := commonCues().find(said, i, to); o != nil && (k == nil || len(o.words) > len(k.words)) {
			return o, oEnd
		}
	}
	return k, end
}
