package transcript

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestEveryFieldIsWhole(t *testing.T) {
	seen := map[string]bool{}
	for _, f := range Fields() {
		if seen[f.Path] {
			t.Errorf("%s is in the table twice", f.Path)
		}
		seen[f.Path] = true
		if strings.Count(f.Path, ".") != 1 || f.Path != strings.ToLower(f.Path) {
			t.Errorf("%s: not section.name", f.Path)
		}
		if f.Title == "" || f.Section == "" || f.Source == "" || f.Example == "" || f.Type == "" || len(f.For) == 0 {
			t.Errorf("%s: title %q, section %q, source %q, example %q, type %q, %d categories", f.Path, f.Title, f.Section, f.Source, f.Example, f.Type, len(f.For))
		}
		if !strings.HasSuffix(f.Question, ".") || len(strings.Fields(f.Question)) > 15 {
			t.Errorf("%s: the reason is one sentence of at most 15 words, not %q", f.Path, f.Question)
		}
		for _, c := range f.Needed {
			if !f.UsedBy(c) {
				t.Errorf("%s: needed by %s, which does not use it", f.Path, c)
			}
		}
		checkType(t, f)
	}
}

// MarshalJSON writes each section once, so its fields must stand together.
func TestSectionsStandTogether(t *testing.T) {
	closed, last := map[string]bool{}, ""
	for _, f := range Fields() {
		if section := sectionOf(f.Path); section != last {
			if closed[section] {
				t.Errorf("%s stands apart from the rest of %s", f.Path, section)
			}
			closed[last], last = true, section
		}
	}
}

// checkType checks that a field has what its type needs, and nothing else.
func checkType(t *testing.T, f Field) {
	t.Helper()
	compound := f.Type == TypeObject || f.Item == TypeObject
	if compound != (len(f.Parts) > 0) {
		t.Errorf("%s: %s with %d parts", f.Path, f.Type, len(f.Parts))
	}
	if (f.Type == TypeList) != (f.Item != "") {
		t.Errorf("%s: %s of %q", f.Path, f.Type, f.Item)
	}
	if (f.Type == TypeEnum || f.Item == TypeEnum) && len(f.Enum) == 0 {
		t.Errorf("%s: no allowed values", f.Path)
	}
	for _, part := range f.Parts {
		if part.Path == "value" || part.Title == "" || strings.Contains(part.Path, ".") {
			t.Errorf("%s: part %q titled %q", f.Path, part.Path, part.Title)
		}
		part.Path = f.Path + "." + part.Path
		checkType(t, part)
	}
}

func TestEveryExampleReads(t *testing.T) {
	for _, f := range Fields() {
		p, err := Profile{}.With(f.Path, f.Example)
		if err != nil {
			t.Errorf("%s: its own example %q: %v", f.Path, f.Example, err)
			continue
		}
		d, ok := p.Declared(f.Path)
		if !ok || d.Text == "" || d.Reading() == "" || !d.Confirmed || d.Value.Type != f.Type {
			t.Errorf("%s: its own example %q is declared as %q, read as %q", f.Path, f.Example, d.Text, d.Reading())
		}
	}
}

func TestH1BHasNoTies(t *testing.T) {
	for _, f := range Fields() {
		if strings.HasPrefix(f.Path, "ties.") && (f.UsedBy(H1B) || f.UsedBy(H1BPhysician)) {
			t.Errorf("%s is for H-1B", f.Path)
		}
		words := strings.FieldsFunc(strings.ToLower(f.Title+" "+f.Section+" "+f.Question), func(r rune) bool { return r < 'a' || r > 'z' })
		if f.UsedBy(H1B) && (slices.Contains(words, "ties") || slices.Contains(words, "return")) {
			t.Errorf("%s speaks of ties on an H-1B page", f.Path)
		}
	}
}

// The minimum of each category, by the paths of its plain words.
func TestRequiredMinimum(t *testing.T) {
	visitor := "employment.employer employment.monthly_income employment.start_date employment.title family.children " +
		"family.us_immediate_relatives family.us_other_relatives identity.marital_status ties.plan_after trip.arrival_date " +
		"trip.length_of_stay trip.payer trip.purpose us_history.prior_refusals us_history.visits"
	specialty := "h1b.degree_held h1b.degree_required h1b.duties h1b.end_client h1b.filed_from h1b.job_title h1b.petitioner h1b.previous_employers_us " +
		"h1b.third_party_placement h1b.valid_from h1b.valid_to h1b.wage_usd h1b.worksites us_history.immigrant_petition us_history.prior_refusals " +
		"us_history.prior_visas us_history.visits"
	for _, tt := range []struct {
		category Category
		want     string
	}{
		{B1, visitor + " trip.cost_usd"},
		{B2, visitor + " trip.cost_usd"},
		{F1, visitor + " education.tests f1.campus f1.cost_year1 f1.funding_year1 f1.level f1.major f1.school f1.start_date f1.work_plan finance.liquid_funds finance.loan finance.sponsors"},
		{J1Physician, "employment.employer employment.title family.children family.us_immediate_relatives family.us_other_relatives identity.marital_status " +
			"j1.start_date j1.subject_212e jp.ecfmg_certified jp.medical_school jp.pgy_level jp.program jp.program_length_years jp.specialty jp.statement_of_need " +
			"jp.stipend_usd jp.us_clinical_history jp.usmle ties.plan_after ties.return_role trip.arrival_date trip.length_of_stay trip.payer trip.purpose " +
			"us_history.prior_refusals us_history.visits"},
		{J1SWT, "employment.employer j1.category j1.end_date j1.funding j1.host j1.sponsor j1.start_date jw.employer jw.home_university jw.hours_per_week jw.housing jw.job jw.pay"},
		{J1Research, "employment.employer j1.category j1.end_date j1.funding j1.host j1.sponsor j1.start_date"},
		{H1B, specialty},
		{H1BPhysician, specialty + " hp.employment_type hp.j1_waiver hp.licence hp.step3_passed us_history.prior_j1"},
	} {
		var got []string
		for _, f := range fields {
			if slices.Contains(f.Needed, tt.category) {
				got = append(got, f.Path)
			}
		}
		want := strings.Fields(tt.want)
		slices.Sort(got)
		slices.Sort(want)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s needs (-want +got):\n%s", tt.category, diff)
		}
	}
}

func TestSeriousFields(t *testing.T) {
	var got []string
	for _, f := range Fields() {
		if f.Serious {
			got = append(got, f.Path)
		}
	}
	want := []string{"us_history.visits", "us_history.prior_refusals", "us_history.immigrant_petition", "us_history.overstay_or_status_violation",
		"us_history.prior_j1", "family.us_immediate_relatives", "security.arrests", "h1b.maintained_status"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("high severity when denied (-want +got):\n%s", diff)
	}
}

func TestLookupFieldKnowsParts(t *testing.T) {
	for path, want := range map[string]FieldType{
		"f1.cost_year1":              TypeObject,
		"f1.cost_year1.total":        TypeMoney,
		"finance.sponsors.income":    TypeMoney,
		"family.parents.father":      TypeObject,
		"jw.host_family.children":    TypeList,
		"us_history.visits.arrival":  TypeDate,
		"employment.leave.approved":  TypeBool,
		"us_history.prior_j1.from":   TypeDate,
		"application.visa_category":  TypeEnum,
		"jp.program_length_years":    TypeNumber,
		"other_travel.countries_5y":  TypeList,
		"trip.length_of_stay":        TypeDuration,
		"identity.nationality":       TypeCountry,
		"ties.plan_after":            TypeText,
		"family.parents.father.none": "",
		"trip":                       "",
		"":                           "",
	} {
		f, ok := LookupField(path)
		if f.Type != want || ok != (want != "") || ok && f.Path != path {
			t.Errorf("LookupField(%q) = %s %q, %v", path, f.Type, f.Path, ok)
		}
	}
}

func TestFieldsIsACopy(t *testing.T) {
	Fields()[0].Title = "changed"
	if Fields()[0].Title == "changed" {
		t.Error("a caller can change the table")
	}
}
