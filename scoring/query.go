package scoring

import (
	"slices"
	"strings"

	"github.com/viceconsul/viceconsul/interview/transcript"
	"github.com/viceconsul/viceconsul/interview/transcript/measure"
	"github.com/viceconsul/viceconsul/questionbank"
)

// A query is the officer's line as a question: what would answer it, and by what
// an answer to it is judged.
type query struct {
	want     want
	also     want // what a second question in the same line asks for; wantAnything for none
	kind     questionbank.AnswerType
	text     string // the question itself, without the remarks around it
	fields   []string
	expects  bool // an answer is expected at all
	private  bool // never judged: harm and fear at home
	ties     bool
	lacking  bool // why a training cannot be had at home, which asks for no ties
	fit      bool
	plan     bool     // it asks what the applicant will do afterwards
	people   bool     // it asks about somebody else too
	joined   string   // the word that opens a second part which no one fact answers: "and why"; "" for none
	which    bool     // it asks for the name of a school, a company, a hospital
	theirs   bool     // it asks what somebody else is or does
	naming   bool     // it asks for the name of one thing: "What is your degree?"
	thing    bool     // it speaks to nobody and is about a thing
	third    bool     // it is about one other person, and not about the applicant
	choice   bool     // it offers things to choose from
	supposes bool     // it asks what the applicant would do if something happened
	leaves   bool     // it leaves open what it asks: "And after that year?"
	about    matter   // what the question is about
	answers  matter   // what else an answer to it may be about
	plain    []string // content words of the question
	told     trait    // what its words tell together
	returns  bool     // it asks for the way back in words of its own
	wide     bool     // it asks for more than one word or name
}

// privateTopic is asked, if at all, without judging or keeping the answer: a yes
// and a no both carry risks only a lawyer can weigh.
const privateTopic = "com.fear"

// fitTopics are those where an H-1B applicant describes role and qualification.
var fitTopics = []string{"h.role", "h.degree", "hp.position", "hp.qualify"}

// ask reads the officer's line as a question.
func (c *Case) ask(a *answer) query {
	line := a.turn.Officer
	if line == "" && a.question != nil {
		line = a.question.Ask
	}
	read := a.heardLine
	q := query{fields: a.asked}
	if read != nil && read.text == line {
		q.text = read.bids
	} else {
		q.text = lastQuestion(line)
	}
	if !c.category.HasTies() {
		q.fields = slices.DeleteFunc(slices.Clone(q.fields), tieField)
	}
	if read == nil || read.text != q.text {
		read = c.readText(q.text, worded(a.question, line))
	}
	h := read.shape()
	asks := h.asks[sign(a.named)] || a.toldOfYou(read.words)
	q.want, q.also = h.asking(asks)
	q.kind, q.wide, q.plain, q.told, q.returns = h.answerType(q.want), h.wide, h.plain, h.all, asksReturn(read.traits)
	q.expects = a.turn.Kind != transcript.Remark && line != "" && !courtesy(read.words) &&
		(a.turn.Kind != "" || a.turn.Question != "" || asks || strings.Contains(line, "?") || q.want == wantPaper || h.imperative || worded(a.question, line))
	if a.question != nil {
		q.ofBank(a.question, line, a.turn.Question == "" && !worded(a.question, line))
	}
	if h.title {
		q.kind, q.fit = questionbank.Closed, false // whatever else the bank's question wants to hear
	}
	q.lacking = c.category.HasTies() && c.category != transcript.F1 && h.notHere
	q.ties = c.category.HasTies() && (slices.ContainsFunc(q.surelyAsked(a), tieField) && !q.lacking || h.home)
	q.subject(c, a, read)
	q.fit = q.fit && !c.category.HasTies()
	q.plan = q.asksPlan(read)
	q.theirs = len(read.texts) > 2 && read.texts[0] == "what" && read.texts[1] == "does" && q.people
	q.joined, q.which, q.choice, q.supposes = h.secondPart, h.which, q.want == wantAnything && h.choice, h.supposes
	q.third, q.thing, q.naming = h.third, h.thing, q.want == wantAnything && h.name
	if q.leaves = q.want == wantYesNo && h.leaves; q.supposes && q.want == wantYesNo {
		q.want = wantAnything
	}
	return q
}

// subject says what a question is about: its own words, or else the fields it asks
// for.
func (q *query) subject(c *Case, a *answer, read *spoken) {
	var fields matter
	for i, m := range read.matters {
		if m&aboutWork != 0 {
			m &^= aboutDwelling // "for a living"
		}
		q.about |= m
		t := read.terms[i]
		q.people = q.people || t.party&^pSelf != 0 || t.is(mThey) || anybody[read.texts[i]]
	}
	for _, path := range a.asked {
		fields |= matterOfField(path)
	}
	if q.about == 0 { // "How is your degree going? How much is left?"
		for _, m := range c.readText(a.turn.Officer, false).matters {
			q.about |= m
		}
	}
	if q.about == 0 || q.about == aboutCountry && q.want != wantReason {
		q.about |= fields
	}
	q.answers |= fields
	for _, answered := range answeredBy {
		if q.about&answered.matter != 0 {
			q.answers |= answered.by
		}
	}
	switch q.want {
	case wantWho:
		q.answers |= aboutKin | aboutWork | aboutStudy | aboutHealth
	case wantReason:
		q.answers |= aboutDwelling
	case wantCount:
		if q.about&aboutStudy == 0 {
			q.answers |= aboutMoney // "How big is the contract?"
		}
	}
	if q.ties {
		q.answers |= aboutCountry
	}
	if q.about == aboutMoney && (containsWords(q.text, "do with") || containsWords(q.text, "spend it")) {
		q.about = 0 // money goes to anything
	}
}

// asksWhich reports whether a question asks which of its kind something is: "which
// school?"
func asksWhich(read *spoken) bool {
	for i, w := range read.texts {
		if w == "which" && i+1 < len(read.texts) {
			return bodies[read.texts[i+1]]
		}
	}
	return false
}

// bodies are what has a name of its own.
var bodies = wordSet("school university college hospital company employer bank clinic firm")

// anybody are words of a question that leave open who is asked about.
var anybody = wordSet("anyone anybody someone somebody who whose host sponsor company employer classmates friends others people they he she")

// asksOfOne reports whether a line is about one other person and says nothing to the
// applicant: "Your father, what does he do?", "Where is she?"
func asksOfOne(read *spoken) bool {
	one := false
	for i, w := range read.texts {
		switch {
		case w == "you" || w == "you're" || w == "you've" || w == "yours":
			return false
		case w == "he" || w == "she" || w == "he's" || w == "she's", read.terms[i].party&pFamily != 0 && !read.terms[i].poss && i > 0 && read.texts[i-1] == "your":
			one = true
		}
	}
	return one
}

// asksIf reports whether a line asks what the applicant would do if something happened:
// "And if they close the hotel?", "Suppose your boss calls."
func asksIf(read *spoken) bool {
	for i, w := range read.texts {
		switch {
		case w == "suppose" || w == "supposing" || w == "imagine":
			return true
		case w == "if" && (i == 0 || i == 1 && leadsIn[read.texts[0]] || read.texts[i-1] == "what"):
			return true
		case w == "if":
			return containsWords(read.text, "what would you") || containsWords(read.text, "will you do") || containsWords(read.text, "what happens")
		}
	}
	return containsWords(read.text, "would you do")
}

// leavesOpen reports whether a line has no verb and more than one word, so that only what
// went before tells what it asks: "And since then?", "And your wife?"
func leavesOpen(words []measure.Word) bool {
	if len(words) > shortLine+1 || words[0].Text == "any" || len(words) < 2 && words[0].Text != "from" && words[0].Text != "monthly" {
		return false
	}
	return !slices.ContainsFunc(words, func(w measure.Word) bool {
		return slices.Contains(helpers, w.Text) || helping[w.Text] || acted[w.Text] || subjects[w.Text] || pastForm(w.Text) || strings.Contains(w.Text, "'")
	})
}

// speaksTo are the words of a line that speaks to the applicant or asks after people.
var speaksTo = wordSet("you your you're you'll you've you'd yours yourself we us our he she they his her their he's she's they're who whom whose anyone anybody someone somebody me family")

// asksPlan reports whether a question asks what the applicant will do afterwards.
func (q *query) asksPlan(read *spoken) bool {
	if q.want != wantAnything {
		return false
	}
	then, will := false, false
	for i, w := range read.texts {
		then = then || afterwards[w]
		will = will || read.traits[i]&tIntent != 0 || w == "happens" || w == "plans"
	}
	return then && (will || len(read.texts) <= shortLine+3) || q.ties && read.shape().ahead
}

// afterwards are words of a question that look past the programme or the trip.
var afterwards = wordSet("after afterwards afterward next then once finish finished over ends graduate graduation back later following")

// ofBank takes over what the bank knows of a question. A follow-up in other words
// than the question's own keeps the type its words show: "By what date?" is closed
// even after an open question. own says that the line is the officer's own, found
// near the question.
func (q *query) ofBank(bank *questionbank.Question, line string, own bool) {
	shown := q.kind
	if worded(bank, line) || !slices.Contains(closedWants, q.want) && q.kind != questionbank.Closed {
		q.kind = bank.Type
		if own && q.kind == questionbank.Open && named(bank.Fields) && q.want == wantAnything && !q.wide {
			q.kind = questionbank.Closed // "What do you do?" wants a title
		}
	}
	if own && q.kind == questionbank.Closed && (q.want == wantAnything || q.want == wantReason) && (q.wide || shown != questionbank.Closed && !wantedBy(bank, q.want)) {
		q.kind = questionbank.Open // the bank asks for less than the officer's own words
	}
	if bank.Topic != nil {
		q.private = bank.Topic.ID == privateTopic
		q.fit = slices.Contains(fitTopics, bank.Topic.ID)
	}
}

// named reports whether what a question is first about is said in a word or a name.
func named(fields []string) bool {
	if len(fields) == 0 {
		return false
	}
	f, ok := transcript.LookupField(fields[0])
	return ok && slices.Contains([]transcript.Class{transcript.ClassName, transcript.ClassTitle, transcript.ClassPlace, transcript.ClassPayer, transcript.ClassExact, transcript.ClassApproximate, transcript.ClassDate, transcript.ClassDuration}, f.Class)
}

// worded reports whether a line is one of a question's own wordings.
func worded(q *questionbank.Question, line string) bool {
	return q != nil && (line == q.Ask || line == q.Simpler || slices.Contains(q.Also, line))
}

// surelyAsked are the fields a line asks for: of an officer's own words those they name,
// or where they name none what the question they are near to asks for, unless a yes or
// a no would do.
func (q *query) surelyAsked(a *answer) []string {
	if a.ownLine && (len(a.own) > 0 || q.want == wantYesNo) {
		return a.own
	}
	return a.asked
}

// tieField reports whether a field speaks of ties abroad.
func tieField(path string) bool { return strings.HasPrefix(path, "ties.") }

// asksReturn reports whether a line asks for the way back in words of its own.
func asksReturn(traits []trait) bool {
	for _, t := range traits {
		if t&tReturn != 0 {
			return true
		}
	}
	return false
}

// asksHome reports whether a line asks for what the applicant has at home: "What
// keeps you here?"
func asksHome(line *spoken) bool {
	if allOf(line.texts, "why stay") && anyOf(line.texts, "not wouldn't won't don't") {
		return true // "Why wouldn't you stay with him?"
	}
	if allOf(line.texts, "know you leave") || allOf(line.texts, "believe you leave") || allOf(line.texts, "keeps country") {
		return true
	}
	return anyOf(line.texts, "here home") && anyOf(line.texts, "have keeps leave leaving behind waiting waits") && anyOf(line.texts, "what who") && !anyOf(line.texts, "long been did bring after while")
}

// whyNotHere reports whether a line asks why something is not done at home, which
// asks for no ties.
func whyNotHere(line *spoken) bool {
	return anyOf(line.texts, "why") && anyOf(line.texts, "here home") && anyOf(line.texts, "not cannot can't couldn't don't")
}

// courtesy reports whether a line only greets: "Good morning. How are you today?"
func courtesy(words []measure.Word) bool {
	made := false
	for i, w := range words {
		if !greeting[w.Text] {
			return false
		}
		made = made || greets[w.Text] || i > 1 && words[i-2].Text == "how" && words[i-1].Text == "are"
	}
	return made
}

// greeting are the words a greeting is made of, greets those that make one.
var (
	greeting = wordSet("good morning afternoon evening hello hi hey there how how's are you doing today is it everything going sir ma'am madam miss mister doctor welcome nice to meet this day and feeling")
	greets   = wordSet("morning afternoon evening hello hi hey welcome meet how's everything")
)

// toldOfYou reports whether a line tells the applicant something about themselves that
// the profile has a field for, and waits for what they say to it: "And you'll stay
// there, like everyone."
func (a *answer) toldOfYou(words []measure.Word) bool {
	about := slices.ContainsFunc(a.own, func(path string) bool {
		section, _, _ := strings.Cut(path, ".")
		return section != "passport" && section != "identity" && section != "application"
	})
	if !about || slices.ContainsFunc(words, func(w measure.Word) bool { return settling[w.Text] }) {
		return false
	}
	return slices.ContainsFunc(words, func(w measure.Word) bool {
		return w.Text == "you" || w.Text == "you're" || w.Text == "you'll" || w.Text == "you've" || w.Text == "you'd" || w.Text == "your"
	})
}

// settling are the words of a decision, which waits for no answer.
var settling = wordSet("approve approved approving qualify qualified eligible ineligible refusing denying courier welcome congratulations")

// lastQuestion is the last sentence of a line that asks or bids, or the whole line.
func lastQuestion(line string) string {
	end := strings.LastIndexByte(line, '?')
	if rest := line[end+1:]; rest != "" {
		if bid := lastBidding(rest); bid != "" {
			return bid
		}
	}
	if end < 0 {
		return line
	}
	start := end
	for start > 0 && (strings.IndexByte(".!?", line[start-1]) < 0 || line[start-1] == '.' && initial(line, start-1)) {
		start--
	}
	return strings.TrimSpace(line[start : end+1])
}

// lastBidding is the last sentence that bids the applicant say or give something.
func lastBidding(text string) string {
	for _, said := range slices.Backward(sentences(text)) {
		if imperative(measure.Words(said)) {
			return said
		}
	}
	return ""
}

func wide(words []measure.Word) bool {
	return slices.ContainsFunc(words, func(w measure.Word) bool { return slices.Contains(wideWords, w.Text) })
}

// explains are the words of a question that asks for an account.
var explains = strings.Fields("refused refusal denied denial happened gap arrested overstayed terminated changed explain status")

// imperative reports whether a line without a question mark still asks.
func imperative(words []measure.Word) bool {
	for len(words) > 1 && leadIns[words[0].Text] {
		words = words[1:]
	}
	return len(words) > 0 && slices.Contains([]string{"tell", "describe", "explain", "show", "name", "give", "say", "walk", "pass"}, words[0].Text)
}
