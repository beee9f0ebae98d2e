package regrade

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"log/slog"
	"strconv"
	"testing"
	"time"

	"github.com/google/uuid"
	"go.uber.org/goleak"

	"github.com/viceconsul/viceconsul/interview/store"
	"github.com/viceconsul/viceconsul/interview/store/sqlite"
	"github.com/viceconsul/viceconsul/interview/transcript"
	"github.com/viceconsul/viceconsul/questionbank"
	"github.com/viceconsul/viceconsul/scoring"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

var noon = time.Date(2027, 6, 10, 12, 0, 0, 0, time.UTC)

// scriptedHearer proposes nothing, or fails as often as it is told to.
type scriptedHearer struct {
	model    string
	failures int
	heard    int
}

var errDeaf = errors.New("the model did not hear")

func (h *scriptedHearer) Hear(_ context.Context, applicant, interview string, graded transcript.Transcript) (transcript.Hearing, error) {
	if applicant == "" || interview == "" || len(graded.Turns) == 0 {
		return transcript.Hearing{}, errors.New("nothing to hear")
	}
	h.heard++
	if h.heard <= h.failures {
		return transcript.Hearing{}, errDeaf
	}
	return transcript.Hearing{Model: h.model, Prompt: 1, Passes: 2, Proposals: []transcript.Proposal{}}, nil
}

func (h *scriptedHearer) Grader() transcript.Grader {
	return transcript.Grader{Mode: transcript.ByModel, Model: h.model, Prompt: 1}
}

// A room is a store with one sealed interview in it.
type room struct {
	*sqlite.Store
	t  *testing.T
	id string
}

// sealed stores an interview that the rules graded; change may alter its transcript first.
func sealed(t *testing.T, due bool, change func(*transcript.Transcript)) room {
	t.Helper()
	s, err := sqlite.Open(t.Context(), t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	graded := grade(t)
	change(&graded)
	body, err := json.Marshal(graded)
	if err != nil {
		t.Fatal(err)
	}
	r := room{s, t, uuid.NewString()}
	head := store.Interview{Tenant: store.Local, ID: r.id, Applicant: "somebody", Category: string(transcript.F1), Epoch: 1, Created: noon}
	if err := s.Create(t.Context(), head, []store.Event{{Offset: 1, Name: "started", At: noon, Body: []byte(`{}`)}}); err != nil {
		t.Fatal(err)
	}
	last := store.Append{Tenant: store.Local, ID: r.id, Events: []store.Event{{Offset: 2, Name: "graded", At: noon, Body: []byte(`{}`)}}, Sealed: body, Due: due}
	if err := s.Append(t.Context(), last); err != nil {
		t.Fatal(err)
	}
	return r
}

func unchanged(*transcript.Transcript) {}

func bank(t *testing.T) *questionbank.Bank {
	t.Helper()
	b, err := questionbank.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// grade is an interview as the rules grade it.
func grade(t *testing.T) transcript.Transcript {
	t.Helper()
	raw, err := transcript.ReadTranscript([]byte(`{"category": "F-1", "interview_date": "2027-06-10",
		"profile": {"finance": {"sponsors": [{"relationship": "father"}]}, "f1": {"school": "Example State University"}},
		"turns": [{"officer": "Who is paying for your studies?", "applicant": "My uncle in New Jersey."},
			{"officer": "Which school?", "applicant": "Example State University."}]}`))
	if err != nil {
		t.Fatal(err)
	}
	graded, err := scoring.Grade(bank(t), raw)
	if err != nil {
		t.Fatal(err)
	}
	return graded
}

func (r room) regrader(h Hearer) *Regrader {
	return New(Options{Keeper: r.Store, Bank: bank(r.t), Hearer: h, Now: func() time.Time { return noon },
		Log: slog.New(slog.NewTextHandler(io.Discard, nil)),
		Cost: func(context.Context, string) (*transcript.Cost, error) {
			return &transcript.Cost{Calls: 2, Prompt: 900, Completion: 80, Seconds: 1.5}, nil
		}})
}

// newest is the newest revision, read, with how it stands in the store.
func (r room) newest() (transcript.Transcript, store.Revision) {
	r.t.Helper()
	stored, err := r.Revision(r.t.Context(), store.Local, r.id, 0)
	if err != nil {
		r.t.Fatal(err)
	}
	read, err := transcript.ReadTranscript(stored.Body)
	if err != nil {
		r.t.Fatal(err)
	}
	return read, stored
}

func (r room) read(g *Regrader, revision, attempt int) error {
	return g.Read(r.t.Context(), store.Reading{Tenant: store.Local, ID: r.id, Revision: revision, Attempt: attempt})
}

// A second reading becomes the next revision, with who graded and what it cost; made
// again it changes nothing and asks nobody.
func TestRead(t *testing.T) {
	r := sealed(t, true, func(t *transcript.Transcript) { t.Mode, t.Notice = "coach", "Heed this." })
	h := &scriptedHearer{model: "small"}
	g := r.regrader(h)
	for range 2 {
		if err := r.read(g, 1, 1); err != nil {
			t.Fatal(err)
		}
	}
	got, stored := r.newest()
	if stored.N != 2 || stored.Cause != store.Model || stored.About != "1" || stored.Due || h.heard != 1 {
		t.Errorf("revision %+v after %d hearings, want the second by the model after one", stored, h.heard)
	}
	if got.Revision != 2 || got.Cause != store.Model || *got.Grader != h.Grader() || got.Hearing == nil || got.Mode != "coach" || got.Notice == "" {
		t.Errorf("transcript %d, %s, by %+v, hearing %v, mode %q, notice %q", got.Revision, got.Cause, got.Grader, got.Hearing, got.Mode, got.Notice)
	}
	if got.Cost == nil || got.Cost.Prompt != 900 {
		t.Errorf("cost %+v, want that of the interview", got.Cost)
	}
	first, err := r.Revision(t.Context(), store.Local, r.id, 1)
	if err != nil || first.Cause != store.Rules {
		t.Errorf("the first revision is %q, %v", first.Cause, err)
	}
}

// Failed attempts are tried again; after the last one the rules' grade stands, and that
// is said.
func TestReadGivesUp(t *testing.T) {
	r := sealed(t, true, unchanged)
	before, _ := r.newest()
	h := &scriptedHearer{model: "small", failures: attempts}
	g := r.regrader(h)
	for attempt := 1; attempt < attempts; attempt++ {
		if err := r.read(g, 1, attempt); !errors.Is(err, errDeaf) {
			t.Fatalf("attempt %d: %v, want the hearer's error", attempt, err)
		}
	}
	if err := r.read(g, 1, attempts); err != nil {
		t.Fatal(err)
	}
	if n := g.Readings(); n["failed"] != attempts-1 || n["given up"] != 1 {
		t.Errorf("readings %v", n)
	}
	got, stored := r.newest()
	if stored.N != 2 || got.Cause != store.GivenUp || got.Grader.Mode != transcript.ByRules || *got.Grades != *before.Grades {
		t.Errorf("revision %d, %s, by %s; want the rules' grade, given up", stored.N, got.Cause, got.Grader.Mode)
	}
	again, err := g.Again(t.Context(), store.Local, r.id)
	if err != nil || again.N != 3 || !again.Due {
		t.Errorf("Again = %d, due %t, %v; want another reading to be due", again.N, again.Due, err)
	}
}

// A reading of what is no longer the newest, or was erased, is passed over; one cut short
// is not given up.
func TestReadPassesOver(t *testing.T) {
	r := sealed(t, true, unchanged)
	h := &scriptedHearer{model: "small", failures: 100}
	g := r.regrader(h)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := g.Read(ctx, store.Reading{Tenant: store.Local, ID: r.id, Revision: 1, Attempt: attempts}); err == nil {
		t.Error("a reading that was cut short ended well")
	}
	if err := r.Revise(t.Context(), store.Local, r.id, store.Revision{N: 2, Cause: "corrected", About: "turn 1", Body: []byte(`{}`), At: noon}); err != nil {
		t.Fatal(err)
	}
	if err := r.read(g, 1, 1); err != nil || h.heard != 0 {
		t.Errorf("reading of an older revision: %v after %d hearings", err, h.heard)
	}
	if err := r.Delete(t.Context(), store.Local, r.id); err != nil {
		t.Fatal(err)
	}
	if err := r.read(g, 2, 1); err != nil || h.heard != 0 {
		t.Errorf("reading of what was erased: %v after %d hearings", err, h.heard)
	}
}

// Grading again does what there is to do, once.
func TestAgain(t *testing.T) {
	old := func(t *transcript.Transcript) { t.Turns[0].Findings = nil } // as an earlier build may have graded
	plain := func(t *transcript.Transcript) { t.Plain = true }
	for name, tt := range map[string]struct {
		change func(*transcript.Transcript)
		hearer Hearer
		n      int
		due    bool
	}{
		"nothing to do":              {unchanged, nil, 1, false},
		"graded otherwise":           {old, nil, 2, false},
		"a model has not read it":    {unchanged, &scriptedHearer{model: "small"}, 2, true},
		"no model, as was chosen":    {plain, &scriptedHearer{model: "small"}, 1, false},
		"plain and graded otherwise": {func(t *transcript.Transcript) { old(t); plain(t) }, &scriptedHearer{model: "small"}, 2, false},
	} {
		t.Run(name, func(t *testing.T) {
			r := sealed(t, false, tt.change)
			g := r.regrader(tt.hearer)
			if tt.hearer == nil {
				g.o.Hearer = nil
			}
			for range 2 {
				got, err := g.Again(t.Context(), store.Local, r.id)
				if err != nil || got.N != tt.n || got.Due != tt.due {
					t.Fatalf("Again = revision %d, due %t, %v; want %d, %t", got.N, got.Due, err, tt.n, tt.due)
				}
			}
			if after, _ := r.newest(); tt.n == 2 && (after.Cause != store.Regraded || after.Rubric != grade(t).Rubric || *after.Grades != *grade(t).Grades) {
				t.Errorf("graded again: %s under rubric %s: %+v", after.Cause, after.Rubric, after.Grades)
			}
		})
	}
}

// What one model has read is not read by it again, but by another.
func TestAgainByAnotherModel(t *testing.T) {
	r := sealed(t, true, unchanged)
	small := r.regrader(&scriptedHearer{model: "small"})
	if err := r.read(small, 1, 1); err != nil {
		t.Fatal(err)
	}
	if got, err := small.Again(t.Context(), store.Local, r.id); err != nil || got.N != 2 {
		t.Errorf("Again by the same model = revision %d, %v; want 2", got.N, err)
	}
	large := r.regrader(&scriptedHearer{model: "large"})
	if got, err := large.Again(t.Context(), store.Local, r.id); err != nil || got.N != 3 || !got.Due {
		t.Errorf("Again by another model = revision %d, due %t, %v; want 3, due", got.N, got.Due, err)
	}
	if err := r.read(large, 3, 1); err != nil {
		t.Fatal(err)
	}
	if got, _ := r.newest(); got.Revision != 4 || got.Grader.Model != "large" {
		t.Errorf("revision %d by %s, want 4 by large", got.Revision, got.Grader.Model)
	}
}

func TestAgainEnds(t *testing.T) {
	r := sealed(t, false, unchanged)
	for n := 2; n <= mostRevisions; n++ {
		body, err := json.Marshal(grade(t))
		if err != nil {
			t.Fatal(err)
		}
		if err := r.Revise(t.Context(), store.Local, r.id, store.Revision{N: n, Cause: "corrected", About: strconv.Itoa(n), Body: body, At: noon}); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := r.regrader(&scriptedHearer{model: "another"}).Again(t.Context(), store.Local, r.id); !errors.Is(err, ErrTooMany) {
		t.Errorf("Again = %v, want ErrTooMany", err)
	}
	if _, err := r.regrader(nil).Again(t.Context(), store.Local, uuid.NewString()); !errors.Is(err, store.ErrNotFound) {
		t.Errorf("Again of nothing = %v, want ErrNotFound", err)
	}
}
