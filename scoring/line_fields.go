package scoring

import (
	"cmp"
	"slices"
	"strings"
	"sync"

	"github.com/viceconsul/viceconsul/interview/transcript"
	"github.com/viceconsul/viceconsul/interview/transcript/measure"
)

// A lineField is one way to ask for a field.
type lineField struct {
	path  string
	needs bitset
	means bitset // the same, with each word of a row taken for its concept
	n     int    // concepts it needs
}

// fieldsOf are the ways to ask for the fields of one category, those that need most first.
type fieldsOf struct {
	all []*lineField
	by  *sieve // their needs
}

// A lineReader knows the words of concepts and the ways to ask for fields.
type lineReader struct {
	words  map[string]bitset
	first  map[string]bitset                 // of a word, the first concept it stands for
	named  map[string]int                    // concept -> its number
	fields map[transcript.Category]*fieldsOf // of its interview
}

// officersLines is read when the first line is.
var officersLines = sync.OnceValue(func() *lineReader { return newLineReader(concepts, lineFields) })

func newLineReader(concepts, fields string) *lineReader {
	r := &lineReader{words: map[string]bitset{}, first: map[string]bitset{}, named: map[string]int{}, fields: map[transcript.Category]*fieldsOf{}}
	for row := range strings.Lines(strings.TrimSpace(concepts)) {
		name, words, _ := strings.Cut(row, ":")
		c := r.concept(name)
		for w := range strings.FieldsSeq(words) {
			r.stands(w, c)
		}
	}
	all := map[transcript.Category][]*lineField{}
	for row := range strings.Lines(strings.TrimSpace(fields)) {
		path, entries, _ := strings.Cut(row, ":")
		for entry := range strings.SplitSeq(entries, "|") {
			f := lineField{path: path}
			for w := range strings.FieldsSeq(entry) {
				of, own := r.first[w], r.concept(w)
				if of == (bitset{}) {
					of = own
				}
				f.needs.add(own)
				f.means.add(of)
				f.n++
			}
			field, _ := transcript.LookupField(path)
			for _, category := range field.For {
				all[category] = append(all[category], &f)
			}
		}
	}
	for category, fields := range all {
		slices.SortStableFunc(fields, func(a, b *lineField) int { return cmp.Compare(b.n, a.n) })
		r.fields[category] = newFieldsOf(fields)
	}
	return r
}

// newFieldsOf makes ways to ask ready for being looked up.
func newFieldsOf(all []*lineField) *fieldsOf {
	needs := make([]*bitset, len(all))
	for i, f := range all {
		needs[i] = &f.needs
	}
	return &fieldsOf{all, newSieve(needs)}
}

// concept is the concept of a name; one that has no row of its own stands for that
// word alone.
func (r *lineReader) concept(name string) bitset {
	n, ok := r.named[name]
	if !ok {
		n = len(r.named)
		r.named[name] = n
	}
	one := numbered(n)
	if !ok {
		r.stands(name, one)
	}
	return one
}

// stands adds a concept that a word stands for.
func (r *lineReader) stands(word string, c bitset) {
	set := r.words[word]
	if set == (bitset{}) {
		r.first[word] = c
	}
	set.add(c)
	r.words[word] = set
}

// of is what the words of a sentence speak of; read is what was read of it already, nil
// for nothing.
func (r *lineReader) of(sentence string, read *spoken) bitset {
	var all bitset
	var words []measure.Word
	var terms []term
	if read != nil {
		words, terms = read.words, termsBy(read.words, read.lexemes)
	} else {
		words = lineWordsOf(sentence)
		terms = termsOf(words)
	}
	patients := slices.ContainsFunc(words, func(w measure.Word) bool { return w.Text == "adult" || w.Text == "adults" || w.Text == "patients" })
	for i, t := range terms {
		if i > 0 && t.party&pParents != 0 && terms[i-1].poss && terms[i-1].party&pOffspring != 0 {
			continue // "the girl's father" is no parent of the applicant
		}
		for _, k := range kinConcepts {
			if t.party&k.of != 0 && !patients && t.party&^k.of == 0 {
				all.add(r.first[k.name])
			}
		}
	}
	if (slices.ContainsFunc(words, func(w measure.Word) bool { return whoIs.at(w.Text) }) || anyParty(terms)) && slices.ContainsFunc(terms, func(t term) bool { return t.place != nil && t.place.us }) {
		all.add(r.words["us"]) // "Who's in Houston?", "You have a brother in Texas?"
	}
	if occupies(words) {
		all.add(r.words["occupied"])
	}
	if onlyOfYours(texts(words)) {
		all.add(r.words["~ofyours"])
	}
	for i, w := range words {
		if w.Text == "us" && sentence[w.Start] != 'U' && !(i > 0 && words[i-1].Text == "the") {
			continue // "tell us"
		}
		if w.Text == "no" && i > 0 && i == len(words)-1 && w.Breaks {
			continue // "You're a receptionist, no?"
		}
		if patients && termsOf([]measure.Word{w})[0].party&pOffspring != 0 {
			continue // "Children or adults?" of a doctor's patients
		}
		if w.Text == "once" && (i+1 == len(words) || words[i+1].Breaks) {
			continue // one time, and not afterwards
		}
		if w.Text == "may" && i > 0 && words[i-1].Text == "in" {
			all.add(r.words["lately"]) // the month
		}
		all.add(r.words[w.Text])
	}
	return all
}

// onlyOfYours reports whether a line asks whether somebody is the applicant's only child: "He
// your only one?"
func onlyOfYours(line []string) bool {
	at := slices.Index(line, "only")
	return at > 0 && at+1 < len(line) && line[at-1] == "your" && slices.Contains([]string{"one", "child", "kid", "boy", "girl", "son", "daughter"}, line[at+1])
}

// occupies reports whether "do" is what a sentence asks about, at present and as a rule:
// "What do you do?", and neither "What do you carry?" nor "What will you do first?"
func occupies(words []measure.Word) bool {
	does := false
	for i, w := range words {
		switch {
		case once[w.Text], w.Text == "did" && !slices.ContainsFunc(words, func(o measure.Word) bool {
			return o.Text == "retired" || o.Text == "retiring" || o.Text == "retirement"
		}):
			return false
		case w.Text == "do" || w.Text == "doing" || w.Text == "does":
			does = does || i+1 == len(words) || i > 0 && !subjects[words[i+1].Text] && !whWords[words[i-1].Text]
		}
	}
	return does
}

// once are the words of a sentence that asks about one thing done, or still to do.
var once = set("will would shall should could can may might plan plans going want hope intend next first then tonight tomorrow yesterday weekend weekends sunday sundays holiday holidays if")

// kinConcepts are the concepts that every word for a relative stands for: officers take
// up the applicant's own word, "and your chachu?"
var kinConcepts = []struct {
	name string
	of   party
}{{"kin", pFamily}, {"parent", pParents}, {"sibling", pSiblings}, {"spouse", pSpouse}, {"child", pOffspring}, {"cousin", pExtended &^ pInLaw}}

// askedLines keeps the fields of the bank's own wordings, which come again in every
// interview: it holds no more than the bank has, for each category.
var askedLines sync.Map // categoryLine -> []string

type categoryLine struct {
	category transcript.Category
	line     string
}

// whoIs open the lines that ask who is in a place, which is there.
var whoIs = newWordTable(set("who who's anyone anybody nobody somebody someone"))

// fieldsAskedBy are the fields a line asks for by its words; a wording of the bank is
// read only once.
func (c *Case) fieldsAskedBy(line string, ofBank bool) []string {
	key := categoryLine{c.category, line}
	if was, ok := askedLines.Load(key); ok {
		return was.([]string)
	}
	fields := c.fieldsOfLine(line)
	if ofBank {
		askedLines.Store(key, fields)
	}
	return fields
}

// fieldsOfLine reads the fields out of an officer's own words: of each sentence
// those it asks for by most, those an interview of the category uses. Sentences that
// ask nothing by themselves are read as one.
func (c *Case) fieldsOfLine(line string) []string {
	if was := c.heard.Load(); was != nil && was.line == line {
		return was.fields
	}
	var out []string
	var all bitset
	for _, s := range sentences(line) {
		set := officersLines().of(s, c.lastRead(s))
		all.add(set)
		out = c.fieldsAsked(set, out)
	}
	if len(out) == 0 {
		out = c.fieldsAsked(all, out)
	}
	out = slices.Clip(out)
	c.heard.Store(&heardLine{line, out})
	return out
}

// A heardLine is a line with the fields it asks for. It is read to find its question,
// and again for the answer.
type heardLine struct {
	line   string
	fields []string
}

// fieldsAsked adds the fields that a set of concepts asks for. What asks by more
// hides what asks by a part of the same.
func (c *Case) fieldsAsked(set bitset, out []string) []string {
	var found []*lineField
	fields := officersLines().fields[c.category]
	if fields == nil {
		return out
	}
	for _, i := range fields.by.within(&set) {
		f := fields.all[i]
		if !set.holds(&f.needs) || slices.ContainsFunc(found, func(o *lineField) bool { return o.n > f.n && o.means.holds(&f.means) }) {
			continue
		}
		found = append(found, f)
		if !slices.Contains(out, f.path) {
			out = append(out, f.path)
		}
	}
	return out
}

// ofFirmNamed adds what a line asks of the petitioner that calls it by its name: "What does
// Palisade sell?"
func (c *Case) ofFirmNamed(a *answer, line string, own []string) []string {
	at := slices.IndexFunc(c.names, func(d declaredName) bool { return d.path == "h1b.petitioner" })
	if at < 0 || !c.lineNames(a, c.names[at].role) {
		return own
	}
	lines := officersLines()
	firm, fields := lines.first["employer"], lines.fields[c.category]
	set := lines.of(line, nil)
	set.add(firm)
	if fields == nil {
		return own
	}
	for _, f := range fields.all {
		if f.n > 1 && f.needs.holds(&firm) && set.holds(&f.needs) && !slices.Contains(own, f.path) {
			own = append(slices.Clip(own), f.path)
		}
	}
	return own
}

// fieldsOfFragment are the fields a line of a few words asks for that says no more
// than what kind of fact it wants: "How much?"
func (c *Case) fieldsOfFragment(line string) []string {
	lines := officersLines()
	set := lines.of(line, nil)
	set.add(lines.concept("fragment"))
	return c.fieldsAsked(set, nil)
}

// sentences cuts a line after its marks.
func sentences(line string) []string {
	var out []string
	from := 0
	for i := range len(line) {
		if line[i] == '.' && !initial(line, i) || line[i] == '?' || line[i] == '!' {
			if s := strings.TrimSpace(line[from : i+1]); len(s) > 1 {
				out = append(out, s)
			}
			from = i + 1
		}
	}
	if s := strings.TrimSpace(line[from:]); s != "" {
		out = append(out, s)
	}
	return out
}

// initial reports whether a full stop only follows one letter or a title: "in the U.S.",
// "Dr. Zhao".
func initial(line string, stop int) bool {
	if titlesBefore[strings.ToLower(line[strings.LastIndexAny(line[:stop], " ,.")+1:stop])] {
		return true
	}
	return stop > 0 && line[stop-1] >= 'A' && line[stop-1] <= 'Z' && (stop == 1 || line[stop-2] == ' ' || line[stop-2] == '.')
}

// titlesBefore are the titles that are written with a full stop.
var titlesBefore = set("dr mr mrs ms prof st")

// allOf reports whether every word of an entry stands in a line.
func allOf(line []string, entry string) bool {
	for w := range strings.FieldsSeq(entry) {
		if !slices.Contains(line, w) {
			return false
		}
	}
	return true
}

// anyOf reports whether one word of an entry stands in a line.
func anyOf(line []string, entry string) bool {
	for entry != "" {
		w, rest, _ := strings.Cut(entry, " ")
		if slices.Contains(line, w) {
			return true
		}
		entry = rest
	}
	return false
}
