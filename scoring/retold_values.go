package scoring

import (
	"cmp"
	"slices"
	"strings"
	"sync"

	"github.com/viceconsul/viceconsul/interview/transcript"
	"github.com/viceconsul/viceconsul/interview/transcript/measure"
)

// A valueGroup is the values that together say one declared field: those of a field, or
// of one object of a list.
type valueGroup struct {
	f           *fact
	values      []groupValue
	section     string          // of the profile
	kin         party           // the relatives the field is about
	ofKin       bool            // its values are told of those
	anybodys    bool            // its values are told of whoever plays the part
	past        bool            // what is over counts
	abroad      bool            // its places lie outside the United States
	kinPoints   int             // of a relation
	together    party           // whom the items of its list are, together
	counts      bool            // its value is how many the list has
	labelPoints int             // of another name of its label
	around      map[string]bool // words that tell what a value is of
	line        []string        // the same of the officer's line
	marks       mark            // marks of a clause that tell it
	bySaying    bool            // without such words it is not said at all
	unasked     bool            // that the line asks for the field tells nothing
	atHome      bool            // what is told of the United States is none of it
	wholly      bool            // said alone it leaves the others of its list out
	beside      []string        // fields, and groups of them, told together with it
}

// A groupValue is one declared value, read for being found in an answer.
type groupValue struct {
	kind   transcript.FieldType
	value  *transcript.Value // a measured one; nil for any other
	stems  []string          // of the words of a text that tell it from others
	usual  []bool            // which of them stand in many texts
	roots  []uint16          // of the stems
	names  [][]string        // other names of its label
	party  party             // of a text that is a relation
	places []*place
}

// valueGroups are the groups of all declared fields, read when first asked for.
func (c *Case) valueGroups() [][]*valueGroup {
	if was := c.groups.Load(); was != nil {
		return *was
	}
	var all [][]*valueGroup
	for i := range c.facts {
		if f := &c.facts[i]; f.field != nil && !unretold[f.path] {
			all = append(all, c.groupsOf(f))
		}
	}
	c.groups.Store(&all)
	return all
}

// groupsOf are the groups of a field: one for each object of a list, else one.
func (c *Case) groupsOf(f *fact) []*valueGroup {
	if len(f.items) > 0 && len(f.items[0].value().Parts) > 0 {
		var all []*valueGroup
		if kinOfField[f.path] != 0 {
			g := newGroup(f)
			number := transcript.Value{Type: transcript.TypeNumber, Num: float64(len(f.items))}
			g.values, g.counts, g.anybodys, g.ofKin = []groupValue{{kind: number.Type, value: &number}}, true, true, false
			g.around = kinCounted
			all = append(all, g)
		}
		for i := range f.items {
			g := newGroup(f)
			g.together = f.parties & pHuman
			g.addParts("", f.items[i].value())
			if f.path == "finance.sponsors" {
				g.ofSponsor()
			}
			all = append(all, g)
		}
		return all
	}
	g := newGroup(f)
	g.addParts("", f.value())
	return []*valueGroup{g}
}

// newGroup is the group of a field, with what holds for all its values.
func newGroup(f *fact) *valueGroup {
	of, ok := groupsMade.Load(f.path)
	if !ok {
		of, _ = groupsMade.LoadOrStore(f.path, groupOfPath(f.path))
	}
	g := of.(valueGroup)
	g.f = f
	return &g
}

// groupsMade are the groups of fields, by path, without values; they are the same in every
// interview, and there are no more than fields.
var groupsMade sync.Map

func groupOfPath(path string) valueGroup {
	section, _, _ := strings.Cut(path, ".")
	g := valueGroup{section: section, kin: kinOfField[path], labelPoints: perhaps, kinPoints: perhaps, around: aroundField[path]}
	g.ofKin, g.wholly, g.beside = g.kin != 0, wholly[path], toldBeside[path]
	if section == "ties" {
		g.beside, g.atHome = tiesTogether, true
	}
	g.marks = marksOfField[path]
	g.past = pastSections[section] || bodiesAhead[path] || path == "employment.previous" || path == "employment.gaps"
	g.anybodys = othersFields[section] || othersFields[path]
	for i := range placeFields {
		if p := &placeFields[i]; p.path == path {
			g.abroad, g.past = p.abroad, g.past || p.past
		}
	}
	if path == "identity.marital_status" {
		g.kinPoints = surely
	}
	if surelyNamed[path] {
		g.labelPoints = surely
	}
	if g.bySaying = saidBy[path]; g.bySaying {
		for w := range g.around {
			g.line = append(g.line, w)
		}
	}
	return g
}

// ofSponsor takes what is declared of a sponsor to be told of that relative: who it is
// says nothing without a word of money.
func (g *valueGroup) ofSponsor() {
	for i := range g.values {
		g.kin |= g.values[i].party
	}
	g.ofKin, g.anybodys, g.unasked, g.marks = g.kin != 0, g.kin == 0, true, mPay|mFunds|mSaved
}

// addParts adds a value, or the parts and items it is made of.
func (g *valueGroup) addParts(key string, v transcript.Value) {
	switch {
	case len(v.Parts) > 0:
		for _, k := range partKeys(v) {
			g.addParts(k, v.Parts[k])
		}
	case len(v.List) > 0:
		for _, item := range v.List {
			g.addParts(key, item)
		}
	default:
		g.values = append(g.values, readValue(g.f, key, v))
	}
}

func partKeys(v transcript.Value) []string {
	keys := make([]string, 0, len(v.Parts))
	for k := range v.Parts {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

// measuredTypes are those of values that are compared as measured.
var measuredTypes = []transcript.FieldType{transcript.TypeMoney, transcript.TypeDuration, transcript.TypeNumber, transcript.TypeDate}

// readValue reads one value for being found.
func readValue(f *fact, key string, v transcript.Value) groupValue {
	out := groupValue{kind: v.Type}
	if slices.Contains(measuredTypes, v.Type) {
		kept := v
		out.value = &kept
	}
	switch {
	case f.path == "family.us_other_relatives" && v.Bool:
		out.party = pExtended
		return out
	case f.path == "application.visa_category":
		class, _, _ := strings.Cut(strings.ToLower(v.Text), "_")
		if len(class) > 1 {
			out.names = [][]string{{class}, {class[:1], class[1:]}}
		}
		return out
	case f.path == "identity.marital_status" && v.Text == "married":
		out.party = pSpouse
		return out
	case v.Text == "":
		return out
	}
	words, terms := f.wordsOf(v.Text)
	if f.field.Class == transcript.ClassPlace || placeKeys[key] || v.Type == transcript.TypeCountry {
		of := fact{words: words, terms: terms}
		if out.places = placesOf(&of); len(out.places) > 0 {
			return out
		}
	}
	if p := relationOf(f.path, key, words, terms); p != 0 {
		out.party = p
		return out
	}
	out.stems, out.usual, out.roots = make([]string, 0, len(words)), make([]bool, 0, len(words)), make([]uint16, 0, len(words))
	for i, w := range words {
		stem := stemOf(w.Text)
		if len(w.Text) < 3 || emptyWords[w.Text] || terms[i].is(mSpeech) || slices.Contains(out.stems, stem) {
			continue
		}
		out.stems, out.usual = append(out.stems, stem), append(out.usual, everyTrade[w.Text] || heads[w.Text] || terms[i].party&pHuman != 0)
		out.roots = append(out.roots, rootOf(stem))
	}
	if allOfThem(out.usual) && !anyParty(terms) {
		out.usual = make([]bool, len(out.stems))
	}
	if family := labelFamily(f.path); family != nil {
		out.names = family.namesOf(words)
	}
	return out
}

// wordsOf are the words of a declared text: those of the field, or of the item of its list,
// when that says nothing else.
func (f *fact) wordsOf(text string) ([]measure.Word, []term) {
	if !strings.Contains(text, "_") {
		if f.value().Text == text && len(f.words) > 0 {
			return f.words, f.terms
		}
		for i := range f.items {
			if item := &f.items[i]; item.value().Text == text && len(item.words) > 0 {
				return item.words, item.terms
			}
		}
	}
	words := measure.Words(strings.ReplaceAll(text, "_", " "))
	return words, termsOf(words)
}

func allOfThem(marks []bool) bool { return !slices.Contains(marks, false) }

// relationOf is whom a value names that says nothing but a relation.
func relationOf(path, key string, words []measure.Word, terms []term) party {
	if of, ok := relationEnum[words[0].Text]; ok && strings.HasSuffix(path, "relationship") {
		return of
	}
	var p party
	for i := range words {
		switch {
		case terms[i].party&(pFamily|pFriend|pPartner) != 0 && !terms[i].is(mKin):
			p |= terms[i].party
		case terms[i].n > 0 && !slices.Contains(numerals, words[i].Text) && key != "relation" && key != "relationship" && key != "by":
			return 0
		}
	}
	return p
}

// namesOf are all names of the labels that a text names, and of their parts.
func (t *taxonomy) namesOf(words []measure.Word) [][]string {
	var out [][]string
	for _, h := range t.find(words) {
		if h.way != byName || t.vague[h.label] {
			continue
		}
		out = append(out, t.telling()[h.label]...)
	}
	return out
}

// tellingNames are the names of every label that tell it from others, the longest first.
func tellingNames(names map[string][]labelled) map[string][][]string {
	byLabel := map[string][][]string{}
	for _, all := range names {
		for _, l := range all {
			if len(l.words) > 1 || len(l.words[0]) > 3 && !emptyWords[l.words[0]] {
				byLabel[l.label] = append(byLabel[l.label], l.words)
			}
		}
	}
	for _, names := range byLabel {
		slices.SortFunc(names, func(a, b []string) int { return cmp.Or(len(b)-len(a), slices.Compare(a, b)) })
	}
	return byLabel
}
