package scoring

import (
	"bufio"
	"encoding/json"
	"os"
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
