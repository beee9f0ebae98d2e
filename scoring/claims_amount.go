package scoring

import (
	"slices"
	"strings"

	"github.com/viceconsul/viceconsul/interview/transcript"
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
	"living": aLiving, "rent": aLiving, "food": aLiving, "accommodation": aLiving, "room": aLiving, "board": aLiving,
	"savings": aSaved, "saved": aSaved, "saving": aSaved, "balance": aSaved, "account": aSaved, "bank": aSaved, "deposit": aSaved, "deposits": aSaved,
	"loan": aLoan, "borrowed": aLoan, "borrow": aLoan, "sanctioned": aLoan,
	"scholarship": aScholarship, "grant": aScholarship, "award": aScholarship, "assistantship": aScholarship, "waiver": aScholarship, "bursary": aScholarship,
	"earn": aIncome, "earns": aIncome, "earning": aIncome, "salary": aIncome, "income": aIncome, "makes": aIncome, "wage": aIncome, "wages": aIncome, "stipend": aIncome, "pension": aIncome, "base": aIncome,
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

// amountClaims finds amounts of money and what they are of.
func (c *Case) amountClaims(a *answer, out []Claim) []Claim {
	field, what := a.askedAmount()
	found := false
	for i := range a.mentions {
		said, half := a.spokenAt(i)
		m := &said
		cl := a.clauseOf(m.From)
		if half || m.Kind != measure.Money && m.Kind != measure.Number || !a.stated(cl, field != "") || a.formerly(cl) || a.wished(cl) || !a.isAmount(m, what) {
			continue
		}
		k := a.claim(kindAmount, "", cl, m.From, m.To)
		k.low, k.high, k.about, k.unit, k.per = m.Low, m.High, m.About, m.Unit, m.Per
		if k.bound = a.boundOf(m); k.per == "" {
			k.per = a.perOf(m)
		}
		of, sure := a.attributeOf(m, cl, what)
		if k.Field = c.amountField(a, of, what, field); k.Field == "" {
			continue
		}
		if k.Field = c.sameCurrency(a, k.Field, m, of); k.Field == "" {
			continue
		}
		k.word, k.asked = attributeNames[of], k.Field == field || a.asks(k.Field)
		if !k.asked && (m.Kind == measure.Number && !sure || of == aCost && !a.has(cl.from, cl.to, "total", "trip", "budget", "whole", "altogether", "first", "program", "programme")) {
			continue
		}
		if !sure && what != aLoan && a.gone(cl) && !a.has(cl.from, cl.to, "offered", "agreed", "promised", "given") && !a.has(m.From-1, m.From, "is", "now", "get") {
			continue // something else that was paid or sold
		}
		if of == aCost && cl.other && cl.who&pHuman&^pFamily != 0 && a.has(cl.from, m.From, "paid", "spent", "spend", "spends") {
			continue // what it cost others
		}
		found = found || k.asked
		out = append(out, k)
	}
	if field != "" && !found {
		out = a.vagueAmount(field, out)
	}
	return out
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

// fitsCurrency reports whether an amount can be in a declared currency.
func (a *answer) fitsCurrency(m *measure.Mention, declared string) bool {
	if m.Unit != "" {
		return shareName(m.Unit, declared)
	}
	many := a.has(m.From, m.To, "lakh", "lakhs", "crore", "crores", "rupees", "rupee", "rs", "shillings", "shilling", "pesos", "francs", "dinars", "pounds", "riyals", "rials", "dirhams")
	return !many || declared == "" || slices.ContainsFunc(families, func(f []string) bool { return slices.Contains(f, declared) })
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

// perOf is the period of an amount that the words after it tell: "every two weeks",
// "the semester". "" for none.
func (a *answer) perOf(m *measure.Mention) string {
	sentence := a.clauseOf(m.From).sentence
	for i := m.To; i < min(m.To+4, len(a.words)) && a.clauseOf(i).sentence == sentence; i++ {
		switch a.words[i].Text {
		case "biweekly", "fortnight", "fortnightly":
			return "fortnight"
		case "semester", "semestral":
			return "semester"
		case "every", "each", "per":
			if a.has(i+1, i+2, "two", "2", "second", "other") && a.has(i+2, i+3, "week", "weeks") {
				return "fortnight"
			}
		}
	}
	if slices.Contains(a.ask, "semester") {
		return "semester"
	}
	return ""
}

var attributeNames = map[attribute]string{aTuition: "tuition", aFee: "fee", aLiving: "living", aScholarship: "school", aIncome: "income", aSponsorIncome: "income", aLoan: "amount", aSaved: "saved", aCost: "total"}

// askedAmount is the amount the officer's line asks for.
func (a *answer) askedAmount() (string, attribute) {
	sought := a.soughtOne(func(m *measured) bool { return m.of != noAttribute })
	if a.ownLine && sought != nil {
		return sought.path, sought.of
	}
	if slices.Contains(a.ask, "last") || a.anyones {
		return "", noAttribute // "what were you paid last year?"
	}
	for _, q := range askable {
		if q.what == aIncome && a.turn.Question == "" && !a.lineHas(incomeLine) {
			continue // "how much is your mortgage?"
		}
		if q.what == aIncome && slices.Contains(a.ask, "here") && a.asks(q.path) {
			return "employment.monthly_income", aIncome // at home
		}
		if a.asks(q.path) && (q.line == nil || slices.ContainsFunc(q.line, func(w string) bool { return slices.Contains(a.ask, w) })) {
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

// incomeLine are the words of an officer's own line that ask for an income.
var incomeLine = []string{"salary", "pay", "pays", "paid", "paying", "earn", "earns", "earning", "make", "makes", "wage", "wages", "stipend", "income", "compensation", "figure", "money", "get", "give", "gives", "offer", "offered", "base", "monthly", "hourly", "rate"}

// isAmount reports whether a mention can be money at all: named money, or a bare
// number where an amount was asked for and nothing else is counted.
func (a *answer) isAmount(m *measure.Mention, asked attribute) bool {
	if m.Kind == measure.Money {
		return true
	}
	switch {
	case asked == noAttribute && m.Low < 1000, m.Ordinal, a.writtenYear(m), m.Low < 1:
		return false
	case !a.bare(m), m.Low < 1000 && !a.shorthand(m, asked):
		return false
	}
	for i := m.From - 1; i >= max(m.From-3, 0) && !a.words[i+1].Breaks; i-- {
		if otherNumbers[a.words[i].Text] {
			return false
		}
	}
	return m.To >= len(a.words) || a.words[m.To].Breaks || slices.Contains(afterAmount, a.words[m.To].Text) || a.terms[m.To].is(mFunds|mSaved|mCost|mSpeech|mVerb)
}

// otherNumbers are nouns whose number is no amount.
var otherNumbers = set("step year room number class page section level grade phone form score ielts toefl gre gpa born age aged passport flight zip code batch rank semester mobile")

// writtenYear reports whether a number is written as a year: "2019", not "two
// thousand".
func (a *answer) writtenYear(m *measure.Mention) bool {
	first := a.words[m.From].Text[0]
	return isYear(*m) && m.To-m.From == 1 && first >= '0' && first <= '9'
}

// bare reports whether a number carries no unit of its own: not years of age, not
// a percentage.
func (a *answer) bare(m *measure.Mention) bool {
	return !a.has(m.To-1, min(m.To+1, len(a.words)), "old", "percent", "%", "percentage", "marks", "points")
}

// shorthand reports whether a small bare number can stand for an amount: a wage said
// without its thousands ("they pay me ninety"), or an answer that is only a number.
func (a *answer) shorthand(m *measure.Mention, asked attribute) bool {
	cl := a.clauseOf(m.From)
	if m.From > cl.from && cl.who != 0 && a.has(m.From-1, m.From, "is", "are", "am", "i'm", "im", "turned") {
		return false // an age
	}
	ends := m.To == len(a.words) || a.words[m.To].Breaks || a.has(m.To, m.To+1, "is", "a", "per", "base", "plus", "each", "every", "gross", "annually", "yearly", "monthly", "even", "flat", "exactly", "exact", "altogether", "total", "all", "net", "hourly", "weekly", "before", "after", "and", "with") || a.terms[m.To].is(mSpeech)
	if asked == aIncome || asked == aSponsorIncome {
		return ends && m.Low >= 10
	}
	for i := cl.from; i < m.From; i++ {
		if !a.terms[i].is(mSpeech|mI|mPay) && a.terms[i].n != 0 && !bringing[a.words[i].Text] {
			return false
		}
	}
	return ends
}

// bringing are verbs of what an applicant must have at hand.
var bringing = set("need show bring pay have must should to")

// afterAmount are words that may follow a number that is an amount; any other
// noun says what else is counted.
var afterAmount = []string{"for", "per", "a", "an", "in", "and", "or", "plus", "of", "is", "only", "now", "total", "from", "to", "at", "before", "after", "base", "gross", "net", "each", "every", "with", "but", "which", "that", "including", "as", "by", "on", "the", "my", "saved", "annually", "yearly", "monthly", "biweekly", "fortnightly", "maximum", "minimum", "something", "more", "less", "so", "because", "already", "altogether", "i", "we", "he", "she", "it", "they", "all", "approximately", "tuition", "living", "if", "this", "then", "not", "minus", "roughly", "max", "even", "flat", "straight", "exactly", "exact", "per", "yearly"}

// boundOf reads "more than", "at least", "less than", "a bit under" at an amount.
func (a *answer) boundOf(m *measure.Mention) int {
	for i := max(m.From-2, 0); i < m.To; i++ {
		switch a.words[i].Text {
		case "over", "above", "least", "minimum":
			return 1
		case "under", "below", "most", "maximum":
			return -1
		case "more", "less":
			if !a.has(i+1, i+2, "than") {
				continue
			}
			if a.words[i].Text == "more" != a.has(i-1, i, "not", "no") {
				return 1
			}
			return -1
		}
	}
	return 0
}

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
