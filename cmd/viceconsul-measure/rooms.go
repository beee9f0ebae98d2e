package main

import (
	"context"
	"fmt"
	"slices"
	"time"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

const mostTurn = 2_000 // bytes on the wire, both ways

// answer sends an answer and waits for the next line, or for the grade.
func (t *tab) answer(text string) error {
	before, err := evaluate[int](t, `document.querySelectorAll(".said--officer").length`)
	if err != nil {
		return err
	}
	if err := t.do(chromedp.Focus("#answer"), input.InsertText(text), chromedp.Click(".composer [type=submit]")); err != nil {
		return err
	}
	_, err = t.until(fmt.Sprintf(`%s || document.querySelectorAll(".said--officer").length > %d && %s`, over, before, yourTurn))
	return err
}

// turns measures what a typed turn costs on the wire, from its first letter to the next
// line of the officer.
func turns(b *browser, s *server) ([]figure, error) {
	w, err := newWire(s)
	if err != nil {
		return nil, err
	}
	t, err := b.tab()
	if err != nil {
		return nil, err
	}
	defer t.close()
	if err := t.sit(w.address()); err != nil {
		return nil, err
	}
	var bytes []int64
	for n := range 5 {
		before := w.carried.Load()
		if err := t.answer(fmt.Sprintf("My father pays for it; he is a civil engineer at the port, as I wrote in the form, line %d.", n)); err != nil {
			return nil, err
		}
		bytes = append(bytes, w.carried.Load()-before)
	}
	slices.Sort(bytes)
	most := bytes[len(bytes)-1]
	return []figure{{"bytes of a typed turn, both ways", fmt.Sprintf("%d to %d", bytes[0], most), "2 kB", most > mostTurn}}, nil
}

// notes what live regions are told, from the first moment of the page.
const listen = `globalThis.told = []
new MutationObserver((changes) => {
	for (const { target, addedNodes } of changes) {
		const at = target.nodeType === Node.TEXT_NODE ? target.parentElement : target
		const live = at?.closest("[aria-live], [role=status], [role=alert], [role=log]")
		if (live) for (const node of addedNodes.length ? addedNodes : [target]) told.push(node.textContent)
	}
}).observe(document, { subtree: true, childList: true, characterData: true })`

// readOut counts how often each line of the officer is read out, over an interview with
// a page load and a broken connection in it.
func readOut(b *browser, s *server) ([]figure, error) {
	t, err := b.tab()
	if err != nil {
		return nil, err
	}
	defer t.close()
	if err := t.do(chromedp.ActionFunc(func(ctx context.Context) error {
		_, err := page.AddScriptToEvaluateOnNewDocument(listen).Do(ctx)
		return err
	})); err != nil {
		return nil, err
	}
	if err := t.sit(s.address); err != nil {
		return nil, err
	}
	for n := range 5 {
		if err := t.answer(fmt.Sprintf("My father pays for it; he is a civil engineer, line %d.", n)); err != nil {
			return nil, err
		}
	}
	times, err := evaluate[[]int](t, `[...document.querySelectorAll(".said--officer .said__text")].map((said) => told.filter((text) => text.includes(said.textContent)).length)`)
	if err != nil {
		return nil, err
	}
	own, err := evaluate[int](t, `told.filter((text) => text.includes("My father pays")).length`)
	if err != nil {
		return nil, err
	}
	return []figure{
		{"announcements of each officer's line", fmt.Sprint(times), "1", slices.Min(times) != 1 || slices.Max(times) != 1},
		{"announcements of the applicant's own words", fmt.Sprint(own), "0", own > 0},
	}, nil
}

const connection = `document.querySelector('[data-part="room"]').dataset.connection`

// deadNetworks measures how long a network that went dead is not told, after an answer
// and without one, and how long coming back takes.
func deadNetworks(b *browser, s *server) (all []figure, err error) {
	for _, how := range []struct {
		name   string
		answer bool
		online bool // the device says when its network has gone and is back
		out    time.Duration
	}{
		{"after an answer", true, false, 0},
		{"while nothing is sent", false, false, 0},
		{"for half a minute, told by the device", true, true, 30 * time.Second},
		{"for half a minute, not told by it", true, false, 30 * time.Second},
	} {
		shown, resumed, err := deadNetwork(b, s, how.answer, how.online, how.out)
		if err != nil {
			return all, err
		}
		all = append(all, figure{"dead network shown, " + how.name, fmt.Sprintf("%.1f s", shown.Seconds()), "10 s", false},
			figure{"  and resumed after its return", fmt.Sprintf("%.1f s", resumed.Seconds()), "3 s", false})
	}
	return all, nil
}

func deadNetwork(b *browser, s *server, answer, online bool, out time.Duration) (shown, resumed time.Duration, err error) {
	w, err := newWire(s)
	if err != nil {
		return 0, 0, err
	}
	t, err := b.tab()
	if err != nil {
		return 0, 0, err
	}
	defer t.close()
	if err := t.sit(w.address()); err != nil {
		return 0, 0, err
	}
	w.die()
	gone := time.Now()
	if online {
		if err := t.do(network.Enable(), network.EmulateNetworkConditions(true, 0, -1, -1)); err != nil {
			return 0, 0, err
		}
	}
	if answer {
		if err := t.do(chromedp.Focus("#answer"), input.InsertText("My father, sir."), chromedp.Click(".composer [type=submit]")); err != nil {
			return 0, 0, err
		}
	}
	if _, err = t.until(`["reconnecting", "offline"].includes(` + connection + `)`); err != nil {
		return 0, 0, err
	}
	shown = time.Since(gone)
	time.Sleep(out) // the length of the outage is what is measured
	w.revive()
	back := time.Now()
	if online {
		if err := t.do(network.EmulateNetworkConditions(false, 0, -1, -1)); err != nil {
			return 0, 0, err
		}
	}
	_, err = t.until(connection + ` === "connected"`)
	return shown, time.Since(back), err
}
