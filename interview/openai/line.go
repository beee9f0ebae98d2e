package openai

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// lineRunes is the longest line an officer may say (security requirement on
// worded speech).
const lineRunes = 200

// checkLine returns the model's line ready to say, or ErrRefused: it must be one
// plain line of at most 200 code points that asks when the bank's line asks, and
// brings no number and no name that the bank's line does not hold.
func checkLine(said, bank string) (string, error) {
	line := strings.Trim(strings.TrimSpace(said), `"“”`)
	switch {
	case line == "":
		return "", fmt.Errorf("%w: it is empty", ErrRefused)
	case !utf8.ValidString(line) || utf8.RuneCountInString(line) > lineRunes:
		return "", fmt.Errorf("%w: it is longer than %d characters or not text", ErrRefused, lineRunes)
	case strings.ContainsFunc(line, unfit):
		return "", fmt.Errorf("%w: it is not one plain line", ErrRefused)
	case strings.Count(line, "?") != min(1, strings.Count(bank, "?")):
		return "", fmt.Errorf("%w: it asks more or less than the move", ErrRefused)
	}
	if !onlyKnown(line, bank) {
		return "", fmt.Errorf("%w: it brings a name or number of its own", ErrRefused)
	}
	return line, nil
}

// unfit holds for what plain speech has no use for: controls, markup, addresses.
func unfit(r rune) bool {
	return unicode.IsControl(r) || !unicode.IsPrint(r) || strings.ContainsRune("*_#<>{}[]`|\\@/", r)
}

// onlyKnown reports whether every number of the line, and every capitalised word
// that does not open a sentence, stands in the bank's line too.
func onlyKnown(line, bank string) bool {
	known := map[string]bool{"I": true, "I'm": true, "I'll": true, "US": true, "U.S": true}
	for _, w := range strings.Fields(bank) {
		known[bare(w)] = true
	}
	opens := true
	for _, w := range strings.Fields(line) {
		first, _ := utf8.DecodeRuneInString(bare(w))
		named := unicode.IsUpper(first) && !opens || strings.ContainsFunc(w, unicode.IsDigit)
		if named && !known[bare(w)] {
			return false
		}
		opens = strings.ContainsAny(w[len(w)-1:], ".?!")
	}
	return true
}

func bare(w string) string {
	return strings.TrimFunc(w, func(r rune) bool { return unicode.IsPunct(r) || unicode.IsSymbol(r) })
}
