package interview

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/viceconsul/viceconsul/interview/transcript"
	"github.com/viceconsul/viceconsul/interview/transcript/measure"
	"github.com/viceconsul/viceconsul/questionbank"
)

// wording is one of the question's wordings.
func (r *reading) wording(q *questionbank.Question) string {
	if i := r.chance.IntN(len(q.Also) + 1); i > 0 {
		return q.Also[i-1]
	}
	return q.Ask
}

// nodded puts an acknowledgement before a line now and then, never the same twice
// running.
func (r *reading) nodded(line string) string {
	if r.last == nil || !r.percent(r.manner.nodding) {
		return line
	}
	nod := acknowledgements[r.chance.IntN(len(acknowledgements))]
	if strings.HasPrefix(r.asked[len(r.asked)-1].Text, nod) {
		return line
	}
	return nod + " " + line
}

// filled puts both values of a finding into a line.
func filled(line string, f transcript.Finding) string {
	return strings.NewReplacer("{heard}", quoted(f.Heard), "{declared}", plain(f.Declared)).Replace(line)
}

// otherSide says what a contradiction stands against.
func otherSide(f transcript.Finding) string {
	if f.Earlier != 0 {
		return "before, " + plain(f.Declared)
	}
	return "declared " + plain(f.Declared)
}

// valueRunes is the longest value an officer reads out, in code points: two of
// them and the words around stay under the 200 of one line.
const valueRunes = 60

// quoted are the applicant's words as an officer says them back: "my uncle" is
// "your uncle", and an amount that opened a sentence loses its capital.
func quoted(heard string) string {
	words := strings.Fields(heard)
	for i, w := range words {
		if back, ok := saidBack[strings.ToLower(w)]; ok {
			words[i] = back
		}
	}
	said := strings.Join(words, " ")
	if found := measure.Scan(measure.Words(said), measure.Date{}); len(found) > 0 && found[0].Start == 0 && found[0].Kind != measure.Calendar {
		said = lowerFirst(said)
	}
	return shortened(said)
}

var saidBack = map[string]string{"my": "your", "mine": "yours", "i": "you", "i'm": "you're", "am": "are", "me": "you", "our": "your", "we": "you"}

// plain is a declared value as people say it: other_person is "other person".
func plain(declared string) string {
	return shortened(strings.ReplaceAll(strings.Join(strings.Fields(declared), " "), "_", " "))
}

// shortened cuts a value at a word and ends it without a mark.
func shortened(value string) string {
	value = strings.TrimRight(value, ".,;:!? ")
	if utf8.RuneCountInString(value) <= valueRunes {
		return value
	}
	cut := string([]rune(value)[:valueRunes])
	if i := strings.LastIndexByte(cut, ' '); i > 0 {
		cut = cut[:i]
	}
	return strings.TrimRight(cut, ".,;:!? ") + " …"
}

// subject names a topic inside a sentence.
func subject(bank *questionbank.Bank, topic string) string {
	if t, ok := bank.Topic(topic); ok {
		return lowerFirst(t.Title)
	}
	return "this"
}

// lowerFirst lowers the first letter, but not that of an abbreviation or a name
// with a digit: "US relatives", "H-4 and family".
func lowerFirst(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	second, _ := utf8.DecodeRuneInString(s[size:])
	if !unicode.IsLower(second) && second != ' ' {
		return s
	}
	return string(unicode.ToLower(first)) + s[size:]
}
