package web

import (
	"fmt"
	"math"
	"regexp"
	"slices"
	"strings"

	"github.com/viceconsul/viceconsul/interview/transcript"
	"github.com/viceconsul/viceconsul/questionbank"
	"github.com/viceconsul/viceconsul/scoring"
)

// The drills, by their names in addresses.
const (
	topicDrill    = "topic"
	numbersDrill  = "numbers"
	refusalDrill  = "refusal"
	correctDrill  = "correct"
	cutInDrill    = "cut-in"
	repeatDrill   = "repeat"
	documentDrill = "documents"
)

// A drill trains one thing: a line of the officer, an answer, feedback at once.
type drill struct {
	name string // its titles are texts of the catalogue, under this name
	// prompts are the lines it can put to a case, in their order; none when the profile
	// gives it nothing to ask about.
	prompts func(drilled) []prompt
	// points are what it looks at beside the grade; nil for the grade alone.
	points func(prompt, scoring.Judged) []pointView
}

// A drilled is whose case a drill is about.
type drilled struct {
	bank     *questionbank.Bank
	notes    *notes
	category transcript.Category
	profile  transcript.Profile
	topic    string // for topicDrill; "" takes the first
}

// A prompt is one line put to the applicant.
type prompt struct {
	line     string
	question string           // of the bank; "" for none
	before   *transcript.Turn // what was said before it
	field    string           // it is about
	hears    int              // words after which the officer cuts in; 0 for never
	ungraded bool             // there is nothing in a good answer to grade
}

// A pointView is one thing a drill looked for.
type pointView struct {
	Met     bool
	Name    string // of the text that says it
	Seconds int    // spoken, where it is about the length
}

// Most is the length a refusal is explained in, in seconds.
func (pointView) Most() int { return refusalSeconds }

var drills = []drill{
	{topicDrill, topicPrompts, nil},
	{numbersDrill, numberPrompts, nil},
	{refusalDrill, refusalPrompts, refusalPoints},
	{correctDrill, correctPrompts, correctPoints},
	{cutInDrill, cutInPrompts, nil},
	{repeatDrill, repeatPrompts, repeatPoints},
	{documentDrill, documentPrompts, documentPoints},
}

// heardWords is after how many words the officer of cutInDrill cuts in (our judgement:
// ten seconds of speech).
const heardWords = 22

func drillNamed(name string) (drill, bool) {
	i := slices.IndexFunc(drills, func(d drill) bool { return d.name == name })
	if i < 0 {
		return drill{}, false
	}
	return drills[i], true
}

// questions are the bank's that this case may be asked.
func (d drilled) questions(f questionbank.Filter) []*questionbank.Question {
	f.Category = d.category
	return slices.DeleteFunc(d.bank.Pick(f), func(q *questionbank.Question) bool { return !q.Open(d.profile) })
}

func promptOf(q *questionbank.Question) prompt { return prompt{line: q.Ask, question: q.ID} }

// topics are those with a question for this case.
func (d drilled) topics() []*questionbank.Topic {
	var all []*questionbank.Topic
	for _, q := range d.questions(questionbank.Filter{}) {
		if !slices.Contains(all, q.Topic) {
			all = append(all, q.Topic)
		}
	}
	return all
}

func topicPrompts(d drilled) []prompt {
	topics := d.topics()
	if len(topics) == 0 {
		return nil
	}
	chosen := topics[0].ID
	if slices.ContainsFunc(topics, func(t *questionbank.Topic) bool { return t.ID == d.topic }) {
		chosen = d.topic
	}
	var all []prompt
	for _, q := range d.questions(questionbank.Filter{Topic: chosen}) {
		all = append(all, promptOf(q))
	}
	return all
}

// numbers are the classes whose values are numbers.
var numbers = []transcript.Class{transcript.ClassExact, transcript.ClassApproximate, transcript.ClassDuration, transcript.ClassDate}

// numberIn is the first declared number a question is about.
func (d drilled) numberIn(q *questionbank.Question) (transcript.Declared, bool) {
	for _, path := range q.Fields {
		f, known := transcript.LookupField(path)
		declared, ok := d.profile.Declared(path)
		if known && ok && slices.Contains(numbers, f.Class) && !declared.Value.None() {
			return declared, true
		}
	}
	return transcript.Declared{}, false
}

func numberPrompts(d drilled) []prompt {
	var all []prompt
	for _, q := range d.questions(questionbank.Filter{}) {
		if q.Type == questionbank.Closed && d.asksNumber(q) {
			all = append(all, promptOf(q))
		}
	}
	return all
}

// asksNumbers begin a line that a number or a date answers.
var asksNumbers = []string{"How ", "When ", "What "}

// asksNumber holds for a question about a declared number before all else: "Is there one
// document you want me to look at?" is checked against one, and asks for none.
func (d drilled) asksNumber(q *questionbank.Question) bool {
	if len(q.Fields) == 0 || !slices.ContainsFunc(asksNumbers, func(word string) bool { return strings.HasPrefix(q.Ask, word) }) {
		return false
	}
	f, known := transcript.LookupField(q.Fields[0])
	declared, ok := d.profile.Declared(q.Fields[0])
	return known && ok && slices.Contains(numbers, f.Class) && !declared.Value.None()
}

// refusalPrompts ask what happened, in each wording an officer has for it.
func refusalPrompts(d drilled) []prompt {
	recipe, _ := d.bank.Recipe(d.category)
	if len(recipe.Refused) == 0 {
		return nil
	}
	q, ok := d.bank.Question(recipe.Refused[0])
	if !ok {
		return nil
	}
	ungraded := !q.Open(d.profile) // no refusal is declared: nothing to compare with
	var all []prompt
	for _, line := range append([]string{q.Ask}, q.Also...) {
		all = append(all, prompt{line: line, question: q.ID, ungraded: ungraded})
	}
	return all
}

// The parts of an explained refusal, each known by words that belong to it.
var refusalParts = []struct {
	name  string
	words *regexp.Regexp
}{
	{"happened", regexp.MustCompile(`(?i)\b(refus\w*|denie\w*|rejected|214\s?\(?b\)?|221\s?\(?g\)?|not (issued|approved|given))`)},
	{"changed", regexp.MustCompile(`(?i)\b(since|changed?|then|after that|meanwhile|new|completed|finished|got|started|matched|received|corrected|grew)\b`)},
	{"different", regexp.MustCompile(`(?i)\b(now|today|this time|different|at present|currently|i have|i hold|i am)\b`)},
}

const refusalSeconds = 60

func refusalPoints(_ prompt, j scoring.Judged) []pointView {
	all := []pointView{{Met: j.Turn.Seconds <= refusalSeconds, Name: "length", Seconds: int(math.Ceil(j.Turn.Seconds))}}
	for _, part := range refusalParts {
		all = append(all, pointView{Met: part.words.MatchString(j.Turn.Applicant), Name: part.name})
	}
	return all
}

// correctPrompts put a wrong value into the applicant's mouth, beside the declared one.
func correctPrompts(d drilled) []prompt {
	var all []prompt
	for _, q := range d.questions(questionbank.Filter{}) {
		declared, ok := d.numberIn(q)
		if !ok || q.Topic == nil {
			continue
		}
		wrong := wrongFor(declared.Value)
		line := q.Topic.FollowUp[questionbank.Contradiction]
		if wrong == "" || line == "" {
			continue
		}
		line = strings.NewReplacer("{declared}", declared.Text, "{heard}", wrong).Replace(line)
		all = append(all, prompt{line: line, field: declared.Field.Path,
			before: &transcript.Turn{N: 1, Officer: q.Ask, Question: q.ID, Applicant: "It is " + wrong + "."}})
	}
	return all
}

// wrongFor is a value clearly other than the declared one, as somebody might say it; ""
// for what is no sum, length of time or date.
func wrongFor(v transcript.Value) string {
	if total, ok := v.Parts["total"]; ok {
		v = total
	}
	switch v.Type {
	case transcript.TypeDate:
		return fmt.Sprint(v.Date.Year - 2)
	case transcript.TypeMoney:
		return fmt.Sprintf("%s %.0f", v.Money.Unit, math.Round(v.Money.Low*6/10))
	case transcript.TypeDuration:
		if v.Days.Low < 100 {
			return "six months"
		}
		return "four weeks"
	}
	return ""
}

func correctPoints(p prompt, j scoring.Judged) []pointView {
	heard, brief := false, false
	for _, f := range j.Turn.Findings {
		heard = heard || f.Field == p.field && (f.Verdict == transcript.Consistent || f.Verdict == transcript.SelfCorrection)
	}
	if band, ok := j.Turn.Bands.Of(transcript.Brevity).Value(); ok {
		brief = band >= 3
	}
	return []pointView{{Met: heard, Name: "heard"}, {Met: brief, Name: "short"}}
}

func cutInPrompts(d drilled) []prompt {
	var all []prompt
	for _, q := range d.questions(questionbank.Filter{}) {
		if q.Type == questionbank.Open {
			p := promptOf(q)
			p.hears = heardWords
			all = append(all, p)
		}
	}
	return all
}

// repeatLines are hard to follow on purpose: several questions in one breath, or words
// that only officials use.
var repeatLines = []string{
	"And the principal applicant's remuneration, gross, per annum, is that as filed or since amended?",
	"So the thing with the, you know, the one before this, was that the same or the other?",
	"Your SEVIS, is it active, transferred or, hold on, what was the last action?",
	"Any prior adverse determinations under the Act, here or at another post?",
}

func repeatPrompts(drilled) []prompt {
	all := make([]prompt, len(repeatLines))
	for i, line := range repeatLines {
		all[i] = prompt{line: line, ungraded: true}
	}
	return all
}

func repeatPoints(_ prompt, j scoring.Judged) []pointView {
	return []pointView{
		{Met: j.Cause == questionbank.NoAnswer, Name: "asked"},
		{Met: wordsIn(j.Turn.Applicant) <= shortWords, Name: "few_words"},
	}
}

// shortWords are enough to ask again or to hand a paper over (our judgement).
const shortWords = 12

func documentPrompts(d drilled) []prompt {
	declared, usual := papersOf(d.notes, d.category, d.profile)
	var all []prompt
	for _, paper := range slices.Concat(declared, usual) {
		all = append(all, prompt{line: "Do you have this with you: " + paper.Title + "?", ungraded: true})
	}
	return all
}

var handsOver = regexp.MustCompile(`(?i)\b(here|yes|have|this is|please|sure|no|not|don't|do not|missing|forgot|without)\b`)

func documentPoints(_ prompt, j scoring.Judged) []pointView {
	return []pointView{
		{Met: handsOver.MatchString(j.Turn.Applicant), Name: "handed"},
		{Met: wordsIn(j.Turn.Applicant) <= shortWords, Name: "few_words"},
	}
}
