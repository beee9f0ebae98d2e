package transcript

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"
)

// maxText is how many code points one declared value may have; source: our
// judgement, two lines are asked for at most.
const maxText = 1000

// maxItems is how many entries a declared list may have; source: our judgement.
const maxItems = 50

// sources are where a declared value can come from.
var sources = []string{"ds160", "i20", "ds2019", "i797", "lca", "applicant", "mentor"}

// UnmarshalJSON reads a profile strictly. Everything wrong with it is reported at
// once, as Faults.
func (p *Profile) UnmarshalJSON(data []byte) error {
	var faults Faults
	var read Profile
	if n, ok := parseJSON(data, &faults); ok {
		read = readProfile(&n, &faults)
	}
	if len(faults) == 0 {
		*p = read
	}
	return faults.err()
}

// A reader reads declared values and collects what is wrong with them.
type reader struct{ faults *Faults }

// readProfile reads the fields of a parsed profile. Its keys are sections holding
// fields, or whole paths.
func readProfile(n *node, faults *Faults) Profile {
	if n.kind != '{' {
		faults.add("", "a profile is an object of sections, such as {\"trip\": {\"purpose\": \"tourism\"}}")
		return Profile{}
	}
	r := reader{faults}
	p := Profile{fields: map[string]Declared{}}
	for i, key := range n.keys {
		value := &n.elems[i]
		switch f := index[key]; {
		case f != nil && isField(f):
			r.declare(p, f, value)
		case !sections[key]:
			faults.addUnknown(clip(key, 60), "field", func() string { return suggest(key) })
		case value.kind != '{':
			faults.add(key, "an object of fields is expected, not "+value.kindName())
		default:
			r.section(p, key, value)
		}
	}
	return p
}

// isField reports whether f is a field and no part of one.
func isField(f *Field) bool { return strings.Count(f.Path, ".") == 1 }

// sections are the first elements of the paths.
var sections = func() map[string]bool {
	all := map[string]bool{}
	for _, f := range fields {
		all[sectionOf(f.Path)] = true
	}
	return all
}()

func sectionOf(path string) string {
	section, _, _ := strings.Cut(path, ".")
	return section
}

// suggest names the field or section nearest to an unknown path. It never leads
// to the return plan from elsewhere: in H-1B that does not exist.
func suggest(path string) string {
	var known []string
	for _, f := range fields {
		if strings.Contains(path, ".") && (sectionOf(f.Path) != "ties" || sectionOf(path) == "ties") {
			known = append(known, f.Path)
		}
	}
	if !strings.Contains(path, ".") {
		for name := range sections {
			if name != "ties" || strings.HasPrefix(path, "tie") {
				known = append(known, name)
			}
		}
		slices.Sort(known)
	}
	return didYouMean(path, known)
}

func (r reader) section(p Profile, section string, n *node) {
	for i, key := range n.keys {
		path := section + "." + key
		f := index[path]
		if f == nil || !isField(f) {
			r.faults.addUnknown(clip(path, 60), "field", func() string { return suggest(path) })
			continue
		}
		r.declare(p, f, &n.elems[i])
	}
}

// declare reads one field, plain or {"value":…, "source":…, "confirmed":…}.
func (r reader) declare(p Profile, f *Field, n *node) {
	if _, twice := p.fields[f.Path]; twice {
		r.faults.add(f.Path, "written twice: keep one")
		return
	}
	d := Declared{Field: f, Confirmed: true, raw: canonical(n.raw)}
	value := n
	if wrapped := n.get("value"); wrapped != nil {
		value = wrapped
		r.wrapper(f, n, &d)
	}
	if blank(value) {
		return
	}
	v, ok := r.value(f, f.Path, value)
	if !ok {
		return
	}
	if said := n.get("text"); value != n && said != nil && v.Type == TypeBool && v.Text == "" && r.storable(f, f.Path+".text", said.text) {
		v.Text = said.text
	}
	d.Value = v
	d.Text = declaredText(f, v, value)
	p.fields[f.Path] = d
}

// canonical is a copy of a value without its white space, escaped as json.Marshal
// does it, so that equal values are equal bytes.
func canonical(raw []byte) json.RawMessage {
	b, err := json.Marshal(json.RawMessage(raw))
	if err != nil {
		panic("transcript: a value read from JSON is no JSON: " + err.Error())
	}
	return b
}

// blank reports whether a value says nothing: null or empty text.
func blank(n *node) bool {
	return n.kind == 'n' || n.kind == '"' && strings.TrimSpace(n.text) == ""
}

// wrapper reads what stands beside "value".
func (r reader) wrapper(f *Field, n *node, d *Declared) {
	for i, key := range n.keys {
		member := &n.elems[i]
		switch key {
		case "value":
		case "text": // how it was put; for yes and no, the explanation
			if member.kind != '"' {
				r.faults.add(f.Path+".text", "text is expected")
			}
		case "source":
			d.Source = member.text
			if member.kind != '"' || !slices.Contains(sources, d.Source) {
				r.faults.add(f.Path+".source", "one of "+strings.Join(sources, ", ")+" is expected")
			}
		case "confirmed":
			d.Confirmed = member.kind == 't'
			if member.kind != 't' && member.kind != 'f' {
				r.faults.add(f.Path+".confirmed", "true or false is expected")
			}
		default:
			r.faults.add(f.Path+"."+clip(key, 60), "unknown key beside \"value\""+didYouMean(key, []string{"text", "source", "confirmed"}))
		}
	}
}

// value reads a value of the field's type.
func (r reader) value(f *Field, path string, n *node) (Value, bool) {
	if (n.kind == '"' || n.kind == '0') && !r.storable(f, path, n.text) {
		return Value{}, false
	}
	switch f.Type {
	case TypeList:
		return r.list(f, path, n)
	case TypeObject:
		return r.object(f, path, n)
	case TypeBool:
		return r.boolean(f, path, n)
	case TypeMoney:
		return r.money(f, path, n)
	case TypeDate:
		return r.date(f, path, n)
	case TypeNumber:
		return r.number(f, path, n)
	case TypeDuration:
		return r.duration(f, path, n)
	case TypeEnum:
		return r.enum(f, path, n)
	}
	return r.text(f, path, n)
}

// storable refuses text that is too long, cannot be stored, or holds an identity
// number.
func (r reader) storable(f *Field, path, text string) bool {
	if n := utf8.RuneCountInString(text); n > maxText {
		r.faults.add(path, tooLong(n, maxText))
		return false
	}
	if problem := unstorable(text); problem != "" {
		r.faults.add(path, problem)
		return false
	}
	switch f.Type {
	case TypeMoney, TypeNumber, TypeDate, TypeDuration:
		return true
	}
	if kind := identityNumber(text); kind != "" {
		r.faults.add(path, "looks like "+kind+": leave it out, identity numbers are never needed here")
		return false
	}
	return true
}

func tooLong(n, most int) string {
	return group(float64(n)) + " code points, at most " + group(float64(most))
}

// unstorable says which character of a text no database takes.
func unstorable(text string) string {
	switch {
	case strings.Contains(text, "\x00"):
		return "holds the character U+0000: take it out"
	case !utf8.ValidString(text):
		return "holds invalid UTF-8: take it out"
	}
	return ""
}

// wrong notes a value of the wrong type and says what is readable.
func (r reader) wrong(f *Field, path, want string) (Value, bool) {
	if f.Example != "" {
		want += fmt.Sprintf(" (for example: %s)", f.Example)
	}
	r.faults.add(path, want)
	return Value{}, false
}
