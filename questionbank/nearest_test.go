package questionbank

import (
	"bufio"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"math"
	"os"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/viceconsul/viceconsul/interview/transcript"
)

// built is the bank in the program.
func built(t testing.TB) *Bank {
	t.Helper()
	bank, err := Embedded()
	if err != nil {
		t.Fatalf("Embedded() = %v", err)
	}
	return bank
}

func ids(matches []Match) []string {
	var all []string
	for _, m := range matches {
		all = append(all, m.Question.ID)
	}
	return all
}

func TestEmbedIsOneLongAndTheSameTwice(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.String().Draw(t, "text")
		vector := Embed(text)
		sum := 0.0
		for _, x := range vector {
			sum += float64(x) * float64(x)
		}
		if long := math.Abs(sum-1) < 1e-4; !long && sum != 0 {
			t.Errorf("Embed(%q) has length² %v, want 1 or 0", text, sum)
		}
		if len(vector) != Dimensions || !slices.Equal(vector, Embed(text)) {
			t.Errorf("Embed(%q) has %d dimensions or differs the second time", text, len(vector))
		}
	})
}

func TestEmbedTellsMeasuredTextsApart(t *testing.T) {
	product := func(a, b string) float64 {
		sum := 0.0
		x, y := Embed(a), Embed(b)
		for i := range x {
			sum += float64(x[i]) * float64(y[i])
		}
		return sum
	}
	tests := []struct{ text, near, far string }{
		{"Who is paying for your studies?", "Who covers the cost of university?", "When do you travel?"},
		{"Were you ever refused a visa?", "Any denials?", "Any children?"},
		{"What is your salary?", "How much do you earn?", "How much is the insurance?"},
		{"What is your salary?", "What is your sallary?", "What is your name?"},
	}
	for _, tt := range tests {
		near, far := product(tt.text, tt.near), product(tt.text, tt.far)
		if near <= far {
			t.Errorf("Embed: %q is %.2f like %q and %.2f like %q, want the first nearer", tt.text, near, tt.near, far, tt.far)
		}
	}
}

// Stored vectors are only made again under another name.
func TestEmbedVersionNamesThisEmbed(t *testing.T) {
	sum := sha256.New()
	for _, p := range first(labelled(t)) {
		if err := binary.Write(sum, binary.LittleEndian, Embed(p.text)); err != nil {
			t.Fatal(err)
		}
	}
	got := EmbedVersion + " " + hex.EncodeToString(sum.Sum(nil))[:12]
	if want := "local-1 5c4ee139128d"; got != want {
		t.Errorf("Embed is %s, want %s: when it gives other vectors, raise EmbedVersion", got, want)
	}
}

func first[A, B any](a A, _ B) A { return a }

func TestNearestFindsEveryWording(t *testing.T) {
	bank := built(t)
	for _, q := range bank.Pick(Filter{Off: true}) {
		for _, wording := range q.Wordings() {
			best := bank.Nearest(wording, Filter{Off: true}, 1)[0]
			if best.Likeness < 0.999 {
				t.Errorf("Nearest(%q) is %s with %.3f, want a likeness of 1", wording, best.Question.ID, best.Likeness)
			}
		}
	}
}

// Retrieval filters first: n come back when n are open, each of them open, likest
// first, ties by ID, as a slow obvious version says.
func TestNearestAgainstSorting(t *testing.T) {
	bank := built(t)
	all := bank.Pick(Filter{Off: true})
	rapid.Check(t, func(t *rapid.T) {
		filter := Filter{
			Category: rapid.SampledFrom(append(transcript.Categories(), "")).Draw(t, "category"),
			Off:      rapid.Bool().Draw(t, "off"),
		}
		if rapid.Bool().Draw(t, "by topic") {
			filter.Topic = rapid.SampledFrom(all).Draw(t, "topic of").Topic.ID
		}
		for _, q := range rapid.SliceOfN(rapid.SampledFrom(all), 0, 40).Draw(t, "asked") {
			filter.Asked = append(filter.Asked, q.ID)
		}
		text := rapid.OneOf(rapid.Just(""), rapid.Just(rapid.SampledFrom(all).Draw(t, "line").Ask), rapid.String()).Draw(t, "text")
		n := rapid.IntRange(-1, 450).Draw(t, "n")
		got, open := bank.Nearest(text, filter, n), bank.Pick(filter)
		if want := max(0, min(n, len(open))); len(got) != want {
			t.Fatalf("Nearest gives %d questions, want %d of %d open", len(got), want, len(open))
		}
		for i, m := range got {
			if !slices.Contains(open, m.Question) {
				t.Errorf("Nearest gives %s, which the filter closes", m.Question.ID)
			}
			if i > 0 && (got[i-1].Likeness < m.Likeness || got[i-1].Likeness == m.Likeness && got[i-1].Question.ID >= m.Question.ID) {
				t.Errorf("%s stands before %s", got[i-1].Question.ID, m.Question.ID)
			}
		}
		if len(got) > 0 && len(got) < len(open) {
			rest := bank.Nearest(text, filter, len(open))[len(got)]
			if rest.Likeness > got[len(got)-1].Likeness {
				t.Errorf("%s was left out, though likelier than the last", rest.Question.ID)
			}
		}
	})
}

// Measured with the local embedder; a change that finds fewer is a step back.
const (
	leastHits    = 106 // of all phrases
	leastHeldOut = 23  // of those never used to change the vocabulary
)

func TestNearestOnRealLines(t *testing.T) {
	bank := built(t)
	phrases, heldOut := labelled(t)
	hits, heldHits, lines := 0, 0, map[transcript.Category]int{}
	found := map[transcript.Category]int{}
	for i, p := range phrases {
		lines[p.category]++
		near := ids(bank.Nearest(p.text, Filter{Category: p.category}, 3))
		if !slices.ContainsFunc(near, func(id string) bool { return slices.Contains(p.want, id) }) {
			t.Logf("missed: %s %q is near %v, want one of %v", p.category, p.text, near, p.want)
			continue
		}
		found[p.category]++
		hits++
		if i >= heldOut {
			heldHits++
		}
	}
	for _, c := range transcript.Categories() {
		if lines[c] > 0 {
			t.Logf("%s: %d of %d among the first three", c, found[c], lines[c])
		}
	}
	t.Logf("all: %d of %d; held out: %d of %d", hits, len(phrases), heldHits, len(phrases)-heldOut)
	if hits < leastHits || heldHits < leastHeldOut {
		t.Errorf("%d hits, %d of them held out; want at least %d and %d", hits, heldHits, leastHits, leastHeldOut)
	}
}

type phrase struct {
	category transcript.Category
	text     string
	want     []string
}

// labelled reads testdata/phrases.txt, and where its held-out part begins.
func labelled(t *testing.T) (phrases []phrase, heldOut int) {
	t.Helper()
	f, err := os.Open("testdata/phrases.txt")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for in := bufio.NewScanner(f); in.Scan(); {
		line := in.Text()
		if strings.HasPrefix(line, "# Held out") {
			heldOut = len(phrases)
		}
		if parts := strings.Split(line, " | "); len(parts) == 3 && line[0] != '#' {
			phrases = append(phrases, phrase{transcript.Category(parts[0]), parts[1], strings.Fields(parts[2])})
		}
	}
	return phrases, heldOut
}

func BenchmarkNearest(b *testing.B) {
	bank := built(b)
	for _, c := range []transcript.Category{transcript.F1, transcript.J1Physician, ""} {
		b.Run(fmt.Sprintf("category=%s", c), func(b *testing.B) {
			bank.Nearest("", Filter{}, 1)
			b.ReportAllocs()
			for b.Loop() {
				bank.Nearest("So who is going to pay for all of this?", Filter{Category: c}, 3)
			}
		})
	}
}

func BenchmarkEmbed(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		Embed("So who is going to pay for all of this?")
	}
}
