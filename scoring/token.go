package scoring

import (
	"strings"

	"github.com/viceconsul/viceconsul/interview/transcript/measure"
)

// A token is a word as it is understood: short forms and the spellings of a phone are
// written out, so that "you're", "youre" and "u r" are the same two tokens.
type token struct {
	text   string
	id     int  // its number in wordNumbers; 0 for a word no construction speaks of
	word   int  // which word of the answer
	breaks bool // a mark stands before it
	opens  bool // only words that carry nothing stand between a mark and it
	closes bool // only such words follow up to the next mark
}

// tokensOf writes out the words of an answer.
func tokensOf(words []measure.Word) []token {
	out := make([]token, 0, len(words)+8)
	for i, w := range words {
		n := len(out)
		out = appendTokens(out, w.Text, i)
		out[n].breaks = w.Breaks || i == 0
	}
	opens := true
	for i := range out {
		opens = out[i].breaks || opens
		out[i].opens = opens
		opens = opens && leading[out[i].text]
	}
	for i := range out {
		out[i].id = wordNumbers[out[i].text]
	}
	closes := true
	for i := len(out) - 1; i >= 0; i-- {
		closes = closes || i+1 < len(out) && out[i+1].breaks
		out[i].closes = closes
		closes = closes && trailing[out[i].text]
	}
	return out
}

func appendTokens(out []token, w string, at int) []token {
	if long, ok := shortForms[w]; ok {
		for part := range strings.FieldsSeq(long) {
			out = append(out, token{text: part, word: at})
		}
		return out
	}
	i := strings.IndexByte(w, '\'')
	if i <= 0 {
		return append(out, token{text: w, word: at})
	}
	if head, ok := strings.CutSuffix(w, "n't"); ok {
		return append(out, token{text: head, word: at}, token{text: "not", word: at})
	}
	out = append(out, token{text: w[:i], word: at})
	if verb := contracted[w[i+1:]]; verb != "" {
		out = append(out, token{text: verb, word: at})
	}
	return out
}

// shortForms are words of phones and quick speech, written out.
var shortForms = map[string]string{
	"u": "you", "ur": "your", "r": "are", "youre": "you are", "pls": "please", "plz": "please", "plss": "please", "im": "i am", "ive": "i have",
	"dont": "do not", "didnt": "did not", "doesnt": "does not", "cant": "can not", "cannot": "can not", "can't": "can not", "wont": "will not", "won't": "will not",
	"couldnt": "could not", "shouldnt": "should not", "wouldnt": "would not", "isnt": "is not", "arent": "are not", "wasnt": "was not", "havent": "have not", "hasnt": "has not",
	"whats": "what is", "thats": "that is", "its": "it is", "gonna": "going to", "wanna": "want to", "gotta": "have to", "gimme": "give me", "lemme": "let me",
	"dunno": "do not know", "idk": "i do not know", "ok": "okay", "wat": "what", "wht": "what", "y'all": "you", "aint": "is not", "ain't": "is not", "shan't": "shall not",
}

// leading may stand before what a sentence begins with, trailing after its end.
var (
	leading = set("please kindly just so and but or okay sir madam ma ma'am maam officer oga then now well sorry no yes oh ah hey look excuse me man bro my friend listen honestly actually then first also because hmm eh um uh")
	// trailing leaves out words that can be an object.
	trailing = set("please sir madam ma ma'am maam officer oga now today already then man bro too also o oo lah abi na only okay sorry here again dear")
)
