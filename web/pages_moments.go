package web

import (
	"strings"

	"github.com/viceconsul/viceconsul/interview/transcript"
	"github.com/viceconsul/viceconsul/scoring"
)

// bestMoment is the turn with the highest mean band that names a fact and that no
// conflict or risk spoils, the first of equals; nil when no turn comes to 3 of 4.
func bestMoment(t transcript.Transcript) *momentView {
	const least = 3.0
	best, found := least, -1
	turns := t.Counted()
	for i, turn := range turns {
		if mean, ok := meanBand(turn.Bands); ok && !spoiled(turn) && scoring.NamesFact(turn) && (mean > best || found < 0 && mean == least) {
			best, found = mean, i
		}
	}
	if found < 0 {
		return nil
	}
	turn := turns[found]
	return &momentView{Turn: turn.N, Quote: quote(turn.Applicant), Reason: strengthsOf(turn)}
}

// meanBand is the mean of the bands a turn has; false when it has none.
func meanBand(b *transcript.Bands) (float64, bool) {
	sum, n := 0, 0
	for _, words := range criteria {
		if band, ok := b.Of(words.key).Value(); ok {
			sum, n = sum+band, n+1
		}
	}
	if n == 0 {
		return 0, false
	}
	return float64(sum) / float64(n), true
}

// spoiled reports whether something in a turn would not be praised.
func spoiled(turn transcript.Turn) bool {
	for _, f := range turn.Findings {
		agrees := f.Verdict == "" || f.Verdict == transcript.Consistent || f.Verdict == transcript.SelfCorrection
		if !agrees || f.Severity == transcript.High || f.Criterion == transcript.Risk {
			return true
		}
	}
	return strings.TrimSpace(turn.Applicant) == ""
}

// strengthsOf names what was full marks in a turn.
func strengthsOf(turn transcript.Turn) string {
	var best []string
	for _, words := range criteria {
		if band, ok := turn.Bands.Of(words.key).Value(); ok && band == 4 {
			best = append(best, strings.ToLower(words.title))
		}
	}
	if len(best) == 0 {
		return "Nothing in this answer needs work."
	}
	return "Full marks for " + joined(best) + "."
}

// joined writes a list as a sentence does: "a, b and c".
func joined(list []string) string {
	if len(list) < 2 {
		return strings.Join(list, "")
	}
	last := len(list) - 1
	return strings.Join(list[:last], ", ") + " and " + list[last]
}

// severities, worst last.
var weightOf = map[transcript.Severity]int{transcript.Note: 0, transcript.Low: 1, transcript.Medium: 2, transcript.High: 3}

// firstFix is the finding to work on first: what decided, else the most severe,
// else the one with the lowest band; the first of equals. nil when there is none.
func firstFix(t transcript.Transcript) *momentView {
	for _, b := range t.Outcome.Because {
		if f, ok := findingAt(t, b); ok && t.Outcome.Decision != transcript.Issued {
			return fixOf(turnAt(t, b.Turn), f)
		}
	}
	var worst *momentView
	most := -1
	for _, turn := range t.Counted() {
		for _, f := range turn.Findings {
			if weight := fixWeight(turn, f); weight > most {
				worst, most = fixOf(turn, f), weight
			}
		}
	}
	return worst
}

// fixWeight orders findings by what they cost; -1 for those to keep.
func fixWeight(turn transcript.Turn, f transcript.Finding) int {
	if good(f, turn.Bands) || f.Verdict == transcript.NotComparable || f.Verdict == transcript.NewFact {
		return -1
	}
	lost := 0
	if band, ok := turn.Bands.Of(f.Criterion).Value(); ok {
		lost = 4 - band
	}
	return weightOf[f.Severity]*10 + lost
}

// fixOf quotes the words a finding rests on; a word or two mean little without the others.
func fixOf(turn transcript.Turn, f transcript.Finding) *momentView {
	words := quote(f.Span.Text)
	if answer := quote(turn.Applicant); len(strings.Fields(words)) < 3 && strings.Contains(answer, words) {
		words = answer
	}
	return &momentView{Turn: turn.N, Quote: words, Reason: f.Reason, Advice: adviceOn(f, turn.Bands)}
}

func turnAt(t transcript.Transcript, n int) transcript.Turn {
	for _, turn := range t.Turns {
		if turn.N == n {
			return turn
		}
	}
	return transcript.Turn{N: n}
}
