package openai

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/kljensen/snowball/english"

	"github.com/viceconsul/viceconsul/interview"
)

const (
	lineRunes = 200 // longest line an officer may say (security requirement on worded speech)
	// lineWords bounds a line: officers' lines have a median of 7 words and a 90th
	// percentile of 15 (remembered interviews, published with a simulator's research).
	lineWords  = 15
	lineSlack  = 5 // words over what was asked for that still pass (our judgement)
	mostHeard  = 3 // words taken up from the applicant's answer (our judgement: an echo is no question)
	mostStrays = 1 // words off the topic ahead of those on it (our judgement)
)

// A lineCheck judges a line as it comes, a whole word at a time: it must be one plain
// line that asks when the bank's line asks, stays on the move's topic, and brings no
// fact, advice or promise that the bank's line does not hold.
type lineCheck struct {
	bank  string
	known map[string]bool // words of the bank's line, bare
	topic map[string]bool // stems and senses of what the move may be worded with
	heard map[string]bool // stems of the applicant's answer

	said                   []string
	runes, questions, whys int
	onTopic, taken, strays int
	opens, over            bool // the next word opens a sentence; the question is asked
}

// newLineCheck judges lines for a move after an answer.
func newLineCheck(m interview.Move, answer string) *lineCheck {
	c := &lineCheck{bank: m.Line, known: map[string]bool{}, topic: map[string]bool{}, heard: map[string]bool{}, opens: true}
	for _, w := range strings.Fields(m.Line) {
		c.known[bare(w)] = true
	}
	wordings := []string{m.Line}
	if q := m.Question; q != nil {
		wordings = append(append(wordings, q.Ask, q.Simpler), q.Also...)
	}
	for _, w := range strings.Fields(strings.Join(wordings, " ")) {
		if s := stem(w); s != "" && !plain[strings.ToLower(bare(w))] {
			c.topic[s] = true
			c.topic[senses[s]] = true
		}
	}
	delete(c.topic, "")
	for _, w := range strings.Fields(answer) {
		c.heard[stem(w)] = true
	}
	return c
}

// word takes the next whole word; ErrRefused ends the line.
func (c *lineCheck) word(w string) error {
	if err := c.shape(w); err != nil {
		return err
	}
	if err := c.fact(w); err != nil {
		return err
	}
	c.said = append(c.said, w)
	c.opens = strings.ContainsAny(w[len(w)-1:], ".?!")
	return c.bounds()
}

// shape refuses what is no plain speech.
func (c *lineCheck) shape(w string) error {
	c.runes += utf8.RuneCountInString(w) + 1
	c.questions += strings.Count(w, "?")
	if asking[strings.ToLower(bare(w))] {
		c.whys++
	}
	switch {
	case !utf8.ValidString(w) || strings.ContainsFunc(w, unfit):
		return fmt.Errorf("%w: it is not one plain line", ErrRefused)
	case strings.ContainsFunc(w, foreign) && !c.known[bare(w)]:
		return fmt.Errorf("%w: it is not in English", ErrRefused)
	case c.over:
		return fmt.Errorf("%w: it goes on after its question", ErrRefused)
	case c.questions > min(1, strings.Count(c.bank, "?")) || c.whys > max(1, c.bankWhys()):
		return fmt.Errorf("%w: it asks more than the move", ErrRefused)
	}
	c.over = strings.Contains(w, "?")
	return nil
}

func (c *lineCheck) bankWhys() (n int) {
	for w := range c.known {
		if asking[strings.ToLower(w)] {
			n++
		}
	}
	return n
}

// fact refuses names, numbers and relatives of the line's own, and sorts its words.
func (c *lineCheck) fact(w string) error {
	b := bare(w)
	low := strings.ToLower(strings.ReplaceAll(b, "’", "'"))
	first, _ := utf8.DecodeRuneInString(b)
	switch {
	case b == "" || c.known[b] || c.known[low]:
		c.onTopic += bit(b != "" && !plain[low])
		return nil
	case plain[low] && (c.opens || !unicode.IsUpper(first) || own[b]):
		return nil
	case strings.ContainsFunc(b, unicode.IsDigit), factual[low], strings.ContainsFunc(w, unicode.IsUpper) && !c.opens:
		return fmt.Errorf("%w: it brings a name or number of its own", ErrRefused)
	}
	s := stem(b)
	switch {
	case c.topic[s] || c.topic[senses[s]]:
		c.onTopic++
	case unicode.IsUpper(first):
		return fmt.Errorf("%w: it may open with a name", ErrRefused)
	case c.heard[s]:
		c.taken++
	default:
		c.strays++
	}
	return nil
}

func bit(b bool) int {
	if b {
		return 1
	}
	return 0
}

// bounds refuses what grows too long, strays, or says what no officer may.
func (c *lineCheck) bounds() error {
	text := " " + strings.ToLower(strings.ReplaceAll(strings.Join(c.said, " "), "’", "'")) + " "
	bank := " " + strings.ToLower(c.bank) + " "
	for _, p := range forbidden {
		if strings.Contains(text, p) && !strings.Contains(bank, p) {
			return fmt.Errorf("%w: it advises, promises or speaks of itself", ErrRefused)
		}
	}
	switch {
	case c.runes > lineRunes+1 || len(c.said) > wordsFor(c.bank)+lineSlack:
		return fmt.Errorf("%w: it is too long", ErrRefused)
	case c.taken > mostHeard || c.strays > c.onTopic+mostStrays:
		return fmt.Errorf("%w: it leaves the topic", ErrRefused)
	}
	return nil
}

// done judges the whole line.
func (c *lineCheck) done() error {
	switch {
	case len(c.said) == 0:
		return fmt.Errorf("%w: it is empty", ErrRefused)
	case c.questions != min(1, strings.Count(c.bank, "?")):
		return fmt.Errorf("%w: it asks more or less than the move", ErrRefused)
	case c.strays > c.onTopic, len(c.topic) > 0 && c.onTopic == 0:
		return fmt.Errorf("%w: it leaves the topic", ErrRefused)
	}
	return nil
}

// wordsFor is how many words a model is given for a line.
func wordsFor(bank string) int { return max(lineWords, len(strings.Fields(bank))+3) }

// unquoted drops the quotation marks models like to put around a line.
func unquoted(w string) string { return strings.Trim(w, "\"“”") }

// unfit holds for what plain speech has no use for: controls, markup, addresses.
func unfit(r rune) bool {
	return unicode.IsControl(r) || !unicode.IsPrint(r) || strings.ContainsRune("*_#<>{}[]`|\\@/^~=", r)
}

// foreign holds for letters and marks that English does without.
func foreign(r rune) bool {
	return r > unicode.MaxASCII && !strings.ContainsRune("’“”–—…", r)
}

func bare(w string) string {
	return strings.TrimFunc(w, func(r rune) bool { return unicode.IsPunct(r) || unicode.IsSymbol(r) })
}

// stem is what a word has in common with its forms.
func stem(w string) string {
	w = strings.ToLower(strings.ReplaceAll(bare(w), "’", "'"))
	w, _, _ = strings.Cut(w, "'")
	return english.Stem(w, false)
}
