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
	arrival *questionbank.Question // at the counter, before the first question; nil for none
	opener  *questionbank.Question
	points  []point // in the order they are raised
	must    []string
	closing *questionbank.Question // the last question before the decision; nil for none
	checks  []string               // IDs of the quick checks, which raise no topic
	lines   int                    // the officer's lines this interview should take
	typing  pause                  // before a line
	final   pause                  // before the decision
}

// A pause is a silence in which the officer types.
type pause struct {
	turn    int // the line it comes before
	seconds int
}

// A point is one thing to raise: one question, the n-th question of a topic, or any
// question on some fields.
type point struct {
	topic  string
	ask    *questionbank.Question // this one; nil for any of the topic
	nth    int                    // 1 for the first question of the topic; 0 is raised by any question on the fields
	fields []string               // questions on these are asked before others
	due    bool                   // raised however few lines are left
	reason string                 // the end of "Asked because …"
}

// covers reports whether the interview has to cover the topic.
func (a *agenda) covers(topic string) bool { return slices.Contains(a.must, topic) }

// planning is the turn number of the chance that plans: no turn has it.
const planning = 1 << 32

// plan reads the profile and the recipe as an officer does before the first
// question: what looks weak, what must be covered with a quick check or two in
// between, something else now and then, and further questions while there is time.
func plan(bank *questionbank.Bank, recipe questionbank.Recipe, started Started) *agenda {
	p := planner{
		bank: bank, recipe: recipe, started: started,
		chance: rand.New(rand.NewPCG(started.Officer.Seed, planning)),
		manner: manners[started.Officer.Temper],
	}
	a := &agenda{opener: p.one(p.among(recipe.Openers)), must: p.cover()}
	a.lines = p.manner.least + p.chance.IntN(p.manner.most-p.manner.least+1)
	a.arrival = p.sometimes(p.manner.arrival, counter)
	a.closing = p.sometimes(p.manner.closing, last)
	a.typing, a.final = p.pauses(a.lines)
	p.chance.Shuffle(len(a.must), func(i, j int) { a.must[i], a.must[j] = a.must[j], a.must[i] })

	first, later := p.shown()
	if a.arrival != nil && a.opener != nil {
		first = append([]point{{topic: a.opener.Topic.ID, ask: a.opener, reason: p.opens(), due: true}}, first...)
	}
	a.points = append(first, p.weak()...)
	begin := len(a.points)
	a.points = append(a.points, p.round(a.must, 1)...)
	a.points = append(a.points, p.afterwards(a.must)...)
	a.points, a.checks = p.withChecks(a.points, begin)
	a.points = p.withUsual(a.points, begin, a.must)
	a.points = append(a.points, p.round(a.must, 2)...)
	a.points = append(a.points, later...)
	a.points = append(a.points, p.round(a.must, 3)...)
	a.points = slices.Insert(a.points, begin, p.harm()...) // early: a case lost soon is asked too
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

func (p planner) percent(n int) bool { return p.chance.IntN(100) < n }

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

// one chooses one of the questions, new ones first; nil of none.
func (p planner) one(all []*questionbank.Question) *questionbank.Question {
	all = fresh(all, p.started.Before)
	if len(all) == 0 {
		return nil
	}
	return all[p.chance.IntN(len(all))]
}

// sometimes chooses a question of the topic in so many of a hundred interviews.
func (p planner) sometimes(percent int, topic string) *questionbank.Question {
	if !p.percent(percent) {
		return nil
	}
	return p.one(p.of(topic))
}

// of lists the open questions of a topic.
func (p planner) of(topic string) []*questionbank.Question {
	return filter(p.bank.Pick(questionbank.Filter{Category: p.started.Category, Topic: topic}), p.open)
}

func (p planner) opens() string {
	return "an interview for " + p.started.Category.Visa() + " often opens with it"
}

// pauses chooses the one silence before a line and the one before the decision
// (published accounts: two to six seconds, and up to eight before the decision).
func (p planner) pauses(lines int) (typing, final pause) {
	typing = pause{turn: 2 + p.chance.IntN(lines-1), seconds: 2 + p.chance.IntN(5)}
	return typing, pause{seconds: 3 + p.chance.IntN(6)}
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
func (p planner) reachable(topic string) bool { return len(p.of(topic)) > 0 }

// round raises every topic that must be covered once more.
func (p planner) round(must []string, nth int) []point {
	var points []point
	for _, id := range must {
		reason := "an interview for " + p.started.Category.Visa() + " has to cover " + subject(p.bank, id)
		if nth > 1 {
			reason = further(p.bank, id)
		}
		points = append(points, point{topic: id, nth: nth, reason: reason})
		if nth == 1 && p.percent(p.manner.second) {
			points = append(points, point{topic: id, nth: 2, reason: further(p.bank, id)})
		}
	}
	return points
}

func further(bank *questionbank.Bank, topic string) string {
	return "one answer on " + subject(bank, topic) + " does not settle it"
}

// plans are the fields of what the applicant will do after the stay.
var plans = []string{"ties.plan_after", "ties.return_role"}

// afterwards asks for the plan after the stay where the law rests on it (INA 214(b)),
// unless another question has.
func (p planner) afterwards(must []string) []point {
	if !p.started.Category.HasTies() {
		return nil
	}
	for _, topic := range must {
		if len(on(p.of(topic), plans)) > 0 {
			return []point{{topic: topic, fields: plans, due: true, reason: "this visa rests on what you will do afterwards"}}
		}
	}
	return nil
}

// withChecks puts one or two quick checks between the topics.
func (p planner) withChecks(points []point, from int) (all []point, ids []string) {
	checks := fresh(p.among(p.recipe.Checks), p.started.Before)
	p.chance.Shuffle(len(checks), func(i, j int) { checks[i], checks[j] = checks[j], checks[i] })
	for _, q := range checks[:min(len(checks), 1+p.chance.IntN(2))] {
		points = p.between(points, from, point{topic: q.Topic.ID, ask: q, reason: checking(p.started.Profile, q)})
		ids = append(ids, q.ID)
	}
	return points, ids
}

// between puts a point somewhere after the first ones.
func (p planner) between(points []point, from int, one point) []point {
	return slices.Insert(points, from+p.chance.IntN(len(points)-from+1), one)
}

// checking says why a quick check is made.
func checking(profile transcript.Profile, q *questionbank.Question) string {
	for _, path := range q.Fields {
		if d, ok := profile.Declared(path); ok {
			return "it checks a fact you declared: " + titled(*d.Field)
		}
	}
	return "it is one of the quick checks officers make"
}

// fresh keeps the questions that no earlier interview of this applicant asked, or all
// when none is left.
func fresh(all []*questionbank.Question, before Before) []*questionbank.Question {
	untold := filter(all, func(q *questionbank.Question) bool { return !slices.Contains(before.Asked, q.ID) })
	if len(untold) == 0 {
		return all
	}
	return untold
}
