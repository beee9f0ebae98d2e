package live

import (
	"errors"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/viceconsul/viceconsul/interview"
	"github.com/viceconsul/viceconsul/interview/store"
	"github.com/viceconsul/viceconsul/interview/transcript"
)

// A whole interview: every answer is told with the question after it, in the order
// of the log, and the end is told with the transcript whose hash it carries.
func TestRehearsal(t *testing.T) {
	log := newMemory()
	s := open(t, log)
	head := begin(t, s)
	v, welcome, e := attach(t, s, head, Position{})
	if welcome.Recovered || len(welcome.Missed) != 2 || welcome.Head.Offset != 2 {
		t.Fatalf("welcome: %+v, want the whole log of two events", welcome)
	}
	turn := 0
	for ; len(e.leaving()) == 0; turn++ {
		if turn == 40 {
			t.Fatal("the interview does not end")
		}
		if _, err := v.Answer(t.Context(), say(turn+1, "My father pays, he is a civil engineer.")); err != nil {
			t.Fatalf("answer %d: %v", turn+1, err)
		}
	}
	next := welcome.Head.Offset + 1
	for _, m := range e.messages() {
		if m.Offset != next {
			t.Fatalf("heard offset %d, want %d", m.Offset, next)
		}
		next++
	}
	last := e.messages()[len(e.messages())-1]
	if _, ok := last.Event.(interview.Graded); !ok || len(last.Sealed) == 0 || e.leaving()[0] != Finished {
		t.Errorf("the end: %+v, left %v", last.Event, e.leaving())
	}
	if !checkLog(t, log, head.ID).Closed() {
		t.Error("the log replays to an interview that is open")
	}
	if n := log.calls; n > 4+turn+1 {
		t.Errorf("%d turns took %d calls to storage, want one commit a turn", turn, n)
	}
	if _, err := v.Answer(t.Context(), say(turn+1, "One more thing.")); !errors.Is(err, interview.ErrClosed) {
		t.Errorf("answer after the end: %v, want ErrClosed", err)
	}
	if offset, err := v.Answer(t.Context(), say(1, "My father pays, he is a civil engineer.")); err != nil || offset != 3 {
		t.Errorf("first answer again after the end: %d, %v, want 3", offset, err)
	}
}

func TestAnswer(t *testing.T) {
	log := newMemory()
	s := open(t, log)
	head := begin(t, s)
	v, _, _ := attach(t, s, head, Position{})
	first := say(1, "To study data science.")
	offset, err := v.Answer(t.Context(), first)
	if err != nil || offset != 3 {
		t.Fatalf("first answer: %d, %v, want offset 3", offset, err)
	}
	other, moved := first, first
	other.Text = "To work."
	moved.Turn = 2
	for name, tc := range map[string]struct {
		answer interview.Answered
		want   error
	}{
		"the same again":          {first, nil},
		"same id, other text":     {other, store.ErrConflict},
		"same id, other turn":     {moved, store.ErrConflict},
		"other id, answered turn": {say(1, "Really."), store.ErrConflict},
		"a turn not asked":        {say(9, "Early."), interview.ErrUnexpected},
		"turn 0":                  {say(0, "Zero."), interview.ErrUnexpected},
		"8,001 characters":        {say(2, strings.Repeat("é", 8001)), transcript.ErrInvalid},
		"NUL":                     {say(2, "a\x00b"), transcript.ErrInvalid},
		"not UTF-8":               {say(2, "a\xffb"), transcript.ErrInvalid},
		"no id":                   {interview.Answered{Turn: 2, Text: "Two."}, transcript.ErrInvalid},
	} {
		got, err := v.Answer(t.Context(), tc.answer)
		if !errors.Is(err, tc.want) || err == nil && got != offset {
			t.Errorf("%s: %d, %v, want %v", name, got, err, tc.want)
		}
	}
	if n := len(log.stored(head.ID)); n != 4 {
		t.Errorf("%d events stored, want 4", n)
	}
	if _, err := v.Answer(t.Context(), say(2, strings.Repeat("é", 8000))); err != nil {
		t.Errorf("8,000 characters: %v", err)
	}
}

func TestAttachSomewhere(t *testing.T) {
	s := open(t, newMemory())
	head := begin(t, s)
	v, _, _ := attach(t, s, head, Position{})
	if _, err := v.Answer(t.Context(), say(1, "To study data science.")); err != nil {
		t.Fatal(err)
	}
	for name, tc := range map[string]struct {
		from      Position
		recovered bool
		missed    int
	}{
		"new":                    {Position{}, false, 4},
		"in the middle":          {Position{head.Epoch, 2}, true, 2},
		"from the start":         {Position{head.Epoch, 0}, true, 4},
		"up to date":             {Position{head.Epoch, 4}, true, 0},
		"beyond the log":         {Position{head.Epoch, 5}, false, 4},
		"another log":            {Position{head.Epoch + 1, 2}, false, 4},
		"an offset under nought": {Position{head.Epoch, -1}, false, 4},
	} {
		_, w, _ := attach(t, s, head, tc.from)
		if w.Recovered != tc.recovered || len(w.Missed) != tc.missed || w.Head.Offset != 4 {
			t.Errorf("%s: recovered %t with %d missed up to %d, want %t with %d up to 4",
				name, w.Recovered, len(w.Missed), w.Head.Offset, tc.recovered, tc.missed)
		}
	}
	for _, k := range []key{{store.Local, "nothing"}, {"another tenant", head.ID}} {
		if _, _, err := s.Attach(t.Context(), k.tenant, k.id, Position{}, &ear{}); !errors.Is(err, store.ErrNotFound) {
			t.Errorf("attach to %v: %v, want ErrNotFound", k, err)
		}
	}
}

func TestNewestWins(t *testing.T) {
	s := open(t, newMemory())
	head := begin(t, s)
	old, _, oldEar := attach(t, s, head, Position{})
	v, _, e := attach(t, s, head, Position{})
	if got := oldEar.leaving(); len(got) != 1 || got[0] != Replaced {
		t.Errorf("the old listener was told %v, want replaced", got)
	}
	if _, err := old.Answer(t.Context(), say(1, "From the old tab.")); !errors.Is(err, ErrReplaced) {
		t.Errorf("answer of the old visit: %v, want ErrReplaced", err)
	}
	old.Leave() // takes nothing from the new one
	if _, err := v.Answer(t.Context(), say(1, "From the new tab.")); err != nil {
		t.Fatal(err)
	}
	if len(e.messages()) != 2 || len(oldEar.messages()) != 0 {
		t.Errorf("new heard %d, old %d messages, want 2 and 0", len(e.messages()), len(oldEar.messages()))
	}
}

func TestRepeat(t *testing.T) {
	s := open(t, newMemory())
	v, w, e := attach(t, s, begin(t, s), Position{})
	asked := w.Missed[1].Event.(interview.Asked)
	for i := range 3 {
		if err := v.Repeat(t.Context(), 1); err != nil {
			t.Fatalf("repeat %d: %v", i+1, err)
		}
	}
	if got := e.messages()[0].Event.(interview.Repeated); got.Text != asked.Text || got.Turn != 1 {
		t.Errorf("said again: %+v, want %q", got, asked.Text)
	}
	for _, turn := range []int{1, 2} { // a fourth time; a turn not asked
		if err := v.Repeat(t.Context(), turn); !errors.Is(err, interview.ErrUnexpected) {
			t.Errorf("repeat turn %d: %v, want ErrUnexpected", turn, err)
		}
	}
}

func TestEnd(t *testing.T) {
	log := newMemory()
	s := open(t, log)
	head := begin(t, s)
	v, _, e := attach(t, s, head, Position{})
	if err := v.End(t.Context()); err != nil {
		t.Fatal(err)
	}
	if err := v.End(t.Context()); !errors.Is(err, interview.ErrClosed) {
		t.Errorf("a second end: %v, want ErrClosed", err)
	}
	if len(e.messages()) != 3 || !checkLog(t, log, head.ID).Closed() {
		t.Errorf("heard %d messages, want ended, decided, graded", len(e.messages()))
	}
	_, w, again := attach(t, s, head, Position{head.Epoch, head.Offset})
	if !w.Head.Sealed || len(w.Missed) != 3 || string(w.Missed[2].Sealed) != string(log.sealed[head.ID]) {
		t.Errorf("arrival after the end: %+v", w.Head)
	}
	if len(again.leaving()) != 0 || len(s.windows) != 0 {
		t.Errorf("a sealed interview keeps %d windows open", len(s.windows))
	}
}

// In coach mode each answer is followed by what the grader saw, also in what a
// returning client missed; in exam mode nothing is said.
func TestCoaching(t *testing.T) {
	s := open(t, newMemory())
	st := started(t)
	st.Mode = interview.Coach
	head, err := s.Start(t.Context(), store.Local, "applicant", st)
	if err != nil {
		t.Fatal(err)
	}
	v, _, e := attach(t, s, head, Position{})
	if _, err := v.Answer(t.Context(), say(1, "To study data science.")); err != nil {
		t.Fatal(err)
	}
	_, w, _ := attach(t, s, head, Position{head.Epoch, 2})
	for name, heard := range map[string][]Message{"told": e.messages(), "missed": w.Missed} {
		if len(heard) != 3 || heard[1].Coach == nil || heard[1].Coach.Turn != 1 || heard[1].Offset != 0 {
			t.Errorf("%s: %+v, want the answer, its coaching, the question", name, heard)
		}
	}
}

// Two tries to send one answer at once, the store being slow: one is stored, both
// are answered alike.
func TestSameAnswerAtOnce(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		log := newMemory()
		s := open(t, log)
		head := begin(t, s)
		v, _, _ := attach(t, s, head, Position{})
		log.slow = time.Second
		var sent sync.WaitGroup
		for range 2 {
			sent.Go(func() {
				if offset, err := v.Answer(t.Context(), say(1, "To study.")); err != nil || offset != 3 {
					t.Errorf("answer: %d, %v, want 3", offset, err)
				}
			})
		}
		sent.Wait()
		checkLog(t, log, head.ID)
	})
}

// A second instance takes an interview over: the first is told so and writes no more.
func TestFenced(t *testing.T) {
	log := newMemory()
	s, other := open(t, log), open(t, log)
	head := begin(t, s)
	v, _, e := attach(t, s, head, Position{})
	fresh, _, _ := attach(t, other, head, Position{})
	if _, err := v.Answer(t.Context(), say(1, "To the old instance.")); !errors.Is(err, store.ErrFenced) {
		t.Errorf("answer to the old instance: %v, want ErrFenced", err)
	}
	if got := e.leaving(); len(got) != 1 || got[0] != Fenced {
		t.Errorf("its listener was told %v, want fenced", got)
	}
	if _, err := fresh.Answer(t.Context(), say(1, "To the new one.")); err != nil {
		t.Errorf("answer to the new instance: %v", err)
	}
	checkLog(t, log, head.ID)
}

func TestClose(t *testing.T) {
	log := newMemory()
	s := open(t, log)
	head := begin(t, s)
	v, _, e := attach(t, s, head, Position{})
	if err := s.Close(t.Context()); err != nil {
		t.Fatal(err)
	}
	if got := e.leaving(); len(got) != 1 || got[0] != Closing {
		t.Errorf("listener was told %v, want closing", got)
	}
	_, late := v.Answer(t.Context(), say(1, "Too late."))
	_, _, arrival := s.Attach(t.Context(), head.Tenant, head.ID, Position{}, &ear{})
	_, start := s.Start(t.Context(), store.Local, "applicant", started(t))
	for name, err := range map[string]error{"answer": late, "attach": arrival, "start": start} {
		if !errors.Is(err, ErrClosing) {
			t.Errorf("%s after the close: %v, want ErrClosing", name, err)
		}
	}
}

// A panic ends one window; the others go on, and its interview comes back.
func TestPanic(t *testing.T) {
	log := newMemory()
	s := open(t, log)
	first, second := begin(t, s), begin(t, s)
	v, _, e := attach(t, s, first, Position{})
	other, _, _ := attach(t, s, second, Position{})
	log.fail = func(int) fault { return explodes }
	_, err := v.Answer(t.Context(), say(1, "My secret."))
	if err == nil || strings.Contains(err.Error(), "secret") || !strings.Contains(err.Error(), "(*memory).call") {
		t.Errorf("answer in a panic: %v, want its place and no word of the answer", err)
	}
	if got := e.leaving(); len(got) != 1 || got[0] != Broken {
		t.Errorf("listener was told %v, want broken", got)
	}
	log.fail = nil
	if _, err := other.Answer(t.Context(), say(1, "To study.")); err != nil {
		t.Errorf("another window: %v", err)
	}
	v, _, _ = attach(t, s, first, Position{})
	if _, err := v.Answer(t.Context(), say(1, "My secret.")); err != nil {
		t.Errorf("the interview that came back: %v", err)
	}
}
