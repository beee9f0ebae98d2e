package scoring

import (
	"slices"
	"strings"

	"github.com/viceconsul/viceconsul/interview/transcript/measure"
)

// A want is the kind of fact the officer's line asks for.
type want int

const (
	wantAnything want = iota // what, how, tell me
	wantYesNo
	wantWho
	wantAmount
	wantCount
	wantLength
	wantDate
	wantPlace
	wantReason
	wantPaper // "Passport, please."
)

// closedWants are answered by a word or a number.
var closedWants = []want{wantYesNo, wantWho, wantAmount, wantCount, wantLength, wantDate, wantPlace, wantPaper}

// openers tell by the first words of a question what would answer it.
var openers = openersOf([]opener{
	{"how much leave", wantLength}, {"how much time", wantLength}, {"how much holiday", wantLength}, {"how much vacation", wantLength}, {"how much", wantAmount}, {"how many weeks", wantLength}, {"how many days", wantLength},
	{"how many months", wantLength}, {"how many years", wantLength}, {"how many", wantCount}, {"how old", wantCount},
	{"how big", wantCount}, {"how large", wantCount}, {"how long", wantLength}, {"how often", wantCount},
	{"what is your salary", wantAmount}, {"what is your budget", wantAmount}, {"what is your monthly income", wantAmount},
	{"what is the total cost", wantAmount}, {"what is the pay", wantAmount}, {"annual salary", wantAmount},
	{"what does the hospital pay", wantAmount}, {"what will the hospital pay", wantAmount}, {"what are they paying", wantAmount},
	{"what are you making", wantAmount}, {"what will you make", wantAmount}, {"what will you be paid", wantAmount}, {"what are you paid", wantAmount}, {"what do they pay", wantAmount}, {"what do you earn", wantAmount}, {"what will you earn", wantAmount},
	{"since when", wantDate}, {"when", wantDate}, {"what date", wantDate}, {"by what date", wantDate}, {"on what date", wantDate},
	{"which month", wantDate}, {"what year", wantDate}, {"which year", wantDate}, {"what are your dates", wantDate},
	{"where", wantPlace}, {"which city", wantPlace}, {"which cities", wantPlace}, {"in which country", wantPlace},
	{"who", wantWho}, {"whose", wantWho}, {"for whom", wantWho}, {"why", wantReason}, {"what's the reason", wantReason}, {"what is the reason", wantReason},
	{"how come", wantReason},
})

// An opener is what a question opens with, and what it wants.
type opener struct {
	words string
	want  want
}

// A questionHead is an opener after its first word.
type questionHead struct {
	rest []string
	want want
}

// openersOf finds openers by their first word, each in its order.
func openersOf(table []opener) map[string][]questionHead {
	all := map[string][]questionHead{}
	for _, o := range table {
		words := strings.Fields(o.words)
		all[words[0]] = append(all[words[0]], questionHead{words[1:], o.want})
	}
	return all
}

// opensWith reports whether words begin so, no mark between them.
func (o *questionHead) opensWith(words []measure.Word) bool {
	if len(words) <= len(o.rest) {
		return false
	}
	for i, w := range o.rest {
		if words[i+1].Text != w || words[i+1].Breaks {
			return false
		}
	}
	return true
}

// helpers open a question that yes or no answers.
var helpers = strings.Fields("are is was were am do does did have has had will would can could should may married any ever no anyone anything")

// wantsOf is what a question asks for, and what a second one joined to it asks for:
// "how much will it cost and who pays?"
func wantsOf(words []measure.Word, asks bool) (first, also want) {
	first = wanted(words, asks)
	for i := 2; i < len(words); i++ {
		if !words[i].Breaks && words[i-1].Text != "and" {
			continue
		}
		for _, o := range openers[words[i].Text] {
			if o.opensWith(words[i:]) && !relative(words[i:], i) && o.want != first && o.want != wantReason {
				return first, o.want
			}
		}
	}
	return first, wantAnything
}

// handed are what an officer asks to be handed.
var handed = newWordTable(set("notice slips payslip payslips stub letters passport i20 20 ds2019 2019 ds160 160 797 i797 statement statements letter papers document documents certificate certificates transcript transcripts cv resume photo photograph receipt slip contract stubs w2 page sheet sheets hand fingers thumb thumbs finger invitation"))

// hands are the verbs by which a paper is asked for.
var hands = set("give show pass hand slide put see let place bring")

// asksPaper reports whether a line asks to be handed something: "Give me the bank
// statement.", "Client letter?", "Passport and I-20."
func asksPaper(words []measure.Word) bool {
	if n := len(words); n > 1 && words[n-1].Text == "please" {
		words = words[:n-1]
	}
	if !slices.ContainsFunc(words, func(w measure.Word) bool { return handed.at(w.Text) }) || wide(words) {
		return false
	}
	if n := len(words); n > 2 && n <= 10 && words[n-1].Text == "you" && (words[n-2].Text == "with" || words[n-2].Text == "on") {
		return true // "Got the client letter with you?"
	}
	if slices.Contains(helpers, words[0].Text) && !(len(words) > 2 && (words[2].Text == "see" || words[2].Text == "have")) {
		return false
	}
	return slices.ContainsFunc(words, func(w measure.Word) bool { return hands[w.Text] }) && len(words) <= 10 || len(words) <= 5 && handed.at(words[len(words)-1].Text)
}

// wanted is what a question asks for.
func wanted(words []measure.Word, asks bool) want {
	words = spelledOut(words)
	if len(words) == 0 {
		return wantAnything
	}
	if len(words) > 1 && leadsIn[words[0].Text] && askers[words[1].Text] {
		words = words[1:] // "For how long?"
	}
	if asksPlace(words) {
		return wantPlace
	}
	if asksPaper(words) {
		return wantPaper
	}
	for i := range words {
		if i > 0 && !words[i].Breaks && words[i-1].Text != "and" && words[i-1].Text != "so" {
			continue
		}
		if i > 0 && wideHeads[words[0].Text] {
			break // "What is the area like, where you will work?"
		}
		for _, o := range openers[words[i].Text] {
			if o.opensWith(words[i:]) && !relative(words[i:], i) {
				if o.want == wantAmount && slices.ContainsFunc(words, func(w measure.Word) bool { return w.Text == "time" || w.Text == "longer" }) {
					return wantLength // "how much longer", "how much H-1B time"
				}
				return o.want
			}
		}
		if asks && slices.Contains(helpers, words[i].Text) {
			if open := words[i].Text; i+2 < len(words) && open != "any" && open != "ever" && slices.ContainsFunc(words[i:], func(w measure.Word) bool { return w.Text == "or" }) {
				return wantAnything // "on leave, or did you resign?"
			}
			return wantYesNo
		}
	}
	if w, ok := nounAsked(words); ok {
		return w
	}
	if f, ok := fragments[words[0].Text]; ok && words[len(words)-1].Text == "please" {
		return f // "Amount for the first year, please."
	}
	if !asks && words[len(words)-1].Text == "please" {
		return wantPaper
	}
	if !asks && imperative(words) && slices.ContainsFunc(words, func(w measure.Word) bool { return w.Text == "why" }) {
		return wantReason // "Explain to me why you left."
	}
	if !asks || wide(words) {
		return wantAnything
	}
	for i, w := range words {
		if f, ok := fragments[w.Text]; ok && (len(words) <= shortLine || i < 2 && i+1 < len(words) && words[i+1].Text == "of") {
			return f // "Salary?", "Purpose of your travel?"
		}
	}
	return wantYesNo // "Married?", "So your parents pay nothing?"
}

// leadsIn are the words that stand before what a question opens with.
var leadsIn = wordSet("for in by until till from to with at on since about under and so but okay then")

// nounAsked is what a question of the form "what is your monthly income" wants: by
// its first noun of money or time.
func nounAsked(words []measure.Word) (want, bool) {
	if len(words) < 2 || words[0].Text != "what's" && (words[0].Text != "what" || !helping[words[1].Text]) {
		return 0, false
	}
	for i, w := range words {
		if i > 0 && w.Breaks || w.Text == "for" || w.Text == "of" {
			break
		}
		if f, ok := fragments[w.Text]; ok {
			follows := i+1 < len(words) && !words[i+1].Breaks && !slices.Contains([]string{"for", "of", "in", "per", "at", "a", "this", "there", "you", "your"}, words[i+1].Text)
			return f, slices.Contains([]want{wantAmount, wantCount, wantLength, wantDate}, f) && !follows
		}
	}
	return 0, false
}

// wideHeads open a question whose later parts ask for more, not for something else.
var wideHeads = wordSet("what what's how how's which tell describe explain")

// relative reports whether a word like "where" inside a line only joins what is said
// of the thing before it: "the area where you will work".
func relative(words []measure.Word, at int) bool {
	return at > 0 && len(words) > 1 && (words[1].Text == "you" || words[1].Text == "your" || words[1].Text == "they" || words[1].Text == "he" || words[1].Text == "she")
}

// wideWords open a question that any account can answer.
var wideWords = strings.Fields("what what's which how how's why where when who who's whose whom or tell describe explain such like example day")

// fragments are nouns that ask by themselves, with what would answer them.
var fragments = map[string]want{
	"salary": wantAmount, "amount": wantAmount, "total": wantAmount, "stipend": wantAmount, "wage": wantAmount, "budget": wantAmount, "cost": wantAmount, "savings": wantAmount, "income": wantAmount, "pay": wantAmount, "turnover": wantAmount,
	"score": wantCount, "scores": wantCount, "gpa": wantCount, "marks": wantCount, "percentage": wantCount, "age": wantCount,
	"client": wantWho, "employer": wantWho, "vendor": wantWho, "sponsor": wantWho, "manager": wantWho, "host": wantWho, "company": wantWho,
	"university": wantWho, "school": wantWho, "hospital": wantWho, "city": wantPlace, "campus": wantPlace, "location": wantPlace, "worksite": wantPlace,
	"specialty": wantAnything, "speciality": wantAnything, "qualification": wantAnything, "degree": wantAnything, "major": wantAnything, "occupation": wantAnything,
	"job": wantAnything, "title": wantAnything, "purpose": wantAnything, "plans": wantAnything, "plan": wantAnything, "program": wantAnything, "course": wantAnything, "status": wantAnything,
	"duration": wantLength, "dates": wantDate, "date": wantDate, "till": wantDate, "until": wantDate,
}

func begins(words []measure.Word, phrase string) bool {
	for i, w := range words {
		head, rest, more := strings.Cut(phrase, " ")
		if w.Text != head || i > 0 && w.Breaks {
			return false
		}
		if !more {
			return true
		}
		phrase = rest
	}
	return false
}
