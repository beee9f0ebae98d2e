package web

import (
	"fmt"
	"net"
	"net/http"
	"net/http/httptest"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/gorilla/websocket"

	"github.com/viceconsul/viceconsul/interview"
	"github.com/viceconsul/viceconsul/interview/live"
)

// metric is the value of one line of the metrics; 0 when it is not there.
func (h *house) metric(t testing.TB, line string) float64 {
	t.Helper()
	w := httptest.NewRecorder()
	h.Metrics().ServeHTTP(w, httptest.NewRequest("GET", "/metrics", nil))
	for l := range strings.Lines(w.Body.String()) {
		if name, value, ok := strings.Cut(strings.TrimSpace(l), line+" "); ok && name == "" {
			f, err := strconv.ParseFloat(value, 64)
			if err != nil {
				t.Fatal(err)
			}
			return f
		}
	}
	return 0
}

func TestLimitMessages(t *testing.T) {
	h := openHouse(t, limited(Limits{Messages: 1, Burst: 3}))
	id, key := h.begin(t, student)
	c, _ := h.join(t, id, key)
	for range 2 {
		c.say(`{"type":"?"}`)
		c.complaint("unknown_type")
	}
	c.say(`{"type":"?"}`)
	c.complaint("slow_down")
	c.say(`{"type":"?"}`)
	c.closed(tooFast)
	if got := h.metric(t, `viceconsul_limit_hits_total{limit="messages"}`); got != 2 {
		t.Errorf("messages was met %v times, want 2", got)
	}
}

func TestLimitSockets(t *testing.T) {
	for _, test := range []struct {
		name   string
		limits Limits
		fits   int
	}{
		{"sockets", Limits{Sockets: 2}, 2},
		{"sockets_per_applicant", Limits{}, 3},
		{"sockets_per_address", Limits{SocketsPerAddress: 1}, 1},
	} {
		h := openHouse(t, limited(test.limits))
		_, key := h.begin(t, student)
		bearer := "Authorization: Bearer " + key
		var calls []*caller
		for n := range test.fits + 1 {
			id, _ := h.begin(t, student, bearer)
			if n < test.fits {
				c, _ := h.join(t, id, key)
				calls = append(calls, c)
				continue
			}
			_, res, err := h.tryDial(id, bearer)
			if err == nil || res.StatusCode != http.StatusTooManyRequests || res.Header.Get("Retry-After") == "" {
				t.Errorf("%s: socket %d: %v %v, want 429 with Retry-After", test.name, n+1, res, err)
			}
		}
		if got := h.metric(t, fmt.Sprintf(`viceconsul_limit_hits_total{limit=%q}`, test.name)); got != 1 {
			t.Errorf("%s was met %v times, want 1", test.name, got)
		}
		if got := h.metric(t, "viceconsul_sockets_open"); got != float64(test.fits) {
			t.Errorf("%s: %v sockets open, want %d", test.name, got, test.fits)
		}
		_ = calls[0].conn.WriteControl(websocket.CloseMessage, websocket.FormatCloseMessage(1000, ""), time.Now().Add(patience))
		calls[0].closed(left)
	}
}

func TestLimitCostly(t *testing.T) {
	h := openHouse(t, limited(Limits{Costly: 3}))
	_, key := h.begin(t, student) // an applicant and an interview
	h.begin(t, student, "Authorization: Bearer "+key)
	h.send(t, "POST", "/api/v1/interviews", student, "Authorization: Bearer "+key).problem(t, http.StatusTooManyRequests, "too_many")
	h.send(t, "PUT", "/api/v1/profiles/f1", `{"texts":{}}`).problem(t, http.StatusTooManyRequests, "too_many")
	if r := h.send(t, "PUT", "/api/v1/profiles/f1", `{"texts":{}}`, "Authorization: Bearer "+key); r.StatusCode != http.StatusOK {
		t.Errorf("saving a profile of a known applicant: %d %s, want 200", r.StatusCode, r.body)
	}
	if got := h.metric(t, `viceconsul_limit_hits_total{limit="costly"}`); got != 2 {
		t.Errorf("costly was met %v times, want 2", got)
	}
}

func TestAddresses(t *testing.T) {
	a, now := newAddresses(60), time.Now()
	for n := range addressesKept + 10 {
		if !a.allow(fmt.Sprint(n), now) {
			t.Fatalf("address %d was refused its first request", n)
		}
	}
	if len(a.of) > addressesKept {
		t.Errorf("%d addresses kept, want at most %d", len(a.of), addressesKept)
	}
	for range 60 {
		a.allow("one", now)
	}
	if a.allow("one", now) || !a.allow("one", now.Add(time.Second)) {
		t.Error("61 requests at once: want the last refused, and one more a second later")
	}
}

func TestNetwork(t *testing.T) {
	for _, test := range []struct{ address, want string }{
		{"192.0.2.7", "192.0.2.7"},
		{"::ffff:192.0.2.7", "192.0.2.7"},
		{"2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"},
		{"fe80::1%eth0", "fe80::/64"},
		{"", ""},
	} {
		if got := network(test.address); got != test.want {
			t.Errorf("network(%q) = %q, want %q", test.address, got, test.want)
		}
	}
}

// A client that falls behind is let go; what it missed is in the log.
func TestQueueLimits(t *testing.T) {
	for _, test := range []struct {
		name  string
		tell  live.Message
		times int
	}{
		{"events", live.Message{Delta: &live.Delta{Turn: 1, Text: "a"}}, queueEvents},
		{"bytes", live.Message{Delta: &live.Delta{Turn: 1, Text: strings.Repeat("a", queueBytes/4)}}, 3},
	} {
		h := openHouse(t)
		k := &socket{server: h.Server, welcomed: true, writing: true} // as if a write was stuck
		for range test.times {
			k.Hear(test.tell)
		}
		if k.end != nil {
			t.Errorf("%s: closed after %d events, want room for them", test.name, test.times)
		}
		k.Hear(live.Message{Offset: 1, Event: interview.Graded{}, Sealed: make([]byte, 2*queueBytes)})
		if k.end != nil {
			t.Errorf("%s: the sealed transcript closed the socket; it must not count", test.name)
		}
		k.Hear(test.tell)
		if k.end == nil || *k.end != fellBehind || len(k.queue) != 0 {
			t.Errorf("%s: one more: ending %v with %d queued, want %v and none", test.name, k.end, len(k.queue), fellBehind)
		}
	}
}

// Frames that are due together are taken together, as long as they are small.
func TestTakeTogether(t *testing.T) {
	h := openHouse(t)
	k := &socket{server: h.Server, welcomed: true, writing: true} // as if a write was stuck
	for _, size := range []int{10, together, 20, 30, together - 50, 1} {
		k.put(frame{make([]byte, size), true})
	}
	for _, want := range [][]int{{10}, {together}, {20, 30, together - 50}, {1}, nil} {
		frames, _, _ := k.take()
		var got []int
		for _, f := range frames {
			got = append(got, len(f))
		}
		if !slices.Equal(got, want) {
			t.Errorf("took frames of %v bytes, want %v", got, want)
		}
	}
	if k.events != 0 || k.bytes != 0 {
		t.Errorf("%d events of %d bytes are counted in an empty queue", k.events, k.bytes)
	}
}

// What is gathered goes out in one write, in order; all else goes out at once.
func TestGather(t *testing.T) {
	var written writes
	c := &timedConn{Conn: &written}
	for _, step := range []func() error{
		func() error { _, err := c.Write([]byte("a")); return err },
		func() error { c.gather(); _, err := c.Write([]byte("b")); return err },
		func() error { _, err := c.Write([]byte("c")); return err },
		c.send,
		func() error { _, err := c.Write([]byte("d")); return err },
	} {
		if err := step(); err != nil {
			t.Fatal(err)
		}
	}
	if want := []string{"a", "bc", "d"}; !slices.Equal(written.all, want) {
		t.Errorf("wrote %q, want %q", written.all, want)
	}
}

// writes is a connection that remembers each write.
type writes struct {
	net.Conn
	all []string
}

func (w *writes) Write(p []byte) (int, error) {
	w.all = append(w.all, string(p))
	return len(p), nil
}
