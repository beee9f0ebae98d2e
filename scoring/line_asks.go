package scoring

import (
	"slices"
	"strings"

	"github.com/viceconsul/viceconsul/interview/transcript/measure"
)

// asksBy reports whether an officer's line asks: by its mark or, as what was written
// down from speech often has none, by its words. names says that its words name a
// field: "other languages besides english".
func asksBy(line string, words []measure.Word, names bool) bool {
	if strings.Contains(line, "?") {
		return true
	}
	if len(words) == 0 {
		return false
	}
	for i := range words {
		if clauseOpens(words, i) && opensQuestion(words[i:]) {
			return true
		}
	}
	switch last := words[len(words)-1]; {
	case len(words) > 1 && (whWords[last.Text] || last.Text == "yet" || names && last.Text == "please" && fragments[words[0].Text] != wantAnything):
		return true // "And you sit where"
	default:
		return names && !strings.HasSuffix(strings.TrimRight(line, " "), "!") && (len(words) <= shortLine || !marked(line)) && !closes(words)
	}
}

// marked reports whether a line ends with a mark, so that one without a question mark
// was heard as a statement.
func marked(line string) bool {
	line = strings.TrimSpace(line)
	return line != "" && strings.IndexByte(".!;", line[len(line)-1]) >= 0
}

// clauseOpens reports whether a clause of a line begins at word i: after a mark, or after
// words that only lead to what is said.
func clauseOpens(words []measure.Word, i int) bool {
	for i > 0 && !words[i].Breaks {
		if i--; !lineLeads[words[i].Text] {
			return false
		}
	}
	return true
}

// lineLeads are words that stand before a question and ask nothing.
var lineLeads = set("and so okay ok um uh er hm hmm mhm mm oh ah well now right alright sure great good nice cool then but hi hey hello yeah yes no thanks morning afternoon inaudible haha i see mean sir madam ma'am doctor professor")

// whWords ask for a fact.
var whWords = set("what what's who who's whose whom where where's when when's why how how's which what'll what're where'd how'd who'll when'd")

// inverted are verbs that stand before their subject in a question.
var inverted = set("is are was were am do does did have has had can could will would should may isn't aren't wasn't don't doesn't didn't haven't hasn't won't")

// subjects may follow such a verb.
var subjects = set("you your he his she her they their it it's its this that these those there the any anyone anybody anything someone anyone's we our us who what much many long")

// opensQuestion reports whether words open a question: "how long are you", "do you",
// "ever been". An exclamation and a clause of time do not: "how nice", "when you arrive".
func opensQuestion(words []measure.Word) bool {
	first := words[0].Text
	if len(words) == 1 || words[1].Breaks {
		return whWords[first]
	}
	second := words[1].Text
	switch {
	case first == "any" || first == "anyone" || first == "anybody" || first == "anything" || first == "ever":
		return true
	case first == "got" || first == "taken" || first == "done" || first == "been":
		return second == "any" || second == "anything" || second == "anyone" || slices.ContainsFunc(words, func(w measure.Word) bool { return w.Text == "before" || w.Text == "yet" || w.Text == "ever" })
	case first == "have":
		return subjects[second] && second != "your" && second != "a" && second != "the"
	case inverted[first]:
		return subjects[second] && !(first == "do" && (second == "your" || second == "it" || second == "that" || second == "this"))
	case !whWords[first]:
		return false
	case strings.Contains(first, "'") || first == "whose" || first == "who" || first == "why":
		return true
	case first == "how":
		return second == "much" || second == "many" || second == "long" || second == "old" || second == "big" || second == "often" || second == "far" || second == "come" || second == "about" || second == "soon" || second == "large" || inverted[second]
	case first == "what" && (second == "a" || second == "an"):
		return false
	default:
		return !subjects[second] && second != "i" && second != "your" || len(words) <= shortLine
	}
}

// closes reports whether a line ends an interview or wishes something.
func closes(words []measure.Word) bool {
	return slices.ContainsFunc(words, func(w measure.Word) bool { return closings[w.Text] })
}

// closings are words of lines that ask nothing: "enjoy the graduation".
var closings = set("approved approve approving courier email luck bye goodbye enjoy congratulations congrats welcome enough done next thanks thank")
