package web

import (
	"bytes"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/viceconsul/viceconsul/interview/transcript"
)

// planted is a graded F-1 interview with a swapped sponsor, a long answer and a
// good one.
func planted() transcript.Transcript {
	const payer, cost, back = "My uncle in New Jersey.", "It depends on many things, but about forty-seven thousand.", "I join my father's firm in Pune in June 2029."
	conflict := seen(transcript.Consistency, payer, "My uncle")
	conflict.Rule, conflict.Verdict, conflict.Severity = "payer", transcript.Contradiction, transcript.Medium
	conflict.Field, conflict.Declared, conflict.Heard = "finance.sponsors", "father", "my uncle"
	conflict.Reason = "You said your uncle pays; your declared sponsor is your father."
	late := seen(transcript.Brevity, cost, "It depends on many things, but")
	late.Severity, late.Reason = transcript.Low, "Six words stand before the number."
	agrees := seen(transcript.Consistency, cost, "about forty-seven thousand")
	agrees.Verdict, agrees.Severity, agrees.Field = transcript.Consistent, transcript.Note, "f1.cost_year1"
	agrees.Declared, agrees.Heard, agrees.Reason = "USD 47,000", "about forty-seven thousand", "It is the declared cost."
	return transcript.Transcript{
		Category: transcript.F1, InterviewDate: "2027-06-10", Rubric: "2026.1", Grader: &transcript.Grader{Mode: "rules"},
		Turns: []transcript.Turn{
			{N: 1, Officer: "Who is paying?", Applicant: payer, Reason: "Money is asked of every student.", Seconds: 3.1,
				Bands:    &transcript.Bands{Brevity: transcript.Marked(4), Consistency: transcript.Marked(0), Directness: transcript.Marked(4), Ties: transcript.NotTested},
				Findings: []transcript.Finding{conflict}, Suggestion: &transcript.Suggestion{Text: "My father.", Uses: []string{"finance.sponsors"}}},
			{N: 2, Officer: "What is the total cost?", Applicant: cost,
				Bands:    &transcript.Bands{Brevity: transcript.Marked(2), Consistency: transcript.Marked(4), Directness: transcript.Marked(3), Ties: transcript.NotTested},
				Findings: []transcript.Finding{late, agrees}},
			{N: 3, Officer: "What will you do afterwards?", Applicant: back,
				Bands: &transcript.Bands{Brevity: transcript.Marked(4), Consistency: transcript.Marked(4), Directness: transcript.Marked(4), Ties: transcript.Marked(4)}},
		},
		Grades: &transcript.Grades{Brevity: transcript.Marked(83), Consistency: transcript.Marked(40), Ties: transcript.Marked(100), Fit: transcript.NotTested,
			Directness: transcript.Marked(92), Specificity: transcript.NotTested, Composure: transcript.NotTested,
			Overall: transcript.Marked(52), Letter: "D", Capped: "A conflict on who pays holds the grade at 52."},
		Ties: &transcript.Ties{Applicable: true, Unused: []string{"ties.family_at_home"},
			Evidence: []transcript.Evidence{{Kind: "plan", Turn: 3, Span: transcript.SpanOf(back, 0, len(back)), Strength: 1}}},
		Outcome: &transcript.Outcome{Decision: transcript.Refused, Ground: "214(b)", Line: "I cannot approve your visa today.",
			Because: []transcript.Because{{Turn: 1, Finding: 0}}, Next: []string{"Decide who pays, and correct the form first."}, Practice: true},
	}
}

func renderTranscript(t *testing.T, category transcript.Category, graded transcript.Transcript, show string) sheet {
	t.Helper()
	r, err := loadRenderer()
	if err != nil {
		t.Fatal(err)
	}
	view := viewOf(category, graded, show)
	view.ID = "0198f1a0-7c5e-7b52-9d6c-2f1d3a4b5c6d"
	var b bytes.Buffer
	if err := r.Render(&b, "transcript.html", view, nil); err != nil {
		t.Fatal(err)
	}
	return parsePage(t, "transcript.html", b.Bytes())
}

// A reason that was found in two turns is said once, with both.
func TestTranscriptPageSaysAReasonOnce(t *testing.T) {
	graded := planted()
	graded.Turns[1].Findings = append(graded.Turns[1].Findings, graded.Turns[0].Findings[0])
	graded.Outcome.Because = append(graded.Outcome.Because, transcript.Because{Turn: 2, Finding: len(graded.Turns[1].Findings) - 1})
	view := viewOf(transcript.F1, graded, "")
	if len(view.Because) != 1 || !slices.Equal(view.Because[0].Turns, []int{1, 2}) {
		t.Errorf("because %+v, want one reason of turns 1 and 2", view.Because)
	}
	renderTranscript(t, transcript.F1, graded, "").check()
}

func TestTranscriptPage(t *testing.T) {
	s := renderTranscript(t, transcript.F1, planted(), "")
	s.check()
	var headings []string
	for _, h := range s.all("h2") {
		headings = append(headings, words(h))
	}
	const want = "Refused, 214(b); Best moment; First fix; Grade by criterion; Turn by turn; Heard and declared; Ties used, and declared but unused; Take it along"
	if got := strings.Join(headings, "; "); got != want {
		t.Errorf("headings\n got %s\nwant %s", got, want)
	}
	for _, mark := range s.all("mark") {
		if value(mark, "class") == "ev ev--consistency" && words(mark) == "My uncle" {
			return
		}
	}
	t.Error("the swapped sponsor is not marked")
}

func TestTranscriptPageNamesBothValues(t *testing.T) {
	s := renderTranscript(t, transcript.F1, planted(), "")
	turn := words(s.one("id", "t1"))
	for _, want := range []string{"Heard my uncle", "Declared father", "Consistency 0 of 4", "Conflict", "Profile is wrong", "Decide which is true", "Money is asked of every student"} {
		if !strings.Contains(turn, want) {
			t.Errorf("turn 1 reads %q, want %q in it", turn, want)
		}
	}
	if link := s.one("id", "t1-r1"); value(link, "href") != "#t1-n1" {
		t.Errorf("the words lead to %q, want their note", value(link, "href"))
	}
}

func TestTranscriptPageNotTestedIsNoGrade(t *testing.T) {
	s := renderTranscript(t, transcript.F1, planted(), "")
	if got := len(s.all("meter")); got != 4 {
		t.Errorf("%d meters, want one for each graded criterion: 4", got)
	}
	if text := words(s.all("main")[0]); !strings.Contains(text, "Not tested: Specificity, Composure.") {
		t.Errorf("page %q, want what was not tested in words", text)
	}
	empty := words(renderTranscript(t, transcript.F1, transcript.Transcript{Category: transcript.F1}, "").all("main")[0])
	if !strings.Contains(empty, "Overall grade: not tested") || strings.Contains(empty, " 0 of 100") {
		t.Errorf("page of an empty interview %q, want no grade", empty)
	}
}

func TestTranscriptFilters(t *testing.T) {
	for show, want := range map[string]string{"": "123", showConflicts: "1", showLong: "2", showTies: "3", "unknown": "123"} {
		got := ""
		view := viewOf(transcript.F1, planted(), show)
		for _, turn := range view.Turns {
			got += string(rune('0' + turn.Turn.N))
		}
		if got != want {
			t.Errorf("filter %q shows turns %s, want %s", show, got, want)
		}
	}
}

// shortSentences holds sentences to fifteen words.
func shortSentences(t *testing.T, text string) {
	t.Helper()
	for _, sentence := range sentenceEnd.Split(text, -1) {
		if n := len(strings.Fields(sentence)); n > 15 {
			t.Errorf("%d words in %q", n, sentence)
		}
	}
}

// What pages and exports say of every outcome, criterion and mode is plain.
func TestOwnSentencesArePlain(t *testing.T) {
	for _, c := range transcript.Categories() {
		for _, m := range meaningsFor(c) {
			shortSentences(t, m.Text)
		}
	}
	for _, c := range criteria {
		shortSentences(t, c.asks)
		shortSentences(t, c.fix)
	}
	for _, text := range modeWords {
		shortSentences(t, text)
	}
	shortSentences(t, practiceLine)
}

// Whatever a criterion or a comparison finds, the page says what to do next, in a whole
// sentence, and never to declare what is declared.
func TestEveryFindingHasANextStep(t *testing.T) {
	step := func(f transcript.Finding, band int) string {
		bands := &transcript.Bands{}
		if place := bands.Place(f.Criterion); place != nil {
			*place = transcript.Marked(band)
		}
		advice := adviceOn(f, bands)
		if len(advice) < len("Keep it.") || !strings.ContainsAny(advice[len(advice)-1:], ".?") {
			t.Errorf("%s in band %d, %s: the next step is %q", f.Criterion, band, f.Verdict, advice)
		}
		shortSentences(t, advice)
		return advice
	}
	for _, severity := range []transcript.Severity{transcript.Note, transcript.Low, transcript.Medium, transcript.High} {
		for _, c := range criteria {
			for band := range 5 {
				advice := step(transcript.Finding{Criterion: c.key, Severity: severity}, band)
				if (advice == "Keep it.") != (band == 4 && severity == transcript.Note && c.key != transcript.Risk) {
					t.Errorf("%s in band %d, %s: the next step is %q", c.key, band, severity, advice)
				}
			}
		}
		for verdict := range verdictWords {
			step(transcript.Finding{Criterion: transcript.Consistency, Severity: severity, Verdict: verdict}, 1)
			if advice := step(transcript.Finding{Criterion: transcript.Consistency, Severity: severity, Verdict: verdict, Declared: "father"}, 1); strings.HasPrefix(advice, "Declare") {
				t.Errorf("%s with a declared fact: the next step is %q", verdict, advice)
			}
		}
	}
}

func TestMoments(t *testing.T) {
	view := viewOf(transcript.F1, planted(), "")
	if view.Best == nil || view.Best.Turn != 3 {
		t.Errorf("best moment %+v, want turn 3", view.Best)
	}
	if view.Fix == nil || view.Fix.Turn != 1 || view.Fix.Advice == "" || view.Fix.Quote != "My uncle in New Jersey." {
		t.Errorf("first fix %+v, want what decided, in turn 1, with advice", view.Fix)
	}
	issued := planted()
	issued.Outcome = &transcript.Outcome{Decision: transcript.Issued}
	issued.Turns = issued.Turns[1:]
	if fix := viewOf(transcript.F1, issued, "").Fix; fix == nil || fix.Quote != "It depends on many things, but" {
		t.Errorf("first fix %+v, want the most severe finding", fix)
	}
	if v := viewOf(transcript.F1, transcript.Transcript{}, ""); v.Best != nil || v.Fix != nil {
		t.Errorf("an empty interview has moments %+v and %+v", v.Best, v.Fix)
	}
}

// tieWord matches what must never stand on a page of an H-1B interview.
var tieWord = regexp.MustCompile(`(?i)\b(ties?|home country|return home|go back to)\b`)

func TestTranscriptPageOfH1BHasNoWordAboutTies(t *testing.T) {
	graded := planted()
	graded.Category, graded.Ties = transcript.H1B, nil
	graded.Grades.Ties, graded.Grades.Fit = transcript.Mark{}, transcript.Marked(70)
	graded.Outcome.Ground = "petition questions"
	for i := range graded.Turns {
		graded.Turns[i].Bands.Ties, graded.Turns[i].Bands.Fit = transcript.Mark{}, transcript.Marked(3)
	}
	s := renderTranscript(t, transcript.H1B, graded, "")
	s.check()
	if found := tieWord.FindAllString(words(s.root), -1); found != nil {
		t.Errorf("the page says %q", found)
	}
	if text := words(s.one("aria-label", "Show turns")); !strings.Contains(text, "Role and petition 3") {
		t.Errorf("filters %q, want role and petition", text)
	}
}

func TestLongAnswersFold(t *testing.T) {
	graded := planted()
	graded.Turns[2].Applicant = strings.Repeat("word ", longAnswer)
	s := renderTranscript(t, transcript.F1, graded, "")
	for _, d := range s.all("details") {
		if value(d, "class") == "turn__fold" {
			return
		}
	}
	t.Error("a long answer does not fold")
}
