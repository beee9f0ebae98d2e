package web

import (
	"fmt"
	"slices"
	"strings"

	"github.com/viceconsul/viceconsul/interview/transcript"
)

// longAnswer is from how many words on an answer folds (our judgement: a phone's
// screen).
const longAnswer = 90

// A filterView is one way to show fewer turns.
type filterView struct {
	Key, Title string
	Count      int
	Current    bool
}

// An answerView is one turn with its evidence.
type answerView struct {
	Turn   transcript.Turn
	Pieces []segment
	Notes  []noteView // what to work on
	Kept   []noteView // what was good
	Good   string     // the same in one line
	Bands  []bandView // of the criteria without a note
	Tried  bool       // again, later: it is not counted
	// Correctable says that the applicant may still correct the answer.
	Correctable bool
	Long        int      // words, when the answer folds
	Clock       string   // length of the answer; "" when neither measured nor estimated
	Uses        []string // titles of the facts in the suggestion
	Lacks       []string // titles of the facts a suggestion would need
	Disputes    []string // what is not settled between the rules and a model
}

// A noteView is one finding of a turn.
type noteView struct {
	N                       int
	Criterion               transcript.Criterion
	Title                   string
	Band                    string // "2 of 4"; "" when it has none
	Verdict                 string
	High                    bool
	By                      string // the model that heard it; "" for the rules
	Disputed                bool   // a model says that the rules misread
	Heard, Declared, Source string
	Field, Path, Anchor     string // what it was compared with
	Earlier                 int
	Reason, Advice          string
}

// A bandView is the band of a criterion.
type bandView struct{ Title, Band string }

// A factView is one row of heard and declared.
type factView struct {
	Turn                          int
	Title, Heard, Declared, Words string
	Verdict                       transcript.Verdict
}

// Filters of turns, by the value in the address.
const (
	showConflicts = "conflicts"
	showLong      = "long"
	showTies      = "ties"
	showFit       = "fit"
)

func filtersOf(t transcript.Transcript, category transcript.Category, show string) []filterView {
	all := []filterView{{Key: "", Title: "All"}, {Key: showConflicts, Title: "Conflicts"}, {Key: showLong, Title: "Length"}}
	if category.HasTies() {
		all = append(all, filterView{Key: showTies, Title: "Ties"})
	} else {
		all = append(all, filterView{Key: showFit, Title: "Role and petition"})
	}
	for i := range all {
		all[i].Current = all[i].Key == show
		for _, turn := range t.Turns {
			if passes(turn, all[i].Key) {
				all[i].Count++
			}
		}
	}
	if !slices.ContainsFunc(all, func(f filterView) bool { return f.Current }) {
		all[0].Current = true
	}
	return all
}

// passes reports whether a turn is shown under a filter; an unknown one shows all.
func passes(turn transcript.Turn, show string) bool {
	switch show {
	case showConflicts:
		return slices.ContainsFunc(turn.Findings, func(f transcript.Finding) bool {
			return f.Verdict == transcript.Contradiction || f.Verdict == transcript.SoftMismatch
		})
	case showLong:
		band, ok := turn.Bands.Of(transcript.Brevity).Value()
		return ok && band <= 2
	case showTies, showFit:
		tie, isTie := turn.Bands.Of(transcript.TieStrength).Value()
		fit, isFit := turn.Bands.Of(transcript.Fit).Value()
		return isTie && tie >= 0 || isFit && fit >= 0
	}
	return true
}

// answerOf lays one turn out.
func answerOf(turn transcript.Turn, p transcript.Profile) answerView {
	v := answerView{Turn: turn, Pieces: segments(turn.Applicant, turn.Findings, turn.Bands), Clock: clockOf(turn)}
	v.Correctable = turn.Corrected == nil && turn.Applicant != ""
	if n := len(strings.Fields(turn.Applicant)); n >= longAnswer {
		v.Long = n
	}
	noted := map[transcript.Criterion]bool{}
	for i, f := range turn.Findings {
		note := noteOf(i+1, f, turn, p)
		if good(f, turn.Bands) {
			v.Kept = append(v.Kept, note)
		} else {
			v.Notes = append(v.Notes, note)
		}
		noted[f.Criterion] = true
	}
	for _, words := range criteria {
		if band, ok := turn.Bands.Of(words.key).Value(); ok && !noted[words.key] {
			v.Bands = append(v.Bands, bandView{words.title, bandText(band)})
		}
	}
	v.Good = keptWords(v.Kept)
	if turn.Suggestion != nil {
		v.Uses, v.Lacks = titles(turn.Suggestion.Uses), titles(turn.Suggestion.Missing)
	}
	return v
}

// keptWords names the criteria of the notes, each once: "Brevity 4 of 4".
func keptWords(notes []noteView) string {
	var all []string
	for _, note := range notes {
		if words := strings.TrimSpace(note.Title + " " + note.Band); !slices.Contains(all, words) {
			all = append(all, words)
		}
	}
	return strings.Join(all, ", ")
}

func noteOf(n int, f transcript.Finding, turn transcript.Turn, p transcript.Profile) noteView {
	v := noteView{
		N: n, Criterion: f.Criterion, Title: wordsOf(f.Criterion).title, Verdict: verdictWords[f.Verdict],
		High: f.Severity == transcript.High, By: f.By, Disputed: f.Was != "", Heard: f.Heard, Declared: f.Declared,
		Earlier: f.Earlier, Reason: f.Reason, Advice: adviceOn(f, turn.Bands),
	}
	if band, ok := turn.Bands.Of(f.Criterion).Value(); ok {
		v.Band = bandText(band)
	}
	if f.Field != "" {
		v.Field, v.Path, v.Anchor = fieldTitle(f.Field), f.Field, fieldAnchor(f.Field)
		if d, ok := p.Declared(f.Field); ok {
			v.Source = sourceWords[d.Source]
		}
	}
	return v
}

// sourceWords name the papers a declared value was taken from.
var sourceWords = map[string]string{
	"ds160": "DS-160", "i20": "I-20", "ds2019": "DS-2019", "i797": "I-797", "lca": "LCA",
}

func bandText(band int) string { return fmt.Sprintf("%d of 4", band) }

// clockOf is the length of an answer: "0:06".
func clockOf(turn transcript.Turn) string {
	if turn.Seconds <= 0 {
		return ""
	}
	whole := int(turn.Seconds + 0.5)
	return fmt.Sprintf("%d:%02d", whole/60, whole%60)
}

// factsOf are the facts of a turn that were compared.
func factsOf(turn transcript.Turn) []factView {
	var all []factView
	for _, f := range turn.Findings {
		if f.Verdict == "" || f.Heard == "" && f.Declared == "" {
			continue
		}
		row := factView{Turn: turn.N, Heard: f.Heard, Declared: f.Declared, Words: verdictWords[f.Verdict], Verdict: f.Verdict}
		if f.Field != "" {
			row.Title = fieldTitle(f.Field)
		} else if f.Earlier > 0 {
			row.Title = fmt.Sprintf("Compared with turn %d", f.Earlier)
		}
		all = append(all, row)
	}
	return all
}

func titles(paths []string) []string {
	all := make([]string, len(paths))
	for i, path := range paths {
		all[i] = fieldTitle(path)
	}
	return all
}
