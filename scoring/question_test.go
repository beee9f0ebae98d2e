package scoring

import (
	"testing"

	"github.com/viceconsul/viceconsul/interview/transcript"
	"github.com/viceconsul/viceconsul/interview/transcript/measure"
	"github.com/viceconsul/viceconsul/questionbank"
)

func TestWanted(t *testing.T) {
	for line, want := range map[string]want{
		"Are you married?": wantYesNo, "Married?": wantYesNo, "Any kids?": wantYesNo, "Who is paying for your studies?": wantWho,
		"What is your salary?": wantAmount, "How much will it cost?": wantAmount, "How many people work there?": wantCount,
		"How long will you stay?": wantLength, "How many weeks?": wantLength, "When do classes start?": wantDate, "By what date?": wantDate,
		"Where will you work?": wantPlace, "Why this university?": wantReason, "What will you study?": wantAnything,
		"Good morning. Passport, please.": wantPaper, "Do you have children? How old are they?": wantCount,
	} {
		q := lastQuestion(line)
		if got := wanted(measure.Words(q), q[len(q)-1] == '?'); got != want {
			t.Errorf("%q wants %d, want %d", line, got, want)
		}
	}
}

// TestQuestionOfOwnWords finds the topic of lines that are no bank question.
func TestQuestionOfOwnWords(t *testing.T) {
	for _, tt := range []struct {
		category    transcript.Category
		line, topic string
	}{
		{transcript.F1, "So who will be paying for all this?", "f.fund"},
		{transcript.F1, "And what are your plans once you finish?", "f.work"},
		{transcript.B2, "How long are you planning to be there?", "b.purpose"},
		{transcript.B2, "Has any US visa been denied to you?", "com.refusal"},
		{transcript.H1B, "How much do they pay you?", "h.wage"},
		{transcript.J1Physician, "Were you refused a visa earlier?", "com.refusal"},
		{transcript.F1, "Okay.", ""},
		{transcript.F1, "I see you have a scholarship.", ""},
		{transcript.B2, "Do you like football?", ""},
		{transcript.H1B, "Can you hear me?", ""},
	} {
		j := NewCase(embedded(t), tt.category, transcript.Profile{}, "").Judge(transcript.Turn{Officer: tt.line, Applicant: "Yes, sir."}, nil)
		if j.Turn.Topic != tt.topic {
			t.Errorf("%s %q: topic %q, want %q", tt.category, tt.line, j.Turn.Topic, tt.topic)
		}
	}
}

func TestShortLineGoesOnWithTheQuestionBefore(t *testing.T) {
	c := NewCase(embedded(t), transcript.B2, transcript.Profile{}, "")
	first := c.Judge(transcript.Turn{Question: "B30", Applicant: "My family and my job are here."}, nil)
	second := c.Judge(transcript.Turn{Officer: "By what date?", Applicant: "In August."}, []Judged{first})
	if second.Question == nil || second.Question.ID != "B30" {
		t.Fatalf("the line goes on with %v, want B30", second.Question)
	}
	if got := value(t, second.Turn.Bands.Brevity); got != 4 {
		t.Errorf("two words to %q: brevity %d, want 4", "By what date?", got)
	}
	if second.Cause == questionbank.NoAnswer {
		t.Error("a date was taken for no answer")
	}
}
