package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// A person uses the pages as people do: with a pointer, or with keys alone.
type person struct {
	*tab
	address string
	keys    bool
	turn    int // the officer's last that was answered
}

// hands are the ways in which each journey is walked.
var hands = []struct {
	name          string
	width, height int64
	keys          bool
}{
	{"mouse", 1440, 900, false},
	{"phone", 390, 844, false},
	{"keys", 1440, 900, true},
}

// eachHand walks a journey in every way, each in a browser and at a server of its own,
// and holds its pages to complaining of nothing.
func eachHand(t *testing.T, journey func(p *person)) {
	for _, h := range hands {
		t.Run(h.name, func(t *testing.T) {
			t.Parallel()
			s := newServer(t, "VICECONSUL_DATA="+t.TempDir(), "DATABASE_URL=")
			b := newTab(t)
			complaints := b.complaints(s.address)
			b.do("set the window", chromedp.EmulateViewport(h.width, h.height))
			p := &person{tab: b, address: s.address, keys: h.keys}
			p.open("/")
			b.do("wait for no typing", chromedp.Evaluate(`localStorage.setItem("viceconsul.room.silence", "off")`, nil))
			journey(p)
			if all := complaints(); len(all) > 0 {
				t.Errorf("the pages complain: %q", all)
			}
		})
	}
}

// open goes to an address of the server.
func (p *person) open(path string) {
	p.t.Helper()
	p.do("open "+path, chromedp.Navigate(p.address+path))
}

// Whether the focus is where a selector says, and whether a person can see it there:
// drawn round, inside the window and not under anything.
const focusState = `(() => {
	const at = document.activeElement
	if (!at || at === document.body) return { Where: "", Wanted: false, Hidden: "" }
	const style = getComputedStyle(at)
	const drawn = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2 && !/^rgba.*, 0\)$/.test(style.outlineColor)
	const box = at.getClientRects()[0] ?? { left: 0, right: 0, top: 0, bottom: 0 }
	const middle = (from, to, most) => (Math.max(from, 0) + Math.min(to, most)) / 2
	const top = document.elementFromPoint(middle(box.left, box.right, innerWidth), middle(box.top, box.bottom, innerHeight))
	const seen = top && (at.contains(top) || top.contains(at) || top.closest("label")?.control === at)
	const inside = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth
	return {
		Where: at.outerHTML.slice(0, 120),
		Wanted: at.matches(%q),
		Hidden: !drawn ? "no outline" : !inside ? "outside the window" : !seen ? "under " + top?.outerHTML.slice(0, 80) : "",
	}
})()`

type focus struct {
	Where, Hidden string
	Wanted        bool
}

const mostStops = 400 // of the focus on one page; more and the element cannot be reached

// reach moves the focus by keys alone and looks at every stop.
func (p *person) reach(selector string) {
	p.t.Helper()
	p.do("wait for "+selector, chromedp.WaitReady(selector, chromedp.ByQuery))
	for stop := range mostStops {
		f := value[focus](p.tab, fmt.Sprintf(focusState, selector))
		if stop > 0 && f.Hidden != "" {
			p.t.Errorf("on %s the focus cannot be seen (%s): %s", value[string](p.tab, "location.pathname"), f.Hidden, f.Where)
		}
		if f.Wanted {
			return
		}
		p.do("tab", chromedp.KeyEvent(kb.Tab))
	}
	p.t.Fatalf("no key comes to %s", selector)
}

// A person presses what stands still: what was saved may just be shown above it.
const stillThere = `new Promise((still) => {
	const at = document.querySelector(%q)
	let was = "", frames = 0
	const look = () => {
		const box = at.getBoundingClientRect(), is = box.top + " " + box.left
		frames = is === was ? frames + 1 : 0
		was = is
		if (frames > 5) still(true)
		else requestAnimationFrame(look)
	}
	look()
})`

// Where a press began and where it counted. A page that has gone says nothing of it.
const (
	aim = `(() => {
		globalThis.pressed = {}
		const note = ({ type, target }) => (pressed[type] = Boolean(target.closest(%q)))
		for (const type of ["pointerdown", "click"]) addEventListener(type, note, { capture: true, once: true })
	})()`
	hit = `({ There: Boolean(globalThis.pressed), Began: globalThis.pressed?.pointerdown ?? false, Counted: globalThis.pressed?.click ?? false })`
)

// tap presses with the mouse. A person who missed, because the button moved as they
// aimed, aims again; a button that moves under the press is a fault.
func (p *person) tap(selector string) {
	p.t.Helper()
	for range 5 {
		p.do("press "+selector, chromedp.ScrollIntoView(selector, chromedp.ByQuery), chromedp.Evaluate(fmt.Sprintf(stillThere, selector), nil, awaited),
			chromedp.Evaluate(fmt.Sprintf(aim, selector), nil), chromedp.Click(selector, chromedp.ByQuery))
		var at struct{ There, Began, Counted bool }
		err := chromedp.Run(p.ctx, chromedp.Evaluate(hit, &at))
		if wentAway(err) {
			return
		}
		if err != nil {
			p.t.Fatalf("press %s: %v", selector, err)
		}
		if !at.There || at.Counted {
			return
		}
		if at.Began {
			p.t.Errorf("%s moved away under the press", selector)
		}
	}
	p.t.Fatalf("five presses missed %s", selector)
}

// wentAway tells whether a page was asked while it gave way to the next one.
func wentAway(err error) bool {
	const serverError = -32000 // the protocol's code for a target or a context that is gone
	var answer *cdproto.Error
	return errors.As(err, &answer) && answer.Code == serverError
}

func awaited(p *runtime.EvaluateParams) *runtime.EvaluateParams { return p.WithAwaitPromise(true) }

// press presses a button or follows a link.
func (p *person) press(selector string) {
	p.t.Helper()
	if !p.keys {
		p.tap(selector)
		return
	}
	p.reach(selector)
	p.do("press "+selector, chromedp.KeyEvent(kb.Enter))
}

// follow presses what leads to another page, and waits for what that page shows.
func (p *person) follow(selector, shown string) {
	p.t.Helper()
	p.leave(shown, func() { p.press(selector) })
}

// leave does what opens another page, and waits for what that page shows.
func (b *tab) leave(shown string, open func()) {
	b.t.Helper()
	b.do("mark the page", chromedp.Evaluate(`document.documentElement.dataset.left = "yes"`, nil))
	open()
	ctx, cancel := context.WithTimeout(b.ctx, time.Minute)
	defer cancel()
	if err := chromedp.Run(ctx, chromedp.WaitVisible(":root:not([data-left]) "+shown, chromedp.ByQuery)); err != nil {
		b.t.Fatalf("wait for %s: %v; the page is %q", shown, err, value[string](b, `location.pathname + ": " + document.body.innerText.slice(0, 600)`))
	}
}

// write puts a text into a field, in the place of what is there.
func (p *person) write(selector, text string) {
	p.t.Helper()
	if p.keys {
		p.reach(selector)
	} else {
		p.do("go to "+selector, chromedp.Click(selector, chromedp.ByQuery))
	}
	p.do("write into "+selector, chromedp.KeyEvent("a", chromedp.KeyModifiers(input.ModifierCtrl)), input.InsertText(text))
}

// declare opens a category's profile and writes the facts that open the interview.
func (p *person) declare(slug string) {
	p.t.Helper()
	p.open("/")
	door := fmt.Sprintf(`a[href="/profile/%s"]`, slug)
	if value[bool](p.tab, fmt.Sprintf(`document.querySelector('main .visa %s').checkVisibility() === false`, door)) {
		p.press(fmt.Sprintf(`.visa details:has(%s) summary`, door))
	}
	p.follow(".visa "+door, "[data-saved]")
	facts := sampleTexts(p.t, slug)
	for _, path := range value[[]string](p.tab, `[...document.querySelectorAll(".opening .field")].map((f) => f.dataset.path)`) {
		field := fmt.Sprintf(".opening [data-path=%q] ", path)
		switch value[string](p.tab, fmt.Sprintf(`document.querySelector('%s:is(input, textarea, select)').localName`, field)) {
		case "select":
			p.choose(field+"select", facts[path])
		default:
			p.write(field+":is(input, textarea)", facts[path])
		}
	}
}

// choose takes an option of a list, by the keys of its name.
func (p *person) choose(selector, option string) {
	p.t.Helper()
	label := value[string](p.tab, fmt.Sprintf(`document.querySelector('%s option[value=%q]').label`, selector, option))
	if p.keys {
		p.reach(selector)
	} else {
		p.do("go to "+selector, chromedp.Focus(selector, chromedp.ByQuery))
	}
	p.do("choose "+label, chromedp.KeyEvent(label))
	if got := value[string](p.tab, fmt.Sprintf(`document.querySelector('%s').value`, selector)); got != option {
		p.t.Errorf("%s is %q after typing %q, want %q", selector, got, label, option)
	}
}

// sampleTexts is what the sample applicant of a category declares, by path.
func sampleTexts(t *testing.T, slug string) map[string]string {
	t.Helper()
	body, err := os.ReadFile("../../web/templates/samples/" + slug + ".json")
	if err != nil {
		t.Fatal(err)
	}
	var texts map[string]string
	if err := json.Unmarshal(body, &texts); err != nil {
		t.Fatal(err)
	}
	return texts
}

// begin opens the room from the profile.
func (p *person) begin() {
	p.t.Helper()
	p.turn = 0
	p.follow(`.opening button[value="begin"]`, "#answer")
}

// rehearse answers every line until the transcript is graded, and opens it. It returns
// what was typed.
func (p *person) rehearse(answer func(line string) string) (typed []string) {
	p.t.Helper()
	for {
		r := p.await("the next line", func(r room) bool { return r.Over || r.Ready && r.Turn > p.turn })
		if r.Over {
			p.follow(`[data-part="graded"] a`, ".turns")
			return typed
		}
		text := fmt.Sprintf("%s This is answer %d.", answer(r.Line), len(typed)+1)
		typed = append(typed, text)
		p.turn = r.Turn
		p.write("#answer", text)
		if p.keys && r.Turn%2 == 0 {
			p.do("send", chromedp.KeyEvent(kb.Enter, chromedp.KeyModifiers(input.ModifierCtrl)))
		} else {
			p.press(`.composer button[type="submit"]`)
		}
	}
}

// answersShown are the answers on the transcript page, without the numbers of notes.
func (p *person) answersShown() []string {
	p.t.Helper()
	return value[[]string](p.tab, `[...document.querySelectorAll(".turn__answer")].map((answer) => {
		const words = answer.cloneNode(true)
		for (const number of words.querySelectorAll(".ref")) number.remove()
		return words.textContent
	})`)
}

// says looks for each of the texts on the page, in whatever case it is shown.
func (p *person) says(texts ...string) {
	p.t.Helper()
	page := strings.ToLower(value[string](p.tab, `document.querySelector("main").innerText`))
	for _, want := range texts {
		if !strings.Contains(page, strings.ToLower(want)) {
			p.t.Errorf("%s does not say %q", value[string](p.tab, "location.pathname"), want)
		}
	}
}
