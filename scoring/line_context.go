package scoring

import (
	"slices"
	"strings"

	"github.com/viceconsul/viceconsul/interview/transcript"
	"github.com/viceconsul/viceconsul/interview/transcript/measure"
)

// leansOn are the words by which a line goes on with the exchange before it.
var leansOn = newWordTable(set("he she him her his they them their it that this those and then he's she's they're it's that's there so which one"))

// goesOn reports whether an officer's line leans on the exchange before it: it has a
// few words only, or speaks of somebody or something named there.
func (s *spoken) goesOn() bool {
	if len(s.words) == 0 {
		return false
	}
	if s.namesSomebody() {
		return false
	}
	return len(s.words) <= shortLine || len(s.words) <= 8 && slices.ContainsFunc(s.texts, func(w string) bool { return leansOn.at(w) })
}

// namesSomebody reports whether a line names a person, and not just family.
func (s *spoken) namesSomebody() bool {
	return slices.ContainsFunc(s.terms, func(t term) bool { return t.party&pHuman&^(pSelf|pPerson) != 0 && !t.is(mKin) })
}

// turnsAway reports whether the words of a line speak of another field of life than
// the exchange before it was about: "Studied?" after a question about a paper.
func turnsAway(m []matter, before []Judged) bool {
	if len(before) == 0 {
		return false
	}
	var about, held matter
	for _, one := range m {
		about |= one
	}
	for _, path := range before[len(before)-1].asked {
		held |= matterOfField(path)
	}
	return about != 0 && held != 0 && about&held == 0
}

// notMeant are the fields that a line which only goes on with the exchange before does not
// ask for, although its words could: "there" at an employer just named is no visit, "for
// how long?" after it no program, and "where was this?" nothing that is still to come.
func (s *spoken) notMeant(before []Judged) map[string]bool {
	if s.ofPostToCome() {
		return pastPost
	}
	if len(s.texts) > 2*shortLine || len(before) == 0 {
		return nil
	}
	pointsBack := !slices.ContainsFunc(s.texts, func(w string) bool { return !onlyPoints[w] })
	switch {
	case pointsBack && (slices.Contains(s.texts, "was") || slices.Contains(s.texts, "were")):
		return yetToCome
	case len(s.texts) > 0 && len(s.texts) <= shortLine && s.texts[len(s.texts)-1] == "what" && slices.Contains(before[len(before)-1].asked, "us_history.visits") && !toldOfWork(before):
		return ownPost // as what one was there
	case !toldOfWork(before):
		return nil
	case slices.Contains(s.texts, "there") && !slices.Contains(s.texts, "long"):
		return onlyVisits
	case pointsBack && slices.Contains(s.texts, "long"):
		return lengthsAhead
	}
	return nil
}

// ofPostToCome reports whether a line asks when a post begins, or how long it lasts, that is
// not held yet: "When do you start over there?", "How long is the job for?"
func (s *spoken) ofPostToCome() bool {
	if anyOf(s.texts, "did was were have has had been since started began joined you've") || !anyOf(s.texts, "do does will would you'll is are it's") {
		return false
	}
	return anyOf(s.texts, "start begin join starting beginning joining") || len(s.texts) > 0 && s.texts[len(s.texts)-1] == "for" && anyOf(s.texts, "job position post contract work role")
}

// asksAWhile reports whether a line asks no more than whether somebody has been "there" for
// long: "Been there a while?"
func (s *spoken) asksAWhile() bool {
	return anyOf(s.texts, "been") && anyOf(s.texts, "while long years time") && !slices.ContainsFunc(s.texts, func(w string) bool { return !aWhile[w] })
}

// asksWhoWeAre reports whether a line only takes up a "we" or a number of people of the
// answer before, which told of the journey: "We?", "Who's us?", "Two persons?"
func (c *Case) asksWhoWeAre(s *spoken, was *Judged) bool {
	if c.fact(companions) == nil || len(s.texts) == 0 || len(s.texts) > 4 {
		return false
	}
	count := (anyOf(s.texts, "persons people tickets") || anyOf(s.texts, "of") && anyOf(s.texts, "you")) && anyOf(s.texts, "two three four five six 2 3 4 5")
	if !count && (!anyOf(s.texts, "we us we're") || slices.ContainsFunc(s.texts, func(w string) bool { return !takenUpWe[w] })) {
		return false
	}
	told := texts(measure.Words(was.Turn.Applicant))
	return count || s.texts[len(s.texts)-1] == "us" && anyOf(told, "us") || anyOf(told, "we us we're we'll our") && (anyOf(told, "go going fly flying travel travelling arrive come get stay leave land reach there") || slices.ContainsFunc(was.asked, func(path string) bool { return strings.HasPrefix(path, "trip.") }))
}

// lastsAtWork reports whether a line only asks how long something has lasted: "How long
// there?"
func (s *spoken) lastsAtWork() bool {
	return slices.Contains(s.texts, "long") && slices.Contains(s.texts, "there") && !slices.ContainsFunc(s.texts, func(w string) bool { return !onlyPoints[w] })
}

var (
	aWhile       = set("been there here with them it him her a while long quite some time many years now you you've have so and is has at that")
	takenUpWe    = set("we us we're who's who who're is are so and else 's all exactly")
	pastPost     = set("employment.start_date employment.gaps employment.business.since")
	onlyVisits   = set("us_history.visits")
	ownPost      = set("employment.title employment.occupation employment.employer employment.duties")
	onlyPoints   = set("there and so where when was were this that it exactly for how long since is has been then")
	lengthsAhead = set("trip.length_of_stay jp.program_length_years j1.end_date f1.end_date h1b.valid_to jw.home_university us_history.visits")
)

// lastsEach reports whether a line only asks how long what was told of lasted each time: "How
// long each?"
func (s *spoken) lastsEach() bool {
	return slices.Contains(s.texts, "long") && slices.Contains(s.texts, "each") && len(s.texts) <= 2*shortLine
}

// seekPointedAt is the declared date that a line asks for which points at what the exchange
// before was about: "And when does that go on?" of the studies.
func (c *Case) seekPointedAt(s *spoken, before []Judged) []*measured {
	if len(before) == 0 || len(s.texts) > 2*shortLine || !slices.Contains(s.texts, "when") || !slices.Contains(s.texts, "that") {
		return nil
	}
	const studies = "jw.home_university"
	if slices.Contains(s.texts, "was") || !c.declares(studies) || !slices.Contains(before[len(before)-1].asked, studies) {
		return nil
	}
	return []*measured{measureOf(studies)}
}

// seekEchoed is the declared length that a line says and nothing else, or asks for by its
// first word, where the answer tells a length: "Four years?", "Just a year.", "For?"
func (c *Case) seekEchoed(a *answer, s *spoken) []*measured {
	path := "trip.length_of_stay"
	if c.category == transcript.J1Physician {
		path = "jp.program_length_years"
	}
	f := c.fact(path)
	if f == nil || !c.declares(path) || len(s.words) > 2*shortLine {
		return nil
	}
	said := measure.Scan(s.words, measure.Date{})
	echoes := len(said) == 1 && said[0].Kind == measure.Duration && len(s.words)-(said[0].To-said[0].From) <= 2
	if echoes {
		days := f.value().Days.Low
		if f.kind == transcript.TypeNumber {
			days = f.value().Num * daysIn["year"]
		}
		echoes = said[0].Low > 0.9*days && said[0].Low < 1.1*days
	}
	if !echoes && !(len(s.texts) == 1 && s.texts[0] == "for") {
		return nil
	}
	told := measure.Scan(measure.Words(a.turn.Applicant), c.today)
	isDate := func(m measure.Mention) bool { return m.Kind == measure.Calendar }
	isLength := func(m measure.Mention) bool { return m.Kind == measure.Duration || echoes && m.Kind == measure.Number }
	if slices.ContainsFunc(told, isDate) || !slices.ContainsFunc(told, isLength) {
		return nil
	}
	return []*measured{measureOf(path)}
}

// toldOf reports whether the last answer told of one of some fields.
func toldOf(before []Judged, paths map[string]bool) bool {
	return len(before) > 0 && slices.ContainsFunc(before[len(before)-1].Turn.Findings, func(f transcript.Finding) bool {
		return f.Criterion == transcript.Consistency && paths[f.Field]
	})
}

// toldOfWork reports whether the last answer named an employer of today or before, and told of
// no time in the United States.
func toldOfWork(before []Judged) bool {
	return toldOf(before, pastEmployers) && !toldOf(before, pastVisits)
}

var (
	pastEmployers = set("h1b.previous_employers_us employment.previous employment.employer")
	pastVisits    = set("us_history.visits us_history.prior_visas us_history.prior_j1 h1b.petitioner jp.program j1.host f1.school jw.employer trip.purpose")
)

// standIns are the words that stand for somebody, with whom they surely can stand
// for: a cousin may be either.
var standIns = map[string]party{
	"he": pHe, "him": pHe, "his": pHe, "he's": pHe, "he'll": pHe,
	"she": pShe, "her": pShe, "she's": pShe, "she'll": pShe,
	"they": pParents | pBody, "them": pParents | pBody, "they're": pParents | pBody, "they'll": pParents | pBody,
}

const (
	pHe  = pFather | pBrother | pHusband | pSon | pUncle | pNephew | pCousin | pInLaw | pOtherKin | pFriend
	pShe = pMother | pSister | pWife | pDaughter | pAunt | pNephew | pCousin | pInLaw | pOtherKin | pFriend
)

// heldOver are the fields the exchange before was about that can hold the kind of
// fact a line wants. past says that the line is about what is over.
func heldOver(before []Judged, w want, past bool) []string {
	if len(before) == 0 {
		return nil
	}
	held := holding(before[len(before)-1].asked, w)
	if (w == wantDate || w == wantPlace) && past {
		held = slices.DeleteFunc(held, func(path string) bool { return yetToCome[path] })
	}
	return held
}

// yetToCome are the dates and places that no line in the past asks for: "When was that?"
var yetToCome = set("h1b.worksites h1b.work_model j1.host_city f1.campus trip.places trip.us_address jp.program j1.host trip.arrival_date trip.departure_date trip.length_of_stay j1.start_date j1.end_date f1.start_date f1.end_date jp.program_length_years jw.home_university h1b.valid_from h1b.valid_to")

// holding are those of some fields that can hold a kind of fact.
func holding(paths []string, w want) []string {
	var out []string
	for _, path := range paths {
		if f, ok := transcript.LookupField(path); ok && holdsWanted(f, w) {
			out = append(out, path)
		}
	}
	return out
}

// measuredWants are the kinds of fact that a line can ask of what was spoken of
// before even where its words name a field of their own.
var measuredWants = []want{wantAmount, wantLength, wantDate, wantPlace}

// ofSomebody are the classes of fields that say who somebody is.
var ofSomebody = []transcript.Class{transcript.ClassPayer, transcript.ClassName, transcript.ClassFamily}

// placeParts are the keys of parts that say where something is.
var placeParts = []string{"city", "country", "location", "place", "post", "city_state", "state"}

// holdsWanted reports whether a field, or a part of it, holds a kind of fact.
func holdsWanted(f transcript.Field, w want) bool {
	types := map[want][]transcript.FieldType{
		wantAmount: {transcript.TypeMoney}, wantCount: {transcript.TypeNumber, transcript.TypeList},
		wantLength: {transcript.TypeDuration, transcript.TypeDate, transcript.TypeNumber}, wantDate: {transcript.TypeDate},
		wantPlace: {transcript.TypeCountry},
	}[w]
	if w == wantWho {
		return slices.Contains(ofSomebody, f.Class)
	}
	if types == nil {
		return w != wantPaper
	}
	if slices.Contains(types, f.Type) || slices.Contains(types, f.Item) || w == wantPlace && f.Class == transcript.ClassPlace {
		return true
	}
	return slices.ContainsFunc(f.Parts, func(p transcript.Field) bool {
		key := p.Path[strings.LastIndexByte(p.Path, '.')+1:]
		return slices.Contains(types, p.Type) || w == wantPlace && slices.Contains(placeParts, key)
	})
}
