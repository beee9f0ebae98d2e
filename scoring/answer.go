package scoring

import (
	"slices"
	"strings"

	"github.com/viceconsul/viceconsul/interview/transcript"
	"github.com/viceconsul/viceconsul/interview/transcript/measure"
	"github.com/viceconsul/viceconsul/questionbank"
)

// answer is one answer read once: words, measured mentions, and the question it
// answers. Every rule reads this.
type answer struct {
	turn     transcript.Turn
	question *questionbank.Question // the bank's question, or the nearest; nil when none is near
	words    []measure.Word
	lexemes  []*lexeme // of each word, what it is by itself
	manners  []trait   // of the words, where they were read already
	unmeant  int       // words left out of them that speak to the grader
	unmarked bool      // it was written down without marks, and they were put where a speaker stops
	signs    wordSigns // of the words
	mentions []measure.Mention
	clauses  []clause
	within   []int32 // the clause each word stands in

	hourly      bool // the line asks for a pay that is declared by the hour
	inHousehold bool // an au pair's: "the" family is the host's

	matter []matter // what each word is about; nil until it is asked for
	terms  []term   // what is known of each word
	line   []term   // the officer's line, likewise
	ask    []string // the officer's line, word by word
	asked  []string // profile paths the officer's line asks for
	own    []string // those its own words ask for
	named  bool     // its own words name one, without the exchange before
	placed []string // those whose declared place it names
	known  []string // those a line of the bank is known to ask for

	roles   []*role     // those whose players the officer's line asks for
	sought  []*measured // measured values the officer's line asks for by its words
	anyones bool        // the line is about people at large: "what does a nanny earn?"
	ownLine bool        // the officer's line is in words of their own, not the bank's

	heardLine *spoken    // the officer's line as it was read
	lineSigns *wordSigns // of its words

	events     events    // what of the past the officer's line asks for, by its words
	around     events    // and what its question is about besides
	lineTraits []telling // what the words of the line tell of the past

	press *transcript.Finding // the contradiction the line puts before the applicant; nil for none
}

// read reads an answer once for all rules. q is the bank's question, or the
// nearest one; nil when none is near. before are the turns before it.
func (c *Case) read(t transcript.Turn, q *questionbank.Question, before []Judged) *answer {
	a := &answer{turn: t, question: q, press: pressed(t, before), inHousehold: c.category == transcript.J1AuPair}
	line := c.readLine(a, before)
	a.readWords(c.today)
	c.readEvents(a, line)
	if f := c.fact("jw.pay"); f != nil {
		a.hourly = f.value().Money.Per == "hour" && a.asks("jw.pay")
	}
	a.roles = c.contactMeant(a, c.rolesAsked(a), before)
	return a
}

// reworded is the same line answered in other words.
func (a *answer) reworded(text string, today measure.Date) *answer {
	other := *a
	other.turn.Applicant, other.turn.Seconds, other.turn.Cut = text, 0, false
	other.readWords(today)
	return &other
}

// readWords reads what the applicant said.
func (a *answer) readWords(today measure.Date) {
	said := a.turn.Applicant
	words := withoutRestarts(nounsApart(said, measure.Words(said)))
	a.lexemes = lexemesOf(words)
	if a.words, a.unmeant, a.manners = toOfficer(said, words, a.lexemes); a.unmeant > 0 {
		a.lexemes = lexemesOf(a.words)
	}
	a.signs, a.unmarked = wordSigns{each: make([]uint16, 0, len(a.words))}, false
	for i := range a.words {
		a.signs.add(a.words[i].Text)
	}
	a.terms, a.matter = termsBy(a.words, a.lexemes), nil
	a.restoreMarks()
	joinKinOf(a.line, a.words, a.terms)
	a.mentions = yearsBeforeMonths(measure.Scan(a.words, today))
	for i, w := range a.words {
		if w.Text == "us" && said[w.Start] == 'U' {
			a.terms[i] = term{marks: mUS, n: 1}
		}
	}
	if a.inHousehold {
		a.hostsFamily()
	}
	a.byCourtesy()
	a.byMarriage()
	a.clauses = clausesOf(said, a.words, a.terms, a.mentions, a.unmarked)
	a.within = make([]int32, len(a.words))
	for n := range a.clauses {
		for i := a.clauses[n].from; i < a.clauses[n].to; i++ {
			a.within[i] = int32(n)
		}
	}
}

// hostsFamily takes "the mom" and "the kids" of an au pair's answer for the family of
// the host: one's own are said with "my".
func (a *answer) hostsFamily() {
	for i := 1; i < len(a.words); i++ {
		if t := &a.terms[i]; t.party&pFamily != 0 && !t.is(mKin) && a.words[i-1].Text == "the" {
			*t = term{n: t.n}
		}
	}
}

// readLine reads the officer's line as the question it asks: by the bank's question,
// or by its own words and, where they lean on it, the exchange before.
func (c *Case) readLine(a *answer, before []Judged) *spoken {
	line, asked := c.lineOf(a)
	ofBank := worded(a.question, line)
	read := c.readText(line, ofBank)
	if whole := c.meant(read, line, before); a.press == nil && whole != line {
		line, ofBank = whole, worded(a.question, whole)
		if plainQuestions[whole] {
			asked = nil // what the line's own words are near to is not meant
		}
		read = c.readText(line, ofBank)
	}
	a.heardLine, a.line, a.ask = read, read.terms, read.texts
	a.known = asked
	a.lineSigns = &read.signs
	a.asked, a.own = asked, c.fieldsAskedBy(line, ofBank)
	if a.goesBeyond() {
		a.known = holding(asked, read.shape().want[sign(strings.Contains(line, "?"))])
	}
	if a.ownLine = a.turn.Question == "" && a.press == nil && !ofBank; a.ownLine {
		c.readOwn(a, read, line, before, asked)
	}
	if a.press == nil {
		n := len(a.asked)
		a.asked = c.concernsOfLine(read, slices.Clip(a.asked))
		if ofBank { // what it asks of ties is known
			a.asked = append(a.asked[:n:n], slices.DeleteFunc(a.asked[n:], tieField)...)
		}
		if a.turn.Question != "" {
			a.known = slices.Concat(a.known, a.asked[n:])
		}
	}
	a.anyones = read.measured.has("@anyone")
	words := read.measured
	if a.ownLine {
		c.nameNouns(a.ask, &words)
	}
	a.sought = c.seek(&words, a.asked, !ofBank && a.press == nil)
	c.narrowSought(a, read, before)
	if a.ownLine {
		c.seekOwn(a, read, &words, before)
	}
	return read
}

// narrowSought leaves out what a line names but does not ask to be measured.
func (c *Case) narrowSought(a *answer, read *spoken, before []Judged) {
	if len(a.sought) > 0 && (a.asksPayerOf() || a.lineHas([]string{"other", "another"}) && a.lineHas([]string{"offer", "offers"})) {
		a.sought = slices.DeleteFunc(a.sought, func(m *measured) bool { return wages[m.path] })
	}
	if !a.ownLine {
		return
	}
	if len(a.sought) > 0 && len(a.ask) > 0 && whoOpens[a.ask[0]] && !a.lineHas([]string{"long", "many", "much", "old"}) {
		a.sought = slices.DeleteFunc(a.sought, (*measured).lasts) // "who'd you stay with?"
	}
	if len(a.sought) > 1 && c.namesPresentPost(a) {
		a.sought = slices.DeleteFunc(a.sought, func(m *measured) bool { return m.path == "h1b.wage_usd" })
	}
	if not := read.notMeant(before); not != nil {
		a.sought = slices.DeleteFunc(a.sought, func(m *measured) bool { return not[m.field] })
		a.asked = slices.DeleteFunc(slices.Clone(a.asked), func(path string) bool { return not[path] })
		a.own = slices.DeleteFunc(slices.Clone(a.own), func(path string) bool { return not[path] })
	}
}

// seekOwn finds what a line in words of its own asks to be measured where they name
// nothing: by what it points at, what it repeats, and the exchange before, in turn.
func (c *Case) seekOwn(a *answer, read *spoken, words *lineSet, before []Judged) {
	if read.lastsEach() && toldOf(before, onlyVisits) && c.declares(visitLength) {
		a.sought = []*measured{measureOf(visitLength)}
	}
	if len(a.sought) == 0 {
		a.sought = c.seekPointedAt(read, before)
	}
	if len(a.sought) == 0 {
		a.sought = c.seekEchoed(a, read)
	}
	atWork := len(a.sought) == 0 && toldOfWork(before)
	if post := measureOf("employment.start_date"); atWork && read.lastsAtWork() && c.declares(post.path) {
		a.sought = []*measured{post}
	}
	if len(a.sought) == 0 && !(atWork && len(read.texts) <= shortLine) {
		a.sought = c.seekByKind(a.ask, words)
	}
	if len(a.sought) == 0 {
		a.sought = c.seekWithin(a, read, before)
	}
	if len(a.sought) == 0 && (a.turnsThere() || c.turnsToFirm(a)) && askedWage(before) && c.declares("h1b.wage_usd") {
		a.sought, a.own, a.asked = []*measured{measureOf("h1b.wage_usd")}, []string{"h1b.wage_usd"}, []string{"h1b.wage_usd"}
	}
}

// askedWage reports whether the line before asked what somebody earns.
func askedWage(before []Judged) bool {
	return len(before) > 0 && slices.ContainsFunc(before[len(before)-1].asked, func(path string) bool { return wages[path] })
}

// turnsThere reports whether a line only turns from here to the United States: "And over
// there?"
func (a *answer) turnsThere() bool {
	return a.lineIs(mUS|mThere) && !slices.ContainsFunc(a.ask, func(w string) bool { return !thereWords[w] })
}

// whoOpens are the words that open a line which asks for somebody.
var whoOpens = set("who whom whose who's who'd who'll")

// thereWords are the words of such a line.
var thereWords = set("and what how about over there in the us usa states america then so")

// readOwn reads an officer's line in words of their own.
func (c *Case) readOwn(a *answer, read *spoken, line string, before []Judged, asked []string) {
	if toDo := len(read.texts) == 2 && read.texts[0] == "to" && read.texts[1] == "do"; len(a.own) == 0 && (toDo || len(read.texts) == 1 && read.texts[0] == "for") {
		a.own = c.fieldsOfFragment(line) // whatever went before, it asks what for
	}
	if len(a.own) == 0 && len(read.texts) > 0 && len(read.texts) <= 2 && slices.Contains(read.texts, "since") && !slices.Contains(read.texts, "then") && toldOfWork(before) {
		a.own = []string{"employment.start_date"} // "And since?"
	}
	if !a.lineIs(mUS) && slices.ContainsFunc(a.ask, func(w string) bool { return startings[w] }) {
		a.own = slices.DeleteFunc(slices.Clone(a.own), func(path string) bool { return path == "us_history.visits" })
	}
	for _, ro := range c.rolesPut(a) {
		if !slices.Contains(a.own, ro.path) {
			a.own = append(slices.Clone(a.own), ro.path)
		}
	}
	a.own = c.ofFirmNamed(a, line, a.own)
	if len(before) > 0 {
		a.own = c.doneAtWork(a, before[len(before)-1].asked, a.own)
	}
	a.named = len(a.own) > 0
	if a.asksPayerOf() {
		a.own = slices.DeleteFunc(slices.Clone(a.own), func(path string) bool { return wages[path] })
	}
	if c.asksMinded(a) {
		a.own = append(slices.DeleteFunc(slices.Clone(a.own), func(path string) bool { return path == children }), "jw.host_family")
	}
	if a.placed = c.placesNamed(a); len(a.placed) > 0 {
		a.own = slices.Concat(a.own, a.placed)
	}
	if w, _ := read.shape().asking(read.shape().asks[sign(a.named)]); read.goesOn() && read.onlyGoesOn() && !turnsAway(read.matters, before) && (len(a.own) == 0 || slices.Contains(measuredWants, w)) {
		a.own = append(slices.Clone(a.own), heldOver(before, w, asksPast(read.words))...)
	}
	if path := c.labelNamed(read.words); len(a.own) == 0 && path != "" {
		a.own = []string{path}
	}
	if len(a.own) == 0 && len(read.words) <= shortLine {
		a.own = c.fieldsOfFragment(line)
	}
	if len(a.own) == 0 || len(a.own) == 1 && tieField(a.own[0]) {
		a.own = slices.Concat(c.returnNamed(a), a.own)
	}
	a.asked = nil
	for _, path := range slices.Concat(a.own, asked) {
		if !slices.Contains(a.asked, path) {
			a.asked = append(a.asked, path)
		}
	}
}

// doneAtWork are the fields a line asks for that wants what is done "there" after one that
// asked for the place of work; own for any other.
func (c *Case) doneAtWork(a *answer, before, own []string) []string {
	if !a.lineHas([]string{"there"}) || !a.lineHas([]string{"do", "doing"}) {
		return own
	}
	for _, at := range [...][]string{{"jw.employer", "jw.job"}, {"h1b.petitioner", "h1b.job_title", "h1b.duties"}, {"employment.employer", "employment.title", "employment.duties"}} {
		if slices.Contains(before, at[0]) && c.first(at...) != nil {
			return at[1:]
		}
	}
	return own
}

// goesBeyond reports whether the line is the natural follow-up of its question, which
// asks for something of its own: "For how long?" after what the sponsor does.
func (a *answer) goesBeyond() bool {
	return a.turn.Kind == transcript.FollowUp && a.question != nil && a.turn.Officer == a.question.Then
}

// surelyAsks reports whether the field of a claim is one that the line of a bank's
// question is known to ask for, so that another value contradicts. What its words only
// seem to ask for can agree and no more: "Which medical school?" is not about the host.
// What an answer says in so many words counts all the same.
func (a *answer) surelyAsks(k Claim) bool {
	if k.kind == kindDate && a.press == nil && a.lineHas([]string{"if"}) && a.lineHas([]string{"later", "late", "delayed", "postponed"}) {
		return false // what would be then
	}
	if a.turn.Question == "" || a.press != nil || a.question == nil || !k.asked && !(a.goesBeyond() && (measuredKinds[k.kind] || nominal[k.kind])) {
		return true
	}
	if a.asideOf(k) {
		return false
	}
	ofOwn := k.kind == kindName && slices.Contains(a.own, k.Field) && a.lineHas(namers) || k.kind == kindList && slices.Contains(a.own, whole(k.Field))
	if k.word == "left" && k.kind == kindStatus || ofOwn {
		return true // told outright, or a name or list asked for by its words
	}
	if at := a.clauseOf(a.wordAt(k.Span.Start)); !nominal[k.kind] && !measuredKinds[k.kind] && strings.Count(k.Span.Text, " ") > 1 && !a.verbless(at) {
		return true
	}
	group, _, _ := strings.Cut(k.Field, ".")
	return slices.ContainsFunc(a.known, func(f string) bool {
		return f == whole(k.Field) || kindred[f] == whole(k.Field) || (k.kind == kindPayer || k.kind == kindRelative) && strings.HasPrefix(f, group+".")
	})
}

// asideOf reports whether the line, by its own words, asks for a side of the matter that
// cannot contradict the field: when a host was met, what was learnt in a subject, what
// a thing cost that its question is not first about.
func (a *answer) asideOf(k Claim) bool {
	switch {
	case k.Field == "j1.supervisor":
		return a.lineHas([]string{"was", "were"}) // an earlier one
	case k.Field == "us_history.visits":
		return a.lineHas([]string{"meet", "met"}) && !a.is(0, len(a.terms), mUS) && !a.has(0, len(a.words), "there", "visited")
	case k.Field == "j1.research_topic":
		return a.lineHas([]string{"who", "whom", "uses"}) // "Who uses it?" asks for no topic
	case k.kind == kindLabel && k.family == &studies:
		return a.lineHas([]string{"courses", "learned", "learnt", "know"})
	case k.kind == kindAmount && a.goesBeyond():
		return len(a.question.Fields) > 0 && a.question.Fields[0] != whole(k.Field)
	}
	return false
}

// loosely reports whether a measured claim may as well be of another field than its
// own: nobody asked for it, or the line is a follow-up that presses a whole topic.
func (a *answer) loosely(k Claim) bool {
	return !k.asked || a.ownLine && k.kind == kindAmount || a.turn.Kind == transcript.FollowUp && a.question != nil && !worded(a.question, a.turn.Officer)
}

// kindred are fields that a question about another one, the key, asks for as well.
var kindred = map[string]string{"identity.other_nationalities": "identity.nationality", "h1b.worksites": "h1b.work_model"}

// measuredKinds are claims of a number, nominal those of a name or a word for
// something: both say what they are of only by the line they answer.
var (
	measuredKinds = map[kind]bool{kindAmount: true, kindDuration: true, kindDate: true, kindCount: true}
	nominal       = map[kind]bool{kindPayer: true, kindName: true, kindList: true, kindLabel: true, kindPurpose: true, kindPlace: true, kindHost: true}
)

// labelNamed is the field whose label a line of a few words only names: "Remind me,
// neurology?" "" for none.
func (c *Case) labelNamed(line []measure.Word) string {
	if len(line) == 0 || len(line) > 2*shortLine {
		return ""
	}
	if len(line) == 2 && line[0].Text == "you" && len(jobs.acts[stemOf(line[1].Text)]) > 0 && c.fact("employment.title") != nil {
		return "employment.title" // "You teach?"
	}
	byItsName := func(h hit) bool { return h.way == byName && len(line[h.from].Text) > 3 }
	for i := range confirmable {
		row := &confirmable[i]
		if c.fact(row.path) != nil && (row.family != &jobs || line[0].Text == "you're" || len(line) > 2 && starts(line, []string{"you", "are"})) && slices.ContainsFunc(row.family.find(line), byItsName) {
			return row.path
		}
	}
	return ""
}

// confirmable are the fields whose label an officer may put to the applicant: "You're a
// teacher?"
var confirmable = []labelField{
	{path: "jp.specialty", family: &specialties}, {path: "f1.major", family: &studies},
	{path: "h1b.job_title", family: &jobs}, {path: "employment.title", family: &jobs},
}

// lineOf is the officer's line, with the fields it asks for. Without a line the
// bank's wording stands for it; a press asks again what it presses on, and a
// follow-up of a few words goes on with its question.
func (c *Case) lineOf(a *answer) (line string, asked []string) {
	line, q := a.turn.Officer, a.question
	if a.press != nil {
		asked = []string{a.press.Field}
		if q = c.questionAbout(a.press.Field, q); q != nil {
			return q.Ask, append(asked, q.Fields...)
		}
		return line, asked
	}
	if q == nil {
		return line, nil
	}
	switch {
	case line == "":
		line = q.Ask
	case a.turn.Kind == transcript.FollowUp && line != q.Then && !worded(q, line):
		line += " " + q.Ask
	}
	return line, q.Fields
}

// asks reports whether the officer's line asks for one of the fields, or for the
// field one of the paths is a part of.
func (a *answer) asks(paths ...string) bool {
	for _, p := range paths {
		for _, asked := range a.asked {
			if partly(p, asked) {
				return true
			}
		}
	}
	return false
}

// lineIs reports whether a word of the officer's line carries a mark.
func (a *answer) lineIs(m mark) bool {
	return anyIs(a.line, m)
}

// span is the part of the answer from word from to word to, exclusive.
func (a *answer) span(from, to int) transcript.Span {
	if len(a.words) == 0 || from >= to {
		return transcript.SpanOf(a.turn.Applicant, 0, len(a.turn.Applicant))
	}
	return transcript.SpanOf(a.turn.Applicant, a.words[from].Start, a.words[to-1].End)
}

// clauseOf is the clause a word stands in.
func (a *answer) clauseOf(word int) *clause {
	if word >= len(a.words) {
		return &clause{not: -1}
	}
	return &a.clauses[a.within[max(word, 0)]]
}

// inSentence are the clauses of a sentence.
func (a *answer) inSentence(n int) []clause {
	from := leastOf(len(a.clauses), func(i int) bool { return a.clauses[i].sentence >= n })
	to := from
	for to < len(a.clauses) && a.clauses[to].sentence == n {
		to++
	}
	return a.clauses[from:to]
}

// is reports whether any of the answer's words from from to to carries a mark.
func (a *answer) is(from, to int, m mark) bool {
	for i := max(from, 0); i < min(to, len(a.terms)); i++ {
		if a.terms[i].is(m) {
			return true
		}
	}
	return false
}

// matters is what each word is about.
func (a *answer) matters() []matter {
	if a.matter == nil {
		a.matter = matters.traitsBy(a.words, a.lexemes)
	}
	return a.matter
}
