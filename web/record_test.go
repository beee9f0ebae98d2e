package web

import (
	"bytes"
	"encoding/json"
	"mime/multipart"
	"net/http"
	"net/url"
	"strings"
	"testing"
)

// upload sends a file as a form does.
func (v *visitor) upload(path string, body []byte) reply {
	v.t.Helper()
	var form bytes.Buffer
	w := multipart.NewWriter(&form)
	part, err := w.CreateFormFile("file", "record.json")
	if err != nil {
		v.t.Fatal(err)
	}
	_, _ = part.Write(body)
	_ = w.Close()
	return v.house.send(v.t, "POST", path, form.String(), v.headers("Content-Type: "+w.FormDataContentType())...)
}

// furnished is a visitor with an interview, a profile, pages and a drill of their own.
func furnished(t *testing.T) (v *visitor, id string) {
	v = visit(t)
	facts := map[string]string{"f1.school": "University of Toledo", "finance.sponsors": "father, civil engineer", "f1.cost_year1": "total USD 47,000"}
	v.redirected(v.post("/profile/f1", v.fill("f1", "", facts)), "/profile/f1")
	id = v.attended("f1", "My uncle in New Jersey pays everything.")
	v.redirected(v.post("/interviews/"+id+"/turns/1/correction", url.Values{"door": {"said_wrong"}, "text": {"My father pays. He is a civil engineer."}}), "/interviews/"+id+"/transcript")
	v.redirected(v.post("/story/f1", url.Values{"why": {"To study data science."}}), "/story/f1")
	v.redirected(v.post("/refusal/f1", url.Values{"line": {"I am not able to approve it."}}), "/refusal/f1")
	v.redirected(v.post("/case/f1", url.Values{"passport": {"have"}}), "/case/f1")
	v.post("/drills/f1/numbers", url.Values{"n": {"1"}, "answer": {"Forty-seven thousand dollars."}})
	return v, id
}

// What is taken along and brought back into an empty server shows the same pages.
func TestRecordGivesTheSamePages(t *testing.T) {
	v, id := furnished(t)
	took := v.house.send(t, "GET", recordPath, "", v.headers()...)
	if took.StatusCode != http.StatusOK || !strings.Contains(took.Header.Get("Content-Disposition"), "viceconsul-record.json") {
		t.Fatalf("take along: %d %v", took.StatusCode, took.Header)
	}
	empty := visit(t)
	_, empty.key = empty.house.begin(t, student)
	if text := words(parsePage(t, "record.html", empty.upload(recordPage, took.body).body).root); !strings.Contains(text, "Brought back:") {
		t.Errorf("the page says %q", text)
	}
	for _, path := range []string{"/interviews/" + id + "/transcript", "/profile/f1", "/story/f1", "/refusal/f1", "/case/f1", "/drills/f1", "/progress?visa=f1"} {
		want, got := words(v.get(path).root), words(empty.get(path).root)
		if want != got {
			t.Errorf("%s differs:\n%s\n%s", path, want, got)
		}
	}
	again := empty.upload(recordPage, took.body)
	if text := words(parsePage(t, "record.html", again.body).root); !strings.Contains(text, "were here already") {
		t.Errorf("a second time the page says %q", text)
	}
}

// Everything goes at once, the key too, after one question.
func TestRecordErased(t *testing.T) {
	v, id := furnished(t)
	if r := v.post(recordPage+"/erase", nil); r.StatusCode != http.StatusOK || !strings.Contains(string(r.body), "Erase everything?") {
		t.Errorf("erasing does not ask: %d", r.StatusCode)
	}
	r := v.post(recordPage+"/erase", url.Values{"confirm": {"yes"}})
	v.redirected(r, "/")
	if cookie := r.Cookies(); len(cookie) != 1 || cookie[0].MaxAge >= 0 {
		t.Errorf("the browser keeps its key: %v", cookie)
	}
	if r := v.house.send(t, "GET", "/interviews/"+id+"/transcript", "", v.headers()...); r.StatusCode != http.StatusUnauthorized {
		t.Errorf("the transcript after it was erased: %d", r.StatusCode)
	}
}

// A record that is not ours is refused whole; one with bad parts names them and the rest
// is stored.
func TestRecordRefuses(t *testing.T) {
	h := openHouse(t)
	_, key := h.begin(t, student)
	bearer := "Authorization: Bearer " + key
	for _, body := range []string{"{", "[]", `{"format":"other"}`, `{"format":"viceconsul.record.1","profiles":{"F1":{"a":1}}}`, `{"format":"viceconsul.record.1","grade":100}`} {
		h.send(t, "POST", recordPath, body, bearer).problem(t, http.StatusBadRequest, "invalid")
	}
	r := h.send(t, "POST", recordPath, `{"format":"viceconsul.record.1","made":"2027-01-01T00:00:00Z",
		"profiles":{"K1":{"a":"b"},"F1":{"f1.school":"University of Toledo"}},
		"pages":[{"category":"F1","name":"diary","texts":{}},{"category":"F1","name":"story","texts":{"why":"To study."}},{"category":"F1","name":"refusal","texts":{"line":"`+strings.Repeat("x", ownLimit+1)+`"}}],
		"drills":{"F1":{"numbers":{"best":900,"last":1,"done":"2027-01-01"},"topic":{"best":90,"last":80,"done":"2027-01-01"}}},
		"interviews":[{"events":[]},{"events":[{"name":"graded","body":"{}"}]}]}`, bearer)
	var done broughtBack
	if err := json.Unmarshal(r.body, &done); err != nil || r.StatusCode != http.StatusOK {
		t.Fatalf("%d %s %v", r.StatusCode, r.body, err)
	}
	var refused []string
	for _, f := range done.Refused {
		refused = append(refused, f.Path)
	}
	if got := strings.Join(refused, " "); got != "profiles.K1 pages[0] pages[2] drills.F1.numbers interviews[0] interviews[1]" || done.Profiles != 1 || done.Pages != 1 || done.Interviews != 0 {
		t.Errorf("brought back %+v, refused %s", done, got)
	}
	v := visit(t)
	_, v.key = v.house.begin(t, student)
	if r := v.upload(recordPage, []byte("holiday.jpg")); r.StatusCode != http.StatusUnprocessableEntity || !strings.Contains(string(r.body), "This file cannot be read.") {
		t.Errorf("a picture: %d", r.StatusCode)
	}
}

// Another's interview is not taken over by its ID.
func TestRecordTakesOverNothing(t *testing.T) {
	v, id := furnished(t)
	took := v.house.send(t, "GET", recordPath, "", v.headers()...)
	_, key := v.house.begin(t, student)
	stranger := &visitor{t: t, house: v.house, key: key}
	stranger.upload(recordPage, took.body)
	if r := v.house.send(t, "GET", "/interviews/"+id+"/transcript", "", stranger.headers()...); r.StatusCode != http.StatusNotFound {
		t.Errorf("a stranger reads the interview: %d", r.StatusCode)
	}
	v.get("/interviews/" + id + "/transcript")
}
