package scoring

import (
	"slices"
	"strings"

	"github.com/viceconsul/viceconsul/interview/transcript"
	"github.com/viceconsul/viceconsul/interview/transcript/measure"
)

// meant is an officer's line with what it leaves to the exchange before put into
// words. A line that only doubts the last answer asks its question again ("Nobody at
// all?"); one that only names somebody asks it of that person ("And your mom?"); one that
// only asks with whom, or from where, goes on with the journey or the money spoken of; a
// pronoun stands for a person spoken of ("What does he do?"); a line of a few words goes
// on about that person where it names nobody ("How many?" after children).
func (c *Case) meant(s *spoken, line string, before []Judged) string {
	if len(before) == 0 || len(s.words) == 0 {
		return line
	}
	was := &before[len(before)-1]
	if asked := lastQuestion(was.line); asked != "" && (s.onlyDoubts() || s.doubtsWho(asked)) {
		return asked
	}
	if whole := s.ofAnother(lastQuestion(was.line)); whole != "" {
		return whole
	}
	if whole := s.inScene(was); whole != "" {
		return whole
	}
	goesOn := s.goesOn()
	if whole := c.whoMeant(s, line, before, goesOn); whole != "" {
		return whole
	}
	if !goesOn || len(s.words) > shortLine || slices.ContainsFunc(s.texts, func(w string) bool { return !asksOnly[w] && !livingWords[w] && !statusWords[w] }) {
		return line
	}
	return c.continued(line, *was)
}

// whoMeant is a line with the person its pronoun stands for; "" where it has none to look
// for. A child's father or mother is the applicant's husband or wife.
func (c *Case) whoMeant(s *spoken, line string, before []Judged, goesOn bool) string {
	names := s.namesSomebody()
	for i, w := range s.words {
		fits := standIns[w.Text] & pHuman
		switch {
		case w.Text == "that" && anyOf(s.texts[:1], "who who's"):
			fits = pHe | pShe
		case names && s.terms[i].is(mTheirs) && i+1 < len(s.terms) && s.terms[i+1].party&pParents != 0 && len(s.words) <= 2*shortLine:
			if of := partiesOf(c.spokenOf(before, pOffspring, "")); of != 0 && kinOfKin(of, s.terms[i+1].party) == pSpouse {
				return line[:w.Start] + map[bool]string{true: "your husband", false: "your wife"}[s.terms[i+1].party == pFather] + line[s.words[i+1].End:]
			}
		case names && i == 0 && takesUp[w.Text]:
			if who := c.spokenOf(before, 0, ""); who != "" {
				return who + " is " + strings.TrimSpace(line[w.End:])
			}
		}
		if fits != 0 && !names && (goesOn || fits&pParents != pParents && len(s.words) <= longLine) {
			return line[:w.Start] + c.spokenOf(before, fits, line[w.Start:w.End]) + line[w.End:]
		}
	}
	return ""
}

// takesUp are the words by which a line takes up who was named: "That's your son?"
var takesUp = set("that's he's she's")

// longLine is how many words a line may have for "he" or "she" in it to be looked for in
// the exchange before.
const longLine = 14

// ofAnother is a question asked again of whoever a line names and says nothing else of:
// "And your mom?", "And you?" "" where the line says more, or the question is about
// nobody the line's could stand for.
func (s *spoken) ofAnother(question string) string {
	who := s.onlyNames()
	if who < 0 || question == "" || len(s.texts) == 1 && !yours[s.texts[0]] {
		return "" // "Brother?" asks for one
	}
	with := "your " + s.texts[who]
	switch {
	case yours[s.texts[who]]:
		with = "you"
	case who > 0 && s.terms[who-1].is(mTheirs):
		with = s.texts[who-1] + " " + s.texts[who] // "and her husband?"
	}
	asked := readText(question, false)
	from, to := asked.subjectFor(with == "you")
	if to == 0 {
		return ""
	}
	own := asked.terms[to-1].poss || asked.texts[to-1] == "your" || strings.HasSuffix(asked.texts[to-1], "'s")
	switch {
	case own && with == "you":
		with = "your"
	case own:
		with += "'s"
	}
	return question[:asked.words[from].Start] + with + question[asked.words[to-1].End:]
}

// yours are the words by which a line turns to the applicant.
var yours = set("you yourself yours")

// onlyNames is the word of a line that names somebody and says nothing of them, -1 for
// none.
func (s *spoken) onlyNames() int {
	who := -1
	for i, w := range s.texts {
		t := s.terms[i]
		named := t.party&(pFamily|pPartner) != 0 && (!t.broad || t.party == pParents) && !t.poss
		switch {
		case !named && !yours[w] && !turnsTo[w], len(s.texts) > 2*shortLine:
			return -1
		case named || yours[w]:
			if who >= 0 {
				return -1
			}
			who = i
		}
	}
	return who
}

// turnsTo are the words by which a line turns from one person to another.
var turnsTo = set("and so ok okay now then what how about your the his her what's is for")

// subjectFor is from where to where a question names whom another can stand for: one
// relative, or the applicant where it asks for work; for the applicant, also a company.
func (s *spoken) subjectFor(applicant bool) (from, to int) {
	work := slices.ContainsFunc(s.matters, func(m matter) bool { return m&aboutWork != 0 }) || occupies(s.words)
	for i, w := range s.texts {
		t := s.terms[i]
		kin := t.party&(pFamily|pPartner) != 0 && !t.is(mKin)
		body := applicant && work && (bodies[strings.TrimSuffix(w, "'s")] || w == "they")
		you := work && !applicant && (w == "you" || w == "your" && (i+1 == len(s.terms) || s.terms[i+1].party&pFamily == 0))
		if !kin && !body && !you {
			continue
		}
		if to > 0 {
			return 0, 0
		}
		from, to = i, i+1
		if i > 0 && (turnsTo[s.texts[i-1]] || s.terms[i-1].is(mMine|mTheirs)) && s.texts[i-1] != "is" && s.texts[i-1] != "about" {
			from--
		}
	}
	return from, to
}

// inScene is a line that only asks with whom, or from where, with what was spoken of: the
// stay, the journey, the money. "" for any other line.
func (s *spoken) inScene(was *Judged) string {
	if len(s.texts) > 2*shortLine {
		return ""
	}
	for _, sc := range continuations {
		all := !slices.ContainsFunc(s.texts, func(w string) bool { return !sc.words[w] && !lineLeads[w] })
		if all && slices.ContainsFunc(s.texts, func(w string) bool { return sc.key[w] }) && sc.follows(was) {
			return strings.TrimPrefix(strings.TrimRight(s.text, "?!. ")+sc.goesOn, sc.dropped(s.text))
		}
	}
	return ""
}

// A continuation is what a line without a verb goes on about after some fields, or after
// an amount of money.
type continuation struct {
	key, words map[string]bool
	of         map[string]bool
	goesOn     string
	whole      bool // goesOn says it all, without the words of the line
}

// dropped is what of a line is not said again.
func (c *continuation) dropped(line string) string {
	if c.whole {
		return strings.TrimRight(line, "?!. ")
	}
	return ""
}

// follows reports whether a line can go on so after an exchange.
func (c *continuation) follows(was *Judged) bool {
	if c.of == nil {
		return len(holding(was.asked, wantAmount)) > 0 || slices.ContainsFunc(measure.Scan(measure.Words(was.Turn.Applicant), measure.Date{}), func(m measure.Mention) bool {
			return m.Kind == measure.Money || m.Kind == measure.Number && m.Low > lastYear
		})
	}
	return slices.ContainsFunc(was.asked, func(path string) bool { return c.of[path] })
}

var (
	company     = set("the your our alone with whom who together whole everyone everybody all of you both by yourself family kids children just only anyone anybody else too")
	companyKeys = set("alone with together whole everyone everybody all both yourself")
)

// continuations are read in order: where somebody stays before the journey itself.
var continuations = []continuation{
	{key: companyKeys, words: company, of: set("trip.us_address f1.campus jp.program"), goesOn: " stay there?"},
	{key: companyKeys, words: company, of: set("trip.purpose trip.places trip.arrival_date trip.length_of_stay trip.departure_date trip.bookings family.spouse"), goesOn: " travelling?"},
	{key: set("from source"), words: set("from source where who whom the it it's that's is what and that this comes come coming does all so"), goesOn: " where is the money?"},
	{key: set("j2 f2 h4 2 4 dependant dependent"), words: set("on a an as the j f h j2 f2 h4 2 4 visa dependant dependent is it with"), of: set("identity.marital_status family.spouse"), goesOn: "Is your spouse coming?", whole: true},
	{key: set("one"), words: set("are you the only one an so just"), of: set("family.parents family.siblings"), goesOn: " child?"},
}

// lastYear is more than any number that may be a year.
const lastYear = 2100

// onlyDoubts reports whether a line has no word but those that ask whether the last
// answer holds for all: "None at all?", "Nobody there?", "Really?"
func (s *spoken) onlyDoubts() bool {
	doubt := false
	for i, w := range s.texts {
		if !s.terms[i].is(mAbsolute) && !doubtWords[w] && !s.terms[i].is(mSpeech|mThere) {
			return false
		}
		doubt = doubt || s.terms[i].is(mAbsolute) || doubtWords[w]
	}
	return doubt && len(s.words) <= 2*shortLine
}

// doubtsWho reports whether a line has no word but those that ask whether the answer to a
// question after somebody named all: "Just her?", "Only your uncle?"
func (s *spoken) doubtsWho(asked string) bool {
	words := measure.Words(asked)
	if len(s.words) > shortLine || !containsWord(words, whoWords...) || !anyOf(s.texts, "just only else") {
		return false
	}
	return !slices.ContainsFunc(s.texts, func(w string) bool {
		return !doubtWords[w] && !turnsTo[w] && standIns[w] == 0 && w != "just" && w != "only" && w != "else"
	})
}

// doubtWords are the words of a doubt that names no matter of its own.
var doubtWords = set("nobody noone none never nothing not any anyone anybody somebody someone at all one single even ever sure are you really is that there a so no absolutely certain true")

// spokenOf is the word of the exchange before, or of the one before that, for the
// person a pronoun stands for; the pronoun itself where nobody fits. Who says to be
// married has spoken of a husband or wife.
func (c *Case) spokenOf(before []Judged, fits party, pronoun string) string {
	several := strings.HasPrefix(strings.ToLower(pronoun), "the")
	for n := len(before) - 1; n >= max(len(before)-2, 0); n-- {
		was := &before[n]
		for _, text := range []string{was.Turn.Applicant, was.line} {
			words := measure.Words(text)
			terms := termsOf(words)
			if group := groupOf(terms); several && group != "" {
				return group
			}
			if i := stoodFor(terms, fits, several); i >= 0 {
				return text[words[i].Start:words[i+max(int(terms[i].n), 1)-1].End]
			}
			if i := c.contactIn(words); i >= 0 && !several {
				return text[words[i].Start:words[i].End]
			}
		}
		if fits&pSpouse != 0 && slices.Contains(was.asked, marital) && slices.ContainsFunc(was.Claims, func(k Claim) bool { return k.kind == kindMarital && k.word == "married" && !k.Negative }) {
			return map[bool]string{true: "husband", false: "wife"}[fits&pHusband != 0]
		}
		if several && slices.ContainsFunc(was.asked, func(path string) bool { return hosts[path] }) {
			return "host company"
		}
	}
	return pronoun
}

// hosts are the fields that say who is visited or does the inviting.
var hosts = set("us_contact.name_or_org us_contact.relationship")

// stoodFor is the last word a pronoun can stand for, one called the speaker's own before
// any other: "my sister", not "her first baby". -1 for none.
func stoodFor(terms []term, fits party, several bool) int {
	last := -1
	for i := len(terms) - 1; i >= 0; i-- {
		right := terms[i].party&pParents != pParents && !terms[i].is(mKin)
		if several {
			right = terms[i].broad || terms[i].party&pBody != 0 // "they" is nobody's mother alone
		}
		if terms[i].party&fits == 0 || terms[i].poss || !right {
			continue
		}
		if i > 0 && terms[i-1].is(mMine) {
			return i
		}
		last = max(last, i)
	}
	return last
}

// contactIn is the word of a text that is of the declared contact's name, -1 for none.
func (c *Case) contactIn(words []measure.Word) int {
	f := c.fact("us_contact.name_or_org")
	if f == nil {
		return -1
	}
	return slices.IndexFunc(words, func(w measure.Word) bool { return f.named(w.Text) })
}

// named reports whether a word is one of a declared contact's name, and no word that
// stands in other lines too.
func (f *fact) named(w string) bool {
	return len(w) > 2 && !tieWords[w] && f.has(strings.TrimSuffix(w, "'s"))
}

// groupOf is the word for several relatives named together, "" for fewer than two.
func groupOf(terms []term) string {
	all, n := party(0), 0
	for _, t := range terms {
		p := t.party & (pFamily | pFriend | pPartner)
		if p == 0 || t.poss || t.is(mKin) || all&p == p {
			continue
		}
		all |= p
		if n++; t.broad {
			n++
		}
	}
	for _, g := range []struct {
		of   party
		word string
	}{{pParents, "parents"}, {pSiblings, "siblings"}, {pOffspring, "children"}, {pFamily, "family"}} {
		if n > 1 && all&^g.of == 0 {
			return g.word
		}
	}
	return ""
}

// asksOnly are the words of a line that asks and names no matter.
var asksOnly = set("how many much what where which when who why doing and so here there old now of is are do does still alive how's what's where's age ages names name name's")

// livingWords are those of a line that asks what somebody lives on.
var livingWords = set("on income job work occupation business earn earns make makes salary earning monthly yearly does working profession")

// statusWords are those of a line that asks for somebody's status there.
var statusWords = set("green card citizen citizenship status legal legally resident papers visa")

// continued is a line that names nobody with the relative the exchange before ended
// with, where that makes it a question about the family.
func (c *Case) continued(line string, was Judged) string {
	if !ofKin(was.asked) && !slices.ContainsFunc(was.asked, func(path string) bool { return hosts[path] }) && !slices.ContainsFunc(payerFields, func(path string) bool { return slices.Contains(was.asked, path) }) {
		return line
	}
	for _, text := range []string{was.Turn.Applicant, was.line} {
		words := measure.Words(text)
		terms := termsOf(words)
		for i := len(terms) - 1; i >= 0; i-- {
			if terms[i].party&(pFamily|pPartner) == 0 || terms[i].poss || terms[i].is(mKin) {
				continue
			}
			with := strings.TrimRight(line, "?!. ") + " " + words[i].Text + "?"
			if asked := c.fieldsOfLine(with); ofKin(asked) || slices.Contains(asked, "finance.sponsors") {
				return with
			}
			if f := c.fact(immediateUS); f != nil && f.parties&terms[i].party != 0 && statusWords[measure.Words(line)[0].Text] {
				return words[i].Text + "'s status there?"
			}
			return line
		}
	}
	return line
}

// ofKin reports whether one of the fields is about the family.
func ofKin(paths []string) bool {
	return slices.ContainsFunc(paths, func(path string) bool {
		f, ok := transcript.LookupField(path)
		return ok && f.Class == transcript.ClassFamily || path == companions
	})
}
