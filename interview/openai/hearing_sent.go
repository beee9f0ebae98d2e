package openai

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"

	goopenai "github.com/sashabaranov/go-openai"
	"golang.org/x/text/unicode/norm"

	"github.com/viceconsul/viceconsul/interview/transcript"
)

// What of an interview is sent (our judgement: what is longer is read by the rules alone).
const (
	mostAnswer   = 1200   // code points of an answer
	mostFact     = 80     // code points of a declared fact
	mostDeclared = 40     // facts
	mostListed   = 6      // of the rules' findings on an answer
	mostSaid     = 16_000 // bytes of all answers; longer ones are cut until they fit
)

// markSign joins the words of what is data. Of the signs no speech needs it costs the
// fewest tokens: a third more than spaces, where ^ costs twice as many (measured).
const markSign = "_"

// A script is an interview as it is sent.
type script struct {
	Mark     string
	Visa     string
	Ties     bool
	Risks    string   // rules of risk a label may be on
	Declared []string // "finance.sponsors: father"
	Turns    []scriptTurn
	Order    []string // of the instructions
	Last     bool     // what is declared comes last

	redactor *redactor
	answers  map[int]sentAnswer // by turn
	findings map[int][]int      // of each turn, those that are listed
	fields   []string
}

// A scriptTurn is one exchange, marked.
type scriptTurn struct {
	N            int
	Line, Answer string
	Found        []string // "0 finance.sponsors contradiction: uncle"
}

// newScript lays out a graded interview for sending.
func newScript(t transcript.Transcript, mark string) *script {
	s := &script{Mark: mark, Visa: t.Category.Visa(), Ties: t.Category.HasTies(), Risks: strings.Join(risks, ", "), Order: []string{"claims", "labels", "misread", "suggestion"},
		redactor: newRedactor(t.Profile), answers: map[int]sentAnswer{}, findings: map[int][]int{}}
	s.declare(t)
	said := map[int]sentAnswer{}
	most := mostAnswer
	for size := mostSaid + 1; size > mostSaid; most /= 2 {
		size = 0
		for i, turn := range t.Turns {
			said[i] = s.redactor.sent(turn.Applicant).cut(most)
			size += len(said[i].text)
		}
	}
	for i, turn := range t.Turns {
		if turn.Bands == nil || said[i].text == "" {
			continue
		}
		n := i + 1
		s.answers[n] = said[i]
		s.Turns = append(s.Turns, scriptTurn{N: n, Line: s.marked(s.redactor.text(turn.Meant())), Answer: s.marked(said[i].text), Found: s.found(n, turn)})
	}
	return s
}

// again is the same interview told the other way round: the instructions in another
// order, the last exchange first. What a model hears twice does not rest on either.
func (s *script) again() *script {
	other := *s
	other.Order, other.Turns, other.Last = slices.Clone(s.Order), slices.Clone(s.Turns), true
	slices.Reverse(other.Order)
	slices.Reverse(other.Turns)
	return &other
}

func (s *script) marked(text string) string { return marked(text, s.Mark, markSign) }

// declare lists what is declared, confirmed and can be compared, what the findings rest
// on first.
func (s *script) declare(t transcript.Transcript) {
	spoken := map[string]bool{}
	for _, turn := range t.Turns {
		for _, f := range turn.Findings {
			spoken[f.Field] = true
		}
	}
	paths := t.Profile.Paths()
	slices.SortStableFunc(paths, func(a, b string) int { return cmp.Compare(bit(!spoken[a]), bit(!spoken[b])) })
	for _, path := range paths {
		d, _ := t.Profile.Declared(path)
		if !d.Confirmed || d.Field.Class == transcript.ClassNone || !s.Ties && strings.HasPrefix(path, "ties.") || len(s.Declared) == mostDeclared {
			continue
		}
		text := []rune(s.redactor.text(d.Text))
		s.fields = append(s.fields, path)
		s.Declared = append(s.Declared, path+": "+s.marked(string(text[:min(len(text), mostFact)])))
	}
}

// found lists the rules' own findings on facts, by their places in the turn.
func (s *script) found(n int, turn transcript.Turn) []string {
	var all []string
	for i, f := range turn.Findings {
		if f.Criterion != transcript.Consistency || f.Verdict == "" || f.By != "" || len(all) == mostListed {
			continue
		}
		s.findings[n] = append(s.findings[n], i)
		all = append(all, strings.TrimSpace(fmt.Sprintf("%d %s %s: %s", i, f.Field, cmp.Or(f.Was, f.Verdict), s.marked(s.redactor.text(f.Heard)))))
	}
	return all
}

// messages renders the instructions and, apart from them, the interview as data.
func (s *script) messages() ([]goopenai.ChatCompletionMessage, error) {
	var all []goopenai.ChatCompletionMessage
	for _, m := range []struct{ role, file string }{{goopenai.ChatMessageRoleSystem, "hearing.tmpl"}, {goopenai.ChatMessageRoleUser, "hearing_data.tmpl"}} {
		text, err := rendered(m.file, s)
		if err != nil {
			return nil, err
		}
		all = append(all, goopenai.ChatCompletionMessage{Role: m.role, Content: text})
	}
	return all, nil
}

// rendered is a prompt filled in.
func rendered(file string, with any) (string, error) {
	var text strings.Builder
	if err := prompts.ExecuteTemplate(&text, file, with); err != nil {
		return "", fmt.Errorf("render %s: %w", file, err)
	}
	return text.String(), nil
}

// A sentAnswer is an answer as it is sent, with the way back: from and to are, for each
// byte of text, the part of what was said that it stands for.
type sentAnswer struct {
	said     string
	text     string
	from, to []int
}

// sent redacts an answer and makes every gap between its words one space.
func (r *redactor) sent(said string) sentAnswer {
	whole, from, to := composed(said)
	a := sentAnswer{said: said}
	var text strings.Builder
	emit := func(s string, start, end int) {
		text.WriteString(s)
		for range len(s) {
			a.from, a.to = append(a.from, start), append(a.to, end)
		}
	}
	gap := true
	for _, p := range r.pieces(whole) {
		if p.standsIn {
			emit(p.text, from[p.start], to[p.end-1])
			gap = false
			continue
		}
		for i, c := range p.text {
			at := p.start + i
			if space := unicode.IsSpace(c) || string(c) == markSign; !space {
				emit(string(c), from[at], to[at+len(string(c))-1])
				gap = false
			} else if !gap {
				emit(" ", from[at], to[at])
				gap = true
			}
		}
	}
	a.text = strings.TrimRight(text.String(), " ")
	return a
}

// composed is a text in NFC, with the part of it that each byte comes from.
func composed(said string) (whole string, from, to []int) {
	var text strings.Builder
	var it norm.Iter
	for it.InitString(norm.NFC, said); !it.Done(); {
		start := it.Pos()
		part := it.Next()
		text.Write(part)
		for range part {
			from, to = append(from, start), append(to, it.Pos())
		}
	}
	return text.String(), from, to
}

// cut leaves so many code points of an answer, whole words.
func (a sentAnswer) cut(most int) sentAnswer {
	if runes := []rune(a.text); len(runes) > most {
		a.text = string(runes[:most])
		a.text = a.text[:max(0, strings.LastIndexByte(a.text, ' '))]
	}
	return a
}

// words finds what a model quotes and gives it as it was said, "" when it is not there.
// The gaps between words may be others, and the form of accents.
func (a sentAnswer) words(quote string) string {
	quote = strings.Join(strings.Fields(strings.ReplaceAll(norm.NFC.String(quote), markSign, " ")), " ")
	at := strings.Index(a.text, quote)
	if quote == "" || at < 0 {
		return ""
	}
	return a.said[a.from[at]:a.to[at+len(quote)-1]]
}
