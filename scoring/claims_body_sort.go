package scoring

import "slices"

// bodySorts tells what goes on in a body by the nouns of its name: who works in a bank
// does not work for a textile mill. A noun of several sorts may be any of them; a noun
// that is not here, a company or an office, may be anything.
var bodySorts = sortsOf(map[bodySort]string{
	sortState:   "ministry municipality secretariat embassy parliament police army navy barracks senate tribunal board authority commission bureau ministerio",
	sortBank:    "bank banco bancorp banking microfinance savings credit finance financial",
	sortCare:    "hospital hospitals clinic clinics clinica medical infirmary dispensary health healthcare hospice dental diagnostics maternity",
	sortLearn:   "university college school schools polytechnic academy akademia faculty kindergarten universidad universidade universite escuela colegio institut instituto institute seminary teaching campus",
	sortLodging: "hotel hotels resort resorts inn lodge guesthouse motel hostel suites camp hospitality",
	sortFood:    "restaurant restaurants cafe café bakery canteen grill diner pizzeria catering foods",
	sortShop:    "shop shops store stores boutique supermarket mall mart market bazaar kiosk stall pharmacy retail trading traders foods textiles tyre tyres motors furniture fashion fabrics garments",
	sortFarm:    "farm farms ranch plantation orchard vineyard dairy greenhouse greenhouses poultry foods agro",
	sortWorship: "church mosque temple parish cathedral synagogue ministries",
	sortShow:    "museum library archive archives zoo theatre theater gallery aquarium",
	sortMaking:  "factory mill mills refinery foundry textiles textile breweries brewery bottling cement steel chemicals plastics packaging manufacturing works motors foods furniture garments tyre tyres pharmaceuticals pharma",
	sortTravel:  "airline airlines airport airways railway railways shipping freight logistics transport cargo",
	sortLetters: "newspaper radio television tv media studio studios",
	sortDesk:    "software analytics technologies solutions systems consulting consultancy data digital cloud infotech robotics semiconductor networks labs insurance assurance advisory",
})

// A bodySort is a set of sorts of bodies.
type bodySort uint16

const (
	sortState bodySort = 1 << iota
	sortBank
	sortCare
	sortLearn
	sortLodging
	sortFood
	sortShop
	sortFarm
	sortWorship
	sortShow
	sortMaking
	sortTravel
	sortLetters
	sortDesk
)

func sortsOf(table map[bodySort]string) map[string]bodySort {
	all := map[string]bodySort{}
	for is, words := range table {
		for w := range set(words) {
			all[w] |= is
		}
	}
	return all
}

// otherSort finds that an answer which names no body tells of one of another sort than
// the declared one: "I'm with the ministry of roads" of a clerk in a textile mill.
func (r *reading) otherSort(ro *role, f *fact) bool {
	declared := bodySort(0)
	for _, w := range f.words {
		declared |= bodySorts[w.Text]
	}
	if declared == 0 || !slices.Contains(r.asked, ro) || !r.a.lineHas(namers) && !slices.Contains(r.a.own, ro.path) || ro.list || ro.sort&sortBody == 0 || f.none {
		return false
	}
	if r.a.lineHas([]string{"employers"}) {
		return false // of several to come
	}
	for i, w := range r.a.words {
		said := bodySorts[w.Text]
		if said == 0 || said&declared != 0 || r.a.properAt(i) || !r.a.isIn(ro, i) {
			continue // "City University" is a name, not a sort
		}
		cl := r.a.clauseOf(i)
		k := r.a.claim(kindName, ro.path, cl, i, i+1)
		k.word, k.asked = "another", true
		r.out = append(r.out, k)
		return true
	}
	return false
}

// isIn reports whether the noun at i is where the applicant is said to play the role: it
// heads its words, "in", "at", "with" or "for" leads to them or nothing stands before,
// and the clause tells of now and of nobody else.
func (a *answer) isIn(ro *role, i int) bool {
	cl := a.clauseOf(i)
	if !cl.plain() || cl.negated || cl.hedged || cl.marks&(mSoon|mLeftJob) != 0 || cl.marks&mPast != 0 && !ro.past || cl.other && cl.who&pHuman != 0 && a.is(cl.from, cl.to, mVerb) || a.terms[i].poss || !a.headsBody(i, cl) {
		return false
	}
	if a.verbless(cl) && !a.opened(0, cl.from) {
		return false // it only goes on from what was answered
	}
	from := i
	for from > cl.from && !a.words[from].Breaks && i-from < 5 && a.describesBody(from-1) {
		from--
	}
	if from == cl.from || a.opened(cl.from, from) {
		return !a.is(cl.from, i, mVerb) && !a.is(i+1, cl.to, mVerb)
	}
	return a.has(from-1, from, "in", "at", "with", "for") && !a.is(cl.from, from-1, mTheirs|mThey) && (a.verbless(cl) || a.has(cl.from, from, "i", "i'm", "am", "work", "working", "employed", "study", "studying", "we", "job"))
}

// headsBody reports whether the noun at i is the last of its name: what follows is the end,
// or says where, whose or since when.
func (a *answer) headsBody(i int, cl *clause) bool {
	if i+1 >= cl.to || a.words[i+1].Breaks || a.terms[i+1].is(mSpeech) {
		return true
	}
	return a.has(i+1, i+2, "of", "in", "at", "on", "here", "there", "now", "near", "as", "and", "since", "where", "which", "called", "side")
}

// describesBody reports whether the word at i stands inside the words for a body: an
// article, whose it is, what sort it is.
func (a *answer) describesBody(i int) bool {
	w := a.words[i].Text
	return a.terms[i].is(mMine) || a.terms[i].poss || generic[w] || heads[w] || indefinites[w] || w == "the" || w == "this" || w == "own" || a.terms[i].marks == 0 && a.terms[i].party == 0 && !small[w] && a.terms[i].place == nil && !doing(w)
}
