package scoring

import (
	"slices"
	"strings"

	"github.com/viceconsul/viceconsul/interview/transcript/measure"
)

// own reports whether a label is told of whom the field is about, as something that
// is so.
func (r *labelReader) own(cl *clause, h hit) bool {
	a := r.a
	if h.way == byAct && h.to == h.from+1 && len(r.row.family.acts[stemOf(a.words[h.from].Text)]) > 0 && !a.doneByPronoun(cl, h) {
		return false
	}
	said := cl.plain() && !a.supposed(cl) || r.row.family == &industries && !cl.hypothetical && !cl.question
	if !said || a.shortWord(h) || r.row.family == &jobs && ((h.way == byAct || a.is(cl.from, h.from, mVerb)) && !a.doneBySomebody(cl, h) || a.mentioned(cl, h)) {
		return false
	}
	if r.row.of == 0 && h.way == byName && a.has(h.from-1, h.from, "last", "other", "another", "previous", "former") {
		return false // "the last trainee from my country"
	}
	if h.way == byName && (a.graded(cl, h) || (r.row.family == &jobs || r.row.family == &studies) && a.insideName(h)) {
		return false
	}
	if h.label == "deceased" && a.has(max(h.from-3, cl.from), h.from+1, "after", "since", "before", "when") {
		return false // told of by the way, of whom the clause does not say
	}
	if h.label == "deceased" && r.row.of != 0 {
		return r.mourned(h)&r.whose() != 0
	}
	if r.row.family == &jobs && h.way == byName && a.has(h.from-2, h.from-1, "at", "to") && a.has(h.from-1, h.from, "the") && cl.marks&mWork == 0 {
		return false // "he signed at the notary"
	}
	if r.row.of != 0 {
		return r.about(h.from)&r.whose() != 0 && !a.lastSelf(cl, h) && !r.aheadOf(cl, h) && !a.dealtWith(cl, h) && !a.onlyThought(cl, h) && !(h.way == byName && !a.is(cl.from, h.from, mThey) && a.pluralAfter(cl, h))
	}
	if r.row.family == &jobs && cl.from > 0 && a.verbless(cl) && a.has(h.from-1, h.from, "for") && h.to == cl.to {
		return false // "hardware, cement, all for construction"
	}
	if r.row.family == &jobs && h.to == h.from+1 && h.from > cl.from && strings.HasSuffix(a.words[h.from].Text, "s") && doing(strings.TrimSuffix(a.words[h.from].Text, "s")+"ing") && a.properAt(h.from-1) && cl.who&pSelf == 0 {
		return false // "Kevin Brandt manages us"
	}
	if r.otherHas(cl, h) || r.row.family == &jobs && (a.several(cl, h) || a.objectOf(cl, h) || a.modifies(h)) {
		return false
	}
	if h.label == "birth" && a.is(0, len(a.words), mMine) && anyParty(a.terms) && !(cl.who&pSelf != 0 && !cl.inherits && !anyParty(a.terms[cl.from:cl.to]) && a.has(cl.from, cl.to, "give", "giving", "deliver", "my")) {
		return false // a daughter's
	}
	if h.label == "study" && r.row.family == &purposes && h.from > cl.from && a.terms[h.from-1].is(mTheirs) {
		return false // "she graduates with her master's"
	}
	if r.row.family == &sciences && a.has(h.to, h.to+2, "department", "school", "faculty", "institute") {
		return false // where, and not what
	}
	if r.row.family == &jobs && h.from-2 >= cl.from && a.has(h.from-1, h.from, "in") && degreeNames[a.words[h.from-2].Text] {
		return false // "PhD in civil engineering"
	}
	if r.row.family == &jobs && a.onlySkill(cl, h) || atPresent[r.row.path] && a.onlyThought(cl, h) {
		return false
	}
	if a.notOwn(h, r.row.family) || r.row.path == "h1b.duties" && h.way == byName && titles[a.words[h.to-1].Text] {
		return false
	}
	return !a.wasSo(cl, h, r.row)
}

// graded reports whether a label only says of what sort something is, and how much so:
// "it is very high technology work". Nobody is an accountant to a degree.
func (a *answer) graded(cl *clause, h hit) bool {
	return a.has(max(cl.from, h.from-2), h.from, "very", "so", "too", "quite", "highly", "extremely") && manner.word(a.words[h.to-1].Text)&tRole == 0
}

// insideName reports whether a label of one word is part of a name: "at Mirpur Civil".
func (a *answer) insideName(h hit) bool {
	if h.to != h.from+1 || !a.properAt(h.from) {
		return false
	}
	for _, i := range [...]int{h.from - 1, h.to} {
		if i < 0 || i >= len(a.words) || a.words[max(i, h.from)].Breaks || !a.properAt(i) || !a.tells(i) || a.opens(i) && a.ordinary(i) {
			continue
		}
		if w := a.words[i].Text; !everyTrade[w] && !generic[w] && !degreeNames[w] && !a.has(min(i, h.from)-1, min(i, h.from), "a", "an", "as", "am", "i'm") {
			return true
		}
	}
	return false
}

// pluralAfter reports whether a label in the plural stands after an article or a word
// that leads to it: people one has to do with, "shouting at the masons".
func (a *answer) pluralAfter(cl *clause, h hit) bool {
	last := a.words[h.to-1].Text
	one, many := strings.CutSuffix(last, "s")
	return many && (manner.word(one)&tRole != 0 || h.to == h.from+1 && len(jobs.names[last]) == 0 && len(jobs.names[one]) > 0) && h.from > cl.from && a.has(h.from-1, h.from, "the", "these", "those", "his", "her", "at", "with", "of", "to")
}

// pluralThing reports whether the name of a label stands in the plural for things that somebody
// has to do with: who "builds kitchens" is no cook.
func (a *answer) pluralThing(h hit) bool {
	last := a.words[h.to-1].Text
	one, many := strings.CutSuffix(last, "s")
	return many && h.to == h.from+1 && manner.word(one)&tRole == 0 && len(jobs.names[last]) == 0 && len(jobs.names[one]) > 0
}

// dealtWith reports whether a label names people in the plural whom somebody only buys from or
// sells to: "from the small farmers".
func (a *answer) dealtWith(cl *clause, h hit) bool {
	one, many := strings.CutSuffix(a.words[h.to-1].Text, "s")
	return h.way == byName && many && manner.word(one)&tRole != 0 && a.has(max(h.from-3, cl.from), h.from, "from", "to", "for") && !a.has(max(h.from-3, cl.from), h.from, "all", "both")
}

// takenOff reports whether a label is only what an amount is told with or without: "after the
// tax".
func (a *answer) takenOff(h hit) bool {
	i := h.from - 1
	if i > 0 && a.has(i, i+1, "the", "all", "any", "every") {
		i--
	}
	return i >= 0 && a.has(i, i+1, "after", "before", "minus", "less", "plus", "without", "including") && slices.ContainsFunc(a.mentions, func(m measure.Mention) bool { return m.Kind == measure.Money || m.Kind == measure.Number })
}

// onlySkill reports whether a label tells how well somebody does a thing, or is that of
// another one of the kind: "I am a terrible cook", "another doctor has been posted".
func (a *answer) onlySkill(cl *clause, h hit) bool {
	if h.way != byName || h.from == cl.from {
		return false
	}
	before := a.words[h.from-1].Text
	return skills[before] || another[before] && !a.is(cl.from, h.from, mI)
}

var (
	skills  = set("terrible good great bad poor excellent awful horrible lousy decent brilliant amazing keen amateur hopeless fast slow")
	another = set("another other new different second substitute replacement some any")
)

// atPresent are the fields of what is so now, of which a thought or a wish tells nothing.
var atPresent = set("h1b.degree_held h1b.job_title employment.title employment.occupation education.institutions.field")

// onlyThought reports whether a clause only thinks of, or wished for, what a label names:
// "I thought about an MBA".
func (a *answer) onlyThought(cl *clause, h hit) bool {
	return a.has(cl.from, h.from, "thought", "thinking", "considered", "considering", "wanted", "dreamed", "dreamt", "wished", "wondered", "hoped", "imagined", "intended")
}

// mourned is who is told to have died: whoever the words themselves name, or mean by a
// pronoun ("we buried him"), else whom the clause is about.
func (r *labelReader) mourned(h hit) party {
	for i := h.from; i < h.to; i++ {
		if p := r.a.terms[i].party & pFamily; p != 0 {
			return p
		}
		if whoseKin[r.a.words[i].Text] || r.a.has(i, i+1, "him", "them") {
			if r.about(h.from)&pSelf == 0 {
				return r.about(h.from)
			}
			return r.lineTopic()
		}
	}
	return r.about(h.from)
}

// supposed reports whether a clause goes on with what a sentence only supposes: "if
// I had a child, I would let him choose, even music".
func (a *answer) supposed(cl *clause) bool {
	if cl.marks&mBut != 0 {
		return false
	}
	for i := int(a.within[cl.from]) - 1; i >= 0 && a.clauses[i].sentence == cl.sentence; i-- {
		if o := &a.clauses[i]; o.hypothetical && a.words[o.from].Text == "if" {
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
		for i := h.from; i < h.to; i++ {
			p &^= r.a.terms[i].party // "take care of children": whom the work is done to
		}
		return p != 0 && p&pSelf == 0 && p&pHuman != 0
	case &preparers:
		return r.a.inName(h.from) || h.to < len(r.a.terms) && r.a.terms[h.to].is(mNot) // "I did not check it"
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
	if w := a.words[h.from]; h.to == h.from+1 && heads[w.Text] && h.from > 0 && a.properAt(h.from) && a.properAt(h.from-1) {
		return true // "Example Analytics"
	}
	if strings.HasSuffix(a.words[h.to-1].Text, "'s") {
		return true // "a captain's daughter"
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
	if h.to < cl.to && a.pluralAfter(cl, h) {
		return true // "what the nurses report"
	}
	return h.from > 0 && a.terms[h.from-1].is(mMine) || h.from > cl.from+1 && a.terms[h.from-2].is(mMine) && a.terms[h.from-1].marks == 0 && !workOf[a.words[h.from-1].Text] && !workNouns[a.words[h.from-1].Text]
}

// titles are the nouns a title ends with: to name one tells no duty.
var titles = set("engineer engineers developer analyst scientist manager architect administrator tester designer consultant programmer specialist executive lead")

// workWords are the nouns that make a subject somebody's work: "civil engineer".
var workWords = set("engineer engineers teacher teachers lecturer professor officer officers servant servants contractor technician manager consultant company firm shop business works stores")

// wasSo reports whether a label belongs to an earlier time, or to a later one than
// the field's: "my bachelor's was in civil engineering", "I worked as a nurse".
func (a *answer) wasSo(cl *clause, h hit, row *labelField) bool {
	if row.path == "employment.occupation" && a.has(cl.from, h.from, "become", "will", "later", "eventually") {
		return true // what is to come is no occupation yet
	}
	switch row.path {
	case "h1b.degree_required":
		return !a.needed(cl, h)
	case "education.institutions.field":
		return a.has(cl.from, cl.to, "will", "going", "want", "plan", "school", "next")
	case "h1b.degree_held", "application.preparer", "trip.bookings", "f1.sevis_status":
		return false
	case "employment.title":
		return !row.ahead && a.has(cl.from, h.from, "become", "will", "later", "eventually")
	}
	if row.path == "f1.level" && a.has(h.to, min(h.to+5, cl.to), "did", "finished", "completed", "took", "made", "got", "had", "was", "have") && a.has(h.to, cl.to, "i", "was") {
		return true // "the bachelor I did in my own city"
	}
	if a.over(cl, h) || row.family == &purposes && a.has(max(cl.from, h.from-3), h.to, "did", "was", "were", "had", "went", "came") || a.has(cl.from, h.to, "bachelor's", "previously", "before", "first", "after") && row.path == "f1.major" {
		return true
	}
	return a.has(cl.from, h.from, "after", "then", "later", "eventually", "future", "become") && row.path != "hp.employment_type" && row.path != "jw.job" && row.family != &purposes
}

// needed reports whether a clause tells which degree a job needs, and not which one
// the applicant holds.
func (a *answer) needed(cl *clause, h hit) bool {
	about := false
	if a.has(cl.from, h.to, "without") && a.has(h.to, len(a.words), "cannot", "can't", "impossible", "not", "nobody", "hard", "difficult") {
		return false
	}
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
		if a.terms[i].is(mPast) && !still || pastForm(w) && !still && i >= h.from && i < h.to || w == "until" && cl.marks&mSoon == 0 || w == "before" && i > h.from {
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

// objectOf reports whether a label only names whom the applicant has to do with: the
// object of a verb that does not say what one is, "I meet parents or the therapist".
func (a *answer) objectOf(cl *clause, h hit) bool {
	if h.way != byName {
		return false
	}
	acted := false
	for i := cl.from + 1; i < h.from; i++ {
		w := a.words[i].Text
		if w == "as" || w == "am" || w == "i'm" || w == "a" && i == h.from-1 && workVerbs[a.words[i-1].Text] {
			return false
		}
		acted = acted || a.acts(i) && !workVerbs[w] && !small[w] && !strings.HasSuffix(w, "ly")
	}
	return acted
}

// workVerbs are the verbs whose object, or what follows them, is the work itself.
var workVerbs = set("work works worked working do did doing run own manage teach study serve practise practice became become started joined handle lead head make sell build train trained train coach")

// modifies reports whether a label only tells what kind of thing the noun after it is:
// "sales reports". Who somebody is ends like a person.
func (a *answer) modifies(h hit) bool {
	if h.way != byName || h.to >= len(a.words) || a.words[h.to].Breaks {
		return false
	}
	last, next := a.words[h.to-1].Text, a.words[h.to].Text
	return manner.word(last)&tRole == 0 && strings.HasSuffix(next, "s") && len(next) > 4 && a.terms[h.to].marks == 0 && a.terms[h.to].party == 0 && manner.word(next)&tRole == 0
}

// several reports whether a label names several people by what they are: "so farmers
// spray less" tells of no job of the applicant's.
func (a *answer) several(cl *clause, h hit) bool {
	return h.way == byName && strings.HasSuffix(a.words[h.to-1].Text, "ers") && (!a.is(cl.from, h.from, mI|mThey) || a.countBefore(h.from) > 1)
}

// afterTraining reports whether nothing but courtesy stands between a word for training and a
// clause that only says in what: "My training, sir, in internal medicine".
func (a *answer) afterTraining(cl *clause, h hit) bool {
	i := cl.from - 1
	for i >= 0 && a.terms[i].is(mSpeech) {
		i--
	}
	return h.from == cl.from+1 && a.has(cl.from, h.from, "in") && a.has(i, i+1, "training", "residency", "fellowship")
}

// beginsTraining reports whether a clause says that the applicant enters training in what a
// label names: "I'm joining as a surgery resident", "I go for cardiology".
func (a *answer) beginsTraining(cl *clause, h hit) bool {
	if cl.who&pSelf == 0 || a.gone(cl) || !a.anyWord(cl.from, h.from, enteringTraining) {
		return false
	}
	return a.has(h.to, h.to+1, "resident", "residency", "fellow", "fellowship", "training") || a.has(h.to-1, h.to, "resident", "residency", "fellow", "fellowship") || h.from >= 2 && a.has(h.from-1, h.from, "for", "into") && enteringTraining[a.words[h.from-2].Text]
}

// enteringTraining are the verbs of entering a training.
var enteringTraining = set("join joining begin beginning start starting enter entering go going switch switching")

// saidOutright reports whether a clause says of its subject what he or she is: "I am
// a nurse", "I work as a driver", "matched into neurology". What somebody does says
// it only under a question.
func (r *labelReader) saidOutright(cl *clause, h hit) bool {
	a := r.a
	if h.way != byName || cl.negated || cl.hedged {
		return false
	}
	if r.row.path == "jp.specialty" && a.has(h.to-1, h.to+1, "residency", "fellowship") && !a.asks(planAfter) && (a.verbless(cl) && h.from-cl.from <= 1 || cl.who&pSelf != 0 && cl.marks&mSoon != 0) && !a.has(cl.from, h.from, "after", "then", "later", "next", "maybe", "before", "previous", "no") {
		return true // "Cardiology fellowship, at Stonebridge"
	}
	if ahead := []string{"going", "will", "gonna"}; r.row.path == "jp.specialty" && a.verbless(cl) && h.from-cl.from <= 1 && a.has(h.to, h.to+1, "resident", "fellow") && a.lineHas(ahead) {
		return true // "You're going to be what?" "A neurology resident"
	}
	if r.row.path == "jp.specialty" && (a.beginsTraining(cl, h) || a.afterTraining(cl, h)) {
		return true
	}
	for i, skipped := h.from-1, 0; i >= cl.from && skipped < 4; i, skipped = i-1, skipped+1 {
		switch a.words[i].Text {
		case "am", "i'm":
			return r.row.of == 0 && r.row.family == &jobs && !a.anyWord(i, h.from, ofTraits) && !a.anyWord(h.to, cl.to, pastimes)
		case "be":
			return r.row.path == "jw.job" && a.has(cl.from, i, "i'll", "will") && a.is(cl.from, i, mI)
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
