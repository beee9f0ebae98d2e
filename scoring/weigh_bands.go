package scoring

import (
	"slices"

	"github.com/viceconsul/viceconsul/interview/transcript"
)

// label takes words that are said to earn or lose by a criterion. What a label does to
// a band is settled when all of them are in; one of risk is a finding at once.
func (w *weigher) label(p *transcript.Proposal, at int) (transcript.Fate, string) {
	if p.Criterion == transcript.Risk {
		return w.risk(p, at)
	}
	_, known := heardAs[p.Criterion]
	if !known || p.Rule != "" || p.Way != transcript.Up && p.Way != transcript.Down || p.Criterion == transcript.TieStrength && !w.c.category.HasTies() ||
		p.Criterion == transcript.Fit && w.c.category.HasTies() {
		return "", noCriterion
	}
	if p.Fate == transcript.Disputed {
		return transcript.Disputed, ""
	}
	return "", ""
}

// risk adds a statement an officer would act on. It weighs what the rules read in the
// quote by itself, and where they read none it is a remark that costs nothing.
func (w *weigher) risk(p *transcript.Proposal, at int) (transcript.Fate, string) {
	s := w.read[p.Turn-1].sheet
	most := w.c.rubric.risks[p.Rule].of(w.c.category)
	switch {
	case most == "" || p.Way != "":
		return "", noCriterion
	case slices.ContainsFunc(w.turns[p.Turn-1].Turn.Findings, func(f transcript.Finding) bool { return f.Rule == p.Rule }):
		return transcript.Unchanged, ""
	case p.Fate == transcript.Disputed:
		return transcript.Disputed, ""
	}
	severity := transcript.Low
	if most == transcript.Note {
		severity = most
	}
	a := s.reworded(p.Quote, w.c.today)
	for _, f := range risk(newSheet(w.c, a, w.c.claimsOf(a, nil), nil)).findings {
		if f.Rule == p.Rule && s.saidSo(at, at+len(p.Quote)) {
			severity = capped(f.Severity)
		}
	}
	w.add(p.Turn, transcript.Finding{Rule: p.Rule, Criterion: transcript.Risk, Severity: severity,
		Span: transcript.SpanOf(s.turn.Applicant, at, at+len(p.Quote)), Reason: riskReason(p.Rule, severity)})
	return transcript.Taken, ""
}

// heardAs says for each criterion a model may speak to what it heard, more and less.
var heardAs = map[transcript.Criterion][2]string{
	transcript.Directness:  {"more direct", "less direct"},
	transcript.Specificity: {"more specific", "less specific"},
	transcript.TieStrength: {"a stronger tie", "a weaker tie"},
	transcript.Fit:         {"a better fit with the petition", "a weaker fit with the petition"},
	transcript.Composure:   {"calmer", "less calm"},
}

// compare moves the bands of consistency by the findings that were added or disputed.
func (w *weigher) compare() {
	for i := range w.turns {
		if w.read[i].sheet != nil {
			b := *w.turns[i].Turn.Bands
			b.Consistency = w.compared(i, b.Consistency)
			w.turns[i].Turn.Bands = &b
		}
	}
}

// move moves the other bands by labels, each by one at most.
func (w *weigher) move() {
	for i := range w.turns {
		for _, c := range criteria {
			if _, known := heardAs[c]; known && w.read[i].sheet != nil {
				w.moveBy(i, c)
			}
		}
	}
}

// moveBy moves one band by the labels on it: where they go both ways, by none.
func (w *weigher) moveBy(turn int, c transcript.Criterion) {
	var labels []*transcript.Proposal
	net := 0
	for _, at := range w.read[turn].labels {
		if p := &w.kept[at]; p.Criterion == c {
			labels = append(labels, p)
			net += map[transcript.Way]int{transcript.Up: 1, transcript.Down: -1}[p.Way]
			p.Fate = transcript.Unchanged
		}
	}
	place := w.turns[turn].Turn.Bands.Place(c)
	band, tested := place.Value()
	net = max(-1, min(net, 1))
	if moved := band + net; !tested || net == 0 || moved < 0 || moved > 4 {
		return
	}
	*place = transcript.Marked(band + net)
	way, as := transcript.Up, heardAs[c][0]
	if net < 0 {
		way, as = transcript.Down, heardAs[c][1]
	}
	p := labels[slices.IndexFunc(labels, func(p *transcript.Proposal) bool { return p.Way == way })]
	p.Fate = transcript.Taken
	said := w.read[turn].sheet.turn.Applicant
	at := indexWords(said, p.Quote)
	w.add(turn+1, transcript.Finding{Rule: "heard", Criterion: c, Severity: transcript.Note, Span: transcript.SpanOf(said, at, at+len(p.Quote)),
		Reason: "A model hears these words as " + as + " than the rules do."})
}

// compared is the consistency band after findings were added or disputed, one from the
// rules' at most. A turn that the rules could compare with nothing stays so.
func (w *weigher) compared(turn int, rules transcript.Mark) transcript.Mark {
	was, tested := rules.Value()
	findings := w.turns[turn].Turn.Findings
	touched := slices.ContainsFunc(findings, func(f transcript.Finding) bool {
		return f.Criterion == transcript.Consistency && (f.By != "" || f.Was != "")
	})
	if !tested || !touched {
		return rules
	}
	band := 4
	for _, f := range findings {
		if b, ok := verdictBand(f, w.read[turn].sheet.asks(f.Field)); ok && f.Criterion == transcript.Consistency {
			band = min(band, b)
		}
	}
	return transcript.Marked(max(was-1, min(band, was+1)))
}

// holdTo holds a grade to that of the rules: at most ten points from it, and no outcome
// that is better.
func holdTo(t *transcript.Transcript, rules transcript.Transcript, letters []letter) {
	if outcomeRank(t.Outcome) >= outcomeRank(rules.Outcome) {
		t.Outcome = rules.Outcome
	}
	was, tested := rules.Grades.Overall.Value()
	now, _ := t.Grades.Overall.Value()
	if !tested {
		t.Grades = rules.Grades
		return
	}
	held := max(was-mostMoved, min(now, was+mostMoved))
	if held == now {
		return
	}
	t.Grades.Overall, t.Grades.Letter = transcript.Marked(held), letterOf(letters, float64(held)/percentPerBand)
	if t.Grades.Capped == "" {
		t.Grades.Capped = "Held to ten points from the rules' own grade: a model's hearing moves it no further."
	}
}

// outcomeRank puts outcomes in order, the best first by the highest number.
func outcomeRank(o *transcript.Outcome) int {
	switch {
	case o.Decision == transcript.Issued:
		return 3
	case o.Decision == transcript.Refused && o.Line == linePapers:
		return 2
	case o.Decision == transcript.Refused:
		return 1
	}
	return 0
}
