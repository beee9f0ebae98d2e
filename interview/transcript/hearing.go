package transcript

// A Hearing is what a model proposed about one graded interview, and what became of
// it. A proposal is words of the applicant with what the model takes them for; it is
// worth nothing until code has found those words and read them for itself.
type Hearing struct {
	Model     string     `json:"model"`
	Prompt    int        `json:"prompt"`    // version of the prompts that asked
	Passes    int        `json:"passes"`    // times the model was asked: 2, or 1 where more would have cost too much
	Proposals []Proposal `json:"proposals"` // in the order of the turns
	Dropped   []Dropped  `json:"dropped,omitempty"`
	Rules     *Grades    `json:"rules,omitempty"` // what the rules alone gave
	Decision  Decision   `json:"rules_decision,omitempty"`
}

// A Proposal is one thing a model says it heard in one answer. Which fields it has
// goes by its kind.
type Proposal struct {
	Turn      int       `json:"turn"` // from 1
	Kind      Heard     `json:"kind"`
	Quote     string    `json:"quote,omitempty"`     // words of that answer, word for word; none for a suggestion
	Field     string    `json:"field,omitempty"`     // of a claim: the profile path it speaks of
	Value     string    `json:"value,omitempty"`     // of a claim: the words of the quote that give the value
	Verdict   Verdict   `json:"verdict,omitempty"`   // of a claim: how it compares with what is declared
	Criterion Criterion `json:"criterion,omitempty"` // of a label
	Rule      string    `json:"rule,omitempty"`      // of a label of risk: "risk.settling"
	Way       Way       `json:"way,omitempty"`       // of a label, but of risk
	Finding   int       `json:"finding,omitempty"`   // of a misreading: which of the turn's findings, from 0; that one is left out of JSON
	Text      string    `json:"text,omitempty"`      // of a suggestion
	Fate      Fate      `json:"fate,omitempty"`      // "" until it was weighed
}

// Heard is what a proposal is.
type Heard string

// What a model may propose.
const (
	HeardClaim      Heard = "claim"      // a checkable fact
	HeardLabel      Heard = "label"      // words that earn or lose by a criterion
	HeardMisread    Heard = "misread"    // a finding of the rules rests on words that mean something else
	HeardSuggestion Heard = "suggestion" // a tighter wording
)

// A Way is the direction in which a label moves a band.
type Way string

// The ways.
const (
	Up   Way = "up"
	Down Way = "down"
)

// A Fate is what became of a proposal whose words were found.
type Fate string

// The fates.
const (
	Taken     Fate = "taken"     // it is in the findings, bands or suggestion
	Unchanged Fate = "unchanged" // the rules had it already, or may not be moved so far
	Disputed  Fate = "disputed"  // asked twice, the model did not say it both times; it changed nothing
)

// Dropped counts proposals that could not be verified, by reason. Their words are kept
// nowhere.
type Dropped struct {
	Reason string `json:"reason"` // "no such words in the answer"
	Count  int    `json:"count"`
}
