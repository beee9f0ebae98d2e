package transcript

import (
	"log/slog"
	"slices"
)

// A Transcript is one interview: what was declared, what was said and, once
// graded, what it was worth. Its JSON is the input and the output of `viceconsul
// grade`; the fields from Rubric on are the grader's and absent from input.
type Transcript struct {
	Category      Category `json:"-"`                        // in JSON "category" is the visa and "track" its track
	InterviewDate string   `json:"interview_date,omitempty"` // ISO date the answers are relative to; "" means the day of grading
	Profile       Profile  `json:"profile"`
	Turns         []Turn   `json:"turns"`

	Mode    string   `json:"mode,omitempty"`   // "coach" when the applicant heard findings and could try again; "" for an exam
	Notice  string   `json:"notice,omitempty"` // what the applicant must know about questions that are not graded; "" for nothing
	Rubric  string   `json:"rubric,omitempty"` // version of the weights and bands, "2026.1"
	Grader  *Grader  `json:"grader,omitempty"`
	Grades  *Grades  `json:"grades,omitempty"`
	Ties    *Ties    `json:"ties,omitempty"` // nil for H-1B: no such word there
	Outcome *Outcome `json:"outcome,omitempty"`
	Hearing *Hearing `json:"hearing,omitempty"` // what a model proposed; nil when none was asked

	Revision int    `json:"revision,omitempty"` // of a sealed transcript, from 1; 0 for the first, and for one that was never sealed
	Cause    string `json:"cause,omitempty"`    // why that revision was made
	Plain    bool   `json:"plain,omitempty"`    // the applicant let no model take part
	Cost     *Cost  `json:"cost,omitempty"`     // nil when no model was asked
}

// A Cost is what a model was asked for in an interview, up to this revision.
type Cost struct {
	Calls      int     `json:"calls"`
	Prompt     int     `json:"prompt_tokens"`
	Completion int     `json:"completion_tokens"`
	Assumed    int     `json:"assumed_tokens,omitempty"`    // of calls for text that told nothing: the most it can be
	Heard      float64 `json:"heard_seconds,omitempty"`     // of recordings that were written down
	Spoken     int     `json:"spoken_characters,omitempty"` // of lines that were spoken
	Seconds    float64 `json:"seconds"`                     // that the calls took
	Money      string  `json:"money,omitempty"`             // "USD 0.0042", by the prices of its day; "" where the operator named none
}

// The modes of grading.
const (
	ByRules = "rules"
	ByModel = "rules+model" // rules, with what a model proposed and code verified
)

// A Grader names who graded: by rules, or by rules and a model with its name and the
// version of the prompts that asked it.
type Grader struct {
	Mode   string `json:"mode"`
	Model  string `json:"model,omitempty"`
	Prompt int    `json:"prompt,omitempty"`
}

// A Turn is one line of the officer with the applicant's answer to it.
type Turn struct {
	N         int     `json:"n"`              // from 1; given by the grader when input has none
	Officer   string  `json:"officer"`        // as it was said
	Line      string  `json:"line,omitempty"` // the bank's line, where a model said it in other words; the answer is judged by it
	By        string  `json:"by,omitempty"`   // the model that worded the officer's line; "" for the bank
	Applicant string  `json:"applicant"`
	Question  string  `json:"question,omitempty"` // ID in the bank; "" when the line is no bank question
	Kind      Kind    `json:"kind,omitempty"`
	Reason    string  `json:"reason,omitempty"`  // why the officer asked, one sentence
	Seconds   float64 `json:"seconds,omitempty"` // length of the answer as measured; 0 means not measured
	Cut       bool    `json:"cut,omitempty"`     // the officer cut the answer short
	Unheard   string  `json:"unheard,omitempty"` // what was written after the officer cut in; it is not graded
	Again     int     `json:"again,omitempty"`   // the turn that was tried again; that one counts no more
	Voice     *Voice  `json:"voice,omitempty"`   // how a spoken answer was heard; nil for a typed one

	Corrected *Correction `json:"corrected,omitempty"` // by the applicant, after the interview; nil for none

	Topic      string      `json:"topic,omitempty"` // of the question, or of the nearest one
	Estimated  bool        `json:"seconds_estimated,omitempty"`
	Bands      *Bands      `json:"bands,omitempty"`
	Findings   []Finding   `json:"findings,omitempty"`
	Suggestion *Suggestion `json:"suggestion,omitempty"`
}

// Meant is the officer's line as the bank has it: what the answer is judged by.
func (t Turn) Meant() string {
	if t.Line != "" {
		return t.Line
	}
	return t.Officer
}

// A Correction is what an applicant changed in an answer after the interview. The changed
// answer is the one that is graded.
type Correction struct {
	Door Door   `json:"door"`
	Was  string `json:"was"` // the answer as it stood in the interview
}

// A Door is why an answer was corrected.
type Door string

// The doors that change an answer.
const (
	Misheard  Door = "misheard"   // something else was said, or meant to be typed
	SaidWrong Door = "said_wrong" // it was said, and it was wrong
)

// Voice is how a spoken answer became text. It says nothing of how it sounded.
type Voice struct {
	Corrected bool   `json:"corrected,omitempty"` // the applicant changed what was heard
	Doubtful  []Span `json:"doubtful,omitempty"`  // words easily misheard that the applicant has not looked at, in order
}

// A Kind says what an officer's line is.
type Kind string

// The kinds of line.
const (
	Opening  Kind = "opening"
	Question Kind = "question"
	FollowUp Kind = "follow_up"
	Probe    Kind = "probe"  // pressing on a contradiction, with both values
	Remark   Kind = "remark" // no answer expected
)

// A Criterion is one thing an answer is judged by. Its text is its key in JSON.
type Criterion string

// The criteria.
const (
	Brevity     Criterion = "brevity"
	Directness  Criterion = "directness"
	Specificity Criterion = "specificity"
	Consistency Criterion = "consistency"
	TieStrength Criterion = "ties"
	Fit         Criterion = "fit" // H-1B only, in the place of ties
	Composure   Criterion = "composure"
	Risk        Criterion = "risk" // no points of its own: it caps the others
)

// Bands are the judgements of one turn, 0 worst to 4 best.
type Bands struct {
	Brevity     Mark `json:"brevity,omitzero"`
	Directness  Mark `json:"directness,omitzero"`
	Specificity Mark `json:"specificity,omitzero"`
	Consistency Mark `json:"consistency,omitzero"`
	Ties        Mark `json:"ties,omitzero"` // absent for H-1B
	Fit         Mark `json:"fit,omitzero"`  // absent but for H-1B
	Composure   Mark `json:"composure,omitzero"`
}

// Place is where the bands keep a criterion; nil for risk, which has none.
func (b *Bands) Place(c Criterion) *Mark {
	switch c {
	case Brevity:
		return &b.Brevity
	case Directness:
		return &b.Directness
	case Specificity:
		return &b.Specificity
	case Consistency:
		return &b.Consistency
	case TieStrength:
		return &b.Ties
	case Fit:
		return &b.Fit
	case Composure:
		return &b.Composure
	}
	return nil
}

// Of is the band of a criterion; one that does not exist for risk, and for a turn
// without bands.
func (b *Bands) Of(c Criterion) Mark {
	if b == nil {
		return Mark{}
	}
	if place := b.Place(c); place != nil {
		return *place
	}
	return Mark{}
}

// A Verdict says how a claim compares with what was declared or said before.
type Verdict string

// The verdicts.
const (
	Consistent     Verdict = "consistent"
	Partial        Verdict = "partial"
	SelfCorrection Verdict = "self_correction"
	NewFact        Verdict = "new_fact"
	SoftMismatch   Verdict = "soft_mismatch"
	Contradiction  Verdict = "contradiction"
	NotComparable  Verdict = "not_comparable"
)

// A Severity says how much a finding weighs beyond its band.
type Severity string

// The severities, rising.
const (
	Note   Severity = "note"
	Low    Severity = "low"
	Medium Severity = "medium"
	High   Severity = "high" // caps the interview at the refusal line
)

// A Finding is what one rule saw in one turn, with the words that show it.
type Finding struct {
	Rule      string    `json:"rule"` // "payer", "brevity", "risk.unauthorised_work"
	Criterion Criterion `json:"criterion"`
	Verdict   Verdict   `json:"verdict,omitempty"` // consistency findings only
	Severity  Severity  `json:"severity"`
	Span      Span      `json:"span"`
	Field     string    `json:"field,omitempty"`    // profile path it was compared with
	Declared  string    `json:"declared,omitempty"` // the declared value, as declared
	Heard     string    `json:"heard,omitempty"`    // the value heard, in the applicant's words
	Earlier   int       `json:"earlier,omitempty"`  // turn it was compared with instead of the profile; 0 for none
	Reason    string    `json:"reason"`             // one sentence to the applicant, naming both facts
	By        string    `json:"by,omitempty"`       // the model that heard it; "" for the rules
	Was       Verdict   `json:"was,omitempty"`      // the rules' verdict, where a model says that they misread: it is disputed
}

// A Span is a part of an answer: byte offsets from its start, on rune
// boundaries, 0 <= Start <= End <= len(answer). Text is that part, word for word.
// All of the answer when something is missing from it.
type Span struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Text  string `json:"text"`
}

// SpanOf is the span of text from start to end; both must lie on rune boundaries.
func SpanOf(text string, start, end int) Span {
	return Span{Start: start, End: end, Text: text[start:end]}
}

// A Suggestion is a tighter wording of an answer, built from declared facts and
// the applicant's own words alone. With Text "" it names what is Missing instead.
type Suggestion struct {
	Text    string   `json:"text,omitempty"`
	Uses    []string `json:"uses,omitempty"`    // paths of the declared facts in Text
	Missing []string `json:"missing,omitempty"` // paths that would have to be declared
	By      string   `json:"by,omitempty"`      // the model that worded Text; "" for the rules
}

// Grades are whole numbers from 0 to 100. Letter is A to D.
type Grades struct {
	Brevity     Mark   `json:"brevity,omitzero"`
	Consistency Mark   `json:"consistency,omitzero"`
	Ties        Mark   `json:"ties,omitzero"` // absent for H-1B
	Fit         Mark   `json:"fit,omitzero"`  // null but for H-1B
	Directness  Mark   `json:"directness,omitzero"`
	Specificity Mark   `json:"specificity,omitzero"`
	Composure   Mark   `json:"composure,omitzero"`
	Overall     Mark   `json:"overall,omitzero"` // null when nothing could be graded
	Letter      string `json:"letter,omitempty"`
	Capped      string `json:"capped,omitempty"` // what held the grade down, one sentence
}

// Ties are the applicant's ties abroad, used and unused. Never for H-1B.
type Ties struct {
	Applicable bool       `json:"applicable"`
	Evidence   []Evidence `json:"evidence"`
	Unused     []string   `json:"unused"` // paths declared and never spoken of
}

// Evidence is one tie the applicant named.
type Evidence struct {
	Kind     string  `json:"kind"` // "job", "studies", "return_post", "family", "home", "finances", "plan", "gap", "212e", "travel"
	Turn     int     `json:"turn"`
	Span     Span    `json:"span"`
	Strength float64 `json:"strength"` // 1 named and dated, 0.5 named, 0.1 general (domain weights)
	Field    string  `json:"field,omitempty"`
}

// A Decision is how a rehearsal ends.
type Decision string

// The decisions.
const (
	Issued  Decision = "issued"
	Refused Decision = "refused"
	// Stopped is no decision: a declared fact was denied under a direct question,
	// and the applicant should get advice before any interview.
	Stopped Decision = "stopped"
)

// An Outcome is how the rehearsal ended and why. Practice is always true: it is a
// training signal, never a prediction.
type Outcome struct {
	Decision Decision  `json:"decision"`
	Ground   string    `json:"ground,omitempty"` // "214(b)" (never for H-1B), "221(g)", "petition questions"
	Line     string    `json:"line,omitempty"`   // what the officer says
	Because  []Because `json:"because"`
	Next     []string  `json:"next"` // what to do now, one sentence each
	Practice bool      `json:"practice"`
}

// A Because points at the finding that decided: Turn from 1, Finding from 0 in
// that turn's findings.
type Because struct {
	Turn    int `json:"turn"`
	Finding int `json:"finding"`
}

// Superseded reports whether a turn of the transcript was tried again later: it stays and
// is not counted.
func (t Transcript) Superseded(turn Turn) bool {
	return slices.ContainsFunc(t.Turns, func(o Turn) bool {
		return o.N > turn.N && o.Again != 0 && o.Again == turn.first()
	})
}

// first is the turn in which the question was answered for the first time.
func (t Turn) first() int {
	if t.Again != 0 {
		return t.Again
	}
	return t.N
}

// Counted are the turns that count, without those tried again later.
func (t Transcript) Counted() []Turn {
	return slices.DeleteFunc(slices.Clone(t.Turns), t.Superseded)
}

// LogValue keeps the applicant's words out of logs.
func (t Turn) LogValue() slog.Value { return slog.StringValue("[turn]") }

// LogValue keeps the applicant's words and profile out of logs.
func (t Transcript) LogValue() slog.Value { return slog.StringValue("[transcript]") }
