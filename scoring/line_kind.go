package scoring

import (
	"slices"
	"strings"

	"github.com/viceconsul/viceconsul/interview/transcript"
	"github.com/viceconsul/viceconsul/interview/transcript/measure"
)

// nounOf is the noun a declared name stands for in an officer's line: "long at Delta?"
// asks for the time in the company.
var nounOf = map[string]string{
	"employment.employer": "company", "h1b.petitioner": "company", "jw.employer": "company",
	"f1.school": "school", "j1.host": "host", "jp.program": "hospital",
}

// placeNounOf is the noun a declared place stands for: "When must you be in Lincoln?"
// asks for the day to be on campus.
var placeNounOf = map[string]string{"f1.campus": "campus", "j1.host_city": "report"}

// nameNouns adds the nouns of the declared names that stand in a line to its words.
func (c *Case) nameNouns(line []string, words *lineSet) {
	for i := range c.names {
		n := &c.names[i]
		noun, known := nounOf[n.path]
		if known && !n.name.letter && len(n.name.marks) > 0 && slices.Contains(line, n.name.marks[0]) {
			words.add(measuredWords[noun])
		}
	}
	for path, noun := range placeNounOf {
		if f := c.fact(path); f != nil && slices.ContainsFunc(placesOf(f), func(d *place) bool { return d.name != "" && allOf(line, d.name) }) {
			words.add(measuredWords[noun])
		}
	}
	if f := c.fact("employment.business"); f != nil && slices.ContainsFunc(f.words, func(w measure.Word) bool { return len(w.Text) > 3 && slices.Contains(line, w.Text) && !small[w.Text] }) {
		words.add(measuredWords["business"])
	}
	if f := c.fact("employment.title"); f != nil && slices.ContainsFunc(f.words, func(w measure.Word) bool { return slices.Contains(line, w.Text) && !small[w.Text] }) {
		words.add(measuredWords["job"])
	}
}

// A lineKind is what a line wants that names no more than a kind of value and the
// journey or program at large: "For what period are you invited?", "Your return?"
type lineKind struct {
	words map[string]bool // one stands in the line
	now   bool            // not a line about what has lasted until today
	paths map[transcript.Category][]string
	other []string // of a category without a row: any exchange
}

var lineKinds = []lineKind{
	{words: set("figure number amount total price bill cost sum money worth dollars @cost @pay"), paths: map[transcript.Category][]string{
		transcript.B1: tripCost, transcript.B2: tripCost, transcript.B1B2: tripCost, transcript.F1: {"f1.cost_year1"},
		transcript.J1Physician: {"jp.stipend_usd"}, transcript.H1B: wage, transcript.H1BPhysician: wage,
	}, other: []string{"jw.pay"}},
	{words: set("contract offer offered promise promised deal"), paths: map[transcript.Category][]string{
		transcript.J1Physician: {"jp.stipend_usd"}, transcript.H1B: wage, transcript.H1BPhysician: wage,
	}, other: []string{"jw.pay"}},
	{words: set("back return returning end ends finish finished finishing done @last out"), now: true, paths: map[transcript.Category][]string{
		transcript.B1: tripEnd, transcript.B2: tripEnd, transcript.B1B2: tripEnd, transcript.F1: {"f1.end_date"},
		transcript.J1Physician: {"jp.program_length_years", "j1.end_date"}, transcript.H1B: {"h1b.valid_to"},
	}, other: []string{"j1.end_date"}},
	{words: set("stay staying remain remaining long length duration period days weeks months years nights time far @length"), now: true, paths: map[transcript.Category][]string{
		transcript.B1: {"trip.length_of_stay"}, transcript.B2: {"trip.length_of_stay"}, transcript.B1B2: {"trip.length_of_stay"},
		transcript.F1: {"f1.end_date"}, transcript.J1Physician: {"jp.program_length_years"}, transcript.H1B: {"h1b.valid_to"},
	}, other: []string{"j1.end_date"}},
	{words: set("begin beginning start starting starts begins @first arrive arriving land landing"), now: true, paths: map[transcript.Category][]string{
		transcript.B1: {"trip.arrival_date"}, transcript.B2: {"trip.arrival_date"}, transcript.B1B2: {"trip.arrival_date"},
		transcript.F1: {"f1.start_date"}, transcript.H1B: {"h1b.valid_from"},
	}, other: []string{"j1.start_date"}},
	{words: set("when date dates"), paths: map[transcript.Category][]string{
		transcript.B1: tripDates, transcript.B2: tripDates, transcript.B1B2: tripDates,
		transcript.F1: {"f1.start_date", "f1.end_date"}, transcript.J1Physician: {"j1.start_date"},
	}, other: []string{"j1.start_date", "j1.end_date"}},
}

var (
	tripDates = []string{"trip.arrival_date", "trip.departure_date"}
	tripEnd   = []string{"trip.departure_date", "trip.length_of_stay"}
	tripCost  = []string{"trip.cost_usd"}
	wage      = []string{"h1b.wage_usd"}
)

// journeyWords are the words of a line that names nothing but the journey or program,
// its time and its price.
var journeyWords = set("how couple few what what's which when when's for until till by is are do does will would you you'll you'd you're your yours we the a an this that that's these those it it's there here to of in on at and so then or if as be been much many exactly roughly approximately about altogether total all overall whole entire full only just again me tell say please sir madam ma'am okay ok right now need needs needed plan plans planning planned want wanting intend intending expect expecting require required take taking took have has got can could should going go goes gone get getting come comes coming spend spending stay staying remain remaining invite invited invitation suppose supposed talk talking look looking think thinking hope hoping ask asking request requesting keep keeping pick picked choose chosen fix fixed decide decided set sure firm exact each every per us usa america states country long length duration period days day weeks week months month years year nights night time date dates trip journey visit visiting visits travel travelling traveling tour holiday vacation training course program programme conference meeting meetings event exchange internship research placement project seminar workshop study studies studying residency fellowship " +
	"promise promised deal they them they're dollars along thing everything carry carrying bring bringing figure number amount price bill cost sum money worth contract offer offered paper back return returning end ends finish finished finishing done out begin beginning start starting starts begins arrive arriving land landing far flight ticket fly flying leave leaving spring summer autumn fall winter january february march april may june july august september october november december no not than longer before after by")

// seekByKind says what a line asks for whose words fit no measured value, by the kind
// it wants, when it speaks of nothing besides the journey or program.
func (c *Case) seekByKind(line []string, words *lineSet) []*measured {
	sense, both := paired(line)
	if allOf(line, "have done") || allOf(line, "done before") {
		return nil // "Have you done this trip before?"
	}
	if words.has("@past") || words.has("@who") || len(line) == 0 || asksRate(line) || slices.ContainsFunc(line, func(w string) bool { return !journeyWords[w] && !(sense != "" && strings.Contains(both, w)) }) {
		return nil
	}
	if c.hasLeft() && slices.ContainsFunc(line, func(w string) bool { return comingBack[w] }) {
		return nil
	}
	if m := measureOf("finance.liquid_funds"); c.declares(m.path) && slices.Contains(line, "much") && asksInside(line) {
		return []*measured{m}
	}
	if n := len(line); n > 2 && line[n-1] == "what" && (line[n-2] == "to" || line[n-2] == "for") || slices.Contains(line, "after") && slices.ContainsFunc(line, func(w string) bool { return w == "stay" || w == "staying" }) {
		return nil // "Then you'd come back to what?", "Staying on after?"
	}
	for i := range lineKinds {
		k := &lineKinds[i]
		if k.now && words.has("@since") || !holdsKind(line, k.words) && !k.words[sense] {
			continue
		}
		paths, known := k.paths[c.category]
		if !known && strings.HasPrefix(string(c.category), "J1") {
			paths = k.other
		}
		var all []*measured
		for _, path := range paths {
			if inOtherMoney(line) && (path == "trip.cost_usd" || path == "f1.cost_year1") {
				continue // the amount just told, which was of money at home
			}
			if m := measureOf(path); c.declares(path) && !(path == "trip.length_of_stay" && words.meets(&m.without)) {
				all = append(all, m)
			}
		}
		if len(all) > 0 {
			return all
		}
	}
	return nil
}

// holdsKind reports whether one of some words stands in a line, and there says what they say.
func holdsKind(line []string, words map[string]bool) bool {
	for i, w := range line {
		if words[w] && !setsOut(line, i) {
			return true
		}
	}
	return false
}

// asksInside reports whether a line asks what is inside of something: "how much is in there
// now?"
func asksInside(line []string) bool {
	at := slices.Index(line, "in")
	return at > 0 && (at+2 == len(line) || at+3 == len(line) && line[at+2] == "now") && (line[at+1] == "there" || line[at+1] == "it")
}

// asksRate reports whether a line asks how much of one time falls into another: "how many
// days a week".
func asksRate(line []string) bool {
	for i := 1; i+1 < len(line); i++ {
		if (line[i] == "a" || line[i] == "per" || line[i] == "each" || line[i] == "every") && (line[i-1] == "days" || line[i-1] == "hours" || line[i-1] == "weeks" || line[i-1] == "times") {
			return true
		}
	}
	return false
}

// inOtherMoney reports whether a line only asks for the amount just told in dollars.
func inOtherMoney(line []string) bool {
	n := len(line)
	if n > 0 && !slices.ContainsFunc(line, func(w string) bool { return !moneyNames[w] }) {
		return true // "Dollars?"
	}
	return n > 1 && line[n-1] == "dollars" && slices.Contains(line, "in") && !slices.Contains(line, "how")
}

// moneyNames are the words of a line that only asks in what money an amount was told.
var moneyNames = set("dollars dollar us usd euros pesos rupees in is that or and")

// comingBack are the words of a way back, which for who lives there already leads there.
var comingBack = set("back return returning")

// hasLeft reports whether the applicant may be one who lives in the United States and has
// only left to get the visa: "When are you flying back?"
func (c *Case) hasLeft() bool {
	f := c.fact("us_history.prior_j1")
	return !c.category.HasTies() || f != nil && len(f.items) > 0
}

// measureOf is the first row of a path.
func measureOf(path string) *measured {
	return &measures[slices.IndexFunc(measures, func(m measured) bool { return m.path == path })]
}

// A pairing is two words of a line that stand together for what neither says alone:
// "day one", "your last day", "what does it come to", "what do you take home".
var pairings = map[string]string{
	"first day": "@first", "fly out": "@first", "flying out": "@first", "head out": "@first", "heading out": "@first", "opening day": "@first", "day one": "@first", "last day": "@last", "final day": "@last",
	"come to": "@cost", "comes to": "@cost", "take home": "@pay", "taking home": "@pay", "bring home": "@pay", "much of": "@length", "all summer": "@length", "whole summer": "@length", "entire summer": "@length", "all winter": "@length", "all year": "@length", "whole year": "@length", "how much": "@cost",
}

// paired is what two words of a line say together, and both of them; "" for none.
func paired(line []string) (sense, both string) {
	for i := range len(line) - 1 {
		both = line[i] + " " + line[i+1]
		if sense = pairings[both]; sense != "" {
			return sense, both
		}
	}
	return "", ""
}

// seekWithin says what a line of a few words asks for that names only a matter ("And the
// award?"), or leaves it to the exchange before ("How much is in it?" after a bank
// statement): the measured values whose matter is named there, of the kind that the line
// wants. A line that names no kind wants an amount.
func (c *Case) seekWithin(a *answer, read *spoken, before []Judged) []*measured {
	if !read.goesOn() || read.measured.has("@past") || read.measured.has("@who") {
		return nil
	}
	w, words := wanted(read.words, true), read.measured
	much := w == wantAmount || slices.Contains(read.texts, "much")
	matter := len(a.own) == 0 && (w == wantAnything || w == wantYesNo) && len(read.words) <= shortLine &&
		!slices.ContainsFunc(read.texts, func(t string) bool { return whWords[t] || inverted[t] || t == "you" })
	if !much && !matter {
		return nil
	}
	words.add(measuredWords["much"])
	weighed := func() []*measured {
		return slices.DeleteFunc(c.seek(&words, nil, true), func(m *measured) bool { return m.of == noAttribute })
	}
	found := weighed()
	if len(found) == 0 && much && len(before) > 0 {
		was := readText(before[len(before)-1].Turn.Meant(), false)
		for i := range words {
			words[i] |= was.measured[i]
		}
		found = weighed()
	}
	return found
}
