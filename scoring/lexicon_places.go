package scoring

import "strings"

// A place is a state or a city of the United States, or a country or a city of one.
type place struct {
	name  string
	where string // the state's two letters, or the country
	metro string // the metropolitan area, "" for none of several cities
	us    bool
	whole bool   // a state or a country itself
	alike *place // another place of the same name
}

// gazetteer finds places by name.
var gazetteer = readGazetteer()

// states are the two letters of each state.
var states = map[string]bool{}

func readGazetteer() map[string]*place {
	all := map[string]*place{}
	for line := range strings.Lines(world) {
		names, cities, _ := strings.Cut(strings.TrimSpace(line), ";")
		country, others, _ := strings.Cut(names, ":")
		addPlaces(all, country+","+others, "", place{where: country, whole: true})
		addPlaces(all, cities, country, place{where: country})
	}
	for line := range strings.Lines(usPlaces) {
		state, rest, ok := strings.Cut(strings.TrimSpace(line), ":")
		if !ok {
			continue
		}
		states[state] = true
		names, areas, _ := strings.Cut(rest, ";")
		first, _, _ := strings.Cut(names, ",")
		addPlaces(all, names, "", place{where: state, us: true, whole: true})
		for area := range strings.SplitSeq(areas, ";") {
			metro, cities, of := strings.Cut(area, ":")
			if !of {
				metro, cities = "", area
			}
			if last := strings.LastIndexByte(metro, ','); last >= 0 { // cities that stand alone before it
				addPlaces(all, metro[:last], strings.TrimSpace(first), place{where: state, us: true})
				metro = metro[last+1:]
			}
			addPlaces(all, cities, strings.TrimSpace(first), place{where: state, metro: strings.TrimSpace(metro), us: true})
		}
	}
	return all
}

// addPlaces adds places of one kind. Of several with one name the one added last
// comes first, but a country stays before what is named like it. A name written
// with its state or country after it is a place of the name alone too, to be told
// apart by what is said next to it.
func addPlaces(all map[string]*place, names, of string, p place) {
	for name := range strings.SplitSeq(names, ",") {
		if p.name = strings.TrimSpace(name); p.name == "" {
			continue
		}
		added := p
		was := all[p.name]
		full := p.name
		if bare, ok := strings.CutSuffix(p.name, " "+of); ok && of != "" {
			addLast(all, bare, p)
			added.name = bare
		}
		switch {
		case was == nil:
			all[full] = &added
		case was.whole && !was.us:
			added.alike, was.alike = was.alike, &added
		default:
			added.alike = was
			all[full] = &added
		}
	}
}

// addLast adds a place under a name that others come first for.
func addLast(all map[string]*place, name string, p place) {
	p.name = name
	last := all[name]
	if last == nil {
		all[name] = &p
		return
	}
	for last.alike != nil {
		last = last.alike
	}
	last.alike = &p
}

// placeEntries puts the gazetteer into the dictionary. A part of the United States
// says so, unless its name is an everyday word, or a place elsewhere, too.
func placeEntries() []entry {
	var all []entry
	for name, p := range gazetteer {
		t := term{place: p}
		switch {
		case everyday[name]:
		case p.us:
			t.marks = mPlace | mUS
		default:
			t.marks = mPlace
		}
		all = append(all, entry{t, name})
	}
	return all
}

// sameCity reports whether two places are one, or lie in one metropolitan area.
func sameCity(a, b *place) bool {
	return a.name == b.name && a.where == b.where || a.metro != "" && a.metro == b.metro
}

// in is the place of this name, or another of the same name, in a state or country;
// nil when there is none.
func (p *place) in(where string) *place {
	for ; p != nil; p = p.alike {
		if p.where == where {
			return p
		}
	}
	return nil
}

// cityIn is the city of this name in a state; nil for none.
func (p *place) cityIn(state string) *place {
	for ; p != nil; p = p.alike {
		if p.where == state && !p.whole {
			return p
		}
	}
	return nil
}

// side is the place of this name in the United States, or outside; nil when there
// is none.
func (p *place) side(us bool) *place {
	for ; p != nil; p = p.alike {
		if p.us == us {
			return p
		}
	}
	return nil
}
