package transcript

import (
	"log/slog"
	"maps"
	"slices"
	"strings"
)

// Declared is the field at a path as it was declared. A path may go on to a part
// ("f1.cost_year1.total"); of a list's objects only when the list has one.
func (p Profile) Declared(path string) (Declared, bool) {
	if d, ok := p.fields[path]; ok {
		return d, true
	}
	cut := strings.LastIndexByte(path, '.')
	f := index[path]
	if cut < 0 || f == nil {
		return Declared{}, false
	}
	whole, ok := p.Declared(path[:cut])
	if !ok {
		return Declared{}, false
	}
	v, ok := whole.Value.partOf(path[cut+1:])
	if !ok {
		return Declared{}, false
	}
	return Declared{Field: f, Value: v, Text: v.text(f), Source: whole.Source, Confirmed: whole.Confirmed}, true
}

// partOf is a part of an object, or of the only object of a list.
func (v Value) partOf(key string) (Value, bool) {
	if v.Type == TypeList && len(v.List) == 1 {
		v = v.List[0]
	}
	part, ok := v.Parts[key]
	return part, ok
}

// Paths lists the declared fields, sorted.
func (p Profile) Paths() []string { return slices.Sorted(maps.Keys(p.fields)) }

// Missing lists what the category's required minimum lacks, in the order of the
// pages. A field that another answer makes pointless is not missing: no title is
// wanted of someone declared as not employed, no client where none was declared.
func (p Profile) Missing(c Category) []Field {
	var missing []Field
	for _, f := range fields {
		if _, ok := p.fields[f.Path]; !ok && slices.Contains(f.Needed, c) && !p.pointless(f.Path) {
			missing = append(missing, f)
		}
	}
	return missing
}

// pointless reports whether what is declared leaves nothing to say at path.
func (p Profile) pointless(path string) bool {
	switch path {
	case "employment.employer":
		_, studies := p.fields["jw.home_university"]
		return studies || slices.Contains([]string{"not_employed", "homemaker", "retired"}, p.fields["employment.occupation"].Value.Text)
	case "employment.start_date":
		return slices.Contains([]string{"not_employed", "homemaker", "retired"}, p.fields["employment.occupation"].Value.Text)
	case "employment.title", "employment.monthly_income":
		return slices.Contains([]string{"not_employed", "homemaker", "retired", "student"}, p.fields["employment.occupation"].Value.Text)
	case "h1b.end_client":
		placed, ok := p.fields["h1b.third_party_placement"]
		return ok && !placed.Value.Bool
	}
	return false
}

// None reports whether the field was declared as none: an empty list, "no", "none".
func (v Value) None() bool {
	switch v.Type {
	case TypeBool:
		return !v.Bool
	case TypeNumber:
		return v.Num == 0
	case TypeMoney:
		return v.Money.High == 0
	case TypeList:
		return len(v.List) == 0
	case TypeObject:
		return v.denied()
	}
	return saysNone(v.Text)
}

// denied reports whether an object says no: nothing at all, or "filed": false.
func (v Value) denied() bool {
	for _, key := range []string{"filed", "served", "needed", "i140"} {
		if part, ok := v.Parts[key]; ok {
			return !part.Bool
		}
	}
	return v.Text == "" && len(v.Parts) == 0
}

// Equal reports whether two profiles declare the same in the same words.
func (p Profile) Equal(q Profile) bool {
	return maps.EqualFunc(p.fields, q.fields, func(a, b Declared) bool {
		return string(a.raw) == string(b.raw)
	})
}

// LogValue keeps what was declared out of logs.
func (p Profile) LogValue() slog.Value { return slog.StringValue("[profile]") }

// String keeps what was declared out of messages.
func (p Profile) String() string { return "[profile]" }

// GoString keeps what was declared out of messages.
func (p Profile) GoString() string { return "[profile]" }

// LogValue keeps what was declared out of logs.
func (d Declared) LogValue() slog.Value { return slog.StringValue("[declared]") }
