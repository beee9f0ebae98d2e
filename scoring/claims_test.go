package scoring

import (
	"encoding/json"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/viceconsul/viceconsul/interview/transcript"
	"github.com/viceconsul/viceconsul/questionbank"
)

// an item is one labelled answer of testdata/claims_*.txtar.
type item struct {
	id       string
	category transcript.Category
	field    string
	verdict  transcript.Verdict // "silent" when nothing may be found
	miss     string             // why it does not hold yet; "" when it must
	profile  transcript.Profile
	on       string
	question string
	officer  string
	answer   string
	before   []string // "QUESTION answer", earlier in the interview
	kind     transcript.Kind
}

const silent transcript.Verdict = "silent"

func readItems(t testing.TB, name string) []item {
	t.Helper()
	a, err := txtar.ParseFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	items := make([]item, 0, len(a.Files))
	for _, f := range a.Files {
		items = append(items, readItem(t, f))
	}
	return items
}

func readItem(t testing.TB, f txtar.File) item {
	t.Helper()
	it := item{id: f.Name}
	head, rest, _ := strings.Cut(string(f.Data), "\n")
	words := strings.Fields(head)
	if len(words) != 3 {
		t.Fatalf("%s: first line %q, want category, field and verdict", f.Name, head)
	}
	it.category, it.field, it.verdict = transcript.Category(words[0]), words[1], transcript.Verdict(words[2])
	for line := range strings.Lines(rest) {
		key, value, _ := strings.Cut(strings.TrimRight(line, "\n"), " ")
		value = strings.TrimSpace(value)
		switch key {
		case "profile":
			if err := json.Unmarshal([]byte(value), &it.profile); err != nil {
				t.Fatalf("%s: profile: %v", f.Name, err)
			}
		case "on":
			it.on = value
		case "question":
			it.question = value
		case "officer":
			it.officer = value
		case "answer":
			it.answer = value
		case "probe", "follow_up":
			it.kind, it.officer = transcript.Kind(key), value
		case "before":
			it.before = append(it.before, value)
		case "miss":
			it.miss = value
		case "why", "":
		default:
			t.Fatalf("%s: unknown line %q", f.Name, key)
		}
	}
	return it
}

func bank(t testing.TB) *questionbank.Bank {
	t.Helper()
	b, err := questionbank.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// findings is what is found in an item's answer.
func (it item) findings(t testing.TB) []transcript.Finding {
	t.Helper()
	return it.begun(t).findings(it.answer)
}

// An opening is an item up to its answer.
type opening struct {
	c        *Case
	before   []Judged
	question *questionbank.Question
	turn     transcript.Turn
}

// findings is what is found in an answer.
func (o opening) findings(answer string) []transcript.Finding {
	o.turn.Applicant = answer
	a := o.c.read(o.turn, o.question, o.before)
	return o.c.verdicts(a, o.c.claimsOf(a, o.before), o.before)
}

func (it item) begun(t testing.TB) opening {
	t.Helper()
	b := bank(t)
	c := NewCase(b, it.category, it.profile, it.on)
	var before []Judged
	for n, line := range it.before {
		id, text, _ := strings.Cut(line, " ")
		q, ok := b.Question(id)
		if !ok {
			t.Fatalf("%s: no question %q", it.id, id)
		}
		a := c.read(transcript.Turn{N: n + 1, Officer: q.Ask, Applicant: text, Question: id}, q, before)
		was := Judged{Turn: a.turn, Question: q, Claims: c.claimsOf(a, before)}
		was.Turn.Findings = c.verdicts(a, was.Claims, before)
		before = append(before, was)
	}
	q, ok := b.Question(it.question)
	if !ok && it.question != "" {
		t.Fatalf("%s: no question %q", it.id, it.question)
	}
	if it.question == "" && it.officer != "" {
		q = c.questionOf(transcript.Turn{Officer: it.officer}, before)
	}
	turn := transcript.Turn{N: len(before) + 1, Officer: it.officer, Question: it.question, Kind: it.kind}
	if turn.Officer == "" && q != nil {
		turn.Officer = q.Ask
	}
	return opening{c, before, q, turn}
}

// order of verdicts, the weightiest first: the verdict of an answer is that of its
// weightiest finding.
var gravity = []transcript.Verdict{transcript.Contradiction, transcript.SelfCorrection, transcript.Partial, transcript.SoftMismatch, transcript.NewFact, transcript.NotComparable, transcript.Consistent}

func verdictOf(findings []transcript.Finding) transcript.Verdict {
	for _, v := range gravity {
		for _, f := range findings {
			if f.Verdict == v {
				return v
			}
		}
	}
	return silent
}

// holds reports whether what was found is what the item says: its verdict for the
// whole answer, on its field; silence may note what agrees.
func (it item) holds(findings []transcript.Finding) bool {
	got := verdictOf(findings)
	if it.verdict == silent {
		return got == silent || got == transcript.Consistent || got == transcript.NotComparable
	}
	return got == it.verdict
}

func TestPairs(t *testing.T) { checkItems(t, "claims_pairs.txtar") }

// checkItems holds every item but the known misses, and tells of a miss that holds
// by now.
func checkItems(t *testing.T, name string) {
	t.Helper()
	items := readItems(t, name)
	held := 0
	for _, it := range items {
		findings := it.findings(t)
		checkFindings(t, it.answer, findings)
		ok := it.holds(findings)
		if ok {
			held++
		}
		switch {
		case !ok && it.miss == "":
			t.Errorf("%s %s %q: got %s, want %s on %s%s", it.id, it.question, it.answer, verdictOf(findings), it.verdict, it.field, list(findings))
		case ok && it.miss != "":
			t.Errorf("%s holds now: take its miss line out", it.id)
		}
	}
	t.Logf("%s: %d of %d hold", name, held, len(items))
}

func list(findings []transcript.Finding) string {
	var b strings.Builder
	for _, f := range findings {
		b.WriteString("\n\t" + string(f.Verdict) + " " + f.Rule + " " + f.Field + " [" + f.Span.Text + "] " + f.Reason)
	}
	return b.String()
}

// checkFindings holds what every finding must be.
func checkFindings(t testing.TB, text string, findings []transcript.Finding) {
	t.Helper()
	for _, f := range findings {
		if f.Span.Start < 0 || f.Span.End < f.Span.Start || f.Span.End > len(text) || text[f.Span.Start:f.Span.End] != f.Span.Text {
			t.Errorf("%q: span %+v is not part of it", text, f.Span)
		}
		if f.Reason == "" || f.Rule == "" || f.Severity == "" || f.Criterion != transcript.Consistency {
			t.Errorf("%q: finding lacks a part: %+v", text, f)
		}
	}
}

func TestMoreItems(t *testing.T) { checkItems(t, "claims_more.txtar") }

func TestWordings(t *testing.T) { checkItems(t, "claims_wordings.txtar") }

func TestVaried(t *testing.T) { checkItems(t, "claims_varied.txtar") }

func TestPressed(t *testing.T) { checkItems(t, "claims_pressed.txtar") }

func TestRehearsed(t *testing.T) { checkItems(t, "claims_rehearsed.txtar") }

func TestAside(t *testing.T) { checkItems(t, "claims_aside.txtar") }

func TestPastForm(t *testing.T) {
	for word, want := range map[string]bool{"visited": true, "agreed": true, "applied": true, "went": true, "brought": true,
		"speed": false, "indeed": false, "shred": false, "united": false, "need": false, "bed": false} {
		if got := pastForm(word); got != want {
			t.Errorf("%q: past %t, want %t", word, got, want)
		}
	}
}

func TestNamed(t *testing.T) { checkItems(t, "claims_named.txtar") }

func TestSerious(t *testing.T) { checkItems(t, "claims_serious.txtar") }

func TestMoneyAndStanding(t *testing.T) { checkItems(t, "claims_money.txtar") }

// TestSubject holds whom a clause is about: "me" after a word of place is somebody else's
// place, "I" after "before" is not.
func TestSubject(t *testing.T) {
	c := NewCase(embedded(t), transcript.F1, declared(t, `{}`), "2027-04-22")
	for said, want := range map[string]party{"Before I joined the bank I taught.": pSelf, "Before we came, we paid.": pSelf, "The woman beside me was refused.": pPerson, "The lady that sells beside me was refused.": pPerson} {
		if got := c.read(transcript.Turn{Officer: "Tell me more.", Applicant: said}, nil, nil).clauses[0].who; got != want {
			t.Errorf("%q is about %b, want %b", said, got, want)
		}
	}
}
