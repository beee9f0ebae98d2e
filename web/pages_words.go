package web

import (
	"strings"

	"github.com/viceconsul/viceconsul/interview/transcript"
)

// A criterionWords is how a page speaks of a criterion.
type criterionWords struct {
	key   transcript.Criterion
	title string
	asks  string // what it looks at, one sentence
	fix   string // what to do about a low band, one sentence
}

// criteria are in the order a page shows them. Those that do not exist for a
// category have no mark and are left out.
var criteria = []criterionWords{
	{transcript.Consistency, "Consistency", "Does it agree with what you declared?",
		"Decide which is true, and say it the same way each time."},
	{transcript.TieStrength, "Ties and intent", "Is it clear what you go back to?",
		"Name what you go back to. Say its name and date, if you declared them."},
	{transcript.Fit, "Role and petition", "Does it describe the job in the petition?",
		"Say your duties in plain words, as the petition has them."},
	{transcript.Brevity, "Brevity", "Is it as long as the question needs?",
		"Two sentences do: the fact first, then one detail."},
	{transcript.Directness, "Directness", "Do the first words answer the question?",
		"Put the answer into your first words."},
	{transcript.Specificity, "Specificity", "Is there a name, a number or a date?",
		"Add one name, number or date that you declared."},
	{transcript.Composure, "Composure", "Is it calm and polite?",
		"Stay calm. You may always ask: may I clarify one point?"},
	{transcript.Risk, "Risk", "Would an officer have to act on it?",
		"If it is true, ask a qualified adviser before any interview. If you meant something else, practise saying what you mean."},
}

func wordsOf(c transcript.Criterion) criterionWords {
	for _, known := range criteria {
		if known.key == c {
			return known
		}
	}
	return criterionWords{key: c, title: string(c)}
}

// gradeOf is the grade of one criterion in the whole interview.
func gradeOf(g *transcript.Grades, c transcript.Criterion) transcript.Mark {
	switch c {
	case transcript.Brevity:
		return g.Brevity
	case transcript.Directness:
		return g.Directness
	case transcript.Specificity:
		return g.Specificity
	case transcript.Consistency:
		return g.Consistency
	case transcript.TieStrength:
		return g.Ties
	case transcript.Fit:
		return g.Fit
	case transcript.Composure:
		return g.Composure
	}
	return transcript.Mark{}
}

// verdictWords say a verdict without blame.
var verdictWords = map[transcript.Verdict]string{
	transcript.Consistent:     "Agrees",
	transcript.Partial:        "Part of it",
	transcript.SelfCorrection: "Corrected at once",
	transcript.NewFact:        "New, not declared",
	transcript.SoftMismatch:   "Slightly different",
	transcript.Contradiction:  "Conflict",
	transcript.NotComparable:  "Could not be checked",
}

// verdictAdvice says what to do about a verdict.
var verdictAdvice = map[transcript.Verdict]string{
	transcript.Consistent:     "Keep it.",
	transcript.Partial:        "Name all of it.",
	transcript.SelfCorrection: "Correcting yourself is fine. Begin with the right fact next time.",
	transcript.NewFact:        "If it is true, add it to your profile. The DS-160 must say the same.",
	transcript.SoftMismatch:   "Use the declared figure or name, if that is the true one.",
	transcript.Contradiction:  "Decide which is true. If the declaration is wrong, correct it first: the DS-160 must say the same.",
	transcript.NotComparable:  "Declare this fact, so that it can be checked.",
}

// misrepresentation is added where a declared fact was denied (INA
// 212(a)(6)(C)(i)).
const misrepresentation = "A wrong statement about this can close the way to a visa for good. Get advice before any interview."

// good reports whether a finding shows something to keep.
func good(f transcript.Finding, b *transcript.Bands) bool {
	if f.Verdict != "" {
		return f.Verdict == transcript.Consistent
	}
	band, ok := b.Of(f.Criterion).Value()
	return ok && band >= 3 && f.Severity == transcript.Note
}

// adviceOn says what to do about a finding.
func adviceOn(f transcript.Finding, b *transcript.Bands) string {
	advice := wordsOf(f.Criterion).fix
	if good(f, b) {
		if band, _ := b.Of(f.Criterion).Value(); f.Verdict == "" && band < 4 {
			return "Good already. For more: " + advice
		}
		return "Keep it."
	}
	if f.Verdict != "" {
		advice = verdictAdvice[f.Verdict]
	}
	if f.Verdict == transcript.NotComparable && f.Declared != "" {
		advice = "Say the declared fact plainly, if it is true."
	}
	if f.Verdict == transcript.Contradiction && f.Earlier > 0 {
		advice = "Your two answers differ. Decide which is true, and say only that."
	}
	if f.Verdict == transcript.Contradiction && f.Severity == transcript.High {
		advice += " " + misrepresentation
	}
	return advice
}

// decisionWords say an outcome in the fewest words.
var decisionWords = map[transcript.Decision]string{
	transcript.Issued:  "Approved",
	transcript.Refused: "Refused",
	transcript.Stopped: "Stopped for advice",
}

// meaningOf says what an outcome would mean, in plain words.
func meaningOf(o *transcript.Outcome, c transcript.Category) string {
	switch {
	case o.Decision == transcript.Issued:
		return "The officer heard enough and saw no conflict."
	case o.Decision == transcript.Stopped:
		return "A declared fact was denied. That is not a matter for an officer to weigh, but for advice first."
	case o.Ground == "214(b)":
		return "Section 214(b): the officer was not convinced that you qualify and will leave again. There is no appeal; one may apply again when something has changed."
	case o.Ground == "221(g)":
		return "Section 221(g): something is missing or must be checked. The case stays open."
	case !c.HasTies():
		return "The officer has questions about the petition. It may be checked or sent back."
	}
	return ""
}

// fieldTitle is a profile field for people; the path when it is unknown.
func fieldTitle(path string) string {
	if f, ok := transcript.LookupField(path); ok && f.Title != "" {
		return f.Title
	}
	return path
}

// tieWords are the kinds of evidence in plain words.
var tieWords = map[string]string{
	"job": "A job or leave", "studies": "Studies to finish", "return_post": "A post to return to", "family": "Family",
	"home": "A home", "finances": "Finances", "plan": "A plan with an end", "gap": "Use of the training at home",
	"212e": "The two-year rule", "travel": "Earlier travel",
}

// fieldAnchor is the place of a field on the profile page.
func fieldAnchor(path string) string {
	return "f-" + strings.NewReplacer(".", "-", "_", "-").Replace(path)
}
