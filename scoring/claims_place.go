package scoring

import "slices"

// placeFields are the fields that say where something is.
var placeFields = []struct {
	path string
	line []string
}{
	{"h1b.worksites", []string{"where", "city", "office", "home", "location"}},
	{"h1b.work_model", []string{"home", "hybrid", "remote", "where"}},
	{"trip.places", []string{"where", "cities", "see", "places", "visit", "list"}},
	{"other_travel.countries_5y", []string{"countries", "travelled", "traveled", "visited", "travel"}},
	{"f1.campus", []string{"where", "city", "campus"}},
	{"j1.host_city", []string{"where", "city"}},
	{"jp.statement_of_need", []string{"country", "letter", "statement", "where"}},
	{"jw.host_family", []string{"where", "family"}},
	{"trip.us_address", []string{"where", "address", "live"}},
	{"us_contact.city_state", []string{"where", "city"}},
}

// namedPlaces are the places a line asks for by their own noun, all words of one
// entry in it: "which city is that campus in?"
var namedPlaces = []struct {
	path string
	line []string
}{
	{"f1.campus", []string{"where campus", "city campus", "city school", "city university"}},
	{"j1.host_city", []string{"city hospital", "city host", "city university"}},
	{"h1b.work_model", []string{"you go office", "where sit"}},
	{"us_contact.city_state", []string{"where their office", "where their company"}},
	{"jp.statement_of_need", []string{"country go back two"}},
}

// placeNamed reports whether the line asks for a declared place by its noun.
func (c *Case) placeNamed(a *answer, path string) bool {
	for _, f := range namedPlaces {
		if f.path == path {
			return a.press == nil && c.fact(path) != nil && slices.ContainsFunc(f.line, func(entry string) bool { return allOf(a.ask, entry) })
		}
	}
	return false
}

// placeClaims finds the places an answer names for what the officer's line asks.
func (c *Case) placeClaims(a *answer, out []Claim) []Claim {
	for _, f := range placeFields {
		if !(a.asks(f.path) && a.lineHas(f.line)) && !c.placeNamed(a, f.path) || a.opensWith("why") {
			continue
		}
		if f.path == "h1b.work_model" {
			out = a.workModel(out)
			continue
		}
		for i := range a.terms {
			p := a.terms[i].place
			cl := a.clauseOf(i)
			if p == nil || p.us == abroadFields[f.path] || !cl.plain() || cl.negated || cl.other && cl.who&pHuman != 0 && f.path != "jw.host_family" {
				continue
			}
			if f.path == "h1b.worksites" && cl.marks&mWork == 0 && (a.has(cl.from, i, "home", "apartment", "house") || a.lineHas([]string{"home"}) && !a.has(cl.from, cl.to, "office", "site")) {
				continue // where the applicant lives
			}
			near := f.path != "jp.statement_of_need" && a.nearPlace(cl, i)
			if near && f.path != "h1b.worksites" {
				continue
			}
			k := a.claim(kindPlace, f.path, cl, i, i+int(a.terms[i].n))
			k.word, k.asked = p.name, true
			k.partial = near || cl.marks&mPast != 0 && f.path != "other_travel.countries_5y"
			out = append(out, k)
		}
	}
	if c.fact("h1b.worksites") != nil && !a.asks("h1b.work_model") && a.asks("h1b.worksites") {
		out = a.workModel(out)
	}
	return c.mentionedNames(a, out) // after what was asked for
}

// abroadFields are the fields whose places lie outside the United States; those of
// all others lie inside.
var abroadFields = map[string]bool{"other_travel.countries_5y": true, "jp.statement_of_need": true}

// nearPlace reports whether the place at i only says where another one lies, or
// where somebody comes from: "north of Dallas", "near Dallas", "from Kano".
func (a *answer) nearPlace(cl *clause, i int) bool {
	if a.has(i+1, i+2, "office", "site", "branch", "headquarters") {
		return false // "fifteen minutes from the Plano office"
	}
	return i > cl.from && a.has(max(i-2, cl.from), i, "near", "of", "outside", "from", "like", "than", "close")
}

// workModel finds where the work is done: at the office, at home, or both.
func (a *answer) workModel(out []Claim) []Claim {
	for i := range a.clauses {
		cl := &a.clauses[i]
		if !cl.plain() || cl.other && cl.who&pHuman != 0 {
			continue
		}
		home := a.atHome(cl)
		seen := a.has(cl.from, cl.to, "video", "zoom", "screen", "photo", "photos", "pictures") // not from inside
		office := !seen && a.has(cl.from, cl.to, "onsite", "office") || a.has(cl.from, cl.to, "site") && a.has(cl.from, cl.to, "on")
		word := ""
		switch {
		case a.has(cl.from, cl.to, "hybrid"):
			word = "hybrid"
		case home && !cl.negated:
			word = "remote"
		case office && cl.negated && a.is(cl.from, cl.to, mAbsolute):
			word = "remote" // "never in the office"
		case office && !cl.negated:
			word = "onsite"
		default:
			continue
		}
		k := a.claim(kindPlace, "h1b.work_model", cl, cl.from, cl.to)
		k.word, k.asked = word, true
		out = append(out, k)
	}
	return out
}

// atHome reports whether a clause puts the work where the applicant lives.
func (a *answer) atHome(cl *clause) bool {
	if a.has(cl.from, cl.to, "remote", "remotely", "wfh") {
		return true
	}
	for i := cl.from; i < cl.to; i++ {
		switch a.words[i].Text {
		case "home":
			if a.has(cl.from, cl.to, "work", "working", "from", "at") {
				return true
			}
		case "house", "apartment", "flat", "bedroom":
			if i-2 >= cl.from && a.terms[i-1].is(mMine) && a.has(i-2, i-1, "at", "from", "in") && (a.verbless(cl) || a.has(cl.from, cl.to, "work", "working", "sit")) {
				return true // "at my house"
			}
		}
	}
	return false
}
