package web

import (
	"net/http"
	"net/http/httptest"
	"net/netip"
	"strings"
	"testing"

	"github.com/labstack/echo/v4"
)

// Cookie sessions need an origin that is ours, letter for letter. Clients with a
// Bearer key may have none.
func TestASVS_4_4_2_Origin(t *testing.T) {
	h := openHouse(t, func(o *Options) { o.Origins = []string{"https://rehearse.example.org"} })
	id, key := h.begin(t, student)
	cookie, bearer := "Cookie: "+cookieName+"="+key, "Authorization: Bearer "+key
	own := strings.TrimPrefix(h.url, "http://")
	for _, test := range []struct {
		name    string
		headers []string
		ok      bool
	}{
		{"cookie, none", []string{cookie}, false},
		{"cookie, null", []string{cookie, "Origin: null"}, false},
		{"cookie, empty", []string{cookie, "Origin: "}, false},
		{"cookie, twice", []string{cookie, "Origin: " + h.url, "Origin: " + h.url}, false},
		{"cookie, ours and theirs", []string{cookie, "Origin: " + h.url, "Origin: https://evil.example"}, false},
		{"cookie, two in one", []string{cookie, "Origin: " + h.url + " https://evil.example"}, false},
		{"cookie, another host", []string{cookie, "Origin: http://evil.example"}, false},
		{"cookie, another scheme", []string{cookie, "Origin: https://" + own}, false},
		{"cookie, another port", []string{cookie, "Origin: http://127.0.0.1:1"}, false},
		{"cookie, no port", []string{cookie, "Origin: http://127.0.0.1"}, false},
		{"cookie, host as prefix", []string{cookie, "Origin: " + h.url + ".evil.example"}, false},
		{"cookie, with a path", []string{cookie, "Origin: " + h.url + "/"}, false},
		{"cookie, listed with a port", []string{cookie, "Origin: https://rehearse.example.org:443"}, false},
		{"cookie, listed without TLS", []string{cookie, "Origin: http://rehearse.example.org"}, false},
		{"cookie, own name rebound", []string{cookie, "Host: evil.example", "Origin: http://evil.example"}, false},
		{"cookie, ours", []string{cookie, "Origin: " + h.url}, true},
		{"cookie, listed", []string{cookie, "Origin: https://rehearse.example.org"}, true},
		{"bearer, none", []string{bearer}, true},
		{"bearer, ours", []string{bearer, "Origin: " + h.url}, true},
		{"bearer, another host", []string{bearer, "Origin: http://evil.example"}, false},
	} {
		conn, res, err := h.tryDial(id, test.headers...)
		switch {
		case test.ok && err != nil:
			t.Errorf("%s: %v %v, want a socket", test.name, err, res)
		case !test.ok && (err == nil || res == nil || res.StatusCode != http.StatusForbidden):
			t.Errorf("%s: %v %v, want 403", test.name, err, res)
		}
		if conn != nil {
			conn.Close()
		}
	}
}

// What another site makes a browser send changes nothing here.
func TestASVS_3_5_1_CrossSite(t *testing.T) {
	h := openHouse(t, func(o *Options) { o.Origins = []string{"https://rehearse.example.org"} })
	_, key := h.begin(t, student)
	cookie := "Cookie: " + cookieName + "=" + key
	for _, test := range []struct {
		name    string
		headers []string
		status  int
	}{
		{"no cookie, no browser", nil, 201},
		{"bearer", []string{"Authorization: Bearer " + key}, 201},
		{"same origin", []string{cookie, "Sec-Fetch-Site: same-origin"}, 201},
		{"our origin", []string{cookie, "Origin: " + h.url}, 201},
		{"listed origin", []string{cookie, "Origin: https://rehearse.example.org", "Sec-Fetch-Site: cross-site"}, 201},
		{"cross-site", []string{cookie, "Sec-Fetch-Site: cross-site"}, 403},
		{"same site", []string{cookie, "Sec-Fetch-Site: same-site"}, 403},
		{"another origin", []string{cookie, "Origin: https://evil.example"}, 403},
		{"another origin, no cookie", []string{"Origin: https://evil.example"}, 403},
		{"null origin", []string{cookie, "Origin: null"}, 403},
		{"cookie and nothing said", []string{cookie}, 403},
	} {
		if r := h.send(t, "POST", "/api/v1/interviews", student, test.headers...); r.StatusCode != test.status {
			t.Errorf("%s: %d %s, want %d", test.name, r.StatusCode, r.body, test.status)
		}
	}
	h.send(t, "POST", "/api/v1/interviews", student, cookie).problem(t, http.StatusForbidden, "origin_refused")
}

func TestReadOrigins(t *testing.T) {
	for _, bad := range []string{"", "example.org", "https://", "https://example.org/", "ftp://example.org", "https://u@example.org", "https://example.org?x"} {
		if _, err := readOrigins([]string{bad}); err == nil {
			t.Errorf("readOrigins(%q) took it", bad)
		}
	}
}

// Only a trusted proxy says who the client is and how it came.
func TestForwarded(t *testing.T) {
	proxies := []netip.Prefix{netip.MustParsePrefix("192.0.2.1/32")}
	for _, test := range []struct {
		name, peer, address, scheme string
		proxies                     []netip.Prefix
	}{
		{"nobody trusted", "127.0.0.1:1", "127.0.0.1", "http", nil},
		{"a proxy", "192.0.2.1:1", "198.51.100.9", "https", proxies},
		{"not that proxy", "192.0.2.2:1", "192.0.2.2", "http", proxies},
		{"loopback is not trusted by itself", "127.0.0.1:1", "127.0.0.1", "http", proxies},
	} {
		e := echo.New()
		e.IPExtractor, e.SchemeExtractor = clientAddress(test.proxies), clientScheme(test.proxies)
		r := httptest.NewRequest("GET", "/", nil)
		r.RemoteAddr = test.peer
		r.Header.Set("X-Forwarded-For", "198.51.100.9")
		r.Header.Set("X-Forwarded-Proto", "https")
		c := e.NewContext(r, nil)
		if c.RealIP() != test.address || c.Scheme() != test.scheme {
			t.Errorf("%s: %s over %s, want %s over %s", test.name, c.RealIP(), c.Scheme(), test.address, test.scheme)
		}
	}
}
