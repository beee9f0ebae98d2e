package measure

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A Word is one word of a text: letters and digits with inner apostrophes,
// hyphens split; decimal numbers with their separators are one word ("47,000").
// Money signs ($, €, £, ₹) and % are words of their own. An amount written onto
// its unit is two words ("USD47,000", "12lakh"), an abbreviation is one without
// its points ("U.S." is "us", "Ph.D." is "phd").
type Word struct {
	Text       string // lower case, straight apostrophes
	Start, End int    // bytes of the text, on rune boundaries
	Breaks     bool   // a sentence or clause mark (. ! ? ; , : { } or a dash) stands before this word

	mark  byte // '-', '/', '(', ':' or '~' directly before this word; 0 for none
	upper bool // written in capitals, two letters or more
	cap   bool // its first letter is a capital
}

// Words splits a text. It never fails: what is no word is left out.
func Words(text string) []Word {
	c := cutter{text: text, lower: lower(text), curly: strings.Contains(text, "’"), words: make([]Word, 0, len(text)/5+2)}
	for c.at < len(text) {
		c.step()
	}
	return c.words
}

// lower is the text in lower case with every rune as long as it was, so that
// offsets stay good. A rune whose lower case has another length stays as it is.
func lower(text string) string {
	ascii, upper := true, false
	for i := 0; i < len(text); i++ {
		ascii = ascii && text[i] < utf8.RuneSelf
		upper = upper || text[i] >= 'A' && text[i] <= 'Z'
	}
	if ascii && !upper {
		return text
	}
	if ascii {
		return strings.ToLower(text)
	}
	b := []byte(text)
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		if l := unicode.ToLower(r); l != r && utf8.RuneLen(l) == n {
			utf8.EncodeRune(b[i:], l)
		}
		i += n
	}
	return string(b)
}

// A cutter cuts words from left to right.
type cutter struct {
	text, lower string
	words       []Word
	at          int
	curly       bool // the text has curly apostrophes
	breaks      bool // a clause mark was passed since the last word
	mark        byte
}

// step takes one word or one mark.
func (c *cutter) step() {
	switch b := c.text[c.at]; {
	case isAlnum(b):
		c.word()
	case b == ' ' || b == '\t':
		c.at++
		c.mark = 0
	case b == '$' || b == '%':
		c.add(c.at, c.at+1)
	case b < utf8.RuneSelf:
		c.punctuate(b)
	default:
		c.rune()
	}
}

// punctuate passes one ASCII mark.
func (c *cutter) punctuate(b byte) {
	switch b {
	case '.':
		c.breaks = c.breaks || !c.afterAbbreviation()
	case ':':
		if c.digitsAround(1) {
			c.mark, c.at = ':', c.at+1
			return
		}
		c.breaks = true
	case '!', '?', ';', ',', '{', '}', '\n', '\r':
		c.breaks = true
	case '-':
		c.breaks = c.breaks || !c.tight()
		c.mark = '-'
	case '/', '(', '~':
		c.mark = b
	}
	if b == ',' || b == '.' || b == '\n' {
		c.mark = 0
	}
	c.at++
}

// rune takes what begins with a rune beyond ASCII.
func (c *cutter) rune() {
	r, n := utf8.DecodeRuneInString(c.text[c.at:])
	switch {
	case isLetter(r):
		c.word()
		return
	case r == '€' || r == '£' || r == '₹' || r == '₦' || r == '¥' || r == '₱':
		c.add(c.at, c.at+n)
		return
	case r == '–' && c.digitsAround(n), r == '‑':
		c.mark = '-'
	case r == '–' || r == '—' || r == '…' || r == '。' || r == '،' || r == '؟' || r == '।':
		c.breaks, c.mark = true, 0
	case unicode.IsSpace(r):
		c.mark = 0
	}
	c.at += n
}

// tight reports whether the mark at c.at stands between two words without a space.
func (c *cutter) tight() bool {
	return c.at > 0 && c.at+1 < len(c.text) && inWord(c.text[c.at-1]) && inWord(c.text[c.at+1])
}

func (c *cutter) digitsAround(n int) bool {
	return c.at > 0 && c.at+n < len(c.text) && isDigit(c.text[c.at-1]) && isDigit(c.text[c.at+n])
}

// afterAbbreviation reports whether the point at c.at belongs to the word before it.
func (c *cutter) afterAbbreviation() bool {
	if len(c.words) == 0 {
		return false
	}
	last := c.words[len(c.words)-1]
	if last.End != c.at {
		return false
	}
	if last.End-last.Start > len(last.Text) { // it lost points: "U.S." ends a sentence only before a capital
		rest := strings.TrimLeft(c.text[c.at+1:], " ")
		return rest != "" && rest[0] >= 'a' && rest[0] <= 'z'
	}
	return abbreviations[last.Text]
}

var abbreviations = map[string]bool{
	"dr": true, "mr": true, "mrs": true, "ms": true, "prof": true, "st": true, "mt": true,
	"rs": true, "approx": true, "jr": true, "sr": true, "vs": true,
}

// word takes the word at c.at.
func (c *cutter) word() {
	start, points, digit := c.at, false, false
	for c.at < len(c.text) {
		b := c.text[c.at]
		if alnum[b] {
			digit = digit || isDigit(b)
			c.at++
			continue
		}
		n := c.inner(start)
		if n == 0 {
			break
		}
		points = points || b == '.' && !isDigit(c.text[c.at-1])
		c.at += n
	}
	if points {
		c.addText(start, c.at, strings.ReplaceAll(c.lower[start:c.at], ".", ""))
		return
	}
	if digit {
		if cut, end := c.unitCut(start), c.at; cut > start {
			c.add(start, cut)
			c.add(cut, end)
			return
		}
	}
	c.add(start, c.at)
}

// inner is the length of the rune at c.at when it continues the word begun at
// start, else 0. It is no ASCII letter or digit.
func (c *cutter) inner(start int) int {
	switch b := c.text[c.at]; {
	case b == '\'' || b == '.' || b == ',':
		if c.joins(b, start) {
			return 1
		}
		return 0
	case b < utf8.RuneSelf:
		return 0
	}
	r, n := utf8.DecodeRuneInString(c.text[c.at:])
	if isLetter(r) || r == '’' && c.at > start && c.at+n < len(c.text) && inWord(c.text[c.at+n]) {
		return n
	}
	return 0
}

// joins reports whether the mark b at c.at joins what stands on both sides of it.
func (c *cutter) joins(b byte, start int) bool {
	if c.at == start || c.at+1 >= len(c.text) {
		return false
	}
	before, after := c.text[c.at-1], c.text[c.at+1]
	switch {
	case b == '\'':
		return inWord(after)
	case isDigit(before) && isDigit(after):
		return b == '.' || c.groups(start)
	case b == '.' && isAlpha(before) && isAlpha(after):
		run := c.at - start // letters since the word or its last point began
		if i := strings.LastIndexByte(c.text[start:c.at], '.'); i >= 0 {
			run -= i + 1
		}
		return run == 1 || c.lower[start:c.at] == "ph"
	}
	return false
}

// groups reports whether the comma at c.at stands inside a number: "47,000",
// "12,00,000" or "2,5", but not "2019,2020" and not "1,2,3".
func (c *cutter) groups(start int) bool {
	i := c.at + 1
	n := digits(c.text[i:])
	next := i + n
	more := next+1 < len(c.text) && c.text[next] == ',' && isDigit(c.text[next+1])
	first := !strings.Contains(c.text[start:c.at], ",") && (start == 0 || c.text[start-1] != ',')
	switch {
	case n == 3:
		return true
	case n == 2 && more:
		return digits(c.text[next+1:]) == 2 || digits(c.text[next+1:]) == 3
	}
	return (n == 1 || n == 2) && first && !more
}

// unitCut is where a number and its unit were written as one word, or start.
func (c *cutter) unitCut(start int) int {
	word := c.lower[start:c.at]
	if n := digits(word); n > 0 {
		for n < len(word) && (isDigit(word[n]) || word[n] == '.' || word[n] == ',') {
			n++
		}
		if len(word)-n >= 2 && splits[word[n:]] {
			return start + n
		}
		return start
	}
	n := 0
	for n < len(word) && isAlpha(word[n]) {
		n++
	}
	if n >= 2 && n < len(word) && isDigit(word[n]) && currencies[word[:n]] != "" {
		return start + n
	}
	return start
}

func (c *cutter) add(start, end int) {
	text := c.lower[start:end]
	if c.curly && strings.Contains(text, "’") {
		text = strings.ReplaceAll(text, "’", "'")
	}
	c.addText(start, end, text)
}

func (c *cutter) addText(start, end int, text string) {
	w := Word{Text: text, Start: start, End: end, Breaks: c.breaks && len(c.words) > 0, mark: c.mark}
	w.cap = isUpper(c.text[start])
	w.upper = w.cap && end > start+1 && isUpper(c.text[start+1])
	c.words = append(c.words, w)
	c.breaks, c.mark, c.at = false, 0, end
}

// alnum are the ASCII letters and digits.
var alnum = func() (t [256]bool) {
	for b := range t {
		t[b] = isDigit(byte(b)) || isAlpha(byte(b))
	}
	return t
}()

// digits is how many ASCII digits s begins with.
func digits(s string) int {
	n := 0
	for n < len(s) && isDigit(s[n]) {
		n++
	}
	return n
}

func isDigit(b byte) bool { return b >= '0' && b <= '9' }
func isUpper(b byte) bool { return b >= 'A' && b <= 'Z' }
func isAlpha(b byte) bool { return b|0x20 >= 'a' && b|0x20 <= 'z' }
func isAlnum(b byte) bool { return alnum[b] }
func inWord(b byte) bool  { return isAlnum(b) || b >= utf8.RuneSelf }
func isLetter(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsDigit(r)
}
