// Package storetest holds every adapter of package store to what its comments promise.
package storetest

import (
	"errors"
	"fmt"
	"testing"
	"time"

	"github.com/google/uuid"

	"github.com/viceconsul/viceconsul/interview/store"
)

// other is a tenant whose data nobody else may see.
const other = "00000000-0000-0000-0000-000000000002"

// start is when the test interviews begin.
var start = time.Date(2027, 6, 10, 9, 0, 0, 123456000, time.UTC)

// Run checks an adapter. open returns an empty store each time, which is closed when its
// test ends.
func Run(t *testing.T, open func(t *testing.T) store.Store) {
	tests := map[string]func(*testing.T, store.Store){
		"create and read":            createAndRead,
		"create twice":               createTwice,
		"create leaves nothing":      createLeavesNothing,
		"append":                     appendEvents,
		"append refuses nonsense":    appendRefusesNonsense,
		"conflicts leave nothing":    conflictsLeaveNothing,
		"fence":                      fence,
		"seal":                       seal,
		"interviews, newest first":   interviews,
		"transcripts, newest first":  transcripts,
		"revisions":                  revisions,
		"one revision, many makers":  revisers,
		"readings":                   readings,
		"readings tried again":       readingsAgain,
		"readings, two workers":      readingsShared,
		"readings end with ctx":      readingsLeft,
		"readings are erased":        readingsErased,
		"readings, erased meanwhile": readingsErasedMeanwhile,
		"books":                      func(t *testing.T, s store.Store) { Books(t, s, func() store.Interview { return create(t, s) }) },
		"books, many at once":        func(t *testing.T, s store.Store) { BooksTogether(t, s, func() store.Interview { return create(t, s) }) },
		"books are erased":           booksErased,
		"idle":                       idle,
		"delete":                     deleteInterview,
		"applicants":                 applicants,
		"profiles":                   profiles,
		"pages":                      pages,
		"erase applicant":            eraseApplicant,
		"packs":                      packs,
		"tenants":                    tenants,
		"many writers":               manyWriters,
		"one place, many contenders": contenders,
		"neighbours of a faulty one": neighbours,
		"takeover under load":        takeover,
		"cancelled caller":           cancelled,
		"close":                      closeStore,
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			test(t, open(t))
		})
	}
}

// newHead returns the head of a new interview of a new applicant.
func newHead() store.Interview {
	return store.Interview{
		Tenant: store.Local, ID: newID(), Applicant: newID(), Category: "F1", Mode: "exam", Epoch: 7, Created: start,
	}
}

func newID() string { return uuid.Must(uuid.NewV7()).String() }

// event returns an event of no turn, a second after the one before. Its body is as long
// as those of real interviews, some 300 bytes.
func event(offset int64) store.Event {
	return store.Event{
		Offset: offset, Name: "asked", At: start.Add(time.Duration(offset) * time.Second),
		Body: fmt.Appendf(nil, `{"text":"Wer zahlt? क्या? %0250d"}`, offset),
	}
}

// answer returns the answer to a turn, with a client's ID of its own.
func answer(offset int64, turn int) store.Event {
	e := event(offset)
	e.Name, e.Turn, e.Client = store.Answered, turn, newID()
	return e
}

// create stores a new interview with one event and takes it.
func create(t *testing.T, s store.Store) store.Interview {
	t.Helper()
	head := newHead()
	if err := s.Create(t.Context(), head, []store.Event{event(1)}); err != nil {
		t.Fatalf("Create = %v", err)
	}
	return take(t, s, head)
}

func take(t *testing.T, s store.Store, head store.Interview) store.Interview {
	t.Helper()
	taken, err := s.Take(t.Context(), head.Tenant, head.ID)
	if err != nil {
		t.Fatalf("Take = %v", err)
	}
	return taken
}

// to makes an append to an interview.
func to(head store.Interview, events ...store.Event) store.Append {
	return store.Append{Tenant: head.Tenant, ID: head.ID, Fence: head.Fence, Events: events}
}

func mustAppend(t *testing.T, s store.Store, a store.Append) {
	t.Helper()
	if err := s.Append(t.Context(), a); err != nil {
		t.Fatalf("Append of event %d = %v", a.Events[0].Offset, err)
	}
}

// want checks the kind of an error; nil wants none.
func want(t *testing.T, doing string, err, kind error) {
	t.Helper()
	if !errors.Is(err, kind) {
		t.Errorf("%s = %v, want %v", doing, err, kind)
	}
}

// log returns the events of an interview and fails when they have gaps or the head
// disagrees.
func log(t *testing.T, s store.Store, head store.Interview) []store.Event {
	t.Helper()
	events, err := s.Events(t.Context(), head.Tenant, head.ID, 0)
	if err != nil {
		t.Fatalf("Events = %v", err)
	}
	for i, e := range events {
		if e.Offset != int64(i)+1 {
			t.Fatalf("event %d of interview %s has offset %d", i+1, head.ID, e.Offset)
		}
	}
	stored, err := s.Interview(t.Context(), head.Tenant, head.ID)
	if err != nil {
		t.Fatalf("Interview = %v", err)
	}
	if stored.Offset != int64(len(events)) {
		t.Fatalf("interview %s: head at %d, %d events", head.ID, stored.Offset, len(events))
	}
	return events
}
