package live

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/viceconsul/viceconsul/interview"
)

// Whoever comes first to an interview just started is told what this instance wrote
// itself: only the fence is looked at.
func TestAttachFirst(t *testing.T) {
	log := newMemory()
	s := open(t, log)
	head := begin(t, s)
	before := log.calls
	_, first, _ := attach(t, s, head, Position{})
	if calls := log.calls - before; calls != 1 {
		t.Errorf("the first arrival took %d calls to storage, want 1 for the fence", calls)
	}
	_, again, _ := attach(t, s, head, Position{})
	if diff := cmp.Diff(encoded(t, again.Missed), encoded(t, first.Missed)); diff != "" {
		t.Errorf("told at once differs from the log (-log +told):\n%s", diff)
	}
	if n := int64(len(first.Missed)); n != head.Offset || first.Recovered {
		t.Errorf("told %d messages, recovered %v; want %d, false", n, first.Recovered, head.Offset)
	}
}

// What an answer brings is told in one go: every message but the last says that
// more follows.
func TestMore(t *testing.T) {
	s := open(t, newMemory())
	v, _, e := attach(t, s, begin(t, s), Position{})
	if _, err := v.Answer(t.Context(), say(1, "To study data science.")); err != nil {
		t.Fatal(err)
	}
	heard := e.messages()
	for i, m := range heard {
		if more := i+1 < len(heard); m.More != more {
			t.Errorf("message %d of %d says more: %v", i+1, len(heard), m.More)
		}
	}
	if len(heard) < 2 {
		t.Errorf("heard %d messages, want the answer and a question", len(heard))
	}
}

// encoded are messages of the log as they are stored.
func encoded(t *testing.T, messages []Message) (all []string) {
	t.Helper()
	for _, m := range messages {
		name, body, err := interview.Encode(m.Event)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, fmt.Sprint(m.Offset, " ", name, " ", string(body)))
	}
	return all
}
