package transcript

import "unicode/utf8"

// Fits reports whether the doubtful words are parts of the answer, on rune boundaries
// and in order, none over another. A typed answer's nil does.
func (v *Voice) Fits(answer string) bool {
	if v == nil {
		return true
	}
	end := 0
	for _, s := range v.Doubtful {
		if s.Start < end || s.End <= s.Start || s.End > len(answer) || answer[s.Start:s.End] != s.Text || !utf8.ValidString(s.Text) {
			return false
		}
		end = s.End
	}
	return true
}

// Doubts reports whether a span shares a byte with words that were not looked at.
func (v *Voice) Doubts(s Span) bool {
	if v == nil {
		return false
	}
	for _, d := range v.Doubtful {
		if s.Start < d.End && d.Start < s.End {
			return true
		}
	}
	return false
}
