package scoring

import (
	"math/bits"
	"slices"
	"strings"

	"github.com/viceconsul/viceconsul/interview/transcript"
	"github.com/viceconsul/viceconsul/interview/transcript/measure"
)

// payers judges who is said to pay against the whole declared funding: sponsors,
// the form's payer, scholarship, loan and the split of the I-20.
func (j *comparison) payers(group []Claim) {
	d := &j.c.payers
	f := j.payerFact(group[0].Field)
	if f == nil {
		return
	}
	var said, denied party
	for _, k := range group {
		if k.Negative {
			denied |= k.party
		} else {
			said |= k.party
			denied &^= k.party
		}
	}
	told := len(j.out)
	for i, k := range group {
		if k.Negative && (said&k.party != 0 || j.ownBody(k)) {
			continue // taken back in the same answer
		}
		if f.none && f.path == "finance.scholarship" && k.party&(pScholarship|pSchool|pGovernment|pOrganisation) == 0 || j.namesEmployer(k) {
			continue
		}
		v, g := d.verdict(k, said, f)
		if v == transcript.Contradiction && k.party == pSelf && !k.sole && j.asksOfShare() {
			v = transcript.SoftMismatch
		}
		if v == transcript.SoftMismatch && k.asked && j.bearsRest(k) {
			v = transcript.Contradiction
		}
		if v == transcript.Contradiction && !k.Negative && k.party&^(pSchool|pScholarship) == 0 && f.path == "finance.sponsors" && j.c.fact("jw.home_university") != nil {
			continue // the school at home, with its own studies
		}
		if v == transcript.NewFact && k.asked && said&d.all == 0 && j.coversAll(k) {
			v = transcript.Contradiction
		}
		if (v == transcript.Consistent || v == "" && k.sole) && j.paysInstead(k) {
			v = transcript.Contradiction
		}
		if v == "" && j.sharesFullFunding(k) {
			v, g = transcript.Contradiction, "finance.scholarship"
		}
		if v == transcript.Consistent && j.schoolBearsAll(k) {
			v, g = transcript.Contradiction, "f1.funding_year1"
		}
		if v == transcript.Contradiction && f.path == "j1.funding" && k.party == pOrganisation && fundingParties(f)&pGovernment != 0 && stateBodies[strings.ToLower(k.Span.Text)] {
			continue // which may be the state's own
		}
		if v != "" && j.bearsAlone(k, said, f) {
			v = transcript.Contradiction
		}
		if v != "" && !j.toldBefore(group[:i], k) {
			j.addPayer(k, v, f, g)
			j.alsoPayer(k, v, f)
		}
	}
	if len(j.out) > told && group[0].asked {
		j.missingPayers(group, said|j.namedBefore(), f, told)
	}
}

// namedBefore are those who earlier answers said pay.
func (j *comparison) namedBefore() party {
	var said party
	for i := range j.before {
		for _, k := range j.before[i].Claims {
			if k.kind == kindPayer && !k.Negative && k.Certain {
				said |= k.party
			}
		}
	}
	return said
}

// alsoPayer finds that who pays agrees with the other half of what the form asks: who it
// is to the applicant, and that somebody else pays; and with the funding of a program
// that the line asks for too.
func (j *comparison) alsoPayer(k Claim, v transcript.Verdict, f *fact) {
	if g := j.c.fact("j1.funding"); v == transcript.Consistent && !k.Negative && g != nil && f.path != g.path && j.a.asks(g.path) && fundingParties(g)&k.party != 0 {
		j.add(k, v, g)
	}
	other, rel := j.c.fact("trip.payer"), j.c.fact("trip.payer_relationship")
	if v != transcript.Consistent || k.Negative || k.broad || rel == nil || relationship[rel.value().Text]&k.party == 0 || k.party&pSelf != 0 {
		return
	}
	switch {
	case f.path != rel.path:
		j.add(k, v, rel)
	case other != nil && other.value().Text == "other_person":
		j.add(k, v, other)
	}
}

// asksOfShare reports whether the line only names some bills of the journey, beside what
// was spoken of: "And the hotel, the food?"
func (j *comparison) asksOfShare() bool {
	said := measure.Words(j.a.turn.Officer)
	return len(said) > 0 && !slices.ContainsFunc(said, func(w measure.Word) bool { return !joinedBills[w.Text] })
}

// ownBody reports whether who is said not to pay is a body of the applicant's at home,
// which is not the declared one in the United States: "my university does not pay".
func (j *comparison) ownBody(k Claim) bool {
	f := j.c.fact("trip.payer")
	if f == nil || !strings.HasPrefix(f.value().Text, "us_") || k.party&pHuman != 0 {
		return false
	}
	at := j.a.wordAt(k.Span.Start)
	return j.a.terms[at].is(mMine) || at > 0 && j.a.terms[at-1].is(mMine)
}

// namesEmployer reports whether a payer is only a word of the declared employer's name
// who pays: "my company, Lakeview Hospital".
func (j *comparison) namesEmployer(k Claim) bool {
	f, e := j.c.fact("trip.payer"), j.c.fact("employment.employer")
	if own := j.c.fact("employment.business"); own != nil && k.party&pHuman == 0 && j.c.payers.all&pSelf != 0 && own.holds(strings.ToLower(k.Span.Text)) {
		return true // "from my clinic", which is the applicant's own
	}
	return f != nil && e != nil && f.value().Text == "present_employer" && k.party&pHuman == 0 && e.holds(strings.ToLower(k.Span.Text))
}

// coversAll reports whether the payer of a claim is said to bear the whole cost: then
// nobody declared bears any.
func (j *comparison) coversAll(k Claim) bool {
	cl := j.a.clauseOf(j.a.wordAt(k.Span.Start))
	return !j.a.has(cl.from, cl.to, "that", "those") && j.a.has(cl.from, cl.to, "all", "everything", "whole", "entire", "fully", "completely", "only")
}

// stateBodies are the words for bodies through which a state gives its money.
var stateBodies = set("agency organisation organization exchange council")

// bearsAlone reports whether who bears one of several declared shares of a program is said to
// bear all of it: "my parents pay everything".
func (j *comparison) bearsAlone(k Claim, said party, f *fact) bool {
	if f.path != "j1.funding" || len(f.items) < 2 || k.Negative || !k.asked || !k.Certain || said != k.party || !j.coversAll(k) {
		return false
	}
	cl := j.a.clauseOf(j.a.wordAt(k.Span.Start))
	if j.a.has(cl.from, cl.to, "rest", "else", "other", "almost", "nearly", "only", "remaining", "balance", "ticket", "flight") {
		return false
	}
	return slices.ContainsFunc(f.items, func(item fact) bool { return fundingParties(&item)&k.party == 0 })
}

// schoolBearsAll reports whether a school or an award is said to bear the whole cost, of which
// it is declared to bear a part: "everything is from the university".
func (j *comparison) schoolBearsAll(k Claim) bool {
	cl := j.a.clauseOf(j.a.wordAt(k.Span.Start))
	if k.Negative || !k.asked || !k.Certain || k.party&^(pSchool|pScholarship) != 0 || !j.coversAll(k) ||
		j.a.has(cl.from, cl.to, "tuition", "fee", "fees", "rest", "remaining", "balance", "only", "almost", "nearly", "course", "classes") {
		return false
	}
	cost, fund := j.c.fact("f1.cost_year1"), j.c.fact("f1.funding_year1")
	if cost == nil || fund == nil || !personalFunds(fund) {
		return false
	}
	total, ok := cost.part("total")
	share := j.c.schoolShare()
	return ok && share > 0 && share < 0.8*amountOf(total)
}

// mostOf is the share of a cost from which who bears it bears as good as all of it.
const mostOf = 0.9

// sharesFullFunding reports whether the applicant or the family is said to bear the tuition, or
// a good share of the cost, of which the school is declared to bear the whole.
func (j *comparison) sharesFullFunding(k Claim) bool {
	cl := j.a.clauseOf(j.a.wordAt(k.Span.Start))
	if k.Negative || !k.asked || !k.Certain || k.party&(pSelf|pFamily) == 0 || j.c.payers.all&k.party != 0 || !j.a.has(cl.from, cl.to, "tuition", "half", "everything", "all", "most", "fees", "myself") ||
		j.a.has(cl.from, cl.to, "ticket", "flight", "visa", "sevis", "insurance", "food", "application", "support", "before") {
		return false
	}
	cost, fund := j.c.fact("f1.cost_year1"), j.c.fact("f1.funding_year1")
	if cost == nil || fund == nil {
		return false
	}
	total, ok := cost.part("total")
	whole := !personalFunds(fund) || k.party == pSelf && j.a.has(cl.from, len(j.a.words), "everything", "whole", "all") && !j.a.has(0, len(j.a.words), "rest", "scholarship", "after", "other", "assistantship")
	return whole && ok && amountOf(total) > 0 && j.c.schoolShare() >= mostOf*amountOf(total)
}

// paysInstead reports whether the applicant claims to bear the whole cost of a trip that
// somebody else is declared to pay.
func (j *comparison) paysInstead(k Claim) bool {
	if k.party == pSelf && k.sole && k.Certain && k.asked && j.c.payers.persons&pFamily != 0 && j.c.payers.persons&pSpouse == 0 && j.c.fact("finance.sponsors") != nil {
		return true // "nobody helped, I worked for it"
	}
	f := j.c.fact("trip.payer")
	return k.party == pSelf && k.Certain && f != nil && f.value().Text != "self" && f.parties&pSelf == 0 && j.c.fact("finance.sponsors") == nil && (j.coversAll(k) || k.sole)
}

// bearsRest reports whether the payer of a claim is said to bear the rest of the cost, or
// the most of it: no small share beside the one declared.
func (j *comparison) bearsRest(k Claim) bool {
	cl := j.a.clauseOf(j.a.wordAt(k.Span.Start))
	return k.Certain && k.party&pSelf == 0 && k.party&^pSpouse != 0 && j.a.has(cl.from, cl.to, "rest", "most", "everything", "balance", "remainder", "majority", "bulk")
}

// payerFact is the declared field an answer about payers is compared with.
func (j *comparison) payerFact(path string) *fact {
	if f := j.c.fact(path); f != nil {
		return f
	}
	return j.c.first(payerFields...)
}

func (j *comparison) toldBefore(was []Claim, k Claim) bool {
	for _, o := range was {
		if o.party == k.party && o.Negative == k.Negative {
			return true
		}
	}
	return false
}

// addPayer adds a finding under the field that settles it: a scholarship denied is
// compared with the declared scholarship, not with the sponsors.
func (j *comparison) addPayer(k Claim, v transcript.Verdict, f *fact, own string) {
	if g := j.c.fact(own); g != nil {
		f = g
	}
	if v == transcript.Contradiction && !k.Negative {
		f = j.settling(f)
	}
	j.add(k, v, f)
}

// settling is the field that says who pays, where another one was asked that only says
// from what, or that there is no sponsor.
func (j *comparison) settling(f *fact) *fact {
	by := ""
	switch {
	case f.path == "finance.sources":
		by = "trip.payer"
	case f.path == "finance.sponsors" && f.none:
		by = "finance.scholarship"
	}
	if g := j.c.fact(by); g != nil && !g.none {
		return g
	}
	return f
}

// verdict judges one party. own is the field it is compared with, when another one
// than the asked settles it.
func (d *declaredPayers) verdict(k Claim, said party, f *fact) (v transcript.Verdict, own string) {
	p := k.party
	if p == pSelf && ofAll[strings.ToLower(k.Span.Text)] && d.persons&pFamily != 0 {
		return "", "" // "we pay" is said of a household
	}
	switch {
	case p&pScholarship != 0:
		if own = "finance.scholarship"; !d.award {
			own = "f1.funding_year1"
		}
		if f.path == "finance.scholarship" || f.path == "j1.funding" && !k.Negative {
			own = ""
		}
	case p&pBank != 0:
		own = "finance.loan"
	}
	known := d.all&p != 0 || d.anyone && p&pHuman&^pSelf != 0 || p&pPerson != 0 && d.persons != 0
	if k.Negative {
		return d.denial(k, known), own
	}
	switch {
	case known:
		if k.broad && !d.covered(p) {
			return transcript.Partial, own
		}
		return transcript.Consistent, own
	case p&(pScholarship|pBank) != 0:
		if d.nothing&p != 0 {
			return transcript.Contradiction, own
		}
		return transcript.NewFact, ""
	case !d.closed || !k.asked && p&pSelf != 0, p&^pInLaw == 0 && said&d.all&(pOffspring|pSiblings|pExtended) != 0:
		return "", "" // not settled; "my daughter and her husband" are one purse
	case p == pSelf && said&d.all&pSpouse != 0:
		return "", "" // "our savings, my wife and I" is one household's
	case p&pSelf != 0 && said&d.all != 0, p&^pSpouse == 0 && said&d.all&pSelf != 0:
		return transcript.SoftMismatch, "" // part of it from the applicant's own money, or one household's
	}
	return transcript.Contradiction, ""
}

// ofAll are the words by which the applicant speaks for others too.
var ofAll = set("we us our ourselves")

// denial judges a party that is said not to pay.
func (d *declaredPayers) denial(k Claim, known bool) transcript.Verdict {
	switch {
	case !known && d.nothing&k.party != 0:
		return transcript.Consistent
	case !known || k.broad || k.party&pPerson != 0:
		return ""
	case d.all&k.party == 0 || k.party == pSelf && d.all&^pSelf != 0:
		return ""
	}
	return transcript.Contradiction
}

// covered reports whether a word for many says no less than what is declared:
// "parents" for father and mother, "family" when nobody in particular is declared.
func (d *declaredPayers) covered(p party) bool {
	in := d.persons & p
	if p == pParents {
		return in == pParents
	}
	return in == p || len(d.must) > 1 && in != 0 && d.persons&^p == 0
}

// missingPayers notes declared sponsors an answer to "who pays?" leaves out.
func (j *comparison) missingPayers(group []Claim, said party, f *fact, told int) {
	d := &j.c.payers
	for _, fi := range j.out[told:] {
		if fi.Verdict != transcript.Consistent {
			return
		}
	}
	only := said&(pScholarship|pSchool) != 0 && said&^(pScholarship|pSchool) == 0
	missing := only && f.path == "f1.funding_year1" && len(j.a.mentions) == 0 && personalFunds(f)
	if len(d.must) > 1 {
		for _, p := range d.must {
			missing = missing || said&p == 0 && bits.OnesCount32(uint32(said&d.persons)) > 0
		}
	}
	if missing {
		j.out = j.out[:told]
		v := transcript.Partial
		if j.soleSaid(group) {
			v = transcript.Contradiction // "my father alone"
		}
		j.add(group[0], v, f)
	}
}

// soleSaid reports whether an answer says that who it names pays and nobody else.
func (j *comparison) soleSaid(group []Claim) bool {
	if j.a.is(0, len(j.a.words), mHedge) || j.a.has(0, len(j.a.words), "mainly", "mostly", "most") {
		return false
	}
	if j.a.nobodyElse() {
		return true
	}
	at := j.a.wordAt(group[len(group)-1].Span.End)
	return len(group) == 1 && j.a.has(at, at+1, "alone")
}

// nobodyElse reports whether an answer closes its list: "nobody else", "no one more".
func (a *answer) nobodyElse() bool {
	for i := range a.words {
		if a.terms[i].is(mAbsolute) && a.has(i+1, i+3, "else", "more", "other", "besides") {
			return true
		}
	}
	return false
}

func personalFunds(f *fact) bool {
	v, ok := f.part("personal")
	return ok && amountOf(v) > 0
}
