package scoring

import (
	"slices"
	"strings"

	"github.com/viceconsul/viceconsul/interview/transcript/measure"
)

// otherWays are questions officers ask in words that name none of what they ask for, each with
// the plain question it stands for. Of the words of a way one of each place stands in the line,
// in any order; "-" before a place says that none does, and "=" before a way that the line has
// no other words but small ones. A row holds where its field is declared and, if it names what
// went before, where the last exchange was about that.
var otherWays = otherWaysOf([]askedOtherwise{
	{path: "h1b.degree_held", line: "Where did you study?", ways: "where did|you train|qualify|trained|qualified -will"},
	{path: "jp.medical_school", line: "Which medical school did you graduate from?", ways: "where did|you train|qualify|trained|qualified|become -will"},
	{path: "education.institutions", line: "Where did you study?", ways: "where did|you train|qualify|trained|qualified -will"},
	{path: "h1b.degree_held", line: "When did you graduate?", ways: "when|year pass|passed out -visa|exam; when did qualify|finish -will"},
	{path: "jp.medical_school", line: "When did you graduate from medical school?", ways: "when|year pass|passed out -visa|exam; when did qualify|finish -will"},
	{path: "education.institutions", line: "When did you graduate?", ways: "when|year pass|passed out -visa|exam; when did qualify -will"},
	{path: "education.institutions", line: "What did you study before?", ways: "did|studied|study before|earlier also|too|same -visit|work|travel|visa"},
	{path: "h1b.degree_held", line: "Where did you study?", ways: "= medical|med school|college"},
	{path: "h1b.degree_held", line: "When did you graduate?", ways: "= year; = which|what year; = when", after: "h1b.degree_held education."},
	{path: "education.institutions", line: "When did you graduate?", ways: "= year; = which|what year; = when", after: "education."},
	{path: "jp.medical_school", line: "When did you graduate from medical school?", ways: "= year; = which|what year; = when", after: "jp.medical_school"},
	{path: "education.institutions", line: "Where did you study?", ways: "degree|degree's|diploma|diploma's|bachelor's|bachelors|bachelor|master's from where|which|what -will|going|next|get|2027|2028"},
	{path: "education.institutions", line: "What did you study?", ways: "you're|are engineer|accountant|chemist|lawyer|architect what|training|trade"},
	{path: "hp.j1_waiver", line: "Is your J-1 waiver approved?", ways: "home|residence|residency rule|requirement; what|about 212; two years rule"},
	{path: "h1b.job_title", line: "What is your job title?", ways: "= you'll be what?; = what will|would be"},
	{path: "h1b.valid_from", line: "When will you start?", ways: whenStarts + "; = when report; when|what first day; = starting when"},
	{path: "j1.start_date", line: "When will you start?", ways: whenStarts},
	{path: "f1.start_date", line: "When will you start?", ways: whenStarts},
	{path: "h1b.petitioner", line: "Who is your employer?", ways: "who wants|needs|bringing|brings you over|there"},
	{path: "h1b.petitioner", line: "Who is your employer?", ways: nameIt, after: "h1b.duties h1b.job_title", told: bodies},
	{path: "jw.employer", line: "Which company will hire you?", ways: nameIt, after: "jw.job", told: bodies},
	{path: "employment.employer", line: "Who do you work for?", ways: nameIt, after: "employment.", told: bodies},
	{path: "h1b.petitioner", line: "Are you still with the same employer?", ways: "still with|at|for same|them -live|living|stay|visa|school"},
	{path: "employment.employer", not: "h1b.petitioner", line: "Are you still with the same employer?", ways: "still with|at|for|in same|them|that|the|this|it -live|living|stay|staying|home|visa|school|university|college|is|who|what"},
	{path: "h1b.maintained_status", line: "Were you ever without pay?", ways: "ever|any|been out of work|job|jobs; ever|any|been without work|job|paycheck|salary; ever|any|been unemployed|jobless|idle"},
	{path: "h1b.manager", line: "Who is your manager?", ways: "who over|above you -pay|paying; = above|over you"},
	{path: "h1b.employer_size", line: "How big is the company?", ways: "= big; = large; = small; = how many are of you there; = many of them there; = many people|staff there; = many of them; = many people|staff; = how many of them; = how many of them there"},
	{path: "h1b.worksites", line: "Where will you work?", ways: "where put|place|send|seat|sending|putting|placing you -before"},
	{path: "h1b.work_model", line: "How many days will you be in the office?", ways: "how often|frequently go|come|be|are in; = you go in"},
	{path: "employment.employer", line: "Who do you work for?", ways: "what keeps|keeping busy|occupied; whose payroll; who signs|sign paycheck|salary|cheque; where clock in; what up these|nowadays|now days|nowadays|now; what do|doing these days -us|there; what do|doing nowadays|presently -us|there; where now you|are|working -stay|live|living|family -study", not: "h1b.petitioner"},
	{path: "employment.employer", line: "Who do you work for now?", ways: "= now; = currently; = presently; = at present; = these days", after: "education. employment.previous jp.medical_school"},
	{path: "employment.start_date", line: "How long have you been with your employer?", ways: "long|years|while with them; = been there long|while; = new there; = just joined; = joined recently; = long there; = long time there; = long; = been long at|doing; = been long", after: "employment."},
	{path: "employment.title", line: "What is your job?", ways: "you're|are plant|office|company|firm|factory|bank|shop|mill the|what -long|since|there|own"},
	{path: "employment.employer", line: "Who do you work for?", ways: "plant|company|factory|office|shop|mill|lab of who|whom|whose -there|client"},
	{path: "employment.title", line: "What is your job there?", ways: "= what are there exactly?; = you're|are what -going; what rank|post|grade hold|your|which|have -visa; what call|calls they you there; what business card; = you're|are there? the", after: "employment."},
	{path: "jp.program_length_years", line: "How long is the program?", ways: "= how many years; = how long; = many years; = how many more years; = how much longer", after: "jp.program jp.specialty"},
	{path: "f1.end_date", line: "How long is the program?", ways: "= how many years; = how long; = many years; how long thing|course", after: "f1."},
	{path: "jp.specialty", line: "In which specialty?", ways: "= in; = in what; = as what; what will|going practice|practise", after: "jp."},
	{path: "ties.return_role", line: "Is your job waiting for you?", ways: "who|they holding|hold|keep|keeping|holds|keeps seat|place|post|chair|job|position|desk; any|anything|something waiting you -who|family; what|what's waiting|waits -are|we|who|family; hospital|hotel|company|boss|school|office|firm|bank know|knows|agrees|agreed|fine|okay -who|how|what|where"},
	{path: "ties.return_role", line: "Is your job waiting for you?", not: "employment.leave", ways: "they|hospital|hotel|company|boss|school|office|firm|bank let|lets|letting you go"},
	{path: "ties.plan_after", line: "What will you do after your program?", ways: "what|what's waiting|waits when|once|after you're|you|done|finish -are|we|who|family"},
	{path: "employment.employer", line: "Who do you work for?", ways: "they holding|hold|keep|keeping seat|place|post|chair|job|position|desk; been|you're up what|what've since|lately|now|days -with"},
	{path: "employment.employer", line: "Who do you work for?", ways: "= at; = at where; = at which", after: "employment."},
	{path: "j1.host", line: "Which university is hosting you?", ways: "= at; = at where; = at which", after: "j1.start_date j1.end_date"},
	{path: "education.institutions", line: "Where did you study?", ways: "= at; = at where; = at which", after: "education."},
	{path: "j1.host", line: "Which university is hosting you?", ways: "= at; = at where; = at which; = which university; = which school; = which college", not: "f1.school"},
	{path: "f1.school", line: "Which school will you attend?", ways: "= at; = at where; = at which"},
	{path: "jp.program", line: "Which hospital is your residency program at?", ways: "= at; = at where; = at which"},
	{path: "jw.employer", line: "Which company will hire you?", ways: "= at; = at where; = at which; tell about this|the|your training|internship|traineeship|placement -before|last"},
	{path: "j1.end_date", line: "When does it end?", ways: "= just|only one semester|year|term|summer", not: "f1.end_date"},
	{path: "jw.host_family", line: "Where does the host family live?", ways: "who people|family these|those|they you're|you'll|you going|staying|living|live|stay -travel|travelling"},
	{path: "jw.hours_per_week", line: "How many hours a week will you work?", ways: "= full|part time"},
	{path: "jw.housing", line: "Where will you live there?", ways: "= bed|roof|room; = bed|roof|room there; where bed"},
	{path: "jw.degree_and_experience", line: "What degree do you have?", ways: "where did you learn|learned|learnt|pick it|this|that|trade|up"},
	{path: "jp.us_clinical_history", line: "Have you had clinical training in a US hospital before?", ways: "trained|practised|practiced there before; trained|practised|practiced us|america|states before"},
	{path: "ties.obligations", line: "Did you sign a bond or an agreement?", ways: "= any strings|catch|conditions; strings|conditions attached|come; what catch"},
	{path: "f1.schools_applied", line: "Which other schools admitted you?", ways: "who else yes|took|take|accepted|admitted|gave|offered; other|any admits|offers|admit -work|job"},
	{path: "ties.plan_after", line: "What will you do after your program?", ways: "when|once you're a|an -did|was|do|will|start|begin|are"},
	{path: "jw.home_university", line: "What year of your studies are you in?", ways: "= out|of how many years?; how many years|semesters all|total|left", after: "jw.home_university education."},
	{path: "jw.employer", line: "Which company will hire you?", ways: "= summer|seasonal job|work"},
	{path: "trip.length_of_stay", line: "When do you come back home?", ways: "= leave; = when leave; = fly|go home|back|out", after: "trip.arrival_date"},
	{path: "us_history.visits", line: "Is this your first trip to the United States?", ways: "= first time|trip|visit across|over|stateside"},
	{path: "us_history.visits", line: "Have you been to the United States before?", ways: "= been across|stateside; = been ever across|stateside"},
	{path: "family.us_immediate_relatives", line: "Do you have family in the United States?", ways: kinThatSide},
	{path: "family.us_other_relatives", line: "Do you have family in the United States?", ways: kinThatSide},
	{path: "employment.occupation", line: "What do you do for a living?", ways: "= you still work|working", not: "h1b.petitioner"},
	{path: "employment.occupation", line: "What do you do for a living?", ways: "= still|you working", after: "trip.companions identity. ties. trip.length_of_stay"},
	{path: "us_history.prior_refusals", line: "Have you been refused a visa before?", ways: "file|record|application|refusal old|last|earlier|before|previous|past here|there's|see|have|there -why|reason|who|when|what|changed|happened|form|since; = you again; = you back again|here"},
	{path: "h1b.wage_usd", line: "What is your salary?", ways: "what do|does|are|will they|company|hospital|school|employer give|giving|offer|offering you"},
	{path: "jp.stipend_usd", line: "What is your salary?", ways: "what do|does|are|will they|hospital|program give|giving|offer|offering you"},
	{path: "employment.monthly_income", line: "How much do you earn a month?", ways: "= decent|good|nice|much|big|well money|pay|pays|paid|salary|wage|wages they|it?; = well|decently|okay paid; = pays|pay well|decently|better", after: "employment."},
	{path: "other_travel.countries_5y", line: "Which countries have you travelled to?", ways: "where been|travelled|traveled so|far|already|before|else|abroad|outside -there|here|us|states"},
	{path: "finance.scholarship", line: "What scholarship did the school give you?", ways: "school|university|college|they|them|these give|gives|gave|giving|offer|offers|offered you something|anything|nothing|how|much|what; = one|they|school|college|university|place gave|gives|give|offered|offers you", after: "f1. finance. trip.purpose"},
	{path: "f1.cost_year1", line: "How much does the first year cost?", ways: "= school|university|college|they wants|want|charges|charge|asks|ask how|what? much|for?"},
	{path: "employment.start_date", line: "How long have you been with your employer?", ways: "= how long now|already; = how long so far", after: "employment."},
	{path: "trip.payer", line: "Who pays for the trip?", ways: "= who|who's foots|foot|foots|bears|shoulders|sponsors this|it|that|all|everything"},
	{path: "trip.payer", line: "Does your company pay for the trip?", ways: "= they|company|boss|employer cover|pay|covers|pays|sponsor|paying|covering it|that|everything|all", after: "employment."},
	{path: "trip.arrival_date", line: "When do you arrive?", ways: "= flying|arriving|landing in|when"},
	{path: "us_history.visits", line: "Have you been to the United States before?", ways: "you've|have|you seen place|country|states before|already|ever"},
	{path: "trip.purpose", line: "What is the purpose of your trip?", ways: "= business|vacation|holiday|pleasure|tourism", after: "^"},
	{path: "other_travel.countries_5y", line: "Which countries have you travelled to?", ways: "= stamps|stamp|visas from|elsewhere|other|others elsewhere|other|others|abroad; passport's|passport empty|thin|blank|clean"},
	{path: "f1.schools_applied", line: "Which other schools did you apply to?", ways: "= only|just them|that|this|there|one", after: "f1.school"},
	{path: "other_travel.countries_5y", line: "Which countries have you travelled to?", ways: "ever left -job|work|company|school|him|her|us|america"},
	{path: "us_history.visits", line: "Have you been to the United States before?", ways: "= but never|not here|there|us|america", after: "other_travel."},
	{path: "us_history.visits", line: "Have you been to the United States before?", ways: "= been i think|believe|guess|see"},
	{path: "trip.departure_date", line: "When do you come back home?", ways: "= home|back", after: "trip.arrival_date"},
	{path: "trip.length_of_stay", line: "When do you come back home?", ways: "= home|back", after: "trip.arrival_date"},
	{path: "finance.scholarship", line: "Do you have a scholarship?", ways: "= all yours|own|family", after: "f1.cost_year1"},
	{path: "employment.occupation", line: "What do you do for a living?", ways: "= working", after: "ties.property trip.departure_date trip.length_of_stay"},
	{path: "finance.loan", line: "Which bank gives you the loan?", ways: "= which|what bank; = bank which|what", after: "finance. f1."},
	{path: "finance.sponsors", line: "Who pays for your studies?", ways: "= who|who's|whom finds|find|has|raises|puts|brings|carries|provides|covers|finding|got|have that|it|this|money|sum|kind of?; = who|who's paying|spending|footing|funding", after: "f1. finance."},
	{path: "trip.payer", line: "Who pays for the trip?", ways: "who|who's|whom spending|spends|treating|treats|footing|shelling -time; = who|who's finds|find|covers|carries|puts that|it|this|money"},
	{path: "ties.plan_after", line: "What will you do after your program?", ways: "= with|after|holding diploma|degree|masters|master's|paper|certificate|phd|doctorate|mba the|your|hand", after: "f1. finance. family. us_history. identity. trip. ties. education. employment."},
	{path: "f1.major", line: "What will you study?", ways: "= doing|do what there|over; = reading|taking|studying what; what read|reading you|you'll|will -book|books"},
	{path: "ties.return_role", line: "Is your job waiting for you?", ways: "job|post|chair|seat|position safe|secure|kept|saved -find|new|us|there|who; = job|post the?"},
	{path: "f1.school", line: "Which school will you attend?", ways: "= where to|off"},
	{path: "identity.marital_status", line: "Are you married?", ways: "how long you two together; how long together with|been him|her|husband|wife"},
	{path: "ties.property", line: "Do you own a house?", ways: "= tenants|tenant|lodgers|renters your?; = renting|rented|rent the?; = your own|house house|own|place"},
	{path: "f1.work_plan", line: "Do you plan to work while studying?", ways: "work|working|job|jobs|earning side|part-time|alongside|meanwhile -now|here|currently"},
	{path: "employment.employer", line: "Who do you work for now?", ways: "= meanwhile; = in meantime; = until then; = you already|now|currently do|doing that|this|it|same? no|here"},
	{path: "identity.country_of_residence", line: "Where do you live?", ways: "where home|from you|your|home -stay|there|flight|fly|flying|money|study|income|degree"},
})

// nameIt are the ways to ask for the name of a body that was just spoken of without it,
// kinThatSide those to ask for family "on that side".
const (
	nameIt      = "= which one; = which; = called what; = what's called; = name; = what name"
	kinThatSide = "family|relatives|people|kin|folks|anyone|anybody|somebody on|at|over that|other|american|us side|end"

	// whenStarts are the ways to ask when a post or program begins.
	whenStarts = "when they|hospital|company|hotel|school|lab want|expect|need you -back|leave|left"
)

// plainQuestions are the plain questions of all rows.
var plainQuestions = func() map[string]bool {
	all := map[string]bool{}
	for i := range otherWays {
		all[otherWays[i].line] = true
	}
	return all
}()

// askedOtherwise is a plain question with the ways to ask it that name nothing of it.
type askedOtherwise struct {
	path  string // declared, or the row does not hold
	not   string // not declared
	line  string
	ways  string          // apart by ";"
	after string          // beginnings of paths the exchange before was about; "" for any, "^" for the first line
	told  map[string]bool // one of these words stands in the last answer; nil for whatever it told

	read []otherWay
}

// An otherWay holds the places of one way to ask, each with the words that fill it.
type otherWay struct {
	places [][]string
	none   []string
	alone  bool
}

// otherWaysOf reads the ways of the rows.
func otherWaysOf(rows []askedOtherwise) []askedOtherwise {
	for i := range rows {
		for way := range strings.SplitSeq(rows[i].ways, ";") {
			var one otherWay
			for place := range strings.FieldsSeq(way) {
				switch words, optional := strings.CutSuffix(place, "?"); {
				case place == "=":
					one.alone = true
				case place[0] == '-':
					one.none = append(one.none, strings.Split(place[1:], "|")...)
				case !optional:
					one.places = append(one.places, strings.Split(words, "|"))
				}
			}
			rows[i].read = append(rows[i].read, one)
		}
	}
	return rows
}

// plainly is the plain question that a line asks in words which name nothing of it: "What
// keeps you busy?" "" for none, and for a line about somebody else.
func (c *Case) plainly(s *spoken, before []Judged) string {
	if asks := s.bids; asks != s.text {
		if last := readText(asks, false); len(last.texts) > 0 {
			s = last // and not the mark alone that follows "you're the..."
		}
	}
	if len(s.texts) == 0 || len(s.texts) > longLine || s.namesSomebody() || slices.ContainsFunc(s.lexemes, func(l *lexeme) bool { return l.stands&pHuman != 0 && l.stands&pBody == 0 }) {
		return ""
	}
	first := len(otherWays)
	for _, w := range s.texts {
		for _, k := range waysByWord.at(w) {
			if row := &otherWays[k.row]; k.row < first && s.asksThus(row.read[k.way]) && c.fact(row.path) != nil && (row.not == "" || c.fact(row.not) == nil) && row.goesOnFrom(before) {
				first = k.row
			}
		}
	}
	if first == len(otherWays) {
		return ""
	}
	return otherWays[first].line
}

// wayAt is where a way to ask stands in otherWays.
type wayAt struct{ row, way int }

// waysByWord are the ways by the words of that place of theirs that the fewest ways have.
var waysByWord = func() *wordTable[[]wayAt] {
	common := map[string]int{}
	for _, row := range otherWays {
		for _, way := range row.read {
			for _, place := range way.places {
				for _, w := range place {
					common[w]++
				}
			}
		}
	}
	all := map[string][]wayAt{}
	for r, row := range otherWays {
		for n, way := range row.read {
			key, least := 0, -1
			for i, place := range way.places {
				sum := 0
				for _, w := range place {
					sum += common[w]
				}
				if least < 0 || sum < least {
					key, least = i, sum
				}
			}
			for _, w := range way.places[key] {
				all[w] = append(all[w], wayAt{r, n})
			}
		}
	}
	return newWordTable(all)
}()

// asksThus reports whether a line has the words of a way to ask.
func (s *spoken) asksThus(way otherWay) bool {
	for _, place := range way.places {
		if !s.hasAny(place) {
			return false
		}
	}
	return !s.hasAny(way.none) && (!way.alone || !slices.ContainsFunc(s.texts, func(w string) bool {
		return !onlyFills[w] && !lineLeads[w] && !slices.ContainsFunc(way.places, func(place []string) bool { return slices.Contains(place, w) })
	}))
}

// hasAny reports whether one of the words stands in a line.
func (s *spoken) hasAny(words []string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return s.signs.may(w) && slices.Contains(s.texts, w) })
}

// onlyFills are the words of a short line that ask nothing by themselves.
var onlyFills = set("and so then well ok okay is it that's that this the a an you your you've have do does did are for of right about exactly quite very really thing time")

// goesOnFrom reports whether the exchange before was about what a row goes on from.
func (r *askedOtherwise) goesOnFrom(before []Judged) bool {
	if r.after == "" {
		return true
	}
	if len(before) == 0 || r.after == "^" {
		return len(before) == 0 && r.after == "^"
	}
	was := &before[len(before)-1]
	if r.told != nil && !slices.ContainsFunc(measure.Words(was.Turn.Applicant), func(w measure.Word) bool { return r.told[w.Text] }) {
		return false
	}
	for path := range strings.FieldsSeq(r.after) {
		about := func(p string) bool { return strings.HasPrefix(p, path) }
		if slices.ContainsFunc(was.asked, about) || slices.ContainsFunc(was.Claims, func(k Claim) bool { return about(k.Field) }) {
			return true
		}
	}
	return false
}
