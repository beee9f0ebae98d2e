package scoring

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/viceconsul/viceconsul/interview/transcript/measure"
)

// A table tells of every word what the map it was made of does, and nothing of others.
func TestWordTable(t *testing.T) {
	for name, words := range map[string]map[string]int{"of no word": {}, "of all words": wordNumbers} {
		table := newWordTable(words)
		for w, want := range words {
			if got := table.at(w); got != want {
				t.Fatalf("table %s: %q tells %d, want %d", name, w, got, want)
			}
			if other := w + "zq"; words[other] == 0 && table.at(other) != 0 {
				t.Fatalf("table %s: %q tells %d, and is not in it", name, other, table.at(other))
			}
		}
		if got := slices.Sorted(table.all()); len(got) != len(words) {
			t.Errorf("table %s lists %d words, want %d", name, len(got), len(words))
		}
		if got := table.at(""); got != 0 {
			t.Errorf("table %s: no word tells %d", name, got)
		}
	}
}

// A sieve leaves in all sets that another holds, in order.
func TestSieve(t *testing.T) {
	chance := rand.New(rand.NewPCG(1, 2))
	some := func(n int) (s bitset) {
		for range n {
			s.add(numbered(chance.IntN(40)))
		}
		return s
	}
	for range 200 {
		sets := make([]*bitset, 50)
		for i := range sets {
			s := some(1 + chance.IntN(4))
			sets[i] = &s
		}
		whole := some(12)
		left := newSieve(sets).within(&whole)
		if !slices.IsSorted(left) {
			t.Fatalf("left in disorder: %v", left)
		}
		for i, s := range sets {
			if whole.holds(s) && !slices.Contains(left, i) {
				t.Fatalf("set %d is held by %v and was sifted out", i, whole)
			}
		}
	}
}

// A word is found between two words by its sign as it is by its letters.
func TestHas(t *testing.T) {
	a := &answer{}
	a.turn.Applicant = "My father pays, and my uncle in Accra pays the rent there."
	a.readWords(measure.Date{})
	unread := &answer{words: a.words}
	for from := range a.words {
		for to := range len(a.words) + 2 {
			for _, w := range []string{"father", "pays", "my", "there", "mother", ""} {
				want := slices.Contains(texts(a.words[from:max(from, min(to, len(a.words)))]), w)
				if got := a.has(from, to, w, "nowhere"); got != want {
					t.Fatalf("%q from %d to %d: %v, want %v", w, from, to, got, want)
				}
				if got := unread.has(from, to, w, "nowhere"); got != want {
					t.Fatalf("unread: %q from %d to %d: %v, want %v", w, from, to, got, want)
				}
			}
		}
	}
}
