package openai

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/viceconsul/viceconsul/interview/openai/standin"
	"github.com/viceconsul/viceconsul/interview/store"
	"github.com/viceconsul/viceconsul/interview/store/storetest"
)

// Books in memory are held to what those of a store are.
func TestMemory(t *testing.T) {
	n := 0
	begin := func() store.Interview {
		n++
		return store.Interview{ID: fmt.Sprint("interview ", n), Applicant: fmt.Sprint("applicant ", n)}
	}
	storetest.Books(t, &memory{}, begin)
	storetest.BooksTogether(t, &memory{}, begin)
}

// brokenBooks fail to write down what they are told to.
type brokenBooks struct {
	*memory
	reserve, settle error
}

func (b brokenBooks) Reserve(ctx context.Context, tenant string, books []store.Book, tokens int) error {
	if b.reserve != nil {
		return b.reserve
	}
	return b.memory.Reserve(ctx, tenant, books, tokens)
}

func (b brokenBooks) Settle(ctx context.Context, tenant string, books []store.Book, tokens int, used store.Use) error {
	if b.settle != nil {
		return b.settle
	}
	return b.memory.Settle(ctx, tenant, books, tokens, used)
}

// While the books cannot be written nothing is sent; a call whose end cannot be written
// is said, and keeps what was set aside. The endpoint is not blamed for either.
func TestLedgerWithoutBooks(t *testing.T) {
	broken := errors.New("disk I/O error: " + standin.Secret)
	s := standin.New(t, standin.Always(standin.Says("Who is paying for your studies?")))
	word := func(b brokenBooks) (*Ledger, error) {
		l := OpenLedger(Caps{}, b, store.Local)
		o, err := NewOfficer(Config{BaseURL: s.URL(), Model: "small", Ledger: l, Failures: 1})
		if err != nil {
			t.Fatal(err)
		}
		for range 2 {
			_, err = o.Word(t.Context(), brief("Who is paying for your studies?"), func(string) {})
		}
		return l, err
	}
	l, err := word(brokenBooks{&memory{}, broken, nil})
	if !errors.Is(err, errUnbooked) || strings.Contains(err.Error(), standin.Secret) || s.Opened() != 0 || l.Totals().Calls != 0 {
		t.Errorf("without books: %v, %d connections opened, %d calls", err, s.Opened(), l.Totals().Calls)
	}
	l, err = word(brokenBooks{&memory{}, nil, broken})
	used, unread := l.books.Used(t.Context(), store.Local, store.Book{Kind: store.HouseBook, Day: l.day})
	if err != nil || l.Totals().Unsettled != 2 || l.Totals().Completion == 0 || unread != nil || used.Calls != 2 || used.Assumed < l.Totals().Prompt {
		t.Errorf("without an end: %v, totals %+v, books %+v", err, l.Totals(), used)
	}
}

// What nobody told of is taken for the dearer kind of token, sound by its length; without
// prices there is no money.
func TestPrices(t *testing.T) {
	p := Prices{Currency: "EUR", Prompt: 1, Completion: 4, Heard: 0.5, Spoken: 20}
	for name, tt := range map[string]struct {
		used   store.Use
		prices Prices
		want   string
	}{
		"told":     {store.Use{Calls: 2, Prompt: 1_000_000, Completion: 500_000}, p, "EUR 3.0000"},
		"not told": {store.Use{Calls: 1, Assumed: 250_000}, p, "EUR 1.0000"},
		"sound":    {store.Use{Calls: 2, Assumed: 9_000, Sounded: 9_000, Heard: 90e9, Spoken: 50_000}, p, "EUR 1.7500"},
		"small":    {store.Use{Calls: 1, Prompt: 3210, Completion: 240}, p, "EUR 0.0042"},
		"nothing":  {store.Use{Calls: 1}, p, "EUR 0.0000"},
		"unpriced": {store.Use{Calls: 1, Prompt: 3210}, Prices{Currency: "USD"}, ""},
	} {
		l := NewLedger(Caps{})
		l.books = stand{tt.used}
		got, err := l.Cost(t.Context(), tt.prices, "i")
		if err != nil || got.Money != tt.want {
			t.Errorf("%s: %+v, %v; want %q", name, got, err, tt.want)
		}
	}
	if got, err := NewLedger(Caps{}).Cost(t.Context(), p, "i"); got != nil || err != nil {
		t.Errorf("no call costs %+v, %v", got, err)
	}
}

// stand is a book in which this stands.
type stand struct{ used store.Use }

func (stand) Reserve(context.Context, string, []store.Book, int) error           { return nil }
func (stand) Settle(context.Context, string, []store.Book, int, store.Use) error { return nil }
func (s stand) Used(context.Context, string, store.Book) (store.Use, error)      { return s.used, nil }
