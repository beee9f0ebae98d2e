package speech

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/viceconsul/viceconsul/interview/transcript"
	"github.com/viceconsul/viceconsul/interview/transcript/measure"
)

// A Doubt is words that are easily misheard, and why.
type Doubt struct {
	transcript.Span
	Why Why `json:"why"`
}

// A Why says what makes words doubtful.
type Why string

// The reasons. A finding that rests on any of them must not stand unless the applicant
// has read the words.
const (
	Unsure   Why = "unsure" // the engine itself was
	Number   Why = "number"
	Day      Why = "date"
	Name     Why = "name"
	Negation Why = "negation"
)

// Doubts are the doubtful words of what was heard, in order, none over another.
func (h Heard) Doubts() []Doubt {
	words := measure.Words(h.Text)
	var all []Doubt
	add := func(start, end int, why Why) {
		all = append(all, Doubt{transcript.SpanOf(h.Text, start, end), why})
	}
	for _, m := range measure.Scan(words, measure.Date{}) {
		why := Number
		if m.Kind == measure.Calendar {
			why = Day
		}
		add(m.Start, m.End, why)
	}
	for i, w := range words {
		if negations[w.Text] || strings.HasSuffix(w.Text, "n't") {
			add(w.Start, w.End, Negation)
		} else if named(h.Text, words, i) {
			add(w.Start, w.End, Name)
		}
	}
	for _, w := range h.Words {
		if w.Confidence < unsure && w.Start < w.End {
			add(w.Start, w.End, Unsure)
		}
	}
	return apart(h.Text, all)
}

// apart orders doubts and joins those that overlap or stand beside one another for the
// same reason.
func apart(text string, all []Doubt) []Doubt {
	slices.SortStableFunc(all, func(a, b Doubt) int { return cmp.Or(a.Start-b.Start, b.End-a.End) })
	joined := make([]Doubt, 0, len(all))
	for _, d := range all {
		last := len(joined) - 1
		switch {
		case last >= 0 && d.Start < joined[last].End,
			last >= 0 && d.Why == joined[last].Why && strings.TrimSpace(text[joined[last].End:d.Start]) == "":
			end := max(d.End, joined[last].End)
			joined[last].Span = transcript.SpanOf(text, joined[last].Start, end)
		default:
			joined = append(joined, d)
		}
	}
	return joined
}

// negations are words whose loss or gain turns a sentence round.
var negations = set("no not never none nobody nothing nowhere neither nor without cannot cant dont doesnt didnt wont isnt arent wasnt havent hasnt")

// named reports whether a word is written as a name: with a capital where English has
// none.
func named(text string, words []measure.Word, i int) bool {
	w := words[i]
	first, _ := utf8.DecodeRuneInString(text[w.Start:])
	if !unicode.IsUpper(first) || w.Text == "i" || strings.HasPrefix(w.Text, "i'") {
		return false
	}
	opens := i == 0 || w.Breaks || strings.ContainsAny(text[words[i-1].End:w.Start], ".?!")
	return !opens || !openers[w.Text]
}

// openers are the words that sentences of answers begin with. What begins one and is
// not here counts as a name: a dotted line too many costs a look, one too few a wrong
// finding.
var openers = set(`a about actually after all also although an and another any anyway are as at basically because before
	both but by can close could currently definitely did do does during each either even every everything exactly
	first finally for from fortunately good had has have having he hello her here hers hi his honestly how however
	if in instead is it its just last lastly later like mainly many maybe me mine moreover most mostly mrs ms
	my myself next no none not nothing now of officer oh okay ok on once one only or our ours overall people perhaps
	please possibly probably recently right second she since sir so some sometimes soon sorry still sure thank thanks
	that the their them then there therefore these they third this those though through to today together tomorrow
	until usually very was we well were what whatever when where which while who whole whose why will with would yeah
	yes yesterday yet you your yours madam ma'am dr mr morning afternoon`)

func set(words string) map[string]bool {
	all := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		all[w] = true
	}
	return all
}
