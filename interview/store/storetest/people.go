package storetest

import (
	"crypto/sha256"
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/viceconsul/viceconsul/interview/store"
)

func applicants(t *testing.T, s store.Store) {
	key := sha256.Sum256([]byte(newID()))
	a := store.Applicant{Tenant: store.Local, ID: newID(), Created: start}
	_, err := s.ApplicantByKey(t.Context(), key)
	want(t, "ApplicantByKey before", err, store.ErrNotFound)
	want(t, "CreateApplicant", s.CreateApplicant(t.Context(), a, key), nil)
	got, err := s.ApplicantByKey(t.Context(), key)
	want(t, "ApplicantByKey", err, nil)
	if diff := cmp.Diff(a, got); diff != "" {
		t.Errorf("applicant (-want +got):\n%s", diff)
	}
	want(t, "same key", s.CreateApplicant(t.Context(), store.Applicant{Tenant: store.Local, ID: newID(), Created: start}, key), store.ErrConflict)
	want(t, "same ID", s.CreateApplicant(t.Context(), a, sha256.Sum256([]byte("another key"))), store.ErrConflict)
}

// eraseApplicant: everything of one applicant goes, nothing of another.
func eraseApplicant(t *testing.T, s store.Store) {
	var heads []store.Interview
	keys := map[string][32]byte{}
	for range 2 {
		head := create(t, s)
		last := to(head, event(2))
		last.Sealed = []byte(`{}`)
		mustAppend(t, s, last)
		keys[head.Applicant] = sha256.Sum256([]byte(head.Applicant))
		a := store.Applicant{Tenant: store.Local, ID: head.Applicant, Created: start}
		want(t, "CreateApplicant", s.CreateApplicant(t.Context(), a, keys[head.Applicant]), nil)
		want(t, "SaveProfile", s.SaveProfile(t.Context(), store.Local, head.Applicant, "F1", []byte(`{}`)), nil)
		want(t, "SavePage", s.SavePage(t.Context(), store.Local, head.Applicant, "F1", "story", []byte(`{}`)), nil)
		heads = append(heads, head)
	}
	want(t, "EraseApplicant of another tenant", s.EraseApplicant(t.Context(), other, heads[0].Applicant), store.ErrNotFound)
	want(t, "EraseApplicant", s.EraseApplicant(t.Context(), store.Local, heads[0].Applicant), nil)
	want(t, "EraseApplicant again", s.EraseApplicant(t.Context(), store.Local, heads[0].Applicant), store.ErrNotFound)
	for i, head := range heads {
		var expected error
		if i == 0 {
			expected = store.ErrNotFound
		}
		_, err := s.Interview(t.Context(), store.Local, head.ID)
		want(t, "Interview", err, expected)
		_, err = s.Sealed(t.Context(), store.Local, head.ID)
		want(t, "Sealed", err, expected)
		_, err = s.Profile(t.Context(), store.Local, head.Applicant, "F1")
		want(t, "Profile", err, expected)
		_, err = s.Page(t.Context(), store.Local, head.Applicant, "F1", "story")
		want(t, "Page", err, expected)
		_, err = s.ApplicantByKey(t.Context(), keys[head.Applicant])
		want(t, "ApplicantByKey", err, expected)
	}
}

func profiles(t *testing.T, s store.Store) {
	applicant := newID()
	_, err := s.Profile(t.Context(), store.Local, applicant, "F1")
	want(t, "Profile before", err, store.ErrNotFound)
	for _, body := range []string{`{}`, "{\"b\": 1,\n \"a\": \"é\"}"} {
		want(t, "SaveProfile", s.SaveProfile(t.Context(), store.Local, applicant, "F1", []byte(body)), nil)
		got, err := s.Profile(t.Context(), store.Local, applicant, "F1")
		want(t, "Profile", err, nil)
		if string(got) != body {
			t.Errorf("Profile = %s, want %s", got, body)
		}
	}
	_, err = s.Profile(t.Context(), store.Local, applicant, "H1B")
	want(t, "Profile of another category", err, store.ErrNotFound)
	_, err = s.Profile(t.Context(), store.Local, newID(), "F1")
	want(t, "Profile of somebody else", err, store.ErrNotFound)
	if err := s.SaveProfile(t.Context(), store.Local, applicant, "F1", []byte("\xff")); err == nil {
		t.Error("SaveProfile took what is not UTF-8")
	}
}

func pages(t *testing.T, s store.Store) {
	applicant := newID()
	read := func(tenant, applicant, category, name string) (string, error) {
		body, err := s.Page(t.Context(), tenant, applicant, category, name)
		return string(body), err
	}
	_, err := read(store.Local, applicant, "F1", "folder")
	want(t, "Page before", err, store.ErrNotFound)
	for _, body := range []string{`{}`, `{"passport": "have"}`} {
		want(t, "SavePage", s.SavePage(t.Context(), store.Local, applicant, "F1", "folder", []byte(body)), nil)
		got, err := read(store.Local, applicant, "F1", "folder")
		want(t, "Page", err, nil)
		if got != body {
			t.Errorf("Page = %s, want %s", got, body)
		}
	}
	for _, key := range [][4]string{
		{store.Local, applicant, "F1", "refusal"}, {store.Local, applicant, "H1B", "folder"},
		{store.Local, newID(), "F1", "folder"}, {other, applicant, "F1", "folder"},
	} {
		_, err := read(key[0], key[1], key[2], key[3])
		want(t, fmt.Sprintf("Page of %v", key), err, store.ErrNotFound)
		want(t, fmt.Sprintf("ErasePage of %v", key), s.ErasePage(t.Context(), key[0], key[1], key[2], key[3]), nil)
	}
	_, err = read(store.Local, applicant, "F1", "folder")
	want(t, "Page after others were erased", err, nil)
	want(t, "ErasePage", s.ErasePage(t.Context(), store.Local, applicant, "F1", "folder"), nil)
	_, err = read(store.Local, applicant, "F1", "folder")
	want(t, "Page after it was erased", err, store.ErrNotFound)
	if err := s.SavePage(t.Context(), store.Local, applicant, "F1", "folder", []byte("\xff")); err == nil {
		t.Error("SavePage took what is not UTF-8")
	}
}

// tenants: to another tenant nothing is there, whatever it asks.
func tenants(t *testing.T, s store.Store) {
	head := create(t, s)
	last := to(head, event(2))
	last.Sealed = []byte(`{}`)
	mustAppend(t, s, last)
	want(t, "SaveProfile", s.SaveProfile(t.Context(), store.Local, head.Applicant, "F1", []byte(`{}`)), nil)

	_, err := s.Interview(t.Context(), other, head.ID)
	want(t, "Interview", err, store.ErrNotFound)
	_, err = s.Take(t.Context(), other, head.ID)
	want(t, "Take", err, store.ErrNotFound)
	_, err = s.Sealed(t.Context(), other, head.ID)
	want(t, "Sealed", err, store.ErrNotFound)
	_, err = s.Profile(t.Context(), other, head.Applicant, "F1")
	want(t, "Profile", err, store.ErrNotFound)
	want(t, "Delete", s.Delete(t.Context(), other, head.ID), store.ErrNotFound)
	for _, id := range []string{"", "' OR 1=1 --", "a\x00b", "\xff"} { // nor is anything under a key that cannot be
		_, err := s.Interview(t.Context(), store.Local, id)
		want(t, fmt.Sprintf("Interview %q", id), err, store.ErrNotFound)
	}
	foreign := to(head, event(3))
	foreign.Tenant = other
	want(t, "Append", s.Append(t.Context(), foreign), store.ErrNotFound)
	events, err := s.Events(t.Context(), other, head.ID, 0)
	if err != nil || len(events) != 0 {
		t.Errorf("Events = %d, %v", len(events), err)
	}
	heads, err := s.Interviews(t.Context(), other, head.Applicant, 10)
	if err != nil || len(heads) != 0 {
		t.Errorf("Interviews = %d, %v", len(heads), err)
	}

	twin := head // the same IDs may stand in both
	twin.Tenant = other
	want(t, "Create", s.Create(t.Context(), twin, []store.Event{event(1)}), nil)
	want(t, "SaveProfile", s.SaveProfile(t.Context(), other, head.Applicant, "F1", []byte(`[]`)), nil)
	want(t, "Delete", s.Delete(t.Context(), other, head.ID), nil)
	if n := len(log(t, s, head)); n != 2 {
		t.Errorf("%d events after a foreign Delete, want 2", n)
	}
	if body, err := s.Profile(t.Context(), store.Local, head.Applicant, "F1"); err != nil || string(body) != `{}` {
		t.Errorf("Profile = %s, %v", body, err)
	}
}
