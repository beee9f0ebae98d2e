package scoring

import (
	"math"
	"slices"
	"strings"

	"github.com/viceconsul/viceconsul/interview/transcript"
	"github.com/viceconsul/viceconsul/interview/transcript/measure"
)

// instances judges an event told against what is declared of it: what is told of
// time, number, class, post, section, length or petitioner must fit; some left out is
// partial.
func (j *comparison) instances(k Claim, f *fact) {
	years := yearsOf(f.mentions)
	told, wrong := j.yearsTold(k, f, years)
	n := len(f.items)
	only := j.a.is(0, len(j.a.terms), mOnly)
	cl := j.a.clauseOf(j.a.wordAt(k.Span.Start))
	fewer := only && told > 0 && told < min(n, len(years)) && j.a.is(cl.from, cl.to, mOnly) // "only the one of 2017"
	switch {
	case wrong, fewer, j.unlike(k, f), k.low > float64(n) && n > 0, k.low > 0 && k.low < float64(n) && only:
		j.add(k, transcript.Contradiction, f)
	case k.taken:
		j.add(k, transcript.SelfCorrection, f)
	case k.partial:
		j.add(k, transcript.Partial, f)
	case n <= 1 && k.low <= 1, k.low == float64(n), told == len(years) && told > 0 && (len(years) >= n || !j.wantsAll(k, f)):
		j.add(k, transcript.Consistent, f)
	case k.low == 0 && (told == 0 && !j.wantsAll(k, f) || told > 0 && j.a.lineHas(oneOfMany)), j.a.asksBefore():
		j.add(k, transcript.Consistent, f)
	default:
		j.add(k, transcript.Partial, f)
	}
}

// yearsTold counts the years told that fit a declared one; wrong when one fits none.
func (j *comparison) yearsTold(k Claim, f *fact, declared []int) (told int, wrong bool) {
	if len(declared) == 0 {
		return 0, false
	}
	stay := longestYears(f)
	for i, y := range k.years {
		if j.c.today.Year != 0 && y > j.c.today.Year || slices.Contains(k.years[:i], y) {
			continue // "and next year the case was closed"
		}
		if !j.yearFits(y, declared, stay) && !(y == j.c.today.Year && j.a.lastOfMonth() && j.yearFits(y-1, declared, stay)) {
			return told, true
		}
		told++
	}
	return told, false
}

// lastOfMonth reports whether an answer dates something by "last" and a month, which may be of
// this year or of the year before: "last June".
func (a *answer) lastOfMonth() bool {
	return slices.ContainsFunc(a.mentions, func(m measure.Mention) bool {
		return m.Kind == measure.Calendar && m.Date.Month != 0 && (a.has(m.From, m.From+1, "last") || a.has(m.From-1, m.From, "last"))
	})
}

// bySchool reports whether an answer to a line that names no visa tells of a refusal by a school
// that was applied to: "Purdue, yes".
func (j *comparison) bySchool(k Claim, f *fact) bool {
	applied := j.c.fact("f1.schools_applied")
	if f.path != "us_history.prior_refusals" || !f.none || k.Negative || applied == nil || j.a.lineHas([]string{"visa", "visas", "embassy", "consulate"}) {
		return false
	}
	return slices.ContainsFunc(applied.words, func(w measure.Word) bool {
		return len(w.Text) > 3 && !heads[w.Text] && !generic[w.Text] && !small[w.Text] && !bodyNouns[w.Text] && j.a.has(0, len(j.a.words), w.Text)
	})
}

// details are what else may be told of an event: how each is compared.
var details = map[string][]func(*comparison, *fact, []clause) bool{
	"us_history.prior_refusals":     {(*comparison).otherSection, (*comparison).otherClass, (*comparison).otherPost},
	"us_history.prior_visas":        {(*comparison).otherClass, (*comparison).otherPost},
	"us_history.visits":             {(*comparison).otherLength},
	"us_history.immigrant_petition": {(*comparison).otherPetitioner},
	"h1b.immigrant_petition":        {(*comparison).otherPetitioner},
	"other_travel.refusals":         {(*comparison).otherCountry},
}

// unlike reports whether a detail told with an event fits none that is declared.
func (j *comparison) unlike(k Claim, f *fact) bool {
	all := details[f.path]
	if len(all) == 0 || f.path == "us_history.visits" && !k.asked { // a trip told while there is no visit of its own
		return false
	}
	told := j.toldWith(k)
	return slices.ContainsFunc(all, func(other func(*comparison, *fact, []clause) bool) bool { return other(j, f, told) })
}

// toldWith are the clauses that tell of the same event as a claim: those of its
// sentence, and the next sentences that only name something. What is so now, or was
// granted, is no part of it.
func (j *comparison) toldWith(k Claim) []clause {
	at := j.a.clauseOf(j.a.wordAt(k.Span.Start)).sentence
	var out []clause
	for i := range j.a.clauses {
		cl := &j.a.clauses[i]
		near := cl.sentence == at || (cl.sentence == at+1 || cl.sentence == at-1) && j.a.verbless(cl) && !cl.other && j.a.pronounIn(cl)&(pMen|pWomen) == 0
		if !near || !cl.plain() && !cl.quoted || cl.negated || cl.marks&mSoon != 0 || j.a.has(cl.from, cl.to, "now", "today", "currently", "present", "different", "since") {
			continue
		}
		if j.a.has(cl.from, cl.to, "gave", "got", "approved", "issued", "granted", "given") && k.Field == "us_history.prior_refusals" {
			continue
		}
		out = append(out, *cl)
	}
	return out
}

// parts are the texts of one part of the declared items; nil unless all have it.
func (f *fact) parts(key string) []string {
	var out []string
	for i := range f.items {
		v, ok := f.items[i].part(key)
		if !ok || v.Text == "" {
			return nil
		}
		out = append(out, v.Text)
	}
	return out
}

// otherSection reports whether an answer names a section of the law that none was
// refused under: 221(g) asks for papers, 214(b) refuses.
func (j *comparison) otherSection(f *fact, _ []clause) bool {
	declared := f.parts("section")
	for _, section := range []string{"221", "214"} {
		if len(declared) > 0 && j.a.has(0, len(j.a.words), section) && !slices.ContainsFunc(declared, func(d string) bool { return strings.HasPrefix(d, section) }) {
			return true
		}
	}
	return false
}

// otherClass reports whether the visa told of is of a class that is not declared.
func (j *comparison) otherClass(f *fact, told []clause) bool {
	declared := f.parts("class")
	if len(declared) == 0 {
		return false
	}
	for _, cl := range told {
		for i := cl.from; i < cl.to; i++ {
			class := j.a.classAt(i)
			if class != 0 && !slices.ContainsFunc(declared, func(d string) bool { return d[0] == class }) {
				return true
			}
		}
	}
	return false
}

// otherPost reports whether the city told of is not one of the declared posts.
func (j *comparison) otherPost(f *fact, told []clause) bool {
	declared := strings.ToLower(strings.Join(f.parts("post"), ", "))
	if declared == "" {
		return false
	}
	posts := termsOf(measure.Words(declared))
	for _, cl := range told {
		for i := cl.from; i < cl.to; i++ {
			p := j.a.terms[i].place
			if p == nil || p.us || p.whole || !j.a.has(i-1, i, "in", "at", "from") && !j.a.has(i+1, i+2, "consulate", "embassy") {
				continue
			}
			if !strings.Contains(declared, j.a.words[i].Text) && !slices.ContainsFunc(posts, func(t term) bool { return t.place != nil && t.place.name == p.name }) {
				return true
			}
		}
	}
	return false
}

// otherCountry reports whether the country told of is not a declared one.
func (j *comparison) otherCountry(f *fact, told []clause) bool {
	listed := j.a.around.has(ofTravel) // countries travelled to are told with it
	if listed && slices.ContainsFunc(j.a.terms, func(t term) bool {
		return t.place != nil && t.place.whole && slices.ContainsFunc(f.terms, func(d term) bool { return d.place != nil && d.place.where == t.place.where })
	}) {
		return false
	}
	for _, cl := range told {
		for i := cl.from; i < cl.to; i++ {
			p := j.a.terms[i].place
			if p == nil || p.us || !p.whole || j.a.has(i-2, i, "to") {
				continue
			}
			if !slices.ContainsFunc(f.terms, func(t term) bool { return t.place != nil && t.place.where == p.where }) {
				return true
			}
		}
	}
	return false
}

// otherPetitioner reports whether somebody else in the family than declared is said
// to have filed.
func (j *comparison) otherPetitioner(f *fact, told []clause) bool {
	for _, cl := range told {
		kin := cl.who & pFamily
		if kin != 0 && f.parties != 0 && kin&f.parties == 0 && (f.parties&pFamily != 0 || f.parties&(pEmployer|pUSCompany|pHospital) != 0) {
			return true
		}
	}
	return false
}

// otherLength reports whether a stay told of is much longer or shorter than any
// declared one. Source: our judgement; stays are remembered to a fifth, or some days.
func (j *comparison) otherLength(f *fact, told []clause) bool {
	var lengths []float64
	for i := range f.items {
		v, ok := f.items[i].part("length")
		if !ok || v.Days.High == 0 {
			return false
		}
		lengths = append(lengths, v.Days.Low, v.Days.High)
	}
	if sum := sumOf(lengths); len(f.items) > 1 {
		lengths = append(lengths, sum) // of all stays together
	}
	other := false
	for _, cl := range told {
		if j.a.has(cl.from, cl.to, "passed", "exceeded", "over", "late", "beyond", "extra", "overstayed", "past") {
			continue // by so much longer than was allowed
		}
		for _, m := range j.a.mentions {
			if m.From < cl.from || m.To > cl.to || m.Kind != measure.Duration || m.Unit == "hour" || j.a.has(m.To, m.To+2, "ago", "old", "before", "later", "after", "more", "holiday", "leave", "vacation") || j.a.has(m.From-1, m.From, "last", "after", "every", "each", "of", "for") && j.a.has(m.From-1, m.From, "last", "after", "every") {
				continue
			}
			if slices.ContainsFunc(lengths, func(d float64) bool { return staysAlike(m, d) }) {
				return false // and how long something else was
			}
			other = len(lengths) > 0
		}
	}
	return other
}

// sumOf is the mean of the shortest and the longest of all stays together.
func sumOf(bounds []float64) float64 {
	sum := 0.0
	for _, days := range bounds {
		sum += days / 2
	}
	return sum
}

// staysAlike reports whether a length told is about a declared one.
func staysAlike(m measure.Mention, days float64) bool {
	slack := math.Max(3, days/4)
	if m.Unit == "month" || m.Unit == "year" || m.About {
		slack = math.Max(slack, days*2/5)
	}
	return m.Low <= days+slack && m.High >= days-slack
}

// wantsAll reports whether the answer was asked, or took it upon itself, to tell
// what happened: a bare yes tells none of several, and needs not to.
func (j *comparison) wantsAll(k Claim, f *fact) bool {
	if f.path == "us_history.prior_refusals" {
		return k.Span.End-k.Span.Start > 4 // more than a bare yes
	}
	return f.path == "us_history.visits" && !j.a.lineHas(oneOfMany) && slices.ContainsFunc(j.a.ask, func(w string) bool {
		return w == "when" || w == "about" || w == "many" || w == "trips" || w == "visits"
	}) && len(j.a.words) > 1
}

// oneOfMany are the words by which a line asks for one event of several.
var oneOfMany = []string{"first", "last", "latest", "recent", "recently"}

// asksBefore reports whether the line asks only for what was before something it names:
// "Before the residency, had you been there?"
func (a *answer) asksBefore() bool {
	i := slices.Index(a.ask, "before")
	return i >= 0 && i+2 < len(a.ask) && (a.ask[i+1] == "the" || a.ask[i+1] == "your" || a.ask[i+1] == "this" || a.ask[i+1] == "that")
}

// longestYears is into how many later years the longest declared stay reaches, 0
// when none is as long as half a year.
func longestYears(f *fact) int {
	most := 0.0
	for _, item := range f.items {
		if v, ok := item.part("length"); ok {
			most = max(most, v.Days.High)
		}
	}
	return int(most/daysIn["year"] + 0.5)
}

// yearFits reports whether a year is one of the declared ones, or one that a long
// stay begun then, of so many years, reaches. A time counted back
// ("two years ago") may be off by one.
func (j *comparison) yearFits(y int, declared []int, stay int) bool {
	for _, d := range declared {
		if d == y || y > d && y <= d+stay || j.a.roughYears() && (d == y-1 || d == y+1) {
			return true
		}
	}
	return false
}

// roughYears reports whether the answer counts years back instead of naming them.
func (a *answer) roughYears() bool {
	for _, m := range a.mentions {
		if m.Kind == measure.Calendar && (m.Date.Span > 60 || m.About) {
			return true
		}
	}
	return false
}

// remembered reports whether a field holds events of the past.
func remembered(path string) bool { return slices.Contains(eventPaths[:], path) }
