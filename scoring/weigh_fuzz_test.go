package scoring

import (
	"encoding/json"
	"testing"

	"github.com/viceconsul/viceconsul/interview/transcript"
)

// Whatever is proposed, a grade stays within ten points, an outcome is no better, a band
// moves by one, a grave finding stands, and all that is shown was said.
func FuzzWeigh(f *testing.F) {
	f.Add("No, never.", "I am going for a bachelor.", []byte(`[{"turn":1,"kind":"misread","quote":"never"},{"turn":2,"kind":"claim","field":"f1.level","value":"bachelor","quote":"for a bachelor","verdict":"contradiction"}]`))
	f.Add("My uncle pays.", "We will see.", []byte(`[{"turn":1,"kind":"label","criterion":"directness","way":"up","quote":"My uncle"},{"turn":2,"kind":"suggestion","text":"We will see."}]`))
	f.Add("I will work there.", "", []byte(`[{"turn":1,"kind":"label","criterion":"risk","rule":"risk.unauthorised_work","quote":"I will work there"}]`))
	bank := embedded(f)
	f.Fuzz(func(t *testing.T, first, second string, proposed []byte) {
		var all []transcript.Proposal
		if json.Unmarshal(proposed, &all) != nil || len(first)+len(second) > 4_000 {
			return
		}
		in := college(t, transcript.F1, "Have you ever been refused a US visa?", first, "Why a community college?", second)
		rules, err := Grade(bank, in)
		if err != nil {
			t.Skip(err)
		}
		got, err := Weigh(bank, in, transcript.Hearing{Model: "m", Passes: 2, Proposals: all})
		if err != nil {
			t.Fatal(err)
		}
		was, _ := rules.Grades.Overall.Value()
		now, _ := got.Grades.Overall.Value()
		if now > was+mostMoved || now < was-mostMoved || outcomeRank(got.Outcome) > outcomeRank(rules.Outcome) {
			t.Errorf("%d and %s by the rules, %d and %s with %s", was, rules.Outcome.Decision, now, got.Outcome.Decision, proposed)
		}
		for i, turn := range rules.Turns {
			checkWeighed(t, turn, got.Turns[i])
		}
		for _, p := range got.Hearing.Proposals {
			if at := indexWords(in.Turns[p.Turn-1].Applicant, p.Quote); at < 0 && p.Kind != transcript.HeardSuggestion {
				t.Errorf("kept %+v", p)
			}
		}
	})
}

// checkWeighed holds a turn to what the rules made of it.
func checkWeighed(t *testing.T, rules, got transcript.Turn) {
	t.Helper()
	for n, f := range rules.Findings {
		if g := got.Findings[n]; f.Severity == transcript.High && g != f || g.Span != f.Span || g.Rule != f.Rule {
			t.Errorf("%+v became %+v", f, g)
		}
	}
	for _, f := range got.Findings {
		if got.Applicant[f.Span.Start:f.Span.End] != f.Span.Text || f.By != "" && f.Severity == transcript.High {
			t.Errorf("shows %+v", f)
		}
	}
	for _, c := range criteria {
		a, tested := rules.Bands.Of(c).Value()
		b, still := got.Bands.Of(c).Value()
		if tested != still || a-b > 1 || b-a > 1 {
			t.Errorf("%s went from %d to %d", c, a, b)
		}
	}
}
