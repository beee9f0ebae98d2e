package main

import (
	"fmt"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
)

// start begins an interview as the start form does, but with an order of its own,
// and opens its room.
func (b *tab) start(address, order string) {
	b.t.Helper()
	b.do("open the start page", chromedp.Navigate(address+"/"))
	id := value[string](b, fmt.Sprintf(`(async () => {
		const made = await fetch("/api/v1/interviews", {
			method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(%s),
		})
		return (await made.json()).id
	})()`, order))
	b.do("open the room", chromedp.Navigate(address+"/interviews/"+id), chromedp.WaitVisible("#answer"))
	b.await("the first line", func(r room) bool { return r.Ready && r.Line != "" })
}

// part is what a part of the room says.
func (b *tab) part(name string) string {
	b.t.Helper()
	return value[string](b, fmt.Sprintf(`document.querySelector('[data-part=%q]').textContent.trim()`, name))
}

// end ends the questions as the dialog offers it.
func (b *tab) end() {
	b.t.Helper()
	b.do("end", chromedp.Click(`[data-part="end"]`), chromedp.Click(`[data-part="finish"]`, chromedp.NodeVisible))
}

const plain = `{"category":"F-1","officer":{"seed":7},"profile":{"finance":{"sponsors":[{"relationship":"father"}]}}}`

// The officer types before the decision for as long as the frame says, and not at all
// for an applicant who does not want to wait.
func TestRoomWaitsWhileTheOfficerTypes(t *testing.T) {
	s := newServer(t, "VICECONSUL_DATA="+t.TempDir(), "DATABASE_URL=")
	b := newTab(t)
	b.start(s.address, plain)
	b.end()
	began := time.Now()
	b.await("the officer to type", func(r room) bool { return r.State == "The officer is typing" && !r.Decided })
	b.await("the decision", func(r room) bool { return r.Decided })
	if silent := time.Since(began); silent < 2*time.Second {
		t.Errorf("the decision came after %v, want the officer to type for 3 to 8 s", silent)
	}

	b.start(s.address, plain)
	b.do("choose not to wait", chromedp.Click(`[data-part="silence"]`))
	b.start(s.address, plain) // the choice holds for this browser
	if value[bool](b, `document.querySelector('[data-part="silence"]').checked`) {
		t.Error("the choice not to wait was forgotten")
	}
	b.end()
	b.await("the decision", func(r room) bool {
		if r.State == "The officer is typing" {
			t.Error("the officer types although nobody wants to wait")
		}
		return r.Decided
	})
}
