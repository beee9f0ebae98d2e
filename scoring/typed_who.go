package scoring

import (
	"slices"

	"github.com/viceconsul/viceconsul/interview/transcript/measure"
)

// who is the first word that names who, or -1: a person, a body, a name, nobody.
func (s *sheet) who() int {
	nobody := slices.IndexFunc(s.words, func(w measure.Word) bool { return w.Text == "nobody" || w.Text == "none" })
	name := s.nameAt
	for name >= 0 && name < len(s.words) && (!s.named(name) || s.ofPlace(name) || s.inMention(name) || name > 0 && whither[s.words[name-1].Text] || matters.word(s.words[name].Text)&aboutLanguage != 0 || !s.acting(name)) {
		name++
	}
	if name == len(s.words) {
		name = -1
	}
	return earliest(s.party(), name, nobody, s.nounFirst())
}

// ofPlace reports whether word i belongs to the name of a place: "New York".
func (s *sheet) ofPlace(i int) bool {
	return s.terms[i].is(mPlace) || i > 0 && s.terms[i].n == 0 && s.ofPlace(i-1)
}

// nounFirst is the first word of an answer that begins with nothing but a name for
// somebody, or -1: "The other two residents."
func (s *sheet) nounFirst() int {
	start := s.first()
	if s.query.want != wantWho || start < 0 || s.relevant(start) == strays {
		return -1
	}
	cl := s.clauseOf(start)
	for i := cl.from; i < cl.to; i++ {
		if s.terms[i].is(mVerb|mPay|mI|mSoon) || helping[s.words[i].Text] {
			return -1
		}
	}
	for i := start; i < cl.to; i++ {
		if s.traits[i]&(tEmpty|tDeflect) == 0 && !judging[s.words[i].Text] && !open[s.words[i].Text] {
			return start
		}
	}
	return -1
}

// party is the first word that names who: a person, a body, or the applicant.
// "A respectable family" names nobody.
func (s *sheet) party() int {
	for i, t := range s.terms {
		nobody := t.party == 0 && (s.traits[i]&tRole == 0 || conditions[s.words[i].Text]) && (!t.is(mThey) || standins[s.words[i].Text] || open[s.words[i].Text]) && s.words[i].Text != "me" && !s.mineOwn(i)
		if s.dead[i] || nobody && !s.selfActs(i) || s.clauseOf(i).general || s.query.want == wantWho && (open[s.words[i].Text] || s.words[i].Text == "they") {
			continue
		}
		if t.broad && i >= 2 && s.words[i-2].Text == "a" || !s.acting(i) {
			continue
		}
		return i
	}
	return -1
}

// conditions are words for what somebody is that name nobody.
var conditions = wordSet("retired unemployed self-employed")

// open are words for people that name none.
var open = wordSet("someone somebody people others everyone everybody many")

// mineOwn reports whether word i is what the applicant calls his or her own, as the
// one who acts: "my assistant will".
func (s *sheet) mineOwn(i int) bool {
	return s.query.want == wantWho && i > 0 && ours[s.words[i-1].Text] && s.within[i] == s.within[i-1] && s.traits[i]&tEmpty == 0 &&
		s.matterless(i) && (i+1 == len(s.words) || s.within[i+1] != s.within[i] || s.terms[i+1].is(mVerb|mSoon|mPay))
}

// matterless reports whether a word is about nothing known, as most names of people's
// places are.
func (s *sheet) matterless(i int) bool {
	return matters.word(s.words[i].Text)&^(aboutKin|aboutWork|aboutStudy|aboutHealth) == 0
}

// acting reports whether who stands at a word can be whom the question asks for: in
// a clause that does not stray and, where money is asked for, that speaks of it or
// only names.
func (s *sheet) acting(word int) bool {
	cl := *s.clauseOf(word)
	if s.query.want != wantWho {
		return s.relevant(word) != strays
	}
	if s.common[s.within[word]] {
		return false // "we are a big company"
	}
	if s.query.about&aboutMoney == 0 {
		person := s.terms[word].party&pHuman != 0 || s.terms[word].party == 0
		return s.relevant(word) == meets || s.verbless(&cl) || person && s.relevant(word) != strays
	}
	return s.relevant(word) == meets || s.verbless(&cl) || s.selfActs(word) || s.any(cl.from, cl.to, tSomehow) || acted[s.words[cl.to-1].Text]
}

// selfActs reports whether word i is the applicant as the one who acts: "I pay",
// "I did".
func (s *sheet) selfActs(i int) bool {
	if s.words[i].Text != "i" {
		return false
	}
	return s.is(i, min(i+4, len(s.words)), mPay|mFunds) || s.owns(*s.clauseOf(i))
}
