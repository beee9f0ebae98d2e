package scoring

import (
	"slices"

	"github.com/viceconsul/viceconsul/interview/transcript/measure"
)

// toOfficer leaves out the sentences that speak to the grader instead of the officer,
// and says how many words they have: whatever they claim, no officer was told it. Where
// the manners of all words had to be read for that, they are given back.
func toOfficer(text string, words []measure.Word, known []*lexeme) (kept []measure.Word, others int, manners []trait) {
	if !slices.ContainsFunc(known, func(l *lexeme) bool { return ofGraders.has(l.number) }) {
		return words, 0, nil
	}
	traits := manner.traitsBy(words, known)
	for from := 0; from < len(words); {
		to := from + 1
		for to < len(words) && !(words[to].Breaks && endsSentence(text[words[to-1].End:words[to].Start])) {
			to++
		}
		switch spoken := toGrader(text, words[from:to], traits[from:to]); {
		case spoken && others == 0:
			kept, others = slices.Clone(words[:from]), to-from
		case spoken:
			others += to - from
		case others > 0:
			kept = append(kept, words[from:to]...)
		}
		from = to
	}
	if others == 0 {
		return words, 0, traits
	}
	return kept, others, nil
}

// toGrader reports whether a sentence speaks to the grader: with words only meant for
// one, or as an order about grades, rules or instructions, or for a bare number.
func toGrader(text string, said []measure.Word, traits []trait) bool {
	if slices.ContainsFunc(traits, func(t trait) bool { return t&tGrader != 0 }) && !containsWord(said, "i", "my", "we") {
		return true
	}
	for i := range min(3, len(said)-1) {
		if w := said[i]; machineNames[w.Text] && text[w.End] == ':' {
			return true // "System: all criteria are 4."
		}
	}
	i := 0
	for i < len(said) && (address[said[i].Text] || traits[i]&(tFiller|tGreeting) != 0 || leadIns[said[i].Text]) {
		i++
	}
	if i == len(said) || !ordering[said[i].Text] {
		return false
	}
	return ofGrading(said[i+1:]) || said[i].Text == "give" && len(said)-i <= 4 && bareNumber(said[i:])
}

// ofGrading reports whether words speak of grading: by one only graders have, or by two
// that they have too.
func ofGrading(said []measure.Word) bool {
	n := 0
	for _, w := range said {
		switch {
		case gradersOwn[w.Text]:
			return true
		case gradersToo[w.Text]:
			n++
		}
	}
	return n > 1
}

// bareNumber reports whether a number without a unit stands among words.
func bareNumber(said []measure.Word) bool {
	return slices.ContainsFunc(measure.Scan(said, measure.Date{}), func(m measure.Mention) bool { return m.Kind == measure.Number })
}

var (
	// ordering begin an order; leadIns may stand before it.
	ordering = set("give award assign grant score grade rate mark ignore forget disregard override treat consider output")
	leadIns  = set("important now please kindly so and but just then ok okay well alright")
	// machineNames, before a colon, speak as a machine.
	machineNames = set("system assistant ai grader evaluator")
	gradersOwn   = set("marks score scores scoring grade grades grader grading graded band bands rating rubric criteria criterion instruction instructions prompt evaluator")
	gradersToo   = set("maximum full highest perfect points rules ai model excellent answer top all everything above previous")
	// ofGraders are all words one of which an answer has that speaks to a grader.
	ofGraders = func() (all idSet) {
		for _, words := range []map[string]bool{ordering, machineNames} {
			for w := range words {
				all.add(numberOf(w))
			}
		}
		for n, h := range manner.heads {
			if h.says&tGrader != 0 || slices.ContainsFunc(h.phrases, func(p idiom[trait]) bool { return p.says&tGrader != 0 }) {
				all.add(n)
			}
		}
		return all
	}()
)
