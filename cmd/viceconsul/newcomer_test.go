package main

import (
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
)

// A lateSave is a way to the server on which the answer to a page's own save comes after
// the answer to the form that was sent meanwhile, and before the page that it leads to.
type lateSave struct {
	http.Handler
	sent, saved         chan struct{}
	onceSent, onceSaved sync.Once
}

const longestHold = 3 * time.Second // where the form is not sent before the save has ended

func newLateSave(t *testing.T, address string) string {
	to, err := url.Parse(address)
	if err != nil {
		t.Fatal(err)
	}
	way := &httputil.ReverseProxy{Rewrite: func(r *httputil.ProxyRequest) {
		r.SetURL(to)
		r.Out.Host = r.In.Host
	}}
	l := &lateSave{Handler: way, sent: make(chan struct{}), saved: make(chan struct{})}
	s := httptest.NewServer(l)
	t.Cleanup(s.Close)
	return s.URL
}

func (l *lateSave) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	switch {
	case r.Method == http.MethodPut:
		kept := httptest.NewRecorder()
		l.Handler.ServeHTTP(kept, r)
		await(l.sent)
		for name, values := range kept.Header() {
			w.Header()[name] = values
		}
		w.WriteHeader(kept.Code)
		_, _ = w.Write(kept.Body.Bytes())
		l.onceSaved.Do(func() { close(l.saved) })
	case r.Method == http.MethodPost:
		l.Handler.ServeHTTP(w, r)
		l.onceSent.Do(func() { close(l.sent) })
	default:
		select {
		case <-l.sent:
			await(l.saved)
		default:
		}
		l.Handler.ServeHTTP(w, r)
	}
}

func await(until <-chan struct{}) {
	select {
	case <-until:
	case <-time.After(longestHold):
	}
}

// Who comes for the first time and begins while the first save is on its way gets one
// key, and the interview with it.
func TestNewcomerBeginsWhileSaving(t *testing.T) {
	t.Parallel()
	s := newServer(t, "VICECONSUL_DATA="+t.TempDir(), "DATABASE_URL=")
	f := &finger{tab: newTab(t)}
	const begin, school = `.opening button[value="begin"]`, `.opening [data-path="f1.school"] :is(input, textarea)`
	f.do("open the profile", chromedp.Navigate(newLateSave(t, s.address)+"/profile/f1"), chromedp.WaitVisible(begin), chromedp.ScrollIntoView(begin, chromedp.ByQuery))
	f.do("write", chromedp.Focus(school, chromedp.ByQuery), input.InsertText("Example State University"))
	f.press(begin) // leaves the field, which saves
	f.leave("#answer", f.lift)
	f.await("the first line", func(r room) bool { return r.Ready && r.Line != "" })
}
