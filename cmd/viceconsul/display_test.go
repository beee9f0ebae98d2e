package main

import (
	"fmt"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

// shown is how the page is painted now.
const shown = `(() => {
	const body = getComputedStyle(document.body)
	const light = (colour) => colour.match(/[\d.]+/g).slice(0, 3).reduce((a, b) => a + Number(b), 0) > 382
	return {
		Dark: !light(body.backgroundColor) && light(body.color),
		Text: getComputedStyle(document.documentElement).fontSize,
		Soft: getComputedStyle(document.querySelector(".lead")).color !== body.color,
	}
})()`

type painted struct {
	Dark, Soft bool
	Text       string
}

// What somebody chose in the header goes before what the device is set to, on every
// page and without script; what nobody chose follows the device.
func TestDisplay(t *testing.T) {
	t.Parallel()
	s := newServer(t, "VICECONSUL_DATA="+t.TempDir(), "DATABASE_URL=")
	b := newTab(t)
	for _, test := range []struct {
		device, contrast string
		chosen           map[string]string // of the selects; what is not named stays
		want             painted
	}{
		{"light", "no-preference", nil, painted{Soft: true, Text: "16px"}},
		{"dark", "no-preference", nil, painted{Dark: true, Soft: true, Text: "16px"}},
		{"dark", "more", nil, painted{Dark: true, Text: "16px"}},
		{"light", "no-preference", map[string]string{"theme": "dark"}, painted{Dark: true, Soft: true, Text: "16px"}},
		{"dark", "no-preference", map[string]string{"theme": "light", "text": "larger"}, painted{Soft: true, Text: "24px"}},
		{"light", "no-preference", map[string]string{"contrast": "more", "text": "large"}, painted{Text: "20px"}},
		{"dark", "no-preference", map[string]string{"theme": "system"}, painted{Dark: true, Text: "20px"}},
	} {
		b.do("set the device", emulation.SetScriptExecutionDisabled(true), media(test.device, &emulation.MediaFeature{Name: "prefers-contrast", Value: test.contrast}), chromedp.Navigate(s.address+"/case"))
		if test.chosen != nil {
			b.do("open the choices", chromedp.Click(`.choice:has(select) summary`), chromedp.WaitVisible("#display-theme"))
			for name, choice := range test.chosen {
				b.do("choose "+name, chromedp.SetValue("#display-"+name, choice))
			}
			b.do("use these", chromedp.Click(`.choice__panel .button--first`), chromedp.WaitNotPresent(".choice[open]"), chromedp.WaitVisible("h1"))
		}
		b.do("scripts for the test", emulation.SetScriptExecutionDisabled(false))
		what := fmt.Sprintf("device %s, contrast %s, chosen %v", test.device, test.contrast, test.chosen)
		if got := value[painted](b, shown); got != test.want {
			t.Errorf("%s: painted %+v, want %+v", what, got, test.want)
		}
		for _, rule := range b.broken() {
			t.Errorf("%s: %s", what, rule)
		}
		b.reflow(what)
	}
}

// Who chose less motion here does not wait while the officer types, as on a device that
// is set so.
func TestLessMotion(t *testing.T) {
	t.Parallel()
	s := newServer(t, "VICECONSUL_DATA="+t.TempDir(), "DATABASE_URL=")
	b := newTab(t)
	waits := func() bool {
		b.enter(s.address, plain)
		return value[bool](b, `document.querySelector('[data-part="silence"]').checked`)
	}
	if !waits() {
		t.Error("nobody chose, and the room does not wait")
	}
	b.do("open the choices", chromedp.Click(`.choice:has(select) summary`), chromedp.WaitVisible("#display-motion"))
	b.do("choose", chromedp.SetValue("#display-motion", "less"), chromedp.Click(`.choice__panel .button--first`), chromedp.WaitVisible(`[data-motion="less"]`))
	if waits() {
		t.Error("with less motion the room waits")
	}
}
