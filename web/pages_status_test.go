package web

import (
	"strings"
	"testing"

	"github.com/viceconsul/viceconsul/interview/transcript"
)

// The page explains every status an outcome can have, and says where each fact is from.
func TestStatusPage(t *testing.T) {
	v := visit(t)
	s := v.get("/status")
	for _, o := range []transcript.Outcome{
		{Decision: transcript.Issued}, {Decision: transcript.Refused, Ground: "214(b)"}, {Decision: transcript.Refused, Ground: "221(g)"},
	} {
		anchor := statusAnchor(&o)
		if len(s.with("id", strings.TrimPrefix(anchor, "#"))) != 1 {
			t.Errorf("%s %s leads to %q, which is not there", o.Decision, o.Ground, anchor)
		}
	}
	text := words(s.root)
	for _, want := range []string{"administrative processing", "Petition returned", "CEAC", "no appeal", "3 March 2020", "no legal advice", "Last looked at: 20 November 2026"} {
		if !strings.Contains(text, want) {
			t.Errorf("the page does not say %q", want)
		}
	}
	if found := tieWord.FindAllString(text, -1); found != nil {
		t.Errorf("the page says %q, and H-1B applicants read it", found)
	}
	if got, want := strings.Count(text, "Source: "), len(allNotes(t).statuses)+1; got != want {
		t.Errorf("%d sources, want %d", got, want)
	}
	official := 0
	for _, a := range s.all("a") {
		if strings.HasPrefix(value(a, "href"), "https://") {
			official++
		}
	}
	if official < 4 {
		t.Errorf("%d links to official pages, want those the notes name", official)
	}
	start := v.get("/")
	if len(start.with("href", "/status")) == 0 || len(start.with("href", "/case")) == 0 || len(start.with("href", "/try")) == 0 {
		t.Error("the start page lacks a way to the status, the case or the one question")
	}
}
