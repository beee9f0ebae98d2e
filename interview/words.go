package interview

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/viceconsul/viceconsul/interview/transcript"
	"github.com/viceconsul/viceconsul/questionbank"
)

// wording is one of the question's wordings, none that another question was asked in.
func (r *reading) wording(q *questionbank.Question) string {
	fresh := slices.DeleteFunc(q.Wordings(), func(line string) bool {
		return slices.ContainsFunc(r.asked, func(a Asked) bool { return strings.HasSuffix(a.meant(), line) })
	})
	if len(fresh) == 0 {
		return q.Ask
	}
	return fresh[r.chance.IntN(len(fresh))]
}

// reacting puts a remark on a declared fact before a question now and then, or an
// acknowledgement; never the same twice, nor on what was asked about already.
func (r *reading) reacting(q *questionbank.Question, line string) string {
	for _, m := range r.bank.Remarks {
		if m.Fits(q, r.started.Profile) && !r.askedOn(q.Fields) && !r.remarked(m) && r.percent(r.manner.remarks) {
			return m.Say + " " + line
		}
	}
	return r.nodded(line)
}

// remarked holds for a remark that was made.
func (r *reading) remarked(m questionbank.Remark) bool {
	return slices.ContainsFunc(r.asked, func(a Asked) bool { return strings.HasPrefix(a.meant(), m.Say) })
}

// nodded puts an acknowledgement before a line now and then, never the same twice
// running.
func (r *reading) nodded(line string) string {
	if r.last == nil || !r.percent(r.manner.nodding) {
		return line
	}
	nod := acknowledgements[r.chance.IntN(len(acknowledgements))]
	if strings.HasPrefix(r.asked[len(r.asked)-1].meant(), nod) {
		return line
	}
	return nod + " " + line
}

// filled puts both values of a finding into a line.
func (r *reading) filled(line string, f transcript.Finding) string {
	heard, declared := r.grader.Sides(f, r.judged)
	if strings.HasPrefix(declared, "no ") || strings.HasPrefix(declared, "nobody ") { // a form lists none, it does not say so
		line = strings.NewReplacer(" says {declared}", " lists {declared}", " say {declared}", " list {declared}").Replace(line)
	}
	line = strings.NewReplacer("{heard}", heard, "{declared}", declared).Replace(line)
	return strings.NewReplacer("….", "…", "..", ".").Replace(line)
}

// subject names a topic inside a sentence.
func subject(bank *questionbank.Bank, topic string) string {
	if t, ok := bank.Topic(topic); ok {
		return lowerFirst(t.Title)
	}
	return "this"
}

// titled names a field inside a sentence, without what its title says in brackets.
func titled(f transcript.Field) string {
	title, _, _ := strings.Cut(f.Title, " (")
	return lowerFirst(title)
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
