package scoring

import (
	"strings"
	"testing"

	"github.com/viceconsul/viceconsul/interview/transcript"
)

// TestStatesOfALife shows how one loan is read through its life: what turns a wording,
// what only waits for it, what belongs to somebody or something else.
func TestStatesOfALife(t *testing.T) {
	tests := []struct {
		officer, answer string
		want            stages // 0 when nothing is told of the loan
	}{
		{"Is the loan approved?", "Yes.", inForce},
		{"Is the loan approved?", "They have.", inForce},
		{"Is the loan approved?", "So far no.", underWay | lapsed | noneThere},
		{"Is the loan still pending?", "No.", inForce | lapsed | noneThere},
		{"Has anything changed since the loan was approved?", "No.", 0},
		{"And your loan?", "The manager signed it on Monday.", inForce},
		{"And your loan?", "They have not signed it.", underWay | lapsed | noneThere},
		{"And your loan?", "We are waiting for the approval.", underWay},
		{"And your loan?", "It will be approved next week.", underWay},
		{"And your loan?", "I applied in May and it came out in June.", inForce},
		{"And your loan?", "They refused.", noneThere},
		{"And your loan?", "The bank said no.", noneThere},
		{"And your loan?", "The letter comes out on Friday.", underWay},
		{"And your loan?", "My cousin got his in June.", 0},
		{"And your loan?", "They gave me the form and I filled it.", 0},
		{"And your loan?", "My ticket is not confirmed yet.", 0},
		{"And your loan?", "If they approve it, I will tell you.", 0},
	}
	c := NewCase(bank(t), transcript.F1, transcript.Profile{}, "2027-05-01")
	for _, tt := range tests {
		var group []Claim
		for _, k := range told(c, tt.officer, tt.answer) {
			if k.Field == "finance.loan" && k.kind == kindState {
				group = append(group, k)
			}
		}
		got := stages(0)
		if len(group) > 0 {
			k, _ := combined(&comparison{c: c, a: &answer{}}, group)
			got = k.stages
		}
		if got != tt.want {
			t.Errorf("%q to %q: %04b, want %04b", tt.answer, tt.officer, got, tt.want)
		}
	}
}

// told are the claims of an answer, in the order they are compared.
func told(c *Case, officer, answer string) []Claim {
	turn := transcript.Turn{Officer: officer, Applicant: answer}
	return c.claimsOf(c.read(turn, c.questionOf(turn, nil), nil), nil)
}

// TestBaseOf keeps apart what only looks alike once its endings are off.
func TestBaseOf(t *testing.T) {
	for _, words := range []string{"approve approves approved approving", "carry carries carried", "drop dropped dropping", "try tries tried", "licence license licensed", "sell sold selling"} {
		all := strings.Fields(words)
		for _, w := range all[1:] {
			if baseOf(w) != baseOf(all[0]) {
				t.Errorf("%q is %q, %q is %q: want one base", w, baseOf(w), all[0], baseOf(all[0]))
			}
		}
	}
	for _, apart := range [][2]string{{"carry", "car"}, {"they", "the"}, {"these", "the"}, {"here", "her"}} {
		if baseOf(apart[0]) == baseOf(apart[1]) {
			t.Errorf("%q and %q have one base", apart[0], apart[1])
		}
	}
}

// TestStatesInLinearTime reads a very long clause made of nothing but wordings.
func TestStatesInLinearTime(t *testing.T) {
	c := NewCase(bank(t), transcript.F1, transcript.Profile{}, "2027-05-01")
	long := strings.Repeat("waiting for the approval not signed it ", 200)
	if n := len(told(c, "And your loan?", long)); n == 0 || n > 2000 {
		t.Errorf("%d claims", n)
	}
}
