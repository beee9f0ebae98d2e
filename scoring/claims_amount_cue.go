package scoring

import (
	"slices"

	"github.com/viceconsul/viceconsul/interview/transcript/measure"
)

// An attribute says what an amount is the amount of.
type attribute uint8

const (
	noAttribute attribute = iota
	aCost
	aTuition
	aLiving
	aSaved
	aLoan
	aScholarship
	aIncome
	aSponsorIncome
	aContribution // what a sponsor gives
	aFunding      // what a source of a DS-2019 gives
	aDeposit      // a large recent deposit
	aFee          // tuition, or what a school calls the whole
	aBonus        // extra money nobody declares: never compared
)

// amountCues are the words that say what an amount is the amount of.
var amountCues = map[string]attribute{
	"cost": aCost, "costs": aCost, "total": aCost, "budget": aCost, "price": aCost, "expenses": aCost, "expense": aCost, "altogether": aCost, "overall": aCost, "spend": aCost,
	"tuition": aTuition, "classes": aTuition, "fee": aFee, "fees": aFee,
	"living": aLiving, "rent": aLiving, "food": aLiving, "accommodation": aLiving, "room": aLiving, "board": aLiving, "feeding": aLiving, "lodging": aLiving, "housing": aLiving, "hostel": aLiving, "upkeep": aLiving,
	"savings": aSaved, "saved": aSaved, "saving": aSaved, "balance": aSaved, "account": aSaved, "bank": aSaved, "deposit": aSaved, "deposits": aSaved,
	"loan": aLoan, "borrowed": aLoan, "borrow": aLoan, "sanctioned": aLoan,
	"scholarship": aScholarship, "grant": aScholarship, "award": aScholarship, "assistantship": aScholarship, "waiver": aScholarship, "bursary": aScholarship,
	"earn": aIncome, "earns": aIncome, "earning": aIncome, "salary": aIncome, "income": aIncome, "makes": aIncome, "wage": aIncome, "wages": aIncome, "stipend": aIncome, "pension": aIncome, "base": aIncome, "net": aIncome, "gross": aIncome,
	"bonus": aBonus, "allowance": aBonus, "visa": aBonus, "sevis": aBonus, "ticket": aBonus, "insurance": aBonus, "deductible": aBonus, "flight": aBonus, "tickets": aBonus, "hotel": aBonus, "registration": aBonus, "emi": aBonus, "instalment": aBonus, "installment": aBonus, "instalments": aBonus, "installments": aBonus, "repayment": aBonus, "application": aBonus,
}

// amountFields are the fields an amount of each kind can be compared with; the
// first that is asked for, else the first that is declared.
var amountFields = map[attribute][]string{
	aCost:          {"f1.cost_year1", "trip.cost_usd"},
	aTuition:       {"f1.cost_year1"},
	aFee:           {"f1.cost_year1"},
	aLiving:        {"f1.cost_year1"},
	aSaved:         {"finance.liquid_funds"},
	aLoan:          {"finance.loan"},
	aScholarship:   {"finance.scholarship", "f1.funding_year1"},
	aIncome:        {"h1b.wage_usd", "jp.stipend_usd", "jw.pay", "employment.monthly_income"},
	aSponsorIncome: {"finance.sponsors"},
	aContribution:  {"finance.sponsors.amount"},
	aFunding:       {"j1.funding.amount"},
	aDeposit:       {"finance.large_recent_deposits.amount"},
}

// askable are the fields whose question wants an amount, with what it is of.
var askable = []struct {
	path string
	what attribute
	line []string // words of the officer's line, one of which must stand there; nil when the field says enough
}{
	{"h1b.wage_usd", aIncome, nil}, {"jp.stipend_usd", aIncome, nil}, {"jw.pay", aIncome, nil},
	{"f1.cost_year1", aCost, nil}, {"trip.cost_usd", aCost, nil},
	{"employment.monthly_income", aIncome, nil}, {"finance.liquid_funds", aSaved, nil},
	{"finance.loan", aLoan, []string{"loan", "much", "borrow"}},
	{"finance.scholarship", aScholarship, []string{"scholarship", "much", "university"}},
	{"f1.funding_year1", aScholarship, []string{"scholarship"}},
	{"finance.sponsors", aSponsorIncome, []string{"income", "earn", "earns", "salary", "make"}},
}

var attributeNames = map[attribute]string{aTuition: "tuition", aFee: "fee", aLiving: "living", aScholarship: "school", aIncome: "income", aSponsorIncome: "income", aLoan: "amount", aSaved: "saved", aCost: "total"}

// askedAmount is the amount the officer's line asks for.
func (a *answer) askedAmount() (string, attribute) {
	other := a.asksOtherPay()
	sought := a.soughtOne(func(m *measured) bool { return m.of != noAttribute && !(other && m.of == aIncome) })
	if a.ownLine && sought != nil {
		return sought.path, sought.of
	}
	if slices.Contains(a.ask, "last") || a.lineHas([]string{"rest", "remaining", "remainder"}) {
		return "", noAttribute // "what were you paid last year?"
	}
	for _, q := range askable {
		if q.what == aIncome && (other || a.asksPayerOf()) {
			continue
		}
		if q.what == aIncome && a.turn.Question == "" && !a.lineHas(incomeLine) && !(len(a.ask) <= shortLine && slices.Contains(a.own, q.path)) {
			continue // "how much is your mortgage?"
		}
		if q.what == aIncome && slices.Contains(a.ask, "here") && a.asks(q.path) {
			return "employment.monthly_income", aIncome // at home
		}
		if a.asks(q.path) && (q.line == nil || slices.ContainsFunc(q.line, func(w string) bool { return slices.Contains(a.ask, w) })) {
			if q.path == "trip.cost_usd" && a.lineHas([]string{"was"}) {
				continue // what something else cost
			}
			if q.path == "trip.cost_usd" && !slices.ContainsFunc([]string{"much", "budget", "cost", "afford", "costs", "estimate"}, func(w string) bool { return slices.Contains(a.ask, w) }) {
				continue
			}
			return q.path, q.what
		}
	}
	if sought != nil {
		return sought.path, sought.of
	}
	return "", noAttribute
}

// asksOtherPay reports whether the line asks for money that is not the pay of today or of
// the job to come: "what did you get paid?", "what do you pay her?" What somebody did
// promise, or offer, is still to come.
func (a *answer) asksOtherPay() bool {
	for i, w := range a.ask {
		if w == "you" && i+1 < len(a.ask) && (a.ask[i+1] == "pay" || a.ask[i+1] == "paying") || w == "first" && i+1 < len(a.ask) && a.ask[i+1] == "salary" {
			return true // what the applicant pays, or had at first
		}
		if !pastAuxiliary.at(w) {
			continue
		}
		for j := i + 2; j < min(i+4, len(a.ask)); j++ {
			if gainful[a.ask[j]] || j == i+2 && a.ask[j] == "paid" && a.ask[i+1] == "you" {
				return true
			}
		}
	}
	return false
}

var (
	pastAuxiliary = newWordTable(set("did were was"))
	gainful       = set("pay paying get getting make making earn earning receive receiving draw drawing")
)

// incomeLine are the words of an officer's own line that ask for an income.
var incomeLine = []string{"salary", "pay", "pays", "paid", "paying", "earn", "earns", "earning", "make", "makes", "wage", "wages", "stipend", "income", "compensation", "figure", "money", "get", "give", "gives", "offer", "offers", "offering", "offered", "base", "monthly", "hourly", "rate"}

// attributeOf says what an amount is of: the nearest word of its clause that says
// so, else what was asked. sure reports that a word said so.
func (a *answer) attributeOf(m *measure.Mention, cl *clause, asked attribute) (attribute, bool) {
	best, far, summed := noAttribute, 1<<10, false
	for i := cl.from; i < cl.to; i++ {
		of, ok := amountCues[a.words[i].Text]
		if of == aFee && i > cl.from && amountCues[a.words[i-1].Text] != noAttribute {
			of = amountCues[a.words[i-1].Text] // "visa fee", "tuition fee"
		}
		if !ok || i >= m.From && i < m.To || of == aScholarship && a.has(max(i-2, cl.from), i, "after", "minus", "without", "less") {
			continue
		}
		d := m.From - i
		if i >= m.To {
			d = i - m.To + 1
		}
		if i >= m.To && a.has(m.To, i, "including", "includes", "with", "plus", "excluding") {
			continue // "48K including living expenses"
		}
		if d > 6 || of == aBonus && i >= m.To && a.has(m.To, i, "and", "plus", "with") {
			continue
		}
		if d < far {
			best, far, summed = of, d, sums[a.words[i].Text]
		}
	}
	if summed && asked != noAttribute {
		best = asked
	}
	if best == aCost && a.billBefore(cl, m) {
		best = aBonus // "the insurance costs ninety dollars"
	}
	if best == aBonus && far > 4 {
		best = noAttribute
	}
	if best == noAttribute && m.From == cl.from {
		best = a.cueBefore(cl)
	}
	if best == noAttribute && asked == noAttribute {
		best = a.toldOf(m, cl)
	}
	if (best == aFee || best == aTuition) && a.anyWord(cl.from, m.From, lessening) {
		best = aScholarship // "they cut my fees by twenty thousand"
	}
	if best == noAttribute && asked == aIncome && a.anyWord(cl.from, cl.to, journeys) {
		return noAttribute, false // what the trip costs
	}
	if best == noAttribute {
		return asked, false
	}
	if best == aIncome && (cl.other || asked == aSponsorIncome) {
		best = aSponsorIncome
	}
	if slices.Contains(gifts, asked) && best != aBonus {
		best = asked
	}
	if asked == aScholarship && (best == aTuition || best == aFee) || asked == aLoan && best == aSaved || asked == aCost && (best == aSaved || best == aLoan) && a.words[0].Text == "total" {
		best = asked
	}
	return best, true
}

// journeys are words of a clause whose amount is what the journey costs.
var journeys = set("trip travel journey flights vacation holiday tour airfare itinerary")

// sums are words for a sum of whatever was asked.
var sums = set("total altogether overall")

// gifts are amounts that are what they are whatever they are called or are for: "a
// stipend of two thousand", "the tuition".
var gifts = []attribute{aContribution, aFunding, aDeposit}

// billBefore reports whether what an amount is the cost of stands before it in its
// clause, and is not the whole of the journey.
func (a *answer) billBefore(cl *clause, m *measure.Mention) bool {
	for i := cl.from; i < m.From; i++ {
		if amountCues[a.words[i].Text] == aBonus || otherBills[a.words[i].Text] {
			return true
		}
	}
	return false
}

// cueBefore is what the clause before, in the same sentence, says an amount is of:
// "I paid the SEVIS fee, three hundred fifty dollars".
func (a *answer) cueBefore(cl *clause) attribute {
	if cl.from == 0 {
		return noAttribute
	}
	was := a.clauseOf(cl.from - 1)
	for i := was.to - 1; was.sentence == cl.sentence && i >= was.from; i-- {
		if of, ok := amountCues[a.words[i].Text]; ok {
			return of
		}
	}
	return noAttribute
}

// amountField is the field an amount is compared with, "" for none.
func (c *Case) amountField(a *answer, of, asked attribute, field string) string {
	if of == noAttribute || of == aBonus {
		return ""
	}
	if of == asked || asked == aCost && (of == aTuition || of == aFee || of == aLiving) && field == "f1.cost_year1" {
		return field
	}
	if of == aIncome && (asked == aIncome || field != "") && !c.earnsOnce() {
		return ""
	}
	for _, p := range amountFields[of] {
		if c.fact(p) != nil {
			return p
		}
	}
	return ""
}

// earnsOnce reports whether what an applicant earns can only be one thing: a
// profile that declares both a present and a coming wage leaves it open.
func (c *Case) earnsOnce() bool {
	n := 0
	for _, p := range amountFields[aIncome] {
		if c.fact(p) != nil {
			n++
		}
	}
	return n == 1
}
