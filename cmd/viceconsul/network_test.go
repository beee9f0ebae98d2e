package main

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/inspector"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/target"
	"github.com/chromedp/chromedp"
)

// again opens another tab in the same browser, with what the browser keeps.
func (b *tab) again() *tab {
	b.t.Helper()
	ctx, cancel := chromedp.NewContext(b.ctx)
	b.t.Cleanup(cancel)
	return &tab{b.t, ctx}
}

// apart opens a tab of another person in the same browser.
func (b *tab) apart() *tab {
	b.t.Helper()
	var id target.ID
	b.do("open a window", chromedp.ActionFunc(func(ctx context.Context) error {
		browser := cdp.WithExecutor(ctx, chromedp.FromContext(ctx).Browser)
		person, err := target.CreateBrowserContext().Do(browser)
		if err != nil {
			return err
		}
		id, err = target.CreateTarget("about:blank").WithBrowserContextID(person).WithNewWindow(true).Do(browser)
		return err
	}))
	ctx, cancel := chromedp.NewContext(b.ctx, chromedp.WithTargetID(id))
	b.t.Cleanup(cancel)
	return &tab{b.t, ctx}
}

// hurry opens the start page and chooses not to wait while the officer types.
func (b *tab) hurry(address string) {
	b.t.Helper()
	b.do("open the start page", chromedp.Navigate(address+"/"))
	b.do("do not wait", chromedp.Evaluate(`localStorage.setItem("viceconsul.room.silence", "off")`, nil))
}

// A disturbance comes at random moments, most times at the most.
type disturbance struct {
	random *rand.Rand
	pause  time.Duration // at most, before each
	most   int
	act    func()
}

// endure rehearses one interview while it is disturbed, and holds the transcript and
// the page to what was typed. It returns how often it was disturbed.
func (b *tab) endure(address, name string, d disturbance) (disturbed int) {
	b.t.Helper()
	b.start(address, fmt.Sprintf(`{"category":"F-1","officer":{"seed":%d,"patient":true},"profile":{"finance":{"sponsors":[{"relationship":"father"}]}}}`, d.random.Int64N(1<<40)))
	over := make(chan struct{})
	var wait sync.WaitGroup
	wait.Go(func() {
		for disturbed < d.most {
			select {
			case <-over:
				return
			case <-time.After(time.Duration(d.random.Int64N(int64(d.pause)))): // a random moment is what is tested
				d.act()
				disturbed++
			}
		}
	})
	typed := b.answerAll(name)
	close(over)
	wait.Wait()
	var stored []string
	for _, turn := range b.sealed().Turns {
		stored = append(stored, turn.Applicant)
	}
	if !slices.Equal(stored, typed) {
		b.t.Errorf("%s: stored %q, typed %q", name, stored, typed)
	}
	shown := value[[]string](b, `[...document.querySelectorAll(".said--applicant .said__text")].map((said) => said.textContent)`)
	if !slices.Equal(shown, typed) {
		b.t.Errorf("%s: the room shows %q, typed %q", name, shown, typed)
	}
	return disturbed
}

// answerAll answers until the transcript is graded.
func (b *tab) answerAll(name string) (typed []string) {
	b.t.Helper()
	for turn := 0; ; {
		r := b.await("the next line", func(r room) bool { return r.Over || r.Ready && r.Turn > turn })
		if r.Over {
			return typed
		}
		turn = r.Turn
		text := fmt.Sprintf("My father pays, this is answer %d of %s.", len(typed)+1, name)
		typed = append(typed, text)
		b.do("answer", chromedp.SendKeys("#answer", text), chromedp.Click(`.composer button[type="submit"]`))
	}
}

// seeded is a source of random moments that can be had again.
func seeded(t *testing.T) *rand.Rand {
	seed := rand.Uint64()
	t.Logf("seed %d", seed)
	return rand.New(rand.NewPCG(seed, 0))
}

// The connection is cut at 200 random moments in four rooms: every answer that was sent
// is there once, in order, in the store, the transcript and the room.
func TestRoomsThroughCuts(t *testing.T) {
	t.Parallel()
	const rooms = 4
	each := 50
	if testing.Short() {
		each = 10
	}
	random := seeded(t)
	s := newServer(t, "VICECONSUL_DATA="+t.TempDir(), "DATABASE_URL=", "VICECONSUL_LIMIT_INTERVIEWS=100000")
	first := newTab(t)
	first.do("start the browser")
	var wait sync.WaitGroup
	for n := range rooms {
		b := first.apart()
		k := newLink(t, s.address)
		mine := rand.New(rand.NewPCG(random.Uint64(), 0))
		complaints := b.complaints(k.address())
		wait.Go(func() {
			b.hurry(k.address())
			for cuts, i := 0, 1; cuts < each; i++ {
				cuts += b.endure(k.address(), fmt.Sprintf("room %d interview %d", n, i), disturbance{mine, 400 * time.Millisecond, each - cuts, k.cut})
			}
			if all := complaints(); len(all) > 0 {
				t.Errorf("room %d complains: %q", n, all)
			}
		})
	}
	wait.Wait()
}

// The server is killed ten times and comes back with the same data at the same address,
// while a room is open.
func TestRoomsThroughKills(t *testing.T) {
	t.Parallel()
	for name, env := range stores() {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			kills := 10
			if testing.Short() {
				kills = 3
			}
			random := seeded(t)
			s := newServer(t, append(env(t), "VICECONSUL_LIMIT_INTERVIEWS=100000")...)
			b := newTab(t)
			b.hurry(s.address)
			complaints := b.complaints(s.address)
			for killed, n := 0, 1; killed < kills; n++ {
				killed += b.endure(s.address, fmt.Sprintf("interview %d", n), disturbance{random, time.Second, kills - killed, func() { s.kill(); s.start() }})
			}
			if all := complaints(); len(all) > 0 {
				t.Errorf("the room complains: %q", all)
			}
		})
	}
}

// crash kills the tab's process, as a phone does that needs the memory.
func (b *tab) crash() {
	b.t.Helper()
	crashed := make(chan struct{})
	ctx, cancel := context.WithCancel(b.ctx)
	defer cancel()
	chromedp.ListenTarget(ctx, func(ev any) {
		if _, ok := ev.(*inspector.EventTargetCrashed); ok {
			close(crashed)
		}
	})
	go chromedp.Run(ctx, inspector.Enable(), page.Crash()) // a crashed page does not answer
	select {
	case <-crashed:
	case <-time.After(time.Minute):
		b.t.Fatal("the tab does not crash")
	}
}

// A tab is killed with unsent words in it: they are there again in the next one, those
// of the composer unsent, those that were sent into a dead network once in the transcript,
// those of the profile in their fields.
func TestKilledTabLosesNoWords(t *testing.T) {
	t.Parallel()
	s := newServer(t, "VICECONSUL_DATA="+t.TempDir(), "DATABASE_URL=")
	k := newLink(t, s.address)
	first := newTab(t)
	first.hurry(k.address())
	b := first.again()
	b.start(k.address(), plain)
	address := value[string](b, "location.href")
	b.do("write a draft", chromedp.SendKeys("#answer", "Words that nobody has sent"))
	b.crash()

	b = first.again()
	b.do("open the room", chromedp.Navigate(address), chromedp.WaitVisible("#answer"))
	b.await("the room", func(r room) bool { return r.Ready })
	if draft := value[string](b, `document.querySelector("#answer").value`); draft != "Words that nobody has sent" {
		t.Errorf("the draft is %q", draft)
	}
	k.down(true)
	b.do("send into a dead network", chromedp.Click(`.composer button[type="submit"]`), chromedp.SendKeys("#answer", "And more"))
	b.crash()

	k.down(false)
	b = first.again()
	b.do("open the room", chromedp.Navigate(address), chromedp.WaitVisible("#answer"))
	b.await("the next line", func(r room) bool { return r.Ready && r.Turn > 1 })
	if draft := value[string](b, `document.querySelector("#answer").value`); draft != "And more" {
		t.Errorf("the draft is %q", draft)
	}
	b.end()
	b.await("the grade", func(r room) bool { return r.Over })
	if turns := b.sealed().Turns; len(turns) == 0 || turns[0].Applicant != "Words that nobody has sent" || len(turns) > 1 && turns[1].Applicant != "" {
		t.Errorf("the transcript has %+v", turns)
	}
	first.killedOnTheProfile(k)
}

// killedOnTheProfile kills a tab that could not save.
func (b *tab) killedOnTheProfile(k *link) {
	b.t.Helper()
	p := b.again()
	p.do("open the profile", chromedp.Navigate(k.address()+"/profile/f1"), chromedp.WaitVisible("#f-f1-school", chromedp.ByQuery))
	k.down(true)
	p.do("declare", chromedp.SendKeys("#f-f1-school", "Example State University", chromedp.ByQuery), chromedp.WaitVisible(`//*[@data-saved and contains(., "kept on this device")]`))
	p.crash()
	k.down(false)
	p = b.again()
	p.do("open the profile", chromedp.Navigate(k.address()+"/profile/f1"), chromedp.WaitVisible(`//*[@data-saved and contains(., "Saved ")]`))
	if school := value[string](p, `document.querySelector("#f-f1-school").value`); school != "Example State University" {
		b.t.Errorf("the profile says %q", school)
	}
}
