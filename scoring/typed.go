package scoring

import (
	"slices"
	"strings"

	"github.com/viceconsul/viceconsul/interview/transcript/measure"
)

// typed is the first word that gives a kind of fact, or -1. What stands in a clause
// about something else gives nothing.
func (s *sheet) typed(w want) int {
	switch w {
	case wantYesNo:
		if at := s.yesOrNo(); at >= 0 || !s.query.leaves {
			return at
		}
		return s.account()
	case wantWho:
		return s.who()
	case wantAmount:
		return s.value(measure.Money, measure.Number)
	case wantCount:
		at := earliest(s.value(measure.Number), s.number())
		if at < 0 && !s.leavesVague() {
			at = s.find(0, len(s.words), tNo)
		}
		return at
	case wantLength:
		return earliest(s.value(measure.Duration, measure.Calendar, measure.Number), s.event())
	case wantDate:
		return earliest(s.value(measure.Calendar, measure.Duration), s.year(), s.event())
	case wantPlace:
		return s.where()
	case wantPaper:
		return s.first()
	}
	return s.account()
}

// value is the first measure of one of the kinds that may answer the question, or -1.
func (s *sheet) value(kinds ...measure.Kind) int {
	for _, m := range s.mentions {
		if !s.dead[m.From] && slices.Contains(kinds, m.Kind) && !s.loose(m) && s.relevant(m.From) != strays && !s.countsOther(m) {
			return m.From
		}
	}
	return -1
}

// number is the first word that counts without being a number, or -1: "only one", "both".
func (s *sheet) number() int {
	at := s.first()
	if at >= 0 && s.answer.has(at, at+1, "only", "just") {
		at++
	}
	if at < 0 || at >= len(s.words) || !countWords[s.words[at].Text] {
		return -1
	}
	return at
}

// countWords are the words for how many that are no numbers.
var countWords = wordSet("one once twice both single")

// countsOther reports whether a number counts things the question is not about: "a
// room with two beds".
func (s *sheet) countsOther(m measure.Mention) bool {
	if m.Kind != measure.Number || m.To >= len(s.words) || s.words[m.To].Breaks || s.query.about == 0 {
		return false
	}
	of := matters.word(s.words[m.To].Text)
	return of != 0 && of&(s.query.about|s.query.answers) == 0
}

// year is the first number that reads as a year, or -1.
func (s *sheet) year() int {
	for _, m := range s.mentions {
		if isYear(m) && !s.dead[m.From] {
			return m.From
		}
	}
	return -1
}

// event is where a day is told by what happens on it, or -1: "after Diwali".
func (s *sheet) event() int {
	for i, w := range s.words {
		if (w.Text == "after" || w.Text == "before" || w.Text == "during" || w.Text == "since") && i+1 < len(s.words) && !s.words[i+1].Breaks && s.relevant(i) != strays {
			for j := i + 1; j < min(i+4, len(s.words)); j++ {
				if s.named(j) || s.traits[j]&tEmpty == 0 && s.lexemes[j].is&isJudging == 0 {
					return i
				}
			}
		}
	}
	return -1
}

// earliest is the least of the word numbers that are not -1.
func earliest(at ...int) int {
	least := -1
	for _, i := range at {
		if i >= 0 && (least < 0 || i < least) {
			least = i
		}
	}
	return least
}

// yesOrNo is where a yes or no is said, or a statement that amounts to one.
func (s *sheet) yesOrNo() int {
	start := s.first()
	if start < 0 {
		return -1
	}
	if s.traits[start]&(tYes|tNo|tNegate) != 0 && s.traits[start]&(tForget|tDecline|tUndecided) == 0 {
		return start
	}
	if s.commonplace(*s.clauseOf(start)) {
		return earliest(s.decided(), s.oneOfAny())
	}
	if s.owns(*s.clauseOf(start)) || s.query.people && s.words[start].Text != "it" && standins[s.words[start].Text] && s.specific(start, s.clauseOf(start).to) || s.counted() >= 0 || sameWords[s.words[start].Text] || s.words[start].Text == "a" && s.answer.has(start+1, start+2, "little", "few") {
		return start
	}
	if s.any(0, len(s.words), tForget) {
		return -1
	}
	if n := s.within[start]; s.rel[n] == meets && !s.clauses[n].question && s.specific(s.clauses[n].from, s.clauses[n].to) && !s.any(s.clauses[n].from, s.clauses[n].to, tDecline|tDeflect|tUndecided) {
		return start
	}
	return earliest(s.decided(), s.echo(), s.oneOfAny())
}

// decided is the first yes, no or denial outside what strays and what is not known.
func (s *sheet) decided() int {
	for i := range s.words {
		if s.traits[i]&(tYes|tNo|tNegate) != 0 && s.traits[i]&(tForget|tDecline|tUndecided) == 0 && !s.dead[i] && s.relevant(i) != strays {
			return i
		}
	}
	return -1
}

// owns reports whether a clause affirms in a helping verb alone: "I did", "there is
// one", "it is with me".
func (s *sheet) owns(cl clause) bool {
	for i := cl.from; i+1 < cl.to; i++ {
		if s.traits[i]&(tFiller|tGreeting) != 0 || s.lexemes[i].is&isAddress != 0 {
			continue
		}
		return pronouns[s.words[i].Text] && (helping[s.words[i+1].Text] || acted[s.words[i+1].Text]) &&
			(i+2 == cl.to || s.words[i].Text == "there" || s.answer.has(i+2, i+4, "with", "here", "there", "ready", "done") || s.answer.has(i+2, i+3, "in", "on") && !s.any(cl.from, cl.to, tDeflect))
	}
	return false
}

// acted are the other verbs that stand for the one of the question.
var acted = wordSet("do does did can could would should might may")

// pronouns stand for what the question was about.
var pronouns = wordSet("i we he she it they that those there one")

// sameWords open an answer that amounts to a yes or a no with its limits.
var sameWords = wordSet("same still only except both neither partly half almost mostly little sometimes once twice")

// counted is a number, date or length said as the first thing, or -1: "Twice, in
// 2023."
func (s *sheet) counted() int {
	at := s.value(measure.Number, measure.Money, measure.Duration, measure.Calendar)
	if at < 0 || at > s.first() {
		return -1
	}
	return at
}

// oneOfAny is who or what is named first when the question asks for any, or -1.
func (s *sheet) oneOfAny() int {
	at := earliest(s.party(), s.nameAt)
	if at >= 0 && at == s.first() && s.nameAt == at && s.clauseOf(at).marks&(mVerb|mI) == 0 && s.relevant(at) != strays {
		return at // "Have you travelled?" "Thailand, in 2019."
	}
	if !containsWords(s.query.text, "any") {
		return -1
	}
	if at < 0 || s.sentenceOf(at) != s.sentenceOf(s.first()) || s.is(s.clauseOf(at).from, at, mI) || s.relevant(at) != meets && !s.verbless(s.clauseOf(at)) {
		return -1
	}
	return at
}

// echo is the first word that states something of the applicant's own: "I am
// paying", "My leave is approved".
func (s *sheet) echo() int {
	for n, cl := range s.clauses {
		if s.any(cl.from, cl.to, tDeflect|tDecline|tForget|tUndecided) || s.rel[n] == strays || s.rel[n] == adjoins {
			continue
		}
		if i := s.find(cl.from, cl.to, tFirst); i >= 0 && (s.touchesIn(cl) || s.specific(cl.from, cl.to)) {
			return i
		}
	}
	return -1
}

func (s *sheet) touchesIn(cl clause) bool {
	for i := cl.from; i < cl.to; i++ {
		if slices.Contains(s.query.plain, s.words[i].Text) {
			return true
		}
	}
	return false
}

// specific reports whether a name, a measure or a particular word stands from
// from to to.
func (s *sheet) specific(from, to int) bool {
	for i := from; i < to; i++ {
		if s.particular(i) {
			return true
		}
	}
	return s.measured(from, to, measure.Number, measure.Money, measure.Duration, measure.Calendar) >= 0
}

// where is the first word that says a place, or where something comes from.
func (s *sheet) where() int {
	at := earliest(s.placeName(), s.placed(), slices.IndexFunc(s.words, func(w measure.Word) bool { return w.Text == "here" }))
	if s.query.about&aboutMoney != 0 {
		for i, t := range s.terms {
			if t.is(mFunds|mSaved|mLoan|mScholar) || t.party&^pSelf != 0 {
				return earliest(at, i)
			}
		}
	}
	return at
}

// placeName is the first name that can be a place's, or -1: one of the gazetteer, one
// that stands alone, or one after the word for where. "Orion has projects" names none.
func (s *sheet) placeName() int {
	for i := range s.words {
		if !s.named(i) || s.relevant(i) == strays {
			continue
		}
		located := i > 0 && (whither[s.words[i-1].Text] || s.words[i-1].Text == "the")
		if located || s.terms[i].is(mPlace) || s.verbless(s.clauseOf(i)) && s.copulaIn(*s.clauseOf(i)) < i {
			return i
		}
	}
	return -1
}

// whither are the words that say where.
var whither = wordSet("in at near from with to inside outside around")

// placed is the first "in", "at" or "near" with a content word after it.
func (s *sheet) placed() int {
	for i, w := range s.words {
		if !whither[w.Text] || s.relevant(i) == strays || s.common[s.within[i]] || s.answer.has(i+1, i+2, "many", "different", "various", "several", "some", "all", "any", "other") {
			continue // "in many states" is nowhere
		}
		for j := i + 1; j < min(i+4, len(s.words)); j++ {
			if s.particular(j) && w.Text != "with" || s.terms[j].party != 0 {
				return i
			}
		}
	}
	return -1
}

// account is where an answer to an open question begins to say something: the
// first clause of its own matter that is neither preamble nor commonplace, nor about
// something else.
func (s *sheet) account() int {
	if at := s.choice(); at >= 0 {
		return at
	}
	for n, cl := range s.clauses {
		if s.query.supposes && s.any(cl.from, cl.to, tFirst) && !s.any(cl.from, cl.to, tForget|tDeflect|tDecline|tHostile|tFeeling) && (!s.verbless(&cl) || s.any(cl.from, cl.to, tIntent)) && !s.likes(cl) {
			return cl.from // "What if they ask you to stay?" "I thank them."
		}
		if s.any(cl.from, cl.to, tDeflect|tDecline|tHostile|tFeeling|tUndecided) || s.commonplace(cl) || s.rel[n] == strays || s.rel[n] == adjoins && s.query.want == wantReason && !s.link || s.query.plan && !s.plans(cl) {
			continue
		}
		if s.query.naming && !s.canName(cl) {
			continue
		}
		if cl.hypothetical && !s.query.supposes && s.query.want != wantYesNo {
			continue
		}
		for i := cl.from; i < cl.to; i++ {
			person := s.terms[i].party&^pSelf != 0 && !s.dead[i] && (!s.terms[i].broad && s.traits[i]&tRelative != 0 || s.rel[n] == meets && s.traits[i]&tKin != 0)
			own := (s.particular(i) || s.named(i)) && s.lexemes[i].is&isStates == 0 && !slices.Contains(s.query.plain, s.words[i].Text)
			if person || own || s.measured(i, cl.to, measure.Money, measure.Duration, measure.Calendar) == i {
				return cl.from
			}
		}
	}
	return -1
}

// canName reports whether a clause can name what a question asks the name of: it stands
// without a verb, says what the applicant or the thing is or has, or speaks in the
// question's own words.
func (s *sheet) canName(cl clause) bool {
	for i := cl.from; i < cl.to; i++ {
		if w := s.words[i].Text; s.traits[i]&tEmpty == 0 && s.lineStem(w) || namingVerbs[w] || acquired[w] {
			return true
		}
	}
	first := s.words[cl.from].Text
	switch {
	case cl.marks&mSay != 0:
		return true
	case first == "there":
		return !s.answer.has(cl.from+1, cl.from+2, "is", "are", "was", "were")
	case first == "they":
		return s.query.people
	case s.verbless(&cl):
		return true
	}
	return !pronouns[first] && !s.answer.has(cl.from, cl.from+1, "the", "this", "my", "our")
}

// acquired are the verbs of having, getting and doing what can be named.
var acquired = wordSet("hold holds holding finished completed graduated got earned took takes take taking chose chosen choose call called work works working want plan will")

// linked reports whether an answer ties what it says to the question: because, so
// that, to do something, to need something for it.
func (s *sheet) linked() bool {
	for i := range s.words[:max(len(s.words)-1, 0)] {
		if next := s.traits[i+1]; s.words[i].Text == "to" && !s.words[i+1].Breaks && (s.terms[i+1].is(mVerb|mHost|mWent) || next&(tTreat|tWork) != 0 || next == 0) && !s.named(i+1) {
			return true
		}
	}
	return s.answer.has(0, len(s.words), linkWords...)
}

var linkWords = strings.Fields("because so therefore reason need needs needed want wants wanted lack lacks only cannot can't could useful use help helps no not for")

// choice is where one of the things the line offers is said, or -1: "B-1 or B-2?"
func (s *sheet) choice() int {
	if !s.query.choice {
		return -1
	}
	for i, w := range s.words {
		if s.traits[i]&tEmpty == 0 && !s.dead[i] && slices.Contains(s.ask, w.Text) {
			return i
		}
	}
	return -1
}

// plans reports whether a clause can be part of a plan for afterwards: of the
// applicant or his own people, not of the past alone, and not of the stay there.
func (s *sheet) plans(cl clause) bool {
	own := s.any(cl.from, cl.to, tFirst) || cl.inherits && cl.who&pSelf != 0 || cl.marks&mVerb == 0
	back := s.any(cl.from, cl.to, tReturn|tHere|tTiePost)
	past := false
	for i := cl.from; i < cl.to; i++ {
		past = past || s.lexemes[i].past || s.words[i].Text == "done"
	}
	switch {
	case !own || cl.quoted:
		return false
	case past && !back && !s.any(cl.from, cl.to, tIntent):
		return false
	}
	return back || !s.query.returns || !s.abroad(cl) && !s.usPlace(cl)
}
