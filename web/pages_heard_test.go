package web

import (
	"bytes"
	"strings"
	"testing"

	"github.com/viceconsul/viceconsul/interview/transcript"
)

// listened is the planted interview after a model heard it: it disputes the sponsor,
// adds a finding and a wording, and is of two minds on one word.
func listened() transcript.Transcript {
	t := planted()
	t.Grader = &transcript.Grader{Mode: transcript.ByModel, Model: "small", Prompt: 1}
	first, second := &t.Turns[0], &t.Turns[1]
	first.Line, first.By = first.Officer, "small, wording 2"
	f := &first.Findings[0]
	f.Was, f.Verdict, f.Severity, f.Reason = f.Verdict, transcript.NotComparable, transcript.Note, "Disputed: a model reads these words otherwise. By the rules: "+f.Reason
	heard := seen(transcript.Specificity, second.Applicant, "many things")
	heard.Rule, heard.Severity, heard.By, heard.Reason = "heard", transcript.Note, "small", "A model hears these words as less specific than the rules do."
	second.Findings = append(second.Findings, heard)
	second.Suggestion = &transcript.Suggestion{Text: "About forty-seven thousand.", By: "small"}
	t.Hearing = &transcript.Hearing{Model: "small", Prompt: 1, Passes: 2, Rules: t.Grades, Decision: transcript.Refused,
		Proposals: []transcript.Proposal{
			{Turn: 1, Kind: transcript.HeardMisread, Quote: "My uncle", Fate: transcript.Taken},
			{Turn: 1, Kind: transcript.HeardClaim, Field: "f1.cost_year1", Value: "uncle", Quote: "My uncle", Verdict: transcript.Contradiction, Fate: transcript.Disputed},
			{Turn: 2, Kind: transcript.HeardLabel, Criterion: transcript.Specificity, Way: transcript.Down, Quote: "many things", Fate: transcript.Taken},
			{Turn: 2, Kind: transcript.HeardLabel, Criterion: transcript.Directness, Way: transcript.Down, Quote: "It depends", Fate: transcript.Disputed},
			{Turn: 2, Kind: transcript.HeardLabel, Criterion: transcript.Composure, Way: transcript.Up, Quote: "It depends", Fate: transcript.Unchanged}},
		Dropped: []transcript.Dropped{{Reason: "no such words in the answer", Count: 3}}}
	return t
}

// Who did what stands on the page and in the forms to take along.
func TestTranscriptSaysWhatAModelDid(t *testing.T) {
	s := renderTranscript(t, transcript.F1, listened(), "")
	s.check()
	var text bytes.Buffer
	if err := Export(&text, listened(), "text"); err != nil {
		t.Fatal(err)
	}
	printed := strings.Join(strings.Fields(text.String()), " ")
	for _, want := range []string{
		"orded by small, wording 2.", "Disputed: a model reads these words otherwise.", "eard by small", "as small words it",
		"Not settled, and not counted: a model hears “It depends” as directness, one band down.",
		"Not settled, and not counted: a model hears “My uncle” as Cost of the first year: conflict.",
		"The model proposed 8. Counted: 2. Without effect: 1. Not settled: 2. Dropped: no such words in the answer (3).",
	} {
		if page := words(s.root); !strings.Contains(page, want) {
			t.Errorf("the page does not say %q", want)
		}
		if !strings.Contains(printed, want) {
			t.Errorf("the text does not say %q", want)
		}
	}
	for h, want := range map[*transcript.Hearing]string{
		nil: "", {Passes: 2}: "The model proposed nothing.",
		{Passes: 1, Dropped: []transcript.Dropped{{Reason: "no such words in the answer", Count: 1}}}: "The model was asked once and proposed 1. Dropped: no such words in the answer (1).",
	} {
		if got := hearingText(h); got != want {
			t.Errorf("%+v: %q, want %q", h, got, want)
		}
	}
}
