package scoring

import (
	"slices"

	"github.com/viceconsul/viceconsul/interview/transcript"
	"github.com/viceconsul/viceconsul/interview/transcript/measure"
)

// nounOf is the noun a declared name stands for in an officer's line: "long at Delta?"
// asks for the time in the company.
var nounOf = map[string]string{
	"employment.employer": "company", "h1b.petitioner": "company", "jw.employer": "company",
	"f1.school": "school", "j1.host": "host", "jp.program": "hospital",
}

// nameNouns adds the nouns of the declared names that stand in a line to its words.
func (c *Case) nameNouns(line []string, words *lineSet) {
	for i := range c.names {
		n := &c.names[i]
		noun, known := nounOf[n.path]
		if known && !n.name.letter && len(n.name.marks) > 0 && slices.Contains(line, n.name.marks[0]) {
			words.add(measuredWords[noun])
		}
	}
	if f := c.fact("employment.title"); f != nil && slices.ContainsFunc(f.words, func(w measure.Word) bool { return slices.Contains(line, w.Text) && !small[w.Text] }) {
		words.add(measuredWords["job"])
	}
}

// A lineKind is what a line wants that names no more than a kind of value and the
// journey or program at large: "For what period are you invited?"
type lineKind struct {
	words map[string]bool // one stands in the line
	now   bool            // not a line about what has lasted until today
	paths map[transcript.Category][]string
}

var lineKinds = []lineKind{
	{words: set("long length duration period days weeks months years nights time"), now: true, paths: map[transcript.Category][]string{
		transcript.B1: {"trip.length_of_stay"}, transcript.B2: {"trip.length_of_stay"}, transcript.B1B2: {"trip.length_of_stay"},
		transcript.F1: {"f1.end_date"}, transcript.J1Physician: {"jp.program_length_years"}, transcript.H1B: {"h1b.valid_to"},
	}},
	{words: set("when date dates"), paths: map[transcript.Category][]string{
		transcript.B1: tripDates, transcript.B2: tripDates, transcript.B1B2: tripDates,
		transcript.F1: {"f1.start_date", "f1.end_date"}, transcript.J1Physician: {"j1.start_date"},
	}},
}

var tripDates = []string{"trip.arrival_date", "trip.departure_date"}

// anyProgram are the values of a category of exchange without rows of its own.
var anyProgram = [][]string{{"j1.end_date"}, {"j1.start_date", "j1.end_date"}}

// journeyWords are the words of a line that names nothing but the journey or program.
var journeyWords = set("how what which when for until till is are do does will would you you'll you'd you're your yours we the a an this that these those it it's there here to of in on at and so then or if as be been much many exactly roughly approximately about altogether total all overall whole entire only just again me tell say please sir madam ma'am okay ok right now need needs needed plan plans planning planned want wanting intend intending expect expecting require required take taking took have has got can could should going go goes gone get getting come coming spend spending stay staying remain remaining invite invited invitation suppose supposed talk talking look looking think thinking hope hoping ask asking request requesting keep keeping pick picked choose chosen fix fixed decide decided set sure firm exact us usa america states country long length duration period days day weeks week months month years year nights night time date dates trip journey visit visiting visits travel travelling traveling tour holiday vacation training course program programme conference meeting meetings event exchange internship research placement project seminar workshop study studies studying residency fellowship")

// seekByKind says what a line asks for whose words fit no measured value, by the kind
// it wants, when it speaks of nothing besides the journey or program.
func (c *Case) seekByKind(line []string, words *lineSet) []*measured {
	if words.has("@past") || words.has("@who") || len(line) == 0 || slices.ContainsFunc(line, func(w string) bool { return !journeyWords[w] }) {
		return nil
	}
	for n, k := range lineKinds {
		if k.now && words.has("@since") || !slices.ContainsFunc(line, func(w string) bool { return k.words[w] }) {
			continue
		}
		paths, known := k.paths[c.category]
		if !known {
			paths = anyProgram[n]
		}
		var all []*measured
		for _, path := range paths {
			if c.declares(path) {
				all = append(all, measureOf(path))
			}
		}
		return all
	}
	return nil
}

// measureOf is the first row of a path.
func measureOf(path string) *measured {
	return &measures[slices.IndexFunc(measures, func(m measured) bool { return m.path == path })]
}
