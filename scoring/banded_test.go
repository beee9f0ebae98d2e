package scoring

import (
	"bufio"
	"bytes"
	"encoding/json"
	"os"
	"testing"

	"github.com/viceconsul/viceconsul/interview/transcript"
)

// A banded answer is one the domain's own scale gives a band. Where the grader
// differs, Got is its band and Argued says why.
type banded struct {
	Criterion transcript.Criterion `json:"criterion"`
	Category  transcript.Category  `json:"category"`
	Question  string               `json:"question"`
	Profile   transcript.Profile   `json:"profile"`
	Answer    string               `json:"answer"`
	Band      int                  `json:"band"`
	Got       *int                 `json:"got,omitempty"`
	Argued    string               `json:"argued,omitempty"`
}

// Least parts of the banded answers that must agree exactly and within one band.
const (
	leastExact  = 0.88
	leastWithin = 0.97
)

func TestBandedAnswers(t *testing.T) {
	exact, within := map[transcript.Criterion]int{}, map[transcript.Criterion]int{}
	n, all, near := map[transcript.Criterion]int{}, 0, 0
	examples := bandedAnswers(t)
	for _, b := range examples {
		got := bandOfAnswer(t, b)
		want := b.Band
		if b.Got != nil {
			want = *b.Got
		}
		if got != want {
			t.Errorf("%s %s %s %q: band %d, want %d", b.Criterion, b.Category, b.Question, b.Answer, got, want)
		}
		if (b.Got != nil) != (b.Argued != "") || b.Got != nil && *b.Got == b.Band {
			t.Errorf("%s %q: a band that differs is argued, and no other", b.Question, b.Answer)
		}
		n[b.Criterion]++
		if got == b.Band {
			exact[b.Criterion]++
			all++
		}
		if got-b.Band <= 1 && b.Band-got <= 1 {
			within[b.Criterion]++
			near++
		}
	}
	for _, c := range append(criteria, transcript.Risk) {
		if n[c] > 0 {
			t.Logf("%-12s %2d answers, %2d exactly, %2d within one", c, n[c], exact[c], within[c])
			n[c] = 0
		}
	}
	t.Logf("%-12s %2d answers, %2d exactly, %2d within one", "all", len(examples), all, near)
	if part := float64(all) / float64(len(examples)); part < leastExact {
		t.Errorf("%.2f of the bands agree exactly, want %.2f", part, leastExact)
	}
	if part := float64(near) / float64(len(examples)); part < leastWithin {
		t.Errorf("%.2f of the bands agree within one, want %.2f", part, leastWithin)
	}
}

func bandedAnswers(t testing.TB) []banded {
	t.Helper()
	data, err := os.ReadFile("testdata/banded.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	var out []banded
	for lines := bufio.NewScanner(bytes.NewReader(data)); lines.Scan(); {
		var b banded
		if err := json.Unmarshal(lines.Bytes(), &b); err != nil {
			t.Fatalf("testdata/banded.jsonl: %v", err)
		}
		out = append(out, b)
	}
	return out
}

// bandOfAnswer is the band of the example's criterion, -1 for not tested. Risk has
// no band of its own: the gravest cap stands for it, high for 0, medium for 2.
func bandOfAnswer(t testing.TB, b banded) int {
	t.Helper()
	bank := embedded(t)
	q, ok := bank.Question(b.Question)
	if !ok {
		t.Fatalf("question %s is not in the bank", b.Question)
	}
	c := NewCase(bank, b.Category, b.Profile, "2027-04-22")
	j := c.Judge(transcript.Turn{Question: q.ID, Officer: q.Ask, Applicant: b.Answer}, nil)
	if b.Criterion == transcript.Risk {
		band := 4
		for _, f := range j.Turn.Findings {
			switch f.Severity {
			case transcript.High:
				band = 0
			case transcript.Medium:
				band = min(band, 2)
			}
		}
		return band
	}
	if band, ok := j.Turn.Bands.Of(b.Criterion).Value(); ok {
		return band
	}
	return -1
}
