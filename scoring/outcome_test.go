package scoring

import (
	"slices"
	"strings"
	"testing"

	"github.com/viceconsul/viceconsul/interview/transcript"
)

// turnsOf are answers to bank questions: id, answer, id, answer. "probe F27" is a
// probe, "follow_up F27" a follow-up.
func turnsOf(t testing.TB, script ...string) []transcript.Turn {
	t.Helper()
	var out []transcript.Turn
	for pair := range slices.Chunk(script, 2) {
		turn := transcript.Turn{Kind: transcript.Question, Question: pair[0], Applicant: pair[1]}
		if kind, id, ok := strings.Cut(pair[0], " "); ok {
			turn.Kind, turn.Question = transcript.Kind(kind), id
		}
		q, ok := embedded(t).Question(turn.Question)
		if !ok {
			t.Fatalf("question %s is not in the bank", turn.Question)
		}
		turn.Officer = q.Ask
		out = append(out, turn)
	}
	return out
}

const (
	visitor = `{"trip":{"length_of_stay":"3 weeks","payer":"self"},"us_history":{"prior_refusals":[]},"ties":{"plan_after":"reopen my shop in Kumasi in August"}}`
	worker  = `{"h1b":{"petitioner":"Example Analytics Inc.","job_title":"Data Engineer","wage_usd":"USD 112,000/year","worksites":["Plano, TX"]}}`
	refusal = `{"us_history":{"prior_refusals":["2022, Karachi, B1B2, 214(b)"]}}`
)

func TestOutcomes(t *testing.T) {
	for _, tt := range []struct {
		name     string
		category transcript.Category
		profile  string
		script   []string
		want     transcript.Decision
		ground   string
		because  []int // turns
	}{
		{"an offer ends the interview", transcript.B2, visitor, []string{
			"B02", "Three weeks, from 5 July.", "B10", "I pay myself.", "B30", "Take this two hundred dollars, my friend, and give me the visa.",
		}, transcript.Refused, "214(b)", []int{3}},
		{"a second insult ends the interview", transcript.H1B, worker, []string{
			"H01", "You are stupid.", "H01", "I am a data engineer at Example Analytics.", "H23", "You are an idiot, sir.",
		}, transcript.Refused, "221(g)", []int{1, 3}},
		{"three good answers are enough", transcript.B2, visitor, []string{
			"B02", "Three weeks.", "B10", "I am paying myself.", "B30", "My shop in Kumasi reopens in August, and my mother lives with me."}, transcript.Issued, "", nil},
		{"another length of stay", transcript.B2, visitor, []string{
			"B02", "Six months.", "B10", "I am paying myself.", "B30", "My shop in Kumasi reopens in August, and my mother lives with me."}, transcript.Refused, "214(b)", []int{1}},
		{"taken back when pressed", transcript.B2, visitor, []string{
			"B02", "Six months.", "probe B02", "Sorry, three weeks.", "B30", "My shop in Kumasi reopens in August, and my mother lives with me."}, transcript.Issued, "", nil},
		{"a plan to stay", transcript.B2, visitor, []string{
			"B02", "Three weeks.", "B30", "I want to stay there permanently with my brother."}, transcript.Refused, "214(b)", []int{2}},
		{"a denied refusal", transcript.J1Physician, refusal, []string{
			"C33", "No, I was never refused a visa."}, transcript.Stopped, "", []int{1}},
		{"another purpose", transcript.B2, visitor, []string{
			"B02", "Three weeks.", "B09", "Can you just write tourism, please?"}, transcript.Stopped, "", []int{2}},
		{"a paper is missing", transcript.B2, visitor, []string{
			"B02", "Three weeks.", "B19", "Yes, three weeks in June, but I do not have the letter with me."}, transcript.Refused, "221(g)", nil},
		{"an H-1B wage that differs", transcript.H1B, worker, []string{
			"H23", "They pay me ninety thousand dollars a year.", "H27", "In Plano."}, transcript.Refused, "221(g)", []int{1}},
		{"an H-1B hope for a green card", transcript.H1B, worker, []string{
			"H23", "One hundred twelve thousand dollars a year.", "H27", "In Plano.", "H50", "We hope to get a green card in some years."}, transcript.Issued, "", nil},
		{"an overstay told, declared or not", transcript.B2, visitor, []string{
			"B02", "Three weeks.", "B10", "I am paying myself.", "B30", "My shop in Kumasi reopens in August, and my mother lives with me.", "C29", "Yes, I overstayed six months in 2019."}, transcript.Refused, "214(b)", []int{4}},
		{"an overstay told of a visit", transcript.B2, visitor, []string{
			"B02", "Three weeks.", "B10", "I am paying myself.", "B30", "My shop in Kumasi reopens in August, and my mother lives with me.", "C27", "Yes, in 2018, and I stayed eight months longer than my visa."}, transcript.Refused, "214(b)", []int{4}},
		{"no overstay", transcript.B2, visitor, []string{
			"B02", "Three weeks.", "B10", "I am paying myself.", "B30", "My shop in Kumasi reopens in August, and my mother lives with me.", "C29", "No, I never stayed longer than allowed."}, transcript.Issued, "", nil},
		{"somebody else's overstay", transcript.B2, visitor, []string{
			"B02", "Three weeks.", "B10", "I am paying myself.", "B30", "My shop in Kumasi reopens in August, and my mother lives with me.", "C29", "No. A neighbour of mine overstayed, but I never did."}, transcript.Issued, "", nil},
		{"nothing was heard", transcript.B2, visitor, []string{"B02", "Pardon?"}, transcript.Stopped, "", nil},
		{"no answers at all", transcript.B2, visitor, []string{"B02", "", "B30", ""}, transcript.Refused, "214(b)", nil},
	} {
		out, err := Grade(embedded(t), transcript.Transcript{Category: tt.category, Profile: declared(t, tt.profile), InterviewDate: "2027-04-22", Turns: turnsOf(t, tt.script...)})
		if err != nil {
			t.Fatal(err)
		}
		sound(t, tt.name, out)
		o := out.Outcome
		if o.Decision != tt.want || o.Ground != tt.ground {
			t.Errorf("%s: %s %s, want %s %s\n%s%s", tt.name, o.Decision, o.Ground, tt.want, tt.ground, findingsText(out), gradesText(out))
		}
		for i, turn := range tt.because {
			if i >= len(o.Because) || o.Because[i].Turn != turn {
				t.Errorf("%s: because %v, want turn %d", tt.name, o.Because, turn)
			}
		}
	}
}

func TestShortInterviewNamesWhatWasNotTested(t *testing.T) {
	out := graded(t, transcript.Transcript{Category: transcript.B2, Profile: declared(t, visitor), Turns: turnsOf(t, "B02", "Three weeks.")})
	if !slices.ContainsFunc(out.Outcome.Next, func(line string) bool { return strings.HasPrefix(line, "Not tested: ") }) {
		t.Errorf("next %q, want what was not tested", out.Outcome.Next)
	}
}

// What was told unasked, and not as declared, is no topic that was not tested; what was
// told as declared still is.
func TestConflictToldUnaskedIsTested(t *testing.T) {
	profile := `{"finance":{"sponsors":[{"relationship":"father"}]},"f1":{"school":"Example State University"}}`
	for payer, want := range map[string]bool{"uncle": false, "father": true} {
		out := graded(t, transcript.Transcript{Category: transcript.F1, Profile: declared(t, profile), Turns: turnsOf(t,
			"F02", "It has a data lab at Example State University, and my "+payer+" pays for all of it.")})
		pays := slices.ContainsFunc(out.Outcome.Next, func(line string) bool { return strings.Contains(line, "who pays") })
		home := slices.ContainsFunc(out.Outcome.Next, func(line string) bool { return strings.Contains(line, "home base") })
		if pays != want || !home {
			t.Errorf("told that the %s pays: next %q, want who pays among what was not tested: %t, home base: true", payer, out.Outcome.Next, want)
		}
	}
}

func TestConflictHoldsTheGradeDown(t *testing.T) {
	good := []string{"B02", "Three weeks.", "B10", "I am paying myself.", "B30", "My shop in Kumasi reopens in August, and my mother lives with me."}
	in := transcript.Transcript{Category: transcript.B2, Profile: declared(t, visitor), Turns: turnsOf(t, good...)}
	before := graded(t, in).Grades
	in.Turns[1].Applicant = "My uncle in Chicago is paying for everything."
	after := graded(t, in).Grades
	was, _ := before.Overall.Value()
	is, _ := after.Overall.Value()
	if before.Letter != "A" || is > rubric2026.outcome.conflict || is >= was || after.Capped == "" {
		t.Errorf("before %s %d, after %s %d capped %q; want an A, then at most %d with its reason", before.Letter, was, after.Letter, is, after.Capped, rubric2026.outcome.conflict)
	}
}
