package main

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/viceconsul/viceconsul/interview"
	"github.com/viceconsul/viceconsul/interview/transcript"
	"github.com/viceconsul/viceconsul/questionbank"
)

// A record is what is kept of one interview: its measures, and what went wrong in it.
type record struct {
	cell
	seed     uint64
	lines    int
	words    []int // of each line
	asked    []string
	decision string // with its ground
	kinds    map[string]int
	covered  bool // every must-cover topic was reached
	early    bool // not covered, refused or stopped, and the outcome says why
	lied     bool
	intended bool
	judging  time.Duration
	misses   []miss
	wronged  []string // fields and risks that an honest answer was held against

	common   float64 // share of lines that another officer said too
	compared bool
}

// A miss is something an interview should not have had.
type miss struct{ rule, what string }

// record measures an interview.
func (sim *simulator) record(r *rehearsal) record {
	rec := record{
		cell: r.cell, seed: r.seed, lines: len(r.asked), judging: r.judging, kinds: map[string]int{},
		lied: len(r.applicant.told) > 0, intended: r.applicant.intended,
	}
	for _, a := range r.asked {
		rec.words = append(rec.words, len(strings.Fields(a.Text)))
		kind := string(a.Kind)
		if a.Cause != "" {
			kind += " " + string(a.Cause)
		}
		rec.kinds[kind]++
		if a.Kind == transcript.Opening || a.Kind == transcript.Question {
			rec.asked = append(rec.asked, a.Question)
		}
	}
	if !r.ended {
		rec.misses = append(rec.misses, miss{"does not end", "no end after many events"})
		return rec
	}
	o := r.sealed.Outcome
	rec.decision = strings.TrimSpace(string(o.Decision) + " " + o.Ground)
	unreached := sim.unreached(r)
	rec.covered = len(unreached) == 0
	rec.early = !rec.covered && o.Decision != transcript.Issued && (len(o.Because) > 0 || len(o.Next) > 0)
	if !rec.covered && !rec.early {
		rec.miss("topic not reached, no reason given", "%s", strings.Join(unreached, "; "))
	}
	sim.checkLines(r, &rec)
	rec.checkOutcome(r)
	r.checkHonest(&rec)
	for _, a := range r.applicant.wordless {
		rec.miss("the script has no answer", "%s %s", a.Question, a.Text)
	}
	return rec
}

func (rec *record) miss(rule, what string, values ...any) {
	rec.misses = append(rec.misses, miss{rule, fmt.Sprintf(what, values...)})
}

// unreached lists the choices of topics of which none was asked about.
func (sim *simulator) unreached(r *rehearsal) []string {
	recipe, _ := sim.bank.Recipe(r.applicant.category)
	var out []string
	for _, choices := range recipe.Cover {
		reached := slices.ContainsFunc(r.asked, func(a interview.Asked) bool { return slices.Contains(choices, a.Topic) })
		if !reached {
			out = append(out, strings.Join(choices, " or "))
		}
	}
	return out
}

var (
	assertion = regexp.MustCompile(`(?i)\byour (form|file|petition|application|i-20|ds-2019|ds-160|papers?|records?|letter) (says?|lists?|shows?)\b|\byou (declared|listed)\b`)
	tiesWords = regexp.MustCompile(`(?i)\bties\b|\bcom(e|ing) back\b|\breturn home\b|\bbrings? you back\b|\bhome country\b|\bresidence abroad\b`)
)

// checkLines looks at every line: what was said twice, what was asserted without
// being declared, and ties where they do not count.
func (sim *simulator) checkLines(r *rehearsal, rec *record) {
	for i, a := range r.asked {
		again := slices.IndexFunc(r.asked[:i], func(b interview.Asked) bool { return repeats(a, b) })
		if again >= 0 {
			rec.miss("question repeated", "turns %d and %d: %s", again+1, i+1, a.Text)
		}
		if why := sim.undeclared(r.applicant.profile, a); why != "" {
			rec.miss("undeclared fact asserted", "turn %d: %s (%s)", i+1, a.Text, why)
		}
		if !r.applicant.category.HasTies() && (tiesWords.MatchString(a.Text) || strings.HasSuffix(a.Topic, ".ties")) {
			rec.miss("ties in H-1B", "turn %d: %s", i+1, a.Text)
		}
	}
	o := r.sealed.Outcome
	if !r.applicant.category.HasTies() && (o.Ground == "214(b)" || r.sealed.Ties != nil || tiesWords.MatchString(strings.Join(append(o.Next, o.Line, o.Ground), " "))) {
		rec.miss("ties in H-1B", "in the outcome: %s", strings.Join(o.Next, " "))
	}
}

// repeats holds when a line asks what an earlier one asked: the same question opened
// again, or the same words. A question said again because nobody answered it does not.
func repeats(a, before interview.Asked) bool {
	if a.Cause == questionbank.NoAnswer || before.Cause == questionbank.NoAnswer {
		return false
	}
	opens := func(x interview.Asked) bool { return x.Kind == transcript.Opening || x.Kind == transcript.Question }
	return opens(a) && opens(before) && a.Question == before.Question || bare(a.Text) == bare(before.Text)
}

var nod = regexp.MustCompile(`^(Okay|I see|All right|Thank you|Good morning)\. `)

// bare is a line without the acknowledgement before it.
func bare(line string) string { return nod.ReplaceAllString(line, "") }

// undeclared says what a line asserts that the profile does not hold; "" for nothing.
func (sim *simulator) undeclared(p transcript.Profile, a interview.Asked) string {
	q, ok := sim.bank.Question(a.Question)
	opens := a.Kind == transcript.Opening || a.Kind == transcript.Question
	switch {
	case opens && ok && !q.Open(p):
		return "asks what the profile does not open"
	case opens || !assertion.MatchString(a.Text):
		return ""
	case a.Field == "":
		return "asserts and names no field"
	}
	if _, declared := p.Declared(a.Field); !declared {
		return a.Field + " is not declared"
	}
	return ""
}

// checkOutcome compares the decision with what an applicant of the kind deserves.
func (rec *record) checkOutcome(r *rehearsal) {
	o := r.sealed.Outcome
	ground := func(ok func(transcript.Finding) bool) bool {
		return slices.ContainsFunc(o.Because, func(b transcript.Because) bool { return ok(r.finding(b)) })
	}
	refused := o.Decision == transcript.Refused || o.Decision == transcript.Stopped
	switch {
	case rec.kind == strong && o.Decision != transcript.Issued:
		rec.miss("strong, not issued", "%s: %s", rec.decision, r.reasons())
	case rec.kind == nervous && refused:
		rec.miss("nervous, refused", "%s: %s", rec.decision, r.reasons())
	case rec.lied && !refused:
		rec.miss("contradictory, issued", "told %v", r.applicant.told)
	case rec.lied && !ground(func(f transcript.Finding) bool { return f.Verdict == transcript.Contradiction }):
		rec.miss("contradictory, on another ground", "%s: %s; told %v", rec.decision, r.reasons(), r.applicant.told)
	case rec.intended && r.applicant.category.HasTies() && !refused:
		rec.miss("intending immigrant, issued", "%d lines", len(r.asked))
	case rec.intended && r.applicant.category.HasTies() && !ground(func(f transcript.Finding) bool {
		return f.Criterion == transcript.Risk || strings.HasPrefix(f.Field, "ties.") || f.Criterion == transcript.TieStrength
	}):
		rec.miss("intending immigrant, on another ground", "%s: %s", rec.decision, r.reasons())
	}
}

// checkHonest keeps what was found against answers of which every word is true: the
// fields that they are said to contradict, and risks.
func (r *rehearsal) checkHonest(rec *record) {
	if r.kind != strong && r.kind != nervous {
		return
	}
	for _, t := range r.sealed.Turns {
		for _, f := range t.Findings {
			held := ""
			switch {
			case f.Verdict == transcript.Contradiction:
				held = strings.TrimSpace("contradicts " + f.Field)
			case f.Criterion == transcript.Risk && f.Severity != transcript.Note:
				held = strings.TrimSpace("risk " + f.Rule)
			default:
				continue
			}
			rec.wronged = append(rec.wronged, held)
			rec.miss("an honest answer held against", "turn %d, %q: %q: %s: %s", t.N, t.Officer, t.Applicant, held, f.Reason)
		}
	}
}

// finding is what a Because points at.
func (r *rehearsal) finding(b transcript.Because) transcript.Finding {
	if b.Turn < 1 || b.Turn > len(r.sealed.Turns) || b.Finding >= len(r.sealed.Turns[b.Turn-1].Findings) {
		return transcript.Finding{}
	}
	return r.sealed.Turns[b.Turn-1].Findings[b.Finding]
}

// reasons are the first finding that decided and the answer that it is about.
func (r *rehearsal) reasons() string {
	o := r.sealed.Outcome
	if len(o.Because) == 0 {
		return fmt.Sprintf("no finding; overall grade %v", r.sealed.Grades.Overall)
	}
	b := o.Because[0]
	f, t := r.finding(b), r.sealed.Turns[b.Turn-1]
	return fmt.Sprintf("turn %d, %q: %q: %s %s %s %s", b.Turn, t.Officer, t.Applicant, f.Criterion, f.Verdict, f.Field, f.Reason)
}

// common is the share of lines that two interviews have in common, of the mean of both.
func common(a, b []string) float64 {
	in := map[string]int{}
	for _, line := range a {
		in[bare(line)]++
	}
	both := 0
	for _, line := range b {
		if in[bare(line)] > 0 {
			in[bare(line)]--
			both++
		}
	}
	return 2 * float64(both) / float64(len(a)+len(b))
}
