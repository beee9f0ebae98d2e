package web

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/viceconsul/viceconsul/interview/transcript"
)

// seen is a finding of one criterion in the words of an answer.
func seen(c transcript.Criterion, answer, evidence string) transcript.Finding {
	at := strings.Index(answer, evidence)
	return transcript.Finding{Criterion: c, Span: transcript.SpanOf(answer, at, at+len(evidence))}
}

func note(f transcript.Finding) transcript.Finding {
	f.Severity = transcript.Note
	return f
}

func TestSegments(t *testing.T) {
	const answer = "My uncle in New Jersey pays."
	conflict := seen(transcript.Consistency, answer, "My uncle in New Jersey")
	conflict.Verdict = transcript.Contradiction
	for name, test := range map[string]struct {
		answer   string
		findings []transcript.Finding
		bands    *transcript.Bands
		want     []segment
	}{
		"no finding": {answer, nil, nil, []segment{{Text: answer}}},
		"one": {answer, []transcript.Finding{seen(transcript.Specificity, answer, "New Jersey")}, nil, []segment{
			{Text: "My uncle in "},
			{Text: "New Jersey", Marks: []string{"specificity"}, Notes: []int{1}},
			{Text: " pays."},
		}},
		"something good": {answer, []transcript.Finding{note(seen(transcript.Specificity, answer, "New Jersey"))}, &transcript.Bands{Specificity: transcript.Marked(4)}, []segment{
			{Text: "My uncle in "},
			{Text: "New Jersey", Marks: []string{kept}, Notes: []int{1}},
			{Text: " pays."},
		}},
		"overlap is split": {answer, []transcript.Finding{conflict, seen(transcript.Specificity, answer, "New Jersey pays")}, nil, []segment{
			{Text: "My uncle in ", Marks: []string{"consistency"}},
			{Text: "New Jersey", Marks: []string{"consistency", "specificity"}, Notes: []int{1}},
			{Text: " pays", Marks: []string{"specificity"}, Notes: []int{2}},
			{Text: "."},
		}},
		"the whole answer is not underlined": {answer, []transcript.Finding{seen(transcript.Brevity, answer, answer)}, nil, []segment{
			{Text: answer, Notes: []int{1}},
		}},
		"an answer that is one false fact is": {"Never.", []transcript.Finding{{
			Criterion: transcript.Consistency, Verdict: transcript.Contradiction, Span: transcript.SpanOf("Never.", 0, 6)}}, nil, []segment{
			{Text: "Never.", Marks: []string{"consistency"}, Notes: []int{1}},
		}},
		"something missing stands at the end": {answer, []transcript.Finding{{Criterion: transcript.Specificity}}, nil, []segment{
			{Text: answer, Notes: []int{1}},
		}},
		"a span outside the answer": {"Sí.", []transcript.Finding{{Span: transcript.Span{Start: 2, End: 40}}}, nil, []segment{
			{Text: "Sí.", Notes: []int{1}},
		}},
		"no answer": {"", []transcript.Finding{{Criterion: transcript.Directness}}, nil, []segment{{Notes: []int{1}}}},
	} {
		t.Run(name, func(t *testing.T) {
			if diff := cmp.Diff(test.want, segments(test.answer, test.findings, test.bands)); diff != "" {
				t.Errorf("segments(%q) (-want +got):\n%s", test.answer, diff)
			}
		})
	}
}

// Whatever the findings, the pieces are the answer, and each note is referred to
// once.
func TestSegmentsKeepTheAnswer(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		answer := rapid.String().Draw(t, "answer")
		findings := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) transcript.Finding {
			start, end := rapid.IntRange(-2, len(answer)+2).Draw(t, "start"), rapid.IntRange(-2, len(answer)+2).Draw(t, "end")
			return transcript.Finding{Criterion: transcript.Brevity, Span: transcript.Span{Start: start, End: end}}
		}), 0, 6).Draw(t, "findings")
		text, notes := "", []int(nil)
		for _, piece := range segments(answer, findings, nil) {
			text += piece.Text
			notes = append(notes, piece.Notes...)
			if utf8.ValidString(answer) && !utf8.ValidString(piece.Text) {
				t.Fatalf("piece %q is cut inside a letter", piece.Text)
			}
		}
		slices.Sort(notes)
		want := make([]int, len(findings))
		for i := range want {
			want[i] = i + 1
		}
		if text != answer || !slices.Equal(notes, want) && len(want) > 0 {
			t.Fatalf("segments(%q, %v): text %q, notes %v, want all of it and each of %v", answer, findings, text, notes, want)
		}
	})
}

func TestQuote(t *testing.T) {
	long := strings.Repeat("word ", 60)
	if got := quote("  My\n father. "); got != "My father." {
		t.Errorf("quote of a short answer: %q", got)
	}
	if got := quote(long); utf8.RuneCountInString(got) > quoteLetters+2 || !strings.HasSuffix(got, "word …") {
		t.Errorf("quote of a long answer: %q", got)
	}
}
