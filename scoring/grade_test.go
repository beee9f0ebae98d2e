package scoring

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"github.com/viceconsul/viceconsul/interview/transcript"
	"github.com/viceconsul/viceconsul/questionbank"
)

func declared(t testing.TB, profile string) transcript.Profile {
	t.Helper()
	var p transcript.Profile
	if err := json.Unmarshal([]byte(profile), &p); err != nil {
		t.Fatal(err)
	}
	return p
}

// TestShortAndTrueIsPerfect is the first promise of the grader.
func TestShortAndTrueIsPerfect(t *testing.T) {
	j := judge(t, transcript.F1, `{"finance":{"sponsors":[{"relationship":"father","occupation":"civil engineer"}]}}`, "F27", "My father, sir.")
	b := j.Turn.Bands
	for name, mark := range map[string]transcript.Mark{"brevity": b.Brevity, "directness": b.Directness, "specificity": b.Specificity, "consistency": b.Consistency, "composure": b.Composure} {
		if got := value(t, mark); got != 4 {
			t.Errorf("%s %d, want 4", name, got)
		}
	}
	if j.Cause != "" {
		t.Errorf("cause %q, want none", j.Cause)
	}
}

func TestYesIsSpecificEnough(t *testing.T) {
	for _, tt := range []struct{ question, answer string }{
		{"C10", "Yes."}, {"C10", "No, single."}, {"JP14", "Yes, sir."}, {"C29", "Never."}, {"C18", "No."}, {"H42", "Yes, here it is."},
	} {
		j := judge(t, transcript.B2, `{}`, tt.question, tt.answer)
		if got := value(t, j.Turn.Bands.Specificity); got != 4 {
			t.Errorf("%s %q: specificity %d, want 4", tt.question, tt.answer, got)
		}
		if got := value(t, j.Turn.Bands.Directness); got != 4 {
			t.Errorf("%s %q: directness %d, want 4", tt.question, tt.answer, got)
		}
	}
}

func TestNotHeardIsNotScored(t *testing.T) {
	for _, answer := range []string{"Sorry, could you repeat the question?", "Pardon?", "I did not hear you, sir."} {
		b := judge(t, transcript.F1, `{}`, "F02", answer).Turn.Bands
		for _, c := range criteria {
			if place := b.Place(c); place != nil && place.Exists() && value(t, *place) != -1 {
				t.Errorf("%q: %s is judged %d", answer, c, value(t, *place))
			}
		}
	}
}

func TestEmptyAnswerIsNoAnswer(t *testing.T) {
	j := judge(t, transcript.F1, `{}`, "F02", "  ")
	if value(t, j.Turn.Bands.Brevity) != 0 || value(t, j.Turn.Bands.Directness) != 0 || value(t, j.Turn.Bands.Consistency) != -1 || value(t, j.Turn.Bands.Composure) != -1 {
		t.Errorf("bands %+v, want brevity and directness 0, consistency and composure not tested", *j.Turn.Bands)
	}
	if j.Cause != questionbank.NoAnswer {
		t.Errorf("cause %q, want no_answer", j.Cause)
	}
}

func TestRemarkIsNotGraded(t *testing.T) {
	c := NewCase(embedded(t), transcript.F1, transcript.Profile{}, "")
	j := c.Judge(transcript.Turn{Officer: "Okay.", Kind: transcript.Remark, Applicant: "Thank you, sir."}, nil)
	if value(t, j.Turn.Bands.Brevity) != -1 || len(j.Turn.Findings) > 0 || j.Cause != "" {
		t.Errorf("a remark was graded: %+v, cause %q", j.Turn, j.Cause)
	}
}

func TestHarmAndFearIsNeverJudged(t *testing.T) {
	for _, id := range []string{"C58", "C59"} {
		q, ok := embedded(t).Question(id)
		if !ok {
			t.Fatalf("question %s is not in the bank", id)
		}
		j := NewCase(embedded(t), transcript.B2, transcript.Profile{}, "").Judge(transcript.Turn{Question: id, Officer: q.Ask, Applicant: "Yes, I will never go back, I want to stay there forever."}, nil)
		if len(j.Turn.Findings) > 0 || j.Cause != "" || len(j.Claims) > 0 || value(t, j.Turn.Bands.Composure) != -1 {
			t.Errorf("%s: judged %+v", id, j)
		}
	}
}

func TestCauses(t *testing.T) {
	sponsor := `{"finance":{"sponsors":[{"relationship":"father"}]}}`
	for _, tt := range []struct {
		question, answer string
		want             questionbank.Cause
	}{
		{"F27", "My father.", ""},
		{"F27", "My uncle in New Jersey pays.", questionbank.Contradiction},
		{"F40", "Yes, I must work to pay the second year.", questionbank.Risky},
		{"F27", "We are a respectable family, sir.", questionbank.NoAnswer},
		{"F27", "", questionbank.NoAnswer},
		{"F02", "Good ranking and low fees, sir.", questionbank.Vague},
		{"F28", strings.Repeat("It costs a lot because tuition changes and rent changes. ", 6) + "It is 47,000 dollars.", questionbank.Long},
	} {
		if got := judge(t, transcript.F1, sponsor, tt.question, tt.answer).Cause; got != tt.want {
			t.Errorf("%s %q: cause %q, want %q", tt.question, tt.answer, got, tt.want)
		}
	}
}

func TestRecitedIsWordForWord(t *testing.T) {
	c := NewCase(embedded(t), transcript.F1, transcript.Profile{}, "")
	answer := "It has a data science programme with a health analytics track, and my project was on hospital records."
	first := c.Judge(transcript.Turn{Question: "F02", Applicant: answer}, nil)
	again := c.Judge(transcript.Turn{Question: "F17", Applicant: "Yes, sir. " + answer}, []Judged{first})
	if first.Cause == questionbank.Recited || again.Cause != questionbank.Recited {
		t.Errorf("causes %q then %q, want the second to be recited", first.Cause, again.Cause)
	}
	same := c.Judge(transcript.Turn{Question: "F17", Applicant: strings.ToUpper(answer)}, []Judged{first})
	if same.Cause != questionbank.Same {
		t.Errorf("cause %q, want the whole answer to be the same", same.Cause)
	}
}

func TestRubricIsFoundByName(t *testing.T) {
	in := transcript.Transcript{Category: transcript.B2, Turns: []transcript.Turn{{Officer: "Are you married?", Applicant: "Yes."}}}
	for _, tt := range []struct {
		rubric string
		fails  bool
	}{{"", false}, {"2026.1", false}, {"1999.1", true}} {
		in.Rubric = tt.rubric
		out, err := Grade(embedded(t), in)
		if errors.Is(err, transcript.ErrInvalid) != tt.fails || !tt.fails && out.Rubric != "2026.1" {
			t.Errorf("rubric %q: graded under %q, error %v", tt.rubric, out.Rubric, err)
		}
	}
	for crit := range rubric2026.weights {
		for c, sum := range map[transcript.Category]int{transcript.B2: 0, transcript.F1: 0, transcript.J1Physician: 0, transcript.J1SWT: 0, transcript.H1B: 0} {
			for _, row := range rubric2026.weights {
				sum += row.of(c)
			}
			if sum != 100 {
				t.Fatalf("weights of %s add to %d (%s)", c, sum, crit)
			}
		}
	}
}

func TestUnusableTranscripts(t *testing.T) {
	turn := []transcript.Turn{{Officer: "Are you married?", Applicant: "Yes."}}
	for name, in := range map[string]transcript.Transcript{
		"no turns":         {Category: transcript.B2},
		"unknown category": {Category: "Z9", Turns: turn},
		"unknown rubric":   {Category: transcript.B2, Rubric: "x", Turns: turn},
	} {
		if _, err := Grade(embedded(t), in); !errors.Is(err, transcript.ErrInvalid) {
			t.Errorf("%s: error %v, want ErrInvalid", name, err)
		}
	}
}

// TestOrdinaryWordsAreNoFault holds what sounds like a fault and is none.
func TestOrdinaryWordsAreNoFault(t *testing.T) {
	for _, tt := range []struct{ question, answer string }{
		{"JP39", "I go back to Mercy Hospital in Accra, sir, where my right to practise is kept."},
		{"JP44", "Most of them came back, sir, I think, but I am not sure of all."},
		{"B63", "I will come again next year, madam, with my husband."},
		{"C34", "The letter said 214(b); I did not understand it fully at that time."},
		{"B17", "My hospital is private and I work there as a pharmacist, officer."},
		{"JX54", "What I do is the same thing every day; there I would learn the whole kitchen."},
	} {
		j := judge(t, transcript.J1Trainee, `{}`, tt.question, tt.answer)
		if got := value(t, j.Turn.Bands.Composure); got != 4 {
			t.Errorf("%q: composure %d, want 4", tt.answer, got)
		}
	}
}
