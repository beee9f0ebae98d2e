package web

import (
	"crypto/rand"
	"encoding/base64"
	"net/http"
	"sort"
	"strings"
	"testing"

	"github.com/labstack/echo/v4"
)

// A right is who may use a route: anyone, or the owner of the interview only.
type right struct {
	route string
	owner bool
}

// rights has a row for every route. A route without one fails the test.
var rights = []right{
	{"DELETE /api/v1/interviews/:id", true},
	{"GET /", false},
	{"GET /api/v1/interviews/:id", true},
	{"GET /api/v1/interviews/:id/lines/:turn/speech", true},
	{"GET /api/v1/interviews/:id/socket", true},
	{"GET /api/v1/interviews/:id/transcript", true},
	{"GET /api/v1/interviews/:id/transcript.html", true},
	{"GET /api/v1/interviews/:id/transcript.json", true},
	{"GET /api/v1/interviews/:id/transcript.md", true},
	{"GET /api/v1/interviews/:id/transcript.pdf", true},
	{"GET /api/v1/profile-schema", false},
	{"GET /api/v1/questions", false},
	{"GET /asyncapi.json", false},
	{"GET /case", false},
	{"GET /case/:category", false},
	{"GET /healthz", false},
	{"GET /interviews/:id", true},
	{"GET /interviews/:id/transcript", true},
	{"GET /manifest.webmanifest", false},
	{"GET /offline", false},
	{"GET /openapi.json", false},
	{"GET /worker.js", false},
	{"GET /refusal/:category", false},
	{"GET /progress", false},
	{"GET /record", false},
	{"POST /record", false},
	{"POST /record/erase", false},
	{"GET /api/v1/record", false},
	{"POST /api/v1/record", false},
	{"DELETE /api/v1/record", false},
	{"GET /compare", false},
	{"GET /drills/:category", false},
	{"GET /drills/:category/:drill", false},
	{"POST /drills/:category/:drill", false},
	{"GET /story/:category", false},
	{"POST /case/:category", false},
	{"POST /refusal/:category", false},
	{"POST /story/:category", false},
	{"PUT /api/v1/pages/:category/:page", false},
	{"GET /profile/:category", false},
	{"GET /readyz", false},
	{"GET /static/:hash/*", false},
	{"GET /try", false},
	{"GET /status", false},
	{"POST /api/v1/grade", false},
	{"POST /api/v1/interviews", false},
	{"POST /display", false},
	{"POST /api/v1/interviews/:id/regrade", true},
	{"POST /api/v1/interviews/:id/turns/:turn/correction", true},
	{"POST /interviews/:id/profile", true},
	{"POST /interviews/:id/turns/:turn/correction", true},
	{"POST /interviews/:id/delete", true},
	{"POST /interviews/:id/regrade", true},
	{"POST /profile/:category", false},
	{"POST /try", false},
	{"PUT /api/v1/profiles/:category", false},
}

func routesOf(e *echo.Echo) []string {
	var all []string
	for _, r := range e.Routes() {
		all = append(all, r.Method+" "+r.Path)
	}
	sort.Strings(all)
	return all
}

// Every route that names an interview answers its owner alone; to everybody else
// it is as if there was nothing, sealed or not.
func TestASVS_8_2_2_Rights(t *testing.T) {
	h := openHouse(t)
	listed := map[string]bool{}
	for _, r := range rights {
		listed[r.route] = r.owner
	}
	for _, route := range routesOf(h.handler) {
		if _, ok := listed[route]; !ok {
			t.Errorf("route %s has no row in rights", route)
		}
	}
	_, foreign := h.begin(t, student)
	open, key := h.begin(t, student)
	sealed, _ := h.begin(t, student, "Authorization: Bearer "+key)
	c, _ := h.join(t, sealed, key)
	c.say(`{"type":"end"}`)
	for c.next().Type != "graded" {
	}
	random := make([]byte, 32)
	_, _ = rand.Read(random)
	for _, actor := range []struct {
		name, header, code string
		status             int
	}{
		{"nobody", "X-Nothing: 1", "unauthorized", http.StatusUnauthorized},
		{"an unknown key", "Authorization: Bearer " + base64.RawURLEncoding.EncodeToString(random), "unauthorized", http.StatusUnauthorized},
		{"no key at all", "Authorization: Bearer x", "unauthorized", http.StatusUnauthorized},
		{"another applicant", "Authorization: Bearer " + foreign, "not_found", http.StatusNotFound},
	} {
		for _, id := range []string{open, sealed} {
			for _, r := range rights {
				if !r.owner {
					continue
				}
				method, path, _ := strings.Cut(r.route, " ")
				path = strings.Replace(path, ":id", id, 1)
				t.Run(actor.name+" "+r.route, func(t *testing.T) {
					h.send(t, method, path, "", actor.header).problem(t, actor.status, actor.code)
				})
			}
		}
	}
	for _, id := range []string{open, sealed} { // nothing of all that changed anything
		if r := h.send(t, "GET", "/api/v1/interviews/"+id, "", "Authorization: Bearer "+key); r.StatusCode != http.StatusOK {
			t.Errorf("the owner's own: %d %s", r.StatusCode, r.body)
		}
	}
}

func TestASVS_8_2_2_OddIDs(t *testing.T) {
	h := openHouse(t)
	_, key := h.begin(t, student)
	for _, id := range []string{"1", "..", "%2e%2e", "%00", strings.Repeat("a", 36), "{" + strings.Repeat("0", 36) + "}", "' or 1=1 --"} {
		path := "/api/v1/interviews/" + strings.ReplaceAll(id, " ", "%20")
		if r := h.send(t, "GET", path, "", "Authorization: Bearer "+key); r.StatusCode != http.StatusNotFound {
			t.Errorf("GET %s: %d, want 404", path, r.StatusCode)
		}
	}
}

// A browser's key is out of reach for scripts and other sites; a program's is told
// once.
func TestASVS_3_3_1_Cookie(t *testing.T) {
	h := openHouse(t)
	r := h.send(t, "POST", "/api/v1/interviews", student, "Sec-Fetch-Site: same-origin")
	if strings.Contains(string(r.body), "token") {
		t.Errorf("a browser was told its token: %s", r.body)
	}
	cookies := r.Cookies()
	if len(cookies) != 1 {
		t.Fatalf("cookies %v, want one", cookies)
	}
	c := cookies[0]
	if c.Name != "__Host-viceconsul" || !c.Secure || !c.HttpOnly || c.SameSite != http.SameSiteStrictMode || c.Path != "/" || c.Domain != "" {
		t.Errorf("cookie %v lacks what keeps it safe", c)
	}
	again := h.send(t, "POST", "/api/v1/interviews", student, "Sec-Fetch-Site: same-origin", "Cookie: "+c.Name+"="+c.Value)
	if again.StatusCode != http.StatusCreated || len(again.Cookies()) != 0 {
		t.Errorf("a known browser: %d with cookies %v, want 201 without", again.StatusCode, again.Cookies())
	}
	id, key := h.begin(t, student)
	if r := h.send(t, "POST", "/api/v1/interviews", student, "Authorization: Bearer "+key); strings.Contains(string(r.body), "token") || r.StatusCode != 201 {
		t.Errorf("a known program: %d %s, want 201 without a token", r.StatusCode, r.body)
	}
	if r := h.send(t, "GET", "/api/v1/interviews/"+id+"?token="+key, ""); r.StatusCode != http.StatusUnauthorized {
		t.Errorf("a key in the address: %d, want 401", r.StatusCode)
	}
	h.send(t, "POST", "/api/v1/interviews", student, "Authorization: Bearer "+strings.Repeat("A", 43)).problem(t, 401, "unauthorized")
}
