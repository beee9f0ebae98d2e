package interview

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/viceconsul/viceconsul/interview/transcript"
)

// A recorded event is a line of a log as a store keeps it.
type recorded struct {
	Name string          `json:"name"`
	Body json.RawMessage `json:"body"`
}

// Logs recorded by an earlier build go on in this one as they went then: whoever
// restarts with a newer binary of the same rubric has the same interview. When a log
// differs, either the change is unwanted, or it needs a rubric of its own.
func TestRecordedInterviewsGoOn(t *testing.T) {
	for _, a := range applicants {
		file := filepath.Join("testdata", "recorded", strings.ToLower(string(a.category))+".jsonl")
		if *update {
			record(t, file, rehearse(t, embedded(t), opened(a.category, profileOf(t, a.declared), Sceptical, 21), plausible).events)
		}
		s := New(embedded(t))
		for _, ev := range logged(t, file) {
			if owed := s.Pending(); len(owed) > 0 {
				if diff := cmp.Diff(due(owed[0], ev), ev); diff != "" {
					t.Fatalf("%s goes another way than it was recorded:\n%s", file, diff)
				}
			}
			s = stepped(t, s, ev)
		}
		if !s.Closed() {
			t.Errorf("%s does not end", file)
		}
	}
}

// An earlier build may have decided where this one would ask on, or asked on where this
// one would decide. What was said stands, and the interview goes on from there.
func TestLogsOfOtherOfficers(t *testing.T) {
	events := logged(t, filepath.Join("testdata", "recorded", "f1.jsonl"))
	decided := slices.IndexFunc(events, func(ev Event) bool { return ev.Name() == "decided" })
	answered := slices.IndexFunc(events, func(ev Event) bool { return ev.Name() == "answered" })

	s := New(embedded(t))
	for _, ev := range slices.Concat(events[:answered+1], events[decided:]) {
		s = stepped(t, s, ev)
	}
	if !s.Closed() {
		t.Error("a log that decides early does not end")
	}

	s = New(embedded(t))
	for _, ev := range events[:decided] {
		s = stepped(t, s, ev)
	}
	more := Asked{Turn: len(s.asked) + 1, Text: "One more thing. Who is with you today?", Kind: transcript.Question, At: morning}
	s = stepped(t, s, more)
	if s.Turn() != more.Turn {
		t.Errorf("the line asked on waits at turn %d, want %d", s.Turn(), more.Turn)
	}
	s = stepped(t, s, Answered{Turn: more.Turn, ID: "one-more", Text: "Nobody, officer.", At: morning})
	if len(s.Turns()) != more.Turn {
		t.Errorf("%d turns, want the one asked on among them", len(s.Turns()))
	}
}

// due is the event this build would answer an effect with, at the recorded time.
func due(owed Effect, then Event) Event {
	switch e := owed.(type) {
	case Compose:
		if asked, ok := then.(Asked); ok {
			return e.Move.Asked(e.Move.Line, "", asked.At)
		}
	case Decide:
		if decided, ok := then.(Decided); ok {
			return Decided{Outcome: e.Outcome, Typing: e.Typing, At: decided.At}
		}
	case Seal:
		return then
	}
	return nil
}

func record(t *testing.T, file string, events []Event) {
	t.Helper()
	var b strings.Builder
	for _, ev := range events {
		name, body, err := Encode(ev)
		if err != nil {
			t.Fatal(err)
		}
		line, err := json.Marshal(recorded{name, body})
		if err != nil {
			t.Fatal(err)
		}
		b.Write(append(line, '\n'))
	}
	if err := os.WriteFile(file, []byte(b.String()), 0o644); err != nil {
		t.Fatal(err)
	}
}

func logged(t *testing.T, file string) []Event {
	t.Helper()
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var events []Event
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		var r recorded
		if err := json.Unmarshal(lines.Bytes(), &r); err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		ev, err := Decode(r.Name, r.Body)
		if err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		events = append(events, ev)
	}
	return events
}
