package transcript

import (
	"slices"
	"strings"
)

// Which categories a field is for. Nothing in returnFields is for H-1B: there the
// law does not ask for ties abroad.
var (
	visitors       = []Category{B1, B2, B1B2}
	everyJ1        = []Category{J1Physician, J1Research, J1Student, J1SWT, J1AuPair, J1Intern, J1Trainee, J1Other}
	otherJ1        = everyJ1[1:]
	petitioned     = []Category{H1B, H1BPhysician}
	physicians     = []Category{J1Physician, H1BPhysician}
	students       = []Category{F1}
	everyone       = Categories()
	abroad         = union(visitors, students, everyJ1) // all that must show a residence abroad
	selfFunded     = union(visitors, students, otherJ1)
	visitorMinimum = union(visitors, students)                          // the minimum of B, which F-1 includes
	travelMinimum  = union(visitors, students, []Category{J1Physician}) // travel and history, which J-1 physicians share
	historyMinimum = union(travelMinimum, petitioned)                   // visits, refusals
	homePost       = union(visitorMinimum, everyJ1)                     // where the applicant works or studies now
)

func union(sets ...[]Category) []Category { return slices.Concat(sets...) }

// fields is the whole table, index the same by path with the parts of objects.
var (
	fields = slices.Concat(tripFields, historyFields, familyFields, workFields, moneyFields, returnFields,
		schoolFields, exchangeFields, physicianFields, petitionFields)
	index = buildIndex(fields)
)

// section gives all fields one heading.
func section(title string, fields ...Field) []Field {
	for i := range fields {
		fields[i].Section = title
	}
	return fields
}

func buildIndex(fields []Field) map[string]*Field {
	all := map[string]*Field{}
	for i := range fields {
		all[fields[i].Path] = &fields[i]
		indexParts(all, &fields[i])
	}
	return all
}

// indexParts adds the parts of a field, each with its whole path and with what it
// shares with the field.
func indexParts(all map[string]*Field, f *Field) {
	for _, part := range f.Parts {
		part.Path = f.Path + "." + part.Path
		part.Section, part.For, part.Source, part.Class = f.Section, f.For, f.Source, f.Class
		all[part.Path] = &part
		indexParts(all, &part)
	}
}

// Fields lists every field of a profile, in the order of the pages.
func Fields() []Field { return slices.Clone(fields) }

// LookupField is the field at a path; a part of an object or of a list's objects
// has one too: "f1.cost_year1.total", "finance.sponsors.income".
func LookupField(path string) (Field, bool) {
	f, ok := index[path]
	if !ok {
		return Field{}, false
	}
	return *f, true
}

// UsedBy reports whether the category's interview uses the field.
func (f Field) UsedBy(c Category) bool { return slices.Contains(f.For, c) }

// part is the part of an object field with this key.
func (f *Field) part(key string) *Field {
	for i := range f.Parts {
		if f.Parts[i].Path == key {
			return &f.Parts[i]
		}
	}
	return nil
}

// name is the last element of the path.
func (f *Field) name() string { return f.Path[strings.LastIndexByte(f.Path, '.')+1:] }
