package scoring

import (
	"slices"
)

// usable reports whether an answer gives, beside how it behaves, something the question
// asked for. Beside what is not known or asked back, whatever it tells will do.
func (s *sheet) usable(c *conduct, lenient behaving) bool {
	lenient &= bForgets | bAsks
	for n, cl := range s.clauses {
		if c.clauses[n] != 0 || cl.question || s.dead[cl.from] || s.ofOfficer(cl) || s.any(cl.from, cl.to, tDecline|tDeflect|tForget|tShaken) {
			continue
		}
		told := (s.at >= cl.from && s.at < cl.to || s.rel[n] == meets) && s.says(cl.from, cl.to)
		if told || lenient == c.does&^bClears && s.tellsSome(cl) {
			return true
		}
	}
	return slices.ContainsFunc(s.claims, func(k Claim) bool {
		at := s.wordAt(k.Span.Start)
		return at < len(s.words) && c.clauses[s.within[at]] == 0 && !s.clauseOf(at).question && k.tells() && s.asks(k.Field) && k.Certain
	})
}

// ofOfficer reports whether a clause tells something of the officer.
func (s *sheet) ofOfficer(cl clause) bool {
	return s.answer.has(cl.from, cl.from+1, "you", "your", "you're", "you've", "ur")
}

// tellsSome reports whether a clause tells anything at all.
func (s *sheet) tellsSome(cl clause) bool {
	if !s.says(cl.from, cl.to) {
		return false
	}
	for i := cl.from; i < cl.to; i++ {
		if s.terms[i].is(mVerb|mPay) || s.named(i) || s.inMention(i) {
			return true
		}
	}
	return false
}

// says reports whether a stretch holds a word that says something, and not only that
// the applicant is sorry.
func (s *sheet) says(from, to int) bool {
	for i := from; i < to; i++ {
		if s.particular(i) && s.traits[i]&tFirst == 0 && s.words[i].Text != "sorry" && s.words[i].Text != "excuse" || s.traits[i]&(tYes|tNo) != 0 && i == s.at {
			return true
		}
	}
	return false
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
	line, was := s.turn.Officer, b.Turn.Meant()
	if line == "" && s.question != nil {
		line = s.question.Ask
	}
	if was == "" && b.Question != nil {
		was = b.Question.Ask
	}
	now, then := s.c.readText(line, false), s.c.readText(was, false)
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
