package questionbank

import (
	"fmt"
	"slices"
	"strings"

	"github.com/viceconsul/viceconsul/interview/transcript"
)

// mostWords is the longest line an officer says (source: our judgement; half of
// the remembered officer lines have 7 words or fewer, nine in ten 15 or fewer).
const mostWords = 25

// A linter checks a whole bank and collects what is wrong with it.
type linter struct {
	bank    *Bank
	groups  []*Group
	recipes []*Recipe
	remarks []*Remark
	places  map[any]place
	faults  Faults
}

// fault notes what is wrong with a key of a part.
func (l *linter) fault(part any, key, format string, args ...any) {
	p := l.places[part]
	l.faults = append(l.faults, Fault{File: p.file, Line: p.line(key), Where: p.where, What: fmt.Sprintf(format, args...)})
}

// link lets questions know their topics and finds both by ID.
func (l *linter) link() {
	for _, g := range l.groups {
		for i := range g.Topics {
			l.linkTopic(&g.Topics[i])
		}
	}
}

func (l *linter) linkTopic(t *Topic) {
	if _, twice := l.bank.topics[t.ID]; twice && t.ID != "" {
		l.fault(t, "id", "duplicate topic id")
	}
	l.bank.topics[t.ID] = t
	for i := range t.Questions {
		q := &t.Questions[i]
		q.Topic = t
		if other, twice := l.bank.questions[q.ID]; twice && q.ID != "" {
			l.duplicate(q, other)
		}
		l.bank.questions[q.ID] = q
	}
}

func (l *linter) duplicate(q, other *Question) {
	first := l.places[other]
	if q.Retired || other.Retired {
		l.fault(q, "id", "id of a retired question used again (first in %s:%d): take a new one", first.file, first.line("id"))
		return
	}
	l.fault(q, "id", "duplicate id (first in %s:%d)", first.file, first.line("id"))
}

func (l *linter) lint() {
	for _, g := range l.groups {
		l.group(g)
		for i := range g.Topics {
			l.topic(&g.Topics[i])
			for j := range g.Topics[i].Questions {
				l.question(&g.Topics[i].Questions[j])
			}
		}
	}
	for _, cause := range causes {
		l.line(common, string(cause), l.bank.Common[cause], cause)
		l.noTies(common, string(cause), l.bank.Common[cause])
	}
	for _, m := range l.remarks {
		l.remark(m)
	}
	for i, recipe := range l.recipes {
		l.recipe(recipe)
		if slices.ContainsFunc(l.recipes[:i], func(r *Recipe) bool { return r.Category == recipe.Category }) {
			l.fault(recipe, "category", "a second recipe for the category")
		}
	}
}

func (l *linter) group(g *Group) {
	l.needs(g, "group", g.Group)
	l.needs(g, "title", g.Title)
	if len(g.Topics) == 0 {
		l.fault(g, "topics", "no topics")
	}
	for _, name := range g.Inherits {
		if !slices.ContainsFunc(l.bank.Groups, func(o Group) bool { return o.Group == name }) {
			l.fault(g, "inherits", "inherits the unknown group %q", name)
		}
	}
}

func (l *linter) topic(t *Topic) {
	l.needs(t, "id", t.ID)
	l.needs(t, "title", t.Title)
	l.needs(t, "tests", t.Tests)
	l.needs(t, "strong", t.Strong)
	l.needs(t, "red_flags", strings.Join(t.RedFlags, ""))
	l.needs(t, "ground", t.Ground)
	l.categories(t, "applies_to", t.AppliesTo)
	if len(t.AppliesTo) == 0 {
		l.fault(t, "applies_to", "no applies_to: name the categories")
	}
	if len(t.Questions) == 0 {
		l.fault(t, "questions", "no questions")
	}
	l.conditions(t, t.When)
	l.followUps(t)
	if !slices.ContainsFunc(t.AppliesTo, transcript.Category.HasTies) {
		l.noTies(t, "tests", t.Tests, t.Strong, t.Ground, strings.Join(t.RedFlags, "; "))
	}
}

func (l *linter) followUps(t *Topic) {
	for _, cause := range required {
		if _, given := t.FollowUp[cause]; !given {
			l.fault(t, "follow_up", "no follow-up for %s: write the line, or none", cause)
		}
	}
	for _, cause := range causes {
		line := t.FollowUp[cause]
		if line == "" {
			continue
		}
		key := "follow_up." + string(cause)
		l.line(t, key, line, cause)
		if cause == Contradiction && !strings.Contains(line, "{declared}") {
			l.fault(t, key, "the follow-up for contradiction must hold {declared}")
		}
		if !only(t.AppliesTo, t.Except[cause], transcript.Category.HasTies) {
			l.noTies(t, key, line)
		}
	}
	for _, cause := range causes {
		l.categories(t, "except", t.Except[cause])
	}
}

func (l *linter) question(q *Question) {
	l.needs(q, "id", q.ID)
	l.needs(q, "ask", q.Ask)
	if !slices.Contains(answerTypes, q.Type) {
		l.fault(q, "type", "unknown type %q: want one of %s", q.Type, listed(answerTypes))
	}
	for _, said := range []struct{ key, line string }{{"ask", q.Ask}, {"simpler", q.Simpler}, {"then", q.Then}} {
		l.line(q, said.key, said.line, "")
	}
	for _, wording := range q.Also {
		l.line(q, "also", wording, "")
	}
	l.fields(q)
	l.conditions(q, q.When)
	l.categories(q, "except", q.Except)
	if !only(q.Topic.AppliesTo, q.Except, transcript.Category.HasTies) {
		l.noTies(q, "ask", append(q.Wordings(), q.Simpler, q.Then)...)
	}
}

func (l *linter) fields(q *Question) {
	if len(q.Fields) == 0 {
		l.fault(q, "fields", "no fields: name the profile paths the answer is compared with")
	}
	ties := only(q.Topic.AppliesTo, q.Except, transcript.Category.HasTies)
	for _, path := range q.Fields {
		if _, known := transcript.LookupField(path); !known {
			l.fault(q, "fields", "unknown profile path %q", path)
		}
		if !ties && strings.HasPrefix(path, "ties.") {
			l.fault(q, "fields", "%s is asked in H-1B, where ties do not count: except those categories, or take another field", path)
		}
	}
}

func (l *linter) conditions(part any, conditions []string) {
	for _, c := range conditions {
		if err := checkCondition(c); err != nil {
			l.fault(part, "when", "condition %q: %v", c, err)
		}
	}
}

func (l *linter) categories(part any, key string, all []transcript.Category) {
	for _, c := range all {
		if !slices.Contains(transcript.Categories(), c) {
			l.fault(part, key, "unknown category %q", c)
		}
	}
}

func (l *linter) needs(part any, key, text string) {
	if strings.TrimSpace(text) == "" {
		l.fault(part, key, "no %s", key)
	}
}

// only reports whether all categories but the excepted ones are as asked.
func only(all, except []transcript.Category, is func(transcript.Category) bool) bool {
	return !slices.ContainsFunc(all, func(c transcript.Category) bool { return !slices.Contains(except, c) && !is(c) })
}

// listed is a list for people: "closed, open, explain, technical".
func listed[T ~string](all []T) string {
	texts := make([]string, len(all))
	for i, one := range all {
		texts[i] = string(one)
	}
	return strings.Join(texts, ", ")
}
