package scoring

import (
	"slices"

	"github.com/viceconsul/viceconsul/interview/transcript/measure"
)

// A clause is the words between two sentence or clause marks, or from a joining
// word on, with what holds for all it says. The words of clauses cover the answer
// in order, without gaps.
type clause struct {
	from, to     int  // words, to exclusive
	sentence     int  // which sentence of the answer it stands in, from 0
	not          int  // the word that denies, -1 for none
	negated      bool // what it says is denied
	hypothetical bool // "if", "would have"
	quoted       bool // somebody's words reported: "my aunt says"
	other        bool // about somebody else: "my friend got refused"
	question     bool // the applicant asks something back
	hedged       bool // "maybe", "I think"
	general      bool // what people of a kind do: "doctors find work"
	marks        mark // of all its terms together
	who          party
	inherits     bool // who is the subject of the clause before
}

// plain reports whether a clause states something as so.
func (cl clause) plain() bool { return !cl.hypothetical && !cl.quoted && !cl.question && !cl.general }

// stated reports whether a clause states something as so in answer to what was asked:
// by itself, or as what a body or an official said of it ("they told me sixty hours").
// What relatives, friends and people at large say does not count.
func (a *answer) stated(cl *clause, asked bool) bool {
	if cl.plain() {
		return true
	}
	return asked && cl.quoted && !cl.hypothetical && !cl.question && cl.who&(pFamily|pFriend) == 0 && !a.has(cl.from, cl.to, "heard", "hear", "everybody", "someone", "somebody", "others") &&
		(!a.has(cl.from, cl.to, "people") || a.has(cl.from, cl.to, "hospital", "company", "school", "university", "agency", "sponsor", "office", "bank", "hr"))
}

// clausesOf cuts an answer into clauses and says what holds in each. Where its marks were
// put in, each ends a sentence.
func clausesOf(text string, words []measure.Word, terms []term, mentions []measure.Mention, unmarked bool) []clause {
	out := make([]clause, 0, len(words)/8+2)
	sentence := 0
	next := 0 // the first mention that ends after word i
	for i := range words {
		for next < len(mentions) && mentions[next].To <= i {
			next++
		}
		inside := next < len(mentions) && mentions[next].From < i && !endsSentence(text[words[i-1].End:words[i].Start]) // "August 23, 2027"
		if i > 0 && (inside || !words[i].Breaks && !joins(words, terms, out[len(out)-1].from, i)) {
			continue
		}
		if i > 0 {
			out[len(out)-1].to = i
			if words[i].Breaks && (unmarked && wholeBefore(words, terms, out[len(out)-1].from, i) || endsSentence(text[words[i-1].End:words[i].Start])) {
				sentence++
			}
		}
		out = append(out, clause{from: i, sentence: sentence, not: -1})
	}
	if len(out) == 0 {
		return nil
	}
	out[len(out)-1].to = len(words)
	for i := range out {
		out[i].read(text, words, terms)
	}
	spread(out, words, terms)
	trail(out, words, terms)
	return out
}

// wholeBefore reports whether what was said from word from on is a sentence by itself when a
// mark is put before word i: it has a verb, or says as much as one, and no pronoun takes it up.
func wholeBefore(words []measure.Word, terms []term, from, i int) bool {
	return !thirds[words[i].Text] && (i-from > longFronted || anyIs(terms[from:i], mVerb|mPay))
}

func endsSentence(between string) bool {
	for i := range len(between) {
		switch between[i] {
		case '.', '!', '?', ';', '{', '}': // braces are a machine's, and hold what is not spoken
			return true
		}
	}
	return false
}

// joins reports whether a new clause begins at word i without a mark: at "but",
// "because" and their like, and at an "and" between two verbs. from is where the
// present clause began.
func joins(words []measure.Word, terms []term, from, i int) bool {
	switch words[i].Text {
	case "but", "because", "although", "though", "whereas", "while", "however", "if", "unless", "except":
		return words[i].Text != "if" || words[i-1].Text != "as"
	case "and", "or":
		if i+2 < len(words) && isNobody[words[i+1].Text] && anyIs(terms[from:i], mVerb|mPay) {
			return !words[i+2].Breaks // "and nobody returns it"
		}
		return anyIs(terms[from:i], mVerb|mPay) && i+1 < len(words) && opensClause(words, terms, i+1) && goesOn(words, terms, i+1)
	case "so", "then", "who", "which", "where":
		return anyIs(terms[from:i], mVerb|mPay) && i+1 < len(words) && opensClause(words, terms, i+1)
	case "i", "he", "she", "they", "it":
		if words[i].Text == "it" && (i+1 == len(words) || words[i+1].Breaks || besideIt[words[i+1].Text]) {
			return false // "they have not given it out yet"
		}
		// two sentences run together: "my father he pays I have no loan"
		return i-from > 3 && anyIs(terms[from:i], mVerb|mPay) && !terms[i-1].is(mIf|mHedge|mSay|mVerb|mOpen|mNot) && !keepsOn[words[i-1].Text]
	}
	return false
}

// goesOn reports whether the words from i to the next mark have a verb of their own,
// or leave it out: "and my uncle too".
func goesOn(words []measure.Word, terms []term, i int) bool {
	for j := i; j < len(words) && (j == i || !words[j].Breaks); j++ {
		if terms[j].is(mVerb|mPay) || pastForm(words[j].Text) || words[j].Text == "too" || words[j].Text == "also" {
			return true
		}
	}
	return false
}

// isNobody are the subjects that deny.
var isNobody = set("nobody nothing none")

// besideIt are words after which "it" was what something is done to.
var besideIt = set("out up off in on at to for from with by yet now today and because back over down till until last this myself himself herself ourselves")

// keepsOn are words after which a pronoun goes on with the same clause.
var keepsOn = set("that what as and how so when before after until like the because but if where while who which than since about for to with of at by in on from into all")

// opensClause reports whether a subject stands at word i.
func opensClause(words []measure.Word, terms []term, i int) bool {
	return terms[i].is(mI|mThey|mMine|mTheirs|mVerb) || slices.Contains([]string{"it", "the", "there", "that"}, words[i].Text)
}

// read says what holds in one clause by itself.
func (cl *clause) read(text string, words []measure.Word, terms []term) {
	denials := 0
	outer := false // "it's not that he isn't": the two undo each other
	for i := cl.from; i < cl.to; i++ {
		t := terms[i]
		cl.marks |= t.marks
		if t.is(mIf) && i > 0 && words[i-1].Text == "as" {
			cl.marks &^= mIf // "as if" supposes nothing
		}
		if unsaid(words, terms, cl, i) {
			outer = true // "I cannot say my in-laws are not putting hand"
			continue
		}
		if !t.is(mNot) || particle(words, terms, cl, i) {
			continue
		}
		if i+1 < cl.to && (words[i+1].Text == "that" || words[i+1].Text == "as" && i+2 < cl.to && (words[i+2].Text == "if" || words[i+2].Text == "though")) && denials == 0 {
			outer = true
			continue
		}
		denials++
		if cl.not < 0 {
			cl.not = i
		}
	}
	cl.negated = denials > 0 != outer
	cl.hypothetical = cl.marks&mIf != 0
	cl.hedged = cl.marks&mHedge != 0
	cl.question = asksBack(text, words, cl)
	cl.who = subject(words, terms, cl)
	cl.other = cl.who != 0 && cl.who&pSelf == 0
	cl.general = universal(words, terms, cl)
	cl.quoted = cl.marks&mSay != 0 && (cl.other || hearsay(words, terms, cl))
}

// unsaid reports whether the words at i refuse to say what follows in the clause.
func unsaid(words []measure.Word, terms []term, cl *clause, i int) bool {
	next := i + int(terms[i].n)
	return terms[i].is(mDontKnow) && next < cl.to && (words[i].Text == "cannot" || words[i].Text == "can't") && words[next-1].Text == "say" &&
		(terms[next].is(mMine) || terms[next].party != 0 || words[next].Text == "that")
}

// hearsay reports whether a clause passes on what others do: "I heard that some
// people overstay".
func hearsay(words []measure.Word, terms []term, cl *clause) bool {
	for i := cl.from; i < cl.to; i++ {
		if words[i].Text == "heard" || words[i].Text == "hear" {
			return anyIs(terms[i:cl.to], mThey)
		}
	}
	return false
}

// particle reports whether the denial at word i only answers the officer's line
// and denies nothing of its own clause: "No sir", "No my uncle is paying".
func particle(words []measure.Word, terms []term, cl *clause, i int) bool {
	if words[i].Text != "no" || i != cl.from {
		return false
	}
	if i+1 == cl.to {
		return true
	}
	next := terms[i+1]
	if words[i+1].Text == "officer" && i+2 < cl.to && ofOfficers[words[i+2].Text] {
		return false // "no officer ever said so"
	}
	return next.is(mI|mThey|mMine|mSpeech) || words[i+1].Text == "it" || words[i+1].Text == "the"
}

// ofOfficers are words after which "no officer" is nobody, and not an answer to one.
var ofOfficers = set("ever has have had at from in of there here said told refused rejected denied turned gave would could")

// asksBack reports whether a clause ends in a question mark.
func asksBack(text string, words []measure.Word, cl *clause) bool {
	if w := words[cl.from:cl.to]; len(w) > 2 && (w[0].Text == "should" || w[0].Text == "shall" || w[0].Text == "may") && (w[1].Text == "i" || w[1].Text == "we") {
		return true // "should I wait outside, or will somebody call?"
	}
	end := len(text)
	if cl.to < len(words) {
		end = words[cl.to].Start
	}
	for i := words[cl.to-1].End; i < end; i++ {
		if text[i] == '?' {
			return true
		}
	}
	return false
}

// besideOne are words after which "me" only says where or how somebody else is.
var besideOne = set("beside behind near like before")

// somebody are the words for a person of whom no more is known.
var somebody = set("lady woman man guy girl boy person gentleman one people")

// subject is who a clause is about: the applicant, or the first person named who
// is not the object of a verb or a preposition; 0 when nobody is.
func subject(words []measure.Word, terms []term, cl *clause) party {
	if words[cl.from].Text == "who" || words[cl.from].Text == "whose" {
		for i := cl.from - 1; i >= 0 && i > cl.from-6; i-- {
			if p := terms[i].party & pHuman &^ pSelf; p != 0 {
				return p // "my father, who is a civil engineer"
			}
		}
	}
	if oneOfThem[words[cl.from].Text] && cl.from > 0 && cl.from+1 < cl.to && (terms[cl.from+1].is(mVerb) || pastForm(words[cl.from+1].Text)) {
		for i := cl.from - 1; i >= 0 && i > cl.from-8; i-- {
			if p := terms[i].party & pHuman &^ pSelf; p != 0 {
				return p // "two classmates. One matched in Cleveland"
			}
		}
	}
	if i := cl.from + 1; i+1 < cl.to && somebody[words[i].Text] && (words[i+1].Text == "that" || words[i+1].Text == "who") {
		return pPerson // "the lady that sells beside me"
	}
	for i := cl.from; i < cl.to; i++ {
		t := terms[i]
		switch {
		case (words[i].Text == "me" || words[i].Text == "us") && i > cl.from && besideOne[words[i-1].Text]:
			return pPerson // "the woman beside me"
		case t.is(mI) && t.party == 0:
			return pSelf
		case t.party&pHuman != 0 && !t.poss && t.party&pSelf == 0:
			return t.party
		case t.is(mThey) && i+1 < cl.to && terms[i+1].is(mI):
			// "the others I will raise myself": what is spoken of stands first
		case t.is(mThey), i+2 < cl.to && t.is(mMine) && terms[i+1].marks == 0 && terms[i+1].party == 0 && personal[words[i+2].Text]:
			return pPerson // he; my landlord lives
		case t.is(mVerb | mPay | mHost), takesObject.at(words[i].Text) && i == cl.from:
			return 0
		}
	}
	return 0
}

// oneOfThem are words that single out of people just spoken of.
var oneOfThem = set("one another both some two three most all")

// personal are verbs only people are the subject of.
var personal = set("lives live works work studies told said says thinks wants asked helps explained called advised recommended has gets earns makes takes draws receives")

// takesObject are words at the head of a clause after which a person is no subject.
var takesObject = newWordTable(set("to for with by from of at about visit visiting see seeing because near"))

// spread carries what holds in one clause to its neighbours in the same sentence:
// a subject left out is the one before, what follows an opening "if" is not so
// yet, and reported speech runs to the end of its sentence.
func spread(out []clause, words []measure.Word, terms []term) {
	for i := 1; i < len(out); i++ {
		was, cl := &out[i-1], &out[i]
		if cl.sentence != was.sentence {
			continue
		}
		if cl.who == 0 {
			cl.who, cl.other, cl.inherits = was.who, was.other, true
		}
		turns := cl.marks&mBut != 0 && words[cl.from].Text == "but" || cl.negated && words[cl.from].Text == "so"
		if was.hypothetical && !turns && words[was.from].Text != "but" && firstOf(out, i-1) {
			cl.hypothetical = true
		}
		if was.quoted && !turns && (cl.who&pSelf == 0 || was.other && terms[was.to-1].is(mSay)) {
			cl.quoted = true // "my friend said, I am"
		}
		if cl.hypothetical && words[cl.from].Text == "if" && was.marks&mSoon != 0 && was.marks&mVerb != 0 {
			was.hypothetical = true // "I will stay there, if they offer me a job"
		}
	}
}

// trail carries a "no" at the end of a row of names back over the row: "but
// parents, brothers, no".
func trail(out []clause, words []measure.Word, terms []term) {
	for i := 1; i < len(out); i++ {
		cl := out[i]
		if words[cl.from].Text != "no" || anyIs(terms[cl.from+1:cl.to], ^mSpeech) || anyParty(terms[cl.from:cl.to]) || cl.to < len(words) && out[i+1].sentence == cl.sentence {
			continue
		}
		for j := i - 1; j >= 0 && out[j].sentence == cl.sentence && out[j].marks&(mVerb|mPay|mI) == 0 && !out[j].negated && anyParty(terms[out[j].from:out[j].to]); j-- {
			out[j].negated, out[j].not = true, out[j].from
			if words[out[j].from].Text == "but" {
				break
			}
		}
	}
}

func anyParty(terms []term) bool {
	return slices.ContainsFunc(terms, func(t term) bool { return t.party != 0 })
}

func firstOf(out []clause, i int) bool { return i == 0 || out[i-1].sentence != out[i].sentence }

// universal reports whether a clause says what people of a kind do: "doctors find work
// easily", "in our place uncles help". Whose people they are would be said of one's own.
func universal(words []measure.Word, terms []term, cl *clause) bool {
	for i := cl.from; i+1 < cl.to; i++ {
		w := words[i].Text
		kind := peoples[w] || terms[i].party&pHuman != 0 && !terms[i].poss && len(w) > 4 && w[len(w)-1] == 's' && w != "parents"
		if !kind {
			if terms[i].is(mVerb|mPay) && !terms[i].is(mMine) {
				return false
			}
			continue
		}
		free := i == cl.from || !terms[i-1].is(mMine|mTheirs) && terms[i-1].party == 0 && !bound[words[i-1].Text]
		return free && !after[words[i+1].Text] && !words[i+1].Breaks
	}
	return false
}

// peoples are words for people, by what they are or do, of no number.
var peoples = set("people persons students doctors nurses engineers teachers lawyers workers employers women men youths graduates")

// bound are the words that make a plural somebody's own, or some of its kind.
var bound = set("the these those two three four five six seven eight nine ten twelve hundred thousand million dozen some all both other of many several no few with our my to for and as are were is american local hire young old older")

// after are the words that follow a plural which is no subject.
var after = set("of in at from for with and or to who that there here by on are were as too also only now like went came told said asked")

// absolute reports whether a clause is denied by a word that leaves nothing over: never,
// none.
func (a *answer) absolute(cl *clause) bool { return cl.not >= 0 && a.terms[cl.not].is(mAbsolute) }
