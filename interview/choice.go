package interview

import (
	"slices"

	"github.com/viceconsul/viceconsul/interview/transcript"
	"github.com/viceconsul/viceconsul/questionbank"
)

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
	about := fresh(on(open, p.fields), r.started.Before)
	open = fresh(open, r.started.Before)
	if len(about) > 0 {
		open = about
	} else if p.nth == 1 && r.agenda.covers(p.topic) {
		open = open[:min(basics, len(open))]
	}
	if checked := r.checkable(open); len(checked) > 0 && r.percent(preferChecked) {
		open = checked
	}
	open = r.settling(open)
	if len(open) == 0 {
		return nil
	}
	return open[r.chance.IntN(len(open))]
}

// settling keeps the questions that bear on most points still to be raised.
func (r *reading) settling(open []*questionbank.Question) []*questionbank.Question {
	var fields [][]string
	for _, p := range r.agenda.points {
		if len(p.fields) > 0 && r.pending(p) {
			fields = append(fields, p.fields)
		}
	}
	most, kept := 0, open
	for i, q := range open {
		bears := 0
		for _, f := range fields {
			if len(on(open[i:i+1], f)) > 0 {
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
	if p.nth > 0 {
		return r.raised(p.topic) < p.nth
	}
	return !r.askedOn(p.fields) && len(on(r.askable(p.topic), p.fields)) > 0
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
