package scoring

import (
	"slices"
	"strings"

	"github.com/viceconsul/viceconsul/interview/transcript"
	"github.com/viceconsul/viceconsul/interview/transcript/measure"
)

// A sheet is one answer laid out for the rules: what was asked, what each word
// does, which claims it makes and how they compare. Rules read it and nothing else.
type sheet struct {
	*answer
	c        *Case
	query    query
	tokens   []token
	said     saidWords // of the tokens
	traits   []trait
	dead     []bool   // words that say nothing to the officer: said before
	factual  []bool   // words of measures and names; nil until they are asked for
	spans    []clause // each sentence as one clause: from and to only
	claims   []Claim
	verdicts []transcript.Finding

	particulars int // particular words beside the factual

	rel        []relevance           // of each clause to the question
	common     []bool                // of each clause: it says what is so for everybody
	link       bool                  // it ties what it says to the question
	statements []statement           // what an officer would act on
	at         int                   // the first word that answers the question, or -1
	again      bool                  // it only asks for the question again
	heard      passage               // what an earlier answer had word for word
	same       int                   // the turn whose whole answer this is again, to another question; 0 for none
	model      passage               // what the bank's description of a strong answer has
	nameAt     int                   // the first word of a proper name, or -1
	pulls      []transcript.Evidence // the ties it names; nil for H-1B
	conduct    conduct               // how the applicant behaves
}

// A judgement is what one rule makes of a sheet.
type judgement struct {
	criterion transcript.Criterion
	band      transcript.Mark
	findings  []transcript.Finding
}

func newSheet(c *Case, a *answer, claims []Claim, verdicts []transcript.Finding) *sheet {
	s := laidOut(c, a, c.ask(a), claims, verdicts)
	s.at = s.evidence()
	if c.category.HasTies() {
		s.pulls = s.tieEvidence()
	}
	return s
}

// laidOut is a sheet as far as it tells whether an officer would act on the answer.
func laidOut(c *Case, a *answer, q query, claims []Claim, verdicts []transcript.Finding) *sheet {
	s := &sheet{answer: a, c: c, query: q, claims: claims, verdicts: verdicts}
	s.tokens, s.traits, s.spans = tokensOf(a.words, a.lexemes), a.manners, sentencesOf(a.clauses)
	if s.traits == nil {
		s.traits = manner.traitsBy(a.words, a.lexemes)
	}
	s.said, s.dead = saidIn(s.tokens), s.lifeless()
	s.nameAt, s.again = s.firstName(), s.asksAgain()
	s.common, s.link = make([]bool, len(s.clauses)), s.query.want == wantReason && s.linked()
	for n, cl := range s.clauses {
		s.common[n] = s.commonplace(cl)
	}
	s.rel = s.relevances()
	s.statements = s.statementsOf()
	return s
}

// firstName is the first word of a proper name, or -1.
func (s *sheet) firstName() int {
	for i := range s.words {
		if s.named(i) {
			return i
		}
	}
	return -1
}

// sentencesOf joins clauses to sentences.
func sentencesOf(clauses []clause) []clause {
	out := make([]clause, 0, len(clauses))
	for _, cl := range clauses {
		if last := len(out) - 1; last >= 0 && cl.sentence == out[last].sentence {
			out[last].to = cl.to
			continue
		}
		out = append(out, clause{from: cl.from, to: cl.to, sentence: cl.sentence})
	}
	return out
}

// sentence is the whole sentence a clause stands in.
func (s *sheet) sentence(cl clause) clause {
	at := leastOf(len(s.spans), func(n int) bool { return s.spans[n].sentence >= cl.sentence })
	return s.spans[at]
}

// lifeless marks the sentences that say again what was just said.
func (s *sheet) lifeless() []bool {
	dead := make([]bool, len(s.words))
	if len(s.spans) < 2 {
		return dead
	}
	seen := make(map[uint64]bool, len(s.spans))
	for _, se := range s.spans {
		said := fingerprint(s.words[se.from:se.to])
		if seen[said] {
			for i := se.from; i < se.to; i++ {
				dead[i] = true
			}
		}
		seen[said] = true
	}
	return dead
}

// fingerprint tells one row of words from another (FNV-1a, 64 bits).
func fingerprint(words []measure.Word) uint64 {
	h := uint64(14695981039346656037)
	for _, w := range words {
		for i := range len(w.Text) {
			h = (h ^ uint64(w.Text[i])) * 1099511628211
		}
		h = (h ^ ' ') * 1099511628211
	}
	return h
}

// any reports whether a living word from from to to has one of the traits.
func (s *sheet) any(from, to int, t trait) bool { return s.find(from, to, t) >= 0 }

// find is the first living word from from to to with one of the traits, or -1.
func (s *sheet) find(from, to int, t trait) int {
	for i := from; i < min(to, len(s.words)); i++ {
		if s.traits[i]&t != 0 && !s.dead[i] {
			return i
		}
	}
	return -1
}

// run is the words with a trait around word i: the phrase it stands in.
func (s *sheet) run(i int, t trait) transcript.Span {
	from, to := i, i+1
	for from > 0 && s.traits[from-1]&t != 0 && !s.words[from].Breaks {
		from--
	}
	for to < len(s.words) && s.traits[to]&t != 0 && !s.words[to].Breaks {
		to++
	}
	return s.span(from, to)
}

// whole is the span of the whole answer: what a finding shows when something is
// missing from it.
func (s *sheet) whole() transcript.Span {
	return transcript.SpanOf(s.turn.Applicant, 0, len(s.turn.Applicant))
}

// first is the first living word that carries content, or -1: greetings and
// fillers do not.
func (s *sheet) first() int {
	for i := range s.words {
		if !s.dead[i] && s.traits[i]&(tFiller|tGreeting) == 0 && s.lexemes[i].is&isAddress == 0 {
			return i
		}
	}
	return -1
}

// address are forms of address.
var address = set("sir madam ma ma'am maam officer doctor please boss po sah ji")

// silent reports whether nothing was said.
func (s *sheet) silent() bool { return s.first() < 0 }

// unheard reports whether the answer only asks for the question again, or a paper was
// handed over without a word.
func (s *sheet) unheard() bool { return s.again || s.query.want == wantPaper && s.silent() }

func (s *sheet) asksAgain() bool {
	asks := s.answer.has(0, len(s.words), "question", "repeat", "again", "rephrase") || len(s.words) <= bareAsk
	return asks && len(s.words) <= longAsk && s.any(0, len(s.words), tAgain) && len(s.mentions) == 0
}

// Words up to which an answer that says "I did not hear" says nothing else, and up
// to which it may also name the question. Our judgement.
const (
	bareAsk = 6
	longAsk = 14
)

// named reports whether word i begins or continues a proper name: a capital inside
// a sentence, or a place of the gazetteer.
func (s *sheet) named(i int) bool {
	w := s.words[i]
	if s.dead[i] || s.traits[i]&tDeflect != 0 {
		return false
	}
	if s.terms[i].is(mPlace) {
		return true
	}
	b := s.turn.Applicant[w.Start]
	if b < 'A' || b > 'Z' || w.Text == "i" || s.lexemes[i].is&isAddress != 0 || s.traits[i]&(tEmpty|tFirst|tGreeting) != 0 {
		return false
	}
	if opens := i == 0 || w.Breaks; !opens {
		return true
	}
	return s.traits[i]&tGeneric == 0 && (i+1 < len(s.words) && s.capital(i+1) || s.unusual(i))
}

// unusual reports whether a word that opens a sentence is a name by its form: an
// abbreviation, or an owner nothing else is known of.
func (s *sheet) unusual(i int) bool {
	spelt := s.turn.Applicant[s.words[i].Start:s.words[i].End]
	if owner, ok := strings.CutSuffix(spelt, "'s"); ok {
		return manner.word(strings.ToLower(owner)) == 0 && s.terms[i].marks == 0 && s.terms[i].party == 0
	}
	return len(spelt) > 2 && spelt == strings.ToUpper(spelt) && spelt[1] >= 'A' && spelt[1] <= 'Z' && s.traits[i] == 0 && s.terms[i].marks == 0
}

func (s *sheet) capital(i int) bool {
	b := s.turn.Applicant[s.words[i].Start]
	return b >= 'A' && b <= 'Z' && !s.words[i].Breaks
}

// particular reports whether word i names something: it is neither a function
// word nor one of the words that fit every answer.
func (s *sheet) particular(i int) bool {
	return !s.dead[i] && s.traits[i]&(tEmpty|tGeneric|tFiller|tGreeting|tBrochure) == 0 && len(s.words[i].Text) > 2
}

// measured is where a measured value of one of the kinds stands from from to to, or
// -1.
func (s *sheet) measured(from, to int, kinds ...measure.Kind) int {
	at := leastOf(len(s.mentions), func(n int) bool { return s.mentions[n].From >= from })
	for _, m := range s.mentions[at:] {
		switch {
		case m.To > to:
			return -1
		case !s.dead[m.From] && slices.Contains(kinds, m.Kind) && !s.loose(m):
			return m.From
		}
	}
	return -1
}
