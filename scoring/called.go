package scoring

import (
	"slices"
	"strings"
)

// callsFor reports whether a claim in answer to an officer's own words can contradict a
// declared value. A number, a name or a place says by itself not what it is of: the line
// must ask for its field by its words, or the clause must name it. A line that only
// resembles a question of the bank is not enough: what it was answered with may be of
// anything.
func (c *Case) callsFor(a *answer, k Claim) bool {
	of := whole(k.Field)
	if a.press == nil && (measuredKinds[k.kind] || nominal[k.kind]) && a.lineSupposes() {
		return false
	}
	if k.kind == kindState && k.word == "particle" && a.press == nil && a.turn.Question != "" && a.question != nil && !slices.Contains(a.question.Fields, of) {
		return false // a yes or a no to a line that only touches the matter
	}
	if k.kind == kindDate && of == "jp.medical_school" && a.press == nil && a.lineHas([]string{"since"}) {
		return false // "since you graduated" asks for what came after
	}
	if k.kind == kindDate && a.press == nil && endsOn(of) && a.ownOther(k) {
		return false // "my place is for August" tells of something else than the end that was asked about
	}
	switch {
	case !a.ownLine || a.press != nil || !measuredKinds[k.kind] && !nominal[k.kind] && !(k.kind == kindStatus && a.particleOnly(k)):
		return true
	case !k.asked || !slices.Contains(a.known, of):
		return true // told in so many words
	case slices.Contains(a.own, of) || a.seeksPart(of) || k.kind == kindName && c.rolesByLine(a, of) || k.kind == kindStatus && a.asksOf(of):
		return true
	case k.kind == kindAmount && a.paidMe(k), nominal[k.kind] && a.namesField(k):
		return true
	case k.kind == kindLabel && of == parents && len(idleLabels(k.word)) > 0 && k.way == byName && !k.broad && a.namesParents():
		return true // retired or dead, whatever is asked
	case of == spouse && a.asks(marital):
		return true // "Yes. She teaches." to "Are you married?"
	case k.kind == kindPayer:
		cl := a.clauseOf(a.wordAt(k.Span.Start))
		return a.is(cl.from, cl.to, mPay)
	}
	return false
}

// namesParents reports whether an answer names the applicant's father, mother or both.
func (a *answer) namesParents() bool {
	for i := 1; i < len(a.terms); i++ {
		if t := a.terms[i]; t.party&pParents != 0 && t.party&^pParents == 0 && !t.poss && (a.terms[i-1].is(mMine) || i > 1 && kinAdjective[a.words[i-1].Text] && a.terms[i-2].is(mMine)) {
			return true
		}
	}
	return false
}

// beginsAs reports whether the words that count from one to where a span ends are those
// a declared value begins with.
func (a *answer) beginsAs(f *fact, from, end int) bool {
	at := 0
	for i := from; i < len(a.words) && a.words[i].End <= end; i++ {
		if small[a.words[i].Text] {
			continue
		}
		for at < len(f.words) && small[f.words[at].Text] {
			at++
		}
		if at == len(f.words) || f.words[at].Text != a.words[i].Text {
			return false
		}
		at++
	}
	return at > 0
}

// ownOther reports whether a value is said of something that is the applicant's own:
// "my place is for August".
func (a *answer) ownOther(k Claim) bool {
	cl := a.clauseOf(a.wordAt(k.Span.Start))
	i := cl.from
	for i < cl.to && (a.words[i].Text == "but" || a.words[i].Text == "and" || a.words[i].Text == "because") {
		i++
	}
	if i+2 >= cl.to || a.words[i].Text != "my" || journeyPapers[a.words[i+1].Text] || a.lineStem(a.words[i+1].Text) {
		return false
	}
	return a.has(i+2, i+3, "is", "starts", "begins") || a.has(i+2, i+3, "start", "begin", "end", "finish", "are") && strings.HasSuffix(a.words[i+1].Text, "s") // "my exams finish"
}

// journeyPapers tell the days of a journey.
var journeyPapers = wordSet("ticket flight return booking plane visa trip leave")

// saysToo reports whether the sentence of a name or a title says the whole declared
// value, of which it is a part told another way: "Suresh Rao, he's the delivery manager
// of Kestrel".
func (a *answer) saysToo(k Claim, f *fact) bool {
	if k.kind != kindName && k.kind != kindLabel || f == nil || f.none {
		return false
	}
	first := a.wordAt(k.Span.Start)
	if k.kind == kindName && k.word == "another" && a.beginsAs(f, first, k.Span.End) {
		return true // "At City Medical College" is no other school
	}
	at := a.clauseOf(first).sentence
	part, beside := false, false
	for _, d := range f.words {
		if small[d.Text] {
			continue
		}
		said := false
		for i, w := range a.words {
			if cl := a.clauseOf(i); w.Text == d.Text && cl.sentence == at && cl.plain() && !cl.negated {
				said = true
				inside := w.Start >= k.Span.Start && w.End <= k.Span.End
				part, beside = part || inside, beside || !inside
			}
		}
		if !said {
			return false
		}
	}
	return beside && (part || k.kind == kindLabel && k.family == &levels) // "a diploma, so bachelor is next"
}

// asksOf reports whether the officer's line asks, by its words, for the event of the past
// that a field holds.
func (a *answer) asksOf(path string) bool {
	m := slices.Index(eventPaths[:], path)
	return m >= 0 && a.events.has(event(m))
}

// particleOnly reports whether a claim is no more than a yes or a no, so that only the
// line says what of.
func (a *answer) particleOnly(k Claim) bool {
	_, to, _ := a.particles()
	return to > 0 && k.Span.End <= a.words[to-1].End
}

// lineSupposes reports whether the officer's line asks what would be if: "What if they give
// you only ten hours?"
func (a *answer) lineSupposes() bool {
	for i := range len(a.ask) - 1 {
		if a.ask[i] == "what" && a.ask[i+1] == "if" || a.ask[i] == "suppose" {
			return true
		}
	}
	return false
}

// namesField reports whether the clause of a name says in the field's own word what it is
// the name of: "Banco Pichincha gave the loan".
func (a *answer) namesField(k Claim) bool {
	at := a.wordAt(k.Span.Start)
	cl := a.clauseOf(at)
	word := whole(k.Field)[strings.LastIndexByte(whole(k.Field), '.')+1:]
	return k.kind == kindName && !strings.Contains(word, "_") && a.has(cl.from, cl.to, word)
}

// paidMe reports whether the clause of an amount says that the applicant is paid it: "they
// pay me four hundred weekly".
func (a *answer) paidMe(k Claim) bool {
	at := a.wordAt(k.Span.Start)
	for i := a.clauseOf(at).from; i+1 < at; i++ {
		if a.terms[i].is(mPay) && a.has(i+1, i+2, "me", "us") {
			return k.per != "" && !a.has(at, a.clauseOf(at).to, "for")
		}
	}
	return false
}

// seeksPart reports whether the officer's line asks for a measured value of a field by
// its words.
func (a *answer) seeksPart(of string) bool {
	return slices.ContainsFunc(a.sought, func(m *measured) bool { return whole(m.path) == of })
}

// onlyGoesOn reports whether a line says nothing but that it asks, so that what it asks
// of is what was spoken of before: "How much?", but not "Rent?"
func (s *spoken) onlyGoesOn() bool {
	return !slices.ContainsFunc(s.texts, func(w string) bool {
		return !whWords[w] && !lineLeads[w] && !subjects[w] && !inverted[w] && !asksOnly[w] && !leansOn.at(w) && !journeyWords[w] && !recalling[w] && pairings[w] == ""
	})
}

// recalling are words of a line that asks once more for what was spoken of.
var recalling = set("called again name named pay paid paying salary earn earning covered cover them their they'll him remind repeat mean means meant like tuition fees fee")
