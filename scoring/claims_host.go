package scoring

import (
	"slices"
)

const hostTie = "us_contact.relationship"

// hostClaims finds what the host is to the applicant: kin, a friend, a business
// partner.
func (c *Case) hostClaims(a *answer, out []Claim) []Claim {
	if c.fact(hostTie) == nil || !c.asksHost(a) {
		return out
	}
	n := len(out)
	for i := range a.clauses {
		cl := &a.clauses[i]
		if !cl.plain() || cl.marks&mDontKnow != 0 {
			continue
		}
		word, from, to := a.hostTie(cl)
		if word == "" {
			continue
		}
		k := a.claim(kindHost, hostTie, cl, from, to)
		k.word, k.asked = word, true
		k.Negative = cl.negated && cl.not < to
		out = append(out, k)
	}
	if yes, to, sure := a.particles(); len(out) == n && to > 0 && a.lineKin() && a.polarLine() {
		k := a.claim(kindHost, hostTie, &clause{not: -1}, 0, to)
		k.word, k.Negative, k.Certain, k.asked = "relative", !yes, sure, true
		out = append(out, k)
	}
	return out
}

// asksHost reports whether the line asks who the host is to the applicant: by its
// words, or by the host's name.
func (c *Case) asksHost(a *answer) bool {
	if a.lineHas([]string{"where", "when", "long", "do", "does", "pay", "paying", "live", "lives"}) && !a.lineHas([]string{"know"}) {
		return false
	}
	if slices.Contains(a.own, hostTie) || a.asks(hostTie) && !a.ownLine && a.lineHas(tieAsks[1:]) {
		return true
	}
	f := c.fact("us_contact.name_or_org")
	if f == nil || !a.lineHas(tieAsks) && !a.lineKin() && !(len(a.ask) <= shortLine && a.lineHas([]string{"is"})) {
		return false
	}
	return slices.ContainsFunc(a.ask, f.named)
}

// lineKin reports whether the line takes the host for kin of the applicant's: "He is
// family?", "That's your son?"
func (a *answer) lineKin() bool {
	return a.lineIs(mKin) || a.lineHas([]string{"your"}) && slices.ContainsFunc(a.line, func(t term) bool { return t.party&pFamily != 0 })
}

// tieAsks are words by which a line asks who somebody is to the applicant.
var tieAsks = []string{"who", "who's", "know", "relation", "relationship", "related", "connection", "connected", "meet", "what"}

// tieWords are words of names that stand in other lines too.
var tieWords = set("the and university hospital company medical center centre school")

// hostTie is what a clause says the host is, with the words that say it.
func (a *answer) hostTie(cl *clause) (word string, from, to int) {
	for i := cl.from; i+2 < cl.to; i++ {
		if a.has(i, i+1, "married") && a.has(i+1, i+3, "my", "our") && slices.ContainsFunc(a.terms[i+2:min(i+4, cl.to)], func(t term) bool { return t.party&pFamily != 0 }) {
			return "relative", i, min(i+4, cl.to)
		}
	}
	for _, way := range acquaintances {
		for i := cl.from; i < cl.to; i++ {
			if n := way.at(a, cl, i); n > 0 {
				return way.word, i, i + n
			}
		}
	}
	return a.hostNoun(cl)
}

// hostNoun reads the noun that says who the host is: its head, and whose. "My
// mother's sister" is kin, "my friend's sister" is not.
func (a *answer) hostNoun(cl *clause) (word string, from, to int) {
	if !a.isNaming(cl) {
		return "", 0, 0
	}
	kin := true
	for i := cl.from; i < cl.to; i++ {
		t := a.terms[i]
		if t.is(mTheirs) && i > cl.from || t.party == 0 || a.has(i-2, i, "with", "through", "by", "via", "from", "for", "to", "and") || a.is(max(i-2, cl.from), i, mVerb) && a.has(i-2, i, "has", "have") {
			continue
		}
		owner := t.poss || a.has(i+1, i+2, "of")
		switch {
		case owner && t.party&pFamily == 0:
			kin = false
		case owner:
		case t.party&pFamily != 0 && t.party&pFriend == 0 && !t.is(mKin):
			return tieOf(kin && !a.has(i+1, i+2, "friend", "friends")), i, i + max(int(t.n), 1)
		case t.is(mKin):
			return "relative", i, i + max(int(t.n), 1)
		case t.party&pFriend != 0:
			return "friend", i, i + max(int(t.n), 1)
		}
	}
	return "", 0, 0
}

func tieOf(kin bool) string {
	if kin {
		return "relative"
	}
	return "friend"
}

// isNaming reports whether a clause only says who somebody is: "she is my aunt",
// "my cousin's place".
func (a *answer) isNaming(cl *clause) bool {
	if a.has(cl.from, cl.to, "got", "sick", "ill") {
		return false
	}
	for i := cl.from; i < cl.to; i++ {
		if w := a.words[i].Text; a.terms[i].is(mVerb|mPay) && !helping[w] && !a.terms[i].is(mI|mThey) && w != "married" && w != "call" || pastForm(w) && w != "married" {
			return false
		}
	}
	return true
}

// A tieWay is a construction by which people say how they came to know each other.
type tieWay struct {
	word  string
	verb  map[string]bool
	after map[string]bool // one of these within the next words; nil for any
	first bool            // "we" or "I" is the subject
}

// at is how many words say it at word i, 0 when they do not.
func (w *tieWay) at(a *answer, cl *clause, i int) int {
	if !w.verb[a.words[i].Text] || w.first && !a.is(cl.from, i, mI) {
		return 0
	}
	if w.after == nil {
		return 1
	}
	for j := i + 1; j < min(i+5, cl.to); j++ {
		if w.after[a.words[j].Text] {
			return j + 1 - i
		}
	}
	return 0
}

// acquaintances are the ways of coming to know a host who is not kin.
var acquaintances = []tieWay{
	{word: "business", verb: set("customer customers client clients supplier suppliers buyer buyers distributor distributors vendor importer exporter wholesaler")},
	{word: "business", verb: set("buy buys bought sell sells sold supply supplies import imports export exports distribute distributes order orders"), after: set("our us from them to")},
	{word: "friend", verb: set("met know knew known became become"), first: true, after: set("online facebook instagram internet whatsapp twitter game gaming friends close church conference school college university gym party")},
	{word: "friend", verb: set("met"), after: set("online facebook instagram internet whatsapp game gaming church gym party")},
	{word: "friend", verb: set("studied schooled worked lived grew played served attended"), first: true, after: set("together same")},
	{word: "friend", verb: set("studied worked schooled"), after: set("with")},
	{word: "friend", verb: set("roommate classmate schoolmate batchmate coursemate neighbour neighbor buddy pal flatmate housemate penpal mate student pupil teacher apprentice")},
}
