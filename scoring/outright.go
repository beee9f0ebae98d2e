package scoring

import (
	"slices"
	"strings"

	"github.com/viceconsul/viceconsul/interview/transcript"
	"github.com/viceconsul/viceconsul/interview/transcript/measure"
)

// outright adds to the findings on an answer those on facts it states outright, whatever
// the officer asked: "I work at Savanna Tea" says who the employer is to any line. What
// is said so is heard as the answer to the line that asks for the fact, and compared by
// the same rules. A field that is judged already is left as it is.
func (c *Case) outright(a *answer, found []transcript.Finding) []transcript.Finding {
	for n := range a.clauses {
		cl := &a.clauses[n]
		at := c.pastEmployer(a, cl, a.headOf(cl))
		if at == cl.to || !a.settled(n) {
			continue
		}
		if a.has(cl.from, cl.from+1, "where") && n > 0 {
			found = append(found, c.seatIn(a, n, found)...)
		}
		for _, s := range sayings[a.words[at].Text] {
			more := c.saidBy(a, s, n, at, found)
			found = append(found, more...)
			if len(more) > 0 && !s.also {
				break
			}
		}
	}
	return found
}

// seatAsked is the worksite as a saying, for what tells it in another order.
var seatAsked = saying{path: "h1b.worksites", line: "Where will you work?"}

// seatIn are the findings on a place of which clause n tells that the applicant's seat at work
// is there: "up to Minneapolis, where my desk is".
func (c *Case) seatIn(a *answer, n int, found []transcript.Finding) []transcript.Finding {
	cl, was := &a.clauses[n], &a.clauses[n-1]
	if c.fact(seatAsked.path) == nil || about(found, seatAsked.path) || cl.negated || was.negated || was.sentence != cl.sentence || a.gone(cl) || !a.anyWord(cl.from, cl.to, seats) || !a.is(cl.from, cl.to, mMine) {
		return nil
	}
	for i := was.to - 1; i >= max(was.from, was.to-3); i-- {
		if p := a.terms[i].place; p != nil && p.us {
			return c.heardAs(a, &seatAsked, i, was.to)
		}
	}
	return nil
}

// seats are where somebody sits at work.
var seats = set("desk office seat lab laboratory team classroom clinic cubicle workplace")

// saidBy are the findings on what clause n states, from word at on, when it reads as a
// saying does: that it agrees with its field, or contradicts it.
func (c *Case) saidBy(a *answer, s *saying, n, at int, found []transcript.Finding) []transcript.Finding {
	cl := &a.clauses[n]
	if c.fact(s.path) == nil || a.pressesOn(s.path) || about(found, s.path) && !s.denies {
		return nil
	}
	if s.denies && slices.ContainsFunc(found, func(f transcript.Finding) bool { return f.Field == whole(s.path) && f.Verdict != transcript.Partial }) {
		return nil
	}
	end, ok := a.reads(s.words, at, cl.to)
	if !ok {
		return nil
	}
	to := a.statedUntil(n)
	for i := end + 1; i+1 < to; i++ {
		if a.words[i].Breaks && a.has(i, i+1, "the", "it", "they", "he", "she", "there") {
			to = i // "my major is economics, the frogs were only a class"
		}
	}
	if s.denies != cl.negated || !s.done && a.isOver(cl, end) || s.ahead && a.ofLater(cl) || a.anyWord(end, to, s.not) || s.needs != nil && !a.anyWord(end, to, s.needs) || s.only != nil && !s.only(c, a, end, to) || a.explained(n) {
		return nil
	}
	if all := c.heardAs(a, s, at, to); len(all) > 0 || !s.bare || end == to {
		return all
	}
	return c.heardAs(a, s, end, to)
}

// explained reports whether the answer goes on to say that whom clause n names is
// something else to the applicant: "they are our client".
func (a *answer) explained(n int) bool {
	if n+1 == len(a.clauses) {
		return false
	}
	next := &a.clauses[n+1]
	at := a.headOf(next)
	pronoun := at < next.to && (a.terms[at].is(mThey) || a.has(at, at+1, "who", "which", "it", "it's", "they're", "he's", "she's", "that's"))
	return pronoun && a.anyWord(at, next.to, besides)
}

// heardAs are the findings on a saying's field when the words from from to to are the
// answer to the line that asks for it.
func (c *Case) heardAs(a *answer, s *saying, from, to int) []transcript.Finding {
	start := a.words[from].Start
	t := transcript.Turn{N: a.turn.N, Officer: s.line, Applicant: a.turn.Applicant[start:a.words[to-1].End]}
	heard := c.read(t, c.questionOf(t, nil), nil)
	all := slices.DeleteFunc(c.verdicts(heard, c.claimsOf(heard, nil), nil), func(f transcript.Finding) bool {
		return f.Field != whole(s.path) || f.Verdict != transcript.Consistent && (f.Verdict != transcript.Contradiction || c.toldElsewhere(f))
	})
	for i := range all {
		all[i].Span.Start += start
		all[i].Span.End += start
	}
	return all
}

// toldElsewhere reports whether what contradicts a field by its name is declared in
// another: the post one returns to, or a school that was applied to.
func (c *Case) toldElsewhere(f transcript.Finding) bool {
	if f.Rule != ruleOf[kindName] && f.Rule != ruleOf[kindLabel] && f.Rule != ruleOf[kindPlace] {
		return false
	}
	heard := texts(measure.Words(f.Heard))
	return slices.ContainsFunc(c.facts, func(o fact) bool {
		said := texts(o.words)
		return o.path != f.Field && !slices.ContainsFunc(heard, func(w string) bool { return !slices.Contains(said, w) })
	})
}

// pressesOn reports whether the line presses on a field, or on one of its group.
func (a *answer) pressesOn(path string) bool {
	if a.press == nil {
		return false
	}
	group, _, _ := strings.Cut(path, ".")
	return strings.HasPrefix(a.press.Field, group+".")
}

// about reports whether a field is judged already.
func about(found []transcript.Finding, path string) bool {
	path = whole(path)
	for i := range found {
		if found[i].Field == path && found[i].Verdict != transcript.NotComparable {
			return true
		}
	}
	return false
}

// headOf is the word a clause begins with, after those that only lead up to it.
func (a *answer) headOf(cl *clause) int {
	at := cl.from
	for at < cl.to && leadingUp[a.words[at].Text] && (at != cl.not || at+1 == cl.to) { // "no loan" is all said
		at++
	}
	return at
}

// pastEmployer is the word of a clause behind the declared employer's name that leads it up,
// "in Cemex I get"; the word at where none does.
func (c *Case) pastEmployer(a *answer, cl *clause, at int) int {
	if at+2 >= cl.to || !a.has(at, at+1, "in", "at", "with", "from") || c.fact("employment.employer") == nil {
		return at
	}
	for i := range c.names {
		if c.names[i].path != "employment.employer" {
			continue
		}
		if from, to := c.findName(a, &c.names[i].name); from == at+1 && to < cl.to && a.terms[to].is(mI) {
			return to
		}
	}
	return at
}

// settled reports whether clause n states something as so, without "maybe", in a
// sentence that supposes nothing and passes on no one's words.
func (a *answer) settled(n int) bool {
	cl := &a.clauses[n]
	if !cl.plain() || cl.hedged || a.anyOf(cl.from, cl.to, isUnsettling) {
		return false
	}
	for i := n - 1; i >= 0 && a.clauses[i].sentence == cl.sentence; i-- {
		if was := &a.clauses[i]; was.hypothetical || was.marks&mSay != 0 && was.who&pSelf == 0 {
			return false
		}
	}
	if a.ofBusiness(n + 1) {
		return false
	}
	return n+1 == len(a.clauses) || a.clauses[n+1].sentence != cl.sentence || !a.clauses[n+1].hypothetical
}

// ofBusiness reports whether clause n says that who was just named only does business with
// the applicant: "they are our client".
func (a *answer) ofBusiness(n int) bool {
	if n >= len(a.clauses) || a.clauses[n].sentence != a.clauses[n-1].sentence {
		return false
	}
	cl := &a.clauses[n]
	return !cl.negated && a.has(cl.from, cl.from+1, "they", "they're", "it", "it's", "he", "she") && a.has(cl.from, cl.to, "client", "clients", "customer", "customers", "supplier", "suppliers", "buyer", "partner", "partners", "vendor", "distributor", "contractor")
}

// isOver reports whether a clause tells of an earlier time, by a word for one or by what
// it goes on to say from word at.
func (a *answer) isOver(cl *clause, at int) bool {
	return a.anyWord(cl.from, cl.to, earlier) || slices.ContainsFunc(a.words[at:cl.to], func(w measure.Word) bool { return pastForm(w.Text) })
}

// ofLater reports whether a clause tells of what comes after the trip: by its own
// sentence, or because the line asks for that.
func (a *answer) ofLater(cl *clause) bool {
	if slices.ContainsFunc(a.ask, func(w string) bool { return ofLaterOn[w] }) {
		return true
	}
	return slices.ContainsFunc(a.inSentence(cl.sentence), func(o clause) bool {
		return a.anyWord(o.from, o.to, ofLaterOn)
	})
}

// statedUntil is where the statement of clause n ends: what follows it in the sentence
// without a verb or another subject goes on with it, "in a bank, at Riga Port Bank".
func (a *answer) statedUntil(n int) int {
	cl := &a.clauses[n]
	for n++; n < len(a.clauses); n++ {
		next := &a.clauses[n]
		if next.sentence != cl.sentence || next.negated || next.who != cl.who || !next.inherits || !a.verbless(next) {
			break
		}
		cl = next
	}
	return cl.to
}

// reads reports whether the words from at to to begin as the slots of a saying do, and
// where what they say it of begins.
func (a *answer) reads(slots []sayingWord, at, to int) (end int, ok bool) {
	for _, s := range slots {
		for at < to && a.lexemes[at].is&isAdverb != 0 && !s.words.at(a.words[at].Text) {
			at++
		}
		switch {
		case at < to && s.payer && a.terms[at].party&pHuman != 0 && a.terms[at].party&pSelf == 0:
			at += int(a.terms[at].n)
		case at < to && s.words.at(a.words[at].Text):
			at++
		case !s.optional:
			return at, false
		}
	}
	return at, true
}

// A sayingWord is one place in the row of words a saying begins with.
type sayingWord struct {
	words    *wordTable[bool]
	payer    bool // a relative, or another person
	optional bool
}

// rowOfWords reads the row of words of a saying: "i am|was? working" holds three slots, the
// second of which may be left out; "@who" is a person by a word for one.
func rowOfWords(row string) []sayingWord {
	var out []sayingWord
	for part := range strings.FieldsSeq(row) {
		word, optional := strings.CutSuffix(part, "?")
		out = append(out, sayingWord{words: newWordTable(set(strings.ReplaceAll(word, "|", " "))), payer: word == "@who", optional: optional})
	}
	return out
}
