package main

import (
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/viceconsul/viceconsul/interview/openai/standin"
)

// politely words each line as the bank does, with a word before it that the bank never says.
func politely(c *standin.Call) string { return "Right. " + c.Part("line") }

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
			if len(s.Calls()) == 0 || strings.Contains(out, "Officer: Right. ") != tt.worded {
				t.Errorf("%d calls; the officer said:\n%s", len(s.Calls()), out)
			}
		})
	}
}

// An applicant who wants no model has none: not so much as a connection is opened, for
// words, names or anything else. Without that choice there is one.
func TestPlainInterviewSendsNothing(t *testing.T) {
	for _, plain := range []bool{true, false} {
		s := standin.New(t, standin.Always(standin.SaysOf(politely)))
		t.Setenv("OPENAI_BASE_URL", s.URL())
		args := []string{"interview", "--category", "f1"}
		if plain {
			args = append(args, "--plain")
		}
		code, out, errs := ran(t, strings.Repeat("My father, sir.\n", 45), args...)
		if code != exitFine || (s.Opened() > 0) == plain {
			t.Errorf("plain %t: exit %d, %d connections to the endpoint, err %q, out %q", plain, code, s.Opened(), errs, out)
		}
	}
}

// With no endpoint configured a whole interview opens no connection but to itself, and
// asks no name server: every connect of the process is looked at.
func TestNoEndpointNoSocket(t *testing.T) {
	strace, err := exec.LookPath("strace")
	if err != nil {
		t.Skip("strace is not here to look at the sockets")
	}
	program, err := binary()
	if err != nil {
		t.Fatal(err)
	}
	trace := filepath.Join(t.TempDir(), "trace")
	cmd := exec.CommandContext(t.Context(), strace, "-f", "-qq", "-e", "trace=connect,sendto,sendmsg,sendmmsg", "-o", trace, program, "interview", "--category", "f1")
	cmd.Env = append(os.Environ(), "OPENAI_API_KEY=", "OPENAI_BASE_URL=")
	cmd.Stdin = strings.NewReader(strings.Repeat("My father, sir.\n", 45))
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Skipf("strace: %v: %s", err, out) // it may not be let look
	}
	calls, err := os.ReadFile(trace)
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(out), "ractice") || !strings.Contains(string(calls), "127.0.0.1") {
		t.Fatalf("no interview, or no look at it: %s", out)
	}
	for line := range strings.Lines(string(calls)) {
		if strings.Contains(line, "sa_family=AF_INET") && !strings.Contains(line, `inet_addr("127.0.0.1")`) || strings.Contains(line, "htons(53)") {
			t.Errorf("the process reached out: %s", line)
		}
	}
}

// Measured: from the stand-in's first token to the first words of the line on the
// applicant's socket, with tokens as far apart as real ones.
func TestFirstWords(t *testing.T) {
	var mu sync.Mutex
	var first time.Time
	s := standin.New(t, standin.Always(func(w http.ResponseWriter, r *http.Request, c *standin.Call) {
		time.Sleep(80 * time.Millisecond) // as a model reads the prompt
		mu.Lock()
		first = time.Now()
		mu.Unlock()
		standin.Paced(0, 20*time.Millisecond, strings.SplitAfter("And now. "+c.Part("line"), " ")...)(w, r, c)
	}))
	t.Setenv("OPENAI_BASE_URL", s.URL())
	c := &client{}
	stop, err := c.serveHere(t.Context(), modelFlags{URL: s.URL(), Name: "small"}, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer stop()
	var waits []time.Duration
	for len(waits) < 30 {
		waits = append(waits, firstWords(t, c, func() time.Time { mu.Lock(); defer mu.Unlock(); return first })...)
	}
	slices.Sort(waits)
	t.Logf("first words on the socket after the first token, %d lines: median %s, p95 %s, p99 %s, most %s",
		len(waits), waits[len(waits)/2], waits[len(waits)*95/100], waits[len(waits)*99/100], waits[len(waits)-1])
}

// firstWords are the waits of one interview.
func firstWords(t *testing.T, c *client, first func() time.Time) (waits []time.Duration) {
	t.Helper()
	if err := c.start(t.Context(), order{Category: "f1", Mode: "exam", Minutes: 5}); err != nil {
		t.Fatal(err)
	}
	sat, err := c.sit(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer sat.conn.Close()
	passing := 0
	for h := range sat.heard {
		if h.Type == "delta" && h.Turn != passing {
			passing = h.Turn
			waits = append(waits, time.Since(first()))
		}
		if !c.note(h) {
			continue
		}
		switch {
		case h.Type == "graded":
			return waits
		case c.asked != 0 && c.unsent == nil:
			if err := c.answer(sat, "My father, sir."); err != nil {
				t.Fatal(err)
			}
		}
	}
	t.Fatal("the interview was not graded")
	return nil
}
