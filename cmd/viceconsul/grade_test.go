package main

import (
	"bytes"
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/viceconsul/viceconsul/interview/transcript"
)

// ran runs the program as a shell would and returns what it printed.
func ran(t *testing.T, in string, args ...string) (code int, out, err string) {
	t.Helper()
	var o, e bytes.Buffer
	code = run(t.Context(), args, streams{in: strings.NewReader(in), out: &o, err: &e})
	return code, o.String(), e.String()
}

func TestGradeEachCategory(t *testing.T) {
	for _, tt := range []struct {
		file     string
		decision transcript.Decision
	}{
		{file: "b2.json", decision: transcript.Issued},
		{file: "f1.json", decision: transcript.Refused},
		{file: "j1.json", decision: transcript.Issued},
		{file: "h1b.json", decision: transcript.Issued},
	} {
		t.Run(tt.file, func(t *testing.T) {
			code, out, errs := ran(t, "", "grade", "testdata/"+tt.file)
			if code != exitFine || errs != "" {
				t.Fatalf("grade: exit %d, %s", code, errs)
			}
			graded, err := transcript.ReadTranscript([]byte(out))
			if err != nil {
				t.Fatalf("the output is no transcript: %v", err)
			}
			if graded.Outcome.Decision != tt.decision || !graded.Outcome.Practice {
				t.Errorf("outcome = %+v, want %s as practice", *graded.Outcome, tt.decision)
			}
			for _, turn := range graded.Turns {
				if turn.Bands == nil || turn.Topic == "" {
					t.Errorf("turn %d has no bands or no topic", turn.N)
				}
			}
		})
	}
}

func TestGradeNamesBothSponsors(t *testing.T) {
	_, out, _ := ran(t, "", "grade", "testdata/f1.json")
	graded, err := transcript.ReadTranscript([]byte(out))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range graded.Turns[0].Findings {
		if f.Verdict == transcript.Contradiction && strings.Contains(f.Declared, "father") && strings.Contains(f.Heard, "uncle") {
			return
		}
	}
	t.Errorf("findings of turn 1 = %+v, want a contradiction of father and uncle", graded.Turns[0].Findings)
}

func TestGradeKeepsTheGoodAndNamesTheBad(t *testing.T) {
	code, out, errs := ran(t, "", "grade", "--format", "jsonl", "testdata/five.jsonl")
	if code != exitUnusable {
		t.Errorf("exit %d, want %d", code, exitUnusable)
	}
	if got := strings.Count(out, "\n"); got != 3 {
		t.Errorf("%d graded, want 3:\n%s", got, out)
	}
	for _, want := range []string{"testdata/five.jsonl:2: ", "f1.shcool", "f1.school", "testdata/five.jsonl:4: "} {
		if !strings.Contains(errs, want) {
			t.Errorf("standard error does not name %q:\n%s", want, errs)
		}
	}
	if strings.Contains(errs, "uncle") {
		t.Errorf("standard error repeats an applicant's words:\n%s", errs)
	}
}

func TestGradeReadsStandardInput(t *testing.T) {
	data, err := os.ReadFile("testdata/h1b.json")
	if err != nil {
		t.Fatal(err)
	}
	code, out, errs := ran(t, string(data), "grade", "--format", "text", "-")
	if code != exitFine || !strings.Contains(out, "H-1B") {
		t.Errorf("exit %d, out %q, err %q", code, out, errs)
	}
	if strings.Contains(strings.ToLower(out), "ties") {
		t.Errorf("an H-1B transcript speaks of ties:\n%s", out)
	}
}

func TestGradeNamesTheLine(t *testing.T) {
	pretty := `{
  "category": "F-1",
  "profile": {},
  "turns": [
    {"officer": "Why this university?", "applicant": "It is near."},
    {"officer": "Who pays?", "applicant": 7}
  ]
}`
	for name, tt := range map[string]struct{ in, want string }{
		"wrong type":    {pretty, "-:6: "},
		"not JSON":      {"{\n\"category\": F-1\n}", "-:2: "},
		"nothing":       {"", "-:1: "},
		"a bare list":   {"[1, 2]", "-:1: "},
		"no category":   {`{"turns":[]}`, "-:1: "},
		"unknown field": {"{\"category\":\"F-1\",\n\"trns\":[]}", "-:2: "},
	} {
		t.Run(name, func(t *testing.T) {
			code, out, errs := ran(t, tt.in, "grade", "-")
			if code != exitUnusable || out != "" || !strings.HasPrefix(errs, tt.want) {
				t.Errorf("exit %d, out %q, err %q; want exit 2 and %q", code, out, errs, tt.want)
			}
		})
	}
}

func TestGradeNamesTheLimit(t *testing.T) {
	good, err := os.ReadFile("testdata/h1b.json")
	if err != nil {
		t.Fatal(err)
	}
	var line bytes.Buffer
	if err := json.Compact(&line, good); err != nil {
		t.Fatal(err)
	}
	code, _, errs := ran(t, line.String()+"\n{"+strings.Repeat(" ", transcript.MaxRecord)+"}\n", "grade", "-")
	if code != exitUnusable || !strings.Contains(errs, "-:2: ") || !strings.Contains(errs, "16 MB") {
		t.Errorf("exit %d, err %q; want exit 2, line 2 and the limit", code, errs)
	}
}

func TestGradeMissingFile(t *testing.T) {
	code, _, errs := ran(t, "", "grade", "testdata/absent.json")
	if code != exitUnusable || !strings.Contains(errs, "absent.json") {
		t.Errorf("exit %d, err %q", code, errs)
	}
}

func TestUsage(t *testing.T) {
	for _, args := range [][]string{{"--help"}, {"serve", "--help"}, {"grade", "--help"}} {
		if code, out, _ := ran(t, "", args...); code != exitFine || !strings.Contains(out, "Usage") {
			t.Errorf("%v: exit %d, out %q", args, code, out)
		}
	}
	for _, args := range [][]string{{"grade"}, {"dance"}, {"serve", "--listen", "nowhere"}, {"interview", "--category", "Z-9"}} {
		if code, _, errs := ran(t, "", args...); code != exitUnusable || errs == "" {
			t.Errorf("%v: exit %d, err %q; want exit 2 and a reason", args, code, errs)
		}
	}
}
