package main

import (
	"fmt"
	"slices"

	"github.com/viceconsul/viceconsul/interview/transcript"
	"github.com/viceconsul/viceconsul/questionbank"
	"github.com/viceconsul/viceconsul/scoring"
)

// A heard is a whole interview as it goes at a window, in the officer's own words and
// truthfully answered, with other answers that would contradict the profile.
type heard struct {
	ID       string              `json:"id"`
	Category string              `json:"category"`
	Track    string              `json:"track"`
	Date     string              `json:"interview_date"`
	Profile  transcript.Profile  `json:"profile"`
	Turns    []exchange          `json:"turns"`
	Decision transcript.Decision `json:"outcome"` // a fair officer's, on the truthful answers
	Planted  []planted           `json:"planted"`
}

// A planted answer is said in place of the one of its turn and contradicts a field.
type planted struct {
	Turn   int    `json:"turn"`
	Answer string `json:"answer"`
	Field  string `json:"field"`
}

// hearing counts what was found over whole interviews.
type hearing struct {
	interviews, decided int
	turns, accused      int
	planted, found      int
	accusations         []string
	otherwise, missed   []string
}

// hear grades every interview as it was, and once for each planted answer.
func hear(bank *questionbank.Bank, all []heard) (hearing, error) {
	var h hearing
	for _, in := range all {
		graded, err := in.grade(bank, in.Turns)
		if err != nil {
			return h, fmt.Errorf("%s: %w", in.ID, err)
		}
		h.truthful(in, graded)
		for _, p := range in.Planted {
			if p.Turn < 1 || p.Turn > len(in.Turns) {
				return h, fmt.Errorf("%s: a planted answer to turn %d of %d", in.ID, p.Turn, len(in.Turns))
			}
			turns := slices.Clone(in.Turns)
			turns[p.Turn-1].Applicant = p.Answer
			graded, err := in.grade(bank, turns)
			if err != nil {
				return h, fmt.Errorf("%s: %w", in.ID, err)
			}
			h.plantedIn(in, p, graded.Turns[p.Turn-1])
		}
	}
	return h, nil
}

func (in heard) grade(bank *questionbank.Bank, turns []exchange) (transcript.Transcript, error) {
	category, err := transcript.ParseCategory(in.Category, in.Track)
	if err != nil {
		return transcript.Transcript{}, err
	}
	t := transcript.Transcript{Category: category, InterviewDate: in.Date, Profile: in.Profile}
	for _, e := range turns {
		t.Turns = append(t.Turns, transcript.Turn{Officer: e.Officer, Applicant: e.Applicant})
	}
	return scoring.Grade(bank, t)
}

func (h *hearing) truthful(in heard, graded transcript.Transcript) {
	h.interviews++
	h.turns += len(graded.Turns)
	if graded.Outcome.Decision == in.Decision {
		h.decided++
	} else {
		h.otherwise = append(h.otherwise, fmt.Sprintf("decided otherwise %s: %s, not %s", in.ID, graded.Outcome.Decision, in.Decision))
	}
	for _, t := range graded.Turns {
		if _, found := contradiction(t); found {
			h.accused++
			h.accusations = append(h.accusations, fmt.Sprintf("wrong contradiction %s: %q to %q", in.ID, t.Applicant, t.Officer))
		}
	}
}

func (h *hearing) plantedIn(in heard, p planted, t transcript.Turn) {
	h.planted++
	if slices.ContainsFunc(t.Findings, func(f transcript.Finding) bool {
		return f.Verdict == transcript.Contradiction && f.Field == p.Field
	}) {
		h.found++
		return
	}
	h.missed = append(h.missed, fmt.Sprintf("missed planted %s: %q to %q (%s)", in.ID, p.Answer, t.Officer, p.Field))
}

func (h hearing) print() {
	fmt.Printf("whole interviews: %d, decided as a fair officer would %s\n", h.interviews, share(h.decided, h.interviews))
	fmt.Printf("  truthful turns called a contradiction %s, planted contradictions found %s\n\n", share(h.accused, h.turns), share(h.found, h.planted))
}

func (h hearing) misses() []string { return slices.Concat(h.accusations, h.otherwise, h.missed) }
