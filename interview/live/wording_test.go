package live

import (
	"context"
	"errors"
	"testing"
	"testing/synctest"
	"time"

	"github.com/viceconsul/viceconsul/interview"
	"github.com/viceconsul/viceconsul/interview/store"
)

// scriptedOfficer words lines as its script says.
type scriptedOfficer struct {
	word func(ctx context.Context, b Brief, say func(string)) (string, error)
}

func (o scriptedOfficer) Name() string { return "scripted" }

func (o scriptedOfficer) Word(ctx context.Context, b Brief, say func(string)) (string, error) {
	return o.word(ctx, b, say)
}

func officer(word func(context.Context, Brief, func(string)) (string, error)) func(*Options) {
	return func(o *Options) { o.Officer = scriptedOfficer{word} }
}

// asked is the last line a listener heard.
func asked(t *testing.T, e *ear) interview.Asked {
	t.Helper()
	for i := len(e.messages()) - 1; i >= 0; i-- {
		if a, ok := e.messages()[i].Event.(interview.Asked); ok {
			return a
		}
	}
	t.Fatal("no line was heard")
	return interview.Asked{}
}

// The answer is told when it is durable, then pieces of the line, then the line.
func TestWording(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		log := newMemory()
		var got Brief
		s := open(t, log, officer(func(_ context.Context, b Brief, say func(string)) (string, error) {
			got = b
			time.Sleep(time.Second)
			say("Who is ")
			say("")
			say("paying?")
			return "Who is paying?", nil
		}))
		head := begin(t, s)
		v, w, e := attach(t, s, head, Position{})
		if a := w.Missed[1].Event.(interview.Asked); a.By != "" {
			t.Errorf("the opening was worded by %q, want the bank", a.By)
		}
		if _, err := v.Answer(t.Context(), say(1, "To study data science.")); err != nil {
			t.Fatal(err)
		}
		if heard := e.messages(); len(heard) != 1 || heard[0].Offset != 3 {
			t.Fatalf("heard %+v when the answer was durable, want the answer alone", heard)
		}
		time.Sleep(2 * time.Second)
		synctest.Wait()
		heard := e.messages()
		if len(heard) != 4 || heard[1].Delta.Text != "Who is " || heard[2].Delta.Turn != 2 || heard[3].Offset != 4 {
			t.Fatalf("heard %+v, want two pieces and the line", heard)
		}
		if a := asked(t, e); a.Text != "Who is paying?" || a.By != "scripted" || a.Turn != 2 {
			t.Errorf("asked %+v", a)
		}
		if got.Move.Turn != 2 || len(got.Turns) != 1 || got.Category != started(t).Category || got.Temper != interview.Neutral {
			t.Errorf("brief: %+v", got)
		}
		checkLog(t, log, head.ID)
	})
}

// Whatever the model does, the bank's line stands within the deadline.
func TestWordingFails(t *testing.T) {
	for name, word := range map[string]func(context.Context, Brief, func(string)) (string, error){
		"error":   func(context.Context, Brief, func(string)) (string, error) { return "Half a", errors.New("refused") },
		"panic":   func(context.Context, Brief, func(string)) (string, error) { panic("bug") },
		"silence": func(context.Context, Brief, func(string)) (string, error) { return " \n", nil },
		"NUL":     func(context.Context, Brief, func(string)) (string, error) { return "a\x00b", nil },
		"late": func(ctx context.Context, _ Brief, say func(string)) (string, error) {
			<-ctx.Done()
			say("too late")
			return "", ctx.Err()
		},
		"deaf": func(context.Context, Brief, func(string)) (string, error) {
			time.Sleep(time.Minute)
			return "Too late.", nil
		},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				log := newMemory()
				var bank string
				s := open(t, log, officer(func(ctx context.Context, b Brief, say func(string)) (string, error) {
					bank = b.Move.Line
					return word(ctx, b, say)
				}))
				head := begin(t, s)
				v, _, e := attach(t, s, head, Position{})
				if _, err := v.Answer(t.Context(), say(1, "To study data science.")); err != nil {
					t.Fatal(err)
				}
				time.Sleep(8 * time.Second)
				synctest.Wait()
				if a := asked(t, e); a.Text != bank || a.By != "" {
					t.Errorf("asked %q by %q, want the bank's %q", a.Text, a.By, bank)
				}
				if n := len(e.messages()); n != 2 {
					t.Errorf("heard %d messages, want the answer and the line", n)
				}
				time.Sleep(time.Minute)
				checkLog(t, log, head.ID)
			})
		})
	}
}

// hesitant is an officer who waits for the deadline.
func hesitant(ctx context.Context, _ Brief, _ func(string)) (string, error) {
	<-ctx.Done()
	return "", ctx.Err()
}

// The end does not wait for a model, and nothing is asked after it.
func TestEndWhileWording(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		log := newMemory()
		s := open(t, log, officer(hesitant))
		head := begin(t, s)
		v, _, e := attach(t, s, head, Position{})
		if _, err := v.Answer(t.Context(), say(1, "To study data science.")); err != nil {
			t.Fatal(err)
		}
		if _, err := v.Answer(t.Context(), say(2, "Hello?")); !errors.Is(err, interview.ErrUnexpected) {
			t.Errorf("answer to a line not said: %v, want ErrUnexpected", err)
		}
		if err := v.End(t.Context()); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Minute)
		synctest.Wait()
		if len(e.messages()) != 4 || !checkLog(t, log, head.ID).Closed() {
			t.Errorf("heard %d messages, want answered, ended, decided, graded", len(e.messages()))
		}
	})
}

// Close finishes the turn in progress: the bank's line is stored and said.
func TestCloseWhileWording(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		log := newMemory()
		s := open(t, log, officer(hesitant))
		head := begin(t, s)
		v, _, e := attach(t, s, head, Position{})
		if _, err := v.Answer(t.Context(), say(1, "To study data science.")); err != nil {
			t.Fatal(err)
		}
		if err := s.Close(t.Context()); err != nil {
			t.Fatal(err)
		}
		if a := asked(t, e); a.Turn != 2 || a.By != "" || e.leaving()[0] != Closing {
			t.Errorf("asked %+v, left %v", a, e.leaving())
		}
		if n := len(log.stored(head.ID)); n != 4 {
			t.Errorf("%d events stored, want 4", n)
		}
	})
}

// A server killed while a model worded a line asks it after the next arrival.
func TestOwedLine(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		log := newMemory()
		o := open(t, log).o
		o.Officer = scriptedOfficer{hesitant}
		killed := NewSection(o)
		head := begin(t, killed)
		v, _, _ := attach(t, killed, head, Position{})
		if _, err := v.Answer(t.Context(), say(1, "To study data science.")); err != nil {
			t.Fatal(err)
		}
		s := open(t, log)
		_, w, _ := attach(t, s, head, Position{head.Epoch, 3})
		if len(w.Missed) != 1 || w.Missed[0].Event.(interview.Asked).Turn != 2 {
			t.Errorf("missed %+v, want the line that was owed", w.Missed)
		}
		time.Sleep(time.Minute) // the killed one's late line meets the fence
		synctest.Wait()
		checkLog(t, log, head.ID)
		if _, err := v.Answer(t.Context(), say(2, "Late.")); !errors.Is(err, store.ErrFenced) {
			t.Errorf("answer to the killed instance: %v, want ErrFenced", err)
		}
	})
}
