package scoring

import (
	"strings"

	"github.com/viceconsul/viceconsul/interview/transcript"
)

// reason is one sentence that names what was heard and what is declared, without
// blame. A high severity adds what it can lead to, and asks which is true.
func (c *Case) reason(fi transcript.Finding, f *fact) string {
	heard := "You said " + quoted(fi.Heard) + "; "
	if f == nil {
		return heard + "your profile does not mention it."
	}
	stated := f.none || f.kind == transcript.TypeBool && fieldPhrases[f.path].yes != ""
	if fi.Verdict == transcript.Consistent && !stated {
		return heard + "that matches your declared " + c.labelFor(fi, f) + "."
	}
	label, declared := c.labelFor(fi, f), ended(c.declaredFor(fi, f))
	switch {
	case fi.Verdict == transcript.Consistent:
		return heard + "your profile declares it so: " + declared
	case fi.Verdict == transcript.NotComparable:
		return heard + "it cannot be compared with " + declared
	case fi.Verdict == transcript.Partial && len(f.items) > 1:
		return heard + "that is part of the declared " + label + ": " + declared
	case fi.Verdict == transcript.Partial:
		return heard + "the declared " + label + " is more exact: " + declared
	case fi.Verdict == transcript.SelfCorrection:
		return "You corrected yourself: " + quoted(fi.Heard) + "; your profile says " + declared
	case fi.Verdict == transcript.NewFact:
		return heard + "the declared " + label + is(label) + declared
	case stated:
		return heard + "your profile says " + declared + caution(fi)
	}
	return heard + "your declared " + label + is(label) + declared + caution(fi)
}

// is joins a label to its value.
func is(label string) string {
	if strings.HasSuffix(label, " hours") || label == "publications" || label == "parents" {
		return " are "
	}
	return " is "
}

// ended ends a value as a sentence; what is cut short ends itself.
func ended(value string) string {
	if strings.HasSuffix(value, "…") {
		return value
	}
	return strings.TrimRight(value, ".") + "."
}

// caution is what a high severity adds. It never offers a story.
func caution(fi transcript.Finding) string {
	if fi.Severity != transcript.High {
		return ""
	}
	return " Which is true? A wrong answer here can be judged as misrepresentation."
}

// quoted puts marks around words that are more than a short name.
func quoted(heard string) string {
	heard = strings.TrimRight(clip(heard), ".,;:!? ")
	if strings.Count(heard, " ") < 3 && !strings.HasPrefix(heard, "I ") {
		return lowerFirst(heard)
	}
	return "\u201c" + heard + "\u201d"
}

// lowerFirst writes the first word of a quoted part as it stands inside a sentence,
// unless it is part of a name.
func lowerFirst(s string) string {
	first, rest, _ := strings.Cut(s, " ")
	if first == "" || first == "I" || first[0] < 'A' || first[0] > 'Z' || len(first) > 1 && (first[1:] != strings.ToLower(first[1:]) || first[1] < 'a') {
		return s
	}
	name := rest != "" && rest[0] >= 'A' && rest[0] <= 'Z'
	if name || months[strings.ToLower(first)] || lexicon.word(strings.ToLower(first)).place != nil {
		return s
	}
	return strings.ToLower(s[:1]) + s[1:]
}

// months keep their capital.
var months = set("january february march april may june july august september october november december christmas easter")
