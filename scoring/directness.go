package scoring

import (
	"slices"

	"github.com/viceconsul/viceconsul/interview/transcript"
	"github.com/viceconsul/viceconsul/interview/transcript/measure"
)

// nearStart is how many words may stand before the answer proper for it to be in
// the first words, greetings and fillers not counted. Our judgement.
const nearStart = 8

// directness judges where the answer to the question begins: in the first words,
// in the first sentence, later, or not at all.
func directness(s *sheet) judgement {
	j := judgement{criterion: transcript.Directness, band: transcript.NotTested}
	if !s.query.expects || s.unheard() {
		return j
	}
	band, at, reason := s.directBand()
	j.band = transcript.Marked(band)
	span := s.whole()
	if at >= 0 {
		span = s.answering(at)
	}
	j.findings = []transcript.Finding{{Rule: "directness", Criterion: transcript.Directness, Severity: weight(band), Span: span, Reason: reason}}
	return j
}

// answering is the clause that holds word at, from there on.
func (s *sheet) answering(at int) transcript.Span {
	return s.span(at, max(s.clauseOf(at).to, at+1))
}

func (s *sheet) directBand() (band, at int, reason string) {
	start := s.first()
	if start < 0 {
		return 0, -1, "You gave no answer. Say the fact first, or say that you do not know."
	}
	at = s.at
	switch {
	case at < 0:
		return s.withoutEvidence()
	case s.any(start, at, tLate) || s.sentenceOf(at) > s.sentenceOf(start):
		return 2, at, "The answer comes late, at the marked words. Say it first."
	case at-start < nearStart:
		return 4, at, "Your first words answer the question."
	}
	return 3, at, "The answer is in your first sentence. Start with the marked words."
}

func (s *sheet) sentenceOf(word int) int { return s.clauseOf(word).sentence }

// withoutEvidence judges an answer that holds no fact of the kind asked for.
func (s *sheet) withoutEvidence() (band, at int, reason string) {
	switch at := s.find(0, len(s.words), tForget); {
	case at >= 0:
		return 2, at, "You said you do not know. If you can find out, do so before the interview."
	case s.query.ties && len(s.pulls) > 0:
		return 2, -1, "This is general. Name the post, person or date that calls you back."
	case s.any(0, len(s.words), tDeflect|tDecline|tHostile):
		return 0, -1, "This does not answer the question. Say the fact that was asked for."
	case s.any(0, len(s.words), tFeeling):
		return 1, -1, "This tells a feeling. Say the fact that was asked for."
	case s.touches() || s.specific(0, len(s.words)) && !s.any(0, len(s.words), tFirst) || s.query.want == wantAnything || s.query.want == wantReason:
		return 2, -1, "This is general. Start with one fact of your own that can be checked."
	case s.any(0, len(s.words), tFirst), s.query.want == wantYesNo && s.content():
		return 1, -1, "This answers another question. Start with the fact asked for."
	}
	return 0, -1, "This does not answer the question. Say the fact that was asked for."
}

// touches reports whether the answer shares a content word with the question.
func (s *sheet) touches() bool {
	return slices.ContainsFunc(s.words, func(w measure.Word) bool { return slices.Contains(s.query.plain, w.Text) })
}

// evidence is the first word that answers the question, or -1: a claim on a field
// it asks for, else a fact of the kind it asks for.
func (s *sheet) evidence() int {
	at := -1
	if s.press != nil && slices.ContainsFunc(s.claims, s.answersPress) {
		return s.first() // whichever side it takes, it takes one
	}
	for _, cl := range s.claims {
		if i := s.wordAt(cl.Span.Start); cl.tells() && i < len(s.words) && !s.dead[i] && s.asks(cl.Field) {
			at = earliest(at, i)
		}
	}
	if typed := s.typed(); typed >= 0 && (at < 0 || typed < at && s.query.want != wantWho) {
		at = typed
	}
	if at >= 0 && s.traits[at]&(tDeflect|tDecline) != 0 && s.press == nil {
		return -1
	}
	return at
}

// answersPress reports whether a claim is on what the officer presses on.
func (s *sheet) answersPress(cl Claim) bool {
	return cl.Field == s.press.Field || ruleOf[cl.kind] == s.press.Rule
}

// tells reports whether a claim gives its fact: it keeps nothing back, and it is
// no plan or purpose, of which any words can be one.
func (cl Claim) tells() bool {
	return !cl.partial && cl.kind != kindWithheld && (cl.kind != kindPlan || cl.Field == workPlan) && cl.kind != kindPurpose
}

// typed is the first word that gives the kind of fact asked for, or -1.
func (s *sheet) typed() int {
	all := len(s.words)
	switch s.query.want {
	case wantYesNo:
		return earliest(s.find(0, all, tYes|tNo|tNegate), s.echo(), s.counted())
	case wantWho:
		nobody := slices.IndexFunc(s.words, func(w measure.Word) bool { return w.Text == "nobody" || w.Text == "none" })
		return earliest(s.party(), s.nameAt, nobody)
	case wantAmount:
		return s.measured(0, all, measure.Money, measure.Number)
	case wantCount:
		return earliest(s.measured(0, all, measure.Number), s.find(0, all, tNo))
	case wantLength:
		return s.measured(0, all, measure.Duration, measure.Calendar, measure.Number)
	case wantDate:
		return earliest(s.measured(0, all, measure.Calendar, measure.Duration), s.year())
	case wantPlace:
		return earliest(s.nameAt, s.placed(), slices.IndexFunc(s.words, func(w measure.Word) bool { return w.Text == "here" }))
	case wantPaper:
		return s.first()
	}
	return s.account()
}

// year is the first number that reads as a year, or -1.
func (s *sheet) year() int {
	for _, m := range s.mentions {
		if isYear(m) && !s.dead[m.From] {
			return m.From
		}
	}
	return -1
}

// earliest is the least of the word numbers that are not -1.
func earliest(at ...int) int {
	least := -1
	for _, i := range at {
		if i >= 0 && (least < 0 || i < least) {
			least = i
		}
	}
	return least
}

// counted is a number, date or length said as the first thing, or -1: "Twice, in
// 2023."
func (s *sheet) counted() int {
	at := s.measured(0, len(s.words), measure.Number, measure.Money, measure.Duration, measure.Calendar)
	if at < 0 || at > s.first() {
		return -1
	}
	return at
}

// echo is the first word that states something of the applicant's own: "I am
// paying", "My leave is approved".
func (s *sheet) echo() int {
	for _, cl := range s.clauses {
		if s.any(cl.from, cl.to, tDeflect|tDecline) {
			continue
		}
		if i := s.find(cl.from, cl.to, tFirst); i >= 0 && (s.touchesIn(cl) || s.specific(cl.from, cl.to)) {
			return i
		}
	}
	return -1
}

func (s *sheet) touchesIn(cl clause) bool {
	for i := cl.from; i < cl.to; i++ {
		if slices.Contains(s.query.plain, s.words[i].Text) {
			return true
		}
	}
	return false
}

// specific reports whether a name, a measure or a particular word stands from
// from to to.
func (s *sheet) specific(from, to int) bool {
	for i := from; i < to; i++ {
		if s.particular(i) {
			return true
		}
	}
	return s.measured(from, to, measure.Number, measure.Money, measure.Duration, measure.Calendar) >= 0
}

// party is the first word that names who: a person, a body, or the applicant.
// "A respectable family" names nobody.
func (s *sheet) party() int {
	for i, t := range s.terms {
		if s.dead[i] || t.party == 0 && s.words[i].Text != "me" && s.traits[i]&tRole == 0 && !s.selfPays(i) {
			continue
		}
		if t.broad && i >= 2 && s.words[i-2].Text == "a" {
			continue
		}
		return i
	}
	return -1
}

// selfPays reports whether word i is the applicant as the one who acts: "I pay".
func (s *sheet) selfPays(i int) bool {
	return s.words[i].Text == "i" && s.is(i, min(i+4, len(s.words)), mPay|mFunds)
}

// placed is the first "in", "at" or "near" with a content word after it.
func (s *sheet) placed() int {
	for i, w := range s.words {
		if !slices.Contains([]string{"in", "at", "near", "from", "with", "to"}, w.Text) {
			continue
		}
		for j := i + 1; j < min(i+4, len(s.words)); j++ {
			if s.particular(j) || s.terms[j].party != 0 {
				return i
			}
		}
	}
	return -1
}

// account is where an answer to an open question begins to say something: the
// first clause of its own matter that is neither preamble nor commonplace.
func (s *sheet) account() int {
	for _, cl := range s.clauses {
		if s.any(cl.from, cl.to, tDeflect|tDecline|tHostile|tFeeling) {
			continue
		}
		for i := cl.from; i < cl.to; i++ {
			person := s.terms[i].party&^pSelf != 0 && !s.terms[i].broad && !s.dead[i] && s.traits[i]&tRelative != 0
			if person || s.particular(i) || s.measured(i, cl.to, measure.Money, measure.Duration, measure.Calendar) == i {
				return cl.from
			}
		}
	}
	return -1
}
