package scoring

import (
	"slices"

	"github.com/viceconsul/viceconsul/interview/transcript/measure"
)

// asksName reports whether a question is answered by naming one thing: "which
// semester?", "what's your title?", "what salary do you expect?", "what do you study?"
func asksName(words []measure.Word) bool {
	for len(words) > 1 && (words[0].Text == "and" || words[0].Text == "so" || words[0].Text == "but") {
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
		return manner.word(next)&(tEmpty|tNegate) == 0 && !restVerbs[next]
	}
	return false
}

var (
	// pointers come before what is asked to be named.
	pointers = wordSet("your the his her their its this that")
	// namingVerbs have a name or a title as their object.
	namingVerbs = wordSet("study studied studying specialize specialise major sell sells teach teaches drive drives drink eat")
	// restVerbs follow "what" where it is the one who acts.
	restVerbs = wordSet("happens happened happen makes made keeps kept brings brought changed takes take took leads lead attracts matters if about else exactly")
	// accountNouns ask for an account, whatever the form of the question.
	accountNouns = wordSet("why how plan plans purpose reason reasons goal goals experience research project role story situation problem difference connection like idea missing new different special wrong deposit day week words mean means background happened do next after relationship part")
)
