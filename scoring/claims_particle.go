package scoring

import (
	"slices"
	"strings"
)

// polarLine reports whether the officer's line can be answered by yes or no.
func (a *answer) polarLine() bool {
	for i, w := range a.ask {
		switch w {
		case "do", "does", "did", "have", "has", "are", "is", "was", "were", "will", "can", "any", "ever", "even", "would":
			if i == 0 || w == "any" {
				return true
			}
		}
	}
	return a.ownLine && len(a.ask) <= 2*shortLine && (strings.HasSuffix(strings.TrimSpace(a.turn.Officer), "?") || a.named && !marked(a.turn.Officer)) && !a.lineHas(asksOpenly)
}

// asksOpenly are words by which a line asks for more than a yes or a no.
var asksOpenly = []string{"what", "what's", "what'll", "which", "who", "who's", "whom", "whose", "where", "where's", "when", "when's", "why", "how", "how's", "or", "for", "much", "many"}

// particles reads the yes or no an answer opens with, and to which word. to is 0
// when there is none.
func (a *answer) particles() (yes bool, to int, sure bool) {
	i := 0
	if len(a.clauses) > 1 && a.clauses[0].question && a.clauses[0].to <= 3 {
		i = a.clauses[0].to // "Me? No, never."
	}
	for i < len(a.words) && a.terms[i].is(mSpeech) {
		i += max(int(a.terms[i].n), 1)
	}
	if i == len(a.words) {
		return false, 0, false
	}
	if cl := a.clauseOf(i); cl.hedged && cl.to < len(a.words) && a.words[cl.to].Text == "no" && a.clauseOf(cl.to).to == cl.to+1 {
		return false, cl.to + 1, true // "I think nobody did. No."
	}
	t, cl := a.terms[i], a.clauseOf(i)
	n := i + max(int(t.n), 1)
	switch {
	case cl.hedged || cl.question || t.is(mDontKnow):
		return false, 0, false
	case t.is(mYes), a.has(i, i+1, "once", "twice"):
		return true, n, true
	case cl.negated && a.has(cl.not+1, min(cl.not+2, cl.to), "such") && a.polarLine():
		return false, cl.to, true // "there's no such thing"
	case cl.negated && a.has(i, cl.to, "happened", "happen"), a.words[i].Text == "not" && t.is(mPending):
		return false, cl.to, true
	case slices.Contains([]string{"no", "nope", "nah", "never", "none", "nothing", "nobody"}, a.words[i].Text) || t.is(mAbsolute) || a.has(i, i+1, "zero", "nil", "nowhere") && cl.to-i <= 2:
		if a.words[i].Text == "no" && !particle(a.words, a.terms, cl, i) && !a.is(i+1, i+2, mNot) && n == i+1 {
			return false, 0, false
		}
		if t.is(mAbsolute) && cl.to-i > 3 && !a.has(n, n+1, "has", "have", "did", "like", "of", "from", "in", "had", "ever", "been", "is", "there", "sir", "so", "whatsoever", "at") {
			return false, 0, false // "nobody told me about it"
		}
		if at := a.takenBack(n); at > 0 {
			return true, at, true // "No. Sorry, yes, once."
		}
		return false, n, true
	case a.words[i].Text == "not" && a.has(i+1, i+3, "one", "single", "even") && a.has(i+2, i+5, "rupee", "cent", "dollar", "naira", "kobo", "penny", "peso", "cedi", "shilling", "taka", "dinar", "riyal", "coin", "time", "day"):
		return false, cl.to, true // "not one rupee"
	case a.has(i, i+1, "me", "myself") && a.has(i+1, i+2, "no", "never", "not") && i+2 == cl.to:
		return false, cl.to, true // "me no, but my boss did"
	case a.words[i].Text == "not" && a.has(i+1, i+2, "that", "to") && a.has(i+2, cl.to, "know", "knowledge"):
		return false, cl.to, false // "not that I know of"
	case t.is(mI) && cl.to-i <= 4 && cl.marks&mVerb != 0 && a.plainVerb(i+1, cl.to):
		return !cl.negated, cl.to, true // "I have", "I haven't", "we do not"
	}
	return false, 0, false
}

// takenBack is the word after a yes that takes back a no, 0 when none does.
func (a *answer) takenBack(from int) int {
	for i := from; i+1 < len(a.terms); i++ {
		if (a.terms[i].is(mFix) || a.has(i, i+1, "actually")) && a.terms[i+1].is(mYes) {
			return i + 2
		}
	}
	return 0
}

// plainVerb reports whether words are only a helping verb and its denial.
func (a *answer) plainVerb(from, to int) bool {
	for i := from; i < to; i++ {
		if !a.terms[i].is(mNot|mSpeech) && !slices.Contains([]string{"have", "do", "did", "am", "was", "will", "can", "has", "haven't", "don't", "didn't", "wasn't", "won't", "can't", "havent", "dont", "didnt"}, a.words[i].Text) {
			return false
		}
	}
	return true
}
