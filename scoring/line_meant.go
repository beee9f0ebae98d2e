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
	if whole := s.leftOpen(); whole != "" {
		return whole
	}
	if plain := c.plainly(s, before); plain != "" {
		return plain
	}
	if c.asksOwnTrade(s) {
		return "How much do you earn a month?"
	}
	if len(before) == 0 || len(s.words) == 0 {
		return line
	}
	was := &before[len(before)-1]
	if s.asksAWhile() && (toldOfWork(before) || slices.ContainsFunc(was.asked, func(path string) bool { return strings.HasPrefix(path, "employment.") })) {
		return "How long have you been working there?"
	}
	if c.asksWhoWeAre(s, was) {
		return "Who is travelling with you?"
	}
	if s.ofEarlierStay(was) {
		return "How long did you stay on your last visit to the United States?"
	}
	if again := s.whatIsHe(); again != "" {
		return c.meant(readText(again, false), again, before)
	}
	if s.asksWhichSchool(before) {
		return "Which campus?"
	}
	asked := lastQuestion(was.line)
	if asked != "" && (s.onlyDoubts() || s.doubtsWho(asked)) {
		return asked
	}
	if whole := c.ofSponsor(s, line, was); whole != "" && s.onlyNames() >= 0 && was.line != was.Turn.Officer && strings.HasSuffix(was.line, " earn?") {
		return whole // after "She does well?", "And mom?" asks what she does
	}
	if whole := s.ofAnother(asked); whole != "" {
		return whole
	}
	if s.onlyGets() && c.first("jw.pay", "jp.stipend_usd") != nil {
		return "How much will they pay you there?"
	}
	if whole := s.inScene(was); whole != "" {
		return whole
	}
	if whole := c.ofSponsor(s, line, was); whole != "" {
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

// asksOwnTrade reports whether a line asks what one of the applicant's own trade earns: "What
// does a conservator make in Serbia?" of a conservator.
func (c *Case) asksOwnTrade(s *spoken) bool {
	f := c.fact("employment.title")
	if f == nil || c.fact("employment.monthly_income") == nil || !anyOf(s.texts, "make makes earn earns") || !anyOf(s.texts, "what what's much") || anyOf(s.texts, "there will would") {
		return false
	}
	for i := range len(s.texts) - 1 {
		if anyOf(s.texts[i:i+1], "a an") && f.has(s.texts[i+1]) {
			return true
		}
	}
	return false
}

// asksWhichSchool reports whether a line asks which of the schools of a name is meant that
// was named just before: "Which one?" after "University of Washington".
func (s *spoken) asksWhichSchool(before []Judged) bool {
	return len(before) > 0 && slices.Equal(s.texts, []string{"which", "one"}) &&
		slices.ContainsFunc(before[len(before)-1].Claims, func(k Claim) bool { return k.kind == kindName && k.Field == "f1.school" })
}

// onlyGets reports whether a line only asks what the applicant gets: "And you get?"
func (s *spoken) onlyGets() bool {
	n := len(s.texts)
	return n >= 2 && n <= shortLine && s.texts[n-1] == "get" && anyOf(s.texts[n-2:n-1], "you you'll you'd")
}

// whoMeant is a line with the person its pronoun stands for; "" where it has none to look
// for. A child's father or mother is the applicant's husband or wife.
func (c *Case) whoMeant(s *spoken, line string, before []Judged, goesOn bool) string {
	names := s.namesSomebody()
	for i, w := range s.words {
		stands := s.lexemes[i].stands
		fits := stands & pHuman
		switch {
		case w.Text == "that" && anyOf(s.texts[:1], "who who's"):
			fits = pHe | pShe
		case names && s.terms[i].is(mTheirs) && i+1 < len(s.terms) && len(s.words) <= 2*shortLine:
			if whole := c.theirKin(s, line, before, i); whole != "" {
				return whole
			}
		case names && i == 0 && takesUp[w.Text]:
			if who := c.spokenOf(before, 0, ""); who != "" {
				return who + " is " + strings.TrimSpace(line[w.End:])
			}
		}
		if stands&pBody != 0 && i > 0 && anyOf(s.texts, "you") && anyOf(s.texts, "pay paying pays join joined give") {
			return "" // who the applicant works for
		}
		if fits != 0 && !names && (goesOn || fits&pParents != pParents && len(s.words) <= longLine) {
			who := c.spokenOf(before, fits, line[w.Start:w.End])
			if i+1 < len(s.texts) && givers[s.texts[i+1]] && partiesOf(who)&pOffspring != 0 {
				return "" // children give nobody money
			}
			if takesUp[w.Text] && w.Text != "that's" {
				who += " is" // "She's a doctor too?"
			}
			return line[:w.Start] + who + line[w.End:]
		}
	}
	return ""
}

// leftOpen is a line that leaves its question out with it in words: "Since?" asks since when,
// and "When you finish?" what is done then. "" for any other line.
func (s *spoken) leftOpen() string {
	at := 0
	for at < len(s.texts) && lineLeads[s.texts[at]] {
		at++
	}
	rest := s.texts[at:]
	switch {
	case len(rest) == 0 || len(rest) > 2*shortLine:
		return ""
	case len(rest) == 1 && anyOf(rest, "since until till"):
		return s.text[s.words[at].Start:s.words[at].End] + " when?"
	case !anyOf(rest[:1], "when once after") || len(rest) == 1 || inverted[rest[1]] || anyOf(rest, "did was were had"):
		return ""
	case rest[0] == "when" && !anyOf(rest[1:2], "you you're you've it's"), !slices.ContainsFunc(rest[1:], func(w string) bool { return finishing[w] }):
		return ""
	}
	return "What will you do " + s.text[s.words[at].Start:]
}

// finishing are the words of the end of studies or of a program.
var finishing = set("finish finished graduate graduated graduation degree program programme course studies phd doctorate years done over complete completed")

// ofEarlierStay reports whether a line asks how long one of the visits just told of was: "How
// long the second time?"
func (s *spoken) ofEarlierStay(was *Judged) bool {
	return len(s.texts) <= 2*shortLine && anyOf(s.texts, "long") && anyOf(s.texts, "first second third last other that") && anyOf(s.texts, "time trip visit one") && slices.Contains(was.asked, "us_history.visits")
}

// whatIsHe is the question what somebody does for a line that asks what he or she is: "What is
// he?" "" for any other.
func (s *spoken) whatIsHe() string {
	n := len(s.texts)
	if n > 2 && n <= shortLine+1 && s.texts[n-1] == "in" && anyOf(s.texts[:1], "what what's") && s.terms[n-2].party&pFamily != 0 {
		return "What does " + s.text[s.words[n-2].Start:s.words[n-2].End] + " do?"
	}
	if n < 2 || n > 4 || standIns[s.texts[n-1]]&pHuman == 0 || anyOf(s.texts[n-1:], "they them his her him") || !anyOf(s.texts[n-2:n-1], "is what's") || s.texts[n-2] == "is" && (n == 2 || s.texts[n-3] != "what") {
		return ""
	}
	return "What does " + s.texts[n-1] + " do?"
}

// ofSponsor is a line that only names a declared sponsor as the question what that one does,
// and one about the sponsor's shop or firm as one about the sponsor's: "And grandma?", "How
// much does the pharmacy make?" "" for any other.
func (c *Case) ofSponsor(s *spoken, line string, was *Judged) string {
	f := c.fact("finance.sponsors")
	if f == nil || len(s.words) > 2*shortLine {
		return ""
	}
	if asks := c.ofSponsorsTrade(s, was); asks != "" {
		return asks
	}
	if n := len(s.words); n > 0 && !slices.ContainsFunc(s.texts[:n-1], func(w string) bool { return !turnsTo[w] || w == "for" }) {
		if t := s.terms[n-1]; t.party&c.payers.persons&pFamily != 0 && t.party&pSelf == 0 && !t.poss {
			return "What does your " + s.texts[n-1] + " do?"
		}
	}
	if s.namesSomebody() {
		return ""
	}
	if slices.Contains(s.texts, "it") && anyOf(s.texts, "make makes bring brings earn earns yield yields") {
		for _, w := range measure.Words(was.Turn.Applicant) {
			if who := c.whoseTrade(f, w.Text); who != "" {
				return "How much does your " + who + "'s " + w.Text + " make?"
			}
		}
	}
	for i := 1; i < len(s.words); i++ {
		if s.texts[i-1] != "the" {
			continue
		}
		if who := c.whoseTrade(f, s.texts[i]); who != "" {
			return line[:s.words[i-1].Start] + "your " + who + "'s" + line[s.words[i-1].End:]
		}
	}
	return ""
}

// ofSponsorsTrade is a line that goes on about the money a declared sponsor makes, who was
// just spoken of, as the question how much that is: "And business is good?", "On how much?" ""
// for any other.
func (c *Case) ofSponsorsTrade(s *spoken, was *Judged) string {
	much := anyOf(s.texts, "on salary") && anyOf(s.texts, "much what") && !slices.ContainsFunc(s.texts, func(w string) bool { return !livingOn[w] })
	trade := anyOf(s.texts, "business trade shop farm sales") && anyOf(s.texts, "good well okay ok fine going doing slow busy") && !anyOf(s.texts, "you your what how's")
	well := anyOf(s.texts, "does do doing makes") && anyOf(s.texts, "well good okay fine") && anyOf(s.texts, "he she they he's she's they're") && len(s.texts) <= 4
	if !much && !trade && !well || !slices.Contains(was.asked, "finance.sponsors") && !ofKin(was.asked) {
		return ""
	}
	for _, text := range []string{was.Turn.Applicant, was.line} {
		if p := partiesOf(text) & c.payers.persons & pFamily; p != 0 && p&(p-1) == 0 {
			words := measure.Words(text)
			for i, t := range termsOf(words) {
				if t.party == p {
					return "How much does your " + strings.TrimSuffix(words[i].Text, "'s") + " earn?"
				}
			}
		}
	}
	return ""
}

// livingOn are the words of a line that only asks how much somebody lives on.
var livingOn = set("on and for at how much a per month year about roughly exactly what salary pay")

// whoseTrade is the declared sponsor, as the word for the relative, in whose occupation a word
// stands: "mother" for the pharmacy. "" for none.
func (c *Case) whoseTrade(f *fact, w string) string {
	if len(w) < 4 || small[w] || everyTrade[w] && !bodyNouns[w] {
		return ""
	}
	for _, item := range f.items {
		work, ok := item.part("occupation")
		who, known := item.part("relationship")
		if ok && known && len(measureWords(who.Text)) == 1 && containsWord(measureWords(work.Text), w) && c.payers.persons&sponsorParty(item)&pFamily != 0 {
			return who.Text
		}
	}
	return ""
}

// theirKin is a line with what the kin of somebody spoken of, named after the pronoun at
// word i, is to the applicant: a child's father is the husband, a sister's husband an
// in-law. "" where nobody was spoken of.
func (c *Case) theirKin(s *spoken, line string, before []Judged, i int) string {
	kin := s.terms[i+1].party & (pParents | pSpouse)
	of := partiesOf(c.spokenOf(before, standIns[s.texts[i]]&(pFamily|pFriend)|standIns[pronounOf[s.texts[i]]]&(pFamily|pFriend), "")) & pFamily
	if of == 0 || kin == 0 || s.terms[i+1].broad {
		return ""
	}
	with := "your in-laws"
	switch is := kinOfKin(of, kin); {
	case is == pSpouse && kin == pFather:
		with = "your husband"
	case is == pSpouse:
		with = "your wife"
	case is&pInLaw == 0:
		return ""
	}
	return line[:s.words[i].Start] + with + line[s.words[i+1].End:]
}

// pronounOf is the pronoun of one that owns.
var pronounOf = map[string]string{"his": "he", "her": "she"}

// takesUp are the words by which a line takes up who was named: "That's your son?"
var takesUp = set("that's he's she's")

// longLine is how many words a line may have for "he" or "she" in it to be looked for in
// the exchange before.
const longLine = 14

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
	if len(s.words) > shortLine || !anyOf(s.texts, "just only else") || !containsWord(measure.Words(asked), whoWords...) {
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
			words, terms := lineTerms(text)
			if group := groupOf(terms); several && group != "" {
				return group
			}
			if i := stoodFor(terms, fits, several); i >= 0 {
				if i > 0 && words[i-1].Text == "their" && terms[i].party&pParents != 0 && slices.Contains(was.asked, "family.children") {
					return map[bool]string{true: "husband", false: "wife"}[terms[i].party == pFather]
				}
				return text[words[i].Start:words[i+max(int(terms[i].n), 1)-1].End]
			}
			if child := childIn(words, terms, fits); child != "" && !several {
				return child
			}
			if owner := ownerIn(terms, fits); owner >= 0 && !several {
				return strings.TrimSuffix(strings.TrimSuffix(text[words[owner].Start:words[owner].End], "'s"), "’s")
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

// childIn is the word for a child somebody is said to have, as a boy or girl: "I have one
// girl", "my wife and the boy". "" for none.
func childIn(words []measure.Word, terms []term, fits party) string {
	for i := 1; i < len(words); i++ {
		if terms[i].party != 0 || !terms[i].is(mChildren) || !terms[i-1].is(mMine) && words[i-1].Text != "one" && words[i-1].Text != "only" && !(words[i-1].Text == "the" && i > 2 && words[i-2].Text == "and" && terms[i-3].party&pSpouse != 0) {
			continue
		}
		switch {
		case words[i].Text == "girl" && fits&pDaughter != 0:
			return "daughter"
		case words[i].Text == "boy" && fits&pSon != 0:
			return "son"
		}
	}
	return ""
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
		if terms[i].party&fits == 0 || terms[i].poss || !right || i > 0 && terms[i-1].is(mTheirs) && terms[i].party&pParents != 0 {
			continue
		}
		beside := i > 2 && terms[i-2].marks == 0 && terms[i-3].is(mI) && terms[i-1].is(mMine) // "he keeps us, me and my brother"
		if i > 0 && terms[i-1].is(mMine) && (several || !terms[i].broad) && !beside {
			return i
		}
		if last < 0 || terms[last].broad && !several {
			last = i // a child is "he" only where nobody else is
		}
	}
	return last
}

// ownerIn is the last person a pronoun can stand for who is only named as the owner of
// something, as in "your husband's job"; -1 for none.
func ownerIn(terms []term, fits party) int {
	for i := len(terms) - 1; i > 0; i-- {
		if terms[i].poss && terms[i].party&fits != 0 && !terms[i].broad && !terms[i].is(mKin) && int(terms[i].n) <= 1 {
			return i
		}
	}
	return -1
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
			if strings.Contains(line, "much") && !ofKin(was.asked) && terms[i].party&c.payers.persons == 0 {
				return line // what it costs, and not what somebody earns who pays nothing
			}
			if lower := strings.ToLower(line); (strings.HasPrefix(lower, "still work") || strings.HasPrefix(lower, "working")) && !toldOfKinsWork(&was) {
				return line
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

// toldOfKinsWork reports whether an exchange was about what relatives do, or who pays.
func toldOfKinsWork(was *Judged) bool {
	return slices.ContainsFunc(was.asked, func(path string) bool {
		return path == parents || path == brethren || path == spouse || path == children || slices.Contains(payerFields, path)
	})
}

// ofKin reports whether one of the fields is about the family.
func ofKin(paths []string) bool {
	return slices.ContainsFunc(paths, func(path string) bool {
		f, ok := transcript.LookupField(path)
		return ok && f.Class == transcript.ClassFamily || path == companions
	})
}
