package scoring

import (
	"slices"
	"strings"

	"github.com/viceconsul/viceconsul/interview/transcript/measure"
)

// in reports whether a cue of the book stands in words.
func (b cueBook) in(said []form) bool {
	for i := range said {
		if k, _ := b.find(said, i, len(said)); k != nil {
			return true
		}
	}
	return false
}

// ofOthers reports whether a clause tells of what a friend or a relative has: "my
// sister too, she sat at home". Some things may be a close relative's.
func (s *standing) ofOthers(m *concern, cl *clause) bool {
	others := (pFamily | pFriend | pPartner) &^ m.kin
	if cl.who&others&^pSelf != 0 && !cl.inherits || s.opensWith(cl, others) {
		return true
	}
	if m.own && s.a.has(cl.from, cl.from+1, "my", "our") && cl.from+1 < cl.to && strings.HasSuffix(s.a.words[cl.from+1].Text, "'s") {
		return true // "my supervisor's last student"
	}
	if m.own && cl.who&pHuman&^pSelf != 0 && cl.who&pSelf == 0 && !s.a.speaksOfMe(cl) {
		return true
	}
	if cl.who != pPerson || !s.a.has(cl.from, cl.to, "he", "she", "his", "her", "him") {
		return false
	}
	for i := range s.a.clauses {
		if o := &s.a.clauses[i]; o.from < cl.from && o.who&others != 0 {
			return true
		}
	}
	return false
}

// opensWith reports whether a clause opens with somebody: "my study partner failed".
func (s *standing) opensWith(cl *clause, others party) bool {
	if cl.inherits || !s.a.has(cl.from, cl.from+1, "my", "our", "a", "one", "some") {
		return false
	}
	for i := cl.from + 1; i < min(cl.from+4, cl.to); i++ {
		if t := s.a.terms[i]; t.party&others != 0 && !t.poss {
			return true
		}
	}
	return false
}

// ofAnother reports whether what a clause says from word i to end, without naming the
// matter, is said of something else: it has an object of its own ("they gave me the
// form"), or prepositions to another question ("not decided where to eat").
func (s *standing) ofAnother(m *concern, cl *clause, i, end int) bool {
	if head := s.headOf(cl); head < i && (s.said[head].said == "the" || s.said[head].said == "a") && !s.known(m, head+1, i) {
		return true // "the new section waits for me"
	}
	for j := max(cl.from, i-turnReach); j < min(cl.to, end+turnReach); j++ {
		w := s.said[j].said
		if j >= end && embeds[w] {
			return true
		}
		if !determiners[w] || j > cl.from && prepositions[s.said[j-1].said] || !s.afterVerb(cl, j) || j >= i && j < end {
			continue
		}
		if !s.known(m, j+1, cl.to) {
			return true
		}
	}
	return false
}

// headOf is where a clause begins that may open with words that only join it.
func (s *standing) headOf(cl *clause) int {
	at := cl.from
	for at < cl.to-1 && (s.a.terms[at].is(mSpeech|mBut|mYes) || s.said[at].said == "and" || s.said[at].said == "so") {
		at++
	}
	return at
}

// afterVerb reports whether a verb stands before word j, so that what follows is its
// object.
func (s *standing) afterVerb(cl *clause, j int) bool {
	for n := max(cl.from, j-turnReach); n < j; n++ {
		if s.a.terms[n].is(mVerb) || pastForm(s.said[n].said) || possessed[s.said[n].base] {
			return true
		}
	}
	return false
}

// known reports whether the noun that follows a determiner is one that stands for the
// matter or for what moves it: its paper, its office, a person, a time.
func (s *standing) known(m *concern, from, to int) bool {
	if from+1 < to && s.said[from].said == "of" && s.a.has(from+1, from+2, "them", "it", "those", "these") {
		return true // "any of them"
	}
	for j := from; j < min(from+3, to); j++ {
		if prepositions[s.said[j].said] {
			return false
		}
		if k, _ := m.books().named.find(s.said, j, to); k != nil || papers[s.said[j].base] || s.a.terms[j].party != 0 || s.a.terms[j].place != nil || s.measured(j) {
			return true
		}
		if k, _ := m.cueAt(s.said, j, to); k != nil {
			return true
		}
	}
	return from >= to
}

// measured reports whether a number, a date or a length stands at word i.
func (s *standing) measured(i int) bool {
	return slices.ContainsFunc(s.a.mentions, func(m measure.Mention) bool { return m.From <= i && i < m.To })
}

// determiners open a noun.
var determiners = set("the a an my our this these those some any his her their its one two another")

// prepositions are prepositions: the noun after one is no object.
var prepositions = set("in on at from by for of to with until till since before after during through under about as per within near into over past than like except without behind beyond because upto")

// embeds open a question inside an answer.
var embeds = set("where what which who whom whose how why whether")

// papers, in base form, are what a state shows in, who decides it and when.
var papers = bases(`letter paper approval certificate file document request application result score mail email decision answer reply permission signature stamp copy original
	board bank manager director ministry office officer department head company employer consulate agency council committee lawyer hospital branch university sponsor government uscis
	day week month year time morning date process condition`)
