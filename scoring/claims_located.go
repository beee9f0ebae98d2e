package scoring

import (
	"slices"
	"strings"
)

// A located is a place said in an answer.
type located struct {
	from, to int
	at       *place
	nearby   bool // it only says what another place is near: "north of Dallas"
}

// located lists the places an answer names that can be those of a field. What is
// said of others counts only where nothing is said of the applicant, landmarks only
// where nothing else is named, and a state beside its city says which city.
func (c *Case) located(a *answer, f placeField, declared []*place) []located {
	var own, others []located
	for i := 0; i < len(a.words); i++ {
		at, n := a.placeAt(i, declared)
		if at == nil || !a.looksPlace(i, at) || a.inBody(i, n) && !isOneOf(at, declared) {
			continue
		}
		l := located{from: i, to: i + n, at: at}
		i += n - 1
		cl := a.clauseOf(l.from)
		if !a.tellsPlace(cl, f) || f.path == "hp.licence.state" && a.has(cl.from, cl.to, "apply", "applying", "applied") || a.compared(cl, l.from, f) || f.path == "trip.us_address" && a.onlyHas(cl, l.from) {
			continue
		}
		l.nearby = a.landmark(cl, l.from)
		if cl.other && cl.who&pHuman != 0 && !a.has(cl.from, cl.to, "me", "i", "us") {
			if a.has(l.from-1, l.from, "from") && f.path != "identity.nationality" {
				continue // where somebody else is from
			}
			others = append(others, l)
			continue
		}
		own = append(own, l)
	}
	own, others = a.joinStates(own, f), a.joinStates(others, f)
	if len(own) == 0 && f.others {
		own = others
	}
	if slices.ContainsFunc(own, func(l located) bool { return !l.nearby }) {
		own = slices.DeleteFunc(own, func(l located) bool { return l.nearby && !isOneOf(l.at, declared) })
	}
	return own
}

// placeAt is the place named at word i, and how many words name it: a declared one
// by its own words, or one of the gazetteer.
func (a *answer) placeAt(i int, declared []*place) (*place, int) {
	for _, d := range declared {
		n := strings.Count(d.name, " ") + 1
		if d.name == "" || i+n > len(a.words) || !begins(a.words[i:i+n], d.name) || a.terms[i].place != nil && n < int(a.terms[i].n) {
			continue
		}
		known := a.terms[i].place
		switch {
		case known == nil || known.name != d.name:
			return d, n
		case !d.us || known.cityIn(d.where) != nil || known.where == d.where:
			return known, n
		}
		ours := *d // the gazetteer has another city of this name
		ours.alike = known
		return &ours, n
	}
	if p := a.terms[i].place; p != nil && a.terms[i].n > 0 {
		return p, int(a.terms[i].n)
	}
	return nil, 0
}

// looksPlace reports whether a name that is a common word too is written as a name.
func (a *answer) looksPlace(i int, p *place) bool {
	if w := a.words[i].Text; a.has(i-1, i, "the") && strings.HasSuffix(w, "s") && w[:len(w)-1] == p.name {
		return false // "the Hendersons" are people
	}
	if !everyday[p.name] {
		return true
	}
	b := a.turn.Applicant[a.words[i].Start]
	return b >= 'A' && b <= 'Z'
}

// onlyHas reports whether the place at i is where somebody is whom the applicant has beside
// where he or she stays: "there is a hostel. I have an uncle in Michigan, but it's far".
func (a *answer) onlyHas(cl *clause, i int) bool {
	if !a.has(cl.from, i, "have", "has", "got") || !slices.ContainsFunc(a.terms[cl.from:i], func(t term) bool { return t.party&(pFamily|pFriend) != 0 }) || a.has(cl.from, cl.to, "stay", "with", "sleep", "live") {
		return false
	}
	for j := range a.words {
		if in := j >= cl.from && j < cl.to; !in && lodgings[a.words[j].Text] || j >= cl.to && a.clauseOf(j).sentence == cl.sentence && a.has(j, j+1, "but", "far", "though") {
			return true
		}
	}
	return false
}

// lodgings are where one stays without relatives.
var lodgings = set("hotel hostel motel airbnb dormitory dorm guesthouse lodge inn apartment studio")

// isOneOf reports whether a place is one of some others.
func isOneOf(p *place, all []*place) bool {
	return slices.ContainsFunc(all, func(d *place) bool { return p.near(d) == same })
}

// inBody reports whether the place of n words at i is written as part of the name of
// a body: "Lakewood Medical Center".
func (a *answer) inBody(i, n int) bool {
	if !a.properAt(i) || i+n >= len(a.words) || a.words[i+n].Breaks || !a.properAt(i+n) {
		return false
	}
	return a.nounIn(i+n, a.nameEnd(i))
}

// tellsPlace reports whether a clause tells where something is, as so. What others
// told the applicant is the applicant's answer.
func (a *answer) tellsPlace(cl *clause, f placeField) bool {
	told := cl.quoted && a.has(cl.from, cl.to, "me", "us")
	if cl.hypothetical || cl.question || cl.quoted && !told || cl.negated {
		return false
	}
	return f.past || !a.gone(cl) || told || a.has(cl.from, cl.to, "moved", "shifted", "transferred", "put", "assigned", "placed", "gave", "told", "matched", "booked", "rented", "came", "joined")
}

// compared reports whether the place at i is only compared with, or where somebody
// comes from.
func (a *answer) compared(cl *clause, i int, f placeField) bool {
	if i > cl.from && a.has(i-1, i, "like", "than", "unlike", "via", "through") {
		return true
	}
	origin := i > cl.from && a.has(i-1, i, "from") && !a.faraway(cl, i)
	return origin && !f.past && (a.has(cl.from, i, "come", "came", "am", "i'm", "comes", "are", "fly", "flight") || a.words[cl.from].Text == "from" && cl.to < len(a.words)) && f.path != "hp.licence.state" && f.path != "identity.nationality" && f.path != "jp.statement_of_need"
}

// faraway reports whether a distance is told before word i: "ten minutes from".
func (a *answer) faraway(cl *clause, i int) bool {
	return a.has(max(cl.from, i-8), i, "minutes", "minute", "hour", "hours", "miles", "mile", "km", "kilometers", "kilometres", "drive", "away", "far", "north", "south", "east", "west", "blocks", "ride")
}

// landmark reports whether the place at i only says where another one lies: "north
// of Dallas", "near Dallas".
func (a *answer) landmark(cl *clause, i int) bool {
	if a.has(i+1, i+2, "office", "site", "branch", "headquarters", "campus") {
		return false // "fifteen minutes from the Plano office"
	}
	for j := i - 1; j >= max(cl.from, i-3); j-- {
		w := a.words[j].Text
		switch {
		case landmarks[w]:
			return true
		case w == "from" || w == "to" || w == "of":
			if a.faraway(cl, j) {
				return true
			}
		case w != "downtown" && w != "the" && w != "city":
			return false
		}
	}
	return false
}

// landmarks are the words that say only what is near.
var landmarks = set("near outside close beside suburb suburbs around nearby between")

// joinStates takes a state said with a city as telling which city it is, and leaves
// out what lies on the other side: a foreign city where the field is of the United
// States, and the other way round.
func (a *answer) joinStates(all []located, f placeField) []located {
	var out []located
	var state string
	for _, l := range all {
		if p := l.at.side(true); p != nil && p.whole && p.alikeCity() == nil {
			state = p.where
		}
	}
	both := strings.HasPrefix(f.path, "family.")
	for n, l := range all {
		if !both {
			if l.at = l.at.side(!f.abroad); l.at == nil {
				continue
			}
		}
		if next := a.stateAfter(l.to); next != "" {
			l = l.inState(next)
		} else if n+1 < len(all) && all[n+1].from-l.to <= 4 && a.stateOf(all[n+1]) != "" {
			l = l.inState(a.stateOf(all[n+1]))
		} else if state != "" && l.at.in(state) != nil {
			l = l.inState(state)
		}
		out = append(out, l)
	}
	if f.abroad || both {
		return out
	}
	return slices.DeleteFunc(out, func(l located) bool { // a state whose city is named too
		return l.at.whole && slices.ContainsFunc(out, func(o located) bool { return !o.at.whole && o.at.where == l.at.where })
	})
}

// stateOf is the state a place said is, "" when it may be a city.
func (a *answer) stateOf(l located) string {
	if p := l.at.side(true); p != nil && p.whole {
		return p.where
	}
	return ""
}

// stateAfter is the state whose two letters stand at word i, in capitals.
func (a *answer) stateAfter(i int) string {
	if i >= len(a.words) || len(a.words[i].Text) != 2 || !states[a.words[i].Text] {
		return ""
	}
	w := a.words[i]
	if raw := a.turn.Applicant[w.Start:w.End]; raw != strings.ToUpper(raw) {
		return ""
	}
	return w.Text
}

// inState is the place of that name in a state.
func (l located) inState(where string) located {
	city := place{name: l.at.name, where: where, us: true}
	switch p := l.at.cityIn(where); {
	case p != nil:
		city.metro = p.metro
	case l.at.whole:
		return l
	}
	l.at = &city
	return l
}

// alikeCity is a city of the same name, nil for none.
func (p *place) alikeCity() *place {
	for ; p != nil; p = p.alike {
		if !p.whole {
			return p
		}
	}
	return nil
}
