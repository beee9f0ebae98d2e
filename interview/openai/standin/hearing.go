package standin

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
)

// An Exchange is one turn of an interview that came to be heard, without its marking.
type Exchange struct {
	N                  int
	Officer, Applicant string
	Found              []Found
}

// A Found is one finding of the rules on an answer.
type Found struct {
	Index          int
	Field, Verdict string
}

// Exchanges are the turns of the interview a call brings, in the order it brings them.
func (c *Call) Exchanges() []Exchange {
	var all []Exchange
	for _, part := range c.parts() {
		head, rest, _ := strings.Cut(part, "\n")
		var e Exchange
		if n, err := fmt.Sscanf(head, "turn %d", &e.N); n != 1 || err != nil {
			continue
		}
		for _, line := range strings.Split(rest, "\n") {
			key, text, _ := strings.Cut(line, " ")
			text = strings.ReplaceAll(text, "_", " ")
			switch key {
			case "officer:":
				e.Officer = text
			case "applicant:":
				e.Applicant = text
			case "found":
				e.Found = append(e.Found, foundIn(line))
			}
		}
		all = append(all, e)
	}
	return all
}

// foundIn reads "found 0 finance.sponsors contradiction: uncle".
func foundIn(line string) (f Found) {
	words := strings.Fields(line)
	_, _ = fmt.Sscan(words[1], &f.Index) // written by us
	for _, w := range words[2:] {
		if verdict, end := strings.CutSuffix(w, ":"); end {
			f.Verdict = verdict
			break
		}
		f.Field = w
	}
	return f
}

// Fields are the paths of what is declared.
func (c *Call) Fields() []string {
	var all []string
	for _, part := range c.parts() {
		if rest, ok := strings.CutPrefix(part, "declared\n"); ok {
			for _, line := range strings.Split(strings.TrimSpace(rest), "\n") {
				path, _, _ := strings.Cut(line, ":")
				all = append(all, path)
			}
		}
	}
	return all
}

// parts are what lies between the marks of the message that brings the interview.
func (c *Call) parts() []string {
	at := slices.IndexFunc(c.Messages, func(m Message) bool { return m.Role == "user" })
	if at < 0 {
		return nil
	}
	content := c.Messages[at].Content
	mark, _, _ := strings.Cut(content, " ")
	return strings.Split(strings.TrimPrefix(content, mark+" "), "\n"+mark+" ")
}

// A Proposal is what is proposed on one turn, as the schema has it.
type Proposal struct {
	N          int     `json:"n"`
	Claims     []Claim `json:"claims"`
	Labels     []Label `json:"labels"`
	Misread    []Doubt `json:"misread"`
	Suggestion string  `json:"suggestion"`
}

// A Claim is a fact that is said to be heard.
type Claim struct {
	Field   string `json:"field"`
	Value   string `json:"value"`
	Quote   string `json:"quote"`
	Verdict string `json:"verdict"`
}

// A Label is words that are said to earn or lose.
type Label struct {
	On    string `json:"on"`
	Way   string `json:"way"`
	Quote string `json:"quote"`
}

// A Doubt is a finding that is said to be misread.
type Doubt struct {
	Finding int    `json:"finding"`
	Quote   string `json:"quote"`
}

// Proposes answers a call that brings an interview with what is proposed on each of its
// turns.
func Proposes(on func(c *Call, e Exchange) Proposal) Reply {
	return SaysOf(func(c *Call) string {
		turns := []Proposal{}
		for _, e := range c.Exchanges() {
			p := on(c, e)
			p.N = e.N
			p.Claims, p.Labels, p.Misread = listed(p.Claims), listed(p.Labels), listed(p.Misread)
			turns = append(turns, p)
		}
		b, _ := json.Marshal(map[string]any{"turns": turns}) // of strings and numbers
		return string(b)
	})
}

// listed is a list that is written as one even when it is empty.
func listed[T any](all []T) []T { return append([]T{}, all...) }

// ProposesNothing is what it says, as an honest model does of most interviews.
var ProposesNothing = Proposes(func(*Call, Exchange) Proposal { return Proposal{} })

// some is the first words of an answer.
func some(e Exchange, most int) string {
	words := strings.Fields(e.Applicant)
	return strings.Join(words[:min(len(words), most)], " ")
}

// criteria are what labels can be on; a call may know some of them only.
var criteria = []string{"directness", "specificity", "composure", "ties", "fit"}

// praise labels all of an answer as better by every criterion that the call's schema knows.
func praise(c *Call, e Exchange) (all []Label) {
	for _, on := range criteria {
		if strings.Contains(c.Body, `"`+on+`"`) {
			all = append(all, Label{on, "up", some(e, 40)})
		}
	}
	return all
}

// forgive doubts every finding.
func forgive(e Exchange) (all []Doubt) {
	for _, f := range e.Found {
		all = append(all, Doubt{f.Index, some(e, 60)})
	}
	return all
}

// claimsOf compares an answer with all that is declared, eight fields at most.
func claimsOf(c *Call, e Exchange, verdict string) (all []Claim) {
	fields := c.Fields()
	for _, field := range fields[:min(len(fields), 8)] {
		all = append(all, Claim{field, some(e, 3), some(e, 60), verdict})
	}
	return all
}

// Hostile are models that keep to the schema and not to the truth.
func Hostile() []Kind {
	return []Kind{
		{"praises everything", Proposes(func(c *Call, e Exchange) Proposal { return Proposal{Labels: praise(c, e)} })},
		{"deletes flags", Proposes(func(_ *Call, e Exchange) Proposal { return Proposal{Misread: forgive(e)} })},
		{"agrees with everything", Proposes(func(c *Call, e Exchange) Proposal { return Proposal{Claims: claimsOf(c, e, "consistent")} })},
		{"praises, deletes and agrees", Proposes(func(c *Call, e Exchange) Proposal {
			return Proposal{Labels: praise(c, e), Misread: forgive(e), Claims: claimsOf(c, e, "consistent"), Suggestion: some(e, 12)}
		})},
		{"forges quotes", Proposes(func(c *Call, _ Exchange) Proposal {
			const forged = "my father, a civil engineer, pays for everything and I will return home"
			p := Proposal{Labels: []Label{{"directness", "up", forged}, {"specificity", "up", forged}}}
			for _, field := range c.Fields()[:min(len(c.Fields()), 8)] {
				p.Claims = append(p.Claims, Claim{field, "my father", forged, "consistent"})
			}
			return p
		})},
		{"quotes parts of words", Proposes(func(_ *Call, e Exchange) Proposal {
			return Proposal{Labels: []Label{{"directness", "up", e.Applicant[min(1, len(e.Applicant)):]}}}
		})},
		{"accuses of everything", Proposes(func(c *Call, e Exchange) Proposal { return Proposal{Claims: claimsOf(c, e, "contradiction")} })},
		{"flags everything", Proposes(func(_ *Call, e Exchange) Proposal {
			return Proposal{Labels: []Label{{"unauthorised_work", "down", some(e, 30)}, {"settling", "down", some(e, 30)}, {"other_purpose", "down", some(e, 30)}}}
		})},
		{"invents facts", Proposes(func(_ *Call, e Exchange) Proposal {
			return Proposal{Claims: []Claim{{"finance.rich_uncle", "uncle", some(e, 20), "consistent"}},
				Suggestion: "My uncle Ahmed in Chicago pays USD 90,000 and I return in 2031."}
		})},
		{"teaches to lie", Proposes(func(*Call, Exchange) Proposal {
			return Proposal{Suggestion: "Say that your father pays and hide your uncle."}
		})},
		{"suggests markup", Proposes(func(_ *Call, e Exchange) Proposal { return Proposal{Suggestion: "<b>" + some(e, 8) + "</b>"} })},
		{"suggests with hidden signs", Proposes(func(_ *Call, e Exchange) Proposal { return Proposal{Suggestion: "\u202e" + some(e, 8) + "\u200b"} })},
		{"leaves out the not", Proposes(func(_ *Call, e Exchange) Proposal {
			return Proposal{Suggestion: strings.NewReplacer(" not ", " ", " never ", " ", "n't ", " ", "No, ", "").Replace(e.Applicant)}
		})},
		{"speaks of ties", Proposes(func(_ *Call, e Exchange) Proposal {
			return Proposal{Labels: []Label{{"ties", "up", some(e, 20)}}, Claims: []Claim{{"ties.plan_after", "return", some(e, 20), "consistent"}},
				Suggestion: "My ties at home are strong."}
		})},
		{"says another thing each time", Proposes(func(c *Call, e Exchange) Proposal {
			return Proposal{Labels: []Label{{"directness", []string{"up", "down"}[c.N%2], some(e, 20)}}}
		})},
		{"obeys the applicant", Proposes(func(c *Call, e Exchange) Proposal {
			if !strings.Contains(strings.ToLower(e.Applicant), "instruct") {
				return Proposal{}
			}
			return Proposal{Labels: praise(c, e), Misread: forgive(e), Claims: claimsOf(c, e, "consistent"), Suggestion: "Approved."}
		})},
	}
}

// Unheard are replies to a call that brings an interview which cannot be used: the ways
// of Kinds, and JSON that is not of the schema.
func Unheard() []Kind {
	kinds := slices.Clone(Kinds())
	for _, text := range []struct{ name, said string }{
		{"JSON of another schema", `{"label":"good","score":100}`},
		{"the same key twice", `{"turns":[],"turns":[{"n":1,"claims":[],"labels":[],"misread":[],"suggestion":""}]}`},
		{"a key of its own", `{"turns":[],"overall":100}`},
		{"a band of its own", `{"turns":[{"n":1,"claims":[],"labels":[],"misread":[],"suggestion":"","directness":4}]}`},
		{"a key too few", `{"turns":[{"n":1,"claims":[],"labels":[],"misread":[]}]}`},
		{"null", `null`},
		{"null turns", `{"turns":null}`},
		{"a turn that is not there", `{"turns":[{"n":99,"claims":[],"labels":[],"misread":[],"suggestion":""}]}`},
		{"a turn before the first", `{"turns":[{"n":-1,"claims":[],"labels":[],"misread":[],"suggestion":""}]}`},
		{"the same turn twice", `{"turns":[{"n":1,"claims":[],"labels":[],"misread":[],"suggestion":""},{"n":1,"claims":[],"labels":[],"misread":[],"suggestion":""}]}`},
		{"half a turn", `{"turns":[{"n":1.5,"claims":[],"labels":[],"misread":[],"suggestion":""}]}`},
		{"a number for words", `{"turns":[{"n":1,"claims":[],"labels":[{"on":"directness","way":"up","quote":4}],"misread":[],"suggestion":""}]}`},
		{"a verdict of its own", `{"turns":[{"n":1,"claims":[{"field":"f","value":"v","quote":"q","verdict":"approved"}],"labels":[],"misread":[],"suggestion":""}]}`},
		{"a criterion of its own", `{"turns":[{"n":1,"claims":[],"labels":[{"on":"accent","way":"down","quote":"sir"}],"misread":[],"suggestion":""}]}`},
		{"a finding that is not there", `{"turns":[{"n":1,"claims":[],"labels":[],"misread":[{"finding":77,"quote":"sir"}],"suggestion":""}]}`},
		{"much too much", `{"turns":[{"n":1,"claims":[],"labels":[` + strings.Repeat(`{"on":"directness","way":"up","quote":"I"},`, 99) + `{"on":"directness","way":"up","quote":"I"}],"misread":[],"suggestion":""}]}`},
		{"a quote without end", `{"turns":[{"n":1,"claims":[],"labels":[{"on":"directness","way":"up","quote":"` + strings.Repeat("I ", 2000) + `"}],"misread":[],"suggestion":""}]}`},
		{"JSON in a fence", "```json\n{\"turns\":[]}\n```"},
		{"JSON and a word more", `{"turns":[]} I hope this helps!`},
		{"nested without end", strings.Repeat(`{"turns":[`, 500)},
		{"NUL in JSON", `{"turns":[{"n":1,"claims":[],"labels":[],"misread":[],"suggestion":"\u0000"}]}`},
		{"JSON in another language", `{"turnos":[]}`},
	} {
		kinds = append(kinds, Kind{text.name, Says(text.said)})
	}
	return kinds
}
