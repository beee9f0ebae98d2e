package main

import (
	"strings"
	"testing"

	"github.com/viceconsul/viceconsul/interview/openai/standin"
)

// bankLine is the line a model is asked to word.
func bankLine(c *standin.Call) string { return c.Messages[len(c.Messages)-1].Content }

// politely words each line as the bank does, with a word before it.
func politely(c *standin.Call) string { return "Okay. " + bankLine(c) }

// A model may word the officer's lines; one that fails, in whichever way, makes no
// interview end differently.
func TestInterviewWithAModel(t *testing.T) {
	for name, tt := range map[string]struct {
		reply  standin.Reply
		worded bool
	}{
		"speaks":     {standin.SaysOf(politely), true},
		"is broken":  {standin.Status(500), false},
		"is hostile": {standin.Raw("text/event-stream", "data: {\"choices\":\"<script>\"}\n\n"), false},
	} {
		t.Run(name, func(t *testing.T) {
			s := standin.New(t, standin.Always(tt.reply))
			t.Setenv("OPENAI_BASE_URL", s.URL())
			code, out, errs := ran(t, strings.Repeat("My father, sir.\n", 45), "interview", "--category", "f1")
			if code != exitFine || !strings.Contains(strings.ToLower(out), "practice") {
				t.Fatalf("exit %d, err %q, out %q", code, errs, out)
			}
			if len(s.Calls()) == 0 || strings.Contains(out, "Officer: Okay. ") != tt.worded {
				t.Errorf("%d calls; the officer said:\n%s", len(s.Calls()), out)
			}
		})
	}
}
