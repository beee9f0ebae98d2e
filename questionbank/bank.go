// Package questionbank holds the questions a consular officer may ask: topics by
// group, their questions with wordings, the profile fields each one checks and the
// follow-ups by cause. It loads and lints the bank, picks the questions open to a
// category, and finds those nearest to a text.
//
// It does not decide what to ask next; that is package interview.
package questionbank

import (
	"slices"
	"sync"

	"github.com/viceconsul/viceconsul/interview/transcript"
)

// A Bank is a checked set of groups, never changed after loading.
type Bank struct {
	Version string // of the content: the first 12 hex digits of its SHA-256
	Groups  []Group
	Recipes []Recipe
	// Common are the follow-ups said in every topic. Load puts them into each
	// topic's FollowUp as well, where the topic has none of its own.
	Common map[Cause]string
	// Remarks are said before a question that takes for granted what they assert.
	Remarks []Remark

	questions map[string]*Question
	topics    map[string]*Topic
	packed    []string        // topics that packs brought along and that are asked
	foreign   map[string]bool // all topics and groups that packs brought along
	once      sync.Once       // guards index and stems, which are made for the first Nearest
	index     index
	stems     map[string]string // of the words of all wordings

	relatedOnce sync.Once // guards what follows, made for the first Related
	contexts    map[*Question]context
	rarity      map[string]float32 // of a stem among the questions
}

// A Group is one file of the bank: the topics of one visa, or of all.
type Group struct {
	Group    string   `yaml:"group"` // "F"
	Title    string   `yaml:"title"`
	Inherits []string `yaml:"inherits,omitempty"` // groups whose topics may be asked too
	Topics   []Topic  `yaml:"topics"`
}

// A Topic is one thing an officer tests.
type Topic struct {
	ID        string                `yaml:"id"` // "f.fund"
	Title     string                `yaml:"title"`
	AppliesTo []transcript.Category `yaml:"applies_to"`
	Tests     string                `yaml:"tests"`     // what the officer is trying to find out
	Strong    string                `yaml:"strong"`    // what a strong, true answer contains
	RedFlags  []string              `yaml:"red_flags"` // what raises doubt
	Ground    string                `yaml:"ground"`    // refusal ground it can lead to
	// FollowUp is what the officer says next, by cause; "" says that nothing is
	// pressed for this cause. Line knows the exceptions: say nothing from here
	// without asking it. The line for Contradiction holds {declared} and may hold {heard}.
	FollowUp map[Cause]string `yaml:"follow_up"`
	// Except names the categories in which a follow-up is never said.
	Except map[Cause][]transcript.Category `yaml:"except,omitempty"`
	// When holds for every question of the topic, as if each listed it.
	When []string `yaml:"when,omitempty"`
	// Off keeps the topic out of Pick and Nearest unless the filter turns it on.
	Off       bool       `yaml:"off,omitempty"`
	Questions []Question `yaml:"questions"`
}

// A Cause is why an officer follows up.
type Cause string

// The causes.
const (
	Vague         Cause = "vague"         // no name, number, place or date
	Long          Cause = "long"          // over the brevity limit of its type
	Contradiction Cause = "contradiction" // conflicts with a declared field or an earlier answer
	Risky         Cause = "risky"         // holds a risk statement
	Recited       Cause = "recited"       // sounds learned
	NoAnswer      Cause = "no_answer"     // nothing usable was said: without a line of its own the question is said again, simpler
)

// The causes that lie in how the applicant behaves. Their lines are common to all
// topics and may hold {question}: the pending question in its simplest wording.
const (
	Unknown      Cause = "unknown"       // honestly does not know, or forgot
	QuestionBack Cause = "question_back" // a question of their own in place of an answer; a plea to make the question clear is no_answer
	Language     Cause = "language"      // another language or script than English
	Insult       Cause = "insult"        // abuses the officer
	Offer        Cause = "offer"         // a bribe, a gift or a threat: it ends the interview
	Distress     Cause = "distress"      // cries, begs, panics
	Outcome      Cause = "outcome"       // asks whether the visa will be given
	Argument     Cause = "argument"      // argues with the officer or the rules
	Orders       Cause = "orders"        // tells the officer, or a grader, what to do
	Coaching     Cause = "coaching"      // asks what to say
	Pasted       Cause = "pasted"        // a text that was written elsewhere, not spoken
	Same         Cause = "same"          // word for word the answer to an earlier, other question
)

// causes are all causes; required are those every topic must word.
var (
	causes   = append([]Cause{Vague, Long, Contradiction, Risky, Recited, NoAnswer}, conduct...)
	required = causes[:4]
	conduct  = []Cause{Unknown, QuestionBack, Language, Insult, Offer, Distress, Outcome, Argument, Orders, Coaching, Pasted, Same}
)

// OfConduct reports whether the cause lies in how the applicant behaves, and not in
// what the answer holds.
func (c Cause) OfConduct() bool { return slices.Contains(conduct, c) }

// An AnswerType says how long a good answer is.
type AnswerType string

// The types of answer.
const (
	Closed    AnswerType = "closed"    // yes, no, number, name, date
	Open      AnswerType = "open"      // why, what for, plan
	Explain   AnswerType = "explain"   // refusal, gap, arrest, status
	Technical AnswerType = "technical" // duties or research in plain words
)

var answerTypes = []AnswerType{Closed, Open, Explain, Technical}

// A Question is one entry of the bank. IDs are never used again: a question is
// retired, not deleted.
type Question struct {
	ID      string     `yaml:"id"` // "F27"
	Ask     string     `yaml:"ask"`
	Also    []string   `yaml:"also,omitempty"`    // other wordings
	Simpler string     `yaml:"simpler,omitempty"` // said when asked to repeat a second time; "" repeats Ask
	Type    AnswerType `yaml:"type"`
	Fields  []string   `yaml:"fields"`         // profile paths the answer is compared with first
	Then    string     `yaml:"then,omitempty"` // the natural follow-up
	// When lists what the profile must declare before the question may be asked,
	// because its wording asserts it: "us_history.prior_refusals" (declared and not
	// none), "identity.marital_status = married", "!employment.employer" (declared
	// as none, or not declared). All must hold. Empty: may always be asked.
	//
	// A condition is a path, or a path with values, and may have alternatives:
	//
	//	f1.level = bachelor | master      the value, or an item of the list, is one of these
	//	trip.purpose ~ conference | fair  the text has a word that begins so
	//	finance.loan or finance.sponsors  one of the two holds
	//
	// and "!" before it turns it round.
	When []string `yaml:"when,omitempty"`
	// Except names categories that are never asked it, though the topic applies.
	Except  []transcript.Category `yaml:"except,omitempty"`
	Retired bool                  `yaml:"retired,omitempty"`

	Topic *Topic `yaml:"-"` // set by Load
}

// A Recipe says how one category's interview is put together.
type Recipe struct {
	Category transcript.Category `yaml:"category"`
	Openers  []string            `yaml:"openers"` // question IDs, one is asked first
	Cover    [][]string          `yaml:"cover"`   // topics to cover; one of each inner list
	Add      []string            `yaml:"add"`     // topics raised now and then, beside those the profile gives a reason for
	Refused  []string            `yaml:"refused"` // question IDs for who was refused before, in this order: what happened, what changed, why it is different now
	Checks   []string            `yaml:"checks"`  // question IDs for quick checks, one or two are asked
}

// A Remark is what an officer says of a declared fact before asking about it.
type Remark struct {
	When string `yaml:"when"` // what it asserts, in the language of Question.When
	Say  string `yaml:"say"`
}

// A Filter says which questions are open.
type Filter struct {
	Category transcript.Category // "" for all
	Topic    string              // "" for all
	Asked    []string            // IDs already asked
	Fields   []string            // only questions on one of these; nil for all
	Off      bool                // also topics that are off by default
}

// A Match is a question with its likeness to a text, from -1 to 1.
type Match struct {
	Question *Question
	Likeness float64
}

// Question finds a question by its ID, retired ones included.
func (b *Bank) Question(id string) (*Question, bool) { q, ok := b.questions[id]; return q, ok }

// Topic finds a topic by its ID.
func (b *Bank) Topic(id string) (*Topic, bool) { t, ok := b.topics[id]; return t, ok }

// Recipe finds how an interview for a category is put together.
func (b *Bank) Recipe(c transcript.Category) (Recipe, bool) {
	i := slices.IndexFunc(b.Recipes, func(r Recipe) bool { return r.Category == c })
	if i < 0 {
		return Recipe{}, false
	}
	return b.Recipes[i], true
}

// Line is what the officer says after an answer with the cause, in an interview
// for the category; "" when nothing is pressed there.
func (t *Topic) Line(cause Cause, c transcript.Category) string {
	if slices.Contains(t.Except[cause], c) {
		return ""
	}
	return t.FollowUp[cause]
}

// For reports whether the question belongs to interviews for the category.
func (q *Question) For(c transcript.Category) bool {
	return slices.Contains(q.Topic.AppliesTo, c) && !slices.Contains(q.Except, c)
}

// Wordings are all the ways to ask the question, Ask first.
func (q *Question) Wordings() []string { return append([]string{q.Ask}, q.Also...) }
