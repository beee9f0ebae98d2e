package main

import (
	"context"
	"fmt"
	"io"
	"net"
	"os"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"

	"github.com/viceconsul/viceconsul/interview/transcript"
)

// A link is the network between browser and server: it passes bytes on and can be cut.
type link struct {
	listener net.Listener
	server   string

	mu   sync.Mutex
	open []net.Conn
	dead bool // takes no connection
}

func newLink(t *testing.T, server string) *link {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	k := &link{listener: l, server: strings.TrimPrefix(server, "http://")}
	t.Cleanup(func() { l.Close(); k.cut() })
	go k.serve()
	return k
}

func (k *link) serve() {
	for {
		near, err := k.listener.Accept()
		if err != nil {
			return
		}
		far, err := net.Dial("tcp", k.server)
		if err != nil {
			near.Close()
			continue
		}
		k.carry(near, far)
	}
}

func (k *link) carry(near, far net.Conn) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.dead {
		near.Close()
		far.Close()
		return
	}
	k.open = append(k.open, near, far)
	go pass(near, far)
	go pass(far, near)
}

func pass(to, from net.Conn) {
	io.Copy(to, from) // ends when either side is closed, which is what a cut does
	to.Close()
	from.Close()
}

// cut drops every connection at once, as a tunnel does.
func (k *link) cut() {
	k.mu.Lock()
	defer k.mu.Unlock()
	for _, c := range k.open {
		c.Close()
	}
	k.open = nil
}

// down cuts and stays down, until it is up again.
func (k *link) down(dead bool) {
	k.mu.Lock()
	k.dead = dead
	k.mu.Unlock()
	if dead {
		k.cut()
	}
}

func (k *link) address() string { return "http://" + k.listener.Addr().String() }

// A tab is a page in a real Chromium.
type tab struct {
	t   *testing.T
	ctx context.Context
}

// newTab opens a Chromium with a profile of its own, which goes when the browser is gone.
func newTab(t *testing.T, more ...chromedp.ExecAllocatorOption) *tab {
	t.Helper()
	path := os.Getenv("CHROMIUM")
	if path == "" {
		path = "/usr/bin/chromium"
	}
	if _, err := os.Stat(path); err != nil {
		if os.Getenv("CI") != "" {
			t.Fatal("no Chromium")
		}
		t.Skip("no Chromium; scripts/testservices provides one")
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(path), chromedp.NoSandbox, chromedp.DisableGPU, chromedp.WindowSize(390, 844),
		chromedp.WSURLReadTimeout(time.Minute),
		chromedp.Flag("disable-background-networking", true), chromedp.Flag("disable-component-update", true), chromedp.Flag("disable-quic", true),
	)
	allocated, cancel := chromedp.NewExecAllocator(t.Context(), append(options, more...)...)
	t.Cleanup(cancel)
	ctx, cancel := chromedp.NewContext(allocated)
	t.Cleanup(cancel)
	ctx, cancel = context.WithTimeout(ctx, 6*time.Minute)
	t.Cleanup(cancel)
	return &tab{t, ctx}
}

// do runs steps in the browser or ends the test.
func (b *tab) do(doing string, steps ...chromedp.Action) {
	b.t.Helper()
	if err := chromedp.Run(b.ctx, steps...); err != nil {
		b.t.Fatalf("%s: %v", doing, err)
	}
}

// value evaluates an expression in the page.
func value[T any](b *tab, expression string) T {
	b.t.Helper()
	var v T
	b.do(expression, chromedp.Evaluate(expression, &v, awaited))
	return v
}

// declare opens a category's page, writes facts into it and begins the interview.
func (b *tab) declare(address, slug string, facts map[string]string) {
	b.t.Helper()
	b.hurry(address)
	b.do("choose the visa", chromedp.Click(`a[href="/profile/`+slug+`"]`), chromedp.WaitVisible("[data-saved]"))
	b.do("open every section", chromedp.Evaluate(`document.querySelectorAll("details").forEach((d) => (d.open = true))`, nil))
	for path, text := range facts {
		field := fmt.Sprintf(`[data-path=%q] :is(input, textarea, select)`, path)
		b.do("declare "+path, chromedp.SendKeys(field, text))
	}
	b.do("begin", chromedp.WaitVisible(`//*[@data-saved and contains(., "Saved ")]`), chromedp.Click(`button[value="begin"]`), chromedp.WaitVisible("#answer"))
}

// A page script that says what the applicant sees now.
const roomState = `(() => {
	const part = (name) => document.querySelector('[data-part="' + name + '"]')
	return {
		Line: part("line").textContent.trim(),
		Ready: !document.querySelector('.composer button[type="submit"]').disabled,
		Over: !part("graded").hidden,
		State: part("state").textContent.trim(),
		Decided: !part("slip").hidden,
		Turn: Number([...document.querySelectorAll(".said--officer[data-turn]")].at(-1)?.dataset.turn ?? 0),
	}
})()`

type room struct {
	Line, State          string
	Ready, Over, Decided bool
	Turn                 int // of the officer's last line
}

// await looks at the room until it is as wanted.
func (b *tab) await(what string, wanted func(room) bool) room {
	b.t.Helper()
	deadline := time.After(time.Minute)
	for {
		r := value[room](b, roomState)
		if wanted(r) {
			return r
		}
		select {
		case <-deadline:
			b.t.Fatalf("gave up waiting for %s; the room is %+v", what, r)
		case <-time.After(20 * time.Millisecond):
		}
	}
}

// rehearse answers every line until the transcript is graded. After the turns
// named it cuts the link, once before and once after the server can have heard.
func (b *tab) rehearse(k *link, answer func(line string) string, cuts map[int]bool) (typed []string) {
	b.t.Helper()
	last := ""
	for turn := 1; ; turn++ {
		r := b.await("the next line", func(r room) bool { return r.Over || r.Ready && r.Line != "" && r.Line != last })
		if r.Over {
			return typed
		}
		last = r.Line
		text := fmt.Sprintf("%s This is answer %d.", answer(r.Line), turn)
		typed = append(typed, text)
		b.do("answer", chromedp.SendKeys("#answer", text))
		if cuts[turn] && turn%2 == 0 {
			k.cut()
		}
		b.do("send", chromedp.Click(`.composer button[type="submit"]`))
		if cuts[turn] && turn%2 == 1 {
			k.cut()
		}
	}
}

// sealed fetches the graded transcript the browser is allowed to read.
func (b *tab) sealed() transcript.Transcript {
	b.t.Helper()
	text := value[string](b, `(async () => {
		const id = location.pathname.split("/")[2]
		return await (await fetch("/api/v1/interviews/" + id + "/transcript.json")).text()
	})()`)
	sealed, err := transcript.ReadTranscript([]byte(text))
	if err != nil {
		b.t.Fatalf("the transcript: %v", err)
	}
	return sealed
}

func TestF1JourneyThroughACutConnection(t *testing.T) {
	t.Parallel()
	environment := []string{"VICECONSUL_DATA=" + t.TempDir(), "DATABASE_URL="}
	s := newServer(t, environment...)
	k := newLink(t, s.address)
	b := newTab(t)
	b.declare(k.address(), "f1", map[string]string{
		"f1.school": "Example State University", "finance.sponsors": "father, civil engineer, USD 24,000 a year", "f1.major": "MS Data Science",
	})
	typed := b.rehearse(k, func(line string) string {
		if regexp.MustCompile(`(?i)pay|sponsor|fund`).MatchString(line) {
			return "My uncle in New Jersey pays for my studies."
		}
		return "I will study data science at Example State University, and my uncle pays for it."
	}, map[int]bool{2: true, 3: true})
	b.do("read the transcript", chromedp.Click(`[data-part="graded"] a`), chromedp.WaitVisible("mark", chromedp.ByQuery))

	sealed := b.sealed()
	var stored []string
	asked := map[string]bool{}
	for _, turn := range sealed.Turns {
		stored = append(stored, turn.Applicant)
		if asked[turn.Officer] {
			t.Errorf("asked twice: %q", turn.Officer)
		}
		asked[turn.Officer] = true
	}
	if strings.Join(stored, "\n") != strings.Join(typed, "\n") {
		t.Errorf("stored %q, typed %q", stored, typed)
	}
	page := value[string](b, `document.querySelector("main").innerText`)
	for _, want := range []string{"uncle", "father", "practice"} {
		if !strings.Contains(strings.ToLower(page), want) {
			t.Errorf("the transcript page does not say %q", want)
		}
	}
	marked := value[[]string](b, `[...document.querySelectorAll("mark")].map((m) => m.textContent)`)
	if !strings.Contains(strings.Join(marked, " "), "uncle") {
		t.Errorf("no mark on the swapped sponsor among %q", marked)
	}
	s.kill()
	id := strings.Split(value[string](b, "location.pathname"), "/")[2]
	checkRehearsed(t, openStore(t, environment), rehearsed{id: id, typed: typed, sealed: sealed})
}

// ties is any word about ties abroad, which an H-1B interview never has.
var ties = regexp.MustCompile(`(?i)\bties?\b|return home|come back|home country|residence abroad|214\(b\)`)

func TestH1BJourneyKnowsNoTies(t *testing.T) {
	t.Parallel()
	s := newServer(t, "VICECONSUL_DATA="+t.TempDir(), "DATABASE_URL=")
	k := newLink(t, s.address)
	b := newTab(t)
	var seen []string
	look := func() { seen = append(seen, value[string](b, "document.documentElement.outerHTML")) }
	b.declare(k.address(), "h1b", map[string]string{
		"h1b.petitioner": "Example Analytics Inc.", "h1b.job_title": "Data Engineer", "h1b.worksites": "Plano, TX", "h1b.wage_usd": "USD 112,000",
	})
	look()
	b.rehearse(k, func(string) string {
		return "I am a data engineer at Example Analytics in Plano and earn one hundred twelve thousand dollars a year."
	}, map[int]bool{2: true, 3: true})
	look()
	b.do("read the transcript", chromedp.Click(`[data-part="graded"] a`), chromedp.WaitVisible("mark", chromedp.ByQuery))
	look()
	for _, ending := range []string{"", ".json", ".md", ".html"} {
		seen = append(seen, value[string](b, fmt.Sprintf(`(async () => {
			const id = location.pathname.split("/")[2]
			return await (await fetch("/api/v1/interviews/" + id + %q)).text()
		})()`, map[bool]string{true: "", false: "/transcript" + ending}[ending == ""])))
	}
	for i, text := range seen {
		if found := ties.FindString(text); found != "" {
			t.Errorf("page or export %d of %d says %q", i+1, len(seen), found)
		}
	}
}

// TestNothingComesFromElsewhere holds the interview page to its own server.
func TestNothingComesFromElsewhere(t *testing.T) {
	t.Parallel()
	s := newServer(t, "VICECONSUL_DATA="+t.TempDir(), "DATABASE_URL=")
	b := newTab(t)
	var mu sync.Mutex
	var foreign []string
	chromedp.ListenTarget(b.ctx, func(ev any) {
		if e, ok := ev.(*network.EventRequestWillBeSent); ok && !strings.HasPrefix(e.Request.URL, s.address) {
			mu.Lock()
			foreign = append(foreign, e.Request.URL)
			mu.Unlock()
		}
	})
	b.do("watch the network", network.Enable())
	b.declare(s.address, "f1", map[string]string{"f1.school": "Example State University"})
	b.await("the first line", func(r room) bool { return r.Ready && r.Line != "" })
	mu.Lock()
	defer mu.Unlock()
	if len(foreign) > 0 {
		t.Errorf("pages asked others: %q", foreign)
	}
}
