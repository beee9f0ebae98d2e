package live

import (
	"context"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/viceconsul/viceconsul/interview"
	"github.com/viceconsul/viceconsul/interview/store"
)

// hurried is the student's interview with an officer who cuts in and asks the silent.
func hurried(t *testing.T, s *Section, change func(*interview.Started)) store.Interview {
	t.Helper()
	first := started(t)
	first.Officer.Patient = false
	if change != nil {
		change(&first)
	}
	head, err := s.Start(t.Context(), store.Local, "applicant", first)
	if err != nil {
		t.Fatalf("start: %v", err)
	}
	return head
}

// names are the events of a log, by name.
func names(log *memory, id string) string {
	var all []string
	for _, e := range log.stored(id) {
		all = append(all, e.Name)
	}
	return strings.Join(all, " ")
}

// An interruption is in the log before it is told, and another instance goes on from it.
func TestCutInSurvivesACrash(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		log := newMemory()
		s := open(t, log)
		head := hurried(t, s, nil)
		v, _, e := attach(t, s, head, Position{})
		for words := 10; words <= 90; words += 40 {
			if err := v.Compose(t.Context(), 1, words, 0); err != nil {
				t.Fatal(err)
			}
		}
		heard := e.messages()
		if len(heard) != 1 || heard[0].Offset != 3 {
			t.Fatalf("heard %+v, want one interruption", heard)
		}
		if err := v.Compose(t.Context(), 2, 90, 0); err != nil {
			t.Errorf("a turn that is not open: %v", err)
		}
		other := open(t, log) // nothing of the first instance but its log
		v, w, _ := attach(t, other, head, Position{head.Epoch, 2})
		if len(w.Missed) != 1 {
			t.Fatalf("missed %+v, want the interruption", w.Missed)
		}
		long := strings.TrimSpace(strings.Repeat("word ", 120))
		if _, err := v.Answer(t.Context(), say(1, long)); err != nil {
			t.Fatal(err)
		}
		if offset, err := v.Answer(t.Context(), say(1, long)); err != nil || offset != 4 {
			t.Errorf("the whole answer again: %d, %v, want 4", offset, err)
		}
		turn := checkLog(t, log, head.ID).Turns()[0]
		if !turn.Cut || len(strings.Fields(turn.Applicant)) != 90 || len(strings.Fields(turn.Unheard)) != 30 {
			t.Errorf("cut %t, %d words heard, %d not", turn.Cut, len(strings.Fields(turn.Applicant)), len(strings.Fields(turn.Unheard)))
		}
	})
}

// An applicant who says and writes nothing is asked once whether the line was heard.
func TestSilence(t *testing.T) {
	for name, c := range map[string]struct {
		change func(*interview.Started)
		act    func(t *testing.T, v *Visit)
		want   string
	}{
		"silent":          {want: "started asked repeated"},
		"patient officer": {change: func(s *interview.Started) { s.Officer.Patient = true }, want: "started asked"},
		"coached":         {change: func(s *interview.Started) { s.Mode = interview.Coach }, want: "started asked"},
		"nobody listens":  {act: func(_ *testing.T, v *Visit) { v.Leave() }, want: "started asked"},
		"writing": {act: func(t *testing.T, v *Visit) {
			if err := v.Compose(t.Context(), 1, 3, 0); err != nil {
				t.Error(err)
			}
		}, want: "started asked"},
		"asked to repeat": {act: func(t *testing.T, v *Visit) {
			if err := v.Repeat(t.Context(), 1); err != nil {
				t.Error(err)
			}
		}, want: "started asked repeated"},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				log := newMemory()
				s := open(t, log)
				head := hurried(t, s, c.change)
				v, _, _ := attach(t, s, head, Position{})
				time.Sleep(44 * time.Second)
				synctest.Wait()
				if got := names(log, head.ID); got != "started asked" {
					t.Fatalf("after 44 seconds the log holds %s", got)
				}
				if c.act != nil {
					c.act(t, v)
				}
				time.Sleep(10 * time.Minute)
				synctest.Wait()
				if got := names(log, head.ID); got != c.want {
					t.Errorf("the log holds %s, want %s", got, c.want)
				}
			})
		})
	}
}

// The line is said again in its own words, and the time begins anew for who comes back.
func TestSilenceSaysTheLineAgain(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		log := newMemory()
		s := open(t, log)
		head := hurried(t, s, nil)
		attach(t, s, head, Position{})
		time.Sleep(40 * time.Second)
		_, w, e := attach(t, s, head, Position{})
		time.Sleep(44 * time.Second)
		synctest.Wait()
		if heard := e.messages(); len(heard) != 0 {
			t.Fatalf("heard %+v within 45 seconds of coming", heard)
		}
		time.Sleep(time.Second)
		synctest.Wait()
		heard := e.messages()
		if len(heard) != 1 {
			t.Fatalf("heard %+v, want the line again", heard)
		}
		line := w.Missed[1].Event.(interview.Asked).Text
		if again := heard[0].Event.(interview.Repeated).Text; again == line || !strings.HasSuffix(line, strings.TrimPrefix(again, "Did you hear me? ")) {
			t.Errorf("said %q after %q", again, line)
		}
		checkLog(t, log, head.ID)
	})
}

// A question tried again is a turn of its own in the log, whoever replays it.
func TestTryAgainIsReplayed(t *testing.T) {
	log := newMemory()
	s := open(t, log)
	head := hurried(t, s, func(s *interview.Started) { s.Mode = interview.Coach })
	v, _, _ := attach(t, s, head, Position{})
	if _, err := v.Answer(t.Context(), say(1, "My uncle.")); err != nil {
		t.Fatal(err)
	}
	if err := v.TryAgain(t.Context(), 1); err != nil {
		t.Fatal(err)
	}
	other := open(t, log)
	v, _, _ = attach(t, other, head, Position{})
	if offset, err := v.Answer(t.Context(), say(2, "My father.")); err != nil || offset != 7 {
		t.Fatalf("the second try: %d, %v, want 7", offset, err)
	}
	if offset, err := v.Answer(context.Background(), say(1, "My uncle.")); err != nil || offset != 3 {
		t.Errorf("the first try sent again: %d, %v, want 3", offset, err)
	}
	turns := checkLog(t, log, head.ID).Turns()
	if len(turns) != 2 || turns[1].Again != 1 || turns[1].Question != turns[0].Question {
		t.Errorf("turns %+v", turns)
	}
}
