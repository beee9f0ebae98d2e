package scoring

import "github.com/viceconsul/viceconsul/interview/transcript/measure"

// A lasted value is a length of time until today that an answer gives without being
// asked for it: "I have fourteen years in that company". Its clause names what it is
// the length of.
type lasted struct {
	path string
	noun map[string]bool // one stands in the clause
	not  map[string]bool // none does
}

var lastedValues = []lasted{
	{path: "h1b.experience_years", noun: set("experience profession field industry domain"), not: set("required requires minimum need needs")},
	{path: "jw.degree_and_experience.years_experience", noun: set("experience profession field industry"), not: set("required requires minimum need needs")},
	{path: "identity.residence_since", noun: set("live living lived resident residing reside settled"), not: set("us usa america")},
	{path: "employment.business.since", noun: set("business shop store trade"), not: set("company firm work working")},
	{path: "employment.start_date", noun: set("company firm bank office hospital clinic school factory ministry department post employer job organisation organization institute restaurant hotel mill plant"),
		not: set("experience study studied studying student visa loan married us usa america rule profession field industry contract bond leave account business")},
}

// lastedClaims finds lengths until today nobody asked for, of fields that no claim is
// about yet.
func (c *Case) lastedClaims(a *answer, out []Claim) []Claim {
	for i := range a.mentions {
		m := &a.mentions[i]
		if m.Kind != measure.Duration || m.Unit != "year" && m.Unit != "month" {
			continue
		}
		cl := a.clauseOf(m.From)
		if !cl.plain() || cl.negated || cl.hedged || cl.other || a.howOften(m) || a.otherCountry(cl) || a.otherJob(cl) || !a.lasting(cl) && !a.has(m.To, m.To+2, "experience") {
			continue
		}
		for v := range lastedValues {
			row := &lastedValues[v]
			if !c.declares(row.path) || !a.anyWord(cl.from, cl.to, row.noun) && !(row.path == "employment.start_date" && c.namesEmployer(a, cl)) || a.anyWord(cl.from, cl.to, row.not) {
				continue
			}
			k := a.claim(kindDuration, row.path, cl, m.From, m.To)
			k.low, k.high, k.about, k.unit, k.bound = m.Low, m.High, m.About, m.Unit, a.boundOf(m)
			if !claimed(out, k) {
				out = append(out, k)
			}
			break
		}
	}
	return out
}

// namesEmployer reports whether the sentence of a clause names the declared employer
// before it is over: "at Lima Motors, more than eight years already".
func (c *Case) namesEmployer(a *answer, cl *clause) bool {
	for i := cl.to - 1; i >= 0 && a.clauseOf(i).sentence == cl.sentence; i-- {
		if c.startsEmployer(a.words[i].Text) {
			return true
		}
	}
	return false
}

// lasting reports whether a clause tells of what goes on today: in the present or the
// perfect.
func (a *answer) lasting(cl *clause) bool {
	return a.anyWord(cl.from, cl.to, goingOn) && cl.marks&mSoon == 0 && !a.has(cl.from, cl.to, "will", "had", "did", "ago", "when")
}

// goingOn are the words of what goes on, or has gone on until today.
var goingOn = set("already have has i've i'm am is it's been since make makes completed completing live working")
