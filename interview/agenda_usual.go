package interview

import (
	"slices"

	"github.com/viceconsul/viceconsul/interview/transcript"
	"github.com/viceconsul/viceconsul/questionbank"
)

// Of the topics that the profile gives no reason for, so many of a hundred are the
// recipe's, and so many the category's own; the rest are those of every visa (our
// judgement).
const (
	usualAdded = 40
	usualOwn   = 40
)

// withUsual puts one topic between those that must be covered that the profile gives
// no reason for.
func (p planner) withUsual(points []point, from int, must []string) []point {
	if !p.percent(p.manner.usual) {
		return points
	}
	own, common := p.others()
	pools := [][]string{p.recipe.Add, own, common}
	switch n := p.chance.IntN(100); {
	case n >= usualAdded+usualOwn:
		slices.Reverse(pools)
	case n >= usualAdded:
		pools[0], pools[1] = own, p.recipe.Add
	}
	for _, pool := range pools {
		pool = slices.DeleteFunc(slices.Clone(pool), func(topic string) bool {
			raised := func(o point) bool { return o.topic == topic }
			return slices.Contains(must, topic) || !p.reachable(topic) || forTies(topic) && !p.started.Category.HasTies() ||
				slices.ContainsFunc(points, raised)
		})
		if len(pool) > 0 {
			topic := pool[p.chance.IntN(len(pool))]
			reason := "officers ask it now and then"
			return p.between(points, from, point{topic: topic, nth: 1, reason: reason})
		}
	}
	return points
}

// others are the topics that no part of the recipe names: the category's own, and those
// of every visa.
func (p planner) others() (own, common []string) {
	for _, q := range p.bank.Pick(questionbank.Filter{Category: p.started.Category}) {
		id, into := q.Topic.ID, &own
		if len(q.Topic.AppliesTo) == len(transcript.Categories()) {
			into = &common
		}
		if id != counter && id != last && !slices.Contains(*into, id) && !slices.Contains(p.recipe.Add, id) {
			*into = append(*into, id)
		}
	}
	return own, common
}

// Topics with a place of their own in an interview.
const (
	counter = "com.open"  // before the first question
	last    = "com.close" // before the decision
)

// harm are the two questions on harm and fear, where the deployer turned them on.
func (p planner) harm() []point {
	if !p.started.Fear {
		return nil
	}
	var points []point
	for _, q := range p.bank.Pick(questionbank.Filter{Category: p.started.Category, Topic: "com.fear", Off: true}) {
		points = append(points, point{topic: q.Topic.ID, ask: q, due: true, reason: "officers are reported to ask it of everybody; it is not graded"})
	}
	return points
}
