package scoring

import (
	"slices"
	"strings"
)

// questionsOf marks the clauses that ask the officer something: to have the question
// made clear, or something else.
func (s *sheet) questionsOf(c *conduct, all []token) {
	to := 0
	for n, cl := range s.clauses {
		for to < len(all) && all[to].word < cl.from {
			to++
		}
		from := to
		for to < len(all) && all[to].word < cl.to {
			to++
		}
		for from < to && (leading[all[from].text] || all[from].text == "do" && to-from > 1 && all[from+1].text == "please") {
			from++
		}
		said := all[from:to]
		if len(said) == 0 || c.clauses[n]&bArgues != 0 || !cl.question && !turnedRound(said) && !s.tagged(n) || s.any(cl.from, cl.to, tGreeting) || s.greeted() {
			continue
		}
		c.clauses[n] |= s.questionOf(cl, said)
	}
}

// greeted reports whether the officer's line only asks how the applicant is.
func (s *sheet) greeted() bool {
	return strings.HasSuffix(strings.Join(s.ask, " "), "how are you")
}

// tagged reports whether a question of one word makes a clause one: "you approve, no?"
func (s *sheet) tagged(n int) bool {
	if n+1 == len(s.clauses) {
		return false
	}
	tag := s.clauses[n+1]
	return tag.question && tag.to-tag.from == 1 && s.hasWord(tag, "no", "right", "yes", "okay", "ok", "correct") && s.hasWord(s.clauses[n], "you")
}

// questionOf is what a question to the officer is after.
func (s *sheet) questionOf(cl clause, said []token) behaving {
	some := func(set map[string]bool) bool {
		return slices.ContainsFunc(said, func(t token) bool { return set[t.text] })
	}
	why := said[0].text == "why" || said[0].text == "who"
	switch {
	case s.any(cl.from, cl.to, tAgain):
		return bClears
	case !why && some(speaking) && some(advising) && !some(meaning):
		return bSeeks
	case !why && (!cl.other || s.hasWord(cl, "i", "my", "me")) && (some(deciding) || some(visas) && some(getting)) && !s.any(cl.from, cl.to, tDecline) && !some(meaning):
		return bHopes
	case s.clears(cl, said):
		return bClears
	}
	return bAsks
}

// The words by which a question asks what to say, or what was decided.
var (
	speaking = set("say answer answers reply respond put hear suggest reason number words tell write")
	advising = set("should must right better best good correct expect expecting expected supposed usually others people want suggest advise looking waiting")
	deciding = set("approve approved approving reject rejected rejecting refuse refused refusing deny denied chance chances result results verdict decision decided eligible qualify")
	visas    = set("visa passport application case stamp stamped h b1 f1")
	getting  = set("get getting got give giving receive issue issued stamp stamped grant granted okay ok good fine ready successful through clear collect")
	meaning  = set("mean means documents document paper papers bring need show before last previous 2018 again earlier")
)

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
	case questionWords[head]:
		for i := 1; i < min(4, len(said)-1); i++ {
			if questionVerbs[said[i].text] && (i == 1 || addressees[said[i+1].text] || i == 2 && !addressees[said[1].text]) {
				return true // "how long do you want", "what reason should I"
			}
		}
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
	case s.hasWord(cl, "or") && s.answer.has(cl.from, cl.from+1, "or"), head == "you" && text("ask"), text("know", "tell", "count", "consider", "call") && text("exactly", "as", "which") && text("you"):
		return true // "what do you count as salary?"
	case second(said) == "it" && !text("problem", "important", "necessary", "wrong", "matter", "crime", "obvious", "bad"), head == "how" && text("it") && text("would", "is", "will") && !text("anybody", "people"):
		return true // "how much would it be?"
	case text("or") && text("is", "are", "want", "asking", "talking", "need", "for", "total"), text("asking", "talking", "referring", "question") && !text("everybody", "everyone", "such", "these", "all", "why", "stupid", "me"):
		return true
	case head == "what" && text("is", "are", "does") && s.echoes(said):
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

// echoes reports whether words only repeat the officer's line, or point at it.
func (s *sheet) echoes(said []token) bool {
	for _, t := range said[1:] {
		if manner.word(t.text)&tEmpty == 0 && !slices.Contains(s.ask, t.text) {
			return false
		}
	}
	return true
}
