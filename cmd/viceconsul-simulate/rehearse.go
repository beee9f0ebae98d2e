package main

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"time"

	"github.com/viceconsul/viceconsul/interview"
	"github.com/viceconsul/viceconsul/interview/transcript"
)

// Streams of chance: what is declared does not depend on what is said.
const (
	declaring = 1
	answering = 2
	meeting   = 3
)

// morning is when every simulated interview starts.
var morning = time.Date(2027, 4, 22, 9, 0, 0, 0, time.UTC)

var tempers = []interview.Temper{interview.Neutral, interview.Brisk, interview.Sceptical, interview.Warm}

// mostEvents is far beyond what any interview needs: more means that it does not end.
const mostEvents = 300

// A rehearsal is one interview as it went.
type rehearsal struct {
	cell
	seed      uint64
	temper    interview.Temper
	applicant *applicant
	asked     []interview.Asked
	answers   []string
	sealed    transcript.Transcript
	ended     bool
	judging   time.Duration // in the steps that judge an answer and choose what follows

	session interview.Session
	now     time.Time
}

// rehearse holds one interview to its end.
func (sim *simulator) rehearse(c cell, seed, officer uint64) (*rehearsal, error) {
	p, err := sim.sets.draw(c.set, rand.New(rand.NewPCG(seed, declaring)))
	if err != nil {
		return nil, err
	}
	p.parts = sim.script.Parts
	r := &rehearsal{
		cell: c, seed: seed, temper: pick(rand.New(rand.NewPCG(seed, meeting)), tempers),
		applicant: &applicant{
			person: p, kind: c.kind, script: sim.script, bank: sim.bank, chance: rand.New(rand.NewPCG(seed, answering)),
			told: map[string]string{}, said: map[string]bool{},
		},
		session: interview.New(sim.bank), now: morning,
	}
	next := interview.Event(interview.Started{
		ID: fmt.Sprintf("simulated-%s-%s-%d", c.set, c.kind, seed), Category: p.category, Profile: p.profile,
		Date: morning.Format(time.DateOnly), Officer: interview.Persona{Temper: r.temper, Seed: officer},
		Mode: interview.Exam, Minutes: 60, Rubric: "2026.1", Bank: sim.bank.Version, At: morning,
	})
	for n := 0; next != nil && n < mostEvents; n++ {
		if next, err = r.step(next); err != nil {
			return nil, fmt.Errorf("%s %s, seed %d, event %d: %w", c.set, c.kind, seed, n+1, err)
		}
	}
	r.ended = r.session.Closed()
	return r, nil
}

// step feeds one event to the session and returns the one that answers it.
func (r *rehearsal) step(ev interview.Event) (interview.Event, error) {
	before := time.Now()
	next, effects, err := r.session.Step(ev)
	if err != nil {
		return nil, err
	}
	r.session = next
	switch ev := ev.(type) {
	case interview.Answered:
		r.judging += time.Since(before)
	case interview.Asked:
		r.asked = append(r.asked, ev)
		if r.applicant.pardons() {
			line, err := r.session.Again()
			return interview.Repeated{Turn: ev.Turn, Text: line, At: r.now}, err
		}
		return r.reply(), nil
	case interview.Repeated:
		return r.reply(), nil
	}
	return r.carryOut(effects), nil
}

// reply is the applicant's answer to the last line, at a speaking pace.
func (r *rehearsal) reply() interview.Event {
	asked := r.asked[len(r.asked)-1]
	said := r.applicant.answer(asked)
	r.answers = append(r.answers, said)
	seconds := 1 + 0.4*float64(len(strings.Fields(said)))
	r.now = r.now.Add(time.Duration(seconds * float64(time.Second)))
	return interview.Answered{Turn: asked.Turn, ID: fmt.Sprintf("answer-%d", asked.Turn), Text: said, Seconds: seconds, At: r.now}
}

// carryOut does what a step asks for, as the server does without a model.
func (r *rehearsal) carryOut(effects []interview.Effect) interview.Event {
	var next interview.Event
	for _, e := range effects {
		switch e := e.(type) {
		case interview.Compose:
			next = e.Move.Asked(e.Move.Line, "", r.now)
		case interview.Decide:
			next = interview.Decided{Outcome: e.Outcome, At: r.now}
		case interview.Seal:
			r.sealed, next = e.Transcript, interview.Graded{Hash: "none", At: r.now}
		}
	}
	return next
}

// lines are what the officer said before the decision.
func (r *rehearsal) lines() []string {
	lines := make([]string, len(r.asked))
	for i, a := range r.asked {
		lines[i] = a.Text
	}
	return lines
}
