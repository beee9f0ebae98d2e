package web

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/labstack/echo/v4"

	"github.com/viceconsul/viceconsul/interview/store"
)

// always are the headers every response has.
var always = map[string]string{
	"Content-Security-Policy":      policy,
	"Permissions-Policy":           "microphone=(self)",
	"X-Content-Type-Options":       "nosniff",
	"Referrer-Policy":              "no-referrer",
	"Cross-Origin-Opener-Policy":   "same-origin",
	"Cross-Origin-Resource-Policy": "same-origin",
}

func checkHeaders(t *testing.T, what string, got http.Header) {
	t.Helper()
	for name, want := range always {
		if values := got.Values(name); len(values) != 1 || values[0] != want {
			t.Errorf("%s: %s is %q, want %q", what, name, values, want)
		}
	}
	if got.Get("X-Request-Id") == "" {
		t.Errorf("%s: no request id", what)
	}
}

func TestASVS_3_4_Headers(t *testing.T) {
	h := openHouse(t)
	id, key := h.begin(t, student)
	bearer := "Authorization: Bearer " + key
	for _, test := range []struct {
		method, path, body string
		status             int
		headers            []string
	}{
		{"GET", "/", "", 200, nil},
		{"GET", "/healthz", "", 200, nil},
		{"GET", "/readyz", "", 200, nil},
		{"GET", "/openapi.json", "", 200, nil},
		{"GET", "/asyncapi.json", "", 200, nil},
		{"GET", "/api/v1/questions?limit=1", "", 200, nil},
		{"GET", "/api/v1/interviews/" + id, "", 200, []string{bearer}},
		{"POST", "/api/v1/interviews", student, 201, []string{bearer}},
		{"POST", "/api/v1/interviews", "{", 400, nil},
		{"GET", "/api/v1/interviews/" + id, "", 401, nil},
		{"POST", "/api/v1/interviews", student, 403, []string{"Origin: https://evil.example"}},
		{"GET", "/nothing", "", 404, nil},
		{"GET", "/nothing", "", 404, []string{"Accept: text/html"}},
		{"GET", "/static/x/../../secret", "", 404, nil},
		{"PATCH", "/api/v1/interviews", "", 405, nil},
		{"POST", "/api/v1/interviews", `{"a":"` + strings.Repeat("x", bodyLimit) + `"}`, 413, nil},
		{"POST", "/api/v1/interviews", "a=b", 415, []string{"Content-Type: application/x-www-form-urlencoded"}},
		{"GET", socketOf(id), "", 400, []string{bearer}},
		{"GET", socketOf(id), "", 401, nil},
	} {
		r := h.send(t, test.method, test.path, test.body, test.headers...)
		what := test.method + " " + test.path
		if r.StatusCode != test.status {
			t.Errorf("%s: %d %s, want %d", what, r.StatusCode, r.body, test.status)
		}
		checkHeaders(t, what, r.Header)
		if hsts := r.Header.Get("Strict-Transport-Security"); hsts != "" {
			t.Errorf("%s: HSTS over plain http: %q", what, hsts)
		}
		if strings.HasPrefix(test.path, "/api/") && r.Header.Get("Cache-Control") != "no-store" {
			t.Errorf("%s: Cache-Control %q, want no-store", what, r.Header.Get("Cache-Control"))
		}
	}
	_, res, err := h.tryDial(id, bearer)
	if err != nil {
		t.Fatal(err)
	}
	checkHeaders(t, "the upgrade", res.Header)
	if got := res.Header.Get("Sec-WebSocket-Extensions"); got != "" {
		t.Errorf("the upgrade agreed to %q, want no compression", got)
	}
}

func TestHSTSOverTLS(t *testing.T) {
	h := openHouse(t)
	server := httptest.NewTLSServer(h)
	defer server.Close()
	res, err := server.Client().Get(server.URL + "/healthz")
	if err != nil {
		t.Fatal(err)
	}
	res.Body.Close()
	if got := res.Header.Get("Strict-Transport-Security"); got != "max-age=31536000; includeSubDomains" {
		t.Errorf("Strict-Transport-Security %q over TLS", got)
	}
}

// A refused upgrade says why, in our own words.
func TestHandshakes(t *testing.T) {
	h := openHouse(t)
	id, key := h.begin(t, student)
	upgrade := []string{"Authorization: Bearer " + key, "Connection: Upgrade", "Upgrade: websocket"}
	for name, headers := range map[string][]string{
		"no upgrade":            {"Authorization: Bearer " + key},
		"no subprotocol":        append(upgrade, "Sec-WebSocket-Version: 13", "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=="),
		"another subprotocol":   append(upgrade, "Sec-WebSocket-Version: 13", "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==", "Sec-WebSocket-Protocol: chat"),
		"another version":       append(upgrade, "Sec-WebSocket-Version: 8", "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==", "Sec-WebSocket-Protocol: viceconsul.v1"),
		"a key of wrong length": append(upgrade, "Sec-WebSocket-Version: 13", "Sec-WebSocket-Key: c2hvcnQ=", "Sec-WebSocket-Protocol: viceconsul.v1"),
	} {
		t.Run(name, func(t *testing.T) {
			h.send(t, "GET", socketOf(id), "", headers...).problem(t, http.StatusBadRequest, "handshake")
		})
	}
	if got := h.sockets.count(); got != 0 {
		t.Errorf("%d sockets counted after refused handshakes, want 0", got)
	}
}

// silent is a store whose database does not answer.
type silent struct{ store.Store }

var errSecret = errors.New("dial tcp 10.0.0.5:5432: password authentication failed for user consul")

func (silent) Ping(context.Context) error { return errSecret }
func (silent) ApplicantByKey(context.Context, [32]byte) (store.Applicant, error) {
	return store.Applicant{}, errSecret
}

// An error tells its code and where to find it in the log, and nothing of the
// inside; the log has the rest.
func TestASVS_16_5_1_Errors(t *testing.T) {
	h := openHouse(t, func(o *Options) { o.Store = silent{o.Store} })
	h.handler.GET("/panics", func(echo.Context) error { panic("my father earns 47,000") })
	key := strings.Repeat("A", 43)
	for _, test := range []struct {
		path, code string
		status     int
	}{
		{"/readyz", "no_database", 503},
		{"/api/v1/interviews/0198f1a0-7c5e-7b52-9d6c-2f1d3a4b5c6d", "internal", 500},
		{"/panics", "internal", 500},
	} {
		r := h.send(t, "GET", test.path, "", "Authorization: Bearer "+key)
		p := r.problem(t, test.status, test.code)
		for _, secret := range []string{"consul", "10.0.0.5", "47,000", ".go", key} {
			if strings.Contains(string(r.body), secret) {
				t.Errorf("%s: the body %s tells %q", test.path, r.body, secret)
			}
		}
		if test.code == "internal" && !strings.Contains(h.log.String(), p.RequestID) {
			t.Errorf("%s: request %s is not in the log", test.path, p.RequestID)
		}
		checkHeaders(t, test.path, r.Header)
	}
	if strings.Contains(h.log.String(), "47,000") || strings.Contains(h.log.String(), key) {
		t.Errorf("the log holds what was panicked with, or a key:\n%s", h.log)
	}
	page := h.send(t, "GET", "/nothing", "", "Accept: text/html")
	if page.StatusCode != 404 || !strings.Contains(page.Header.Get("Content-Type"), "text/html") || !strings.Contains(string(page.body), page.Header.Get("X-Request-Id")) {
		t.Errorf("a person gets %d %s, want a page with the request id", page.StatusCode, page.Header.Get("Content-Type"))
	}
}

// A client that has gone raises no alarm, a disk that fails does.
func TestErrorsOfClientsThatHaveGone(t *testing.T) {
	h := openHouse(t)
	for path, err := range map[string]error{"/disk": errDisk, "/gone": context.Canceled} {
		h.handler.GET(path, func(echo.Context) error { return fmt.Errorf("save page story: %w", err) })
		h.send(t, "GET", path, "").problem(t, 500, "internal")
	}
	if log := h.log.String(); strings.Count(log, "level=ERROR") != 1 || strings.Count(log, "level=INFO") != 1 {
		t.Errorf("want one alarm and one note, got\n%s", log)
	}
}

func TestHTTPServerLimits(t *testing.T) {
	s := HTTPServer(http.NotFoundHandler())
	if s.ReadHeaderTimeout.Seconds() != 5 || s.ReadTimeout.Seconds() != 15 || s.IdleTimeout.Seconds() != 60 || s.MaxHeaderBytes != 16<<10 {
		t.Errorf("limits %v %v %v %d", s.ReadHeaderTimeout, s.ReadTimeout, s.IdleTimeout, s.MaxHeaderBytes)
	}
}

// On plain http from another machine pages explain themselves; programs go on.
func TestPagesNeedTLS(t *testing.T) {
	h := openHouse(t)
	for host, status := range map[string]int{"127.0.0.1:80": 200, "localhost": 200, "[::1]:8080": 200, "192.0.2.4:8080": 403, "localhost.example.org": 403} {
		if r := h.send(t, "GET", "/", "", "Host: "+host, "Accept: text/html"); r.StatusCode != status {
			t.Errorf("start page as %s: %d, want %d", host, r.StatusCode, status)
		}
		if r := h.send(t, "GET", "/healthz", "", "Host: "+host); r.StatusCode != 200 {
			t.Errorf("healthz as %s: %d, want 200", host, r.StatusCode)
		}
	}
}

func TestHead(t *testing.T) {
	h := openHouse(t)
	for path, status := range map[string]int{"/": 200, "/healthz": 200, "/nothing": 404, "/api/v1/interviews/x": 401} {
		if r := h.send(t, "HEAD", path, ""); r.StatusCode != status || len(r.body) != 0 {
			t.Errorf("HEAD %s: %d with %d bytes, want %d without", path, r.StatusCode, len(r.body), status)
		}
	}
}

// Pages come compressed where a browser takes that, and say the same; what programs ask
// for, and what is compressed already, comes as it is.
func TestPagesAreCompressed(t *testing.T) {
	h := openHouse(t)
	plain := h.send(t, "GET", "/", "", "Accept-Encoding: identity")
	for path, want := range map[string]string{"/": "gzip", "/case/f1": "gzip", "/openapi.json": "gzip", "/api/v1/questions?limit=1": "", "/nothing": ""} {
		r := h.send(t, "GET", path, "", "Accept-Encoding: gzip")
		if got := r.Header.Get("Content-Encoding"); got != want {
			t.Errorf("%s: encoding %q, want %q", path, got, want)
		}
		if path != "/" {
			continue
		}
		z, err := gzip.NewReader(bytes.NewReader(r.body))
		if err != nil {
			t.Fatal(err)
		}
		if got, err := io.ReadAll(z); err != nil || !bytes.Equal(got, plain.body) || len(r.body) > len(plain.body)/2 {
			t.Errorf("the start page is %d bytes compressed and %d plain (%v), want the same page in half", len(r.body), len(plain.body), err)
		}
	}
}
