package openai

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/viceconsul/viceconsul/interview/transcript"
)

// A proposalReply is what a model is asked to say of an interview: the turns it proposes
// something on, and no others.
type proposalReply struct {
	Turns []proposedTurn `json:"turns"`
}

// A proposedTurn is what it proposes on one answer.
type proposedTurn struct {
	N          int             `json:"n"`
	Claims     []proposedClaim `json:"claims"`
	Labels     []proposedLabel `json:"labels"`
	Misread    []proposedDoubt `json:"misread"`
	Suggestion string          `json:"suggestion"`
}

type proposedClaim struct {
	Field   string             `json:"field"`
	Value   string             `json:"value"`
	Quote   string             `json:"quote"`
	Verdict transcript.Verdict `json:"verdict"`
}

type proposedLabel struct {
	On    string         `json:"on"`
	Way   transcript.Way `json:"way"`
	Quote string         `json:"quote"`
}

type proposedDoubt struct {
	Finding int    `json:"finding"`
	Quote   string `json:"quote"`
}

// How much a reply may propose (our judgement: an answer holds no more).
const (
	mostOfAKind = 8   // claims, labels or doubts on one answer
	mostWords   = 600 // bytes of a quote or suggestion
)

// risks are the rules of risk, by the words a model is given for them.
var risks = []string{"unauthorised_work", "job_seeking", "change_of_status", "settling", "uncertain_funds", "earning_the_fees",
	"patient_care", "other_purpose", "told_what_to_say", "threat_or_offer"}

// criteria are what a label may be on. For H-1B there are no ties.
func criteria(ties bool) []string {
	last := string(transcript.Fit)
	if ties {
		last = string(transcript.TieStrength)
	}
	return []string{string(transcript.Directness), string(transcript.Specificity), string(transcript.Composure), last}
}

// schema is the JSON schema a reply must keep to.
func (s *script) schema() json.RawMessage {
	text, one := map[string]any{"type": "string"}, map[string]any{"type": "integer"}
	enum := func(values ...string) map[string]any { return map[string]any{"type": "string", "enum": values} }
	list := func(of map[string]any) map[string]any { return map[string]any{"type": "array", "items": of} }
	turn := closed(map[string]any{
		"n":          one,
		"claims":     list(closed(map[string]any{"field": text, "value": text, "quote": text, "verdict": enum("consistent", "partial", "soft_mismatch", "contradiction")})),
		"labels":     list(closed(map[string]any{"on": enum(slices.Concat(criteria(s.Ties), risks)...), "way": enum("up", "down"), "quote": text})),
		"misread":    list(closed(map[string]any{"finding": one, "quote": text})),
		"suggestion": text,
	})
	b, _ := json.Marshal(closed(map[string]any{"turns": list(turn)})) // of strings
	return b
}

// closed is an object that has all these keys and no other.
func closed(properties map[string]any) map[string]any {
	var keys []string
	for key := range properties {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	return map[string]any{"type": "object", "properties": properties, "required": keys, "additionalProperties": false}
}

// proposals reads a reply strictly. What is no reply to this interview is ErrRefused;
// what is one may still hold words nobody said: those are left out of it, not the
// proposal, which is then dropped where it is weighed, and counted.
func (s *script) proposals(reply string) ([]transcript.Proposal, error) {
	r, err := transcript.ReadStrict[proposalReply]([]byte(reply))
	if err != nil {
		return nil, fmt.Errorf("%w: it is not JSON of the schema", ErrRefused)
	}
	var all []transcript.Proposal
	seen := map[int]bool{}
	for _, t := range r.Turns {
		if _, sent := s.answers[t.N]; !sent || seen[t.N] || max(len(t.Claims), len(t.Labels), len(t.Misread)) > mostOfAKind {
			return nil, fmt.Errorf("%w: it speaks of a turn that is not there, twice of one, or too much", ErrRefused)
		}
		seen[t.N] = true
		if err := s.check(t); err != nil {
			return nil, err
		}
		all = append(all, s.ofTurn(t)...)
	}
	slices.SortStableFunc(all, func(a, b transcript.Proposal) int { return a.Turn - b.Turn })
	return all, nil
}

// check refuses a turn that is too long, or speaks of what is not there.
func (s *script) check(t proposedTurn) error {
	texts := []string{t.Suggestion}
	for _, c := range t.Claims {
		texts = append(texts, c.Field, c.Value, c.Quote)
	}
	for _, l := range t.Labels {
		if texts = append(texts, l.Quote); !slices.Contains(risks, l.On) && !slices.Contains(criteria(s.Ties), l.On) {
			return fmt.Errorf("%w: a label on nothing known", ErrRefused)
		}
	}
	for _, m := range t.Misread {
		if texts = append(texts, m.Quote); !slices.Contains(s.findings[t.N], m.Finding) {
			return fmt.Errorf("%w: it doubts a finding that is not there", ErrRefused)
		}
	}
	if slices.ContainsFunc(texts, func(text string) bool { return len(text) > mostWords }) {
		return fmt.Errorf("%w: a part of it is too long", ErrRefused)
	}
	return nil
}

// ofTurn are the proposals on one answer, with the words as they were said.
func (s *script) ofTurn(t proposedTurn) (all []transcript.Proposal) {
	a := s.answers[t.N]
	for _, c := range t.Claims {
		p := transcript.Proposal{Turn: t.N, Kind: transcript.HeardClaim, Value: a.words(c.Value), Quote: a.words(c.Quote), Verdict: c.Verdict}
		if slices.Contains(s.fields, c.Field) { // not an invented one
			p.Field = c.Field
		}
		all = append(all, p)
	}
	for _, l := range t.Labels {
		p := transcript.Proposal{Turn: t.N, Kind: transcript.HeardLabel, Quote: a.words(l.Quote), Criterion: transcript.Criterion(l.On), Way: l.Way}
		if slices.Contains(risks, l.On) {
			p.Criterion, p.Rule, p.Way = transcript.Risk, "risk."+l.On, ""
		}
		all = append(all, p)
	}
	for _, m := range t.Misread {
		all = append(all, transcript.Proposal{Turn: t.N, Kind: transcript.HeardMisread, Finding: m.Finding, Quote: a.words(m.Quote)})
	}
	if text := strings.TrimSpace(strings.ReplaceAll(t.Suggestion, markSign, " ")); text != "" {
		text = s.redactor.restore(text, a.text+strings.Join(s.Declared, " "))
		all = append(all, transcript.Proposal{Turn: t.N, Kind: transcript.HeardSuggestion, Text: text})
	}
	return all
}

// agreed puts two passes together: what the model proposed both times stands, what it
// proposed once is disputed. A wording is no judgement and stands in any case.
func agreed(first, second []transcript.Proposal) []transcript.Proposal {
	both := slices.Clone(first)
	for i := range both {
		if !holds(second, both[i]) {
			both[i].Fate = transcript.Disputed
		}
	}
	for _, p := range second {
		if holds(first, p) {
			continue
		}
		p.Fate = transcript.Disputed
		both = append(both, p)
	}
	for i := range both {
		if both[i].Kind == transcript.HeardSuggestion {
			both[i].Fate = ""
		}
	}
	slices.SortStableFunc(both, func(a, b transcript.Proposal) int { return a.Turn - b.Turn })
	return both
}

// holds reports whether the same was proposed, be it with other words quoted.
func holds(all []transcript.Proposal, p transcript.Proposal) bool {
	return slices.ContainsFunc(all, func(o transcript.Proposal) bool {
		o.Quote, o.Value, o.Fate = p.Quote, p.Value, p.Fate
		return o == p
	})
}
