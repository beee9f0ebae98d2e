package scoring

import (
	"slices"
	"strings"
)

// A placeField is a field that says where something is, with the words of a line
// that ask for it.
type placeField struct {
	path   string
	line   string // one of these stands in a line that asks where
	not    string // and none of these
	abroad bool   // its places lie outside the United States
	past   bool   // what is over counts
	others bool   // where somebody else is counts
	alone  string // asked for only when this one is not declared

	asks, other []string // the words of line and not
}

func init() {
	for i := range placeFields {
		f := &placeFields[i]
		f.asks, f.other = strings.Fields(f.line), strings.Fields(f.not)
	}
}

// placeFields in the order claims are listed.
var placeFields = []placeField{
	{path: "h1b.worksites", line: "work working office sit sitting job site sites worksite worksites report project client based desk located location assigned", not: "did before last father mother studied head headquarters spouse husband wife married"},
	{path: "hp.facility_area.city_state", line: "area underserved clinic facility shortage rural hospital hpsa", not: "did like stay"},
	{path: "hp.licence.state", line: "licence license licensed", not: "home driving"},
	{path: "hp.j1_waiver.state", line: "waiver conrad recommended recommendation sponsoring", not: "live hospital licence license licensed"},
	{path: "j1.host_city", line: "host hospital train training trained lab laboratory university company internship plant residency program programme work working job resort hotel placement based located site camp vineyard", not: "did before home go-back medicine graduate after stay residence"},
	{path: "jw.host_family", line: "family host they them", not: "your did hospital", others: true},
	{path: "f1.campus", line: "university school campus college study studying studies program programme classes institute", not: "did other bachelor bachelor's"},
	{path: "f1.campus", line: "live living town", not: "did your now", alone: "trip.us_address"},
	{path: "us_contact.city_state", line: "meeting meetings held plant factory their contact company visiting invited inviting inviter supplier partner client host based", not: "hear did stay head headquarters", others: true},
	{path: "trip.us_address", line: "hotel airbnb stay staying sleep live living address lodge lodging accommodation house housing put residing apartment", not: "now did passport", others: true},
	{path: "trip.places", line: "visit visiting see seeing go going route itinerary travel travelling traveling cities places destination destinations tour land list", not: "did back home after other other's last stay staying live living sleep", others: true},
	{path: "other_travel.countries_5y", line: "countries abroad travelled traveled overseas outside foreign stamps", not: "said us america states back live lived why reside residence permanent refused nationality citizen study family relatives siblings brother brothers sister sisters son sons daughter daughters", abroad: true, past: true},
	{path: "identity.country_of_residence", line: "home live living lived reside resident residing residence", not: "place got will last there before two parents campus grow back bring after keeps", abroad: true},
	{path: "jp.last_permanent_residence", line: "two permanent owe return obligation requirement last", not: "contact job visit relatives", abroad: true},
	{path: "jp.statement_of_need", line: "letter statement need ministry", abroad: true},
	{path: "jp.medical_school.country", line: "medical medicine graduate graduated mbbs md degree school study studied", not: "master's us", abroad: true, past: true},
	{path: "identity.nationality", line: "passport nationality citizen citizenship national", not: "other another second lost old photo us american sponsor", abroad: true},
	{path: "identity.other_nationalities", line: "passport nationality citizen citizenship", not: "lost old photo us american sponsor", abroad: true, others: true},
	{path: "family.spouse.location", line: "husband wife spouse", not: "will meet met", others: true},
	{path: "family.siblings.location", line: "brother brothers sister sisters siblings", not: "study", others: true},
}

// asksWhere are the words of a line that asks for a place.
var asksWhere = strings.Fields("where where's whereabouts city cities town state country countries address located location based place places route itinerary destination destinations region states part side abroad overseas worksite worksites campus hotel")

// namedPlaces are lines that ask for a place by other words than where, all words
// of one entry in them.
var namedPlaces = []struct {
	path string
	line []string
}{
	{"f1.campus", []string{"city campus"}},
	{"jp.medical_school.country", []string{"which school", "what school", "which medical", "what medical", "which university"}},
	{"jp.statement_of_need", []string{"country go back two"}},
	{"other_travel.countries_5y", []string{"travelled before", "traveled before", "travelled five", "traveled five", "trips abroad", "been abroad", "where been years", "countries visited", "countries you've", "ever travelled", "ever traveled"}},
	{"identity.nationality", []string{"passport hold", "which passport", "what passport", "your nationality", "what nationality", "which nationality", "citizen of"}},
	{"identity.other_nationalities", []string{"other nationality", "another nationality", "second nationality", "other passport", "another passport", "second passport", "other citizenship", "another citizenship", "second citizenship", "passport hold", "dual"}},
	{"trip.places", []string{"see most", "on your list", "you travel", "hospitals interviewing", "after job ends"}},
	{"hp.facility_area.city_state", []string{"area like"}},
	{"h1b.worksites", []string{"you commute", "which office", "home hybrid", "hybrid remote", "location changed", "you go office", "you in office"}},
}

// placeClaims finds the places an answer names for what the officer's line asks.
func (c *Case) placeClaims(a *answer, out []Claim) []Claim {
	for _, f := range c.placesAsked(a) {
		if f.path == "jp.medical_school.country" && slices.ContainsFunc(out, func(k Claim) bool { return k.kind == kindName && !k.partial && k.Field == whole(f.path) }) {
			continue // the school itself was named
		}
		out = c.placesOfField(a, f, out)
	}
	if c.fact("h1b.work_model") != nil && a.asksWorkModel() {
		out = a.workModel(out)
	}
	if !slices.ContainsFunc(out, func(k Claim) bool { return k.asked || k.kind != kindName }) {
		out = c.volunteeredPlaces(a, out)
	}
	return out
}

// asksWorkModel reports whether the line asks if the work is done at the office.
func (a *answer) asksWorkModel() bool {
	if a.press != nil {
		return a.asks("h1b.work_model")
	}
	words := a.lineHas([]string{"home", "hybrid", "remote", "remotely", "where", "where's", "sit", "office", "days"})
	words = words || a.lineHas([]string{"go"}) && a.lineHas([]string{"client", "client's", "hospital", "plant"})
	return words && a.asks("h1b.work_model", "h1b.worksites") || allOf(a.ask, "you go office")
}

// placesAsked are the declared places a line asks for: by its own words, else by
// the fields of the question.
func (c *Case) placesAsked(a *answer) []placeField {
	if a.opensWith("why") || a.opensWith("who") && !a.lineHas(asksWhere) {
		return nil
	}
	var worded, asked []placeField
	where, others := a.lineHas(asksWhere), a.asksWhereKin()
	for _, f := range placeFields {
		if others && !f.ofOthers() || f.alone != "" && c.fact(f.alone) != nil || c.fact(f.path) == nil || a.press != nil && !a.asks(f.path) {
			continue
		}
		switch {
		case where && a.lineHas(f.asks) && !f.bars(a), namedPlace(a.ask, f.path), a.named && listsPlaces[f.path] && slices.Contains(a.own, f.path) && !f.bars(a), slices.Contains(a.placed, f.path):
			worded = append(worded, f)
		case a.asks(f.path) && where && !f.bars(a) && !strings.HasPrefix(f.path, "family."):
			asked = append(asked, f)
		}
	}
	switch {
	case len(worded) > 0:
		return narrowest(worded, a)
	case len(asked) > 0 || !where || others:
		return asked
	}
	return c.usualPlaces(a)
}

// listsPlaces are fields that hold nothing but places, so that who asks for them asks
// where.
var listsPlaces = set("trip.places other_travel.countries_5y")

// placesNamed are the fields whose declared place a line names that asks for nothing
// but a yes or a no: "Just the Minot hospital?"
func (c *Case) placesNamed(a *answer) []string {
	if a.lineHas(aside) || a.lineHas([]string{"when", "why", "know", "family", "anyone", "anybody", "live", "lives", "living", "reside", "apartment", "weather"}) || !a.polarLine() && !slices.Contains(a.ask, "just") || slices.ContainsFunc(a.line, func(t term) bool { return t.party&(pFamily|pFriend) != 0 }) {
		return nil
	}
	var out []string
	for _, f := range placeFields {
		if f.abroad || f.others || f.alone != "" || f.path == "hp.licence.state" || f.path == "hp.j1_waiver.state" || f.bars(a) || c.fact(f.path) == nil {
			continue
		}
		if slices.ContainsFunc(placesOf(c.fact(f.path)), func(d *place) bool { return !d.whole && d.name != "" && allOf(a.ask, d.name) }) {
			out = append(out, f.path)
		}
	}
	return out
}

// usualPlaces are what a line means that asks where and no more: the places an
// interview of the category turns on. Where several are declared, those that the
// answer names; where they are one city, or one only, all of them.
func (c *Case) usualPlaces(a *answer) []placeField {
	what := a.lineHas([]string{"where", "where's", "whereabouts"}) || a.lineHas([]string{"which", "what"}) && a.lineHas([]string{"city", "town", "state", "location", "place", "places", "states", "part"})
	if !what || a.lineHas(aside) || a.press != nil || anyIs(a.line, mKin) {
		return nil
	}
	var usual, named []placeField
	var cities []*place
	for _, f := range placeFields {
		if f.abroad || f.alone != "" || strings.HasPrefix(f.path, "family.") || f.path == "hp.licence.state" || f.path == "hp.j1_waiver.state" || f.bars(a) || c.fact(f.path) == nil {
			continue
		}
		declared := placesOf(c.fact(f.path))
		usual, cities = append(usual, f), append(cities, declared...)
		if slices.ContainsFunc(c.located(a, f, declared), func(l located) bool {
			return slices.ContainsFunc(declared, func(d *place) bool { return l.at.near(d) == same })
		}) {
			named = append(named, f)
		}
	}
	if len(named) > 0 {
		return named
	}
	if severalCities(cities) {
		return c.placesWithin(a, usual)
	}
	return usual
}

// placesWithin are the fields whose place lies in a state the line itself names: "Where
// is that, in Montana?"
func (c *Case) placesWithin(a *answer, fields []placeField) []placeField {
	return slices.DeleteFunc(fields, func(f placeField) bool {
		return !slices.ContainsFunc(placesOf(c.fact(f.path)), func(d *place) bool {
			return slices.ContainsFunc(a.line, func(t term) bool { return t.place != nil && t.place.whole && t.place.us && t.place.where == d.where })
		})
	})
}

// aside are words of lines that ask where something else is or was.
var aside = strings.Fields("head headquarters who know how like did was were money salary hear heard learn learned born meet met letter passport ticket paper papers original originals photo bank country countries come comes from spouse wife husband home else degree print printed get got last before")

// asksWhereKin reports whether the line asks where somebody else is: "Where do your
// cousins study?"
func (a *answer) asksWhereKin() bool {
	kin := slices.ContainsFunc(a.line, func(t term) bool { return t.party&(pFamily|pFriend) != 0 && !t.is(mKin) })
	return kin && !a.lineHas([]string{"stay", "staying", "visit", "visiting", "with", "host"})
}

// ofOthers reports whether a field is about somebody else.
func (f *placeField) ofOthers() bool {
	return strings.HasPrefix(f.path, "family.") || f.path == "jw.host_family"
}

// bars reports whether a word of the line says that another place is meant.
func (f *placeField) bars(a *answer) bool { return a.lineHas(f.other) }

func namedPlace(line []string, path string) bool {
	return slices.ContainsFunc(namedPlaces, func(n struct {
		path string
		line []string
	}) bool {
		return n.path == path && slices.ContainsFunc(n.line, func(entry string) bool { return allOf(line, entry) })
	})
}

// narrowest leaves out the fields the question does not hold when it holds others
// that the line asks for too.
func narrowest(fields []placeField, a *answer) []placeField {
	if !slices.ContainsFunc(fields, func(f placeField) bool { return a.asks(f.path) }) {
		return fields
	}
	return slices.DeleteFunc(fields, func(f placeField) bool { return !a.asks(f.path) && !namedPlace(a.ask, f.path) })
}

// placesOfField makes claims of the places said that can be the field's.
func (c *Case) placesOfField(a *answer, f placeField, out []Claim) []Claim {
	if f.path == "identity.other_nationalities" {
		return c.otherNationalities(a, f, out)
	}
	declared := placesOf(c.fact(f.path))
	for _, l := range c.located(a, f, declared) {
		cl := a.clauseOf(l.from)
		if f.path == "other_travel.countries_5y" && a.has(cl.from, cl.from+1, "my", "our", "his", "her") && a.has(cl.from+2, cl.from+3, "has", "had", "went", "visited", "goes", "travels", "travelled", "traveled") {
			continue // "my boss has visited Canada"
		}
		if f.path == "other_travel.countries_5y" && (cl.marks&mRefused != 0 && !cl.negated || a.has(max(l.from-4, cl.from), l.from, "tried", "applied", "try", "attempted", "asked", "wanted")) {
			continue // "I tried Canada too"
		}
		if f.path == "h1b.worksites" && a.livesAt(cl, l.from) {
			continue
		}
		k := a.claim(kindPlace, f.path, cl, l.from, l.to)
		k.place, k.word, k.asked, k.partial, k.Certain = l.at, l.at.name, true, l.nearby, !cl.hedged
		out = append(out, k)
	}
	if k, ok := a.neverAbroad(f); ok {
		out = append(out, k)
	}
	return out
}

// otherNationalities finds a nationality besides the declared one, or that there is
// none: "only the Ghanaian".
func (c *Case) otherNationalities(a *answer, f placeField, out []Claim) []Claim {
	n := len(out)
	var own []*place
	if f := c.fact("identity.nationality"); f != nil {
		own = placesOf(f)
	}
	for _, l := range c.located(a, f, nil) {
		if cl := a.clauseOf(l.from); own != nil && !slices.ContainsFunc(own, func(p *place) bool { return p.where == l.at.where }) && !(cl.other && cl.marks&mVerb != 0) && !a.has(cl.from, cl.to, "visa", "live", "residence", "resident", "born") {
			k := a.claim(kindPlace, f.path, cl, l.from, l.to)
			k.place, k.word, k.asked = l.at, l.at.name, true
			out = append(out, k)
		}
	}
	if len(out) > n {
		return out
	}
	yes, to, _ := a.particles()
	other := a.lineHas([]string{"other", "another", "second", "dual"})
	for i := range a.clauses {
		cl := &a.clauses[i]
		only := cl.marks&mOnly != 0 && cl.who&^pSelf == 0
		if no := i == 0 && to > 0 && !yes && other; cl.plain() && (no || only) {
			k := a.claim(kindPlace, f.path, cl, cl.from, cl.to)
			k.Negative, k.asked = true, true
			return append(out, k)
		}
	}
	return out
}

// livesAt reports whether the place at i is where the applicant lives, and not said
// to be where the work is done.
func (a *answer) livesAt(cl *clause, i int) bool {
	home := a.has(cl.from, i, "home", "apartment", "house", "flat", "room") || a.lineHas([]string{"home"}) && !a.has(cl.from, cl.to, "office", "site")
	return home && cl.marks&mWork == 0
}

// neverAbroad finds that nobody has been anywhere: "no, this will be my first
// flight".
func (a *answer) neverAbroad(f placeField) (Claim, bool) {
	if f.path != "other_travel.countries_5y" {
		return Claim{}, false
	}
	for i := range a.clauses {
		cl := &a.clauses[i]
		no := a.words[cl.from].Text == "no" && i == 0 && cl.to-cl.from <= 3 && a.polarLine() && !a.lineHas([]string{"passport"}) && !slices.ContainsFunc(a.terms, func(t term) bool { return t.place != nil })
		left := a.has(cl.from, cl.to, "left", "leave", "travelled", "traveled", "been", "gone", "outside", "crossed", "flown") && a.is(cl.from, cl.to, mAbsolute)
		first := a.is(cl.from, cl.to, mFirst) || a.has(cl.from, cl.to, "first") && a.has(cl.from, cl.to, "flight", "trip", "travel", "time", "passport")
		if cl.plain() && !(cl.other && cl.who&pHuman != 0) && (left || first && !cl.negated || no) && !slices.ContainsFunc(a.terms[cl.from:cl.to], func(t term) bool { return t.place != nil }) {
			k := a.claim(kindPlace, f.path, cl, cl.from, cl.to)
			k.Negative, k.asked = true, true
			return k, true
		}
	}
	return Claim{}, false
}

// volunteeredPlaces finds a declared place named, exactly, where the line asks for
// something else of the same thing: the town of the hospital when its name is asked.
func (c *Case) volunteeredPlaces(a *answer, out []Claim) []Claim {
	if !slices.ContainsFunc(a.terms, func(t term) bool { return t.place != nil }) {
		return out
	}
	for _, f := range placeFields {
		group, _, _ := strings.Cut(f.path, ".")
		if f.abroad || f.past || group == "family" || f.path == "trip.places" || !slices.ContainsFunc(a.asked, func(p string) bool { return strings.HasPrefix(p, group+".") }) || c.fact(f.path) == nil {
			continue
		}
		declared := placesOf(c.fact(f.path))
		for _, l := range c.located(a, f, declared) {
			at := max(l.from-1, 0)
			if l.nearby || l.at.whole || !slices.ContainsFunc(declared, func(d *place) bool { return d.name == l.at.name }) || !a.has(at, l.from, "in", "at", "to", "of") {
				continue
			}
			k := a.claim(kindPlace, f.path, a.clauseOf(l.from), l.from, l.to)
			k.place, k.word = l.at, l.at.name
			return append(out, k)
		}
	}
	return out
}
