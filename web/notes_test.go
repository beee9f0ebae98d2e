package web

import (
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/viceconsul/viceconsul/interview/transcript"
	"github.com/viceconsul/viceconsul/questionbank"
)

func allNotes(t *testing.T) *notes {
	t.Helper()
	n, err := loadNotes()
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// A noteLint holds one note to what every note must be.
type noteLint struct {
	*testing.T
	notes *notes
	seen  map[string]bool
}

func (l noteLint) id(id string) {
	if id == "" || l.seen[id] {
		l.Errorf("%q: an id is missing or stands twice", id)
	}
	l.seen[id] = true
}

func (l noteLint) audience(id string, a audience) {
	if len(a) == 0 {
		l.Errorf("%s: for nobody", id)
	}
	for _, name := range a {
		if groups[name] == nil && !slices.Contains(transcript.Categories(), transcript.Category(name)) {
			l.Errorf("%s: for %q, which is no category and no group", id, name)
		}
	}
}

func (l noteLint) sources(id string, keys []string) {
	if len(keys) == 0 {
		l.Errorf("%s: no source", id)
	}
	for _, key := range keys {
		if l.notes.sources[key].Title == "" {
			l.Errorf("%s: unknown source %q", id, key)
		}
	}
}

// date wants a day or a month that is not in the future of the build.
func (l noteLint) date(id, text string, optional bool) {
	if text == "" && optional {
		return
	}
	for _, layout := range []string{time.DateOnly, "2006-01", "2006"} {
		if _, err := time.Parse(layout, text); err == nil {
			return
		}
	}
	l.Errorf("%s: %q is no date", id, text)
}

// fields must be known and used by somebody the note is for.
func (l noteLint) fields(id string, a audience, paths []string) {
	for _, path := range paths {
		f, ok := transcript.LookupField(path)
		used := slices.ContainsFunc(transcript.Categories(), func(c transcript.Category) bool { return a.has(c) && f.UsedBy(c) })
		if !ok || !used {
			l.Errorf("%s: field %q is unknown, or unused by whom the note is for", id, path)
		}
	}
}

func (l noteLint) conditions(id string, a audience, all []string) {
	for _, condition := range all {
		var paths []string
		for term := range strings.SplitSeq(strings.TrimPrefix(condition, "!"), " or ") {
			path, values, found := strings.Cut(term, "=")
			path, _, _ = strings.Cut(path, "~")
			path = strings.TrimSpace(path)
			paths = append(paths, path)
			f, _ := transcript.LookupField(path)
			for value := range strings.SplitSeq(values, "|") {
				if value = strings.TrimSpace(value); found && len(f.Enum) > 0 && !slices.Contains(f.Enum, value) {
					l.Errorf("%s: %s is never %q", id, path, value)
				}
			}
		}
		if len(paths) == 1 {
			l.fields(id, a, paths)
			continue
		}
		for _, path := range paths {
			if _, ok := transcript.LookupField(path); !ok {
				l.Errorf("%s: unknown field %q", id, path)
			}
		}
	}
}

var sentenceEnd = regexp.MustCompile(`[.?!:]\s+`)

// words are plain: short sentences, and for H-1B nothing of another category's law.
func (l noteLint) words(id string, a audience, texts ...string) {
	for _, text := range texts {
		if strings.TrimSpace(text) == "" {
			l.Errorf("%s: an empty text", id)
		}
		for _, s := range sentenceEnd.Split(text, -1) {
			if n := len(strings.Fields(s)); n > 15 {
				l.Errorf("%s: %d words in %q, at most 15", id, n, s)
			}
		}
		if found := tieWord.FindString(text); found != "" && (a.has(transcript.H1B) || a.has(transcript.H1BPhysician)) {
			l.Errorf("%s: %q stands on H-1B pages", id, found)
		}
	}
}

// Every note has a date, a source, a known audience, known fields and short words.
func TestNotesAreWhole(t *testing.T) {
	n := allNotes(t)
	l := noteLint{t, n, map[string]bool{}}
	l.date("papers", n.papersOn, false)
	withoutFact := []string{"photo", "jp-sevis"} // nothing declared says anything about these
	for _, d := range n.documents {
		l.id("d " + d.ID)
		l.audience(d.ID, d.For)
		l.sources(d.ID, d.Sources)
		l.fields(d.ID, d.For, d.Fields)
		l.words(d.ID, d.For, d.Title, "Shows "+d.Proves, d.Fault+d.Note)
		if (d.Fault == "") == (d.Note == "") {
			l.Errorf("%s: want a fault or a note", d.ID)
		}
		if d.When != "" {
			l.conditions(d.ID, d.For, []string{d.When})
		}
		if len(d.Fields) == 0 && !slices.Contains(withoutFact, d.ID) {
			l.Errorf("%s: no declared fact belongs to it", d.ID)
		}
	}
	for _, sp := range n.spots {
		l.id("w " + sp.ID)
		l.audience(sp.ID, sp.For)
		l.sources(sp.ID, sp.Sources)
		l.fields(sp.ID, sp.For, sp.Fields)
		l.conditions(sp.ID, sp.For, sp.When)
		l.words(sp.ID, sp.For, sp.Title, sp.Seen, sp.Do)
		if (len(sp.When) == 0) == (sp.Finds == "") || sp.Finds != "" && finds[sp.Finds] == nil {
			l.Errorf("%s: want conditions or a known check, not both", sp.ID)
		}
		for _, id := range sp.Documents {
			if !slices.ContainsFunc(n.documents, func(d document) bool { return d.ID == id && shared(d.For, sp.For) }) {
				l.Errorf("%s: no paper %q for anybody it is for", sp.ID, id)
			}
		}
		for _, id := range strings.Fields(sp.Policy) {
			if !slices.ContainsFunc(n.policy, func(p policyNote) bool { return p.ID == id }) {
				l.Errorf("%s: no rule %q", sp.ID, id)
			}
		}
	}
	for _, p := range n.policy {
		l.id("r " + p.ID)
		l.audience(p.ID, p.For)
		l.sources(p.ID, p.Sources)
		l.date(p.ID, p.Checked, false)
		l.date(p.ID, p.From, true)
		l.date(p.ID, p.To, true)
		l.words(p.ID, p.For, p.Title, p.Text, p.Status)
		if !slices.Contains([]string{"A", "B", "C"}, p.Conf) {
			l.Errorf("%s: confidence %q, want A, B or C", p.ID, p.Conf)
		}
	}
	l.date("statuses", n.statusOn, false)
	everybody := audience{"all"}
	for _, st := range n.statuses {
		l.id("s " + st.ID)
		l.sources(st.ID, st.Sources)
		l.words(st.ID, everybody, slices.Concat([]string{st.Title, st.Get}, st.Means, st.Next)...)
	}
	l.sources("labels", n.labelSource)
	for _, la := range n.labels {
		l.words(la.Label, everybody, la.Label, la.Means, la.Next)
	}
	for _, p := range n.pages {
		l.id("p " + p.Name)
		l.sources(p.Name, p.Sources)
		l.words(p.Name, everybody, p.Title, p.Lead)
		l.own(p)
	}
	for key, s := range n.sources {
		l.date(key, s.Dated, true)
		if s.URL != "" && !strings.HasPrefix(s.URL, "https://") {
			l.Errorf("%s: address %q", key, s.URL)
		}
	}
}

// own holds the fields of a page: each category has each name at most once.
func (l noteLint) own(p ownPage) {
	for _, c := range transcript.Categories() {
		seen := map[string]bool{}
		for _, f := range p.fieldsFor(c) {
			if f.Name == "" || seen[f.Name] {
				l.Errorf("%s: %s has field %q twice, or without a name", p.Name, c, f.Name)
			}
			seen[f.Name] = true
			l.audience(p.Name+" "+f.Name, f.For)
			l.words(p.Name+" "+f.Name, f.For, f.Label, f.Help)
			if (f.Rows == 0) == (f.Choices == nil) {
				l.Errorf("%s %s: want rows or choices", p.Name, f.Name)
			}
		}
	}
}

func shared(a, b audience) bool {
	return slices.ContainsFunc(transcript.Categories(), func(c transcript.Category) bool { return a.has(c) && b.has(c) })
}

// Every category has papers and rules, and every check is used.
func TestNotesCoverEveryCategory(t *testing.T) {
	n := allNotes(t)
	for _, c := range transcript.Categories() {
		v := caseOf(n, c, nil)
		if own := len(v.Declared) + len(v.Usual); own < 6 || len(v.Rules) < 5 || len(v.Spots) > 0 {
			t.Errorf("%s: %d papers, %d rules, %d spots in an empty profile", c, own, len(v.Rules), len(v.Spots))
		}
	}
	for name := range finds {
		if !slices.ContainsFunc(n.spots, func(sp spot) bool { return sp.Finds == name }) {
			t.Errorf("no spot uses the check %s", name)
		}
	}
}

// Every word of the list is in a line of the bank for each that it is for, in each of its
// forms for somebody, and has a meaning; an exam has no list.
func TestWordListIsOfficers(t *testing.T) {
	bank, err := questionbank.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	said := func(form string, c transcript.Category) bool {
		whole := regexp.MustCompile(`(?i)(^|[^\w-])` + regexp.QuoteMeta(form) + `($|\W)`)
		return slices.ContainsFunc(bank.Pick(questionbank.Filter{Category: c, Off: true}), func(q *questionbank.Question) bool {
			return slices.ContainsFunc(append(q.Wordings(), q.Simpler, q.Then), whole.MatchString)
		})
	}
	n, english := allNotes(t), catalogues(t).english()
	meanings := 0
	for key := range english.texts {
		if strings.HasPrefix(key, "room.word.") {
			meanings++
		}
	}
	if meanings != len(n.words) {
		t.Errorf("%d words and %d meanings", len(n.words), meanings)
	}
	for _, w := range n.words {
		if len(english.texts["room.word."+w.ID]) == 0 || len(w.Forms) == 0 {
			t.Errorf("%s: no meaning or no form", w.ID)
		}
		for _, form := range w.Forms {
			if !slices.ContainsFunc(transcript.Categories(), func(c transcript.Category) bool { return w.For.has(c) && said(form, c) }) {
				t.Errorf("%s: no officer says %q to anybody it is for", w.ID, form)
			}
		}
	}
	v := visit(t)
	for mode, want := range map[string]bool{"coach": true, "exam": false} {
		v.post("/profile/f1", v.fill("f1", actionSample, nil))
		room := v.get(v.redirected(v.post("/profile/f1", v.fill("f1", actionBegin, map[string]string{"mode": mode})), "/interviews/"))
		if got := len(room.with("data-part", "words")) > 0; got != want {
			t.Errorf("%s: a word list: %t, want %t", mode, got, want)
		}
	}
}
