package scoring

import (
	"slices"

	"github.com/viceconsul/viceconsul/interview/transcript"
	"github.com/viceconsul/viceconsul/interview/transcript/measure"
)

// A kind is the way a claim is compared.
type kind uint8

const (
	kindPayer       kind = iota + 1 // who bears the cost
	kindAmount                      // money
	kindDuration                    // days
	kindDate                        // a calendar date
	kindCount                       // how many, or a score
	kindName                        // a school, company or hospital
	kindLabel                       // one of a known family: a specialty, a field of study, a job
	kindStatus                      // something is so, or is not
	kindRelative                    // a relative in the United States
	kindMarital                     // married or not
	kindChildren                    // children
	kindCompanion                   // who travels too
	kindPlace                       // where
	kindPlan                        // what comes after
	kindPurpose                     // what a visit is for
	kindList                        // some or all of a declared list of names
	kindWithheld                    // asked for and not told
	kindState                       // how far a paper, post or duty is: sought, held, over
	kindSettled                     // which of two values put before the applicant is right
	kindHost                        // who the host is to the applicant
	kindSiblings                    // brothers and sisters
	kindDependant                   // who is supported, or stays at home
	kindWhereabouts                 // where relatives are
	kindTravels                     // a relative who comes along
)

// Claim is one checkable fact of an answer.
type Claim struct {
	Field    string // profile path it speaks of
	Negative bool
	Certain  bool
	Span     transcript.Span

	kind     kind
	asked    bool    // the officer's line asks for the field
	low      float64 // amount, days or count; high equals it unless a range was said
	high     float64
	about    bool
	share    float64 // of the whole that an amount is said to be a part of; 0 for the whole, below it when nobody says how much
	bound    int     // -1 "less than", 1 "more than", 0 neither
	unit     string  // currency, or the unit of a duration as said
	per      string  // period of an amount
	date     measure.Date
	party    party
	broad    bool   // a word for many: parents, family
	word     string // what else tells it apart: a label, a name, a state
	partial  bool   // leaves something open that the declared value settles
	place    *place // the place named, of several with that name the likeliest
	years    []int
	family   *taxonomy // of a label
	way      way       // how the label was found
	past     bool      // a label told of an earlier time
	rest     bool      // the line asks about several, and this is told of one
	uncalled bool      // a label told although the line does not ask for it
	concern  *concern  // of kindState
	stages   stages    // those the words leave room for
	weak     bool      // a step on the way
	taken    bool      // an earlier value was taken back
	sole     bool      // of kindPayer: nobody else pays
}

// claimsOf takes the checkable facts out of an answer in the light of the question.
func (c *Case) claimsOf(a *answer, before []Judged) []Claim {
	if len(a.words) == 0 {
		return nil
	}
	out := make([]Claim, 0, 4)
	out = c.payerClaims(a, out)
	out = c.amountClaims(a, out)
	out = c.durationClaims(a, out)
	out = c.dateClaims(a, out)
	out = c.countClaims(a, out)
	out = c.nothingClaims(a, out)
	out = c.lastedClaims(a, out)
	out = c.volunteeredClaims(a, out)
	out = c.startClaims(a, out)
	out = c.confirmedClaims(a, out)
	out = c.nameClaims(a, out)
	out = c.labelClaims(a, out)
	out = c.statusClaims(a, out)
	out = c.familyClaims(a, out)
	out = c.idleClaims(a, before, out)
	out = c.stateClaims(a, out)
	out = c.impliedClaims(a, out)
	out = c.placeClaims(a, out)
	out = c.kinClaims(a, out)
	out = c.planClaims(a, before, out)
	slices.SortStableFunc(out, statesLast)
	if a.press != nil {
		out = a.settledClaim(out)
	}
	return c.withheldClaims(a, out)
}

// claim makes a claim from words from to to of an answer.
func (a *answer) claim(k kind, field string, cl *clause, from, to int) Claim {
	return Claim{
		Field: field, kind: k, Span: a.span(from, to),
		Negative: cl.negated, Certain: (cl.plain() || measuredKinds[k] && a.stated(cl, true)) && !cl.hedged,
		asked: a.asks(field),
	}
}

// withheldClaims notes that a checkable fact was asked for and the speaker does not
// know it: "I don't know who the client is".
func (c *Case) withheldClaims(a *answer, out []Claim) []Claim {
	if len(out) > 0 {
		return out
	}
	for i := range a.terms {
		next := i + int(a.terms[i].n)
		cl := a.clauseOf(i)
		if !a.terms[i].is(mDontKnow) || cl.marks&mUS != 0 || next < cl.to && !a.has(next, next+1, "who", "what", "which", "where", "how", "exactly", "the", "it", "yet", "about", "my", "now", "sir") {
			continue
		}
		if path := c.askedFact(a); path != "" {
			return append(out, a.claim(kindWithheld, path, cl, cl.from, cl.to))
		}
	}
	return out
}

// askedFact is the declared name, amount or place the officer's line asks for, ""
// for none.
func (c *Case) askedFact(a *answer) string {
	name := ""
	if len(a.roles) > 0 {
		name = a.roles[0].path
	}
	amount, _ := a.askedAmount()
	for _, path := range []string{name, amount} {
		if path != "" && c.fact(path) != nil {
			return path
		}
	}
	if a.asks("h1b.worksites") && c.fact("h1b.worksites") != nil && a.lineHas([]string{"where", "city", "office"}) {
		return "h1b.worksites"
	}
	return ""
}
