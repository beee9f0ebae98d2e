package scoring

import (
	"slices"
	"strings"

	"github.com/viceconsul/viceconsul/interview/transcript"
	"github.com/viceconsul/viceconsul/interview/transcript/measure"
	"github.com/viceconsul/viceconsul/questionbank"
)

// unchecked takes the weight from findings against the applicant that rest on words
// easily misheard which nobody has looked at, and returns those findings as they would
// stand otherwise. What speaks for the applicant stays.
func (s *sheet) unchecked(all []transcript.Finding) (kept, doubted []transcript.Finding) {
	if s.turn.Voice == nil || len(s.turn.Voice.Doubtful) == 0 {
		return all, nil
	}
	kept = slices.Clone(all)
	for i, f := range kept {
		if !against(f) || !s.turn.Voice.Doubts(f.Span) {
			continue
		}
		doubted = append(doubted, f)
		f.Verdict, f.Severity, f.Heard = transcript.NotComparable, transcript.Note, f.Span.Text
		f.Reason = confirming + quoted(f.Heard) + "? Nobody has checked what was heard, so it does not count."
		kept[i] = f
	}
	return kept, doubted
}

// against holds for findings that cost something.
func against(f transcript.Finding) bool {
	switch f.Verdict {
	case transcript.Contradiction, transcript.SoftMismatch, transcript.Partial, transcript.NewFact:
		return true
	}
	return f.Severity == transcript.Medium || f.Severity == transcript.High
}

// Unsure reports whether a finding of a turn was taken its weight because it rests on
// unchecked words, and what the officer asks to know whether they were said; "" when the
// question is better asked anew: the words are more than a value, or a yes or no, which
// as an answer to that would be a riddle.
func Unsure(t transcript.Turn, f transcript.Finding) (line string, unsure bool) {
	const most = 6 // words (our judgement: an officer says a value again, not a sentence)
	if f.Verdict != transcript.NotComparable || f.Heard == "" || !t.Voice.Doubts(f.Span) || !strings.HasPrefix(f.Reason, confirming) {
		return "", false
	}
	words := measure.Words(f.Heard)
	if len(words) > most || !slices.ContainsFunc(words, func(w measure.Word) bool { return !riddles[w.Text] }) {
		return "", true
	}
	return didYouSay(f.Heard), true
}

// riddles are words that only say yes or no.
var riddles = set("yes yeah yep sure no nope not never none nobody nothing i have haven't was wasn't did didn't")

const confirming = "Did you say "

// didYouSay is the question as it is spoken, without marks of quotation.
func didYouSay(heard string) string {
	return confirming + strings.Trim(quoted(heard), "\u201c\u201d") + "?"
}

// confirmed are the findings that stand after all: the officer asked whether the
// applicant said so, and the answer is yes.
func (s *sheet) confirmed(before []Judged) []transcript.Finding {
	if s.turn.Kind != transcript.Probe || !strings.HasPrefix(s.turn.Officer, confirming) || len(s.clauses) == 0 || !s.answer.agrees() {
		return nil
	}
	for _, j := range slices.Backward(before) {
		for _, f := range j.doubted {
			if didYouSay(f.Span.Text) == s.turn.Officer {
				f.Span = s.span(s.clauses[0].from, s.clauses[0].to)
				return []transcript.Finding{f}
			}
		}
	}
	return nil
}

// certainOf are the claims, those that rest on an unchecked word no longer certain: so
// nothing later is held against them.
func (s *sheet) certainOf(claims []Claim) []Claim {
	if s.turn.Voice == nil || len(s.turn.Voice.Doubtful) == 0 {
		return claims
	}
	sure := slices.Clone(claims)
	for i := range sure {
		sure[i].Certain = sure[i].Certain && !s.turn.Voice.Doubts(sure[i].Span)
	}
	return sure
}

// unheardCause takes back what an officer would do about conduct that was perhaps
// misheard.
func unheardCause(cause questionbank.Cause, doubted []transcript.Finding) questionbank.Cause {
	if cause.OfConduct() && slices.ContainsFunc(doubted, func(f transcript.Finding) bool {
		return f.Criterion == transcript.Composure || f.Criterion == transcript.Risk
	}) {
		return ""
	}
	return cause
}
