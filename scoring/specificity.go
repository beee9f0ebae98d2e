package scoring

import (
	"fmt"
	"slices"
	"strings"

	"github.com/viceconsul/viceconsul/interview/transcript"
	"github.com/viceconsul/viceconsul/interview/transcript/measure"
	"github.com/viceconsul/viceconsul/questionbank"
)

// What one thing named in an answer counts for, and what the bands ask. Our
// judgement, set on the banded examples of the tests.
const (
	factPoints       = 1.0  // a number, a date, an amount, a proper name
	rolePoints       = 0.5  // an occupation, one relative
	particularPoints = 0.35 // a word that would not fit every answer
	particularMost   = 1.4  // all such words together
)

// specificity judges what an answer names: names, numbers, dates, places, roles.
// A closed question that is answered is answered specifically enough.
func specificity(s *sheet) judgement {
	j := judgement{criterion: transcript.Specificity, band: transcript.NotTested}
	if !s.query.expects || s.unheard() || s.query.want == wantPaper {
		return j
	}
	points, at := s.points()
	band := s.specificBand(points)
	j.band = transcript.Marked(band)
	f := transcript.Finding{Rule: "specificity", Criterion: transcript.Specificity, Severity: weight(band), Span: s.whole()}
	if at >= 0 && band >= 3 {
		f.Span = s.telling(at)
	}
	f.Reason = s.specificReason(band)
	j.findings = []transcript.Finding{f}
	return j
}

// telling is what a fact at word at is shown with: its clause, as far as a reader
// takes in at a glance.
func (s *sheet) telling(at int) transcript.Span {
	const most = 8 // words
	cl := s.clauseOf(at)
	from, to := cl.from, cl.to
	if to-from > most {
		from = max(from, min(at-2, to-most))
		to = min(to, from+most)
	}
	return s.span(from, max(to, at+1))
}

// points adds up what is named; at is the first of it.
func (s *sheet) points() (points float64, at int) {
	facts, loose := s.facts()
	at = -1
	for i := range s.words {
		if s.relevant(i) == strays || s.common[s.within[i]] || s.lexemes[i].is&isStates != 0 {
			continue
		}
		if facts[i] && (i == 0 || !facts[i-1] || s.words[i].Breaks) {
			points += factPoints
			at = earliest(at, i)
		}
		if !facts[i] && s.traits[i]&(tRole|tRelative) != 0 && !s.dead[i] {
			points += rolePoints
			at = earliest(at, i)
		}
	}
	return points + min(float64(loose)*particularPoints, particularMost), at
}

// theStates are what every applicant goes to: no fact in an answer.
var theStates = wordSet("america american americans usa states us")

// facts marks the words of measures and proper names, and counts the particular
// words outside them.
func (s *sheet) facts() (facts []bool, loose int) {
	if s.factual == nil {
		s.factual, s.particulars = s.readFacts()
	}
	return s.factual, s.particulars
}

func (s *sheet) readFacts() (facts []bool, loose int) {
	facts = make([]bool, len(s.words))
	for _, m := range s.mentions {
		vague := m.Kind == measure.Number && m.Ordinal || s.loose(m)
		for i := m.From; i < m.To && !vague; i++ {
			facts[i] = !s.dead[i]
		}
	}
	for i := range s.words {
		facts[i] = facts[i] || s.named(i)
		if !facts[i] && s.particular(i) && s.traits[i]&(tRole|tRelative) == 0 && !slices.Contains(s.query.plain, s.words[i].Text) {
			loose++
		}
	}
	return facts, loose
}

func (s *sheet) specificBand(points float64) int {
	band := s.namedBand(points)
	if band == 4 && s.unsure() {
		return 3
	}
	return band
}

// unsure reports whether the fact that was asked for is only thought so: "I think
// around eight thousand". A plan may be hoped for.
func (s *sheet) unsure() bool {
	if s.at < 0 || s.query.plan || s.query.ties || s.query.want == wantReason || s.query.kind != questionbank.Closed {
		return false
	}
	at := s.sentenceOf(s.at)
	return slices.ContainsFunc(s.inSentence(at), func(cl clause) bool { return cl.hedged })
}

// namedBand is the band by what is named.
func (s *sheet) namedBand(points float64) int {
	closed := s.query.kind == questionbank.Closed
	if band := s.answered(); closed && band > 0 {
		return band
	}
	switch {
	case closed && s.at < 0 && s.any(0, len(s.words), tForget) && s.findsOut():
		return 2 // whom to ask is known
	case points < particularPoints && s.allCommon():
		if s.query.want == wantReason || !closed {
			return 1
		}
		return 0
	case points < 1 && s.any(0, len(s.words), tDeflect), closed && s.at < 0 && s.any(0, len(s.words), tForget):
		return 0
	case closed && s.astray():
		return 0 // whatever it names, it is not what was asked
	case s.recited() && points < 2, s.astray(), s.at < 0 && points < 2 && s.any(0, len(s.words), tFeeling):
		return 1 // praise and the name that was in the question, or facts about something else
	case closed && s.at < 0 && s.wantsFact() && s.query.about&aboutMoney == 0 && s.specific(0, len(s.words)) && !s.leavesVague() && !s.touches():
		return 0
	case closed && s.at < 0 && slices.Contains(closedWants, s.query.want):
		return s.halfNamed()
	case s.at < 0 && points >= 1 && !slices.Contains(s.rel, meets):
		return 2 // facts, but not the one that was asked for
	case points >= 2:
		return 4
	case points >= 1:
		return 3
	case points >= particularPoints:
		return 2
	}
	return s.halfNamed()
}

// allCommon reports whether all an answer says would be so for anybody.
func (s *sheet) allCommon() bool {
	for n, cl := range s.clauses {
		if s.common[n] || s.dead[cl.from] {
			continue
		}
		for i := cl.from; i < cl.to; i++ {
			if s.traits[i]&(tEmpty|tFiller|tGreeting) == 0 && s.lexemes[i].is&isAddress == 0 {
				return false
			}
		}
	}
	return slices.Contains(s.common, true)
}

// halfNamed is the band of an answer without a fact: 2 when it still says two things
// of its own, or one that is the applicant's; 0 when it says nothing but what was
// asked and how good or long it is.
func (s *sheet) halfNamed() int {
	things, own := 0, false
	for i := range s.words {
		if s.dead[i] || s.traits[i]&(tEmpty|tFiller|tGreeting|tDeflect|tFeeling) != 0 || s.lexemes[i].is&isAddress != 0 || s.lexemes[i].is&isJudging != 0 ||
			slices.Contains(s.query.plain, s.words[i].Text) && !s.verbless(s.clauseOf(i)) {
			continue
		}
		if s.common[s.within[i]] {
			return 1
		}
		things++
		own = own || i > 0 && ours[s.words[i-1].Text] && (s.terms[i-1].party|s.terms[i].party)&pBody != 0
	}
	switch {
	case s.relevant(s.first()) == strays || s.any(0, len(s.words), tFeeling):
		return min(things, 1)
	case own, things >= 2 && (s.vague() || s.query.kind == questionbank.Closed && s.query.want != wantYesNo && !pronouns[s.words[s.first()].Text]):
		return 2
	}
	return min(things, 1)
}

// ours say that something is the applicant's own.
var ours = wordSet("my our")

// judging are words that say how good, how much or how long, and nothing else.
var judging = wordSet("good better best great nice big small strong important normal fine enough long short many few some lot high low very sufficient well better okay reasonable time period while")

// vague reports whether every measure of the answer leaves its number open: "a few
// years".
func (s *sheet) vague() bool {
	for _, m := range s.mentions {
		if !s.loose(m) {
			return false
		}
	}
	return len(s.mentions) > 0
}

// openEnded reports whether an answer leaves its length to others: "as long as they
// want me".
func (s *sheet) openEnded() bool { return len(s.mentions) == 0 && s.is(0, len(s.words), mOpen) }

// loose reports whether a measure fixes nothing: "some years", "today".
func (s *sheet) loose(m measure.Mention) bool {
	return s.answer.has(m.From, m.To, "few", "some", "several", "many", "couple", "today", "now", "soon", "later")
}

// content reports whether anything beyond function words was said: two words of
// content, or one with others around it.
func (s *sheet) content() bool {
	n, spoken := 0, 0
	for i := range s.words {
		if s.dead[i] || s.addressed(i) || s.traits[i]&(tFiller|tGreeting) != 0 {
			continue
		}
		spoken++
		if s.traits[i]&tEmpty == 0 {
			n++
		}
	}
	return n >= 2 || n == 1 && spoken > 1
}

func (s *sheet) specificReason(band int) string {
	known, missing := s.declaredDetails()
	switch {
	case s.silent():
		return "You named nothing. Give one name, number, date or place."
	case band == 4:
		return "You named facts that can be checked."
	case known+len(missing) > 0 && len(missing) > 0:
		return fmt.Sprintf("You named %d of %d declared details. Missing: %s.", known, known+len(missing), strings.Join(missing, ", "))
	case band == 3:
		return "One fact is named. A second name, number or date makes it stronger."
	}
	return "These are general words. Give one name, number, date or place."
}

// declaredDetails counts the declared fields the question asks for that the answer
// spoke of, and names the others by their titles.
func (s *sheet) declaredDetails() (known int, missing []string) {
	for _, path := range s.query.fields {
		f := s.c.fact(path)
		if f == nil || f.none {
			continue
		}
		if s.spokeOf(path) {
			known++
			continue
		}
		missing = append(missing, labelOf(path))
	}
	return known, missing
}

// spokeOf reports whether a claim of the answer is on a field.
func (s *sheet) spokeOf(path string) bool {
	for _, cl := range s.claims {
		if cl.Field == path || strings.HasPrefix(cl.Field, path+".") {
			return true
		}
	}
	return false
}

// lowered is a title inside a sentence: "US relatives" and "I-20" keep their
// capitals.
func lowered(title string) string {
	if len(title) < 2 || title[1] < 'a' || title[1] > 'z' {
		return title
	}
	return strings.ToLower(title[:1]) + title[1:]
}
