package scoring

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/viceconsul/viceconsul/interview/transcript"
	"github.com/viceconsul/viceconsul/questionbank"
)

// Judged is one answer with everything the grader saw in it. Turn holds bands,
// findings and suggestion; the rest is what the officer acts on.
type Judged struct {
	Turn     transcript.Turn
	Question *questionbank.Question // the bank's, or the nearest; nil when none is near
	Claims   []Claim
	Cause    questionbank.Cause // why an officer would follow up; "" when the answer will do

	asked  []string              // the fields its line asks for
	line   string                // its line as it was meant, with what it left to the exchange before
	ties   []transcript.Evidence // ties it names, when it is judged by them
	lacks  string                // the paper it says is missing, "the I-20"; "" for none
	said   []uint64              // its long passages, to know them again
	whole  uint64                // all its words, likewise
	breach bool                  // it tells of a visa that was not kept to
	press  bool                  // it answers a line that puts a contradiction before the applicant

	doubted []transcript.Finding // that rest on words nobody has looked at, as they would stand otherwise
}

// rules judge a sheet, one criterion each. None reads another's result, so their
// order does not matter.
var rules = []func(*sheet) judgement{brevity, directness, specificity, consistency, ties, fit, composure, risk}

// Judge scores one more answer in the light of those before it. The question is
// the bank's by the turn's ID, else the one nearest to the officer's words, else
// none: then the answer is judged by what the line itself asks for.
func (c *Case) Judge(t transcript.Turn, before []Judged) Judged {
	if t.N == 0 {
		t.N = len(before) + 1
	}
	said := t.Officer
	t.Officer = t.Meant()
	j, _, _ := c.judge(t, lastTries(before, t.Again))
	j.Turn.Officer = said
	return j
}

// judge is Judge of a line as the bank has it, with the sheet that was judged and what
// each rule made of it; a private turn has none of these.
func (c *Case) judge(t transcript.Turn, before []Judged) (Judged, *sheet, judgements) {
	t.Bands, t.Findings, t.Suggestion = nil, nil, nil
	q := c.questionOf(t, before)
	if q != nil && q.Topic != nil && t.Topic == "" {
		t.Topic = q.Topic.ID
	}
	a := c.read(t, q, before)
	claims := c.claimsOf(a, before)
	s := newSheet(c, a, claims, c.outright(a, c.verdicts(a, claims, before)))
	s.verdicts = append(s.verdicts, s.plansTold()...)
	s.heard, s.model = s.saidBefore(before), s.ofTheModel()
	s.same, s.conduct = s.echoed(before), s.behaves(before)
	s.verdicts = slices.DeleteFunc(s.verdicts, s.ofAnOffer)
	if s.query.private {
		return Judged{Turn: unjudged(t, c.category), Question: q}, nil, nil
	}
	var doubted []transcript.Finding
	s.verdicts, doubted = s.unchecked(s.verdicts)
	s.verdicts = append(s.verdicts, s.confirmed(before)...)
	js := make(judgements, 0, len(rules))
	for _, rule := range rules {
		j := rule(s)
		if j.criterion != transcript.Consistency {
			var more []transcript.Finding
			j.findings, more = s.unchecked(j.findings)
			doubted = append(doubted, more...)
		}
		js = append(js, j)
	}
	t.Bands, t.Findings = js.bands(), js.findings(s.retold()) // last: a recorded interview points at findings by their place
	t.Seconds, t.Estimated = s.time()
	t.Suggestion = s.suggest(js)
	content := s.contentCause(js)
	j := Judged{
		Turn: t, Question: q, Claims: s.certainOf(claims), Cause: unheardCause(s.cause(content, js, s.conduct), doubted), doubted: doubted,
		said: s.prints(), whole: fingerprint(a.words), asked: a.asked, line: a.heardLine.text, lacks: s.lacks(), breach: s.breach(), press: a.press != nil,
	}
	if _, ok := t.Bands.Ties.Value(); ok {
		j.ties = s.pulls
	}
	return j, s, js
}

// unjudged is a turn that is never graded: the bands exist and hold nothing.
func unjudged(t transcript.Turn, c transcript.Category) transcript.Turn {
	t.Bands = &transcript.Bands{Brevity: transcript.NotTested, Directness: transcript.NotTested, Specificity: transcript.NotTested,
		Consistency: transcript.NotTested, Composure: transcript.NotTested}
	if c.HasTies() {
		t.Bands.Ties = transcript.NotTested
	} else {
		t.Bands.Fit = transcript.NotTested
	}
	return t
}

// time is the length of the answer in seconds, and whether it is estimated.
func (s *sheet) time() (seconds float64, estimated bool) {
	if s.turn.Seconds > 0 && !s.turn.Estimated {
		return s.turn.Seconds, false
	}
	said, _ := s.length()
	return s.c.rubric.seconds(said), said > 0
}

// bands puts each judgement in its place.
func (js judgements) bands() *transcript.Bands {
	b := &transcript.Bands{}
	for _, j := range js {
		if place := b.Place(j.criterion); place != nil {
			*place = j.band
		}
	}
	return b
}

// criteria in the order findings are listed: what decides comes first.
var criteria = []transcript.Criterion{transcript.Consistency, transcript.Risk, transcript.TieStrength, transcript.Fit,
	transcript.Brevity, transcript.Directness, transcript.Specificity, transcript.Composure}

// findings lists all findings, gravest criterion first, then as spoken, and the last
// behind them. The findings of a judgement are of its own criterion.
func (js judgements) findings(last []transcript.Finding) []transcript.Finding {
	n := len(last)
	for _, j := range js {
		n += len(j.findings)
	}
	if n == 0 {
		return nil
	}
	all := make([]transcript.Finding, 0, n)
	for _, c := range criteria {
		from := len(all)
		for _, j := range js {
			if j.criterion == c {
				all = append(all, j.findings...)
			}
		}
		slices.SortStableFunc(all[from:], func(a, b transcript.Finding) int {
			return cmp.Or(
				a.Span.Start-b.Span.Start, a.Span.End-b.Span.End,
				cmp.Compare(a.Rule, b.Rule), cmp.Compare(a.Field, b.Field), cmp.Compare(a.Reason, b.Reason))
		})
	}
	return append(all, last...)
}

// Grade grades a transcript from its text alone; what a grader added before is
// worked out again. The error wraps transcript.ErrInvalid: an unknown category or
// rubric, or no turns.
func Grade(bank *questionbank.Bank, t transcript.Transcript) (transcript.Transcript, error) {
	c, err := caseOf(bank, t)
	if err != nil {
		return transcript.Transcript{}, err
	}
	judged := make([]Judged, 0, len(t.Turns))
	for i, turn := range t.Turns {
		turn.N, turn.Topic = i+1, ""
		judged = append(judged, c.Judge(turn, judged))
	}
	return c.Seal(judged), nil
}

// caseOf is the case of a transcript that can be graded.
func caseOf(bank *questionbank.Bank, t transcript.Transcript) (*Case, error) {
	rubric, ok := RubricNamed(t.Rubric)
	if !ok {
		return nil, fmt.Errorf("%w: rubric: %q is not known; leave it out for the present one", transcript.ErrInvalid, t.Rubric)
	}
	if !slices.Contains(transcript.Categories(), t.Category) {
		return nil, fmt.Errorf("%w: category: %q is not known", transcript.ErrInvalid, t.Category)
	}
	if len(t.Turns) == 0 {
		return nil, fmt.Errorf("%w: turns: there is nothing to grade; give at least one", transcript.ErrInvalid)
	}
	c := NewCase(bank, t.Category, t.Profile, t.InterviewDate)
	c.rubric = rubric
	return c, nil
}
