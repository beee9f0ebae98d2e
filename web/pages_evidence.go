package web

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/viceconsul/viceconsul/interview/transcript"
)

// A segment is a piece of an answer in which the same findings show, with the
// numbers of the notes whose evidence ends here.
type segment struct {
	Text  string
	Marks []string // how it is underlined: the criteria that found fault, or kept; none: plain text
	Notes []int    // from 1
}

// kept is how evidence of something good is underlined, whatever the criterion.
const kept = "kept"

// segments splits an answer at the ends of every finding's evidence, so that
// overlapping evidence is drawn in pieces. A finding about the whole answer
// underlines nothing unless it is about a fact in it: a wall of lines shows
// nothing. The pieces put together are the answer.
func segments(answer string, findings []transcript.Finding, bands *transcript.Bands) []segment {
	var pieces []segment
	cuts := cutsOf(answer, findings)
	for i := 1; i < len(cuts); i++ {
		pieces = append(pieces, pieceOf(answer, findings, bands, cuts[i-1], cuts[i]))
	}
	if len(pieces) == 0 && len(findings) > 0 {
		pieces = append(pieces, pieceOf(answer, findings, bands, 0, 0))
	}
	return pieces
}

func cutsOf(answer string, findings []transcript.Finding) []int {
	cuts := []int{0, len(answer)}
	for _, f := range findings {
		if shown(answer, f) {
			cuts = append(cuts, f.Span.Start, f.Span.End)
		}
	}
	slices.Sort(cuts)
	return slices.Compact(cuts)
}

func pieceOf(answer string, findings []transcript.Finding, bands *transcript.Bands, from, to int) segment {
	piece := segment{Text: answer[from:to]}
	for i, f := range findings {
		if noteAt(answer, f) == to {
			piece.Notes = append(piece.Notes, i+1)
		}
		mark := markOf(f, bands)
		if marked(answer, f) && f.Span.Start <= from && to <= f.Span.End && !slices.Contains(piece.Marks, mark) {
			piece.Marks = append(piece.Marks, mark)
		}
	}
	return piece
}

func markOf(f transcript.Finding, bands *transcript.Bands) string {
	if good(f, bands) {
		return kept
	}
	return string(f.Criterion)
}

// noteAt is where the number of a finding stands: after its words, or at the end
// of the answer when it has none.
func noteAt(answer string, f transcript.Finding) int {
	if shown(answer, f) {
		return f.Span.End
	}
	return len(answer)
}

// shown reports whether a finding has words in the answer.
func shown(answer string, f transcript.Finding) bool {
	return fits(answer, f.Span) && f.Span.Start < f.Span.End
}

// marked reports whether a finding underlines its evidence.
func marked(answer string, f transcript.Finding) bool {
	if !shown(answer, f) {
		return false
	}
	aboutFact := f.Verdict != "" || f.Criterion == transcript.Risk
	return aboutFact || !whole(answer, f.Span)
}

func whole(answer string, s transcript.Span) bool {
	return s.Start == 0 && s.End == len(answer)
}

// fits reports whether a span lies in the answer on the edges of letters.
func fits(answer string, s transcript.Span) bool {
	return 0 <= s.Start && s.Start <= s.End && s.End <= len(answer) && edge(answer, s.Start) && edge(answer, s.End)
}

func edge(s string, i int) bool { return i == len(s) || utf8.RuneStart(s[i]) }

// quoteLetters is how much of an answer a summary quotes (our judgement: two
// lines on a phone).
const quoteLetters = 140

// quote shortens an answer for a summary, at a space.
func quote(answer string) string {
	answer = strings.Join(strings.Fields(answer), " ")
	letters := []rune(answer)
	if len(letters) <= quoteLetters {
		return answer
	}
	cut := string(letters[:quoteLetters])
	if i := strings.LastIndexByte(cut, ' '); i > 0 {
		cut = cut[:i]
	}
	return cut + " …"
}
