package scoring

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"

	"github.com/viceconsul/viceconsul/interview/transcript"
	"github.com/viceconsul/viceconsul/interview/transcript/measure"
	"github.com/viceconsul/viceconsul/questionbank"
)

// A Case is one applicant's profile made ready for comparing: read once, used for
// every answer of the interview. It is never changed after NewCase; parts of fields and
// the last line are kept when they were first read.
type Case struct {
	bank     *questionbank.Bank
	category transcript.Category
	profile  transcript.Profile
	rubric   *Rubric      // the present one; Grade puts the one a transcript names
	date     string       // ISO day of the interview; "" when unknown
	today    measure.Date // the same; zero when unknown
	facts    []fact       // by path
	at       []int16      // where in facts a field stands, from 1, by its number
	payers   declaredPayers
	measures []*measured    // whose values are declared
	names    []declaredName // every declared name, so that one is not taken for another
	parts    sync.Map       // path of a part -> *fact, made when first asked for
	heard    atomic.Pointer[heardLine]
	last     atomic.Pointer[linesRead]
	groups   atomic.Pointer[[][]*valueGroup] // of the declared values, made when first asked for
}

// A fact is one declared and confirmed field, read with the words of answers. It is
// small: what the profile holds anyway is looked up there.
type fact struct {
	path    string
	field   *transcript.Field // nil for an item of a list
	said    string            // as it was declared
	kind    transcript.FieldType
	none    bool // declared as no, none or empty
	parties party
	profile transcript.Profile
	item    *transcript.Value // of an item of a list; nil for a field

	words    []measure.Word
	terms    []term
	mentions []measure.Mention
	items    []fact // of a list
}

// value is the declared value.
func (f *fact) value() transcript.Value {
	if f.item != nil {
		return *f.item
	}
	d, _ := f.profile.Declared(f.path)
	return d.Value
}

// NewCase prepares a profile. date is the day of the interview, ISO, to which
// "last year" and "next week" are relative; "" leaves such dates uncompared.
func NewCase(bank *questionbank.Bank, cat transcript.Category, p transcript.Profile, date string) *Case {
	c := &Case{bank: bank, category: cat, profile: p, rubric: &rubric2026, date: date}
	if today, err := measure.Today(date); err == nil {
		c.today = today
	}
	paths := p.Paths()
	c.facts = make([]fact, 0, len(paths))
	c.at = make([]int16, fieldsNumbered+1)
	for _, path := range paths {
		d, ok := p.Declared(path)
		if !ok || !d.Confirmed || !cat.HasTies() && strings.HasPrefix(path, "ties.") {
			continue
		}
		f := c.factOf(path, d.Value)
		f.field, f.said = d.Field, d.Text
		c.facts = append(c.facts, f)
		c.at[fieldNumbers.at(path)] = int16(len(c.facts))
	}
	c.pack()
	c.payers = c.declaredPayers()
	c.collectNames()
	c.measures = c.declaredMeasures()
	return c
}

// fact is a declared and confirmed field, nil when there is none: what is not
// declared, or not confirmed, contradicts nothing. The path may go on to a part:
// "family.spouse.occupation", or "finance.sponsors.income" for that of every sponsor.
func (c *Case) fact(path string) *fact {
	if n := fieldNumbers.at(path); n > 0 {
		return c.numbered(n)
	}
	of := whole(path)
	if of == path || c.field(of) == nil {
		return nil
	}
	if was, ok := c.parts.Load(path); ok {
		return was.(*fact)
	}
	part := c.partOf(c.fact(of), path)
	c.parts.Store(path, part)
	return part
}

// field is a whole field that is declared and confirmed, nil when there is none.
func (c *Case) field(path string) *fact { return c.numbered(fieldNumbers.at(path)) }

// numbered is the field of a number, nil when it is not declared and confirmed.
func (c *Case) numbered(n int16) *fact {
	if at := c.at[n]; at > 0 {
		return &c.facts[at-1]
	}
	return nil
}

// fieldNumbers are the numbers of the fields of a profile by path, from 1; 0 is that of a
// part of a field, and of none.
var fieldNumbers, fieldsNumbered = func() (*wordTable[int16], int) {
	numbers := map[string]int16{}
	for i, f := range transcript.Fields() {
		numbers[f.Path] = int16(i + 1)
	}
	return newWordTable(numbers), len(numbers)
}()

// partOf is a part of a declared object, or of each object of a declared list; nil
// when none has it.
func (c *Case) partOf(f *fact, path string) *fact {
	field, known := transcript.LookupField(path)
	if f == nil || !known {
		return nil
	}
	key := path[len(f.path)+1:]
	var all []transcript.Value
	if v, ok := partAt(f.value(), key); ok {
		all = append(all, v)
	}
	for i := range f.items {
		if v, ok := partAt(f.items[i].value(), key); ok {
			all = append(all, v)
		}
	}
	if len(all) == 0 && len(f.value().Parts) == 0 && !slices.ContainsFunc(f.items, func(item fact) bool { return len(item.value().Parts) > 0 }) {
		if all = spokenPart(f.said, key); len(all) > 0 {
			part := c.factOf(path, all[0])
			part.field, part.item, part.said = &field, &all[0], all[0].Text
			return &part
		}
	}
	for i := 0; i < len(f.items) && len(all) == i && f.path == "education.institutions"; i++ {
		all = append(all, spokenSchooling(f.items[i].value().Text, key)...)
	}
	if len(all) == 0 {
		return nil
	}
	v := all[0]
	if len(all) > 1 {
		v = transcript.Value{Type: transcript.TypeList, List: all}
	}
	part := c.factOf(path, v)
	part.field, part.item, part.said = &field, &v, strings.TrimRight(flat(v), ", ")
	return &part
}

// spokenPart is what a relative does where the profile tells it in plain words: "father
// lawyer, mother teacher".
func spokenPart(text, key string) []transcript.Value {
	who, of := strings.CutSuffix(key, "occupation")
	if who = strings.TrimSuffix(who, "."); !of || text == "" {
		return nil
	}
	for part := range strings.FieldsFuncSeq(text, func(r rune) bool { return r == ';' || who != "" && r == ',' }) {
		if who == "" {
			return []transcript.Value{{Type: transcript.TypeText, Text: text}}
		}
		if strings.Contains(strings.ToLower(part), who) {
			return []transcript.Value{{Type: transcript.TypeText, Text: strings.TrimSpace(part)}}
		}
	}
	return nil
}

// spokenSchooling is what was studied, or until when, where the profile tells a school in
// plain words: "Moi University, bachelor, electrical engineering, 2012".
func spokenSchooling(text, key string) []transcript.Value {
	for part := range strings.SplitSeq(text, ",") {
		words := measure.Words(part)
		years := yearsOf(measure.Scan(words, measure.Date{}))
		field := len(years) == 0 && slices.ContainsFunc(studies.find(words), func(h hit) bool { return h.way == byName && h.from == 0 && h.to == len(words) })
		switch {
		case key == "field" && field:
			return []transcript.Value{{Type: transcript.TypeText, Text: strings.TrimSpace(part)}}
		case key == "to" && len(years) > 0:
			return []transcript.Value{{Type: transcript.TypeDate, Date: measure.Date{Year: slices.Max(years)}}}
		}
	}
	return nil
}

// partAt is the part of an object at a key, which may go on to a part of the part:
// "father.occupation".
func partAt(v transcript.Value, key string) (transcript.Value, bool) {
	head, rest, more := strings.Cut(key, ".")
	p, ok := v.Parts[head]
	if ok && more {
		return partAt(p, rest)
	}
	return p, ok
}

// whole is the path of the field that a path stands for or is a part of.
func whole(path string) string {
	dots := 0
	for i := range len(path) {
		if path[i] != '.' {
			continue
		}
		if dots++; dots == 2 {
			return path[:i]
		}
	}
	return path
}

// partly reports whether a path stands for a field or a part of it.
func partly(path, field string) bool {
	n := len(field)
	return len(path) >= n && (len(path) == n || path[n] == '.') && path[n-1] == field[n-1] && path[:n] == field
}

// first is the first of the paths that is declared and confirmed.
func (c *Case) first(paths ...string) *fact {
	for _, p := range paths {
		if f := c.fact(p); f != nil {
			return f
		}
	}
	return nil
}

func (c *Case) factOf(path string, v transcript.Value) fact {
	f := fact{path: path, profile: c.profile, kind: v.Type}
	measured := v.Type == transcript.TypeMoney || v.Type == transcript.TypeDate
	if measured && v.Text == "" {
		f.none = v.None()
		return f
	}
	f.words = measure.Words(flat(v))
	f.terms = termsOf(f.words)
	f.mentions = measure.Scan(f.words, c.today)
	f.none = declaredNone(v, f.words)
	for _, t := range f.terms {
		f.parties |= t.party
	}
	if measured {
		f.words, f.terms, f.mentions = nil, nil, nil // compared as measured
	}
	if len(v.List) > 0 {
		f.items = make([]fact, len(v.List))
	}
	for i := range v.List {
		f.items[i] = c.factOf(path, v.List[i])
		f.items[i].item = &v.List[i] // where the profile has it
	}
	return f
}

// pack moves the words of all facts side by side, without spare room: a case is
// kept as long as its interview is open.
func (c *Case) pack() {
	words, mentions := 0, 0
	c.each(func(f *fact) { words, mentions = words+len(f.words), mentions+len(f.mentions) })
	p := packed{make([]measure.Word, 0, words), make([]term, 0, words), make([]measure.Mention, 0, mentions)}
	c.each(p.take)
}

type packed struct {
	words    []measure.Word
	terms    []term
	mentions []measure.Mention
}

func (p *packed) take(f *fact) {
	w, m := len(p.words), len(p.mentions)
	p.words, p.terms, p.mentions = append(p.words, f.words...), append(p.terms, f.terms...), append(p.mentions, f.mentions...)
	f.words, f.terms, f.mentions = p.words[w:], p.terms[w:], p.mentions[m:]
}

// each goes through all facts and their items.
func (c *Case) each(do func(*fact)) {
	for i := range c.facts {
		do(&c.facts[i])
		for n := range c.facts[i].items {
			do(&c.facts[i].items[n])
		}
	}
}

// has reports whether a word stands in the declared text.
func (f *fact) has(words ...string) bool {
	return slices.ContainsFunc(f.words, func(w measure.Word) bool { return slices.Contains(words, w.Text) })
}

func (f *fact) is(m mark) bool { return anyIs(f.terms, m) }

// part is a part of an object, by its key.
func (f *fact) part(key string) (transcript.Value, bool) {
	v, ok := f.value().Parts[key]
	return v, ok
}

// flat is everything a value says, as one text.
func flat(v transcript.Value) string {
	switch {
	case v.Text != "":
		return v.Text
	case len(v.Parts) > 0:
		keys := make([]string, 0, len(v.Parts))
		for k := range v.Parts {
			keys = append(keys, k)
		}
		slices.Sort(keys)
		var b strings.Builder
		for _, k := range keys {
			b.WriteString(flat(v.Parts[k]))
			b.WriteString(", ")
		}
		return b.String()
	case len(v.List) > 0:
		var b strings.Builder
		for _, item := range v.List {
			b.WriteString(flat(item))
			b.WriteString(", ")
		}
		return b.String()
	}
	return flatMeasured(v)
}

func flatMeasured(v transcript.Value) string {
	switch v.Type {
	case transcript.TypeDate:
		return isoDate(v.Date)
	case transcript.TypeMoney:
		return v.Money.Unit + " " + strconv.FormatFloat(v.Money.Low, 'f', -1, 64)
	case transcript.TypeDuration:
		return strings.TrimSpace(plural(int(math.Round(v.Days.Low/max(measure.Days(v.Days.Unit), 1))), v.Days.Unit, v.Days.Unit+"s"))
	case transcript.TypeNumber:
		return strconv.FormatFloat(v.Num, 'f', -1, 64)
	}
	return ""
}

// isoDate writes a date as precisely as it is known.
func isoDate(d measure.Date) string {
	switch {
	case d.Year == 0:
		return ""
	case d.Month == 0:
		return strconv.Itoa(d.Year)
	case d.Day == 0:
		return fmt.Sprintf("%04d-%02d", d.Year, d.Month)
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
}

// declaredNone reports whether a value says that there is nothing: an empty list,
// a plain no, or the word none.
func declaredNone(v transcript.Value, words []measure.Word) bool {
	if v.None() {
		return true
	}
	return len(words) > 0 && (words[0].Text == "none" || words[0].Text == "no" || words[0].Text == "false" || words[0].Text == "never")
}

// yearsOf lists the years a text names.
func yearsOf(mentions []measure.Mention) []int {
	var all []int
	for _, m := range mentions {
		y := 0
		switch {
		case m.Kind == measure.Calendar:
			y = m.Date.Year
		case m.Kind == measure.Number && isYear(m):
			y = int(m.Low)
		}
		if y != 0 && !slices.Contains(all, y) {
			all = append(all, y)
		}
	}
	return all
}

// isYear reports whether a bare number reads as a calendar year.
func isYear(m measure.Mention) bool {
	return m.Kind == measure.Number && m.Low == m.High && m.Low == float64(int(m.Low)) && m.Low >= 1950 && m.Low <= 2060
}
