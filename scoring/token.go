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
func tokensOf(words []measure.Word, known []*lexeme) []token {
	out := make([]token, 0, len(words)+2)
	for i, w := range words {
		n := len(out)
		if !known[i].joined && !shortened.has(known[i].number) {
			out = append(out, token{text: w.Text, id: known[i].number, word: i})
		} else {
			out = writtenOut(out, w.Text, i)
		}
		out[n].breaks = w.Breaks || i == 0
	}
	opens := true
	for i := range out {
		opens = out[i].breaks || opens
		out[i].opens = opens
		opens = opens && leading[out[i].text]
	}
	closes := true
	for i := len(out) - 1; i >= 0; i-- {
		closes = closes || i+1 < len(out) && out[i+1].breaks
		out[i].closes = closes
		closes = closes && trailing[out[i].text]
	}
	return out
}

// saidWords are the words of an answer by their numbers, as far as the last bits of these
// tell them apart.
type saidWords [16]uint64

func saidIn(tokens []token) (all saidWords) {
	for i := range tokens {
		all[tokens[i].id>>6%16] |= 1 << (tokens[i].id & 63)
	}
	return all
}

func (s *saidWords) has(id int) bool { return s[id>>6%16]>>(id&63)&1 != 0 }

// writtenOut adds the tokens of a short form, or of what an apostrophe joins.
func writtenOut(out []token, w string, at int) []token {
	add := func(part string) { out = append(out, token{text: part, id: wordNumbers[part], word: at}) }
	if long, ok := shortForms[w]; ok {
		for part := range strings.FieldsSeq(long) {
			add(part)
		}
		return out
	}
	i := strings.IndexByte(w, '\'')
	if head, ok := strings.CutSuffix(w, "n't"); ok {
		add(head)
		add("not")
		return out
	}
	add(w[:i])
	if verb := contracted[w[i+1:]]; verb != "" {
		add(verb)
	}
	return out
}

// shortened are the words that are short forms, by their numbers.
var shortened = func() (all idSet) {
	for w := range shortForms {
		all.add(numberOf(w))
	}
	return all
}()

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
