package scoring

import (
	"strings"

	"github.com/viceconsul/viceconsul/interview/transcript"
	"github.com/viceconsul/viceconsul/interview/transcript/measure"
)

// suggest offers a tighter true wording of an answer that was long, late or empty.
// It uses declared facts and the applicant's own words alone. Where the answer
// contradicts the profile there is none: which of the two is true comes first.
func (s *sheet) suggest(js judgements) *transcript.Suggestion {
	weak := js.under(transcript.Brevity, 3) || js.under(transcript.Specificity, 3) || js.under(transcript.Directness, 3)
	conflict := js.any(func(f transcript.Finding) bool {
		return f.Verdict == transcript.Contradiction || f.Criterion == transcript.Risk && f.Severity != transcript.Note
	})
	if !weak || conflict || !s.query.expects || s.unheard() {
		return nil
	}
	if s.query.kind == "closed" {
		return s.fromDeclared()
	}
	return s.ownWords()
}

// fromDeclared answers a closed question with what is declared for it.
func (s *sheet) fromDeclared() *transcript.Suggestion {
	var missing []string
	for _, path := range s.query.fields {
		f := s.c.fact(path)
		if f == nil {
			missing = append(missing, path)
			continue
		}
		if text := s.plainly(f); text != "" && s.allowed(text, f) {
			return &transcript.Suggestion{Text: text, Uses: []string{path}}
		}
	}
	if len(missing) == 0 {
		return nil
	}
	return &transcript.Suggestion{Missing: missing}
}

// plainly says one declared fact as a short answer to what was asked, "" when it
// is no answer to that or cannot be said without more context.
func (s *sheet) plainly(f *fact) string {
	text, class := strings.TrimSpace(f.said), f.field.Class
	switch want := s.query.want; {
	case want == wantYesNo && f.kind == transcript.TypeBool && !containsWords(s.query.text, " or "):
		if f.value().Bool {
			return "Yes."
		}
		return "No."
	case want == wantWho && f.kind == transcript.TypeEnum && text == "self":
		return "I am paying myself."
	case want == wantWho && f.kind == transcript.TypeList:
		return s.relations(f)
	case want == wantWho && (class == transcript.ClassName || class == transcript.ClassTitle),
		want == wantPlace && class == transcript.ClassPlace, want == wantAnything && f.kind == transcript.TypeText,
		want == wantLength && f.kind == transcript.TypeDuration, want == wantDate && f.kind == transcript.TypeDate,
		want == wantCount && f.kind == transcript.TypeNumber:
		return sentence(text)
	case want == wantLength && f.kind == transcript.TypeDate:
		return sentence("since " + text)
	case want == wantAmount && f.kind == transcript.TypeMoney:
		return sentence(text + s.period())
	case want == wantAmount && f.kind == transcript.TypeObject:
		if total, ok := s.c.profile.Declared(f.path + ".total"); ok {
			return sentence(total.Text + s.period())
		}
	}
	return ""
}

// relations names the people of a list: "My father."
func (s *sheet) relations(f *fact) string {
	var names []string
	for _, item := range f.items {
		rel, ok := item.part("relationship")
		if !ok {
			rel, ok = item.part("relation")
		}
		if !ok || rel.Text == "" {
			return ""
		}
		names = append(names, "my "+strings.ToLower(rel.Text))
	}
	if len(names) == 0 {
		return ""
	}
	return sentence(strings.Join(names, " and "))
}

// period repeats the period the officer asked for.
func (s *sheet) period() string {
	for _, p := range []string{"for the first year", "a month", "a year"} {
		if containsWords(s.query.text, p) {
			return " " + p
		}
	}
	if containsWords(s.query.text, "first year") {
		return " for the first year"
	}
	return ""
}

func containsWords(text, words string) bool {
	return strings.Contains(strings.ToLower(text), words)
}

func sentence(text string) string {
	text = strings.TrimRight(strings.TrimSpace(text), ".")
	if text == "" {
		return ""
	}
	return strings.ToUpper(text[:1]) + text[1:] + "."
}

// ownWords keeps the applicant's best sentence when the answer was too long, and
// names what is not declared when it was too thin.
func (s *sheet) ownWords() *transcript.Suggestion {
	if s.long() {
		from, to := s.bestSentence()
		said := s.span(from, to).Text
		if from < to && len(said) < len(strings.TrimSpace(s.turn.Applicant)) && s.allowed(said, nil) {
			return &transcript.Suggestion{Text: sentence(said)}
		}
		return nil
	}
	var missing []string
	for _, path := range s.query.fields {
		if _, ok := s.c.profile.Declared(path); !ok {
			missing = append(missing, path)
		}
	}
	if len(missing) == 0 {
		return nil
	}
	return &transcript.Suggestion{Missing: missing}
}

// bestSentence is the sentence that answers best: the one where the answer to the
// question begins, else the one that names most for its length.
func (s *sheet) bestSentence() (from, to int) {
	best := -1.0
	for _, se := range s.spans {
		named := 0
		for i := se.from; i < se.to; i++ {
			if s.named(i) || s.particular(i) {
				named++
			}
		}
		worth := float64(named) / float64(se.to-se.from)
		if se.from <= s.at && s.at < se.to {
			worth++
		}
		if worth > best {
			best, from, to = worth, se.from, se.to
		}
	}
	return from, to
}

// linking are the only words a suggestion may add of its own.
var linking = wordSet("my and i am paying myself yes no since for the first year a month")

// allowed reports whether a wording holds nothing but the applicant's words, the
// declared text it is built from and linking words: no new name, number, relation
// or institution.
func (s *sheet) allowed(text string, f *fact) bool {
	var declared []measure.Word
	for _, w := range measure.Words(text) {
		if linking[w.Text] || containsWord(s.words, w.Text) || f != nil && f.has(w.Text) {
			continue
		}
		if f != nil && declared == nil {
			declared = measure.Words(f.said)
		}
		if !containsWord(declared, w.Text) {
			return false
		}
	}
	return true
}
