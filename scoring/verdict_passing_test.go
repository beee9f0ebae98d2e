package scoring

import (
	"testing"

	"github.com/viceconsul/viceconsul/interview/transcript"
)

// What follows an answer is no second answer, unless it takes the first one back or says
// outright what it is about.
func TestWhatFollowsAnAnswer(t *testing.T) {
	p := declared(t, `{"trip": {"length_of_stay": "3 weeks", "arrival_date": "2027-06-05", "payer": "self"}, "employment": {"employer": "Kigoma Cold Store", "title": "accounts officer", "start_date": "2019-03"}, "family": {"us_immediate_relatives": []}}`)
	c := NewCase(bank(t), transcript.B2, p, "2027-04-22")
	for _, tt := range []struct {
		line, said, field string
		contradicts       bool
	}{
		{"How long will you stay?", "Four months.", "trip.length_of_stay", true},
		{"How long will you stay?", "Three weeks. My neighbour went for five months and came back fat.", "trip.length_of_stay", false},
		{"How long will you stay?", "Three weeks, no, sorry, four months.", "trip.length_of_stay", true},
		{"How long will you stay?", "It is a long flight. Four months.", "trip.length_of_stay", true},
		{"What is your job?", "I am the accounts officer. My late father was a fisherman, so they call me the fisherman.", "employment.title", false},
		{"What is your job?", "I am a taxi driver. My late father was a fisherman.", "employment.title", true},
		{"When do you fly?", "The fifth of June. The wedding is the twelfth.", "trip.arrival_date", false},
		{"When do you fly?", "The wedding takes time. We fly on the twentieth of July.", "trip.arrival_date", true},
		{"Who pays for your trip?", "I do. My cousin's company paid for the last one he made.", "trip.payer", false},
		{"Who pays for your trip?", "I do not. My cousin pays for everything.", "trip.payer", true},
		{"Are you married?", "My husband is a teacher. Tucson has a big airport, they say.", "family.us_immediate_relatives", false},
		{"Who are you?", "I work there for years. I work at Tanga Cement.", "employment.employer", true},
	} {
		turn := c.Judge(transcript.Turn{Officer: tt.line, Applicant: tt.said}, nil).Turn
		got := false
		for _, f := range turn.Findings {
			got = got || f.Field == tt.field && f.Verdict == transcript.Contradiction
		}
		if got != tt.contradicts {
			t.Errorf("%q to %q: contradicts %s is %v, want %v", tt.said, tt.line, tt.field, got, tt.contradicts)
		}
	}
}

// Who has agreed with the profile is not held against what was heard before.
func TestAgreementOutweighsAnEarlierAnswer(t *testing.T) {
	c := NewCase(bank(t), transcript.B2, declared(t, `{"trip": {"length_of_stay": "3 weeks"}}`), "2027-04-22")
	first := c.Judge(transcript.Turn{Officer: "How long will you stay?", Applicant: "Five months."}, nil)
	then := c.Judge(transcript.Turn{Officer: "How long, did you say?", Applicant: "Three weeks."}, []Judged{first})
	for _, f := range then.Turn.Findings {
		if f.Verdict == transcript.Contradiction {
			t.Errorf("the declared length contradicts: %s", f.Reason)
		}
	}
}
