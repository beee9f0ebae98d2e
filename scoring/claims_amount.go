package scoring

import (
	"math"
	"slices"
	"strings"

	"github.com/viceconsul/viceconsul/interview/transcript"
	"github.com/viceconsul/viceconsul/interview/transcript/measure"
)

// amountClaims finds amounts of money and what they are of.
func (c *Case) amountClaims(a *answer, out []Claim) []Claim {
	if a.anyones {
		return out
	}
	field, what := a.askedAmount()
	if what == aCost && field == "f1.cost_year1" && a.lineHas([]string{"tuition"}) && a.lineHas([]string{"alone", "only", "just", "itself"}) {
		what = aTuition
	}
	found := false
	for i := range a.mentions {
		said, half := a.spokenAt(i)
		m := &said
		cl := a.clauseOf(m.From)
		if half || m.Kind != measure.Money && m.Kind != measure.Number || a.somebodysAge(m) || a.has(cl.from, cl.from+2, "hear", "heard") || !a.stated(cl, field != "") || a.formerly(cl) || a.wished(cl) || a.anybodys(cl, m.From) || a.onTop(m, cl) || a.forTheirOwn(m, cl) || !a.isAmount(m, what) {
			continue
		}
		k := a.claim(kindAmount, "", cl, m.From, m.To)
		more := a.moreBeside(i)
		k.low, k.high, k.about, k.unit, k.per = m.Low+more, m.High+more, m.About, m.Unit, m.Per
		if k.bound = a.boundOf(m); k.per == "" {
			k.per = a.perOf(m)
		}
		of, sure := a.attributeOf(m, cl, what)
		if k.Field = c.amountField(a, of, what, field); k.Field == "" {
			continue
		}
		if of == aIncome && (a.asksOtherPay() || a.paidAway(m, cl)) || of == aSaved && !a.asks("finance.liquid_funds") && a.paidAway(m, cl) {
			continue // what was earned then, or paid to somebody
		}
		if k.Field == "employment.monthly_income" && (a.lineHas([]string{"stipend"}) || a.has(cl.from, cl.to, "stipend")) {
			continue // of a program
		}
		if k.Field = c.sameCurrency(a, k.Field, m, of); k.Field == "" {
			continue
		}
		if f := c.fact(k.Field); m.Unit == "" && f != nil && f.kind == transcript.TypeMoney && f.value().Money.Unit != "USD" && a.inDollars() {
			continue // a sum at home, told in dollars
		}
		k.word, k.asked = attributeNames[of], k.Field == field || a.asks(k.Field) || sure && a.saysOutright(m, cl, of)
		if !k.asked && (m.Kind == measure.Number && !sure || of == aCost && !a.has(cl.from, cl.to, "total", "trip", "budget", "whole", "altogether", "first", "program", "programme")) {
			continue
		}
		if !sure && what != aLoan && a.gone(cl) && !cl.quoted && !a.has(cl.from, cl.to, "offered", "lowered", "reduced", "cut", "increased", "changed", "dropped", "agreed", "promised", "given", "settled", "fixed", "signed", "raised", "put", "finalised", "finalized") && !a.has(m.From-1, m.From, "is", "now", "get") {
			continue // something else that was paid or sold
		}
		if of == aCost && cl.other && cl.who&pHuman != 0 && a.has(cl.from, m.From, "paid", "spent", "spend", "spends", "spending") && !a.has(cl.from, cl.to, "me", "us", "trip") {
			continue // what it cost others
		}
		if of == what && inParts[of] {
			k.share = a.shareOf(m, cl)
		}
		found = found || k.asked
		out = append(out, k)
	}
	if field != "" && !found {
		n := len(out)
		if out = a.emptied(field, a.unpaid(field, what, out)); len(out) == n {
			out = a.vagueAmount(field, out)
		}
	}
	return c.wholeAward(a, c.schoolsPart(a, out))
}

// schoolsPart finds what the school is said to give of the cost, where the line asks who pays: by
// an amount right after the verb, or as a half, a third or a quarter.
func (c *Case) schoolsPart(a *answer, out []Claim) []Claim {
	fund, share := c.fact("f1.funding_year1"), c.schoolShare()
	if fund == nil || share == 0 || !a.asksWhoPays() || slices.ContainsFunc(out, func(k Claim) bool { return k.kind == kindAmount }) {
		return out
	}
	for i := range a.terms {
		cl := a.clauseOf(i)
		if a.terms[i].party&(pSchool|pScholarship) == 0 || a.terms[i].poss || !cl.plain() || cl.negated || cl.hedged || a.is(cl.from, i, mVerb|mPay) {
			continue
		}
		at := i + max(int(a.terms[i].n), 1)
		for at < cl.to && (a.terms[at].is(mSpeech|mMine) || a.has(at, at+1, "will", "is", "about", "around", "me", "us")) {
			at++
		}
		if at+1 >= cl.to || a.lexemes[at].is&isGiving == 0 && !a.terms[at].is(mPay) {
			continue
		}
		if k, ok := c.partTold(a, cl, at+1, share); ok {
			return append(out, k)
		}
	}
	return out
}

// partTold is the claim of what a school gives that the words from word at on make. A fraction of
// the cost is only a rough one.
func (c *Case) partTold(a *answer, cl *clause, at int, share float64) (Claim, bool) {
	for at < cl.to && a.has(at, at+1, "about", "around", "me", "us", "only", "almost", "up", "to", "a", "the", "one") {
		at++
	}
	if at < cl.to && roughly[a.words[at].Text] > 0 && a.has(at+1, at+2, "of") && a.has(at+2, at+3, "that", "it", "the", "everything", "all") {
		cost := c.fact("f1.cost_year1")
		if cost == nil {
			return Claim{}, false
		}
		total, ok := cost.part("total")
		if said := roughly[a.words[at].Text] * amountOf(total); ok && math.Abs(said-share) > share*0.4 {
			k := a.claim(kindAmount, "f1.funding_year1", cl, at, at+1)
			k.low, k.high, k.word, k.asked = said, said, attributeNames[aScholarship], true
			return k, true
		}
		return Claim{}, false
	}
	for i := range a.mentions {
		m := &a.mentions[i]
		if m.From == at && (m.Kind == measure.Money || m.Kind == measure.Number && !m.Ordinal && m.Low >= 2) && (m.Kind == measure.Money || m.To == cl.to || a.has(m.To, m.To+1, "and", "a", "per", "each", "every", "for")) && m.Per != "month" {
			k := a.claim(kindAmount, "f1.funding_year1", cl, m.From, m.To)
			k.low, k.high, k.about, k.unit, k.per, k.word, k.asked = m.Low, m.High, m.About, m.Unit, m.Per, attributeNames[aScholarship], true
			return k, true
		}
	}
	return Claim{}, false
}

// roughly are the fractions a cost is shared by.
var roughly = map[string]float64{"half": 0.5, "third": 1.0 / 3, "quarter": 0.25}

// inDollars reports whether the line asks for an amount in dollars: "And that's in dollars?"
func (a *answer) inDollars() bool {
	return a.lineHas([]string{"in", "how"}) && a.lineHas([]string{"dollars", "usd"})
}

// sameCurrency is the field an income in a currency is meant for, when the line
// asks for several: rupees are said of the pay at home. A currency of many countries
// is never one's own declared dollars; "" when no field is left.
func (c *Case) sameCurrency(a *answer, field string, m *measure.Mention, of attribute) string {
	f := c.fact(field)
	if of != aIncome || f == nil || f.kind != transcript.TypeMoney || a.fitsCurrency(m, f.value().Money.Unit) {
		return field
	}
	for _, p := range amountFields[aIncome] {
		if g := c.fact(p); g != nil && a.asks(p) && a.fitsCurrency(m, g.value().Money.Unit) {
			return p
		}
	}
	if m.Unit == "" {
		return ""
	}
	return field
}

// wished reports whether a clause tells of an amount somebody asked for, hoped for
// or was first told, and not of the one that holds.
func (a *answer) wished(cl *clause) bool {
	return a.has(cl.from, cl.to, "hoped", "wished", "wanted", "expected", "asked", "requested", "hoping", "dreamed", "negotiated", "thought", "imagined") && !a.has(cl.from, cl.to, "got", "agreed", "gave")
}

// formerly reports whether a clause tells of an earlier time or post: "last year I
// was paid ninety".
func (a *answer) formerly(cl *clause) bool {
	return cl.marks&mPast != 0 && a.has(cl.from, cl.to, "previous", "last", "old", "earlier", "former", "previously", "before", "used")
}

// vagueAmount notes that an amount was asked for and only a word such as "enough"
// was given.
func (a *answer) vagueAmount(field string, out []Claim) []Claim {
	for i := range a.terms {
		cl := a.clauseOf(i)
		if a.terms[i].is(mVague) && a.vagueOf(cl, i) && cl.plain() && !strings.HasPrefix(field, "finance.sponsors") {
			k := a.claim(kindAmount, field, cl, i, min(i+2, cl.to))
			k.partial, k.Certain = true, false
			return append(out, k)
		}
	}
	return out
}

// vagueOf reports whether the vague word at i is about money, or is all there is.
func (a *answer) vagueOf(cl *clause, i int) bool {
	next := i + max(int(a.terms[i].n), 1)
	return next >= cl.to || a.terms[next].is(mFunds|mSaved|mSpeech) || a.has(next, next+1, "for", "of", "to", "in")
}
