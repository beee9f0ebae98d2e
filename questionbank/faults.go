package questionbank

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/viceconsul/viceconsul/interview/transcript"
)

// A Fault is one thing wrong in a bank file.
type Fault struct {
	File  string // as the file system names it: "bank/f.yaml"
	Line  int    // from 1; 0 for the whole file
	Where string // `questions[4] "F28"`; "" for the file itself
	What  string // what is wrong and what would be right
}

// String is the fault as one line: `bank/f.yaml:41: questions[4] "F28": no fields`.
func (f Fault) String() string {
	place := f.File
	if f.Line > 0 {
		place = fmt.Sprintf("%s:%d", f.File, f.Line)
	}
	if f.Where == "" {
		return place + ": " + f.What
	}
	return place + ": " + f.Where + ": " + f.What
}

// Faults are all the faults of a bank, by file and line. They are an error that
// wraps transcript.ErrInvalid.
type Faults []Fault

// Error gives one fault a line.
func (f Faults) Error() string {
	lines := make([]string, len(f))
	for i, fault := range f {
		lines[i] = fault.String()
	}
	return strings.Join(lines, "\n")
}

// Unwrap makes errors.Is(err, transcript.ErrInvalid) hold.
func (f Faults) Unwrap() error { return transcript.ErrInvalid }

// sorted orders faults by file and line, and drops what was said twice.
func (f Faults) sorted() Faults {
	slices.SortStableFunc(f, func(a, b Fault) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line))
	})
	return slices.Compact(f)
}
