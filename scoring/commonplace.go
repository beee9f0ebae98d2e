package scoring

import (
	"slices"

	"github.com/viceconsul/viceconsul/interview/transcript/measure"
)

// commonplace reports whether a clause says what would be so for anybody: that there
// is much of something, how good something is, or what people of a kind do.
func (s *sheet) commonplace(cl clause) bool {
	return cl.general || s.abounds(cl) || s.values(cl)
}

// abounds reports whether a clause says that there is much of something: "there are
// many jobs".
func (s *sheet) abounds(cl clause) bool {
	for i := cl.from; i+2 < cl.to; i++ {
		if s.words[i].Text == "there" && helping[s.words[i+1].Text] {
			return s.answer.has(i+2, i+4, "many", "much", "lot", "lots", "plenty", "several", "so")
		}
	}
	return false
}

// values reports whether a clause says of something only how good it is: "it is a
// reputable university with experienced lecturers". What it says that of does not
// matter; what it says beside the praise does.
func (s *sheet) values(cl clause) bool {
	at := s.copulaIn(cl)
	if at < 0 && (!s.verbless(&cl) || s.query.want == wantReason) || !s.praised(at+1, cl.to) || s.pinned(cl) {
		return false
	}
	for i := max(at+1, cl.from); i < cl.to; i++ {
		if (s.words[i].Text == "to" || s.words[i].Text == "for") && s.praised(at+1, i) && !s.any(i, cl.to, tFirst) {
			return true // "it is important to find the bugs"
		}
		praised := i > cl.from && s.praised(i-1, i) // "experienced lecturers"
		if s.particular(i) && s.lexemes[i].is&isPraise == 0 && !praised && !slices.Contains(s.query.plain, s.words[i].Text) {
			return false
		}
	}
	return true
}

// praised reports whether a word from from to to is praise.
func (s *sheet) praised(from, to int) bool {
	for i := max(from, 0); i < to; i++ {
		if s.lexemes[i].is&isPraise != 0 && s.traits[i]&tLate == 0 || s.traits[i]&tBrochure != 0 {
			return true
		}
	}
	return false
}

// copulaIn is the first verb of a clause that only ascribes, before any other verb,
// or -1.
func (s *sheet) copulaIn(cl clause) int {
	for i := cl.from; i < cl.to; i++ {
		switch {
		case s.lexemes[i].is&isAscribing != 0:
			return i
		case s.terms[i].is(mVerb|mPay) && !s.terms[i].is(mI|mThey), s.lexemes[i].past:
			return -1
		}
	}
	return -1
}

// ascribing are the verbs that join a thing and what it is like.
var ascribing = wordSet("is are am was were be been has have had having it's that's he's she's they're we're i'm looks look seems seem sounds feels")

// pinned reports whether a clause holds something that can be checked: a measure, or a
// proper name that the question did not bring.
func (s *sheet) pinned(cl clause) bool {
	if s.measured(cl.from, cl.to, measure.Number, measure.Money, measure.Duration, measure.Calendar) >= 0 {
		return true
	}
	for i := cl.from; i < cl.to; i++ {
		if (s.words[i].Text == "to" || s.words[i].Text == "for") && s.praised(cl.from, i) {
			return false // "important for Africa"
		}
		if i > s.copulaIn(cl) && s.named(i) && s.lexemes[i].is&isStates == 0 && !slices.Contains(s.query.plain, s.words[i].Text) {
			return true
		}
	}
	return false
}
