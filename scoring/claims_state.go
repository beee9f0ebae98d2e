package scoring

import (
	"slices"
	"strings"

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

// stateClaims finds the state an answer gives to each paper, post, duty or thing
// that the officer's line asks for.
func (c *Case) stateClaims(a *answer, out []Claim) []Claim {
	var s *standing
	for i := range allConcerns {
		m := &allConcerns[i]
		if !slices.Contains(a.asked, m.field) || !c.category.HasTies() && tieField(m.field) {
			continue
		}
		if s == nil {
			s = c.standingOf(a)
		}
		out = s.claims(m, out)
	}
	return out
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

func (c *Case) standingOf(a *answer) *standing {
	s := &standing{c: c, a: a, said: make([]form, len(a.words)), line: formsOf(a.ask)}
	for i, w := range a.words {
		s.said[i] = form{w.Text, baseOf(w.Text)}
	}
	return s
}

// readQuestion reads the last question of the officer's line, once it is needed.
func (s *standing) readQuestion() {
	if s.asks != nil {
		return
	}
	s.asks, s.terms = s.line, s.a.line
	if last := lastQuestion(s.a.turn.Officer); last != "" && last != s.a.turn.Officer {
		read := readText(last, false)
		s.asks, s.terms = formsOf(read.texts), read.terms
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
	for i := range s.a.clauses {
		cl := &s.a.clauses[i]
		if !s.addresses(m, cl, direct) {
			continue
		}
		out = s.clause(m, cl, out)
	}
	return out
}

// direct reports whether the line asks for the state of the matter: by its own words,
// or because the bank's question is first about it.
func (s *standing) direct(m *concern) bool {
	if m.only {
		return m.namedIn(s.line, 0, len(s.line))
	}
	q := s.a.question
	if m.other.in(s.line) {
		return false
	}
	return m.asked.holds(s.line) || q != nil && q.ID == s.a.turn.Question && s.a.press == nil && len(q.Fields) > 0 && q.Fields[0] == m.field
}

// addresses reports whether a clause tells of the matter, and not of somebody else's
// or of another thing: it names it, or the line asks for it and nothing else is named.
func (s *standing) addresses(m *concern, cl *clause, direct bool) bool {
	if cl.hypothetical || cl.question || cl.marks&mDontKnow != 0 && !cl.other || cl.quoted && cl.who&(pFamily|pFriend|pPartner) != 0 {
		return false
	}
	if s.ofOthers(m, cl) || m.other.in(s.said[cl.from:cl.to]) {
		return false
	}
	return m.namedIn(s.said, cl.from, cl.to) || direct && !otherThings.in(s.said[cl.from:cl.to])
}

// namedIn reports whether words name the matter.
func (m *concern) namedIn(said []form, from, to int) bool { return m.named.in(said[from:to]) }

// clause reads the stages one clause gives to a matter. A clause that only names the
// matter says that there is one, or with a denial that there is none.
func (s *standing) clause(m *concern, cl *clause, out []Claim) []Claim {
	n := len(out)
	for i := cl.from; i < cl.to; {
		k, end := m.cueAt(s.said, i, cl.to)
		if k == nil || !m.namedIn(s.said, cl.from, cl.to) && s.ofAnother(m, cl, i, end) {
			i++
			continue
		}
		is, ok := s.turned(m, cl, k, i, end)
		if ok {
			if k.vague && s.c.fact(m.field) == nil {
				return out
			}
			c := s.claim(m, cl, is, i, end)
			c.weak, c.Certain = k.weak, c.Certain && !k.vague
			out = append(out, c)
		}
		i = end
	}
	if len(out) == n && (m.retold || m.ofOther != "") {
		out = s.retelling(m, cl, out)
	}
	if len(out) == n {
		return s.existence(m, cl, out)
	}
	return s.waitedFor(cl, out, n)
}

// cueAt is the cue that begins at a word: the matter's own before the common ones.
func (m *concern) cueAt(said []form, i, to int) (*cue, int) {
	k, end := m.told.find(said, i, to)
	if m.common {
		if o, oEnd := commonCues.find(said, i, to); o != nil && (k == nil || len(o.words) > len(k.words)) {
			return o, oEnd
		}
	}
	return k, end
}

// turned is what a cue says after what stands before it in its clause: a denial turns
// it into all the other stages, and what is granted only later is still sought.
func (s *standing) turned(m *concern, cl *clause, k *cue, i, end int) (stages, bool) {
	denied := !k.fixed && s.denied(cl, i, end) || k.denies && s.a.has(cl.from, i, "even", "never")
	is := k.is & m.all
	switch {
	case is == 0:
		return 0, false
	case denied && k.weak:
		return m.all &^ (inForce | is), true
	case denied:
		is = m.all &^ is
	case !m.coming && s.ahead(cl, i, end):
		switch {
		case is == inForce:
			is = underWay & m.all
		case is == lapsed:
			is = inForce // "it will expire in 2030"
		}
	}
	return is, is != 0 && is != m.all
}

// denied reports whether a denial before or between the words from i to end reaches
// them.
func (s *standing) denied(cl *clause, i, end int) bool {
	no := false
	for j := cl.from; j < end; j++ {
		if !s.a.terms[j].is(mNot) || particle(s.a.words, s.a.terms, cl, j) {
			continue
		}
		if j+1 < end && assured[s.said[j+1].said] {
			continue
		}
		no = !no
	}
	return no
}

// assured are words whose denial assures: "no problem, it is approved".
var assured = set("problem problems doubt issue issues worry worries only longer matter")

// ahead reports whether a clause puts what begins at word i into the time to come.
func (s *standing) ahead(cl *clause, i, end int) bool {
	for j := cl.from; j < end; j++ {
		if s.a.terms[j].is(mSoon) || slices.Contains([]string{"should", "would", "may", "until", "till", "once", "unless", "if", "before"}, s.said[j].said) {
			return true
		}
	}
	if i > cl.from && s.said[i-1].said == "to" || i-1 > cl.from && s.said[i-2].said == "to" && s.said[i-1].said == "be" {
		return s.said[i].said != "up"
	}
	for j := end; j < cl.to-1; j++ {
		if s.said[j].said == "next" || s.said[j].said == "this" && s.said[j+1].said == "coming" {
			return !pastForm(s.said[i].said)
		}
	}
	return false
}

// waitedFor takes back what a clause only waits for: "waiting for the approval",
// "they still have to check before they issue it".
func (s *standing) waitedFor(cl *clause, out []Claim, from int) []Claim {
	for i := from; i+1 < len(out); i++ {
		a, b := out[i], out[i+1]
		if a.stages == underWay && !a.weak && b.stages&underWay == 0 && s.a.has(s.a.wordAt(a.Span.End), s.a.wordAt(b.Span.Start), "for", "to", "until", "till", "before", "their", "the", "of") && !s.a.has(s.a.wordAt(a.Span.End), s.a.wordAt(b.Span.Start), "and", "but", "then", "now") {
			return append(out[:i+1], out[i+2:]...)
		}
	}
	return out
}

// existence reads a clause that names the matter and gives it no state: that there is
// one, or none.
func (s *standing) existence(m *concern, cl *clause, out []Claim) []Claim {
	if m.exists == 0 || !m.namedIn(s.said, cl.from, cl.to) {
		return out
	}
	for i := cl.from; i < cl.to; i++ {
		k, end := m.named.find(s.said, i, cl.to)
		if k == nil {
			continue
		}
		there, none := s.there(cl, i, end)
		switch {
		case none:
			return append(out, s.claim(m, cl, m.all&^m.exists, i, end))
		case there:
			return append(out, s.claim(m, cl, m.exists, i, end))
		}
	}
	return out
}

// retelling reads a clause that tells the matter by the words it is declared with.
func (s *standing) retelling(m *concern, cl *clause, out []Claim) []Claim {
	f, told := s.c.fact(m.field), s.c.fact(m.field)
	if m.ofOther != "" {
		told = s.c.fact(m.ofOther)
	}
	if f == nil || told == nil || told.none || cl.negated {
		return out
	}
	first, last := -1, 0
	for i := cl.from; i < cl.to; i++ {
		if w := s.said[i]; len(w.said) > 4 && !small[w.said] && slices.ContainsFunc(told.words, func(d measure.Word) bool { return baseOf(d.Text) == w.base }) {
			if first < 0 {
				first = i
			}
			last = i
		}
	}
	if is := m.declared(s.c, f); first >= 0 && is != 0 && is != m.all {
		out = append(out, s.claim(m, cl, is, first, last+1))
	}
	return out
}

// there reports whether a clause says that there is what is named at word i, or that
// there is none; or only names it.
func (s *standing) there(cl *clause, i, end int) (there, none bool) {
	if s.ahead(cl, i, end) {
		return false, false
	}
	for j := max(cl.from, i-2); j < i; j++ {
		if slices.Contains([]string{"no", "any", "without", "such"}, s.said[j].said) && (s.said[j].said != "any" || cl.negated) {
			return false, true
		}
	}
	has := slices.ContainsFunc(s.said[cl.from:i], func(f form) bool { return possessed[f.base] })
	if !has && (!s.a.verbless(cl) || cl.to-cl.from > 6) {
		return false, false
	}
	none = s.denied(cl, i, end)
	return !none, none && has
}

// possessed are the verbs, in base form, that say that there is something.
var possessed = bases("have there hold own get carry possess with any")

func bases(words string) map[string]bool {
	out := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		out[baseOf(w)] = true
	}
	return out
}

// claim makes the claim of a cue: with the clause around it as far as it is short.
func (s *standing) claim(m *concern, cl *clause, is stages, from, to int) Claim {
	const most = 9 // words that are read at a glance
	start := cl.from
	for start < from && (s.a.terms[start].is(mSpeech|mYes) || s.said[start].said == "and" || s.said[start].said == "but" || particle(s.a.words, s.a.terms, cl, start)) {
		start++
	}
	if cl.to-start <= most {
		from, to = start, cl.to
	} else if to-start <= most {
		from = start
	} else if cl.not >= 0 && cl.not < from && to-cl.not <= most {
		from = cl.not
	}
	k := s.a.claim(kindState, m.path, cl, from, to)
	k.Negative, k.Certain = false, !cl.hedged
	k.stages, k.concern, k.asked = is, m, true
	return k
}

// byParticle reads yes or no to a line that puts a state to the applicant.
func (s *standing) byParticle(m *concern) (Claim, bool) {
	yes, to, sure := s.a.particles()
	if to == 0 {
		yes, to, sure = s.bareVerb()
	}
	if to == 0 && !s.a.clauses[0].hedged && !s.a.clauses[0].negated {
		return Claim{}, false
	}
	put, denied := s.put(m)
	if to == 0 && put != 0 {
		if to = s.lateNo(); to > 0 {
			sure = true
		} else {
			yes, to = s.hedgedYes()
		}
	}
	if to == 0 || put == 0 || denied && yes {
		return Claim{}, false
	}
	is := put
	if !yes && !denied {
		is = m.all &^ put
	}
	k := s.a.claim(kindState, m.path, &clause{not: -1}, 0, to)
	k.stages, k.concern, k.Certain, k.asked, k.word = is, m, sure, true, "particle"
	return k, is != 0
}

// lateNo is the word after a no that opens an answer behind a word of time: "still
// no", "so far no"; 0 for none.
func (s *standing) lateNo() int {
	cl := s.a.clauseOf(0)
	for i := range min(cl.to, 4) {
		switch s.said[i].said {
		case "no", "not":
			if i > 0 && cl.to-i <= 2 {
				return cl.to
			}
			return 0
		case "still", "so", "far", "until", "till", "now", "for", "up", "to", "today", "honestly":
		default:
			return 0
		}
	}
	return 0
}

// hedgedYes finds a yes of which the speaker is not sure: "I think yes".
func (s *standing) hedgedYes() (yes bool, to int) {
	for i := range s.a.clauses {
		if cl := &s.a.clauses[i]; cl.hedged && cl.marks&mYes != 0 && cl.to-cl.from <= 5 {
			return true, cl.to
		}
	}
	return false, 0
}

// bareVerb reads an answer that repeats only the verb of the line: "They have.", "It
// isn't yet.", "She did."
func (s *standing) bareVerb() (yes bool, to int, sure bool) {
	i := 0
	for i < len(s.said) && s.a.terms[i].is(mSpeech) {
		i++
	}
	if i >= len(s.said) {
		return false, 0, false
	}
	cl := s.a.clauseOf(i)
	if cl.to-i < 2 || cl.to-i > 5 || cl.hedged || cl.question || !s.a.terms[i].is(mI|mThey) && s.said[i].base != "it" && s.said[i].base != "that" {
		return false, 0, false
	}
	for j := i + 1; j < cl.to; j++ {
		if !s.a.terms[j].is(mNot|mSpeech) && !auxiliary[s.said[j].said] {
			return false, 0, false
		}
	}
	return !cl.negated, cl.to, true
}

// auxiliary are the words an answer repeats from a line.
var auxiliary = set("have has had do does did is are was were will can already yet be been sir madam ma'am please still")

// put is the state an officer's question puts to the applicant: "is it approved?", and
// whether it puts it as a denial: "so you have no bond?"
func (s *standing) put(m *concern) (is stages, denied bool) {
	if s.readQuestion(); !s.polar() {
		return 0, false
	}
	to := s.mainClause()
	cl := &clause{to: to, not: -1}
	of := standing{c: s.c, a: &answer{words: wordsOf(s.asks), terms: s.terms}, said: s.asks}
	for i := 0; i < to; {
		k, end := m.cueAt(s.asks, i, to)
		if k == nil || k.weak || k.is&m.all == 0 {
			i++
			continue
		}
		was := is
		if is = k.is & m.all; was != 0 {
			is &= was
		}
		if is == 0 {
			return 0, false // two that cannot both be so
		}
		denied = denied || !k.fixed && of.denied(cl, i, end)
		i = end
	}
	if is != 0 || m.exists == 0 {
		return is, denied
	}
	return of.putsExistence(m, cl)
}

// putsExistence reads a line that asks whether there is one.
func (s *standing) putsExistence(m *concern, cl *clause) (stages, bool) {
	for i := range cl.to {
		k, _ := m.named.find(s.said, i, cl.to)
		if k == nil {
			continue
		}
		if slices.ContainsFunc(s.said[:i], func(f form) bool { return possessed[f.base] || f.said == "a" }) {
			return m.exists, s.denied(cl, i, i+1)
		}
		if cl.to <= 3 {
			return m.exists, false
		}
	}
	return 0, false
}

// polar reports whether the last question of the line can be answered by yes or no.
func (s *standing) polar() bool {
	for i, f := range s.asks {
		switch f.said {
		case "what", "when", "where", "who", "why", "how", "which", "whose", "anything", "anyone", "what's", "tell", "explain", "describe":
			if i < 3 {
				return false
			}
		}
	}
	return len(s.asks) > 0
}

// mainClause is the word after the part of the line that asks: what follows "since" or
// "that" is taken for granted.
func (s *standing) mainClause() int {
	for i, f := range s.asks {
		switch f.said {
		case "since", "after", "before", "because", "while", "when", "that", "if", "why", "how", "who", "until":
			if i > 0 {
				return i
			}
		}
	}
	return len(s.asks)
}

func wordsOf(forms []form) []measure.Word {
	out := make([]measure.Word, len(forms))
	for i, f := range forms {
		out[i] = measure.Word{Text: f.said}
	}
	return out
}
