package scoring

import (
	"fmt"
	"slices"

	"github.com/viceconsul/viceconsul/interview/transcript"
	"github.com/viceconsul/viceconsul/interview/transcript/measure"
)

// How much of a learned text shows. Our judgement: shorter runs of words repeat by
// nature.
const (
	learnedWords = 8 // of a sentence said again word for word
	modelWords   = 7 // in a row as the bank describes a strong answer
	mostPraise   = 2 // words of a brochure before an answer sounds like one
	mostWritten  = 1 // joining words of an essay
)

// rehearsed notes that an answer reads as learned: the same words as an earlier
// answer, the bank's own description of a strong one, the praise of a brochure, or
// the joints of an essay. It is noted and followed up, and lowers nothing by itself.
func (s *sheet) rehearsed() (transcript.Finding, bool) {
	f := transcript.Finding{Rule: "recited", Criterion: transcript.Composure, Severity: transcript.Note}
	switch {
	case s.recited():
		f.Span = s.run(s.find(0, len(s.words), tBrochure), tBrochure)
		f.Reason = "This sounds like a brochure. Say in your own words what only you can say."
	case s.heard.turn > 0:
		f.Earlier, f.Span = s.heard.turn, s.span(s.heard.from, s.heard.to)
		f.Reason = fmt.Sprintf("You said this word for word in turn %d. Answer this question in fresh words.", s.heard.turn)
	case s.model.to > s.model.from:
		f.Rule, f.Span = "guide", s.span(s.model.from, s.model.to) // no reason to ask again: the law has few words
		f.Reason = "These are the words of a guide. Say what is true of you in your own."
	case s.written() > mostWritten:
		f.Span = s.run(s.find(0, len(s.words), tWritten), tWritten)
		f.Reason = "This sounds written and learned. Speak as you would to a person."
	default:
		return transcript.Finding{}, false
	}
	return f, true
}

// recited reports whether an answer is made of the praise of brochures.
func (s *sheet) recited() bool { return s.runs(tBrochure) > mostPraise }

// written counts the joining words of an essay: "firstly", "in conclusion".
func (s *sheet) written() int { return s.runs(tWritten) }

// runs counts the phrases with a trait.
func (s *sheet) runs(t trait) int {
	n := 0
	for i := range s.words {
		if s.traits[i]&t != 0 && !s.dead[i] && (i == 0 || s.traits[i-1]&t == 0 || s.words[i].Breaks) {
			n++
		}
	}
	return n
}

// A passage is words of an answer that were heard before.
type passage struct {
	from, to int
	turn     int // where they were said first; 0 for never
}

// saidBefore is the first long passage that an earlier answer had word for word. Who
// is pressed on a contradiction rightly says the same again.
func (s *sheet) saidBefore(before []Judged) passage {
	if s.press != nil || len(before) == 0 {
		return passage{}
	}
	for _, p := range s.passages() {
		said := fingerprint(s.words[p.from:p.to])
		for _, b := range before {
			if slices.Contains(b.said, said) {
				return passage{p.from, p.to, b.Turn.N}
			}
		}
	}
	return passage{}
}

// echoed is the turn that had this very answer, where what it tells is nothing that the
// present line asks for; 0 for none. A yes or a no says something else after each line.
func (s *sheet) echoed(before []Judged) int {
	start := s.first()
	if s.press != nil || s.again || len(s.words) < 2 || start < 0 || s.traits[start]&(tYes|tNo|tNegate|tForget|tDecline) != 0 {
		return 0
	}
	if slices.ContainsFunc(s.claims, func(k Claim) bool { return k.tells() && s.asks(k.Field) }) {
		return 0
	}
	said := fingerprint(s.words)
	for _, b := range before {
		if b.whole == said && b.line != s.heardLine.text {
			return b.Turn.N
		}
	}
	return 0
}

// passages are the answer as a whole and its sentences, where they are long.
func (s *sheet) passages() []passage {
	var out []passage
	if len(s.words) >= learnedWords {
		out = append(out, passage{to: len(s.words)})
	}
	for _, se := range s.spans {
		if se.to-se.from >= learnedWords && len(s.spans) > 1 {
			out = append(out, passage{from: se.from, to: se.to})
		}
	}
	return out
}

// prints tell the long passages of an answer from others.
func (s *sheet) prints() []uint64 {
	all := s.passages()
	out := make([]uint64, len(all))
	for i, p := range all {
		out[i] = fingerprint(s.words[p.from:p.to])
	}
	return out
}

// ofTheModel is the longest run of words that the bank's description of a strong
// answer has too, when it is long enough to be no chance.
func (s *sheet) ofTheModel() passage {
	if s.question == nil || s.question.Topic == nil || len(s.words) < modelWords {
		return passage{}
	}
	strong := readText(s.question.Topic.Strong, true)
	model, best := strong.texts, passage{}
	for i := range s.words {
		if !strong.signs.may(s.words[i].Text) {
			continue
		}
		for j := range model {
			if n := common(s.words[i:], model[j:]); n >= modelWords && n > best.to-best.from {
				best = passage{from: i, to: i + n}
			}
		}
	}
	return best
}

// common is how many words two texts begin with alike.
func common(words []measure.Word, model []string) int {
	n := 0
	for n < len(words) && n < len(model) && words[n].Text == model[n] {
		n++
	}
	return n
}
