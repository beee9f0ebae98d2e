package web

import (
	"errors"
	"maps"
	"net/http"
	"slices"
	"strings"

	"github.com/labstack/echo/v4"

	"github.com/viceconsul/viceconsul/interview/transcript"
)

// A caseView is what case.html shows: the case as its profile alone shows it.
type caseView struct {
	Slug     string
	Category transcript.Category
	Track    string
	receivers
	Facts    int        // fields that hold text
	Unread   int        // fields that cannot be read
	Spots    []spotView // most serious first
	Missing  []placeView
	Ties     []claimView // declared; none for H-1B
	Declared []paperView // papers for what was declared
	Usual    []paperView // papers everybody of the category may be asked for
	Lacking  []paperView // that the applicant says are missing or have a problem
	Folder   bool        // the applicant has said something about the papers
	Rules    []ruleView
	PapersOn string // the day the papers were last looked at
	RulesOn  string // the day the rules were last looked at; a rule may say an earlier one
}

// A placeView leads to a field of the profile.
type placeView struct{ Title, Path, Anchor, Text string }

// A spotView is one thing an officer may doubt.
type spotView struct {
	ID, Title, Seen, Do string
	Found               string // by a check that compared facts
	Claims              []placeView
	Papers              []paperView // that stand on the page
	Rules               []ruleView
	Sources             []source
}

// A paperView is one paper with the facts it shows.
type paperView struct {
	ID, Title, Proves, Fault, Note string
	Claims                         []placeView
	Sources                        []source
	State                          string // one of paperStates; "" when nothing was said
	States                         []choice
}

// paperStates are what an applicant can say of a paper.
var paperStates = []string{"have", "missing", "problem", "not needed"}

// A ruleView is one dated rule.
type ruleView struct {
	ID, Title, Text, Status, From, To, Checked string
	Sources                                    []source
}

// chooseCase lists whose case can be looked at, what this browser began first.
func (s *Server) chooseCase(c echo.Context) error {
	view := startView{receivers: s.receivers()}
	a, err := s.applicant(c)
	if err == nil {
		err = s.recall(c, a, &view)
	}
	if err != nil && !errors.Is(err, ErrUnauthorized) {
		return err
	}
	return c.Render(http.StatusOK, "cases.html", view)
}

// showCase shows what an officer may doubt in the profile of a category.
func (s *Server) showCase(c echo.Context) error {
	category, err := categoryOf(c)
	if err != nil {
		return err
	}
	texts, err := s.visitorProfile(c, category)
	if err != nil {
		return err
	}
	folder, err := s.visitorTexts(c, category, folderPage)
	if err != nil {
		return err
	}
	n, err := loadNotes()
	if err != nil {
		return err
	}
	view := caseOf(n, category, texts)
	view.receivers = s.receivers()
	view.pack(folder)
	return c.Render(http.StatusOK, "case.html", view)
}

// postCase keeps what an applicant says of the papers.
func (s *Server) postCase(c echo.Context) error {
	category, form, err := categoryForm(c)
	if err != nil {
		return err
	}
	texts := textsOfForm(form)
	maps.DeleteFunc(texts, func(_, state string) bool { return !slices.Contains(paperStates, state) })
	a, _, err := s.ensureApplicant(c)
	if err != nil {
		return err
	}
	if err := s.keepOwn(c, a, category, folderPage, texts); err != nil {
		return err
	}
	return c.Redirect(http.StatusSeeOther, "/case/"+slug(category)+"#papers")
}

// pack says of each paper what the applicant said of it.
func (v *caseView) pack(folder map[string]string) {
	v.Folder = len(folder) > 0
	for _, papers := range [][]paperView{v.Declared, v.Usual} {
		for i := range papers {
			p := &papers[i]
			p.State = folder[p.ID]
			p.States = []choice{{Label: "Not said yet"}}
			for _, state := range paperStates {
				p.States = append(p.States, choice{state, paperStateWords[state], state == p.State})
			}
			if p.State == "missing" || p.State == "problem" {
				v.Lacking = append(v.Lacking, *p)
			}
		}
	}
}

// paperStateWords are the states for people.
var paperStateWords = map[string]string{
	"have": "I have it", "missing": "Missing", "problem": "There is a problem with it", "not needed": "Not needed in my case",
}

// caseOf looks at a profile as typed.
func caseOf(n *notes, category transcript.Category, texts map[string]string) caseView {
	read := readTexts(texts)
	p := read.profile
	v := caseView{Slug: slug(category), Category: category, Track: trackTitle(category), Facts: facts(texts), Unread: len(read.problems), PapersOn: n.papersOn}
	v.Declared, v.Usual = papersOf(n, category, p)
	v.Rules, v.RulesOn = rulesOf(n, category), n.rulesOn
	if v.Facts == 0 {
		return v
	}
	for _, sp := range n.spots {
		if found, ok := sp.shows(category, p); ok {
			v.Spots = append(v.Spots, v.spotOf(n, sp, found, p))
		}
	}
	for _, f := range p.Missing(category) {
		v.Missing = append(v.Missing, placeOf(f.Path, ""))
	}
	v.Ties = tiesDeclared(category, p)
	return v
}

// shows reports whether a profile shows the spot, and what a check found.
func (sp spot) shows(category transcript.Category, p transcript.Profile) (found string, ok bool) {
	if !sp.For.has(category) {
		return "", false
	}
	if sp.Finds != "" {
		found = finds[sp.Finds](category, p)
		return found, found != ""
	}
	return "", asserts(sp.When, p)
}

func (v caseView) spotOf(n *notes, sp spot, found string, p transcript.Profile) spotView {
	view := spotView{ID: sp.ID, Title: sp.Title, Seen: sp.Seen, Do: sp.Do, Found: found, Sources: n.sourcesOf(sp.Sources)}
	view.Claims = claimsIn(sp.Fields, v.Category, p)
	for _, paper := range slices.Concat(v.Declared, v.Usual) {
		if slices.Contains(sp.Documents, paper.ID) {
			view.Papers = append(view.Papers, paper)
		}
	}
	for _, rule := range v.Rules {
		if slices.Contains(strings.Fields(sp.Policy), rule.ID) {
			view.Rules = append(view.Rules, rule)
		}
	}
	return view
}

// claimsIn are the declared facts among these fields that the category uses.
func claimsIn(paths []string, category transcript.Category, p transcript.Profile) []placeView {
	var all []placeView
	for _, path := range paths {
		if f, ok := transcript.LookupField(path); !ok || !f.UsedBy(category) {
			continue
		}
		if d, ok := p.Declared(path); ok {
			all = append(all, placeOf(path, d.Text))
		}
	}
	return all
}

// heldIn are those that hold something: a paper shows no "none".
func heldIn(paths []string, category transcript.Category, p transcript.Profile) []placeView {
	return slices.DeleteFunc(claimsIn(paths, category, p), func(c placeView) bool {
		d, _ := p.Declared(c.Path)
		return d.Value.None()
	})
}

func placeOf(path, text string) placeView {
	return placeView{fieldTitle(path), path, fieldAnchor(path), text}
}

// papersOf are the papers of a category: those that show something declared, and
// those everybody is asked for.
func papersOf(n *notes, category transcript.Category, p transcript.Profile) (declared, usual []paperView) {
	for _, d := range n.documents {
		if !d.For.has(category) || d.When != "" && !asserts([]string{d.When}, p) {
			continue
		}
		view := paperView{ID: d.ID, Title: d.Title, Proves: d.Proves, Fault: d.Fault, Note: d.Note,
			Claims: heldIn(d.Fields, category, p), Sources: n.sourcesOf(d.Sources)}
		if len(view.Claims) > 0 {
			declared = append(declared, view)
		} else {
			usual = append(usual, view)
		}
	}
	return declared, usual
}

// rulesOf are the rules that touch a category.
func rulesOf(n *notes, category transcript.Category) []ruleView {
	var all []ruleView
	for _, r := range n.policy {
		if !r.For.has(category) {
			continue
		}
		all = append(all, ruleView{r.ID, r.Title, r.Text, sentence(r.Status), r.From, r.To, r.Checked, n.sourcesOf(r.Sources)})
	}
	return all
}

// tieFields are what a residence abroad shows in.
var tieFields = []string{"employment.employer", "employment.business", "ties.return_role", "jw.home_university", "ties.property", "ties.family_at_home",
	"family.spouse", "family.children", "ties.obligations", "ties.plan_after"}

// tiesDeclared are the ties a profile declares. For H-1B the law asks for none.
func tiesDeclared(category transcript.Category, p transcript.Profile) []claimView {
	if !category.HasTies() {
		return nil
	}
	var all []claimView
	for _, path := range tieFields {
		f, known := transcript.LookupField(path)
		d, ok := p.Declared(path)
		if known && f.UsedBy(category) && ok && !d.Value.None() {
			all = append(all, claimView{fieldTitle(path), d.Text})
		}
	}
	return all
}
