package scoring

import (
	"regexp"
	"strings"

	"github.com/viceconsul/viceconsul/interview/transcript"
	"github.com/viceconsul/viceconsul/interview/transcript/measure"
)

// NamesFact reports whether an answer holds something that would not fit every applicant:
// a declared fact, a tie, a number or a name. "Yes, officer. It is in my papers." holds none.
func NamesFact(turn transcript.Turn) bool {
	for _, f := range turn.Findings {
		agrees := f.Verdict == transcript.Consistent && f.Heard != "" && !factless[strings.ToLower(f.Heard)]
		if agrees || f.Criterion == transcript.TieStrength && f.Severity == transcript.Note {
			return true
		}
	}
	for _, name := range nameInside.FindAllStringSubmatch(turn.Applicant, -1) {
		if !factless[strings.ToLower(name[1])] {
			return true
		}
	}
	return len(measure.Scan(measure.Words(turn.Applicant), measure.Date{})) > 0
}

// factless is what is heard, or written with a capital, and is no fact.
var factless = wordSet("yes no none never officer sir madam consul")

// nameInside is a word with a capital that begins no sentence.
var nameInside = regexp.MustCompile(`[\p{L}\d,]\s+(\p{Lu}\p{L}+)`)
