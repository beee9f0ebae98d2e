package web

import (
	"bytes"
	"errors"
	"net/http"
	"regexp"
	"strings"
	"testing"

	"github.com/viceconsul/viceconsul/interview/transcript"
)

var everyFormat = []string{"json", "jsonl", "text", "markdown", "html", "pdf"}

// graded is a small graded transcript of a category, with words that every format
// must carry unharmed.
func graded(c transcript.Category) transcript.Transcript {
	answer := `My <b>uncle</b> *pays* | 100% – 日本 😀`
	t := transcript.Transcript{
		Category: c, InterviewDate: "2027-06-10", Rubric: "2026.1", Grader: &transcript.Grader{Mode: "rules"},
		Turns: []transcript.Turn{{N: 1, Officer: "Who is paying?", Applicant: answer, Reason: "Asked because your funding leaves USD 9,000 open.", Findings: []transcript.Finding{{
			Rule: "payer", Criterion: transcript.Consistency, Verdict: transcript.Contradiction, Severity: transcript.High,
			Span: transcript.SpanOf(answer, 6, 11), Field: "finance.sponsors", Declared: "father", Heard: "uncle",
			Reason: "You said uncle; your declared sponsor is father.",
		}}, Suggestion: &transcript.Suggestion{Text: "My father, sir.", Uses: []string{"finance.sponsors"}}}},
		Grades: &transcript.Grades{
			Brevity: transcript.Marked(88), Consistency: transcript.Marked(40), Directness: transcript.NotTested,
			Overall: transcript.Marked(61), Letter: "D", Capped: "A high-severity conflict caps the grade.",
		},
		Outcome: &transcript.Outcome{Decision: transcript.Refused, Line: "I cannot approve this today.",
			Because: []transcript.Because{{Turn: 1, Finding: 0}, {Turn: 9}}, Next: []string{"Decide which is true."}, Practice: true},
	}
	if c.HasTies() {
		t.Grades.Ties, t.Grades.Fit = transcript.NotTested, transcript.NotTested
		t.Outcome.Ground = "214(b)"
		t.Ties = &transcript.Ties{Applicable: true, Evidence: []transcript.Evidence{{Kind: "job", Turn: 1, Span: transcript.SpanOf(answer, 0, 2)}}, Unused: []string{"finance.sponsors"}}
	} else {
		t.Grades.Fit = transcript.Marked(70)
	}
	return t
}

func export(t testing.TB, tr transcript.Transcript, format string) string {
	t.Helper()
	var b bytes.Buffer
	if err := Export(&b, tr, format); err != nil {
		t.Fatalf("Export %s: %v", format, err)
	}
	return b.String()
}

func TestExport(t *testing.T) {
	for _, format := range everyFormat {
		first := export(t, graded(transcript.F1), format)
		if again := export(t, graded(transcript.F1), format); again != first {
			t.Errorf("%s: the same transcript gives other bytes", format)
		}
		if format == "pdf" {
			if !strings.HasPrefix(first, "%PDF-") || !strings.HasSuffix(strings.TrimSpace(first), "%%EOF") {
				t.Errorf("pdf is none: %.20q", first)
			}
			continue
		}
		for _, want := range []string{"Who is paying?", "Asked because your funding leaves USD 9,000 open.", "You said uncle; your declared sponsor is father.", "61"} {
			if !strings.Contains(first, want) {
				t.Errorf("%s lacks %q:\n%s", format, want, first)
			}
		}
	}
	for format, want := range map[string]string{
		"text":     "You:     My <b>uncle</b> *pays* | 100% – 日本 😀",
		"markdown": `**You:** My \<b\>uncle\</b\> \*pays\* \| 100% – 日本 😀`,
		"html":     "My &lt;b&gt;uncle&lt;/b&gt; *pays* | 100% – 日本 😀",
	} {
		if got := export(t, graded(transcript.F1), format); !strings.Contains(got, want) {
			t.Errorf("%s lacks %q:\n%s", format, want, got)
		}
	}
	if err := Export(&bytes.Buffer{}, graded(transcript.F1), "docx"); !errors.Is(err, transcript.ErrInvalid) {
		t.Errorf("Export as docx: %v, want ErrInvalid", err)
	}
	if got := export(t, graded(transcript.F1), "jsonl"); strings.Count(got, "\n") != 1 {
		t.Errorf("jsonl is not one line: %q", got)
	}
}

// tiesSaid finds the word that does not exist in H-1B.
var tiesSaid = regexp.MustCompile(`(?i)\bties?\b|214\(b\)|residence abroad`)

// In H-1B no export holds a word about ties; elsewhere the test would notice one.
func TestExportH1BHasNoTies(t *testing.T) {
	for _, format := range everyFormat {
		if format == "pdf" {
			continue // its text is compressed and encoded by glyph; it is printed from the same report
		}
		if found := tiesSaid.FindString(export(t, graded(transcript.H1B), format)); found != "" {
			t.Errorf("%s of an H-1B transcript says %q", format, found)
		}
		if tiesSaid.FindString(export(t, graded(transcript.F1), format)) == "" {
			t.Errorf("%s of an F-1 transcript says nothing about ties: the test is blind", format)
		}
	}
	for _, p := range reportOf(graded(transcript.H1B)) {
		if tiesSaid.MatchString(p.text) {
			t.Errorf("the report of an H-1B transcript says %q", p.text)
		}
	}
}

// A whole H-1B interview over the socket, then every format of it.
func TestTranscriptFormats(t *testing.T) {
	h := openHouse(t)
	id, key := h.begin(t, `{"category":"H-1B","officer":{"seed":3}}`)
	bearer := "Authorization: Bearer " + key
	path := "/api/v1/interviews/" + id + "/transcript"
	h.send(t, "GET", path, "", bearer).problem(t, http.StatusNotFound, "not_graded")
	c, welcome := h.join(t, id, key)
	c.answer(openTurn(t, welcome), "I will design payment software for a bank in Ohio.")
	c.want("ack")
	c.say(`{"type":"end"}`)
	for c.next().Type != "graded" {
	}
	for _, test := range []struct{ suffix, accept, media string }{
		{"", "", "application/json"},
		{"", "*/*", "application/json"},
		{"", "text/markdown", "text/markdown; charset=utf-8"},
		{"", "application/pdf;q=0.5, text/html", "text/html; charset=utf-8"},
		{"", "application/*;q=0.1, application/pdf", "application/pdf"},
		{"", "text/*", "text/markdown; charset=utf-8"},
		{".json", "text/html", "application/json"},
		{".md", "", "text/markdown; charset=utf-8"},
		{".html", "", "text/html; charset=utf-8"},
		{".pdf", "", "application/pdf"},
	} {
		r := h.send(t, "GET", path+test.suffix, "", bearer, "Accept: "+test.accept)
		if got := r.Header.Get("Content-Type"); r.StatusCode != http.StatusOK || !strings.HasPrefix(got, strings.SplitN(test.media, ";", 2)[0]) || len(r.body) < 200 {
			t.Errorf("%s Accept %q: %d %s of %d bytes, want %s", test.suffix, test.accept, r.StatusCode, got, len(r.body), test.media)
		}
		if found := tiesSaid.Find(r.body); found != nil && test.media != "application/pdf" {
			t.Errorf("%s Accept %q of an H-1B interview says %q", test.suffix, test.accept, found)
		}
	}
	h.send(t, "GET", path, "", bearer, "Accept: image/png").problem(t, http.StatusNotAcceptable, "not_acceptable")
	h.send(t, "GET", path, "", bearer, "Accept: application/json;q=0").problem(t, http.StatusNotAcceptable, "not_acceptable")
}

func TestEscapeMarkdown(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"plain words.", "plain words."},
		{"1. May", `1\. May`},
		{"- no", `\- no`},
		{"a\n# b", `a \# b`},
		{"[x](javascript:y)", `\[x\](javascript:y)`},
		{"<script>", `\<script\>`},
	} {
		if got := escapeMarkdown(test.text); got != test.want {
			t.Errorf("escapeMarkdown(%q) = %q, want %q", test.text, got, test.want)
		}
	}
}

// No words make an export fail.
func FuzzExport(f *testing.F) {
	f.Add("My uncle, sir.", "Who pays?")
	f.Add("\u0000\uffff\U0001F600\u200f مرحبا", "a\r\nb")
	f.Fuzz(func(t *testing.T, answer, line string) {
		tr := graded(transcript.J1Physician)
		tr.Turns[0].Applicant, tr.Turns[0].Officer = answer, line
		tr.Turns[0].Findings[0].Span = transcript.SpanOf(answer, 0, len(answer))
		for _, format := range everyFormat {
			if format != "pdf" { // its fonts take too long to read; see TestExportPDFOddWords
				export(t, tr, format)
			}
		}
	})
}

// The PDF's fonts have no width for many characters; none of them may fail it.
func TestExportPDFOddWords(t *testing.T) {
	var every strings.Builder
	for r := rune(0); r <= 0x110000; r += 37 {
		every.WriteRune(r)
		if r%999 == 0 {
			every.WriteByte(' ')
		}
	}
	for _, words := range []string{"", " ", every.String(), strings.Repeat("x", 8000), strings.Repeat("日本", 4000), "a\u2028b\ufeff\u200d\U0001F469", "\xff\xfe"} {
		tr := graded(transcript.B2)
		tr.Turns[0].Applicant = words
		export(t, tr, "pdf")
	}
}

// A category shows the criterion of its own law only: fit is H-1B's, ties are not.
func TestExportsKeepToTheLaw(t *testing.T) {
	for c, foreign := range map[transcript.Category]string{transcript.F1: "Role and petition", transcript.H1B: "Ties"} {
		if text := export(t, graded(c), "text"); strings.Contains(text, foreign) {
			t.Errorf("%s: the export names %q", c, foreign)
		}
	}
}
