package scoring

import "github.com/viceconsul/viceconsul/interview/transcript"

// tones are the ways of speaking that lower composure, gravest first. Deference,
// formal address and indirectness are none of them.
var tones = []struct {
	trait  trait
	rule   string
	band   int
	reason string
}{
	{tThreat, "composure.threat", 0, "This reads as a threat or an offer. Officers end interviews over it."},
	{tHostile, "composure.argues", 0, "This argues with the officer. Try: \"May I clarify one point?\""},
	{tPlead, "composure.pleads", 1, "Pleading does not help. Say one fact that shows your case."},
	{tDefend, "composure.defends", 2, "This sounds defensive. Say what is true and what changed."},
	{tShaken, "composure.shaken", 2, "You lost the thread here. Pause, then say one short sentence."},
}

// composure judges the tone of what was said, never accent, grammar or nerves that
// leave the answer whole.
func composure(s *sheet) judgement {
	j := judgement{criterion: transcript.Composure, band: transcript.NotTested}
	if s.silent() || s.unheard() || s.turn.Kind == transcript.Remark && s.tone() < 0 {
		return j
	}
	j.band = transcript.Marked(4)
	for _, t := range tones {
		at := s.toneAt(t.trait)
		f := transcript.Finding{Rule: t.rule, Criterion: transcript.Composure, Severity: weight(t.band), Reason: t.reason}
		switch {
		case at >= 0:
			f.Span = s.run(at, t.trait)
		case t.trait == tThreat && s.conduct.does&bOffers != 0, t.trait == tHostile && s.conduct.does&bInsults != 0:
			f.Span = s.whole()
		default:
			continue
		}
		j.findings = append(j.findings, f)
		if band, _ := j.band.Value(); t.band < band {
			j.band = transcript.Marked(t.band)
		}
	}
	if f, ok := s.rehearsed(); ok {
		j.findings = append(j.findings, f)
	}
	return j
}

// tone is the first word of any tone that lowers composure, or -1.
func (s *sheet) tone() int {
	return s.find(0, len(s.words), tThreat|tHostile|tPlead|tDefend|tShaken)
}

// toneAt is the first word of one tone, or -1: what somebody else said or felt is
// not the applicant's tone.
func (s *sheet) toneAt(t trait) int {
	for _, cl := range s.clauses {
		if at := s.find(cl.from, cl.to, t); at >= 0 && !cl.quoted && !s.answer.has(cl.from, at, "understand", "know", "see") {
			return at
		}
	}
	return -1
}
