package scoring

import (
	"slices"
	"strings"

	"github.com/viceconsul/viceconsul/interview/transcript/measure"
)

// asksName reports whether a question is answered by naming one thing: "which
// semester?", "what's your title?", "what salary do you expect?", "what do you study?"
func asksName(words []measure.Word) bool {
	for len(words) > 1 && beforeName[words[0].Text] {
		words = words[1:]
	}
	if len(words) < 2 || slices.ContainsFunc(words, func(w measure.Word) bool { return accountNouns[w.Text] }) {
		return false
	}
	next := words[1].Text
	switch words[0].Text {
	case "which":
		return next != "of"
	case "what's":
		return pointers[next]
	case "what":
		switch {
		case helping[next] && !acted[next]:
			return len(words) > 2 && pointers[words[2].Text]
		case acted[next] || next == "will":
			return slices.ContainsFunc(words[2:], func(w measure.Word) bool { return namingVerbs[w.Text] })
		}
		return manner.word(next)&(tEmpty|tNegate) == 0 && !restVerbs[next] && !actsItself(words[2:])
	}
	return false
}

// actsItself reports whether the word after "what" is its verb, by what follows it:
// "what guarantees that you come back?"
func actsItself(after []measure.Word) bool {
	return len(after) > 0 && objects[after[0].Text]
}

// objects are what stands after a verb, and seldom after what is asked for.
var objects = wordSet("that you me us them")

var (
	// pointers come before what is asked to be named.
	pointers = wordSet("your the his her their its this that")
	// namingVerbs have a name or a title as their object.
	namingVerbs = wordSet("study studied studying specialize specialise major sell sells teach teaches drive drives drink eat")
	// restVerbs follow "what" where it is the one who acts.
	restVerbs = wordSet("happens happened happen makes made keeps kept brings brought changed takes take took leads lead attracts matters if about else exactly")
	// accountNouns ask for an account, whatever the form of the question.
	accountNouns = wordSet("why how plan plans duties duty tasks responsibilities purpose reason reasons goal goals experience research project role story situation issue issues trouble matter problem difference connection like idea missing new different special wrong deposit day week words mean means background happened do next after relationship part")
)

// secondPart is the word that opens a second part of a question which no one fact
// answers: "who is your uncle and why would he pay?" "" for none.
func secondPart(words []measure.Word) string {
	for i := 3; i < len(words); i++ {
		if w := words[i].Text; words[i-1].Text == "and" && (w == "why" || w == "what" || w == "which" || w == "how") && i+1 <= len(words) {
			return w
		}
	}
	return ""
}

// asksTitle reports whether a title answers a question in full: "what is your job?"
func asksTitle(words []measure.Word) bool {
	if len(words) == 0 || len(words) > titleWords || !titleNouns[words[len(words)-1].Text] {
		return false
	}
	return words[0].Text == "what" || words[0].Text == "what's" || words[0].Text == "your"
}

// titleWords are the words of the longest such question: "what is your job title".
const titleWords = 5

var titleNouns = wordSet("job title occupation profession position")

// asksPlace reports whether a question asks for places by their kind: "which other
// countries have you been to?", "what city is it in?"
func asksPlace(words []measure.Word) bool {
	for i, w := range words[:len(words)-1] {
		if i > 2 || w.Text != "which" && w.Text != "what" {
			continue
		}
		if i+2 < len(words) && (words[i+1].Text == "other" || words[i+1].Text == "all") {
			i++
		}
		return kindsOfPlace[words[i+1].Text]
	}
	return false
}

// kindsOfPlace are the nouns a place is asked for by.
var kindsOfPlace = wordSet("country countries city cities town towns state states place places region regions")

// spelledOut parts question words from the verbs contracted with them: "where's", "how
// old's".
func spelledOut(words []measure.Word) []measure.Word {
	for i, w := range words {
		head, verb, cut := strings.Cut(w.Text, "'")
		full, ok := contracted[verb]
		if !cut || !ok || !askers[head] && (i == 0 || words[i-1].Text != "how") {
			continue
		}
		out := append(slices.Clone(words[:i]), w, measure.Word{Text: full, Start: w.Start, End: w.End})
		out[i].Text = head
		return append(out, spelledOut(words[i+1:])...)
	}
	return words
}

// contracted are the verbs by what is left of them, askers the words they hang on.
var (
	contracted = map[string]string{"s": "is", "m": "am", "re": "are", "ll": "will", "d": "would", "ve": "have"}
	askers     = wordSet("what who where when why how which")
)

// beforeName are words that may stand before the question for a name: "On what visa?"
var beforeName = wordSet("and so but on in at under from to")
