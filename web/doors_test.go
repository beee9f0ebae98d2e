package web

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/viceconsul/viceconsul/interview/transcript"
)

// accused is a visitor whose only answer conflicts with the profile.
func accused(t *testing.T) (v *visitor, id string) {
	v = visit(t)
	facts := map[string]string{"f1.school": "University of Toledo", "finance.sponsors": "father, civil engineer", "f1.cost_year1": "total USD 47,000"}
	v.redirected(v.post("/profile/f1", v.fill("f1", "", facts)), "/profile/f1")
	return v, v.attended("f1", "My uncle in New Jersey pays everything.")
}

// Each of the doors leads to a new grade, and what was said stays in sight.
func TestDoors(t *testing.T) {
	for _, door := range []transcript.Door{transcript.Misheard, transcript.SaidWrong} {
		v, id := accused(t)
		page := "/interviews/" + id + "/transcript"
		before := v.get(page)
		for _, want := range []string{"Profile is wrong", "Misheard", "I said it wrong", "Try this question again"} {
			if !strings.Contains(words(before.root), want) {
				t.Errorf("the transcript lacks %q", want)
			}
		}
		form := url.Values{"door": {string(door)}, "text": {"My father pays. He is a civil engineer."}}
		v.redirected(v.post("/interviews/"+id+"/turns/1/correction", form), page+"#t1")
		after := v.get(page)
		text := words(after.root)
		for _, want := range []string{"Graded again with an answer you corrected.", "The interview itself came to", "My uncle in New Jersey pays everything."} {
			if !strings.Contains(text, want) {
				t.Errorf("%s: the page does not say %q", door, want)
			}
		}
		if said := spoken(after.one("id", "t1")); said != "My father pays. He is a civil engineer." {
			t.Errorf("%s: the answer reads %q", door, said)
		}
		if strings.Contains(words(after.one("id", "t1")), "uncle; your declared sponsor") {
			t.Errorf("%s: the corrected answer is still a conflict", door)
		}
		if len(after.with("id", "c1")) > 0 {
			t.Errorf("%s: a corrected answer can be corrected again", door)
		}
		v.redirected(v.post("/interviews/"+id+"/turns/1/correction", form), page+"#t1") // a second tap
		form.Set("text", "My brother pays.")
		if r := v.post("/interviews/"+id+"/turns/1/correction", form); r.StatusCode != http.StatusConflict {
			t.Errorf("%s: a second correction is %d, want 409", door, r.StatusCode)
		}
		for _, suffix := range []string{".md", ".json"} {
			r := v.house.send(t, "GET", "/api/v1/interviews/"+id+"/transcript"+suffix, "", v.headers("Accept: */*")...)
			if !strings.Contains(string(r.body), "My uncle in New Jersey pays everything.") || !strings.Contains(string(r.body), "My father pays.") {
				t.Errorf("%s: %s lacks one of the two answers", door, suffix)
			}
		}
	}
}

// A profile put right is offered for a new grade, which says that the form must agree.
func TestProfileDoor(t *testing.T) {
	v, id := accused(t)
	page := "/interviews/" + id + "/transcript"
	if strings.Contains(words(v.get(page).root), "Your profile has changed since.") {
		t.Error("an unchanged profile is said to have changed")
	}
	v.redirected(v.post("/profile/f1", v.fill("f1", "", map[string]string{"finance.sponsors": "uncle in New Jersey, businessman"})), "/profile/f1")
	if !strings.Contains(words(v.get(page).root), "Your profile has changed since.") {
		t.Error("a changed profile is not noticed")
	}
	v.redirected(v.post("/interviews/"+id+"/profile", nil), page)
	text := words(v.get(page).root)
	if !strings.Contains(text, "Your DS-160 must say the same.") || strings.Contains(text, "Your profile has changed since.") || strings.Contains(text, "your declared sponsor is father") {
		t.Errorf("after the new grade the page says %.600q", text)
	}
}

// What is no correction is refused with a sentence, and changes nothing.
func TestDoorsRefuse(t *testing.T) {
	v, id := accused(t)
	at := "/interviews/" + id + "/turns/"
	for path, form := range map[string]url.Values{
		at + "9/correction":  {"door": {"misheard"}, "text": {"x"}},
		at + "1/correction":  {"door": {"hide"}, "text": {"x"}},
		at + "01/correction": {"door": {"misheard"}, "text": {" "}},
		at + "x/correction":  {"door": {"misheard"}, "text": {"x"}},
	} {
		if r := v.post(path, form); r.StatusCode != http.StatusBadRequest && r.StatusCode != http.StatusNotFound {
			t.Errorf("%s: %d", path, r.StatusCode)
		}
	}
	if strings.Contains(words(v.get("/interviews/"+id+"/transcript").root), "Graded again") {
		t.Error("a refused correction changed the grade")
	}
}
