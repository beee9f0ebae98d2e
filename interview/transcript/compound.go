package transcript

import (
	"fmt"
	"slices"
	"strings"

	"github.com/viceconsul/viceconsul/interview/transcript/measure"
)

// object reads an object by its parts, a sentence, or "none".
func (r reader) object(f *Field, path string, n *node) (Value, bool) {
	v := Value{Type: TypeObject}
	switch n.kind {
	case '{':
		return r.parts(f, path, n)
	case 'f':
		return v, true
	case 't':
		if len(f.Parts) > 0 && f.Parts[0].Type == TypeBool {
			v.Parts = map[string]Value{f.Parts[0].Path: {Type: TypeBool, Bool: true}}
			return v, true
		}
	case '"', '0':
		return r.sentence(f, path, n.text, ";\n", ", ")
	}
	return r.wrong(f, path, "an object with "+partNames(f)+", or one sentence, is expected, not "+n.kindName())
}

func partNames(f *Field) string {
	names := make([]string, len(f.Parts))
	for i, part := range f.Parts {
		names[i] = part.Path
	}
	return strings.Join(names, ", ")
}

// parts reads the members of an object.
func (r reader) parts(f *Field, path string, n *node) (Value, bool) {
	v := Value{Type: TypeObject, Parts: map[string]Value{}}
	ok := true
	for i, key := range n.keys {
		part := f.part(key)
		if part == nil {
			r.faults.addUnknown(path+"."+clip(key, 60), "part", func() string { return didYouMean(key, strings.Split(partNames(f), ", ")) })
			ok = false
			continue
		}
		if blank(&n.elems[i]) {
			continue
		}
		read, good := r.value(part, path+"."+key, &n.elems[i])
		if ok = ok && good; good {
			v.Parts[key] = read
		}
	}
	return v, ok
}

// list reads a list, or a text holding one entry on each line or behind each ";".
func (r reader) list(f *Field, path string, n *node) (Value, bool) {
	v := Value{Type: TypeList, List: []Value{}}
	switch n.kind {
	case 'f':
		return v, true
	case '"':
		if saysNone(n.text) {
			return v, true
		}
		n = &node{kind: '[', elems: entries(f, n.text)}
	case '0':
		n = &node{kind: '[', elems: []node{*n}}
	case '[':
	default:
		return r.wrong(f, path, "a list is expected, not "+n.kindName())
	}
	if len(n.elems) > maxItems {
		r.faults.add(path, fmt.Sprintf("%d entries, at most %d", len(n.elems), maxItems))
		return Value{}, false
	}
	item, ok := f.item(), true
	for i := range n.elems {
		if blank(&n.elems[i]) || n.elems[i].kind == '"' && len(n.elems) == 1 && saysNone(n.elems[i].text) {
			continue
		}
		read, good := r.entry(item, fmt.Sprintf("%s[%d]", path, i), &n.elems[i])
		if ok = ok && good; good {
			v.List = append(v.List, read)
		}
	}
	return v, ok
}

// entry reads one entry of a list; an object of one may be a sentence.
func (r reader) entry(item *Field, path string, n *node) (Value, bool) {
	if item.Type == TypeObject && n.kind == '"' {
		if !r.storable(item, path, n.text) {
			return Value{}, false
		}
		if counts(n.text) {
			return r.wrong(item, path, "a number of them was written: write each on its own, one by one")
		}
		return r.sentence(item, path, n.text, ",")
	}
	return r.value(item, path, n)
}

// counts reports whether an entry only says how many there are: "2", "two sons".
func counts(text string) bool {
	words := measure.Words(text)
	mentions := measure.Scan(words, measure.Date{})
	if len(mentions) == 0 || len(words) > 3 || len(words) > 1 && words[1].Breaks {
		return false
	}
	m := mentions[0]
	return m.Kind == measure.Number && m.From == 0 && m.To == 1 && !m.Ordinal && m.Low == float64(int(m.Low)) && m.Low >= 2 && m.Low < 20
}

// item is the field each entry of a list is read by.
func (f *Field) item() *Field {
	return &Field{Path: f.Path, Type: f.Item, Enum: f.Enum, Parts: f.Parts, Example: f.Example, Currency: f.Currency}
}

// entries cuts a text into list entries: at line ends and semicolons, and at
// commas too where an entry is a word or a name, or each piece is a relative.
// "Columbus, OH" stays one place.
func entries(f *Field, text string) []node {
	var all []node
	for _, line := range pieces(strings.Trim(text, "[]"), ";\n\r") {
		for i, piece := range entriesOf(f, line) {
			if last := len(all) - 1; i > 0 && f.Class == ClassPlace && f.Item == TypeText && isState(piece) {
				all[last].text += ", " + piece
				continue
			}
			all = append(all, node{kind: '"', text: piece})
		}
	}
	return all
}

// entriesOf cuts one line.
func entriesOf(f *Field, line string) []string {
	if f.Item != TypeObject {
		return pieces(line, ",")
	}
	for _, separator := range []string{",", " and "} {
		relatives := strings.Split(line, separator)
		if len(relatives) > 1 && readsRelations(f) && !slices.ContainsFunc(relatives, func(piece string) bool { return relationWords.find(piece) == "" }) {
			return relatives
		}
	}
	return []string{line}
}

// readsRelations reports whether the entries of a list are people.
func readsRelations(f *Field) bool {
	return slices.ContainsFunc(f.Parts, func(part Field) bool { return part.reads == relationWords })
}

// isState reports whether a piece of text is a US state behind a city.
func isState(piece string) bool {
	return len(piece) == 2 && piece == strings.ToUpper(piece) || slices.Contains(states, squeeze(piece))
}

var states = strings.Fields("alabama alaska arizona arkansas california colorado connecticut delaware florida georgia hawaii idaho illinois " +
	"indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana nebraska nevada " +
	"newhampshire newjersey newmexico northcarolina northdakota ohio oklahoma oregon pennsylvania rhodeisland southcarolina southdakota " +
	"tennessee texas utah vermont virginia washington westvirginia wisconsin wyoming puertorico districtofcolumbia")

// sentence reads an object written as one sentence: its named parts when every
// piece names one ("total: 47,000; tuition: 28,000"), else the sentence with what
// is certain in it. A colon says that a part is meant, so what follows must read.
func (r reader) sentence(f *Field, path, text string, separators ...string) (Value, bool) {
	text = strings.TrimSpace(text)
	if saysNone(text) {
		return Value{Type: TypeObject}, true
	}
	for _, separator := range separators {
		named := namedParts(f, text, separator)
		if named == nil {
			continue
		}
		var faults Faults
		v, ok := reader{&faults}.parts(f, path, named)
		if !ok && !strings.Contains(text, ":") {
			continue
		}
		r.faults.addError("", faults)
		return v, ok
	}
	return Value{Type: TypeObject, Text: text, Parts: certainParts(f, text)}, true
}

// namedParts cuts "part: value" pieces, or returns nil when a piece names no part.
// Without a list around them, several pieces may leave the colon out.
func namedParts(f *Field, text, separator string) *node {
	pieces := pieces(text, separator)
	if len(pieces) == 0 {
		return nil
	}
	n := node{kind: '{'}
	for _, piece := range pieces {
		key, value, ok := namedPart(f, piece, len(pieces) > 1 && separator != ",")
		if !ok || n.get(key) != nil {
			return nil
		}
		n.keys, n.elems = append(n.keys, key), append(n.elems, node{kind: '"', text: value})
	}
	return &n
}

// pieces cuts at ", " as a whole, at each rune of any other separator, and drops
// what is blank.
func pieces(text, separator string) []string {
	var all []string
	cut := strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(separator, r) })
	if separator == ", " {
		cut = strings.Split(text, separator)
	}
	for _, piece := range cut {
		if piece = strings.TrimSpace(piece); piece != "" {
			all = append(all, piece)
		}
	}
	return all
}

func namedPart(f *Field, piece string, bare bool) (key, value string, ok bool) {
	for _, part := range f.Parts {
		for _, name := range []string{part.Path, spoken(part.Path), part.Title} {
			if len(piece) <= len(name) || !strings.EqualFold(piece[:len(name)], name) {
				continue
			}
			rest := piece[len(name):]
			if rest[0] != ':' && (rest[0] != ' ' || !bare && !telling(part.Path)) {
				continue
			}
			if value = strings.TrimSpace(strings.TrimLeft(rest, ": ")); value != "" {
				return part.Path, value, true
			}
		}
	}
	return "", "", false
}

// telling reports whether a key is no everyday word, so that it names its part
// without a colon: "step1", "city_state".
func telling(key string) bool { return strings.ContainsAny(key, "_0123456789") }

// words of a sentence and what was measured in it.
type sentence struct {
	text     string
	words    []measure.Word
	mentions []measure.Mention
}

// certainParts fills the parts a sentence leaves no doubt about: relations, dates,
// money, durations, visa classes, sections of law, known values, yes and no.
func certainParts(f *Field, text string) map[string]Value {
	s := sentence{text: text, words: measure.Words(text)}
	s.mentions = measure.Scan(s.words, measure.Date{})
	parts := map[string]Value{}
	for i := range f.Parts {
		part := &f.Parts[i]
		if v, ok := s.part(f, part); ok {
			parts[part.Path] = v
		}
	}
	s.dates(f, parts)
	if f.Parts[0].Type == TypeBool { // "no, I was exempted" answers it
		if yes, _, ok := yesNo(text); ok && (len(s.words) == 1 || s.words[1].Breaks) {
			parts[f.Parts[0].Path] = Value{Type: TypeBool, Bool: yes}
		}
	}
	return parts
}
