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
	signs uint64      // of the stems
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
		if f.none || s.press != nil && s.press.Field == f.path || about(s.verdicts, f.path) {
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
	var best trace
	for _, g := range all {
		t := e.said(g)
		if t.points < surely && wholly[g.f.path] {
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
	case all.points < surely && (!g.unasked && e.answer.asks(g.f.path) || e.toldBy(g, all)):
		all.points++
	}
	return all
}

// toldBy reports whether the words around a value tell what it is of.
func (e *retelling) toldBy(g *valueGroup, t trace) bool {
	cl := e.clauseOf(t.from)
	if g.ofKin && !g.unasked && slices.ContainsFunc(e.terms, func(t term) bool { return t.party&g.kin != 0 && !t.is(mKin) }) {
		return true
	}
	return cl.marks&g.marks != 0 || g.around != nil && (e.anyWord(cl.from, cl.to, g.around) || g.bySaying && e.answer.lineHas(g.line))
}

// trace is how surely one declared value is said.
func (e *retelling) trace(g *valueGroup, v *groupValue) trace {
	switch {
	case len(v.places) > 0:
		return e.place(g, v)
	case v.party != 0:
		return e.relation(g, v)
	}
	switch v.value.Type {
	case transcript.TypeMoney, transcript.TypeDuration, transcript.TypeNumber, transcript.TypeDate:
		return e.measured(g, v)
	case transcript.TypeBool:
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
	if !cl.plain() || cl.negated || e.denied(max(cl.from, i-denialReach), i) || e.answer.supposed(cl) || e.dead[i] {
		return false
	}
	who := e.whose.about(i)
	switch {
	case g.kin != 0 && g.ofKin:
		return who&g.kin != 0
	case g.anybodys:
		return true
	}
	return who&pHuman == 0 || who&pSelf != 0 || cl.who == pPerson && e.is(cl.from+1, cl.to, mMine)
}

// named finds another name of the label a value goes by: "nephrologist".
func (e *retelling) named(g *valueGroup, v *groupValue) trace {
	for _, name := range v.names {
		if e.answer.signs&signOf(name[0]) == 0 {
			continue
		}
		for i := range e.words {
			if e.words[i].Text == name[0] && starts(e.words[i+1:], name[1:]) && e.tells(g, i) && !e.over(g, i) {
				return trace{g.labelPoints, i, i + len(name)}
			}
		}
	}
	return trace{}
}

// over reports whether the word at i is told of what is over, for a field of what is so.
func (e *retelling) over(g *valueGroup, i int) bool {
	return !g.past && e.answer.gone(e.clauseOf(i))
}

// worded finds the words of a declared text, in one sentence: most of them say it, one of
// them perhaps.
func (e *retelling) worded(g *valueGroup, v *groupValue) trace {
	if v.signs&e.stemSigns() == 0 {
		return trace{}
	}
	best := trace{}
	for _, se := range e.spans {
		hits, telling, t := 0, false, trace{}
		for n, stem := range v.stems {
			at := e.stemIn(stem, se.from, se.to)
			if at < 0 || !e.tells(g, at) || e.over(g, at) {
				continue
			}
			if hits++; hits == 1 {
				t.from, t.to = at, at+1
			}
			t.from, t.to = min(t.from, at), max(t.to, at+1)
			telling = telling || !v.usual[n] && !e.heardAlready(g, at)
		}
		switch {
		case hits == 0 || !telling:
		case hits > 1 && 2*hits >= len(v.stems):
			t.points = surely
		case len(v.stems) <= 3 && len(e.words[t.from].Text) > 3:
			t.points = perhaps
		}
		best = surer(best, t)
	}
	return best
}

// heardAlready reports whether the word at i is part of a name or a label that is judged
// as another field's, and the line does not ask for this one.
func (e *retelling) heardAlready(g *valueGroup, i int) bool {
	start := e.words[i].Start
	return !e.answer.asks(g.f.path) && slices.ContainsFunc(e.verdicts, func(f transcript.Finding) bool {
		return byNameRules[f.Rule] && f.Span.Start <= start && start < f.Span.End
	})
}

// byNameRules are the rules whose findings show a name, a label or a place.
var byNameRules = map[string]bool{ruleOf[kindName]: true, ruleOf[kindList]: true, ruleOf[kindLabel]: true, ruleOf[kindPlace]: true}

// stemSigns are the signs of the stems of the answer's words.
func (e *retelling) stemSigns() uint64 {
	if e.stems == nil {
		e.stems = make([]string, len(e.words))
		for i, w := range e.words {
			e.stems[i] = stemOf(w.Text)
			e.signs |= signOf(e.stems[i])
		}
	}
	return e.signs
}

// stemIn is the first word from from to to of a stem, -1 for none.
func (e *retelling) stemIn(stem string, from, to int) int {
	if e.signs&signOf(stem) == 0 {
		return -1
	}
	if at := slices.Index(e.stems[from:to], stem); at >= 0 {
		return from + at
	}
	return -1
}

// relation finds a relative, or a friend, as declared.
func (e *retelling) relation(g *valueGroup, v *groupValue) trace {
	if e.is(0, len(e.terms), mStatusUS) {
		return trace{} // it tells of the status there, which is compared
	}
	for i := range e.terms {
		t := e.terms[i]
		if t.party&v.party != 0 && t.party&^v.party == 0 && !t.is(mKin) {
			if cl := e.clauseOf(i); cl.plain() && !cl.negated && !e.over(g, i) {
				return trace{perhaps, i, i + max(int(t.n), 1)}
			}
		}
	}
	for n := range e.clauses {
		cl := &e.clauses[n]
		if cl.plain() && !cl.negated && e.pronounIn(cl) != 0 && e.whose.about(cl.from)&v.party != 0 {
			return trace{perhaps, cl.from, cl.to}
		}
	}
	return trace{}
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
			case near == same && !l.at.whole && !g.abroad:
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
		if labelFields[i].path == path || strings.HasPrefix(path, labelFields[i].path+".") {
			return labelFields[i].family
		}
	}
	return nil
}
