// Package shelftest holds every shelf of vectors to what its interface says, and the
// bank on it to the search in memory.
package shelftest

import (
	"context"
	"errors"
	"math"
	"slices"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/viceconsul/viceconsul/interview/transcript"
	"github.com/viceconsul/viceconsul/questionbank"
	"github.com/viceconsul/viceconsul/questionbank/vectors"
)

// lastBits is how far the likeness of two sums of float32 may lie apart.
const lastBits = 1e-6

// Run tests shelves, each opened empty.
func Run(t *testing.T, open func(t *testing.T) vectors.Shelf) {
	for name, test := range map[string]func(*testing.T, vectors.Shelf){
		"same order as in memory": sameOrder, "a sync goes on": goesOn, "only what changed": whatChanged,
		"other widths are refused": otherWidths, "old vectors serve until the new are whole": changeOver,
		"a model that does not answer": noAnswer, "the last two sets are kept": lastTwo, "one at a time": alone, "equal ones by ID": equalOnes,
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			test(t, open(t))
		})
	}
}

// on is the built-in bank, or another, with the set of a model embedded by e.
func on(shelf vectors.Shelf, bank *questionbank.Bank, model string, e vectors.Embedder) *vectors.Bank {
	return vectors.New(shelf, bank, vectors.Set{Model: model, Dimensions: questionbank.Dimensions},
		func(vectors.Set) (vectors.Embedder, error) { return e, nil })
}

func built(t *testing.T) *questionbank.Bank {
	t.Helper()
	bank, err := questionbank.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	return bank
}

func synced(t *testing.T, b *vectors.Bank, want int) {
	t.Helper()
	n, err := b.Sync(t.Context())
	if err != nil || want >= 0 && n != want {
		t.Fatalf("Sync = %d, %v, want %d", n, err, want)
	}
}

func near(t *testing.T, b *vectors.Bank, text string, f questionbank.Filter, n int) []questionbank.Match {
	t.Helper()
	matches, err := b.Nearest(t.Context(), text, f, n)
	if err != nil {
		t.Fatal(err)
	}
	return matches
}

// sameOrder: for every question of the bank as a query, memory and shelf give the same
// order, whatever the filter.
func sameOrder(t *testing.T, shelf vectors.Shelf) {
	memory := built(t)
	stored := on(shelf, memory, questionbank.EmbedVersion, vectors.Local{})
	synced(t, stored, -1)
	filters := []questionbank.Filter{{}, {Off: true}, {Category: transcript.B1B2, Topic: "b.ties"}}
	for _, c := range transcript.Categories() {
		filters = append(filters, questionbank.Filter{Category: c, Asked: []string{"C10", "F27", "H01"}})
	}
	for i, q := range memory.Pick(questionbank.Filter{Off: true}) {
		filter := filters[i%len(filters)]
		compare(t, q.Ask, memory.Nearest(q.Ask, filter, 12), near(t, stored, q.Ask, filter, 12))
	}
	for _, f := range filters {
		compare(t, "", memory.Nearest("", f, 500), near(t, stored, "", f, 500))
	}
	if got := near(t, stored, "Who pays?", questionbank.Filter{}, -1); len(got) != 0 {
		t.Errorf("Nearest of -1 = %d questions, want none", len(got))
	}
	if by := stored.Searches(); by["vectors"] == 0 || len(by) != 1 {
		t.Errorf("searched by %v, want vectors alone", by)
	}
}

// compare holds two answers of Nearest together; where likeness is equal up to the last
// bits the order is free.
func compare(t *testing.T, text string, memory, stored []questionbank.Match) {
	t.Helper()
	if len(memory) != len(stored) {
		t.Fatalf("Nearest(%q): %d in memory, %d stored", text, len(memory), len(stored))
	}
	for i, m := range memory {
		if math.Abs(m.Likeness-stored[i].Likeness) > lastBits {
			t.Errorf("Nearest(%q)[%d] is %s with %v in memory, %s with %v stored", text, i, m.Question.ID, m.Likeness, stored[i].Question.ID, stored[i].Likeness)
		}
		twin := i > 0 && m.Likeness-memory[i-1].Likeness > -lastBits ||
			i+1 < len(memory) && memory[i+1].Likeness-m.Likeness > -lastBits || i+1 == len(memory)
		if m.Question != stored[i].Question && !twin {
			t.Errorf("Nearest(%q)[%d] is %s in memory, %s stored", text, i, m.Question.ID, stored[i].Question.ID)
		}
	}
}

// goesOn: a sync that ends with an error keeps what came back; the next one embeds the
// rest, and the one after that nothing.
func goesOn(t *testing.T, shelf vectors.Shelf) {
	bank := built(t)
	all := 0
	for _, q := range bank.Pick(questionbank.Filter{Off: true}) {
		all += len(q.Wordings())
	}
	cut := on(shelf, bank, "model", &counted{failAfter: 100})
	if n, err := cut.Sync(t.Context()); !errors.Is(err, errQuota) || n != 100 {
		t.Fatalf("first Sync = %d, %v, want 100 and the embedder's error", n, err)
	}
	if s, serves := cut.Serving(); serves {
		t.Errorf("%v serves, though it is not whole", s)
	}
	for _, want := range []int{all - 100, 0} {
		e := &counted{failAfter: 1 << 20}
		b := on(shelf, bank, "model", e)
		synced(t, b, want)
		if e.texts != want {
			t.Errorf("%d texts were sent to be embedded, want %d", e.texts, want)
		}
	}
}

var errQuota = errors.New("quota used up")

// counted embeds locally and fails in the middle of a batch when it has embedded so
// many texts.
type counted struct {
	vectors.Local
	texts, failAfter int
}

func (e *counted) Embed(ctx context.Context, texts []string) ([][]float32, error) {
	all, _ := e.Local.Embed(ctx, texts)
	if left := e.failAfter - e.texts; left < len(texts) {
		clear(all[left:])
		e.texts = e.failAfter
		return all, errQuota
	}
	e.texts += len(texts)
	return all, nil
}

// whatChanged: another content embeds only what is worded differently and takes away
// what is gone; another model embeds all.
func whatChanged(t *testing.T, shelf vectors.Shelf) {
	old := load(t, `{id: F27, ask: "Who is paying?", also: ["Who is your sponsor?"], type: closed, fields: [trip.payer]}`,
		`{id: F28, ask: "How much is it?", type: closed, fields: [f1.cost_year1]}`)
	changed := load(t, `{id: F27, ask: "Who is going to pay?", type: closed, fields: [trip.payer]}`,
		`{id: F28, ask: "How much is it?", type: closed, fields: [f1.cost_year1], except: [F1]}`,
		`{id: F29, ask: "Why?", type: open, fields: [trip.purpose]}`)
	for _, step := range []struct {
		bank  *questionbank.Bank
		model string
		want  int
	}{{old, "one", 3}, {changed, "one", 2}, {changed, "two", 3}, {old, "two", 2}} {
		b := on(shelf, step.bank, step.model, vectors.Local{})
		synced(t, b, step.want)
		for _, f := range []questionbank.Filter{{}, {Category: transcript.F1}} {
			compare(t, "Who pays?", step.bank.Nearest("Who pays?", f, 9), near(t, b, "Who pays?", f, 9))
		}
	}
}

// load makes a bank of one topic from its questions.
func load(t *testing.T, questions ...string) *questionbank.Bank {
	t.Helper()
	text := `group: F
title: F-1 students
topics:
  - id: f.fund
    title: Who pays
    applies_to: [F1]
    tests: cost covered
    strong: who pays what
    red_flags: [sudden deposit]
    ground: 214(b)
    follow_up: {vague: none, long: none, contradiction: none, risky: none}
    questions:
`
	for _, q := range questions {
		text += "      - " + q + "\n"
	}
	bank, err := questionbank.Load(fstest.MapFS{"f.yaml": {Data: []byte(text)}})
	if err != nil {
		t.Fatal(err)
	}
	return bank
}

// narrow gives vectors of three dimensions where 256 were promised.
type narrow struct{ vectors.Local }

func (narrow) Embed(_ context.Context, texts []string) ([][]float32, error) {
	return slices.Repeat([][]float32{{1, 2, 3}}, len(texts)), nil
}

// otherWidths: a vector of the wrong width is refused, and nothing of its batch is
// stored.
func otherWidths(t *testing.T, shelf vectors.Shelf) {
	b := on(shelf, built(t), "narrow", narrow{})
	if n, err := b.Sync(t.Context()); n != 0 || err == nil {
		t.Errorf("Sync = %d, %v, want an error", n, err)
	}
	texts, err := shelf.Texts(t.Context(), vectors.Set{Model: "narrow", Dimensions: questionbank.Dimensions})
	if len(texts) != 0 || err != nil {
		t.Errorf("%d texts are stored, %v; want none", len(texts), err)
	}
}

// named embeds locally and remembers which model was asked for a search.
type named struct {
	vectors.Local
	model string
	asked *[]string
}

func (e named) EmbedQuery(ctx context.Context, text string) ([]float32, error) {
	*e.asked = append(*e.asked, e.model)
	return e.Local.EmbedQuery(ctx, text)
}

// changeOver: with another model wanted, searches go by the old one until all is
// embedded anew, also after a start in between.
func changeOver(t *testing.T, shelf vectors.Shelf) {
	bank, asked := built(t), []string{}
	var failing vectors.Embedder = &counted{failAfter: 70}
	embedders := func(s vectors.Set) (vectors.Embedder, error) {
		if s.Model == "new" && failing != nil {
			return failing, nil
		}
		return named{model: s.Model, asked: &asked}, nil
	}
	set := func(model string) vectors.Set { return vectors.Set{Model: model, Dimensions: questionbank.Dimensions} }
	old := vectors.New(shelf, bank, set("old"), embedders)
	synced(t, old, -1)
	for range 2 {
		b := vectors.New(shelf, bank, set("new"), embedders)
		if err := b.Open(t.Context()); err != nil {
			t.Fatal(err)
		}
		near(t, b, "Who pays?", questionbank.Filter{}, 3)
		if _, err := b.Sync(t.Context()); err == nil {
			t.Fatal("a failing model made its vectors whole")
		}
		near(t, b, "Who pays?", questionbank.Filter{}, 3)
	}
	failing = nil
	b := vectors.New(shelf, bank, set("new"), embedders)
	if err := b.Open(t.Context()); err != nil {
		t.Fatal(err)
	}
	near(t, b, "Who pays?", questionbank.Filter{}, 3)
	synced(t, b, -1)
	near(t, b, "Who pays?", questionbank.Filter{}, 3)
	near(t, old, "Who pays?", questionbank.Filter{}, 3) // another server that has not changed over
	if diff := cmp.Diff([]string{"old", "old", "old", "old", "old", "new", "old"}, asked); diff != "" {
		t.Errorf("models asked (-want +got):\n%s", diff)
	}
	if by := b.Searches(); by["vectors"] != 2 || len(by) != 1 {
		t.Errorf("searched by %v, want vectors each time", by)
	}
}

// gone is a model that embeds the bank and then no search.
type gone struct{ vectors.Local }

func (gone) EmbedQuery(context.Context, string) ([]float32, error) { return nil, errQuota }

// bent is one whose answer to a search has another width.
type bent struct{ vectors.Local }

func (bent) EmbedQuery(context.Context, string) ([]float32, error) { return []float32{1}, nil }

// noAnswer: a search whose text cannot be embedded goes by the local embedder, as does
// one before any vectors are whole.
func noAnswer(t *testing.T, shelf vectors.Shelf) {
	bank := built(t)
	want := bank.Nearest("Who pays?", questionbank.Filter{Category: transcript.F1}, 5)
	for name, e := range map[string]vectors.Embedder{"gone": gone{}, "bent": bent{}} {
		b := on(shelf, bank, name, e)
		for range 2 { // before the sync and after it
			if diff := cmp.Diff(ids(want), ids(near(t, b, "Who pays?", questionbank.Filter{Category: transcript.F1}, 5))); diff != "" {
				t.Errorf("%s (-local +found):\n%s", name, diff)
			}
			synced(t, b, -1)
		}
		if by := b.Searches(); by["local: no vectors yet"] != 1 || by["local: the model did not answer"] != 1 {
			t.Errorf("%s: searched by %v", name, by)
		}
	}
}

func ids(matches []questionbank.Match) (all []string) {
	for _, m := range matches {
		all = append(all, m.Question.ID)
	}
	return all
}

// lastTwo: a set that was finished stays until two were after it; one that was not
// stays, to be gone on with.
func lastTwo(t *testing.T, shelf vectors.Shelf) {
	set := func(model string) vectors.Set { return vectors.Set{Model: model, Dimensions: 2} }
	put := func(model string) {
		t.Helper()
		if err := shelf.Put(t.Context(), set(model), []vectors.Row{{Key: vectors.Key{ID: "F01", N: 1}, Text: model, Vector: []float32{1, 0}}}); err != nil {
			t.Fatal(err)
		}
	}
	put("unfinished")
	for _, model := range []string{"a", "b", "a", "c"} {
		put(model)
		if err := shelf.Finish(t.Context(), set(model), nil); err != nil {
			t.Fatal(err)
		}
	}
	whole, err := shelf.Whole(t.Context())
	if diff := cmp.Diff([]vectors.Set{set("c"), set("a")}, whole); diff != "" || err != nil {
		t.Errorf("whole are (-want +got): %v\n%s", err, diff)
	}
	for model, want := range map[string]int{"a": 1, "b": 0, "c": 1, "unfinished": 1} {
		if texts, err := shelf.Texts(t.Context(), set(model)); len(texts) != want || err != nil {
			t.Errorf("%s has %d texts, %v; want %d", model, len(texts), err, want)
		}
	}
	if err := shelf.Finish(t.Context(), set("c"), []vectors.Key{{ID: "F01", N: 1}}); err != nil {
		t.Fatal(err)
	}
	if near, err := shelf.Nearest(t.Context(), set("c"), []float32{1, 0}, []string{"F01"}, 5); len(near) != 0 || err != nil {
		t.Errorf("what was taken away is found: %v, %v", near, err)
	}
}

// alone: whoever comes while another fills the shelf is told so.
func alone(t *testing.T, shelf vectors.Shelf) {
	err := shelf.Alone(t.Context(), func(ctx context.Context) error {
		return shelf.Alone(ctx, func(context.Context) error { return nil })
	})
	if !errors.Is(err, vectors.ErrHeld) {
		t.Errorf("the second: %v, want ErrHeld", err)
	}
	if err := shelf.Alone(t.Context(), func(context.Context) error { return errQuota }); !errors.Is(err, errQuota) {
		t.Errorf("afterwards: %v, want what it did", err)
	}
}

// equalOnes: the likest wording counts, equal questions stand by ID, and only those
// asked for.
func equalOnes(t *testing.T, shelf vectors.Shelf) {
	set := vectors.Set{Model: "m", Dimensions: 2}
	rows := []vectors.Row{
		{Key: vectors.Key{ID: "B2"}, Text: "b", Vector: []float32{3, 0}}, {Key: vectors.Key{ID: "A1"}, Text: "a", Vector: []float32{0, 2}},
		{Key: vectors.Key{ID: "A1", N: 1}, Text: "a1", Vector: []float32{1, 0}}, {Key: vectors.Key{ID: "C3"}, Text: "c", Vector: []float32{0, 1}},
		{Key: vectors.Key{ID: "D4"}, Text: "d", Vector: []float32{1, 0}}, {Key: vectors.Key{ID: "E5"}, Text: "e", Vector: []float32{0, 0}},
	}
	if err := shelf.Put(t.Context(), set, rows); err != nil {
		t.Fatal(err)
	}
	got, err := shelf.Nearest(t.Context(), set, []float32{5, 0}, []string{"C3", "B2", "A1", "E5", "Z9"}, 9)
	if diff := cmp.Diff([]vectors.Near{{ID: "A1", Likeness: 1}, {ID: "B2", Likeness: 1}, {ID: "C3"}, {ID: "E5"}}, got); diff != "" || err != nil {
		t.Errorf("nearest (-want +got): %v\n%s", err, diff)
	}
	if got, err := shelf.Nearest(t.Context(), set, []float32{5, 0}, nil, 9); len(got) != 0 || err != nil {
		t.Errorf("nearest of none: %v, %v", got, err)
	}
}
