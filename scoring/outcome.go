package scoring

import (
	"slices"
	"strings"

	"github.com/viceconsul/viceconsul/interview/transcript"
	"github.com/viceconsul/viceconsul/questionbank"
)

// The officer's closing lines.
const (
	lineIssued   = "I'm approving your visa. You will get your passport from the courier."
	lineRefused  = "You don't qualify for this visa today. This letter explains why."
	linePapers   = "I need these before I can finish your case. Follow this letter."
	linePetition = "I have questions about the petition. Follow this letter."
	lineNothing  = "I could not hear an answer. We will do this another day."
	lineOver     = "This interview is over. You may go."
	lineStopped  = "Let us stop here. Your answer and your form do not say the same."
)

// outcome decides as a strict officer would, and says why and what to do now.
// Misrepresentation is never an outcome: the rehearsal stops with advice.
func (v *view) outcome() *transcript.Outcome {
	o := &transcript.Outcome{Practice: true}
	denied, high, conflicts := v.denials(), append(v.capping(transcript.High), v.admissions()...), v.conflicts()
	piece, missing := v.missingPiece()
	weak := v.weakTopic()
	mean, tested := v.overall()
	switch {
	case !tested:
		o.Decision, o.Line = transcript.Stopped, lineNothing
	case len(v.partings()) > 0:
		v.refuse(o, v.partings())
		o.Line = v.parting()
	case len(denied) > 0:
		o.Decision, o.Line, o.Because = transcript.Stopped, lineStopped, denied
	case len(high)+len(conflicts) > 0:
		v.refuse(o, few(append(high, conflicts...)))
	case len(weak) > 0:
		v.refuse(o, few(append(v.capping(transcript.Medium), weak...)))
	case missing && mean >= v.c.rubric.outcome.issue:
		o.Decision, o.Ground, o.Line, o.Because = transcript.Refused, "221(g)", linePapers, piece.because
	case mean >= v.c.rubric.outcome.issue && v.topicsReached():
		o.Decision, o.Line, o.Because = transcript.Issued, lineIssued, v.best()
	default:
		v.refuse(o, v.worst())
	}
	if o.Because == nil {
		o.Because = []transcript.Because{}
	}
	o.Next = v.next(o, piece)
	return o
}

// partings are the findings on what ends an interview at once: an offer, a threat, or a
// second insult.
func (v *view) partings() []transcript.Because {
	var offers, insults []transcript.Because
	for _, j := range v.turns {
		rude := func(f transcript.Finding) bool { return f.Criterion == transcript.Composure }
		at := transcript.Because{Turn: j.Turn.N, Finding: max(0, slices.IndexFunc(j.Turn.Findings, rude))}
		switch {
		case len(j.Turn.Findings) == 0:
		case j.Cause == questionbank.Offer:
			offers = append(offers, at)
		case j.Cause == questionbank.Insult:
			insults = append(insults, at)
		}
	}
	if len(insults) < 2 {
		return few(offers)
	}
	return few(append(offers, insults...))
}

// parting is what the officer says then.
func (v *view) parting() string {
	offered := func(j Judged) bool { return j.Cause == questionbank.Offer }
	if line := v.c.bank.Common[questionbank.Offer]; line != "" && slices.ContainsFunc(v.turns, offered) {
		return line
	}
	return lineOver
}

// refuse is the refusal of the category: H-1B is never refused for intent.
func (v *view) refuse(o *transcript.Outcome, because []transcript.Because) {
	o.Decision, o.Ground, o.Line, o.Because = transcript.Refused, "214(b)", lineRefused, because
	if !v.c.category.HasTies() {
		o.Ground, o.Line = "221(g)", linePetition
	}
}

// denials lists what stops the rehearsal: a standing contradiction about the past
// with US visas, relatives there or the law, and asking for another purpose.
func (v *view) denials() []transcript.Because {
	var out []transcript.Because
	for _, b := range v.capping(transcript.High) {
		f := v.finding(b)
		field, known := transcript.LookupField(f.Field)
		if f.Rule == riskPurpose || f.Criterion == transcript.Consistency && known && field.Serious && !strings.HasPrefix(f.Field, "h1b.") {
			out = append(out, b)
		}
	}
	return out
}

// mostBecause is how many findings an outcome points at: what a page can show at a
// glance.
const mostBecause = 3

// lowest points at the worst finding of each turn, worst turns first.
func (v *view) lowest(turns []int) []transcript.Because {
	type scored struct {
		because transcript.Because
		band    int
	}
	var all []scored
	for _, i := range turns {
		t := v.turns[i].Turn
		best := scored{band: 5}
		for n, f := range t.Findings {
			if band, ok := t.Bands.Of(f.Criterion).Value(); ok && band < best.band && f.Severity != transcript.Note {
				best = scored{transcript.Because{Turn: t.N, Finding: n}, band}
			}
		}
		if best.band < 5 {
			all = append(all, best)
		}
	}
	slices.SortStableFunc(all, func(a, b scored) int { return a.band - b.band })
	var out []transcript.Because
	for _, s := range all[:min(len(all), mostBecause)] {
		out = append(out, s.because)
	}
	return out
}

// worst points at what kept an interview from being issued.
func (v *view) worst() []transcript.Because {
	if medium := v.capping(transcript.Medium); len(medium) > 0 {
		return few(medium)
	}
	all := make([]int, len(v.turns))
	for i := range all {
		all[i] = i
	}
	return v.lowest(all)
}

// best points at the first answers that agree with what was declared, or name
// ties: of each turn, the finding that shows most words.
func (v *view) best() []transcript.Because {
	var out []transcript.Because
	for _, b := range v.where(func(i int, f transcript.Finding) bool {
		return f.Verdict == transcript.Consistent && f.Rule != ruleRetold || f.Criterion == transcript.TieStrength && f.Severity == transcript.Note
	}) {
		last := len(out) - 1
		switch {
		case last < 0 || out[last].Turn != b.Turn:
			out = append(out, b)
		case len(v.finding(b).Span.Text) > len(v.finding(out[last]).Span.Text):
			out[last] = b
		}
	}
	return few(out)
}

// few are the first findings of a list, without those named twice.
func few(all []transcript.Because) []transcript.Because {
	var out []transcript.Because
	for _, b := range all {
		if len(out) < mostBecause && !slices.Contains(out, b) {
			out = append(out, b)
		}
	}
	return out
}
