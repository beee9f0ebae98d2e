package live

import (
	"errors"
	"strings"
	"testing"

	"github.com/viceconsul/viceconsul/interview"
	"github.com/viceconsul/viceconsul/interview/store"
	"github.com/viceconsul/viceconsul/interview/store/sqlite"
	"github.com/viceconsul/viceconsul/interview/transcript"
)

// logOf is an interview as it is taken along.
func logOf(t *testing.T, db store.Store, id string) []Logged {
	t.Helper()
	events, err := db.Events(t.Context(), store.Local, id, 0)
	if err != nil {
		t.Fatal(err)
	}
	var log []Logged
	for _, e := range events {
		log = append(log, Logged{e.Name, string(e.Body)})
	}
	return log
}

func onSQLite(t *testing.T) store.Store {
	t.Helper()
	db, err := sqlite.Open(t.Context(), t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := db.Close(); err != nil {
			t.Errorf("close: %v", err)
		}
	})
	return db
}

const owner = "00000000-0000-0000-0000-0000000000aa"

// An interview brought back into an empty store is the same to the byte, is its owner's,
// and comes back once.
func TestRestore(t *testing.T) {
	from, to := onSQLite(t), onSQLite(t)
	there, here := open(t, from), open(t, to)
	head, err := there.Start(t.Context(), store.Local, owner, started(t))
	if err != nil {
		t.Fatal(err)
	}
	wander(t, []*Section{there, there}, head)
	log := logOf(t, from, head.ID)
	back, err := here.Restore(t.Context(), store.Local, owner, log)
	if err != nil || !back.Sealed || back.ID != head.ID {
		t.Fatalf("restore: %+v, %v", back, err)
	}
	want, err := from.Sealed(t.Context(), store.Local, head.ID)
	if err != nil {
		t.Fatal(err)
	}
	got, err := to.Sealed(t.Context(), store.Local, head.ID)
	if err != nil || string(got) != string(want) {
		t.Errorf("the transcript is not the same (%v):\n%s\n%s", err, got, want)
	}
	if _, err := here.Restore(t.Context(), store.Local, owner, log); !errors.Is(err, store.ErrConflict) {
		t.Errorf("a second time: %v, want ErrConflict", err)
	}
}

// A log that says it was issued is graded by what was said in it.
func TestRestoreBelievesWordsOnly(t *testing.T) {
	from, to := onSQLite(t), onSQLite(t)
	there, here := open(t, from), open(t, to)
	head, err := there.Start(t.Context(), store.Local, owner, started(t))
	if err != nil {
		t.Fatal(err)
	}
	wander(t, []*Section{there, there}, head)
	log := logOf(t, from, head.ID)
	for i := range log {
		if log[i].Name == (interview.Decided{}).Name() {
			log[i].Body = strings.NewReplacer(`"refused"`, `"issued"`, `"stopped"`, `"issued"`).Replace(log[i].Body)
		}
	}
	if _, err := here.Restore(t.Context(), store.Local, owner, log); err != nil {
		t.Fatal(err)
	}
	want, _ := from.Sealed(t.Context(), store.Local, head.ID)
	if got, _ := to.Sealed(t.Context(), store.Local, head.ID); string(got) != string(want) {
		t.Error("a changed decision changes the transcript")
	}
}

// An interview that is still open goes on where it was.
func TestRestoreOpen(t *testing.T) {
	from, to := onSQLite(t), onSQLite(t)
	there, here := open(t, from), open(t, to)
	head, err := there.Start(t.Context(), store.Local, owner, started(t))
	if err != nil {
		t.Fatal(err)
	}
	v, _, _ := attach(t, there, head, Position{})
	if _, err := v.Answer(t.Context(), say(1, "To study.")); err != nil {
		t.Fatal(err)
	}
	if _, err := here.Restore(t.Context(), store.Local, owner, logOf(t, from, head.ID)); err != nil {
		t.Fatal(err)
	}
	again, _, _ := attach(t, here, head, Position{})
	if _, err := again.Answer(t.Context(), say(2, "My father pays.")); err != nil {
		t.Errorf("the interview does not go on: %v", err)
	}
}

// What could not have happened is refused, and nothing of it is stored.
func TestRestoreRefuses(t *testing.T) {
	from, to := onSQLite(t), onSQLite(t)
	there, here := open(t, from), open(t, to)
	head, err := there.Start(t.Context(), store.Local, owner, started(t))
	if err != nil {
		t.Fatal(err)
	}
	log := logOf(t, from, head.ID)
	for name, bad := range map[string][]Logged{
		"nothing":               nil,
		"too much":              make([]Logged, mostEvents+1),
		"no beginning":          log[1:],
		"a beginning twice":     {log[0], log[0]},
		"an unknown event":      {log[0], {"praised", "{}"}},
		"no JSON":               {log[0], {"asked", "{"}},
		"an unknown field":      {log[0], {"asked", `{"turn":1,"text":"Why?","grade":100}`}},
		"an end alone":          {{"graded", `{"hash":"","at":"2027-01-01T00:00:00Z"}`}},
		"an answer to no line":  {log[0], {"answered", `{"turn":1,"id":"0198f1a0-7c5e-7b52-9d6c-2f1d3a4b5c6d","text":"x"}`}},
		"an ID that is no UUID": {{log[0].Name, strings.Replace(log[0].Body, head.ID, "../../x", 1)}},
	} {
		if _, err := here.Restore(t.Context(), store.Local, owner, bad); !errors.Is(err, transcript.ErrInvalid) {
			t.Errorf("%s: %v, want ErrInvalid", name, err)
		}
	}
	if heads, err := to.Interviews(t.Context(), store.Local, owner, 10); err != nil || len(heads) != 0 {
		t.Errorf("%d interviews stored, %v", len(heads), err)
	}
}
