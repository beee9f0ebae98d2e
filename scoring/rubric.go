package scoring

import (
	"github.com/viceconsul/viceconsul/interview/transcript"
	"github.com/viceconsul/viceconsul/questionbank"
)

// A Rubric is one version of every number the grader uses. Old transcripts are
// graded again under the rubric they name.
type Rubric struct {
	Version string // year and number within it

	weights  map[transcript.Criterion]row[int]   // parts of 100 of the overall grade
	ties     map[string]row[int]                 // parts of 100 of the ties, by kind; 0 counts for nothing
	lengths  map[questionbank.AnswerType]lengths // words an answer may have
	risks    map[string]row[transcript.Severity] // by kind of statement; "" is no risk
	letters  []letter                            // highest first
	turns    importance
	outcome  limits
	rate     float64 // words a second
	strength strengths
}

// A row holds one value for each column of the tables: visitors, students,
// physicians on J-1, other J-1, and H-1B.
type row[T any] struct{ B, F, JP, JX, H T }

// of is the value for a category.
func (r row[T]) of(c transcript.Category) T {
	switch c {
	case transcript.B1, transcript.B2, transcript.B1B2:
		return r.B
	case transcript.F1:
		return r.F
	case transcript.J1Physician:
		return r.JP
	case transcript.H1B, transcript.H1BPhysician:
		return r.H
	}
	return r.JX
}

// lengths are the fewest and most words for each band, by band. Each range holds
// the one above it; band 0 is what lies outside all.
type lengths [5]struct{ least, most int }

// A letter is given from this mean band on.
type letter struct {
	name string
	mean float64 // 0 to 4
}

// importance is what one turn weighs among the turns of a criterion.
type importance struct{ closed, normal, probe float64 }

// strengths are what one named tie is worth, and what they must add up to.
type strengths struct {
	dated, named, general float64
	full, good            float64 // for band 4 and band 3
}

// limits decide the outcome.
type limits struct {
	issue     float64 // least mean band of an interview that is issued
	topic     float64 // least mean band of a topic that counts as reached
	weak      float64 // a topic at or under this mean band stays weak
	weakTurns int     // follow-ups after which a weak topic is refused
	topicCap  float64 // highest mean band of a topic with a finding of medium severity

	// The most an overall grade can be while such a finding stands.
	high, conflict, medium int
}

// RubricNamed is the rubric of a version; "" is the present one. False when there
// is no such version.
func RubricNamed(version string) (*Rubric, bool) {
	if version == "" {
		return &rubric2026, true
	}
	for _, r := range []*Rubric{&rubric2026} {
		if r.Version == version {
			return r, true
		}
	}
	return nil, false
}

// rubric2026 is a starting point: no validated model of visa interviews is
// published, so every number is our judgement, to be calibrated against people
// who graded, unless its table names a source.
var rubric2026 = Rubric{
	Version: "2026.1",

	// Ties do not exist for H-1B (INA 214(b), 214(h): dual intent); fit with the
	// petition stands in their place. Risk has no points, it caps.
	weights: map[transcript.Criterion]row[int]{
		transcript.Brevity:     {B: 15, F: 15, JP: 15, JX: 15, H: 10},
		transcript.Directness:  {B: 15, F: 15, JP: 10, JX: 15, H: 15},
		transcript.Specificity: {B: 10, F: 15, JP: 15, JX: 15, H: 20},
		transcript.Consistency: {B: 25, F: 25, JP: 25, JX: 25, H: 30},
		transcript.TieStrength: {B: 25, F: 20, JP: 25, JX: 20, H: 0},
		transcript.Fit:         {B: 0, F: 0, JP: 0, JX: 0, H: 15},
		transcript.Composure:   {B: 10, F: 10, JP: 10, JX: 10, H: 10},
	},

	// The direction of each weight: visitors by 9 FAM 402.2, students by the text
	// on present intent of 9 FAM 402.5-5(E)(1), which asks for no job and no
	// property, physicians by the sponsor's guidance on ties.
	ties: map[string]row[int]{
		tieJob:      {B: 30, F: 5, JP: 15, JX: 10},
		tieStudies:  {B: 0, F: 20, JP: 0, JX: 25},
		tiePost:     {B: 10, F: 10, JP: 25, JX: 15},
		tieFamily:   {B: 15, F: 15, JP: 15, JX: 15},
		tieHome:     {B: 10, F: 10, JP: 5, JX: 5},
		tieFinances: {B: 10, F: 10, JP: 5, JX: 10},
		tiePlan:     {B: 20, F: 20, JP: 20, JX: 15},
		tieGap:      {B: 0, F: 10, JP: 10, JX: 5},
		tie212e:     {B: 0, F: 0, JP: 5, JX: 0},
		tieTravel:   {B: 5, F: 0, JP: 0, JX: 0},
	},
	strength: strengths{dated: 1, named: 0.5, general: 0.1, full: 1.5, good: 0.5},

	// Words at 135 a minute: published advice asks for 15 to 20 seconds an answer,
	// and under 60 for an earlier refusal.
	lengths: map[questionbank.AnswerType]lengths{
		questionbank.Closed:    {4: {1, 15}, 3: {1, 25}, 2: {1, 40}, 1: {1, 60}},
		questionbank.Open:      {4: {15, 45}, 3: {10, 60}, 2: {6, 80}, 1: {3, 120}},
		questionbank.Explain:   {4: {30, 90}, 3: {20, 130}, 2: {12, 160}, 1: {6, 200}},
		questionbank.Technical: {4: {25, 60}, 3: {15, 85}, 2: {10, 110}, 1: {5, 150}},
	},
	rate: 135.0 / 60,

	// What an officer would act on, by the law of the category: INA 101(a)(15) for
	// the activity, 212(a)(6)(C) for misrepresentation, 214(b) for intent.
	risks: map[string]row[transcript.Severity]{
		riskWork:     {B: transcript.High, F: transcript.High, JP: transcript.High, JX: transcript.High, H: transcript.High},
		riskJob:      {B: transcript.High, F: transcript.Medium, JP: transcript.High, JX: transcript.High, H: transcript.Medium},
		riskMarry:    {B: transcript.High, F: transcript.High, JP: transcript.High, JX: transcript.High, H: transcript.Note},
		riskSettle:   {B: transcript.High, F: transcript.High, JP: transcript.High, JX: transcript.High, H: transcript.Note},
		riskFunds:    {B: transcript.Medium, F: transcript.High, JP: transcript.Medium, JX: transcript.Medium, H: transcript.Note},
		riskEarnFees: {B: transcript.Medium, F: transcript.High, JP: transcript.Medium, JX: transcript.Medium, H: transcript.Note},
		riskPatients: {B: transcript.High, JP: transcript.High, JX: transcript.High},
		riskPurpose:  {B: transcript.High, F: transcript.High, JP: transcript.High, JX: transcript.High, H: transcript.High},
		riskScript:   {B: transcript.Note, F: transcript.Note, JP: transcript.Note, JX: transcript.Note, H: transcript.Note},
		riskHostile:  {B: transcript.Medium, F: transcript.Medium, JP: transcript.Medium, JX: transcript.Medium, H: transcript.Medium},
	},

	letters: []letter{{"A", 3.4}, {"B", 2.8}, {"C", 2.1}, {"D", 0}},
	turns:   importance{closed: 0.5, normal: 1, probe: 1.5},
	// A high finding holds the grade under letter C, a contradiction of a declared key
	// fact under the line of issue, any other finding of medium severity under A.
	outcome: limits{issue: 2.8, topic: 2.5, weak: 1.5, weakTurns: 2, topicCap: 2, high: 52, conflict: 69, medium: 84},
}
