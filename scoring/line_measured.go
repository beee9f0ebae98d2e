package scoring

import (
	"math/bits"
	"slices"
	"strings"

	"github.com/viceconsul/viceconsul/interview/transcript"
)

// A lineSet is some of the words that stand in the entries above.
type lineSet [12]uint64

func (s *lineSet) add(bit int) { s[bit/64] |= 1 << (bit % 64) }

func (s *lineSet) has(word string) bool {
	bit := measuredWords[word]
	return s[bit/64]&(1<<(bit%64)) != 0
}

// only is what stands in both sets.
func (s *lineSet) only(o *lineSet) (both lineSet) {
	for i := range s {
		both[i] = s[i] & o[i]
	}
	return both
}

// size is how many words stand in a set.
func (s *lineSet) size() int {
	n := 0
	for _, w := range s {
		n += bits.OnesCount64(w)
	}
	return n
}

func (s *lineSet) meets(o *lineSet) bool {
	for i := range s {
		if s[i]&o[i] != 0 {
			return true
		}
	}
	return false
}

// measuredWords numbers the words of the entries.
var measuredWords = numberWords()

// numberWords makes the sets of all entries, once.
func numberWords() map[string]int {
	numbers := map[string]int{"@anyone": 0}
	setOf := func(words []string) (s lineSet) {
		for _, w := range words {
			if _, known := numbers[w]; !known {
				numbers[w] = len(numbers)
			}
			s.add(numbers[w])
		}
		return s
	}
	for i := range measures {
		m := &measures[i]
		m.field, m.without = whole(m.path), setOf(strings.Fields(m.not))
		for _, entry := range m.line {
			var groups []lineSet
			for g := range strings.FieldsSeq(entry) {
				groups = append(groups, setOf(strings.Split(g, "|")))
			}
			m.entries = append(m.entries, groups)
		}
	}
	return numbers
}

// fits reports whether a line asks for a measured value.
func (m *measured) fits(line *lineSet) bool {
	return !m.without.meets(line) && slices.ContainsFunc(m.entries, func(groups []lineSet) bool {
		for i := range groups {
			if !groups[i].meets(line) {
				return false
			}
		}
		return len(groups) < 2 || wordEach(groups, line)
	})
}

// wordEach reports whether a line has a word for each of the groups it meets: one word of
// two groups is not enough for both, "who are these people?"
func wordEach(groups []lineSet, line *lineSet) bool {
	var all lineSet
	for i := range groups {
		both := groups[i].only(line)
		for j := range all {
			all[j] |= both[j]
		}
	}
	return all.size() >= len(groups)
}

// over are the words of a line that is about what is over.
var over = set("did was were had spent stayed went happened")

// aboutAnyone reports whether the word at i begins a subject that is nobody in
// particular: "does a nanny", "do colleagues in sales". Of what belongs to the
// applicant's own matters it does not: "how long a trip", "do classes".
func aboutAnyone(texts []string, terms []term, i int) bool {
	noun := i
	switch was := texts[i-1]; {
	case texts[i] == "a" || texts[i] == "an":
		if was != "do" && was != "does" && was != "long" && was != "much" && was != "what's" {
			return false
		}
		noun = i + 1
	case was != "do" || ownSubjects[texts[i]]:
		return false
	}
	if noun >= len(texts) || terms[noun].party != 0 {
		return false
	}
	_, own := measuredWords[texts[noun]]
	return !own || texts[noun] == "people" || texts[noun] == "others" || texts[noun] == "colleagues"
}

// paysOut reports whether the word at i asks how something is paid for, or what for,
// and not what is earned: "how are you paying for this?", "are you paid to speak?"
func paysOut(texts []string, i int) bool {
	return (texts[i] == "pay" || texts[i] == "paying" || texts[i] == "paid") && i+1 < len(texts) && (texts[i+1] == "for" || texts[i+1] == "to")
}

// setsOut reports whether the word at i tells of the way there and of no end: "fly out",
// "over there".
func setsOut(texts []string, i int) bool {
	switch texts[i] {
	case "out":
		return i > 0 && settingOut[texts[i-1]]
	case "over":
		return i+1 < len(texts) && (texts[i+1] == "there" || texts[i+1] == "here")
	}
	return false
}

// settingOut are the verbs of setting out on a journey.
var settingOut = set("fly flying flies head heading ship shipping set setting start starting move moving go going travel travelling")

// comesTo reports whether the word at i only adds up what was told: "that makes how many
// years?"
func comesTo(texts []string, i int) bool {
	return (texts[i] == "makes" || texts[i] == "make") && i > 0 && (texts[i-1] == "that" || texts[i-1] == "it" || texts[i-1] == "which") && i+1 < len(texts) && texts[i+1] != "you"
}

// ownSubjects are pronouns and articles that may follow "do" in a line about the applicant.
var ownSubjects = set("you your you'll they we i it the this that these those not have know think plan want need say get")

// lineWords is what stands in an officer's line, as far as entries know it.
func lineWords(texts []string, terms []term) (s lineSet) {
	has, been, opened := false, false, false
	for i, w := range texts {
		if asking, is := strings.CutSuffix(w, "'s"); is && (asking == "when" || asking == "what" || asking == "how") {
			w = asking
		}
		if bit, known := formOf(w); known && !setsOut(texts, i) && !paysOut(texts, i) && !comesTo(texts, i) && !(opened && w == "when" && texts[i-1] != "and") {
			s.add(bit) // "what will you do when you finish" asks for no date
		}
		opened = opened || w == "what" || w == "how" || w == "why" || w == "who" || w == "where"
		if i > 0 && aboutAnyone(texts, terms, i) {
			s.add(measuredWords["@anyone"])
		}
		if over[w] {
			s.add(measuredWords["@past"])
		}
		if terms[i].party&pHuman&^pSelf != 0 || w == "he" || w == "she" || w == "his" || w == "her" || w == "they" && !slices.Contains(texts, "you") && !(i+1 < len(texts) && givers[texts[i+1]]) || w == "they're" && i+1 < len(texts) && !givers[texts[i+1]] && !slices.Contains(texts, "you") {
			s.add(measuredWords["@who"])
		}
		has = has || w == "have" || w == "has" || w == "you've"
		been = been || w == "since" || w == "been" || has && (pastForm(w) || w == "held")
	}
	if been {
		s.add(measuredWords["@since"])
	}
	return s
}

// givers are the verbs of who gives the money: they who pay are asked for what they
// pay, and not for what they earn.
var givers = set("pay paying give giving offer offering provide providing cover covering")

// formOf is the number of a word of the entries, or of the one it is a form of.
func formOf(w string) (int, bool) {
	if bit, known := measuredWords[w]; known {
		return bit, true
	}
	for _, ending := range []string{"'s", "s", "es", "d", "ed", "ing"} {
		if stem, is := strings.CutSuffix(w, ending); is && (len(stem) > 3 || ending == "'s" && len(stem) > 2) {
			if bit, known := measuredWords[stem]; known {
				return bit, true
			}
		}
	}
	return 0, false
}

// seek says which declared measured values the officer's line asks for, in the
// order of their rows: those of the bank's question before others.
func (c *Case) seek(line *lineSet, asked []string, own bool) []*measured {
	if line.has("@anyone") {
		return nil
	}
	var all []*measured
	for _, m := range c.measures {
		if (own || slices.Contains(asked, m.field)) && m.fits(line) {
			all = append(all, m)
		}
	}
	return all
}

// declaredMeasures are the measured values that are declared, in the order of their rows.
func (c *Case) declaredMeasures() []*measured {
	var all []*measured
	for i := range measures {
		if m := &measures[i]; c.declares(m.path) {
			all = append(all, m)
		}
	}
	return all
}

// declares reports whether a profile of this category holds a field or its part.
func (c *Case) declares(path string) bool {
	of := whole(path)
	f := c.fact(of)
	if f == nil || f.field == nil || !slices.Contains(f.field.For, c.category) {
		return false
	}
	return of == path || c.fact(path) != nil
}

// soughtOne is the first of the measured values the line asks for that satisfies is.
func (a *answer) soughtOne(is func(*measured) bool) *measured {
	if i := slices.IndexFunc(a.sought, is); i >= 0 {
		return a.sought[i]
	}
	return nil
}

// lasts reports whether a value is, or implies, a length of time.
func (m *measured) lasts() bool {
	return m.unit != "" || m.path == "trip.length_of_stay" || m.path == visitLength
}

// dated reports whether a value is, or implies, a calendar date.
func (m *measured) dated() bool {
	if m.path == "jp.match_year" || m.path == "jw.home_university" || m.path == "jp.program_length_years" || m.path == "trip.length_of_stay" {
		return true
	}
	f, ok := transcript.LookupField(m.path)
	return ok && f.Type == transcript.TypeDate
}
