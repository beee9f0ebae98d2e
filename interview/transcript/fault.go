package transcript

import (
	"errors"
	"slices"
	"strings"
	"unicode/utf8"
)

// A Fault is one thing wrong with input: where, and what to do about it. It never
// holds the value found there.
type Fault struct {
	Path    string `json:"path"` // "trip.payer", "turns[2].applicant"; "" for the whole input
	Problem string `json:"problem"`
}

// Faults are all faults of one input, in the order of the input. They wrap
// ErrInvalid.
type Faults []Fault

// Error lists every fault.
func (f Faults) Error() string {
	lines := make([]string, len(f))
	for i, fault := range f {
		lines[i] = fault.String()
	}
	return strings.Join(lines, "; ")
}

// Unwrap is ErrInvalid.
func (f Faults) Unwrap() error { return ErrInvalid }

// String is the fault as one clause.
func (f Fault) String() string {
	if f.Path == "" {
		return f.Problem
	}
	return f.Path + ": " + f.Problem
}

// maxFaults bounds what a hostile input can make us say; source: our judgement.
const maxFaults = 100

// add notes one more fault, once.
func (f *Faults) add(path, problem string) {
	fault := Fault{Path: clip(path, 200), Problem: problem}
	if len(*f) < maxFaults && !slices.Contains(*f, fault) {
		*f = append(*f, fault)
	}
}

// addUnknown notes an unknown key or field, with the nearest known one. Beyond
// maxFaults nothing is looked for: that is work too.
func (f *Faults) addUnknown(path, what string, suggest func() string) {
	if len(*f) < maxFaults {
		f.add(path, "unknown "+what+suggest())
	}
}

// addError notes an error without its sentinel.
func (f *Faults) addError(path string, err error) {
	var faults Faults
	if errors.As(err, &faults) {
		for _, fault := range faults {
			f.add(joinPath(path, fault.Path), fault.Problem)
		}
		return
	}
	f.add(path, strings.TrimPrefix(err.Error(), ErrInvalid.Error()+": "))
}

// err is nil without faults.
func (f Faults) err() error {
	if len(f) == 0 {
		return nil
	}
	return f
}

// joinPath puts the path of a part behind that of the whole.
func joinPath(whole, part string) string {
	switch {
	case whole == "" || part == "":
		return whole + part
	case part[0] == '[':
		return whole + part
	}
	return whole + "." + part
}

// clip shortens s to at most n bytes, on a rune boundary.
func clip(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n] + "…"
}
