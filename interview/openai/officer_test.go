package openai

import (
	"context"
	"errors"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/viceconsul/viceconsul/interview"
	"github.com/viceconsul/viceconsul/interview/live"
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

func TestWordSaysACheckedLine(t *testing.T) {
	e := newEndpoint(t, streamed("stop", "So who ", "pays for ", "your studies?"))
	o, err := NewOfficer(Config{BaseURL: e.URL + "/v1", Model: "small"})
	if err != nil {
		t.Fatal(err)
	}
	var pieces []string
	line, err := o.Word(t.Context(), brief("Who is paying for your studies?"), func(p string) { pieces = append(pieces, p) })
	if err != nil || line != "So who pays for your studies?" {
		t.Fatalf("Word = %q, %v", line, err)
	}
	if strings.Join(pieces, "") != line {
		t.Errorf("pieces said = %q, want the line", pieces)
	}
	messages := e.asked[0]["messages"].([]any)
	system := messages[0].(map[string]any)["content"].(string)
	if strings.Contains(system, "paying for your studies") {
		t.Errorf("the bank's line stands among the instructions; it is data")
	}
}

func TestWordFailsWithoutTheReply(t *testing.T) {
	tests := []struct {
		name   string
		answer func(http.ResponseWriter, *http.Request)
	}{
		{"server error", status(500)},
		{"too many requests", status(429)},
		{"not found", status(404)},
		{"unauthorised", status(401)},
		{"redirect", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/elsewhere", http.StatusFound) }},
		{"no finish reason", streamed("", "Who pays?")},
		{"cut by length", streamed("length", "Who pays?")},
		{"filtered", streamed("content_filter", "Who pays?")},
		{"nothing said", streamed("stop")},
		{"stalled", stalled},
		{"endless", endless},
		{"two questions", streamed("stop", "Who pays? And how much?")},
		{"a new name", streamed("stop", "Does your uncle Ahmed pay?")},
		{"a new number", streamed("stop", "Who pays the 47,000?")},
		{"markup", streamed("stop", "<b>Who pays?</b>")},
		{"two lines", streamed("stop", "Who pays?\nTell me.")},
		{"a speech", streamed("stop", strings.Repeat("very long ", 30)+"who pays?")},
		{"no question", streamed("stop", "Tell me about money.")},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			e := newEndpoint(t, tt.answer)
			o, err := NewOfficer(Config{BaseURL: e.URL + "/v1", Model: "small"})
			if err != nil {
				t.Fatal(err)
			}
			ctx, cancel := context.WithTimeout(t.Context(), 300*time.Millisecond)
			defer cancel()
			line, err := o.Word(ctx, brief("Who is paying?"), func(p string) { t.Errorf("said %q", p) })
			if err == nil {
				t.Fatalf("Word = %q, want an error", line)
			}
			if strings.Contains(err.Error(), "SECRET") {
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

func FuzzCheckLine(f *testing.F) {
	f.Add("So who pays?", "Who is paying?")
	f.Add("Why the U.S.?", "Why go to the US?")
	f.Add("\xff?", "Who?")
	f.Fuzz(func(t *testing.T, said, bank string) {
		line, err := checkLine(said, bank)
		switch {
		case err != nil && !errors.Is(err, ErrRefused):
			t.Errorf("checkLine(%q, %q): %v is not ErrRefused", said, bank, err)
		case err == nil && (line == "" || len([]rune(line)) > lineRunes || strings.ContainsAny(line, "\n<>")):
			t.Errorf("checkLine(%q, %q) let %q pass", said, bank, line)
		}
	})
}
