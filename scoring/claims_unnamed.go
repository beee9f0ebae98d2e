package scoring

import (
	"slices"
	"strings"
)

// unnamed makes what can be made of an answer that names nobody for a role asked for:
// it denies that there is one, does not know, says it is another one, gives a rank, or
// only describes.
func (r *reading) unnamed(ro *role) {
	a, f := r.a, r.c.fact(ro.path)
	if k, ok := r.unknown(ro); ok {
		r.out = append(r.out, k)
		return
	}
	if k, ok := r.ownMaster(ro, f); ok {
		r.out = append(r.out, k)
		return
	}
	if k, ok := a.saysOther(ro); ok {
		r.out = append(r.out, k)
		return
	}
	if f == nil {
		return
	}
	for _, find := range []func(*role, *fact) bool{r.confirms, r.denies, r.ranked, r.otherSort, r.described} {
		if find(ro, f) {
			return
		}
	}
}

// confirms finds a yes to a line that puts the declared name before the applicant.
func (r *reading) confirms(ro *role, f *fact) bool {
	a := r.a
	if ro.list || ro.past || f.none || !slices.Contains(r.asked, ro) || !a.saysYes() || a.turnedFrom() || !r.c.lineNames(a, ro) {
		return false
	}
	k := a.claim(kindName, ro.path, &a.clauses[0], 0, a.clauses[0].to)
	k.word, k.asked = "same", true
	r.out = append(r.out, k)
	return true
}

// saysYes reports whether an answer opens with a yes and takes nothing of it back.
func (a *answer) saysYes() bool {
	yes, to, sure := a.particles()
	return to > 0 && yes && sure && !slices.ContainsFunc(a.clauses, func(cl clause) bool { return cl.negated || cl.marks&(mBut|mFix) != 0 })
}

// turnedFrom reports whether an answer that begins by agreeing goes on to what is so now
// instead: "I did, now I am at Melcom".
func (a *answer) turnedFrom() bool {
	return a.has(0, 3, "did", "was", "used") || a.has(0, len(a.words), "now") && a.has(0, len(a.words), "before", "then")
}

// unknown finds that the speaker does not know the name asked for: "the client name I
// don't know".
func (r *reading) unknown(ro *role) (Claim, bool) {
	a := r.a
	for i := range a.terms {
		cl := a.clauseOf(i)
		if !a.terms[i].is(mDontKnow) || !cl.plain() || cl.other || !a.has(cl.from, i, "name") || !a.nounOf(ro, cl.from, i) {
			continue
		}
		k := a.claim(kindWithheld, ro.path, cl, cl.from, cl.to)
		k.asked = true
		return k, true
	}
	return Claim{}, false
}

// ownMaster finds that who is asked for an employer has none: "for myself".
func (r *reading) ownMaster(ro *role, f *fact) (Claim, bool) {
	a := r.a
	if f == nil || f.none || ro.list || ro.called != "employer" && !strings.HasPrefix(ro.called, "employer ") || !slices.Contains(r.asked, ro) || f.has("self", "own") || r.c.fact("employment.business") != nil {
		return Claim{}, false
	}
	from := 0
	for from < len(a.words) && (a.terms[from].is(mSpeech) || a.has(from, from+1, "for", "i", "work", "am", "i'm", "by", "with")) {
		from++
	}
	if !a.has(from, from+1, "myself", "self", "freelance", "freelancer") || !a.clauses[0].plain() || a.clauses[0].negated {
		return Claim{}, false
	}
	k := a.claim(kindName, ro.path, &a.clauses[0], from, from+1)
	k.word, k.asked = "another", true
	return k, true
}

// nounOf reports whether words hold a noun of the role: what it is called, or what
// sort of body plays it.
func (a *answer) nounOf(ro *role, from, to int) bool {
	for i := from; i < to; i++ {
		w := a.words[i].Text
		if slices.Contains(rolesCalled(w), ro) || ro.sort&sortBody != 0 && (heads[w] || trade[w] || w == "employer" || w == "firm") {
			return true
		}
	}
	return false
}

// saysOther finds that the body is another one: "another company", "a different
// hospital".
func (a *answer) saysOther(ro *role) (Claim, bool) {
	for i := 0; i+1 < len(a.words); i++ {
		w := a.words[i].Text
		if (w != "another" && w != "different") || ro.list || a.words[i+1].Text == "project" || !a.nounOf(ro, i+1, i+2) {
			continue
		}
		cl := a.clauseOf(i)
		if !cl.plain() || cl.negated || cl.other && cl.who&pHuman != 0 || cl.marks&mPast != 0 {
			continue
		}
		k := a.claim(kindName, ro.path, cl, i, i+2)
		k.word, k.asked = "another", true
		return k, true
	}
	return Claim{}, false
}

// denies finds that nobody plays a role that can be empty: "no vendor", "I did not
// work anywhere", "never been employed by anybody".
func (r *reading) denies(ro *role, f *fact) bool {
	words, can := empties[ro.path]
	if !can {
		return r.noMore(ro)
	}
	a := r.a
	for i := range a.clauses {
		cl := &a.clauses[i]
		if !cl.plain() || cl.hedged || cl.other && cl.who&pHuman != 0 || cl.marks&mSoon != 0 {
			continue
		}
		bare := i == 0 && slices.Contains(r.asked, ro) && (a.polarLine() || a.lineHas(namers) && a.has(cl.from, cl.to, "nowhere", "nobody", "none")) && a.denialOnly(cl) && !a.lineHas(treatmentWords) && !a.lineHas(someEmployers)
		if !bare && !(slices.Contains(r.asked, ro) && a.firstEver(ro, cl)) && !(cl.negated && a.has(cl.from, cl.to, strings.Fields(words)...) && !a.has(cl.from, cl.to, "other", "another", "else", "except", "only", "remember", "know", "without", "even", "gap", "idle")) {
			continue
		}
		k := a.claim(kindList, ro.path, cl, cl.from, cl.to)
		k.word, k.low, k.asked, k.Negative = "none", 0, true, true
		r.out = append(r.out, k)
		return true
	}
	return false
}

// firstEver reports whether a clause calls what is played now the first of its kind,
// so that nobody played the role before: "this is my first company".
func (a *answer) firstEver(ro *role, cl *clause) bool {
	return ro.past && ro.list && a.has(cl.from, cl.to, "first") && a.has(cl.from, cl.to, "company", "job", "employer", "employment", "one") && a.is(cl.from, cl.to, mMine) && a.has(cl.from, cl.to, "is", "it's", "that's", "this")
}

// treatmentWords are words by which a line asks how a body treated the applicant, so that "no"
// denies the treatment and not the body.
var treatmentWords = []string{"bench", "benched", "benching", "unpaid", "fire", "fired", "dismiss", "dismissed", "gap", "idle", "late", "problem", "problems", "trouble", "complain", "complained", "complaint", "owe", "owes", "withhold", "underpay", "underpaid", "layoff", "layoffs", "warn", "warned", "without"}

// someEmployers narrow a line to one sort of employer, so that "no" denies that sort only.
var someEmployers = []string{"government", "military", "army", "ministry", "state", "public", "foreign", "us", "american"}

// noMore finds that the applicant works for a body no more, whatever it is called: "I
// don't work for government anymore".
func (r *reading) noMore(ro *role) bool {
	a := r.a
	if ro.sort != sortBody || ro.past {
		return false
	}
	for i := range a.clauses {
		cl := &a.clauses[i]
		ended := cl.negated && a.has(cl.from, cl.to, "anymore", "longer") || cl.negated && a.has(cl.from, cl.to, "any") && a.has(cl.from, cl.to, "more")
		if bare := ro.path == "employment.employer" && slices.Contains(r.asked, ro) && a.has(cl.from, cl.to, "nowhere") && a.verbless(cl); bare && cl.plain() && !cl.other {
			k := a.claim(kindName, ro.path, cl, cl.from, cl.to)
			k.word, k.asked, k.Negative = "left", true, false
			r.out = append(r.out, k)
			return true
		}
		if !cl.plain() || !ended || cl.other && cl.who&pHuman != 0 || !a.has(cl.from, cl.to, "work", "working", "employed", "study", "studying", "job") {
			continue
		}
		k := a.claim(kindName, ro.path, cl, cl.from, cl.to)
		k.word, k.asked, k.Negative = "left", true, false
		r.out = append(r.out, k)
		return true
	}
	return false
}

// empties are the roles that nobody may have played, with words one of which stands
// in a denial.
var empties = map[string]string{
	"h1b.vendor_chain":          "vendor vendors middle middleman between layer company direct nobody none",
	"h1b.previous_employers_us": "work worked employed employer employers job opt cpt anywhere none before",
	"employment.previous":       "work worked employed employer job jobs anywhere anybody experience none",
	"jp.us_clinical_history":    "hospital hospitals clinical observership observerships rotation rotations clinic shadowed elective externship experience none foot",
}

// denialOnly reports whether a clause only denies: "No.", "None, sir".
func (a *answer) denialOnly(cl *clause) bool {
	denied := false
	for i := cl.from; i < cl.to; i++ {
		switch {
		case slices.Contains([]string{"no", "none", "never", "nobody", "nope", "nowhere", "nothing"}, a.words[i].Text):
			denied = true
		case !a.terms[i].is(mSpeech|mNot) && !a.has(i, i+1, "at", "all", "any"):
			return false
		}
	}
	return denied
}

// described notes that an answer says only what sort of body or person it is. Where
// the declared name is no more than that, it is the same.
func (r *reading) described(ro *role, f *fact) bool {
	a := r.a
	if f.none || ro.list && len(f.items) == 0 {
		return false
	}
	partly := ro.list || a.lineHas(namers) || ro.path == "ties.return_role"
	for i, w := range a.words {
		cl := a.clauseOf(i)
		if !cl.plain() || cl.negated || cl.other && cl.who&pHuman != 0 && (ro.sort != sortPerson || cl.who != pPerson) || cl.marks&mPast != 0 && !ro.past || !a.sortNoun(ro, i) {
			continue
		}
		if ro.sort == sortPerson && a.has(cl.from, cl.from+1, "he", "she", "he's", "she's") {
			continue // "he is a nice person"
		}
		from, definite := a.articleBefore(i)
		same := (from < 0 || definite) && heads[w.Text] && f.has(w.Text) && r.plainlyNamed(ro)
		if !same && (!partly || from < 0 || definite && ro.path != "ties.return_role" && !ro.list) {
			continue
		}
		k := a.claim(kindName, ro.path, cl, i, i+1)
		if from >= 0 {
			k.Span = a.span(from, i+1)
		}
		k.word, k.asked, k.partial = "described", true, !same
		if same {
			k.word = "same"
		}
		if ro.list {
			k.kind = kindList
		}
		r.out = append(r.out, k)
		return true
	}
	return false
}

// namers are the words of a line that asks for a name.
var namers = []string{"who", "whom", "whose", "which", "where", "name", "who's", "where's", "called"}

// touches are nouns that only touch on a role many can have played.
var touches = map[string]map[string]bool{
	"h1b.vendor_chain":          set("vendor bank client"),
	"h1b.previous_employers_us": set("company employer"),
	"employment.previous":       set("company companies hospital hospitals clinic clinics bank shop factory"),
	"jp.us_clinical_history":    set("visits rotations experience shadowing hospital attachment hospitals"),
}

// sortNoun reports whether the word at i is a noun of who can play the role.
func (a *answer) sortNoun(ro *role, i int) bool {
	w := a.words[i].Text
	if a.terms[i].poss || i+1 < len(a.words) && !a.words[i+1].Breaks && !ro.list && (heads[a.words[i+1].Text] || trade[a.words[i+1].Text]) {
		return false
	}
	switch {
	case ro.list:
		return touches[ro.path][w]
	case ro.sort == sortPerson:
		return ranks[w] || w == "professor" || w == "senior" || w == "person" || w == "doctor" || w == "someone" || w == "somebody" || w == "lady" || w == "man" || w == "guy"
	}
	return ro.sort == sortBody && (bodyNouns[w] || slices.Contains(rolesCalled(w), ro))
}

// bodyNouns are nouns of bodies where work or study is done.
var bodyNouns = set("university college institute school academy hospital clinic center centre bank company corporation firm agency ministry foundation resort hotel camp lab laboratory universities colleges hospitals companies restaurant park inn lodge store shop factory bakery plant office farm zoo museum insurer airline utility startup manufacturer")

// articleBefore is the article or owner that opens the words before the noun at i, -1
// for none, and whether it is a definite one. The "one" of a count is none.
func (a *answer) articleBefore(i int) (from int, definite bool) {
	for j := i; j >= 0 && j > i-6; j-- {
		w := a.words[j].Text
		switch {
		case w == "one" && !a.has(j+1, j+2, "of", "big", "small", "private", "government", "local", "senior", "very") && !ranks[a.words[i].Text] && j < i, w == "some":
			if j > 0 && a.terms[j-1].is(mOnly) {
				return -1, false
			}
			return j, false
		case indefinites[w]:
			return j, false
		case w == "the" || w == "this", a.terms[j].is(mMine):
			if j > 1 && a.words[j-1].Text == "of" && a.words[j-2].Text == "one" {
				return j - 2, false
			}
			return j, true
		}
		if a.words[j].Breaks || a.terms[j].is(mVerb) && j < i {
			break
		}
	}
	return -1, false
}

// indefinites open a description of something not named.
var indefinites = set("a an one some certain another someone somebody")

// plainlyNamed reports whether the declared name has no word of its own: "District
// Hospital".
func (r *reading) plainlyNamed(ro *role) bool {
	for i := range r.c.names {
		if d := &r.c.names[i]; d.role == ro {
			return !slices.ContainsFunc(d.name.marks, func(w string) bool { return !generic[w] && !heads[w] && !trade[w] })
		}
	}
	return false
}
