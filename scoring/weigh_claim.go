package scoring

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/viceconsul/viceconsul/interview/transcript"
	"github.com/viceconsul/viceconsul/interview/transcript/measure"
	"github.com/viceconsul/viceconsul/questionbank"
)

// claim adds a fact the rules missed: one they read in the quote when the officer's
// line asks for its field, and compare as the model does.
func (w *weigher) claim(p *transcript.Proposal, at int) (transcript.Fate, string) {
	s := w.read[p.Turn-1].sheet
	value := indexWords(p.Quote, p.Value)
	switch {
	case w.c.fact(p.Field) == nil || whole(p.Field) != p.Field:
		return "", noField
	case !slices.Contains(claimable, p.Verdict):
		return "", noVerdict
	case value < 0:
		return "", noValue
	case !s.saidSo(at, at+len(p.Quote)):
		return "", notSaid
	}
	for _, f := range w.turns[p.Turn-1].Turn.Findings {
		switch {
		case f.Field == p.Field && f.Earlier == 0 && (f.Verdict == p.Verdict || f.By != ""):
			return transcript.Unchanged, ""
		case f.Field == p.Field && f.Earlier == 0:
			return transcript.Disputed, "" // the rules compare the same fact otherwise
		case f.Verdict == transcript.Consistent && f.Span.Start < at+len(p.Quote) && at < f.Span.End:
			return "", agreesBeside
		}
	}
	heard, ok := w.c.heardIn(p, value, w.turns[p.Turn-1].Question)
	if !ok {
		return "", notRead
	}
	if p.Fate == transcript.Disputed {
		return transcript.Disputed, ""
	}
	heard.Span = transcript.SpanOf(s.turn.Applicant, at+heard.Span.Start, at+heard.Span.End)
	w.add(p.Turn, heard)
	return transcript.Taken, ""
}

// claimable are the verdicts a model may propose; the others are of the rules' own
// bookkeeping.
var claimable = []transcript.Verdict{transcript.Consistent, transcript.Partial, transcript.SoftMismatch, transcript.Contradiction}

// heardIn reads a quote as the answer to a line that asks for the field, and gives the
// finding that compares the value as proposed. It is never grave: nobody asked outright.
func (c *Case) heardIn(p *transcript.Proposal, value int, on *questionbank.Question) (transcript.Finding, bool) {
	t := transcript.Turn{N: 1, Applicant: p.Quote, Kind: transcript.Question}
	q := c.questionAbout(p.Field, on)
	if q != nil {
		t.Officer, t.Question = q.Ask, q.ID
	} else if field, ok := transcript.LookupField(p.Field); ok {
		t.Officer = field.Question
	}
	a := c.read(t, q, nil)
	for _, f := range c.verdicts(a, c.claimsOf(a, nil), nil) {
		if f.Field == p.Field && f.Verdict == p.Verdict && f.Span.Start < value+len(p.Value) && value < f.Span.End {
			f.Severity = capped(f.Severity)
			return f, true
		}
	}
	return transcript.Finding{}, false
}

// capped is a severity that a model's hearing may have.
func capped(s transcript.Severity) transcript.Severity {
	if s == transcript.High {
		return transcript.Medium
	}
	return s
}

// saidSo reports whether a part of the answer says something as so: it is no question,
// supposes nothing, and holds the word that denies it if one does.
func (s *sheet) saidSo(start, end int) bool {
	from, to := s.wordsOf(start, end)
	for i := range s.clauses {
		cl := &s.clauses[i]
		if cl.to <= from || to <= cl.from {
			continue
		}
		if cl.hypothetical || cl.question || cl.negated && (cl.not < from || to <= cl.not) {
			return false
		}
	}
	return true
}

// misread disputes a finding of the rules. It stands as not comparable, with what it
// was; a grave one stands as it is.
func (w *weigher) misread(p *transcript.Proposal, at int) (transcript.Fate, string) {
	t := &w.turns[p.Turn-1].Turn
	n := w.placeOf(p)
	if n < 0 {
		return "", noFinding
	}
	f := t.Findings[n]
	switch {
	case f.Severity == transcript.High:
		return "", grave
	case f.Criterion != transcript.Consistency || f.By != "" || f.Verdict == "" || f.Verdict == transcript.NotComparable && f.Was == "":
		return "", noFinding
	case f.Span.End <= at || at+len(p.Quote) <= f.Span.Start:
		return "", besideFound
	case f.Was != "":
		return transcript.Unchanged, ""
	case p.Fate == transcript.Disputed:
		return transcript.Disputed, ""
	}
	f.Was, f.Verdict, f.Severity = f.Verdict, transcript.NotComparable, transcript.Note
	f.Reason = "Disputed: a model reads these words otherwise. By the rules: " + f.Reason
	t.Findings = slices.Clone(t.Findings)
	t.Findings[n], p.Finding = f, n
	return transcript.Taken, ""
}

// placeOf is where the finding that a proposal doubts stands now: the rules may have
// changed since the transcript that the model was given was graded. -1 for nowhere.
func (w *weigher) placeOf(p *transcript.Proposal) int {
	was, is := w.heard[p.Turn-1].Findings, w.turns[p.Turn-1].Turn.Findings
	switch {
	case p.Finding < 0 || len(was) > 0 && p.Finding >= len(was) || len(was) == 0 && p.Finding >= len(is):
		return -1
	case len(was) == 0: // it was not graded yet
		return p.Finding
	}
	doubted := was[p.Finding]
	return slices.IndexFunc(is, func(f transcript.Finding) bool {
		return f.Rule == doubted.Rule && f.Field == doubted.Field && f.Span == doubted.Span && f.By == doubted.By
	})
}

// indexWords is where some words stand in a text, byte for byte, and not as parts of
// other words; -1 when they do not.
func indexWords(text, words string) int {
	if strings.TrimSpace(words) == "" {
		return -1
	}
	for from := 0; ; {
		at := strings.Index(text[from:], words)
		if at < 0 {
			return -1
		}
		if at += from; !splitsWord(text, at) && !splitsWord(text, at+len(words)) {
			return at
		}
		_, size := utf8.DecodeRuneInString(text[at:])
		from = at + size
	}
}

// splitsWord reports whether a place lies within a word of a text: "can" is none of
// "can't".
func splitsWord(text string, at int) bool {
	before, after := []rune(text[:at]), []rune(text[at:])
	n := len(before)
	switch {
	case n == 0 || len(after) == 0:
		return false
	case apostrophe(before[n-1]):
		return n > 1 && ofWord(before[n-2]) && ofWord(after[0])
	case apostrophe(after[0]):
		return ofWord(before[n-1]) && len(after) > 1 && ofWord(after[1])
	}
	return ofWord(before[n-1]) && ofWord(after[0])
}

func apostrophe(c rune) bool { return c == '\'' || c == '’' }

func ofWord(c rune) bool { return unicode.IsLetter(c) || unicode.IsDigit(c) || unicode.IsMark(c) }

func wordCount(text string) int { return len(measure.Words(text)) }
