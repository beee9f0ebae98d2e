package main

import (
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// A coached applicant finds the words of the question first in the list, and takes a
// moment, which the first letter or another tap ends.
func TestRoomCoaches(t *testing.T) {
	t.Parallel()
	s := newServer(t, "VICECONSUL_DATA="+t.TempDir(), "DATABASE_URL=")
	b := newTab(t)
	complaints := b.complaints(s.address)
	b.start(s.address, `{"category":"H-1B","mode":"coach","officer":{"seed":7},"profile":{"h1b":{"petitioner":"Example Software Inc."}}}`)
	b.do("open the list", chromedp.Click(".words summary"))
	seen := value[struct {
		Line        string
		Here, Count int
	}](b, `({
		Line: document.querySelector('[data-part="line"]').textContent,
		Here: document.querySelectorAll('[data-part="wordsHere"] dt').length,
		Count: document.querySelectorAll(".words dt").length,
	})`)
	if seen.Count < 15 || seen.Here > 3 {
		t.Errorf("of %d words %d are in %q", seen.Count, seen.Here, seen.Line)
	}
	b.shot("words")

	moment := func(want bool) {
		t.Helper()
		at := value[struct {
			Pressed     bool
			State, Face string
		}](b, `({
			Pressed: document.querySelector('[data-part="moment"]').ariaPressed === "true",
			State: document.querySelector('[data-part="state"]').textContent,
			Face: document.querySelector("[data-face]").textContent,
		})`)
		if at.Pressed != want || strings.HasPrefix(at.State, "Take your time") != want || (at.Face == "Time") != want {
			t.Errorf("the moment is %+v, want %t", at, want)
		}
	}
	moment(false)
	b.do("take a moment", chromedp.Click(`[data-part="moment"]`))
	moment(true)
	b.shot("moment")
	b.do("be ready", chromedp.Click(`[data-part="moment"]`))
	moment(false)
	b.do("take another, then write", chromedp.Click(`[data-part="moment"]`), chromedp.SendKeys("#answer", "I write software for a bank."))
	moment(false)
	b.do("take a third, then send", chromedp.Click(`[data-part="moment"]`), chromedp.Click(`.composer button[type="submit"]`))
	b.await("the next line", func(r room) bool { return r.Ready && r.Turn > 1 })
	moment(false)
	b.shot("coach-next")
	if all := complaints(); len(all) > 0 {
		t.Errorf("the room complains: %q", all)
	}

	b.start(s.address, plain)
	if value[bool](b, `Boolean(document.querySelector(".words")) || document.querySelector('[data-part="moment"]').checkVisibility()`) {
		t.Error("an exam offers a word list or a moment")
	}
}
