package scoring

import (
	"slices"
	"strings"

	"github.com/viceconsul/viceconsul/interview/transcript/measure"
)

// A mark says what a word or a fixed phrase does in an answer. A term can carry
// several.
type mark uint64

const (
	mNot      mark = 1 << iota // denies what follows in its clause
	mAbsolute                  // denies without exception: never, none, nobody
	mYes                       // agrees with the officer's line
	mIf                        // opens something that is not so yet
	mHedge                     // the speaker is not sure
	mFix                       // takes back what was just said
	mSay                       // opens somebody else's words
	mBut                       // turns against what was just said
	mOnly                      // and nothing else
	mExcept                    // all but what follows
	mPast                      // so before, perhaps not now
	mLeftUS                    // went away from there for good
	mSoon                      // not yet, but to come
	mI                         // the applicant speaks of himself or herself
	mThey                      // somebody else
	mMine                      // my, our
	mTheirs                    // his, her, their
	mVerb                      // a verb that carries a sentence
	mPay                       // bears the cost
	mFunds                     // money, savings, salary: where it comes from
	mOwn                       // own, myself
	mHost                      // gives a roof, not money
	mCost                      // what is paid for: trip, fees, expenses
	mSaved                     // money put aside
	mScholar                   // scholarship
	mLoan                      // loan
	mRefused                   // turned down
	mApplied                   // applied
	mVisa                      // visa, embassy, application
	mWent                      // been, went, visited
	mUS                        // the United States
	mThere                     // there
	mPetition                  // an immigrant petition, a green card
	mFiled                     // filed, petitioned
	mArrest                    // arrest, charge, court
	mOverstay                  // stayed beyond, out of status
	mWork                      // work, job
	mReturn                    // go back, home
	mSettle                    // stay for good
	mPending                   // not decided yet
	mDone                      // passed, approved, issued
	mFirst                     // the first time
	mLeftJob                   // resigned, quit
	mKin                       // family in general
	mMarital                   // married, single
	mChildren                  // children in general
	mStatusUS                  // citizen, green card, on a visa
	mOpen                      // no end named: as long as they allow
	mVague                     // enough, some, a lot
	mTrain                     // fellowship, practical training
	mStart                     // starts, arrives
	mEnd                       // ends, leaves
	mSpeech                    // words that carry nothing: sir, well, just
	mDontKnow                  // the speaker does not know
	mMilitary                  // served
	mJ1                        // J-1
	mAll                       // everything, all of them
	mPlace                     // a place of the gazetteer
)

// A party is somebody who can pay, be visited or be related, as a set.
type party uint32

const (
	pSelf party = 1 << iota
	pFather
	pMother
	pBrother
	pSister
	pHusband
	pWife
	pSon
	pDaughter
	pUncle
	pAunt
	pCousin
	pGrandparent
	pNephew
	pInLaw
	pOtherKin
	pPartner // boyfriend, girlfriend, fiancé
	pFriend
	pEmployer // the present one
	pUSCompany
	pSchool
	pScholarship
	pBank
	pGovernment
	pOrganisation
	pHospital
	pPerson // somebody, relation unknown

	pParents   = pFather | pMother
	pSiblings  = pBrother | pSister
	pSpouse    = pHusband | pWife
	pOffspring = pSon | pDaughter
	pImmediate = pParents | pSiblings | pSpouse | pOffspring | pPartner // as the DS-160 counts them
	pExtended  = pUncle | pAunt | pCousin | pGrandparent | pNephew | pInLaw | pOtherKin
	pFamily    = pParents | pSiblings | pSpouse | pOffspring | pExtended
	pHuman     = pFamily | pPartner | pFriend | pPerson
	pBody      = pEmployer | pUSCompany | pSchool | pGovernment | pOrganisation | pHospital
)

// A term is one word, or a fixed phrase of several, with what is known about it.
type term struct {
	marks mark
	party party
	n     uint8 // words it covers; 0 inside a phrase begun before
	poss  bool  // "uncle's"
	broad bool  // stands for any of its parties: parents, family
	place *place
}

func (t *term) is(m mark) bool { return t.marks&m != 0 }

// A phrase is a term of more than one word, by its first word.
type phrase struct {
	rest []string
	term term
}

// A dictionary finds terms: whole phrases first, then single words, then words
// with their ending taken off.
type dictionary struct {
	words   map[string]term
	phrases map[string][]phrase // longest first
	known   map[string]known    // both, by the first word: one look for each word of an answer
}

type known struct {
	term    term
	word    bool // it stands for something by itself
	phrases []phrase
}

// termsOf reads the words of a text. The slice has one term a word.
func termsOf(words []measure.Word) []term {
	var room [24]*lexeme // for most texts
	return termsBy(words, appendLexemes(room[:0], words))
}

// termsBy is termsOf for words that were looked up.
func termsBy(words []measure.Word, known []*lexeme) []term {
	out := make([]term, len(words))
	for i := 0; i < len(words); i += max(int(out[i].n), 1) {
		out[i] = termAt(words, known, i)
	}
	joinKin(words, out)
	return out
}

func termAt(words []measure.Word, known []*lexeme, i int) term {
	if i+1 == len(words) {
		return known[i].term
	}
	next := words[i+1].Text[0]
	for n := range known[i].phrases {
		p := &known[i].phrases[n]
		if p.rest[0][0] != next {
			continue
		}
		if starts(words[i+1:], p.rest) {
			return p.term
		}
		if p.term.party != 0 && startsOwning(words[i+1:], p.rest) {
			t := p.term
			t.poss = true
			return t
		}
	}
	return known[i].term
}

// starts reports whether words begin with a phrase's rest. A mark between two
// words ends a phrase, but not in initials ("U.S.").
func starts(words []measure.Word, rest []string) bool {
	if len(words) < len(rest) {
		return false
	}
	for i, want := range rest {
		if words[i].Text != want || words[i].Breaks && len(want) > 1 {
			return false
		}
	}
	return true
}

// startsOwning reports whether words begin with a phrase's rest whose last word owns
// what follows: "my in-laws' pocket".
func startsOwning(words []measure.Word, rest []string) bool {
	last := len(rest) - 1
	if len(words) <= last || words[last].Breaks || !starts(words, rest[:last]) {
		return false
	}
	tail, ok := strings.CutPrefix(words[last].Text, rest[last])
	return ok && (tail == "'" || tail == "'s")
}

// word looks up one word.
func (d *dictionary) word(w string) term {
	if t, ok := d.words[w]; ok {
		return t
	}
	return d.derived(w)
}

// derived reads a word that is not listed. What an apostrophe joins is taken apart:
// "isn't" is a denial, "uncle's" belongs to the uncle, "I'm" speaks of the applicant.
func (d *dictionary) derived(w string) term {
	if at := strings.IndexByte(w, '\''); at > 0 {
		if strings.HasSuffix(w, "n't") {
			return term{marks: mNot | mVerb}
		}
		t := d.word(w[:at])
		t.poss = w[at:] == "'s" || w[at:] == "'"
		if t.is(mI | mThey) {
			t.marks |= mVerb // I'm, he's, they'll
			if w[at:] == "'ll" {
				t.marks |= mSoon
			}
		}
		return t
	}
	return d.stem(w)
}

// endings that English hangs on a verb or noun, with what to put in their place.
var endings = []struct{ cut, put string }{
	{"ies", "y"}, {"ied", "y"}, {"ing", ""}, {"ing", "e"}, {"ed", ""}, {"d", ""}, {"es", ""}, {"s", ""},
}

func (d *dictionary) stem(w string) term {
	for _, e := range endings {
		if len(w) < len(e.cut)+3 || !strings.HasSuffix(w, e.cut) {
			continue
		}
		if e.put == "" {
			if t, ok := d.words[w[:len(w)-len(e.cut)]]; ok {
				return t
			}
			continue
		}
		if t, ok := d.words[w[:len(w)-len(e.cut)]+e.put]; ok {
			return t
		}
	}
	return term{}
}

// an entry of the dictionary as it is written in the tables: terms apart by
// commas, a term of several words is a phrase.
type entry struct {
	term
	list string
}

// newDictionary reads tables. A word in several tables carries all they say.
func newDictionary(tables ...[]entry) *dictionary {
	d := &dictionary{words: make(map[string]term, 1<<12), phrases: make(map[string][]phrase, 1<<10)}
	for _, table := range tables {
		for _, e := range table {
			for item := range strings.SplitSeq(e.list, ",") {
				d.add(strings.Fields(item), e.term)
			}
		}
	}
	d.inherit()
	d.known = make(map[string]known, len(d.words)+len(d.phrases))
	for w, all := range d.phrases {
		d.known[w] = known{phrases: all}
	}
	for w, t := range d.words {
		d.known[w] = known{term: t, word: true, phrases: d.phrases[w]}
	}
	return d
}

// inherit lets a form that is listed for itself ("paying") say what its base form
// says too.
func (d *dictionary) inherit() {
	all := make(map[string]term, len(d.words))
	for w, t := range d.words {
		all[w] = merged(t, d.stem(w))
	}
	d.words = all
}

func (d *dictionary) add(words []string, t term) {
	switch len(words) {
	case 0:
	case 1:
		d.words[words[0]] = merged(d.words[words[0]], t)
	default:
		d.addPhrase(words, t)
	}
}

func (d *dictionary) addPhrase(words []string, t term) {
	all := d.phrases[words[0]]
	t.n = uint8(len(words))
	switch words[len(words)-1] { // "live there" says where too
	case "there":
		t.marks |= mThere
	case "us", "america", "states":
		t.marks |= mUS
	}
	at := len(all)
	for i, p := range all {
		if slices.Equal(p.rest, words[1:]) {
			all[i].term = merged(p.term, t)
			return
		}
		if len(p.rest) < len(words)-1 {
			at = min(at, i)
		}
	}
	all = append(all, phrase{})
	copy(all[at+1:], all[at:])
	all[at] = phrase{rest: words[1:], term: t}
	d.phrases[words[0]] = all
}

func merged(a, b term) term {
	a.marks |= b.marks
	a.party |= b.party
	a.n = max(a.n, b.n)
	a.broad = a.broad || b.broad
	if b.place != nil {
		a.place = b.place
	}
	return a
}
