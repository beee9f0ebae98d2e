package web

import (
	"context"
	"encoding/json"
	"strings"
	"testing"

	"github.com/viceconsul/viceconsul/interview"
	"github.com/viceconsul/viceconsul/interview/store"
)

// The box "No model in this interview" is there where a model would take part, is not
// ticked to begin with, stays as it was left, and is stored with the interview.
func TestPlainInterview(t *testing.T) {
	v := visit(t)
	if len(v.get("/profile/b2").with("name", "officer.plain")) > 0 {
		t.Error("there is a box against a model where none is")
	}
	v = visit(t, func(o *Options) { o.Officer = "small" })
	for _, ticked := range []bool{true, false} {
		form := v.fill("b2", actionBegin, nil)
		if form.Has("officer.plain") {
			t.Fatal("the box is ticked to begin with")
		}
		if ticked {
			form.Set("officer.plain", "yes")
		}
		form.Set("trip.length_of_stay", "as long as it takes")
		back := parsePage(t, "profile.html", v.post("/profile/b2", form).body)
		if _, still := attribute(back.one("name", "officer.plain"), "checked"); still != ticked {
			t.Errorf("a page with faults comes back ticked %t, was %t", still, ticked)
		}
		form.Set("trip.length_of_stay", "")
		id := strings.TrimPrefix(v.redirected(v.post("/profile/b2", form), "/interviews/"), "/interviews/")
		events, err := v.house.store.Events(context.Background(), store.Local, id, 0)
		if err != nil {
			t.Fatal(err)
		}
		var started interview.Started
		if err := json.Unmarshal(events[0].Body, &started); err != nil {
			t.Fatal(err)
		}
		if started.Officer.Plain != ticked {
			t.Errorf("ticked %t: stored as plain %t", ticked, started.Officer.Plain)
		}
	}
}
