package scoring

import (
	"slices"
	"strings"

	"github.com/viceconsul/viceconsul/interview/transcript"
	"github.com/viceconsul/viceconsul/interview/transcript/measure"
)

// relatives judges who is said to be, or not to be, in the United States.
func (j *comparison) relatives(group []Claim) {
	near, far := j.c.fact(immediateUS), j.c.fact(otherUS)
	var named party
	for _, k := range group {
		if !k.Negative && k.word == "" {
			named |= k.party
		}
	}
	told := len(j.out)
	for _, k := range group {
		if k.Negative {
			if named&k.party == 0 {
				j.deniedRelatives(k, near, far)
			}
			continue
		}
		f := far
		if k.party&pImmediate != 0 && (k.party&pExtended == 0 || near != nil && !near.none) {
			f = near
		}
		if k.broad && k.party&pExtended != 0 && f != nil && f.none && far != nil && !far.none {
			f = far
		}
		if v := j.relative(k, f); v != "" {
			j.add(k, v, f)
		}
	}
	j.missingRelatives(group, named, near, told)
}

// relative judges one relative said to be there.
func (j *comparison) relative(k Claim, f *fact) transcript.Verdict {
	switch {
	case k.word == "gone":
		if f == nil {
			return ""
		}
		if f.none {
			return transcript.Consistent // was there, is no longer
		}
		return transcript.NewFact
	case f == nil:
		return transcript.NewFact
	case j.c.householdThere(k.party) && !j.c.sortsOffspring(k.party, j.a, k) && (k.unit == "" || !j.a.lineHas([]string{"status", "papers", "card", "citizen"}) && !strings.Contains(k.Span.Text, "green card") || f.parties&k.party == 0 || statusFits(k, f)):
		return ""
	case f.none && f.path == otherUS && k.party&^pInLaw == 0 && j.c.marriedThere():
		return "" // who a declared son or sister is married to
	case k.word == "visited" && (f.none || f.parties&k.party == 0):
		return transcript.NewFact
	case f.none:
		return transcript.Contradiction
	case f.path == otherUS, k.broad:
		return transcript.Consistent
	case f.parties&k.party == 0:
		return transcript.Contradiction
	case k.unit != "" && !statusFits(k, f):
		return transcript.Contradiction
	case k.low > float64(countOf(f, k.party)):
		return transcript.Contradiction
	}
	return transcript.Consistent
}

// householdThere reports whether a husband, wife or child is declared to live in the
// United States, as the household of who works there does, or to travel there too: to
// say so is no news.
func (c *Case) householdThere(p party) bool {
	for path, of := range map[string]party{"family.spouse": pSpouse, "family.children": pOffspring} {
		f := c.fact(path)
		if p&of == 0 || p&^of != 0 || f == nil || f.none {
			continue
		}
		there := func(d *place) bool { return d.us }
		goes := func(m *fact) bool {
			v, ok := m.part("travelling")
			return ok && v.Type == transcript.TypeBool && v.Bool
		}
		if slices.ContainsFunc(c.homesOf(f, p), there) || c.residesThere() || slices.ContainsFunc(c.membersOf(f, p), goes) {
			return true
		}
	}
	return false
}

// sortsOffspring reports whether the form tells sons from daughters there, and a child placed
// there by name, or in answer to who is there, is none of them.
func (c *Case) sortsOffspring(p party, a *answer, k Claim) bool {
	near := c.fact(immediateUS)
	return near != nil && near.parties&pOffspring != 0 && p&^pOffspring == 0 && near.parties&p == 0 && (a.asksRelatives() || a.inStates(a.clauseOf(a.wordAt(k.Span.Start))))
}

// marriedThere reports whether somebody is declared there whose husband or wife may be too.
func (c *Case) marriedThere() bool {
	near := c.fact(immediateUS)
	return near != nil && near.parties&(pOffspring|pSiblings) != 0
}

// residesThere reports whether the applicant is declared to live in the United States.
func (c *Case) residesThere() bool {
	f := c.fact("identity.country_of_residence")
	return f != nil && slices.ContainsFunc(placesOf(f), func(d *place) bool { return d.us })
}

// countOf is how many declared relatives are of a party.
func countOf(f *fact, p party) int {
	n := 0
	for _, item := range f.items {
		if item.parties&p != 0 {
			n++
		}
	}
	return n
}

// statusFits reports whether what is said of a relative's status is what is
// declared. A declared status nobody could name fits anything.
func statusFits(k Claim, f *fact) bool {
	for _, item := range f.items {
		if item.parties&k.party == 0 {
			continue
		}
		declared := ""
		if v, ok := item.part("status"); ok {
			declared = v.Text
		} else {
			declared = (&answer{words: item.words}).statusWord(&clause{from: 0, to: len(item.words)})
		}
		if declared == "" || declared == "other_unknown" || declared == k.unit || k.unit == notCitizen && declared != "US_citizen" {
			return true
		}
	}
	return false
}

// deniedRelatives judges a denial of relatives there: of the close ones it is a
// false denial, of others a contradiction.
func (j *comparison) deniedRelatives(k Claim, near, far *fact) {
	if near != nil && !near.none && j.a.lineHas(besidesThem) && j.spokenOfAll(near) {
		return // "any other family there?" leaves out those spoken of before
	}
	switch {
	case near != nil && !near.none && near.parties&k.party != 0:
		k.Field = immediateUS
		j.add(k, transcript.Contradiction, near)
	case far != nil && !far.none && k.party&pExtended != 0:
		k.Field = otherUS
		j.add(k, transcript.Contradiction, far)
	case near != nil:
		j.add(k, transcript.Consistent, near)
	case far != nil:
		k.Field = otherUS
		j.add(k, transcript.Consistent, far)
	}
}

// besidesThem are words of a line that asks for others than were spoken of.
var besidesThem = []string{"other", "others", "else", "besides", "apart", "more", "another"}

// spokenOfAll reports whether the exchange before, or the line, has named everybody a field
// declares.
func (j *comparison) spokenOfAll(f *fact) bool {
	named := party(0)
	for _, t := range j.a.line {
		named |= t.party
	}
	for i := range j.before {
		named |= partiesOf(j.before[i].Turn.Applicant) | partiesOf(j.before[i].line)
	}
	return !slices.ContainsFunc(f.items, func(item fact) bool { return item.parties&named == 0 })
}

// missingRelatives notes declared relatives an answer to "any family there?"
// leaves out.
func (j *comparison) missingRelatives(group []Claim, named party, near *fact, told int) {
	if near == nil || near.none || named == 0 || !group[0].asked || len(near.items) < 2 || len(j.out) == told {
		return
	}
	if !slices.ContainsFunc(j.a.ask, func(w string) bool {
		return w == "family" || w == "relatives" || w == "siblings" || w == "sisters" || w == "who"
	}) {
		return
	}
	for _, fi := range j.out[told:] {
		if fi.Verdict != transcript.Consistent || fi.Field != immediateUS {
			return
		}
	}
	for _, item := range near.items {
		if item.parties != 0 && item.parties&named == 0 {
			j.out = j.out[:told]
			v := transcript.Partial
			if j.a.nobodyElse() {
				v = transcript.Contradiction
			}
			j.add(group[0], v, near)
			return
		}
	}
}

// wed are the statuses that have a husband or a wife.
var wed = []string{"married", "common_law", "civil_union", "legally_separated"}

// marital judges being married or not.
func (j *comparison) marital(group []Claim, f *fact) {
	declared := f.value().Text
	if declared == "other" {
		return
	}
	j.settle(group, f, func(k Claim) transcript.Verdict {
		switch {
		case k.word == onceMarried && declared != "single", k.word == stillUnwed && !slices.Contains(wed[:3], declared):
			return ""
		case k.word == onceMarried, k.word == stillUnwed:
			return transcript.Contradiction
		}
		is := k.word == declared || k.word == "married" && slices.Contains(wed, declared)
		switch {
		case k.word == "formerly":
			if slices.Contains(wed[:3], declared) || declared == "single" {
				return "" // may have married again, or never before a court
			}
			return transcript.Consistent
		case k.past && k.word == "married" && !k.asked && !k.Negative && (declared == "widowed" || declared == "divorced"):
			return "" // who is told of was a husband or a wife then
		case k.word == "married" && !k.asked && !k.Negative && declared == "widowed" && j.onlyRecalled(k):
			return "" // "they named him like my husband"
		case k.Negative && k.word == "married" && slices.Contains(wed[1:3], declared):
			return "" // a union without a wedding
		case k.Negative && k.word == "married":
			return contradictsIf(declared == "married")
		case k.Negative:
			return ""
		case is:
			return transcript.Consistent
		case k.word == "married", slices.Contains(wed[:3], declared), k.word == "widowed", k.word == "divorced":
			return transcript.Contradiction
		}
		return transcript.SoftMismatch // who is divorced or widowed may call that single
	})
}

// onlyRecalled reports whether a husband or wife is only named beside what a clause tells, and
// not as one who does or is something.
func (j *comparison) onlyRecalled(k Claim) bool {
	from, to := j.a.wordAt(k.Span.Start), j.a.wordAt(k.Span.End)
	cl := j.a.clauseOf(from)
	return j.a.has(from-1, from, "like", "after", "of", "for", "as") && (to >= cl.to || j.a.words[to].Breaks)
}

// children judges how many there are.
func (j *comparison) children(k Claim, f *fact) {
	n := childrenOf(f)
	if f.path == "jw.host_family" {
		if n = hostChildren(f); n == 0 {
			return
		}
	}
	switch {
	case k.word == twins:
		j.add(k, transcript.Contradiction, f)
	case k.Negative && n == 0, !k.Negative && k.low == 0 && n > 0, k.low == float64(n) && !k.Negative:
		j.add(k, corrects(transcript.Consistent, j.tookBack(k)), f)
	default:
		j.add(k, transcript.Contradiction, f)
	}
}

// hostChildren is how many children a host family is declared to have: those listed, or
// the ages written after the word, "children 2 and 5". One number alone may as well be
// how many there are; then, as when nothing is said of them, it is 0.
func hostChildren(f *fact) int {
	if v, ok := f.part("children"); ok && len(v.List) > 0 {
		return len(v.List)
	}
	_, ages, _ := strings.Cut(flat(f.value()), "children")
	n := 0
	for _, w := range measure.Words(ages) {
		if w.Text[0] >= '0' && w.Text[0] <= '9' {
			n++
		}
	}
	if n == 1 {
		return 0
	}
	return n
}

// companions judges who travels too.
func (j *comparison) companions(group []Claim, f *fact) {
	declared := travelling(f)
	if group[0].word == numberOfUs {
		j.companionsCounted(group[0], f)
		return
	}
	var said party
	for _, k := range group {
		switch {
		case k.Negative && declared == 0:
			j.add(k, transcript.Consistent, f)
			return
		case k.Negative && k.party&declared != 0 && len(group) == 1:
			j.add(k, transcript.Contradiction, f)
			return
		case k.Negative:
			continue
		case declared&k.party == 0 && (declared != 0 || f.none):
			j.add(k, transcript.Contradiction, f)
			return
		}
		said |= k.party
	}
	if said == 0 {
		return
	}
	for _, item := range f.items {
		if p := item.parties & (pFamily | pFriend | pPartner); p != 0 && p&said == 0 {
			v := transcript.Partial
			if cl := j.a.clauseOf(j.a.wordAt(group[0].Span.Start)); j.a.is(cl.from, cl.to, mOnly) && j.a.has(cl.from, cl.to, "me", "i", "us", "myself") || j.a.nobodyElse() {
				v = transcript.Contradiction
			}
			j.add(group[0], v, f)
			return
		}
	}
	j.add(group[0], transcript.Consistent, f)
}

// companionsCounted judges a number of companions against those declared, where each of these is
// one person.
func (j *comparison) companionsCounted(k Claim, f *fact) {
	n := 0
	for _, item := range f.items {
		p := item.parties & (pFamily | pFriend | pPartner)
		if p&(p-1) != 0 || len(item.words) == 0 || slices.ContainsFunc(item.words, func(w measure.Word) bool { return strings.HasSuffix(w.Text, "s") }) {
			return
		}
		if v, ok := item.part("travelling"); !ok || v.Bool {
			n++
		}
	}
	v := transcript.Consistent
	if n != int(k.low) {
		v = transcript.Contradiction
	}
	j.add(k, v, f)
}

// travelling is who is declared to come along.
func travelling(f *fact) party {
	var p party
	for _, item := range f.items {
		if v, ok := item.part("travelling"); !ok || v.Bool {
			p |= item.parties & (pFamily | pFriend | pPartner)
		}
	}
	return p
}
