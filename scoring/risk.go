package scoring

import (
	"fmt"

	"github.com/viceconsul/viceconsul/interview/transcript"
)

// The kinds of statements an officer would act on.
const (
	riskWork     = "risk.unauthorised_work"
	riskJob      = "risk.job_seeking"
	riskMarry    = "risk.change_of_status"
	riskSettle   = "risk.settling"
	riskFunds    = "risk.uncertain_funds"
	riskEarnFees = "risk.earning_the_fees"
	riskPatients = "risk.patient_care"
	riskPurpose  = "risk.other_purpose"
	riskScript   = "risk.told_what_to_say"
	riskHostile  = "risk.threat_or_offer"
)

// reads says how an officer would read each kind.
var reads = map[string]string{
	riskWork:     "work without permission",
	riskJob:      "looking for other work than the visa allows",
	riskMarry:    "a plan to change status after arrival",
	riskSettle:   "a plan to stay",
	riskFunds:    "funding that is not settled",
	riskEarnFees: "paying with work that is not permitted",
	riskPatients: "treating patients, which this visa does not allow",
	riskPurpose:  "asking for a visa under another purpose",
	riskScript:   "an answer somebody else wrote",
	riskHostile:  "a threat or an offer",
}

// risk notes what an officer would act on. It gives no band: it caps. What is not
// yet a plan weighs one step less.
func risk(s *sheet) judgement {
	j := judgement{criterion: transcript.Risk}
	for _, st := range s.statements {
		severity := s.c.rubric.risks[st.kind].of(s.c.category)
		if severity == "" {
			continue
		}
		if severity == transcript.High && !st.sure {
			severity = transcript.Medium
		}
		span := s.span(st.from, st.to)
		j.findings = append(j.findings, transcript.Finding{Rule: st.kind, Criterion: transcript.Risk, Severity: severity,
			Span: span, Reason: riskReason(st.kind, severity)})
	}
	return j
}

func riskReason(kind string, severity transcript.Severity) string {
	switch {
	case kind == riskScript:
		return "Answer in your own words; only what is true and yours helps you."
	case severity == transcript.Note:
		return "This category allows such plans. Say them as they are, when you are asked."
	case severity == transcript.High:
		return fmt.Sprintf("An officer would read this as %s. If it is true, talk to a qualified adviser first.", reads[kind])
	}
	return fmt.Sprintf("An officer may read this as %s. Say your plan as it is.", reads[kind])
}
