package storetest

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/viceconsul/viceconsul/interview/store"
)

func createAndRead(t *testing.T, s store.Store) {
	head := newHead()
	events := []store.Event{event(1), answer(2, 1), event(3)}
	want(t, "Create", s.Create(t.Context(), head, events), nil)

	got, err := s.Interview(t.Context(), head.Tenant, head.ID)
	want(t, "Interview", err, nil)
	expected := head
	expected.Offset, expected.Active = 3, events[2].At
	if diff := cmp.Diff(expected, got); diff != "" {
		t.Errorf("head (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(events, log(t, s, head)); diff != "" {
		t.Errorf("events (-want +got):\n%s", diff)
	}
	rest, err := s.Events(t.Context(), head.Tenant, head.ID, 2)
	want(t, "Events", err, nil)
	if diff := cmp.Diff(events[2:], rest); diff != "" {
		t.Errorf("events after 2 (-want +got):\n%s", diff)
	}
	want(t, "Ping", s.Ping(t.Context()), nil)
}

func createTwice(t *testing.T, s store.Store) {
	head := create(t, s)
	want(t, "Create again", s.Create(t.Context(), head, []store.Event{event(1), event(2)}), store.ErrConflict)
	if n := len(log(t, s, head)); n != 1 {
		t.Errorf("%d events after a refused Create, want 1", n)
	}
}

func createLeavesNothing(t *testing.T, s store.Store) {
	cases := map[string]struct {
		epoch  int64
		events []store.Event
	}{
		"offset 0":      {1, []store.Event{event(0)}},
		"offset from 2": {1, []store.Event{event(2)}},
		"gap":           {1, []store.Event{event(1), event(3)}},
		"epoch 0":       {0, []store.Event{event(1)}},
		"not UTF-8":     {1, []store.Event{{Offset: 1, Name: "asked", At: start, Body: []byte("\xff")}}},
	}
	for name, c := range cases {
		head := newHead()
		head.Epoch = c.epoch
		if err := s.Create(t.Context(), head, c.events); err == nil {
			t.Errorf("%s: Create succeeded", name)
		}
		_, err := s.Interview(t.Context(), head.Tenant, head.ID)
		want(t, name+": Interview", err, store.ErrNotFound)
	}
}

func appendEvents(t *testing.T, s store.Store) {
	head := create(t, s)
	mustAppend(t, s, to(head, answer(2, 1)))
	mustAppend(t, s, to(head, event(3), event(4)))
	events := log(t, s, head)
	if len(events) != 4 {
		t.Fatalf("%d events, want 4", len(events))
	}
	got, err := s.Interview(t.Context(), head.Tenant, head.ID)
	want(t, "Interview", err, nil)
	if !got.Active.Equal(events[3].At) {
		t.Errorf("Active %v, want %v, the last event's time", got.Active, events[3].At)
	}
	missing := to(newHead(), event(1))
	want(t, "Append to nothing", s.Append(t.Context(), missing), store.ErrNotFound)
}

func appendRefusesNonsense(t *testing.T, s store.Store) {
	head := create(t, s)
	bad := event(2)
	bad.Body = []byte("a\x00b")
	for name, a := range map[string]store.Append{
		"no events":           to(head),
		"gap inside":          to(head, event(2), event(4)),
		"NUL":                 to(head, bad),
		"sealed is not UTF-8": {Tenant: head.Tenant, ID: head.ID, Fence: head.Fence, Events: []store.Event{event(2)}, Sealed: []byte("\xff")},
	} {
		if err := s.Append(t.Context(), a); err == nil {
			t.Errorf("%s: Append succeeded", name)
		}
	}
	if n := len(log(t, s, head)); n != 1 {
		t.Errorf("%d events, want 1", n)
	}
}

func conflictsLeaveNothing(t *testing.T, s store.Store) {
	head := create(t, s)
	first := answer(2, 1)
	mustAppend(t, s, to(head, first))
	sameClient, twin := answer(4, 2), answer(4, 2)
	sameClient.Client = first.Client
	twin.Client = ""

	for name, a := range map[string]store.Append{
		"offset stands":            to(head, event(2)),
		"offset beyond the next":   to(head, event(4)),
		"turn answered":            to(head, event(3), answer(4, 1)),
		"client ID stands":         to(head, event(3), sameClient),
		"turn twice in one append": to(head, answer(3, 2), twin),
		"same answer sent again":   to(head, first),
	} {
		want(t, name, s.Append(t.Context(), a), store.ErrConflict)
	}
	if n := len(log(t, s, head)); n != 2 {
		t.Errorf("%d events after refused appends, want 2", n)
	}
	asked := event(3)
	asked.Turn = 1
	mustAppend(t, s, to(head, asked, answer(4, 2))) // only answers take a turn

	elsewhere := create(t, s)
	mustAppend(t, s, to(elsewhere, first)) // and only within an interview
}

func fence(t *testing.T, s store.Store) {
	head := newHead()
	want(t, "Create", s.Create(t.Context(), head, []store.Event{event(1)}), nil)
	old := take(t, s, head)
	if old.Fence != 1 || old.Offset != 1 || old.Epoch != head.Epoch {
		t.Errorf("first Take gave fence %d, offset %d, epoch %d; want 1, 1, %d", old.Fence, old.Offset, old.Epoch, head.Epoch)
	}
	current := take(t, s, head)
	want(t, "Append of the old writer", s.Append(t.Context(), to(old, event(2))), store.ErrFenced)
	want(t, "Append of nobody", s.Append(t.Context(), to(head, event(2))), store.ErrFenced)
	mustAppend(t, s, to(current, event(2)))
	want(t, "Append of the old writer", s.Append(t.Context(), to(old, event(3))), store.ErrFenced)
	if n := len(log(t, s, head)); n != 2 {
		t.Errorf("%d events, want 2", n)
	}
	_, err := s.Take(t.Context(), store.Local, newID())
	want(t, "Take of nothing", err, store.ErrNotFound)
}

func seal(t *testing.T, s store.Store) {
	head := create(t, s)
	_, err := s.Sealed(t.Context(), head.Tenant, head.ID)
	want(t, "Sealed before", err, store.ErrNotFound)

	body := []byte("{ \"b\": 1.50,\n\t\"a\": \"h\\u00e9\\u0000 é 🎓\" }\n") // neither order nor spelling may change
	last := to(head, event(2), event(3))
	last.Sealed = body
	mustAppend(t, s, last)
	got, err := s.Sealed(t.Context(), head.Tenant, head.ID)
	want(t, "Sealed", err, nil)
	if diff := cmp.Diff(string(body), string(got)); diff != "" {
		t.Errorf("sealed transcript (-want +got):\n%s", diff)
	}
	closed, err := s.Interview(t.Context(), head.Tenant, head.ID)
	want(t, "Interview", err, nil)
	if !closed.Sealed || closed.Offset != 3 {
		t.Errorf("head sealed %v at %d, want true at 3", closed.Sealed, closed.Offset)
	}
	want(t, "Append after the seal", s.Append(t.Context(), to(head, event(4))), store.ErrConflict)
	again := to(head, event(4))
	again.Sealed = []byte(`{}`)
	want(t, "second seal", s.Append(t.Context(), again), store.ErrConflict)
	again = last
	want(t, "same seal again", s.Append(t.Context(), again), store.ErrConflict)
	got, err = s.Sealed(t.Context(), head.Tenant, head.ID)
	want(t, "Sealed", err, nil)
	if string(got) != string(body) {
		t.Error("the sealed transcript changed")
	}
}

func interviews(t *testing.T, s store.Store) {
	applicant := newID()
	var ids []string // newest first
	for i := range 5 {
		head := newHead()
		head.Applicant = applicant
		head.Created = start.Add(time.Duration(i/2) * time.Minute) // some at the same time
		want(t, "Create", s.Create(t.Context(), head, []store.Event{event(1)}), nil)
		ids = append([]string{head.ID}, ids...)
	}
	create(t, s) // of somebody else
	for _, limit := range []int{3, 100} {
		heads, err := s.Interviews(t.Context(), store.Local, applicant, limit)
		want(t, "Interviews", err, nil)
		var got []string
		for _, h := range heads {
			got = append(got, h.ID)
		}
		if diff := cmp.Diff(ids[:min(limit, 5)], got); diff != "" {
			t.Errorf("limit %d (-want +got):\n%s", limit, diff)
		}
	}
	none, err := s.Interviews(t.Context(), store.Local, newID(), 10)
	if err != nil || len(none) != 0 {
		t.Errorf("Interviews of nobody = %v, %v", none, err)
	}
}

func idle(t *testing.T, s store.Store) {
	long, short, done, foreign := create(t, s), create(t, s), create(t, s), newHead()
	foreign.Tenant = other
	want(t, "Create", s.Create(t.Context(), foreign, []store.Event{event(1), event(2)}), nil)
	late := event(2)
	late.At = start.Add(time.Hour)
	mustAppend(t, s, to(short, late))
	last := to(done, event(2))
	last.Sealed = []byte(`{}`)
	mustAppend(t, s, last)

	for _, c := range []struct {
		before time.Time
		limit  int
		want   []string
	}{
		{start.Add(time.Minute), 10, []string{long.ID, foreign.ID}},
		{start.Add(2 * time.Hour), 10, []string{long.ID, foreign.ID, short.ID}},
		{start.Add(2 * time.Hour), 2, []string{long.ID, foreign.ID}},
		{start.Add(time.Second), 10, nil}, // exactly then is not older
	} {
		heads, err := s.Idle(t.Context(), c.before, c.limit)
		want(t, "Idle", err, nil)
		var got []string
		for _, h := range heads {
			got = append(got, h.ID)
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("idle before %v, at most %d (-want +got):\n%s", c.before, c.limit, diff)
		}
	}
}

func deleteInterview(t *testing.T, s store.Store) {
	head, kept := create(t, s), create(t, s)
	last := to(head, event(2))
	last.Sealed = []byte(`{}`)
	mustAppend(t, s, last)
	want(t, "Delete", s.Delete(t.Context(), head.Tenant, head.ID), nil)

	_, err := s.Interview(t.Context(), head.Tenant, head.ID)
	want(t, "Interview", err, store.ErrNotFound)
	_, err = s.Sealed(t.Context(), head.Tenant, head.ID)
	want(t, "Sealed", err, store.ErrNotFound)
	events, err := s.Events(t.Context(), head.Tenant, head.ID, 0)
	if err != nil || len(events) != 0 {
		t.Errorf("Events after Delete = %d, %v", len(events), err)
	}
	want(t, "Append", s.Append(t.Context(), to(head, event(3))), store.ErrNotFound)
	want(t, "Delete again", s.Delete(t.Context(), head.Tenant, head.ID), store.ErrNotFound)
	if n := len(log(t, s, kept)); n != 1 {
		t.Errorf("the other interview has %d events, want 1", n)
	}
	want(t, "Create after Delete", s.Create(t.Context(), head, []store.Event{event(1)}), nil)
}
