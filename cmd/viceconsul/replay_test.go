package main

import (
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/uuid"

	"github.com/viceconsul/viceconsul/interview"
	"github.com/viceconsul/viceconsul/interview/live"
	"github.com/viceconsul/viceconsul/interview/store"
	"github.com/viceconsul/viceconsul/interview/transcript"
	"github.com/viceconsul/viceconsul/questionbank"
)

// nobody listens.
type nobody struct{}

func (nobody) Hear(live.Message)  {}
func (nobody) Leave(live.Leaving) {}

// An interview with an officer who cuts in, a question tried again and questions nobody
// keeps the answers to is the same on both stores, taken up by a fresh instance after
// every single event.
func TestSameOnEveryStoreAfterEveryCrash(t *testing.T) {
	t.Parallel()
	bodies := map[string][]string{}
	for name, env := range stores() {
		environment := env(t)
		if address, ok := strings.CutPrefix(environment[0], "DATABASE_URL="); ok {
			if _, err := migrateUp(t.Context(), address); err != nil {
				t.Fatal(err)
			}
		}
		db := openStore(t, environment)
		head := crashed(t, db, "")
		hurried := crashed(t, db, strings.Repeat("word ", 200))
		for _, id := range []string{head, hurried} {
			bodies[name] = append(bodies[name], timeless(t, db, id)...)
		}
	}
	var first []string
	for name, all := range bodies {
		if first == nil {
			first = all
		}
		if diff := cmp.Diff(first, all); diff != "" {
			t.Errorf("%s differs:\n%s", name, diff)
		}
	}
	for _, want := range []string{"cut_in {", "retried {", "[not kept]", `"unheard"`, `"mode":"coach"`, `"notice"`} {
		if !strings.Contains(strings.Join(first, "\n"), want) {
			t.Errorf("the logs hold no %s", want)
		}
	}
}

// crashed holds an interview, each step at an instance of its own, and returns its ID. It
// tries the first answer again; a long answer is written before the officer can cut in.
func crashed(t *testing.T, db store.Store, long string) string {
	t.Helper()
	mode := map[bool]interview.Mode{true: interview.Coach, false: interview.Exam}[long == ""]
	head, err := instance(t, db).Start(t.Context(), store.Local, uuid.NewString(), interview.Started{
		Category: transcript.F1, Mode: mode, Minutes: 60, Fear: true, Date: "2027-06-10",
		Officer: interview.Persona{Temper: interview.Brisk, Seed: 5},
	})
	if err != nil {
		t.Fatal(err)
	}
	visit := func() (*live.Visit, live.Welcome) {
		v, w, err := instance(t, db).Attach(t.Context(), head.Tenant, head.ID, live.Position{}, nobody{})
		if err != nil {
			t.Fatal(err)
		}
		return v, w
	}
	for turn := 1; turn < 40; turn++ {
		v, w := visit()
		if w.Head.Sealed {
			return head.ID
		}
		if err := v.Compose(t.Context(), turn, 1+len(strings.Fields(long))/2, 0); err != nil {
			t.Fatal(err)
		}
		v, _ = visit()
		answer := interview.Answered{Turn: turn, ID: uuid.NewSHA1(uuid.Nil, []byte{byte(turn)}).String(), Text: "My father pays. " + long}
		if _, err := v.Answer(t.Context(), answer); err != nil {
			t.Fatal(err)
		}
		if turn == 1 && mode == interview.Coach {
			v, _ = visit()
			if err := v.TryAgain(t.Context(), turn); err != nil {
				t.Fatal(err)
			}
		}
	}
	t.Fatal("the interview does not end")
	return ""
}

// instance is a section that knows nothing but the store.
func instance(t *testing.T, db store.Store) *live.Section {
	t.Helper()
	bank, err := questionbank.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	s := live.NewSection(live.Options{Recorder: db, Bank: bank})
	t.Cleanup(func() { _ = s.Close(t.Context()) }) // fenced by the next one long since
	return s
}

// moments are what differs between two interviews: when, and under which name.
var moments = regexp.MustCompile(`"(at|id|hash)":"[^"]*",?`)

// timeless are the events and the transcript of an interview without times and names.
func timeless(t *testing.T, db store.Store, id string) []string {
	t.Helper()
	events, err := db.Events(t.Context(), store.Local, id, 0)
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, e := range events {
		all = append(all, e.Name+" "+moments.ReplaceAllString(string(e.Body), ""))
	}
	sealed, err := db.Sealed(t.Context(), store.Local, id)
	if err != nil {
		t.Fatal(err)
	}
	return append(all, string(sealed))
}
