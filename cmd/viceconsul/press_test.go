package main

import (
	"fmt"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"
)

// A finger is the mouse or a touch, which rests where it presses until it lifts.
type finger struct {
	*tab
	touch bool
	x, y  float64
}

// place is where the middle of an element is in the window.
func (b *tab) place(selector string) (x, y float64) {
	b.t.Helper()
	at := value[[2]float64](b, fmt.Sprintf(`(() => {
		const box = document.querySelector(%q).getBoundingClientRect()
		return [box.x + box.width / 2, box.y + box.height / 2]
	})()`, selector))
	return at[0], at[1]
}

func (f *finger) press(selector string) {
	f.t.Helper()
	f.do("scroll to "+selector, chromedp.ScrollIntoView(selector, chromedp.ByQuery))
	f.x, f.y = f.place(selector)
	var down chromedp.Action = input.DispatchMouseEvent(input.MousePressed, f.x, f.y).WithButton(input.Left).WithClickCount(1)
	if f.touch {
		down = input.DispatchTouchEvent(input.TouchStart, []*input.TouchPoint{{X: f.x, Y: f.y}})
	}
	f.do("press "+selector, down)
}

func (f *finger) lift() {
	f.t.Helper()
	var up chromedp.Action = input.DispatchMouseEvent(input.MouseReleased, f.x, f.y).WithButton(input.Left).WithClickCount(1)
	if f.touch {
		up = input.DispatchTouchEvent(input.TouchEnd, []*input.TouchPoint{})
	}
	f.do("lift", up)
}

// until asks the page again and again whether something holds.
func (b *tab) until(what, holds string) {
	b.t.Helper()
	for deadline := time.After(time.Minute); !value[bool](b, holds); {
		select {
		case <-deadline:
			b.t.Fatalf("gave up waiting for %s", what)
		case <-time.After(20 * time.Millisecond):
		}
	}
}

// still holds an element to being where it is pressed.
func (f *finger) still(selector string) {
	f.t.Helper()
	if x, y := f.place(selector); x != f.x || y != f.y {
		f.t.Errorf("%s moved under the finger from %v,%v to %v,%v", selector, f.x, f.y, x, y)
	}
}

// eachFinger walks with the mouse and by touch, in a window of a phone where nothing
// ends by the time it takes.
func eachFinger(t *testing.T, walk func(f *finger, address string)) {
	t.Parallel()
	s := newServer(t, "VICECONSUL_DATA="+t.TempDir(), "DATABASE_URL=")
	for _, touch := range []bool{false, true} {
		t.Run(fmt.Sprintf("touch %t", touch), func(t *testing.T) {
			b := newTab(t)
			b.onNew(standstill)
			b.do("a phone", emulation.SetTouchEmulationEnabled(touch), chromedp.EmulateViewport(390, 844))
			walk(&finger{tab: b, touch: touch}, s.address)
		})
	}
}

// What is read of a fact comes while "Begin" is pressed: the press counts, and what was
// read is shown after it.
func TestProfileStandsStillUnderAPress(t *testing.T) {
	eachFinger(t, func(f *finger, address string) {
		const begin = `.opening button[value="begin"]`
		f.do("open the profile", chromedp.Navigate(address+"/profile/b2"), chromedp.WaitVisible(begin))
		stay := ".opening [data-path=\"trip.length_of_stay\"] :is(input, textarea)"
		f.do("write what cannot be read", chromedp.Focus(stay, chromedp.ByQuery), input.InsertText("as long as the two of us can stand one another, which nobody knows"))
		f.press(begin)
		f.do("save at once", chromedp.Evaluate(`document.activeElement.blur()`, nil))
		f.do("wait for the answer", chromedp.WaitVisible(`//*[@data-saved and contains(., "Saved ")]`))
		f.still(begin)
		f.leave("[data-faults], #answer", f.lift)
	})
}

// The next line comes while "End" is pressed: nothing moves before the press has counted.
func TestRoomStandsStillUnderAPress(t *testing.T) {
	eachFinger(t, func(f *finger, address string) {
		f.start(address, plain)
		const end, line = `[data-part="end"]`, `document.querySelector('[data-part="line"]').textContent`
		before := value[string](f.tab, line)
		f.do("write", chromedp.SendKeys("#answer", "My father, sir."))
		f.press(end)
		f.do("send by script", chromedp.Evaluate(`document.querySelector(".composer").requestSubmit()`, nil))
		f.until("the next line to be asked", `fetch("/api/v1/interviews/" + location.pathname.split("/")[2], { headers: { Accept: "application/json" } })
			.then((answer) => answer.json()).then(({ offset }) => offset >= 4)`)
		f.still(end)
		if now := value[string](f.tab, line); now != before {
			f.t.Errorf("%q is shown under the finger", now)
		}
		f.lift()
		f.do("wait for the dialog", chromedp.WaitVisible(`[data-part="finish"]`))
		f.await("the next line", func(r room) bool { return r.Ready && r.Line != before })
	})
}

// Two taps on "Begin" are one interview, also where the answer to the first is slow.
func TestTwoTapsBeginOnce(t *testing.T) {
	eachFinger(t, func(f *finger, address string) {
		const begin = `.opening button[value="begin"]`
		f.sampled(address, "f1")
		f.do("a slow network", network.Enable(), network.EmulateNetworkConditions(false, 700, -1, -1), chromedp.ScrollIntoView(begin, chromedp.ByQuery))
		f.do("tap again soon", chromedp.Evaluate(fmt.Sprintf(`addEventListener("click", () => setTimeout(() => document.querySelector(%q).click(), 150), { once: true })`, begin), nil))
		f.press(begin)
		f.lift()
		f.do("wait for the room", chromedp.WaitVisible("#answer"), network.EmulateNetworkConditions(false, 0, -1, -1))
		f.do("see what is open", chromedp.Navigate(address+"/"), chromedp.WaitVisible(".continue"))
		if open := value[int](f.tab, `document.querySelectorAll('.continue a[href^="/interviews/"]').length`); open != 1 {
			f.t.Errorf("%d interviews are open", open)
		}
	})
}
