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
			&transcript.Suggestion{Text: "USD 47,000 for the first year.", Uses: []string{"f1.cost_year1"}}},
		{"a declared sponsor", student, "F27", "My sponsor is strong.", &transcript.Suggestion{Text: "My father.", Uses: []string{"finance.sponsors"}}},
		{"nothing is declared", `{}`, "F28", "A lot of money, sir.", &transcript.Suggestion{Missing: []string{"f1.cost_year1"}}},
		{"a good answer needs none", student, "F27", "My father, sir.", nil},
		{"no story against the profile", student, "F27", "It is complicated, but at the end of the day my uncle in New Jersey, he has a big business there, he is the one who pays all of it for me.", nil},
		{"no story over a risk", student, "F40", "Yes, I must work to pay the second year.", nil},
	} {
		got := judge(t, transcript.F1, tt.profile, tt.question, tt.answer).Turn.Suggestion
		switch {
		case got == nil && tt.want == nil:
		case got == nil || tt.want == nil || got.Text != tt.want.Text || !slices.Equal(got.Uses, tt.want.Uses) || !slices.Equal(got.Missing, tt.want.Missing):
			t.Errorf("%s: suggestion %+v, want %+v", tt.name, got, tt.want)
		}
	}
}

func TestSuggestionAddsNothing(t *testing.T) {
	a := answer{words: measure.Words("My uncle helps with the fees")}
	s := &sheet{answer: a}
	for text, want := range map[string]bool{
		"My uncle.": true, "For the first year.": true, "My father.": false, "USD 47,000.": false, "Example University.": false, "My uncle and 2 aunts.": false,
	} {
		if got := s.allowed(text, nil); got != want {
			t.Errorf("allowed(%q) = %v, want %v", text, got, want)
		}
	}
}
