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

// Books checks that what is reserved and settled stands in every book, that a day begins
// its books anew, and that what would pass one cap is in none. begin makes an interview
// that there may be a book of.
func Books(t *testing.T, s store.Books, begin func() store.Interview) {
	ctx := t.Context()
	head := begin()
	today, tomorrow := booksOf("2027-06-10", head.Applicant, head.ID, 1000), booksOf("2027-06-11", head.Applicant, head.ID, 1000)
	checkUsed(t, s, "before", today, store.Use{}, store.Use{}, store.Use{})
	want(t, "Reserve", s.Reserve(ctx, store.Local, today, 600), nil)
	held := store.Use{Calls: 1, Assumed: 600}
	checkUsed(t, s, "reserved", today, held, held, held)
	want(t, "Reserve over a cap", s.Reserve(ctx, store.Local, today, 401), store.ErrSpent)
	checkUsed(t, s, "refused", today, held, held, held)
	used := store.Use{Prompt: 300, Completion: 40, Took: 1500 * time.Millisecond}
	sound := store.Use{Assumed: 660, Sounded: 650, Heard: 42 * time.Second, Spoken: 31, Took: time.Second}
	want(t, "Settle", s.Settle(ctx, store.Local, today, 600, used), nil)
	told := used
	told.Calls = 1
	checkUsed(t, s, "settled", today, told, told, told)
	want(t, "Reserve up to the cap", s.Reserve(ctx, store.Local, today, 660), nil)
	want(t, "Settle", s.Settle(ctx, store.Local, today, 660, sound), nil)
	full := store.Use{Calls: 2, Prompt: 300, Completion: 40, Assumed: 660, Sounded: 650, Heard: 42 * time.Second, Spoken: 31, Took: 2500 * time.Millisecond}
	checkUsed(t, s, "full", today, full, full, full)
	want(t, "Reserve beyond", s.Reserve(ctx, store.Local, today, 1), store.ErrSpent)
	want(t, "Reserve more than any cap", s.Reserve(ctx, store.Local, tomorrow, 1001), store.ErrSpent)

	want(t, "Reserve the next day", s.Reserve(ctx, store.Local, tomorrow, 1000), nil)
	fresh := store.Use{Calls: 1, Assumed: 1000}
	long := full
	long.Calls, long.Assumed = 3, 1660
	checkUsed(t, s, "the next day", tomorrow, long, fresh, fresh)
	checkUsed(t, s, "the day before", today, long, store.Use{}, store.Use{})
	want(t, "Settle of the day before", s.Settle(ctx, store.Local, today[1:], 660, store.Use{}), nil)
	checkUsed(t, s, "after a late call", tomorrow, long, fresh, fresh)
	want(t, "Reserve by a clock behind", s.Reserve(ctx, store.Local, today[2:], 1), store.ErrSpent)
}

// booksErased: with its interview, or its applicant, a book is gone; the house's stays. To
// another tenant there is none.
func booksErased(t *testing.T, s store.Store) {
	ctx := t.Context()
	head, another := create(t, s), newHead()
	another.Applicant = head.Applicant
	want(t, "Create", s.Create(ctx, another, []store.Event{event(1)}), nil)
	first, second := booksOf("2027-06-10", head.Applicant, head.ID, 1000), booksOf("2027-06-10", head.Applicant, another.ID, 1000)
	for _, books := range [][]store.Book{first, second} {
		want(t, "Reserve", s.Reserve(ctx, store.Local, books, 100), nil)
	}
	one, both := store.Use{Calls: 1, Assumed: 100}, store.Use{Calls: 2, Assumed: 200}
	got, err := s.Used(ctx, other, first[2])
	if err != nil || got != (store.Use{}) {
		t.Errorf("another tenant's book = %+v, %v", got, err)
	}
	want(t, "Delete", s.Delete(ctx, head.Tenant, head.ID), nil)
	checkUsed(t, s, "after Delete", first, store.Use{}, both, both)
	checkUsed(t, s, "after Delete, the other", second, one, both, both)
	want(t, "Reserve for what was erased", s.Reserve(ctx, store.Local, first, 100), store.ErrNotFound)
	checkUsed(t, s, "after that", first, store.Use{}, both, both)
	want(t, "CreateApplicant", s.CreateApplicant(ctx, store.Applicant{Tenant: store.Local, ID: head.Applicant, Created: start}, [32]byte{1}), nil)
	want(t, "EraseApplicant", s.EraseApplicant(ctx, store.Local, head.Applicant), nil)
	checkUsed(t, s, "after EraseApplicant", second, store.Use{}, store.Use{}, both)
}

// checkUsed compares what stands in books.
func checkUsed(t *testing.T, s store.Books, doing string, books []store.Book, wanted ...store.Use) {
	t.Helper()
	for i, b := range books {
		got, err := s.Used(t.Context(), store.Local, b)
		if diff := cmp.Diff(wanted[i], got); diff != "" || err != nil {
			t.Errorf("%s: %s book, %v (-want +got):\n%s", doing, b.Kind, err, diff)
		}
	}
}

// BooksTogether checks that many at once stop exactly at the cap.
func BooksTogether(t *testing.T, s store.Books, begin func() store.Interview) {
	const most, each = 1000, 30
	var reserved atomic.Int64
	var all sync.WaitGroup
	for range 20 {
		head := begin()
		all.Go(func() {
			for range 5 {
				err := s.Reserve(t.Context(), store.Local, booksOf("2027-06-10", head.Applicant, head.ID, most), each)
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
