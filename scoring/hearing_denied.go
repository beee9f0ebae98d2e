package scoring

// denied reports whether what the word at tells is denied in its clause. Two denials
// undo each other only when one denies saying the other: "I cannot say I was never
// refused". What a denied telling presumes is so: "I did not mention the refusal".
func (r *hearing) denied(cl *clause, at int) bool {
	first, n := -1, 0
	for i := cl.from; i < cl.to; i++ {
		if r.denies(cl, i, at) {
			if n++; first < 0 {
				first = i
			}
		}
	}
	switch {
	case n == 0:
		return r.carried(cl, at)
	case r.hides(first, at), r.presumes(cl, at):
		return false
	case r.deniesSaying(cl, at), n > 1 && r.has(first, first+2, "that"):
		return false
	}
	return true
}

// deniesSaying reports whether a clause denies that the applicant could deny: "I cannot
// say I was never refused".
func (r *hearing) deniesSaying(cl *clause, at int) bool {
	for i := cl.from + 1; i < at; i++ {
		if !r.has(i, i+1, "say", "claim", "pretend", "swear", "promise") || !r.has(i-2, i, "cannot", "can't", "cant", "not", "won't", "wouldn't", "couldn't", "never") {
			continue
		}
		for j := i + 1; j < cl.to; j++ {
			if r.terms[j].is(mNot) || r.has(j, j+1, "no") {
				return true
			}
		}
	}
	return false
}

// ownNo are the tellings whose idioms hold a denial that is part of them: "said no",
// "out of status", "not genuine".
const ownNo = hRefuse | hCancel | hOver | hFake | hLost | hExempt | hClean | hBlack | hArrest

// denies reports whether the word at i denies what the word at tells: a denial before
// it, or an absolute one after it.
func (r *hearing) denies(cl *clause, i, at int) bool {
	if i == at {
		return r.terms[i].is(mNot) && r.terms[i].n > 1 && r.traits[i]&ownNo == 0 // "was never in"
	}
	if !r.terms[i].is(mNot) || particle(r.words, r.terms, cl, i) || r.traits[i]&r.traits[at]&ownNo != 0 {
		return false // the "no" of "said no" is part of it
	}
	if r.of == ofStatus && (r.terms[i].is(mLeftJob) || r.has(i-1, i, "with") || r.has(i, i+1, "without") && !r.has(i+1, i+6, "gap", "break", "interruption")) {
		return false // "without a job" is the break
	}
	if r.has(i+1, i+2, "only", "because", "just", "doubt", "longer") || r.resumed(i, at) {
		return false
	}
	return i < at || r.terms[i].is(mAbsolute) || r.afterSubject(at, i) || r.has(i+1, i+3, "even", "single", "one", "once") && !r.has(i+1, cl.to+1, "but")
}

// resumed reports whether, between a denial at word i and what the word at tells, others go
// on to do something to the applicant: "I had not shown enough and gave me the paper".
func (r *hearing) resumed(i, at int) bool {
	for j := i + 1; j < min(at, len(r.words)-2); j++ {
		if r.has(j, j+1, "and", "then", "so") && pastForm(r.words[j+1].Text) && r.has(j+2, j+3, "me", "us", "my") && !r.is(i, i+1, mAbsolute) {
			return true
		}
	}
	return false
}

// afterSubject reports whether the denial at word i denies a verb that the word at is
// the subject of: "the petition is not filed".
func (r *hearing) afterSubject(at, i int) bool {
	verb := helpingVerb[r.words[i-1].Text] || helpingVerb[r.words[i].Text]
	return verb && !r.is(at+1, i, mI|mThey) && !r.passive(at-1, at)
}

// hides reports whether a denied word from first to at means to hide, so that its
// denial owns: "I will not hide that", "I don't deny it".
func (r *hearing) hides(first, at int) bool {
	return r.has(first+1, at, "deny", "hide", "lie", "forget", "conceal", "pretend")
}

// carried reports whether a clause goes on with what a denial before a comma opened:
// "never, in my whole life, been refused".
func (r *hearing) carried(cl *clause, at int) bool {
	if cl.from == 0 || r.is(cl.from, at, mI|mThey) || at-cl.from > 2 {
		return false
	}
	if !r.has(cl.from, at, "been", "ever", "had") && !pastForm(r.words[at].Text) {
		return false
	}
	for i := range r.clauses {
		o := &r.clauses[i]
		if o.sentence == cl.sentence && o.to <= cl.from && o.negated && o.not >= o.to-2 {
			return true
		}
	}
	return false
}

// excepted reports whether what follows a denial takes something out of it: "never
// refused, except in 2019", "nobody, only my brother".
func (r *hearing) excepted(cl *clause) bool {
	for i := range r.clauses {
		o := &r.clauses[i]
		if o.sentence != cl.sentence || o.from < cl.from {
			continue
		}
		for j := o.from; j < o.to; j++ {
			if j+1 < o.to && (r.has(j, j+1, "except", "besides") || r.has(j, j+1, "apart", "other", "aside") && r.has(j+1, j+2, "from", "than")) {
				return true
			}
		}
		if o != cl && o.marks&(mOnly|mBut) != 0 && !o.negated && r.verbless(o) && r.timed(o) && !r.otherCountry(o) && !r.has(o.from, o.to, "it", "is", "my", "this") && !r.namesThing(o) {
			return true // "never, only once in 2019"
		}
	}
	return false
}

// namesThing reports whether a clause names a thing that is none of the matter, by its
// article: "only the photo, once", but not "only the visa" or "only a week".
func (r *hearing) namesThing(cl *clause) bool {
	for i := cl.from; i+1 < cl.to; i++ {
		if r.has(i, i+1, "the", "a", "an", "some", "their") && r.traits[i+1] == 0 && !r.inMention(i+1) && !r.has(i+1, i+2, "single", "only") {
			return true
		}
	}
	return false
}
