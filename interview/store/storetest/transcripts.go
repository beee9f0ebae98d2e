package storetest

import (
	"fmt"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/viceconsul/viceconsul/interview/store"
)

// transcripts: those of one applicant, category and tenant, sealed ones alone.
func transcripts(t *testing.T, s store.Store) {
	applicant := newID()
	held := func(tenant, applicant, category, mode string, hour int, sealed string) {
		t.Helper()
		head := store.Interview{Tenant: tenant, ID: newID(), Applicant: applicant, Category: category, Mode: mode,
			Epoch: 7, Created: start.Add(time.Duration(hour) * time.Hour)}
		if err := s.Create(t.Context(), head, []store.Event{event(1)}); err != nil {
			t.Fatalf("Create = %v", err)
		}
		if sealed == "" {
			return
		}
		last := to(take(t, s, head), event(2))
		last.Sealed = []byte(sealed)
		mustAppend(t, s, last)
	}
	for hour := range 4 {
		held(store.Local, applicant, "F1", []string{"exam", "coach"}[hour%2], hour, fmt.Sprintf(`{"hour": %d}`, hour))
	}
	held(store.Local, applicant, "F1", "exam", 5, "")
	held(store.Local, applicant, "H1B", "exam", 6, `{"of": "another category"}`)
	held(store.Local, newID(), "F1", "exam", 7, `{"of": "another applicant"}`)
	held(other, applicant, "F1", "exam", 8, `{"of": "another tenant"}`)

	all, err := s.Transcripts(t.Context(), store.Local, applicant, "F1", 3)
	want(t, "Transcripts", err, nil)
	var got []string
	for _, one := range all {
		got = append(got, string(one))
	}
	if diff := cmp.Diff([]string{`{"hour": 3}`, `{"hour": 2}`, `{"hour": 1}`}, got); diff != "" {
		t.Errorf("transcripts (-want +got):\n%s", diff)
	}
	none, err := s.Transcripts(t.Context(), store.Local, newID(), "F1", 3)
	if err != nil || len(none) != 0 {
		t.Errorf("Transcripts of nobody = %d, %v", len(none), err)
	}
	heads, err := s.Interviews(t.Context(), store.Local, applicant, 10)
	want(t, "Interviews", err, nil)
	for _, head := range heads {
		if hour := int(head.Created.Sub(start).Hours()); hour == 3 && head.Mode != "coach" || hour == 2 && head.Mode != "exam" {
			t.Errorf("the interview of hour %d is of mode %q", hour, head.Mode)
		}
	}
}
