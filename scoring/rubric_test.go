package scoring

import (
	"testing"

	"github.com/viceconsul/viceconsul/interview/transcript"
)

// What pages show of a rubric is what the grader counts with.
func TestRubricShown(t *testing.T) {
	for _, c := range transcript.Categories() {
		sum := 0
		for _, w := range rubric2026.Weights(c) {
			sum += w.Part
			if ties := w.Criterion == transcript.TieStrength; ties && !c.HasTies() || w.Criterion == transcript.Fit && c.HasTies() {
				t.Errorf("%s is weighed by %s", c, w.Criterion)
			}
		}
		if sum != 100 {
			t.Errorf("%s: the weights add up to %d", c, sum)
		}
	}
	letters := rubric2026.Letters()
	if letters[0] != (Letter{"A", 85}) || letters[len(letters)-1].From != 0 {
		t.Errorf("letters %v", letters)
	}
	caps := rubric2026.Caps()
	for i := 1; i < len(caps); i++ {
		if caps[i].Most <= caps[i-1].Most {
			t.Errorf("caps %v do not rise", caps)
		}
	}
}
