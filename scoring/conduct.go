package scoring

import (
	"slices"

	"github.com/viceconsul/viceconsul/interview/transcript"
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
	all := s.tokens
	c.language = s.foreign(all)
	for i := range all {
		ways := bearings.from(&all[i])
		for n := range ways {
			k := &ways[n]
			if !k.can(&s.said) {
				continue
			}
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
	for n, b := range c.clauses {
		if cl := s.clauses[n]; n > 0 && b == 0 && cl.sentence == s.clauses[n-1].sentence && s.answer.has(cl.from, cl.from+1, "so", "or", "if", "that") {
			c.clauses[n] = c.clauses[n-1] // "how should I put it so that you accept"
		}
		c.does |= c.clauses[n]
	}
	if s.unmeant > 0 {
		c.does |= bOrders
	}
	return c
}

// ofAnOffer reports whether a finding is about what was offered to the officer: the sum
// is no claim on the case.
func (s *sheet) ofAnOffer(f transcript.Finding) bool {
	at := s.wordAt(f.Span.Start)
	return at < len(s.words) && s.conduct.clauses[s.within[at]]&bOffers != 0
}

// meant reports whether a construction in a clause is the applicant's own doing: what
// others said, what is denied and what a speaker says of himself is not.
func (s *sheet) meant(is behaving, cl *clause, all []token, i, end int) bool {
	if s.dead[all[i].word] && is&(bWrites|bOrders) == 0 || is != bForgets && (cl.quoted && !cl.question || s.reported(cl, all[i].word)) {
		return false
	}
	said := func(from, to int, words ...string) bool {
		return s.answer.has(all[from].word, all[to-1].word+1, words...)
	}
	after := func(words ...string) bool { return end < len(all) && slices.Contains(words, all[end].text) }
	before := func(words ...string) bool { return i > 0 && !all[i].breaks && slices.Contains(words, all[i-1].text) }
	switch is {
	case bInsults:
		return !after("at", "about", "with") && !s.hasWord(*cl, "sorry", "myself") && !before("if", "think", "not", "called", "calls", "call", "that") && !(cl.negated && cl.not < all[i].word)
	case bOffers:
		papers := s.is(cl.from, cl.to, mPetition) || s.anyPaper(*cl) || s.hasWord(*cl, "fee", "fees", "information", "details", "proof", "copy", "number", "answer", "address", "owe", "owed")
		shown := after("that", "which") || after("to") && end+1 < len(all) && showing[all[end+1].text]
		return !papers && !shown && !denied(all, i, end)
	case bPleads:
		return !s.any(cl.from, cl.to, tAgain)
	case bOrders:
		return !s.goesOnFromSelf(cl)
	case bForgets:
		return !after("anyone", "anybody", "nobody", "him", "them", "her", "people", "someone", "any", "much", "many") && (cl.who&pSelf != 0 || cl.who == 0 || all[i].opens || before("i") || said(i, end, "know", "knows", "tell", "told", "inform", "informed"))
	case bHopes, bSeeks:
		return !before("if", "that") || cl.question
	}
	return true
}

// goesOnFromSelf reports whether a clause goes on with what the applicant would do: "I would
// say sorry, call the supervisor".
func (s *sheet) goesOnFromSelf(cl *clause) bool {
	if cl.from == 0 {
		return false
	}
	before := s.clauseOf(cl.from - 1)
	return before.sentence == cl.sentence && before.who&pSelf != 0 && s.answer.has(before.from, before.from+2, "would", "i'd", "will", "i'll")
}

// anyPaper reports whether the sentence of a clause speaks of papers.
func (s *sheet) anyPaper(cl clause) bool {
	se := s.sentence(cl)
	return s.any(se.from, se.to, tPaper|tPapers)
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
		if s.dead[cl.from] || cl.quoted {
			continue
		}
		if s.abuses(cl) {
			c.clauses[n] |= bInsults
		}
		if s.toneIn(cl, tHostile) && !s.gone(&cl) && s.hasWord(cl, "you", "your") && !cl.question && !s.opensWhy(cl) {
			c.clauses[n] |= bArgues
		}
		if s.toneIn(cl, tPlead) && s.hasWord(cl, "you", "please", "kindly", "me") && !s.any(cl.from, cl.to, tAgain) {
			c.clauses[n] |= bPleads
		}
	}
}

// abuses reports whether a clause holds a word of abuse that is for the officer: nobody
// else is spoken of, and not the speaker.
func (s *sheet) abuses(cl clause) bool {
	for i := cl.from; i < cl.to; i++ {
		is := s.lexemes[i].is
		if is&isAbuse == 0 && !(is&isSlur != 0 && i+1 < cl.to && classes["proc"][s.words[i+1].Text]) {
			continue
		}
		you := s.hasWord(cl, "you", "u", "your", "ur", "you're")
		if s.reported(&cl, i) || cl.negated && cl.not < i || cl.quoted || s.hasWord(cl, "sorry", "his", "her", "their", "him", "them") {
			return false
		}
		return you && !s.is(cl.from, i, mI) || !s.gone(&cl) && s.bareUpTo(cl.from, i) && !s.hasWord(cl, "i", "me", "we", "i'm", "he", "she", "they", "he's", "she's", "they're")
	}
	return false
}

// bareUpTo reports whether only small words stand between two words, none of them an
// owner: no one is named.
func (s *sheet) bareUpTo(from, to int) bool {
	for i := from; i < to; i++ {
		w := s.words[i].Text
		if weighing[w] || w == "person" {
			continue
		}
		if s.traits[i]&tEmpty == 0 || w == "my" || w == "our" || s.terms[i].party&pHuman != 0 {
			return false
		}
	}
	return true
}

// slurs are words of contempt that abuse by what they stand before: "stupid question".
var slurs = set("stupid idiotic dumb ignorant silly foolish")

// opensWhy reports whether a clause asks for a reason, which is a question back.
func (s *sheet) opensWhy(cl clause) bool { return s.answer.has(cl.from, cl.from+2, "why") }

func (s *sheet) toneIn(cl clause, t trait) bool {
	at := s.find(cl.from, cl.to, t)
	return at >= 0 && !s.answer.has(cl.from, at, "understand", "know", "see")
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
