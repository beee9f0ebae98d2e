package scoring

import (
	"slices"

	"github.com/viceconsul/viceconsul/interview/transcript"
	"github.com/viceconsul/viceconsul/questionbank"
)

// cause is why an officer would follow up on an answer, "" when it will do: the
// gravest reason of all that hold.
func (s *sheet) cause(j judgements) questionbank.Cause {
	switch {
	case !s.query.expects || s.query.private:
		return ""
	case j.any(func(f transcript.Finding) bool { return f.Verdict == transcript.Contradiction }):
		return questionbank.Contradiction
	case j.any(func(f transcript.Finding) bool {
		return f.Criterion == transcript.Risk && (f.Severity == transcript.High || f.Severity == transcript.Medium)
	}):
		return questionbank.Risky
	case s.silent() || s.unheard() || j.under(transcript.Directness, 1):
		return questionbank.NoAnswer
	case j.any(func(f transcript.Finding) bool { return f.Rule == "recited" }):
		return questionbank.Recited
	case s.long():
		return questionbank.Long
	case j.under(transcript.Specificity, 2), j.under(transcript.Directness, 2), j.under(transcript.Brevity, 2),
		j.under(transcript.Consistency, 3), j.under(transcript.TieStrength, 2), j.under(transcript.Fit, 2):
		return questionbank.Vague
	}
	return ""
}

// judgements are what all rules made of one answer.
type judgements []judgement

func (js judgements) any(ok func(transcript.Finding) bool) bool {
	return slices.ContainsFunc(js, func(j judgement) bool { return slices.ContainsFunc(j.findings, ok) })
}

// under reports whether a criterion was judged and its band is below limit.
func (js judgements) under(c transcript.Criterion, limit int) bool {
	return slices.ContainsFunc(js, func(j judgement) bool {
		band, ok := j.band.Value()
		return ok && j.criterion == c && band < limit
	})
}
