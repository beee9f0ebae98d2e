package main

import (
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

// A viewing is one way a page is looked at.
type viewing struct {
	name      string
	width     int64
	colours   string // "light" or "dark"
	forced    bool   // the device brings its own colours
	direction string // "" as the page says
}

var viewings = []viewing{
	{name: "phone", width: 390, colours: "light"},
	{name: "phone-dark", width: 390, colours: "dark"},
	{name: "phone-rtl", width: 390, colours: "light", direction: "rtl"},
	{name: "phone-forced", width: 390, colours: "dark", forced: true},
	{name: "desktop", width: 1440, colours: "light"},
}

// media sets what the device is set to.
func media(colours string, more ...*emulation.MediaFeature) chromedp.Action {
	return emulation.SetEmulatedMedia().WithFeatures(append(more, &emulation.MediaFeature{Name: "prefers-color-scheme", Value: colours}))
}

// as sets the window, the device and the direction of the page that is open.
func (b *tab) as(v viewing) {
	b.t.Helper()
	forced := &emulation.MediaFeature{Name: "forced-colors", Value: "none"}
	if v.forced {
		forced.Value = "active"
	}
	b.do("set the window", media(v.colours, forced), chromedp.EmulateViewport(v.width, 844))
	b.do("set the direction", chromedp.Evaluate(fmt.Sprintf(`for (const node of document.querySelectorAll("html, main, .foot__page")) {
		node.dataset.dir ??= node.dir
		node.dir = %q || node.dataset.dir
	}`, v.direction), nil))
}

// seen holds the page that is open to what every page must be on a screen, its targets
// to so many pixels a side.
func (b *tab) seen(name string, side int) {
	b.t.Helper()
	for _, v := range viewings {
		b.as(v)
		b.picture(name + "-" + v.name)
		for _, rule := range b.broken() {
			b.t.Errorf("%s, %s: %s", name, v.name, rule)
		}
		for _, text := range value[[]string](b, faint) {
			b.t.Errorf("%s, %s: cannot be read: %s", name, v.name, text)
		}
	}
	b.reflow(name)
	b.targets(name, side)
	b.as(viewings[0])
}

// look holds the page that is open to what every page must be.
func (b *tab) look(name string) {
	b.t.Helper()
	b.do("scripts for the test", emulation.SetScriptExecutionDisabled(false))
	b.seen(name, 24)
	b.printed(name)
	b.do("no scripts", emulation.SetScriptExecutionDisabled(true))
}

// faint are the texts that do not stand out from what is behind them. The checker leaves
// out what the device colours, and paper, where no ground is printed.
const faint = `(() => {
	const paper = matchMedia("print").matches
	const light = (parts) => parts.slice(0, 3).map((c) => c / 255).map((c) => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
		.reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0.05)
	const parts = (colour) => colour.match(/[\d.]+/g).map(Number)
	const ground = (node) => {
		for (; node && !paper; node = node.parentElement) {
			const [r, g, b, opaque = 1] = parts(getComputedStyle(node).backgroundColor)
			if (opaque > 0.5) return [r, g, b]
		}
		return [255, 255, 255]
	}
	const found = []
	const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
	while (texts.nextNode()) {
		const node = texts.currentNode.parentElement
		if (!texts.currentNode.data.trim() || !node.checkVisibility() || node.closest("svg, option, :disabled, .for-ears, .skip")) continue
		const [more, less] = [light(parts(getComputedStyle(node).color)), light(ground(node))].sort((a, b) => b - a)
		if (more / less < 4.5) found.push(texts.currentNode.data.trim().slice(0, 40) + " " + getComputedStyle(node).color + " on " + ground(node))
	}
	return found.slice(0, 5)
})()`

// pressed is what stands on paper although it is there to be pressed or chosen from, and
// is no box to fill in by hand.
const pressed = `[...document.querySelectorAll("button, select, [type=file], .act, .strip, .who")].filter((node) =>
	node.checkVisibility() && !(node.matches("select") && getComputedStyle(node).appearance === "none")).map((node) => node.outerHTML.slice(0, 80))`

// onPaper holds what is printed to what paper can do, for who chose dark pages too.
func (b *tab) onPaper(name string) {
	b.t.Helper()
	for _, theme := range []string{"system", "dark"} {
		b.do("choose the colours", chromedp.Evaluate(fmt.Sprintf("document.documentElement.dataset.theme = %q", theme), nil))
		for _, text := range value[[]string](b, faint) {
			b.t.Errorf("%s, printed with colours %s: cannot be read: %s", name, theme, text)
		}
	}
	if controls := value[[]string](b, pressed); len(controls) > 0 {
		b.t.Errorf("%s prints controls: %q", name, controls)
	}
}

// spacing is what WCAG 1.4.12 lets a reader set.
const spacing = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }`

// widest is how wide the page is, and what stands out of 320 px, with everything that
// folds in the header closed and then with each of it open.
const widest = `(() => {
	const root = document.documentElement
	const out = (node) => node.getBoundingClientRect().right > 321 || node.getBoundingClientRect().left < -1
	const wide = (from) => root.scrollWidth <= 320 ? [] : [root.scrollWidth + " px", ...[...from.querySelectorAll("*")].filter(out).slice(-3).map((n) => n.outerHTML.slice(0, 80))]
	const over = wide(document.body)
	for (const choice of document.querySelectorAll(".choice")) {
		choice.open = true
		const panel = choice.querySelector(".choice__panel")
		over.push(...wide(choice), ...[panel, ...panel.querySelectorAll("*")].filter(out).slice(-3).map((n) => n.outerHTML.slice(0, 80)))
		choice.open = false
	}
	return over
})()`

// reflow finds sideways scroll in a window of 320 px, in both directions, with usual
// text, with text twice as large, and with wide spacing.
func (b *tab) reflow(name string) {
	b.t.Helper()
	for _, direction := range []string{"", "rtl"} {
		b.as(viewing{width: 320, colours: "light", direction: direction})
		for _, with := range []struct{ name, size, css string }{{"usual text", "", ""}, {"text of 200%", "200%", ""}, {"wide spacing", "", spacing}} {
			over := value[[]string](b, fmt.Sprintf(`(() => {
				const root = document.documentElement
				root.style.fontSize = %q
				const sheet = new CSSStyleSheet()
				sheet.replaceSync(%q)
				document.adoptedStyleSheets = [sheet]
				const over = %s
				root.style.fontSize = ""
				document.adoptedStyleSheets = []
				return over
			})()`, with.size, with.css, widest))
			if len(over) > 0 {
				b.t.Errorf("%s scrolls sideways at 320 px with %s, direction %q: %q", name, with.name, direction, over)
			}
		}
	}
}

// targets finds what is smaller to tap than it must be. A link within a sentence may be
// as small as its line, and a box is tapped by its label (WCAG 2.5.8).
func (b *tab) targets(name string, side int) {
	b.t.Helper()
	for _, width := range []int64{390, 1440} {
		b.as(viewing{width: width, colours: "light"})
		small := value[[]string](b, fmt.Sprintf(`[...document.querySelectorAll("a, button, summary, select, textarea, input:not([type=hidden])")].flatMap((n) => {
			const inLine = n.matches("p a, li a, dd a, td a, h2 a, .ref") && getComputedStyle(n).display === "inline"
			if (!n.checkVisibility() || inLine || n.matches(".skip")) return []
			const box = (n.matches("[type=checkbox], [type=radio]") ? n.labels[0] : n).getBoundingClientRect()
			const fits = Math.min(box.width, box.height) >= %d - 0.5
			return fits ? [] : [Math.round(box.width) + " x " + Math.round(box.height) + ": " + n.outerHTML.slice(0, 80)]
		})`, side))
		if len(small) > 0 {
			b.t.Errorf("%s, %d px wide, has targets under %d: %s", name, width, side, strings.Join(small, "\n"))
		}
	}
}

// broken are the rules of axe that the page breaks: WCAG 2.2 A and AA, and best practice.
func (b *tab) broken() []string {
	b.t.Helper()
	axe := accessibilityChecker(b.t)
	if axe == "" {
		return nil
	}
	b.do("load axe", chromedp.Evaluate(axe, nil))
	var found []string
	text := value[string](b, `axe.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }).then(({ violations }) =>
		JSON.stringify(violations.map((v) => v.id + ": " + v.nodes.map((n) => n.html.slice(0, 120) + " (" + n.failureSummary + ")").join(" | "))))`)
	if err := json.Unmarshal([]byte(text), &found); err != nil {
		b.t.Fatal(err)
	}
	return found
}

// accessibilityChecker is the script of axe; "" where AXE_CORE names none, which only a
// laptop may do.
func accessibilityChecker(t *testing.T) string {
	t.Helper()
	path := os.Getenv("AXE_CORE")
	if path == "" {
		if os.Getenv("CI") != "" {
			t.Fatal("no axe-core; scripts/testservices provides it")
		}
		return ""
	}
	axe, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return `if (!window.axe) { ` + string(axe) + ` }`
}
