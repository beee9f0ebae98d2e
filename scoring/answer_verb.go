package scoring

import "strings"

// verbless reports whether a clause only names something: it has no verb but a form
// of "to be" or "to have".
func (a *answer) verbless(cl *clause) bool {
	for i := cl.from; i < cl.to; i++ {
		t, w := a.terms[i], a.words[i].Text
		if t.is(mVerb|mPay) && a.lexemes[i].is&isHelping == 0 && !t.is(mI|mThey) || a.lexemes[i].past || i > cl.from && (a.acts(i) || doing(w) && a.lexemes[i-1].is&isHelping != 0) {
			return false
		}
	}
	return true
}

// helping are the verbs that only join a name to what it is the name of.
var helping = set("is are was were am be been have has had got it's that's he's she's i've i'm we've there's will would")

// acts reports whether the word at i is what a pronoun before it does: "I read".
func (a *answer) acts(i int) bool {
	was := a.words[i-1].Text
	subject := was == "i" || was == "we" || was == "he" || was == "she" || was == "they"
	return subject && a.lexemes[i].is&isHelping == 0 && !a.terms[i].is(mNot|mOnly|mHedge|mSpeech)
}

// doing reports whether a word reads as a verb that goes on: "preparing".
func doing(w string) bool { return len(w) > 5 && strings.HasSuffix(w, "ing") }

// pastForm reports whether a word reads as a verb in the past: it ends so, on a stem that
// can be spoken ("shred" has none), and is no other word ("speed", "united").
func pastForm(w string) bool {
	stem, ends := strings.CutSuffix(w, "ed")
	switch {
	case !ends || len(w) <= 4:
		return len(w) <= longestIrregular && irregular.at(w)
	case strings.HasSuffix(stem, "e"):
		return doubled[w]
	}
	return strings.ContainsAny(stem, "aeiouy") && !adjectives[w]
}

// doubled are the past forms of verbs that end in two vowels.
var doubled = set("agreed disagreed freed guaranteed refereed decreed")

const longestIrregular = len("brought")

// irregular are the commonest past forms without that ending.
var irregular = newWordTable(set("did went came took made gave met saw told said found knew began ran wrote bought sold sent spent brought taught became built"))

// adjectives end like verbs in the past and tell no time.
var adjectives = set("naked sacred ahmed mohammed muhammed united married unmarried divorced widowed separated engaged hundred required included supposed located based limited fixed expected called named")

// gone reports whether a clause tells of something that is over: it has a verb in
// the past and none for what is to come.
func (a *answer) gone(cl *clause) bool {
	if cl.marks&mSoon != 0 {
		return false
	}
	for i := cl.from; i < cl.to; i++ {
		if w := a.words[i].Text; a.lexemes[i].past || w == "was" || w == "were" || w == "had" || w == "been" {
			return true
		}
	}
	return false
}
