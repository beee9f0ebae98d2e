package main

import (
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/viceconsul/viceconsul/interview"
	"github.com/viceconsul/viceconsul/interview/live"
	"github.com/viceconsul/viceconsul/interview/openai"
	"github.com/viceconsul/viceconsul/interview/openai/standin"
	"github.com/viceconsul/viceconsul/interview/store"
	"github.com/viceconsul/viceconsul/interview/transcript"
)

// Two instances, and then a third after both are gone, keep the books together: they
// equal the endpoint's own count, and no cap is passed.
func TestLedgerOfManyInstances(t *testing.T) {
	t.Parallel()
	for name, env := range stores() {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := standin.New(t, func(c *standin.Call) standin.Reply {
				return standin.Says([]string{"", "Okay. ", "And now: "}[c.N%3] + "who is paying for your studies?")
			})
			environment := prepared(t, env(t))
			beginFour(t, openStore(t, environment))
			together := func(caps openai.Caps, instances, each int) (spent int) {
				var group sync.WaitGroup
				var mu sync.Mutex
				for i := range instances {
					kept := openStore(t, environment)
					o := officerOn(t, s, openai.OpenLedger(caps, kept, store.Local))
					for n := range 4 {
						group.Go(func() {
							for turn := range each {
								err := wordFor(t, o, fmt.Sprint("interview ", n), 1+i*each+turn)
								mu.Lock()
								if errors.Is(err, openai.ErrSpent) {
									spent++
								}
								mu.Unlock()
							}
						})
					}
				}
				group.Wait()
				return spent
			}
			if spent := together(openai.Caps{}, 2, 10); spent != 0 {
				t.Errorf("%d calls were not made", spent)
			}
			checkBooks(t, openStore(t, environment), s)
			if spent := together(openai.Caps{}, 1, 5); spent != 0 {
				t.Errorf("%d calls were not made after the restart", spent)
			}
			used := checkBooks(t, openStore(t, environment), s)
			most := used.Prompt + used.Completion + 3_000
			if spent := together(openai.Caps{Day: most}, 3, 10); spent == 0 {
				t.Error("the cap stopped nobody")
			}
			if used = checkBooks(t, openStore(t, environment), s); used.Prompt+used.Completion > most {
				t.Errorf("%d tokens used, the cap is %d", used.Prompt+used.Completion, most)
			}
			t.Logf("%d calls, %+v", len(s.Calls()), used)
		})
	}
}

// prepared are the environments of a store that is ready to be opened.
func prepared(t *testing.T, env []string) []string {
	t.Helper()
	for _, e := range env {
		if address, ok := strings.CutPrefix(e, "DATABASE_URL="); ok && address != "" {
			if _, err := migrateUp(t.Context(), address); err != nil {
				t.Fatal(err)
			}
		}
	}
	return env
}

// beginFour stores the interviews that lines are worded for.
func beginFour(t *testing.T, kept store.Store) {
	t.Helper()
	for n := range 4 {
		head := store.Interview{Tenant: store.Local, ID: fmt.Sprint("interview ", n), Applicant: "somebody", Category: string(transcript.F1), Epoch: 1}
		if err := kept.Create(t.Context(), head, []store.Event{{Offset: 1, Name: "started", Body: []byte(`{}`)}}); err != nil {
			t.Fatal(err)
		}
	}
}

// checkBooks compares the house's book, and all interviews' together, with what the
// endpoint counts.
func checkBooks(t *testing.T, kept store.Store, s *standin.Server) store.Use {
	t.Helper()
	var want, interviews store.Use
	for _, c := range s.Calls() {
		want = want.Plus(store.Use{Calls: 1, Prompt: c.Prompt, Completion: c.Completion})
	}
	used := func(b store.Book) store.Use {
		u, err := kept.Used(t.Context(), store.Local, b)
		if err != nil {
			t.Fatal(err)
		}
		return u
	}
	for n := range 4 {
		interviews = interviews.Plus(used(store.Book{Kind: store.InterviewBook, Owner: fmt.Sprint("interview ", n)}))
	}
	house := used(store.Book{Kind: store.HouseBook, Day: time.Now().UTC().Format(time.DateOnly)})
	for name, got := range map[string]store.Use{"the house's book": house, "the interviews' books": interviews} {
		if got.Took = 0; got != want {
			t.Errorf("%s has %+v, the endpoint counts %+v", name, got, want)
		}
	}
	return house
}

func officerOn(t *testing.T, s *standin.Server, l *openai.Ledger) *openai.Officer {
	t.Helper()
	o, err := openai.NewOfficer(openai.Config{BaseURL: s.URL(), Model: "small", Ledger: l, Failures: 1 << 30})
	if err != nil {
		t.Fatal(err)
	}
	return o
}

// wordFor has a line worded on an interview's account.
func wordFor(t *testing.T, o *openai.Officer, id string, turn int) error {
	_, err := o.Word(t.Context(), live.Brief{
		Applicant: "somebody", Interview: id, Category: transcript.F1, Temper: interview.Brisk,
		Move: interview.Move{Turn: turn, Kind: transcript.Question, Topic: "f.fund", Line: "Who is paying for your studies?"},
	}, func(string) {})
	return err
}
