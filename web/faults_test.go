package web

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"sync/atomic"
	"testing"

	"github.com/google/uuid"

	"github.com/viceconsul/viceconsul/interview/store"
)

var errDisk = errors.New("disk I/O error")

// failing is a store whose calls, counted from 1, fail once each in turn: the one
// called out, with fault. The call has its effect first when late is set.
type failing struct {
	store.Store
	calls atomic.Int64
	at    atomic.Int64 // 0: none
	fault error
	late  bool
}

func (f *failing) fails() bool { return f.calls.Add(1) == f.at.Load() }

// arm makes the nth call from now fail.
func (f *failing) arm(n int64) { f.calls.Store(0); f.at.Store(n) }

func (f *failing) Append(ctx context.Context, a store.Append) error {
	if !f.fails() {
		return f.Store.Append(ctx, a)
	}
	if f.late {
		if err := f.Store.Append(ctx, a); err != nil {
			return err
		}
	}
	return f.fault
}

func (f *failing) Take(ctx context.Context, tenant, id string) (store.Interview, error) {
	if f.fails() {
		return store.Interview{}, f.fault
	}
	return f.Store.Take(ctx, tenant, id)
}

func (f *failing) Events(ctx context.Context, tenant, id string, after int64) ([]store.Event, error) {
	if f.fails() {
		return nil, f.fault
	}
	return f.Store.Events(ctx, tenant, id, after)
}

func (f *failing) Interview(ctx context.Context, tenant, id string) (store.Interview, error) {
	if f.fails() {
		return store.Interview{}, f.fault
	}
	return f.Store.Interview(ctx, tenant, id)
}

func (f *failing) Revision(ctx context.Context, tenant, id string, n int) (store.Revision, error) {
	if f.fails() {
		return store.Revision{}, f.fault
	}
	return f.Store.Revision(ctx, tenant, id, n)
}

// persist rehearses as a client should: it comes back after every ending that says
// so and sends what was not acknowledged under the same id, until the transcript
// comes. It returns what was acknowledged, by turn.
func (h *house) persist(t *testing.T, id, key string, answers int) map[int]string {
	t.Helper()
	acked, sent := map[int]string{}, map[int]string{}
	for range 100 {
		c, res, err := h.tryDial(id, "Authorization: Bearer "+key)
		if err != nil {
			if res == nil || res.StatusCode < http.StatusInternalServerError {
				t.Fatalf("dial: %v %v", err, res)
			}
			continue
		}
		call := &caller{t: t, conn: c}
		done := call.attempt(acked, sent, answers)
		c.Close()
		if done {
			return acked
		}
	}
	t.Fatal("no transcript after 100 connections")
	return nil
}

// attempt goes as far as one connection carries; true when the transcript came.
func (c *caller) attempt(acked, sent map[int]string, answers int) bool {
	c.t.Helper()
	c.say(hello)
	for {
		e, err := c.read()
		if err != nil {
			return false
		}
		turn := 0
		switch e.Type {
		case "ack":
			acked[e.Turn] = e.ID
		case "graded":
			return true
		case "question":
			turn = e.Turn
		case "welcome":
			if n := len(e.Interview.Turns); n > 0 && e.Interview.Turns[n-1].Applicant == nil && !e.Interview.Ended {
				turn = e.Interview.Turns[n-1].Turn
			}
		}
		if turn == 0 || e.Kind == "remark" {
			continue
		}
		if len(acked) >= answers {
			c.say(`{"type":"end"}`)
			continue
		}
		if sent[turn] == "" {
			sent[turn] = uuid.NewString()
		}
		c.say(answerText(sent[turn], turn, fmt.Sprintf("My father pays for turn %d.", turn)))
	}
}

// Whichever call to the store fails, once, and however: what was acknowledged is
// stored, once, under its id; offsets have no gap; the interview ends graded.
func TestEveryStoreCallFailsOnce(t *testing.T) {
	for _, test := range []struct {
		name  string
		fault error
		late  bool
	}{
		{"refused", errDisk, false},
		{"failed after its effect", errDisk, true},
		{"outcome unknown, not stored", store.ErrUnknown, false},
		{"outcome unknown, stored", store.ErrUnknown, true},
		{"fenced", store.ErrFenced, false},
	} {
		t.Run(test.name, func(t *testing.T) {
			var f *failing
			h := openHouse(t, func(o *Options) {
				f = &failing{Store: o.Store, fault: test.fault, late: test.late}
				o.Store, o.Limits = f, Limits{Costly: 1000, SocketsPerApplicant: 100, SocketsPerAddress: 100}
			})
			_, key := h.begin(t, student)
			for n := int64(1); ; n++ {
				id, _ := h.begin(t, student, "Authorization: Bearer "+key)
				f.arm(n)
				acked := h.persist(t, id, key, 3)
				reached := f.calls.Load() >= n
				f.arm(0)
				checkLog(t, f.Store, id, acked)
				if !reached {
					return // an interview has fewer calls: every one of them has failed
				}
			}
		})
	}
}

// checkLog compares what is stored with what was acknowledged.
func checkLog(t *testing.T, s store.Store, id string, acked map[int]string) {
	t.Helper()
	events, err := s.Events(context.Background(), store.Local, id, 0)
	if err != nil {
		t.Fatal(err)
	}
	stored := map[int]string{}
	for i, e := range events {
		if e.Offset != int64(i+1) {
			t.Fatalf("event %d stands at offset %d", i+1, e.Offset)
		}
		if e.Name == "answered" {
			if stored[e.Turn] != "" {
				t.Errorf("turn %d is answered twice", e.Turn)
			}
			stored[e.Turn] = e.Client
		}
	}
	for turn, client := range acked {
		if stored[turn] != client {
			t.Errorf("turn %d: acknowledged %s, stored %q", turn, client, stored[turn])
		}
	}
	sealed, err := s.Sealed(context.Background(), store.Local, id)
	if err != nil || !json.Valid(sealed) {
		t.Errorf("interview %s has no transcript: %v", id, err)
	}
}

// The client is told apart what to do next.
func TestStorageEndings(t *testing.T) {
	for _, test := range []struct {
		fault error
		want  ending
	}{
		{errDisk, noStorage},
		{store.ErrFenced, moved},
	} {
		var f *failing
		h := openHouse(t, func(o *Options) { f = &failing{Store: o.Store, fault: test.fault}; o.Store = f })
		id, key := h.begin(t, student)
		c, welcome := h.join(t, id, key)
		f.arm(1)
		c.answer(openTurn(t, welcome), "To study.")
		c.closed(test.want)
		if got := h.metric(t, "viceconsul_answers_total"); got != 0 {
			t.Errorf("%v: %v answers counted, want none", test.fault, got)
		}
	}
}
