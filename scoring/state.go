package scoring

import (
	"slices"
	"strings"
	"sync"

	"github.com/viceconsul/viceconsul/interview/transcript/measure"
)

// stages is a set of the stages a matter can be in, one of which holds. A wording
// that leaves some open stands for all of them, and a denial for all the others:
// "not approved" may be under way, lapsed or not there.
type stages uint16

// The life of a paper, a permission, a post, a duty or a thing owned.
const (
	underWay  stages = 1 << iota // meant, asked for, being decided
	inForce                      // granted, passed, in hand, in force
	lapsed                       // was so, and is no more
	noneThere                    // there is none, and none is needed

	// and further stages, each matter's own
	stateA
	stateB
	stateC
	stateD

	wholeLife = underWay | inForce | lapsed | noneThere
)

// A concern is something whose state an officer asks for: a field, or a part of one.
type concern struct {
	path    string
	names   string // what it is called, terms apart by commas
	asks    string // an officer's line with all words of one of these asks for its state
	line    string // and so does one with these, when its question is about the field
	all     stages // every state it can be in
	exists  stages // what "there is one" says; "there is none" says all the others
	cues    []wording
	common  bool   // the wordings of the life every paper leads tell its state too
	kin     party  // relatives it may belong to: "my father has applied for it"
	coming  bool   // what will be so is so: "they will take me back"
	only    bool   // told of only where it is named: one examination of several
	sticky  stages // outweighs what else is told, in whichever order: one examination that was failed
	list    bool   // several can be so at once; one of several is part
	retold  bool   // told also by the words it is declared with: the reason of a gap
	ofOther string // the field whose declared words tell it: the name of a client tells the placement
	news    bool   // worth a remark where the profile declares none
	own     bool   // only the applicant can do it: what "they" do is no part of it
	owners  bool   // a line asks whose it is
	there   stages // what a place in the United States says where the line asks where
	here    stages // and what any other place says
	notOf   string // words of a clause that make it about another thing of the same name

	declared func(c *Case, f *fact) stages // 0 when the profile leaves it open

	field string       // the whole field of the path
	books func() books // its tables, read when first asked for
}

// books are the tables of a concern made ready for use.
type books struct {
	named cueBook  // names
	told  cueBook  // cues
	other cueBook  // of notOf
	asked lineBook // asks and line
}

// A wording is a list of ways to say one state. The words of each stand in base form
// in this order, with up to two others between them, or none where "_" joins them; "|"
// stands between words of which any will do. "=" before a way says that a denial in
// front of it changes nothing, "~" that it is a step on the way which a later step
// outdoes, "?" that it is only hoped or told, and "'" before a word that only this form
// of it counts.
type wording struct {
	is   stages
	ways string
}

// A cue is one way to say a state.
type cue struct {
	words  []string
	tight  []bool // the word stands right after the one before it
	is     stages
	fixed  bool
	denies bool // holds its own denial
	weak   bool
	vague  bool
}

// A cueBook holds cues by their first word, longest first.
type cueBook map[string][]cue

// bookOf is a book that is read when it is first asked for.
func bookOf(table []wording) func() cueBook {
	return sync.OnceValue(func() cueBook { return newCueBook(table) })
}

func newCueBook(tables ...[]wording) cueBook {
	b := cueBook{}
	for _, table := range tables {
		for _, w := range table {
			for way := range strings.SplitSeq(w.ways, ",") {
				for _, one := range spelt(strings.TrimSpace(way)) {
					b.add(one, w.is)
				}
			}
		}
	}
	return b
}

// spelt writes out a way with choices: "two|three attempt|try".
func spelt(way string) []string {
	out := []string{""}
	for w := range strings.FieldsSeq(way) {
		var next []string
		for choice := range strings.SplitSeq(w, "|") {
			for _, was := range out {
				next = append(next, strings.TrimSpace(was+" "+choice))
			}
		}
		out = next
	}
	return out
}

func (b cueBook) add(way string, is stages) {
	if way == "" {
		return
	}
	k := cue{is: is, fixed: way[0] == '=', weak: way[0] == '~', vague: way[0] == '?'}
	for w := range strings.FieldsSeq(strings.TrimLeft(way, "=~?")) {
		for n, w := range strings.Split(w, "_") {
			if !strings.HasPrefix(w, "'") {
				w = baseOf(w)
			}
			k.words, k.tight = append(k.words, w), append(k.tight, n > 0)
		}
	}
	k.denies = ownDenial[k.words[0]]
	k.fixed = k.fixed || slices.ContainsFunc(k.words, func(w string) bool { return ownDenial[w] })
	first := strings.TrimPrefix(k.words[0], "'")
	if first != k.words[0] {
		first = baseOf(first)
	}
	all, at := b[first], 0
	for at < len(all) && len(all[at].words) >= len(k.words) {
		at++
	}
	b[first] = slices.Insert(all, at, k)
}

// ownDenial are the words, in base form, by which a cue denies.
var ownDenial = bases("no not never without nothing nobody none")

// find is the longest cue that begins at word i, and the word after its end; nil when
// none does.
func (b cueBook) find(said []form, i, to int) (*cue, int) {
	all := b[said[i].base]
	for n := range all {
		if end := all[n].matches(said, i, to); end > 0 {
			return &all[n], end
		}
	}
	return nil, 0
}

// matches is the word after the end of the cue when it begins at word i, else 0.
func (k *cue) matches(said []form, i, to int) int {
	const apart = 2 // words between two words of a cue: "put in my leave request"
	at := i
	for n, want := range k.words {
		last := min(at+apart, to-1)
		if n == 0 || k.tight[n] {
			last = min(at, to-1)
		}
		for at <= last && !said[at].is(want) {
			at++
		}
		if at > last {
			return 0
		}
		at++
	}
	return at
}

// A form is a word as it was said, and its base.
type form struct{ said, base string }

func (f form) is(want string) bool {
	if want[0] == '\'' {
		return f.said == want[1:]
	}
	return f.base == want
}

// formsOf are the words of a text that were looked up.
func formsOf(words []measure.Word, known []*lexeme) []form {
	out := make([]form, len(words))
	for i := range words {
		out[i] = form{words[i].Text, known[i].base}
	}
	return out
}

// baseOf takes the endings off a word, so that all its forms read alike. It need not
// be a word.
func baseOf(w string) string {
	if strings.HasSuffix(w, "n't") {
		return "not" // "haven't told" says no more than "not told"
	}
	if at := strings.IndexByte(w, '\''); at > 0 {
		w = w[:at]
	}
	if uninflected.at(w) {
		return w
	}
	if base, ok := irregularBase[w]; ok {
		w = base
	}
	for _, cut := range []string{"ies", "ied", "ing", "ed", "es", "s", "e", "y"} {
		if len(w) >= len(cut)+3 && strings.HasSuffix(w, cut) {
			w = w[:len(w)-len(cut)]
			if cut[len(cut)-1] == 'y' || cut[0] == 'i' && len(cut) == 3 && cut != "ing" {
				return w // "carry" is not "car"
			}
			break
		}
	}
	if n := len(w); n > 3 && w[n-1] == w[n-2] {
		w = w[:n-1] // "dropped"
	}
	return w
}

// uninflected are small words that only look as if they had an ending.
var uninflected = newWordTable(set("they these those this there here where very any every only his hers once"))

// irregularBase are forms that share no stem with their base.
var irregularBase = map[string]string{
	"sold": "sell", "gave": "give", "given": "give", "got": "get", "gotten": "get", "came": "come", "went": "go", "gone": "go",
	"left": "leave", "took": "take", "taken": "take", "wrote": "write", "written": "write", "sat": "sit", "sent": "send", "ran": "run",
	"held": "hold", "kept": "keep", "bought": "buy", "paid": "pay", "said": "say", "told": "tell", "had": "have", "has": "have", "having": "have",
	"built": "build", "lent": "lend", "won": "win", "chosen": "choose", "chose": "choose", "lost": "lose", "began": "begin", "begun": "begin",
	"quitted": "quit", "withdrew": "withdraw", "withdrawn": "withdraw", "license": "licence", "licensed": "licence", "licenced": "licence", "licences": "licence", "licenses": "licence",
	"stood": "stand", "found": "find", "made": "make", "brought": "bring", "spent": "spend", "forgiven": "forgive", "forgave": "forgive",
	"programme": "program", "tries": "try", "tried": "try", "studies": "study", "studied": "study", "studying": "study", "is": "be", "are": "be", "was": "be", "were": "be", "been": "be", "am": "be", "did": "do", "does": "do", "done": "do",
	"enrol": "enroll", "died": "die", "dies": "die", "dying": "die", "enrolled": "enroll", "finalise": "finalize", "finalised": "finalize", "met": "meet", "meant": "mean",
}

// A lineBook holds word lists by their first word; a line is on it when it has all
// words of one list, in any order. "|" stands between words of which any will do.
type lineBook map[string][][]string

func (b lineBook) add(lists string) {
	for list := range strings.SplitSeq(lists, ";") {
		for _, one := range spelt(list) {
			var words []string
			for w := range strings.FieldsFuncSeq(one, func(r rune) bool { return r == ' ' || r == '_' }) {
				words = append(words, baseOf(w))
			}
			if len(words) > 0 {
				b[words[0]] = append(b[words[0]], words[1:])
			}
		}
	}
}

// holds reports whether a line is on the book.
func (b lineBook) holds(line []form) bool {
	for _, f := range line {
		for _, rest := range b[f.base] {
			if allSaid(line, rest) {
				return true
			}
		}
	}
	return false
}

func allSaid(line []form, words []string) bool {
	for _, w := range words {
		if !slices.ContainsFunc(line, func(f form) bool { return f.base == w }) {
			return false
		}
	}
	return true
}

// compiled lets the tables of matters be read once, each when it is first asked for:
// most interviews come to a few of them.
func compiled(all []concern) []concern {
	for i := range all {
		m := &all[i]
		m.field = whole(m.path)
		m.books = sync.OnceValue(func() books {
			b := books{named: newCueBook([]wording{{m.exists, m.names}}), told: newCueBook(m.cues), other: newCueBook([]wording{{m.all, m.notOf}}), asked: lineBook{}}
			b.asked.add(m.asks)
			b.asked.add(m.line)
			return b
		})
	}
	return all
}
