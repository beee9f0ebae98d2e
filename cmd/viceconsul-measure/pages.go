package main

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"
)

// A slow phone: Chromium's own emulation.
const (
	slowLatency = 150       // milliseconds
	slowBytes   = 1.6e6 / 8 // a second
	slowdown    = 4         // of the processor
	rounds      = 5         // the median is shown
	typingSpeed = 2.5       // letters a second, on a phone; our working figure
	mostFacts   = 8         // taps
	mostSample  = 4         // taps
	paintTarget = "under 1 s"
)

// hands come from the start page to the first question, counting their taps.
type hands struct {
	*tab
	taps, letters int
}

func (h *hands) tap(selector string) error {
	h.taps++
	return h.do(chromedp.Click(selector, chromedp.ByQuery))
}

func (h *hands) write(selector, text string) error {
	h.letters += len(text)
	if err := h.tap(selector); err != nil {
		return err
	}
	return h.do(input.InsertText(text))
}

// firstQuestions measures the way from the start page, with three facts and with a sample.
func firstQuestions(b *browser, s *server) ([]figure, error) {
	facts, err := firstQuestion(b, s, func(h *hands) error {
		for path, text := range map[string]string{"f1.school": "Example State University", "finance.sponsors": "father", "f1.cost_year1": "USD 47,000"} {
			if err := h.write(fmt.Sprintf(`.opening [data-path=%q] :is(input, textarea)`, path), text); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	sample, err := firstQuestion(b, s, func(h *hands) error {
		if err := h.tap(`button[value="sample"]`); err != nil {
			return err
		}
		return h.do(chromedp.WaitVisible(`button[value="erase"]`))
	})
	if err != nil {
		return nil, err
	}
	return []figure{
		facts.figure("start to first question, three facts", "under 60 s, 8 taps", mostFacts),
		sample.figure("start to first question, sample applicant", "under 15 s, 4 taps", mostSample),
	}, nil
}

// A way is one from the start page to the first question.
type way struct {
	took          time.Duration
	taps, letters int
}

func (w way) figure(name, target string, most int) figure {
	value := fmt.Sprintf("%.1f s, %d taps", w.took.Seconds(), w.taps)
	if w.letters > 0 {
		value += fmt.Sprintf(", %d letters (%.0f s)", w.letters, float64(w.letters)/typingSpeed)
	}
	return figure{name, value, target, w.taps > most}
}

func firstQuestion(b *browser, s *server, declare func(*hands) error) (way, error) {
	t, err := b.tab()
	if err != nil {
		return way{}, err
	}
	defer t.close()
	h := &hands{tab: t}
	if err := h.do(chromedp.Navigate(s.address + "/")); err != nil {
		return way{}, err
	}
	began := time.Now()
	for _, step := range []func() error{
		func() error { return h.tap(`.visa a[href="/profile/f1"]`) },
		func() error { return h.do(chromedp.WaitVisible("[data-saved]")) },
		func() error { return declare(h) },
		func() error { return h.tap(`.opening button[value="begin"]`) },
		func() error { _, err := h.until(yourTurn); return err },
	} {
		if err := step(); err != nil {
			return way{}, err
		}
	}
	return way{time.Since(began), h.taps, h.letters}, nil
}

// paints measures when a slow phone first shows something of the start page and the room.
func paints(b *browser, s *server) (all []figure, err error) {
	for _, page := range []struct {
		name string
		path func(*tab) (string, error)
	}{
		{"first paint of start on a slow phone", func(*tab) (string, error) { return s.address + "/", nil }},
		{"first paint of the interview on a slow phone", func(t *tab) (string, error) { return t.room(s.address) }},
		{"first paint of a transcript on a slow phone", func(t *tab) (string, error) { return t.graded(s.address) }},
	} {
		var took []float64
		for range rounds {
			ms, err := firstPaint(b, page.path)
			if err != nil {
				return all, err
			}
			took = append(took, ms)
		}
		slices.Sort(took)
		all = append(all, figure{page.name, fmt.Sprintf("%.2f s (%.2f to %.2f)", took[rounds/2]/1e3, took[0]/1e3, took[rounds-1]/1e3), paintTarget, false})
	}
	return all, nil
}

func firstPaint(b *browser, path func(*tab) (string, error)) (ms float64, err error) {
	t, err := b.tab()
	if err != nil {
		return 0, err
	}
	defer t.close()
	address, err := path(t)
	if err != nil {
		return 0, err
	}
	err = t.do(chromedp.Navigate("about:blank"), network.Enable(), network.ClearBrowserCache(), network.SetBypassServiceWorker(true),
		network.EmulateNetworkConditions(false, slowLatency, slowBytes, slowBytes), emulation.SetCPUThrottlingRate(slowdown),
		chromedp.Navigate(address))
	if err != nil {
		return 0, err
	}
	const painted = `performance.getEntriesByName("first-contentful-paint")[0]?.startTime`
	if _, err := t.until(painted + " > 0"); err != nil {
		return 0, err
	}
	return evaluate[float64](t, painted)
}

// graded holds a short interview and returns the address of its transcript.
func (t *tab) graded(address string) (string, error) {
	if err := t.sit(address); err != nil {
		return "", err
	}
	err := t.do(input.InsertText("My father pays; he is a civil engineer."), chromedp.Click(".composer [type=submit]"),
		chromedp.WaitEnabled(".composer [type=submit]"), chromedp.Click(`[data-part="end"]`), chromedp.Click(`[data-part="finish"]`, chromedp.NodeVisible))
	if err != nil {
		return "", err
	}
	if _, err := t.until(over); err != nil {
		return "", err
	}
	return evaluate[string](t, `document.querySelector('[data-part="graded"] a').href`)
}

const (
	mostScript   = 40_000  // bytes, packed
	mostAll      = 100_000 // bytes, packed
	mostRequests = 12
)

// weights measures what the room asks for until the first question is there, of somebody
// whose browser keeps nothing of it yet.
func weights(b *browser, s *server) ([]figure, error) {
	t, err := b.tab()
	if err != nil {
		return nil, err
	}
	defer t.close()
	address, err := t.room(s.address)
	if err != nil {
		return nil, err
	}
	if err := t.do(chromedp.Navigate("about:blank"), network.Enable(), network.ClearBrowserCache(), network.SetBypassServiceWorker(true)); err != nil {
		return nil, err
	}
	loads := watch(t)
	if err := t.do(chromedp.Navigate(address)); err != nil {
		return nil, err
	}
	if _, err := t.until(yourTurn); err != nil {
		return nil, err
	}
	w := loads()
	return []figure{
		{"script of the interview page, packed", fmt.Sprintf("%.1f kB", w.script/1e3), "40 kB", w.script == 0 || w.script > mostScript},
		{"all for the first question, packed", fmt.Sprintf("%.1f kB", w.all/1e3), "100 kB", w.all > mostAll},
		{"requests for the first question", fmt.Sprintf("%d: %s", len(w.urls), strings.Join(w.names(), " ")), "12", len(w.urls) > mostRequests},
		{"requests to others", fmt.Sprint(w.foreign(s.address)), "0", w.foreign(s.address) > 0},
	}, nil
}

// A weight is what a page asked for.
type weight struct {
	script, all float64
	urls        []string
}

func (w weight) foreign(address string) (n int) {
	for _, url := range w.urls {
		if !strings.HasPrefix(url, address) && !strings.HasPrefix(url, "ws"+strings.TrimPrefix(address, "http")) {
			n++
		}
	}
	return n
}

// watch notes what the tab asks for from now on.
func watch(t *tab) func() weight {
	var mu sync.Mutex
	var w weight
	scripts, urls := map[network.RequestID]bool{}, map[network.RequestID]string{}
	chromedp.ListenTarget(t.ctx, func(ev any) {
		mu.Lock()
		defer mu.Unlock()
		switch ev := ev.(type) {
		case *network.EventRequestWillBeSent:
			urls[ev.RequestID] = ev.Request.URL
			scripts[ev.RequestID] = ev.Type == network.ResourceTypeScript
		case *network.EventRequestServedFromCache:
			delete(urls, ev.RequestID) // asked of nobody
		case *network.EventResponseReceived:
			if ev.Response.FromDiskCache {
				delete(urls, ev.RequestID)
			}
		case *network.EventWebSocketCreated:
			urls[ev.RequestID] = ev.URL
		case *network.EventLoadingFinished:
			w.all += ev.EncodedDataLength
			if scripts[ev.RequestID] {
				w.script += ev.EncodedDataLength
			}
		}
	})
	return func() weight {
		mu.Lock()
		defer mu.Unlock()
		w.urls = slices.Sorted(maps.Values(urls))
		return w
	}
}

// names are the last parts of what was asked for.
func (w weight) names() (all []string) {
	for _, url := range w.urls {
		all = append(all, url[strings.LastIndex(url, "/")+1:])
	}
	return all
}
