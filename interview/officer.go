package interview

import (
	"math/rand/v2"
	"slices"
	"strings"

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
	line   int             // how many lines that makes, those tried again not counted
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
	if r.confirmed() || r.line > lastLine {
		return Move{}, false
	}
	if r.line > mostLines {
		return r.overdue()
	}
	for _, choose := range []func() (Move, bool){r.press, r.followUp, r.natural} {
		if m, ok := choose(); ok {
			return m, true
		}
	}
	if r.clear() {
		return r.closing()
	}
	if m, ok := r.volunteered(); ok {
		return m, true
	}
	return r.nextPoint()
}

// overdue raises what must still be covered when the usual length is over.
func (r *reading) overdue() (Move, bool) {
	if bad, _ := r.tally(); r.uncovered() == 0 || bad >= r.manner.patience {
		return Move{}, false
	}
	return r.nextPoint()
}

// closing is the last question before the decision, if the officer has one and the
// case is not lost already.
func (r *reading) closing() (Move, bool) {
	q := r.agenda.closing
	if bad, _ := r.tally(); q == nil || r.wasAsked(q) || r.line > r.manner.most || bad >= r.manner.patience {
		return Move{}, false
	}
	return r.question(q, "it is the last thing before the decision"), true
}

func (s Session) read() *reading {
	r := &reading{
		Session: s, manner: manners[s.started.Officer.Temper], turn: len(s.asked) + 1,
		chance: rand.New(rand.NewPCG(s.started.Officer.Seed, uint64(len(s.asked)+1))),
		line:   1, spoken: make(map[string]bool),
	}
	for i, j := range s.judged {
		if opensQuestion(s.asked[i].Kind) {
			r.since = 0
		}
		r.since++
		if s.asked[i].Again == 0 {
			r.line++
		}
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
func (r *reading) room() bool { return r.line+r.uncovered() <= min(r.manner.most, mostLines-1) }

// uncovered counts what must be raised and has not been: the topics that must be
// covered, and the points that are due.
func (r *reading) uncovered() int {
	n := 0
	for _, topic := range r.agenda.must {
		if r.raised(topic) == 0 {
			n++
		}
	}
	for _, p := range r.agenda.points {
		if p.due && r.pending(p) {
			n++
		}
	}
	return n
}

// askedOn holds when a question on one of the fields was asked.
func (r *reading) askedOn(fields []string) bool {
	return slices.ContainsFunc(r.asked, func(a Asked) bool {
		q, ok := r.bank.Question(a.Question)
		return ok && slices.ContainsFunc(q.Fields, func(f string) bool { return slices.Contains(fields, f) })
	})
}

// raised counts the questions asked on a topic; follow-ups and quick checks do not
// count.
func (r *reading) raised(topic string) int {
	n := 0
	for _, a := range r.asked {
		if a.Topic == topic && opensQuestion(a.Kind) && a.Again == 0 && !slices.Contains(r.agenda.checks, a.Question) {
			n++
		}
	}
	return n
}

func (r *reading) opening() (Move, bool) {
	q, reason := r.agenda.arrival, "interviews begin at the counter, before the first question"
	if q == nil {
		q, reason = r.agenda.opener, "an interview for "+r.started.Category.Visa()+" often opens with it"
	}
	if q == nil {
		return r.nextPoint()
	}
	m := r.question(q, reason)
	m.Kind, m.Reason = transcript.Opening, "Asked first because "+reason+"."
	if g := r.manner.greeting; g != "" && !strings.HasPrefix(m.Line, "Good morning.") && !strings.HasPrefix(m.Line, "Morning.") {
		m.Line = g + " " + m.Line
	}
	return m, true
}

// volunteered follows a fact that nobody asked about to the topic it opens: a doubt's,
// or the question that a person would ask next.
func (r *reading) volunteered() (Move, bool) {
	if !r.room() {
		return Move{}, false
	}
	for _, d := range doubts {
		if d.ties && !r.started.Category.HasTies() || !r.mentioned(d.fields) {
			continue
		}
		for _, topic := range d.topics {
			m, ok := r.raise(point{topic: topic, nth: 1, fields: d.fields, reason: r.unasked(topic)})
			if ok && topic != r.last.Turn.Topic {
				return m, true
			}
		}
	}
	return r.related()
}

// unasked is the reason to follow what was volunteered.
func (r *reading) unasked(topic string) string {
	return "you spoke of " + subject(r.bank, topic) + " without being asked"
}

// nearby is how many of the questions nearest to a volunteered fact are looked at (our
// judgement: the right one is among the first three in nine cases of ten).
const nearby = 3

// related asks what a person would ask next about a fact that was volunteered: the
// nearest question that checks its field.
func (r *reading) related() (Move, bool) {
	fields := r.volunteeredFields()
	if len(fields) == 0 || !r.percent(r.manner.natural) {
		return Move{}, false
	}
	about := questionbank.Filter{Category: r.started.Category, Asked: r.askedIDs()}
	for _, match := range r.bank.Related(r.last.Turn.Applicant, about, nearby) {
		q := match.Question
		if len(on([]*questionbank.Question{q}, fields)) == 0 || q.Topic.ID == r.last.Turn.Topic || forTies(q.Topic.ID) && !r.started.Category.HasTies() || !r.open(q) {
			continue
		}
		return r.question(q, r.unasked(q.Topic.ID)), true
	}
	return Move{}, false
}

// volunteeredFields are the fields that the last answer told something of and its
// question did not ask for.
func (r *reading) volunteeredFields() []string {
	asked := r.fieldsAsked()
	var fields []string
	for _, c := range r.last.Claims {
		if c.Certain && !c.Negative && !slices.Contains(asked, c.Field) {
			fields = append(fields, c.Field)
		}
	}
	return fields
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
		if !room && !p.due && (r.raised(p.topic) > 0 || !r.agenda.covers(p.topic)) {
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
	return r.question(q, p.reason), true
}

// question is the move that asks one, with the end of its "Asked because …".
func (r *reading) question(q *questionbank.Question, reason string) Move {
	return Move{
		Turn: r.turn, Kind: transcript.Question, Question: q, Topic: q.Topic.ID,
		Line: r.reacting(q, r.wording(q)), Reason: "Asked because " + reason + ".",
	}
}

// asking is the question a point still needs; nil when it needs none or has none.
func (r *reading) asking(p point) *questionbank.Question {
	switch {
	case p.ask != nil:
		if r.wasAsked(p.ask) || r.settled(p.ask) {
			return nil
		}
		return p.ask
	case r.pending(p):
		return r.choose(p)
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

// choose picks a question of the point's topic: on the point's own fields when it has
// some, a basic one the first time a topic that must be covered is raised, one that no
// earlier interview asked; and of these, one that settles most of what is still open.
func (r *reading) choose(p point) *questionbank.Question {
	open := r.askable(p.topic)
	if about := on(open, p.fields); len(about) > 0 {
		open = about
	} else if p.nth == 1 && r.agenda.covers(p.topic) {
		open = open[:min(basics, len(open))]
	}
	if checked := r.checkable(open); len(checked) > 0 && r.percent(preferChecked) {
		open = checked
	}
	open = r.settling(fresh(open, r.started.Before))
	if len(open) == 0 {
		return nil
	}
	return open[r.chance.IntN(len(open))]
}

// settling keeps the questions that bear on most points still to be raised.
func (r *reading) settling(open []*questionbank.Question) []*questionbank.Question {
	most, kept := 0, open
	for i, q := range open {
		bears := 0
		for _, p := range r.agenda.points {
			if len(p.fields) > 0 && r.pending(p) && len(on(open[i:i+1], p.fields)) > 0 {
				bears++
			}
		}
		switch {
		case bears > most:
			most, kept = bears, []*questionbank.Question{q}
		case bears == most && most > 0:
			kept = append(kept, q)
		}
	}
	return kept
}

// pending holds for a point that has not been raised.
func (r *reading) pending(p point) bool {
	if p.ask != nil {
		return !r.wasAsked(p.ask)
	}
	return p.nth > 0 && r.raised(p.topic) < p.nth || p.nth == 0 && !r.askedOn(p.fields)
}

// askable are the questions of a topic that were not asked, are open to this
// profile and would not ask what is already known.
func (r *reading) askable(topic string) []*questionbank.Question {
	open := r.bank.Pick(questionbank.Filter{Category: r.started.Category, Topic: topic, Asked: r.askedIDs()})
	return filter(open, r.open)
}

// askedIDs are the bank's questions that were asked.
func (r *reading) askedIDs() []string {
	var ids []string
	for _, a := range r.asked {
		if a.Question != "" {
			ids = append(ids, a.Question)
		}
	}
	return ids
}

// open holds for a question that this profile allows and that nothing said has settled.
func (r *reading) open(q *questionbank.Question) bool {
	return q.Open(r.started.Profile) && !r.settled(q)
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
