package speech

import (
	"fmt"
	"strings"
	"testing"
)

// Every name, number, date and negation is doubtful, and what the engine was not sure of.
func TestDoubts(t *testing.T) {
	for _, test := range []struct{ heard, want string }{
		{"My father pays.", ""},
		{"It costs thirty thousand dollars.", "number: thirty thousand dollars"},
		{"It is $47,000 for the first year.", "number: $47,000; number: first"},
		{"I arrive on June 5th, for two weeks.", "date: June 5th; number: two weeks"},
		{"I will not work, and nobody pays me.", "negation: not; negation: nobody"},
		{"I don't have family there. We haven’t been refused.", "negation: don't; negation: haven’t"},
		{"Dr. Ahmed Khan in New Jersey.", "name: Ahmed Khan; name: New Jersey"},
		{"Tarek pays. The bank does not.", "name: Tarek; negation: not"},
		{"My uncle is in Ohio, and I'm going to IBM.", "name: Ohio; name: IBM"},
		{"", ""},
	} {
		var got []string
		for _, d := range (Heard{Text: test.heard}).Doubts() {
			got = append(got, fmt.Sprintf("%s: %s", d.Why, d.Text))
		}
		if strings.Join(got, "; ") != test.want {
			t.Errorf("%q: doubtful are %q, want %q", test.heard, strings.Join(got, "; "), test.want)
		}
	}
	h := Heard{Text: "My uncle pays two thousand.", Words: []Word{{0, 2, 0.9}, {3, 8, 0.3}, {9, 13, 0.9}, {14, 17, 0.2}, {18, 26, 0.9}}}
	if got := fmt.Sprint(h.Doubts()); got != "[{{3 8 uncle} unsure} {{14 26 two thousand} number}]" {
		t.Errorf("doubtful are %s", got)
	}
}

// Doubts are parts of the text, in order, none over another, whatever was heard.
func FuzzDoubts(f *testing.F) {
	f.Add("It costs 30,000, not forty.", 3, 8)
	f.Add("é I’m İstanbul \xff 12 lakh", 0, 2)
	f.Fuzz(func(t *testing.T, text string, start, end int) {
		h := Heard{Text: text}
		if start >= 0 && end <= len(text) && start < end {
			h.Words = []Word{{start, end, 0.1}}
		}
		last := 0
		for _, d := range h.Doubts() {
			if d.Start < last || d.End <= d.Start || d.End > len(text) || text[d.Start:d.End] != d.Text {
				t.Fatalf("%q: %+v after %d", text, d, last)
			}
			last = d.End
		}
	})
}

func TestConfirm(t *testing.T) {
	word := func(c float64) []Word { return []Word{{0, 2, c}} }
	for _, test := range []struct {
		heard Heard
		want  bool
	}{
		{Heard{Text: "My"}, true},
		{Heard{Text: "My", Words: word(0.9)}, false},
		{Heard{Text: "My", Words: word(0.6)}, true},
		{Heard{Text: "My", Words: word(0.9), Foreign: true}, true},
	} {
		if got := test.heard.Confirm(); got != test.want {
			t.Errorf("Confirm of %+v = %t", test.heard, got)
		}
	}
}
