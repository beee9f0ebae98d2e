package transcript

import (
	"slices"
	"strings"

	"github.com/viceconsul/viceconsul/interview/transcript/measure"
)

// labels are the words that name a part inside a sentence, besides its key.
var labels = map[string][]string{
	"travelling": {"travelling", "traveling", "coming", "comes"},
	"income":     {"income", "earns", "earning", "salary", "makes"},
	"amount":     {"amount", "gives", "contributes", "pays", "giving", "paying"},
	"age":        {"age", "aged", "old"},
	"total":      {"total", "altogether"}, "personal": {"personal", "own"}, "school": {"school", "scholarship", "university"},
	"tuition": {"tuition", "fees"}, "employees": {"employees", "staff", "workers"}, "years_experience": {"experience"},
	"i140": {"i140", "140"}, "others_supported": {"dependants", "dependents"},
}

// part reads one part of an object out of a sentence, when that is certain.
func (s sentence) part(f, part *Field) (Value, bool) {
	switch part.Type {
	case TypeText:
		return s.textPart(part)
	case TypeEnum:
		if sharesEnum(f, part) {
			return Value{}, false
		}
		text := s.knownValue(part.Enum)
		return Value{Type: TypeEnum, Text: text}, text != ""
	case TypeBool:
		return s.boolPart(part)
	case TypeMoney:
		return s.moneyPart(f, part)
	case TypeDuration:
		m, ok := s.only(measure.Duration)
		return Value{Type: TypeDuration, Days: m}, ok && count(f, TypeDuration) == 1
	case TypeNumber:
		return s.numberPart(f, part)
	}
	return Value{}, false
}

func (s sentence) textPart(part *Field) (Value, bool) {
	text := ""
	if part.reads != "" {
		text = part.reads.find(s.text)
	} else if part.Enum != nil {
		text = s.knownValue(part.Enum)
	}
	return Value{Type: TypeText, Text: text}, text != ""
}

// sharesEnum reports whether another part has the same values, so that a value in
// a sentence could be either's.
func sharesEnum(f, part *Field) bool {
	n := 0
	for _, other := range f.Parts {
		if slices.Equal(other.Enum, part.Enum) {
			n++
		}
	}
	return n > 1
}

// count is how many parts of a type an object has.
func count(f *Field, t FieldType) int {
	n := 0
	for _, part := range f.Parts {
		if part.Type == t {
			n++
		}
	}
	return n
}

// knownValue is the one allowed value named in the sentence, in up to three words.
// Values that are everyday words prove nothing.
func (s sentence) knownValue(allowed []string) string {
	found := ""
	for i := range s.words {
		for n := 3; n > 0; n-- {
			if i+n > len(s.words) {
				continue
			}
			v, ok := enumValue(allowed, s.text[s.words[i].Start:s.words[i+n-1].End])
			if !ok || slices.Contains([]string{"yes", "no", "none", "other", "unknown", "self"}, v) {
				continue
			}
			if found != "" && found != v || s.negated(i) || s.awaited(i) {
				return ""
			}
			found = v
			break
		}
	}
	return found
}

// negated reports whether one of the two words before i denies it.
func (s sentence) negated(i int) bool {
	for j := i - 1; j >= 0 && j >= i-2; j-- {
		switch s.words[j].Text {
		case "not", "no", "never", "nobody", "nothing", "without", "isn't", "wasn't", "hasn't", "non":
			return true
		}
		if s.words[j+1].Breaks {
			return false
		}
	}
	return false
}

// awaited reports whether one of the two words before i puts it off: "to be
// approved", "will come".
func (s sentence) awaited(i int) bool {
	for j := i - 1; j >= 0 && j >= i-2; j-- {
		switch s.words[j].Text {
		case "be", "being", "will", "if", "may", "might", "hope", "soon":
			return true
		}
		if s.words[j+1].Breaks {
			return false
		}
	}
	return false
}

// denied reports whether word i is a no: "filed: false".
func (s sentence) denied(i int) bool {
	return i < len(s.words) && slices.Contains([]string{"no", "false", "none"}, s.words[i].Text)
}

// boolPart reads "approved", "not travelling", "unpaid".
func (s sentence) boolPart(part *Field) (Value, bool) {
	names := labelsOf(part)
	for i, w := range s.words {
		if slices.Contains(names, w.Text) && s.awaited(i) {
			return Value{}, false
		}
		if slices.Contains(names, w.Text) {
			return Value{Type: TypeBool, Bool: !s.negated(i) && !s.denied(i+1)}, true
		}
		if slices.Contains(names, strings.TrimPrefix(w.Text, "un")) {
			return Value{Type: TypeBool}, true
		}
	}
	return Value{}, false
}

func labelsOf(part *Field) []string {
	if names, ok := labels[part.Path]; ok {
		return names
	}
	if strings.Contains(part.Path, "_") {
		return nil
	}
	return []string{part.Path}
}

// moneyPart reads the amount that stands beside the part's name, or the only
// amount when there is no doubt whose it is.
func (s sentence) moneyPart(f, part *Field) (Value, bool) {
	for _, m := range s.mentions {
		if (m.Kind == measure.Money || m.Kind == measure.Number && part.Currency != "" && !m.Ordinal) && s.label(f, m) == part.Path {
			return moneyValue(part, m), true
		}
	}
	m, ok := s.only(measure.Money)
	if !ok && part.Path == "total" && len(s.mentions) == 1 && len(s.words) == s.mentions[0].To-s.mentions[0].From {
		m, ok = s.mentions[0], s.mentions[0].Kind == measure.Number
	}
	if !ok || s.label(f, m) != "" || count(f, TypeMoney) > 1 && part.Path != "total" {
		return Value{}, false
	}
	return moneyValue(part, m), true
}

func moneyValue(part *Field, m measure.Mention) Value {
	m.Kind = measure.Money
	if m.Unit == "" {
		m.Unit = part.Currency
	}
	if m.Per == "" {
		m.Per = part.Per
	}
	return Value{Type: TypeMoney, Money: m}
}

// label is the part of f whose name stands inside a mention, right before it, or
// else right behind it; "" when none does.
func (s sentence) label(f *Field, m measure.Mention) string {
	for i := m.From; i < m.To; i++ {
		if part := partNamed(f, s.words[i].Text); part != "" {
			return part
		}
	}
	before := m.From - 1
	if before > 0 && (s.words[before].Text == "of" || s.words[before].Text == "is") {
		before--
	}
	if before >= 0 && !s.words[before+1].Breaks && !s.words[m.From].Breaks {
		if part := partNamed(f, s.words[before].Text); part != "" {
			return part
		}
	}
	after := m.To
	if after+1 < len(s.words) && (s.words[after].Text == "of" || s.words[after].Text == "in") && !s.words[after].Breaks {
		after++
	}
	if after >= len(s.words) || s.words[after].Breaks {
		return ""
	}
	return partNamed(f, s.words[after].Text)
}

// partNamed is the part with an amount or a number that a word names.
func partNamed(f *Field, word string) string {
	for i := range f.Parts {
		part := &f.Parts[i]
		if (part.Type == TypeMoney || part.Type == TypeNumber) && slices.Contains(labelsOf(part), word) {
			return part.Path
		}
	}
	return ""
}

// numberPart reads the number beside the part's name, and the score of a test.
func (s sentence) numberPart(f, part *Field) (Value, bool) {
	for _, m := range s.mentions {
		if (m.Kind == measure.Number || m.Kind == measure.Duration && part.Path == "years_experience") && !m.Ordinal && s.label(f, m) == part.Path {
			if m.Kind == measure.Duration {
				return Value{Type: TypeNumber, Num: float64(int(m.Low/365.25*100+0.5)) / 100}, true
			}
			return Value{Type: TypeNumber, Num: m.Low}, m.Low == m.High
		}
	}
	if part.Path != "score" || testNames.find(s.text) == "" {
		return Value{}, false
	}
	var score []measure.Mention
	for _, m := range s.mentions {
		if m.Kind == measure.Number && !m.Ordinal && !s.isYear(m) {
			score = append(score, m)
		}
	}
	if len(score) != 1 {
		return Value{}, false
	}
	return Value{Type: TypeNumber, Num: score[0].Low}, true
}

// only is the sentence's one mention of a kind.
func (s sentence) only(kind measure.Kind) (measure.Mention, bool) {
	var found []measure.Mention
	for _, m := range s.mentions {
		if m.Kind == kind {
			found = append(found, m)
		}
	}
	if len(found) != 1 {
		return measure.Mention{}, false
	}
	return found[0], true
}

// isYear reports whether a bare number is a year written out.
func (s sentence) isYear(m measure.Mention) bool {
	return m.Kind == measure.Number && m.Low == m.High && m.Low >= 1950 && m.Low < 2100 && m.End-m.Start == 4
}

// dates fills the date parts: the only one from the only date, a span from two, or
// from one behind "since", "from", "until".
func (s sentence) dates(f *Field, parts map[string]Value) {
	var found []measure.Mention
	for _, m := range s.mentions {
		if s.isYear(m) {
			m.Date = measure.Date{Year: int(m.Low)}
			found = append(found, m)
		} else if m.Kind == measure.Calendar && m.Date.Year != 0 {
			found = append(found, m)
		}
	}
	set := func(key string, m measure.Mention) { parts[key] = Value{Type: TypeDate, Date: m.Date} }
	spans := f.part("from") != nil && f.part("from").Type == TypeDate && f.part("to") != nil
	switch {
	case spans && len(found) == 2:
		set("from", found[0])
		set("to", found[1])
	case len(found) != 1:
	case spans:
		switch s.preceding(found[0]) {
		case "since", "from":
			set("from", found[0])
		case "until", "till", "to":
			set("to", found[0])
		}
	case count(f, TypeDate) == 1:
		for _, part := range f.Parts {
			if part.Type == TypeDate {
				set(part.Path, found[0])
			}
		}
	}
}

// preceding is the word before a mention.
func (s sentence) preceding(m measure.Mention) string {
	if m.From == 0 || s.words[m.From].Breaks {
		return ""
	}
	return s.words[m.From-1].Text
}
