package web

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/viceconsul/viceconsul/interview/transcript"
)

// Anybody answers one question without script, and nothing of it stays.
func TestTryOneQuestion(t *testing.T) {
	v := visit(t)
	for _, asked := range trials {
		page := v.get("/try?visa=" + slug(asked.category))
		q, _ := v.house.bank.Question(asked.question)
		if got := words(page.one("id", "again")); !strings.Contains(got, q.Ask) {
			t.Errorf("%s asks %q, want %q", asked.category, got, q.Ask)
		}
		if !q.For(asked.category) {
			t.Errorf("%s is no question for %s", asked.question, asked.category)
		}
		if got := len(page.all("dt")); got != len(asked.facts) {
			t.Errorf("%s shows %d facts, want %d: the sample declares them all", asked.category, got, len(asked.facts))
		}
		r := v.post("/try", url.Values{"visa": {slug(asked.category)}, "answer": {"My uncle, <b>sir</b>."}})
		graded := parsePage(t, "try.html", r.body)
		graded.check()
		if r.StatusCode != http.StatusOK || len(graded.with("id", "graded")) != 1 {
			t.Errorf("%s: status %d, want a graded answer", asked.category, r.StatusCode)
		}
		if said := spoken(graded.one("id", "t1")); said != "My uncle, <b>sir</b>." {
			t.Errorf("%s shows the answer as %q", asked.category, said)
		}
		if links := graded.with("aria-label", "Profile is wrong: correct Sponsors"); len(links) != 0 {
			t.Error("a sample applicant's facts are offered for correction")
		}
		if found := tieWord.FindAllString(words(graded.root), -1); asked.category == transcript.H1B && found != nil {
			t.Errorf("the H-1B question says %q", found)
		}
		if len(r.Cookies()) != 0 || v.key != "" {
			t.Errorf("cookies %v: want nobody remembered", r.Cookies())
		}
	}
	marked := parsePage(t, "try.html", v.post("/try", url.Values{"visa": {"f1"}, "answer": {"My uncle."}}).body)
	if text := words(marked.one("id", "t1")); !strings.Contains(text, "declared sponsor is father") {
		t.Errorf("the page says %q, want the conflict with its words", text)
	}
}

// What cannot be graded is said at the field, and an unknown visa is the first.
func TestTrySaysWhatItCannotGrade(t *testing.T) {
	v := visit(t)
	for _, answer := range []string{"", " \n", "\x00", strings.Repeat("word ", 1700)} {
		r := v.post("/try", url.Values{"visa": {"b2"}, "answer": {answer}})
		s := parsePage(t, "try.html", r.body)
		s.check()
		if r.StatusCode != http.StatusUnprocessableEntity || value(s.one("id", "answer"), "aria-invalid") != "true" {
			t.Errorf("an answer of %d bytes: status %d, want 422 and the field marked", len(answer), r.StatusCode)
		}
	}
	if first := words(v.get("/try?visa=z9").one("id", "again")); !strings.Contains(first, "Who is paying for your studies?") {
		t.Errorf("an unknown visa asks %q", first)
	}
}

// Whoever has a graded attempt is offered it before anything else.
func TestStartContinues(t *testing.T) {
	v := visit(t)
	v.redirected(v.post("/profile/f1", v.fill("f1", actionSample, nil)), "/profile/f1")
	room := v.redirected(v.post("/profile/f1", v.fill("f1", actionBegin, nil)), "/interviews/")
	v.rehearse(strings.TrimPrefix(room, "/interviews/"), "My father, sir.")
	s := v.get("/")
	if got := words(s.one("aria-labelledby", "continue")); !strings.Contains(got, "Read your last transcript") {
		t.Errorf("continue says %q, want the last transcript", got)
	}
	var first string
	for _, h := range s.all("h2") {
		if first = value(h, "id"); first != "" {
			break
		}
	}
	if first != "continue" {
		t.Errorf("the first section is %q, want continue", first)
	}
}
