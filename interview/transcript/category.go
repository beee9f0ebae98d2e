package transcript

import (
	"errors"
	"fmt"
	"slices"
	"strings"
)

// ErrInvalid says that input cannot be used as it is. Errors that wrap it name
// the place and the remedy.
var ErrInvalid = errors.New("invalid")

// A Category is a visa category with its track: which bank is asked from, which
// profile fields count and by which weights an interview is graded. Its text is
// the value of the profile field application.visa_category.
type Category string

// The categories of the DS-160 that have a bank of their own.
const (
	B1           Category = "B1"
	B2           Category = "B2"
	B1B2         Category = "B1B2"
	F1           Category = "F1"
	J1Physician  Category = "J1_PHYSICIAN"
	J1Research   Category = "J1_RESEARCH"
	J1Student    Category = "J1_STUDENT"
	J1SWT        Category = "J1_SWT"
	J1AuPair     Category = "J1_AU_PAIR"
	J1Intern     Category = "J1_INTERN"
	J1Trainee    Category = "J1_TRAINEE"
	J1Other      Category = "J1_OTHER"
	H1B          Category = "H1B"
	H1BPhysician Category = "H1B_PHYSICIAN"
)

// categories gives each category its visa, as written on the visa, and its track.
var categories = []struct {
	category    Category
	visa, track string
}{
	{B1, "B-1", ""},
	{B2, "B-2", ""},
	{B1B2, "B-1/B-2", ""},
	{F1, "F-1", ""},
	{J1Physician, "J-1", "physician"},
	{J1Research, "J-1", "research"},
	{J1Student, "J-1", "student"},
	{J1SWT, "J-1", "summer-work-travel"},
	{J1AuPair, "J-1", "au-pair"},
	{J1Intern, "J-1", "intern"},
	{J1Trainee, "J-1", "trainee"},
	{J1Other, "J-1", ""},
	{H1B, "H-1B", ""},
	{H1BPhysician, "H-1B", "physician"},
}

// Categories lists every category, visitors first.
func Categories() []Category {
	all := make([]Category, len(categories))
	for i, c := range categories {
		all[i] = c.category
	}
	return all
}

// ParseCategory reads a visa ("F-1", "f1", "B-1/B-2") with its track ("physician",
// or ""), or a category's own text ("J1_PHYSICIAN"). Case, spaces, hyphens and
// slashes do not matter. The error wraps ErrInvalid and lists what is known.
func ParseCategory(visa, track string) (Category, error) {
	want, wantTrack := squeeze(visa), squeeze(track)
	known := false
	for _, c := range categories {
		whole := wantTrack == "" && squeeze(string(c.category)) == want
		if whole || squeeze(c.visa) == want && squeeze(c.track) == wantTrack {
			return c.category, nil
		}
		known = known || squeeze(c.visa) == want
	}
	if known {
		return "", fmt.Errorf("%w: track %q is not one of %s: %s", ErrInvalid, track, visa, strings.Join(tracks(want), ", "))
	}
	return "", fmt.Errorf("%w: visa category %q is not one of %s", ErrInvalid, visa, strings.Join(Visas(), ", "))
}

// Visas lists the visas as design and pages write them: B-1, B-2, B-1/B-2, F-1, J-1, H-1B.
func Visas() []string {
	var all []string
	for _, c := range categories {
		if !slices.Contains(all, c.visa) {
			all = append(all, c.visa)
		}
	}
	return all
}

func tracks(visa string) []string {
	var all []string
	for _, c := range categories {
		if squeeze(c.visa) == visa && c.track != "" {
			all = append(all, c.track)
		}
	}
	if len(all) == 0 {
		return []string{"none"}
	}
	return all
}

// Visa is the category as it is written on the visa: "J-1" for J1_PHYSICIAN.
func (c Category) Visa() string {
	for _, known := range categories {
		if known.category == c {
			return known.visa
		}
	}
	return string(c)
}

// Track is the part of the visa the category stands for, "" for the whole of it.
func (c Category) Track() string {
	for _, known := range categories {
		if known.category == c {
			return known.track
		}
	}
	return ""
}

// HasTies reports whether the law asks for ties abroad. H-1B has dual intent, so
// there the word does not exist (INA 214(b) and 214(h)).
func (c Category) HasTies() bool { return c != H1B && c != H1BPhysician }

// squeeze keeps letters and digits only, in lower case.
func squeeze(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= 'A' && r <= 'Z':
			return r + 'a' - 'A'
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9':
			return r
		}
		return -1
	}, s)
}
