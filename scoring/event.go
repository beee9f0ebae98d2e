package scoring

import (
	"slices"
	"strconv"

	"github.com/viceconsul/viceconsul/interview/transcript"
	"github.com/viceconsul/viceconsul/interview/transcript/measure"
)

// An event is something of an applicant's past that happened or did not.
type event uint8

const (
	ofRefusal event = iota
	ofEsta
	ofVisa
	ofRefusalElsewhere
	ofVisit
	ofPetition
	ofEmployerPetition
	ofOverstay
	ofStatus
	ofWork
	ofArrest
	ofMisrepresentation
	ofJ1
	ofCancellation
	ofLottery
	ofMilitary
	ofLostPassport
	ofPublicProfiles
	ofNumber
	ofTravel
	ofAccounts
	eventCount
)

// eventPaths are the fields that hold the events.
var eventPaths = [eventCount]string{
	ofRefusal: "us_history.prior_refusals", ofEsta: "us_history.esta_denied", ofVisa: "us_history.prior_visas",
	ofRefusalElsewhere: "other_travel.refusals", ofVisit: "us_history.visits", ofPetition: "us_history.immigrant_petition",
	ofEmployerPetition: "h1b.immigrant_petition", ofOverstay: "us_history.overstay_or_status_violation",
	ofStatus: "h1b.maintained_status", ofWork: "us_history.unauthorized_work", ofArrest: "security.arrests", ofMisrepresentation: "security.misrepresentation",
	ofJ1: "us_history.prior_j1", ofCancellation: "us_history.visa_cancelled_or_revoked", ofLottery: "us_history.dv_lottery",
	ofMilitary: "additional.military", ofLostPassport: "passport.lost_or_stolen", ofPublicProfiles: "social.public",
	ofNumber: "us_history.ssn_or_license", ofTravel: "other_travel.countries_5y", ofAccounts: "social.accounts",
}

// events is a set of them.
type events uint32

func (s events) has(m event) bool { return s&(1<<m) != 0 }

// askedOf says which words of an officer's line ask for a matter: one of each set,
// and none of not.
var askedOf = []struct {
	of    event
	words []lineCue
	not   lineCue
}{
	{ofRefusal, []lineCue{{hRefuse, 0}}, lineCue{hSchool | hEsta | hAbroad, onOthers}},
	{ofRefusal, []lineCue{{hRefuse, 0}, {hVisa, 0}}, lineCue{hEsta | hAbroad, onOthers}},
	{ofRefusal, []lineCue{{hApply, 0}, {hEarlier, 0}}, lineCue{hSchool | hEsta | hLottery | hPetition, onOthers | onWork}},
	{ofRefusal, []lineCue{{0, onApply}, {0, onFirst}}, lineCue{hSchool | hPetition, onOthers | onWork}},
	{ofRefusal, []lineCue{{hApply, 0}, {0, onAgain}}, lineCue{hSchool | hPetition | hLottery | hEsta, onOthers | onWork}},
	{ofRefusal, []lineCue{{hVisa | hApply, 0}, {0, onPrevious}, {0, onHappened}}, lineCue{hSchool | hPetition, onOthers | onWork}},
	{ofRefusal, []lineCue{{hGrant, 0}, {hVisa, 0}, {0, onDid}}, lineCue{hSchool | hPetition | hEsta, onOthers | onWork}},
	{ofRefusal, []lineCue{{0, onWithUs}, {0, onPrevious | onHistory}}, lineCue{hSchool | hEsta, onOthers | onWork}},
	{ofRefusalElsewhere, []lineCue{{hRefuse, 0}, {0, onAnywhere}}, lineCue{hEsta, onOthers}},
	{ofRefusalElsewhere, []lineCue{{0, onTrouble}, {hAbroad, 0}, {hVisa, 0}}, lineCue{hEsta, onOthers}},
	{ofEsta, []lineCue{{hEsta, 0}, {hRefuse, 0}}, lineCue{0, 0}},
	{ofRefusalElsewhere, []lineCue{{hRefuse, 0}, {hAbroad, 0}}, lineCue{0, onOthers}},
	{ofRefusal, []lineCue{{0, onInterview}, {hEarlier, onPrevious}}, lineCue{hSchool | hAbroad, onOthers | onWork}},
	{ofOverstay, []lineCue{{0, onRules}, {hStay | hTrip | hThen, onDid | onVisiting}}, lineCue{hArrest, onWork | onOthers}},
	{ofOverstay, []lineCue{{0, onTrouble}, {0, onTheStatus}}, lineCue{hArrest, onWork | onOthers}},
	{ofOverstay, []lineCue{{0, onTheStatus}, {0, onHappened | onDid}}, lineCue{hArrest, onWork | onOthers}},
	{ofOverstay, []lineCue{{0, onTimely}, {hTimely, 0}}, lineCue{hArrest, onWork | onOthers}},
	{ofRefusal, []lineCue{{hClean, 0}, {0, onWithUs}}, lineCue{hArrest | hPolice, onOthers}},
	{ofVisa, []lineCue{{hVisa, 0}, {hEarlier, onHeld}, {hThen, 0}}, lineCue{hRefuse | hCancel | hEsta | hFake | hLottery | hArrest | hLost, onOthers}},
	{ofVisit, []lineCue{{0, onUS}, {0, onOnlyTime}}, lineCue{hRefuse | hArrest | hOver | hLate | hVisa, onOthers}},
	{ofVisit, []lineCue{{0, onFoot}, {0, onUS}}, lineCue{0, onWork | onOthers}},
	{ofVisit, []lineCue{{0, onFirst | onAgain}, {0, onGoing}}, lineCue{hRefuse | hArrest | hVisa | hApply | hSchool | hJ1 | hAbroad, onWork | onOthers | onApply | onProgramme}},
	{ofRefusal, []lineCue{{hApply, 0}, {0, onFirst}}, lineCue{hSchool | hPetition | hLottery | hJ1, onOthers | onWork | onProgramme}},
	{ofVisit, []lineCue{{hGo, 0}, {0, onUS}, {hThen, 0}}, lineCue{hRefuse | hArrest | hOver | hLate, onWork | onOthers}},
	{ofVisit, []lineCue{{hTrip, 0}, {0, onPrevious}}, lineCue{hRefuse | hArrest | hOver | hLate | hAbroad | hSchool, onWork | onOthers}},
	{ofVisit, []lineCue{{0, onUS}, {0, onPrevious}, {0, onDid}}, lineCue{hRefuse | hArrest | hOver | hLate | hVisa, onWork | onOthers}},
	{ofVisit, []lineCue{{0, onUS}, {0, onFirst}}, lineCue{hRefuse | hArrest | hVisa | hApply | hSchool | hJ1, onWork | onOthers | onApply | onProgramme}},
	{ofPetition, []lineCue{{0, onGreen}, {hFile | hThen, onPetition}}, lineCue{hCancel | hLottery, 0}},
	{ofPetition, []lineCue{{hPetition, 0}, {hFile, 0}, {0, onForYou}}, lineCue{hLottery, 0}},
	{ofPetition, []lineCue{{hFile, 0}, {0, onForYou}, {0, onCitizen}}, lineCue{hLottery, 0}},
	{ofPetition, []lineCue{{hFile, 0}, {0, onSettle}}, lineCue{hLottery, 0}},
	{ofPetition, []lineCue{{0, onPetition}}, lineCue{0, onWork}},
	{ofPetition, []lineCue{{0, onCitizen}, {hFile, onDone}}, lineCue{hLottery, 0}},
	{ofVisit, []lineCue{{0, onUS}, {0, onRepeat}}, lineCue{hRefuse | hArrest | hVisa | hApply | hSchool | hStay, onWork | onOthers | onApply | onFirst}},
	{ofStatus, []lineCue{{0, onTheStatus}, {0, onDid}}, lineCue{hArrest, onWork | onOthers}},
	{ofEmployerPetition, []lineCue{{0, onGreen}}, lineCue{hLottery, 0}},
	{ofOverstay, []lineCue{{0, onTrouble}, {hStay | hTrip, 0}}, lineCue{hPolice | hArrest, onWork | onOthers}},
	{ofOverstay, []lineCue{{hStay, 0}, {0, onTimely}, {0, onDid}}, lineCue{0, onWork | onOthers}},
	{ofStatus, []lineCue{{0, onStatus}}, lineCue{0, onOthers}},
	{ofOverstay, []lineCue{{hOver, 0}}, lineCue{0, onOthers}},
	{ofOverstay, []lineCue{{hStay, 0}, {hLate, 0}, {hThen, 0}}, lineCue{0, onWork | onOthers}},
	{ofOverstay, []lineCue{{hStay, 0}, {hDue, 0}, {hThen, 0}}, lineCue{0, onWork | onOthers}},
	{ofOverstay, []lineCue{{hLate, 0}, {hDue, 0}, {hThen, 0}}, lineCue{hRefuse, onWork | onOthers}},
	{ofWork, []lineCue{{0, onWork}, {0, onDid}, {hBlack, onVisiting}}, lineCue{hPetition | hServe, onOthers}},
	{ofWork, []lineCue{{0, onSide}, {hThen, onDid}}, lineCue{hPetition | hServe, onOthers}},
	{ofVisit, []lineCue{{0, onKnow}, {hEarlier, 0}}, lineCue{0, onOthers}},
	{ofArrest, []lineCue{{hArrest, 0}}, lineCue{0, onOthers}},
	{ofArrest, []lineCue{{hPolice, 0}}, lineCue{hServe | hLost | hPassport, onOthers}},
	{ofMisrepresentation, []lineCue{{hFake, 0}, {hThen, 0}}, lineCue{0, 0}},
	{ofMisrepresentation, []lineCue{{hGenuine, 0}, {0, onPapers}}, lineCue{0, 0}},
	{ofJ1, []lineCue{{hJ1, 0}, {hThen | hEarlier, 0}}, lineCue{hRefuse, onOthers}},
	{ofJ1, []lineCue{{0, onProgramme}, {0, onFirst | onAgain}}, lineCue{hRefuse, onOthers}},
	{ofJ1, []lineCue{{hVisa, 0}, {0, onDid}, {0, onVisiting}, {0, onTraining}}, lineCue{hRefuse, onOthers}},
	{ofCancellation, []lineCue{{hCancel, 0}, {hVisa, 0}}, lineCue{0, onOthers}},
	{ofLottery, []lineCue{{hLottery, 0}}, lineCue{hRefuse, 0}},
	{ofMilitary, []lineCue{{hServe, 0}}, lineCue{0, onWork | onOthers | onStudied}},
	{ofLostPassport, []lineCue{{hPassport, 0}, {hLost, onPrevious | onOnly}}, lineCue{0, onOthers}},
	{ofPublicProfiles, []lineCue{{hSocial, 0}, {hOpen | hClosed, onSee}}, lineCue{0, 0}},
	{ofNumber, []lineCue{{hNumber, 0}, {0, onUS}}, lineCue{0, onOthers}},
	{ofTravel, []lineCue{{hAbroad, 0}, {hGo | hTrip, 0}, {hThen, 0}}, lineCue{hRefuse | hOver | hServe | hLate, onOthers | onReturn}},
	{ofTravel, []lineCue{{0, onTravelled}, {0, onPrevious | onMuch}}, lineCue{hRefuse, onUS | onOthers}},
	{ofAccounts, []lineCue{{0, onAccounts}}, lineCue{hOpen | hClosed, onOthers}},
}

// A lineCue is some words of pastWords and of askWords.
type lineCue struct {
	past telling
	line asking
}

// among reports whether a line that has seen has one of the words.
func (k lineCue) among(seen lineCue) bool { return k.past&seen.past != 0 || k.line&seen.line != 0 }

// An asking is what only an officer's line is read for, as a set.
type asking uint64

const (
	onUS        asking = 1 << iota // the United States, there
	onPrevious                     // an earlier one, not this one
	onPetition                     // a petition
	onGreen                        // an immigrant petition by a name of its own
	onWork                         // work or pay
	onDid                          // it asks about what was
	onVisiting                     // while there
	onPapers                       // documents
	onOthers                       // somebody but the applicant
	onSee                          // to see
	onReturn                       // back
	onTravelled                    // a journey
	onAccounts                     // accounts on social media
	onApply                        // to ask for a visa
	onFirst                        // the first
	onTrouble                      // a problem
	onHappened                     // how it went
	onTimely                       // in time
	onProgramme                    // the exchange program
	onSettle                       // to live there
	onOnly                         // the only one
	onForYou                       // for the applicant
	onSide                         // beside the permitted one
	onKnow                         // know the country
	onStatus                       // status kept
	onCitizen                      // somebody who can petition
	onAgain                        // not for the first time
	onInterview                    // an interview for a visa
	onWithUs                       // at this window
	onFoot                         // setting foot
	onRules                        // what a visa allows
	onOnlyTime                     // no other journey
	onAnywhere                     // whichever the country
	onHistory                      // what is on record
	onMuch                         // how much
	onHeld                         // in one's passport
	onGoing                        // to go there
	onDone                         // something done about it
	onRepeat                       // once more
	onTraining                     // an exchange by what it was for
	onTheStatus                    // a status, or its record
	onStudied                      // what is studied or made, and for whom
)

// askWords are the words of those.
var askWords = newVocabulary(map[asking]string{
	onUS:        "there, states, been before, been over, ever visited, visited before, gone before, travelled there, traveled there, our border, our borders",
	onPrevious:  "last, previous, earlier, prior, past, longest, before, first, old, older, that, used to",
	onPetition:  "petition, petitions",
	onGreen:     "immigrate, petitioning, petitioned, filed for you, file for you, filing for you, file something for you, filed something for you, file anything for you, filed anything for you, file papers for you, filed papers for you, immigrant, immigrant case, pending case, i 140, i 130, 140, 130, i140, i130, green card, greencard, immigrant petition, immigrant visa, immigration, permanent residence, family case",
	onWork:      "work, worked, job, jobs, paid, pay, earn, money, working, salary",
	onDid:       "did, were, was, had, ever",
	onVisiting:  "visiting, visit, trip, stay, summer, during, while, when, tourist, in the us, in the states, in america",
	onPapers:    "document, documents, papers, everything, information, statement, statements, application",
	onSee:       "see, check, look",
	onReturn:    "go back, return, this country, your country",
	onTravelled: "travelled, traveled, travel, been around, been much, travelled much, traveled much",
	onApply:     "interview, application, apply, applying, appointment, window, windows, counter",
	onFirst:     "first, number one",
	onTrouble:   "problem, problems, trouble, issue, issues, difficulty",
	onHappened:  "happened, happen, outcome, result, decided, went, ended",
	onTimely:    "on time, in time, supposed, as required, your dates, the date, early",
	onProgramme: "programme, program, summer work, work and travel, work travel, exchange",
	onSettle:    "to live, immigrate, to stay permanently, to settle, residence, resident",
	onOnly:      "only, other, former",
	onForYou:    "for you, your behalf, your name, in your favour, in your favor",
	onSide:      "other work, side, second job, another job, extra work, freelance, freelancing",
	onKnow:      "know the country, know america, know the us, know the states",
	onStatus:    "every month, each month, without pay, unpaid, pay stubs, break in, out of status, in status, valid status, maintain status, maintained status, lose status, lost status, status continuous, bench, gap, extensions, late extension",
	onAgain:     "second try, second attempt, second application, second time, third try, third attempt, third time, second one, round two, second round, trying again, try again, applying again, apply again",
	onInterview: "interviewed, visa interview, sat for an interview, stood at this window, stood at a window, interview here, interview with us",
	onWithUs:    "with us, with this embassy, with this consulate, in our system, in our books",
	onAnywhere:  "anywhere, any country, any embassy, any other, anybody, anyone",
	onHeld:      "held, hold, held one, had one, issued, ours",
	onDone:      "done anything, do anything, done something, doing anything, did anything",
	onRepeat:    "again, back",
	onGoing:     "going, travelling, traveling, travel, visit, visiting, flying, trip",
	onMuch:      "much, a lot, widely, anywhere, already, ever, around",
	onHistory:   "record, records, history, file, past, trouble, problem",
	onTraining:  "residency, fellowship, training, research, exchange, internship, postdoc",
	onOnlyTime:  "only time, only visit, only trip, only stay, only journey, any other time, any other visit, any other trip",
	onRules:     "the rules, rules, conditions, visa terms, terms of your visa, comply, obey, obeyed, complied",
	onTheStatus: "student status, immigration status, legal status, your status, sevis record, sevis, in class, enrolled",
	onFoot:      "foot, feet, soil, american soil, landed, stepped",
	onCitizen:   "citizen, citizens, resident",
	onStudied:   "research, classified, technology, technologies, export, controlled, applications, project, projects, equipment, secrets, defence, defense",
	onAccounts:  "social media, accounts, account, platforms, instagram, facebook, tiktok, handles",
	onOthers:    "host, they, he, she, friends, group, household, anyone, anybody, someone, somebody",
}, nil)

// eventsOf is what of the past the words of an officer's line ask for.
func eventsOf(words []measure.Word, terms []term, past []telling) events {
	var seen lineCue
	you := len(words) == 0 || words[0].Text == "any"
	own := askWords.traits(words)
	for i, t := range past {
		you = you || words[i].Text == "you"
		if existential(words, i) {
			continue
		}
		seen.past, seen.line = seen.past|t, seen.line|own[i]
		switch p := terms[i].place; {
		case terms[i].is(mUS), p != nil && p.us:
			seen.line |= onUS
		case p != nil:
			seen.past |= hAbroad
		case terms[i].party&(pHuman&^pSelf&^pPerson) != 0:
			seen.line |= onOthers
		}
	}
	if you {
		seen.line &^= onOthers
	}
	return seen.asks()
}

// asks is what a line of these words asks for.
func (k lineCue) asks() events {
	var asked events
	for _, row := range askedOf {
		if !row.not.among(k) && !slices.ContainsFunc(row.words, func(one lineCue) bool { return !one.among(k) }) {
			asked |= 1 << row.of
		}
	}
	return asked
}

// existential reports whether "there" at word i only says that something is:
// "was there a gap?", "there's twenty thousand here".
func existential(words []measure.Word, i int) bool {
	if words[i].Text == "there's" {
		return true
	}
	if words[i].Text != "there" && (i+1 >= len(words) || words[i+1].Text != "there") {
		return false
	}
	at := i
	if words[i].Text != "there" {
		at++
	}
	return at > 0 && isForm[words[at-1].Text] && at+1 < len(words) && someForm[words[at+1].Text]
}

var (
	isForm   = set("is are was were")
	someForm = set("a an any ever some something anything another no nothing")
)

// asksEarlierVisit reports whether a line that speaks of visits asks for one before, in few
// words or by "ever".
func (a *answer) asksEarlierVisit(read *spoken) bool {
	if len(read.texts) == 0 || !a.lineHas([]string{"before", "ever", "already"}) {
		return false
	}
	short := len(read.texts) <= shortLine && !a.lineHas([]string{"that"}) && read.texts[0] != "and"
	return short || a.lineHas([]string{"been"}) && a.lineHas([]string{"you", "you've"}) && a.lineHas([]string{"before"}) && !a.lineHas([]string{"here", "working", "employed", "studying", "refused", "denied"}) || a.lineHas([]string{"ever"}) && a.lineHas([]string{"been", "gone", "visited"}) && (read.texts[0] == "ever" || a.lineHas([]string{"you"}))
}

// readEvents says what of the past the officer's line asks for. The words of the
// bank's own lines ask for no more than their fields. A line in other words, put for
// a question of the bank, that names nothing asks for what the question does.
func (c *Case) readEvents(a *answer, read *spoken) {
	a.lineTraits, a.events = read.past, read.about
	var around events
	for m, path := range eventPaths {
		if slices.Contains(a.asked, path) {
			around |= 1 << m
		}
	}
	bank := a.press != nil || worded(a.question, a.turn.Officer) || a.turn.Officer == ""
	if a.events.has(ofEmployerPetition) && c.fact(eventPaths[ofEmployerPetition]) == nil && (around.has(ofPetition) && a.lineHas([]string{"140", "i140"}) || !bank && !a.lineHas(wished)) {
		a.events |= 1 << ofPetition // "is there an I-140?", where the form has but one field for both
	}
	if bank {
		a.events, a.around = a.events&around, around
		if asksPaper(read.words) {
			a.events = 0 // "Last three pay stubs, please."
		}
		return
	}
	for m, path := range eventPaths {
		if !a.events.has(event(m)) {
			continue
		}
		if field, ok := transcript.LookupField(path); !ok || !slices.Contains(field.For, c.category) {
			a.events &^= 1 << m
		}
	}
	if c.category == transcript.H1B || c.category == transcript.H1BPhysician {
		a.events = c.ofPetitioned(a, a.events)
	}
	if a.events == 0 && len(a.own) == 0 {
		a.events = c.eventsByYear(a)
	}
	if a.events == 0 && slices.Contains(a.own, eventPaths[ofVisit]) && a.asksEarlierVisit(read) {
		a.events = 1 << ofVisit // "US before?"
	}
	if a.events == 0 && a.turn.Question != "" && a.question != nil {
		a.events = readText(a.question.Ask, true).about & around
	}
	for m, path := range eventPaths {
		if a.events.has(event(m)) && !slices.Contains(a.asked, path) {
			a.asked = append(slices.Clip(a.asked), path)
		}
	}
	if a.around = around; a.ownLine && a.events != 0 {
		a.around = a.events
	}
}

// wished are words of a line about what is only to come.
var wished = []string{"will", "plan", "plans", "planning", "going", "want", "intend", "hope", "would"}

// eventsByYear are the declared events whose year a line names that asks for nothing
// else: "2018. Talk to me about that."
func (c *Case) eventsByYear(a *answer) events {
	var named events
	for m, path := range eventPaths {
		f := c.fact(path)
		if f == nil || f.none {
			continue
		}
		for _, y := range yearsOf(f.mentions) {
			if slices.Contains(a.ask, strconv.Itoa(y)) {
				named |= 1 << m
			}
		}
	}
	return named
}

// ofPetitioned narrows what a line asks of somebody with a work petition: there "the
// petition" is that one, and "the lottery" the cap's.
func (c *Case) ofPetitioned(a *answer, asked events) events {
	kin := slices.ContainsFunc(a.line, func(t term) bool { return t.party&pFamily != 0 })
	if !kin && !a.lineHas([]string{"anybody", "anyone", "immigrant", "immigration", "green", "greencard", "140", "i140", "130", "i130", "residence"}) {
		asked &^= 1<<ofPetition | 1<<ofEmployerPetition
	}
	if !a.lineHas([]string{"diversity", "dv"}) {
		asked &^= 1 << ofLottery
	}
	return asked
}
