package scoring

import (
	"slices"
	"strings"
)

// details reads what an answer says of those who play a role besides their names: how
// a school decided, what was done at a hospital, which sort of body gives the money.
func (r *reading) details(ro *role) {
	f := r.c.fact(ro.path)
	if f == nil || f.none && ro.path != "jp.us_clinical_history" {
		return
	}
	switch ro.path {
	case "f1.schools_applied":
		r.results(ro, f)
	case "jp.us_clinical_history":
		r.clinicKinds(ro, f)
	case "finance.scholarship":
		r.givers(ro, f)
	case "employment.previous":
		r.itemNamed(ro, f)
	case "j1.sponsor":
		r.sponsoredBy(ro, f)
	}
}

// results compares how a school is said to have decided with how it did.
func (r *reading) results(ro *role, f *fact) {
	a := r.a
	if r.noneRefused(ro, f) || r.onlyOne(ro, f) {
		return
	}
	at := r.itemOfLine(ro)
	for i := range a.clauses {
		cl := &a.clauses[i]
		for n := range r.names {
			for _, d := range r.names[n].declared {
				if r.names[n].cl == cl && r.c.names[d].role == ro {
					at = r.c.names[d].item
				}
			}
		}
		said := a.decision(cl)
		if at < 0 || said == "" || !cl.plain() {
			continue
		}
		v, ok := f.items[at].part("result")
		if !ok || v.Text != "admitted" && v.Text != "refused" || v.Text == said && (len(r.names) > 0 || r.told(ro.path)) {
			continue
		}
		k := a.claim(kindList, ro.path, cl, cl.from, cl.to)
		if k.word, k.asked = "amiss", true; v.Text == said {
			k.word = "so"
		}
		r.out = append(r.out, k)
		return
	}
}

// onlyOne finds that who applied to several schools is said to have applied to one: "I only
// applied to this one", "nowhere else".
func (r *reading) onlyOne(ro *role, f *fact) bool {
	a := r.a
	if len(f.items) < 2 || !slices.Contains(r.asked, ro) || a.lineHas([]string{"admitted", "accepted", "offers", "rejected", "refused"}) || r.told(ro.path) {
		return false
	}
	for i := range a.clauses {
		cl := &a.clauses[i]
		applies := a.has(cl.from, cl.to, "applied", "apply", "application", "applications")
		one := cl.marks&mOnly != 0 && a.has(cl.from, cl.to, "one", "this", "here", "it") && (applies || a.verbless(cl))
		if !cl.plain() || cl.other || cl.hedged || cl.negated && !a.has(cl.from, cl.to, "else", "other", "others", "another") || !one && !a.nowhereElse(cl) {
			continue
		}
		k := a.claim(kindList, ro.path, cl, cl.from, cl.to)
		k.word, k.asked, k.Negative = "amiss", true, false
		r.out = append(r.out, k)
		return true
	}
	return false
}

// nowhereElse reports whether a clause denies any other place: "nowhere else", "no other".
func (a *answer) nowhereElse(cl *clause) bool {
	for i := cl.from; i+1 < cl.to; i++ {
		if a.has(i, i+1, "nowhere", "no", "none", "any") && a.has(i+1, i+2, "else", "other", "others") {
			return cl.negated && cl.to-i <= 4
		}
	}
	return false
}

// noneRefused reads a no to a line that asks whether any school refused.
func (r *reading) noneRefused(ro *role, f *fact) bool {
	a := r.a
	yes, to, sure := a.particles()
	if to == 0 || !sure || yes || !a.lineHas([]string{"rejection", "rejections", "rejected", "reject", "refused", "refuse", "denied", "no"}) || !a.lineHas([]string{"any", "anyone", "anybody", "school", "schools"}) {
		return false
	}
	k := a.claim(kindList, ro.path, &clause{not: -1}, 0, to)
	if k.word, k.asked = "so", true; slices.ContainsFunc(f.items, func(item fact) bool { v, ok := item.part("result"); return ok && v.Text == "refused" }) {
		k.word = "amiss"
	}
	r.out = append(r.out, k)
	return true
}

// itemOfLine is the item of a list the officer's line names, -1 for none.
func (r *reading) itemOfLine(ro *role) int {
	for i := range r.c.names {
		d := &r.c.names[i]
		if d.role == ro && !d.name.letter && slices.ContainsFunc(r.a.ask, d.name.matches) {
			return d.item
		}
	}
	return -1
}

// decision is how a school decided by the words of a clause; "" when they do not say.
func (a *answer) decision(cl *clause) string {
	took := a.has(cl.from, cl.to, "admitted", "admit", "accepted", "accept", "took", "offered", "offer") || a.has(cl.from, cl.to, "got") && a.has(cl.from, cl.to, "into", "admission")
	refused := cl.marks&mRefused != 0 || a.has(cl.from, cl.to, "rejected", "refused")
	switch {
	case took == refused:
		return ""
	case took != cl.negated:
		return "admitted"
	}
	return "refused"
}

// itemNamed reads a yes or a no to a line that names what a declared job was: "Have you
// worked in content moderation?" of a reviewer of content.
func (r *reading) itemNamed(ro *role, f *fact) {
	a := r.a
	yes, to, sure := a.particles()
	if to == 0 || !sure || !a.polarLine() || r.told(ro.path) || a.statesNone() {
		return
	}
	for i := range f.items {
		if !slices.ContainsFunc(a.ask, func(w string) bool {
			return len(w) > 4 && !small[w] && !generic[w] && !workVerbs[w] && f.items[i].holds(w)
		}) {
			continue
		}
		k := a.claim(kindList, ro.path, &clause{not: -1}, 0, to)
		if k.word, k.asked = "amiss", true; yes {
			k.word = "so"
		}
		r.out = append(r.out, k)
		return
	}
}

// sponsoredBy finds that a body of another sort than the declared one is said to be the
// sponsor: "the hospital sponsors me, it issued the DS-2019".
func (r *reading) sponsoredBy(ro *role, f *fact) {
	a := r.a
	if r.told(ro.path) || !slices.Contains(r.asked, ro) {
		return
	}
	if host := r.c.fact("j1.host"); host != nil && strings.EqualFold(host.said, f.said) {
		return
	}
	for i := range a.words {
		cl := a.clauseOf(i)
		w := a.words[i].Text
		if !sponsorSorts[w] || !cl.plain() || cl.negated || f.holds(w) || i == cl.from || !a.has(i-1, i, "the", "my", "our", "same") {
			continue
		}
		if a.has(i+1, cl.to, "sponsor", "sponsors", "sponsored", "sponsoring", "issued", "issues", "itself") || i == cl.to-1 && i-cl.from <= 2 {
			k := a.claim(kindName, ro.path, cl, i-1, i+1)
			k.word, k.asked = "another", true
			r.out = append(r.out, k)
			return
		}
	}
}

// sponsorSorts are bodies that are no sponsor of exchanges unless one is declared so.
var sponsorSorts = set("hospital employer company restaurant hotel resort university school lab family government ministry")

// clinicKinds are the kinds of clinical time a visitor spends, by the words for each.
var clinicKinds = map[string]map[string]bool{
	"observership": set("observership observerships observed observe observing observer shadow shadowed shadowing watched watching"),
	"elective":     set("elective electives clerkship clerkships"),
	"externship":   set("externship externships extern"),
	"research":     set("research"),
}

// clinicKinds notes which of the declared kinds of clinical time an answer speaks of,
// and care for patients where only watching is declared.
func (r *reading) clinicKinds(ro *role, f *fact) {
	a := r.a
	for i, w := range a.words {
		cl := a.clauseOf(i)
		if !cl.plain() || cl.negated || cl.other && cl.who&pHuman != 0 {
			continue
		}
		if a.treats(i) && watchedOnly(f) {
			k := a.claim(kindList, ro.path, cl, cl.from, cl.to)
			k.word, k.asked = "amiss", true
			r.out = append(r.out, k)
			return
		}
		if f.none && cl.marks&(mSoon|mIf) == 0 && a.clinicKind(w.Text) && cl.who&pSelf != 0 {
			k := a.claim(kindList, ro.path, cl, i, i+1)
			k.word, k.low, k.asked = "another", -1, true
			r.out = append(r.out, k)
			return
		}
		for n := range f.items {
			v, ok := f.items[n].part("type")
			if !ok || !clinicKinds[v.Text][w.Text] {
				continue
			}
			k := a.claim(kindList, ro.path, cl, i, i+1)
			k.word, k.low, k.asked = "same", float64(n), true
			r.out = append(r.out, k)
		}
	}
}

// clinicKind reports whether a word names clinical time, other than research.
func (a *answer) clinicKind(w string) bool {
	return clinicKinds["observership"][w] || clinicKinds["elective"][w] || clinicKinds["externship"][w]
}

// watchedOnly reports whether no declared clinical time was with hands on patients.
func watchedOnly(f *fact) bool {
	return !slices.ContainsFunc(f.items, func(item fact) bool {
		v, ok := item.part("type")
		return !ok || v.Text != "observership" && v.Text != "research"
	})
}

// treats reports whether the applicant cares for patients at word i.
func (a *answer) treats(i int) bool {
	cl := a.clauseOf(i)
	switch a.words[i].Text {
	case "prescribed", "prescribing", "prescriptions", "operated", "operating", "sutured", "suturing", "injections":
		return !a.has(cl.from, cl.to, "doctor", "they", "watched", "saw")
	case "treated", "treating", "examined", "examining":
		return a.has(i, cl.to, "patient", "patients") && cl.who&^pSelf == 0
	case "seeing", "saw":
		return a.has(i, cl.to, "patients") && a.has(i, cl.to, "own", "alone", "myself", "independently")
	}
	return false
}

// givers compares the sort of body that gives a scholarship: a government is no
// university.
func (r *reading) givers(ro *role, f *fact) {
	const sorts = pGovernment | pSchool | pOrganisation | pUSCompany | pEmployer
	a := r.a
	declared := f.parties & sorts
	if v, ok := f.part("source"); ok {
		declared = 0
		for _, t := range termsOf(measureWords(v.Text)) {
			declared |= t.party & sorts
		}
	}
	if declared == 0 || r.told(ro.path) {
		return
	}
	for i, t := range a.terms {
		cl := a.clauseOf(i)
		if t.party&sorts == 0 || t.party&declared != 0 || !cl.plain() || cl.negated {
			continue
		}
		from := a.has(max(i-3, cl.from), i, "from", "by") && !a.is(cl.from, i, mI)
		gives := cl.from == i || i < cl.from+3 && a.has(i, cl.to, "gives", "gave", "awards", "awarded", "pays", "granted")
		if slices.ContainsFunc(a.terms[cl.from:cl.to], func(o term) bool { return o.party&declared != 0 }) || !from && !gives {
			continue
		}
		k := a.claim(kindName, ro.path, cl, i, i+1)
		k.word, k.asked = "another", true
		r.out = append(r.out, k)
		return
	}
}
