package scoring

import (
	"slices"
	"testing"

	"github.com/viceconsul/viceconsul/interview/transcript"
)

// TestRehearsedIsNotedAndCostsNothing reads answers that sound learned: each has its
// note, and no band is lower than that of the same facts in plain words.
func TestRehearsedIsNotedAndCostsNothing(t *testing.T) {
	const again = "My father pays for the whole of the first year from his savings."
	for _, tt := range []struct {
		name, question, before, answer, rule string
	}{
		{"a brochure", "F02", "", "It is a prestigious university with state-of-the-art infrastructure and world-class faculty; its health analytics track fits my project on hospital records in Kumasi in 2025.", "recited"},
		{"word for word", "F27", again, again, "recited"},
		{"one sentence word for word", "F31", again, "It is fifty-two thousand dollars. " + again, "recited"},
		{"an essay", "F02", "", "Firstly, it has a data science track. Secondly, the fees are lower. Furthermore, Professor Diaz works on hospital records.", "recited"},
		{"plain speech", "F02", "", "It has a data science track, the fees are lower, and Professor Diaz works on hospital records.", ""},
		{"a short answer again", "F27", "My father, sir.", "My father, sir.", ""},
	} {
		c := NewCase(embedded(t), transcript.F1, declared(t, `{"finance":{"sponsors":[{"relationship":"father"}]}}`), "2027-04-22")
		var before []Judged
		if tt.before != "" {
			before = []Judged{c.Judge(turnsOf(t, "F28", tt.before)[0], nil)}
		}
		j := c.Judge(turnsOf(t, tt.question, tt.answer)[0], before)
		at := slices.IndexFunc(j.Turn.Findings, func(f transcript.Finding) bool { return f.Rule == "recited" || f.Rule == "guide" })
		switch {
		case tt.rule == "" && at >= 0:
			t.Errorf("%s: noted as rehearsed: %s", tt.name, j.Turn.Findings[at].Reason)
		case tt.rule != "" && (at < 0 || j.Turn.Findings[at].Rule != tt.rule || j.Turn.Findings[at].Severity != transcript.Note):
			t.Errorf("%s: findings %+v, want a note of %s", tt.name, j.Turn.Findings, tt.rule)
		}
		alone := c.Judge(turnsOf(t, tt.question, tt.answer)[0], nil)
		if got, want := value(t, j.Turn.Bands.Composure), value(t, alone.Turn.Bands.Composure); got != want || got != 4 {
			t.Errorf("%s: composure %d after the same words, %d without, want 4", tt.name, got, want)
		}
		if got := value(t, j.Turn.Bands.Specificity); got < 3 {
			t.Errorf("%s: specificity %d, want 3 or more for the facts it names", tt.name, got)
		}
	}
}

// TestWordsOfAGuide takes the bank's own description of a strong answer.
func TestWordsOfAGuide(t *testing.T) {
	q, _ := embedded(t).Question("F27")
	j := judge(t, transcript.F1, `{}`, "F27", "Sir, "+q.Topic.Strong+".")
	if !slices.ContainsFunc(j.Turn.Findings, func(f transcript.Finding) bool { return f.Rule == "guide" && f.Severity == transcript.Note }) {
		t.Errorf("%q: no note that these are the words of a guide", q.Topic.Strong)
	}
}

// The very answer of another question answers no second one, unless it tells what that
// asks for too; a no may come again.
func TestAnswerOfAnotherQuestion(t *testing.T) {
	const school = "Example State University."
	c := NewCase(embedded(t), transcript.F1, declared(t, `{"f1":{"school":"Example State University"},"finance":{"sponsors":["father"]}}`), "2027-04-22")
	first := c.Judge(transcript.Turn{Officer: "Which school?", Applicant: school}, nil)
	no := c.Judge(transcript.Turn{Officer: "Have you been to the US?", Applicant: "No, sir."}, nil)
	for line, want := range map[string]struct {
		answer string
		band   int
	}{
		"Which courses will you take first?": {school, 1},
		"What does your father do?":          {school, 1},
		"Where will you study?":              {school, 4},
		"Any relatives there?":               {"No, sir.", 4},
	} {
		if got := value(t, c.Judge(transcript.Turn{Officer: line, Applicant: want.answer}, []Judged{first, no}).Turn.Bands.Directness); got != want.band {
			t.Errorf("%q to %q: directness %d, want %d", want.answer, line, got, want.band)
		}
	}
}
