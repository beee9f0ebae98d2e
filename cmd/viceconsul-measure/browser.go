package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/cdproto/target"
	"github.com/chromedp/chromedp"
)

// A browser is a Chromium without a window.
type browser struct {
	ctx   context.Context
	close func()
}

const (
	phoneWidth, phoneHeight = 390, 844
	patience                = 2 * time.Minute // for anything that should happen by itself
)

var errNoChromium = errors.New("no Chromium; CHROMIUM names one")

func openBrowser(ctx context.Context) (*browser, error) {
	name := os.Getenv("CHROMIUM")
	if name == "" {
		name = "chromium"
	}
	path, err := exec.LookPath(name)
	if err != nil {
		return nil, errNoChromium
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(path), chromedp.NoSandbox, chromedp.DisableGPU, chromedp.WindowSize(phoneWidth, phoneHeight), chromedp.WSURLReadTimeout(patience),
		chromedp.Flag("disable-background-networking", true), chromedp.Flag("disable-component-update", true),
	)
	allocated, stop := chromedp.NewExecAllocator(ctx, options...)
	ctx, cancel := chromedp.NewContext(allocated, chromedp.WithErrorf(func(string, ...any) {})) // events newer than the library
	b := &browser{ctx, func() { cancel(); stop() }}
	if err := chromedp.Run(ctx); err != nil {
		b.close()
		return nil, fmt.Errorf("start Chromium: %w", err)
	}
	return b, nil
}

// A tab is a page of a person who was never here before.
type tab struct {
	ctx   context.Context
	close func()
}

func (b *browser) tab() (*tab, error) {
	var id target.ID
	err := chromedp.Run(b.ctx, chromedp.ActionFunc(func(ctx context.Context) error {
		all := cdp.WithExecutor(ctx, chromedp.FromContext(ctx).Browser)
		person, err := target.CreateBrowserContext().Do(all)
		if err != nil {
			return err
		}
		id, err = target.CreateTarget("about:blank").WithBrowserContextID(person).WithNewWindow(true).Do(all)
		return err
	}))
	if err != nil {
		return nil, fmt.Errorf("open a tab: %w", err)
	}
	ctx, cancel := chromedp.NewContext(b.ctx, chromedp.WithTargetID(id))
	t := &tab{ctx, cancel}
	return t, t.do(chromedp.EmulateViewport(phoneWidth, phoneHeight))
}

// do runs steps, and gives up after a while.
func (t *tab) do(steps ...chromedp.Action) error {
	if err := chromedp.Run(t.ctx); err != nil { // attaches to the tab, for as long as the tab lives
		return err
	}
	ctx, cancel := context.WithTimeout(t.ctx, patience)
	defer cancel()
	return chromedp.Run(ctx, steps...)
}

// evaluate is what an expression is in the page.
func evaluate[T any](t *tab, expression string) (v T, err error) {
	err = t.do(chromedp.Evaluate(expression, &v, func(p *runtime.EvaluateParams) *runtime.EvaluateParams { return p.WithAwaitPromise(true) }))
	if err != nil {
		err = fmt.Errorf("%.80s: %w", expression, err)
	}
	return v, err
}

// until waits for an expression to be true, and says how long that took. A page that is
// just being left cannot be asked, and is asked again.
func (t *tab) until(expression string) (time.Duration, error) {
	for began := time.Now(); ; {
		seen, err := evaluate[bool](t, "Boolean("+expression+")")
		switch took := time.Since(began); {
		case seen:
			return took, nil
		case took > patience || t.ctx.Err() != nil:
			return took, fmt.Errorf("gave up waiting for %.80s: %w", expression, errors.Join(err, t.ctx.Err()))
		}
		select {
		case <-t.ctx.Done():
		case <-time.After(20 * time.Millisecond):
		}
	}
}

// What the room shows when it is the applicant's turn, and when all is graded.
const (
	yourTurn = `document.querySelector('[data-part="line"]')?.textContent && !document.querySelector(".composer [type=submit]").disabled`
	over     = `document.querySelector('[data-part="graded"]')?.hidden === false`
)

// room begins an interview and returns the address of its room, without opening it.
func (t *tab) room(address string) (string, error) {
	if err := t.do(chromedp.Navigate(address + "/")); err != nil {
		return "", err
	}
	return evaluate[string](t, fmt.Sprintf(`(async () => {
		localStorage.setItem("viceconsul.room.silence", "off")
		const made = await fetch("/api/v1/interviews", { method: "POST", headers: { "Content-Type": "application/json" },
			body: JSON.stringify({ category: "F-1", officer: { seed: 3 }, profile: { finance: { sponsors: [{ relationship: "father", occupation: "civil engineer" }] } } }) })
		return %q + "/interviews/" + (await made.json()).id
	})()`, address))
}

// sit opens a new room and waits for the first question.
func (t *tab) sit(address string) error {
	room, err := t.room(address)
	if err != nil {
		return err
	}
	if err := t.do(chromedp.Navigate(room)); err != nil {
		return err
	}
	_, err = t.until(yourTurn)
	return err
}
