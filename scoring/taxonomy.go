package scoring

import (
	"slices"
	"strings"

	"github.com/viceconsul/viceconsul/interview/transcript/measure"
)

// A taxonomy is a tree of labels. A label is written with the wider ones it belongs
// to before it: "engineering/civil". It goes by names, is shown by what somebody does
// (a verb with an object, or one that needs none), or by the place of work. A name in two labels fits both.
type taxonomy struct {
	names  map[string][]labelled // by first word, longest first
	acts   map[string][]act      // by the stem of the verb
	places map[string][]labelled // by first word, longest first
	splits map[string]bool       // labels whose parts exclude each other
	vague  map[string]bool       // labels too wide to tell one kind of thing
	spells map[byte][]labelled   // long names of one word by first letter, for what is misspelt
	akin   [][]string            // labels of which one said for another is a slip
}

type labelled struct {
	words []string
	label string
}

// An act is work told as it is done: somebody builds bridges.
type act struct {
	objects map[string]bool // stems
	label   string
}

// A way says by what a label was found. The stronger come first.
type way uint8

const (
	byName way = iota
	byAct
	byPlace
)

// A hit is a label found in a text.
type hit struct {
	label    string
	from, to int
	way      way
}

// newTaxonomy reads lines of "label: name, name", each followed by lines of
// "> verbs | objects" and "@ place, place". The last element of a label is a name of
// its own, unless a "~" stands before the line; "!" after it says that its parts
// exclude each other, "?" that it is too wide to tell anything. akin are the labels
// that are like each other although the tree keeps them apart.
func newTaxonomy(table string, akin [][]string) taxonomy {
	t := taxonomy{akin: akin, names: map[string][]labelled{}, acts: map[string][]act{}, places: map[string][]labelled{}, splits: map[string]bool{}, vague: map[string]bool{}, spells: map[byte][]labelled{}}
	label := ""
	for line := range strings.Lines(table) {
		line = strings.TrimSpace(line)
		switch {
		case line == "":
		case line[0] == '>':
			t.addActs(label, line[1:])
		case line[0] == '@':
			addNames(t.places, label, line[1:])
		default:
			label = t.addLabel(line)
		}
	}
	for _, all := range t.names {
		longestFirst(all)
		for _, l := range all {
			if len(l.words) == 1 && len(l.words[0]) >= wordToMisspell {
				t.spells[l.words[0][0]] = append(t.spells[l.words[0][0]], l)
			}
		}
	}
	for _, all := range t.places {
		longestFirst(all)
	}
	return t
}

func longestFirst(all []labelled) {
	slices.SortStableFunc(all, func(a, b labelled) int { return len(b.words) - len(a.words) })
}

// addLabel reads a label with its names.
func (t taxonomy) addLabel(line string) string {
	label, names, _ := strings.Cut(line, ":")
	bare, hidden := strings.CutPrefix(label, "~")
	label = strings.TrimRight(bare, "!?")
	t.splits[label] = strings.Contains(bare, "!")
	t.vague[label] = strings.Contains(bare, "?")
	if !hidden {
		names += "," + strings.ToLower(strings.ReplaceAll(label[strings.LastIndexByte(label, '/')+1:], "_", " "))
	}
	addNames(t.names, label, names)
	return label
}

func addNames(to map[string][]labelled, label, names string) {
	for name := range strings.SplitSeq(names, ",") {
		if words := strings.Fields(name); len(words) > 0 {
			to[words[0]] = append(to[words[0]], labelled{words: words, label: label})
		}
	}
}

func (t taxonomy) addActs(label, line string) {
	verbs, objects, _ := strings.Cut(line, "|")
	a := act{objects: map[string]bool{}, label: label}
	for o := range strings.FieldsSeq(objects) {
		a.objects[stemOf(o)] = true
	}
	for v := range strings.FieldsSeq(verbs) {
		v = stemOf(v)
		t.acts[v] = append(t.acts[v], a)
	}
}

// find lists the labels a text names, in order; a longer name hides a shorter one
// inside it. Names of one or two letters are for the caller to trust or not.
func (t *taxonomy) find(words []measure.Word) []hit {
	var out []hit
	for i := 0; i < len(words); i++ {
		at := len(out)
		out = t.namedAt(out, words, i)
		if len(out) > at {
			i = out[at].to - 1
			continue
		}
		out = t.doneAt(out, words, i)
		out = t.placeAt(out, words, i)
	}
	return slices.DeleteFunc(out, func(h hit) bool {
		return h.way == byAct && slices.ContainsFunc(out, func(o hit) bool { return o.way == byName && o.label == h.label && h.from <= o.from && o.from < h.to })
	})
}

// named reports whether a text holds the name of a label.
func (t *taxonomy) named(words []measure.Word) bool {
	var out []hit
	for i := range words {
		if out = t.namedAt(out, words, i); len(out) > 0 {
			return true
		}
	}
	return false
}

// namedAt adds the labels whose longest name begins at word i.
func (t *taxonomy) namedAt(out []hit, words []measure.Word, i int) []hit {
	w, n := words[i].Text, 0
	for _, one := range [...]string{w, singular(w)} {
		for _, l := range t.names[one] {
			if len(l.words) < n {
				break
			}
			if starts(words[i+1:], l.words[1:]) && (one == w || len(l.words) == 1) {
				out, n = append(out, hit{label: l.label, from: i, to: i + len(l.words)}), len(l.words)
			}
		}
		if n > 0 || one == "" {
			break
		}
	}
	return out
}

// singular takes the ending of the plural or the possessive off a name; "" for none.
func singular(w string) string {
	if s, ok := strings.CutSuffix(w, "'s"); ok && len(s) > 2 {
		return s
	}
	if s, ok := strings.CutSuffix(w, "s"); ok && len(s) > 3 { // "its" is no abbreviation
		return s
	}
	return ""
}

// reach is how many words after the verb its object may stand: "I build for the
// ministry big new bridges".
const reach = 7

// doneAt adds the labels of the work the verb at word i tells of with an object after
// it in the same part of the sentence.
func (t *taxonomy) doneAt(out []hit, words []measure.Word, i int) []hit {
	acts := t.acts[stemOf(words[i].Text)]
	if len(acts) == 0 {
		return out
	}
	for _, a := range acts {
		if len(a.objects) == 0 {
			out = append(out, hit{label: a.label, from: i, to: i + 1, way: byAct})
		}
	}
	for j := i + 1; j < min(i+reach, len(words)) && !words[j].Breaks; j++ {
		object, found := stemOf(words[j].Text), false
		for _, a := range acts {
			if a.objects[object] {
				out, found = append(out, hit{label: a.label, from: i, to: j + 1, way: byAct}), true
			}
		}
		if found {
			break
		}
	}
	return out
}

// placeAt adds the labels of the place of work that begins at word i, where a word
// such as "in" stands before it.
func (t *taxonomy) placeAt(out []hit, words []measure.Word, i int) []hit {
	for _, one := range [...]string{words[i].Text, singular(words[i].Text)} {
		for _, l := range t.places[one] {
			if starts(words[i+1:], l.words[1:]) && atPlace(words, i) {
				out = append(out, hit{label: l.label, from: i, to: i + len(l.words), way: byPlace})
			}
		}
	}
	return out
}

// atPlace reports whether the word at i says where.
func atPlace(words []measure.Word, i int) bool {
	for j := i - 1; j >= 0 && j >= i-4 && !words[j+1].Breaks; j-- {
		switch words[j].Text {
		case "in", "at", "with", "into", "inside":
			return true
		}
	}
	return false
}

// wordToMisspell is how long a name must be for one wrong letter to be forgiven:
// shorter words have neighbours that mean something else.
const wordToMisspell = 7

// misspelt finds the labels of names that one letter too many, too few or wrong, or
// two letters in each other's place keep from being found.
func (t *taxonomy) misspelt(words []measure.Word) []hit {
	var out []hit
	for i, w := range words {
		if len(w.Text) < wordToMisspell-1 {
			continue
		}
		for _, l := range t.spells[w.Text[0]] {
			if oneLetterOff(w.Text, l.words[0]) {
				out = append(out, hit{label: l.label, from: i, to: i + 1})
			}
		}
	}
	return out
}

// oneLetterOff reports whether two words differ by one slip of the pen.
func oneLetterOff(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(b)-len(a) > 1 {
		return false
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	switch {
	case len(a) < len(b):
		return a[i:] == b[i+1:]
	case i == len(a):
		return true
	case a[i+1:] == b[i+1:]:
		return true
	}
	return i+1 < len(a) && a[i] == b[i+1] && a[i+1] == b[i] && a[i+2:] == b[i+2:]
}

// kinship is how two labels stand to each other.
type kinship uint8

const (
	strangers kinship = iota // who is one is not the other
	siblings                 // two kinds of one thing
	wider                    // the first holds the second
	alike                    // the same, or the first a kind of the second
)

// kin tells how what is said stands to what is declared.
func (t *taxonomy) kin(said, declared string) kinship {
	switch {
	case said == declared, strings.HasPrefix(said, declared+"/"):
		return alike
	case strings.HasPrefix(declared, said+"/"):
		return wider
	}
	if neverKin(said, declared) {
		return strangers
	}
	root, _, _ := strings.Cut(said, "/")
	if other, _, _ := strings.Cut(declared, "/"); root == other && !t.splits[root] {
		return siblings
	}
	for _, all := range t.akin {
		if slices.ContainsFunc(all, under(said)) && slices.ContainsFunc(all, under(declared)) {
			return siblings
		}
	}
	return strangers
}

// under returns whether a label of a table is the given one or holds it.
func under(label string) func(string) bool {
	return func(wide string) bool {
		return label == wide || len(label) > len(wide) && label[len(wide)] == '/' && label[:len(wide)] == wide
	}
}

func neverKin(a, b string) bool {
	return slices.ContainsFunc(neverAkin, func(p [2]string) bool {
		return under(a)(p[0]) && under(b)(p[1]) || under(a)(p[1]) && under(b)(p[0])
	})
}

// stemOf takes off what English hangs on a verb or noun, so that "builds", "built"
// and "building" are one. It is no word, only the same for all forms of one.
func stemOf(w string) string {
	if s, ok := irregularStems[w]; ok {
		return s
	}
	w = strings.TrimSuffix(w, "'s")
	switch {
	case len(w) > 4 && (strings.HasSuffix(w, "ies") || strings.HasSuffix(w, "ied")):
		return w[:len(w)-3] + "y"
	case len(w) > 5 && strings.HasSuffix(w, "ing"):
		w = w[:len(w)-3]
	case len(w) > 4 && (strings.HasSuffix(w, "ed") || strings.HasSuffix(w, "es")):
		w = w[:len(w)-2]
	case len(w) > 3 && w[len(w)-1] == 's' && w[len(w)-2] != 's' && w[len(w)-2] != 'u':
		w = w[:len(w)-1]
	}
	if len(w) > 3 && w[len(w)-1] == 'e' {
		w = w[:len(w)-1]
	}
	if n := len(w); n > 3 && w[n-1] == w[n-2] {
		w = w[:n-1]
	}
	return w
}

// irregularStems are the forms no ending tells, with the stem of their verb or noun.
var irregularStems = map[string]string{
	"built": "build", "sold": "sel", "drove": "driv", "driven": "driv", "taught": "teach", "made": "mak", "wrote": "writ", "written": "writ",
	"ran": "run", "grew": "grow", "kept": "keep", "bought": "buy", "gave": "giv", "took": "tak", "caught": "catch", "fought": "fight",
	"flew": "fly", "drew": "draw", "led": "lead", "cut": "cut", "cutting": "cut", "sewn": "sew", "teeth": "tooth", "children": "child", "kids": "kid",
	"lying": "lie", "does": "do", "did": "do", "done": "do", "has": "have", "having": "have", "had": "have", "using": "us", "dyeing": "dye",
}
