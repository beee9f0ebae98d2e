package scoring

import (
	"slices"

	"github.com/viceconsul/viceconsul/interview/transcript/measure"
)

// fitsCurrency reports whether an amount can be in a declared currency.
func (a *answer) fitsCurrency(m *measure.Mention, declared string) bool {
	if m.Unit != "" {
		return shareName(m.Unit, declared)
	}
	many := a.has(m.From, m.To, "lakh", "lakhs", "crore", "crores", "rupees", "rupee", "rs", "shillings", "shilling", "pesos", "francs", "dinars", "pounds", "riyals", "rials", "dirhams")
	return !many || declared == "" || slices.ContainsFunc(families, func(f []string) bool { return slices.Contains(f, declared) })
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
		case "for":
			if a.has(i+1, i+2, "one", "1", "an", "a") && a.has(i+2, i+3, "hour") {
				return "hour"
			}
		case "every", "each", "per":
			if a.has(i+1, i+2, "two", "2", "second", "other") && a.has(i+2, i+3, "week", "weeks") {
				return "fortnight"
			}
		}
	}
	for i := a.clauseOf(m.From).from; i+2 < m.From; i++ {
		if a.has(i, i+1, "in") && a.has(i+1, i+2, "a", "one") && a.has(i+2, i+3, "year", "month") {
			return a.words[i+2].Text // "in one year he makes"
		}
	}
	if slices.Contains(a.ask, "semester") {
		return "semester"
	}
	return ""
}

// unpaid notes that a wage was asked for and there is none: "it is without pay", "they
// don't give anything".
func (a *answer) unpaid(field string, what attribute, out []Claim) []Claim {
	if what != aIncome || field == "employment.monthly_income" || a.lineHas(besidePay) {
		return out
	}
	for n := range a.clauses {
		cl := &a.clauses[n]
		if cl.plain() && cl.who&pFamily == 0 && a.paysNothing(cl) {
			k := a.claim(kindAmount, field, cl, cl.from, cl.to)
			k.word, k.Negative, k.Certain, k.asked = noPay, false, !cl.hedged, true
			return append(out, k)
		}
	}
	return out
}

// besidePay are words of a line that asks for what comes beside a wage, or for papers.
var besidePay = []string{"outside", "extra", "else", "besides", "slip", "slips", "other", "additional", "tips", "deducted", "deduct", "back", "bonus", "overtime"}

// paysNothing reports whether a clause says that a place pays nobody.
func (a *answer) paysNothing(cl *clause) bool {
	if a.has(cl.from, cl.to, "until", "till", "before", "yet", "first", "during") {
		return false // for a time
	}
	for i := cl.from; i < cl.to; i++ {
		switch a.words[i].Text {
		case "unpaid", "voluntary", "volunteer":
			return !cl.negated
		case "no", "without", "zero":
			if a.has(i+1, min(i+3, cl.to), "pay", "salary", "stipend", "payment", "wage") {
				return !a.has(i+1, cl.to, "tax", "taxes", "rise", "increase", "problem")
			}
		case "give", "gives", "giving", "pay", "pays", "paying", "paid":
			if cl.negated && cl.not < i && i+1 == cl.to && !slices.ContainsFunc(a.ask, func(w string) bool { return payables[w] }) {
				return a.words[i].Text == "paid" || !a.lineHas([]string{"for"})
			}
			if cl.negated && cl.not < i && a.has(i+1, min(i+4, cl.to), "anything", "any", "salary", "stipend") {
				return !a.has(i+1, cl.to, "tax", "taxes", "else", "more", "extra")
			}
		}
	}
	return false
}

// emptied notes that savings were asked for and nothing is left of them: "it's finished", "the
// book is at zero", "I have nothing left".
func (a *answer) emptied(field string, out []Claim) []Claim {
	if field != "finance.liquid_funds" || slices.ContainsFunc(a.mentions, func(m measure.Mention) bool {
		return m.Kind == measure.Money || m.Kind == measure.Number && m.Low > lastYear
	}) {
		return out
	}
	for n := range a.clauses {
		cl := &a.clauses[n]
		if cl.plain() && !cl.hedged && cl.who&(pFamily|pFriend) == 0 && a.leavesNothing(cl) {
			k := a.claim(kindAmount, field, cl, cl.from, cl.to)
			k.word, k.Negative, k.Certain, k.asked = noPay, false, true, true
			return append(out, k)
		}
	}
	return out
}

// leavesNothing reports whether a clause says that an account is empty, or money spent.
func (a *answer) leavesNothing(cl *clause) bool {
	for i := cl.from; i < cl.to; i++ {
		is := i > cl.from && a.has(i-1, i, "is", "it's", "at", "all", "am", "i'm", "almost", "already", "that's", "of")
		switch a.words[i].Text {
		case "finished", "empty", "zero", "spent", "gone", "exhausted", "broke", "dry":
			if is && !cl.negated && (i+1 == cl.to || a.has(i+1, i+2, "and", "so", "now", "sir", "because")) {
				return true
			}
		case "all", "everything", "last":
			if !cl.negated && cl.who&pSelf != 0 && a.has(i-2, i, "lent", "gave", "spent", "used", "invested", "put", "took", "withdrew", "sent") && a.has(i-1, i+1, "it", "everything", "the") {
				return true
			}
		case "nothing":
			if a.has(i+1, cl.to, "left", "remains", "remaining", "saved") || i+1 == cl.to && a.has(cl.from, i, "have", "got", "has") {
				return true
			}
		}
	}
	return false
}

// noPay marks a wage, or savings, of which there is nothing.
const noPay = "unpaid"

// onTop reports whether an amount is what comes on top of another, which it raises or is
// paid besides: "it goes up two thousand each year", "three thousand more".
func (a *answer) onTop(m *measure.Mention, cl *clause) bool {
	if a.has(m.To, m.To+1, "more", "extra") && !a.has(m.To+1, m.To+2, "or", "than") {
		return true
	}
	return a.anyWord(cl.from, m.From, raising) && !a.has(m.From-2, m.From, "to") || a.has(m.From-2, m.From, "up", "by") && a.has(cl.from, m.From, "go", "goes", "going", "went")
}

// moreBeside is what the sentence of mention i adds to it: "twenty-two thousand the hospital,
// and five more for living". A small number counts in the thousands of the amount.
func (a *answer) moreBeside(i int) float64 {
	const thousand = 1000
	m := &a.mentions[i]
	if i+1 >= len(a.mentions) || m.Low < thousand {
		return 0
	}
	next := &a.mentions[i+1]
	joined := a.has(m.To, next.From, "and", "plus", "another") && a.clauseOf(next.From).sentence == a.clauseOf(m.From).sentence
	if !joined || next.Kind != m.Kind && next.Kind != measure.Number || next.Ordinal || !a.has(next.From-1, next.From, "another") && !(a.has(next.To, next.To+1, "more", "extra") && !a.has(next.To+1, next.To+2, "than", "or")) {
		return 0
	}
	switch low := next.Low; {
	case low >= thousand/10:
		return low
	case a.has(next.To, min(next.To+2, len(a.words)), "for"):
		return low * thousand
	}
	return 0
}

// paidAway reports whether an amount is one that the applicant pays to somebody, and not
// one that he or she is paid: "I paid them twelve hundred".
func (a *answer) paidAway(m *measure.Mention, cl *clause) bool {
	from := cl.from
	if m.From == cl.from && cl.from > 0 && a.verbless(cl) {
		from = a.clauseOf(cl.from - 1).from
	}
	for i := from + 1; i < m.From; i++ {
		if !givingOut[a.words[i].Text] {
			continue
		}
		who := i - 1
		for who > from && between[a.words[who].Text] {
			who--
		}
		if a.has(who, who+1, "i", "we", "i've", "we've") {
			return true
		}
	}
	return false
}

// givingOut are the verbs of who gives money away, between what may stand before them.
var (
	givingOut = set("pay paid gave give spent spend sent send put add bring contribute")
	between   = set("also even had have already only just still myself actually only must should")
)

// forTheirOwn reports whether the sentence of an amount told of somebody else says that it
// went for what was their own: "my brother took one for his own studies, sixty thousand".
func (a *answer) forTheirOwn(m *measure.Mention, cl *clause) bool {
	if !cl.other {
		return false
	}
	for i := m.From - 1; i > 0 && a.clauseOf(i).sentence == cl.sentence; i-- {
		if a.words[i].Text == "own" && a.has(i-1, i, "his", "her", "their") {
			return true
		}
	}
	return false
}

// raising are the words of a wage or price that gets higher by so much.
var raising = set("increase increases increased increasing increment increments raise raises raised rise rises hike hikes grows")

// inParts are the amounts that are paid in parts.
var inParts = map[attribute]bool{aCost: true, aTuition: true, aFee: true, aLiving: true, aLoan: true, aContribution: true, aFunding: true}

// shareOf is the share of the whole that an amount is said to be: by its own clause, or
// by the one before that it goes on with: "half now, seventeen hundred". 0 for the whole,
// -1 for a part nobody knows the size of.
func (a *answer) shareOf(m *measure.Mention, cl *clause) float64 {
	if a.has(cl.from, cl.to, "person", "head", "each") && (a.has(cl.from, cl.to, "per", "a") || a.has(m.To, m.To+1, "each")) {
		return a.oneOfUs()
	}
	from := cl.from
	if was := a.clauseOf(cl.from - 1); cl.from > 0 && was.sentence == cl.sentence && a.verbless(cl) {
		from = was.from
	}
	for i := from; i < cl.to; i++ {
		w := a.words[i].Text
		if part, known := parts[w]; known && !(w == "alone" && a.has(i-1, i, "tuition", "fee", "fees", "rent")) && (i < m.From || i >= m.To) && !(w == "half" && a.has(i-1, i, "and", "a")) {
			return part
		}
	}
	return 0
}

// oneOfUs is the share of each of those who travel together, by how many the answer says
// they are: "we are three". -1 when it does not say.
func (a *answer) oneOfUs() float64 {
	for i := range a.mentions {
		m := &a.mentions[i]
		if m.Kind == measure.Number && m.Low >= 2 && m.Low <= 12 && (a.has(m.From-1, m.From, "are", "we're", "us") || a.has(m.To, m.To+2, "us", "persons", "people")) {
			return 1 / m.Low
		}
	}
	return -1
}

// parts are the words for a part of an amount, with its share where the word says it.
var parts = map[string]float64{
	"half": 0.5, "quarter": 0.25, "third": 1.0 / 3, "part": -1, "partly": -1, "portion": -1, "advance": -1, "deposit": -1, "instalment": -1, "installment": -1,
	"instalments": -1, "installments": -1, "released": -1, "disbursed": -1, "booking": -1, "remaining": -1, "alone": -1, "already": -1, "upfront": -1,
}

// ofWhole is a claim of a known share of an amount as one of the whole.
func (cl Claim) ofWhole() Claim {
	if cl.share > 0 {
		cl.low, cl.high = cl.low/cl.share, cl.high/cl.share
	}
	return cl
}

// isAmount reports whether a mention can be money at all: named money, or a bare
// number where an amount was asked for and nothing else is counted.
func (a *answer) isAmount(m *measure.Mention, asked attribute) bool {
	if m.Kind == measure.Money {
		return true
	}
	if m.From > 0 && a.words[m.From-1].Text == "from" && a.has(m.To, a.clauseOf(m.From).to, "to") {
		return false // "from sixty to one forty": what it was
	}
	switch {
	case asked == noAttribute && m.Low < 1000 && m.Per != "hour", m.Ordinal, a.writtenYear(m), m.Low < 1:
		return false
	case !a.bare(m), m.Low < 1000 && m.Per != "hour" && !a.shorthand(m, asked):
		return false
	}
	for i := m.From - 1; m.Low < 3000 && i >= max(m.From-3, 0) && !a.words[i+1].Breaks; i-- {
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
	if asked != noAttribute && m.From-cl.from <= 1 && a.has(m.To, m.To+1, "of", "for", "in", "on") && m.To+1 < len(a.words) && amountCues[a.words[m.To+1].Text] != noAttribute {
		return true // "eighteen of tuition"
	}
	ends := m.To == len(a.words) || a.words[m.To].Breaks || a.has(m.To, m.To+1, "is", "a", "per", "base", "plus", "each", "every", "gross", "annually", "yearly", "monthly", "even", "flat", "exactly", "exact", "altogether", "total", "all", "net", "hourly", "weekly", "before", "after", "and", "with", "fixed", "guaranteed", "minus", "clean", "something") || a.terms[m.To].is(mSpeech)
	if asked == aIncome || asked == aSponsorIncome {
		return (ends || m.From-cl.from <= 1 && slices.Contains(afterAmount, a.words[m.To].Text)) && m.Low >= 10
	}
	of := amountCues[a.words[cl.from].Text]
	if of == noAttribute && a.has(cl.from, cl.from+1, "the", "my") {
		of = amountCues[a.words[min(cl.from+1, m.From)].Text]
	}
	if asked == aCost && m.Low >= 2 && ends && (of == aTuition || of == aFee || of == aLiving) && m.From-cl.from <= 4 {
		return true // "fees is thirty-five and living twenty"
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
var afterAmount = []string{"for", "per", "a", "an", "in", "and", "or", "plus", "of", "is", "only", "now", "total", "from", "to", "at", "before", "after", "base", "gross", "net", "each", "every", "with", "but", "which", "that", "including", "as", "by", "on", "the", "my", "saved", "annually", "yearly", "monthly", "biweekly", "fortnightly", "maximum", "minimum", "something", "more", "less", "so", "because", "already", "altogether", "i", "we", "he", "she", "it", "they", "all", "approximately", "tuition", "living", "if", "this", "then", "not", "minus", "roughly", "max", "fixed", "guaranteed", "clean", "something", "even", "flat", "straight", "exactly", "exact", "per", "yearly"}

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
