package web

import (
	"errors"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/labstack/echo/v4"

	"github.com/viceconsul/viceconsul/interview"
	"github.com/viceconsul/viceconsul/interview/transcript"
)

// A profileView is what profile.html shows.
type profileView struct {
	Category transcript.Category
	Slug     string
	Track    string
	receivers
	Facts    int    // fields that hold text
	Lender   string // the visa of another profile that has facts this one needs
	Lent     int    // how many; 0 for none
	Opening  sectionView
	Sections []sectionView
	Choice   officerChoice
	Faults   []fieldView // shown on top after a page was sent
}

// A sectionView is the fields under one heading.
type sectionView struct {
	ID, Title string
	Fields    []fieldView
	Declared  int // fields that hold text
	Of        int
	Lacking   int // needed and empty
	Open      bool
	Key       string   // under which the form says where its facts come from; "" for the opening
	Origins   []choice // to choose from
}

// factOrigins are where facts can come from, as the page words them.
var factOrigins = []choice{
	{Value: "", Label: "I know them; they are on my forms"}, {Value: "ds160", Label: "From the DS-160"}, {Value: "i20", Label: "From the I-20"},
	{Value: "ds2019", Label: "From the DS-2019"}, {Value: "i797", Label: "From the I-797"}, {Value: "lca", Label: "From the LCA"},
	{Value: transcript.Unchecked, Label: "Not checked yet: call nothing a conflict"},
}

// originsFor are the papers a category has, the one chosen marked.
func originsFor(category transcript.Category, chosen string) []choice {
	without := map[string]bool{}
	if category.Visa() != "F-1" {
		without["i20"] = true
	}
	if category.Visa() != "J-1" {
		without["ds2019"] = true
	}
	if category.HasTies() {
		without["i797"], without["lca"] = true, true
	}
	var all []choice
	for _, o := range factOrigins {
		if o.Selected = o.Value == chosen; !without[o.Value] || o.Selected {
			all = append(all, o)
		}
	}
	return all
}

// A fieldView is one field of the form.
type fieldView struct {
	ID, Name, Label string
	Why, Example    string
	Source          string
	Kind            string // "choice", "lines" or "line"
	Choices         []choice
	Text            string // as typed
	Read            string // as it was read
	Problem         string // why it cannot be read
	Needed          bool
}

// A choice is one option of a field.
type choice struct {
	Value, Label string
	Selected     bool
}

// An officerChoice is how the interview will be held.
type officerChoice struct {
	Minutes                 int
	CutsIn                  bool // the officer may cut in
	Plain                   bool // no model takes part
	Tempers, Modes, Lengths []choice
}

// categoryPath is not asked on the page: the address says it.
const categoryPath = "application.visa_category"

// openings are the facts that open an interview: what and where, who pays, how
// long or how much (our judgement: what an officer's first three questions need).
var openings = map[transcript.Category][]string{
	transcript.B1:           {"trip.purpose", "trip.payer", "trip.length_of_stay"},
	transcript.B2:           {"trip.purpose", "trip.payer", "trip.length_of_stay"},
	transcript.B1B2:         {"trip.purpose", "trip.payer", "trip.length_of_stay"},
	transcript.F1:           {"f1.school", "finance.sponsors", "f1.cost_year1"},
	transcript.J1Physician:  {"jp.program", "jp.specialty", "j1.start_date"},
	transcript.J1Research:   {"j1.host", "j1.research_topic", "j1.funding"},
	transcript.J1Student:    {"j1.host", "j1.funding", "j1.start_date"},
	transcript.J1SWT:        {"jw.employer", "jw.job", "jw.home_university"},
	transcript.J1AuPair:     {"jw.host_family", "jw.pay", "j1.start_date"},
	transcript.J1Intern:     {"jw.employer", "jw.job", "jw.pay"},
	transcript.J1Trainee:    {"jw.employer", "jw.job", "jw.pay"},
	transcript.J1Other:      {"j1.host", "j1.funding", "j1.start_date"},
	transcript.H1B:          {"h1b.petitioner", "h1b.job_title", "h1b.worksites", "h1b.wage_usd"},
	transcript.H1BPhysician: {"h1b.petitioner", "jp.specialty", "h1b.worksites"},
}

// showProfile shows the profile of a category as the applicant last left it.
func (s *Server) showProfile(c echo.Context) error {
	category, err := categoryOf(c)
	if err != nil {
		return err
	}
	var texts, lent map[string]string
	var lender transcript.Category
	a, err := s.applicant(c)
	if err == nil {
		texts, err = s.draftTexts(c, a, category)
	}
	if err == nil && facts(texts) == 0 {
		lender, lent, err = s.lender(c, a, category)
	}
	if err != nil && !errors.Is(err, ErrUnauthorized) {
		return err
	}
	view := profileOf(category, texts, c.QueryParam("open"))
	view.receivers, view.Lender, view.Lent = s.receivers(), lender.Visa(), len(lent)
	return c.Render(http.StatusOK, "profile.html", view)
}

// profileOf lays a category's profile out. open is the path of a field whose
// section starts open.
func profileOf(category transcript.Category, texts map[string]string, open string) profileView {
	read := readTexts(texts)
	first := openings[category]
	v := profileView{
		Category: category, Slug: slug(category), Track: trackTitle(category), Facts: facts(texts), Choice: usualOfficer(),
	}
	for _, path := range first {
		if f, ok := transcript.LookupField(path); ok {
			v.Opening.add(fieldOf(f, category, texts, read))
		}
	}
	for _, f := range transcript.Fields() {
		if f.UsedBy(category) && f.Path != categoryPath && !slices.Contains(first, f.Path) {
			v.place(f.Section, fieldOf(f, category, texts, read), f.Path == open)
		}
	}
	for i := range v.Sections {
		section := &v.Sections[i]
		slices.SortStableFunc(section.Fields, neededFirst)
		section.Key = transcript.SectionKey(section.Title)
		section.Origins = originsFor(category, texts[section.Key])
	}
	slices.SortStableFunc(v.Sections, func(a, b sectionView) int { return b.needed() - a.needed() })
	return v
}

// place adds a field to the section of its title.
func (v *profileView) place(title string, f fieldView, open bool) {
	i := slices.IndexFunc(v.Sections, func(s sectionView) bool { return s.Title == title })
	if i < 0 {
		i = len(v.Sections)
		id := "s-" + strings.ReplaceAll(strings.ToLower(title), " ", "-")
		v.Sections = append(v.Sections, sectionView{ID: id, Title: title})
	}
	v.Sections[i].add(f)
	v.Sections[i].Open = v.Sections[i].Open || open
}

func (s *sectionView) add(f fieldView) {
	s.Fields = append(s.Fields, f)
	s.Of++
	switch {
	case f.Text != "":
		s.Declared++
	case f.Needed:
		s.Lacking++
	}
}

// needed is how many of its fields belong to the required minimum.
func (s sectionView) needed() int {
	n := 0
	for _, f := range s.Fields {
		if f.Needed {
			n++
		}
	}
	return n
}

func neededFirst(a, b fieldView) int {
	switch {
	case a.Needed == b.Needed:
		return 0
	case a.Needed:
		return -1
	}
	return 1
}

func fieldOf(f transcript.Field, category transcript.Category, texts map[string]string, read reading) fieldView {
	v := fieldView{
		ID: fieldAnchor(f.Path), Name: f.Path, Label: f.Title, Why: f.Question, Example: f.Example, Source: f.Source,
		Kind: "line", Text: texts[f.Path], Read: read.read[f.Path], Problem: read.problems[f.Path],
		Needed: slices.Contains(f.Needed, category),
	}
	switch f.Type {
	case transcript.TypeEnum:
		v.Kind, v.Choices = "choice", choicesOf(f.Enum, v.Text)
	case transcript.TypeBool:
		v.Kind, v.Choices = "choice", choicesOf([]string{"yes", "no"}, v.Text)
	case transcript.TypeList, transcript.TypeObject:
		v.Kind = "lines"
	case transcript.TypeText:
		if f.Class == transcript.ClassPlan || f.Class == transcript.ClassTitle {
			v.Kind = "lines" // these take a sentence
		}
	}
	if v.Kind == "choice" {
		v.Example, v.Read = "", ""
	}
	if strings.EqualFold(v.Read, v.Text) {
		v.Read = "" // read as written: nothing to say
	}
	return v
}

// choicesOf are the options of a field. What was declared in other words is one
// more, so that it is not lost.
func choicesOf(values []string, text string) []choice {
	all := []choice{{Label: "Not declared"}}
	known := text == ""
	for _, value := range values {
		same := strings.EqualFold(strings.ReplaceAll(text, " ", "_"), value)
		known = known || same
		all = append(all, choice{value, choiceTitle(value), same})
	}
	if !known {
		all = append(all, choice{text, text, true})
	}
	return all
}

// take selects what the applicant chose; a value that is not offered changes
// nothing.
func (o *officerChoice) take(form url.Values) {
	pick(o.Tempers, form.Get("officer.temper"))
	pick(o.Modes, form.Get("mode"))
	pick(o.Lengths, form.Get("minutes"))
	o.CutsIn, o.Plain = cutsIn(form), form.Get("officer.plain") != ""
}

// cutsIn reads the box of the form: one that is not ticked is not sent.
func cutsIn(form url.Values) bool { return form.Get("officer.cuts_in") != "" }

func pick(choices []choice, value string) {
	if !slices.ContainsFunc(choices, func(c choice) bool { return c.Value == value }) {
		return
	}
	for i := range choices {
		choices[i].Selected = choices[i].Value == value
	}
}

// choiceTitle is a value of a closed list for people: "US employer".
func choiceTitle(value string) string {
	words := strings.Split(value, "_")
	if words[0] == "us" {
		words[0] = "US"
	}
	return sentence(strings.Join(words, " "))
}

// sentence begins a text with a capital letter.
func sentence(text string) string {
	if text == "" {
		return ""
	}
	first, size := utf8.DecodeRuneInString(text)
	return string(unicode.ToUpper(first)) + text[size:]
}

// usualOfficer is what an interview is held with unless the applicant chooses.
func usualOfficer() officerChoice {
	minutes := strconv.Itoa(minutesUsual)
	return officerChoice{
		Minutes: minutesUsual, CutsIn: true,
		Tempers: []choice{
			{string(interview.Neutral), "Neutral", true}, {string(interview.Brisk), "Brisk: short and quick", false},
			{string(interview.Sceptical), "Sceptical: asks again", false}, {string(interview.Warm), "Warm", false},
		},
		Modes: []choice{
			{string(interview.Exam), "Silence, as at a real window", true},
			{string(interview.Coach), "A note after each answer", false},
		},
		Lengths: []choice{
			{"3", "3 minutes", false}, {minutes, minutes + " minutes", true}, {"10", "10 minutes", false}, {"20", "20 minutes", false},
			{strconv.Itoa(minutesMost), "No limit, an hour at most", false},
		},
	}
}
