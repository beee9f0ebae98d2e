package scoring

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/viceconsul/viceconsul/interview/transcript"
)

// stories are the golden interviews as input, by file.
func stories(t testing.TB) map[string]transcript.Transcript {
	t.Helper()
	all := map[string]transcript.Transcript{}
	for _, name := range goldenFiles(t) {
		ar, err := txtar.ParseFile(name)
		if err != nil {
			t.Fatal(err)
		}
		all[name] = goldenTranscript(t, ar)
	}
	return all
}

func marshalled(t testing.TB, tr transcript.Transcript) []byte {
	t.Helper()
	out, err := json.Marshal(tr)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func FuzzGrade(f *testing.F) {
	for _, in := range stories(f) {
		for _, turn := range in.Turns {
			f.Add(string(in.Category), turn.Officer, turn.Applicant, turn.Question)
		}
	}
	f.Add("F1", "", "", "")
	f.Add("B2", "Who is paying?", "  My   father’s — “uncle” £3½ 12 lakh ½ \u00a0 İ ſ K", "")
	bank := embedded(f)
	p := declared(f, `{"finance":{"sponsors":[{"relationship":"father"}]},"trip":{"length_of_stay":"3 weeks","payer":"self"},"ties":{"plan_after":"teach in Kumasi"}}`)
	f.Fuzz(func(t *testing.T, category, officer, applicant, question string) {
		in := transcript.Transcript{Category: transcript.Category(category), Profile: p, InterviewDate: "2027-04-22",
			Turns: []transcript.Turn{{Officer: officer, Applicant: applicant, Question: question}, {Officer: officer, Applicant: applicant}}}
		if !slices.Contains(transcript.Categories(), in.Category) {
			in.Category = transcript.F1
		}
		out, err := Grade(bank, in)
		if err != nil {
			t.Fatal(err)
		}
		sound(t, fmt.Sprintf("%q", applicant), out)
	})
}

func BenchmarkJudge(b *testing.B) {
	in := stories(b)["testdata/f1_strong.txtar"]
	c := NewCase(embedded(b), in.Category, in.Profile, in.InterviewDate)
	before := []Judged{}
	for _, turn := range in.Turns[:len(in.Turns)-1] {
		before = append(before, c.Judge(turn, before))
	}
	turn := in.Turns[len(in.Turns)-1]
	turn.Applicant = "I plan to return to my family's construction firm in Kumasi and run its data office; my father pays forty-seven thousand dollars."
	b.ReportAllocs()
	for b.Loop() {
		c.Judge(turn, before)
	}
}

func BenchmarkGrade12(b *testing.B) {
	in := stories(b)["testdata/f1_strong.txtar"]
	in.Turns = slices.Concat(in.Turns, in.Turns)[:12]
	benchmarkGrade(b, in)
}

// ownWords asks what the lines of the F-1 story ask, as no question of the bank does.
var ownWords = []string{
	"So tell me, what made you settle on this place?", "And whose money is going into all of this?",
	"How much will that first year come to, all in?", "Your dad, what line of work is he in?",
	"Once you have the degree in hand, then what?", "Whom do you leave behind back home?", "And classes begin when?",
}

// BenchmarkGradeOwnWords has officer's lines that are no question of the bank: for each
// the nearest are looked up, and its own words read.
func BenchmarkGradeOwnWords(b *testing.B) {
	in := stories(b)["testdata/f1_strong.txtar"]
	for i := range in.Turns {
		in.Turns[i].Question, in.Turns[i].Officer = "", ownWords[i]
	}
	in.Turns = slices.Concat(in.Turns, in.Turns)[:12]
	benchmarkGrade(b, in)
}

// BenchmarkGradeUnnumbered has the bank's questions without their IDs.
func BenchmarkGradeUnnumbered(b *testing.B) {
	in := stories(b)["testdata/f1_strong.txtar"]
	in.Turns = slices.Concat(in.Turns, in.Turns)[:12]
	for i := range in.Turns {
		in.Turns[i].Question = ""
	}
	benchmarkGrade(b, in)
}

func benchmarkGrade(b *testing.B, in transcript.Transcript) {
	b.Helper()
	bank := embedded(b)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Grade(bank, in); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkJudge8000 is the longest answer there can be.
func BenchmarkJudge8000(b *testing.B) {
	in := stories(b)["testdata/f1_strong.txtar"]
	c := NewCase(embedded(b), in.Category, in.Profile, in.InterviewDate)
	said := ""
	for _, turn := range in.Turns {
		said += turn.Applicant + " "
	}
	turn := in.Turns[0]
	turn.Applicant = strings.Repeat(said, 8000/len(said)+1)[:8000]
	b.ReportAllocs()
	for b.Loop() {
		c.Judge(turn, nil)
	}
}
