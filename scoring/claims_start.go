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
		if !cl.plain() || cl.negated || cl.hedged || a.otherCountry(cl) || a.otherJob(cl) || a.is(cl.from, cl.to, mUS) || a.anyWord(cl.from, cl.to, noPost) || !c.startsPost(a, cl, m) {
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

// employers are words for whom people work for, and for what they do there.
var employers = set("bank company firm hospital office factory ministry department organisation organization shop station clinic mill plant agency authority service board job post position school university institute")

// besidePost are words of a clause that tells since when something else is so than the
// post itself: a duty, a rank, a team, an earlier or other contract. The post began
// before them.
var besidePost = set("also promoted promotion became become made head lead leading leads chief acting charge coordinate coordinating coordinator manage managing supervise supervising team moved transferred shifted transfer temporary short renewed extended permanent confirmed probation additional extra responsible director manager rank grade part-time project client branch unit")

// entering are the verbs of coming to an employer, with whether they need to name it.
var entering = map[string]bool{"joined": false, "entered": false, "started": true, "began": true, "signed": true, "got": true, "came": true, "start": true}

// startsPost reports whether a clause says by its verb that the applicant entered a post,
// or is in it since, at a mention.
func (c *Case) startsPost(a *answer, cl *clause, m *measure.Mention) bool {
	if cl.other && !a.tookMe(cl, "employment.start_date") || a.anyWord(cl.from, cl.to, besidePost) {
		return false
	}
	for i := cl.from; i < m.From; i++ {
		w := a.words[i].Text
		named, enters := entering[w]
		enters = enters && (i == cl.from || a.is(cl.from, i, mI) && !a.has(cl.from, i, "my", "our"))
		switch {
		case hiring[w]:
			if a.has(i+1, i+2, "me", "us") {
				return true
			}
		case enters && a.has(i+1, cl.to, "contract", "contracts"):
			return false // another one
		case enters && w == "got":
			return a.has(i+1, i+2, "this", "the", "my", "that") && a.has(i+2, i+3, "job", "post", "position", "appointment")
		case enters && named && !a.has(i+1, i+2, "there", "here", "it", "at", "with", "in", "to", "for", "this", "my", "work", "working"):
			return false // something else was begun or signed
		case enters && w != "came" && a.has(i+1, m.From, "there", "here", "it"):
			return true
		case enters:
			return !named && i+1 == m.From || !named && a.has(i+1, i+2, "in", "only", "on", "as", "just", "them") || c.ofEmployer(a, i+1, cl.to)
		case w == "since" && !a.is(cl.from, i, mKin):
			return a.has(cl.from, i, "am", "i'm", "been", "are", "we're", "work", "working", "serve", "serving", "have") && (a.has(cl.from, i, "there", "with") || c.ofEmployer(a, cl.from, i))
		}
	}
	return false
}

// ofEmployer reports whether some words stand for the present employer: by its name, as
// "them" whom one is with, or as a post or place of work pointed at.
func (c *Case) ofEmployer(a *answer, from, to int) bool {
	for i := from; i < to; i++ {
		w := a.words[i].Text
		if w == "them" && a.has(i-1, i, "with", "for", "to", "at") || employers[w] && a.has(i-2, i, "this", "same", "the", "my", "present", "current", "our", "that") {
			return true
		}
		if c.startsEmployer(w) {
			return true
		}
	}
	return false
}

// startsEmployer reports whether the name of the declared employer begins with a word.
func (c *Case) startsEmployer(w string) bool {
	for at := range c.names {
		if n := &c.names[at]; n.path == "employment.employer" && len(n.name.marks) > 0 && n.name.marks[0] == w {
			return true
		}
	}
	return false
}
