package interview

import (
	"testing"

	"github.com/viceconsul/viceconsul/interview/transcript"
)

// An engine may hear the answer to the line that is open, unless nobody is to keep it
// or no model takes part.
func TestListens(t *testing.T) {
	private, open := Asked{Turn: 1, Topic: privateTopic}, Asked{Turn: 1}
	for _, test := range []struct {
		name  string
		s     Session
		turn  int
		wants bool
	}{
		{"the open turn", Session{phase: listening, asked: []Asked{open}}, 1, true},
		{"another turn", Session{phase: listening, asked: []Asked{open}}, 2, false},
		{"no turn", Session{phase: listening, asked: []Asked{open}}, 0, false},
		{"between turns", Session{phase: asking, asked: []Asked{open}}, 1, false},
		{"a private line", Session{phase: listening, asked: []Asked{private}}, 1, false},
		{"no model", Session{phase: listening, asked: []Asked{open}, started: Started{Officer: Persona{Plain: true}}}, 1, false},
	} {
		if got := test.s.Listens(test.turn); got != test.wants {
			t.Errorf("%s: Listens = %t, want %t", test.name, got, test.wants)
		}
	}
}

// Of a spoken answer all was heard: its recording ended when the officer cut in.
func TestCutInOnSpeech(t *testing.T) {
	s := Session{asked: []Asked{{Turn: 1}}, cut: &CutIn{Turn: 1, Words: 1}}
	for _, voice := range []*transcript.Voice{nil, {}} {
		got := s.turn(Answered{Turn: 1, Text: "I will study data science.", Voice: voice})
		if spoken := voice != nil; !got.Cut || (got.Unheard == "") != spoken || (got.Applicant == "I will study data science.") != spoken {
			t.Errorf("spoken %t: heard %q, unheard %q", spoken, got.Applicant, got.Unheard)
		}
	}
}
