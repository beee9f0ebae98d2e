package interview

import (
	"math/rand/v2"
	"slices"

	"github.com/viceconsul/viceconsul/interview/transcript"
	"github.com/viceconsul/viceconsul/questionbank"
)

// An agenda is what an officer means to raise, made from the profile before the
// first question and never changed.
type agenda struct {
	opener *questionbank.Question
	points []point // in the order they are raised
	must   []string
	lines  int // the officer's lines this interview should take
}

// A point is one thing to raise: the n-th question of a topic, or one quick check.
type point struct {
	topic  string
	check  *questionbank.Question // nil for a question of the topic
	nth    int                    // 1 for the first question of the topic
	fields []string               // questions on these are asked before others
	reason string                 // the end of "Asked because …"
}

// checks reports whether the question is one of the agenda's quick checks.
func (a *agenda) checks(question string) bool {
	return slices.ContainsFunc(a.points, func(p point) bool { return p.check != nil && p.check.ID == question })
}

const (
	planning   = 1 << 32 // the turn number of the chance that plans: no turn has it
	firstTwo   = 2       // points of doubt raised before what must be covered; the others wait (our judgement)
	mostRounds = 3       // questions of one topic that must be covered, at most
)

// plan reads the profile and the recipe as an officer does before the first
// question: the opener, then what looks weak, then what must be covered, a quick
// check or two in between, and further questions while there is time.
func plan(bank *questionbank.Bank, recipe questionbank.Recipe, started Started) *agenda {
	p := planner{
		bank: bank, recipe: recipe, started: started,
		chance: rand.New(rand.NewPCG(started.Officer.Seed, planning)),
		manner: manners[started.Officer.Temper],
	}
	a := &agenda{opener: p.opener(), must: p.cover()}
	a.lines = p.manner.least + p.chance.IntN(p.manner.most-p.manner.least+1)
	shown := p.shown()
	p.chance.Shuffle(len(a.must), func(i, j int) { a.must[i], a.must[j] = a.must[j], a.must[i] })

	first := min(firstTwo, len(shown))
	a.points = append(a.points, shown[:first]...)
	for round := 1; round <= mostRounds; round++ {
		a.points = append(a.points, p.round(a.must, round)...)
		if round == 1 {
			a.points = p.withChecks(a.points, first)
		}
		if round == 2 {
			a.points = append(a.points, shown[first:]...)
		}
	}
	return a
}

// A planner makes one agenda.
type planner struct {
	bank    *questionbank.Bank
	recipe  questionbank.Recipe
	started Started
	chance  *rand.Rand
	manner  manner
}

// open reports whether a question may be asked of this applicant at all.
func (p planner) open(q *questionbank.Question) bool {
	return !q.Retired && q.Open(p.started.Profile)
}

// among finds the open questions of these IDs.
func (p planner) among(ids []string) []*questionbank.Question {
	var all []*questionbank.Question
	for _, id := range ids {
		if q, ok := p.bank.Question(id); ok && p.open(q) {
			all = append(all, q)
		}
	}
	return all
}

func (p planner) opener() *questionbank.Question {
	open := p.among(p.recipe.Openers)
	if len(open) == 0 {
		return nil
	}
	return open[p.chance.IntN(len(open))]
}

// cover chooses one topic of each list that must be covered, of those with a question
// for this profile.
func (p planner) cover() []string {
	var must []string
	for _, choices := range p.recipe.Cover {
		open := slices.DeleteFunc(slices.Clone(choices), func(topic string) bool { return !p.reachable(topic) })
		if len(open) == 0 {
			continue
		}
		if topic := open[p.chance.IntN(len(open))]; !slices.Contains(must, topic) {
			must = append(must, topic)
		}
	}
	return must
}

// reachable holds for topics with a question for this category and profile.
func (p planner) reachable(topic string) bool {
	open := p.bank.Pick(questionbank.Filter{Category: p.started.Category, Topic: topic})
	return slices.ContainsFunc(open, p.open)
}

// shown turns the doubts that this profile shows into points, one a topic.
func (p planner) shown() []point {
	var points []point
	for _, d := range doubts {
		i := slices.IndexFunc(d.topics, p.reachable)
		if i < 0 || d.ties && !p.started.Category.HasTies() {
			continue
		}
		because := d.shows(p.started.Profile)
		raised := slices.ContainsFunc(points, func(o point) bool { return o.topic == d.topics[i] })
		if because == "" || raised {
			continue
		}
		points = append(points, point{topic: d.topics[i], nth: 1, fields: d.fields, reason: because})
		if d.twice {
			points = append(points, point{topic: d.topics[i], nth: 2, fields: d.fields, reason: because + ", and one answer does not settle it"})
		}
	}
	return points
}

// round raises every topic that must be covered once more.
func (p planner) round(must []string, nth int) []point {
	var points []point
	for _, id := range must {
		reason := "an interview for " + p.started.Category.Visa() + " has to cover " + subject(p.bank, id)
		points = append(points, point{topic: id, nth: nth, reason: reason})
		if nth == 1 && p.chance.IntN(100) < p.manner.second {
			points = append(points, point{topic: id, nth: 2, reason: "one answer on " + subject(p.bank, id) + " does not settle it"})
		}
	}
	return points
}

// withChecks puts one or two quick checks between the topics.
func (p planner) withChecks(points []point, from int) []point {
	checks := p.among(p.recipe.Checks)
	p.chance.Shuffle(len(checks), func(i, j int) { checks[i], checks[j] = checks[j], checks[i] })
	for _, q := range checks[:min(len(checks), 1+p.chance.IntN(2))] {
		at := from + p.chance.IntN(len(points)-from+1)
		points = slices.Insert(points, at, point{topic: q.Topic.ID, check: q, reason: checking(p.started.Profile, q)})
	}
	return points
}

// checking says why a quick check is made.
func checking(profile transcript.Profile, q *questionbank.Question) string {
	for _, path := range q.Fields {
		if d, ok := profile.Declared(path); ok {
			return "it checks a fact you declared: " + lowerFirst(d.Field.Title)
		}
	}
	return "it is a fact every officer checks"
}
