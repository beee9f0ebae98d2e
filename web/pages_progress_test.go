package web

import (
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/viceconsul/viceconsul/interview/transcript"
	"github.com/viceconsul/viceconsul/questionbank"
)

// attended begins an interview from the profile page, gives its first line this answer,
// ends it and returns its ID.
func (v *visitor) attended(category, answer string) string {
	v.t.Helper()
	id := strings.TrimPrefix(v.redirected(v.post("/profile/"+category, v.fill(category, actionBegin, nil)), "/interviews/"), "/interviews/")
	v.rehearse(id, answer)
	return id
}

// Progress joins the attempts of one visa, says which conflict is open, and what to do next.
func TestProgress(t *testing.T) {
	v := visit(t)
	if text := words(v.get("/progress").root); !strings.Contains(text, "No graded attempt is kept") {
		t.Error("a visitor without attempts is not told so")
	}
	facts := map[string]string{"f1.school": "University of Toledo", "finance.sponsors": "father, civil engineer", "f1.cost_year1": "total USD 47,000"}
	v.redirected(v.post("/profile/f1", v.fill("f1", "", facts)), "/profile/f1")
	first := v.attended("f1", "My uncle in New Jersey pays everything.")
	second := v.attended("f1", "My father pays. He is a civil engineer.")
	s := v.get("/progress")
	text := words(s.root)
	for _, want := range []string{"F-1: 2 attempts.", "Attempt 1", "Attempt 2", "Overall", "Not asked yet"} {
		if !strings.Contains(text, want) {
			t.Errorf("the page does not say %q", want)
		}
	}
	if n := len(s.all("polyline")); n == 0 {
		t.Error("no grades are joined")
	}
	for _, figure := range s.all("figure") {
		if rows := len((sheet{t, "plot", figure}).all("tr")); rows != 3 {
			t.Errorf("a plot has a table of %d rows, want a head and two", rows)
		}
	}
	compared := words(v.get("/compare?a=" + first + "&b=" + second).root)
	for _, want := range []string{"First attempt", "Second attempt", "My uncle in New Jersey pays everything.", "My father pays."} {
		if !strings.Contains(compared, want) {
			t.Errorf("the comparison does not say %q", want)
		}
	}
	_, key := v.house.begin(t, student)
	stranger := &visitor{t: t, house: v.house, key: key}
	if r := v.house.send(t, "GET", "/compare?a="+first+"&b="+second, "", stranger.headers()...); r.StatusCode != 404 {
		t.Errorf("a stranger who compares: %d, want 404", r.StatusCode)
	}
}

// A long wording that comes in two attempts sounds learned, and both sides say so.
func TestCompareSaysWhatSoundsLearned(t *testing.T) {
	v := visit(t)
	v.redirected(v.post("/profile/f1", v.fill("f1", "", map[string]string{"finance.sponsors": "father, civil engineer"})), "/profile/f1")
	const learned = "sound learned"
	first := v.attended("f1", "My father, who is a civil engineer in Pune, pays for everything.")
	again := v.attended("f1", "Sir, my father, who is a civil engineer in Pune, pays the whole of it.")
	fresh := v.attended("f1", "My father pays; he is an engineer.")
	for _, test := range []struct {
		a, b string
		want int
	}{{first, again, 2}, {first, fresh, 0}, {first, first, 0}} {
		if got := strings.Count(words(v.get("/compare?a="+test.a+"&b="+test.b).root), learned); got != test.want {
			t.Errorf("%d answers sound learned, want %d", got, test.want)
		}
	}
}

// A conflict is fixed when a later attempt says what is declared, and open when the last
// that spoke of it did not.
func TestConflictsOverAttempts(t *testing.T) {
	attempt := func(n int, findings ...transcript.Finding) attemptRow {
		return attemptRow{N: n, t: transcript.Transcript{Turns: []transcript.Turn{{N: 1, Findings: findings}}}}
	}
	said := func(field string, v transcript.Verdict) transcript.Finding {
		return transcript.Finding{Criterion: transcript.Consistency, Field: field, Verdict: v}
	}
	got := conflictsOf([]attemptRow{
		attempt(1, said("f1.school", transcript.Contradiction), said("trip.payer", transcript.Consistent)),
		attempt(2, said("f1.school", transcript.Consistent), said("finance.sponsors", transcript.Contradiction)),
		attempt(3, said("finance.sponsors", transcript.NotComparable), said("finance.sponsors", transcript.Consistent), said("finance.sponsors", transcript.Contradiction)),
	})
	if len(got) != 2 || got[0].Path != "finance.sponsors" || !got[0].Open || len(got[0].Found) != 2 || got[1].Path != "f1.school" || got[1].Open {
		t.Errorf("conflicts %+v, want the sponsors open, found twice, and the school fixed", got)
	}
}

func TestDaysLeft(t *testing.T) {
	now := time.Date(2027, 6, 8, 22, 0, 0, 0, time.UTC)
	for date, want := range map[string]int{"2027-06-08": 0, "2027-06-09": 1, "2027-06-20": 12, "2027-06-01": -7} {
		if got := daysLeft(readTexts(map[string]string{"application.interview_date": date}).profile, now); got == nil || got.Left != want {
			t.Errorf("%s: %v, want %d", date, got, want)
		}
	}
	for _, p := range []transcript.Profile{{}, readTexts(map[string]string{"application.interview_date": "June 2027"}).profile} {
		if got := daysLeft(p, now); got != nil {
			t.Errorf("without a day: %v", got)
		}
	}
}

// Every drill has lines for every visa, judges an answer at once and keeps its grade alone.
func TestDrills(t *testing.T) {
	for _, category := range transcript.Categories() {
		v := visit(t)
		path := "/drills/" + slug(category)
		if text := words(v.get(path).root); !category.HasTies() && tieWord.MatchString(text) {
			t.Errorf("%s speaks of another visa's law", path)
		}
		listed := 0
		for _, d := range drills {
			address := path + "/" + d.name
			if len(v.get(path).with("href", address)) == 0 {
				continue
			}
			listed++
			s := v.get(address)
			if words(s.one("class", "try__line")) == "" {
				t.Errorf("%s puts no line", address)
				continue
			}
			r := v.post(address, url.Values{"n": {"1"}, "answer": {"I would like to explain this calmly."}})
			if r.StatusCode != 200 || !strings.Contains(string(r.body), "What your words did") {
				t.Errorf("%s: %d, want the answer judged", address, r.StatusCode)
			}
			if r := v.post(address, url.Values{"n": {"99999"}, "answer": {" "}}); r.StatusCode != 422 {
				t.Errorf("%s: an empty answer is %d, want 422", address, r.StatusCode)
			}
		}
		if listed < len(drills)-1 {
			t.Errorf("%s lists %d drills, want all but perhaps one", path, listed)
		}
		if text := words(v.get(path).root); !strings.Contains(text, "Best ") || strings.Contains(text, "calmly") {
			t.Errorf("%s keeps no grade, or the answer itself", path)
		}
	}
}

// The numbers drill asks for numbers and dates alone.
func TestNumbersDrillAsksForNumbers(t *testing.T) {
	bank, err := questionbank.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	for _, category := range transcript.Categories() {
		texts, err := sampleOf(category)
		if err != nil {
			t.Fatal(err)
		}
		lines := numberPrompts(drilled{bank: bank, category: category, profile: readTexts(texts).profile})
		for _, p := range lines {
			if strings.HasPrefix(p.line, "Is ") || strings.HasPrefix(p.line, "Do ") || strings.HasPrefix(p.line, "Who ") {
				t.Errorf("%s: %q asks for no number", category, p.line)
			}
		}
		if len(lines) == 0 {
			t.Errorf("%s: the sample applicant is asked for no number", category)
		}
	}
}

// What each drill looks for is found where it is and missed where it is not.
func TestDrillPoints(t *testing.T) {
	v := visit(t)
	v.redirected(v.post("/profile/f1", v.fill("f1", "", map[string]string{"f1.cost_year1": "total USD 47,000", "us_history.prior_refusals": "May 2026, Lagos, F1, 214(b)"})), "/profile/f1")
	for _, test := range []struct{ drill, answer, met, unmet string }{
		{"repeat", "Sorry, could you repeat the question?", "You asked for the question again.", ""},
		{"repeat", "Yes, it was approved, thank you very much for asking me about that today, officer.", "", "You used a few words."},
		{"documents", "Yes, here it is.", "You said whether you have it.", ""},
		{"documents", "I have studied since 2019 and my documents are all in the folder in the order that my cousin told me.", "", "You used a few words."},
		{"correct", "Forty-seven thousand dollars.", "The declared value was heard.", ""},
		{"correct", "I do not remember.", "", "The declared value was heard."},
		{"refusal", "In May 2026 in Lagos I was refused under 214(b). Since then I got a full assistantship. Now my first year is paid.", "Why it is different now", ""},
		{"refusal", "The officer was not fair.", "", "What changed since"},
	} {
		r := v.post("/drills/f1/"+test.drill, url.Values{"n": {"1"}, "answer": {test.answer}})
		text := strings.ReplaceAll(strings.ReplaceAll(string(r.body), "<strong>", ""), "</strong>", "")
		if test.met != "" && !strings.Contains(text, "Yes: "+test.met) {
			t.Errorf("%s %q: %q is not met", test.drill, test.answer, test.met)
		}
		if test.unmet != "" && !strings.Contains(text, "Not yet: "+test.unmet) {
			t.Errorf("%s %q: %q is met", test.drill, test.answer, test.unmet)
		}
	}
	long := strings.Repeat("well officer ", 15) + "my father pays"
	r := v.post("/drills/f1/cut-in", url.Values{"n": {"1"}, "answer": {long}})
	if !strings.Contains(string(r.body), "Not heard, not graded") {
		t.Error("a long answer is not cut")
	}
}
