package scoring

import (
	"slices"
	"strings"

	"github.com/viceconsul/viceconsul/questionbank"
)

// A shape is what a question asks for by its words alone. It is the same for every
// applicant, and of a line of the bank it is read only once.
type shape struct {
	asks       [2]bool // whether it asks, when its words name no field and when they name one
	want, also [2]want // what it wants, when it asks nothing and when it does
	imperative bool
	title      bool   // a title answers it in full
	which      bool   // it asks which of its kind something is
	choice     bool   // it offers things to choose from
	supposes   bool   // it asks what would be done if something happened
	leaves     bool   // it leaves open what it asks
	third      bool   // it is about one other person, and not about the applicant
	thing      bool   // it speaks to nobody and is about a thing
	wide       bool   // it asks for more than one word or name
	explains   bool   // it asks for an account
	andWhy     bool   // it asks for a reason besides
	brief      bool   // a word answers it, whatever it wants
	ahead      bool   // it asks what the applicant will do
	name       bool   // naming one thing answers it
	notHere    bool   // it asks why something is not done at home
	home       bool   // it asks for the way back, or for what the applicant has at home
	secondPart string // the word that opens a second part
	all        trait  // of its words together
	plain      []string
	roles      bitset        // what it has of the words of roles
	asksRole   []bool        // of each role, whether it asks for its player
	concerns   []concernLine // those it is on, in order
}

// shape is what the line asks for by its words alone.
func (s *spoken) shape() *shape {
	s.once.Do(func() { s.shaped = shapeOf(s) })
	return &s.shaped
}

func shapeOf(s *spoken) shape {
	words, text := s.words, strings.ToLower(s.text)
	has := func(part string) bool { return strings.Contains(text, part) }
	h := shape{
		asks:       [2]bool{asksBy(s.text, words, false), asksBy(s.text, words, true)},
		imperative: imperative(words), title: asksTitle(words), which: asksWhich(s),
		choice:   slices.Contains(s.texts, "or") || has("which is "),
		supposes: asksIf(s), leaves: len(words) > 0 && leavesOpen(words), third: asksOfOne(s),
		thing:    len(words) > shortLine && !slices.ContainsFunc(s.texts, func(w string) bool { return speaksTo[w] }),
		ahead:    has("what will you do"),
		explains: slices.ContainsFunc(s.texts, func(w string) bool { return slices.Contains(explains, w) }),
		andWhy:   asksWhyToo(s.texts),
		brief:    len(words) <= shortLine && !wide(words) || len(words) > 2 && s.texts[0] == "what" && s.texts[len(words)-1] == "do",
		name:     asksName(words), notHere: whyNotHere(s), home: asksReturn(s.traits) || asksHome(s),
		secondPart: secondPart(words), roles: roleLines.read(s.texts), concerns: concernsIn(s),
	}
	h.wide = h.ahead || has("why") || has("how ") || has("tell me") || has("describe")
	h.asksRole = roleLines.asks(&h.roles)
	h.want[0], h.also[0] = wantsOf(words, false)
	h.want[1], h.also[1] = wantsOf(words, true)
	h.plain = make([]string, 0, len(words))
	for i, w := range s.texts {
		h.all |= s.traits[i]
		if s.traits[i]&tEmpty == 0 {
			h.plain = append(h.plain, w)
		}
	}
	return h
}

// asksWhyToo reports whether the first "why" of a question follows an "and".
func asksWhyToo(texts []string) bool {
	why := slices.Index(texts, "why")
	return why > 0 && texts[why-1] == "and"
}

// answerType is the answer type a question shows that wants a kind of fact.
func (h *shape) answerType(w want) questionbank.AnswerType {
	switch {
	case w != wantYesNo && h.explains:
		return questionbank.Explain
	case h.andWhy:
		return questionbank.Open
	case slices.Contains(closedWants, w), h.brief, w == wantAnything && h.name:
		return questionbank.Closed
	}
	return questionbank.Open
}

// asking are the wants of a question that asks, or of one that does not.
func (h *shape) asking(asks bool) (first, also want) { return h.want[sign(asks)], h.also[sign(asks)] }

// readText reads an officer's line, unless it is one of the two read last: a line and
// its question are read to find that of the bank, and again for the answer.
func (c *Case) readText(text string, ofBank bool) *spoken {
	if s := c.lastRead(text); s != nil {
		if ofBank {
			lines.LoadOrStore(text, s)
		}
		return s
	}
	var was *spoken
	if last := c.last.Load(); last != nil {
		was = last[0]
	}
	s := readText(text, ofBank)
	c.last.Store(&linesRead{s, was})
	return s
}

// lastRead is an officer's line as it was read, when it is one of the two read last.
func (c *Case) lastRead(text string) *spoken {
	if last := c.last.Load(); last != nil {
		for _, s := range last {
			if s != nil && s.text == text {
				return s
			}
		}
	}
	return nil
}

// linesRead are the lines read last, the latest first; nil for none.
type linesRead [2]*spoken
