package interview

import (
	"math/rand/v2"
	"slices"

	"github.com/viceconsul/viceconsul/interview/transcript"
	"github.com/viceconsul/viceconsul/questionbank"
	"github.com/viceconsul/viceconsul/scoring"
)

// A reading is what an officer has in mind between an answer and the next line:
// everything said so far, and the chance of this turn alone.
type reading struct {
	Session
	manner manner
	chance *rand.Rand
	turn   int             // of the line to be said
	last   *scoring.Judged // the answer just heard; nil before the first
	since  int             // lines on the question that was last asked, itself included
	spoken map[string]bool // profile paths the answers spoke of with certainty
}

// move chooses the officer's next line; false when it is time to decide.
//
// Pressing on a contradiction comes first, then a follow-up on what was missing;
// then the case may be clear enough to decide; then what was volunteered, and the
// next point of the agenda.
func (s Session) move() (Move, bool) {
	r := s.read()
	if r.last == nil {
		return r.opening()
	}
	if r.turn > mostLines || r.confirmed() {
		return Move{}, false
	}
	for _, choose := range []func() (Move, bool){r.press, r.followUp, r.natural} {
		if m, ok := choose(); ok {
			return m, true
		}
	}
	if r.clear() {
		return Move{}, false
	}
	if m, ok := r.volunteered(); ok {
		return m, true
	}
	return r.nextPoint()
}

func (s Session) read() *reading {
	r := &reading{
		Session: s, manner: manners[s.started.Officer.Temper], turn: len(s.asked) + 1,
		chance: rand.New(rand.NewPCG(s.started.Officer.Seed, uint64(len(s.asked)+1))),
		spoken: make(map[string]bool),
	}
	for i, j := range s.judged {
		if opensQuestion(s.asked[i].Kind) {
			r.since = 0
		}
		r.since++
		for _, c := range j.Claims {
			if c.Certain && !withheld(j, c.Field) {
				r.spoken[c.Field] = true
			}
		}
	}
	if n := len(s.judged); n > 0 {
		r.last = &s.judged[n-1]
	}
	return r
}

// withheld holds for a field that an answer spoke of and did not tell.
func withheld(j scoring.Judged, field string) bool {
	return slices.ContainsFunc(j.Turn.Findings, func(f transcript.Finding) bool {
		return f.Field == field && f.Verdict == transcript.NotComparable
	})
}

// opensQuestion holds for lines that begin something, where the others go on.
func opensQuestion(k transcript.Kind) bool {
	return k == transcript.Opening || k == transcript.Question
}

func (r *reading) percent(n int) bool { return r.chance.IntN(100) < n }

// room holds while one more line on what was just said leaves enough for the
// topics that must still be covered.
func (r *reading) room() bool { return r.turn+r.uncovered() <= r.manner.most }

// uncovered counts the topics that must be covered and have not been raised.
func (r *reading) uncovered() int {
	n := 0
	for _, topic := range r.agenda.must {
		if r.raised(topic) == 0 {
			n++
		}
	}
	return n
}

// raised counts the questions asked on a topic; follow-ups and quick checks do not
// count.
func (r *reading) raised(topic string) int {
	n := 0
	for _, a := range r.asked {
		if a.Topic == topic && opensQuestion(a.Kind) && !r.agenda.checks(a.Question) {
			n++
		}
	}
	return n
}

func (r *reading) opening() (Move, bool) {
	q := r.agenda.opener
	if q == nil {
		return r.nextPoint()
	}
	m := Move{
		Turn: 1, Kind: transcript.Opening, Question: q, Topic: q.Topic.ID, Line: r.wording(q),
		Reason: "Asked first because an interview for " + r.started.Category.Visa() + " often opens with it.",
	}
	if g := r.manner.greeting; g != "" {
		m.Line = g + " " + m.Line
	}
	return m, true
}

// volunteered follows a fact that nobody asked about to the topic it opens.
func (r *reading) volunteered() (Move, bool) {
	if !r.room() {
		return Move{}, false
	}
	for _, d := range doubts {
		if d.ties && !r.started.Category.HasTies() || !r.mentioned(d.fields) {
			continue
		}
		for _, topic := range d.topics {
			reason := "you spoke of " + subject(r.bank, topic) + " without being asked"
			m, ok := r.raise(point{topic: topic, nth: 1, fields: d.fields, reason: reason})
			if ok && topic != r.last.Turn.Topic {
				return m, true
			}
		}
	}
	return Move{}, false
}

// mentioned holds when the last answer claims something on one of the fields that
// its question did not ask for.
func (r *reading) mentioned(fields []string) bool {
	asked := r.fieldsAsked()
	return slices.ContainsFunc(r.last.Claims, func(c scoring.Claim) bool {
		return !c.Negative && slices.Contains(fields, c.Field) && !slices.Contains(asked, c.Field)
	})
}

// fieldsAsked are the fields of the question that was last asked.
func (r *reading) fieldsAsked() []string {
	if q, ok := r.lastQuestion(); ok {
		return q.Fields
	}
	return nil
}

// lastQuestion is the bank's question that the last lines were about.
func (r *reading) lastQuestion() (*questionbank.Question, bool) {
	return r.bank.Question(r.asked[len(r.asked)-r.since].Question)
}

// nextPoint raises the first point of the agenda that still needs raising; near
// the end only what must be covered.
func (r *reading) nextPoint() (Move, bool) {
	room := r.room()
	for _, p := range r.agenda.points {
		if !room && (r.raised(p.topic) > 0 || !slices.Contains(r.agenda.must, p.topic)) {
			continue
		}
		if m, ok := r.raise(p); ok {
			return m, true
		}
	}
	return Move{}, false
}

// raise asks about a point; false when it was raised, or nothing is left to ask.
func (r *reading) raise(p point) (Move, bool) {
	q := r.asking(p)
	if q == nil {
		return Move{}, false
	}
	return Move{
		Turn: r.turn, Kind: transcript.Question, Question: q, Topic: q.Topic.ID,
		Line: r.nodded(r.wording(q)), Reason: "Asked because " + p.reason + ".",
	}, true
}

// asking is the question a point still needs; nil when it needs none or has none.
func (r *reading) asking(p point) *questionbank.Question {
	switch {
	case p.check == nil && r.raised(p.topic) < p.nth:
		return r.choose(p)
	case p.check != nil && !r.wasAsked(p.check) && !r.settled(p.check):
		return p.check
	}
	return nil
}

func (r *reading) wasAsked(q *questionbank.Question) bool {
	return slices.ContainsFunc(r.asked, func(a Asked) bool { return a.Question == q.ID }) // follow-ups carry their question's ID
}

// settled holds for a closed question whose fact was already given.
func (r *reading) settled(q *questionbank.Question) bool {
	return q.Type == questionbank.Closed && len(q.Fields) > 0 && r.spoken[q.Fields[0]]
}

const (
	basics        = 3  // the first questions of a topic in the bank are its basic ones (our judgement)
	preferChecked = 75 // percent: a question whose fields are declared goes before one that checks nothing (our judgement)
)

// choose picks a question of the point's topic: the next on the point's own fields
// when it has some, otherwise a basic one the first time and any one later.
func (r *reading) choose(p point) *questionbank.Question {
	open := r.askable(p.topic)
	if about := on(open, p.fields); len(about) > 0 {
		return about[0]
	}
	if p.nth == 1 {
		open = open[:min(basics, len(open))]
	}
	if checked := r.checkable(open); len(checked) > 0 && r.percent(preferChecked) {
		open = checked
	}
	if len(open) == 0 {
		return nil
	}
	return open[r.chance.IntN(len(open))]
}

// askable are the questions of a topic that were not asked, are open to this
// profile and would not ask what is already known.
func (r *reading) askable(topic string) []*questionbank.Question {
	var asked []string
	for _, a := range r.asked {
		if a.Question != "" {
			asked = append(asked, a.Question)
		}
	}
	open := r.bank.Pick(questionbank.Filter{Category: r.started.Category, Topic: topic, Asked: asked})
	return filter(open, func(q *questionbank.Question) bool { return q.Open(r.started.Profile) && !r.settled(q) })
}

// on keeps the questions about one of the fields.
func on(open []*questionbank.Question, fields []string) []*questionbank.Question {
	return filter(open, func(q *questionbank.Question) bool {
		return slices.ContainsFunc(q.Fields, func(f string) bool { return slices.Contains(fields, f) })
	})
}

// checkable keeps the questions whose answer can be compared with the profile.
func (r *reading) checkable(open []*questionbank.Question) []*questionbank.Question {
	return filter(open, func(q *questionbank.Question) bool {
		return slices.ContainsFunc(q.Fields, func(f string) bool { _, ok := r.started.Profile.Declared(f); return ok })
	})
}

func filter(all []*questionbank.Question, keep func(*questionbank.Question) bool) []*questionbank.Question {
	var kept []*questionbank.Question
	for _, q := range all {
		if keep(q) {
			kept = append(kept, q)
		}
	}
	return kept
}
