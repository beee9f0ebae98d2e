package scoring

import (
	"slices"
	"strings"

	"github.com/viceconsul/viceconsul/interview/transcript"
	"github.com/viceconsul/viceconsul/questionbank"
)

// suggest offers a tighter true wording of an answer that was long, late or empty.
// It uses declared facts and the applicant's own words alone. Where the answer
// contradicts the profile there is none: which of the two is true comes first. Where
// nothing true can be said better it names what would have to be declared.
func (s *sheet) suggest(js judgements) *transcript.Suggestion {
	if !s.wordable(js) {
		return nil
	}
	if path := s.undeclared(); path != "" {
		return &transcript.Suggestion{Missing: []string{path}}
	}
	if unsettled(js) {
		return s.missing()
	}
	if s.query.kind == questionbank.Closed {
		return s.fromDeclared()
	}
	if s.long() {
		return s.shortened()
	}
	return s.filled(js)
}

// wordable reports whether an answer could be worded better and may be: nothing in it
// is contradicted or to be acted on.
func (s *sheet) wordable(js judgements) bool {
	weak := js.under(transcript.Brevity, 3) || js.under(transcript.Specificity, 3) || js.under(transcript.Directness, 3)
	conflict := js.any(func(f transcript.Finding) bool {
		return f.Verdict == transcript.Contradiction || f.Criterion == transcript.Risk && f.Severity != transcript.Note
	})
	return weak && !conflict && s.query.expects && !s.unheard()
}

// unsettled reports whether what was said has to be settled, not worded away.
func unsettled(js judgements) bool {
	return js.under(transcript.Fit, 1) || js.under(transcript.TieStrength, 1)
}

// undeclared is a grave fact the answer tells that is not declared, "" for none: it
// has to be declared before anything is worded around it.
func (s *sheet) undeclared() string {
	for _, f := range s.verdicts {
		if field, ok := transcript.LookupField(f.Field); ok && field.Serious && f.Verdict == transcript.NewFact {
			return f.Field
		}
	}
	return ""
}

// fromDeclared answers a closed question with what is declared for it.
func (s *sheet) fromDeclared() *transcript.Suggestion {
	for _, path := range s.query.fields {
		f := s.c.fact(path)
		if f == nil || !s.asksFor(path) || s.toldOtherwise(path) {
			continue
		}
		if text := s.plainly(f); text != "" && s.sayable(text, f) {
			return &transcript.Suggestion{Text: text, Uses: []string{path}}
		}
	}
	return s.missing()
}

// toldOtherwise reports whether the answer claims of a field what does not agree with
// its declared value, even where the two could not be compared: which is true comes
// first.
func (s *sheet) toldOtherwise(path string) bool {
	told := slices.ContainsFunc(s.claims, func(k Claim) bool { return whole(k.Field) == path && k.Certain })
	return told && !slices.ContainsFunc(s.verdicts, func(f transcript.Finding) bool { return f.Field == path && f.Verdict == transcript.Consistent })
}

// shortened keeps the applicant's best sentence of an answer that was too long.
func (s *sheet) shortened() *transcript.Suggestion {
	from, to := s.bestSentence()
	said := s.span(from, to).Text
	if from < to && len(said) < len(strings.TrimSpace(s.turn.Applicant)) && s.sayable(said) {
		return &transcript.Suggestion{Text: sentence(said)}
	}
	return nil
}

// mostFilled is how many declared facts a suggestion adds to the applicant's own
// sentence: more would be a form read out.
const mostFilled = 2

// filled keeps what an answer to an open question said and adds the declared facts it
// left out: "Afterwards I will teach at Makerere University."
func (s *sheet) filled(js judgements) *transcript.Suggestion {
	var parts, uses []string
	var facts []*fact
	if from, to := s.bestSentence(); from <= s.at && s.at < to && !js.under(transcript.Directness, 2) && !s.any(from, to, tAnyone|tLate|tDeflect|tForget) {
		if said := s.span(from, to); !strings.HasPrefix(s.turn.Applicant[said.End:], "?") {
			parts = append(parts, sentence(said.Text))
		}
	}
	for _, path := range s.query.fields {
		f := s.c.fact(path)
		if f == nil || !s.adds(f) || len(facts) == mostFilled || slices.Contains(uses, path) {
			continue
		}
		if slices.ContainsFunc(facts, func(o *fact) bool { return labelOf(o.path) == labelOf(path) }) {
			continue
		}
		if text := s.c.spoken(f); text != "" {
			parts, uses, facts = append(parts, text), append(uses, path), append(facts, f)
		}
	}
	if text := strings.Join(parts, " "); len(facts) > 0 && s.sayable(text, facts...) {
		return &transcript.Suggestion{Text: text, Uses: uses}
	}
	return s.missing()
}

// adds reports whether a declared fact, said under its name, adds to the answer: it
// was surely asked for, not said yet, and reads as people speak. A reason is told by
// a plan, not by a name.
func (s *sheet) adds(f *fact) bool {
	switch {
	case f.none, f.kind == transcript.TypeBool, f.kind == transcript.TypeEnum, f.field.Class == transcript.ClassStatus:
		return false
	case s.query.want == wantReason && f.field.Class != transcript.ClassPlan, (strings.HasSuffix(f.path, ".employer") || f.path == "h1b.petitioner") && s.query.want != wantWho && !s.query.which:
		return false
	}
	return !s.spokeOf(f.path) && s.asksFor(f.path) && s.leads(f.path)
}

// missing names what the question asks for and nothing is declared of; nil when all
// is declared.
func (s *sheet) missing() *transcript.Suggestion {
	var paths []string
	for _, path := range s.query.fields {
		if _, ok := s.c.profile.Declared(path); !ok && s.asksFor(path) && !slices.Contains(paths, path) {
			paths = append(paths, path)
		}
	}
	if len(paths) == 0 {
		return nil
	}
	return &transcript.Suggestion{Missing: paths}
}

// sureOf reports whether the line surely asks for a field: it is a question of the
// bank, or its own words name the field. A question that is only near may ask for
// something else.
func (s *sheet) sureOf(path string) bool {
	return s.turn.Question != "" || s.press != nil || worded(s.question, s.turn.Officer) || slices.Contains(s.c.fieldsOfLine(s.turn.Officer), path)
}

// asksFor reports whether a declared value could answer the line: the line surely asks
// for its field, about the same matter and of the same time.
func (s *sheet) asksFor(path string) bool {
	if own := strings.HasPrefix(path, "employment.") || ownWork(path); own && (s.query.theirs || s.query.third || s.asksOfOthers() || s.lineHas([]string{"his", "her", "their"})) {
		return false // "What's his job?" asks for nothing of the applicant's
	}
	about := s.query.about == 0 || s.query.about&matterOfField(path) != 0 || s.query.plan && tellsPlan(path) || s.query.ties && tieField(path)
	return s.sureOf(path) && (s.press != nil || about && (!s.query.plan || tellsPlan(path)) && (!s.asksPast() || tellsPast(path)))
}

// leads reports whether a field is named in an open question, or is the first of
// those it is about that is declared and not said yet. What else such a question touches does not answer it.
func (s *sheet) leads(path string) bool {
	if s.press != nil || s.query.plan || slices.Contains(s.c.fieldsOfLine(s.turn.Officer), path) {
		return true
	}
	first := slices.IndexFunc(s.query.fields, func(p string) bool { return s.c.fact(p) != nil && !s.spokeOf(p) })
	return first >= 0 && s.query.fields[first] == path
}

// asksPast reports whether the line asks what was, not what is declared of today.
func (s *sheet) asksPast() bool {
	return containsWords(s.query.text, " did ") || containsWords(s.turn.Officer, "were you ") || containsWords(s.turn.Officer, "you were ")
}

// tellsPlan and tellsPast report whether a field is about what comes after the stay,
// and about what was.
func tellsPlan(path string) bool {
	f, _ := transcript.LookupField(path)
	return f.Class == transcript.ClassPlan || tieField(path)
}

func tellsPast(path string) bool {
	f, _ := transcript.LookupField(path)
	return f.Class == transcript.ClassDate || f.Class == transcript.ClassPayer || f.Class == transcript.ClassStatus
}

// plainly says one declared fact as a short answer to what was asked, "" when it
// is no answer to that or cannot be said without more context.
func (s *sheet) plainly(f *fact) string {
	class := f.field.Class
	switch want := s.query.want; {
	case want == wantYesNo && f.kind == transcript.TypeList && class == transcript.ClassStatus:
		return s.c.spoken(f)
	case want == wantYesNo && f.kind == transcript.TypeBool && (s.turn.Question != "" || worded(s.question, s.turn.Officer)) && !containsWords(s.query.text, " or "):
		if f.value().Bool {
			return "Yes."
		}
		return "No."
	case want == wantWho && (f.kind == transcript.TypeEnum || f.kind == transcript.TypeList),
		want == wantWho && (class == transcript.ClassName || f.path == "h1b.manager") && slices.Contains(s.c.fieldsOfLine(s.turn.Officer), f.path),
		want == wantPlace && class == transcript.ClassPlace, want == wantAnything && f.kind == transcript.TypeText,
		want == wantLength && (f.kind == transcript.TypeDuration || f.path == "employment.start_date"), want == wantDate && f.kind == transcript.TypeDate,
		want == wantCount && f.kind == transcript.TypeNumber,
		want == wantAmount && (f.kind == transcript.TypeMoney || f.kind == transcript.TypeObject):
		return s.c.spoken(f)
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
