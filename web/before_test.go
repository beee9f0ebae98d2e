package web

import (
	"strings"
	"testing"

	"github.com/viceconsul/viceconsul/interview"
	"github.com/viceconsul/viceconsul/interview/store"
)

// startedOf is how an interview was opened, as its log has it.
func (h *house) startedOf(t *testing.T, id string) interview.Started {
	t.Helper()
	events, err := h.store.Events(t.Context(), store.Local, id, 0)
	if err != nil {
		t.Fatal(err)
	}
	ev, err := interview.Decode(events[0].Name, events[0].Body)
	if err != nil {
		t.Fatal(err)
	}
	return ev.(interview.Started)
}

// Another interview of the same category knows what the applicant's graded ones asked
// and where they were weak; those of others, of other categories, and open ones count
// for nothing.
func TestBeforeAcrossAttempts(t *testing.T) {
	h := openHouse(t)
	coached := strings.Replace(student, `{"category"`, `{"mode":"coach","category"`, 1)
	first, key := h.begin(t, coached)
	bearer := "Authorization: Bearer " + key
	if before := h.startedOf(t, first).Before; len(before.Asked)+len(before.Weak) != 0 {
		t.Fatalf("a first interview comes after %+v", before)
	}
	open, _ := h.begin(t, student, bearer)
	if before := h.startedOf(t, open).Before; len(before.Asked) != 0 {
		t.Errorf("an open interview leaves %+v", before)
	}
	c, welcome := h.join(t, first, key)
	c.answer(openTurn(t, welcome), "Example State University, and my uncle pays for it.")
	c.want("ack")
	turns := c.finish().Turns

	second, _ := h.begin(t, student, bearer)
	before := h.startedOf(t, second).Before
	if len(before.Asked) != 1 || before.Asked[0] != turns[0].Question || len(before.Weak) != 1 || before.Weak[0] != turns[0].Topic {
		t.Errorf("after %s on %s the next interview knows %+v", turns[0].Question, turns[0].Topic, before)
	}
	_, again := h.join(t, second, key)
	if asked := again.Interview.Turns[0].ID; asked == turns[0].Question {
		t.Errorf("%s is asked first again although others are new", asked)
	}
	other, _ := h.begin(t, `{"category":"B-2","profile":{"trip":{"purpose":"tourism"}}}`, bearer)
	if before := h.startedOf(t, other).Before; len(before.Asked) != 0 {
		t.Errorf("another category knows %+v", before)
	}
	foreign, _ := h.begin(t, student)
	if before := h.startedOf(t, foreign).Before; len(before.Asked) != 0 {
		t.Errorf("another applicant's interview knows %+v", before)
	}
	view := h.send(t, "GET", "/api/v1/interviews/"+first, "", bearer)
	if !strings.Contains(string(view.body), `"mode":"coach"`) {
		t.Errorf("the interview is shown as %s, want mode coach", view.body)
	}
}
