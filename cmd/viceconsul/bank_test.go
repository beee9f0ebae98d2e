package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestBankCommands(t *testing.T) {
	for _, tt := range []struct {
		args []string
		want []string
	}{
		{[]string{"bank", "list", "--format", "text"}, []string{"C01", "F27", "HP30"}},
		{[]string{"bank", "list", "--topic", "f.fund", "--format", "text"}, []string{"F28"}},
		{[]string{"bank", "lint"}, []string{"no faults: 63 topics, 415 questions"}},
		{[]string{"bank", "search", "--category", "F-1", "--format", "text", "who", "pays", "for", "university"}, []string{"F27"}},
		{[]string{"bank", "show", "F27"}, []string{"Who is paying for your studies?", "finance.sponsors", "f.fund"}},
		{[]string{"bank", "show", "f.fund"}, []string{"F28", "red flag"}},
	} {
		code, out, errs := ran(t, "", tt.args...)
		if code != exitFine {
			t.Errorf("%v: exit %d: %s", tt.args, code, errs)
		}
		for _, want := range tt.want {
			if !strings.Contains(out, want) {
				t.Errorf("%v: no %q in:\n%s", tt.args, want, out)
			}
		}
	}
}

func TestBankListIsDataOffATerminal(t *testing.T) {
	_, out, _ := ran(t, "", "bank", "list")
	var all []listedQuestion
	if err := json.Unmarshal([]byte(out), &all); err != nil || len(all) != 415 {
		t.Errorf("%d questions, %v; want 415 as JSON", len(all), err)
	}
}

func TestBankRefusals(t *testing.T) {
	for _, args := range [][]string{
		{"bank", "show", "Z99"},
		{"bank", "list", "--category", "Z-9"},
		{"bank", "list", "--topic", "z.none"},
		{"bank", "search", "--limit", "0", "who", "pays"},
	} {
		if code, _, errs := ran(t, "", args...); code != exitUnusable || errs == "" {
			t.Errorf("%v: exit %d, err %q; want exit 2 and a reason", args, code, errs)
		}
	}
}

func TestBankLintNamesEveryFault(t *testing.T) {
	dir := t.TempDir()
	broken := "group: F\ntitle: Students\ntopics:\n  - id: f.fund\n    title: Funding\n    applies_to: [F9]\n    questions:\n      - {id: F1, type: closed, fields: [f1.shcool]}\n"
	if err := os.WriteFile(filepath.Join(dir, "f.yaml"), []byte(broken), 0o600); err != nil {
		t.Fatal(err)
	}
	code, _, errs := ran(t, "", "bank", "lint", dir)
	if code != exitUnusable {
		t.Errorf("exit %d, want %d", code, exitUnusable)
	}
	for _, want := range []string{"f.yaml:6", "F9", "f.yaml:8", "f1.shcool", "faults"} {
		if !strings.Contains(errs, want) {
			t.Errorf("no %q in:\n%s", want, errs)
		}
	}
}
