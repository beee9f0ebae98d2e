package scoring

import (
	"slices"
	"strings"

	"github.com/viceconsul/viceconsul/interview/transcript/measure"
)

// payerFields are the fields that say where the money comes from.
var payerFields = []string{"finance.sponsors", "trip.payer", "j1.funding", "f1.funding_year1", "trip.payer_name", "trip.payer_relationship", "finance.scholarship", "finance.loan", "finance.sources"}

// payerClaims finds who is said to pay.
func (c *Case) payerClaims(a *answer, out []Claim) []Claim {
	field, asked := c.payerField(a), a.asksWhoPays()
	if field == "j1.funding" && a.lineHas(ownWay) {
		return out // which funds the program, and not the way there
	}
	if a.asks("finance.sponsors") && a.lineHas(sponsorLine) && a.lineHas([]string{"do", "job", "earn", "income"}) {
		out = a.sponsorNamed(field, out)
	}
	out = c.awardAnswered(a, field, out)
	if len(out) == 0 {
		out = c.schoolGivesNothing(a, out)
	}
	for i := range a.clauses {
		cl := &a.clauses[i]
		if !cl.plain() || a.pocketMoney(cl) || a.onlyEnough(cl) || a.asksWhich(cl) || a.othersSponsor(cl) || asked && a.has(cl.from, cl.to, "paused", "stopped", "suspended", "frozen", "stops", "continue", "continues", "continued", "continuing") {
			continue
		}
		at := a.payVerb(cl)
		if at < 0 {
			if at = a.givingVerb(cl); !asked && at >= 0 && !a.handsOver(cl, at) {
				at = -1
			}
		}
		n := len(out)
		if at >= 0 {
			out = c.employerPays(a, cl, at, field, asked, out)
			if n == len(out) {
				out = c.contactPays(a, cl, at, field, asked, out)
			}
			out = a.payersByVerb(cl, at, field, asked, out)
		}
		if n == len(out) && at < 0 {
			out = a.pursePays(cl, field, asked, out)
		}
		if asked && len(out) == n && !a.rowOfPaidFor(i) && (at < 0 || !a.terms[at].is(mPay) && a.pursesIn(cl) && !a.paysAnother(cl, at)) {
			out = a.payersByName(cl, field, out)
		}
		if asked && len(out) == n && a.earnedIt(cl) {
			if out = a.payer(cl, field, cl.from, term{party: pSelf, n: 1}, asked, out); len(out) > n {
				out[n].Certain = true
			}
		}
		if asked && len(out) == n && at < 0 {
			out = c.contactPays(a, cl, cl.to, field, asked, out)
		}
	}
	if k, ok := a.payerAgreed(field); ok && asked && len(out) == 0 {
		out = append(out, k)
	}
	return a.closed(a.refunded(out))
}

// rowOfPaidFor reports whether the n-th clause only tells who "us" or "everybody" is, for whom
// the one before pays: "my uncle carries us, me and my brother, and his own daughter too".
func (a *answer) rowOfPaidFor(n int) bool {
	cl := &a.clauses[n]
	for n--; n >= 0 && a.clauses[n].sentence == cl.sentence && a.verbless(cl); n-- {
		cl = &a.clauses[n]
		if a.payVerb(cl) >= 0 || a.givingVerb(cl) >= 0 {
			return a.has(cl.to-1, cl.to, "us", "everybody", "everyone", "all", "both", "two", "three", "four", "five", "children", "people")
		}
	}
	return false
}

// payerAgreed reads the yes or no to a line that names who may pay and nobody else: "Is
// she paying?"
func (a *answer) payerAgreed(field string) (Claim, bool) {
	yes, to, sure := a.particles()
	if last := &a.clauses[len(a.clauses)-1]; to == 0 && last.to-last.from == 1 && a.terms[last.from].is(mYes) {
		yes, to, sure = true, last.to, !a.is(0, last.to, mNot|mHedge) // "all on him, yes"
	}
	var p party
	for _, t := range a.line {
		p |= t.party & (pHuman | pUSCompany | pEmployer) &^ (pSelf | pPerson)
	}
	if to == 0 || !sure || p == 0 || p&(p-1) != 0 && p != pParents || !a.ownLine || !strings.HasSuffix(strings.TrimSpace(a.turn.Officer), "?") || a.lineHas(whoWords) || a.lineHas(sourceWords) || a.lineHas([]string{"if", "would", "could", "still", "did", "what", "which", "why", "when", "much", "or"}) {
		return Claim{}, false
	}
	k := a.claim(kindPayer, field, &clause{not: -1}, 0, to)
	k.party, k.Negative, k.Certain, k.asked = p, !yes, true, true
	return k, true
}

// othersSponsor reports whether a clause tells who pays for somebody else: "my friend's
// sponsor is her uncle".
func (a *answer) othersSponsor(cl *clause) bool {
	for i := cl.from; i+1 < cl.to; i++ {
		if a.terms[i].poss && a.terms[i].party&pHuman&^pSelf != 0 && a.has(i+1, i+2, "sponsor", "sponsors", "payer") {
			return true
		}
	}
	return false
}

// asksWhich reports whether a clause is the first half of a question the applicant
// asks back: "you ask who pays me, or who pays the project?"
func (a *answer) asksWhich(cl *clause) bool {
	if !a.has(cl.from, cl.to, "who", "which", "what") && !a.has(cl.from, cl.from+1, "you") {
		return false
	}
	for i := range a.clauses {
		if o := &a.clauses[i]; o.sentence == cl.sentence && o.from > cl.from && o.question && a.has(o.from, o.from+2, "or", "who", "which", "what") {
			return true
		}
	}
	return false
}

// employerPays reads the declared employer's name before a pay verb: "Delta Foods
// pays".
func (c *Case) employerPays(a *answer, cl *clause, verb int, field string, asked bool, out []Claim) []Claim {
	if !asked && !a.paysForMe(cl, verb) {
		return out
	}
	for i := range c.names {
		if c.names[i].path != "employment.employer" {
			continue
		}
		if from, to := c.findName(a, &c.names[i].name); from >= cl.from && to <= verb && !anyParty(a.terms[cl.from:verb]) {
			out = a.payer(cl, field, from, term{party: pEmployer, n: uint8(to - from)}, asked, out)
		}
	}
	return out
}

// contactPays reads the declared contact's name before word to of a clause, as that of who pays:
// "Olena pays the ticket"; without a verb, where the clause names nobody but the contact.
func (c *Case) contactPays(a *answer, cl *clause, to int, field string, asked bool, out []Claim) []Claim {
	rel := c.fact("us_contact.relationship")
	if rel == nil || !asked || contactParty[rel.value().Text] == 0 || to < cl.to && !a.bearsBill(cl, to) || to == cl.to && !anyIs(termsOf(measure.Words(a.turn.Officer)), mPay|mCost|mFunds) {
		return out
	}
	for i := range c.names {
		if c.names[i].path != "us_contact.name_or_org" {
			continue
		}
		from, end := c.findName(a, &c.names[i].name)
		if from < cl.from || from >= end || end > to || anyParty(a.terms[cl.from:from]) || anyParty(a.terms[end:to]) || cl.negated || to == cl.to && !a.leadsUp(cl.from, from) || to == cl.to && end < to {
			continue
		}
		return a.payer(cl, field, from, term{party: contactParty[rel.value().Text], n: uint8(end - from)}, asked, out)
	}
	return out
}

// bearsBill reports whether the verb at word i is one of paying, or gives what the journey
// costs: "pays", "sends the tickets", but not "gives the lunch and a car from the hotel".
func (a *answer) bearsBill(cl *clause, i int) bool {
	if strings.HasPrefix(a.words[i].Text, "pay") {
		return true
	}
	for i++; i < cl.to && a.has(i, i+1, "for", "the", "my", "our", "all", "of", "both", "me", "us"); i++ {
	}
	return i < cl.to && (payables[a.words[i].Text] || a.has(i, i+1, "everything", "whole"))
}

// contactParty is who a declared contact is, by the relationship.
var contactParty = map[string]party{"friend": pFriend, "business": pUSCompany}

// livings are the words of a line that asks what somebody lives on, and not who pays:
// "How does she earn?"
var livings = []string{"earn", "earns", "living"}

var sponsorLine = []string{"sponsor", "sponsor's"}

// sponsorNamed reads whom an answer to "what does your sponsor do?" speaks of, when
// it speaks of one person: "My uncle is a businessman". It may be an aside, so it is
// never certain.
func (a *answer) sponsorNamed(field string, out []Claim) []Claim {
	at := -1
	for i, t := range a.terms {
		if t.party&pHuman&^pSelf == 0 {
			continue
		}
		if at >= 0 {
			return out
		}
		at = i
	}
	if at < 1 || a.has(0, at, "he", "she", "they") || !a.terms[at-1].is(mMine) || a.terms[at].poss {
		return out
	}
	if cl := a.clauseOf(at); cl.plain() && !cl.negated && cl.who == a.terms[at].party && a.payVerb(cl) < 0 {
		if out = a.payer(cl, field, at, a.terms[at], true, out); len(out) > 0 {
			out[len(out)-1].Certain = false
		}
	}
	return out
}

// payerField is the field an answer about money is compared with: the first that
// is asked and declared, else the first declared, else the first asked.
func (c *Case) payerField(a *answer) string {
	for _, p := range payerFields {
		if a.asks(p) && c.fact(p) != nil {
			return p
		}
	}
	if f := c.first(payerFields...); f != nil {
		return f.path
	}
	for _, p := range payerFields {
		if a.asks(p) {
			return p
		}
	}
	return payerFields[0]
}

// asksWhoPays reports whether the officer's line asks who bears a cost.
func (a *answer) asksWhoPays() bool {
	if len(a.ask) == 0 || a.asksOfOtherPayers() || a.opensWith("how") && a.lineHas(livings) && !slices.Contains(a.ask, "you") {
		return false
	}
	if i := slices.Index(a.ask, "behind"); i > 0 && slices.Contains([]string{"stay", "stays", "staying", "remain", "remains", "left"}, a.ask[i-1]) {
		return false // who does not come along
	}
	if a.ownLine && (a.lineOfPayers() || a.lineHas(whoWords) && a.lineAsksPayer()) {
		return true
	}
	if !a.asks(payerFields...) || (a.lineHas(occupiedWords) || a.lineHas([]string{"do", "does"}) && a.lineHas([]string{"what"})) && !a.lineIs(mPay|mFunds|mCost) && !a.lineHas(whoWords) {
		return false // "doing what?" asks what a sponsor does
	}
	if a.lineHas(dwelling) && slices.Contains(a.ask, "where") {
		return false // where a sponsor lives
	}
	if a.lineHas(ceasing) && !a.lineHas(whoWords) && !a.lineHas([]string{"how"}) {
		return false // what is after it
	}
	if a.lineHas(agencies) && !slices.Contains(a.ask, "who") {
		return false // what it cost to be placed
	}
	if a.lineAsksPayer() || (a.lineHas(whoWords) || len(a.ask) <= shortLine || a.lineHas(sourceWords)) && (a.lineIs(mPay|mFunds) || !a.lineIs(mKin)) && slices.ContainsFunc(payerFields[:4], func(p string) bool { return slices.Contains(a.own, p) }) {
		return true
	}
	who := slices.Contains(a.ask, "who") || a.whosDoing() || slices.Contains(a.ask, "how") || slices.Contains(a.ask, "which")
	polar := a.ask[0] == "will" || a.ask[0] == "is" || a.ask[0] == "are" || a.ask[0] == "and"
	if slices.Contains(a.ask, "where") && a.lineHas([]string{"money", "funds", "funding"}) {
		return true
	}
	return (who || polar || a.opensWith("why") || slices.Contains(a.ask, "you") && slices.Contains(a.ask, "all")) && (a.lineIs(mPay) || slices.Contains(a.ask, "afford")) ||
		a.asks("finance.scholarship", "f1.funding_year1", "j1.funding") && a.lineHas(awards)
}

// whosDoing reports whether a line asks who does something: "who's paying?", but not
// "who's family?"
func (a *answer) whosDoing() bool {
	for i := range len(a.ask) - 1 {
		if a.ask[i] == "who's" && doing(a.ask[i+1]) || a.ask[i] == "who'll" {
			return true
		}
	}
	return false
}

// ceasing are the words of a line that speaks of the end of the money.
var ceasing = []string{"end", "ends", "ended", "over", "finishes", "finished", "expires"}

// agencies are those who are paid for placing somebody.
var agencies = []string{"agency", "agent", "agency's", "consultancy", "broker"}

// occupiedWords are those of a line about what a sponsor does.
var occupiedWords = []string{"doing", "work", "works", "working", "job", "employed", "retired", "pensioner", "occupation", "profession", "business"}

// awards are the words by which a line asks where an award comes from.
var awards = []string{"scholarship", "give", "gives", "grant", "fellowship", "salary", "stipend"}

// whoWords ask for a person.
var whoWords = []string{"who", "who's", "whose", "whom"}

// sourceWords ask where money comes from.
var sourceWords = []string{"where", "from", "how"}

// dwelling are words of a line about where somebody lives.
var dwelling = []string{"live", "lives", "living", "stay", "stays", "staying", "located"}

// asksOfOtherPayers reports whether a line asks how many there are, whom a sponsor keeps
// beside the applicant, or about others who are paid for.
func (a *answer) asksOfOtherPayers() bool {
	return a.paidTheirOwn() || a.paidElse() || a.paysYou() || a.keepsOthers() || a.lineHas([]string{"many"}) && !a.lineHas(sharing) || a.lineHas([]string{"depends", "others", "everyone", "everybody"}) || a.lineHas([]string{"else"}) && a.lineIs(mPay) && a.lineHas([]string{"does"})
}

// payVerb is the word of a clause that says somebody pays, -1 for none.
func (a *answer) payVerb(cl *clause) int {
	for i := cl.from; i < cl.to; i++ {
		if a.terms[i].is(mPay) && !a.terms[i].is(mScholar|mLoan) && !a.standsIn(i) && !a.otherwiseThanPays(cl, i) {
			return i
		}
	}
	return -1
}

// otherwiseThanPays reports whether a verb that can be of paying is of something else where it
// stands: "I pay it back", "in charge of the lab".
func (a *answer) otherwiseThanPays(cl *clause, i int) bool {
	if a.has(i, i+1, "in") {
		return a.has(i+1, i+2, "charge") && a.has(i+2, i+3, "of") && !a.is(i+3, cl.to, mCost|mFunds)
	}
	return a.paysBack(cl, i)
}

// paysBack reports whether the verb at word i is of paying back what somebody else bore: "I
// give her back the half", "I will return it to him".
func (a *answer) paysBack(cl *clause, i int) bool {
	if a.has(i, i+1, "repay", "repays", "repaying", "refund", "refunding", "reimburse", "reimbursing") {
		return cl.who&^pSelf&pHuman == 0 && a.is(cl.from, i, mI)
	}
	return a.has(i, i+1, "pay", "pays", "paying", "give", "gives", "giving", "send", "sends", "sending", "return", "returning") &&
		a.has(i+1, min(i+5, cl.to), "back") && a.is(cl.from, i, mI)
}

// payersByVerb reads a clause in which somebody pays: who stands before the verb,
// or after "by", "from" or a form of "to be", pays; who stands after it is paid for.
func (a *answer) payersByVerb(cl *clause, verb int, field string, asked bool, out []Claim) []Claim {
	if !asked && !a.paysForMe(cl, verb) && !a.handsOver(cl, verb) || a.paysAnother(cl, verb) || a.paysWage(cl, verb) {
		return out
	}
	object := verb
	if seeing[a.words[verb].Text] {
		object++
	}
	if a.is(object, cl.to, mHost) && !a.is(verb, cl.to, mFunds|mCost) || a.helpsOtherwise(cl, verb) {
		return out // gives a room, not money
	}
	if a.onlyWishes(cl, verb) {
		return out
	}
	passive := a.byOther(verb, cl) || a.passive(verb) || flows[a.words[verb].Text]
	if (verb == cl.from || verb == cl.from+1 && a.has(cl.from, verb, "and")) && cl.inherits && cl.other && cl.from > 0 {
		return a.payersBefore(a.clauseOf(cl.from-1), field, asked, out) // "my son sends the tickets and pays all"
	}
	if at, p := a.whoBefore(cl); p != 0 && !passive {
		return a.payer(cl, field, at, term{party: p, n: a.terms[at].n, broad: a.terms[at].broad}, asked, out)
	}
	for i := cl.from; i < cl.to; i++ {
		t := a.terms[i]
		switch {
		case t.is(mOwn) && t.party == 0 && a.words[i].Text != "own":
			t.party = pSelf
		case t.is(mI) && i < verb && !passive && a.words[i].Text != "me" && !a.supportsOther(verb, cl):
			t.party = pSelf
		case a.ownFunds(i):
			t = term{party: pSelf, n: 1}
		case t.is(mThey) && t.party == 0 && i < verb:
			t.party = a.antecedent(i)
		case t.party == 0 && field == "j1.funding" && hostPeople[a.words[i].Text]:
			t.party = pSchool
		}
		if t.party == pSelf && i < verb && a.worksTo(cl, verb) {
			continue // earning it there is a plan of work, and read as such
		}
		if t.party == 0 && i < verb && a.has(i, i+1, "them", "they", "both") {
			out = a.namedLater(cl, field, asked, out)
			continue
		}
		if t.party == 0 || t.party == pSchool && a.terms[i].is(mCost) && !a.subjectOf(cl, i, verb) || !a.paying(cl, i, verb, passive) {
			continue
		}
		out = a.payer(cl, field, i, t, asked, out)
	}
	return out
}

// hostPeople pay for an exchange visitor out of what the host has.
var hostPeople = set("professor supervisor lab laboratory department pi")

// payersBefore takes the one who does what the clause before tells for who pays in a
// clause without a subject of its own.
func (a *answer) payersBefore(was *clause, field string, asked bool, out []Claim) []Claim {
	for i := was.from; i < was.to; i++ {
		if t := a.terms[i]; t.party&pHuman&^pSelf != 0 && !t.poss {
			return a.payer(was, field, i, t, asked, out)
		}
		if p := a.antecedent(i); p != 0 {
			return a.payer(was, field, i, term{party: p, n: 1}, asked, out)
		}
	}
	return out
}

// worksTo reports whether a clause speaks of working in order to pay: "I will work
// part time to pay the rest".
func (a *answer) worksTo(cl *clause, verb int) bool {
	return verb > cl.from && a.words[verb-1].Text == "to" && a.has(cl.from, verb, "work", "working", "job", "jobs")
}

// subjectOf reports whether the word at i stands as subject before a verb, without
// a preposition of its own.
func (a *answer) subjectOf(cl *clause, i, verb int) bool {
	before := a.leadOf(cl, i)
	return i < verb && (before < cl.from || !slices.Contains(notSubject, a.words[before].Text))
}

// notSubject are words that keep what follows from being a subject.
var notSubject = []string{"of", "for", "to", "at", "in", "with", "about", "near"}

// leadOf is the word before the group of words that names a party: before "my
// elder" of "my elder brother".
func (a *answer) leadOf(cl *clause, i int) int {
	body := a.terms[i].party&pBody != 0 && a.terms[i].party&pHuman == 0
	for i--; i >= cl.from; i-- {
		t, w := a.terms[i], a.words[i].Text
		named := body && a.properAt(i) && !a.words[i+1].Breaks
		row := named || (w == "and" || w == "or") && i > cl.from && a.terms[i-1].party != 0 || t.party != 0 && a.has(i+1, i+2, "and", "or")
		if !row && !t.is(mMine|mTheirs|mOwn) && !before[w] {
			break
		}
	}
	return i
}

// before are words that stand between a preposition and the party it governs.
var before = set("ex former step late the a an elder older younger own big maternal paternal both late american us local government home host")

// paying reports whether the party at word i pays in a clause with a pay verb.
func (a *answer) paying(cl *clause, i, verb int, passive bool) bool {
	lead := a.leadOf(cl, i)
	before := ""
	if lead >= cl.from {
		before = a.words[lead].Text
	}
	switch before {
	case "by", "from", "through", "via", "with", "using":
		return true
	case "of", "for", "to", "at", "in", "about", "near":
		return before == "of" && a.terms[i].is(mFunds|mOwn) // out of my own savings
	}
	switch {
	case i < verb && passive:
		return false
	case i < verb:
		return a.terms[i].is(mI) || !a.applicantBetween(i, verb)
	case i == verb:
		return false
	}
	return a.has(verb, i, "is", "are", "be", "was", "s")
}

// payersByName reads a clause of an answer to "who pays?" in which nobody is said
// to pay: "My uncle in New Jersey." names the payer, "My uncle is letting me stay
// at his house" does not.
func (a *answer) payersByName(cl *clause, field string, out []Claim) []Claim {
	but := a.butNot(cl)
	for i := cl.from; i < cl.to; i++ {
		t := a.terms[i]
		if a.inName(i) || t.party&pBody != 0 && t.party&pHuman == 0 && a.onlyWhere(cl, i) || cl.from < i && a.terms[cl.from].is(mI) && a.has(cl.from, cl.from+2, "we're", "are", "am", "i'm") && t.party&pSelf == 0 || but && t.is(mFunds|mSaved) {
			continue // "Northern Exchange Council", "the Carter family"
		}
		if t.party == pBank && a.has(i+1, i+2, "statement", "statements", "account", "balance", "letter", "papers") || t.party&^pHuman != 0 && cl.other && cl.who&pHuman != 0 {
			continue // somebody else's school, scholarship or bank
		}
		switch {
		case t.is(mScholar | mLoan):
		case t.party == 0 && i+1 == cl.to && a.pressedParty(a.words[i].Text) != 0:
			t.party = a.pressedParty(a.words[i].Text)
		case t.is(mFunds) && (a.has(i+1, cl.to, "things", "shopping", "gifts", "pocket") || a.has(i+1, cl.to, "first") && a.has(i+1, cl.to, "month", "week", "weeks", "months")):
			continue // pocket money beside the one who pays
		case a.ownFunds(i) || t.is(mSaved) && cl.who&pSelf != 0 || t.is(mFunds) && t.party == 0 && a.alone(cl, i) && !a.othersFunds(cl, i):
			t = term{party: pSelf, n: 1}
			if a.has(i, i+1, "salary", "wages", "wage") {
				t.party |= pEmployer // who pays the salary pays
			}
		case t.is(mOwn) && (a.words[i].Text == "mine" && !a.has(i+1, i+2, "is", "are") || a.has(i, i+1, "own") && a.has(i+1, i+2, "pocket") && i > cl.from && a.terms[i-1].is(mMine)) || a.words[i].Text == "me" && a.alone(cl, i) && a.meNamed(cl, i) && !(a.has(i+1, i+2, "no", "not") && a.clauseOf(i+1).to == i+2) || t.party == pSelf,
			t.is(mI) && a.alone(cl, i) && a.selfNamed(cl, i) && (cl.to-cl.from > 1 || cl.to == len(a.words)):
			t.party = pSelf
		case t.poss && a.is(i+1, i+4, mFunds):
		case t.poss && i+max(int(t.n), 1) == cl.to && i > 0 && a.terms[i-1].is(mMine) && a.lineHas([]string{"whose"}): // "My stepbrother's."
		case t.party == 0 || !a.alone(cl, i):
			continue
		}
		out = a.payer(cl, field, i, t, true, out)
	}
	return out
}

// onlyWhere reports whether a body is only where, or for whom, something is: "of an elementary
// school", "for the mill supplier".
func (a *answer) onlyWhere(cl *clause, i int) bool {
	for j := i - 1; j >= max(cl.from, i-3); j-- {
		if slices.Contains(notSubject, a.words[j].Text) {
			return !a.is(cl.from, j, mFunds|mScholar|mLoan|mPay)
		}
		if a.terms[j].party != 0 {
			return false
		}
	}
	return false
}

// butNot reports whether the clause after one, in its sentence, turns against it: "my pension
// is okay for the market, but not for the airplane".
func (a *answer) butNot(cl *clause) bool {
	if cl.to >= len(a.words) {
		return false
	}
	next := a.clauseOf(cl.to)
	return next.sentence == cl.sentence && next.negated && a.has(next.from, next.from+1, "but")
}

// selfNamed reports whether a clause of a few words only names the applicant: "I do", "we
// ourselves".
func (a *answer) selfNamed(cl *clause, i int) bool {
	if cl.to-cl.from > 3 {
		return false
	}
	for j := cl.from; j < cl.to; j++ {
		t, w := a.terms[j], a.words[j].Text
		if j != i && t.party == 0 && !acted[w] && w != "am" && w != "are" && w != "and" && !t.is(mOwn|mOnly|mSpeech|mHedge|mFunds|mPay|mI|mNot|mAll) && a.lexemes[j].is&isAddress == 0 {
			return false
		}
	}
	return true
}

// meNamed reports whether "me" at word i names the applicant, and is not what somebody else
// does something to: "only me", but not "they are flying me".
func (a *answer) meNamed(cl *clause, i int) bool {
	return i == cl.from || a.is(i-1, i, mOnly|mSpeech|mOwn|mHedge|mCost|mAll) || a.has(i-1, i, "is", "it's", "be", "by", "on", "and", "from", "to", "also", "mostly", "mainly", "no", "yes")
}

// payer adds one claim of who pays. "His brother" of nobody named before is a
// relative.
func (a *answer) payer(cl *clause, field string, i int, t term, asked bool, out []Claim) []Claim {
	p := t.party
	if !asked && i > cl.from && p&pFamily != 0 && a.has(i-1, i, "a", "some", "any") {
		return out // "a brother who pays everything" is another traveller's
	}
	if i > cl.from+1 && a.terms[i-1].is(mTheirs) && a.has(i-2, i-1, "and") && a.has(i, i+1, "husband", "wife") && !anyParty(a.terms[cl.from:i-2]) {
		return out // "Oksana and her husband" are one purse, whoever she is
	}
	if i > cl.from && p&(pSiblings|pSpouse|pOffspring) != 0 && p&pSelf == 0 && a.terms[i-1].is(mTheirs) {
		p = pExtended
	}
	from := i
	if cl.negated && cl.not < i && i-cl.not < 6 {
		from = max(cl.not, cl.from)
	}
	k := a.claim(kindPayer, field, cl, from, i+max(int(t.n), 1))
	k.party, k.broad = p, t.broad
	k.asked = asked
	if cl.negated && cl.not > i && cl.not >= i+2 && a.payVerb(cl) < 0 && a.is(cl.not+1, cl.not+2, mMine|mI) {
		k.Negative = false // "my father, not my uncle" without its comma
	}
	if a.is(cl.from, cl.to, mPast) && !a.is(cl.from, cl.to, mPay) {
		k.Certain = false
	}
	return append(out, k)
}
