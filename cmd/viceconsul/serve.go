package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"net/http/pprof"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"golang.org/x/sync/errgroup"

	"github.com/viceconsul/viceconsul/interview/live"
	"github.com/viceconsul/viceconsul/interview/openai"
	"github.com/viceconsul/viceconsul/interview/regrade"
	"github.com/viceconsul/viceconsul/interview/speech"
	"github.com/viceconsul/viceconsul/interview/store"
	"github.com/viceconsul/viceconsul/interview/store/postgres"
	"github.com/viceconsul/viceconsul/interview/store/sqlite"
	"github.com/viceconsul/viceconsul/questionbank"
	"github.com/viceconsul/viceconsul/questionbank/vectors"
	"github.com/viceconsul/viceconsul/web"
)

const (
	shutdownTime = 20 * time.Second // to finish turns and say goodbye
	sweepEvery   = time.Minute      // for interviews left idle by other instances
)

// Run serves until the context ends, then finishes the turns in progress.
func (c *serveCommand) Run(ctx context.Context, s streams) error {
	if err := c.check(); err != nil {
		return err
	}
	c.reads = true
	h, err := c.open(ctx, slog.New(slog.NewTextHandler(s.err, nil)))
	if err != nil {
		return err
	}
	defer h.close()
	listener, err := net.Listen("tcp", c.Listen)
	if err != nil {
		return fmt.Errorf("serve on %s: %w (another address: --listen 127.0.0.1:0)", c.Listen, err)
	}
	ops, err := net.Listen("tcp", c.Ops)
	if err != nil {
		listener.Close()
		return fmt.Errorf("serve metrics on %s: %w", c.Ops, err)
	}
	fmt.Fprintf(s.out, "viceconsul is ready: http://%s\n", listener.Addr())
	fmt.Fprintf(s.out, "officer: %s; data: %s; metrics: http://%s/metrics\n", h.officer, h.data, ops.Addr())
	return h.serve(ctx, listener, ops)
}

// A house is the whole product, opened and connected.
type house struct {
	store   store.Store
	section *live.Section
	readers *regrade.Regrader
	server  *web.Server
	desk    *speech.Desk
	vectors *vectors.Bank // nil when the bank is searched in memory
	log     *slog.Logger
	officer string // for people: "rules", or the model
	data    string // for people: where the data is
}

// open connects the parts. The caller closes the house.
func (c *serveCommand) open(ctx context.Context, log *slog.Logger) (*house, error) {
	go func() { _, _ = questionbank.Embedded() }() // read once, with its error kept; the store opens meanwhile
	h := &house{log: log, officer: "rules", data: c.Data}
	if c.DatabaseURL != "" {
		h.data = "Postgres"
	}
	var err error
	if h.store, err = c.openStore(ctx); err != nil {
		return nil, err
	}
	c.Model.ledger = openai.OpenLedger(c.Model.caps(), h.store, store.Local)
	bank := c.bank
	if bank == nil {
		bank, err = storedBank(ctx, h.store)
	}
	if err == nil {
		h.vectors, err = c.Model.search(ctx, c.Model.shelf(h.store), bank)
	}
	if err != nil {
		return nil, errors.Join(err, h.store.Close())
	}
	var search web.Search
	if h.vectors != nil {
		search = h.vectors
	}
	options := live.Options{Recorder: h.store, Bank: bank, Reads: c.reads && c.Model.configured(), Cost: c.Model.cost()}
	if h.readers, err = c.regrader(h, bank); err != nil {
		return nil, errors.Join(fmt.Errorf("%w: %w", errUnusable, err), h.store.Close())
	}
	transcriber, err := c.Model.transcriber()
	if err == nil {
		h.desk, err = c.Model.desk()
	}
	if err != nil {
		return nil, errors.Join(fmt.Errorf("%w: %w", errUnusable, err), h.store.Close())
	}
	model, meter := "", modelMeter{ledger: c.Model.ledger, prices: c.Model.prices(), readers: h.readers, desk: h.desk, vectors: h.vectors}
	if c.Model.configured() {
		officer, err := openai.NewOfficer(c.Model.config())
		if err != nil {
			return nil, errors.Join(fmt.Errorf("%w: %w", errUnusable, err), h.store.Close())
		}
		options.Officer, meter.officer, model = officer, officer, c.Model.Name
		h.officer = "rules, worded by " + model
	}
	proxies, err := c.proxies()
	if err != nil {
		return nil, errors.Join(fmt.Errorf("%w: %w", errUnusable, err), h.store.Close())
	}
	h.section = live.NewSection(options)
	h.server, err = web.New(web.Options{
		Store: h.store, Section: h.section, Bank: bank, Search: search, Log: log,
		Version: version(), Officer: model, Fear: c.FearQuestions, Origins: c.Origins, Proxies: proxies, Limits: c.Limits.limits(),
		Meters: []prometheus.Collector{meter}, Regrader: h.readers, Transcriber: transcriber, Speaker: h.desk,
	})
	if err != nil {
		return nil, errors.Join(err, h.store.Close())
	}
	return h, nil
}

// openStore opens the store; Postgres migrated when asked.
func (c *serveCommand) openStore(ctx context.Context) (store.Store, error) {
	if c.DatabaseURL == "" {
		return sqlite.Open(ctx, c.Data)
	}
	if c.Migrate {
		if _, err := migrateUp(ctx, c.DatabaseURL); err != nil {
			return nil, err
		}
	}
	return postgres.Open(ctx, c.DatabaseURL)
}

// serve answers on both addresses until the context ends.
func (h *house) serve(ctx context.Context, listener, ops net.Listener) error {
	server, metrics := web.HTTPServer(h.server), web.HTTPServer(opsHandler(h.server.Metrics()))
	group, ctx := errgroup.WithContext(ctx)
	group.Go(func() error { return served(server.Serve(listener)) })
	group.Go(func() error { return served(metrics.Serve(ops)) })
	group.Go(func() error { h.sweep(ctx); return nil })
	group.Go(func() error { h.embed(ctx); return nil })
	group.Go(func() error { h.read(ctx); return nil })
	group.Go(func() error {
		<-ctx.Done()
		last, cancel := context.WithTimeout(context.WithoutCancel(ctx), shutdownTime)
		defer cancel()
		return errors.Join(h.server.Shutdown(last), server.Shutdown(last), metrics.Shutdown(last))
	})
	return group.Wait()
}

// served turns the end of a server that was asked to end into no error.
func served(err error) error {
	if errors.Is(err, http.ErrServerClosed) {
		return nil
	}
	return err
}

// sweep ends and grades interviews nobody came back to.
func (h *house) sweep(ctx context.Context) {
	tick := time.NewTicker(sweepEvery)
	defer tick.Stop()
	for {
		if n, err := h.section.Sweep(ctx); err != nil && ctx.Err() == nil {
			h.log.Error("sweep idle interviews", "err", err)
		} else if n > 0 {
			h.log.Info("idle interviews graded", "count", n)
		}
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		}
	}
}

func (h *house) close() {
	h.desk.Close()
	if err := h.store.Close(); err != nil {
		h.log.Error("close the store", "err", err)
	}
}

// opsHandler serves metrics and the profiler, away from the main address.
func opsHandler(metrics http.Handler) http.Handler {
	mux := http.NewServeMux()
	mux.Handle("GET /metrics", metrics)
	mux.HandleFunc("GET /debug/pprof/", pprof.Index)
	mux.HandleFunc("GET /debug/pprof/profile", pprof.Profile)
	mux.HandleFunc("GET /debug/pprof/trace", pprof.Trace)
	return mux
}
