package scoring

import (
	"slices"
	"strings"

	"github.com/viceconsul/viceconsul/interview/transcript"
)

// sharing are the words of a line that asks how many bear a cost.
var sharing = []string{"paying", "pay", "share", "sharing", "sponsors", "sponsoring", "contributing", "contribute", "putting", "funding"}

// bearing are the verbs of a line that ask who has a cost to bear, or how it is borne,
// beside those of paying themselves.
var bearing = set("swing swinging fall falls falling top tops topping bought brought buys buy buying bear bearing bears borne carry carries carrying carried meet met handle handles handling handled deal deals dealing settle settles settled shoulder shoulders manage managing manages cover covers covering covered behind foot foots footing stand standing stands")

// payables are the things of a journey or of studies that somebody must pay for.
var payables = set("cost costs costing bill bills expense expenses fee fees tuition flight flights ticket tickets hotel hotels fare fares airfare board lodging trip stay journey visit visa's study studies year years semester semesters degree course programme program this it these those all rest remainder balance everything upkeep living")

// lineOfPayers reports whether an officer's own line asks, in whatever words, who bears
// a cost: it asks for a person or a way, and speaks of money or of bearing what the
// journey costs.
func (a *answer) lineOfPayers() bool {
	if a.lineHas(notOwnCost) || a.anyones || a.asksHowMuch() {
		return false
	}
	if a.lineHas(sponsorLine) && a.namesSponsor() {
		return true
	}
	if imperativeWord[a.ask[0]] && a.lineHas([]string{"funding", "funds", "finances", "financing", "money"}) {
		return true
	}
	who := a.lineHas(whoWords) || a.lineHas([]string{"how", "by", "besides"}) && !a.lineHas([]string{"know", "hear", "heard", "meet", "met", "find", "found"})
	bears := slices.ContainsFunc(a.ask, func(w string) bool { return bearing[w] })
	what := slices.ContainsFunc(a.ask, func(w string) bool { return payables[w] })
	switch {
	case a.lineIs(mPay) && what && a.namesPayer(), a.loadsOn():
		return true
	case a.lineHas([]string{"many"}):
		return a.lineHas(sharing)
	case len(a.ask) <= shortLine && a.ask[len(a.ask)-1] == "money":
		return a.lineHas([]string{"the", "and"}) || len(a.ask) == 1 || len(a.ask) == 2 && lineLeads[a.ask[0]]
	case a.lineHas([]string{"funding", "financing", "sponsorship", "finances"}) && !a.lineHas([]string{"project", "lab", "research", "agency"}):
		return true
	case a.lineHas([]string{"covered", "paid", "met", "funded"}) && a.lineHas([]string{"is", "are", "will", "be", "has"}) && a.lineHas([]string{"year", "years", "semester", "rest", "balance", "remainder", "fees", "tuition"}):
		return true
	case a.lineHas([]string{"live", "survive", "manage"}) && a.lineHas([]string{"on", "off"}) && a.lineHas([]string{"there", "over", "us"}):
		return a.lineHas([]string{"what", "how", "whose"})
	case a.lineHas([]string{"yourself", "ourselves", "alone", "helping", "helps"}) && a.lineHas([]string{"you", "you're", "nobody", "anyone", "anybody", "somebody", "someone"}):
		return (bears || a.lineIs(mPay)) && (what || a.lineHas([]string{"everything", "money", "fees", "tuition"})) || a.lineHas([]string{"money"}) && a.lineHas([]string{"helping"})
	case a.lineHas([]string{"by"}) && a.ask[len(a.ask)-1] == "by":
		return a.lineIs(mPay)
	case a.lineHas([]string{"how"}) && a.lineHas([]string{"swing", "swinging", "affording"}):
		return a.lineHas([]string{"you", "they"})
	case a.lineHas([]string{"ride"}) && a.lineHas([]string{"full"}), a.lineHas([]string{"funded", "sponsored"}) && a.lineHas([]string{"fully", "all", "completely", "everything"}):
		return true
	case who && bears && what && !a.lineHas([]string{"meet", "met"}):
		return a.lineIs(mCost) || slices.ContainsFunc(a.ask, func(w string) bool { return payables[w] && amountLike[w] }) || a.lineHas(whoWords)
	case a.lineHas([]string{"expenses", "costs", "bills"}) && len(a.ask) <= shortLine+1:
		return a.lineHas([]string{"your", "the", "those"}) && !a.lineHas([]string{"what", "total"})
	case a.lineHas([]string{"how"}) && a.lineHas([]string{"met"}):
		return a.lineHas([]string{"year", "cost", "costs", "fees", "tuition", "expenses", "semester"})
	case a.lineHas([]string{"any"}) && a.lineHas([]string{"help"}):
		return a.lineHas([]string{"people", "family", "relatives", "anyone", "money"})
	}
	return false
}

// namesPayer reports whether a line that yes or no answers names somebody who may pay: "Your
// son takes care of the costs?"
func (a *answer) namesPayer() bool {
	some := slices.ContainsFunc(a.line, func(t term) bool { return t.party&(pFamily|pFriend|pPartner) != 0 && !t.poss })
	return some && strings.HasSuffix(strings.TrimSpace(a.turn.Officer), "?") && !a.lineHas([]string{"did", "why", "what", "when", "would", "if", "still"})
}

// loadsOn reports whether a line asks whether the cost falls on somebody it names: "So all
// on dad?", "Expensive. Parents?"
func (a *answer) loadsOn() bool {
	return len(a.ask) <= 2*shortLine+2 && a.namesPayer() && (a.lineHas([]string{"all", "everything", "it", "trip"}) && a.lineHas([]string{"on"}) && !a.lineHas([]string{"visa", "going", "f", "j", "h"}) || a.lineHas([]string{"expensive", "costly", "pricey"}))
}

// linePaysFor is the word of the officer's line after "pay for", -1 for none.
func (a *answer) linePaysFor() int {
	for i := range len(a.ask) - 1 {
		if a.ask[i+1] == "for" && i < len(a.line) && a.line[i].is(mPay) {
			return i + 2
		}
	}
	return -1
}

// asksPayerOf reports whether a line asks who pays for something, which is no wage.
func (a *answer) asksPayerOf() bool { return a.lineHas(whoWords) && a.linePaysFor() >= 0 }

// paidElse reports whether a line asks who pays for something that is no part of the
// journey or the studies, or for somebody else: "Who paid for your phone?"
func (a *answer) paidElse() bool {
	at := a.linePaysFor()
	for i := 0; at < 0 && i+1 < len(a.ask); i++ {
		if i < len(a.line) && a.line[i].is(mPay) && (a.ask[i+1] == "your" || a.ask[i+1] == "the") {
			at = i + 2 // "who pays your rent?"
		}
	}
	if at < 0 {
		return false
	}
	for i := at; i < min(at+3, len(a.ask)); i++ {
		if belongings[a.ask[i]] || i < len(a.line) && a.line[i].party&pHuman&^pSelf != 0 && !a.line[i].poss {
			return true
		}
	}
	return false
}

// belongings are what people pay for besides a journey or studies.
var belongings = set("exam exams examination examinations test tests toefl ielts gre usmle coaching lessons tutor tutoring lab laboratory project company phone telephone laptop computer car bike motorcycle apartment flat house home rent land plot shop dress suit clothes shoes ring passport lawyer furniture")

// wages are the fields that say what an applicant is paid.
var wages = set("h1b.wage_usd jw.pay jp.stipend_usd employment.monthly_income")

// amountLike are payables that are nothing but a cost.
var amountLike = set("cost costs bill bills expense expenses fee fees tuition fare fares airfare board lodging upkeep living ticket tickets flight flights hotel hotels")

// imperativeWord opens a line that asks for an account.
var imperativeWord = set("tell talk walk explain describe take give")

// namesSponsor reports whether a line says or asks who the sponsor is: "Your father is
// the sponsor, I see.", not what the sponsor does.
func (a *answer) namesSponsor() bool {
	if a.lineHas([]string{"do", "does", "job", "earn", "income", "visa", "j", "2019", "agency", "program", "programme", "exchange"}) {
		return false
	}
	return slices.ContainsFunc(a.line, func(t term) bool { return t.party&pFamily != 0 }) && a.lineHas([]string{"is", "the"}) || a.lineHas([]string{"relation", "who", "who's"})
}

// paidTheirOwn reports whether a line asks how somebody else paid for something of their
// own: "How did she pay for medical school?"
func (a *answer) paidTheirOwn() bool {
	for i := range len(a.ask) - 2 {
		if a.ask[i] != "did" && a.ask[i] != "does" && a.ask[i] != "do" || standIns[a.ask[i+1]] == 0 || !moneyVerb[a.ask[i+2]] {
			continue
		}
		return a.ask[i] == "did" && !slices.Contains(a.ask[i+2:], "you") && !slices.Contains(a.ask[i+2:], "your")
	}
	return false
}

// ownWay are the words of a line about what a program pays for nobody.
var ownWay = []string{"flight", "flights", "airfare", "ticket", "tickets", "visa", "luggage"}

// paysYou reports whether a line asks whether somebody pays the applicant a wage: "They pay
// you meanwhile?"
func (a *answer) paysYou() bool {
	if a.lineHas(whoWords) || a.linePaysFor() >= 0 || a.lineIs(mCost|mFunds) {
		return false
	}
	for i := range len(a.ask) - 1 {
		if a.ask[i] == "your" && a.ask[i+1] == "pay" {
			return true // "You keep your pay at home?"
		}
		if (a.ask[i] == "pay" || a.ask[i] == "pays" || a.ask[i] == "paying") && a.ask[i+1] == "you" {
			return i > 0 && !a.lineIs(mUS) && !a.lineHas([]string{"american", "america", "side"})
		}
	}
	return false
}

// keepsOthers reports whether a line asks for whom else somebody pays: "Who else is he
// paying for?"
func (a *answer) keepsOthers() bool {
	n := len(a.ask)
	if n < 3 || a.ask[n-1] != "for" || !a.lineIs(mPay) {
		return false
	}
	return slices.ContainsFunc(a.ask, func(w string) bool { return standIns[w] != 0 }) || slices.ContainsFunc(a.line, func(t term) bool { return t.party&(pFamily|pFriend) != 0 })
}

var moneyVerb = set("pay fund finance afford manage cover")

// asksHowMuch reports whether a line asks for a quantity.
func (a *answer) asksHowMuch() bool {
	for i := range len(a.ask) - 1 {
		if a.ask[i] == "how" && quantities[a.ask[i+1]] {
			return true
		}
	}
	return false
}

var quantities = set("much long often old big large far soon")

// pursePays reads whose money it is said to be where no verb of paying stands: "with
// the money of my wife's parents", "through my wife, she is the one with the salary",
// "two thirds from my university and the rest from us".
func (a *answer) pursePays(cl *clause, field string, asked bool, out []Claim) []Claim {
	if !asked || cl.negated {
		return out
	}
	for i := cl.from; i < cl.to; i++ {
		t := a.terms[i]
		lead := a.leadOf(cl, i)
		if lead < cl.from {
			continue
		}
		own := t.party == 0 && a.has(i, i+1, "us", "me", "myself", "ourselves") && lead == i-1
		if own {
			t.party = pSelf
		}
		if purse := i > cl.from && purses[a.words[i].Text] && a.terms[i-1].is(mMine|mOwn) && t.party == 0; purse && a.has(lead, lead+1, "on", "from", "with", "through") && a.namesBill(cl) {
			out = a.payer(cl, field, i, term{party: pSelf, n: 1}, asked, out)
			continue
		}
		if t.party&(pHuman|pBody) == 0 || t.party&pSelf != 0 && !own {
			continue
		}
		of := a.words[lead].Text == "of" && lead > cl.from && a.terms[lead-1].is(mFunds)
		source := a.has(lead, lead+1, "through", "from", "with", "on") && a.verbless(cl) && (t.poss == a.is(i+1, cl.to, mFunds) || own || t.poss && lead == cl.from && a.livelihood(i+1, cl.to))
		if of || source && (lead == cl.from && t.party&pHuman != 0 || lead > cl.from && a.share(cl, lead)) {
			out = a.payer(cl, field, i, t, asked, out)
		}
	}
	return out
}

// namesBill reports whether a clause names what the journey costs: "flight and hotel are on my
// own card".
func (a *answer) namesBill(cl *clause) bool {
	return a.has(cl.from, cl.to, "ticket", "tickets", "flight", "flights", "hotel", "everything", "all", "trip", "cost", "costs", "expenses", "rest")
}

// livelihood reports whether the words from from to to name what somebody lives on: "my
// grandfather's shop".
func (a *answer) livelihood(from, to int) bool {
	return from < to && a.terms[from].party&pHuman == 0 && a.lineHas(sourceWords) && !a.has(from, to, "house", "place", "side", "friend", "country", "town", "home")
}

// share reports whether the words before word to end in a part of a cost: "two thirds",
// "the rest", "everything".
func (a *answer) share(cl *clause, to int) bool {
	for i := to - 1; i >= cl.from && i > to-4; i-- {
		if shares[a.words[i].Text] || a.terms[i].is(mCost|mAll) {
			return true
		}
	}
	return false
}

// shares are the words for a part of a cost.
var shares = set("half halves third thirds quarter quarters percent part most rest balance remainder all everything whole bulk majority")

// namedLater takes the people an answer names after "they" or "both of them" for those it
// stood for: "both of them are putting in, my father and my mother".
func (a *answer) namedLater(cl *clause, field string, asked bool, out []Claim) []Claim {
	for i := cl.from; i > 0; i-- {
		if a.terms[i-1].party&pHuman&^pSelf != 0 {
			return out // whom they stand for came before
		}
	}
	for i := cl.from; i < len(a.terms); i++ {
		opens := i == a.clauseOf(i).from || a.terms[i-1].is(mMine) || a.words[i].Breaks || a.has(i-1, i, "and")
		if t := a.terms[i]; opens && t.party&pFamily != 0 && !t.poss && a.clauseOf(i).sentence == cl.sentence && a.clauseOf(i).plain() {
			out = a.payer(a.clauseOf(i), field, i, t, asked, out)
		}
	}
	return out
}

// awardAnswered reads the yes or no to a line that asks for a scholarship or a loan and
// for nothing else.
func (c *Case) awardAnswered(a *answer, field string, out []Claim) []Claim {
	if !a.ownLine || !a.polarLine() && !a.opensWith("no") || !a.lineHas(awardLine) && !a.schoolGives() || a.lineHas([]string{"refused", "much", "apply", "applied"}) {
		return out
	}
	yes, to, sure := a.particles()
	f := c.fact("finance.scholarship")
	if to == 0 || !sure || f == nil {
		return out
	}
	if by, ok := f.part("source"); ok && !a.lineHas(awardLine) && by.Text != "" && partiesOf(by.Text)&pSchool == 0 {
		return out // another than the school gives it
	}
	k := a.claim(kindPayer, "finance.scholarship", &clause{not: -1}, 0, to)
	k.party, k.Negative, k.asked, k.Certain = pScholarship, !yes, true, true
	return append(out, k)
}

// nothingAtAll reports whether a clause has no word but one that there is nothing: "nothing",
// "zero, sir".
func (a *answer) nothingAtAll(cl *clause) bool {
	none := false
	for i := cl.from; i < cl.to; i++ {
		switch {
		case a.has(i, i+1, "nothing", "zero", "none", "nil"):
			none = true
		case !a.terms[i].is(mSpeech) && !a.has(i, i+1, "at", "all", "absolutely", "from", "them", "so", "far", "unfortunately"):
			return false
		}
	}
	return none
}

// schoolGivesNothing adds that there is no award where an answer says that the school gives
// nothing, or nothing to a line that asks what it gives: "from the university I have nothing".
func (c *Case) schoolGivesNothing(a *answer, out []Claim) []Claim {
	if c.category != transcript.F1 || c.first("finance.scholarship", "f1.funding_year1") == nil || !a.has(0, len(a.words), "nothing", "zero") {
		return out
	}
	for n := range a.clauses {
		cl := &a.clauses[n]
		if !cl.plain() || cl.hedged || !a.has(cl.from, cl.to, "nothing", "zero") || a.gone(cl) || a.has(cl.from, cl.to, "my", "old", "home", "besides", "except", "but", "else", "more", "yet", "extra", "wrong", "happened", "to") {
			continue
		}
		answers := n == 0 && a.ownLine && slices.Contains(a.own, "finance.scholarship") && a.nothingAtAll(cl)
		for i := cl.from; i < cl.to; i++ {
			school := a.terms[i].party&pSchool != 0 || a.has(i, i+1, "department", "university", "school", "college")
			if !answers && (!school || !a.has(max(i-2, cl.from), i, "from") && !a.has(i+1, cl.to, "gives", "give", "pays", "covers", "offers", "giving")) {
				continue
			}
			k := a.claim(kindPayer, "finance.scholarship", cl, cl.from, cl.to)
			k.party, k.Negative, k.Certain, k.asked = pScholarship, true, true, a.asks("finance.scholarship", "f1.funding_year1")
			return append(out, k)
		}
	}
	return out
}

// schoolGives reports whether the line asks whether the school bears a part: "And the
// school helps?"
func (a *answer) schoolGives() bool {
	return a.lineIs(mPay) && slices.ContainsFunc(a.line, func(t term) bool { return t.party == pSchool }) && !a.lineHas([]string{"paid", "you", "your"})
}

// awardLine are the words of a line about an award.
var awardLine = []string{"scholarship", "scholarships", "award", "awards", "aid", "bursary", "assistantship", "waiver"}

// closed marks the payers of an answer that says that nobody else pays, so that
// whoever is named in a later answer contradicts it.
func (a *answer) closed(out []Claim) []Claim {
	if !a.closesPayers() {
		return out
	}
	for i := range out {
		if k := &out[i]; k.kind == kindPayer && !k.Negative && k.Certain {
			k.sole = true
		}
	}
	return out
}

// closesPayers reports whether an answer says that its payers are all there are: "only
// him", "nobody else is paying", "every cent of it myself", "No one. I pay."
func (a *answer) closesPayers() bool {
	if a.nobodyElse() || len(a.terms) > 0 && a.terms[0].is(mAbsolute) && a.lineHas([]string{"anyone", "anybody", "someone", "somebody", "else", "who"}) {
		return true
	}
	for i := range a.words {
		switch {
		case a.terms[i].is(mAbsolute) && a.has(i, i+1, "nobody", "noone", "none") && a.has(i+1, i+4, "help", "helps", "helping", "helped", "gives", "giving", "pays", "paying", "supports", "contributes"):
			return true
		case a.has(i, i+1, "every", "each") && a.has(i+1, i+2, "cent", "penny", "dollar", "rupee", "naira", "kobo", "dime"):
			return true
		case a.has(i, i+1, "only") && a.has(i+1, i+2, "him", "her", "he", "she", "them", "me", "myself", "i"):
			return true
		}
	}
	return false
}
