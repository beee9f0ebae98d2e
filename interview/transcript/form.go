package transcript

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// ReadProfile reads what a person typed into a form: text by path. "" leaves a
// field undeclared; a list has one entry on each line, or behind each ";". A part
// of an object has its own path ("f1.cost_year1.total"). A key of SectionKey says where
// the facts of a section come from. Everything wrong is reported at once, as Faults; the
// profile then holds what could be read.
func ReadProfile(texts map[string]string) (Profile, error) {
	var faults Faults
	p := Profile{}
	for _, path := range slices.Sorted(maps.Keys(texts)) {
		if strings.HasPrefix(path, sectionKey) {
			continue
		}
		next, err := p.With(path, texts[path])
		if err != nil {
			faults.addError("", err)
			continue
		}
		p = next
	}
	p.attribute(texts, &faults)
	return p, faults.err()
}

// Unchecked is what a form says of a section whose facts were not compared with a paper
// yet: nothing is called a contradiction of them.
const Unchecked = "unchecked"

const sectionKey = "section."

// SectionKey is the key under which a form says where the facts of a section come from:
// "" for the applicant's own knowledge, a source of Declared, or Unchecked.
func SectionKey(section string) string {
	return sectionKey + strings.ReplaceAll(strings.ToLower(section), " ", "-")
}

// attribute gives the declared facts the origin that their section has in the form.
func (p Profile) attribute(texts map[string]string, faults *Faults) {
	known := map[string]bool{}
	for i := range fields {
		f := &fields[i]
		key := SectionKey(f.Section)
		known[key] = true
		d, ok := p.fields[f.Path]
		switch origin := texts[key]; {
		case !ok || origin == "":
			continue
		case origin == Unchecked:
			d.Confirmed = false
		case slices.Contains(sources, origin):
			d.Source = origin
		default:
			continue // said once, below
		}
		d.raw = wrap(d.raw, d.Source, d.Confirmed)
		p.fields[f.Path] = d
	}
	for _, key := range slices.Sorted(maps.Keys(texts)) {
		if !strings.HasPrefix(key, sectionKey) {
			continue
		}
		if origin := texts[key]; !known[key] || origin != "" && origin != Unchecked && !slices.Contains(sources, origin) {
			faults.add(key, "one of "+strings.Join(sources, ", ")+" or "+Unchecked+" is expected, for a section there is")
		}
	}
}

// With is the profile with one field as a person typed it; "" takes the field out.
// The source and confirmation of a field declared before stay.
func (p Profile) With(path, text string) (Profile, error) {
	var faults Faults
	f := index[path]
	if f == nil {
		faults.add(clip(path, 60), "unknown field"+suggest(path))
		return p, faults
	}
	if !isField(f) {
		return p.withPart(path, text)
	}
	q := p.without(path)
	if strings.TrimSpace(text) == "" {
		return q, nil
	}
	raw, err := json.Marshal(text)
	if err != nil {
		faults.add(path, "holds a character that cannot be stored: take it out")
		return p, faults
	}
	n := node{kind: '"', raw: raw, text: text}
	reader{&faults}.declare(q, f, &n)
	if len(faults) > 0 {
		return p, faults
	}
	q.keepOrigin(p, path)
	return q, nil
}

// withPart sets one part of an object field.
func (p Profile) withPart(path, text string) (Profile, error) {
	var faults Faults
	whole, key := path[:strings.LastIndexByte(path, '.')], path[strings.LastIndexByte(path, '.')+1:]
	f := index[whole]
	if !isField(f) || f.Type != TypeObject {
		faults.add(path, "write the whole of "+whole+", one entry on each line")
		return p, faults
	}
	parts := p.partTexts(whole)
	if parts[key] = text; strings.TrimSpace(text) == "" {
		delete(parts, key)
	}
	q := p.without(whole)
	if len(parts) == 0 {
		return q, nil
	}
	raw, err := json.Marshal(parts)
	if err != nil {
		faults.add(path, "holds a character that cannot be stored: take it out")
		return p, faults
	}
	n, ok := parseJSON(raw, &faults)
	if ok {
		reader{&faults}.declare(q, f, &n)
	}
	if len(faults) > 0 {
		return p, faults
	}
	q.keepOrigin(p, whole)
	return q, nil
}

// partTexts are the parts of an object as declared.
func (p Profile) partTexts(path string) map[string]any {
	parts := map[string]any{}
	d, ok := p.fields[path]
	if !ok {
		return parts
	}
	var raw struct {
		Value map[string]json.RawMessage `json:"value"`
	}
	if json.Unmarshal(d.raw, &raw) != nil || raw.Value == nil {
		raw.Value = nil
		if json.Unmarshal(d.raw, &raw.Value) != nil {
			return parts
		}
	}
	for key, value := range raw.Value {
		parts[key] = value
	}
	return parts
}

// without is a copy of the profile that lacks a field.
func (p Profile) without(path string) Profile {
	fields := maps.Clone(p.fields)
	if fields == nil {
		fields = map[string]Declared{}
	}
	delete(fields, path)
	return Profile{fields: fields}
}

// keepOrigin gives a field retyped by hand the source and confirmation it had.
func (p Profile) keepOrigin(old Profile, path string) {
	before, had := old.fields[path]
	d, ok := p.fields[path]
	if !had || !ok || before.Source == "" && before.Confirmed {
		return
	}
	d.Source, d.Confirmed = before.Source, before.Confirmed
	d.raw = wrap(d.raw, d.Source, d.Confirmed)
	p.fields[path] = d
}

// wrap writes a value with its source and confirmation.
func wrap(value json.RawMessage, source string, confirmed bool) json.RawMessage {
	raw, err := json.Marshal(struct {
		Value     json.RawMessage `json:"value"`
		Source    string          `json:"source,omitempty"`
		Confirmed bool            `json:"confirmed"`
	}{value, source, confirmed})
	if err != nil {
		panic("transcript: a value read from JSON is no JSON: " + err.Error())
	}
	return raw
}

// MarshalJSON writes what was declared, value by value as it was, nested by path
// in the order of the pages.
func (p Profile) MarshalJSON() ([]byte, error) {
	b := []byte{'{'}
	open := ""
	for i := range fields {
		d, ok := p.fields[fields[i].Path]
		if !ok {
			continue
		}
		switch section := sectionOf(fields[i].Path); {
		case section == open:
			b = append(b, ',')
		case open == "":
			b = fmt.Appendf(b, "%q:{", section)
		default:
			b = fmt.Appendf(b, "},%q:{", section)
		}
		open = sectionOf(fields[i].Path)
		b = fmt.Appendf(b, "%q:%s", fields[i].name(), d.raw)
	}
	if open != "" {
		b = append(b, '}')
	}
	return append(b, '}'), nil
}
