package main

import (
	"context"
	"time"

	"github.com/viceconsul/viceconsul/interview/openai"
	"github.com/viceconsul/viceconsul/interview/regrade"
	"github.com/viceconsul/viceconsul/interview/transcript"
	"github.com/viceconsul/viceconsul/questionbank"
)

// comeBack is how long the queue is left alone after it failed to begin.
const comeBack = 5 * time.Second

// A reader has a model read graded interviews on their applicants' accounts.
type reader struct{ *openai.Hearer }

// Hear is what the model proposes about one.
func (r reader) Hear(ctx context.Context, applicant, interview string, graded transcript.Transcript) (transcript.Hearing, error) {
	return r.Hearer.Hear(ctx, openai.Account{Applicant: applicant, Interview: interview}, graded)
}

// cost is what models were asked for in an interview so far; nil where there is none.
func (m modelFlags) cost() func(context.Context, string) (*transcript.Cost, error) {
	if !m.configured() {
		return nil
	}
	return func(ctx context.Context, id string) (*transcript.Cost, error) {
		return m.ledger.Cost(ctx, m.prices(), id)
	}
}

// regrader grades again what this house holds, with its model where it has one.
func (c *serveCommand) regrader(h *house, bank *questionbank.Bank) (*regrade.Regrader, error) {
	o := regrade.Options{Keeper: h.store, Bank: bank, Log: h.log, Cost: c.Model.cost()}
	if c.reads && c.Model.configured() {
		hearer, err := openai.NewHearer(c.Model.config())
		if err != nil {
			return nil, err
		}
		o.Hearer = reader{hearer}
	}
	return regrade.New(o), nil
}

// read works second readings off until the context ends, where a model makes them.
func (h *house) read(ctx context.Context) {
	for h.readers.Reads() && ctx.Err() == nil {
		if err := h.readers.Work(ctx, h.store); err != nil {
			h.log.Error("work second readings off", "err", err)
		}
		select {
		case <-ctx.Done():
		case <-time.After(comeBack):
		}
	}
}
