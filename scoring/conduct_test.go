package scoring

import (
	"bufio"
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/viceconsul/viceconsul/interview/transcript"
	"github.com/viceconsul/viceconsul/questionbank"
)

// A behaviour is a labelled answer: the cause that lies in how its applicant behaves,
// "" for none.
type behaviour struct {
	Batch    int                 `json:"batch"`
	Category transcript.Category `json:"category"`
	Officer  string              `json:"officer"`
	Answer   string              `json:"answer"`
	Before   string              `json:"before"` // the officer's line this was said to before
	Cause    questionbank.Cause  `json:"cause"`
	Heard    *questionbank.Cause `json:"heard"` // how it is heard, where that is still another way
}

func behaviours(t testing.TB) []behaviour {
	t.Helper()
	file, err := os.Open("testdata/conduct.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	var all []behaviour
	for lines := bufio.NewScanner(file); lines.Scan(); {
		var b behaviour
		if err := json.Unmarshal(lines.Bytes(), &b); err != nil {
			t.Fatalf("%s: %v", lines.Text(), err)
		}
		all = append(all, b)
	}
	return all
}

// heard judges a labelled answer and gives the cause if it lies in conduct.
func (b behaviour) heard(t testing.TB) questionbank.Cause {
	c := NewCase(embedded(t), b.Category, transcript.Profile{}, "2026-11-20")
	var before []Judged
	if b.Before != "" {
		before = append(before, c.Judge(transcript.Turn{Officer: b.Before, Applicant: b.Answer}, nil))
	}
	got := c.Judge(transcript.Turn{Officer: b.Officer, Applicant: b.Answer}, before).Cause
	if !got.OfConduct() {
		return ""
	}
	return got
}

// TestConduct holds how labelled answers are heard.
func TestConduct(t *testing.T) {
	for _, b := range behaviours(t) {
		want := b.Cause
		if b.Heard != nil {
			want = *b.Heard
		}
		if got := b.heard(t); got != want {
			t.Errorf("batch %d: %s %q %q: %q, want %q", b.Batch, b.Category, b.Officer, b.Answer, got, want)
		}
	}
}

// TestApplicantsAreCivil reads labelled answers of ordinary interviews: an
// officer would have nothing to say to how any of them behaves, but that some do not
// know or ask back.
func TestApplicantsAreCivil(t *testing.T) {
	files, err := filepath.Glob("testdata/labelled/*.jsonl")
	if err != nil || len(files) == 0 {
		t.Fatalf("no labelled answers: %v", err)
	}
	asks := map[questionbank.Cause]int{}
	for _, name := range files {
		for _, one := range civil(t, name) {
			c := NewCase(embedded(t), transcript.J1Research, one.Profile, one.Date)
			got := c.Judge(transcript.Turn{Question: one.Question, Officer: one.Officer, Applicant: one.Answer}, nil).Cause
			switch {
			case got == questionbank.Unknown || got == questionbank.QuestionBack:
				asks[got]++
			case got.OfConduct():
				t.Errorf("%s: %s is heard as %s", name, one.ID, got)
			}
		}
	}
	if asks[questionbank.QuestionBack] > 6 {
		t.Errorf("%d answers are heard as questions back, want 6 at most", asks[questionbank.QuestionBack])
	}
}

type civilAnswer struct {
	ID, Officer, Question, Answer, Date string
	Profile                             transcript.Profile
}

func civil(t testing.TB, name string) []civilAnswer {
	t.Helper()
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var all []civilAnswer
	for line := range bytes.Lines(text) {
		var one civilAnswer
		if err := json.Unmarshal(line, &one); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		all = append(all, one)
	}
	return all
}
