package scoring

import (
	"testing"

	"github.com/viceconsul/viceconsul/interview/transcript"
)

// What an answer says of an event hangs on the line: yes to "you were never refused?"
// denies, and what is told in words of its own weighs more than yes or no.
func TestEventsAreToldOrDenied(t *testing.T) {
	const told, denied, nothing = "told", "denied", ""
	for _, tt := range []struct{ path, officer, answer, want string }{
		{"us_history.prior_refusals", "So you have never been refused a visa?", "Correct, sir.", denied},
		{"us_history.prior_refusals", "So you have never been refused a visa?", "No.", denied},
		{"us_history.prior_refusals", "Have you ever been refused a visa?", "I cannot say I was never refused.", told},
		{"us_history.prior_refusals", "Have you ever been refused a visa?", "They did not give me the visa in 2022.", told},
		{"us_history.prior_refusals", "Have you ever been refused a visa?", "Never, except in 2019.", told},
		{"us_history.prior_refusals", "Have you ever been refused a visa?", "No officer ever said no to me.", denied},
		{"us_history.prior_refusals", "Have you ever been refused a visa?", "My elder sister, they refused her.", nothing},
		{"us_history.prior_refusals", "Have you ever been refused a visa?", "The university rejected me.", nothing},
		{"us_history.visits", "Have you been to the US?", "I have not had that pleasure.", denied},
		{"us_history.visits", "Is this your first trip to the US?", "Yes.", denied},
		{"us_history.visits", "Is this your first trip to the US?", "No, the third.", told},
		{"us_history.overstay_or_status_violation", "Did you leave the US on time?", "Yes, always.", denied},
		{"us_history.overstay_or_status_violation", "Did you leave the US on time?", "I left nine days after the date.", told},
		{"security.arrests", "Any trouble with the police?", "Not so much as a parking ticket.", denied},
		{"security.arrests", "Any trouble with the police?", "I slept one night in the station.", told},
		{"us_history.prior_refusals", "Have you ever been refused a visa?", "Not once, not twice, three times.", told},
		{"us_history.prior_refusals", "Have you ever been refused a visa?", "My friend told me they refuse everybody.", nothing},
		{"us_history.visits", "Have you been to the US?", "I planned to go in 2020 but covid came.", nothing},
		{"us_history.visits", "Have you been to the US?", "Only my husband has.", denied},
		{"us_history.visits", "Have you been to the US?", "Quite a few times.", told},
		{"us_history.prior_refusals", "Have you ever been refused a visa?", "No. I was afraid to be refused, so I prepared well.", denied},
		{"us_history.prior_refusals", "Have you ever been refused a visa?", "It was Canada that refused me.", nothing},
		{"us_history.prior_refusals", "Have you ever been refused a visa?", "I can't say that it never happened.", told},
		{"security.arrests", "Have you ever been arrested?", "They arrested the thief who robbed me.", nothing},
		{"us_history.visits", "Have you been to the US?", "I have only been to the airport, for my aunt.", nothing},
		{"us_history.immigrant_petition", "Has anyone filed an immigrant petition for you?", "My aunt filed for my mother.", nothing},
	} {
		c := NewCase(bank(t), transcript.B2, transcript.Profile{}, "2027-04-22")
		a := c.read(transcript.Turn{N: 1, Officer: tt.officer, Applicant: tt.answer}, nil, nil)
		got := nothing
		for _, k := range c.historyClaims(a, nil) {
			if k.Field == tt.path && k.Negative {
				got = denied
			} else if k.Field == tt.path {
				got = told
			}
		}
		if got != tt.want {
			t.Errorf("%q to %q: %q, want %q", tt.answer, tt.officer, got, tt.want)
		}
	}
}
