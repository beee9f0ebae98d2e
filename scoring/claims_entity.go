package scoring

import (
	"slices"

	"github.com/viceconsul/viceconsul/interview/transcript/measure"
)

// entity finds the name of a body of a sort: capitalised words around its noun
// ("Northern Hospital"), after "at", "for", "by" ("at Ohio Tech"), or a run of them
// that stands as the answer ("Cedar Valley Foods is my employer"). after is the
// word it must come after.
func (a *answer) entity(sort []string, after int) (from, to int) {
	for i := after + 1; i < len(a.words); i++ {
		if w := a.words[i]; !slices.Contains(sort, w.Text) && !heads[w.Text] {
			continue
		}
		if from, to = a.named(i); from > after {
			return from, to
		}
	}
	for i := after + 1; i+1 < len(a.words); i++ {
		is := i > 0 && a.words[i].Text == "is" && slices.Contains(sort, a.words[i-1].Text)
		if (is || leadsName[a.words[i].Text]) && a.properAt(i+1) && a.terms[i+1].place == nil && !a.dated(i+1) && !a.person(i+1) && (!newLeads[a.words[i].Text] || a.telling(i+1)) {
			return i + 1, a.properRun(i + 1)
		}
	}
	return a.standing(after)
}

// leadsName are the words a name follows; newLeads those of them that much else
// follows too.
var (
	leadsName = set("at for by called named with joined in")
	newLeads  = set("joined in")
)

// properRun is the end of the words written as a name that begin at i.
func (a *answer) properRun(i int) int {
	to := i + 1
	for to < len(a.words) && a.properAt(to) && !a.words[to].Breaks {
		to++
	}
	return to
}

// standing finds a run of two or more words written as a name that stands as the
// answer itself: it opens a clause that names nothing else, or is what something is.
func (a *answer) standing(after int) (from, to int) {
	for i := after + 1; i < len(a.words); i = max(i+1, to) {
		to = i + 1
		if cl := a.clauseOf(i); !a.properAt(i) || a.dated(i) || i > cl.from && !a.is(i-1, i, mSpeech|mYes) && !slices.Contains([]string{"is", "it's", "be", "are", "the"}, a.words[i-1].Text) {
			continue
		}
		to = a.properRun(i)
		n := 0
		for j := i; j < to; j++ {
			if a.telling(j) {
				n++
			}
		}
		if to-i < 2 || n == 0 || a.person(i) || describes(a.words[i:to]) || to < len(a.words) && !a.words[to].Breaks && a.words[to].Text != "is" && a.words[to].Text != "are" {
			continue
		}
		return i, to
	}
	return -1, -1
}

// telling reports whether a word can tell one body from others: it is known for
// nothing else.
func (a *answer) telling(i int) bool {
	t, w := a.terms[i], a.words[i].Text
	return t.marks == 0 && t.party == 0 && t.place == nil && len(w) > 2 && !heads[w] && !generic[w] && !legal[w] && !small[w] && !a.allCapitals(i)
}

// allCapitals reports whether a word is an abbreviation: OPT, USMLE.
func (a *answer) allCapitals(i int) bool {
	w := a.words[i]
	return upper(a.turn.Applicant[w.Start:w.End])
}

// dated reports whether the word at i belongs to something measured: a date, a sum.
func (a *answer) dated(i int) bool {
	return slices.ContainsFunc(a.mentions, func(m measure.Mention) bool { return m.From <= i && i < m.To })
}

// person reports whether a name is somebody's.
func (a *answer) person(i int) bool {
	return honorifics[a.words[i].Text] || i > 0 && honorifics[a.words[i-1].Text]
}

var honorifics = set("mr mrs ms miss dr doctor prof professor sir madam uncle aunt auntie brother sister alhaji chief pastor reverend engr")

// describes reports whether words say a job, a field or a specialty, not a name.
func describes(words []measure.Word) bool {
	return jobs.named(words) || studies.named(words) || specialties.named(words)
}

// named widens the noun at i to the name it ends or begins; -1 when what stands
// with it only describes.
func (a *answer) named(i int) (from, to int) {
	from, to = i, i+1
	telling := false
	for from > 0 && !a.words[from].Breaks && a.clauseOf(from-1) == a.clauseOf(from) {
		w := a.words[from-1]
		if !a.properAt(from-1) || a.terms[from-1].is(mI|mMine|mTheirs|mYes|mNot) || slices.Contains([]string{"at", "in", "the", "to", "it", "for", "no", "a"}, w.Text) {
			break
		}
		telling = telling || !generic[w.Text] && !heads[w.Text]
		from--
	}
	if !telling && a.uncapitalised() {
		if f := a.lowerName(from); f < from {
			from, telling = f, true
		}
	}
	for to < len(a.words) && !a.words[to].Breaks {
		w := a.words[to]
		switch {
		case (w.Text == "of" || w.Text == "at") && to+1 < len(a.words) && a.properAt(to+1):
			telling, to = true, to+2
			continue
		case a.properAt(to) && !a.terms[to].is(mI):
			telling, to = telling || !heads[w.Text], to+1
			continue
		}
		break
	}
	if !telling {
		return -1, -1
	}
	return from, to
}

// uncapitalised reports whether an answer is written without capitals.
func (a *answer) uncapitalised() bool {
	for _, w := range a.words {
		if w.Text != "i" && upper(a.turn.Applicant[w.Start:w.Start+1]) {
			return false
		}
	}
	return true
}

// lowerName is where a name written without capitals begins that ends before word
// i: words known for nothing else, right after "at", "with" and their like or at the
// beginning. An article before them makes them a description.
func (a *answer) lowerName(i int) int {
	from := i
	for from > 0 && !a.words[from].Breaks && (a.telling(from-1) || from < i && heads[a.words[from-1].Text]) {
		from--
	}
	heading := from < i && heads[a.words[i-1].Text]
	if from == i || !heading && describes(a.words[from:i]) {
		return i
	}
	if from == 0 || a.words[from].Breaks || leadsName[a.words[from-1].Text] {
		return from
	}
	return i
}
