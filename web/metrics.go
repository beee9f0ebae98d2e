package web

import (
	"net/http"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"
)

// counts are the server's metrics. No label ever holds an id or a word of a
// client.
type counts struct {
	registry *prometheus.Registry
	limits   *prometheus.CounterVec
	closes   *prometheus.CounterVec
	answers  prometheus.Counter
	failed   prometheus.Counter
	voice    *prometheus.CounterVec
}

func newCounts(sockets *registry, meters ...prometheus.Collector) *counts {
	c := &counts{
		registry: prometheus.NewRegistry(),
		limits: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "viceconsul_limit_hits_total", Help: "Requests and messages that met a limit, by limit.",
		}, []string{"limit"}),
		closes: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "viceconsul_socket_closes_total", Help: "Sockets the server closed, by reason.",
		}, []string{"reason"}),
		answers: prometheus.NewCounter(prometheus.CounterOpts{
			Name: "viceconsul_answers_total", Help: "Answers stored and acknowledged over sockets, repeats not counted.",
		}),
		failed: prometheus.NewCounter(prometheus.CounterOpts{
			Name: "viceconsul_answers_failed_total", Help: "Answers that storage did not take.",
		}),
		voice: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "viceconsul_recordings_total", Help: "Spoken answers, by what became of them: heard, nothing, failed or dropped.",
		}, []string{"outcome"}),
	}
	open := prometheus.NewGaugeFunc(prometheus.GaugeOpts{
		Name: "viceconsul_sockets_open", Help: "Sockets open now.",
	}, func() float64 { return float64(sockets.count()) })
	c.registry.MustRegister(c.limits, c.closes, c.answers, c.failed, c.voice, open,
		collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}))
	c.registry.MustRegister(meters...)
	return c
}

// limit counts one breach.
func (c *counts) limit(name string) { c.limits.WithLabelValues(name).Inc() }

// heard counts one recording.
func (c *counts) heard(outcome string) { c.voice.WithLabelValues(outcome).Inc() }

// Metrics serves the server's metrics in Prometheus' text form. It is for a
// loopback address: it asks for no key.
func (s *Server) Metrics() http.Handler {
	return promhttp.HandlerFor(s.counts.registry, promhttp.HandlerOpts{})
}
