package scoring

import (
	"slices"
	"strings"

	"github.com/viceconsul/viceconsul/interview/transcript/measure"
)

// A labelReader reads one answer for one field after the other.
type labelReader struct {
	c      *Case
	a      *answer
	row    *labelField
	asked  bool
	topics []party // whom each clause is about; nil until a field asks
	line   party   // whom the officer's line asks about; pSelf and nobody else before it is looked for
	kin    int8    // whether the answer names anybody: 1 yes, -1 no, 0 not looked yet
	in     *taxonomy
	found  []hit // of the labels of in
}

// labelClaims finds which label of a family an answer names, for the fields the
// officer's line asks for, and for those people tell of themselves unasked.
func (c *Case) labelClaims(a *answer, out []Claim) []Claim {
	r := labelReader{c: c, a: a, line: pSelf}
	for i := range labelFields {
		r.row = &labelFields[i]
		r.asked = (a.asks(r.row.path) || r.asksNear() || r.asksTwin()) && r.lineAsks()
		if !r.asked && !r.tellsUnasked() || r.row.path == "f1.level" && c.fact("f1.level") == nil {
			continue
		}
		n := len(out)
		out = r.named(out)
		if r.asked || ownWork(r.row.path) {
			out = r.shared(out, n)
		}
		out = r.stillWorks(out)
		if r.asked {
			out = r.echoed(out, n)
		}
	}
	return a.oneParent(out)
}

// named makes claims of the labels the answer names.
func (r *labelReader) named(out []Claim) []Claim {
	if r.in != r.row.family {
		r.in, r.found = r.row.family, r.row.family.findBy(r.a.words, r.a.lexemes)
	}
	hits, n := r.found, len(out)
	if len(hits) == 0 && r.asked {
		hits = r.row.family.misspelt(r.a.words)
	}
	if out = r.claims(hits, out); len(out) == n && r.asked {
		out = r.claims(r.spokenOf(), out)
	}
	return out
}

// claims makes claims of those of the labels found that are told of whom the field is
// about.
func (r *labelReader) claims(hits []hit, out []Claim) []Claim {
	for _, h := range hits {
		cl := r.a.clauseOf(h.from)
		if r.row.of != 0 && (h.way != byName || r.a.has(h.from-1, h.from, "before", "after")) && r.a.weighs() || h.way == byPlace && r.row.ahead || !r.own(cl, h) || r.a.narrates(cl) || cl.negated && r.a.has(cl.not, cl.not+1, "nothing", "nobody") && r.a.has(cl.not+1, h.from, "for") || r.row.path == "f1.level" && cl.negated && r.a.has(cl.from, cl.to, "have", "yet") {
			continue
		}
		if (r.row.family == &jobs || r.row.family == &industries) && h.way == byName && (r.a.takenOff(h) || r.a.amongPeople(h)) || r.row.family == &studies && r.a.selfTaught(cl) || r.row.family == &levels && r.row.path == "h1b.degree_held" && r.a.has(cl.from, cl.to, "also", "too", "another", "besides", "extra") {
			continue
		}
		if r.onlyPronoun() || r.namesSchool(h) || r.row.family == &purposes && r.withinJob(h) {
			continue
		}
		if r.row.family == &studies && h.way == byName && r.a.ofThoseWho(cl, h) {
			continue
		}
		if r.row.of != 0 && h.way == byName && r.a.pluralThing(h) && !(len(idleLabels(h.label)) > 0 && r.a.has(cl.from, h.from, "they're", "are", "both")) {
			h.way = byThing
		}
		k := r.a.claim(r.kind(), r.row.path, cl, h.from, h.to)
		k.word, k.family, k.way, k.asked = h.label, r.row.family, h.way, true
		married := r.row.of == pCouple && r.a.asks(marital) && r.lineTopic() == pSpouse // "Yes. She teaches."
		k.uncalled = !married && (!r.asked && !r.saidOutright(cl, h) || r.row.of != 0 && !r.a.asksOfKin() && len(idleLabels(h.label)) == 0 && !(r.row.of == pCouple && r.saidOutright(cl, h)))
		if k.uncalled && k.way == byName && (r.aliveNow(cl, h) || h.label == "deceased" && r.row.of&pParents != 0 && r.a.namesParents() && anyOfParty(r.a.terms[max(h.from-2, cl.from):h.to], r.row.of)) {
			k.uncalled = false
		}
		if k.uncalled && r.row.of == 0 && !ownWork(r.row.path) && !(r.row.path == "jp.specialty" && h.from == cl.from && h.to == cl.to) {
			continue
		}
		k.past = r.row.of != 0 && r.a.over(cl, h) || r.row.path == "employment.title" && r.a.over(cl, h)
		k.broad = h.way >= byThing || h.label == "homemaker" && r.a.has(h.from, h.to, "home") && !r.a.has(h.from, h.to, "house", "stay", "stays") && !r.a.lineHas(workAsks)
		k.Negative = k.Negative && (cl.not < h.from || h.to < cl.not && (r.row.family == &levels || r.row.family == &studies) && r.a.has(h.to, h.to+1, "i", "i've", "we"))
		k.Negative = k.Negative || r.row.family == &levels && r.row.path == "h1b.degree_held" && (r.a.has(cl.from, h.from, "left", "dropped", "quit", "abandoned") || r.a.has(h.to, cl.to, "halfway", "unfinished", "incomplete") || r.a.has(h.to, h.to+1, "i") && r.a.has(h.to+1, h.to+2, "left", "quit", "dropped", "abandoned"))
		k.past = k.past && !(h.label == "homemaker" && r.a.is(cl.from, cl.to, mAbsolute)) && h.label != "retired" && h.label != "deceased" && !r.a.has(h.from, h.to, "laid", "lost", "fired")
		k.rest = r.row.of == pSiblings && r.a.lineHas([]string{"siblings", "brothers", "sisters"})
		out = append(out, k)
	}
	return out
}

// ofThoseWho reports whether a label is only told by those of its trade, who do something:
// "architects never understand money".
func (a *answer) ofThoseWho(cl *clause, h hit) bool {
	one, plural := strings.CutSuffix(a.words[h.from].Text, "s")
	if !plural || h.to-h.from != 1 || h.to >= cl.to || a.words[h.to].Breaks || a.has(cl.from, h.from, "we", "i", "us") {
		return false
	}
	return slices.ContainsFunc(jobs.find([]measure.Word{{Text: one}}), func(job hit) bool { return job.way == byName })
}

// amongPeople reports whether a label only says of which trade others are: "I sit with the
// insurance people".
func (a *answer) amongPeople(h hit) bool {
	return a.has(h.from-1, h.from, "the", "these", "those") && a.has(h.to, h.to+1, "people", "folks", "guys", "fellows")
}

// selfTaught reports whether a clause tells what somebody learned without a school: "the
// mathematics I learned alone".
func (a *answer) selfTaught(cl *clause) bool {
	return a.has(cl.from, cl.to, "learned", "learnt", "taught", "studied", "picked") && a.has(cl.from, cl.to, "alone", "myself", "youtube", "self")
}

// withinJob reports whether a label belongs to the name of a job, or to what somebody is in
// charge of: "maintenance engineer", "I manage operations".
func (r *labelReader) withinJob(h hit) bool {
	if cl := r.a.clauseOf(h.from); r.a.has(cl.from, min(cl.from+2, h.from), "manage", "run", "lead", "head", "supervise") {
		return true
	}
	from, to := max(h.from-2, 0), min(h.to+2, len(r.a.words))
	return slices.ContainsFunc(jobs.find(r.a.words[from:to]), func(job hit) bool {
		return job.way == byName && from+job.from <= h.to && from+job.to > h.to
	})
}

// namesSchool reports whether a label is only part of the declared school's name: "at Texas
// A&M Commerce".
func (r *labelReader) namesSchool(h hit) bool {
	f := r.c.fact(r.row.path)
	return f != nil && h.to > h.from && !slices.ContainsFunc(r.a.words[h.from:h.to], func(w measure.Word) bool { return !f.inSchoolName(w.Text) })
}

// anyOfParty reports whether one of the terms stands for somebody of a party.
func anyOfParty(terms []term, p party) bool {
	return slices.ContainsFunc(terms, func(t term) bool { return t.party&p != 0 })
}

// aliveNow reports whether a clause tells of the work, at present, of a parent the line names
// who is declared deceased: "he's an accountant there".
func (r *labelReader) aliveNow(cl *clause, h hit) bool {
	f := r.c.fact(r.row.path)
	return r.row.of != 0 && f != nil && f.holds("deceased") && h.label != "deceased" && r.lineTopic() == r.row.of && r.a.has(cl.from, h.from, "he's", "she's", "is", "works", "runs") && !r.a.gone(cl)
}

// onlyPronoun reports whether neither the line nor the answer names somebody who is declared
// deceased: "he" is somebody else then.
func (r *labelReader) onlyPronoun() bool {
	if r.row.of == 0 || r.row.of&(r.row.of-1) != 0 {
		return false
	}
	f := r.c.fact(r.row.path)
	if f == nil || !f.holds("deceased") {
		return false
	}
	names := func(t term) bool { return t.party&r.row.of != 0 }
	return !slices.ContainsFunc(termsOf(measure.Words(r.a.turn.Officer)), names) && !slices.ContainsFunc(r.a.terms, names)
}

// spokenOf reads a field of work or study out of the things an answer speaks of. Things
// that all belong to another field than the declared one tell it as what is done does.
func (r *labelReader) spokenOf() []hit {
	f := r.c.fact(r.row.path)
	if f == nil || len(declaredLabels(r.row.family, f)) == 0 || r.row.family != &jobs && r.row.family != &studies && r.row.family != &specialties || len(r.a.words) > longFragment {
		return nil
	}
	least, first := 2, r.a.firstSaid()
	if r.row.family != &jobs && r.a.opened(first.from, first.to-1) {
		least = 1 // it is the answer: "It's airplanes"
	}
	hits, sole := r.row.family.spokenOf(r.a.words, least, func(i int) bool {
		cl := r.a.clauseOf(i)
		return (least > 1 || cl == first) && cl.plain() && !cl.negated && !r.a.terms[i].is(mSpeech) && (r.row.family == &specialties || r.tellsOf(cl, i))
	})
	if sole {
		hits[0].way = byAct
	}
	if len(hits) > 0 && least == 1 {
		hits[0].from = first.from // all the clause says
	}
	return hits
}

// firstSaid is the first clause that is more than courtesy.
func (a *answer) firstSaid() *clause {
	for i := range a.clauses {
		cl := &a.clauses[i]
		for j := cl.from; j < cl.to; j++ {
			if !a.terms[j].is(mSpeech) {
				return cl
			}
		}
	}
	return &a.clauses[0]
}

// longFragment is how many words an answer may have for the things in it to be all it is
// about.
const longFragment = 14

// weighs reports whether an answer gives an amount to a line that asks for one: the words
// around it name no work, "before tax".
func (a *answer) weighs() bool {
	return a.ownLine && a.soughtOne(func(m *measured) bool { return m.of != noAttribute }) != nil && slices.ContainsFunc(a.mentions, func(m measure.Mention) bool { return m.Kind == measure.Money })
}

// kind is how the field's labels are compared.
func (r *labelReader) kind() kind {
	if r.row.path == "trip.purpose" {
		return kindPurpose
	}
	return kindLabel
}

// shared notes that the words of the answer are those of the declared value: "he is
// into cocoa export". from is where this field's claims begin.
func (r *labelReader) shared(out []Claim, from int) []Claim {
	f, a := r.c.fact(r.row.path), r.a
	if f == nil || !free[r.row.path] || r.row.path == "trip.purpose" && r.c.category.Visa()[0] != 'B' || slices.ContainsFunc(out[:from], func(k Claim) bool { return k.Field == r.row.path && k.word == "same" }) {
		return out
	}
	for i, w := range a.words {
		cl := a.clauseOf(i)
		if r.row.family == &studies && a.selfTaught(cl) || len(w.Text) < 4 || !cl.plain() || cl.negated || small[w.Text] || everyTrade[w.Text] || !r.asked && dutyWords[w.Text] || a.terms[i].is(mSpeech) || !r.tellsOf(cl, i) {
			continue
		}
		if f.holds(w.Text) && !f.inSchoolName(w.Text) {
			k := a.claim(r.kind(), r.row.path, cl, i, i+1)
			k.word, k.family, k.asked = "same", r.row.family, true
			k.uncalled = !r.asked || r.row.path == "finance.sponsors.occupation" && !r.a.lineHas(workAsks)
			k.past = r.row.of != 0 && a.over(cl, hit{from: i, to: i + 1})
			return append(out, k)
		}
	}
	if len(out) > from || !r.asked {
		return out
	}
	if r.row.path == "h1b.duties" && len(a.words) <= 14 && a.is(0, len(a.words), mWork) && a.has(0, len(a.words), "data", "software", "technology", "technologies", "computers", "computer", "projects", "things", "clients", "systems") {
		k := a.claim(kindLabel, r.row.path, &a.clauses[0], 0, 0)
		k.partial, k.asked = true, true
		out = append(out, k)
	}
	return out
}

// tellsOf reports whether the word at i is told of whom the field is about.
func (r *labelReader) tellsOf(cl *clause, i int) bool {
	if r.row.of != 0 {
		return r.about(i)&r.whose() != 0
	}
	return !cl.other || cl.who&pHuman == 0 || r.row.family == &purposes && cl.who == pPerson && r.a.is(cl.from, i, mMine) || r.row.family == &industries
}

// inSchoolName reports whether a word of a declared degree stands only in the name of the
// school, and tells nothing of what was studied there.
func (f *fact) inSchoolName(w string) bool {
	in := func(key string) bool {
		v, ok := f.part(key)
		return ok && slices.ContainsFunc(measure.Words(v.Text), func(d measure.Word) bool { return d.Text == w })
	}
	return f.path == "h1b.degree_held" && in("school") && !in("field") && !in("level")
}

// holdsAll reports whether every word of some text is one of a declared one.
func (f *fact) holdsAll(text string) bool {
	return !slices.ContainsFunc(measureWords(text), func(w measure.Word) bool { return !f.holds(w.Text) })
}

// holds reports whether a declared text has a word in one of its forms.
func (f *fact) holds(w string) bool {
	s := stemOf(w)
	for _, d := range f.words {
		if d.Text == w || len(d.Text) > 3 && (stemOf(d.Text) == s || len(w) > 4 && strings.HasPrefix(d.Text, w) || len(s) > 4 && len(d.Text) > 5 && strings.HasPrefix(w, d.Text) || len(s) > 5 && strings.HasPrefix(d.Text, s)) {
			return true
		}
	}
	return false
}

// echoed reads a yes or a no to a line that itself names a label: "Is your husband a
// doctor?" from is where this field's claims begin.
func (r *labelReader) echoed(out []Claim, from int) []Claim {
	a := r.a
	first := &a.clauses[0]
	yes, no := first.marks&mYes != 0 && !first.negated, a.words[0].Text == "no" || a.words[0].Text == "not"
	if len(out) > from || yes == no || a.lineIs(mNot) {
		return out
	}
	line := measureWords(lastQuestion(a.turn.Officer))
	if wanted(line, true) != wantYesNo {
		return out
	}
	for _, h := range r.row.family.find(line) {
		if h.way != byName || len(line)-h.to > 1 || len(line[h.from].Text) <= 2 || h.label == "government" { // "will they hold it?"; a government job is any work
			continue
		}
		k := a.claim(r.kind(), r.row.path, first, first.from, first.to)
		k.word, k.family, k.asked, k.Negative = h.label, r.row.family, true, no
		out = append(out, k)
	}
	return out
}

// stillWorks finds that a relative who is declared retired is said to be at work still: "he is
// still in the railways".
func (r *labelReader) stillWorks(out []Claim) []Claim {
	a := r.a
	f := r.c.fact(r.row.path)
	if r.row.of == 0 || r.row.family != &jobs || f == nil || !slices.Contains(declaredLabels(&jobs, f), "retired") || a.has(0, len(a.words), "retired", "retire", "retires", "retirement", "pension", "pensioner", "part-time", "sometimes", "helps", "private", "privately", "tuition", "tuitions", "free", "volunteers", "little", "bit") {
		return out
	}
	for i := range a.words {
		cl := a.clauseOf(i)
		if a.words[i].Text != "still" || !cl.plain() || cl.negated || cl.hedged || r.about(i)&r.whose() == 0 || r.about(i)&^r.whose() != 0 || a.gone(cl) ||
			!a.has(i+1, cl.to, "working", "works", "work", "employed", "service", "job", "active") && !(a.has(i+1, i+2, "in", "with", "at") && a.lineHas(workAsks) && a.has(i+2, i+3, "the", "his", "her")) && !r.worksAs(f, i+1, cl.to) {
			continue
		}
		k := a.claim(kindLabel, r.row.path, cl, cl.from, cl.to)
		k.word, k.family, k.asked = "employed", r.row.family, true
		return append(slices.DeleteFunc(out, func(o Claim) bool {
			return o.Field == r.row.path && o.kind == kindLabel && a.clauseOf(a.wordAt(o.Span.Start)) == cl
		}), k)
	}
	return out
}

// worksAs reports whether words tell the very work that somebody is declared to be retired from.
func (r *labelReader) worksAs(f *fact, from, to int) bool {
	declared := declaredLabels(&jobs, f)
	return slices.ContainsFunc(jobs.find(r.a.words[from:to]), func(h hit) bool { return h.label != "retired" && slices.Contains(declared, h.label) })
}

// oneParent notes that only one parent is told of where the line asks about both.
func (a *answer) oneParent(out []Claim) []Claim {
	const father, mother = "family.parents.father.occupation", "family.parents.mother.occupation"
	tells := func(path string) bool { return slices.ContainsFunc(out, func(k Claim) bool { return k.Field == path }) }
	if !a.lineHas([]string{"parents", "parents'"}) || tells(father) == tells(mother) {
		return out
	}
	for i := range out {
		out[i].rest = out[i].rest || out[i].Field == father || out[i].Field == mother
	}
	return out
}
