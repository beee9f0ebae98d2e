package scoring

import (
	"fmt"

	"github.com/viceconsul/viceconsul/interview/transcript"
)

// consistency judges the worst of what the comparison with the profile and with
// earlier answers found. Nothing compared and nothing kept back is not tested.
func consistency(s *sheet) judgement {
	j := judgement{criterion: transcript.Consistency, band: transcript.NotTested, findings: s.verdicts}
	if !s.query.expects {
		return j
	}
	band, compared := 4, false
	beside := s.astray() && s.at < 0 // a true word on something else keeps nothing back and shows nothing
	for _, f := range s.verdicts {
		b, ok := verdictBand(f, s.asks(f.Field))
		compared = compared || ok && (b < 4 || !beside)
		if ok {
			band = min(band, b)
		}
	}
	if compared {
		j.band = transcript.Marked(band)
		return j
	}
	if f, ok := s.keptBack(); ok {
		j.band, j.findings = transcript.Marked(1), append(s.verdicts, f)
	}
	return j
}

// verdictBand is the band one verdict allows; false when it says nothing.
func verdictBand(f transcript.Finding, asked bool) (int, bool) {
	switch f.Verdict {
	case transcript.Consistent:
		return 4, true
	case transcript.SelfCorrection, transcript.SoftMismatch:
		return 3, true
	case transcript.Partial:
		if asked {
			return 2, true
		}
		return 3, true
	case transcript.Contradiction:
		return 0, true
	}
	return 0, false
}

// keptBack finds a declared fact that was asked for and not given: the applicant
// would rather not say, does not remember, or speaks of something else.
func (s *sheet) keptBack() (transcript.Finding, bool) {
	path := s.checkable()
	at := s.find(0, len(s.words), tForget|tDecline)
	if path == "" || s.silent() || s.unheard() || s.findsOut() {
		return transcript.Finding{}, false
	}
	if at < 0 {
		if s.query.kind != "closed" || !s.any(0, len(s.words), tDeflect) || s.at >= 0 {
			return transcript.Finding{}, false
		}
		at = s.find(0, len(s.words), tDeflect)
	}
	fact := s.c.fact(path)
	f := transcript.Finding{Rule: "evasive", Criterion: transcript.Consistency, Verdict: transcript.NotComparable,
		Severity: transcript.Low, Span: s.run(at, s.traits[at]&(tForget|tDecline|tDeflect)), Field: path, Declared: fact.said}
	if fact.field.Serious {
		f.Severity = transcript.Medium
	}
	f.Reason = fmt.Sprintf("This keeps back a declared fact: %s. Say it as it is.", labelOf(path))
	return f, true
}

// findsOut reports whether somebody who does not know says to ask or look it up: that
// keeps nothing back, "I do not know. I will ask my sponsor."
func (s *sheet) findsOut() bool {
	for i := range s.words {
		if !s.answer.has(i, i+1, "ask", "check", "confirm", "verify", "inquire", "enquire", "find") || !s.clauseOf(i).plain() {
			continue
		}
		if s.answer.has(max(i-3, s.clauseOf(i).from), i, "will", "i'll", "we'll", "shall", "must", "should") || s.answer.has(i-1, i, "to") && s.answer.has(max(i-4, 0), i-1, "going", "have", "need") {
			return true
		}
	}
	return false
}

// checkable is the first declared field the question asks for that can be
// compared, "" when there is none.
func (s *sheet) checkable() string {
	for _, path := range s.query.fields {
		if f := s.c.fact(path); f != nil && f.field.Class != transcript.ClassNone && f.field.Class != transcript.ClassPlan {
			return path
		}
	}
	return ""
}
