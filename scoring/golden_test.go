package scoring

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"github.com/viceconsul/viceconsul/interview/transcript"
	"github.com/viceconsul/viceconsul/questionbank"
)

var update = flag.Bool("update", false, "rewrite the golden interviews")

// TestGoldenInterviews grades every story of testdata and compares what the grader
// says with what was reviewed.
func TestGoldenInterviews(t *testing.T) {
	for _, name := range goldenFiles(t) {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			ar, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			got := graded(t, goldenTranscript(t, ar))
			want := map[string]string{"findings": findingsText(got), "grades": gradesText(got), "outcome": outcomeText(got)}
			if *update {
				rewrite(t, name, ar, want)
				return
			}
			for section, text := range want {
				if diff := cmp.Diff(fileOf(ar, section), text); diff != "" {
					t.Errorf("%s (-reviewed +graded):\n%s", section, diff)
				}
			}
		})
	}
}

// TestH1BHasNoTies holds every H-1B story to the law: no word about ties or going
// home in anything the grader puts out.
func TestH1BHasNoTies(t *testing.T) {
	banned := regexp.MustCompile(`(?i)\bties?\b|return(s|ing)? home|home country|residence abroad|214\(b\)`)
	seen := 0
	for _, name := range goldenFiles(t) {
		ar, err := txtar.ParseFile(name)
		if err != nil {
			t.Fatal(err)
		}
		in := goldenTranscript(t, ar)
		if in.Category.HasTies() {
			continue
		}
		seen++
		out, err := json.Marshal(graded(t, in))
		if err != nil {
			t.Fatal(err)
		}
		if at := banned.FindIndex(out); at != nil {
			t.Errorf("%s: the output says %q in: …%s…", name, out[at[0]:at[1]], out[max(0, at[0]-60):min(len(out), at[1]+60)])
		}
	}
	if seen < 3 {
		t.Errorf("%d H-1B stories, want at least 3", seen)
	}
}

// goldenFiles are the stories of testdata: the archives with a script.
func goldenFiles(t testing.TB) []string {
	t.Helper()
	all, err := filepath.Glob("testdata/*.txtar")
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, name := range all {
		ar, err := txtar.ParseFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if fileOf(ar, "script") != "" {
			names = append(names, name)
		}
	}
	if len(names) == 0 {
		t.Fatal("testdata holds no golden interviews")
	}
	return names
}

func graded(t testing.TB, in transcript.Transcript) transcript.Transcript {
	t.Helper()
	out, err := Grade(embedded(t), in)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func embedded(t testing.TB) *questionbank.Bank {
	t.Helper()
	bank, err := questionbank.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	return bank
}

// goldenTranscript reads a story: profile.json, and a script of lines that begin
// with who speaks. An officer's line may name its question; "follow_up", "probe"
// and "remark" speak for the officer too.
func goldenTranscript(t testing.TB, ar *txtar.Archive) transcript.Transcript {
	t.Helper()
	var in transcript.Transcript
	if err := json.Unmarshal([]byte(fileOf(ar, "profile.json")), &in.Profile); err != nil {
		t.Fatal(err)
	}
	category, ok := in.Profile.Declared("application.visa_category")
	if !ok {
		t.Fatal("profile.json declares no application.visa_category")
	}
	in.Category = transcript.Category(category.Value.Text)
	if date, ok := in.Profile.Declared("application.interview_date"); ok {
		in.InterviewDate = date.Text
	}
	for line := range strings.Lines(fileOf(ar, "script")) {
		who, text, _ := strings.Cut(strings.TrimSpace(line), " ")
		text = strings.TrimSpace(text)
		switch who {
		case "":
		case "applicant":
			in.Turns[len(in.Turns)-1].Applicant = text
		default:
			turn := transcript.Turn{Kind: transcript.Kind(who)}
			if who == "officer" {
				turn.Kind = transcript.Question
			}
			turn.Question, turn.Officer = questionID(text)
			in.Turns = append(in.Turns, turn)
		}
	}
	return in
}

var idForm = regexp.MustCompile(`^([A-Z]{1,2}\d{2})\s+`)

func questionID(text string) (id, line string) {
	if m := idForm.FindStringSubmatch(text); m != nil {
		return m[1], text[len(m[0]):]
	}
	return "", text
}

func fileOf(ar *txtar.Archive, name string) string {
	for _, f := range ar.Files {
		if f.Name == name {
			return string(f.Data)
		}
	}
	return ""
}

func rewrite(t testing.TB, name string, ar *txtar.Archive, sections map[string]string) {
	t.Helper()
	files := ar.Files[:0:0]
	for _, f := range ar.Files {
		if _, ok := sections[f.Name]; !ok {
			files = append(files, f)
		}
	}
	for _, section := range []string{"findings", "grades", "outcome"} {
		files = append(files, txtar.File{Name: section, Data: []byte(sections[section])})
	}
	ar.Files = files
	if err := os.WriteFile(name, txtar.Format(ar), 0o644); err != nil {
		t.Fatal(err)
	}
}

// findingsText lists every turn with its bands, and what lowered them or compares
// with the profile; notes on what was right are left out.
func findingsText(tr transcript.Transcript) string {
	var b strings.Builder
	for _, turn := range tr.Turns {
		fmt.Fprintf(&b, "turn %d  %s\n", turn.N, bandsText(turn.Bands))
		for _, f := range turn.Findings {
			decides := f.Criterion == transcript.Consistency || f.Criterion == transcript.Risk
			if f.Severity == transcript.Note && !decides {
				continue
			}
			fmt.Fprintf(&b, "        %s %s %s", f.Rule, f.Severity, f.Verdict)
			if f.Field != "" {
				fmt.Fprintf(&b, "  %s", f.Field)
			}
			fmt.Fprintf(&b, "  %q\n            %s\n", f.Span.Text, f.Reason)
		}
		if s := turn.Suggestion; s != nil {
			fmt.Fprintf(&b, "        suggestion %q uses %v missing %v\n", s.Text, s.Uses, s.Missing)
		}
	}
	return b.String()
}

func bandsText(bands *transcript.Bands) string {
	var parts []string
	for _, c := range []transcript.Criterion{transcript.Brevity, transcript.Directness, transcript.Specificity,
		transcript.Consistency, transcript.TieStrength, transcript.Fit, transcript.Composure} {
		mark := bands.Of(c)
		if mark.Exists() {
			parts = append(parts, string(c)+" "+markText(mark))
		}
	}
	return strings.Join(parts, "  ")
}

func markText(m transcript.Mark) string {
	if n, ok := m.Value(); ok {
		return fmt.Sprint(n)
	}
	return "-"
}

func gradesText(tr transcript.Transcript) string {
	g := tr.Grades
	var b strings.Builder
	for _, m := range []struct {
		name string
		mark transcript.Mark
	}{{"brevity", g.Brevity}, {"directness", g.Directness}, {"specificity", g.Specificity}, {"consistency", g.Consistency},
		{"ties", g.Ties}, {"fit", g.Fit}, {"composure", g.Composure}, {"overall", g.Overall}} {
		if m.mark.Exists() {
			fmt.Fprintf(&b, "%-12s %s\n", m.name, markText(m.mark))
		}
	}
	fmt.Fprintf(&b, "%-12s %s\n", "letter", g.Letter)
	if g.Capped != "" {
		fmt.Fprintf(&b, "%-12s %s\n", "capped", g.Capped)
	}
	if tr.Ties != nil {
		for _, e := range tr.Ties.Evidence {
			fmt.Fprintf(&b, "tie          turn %d  %s %.1f  %q\n", e.Turn, e.Kind, e.Strength, e.Span.Text)
		}
		for _, path := range tr.Ties.Unused {
			fmt.Fprintf(&b, "unused       %s\n", path)
		}
	}
	return b.String()
}

func outcomeText(tr transcript.Transcript) string {
	o := tr.Outcome
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n%s\n", strings.TrimSpace(string(o.Decision)+" "+o.Ground), o.Line)
	for _, at := range o.Because {
		f := tr.Turns[at.Turn-1].Findings[at.Finding]
		fmt.Fprintf(&b, "because      turn %d  %s  %q\n", at.Turn, f.Rule, f.Span.Text)
	}
	for _, line := range o.Next {
		fmt.Fprintf(&b, "next         %s\n", line)
	}
	return b.String()
}
