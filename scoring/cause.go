package scoring

import (
	"slices"

	"github.com/viceconsul/viceconsul/interview/transcript"
	"github.com/viceconsul/viceconsul/questionbank"
)

// cause is why an officer would follow up on an answer, "" when it will do: the
// gravest reason of all that hold. What the answer holds is weighed with how it was
// given: a contradiction and a plan outside the law are graver than all conduct but a
// bribe or a threat, the rest is graver than what an answer lacks.
func (s *sheet) cause(content questionbank.Cause, j judgements, c conduct) questionbank.Cause {
	how := s.conductCause(&c)
	switch {
	case s.query.private:
		return ""
	case how == questionbank.Offer, how == "":
		return or(how, content)
	case !s.query.expects:
		return onRemark(how)
	case content == questionbank.Contradiction, content == questionbank.Risky && j.any(riskyPlan):
		return content
	}
	return how
}

func or(a, b questionbank.Cause) questionbank.Cause {
	if a != "" {
		return a
	}
	return b
}

// onRemark is what of an applicant's conduct is spoken to where the officer asked
// nothing: what is done to the officer.
func onRemark(how questionbank.Cause) questionbank.Cause {
	switch how {
	case questionbank.Insult, questionbank.Orders, questionbank.Distress, questionbank.Outcome, questionbank.Argument:
		return how
	}
	return ""
}

// risky are findings an officer would act on; riskyPlan those that tell of a plan, and
// not of how the officer is spoken to.
func risky(f transcript.Finding) bool {
	return f.Criterion == transcript.Risk && (f.Severity == transcript.High || f.Severity == transcript.Medium)
}

func riskyPlan(f transcript.Finding) bool { return risky(f) && f.Rule != riskHostile }

// contentCause is the cause that lies in what an answer holds, however it was given.
func (s *sheet) contentCause(j judgements) questionbank.Cause {
	switch {
	case !s.query.expects || s.query.private:
		return ""
	case j.any(func(f transcript.Finding) bool { return f.Verdict == transcript.Contradiction }):
		return questionbank.Contradiction
	case j.any(risky):
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
