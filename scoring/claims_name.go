package scoring

import (
	"slices"
	"strings"

	"github.com/viceconsul/viceconsul/interview/transcript"
)

// A reading is the names of an answer in the light of the roles its line asks for.
type reading struct {
	c       *Case
	a       *answer
	asked   []*role
	touched []*role // that the question is about besides
	names   []naming
	given   []part // the role each name is given by the answer's own words
	out     []Claim
}

// nameClaims finds who an answer says plays the roles of the case: what it names to
// a line that asks, and what it names in so many words.
func (c *Case) nameClaims(a *answer, out []Claim) []Claim {
	r := reading{c: c, a: a, asked: a.roles, out: out}
	r.touched = c.touchedRoles(a, r.asked)
	if len(r.asked) == 0 && len(c.names) == 0 {
		return out
	}
	r.names = c.namings(a)
	r.given = make([]part, len(r.names))
	for i := range r.names {
		r.given[i] = a.partOf(&r.names[i])
	}
	for i := range r.names {
		r.read(i)
	}
	for _, ro := range slices.Concat(r.asked, r.touched) {
		r.details(ro)
		if !r.told(ro.path) {
			r.unnamed(ro)
		}
	}
	return r.out
}

// told reports whether a claim on a field is there already.
func (r *reading) told(path string) bool {
	return slices.ContainsFunc(r.out, func(k Claim) bool { return k.Field == path && (k.kind == kindName || k.kind == kindList) })
}

// read makes the claims of one name.
func (r *reading) read(i int) {
	n, p := &r.names[i], r.given[i]
	if !n.cl.plain() {
		return
	}
	for _, at := range n.declared {
		r.declaredSaid(i, &r.c.names[at])
	}
	if role := r.roleOf(n, p); role != nil && !r.plays(n, role) {
		r.otherSaid(i, role)
	}
}

// plays reports whether a name is the declared one of a role.
func (r *reading) plays(n *naming, ro *role) bool {
	return slices.ContainsFunc(n.declared, func(at int) bool { return r.c.names[at].role == ro })
}

// declaredSaid notes a declared name where it belongs: to a line that asks for it, in
// its role by the answer's words, or written as a name elsewhere.
func (r *reading) declaredSaid(i int, d *declaredName) {
	n, p, a := &r.names[i], r.given[i], r.a
	asked := slices.Contains(r.asked, d.role) || slices.Contains(r.touched, d.role)
	given := slices.Contains(p.roles, d.role)
	if (d.path == "employment.employer" || d.path == "h1b.petitioner") && a.has(n.to, n.cl.to, "customer", "customers", "client", "clients", "supplier", "suppliers", "buyer", "buyers") && a.is(n.to, n.cl.to, mMine) {
		return // who one only does business with
	}
	if !asked && !given && !r.mentions(n, d) || r.reasonOnly(i, d) || !given && r.givenAnother(i, d.role) {
		return
	}
	k := a.claim(kindName, d.path, n.cl, n.from, n.to)
	k.word, k.asked, k.Negative = "same", asked, false
	k.low = float64(d.item)
	if !d.role.past && (a.left(n) || p.former) {
		k.word = "left"
		if !asked && !given {
			return
		}
	}
	if d.role.list {
		k.kind = kindList
	}
	r.out = append(r.out, k)
}

// reasonOnly reports whether a declared name is said only in the reason why another one
// was put forward, or as where that one sends its people: "Corvin, because Alder was late".
func (r *reading) reasonOnly(i int, d *declaredName) bool {
	n, a := &r.names[i], r.a
	why := a.has(n.cl.from, n.cl.from+1, "because", "since", "as", "although", "though", "while", "than", "instead")
	placed := a.has(n.cl.from, n.from, "place", "placed", "deploy", "deployed", "send", "sent")
	if !why && !placed {
		return false
	}
	return slices.ContainsFunc(r.names[:i], func(o naming) bool {
		return len(o.declared) == 0 && (placed || o.cl.sentence == n.cl.sentence) && o.sortFor(d.role) && a.stands(&o, d.role)
	})
}

// givenAnother reports whether the answer's own words give a role to another name than
// the i-th: "Elmhurst took me. Fort Mercer only gave an interview."
func (r *reading) givenAnother(i int, ro *role) bool {
	for j := range r.names {
		n, p := &r.names[j], r.given[j]
		if j != i && len(n.declared) == 0 && !p.former && slices.Contains(p.roles, ro) && n.cl.plain() && !n.cl.negated && n.sortFor(ro) && !r.a.ofAnother(n) {
			return true
		}
	}
	return false
}

// mentions reports whether a declared name that nobody asked for is said as a fact of
// its role, in the first role it plays.
func (r *reading) mentions(n *naming, d *declaredName) bool {
	a := r.a
	if d.role.list && !a.asks(d.path) || d.path == "ties.return_role" && !a.asks(d.path) && !a.is(0, len(a.terms), mReturn) {
		return false
	}
	if !a.properAt(n.from) || n.cl.negated || a.ofAnother(n) || n.cl.marks&mPast != 0 && !d.role.past {
		return false
	}
	return d.path != "employment.business" || len(n.declared) == 1
}

// roleOf is the role a name is put forward for: the one the answer's words give it,
// or, where it stands as the answer, the first asked one it can play.
func (r *reading) roleOf(n *naming, p part) *role {
	if p.former {
		for _, ro := range r.asked {
			if ro.past && n.sortFor(ro) {
				return ro
			}
		}
		return nil
	}
	for _, ro := range r.asked {
		if slices.Contains(p.roles, ro) && n.sortFor(ro) {
			return ro
		}
	}
	for _, ro := range p.roles {
		if ro.path == "employment.employer" && !p.post && !(n.body && r.a.has(n.cl.from, n.from, "now", "currently", "presently", "still", "moved", "shifted", "transferred", "switched")) {
			continue
		}
		if f := r.c.fact(ro.path); f != nil && !f.none && n.sortFor(ro) && !ro.list && !n.alone && len(n.declared) == 0 {
			return ro
		}
	}
	if slices.ContainsFunc(p.roles, func(ro *role) bool { return r.c.fact(ro.path) != nil }) {
		return nil // it is given a role that nobody asked for
	}
	for _, ro := range r.asked {
		if n.sortFor(ro) {
			return ro
		}
	}
	return nil
}

// sortFor reports whether a name can be that of one who plays the role.
func (n *naming) sortFor(ro *role) bool {
	switch {
	case n.person:
		return ro.sort&sortPerson != 0
	case n.body:
		return ro.sort&sortBody != 0
	}
	return true
}

// otherSaid notes a name that is not the declared one of its role.
func (r *reading) otherSaid(i int, ro *role) {
	n, p, a := &r.names[i], r.given[i], r.a
	given := slices.Contains(p.roles, ro)
	asked := slices.Contains(r.asked, ro)
	if len(n.declared) > 0 && (ro.list || !given) && !r.confused(n, ro) {
		return // another role's
	}
	if n.to-n.from == 1 && a.is(n.from, n.to, mFunds|mSaved) {
		return // "my savings" is nobody's name
	}
	if a.has(n.from, n.from+1, "another", "new", "next", "other", "different", "same") || ro.sort&sortPerson == 0 && !n.body && a.describedBy(n.from, n.to) {
		return // "residency in internal medicine at ..."
	}
	if n.cl.negated && n.cl.not < n.from || a.ofAnother(n) && !a.has(n.cl.from, n.cl.to, "me", "my", "us") {
		return
	}
	if !ro.past && (a.wasOnly(n) || a.left(n)) {
		return
	}
	if r.siteOnly(n, ro) || r.declaredElsewhere(n, ro) || !ro.list && a.has(n.to, min(n.to+4, n.cl.to), "too", "also") {
		return
	}
	if !given && (!a.stands(n, ro) || !a.namedFor(n) || a.agrees() && !a.turnedFrom() && r.c.lineNames(a, ro)) {
		return
	}
	if r.partlySame(n, ro) || r.placeOnly(n, ro) || r.titled(ro) {
		return
	}
	k := a.claim(kindName, ro.path, n.cl, n.from, n.to)
	k.word, k.asked, k.Negative = "another", asked, false
	if ro.list {
		k.kind, k.low = kindList, -1
	}
	r.out = append(r.out, k)
}

// siteOnly reports whether a name told to "where do you work?" may be that of the place,
// or of a client there, instead of the petitioner's.
func (r *reading) siteOnly(n *naming, ro *role) bool {
	a := r.a
	if ro.path != "h1b.petitioner" || a.lineHas(firmAsks) {
		return false
	}
	f := r.c.fact("h1b.third_party_placement")
	placedOut := r.c.declares("h1b.end_client") || r.c.declares("h1b.vendor_chain") || f != nil && f.value().Bool
	return placedOut || !a.opensWith("where") || !n.body && !a.has(n.from-1, n.from, "for", "with", "at")
}

// declaredElsewhere reports whether a name is told of in what is declared of the way
// back, or is part of a declared place: the hospital one returns to is not the one of
// the training, and "Mackinac" not the inn on Mackinac Island.
func (r *reading) declaredElsewhere(n *naming, ro *role) bool {
	for i := range r.c.facts {
		f := &r.c.facts[i]
		place := f.field != nil && f.field.Class == transcript.ClassPlace && !n.body
		if f.path == ro.path || !place && f.path != "ties.return_role" && f.path != planAfter && f.path != "ties.obligations" {
			continue
		}
		all := true
		for i := n.from; i < n.to; i++ {
			all = all && f.has(r.a.words[i].Text)
		}
		if all {
			return true
		}
	}
	return false
}

// titled reports whether the case declares only the rank of who plays a role: any name
// may be that of the "Director of Data".
func (r *reading) titled(ro *role) bool {
	return ro.sort == sortPerson && slices.ContainsFunc(r.c.names, func(d declaredName) bool {
		return d.role == ro && len(d.name.title) > 0 && len(d.name.marks) == 0
	})
}

// namedFor reports whether a name answers a line that asks for no name in so many
// words: it has the noun of a body, or "at" or "for" leads to it. "With" can lead to
// what one works with.
func (a *answer) namedFor(n *naming) bool {
	if n.alone && n.to < len(a.words) && a.words[n.to].Breaks && len(a.ask) > shortLine && !a.lineHas(namers) && (a.ordinary(n.from) || !a.has(n.to, n.to+1, "the", "a", "an", "in")) {
		return false // "Whatever, there are hotels everywhere"
	}
	return a.lineHas(namers) || a.polarLine() || n.body || n.person || n.from > 0 && a.has(n.from-1, n.from, "at", "for", "called", "is", "under") && (n.to-n.from > 1 || a.anyWord(n.cl.from, n.from, postVerbs)) || !a.lineHas([]string{"do"})
}

// postVerbs are the verbs of what one does where one works, before the name of the place.
var postVerbs = set("work working employed job am i'm serve serving sell selling wait waiting cook cooking bake teach teaching help helping clean cleaning drive driving manage managing assist assisting repair guard deliver pack pour")

// ofAnother reports whether the clause of a name is about somebody who is named
// before it: "my cousin is at Ravenna Power".
func (a *answer) ofAnother(n *naming) bool {
	if !n.cl.other || n.cl.who&pHuman == 0 || a.opened(n.cl.from, n.from) || n.person && n.from > 0 && (a.terms[n.from-1].party&pHuman != 0 || a.has(n.from-1, n.from, "called", "named")) {
		return false
	}
	if n.cl.inherits || oneOfThem[a.words[n.cl.from].Text] {
		return !n.person
	}
	for i := n.cl.from; i < n.from; i++ {
		if t := a.terms[i]; t.party&pHuman != 0 || t.is(mThey) {
			return true
		}
	}
	return false
}

// confused reports whether a body declared in another role, named for this one, is
// taken for it: the client named as the employer is the heart of a petition.
func (r *reading) confused(n *naming, ro *role) bool {
	a := r.a
	if ro.path == "f1.school" && (a.asks("f1.schools_applied") || a.lineHas([]string{"else", "other", "why", "not"})) {
		return false
	}
	for _, at := range n.declared {
		d := r.c.names[at].path
		for _, pair := range mistaken {
			if pair.asked == ro.path && pair.named == d && !r.a.has(n.cl.from, n.cl.to, strings.Fields(pair.place)...) && r.a.stands(n, ro) &&
				(pair.line == "" || r.a.lineHas(strings.Fields(pair.line))) {
				return true
			}
		}
	}
	return false
}

// mistaken are pairs of roles that an answer may confuse, the asked one first, with
// words that put the named body back in its own place, and words of which the line must
// have one where it could ask for either.
var mistaken = []struct{ asked, named, place, line string }{
	{"h1b.petitioner", "h1b.end_client", "client project site customer through via", asksFirm},
	{"h1b.petitioner", "h1b.vendor_chain", "vendor client contract between middle through via", asksFirm},
	{"h1b.petitioner", "h1b.previous_employers_us", wasBefore, ""},
	{"h1b.petitioner", "employment.employer", wasBefore + " now present presently currently today still here home", "petitioner petition going will filed sponsor sponsoring"},
	{"employment.employer", "employment.previous", wasBefore, ""},
	{"jp.program", "jp.us_clinical_history", wasBefore + " observership observed observer elective rotation rotated shadowed visited interview interviewed research know knew letter", "matched match program programme took residency"},
	{"f1.school", "f1.schools_applied", "applied apply other also admitted accepted refused rejected waiting too offer offered offers took but than near instead", "going go headed where which what off"},
	{"j1.sponsor", "jw.employer", "host employer work job training place", ""},
	{"j1.sponsor", "j1.host", "host employer work job training place", ""},
}

// asksFirm are words of a line that asks for the petitioner, not for where the work is
// done.
const asksFirm = "employer employer's petitioner who who's whom whose company company's firm firm's name filed salary pays paying paid payroll sponsor sponsoring registered same for"

var firmAsks = strings.Fields(asksFirm)

// wasBefore are words that put a named body in the past.
const wasBefore = "before previous previously until till left former formerly was were worked last earlier joined then from first since resigned changed"

// partlySame reports whether a name shares a telling word with the declared one, and
// has none of its own: a person of that family name, a body of nearly that name. It
// may be the same.
func (r *reading) partlySame(n *naming, ro *role) bool {
	for i := range r.c.names {
		d := &r.c.names[i]
		if d.role != ro {
			continue
		}
		hits, strangers := d.name.compare(r.a, n.from, n.to)
		if hits > 0 && (d.name.person || d.name.wholeIn(r.a, n.from, n.to) || strangers == 0 && !d.name.shortOf(r.a, n.from, n.to)) {
			return true
		}
	}
	return false
}

// placeOnly reports whether a name says only what the declared text says too, or a
// place: "the Toledo hospital".
func (r *reading) placeOnly(n *naming, ro *role) bool {
	f := r.c.fact(ro.path)
	for i := range r.c.names {
		if d := &r.c.names[i]; d.role == ro && d.name.shortOf(r.a, n.from, n.to) {
			return false
		}
	}
	noun := false
	for j := n.from; j < n.to; j++ {
		w := r.a.words[j].Text
		declared := f != nil && f.has(w)
		noun = noun || heads[w] || trade[w] || j > n.from && r.a.stateSchool(j)
		switch {
		case declared, small[w], honorifics[w]:
		case tellers[w], r.a.inPlace(j) && r.a.nounIn(n.from, n.to):
			return false
		case !r.a.inPlace(j) && !heads[w] && !legal[w] && !generic[w] && !trade[w]:
			return false
		}
	}
	return !noun || !r.a.composed(n.from, n.to) || f != nil && f.has(r.a.words[n.from].Text)
}
