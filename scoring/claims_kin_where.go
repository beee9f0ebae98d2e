package scoring

import (
	"slices"

	"github.com/viceconsul/viceconsul/interview/transcript/measure"
)

// A kinField is a field of relatives, with who they are.
type kinField struct {
	path string
	of   party
}

// kinFields are the declared relatives whose whereabouts answers tell.
var kinFields = []kinField{{spouse, pSpouse}, {parents, pParents}, {brethren, pSiblings}, {children, pOffspring}}

// whereaboutsClaims finds where relatives live, if not found as a place the line asks
// for.
func (c *Case) whereaboutsClaims(r *labelReader, out []Claim) []Claim {
	a := r.a
	where := a.lineHas(asksWhere) || a.lineHas([]string{"live", "lives", "living", "staying", "keep"}) || a.ownLine && a.lineIs(mUS) && a.lineParty(pFamily) != pFamily
	for i := range a.terms {
		cl := a.clauseOf(i)
		p, here := a.terms[i].place, where && (a.has(i, i+1, "here") || c.namesHome(a, i))
		if p == nil && !here || !cl.plain() || cl.negated || cl.hedged || a.wasThere(cl) || cl.marks&mSoon != 0 && !where {
			continue
		}
		who := r.livesAt(cl, i)
		if who == 0 || here && who&pImmediate == 0 {
			continue
		}
		for _, f := range kinFields {
			if who&f.of == 0 || who&^f.of&pImmediate != 0 || c.fact(f.path) == nil || slices.ContainsFunc(out, func(k Claim) bool { return k.kind == kindPlace && whole(k.Field) == f.path }) {
				continue
			}
			asked := where && a.asks(f.path)
			if !asked && !a.residesAt(cl, i) {
				continue
			}
			k := a.claim(kindWhereabouts, f.path, cl, i, i+max(int(a.terms[i].n), 1))
			k.party, k.place, k.asked, k.Negative = who&f.of, p, asked, false
			out = append(out, k)
		}
		if p != nil && p.side(false) == nil && where && !a.asks("jw.host_family") && !(a.has(cl.from, cl.to, "with") && a.has(cl.from, cl.to, "me")) && !slices.ContainsFunc(out, func(k Claim) bool { return k.kind == kindRelative }) {
			k := a.claim(kindRelative, immediateUS, cl, cl.from, cl.to)
			k.party, k.asked, k.broad = who&pImmediate, true, who&(who-1) != 0
			out = append(out, k)
		}
	}
	return out
}

// livesAt is the close family told to be at the place at i: who is named last before
// it, not counting those they are with; else who the clause is about.
func (r *labelReader) livesAt(cl *clause, i int) party {
	a := r.a
	if !a.has(i-3, i, "in", "at", "of", "near") && !a.verbless(cl) && !a.has(i, i+1, "here") {
		return 0
	}
	for j := i - 1; j >= cl.from; j-- {
		t := a.terms[j]
		switch {
		case t.party&(pFamily|pFriend|pPartner) == 0:
		case t.poss || t.is(mKin) || t.party&pImmediate == 0 || j > cl.from && (a.terms[j-1].is(mTheirs) || a.terms[j-1].poss):
			return 0 // "her family", "my father's sister"
		case !a.has(max(j-2, cl.from), j, "with"):
			return t.party & pFamily
		}
	}
	who := r.about(cl.from)
	if who&pSelf != 0 || who&(pFriend|pPartner|pExtended|pPerson) != 0 || a.extendedIn(cl.sentence) {
		return 0
	}
	return who & pFamily & pImmediate
}

// wasThere reports whether a clause tells where somebody was, and no longer is.
func (a *answer) wasThere(cl *clause) bool {
	return a.gone(cl) && !a.has(cl.from, cl.to, "is", "are", "live", "lives", "stays", "he's", "she's", "they're", "settled", "based")
}

// namesHome reports whether the word at i is the name of a town where relatives are
// declared to live that no gazetteer has.
func (c *Case) namesHome(a *answer, i int) bool {
	if a.terms[i].marks != 0 || a.terms[i].party != 0 || !a.has(i-2, i, "in", "at") && !a.verbless(a.clauseOf(i)) {
		return false
	}
	return slices.ContainsFunc(kinFields, func(k kinField) bool {
		f := c.fact(k.path)
		return f != nil && slices.ContainsFunc(c.membersOf(f, k.of), func(m *fact) bool {
			v, ok := m.part("location")
			return ok && slices.ContainsFunc(measureWords(v.Text), func(w measure.Word) bool { return w.Text == a.words[i].Text && !small[w.Text] })
		})
	})
}

// extendedIn reports whether a sentence names relatives who are not close.
func (a *answer) extendedIn(sentence int) bool {
	return slices.ContainsFunc(a.inSentence(sentence), func(cl clause) bool {
		return slices.ContainsFunc(a.terms[cl.from:cl.to], func(t term) bool { return t.party&pExtended != 0 || t.poss && t.party&pFamily != 0 })
	})
}

// residesAt reports whether a clause says that somebody lives at the place at i.
func (a *answer) residesAt(cl *clause, i int) bool {
	return a.has(i-2, i, "in", "at") && a.has(cl.from, i, "live", "lives", "living", "stay", "stays", "staying", "settled", "based", "resides", "is", "are", "school")
}

// membersOf are the declared relatives of a field that a party stands for.
func (c *Case) membersOf(f *fact, p party) []*fact {
	var all []*fact
	switch f.path {
	case parents:
		for _, m := range []struct {
			key string
			of  party
		}{{"father", pFather}, {"mother", pMother}} {
			if part := c.fact(parents + "." + m.key); p&m.of != 0 && part != nil {
				all = append(all, part)
			}
		}
	case spouse:
		all = append(all, f)
	default:
		for i := range f.items {
			all = append(all, &f.items[i])
		}
	}
	return all
}

// homesOf are the places where the relatives of a party are declared to live.
func (c *Case) homesOf(f *fact, p party) []*place {
	var all []*place
	for _, m := range c.membersOf(f, p) {
		v, ok := m.part("location")
		if !ok {
			continue
		}
		home := c.factOf(f.path, v)
		all = append(all, placesOf(&home)...)
	}
	return all
}
