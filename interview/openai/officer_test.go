package openai

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/viceconsul/viceconsul/interview"
	"github.com/viceconsul/viceconsul/interview/live"
	"github.com/viceconsul/viceconsul/interview/openai/standin"
	"github.com/viceconsul/viceconsul/interview/transcript"
)

// brief is a move on who pays, with the bank's line.
func brief(line string) live.Brief {
	return live.Brief{
		Category: transcript.F1,
		Temper:   interview.Brisk,
		Move:     interview.Move{Turn: 2, Kind: transcript.Question, Topic: "f.fund", Line: line},
	}
}

func newOfficer(t *testing.T, s *standin.Server) *Officer {
	t.Helper()
	o, err := NewOfficer(Config{BaseURL: s.URL(), Model: "small"})
	if err != nil {
		t.Fatal(err)
	}
	return o
}

func TestWordSaysACheckedLine(t *testing.T) {
	s := standin.New(t, standin.Always(standin.Says("So who pays for your studies?")))
	var pieces []string
	line, err := newOfficer(t, s).Word(t.Context(), brief("Who is paying for your studies?"), func(p string) { pieces = append(pieces, p) })
	if err != nil || line != "So who pays for your studies?" {
		t.Fatalf("Word = %q, %v", line, err)
	}
	if strings.Join(pieces, "") != line {
		t.Errorf("pieces said = %q, want the line", pieces)
	}
	if system := s.Calls()[0].Messages[0]; system.Role != "system" || strings.Contains(system.Content, "paying for your studies") {
		t.Errorf("the bank's line stands among the instructions; it is data")
	}
}

// Whatever the endpoint does, no line of it is said and no word of it shown.
func TestWordFailsWithoutTheReply(t *testing.T) {
	for _, k := range standin.Kinds() {
		t.Run(k.Name, func(t *testing.T) {
			t.Parallel()
			s := standin.New(t, standin.Always(k.Reply))
			ctx, cancel := context.WithTimeout(t.Context(), time.Second)
			defer cancel()
			line, err := newOfficer(t, s).Word(ctx, brief("Who is paying for your studies?"), func(p string) {
				if strings.ContainsAny(p, "?<>") {
					t.Errorf("said %q", p)
				}
			})
			if err == nil {
				t.Fatalf("Word = %q, want an error", line)
			}
			if strings.Contains(err.Error(), standin.Secret) {
				t.Errorf("error shows the reply's body: %v", err)
			}
		})
	}
}

func TestNewOfficerRefusesAnUnusableAddress(t *testing.T) {
	for _, address := range []string{"localhost:11434", "ftp://host/v1", "://", "http://"} {
		if _, err := NewOfficer(Config{BaseURL: address, Model: "m"}); err == nil {
			t.Errorf("NewOfficer(%q) took it", address)
		}
	}
}

// Natural wordings of the bank's lines pass; what goes beyond them does not.
func TestCheckLine(t *testing.T) {
	for _, tt := range []struct {
		bank, said string
		passes     bool
	}{
		{"Who is paying for your studies?", "Who's paying for your degree?", true},
		{"Who is paying for your studies?", "And who will fund your education?", true},
		{"Who is paying for your studies?", "Okay, sir. How are you paying for this?", true},
		{"Who is paying for your studies?", "\"So who pays?\"", true},
		{"Who is paying for your studies?", "Is your father paying for your studies?", false},
		{"Who is paying for your studies?", "Who is paying and where do you live and why?", false},
		{"Who is paying for your studies?", "Ahmed pays for your studies?", false},
		{"Who is paying for your studies?", "Who is paying for your studies", false},
		{"Tell me about your company.", "So, tell me about your company.", true},
		{"Tell me about your company.", "What does your company do?", false},
		{"Why?", "And why is that?", true},
		{"Why?", "Why bananas, my friend?", false},
		{"You said USD 30,000; the form says USD 47,000. Which is it?", "The form says USD 47,000, you said USD 30,000. Which is right?", true},
		{"You said USD 30,000; the form says USD 47,000. Which is it?", "The form says USD 74,000. Which is right?", false},
		{"Have you ever been refused a visa?", "Were you ever refused a visa?", true},
		{"When will you return to India?", "When are you going back to India?", true},
		{"When will you return to India?", "When are you going back to Iran?", false},
	} {
		line, err := checkLine(tt.said, interview.Move{Line: tt.bank}, "")
		if (err == nil) != tt.passes {
			t.Errorf("checkLine(%q) for %q = %q, %v; passes should be %t", tt.said, tt.bank, line, err, tt.passes)
		}
	}
}

// checkLine judges a whole line at once.
func checkLine(said string, m interview.Move, answer string) (string, error) {
	h := hearing{check: newLineCheck(m, answer), say: func(string) {}, restore: func(w string) string { return w }}
	if err := h.piece(said); err != nil {
		return "", err
	}
	return h.end()
}

func FuzzCheckLine(f *testing.F) {
	f.Add("So who pays?", "Who is paying?")
	f.Add("Why the U.S.?", "Why go to the US?")
	f.Add("\xff?", "Who?")
	f.Fuzz(func(t *testing.T, said, bank string) {
		line, err := checkLine(said, interview.Move{Line: bank}, said)
		switch {
		case err != nil && !errors.Is(err, ErrRefused):
			t.Errorf("checkLine(%q, %q): %v is not ErrRefused", said, bank, err)
		case err == nil && (line == "" || len([]rune(line)) > lineRunes || strings.ContainsAny(line, "\n<>")):
			t.Errorf("checkLine(%q, %q) let %q pass", said, bank, line)
		}
	})
}
