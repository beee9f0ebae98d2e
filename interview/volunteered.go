package interview

import (
	"slices"

	"github.com/viceconsul/viceconsul/interview/transcript"
	"github.com/viceconsul/viceconsul/questionbank"
)

// volunteered follows a fact that nobody asked about to the topic it opens: a doubt's,
// or the question that a person would ask next.
func (r *reading) volunteered() (Move, bool) {
	if !r.room() {
		return Move{}, false
	}
	for _, d := range doubts {
		field := r.mentioned(d.fields)
		if field == "" || d.ties && !r.started.Category.HasTies() {
			continue
		}
		for _, topic := range d.topics {
			m, ok := r.raise(point{topic: topic, nth: 1, fields: d.fields, reason: unasked(field)})
			if ok && topic != r.last.Turn.Topic {
				return m, true
			}
		}
	}
	return r.related()
}

// unasked is the reason to follow what was volunteered.
func unasked(field string) string {
	f, _ := transcript.LookupField(field)
	return "you spoke of this yourself: " + titled(f)
}

// nearby is how many of the questions nearest to a volunteered fact are looked at (our
// judgement: the right one is among the first three in nine cases of ten).
const nearby = 3

// related asks what a person would ask next about a fact that was volunteered: the
// nearest question that checks its field.
func (r *reading) related() (Move, bool) {
	fields := r.volunteeredFields()
	if len(fields) == 0 || r.owed() || !r.percent(r.manner.natural) {
		return Move{}, false
	}
	about := questionbank.Filter{Category: r.started.Category, Asked: append(r.askedIDs(), r.started.Before.Asked...), Fields: fields}
	for _, match := range r.bank.Related(r.last.Turn.Applicant, about, nearby) {
		q := match.Question
		i := slices.IndexFunc(fields, func(f string) bool { return slices.Contains(q.Fields, f) })
		if i < 0 || q.Topic.ID == r.last.Turn.Topic || forTies(q.Topic.ID) && !r.started.Category.HasTies() || !r.open(q) {
			continue
		}
		return r.question(q, unasked(fields[i])), true
	}
	return Move{}, false
}

// owed holds while a question is due that nothing goes before, as on a refusal.
func (r *reading) owed() bool {
	return slices.ContainsFunc(r.agenda.points, func(p point) bool {
		return p.due && p.ask != nil && p.topic != privateTopic && r.pending(p)
	})
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

// mentioned is the first of the fields that the last answer claims something on and its
// question did not ask for; "" for none.
func (r *reading) mentioned(fields []string) string {
	asked := r.fieldsAsked()
	for _, c := range r.last.Claims {
		if !c.Negative && slices.Contains(fields, c.Field) && !slices.Contains(asked, c.Field) {
			return c.Field
		}
	}
	return ""
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
