package transcript

import (
	"strings"

	"github.com/viceconsul/viceconsul/interview/transcript/measure"
)

// identityNumber names the identity number a text seems to hold, "" when none.
// Such numbers are refused: nothing here needs one. Amounts of money, and masked
// numbers such as "IOE...123", are none.
func identityNumber(text string) string {
	amounts := amounts(text)
	for start := 0; start < len(text); {
		end, letters := start, false
		for end < len(text) && isIDByte(text, end) && !(letters && text[end] == ' ') {
			letters = letters || isLetter(text[end])
			end++
		}
		if end == start {
			start++
			continue
		}
		if kind := idKind(text[start:end], text); kind != "" && !covered(amounts, start, end) {
			return kind
		}
		start = end
	}
	return ""
}

// isIDByte reports whether text[i] may stand inside an identity number: letters,
// digits, and a single hyphen or space between digits.
func isIDByte(text string, i int) bool {
	c := text[i]
	if isDigit(c) || isLetter(c) {
		return true
	}
	if c != '-' && c != ' ' || i == 0 || i+1 >= len(text) {
		return false
	}
	return isDigit(text[i+1]) && (isDigit(text[i-1]) || c == '-' && isLetter(text[i-1]))
}

// idKind says which identity number token is. Letters before digits tell most of
// them apart.
func idKind(token, text string) string {
	letters, digits, groups, mixed := shape(token)
	switch {
	case mixed:
		return ""
	case letters == 3 && digits == 10:
		return "a receipt number in full"
	case letters == 1 && digits == 10 && (token[0]|0x20) == 'n':
		return "a SEVIS number"
	case letters == 1 && (digits == 8 || digits == 9) && (token[0]|0x20) == 'a':
		return "an A-number"
	case letters >= 1 && letters <= 2 && digits >= 6 && len(groups) == 1:
		return "a passport number"
	case letters == 0 && groups == "3-2-4":
		return "a social security number"
	case letters == 0 && digits >= 13 && digits <= 19 && token[0] >= '3' && token[0] <= '6' && luhn(token):
		return "a card number"
	case letters == 0 && digits == 9 && groups == "9":
		return "a passport or social security number"
	case letters == 0 && digits >= 6 && digits <= 9 && strings.Contains(strings.ToLower(text), "passport"):
		return "a passport number"
	}
	return ""
}

// shape counts the leading letters and the digits behind them, and says how the
// digits are grouped ("3-2-4"). mixed is true for letters after digits.
func shape(token string) (letters, digits int, groups string, mixed bool) {
	var b strings.Builder
	run := 0
	for i := 0; i < len(token); i++ {
		switch c := token[i]; {
		case isDigit(c):
			digits, run = digits+1, run+1
		case isLetter(c):
			letters++
			mixed = mixed || digits > 0
		case run > 0:
			b.WriteByte(byte('0' + min(run, 9)))
			b.WriteByte('-')
			run = 0
		}
	}
	if run > 0 {
		b.WriteByte(byte('0' + min(run, 9)))
	}
	return letters, digits, b.String(), mixed
}

// luhn checks the check digit that card numbers carry.
func luhn(token string) bool {
	sum, double := 0, false
	for i := len(token) - 1; i >= 0; i-- {
		if !isDigit(token[i]) {
			continue
		}
		d := int(token[i] - '0')
		if double {
			if d *= 2; d > 9 {
				d -= 9
			}
		}
		sum, double = sum+d, !double
	}
	return sum%10 == 0
}

func amounts(text string) []measure.Mention {
	var all []measure.Mention
	for _, m := range measure.Scan(measure.Words(text), measure.Date{}) {
		if m.Kind == measure.Money {
			all = append(all, m)
		}
	}
	return all
}

func covered(amounts []measure.Mention, start, end int) bool {
	for _, m := range amounts {
		if m.Start <= start && end <= m.End {
			return true
		}
	}
	return false
}

func isDigit(c byte) bool  { return c >= '0' && c <= '9' }
func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }
