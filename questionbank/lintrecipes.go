package questionbank

import (
	"slices"

	"github.com/viceconsul/viceconsul/interview/transcript"
)

// recipe checks that all a recipe names exists and may be asked in its category.
func (l *linter) recipe(r *Recipe) {
	l.categories(r, "category", []transcript.Category{r.Category})
	l.asks(r, "openers", r.Openers)
	l.asks(r, "refused", r.Refused)
	l.asks(r, "checks", r.Checks)
	for _, choices := range r.Cover {
		l.raises(r, "cover", choices)
	}
	l.raises(r, "add", r.Add)
	if len(r.Cover) == 0 {
		l.fault(r, "cover", "no topics to cover")
	}
	if !slices.ContainsFunc(r.Openers, l.alwaysOpen) {
		l.fault(r, "openers", "no opener that every profile allows: name one without when")
	}
}

func (l *linter) remark(m *Remark) {
	l.needs(m, "say", m.Say)
	l.line(m, "say", m.Say, "")
	l.noTies(m, "say", m.Say)
	l.conditions(m, []string{m.When})
	if !slices.ContainsFunc(l.bank.Pick(Filter{}), m.on) {
		l.fault(m, "when", "no question takes for granted what the remark asserts")
	}
}

func (l *linter) alwaysOpen(id string) bool {
	q, known := l.bank.questions[id]
	return known && len(q.When) == 0 && len(q.Topic.When) == 0
}

func (l *linter) asks(r *Recipe, key string, ids []string) {
	for _, id := range ids {
		q, known := l.bank.questions[id]
		switch {
		case !known:
			l.fault(r, key, "unknown question %q", id)
		case q.Retired:
			l.fault(r, key, "question %q is retired", id)
		case q.Topic.Off || !q.For(r.Category):
			l.fault(r, key, "question %q is not asked in %s", id, r.Category)
		}
	}
}

func (l *linter) raises(r *Recipe, key string, ids []string) {
	for _, id := range ids {
		t, known := l.bank.topics[id]
		switch {
		case !known:
			l.fault(r, key, "unknown topic %q", id)
		case t.Off || !slices.Contains(t.AppliesTo, r.Category):
			l.fault(r, key, "topic %q is not asked in %s", id, r.Category)
		}
	}
}
