package scoring

import (
	"slices"
	"testing"

	"github.com/viceconsul/viceconsul/interview/transcript"
	"github.com/viceconsul/viceconsul/interview/transcript/measure"
)

func TestSuggestions(t *testing.T) {
	const student = `{"f1":{"cost_year1":{"total":47000}},"finance":{"sponsors":[{"relationship":"father","occupation":"civil engineer"}]}}`
	for _, tt := range []struct {
		name, profile, question, answer string
		want                            *transcript.Suggestion
	}{
		{"a declared amount", student, "F28", "It depends on many things because tuition is different every year and there is insurance and also living cost is changing by the city, but altogether about forty-seven thousand.",
			&transcript.Suggestion{Text: "The first year costs 47,000 US dollars.", Uses: []string{"f1.cost_year1"}}},
		{"a declared sponsor", student, "F27", "My sponsor is strong.", &transcript.Suggestion{Text: "My father, a civil engineer.", Uses: []string{"finance.sponsors"}}},
		{"nothing is declared", `{}`, "F28", "A lot of money, sir.", &transcript.Suggestion{Missing: []string{"f1.cost_year1"}}},
		{"a good answer needs none", student, "F27", "My father, sir.", nil},
		{"no story against the profile", student, "F27", "It is complicated, but at the end of the day my uncle in New Jersey, he has a big business there, he is the one who pays all of it for me.", nil},
		{"a plan that was not said", `{"ties":{"plan_after":"teach at Kumasi Technical University"}}`, "F41", "Whatever God wants.",
			&transcript.Suggestion{Text: "Afterwards I will teach at Kumasi Technical University.", Uses: []string{"ties.plan_after"}}},
		{"what was refused is said with when and where", `{"us_history":{"prior_refusals":[{"date":"2024-05","post":"Bogota","section":"214b"}]}}`, "C33", "Yes, once, some time ago.",
			&transcript.Suggestion{Text: "Yes, I was refused in May 2024 in Bogota under section 214b.", Uses: []string{"us_history.prior_refusals"}}},
		{"a question back is not repeated", `{"ties":{"plan_after":"open an office in Guayaquil"}}`, "F41", "What would you like to know exactly?",
			&transcript.Suggestion{Text: "Afterwards I will open an office in Guayaquil.", Uses: []string{"ties.plan_after"}}},
		{"a reason is no name", `{"f1":{"school":"University of Toledo","schools_applied":["University of Toledo"]}}`, "F02", "Good ranking, sir.", nil},
		{"nothing over what was told", `{"us_history":{"prior_refusals":[]}}`, "C33", "It is a long story, but as far as I remember they refused me one time in 2021 in Lagos when I applied with my brother for a visit.", nil},
		{"nothing over a job anyone can do", `{"h1b":{"duties":"builds data pipelines","degree_required":"BS Computer Science"}}`, "H08", "Anyone can do it after one week of training.", nil},
		{"no story over a risk", student, "F40", "Yes, I must work to pay the second year.", nil},
	} {
		category := transcript.F1
		if tt.question[0] == 'H' {
			category = transcript.H1B
		}
		got := judge(t, category, tt.profile, tt.question, tt.answer).Turn.Suggestion
		switch {
		case got == nil && tt.want == nil:
		case got == nil || tt.want == nil || got.Text != tt.want.Text || !slices.Equal(got.Uses, tt.want.Uses) || !slices.Equal(got.Missing, tt.want.Missing):
			t.Errorf("%s: suggestion %+v, want %+v", tt.name, got, tt.want)
		}
	}
}

func TestSuggestionAddsNothing(t *testing.T) {
	a := &answer{words: measure.Words("My uncle helps with the fees")}
	s := &sheet{answer: a}
	for text, want := range map[string]bool{
		"My uncle.": true, "For the first year.": true, "My father.": false, "USD 47,000.": false, "Example University.": false, "My uncle and 2 aunts.": false,
	} {
		if got := s.allowed(text); got != want {
			t.Errorf("allowed(%q) = %v, want %v", text, got, want)
		}
	}
}

// TestSuggestionKeepsToTheLine holds that lines in an officer's own words are offered no
// fact of somebody or some time else.
func TestSuggestionKeepsToTheLine(t *testing.T) {
	const profile = `{"employment":{"title":"pharmacist"},"trip":{"purpose":"visit my son"},"family":{"us_other_relatives":true}}`
	for line, answer := range map[string]string{
		"What's his job?": "My husband? He is electrician, he works with a mining company.",
		"You were there in 2018, for quite a while. Why so long?": "Yes, five months. My daughter-in-law had operation that time.",
		"Anyone in Tampa?": "In Tampa no. A cousin of my mother is in New Jersey, she has a restaurant.",
	} {
		j := NewCase(embedded(t), transcript.B2, declared(t, profile), "2027-04-22").Judge(transcript.Turn{Officer: line, Applicant: answer}, nil)
		if got := j.Turn.Suggestion; got != nil && got.Text != "" {
			t.Errorf("%q: suggested %q", line, got.Text)
		}
	}
}

// TestSuggestionIsSayable holds what the validator refuses, whatever words it is made
// of.
func TestSuggestionIsSayable(t *testing.T) {
	const profile = `{"finance":{"sponsors":[{"relationship":"father"}]},"f1":{"cost_year1":{"total":47000}},"us_history":{"prior_refusals":["2024, Accra, F1, 214(b)"]}}`
	for _, tt := range []struct {
		name, question, answer, text string
		want                         bool
	}{
		{"their own words", "F27", "Well, so many things, but my father pays.", "My father pays.", true},
		{"a person not named", "F27", "Well, my father pays.", "My father and my uncle pay.", false},
		{"a number not said", "F28", "Well, my father pays.", "Forty-seven thousand.", false},
		{"an institution not named", "F27", "Well, my father pays.", "My father and GCB Bank.", false},
		{"against the declared, in their words", "F27", "My father, not my uncle, pays.", "My uncle pays.", false},
		{"a risk in their words", "F40", "I will not work off the books for cash there.", "I will work off the books for cash there.", false},
		{"a refusal left out", "C33", "Yes, I was refused in 2024, but now my papers are good.", "My papers are good.", false},
		{"about something else", "F28", "My brother lives in Ohio. It is forty-seven thousand.", "My brother lives in Ohio.", false},
	} {
		q, ok := embedded(t).Question(tt.question)
		if !ok {
			t.Fatal(tt.question)
		}
		c := NewCase(embedded(t), transcript.F1, declared(t, profile), "2027-04-22")
		turn := transcript.Turn{Officer: q.Ask, Question: q.ID, Applicant: tt.answer}
		a := c.read(turn, q, nil)
		claims := c.claimsOf(a, nil)
		s := newSheet(c, a, claims, c.verdicts(a, claims, nil))
		if got := s.sayable(tt.text); got != tt.want {
			t.Errorf("%s: %q after %q: sayable %v, want %v", tt.name, tt.text, tt.answer, got, tt.want)
		}
	}
}

// FuzzSuggestion holds that whatever is answered, a suggestion has no word that was
// neither said nor declared, and would contradict nothing.
func FuzzSuggestion(f *testing.F) {
	for _, in := range stories(f) {
		for _, turn := range in.Turns {
			f.Add(turn.Officer, turn.Applicant, turn.Question)
		}
	}
	const profile = `{"finance":{"sponsors":[{"relationship":"father","occupation":"civil engineer"}],"liquid_funds":"USD 52,000"},"f1":{"school":"University of Toledo","cost_year1":{"total":47000}},
		"ties":{"plan_after":"join the family company in Kumasi"},"us_history":{"prior_refusals":["2024, Accra, F1, 214(b)"]},"employment":{"employer":"GCB Bank","title":"clerk","start_date":"2019-03"}}`
	bank, p := embedded(f), declared(f, profile)
	known := map[string]bool{}
	for _, path := range p.Paths() {
		d, _ := p.Declared(path)
		for _, text := range []string{d.Text, flat(d.Value), labelOf(path)} {
			for _, w := range measure.Words(text) {
				known[w.Text] = true
			}
		}
	}
	for _, wording := range wordings {
		for _, w := range measure.Words(wording + " my a an March US dollars in for under section") {
			known[w.Text] = true
		}
	}
	f.Fuzz(func(t *testing.T, officer, applicant, question string) {
		in := transcript.Transcript{Category: transcript.F1, Profile: p, InterviewDate: "2027-04-22",
			Turns: []transcript.Turn{{Officer: officer, Applicant: applicant, Question: question}}}
		out, err := Grade(bank, in)
		if err != nil {
			t.Fatal(err)
		}
		got := out.Turns[0].Suggestion
		if got == nil || got.Text == "" {
			return
		}
		said := map[string]bool{}
		for _, w := range measure.Words(applicant) {
			said[w.Text] = true
		}
		for _, w := range measure.Words(got.Text) {
			if !said[w.Text] && !known[w.Text] && !linking[w.Text] {
				t.Errorf("%q to %q: %q was neither said nor declared", got.Text, applicant, w.Text)
			}
		}
		in.Turns[0].Applicant = got.Text
		again, _ := Grade(bank, in)
		for _, finding := range again.Turns[0].Findings {
			if finding.Verdict == transcript.Contradiction {
				t.Errorf("%q contradicts: %s", got.Text, finding.Reason)
			}
		}
	})
}
