package scoring

import (
	"slices"
	"strings"

	"github.com/viceconsul/viceconsul/interview/transcript/measure"
)

// A plan that an officer would act on is rarely said in one word. A scene is a
// sentence with all it hints at together: who is paid, for what, where, and that
// nobody is to know.

// A scene is a kind of statement, told by the hints a sentence has together.
type scene struct {
	kind  string
	in    func(*sheet) bool // the interviews in which it is a risk
	needs []hint            // of each set one
	bars  hint              // what makes it harmless
	line  hint              // what the officer's line must speak of; 0 for anything
	ahead bool              // it must be to come
	close bool              // the applicant stands in the clause of the first need
}

var scenes = []scene{
	{kind: riskWork, in: (*sheet).visitor, needs: []hint{ofPay, ofToil | ofTrade | ofLabour | ofNeeding}, bars: ofOurPay | ofWatching, ahead: true},
	{kind: riskWork, in: (*sheet).visitor, needs: []hint{ofShift, ofWish}, bars: ofOurPay, ahead: true, close: true},
	{kind: riskWork, in: (*sheet).visitor, needs: []hint{ofNeeding, ofToil | ofTrade}, bars: ofOurPay, ahead: true},
	{kind: riskWork, in: everybody, needs: []hint{ofSecret, ofToil | ofLabour | ofPay | ofShift}, bars: ofOurPay, ahead: true},
	{kind: riskJob, in: (*sheet).visitor, needs: []hint{ofPost, ofSearch | ofChance | ofTaking}, ahead: true},
	{kind: riskJob, in: (*sheet).visitor, needs: []hint{ofChance, ofTaking | ofStaying}, ahead: true},
	{kind: riskJob, in: (*sheet).exchange, needs: []hint{ofMore, ofWish}, line: ofLabour | ofMore | ofToil, ahead: true},
	{kind: riskMarry, in: (*sheet).tied, needs: []hint{ofSwitching, ofOtherVisa}, ahead: true},
	{kind: riskMarry, in: (*sheet).visitor, needs: []hint{ofEnrolling, ofSchool}, ahead: true, close: true},
	{kind: riskMarry, in: (*sheet).tied, needs: []hint{ofWedding, ofPapers | ofResidence}, ahead: true, close: true},
	{kind: riskSettle, in: (*sheet).tied, needs: []hint{ofNoWayBack}},
	{kind: riskSettle, in: (*sheet).sellsUp, needs: []hint{ofSelling}},
	{kind: riskSettle, in: (*sheet).tied, needs: []hint{ofStaying, ofBeyond}, ahead: true, close: true},
	{kind: riskSettle, in: (*sheet).tied, needs: []hint{ofSettled}, ahead: true},
	{kind: riskSettle, in: (*sheet).petitionless, needs: []hint{ofResidence}, bars: ofBefore, ahead: true, close: true},
	{kind: riskFunds, in: (*sheet).asksFunds, needs: []hint{ofDoubt, ofFunds | ofHelpers | ofDoubt}, bars: ofReady, line: ofFunds},
	{kind: riskEarnFees, in: (*sheet).student, needs: []hint{ofEarnings}, bars: ofOurPay, line: ofFunds | ofFees},
	{kind: riskPatients, in: (*sheet).visitor, needs: []hint{ofCure, ofPatient}, bars: ofWatching, ahead: true, close: true},
	{kind: riskPurpose, in: everybody, needs: []hint{ofPretence, ofForm, ofTruth}},
	{kind: riskHostile, in: everybody, needs: []hint{ofGift}},
	{kind: riskHostile, in: everybody, needs: []hint{ofMenace}},
	{kind: riskHostile, in: (*sheet).refusedAlready, needs: []hint{ofOffering}, line: ofRefusing},
	{kind: riskScript, in: everybody, needs: []hint{ofCoaching}},
}

// Hints that hold even in a clause that denies, that tells of what is past, or that speaks
// of home: denying is what they do, or they are about the words of today.
const (
	evenDenied = ofNoWayBack | ofSelling | ofSecret | ofDoubt | ofFunds | ofFees | ofCoaching | ofBeyond | ofPretence | ofTruth | ofForm | ofMenace | ofPapers
	evenGone   = ofCoaching | ofPretence | ofTruth | ofForm | ofNoWayBack | ofSelling
	evenHome   = ofNoWayBack | ofSelling | ofDoubt | ofFunds | ofHelpers | ofCoaching | ofPretence | ofTruth | ofForm | ofGift | ofMenace
)

func everybody(*sheet) bool { return true }

func (s *sheet) tied() bool { return s.c.category.HasTies() }

// sellsUp is the part of those whose line does not ask for money: a house sold tells of no
// way back, but where the savings come from it is what they come from.
func (s *sheet) sellsUp() bool {
	return s.tied() && !s.asksFunds() && !s.lineHas([]string{"savings", "deposit", "deposits", "account", "bank", "balance"})
}

// petitionless reports whether the line asks nothing about petitions, in an interview
// that weighs the wish to stay.
func (s *sheet) petitionless() bool {
	return s.tied() && !s.asks("us_history.immigrant_petition", "us_history.dv_lottery")
}

// refusedAlready reports whether the officer's line is no question: it says no.
func (s *sheet) refusedAlready() bool { return !strings.Contains(s.turn.Officer, "?") }

func (s *sheet) student() bool { return s.tied() && !s.visitor() && !s.programmeWork() }

func (s *sheet) exchange() bool { return s.tied() && s.programmeWork() }

func (s *sheet) asksFunds() bool {
	return slices.ContainsFunc(s.query.fields, moneyField) || s.tied() && !s.asks("j1.funding") && (s.lineTraits()&(tPay|tFees) != 0 || s.lineHas([]string{"money", "funds", "fund", "loan", "balance", "cover", "afford", "savings", "scholarship", "cost", "costs", "rest", "remaining", "semester", "sponsor"}))
}

// scenesOf adds what the sentences of an answer tell as a whole.
func (s *sheet) scenesOf(out []statement) []statement {
	if !hints.speaksOf(s.lexemes) {
		return out
	}
	said := hints.traitsBy(s.words, s.lexemes)
	s.measuredStays(said)
	var all hint
	for i := range said {
		all |= said[i]
	}
	if all&anyScene == 0 {
		return out
	}
	line := s.lineHints()
	for _, se := range s.spans {
		if s.dead[se.from] {
			continue
		}
		told, ahead := s.toldIn(se, said)
		told |= all & ofReady
		for i := range scenes {
			sc := &scenes[i]
			if slices.ContainsFunc(out, func(st statement) bool { return st.kind == sc.kind }) || !sc.fits(told) || sc.line != 0 && line&sc.line == 0 || sc.ahead && !ahead || !sc.in(s) {
				continue
			}
			if s.refusedScene(sc, line) || !s.ownScene(sc, se, said) {
				continue
			}
			out = withStatement(out, statement{kind: sc.kind, from: se.from, to: se.to, sure: true})
		}
	}
	return out
}

// measuredStays takes from a stay of some weeks that it brings papers: "see them
// marry and stay two weeks".
func (s *sheet) measuredStays(said []hint) {
	for _, m := range s.mentions {
		if m.Kind != measure.Duration || m.Unit != "day" && m.Unit != "week" {
			continue
		}
		for i := max(0, m.From-2); i < m.From; i++ {
			if said[i]&ofStaying != 0 {
				said[i] &^= ofPapers
			}
		}
	}
}

// anyScene are the first needs of all scenes: without one there is none.
var anyScene = func() (all hint) {
	for _, sc := range scenes {
		all |= sc.needs[0]
	}
	return all
}()

func (sc *scene) fits(told hint) bool {
	return told&sc.bars == 0 && !slices.ContainsFunc(sc.needs, func(n hint) bool { return told&n == 0 })
}

// lineHints is what the officer's line hints at.
func (s *sheet) lineHints() hint {
	var all hint
	for _, w := range s.ask {
		all |= hints.word(w)
	}
	return all
}

// toldIn is what the clauses of a sentence tell together, each as far as it says it as
// so, and whether it is told of what is to come, there.
func (s *sheet) toldIn(se clause, said []hint) (told hint, ahead bool) {
	present := s.presentJob() && !s.asksAhead()
	ahead = s.there(se) || !present && (s.asksAhead() || len(s.ask) <= shortLine && (s.query.want != wantYesNo || s.lineHas([]string{"then", "after", "next", "afterwards", "later"})))
	for _, cl := range s.clauses {
		if cl.sentence != se.sentence {
			continue
		}
		h := s.toldBy(cl, said)
		if cl.quoted && s.turnsAfter(cl, said) {
			h = 0
		}
		told |= h
	}
	return told, ahead || told&ofWish != 0 && !present
}

// toldBy is what a clause tells as far as it says it as so: nothing that it denies, that
// is over, or that is at home.
func (s *sheet) toldBy(cl clause, said []hint) hint {
	var before, after hint
	for i := cl.from; i < cl.to; i++ {
		if cl.negated && i >= cl.not {
			after |= said[i]
		} else {
			before |= said[i]
		}
	}
	h := before | after&evenDenied
	switch {
	case cl.question:
		return h & ofNoWayBack // "Why would I come back?"
	case h&ofWish == 0 && s.happened(cl):
		h &= evenGone
	}
	if before&ofHome != 0 || s.asksOfReturned() && !s.there(cl) || !cl.negated && (s.atHomeLand(cl) || s.ofDailyWork(cl)) && !s.there(cl) {
		h &= evenHome
	}
	return h
}

// ofDailyWork reports whether a clause goes on, in the present, about the post that the
// clause before it tells of: "I'm nutritionist in a clinic. I see the patients".
func (s *sheet) ofDailyWork(cl clause) bool {
	return cl.from > 0 && cl.marks&mSoon == 0 && !s.any(cl.from, cl.to, tIntent) && s.answer.ofPost(s.clauseOf(cl.from-1))
}

// happened reports whether a clause tells of what was done, and not only of what was
// said or agreed.
func (s *sheet) happened(cl clause) bool {
	if !s.gone(&cl) {
		return false
	}
	for i := cl.from; i < cl.to; i++ {
		if w := s.words[i].Text; (s.lexemes[i].past || w == "was" || w == "were" || w == "had" || w == "been") && !arranged[w] {
			return true
		}
	}
	return false
}

// arranged are past forms of what was said or agreed about what is to come.
var arranged = set("told said heard promised agreed offered arranged accepted found advised suggested")

// presentJob reports whether the line asks about the work the applicant has.
func (s *sheet) presentJob() bool {
	return s.asks("employment.occupation", "employment.title", "employment.employer", "employment.duties", "employment.monthly_income")
}

// turnsAfter reports whether an answer turns against what somebody said: "my uncle wants
// me to stay, but".
func (s *sheet) turnsAfter(cl clause, said []hint) bool {
	for i := cl.to; i < len(s.words); i++ {
		if said[i]&ofSecret != 0 {
			continue // "no papers needed"
		}
		if said[i]&ofTurning != 0 || s.traits[i]&(tNegate|tNo) != 0 {
			return true
		}
	}
	return false
}

// refusedScene reports whether the answer opens with a no to a line about the very
// thing: "Will you work there?" "No, I cannot work".
func (s *sheet) refusedScene(sc *scene, line hint) bool {
	at := s.first()
	return at >= 0 && s.traits[at]&tNo != 0 && s.query.want == wantYesNo && line&(sc.needs[0]|ofLabour|ofSettled|ofStaying) != 0 && sc.needs[0]&evenDenied == 0
}

// self are the words by which an applicant takes part in what is told.
var self = set("i i'll i'd i'm i've me we we'll we'd we're us myself us")

// ownScene reports whether a scene is the applicant's own: the applicant stands in it,
// in the clause of the matter itself where it could as well be somebody else's, or
// nobody else does.
func (s *sheet) ownScene(sc *scene, se clause, said []hint) bool {
	if sc.kind == riskHostile || sc.kind == riskScript || sc.kind == riskFunds || sc.kind == riskPurpose {
		return true
	}
	others, bare := false, true
	for _, cl := range s.clauses {
		if cl.sentence != se.sentence {
			continue
		}
		if sc.close && !s.tellsOne(cl, said, sc.needs[0]) {
			continue
		}
		for i := cl.from; i < cl.to; i++ {
			if s.lexemes[i].is&isSelf != 0 && !s.answer.has(i-1, i, "from") { // "she takes over from me"
				return true
			}
		}
		if s.tellsMine(cl, said, ofEarnings) {
			return true // "from my earnings there"
		}
		if cl.quoted && s.tellsOne(clause{from: cl.to, to: len(said)}, said, ofTaking) {
			return true // "he says marry there, I think about it"
		}
		if deeds[s.words[cl.from].Text] && s.tellsOne(cl, said, sc.needs[0]) {
			return true // "marry my American partner"
		}
		bare = bare && (!sc.close || s.bare(cl))
		others = others || cl.other || s.words[cl.from].Text == "my"
		if cl.who == 0 && s.words[cl.from].Text != "my" && s.asksAhead() && (s.bare(cl) || s.answer.has(cl.from, cl.to, "plus", "also", "doing")) && s.tellsOne(cl, said, sc.needs[len(sc.needs)-1]) {
			return true // "plus doing hair for the ladies"
		}
		if s.answer.has(cl.from, cl.to, "told") && s.answer.has(cl.from, cl.to, "to") && !s.is(cl.from, cl.to, mThey) {
			return true // "my father told to settle there"
		}
	}
	return !others && bare && !(s.ownLine && s.lineHas(personPronouns) && !s.lineHas([]string{"you", "your"}))
}

// tellsOne reports whether a word of a clause gives one of some hints.
func (s *sheet) tellsOne(cl clause, said []hint, of hint) bool {
	return slices.ContainsFunc(said[cl.from:cl.to], func(h hint) bool { return h&of != 0 })
}

// tellsMine reports whether what a word of a clause gives is the applicant's: "my wages".
func (s *sheet) tellsMine(cl clause, said []hint, of hint) bool {
	for i := cl.from; i < cl.to; i++ {
		if said[i]&of != 0 && s.answer.has(max(i-1, cl.from), i+1, "my") {
			return true
		}
	}
	return false
}
