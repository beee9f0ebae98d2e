package scoring

import (
	"slices"
	"strings"

	"github.com/viceconsul/viceconsul/interview/transcript/measure"
)

// restoreMarks puts marks where a speaker stops, in an answer that was written down without
// any, as speech is heard: before a subject with its verb that comes after all of another
// clause, and after a bare answer word. It leaves a place alone where it is not sure.
func (a *answer) restoreMarks() {
	if n := len(a.words); n < 4 || strings.ContainsAny(a.turn.Applicant[a.words[n-1].End:], ".!?") || slices.ContainsFunc(a.words[1:], func(w measure.Word) bool { return w.Breaks }) {
		return
	}
	from := 0 // where the present clause begins
	for i := 1; i < len(a.words); i++ {
		if a.stopsBefore(from, i) {
			a.words[i].Breaks, a.unmarked = true, true
			from = i
		}
	}
}

// stopsBefore reports whether a clause that began at from is over before word i.
func (a *answer) stopsBefore(from, i int) bool {
	was, w := a.words[i-1].Text, a.words[i].Text
	switch {
	case a.lexemes[i-1].is&isAddress != 0 && was != "doctor" && was != "please", was == "no" && a.answersNo(from, i):
		return !connecting[w]
	case i-from == 1 && from == 0 && agreeing[was]:
		return !connecting[w]
	case i-from == 1 && from == 0 && bareAnswers[was]:
		return !connecting[w] && (subjectWords[w] || a.terms[i].is(mMine) || w == "the")
	case smallFigures[was] && a.listsFrom(i):
		return true
	case i-from == 1 && smallFigures[was]:
		return w == "the" || subjectWords[w] || a.terms[i].is(mMine) || w == "a" && i+1 < len(a.words) && a.terms[i+1].party != 0
	case (w == "and" || w == "but" || timeTurn(a.words, i) > 0) && a.told(from, i) && a.topicAfter(i+max(timeTurn(a.words, i), 1)):
		return true // "they refused me and Iowa they accepted", "now the district petitions"
	case !a.opensSubject(i) || a.leansOn(i) || a.topicBefore(from, i):
		return false
	case a.told(from, i):
		return true
	}
	return a.fragment(from, i)
}

// answersNo reports whether the "no" before word i is an answer of its own, or denies what
// stands before it, and not the noun after it: "in Nevada no my uncle lives elsewhere".
func (a *answer) answersNo(from, i int) bool {
	w := a.words[i].Text
	return subjectWords[w] || a.terms[i].is(mMine) || w == "the" || w == "there" || w == "not" || w == "only" || w == "just"
}

// listsFrom reports whether a row of counted things stands from word i on: "two assistants
// one secretary".
func (a *answer) listsFrom(i int) bool {
	figure := func(at int) bool {
		w := a.words[at].Text
		return smallFigures[w] || figures[w]
	}
	n := 0
	for j := i; j+1 < min(i+8, len(a.words)) && (j > i || smallFigures[a.words[i].Text]); j++ {
		if figure(j) && !figure(j+1) && !timeUnits[a.words[j+1].Text] {
			n++
		}
	}
	return n > 1 && !figure(i+1)
}

// opensSubject reports whether a subject with its verb stands at word i.
func (a *answer) opensSubject(i int) bool {
	w := a.words[i].Text
	next := i + 1
	if subjectWords[w] {
		return next < len(a.words) && !a.terms[next].is(mBut) && !connecting[a.words[next].Text]
	}
	if w == "there" && next < len(a.words) {
		return a.lexemes[next].is&isHelping != 0
	}
	if !a.terms[i].is(mMine) && !possessing[w] && w != "the" {
		return false
	}
	for j := next + 1; j < min(next+4, len(a.words)); j++ {
		switch {
		case a.finite(j), j == next+1 && thirds[a.words[j].Text]:
			return true
		case connecting[a.words[j].Text]:
			return false
		}
	}
	return false
}

// finite reports whether the word at i is a verb that a subject carries.
func (a *answer) finite(i int) bool {
	w := a.words[i].Text
	return a.lexemes[i].is&isHelping != 0 && w != "am" && w != "be" || a.lexemes[i].past || personal[w] || a.terms[i].is(mNot) && a.terms[i].is(mVerb)
}

// leansOn reports whether the subject at word i belongs to what stands before it: to a word
// that governs it, or to a verb that takes it for its object.
func (a *answer) leansOn(i int) bool {
	was, w := a.words[i-1].Text, a.words[i].Text
	t := a.terms[i-1]
	if keepsOn[was] || takesClause[was] || connecting[was] || governing[was] || t.is(mIf|mHedge|mSay|mNot|mBut|mOnly|mMine|mTheirs) {
		return true
	}
	if a.spokenAdverb(i - 1) {
		return true
	}
	if t.is(mVerb|mPay) || a.lexemes[i-1].is&isHelping != 0 || a.lexemes[i-1].past {
		return !subjectWords[w]
	}
	return timesAgo[was] && a.has(max(i-3, 0), i-1, "last", "this", "next", "that", "first", "every", "each", "some", "any", "second", "the", "one") ||
		relatable[was] || i >= 2 && (a.has(i-2, i-1, "the", "that", "this", "which", "what", "same", "all", "every", "only")) && !a.deniedAt(i)
}

// topicBefore reports whether what stands before the pronoun at word i only says of whom or
// what the clause is: "my husband he is a driver", "and Iowa they accepted".
func (a *answer) topicBefore(from, i int) bool {
	if !thirds[a.words[i].Text] {
		return false
	}
	k := i - 1
	for k > from && i-k < 5 && a.words[k].Text != "and" && a.words[k].Text != "but" && !a.finite(k) {
		k--
	}
	if w := a.words[k].Text; k > from && (w == "and" || w == "but") && k < i-1 && a.told(from, k) {
		return true
	}
	last := i - 1
	for last > from && a.lexemes[last].is&isAddress != 0 {
		last--
	}
	if last > 0 && a.terms[last].party&pHuman != 0 && a.terms[last-1].is(mMine) {
		return true
	}
	return i-from < 6 && a.terms[last].party&pHuman != 0 && !a.told(from, last+2)
}

// topicAfter reports whether a subject with its verb stands at word i, or one that a pronoun
// takes up again.
func (a *answer) topicAfter(i int) bool {
	if i >= len(a.words) {
		return false
	}
	for j := i + 1; j < min(i+5, len(a.words)-1); j++ {
		if a.finite(j) || governing[a.words[j].Text] && !thirds[a.words[j].Text] {
			break
		}
		if thirds[a.words[j].Text] {
			return true
		}
	}
	return a.words[i-1].Text != "and" && a.words[i-1].Text != "but" && a.opensSubject(i)
}

// timeTurn is how many words from i on turn to another time: "now", "this year"; 0 for none.
func timeTurn(words []measure.Word, i int) int {
	switch {
	case words[i].Text == "now":
		return 1
	case words[i].Text == "this" && i+1 < len(words) && timesAgo[words[i+1].Text]:
		return 2
	}
	return 0
}

// spokenAdverb reports whether the word at i goes before a subject as often as after a verb.
func (a *answer) spokenAdverb(i int) bool {
	return adverbials[a.words[i].Text] || a.lexemes[i].is&isAdverb != 0
}

// deniedAt reports whether the subject at i is of a denial, which no relative clause
// without its pronoun is: "the company I don't pay".
func (a *answer) deniedAt(i int) bool { return i+1 < len(a.words) && a.terms[i+1].is(mNot) }

// told reports whether a verb stands in the clause so far.
func (a *answer) told(from, i int) bool {
	if i-from < 3 {
		return false
	}
	for j := from; j < i-1; j++ {
		if a.terms[j].is(mVerb|mPay) || a.lexemes[j].past || a.lexemes[j].is&isHelping != 0 {
			return true
		}
	}
	return false
}

// fragment reports whether the words so far are an answer by themselves, and not when or
// where what follows was: "two flats", "not immediately".
func (a *answer) fragment(from, i int) bool {
	if a.words[from].Text == "not" {
		return true
	}
	w := a.words[from].Text
	switch {
	case (w == "just" || w == "only") && from+1 < i:
		w = a.words[from+1].Text
		from++
	case i-from > longFronted && governing[w]:
		return !timeUnits[a.words[i-1].Text] // more than says where or when
	}
	return !keepsOn[w] && !connecting[w] && !adverbials[w] && !a.has(from, i, "last", "this", "that", "next", "every", "when", "if", "because", "ago", "since", "after", "before") && a.lexemes[from].is&isAdverb == 0 && !relatable[a.words[i-1].Text] && !timeUnits[a.words[i-1].Text] && !a.terms[from].is(mIf|mHedge|mSay|mSpeech|mBut|mOnly)
}

// longFronted is how many words stand before a subject to say where or when.
const longFronted = 5

var (
	// bareAnswers answer a line by themselves.
	bareAnswers = set("no nope nah right never nobody nothing none nowhere sure okay")
	// agreeing are those that no clause goes on from.
	agreeing = set("yes yeah yep correct exactly")
	// subjectWords are the subjects that begin a clause.
	subjectWords = set("i he she they we it i'm i've i'd i'll he's he'd he'll she's she'd she'll they're they've they'd they'll we're we've we'd we'll it's there's that's")
	// thirds are the pronouns that take up somebody or something just named.
	thirds = set("he she they he's she's they're they've he'll she'll they'll it it's")
	// takesClause are verbs that a clause follows without a word between.
	takesClause = set("think know believe hope guess say said says tell told tells see saw want wants wish feel understand hear heard let make made mean means ask asked need suppose expect imagine assume promise promised remember forget knew thought is are was were am")
	// possessing make a subject of a noun after them that is of somebody else.
	possessing = set("his their our her its")
	// connecting go on with a sentence that they join a clause to.
	connecting = set("and or but so then because since as that which who whom whose where when while if unless although though whereas however except than like until till before after once whether how what why also nor plus")
	// governing take the noun after them into their own clause.
	governing = set("in on at of to for from with by into onto near without within through during via per over under between about around against among behind beside both all only just even still not no my our his her their your the a an this these those every each any some many i he she we they it you is are was were be been am have has had do does did will would can could should may might must")
	// adverbials stand before a subject, to say when or how.
	adverbials = set("now then today tomorrow yesterday maybe perhaps actually honestly basically normally usually sometimes always never often soon later earlier recently already yes okay ok well sorry thanks please oh omg god wow first second finally here there currently hopefully inshallah alhamdulillah otherwise instead together again in on at from for with by during since until before after")
	// timesAgo are nouns of time that, with a word before them, say when.
	timesAgo = set("time year month week day morning night evening summer winter spring semester term january february march april may june july august september october november december")
	// timeUnits measure how long what follows went on: "six years I was there".
	timeUnits = set("years months weeks days hours")
	// relatable are nouns that a clause follows without a word between: "the way I work".
	relatable = set("way reason thing things everything anything something all place one ones time moment day whatever sure glad happy afraid certain me told")
)
