package scoring

import (
	"slices"
	"strings"

	"github.com/viceconsul/viceconsul/interview/transcript"
)

// A retelling reads an answer for declared values it says again, whatever the line asked.
// What it finds only ever agrees: a value said beside the matter accuses nobody.
type retelling struct {
	*sheet
	whose labelReader // tells whom a word is told of
	stems []string    // of the answer's words
	roots rootSet     // of the stems
}

// A trace is how surely an answer says a declared value, and where. What is surely said
// is enough by itself; what may be something else needs a second trace, or a line or a
// word that tells what it is of.
type trace struct{ points, from, to int }

// ruleRetold names the rule of what an answer says beside the matter.
const ruleRetold = "retold"

// Points of a trace.
const (
	perhaps = 1
	surely  = 2
)

// with is two traces of one field together: the words of the surer show it.
func (t trace) with(o trace) trace {
	if o.points > t.points {
		t.from, t.to = o.from, o.to
	}
	t.points += o.points
	return t
}

// retold are the findings on declared fields that the answer says as they are declared,
// where nothing has judged them yet.
func (s *sheet) retold() []transcript.Finding {
	if len(s.words) == 0 || s.again {
		return nil
	}
	e := retelling{sheet: s, whose: labelReader{c: s.c, a: s.answer, line: pSelf}}
	var out []transcript.Finding
	for _, all := range s.c.valueGroups() {
		f := all[0].f
		if s.press != nil && s.press.Field == f.path || about(s.verdicts, f.path) {
			continue
		}
		if t := e.saidOf(all); t.points >= surely {
			out = append(out, e.toldAgain(f, t))
		}
	}
	return out
}

// saidOf is how surely an answer says a field, by one of its groups; all of them where one
// said alone would leave the others out.
func (e *retelling) saidOf(all []*valueGroup) trace {
	if all[0].f.none {
		return e.saidNone(all[0].f)
	}
	var best trace
	for _, g := range all {
		t := e.said(g)
		if g.counts {
			if t.points >= surely && g.values[0].value.Num > 1 && e.ofMatter(g, t.from) {
				return t
			}
			continue
		}
		if t.points < surely && g.wholly {
			return trace{}
		}
		best = surer(best, t)
	}
	return best
}

// toldAgain is the finding that a field is said as declared, if need be after a slip.
func (e *retelling) toldAgain(f *fact, t trace) transcript.Finding {
	span := e.answer.span(t.from, t.to)
	fi := transcript.Finding{Rule: ruleRetold, Criterion: transcript.Consistency, Verdict: transcript.Consistent, Severity: transcript.Note,
		Span: span, Field: f.path, Declared: f.said, Heard: span.Text}
	if e.afterSlip(t) {
		fi.Verdict = transcript.SelfCorrection
	}
	fi.Reason = e.c.reason(fi, f)
	return fi
}

// saidNone is whether an answer says that there is none of what the line asks for by its
// own words: "Not one rupee", "nobody".
func (e *retelling) saidNone(f *fact) trace {
	cl := &e.clauses[0]
	if !slices.Contains(e.own, f.path) || !e.polarLine() || e.lineIs(mNot) || !cl.plain() || cl.other && cl.who&pSelf == 0 && cl.who != pPerson {
		return trace{}
	}
	for i := range e.clauses {
		if e.clauses[i].marks&(mBut|mExcept) != 0 || i > 0 && !e.clauses[i].negated && e.is(e.clauses[i].from, e.clauses[i].to, mVerb|mPay) {
			return trace{}
		}
	}
	if cl.marks&mAbsolute != 0 || e.answer.has(cl.from, cl.from+1, "nobody", "nothing", "none", "never", "not", "no") && cl.negated {
		return trace{surely, cl.from, cl.to}
	}
	return trace{}
}

// said is how surely an answer says the values of a group, with what the line and the
// words around tell of them.
func (e *retelling) said(g *valueGroup) trace {
	var all trace
	for i := range g.values {
		if t := e.trace(g, &g.values[i]); t.points > 0 {
			all = all.with(t)
		}
	}
	switch {
	case all.points == 0:
	case g.bySaying && !e.toldBy(g, all):
		return trace{}
	case all.points < surely && (!g.unasked && e.asksFor(g) || e.toldBy(g, all)):
		all.points++
	}
	return all
}

// asksFor reports whether the line asks for a field, or for one that is told together
// with it.
func (e *retelling) asksFor(g *valueGroup) bool {
	return e.answer.asks(g.f.path) || slices.ContainsFunc(g.beside, e.asksAny)
}

// toldBy reports whether the words around a value tell what it is of.
func (e *retelling) toldBy(g *valueGroup, t trace) bool {
	cl := e.sentence(*e.clauseOf(t.from))
	if g.ofKin && !g.unasked && slices.ContainsFunc(e.terms, func(t term) bool { return t.party&g.kin != 0 && !t.is(mKin) }) {
		return true
	}
	return e.is(cl.from, cl.to, g.marks) || g.marks&mUS != 0 && e.lineIs(mUS|mPlace) || g.around != nil && (e.anyWord(cl.from, cl.to, g.around) || g.bySaying && e.answer.lineHas(g.line))
}

// trace is how surely one declared value is said.
func (e *retelling) trace(g *valueGroup, v *groupValue) trace {
	switch {
	case len(v.places) > 0 && !e.namesPlace(v):
		return trace{}
	case len(v.places) > 0:
		return e.place(g, v)
	case v.party != 0:
		return e.relation(g, v)
	}
	switch {
	case v.value != nil && len(e.mentions) == 0:
		return trace{}
	case v.value != nil:
		return e.measured(g, v)
	case v.kind == transcript.TypeBool:
		return trace{}
	}
	return surer(e.named(g, v), e.worded(g, v))
}

// surer is the surer of two traces, of equal ones the first.
func surer(a, b trace) trace {
	if b.points > a.points {
		return b
	}
	return a
}

// ofMatter reports whether the word at i is told by the applicant of himself or herself, or
// under a line about the same part of the profile: else a place, a day or a sum may be of
// anything.
func (e *retelling) ofMatter(g *valueGroup, i int) bool {
	cl := e.clauseOf(i)
	for j := cl.from; j < cl.to; j++ {
		if e.terms[j].is(mI|mMine) && e.words[j].Text != "me" {
			return true
		}
	}
	asked := e.asked
	if e.ownLine {
		asked = e.own // what the nearest question asks for besides is only near
	}
	return e.verbless(cl) || slices.ContainsFunc(asked, func(path string) bool { return strings.HasPrefix(path, g.section+".") })
}

// homePlace reports whether a clause names a place outside the United States: "there" may
// be that.
func (e *retelling) homePlace(cl *clause) bool {
	return slices.ContainsFunc(e.terms[cl.from:cl.to], func(t term) bool { return t.place != nil && t.place.side(true) == nil })
}

// denied reports whether a word from from to to denies.
func (e *retelling) denied(from, to int) bool {
	return e.is(from, to, mNot) || e.answer.has(from, to, "not", "no", "never")
}

// denialReach is how many words before a value a denial still denies it: "and not return
// to Altiplano". Our judgement.
const denialReach = 4

// tells reports whether the word at i is said as so, and of whom the field is about.
func (e *retelling) tells(g *valueGroup, i int) bool {
	cl := e.clauseOf(i)
	if !cl.plain() || cl.negated && !e.answer.has(cl.from, cl.to, "without") || e.denied(max(cl.from, i-denialReach), i) || e.answer.supposed(cl) && !e.answer.has(cl.from, cl.from+2, "after", "then", "afterwards") || e.dead[i] {
		return false
	}
	if g.atHome && e.there(*cl) && !e.homePlace(cl) {
		return false
	}
	who := e.whose.about(i)
	switch {
	case g.kin != 0 && g.ofKin:
		return who&g.kin != 0
	case g.anybodys:
		return true
	}
	return who&pHuman == 0 || who&pSelf != 0 || cl.who == pPerson && (e.is(cl.from+1, cl.to, mMine) || e.answer.has(cl.from, cl.to, "me", "us"))
}

// relation finds a relative, or a friend, as declared.
func (e *retelling) relation(g *valueGroup, v *groupValue) trace {
	if e.is(0, len(e.terms), mStatusUS) {
		return trace{} // it tells of the status there, which is compared
	}
	for i := range e.terms {
		t := e.terms[i]
		if i > 0 && e.terms[i-1].is(mTheirs) {
			continue // somebody else's
		}
		if t.party&v.party != 0 && (t.party&^v.party == 0 || t.broad && t.party&^pHuman == 0 && t.party&pHuman == g.together) && !t.is(mKin) && (!t.broad || v.party&^t.party == 0 || t.party&pHuman == g.together) {
			if cl := e.clauseOf(i); (cl.plain() || cl.quoted && !cl.hypothetical && !cl.question) && !cl.negated && !e.over(g, i) {
				return trace{g.kinPoints, i, i + max(int(t.n), 1)}
			}
		}
	}
	if e.whose.lineTopic()&v.party == 0 {
		return trace{}
	}
	for n := range e.clauses {
		cl := &e.clauses[n]
		if cl.plain() && !cl.negated && e.pronounIn(cl)&(pMen|pWomen) != 0 && e.whose.about(cl.from)&v.party != 0 {
			return trace{g.kinPoints, cl.from, cl.to}
		}
	}
	return trace{}
}

// namesPlace reports whether a place is named, or a word of a declared one.
func (e *retelling) namesPlace(v *groupValue) bool {
	return e.is(0, len(e.terms), mPlace) || slices.ContainsFunc(v.places, func(d *place) bool {
		first, _, _ := strings.Cut(d.name, " ")
		return e.answer.has(0, len(e.words), first)
	})
}

// place finds a declared place: the same city surely, its state or, of a country, a city
// of it perhaps.
func (e *retelling) place(g *valueGroup, v *groupValue) trace {
	best := trace{}
	for _, l := range e.c.located(e.answer, placeField{path: g.f.path, abroad: g.abroad, past: g.past, others: g.anybodys}, v.places) {
		if l.nearby || g.ofKin && !e.tells(g, l.from) {
			continue
		}
		for _, d := range v.places {
			near := l.at.near(d)
			switch {
			case near == same && !l.at.whole && !g.abroad && e.ofMatter(g, l.from):
				best = surer(best, trace{surely, l.from, l.to})
			case near == same, near >= inState && d.whole, near == inMetro:
				best = surer(best, trace{perhaps, l.from, l.to})
			}
		}
	}
	return best
}

// labelFamily is the family of labels by which a field's values go; nil for none.
func labelFamily(path string) *taxonomy {
	for i := range labelFields {
		if partly(path, labelFields[i].path) {
			return labelFields[i].family
		}
	}
	return nil
}
