package scoring

import (
	"slices"
	"strings"

	"github.com/viceconsul/viceconsul/interview/transcript"
	"github.com/viceconsul/viceconsul/interview/transcript/measure"
)

// sayable reports whether a wording may be suggested: it adds nothing to the
// applicant's words and the declared facts it is built from, hides nothing that was
// told, and, said at the window, would contradict nothing and raise no doubt.
func (s *sheet) sayable(text string, facts ...*fact) bool {
	return s.allowed(text, facts...) && !s.hides(text, facts) && s.harmless(text)
}

// linking are the words a suggestion may add without a fact that has them.
var linking = wordSet("my and i am paying myself yes no since for the first year a month")

// allowed reports whether a wording holds nothing but the applicant's words, the
// declared facts it is built from, as declared or as said, and linking words: no new
// name, number, relation or institution.
func (s *sheet) allowed(text string, facts ...*fact) bool {
	var spoken []measure.Word
	for _, f := range facts {
		spoken = append(spoken, measure.Words(s.c.spoken(f))...)
	}
	for _, w := range measure.Words(text) {
		if !linking[w.Text] && !s.spoke(w.Text) && !containsWord(spoken, w.Text) && !slices.ContainsFunc(facts, func(f *fact) bool { return f.tells(w.Text) }) {
			return false
		}
	}
	return true
}

// spoke reports whether the applicant said a word to the officer.
func (s *sheet) spoke(word string) bool {
	for i, w := range s.words {
		if w.Text == word && (len(s.dead) == 0 || !s.dead[i]) {
			return true
		}
	}
	return false
}

// hides reports whether a wording leaves out something grave that the answer told: a
// refusal, a visit, a relative, an arrest.
func (s *sheet) hides(text string, facts []*fact) bool {
	return slices.ContainsFunc(s.claims, func(cl Claim) bool {
		field, ok := transcript.LookupField(cl.Field)
		if !ok || !field.Serious || cl.Negative || cl.kind == kindWithheld {
			return false
		}
		said := slices.ContainsFunc(facts, func(f *fact) bool { return f.path == cl.Field })
		return !said && !strings.Contains(text, cl.Span.Text)
	})
}

// harmless reports whether a wording, judged as an answer to the same question,
// contradicts nothing declared, is no statement an officer would act on, and answers.
func (s *sheet) harmless(text string) bool {
	a, q := s.reworded(text, s.c.today), s.query
	if s.press != nil {
		t := s.turn
		t.Applicant, t.Seconds, t.Cut = text, 0, false
		a = s.c.read(t, s.question, nil)
		q = s.c.ask(a)
	}
	claims := s.c.claimsOf(a, nil)
	verdicts := s.c.outright(a, s.c.verdicts(a, claims, nil))
	if slices.ContainsFunc(verdicts, func(f transcript.Finding) bool {
		return f.Verdict == transcript.Contradiction || f.Verdict == transcript.SoftMismatch || f.Verdict == transcript.NotComparable
	}) {
		return false
	}
	said := laidOut(s.c, a, q, claims, verdicts)
	return !slices.ContainsFunc(risk(said).findings, func(f transcript.Finding) bool { return f.Severity != transcript.Note }) && !said.astray()
}
