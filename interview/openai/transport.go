package openai

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"mime"
	"net"
	"net/http"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/cenkalti/backoff/v5"
	"github.com/google/uuid"
)

const (
	replyBytes  = 256 << 10              // most that is read of a reply (security limit)
	soundBytes  = 2 << 20                // of sound (our judgement: 45 seconds in plain samples)
	tries       = 3                      // of one request: two retries (security limit)
	firstPause  = 200 * time.Millisecond // before a retry, at most twice that, doubling
	dialing     = 2 * time.Second        // our judgement; names and TLS have as long each
	headerBytes = 64 << 10
	slowAfter   = 2 * time.Second // a reply must bring leastBytes in each stretch this long
	leastBytes  = 24              // less than any one event of a stream
)

var (
	errTooSlow  = errors.New("openai: reply too slow")
	errUnusable = errors.New("openai: reply of another kind than asked for")
)

// newTransport asks no environment for a proxy, and unpacks nothing.
func newTransport(heading time.Duration) *http.Transport {
	return &http.Transport{
		Proxy:                  nil,
		DialContext:            (&net.Dialer{Timeout: dialing}).DialContext,
		TLSHandshakeTimeout:    dialing,
		ResponseHeaderTimeout:  heading,
		MaxResponseHeaderBytes: headerBytes,
		DisableCompression:     true,
		MaxIdleConnsPerHost:    atOnce,
		MaxConnsPerHost:        2 * atOnce,
		IdleConnTimeout:        time.Minute,
	}
}

// guarded takes no reply but what was asked for, and bounds its size and pace.
type guarded struct {
	next   http.RoundTripper
	idling time.Duration
}

func (g guarded) RoundTrip(r *http.Request) (*http.Response, error) {
	ctx, cancel := context.WithCancelCause(r.Context())
	resp, err := g.next.RoundTrip(r.WithContext(ctx))
	if err != nil {
		cancel(nil)
		return nil, err
	}
	tab, _ := r.Context().Value(tabKey{}).(*tab)
	if err := fitting(resp, tab.sound); err != nil {
		cancel(nil)
		resp.Body.Close()
		return nil, err
	}
	if resp.StatusCode >= http.StatusBadRequest { // nobody needs what a stranger says about it
		cancel(nil)
		resp.Body.Close()
		resp.Body = io.NopCloser(strings.NewReader("{}"))
		return resp, nil
	}
	b := &pacedBody{body: resp.Body, copy: tab.copy, left: tab.bytes(), idling: g.idling, cancel: cancel, ctx: ctx, since: time.Now()}
	b.idle = time.AfterFunc(g.idling, func() { cancel(errTooSlow) })
	resp.Body = b
	return resp, nil
}

// fitting refuses redirects, packed replies and other types than the protocol's. Sound
// comes under many names, and is looked into.
func fitting(resp *http.Response, sound bool) error {
	if resp.StatusCode >= http.StatusBadRequest {
		return nil
	}
	kind, _, _ := mime.ParseMediaType(resp.Header.Get("Content-Type"))
	packed := resp.Header.Get("Content-Encoding")
	fits := kind == "application/json" || kind == "text/event-stream"
	if sound {
		fits = strings.HasPrefix(kind, "audio/") || kind == "application/octet-stream"
	}
	if resp.StatusCode != http.StatusOK || !fits || packed != "" && packed != "identity" {
		return fmt.Errorf("%w: status %d", errUnusable, resp.StatusCode)
	}
	return nil
}

// pacedBody ends a reply that is too long, silent or slow.
type pacedBody struct {
	body   io.ReadCloser
	copy   *bytes.Buffer // gets what is read, too; nil for nobody
	ctx    context.Context
	cancel context.CancelCauseFunc
	idle   *time.Timer
	idling time.Duration
	left   int       // bytes that may still come
	since  time.Time // the present stretch began
	came   int       // bytes in it
	once   sync.Once
}

func (b *pacedBody) Read(p []byte) (int, error) {
	if b.left <= 0 {
		return 0, fmt.Errorf("%w: too long", errUnusable)
	}
	n, err := b.body.Read(p[:min(len(p), b.left)])
	if cause := context.Cause(b.ctx); cause != nil && err != nil {
		err = cause
	}
	if b.copy != nil {
		b.copy.Write(p[:n])
	}
	b.left -= n
	b.came += n
	if n > 0 {
		b.idle.Reset(b.idling)
	}
	if long := time.Since(b.since); long >= slowAfter {
		if b.came < leastBytes && err == nil {
			err = errTooSlow
		}
		b.since, b.came = time.Now(), 0
	}
	return n, err
}

// Close lets the connection go; a reply not read to its end costs it.
func (b *pacedBody) Close() error {
	b.once.Do(func() {
		b.idle.Stop()
		b.cancel(nil)
	})
	return b.body.Close()
}

// retrying sends a request again where that may help and there is time: after 408,
// 409, 429, 5xx and lost connections. It pauses with jitter, or as long as the
// endpoint asks. Each try is a call of its own in the ledger.
type retrying struct {
	next   http.RoundTripper
	ledger *Ledger
}

func (t retrying) RoundTrip(r *http.Request) (*http.Response, error) {
	ctx := r.Context()
	left := callTimeout
	if end, ok := ctx.Deadline(); ok {
		left = max(time.Until(end), 1)
	}
	pauses := backoff.NewExponentialBackOff()
	pauses.InitialInterval, pauses.RandomizationFactor, pauses.Multiplier = firstPause, 1, 2 // from nothing to twice the interval
	resp, err := backoff.Retry(ctx, func() (*http.Response, error) { return t.try(r) },
		backoff.WithBackOff(pauses), backoff.WithMaxTries(tries), backoff.WithMaxElapsedTime(left))
	var failed *statusError
	if errors.As(err, &failed) {
		return failed.resp, nil
	}
	return resp, err
}

// statusError is a reply that may be another the next time.
type statusError struct{ resp *http.Response }

func (e *statusError) Error() string { return "status " + strconv.Itoa(e.resp.StatusCode) }

// try sends a request once. What need not be tried again is a backoff.Permanent.
func (t retrying) try(r *http.Request) (*http.Response, error) {
	tab, _ := r.Context().Value(tabKey{}).(*tab)
	hold, err := t.ledger.reserve(r.Context(), tab.on, tab.most(r.ContentLength))
	if err != nil {
		return nil, backoff.Permanent(err)
	}
	resp, err := t.next.RoundTrip(again(r, hold.id))
	switch {
	case err != nil:
		hold.close(r.Context(), unsent(err))
		if r.Context().Err() != nil || errors.Is(err, errUnusable) {
			return nil, backoff.Permanent(err)
		}
		return nil, err
	case resp.StatusCode < http.StatusBadRequest:
		hold.sound = tab.heard
		tab.hold = hold
		return resp, nil
	}
	hold.close(r.Context(), &Usage{})
	failed := &statusError{resp}
	if !passing(resp.StatusCode) {
		return nil, backoff.Permanent(failed)
	}
	if pause, ok := retryAfter(resp.Header.Get("Retry-After")); ok {
		return nil, errors.Join(&backoff.RetryAfterError{Duration: pause}, failed)
	}
	return nil, failed
}

// again is a copy of the request with its body from the start.
func again(r *http.Request, id uuid.UUID) *http.Request {
	c := r.Clone(r.Context())
	c.Header.Set("X-Client-Request-Id", id.String())
	if r.GetBody != nil {
		c.Body, _ = r.GetBody() // of bytes in memory
	}
	return c
}

// unsent is no use at all when the endpoint was not reached; nil for what is not known.
func unsent(err error) *Usage {
	var op *net.OpError
	if errors.As(err, &op) && op.Op == "dial" {
		return &Usage{}
	}
	return nil
}

// passing holds for statuses that may be others the next time.
func passing(status int) bool {
	switch status {
	case http.StatusRequestTimeout, http.StatusConflict, http.StatusTooManyRequests:
		return true
	}
	return status >= http.StatusInternalServerError
}

// retryAfter reads the header's seconds or date; waits too long for the call end the
// tries, whatever they are. A day stands for longer ones, whose sum would be too great
// for a duration.
func retryAfter(header string) (time.Duration, bool) {
	const day = 24 * time.Hour
	if seconds, err := strconv.ParseUint(header, 10, 31); err == nil {
		return min(time.Duration(seconds)*time.Second, day), true
	}
	if at, err := http.ParseTime(header); err == nil {
		return max(0, min(time.Until(at), day)), true
	}
	return 0, false
}
