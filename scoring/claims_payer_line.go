package scoring

import "slices"

// sharing are the words of a line that asks how many bear a cost.
var sharing = []string{"paying", "pay", "share", "sharing", "sponsors", "sponsoring", "contributing", "contribute", "putting", "funding"}

// bearing are the verbs of a line that ask who has a cost to bear, or how it is borne,
// beside those of paying themselves.
var bearing = set("bear bearing bears borne carry carries carrying carried meet met handle handles handling handled deal deals dealing settle settles settled shoulder shoulders manage managing manages cover covers covering covered behind foot foots footing stand standing stands")

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
	case a.lineHas([]string{"many"}):
		return a.lineHas(sharing)
	case a.lineHas([]string{"funding", "financing", "sponsorship", "finances"}) && !a.lineHas([]string{"project", "lab", "research", "agency"}):
		return true
	case a.lineHas([]string{"covered", "paid", "met", "funded"}) && a.lineHas([]string{"year", "years", "semester", "rest", "balance", "remainder", "fees", "tuition"}) && a.polarLine():
		return true
	case a.lineHas([]string{"by"}) && a.ask[len(a.ask)-1] == "by":
		return a.lineIs(mPay)
	case who && bears && what && !a.lineHas([]string{"meet", "met"}):
		return a.lineIs(mCost) || slices.ContainsFunc(a.ask, func(w string) bool { return payables[w] && amountLike[w] }) || a.lineHas(whoWords)
	case a.lineHas([]string{"how"}) && a.lineHas([]string{"met"}):
		return a.lineHas([]string{"year", "cost", "costs", "fees", "tuition", "expenses", "semester"})
	case a.lineHas([]string{"any"}) && a.lineHas([]string{"help"}):
		return a.lineHas([]string{"people", "family", "relatives", "anyone", "money"})
	}
	return false
}

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
// "it goes to their account".
func (a *answer) pursePays(cl *clause, field string, asked bool, out []Claim) []Claim {
	if !asked || cl.negated {
		return out
	}
	for i := cl.from; i < cl.to; i++ {
		t := a.terms[i]
		if t.party&(pHuman|pBody) == 0 || t.party&pSelf != 0 {
			continue
		}
		lead := a.leadOf(cl, i)
		if lead < cl.from {
			continue
		}
		of := a.words[lead].Text == "of" && lead > cl.from && a.terms[lead-1].is(mFunds)
		through := lead == cl.from && (a.words[lead].Text == "through" || a.words[lead].Text == "from" || a.words[lead].Text == "with") && a.verbless(cl) && t.poss == a.is(i+1, cl.to, mFunds)
		if of || through && t.party&pHuman != 0 {
			return a.payer(cl, field, i, t, asked, out)
		}
	}
	return out
}

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
		case a.has(i, i+1, "every", "each") && a.has(i+1, i+2, "cent", "penny", "dollar", "rupee", "naira", "kobo", "dime"):
			return true
		case a.has(i, i+1, "only") && a.has(i+1, i+2, "him", "her", "he", "she", "them", "me", "myself", "i"):
			return true
		}
	}
	return false
}
