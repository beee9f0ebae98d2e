package scoring

import (
	"slices"
	"strings"

	"github.com/viceconsul/viceconsul/interview/transcript"
	"github.com/viceconsul/viceconsul/interview/transcript/measure"
)

// meant is an officer's line with what it leaves to the exchange before put into
// words. A line that only doubts the last answer asks its question again ("Nobody at
// all?"); a pronoun stands for a person spoken of ("What does he do?"); a line of a few
// words goes on about that person where it names nobody ("How many?" after children).
func (c *Case) meant(s *spoken, line string, before []Judged) string {
	if len(before) == 0 || len(s.words) == 0 {
		return line
	}
	was := before[len(before)-1]
	if s.onlyDoubts() {
		if asked := lastQuestion(was.Turn.Meant()); asked != "" {
			return asked
		}
	}
	if !s.goesOn() {
		return line
	}
	for _, w := range s.words {
		if fits := standIns[w.Text] & pHuman; fits != 0 {
			return line[:w.Start] + c.spokenOf(before, fits, line[w.Start:w.End]) + line[w.End:]
		}
	}
	if len(s.words) > shortLine || slices.ContainsFunc(s.texts, func(w string) bool { return !asksOnly[w] }) {
		return line
	}
	return c.continued(line, was)
}

// onlyDoubts reports whether a line has no word but those that ask whether the last
// answer holds for all: "None at all?", "Nobody there?", "Really?"
func (s *spoken) onlyDoubts() bool {
	doubt := false
	for i, w := range s.texts {
		if !s.terms[i].is(mAbsolute) && !doubtWords[w] && !s.terms[i].is(mSpeech|mThere) {
			return false
		}
		doubt = doubt || s.terms[i].is(mAbsolute) || doubtWords[w]
	}
	return doubt && len(s.words) <= 2*shortLine
}

// doubtWords are the words of a doubt that names no matter of its own.
var doubtWords = set("nobody noone none never nothing not any anyone anybody somebody someone at all one single even ever sure are you really is that there a so no absolutely certain true")

// spokenOf is the word of the exchange before, or of the one before that, for the
// person a pronoun stands for; the pronoun itself where nobody fits. Who says to be
// married has spoken of a husband or wife.
func (c *Case) spokenOf(before []Judged, fits party, pronoun string) string {
	several := strings.HasPrefix(strings.ToLower(pronoun), "the")
	for n := len(before) - 1; n >= max(len(before)-2, 0); n-- {
		was := &before[n]
		for _, text := range []string{was.Turn.Applicant, was.Turn.Meant()} {
			words := measure.Words(text)
			terms := termsOf(words)
			if group := groupOf(terms); several && group != "" {
				return group
			}
			for i := len(terms) - 1; i >= 0; i-- {
				right := terms[i].party&pParents != pParents
				if several {
					right = terms[i].broad || terms[i].party&pBody != 0 // "they" is nobody's mother alone
				}
				if terms[i].party&fits != 0 && !terms[i].poss && right {
					return words[i].Text
				}
			}
		}
		if fits&pSpouse != 0 && slices.Contains(was.asked, marital) && slices.ContainsFunc(was.Claims, func(k Claim) bool { return k.kind == kindMarital && k.word == "married" && !k.Negative }) {
			return map[bool]string{true: "husband", false: "wife"}[fits&pHusband != 0]
		}
	}
	return pronoun
}

// groupOf is the word for several relatives named together, "" for fewer than two.
func groupOf(terms []term) string {
	all, n := party(0), 0
	for _, t := range terms {
		p := t.party & (pFamily | pFriend | pPartner)
		if p == 0 || t.poss || t.is(mKin) || all&p == p {
			continue
		}
		all |= p
		if n++; t.broad {
			n++
		}
	}
	for _, g := range []struct {
		of   party
		word string
	}{{pParents, "parents"}, {pSiblings, "siblings"}, {pOffspring, "children"}, {pFamily, "family"}} {
		if n > 1 && all&^g.of == 0 {
			return g.word
		}
	}
	return ""
}

// asksOnly are the words of a line that asks and names no matter.
var asksOnly = set("how many much what where which when who why doing and so here there old now of is are do does still alive how's what's where's age ages names name name's")

// continued is a line that names nobody with the relative the exchange before ended
// with, where that makes it a question about the family.
func (c *Case) continued(line string, was Judged) string {
	if !ofKin(was.asked) {
		return line
	}
	for _, text := range []string{was.Turn.Applicant, was.Turn.Meant()} {
		words := measure.Words(text)
		terms := termsOf(words)
		for i := len(terms) - 1; i >= 0; i-- {
			if terms[i].party&(pFamily|pPartner) == 0 || terms[i].poss || terms[i].is(mKin) {
				continue
			}
			with := strings.TrimRight(line, "?!. ") + " " + words[i].Text + "?"
			if ofKin(c.fieldsOfLine(with)) {
				return with
			}
			return line
		}
	}
	return line
}

// ofKin reports whether one of the fields is about the family.
func ofKin(paths []string) bool {
	return slices.ContainsFunc(paths, func(path string) bool {
		f, ok := transcript.LookupField(path)
		return ok && f.Class == transcript.ClassFamily || path == companions
	})
}
