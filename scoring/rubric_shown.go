package scoring

import (
	"math"

	"github.com/viceconsul/viceconsul/interview/transcript"
)

// Weights are the parts of 100 of the overall grade for a category, in the order
// people read them. What weighs nothing there is left out: ties and fit exclude
// each other, and risk has no points.
func (r *Rubric) Weights(c transcript.Category) []Weight {
	var out []Weight
	for _, criterion := range []transcript.Criterion{transcript.Consistency, transcript.TieStrength, transcript.Fit, transcript.Directness,
		transcript.Specificity, transcript.Brevity, transcript.Composure} {
		if part := r.weights[criterion].of(c); part > 0 {
			out = append(out, Weight{criterion, part})
		}
	}
	return out
}

// A Weight is what a criterion counts for in the overall grade.
type Weight struct {
	Criterion transcript.Criterion
	Part      int // of 100
}

// Letters are the letters with the least overall grade each is given from, highest
// first.
func (r *Rubric) Letters() []Letter {
	out := make([]Letter, len(r.letters))
	for i, l := range r.letters {
		out[i] = Letter{l.name, int(math.Ceil(l.mean * percentPerBand))}
	}
	return out
}

// A Letter is given from a grade on.
type Letter struct {
	Name string
	From int // least overall grade, 0 to 100
}

// Caps are the most an overall grade can be while a finding stands, gravest first.
func (r *Rubric) Caps() []Cap {
	return []Cap{
		{"a statement an officer would act on, or a denied serious fact", r.outcome.high},
		{"an answer that differs from a declared key fact", r.outcome.conflict},
		{"another finding of medium severity", r.outcome.medium},
	}
}

// A Cap holds an overall grade down.
type Cap struct {
	While string // what stands, as the end of "while …"
	Most  int    // highest overall grade, 0 to 100
}
