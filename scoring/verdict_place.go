package scoring

import (
	"slices"
	"strings"

	"github.com/viceconsul/viceconsul/interview/transcript"
)

// places judges where something is said to be.
func (j *comparison) places(group []Claim, f *fact) {
	if f.path == "h1b.work_model" {
		j.workModel(group[0], f)
		return
	}
	declared := placesOf(f)
	switch {
	case len(declared) == 0 && !f.none:
	case group[0].Negative:
		j.noPlace(group[0], f, declared)
	case f.path == "trip.places", f.path == "other_travel.countries_5y":
		j.placeList(group, f, declared)
	case f.path == "family.siblings.location" && len(group) > 1:
		j.eachPlace(group, f, declared)
	case f.path == "h1b.worksites" && j.leavesOut(group, declared):
		j.add(group[0], transcript.Contradiction, f)
	case f.path == "h1b.worksites" && j.oneOfSeveral(group, declared):
		j.add(group[0], transcript.Partial, f)
	default:
		group = slices.DeleteFunc(slices.Clone(group), func(k Claim) bool { return k.partial && inNamedState(k, group) })
		j.settle(group, f, func(k Claim) transcript.Verdict { return placeVerdict(k, f, declared) })
	}
}

// inNamedState reports whether a place is only what the state named too lies around: "in Texas,
// near Austin".
func inNamedState(k Claim, group []Claim) bool {
	return slices.ContainsFunc(group, func(o Claim) bool {
		return !o.partial && o.place.whole && o.place.us && k.place.near(o.place) == inState
	})
}

// eachPlace judges where several are by each of those who stand in a clause with one place:
// that one is where the form says clears nobody else.
func (j *comparison) eachPlace(group []Claim, f *fact, declared []*place) {
	for _, k := range group {
		cl := j.a.clauseOf(j.a.wordAt(k.Span.Start))
		others := slices.ContainsFunc(group, func(o Claim) bool {
			return o.Span.Start != k.Span.Start && j.a.clauseOf(j.a.wordAt(o.Span.Start)) == cl
		})
		if !others && cl.who&pSiblings != 0 && cl.who&^pSiblings == 0 && !j.a.gone(cl) && placeVerdict(k, f, declared) == transcript.Contradiction {
			j.add(k, transcript.Contradiction, f)
			return
		}
	}
	j.settle(group, f, func(k Claim) transcript.Verdict { return placeVerdict(k, f, declared) })
}

// leavesOut reports whether an answer says that one of several declared cities is
// the only one: "only in Tulsa, there is no second site".
func (j *comparison) leavesOut(group []Claim, declared []*place) bool {
	return len(group) == 1 && j.exclusive(group[0]) && severalCities(declared)
}

// oneOfSeveral reports whether one of several declared cities is named, and no other.
func (j *comparison) oneOfSeveral(group []Claim, declared []*place) bool {
	first := group[0]
	named := slices.ContainsFunc(declared, func(d *place) bool { return d.name == first.place.name })
	return named && !first.partial && severalCities(declared) && !slices.ContainsFunc(group, func(k Claim) bool { return k.place.name != first.place.name })
}

func severalCities(declared []*place) bool {
	return slices.ContainsFunc(declared, func(d *place) bool {
		return !d.whole && slices.ContainsFunc(declared, func(o *place) bool { return !o.whole && !sameCity(d, o) })
	})
}

// exclusive reports whether an answer says that a place is the only one.
func (j *comparison) exclusive(k Claim) bool {
	i := j.a.wordAt(k.Span.Start)
	cl := j.a.clauseOf(i)
	if j.a.is(cl.from, i, mOnly|mAll) {
		return true
	}
	if n := int(j.a.within[i]); n > 0 && j.a.verbless(cl) && cl.to-cl.from <= 2 {
		if was := &j.a.clauses[n-1]; was.marks&mOnly != 0 && j.a.verbless(was) && !was.negated && j.a.is(was.from, was.to, mPlace) {
			return true // "Only Hawaii. Honolulu."
		}
	}
	for i := range j.a.words {
		if j.a.has(i, i+1, "no", "any") && j.a.has(i+1, i+2, "other", "second") && j.a.has(i+2, i+3, "place", "country", "site", "office", "location", "city") {
			return true
		}
	}
	return false
}

// placesOf are the places a field declares: those of the gazetteer, and names with
// their state after them, "Pine Bluff, AR".
func placesOf(f *fact) []*place {
	var all []*place
	if len(f.items) > 0 {
		for i := range f.items {
			all = append(all, placesOf(&f.items[i])...)
		}
		return all
	}
	for i := 0; i < len(f.words); i++ {
		if p, n := declaredCity(f, i); p != nil {
			all = append(all, p)
			i += n - 1
			continue
		}
		alone := (i == 0 || f.words[i].Breaks) && (i+1 == len(f.words) || f.words[i+1].Breaks)
		if w := f.words[i].Text; alone && len(w) == 2 && states[w] {
			all = append(all, &place{name: w, where: w, us: true, whole: true})
			continue
		}
		if t := f.terms[i]; t.place != nil && !(t.place.us && everyday[t.place.name] && !f.words[i].Breaks && i > 0 && !f.terms[i-1].is(mUS)) {
			all = append(all, t.place)
		}
	}
	return all
}

// declaredCity is the city whose name begins at word i and ends before its state,
// with the words of both; nil for none.
func declaredCity(f *fact, i int) (*place, int) {
	if i > 0 && !f.words[i].Breaks {
		return nil, 0
	}
	for j := i + 1; j < len(f.words) && j < i+4; j++ {
		if !f.words[j].Breaks {
			continue
		}
		state, n := f.stateAt(j)
		if state == "" {
			return nil, 0
		}
		name := make([]string, 0, j-i)
		for _, w := range f.words[i:j] {
			name = append(name, w.Text)
		}
		full := strings.Join(name, " ")
		city := place{name: full, where: state, us: true}
		if p := gazetteer[full].cityIn(state); p != nil {
			city.metro = p.metro
		}
		return &city, j - i + n
	}
	return nil, 0
}

// stateAt is the state named at a word of a declared text, and its words.
func (f *fact) stateAt(i int) (string, int) {
	if w := f.words[i].Text; len(w) == 2 && states[w] {
		return w, 1
	}
	for p := f.terms[i].place; p != nil; p = p.alike {
		if p.us && p.whole {
			return p.where, int(f.terms[i].n)
		}
	}
	return "", 0
}

// A nearness is how close two places are.
type nearness int

const (
	elsewhere nearness = iota
	inState            // the same state, or country
	inMetro
	same
)

// near is how close a place said is to a declared one, in the reading of its name
// that is closest.
func (p *place) near(d *place) nearness {
	best := elsewhere
	for ; p != nil; p = p.alike {
		for o := d; o != nil; o = o.alike {
			switch {
			case p.us != o.us:
			case p.name == o.name && p.where == o.where, boroughs[p.name] && p.where == o.where && o.name == p.metro, boroughs[o.name] && p.where == o.where && p.name == o.metro:
				best = max(best, same)
			case p.metro != "" && p.metro == o.metro && !p.whole && !o.whole:
				best = max(best, inMetro)
			case p.where == o.where:
				best = max(best, inState)
			}
		}
	}
	return best
}

// byCountry are the fields told by a country: any city of it says it.
var byCountry = set("jp.statement_of_need identity.country_of_residence identity.nationality identity.other_nationalities jp.last_permanent_residence jp.medical_school.country hp.licence.state hp.j1_waiver.state")

// inOneCity are the fields whose place is one city, another one of its state being
// another place.
var inOneCity = set("f1.campus j1.host_city hp.facility_area.city_state jw.host_family")

// halfHeard reports whether a name is that of a declared place without its "New", as it is
// easily written down from speech: "York".
func (p *place) halfHeard(declared []*place) bool {
	return slices.ContainsFunc(declared, func(d *place) bool { return d.us && d.name == "new "+p.name && p.name != "mexico" })
}

// apart reports whether a city is known to be of a metropolitan area, or to stand alone,
// that none of the others, all known too, belongs to: a petition holds for one area.
func (p *place) apart(declared []*place) bool {
	for ; p != nil; p = p.alike {
		known := p.us && !p.whole && gazetteer[p.name].cityIn(p.where) != nil
		if known && !slices.ContainsFunc(declared, func(d *place) bool {
			city := gazetteer[d.name].cityIn(d.where)
			return city == nil || city.name == p.name || city.metro == p.metro && p.metro != ""
		}) {
			return true
		}
	}
	return false
}

// placeVerdict judges one place: the same city is the same, its state alone is
// less, another state is another place, unless one metropolitan area spans both.
// Within one state only a campus or a host must be in the same city; a worksite may
// be near by, and a house is where its big city is.
func placeVerdict(k Claim, f *fact, declared []*place) transcript.Verdict {
	best := elsewhere
	for _, d := range declared {
		best = max(best, k.place.near(d))
	}
	state := k.place.whole && best != same
	switch {
	case best == elsewhere && k.place.halfHeard(declared):
		return transcript.Partial
	case byCountry[f.path] && best > elsewhere:
		if f.path == "jp.medical_school.country" {
			return transcript.Partial // the school itself is left out
		}
		return transcript.Consistent
	case best == same && k.place.us && k.place.whole && k.place.alikeCity() == nil && !declaredWhole(declared):
		return transcript.Partial
	case best == same && !k.partial:
		return transcript.Consistent
	case best == elsewhere && k.partial:
		return transcript.SoftMismatch
	case k.partial:
		return transcript.Partial
	case best == inMetro && (f.path == "trip.us_address" || f.path == "us_contact.city_state" || f.path == "jw.host_family"):
		return transcript.Consistent
	case best == inMetro:
		return transcript.SoftMismatch
	case best == inState && state && f.path == "jw.host_family":
		return transcript.Consistent
	case best == inState && state:
		return transcript.Partial
	case best == inState && (inOneCity[f.path] || f.path == "h1b.worksites" && k.place.apart(declared)):
		return transcript.Contradiction
	case best == inState:
		return transcript.SoftMismatch
	}
	return transcript.Contradiction
}

// declaredWhole reports whether a state or country is declared, not a city.
func declaredWhole(declared []*place) bool {
	return slices.ContainsFunc(declared, func(d *place) bool { return d.whole && d.alikeCity() == nil })
}

// placeList judges places told of a declared list. Countries are told by their
// cities, cities by their own names or their metropolitan areas. One that is not
// declared is a slip, some left out is partial, none declared is another journey.
func (j *comparison) placeList(group []Claim, f *fact, declared []*place) {
	abroad := f.path == "other_travel.countries_5y"
	seen := map[*place]bool{}
	var misfit []Claim
	for _, k := range group {
		fits := false
		for _, d := range declared {
			if n := k.place.near(d); n >= inMetro || n == inState && (abroad || k.place.whole || d.whole) {
				seen[d], fits = true, true
			}
		}
		if !fits {
			misfit = append(misfit, k)
		}
	}
	left := len(seen) < len(declared)
	switch {
	case len(misfit) > 0 && len(seen) == 0 && (len(misfit) > 1 || j.exclusive(misfit[0]) || !abroad && j.a.lineHas(wholeRoute)):
		j.add(misfit[0], transcript.Contradiction, f) // nothing said is declared
	case len(misfit) > 0:
		j.add(misfit[0], transcript.SoftMismatch, f)
	case left && abroad && j.exclusive(group[0]):
		j.add(group[0], transcript.Contradiction, f)
	case left:
		j.add(group[0], transcript.Partial, f)
	default:
		j.add(group[0], transcript.Consistent, f)
	}
}

// wholeRoute are the words of a line that asks for all the places of a journey.
var wholeRoute = []string{"route", "itinerary", "cities", "places"}

// noPlace judges that there is none: never abroad, no other nationality.
func (j *comparison) noPlace(k Claim, f *fact, declared []*place) {
	switch {
	case f.none:
		j.add(k, transcript.Consistent, f)
	case len(declared) > 0:
		j.add(k, transcript.Contradiction, f)
	}
}
