package interview

import (
	"slices"

	"github.com/viceconsul/viceconsul/interview/transcript"
)

// weakBand is the mean under which the answers on a topic are weak (domain/scoring.md: 2
// of 4 is an answer an officer follows up).
const weakBand = 2.0

// criteria are those with bands.
var criteria = []transcript.Criterion{transcript.Brevity, transcript.Directness, transcript.Specificity, transcript.Consistency,
	transcript.TieStrength, transcript.Fit, transcript.Composure}

// BeforeOf reads what earlier interviews of an applicant, the newest first, leave to the
// next: every question asked, and the topics whose answers were weak when they were last
// asked for. It takes nothing that was said.
func BeforeOf(earlier []transcript.Transcript) Before {
	var b Before
	var seen []string // topics a newer interview asked for
	for _, t := range earlier {
		turns := t.Counted()
		for _, turn := range turns {
			if q := turn.Question; q != "" && !slices.Contains(b.Asked, q) {
				b.Asked = append(b.Asked, q)
			}
		}
		for _, topic := range topicsOf(turns) {
			if slices.Contains(seen, topic) {
				continue
			}
			seen = append(seen, topic)
			if weak(turns, topic) {
				b.Weak = append(b.Weak, topic)
			}
		}
	}
	return b
}

// topicsOf are the topics of the turns, each once.
func topicsOf(turns []transcript.Turn) []string {
	var all []string
	for _, turn := range turns {
		if turn.Topic != "" && !slices.Contains(all, turn.Topic) {
			all = append(all, turn.Topic)
		}
	}
	return all
}

// weak holds for a topic whose bands are low on the mean, or where a contradiction
// stands.
func weak(turns []transcript.Turn, topic string) bool {
	sum, n := 0, 0
	for i, turn := range turns {
		if turn.Topic != topic {
			continue
		}
		if unsettled(turn, turns[i:]) {
			return true
		}
		for _, c := range criteria {
			if band, ok := turn.Bands.Of(c).Value(); ok {
				sum, n = sum+band, n+1
			}
		}
	}
	return n > 0 && float64(sum) < weakBand*float64(n)
}

// unsettled holds for a turn with a contradiction that no answer from it on takes back.
func unsettled(turn transcript.Turn, onward []transcript.Turn) bool {
	return slices.ContainsFunc(turn.Findings, func(f transcript.Finding) bool {
		return f.Verdict == transcript.Contradiction && !slices.ContainsFunc(onward, func(o transcript.Turn) bool {
			return slices.ContainsFunc(o.Findings, func(g transcript.Finding) bool {
				return g.Verdict == transcript.SelfCorrection && g.Field == f.Field
			})
		})
	})
}
