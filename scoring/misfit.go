package scoring

import (
	"slices"

	"github.com/viceconsul/viceconsul/interview/transcript"
	"github.com/viceconsul/viceconsul/interview/transcript/measure"
)

// misfits reports whether a clause gives a kind of thing that no answer to the question
// is, whatever its words are about: a bare number to "who?", a bare place to "what do you
// study?", what the applicant does where somebody else was asked about.
func (s *sheet) misfits(cl clause) bool {
	switch opens := s.first() >= cl.from && s.first() < cl.to; {
	case opens && s.only(cl, s.measures):
		return !s.takesMeasure(cl)
	case opens && s.only(cl, s.locates):
		return !s.takesPlace()
	case opens && s.ofOther(cl):
		return true
	case s.query.third && s.ofMine(cl):
		return !s.verbless(&cl)
	case s.query.thing && s.query.want == wantAnything && s.query.about&^(aboutTrip|aboutReturn|aboutHealth) != 0 && s.ofMine(cl):
		about, _ := s.aboutIn(cl, s.matters())
		return about&s.query.about == 0 && !s.touchesIn(cl) && !s.verbless(&cl)
	}
	return s.tellsOfThing(cl)
}

// ofOther reports whether a clause is nothing but a declared fact of another matter than
// the question's: the school's name, where relatives were asked for.
func (s *sheet) ofOther(cl clause) bool {
	if s.query.about == 0 || !slices.Contains(closedWants, s.query.want) || !s.verbless(&cl) {
		return false
	}
	may := s.query.about
	if s.query.want != wantYesNo {
		may |= s.query.answers
	}
	return slices.ContainsFunc(s.verdicts, func(f transcript.Finding) bool {
		of := matterOfField(f.Field)
		at := s.wordAt(f.Span.Start)
		return f.Verdict == transcript.Consistent && of != 0 && of&may == 0 && !s.asks(f.Field) && at >= cl.from && at < cl.to && s.bareUpTo(cl.from, at)
	})
}

// tellsOfThing reports whether a clause says what a thing or place is, has or does that the
// question does not speak of, where the question is about the applicant's own doing or
// wants a plain fact: "the park is near a lake".
func (s *sheet) tellsOfThing(cl clause) bool {
	if s.query.want != wantAnything && !s.wantsFact() || s.query.want == wantWho || cl.inherits || cl.hypothetical || cl.marks&mSay != 0 {
		return false
	}
	if s.query.want == wantAnything && (s.query.supposes || !anyOf(s.ask, "you your you'll you're you've") || anyOf(s.ask, "if would lose happen happens")) {
		return false
	}
	if w := s.query.want; (w == wantLength || w == wantDate) && s.measured(cl.from, cl.to, measure.Duration, measure.Calendar) >= 0 {
		return false // "The contract is till December" says how long
	}
	head := s.thingSubject(cl)
	if head < 0 || anaphoric[s.words[head].Text] || s.lineStem(s.words[head].Text) {
		return false
	}
	if about, _ := s.aboutIn(cl, s.matters()); about&s.query.about != 0 && !s.situates(cl) {
		return false
	}
	return !s.hasWord(cl, "i", "me", "my", "we", "us", "our", "mine", "myself") && !s.touchesIn(cl)
}

// situates reports whether a clause only says where a thing is or what it looks like, in
// answer to what the applicant does.
func (s *sheet) situates(cl clause) bool {
	at := s.copulaIn(cl)
	if s.query.want != wantAnything || at < 0 || anyOf(s.ask, "where like area place about city town describe which") {
		return false
	}
	for i := at + 1; i < cl.to; i++ {
		if situating[s.words[i].Text] {
			return true
		}
		if s.traits[i]&(tEmpty|tNegate) == 0 && !s.terms[i].is(mNot) {
			return false
		}
	}
	return false
}

// situating are words for where something lies and how it looks.
var situating = wordSet("near far close next beside big small large huge tiny hot cold warm rainy dry green old new quiet clean busy crowded beautiful famous nice peaceful city town village")

// anaphoric are nouns that stand for what was spoken of.
var anaphoric = wordSet("one ones rest same total sum other others first second third last latter former difference both half answer reason problem plan")

// thingSubject is the last word of the noun a clause begins with, when a verb follows and
// the noun is nobody and nothing of the applicant's, or -1.
func (s *sheet) thingSubject(cl clause) int {
	i := cl.from
	for i < cl.to && (s.traits[i]&(tFiller|tGreeting) != 0 || s.lexemes[i].is&isAddress != 0 || s.words[i].Text == "but" || s.words[i].Text == "and") {
		i++
	}
	if i >= cl.to || !s.answer.has(i, i+1, "the", "this", "that", "these", "those") && !s.named(i) {
		return -1
	}
	head := -1
	for ; i < cl.to; i++ {
		w := s.words[i].Text
		switch {
		case ascribing[w] || s.terms[i].is(mVerb|mPay) && head >= 0 || s.lexemes[i].past:
			return head
		case s.terms[i].party&pHuman != 0, i > cl.from && (whither[w] || w == "of"), s.inMention(i):
			return -1
		case s.named(i) || s.traits[i]&tEmpty == 0:
			head = i
		}
	}
	return -1
}

// only reports whether a clause holds nothing but words of one kind, with such as only
// join or weigh them.
func (s *sheet) only(cl clause, kind func(int) bool) bool {
	found := false
	for i := cl.from; i < cl.to; i++ {
		switch {
		case kind(i):
			found = true
		case s.terms[i].is(mI | mThey):
			return false
		case s.traits[i]&(tEmpty|tFiller|tGreeting|tYes|tNo) != 0, s.lexemes[i].is&isAddress != 0:
		default:
			return false
		}
	}
	return found && s.verbless(&cl)
}

func (s *sheet) measures(i int) bool { return s.inMention(i) }

func (s *sheet) locates(i int) bool { return s.terms[i].is(mPlace) }

// takesMeasure reports whether a bare number, date, length or sum can answer the question.
func (s *sheet) takesMeasure(cl clause) bool {
	money := s.measured(cl.from, cl.to, measure.Money) >= 0
	switch w := s.query.want; {
	case w == wantLength && s.query.also == wantAnything && s.sumOnly(cl):
		return false
	case slices.Contains(inNumbers, w), w == wantPaper, slices.Contains(inNumbers, s.query.also):
		return true
	case w == wantWho, w == wantPlace, w == wantReason:
		return s.query.also != wantAnything
	case cl.hedged, s.answer.has(cl.from, cl.to, "only"):
		return true
	case w == wantYesNo && money:
		return s.query.about == 0 || s.query.about&aboutMoney != 0
	case w == wantYesNo:
		return anyOf(s.ask, "ever been before any anyone anybody have has had did was were visited kids children brothers sisters siblings first last many much") || len(s.ask) <= 2
	}
	return len(s.ask) == 0 || s.ask[len(s.ask)-1] != "do" && !anyOf(s.ask, "doing work study studying job role degree plan plans purpose reason subject research happened different changed meet met why")
}

// sumOnly reports whether the measures of a clause are numbers too large for a length and
// no year: "around fifty thousand".
func (s *sheet) sumOnly(cl clause) bool {
	from := slices.IndexFunc(s.mentions, func(m measure.Mention) bool { return m.From >= cl.from })
	for _, m := range s.mentions[max(from, 0):] {
		if m.From >= cl.to {
			break
		}
		if m.Kind != measure.Money && (m.Kind != measure.Number || m.Low < 1000 || isYear(m)) {
			return false
		}
	}
	return from >= 0
}

// takesPlace reports whether a bare place can answer the question.
func (s *sheet) takesPlace() bool {
	switch s.query.want {
	case wantPlace, wantYesNo, wantPaper:
		return true
	case wantAnything:
		return s.query.about == 0 || s.query.about&(aboutTrip|aboutDwelling|aboutCountry|aboutReturn|aboutLaw) != 0
	}
	return s.query.also == wantPlace
}

// inNumbers are the kinds of fact that are a number, a sum, a length or a date.
var inNumbers = []want{wantAmount, wantCount, wantLength, wantDate}
