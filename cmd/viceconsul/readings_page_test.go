package main

import (
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"

	"github.com/viceconsul/viceconsul/interview/openai/standin"
)

// While a model reads, the page says so, with a plain link to look again; when it has
// read, the new grade takes the old one's place without a reload, the focus stays, what
// was unfolded and written stays, and one sentence tells those who listen.
func TestSecondReadingTakesItsPlaceOnThePage(t *testing.T) {
	t.Parallel()
	may := make(chan struct{})
	proposes := standin.Proposes(func(_ *standin.Call, e standin.Exchange) standin.Proposal {
		return standin.Proposal{N: e.N, Labels: []standin.Label{{On: "directness", Way: "down", Quote: "My uncle in New Jersey pays"}}}
	})
	endpoint := standin.New(t, func(c *standin.Call) standin.Reply {
		if !c.Schema {
			return standin.SaysOf(politely)
		}
		return once(may, proposes)
	})
	s := newServer(t, "VICECONSUL_DATA="+t.TempDir(), "DATABASE_URL=", "OPENAI_BASE_URL="+endpoint.URL(), "VICECONSUL_MODEL=small",
		"VICECONSUL_MODEL_PRICE_PROMPT=0.15", "VICECONSUL_MODEL_PRICE_COMPLETION=0.6")
	b := newTab(t)
	complaints := b.complaints(s.address)
	b.do("open the start page", chromedp.Navigate(s.address+"/"))
	id := b.graded(`{"category":"F-1","profile":{"finance":{"sponsors":[{"relationship":"father"}]}}}`, "My uncle in New Jersey pays for everything.")
	path := s.address + "/interviews/" + id + "/transcript"
	b.do("open the transcript without scripts", chromedp.Navigate(path), chromedp.Click(`#made a`), chromedp.WaitVisible(`//*[@id="made" and contains(., "is now reading it a second time")]`))
	b.look("reading")

	b.do("open it with scripts", emulation.SetScriptExecutionDisabled(false), chromedp.Navigate(path), chromedp.WaitVisible("#made"))
	value[bool](b, `(() => {
		window.kept = true
		window.told = []
		const region = document.querySelector("[data-told]")
		new MutationObserver(() => told.push(region.textContent)).observe(region, { childList: true, characterData: true, subtree: true })
		document.querySelector(".doors summary").click()
		document.querySelector(".doors [name=text]:not(:empty)").value = "My father pays."
		document.querySelector(".how summary").focus()
		return true
	})()`)
	close(may)
	b.do("wait for the second grade", chromedp.WaitVisible(`//*[@id="made" and contains(., "then the model small read it a second time")]`))
	seen := value[struct {
		Kept, Focused bool
		Told          []string
		Print         bool
		Text          string
		Written       string
		Unfolded      bool
	}](b, `({
		Kept: window.kept === true, Told: window.told, Focused: document.activeElement.id === "made",
		Print: !document.querySelector("[data-print]").hidden, Written: document.querySelector(".doors [name=text]:not(:empty)").value,
		Unfolded: document.querySelector(".doors").open && !document.querySelector(".how").open, Text: document.querySelector("[data-graded]").textContent,
	})`)
	if !seen.Kept || !seen.Focused || !seen.Print || len(seen.Told) != 1 || !strings.Contains(seen.Told[0], "The second reading has ended.") {
		t.Errorf("the page was kept %t, the focus %t, the print button %t; told %q, want one sentence", seen.Kept, seen.Focused, seen.Print, seen.Told)
	}
	if seen.Written != "My father pays." || !seen.Unfolded {
		t.Errorf("what was written is %q, unfolded as before %t", seen.Written, seen.Unfolded)
	}
	if !strings.Contains(seen.Text, "A model was asked") || !strings.Contains(seen.Text, "USD 0.0") {
		t.Error("the page does not say what it cost")
	}
	b.look("read-twice")

	b.do("grade it again", chromedp.Navigate(path), chromedp.Click(".how summary"), chromedp.Click(`form[action$="/regrade"] button`),
		chromedp.WaitVisible(`//*[@id="made" and contains(., "Nothing changed.")]`))
	if all := complaints(); len(all) > 0 {
		t.Errorf("the pages complain: %q", all)
	}
}
