package scoring

import (
	"slices"
	"strings"

	"github.com/viceconsul/viceconsul/interview/transcript/measure"
)

// nameFields are the fields that name a school, a company or a hospital, with the
// sort of body each one is.
var nameFields = []struct {
	path string
	line []string // words of the officer's line, one of which asks for the name; nil for any line that asks for the field
	sort []string
}{
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

// collectNames notes the words of every declared name, so that naming one is never
// taken for a wrong answer about another.
func (c *Case) collectNames() {
	for _, f := range nameFields {
		d := c.fact(f.path)
		if d == nil {
			continue
		}
		c.names = append(c.names, declaredName{path: f.path, name: nameOf(d.words)})
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
	for i := range c.names {
		if from, to := c.findName(a, &c.names[i].name); from >= 0 && c.names[i].path == field {
			cl := a.clauseOf(from)
			k := a.claim(kindName, field, cl, from, to)
			k.word, k.asked = "same", true
			return append(out, k)
		}
	}
	if k, ok := c.otherRole(a, field); ok {
		return append(out, k)
	}
	from, to := a.entity(sort)
	if from < 0 {
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

// otherRole finds the declared client named as the employer, which is the heart of
// a petition.
func (c *Case) otherRole(a *answer, field string) (Claim, bool) {
	if field != "h1b.petitioner" || c.fact(field) == nil {
		return Claim{}, false
	}
	for i := range c.names {
		if c.names[i].path != "h1b.end_client" {
			continue
		}
		from, to := c.findName(a, &c.names[i].name)
		if from < 0 {
			continue
		}
		cl := a.clauseOf(from)
		if !cl.plain() || cl.negated || a.has(cl.from, cl.to, "client", "project", "site", "customer", "through", "via") {
			continue
		}
		k := a.claim(kindName, field, cl, from, to)
		k.word, k.asked = "another", true
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
	for _, f := range nameFields {
		if !a.asks(f.path) || !slices.ContainsFunc(f.line, func(w string) bool { return slices.Contains(a.ask, w) }) || a.opensWith("why") {
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
		return upper(a.turn.Applicant[w.Start:w.Start+1]) && !n.matches(w.Text) && a.terms[i].place == nil == false
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

// entity finds the name of a body of a sort: capitalised words around its noun
// ("Northern Hospital"), or after "at", "for", "by" ("at Ohio Tech").
func (a *answer) entity(sort []string) (from, to int) {
	for i, w := range a.words {
		if !slices.Contains(sort, w.Text) && !heads[w.Text] {
			continue
		}
		if from, to = a.named(i); from >= 0 {
			return from, to
		}
	}
	for i := range a.words {
		is := i > 0 && a.words[i].Text == "is" && slices.Contains(sort, a.words[i-1].Text)
		if i+1 < len(a.words) && (is || slices.Contains([]string{"at", "for", "by", "called", "named", "with"}, a.words[i].Text)) && a.properAt(i+1) && a.terms[i+1].place == nil {
			to = i + 2
			for to < len(a.words) && a.properAt(to) && !a.words[to].Breaks {
				to++
			}
			return i + 1, to
		}
	}
	return -1, -1
}

// named widens the noun at i to the name it ends or begins; -1 when what stands
// with it only describes.
func (a *answer) named(i int) (from, to int) {
	from, to = i, i+1
	telling := false
	for from > 0 && !a.words[from].Breaks && a.clauseOf(from-1) == a.clauseOf(from) {
		w := a.words[from-1]
		if !a.properAt(from-1) || a.terms[from-1].is(mI|mMine|mTheirs|mYes|mNot) || slices.Contains([]string{"at", "in", "the", "to", "it", "for", "no", "a"}, w.Text) {
			break
		}
		telling = telling || !generic[w.Text] && !heads[w.Text]
		from--
	}
	for to < len(a.words) && !a.words[to].Breaks {
		w := a.words[to]
		switch {
		case (w.Text == "of" || w.Text == "at") && to+1 < len(a.words) && a.properAt(to+1):
			telling, to = true, to+2
			continue
		case a.properAt(to) && !a.terms[to].is(mI):
			telling, to = telling || !heads[w.Text], to+1
			continue
		}
		break
	}
	if !telling {
		return -1, -1
	}
	return from, to
}

// listFields are lists of names an answer can give in part, with the words that
// only touch on them.
var listFields = []struct {
	path    string
	line    []string
	touches []string
}{
	{"h1b.vendor_chain", []string{"client", "vendor", "between"}, []string{"vendor", "bank", "client"}},
	{"h1b.previous_employers_us", []string{"opt", "employers", "employed", "status", "companies", "graduation"}, []string{"company", "employer"}},
	{"f1.schools_applied", []string{"schools", "apply", "admitted", "rejections", "where"}, nil},
	{"jp.us_clinical_history", []string{"hospital", "observership", "observerships", "clinical", "research"}, []string{"visits", "rotations", "experience", "shadowing", "hospital"}},
}

// listClaims finds how much of a declared list an answer names.
func (c *Case) listClaims(a *answer, out []Claim) []Claim {
	for _, l := range listFields {
		f := c.fact(l.path)
		if f == nil || len(f.items) < 2 || !a.asks(l.path) || !slices.ContainsFunc(l.line, func(w string) bool { return slices.Contains(a.ask, w) }) {
			continue
		}
		first, n := -1, 0.0
		for i := range f.items {
			if at := c.itemAt(a, &f.items[i]); at >= 0 {
				n++
				first = max(at, first)
			}
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
