package scoring

import (
	"strings"

	"github.com/viceconsul/viceconsul/interview/transcript"
	"github.com/viceconsul/viceconsul/interview/transcript/measure"
)

// duties are verbs of qualified work.
var duties = wordSet(`design develop build test maintain analyse analyze write program code model deploy automate review plan manage lead
	supervise configure migrate integrate implement monitor optimise optimize research diagnose treat round prescribe operate audit forecast
	calculate simulate draft train evaluate support load check report coordinate document architect administer debug prepare examine teach`)

// links join a duty and a degree.
var links = wordSet(`needs need requires require required relate relates related because uses using use apply applies based accepts accepted covers directly`)

func wordSet(list string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(list) {
		set[w] = true
	}
	return set
}

// fit judges, for H-1B only, how fully an answer shows the role and the
// qualification the petition rests on.
func fit(s *sheet) judgement {
	j := judgement{criterion: transcript.Fit}
	if s.c.category.HasTies() {
		return j
	}
	j.band = transcript.NotTested
	if !s.query.fit || s.unheard() || !s.query.expects {
		return j
	}
	band := s.fitBand()
	j.band = transcript.Marked(band)
	j.findings = []transcript.Finding{{Rule: "fit", Criterion: transcript.Fit, Severity: weight(band), Span: s.whole(), Reason: fitReasons[band]}}
	return j
}

var fitReasons = [5]string{
	"This says the job needs no degree, or that a requirement is missing. Check it with your employer.",
	"This shows nothing of the job in the petition. Name a duty, a tool or a date that is true.",
	"This is general. Name the duty and the part of your degree it needs.",
	"Role and qualification are shown with one gap. Add the missing duty, degree or date.",
	"Role and qualification are shown with facts.",
}

func (s *sheet) fitBand() int {
	all := len(s.words)
	if s.astray() {
		return 1
	}
	if s.any(0, all, tAnyone) || s.any(0, all, tMissing) && s.any(0, all, tPaper|tResearch) {
		return 0
	}
	n := 0
	for _, shown := range []bool{s.shows(duties), s.any(0, all, tResearch), s.shows(links), s.nameAt >= 0 || s.any(0, all, tRole),
		s.measured(0, all, measure.Calendar, measure.Money, measure.Number, measure.Duration) >= 0} {
		if shown {
			n++
		}
	}
	switch {
	case n >= 3 || s.query.kind == "closed" && s.answered() == 4 && s.query.want != wantYesNo:
		return 4
	case n == 2:
		return 3
	case n == 1 || s.specific(0, all):
		return 2
	}
	return 1
}

// shows reports whether a living word, or its stem, is in a set.
func (s *sheet) shows(set map[string]bool) bool {
	for i, w := range s.words {
		if s.dead[i] {
			continue
		}
		for _, ending := range []string{"", "s", "ed", "ing", "d"} {
			if stem, ok := strings.CutSuffix(w.Text, ending); ok && (set[stem] || ending == "ing" && set[stem+"e"]) {
				return true
			}
		}
	}
	return false
}
