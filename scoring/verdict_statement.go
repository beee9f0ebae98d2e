package scoring

import (
	"slices"

	"github.com/viceconsul/viceconsul/interview/transcript"
)

// plansTold judges what an answer says an officer would act on against the declared
// plans: who says, whatever was asked, that he or she means to settle has another plan
// than the return that is declared, and who means to work there than none. A thought is
// no plan. What the comparison of claims has judged already stands.
func (s *sheet) plansTold() []transcript.Finding {
	if !s.c.category.HasTies() || s.press != nil {
		return nil
	}
	j := comparison{c: s.c, a: s.answer}
	for _, st := range s.statements {
		path := planAgainst[st.kind]
		f := s.c.fact(path)
		judged := func(v transcript.Finding) bool { return v.Field == path }
		if !st.sure || f == nil || f.none || !promises(f) || slices.ContainsFunc(s.verdicts, judged) || slices.ContainsFunc(j.out, judged) {
			continue
		}
		kind := kindPlan
		if path == visitPurpose {
			kind = kindPurpose
		}
		k := Claim{Field: path, kind: kind, Span: s.span(st.from, st.to), Certain: true, word: planStay}
		j.add(k, transcript.Contradiction, f)
	}
	return j.out
}

// planAgainst are the declared plans that each kind of statement goes against; treating
// patients is the purpose of no visit.
var planAgainst = map[string]string{riskSettle: planAfter, riskWork: workPlan, riskEarnFees: workPlan, riskPatients: visitPurpose, riskMarry: planAfter}

const visitPurpose = "trip.purpose"

// promises reports whether a declared plan leaves no room for staying, or for work.
func promises(f *fact) bool {
	switch f.path {
	case workPlan:
		return f.value().Text == "none"
	case visitPurpose:
		return true
	}
	return !slices.ContainsFunc(f.terms, func(t term) bool { return t.is(mUS|mSettle) || t.place != nil && t.place.us })
}
