package scoring

import (
	"slices"
	"strings"

	"github.com/viceconsul/viceconsul/interview/transcript/measure"
)

// restarts are the words by which a speaker begins a sentence again. Those of the first
// list do nothing else; those of the second also put another value right.
var (
	restarts = wordRows("sorry i will say it again", "i will say it again", "let me say it again", "let me say that again", "i say it again", "let me repeat", "i repeat", "let me start again", "i want to say", "how to say", "how do i say")
	repairs  = wordRows("sorry i mean", "i mean", "sorry", "i meant", "no wait", "wait", "uh", "um", "er", "well")
)

// wordRows cuts phrases into their words.
func wordRows(phrases ...string) [][]string {
	rows := make([][]string, len(phrases))
	for i, p := range phrases {
		rows[i] = strings.Fields(p)
	}
	return rows
}

// nounsApart takes the "is" off a noun it is run on to, where what follows shows that nothing
// is owned: "my wife's a teacher", but not "my wife's office".
func nounsApart(said string, words []measure.Word) []measure.Word {
	for i := len(words) - 2; i > 0; i-- {
		w := words[i]
		noun, is := strings.CutSuffix(w.Text, "'s")
		if !is || len(noun) < 3 || words[i+1].Breaks || !afterIs[words[i+1].Text] && !(isAt[words[i+1].Text] && beginsOwn(words, i-1)) || pronounIs[noun] || whWords[w.Text] {
			continue
		}
		cut := strings.LastIndexAny(said[w.Start:w.End], "'’")
		if cut <= 0 {
			continue
		}
		words[i].Text, words[i].End = noun, w.Start+cut
		next := w
		next.Text, next.Start, next.Breaks = "is", words[i].End, false
		words = slices.Insert(words, i+1, next)
	}
	return words
}

// beginsOwn reports whether a clause begins with "my" or the like at word i: "my sister's in
// Sydney", and not "I stay at my sister's in Sydney".
func beginsOwn(words []measure.Word, i int) bool {
	return (words[i].Text == "my" || words[i].Text == "our" || words[i].Text == "the") && (i == 0 || words[i].Breaks || lineLeads[words[i-1].Text])
}

var (
	isAt      = set("in at here there from with")
	afterIs   = set("a an not now still also only already retired working coming going staying")
	pronounIs = set("she that this there here what who where when how why let everyone everything everybody nothing nobody something somebody someone anybody one")
)

// withoutRestarts leaves out what a nervous speaker says twice: "At City... I mean, at
// City Medical College" is one place, and not a correction. What is put right by
// another value stays.
func withoutRestarts(words []measure.Word) []measure.Word {
	words = withoutStumbles(spelled(words))
	for i := 0; i < len(words); i++ {
		n, only := restartAt(words, i)
		if n == 0 {
			continue
		}
		from := falseStart(words[:i], words[i+n:])
		if from == i && !only {
			continue
		}
		kept := append(slices.Clone(words[:from]), words[i+n:]...)
		if from < len(kept) {
			kept[from].Breaks = true
		}
		words, i = kept, from-1
	}
	return words
}

// A restart is a row of words that begins a sentence again.
type restart struct {
	row  []string
	only bool // it does nothing else
}

// restartsFrom are all restarts by their first word.
var restartsFrom = func() *wordTable[[]restart] {
	all := map[string][]restart{}
	for _, rows := range [][][]string{restarts, repairs} {
		for _, row := range rows {
			all[row[0]] = append(all[row[0]], restart{row, &rows[0] == &restarts[0]})
		}
	}
	return newWordTable(all)
}()

// restartAt is how many words from i on begin a sentence again, and whether they do
// nothing else; 0 for none.
func restartAt(words []measure.Word, i int) (n int, only bool) {
	for _, r := range restartsFrom.at(words[i].Text) {
		if len(words)-i > len(r.row) && saysRow(words[i:], r.row) && words[i+len(r.row)].Breaks {
			return len(r.row), r.only
		}
	}
	return 0, false
}

func saysRow(words []measure.Word, row []string) bool {
	for k, w := range row {
		if words[k].Text != w {
			return false
		}
	}
	return true
}

// falseStart is where the words said last begin that are said again next; their end
// when they are not.
func falseStart(said, next []measure.Word) int {
	for from := max(len(said)-8, 0); from < len(said); from++ {
		again := said[from:]
		if len(again) <= len(next) && slices.EqualFunc(again, next[:len(again)], func(a, b measure.Word) bool { return a.Text == b.Text }) {
			return from
		}
	}
	return len(said)
}

// spelled joins what was written down letter by letter, as a short name is heard: "s a p".
func spelled(words []measure.Word) []measure.Word {
	for i := 0; i+2 < len(words); i++ {
		to := i
		for to < len(words) && len(words[to].Text) == 1 && words[to].Text[0] >= 'a' && words[to].Text[0] <= 'z' && (to == i || !words[to].Breaks) {
			to++
		}
		if to-i < 3 || words[i].Text == "i" || words[i].Text == "a" {
			continue
		}
		whole := words[i]
		for _, w := range words[i+1 : to] {
			whole.Text += w.Text
		}
		whole.End = words[to-1].End
		words = slices.Concat(words[:i], []measure.Word{whole}, words[to:])
	}
	return words
}

// withoutStumbles leaves out the sounds of hesitation, what is said twice in a row and the
// beginnings given up for others: "he is he is uh working" tells one thing of him. Of what
// is said twice the second stays, which goes on.
func withoutStumbles(words []measure.Word) []measure.Word {
	var kept []measure.Word // nil while nothing is left out
	breaks := false
	for i := 0; i < len(words); {
		w := words[i]
		n := stumble(words, i)
		if n > 0 && kept == nil {
			kept = append(make([]measure.Word, 0, len(words)), words[:i]...)
		}
		breaks = breaks || w.Breaks
		if n == 0 && kept != nil {
			w.Breaks = breaks
			kept = append(kept, w)
		}
		breaks = breaks && n > 0
		i += max(n, 1)
	}
	if len(kept) == 0 {
		return words
	}
	return kept
}

// stumble is how many words from i on carry nothing: a sound, a row that is said again at
// once, or a beginning that another takes the place of; 0 for none.
func stumble(words []measure.Word, i int) int {
	if hesitations.at(words[i].Text) {
		return 1
	}
	if n := saidTwice(words, i); n > 0 {
		return n
	}
	return givenUp(words, i)
}

// saidTwice is how many words from i on are said again at once, with no mark between; 0
// for none. A figure twice may be another figure, "twenty twenty", and some words are
// said twice to mean one thing.
func saidTwice(words []measure.Word, i int) int {
	for n := min(longestTwice, (len(words)-i)/2); n > 0; n-- {
		again := words[i].Text == words[i+n].Text && !words[i+n].Breaks
		for k := 1; k < n && again; k++ {
			again = words[i+k].Text == words[i+n+k].Text && !words[i+k].Breaks && !words[i+n+k].Breaks
		}
		if again && insists(words, i) {
			return 0
		}
		if again && (n > 1 || !saidDoubly[words[i].Text] && !ofFigure(words, i)) {
			return n
		}
	}
	return 0
}

// insists reports whether the word at i is one of three or more in a row, which is no
// stumble unless it is one of the short words everybody stumbles over.
func insists(words []measure.Word, i int) bool {
	w := words[i].Text
	same := func(at int) bool { return at >= 0 && at < len(words) && words[at].Text == w }
	return len(w) > 3 && (same(i+1) && (same(i+2) || same(i-1)) || same(i-1) && same(i-2))
}

// ofFigure reports whether the same figure at i and after it may make one figure: it always
// may, but for a single one before what is counted, "two two weeks".
func ofFigure(words []measure.Word, i int) bool {
	figure := func(at int) bool {
		return at >= 0 && at < len(words) && (figures[words[at].Text] || smallFigures[words[at].Text] || words[at].Text[0] >= '0' && words[at].Text[0] <= '9')
	}
	return figure(i) && (!smallFigures[words[i].Text] || i+2 == len(words) || figure(i-1) || figure(i+2))
}

// givenUp is how many words from i on begin a clause that is begun again in other words with
// the same pronoun: "she is a she works"; 0 for none. What is said so far denies nothing
// and says nothing of its own.
func givenUp(words []measure.Word, i int) int {
	who, tail, _ := strings.Cut(words[i].Text, "'")
	if !beginners.at(who) || tail != "" && contracted[tail] == "" {
		return 0
	}
	for j := i + 1; j < min(i+6, len(words)-1) && !words[j].Breaks; j++ {
		if head, _, _ := strings.Cut(words[j].Text, "'"); head == who {
			return j - i
		}
		if !emptyStart[words[j].Text] {
			return 0
		}
	}
	return 0
}

// longestTwice is how many words a speaker says again at once.
const longestTwice = 6

var (
	hesitations = newWordTable(set("uh uhh uhm um umm erm hmm hm mm mmm"))
	// saidDoubly are words that mean something else said twice: names, words of grammar that
	// can follow themselves, and cries.
	saidDoubly   = set("had that walla bora pago baden lai wagga please omg god help sorry stop")
	smallFigures = set("one two three four five six seven eight nine")
	figures      = set("zero ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million lakh crore double triple oh")
	// beginners are the subjects that a clause is begun again with.
	beginners = newWordTable(set("i he she we they it there"))
	// emptyStart are words that say nothing yet of a subject.
	emptyStart = set("am is are was were have has had do does did will would can could be been go a an the to for in on at of with my his her our their like just only really also mean going gonna want wants")
)

// yearsBeforeMonths joins a year with the month said after it: "2020 May".
func yearsBeforeMonths(all []measure.Mention) []measure.Mention {
	for i := 1; i < len(all); i++ {
		year, month := &all[i-1], &all[i]
		if isYear(*year) && month.Kind == measure.Calendar && month.From == year.To && month.Date.Month != 0 && month.Date.Part == "" {
			month.From, month.Start, month.Date.Year = year.From, year.Start, int(year.Low)
			all = slices.Delete(all, i-1, i)
		}
	}
	return all
}
