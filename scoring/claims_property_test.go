package scoring

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/viceconsul/viceconsul/interview/transcript"
	"github.com/viceconsul/viceconsul/questionbank"
)

var itemFiles = []string{"claims_pairs.txtar", "claims_more.txtar", "claims_wordings.txtar", "claims_varied.txtar", "claims_aside.txtar", "claims_pressed.txtar", "claims_rehearsed.txtar"}

func allItems(t testing.TB) []item {
	t.Helper()
	var all []item
	for _, name := range itemFiles {
		all = append(all, readItems(t, name)...)
	}
	return all
}

// A field that is not confirmed, or not declared, contradicts nothing.
func TestUnconfirmedContradictsNothing(t *testing.T) {
	for _, it := range allItems(t) {
		it.before = nil
		for name, p := range map[string]transcript.Profile{"unconfirmed": unconfirmed(t, it.profile), "empty": {}} {
			it.profile = p
			for _, f := range it.findings(t) {
				if f.Verdict == transcript.Contradiction || f.Declared != "" {
					t.Errorf("%s with its profile %s: %s on %s", it.id, name, f.Verdict, f.Field)
				}
			}
		}
	}
}

// unconfirmed is a profile whose every field is declared and not confirmed.
func unconfirmed(t testing.TB, p transcript.Profile) transcript.Profile {
	t.Helper()
	b, err := json.Marshal(p)
	if err != nil {
		t.Fatal(err)
	}
	var tree map[string]map[string]json.RawMessage
	if err := json.Unmarshal(b, &tree); err != nil {
		t.Fatal(err)
	}
	for _, section := range tree {
		for key, raw := range section {
			var wrapped struct {
				Value json.RawMessage `json:"value"`
			}
			if json.Unmarshal(raw, &wrapped) == nil && wrapped.Value != nil {
				raw = wrapped.Value
			}
			section[key] = json.RawMessage(`{"value":` + string(raw) + `,"confirmed":false}`)
		}
	}
	b, err = json.Marshal(tree)
	if err != nil {
		t.Fatal(err)
	}
	var out transcript.Profile
	if err := json.Unmarshal(b, &out); err != nil {
		t.Fatal(err)
	}
	return out
}

// The same answer gives the same findings, whichever case read it first.
func TestFindingsRepeat(t *testing.T) {
	for _, it := range allItems(t) {
		if diff := cmp.Diff(it.findings(t), it.findings(t)); diff != "" {
			t.Errorf("%s: second reading differs (-first +second):\n%s", it.id, diff)
		}
	}
}

// No finding of an H-1B interview speaks of ties, in any field.
func TestNoTiesInH1B(t *testing.T) {
	for _, it := range allItems(t) {
		it.category = transcript.H1B
		for _, f := range it.findings(t) {
			if strings.HasPrefix(f.Field, "ties.") || strings.Contains(strings.ToLower(f.Reason), " ties") {
				t.Errorf("%s: %s: %s", it.id, f.Field, f.Reason)
			}
		}
	}
}

// Forms of address and thanks around an answer change no verdict.
func TestCourtesyChangesNothing(t *testing.T) {
	for _, it := range allItems(t) {
		plain := verdictOf(it.findings(t))
		it.answer = "Good morning, officer. " + it.answer + " Thank you, sir."
		if got := verdictOf(it.findings(t)); got != plain {
			t.Errorf("%s %q: %s, without courtesy %s", it.id, it.answer, got, plain)
		}
	}
}

// Reasons are short: about a dozen words of ours, and what was heard and declared
// clipped to five each.
func TestReasonsAreShort(t *testing.T) {
	for _, it := range allItems(t) {
		for _, f := range it.findings(t) {
			first, _, _ := strings.Cut(f.Reason, ". ")
			if n := len(strings.Fields(first)); n > 22 {
				t.Errorf("%s: %d words: %s", it.id, n, f.Reason)
			}
			if high := strings.Contains(f.Reason, "misrepresentation"); high != (f.Severity == transcript.High) {
				t.Errorf("%s: severity %s with caution %t: %s", it.id, f.Severity, high, f.Reason)
			}
		}
	}
}

// Answers that say nothing of a declared fact contradict nothing, whatever question
// they stand under: every question of the bank with each of them, against a full
// profile. None of them makes sense everywhere, which is the point.
func TestNeutralAnswersContradictNothing(t *testing.T) {
	text, err := os.ReadFile(filepath.Join("testdata", "claims_neutral.txt"))
	if err != nil {
		t.Fatal(err)
	}
	answers := strings.Split(strings.TrimSpace(string(text)), "\n")
	b := bank(t)
	for _, full := range fullProfiles(t) {
		c := NewCase(b, full.category, full.profile, "2027-04-22")
		for _, q := range b.Pick(questionbank.Filter{Category: full.category}) {
			for _, text := range answers {
				a := c.read(transcript.Turn{N: 1, Officer: q.Ask, Applicant: text}, q, nil)
				for _, f := range c.verdicts(a, c.claimsOf(a, nil), nil) {
					if f.Verdict == transcript.Contradiction {
						t.Errorf("%s %s %q, %q: %s", full.category, q.ID, q.Ask, text, f.Reason)
					}
				}
			}
		}
	}
}

// fullProfiles is the fullest profile of each category among the items.
func fullProfiles(t testing.TB) []item {
	t.Helper()
	best := map[transcript.Category]item{}
	for _, it := range allItems(t) {
		if was, ok := best[it.category]; !ok || len(it.profile.Paths()) > len(was.profile.Paths()) {
			best[it.category] = it
		}
	}
	var out []item
	for _, c := range []transcript.Category{transcript.B2, transcript.F1, transcript.J1Physician, transcript.H1B} {
		out = append(out, best[c])
	}
	return out
}

// knownVerdicts is the closed set.
var knownVerdicts = []transcript.Verdict{transcript.Consistent, transcript.Partial, transcript.SelfCorrection, transcript.NewFact, transcript.SoftMismatch, transcript.Contradiction, transcript.NotComparable}

func FuzzVerdicts(f *testing.F) {
	items := allItems(f)
	for i, it := range items {
		f.Add(it.answer, i)
	}
	f.Add("", 0)
	f.Add("\xff\xfe no\x00, never?", 3)
	f.Add("İstanbul’da — $ 5 € 3 lakh’s", 7)
	begun := map[uint]opening{} // an item's profile and earlier answers are read once
	f.Fuzz(func(t *testing.T, text string, n int) {
		at := uint(n) % uint(len(items))
		if _, ok := begun[at]; !ok {
			begun[at] = items[at].begun(t)
		}
		findings := begun[at].findings(text)
		checkFindings(t, text, findings)
		for _, fi := range findings {
			if !slices.Contains(knownVerdicts, fi.Verdict) {
				t.Errorf("verdict %q of %q", fi.Verdict, text)
			}
			if utf8.ValidString(text) && !utf8.ValidString(fi.Span.Text) {
				t.Errorf("span %+v of %q cuts a rune", fi.Span, text)
			}
		}
	})
}

// BenchmarkAnswer reads one answer, takes its claims and compares them: the pairs
// in turn, and an answer of forty words against a full profile.
func BenchmarkAnswer(b *testing.B) {
	items := readItems(b, "claims_pairs.txtar")
	type prepared struct {
		c *Case
		t transcript.Turn
		q string
	}
	bank := bank(b)
	var all []prepared
	for _, it := range items {
		all = append(all, prepared{NewCase(bank, it.category, it.profile, it.on), transcript.Turn{N: 1, Applicant: it.answer}, it.question})
	}
	run := func(b *testing.B, all []prepared) {
		b.ReportAllocs()
		i := 0
		for b.Loop() {
			p := all[i%len(all)]
			q, _ := bank.Question(p.q)
			a := p.c.read(p.t, q, nil)
			p.c.verdicts(a, p.c.claimsOf(a, nil), nil)
			i++
		}
	}
	b.Run("pairs", func(b *testing.B) { run(b, all) })
	full := readItems(b, "claims_more.txtar")[0]
	long := prepared{NewCase(bank, full.category, full.profile, full.on), transcript.Turn{N: 1, Applicant: "My father is paying for the first year, he is a civil engineer with the ministry and he earns about two thousand dollars a month, and the university gives me a scholarship of twelve thousand, so we do not need a loan at all."}, "F27"}
	b.Run("forty words", func(b *testing.B) { run(b, []prepared{long}) })
}
