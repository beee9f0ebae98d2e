package scoring

import (
	"fmt"
	"math"
	"slices"

	"github.com/viceconsul/viceconsul/interview/transcript"
	"github.com/viceconsul/viceconsul/questionbank"
)

// Seal works out grades, ties and outcome of a whole interview.
func (c *Case) Seal(turns []Judged) transcript.Transcript {
	t := transcript.Transcript{Category: c.category, InterviewDate: c.date, Profile: c.profile,
		Rubric: c.rubric.Version, Grader: &transcript.Grader{Mode: transcript.ByRules}}
	t.Turns = make([]transcript.Turn, len(turns))
	for i, j := range turns {
		t.Turns[i] = j.Turn
	}
	turns = lastTries(turns, 0)
	if c.category.HasTies() {
		t.Ties = c.tiesOf(turns)
	}
	v := c.view(turns)
	t.Grades = v.grades()
	t.Outcome = v.outcome()
	return t
}

// tiesOf collects the evidence of all turns, and what was declared and not used.
func (c *Case) tiesOf(turns []Judged) *transcript.Ties {
	out := &transcript.Ties{Applicable: true, Evidence: []transcript.Evidence{}}
	for _, j := range turns {
		out.Evidence = append(out.Evidence, j.ties...)
	}
	out.Unused = c.unused(turns, out.Evidence)
	return out
}

// mean is the weighted mean of the bands of one criterion, 0 to 4; false when no
// turn was judged by it.
func (v *view) mean(c transcript.Criterion) (float64, bool) {
	return v.meanOf(c, func(int) bool { return true })
}

// meanOf is that mean with the turns that earn nothing at 0.
func (v *view) meanOf(c transcript.Criterion, earns func(turn int) bool) (float64, bool) {
	sum, weight := 0.0, 0.0
	for i := range v.turns {
		if band, ok := v.band(i, c).Value(); ok {
			importance := v.importance(&v.turns[i])
			if earns(i) {
				sum += float64(band) * importance
			}
			weight += importance
		}
	}
	if weight == 0 {
		return 0, false
	}
	return sum / weight, true
}

// importance is what a turn weighs: probes most, quick checks least.
func (v *view) importance(j *Judged) float64 {
	at := v.c.rubric.turns
	switch {
	case j.Turn.Kind == transcript.Probe:
		return at.probe
	case j.Question != nil && j.Question.Type == questionbank.Closed:
		return at.closed
	}
	return at.normal
}

// overall is the mean of the tested criteria by the weights of the category. However
// well it is said, an answer that contradicts what is declared, or that an officer
// would act on, earns nothing in it while it stands: to say one more untrue thing
// must never pay.
func (v *view) overall() (float64, bool) {
	sum, weight := 0.0, 0.0
	for _, c := range criteria {
		w := float64(v.c.rubric.weights[c].of(v.c.category))
		if mean, ok := v.meanOf(c, v.earns); ok && w > 0 {
			sum += mean * w
			weight += w
		}
	}
	if weight == 0 {
		return 0, false
	}
	return sum / weight, true
}

// earns reports whether no finding stands in a turn that makes its answer worthless:
// a contradiction not taken back, or anything of high severity.
func (v *view) earns(turn int) bool {
	return !slices.ContainsFunc(v.turns[turn].Turn.Findings, func(f transcript.Finding) bool {
		grave := f.Verdict == transcript.Contradiction || f.Severity == transcript.High
		return grave && (f.Criterion == transcript.Risk || !v.takenBack(turn, f))
	})
}

// grades are the means as whole numbers of 100, capped.
func (v *view) grades() *transcript.Grades {
	g := &transcript.Grades{}
	places := []struct {
		mark *transcript.Mark
		c    transcript.Criterion
	}{{&g.Brevity, transcript.Brevity}, {&g.Consistency, transcript.Consistency}, {&g.Directness, transcript.Directness},
		{&g.Specificity, transcript.Specificity}, {&g.Composure, transcript.Composure}, {&g.Fit, transcript.Fit}, {&g.Ties, transcript.TieStrength}}
	for _, p := range places {
		*p.mark = percent(v.mean(p.c))
	}
	if !v.c.category.HasTies() {
		g.Ties = transcript.Mark{}
	}
	mean, ok := v.overall()
	g.Overall = percent(mean, ok)
	if ok {
		v.cap(g, mean)
	}
	return g
}

// percentPerBand turns a mean band of 4 into a grade of 100.
const percentPerBand = 25

// percent is a mean band as a grade.
func percent(mean float64, ok bool) transcript.Mark {
	if !ok {
		return transcript.NotTested
	}
	return transcript.Marked(int(math.Floor(mean*percentPerBand + 0.5)))
}

// cap holds the grade down where a finding does, and gives the letter.
func (v *view) cap(g *transcript.Grades, mean float64) {
	at := v.c.rubric.outcome
	for _, c := range []struct {
		found []transcript.Because
		most  int
		why   string
	}{
		{v.capping(transcript.High), at.high, "Stop and fix: turn %d holds a finding an officer would act on; that answer earns nothing."},
		{v.conflicts(), at.conflict, "Held down: the answer in turn %d and the declared fact differ; it earns nothing until that is settled."},
		{v.capping(transcript.Medium), at.medium, "Held down: see the finding in turn %d."},
	} {
		if overall, _ := g.Overall.Value(); len(c.found) > 0 {
			g.Capped = fmt.Sprintf(c.why, c.found[0].Turn)
			g.Overall = transcript.Marked(min(overall, c.most))
			mean = min(mean, float64(c.most)/percentPerBand)
			break
		}
	}
	g.Letter = letterOf(v.c.rubric.letters, mean)
}

// letterOf is the letter of a mean band.
func letterOf(letters []letter, mean float64) string {
	return letters[slices.IndexFunc(letters, func(l letter) bool { return mean >= l.mean })].name
}

// lastTries leaves out the answers that were tried again later, or are being tried again
// now: only the last try of a question counts.
func lastTries(turns []Judged, again int) []Judged {
	repeated := func(j Judged) bool { return j.Turn.Again != 0 }
	if again == 0 && !slices.ContainsFunc(turns, repeated) {
		return turns
	}
	var kept []Judged
	for i, j := range turns {
		later := func(o Judged) bool { return o.Turn.Again != 0 && o.Turn.Again == tried(j.Turn) }
		if tried(j.Turn) != again && !slices.ContainsFunc(turns[i+1:], later) {
			kept = append(kept, j)
		}
	}
	return kept
}

// tried is the turn in which a question was answered for the first time.
func tried(t transcript.Turn) int {
	if t.Again != 0 {
		return t.Again
	}
	return t.N
}
