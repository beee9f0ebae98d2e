package scoring

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/viceconsul/viceconsul/interview/transcript/measure"
)

// A saying is a way to state a declared fact outright: the words it begins with, and
// the line that asks for the fact.
type saying struct {
	path   string
	line   string
	words  []sayingWord
	not    map[string]bool // words that make it something else: a second job, a share of the cost
	needs  map[string]bool // one of these must follow
	denies bool            // it is said with a "not"
	done   bool            // it tells of what is over
	ahead  bool            // it tells of the coming trip, and not of later
	also   bool            // the same words tell another field too
	bare   bool            // what follows is heard by itself: "my job title is"
	only   func(c *Case, a *answer, from, to int) bool
}

// sayings are those of the table by the word they begin with.
var sayings = sayingsOf([]said{
	{"employment.employer", "Who is your employer at home now?", saying{not: besides, only: namesOne}, []string{
		"i|i'm|we am|are? work|working|employed|posted|engaged at|for|by|in|with", "my|our present? employer|company|workplace|firm is", "the company|firm|hospital|place i work at|for|in is"}},
	{"employment.employer", "Who is your employer at home now?", saying{not: besides, only: atBodyNow}, []string{"i|i'm|i've|we am|are|have? been? with|at|in", "my|our boss|bosses|manager|supervisor|director|colleagues|colleague|team|desk|shift at"}},
	{"jw.employer", "Which company will hire you?", saying{not: besides, ahead: true, only: namesOne}, []string{
		"i|i'll|we will|am|going? to? be? work|working|train|training at|for|in|with", "my|the host? employer|company|workplace there? is|will be?", "the place|company|shop|hotel|park where? i|i'll will|am|would? be? work|working|train at|for|in? is|will be?"}},
	{"j1.host", "Who is your host company?", saying{not: besides, ahead: true, only: namesOne}, []string{
		"i|i'll|we will|am|going? to? be? work|working|train|training|research|researching at|for|in|with", "my|the host institution|university|hospital|company? there? is|will be?"}},
	{"h1b.petitioner", "Who is your employer?", saying{not: besides, only: namesOne}, []string{
		"my employer|petitioner|company is", "i|i'm am? work|working|employed for|by"}},
	{"j1.sponsor", "Who is your J-1 sponsor?", saying{only: namesOne}, []string{"my|the program|programme? sponsor is"}},
	{"jp.program", "Which program did you match into?", saying{done: true, only: namesOne}, []string{
		"i matched at|into|in|with", "my residency|program|programme is at"}},
	{"jp.medical_school", "Which medical school did you graduate from?", saying{done: true, needs: set("medical medicine mbbs md"), only: namesOne}, []string{
		"i graduated|finished|qualified from|at|in", "i did my mbbs|md|degree from|at|in", "i studied medicine at|in"}},
	{"f1.school", "Which university will you attend?", saying{not: set("visit campus library"), ahead: true, only: namesOne}, []string{
		"i|i'll will|am|i'm going? to? be? study|studying|enroll|enrolled|attend|attending|join|joining|going at|in|to?", "my|the school|university|college is|will be?"}},
	{"f1.major", "What will you study?", saying{not: ofCourse, ahead: true}, []string{
		"i|i'll|i'm will|am going? to? be? study|studying|do|doing|pursue|pursuing|major|majoring in?", "i|i'm am? going for", "my|the major|course|program|programme|field|subject is|will be?"}},
	{"f1.level", "Which degree level is your program?", saying{not: ofCourse, ahead: true}, []string{
		"i|i'll|i'm will|am going? to? be? do|doing|pursue|pursuing|study|studying|start|starting a|an|my|the", "i|i'm am? going for a|an|my|the?"}},
	{"f1.level", "Which degree level is your program?", saying{not: ofCourse, ahead: true, only: opensLevel}, []string{
		"i|i'll|i'm will|am going? to? be? go|going|come|coming|here for my|a|an|the?", "i|i'll|i'm will|am going? to? be? do|doing|pursue|pursuing|study|studying"}},
	{"f1.major", "What will you study?", saying{not: ofCourse, also: true, only: ofStudiesAhead}, []string{
		"for? a|an|my|the? bachelor's|bachelors|bachelor|master's|masters|master|phd|ph.d|doctorate degree|program|programme? in"}},
	{"f1.level", "Which degree level is your program?", saying{not: ofCourse, only: ofStudiesAhead}, []string{
		"it's|it|that's is? a|an|the|my? bachelor's|bachelors|bachelor|master's|masters|master|mba|phd|ph.d|doctorate|associate directly|straight?",
		"for? a|an|my|the? bachelor's|bachelors|bachelor|master's|masters|master|mba|ms|phd|ph.d|doctorate|associate degree|program|programme? in|of|at"}},
	{"f1.end_date", "When does your program finish?", saying{not: ofCourse, only: endsYearsLater}, []string{
		"i|i'll|it|it'll will? finish|end|ends|finishes|graduate in|by|on?"}},
	{"j1.research_topic", "What is your research about?", saying{}, []string{
		"my|our research|project|thesis|topic topic|project? is|will be? about|on?", "i|i'm am? research|researching"}},
	{"finance.sponsors", "Who is paying for your studies?", saying{not: ofPart, only: paysAll}, []string{
		"my? @who is|are|will pay|pays|paying|sponsor|sponsors|sponsoring|fund|funds|funding|finance|finances|financing"}},
	{"finance.loan", "Do you have a loan?", saying{denies: true, not: set("house car home phone other another except besides yet scholarship")}, []string{
		"no|without any? education|educational|study|student|bank? loan|loans", "i|we|there|there's have|took|take|taken|need|is|am|did|do? no|not|don't|didn't|haven't|isn't have|take|taken|taking|need? any|a? education|educational|study|student|bank? loan|loans"}},
	{"finance.sponsors", "Who is paying for your studies?", saying{not: ofPart, needs: set("everything all fees tuition expenses costs whole"), only: paysAll}, []string{
		"my? @who is|are|will? send|sends|sending|cover|covers|covering|bear|bears|bearing|handle|handles|handling|carry|carries|carrying"}},
	{"trip.payer", "Who is paying for your trip?", saying{not: ofPart, only: paysAll}, []string{
		"i|i'm|i'll am|will? pay|paying|fund|funding|finance|financing|sponsor|sponsoring", "my? @who is|are|will pay|pays|paying|sponsor|sponsors|sponsoring|fund|funds|funding|finance|finances|financing"}},
	{"trip.purpose", "What is the purpose of your trip?", saying{ahead: true, not: set("son son's daughter daughter's sister sister's brother brother's mother mother's father father's wife wife's husband husband's grandchild his her their"), needs: set("knee hip heart eye eyes kidney back surgery operation treatment chemotherapy check-up checkup surgeon")}, []string{
		"i|i'm|we am|are? going|travelling|traveling|coming|flying to? for"}},
	{"identity.marital_status", "Are you married?", saying{}, []string{"i|i'm|we am|are? married|single|divorced|widowed|unmarried|engaged"}},
	{"identity.marital_status", "Are you married?", saying{denies: true}, []string{"i|i'm am? not married"}},
	{"jw.home_university", "Are you still a student?", saying{done: true}, []string{
		"i have? finished|completed my|the? studies|degree|university|course", "i have? graduated"}},
	{"jw.home_university", "Are you still a student?", saying{denies: true}, []string{"i|i'm am? not|no longer? a? student|studying|enrolled"}},
	{"jw.host_family", "Tell me about your host family.", saying{only: ofHosts}, []string{
		"they|the|my host? family? live|lives|have|has|are"}},
	{"h1b.degree_held", "What is your degree in?", saying{only: ofLevel}, []string{
		"i have|hold|did|completed a|an|my bachelor's|bachelors|bachelor|master's|masters|master|degree|doctorate|phd|bsc|msc|ba|ma|bs|ms degree? of|in"}},
	{"h1b.job_title", "What is your job title?", saying{only: ofJob}, []string{"i|i'm am? a|an|the", "my job? title is"}},
	{"employment.title", "What is your job?", saying{only: ofJob}, []string{"i|i'm am? a|an|the", "i|i'm am? work|working|employed as", "my job? title is"}},
	{"employment.occupation", "What do you do for a living?", saying{only: ofOnlyJob}, []string{"i|i'm am? a|an|the", "i|i'm am? work|working|employed as", "my job|profession|occupation is"}},
	{"h1b.third_party_placement", "Will you be placed at a client's site?", saying{denies: true, not: set("between middle manager team other")}, []string{
		"there's|there|i|we|it's|it is|has|have|had|am|will|don't|isn't? no|not|any|have a|any|have? client|customer|clients|customers"}},
	{"h1b.vendor_chain", "Is there any vendor between you and the client?", saying{denies: true}, []string{
		"nobody|nobody's|nothing|no_one|noone|none is|are|sits|stands? in|on? the? between|middle", "there's|there|we|i is|are|have|has|has|don't? no|any|not any|a? vendor|vendors|middleman|middlemen|intermediary|layer|layers"}},
	{"h1b.worksites", "Where will you work?", saying{not: set("week weeks month months day days training remotely sometimes"), ahead: true}, []string{
		"i|i'll|i'm will|am going? to? be? work|working|based|located in|at|from", "my office|worksite|workplace|desk is|will be? in|at"}},
	{"h1b.worksites", "Where will you work?", saying{not: set("training first week weeks month months days hotel before orientation quarantine"), done: true, bare: true}, []string{
		"me|us? they|company|he|she put|posted|placed|assigned|transferred|send|sent me|us? in|to|at"}},
	{"trip.arrival_date", "When do you arrive?", saying{not: set("back home return returning until till usually every always normally from then to"), bare: true}, []string{
		"i|we|i'll|we'll will|shall? fly|land|arrive on|the|in"}},
	{"family.spouse.location", "Where is your husband?", saying{not: set("before until back returned returns then weeks months days ago conference training visit holiday from"), done: true, bare: true}, []string{
		"my husband|wife has? took|found|got|accepted|started|taken|gotten a|the|his|her? new? work|job|post|position|contract in|at", "my husband|wife has? moved|relocated|shifted to"}},
	{"finance.liquid_funds", "How much money do you have in the bank?", saying{needs: set("bank account savings saved deposit")}, []string{"i|we have|got"}},
	{"hp.employment_type", "What kind of position is it?", saying{}, []string{"it|this|my|the position|post|job|work? is|will be? a|an|the"}},
	{"jp.specialty", "What is your specialty?", saying{not: besides}, []string{
		"my specialty|speciality is|will be?", "i|i'm|i'll am|will be? train|training|specialise|specialize|specialising|specializing in", "i matched in|into"}},
	{"employment.monthly_income", "What is your monthly salary?", saying{needs: set("month monthly")}, []string{"i earn|make|get|receive|draw", "i take home?", "my salary|income|pay is"}},
	{"employment.monthly_income", "What is your monthly salary?", saying{needs: set("month monthly"), only: ofPayNow}, []string{
		"for? this|that|it|all? they|he|she|boss|company give|gives|pay|pays me|us"}},
	{"jp.specialty", "What is your specialty?", saying{not: besides, done: true, only: ofMatch}, []string{"in|for"}},
})

// said is a saying with the ways it begins, as it is written down.
type said struct {
	path, line string
	saying     saying
	ways       []string
}

// sayingsOf reads the table, and finds its sayings by the word they begin with.
func sayingsOf(rows []said) map[string][]*saying {
	all := map[string][]*saying{}
	for _, r := range rows {
		for _, way := range r.ways {
			s := r.saying
			s.path, s.line, s.words, s.bare = r.path, r.line, rowOfWords(way), s.bare || strings.Contains(way, " is")
			for _, first := range s.words {
				for w := range first.words.all() {
					all[w] = append(all[w], &s)
				}
				if !first.optional {
					break
				}
			}
		}
	}
	return all
}

var (
	leadingUp = set("yes no yeah yep okay ok oh ah well so and but because sir madam ma'am officer please actually honestly frankly now currently presently today here then certainly sure indeed right")
	adverbs   = set("now currently presently actually still really just only already sir madam officer officially fully permanently mainly mostly proudly even both")
	unsettles = set("if would could might may like suppose imagine dream dreamed wish hope hopefully example instance pretend joke joking")
	earlier   = set("used before previously formerly earlier ago once until till former")

	// ofLaterOn are words for what comes when the program is over.
	ofLaterOn = set("after afterwards afterward later then return returning back finish finished home eventually someday future")
	// besides are words for an occupation that is not the main one.
	besides = set("also too besides part-time parttime weekend weekends evening evenings night nights volunteer volunteering voluntary side second sometimes occasionally saturday saturdays sunday sundays freelance together client clients customer customers supplier suppliers vendor distributor neighbour neighbor friend friends partner temporarily month week")
	// ofCourse are words for one subject of many.
	ofCourse = set("also too minor elective term semester first course courses class classes module exam exams library evening evenings english there's hard homework together")
	// ofPart are words for a part of a cost.
	ofPart = set("half part partly some rest share besides too also souvenirs shopping visa insurance deposit today back tax taxes rent")
	// ofCosts are the words in which all of a cost is told.
	ofCosts = set("for my our the all everything every it this that whole entire full total complete cost costs expense expenses trip travel journey visit stay studies study education tuition fees fee school program programme degree dollar cent penny thing from of with his her their own savings salary income pocket business account funds money myself himself herself themselves me us by sir madam")
	// ofTraits are words that tell what somebody is like, and no post.
	ofTraits = set("good bad terrible great big small poor rich real keen amateur hobby fan lover born trained former retired ex future aspiring simple honest hard hard-working hardworking lazy happy proud serious busy quiet better best kind terrific nervous")
	// pastimes are words for where one is something for no pay: "a singer in the choir".
	pastimes = set("church choir mosque temple parish club team hobby fun joy volunteer voluntary weekends weekend sundays amateur society band heart nature training")
	// notPosts are words for what somebody is besides a post.
	notPosts = set("student tourist visitor person man woman girl boy mother father parent husband wife citizen member christian muslim volunteer applicant believer bit")
	// stops are words at which what is said of somebody ends.
	stops = set("at in for with of by from and who that to on since because but as here")
)

// ofStudiesAhead reports whether the line asks what the applicant goes for, and not what
// was studied before.
func ofStudiesAhead(_ *Case, a *answer, _, _ int) bool {
	return a.ownLine && a.asks("trip.purpose", "f1.school", "f1.major") && !a.asks("education.institutions") && !a.lineHas([]string{"did", "was", "have", "before"})
}

// ofPayNow reports whether pay that is told of can only be that of the post held now: no other
// is declared.
func ofPayNow(c *Case, a *answer, _, _ int) bool {
	return c.first("h1b.wage_usd", "jw.pay", "jp.stipend_usd", "j1.funding") == nil && !a.lineHas([]string{"there", "pension", "rent"})
}

// ofMatch reports whether the line asks where the applicant matched, or is headed.
func ofMatch(_ *Case, a *answer, _, _ int) bool {
	return a.lineHas([]string{"match", "matched", "headed", "going"}) && a.asks("jp.program", "jp.specialty")
}

// namesOne reports whether a proper name follows.
func namesOne(_ *Case, a *answer, from, to int) bool {
	for i := from; i < to; i++ {
		if a.capital(i) {
			return true
		}
	}
	return false
}

// atBodyNow reports whether who follows "I'm with" or "I'm at" is a body, and the line asks for
// nothing but work, or by no words of its own.
func atBodyNow(c *Case, a *answer, from, to int) bool {
	if len(a.own) > 0 && !a.asksOfWork() || a.is(from, to, mUS|mThere) {
		return false
	}
	return slices.ContainsFunc(c.namings(a), func(n naming) bool { return n.body && n.from >= from && n.from <= from+1 && n.to <= to })
}

// opensLevel reports whether a level of study follows at once: "for master in chemistry".
func opensLevel(_ *Case, a *answer, from, to int) bool {
	return from < to && slices.ContainsFunc(levels.find(a.words[from:to]), func(h hit) bool { return h.way == byName && h.from == 0 })
}

// endsYearsLater reports whether a year after that of the program's start follows.
func endsYearsLater(c *Case, a *answer, from, to int) bool {
	start := c.fact("f1.start_date")
	if start == nil || start.value().Date.Year == 0 {
		return false
	}
	return slices.ContainsFunc(a.mentions, func(m measure.Mention) bool {
		return m.From >= from && m.To <= to && (m.Kind == measure.Calendar && m.Date.Year > start.value().Date.Year || isYear(m) && int(m.Low) > start.value().Date.Year)
	})
}

// capital reports whether a word is written with a capital.
func (a *answer) capital(i int) bool {
	r, _ := utf8.DecodeRuneInString(a.turn.Applicant[a.words[i].Start:])
	return unicode.IsUpper(r)
}

// paysAll reports whether what is told of a payer is of the whole cost.
func paysAll(_ *Case, a *answer, from, to int) bool {
	return !slices.ContainsFunc(a.words[from:a.clauseOf(from-1).to], func(w measure.Word) bool { return !ofCosts[w.Text] })
}

// ofJob reports whether what follows names a post, and not what somebody is like.
func ofJob(_ *Case, a *answer, from, to int) bool {
	end := from
	if a.anyWord(from, to, pastimes) {
		return false
	}
	for end < to && !stops[a.words[end].Text] && !(end > from && a.words[end].Breaks) {
		if w := a.words[end].Text; ofTraits[w] || notPosts[w] || strings.HasSuffix(w, "'s") {
			return false
		}
		end++
	}
	return end > from && end-from <= 4
}

// ofOnlyJob is ofJob where no title is declared: the title tells more than the field of
// work does.
func ofOnlyJob(c *Case, a *answer, from, to int) bool {
	return c.fact("employment.title") == nil && ofJob(c, a, from, to)
}

// ofHosts reports whether an answer speaks of the host family.
func ofHosts(_ *Case, a *answer, _, _ int) bool {
	return a.has(0, len(a.words), "family") || a.lineHas([]string{"family", "children", "kids", "hosts", "parents"})
}

// ofLevel reports whether a degree is of the level of the declared one: a degree before
// it may be in anything.
func ofLevel(c *Case, a *answer, from, to int) bool {
	said := levels.find(a.words[a.clauseOf(from-1).from:to])
	declared := levels.find(c.fact("h1b.degree_held").words)
	return len(said) == 0 || len(declared) == 0 || said[0].label == declared[0].label
}
