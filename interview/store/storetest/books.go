package storetest

import (
	"errors"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/viceconsul/viceconsul/interview/store"
)

// booksOf are those of one call, with a cap on the last.
func booksOf(day, applicant, interview string, most int) []store.Book {
	return []store.Book{
		{Kind: store.InterviewBook, Owner: interview, Cap: 1 << 30},
		{Kind: store.ApplicantBook, Owner: applicant, Day: day, Cap: 1 << 30},
		{Kind: store.HouseBook, Day: day, Cap: most},
	}
}

// books: what is reserved and settled stands in every book; a day begins its books anew;
// what would pass one cap is in none.
func books(t *testing.T, s store.Store) {
	ctx := t.Context()
	head := create(t, s)
	today, tomorrow := booksOf("2027-06-10", head.Applicant, head.ID, 1000), booksOf("2027-06-11", head.Applicant, head.ID, 1000)
	check := func(doing string, books []store.Book, wanted ...store.Use) {
		t.Helper()
		for i, b := range books {
			got, err := s.Used(ctx, store.Local, b)
			if diff := cmp.Diff(wanted[i], got); diff != "" || err != nil {
				t.Errorf("%s: %s book, %v (-want +got):\n%s", doing, b.Kind, err, diff)
			}
		}
	}
	check("before", today, store.Use{}, store.Use{}, store.Use{})
	want(t, "Reserve", s.Reserve(ctx, store.Local, today, 600), nil)
	held := store.Use{Calls: 1, Assumed: 600}
	check("reserved", today, held, held, held)
	want(t, "Reserve over a cap", s.Reserve(ctx, store.Local, today, 401), store.ErrSpent)
	check("refused", today, held, held, held)
	used := store.Use{Prompt: 300, Completion: 40, Took: 1500 * time.Millisecond}
	want(t, "Settle", s.Settle(ctx, store.Local, today, 600, used), nil)
	told := used
	told.Calls = 1
	check("settled", today, told, told, told)
	want(t, "Reserve up to the cap", s.Reserve(ctx, store.Local, today, 660), nil)
	want(t, "Settle", s.Settle(ctx, store.Local, today, 660, store.Use{Assumed: 660, Took: time.Second}), nil)
	full := store.Use{Calls: 2, Prompt: 300, Completion: 40, Assumed: 660, Took: 2500 * time.Millisecond}
	check("full", today, full, full, full)
	want(t, "Reserve beyond", s.Reserve(ctx, store.Local, today, 1), store.ErrSpent)
	want(t, "Reserve more than any cap", s.Reserve(ctx, store.Local, tomorrow, 1001), store.ErrSpent)

	want(t, "Reserve the next day", s.Reserve(ctx, store.Local, tomorrow, 1000), nil)
	fresh := store.Use{Calls: 1, Assumed: 1000}
	long := store.Use{Calls: 3, Prompt: 300, Completion: 40, Assumed: 1660, Took: 2500 * time.Millisecond}
	check("the next day", tomorrow, long, fresh, fresh)
	check("the day before", today, long, store.Use{}, store.Use{})
	want(t, "Settle of the day before", s.Settle(ctx, store.Local, today[1:], 660, store.Use{}), nil)
	check("after a late call", tomorrow, long, fresh, fresh)

	got, err := s.Used(ctx, other, tomorrow[2])
	if err != nil || got != (store.Use{}) {
		t.Errorf("another tenant's book = %+v, %v", got, err)
	}
	want(t, "Delete", s.Delete(ctx, head.Tenant, head.ID), nil)
	check("after Delete", tomorrow, store.Use{}, fresh, fresh)

	want(t, "CreateApplicant", s.CreateApplicant(ctx, store.Applicant{Tenant: store.Local, ID: head.Applicant, Created: start}, [32]byte{1}), nil)
	another := newHead()
	another.Applicant = head.Applicant
	want(t, "Create", s.Create(ctx, another, []store.Event{event(1)}), nil)
	later := booksOf("2027-06-12", head.Applicant, another.ID, 1000)
	want(t, "Reserve", s.Reserve(ctx, store.Local, later, 600), nil)
	want(t, "EraseApplicant", s.EraseApplicant(ctx, store.Local, head.Applicant), nil)
	check("after EraseApplicant", later, store.Use{}, store.Use{}, held)
}

// booksTogether: many at once stop exactly at the cap.
func booksTogether(t *testing.T, s store.Store) {
	const most, each = 1000, 30
	var reserved atomic.Int64
	var all sync.WaitGroup
	for range 20 {
		applicant, interview := newID(), newID()
		all.Go(func() {
			for range 5 {
				err := s.Reserve(t.Context(), store.Local, booksOf("2027-06-10", applicant, interview, most), each)
				switch {
				case err == nil:
					reserved.Add(each)
				case !errors.Is(err, store.ErrSpent):
					t.Errorf("Reserve = %v", err)
				}
			}
		})
	}
	all.Wait()
	got, err := s.Used(t.Context(), store.Local, store.Book{Kind: store.HouseBook, Day: "2027-06-10"})
	if err != nil || int64(got.Assumed) != reserved.Load() || got.Assumed != most/each*each {
		t.Errorf("%d tokens stand in the book, %d were reserved, %v; want %d", got.Assumed, reserved.Load(), err, most/each*each)
	}
}
