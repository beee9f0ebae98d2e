// Package openai is everything said to or heard from an endpoint that speaks the
// OpenAI protocol: the wording of the officer's lines, what a model hears in a graded
// interview, the embeddings of bank questions, spoken answers written down and lines
// spoken.
//
// To word a line it sends the bank's line and what the applicant answered last; to have
// an interview heard, its lines and answers, what can be compared of the profile, and
// what the rules found. Identifiers and the profile's names and addresses are replaced
// before. What it hears is a stranger's input: bounded in time and size, checked, and
// dropped when it fails.
package openai

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"slices"
	"time"

	goopenai "github.com/sashabaranov/go-openai"
	"github.com/sony/gobreaker/v2"
)

const (
	callTimeout       = 8 * time.Second  // for one call with its retries; published with the protocol's limits
	transcribeTimeout = 18 * time.Second // for a spoken answer: three minutes take long to send and to write down (our judgement, within a turn's 20)
	atOnce            = 16               // calls under way (our judgement: a local endpoint works through fewer)
	queueing          = time.Second      // for a place among them
	failures          = 5                // in a row stop the calls (our judgement)
	coolDown          = 30 * time.Second // until one is tried again (our judgement)
)

// A Config names an endpoint. BaseURL may be empty for OpenAI's own.
type Config struct {
	Key                string
	BaseURL            string // "http://127.0.0.1:11434/v1"
	Model              string // words the officer's lines; "" for none
	EmbeddingModel     string // embeds bank questions; "" for none
	Dimensions         int    // of the embeddings; 0 leaves them to the model
	TranscriptionModel string // writes spoken answers down; "" for none
	SpeechModel        string // speaks the officer's lines; "" for none
	Voice              string // of the speech
	// PlainHTTP names the hosts that http will do for, beside this machine.
	PlainHTTP []string
	Ledger    *Ledger       // counts and caps what is spent; nil for one of its own, with the default caps
	Failures  int           // in a row that stop the calls for a while; 0 for 5
	CoolDown  time.Duration // that they are stopped for; 0 for 30 s
}

var (
	// ErrRefused says that a reply came and could not be used.
	ErrRefused = errors.New("openai: reply refused")
	// ErrResting says that nothing was sent: the endpoint failed too often just now.
	ErrResting = errors.New("openai: endpoint failed too often; resting")
	// ErrBusy says that nothing was sent: too many calls are under way.
	ErrBusy = errors.New("openai: too many calls at once")
)

// A patience is how long is waited for one reply. Somebody at the window waits for a
// line; nobody waits for what is heard afterwards.
type patience struct {
	whole   time.Duration // for the call with its retries
	heading time.Duration // to the end of the reply's headers: some endpoints send none before the first token
	idling  time.Duration // between two bytes of the reply
}

// The waits beside that of a call are our judgement: the bank's line is better than
// waiting longer.
var (
	atTheWindow = patience{callTimeout, 6 * time.Second, 3 * time.Second}
	writingDown = patience{transcribeTimeout, 16 * time.Second, 3 * time.Second}
	afterwards  = patience{time.Minute, 30 * time.Second, 10 * time.Second}
)

// An endpoint is one that calls go to.
type endpoint struct {
	client   *goopenai.Client
	patience patience
	ledger   *Ledger
	places   chan struct{}
	breaker  *gobreaker.CircuitBreaker[struct{}]
}

// newEndpoint makes the only way to an endpoint, for calls that are waited for like this;
// nothing is sent yet.
func newEndpoint(c Config, p patience) (*endpoint, error) {
	conf := goopenai.DefaultConfig(c.Key)
	if c.BaseURL != "" {
		if err := c.checkURL(); err != nil {
			return nil, err
		}
		conf.BaseURL = c.BaseURL
	}
	e := &endpoint{patience: p, ledger: c.Ledger, places: make(chan struct{}, atOnce)}
	if e.ledger == nil {
		e.ledger = NewLedger(Caps{})
	}
	if c.Failures == 0 {
		c.Failures = failures
	}
	if c.CoolDown == 0 {
		c.CoolDown = coolDown
	}
	e.breaker = gobreaker.NewCircuitBreaker[struct{}](gobreaker.Settings{
		Timeout:      c.CoolDown,
		ReadyToTrip:  func(n gobreaker.Counts) bool { return int(n.ConsecutiveFailures) >= c.Failures },
		IsSuccessful: func(err error) bool { return err == nil || errors.Is(err, ErrRefused) },
		IsExcluded: func(err error) bool {
			return errors.Is(err, context.Canceled) || errors.Is(err, ErrSpent) || errors.Is(err, errUnbooked) || errors.Is(err, ErrBusy)
		},
	})
	conf.EmptyMessagesLimit = 10_000 // keep-alive lines of a slow endpoint; the deadline bounds them
	conf.HTTPClient = &http.Client{
		Transport:     retrying{guarded{newTransport(p.heading), p.idling}, e.ledger},
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}
	e.client = goopenai.NewClientWithConfig(conf)
	return e, nil
}

// checkURL holds the base URL to https, or to http where that was allowed by name.
func (c Config) checkURL() error {
	u, err := url.Parse(c.BaseURL)
	if err != nil || u.Host == "" || u.User != nil || u.Scheme != "http" && u.Scheme != "https" {
		return errors.New("openai: base URL must look like https://host/v1")
	}
	ip, _ := netip.ParseAddr(u.Hostname())
	if u.Scheme == "http" && u.Hostname() != "localhost" && !ip.IsLoopback() && !slices.Contains(c.PlainHTTP, u.Hostname()) {
		return fmt.Errorf("openai: %s over http: use https, or allow http to this host by name", u.Hostname())
	}
	return nil
}

// call makes one call for text on an account.
func (e *endpoint) call(ctx context.Context, on Account, f func(context.Context) (*Usage, error)) error {
	return e.callFor(ctx, &tab{on: on}, f)
}

// callFor makes one call: in its turn, counted, and not while the endpoint rests. f says
// what was used; the ledger takes the most it can have been otherwise.
func (e *endpoint) callFor(ctx context.Context, tab *tab, f func(context.Context) (*Usage, error)) error {
	ctx, cancel := context.WithTimeout(ctx, e.patience.whole)
	defer cancel()
	_, err := e.breaker.Execute(func() (struct{}, error) {
		if err := e.enter(ctx); err != nil {
			return struct{}{}, err
		}
		defer func() { <-e.places }()
		used, err := f(context.WithValue(ctx, tabKey{}, tab))
		tab.settle(ctx, used)
		return struct{}{}, err
	})
	if errors.Is(err, gobreaker.ErrOpenState) || errors.Is(err, gobreaker.ErrTooManyRequests) {
		err = ErrResting
	}
	return err
}

// enter waits for a place among the calls under way.
func (e *endpoint) enter(ctx context.Context) error {
	wait := time.NewTimer(queueing)
	defer wait.Stop()
	select {
	case e.places <- struct{}{}:
		return nil
	case <-wait.C:
		return ErrBusy
	case <-ctx.Done():
		return ctx.Err()
	}
}

// described says what went wrong without the reply's body, which a stranger wrote.
func described(doing string, err error) error {
	for _, known := range []error{ErrSpent, errUnbooked, ErrRefused, ErrResting, ErrBusy, errTooSlow, errUnusable, context.DeadlineExceeded, context.Canceled} {
		if errors.Is(err, known) {
			return fmt.Errorf("%s: %w", doing, known)
		}
	}
	switch status := statusOf(err); {
	case status != 0:
		return fmt.Errorf("%s: endpoint answered status %d", doing, status)
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
		return fmt.Errorf("%s: reply ended early", doing)
	}
	var unreached *net.OpError
	if errors.As(err, &unreached) {
		return fmt.Errorf("%s: endpoint not reached", doing)
	}
	return fmt.Errorf("%s: no usable reply", doing)
}

// statusOf is the status that an endpoint refused a call with; 0 for none.
func statusOf(err error) int {
	var api *goopenai.APIError
	var request *goopenai.RequestError
	switch {
	case errors.As(err, &api):
		return api.HTTPStatusCode
	case errors.As(err, &request):
		return request.HTTPStatusCode
	}
	return 0
}
