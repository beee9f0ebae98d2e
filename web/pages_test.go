package web

import (
	"io"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/viceconsul/viceconsul/interview/openai/standin"
	"github.com/viceconsul/viceconsul/interview/transcript"
)

// A visitor is a browser without script: it keeps a cookie and sends forms.
type visitor struct {
	t     testing.TB
	house *house
	key   string

	language string // chosen in the header; "" for none
}

func (v *visitor) headers(more ...string) []string {
	headers := append([]string{"Accept: text/html", "Sec-Fetch-Site: same-origin"}, more...)
	if v.key != "" {
		headers = append(headers, "Cookie: "+cookieName+"="+v.key)
	}
	if v.language != "" {
		headers = append(headers, "Cookie: "+displayCookie+"=language="+v.language)
	}
	return headers
}

// get opens a page, which must be there and be well made.
func (v *visitor) get(path string) sheet {
	v.t.Helper()
	r := v.house.send(v.t, "GET", path, "", v.headers()...)
	if r.StatusCode != http.StatusOK {
		v.t.Fatalf("GET %s: status %d: %s", path, r.StatusCode, r.body)
	}
	s := parsePage(v.t, path, r.body)
	s.check()
	return s
}

// post sends a form and returns the answer; a new key is kept.
func (v *visitor) post(path string, form url.Values) reply {
	v.t.Helper()
	r, err := http.NewRequest(http.MethodPost, v.house.url+path, strings.NewReader(form.Encode()))
	if err != nil {
		v.t.Fatal(err)
	}
	for _, header := range v.headers("Content-Type: application/x-www-form-urlencoded") {
		name, value, _ := strings.Cut(header, ": ")
		r.Header.Add(name, value)
	}
	res, err := http.DefaultTransport.RoundTrip(r)
	if err != nil {
		v.t.Fatalf("POST %s: %v", path, err)
	}
	defer res.Body.Close()
	body, err := io.ReadAll(res.Body)
	if err != nil {
		v.t.Fatalf("POST %s: %v", path, err)
	}
	for _, c := range res.Cookies() {
		if c.Name == cookieName {
			v.key = c.Value
		}
	}
	res.Request = r
	return reply{res, body}
}

// fill is the form a browser would send from the profile page, with these texts
// put in and this button pressed.
func (v *visitor) fill(category, action string, texts map[string]string) url.Values {
	v.t.Helper()
	form := filled(v.get("/profile/" + category))
	for path, text := range texts {
		if !form.Has(path) {
			v.t.Fatalf("the %s profile has no field %s", category, path)
		}
		form.Set(path, text)
	}
	form.Set("action", action)
	return form
}

// filled is what a page's fields hold.
func filled(s sheet) url.Values {
	form := url.Values{}
	for _, n := range s.all("input", "textarea", "select") {
		if within(n, "header") {
			continue // another form
		}
		if _, ticked := attribute(n, "checked"); value(n, "type") == "checkbox" && !ticked {
			continue
		}
		form.Set(value(n, "name"), held(n))
	}
	return form
}

func (v *visitor) redirected(r reply, prefix string) string {
	v.t.Helper()
	to := r.Header.Get("Location")
	if r.StatusCode != http.StatusSeeOther || !strings.HasPrefix(to, prefix) {
		v.t.Fatalf("%s: status %d to %q, want 303 to %s…: %.300s", r.Request.URL.Path, r.StatusCode, to, prefix, r.body)
	}
	return to
}

func visit(t testing.TB, change ...func(*Options)) *visitor {
	return &visitor{t: t, house: openHouse(t, change...)}
}

// A visitor goes from the start to a graded transcript with a sample applicant,
// and takes it all away again.
func TestJourney(t *testing.T) {
	v := visit(t)
	start := v.get("/")
	if len(start.with("id", "continue")) != 0 {
		t.Error("a new visitor is offered to continue")
	}
	v.redirected(v.post("/profile/f1", v.fill("f1", actionSample, nil)), "/profile/f1")
	room := v.redirected(v.post("/profile/f1", v.fill("f1", actionBegin, nil)), "/interviews/")
	id := strings.TrimPrefix(room, "/interviews/")
	page := v.get(room)
	if got := value(page.one("data-part", "room"), "data-socket"); got != socketOf(id) {
		t.Errorf("the room's socket is %q, want %q", got, socketOf(id))
	}
	if again := v.get("/"); !strings.Contains(words(again.one("aria-labelledby", "continue")), "Go on with the F-1 interview") {
		t.Error("the start page does not offer to go on")
	}

	v.rehearse(id, "Who pays? My uncle in New Jersey pays for everything.")
	v.redirected(v.house.send(t, "GET", room, "", v.headers()...), room+"/transcript")
	if said := spoken(v.get(room+"/transcript").one("id", "t1")); said != "Who pays? My uncle in New Jersey pays for everything." {
		t.Errorf("the transcript's first answer reads %q", said)
	}
	if list := words(v.get("/").one("aria-labelledby", "earlier")); !strings.Contains(list, "F-1 interview") {
		t.Errorf("the start page lists %q, want the transcript", list)
	}

	asked := v.post(room+"/delete", url.Values{})
	parsePage(t, "confirm.html", asked.body).check()
	v.redirected(v.post(room+"/delete", url.Values{"confirm": {"yes"}}), "/")
	if r := v.house.send(t, "GET", room, "", v.headers()...); r.StatusCode != http.StatusNotFound {
		t.Errorf("an erased interview answers %d, want 404", r.StatusCode)
	}
}

// The box "The officer may cut in" is ticked, stays as it was left when the page comes
// back with faults, and decides.
func TestOfficerMayCutIn(t *testing.T) {
	v := visit(t)
	for _, ticked := range []bool{true, false} {
		form := v.fill("b2", actionBegin, nil)
		if !form.Has("officer.cuts_in") {
			t.Fatal("the box is not ticked to begin with")
		}
		if !ticked {
			form.Del("officer.cuts_in")
		}
		form.Set("trip.length_of_stay", "as long as it takes")
		back := parsePage(t, "profile.html", v.post("/profile/b2", form).body)
		if _, still := attribute(back.one("name", "officer.cuts_in"), "checked"); still != ticked {
			t.Errorf("a page with faults comes back ticked %t, was %t", still, ticked)
		}
		form.Set("trip.length_of_stay", "")
		room := v.redirected(v.post("/profile/b2", form), "/interviews/")
		if _, welcome := v.house.join(t, strings.TrimPrefix(room, "/interviews/"), v.key); welcome.Interview.Patient == ticked {
			t.Errorf("ticked %t: the officer is patient: %t", ticked, welcome.Interview.Patient)
		}
	}
}

// rehearse answers one question and ends the interview.
func (v *visitor) rehearse(id, answer string) {
	v.t.Helper()
	c, welcome := v.house.join(v.t, id, v.key)
	turn := welcome.Interview.Turns[0].Turn
	c.answer(turn, answer)
	c.want("ack")
	c.say(`{"type":"end"}`)
	for e := c.next(); e.Type != "graded"; e = c.next() {
	}
}

func TestH1BPagesHaveNoWordAboutTies(t *testing.T) {
	v := visit(t)
	v.redirected(v.post("/profile/h1b", v.fill("h1b", actionSample, nil)), "/profile/h1b")
	room := v.redirected(v.post("/profile/h1b", v.fill("h1b", actionBegin, nil)), "/interviews/")
	pages := map[string]sheet{"profile": v.get("/profile/h1b"), "room": v.get(room)}
	v.rehearse(strings.TrimPrefix(room, "/interviews/"), "I am a data engineer at Example Analytics.")
	pages["transcript"] = v.get(room + "/transcript")
	for name, s := range pages {
		if found := tieWord.FindAllString(words(s.root), -1); found != nil {
			t.Errorf("the H-1B %s says %q", name, found)
		}
	}
}

func TestProfilePageSaysWhatItCannotRead(t *testing.T) {
	v := visit(t)
	typed := map[string]string{"trip.length_of_stay": "as long as it takes", "trip.cost_usd": "USD 4,200"}
	form := v.fill("b2", actionBegin, typed)
	form.Set("officer.temper", "brisk")
	r := v.post("/profile/b2", form)
	if r.StatusCode != http.StatusUnprocessableEntity {
		t.Fatalf("status %d, want 422", r.StatusCode)
	}
	s := parsePage(t, "profile.html", r.body)
	s.check()
	if temper := held(s.one("id", "temper")); temper != "brisk" {
		t.Errorf("the officer chosen is %q, want brisk, as before", temper)
	}
	field := s.one("name", "trip.length_of_stay")
	if value(field, "aria-invalid") != "true" || value(field, "value") != typed["trip.length_of_stay"] {
		t.Errorf("the field is %v, want it marked, with what was typed", field.Attr)
	}
	if summary := s.one("data-faults", ""); !strings.Contains(words(summary), "Length of stay") || value(summary, "tabindex") != "-1" {
		t.Errorf("summary %q, want the field named and able to take focus", words(summary))
	}
	if echo := words(s.one("id", "f-trip-cost-usd-read")); !strings.HasPrefix(echo, "Read as") || !strings.Contains(echo, "4,200") {
		t.Errorf("the readable field says %q, want how it was read", echo)
	}
	if kept := v.get("/profile/b2").one("name", "trip.length_of_stay"); value(kept, "value") != typed["trip.length_of_stay"] {
		t.Error("what was typed is not there on return")
	}
}

func TestEveryProfilePage(t *testing.T) {
	v := visit(t)
	for _, category := range transcript.Categories() {
		s := v.get("/profile/" + slug(category))
		opening := 0
		for n := range s.with("class", "opening")[0].ChildNodes() {
			if strings.HasPrefix(value(n, "class"), "field") {
				opening++
			}
		}
		if opening != len(openings[category]) || opening < 3 {
			t.Errorf("%s opens with %d facts, want the %d of its list", category, opening, len(openings[category]))
		}
		for _, d := range s.all("details") {
			if _, open := attribute(d, "open"); open {
				t.Errorf("%s: section %q is open", category, value(d, "id"))
			}
		}
	}
	s := v.get("/profile/f1?open=us_history.prior_refusals")
	if _, open := attribute(s.one("id", "s-us-history"), "open"); !open {
		t.Error("the section asked for is not open")
	}
	if r := v.house.send(t, "GET", "/profile/z9", "", v.headers()...); r.StatusCode != http.StatusNotFound {
		t.Errorf("an unknown category answers %d, want 404", r.StatusCode)
	}
}

func TestEraseProfileAsksOnce(t *testing.T) {
	v := visit(t)
	v.post("/profile/f1", v.fill("f1", actionSample, nil))
	asked := v.post("/profile/f1", v.fill("f1", actionErase, nil))
	s := parsePage(t, "confirm.html", asked.body)
	s.check()
	if len(v.get("/profile/f1").with("value", actionErase)) != 1 {
		t.Error("the profile went before it was confirmed")
	}
	v.redirected(v.post("/profile/f1", url.Values{"action": {actionErase}, "confirm": {"yes"}}), "/profile/f1")
	if len(v.get("/profile/f1").with("value", actionErase)) != 0 {
		t.Error("the profile is still there")
	}
}

func TestSampleApplicants(t *testing.T) {
	for _, category := range transcript.Categories() {
		texts, err := sampleOf(category)
		if err != nil {
			t.Errorf("%v", err)
			continue
		}
		for path := range texts {
			if f, ok := transcript.LookupField(path); !ok || !f.UsedBy(category) {
				t.Errorf("%s: the sample declares %s, which its interview does not use", category, path)
			}
		}
		for path, problem := range readTexts(texts).problems {
			t.Errorf("%s: the sample's %s cannot be read: %s", category, path, problem)
		}
		for _, path := range openings[category] {
			if texts[path] == "" {
				t.Errorf("%s: the sample lacks the opening fact %s", category, path)
			}
		}
	}
}

func TestStartSaysWhoReceivesAnswers(t *testing.T) {
	if text := words(visit(t).get("/").root); !strings.Contains(text, "Nothing leaves this server") {
		t.Error("with rules alone the start page does not say that nothing leaves")
	}
	named := visit(t, func(o *Options) { o.Officer = "example-model" })
	if text := words(named.get("/").root); strings.Contains(text, "Nothing leaves") || !strings.Contains(text, "example-model") {
		t.Error("with a model the start page does not name it, or says that nothing leaves")
	}
}

// "Who sees this?" names every model that receives something, on each page that has it.
func TestWhoSeesThisNamesTheModels(t *testing.T) {
	h, _ := spokenHouse(t, standin.Always(standin.Hears("To study.", 0.95)), func(o *Options) { o.Officer = "example-model" })
	v := &visitor{t: t, house: h}
	if text := words(v.get("/").root); strings.Contains(text, "Nothing leaves") || !strings.Contains(text, "The model ear writes down what you speak") {
		t.Errorf("the start page says %q", text)
	}
	v.redirected(v.post("/profile/f1", v.fill("f1", actionSample, nil)), "/profile/f1")
	for _, path := range []string{"/profile/f1", "/case/f1", "/drills/f1", "/record"} {
		text := words(v.get(path).root)
		for _, want := range []string{"The model example-model words", "The model ear receives the sound", "The model mouth receives the officer's lines"} {
			if !strings.Contains(text, want) {
				t.Errorf("%s does not say %q", path, want)
			}
		}
	}
}

func TestErrorPage(t *testing.T) {
	v := visit(t)
	r := v.house.send(t, "GET", "/nowhere", "", v.headers()...)
	s := parsePage(t, "error.html", r.body)
	s.check()
	if r.StatusCode != http.StatusNotFound || !strings.Contains(words(s.root), r.Header.Get("X-Request-Id")) {
		t.Errorf("status %d, page %q: want 404 with the request id", r.StatusCode, words(s.root))
	}
}
