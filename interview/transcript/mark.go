package transcript

import (
	"encoding/json"
	"fmt"
)

// A Mark is a band (0 to 4) or a grade (0 to 100) of one criterion. It can also be
// NotTested, null in JSON, which is not a low mark; and the zero Mark is a
// criterion that does not exist for the category, absent from JSON.
type Mark struct {
	state markState
	n     int
}

type markState uint8

const (
	absent markState = iota
	notTested
	marked
)

// NotTested is the mark of a criterion no answer gave reason to judge.
var NotTested = Mark{state: notTested}

// Marked is the mark n.
func Marked(n int) Mark { return Mark{state: marked, n: n} }

// Value is the mark as a number; false when there is none.
func (m Mark) Value() (int, bool) { return m.n, m.state == marked }

// Exists reports whether the criterion belongs to the category at all.
func (m Mark) Exists() bool { return m.state != absent }

// IsZero reports whether the criterion does not exist for the category.
func (m Mark) IsZero() bool { return m.state == absent }

// MarshalJSON writes the number, or null.
func (m Mark) MarshalJSON() ([]byte, error) {
	if m.state != marked {
		return []byte("null"), nil
	}
	return json.Marshal(m.n)
}

// UnmarshalJSON reads a whole number, or null.
func (m *Mark) UnmarshalJSON(b []byte) error {
	if string(b) == "null" {
		*m = NotTested
		return nil
	}
	var n int
	if err := json.Unmarshal(b, &n); err != nil {
		return fmt.Errorf("%w: a mark is a whole number or null", ErrInvalid)
	}
	*m = Marked(n)
	return nil
}
