package scoring

import (
	"cmp"
	"slices"

	"github.com/viceconsul/viceconsul/interview/transcript"
	"github.com/viceconsul/viceconsul/questionbank"
)

// What a model may do to a grade, whatever it proposes (security requirements on model
// use; the number of proposals is our judgement).
const (
	mostMoved     = 10  // of 100: the overall grade, from that of the rules alone
	mostQuoted    = 60  // words of a quote
	mostProposals = 400 // looked at
)

// Weigh grades a transcript by the rules, and then by what of a model's hearing of it
// can be verified: a proposal counts only with words of the answer that code finds, and
// reads for itself. A model adds findings the rules missed, and may dispute one it says
// they misread, unless it is grave. It moves a band by one at most and the overall grade
// by ten. The outcome is never better for it, and worse only by what code has read: how
// well something was said is a model's opinion. The hearing is kept in the transcript with what
// became of each proposal; what could not be verified is counted there.
//
// The errors are those of Grade. Mode and notice stay as they are.
func Weigh(bank *questionbank.Bank, t transcript.Transcript, h transcript.Hearing) (transcript.Transcript, error) {
	c, err := caseOf(bank, t)
	if err != nil {
		return transcript.Transcript{}, err
	}
	w := newWeigher(c, t.Turns, h.Model)
	rules := c.Seal(w.turns)
	for _, p := range h.Proposals[:min(len(h.Proposals), mostProposals)] {
		w.take(p)
	}
	w.compare()
	outcome := c.Seal(w.turns).Outcome
	w.move()
	graded := c.Seal(w.turns)
	graded.Outcome = outcome
	holdTo(&graded, rules, c.rubric.letters)
	graded.Grader = &transcript.Grader{Mode: transcript.ByModel, Model: h.Model, Prompt: h.Prompt}
	graded.Mode, graded.Notice = t.Mode, t.Notice
	graded.Hearing = &transcript.Hearing{Model: h.Model, Prompt: h.Prompt, Passes: h.Passes, Proposals: w.kept, Dropped: w.counted(),
		Rules: rules.Grades, Decision: rules.Outcome.Decision}
	return graded, nil
}

// A weigher goes through a model's proposals and keeps what code can verify.
type weigher struct {
	c       *Case
	model   string
	heard   []transcript.Turn // as the model was given them
	turns   []Judged          // with what was taken so far
	read    []weighedTurn
	kept    []transcript.Proposal
	dropped map[string]int
}

// A weighedTurn is a turn as the rules read it. The sheet of a private turn is nil.
type weighedTurn struct {
	sheet  *sheet
	js     judgements
	labels []int // places among the kept proposals
}

// newWeigher judges all turns by the rules.
func newWeigher(c *Case, turns []transcript.Turn, model string) *weigher {
	w := &weigher{c: c, model: model, heard: turns, dropped: map[string]int{}, kept: []transcript.Proposal{}}
	for i, turn := range turns {
		turn.N, turn.Topic = i+1, ""
		said := turn.Officer
		turn.Officer = turn.Meant()
		j, s, js := c.judge(turn, lastTries(w.turns, turn.Again))
		j.Turn.Officer = said
		w.turns, w.read = append(w.turns, j), append(w.read, weighedTurn{sheet: s, js: js})
	}
	return w
}

// Why a proposal is dropped.
const (
	noTurn       = "no such turn, or one that is not graded"
	noQuote      = "no such words in the answer"
	longQuote    = "quote over 60 words"
	notOfficer   = "words that were not said to the officer"
	misheard     = "words easily misheard that nobody has checked"
	noField      = "field not declared and confirmed"
	noVerdict    = "no verdict that could be proposed"
	noValue      = "value not in the quote"
	notSaid      = "denied, supposed or asked in the answer"
	notRead      = "the rules do not read the quote so"
	agreesBeside = "the words agree with another declared fact"
	noCriterion  = "no criterion that a model may speak to"
	noFinding    = "no finding that could be a misreading"
	grave        = "a grave finding stands"
	besideFound  = "quote beside the finding"
	noWish       = "no suggestion to be made for the answer"
	notAllowed   = "wording that may not be suggested"
	noBetter     = "wording that is no better"
	noKind       = "no kind of proposal"
)

// take weighs one proposal, and keeps it or counts it.
func (w *weigher) take(p transcript.Proposal) {
	fate, why := w.weigh(&p)
	if why != "" {
		w.dropped[why]++
		return
	}
	if p.Fate = fate; p.Kind == transcript.HeardLabel && fate == "" { // settled when all are in
		w.read[p.Turn-1].labels = append(w.read[p.Turn-1].labels, len(w.kept))
	}
	w.kept = append(w.kept, p)
}

// weigh says what becomes of a proposal, or why it is dropped.
func (w *weigher) weigh(p *transcript.Proposal) (transcript.Fate, string) {
	if p.Turn < 1 || p.Turn > len(w.turns) || w.read[p.Turn-1].sheet == nil {
		return "", noTurn
	}
	if p.Kind == transcript.HeardSuggestion {
		return w.suggestion(p)
	}
	at, why := w.find(p)
	if why != "" {
		return "", why
	}
	switch p.Kind {
	case transcript.HeardClaim:
		return w.claim(p, at)
	case transcript.HeardLabel:
		return w.label(p, at)
	case transcript.HeardMisread:
		return w.misread(p, at)
	}
	return "", noKind
}

// find is where the quote of a proposal stands in its answer: whole words that were
// said to the officer.
func (w *weigher) find(p *transcript.Proposal) (at int, why string) {
	s := w.read[p.Turn-1].sheet
	at = indexWords(s.turn.Applicant, p.Quote)
	switch {
	case at < 0:
		return 0, noQuote
	case wordCount(p.Quote) > mostQuoted:
		return 0, longQuote
	}
	if from, to := s.wordsOf(at, at+len(p.Quote)); from == to {
		return 0, notOfficer
	}
	if s.turn.Voice.Doubts(transcript.SpanOf(s.turn.Applicant, at, at+len(p.Quote))) {
		return 0, misheard
	}
	return at, ""
}

// wordsOf are the words of the answer that stand within a part of it.
func (s *sheet) wordsOf(start, end int) (from, to int) {
	from = s.wordAt(start)
	for to = from; to < len(s.words) && s.words[to].End <= end; to++ {
	}
	return from, to
}

// add puts a finding a model proposed behind those of its turn, so that the others keep
// their places.
func (w *weigher) add(turn int, f transcript.Finding) {
	t := &w.turns[turn-1].Turn
	f.By = w.model
	t.Findings = append(slices.Clip(t.Findings), f)
}

// counted lists what was dropped, by reason.
func (w *weigher) counted() []transcript.Dropped {
	var all []transcript.Dropped
	for why, n := range w.dropped {
		all = append(all, transcript.Dropped{Reason: why, Count: n})
	}
	slices.SortFunc(all, func(a, b transcript.Dropped) int { return cmp.Compare(a.Reason, b.Reason) })
	return all
}
