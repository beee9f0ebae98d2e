package transcript

import (
	"encoding/json"
	"errors"
	"testing"
	"unicode/utf8"
)

func FuzzProfile(f *testing.F) {
	for _, c := range Categories() {
		b, err := json.Marshal(sample(f, c))
		if err != nil {
			f.Fatal(err)
		}
		f.Add(b)
	}
	for _, data := range []string{
		``, `{`, `null`, `[]`, `{}`, `{"trip":{}}`, `{"trip":{"purpose":"\ud800"}}`, `{"trip":{"purpose":{"value":{"value":1}}}}`,
		`{"f1.cost_year1":{"total":47000}}`, `{"f1":{"cost_year1":"total: 1; total: 2"}}`, `{"us_history":{"visits":["",null,[],{}]}}`,
		`{"jw":{"host_family":{"children":"2; 5"}}}`, `{"trip":{"cost_usd":1e400}}`, `{"trip":{"places":"A, TX, NY;;,"}}`, ` { "trip" : { "payer" : "self" } } `,
	} {
		f.Add([]byte(data))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		var p, q Profile
		if err := p.UnmarshalJSON(data); err != nil {
			if !errors.Is(err, ErrInvalid) {
				t.Fatalf("%v does not wrap ErrInvalid", err)
			}
			return
		}
		b, err := json.Marshal(p)
		if err != nil {
			t.Fatal(err)
		}
		if err := q.UnmarshalJSON(b); err != nil || len(q.Paths()) != len(p.Paths()) {
			t.Fatalf("written as %s: %v", b, err)
		}
		for _, path := range p.Paths() {
			d, _ := p.Declared(path)
			if e, _ := q.Declared(path); d.Text == "" || d.Text != e.Text || d.Reading() != e.Reading() || !utf8.ValidString(d.Text) {
				t.Fatalf("%s: %q read again is %q", path, d.Text, e.Text)
			}
		}
	})
}

func FuzzWith(f *testing.F) {
	for i, field := range Fields() {
		f.Add(i, field.Example)
	}
	f.Add(0, "")
	f.Fuzz(func(t *testing.T, i int, text string) {
		field := fields[uint(i)%uint(len(fields))]
		p, err := Profile{}.With(field.Path, text)
		if err != nil {
			if !errors.Is(err, ErrInvalid) {
				t.Fatalf("%v does not wrap ErrInvalid", err)
			}
			return
		}
		if d, ok := p.Declared(field.Path); ok && (d.Text == "" || d.Reading() == "") {
			t.Fatalf("%s: %q is declared as %q, read as %q", field.Path, text, d.Text, d.Reading())
		}
		p.Missing(F1)
	})
}

func FuzzReadTranscript(f *testing.F) {
	f.Add([]byte(studentInput))
	for _, c := range []Category{F1, J1Physician, H1B} {
		b, err := json.Marshal(graded(c, sample(f, c)))
		if err != nil {
			f.Fatal(err)
		}
		f.Add(b)
	}
	for _, data := range []string{``, `null`, `{"turns":[null]}`, `{"category":"F-1","turns":[{"n":9999999999999999999}]}`, `{"category":"F-1","turns":[{"seconds":1e999}]}`} {
		f.Add([]byte(data))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		tr, err := ReadTranscript(data)
		if err != nil {
			if !errors.Is(err, ErrInvalid) {
				t.Fatalf("%v does not wrap ErrInvalid", err)
			}
			return
		}
		first, err := json.Marshal(tr)
		if err != nil {
			t.Fatal(err)
		}
		again, err := ReadTranscript(first)
		if err != nil {
			t.Fatalf("output is no input: %v\n%s", err, first)
		}
		if second, err := json.Marshal(again); err != nil || string(first) != string(second) {
			t.Fatalf("written, read and written: %v\n%s\n%s", err, first, second)
		}
	})
}
