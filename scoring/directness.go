package scoring

import (
	"fmt"
	"slices"

	"github.com/viceconsul/viceconsul/interview/transcript"
	"github.com/viceconsul/viceconsul/interview/transcript/measure"
	"github.com/viceconsul/viceconsul/questionbank"
)

// nearStart is how many words may stand before the answer proper for it to be in
// the first words, greetings and fillers not counted. Our judgement.
const nearStart = 8

// directness judges where the answer to the question begins: in the first words,
// in the first sentence, later, or not at all.
func directness(s *sheet) judgement {
	j := judgement{criterion: transcript.Directness, band: transcript.NotTested}
	if !s.query.expects || s.unheard() {
		return j
	}
	band, at, reason := s.directBand()
	j.band = transcript.Marked(band)
	span := s.whole()
	if at >= 0 {
		span = s.answering(at)
	}
	j.findings = []transcript.Finding{{Rule: "directness", Criterion: transcript.Directness, Severity: weight(band), Span: span, Reason: reason}}
	return j
}

// answering is the clause that holds word at, from there on.
func (s *sheet) answering(at int) transcript.Span {
	return s.span(at, max(s.clauseOf(at).to, at+1))
}

func (s *sheet) directBand() (band, at int, reason string) {
	start := s.first()
	if start < 0 {
		return 0, -1, "You gave no answer. Say the fact first, or say that you do not know."
	}
	if at = s.at; s.deniesAtOnce(start) {
		at = start
	} else if s.onlyOfOthers() {
		at = -1
	}
	switch {
	case s.same > 0:
		return 1, -1, fmt.Sprintf("You gave this very answer in turn %d, to another question. Answer what is asked now.", s.same)
	case at < 0 && s.onlyOfOthers():
		return 0, -1, "This tells of somebody else. Say how it is with you."
	case at < 0:
		return s.withoutEvidence()
	case s.partly():
		return 2, at, "You answered one part of the question. Answer the other part too."
	case s.leadsUp(start, at):
		return 3, at, "The answer comes after what leads to it. Start with the marked words."
	case s.late(start, at):
		return 2, at, "The answer comes late, at the marked words. Say it first."
	case at-start < nearStart:
		return 4, at, "Your first words answer the question."
	}
	return 3, at, "The answer is in your first sentence. Start with the marked words."
}

// deniesAtOnce reports whether the answer begins by denying what the line asks, with a no
// or, where it asks for a place, a person or a thing, that there is none: "nowhere, sir".
func (s *sheet) deniesAtOnce(start int) bool {
	cl := s.clauseOf(start)
	switch w := s.words[start].Text; w {
	case "no", "never":
		return s.answer.polarLine() && (s.traits[start]&tNo != 0 || w == "never") && !cl.hedged
	case "nowhere":
		return s.answer.opensWith("where")
	}
	return false
}

// onlyOfOthers reports whether a line asks after the applicant and the answer only tells
// what somebody of the family did for themselves: "Do you have a loan?" "My brother took
// one for his van."
func (s *sheet) onlyOfOthers() bool {
	if s.query.want != wantYesNo || s.asksOfOthers() || !slices.Contains(s.ask, "you") || anyOf(s.ask, "anyone anybody someone somebody") || s.answer.asks(payerFields[:3]...) || s.press != nil {
		return false
	}
	theirs := false
	for i := range s.clauses {
		cl := &s.clauses[i]
		if cl.negated || cl.who&pSelf != 0 || s.is(cl.from, cl.to, mYes) || s.answer.has(cl.from, cl.to, "i", "me", "we", "us", "our", "mine", "myself") {
			return false
		}
		theirs = theirs || cl.other && cl.who&(pFamily|pFriend) != 0 && (s.is(cl.from, cl.to, mTheirs) || s.answer.has(cl.from, cl.to, "him", "her", "them"))
	}
	return theirs
}

// asksOfOthers reports whether the officer's line names people besides the applicant.
func (s *sheet) asksOfOthers() bool {
	return slices.ContainsFunc(s.answer.line, func(t term) bool { return t.party&pHuman&^pSelf != 0 })
}

// late reports whether other things are said before the answer at word at: another
// sentence, two clauses, or that it is a long story.
func (s *sheet) late(start, at int) bool {
	if at-start >= nearStart/2 && s.any(start, at, tLate) || s.sentenceOf(at) > s.sentenceOf(start) {
		return true
	}
	return s.within[at]-s.within[start] >= 2 && s.relevant(start) != meets && at-start >= nearStart
}

// partly reports whether a question of two parts got one of them.
func (s *sheet) partly() bool {
	w := s.query.also
	switch {
	case s.traits[s.first()]&(tNo|tNegate) != 0:
		return false
	case s.query.joined == "which" && !s.properName():
		return true
	case s.query.joined != "" && s.query.joined != "which" && w == wantAnything:
		return s.oneThing() && !(s.query.joined == "why" && s.linked())
	case w == wantAnything:
		return false
	}
	if when := []want{wantDate, wantLength}; slices.Contains(when, w) && slices.Contains(when, s.query.want) && s.mentionsOf(measure.Calendar, measure.Duration) == 1 {
		return true // "it starts in September" tells not how long
	}
	return s.typed(w) < 0 || slices.Contains(closedWants, s.query.want) && s.typed(s.query.want) < 0
}

// mentionsOf counts the measures of the kinds that are told outright.
func (s *sheet) mentionsOf(kinds ...measure.Kind) int {
	n := 0
	for _, m := range s.mentions {
		if slices.Contains(kinds, m.Kind) && !s.loose(m) && !s.dead[m.From] {
			n++
		}
	}
	return n
}

// oneThing reports whether an answer has no more than one clause that says something
// of its own.
func (s *sheet) oneThing() bool {
	n := 0
	for i, cl := range s.clauses {
		if !s.common[i] && (s.specific(cl.from, cl.to) || s.any(cl.from, cl.to, tRole)) {
			n++
		}
	}
	return n < 2
}

// leadsUp reports whether what is said before the answer at word at is a fact that
// belongs to it, in the one sentence before: "my daughter had a baby, I will help her".
func (s *sheet) leadsUp(start, at int) bool {
	cl := s.clauseOf(start)
	return slices.Contains([]questionbank.AnswerType{questionbank.Open, questionbank.Technical}, s.query.kind) && s.sentenceOf(at) == cl.sentence+1 &&
		s.relevant(start) != strays && !s.common[s.within[start]] && s.specific(cl.from, cl.to) && !s.any(start, at, tLate|tFeeling)
}

func (s *sheet) sentenceOf(word int) int { return s.clauseOf(word).sentence }

// withoutEvidence judges an answer that holds no fact of the kind asked for.
func (s *sheet) withoutEvidence() (band, at int, reason string) {
	switch at := s.find(0, len(s.words), tForget); {
	case at >= 0 && s.findsOut():
		return 3, at, "You said you do not know it and will find out. Do so before the interview."
	case at >= 0:
		return 2, at, "You said you do not know. If you can find out, do so before the interview."
	case s.query.ties && len(s.pulls) > 0:
		return 2, -1, "This is general. Name the post, person or date that calls you back."
	case s.any(0, len(s.words), tDeflect|tDecline|tHostile):
		return 0, -1, "This does not answer the question. Say the fact that was asked for."
	case s.any(0, len(s.words), tFeeling):
		return 1, -1, "This tells a feeling. Say the fact that was asked for."
	case s.astray() && s.query.kind == questionbank.Closed:
		return 0, -1, "This tells of something else. Say the fact that was asked for."
	case s.astray():
		return 1, -1, "This answers another question. Start with what was asked."
	case s.wantsFact() && s.leavesVague() && s.content():
		return 2, -1, "This leaves open what was asked. Say the fact itself."
	case s.wantsFact() && !s.touches() && !s.any(0, len(s.words), tFirst):
		return 0, -1, "This does not answer the question. Say the fact that was asked for."
	case s.touches() || s.specific(0, len(s.words)) && !s.any(0, len(s.words), tFirst) && !s.astray() || s.query.want == wantAnything || s.query.want == wantReason:
		return 2, -1, "This is general. Start with one fact of your own that can be checked."
	case s.any(0, len(s.words), tFirst), s.query.want == wantYesNo && s.content():
		return 1, -1, "This answers another question. Start with the fact asked for."
	}
	return 0, -1, "This does not answer the question. Say the fact that was asked for."
}

// wantsFact reports whether a line asks for one plain fact: who, where, when, how many.
func (s *sheet) wantsFact() bool {
	return s.query.want != wantYesNo && s.query.want != wantPaper && slices.Contains(closedWants, s.query.want)
}

// leavesVague reports whether an answer speaks of what was asked only by a word that fits
// everything of its kind: "somebody", "enough", "quite long".
func (s *sheet) leavesVague() bool {
	words := vagueOf[s.query.want]
	for i := range s.words {
		if words[s.words[i].Text] && s.relevant(i) != strays && !s.dead[i] {
			return true
		}
	}
	return false
}

// vagueOf are the words by kind of fact that leave it open.
var vagueOf = map[want]map[string]bool{
	wantWho:    wordSet("somebody someone people others everyone everybody anybody some one they nobody's"),
	wantAmount: wordSet("enough some few several many much lot lots plenty sufficient little more most less reasonable normal expensive cheap"),
	wantCount:  wordSet("enough some few several many much lot lots plenty little more most"),
	wantLength: wordSet("long short while time period some few several until till"),
	wantDate:   wordSet("soon later sometime some time after before when next early late once"),
	wantPlace:  wordSet("somewhere anywhere different various places place some hotel friend friend's house area"),
}

// touches reports whether the answer shares a content word with the question.
func (s *sheet) touches() bool {
	return slices.ContainsFunc(s.words, func(w measure.Word) bool { return slices.Contains(s.query.plain, w.Text) })
}

// evidence is the first word that answers the question, or -1: a claim on a field
// it asks for, else a fact of the kind it asks for.
func (s *sheet) evidence() int {
	at := -1
	if s.press != nil && slices.ContainsFunc(s.claims, s.answersPress) {
		return s.first() // whichever side it takes, it takes one
	}
	for _, cl := range s.claims {
		if i := s.wordAt(cl.Span.Start); cl.tells() && s.suits(cl) && i < len(s.words) && !s.dead[i] && !s.common[s.within[i]] && s.asks(cl.Field) && s.bears(cl, *s.clauseOf(i)) && !s.c.beside(s.answer, cl) {
			at = earliest(at, i)
		}
	}
	at = s.sooner(at, s.query.want)
	if other := s.typed(s.query.also); s.query.also != wantAnything && (at >= 0 || s.relevant(other) == meets || other >= 0 && s.verbless(s.clauseOf(other))) {
		at = s.sooner(at, s.query.also)
	}
	if at >= 0 && s.traits[at]&(tDeflect|tDecline) != 0 && s.press == nil {
		return -1
	}
	return at
}

// suits reports whether a claim can be the kind of fact asked for: a name is no date
// and no amount.
func (s *sheet) suits(cl Claim) bool {
	if s.query.also != wantAnything {
		return true
	}
	switch s.query.want {
	case wantAmount:
		return cl.kind == kindAmount || cl.kind == kindDuration || cl.kind == kindCount
	case wantCount, wantLength, wantDate:
		return cl.kind != kindName && cl.kind != kindLabel && cl.kind != kindPlace && cl.kind != kindPayer
	}
	return true
}

// sooner is where a kind of fact is given when that is before word at, or when
// nothing is at all yet.
func (s *sheet) sooner(at int, w want) int {
	if typed := s.typed(w); typed >= 0 && (at < 0 || typed < at && (w != wantWho || s.query.also != wantAnything)) {
		return typed
	}
	return at
}

// answersPress reports whether a claim is on what the officer presses on.
func (s *sheet) answersPress(cl Claim) bool {
	return cl.Field == s.press.Field || ruleOf[cl.kind] == s.press.Rule
}

// tells reports whether a claim gives its fact: it keeps nothing back, and it is
// no plan or purpose, of which any words can be one.
func (cl Claim) tells() bool {
	return !cl.partial && cl.kind != kindWithheld && (cl.kind != kindPlan || cl.Field == workPlan) && cl.kind != kindPurpose
}
