package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// A screen is a page in one state, and how to come to it.
type screen struct {
	name, path string
	steps      []chromedp.Action
}

// sampled fills a category's profile with its sample applicant.
func (b *tab) sampled(address, slug string) {
	b.t.Helper()
	b.do("open the profile", chromedp.Navigate(address+"/profile/"+slug))
	b.do("take the sample", chromedp.Click(`button[value="sample"]`), chromedp.WaitVisible(`button[value="erase"]`))
}

// doubtful is an invented visitor's profile that shows many things to ask about.
const doubtful = `{"trip.purpose":"observership at Example Medical Center","trip.payer":"self","trip.cost_usd":"USD 6,200",
	"trip.arrival_date":"2027-06-05","trip.length_of_stay":"3 weeks","finance.liquid_funds":"USD 3,000",
	"finance.large_recent_deposits":"March 2027, USD 2,000, gift of an uncle","us_history.prior_refusals":"March 2022 in Karachi, B1/B2, 214(b)",
	"family.us_immediate_relatives":"sister, US citizen","employment.gaps":"January 2023 to September 2023, exam preparation",
	"identity.nationality":"Nigeria","identity.country_of_residence":"Nigeria","application.interview_country":"Ghana","passport.expires":"2027-09-01"}`

// keep saves a profile as its page does while somebody types.
func (b *tab) keep(slug, texts string) {
	b.t.Helper()
	b.do("scripts for the test", emulation.SetScriptExecutionDisabled(false))
	status := value[int](b, fmt.Sprintf(`fetch("/api/v1/profiles/%s", {
		method: "PUT", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ texts: %s }),
	}).then((answer) => answer.status)`, slug, texts))
	if status != 200 {
		b.t.Fatalf("save the profile: status %d", status)
	}
	b.do("no scripts", emulation.SetScriptExecutionDisabled(true))
}

// complaints collects script errors, violations of the policy and requests to others.
func (b *tab) complaints(address string) func() []string {
	b.t.Helper()
	var mu sync.Mutex
	var all []string
	note := func(text string) {
		mu.Lock()
		defer mu.Unlock()
		all = append(all, text)
	}
	chromedp.ListenTarget(b.ctx, func(ev any) {
		switch ev := ev.(type) {
		case *network.EventRequestWillBeSent:
			if !strings.HasPrefix(strings.TrimPrefix(ev.Request.URL, "blob:"), address) {
				note("asks " + ev.Request.URL)
			}
		case *runtime.EventExceptionThrown:
			note("script: " + ev.ExceptionDetails.Error())
		case *log.EventEntryAdded:
			if ev.Entry.Level == log.LevelError && ev.Entry.Source != log.SourceNetwork { // a status of 422 is no fault
				note(ev.Entry.Text)
			}
		}
	})
	b.do("watch the page", network.Enable(), log.Enable())
	return func() []string {
		mu.Lock()
		defer mu.Unlock()
		return all
	}
}

// picture keeps the whole page where PAGE_SHOTS names a directory.
func (b *tab) picture(name string) {
	b.t.Helper()
	dir := os.Getenv("PAGE_SHOTS")
	if dir == "" {
		return
	}
	var shot []byte
	long := value[bool](b, `document.documentElement.scrollHeight > innerHeight`) // a short page is shifted where it stands right to left
	b.do("picture "+name, chromedp.ActionFunc(func(ctx context.Context) (err error) {
		shot, err = page.CaptureScreenshot().WithCaptureBeyondViewport(long).Do(ctx)
		return err
	}))
	if err := os.WriteFile(filepath.Join(dir, name+".png"), shot, 0o600); err != nil {
		b.t.Fatal(err)
	}
}

// printed holds the page as it goes to paper to what paper can do, and keeps it where
// PAGE_SHOTS names a directory.
func (b *tab) printed(name string) {
	b.t.Helper()
	b.do("set the paper", emulation.SetEmulatedMedia().WithMedia("print"), chromedp.EmulateViewport(794, 1123))
	b.picture(name + "-print")
	b.onPaper(name)
	b.do("set the screen", emulation.SetEmulatedMedia().WithMedia(""))
}

// Every screen passes every look, asks nobody else, and works where scripts are off.
func TestScreens(t *testing.T) {
	t.Parallel()
	s := newServer(t, "VICECONSUL_DATA="+t.TempDir(), "DATABASE_URL=")
	b := newTab(t)
	complaints := b.complaints(s.address)
	b.do("no scripts", emulation.SetScriptExecutionDisabled(true))
	screens := []screen{
		{name: "start", path: "/"},
		{name: "status", path: "/status"},
		{name: "try", path: "/try"},
		{name: "try-graded", path: "/try?visa=f1", steps: []chromedp.Action{
			chromedp.SendKeys("#answer", "Well, my uncle in New Jersey, he will pay for all of it."), chromedp.Click(`main button[type="submit"]`), chromedp.WaitVisible("#graded", chromedp.ByQuery),
		}},
		{name: "try-empty", path: "/try?visa=h1b", steps: []chromedp.Action{chromedp.Click(`main button[type="submit"]`), chromedp.WaitVisible(`#answer[aria-invalid]`, chromedp.ByQuery)}},
	}
	b.show(s.address, screens)
	b.sampled(s.address, "f1")
	b.sampled(s.address, "h1b")
	b.keep("b1b2", doubtful)
	b.show(s.address, []screen{
		{name: "start-continue", path: "/"}, {name: "cases", path: "/case"}, {name: "case-f1", path: "/case/f1"},
		{name: "case-h1b", path: "/case/h1b"}, {name: "case-empty", path: "/case/b2"}, {name: "case-doubts", path: "/case/b1b2"}, {name: "profile", path: "/profile/f1"},
	})
	first := b.graded(`{"category":"F-1","profile":{"finance":{"sponsors":[{"relationship":"father"}]}}}`, "My uncle in New Jersey pays for everything.")
	second := b.graded(`{"category":"F-1","mode":"coach","profile":{"finance":{"sponsors":[{"relationship":"father"}]}}}`, "My father. He is a civil engineer.")
	b.show(s.address, []screen{
		{name: "transcript", path: "/interviews/" + first + "/transcript"},
		{name: "erase", path: "/interviews/" + first + "/transcript", steps: []chromedp.Action{
			chromedp.Click(`form[action$="/delete"] button`), chromedp.WaitVisible(`button[value="yes"]`),
		}},
		{name: "progress", path: "/progress"}, {name: "compare", path: "/compare?a=" + first + "&b=" + second},
		{name: "drills", path: "/drills/f1"}, {name: "drill", path: "/drills/f1/numbers"}, {name: "refusal", path: "/refusal/f1"}, {name: "story", path: "/story/f1"},
		{name: "record", path: "/record"}, {name: "nothing-here", path: "/nowhere"},
	})
	if all := complaints(); len(all) > 0 {
		t.Errorf("the pages complain: %q", all)
	}
}

// graded holds an interview of one answer from the page that is open, and names it.
func (b *tab) graded(order, answer string) string {
	b.t.Helper()
	b.do("scripts for the test", emulation.SetScriptExecutionDisabled(false))
	id := value[string](b, fmt.Sprintf(`(async () => {
		const made = await fetch("/api/v1/interviews", { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(%s) })
		const { id, socket: path } = await made.json()
		const socket = new WebSocket(path, "viceconsul.v1")
		const say = (message) => socket.send(JSON.stringify(message))
		await new Promise((done) => {
			socket.onopen = () => say({ type: "hello" })
			socket.onmessage = ({ data }) => {
				const { type, interview } = JSON.parse(data)
				if (type === "welcome") say({ type: "answer", id: crypto.randomUUID(), turn: interview.turns[0].turn, text: %q })
				if (type === "ack") say({ type: "end" })
				if (type === "graded") done()
			}
		})
		return id
	})()`, order, answer))
	b.do("no scripts", emulation.SetScriptExecutionDisabled(true))
	return id
}

// show opens each screen and looks at it.
func (b *tab) show(address string, screens []screen) {
	b.t.Helper()
	for _, sc := range screens {
		b.do("open "+sc.name, append([]chromedp.Action{chromedp.EmulateViewport(390, 844), media("light"), chromedp.Navigate(address + sc.path)}, sc.steps...)...)
		b.look(sc.name)
	}
}
