package scoring

import (
	"slices"
	"strings"
	"sync"

	"github.com/viceconsul/viceconsul/interview/transcript/measure"
)

// A taxonomy is a tree of labels. A label is written with the wider ones it belongs
// to before it: "engineering/civil". It goes by names, is shown by what somebody does
// (a verb with an object, or one that needs none), or by the place of work. A name in two labels fits both.
type taxonomy struct {
	names   map[string][]labelled        // by first word, longest first
	acts    map[string][]act             // by the stem of the verb
	things  map[string][]string          // the objects of acts by their stem, with the labels they show
	places  map[string][]labelled        // by first word, longest first
	splits  map[string]bool              // labels whose parts exclude each other
	vague   map[string]bool              // labels too wide to tell one kind of thing
	spells  func() map[byte][]labelled   // namesToMisspell, read when first asked for
	akin    [][]string                   // labels of which one said for another is a slip
	bit     uint16                       // in lexeme.labels
	telling func() map[string][][]string // tellingNames, read when first asked for
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
	byThing // what somebody has to do with: it agrees with a label and excludes none
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
	t := taxonomy{akin: akin, names: map[string][]labelled{}, acts: map[string][]act{}, things: map[string][]string{}, places: map[string][]labelled{}, splits: map[string]bool{}, vague: map[string]bool{}}
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
	}
	for _, all := range t.places {
		longestFirst(all)
	}
	t.spells = sync.OnceValue(func() map[byte][]labelled { return namesToMisspell(t.names) })
	t.telling = sync.OnceValue(func() map[string][][]string { return tellingNames(t.names) })
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
		o = stemOf(o)
		a.objects[o] = true
		if !slices.Contains(t.things[o], label) {
			t.things[o] = append(t.things[o], label)
		}
	}
	for v := range strings.FieldsSeq(verbs) {
		v = stemOf(v)
		t.acts[v] = append(t.acts[v], a)
	}
}

// find lists the labels a text names, in order; a longer name hides a shorter one
// inside it. Names of one or two letters are for the caller to trust or not.
func (t *taxonomy) find(words []measure.Word) []hit { return t.findBy(words, lexemesOf(words)) }

// findBy is find for words that were looked up.
func (t *taxonomy) findBy(words []measure.Word, known []*lexeme) []hit {
	var out []hit
	for i := 0; i < len(words); i++ {
		if known[i].labels&t.bit == 0 {
			continue
		}
		at := len(out)
		out = t.namedAt(out, words, i)
		if len(out) > at {
			last := out[at].to - 1
			if last > i && small[words[i].Text] && t.goesOn(words, last) {
				out, last = out[:at], last-1 // "a business" of "a business analyst"
			}
			i = last
			continue
		}
		out = t.doneAt(out, words, known, i)
		if len(out) == at && known[i].is&isCharge != 0 {
			out = t.thingAfter(out, words, known, i)
		}
		out = t.placeAt(out, words, i)
	}
	return slices.DeleteFunc(out, func(h hit) bool {
		return h.way == byAct && slices.ContainsFunc(out, func(o hit) bool { return o.way == byName && o.label == h.label && h.from <= o.from && o.from < h.to })
	})
}

// goesOn reports whether a name of more than one word begins at word i.
func (t *taxonomy) goesOn(words []measure.Word, i int) bool {
	hits := t.namedAt(nil, words, i)
	return len(hits) > 0 && hits[0].to > i+1
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
func (t *taxonomy) doneAt(out []hit, words []measure.Word, known []*lexeme, i int) []hit {
	acts := t.acts[known[i].stem]
	if len(acts) == 0 {
		return out
	}
	for _, a := range acts {
		if len(a.objects) == 0 {
			out = append(out, hit{label: a.label, from: i, to: i + 1, way: byAct})
		}
	}
	for j := i + 1; j < min(i+reach, len(words)) && !words[j].Breaks; j++ {
		object, found := known[j].stem, false
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

// chargeWords are the stems of words that say what somebody has to do with, and not
// what is done: "I look after", "in charge of".
var chargeWords = stems("manage handle look work deal maintain oversee responsible charge care keep administer supervise specialise specialize concern")

func stems(words string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		m[stemOf(w)] = true
	}
	return m
}

// thingAfter adds the labels of what stands after the word at i.
func (t *taxonomy) thingAfter(out []hit, words []measure.Word, known []*lexeme, i int) []hit {
	for j := i + 1; j < min(i+reach, len(words)) && !words[j].Breaks; j++ {
		labels := t.things[known[j].stem]
		for _, l := range labels {
			out = append(out, hit{label: l, from: i, to: j + 1, way: byThing})
		}
		if len(labels) > 0 {
			break
		}
	}
	return out
}

// manyLabels is how many labels a thing may show and still tell one of them.
const manyLabels = 3

// spokenOf is what most things of a text have to do with, where they are at least as many:
// "strokes and epilepsy". counted says which words may tell it; sole reports whether none
// of them speaks for anything else.
func (t *taxonomy) spokenOf(words []measure.Word, least int, counted func(int) bool) (out []hit, sole bool) {
	seen, most := map[string]bool{}, least
	found, counts := map[string]hit{}, map[string]int{}
	for i, w := range words {
		s := stemOf(w.Text)
		labels := t.things[s]
		if seen[s] || len(labels) == 0 || len(labels) > manyLabels || t == &jobs && anyTrades[s] || !counted(i) {
			continue
		}
		seen[s] = true
		for _, l := range labels {
			h, ok := found[l]
			if !ok {
				h = hit{label: l, from: i, way: byThing}
			}
			h.to = i + 1
			counts[l]++
			most, found[l] = max(most, counts[l]), h
		}
	}
	for l, n := range counts {
		if n == most {
			out = append(out, found[l])
		}
	}
	slices.SortFunc(out, func(a, b hit) int { return strings.Compare(a.label, b.label) })
	return out, len(out) == 1 && most == len(seen)
}

// anyTrades are the stems of things that most work has to do with.
var anyTrades = stems("good people staff office home house school company business work day time job year month family child children kids customers clients money car food water data land parts team university college class student degree")

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
		case "for":
			return j > 0 && (stemOf(words[j-1].Text) == "work" || stemOf(words[j-1].Text) == "employ")
		}
	}
	return false
}
