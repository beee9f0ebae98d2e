package scoring

import (
	"slices"
	"strings"

	"github.com/viceconsul/viceconsul/interview/transcript/measure"
)

// ofAnother is a question asked again of whoever a line names and says nothing else of:
// "And your mom?", "And you?" "" where the line says more, or the question is about
// nobody the line's could stand for.
func (s *spoken) ofAnother(question string) string {
	who := s.onlyNames()
	if who < 0 || question == "" || len(s.texts) == 1 && !yours[s.texts[0]] {
		return "" // "Brother?" asks for one
	}
	with := "your " + s.texts[who]
	switch {
	case yours[s.texts[who]]:
		with = "you"
	case who > 0 && s.terms[who-1].is(mTheirs):
		with = s.texts[who-1] + " " + s.texts[who] // "and her husband?"
	}
	asked := readText(question, false)
	from, to := asked.subjectFor(with == "you")
	if to == 0 {
		return s.alsoComing(with)
	}
	own := asked.terms[to-1].poss || asked.texts[to-1] == "your" || strings.HasSuffix(asked.texts[to-1], "'s")
	switch {
	case own && with == "you":
		with = "your"
	case own:
		with += "'s"
	}
	return question[:asked.words[from].Start] + with + question[asked.words[to-1].End:]
}

// alsoComing is a line that only adds somebody, as the question whether they come along:
// "Wife also?" after when the journey begins. "" where nothing is added.
func (s *spoken) alsoComing(with string) string {
	if anyOf(s.texts, "also too") && with != "you" {
		return "Is " + with + " coming?"
	}
	return ""
}

// yours are the words by which a line turns to the applicant.
var yours = set("you yourself yours")

// onlyNames is the word of a line that names somebody and says nothing of them, -1 for
// none.
func (s *spoken) onlyNames() int {
	who := -1
	for i, w := range s.texts {
		t := s.terms[i]
		named := t.party&(pFamily|pPartner) != 0 && (!t.broad || t.party == pParents) && !t.poss
		switch {
		case !named && !yours[w] && !turnsTo[w], len(s.texts) > 2*shortLine:
			return -1
		case named || yours[w]:
			if who >= 0 {
				return -1
			}
			who = i
		}
	}
	return who
}

// turnsTo are the words by which a line turns from one person to another.
var turnsTo = set("also too and so ok okay now then what how about your the his her what's is for sir madam ma'am doctor")

// subjectFor is from where to where a question names whom another can stand for: one
// relative, or the applicant where it asks for work; for the applicant, also a company.
func (s *spoken) subjectFor(applicant bool) (from, to int) {
	work := slices.ContainsFunc(s.matters, func(m matter) bool { return m&aboutWork != 0 }) || occupies(s.words)
	for i, w := range s.texts {
		t := s.terms[i]
		kin := t.party&(pFamily|pPartner) != 0 && !t.is(mKin)
		body := applicant && work && (bodies[strings.TrimSuffix(w, "'s")] || w == "they")
		you := work && !applicant && (w == "you" || w == "your" && (i+1 == len(s.terms) || s.terms[i+1].party&pFamily == 0))
		if !kin && !body && !you {
			continue
		}
		if to > 0 {
			return 0, 0
		}
		from, to = i, i+1
		if i > 0 && (turnsTo[s.texts[i-1]] || s.terms[i-1].is(mMine|mTheirs)) && s.texts[i-1] != "is" && s.texts[i-1] != "about" {
			from--
		}
	}
	return from, to
}

// inScene is a line that only asks with whom, or from where, with what was spoken of: the
// stay, the journey, the money. "" for any other line.
func (s *spoken) inScene(was *Judged) string {
	if len(s.texts) > 2*shortLine || len(s.texts) == 1 && amountLike[s.texts[0]] {
		return ""
	}
	for _, sc := range continuations {
		all := !slices.ContainsFunc(s.texts, func(w string) bool { return !sc.words[w] && !lineLeads[w] })
		if all && slices.ContainsFunc(s.texts, func(w string) bool { return sc.key[w] }) && sc.follows(was) {
			return strings.TrimPrefix(strings.TrimRight(s.text, "?!. ")+sc.goesOn, sc.dropped(s.text))
		}
	}
	return ""
}

// A continuation is what a line without a verb goes on about after some fields, or after
// an amount of money.
type continuation struct {
	key, words map[string]bool
	of         map[string]bool
	goesOn     string
	whole      bool // goesOn says it all, without the words of the line
}

// dropped is what of a line is not said again.
func (c *continuation) dropped(line string) string {
	if c.whole {
		return strings.TrimRight(line, "?!. ")
	}
	return ""
}

// follows reports whether a line can go on so after an exchange.
func (c *continuation) follows(was *Judged) bool {
	if c.of == nil {
		return len(holding(was.asked, wantAmount)) > 0 || slices.ContainsFunc(was.Claims, func(k Claim) bool { return k.kind == kindAmount }) || slices.ContainsFunc(measure.Scan(measure.Words(was.Turn.Applicant), measure.Date{}), func(m measure.Mention) bool {
			return m.Kind == measure.Money || m.Kind == measure.Number && m.Low > lastYear
		})
	}
	return slices.ContainsFunc(was.asked, func(path string) bool { return c.of[path] })
}

var (
	company     = set("the your our alone with whom who together whole everyone everybody all of you both by yourself family kids children just only anyone anybody else too")
	companyKeys = set("alone with together whole everyone everybody all both yourself")
)

// continuations are read in order: where somebody stays before the journey itself.
var continuations = []continuation{
	{key: companyKeys, words: company, of: set("trip.us_address f1.campus jp.program"), goesOn: " stay there?"},
	{key: companyKeys, words: company, of: set("trip.purpose trip.places trip.arrival_date trip.length_of_stay trip.departure_date trip.bookings family.spouse"), goesOn: " travelling?"},
	{key: set("from source"), words: set("rest balance remainder other half where's from source where who whom the it it's that's is what and that this comes come coming does all so"), goesOn: " where is the money?"},
	{key: set("j2 f2 h4 2 4 dependant dependent"), words: set("on a an as the j f h j2 f2 h4 2 4 visa dependant dependent is it with"), of: set("identity.marital_status family.spouse"), goesOn: "Is your spouse coming?", whole: true},
	{key: set("one"), words: set("are you the only one an so just"), of: set("family.children"), goesOn: "Only one child?", whole: true},
	{key: set("one"), words: set("are you the only one an so just"), of: set("family.parents family.siblings"), goesOn: " child?"},
	{key: set("mother father mom mum dad him her"), words: set("you and the mother father mom mum dad him her her child's still together with are what about"), of: set("family.children"), goesOn: "Are you married?", whole: true},
	{key: set("there"), words: set("and there over so but"), of: set("employment.monthly_income"), goesOn: "How much will they pay you there?", whole: true},
	{key: set("rest balance remainder"), words: set("and the rest balance remainder of it that what about so money"), of: set("finance.loan finance.scholarship f1.funding_year1 f1.cost_year1 finance.sponsors finance.liquid_funds"), goesOn: "Who pays the rest?", whole: true},
	{key: set("just only"), words: set("so just only you"), of: set("family.parents family.siblings"), goesOn: "Are you the only child?", whole: true},
	{key: amountLike, words: joinedBills, of: set("trip.payer finance.sponsors trip.bookings trip.cost_usd us_contact.name_or_org trip.purpose trip.length_of_stay"), goesOn: "Who pays for the ticket and the hotel?", whole: true},
}

// joinedBills are the words of a line that only names bills of a journey: "Registration,
// flight?"
var joinedBills = set("ticket tickets flight flights fare airfare hotel hotels food board lodging registration visa fee fees expenses costs bills and the your")

// lastYear is more than any number that may be a year.
const lastYear = 2100
