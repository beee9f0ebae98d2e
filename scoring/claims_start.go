package scoring

import (
	"slices"

	"github.com/viceconsul/viceconsul/interview/transcript/measure"
)

// startClaims finds since when the applicant is in the present post, told outright
// whatever was asked: "I joined last year only", "they hired me six months ago", "I am
// there since 2020".
func (c *Case) startClaims(a *answer, out []Claim) []Claim {
	const path = "employment.start_date"
	if c.fact(path) == nil || a.asks(usStays...) || slices.ContainsFunc(out, func(k Claim) bool { return k.Field == path }) {
		return out
	}
	for i := range a.mentions {
		m := &a.mentions[i]
		if m.Kind != measure.Calendar || c.today.Year == 0 || m.Date.Year == 0 && m.Date.Month == 0 {
			continue
		}
		cl := a.clauseOf(m.From)
		if !cl.plain() || cl.negated || cl.hedged || a.otherCountry(cl) || a.otherJob(cl) || a.is(cl.from, cl.to, mUS) || a.anyWord(cl.from, cl.to, noPost) || !a.startsPost(cl, m) {
			continue
		}
		k := a.claim(kindDate, path, cl, m.From, m.To)
		k.date, k.about, k.asked = m.Date, m.About, a.asks(path)
		k.word = c.edge(a, m)
		return append(out, k)
	}
	return out
}

// usStays are fields whose answers tell since when somebody was elsewhere.
var usStays = []string{"us_history.visits", "identity.residence_since", "family.us_immediate_relatives", "family.us_other_relatives", "identity.marital_status"}

// noPost are words of a clause that tells since when something else is so.
var noPost = set("live living lived married known friends sick studying study studies born visa preparing university college church club course degree class army married engaged together retired unemployed jobless residency fellowship program programme school")

// employers are words for whom people work for.
var employers = set("bank company firm hospital office factory ministry department organisation organization team shop station clinic mill plant agency authority service board")

// startsPost reports whether a clause says by its verb that the applicant entered a post,
// or is in it since, at a mention.
func (a *answer) startsPost(cl *clause, m *measure.Mention) bool {
	for i := cl.from; i < m.From; i++ {
		w := a.words[i].Text
		switch {
		case w == "hired" || w == "employed" || w == "recruited" || w == "appointed":
			return a.has(i+1, i+2, "me")
		case w == "joined" && a.is(cl.from, i, mI):
			return i+1 == m.From || a.has(i+1, i+2, "them", "there", "here", "it", "in", "only", "on", "as") || a.anyWord(i+1, m.From, employers)
		case (w == "started" || w == "began") && a.is(cl.from, i, mI):
			return a.has(i+1, m.From, "there", "here")
		case w == "since" && a.is(cl.from, i, mI):
			return a.has(cl.from, i, "am", "i'm", "been") && a.has(cl.from, i, "there", "with") && !a.is(cl.from, i, mKin)
		}
	}
	return false
}
