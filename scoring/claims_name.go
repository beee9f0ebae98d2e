package scoring

import (
	"slices"
	"strings"

	"github.com/viceconsul/viceconsul/interview/transcript/measure"
)

// A nameField is a field that names a body.
type nameField struct {
	path string
	line []string // words of the officer's line, one of which asks for the name
	sort []string // the sort of body it is
}

// nameFields are the fields that name a school, a company or a hospital, with the
// sort of body each one is.
var nameFields = []nameField{
	{"f1.school", []string{"which", "where", "university", "school"}, []string{"university", "college", "school", "institute", "tech", "academy"}},
	{"h1b.petitioner", []string{"who", "which", "employer", "company"}, []string{"company", "inc", "hospital", "university", "bank", "firm"}},
	{"jp.program", []string{"which", "where", "hospital", "programme", "program", "do"}, []string{"hospital", "center", "centre", "clinic", "medical", "university", "program"}},
	{"j1.host", []string{"who", "which", "where", "host"}, []string{"university", "hospital", "institute", "lab", "camp", "school", "host"}},
	{"j1.sponsor", []string{"sponsor", "issued", "who"}, []string{"foundation", "agency"}},
	{"employment.employer", []string{"where", "who", "which", "whom", "job", "do", "employed", "company"}, []string{"hospital", "bank", "company", "school", "university", "ministry", "firm", "clinic"}},
	{"us_contact.name_or_org", []string{"who", "which", "whose", "hospital", "where"}, []string{"company", "university", "hospital"}},
	{"h1b.end_client", []string{"client", "who", "project"}, []string{"bank", "company", "client"}},
	{"jw.employer", []string{"where", "which", "who"}, []string{"resort", "hotel", "camp", "company", "restaurant"}},
	{"jp.medical_school", []string{"where", "which", "school", "graduate"}, []string{"university", "college", "school"}},
}

// namedBodies are the bodies a line asks for by their own noun, with words that turn
// it to another matter.
var namedBodies = []struct {
	path, line string
	not        []string
}{
	{"jw.employer", "who employer there", nil},
	{"j1.sponsor", "who your sponsor", []string{"paying", "pay", "pays", "money", "financial"}},
	{"j1.host", "where you research", []string{"did"}},
}

// collectNames notes the words of every declared name, so that naming one is never
// taken for a wrong answer about another.
func (c *Case) collectNames() {
	for _, f := range nameFields {
		d := c.fact(f.path)
		if d == nil {
			continue
		}
		words := d.words
		if v, ok := d.part("name"); ok {
			words = measure.Words(v.Text) // its year and country are no part of the name
		}
		c.names = append(c.names, declaredName{path: f.path, name: nameOf(words)})
	}
}

// labels reports whether a word tells a declared name from others.
func (c *Case) labels(w string) bool {
	return slices.ContainsFunc(c.names, func(n declaredName) bool {
		return slices.Contains(n.name.marks, w) || slices.Contains(n.name.initials, w)
	})
}

// a declaredName is a declared school, company or hospital with its field.
type declaredName struct {
	path string
	name name
}

// nameClaims finds the names an answer gives for a body the officer's line asks
// for, and mentions of declared names elsewhere.
func (c *Case) nameClaims(a *answer, out []Claim) []Claim {
	field, sort := c.askedName(a)
	if field == "" {
		return out
	}
	if k, ok := a.saysOther(field, sort); ok {
		return append(out, k)
	}
	left := -1 // where the declared name is said to hold no more
	for i := range c.names {
		if from, to := c.findName(a, &c.names[i].name); from >= 0 && c.names[i].path == field {
			cl := a.clauseOf(from)
			if cl.negated && a.has(to, cl.to, "more", "anymore", "longer") {
				left = from
				break
			}
			k := a.claim(kindName, field, cl, from, to)
			k.word, k.asked = "same", true
			return append(out, k)
		}
	}
	if k, ok := c.otherRole(a, field); ok {
		return append(out, k)
	}
	from, to := a.entity(sort, left)
	if from < 0 && left >= 0 {
		k := a.claim(kindName, field, a.clauseOf(left), left, left+1)
		k.word, k.asked = "another", true
		return append(out, k)
	}
	if from < 0 {
		if k, ok := c.unknownName(a, field, sort); ok {
			return append(out, k)
		}
		return c.sameSort(a, field, out)
	}
	cl := a.clauseOf(from)
	if !cl.plain() || cl.negated || cl.other && cl.who&pHuman != 0 || cl.marks&mPast != 0 && !strings.HasPrefix(field, "jp.medical") {
		return out
	}
	k := a.claim(kindName, field, cl, from, to)
	k.word, k.asked = strings.ToLower(k.Span.Text), true
	return append(out, k)
}

// mentionedNames notes declared names that an answer says to a question about
// something else.
func (c *Case) mentionedNames(a *answer, out []Claim) []Claim {
	for i := range c.names {
		n := &c.names[i]
		if slices.ContainsFunc(out, func(k Claim) bool { return k.Field == n.path }) {
			continue
		}
		from, to := c.findName(a, &n.name)
		if from < 0 || !a.properAt(from) || to < len(a.words) && a.properAt(to) && !a.words[to].Breaks {
			continue // not written as a name, or a longer one
		}
		if cl := a.clauseOf(from); cl.plain() && !cl.negated && !(cl.other && cl.who&pHuman != 0) && cl.marks&mPast == 0 {
			k := a.claim(kindName, n.path, cl, from, to)
			k.word = "same"
			out = append(out, k)
		}
	}
	return out
}

// roles are pairs of fields that an answer may confuse, the asked one first, with
// words that put the named body back in its own place. The client named as the
// employer is the heart of a petition.
var roles = []struct {
	asked, named string
	place        []string
}{
	{"h1b.petitioner", "h1b.end_client", []string{"client", "project", "site", "customer", "through", "via"}},
	{"j1.sponsor", "jw.employer", []string{"host", "employer", "work", "job"}},
}

// otherRole finds a body declared in another role named for the one asked for.
func (c *Case) otherRole(a *answer, field string) (Claim, bool) {
	for _, r := range roles {
		if r.asked != field || c.fact(field) == nil {
			continue
		}
		at := slices.IndexFunc(c.names, func(n declaredName) bool { return n.path == r.named })
		if at < 0 {
			continue
		}
		from, to := c.findName(a, &c.names[at].name)
		if from < 0 {
			continue
		}
		cl := a.clauseOf(from)
		if !cl.plain() || cl.negated || a.has(cl.from, cl.to, r.place...) {
			continue
		}
		k := a.claim(kindName, field, cl, from, to)
		k.word, k.asked = "another", true
		return k, true
	}
	return Claim{}, false
}

// unknownName finds that the speaker does not know the name asked for: "the client
// name I don't know".
func (c *Case) unknownName(a *answer, field string, sort []string) (Claim, bool) {
	for i := range a.terms {
		cl := a.clauseOf(i)
		if !a.terms[i].is(mDontKnow) || !cl.plain() || cl.other || !a.has(cl.from, i, "name") || !a.has(cl.from, i, sort...) {
			continue
		}
		k := a.claim(kindWithheld, field, cl, cl.from, cl.to)
		k.asked = true
		return k, true
	}
	return Claim{}, false
}

// sameSort notes a description that fits the declared name by its sort alone: "the
// government hospital" for District Hospital. It excludes nothing.
func (c *Case) sameSort(a *answer, field string, out []Claim) []Claim {
	f := c.fact(field)
	if f == nil {
		return out
	}
	for i, w := range a.words {
		if cl := a.clauseOf(i); heads[w.Text] && f.has(w.Text) && cl.plain() && !cl.negated && !cl.other {
			k := a.claim(kindName, field, cl, i, i+1)
			k.word, k.asked = "same", true
			return append(out, k)
		}
	}
	return out
}

// askedName is the field whose name the officer's line asks for, declared ones
// first.
func (c *Case) askedName(a *answer) (string, []string) {
	field, sort := "", []string(nil)
	for _, n := range namedBodies {
		if a.press == nil && c.fact(n.path) != nil && allOf(a.ask, n.line) && !a.lineHas(n.not) {
			i := slices.IndexFunc(nameFields, func(f nameField) bool { return f.path == n.path })
			return n.path, nameFields[i].sort
		}
	}
	for _, f := range nameFields {
		if !a.asks(f.path) || !a.lineAsks(f.line, f.path) || a.opensWith("why") {
			continue
		}
		if c.fact(f.path) != nil {
			return f.path, f.sort
		}
		if field == "" {
			field, sort = f.path, f.sort
		}
	}
	return field, sort
}

// findName looks for a declared name in an answer: its initials, or words that
// tell it from others, with no word beside them that it does not have.
func (c *Case) findName(a *answer, n *name) (from, to int) {
	for i, w := range a.words {
		if slices.Contains(n.initials, w.Text) && (len(w.Text) > 2 || upper(a.turn.Applicant[w.Start:w.End])) {
			return i, i + 1
		}
		if !n.matches(w.Text) || a.terms[i].is(mI) {
			continue
		}
		from, to = i, i+1
		for from > 0 && (slices.Contains(n.all, a.words[from-1].Text) || n.matches(a.words[from-1].Text)) {
			from--
		}
		for to < len(a.words) && (slices.Contains(n.all, a.words[to].Text) || n.matches(a.words[to].Text)) {
			to++
		}
		if !c.foreign(a, n, from, to) {
			return from, to
		}
	}
	return -1, -1
}

// foreign reports whether the words found are part of a longer name that is not
// the declared one: "University of Texas at Austin" for the one at Dallas.
func (c *Case) foreign(a *answer, n *name, from, to int) bool {
	for i := max(from-2, 0); i < min(to+3, len(a.words)); i++ {
		if w := a.words[i]; tellers[w.Text] && a.properAt(i) && !slices.Contains(n.all, w.Text) && i > 0 && !w.Breaks && (i >= to || i < from) && a.joined(i, from, to) {
			return true // "Ohio State University" for Ohio University
		}
	}
	found := 0
	for i := from; i < to; i++ {
		if n.matches(a.words[i].Text) {
			found++
		}
	}
	if found == len(n.marks) {
		return false // all of it was said
	}
	for i := to; i < min(to+3, len(a.words)) && !a.words[i].Breaks; i++ {
		w := a.words[i]
		if legal[w.Text] || heads[w.Text] {
			continue
		}
		return upper(a.turn.Applicant[w.Start:w.Start+1]) && !n.matches(w.Text) && a.terms[i].place != nil
	}
	return false
}

// tellers are words that make another name of a name they stand in.
var tellers = set("state tech technical technological northern southern eastern western north south east west central christian polytechnic wesleyan")

// joined reports whether no mark parts word i from the words from from to to.
func (a *answer) joined(i, from, to int) bool {
	for j := min(i, from) + 1; j < max(i+1, to); j++ {
		if a.words[j].Breaks {
			return false
		}
	}
	return true
}

func upper(s string) bool { return s != strings.ToLower(s) && s == strings.ToUpper(s) }

// saysOther finds that the body is another one: "another company", "a different
// hospital".
func (a *answer) saysOther(field string, sort []string) (Claim, bool) {
	for i := 0; i+1 < len(a.words); i++ {
		w := a.words[i].Text
		if (w == "another" || w == "different") && (slices.Contains(sort, a.words[i+1].Text) || a.words[i+1].Text == "employer") {
			cl := a.clauseOf(i)
			if !cl.plain() || cl.negated || cl.other && cl.who&pHuman != 0 || cl.marks&mPast != 0 {
				continue
			}
			k := a.claim(kindName, field, cl, i, i+2)
			k.word, k.asked = "another", true
			return k, true
		}
	}
	return Claim{}, false
}

// listFields are lists of names an answer can give in part, with the words that
// only touch on them.
var listFields = []struct {
	path    string
	line    []string
	touches []string
	bodies  bool // a name that is not in the list contradicts it
}{
	{"h1b.vendor_chain", []string{"client", "vendor", "between"}, []string{"vendor", "bank", "client"}, true},
	{"h1b.previous_employers_us", []string{"opt", "employers", "employed", "status", "companies", "graduation"}, []string{"company", "employer"}, true},
	{"f1.schools_applied", []string{"schools", "apply", "admitted", "rejections", "where"}, nil, false},
	{"jp.us_clinical_history", []string{"hospital", "observership", "observerships", "clinical", "research"}, []string{"visits", "rotations", "experience", "shadowing", "hospital"}, false},
}

// listClaims finds how much of a declared list an answer names.
func (c *Case) listClaims(a *answer, out []Claim) []Claim {
	for _, l := range listFields {
		f := c.fact(l.path)
		if f == nil || len(f.items) == 0 || !a.asks(l.path) || !a.lineAsks(l.line, l.path) {
			continue
		}
		first, n := -1, 0.0
		for i := range f.items {
			if at := c.itemAt(a, &f.items[i]); at >= 0 {
				n++
				first = max(at, first)
			}
		}
		if n == 0 && l.bodies {
			if k, ok := a.unlisted(l.path, l.touches); ok {
				out = append(out, k)
				continue
			}
		}
		if len(f.items) < 2 {
			continue
		}
		for i, w := range a.words {
			if first < 0 && slices.Contains(l.touches, w.Text) && a.clauseOf(i).plain() && !a.clauseOf(i).negated {
				first = i
			}
		}
		if first < 0 {
			continue
		}
		cl := a.clauseOf(first)
		k := a.claim(kindList, l.path, cl, first, first+1)
		k.low, k.asked = n, true
		out = append(out, k)
	}
	return out
}

// unlisted finds the name of a body where the answer names none of a declared list.
func (a *answer) unlisted(path string, sort []string) (Claim, bool) {
	from, to := a.entity(sort, -1)
	if from < 0 {
		return Claim{}, false
	}
	cl := a.clauseOf(from)
	if !cl.plain() || cl.negated || cl.other && cl.who&pHuman != 0 {
		return Claim{}, false
	}
	k := a.claim(kindName, path, cl, from, to)
	k.word, k.asked = strings.ToLower(k.Span.Text), true
	return k, true
}

// itemAt is where an answer names an item of a list, -1 for nowhere. A name of one
// letter must stand as a name.
func (c *Case) itemAt(a *answer, f *fact) int {
	words := f.words
	if v, ok := f.part("name"); ok {
		words = measure.Words(v.Text)
	}
	if len(words) > 0 && len(words[0].Text) == 1 {
		for i, w := range a.words {
			if w.Text == words[0].Text && a.properAt(i) && (i+1 == len(a.words) || a.words[i+1].Breaks || a.terms[i+1].is(mVerb|mSay|mRefused)) {
				return i
			}
		}
		return -1
	}
	n := nameOf(words)
	from, _ := c.findName(a, &n)
	return from
}

// properAt reports whether the word at i is written as a name.
func (a *answer) properAt(i int) bool {
	w := a.words[i]
	first := a.turn.Applicant[w.Start : w.Start+1]
	return upper(first) && !(i == 0 && (legal[w.Text] || a.terms[i].is(mVerb|mYes|mNot|mMine|mTheirs|mThey)))
}

// distinctive are the telling words of a declared text: no small words, no forms
// of address, nothing that only describes.
func distinctive(words []measure.Word) map[string]bool {
	out := map[string]bool{}
	for _, w := range words {
		if len(w.Text) > 2 && !legal[w.Text] && !small[w.Text] {
			out[w.Text] = true
		}
	}
	return out
}

// small are words that carry no fact by themselves.
var small = set("the and for with from that this will then after before into onto about have has had there here where when which while your our his her their them they she him you are was were been being would should could can may not but also only just some any more most very much many work job first next year years plan want return back home come going take make get goes went new own who what how than its to at in on of a an")
