package scoring

import "github.com/viceconsul/viceconsul/interview/transcript/measure"

// What a clause tells by its own subject and verb, beside the officer's line, of the
// number that stands in it.

// anybodys reports whether a number before word to is told of nobody in particular:
// "a doctor there can make", "people earn".
func (a *answer) anybodys(cl *clause, to int) bool {
	if anyIs(a.terms[cl.from:to], mI|mMine) {
		return false
	}
	for i := cl.from; i < to; i++ {
		if atLarge[a.words[i].Text] {
			return a.anyWord(i+1, to, earning)
		}
	}
	return false
}

// atLarge are the words that open a subject which is nobody in particular.
var atLarge = set("a an any every most many some other people everybody everyone others somebody someone anyone doctors nurses engineers teachers students residents colleagues friends workers")

// earning are the verbs of what somebody gets for work.
var earning = set("make makes made earn earns earned get gets got receive receives paid")

// occasions are what has a day of its own that is no day of the journey.
var occasions = newWordTable(set("marriage wedding ceremony engagement funeral birthday anniversary exam exams examination surgery operation delivery graduation convocation festival reunion baptism christening concert match party appointment christmas eid diwali ramadan easter"))

// ofOccasion reports whether the subject of a clause is an occasion, and what stands
// at word to is its time: "my son's marriage is in September".
func (a *answer) ofOccasion(cl *clause, to int) bool {
	occasion := false
	for i := cl.from; i < to; i++ {
		switch w := a.words[i].Text; {
		case occasions.at(w):
			occasion = i == cl.from || !occasionLinks[a.words[i-1].Text]
		case a.terms[i].is(mI) && w != "my" && w != "our":
			return false
		case occasion && standsAt[w]:
			return true
		}
	}
	return false
}

// occasionLinks make an occasion a limit or an aim: "for the wedding".
var occasionLinks = set("for after before until till to")

// standsAt are the verbs that give an occasion its time.
var standsAt = set("is are will be was falls starts start begins begin takes happens comes lasts last ends")

// toldThen reports whether what stands at word to is something said, thought or meant
// at another time: "that time I told I will stay six months".
func (a *answer) toldThen(cl *clause, to int) bool {
	if a.anyWord(cl.from, to, reported) {
		return true
	}
	from := cl.from
	for from > 0 && a.clauseOf(from-1).sentence == cl.sentence {
		from = a.clauseOf(from - 1).from
	}
	for i := from; i+1 < to; i++ {
		if a.words[i+1].Text == "time" && a.has(i, i+1, "that", "last", "first", "previous", "earlier") {
			return true
		}
	}
	return false
}

// reported are the verbs of what was said or meant, and not done.
var reported = set("told said wrote mentioned declared thought wanted hoped hoping intended asked requested applied")

// givenMe reports whether a clause tells what others gave, granted or allowed the
// applicant: it is the applicant's own.
func (a *answer) givenMe(cl *clause, at int) bool {
	return a.anyWord(cl.from, at, grants) && !a.anyWord(cl.from, at, officials)
}

// grants are the verbs by which others let somebody have something.
var grants = set("gave give gives given granted grant grants allowed allow allows approved approve approves signed sanctioned released offered let permitted")

// officials are those who let somebody into a country, not off work.
var officials = set("officer immigration embassy consulate airport")

// ownMoney reports whether an amount is what the applicant has: "I have twenty-six
// thousand dollars".
func (a *answer) ownMoney(m *measure.Mention, cl *clause) bool {
	return m.Kind == measure.Money && m.Per == "" && cl.who&pSelf != 0 && m.From-cl.from <= 4 && m.To == cl.to &&
		a.has(cl.from, m.From, "have", "got", "saved", "keep", "i've") && !a.gone(cl)
}

// toldOf is what an amount is of that no word says, by the verb of its clause: what
// one has is saved, what one is paid by the hour or the year is earned.
func (a *answer) toldOf(m *measure.Mention, cl *clause) attribute {
	per := m.Per
	if per == "" {
		per = a.perOf(m)
	}
	switch {
	case a.anyWord(cl.from, m.From, lessening) && cl.other && cl.who&(pFamily|pFriend) == 0:
		return aScholarship // "they waive twenty thousand"
	case a.ownMoney(m, cl):
		return aSaved
	case per == "", per == "semester", cl.who&(pFamily|pFriend) != 0 || cl.negated:
		return noAttribute
	case a.paid(m, cl) && !a.anyWord(cl.from, cl.to, bills) || a.verbless(cl) && per == "hour":
		return aIncome
	}
	return noAttribute
}

// paid reports whether the clause of an amount tells what somebody gets, and not what
// the applicant pays.
func (a *answer) paid(m *measure.Mention, cl *clause) bool {
	return a.anyWord(cl.from, m.From, paying) && !(cl.who&pSelf != 0 && a.has(cl.from, m.From, "pay", "pays", "paying", "offer"))
}

// paying are the verbs of who is paid, or pays a wage; bills are what is paid for
// instead, and lessening the verbs of what a school lets one off.
var (
	paying    = set("leaves brings bring yields pays pay paying get getting receive receiving draw drawing earn earning offer offers promise promises")
	bills     = set("rent loan house car fees fee school tuition insurance tax taxes room flat apartment hostel instalment installment")
	lessening = set("cut cuts waive waived waives reduce reduced reduces discount discounted lower lowered forgave drop dropped")
)

// saysOutright reports whether a clause says itself what its amount is, the only one
// of the answer: "the balance is nine hundred thousand".
func (a *answer) saysOutright(m *measure.Mention, cl *clause, of attribute) bool {
	has := of == aSaved && cl.who&pSelf != 0 && a.has(cl.from, m.From, "have", "got", "get")
	paid := of == aIncome && cl.who&(pFamily|pFriend) == 0 && a.paid(m, cl) && len(a.sought) == 0
	cut := of == aScholarship && a.anyWord(cl.from, m.From, lessening)
	summed := of == aCost && a.has(cl.from, cl.to, "total", "altogether", "overall", "package") && cl.who&(pFamily|pFriend) == 0
	granted := of == aLoan && a.has(cl.from, m.From, "sanctioned", "approved", "lent", "disbursed")
	plain := cut || paid || summed || granted
	if of != aSaved && of != aLoan && of != aScholarship && !plain || cl.other && !plain || cl.hedged || !has && !plain && !a.has(m.From-1, m.From, "is", "of", "are") {
		return false
	}
	for i := range a.mentions {
		if o := &a.mentions[i]; o.Kind == measure.Money && o.From != m.From {
			return false
		}
	}
	return true
}
