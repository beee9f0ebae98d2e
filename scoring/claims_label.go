package scoring

import (
	"slices"
	"strings"
)

// A labelField is a field whose value is a kind of something.
type labelField struct {
	path   string
	family *taxonomy
	line   []string // the officer's line must hold one of these; nil for any that asks for the field
	of     party    // whose it is; 0 for the applicant's own
	ahead  bool     // what is to come counts as well as what is
	told   bool     // compared when nobody asked, where it is said of oneself outright
}

// relatives are whose work a profile declares.
const (
	pCouple  = pSpouse | pPartner
	pSponsor = pHuman &^ pSelf
)

// labelFields are read in this order.
var labelFields = []labelField{
	{path: "jp.specialty", family: &specialties, line: []string{"specialty", "field", "match", "do", "going", "position", "travelling", "speciality", "train", "branch", "department", "kind", "medicine", "programmes", "interviewing", "residency", "area", "letter"}, ahead: true, told: true},
	{path: "jp.statement_of_need.specialty", family: &specialties, line: []string{"specialty", "speciality", "letter", "statement", "saying", "field"}, ahead: true},
	{path: "f1.major", family: &studies, line: []string{"study", "major", "program", "programme", "degree", "studying", "course", "subject", "admitted", "field", "learn", "reading", "admission", "courses"}, ahead: true},
	{path: "f1.level", family: &levels, line: []string{"study", "degree", "level", "program", "programme", "major", "studying", "phd", "master's", "bachelor's", "course", "undergraduate", "graduate", "admitted", "subject"}, ahead: true},
	{path: "h1b.degree_held", family: &studies, line: []string{"degree", "study", "studied", "qualification", "education", "training", "background", "qualifications", "graduate", "studies", "chemist", "ask", "major"}, ahead: true},
	{path: "h1b.degree_held", family: &levels, line: []string{"degree", "qualification", "education", "qualifications", "studies"}, ahead: true},
	{path: "h1b.degree_required", family: &levels, line: []string{"degree", "need", "require", "requires", "required", "qualification", "needs", "minimum"}},
	{path: "h1b.degree_required", family: &studies, line: []string{"degree", "need", "require", "requires", "required", "qualification", "needs", "ask"}},
	{path: "h1b.job_title", family: &jobs, line: []string{"do", "job", "title", "position", "role", "duties", "designation", "hired", "doing", "work", "occupation", "profile", "post"}, ahead: true},
	{path: "h1b.duties", family: &jobs, line: []string{"day", "responsibilities", "duties", "do", "doing", "hired", "tasks", "role", "patients", "describe", "job", "position", "work"}, ahead: true},
	{path: "employment.title", family: &jobs, line: []string{"do", "job", "work", "title", "profession", "occupation", "role", "decide", "post", "position", "living", "trade", "line"}, told: true},
	{path: "employment.occupation", family: &jobs, line: []string{"do", "job", "profession", "occupation", "work", "living"}},
	{path: "employment.duties", family: &jobs, line: []string{"do", "duties", "role", "day", "work", "job"}},
	{path: "family.spouse.occupation", family: &jobs, of: pCouple, told: true},
	{path: "family.parents.father.occupation", family: &jobs, of: pFather, told: true},
	{path: "family.parents.mother.occupation", family: &jobs, of: pMother, told: true},
	{path: "family.siblings.occupation", family: &jobs, of: pSiblings, told: true},
	{path: "finance.sponsors.occupation", family: &jobs, of: pSponsor},
	{path: "jw.job", family: &jobs, line: []string{"job", "work", "do", "internship", "role", "doing", "train", "training", "learn", "position", "hired", "cooking", "wear", "offer", "camp", "task", "tasks", "duties"}, ahead: true},
	{path: "hp.employment_type", family: &positions, line: []string{"position", "resident", "fellow", "job", "do", "residency", "post", "attending", "role"}, ahead: true},
	{path: "h1b.employer_business", family: &industries},
	{path: "employment.business.name", family: &industries, line: []string{"business", "sell", "make", "trade", "deal", "do"}},
	{path: "j1.research_topic", family: &sciences, ahead: true},
	{path: "j1.category", family: &exchanges, line: []string{"programme", "program", "category", "j", "exchange"}, ahead: true},
	{path: "jw.housing", family: &housings, line: []string{"housing", "live", "living", "stay", "staying", "sleep", "room", "accommodation", "put", "house", "dormitory"}, ahead: true},
	{path: "application.preparer", family: &preparers},
	{path: "trip.bookings", family: &bookings},
	{path: "h1b.wage_level", family: &wageLevels},
	{path: "f1.sevis_status", family: &sevisStates, ahead: true},
	{path: "trip.purpose", family: &purposes, line: []string{"why", "purpose", "do", "going", "visit", "trip", "which", "travelling", "reason", "event", "classes", "course", "medical", "treatment", "planned", "exam", "conference", "plan", "plans", "brings", "doing", "travel", "birth", "birth?", "training", "study", "enrolling", "programme"}, ahead: true},
}

// labelClaims finds which label of a family an answer names, for the fields the
// officer's line asks for, and for those people tell of themselves unasked.
func (c *Case) labelClaims(a *answer, out []Claim) []Claim {
	r := labelReader{c: c, a: a}
	for i := range labelFields {
		r.row = &labelFields[i]
		r.asked = (a.asks(r.row.path) || r.asksNear()) && r.lineAsks()
		if !r.asked && !r.tellsUnasked() || r.row.path == "f1.level" && c.fact("f1.level") == nil {
			continue
		}
		n := len(out)
		out = r.named(out)
		if r.asked {
			out = r.echoed(r.shared(out, n), n)
		}
	}
	return a.oneParent(out)
}

// oneParent notes that only one parent is told of where the line asks about both.
func (a *answer) oneParent(out []Claim) []Claim {
	const father, mother = "family.parents.father.occupation", "family.parents.mother.occupation"
	tells := func(path string) bool { return slices.ContainsFunc(out, func(k Claim) bool { return k.Field == path }) }
	if !a.lineHas([]string{"parents", "parents'"}) || tells(father) == tells(mother) {
		return out
	}
	for i := range out {
		out[i].rest = out[i].rest || out[i].Field == father || out[i].Field == mother
	}
	return out
}

// echoed reads a yes or a no to a line that itself names a label: "Is your husband a
// doctor?" from is where this field's claims begin.
func (r *labelReader) echoed(out []Claim, from int) []Claim {
	a := r.a
	first := &a.clauses[0]
	yes, no := first.marks&mYes != 0 && !first.negated, a.words[0].Text == "no" || a.words[0].Text == "not"
	if len(out) > from || yes == no || a.lineIs(mNot) {
		return out
	}
	line := measureWords(lastQuestion(a.turn.Officer))
	if wanted(line, true) != wantYesNo {
		return out
	}
	for _, h := range r.row.family.find(line) {
		if h.way != byName || len(line)-h.to > 1 {
			continue
		}
		k := a.claim(r.kind(), r.row.path, first, first.from, first.to)
		k.word, k.family, k.asked, k.Negative = h.label, r.row.family, true, no
		out = append(out, k)
	}
	return out
}

// asksNear reports whether the line asks for the field by whom or what it names,
// although its words stand for another field.
func (r *labelReader) asksNear() bool {
	switch {
	case r.row.of != 0:
		return r.a.lineHas(workAsks) && r.lineTopic()&r.row.of != 0 && r.c.fact(whole(r.row.path)) != nil && r.row.path != "finance.sponsors.occupation"
	case r.row.path == "jp.statement_of_need.specialty":
		return r.a.asks("jp.specialty") && r.a.lineHas([]string{"ministry", "ministry's", "letter", "statement", "government"})
	}
	return false
}

// tellsUnasked reports whether an answer may tell the field's label of itself: it is
// declared, and whose it is is spoken of.
func (r *labelReader) tellsUnasked() bool {
	switch {
	case ownWork[r.row.path] && r.a.asks("h1b.job_title", "h1b.duties", "employment.title") && r.lineAsks():
	case !r.row.told, r.row.of != 0 && !r.namesKin(), r.c.fact(whole(r.row.path)) == nil:
		return false
	}
	return r.c.fact(r.row.path) != nil
}

// ownWork are the fields of the job petitioned for: what answers a question for one of
// them may agree with the other.
var ownWork = set("h1b.job_title h1b.duties")

// namesKin reports whether the answer names anybody of the family.
func (r *labelReader) namesKin() bool {
	if r.kin == 0 {
		r.kin = -1
		if slices.ContainsFunc(r.a.terms, func(t term) bool { return t.party&(pFamily|pPartner) != 0 }) {
			r.kin = 1
		}
	}
	return r.kin > 0
}

// A labelReader reads one answer for one field after the other.
type labelReader struct {
	c      *Case
	a      *answer
	row    *labelField
	asked  bool
	topics []party // whom each clause is about; nil until a field asks
	kin    int8    // whether the answer names anybody: 1 yes, -1 no, 0 not looked yet
}

// lineAsks reports whether the officer's line wants the label itself, and not since
// when, how many or why.
func (r *labelReader) lineAsks() bool {
	a := r.a
	if r.row.of != 0 {
		return !a.lineHas(measureAsks)
	}
	if r.row.line == nil {
		return true
	}
	if r.lineTopic()&pFamily != 0 && (r.row.family == &studies || r.row.family == &levels) {
		return false // "What are your children going to study?"
	}
	if r.row.path == "f1.major" && a.lineHas([]string{"with", "use", "useful", "help", "afterwards"}) && a.lineHas([]string{"degree"}) {
		return false // what it is for
	}
	if a.opensWith("why") && r.row.path != "trip.purpose" && r.row.path != "h1b.degree_held" || a.opensWith("how") && len(a.ask) > 1 && howOften[a.ask[1]] && !a.lineHas([]string{"programmes"}) {
		return false
	}
	return a.lineAsks(r.row.line, r.row.path)
}

// howOften are the words after "how" by which a line asks for a measure.
var howOften = set("long much many often old soon far did")

// measureAsks are words by which a line asks for a sum, a count or a time.
var measureAsks = []string{"much", "when", "old", "often", "year", "date", "income", "salary"}

// named makes claims of the labels the answer names.
func (r *labelReader) named(out []Claim) []Claim {
	hits := r.row.family.find(r.a.words)
	if len(hits) == 0 && r.asked {
		hits = r.row.family.misspelt(r.a.words)
	}
	for _, h := range hits {
		cl := r.a.clauseOf(h.from)
		if h.way == byPlace && r.row.ahead || !r.own(cl, h) {
			continue
		}
		k := r.a.claim(r.kind(), r.row.path, cl, h.from, h.to)
		k.word, k.family, k.way, k.asked = h.label, r.row.family, h.way, true
		k.uncalled = !r.asked && !r.saidOutright(cl, h) || r.row.path == "finance.sponsors.occupation" && !r.a.lineHas(workAsks) && len(idleLabels(h.label)) == 0
		if k.uncalled && r.row.of == 0 && !ownWork[r.row.path] {
			continue
		}
		k.past = r.row.of != 0 && r.a.over(cl, h) || r.row.path == "employment.title" && r.a.over(cl, h)
		k.broad = h.way == byPlace || h.label == "homemaker" && r.a.has(h.from, h.to, "home") && !r.a.has(h.from, h.to, "house", "stay", "stays") && !r.a.lineHas(workAsks)
		k.Negative = k.Negative && cl.not < h.from
		k.past = k.past && h.label != "retired" && h.label != "deceased"
		k.rest = r.row.of == pSiblings && r.a.lineHas([]string{"siblings", "brothers", "sisters"})
		out = append(out, k)
	}
	return out
}

// kind is how the field's labels are compared.
func (r *labelReader) kind() kind {
	if r.row.path == "trip.purpose" {
		return kindPurpose
	}
	return kindLabel
}

// workAsks are words by which a line asks for somebody's work.
var workAsks = []string{"make", "makes", "earns", "do", "does", "work", "works", "job", "occupation", "profession", "working", "living", "employed", "business"}

// own reports whether a label is told of whom the field is about, as something that
// is so.
func (r *labelReader) own(cl *clause, h hit) bool {
	a := r.a
	if h.way == byAct && h.to == h.from+1 && !a.doneByPronoun(cl, h) {
		return false
	}
	said := cl.plain() && !a.supposed(cl) || r.row.family == &industries && !cl.hypothetical && !cl.question
	if !said || a.shortWord(h) || r.row.family == &jobs && ((h.way == byAct || a.is(cl.from, h.from, mVerb)) && !a.doneBySomebody(cl, h) || a.mentioned(cl, h)) {
		return false
	}
	if r.row.of != 0 {
		return r.about(h.from)&r.whose() != 0 && !a.lastSelf(cl, h) && !r.aheadOf(cl, h)
	}
	if r.otherHas(cl, h) {
		return false
	}
	if a.notOwn(h, r.row.family) || r.row.path == "h1b.duties" && h.way == byName && titles[a.words[h.to-1].Text] {
		return false
	}
	return !a.wasSo(cl, h, r.row)
}

// supposed reports whether a clause goes on with what a sentence only supposes: "if
// I had a child, I would let him choose, even music".
func (a *answer) supposed(cl *clause) bool {
	for i := range a.clauses {
		if o := &a.clauses[i]; o.from < cl.from && o.sentence == cl.sentence && o.hypothetical && a.words[o.from].Text == "if" && cl.marks&mBut == 0 {
			return true
		}
	}
	return false
}

// otherHas reports whether a label is somebody else's than the applicant's.
func (r *labelReader) otherHas(cl *clause, h hit) bool {
	if r.a.has(cl.from, cl.to, "me") || r.row.path == "h1b.degree_required" || h.label == "birth" {
		return false
	}
	switch r.row.family {
	case &jobs, &studies, &levels, &specialties, &positions:
		p := r.about(h.from)
		return p != 0 && p&pSelf == 0 && p&pHuman != 0
	case &preparers:
		return h.to < len(r.a.terms) && r.a.terms[h.to].is(mNot) // "I did not check it"
	case &housings, &industries:
		return false
	}
	return cl.other && cl.who&pHuman != 0 && !(cl.who == pPerson && r.a.is(cl.from, cl.to, mMine)) // "they change my knee"
}

// lastSelf reports whether the applicant is the last person named before a label:
// "the stock we run", said after something about the parents.
func (a *answer) lastSelf(cl *clause, h hit) bool {
	for i := h.from - 1; i >= cl.from; i-- {
		if a.terms[i].party&pHuman&^pSelf != 0 || a.terms[i].is(mThey) {
			return false
		}
		if a.terms[i].is(mI) {
			return true
		}
	}
	return false
}

// aheadOf reports whether a clause tells of what is not yet: "she wants to be a nurse".
func (r *labelReader) aheadOf(cl *clause, h hit) bool {
	return r.a.has(cl.from, h.from, "become", "wants", "want", "hopes", "dreams", "preparing", "will", "applying", "apply")
}

// whose is whom the field is about: of sponsors, those the profile declares.
func (r *labelReader) whose() party {
	if r.row.path != "finance.sponsors.occupation" {
		return r.row.of
	}
	if f := r.c.fact("finance.sponsors"); f != nil && f.parties&pHuman != 0 {
		return f.parties & pHuman
	}
	return r.row.of
}

// shortWord reports whether a label was found in a word of two letters that is not
// written as an abbreviation: "it", "ma", "im" are everyday words too.
func (a *answer) shortWord(h hit) bool {
	w := a.words[h.from]
	return h.to == h.from+1 && len(w.Text) <= 2 && !upper(a.turn.Applicant[w.Start:w.End]) && !(len(a.words) <= 3 && w.Text != "it" && w.Text != "ma" && w.Text != "im")
}

// notOwn reports whether a label is not the applicant's: what a company makes, "my
// lawyer", a language spoken.
func (a *answer) notOwn(h hit, family *taxonomy) bool {
	cl := a.clauseOf(h.from)
	if family == &studies {
		named := h.to < cl.to && workWords[a.words[h.to].Text] || a.words[h.from].Text == "business" && a.has(max(h.from-4, cl.from), h.from, "the", "our", "my", "family", "own", "a")
		whose := h.from > cl.from && (a.terms[h.from-1].poss || a.terms[h.from-1].is(mTheirs))
		return named || whose || a.has(cl.from, h.from, "speak", "scored", "like", "play", "enjoy", "good") || a.has(cl.from, cl.to, "courses", "subjects", "modules", "useful", "classmates", "thesis")
	}
	if family != &jobs || h.way != byName {
		return false
	}
	for i := cl.from; i < h.from; i++ {
		if a.terms[i].is(mI) {
			break
		}
		if a.terms[i].party&pBody != 0 && a.is(i, h.from, mVerb) {
			return true
		}
	}
	if h.from > cl.from && a.has(h.from-1, h.from, "the", "this", "that", "our") && !a.is(cl.from, h.from, mI|mVerb) && a.is(h.to, cl.to, mVerb) {
		return true // "the professor has many papers"
	}
	return h.from > 0 && a.terms[h.from-1].is(mMine)
}

// titles are the nouns a title ends with: to name one tells no duty.
var titles = set("engineer engineers developer analyst scientist manager architect administrator tester designer consultant programmer specialist executive lead")

// workWords are the nouns that make a subject somebody's work: "civil engineer".
var workWords = set("engineer engineers teacher teachers lecturer professor officer officers servant servants contractor technician manager consultant company firm shop business works stores")

// wasSo reports whether a label belongs to an earlier time, or to a later one than
// the field's: "my bachelor's was in civil engineering", "I worked as a nurse".
func (a *answer) wasSo(cl *clause, h hit, row *labelField) bool {
	switch row.path {
	case "h1b.degree_required":
		return !a.needed(cl, h)
	case "h1b.degree_held", "application.preparer", "trip.bookings", "f1.sevis_status":
		return false
	case "employment.title":
		return !row.ahead && a.has(cl.from, h.from, "become", "will", "later", "eventually")
	}
	if a.over(cl, h) || row.family == &purposes && a.has(max(cl.from, h.from-3), h.to, "did", "was", "were", "had", "went", "came") || a.has(cl.from, h.to, "bachelor's", "previously", "before", "first", "after") && row.path == "f1.major" {
		return true
	}
	return a.has(cl.from, h.from, "after", "then", "later", "eventually", "future", "become") && row.path != "hp.employment_type" && row.path != "jw.job"
}

// needed reports whether a clause tells which degree a job needs, and not which one
// the applicant holds.
func (a *answer) needed(cl *clause, h hit) bool {
	about := false
	for i := cl.from; i < cl.to; i++ {
		if !degreeWords[a.words[i].Text] {
			continue
		}
		if about = i == cl.from || !a.terms[i-1].is(mMine); !about {
			return false // "my master's"
		}
	}
	if !about {
		return false
	}
	return a.has(cl.from, h.to, "need", "needs", "require", "requires", "ask", "asks", "must", "minimum", "position", "anybody", "anyone", "without", "they", "any") ||
		a.has(h.to, cl.to, "required", "minimum", "needed")
}

// degreeWords are what a job needs or does not.
var degreeWords = set("degree bachelor bachelor's bachelors master master's masters phd graduate qualification anybody anyone")

// over reports whether a clause tells of an earlier time: "she was teaching", but
// not "she has been teaching".
func (a *answer) over(cl *clause, h hit) bool {
	if a.has(cl.from, h.from+1, "opened", "started", "founded", "joined", "began", "became", "established", "set") && !a.has(cl.from, cl.to, "left", "closed", "until", "sold") {
		return false // and goes on with it
	}
	for i := cl.from; i < cl.to; i++ {
		w := a.words[i].Text
		still := i > cl.from && a.has(max(cl.from, i-2), i, "have", "has", "i've", "he's", "she's", "we've", "been")
		if a.terms[i].is(mPast) && !still || pastForm(w) && !still && i >= h.from && i < h.to || w == "until" || w == "before" && i > h.from {
			return true
		}
	}
	return a.has(cl.from, h.from, "ex", "former", "formerly", "earlier", "previously", "late")
}

// doneBySomebody reports whether who does something is a person told of, or left out:
// not "the bus takes forty minutes".
func (a *answer) doneBySomebody(cl *clause, h hit) bool {
	for i := cl.from; i < h.from; i++ {
		if t, w := a.terms[i], a.words[i].Text; t.is(mI|mThey) || t.party&pHuman != 0 || workOf[w] || workNouns[w] {
			return true
		}
	}
	for i := cl.from; i < h.from; i++ {
		t, w := a.terms[i], a.words[i].Text
		switch {
		case w == "the", w == "this", w == "that", t.party&pBody != 0:
			return false
		case t.marks == 0 && t.party == 0 && !small[w] && !strings.HasSuffix(w, "ly") && !doing(w) && len(w) > 2:
			return false
		}
	}
	return true
}

// doneByPronoun reports whether somebody told of stands right before a verb: "she
// sews", "my father is farming".
func (a *answer) doneByPronoun(cl *clause, h hit) bool {
	for i := max(cl.from, h.from-3); i < h.from; i++ {
		if a.terms[i].is(mI|mThey) || a.terms[i].party&pHuman != 0 && !a.terms[i].poss {
			return h.from+1 == cl.to || !a.has(h.from+1, h.from+2, "to")
		}
	}
	return false
}

// workNouns are what a sentence about somebody's work can begin with.
var workNouns = set("elder younger eldest youngest last born firstborn lastborn both second third task tasks duty duties role day days job jobs responsibility responsibilities morning what other one another")

// mentioned reports whether work is only spoken of: "there are three hundred
// students", "the professor has many papers", "I enjoy cooking".
func (a *answer) mentioned(cl *clause, h hit) bool {
	if a.words[cl.from].Text == "there" || a.has(cl.from, h.from, "enjoy", "like", "love", "hobby", "hundred", "many", "few", "several") {
		return true
	}
	article := h.from > cl.from && a.has(h.from-1, h.from, "the", "this", "that", "these", "every", "each")
	return article && !a.is(cl.from, h.from, mI|mVerb|mThey) && a.is(h.to, min(h.to+2, cl.to), mVerb|mPay|mCost)
}

// saidOutright reports whether a clause says of its subject what he or she is: "I am
// a nurse", "I work as a driver", "matched into neurology". What somebody does says
// it only under a question.
func (r *labelReader) saidOutright(cl *clause, h hit) bool {
	a := r.a
	if h.way != byName || cl.negated || cl.hedged {
		return false
	}
	for i, skipped := h.from-1, 0; i >= cl.from && skipped < 4; i, skipped = i-1, skipped+1 {
		switch a.words[i].Text {
		case "am", "i'm":
			return r.row.of == 0 && r.row.family == &jobs
		case "is", "he's", "she's":
			return r.row.of == pCouple
		case "as":
			return r.row.family == &jobs && a.has(cl.from, i, "work", "works", "working", "employed", "serve", "serving") && (r.row.of == pCouple || r.row.of == 0 && a.is(cl.from, i, mI))
		case "matched", "residency", "resident", "training", "consultant":
			return r.row.family == &specialties
		}
		if a.terms[i].is(mVerb|mPay|mNot|mMine|mTheirs|mI|mThey) || a.terms[i].party != 0 {
			return false
		}
	}
	return false
}

// shared notes that the words of the answer are those of the declared value: "he is
// into cocoa export". from is where this field's claims begin.
func (r *labelReader) shared(out []Claim, from int) []Claim {
	f, a := r.c.fact(r.row.path), r.a
	if f == nil || !free[r.row.path] || r.row.path == "trip.purpose" && r.c.category.Visa()[0] != 'B' || slices.ContainsFunc(out[:from], func(k Claim) bool { return k.Field == r.row.path && k.word == "same" }) {
		return out
	}
	for i, w := range a.words {
		cl := a.clauseOf(i)
		if len(w.Text) < 4 || !cl.plain() || cl.negated || small[w.Text] || everyTrade[w.Text] || a.terms[i].is(mSpeech) || !r.tellsOf(cl, i) {
			continue
		}
		if f.holds(w.Text) {
			k := a.claim(r.kind(), r.row.path, cl, i, i+1)
			k.word, k.family, k.asked = "same", r.row.family, true
			k.uncalled = !r.asked || r.row.path == "finance.sponsors.occupation" && !r.a.lineHas(workAsks)
			k.past = r.row.of != 0 && a.over(cl, hit{from: i, to: i + 1})
			return append(out, k)
		}
	}
	if len(out) > from {
		return out
	}
	if r.row.path == "h1b.duties" && len(a.words) <= 14 && a.is(0, len(a.words), mWork) && a.has(0, len(a.words), "data", "software", "technology", "technologies", "computers", "computer", "projects", "things", "clients", "systems") {
		k := a.claim(kindLabel, r.row.path, &a.clauses[0], 0, 0)
		k.partial, k.asked = true, true
		out = append(out, k)
	}
	return out
}

// tellsOf reports whether the word at i is told of whom the field is about.
func (r *labelReader) tellsOf(cl *clause, i int) bool {
	if r.row.of != 0 {
		return r.about(i)&r.whose() != 0
	}
	return !cl.other || cl.who&pHuman == 0 || r.row.family == &purposes && cl.who == pPerson && r.a.is(cl.from, i, mMine) || r.row.family == &industries
}

// holds reports whether a declared text has a word in one of its forms.
func (f *fact) holds(w string) bool {
	s := stemOf(w)
	for _, d := range f.words {
		if d.Text == w || len(d.Text) > 3 && (stemOf(d.Text) == s || len(w) > 4 && strings.HasPrefix(d.Text, w) || len(s) > 4 && len(d.Text) > 5 && strings.HasPrefix(w, d.Text) || len(s) > 5 && strings.HasPrefix(d.Text, s)) {
			return true
		}
	}
	return false
}

// free are the fields declared in the applicant's own words, which answers repeat.
var free = set("jp.specialty f1.major h1b.degree_held h1b.job_title h1b.duties employment.title employment.duties family.spouse.occupation family.parents.father.occupation family.parents.mother.occupation family.siblings.occupation finance.sponsors.occupation jw.job h1b.employer_business employment.business.name j1.research_topic trip.purpose")

// everyTrade are words that stand in the names of many kinds of work or study and
// tell none.
var everyTrade = set("owner owners manager officer senior junior assistant worker workers staff head chief retired company companies business formerly professional department office firm service services engineer engineering engineers analyst scientist science sciences developer technician specialist designer consultant architect administrator study studies studying systems system applied degree bachelor bachelor's master masters master's university college years year works working from deputy general director supervisor trainee intern training international annual attend trip visit tour tourism with patients patient united states resort hotel restaurant hospital national general internal")
