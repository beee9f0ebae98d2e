package openai

import (
	"context"
	"errors"
	"math/rand/v2"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/viceconsul/viceconsul/interview/openai/standin"
	"github.com/viceconsul/viceconsul/interview/store"
)

// books remembers what a ledger booked, by call.
type books struct {
	mu    sync.Mutex
	calls map[string]Spend
}

func keepBooks(l *Ledger) *books {
	b := &books{calls: map[string]Spend{}}
	l.spent = func(s Spend) {
		b.mu.Lock()
		defer b.mu.Unlock()
		b.calls[s.ID] = s
	}
	return b
}

// The ledger has every call the endpoint counts, once, and no other; where the endpoint
// told what it used the tokens are the same, elsewhere no fewer.
func TestLedgerEqualsTheEndpoint(t *testing.T) {
	kinds := append(standin.Kinds(), standin.Kind{Name: "good", Reply: standin.Says("Who is paying for your studies?")})
	var said, tokens, assumed int
	for _, k := range kinds {
		t.Run(k.Name, func(t *testing.T) {
			s := standin.New(t, standin.Always(k.Reply))
			l := NewLedger(Caps{})
			b := keepBooks(l)
			o, err := NewOfficer(Config{BaseURL: s.URL(), Model: "small", Ledger: l})
			if err != nil {
				t.Fatal(err)
			}
			ctx, cancel := context.WithTimeout(t.Context(), 500*time.Millisecond)
			defer cancel()
			_, _ = o.Word(ctx, brief("Who is paying for your studies?"), func(string) {}) // whether it fails is tested elsewhere
			calls := s.Calls()
			if l.Totals().Calls != len(calls) || len(b.calls) != len(calls) || len(calls) == 0 {
				t.Fatalf("%d calls booked, the endpoint counts %d", l.Totals().Calls, len(calls))
			}
			for _, c := range calls {
				got, ok := b.calls[c.ID]
				switch {
				case !ok:
					t.Errorf("call %s is not in the books", c.ID)
				case got.Told && c.Told && got.Used != Usage{c.Prompt, c.Completion}:
					t.Errorf("booked %+v, the endpoint counts %d and %d", got.Used, c.Prompt, c.Completion)
				case got.Charged < c.Completion && c.Told:
					t.Errorf("charged %d tokens, the endpoint counts %d and %d", got.Charged, c.Prompt, c.Completion)
				}
			}
			said, tokens, assumed = said+len(calls), tokens+l.Totals().Prompt+l.Totals().Completion, assumed+l.Totals().Assumed
		})
	}
	t.Logf("%d calls, %d tokens told, %d assumed", said, tokens, assumed)
}

// With an endpoint that tells, the sums are equal, whoever asks at once.
func TestLedgerTotals(t *testing.T) {
	s := standin.New(t, func(c *standin.Call) standin.Reply {
		if c.N%3 == 0 {
			return standin.Says(strings.Repeat("word ", c.N%40) + "Who is paying?")
		}
		return standin.Says("Who is paying for your studies?")
	})
	l := NewLedger(Caps{Day: 1 << 30})
	b := keepBooks(l)
	o, err := NewOfficer(Config{BaseURL: s.URL(), Model: "small", Ledger: l})
	if err != nil {
		t.Fatal(err)
	}
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			for range 25 {
				_, _ = o.Word(t.Context(), brief("Who is paying for your studies?"), func(string) {}) // some are refused
			}
		})
	}
	group.Wait()
	var want Usage
	for _, c := range s.Calls() {
		if b.calls[c.ID].Told {
			want.Prompt += c.Prompt
			want.Completion += c.Completion
		}
	}
	got := l.Totals()
	if got.Calls != 200 || len(s.Calls()) != 200 || got.Prompt != want.Prompt || got.Completion != want.Completion {
		t.Errorf("booked %+v, the endpoint counts %d calls and %+v", got, len(s.Calls()), want)
	}
	t.Logf("%+v", got)
}

// No cap is passed, by many at once either; what is over it is not sent.
func TestCaps(t *testing.T) {
	for name, tt := range map[string]struct {
		caps Caps
		on   func(i int) Account
		most int
	}{
		"turn":      {Caps{Turn: 5_000}, func(int) Account { return Account{"a", "i", 1} }, 5_000},
		"interview": {Caps{Interview: 5_000}, func(i int) Account { return Account{"a", "i", i} }, 5_000},
		"applicant": {Caps{Applicant: 5_000}, func(i int) Account { return Account{"a", string(rune('a' + i%20)), i} }, 5_000},
		"day":       {Caps{Day: 5_000}, func(i int) Account { return Account{string(rune('a' + i%20)), string(rune('a' + i%20)), i} }, 5_000},
	} {
		t.Run(name, func(t *testing.T) {
			s := standin.New(t, standin.Always(standin.Paced(0, time.Duration(rand.IntN(3))*time.Millisecond, "Who ", "is ", "paying ", "for ", "your ", "studies?")))
			l := NewLedger(tt.caps)
			o, err := NewOfficer(Config{BaseURL: s.URL(), Model: "small", Ledger: l})
			if err != nil {
				t.Fatal(err)
			}
			var group sync.WaitGroup
			for i := range 64 {
				group.Go(func() {
					on := tt.on(i)
					b := brief("Who is paying for your studies?")
					b.Applicant, b.Interview, b.Move.Turn = on.Applicant, on.Interview, on.Turn
					if _, err := o.Word(t.Context(), b, func(string) {}); err != nil && !errors.Is(err, ErrSpent) && !errors.Is(err, ErrBusy) {
						t.Errorf("Word: %v", err)
					}
				})
			}
			group.Wait()
			used := 0
			for _, c := range s.Calls() {
				used += c.Prompt + c.Completion
			}
			if used > tt.most || used == 0 || o.Lines()["spent"] == 0 {
				t.Errorf("%d tokens used, the cap is %d; lines %v", used, tt.most, o.Lines())
			}
		})
	}
}

// The next day everything may be spent again.
func TestLedgerDays(t *testing.T) {
	l := NewLedger(Caps{Day: 400})
	now := time.Date(2027, 6, 10, 23, 59, 0, 0, time.UTC)
	l.now = func() time.Time { return now }
	old, err := l.reserve(t.Context(), Account{}, 270)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := l.reserve(t.Context(), Account{}, 270); !errors.Is(err, ErrSpent) {
		t.Errorf("reserve over the cap: %v, want ErrSpent", err)
	}
	now = now.Add(2 * time.Minute)
	if _, err := l.reserve(t.Context(), Account{}, 270); err != nil {
		t.Errorf("reserve on the next day: %v", err)
	}
	old.close(t.Context(), &Usage{Prompt: 1})
	got, err := l.books.Used(t.Context(), store.Local, store.Book{Kind: store.HouseBook, Day: "2027-06-11"})
	if err != nil || got.Assumed != 270 || got.Calls != 1 {
		t.Errorf("%+v, %v stands in the book after yesterday's call ended, want today's alone", got, err)
	}
}

// What may pass is tried again, at most twice and within the turn; nothing else is.
func TestRetries(t *testing.T) {
	good := standin.Says("Who is paying for your studies?")
	for _, tt := range []struct {
		name   string
		script []standin.Reply
		calls  int
		said   bool
	}{
		{"once unavailable", []standin.Reply{standin.Status(503), good}, 2, true},
		{"twice unavailable", []standin.Reply{standin.Status(500), standin.Status(502), good}, 3, true},
		{"always unavailable", []standin.Reply{standin.Status(500)}, 3, false},
		{"too many, soon again", []standin.Reply{standin.Status(429, "Retry-After: 1"), good}, 2, true},
		{"too many, at once again", []standin.Reply{standin.Status(429, "Retry-After: 0"), good}, 2, true},
		{"too many, much later", []standin.Reply{standin.Status(429, "Retry-After: 60"), good}, 1, false},
		{"too many, next millennium", []standin.Reply{standin.Status(429, "Retry-After: Fri, 31 Dec 2999 23:59:59 GMT"), good}, 1, false},
		{"too many, absurd", []standin.Reply{standin.Status(429, "Retry-After: 99999999999999999999"), good}, 2, true},
		{"hung up", []standin.Reply{kind("hangs up"), good}, 2, true},
		{"unauthorised", []standin.Reply{standin.Status(401), good}, 1, false},
		{"bad request", []standin.Reply{standin.Status(400), good}, 1, false},
		{"redirected", []standin.Reply{standin.Status(307, "Location: /v1/elsewhere"), good}, 1, false},
		{"cut", []standin.Reply{kind("cut in mid-line"), good}, 1, false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			s := standin.New(t, standin.InTurn(tt.script...))
			start := time.Now()
			_, err := newOfficer(t, s).Word(t.Context(), brief("Who is paying for your studies?"), func(string) {})
			if (err == nil) != tt.said || len(s.Calls()) != tt.calls {
				t.Errorf("Word: %v after %d calls, want said %t after %d", err, len(s.Calls()), tt.said, tt.calls)
			}
			if took := time.Since(start); took > callTimeout+time.Second {
				t.Errorf("it took %s", took)
			}
		})
	}
}

func kind(name string) standin.Reply {
	for _, k := range standin.Kinds() {
		if k.Name == name {
			return k.Reply
		}
	}
	panic("no kind " + name)
}

// An endpoint that failed five times is left alone for a while.
func TestBreaker(t *testing.T) {
	replies := []standin.Reply{}
	for range failures {
		replies = append(replies, standin.Status(401))
	}
	s := standin.New(t, standin.InTurn(append(replies, standin.Says("Who is paying?"))...))
	o, err := NewOfficer(Config{BaseURL: s.URL(), Model: "small", CoolDown: 200 * time.Millisecond})
	if err != nil {
		t.Fatal(err)
	}
	word := func() error {
		_, err := o.Word(t.Context(), brief("Who is paying?"), func(string) {})
		return err
	}
	for range failures {
		_ = word() // it fails
	}
	if err := word(); !errors.Is(err, ErrResting) || len(s.Calls()) != failures {
		t.Errorf("after %d failures: %v and %d calls, want ErrResting and no more", failures, err, len(s.Calls()))
	}
	time.Sleep(250 * time.Millisecond)
	if err := word(); err != nil {
		t.Errorf("after the rest: %v", err)
	}
}

// No more calls than there are places are under way.
func TestConcurrency(t *testing.T) {
	var mu sync.Mutex
	now, most := 0, 0
	s := standin.New(t, standin.Always(standin.SaysOf(func(*standin.Call) string {
		mu.Lock()
		now++
		most = max(most, now)
		mu.Unlock()
		time.Sleep(20 * time.Millisecond)
		mu.Lock()
		now--
		mu.Unlock()
		return "Who is paying?"
	})))
	o := newOfficer(t, s)
	var group sync.WaitGroup
	for range 4 * atOnce {
		group.Go(func() { _, _ = o.Word(t.Context(), brief("Who is paying?"), func(string) {}) }) // some may find it busy
	}
	group.Wait()
	if most > atOnce || most < 2 {
		t.Errorf("%d calls at once, want 2 to %d", most, atOnce)
	}
}

// Each bad reply ends as soon as it is known to be one, not at the deadline.
func TestBadRepliesEndEarly(t *testing.T) {
	for name, most := range map[string]time.Duration{
		"endless line": 2 * time.Second, "gzip bomb": 2 * time.Second, "one byte a second": 4 * time.Second, "stalls in mid-line": 4 * time.Second,
		"slow headers": 9 * time.Second, "endless headers": 2 * time.Second, "server error with a huge body": 3 * time.Second, "too many requests": time.Second,
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := standin.New(t, standin.Always(kind(name)))
			start := time.Now()
			if _, err := newOfficer(t, s).Word(t.Context(), brief("Who is paying?"), func(string) {}); err == nil {
				t.Error("it was said")
			}
			if took := time.Since(start); took > most {
				t.Errorf("it took %s, want at most %s", took, most)
			}
		})
	}
}

// http is for this machine, and for hosts it was allowed to by name.
func TestPlainHTTP(t *testing.T) {
	for url, allowed := range map[string]bool{
		"https://api.example.org/v1": true, "http://127.0.0.1:11434/v1": true, "http://localhost:1/v1": true, "http://[::1]:1/v1": true,
		"http://ollama:11434/v1": true, "http://other:11434/v1": false, "http://api.example.org/v1": false, "https://key@api.example.org/v1": false,
	} {
		if _, err := NewOfficer(Config{BaseURL: url, Model: "m", PlainHTTP: []string{"ollama"}}); (err == nil) != allowed {
			t.Errorf("NewOfficer(%s): %v, want allowed %t", url, err, allowed)
		}
	}
}
