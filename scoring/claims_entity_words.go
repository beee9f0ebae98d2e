package scoring

import (
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/viceconsul/viceconsul/interview/transcript/measure"
)

// telling reports whether a word can tell one body from others: it is known for
// nothing else.
func (a *answer) telling(i int) bool { return a.tells(i) && !a.allCapitals(i) }

// tells is telling for abbreviations too: "TCS" names a body, "OPT" does not.
func (a *answer) tells(i int) bool {
	t, w := a.terms[i], a.words[i].Text
	if acronyms.at(w) || a.dated(i) {
		return false
	}
	if a.inPlace(i) {
		return false
	}
	if a.allCapitals(i) && len(w) > 1 {
		return t.marks == 0
	}
	return t.marks == 0 && t.party == 0 && len(w) > 2 && a.lexemes[i].is&isNaming == 0
}

// namingWords are the words of names that tell none from another.
var namingWords = func() map[string]bool {
	all := map[string]bool{}
	for _, words := range []map[string]bool{heads, trade, generic, legal, small, honorifics, ranks} {
		maps.Copy(all, words)
	}
	return all
}()

// inPlace reports whether the word at i is of a place's name: "Grand Rapids".
func (a *answer) inPlace(i int) bool {
	for j := i; j >= 0 && j > i-4; j-- {
		if t := a.terms[j]; t.place != nil {
			return j == i || int(t.n) > i-j
		}
	}
	return false
}

// ordinary reports whether the word at i is an everyday one, whose capital only
// begins a sentence.
func (a *answer) ordinary(i int) bool {
	t, w := a.terms[i], a.words[i].Text
	return t.marks&^(mPlace|mUS) != 0 || t.party != 0 && !heads[w] && !honorifics[w] || small[w] || everydayWord[w] || ordinaryForm(w) || len(w) > 4 && pastForm(w) || doing(w) && !(i+1 < len(a.words) && a.properAt(i+1))
}

// everydayWord are common words a sentence begins with.
var everydayWord = set("meanwhile god god's allah now then today both same during since until under over still even once twice each neither either nobody everybody everyone somebody someone another other others such every again already always never often sometimes maybe perhaps sorry correct right sure true yeah yep nope like because although though while unless except without within between among against one two three four five six seven eight nine ten first second third last later early earlier today tomorrow yesterday there these those which whose people person thing things everything nothing something anyone anything us him hers mine yours ours not no yes remotely remote hybrid online somewhere anywhere everywhere wherever whoever nowhere home pardon excuse usually mostly mainly currently officially previously formerly originally")

// allCapitals reports whether a word is an abbreviation: OPT, USMLE.
func (a *answer) allCapitals(i int) bool {
	w := a.words[i]
	return upper(a.turn.Applicant[w.Start:w.End])
}

// dated reports whether the word at i belongs to something measured: a date, a sum.
func (a *answer) dated(i int) bool {
	return slices.ContainsFunc(a.mentions, func(m measure.Mention) bool { return m.From <= i && i < m.To })
}

// describedBy reports whether every telling word from from to to belongs to a job, a
// field or a specialty.
func (a *answer) describedBy(from, to int) bool {
	covered := make([]bool, to-from)
	for _, family := range []*taxonomy{&jobs, &studies, &specialties} {
		for _, h := range family.find(a.words[from:to]) {
			for i := h.from; i < h.to; i++ {
				covered[i] = true
			}
		}
	}
	for i := from; i < to; i++ {
		if a.tells(i) && !covered[i-from] {
			return false
		}
	}
	return slices.Contains(covered, true)
}

// describes reports whether words say a job, a field or a specialty, not a name.
func describes(words []measure.Word) bool {
	return jobs.named(words) || studies.named(words) || specialties.named(words)
}

// uncapitalised reports whether an answer is written without capitals.
func (a *answer) uncapitalised() bool {
	for _, w := range a.words {
		if b := a.turn.Applicant[w.Start]; b >= 'A' && b <= 'Z' {
			return false
		}
	}
	return true
}

// properAt reports whether the word at i is written as a name.
func (a *answer) properAt(i int) bool {
	first, _ := utf8.DecodeRuneInString(a.turn.Applicant[a.words[i].Start:])
	w := a.words[i]
	return unicode.IsUpper(first) && !(i == 0 && (legal[w.Text] || a.terms[i].is(mVerb|mYes|mNot|mMine|mTheirs|mThey)))
}

func upper(s string) bool { return s != strings.ToLower(s) && s == strings.ToUpper(s) }
