package transcript

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

func compiledSchema(t testing.TB) *jsonschema.Schema {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(Schema()))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("profile.schema.json", doc); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("profile.schema.json") // checks it against the 2020-12 metaschema
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// sample declares every field of a category by its example.
func sample(t testing.TB, c Category) Profile {
	t.Helper()
	var p Profile
	for _, f := range Fields() {
		if !f.UsedBy(c) {
			continue
		}
		next, err := p.With(f.Path, f.Example)
		if err != nil {
			t.Fatal(err)
		}
		p = next
	}
	return p
}

func TestSchemaTakesEveryCategory(t *testing.T) {
	s := compiledSchema(t)
	for _, c := range Categories() {
		b, err := json.Marshal(sample(t, c))
		if err != nil {
			t.Fatal(err)
		}
		checkSchema(t, s, string(b), true)
		if missing := sample(t, c).Missing(c); len(missing) > 0 {
			t.Errorf("%s: with every field declared %s is missing", c, missing[0].Path)
		}
	}
}

// The schema and the reader agree on what can be written, values apart.
func TestSchemaAgreesWithTheReader(t *testing.T) {
	s := compiledSchema(t)
	for _, data := range []string{
		`{}`,
		`{"trip":{"purpose":"x"}}`,
		`{"trip":{"purpose":null,"cost_usd":4200,"arrival_date":2027,"length_of_stay":"3 weeks","payer":"self"}}`,
		`{"trip":{"purpose":{"value":"x","source":"ds160","confirmed":false}}}`,
		`{"f1":{"cost_year1":{"tuition":28000,"total":"USD 47,000"},"prior_us_degree":false}}`,
		`{"f1":{"cost_year1":47000}}`,
		`{"family":{"us_immediate_relatives":["brother in Chicago",{"relation":"sister","status":"LPR"}],"children":[],"parents":{"father":{"occupation":"x"},"mother":"y"}}}`,
		`{"finance":{"sponsors":"father; uncle","loan":false}}`,
		`{"us_history":{"visits":false,"dv_lottery":[2023,"2024"]}}`,
		`{"jw":{"host_family":{"city":"Denver","children":[2,5]}}}`,
		`{"j1":{"subject_212e":true,"subject_212e_basis":["graduate_medical"]}}`,
	} {
		checkSchema(t, s, data, true)
	}
	for _, data := range []string{
		`[]`,
		`{"trpi":{}}`,
		`{"trip":{"purpos":"x"}}`,
		`{"trip":{"purpose":["x"]}}`,
		`{"trip":{"purpose":{"value":"x","source":"web"}}}`,
		`{"trip":{"purpose":{"value":"x","sure":true}}}`,
		`{"trip":{"length_of_stay":21}}`,
		`{"trip":{"cost_usd":-1}}`,
		`{"trip":{"cost_usd":true}}`,
		`{"trip":{"arrival_date":27}}`,
		`{"f1":{"cost_year1":{"totl":1}}}`,
		`{"us_history":{"visits":true}}`,
	} {
		checkSchema(t, s, data, false)
	}
}

func checkSchema(t *testing.T, s *jsonschema.Schema, data string, want bool) {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader([]byte(data)))
	if err != nil {
		t.Fatal(err)
	}
	invalid := s.Validate(doc)
	var p Profile
	unreadable := p.UnmarshalJSON([]byte(data))
	if (invalid == nil) != want || (unreadable == nil) != want {
		t.Errorf("%s: schema says %v, reader says %v, want accepted: %v", data, invalid, unreadable, want)
	}
	if unreadable != nil && !errors.Is(unreadable, ErrInvalid) {
		t.Errorf("%s: %v does not wrap ErrInvalid", data, unreadable)
	}
}

func TestSchemaNamesEveryField(t *testing.T) {
	var doc struct {
		Properties map[string]struct {
			Properties map[string]struct{ Title string }
		}
	}
	if err := json.Unmarshal(Schema(), &doc); err != nil {
		t.Fatal(err)
	}
	for _, f := range Fields() {
		if got := doc.Properties[sectionOf(f.Path)].Properties[f.name()].Title; got != f.Title {
			t.Errorf("%s: the schema's title is %q", f.Path, got)
		}
	}
	Schema()[0] = 'x'
	if Schema()[0] != '{' {
		t.Error("a caller can change the schema")
	}
}

func ExampleFaults() {
	var p Profile
	err := json.Unmarshal([]byte(`{"f1":{"shcool":"Example State University"},"trip":{"length_of_stay":21}}`), &p)
	fmt.Println(err)
	// Output:
	// f1.shcool: unknown field; did you mean f1.school?; trip.length_of_stay: a length of time with its unit is expected, not a number (for example: 3 weeks)
}

func ExampleProfile_Declared() {
	var p Profile
	err := json.Unmarshal([]byte(`{"f1":{"cost_year1":"tuition 28,000; total 47,000"}}`), &p)
	total, ok := p.Declared("f1.cost_year1.total")
	fmt.Println(total.Text, "/", total.Reading(), ok, err)
	// Output: USD 47,000 / 47,000 US dollars true <nil>
}
