package pgbank

import (
	"context"
	"database/sql"
	"errors"
	"math"
	"net/url"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5/pgxpool"
	_ "github.com/jackc/pgx/v5/stdlib"
	pgxvec "github.com/pgvector/pgvector-go/pgx"

	"github.com/viceconsul/viceconsul/interview/transcript"
	"github.com/viceconsul/viceconsul/migrations"
	"github.com/viceconsul/viceconsul/questionbank"
)

const tenant = "00000000-0000-0000-0000-000000000001"

// lastBits is how far the likeness of two sums of float32 may lie apart.
const lastBits = 1e-6

// For every question of the bank as a query, memory and pgvector give the same
// order, whatever the filter.
func TestSameOrderAsInMemory(t *testing.T) {
	memory := built(t)
	stored := New(migrated(t), tenant, memory, Local{}, questionbank.EmbedVersion)
	sync(t, stored)
	filters := []questionbank.Filter{{}, {Off: true}, {Category: transcript.B1B2, Topic: "b.ties"}}
	for _, c := range transcript.Categories() {
		filters = append(filters, questionbank.Filter{Category: c, Asked: []string{"C10", "F27", "H01"}})
	}
	for i, q := range memory.Pick(questionbank.Filter{Off: true}) {
		filter := filters[i%len(filters)]
		sameOrder(t, q.Ask, memory.Nearest(q.Ask, filter, 12), near(t, stored, q.Ask, filter, 12))
	}
	for _, f := range filters {
		sameOrder(t, "", memory.Nearest("", f, 500), near(t, stored, "", f, 500))
	}
	if got := near(t, stored, "Who pays?", questionbank.Filter{}, -1); len(got) != 0 {
		t.Errorf("Nearest of -1 = %d questions, want none", len(got))
	}
}

// sameOrder compares two answers of Nearest; where likeness is equal up to the
// last bits the order is free.
func sameOrder(t *testing.T, text string, memory, stored []questionbank.Match) {
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

// A sync that ends with an error keeps what came back; the next one embeds the
// rest, and the one after that nothing.
func TestSyncGoesOn(t *testing.T) {
	pool, bank := migrated(t), built(t)
	whole := 0
	for _, q := range bank.Pick(questionbank.Filter{Off: true}) {
		whole += len(q.Wordings())
	}
	failing := &countedEmbedder{failAfter: 100}
	first, err := New(pool, tenant, bank, failing, "model").Sync(t.Context())
	if !errors.Is(err, errQuota) || first != 100 {
		t.Fatalf("first Sync = %d, %v, want 100 and the embedder's error", first, err)
	}
	for _, want := range []int{whole - 100, 0} {
		embedder := &countedEmbedder{failAfter: 10000}
		n, err := New(pool, tenant, bank, embedder, "model").Sync(t.Context())
		if n != want || embedder.texts != want || err != nil {
			t.Errorf("Sync = %d, %v after %d texts, want %d", n, err, embedder.texts, want)
		}
	}
}

// Another content embeds only what is worded differently and retires what is gone;
// another model embeds all.
func TestSyncEmbedsWhatChanged(t *testing.T) {
	pool := migrated(t)
	old := load(t, `{id: F27, ask: "Who is paying?", also: ["Who is your sponsor?"], type: closed, fields: [trip.payer]}`,
		`{id: F28, ask: "How much is it?", type: closed, fields: [f1.cost_year1]}`)
	changed := load(t, `{id: F27, ask: "Who is going to pay?", type: closed, fields: [trip.payer]}`,
		`{id: F28, ask: "How much is it?", type: closed, fields: [f1.cost_year1], except: [F1]}`,
		`{id: F29, ask: "Why?", type: open, fields: [trip.purpose]}`)
	steps := []struct {
		bank  *questionbank.Bank
		model string
		want  int
	}{{old, "one", 3}, {changed, "one", 2}, {changed, "two", 3}, {old, "two", 2}}
	for i, step := range steps {
		stored := New(pool, tenant, step.bank, Local{}, step.model)
		if n, err := stored.Sync(t.Context()); n != step.want || err != nil {
			t.Errorf("step %d: Sync = %d, %v, want %d", i, n, err, step.want)
		}
		for _, f := range []questionbank.Filter{{}, {Category: transcript.F1}} {
			sameOrder(t, "Who pays?", step.bank.Nearest("Who pays?", f, 9), near(t, stored, "Who pays?", f, 9))
		}
	}
}

func TestTenantsDoNotMeet(t *testing.T) {
	pool, bank := migrated(t), built(t)
	sync(t, New(pool, tenant, bank, Local{}, "model"))
	other := New(pool, "00000000-0000-0000-0000-000000000002", bank, Local{}, "model")
	if got := near(t, other, "Who pays?", questionbank.Filter{}, 3); len(got) != 0 {
		t.Errorf("another tenant finds %d questions, want none", len(got))
	}
}

// A vector of the wrong width is refused, and nothing of its batch is stored.
func TestSyncRefusesOtherWidths(t *testing.T) {
	stored := New(migrated(t), tenant, built(t), narrowEmbedder{}, "narrow")
	if n, err := stored.Sync(t.Context()); n != 0 || err == nil {
		t.Errorf("Sync = %d, %v, want an error", n, err)
	}
}

var errQuota = errors.New("quota used up")

// countedEmbedder embeds locally and fails in the middle of a batch when it has
// embedded so many texts.
type countedEmbedder struct {
	Local
	texts, failAfter int
}

func (e *countedEmbedder) Embed(ctx context.Context, texts []string) ([][]float32, error) {
	vectors, _ := e.Local.Embed(ctx, texts)
	if left := e.failAfter - e.texts; left < len(texts) {
		clear(vectors[left:])
		e.texts = e.failAfter
		return vectors, errQuota
	}
	e.texts += len(texts)
	return vectors, nil
}

// narrowEmbedder gives vectors of three dimensions where 256 were promised.
type narrowEmbedder struct{ Local }

func (narrowEmbedder) Embed(_ context.Context, texts []string) ([][]float32, error) {
	return slices.Repeat([][]float32{{1, 2, 3}}, len(texts)), nil
}

func built(t *testing.T) *questionbank.Bank {
	t.Helper()
	bank, err := questionbank.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	return bank
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
      - ` + strings.Join(questions, "\n      - ") + "\n"
	bank, err := questionbank.Load(fstest.MapFS{"f.yaml": {Data: []byte(text)}})
	if err != nil {
		t.Fatal(err)
	}
	return bank
}

func sync(t *testing.T, b *Bank) {
	t.Helper()
	if _, err := b.Sync(t.Context()); err != nil {
		t.Fatal(err)
	}
}

func near(t *testing.T, b *Bank, text string, f questionbank.Filter, n int) []questionbank.Match {
	t.Helper()
	matches, err := b.Nearest(t.Context(), text, f, n)
	if err != nil {
		t.Fatal(err)
	}
	return matches
}

// migrated is a pool on a schema of its own with the tables in it, gone when the
// test ends. public comes after it, for the vector type.
func migrated(t testing.TB) *pgxpool.Pool {
	t.Helper()
	base := os.Getenv("TEST_DATABASE_URL")
	if base == "" {
		if os.Getenv("CI") == "true" {
			t.Fatal("TEST_DATABASE_URL is not set: eval \"$(scripts/testservices)\" provides it")
		}
		t.Skip("no TEST_DATABASE_URL")
	}
	schema := "test_" + strings.ReplaceAll(uuid.NewString(), "-", "")
	execute(t, base, "CREATE SCHEMA "+schema)
	t.Cleanup(func() { execute(t, base, "DROP SCHEMA "+schema+" CASCADE") })
	address, err := url.Parse(base)
	if err != nil {
		t.Fatal(err)
	}
	address.RawQuery = url.Values{"search_path": {schema + ",public"}}.Encode()
	db, err := sql.Open("pgx", address.String())
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if _, err := migrations.Up(t.Context(), db, migrations.Postgres); err != nil {
		t.Fatal(err)
	}
	config, err := pgxpool.ParseConfig(address.String())
	if err != nil {
		t.Fatal(err)
	}
	config.AfterConnect = pgxvec.RegisterTypes
	pool, err := pgxpool.NewWithConfig(t.Context(), config)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(pool.Close)
	return pool
}

// execute runs a statement on a connection of its own.
func execute(t testing.TB, address, statement string) {
	t.Helper()
	db, err := sql.Open("pgx", address)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if _, err := db.ExecContext(context.Background(), statement); err != nil {
		t.Fatal(err)
	}
}
