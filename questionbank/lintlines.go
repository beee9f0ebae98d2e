package questionbank

import (
	"slices"
	"strings"
)

// papers are what an officer may only quote together with what was declared; one
// "says" and several "say".
var (
	paper  = []string{" form", " file", " i 20", " ds 2019", " ds 160", " petition", " record", " letter", " contract", " transcript", " certificate"}
	papers = []string{" papers", " records", " documents"}
	quotes = map[string][]string{
		" says ": paper, " shows ": paper, " lists ": paper,
		" say ": papers, " show ": papers, " list ": papers,
	}
)

// placeholders are what the line for a cause may hold to be filled in.
func placeholders(c Cause) []string {
	switch {
	case c == Contradiction:
		return []string{"{heard}", "{declared}"}
	case c.OfConduct():
		return []string{"{question}"}
	}
	return nil
}

// line checks what an officer says aloud: its length, its placeholders, and that
// no paper is quoted that the profile may not hold. The cause is "" for a question.
func (l *linter) line(part any, key, line string, c Cause) {
	if n := len(strings.Fields(line)); n > mostWords {
		l.fault(part, key, "%q has %d words, at most %d", line, n, mostWords)
	}
	rest := line
	for _, p := range placeholders(c) {
		rest = strings.ReplaceAll(rest, p, "")
	}
	if strings.ContainsAny(rest, "{}") {
		l.fault(part, key, "%q: bad placeholder: only the follow-up for contradiction may hold {heard} and {declared}, and only those for conduct {question}", line)
	}
	if quotesPaper(line) && !strings.Contains(line, "{declared}") {
		l.fault(part, key, "%q says what a paper holds, which the profile may not: use {declared} in the follow-up for contradiction, or ask", line)
	}
}

// quotesPaper holds for "your form says ...".
func quotesPaper(line string) bool {
	text := spaced(line) + " "
	for verb, who := range quotes {
		before, _, found := strings.Cut(text, verb)
		if found && slices.ContainsFunc(who, func(p string) bool { return strings.HasSuffix(before, p) }) {
			return true
		}
	}
	return false
}

// tiesWords ask for ties abroad, or speak of them.
var tiesWords = []string{
	" ties ", " come back ", " came back ", " coming back ", " comes back ", " brings you back ", " bring you back ",
	" return home ", " returning home ", " will you return ", " go home ", " going home ", " come home ", " coming home ",
	" back home ", " keeps you here ", " keep you here ", " holds you here ", " settle back ", " leave behind ",
}

// noTies checks texts of H-1B interviews, where the law asks for no ties (INA
// 214(b) and 214(h)) and an officer must not either.
func (l *linter) noTies(part any, key string, texts ...string) {
	for _, text := range texts {
		if containsAny(text, tiesWords) {
			l.fault(part, key, "%q speaks of ties, which do not count in H-1B: except those categories, or reword", text)
		}
	}
}

// containsAny reports whether the text has one of the phrases, each in lower case
// and between spaces.
func containsAny(text string, phrases []string) bool {
	words := spaced(text) + " "
	return slices.ContainsFunc(phrases, func(p string) bool { return strings.Contains(words, p) })
}
