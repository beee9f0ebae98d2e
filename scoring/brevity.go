package scoring

import (
	"fmt"
	"math"
	"slices"
	"strconv"

	"github.com/viceconsul/viceconsul/interview/transcript"
	"github.com/viceconsul/viceconsul/questionbank"
)

// brevity judges length by the type of question. Fillers, a greeting and one
// question back to the officer are free. What was said twice does not make an
// answer fuller, but it makes it longer. Measured seconds can only excuse length:
// silence is no fault and slow speech is none.
func brevity(s *sheet) judgement {
	j := judgement{criterion: transcript.Brevity, band: transcript.NotTested}
	if !s.query.expects || s.unheard() {
		return j
	}
	said, fresh := s.length()
	limits := s.limits()
	band := fits(limits, fresh+s.compact(fresh), s.spoken(said))
	if s.turn.Cut && band > 0 {
		band--
	}
	j.band = transcript.Marked(band)
	j.findings = []transcript.Finding{s.lengthFinding(band, said, fresh)}
	return j
}

// perFact is how many words a fact stands for beyond its own: a short answer that
// is all facts is complete. Our judgement.
const perFact = 3

// compact is the length that the facts of a short answer make up for.
func (s *sheet) compact(fresh int) int {
	if fresh < 4 {
		return 0
	}
	facts, _ := s.facts()
	n := 0
	for i := range facts {
		if facts[i] && (i == 0 || !facts[i-1] || s.words[i].Breaks) {
			n++
		}
	}
	if n < 2 {
		return 0
	}
	return perFact * n
}

// limits are the lengths for the question. Who answers yes to a closed question on
// refusals, visits or the law is expected to say when, where and what.
func (s *sheet) limits() lengths {
	l := s.c.rubric.lengths[s.query.kind]
	if s.query.kind != questionbank.Closed {
		return l
	}
	for _, cl := range s.claims {
		if !cl.asked || cl.Negative {
			continue
		}
		if f, ok := transcript.LookupField(cl.Field); ok && f.Serious {
			open := s.c.rubric.lengths[questionbank.Open]
			for band := range l {
				l[band].most = max(l[band].most, open[band].most)
			}
			return l
		}
	}
	return l
}

// fits is the highest band whose range holds an answer: fresh words are enough,
// said words are not too many.
func fits(l lengths, fresh, said int) int {
	for band := 4; band > 0; band-- {
		if fresh >= l[band].least && said <= l[band].most {
			return band
		}
	}
	return 0
}

// length counts the words of an answer as a listener would, and those of them
// that say something for the first time to the officer.
func (s *sheet) length() (said, fresh int) {
	free := s.askedBack()
	said = s.unmeant
	for i, w := range s.words {
		if s.traits[i]&(tFiller|tGreeting) != 0 || s.addressed(i) || free.from <= i && i < free.to {
			continue
		}
		if i > 0 && s.hyphened(i, w.Start) {
			continue
		}
		said++
		if !s.dead[i] {
			fresh++
		}
	}
	return said, fresh
}

// addressed reports whether word i is the "sir" of a greeting.
func (s *sheet) addressed(i int) bool {
	return i > 0 && s.traits[i-1]&tGreeting != 0 && s.lexemes[i].is&isAddress != 0
}

// hyphened reports whether a hyphen or a sign joins word i to the one before it.
func (s *sheet) hyphened(i, start int) bool {
	between := s.turn.Applicant[s.words[i-1].End:start]
	return between == "" || between == "-"
}

// askedBack is the first sentence that asks the officer something.
func (s *sheet) askedBack() clause {
	for _, cl := range s.clauses {
		if cl.question {
			return s.sentence(cl)
		}
	}
	return clause{}
}

// spoken is the length that counts against an answer: its words, or what its
// measured seconds hold at a normal rate when that is less.
func (s *sheet) spoken(said int) int {
	if s.turn.Seconds > 0 && !s.turn.Estimated {
		return min(said, int(math.Round(s.turn.Seconds*s.c.rubric.rate)))
	}
	return said
}

// Seconds is how long an answer of so many words takes to say.
func (c *Case) Seconds(words int) float64 { return c.rubric.seconds(words) }

// seconds is how long an answer of so many words takes, to a tenth.
func (r *Rubric) seconds(words int) float64 {
	return math.Round(float64(words)/r.rate*10) / 10
}

func (s *sheet) lengthFinding(band, said, fresh int) transcript.Finding {
	ideal := s.limits()[4]
	f := transcript.Finding{Rule: "brevity", Criterion: transcript.Brevity, Severity: weight(band), Span: s.whole()}
	about := count(said, "word") + ", about " + count(int(math.Ceil(s.c.rubric.seconds(said))), "second")
	switch {
	case said == 0:
		f.Reason = "You gave no answer. Say the fact, or say that you do not know."
	case band == 4:
		f.Reason = about + ": the right length for this question."
	case s.turn.Cut:
		f.Reason = fmt.Sprintf("%s, and the officer cut in. Say the main fact first.", about)
	case fresh < ideal.least:
		f.Reason = fmt.Sprintf("%s: add one or two facts; %d to %d words are normal here.", about, ideal.least, ideal.most)
	case s.spread():
		f.Reason = fmt.Sprintf("%s; %d to %d words are normal here. Keep the facts, leave out the rest.", about, ideal.least, ideal.most)
	default:
		from, to := s.bestSentence()
		f.Span = s.span(from, to)
		f.Reason = fmt.Sprintf("%s; %d to %d words are normal here. Stop after the marked words.", about, ideal.least, ideal.most)
	}
	return f
}

// spread reports whether facts that were asked for stand outside the best sentence:
// then nobody should stop after it.
func (s *sheet) spread() bool {
	from, to := s.bestSentence()
	facts, _ := s.facts()
	for i := range facts {
		if facts[i] && (i < from || i >= to) {
			return true
		}
	}
	return slices.ContainsFunc(s.claims, func(cl Claim) bool {
		at := s.wordAt(cl.Span.Start)
		return cl.asked && (at < from || at >= to)
	})
}

// count is a number with its noun.
func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return strconv.Itoa(n) + " " + noun + "s"
}

// weight is the severity of a finding that stands for a band: what lowers nothing
// is a note. Bands never cap by themselves.
func weight(band int) transcript.Severity {
	if band >= 3 {
		return transcript.Note
	}
	return transcript.Low
}

// long reports whether an answer is over the limit of its type.
func (s *sheet) long() bool {
	said, _ := s.length()
	return s.turn.Cut || s.spoken(said) > s.limits()[3].most
}
