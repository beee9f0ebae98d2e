package web

import (
	"context"
	"net/http"
	"testing"
	"time"
)

// Shutdown lets every client know when to come back, and takes nobody in.
func TestShutdown(t *testing.T) {
	h := openHouse(t, limited(Limits{Hello: patience}))
	id, key := h.begin(t, student)
	c, welcome := h.join(t, id, key)
	turn := openTurn(t, welcome)
	c.answer(turn, "To study data science.")
	c.want("ack")
	c.untilOpen(welcome.Offset + 1)
	waiting := h.dial(t, id, key) // has not said hello

	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	done := make(chan error, 1)
	go func() { done <- h.Shutdown(ctx) }()
	for name, who := range map[string]*caller{"an applicant": c, "one before hello": waiting} {
		bye := who.want("bye")
		if bye.RetryMS < 1000 || bye.RetryMS > 5000 {
			t.Errorf("%s: come back after %d ms, want 1,000 to 5,000", name, bye.RetryMS)
		}
		who.closed(goingAway)
	}
	if err := <-done; err != nil {
		t.Errorf("shutdown: %v", err)
	}
	h.send(t, "GET", "/readyz", "").problem(t, http.StatusServiceUnavailable, "going_away")
	h.send(t, "POST", "/api/v1/interviews", student).problem(t, http.StatusServiceUnavailable, "going_away")
	if r := h.send(t, "GET", "/healthz", ""); r.StatusCode != http.StatusOK {
		t.Errorf("healthz while going away: %d, want 200", r.StatusCode)
	}
	_, res, err := h.tryDial(id, "Authorization: Bearer "+key)
	if err == nil || res.StatusCode != http.StatusServiceUnavailable {
		t.Errorf("a new socket: %v %v, want 503", res, err)
	}
}

// A client that does not answer the close frame cannot hold the server up for
// longer than the lingering.
func TestShutdownOfDeafClients(t *testing.T) {
	h := openHouse(t, limited(Limits{Hello: patience}))
	id, key := h.begin(t, student)
	deaf := h.knock(t, id, key)
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	began := time.Now()
	if err := h.Shutdown(ctx); err != nil {
		t.Errorf("shutdown: %v", err)
	}
	if waited := time.Since(began); waited >= patience {
		t.Errorf("waited %v for a deaf client", waited)
	}
	deaf.Close()
}
