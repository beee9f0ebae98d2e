package main

import (
	"github.com/prometheus/client_golang/prometheus"

	"github.com/viceconsul/viceconsul/interview/openai"
	"github.com/viceconsul/viceconsul/interview/regrade"
	"github.com/viceconsul/viceconsul/interview/speech"
	"github.com/viceconsul/viceconsul/questionbank/vectors"
)

// modelMeter shows in /metrics what is asked of the model endpoint.
type modelMeter struct {
	ledger  *openai.Ledger
	prices  openai.Prices
	officer *openai.Officer // nil when no model words lines
	desk    *speech.Desk
	readers *regrade.Regrader
	vectors *vectors.Bank // nil when the bank is searched in memory
}

var (
	modelCalls = prometheus.NewDesc("viceconsul_model_calls_total", "Calls sent to the model endpoint, retries included.", nil, nil)
	modelUse   = prometheus.NewDesc("viceconsul_model_tokens_total",
		"Tokens used at the model endpoint: prompt and completion as it told, assumed the most that calls can have used where it did not.", []string{"kind"}, nil)
	modelLines = prometheus.NewDesc("viceconsul_model_lines_total",
		"Lines a model was to word, by what became of them: said, or why the bank's line stood.", []string{"outcome"}, nil)
	modelHeard   = prometheus.NewDesc("viceconsul_model_audio_seconds_total", "Seconds of recordings sent to be written down.", nil, nil)
	modelLetters = prometheus.NewDesc("viceconsul_model_speech_characters_total", "Characters of lines sent to be spoken.", nil, nil)
	modelTook    = prometheus.NewDesc("viceconsul_model_seconds_total", "Seconds that calls to the model endpoint took.", nil, nil)
	modelMoney   = prometheus.NewDesc("viceconsul_model_money_total", "What calls to the model endpoint cost by the prices that were named.", []string{"currency"}, nil)
	readings     = prometheus.NewDesc("viceconsul_readings_total",
		"Attempts at second readings of graded interviews, by what became of them: read, failed, given up, passed over.", []string{"outcome"}, nil)
	modelUnsettled = prometheus.NewDesc("viceconsul_model_unsettled_total",
		"Calls whose end could not be written down: the most they can have used counts against the caps.", nil, nil)
	spokenLines = prometheus.NewDesc("viceconsul_spoken_lines_total",
		"Lines asked for as sound, by what became of them: spoken by an engine, kept from before, unspoken, or failed.", []string{"outcome"}, nil)
	bankSearches = prometheus.NewDesc("viceconsul_bank_searches_total",
		"Searches of the bank by likeness, by what found the questions: vectors, or the local embedder and why.", []string{"by"}, nil)
)

// Describe names the metrics.
func (m modelMeter) Describe(to chan<- *prometheus.Desc) {
	to <- modelCalls
	to <- modelUse
	to <- modelLines
	to <- modelHeard
	to <- modelLetters
	to <- modelTook
	to <- modelUnsettled
	to <- modelMoney
	to <- readings
	to <- spokenLines
	to <- bankSearches
}

// Collect reads the books.
func (m modelMeter) Collect(to chan<- prometheus.Metric) {
	t := m.ledger.Totals()
	amount := func(d *prometheus.Desc, x float64, labels ...string) {
		to <- prometheus.MustNewConstMetric(d, prometheus.CounterValue, x, labels...)
	}
	count := func(d *prometheus.Desc, n int, labels ...string) { amount(d, float64(n), labels...) }
	count(modelCalls, t.Calls)
	count(modelUse, t.Prompt, "prompt")
	count(modelUse, t.Completion, "completion")
	count(modelUse, t.Assumed, "assumed")
	amount(modelHeard, t.Heard.Seconds())
	count(modelLetters, t.Spoken)
	amount(modelTook, t.Took.Seconds())
	count(modelUnsettled, t.Unsettled)
	if m.prices.Known() {
		amount(modelMoney, m.prices.Of(t.Use), m.prices.Currency)
	}
	for outcome, n := range m.desk.Lines() {
		count(spokenLines, n, outcome)
	}
	if m.vectors != nil {
		for by, n := range m.vectors.Searches() {
			count(bankSearches, n, by)
		}
	}
	for outcome, n := range m.readers.Readings() {
		count(readings, n, outcome)
	}
	if m.officer != nil {
		for outcome, n := range m.officer.Lines() {
			count(modelLines, n, outcome)
		}
	}
}
