package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// profileFile writes a profile for --profile.
func profileFile(t *testing.T, profile string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "profile.json")
	if err := os.WriteFile(path, []byte(profile), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestInterviewInTheTerminal(t *testing.T) {
	for category, profile := range map[string]string{
		"b2":   `{"trip":{"purpose":"tourism","length_of_stay":"3 weeks","payer":"self"}}`,
		"f1":   `{"f1":{"school":"Example State University"},"finance":{"sponsors":["father, civil engineer"]}}`,
		"J-1":  `{"j1":{"host":"Example University"}}`,
		"H-1B": `{"h1b":{"petitioner":"Example Analytics Inc.","job_title":"Data Engineer","worksites":["Plano, TX"]}}`,
	} {
		t.Run(category, func(t *testing.T) {
			typed := strings.Repeat("My father pays; he is an engineer.\n/repeat\n", 45)
			code, out, errs := ran(t, typed, "interview", "--category", category, "--seed", "7", "--profile", profileFile(t, profile))
			if code != exitFine {
				t.Fatalf("exit %d: %s", code, errs)
			}
			if n := strings.Count(out, "Officer: "); n < 4 {
				t.Errorf("the officer spoke %d times:\n%s", n, out)
			}
			if !strings.Contains(strings.ToLower(out), "practice") {
				t.Errorf("the transcript is not marked as practice:\n%s", out)
			}
		})
	}
}

func TestInterviewEndsWithTheInput(t *testing.T) {
	code, out, errs := ran(t, "Example State University.\n", "interview", "--category", "f1", "--mode", "coach")
	if code != exitFine || !strings.Contains(strings.ToLower(out), "practice") {
		t.Errorf("exit %d, out %q, err %q", code, out, errs)
	}
}

func TestInterviewNamesEveryFaultOfAProfile(t *testing.T) {
	code, _, errs := ran(t, "", "interview", "--category", "f1", "--profile", profileFile(t, `{"f1":{"shcool":"X","start_date":"often"}}`))
	if code != exitUnusable {
		t.Errorf("exit %d, want %d", code, exitUnusable)
	}
	for _, want := range []string{"f1.shcool", "f1.school", "f1.start_date"} {
		if !strings.Contains(errs, want) {
			t.Errorf("no %q in:\n%s", want, errs)
		}
	}
}
