package questionbank

import (
	"encoding/json"
	"testing"

	"github.com/viceconsul/viceconsul/interview/transcript"
)

func profile(t testing.TB, text string) transcript.Profile {
	t.Helper()
	var p transcript.Profile
	if err := json.Unmarshal([]byte(text), &p); err != nil {
		t.Fatalf("profile %s: %v", text, err)
	}
	return p
}

func TestConditions(t *testing.T) {
	declared := profile(t, `{
		"identity": {"marital_status": "married"},
		"family": {"children": [], "us_other_relatives": false},
		"finance": {"sources": ["salary", "property_sale"], "loan": {"lender": "bank", "amount": "USD 30,000"}},
		"social": {"public": false},
		"trip": {"purpose": "Two conferences in Boston, then a check-up"},
		"us_history": {"prior_refusals": [{"date": "2024", "section": "214(b)"}], "immigrant_petition": {"filed": false}},
		"j1": {"funding": []},
		"f1": {"level": "master", "cost_year1": {"total": 47000, "other": 0}}
	}`)
	tests := []struct {
		condition string
		want      bool
	}{
		{"us_history.prior_refusals", true},
		{"us_history.visits", false}, // not declared
		{"family.children", false},   // declared as none
		{"family.us_other_relatives", false},
		{"us_history.immigrant_petition", false}, // filed: false
		{"finance.loan", true},
		{"f1.cost_year1.total", true},
		{"f1.cost_year1.other", false},
		{"!family.children", true},
		{"!us_history.visits", true},
		{"!finance.loan", false},
		{"identity.marital_status = married", true},
		{"identity.marital_status = single | married", true},
		{"identity.marital_status = single", false},
		{"!identity.marital_status = single", true},
		{"!employment.occupation = student", true},
		{"employment.occupation = student", false},
		{"finance.sources = property_sale", true},
		{"finance.sources = loan", false},
		{"social.public = false", true},
		{"trip.purpose ~ conference", true},
		{"trip.purpose ~ treatment | check-up", true},
		{"trip.purpose ~ ference", false}, // a word begins so, not ends
		{"trip.purpose ~ boston then", true},
		{"finance.loan or us_history.visits", true},
		{"us_history.visits or finance.loan", true},
		{"us_history.visits or family.children", false},
		{"!us_history.visits or finance.loan", false}, // turns the whole round
	}
	for _, tt := range tests {
		if err := checkCondition(tt.condition); err != nil {
			t.Errorf("checkCondition(%q) = %v", tt.condition, err)
		}
		q := Question{When: []string{tt.condition}}
		if got := q.Open(declared); got != tt.want {
			t.Errorf("Open when %q = %v, want %v", tt.condition, got, tt.want)
		}
	}
}

func TestOpenNeedsEveryConditionAndTheTopics(t *testing.T) {
	declared := profile(t, `{"finance": {"loan": {"amount": "USD 1"}}}`)
	tests := []struct {
		topic, question []string
		want            bool
	}{
		{nil, nil, true},
		{nil, []string{"finance.loan", "!family.children"}, true},
		{nil, []string{"finance.loan", "family.children"}, false},
		{[]string{"family.children"}, []string{"finance.loan"}, false},
		{[]string{"finance.loan"}, nil, true},
	}
	for _, tt := range tests {
		q := Question{When: tt.question, Topic: &Topic{When: tt.topic}}
		if got := q.Open(declared); got != tt.want {
			t.Errorf("Open of topic %q, question %q = %v, want %v", tt.topic, tt.question, got, tt.want)
		}
	}
}

// Questions that assert something are closed to a profile that declares nothing.
func TestAssertingQuestionsNeedTheProfile(t *testing.T) {
	bank := built(t)
	for _, id := range []string{"JP53", "B34", "F63", "B14", "F37", "C34", "C35", "H60", "H65", "B22", "B23", "C11", "C13", "C19", "F51", "HP22", "B52"} {
		q, ok := bank.Question(id)
		if !ok {
			t.Fatalf("no question %s", id)
		}
		if q.Open(transcript.Profile{}) {
			t.Errorf("%s %q is open to an empty profile", id, q.Ask)
		}
	}
}

func FuzzCondition(f *testing.F) {
	for _, s := range []string{"", "!", "a = b | c", "f1.level=master", " or ", "trip.purpose ~ a", "!f1.level = x or y"} {
		f.Add(s)
	}
	declared := profile(f, `{"trip": {"purpose": "tourism"}, "f1": {"level": "master"}}`)
	f.Fuzz(func(t *testing.T, condition string) {
		q := Question{When: []string{condition}}
		got := q.Open(declared)
		if checkCondition(condition) == nil {
			q.When[0] = "!" + condition
			if condition[0] != '!' && q.Open(declared) == got {
				t.Errorf("%q and its opposite are both %v", condition, got)
			}
		}
	})
}
