package web

import (
	"bytes"
	"cmp"
	"embed"
	"fmt"
	"slices"
	"strings"
	"sync"

	"go.yaml.in/yaml/v3"

	"github.com/viceconsul/viceconsul/interview/transcript"
	"github.com/viceconsul/viceconsul/questionbank"
)

// Notes about papers, weak spots, rules and statuses: dated data with their sources, which a
// person can edit without reading Go.
//
//go:embed notes/*.yaml
var noteFiles embed.FS

// notes is everything under notes/, as it was written.
type notes struct {
	sources   map[string]source
	documents []document
	spots     []spot
	policy    []policyNote
	statuses  []status
	labels    []label
	pages     []ownPage
	words     []word

	labelSource []string
	statusOn    string // the day the statuses were last looked at
	papersOn    string // the day the papers were last looked at
	rulesOn     string // the day the rules were last looked at
}

// A source is where a note comes from.
type source struct {
	Title    string
	URL      string // "" when none is named
	Official bool   // a text of the government or of the sponsor itself
	Dated    string // of the text or of the copy that was read; "" when unknown
}

// audience says which categories a note is for: groups or categories.
type audience []string

// groups are the names that notes use for several categories.
var groups = map[string][]transcript.Category{
	"all": transcript.Categories(),
	"B":   {transcript.B1, transcript.B2, transcript.B1B2},
	"F":   {transcript.F1},
	"J": {transcript.J1Physician, transcript.J1Research, transcript.J1Student, transcript.J1SWT,
		transcript.J1AuPair, transcript.J1Intern, transcript.J1Trainee, transcript.J1Other},
	"JP": {transcript.J1Physician},
	"JX": {transcript.J1Research, transcript.J1Student, transcript.J1SWT, transcript.J1AuPair,
		transcript.J1Intern, transcript.J1Trainee, transcript.J1Other},
	"H":  {transcript.H1B, transcript.H1BPhysician},
	"HP": {transcript.H1BPhysician},
}

func (a audience) has(c transcript.Category) bool {
	return slices.ContainsFunc(a, func(name string) bool { return name == string(c) || slices.Contains(groups[name], c) })
}

// A document is a paper an officer may ask for.
type document struct {
	ID      string
	For     audience
	When    string // shown only when the profile declares this; "" always
	Title   string
	Proves  string
	Fault   string   // what often stops a case
	Note    string   // a sentence in its place
	Fields  []string // declared facts it shows
	Sources []string `yaml:"source"`
}

// A spot is something an officer may doubt.
type spot struct {
	ID        string
	For       audience
	When      []string // conditions of the question bank's language, which all hold
	Finds     string   // or a check by name
	Title     string
	Seen      string // by an officer
	Do        string
	Fields    []string
	Documents []string
	Policy    string
	Sources   []string `yaml:"source"`
}

// A policyNote is one rule with its dates.
type policyNote struct {
	ID      string
	For     audience
	From    string // the day or month it began; "" when the note is about a state
	To      string
	Status  string
	Checked string
	Title   string
	Text    string
	Sources []string `yaml:"source"`
	Conf    string
	Full    []string // nationalities for which every class is suspended
	Partial []string // for which B, F, M and J are suspended
}

// A word is what officers say and a coached applicant may ask the meaning of. Its meaning
// is in the catalogues.
type word struct {
	ID    string
	For   audience
	Forms []string // as officers say it; the first is shown
}

// wordsFor are those of a category, by letter.
func (n *notes) wordsFor(c transcript.Category) []word {
	all := slices.DeleteFunc(slices.Clone(n.words), func(w word) bool { return !w.For.has(c) })
	slices.SortFunc(all, func(a, b word) int { return cmp.Compare(strings.ToLower(a.Forms[0]), strings.ToLower(b.Forms[0])) })
	return all
}

// loadNotes reads the embedded notes, once for the process.
var loadNotes = sync.OnceValues(readNotes)

func readNotes() (*notes, error) {
	var all struct {
		Checked   string
		Sources   map[string]source
		Documents []document
		Spots     []spot
		Policy    []policyNote
		Statuses  []status
		Labels    []label
		Pages     []ownPage
		Words     []word

		LabelSource []string `yaml:"label_source"`
	}
	n := &notes{}
	for _, name := range []string{"sources", "documents", "status", "spots", "policy", "pages", "words"} {
		body, err := noteFiles.ReadFile("notes/" + name + ".yaml")
		if err != nil {
			return nil, fmt.Errorf("notes: %w", err)
		}
		read := yaml.NewDecoder(bytes.NewReader(body))
		read.KnownFields(true)
		if err := read.Decode(&all); err != nil {
			return nil, fmt.Errorf("notes/%s.yaml: %w", name, err)
		}
		switch name {
		case "documents":
			n.papersOn = all.Checked
		case "status":
			n.statusOn = all.Checked
		case "policy":
			n.rulesOn = all.Checked
		}
	}
	n.sources, n.documents, n.spots, n.policy = all.Sources, all.Documents, all.Spots, all.Policy
	n.statuses, n.labels, n.labelSource, n.pages, n.words = all.Statuses, all.Labels, all.LabelSource, all.Pages, all.Words
	for i := range n.policy {
		set(&n.policy[i].Checked, n.rulesOn)
	}
	return n, nil
}

// sourcesOf are the sources of these keys.
func (n *notes) sourcesOf(keys []string) []source {
	all := make([]source, len(keys))
	for i, key := range keys {
		all[i] = n.sources[key]
	}
	return all
}

// asserts reports whether a profile declares what the conditions say.
func asserts(conditions []string, p transcript.Profile) bool {
	q := questionbank.Question{When: conditions}
	return q.Open(p)
}
