package scoring

import (
	"slices"
	"strings"

	"github.com/viceconsul/viceconsul/interview/transcript/measure"
)

// givingVerb is the word of a clause that says, in answer to who pays, that money is
// handed over, brought in or put in: "who carries it", "he fills it every month". -1
// for none.
func (a *answer) givingVerb(cl *clause) int {
	for i := cl.from; i < cl.to; i++ {
		w, is := a.words[i].Text, a.lexemes[i].is
		if (w == "is" || w == "are") && a.has(i+1, i+2, "from") && !cl.negated && a.anyWord(cl.from, i, handedBills) {
			return i // "the flight is from the Americans"
		}
		takesOver := is&isTaking != 0 && (a.has(i+1, i+2, "over", "care", "charge", "responsibility") || a.has(i+1, i+2, "me", "us") && a.has(i+2, i+3, "on") || a.has(i+1, i+2, "it", "all", "everything") && a.has(i+2, i+3, "on") && a.has(i+3, i+4, "him", "her", "himself", "herself", "them"))
		doesIt := (w == "doing" || w == "handling" || w == "does") && a.has(i+1, i+2, "it", "that", "everything", "all")
		looksAfter := (w == "look" || w == "looks" || w == "looking") && a.has(i+1, i+2, "after") && a.has(i+2, i+4, "all", "everything", "it", "this", "that", "expenses", "costs", "bills", "money")
		if doesIt || takesOver || looksAfter || is&isSeeing != 0 && a.has(i+1, i+2, "to") {
			return i
		}
		if is&isDrawing != 0 && a.has(i+1, i+3, "from") && a.pursesIn(cl) {
			return i
		}
		if is&(isGiving|isFlowing) == 0 || a.terms[i].is(mHost) || a.standsIn(i) || is&isGiving == 0 && !(is&isFlowing != 0 && a.has(i+1, cl.to, "from", "out", "of", "through")) {
			continue
		}
		if w == "back" && !a.has(i+1, i+2, "me", "us") || a.paysBack(cl, i) || a.has(i+1, i+5, "leave") && !a.is(i+1, cl.to, mFunds|mCost) {
			continue // "I'll come back", "gave me the leave"
		}
		if strings.HasPrefix(w, "assist") && !a.has(i+1, cl.to, "me", "us") && cl.who&pSelf != 0 {
			continue // a professor, at work
		}
		if a.is(i+1, cl.to, mHost) && !a.is(i+1, cl.to, mFunds) || a.has(i+1, i+2, "birth", "up", "off") && w != "put" {
			continue
		}
		return i
	}
	return -1
}

// handsOver reports whether a clause says unasked, by a verb of giving, that somebody
// else bears what the journey or the studies cost: "he has sent the ticket", "she gave me
// the money for the visa", "he is carrying the whole thing".
func (a *answer) handsOver(cl *clause, verb int) bool {
	if a.has(verb, verb+1, "is", "are") {
		return !cl.negated && !cl.hedged && !a.asksAny("us_history") && !a.asksAny("other_travel") && !a.ownPurse(verb+1, cl.to)
	}
	if cl.negated || cl.hedged || !gives[a.words[verb].Text] || a.asksAny("us_history") || a.asksAny("other_travel") || a.ownPurse(verb+1, cl.to) {
		return false
	}
	by := cl.who&pHuman&^pSelf != 0 || a.has(cl.from, verb, "he", "she", "they", "who")
	bill := slices.ContainsFunc(a.words[verb+1:cl.to], func(w measure.Word) bool { return handedBills[w.Text] })
	return by && (bill || bearing[a.words[verb].Text] && a.has(verb+1, cl.to, "everything", "whole"))
}

// handedBills are the bills of a journey or of studies that nobody hands over but to pay.
var handedBills = set("ticket tickets flight flights fare airfare tuition expenses bills")

// ownPurse reports whether the words from from to to name the applicant's own money: "with
// my card".
func (a *answer) ownPurse(from, to int) bool {
	for i := from + 1; i < to; i++ {
		if purses[a.words[i].Text] && a.terms[i-1].is(mMine|mOwn) {
			return true
		}
	}
	return false
}

// taking and seeing are verbs that mean paying with a word after them: "takes over",
// "has taken me on", "is seeing to".
var (
	taking  = set("take takes took taken taking")
	drawing = set("take takes taking took draw draws drawing drew withdraw withdrawing use uses using used") // "from my own card"
	seeing  = set("see sees saw seen seeing attend attends attending")
)

// gives are verbs of handing over or putting in that mean paying once the question
// is who pays.
var gives = set("treat treats treating carry carries carrying carried transfer transfers transferring transferred wire wires wiring wired reimburse reimburses reimbursed reimbursing refund refunds refunding refunded buy buys buying bought fill fills filling filled put puts putting arrange arranges arranging arranged assume assumes assuming absorb absorbs absorbing foot foots footing top tops topping chip chips chipping donate donates donated lend lends lent lending loans advance advances advanced raise raises raised send sends sending sent give gives giving gave shoulder shoulders settle settles settling clear clears clearing remit remits remitting remitted back backs backing behind deposits deposited promised manage manages managing save saves saved saving guarantee guarantees guaranteeing release releases releasing assist assists spend spends spending sold sells settled organises organizes")

// flows are verbs whose subject is the money and not who gives it: "it comes from my
// uncle".
var flows = set("come comes coming came goes flows arrives")

// purses are the things a payer's money is in.
var purses = set("gold jewellery jewelry pocket account accounts money savings card salary pension purse wallet hand income funds cash earnings wages profit provident")

// pocketMoney reports whether a clause only tells what the applicant takes along or is given to spend
// beside what others pay: "I carry my own pocket money too".
func (a *answer) pocketMoney(cl *clause) bool {
	if !a.has(cl.from, cl.to, "money") {
		return false
	}
	for i := cl.from; i+1 < cl.to; i++ {
		if a.has(i, i+1, "pocket", "shopping", "spending") && a.has(i+1, i+2, "money") {
			return cl.who != 0
		}
	}
	return false
}

// onlyWishes reports whether somebody else is said no more than to want to pay, or to
// have offered it: "my sister wants to pay but I say no".
func (a *answer) onlyWishes(cl *clause, verb int) bool {
	for i := max(verb-3, cl.from); i < verb; i++ {
		if a.has(i, i+1, "want", "wants", "wanted", "offered", "wished", "asked", "tried") && a.has(i+1, verb, "to") {
			return cl.who&pHuman&^pSelf != 0
		}
	}
	return false
}

// onlyEnough reports whether a clause says of somebody's money only that it is enough for
// something else: "my pension is just enough for medicines".
func (a *answer) onlyEnough(cl *clause) bool {
	for i := cl.from; i+2 < cl.to; i++ {
		if a.has(i, i+1, "enough") && a.has(i+1, i+2, "for") {
			return !a.anyWord(i+2, cl.to, payables) && !a.has(i+2, cl.to, "me", "us", "both", "two", "trip", "travel", "everything", "all")
		}
	}
	return false
}

// earnedIt reports whether a clause says that the applicant worked for what the line asks the
// payer of, where nobody else is said to help: "nobody helped, I worked two winters for it".
func (a *answer) earnedIt(cl *clause) bool {
	worked := a.has(cl.from, cl.to, "sold") ||
		a.has(cl.from, cl.to, "worked", "earned", "saved") && a.has(cl.to-2, cl.to-1, "for") && a.has(cl.to-1, cl.to, "it", "this", "that")
	return worked && cl.who&pSelf != 0 && !cl.negated && !cl.hedged && a.closesPayers()
}

// pursesIn reports whether a clause names somebody's purse.
func (a *answer) pursesIn(cl *clause) bool {
	for i := cl.from; i < cl.to; i++ {
		if purses[a.words[i].Text] {
			return true
		}
	}
	return false
}

// whoBefore is who a clause that begins with "who" or "that" goes on about, and
// where: "it is my uncle" before "who is carrying it".
func (a *answer) whoBefore(cl *clause) (int, party) {
	if cl.from == 0 || !a.has(cl.from, cl.from+1, "who", "that", "which") {
		return 0, 0
	}
	if anyParty(a.terms[cl.from:cl.to]) || a.clauseOf(cl.from-1).negated {
		return 0, 0
	}
	for i := cl.from - 1; i >= max(cl.from-5, 0); i-- {
		if t := a.terms[i]; t.party&(pHuman|pBody) != 0 && !t.poss {
			return i, t.party
		}
	}
	return 0, 0
}

// refunded takes out who pays only until it is paid back: "I put it on my card and
// my company will reimburse", "my brother bought it and I gave him the money".
func (a *answer) refunded(out []Claim) []Claim {
	drop := party(0)
	for i := range a.clauses {
		cl := &a.clauses[i]
		switch {
		case !a.returnsMoney(cl) || cl.negated || cl.question:
		case slices.ContainsFunc(out, func(k Claim) bool {
			return k.kind == kindPayer && k.party&pSelf == 0 && a.clauseOf(a.wordAt(k.Span.Start)) == cl
		}):
			drop = pSelf
		case cl.who&pSelf != 0 && a.has(cl.from, cl.to, "paid", "gave", "repaid", "returned", "refunded", "reimbursed"):
			drop = pHuman &^ pSelf
		}
	}
	if drop == 0 {
		return out
	}
	return slices.DeleteFunc(out, func(k Claim) bool { return k.kind == kindPayer && k.party&drop != 0 })
}

// returnsMoney reports whether a clause speaks of paying back the applicant.
func (a *answer) returnsMoney(cl *clause) bool {
	return a.has(cl.from, cl.to, "reimburse", "reimburses", "reimbursed", "reimbursing", "refund", "refunds", "refunded", "repay", "repays", "repaid") ||
		a.has(cl.from, cl.to, "back", "him", "her", "them") && a.has(cl.from, cl.to, "pay", "pays", "give", "gives", "paid", "gave", "return", "returned")
}

// lineAsksPayer reports whether a line asks who bears the cost of the stay: it
// speaks of paying or of money, and asks for a person, a source or a yes.
func (a *answer) lineAsksPayer() bool {
	if a.lineHas(notOwnCost) || a.lineHas([]string{"how"}) && a.lineHas([]string{"much", "many", "long", "often", "old"}) && !a.lineHas([]string{"who", "whose"}) {
		return false
	}
	person := a.lineHas([]string{"who", "who's", "whose", "whom", "anyone", "anybody", "nobody", "somebody", "someone", "else", "yourself", "alone", "you", "your", "they", "he", "she"}) || slices.ContainsFunc(a.line, func(t term) bool { return t.party != 0 })
	switch {
	case a.lineIs(mPay) || a.lineHas(moneyVerbs):
		return person || a.lineHas([]string{"how"})
	case a.lineIs(mFunds) || a.lineHas([]string{"cash", "dollars", "pocket", "bill", "bills"}):
		return a.lineHas([]string{"who", "who's", "whose", "other", "pocket", "behind"}) || a.lineHas([]string{"where", "from"}) && a.lineHas([]string{"from", "come", "comes", "coming", "get", "getting", "find"})
	case len(a.ask) > 0 && a.lineHas([]string{"where"}) && a.lineHas([]string{"come", "comes", "coming"}) && a.lineHas([]string{"from"}):
		return a.lineHas([]string{"thousand", "all", "amount", "rest", "sum"}) || a.lineIs(mCost)
	case a.lineIs(mCost):
		return a.lineHas([]string{"behind"}) || a.lineHas([]string{"whose"}) && slices.ContainsFunc(a.ask, func(w string) bool { return amountLike[w] || purses[w] })
	}
	return false
}

// moneyVerbs are verbs of a line about who bears a cost.
var moneyVerbs = []string{"afford", "swing", "bought", "buys", "buying", "reimburse", "reimburses", "pays", "paid", "paying", "financing", "sends", "putting", "chips", "chip", "chipping", "contributing", "footing", "bearing", "backing", "covers", "covered"}

// notOwnCost are words of a line about other money than the cost of the stay.
var notOwnCost = []string{"salary", "wage", "wages", "taxes", "tax", "earn", "earns", "income", "visa", "occupation", "job", "employees", "client", "vendor", "insurance", "deposit", "interview", "agency", "preparer", "form", "proclamation", "petition", "attorney", "lawyer", "stipend", "per", "work"}
