package interview

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"github.com/viceconsul/viceconsul/interview/transcript"
)

var update = flag.Bool("update", false, "write the golden interviews anew")

// A golden interview is a story: who applies (setup, profile.json), what they
// answer (answers), and how the officer led the interview (interview). Answers are
// given by question ID, topic or kind of line, or by "*" for all else; those above
// come first, and each but the last is given once.
func TestGolden(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no golden interviews: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			story, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			s := settings(t, part(story, "setup"))
			started := opened(s.category, profileOf(t, part(story, "profile.json")), s.temper, s.seed)
			got := told(rehearse(t, embedded(t), started, scripted(t, part(story, "answers"))))
			if *update {
				setPart(story, "interview", got)
				if err := os.WriteFile(file, txtar.Format(story), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			if diff := cmp.Diff(part(story, "interview"), got); diff != "" {
				t.Errorf("the interview went another way (-want +got):\n%s", diff)
			}
		})
	}
}

func part(story *txtar.Archive, name string) string {
	for _, f := range story.Files {
		if f.Name == name {
			return string(f.Data)
		}
	}
	return ""
}

func setPart(story *txtar.Archive, name, data string) {
	i := slices.IndexFunc(story.Files, func(f txtar.File) bool { return f.Name == name })
	if i < 0 {
		i = len(story.Files)
		story.Files = append(story.Files, txtar.File{Name: name})
	}
	story.Files[i].Data = []byte(data)
}

type setup struct {
	category transcript.Category
	temper   Temper
	seed     uint64
}

func settings(t *testing.T, text string) setup {
	t.Helper()
	words := strings.Fields(text)
	if len(words) != 3 {
		t.Fatalf("setup %q, want category, temper and seed", text)
	}
	seed, err := strconv.ParseUint(words[2], 10, 64)
	if err != nil {
		t.Fatalf("setup: %v", err)
	}
	return setup{transcript.Category(words[0]), Temper(words[1]), seed}
}

// scripted answers as the script says.
func scripted(t *testing.T, script string) func(Asked) string {
	t.Helper()
	type line struct{ key, answer string }
	var lines []line
	for text := range strings.Lines(script) {
		key, answer, ok := strings.Cut(strings.TrimSpace(text), ": ")
		if !ok {
			t.Fatalf("answers: %q has no key", text)
		}
		lines = append(lines, line{key, answer})
	}
	return func(a Asked) string {
		for i, l := range lines {
			if l.key == "*" || l.key == a.Topic || l.key == string(a.Kind) || l.key == a.Question && opensQuestion(a.Kind) {
				if i < len(lines)-1 {
					lines = slices.Delete(lines, i, i+1)
				}
				return l.answer
			}
		}
		return ""
	}
}

// told writes an interview down for people to review.
func told(r rehearsal) string {
	var b strings.Builder
	for i, l := range r.lines() {
		fmt.Fprintf(&b, "%d %s %s %s\n  officer    %s\n  because    %s\n", l.Turn, l.Kind, l.Topic, l.Question, l.Text, l.Reason)
		if i < len(r.last.judged) {
			j := r.last.judged[i]
			fmt.Fprintf(&b, "  applicant  %s\n", j.Turn.Applicant)
			if j.Cause != "" {
				fmt.Fprintf(&b, "  cause      %s\n", j.Cause)
			}
		}
	}
	o := r.sealed.Outcome
	fmt.Fprintf(&b, "%s %s\n  officer    %s\n", o.Decision, o.Ground, o.Line)
	return b.String()
}
