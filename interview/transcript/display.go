package transcript

import (
	"math"
	"strconv"
	"strings"

	"github.com/viceconsul/viceconsul/interview/transcript/measure"
)

// declaredText is a value as it was declared, for people: their own words where
// they wrote words, a plain rendering of true, 47000 or an object where not.
func declaredText(f *Field, v Value, n *node) string {
	written := n.kind == '"' && f.Type != TypeEnum && f.Type != TypeList
	if text := strings.TrimSpace(n.text); written && text != "" {
		return text
	}
	return v.text(f)
}

// text renders a value for people; it is never empty.
func (v Value) text(f *Field) string {
	switch v.Type {
	case TypeBool:
		return v.boolText()
	case TypeDate:
		return v.Date.String()
	case TypeMoney:
		return moneyText(v.Money)
	case TypeNumber:
		return group(v.Num)
	case TypeDuration:
		return durationText(v.Days)
	case TypeList:
		return v.listText(f, "; ", Value.text)
	case TypeObject:
		return v.objectText(f, Value.text)
	case TypeEnum:
		return spoken(v.Text)
	}
	return v.Text
}

func (v Value) boolText() string {
	text := "no"
	if v.Bool {
		text = "yes"
	}
	if v.Text != "" {
		text += ", " + v.Text
	}
	return text
}

// listText joins the entries, each rendered by render.
func (v Value) listText(f *Field, separator string, render func(Value, *Field) string) string {
	if len(v.List) == 0 {
		return "none"
	}
	all := make([]string, len(v.List))
	for i, entry := range v.List {
		all[i] = render(entry, f.item())
	}
	return strings.Join(all, separator)
}

// objectText is the sentence of an object, or its parts in the table's order.
func (v Value) objectText(f *Field, render func(Value, *Field) string) string {
	if v.Text != "" {
		return v.Text
	}
	var all []string
	for i := range f.Parts {
		part := &f.Parts[i]
		if p, ok := v.Parts[part.Path]; ok {
			all = append(all, partText(f, part, p, render))
		}
	}
	if len(all) == 0 {
		return "none"
	}
	return strings.Join(all, ", ")
}

// partText is one part of f; what would not be understood alone is named.
func partText(f, part *Field, v Value, render func(Value, *Field) string) string {
	title := part.Title
	if title[1] >= 'a' && title[1] <= 'z' { // not "I-140"
		title = strings.ToLower(title[:1]) + title[1:]
	}
	switch {
	case v.Type == TypeBool && v.Bool:
		return title
	case v.Type == TypeBool:
		return "not " + title
	case v.Type == TypeMoney, v.Type == TypeNumber, v.Type == TypeObject, v.Type == TypeList,
		v.Type == TypeDate && count(f, TypeDate) > 1, v.Type == TypeEnum && sharesEnum(f, part):
		return title + " " + render(v, part)
	}
	return render(v, part)
}

// moneyText is an amount as people write it: "USD 47,000", "USD 15 an hour".
func moneyText(m measure.Mention) string {
	text := rangeText(m)
	if m.Unit != "" {
		text = m.Unit + " " + text
	}
	return text + perText(m.Per)
}

func perText(per string) string {
	switch per {
	case "":
		return ""
	case "hour":
		return " an hour"
	}
	return " a " + per
}

func rangeText(m measure.Mention) string {
	text := group(m.Low)
	if m.High != m.Low {
		text += " to " + group(m.High)
	}
	if m.About {
		text = "about " + text
	}
	return text
}

// durationText is a duration in the unit it was declared in: "3 weeks".
func durationText(m measure.Mention) string {
	unit := m.Unit
	days := measure.Days(unit)
	m.Low, m.High = m.Low/days, m.High/days
	if m.High != 1 {
		unit += "s"
	}
	return rangeText(m) + " " + unit
}

// group writes a number with its thousands apart and at most two decimals.
func group(n float64) string {
	s := strconv.FormatFloat(math.Round(n*100)/100, 'f', -1, 64)
	whole, decimals, ok := strings.Cut(s, ".")
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + "," + whole[i:]
	}
	if ok {
		return whole + "." + decimals
	}
	return whole
}

// Reading says how the field was read, to be shown under its input: "47,000 US
// dollars", "3 weeks", "August 2027", "none". A sentence is repeated with what was
// understood of it in brackets.
func (d Declared) Reading() string { return d.Value.reading(d.Field) }

func (v Value) reading(f *Field) string {
	switch v.Type {
	case TypeMoney:
		return moneyReading(v.Money)
	case TypeList:
		return v.listText(f, "; ", Value.reading)
	case TypeObject:
		if v.Text != "" {
			return v.sentenceReading(f)
		}
		return v.objectText(f, Value.reading)
	case TypeText:
		if saysNone(v.Text) {
			return "none"
		}
	}
	return v.text(f)
}

// sentenceReading is the sentence, with what was understood of it behind.
func (v Value) sentenceReading(f *Field) string {
	sentence := v.Text
	v.Text = ""
	if read := v.objectText(f, Value.reading); read != "none" && !strings.EqualFold(read, sentence) {
		return sentence + " [" + read + "]"
	}
	return sentence
}

func moneyReading(m measure.Mention) string {
	name := currencyNames[m.Unit]
	switch {
	case m.Unit == "":
		name = "(no currency)"
	case name == "":
		name = m.Unit
	}
	return rangeText(m) + " " + name + perText(m.Per)
}

// currencyNames are the currencies of package measure's rates, in plain words.
var currencyNames = map[string]string{
	"USD": "US dollars", "EUR": "euros", "GBP": "British pounds", "CAD": "Canadian dollars", "AUD": "Australian dollars",
	"INR": "Indian rupees", "PKR": "Pakistani rupees", "BDT": "Bangladeshi taka", "LKR": "Sri Lankan rupees", "NPR": "Nepali rupees",
	"NGN": "Nigerian naira", "GHS": "Ghanaian cedis", "KES": "Kenyan shillings", "UGX": "Ugandan shillings", "TZS": "Tanzanian shillings",
	"ZAR": "South African rand", "EGP": "Egyptian pounds", "ETB": "Ethiopian birr", "CNY": "Chinese yuan", "JPY": "Japanese yen",
	"KRW": "Korean won", "PHP": "Philippine pesos", "VND": "Vietnamese dong", "THB": "Thai baht", "IDR": "Indonesian rupiah",
	"MYR": "Malaysian ringgit", "BRL": "Brazilian reais", "MXN": "Mexican pesos", "COP": "Colombian pesos", "PEN": "Peruvian soles",
	"ARS": "Argentine pesos", "AED": "Emirati dirhams", "SAR": "Saudi riyals", "QAR": "Qatari riyals", "KWD": "Kuwaiti dinars",
	"JOD": "Jordanian dinars", "TRY": "Turkish lira", "RUB": "Russian rubles", "UAH": "Ukrainian hryvnia", "IRR": "Iranian rials",
}
