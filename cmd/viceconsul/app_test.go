package main

import (
	"bytes"
	"io"
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/chromedp/chromedp"
)

// A road leads to a server. It can be closed, and say that the shell is a newer one.
type road struct {
	*httptest.Server
	closed, newer atomic.Bool
}

var shellName = regexp.MustCompile(`"name":"viceconsul/static/[0-9a-f]+/"`)

func newRoad(t *testing.T, address string) *road {
	t.Helper()
	to, err := url.Parse(address)
	if err != nil {
		t.Fatal(err)
	}
	r := &road{}
	through := httputil.NewSingleHostReverseProxy(to)
	through.ModifyResponse = func(res *http.Response) error {
		if !r.newer.Load() || res.Request.URL.Path != "/worker.js" {
			return nil
		}
		body, err := io.ReadAll(res.Body)
		if err != nil {
			return err
		}
		body = shellName.ReplaceAll(body, []byte(`"name":"viceconsul/static/newer/"`))
		res.Body = io.NopCloser(bytes.NewReader(body))
		res.Header.Del("Content-Length")
		res.ContentLength = -1
		return nil
	}
	r.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, q *http.Request) {
		if r.closed.Load() {
			panic(http.ErrAbortHandler) // the connection ends without an answer
		}
		q.Header.Del("Accept-Encoding") // what is changed on the way is read as it is
		through.ServeHTTP(w, q)
	}))
	t.Cleanup(r.Close)
	return r
}

// shut leaves the browser without a network.
func (r *road) shut() {
	r.closed.Store(true)
	r.CloseClientConnections()
}

// keptShells are the names of the shells in the browser, and the addresses in them.
const keptShells = `(async () => {
	const names = await caches.keys()
	const files = await Promise.all(names.map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname)))
	return [names, files.flat()]
})()`

// The app opens without a network and says so; what was written is there when the
// network is back; a new version takes the place of the old one; nothing of anybody is
// in what the browser keeps.
func TestAppOpensOffline(t *testing.T) {
	t.Parallel()
	s := newServer(t, "VICECONSUL_DATA="+t.TempDir(), "DATABASE_URL=")
	r := newRoad(t, s.address)
	b := newTab(t)
	b.do("open the start page", chromedp.Navigate(r.URL+"/"))
	value[bool](b, `navigator.serviceWorker.ready.then(() => true)`)
	b.start(r.URL, plain)
	at := value[string](b, `location.href`)
	b.do("write", chromedp.SendKeys("#answer", "My father, a civil engineer in Quuxland"))

	r.shut()
	b.do("load again without a network", chromedp.Reload(), chromedp.WaitVisible(`//h1[.="Offline"]`))
	b.do("read what is kept", chromedp.WaitVisible(`//*[@data-kept and contains(., "1 unsent text is kept here")]`))
	for _, rule := range b.broken() {
		t.Errorf("offline: %s", rule)
	}
	b.reflow("offline")
	b.do("open the start page", chromedp.Navigate(r.URL+"/"), chromedp.WaitVisible(`//h1[.="Offline"]`))

	r.closed.Store(false)
	r.newer.Store(true)
	b.do("come back", chromedp.Navigate(at), chromedp.WaitVisible("#answer"))
	if draft := value[string](b, `document.querySelector("#answer").value`); draft != "My father, a civil engineer in Quuxland" {
		t.Errorf("the draft is %q", draft)
	}
	b.await("the room", func(r room) bool { return r.Ready })
	b.end()
	b.await("the grade", func(r room) bool { return r.Over })

	b.do("open the start page", chromedp.Navigate(r.URL+"/"))
	value[bool](b, `new Promise((done) => {
		const look = async () => (await caches.keys()).join() === "viceconsul/static/newer/" ? done(true) : setTimeout(look, 20)
		look()
	})`)
	kept := value[[][]string](b, keptShells)
	for _, address := range kept[1] {
		if address != "/offline" && !strings.HasPrefix(address, "/static/") {
			t.Errorf("the browser keeps %s", address)
		}
	}
	if !slices.Contains(kept[1], "/offline") || len(kept[1]) < 10 {
		t.Errorf("the browser keeps %q, want the whole shell", kept[1])
	}
}
