package interview

import (
	"encoding/json"
	"fmt"
	"testing"
	"time"

	"github.com/viceconsul/viceconsul/interview/transcript"
	"github.com/viceconsul/viceconsul/questionbank"
)

// morning is when every interview of these tests starts.
var morning = time.Date(2027, 6, 10, 9, 0, 0, 0, time.UTC)

// pace is how long every answer of these tests takes.
const pace = 15 * time.Second

func embedded(t testing.TB) *questionbank.Bank {
	t.Helper()
	bank, err := questionbank.Embedded()
	if err != nil {
		t.Fatalf("bank: %v", err)
	}
	return bank
}

func profileOf(t testing.TB, declared string) transcript.Profile {
	t.Helper()
	var p transcript.Profile
	if err := json.Unmarshal([]byte(declared), &p); err != nil {
		t.Fatalf("profile: %v", err)
	}
	return p
}

// opened is how an interview of these tests starts.
func opened(c transcript.Category, p transcript.Profile, temper Temper, seed uint64) Started {
	return Started{
		ID: "01900000-0000-7000-8000-000000000001", Category: c, Profile: p, Date: "2027-06-10",
		Officer: Persona{Temper: temper, Seed: seed}, Mode: Exam, Minutes: 60, Rubric: "2026.1", Bank: "test", At: morning,
	}
}

// A rehearsal is one interview as it went: its events, and the effects of each.
type rehearsal struct {
	events  []Event
	effects [][]Effect
	last    Session
	sealed  transcript.Transcript
}

// rehearse walks an interview to its end, answering what the officer asks.
func rehearse(t testing.TB, bank *questionbank.Bank, started Started, answer func(Asked) string) rehearsal {
	t.Helper()
	return act(t, bank, started, func(s Session, a Asked, now time.Time) Event {
		return s.Kept(Answered{Turn: a.Turn, ID: fmt.Sprintf("answer-%d", a.Turn), Text: answer(a), At: now})
	})
}

// act walks an interview to its end, doing what the applicant does at each line until it
// is answered.
func act(t testing.TB, bank *questionbank.Bank, started Started, does func(Session, Asked, time.Time) Event) rehearsal {
	t.Helper()
	r := rehearsal{last: New(bank)}
	now := started.At
	var asked Asked
	for next := Event(started); next != nil; {
		s, effects, err := r.last.Step(next)
		if err != nil {
			t.Fatalf("event %d, %s: %v", len(r.events)+1, next.Name(), err)
		}
		r.events, r.effects, r.last = append(r.events, next), append(r.effects, effects), s
		if a, ok := next.(Asked); ok {
			now, asked = now.Add(pace), a
		}
		next = nil
		if s.Turn() != 0 {
			next = does(s, asked, now)
		}
		for _, e := range effects {
			switch e := e.(type) {
			case Compose:
				next = e.Move.Asked(e.Move.Line, "", now)
			case Decide:
				next = Decided{Outcome: e.Outcome, Typing: e.Typing, At: now}
			case Seal:
				r.sealed, next = e.Transcript, Graded{Hash: "hash", At: now}
			}
		}
		if len(r.events) > 200 {
			t.Fatal("the interview does not end")
		}
	}
	return r
}

// lines are what the officer said, by turn.
func (r rehearsal) lines() []Asked {
	var lines []Asked
	for _, ev := range r.events {
		if a, ok := ev.(Asked); ok {
			lines = append(lines, a)
		}
	}
	return lines
}

// always gives one answer to everything.
func always(text string) func(Asked) string { return func(Asked) string { return text } }

// declared profiles, one for each visa, with something for an officer to find.
var (
	visitor = `{
		"identity": {"marital_status": "married"},
		"trip": {"purpose": "tourism: see my sister and New York", "length_of_stay": "3 weeks", "arrival_date": "2027-07-05",
			"payer": "self", "cost_usd": "USD 4,200"},
		"employment": {"employer": "District Hospital", "title": "medical officer", "start_date": "2021-03"},
		"finance": {"liquid_funds": "USD 9,000"},
		"family": {"us_immediate_relatives": [{"relation": "sister", "status": "US_citizen"}], "children": [{"age": 6}]},
		"ties": {"plan_after": "back to the ward on 27 July"}
	}`
	student = `{
		"identity": {"marital_status": "single"},
		"f1": {"school": "Example State University", "campus": "Dayton, OH", "major": "MS Data Science", "level": "master",
			"start_date": "2027-08-23", "end_date": "2029-05-15",
			"cost_year1": {"tuition": "USD 28,000", "living": "USD 16,000", "other": "USD 3,000", "total": "USD 47,000"},
			"funding_year1": {"personal": "USD 26,000", "school": "USD 12,000"}, "work_plan": "none"},
		"finance": {"sponsors": [{"relationship": "father", "occupation": "civil engineer"}],
			"scholarship": {"source": "university", "amount": "USD 12,000"}},
		"us_history": {"prior_refusals": []},
		"ties": {"plan_after": "join the family construction firm in Kumasi"}
	}`
	physician = `{
		"identity": {"marital_status": "married"},
		"us_history": {"prior_refusals": [{"date": "2022-03", "post": "Karachi", "class": "B1B2", "section": "214b"}],
			"visits": [{"arrival": "2024-10", "length": "5 weeks", "class": "B1", "purpose": "observership"}]},
		"j1": {"sponsor": "Intealth/ECFMG", "host": "Example Medical Center", "host_city": "Detroit, MI",
			"start_date": "2027-07-01", "subject_212e": "yes"},
		"jp": {"specialty": "Internal Medicine", "program": "Example Medical Center IM", "pgy_level": 1,
			"program_length_years": 3, "stipend_usd": "USD 68,000", "ecfmg_certified": true},
		"ties": {"return_role": {"employer": "Nishtar Hospital", "role": "consultant", "status": "leave_of_absence"}}
	}`
	worker = `{
		"identity": {"marital_status": "married"},
		"family": {"us_immediate_relatives": [{"relation": "brother", "status": "US_citizen"}]},
		"h1b": {"petitioner": "Example Analytics Inc.", "job_title": "Data Engineer", "duties": "builds data pipelines",
			"wage_usd": "USD 112,000", "worksites": ["Plano, TX"], "work_model": "hybrid", "third_party_placement": true,
			"end_client": "Example Bank", "degree_held": "MS Computer Science, 2024", "employer_size": 250}
	}`
)

// applicants are the four visas with the profile of each.
var applicants = []struct {
	category transcript.Category
	declared string
}{
	{transcript.B2, visitor}, {transcript.F1, student}, {transcript.J1Physician, physician}, {transcript.H1B, worker},
}

var tempers = []Temper{Neutral, Brisk, Sceptical, Warm}
