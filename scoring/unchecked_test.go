package scoring

import (
	"strings"
	"testing"

	"github.com/viceconsul/viceconsul/interview/transcript"
)

// heardTurn is a turn as it was heard: what stands in braces nobody has looked at.
func heardTurn(officer string, kind transcript.Kind, heard string) transcript.Turn {
	t := transcript.Turn{Officer: officer, Kind: kind, Voice: &transcript.Voice{}, Seconds: 3}
	for rest := heard; rest != ""; {
		before, after, marked := strings.Cut(rest, "{")
		t.Applicant += before
		if !marked {
			break
		}
		words, more, _ := strings.Cut(after, "}")
		start := len(t.Applicant)
		t.Applicant += words
		t.Voice.Doubtful = append(t.Voice.Doubtful, transcript.SpanOf(t.Applicant, start, len(t.Applicant)))
		rest = more
	}
	return t
}

// What rests on words nobody has looked at costs nothing and is asked for; what the
// applicant then says counts.
func TestUncheckedWords(t *testing.T) {
	var profile transcript.Profile
	if err := profile.UnmarshalJSON([]byte(`{"finance":{"sponsors":[{"relationship":"father"}]},"us_history":{"prior_refusals":[{"date":"2024"}]},
		"f1":{"cost_year1":{"total":"USD 47,000"}}}`)); err != nil {
		t.Fatal(err)
	}
	cost, asks := "What is the total cost for the first year?", "Did you say about thirty thousand dollars?"
	first := heardTurn(cost, transcript.Question, "It costs {about thirty thousand} dollars.")
	for _, test := range []struct {
		name  string
		turns []transcript.Turn
		want  transcript.Verdict // of the last turn; "" for no finding on what was declared
		line  string             // the officer's next question about it
	}{
		{"an amount", []transcript.Turn{first}, transcript.NotComparable, asks},
		{"read by the applicant", []transcript.Turn{heardTurn(cost, transcript.Question, "It costs about thirty thousand dollars.")}, transcript.Contradiction, ""},
		{"another word is in doubt", []transcript.Turn{heardTurn(cost, transcript.Question, "{It} costs about thirty thousand dollars.")}, transcript.Contradiction, ""},
		{"it matches", []transcript.Turn{heardTurn(cost, transcript.Question, "{Forty-seven thousand}.")}, transcript.Consistent, ""},
		{"yes, that was said", []transcript.Turn{first, heardTurn(asks, transcript.Probe, "Yes, sir.")}, transcript.Contradiction, ""},
		{"yes, with the value", []transcript.Turn{first, heardTurn(asks, transcript.Probe, "Yes, thirty thousand.")}, transcript.Contradiction, ""},
		{"no, the declared one", []transcript.Turn{first, heardTurn(asks, transcript.Probe, "No, forty-seven thousand dollars.")}, transcript.Consistent, ""},
		{"no", []transcript.Turn{first, heardTurn(asks, transcript.Probe, "No.")}, "", ""},
		{"misheard again", []transcript.Turn{first, heardTurn(asks, transcript.Probe, "It is {thirty thousand}.")}, transcript.NotComparable, "Did you say thirty thousand?"},
		{"a relative", []transcript.Turn{heardTurn("Who is paying?", transcript.Question, "My {uncle} pays.")}, transcript.NotComparable, "Did you say uncle?"},
		{"nothing later is held against it", []transcript.Turn{first, heardTurn(cost, transcript.Question, "It costs forty-seven thousand dollars.")}, transcript.Consistent, ""},
		{"a denial", []transcript.Turn{heardTurn("Have you ever been refused a US visa?", transcript.Question, "{No}, {never}.")}, transcript.NotComparable, ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			for i := range test.turns {
				if strings.Contains(test.turns[i].Officer, "cost") || test.turns[i].Kind == transcript.Probe {
					test.turns[i].Question = "F28"
				}
			}
			graded, err := Grade(bank(t), transcript.Transcript{Category: transcript.F1, InterviewDate: "2027-06-10", Profile: profile, Turns: test.turns})
			if err != nil {
				t.Fatal(err)
			}
			last := graded.Turns[len(graded.Turns)-1]
			var got transcript.Verdict
			line := ""
			for _, f := range last.Findings {
				if f.Criterion == transcript.Consistency {
					got = f.Verdict
				}
				if said, unsure := Unsure(last, f); unsure {
					line = said
				}
			}
			if got != test.want || line != test.line {
				t.Errorf("verdict %q, next line %q; want %q, %q%s", got, line, test.want, test.line, list(last.Findings))
			}
			if graded.Outcome.Decision == transcript.Stopped && test.want == transcript.NotComparable {
				t.Errorf("the rehearsal stopped for %v", graded.Outcome.Because)
			}
		})
	}
}

// No labelled answer has a hard finding when nobody has looked at a word of it.
func TestUncheckedSpeechIsNeverHard(t *testing.T) {
	hard := func(f transcript.Finding) bool { return against(f) && f.Verdict != transcript.SelfCorrection }
	checked := 0
	for _, name := range []string{"claims_pairs.txtar", "claims_named.txtar", "claims_serious.txtar", "claims_varied.txtar", "claims_money.txtar", "claims_more.txtar"} {
		for _, it := range readItems(t, name) {
			o := it.begun(t)
			o.turn.Applicant = it.answer
			for _, f := range o.c.Judge(o.turn, o.before).Turn.Findings {
				if hard(f) {
					checked++
				}
			}
			o.turn.Voice = &transcript.Voice{Doubtful: []transcript.Span{transcript.SpanOf(it.answer, 0, len(it.answer))}}
			j := o.c.Judge(o.turn, o.before)
			for _, f := range j.Turn.Findings {
				if hard(f) {
					t.Errorf("%s %q: %s %s %s on %q", it.id, it.answer, f.Rule, f.Verdict, f.Severity, f.Span.Text)
				}
			}
			if j.breach {
				t.Errorf("%s %q: counts as a visa not kept to", it.id, it.answer)
			}
		}
	}
	t.Logf("%d hard findings on the same answers once they are checked", checked)
	if checked < 100 {
		t.Errorf("only %d hard findings on the same answers once they are checked: nothing was tested", checked)
	}
}

// A model proposes nothing on words nobody has looked at; on the same words, looked at,
// its proposal stands.
func TestUncheckedWordsAreNotHeard(t *testing.T) {
	var profile transcript.Profile
	if err := profile.UnmarshalJSON([]byte(`{"finance":{"sponsors":[{"relationship":"father"}]}}`)); err != nil {
		t.Fatal(err)
	}
	propose := transcript.Hearing{Model: "m", Proposals: []transcript.Proposal{{
		Turn: 1, Kind: transcript.HeardClaim, Quote: "uncle", Field: "finance.sponsors", Verdict: transcript.Contradiction, Value: "uncle",
	}}}
	for heard, dropped := range map[string]bool{"My {uncle} pays.": true, "My uncle pays.": false} {
		tr := transcript.Transcript{Category: transcript.F1, Profile: profile, Turns: []transcript.Turn{heardTurn("Who is paying?", transcript.Question, heard)}}
		got, err := Weigh(bank(t), tr, propose)
		if err != nil {
			t.Fatal(err)
		}
		was := false
		for _, d := range got.Hearing.Dropped {
			was = was || d.Reason == misheard
		}
		if was != dropped {
			t.Errorf("%q: dropped %+v, kept %+v", heard, got.Hearing.Dropped, got.Hearing.Proposals)
		}
	}
}
