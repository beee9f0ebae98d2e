package web

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/viceconsul/viceconsul/interview/transcript"
)

// A block is one piece of a printed transcript. The printers differ in how a
// block looks, never in what it says.
type block struct {
	kind blockKind
	text string
	rows [][2]string // of a table: what, and its mark
}

type blockKind int

const (
	title blockKind = iota
	heading1
	heading2
	paragraph
	officerSays
	applicantSays
	item
	table
)

// practiceLine stands on every transcript.
const practiceLine = "Practice only. This is not a prediction of any visa decision."

// reportOf puts a transcript into the order people read it in: the outcome, the
// grades, then turn by turn. The profile is not part of it.
func reportOf(t transcript.Transcript) []block {
	r := []block{{kind: title, text: "Practice interview: " + nameOf(t.Category)}}
	if t.InterviewDate != "" {
		r = append(r, block{kind: paragraph, text: "Date: " + t.InterviewDate})
	}
	r = append(r, block{kind: paragraph, text: practiceLine})
	for _, line := range []string{modeWords[t.Mode], t.Notice} {
		if line != "" {
			r = append(r, block{kind: paragraph, text: line})
		}
	}
	r = append(r, outcomeBlocks(t)...)
	r = append(r, gradeBlocks(t)...)
	for _, turn := range t.Turns {
		r = append(r, turnBlocks(turn, t.Superseded(turn))...)
		for _, line := range disputes(t.Hearing, turn.N) {
			r = append(r, block{kind: item, text: line})
		}
	}
	r = append(r, tieBlocks(t)...)
	return append(r, graderBlocks(t)...)
}

// modeWords say how the applicant was helped; nothing of an exam.
var modeWords = map[string]string{
	"coach": "Coached: notes came after each answer, and answers could be tried again. These grades do not compare with those of an exam.",
}

// retriedWords stand on an answer that was tried again.
const retriedWords = "Tried again, not counted."

func nameOf(c transcript.Category) string {
	if c.Track() == "" {
		return c.Visa()
	}
	return c.Visa() + ", " + strings.ReplaceAll(c.Track(), "-", " ")
}

func outcomeBlocks(t transcript.Transcript) []block {
	if t.Outcome == nil {
		return nil
	}
	line := decisionWords[t.Outcome.Decision] + ", as practice"
	if t.Outcome.Ground != "" {
		line += ": " + t.Outcome.Ground
	}
	r := []block{{kind: heading1, text: "Outcome"}, {kind: paragraph, text: line + "."}}
	if t.Outcome.Line != "" {
		r = append(r, block{kind: officerSays, text: t.Outcome.Line})
	}
	for _, because := range t.Outcome.Because {
		if f, ok := findingAt(t, because); ok {
			r = append(r, block{kind: item, text: fmt.Sprintf("Because of turn %d: %s", because.Turn, f.Reason)})
		}
	}
	for _, next := range t.Outcome.Next {
		r = append(r, block{kind: item, text: "Next: " + next})
	}
	return r
}

func gradeBlocks(t transcript.Transcript) []block {
	g := t.Grades
	if g == nil {
		return nil
	}
	overall := markText(g.Overall)
	if g.Letter != "" {
		overall += ", " + g.Letter
	}
	rows := [][2]string{{"Overall", overall}}
	for _, c := range criteria {
		if m := gradeOf(g, c.key); m.Exists() && c.key != otherLaw(t.Category) {
			rows = append(rows, [2]string{c.title, markText(m)})
		}
	}
	r := []block{{kind: heading1, text: "Grades"}, {kind: table, rows: rows}}
	if g.Capped != "" {
		r = append(r, block{kind: paragraph, text: g.Capped})
	}
	return r
}

func markText(m transcript.Mark) string {
	if n, ok := m.Value(); ok {
		return strconv.Itoa(n) + " of 100"
	}
	return "not tested"
}

func turnBlocks(turn transcript.Turn, retried bool) []block {
	r := []block{
		{kind: heading2, text: turnTitle(turn)},
		{kind: officerSays, text: turn.Officer},
		{kind: applicantSays, text: turn.Applicant},
	}
	if turn.By != "" {
		r = append(r, block{kind: paragraph, text: "The officer's line was worded by " + turn.By + "."})
	}
	if turn.Reason != "" {
		r = append(r, block{kind: paragraph, text: turn.Reason})
	}
	for _, line := range []string{cutText(turn), spokenText(turn.Voice)} {
		if line != "" {
			r = append(r, block{kind: paragraph, text: line})
		}
	}
	if k := turn.Corrected; k != nil {
		r = append(r, block{kind: paragraph, text: doorWords[k.Door] + " In the interview it was: “" + k.Was + "”"})
	}
	if retried {
		r = append(r, block{kind: paragraph, text: retriedWords})
	}
	for _, f := range turn.Findings {
		r = append(r, block{kind: item, text: findingText(f)})
	}
	if s := turn.Suggestion; s != nil && s.Text != "" {
		words := "Shorter, from your own facts: “"
		if s.By != "" {
			words = "Shorter, from your own facts, as " + s.By + " words it: “"
		}
		r = append(r, block{kind: item, text: words + s.Text + "”"})
	}
	return r
}

func turnTitle(turn transcript.Turn) string {
	if turn.Again != 0 {
		return fmt.Sprintf("Turn %d, turn %d tried again", turn.N, turn.Again)
	}
	return fmt.Sprintf("Turn %d", turn.N)
}

// doorWords say why an answer stands corrected.
var doorWords = map[transcript.Door]string{
	transcript.Misheard:  "Corrected after the interview: it was heard or typed wrong.",
	transcript.SaidWrong: "Corrected after the interview: it was said wrong.",
}

// cutText says where the officer cut in, with what was not heard; "" when they did not.
func cutText(turn transcript.Turn) string {
	switch {
	case !turn.Cut:
		return ""
	case turn.Unheard == "":
		return "The officer cut in here."
	}
	return "The officer cut in here. Not heard and not graded: “" + turn.Unheard + "”"
}

// spokenText says how a spoken answer was heard; "" for a typed one.
func spokenText(v *transcript.Voice) string {
	if v == nil {
		return ""
	}
	line := "Spoken."
	if v.Corrected {
		line += " The applicant changed what was heard."
	}
	if len(v.Doubtful) == 0 {
		return line
	}
	words := make([]string, len(v.Doubtful))
	for i, d := range v.Doubtful {
		words[i] = "“" + d.Text + "”"
	}
	return line + " Words nobody checked: " + strings.Join(words, ", ") + ". Nothing is held against them."
}

// findingText is a finding with its words and, for a comparison, both values.
func findingText(f transcript.Finding) string {
	line := wordsOf(f.Criterion).title
	if f.Verdict != "" {
		line += ", " + strings.ToLower(verdictWords[f.Verdict])
	}
	if f.By != "" {
		line += ", heard by " + f.By
	}
	line += ": " + f.Reason
	if f.Span.Text != "" {
		line += " Your words: “" + f.Span.Text + "”."
	}
	if f.Declared != "" && f.Heard != "" {
		line += fmt.Sprintf(" Heard: %s. Declared: %s.", f.Heard, f.Declared)
	}
	return line
}

// tieBlocks are there only where the law asks for ties.
func tieBlocks(t transcript.Transcript) []block {
	if t.Ties == nil || !t.Category.HasTies() {
		return nil
	}
	r := []block{{kind: heading1, text: "Ties"}}
	for _, e := range t.Ties.Evidence {
		r = append(r, block{kind: item, text: fmt.Sprintf("Turn %d. %s: “%s”", e.Turn, tieWords[e.Kind], e.Span.Text)})
	}
	for _, path := range t.Ties.Unused {
		r = append(r, block{kind: item, text: "Declared, and never said: " + fieldTitle(path)})
	}
	if len(r) == 1 {
		r = append(r, block{kind: paragraph, text: "None was named."})
	}
	return r
}

func graderBlocks(t transcript.Transcript) []block {
	if t.Grader == nil {
		return nil
	}
	line := "Graded by " + t.Grader.Mode
	if t.Grader.Model != "" {
		line += " (" + t.Grader.Model + ")"
	}
	if t.Rubric != "" {
		line += ", rubric " + t.Rubric
	}
	if t.Revision > 1 {
		line += fmt.Sprintf(", revision %d", t.Revision)
	}
	line += "."
	if words := causeWords[t.Cause]; words != "" {
		line += " " + words
	}
	if t.Plain {
		line += " " + plainWords
	}
	r := []block{{kind: heading1, text: "How this was graded"}, {kind: paragraph, text: line}}
	if heard := hearingText(t.Hearing); heard != "" {
		r = append(r, block{kind: paragraph, text: heard})
	}
	if cost := costText(t.Cost); cost != "" {
		r = append(r, block{kind: paragraph, text: cost})
	}
	return r
}
