package scoring

import (
	"strings"

	"github.com/viceconsul/viceconsul/interview/transcript/measure"
)

// A token is a word as it is understood: short forms and the spellings of a phone are
// written out, so that "you're", "youre" and "u r" are the same two tokens.
type token struct {
	text   string
	id     int  // its number among the words of constructions; 0 for none of them
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

// A construction is a way of speaking: who does what to whom. It is written as slots
// apart by spaces: "you", "a/b" for either, "@name" for a class of words, "?" before a
// slot that may be missing, "^" where a sentence opens and "$" where it closes, ".."
// for up to three words of any kind, "..." for up to six, and "~" for words that only
// weigh or point.
type construction struct {
	is    behaving
	slots []slot
}

type slot struct {
	words    idSet
	optional bool
	gap      int // any words up to so many
	light    bool
	opens    bool
	closes   bool
}

// An idSet is a set of the words that constructions speak of, by their numbers.
type idSet []uint64

func (s idSet) has(id int) bool { return id>>6 < len(s) && s[id>>6]>>(id&63)&1 != 0 }

func (s *idSet) add(id int) {
	for len(*s) <= id>>6 {
		*s = append(*s, 0)
	}
	(*s)[id>>6] |= 1 << (id & 63)
}

// A grammar finds constructions by the words they can begin with.
type grammar struct {
	ids      map[string]int   // of all words it speaks of, from 1
	begun    [][]construction // by the number of the first word
	weighing idSet
}

func newGrammar(tables map[behaving][]string, light map[string]bool) *grammar {
	g := &grammar{ids: map[string]int{}, begun: make([][]construction, 1)}
	for w := range light {
		g.weighing.add(g.id(w))
	}
	for is, all := range tables {
		for _, line := range all {
			for way := range strings.SplitSeq(line, ",") {
				g.add(is, strings.Fields(way))
			}
		}
	}
	return g
}

// id is the number of a word, a new one if need be.
func (g *grammar) id(w string) int {
	n, ok := g.ids[w]
	if !ok {
		n = len(g.begun)
		g.ids[w] = n
		g.begun = append(g.begun, nil)
	}
	return n
}

func (g *grammar) add(is behaving, fields []string) {
	k := construction{is: is}
	for _, f := range fields {
		k.slots = append(k.slots, g.slot(f))
	}
	for _, s := range k.slots {
		for id := range g.begun {
			if s.words.has(id) {
				g.begun[id] = append(g.begun[id], k)
			}
		}
		if s.words != nil && !s.optional {
			return
		}
	}
}

func (g *grammar) slot(field string) slot {
	switch field {
	case "^":
		return slot{opens: true}
	case "$":
		return slot{closes: true}
	case "..":
		return slot{gap: 3}
	case "...":
		return slot{gap: 6}
	case "~":
		return slot{light: true}
	}
	name, optional := strings.CutPrefix(field, "?")
	s := slot{optional: optional}
	for w := range strings.SplitSeq(name, "/") {
		class, ok := strings.CutPrefix(w, "@")
		if !ok {
			s.words.add(g.id(w))
			continue
		}
		for v := range classes[class] {
			s.words.add(g.id(v))
		}
	}
	return s
}

// number gives tokens the numbers of their words.
func (g *grammar) number(all []token) {
	for i := range all {
		all[i].id = g.ids[all[i].text]
	}
}

// end is the token after the end of a construction that begins at token i, or -1.
func (g *grammar) end(k *construction, all []token, i int) int {
	m := matcher{g, all, i}
	return m.match(k.slots, i)
}

// A matcher lays a construction on the tokens from start on.
type matcher struct {
	*grammar
	all   []token
	start int
}

func (m *matcher) match(slots []slot, i int) int {
	for n := range slots {
		s := &slots[n]
		here := i < len(m.all)
		switch {
		case s.opens:
			if !here || !m.all[i].opens {
				return -1
			}
		case s.closes:
			if i == 0 || !m.all[i-1].closes {
				return -1
			}
		case s.gap > 0 || s.light:
			return m.skip(s, slots[n+1:], i)
		case here && s.words.has(m.all[i].id) && (i == m.start || !m.all[i].breaks):
			if s.optional {
				if end := m.match(slots[n+1:], i+1); end >= 0 {
					return end
				}
				continue
			}
			i++
		case !s.optional:
			return -1
		}
	}
	return i
}

// skip passes over the words of a gap, which never holds a mark.
func (m *matcher) skip(s *slot, rest []slot, i int) int {
	most := s.gap
	if s.light {
		most = mostLight
	}
	for n := 0; n <= most && i+n <= len(m.all); n++ {
		if end := m.match(rest, i+n); end >= 0 {
			return end
		}
		if i+n == len(m.all) || m.all[i+n].breaks && i+n > m.start || s.light && !m.weighing.has(m.all[i+n].id) {
			return -1
		}
	}
	return -1
}

// mostLight is how many words may weigh a word: "such a very big". Our judgement.
const mostLight = 5
