package openai_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/viceconsul/viceconsul/interview/openai"
	"github.com/viceconsul/viceconsul/interview/openai/standin"
	"github.com/viceconsul/viceconsul/interview/transcript"
	"github.com/viceconsul/viceconsul/questionbank"
	"github.com/viceconsul/viceconsul/scoring"
)

func embedded(t testing.TB) *questionbank.Bank {
	t.Helper()
	bank, err := questionbank.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	return bank
}

// hearer is one whose breaker and caps are in nobody's way.
func hearer(t testing.TB, s *standin.Server) *openai.Hearer {
	t.Helper()
	h, err := openai.NewHearer(openai.Config{BaseURL: s.URL(), Model: "small", Failures: 1 << 30,
		Ledger: openai.NewLedger(openai.Caps{Applicant: 1 << 30, Day: 1 << 30})})
	if err != nil {
		t.Fatal(err)
	}
	return h
}

// graded is an interview that the rules grade.
func graded(t testing.TB, bank *questionbank.Bank, in transcript.Transcript) transcript.Transcript {
	t.Helper()
	out, err := scoring.Grade(bank, in)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func studying(t testing.TB, answers ...string) transcript.Transcript {
	t.Helper()
	in := transcript.Transcript{Category: transcript.F1, InterviewDate: "2027-06-10", Profile: student(t)}
	for i, answer := range answers {
		line := []struct{ id, text string }{{"F27", "Who is paying for your studies?"}, {"F28", "What is the total cost for the first year?"}, {"F01", "Why do you want to study in the United States?"}}[i%3]
		in.Turns = append(in.Turns, transcript.Turn{Officer: line.text, Question: line.id, Applicant: answer})
	}
	return in
}

func claimed(field, value, quote, verdict string) standin.Claim {
	return standin.Claim{Field: field, Value: value, Quote: quote, Verdict: verdict}
}

func labelledAs(on, way, quote string) standin.Label {
	return standin.Label{On: on, Way: way, Quote: quote}
}

// What an honest model hears twice is proposed, in the applicant's own words although
// names were replaced, gaps closed and accents written otherwise; what it hears once is
// disputed.
func TestHear(t *testing.T) {
	s := standin.New(t, standin.Always(standin.Proposes(func(c *standin.Call, e standin.Exchange) standin.Proposal {
		if e.N != 1 {
			return standin.Proposal{}
		}
		p := standin.Proposal{
			Claims: []standin.Claim{claimed("finance.sponsors", "uncle", "my uncle [NAME-1] pays", "contradiction"), claimed("f1.school", "caf\u00e9", "the caf\u00e9", "consistent")},
			Labels: []standin.Label{labelledAs("specificity", "up", "uncle [NAME-1]"), labelledAs("settling", "down", "nobody said this")},
		}
		if c.N == 2 {
			p.Labels = append(p.Labels, labelledAs("composure", "down", "Sir"))
		}
		return p
	})))
	in := graded(t, embedded(t), studying(t, "Sir, my uncle   Ravi Menon\n pays, at the cafe\u0301.", "About 47,000 dollars."))
	got, err := hearer(t, s).Hear(t.Context(), openai.Account{Applicant: "a", Interview: "i"}, in)
	if err != nil {
		t.Fatal(err)
	}
	want := []transcript.Proposal{
		{Turn: 1, Kind: transcript.HeardClaim, Field: "finance.sponsors", Value: "uncle", Quote: "my uncle   Ravi Menon\n pays", Verdict: transcript.Contradiction},
		{Turn: 1, Kind: transcript.HeardClaim, Field: "f1.school", Value: "cafe\u0301", Quote: "the cafe\u0301", Verdict: transcript.Consistent},
		{Turn: 1, Kind: transcript.HeardLabel, Criterion: transcript.Specificity, Way: transcript.Up, Quote: "uncle   Ravi Menon"},
		{Turn: 1, Kind: transcript.HeardLabel, Criterion: transcript.Risk, Rule: "risk.settling"},
		{Turn: 1, Kind: transcript.HeardLabel, Criterion: transcript.Composure, Way: transcript.Down, Quote: "Sir", Fate: transcript.Disputed},
	}
	if !slices.Equal(got.Proposals, want) || got.Passes != 2 || got.Model != "small" || got.Prompt == 0 {
		t.Errorf("heard %+v", got)
	}
	for _, c := range s.Calls() {
		if !c.Schema || !c.Stream || strings.Contains(c.Said(), "Menon") {
			t.Errorf("call %d: schema %t, streamed %t, or a name was sent", c.N, c.Schema, c.Stream)
		}
	}
	if first, second := s.Calls()[0].Exchanges(), s.Calls()[1].Exchanges(); len(first) != 2 || first[0].N != 1 || second[0].N != 2 {
		t.Errorf("the passes tell %v and %v", first, second)
	}
}

// A reply that cannot be used is asked for once more; then the rules stand. What it
// says is in no error.
func TestUnheard(t *testing.T) {
	t.Parallel()
	in := graded(t, embedded(t), studying(t, "My father, sir.", "About 47,000 dollars."))
	for _, k := range standin.Unheard() {
		if k.Name == "slow headers" || k.Name == "only keep-alive lines" {
			continue // they are given a minute
		}
		t.Run(k.Name, func(t *testing.T) {
			t.Parallel()
			s := standin.New(t, standin.Always(k.Reply))
			got, err := hearer(t, s).Hear(t.Context(), openai.Account{Applicant: "a", Interview: "i"}, in)
			if err == nil || len(got.Proposals) > 0 || strings.Contains(err.Error(), standin.Secret) {
				t.Errorf("heard %+v, error %v", got, err)
			}
			if n := len(s.Calls()); errors.Is(err, openai.ErrRefused) && n != 2 || n > 3 {
				t.Errorf("%d calls, want one and one more", n)
			}
			if !errors.Is(err, openai.ErrRefused) {
				return
			}
			repaired := standin.New(t, standin.InTurn(k.Reply, standin.ProposesNothing))
			if _, err := hearer(t, repaired).Hear(t.Context(), openai.Account{Applicant: "a", Interview: "i"}, in); err != nil {
				t.Errorf("the second reply is in order: %v", err)
			}
		})
	}
}

// labelledAnswer is one answer of the grader's open test data.
type labelledAnswer struct {
	ID       string             `json:"id"`
	Category string             `json:"category"`
	Track    string             `json:"track"`
	Date     string             `json:"date"`
	Profile  transcript.Profile `json:"profile"`
	Before   []struct {
		Officer   string `json:"officer"`
		Applicant string `json:"applicant"`
	} `json:"before"`
	Officer  string            `json:"officer"`
	Question string            `json:"question"`
	Answer   string            `json:"answer"`
	Verdicts []labelledVerdict `json:"verdicts"`
	Bands    map[string]int    `json:"bands"`
}

type labelledVerdict struct {
	Field    string              `json:"field"`
	Verdict  transcript.Verdict  `json:"verdict"`
	Severity transcript.Severity `json:"severity"`
}

// openPart are the lines of the grader's open labelled answers.
var openPart = sync.OnceValues(func() (lines [][]byte, err error) {
	files, err := filepath.Glob("../../scoring/testdata/labelled/*.jsonl")
	for _, name := range files {
		text, err := os.ReadFile(name)
		if err != nil {
			return nil, err
		}
		lines = append(lines, bytes.Split(bytes.TrimSpace(text), []byte("\n"))...)
	}
	return lines, err
})

// labelled are so many answers of the open part, evenly taken from all of it.
func labelled(t testing.TB, most int) []labelledAnswer {
	t.Helper()
	lines, err := openPart()
	if err != nil || len(lines) == 0 {
		t.Fatalf("no labelled answers: %v", err)
	}
	some := make([]labelledAnswer, most)
	for i := range some {
		if err := json.Unmarshal(lines[i*len(lines)/most], &some[i]); err != nil {
			t.Fatal(err)
		}
	}
	return some
}

func (a labelledAnswer) interview(t testing.TB) transcript.Transcript {
	t.Helper()
	category, err := transcript.ParseCategory(a.Category, a.Track)
	if err != nil {
		t.Fatal(err)
	}
	in := transcript.Transcript{Category: category, InterviewDate: a.Date, Profile: a.Profile}
	for _, b := range a.Before {
		in.Turns = append(in.Turns, transcript.Turn{Officer: b.Officer, Applicant: b.Applicant})
	}
	in.Turns = append(in.Turns, transcript.Turn{Officer: a.Officer, Question: a.Question, Applicant: a.Answer})
	return in
}

// weighed is an interview heard by a model and graded with what it heard.
func weighed(t testing.TB, bank *questionbank.Bank, h *openai.Hearer, name string, rules transcript.Transcript) transcript.Transcript {
	t.Helper()
	heard, err := h.Hear(t.Context(), openai.Account{Applicant: name, Interview: name}, rules)
	if err != nil {
		return rules
	}
	out, err := scoring.Weigh(bank, rules, heard)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// A fully hostile model betters no grade by more than ten points and no outcome, takes
// no grave finding away, and has nothing shown that was not said.
func TestHostileModel(t *testing.T) {
	t.Parallel()
	bank := embedded(t)
	for _, k := range standin.Hostile() {
		t.Run(k.Name, func(t *testing.T) {
			t.Parallel()
			answers := labelled(t, *howManyHeard)
			if k.Name != "praises, deletes and agrees" { // which does all that could raise a grade
				answers = labelled(t, *howManyHeard/4)
			}
			s := standin.New(t, standin.Always(k.Reply))
			h := hearer(t, s)
			var mu sync.Mutex
			most, least, total, raised, kept := 0, 0, 0, 0, 0
			dropped := map[string]int{}
			each(answers, func(a labelledAnswer) {
				rules := graded(t, bank, a.interview(t))
				got := weighed(t, bank, h, a.ID, rules)
				moved := checkBounds(t, a.ID, rules, got)
				mu.Lock()
				defer mu.Unlock()
				most, least, total = max(most, moved), min(least, moved), total+moved
				raised += map[bool]int{true: 1}[moved > 0]
				if got.Hearing != nil {
					kept += len(got.Hearing.Proposals)
					for _, d := range got.Hearing.Dropped {
						dropped[d.Reason] += d.Count
					}
				}
			})
			t.Logf("%d answers: grades moved %+d to %+d, %+.2f on average, %d raised; %d proposals kept, dropped %v",
				len(answers), least, most, float64(total)/float64(len(answers)), raised, kept, dropped)
		})
	}
}

// each goes through answers a few at a time.
func each(answers []labelledAnswer, do func(labelledAnswer)) {
	var group sync.WaitGroup
	room := make(chan struct{}, 8)
	for _, a := range answers {
		room <- struct{}{}
		group.Go(func() {
			defer func() { <-room }()
			do(a)
		})
	}
	group.Wait()
}

// checkBounds holds a grade with a model to that of the rules, and says how far the
// overall grade moved.
func checkBounds(t testing.TB, id string, rules, got transcript.Transcript) int {
	t.Helper()
	was, _ := rules.Grades.Overall.Value()
	now, _ := got.Grades.Overall.Value()
	if now-was > 10 || was-now > 10 {
		t.Errorf("%s: %d by the rules, %d with the model", id, was, now)
	}
	if rank(got.Outcome) > rank(rules.Outcome) {
		t.Errorf("%s: %s by the rules, %s with the model", id, rules.Outcome.Decision, got.Outcome.Decision)
	}
	for i, turn := range rules.Turns {
		with := got.Turns[i]
		for n, f := range turn.Findings {
			if f.Severity == transcript.High && with.Findings[n] != f {
				t.Errorf("%s: a grave finding became %+v", id, with.Findings[n])
			}
			if g := with.Findings[n]; g.Span != f.Span || g.Rule != f.Rule || g.By != "" {
				t.Errorf("%s: finding %d moved", id, n)
			}
		}
		for _, c := range []transcript.Criterion{transcript.Brevity, transcript.Directness, transcript.Specificity, transcript.Consistency, transcript.TieStrength, transcript.Fit, transcript.Composure} {
			a, tested := turn.Bands.Of(c).Value()
			b, still := with.Bands.Of(c).Value()
			if tested != still || a-b > 1 || b-a > 1 || c == transcript.Brevity && a != b {
				t.Errorf("%s: %s went from %d to %d", id, c, a, b)
			}
		}
		for _, f := range with.Findings {
			if turn.Applicant[f.Span.Start:f.Span.End] != f.Span.Text || f.Heard != "" && !strings.Contains(turn.Applicant, f.Heard) {
				t.Errorf("%s: shows %q, which was not said", id, f.Span.Text)
			}
		}
	}
	checkKept(t, id, got)
	return now - was
}

// checkKept holds what is kept of a hearing to what was said, and the whole to what a
// transcript may be.
func checkKept(t testing.TB, id string, got transcript.Transcript) {
	t.Helper()
	if got.Hearing == nil {
		return
	}
	for _, p := range got.Hearing.Proposals {
		if !strings.Contains(got.Turns[p.Turn-1].Applicant, p.Quote) || !strings.Contains(p.Quote, p.Value) || len(strings.Fields(p.Quote)) > 60 {
			t.Errorf("%s: keeps %+v", id, p)
		}
	}
	b, err := json.Marshal(got)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := transcript.ReadTranscript(b); err != nil {
		t.Errorf("%s: what was written is not read: %v", id, err)
	}
	if !got.Category.HasTies() {
		wrote := ties.FindAllString(string(b), -1)
		said, _ := json.Marshal(struct{ T []transcript.Turn }{bare(got)})
		if len(wrote) > len(ties.FindAllString(string(said), -1))+len(ties.FindAllString(mustJSON(got.Profile), -1)) {
			t.Errorf("%s: speaks of ties: %s", id, b)
		}
	}
}

var ties = regexp.MustCompile(`(?i)\bties?\b`)

func rank(o *transcript.Outcome) int {
	switch {
	case o.Decision == transcript.Issued:
		return 2
	case o.Decision == transcript.Refused:
		return 1
	}
	return 0
}

// bare are the turns as they were said.
func bare(t transcript.Transcript) []transcript.Turn {
	var all []transcript.Turn
	for _, turn := range t.Turns {
		all = append(all, transcript.Turn{Officer: turn.Officer, Line: turn.Line, Applicant: turn.Applicant})
	}
	return all
}

func mustJSON(v any) string {
	b, err := json.Marshal(v)
	if err != nil {
		return fmt.Sprint(err)
	}
	return string(b)
}

// A hearing keeps to its cap, and to 6,000 tokens in all calls: where twice would be too
// many the model is asked once, and where once would be, not at all.
func TestHearingKeepsToItsCap(t *testing.T) {
	bank := embedded(t)
	long := strings.Repeat("I went there and then I came back to the office in the town. ", 90)
	all := make([]string, 40)
	for i := range all {
		all[i] = long
	}
	for name, tt := range map[string]struct {
		in     transcript.Transcript
		caps   openai.Caps
		told   int // prompt tokens the endpoint says a call used
		passes int // 0 for none
	}{
		"an ordinary one":        {studying(t, "My father, sir.", "About 47,000 dollars."), openai.Caps{}, 2_300, 2},
		"twice is over 6,000":    {studying(t, "My father, sir.", "About 47,000 dollars."), openai.Caps{}, 3_100, 1},
		"a cap for one call":     {studying(t, "My father, sir.", "About 47,000 dollars."), openai.Caps{Hearing: 4_500}, 2_300, 1},
		"a cap for none":         {studying(t, "My father, sir.", "About 47,000 dollars."), openai.Caps{Hearing: 1_000}, 2_300, 0},
		"an interview all spent": {studying(t, "My father, sir.", "About 47,000 dollars."), openai.Caps{Interview: 1_000}, 2_300, 0},
		"forty long answers":     {studying(t, all...), openai.Caps{}, 5_900, 1},
	} {
		s := standin.New(t, standin.Always(standin.Telling(tt.told, standin.ProposesNothing)))
		h, err := openai.NewHearer(openai.Config{BaseURL: s.URL(), Model: "small", Ledger: openai.NewLedger(tt.caps)})
		if err != nil {
			t.Fatal(err)
		}
		got, err := h.Hear(t.Context(), openai.Account{Applicant: "a", Interview: "i"}, graded(t, bank, tt.in))
		if tt.passes == 0 {
			if !errors.Is(err, openai.ErrSpent) || len(s.Calls()) > 0 {
				t.Errorf("%s: %v after %d calls, want ErrSpent after none", name, err, len(s.Calls()))
			}
			continue
		}
		if err != nil || got.Passes != tt.passes || len(s.Calls()) != tt.passes {
			t.Errorf("%s: %v, %d passes and %d calls, want %d", name, err, got.Passes, len(s.Calls()), tt.passes)
		}
		for _, c := range s.Calls() {
			if n := len(c.Body); n > 30_000 {
				t.Errorf("%s: %d bytes were sent", name, n)
			}
		}
	}
}
