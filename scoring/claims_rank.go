package scoring

import "slices"

// ranked compares a rank an answer gives for a person with the declared one: "the
// quality director" is the Director of Quality.
func (r *reading) ranked(ro *role, f *fact) bool {
	if ro.sort != sortPerson {
		return false
	}
	at := slices.IndexFunc(r.c.names, func(d declaredName) bool { return d.role == ro })
	if at < 0 || len(r.c.names[at].name.title) == 0 {
		return false
	}
	a, declared := r.a, r.c.names[at].name.title
	for i := range a.words {
		cl := a.clauseOf(i)
		if !ranks[a.words[i].Text] || !cl.plain() || cl.negated || a.terms[i].is(mNot) {
			continue
		}
		from, to := a.rankSpan(i)
		if from > 0 && indefinites[a.words[from-1].Text] || slices.Contains(rolesCalled(a.words[i].Text), ro) && to-from == 1 {
			continue
		}
		said := rankWords(a.words[from:to])
		k := a.claim(kindName, ro.path, cl, from, to)
		k.asked, k.word = true, sameRank(said, declared, len(r.c.names[at].name.marks) > 0)
		k.partial = k.word == "described"
		r.out = append(r.out, k)
		return true
	}
	return false
}

// rankSpan widens the rank at i to all that tells it: "the chief financial officer",
// "project lead of the insurance client".
func (a *answer) rankSpan(i int) (from, to int) {
	from, to = i, i+1
	cl := a.clauseOf(i)
	for from > cl.from && !a.words[from].Breaks && a.partOfRank(from-1) {
		from--
	}
	for to < cl.to && (a.partOfRank(to) && !a.words[to].Breaks || (a.words[to].Text == "of" || a.words[to].Text == "the" || a.words[to].Text == "for" || a.words[to].Text == "and") && to+1 < cl.to) {
		to++
	}
	return from, to
}

func (a *answer) partOfRank(i int) bool {
	w := a.words[i].Text
	return ranks[w] || heads[w] || trade[w] || !small[w] && !a.terms[i].is(mVerb|mI|mMine|mTheirs|mThey|mSpeech|mNot|mHedge) && !a.inPlace(i) && !indefinites[w] && !isLead[w] && !everydayWord[w]
}

// sameRank tells whether a rank is the declared one: the same when one says no more
// than the other.
func sameRank(said, declared []string, named bool) string {
	strange := func(of, in []string) bool {
		return slices.ContainsFunc(of, func(w string) bool {
			return !slices.ContainsFunc(in, func(d string) bool { return stemmed(w, d) })
		})
	}
	switch {
	case len(said) == 0:
		return "described"
	case !strange(said, declared):
		return "same"
	case !strange(declared, said):
		return "same"
	case len(said) == 1 || named:
		return "described"
	}
	return "another"
}

// stemmed reports whether two words of a rank have one stem: "engineer", "engineering".
func stemmed(a, b string) bool {
	n := min(len(a), len(b), 6)
	return a == b || n >= 4 && a[:n] == b[:n]
}
