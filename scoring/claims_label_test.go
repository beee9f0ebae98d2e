package scoring

import (
	"testing"

	"github.com/viceconsul/viceconsul/interview/transcript"
)

// Who a part of an answer is about follows the last person named, and he and she the
// last man and woman.
func TestWhomAPartOfAnAnswerIsAbout(t *testing.T) {
	for _, tt := range []struct {
		line, answer, word string
		want               party
	}{
		{"What does your husband do?", "He drives a bus.", "drives", pHusband},
		{"Are you married?", "I have a husband. He works in a bank.", "bank", pHusband},
		{"What do your parents do?", "My mother sews clothes and my father drives a bus.", "drives", pFather},
		{"What do your parents do?", "My mother sews. She is retired, and my father is a judge. He is old.", "old", pFather},
		{"What do you do?", "I am a nurse.", "nurse", pSelf},
		{"What do you do?", "My neighbour is a nurse.", "nurse", pFriend},
		{"How many siblings?", "I have two brothers, one is an engineer.", "engineer", pBrother},
	} {
		c := NewCase(bank(t), transcript.B2, transcript.Profile{}, "2027-04-22")
		a := c.read(transcript.Turn{N: 1, Officer: tt.line, Applicant: tt.answer}, nil, nil)
		r := labelReader{c: c, a: a, line: pSelf}
		for i, w := range a.words {
			if got := r.about(i); w.Text == tt.word && got&tt.want == 0 {
				t.Errorf("%q: %s is about %b, want %b", tt.answer, w.Text, got, tt.want)
			}
		}
	}
}
