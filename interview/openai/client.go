// Package openai is everything said to or heard from an endpoint that speaks the
// OpenAI protocol: the wording of the officer's lines and the embeddings of bank
// questions.
//
// What it sends is the bank's own text. In this version no word the applicant said
// or declared leaves the server through it. What it hears is a stranger's input:
// bounded, checked, and dropped when it fails.
package openai

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"time"

	goopenai "github.com/sashabaranov/go-openai"
)

const (
	callTimeout = 8 * time.Second // for one call; published with the protocol's limits
	replyBytes  = 256 << 10       // most that is read of a reply, success or error
)

// A Config names an endpoint. BaseURL may be empty for OpenAI's own.
type Config struct {
	Key            string
	BaseURL        string // "http://127.0.0.1:11434/v1"
	Model          string // words the officer's lines; "" for none
	EmbeddingModel string // embeds bank questions; "" for none
	Dimensions     int    // of the embeddings; 0 leaves them to the model
}

// ErrRefused says that a reply came and could not be used.
var ErrRefused = errors.New("openai: reply refused")

// newClient makes a client that follows no redirect, asks no environment for a
// proxy and reads at most replyBytes.
func newClient(c Config) (*goopenai.Client, error) {
	conf := goopenai.DefaultConfig(c.Key)
	if c.BaseURL != "" {
		u, err := url.Parse(c.BaseURL)
		if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
			return nil, errors.New("openai: base URL must look like https://host/v1")
		}
		conf.BaseURL = c.BaseURL
	}
	conf.EmptyMessagesLimit = 10_000 // keep-alive lines of a slow endpoint; the deadline bounds them
	conf.HTTPClient = &http.Client{
		Transport:     capped{&http.Transport{Proxy: nil, MaxIdleConnsPerHost: 16, IdleConnTimeout: time.Minute}},
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}
	return goopenai.NewClientWithConfig(conf), nil
}

// capped bounds every reply body, streams and errors included.
type capped struct{ next http.RoundTripper }

func (t capped) RoundTrip(r *http.Request) (*http.Response, error) {
	resp, err := t.next.RoundTrip(r)
	if err != nil {
		return nil, err
	}
	resp.Body = struct {
		io.Reader
		io.Closer
	}{io.LimitReader(resp.Body, replyBytes), resp.Body}
	return resp, nil
}

// described says what went wrong without the reply's body, which a stranger wrote.
func described(doing string, err error) error {
	var api *goopenai.APIError
	var request *goopenai.RequestError
	switch {
	case errors.As(err, &api):
		return fmt.Errorf("%s: endpoint answered status %d", doing, api.HTTPStatusCode)
	case errors.As(err, &request):
		return fmt.Errorf("%s: endpoint answered status %d", doing, request.HTTPStatusCode)
	case errors.Is(err, context.DeadlineExceeded), errors.Is(err, context.Canceled), errors.Is(err, ErrRefused):
		return fmt.Errorf("%s: %w", doing, err)
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
		return fmt.Errorf("%s: reply ended early", doing)
	}
	return fmt.Errorf("%s: no usable reply", doing)
}
