package main

import (
	"io"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/viceconsul/viceconsul/interview"
	"github.com/viceconsul/viceconsul/interview/transcript"
	"github.com/viceconsul/viceconsul/questionbank"
)

// interviews is how many the tests hold: four of each set of profiles with each kind.
const interviews = 648

func newTestSimulator(t testing.TB) *simulator {
	t.Helper()
	sim, err := newSimulator()
	if err != nil {
		t.Fatal(err)
	}
	return sim
}

// What an officer never does, whoever the applicant is.
func TestInterviewsKeepTheirRules(t *testing.T) {
	sim := newTestSimulator(t)
	records, err := sim.all(sim.cells("", ""), interviews, 1)
	if err != nil {
		t.Fatal(err)
	}
	never := []string{"does not end", "question repeated", "ties in H-1B", "undeclared fact asserted"}
	for _, rec := range records {
		for _, m := range rec.misses {
			if slices.Contains(never, m.rule) {
				t.Errorf("%s: -category %s -kind %s -seed %d: %s", m.rule, rec.set, rec.kind, rec.seed, m.what)
			}
		}
		if rec.lines < 1 || rec.lines > 14 {
			t.Errorf("%s %s, seed %d: %d lines of the officer, want 1 to 14", rec.set, rec.kind, rec.seed, rec.lines)
		}
	}
}

func TestSameSeedSameInterview(t *testing.T) {
	sim := newTestSimulator(t)
	for i, c := range sim.cells("", "") {
		seed := uint64(1000 + i)
		first, err := sim.rehearse(c, seed, seed)
		if err != nil {
			t.Fatal(err)
		}
		second, err := sim.rehearse(c, seed, seed)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(first.asked, second.asked); diff != "" {
			t.Errorf("%s %s, seed %d: the officer differs:\n%s", c.set, c.kind, seed, diff)
		}
		if diff := cmp.Diff(first.answers, second.answers); diff != "" {
			t.Errorf("%s %s, seed %d: the applicant differs:\n%s", c.set, c.kind, seed, diff)
		}
		if a, b := first.sealed.Outcome, second.sealed.Outcome; !cmp.Equal(a, b) {
			t.Errorf("%s %s, seed %d: the outcome differs:\n%s", c.set, c.kind, seed, cmp.Diff(a, b))
		}
	}
}

// The script must have true words for every question of the bank that a profile opens.
func TestEveryQuestionHasAnAnswer(t *testing.T) {
	sim := newTestSimulator(t)
	for _, name := range sim.sets.drawn() {
		for seed := range uint64(20) {
			p, err := sim.sets.draw(name, rand.New(rand.NewPCG(seed, declaring)))
			if err != nil {
				t.Fatal(err)
			}
			if missing := p.profile.Missing(p.category); len(missing) > 0 {
				t.Errorf("%s, seed %d: %s is not declared", name, seed, missing[0].Path)
			}
			p.parts = sim.script.Parts
			a := applicant{person: p, script: sim.script, bank: sim.bank}
			for _, id := range a.speechless() {
				t.Errorf("%s, seed %d: no true answer to %s", name, seed, id)
			}
		}
	}
}

// speechless lists the questions open to the applicant that the script has no true
// answer to.
func (a *applicant) speechless() []string {
	var ids []string
	for _, q := range a.bank.Pick(questionbank.Filter{Category: a.category}) {
		asked := interview.Asked{Question: q.ID, Topic: q.Topic.ID, Kind: transcript.Question}
		if q.Open(a.profile) && len(a.toQuestion(asked)) == 0 {
			ids = append(ids, q.ID)
		}
	}
	return ids
}

func TestPhrasesSayWhatIsDeclared(t *testing.T) {
	sim := newTestSimulator(t)
	p, err := sim.sets.draw("F1_COLLEGE", rand.New(rand.NewPCG(1, declaring)))
	if err != nil {
		t.Fatal(err)
	}
	p.parts = sim.script.Parts
	for _, tt := range []struct {
		phrase, path, want string
		holds              bool
	}{
		{"{}, in {f1.campus}.", "f1.school", "Valley Community College, in Fresno, CA.", true},
		{"the total is {.total}.", "f1.cost_year1", "The total is 24,500 dollars.", true},
		{"on {}.", "f1.start_date", "On 16 August 2027.", true},
		{"I go {}.", "trip.purpose", "I go to study nursing at a community college.", true},
		{"at {education.institutions.name}.", "", "At Accra High School.", true},
		{"[f1.level = associate] [!us_history.prior_j1] yes.", "", "Yes.", true},
		{"[f1.level = master] yes.", "", "", false},
		{"my {us_history.prior_j1.category}.", "", "", false},
	} {
		got, ok := p.fill(tt.phrase, tt.path)
		if ok != tt.holds || ok && got != tt.want {
			t.Errorf("%q on %q: %q, %t; want %q, %t", tt.phrase, tt.path, got, ok, tt.want, tt.holds)
		}
	}
}

func TestShowPrintsTheInterview(t *testing.T) {
	var out strings.Builder
	if err := run(options{seed: 42, category: "F1", kind: nervous, show: true}, &out); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"F1, nervous, seed 42", "f1.school: ", "1 opening ", "officer  ", "applicant"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("no %q in:\n%s", want, out.String())
		}
	}
	if err := run(options{category: "K1"}, io.Discard); err == nil {
		t.Error("a category without profiles is no error")
	}
}
