package main

import (
	"context"
	"encoding/json"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// The same officer and the same answers give the same interview on either store, and
// when the server is killed after every answer.
func TestSameInterviewEverywhere(t *testing.T) {
	t.Parallel()
	var first []byte
	for name, env := range stores() {
		environment := env(t)
		for _, killed := range []bool{false, true} {
			sealed := holdSame(t, newServer(t, environment...), killed)
			if first == nil {
				first = sealed
			}
			if diff := cmp.Diff(string(first), string(sealed)); diff != "" {
				t.Errorf("%s, killed %t: the interview went another way:\n%s", name, killed, diff)
			}
		}
	}
}

// holdSame holds one interview that depends on nothing but its seed.
func holdSame(t *testing.T, s *server, killed bool) json.RawMessage {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	c, seed := &client{server: s.address}, uint64(7)
	profile := `{"f1":{"school":"Example State University"},"finance":{"sponsors":[{"relationship":"father"}]},"us_history":{"prior_refusals":[{"date":"2025-06","class":"F1"}]}}`
	if err := c.start(ctx, order{Category: "F-1", Profile: []byte(profile), Officer: &officerOrder{Seed: &seed}}); err != nil {
		t.Fatal(err)
	}
	for {
		sat, err := c.sit(ctx)
		if err != nil {
			t.Fatal(err)
		}
		for h := range sat.heard {
			if !c.note(h) {
				continue
			}
			if h.Type == "graded" {
				return h.Transcript
			}
			if h.Type == "ack" && killed {
				s.kill()
				s.start()
				break
			}
			if c.asked > 0 && c.unsent == nil {
				if err := c.answer(sat, "My father pays, at Example State University, until May 2029."); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
}
