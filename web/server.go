// Package web is viceconsul to people and programs: pages, the JSON API and the
// websocket over which an interview is held. It reads a request, asks one thing of
// a store or of live, and renders; errors.go alone knows HTTP statuses.
//
// It holds no rule of interviews and no SQL.
package web

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"net/netip"
	"sync"
	"sync/atomic"
	"time"

	"github.com/gorilla/websocket"
	"github.com/labstack/echo/v4"
	"github.com/prometheus/client_golang/prometheus"

	"github.com/viceconsul/viceconsul/interview/live"
	"github.com/viceconsul/viceconsul/interview/regrade"
	"github.com/viceconsul/viceconsul/interview/speech"
	"github.com/viceconsul/viceconsul/interview/store"
	"github.com/viceconsul/viceconsul/questionbank"
)

// Options are what a Server is made of.
type Options struct {
	Store   store.Store
	Section *live.Section
	Bank    *questionbank.Bank
	Search  Search // nearest questions; nil: in memory
	Log     *slog.Logger
	Version string
	Officer string                 // name of the model that words lines; "" for the offline officer
	Fear    bool                   // officers ask about harm and fear at home; nobody keeps the answers
	Origins []string               // exact origins the socket and state-changing requests accept, beside the server's own on loopback
	Proxies []netip.Prefix         // whose X-Forwarded headers are believed; none by default
	Limits  Limits                 // zero fields take the defaults
	Meters  []prometheus.Collector // of other parts, served with the server's own metrics

	Regrader *regrade.Regrader // grades sealed interviews again

	Transcriber speech.Transcriber // writes spoken answers down; nil: answers are typed
	Speaker     *speech.Desk       // speaks the officer's lines; nil: the browser does
}

// Search finds the bank questions nearest to a text.
type Search interface {
	Nearest(ctx context.Context, text string, f questionbank.Filter, n int) ([]questionbank.Match, error)
}

// A Server answers HTTP. Make it with New.
type Server struct {
	store    store.Store
	section  *live.Section
	bank     *questionbank.Bank
	search   Search
	log      *slog.Logger
	version  string
	officer  string
	fear     bool
	origins  origins
	limits   Limits
	handler  *echo.Echo
	sockets  *registry
	costs    *addresses
	counts   *counts
	upgrader websocket.Upgrader
	crew     crew
	regrader *regrade.Regrader
	closing  atomic.Bool

	transcriber speech.Transcriber
	speaker     *speech.Desk
	speeches    *addresses   // what each interview had spoken in the last minute
	kept        atomic.Int64 // bytes of recordings in memory

	mu       sync.Mutex      // guards that no recording is begun to be heard after leave
	leaving  context.Context // ends when the server shuts down
	leave    context.CancelFunc
	hearings sync.WaitGroup // recordings being written down
}

// New makes a server and listens nowhere. The error names an origin that is none,
// or a template that does not parse.
func New(o Options) (*Server, error) {
	allowed, err := readOrigins(o.Origins)
	if err != nil {
		return nil, err
	}
	s := &Server{
		store: o.Store, section: o.Section, bank: o.Bank, search: o.Search, log: o.Log,
		version: o.Version, officer: o.Officer, fear: o.Fear, origins: allowed, limits: o.Limits.orDefaults(),
		handler: echo.New(), upgrader: newUpgrader(), crew: make(crew),
		regrader: o.Regrader, transcriber: o.Transcriber, speaker: o.Speaker,
	}
	s.leaving, s.leave = context.WithCancel(context.Background())
	if s.search == nil {
		s.search = inMemory{o.Bank}
	}
	if s.log == nil {
		s.log = slog.New(slog.DiscardHandler)
	}
	s.sockets = newRegistry(s.limits)
	s.counts = newCounts(s.sockets, o.Meters...)
	s.costs = newAddresses(s.limits.Costly)
	s.speeches = newAddresses(s.limits.Speeches)
	if err := s.prepare(o.Proxies); err != nil {
		return nil, fmt.Errorf("web: %w", err)
	}
	return s, nil
}

// prepare sets the router up: who the client is, how errors and pages are
// rendered, what every request passes, and the routes.
func (s *Server) prepare(proxies []netip.Prefix) error {
	e := s.handler
	e.HideBanner, e.HidePort = true, true
	e.IPExtractor, e.SchemeExtractor = clientAddress(proxies), clientScheme(proxies)
	e.HTTPErrorHandler = s.renderError
	renderer, err := loadRenderer()
	if err != nil {
		return err
	}
	e.Renderer = renderer
	e.Use(s.identify, secureHeaders, smallPages(), s.recoverPanic, limitBody, s.sameOrigin, securePages, deadline)
	s.routes(e)
	return nil
}

// ServeHTTP answers one request. HEAD is GET whose body net/http leaves out.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if r.Method == http.MethodHead && r.Header.Get("Upgrade") == "" {
		get := *r
		get.Method = http.MethodGet
		r = &get
	}
	s.handler.ServeHTTP(w, r)
}

// Shutdown takes no more sockets, lets the turns in progress finish, tells each
// client when to come back and closes. It returns when every socket is closed, or
// closes what is left when ctx ends. Recordings that are being written down are
// dropped. The section is closed with it; the store is not.
func (s *Server) Shutdown(ctx context.Context) error {
	s.closing.Store(true)
	err := s.section.Close(ctx)
	for _, k := range s.sockets.of("") {
		k.bye()
	}
	err = errors.Join(err, s.waitForHearings(ctx))
	if left := s.sockets.wait(ctx); left > 0 {
		for _, k := range s.sockets.of("") {
			k.cut()
		}
		return fmt.Errorf("web: shutdown: %d sockets cut: %w", left, ctx.Err())
	}
	return err
}

// HTTPServer is an http.Server with the limits every address of viceconsul has
// (5 s for a header, 15 s for a request, 60 s idle, 16 KiB of header: our
// security requirements, section 3). Writing has no limit there, since a socket
// sets its own.
func HTTPServer(h http.Handler) *http.Server {
	return &http.Server{
		Handler:           h,
		ReadHeaderTimeout: 5 * time.Second,
		ReadTimeout:       15 * time.Second,
		IdleTimeout:       60 * time.Second,
		MaxHeaderBytes:    16 << 10,
	}
}

// inMemory searches the bank itself.
type inMemory struct{ bank *questionbank.Bank }

func (m inMemory) Nearest(_ context.Context, text string, f questionbank.Filter, n int) ([]questionbank.Match, error) {
	return m.bank.Nearest(text, f, n), nil
}
