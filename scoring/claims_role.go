package scoring

import (
	"slices"
)

// A part is the role an answer's own words give to a name: "my manager is X", "X
// hired me", "I report to X".
type part struct {
	roles  []*role // that the word can stand for; nil when the answer says none
	former bool    // "my former employer"
	post   bool    // it is where the applicant says to be what he or she is: "I'm a nurse at X"
}

// partOf finds the role the words around a name give it.
func (a *answer) partOf(n *naming) part {
	for _, find := range []func(*naming) part{a.partAfter, a.partBefore} {
		if p := find(n); p.roles != nil || p.former {
			return p
		}
	}
	return a.partOfPost(n)
}

// partOfPost reads where the applicant says to be what he or she is, or will be: "I am a
// registrar at X", "I'll be at X".
func (a *answer) partOfPost(n *naming) part {
	at := n.from
	if at > n.cl.from && a.has(at-1, at, "the") {
		at--
	}
	if n.cl.who != pSelf || n.cl.negated || n.cl.hypothetical || a.gone(n.cl) || at-1 <= n.cl.from || !a.has(at-1, at, "at", "with", "in", "for") || !n.body && n.to-n.from < 2 || a.has(n.from, n.to+1, "department", "unit", "ward", "section", "division") || n.declared != nil {
		return part{}
	}
	if a.has(at-1, at, "at") && a.has(at-2, at-1, "be") && n.body && (a.has(n.cl.from, at, "i'll") || n.cl.marks&mSoon != 0) {
		return part{roles: rolesAhead}
	}
	if !a.has(n.cl.from, n.cl.from+3, "am", "i'm") || n.cl.marks&mSoon != 0 || a.has(n.cl.from, at, "going", "joining", "starting") || a.inStates(n.cl) {
		return part{}
	}
	if !slices.ContainsFunc(jobs.find(a.words[n.cl.from:at-1]), func(h hit) bool { return h.way == byName && h.to == at-1-n.cl.from }) {
		return part{}
	}
	return part{roles: roleOfPost, post: true}
}

// roleOfPost is the role of who employs the applicant today, rolesAhead those of where he or
// she will be.
var (
	roleOfPost  = rolesOn("employment.employer")
	rolesJoined = rolesOn("f1.school")
	rolesAhead  = rolesOn("jp.program", "jw.employer")
)

func rolesOn(paths ...string) []*role {
	var all []*role
	for i := range roles {
		if slices.Contains(paths, roles[i].path) {
			all = append(all, &roles[i])
		}
	}
	return all
}

// partAfter reads what is said of a name after it: "X is my former employer", "X has
// invited me".
func (a *answer) partAfter(n *naming) part {
	var p part
	joined := false // a form of "to be" stood
	for i := n.to; i < len(a.words) && i < n.to+7 && a.clauseOf(i).sentence == n.cl.sentence; i++ {
		w := a.words[i].Text
		if a.words[i].Breaks && i > n.to+1 && !joined {
			break
		}
		switch {
		case w == "is" || w == "are" || w == "was" || w == "it's" || w == "as" || w == "be" || w == "they're" || w == "he's" || w == "she's":
			joined = true
		case formers[w]:
			p.former = p.former || joined
		case a.terms[i].is(mNot) || a.terms[i].is(mTheirs):
			return part{}
		case joined && !a.terms[i].poss:
			if p.roles = rolesCalled(w); p.roles != nil {
				p.former = p.former || a.has(n.to, i, "was")
				return p
			}
		}
		if i == n.to && a.has(i, i+1, "i'm", "i", "i'll") && a.has(i+1, min(i+3, n.cl.to), "joining", "join", "attending", "attend", "enrolling", "going") && !a.ofLater(n.cl) {
			return part{roles: rolesJoined}
		}
		if all := rolesDoing(w); all != nil && a.has(i+1, i+4, "me", "my", "us", "our") {
			return part{roles: all}
		}
		if i > n.to && (properName(a, i) || w == "and") {
			break
		}
	}
	p.former = p.former && joined
	return part{former: p.former}
}

func properName(a *answer, i int) bool { return a.properAt(i) && a.tells(i) }

// partBefore reads what leads to a name: "my supervisor there is X", "report to X".
func (a *answer) partBefore(n *naming) part {
	former := false
	for i := n.from - 1; i >= 0 && i >= n.from-6 && a.clauseOf(i).sentence == n.cl.sentence; i-- {
		w := a.words[i].Text
		switch {
		case formers[w]:
			next := a.words[i+1].Text
			former = former || i+1 == n.from || rolesCalled(next) != nil || bodyNouns[next] || next == "job" || next == "one"
		case a.terms[i].is(mTheirs) && i > 0 && i < n.from-1:
			return part{}
		}
		all := rolesBy(w)
		if called := rolesCalled(w); called != nil && !(honorifics[w] && i == n.from-1) && !(bodyNouns[w] && !a.is(i-1, i, mMine)) && !a.terms[i].poss && a.reaches(i, n.from) {
			all = append(slices.Clone(all), called...)
			former = former || i > 0 && formers[a.words[i-1].Text]
		}
		if all != nil && !a.ofOther(i) {
			return part{roles: all, former: former}
		}
		if properName(a, i) || a.words[i].Breaks && i < n.from-1 && !a.terms[i].is(mSpeech) {
			break
		}
	}
	return part{former: former}
}

// reaches reports whether only words that join a noun to its name stand between.
func (a *answer) reaches(i, to int) bool {
	for j := i + 1; j < to; j++ {
		w := a.words[j].Text
		if !joiners[w] && !a.terms[j].is(mSpeech) && !honorifics[w] && !helping[w] && !generic[w] {
			return false
		}
	}
	return true
}

// joiners stand between what somebody is and the name: "my boss there is called X".
var joiners = set("is are was be called named name name's names there here now then in this that of the a mr mrs will it its end us by which who from with going being named gonna")

// ofOther reports whether the noun at i is somebody else's: "my brother's employer".
func (a *answer) ofOther(i int) bool {
	for j := max(i-2, 0); j < i; j++ {
		if a.terms[j].is(mTheirs) || a.terms[j].poss && a.terms[j].party&pHuman != 0 {
			return true
		}
	}
	return false
}

// formers tell that a role is played no more.
var formers = set("former formerly previous previously old ex last past earlier first initial initially")

// The words of all roles, each with the roles it can stand for.
var (
	calledRoles = rolesByWord(func(r *role) string { return r.called })
	doingRoles  = rolesByWord(func(r *role) string { return r.does })
	byRoles     = rolesByWord(func(r *role) string { return r.by })
)

func rolesByWord(words func(*role) string) map[string][]*role {
	all := map[string][]*role{}
	for i := range roles {
		for w := range set(words(&roles[i])) {
			all[w] = append(all[w], &roles[i])
		}
	}
	return all
}

func rolesCalled(w string) []*role { return calledRoles[w] }
func rolesDoing(w string) []*role  { return doingRoles[w] }
func rolesBy(w string) []*role     { return byRoles[w] }
