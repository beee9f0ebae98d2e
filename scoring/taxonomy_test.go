package scoring

import (
	"slices"
	"testing"

	"github.com/viceconsul/viceconsul/interview/transcript/measure"
)

// Work is known by its name, by what is done and by the place, however the words
// are bent.
func TestWorkIsKnownByWhatIsDone(t *testing.T) {
	for _, tt := range []struct{ text, label string }{
		{"he builds bridges", "engineering/civil"},
		{"I built roads for the ministry", "engineering/civil"},
		{"she drives a taxi", "driving"},
		{"my mother sews uniforms", "tailoring"},
		{"selling cloth in the market", "trading"},
		{"fixing cars", "manual/trades"},
		{"okada rider", "driving"},
		{"jefe de compras", "procurement"},
		{"he works in a bank", "finance"},
		{"taking care of the house", "homemaker"},
		{"making beds", "hotel/housekeeping"},
		{"I examine patients", "medicine"},
	} {
		hits := jobs.find(measure.Words(tt.text))
		if !slices.ContainsFunc(hits, func(h hit) bool { return h.label == tt.label }) {
			t.Errorf("%q: found %v, want %s", tt.text, hits, tt.label)
		}
	}
}

func TestLabelsAreOfOneKind(t *testing.T) {
	for _, tt := range []struct {
		family         *taxonomy
		said, declared string
		want           kinship
	}{
		{&jobs, "medicine", "medicine", alike},
		{&jobs, "engineering", "engineering/civil", wider},
		{&jobs, "engineering/civil", "engineering/mechanical", strangers},
		{&jobs, "computing/software", "computing/data/data engineering", siblings},
		{&jobs, "computing/it support", "computing/data/data engineering", strangers},
		{&jobs, "hotel/kitchen", "hotel/housekeeping", strangers},
		{&jobs, "law", "police", strangers},
		{&jobs, "sales", "trading", siblings},
		{&specialties, "internal medicine", "internal medicine/cardiology", wider},
		{&specialties, "internal medicine/nephrology", "internal medicine", alike},
		{&specialties, "pediatrics", "internal medicine", strangers},
		{&studies, "computing/data science", "computing/data analytics", siblings},
		{&studies, "engineering/civil engineering", "engineering/chemical engineering", strangers},
	} {
		if got := tt.family.kin(tt.said, tt.declared); got != tt.want {
			t.Errorf("%s to %s: %d, want %d", tt.said, tt.declared, got, tt.want)
		}
	}
}

// One slip of the pen is forgiven in a long name, and no short word is taken for
// another.
func TestOneLetterOff(t *testing.T) {
	for _, tt := range []struct {
		a, b string
		want bool
	}{
		{"acountant", "accountant", true}, {"pharmasist", "pharmacist", true}, {"enginere", "engineer", true},
		{"engineers", "engineer", true}, {"teacher", "preacher", false}, {"dentistry", "dentist", false},
	} {
		if got := oneLetterOff(tt.a, tt.b); got != tt.want {
			t.Errorf("%s and %s: %t", tt.a, tt.b, got)
		}
	}
}

func TestStemsAreOneForAllForms(t *testing.T) {
	for _, forms := range [][]string{
		{"build", "builds", "built", "building"}, {"drive", "drives", "driving", "drove"}, {"run", "runs", "running", "ran"},
		{"sell", "sells", "selling", "sold"}, {"carry", "carries", "carried"}, {"bus", "buses"}, {"child", "children"},
	} {
		for _, w := range forms[1:] {
			if stemOf(w) != stemOf(forms[0]) {
				t.Errorf("%s: %s, but %s: %s", w, stemOf(w), forms[0], stemOf(forms[0]))
			}
		}
	}
}
