package transcript

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/viceconsul/viceconsul/interview/transcript/measure"
)

func (r reader) text(f *Field, path string, n *node) (Value, bool) {
	if n.kind != '"' && n.kind != '0' {
		return r.wrong(f, path, "text is expected, not "+n.kindName())
	}
	v := Value{Type: f.Type, Text: strings.TrimSpace(n.text)}
	if known, ok := enumValue(f.Enum, v.Text); ok {
		v.Text = known
	}
	return v, true
}

func (r reader) enum(f *Field, path string, n *node) (Value, bool) {
	text := n.text
	switch n.kind {
	case 't':
		text = "yes"
	case 'f':
		text = "no"
	}
	v, ok := enumValue(f.Enum, text)
	if before, _, found := strings.Cut(text, "("); !ok && found {
		v, ok = enumValue(f.Enum, before) // "nonimmigrant (J-1)"
	}
	if !ok && f.Path == "application.visa_category" {
		c, err := ParseCategory(text, "")
		v, ok = string(c), err == nil
	}
	if !ok {
		return r.wrong(f, path, "one of these is expected: "+spokenAll(f.Enum))
	}
	return Value{Type: TypeEnum, Text: v}, true
}

func (r reader) date(f *Field, path string, n *node) (Value, bool) {
	if n.kind == '0' {
		year, err := strconv.Atoi(n.text)
		if err != nil || year < 1900 || year > 2099 {
			return r.wrong(f, path, "a year from 1900 to 2099, or a date as text, is expected")
		}
		return Value{Type: TypeDate, Date: measure.Date{Year: year}}, true
	}
	if n.kind != '"' {
		return r.wrong(f, path, "a date is expected, not "+n.kindName())
	}
	d, err := measure.ParseDate(n.text)
	if err != nil {
		return r.wrong(f, path, err.Error())
	}
	return Value{Type: TypeDate, Date: d}, true
}

func (r reader) money(f *Field, path string, n *node) (Value, bool) {
	m := measure.Mention{Kind: measure.Money}
	switch n.kind {
	case '0':
		amount, ok := positive(n.text)
		if !ok {
			return r.wrong(f, path, "an amount from 0 is expected")
		}
		m.Low, m.High = amount, amount
	case '"':
		var err error
		if m, err = measure.ParseMoney(withoutEquivalent(n.text)); err != nil {
			return r.wrong(f, path, err.Error())
		}
	default:
		return r.wrong(f, path, "an amount of money is expected, not "+n.kindName())
	}
	return moneyValue(f, m), true
}

// withoutEquivalent drops the same amount in another currency from behind an
// amount: "INR 35 lakh (about USD 42,000)".
func withoutEquivalent(text string) string {
	amount, rest, ok := strings.Cut(strings.TrimSpace(text), "(")
	inner, closed := strings.CutSuffix(rest, ")")
	if _, err := measure.ParseMoney(inner); ok && closed && err == nil {
		return amount
	}
	return text
}

// positive reads a JSON number that can be an amount or a count.
func positive(literal string) (float64, bool) {
	n, err := strconv.ParseFloat(literal, 64)
	return n, err == nil && n >= 0 && n <= 1e15
}

func (r reader) duration(f *Field, path string, n *node) (Value, bool) {
	if n.kind != '"' {
		return r.wrong(f, path, "a length of time with its unit is expected, not "+n.kindName())
	}
	m, err := measure.ParseDuration(n.text)
	if err != nil {
		return r.wrong(f, path, err.Error())
	}
	return Value{Type: TypeDuration, Days: m}, true
}

func (r reader) number(f *Field, path string, n *node) (Value, bool) {
	if n.kind == '0' {
		num, ok := positive(n.text)
		if !ok {
			return r.wrong(f, path, "a number from 0 is expected")
		}
		return Value{Type: TypeNumber, Num: num}, true
	}
	if n.kind != '"' {
		return r.wrong(f, path, "a number is expected, not "+n.kindName())
	}
	m, err := measure.ParseNumber(n.text)
	if err != nil || m.Low != m.High {
		return r.wrong(f, path, "one number is expected, in digits")
	}
	return Value{Type: TypeNumber, Num: m.Low}, true
}

// boolean reads true, "yes", and an explanation behind it: "yes, in 2019".
func (r reader) boolean(f *Field, path string, n *node) (Value, bool) {
	switch n.kind {
	case 't', 'f':
		return Value{Type: TypeBool, Bool: n.kind == 't'}, true
	case '"':
		if yes, rest, ok := yesNo(n.text); ok {
			return Value{Type: TypeBool, Bool: yes, Text: rest}, true
		}
	}
	return r.wrong(f, path, "yes or no is expected")
}

// yesNo reads a yes or no at the beginning of a text, with what follows it.
func yesNo(text string) (yes bool, rest string, ok bool) {
	words := measure.Words(text)
	if len(words) == 0 {
		return false, "", false
	}
	switch words[0].Text {
	case "yes", "true", "y":
		yes = true
	case "no", "false", "n", "never", "none":
	default:
		return false, "", false
	}
	if len(words) > 1 && !words[1].Breaks && len(words[0].Text) == 1 {
		return false, "", false
	}
	return yes, strings.TrimSpace(strings.TrimLeft(text[words[0].End:], " \t,.;:!-")), true
}

// saysNone reports whether a text declares nothing: "none", "no", "n/a", "no siblings".
func saysNone(text string) bool {
	if first := strings.TrimLeft(text, " "); first == "" || first[0] < utf8.RuneSelf && first[0]|0x20 >= 'a' && first[0]|0x20 <= 'z' && first[0]|0x20 != 'n' {
		return false // most texts begin so
	}
	words := measure.Words(text)
	if len(words) == 0 || len(words) > 3 {
		return false
	}
	for _, w := range words[1:] {
		if w.Breaks {
			return false
		}
	}
	switch words[0].Text {
	case "none", "no", "nil", "nothing", "nobody", "never", "nowhere":
		return true
	case "n", "not":
		return len(words) == 2 && (words[1].Text == "a" || words[1].Text == "applicable" || words[1].Text == "any")
	case "na":
		return len(words) == 1
	}
	return false
}
