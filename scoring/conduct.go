package scoring

import (
	"slices"
	"strings"

	"github.com/viceconsul/viceconsul/questionbank"
)

// A conduct is how an applicant behaves in one answer, as far as an officer would
// speak to it.
type conduct struct {
	does     behaving   // all of it together
	clauses  []behaving // of each clause
	language bool       // it is in another language than English
	pasted   bool       // it was written elsewhere
	same     bool       // word for word an earlier answer to another question
}

// An addressed is what an officer says of one behaving.
type addressed struct {
	is    behaving
	cause questionbank.Cause
}

// graver is what an officer speaks to even if the answer is there; lighter what
// matters only when nothing usable was said. Gravest first.
var (
	graver  = []addressed{{bOffers, questionbank.Offer}, {bInsults, questionbank.Insult}, {bOrders, questionbank.Orders}}
	lighter = []addressed{
		{bPleads, questionbank.Distress}, {bSeeks, questionbank.Coaching}, {bHopes, questionbank.Outcome},
		{bArgues, questionbank.Argument}, {bAsks, questionbank.QuestionBack}, {bForgets, questionbank.Unknown},
	}
)

// behaves reads the conduct of an answer in the light of those before it.
func (s *sheet) behaves(before []Judged) conduct {
	c := conduct{clauses: make([]behaving, len(s.clauses)), same: s.sameAs(before), pasted: s.pasted()}
	all := tokensOf(s.words)
	c.language = s.foreign(all)
	bearings.number(all)
	for i := range all {
		for n := range bearings.begun[all[i].id] {
			k := &bearings.begun[all[i].id][n]
			end := bearings.end(k, all, i)
			if end <= i {
				continue
			}
			from, to := s.within[all[i].word], s.within[all[end-1].word]
			if !s.meant(k.is, &s.clauses[from], all, i, end) {
				continue
			}
			for n := from; n <= to; n++ {
				c.clauses[n] |= k.is
			}
		}
	}
	s.traitsOf(&c)
	s.questionsOf(&c, all)
	for _, b := range c.clauses {
		c.does |= b
	}
	return c
}

// meant reports whether a construction in a clause is the applicant's own doing: what
// others said, what is denied and what a speaker says of himself is not.
func (s *sheet) meant(is behaving, cl *clause, all []token, i, end int) bool {
	if s.dead[all[i].word] && is != bWrites || is != bForgets && (cl.quoted || s.reported(cl, all[i].word)) {
		return false
	}
	said := func(from, to int, words ...string) bool {
		return s.answer.has(all[from].word, all[to-1].word+1, words...)
	}
	after := func(words ...string) bool { return end < len(all) && slices.Contains(words, all[end].text) }
	before := func(words ...string) bool { return i > 0 && slices.Contains(words, all[i-1].text) }
	switch is {
	case bInsults:
		return !after("at", "about", "with") && !s.hasWord(*cl, "sorry", "myself") && !before("if", "think", "not", "called", "calls", "call", "that") && !(cl.negated && cl.not < all[i].word)
	case bOffers:
		papers := s.is(cl.from, cl.to, mPetition) || s.any(cl.from, cl.to, tPaper|tPapers) || s.hasWord(*cl, "fee", "fees", "information", "details", "proof", "copy", "number", "answer", "address", "owe", "owed")
		shown := after("that", "which") || after("to") && end+1 < len(all) && showing[all[end+1].text]
		return !papers && !shown && !denied(all, i, end)
	case bPleads:
		return !s.any(cl.from, cl.to, tAgain)

	case bForgets:
		return !after("anyone", "anybody", "nobody", "him", "them", "her", "people", "someone", "any", "much", "many") && (cl.who&pSelf != 0 || cl.who == 0 || all[i].opens || before("i") || said(i, end, "know", "knows", "tell", "told", "inform", "informed"))
	case bHopes, bSeeks:
		return !before("if", "that") || cl.question
	}
	return true
}

// showing are verbs of what is done with a paper.
var showing = set("see show check prove look read confirm verify support explain")

// denied reports whether a construction is denied, in itself or just before.
func denied(all []token, i, end int) bool {
	for j := max(0, i-2); j < end; j++ {
		if t := all[j].text; (t == "not" || t == "never" || t == "no") && (j >= i || !all[i].breaks) {
			return true
		}
	}
	return false
}

// reported reports whether somebody's words begin before word i in the clause: "the
// officer said you are not qualified".
func (s *sheet) reported(cl *clause, i int) bool {
	for j := max(cl.from, i-4); j < i; j++ {
		switch s.words[j].Text {
		case "said", "says", "told", "called", "calls", "tells", "asked", "shouted", "heard", "tell", "say":
			return !s.is(max(cl.from, j-2), j, mI) || s.words[j].Text == "heard" || s.answer.has(j+1, i+1, "him", "her", "them", "people", "everybody")
		}
	}
	return false
}

// traitsOf adds what the lexicon of manners tells of a clause.
func (s *sheet) traitsOf(c *conduct) {
	for n, cl := range s.clauses {
		if s.dead[cl.from] {
			if s.ordered(cl) {
				c.clauses[n] |= bOrders
			}
			continue
		}
		if cl.quoted {
			continue
		}
		if s.toneIn(cl, tHostile) && s.hasWord(cl, "you", "your") && !cl.question && !s.opensWhy(cl) {
			c.clauses[n] |= bArgues
		}
		if s.toneIn(cl, tPlead) && s.hasWord(cl, "you", "please", "kindly", "me") && !s.any(cl.from, cl.to, tAgain) {
			c.clauses[n] |= bPleads
		}
	}
}

// opensWhy reports whether a clause asks for a reason, which is a question back.
func (s *sheet) opensWhy(cl clause) bool { return s.answer.has(cl.from, cl.from+2, "why") }

func (s *sheet) toneIn(cl clause, t trait) bool {
	at := s.find(cl.from, cl.to, t)
	return at >= 0 && !s.answer.has(cl.from, at, "understand", "know", "see")
}

// ordered reports whether a clause belongs to a sentence that speaks to the grader.
func (s *sheet) ordered(cl clause) bool {
	se := s.sentence(cl)
	if s.orders(se) {
		return true
	}
	for _, t := range s.traits[se.from:se.to] {
		if t&tGrader != 0 {
			return !s.answer.has(se.from, se.to, "i", "my", "we")
		}
	}
	return false
}

// questionsOf marks the clauses that ask the officer something: to have the question
// made clear, or something else.
func (s *sheet) questionsOf(c *conduct, all []token) {
	for n, cl := range s.clauses {
		from := slices.IndexFunc(all, func(t token) bool { return t.word >= cl.from })
		to := from
		for to < len(all) && all[to].word < cl.to {
			to++
		}
		for from < to && (leading[all[from].text] || all[from].text == "do" && to-from > 1 && all[from+1].text == "please") {
			from++
		}
		said := all[from:to]
		if len(said) == 0 || !cl.question && !turnedRound(said) || s.any(cl.from, cl.to, tGreeting) {
			continue
		}
		if s.clears(cl, said) {
			c.clauses[n] |= bClears
		} else {
			c.clauses[n] |= bAsks
		}
	}
}

// turnedRound reports whether words are in the order of a question.
func turnedRound(said []token) bool {
	if len(said) < 2 {
		return said[0].text == "why"
	}
	head, next := said[0].text, said[1].text
	switch {
	case head == "why" || head == "who" && questionVerbs[next]:
		return true
	case questionVerbs[head] && next == "not" && len(said) > 2:
		return addressees[said[2].text]
	case questionVerbs[head]:
		return addressees[next]
	case head == "what" || head == "how" || head == "when" || head == "where" || head == "which":
		return questionVerbs[next] && len(said) > 2
	}
	return false
}

// questionVerbs are verbs that stand before whom they ask of; addressees whom.
var (
	questionVerbs = set("do does did is are was were am can could will would shall should may might have has told said had isn't aren't don't")
	addressees    = set("you i it we he she they this that there your the everybody everyone")
)

// clears reports whether a question to the officer only wants to know what was asked,
// or whether a paper is wanted.
func (s *sheet) clears(cl clause, said []token) bool {
	head := said[0].text
	text := func(words ...string) bool {
		return slices.ContainsFunc(said, func(t token) bool { return slices.Contains(words, t.text) })
	}
	switch {
	case s.any(cl.from, cl.to, tAgain), text("mean", "means", "meaning", "meant", "repeat", "explain", "understand", "slowly", "slower", "louder", "rephrase", "per"):
		return true
	case head == "why" || head == "how" && (len(said) > 1 || s.answer.has(cl.from, cl.to, "how")) && questionVerbs[second(said)]:
		return false
	case !questionVerbs[head] && !questionWords[head] && head != "you":
		return true // "for the first year?", "me?"
	case len(said) == 1, head == "which", strings.HasPrefix(head, "whose"):
		return true
	case text("or") && text("is", "are", "want", "asking", "talking", "need", "for", "total"), text("asking", "talking", "referring", "question"):
		return true
	case head == "what" && text("is", "are", "does") && len(said) <= 5 && s.echoes(said):
		return true // "what is SEVIS?"
	}
	if (head == "can" || head == "may" || head == "should" || head == "could" || head == "shall") && (second(said) == "i" || second(said) == "we") {
		return true
	}
	return head == "do" && second(said) == "you" && text("need", "want") && text("see", "me", "copy", "original", "letter", "it", "one", "documents", "paper", "papers", "passport")
}

// questionWords begin a question.
var questionWords = set("why what how who when where which whose")

func second(said []token) string {
	if len(said) < 2 {
		return ""
	}
	return said[1].text
}

// echoes reports whether words repeat one of the officer's line, or only point at it.
func (s *sheet) echoes(said []token) bool {
	return slices.ContainsFunc(said[1:], func(t token) bool {
		return t.text == "that" || t.text == "this" || t.text == "it" || manner.word(t.text)&tEmpty == 0 && slices.Contains(s.ask, t.text)
	})
}

// usable reports whether an answer gives, beside how it behaves, something the question
// asked for. Beside what is not known or asked back, whatever it tells will do.
func (s *sheet) usable(c *conduct, lenient behaving) bool {
	lenient &= bForgets | bAsks
	for n, cl := range s.clauses {
		if c.clauses[n] != 0 || cl.question || s.dead[cl.from] || s.any(cl.from, cl.to, tDecline|tDeflect|tForget|tShaken) {
			continue
		}
		told := (s.at >= cl.from && s.at < cl.to || s.rel[n] == meets) && s.says(cl.from, cl.to)
		if told || lenient == c.does&^bClears && s.tellsSome(cl) {
			return true
		}
	}
	return slices.ContainsFunc(s.claims, func(k Claim) bool {
		at := s.wordAt(k.Span.Start)
		return at < len(s.words) && c.clauses[s.within[at]] == 0 && k.tells() && s.asks(k.Field) && k.Certain
	})
}

// tellsSome reports whether a clause tells anything at all.
func (s *sheet) tellsSome(cl clause) bool {
	if !s.says(cl.from, cl.to) {
		return false
	}
	for i := cl.from; i < cl.to; i++ {
		if s.terms[i].is(mVerb|mPay) || s.named(i) || s.inMeasure(i) {
			return true
		}
	}
	return false
}

// says reports whether a stretch holds a word that says something, and not only that
// the applicant is sorry.
func (s *sheet) says(from, to int) bool {
	for i := from; i < to; i++ {
		if s.particular(i) && s.words[i].Text != "sorry" && s.words[i].Text != "excuse" || s.traits[i]&(tYes|tNo) != 0 && i == s.at {
			return true
		}
	}
	return false
}

// conductCause is the cause that lies in the conduct of an answer, "" for none. What is grave
// counts beside an answer, the rest only in place of one.
func (s *sheet) conductCause(c *conduct) questionbank.Cause {
	for _, g := range graver {
		if c.does&g.is != 0 {
			return g.cause
		}
	}
	switch {
	case c.pasted || c.does&bWrites != 0:
		return questionbank.Pasted
	case c.language:
		return questionbank.Language
	case c.does&^bClears != 0 && !s.usable(c, c.does):
		for _, l := range lighter {
			if c.does&l.is != 0 {
				return l.cause
			}
		}
	}
	if c.same {
		return questionbank.Same
	}
	return ""
}

// sameAs reports whether an answer of some words is, word for word, the answer to
// an earlier, other question. Where a fact was asked for and it gives one, it may well
// be true of both, unless it is a speech.
func (s *sheet) sameAs(before []Judged) bool {
	if s.press != nil || len(s.words) < fewestSame || !s.content() {
		return false
	}
	if slices.Contains(closedWants, s.query.want) && s.at >= 0 && len(s.words) < learnedWords {
		return false
	}
	said := fingerprint(s.words)
	return slices.ContainsFunc(before, func(b Judged) bool { return b.whole == said && !b.press && !s.asksAlike(b) })
}

// fewestSame is how many words an answer has, to be known again. Our judgement: "Yes,
// sir" is said often.
const fewestSame = 3

// asksAlike reports whether an earlier turn asked what this one asks, or the same of
// somebody else: "What does your brother do?"
func (s *sheet) asksAlike(b Judged) bool {
	if s.question != nil && s.question == b.Question {
		return true
	}
	line, was := s.turn.Officer, b.Turn.Officer
	if line == "" && s.question != nil {
		line = s.question.Ask
	}
	if was == "" && b.Question != nil {
		was = b.Question.Ask
	}
	now, then := readText(line, false), readText(was, false)
	same, all := 0, 0
	for i, w := range now.texts {
		if now.terms[i].party&pHuman != 0 {
			continue
		}
		all++
		if slices.Contains(then.texts, w) {
			same++
		}
	}
	return 5*same >= 4*all
}
