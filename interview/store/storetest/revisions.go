package storetest

import (
	"fmt"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/viceconsul/viceconsul/interview/store"
)

// sealedInterview stores an interview of a head's names that is sealed with a body.
func sealedInterview(t *testing.T, s store.Store, body string, due bool) store.Interview {
	t.Helper()
	head := create(t, s)
	last := to(head, event(2))
	last.Sealed, last.Due = []byte(body), due
	mustAppend(t, s, last)
	return head
}

// revision makes one that follows another, about it.
func revision(n int, cause string) store.Revision {
	return store.Revision{N: n, Cause: cause, About: fmt.Sprint(n - 1), Body: fmt.Appendf(nil, `{"revision": %d}`, n),
		At: start.Add(time.Duration(n) * time.Hour)}
}

// revisions: numbered without gaps, never changed, each cause once for what it is about;
// the newest is what everybody reads.
func revisions(t *testing.T, s store.Store) {
	ctx := t.Context()
	open := create(t, s)
	want(t, "Revise before the seal", s.Revise(ctx, open.Tenant, open.ID, revision(2, store.Model)), store.ErrNotFound)
	_, err := s.Revision(ctx, open.Tenant, open.ID, 0)
	want(t, "Revision before the seal", err, store.ErrNotFound)

	head := sealedInterview(t, s, `{"revision": 1}`, false)
	second := revision(2, store.Model)
	want(t, "Revise", s.Revise(ctx, head.Tenant, head.ID, second), nil)
	third := revision(3, store.Regraded)
	want(t, "Revise", s.Revise(ctx, head.Tenant, head.ID, third), nil)
	sameCause := revision(4, store.Model)
	sameCause.About = second.About
	for name, r := range map[string]store.Revision{"stands": second, "gap": revision(5, store.Model), "same cause": sameCause} {
		want(t, "Revise, "+name, s.Revise(ctx, head.Tenant, head.ID, r), store.ErrConflict)
	}
	for name, r := range map[string]store.Revision{
		"first": revision(1, store.Rules), "no cause": revision(4, ""), "NUL": {N: 4, Cause: store.Model, Body: []byte("a\x00b")},
	} {
		if err := s.Revise(ctx, head.Tenant, head.ID, r); err == nil {
			t.Errorf("Revise took one with %s", name)
		}
	}
	want(t, "Revise of another tenant", s.Revise(ctx, other, head.ID, revision(4, store.Model)), store.ErrNotFound)

	first := store.Revision{N: 1, Cause: store.Rules, Body: []byte(`{"revision": 1}`), At: event(2).At}
	for n, wanted := range map[int]store.Revision{0: third, 1: first, 2: second, 3: third} {
		got, err := s.Revision(ctx, head.Tenant, head.ID, n)
		if diff := cmp.Diff(wanted, got); diff != "" || err != nil {
			t.Errorf("Revision %d, %v (-want +got):\n%s", n, err, diff)
		}
	}
	_, err = s.Revision(ctx, head.Tenant, head.ID, 4)
	want(t, "Revision 4", err, store.ErrNotFound)
	_, err = s.Revision(ctx, other, head.ID, 1)
	want(t, "Revision of another tenant", err, store.ErrNotFound)
	all, err := s.Revisions(ctx, head.Tenant, head.ID)
	if diff := cmp.Diff([]store.Revision{first, second, third}, all, cmpopts.IgnoreFields(store.Revision{}, "Body")); diff != "" || err != nil {
		t.Errorf("Revisions, %v (-want +got):\n%s", err, diff)
	}
	body, err := s.Sealed(ctx, head.Tenant, head.ID)
	if err != nil || string(body) != string(third.Body) {
		t.Errorf("Sealed = %s, %v; want the newest", body, err)
	}
	bodies, err := s.Transcripts(ctx, head.Tenant, head.Applicant, head.Category, 10)
	if err != nil || len(bodies) != 1 || string(bodies[0]) != string(third.Body) {
		t.Errorf("Transcripts = %s, %v; want the newest alone", bodies, err)
	}

	want(t, "Delete", s.Delete(ctx, head.Tenant, head.ID), nil)
	all, err = s.Revisions(ctx, head.Tenant, head.ID)
	if err != nil || len(all) != 0 {
		t.Errorf("%d revisions after Delete, %v", len(all), err)
	}
	want(t, "Revise after Delete", s.Revise(ctx, head.Tenant, head.ID, revision(4, store.Model)), store.ErrNotFound)
}

// revisers: of many who make the next revision at once, one does.
func revisers(t *testing.T, s store.Store) {
	head := sealedInterview(t, s, `{}`, false)
	var made atomic.Int64
	var all sync.WaitGroup
	for i := range 20 {
		all.Go(func() {
			r := revision(2, fmt.Sprint("cause ", i))
			switch err := s.Revise(t.Context(), head.Tenant, head.ID, r); {
			case err == nil:
				made.Add(1)
			default:
				want(t, "Revise", err, store.ErrConflict)
			}
		})
	}
	all.Wait()
	if made.Load() != 1 {
		t.Errorf("revision 2 was made %d times", made.Load())
	}
}
