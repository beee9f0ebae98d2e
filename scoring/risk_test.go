package scoring

import (
	"testing"

	"github.com/viceconsul/viceconsul/interview/transcript"
)

// TestRiskStatements says what an officer would act on, and what is allowed.
func TestRiskStatements(t *testing.T) {
	const none = transcript.Severity("")
	for _, tt := range []struct {
		category         transcript.Category
		question, answer string
		want             transcript.Severity
	}{
		// Unlawful work, and work a visitor may not do.
		{transcript.B2, "B01", "I will work in my cousin's shop there for some weeks.", transcript.High},
		{transcript.B2, "B17", "If I find work there I would take it.", transcript.High},
		{transcript.F1, "F40", "I can work off the books in a restaurant.", transcript.High},
		{transcript.J1SWT, "JX36", "Yes, my friend works without papers and helps me.", transcript.High},
		{transcript.H1B, "H40", "Yes, I do freelance work on weekends.", transcript.Medium},
		// Earning the fees.
		{transcript.F1, "F40", "Yes, I must work to pay the second year.", transcript.High},
		{transcript.F1, "F38", "I will work there and pay my tuition with it.", transcript.High},
		{transcript.F1, "F40", "I will try to work off campus too.", transcript.Medium},
		// Staying.
		{transcript.B2, "B30", "I want to settle there with my brother.", transcript.High},
		{transcript.F1, "F41", "I would like to stay in America permanently.", transcript.High},
		{transcript.J1Physician, "JP43", "My cousin will marry me so I can stay.", transcript.High},
		{transcript.J1Physician, "JP43", "Yes.", transcript.High},
		{transcript.F1, "F41", "I will not come back, I want a new life.", transcript.High},
		{transcript.F1, "F41", "I will stay there if I find a job, that is my plan.", transcript.High},
		{transcript.J1Physician, "JP43", "I have not decided yet, it depends on offers.", transcript.Medium},
		{transcript.B2, "B54", "I will change my status to student after I arrive.", transcript.High},
		// Patients, purpose, threats, scripts, funds.
		{transcript.B1, "B56", "I will treat patients in their clinic.", transcript.High},
		{transcript.B2, "B09", "Can you just write tourism, please?", transcript.High},
		{transcript.B2, "B30", "I know the ambassador, you will regret this.", transcript.Medium},
		{transcript.F1, "F27", "My family will manage somehow.", transcript.High},
		{transcript.F1, "F02", "The agent told me what to say about the school.", transcript.Note},

		// Allowed: truthful plans inside the law, and the same words about something else.
		{transcript.F1, "F40", "No, my father covers the year; I might work on campus later.", none},
		{transcript.F1, "F42", "I do not know yet whether I will use OPT; if I do, it is one year and then I come back.", none},
		{transcript.F1, "F41", "I will work in my father's company in Kumasi after I return.", none},
		{transcript.J1SWT, "JX29", "I will work at Lakeside Resort in Wisconsin, forty hours a week.", none},
		{transcript.J1Physician, "JP09", "I will see patients on the wards under supervision.", none},
		{transcript.J1Physician, "JP43", "No, I will not stay there permanently.", none},
		{transcript.J1Physician, "JP37", "Yes, I know the Conrad waiver exists. My plan today is to go home and work at my hospital.", none},
		{transcript.B1, "B35", "To settle the delivery schedule for our 2028 order with Example Supply in Chicago.", none},
		{transcript.B2, "B05", "I will stay with my sister in Boston for three weeks.", none},
		{transcript.B2, "B17", "I work at a bank in Lagos and I will pay from my salary.", none},
		{transcript.B2, "B30", "My uncle wanted me to stay there, but my shop needs me.", none},
		{transcript.B2, "B10", "My father works and pays my trip.", none},
		{transcript.J1Physician, "JP39", "If my hospital offers me the unit, I will run it.", none},
		{transcript.J1Physician, "JP39", "I go back to Mercy Hospital in Accra and see patients there.", none},
		{transcript.F1, "F22", "I had a score of 7 in IELTS and I was grading papers for my professor.", none},
		{transcript.F1, "F41", "I will return home. If I had wanted to stay in the US I would have applied for another program.", none},
		{transcript.B2, "B63", "I will come again next year with my husband.", none},
		{transcript.F1, "F54", "I did not know anyone there before.", none},
		{transcript.H1B, "H50", "We hope to get a green card in some years.", transcript.Note},
	} {
		got := none
		for _, f := range judge(t, tt.category, `{}`, tt.question, tt.answer).Turn.Findings {
			if f.Criterion == transcript.Risk && (got == none || got != transcript.High && f.Severity == transcript.High) {
				got = f.Severity
			}
		}
		if got != tt.want {
			t.Errorf("%s %s %q: risk %q, want %q", tt.category, tt.question, tt.answer, got, tt.want)
		}
	}
}
