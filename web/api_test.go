package web

import (
	"context"
	"encoding/json"
	"net/http"
	"strings"
	"testing"

	"github.com/viceconsul/viceconsul/questionbank"
)

func TestCreateRefuses(t *testing.T) {
	h := openHouse(t)
	for _, test := range []struct{ name, body, says string }{
		{"no category", `{}`, "visa category"},
		{"unknown category", `{"category":"Z-9"}`, "visa category"},
		{"unknown track", `{"category":"J-1","track":"pilot"}`, "track"},
		{"category of wrong type", `{"category":1}`, "category must be text"},
		{"temper", `{"category":"F-1","officer":{"temper":"angry"}}`, "officer.temper"},
		{"seed below 0", `{"category":"F-1","officer":{"seed":-1}}`, "seed"},
		{"mode", `{"category":"F-1","mode":"quiz"}`, "mode"},
		{"no minutes", `{"category":"F-1","minutes":0}`, "minutes"},
		{"61 minutes", `{"category":"F-1","minutes":61}`, "minutes"},
		{"unknown key", `{"category":"F-1","colour":"red"}`, "colour"},
		{"no object", `[]`, "object"},
	} {
		p := h.send(t, "POST", "/api/v1/interviews", test.body).problem(t, http.StatusBadRequest, "invalid")
		if !strings.Contains(p.Detail, test.says) {
			t.Errorf("%s: detail %q, want it to name %q", test.name, p.Detail, test.says)
		}
	}
	p := h.send(t, "POST", "/api/v1/interviews",
		`{"category":"F-1","profile":{"trip":{"length_of_stay":{"value":["secret"]},"lenght":"3 weeks"},"f1":{"cost_year1":true}}}`).
		problem(t, http.StatusBadRequest, "invalid")
	if len(p.Errors) != 3 {
		t.Errorf("profile with three faults: %+v, want each", p.Errors)
	}
	for _, f := range p.Errors {
		if f.Path == "" || f.Problem == "" || strings.Contains(f.Problem, "secret") {
			t.Errorf("fault %+v, want the place and the remedy and no value", f)
		}
	}
}

// Every category starts, with nothing declared.
func TestCreateEveryCategory(t *testing.T) {
	h := openHouse(t)
	for _, body := range []string{
		`{"category":"B-1"}`, `{"category":"B-2"}`, `{"category":"B-1/B-2"}`, `{"category":"F-1"}`, `{"category":"J-1","track":"physician"}`,
		`{"category":"J-1","track":"au-pair"}`, `{"category":"H-1B"}`, `{"category":"H-1B","track":"physician","minutes":60,"mode":"coach","officer":{"temper":"brisk"}}`,
	} {
		id, key := h.begin(t, body)
		r := h.send(t, "GET", "/api/v1/interviews/"+id, "", "Authorization: Bearer "+key)
		var v interviewView
		if err := json.Unmarshal(r.body, &v); err != nil || v.ID != id || v.Sealed || v.Offset < 2 || !strings.Contains(body, v.Category) {
			t.Errorf("%s: %s %v", body, r.body, err)
		}
	}
}

func TestQuestions(t *testing.T) {
	h := openHouse(t)
	read := func(query string) questionPage {
		t.Helper()
		r := h.send(t, "GET", "/api/v1/questions"+query, "")
		var p questionPage
		if err := json.Unmarshal(r.body, &p); err != nil || r.StatusCode != http.StatusOK {
			t.Fatalf("questions%s: %d %s %v", query, r.StatusCode, r.body, err)
		}
		return p
	}
	seen, after := map[string]bool{}, ""
	for {
		p := read("?after=" + after)
		if len(p.Questions) > pageLimit || p.Bank != h.bank.Version {
			t.Fatalf("page of %d questions from bank %q", len(p.Questions), p.Bank)
		}
		for _, q := range p.Questions {
			if seen[q.ID] {
				t.Fatalf("question %s twice", q.ID)
			}
			seen[q.ID] = true
		}
		if after = p.Next; after == "" {
			break
		}
	}
	if want := len(h.bank.Pick(questionbank.Filter{})); len(seen) != want {
		t.Errorf("%d questions over all pages, want %d", len(seen), want)
	}
	like := read("?category=F-1&like=who+is+paying+for+your+studies&limit=3").Questions
	if len(like) != 3 || like[0].Likeness == nil || *like[0].Likeness < *like[2].Likeness {
		t.Errorf("nearest three: %+v", like)
	}
	for _, q := range read("?topic=f.fund").Questions {
		if q.Topic != "f.fund" {
			t.Errorf("question %s of topic %s among f.fund", q.ID, q.Topic)
		}
	}
	for _, bad := range []string{"?limit=0", "?limit=101", "?limit=x", "?category=Q", "?topic=nothing", "?colour=red", "?limit=1&limit=2"} {
		h.send(t, "GET", "/api/v1/questions"+bad, "").problem(t, http.StatusBadRequest, "invalid")
	}
}

// nothing finds no question.
type nothing struct{}

func (nothing) Nearest(context.Context, string, questionbank.Filter, int) ([]questionbank.Match, error) {
	return nil, nil
}

func TestQuestionsNoneNear(t *testing.T) {
	h := openHouse(t, func(o *Options) { o.Search = nothing{} })
	if r := h.send(t, "GET", "/api/v1/questions?like=x", ""); !strings.Contains(string(r.body), `"questions":[]`) {
		t.Errorf("no question near: %s, want an empty list", r.body)
	}
}

func TestProfileSchema(t *testing.T) {
	h := openHouse(t)
	r := h.send(t, "GET", "/api/v1/profile-schema", "")
	var s map[string]any
	if err := json.Unmarshal(r.body, &s); err != nil || r.StatusCode != http.StatusOK || s["$schema"] != "https://json-schema.org/draft/2020-12/schema" {
		t.Errorf("profile-schema: %d %.80s %v", r.StatusCode, r.body, err)
	}
}

// What cannot be read is kept as typed, and said.
func TestSaveProfile(t *testing.T) {
	h := openHouse(t)
	_, key := h.begin(t, student)
	bearer := "Authorization: Bearer " + key
	r := h.send(t, "PUT", "/api/v1/profiles/b1b2", `{"texts":{"trip.length_of_stay":"3 weeks","finance.trip_cost":"a lot"}}`, bearer)
	var v savedView
	if err := json.Unmarshal(r.body, &v); err != nil || r.StatusCode != http.StatusOK {
		t.Fatalf("save: %d %s %v", r.StatusCode, r.body, err)
	}
	if v.SavedAt.IsZero() || v.Read["trip.length_of_stay"] == "" || len(v.Faults) != 1 || v.Faults[0].Path != "finance.trip_cost" {
		t.Errorf("saved %+v, want the stay read and the cost at fault", v)
	}
	h.send(t, "PUT", "/api/v1/profiles/z9", `{"texts":{}}`, bearer).problem(t, http.StatusNotFound, "not_found")
	h.send(t, "PUT", "/api/v1/profiles/b1b2", `{"texts":{"a":1}}`, bearer).problem(t, http.StatusBadRequest, "invalid")
	h.send(t, "PUT", "/api/v1/profiles/b1b2", `{}`, bearer).problem(t, http.StatusBadRequest, "invalid")
}

func TestGrade(t *testing.T) {
	h := openHouse(t)
	r := h.send(t, "POST", "/api/v1/grade", `{"category":"F-1","interview_date":"2027-06-10",
		"profile":{"finance":{"sponsors":[{"relationship":"father"}]}},
		"turns":[{"officer":"Who is paying for your studies?","applicant":"My uncle in New Jersey.","question":"F27","seconds":3.1}]}`)
	if r.StatusCode != http.StatusOK || !strings.Contains(string(r.body), `"practice":true`) || !strings.Contains(string(r.body), `"rubric"`) {
		t.Errorf("grade: %d %s", r.StatusCode, r.body)
	}
	p := h.send(t, "POST", "/api/v1/grade", `{"category":"F-1","turns":[{"officer":1,"applicant":"x"}],"colour":"red"}`).problem(t, http.StatusBadRequest, "invalid")
	if len(p.Errors)+len(p.Detail) == 0 {
		t.Errorf("grade of a bad transcript: %+v, want the place", p)
	}
	h.send(t, "POST", "/api/v1/grade", `{"turns":"`+strings.Repeat("x", bodyLimit)+`"}`).problem(t, http.StatusBadRequest, "invalid")
	h.send(t, "POST", "/api/v1/grade", `{"turns":"`+strings.Repeat("x", transcriptLimit)+`"}`).problem(t, http.StatusRequestEntityTooLarge, "too_large")
}
