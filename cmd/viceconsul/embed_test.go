package main

import (
	"context"
	"encoding/json"
	"errors"
	"log/slog"
	"net/http"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"github.com/viceconsul/viceconsul/interview/openai/standin"
	"github.com/viceconsul/viceconsul/questionbank"
	"github.com/viceconsul/viceconsul/questionbank/vectors"
)

// embedsAs answers with the bank's own embedder, the last text first, at a width; short
// leaves so many vectors out and then cuts the reply.
func embedsAs(wide int, short bool) standin.Reply {
	return func(w http.ResponseWriter, _ *http.Request, c *standin.Call) {
		var data []map[string]any
		for i, text := range slices.Backward(c.Input) {
			data = append(data, map[string]any{"object": "embedding", "index": i, "embedding": questionbank.Embed(text)[:wide]})
		}
		w.Header().Set("Content-Type", "application/json")
		body, _ := json.Marshal(map[string]any{"object": "list", "model": c.Model, "data": data})
		if short {
			body = body[:len(body)/2]
		}
		_, _ = w.Write(body)
	}
}

// With a model that embeds, the bank is searched by its vectors on either store; what
// goes wrong on the way costs no search, and nothing that was embedded.
func TestEmbeddingModel(t *testing.T) {
	for name, place := range map[string]func(*testing.T) serveCommand{
		"sqlite":   func(t *testing.T) serveCommand { return serveCommand{Data: t.TempDir()} },
		"postgres": func(t *testing.T) serveCommand { return serveCommand{DatabaseURL: freshSchema(t), Migrate: true} },
	} {
		t.Run(name, func(t *testing.T) {
			var calls atomic.Int64
			reply := atomic.Pointer[standin.Reply]{}
			behave := func(r standin.Reply) { reply.Store(&r) }
			s := standin.New(t, func(*standin.Call) standin.Reply { calls.Add(1); return *reply.Load() })
			c := place(t)
			c.Model = modelFlags{URL: s.URL(), Name: "m", Embedding: "first", Dimensions: questionbank.Dimensions}
			opened := func(model string) *vectors.Bank {
				t.Helper()
				c.Model.Embedding = model
				h, err := c.open(t.Context(), slog.New(slog.DiscardHandler))
				if err != nil {
					t.Fatal(err)
				}
				t.Cleanup(h.close)
				return h.vectors
			}
			found := func(b *vectors.Bank) {
				t.Helper()
				bank, err := questionbank.Embedded()
				if err != nil {
					t.Fatal(err)
				}
				want := bank.Nearest("Who is paying for your studies?", questionbank.Filter{}, 3)
				got, err := b.Nearest(t.Context(), "Who is paying for your studies?", questionbank.Filter{}, 3)
				if err != nil || len(got) != 3 || got[0].Question.ID != want[0].Question.ID {
					t.Errorf("nearest: %d, %v", len(got), err)
				}
			}
			good := embedsAs(questionbank.Dimensions, false)

			b := opened("first")
			behave(func(w http.ResponseWriter, r *http.Request, call *standin.Call) {
				embedsAs(questionbank.Dimensions, calls.Load() > 3)(w, r, call)
			})
			first, err := b.Sync(t.Context())
			if err == nil || first != 3*64 {
				t.Fatalf("cut in the middle: Sync = %d, %v, want three batches and an error", first, err)
			}
			found(b)
			behave(embedsAs(3, false))
			if n, err := b.Sync(t.Context()); n != 0 || err == nil {
				t.Errorf("another width: Sync = %d, %v, want an error", n, err)
			}
			behave(good)
			before := len(s.Calls())
			n, err := b.Sync(t.Context())
			sent := 0
			for _, call := range s.Calls()[before:] {
				sent += len(call.Input)
			}
			if err != nil || sent != n || n == 0 {
				t.Errorf("gone on with: Sync = %d, %v, %d texts sent", n, err, sent)
			}
			found(b)
			if last := s.Calls()[len(s.Calls())-1]; len(last.Input) != 1 || last.Model != "first" {
				t.Errorf("the search asked %s for %d texts", last.Model, len(last.Input))
			}
			if _, err := b.Nearest(t.Context(), "My passport is N1234567, who pays?", questionbank.Filter{}, 3); err != nil {
				t.Error(err)
			}
			if last := s.Calls()[len(s.Calls())-1]; strings.Contains(last.Body, "N1234567") {
				t.Errorf("the search sent %s", last.Body)
			}

			behave(standin.Status(401))
			next := opened("second")
			found(next)
			if n, err := next.Sync(t.Context()); n != 0 || err == nil {
				t.Errorf("refused: Sync = %d, %v", n, err)
			}
			if by := next.Searches(); by["local: the model did not answer"] != 1 {
				t.Errorf("searched by %v, want the old vectors tried and the local embedder", by)
			}
			behave(good)
			found(next)
			if set, _ := next.Serving(); set.Model != "first" {
				t.Errorf("%s serves before the other is whole", set.Model)
			}
			if m, err := next.Sync(t.Context()); err != nil || m != n+first {
				t.Errorf("Sync of another model = %d, %v, want all %d", m, err, n+first)
			}
			found(next)
			if set, _ := next.Serving(); set.Model != "second" {
				t.Errorf("%s serves after the other is whole", set.Model)
			}
			if by := next.Searches(); by["vectors"] != 2 {
				t.Errorf("searched by %v", by)
			}
		})
	}
}

// A server whose embedding model is down starts and searches all the same.
func TestServesWithoutItsEmbeddingModel(t *testing.T) {
	s := standin.New(t, standin.Always(standin.Status(401)))
	c := serveCommand{Data: t.TempDir(), Model: modelFlags{URL: s.URL(), Name: "m", Embedding: "e", Dimensions: 8}}
	h, err := c.open(t.Context(), slog.New(slog.DiscardHandler))
	if err != nil {
		t.Fatal(err)
	}
	defer h.close()
	if _, err := h.vectors.Sync(t.Context()); err == nil || strings.Contains(err.Error(), standin.Secret) {
		t.Errorf("Sync: %v, want an error without the endpoint's words", err)
	}
	if got, err := h.vectors.Nearest(t.Context(), "Who pays?", questionbank.Filter{}, 3); len(got) != 3 || err != nil {
		t.Errorf("nearest: %d, %v", len(got), err)
	}
}

// A scriptedShelf is empty and does as its script says when it is filled.
type scriptedShelf struct {
	vectors.Shelf
	script []error
	at     []time.Time
}

func (s *scriptedShelf) Alone(ctx context.Context, f func(context.Context) error) error {
	s.at = append(s.at, time.Now())
	err := s.script[0]
	s.script = s.script[1:]
	if err != nil {
		return err
	}
	return f(ctx)
}
func (s *scriptedShelf) Texts(context.Context, vectors.Set) (map[vectors.Key]string, error) {
	return nil, nil
}
func (s *scriptedShelf) Put(context.Context, vectors.Set, []vectors.Row) error    { return nil }
func (s *scriptedShelf) Finish(context.Context, vectors.Set, []vectors.Key) error { return nil }

// The bank is embedded beside the server until it is whole, with longer pauses after
// each failure, and while another server is at it.
func TestEmbedsUntilItIsWhole(t *testing.T) {
	bank, err := questionbank.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	synctest.Test(t, func(t *testing.T) {
		down := errors.New("down")
		shelf := &scriptedShelf{script: []error{down, down, vectors.ErrHeld, down, nil}}
		h := &house{log: slog.New(slog.DiscardHandler), vectors: vectors.New(shelf, bank, vectors.LocalSet,
			func(vectors.Set) (vectors.Embedder, error) { return vectors.Local{}, nil })}
		h.embed(t.Context())
		var waits []time.Duration
		for i := range shelf.at[1:] {
			waits = append(waits, shelf.at[i+1].Sub(shelf.at[i]))
		}
		if want := []time.Duration{embedAgain, 2 * embedAgain, embedByOther, 2 * embedByOther}; !slices.Equal(waits, want) {
			t.Errorf("tried again after %v, want %v", waits, want)
		}
		if set, ok := h.vectors.Serving(); !ok || set != vectors.LocalSet {
			t.Errorf("serving %v, %t", set, ok)
		}
		ended, end := context.WithCancel(t.Context())
		shelf.script = []error{down}
		time.AfterFunc(time.Second, end)
		h.embed(ended) // returns with the server
	})
}
