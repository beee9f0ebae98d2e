package interview

import "slices"

const (
	firstDoubts = 2 // raised before what must be covered; the others wait (our judgement)
	mostWeak    = 2 // topics that return (our judgement)
)

// shown turns the doubts that this profile shows into points, one a topic; those of
// the gravest doubts come first, the others later. An earlier refusal is doubt enough
// to begin with.
func (p planner) shown() (first, later []point) {
	var topics []string
	for _, d := range doubts {
		topic := p.topicOf(d)
		if topic == "" || slices.Contains(topics, topic) {
			continue
		}
		because := d.shows(p.started.Profile)
		if because == "" {
			continue
		}
		one := point{topic: topic, nth: 1, fields: d.fields, reason: because}
		switch one.due = len(first) < firstDoubts; {
		case d.refused:
			first = p.refused(because)
		case one.due:
			first = append(first, one)
		default:
			later = append(later, one)
		}
		topics = append(topics, topic)
	}
	return first, later
}

// topicOf is the first topic of a doubt with a question for this profile; "" when
// the category has none, or the doubt is about ties where they do not count.
func (p planner) topicOf(d doubt) string {
	i := slices.IndexFunc(d.topics, p.reachable)
	if i < 0 || d.ties && !p.started.Category.HasTies() {
		return ""
	}
	return d.topics[i]
}

// refused are the three questions to who was refused before.
func (p planner) refused(because string) []point {
	parts := []string{"", ", and what changed since decides the case", ", and it has to be different now"}
	var points []point
	for i, q := range p.among(p.recipe.Refused) {
		points = append(points, point{topic: q.Topic.ID, ask: q, due: true, reason: because + parts[min(i, len(parts)-1)]})
	}
	return points
}

// weak brings back what went badly in earlier interviews of this applicant.
func (p planner) weak() []point {
	var points []point
	for _, topic := range p.started.Before.Weak {
		if p.reachable(topic) && len(points) < mostWeak {
			reason := "your answers on " + subject(p.bank, topic) + " were weak in an earlier interview"
			points = append(points, point{topic: topic, nth: 1, reason: reason})
		}
	}
	return points
}
